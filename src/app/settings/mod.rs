//! The settings of a dossier: `recueil.toml`. What they allow, and what they do not yet.
//! Never opens the file: its text is handed in, and the new text handed out.

mod borne;
mod change;
mod city;
mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use borne::{BorneRules, Left, Review};
pub use city::City;

use super::lock::{Lock, Safeguard};
use super::looks::Looks;
use super::retention::Retention;
use super::voice::Voice;
use crate::questionnaire::reader::Placed;
use crate::questionnaire::{Head, Library, Questionnaire, Source};
use crate::record::{LONGEST_WORDS, Metadata};
use crate::store::Keys;
use crate::value::{Date, Meta};

/// What the structure says of itself. Without `structure` and `contact` every session is a trial.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The structure that asks, as respondents know it.
    pub structure: String,
    /// Whom to ask about the answers: a function, a telephone, an address.
    pub contact: String,
    /// The place where it asks.
    pub site: String,
    /// The language to begin in; empty for French.
    pub lang: String,
    /// How the full screen is to look.
    pub looks: Looks,
    /// When screens are read aloud, to whom, and how fast.
    pub voice: Voice,
    /// How long what was recorded is kept.
    pub retention: Retention,
    /// What holds at the borne.
    pub borne: BorneRules,
    /// The référentiels that the structure uses, in its own order; empty for all of them.
    referentiels: Vec<String>,
    /// Do parents allow that their children answer?
    autorisation_parentale: bool,
    /// By référentiel, the day when its impact assessment was done.
    aipd: BTreeMap<String, Date>,
    /// The public keys to which rows are sealed; none where they are not.
    keys: Keys,
    /// What the city, to which figures and rows are sent, has said of it.
    pub city: City,
    /// By référentiel, why its rows are kept unsealed.
    en_clair: BTreeMap<String, String>,
    /// Every id of a référentiel that the file names, with its place.
    named: Vec<Placed<String>>,
    /// The file, with its comments: changes are made in its text.
    source: Arc<Source>,
}

/// Why an interview does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// People cannot be told who asks, or whom to turn to.
    Structure,
    /// The form is for minors, and nothing says that their parents allow it.
    Parents,
}

impl Settings {
    /// The référentiels of a library that the structure uses, in its own order.
    pub fn used(&self, library: &Library) -> Vec<Arc<Head>> {
        if self.referentiels.is_empty() {
            return library.heads().map(Arc::clone).collect();
        }
        let of_id = |id: &String| library.heads().find(|head| head.id == *id).map(Arc::clone);
        self.referentiels.iter().filter_map(of_id).collect()
    }

    /// Can answers count? Only when people can be told who asks, and whom to turn to.
    pub fn is_complete(&self) -> bool {
        !self.structure.trim().is_empty() && !self.contact.trim().is_empty()
    }

    /// Every reason why an interview of this form would be a trial; none where it counts.
    pub fn trial(&self, form: &Questionnaire) -> Vec<Trial> {
        let parents = form.is_for_minors() && !self.autorisation_parentale;
        let reasons = [(!self.is_complete(), Trial::Structure), (parents, Trial::Parents)];
        reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect()
    }

    /// What keeps a référentiel from being used, if anything does: where its mere rows say something
    /// of people's health, its impact assessment must be done, and its rows must be sealed, unless the
    /// structure has said why they are not. Until then none of its forms is begun, not even as a
    /// trial.
    pub fn lock(&self, head: &Head) -> Option<Lock> {
        if !head.sensible {
            return None;
        }
        let done = [
            (Safeguard::Assessment, self.aipd.contains_key(&head.id)),
            (Safeguard::Protection, self.seals() || self.en_clair.contains_key(&head.id)),
        ];
        let missing: Vec<Safeguard> =
            done.into_iter().filter(|(_, done)| !done).map(|(safeguard, _)| safeguard).collect();
        let lock = Lock { id: head.id.clone(), titre: head.titre.clone(), missing };
        (!lock.missing.is_empty()).then_some(lock)
    }

    /// The day of the impact assessment of a référentiel, and why its rows are kept unsealed: nothing
    /// where they are sealed, whatever was written before.
    pub fn unsealed(&self, id: &str) -> Option<(Date, &str)> {
        let reason = self.en_clair.get(id).filter(|_| !self.seals())?;
        Some((*self.aipd.get(id)?, reason))
    }

    /// The day of the impact assessment of a référentiel whose rows are sealed.
    pub fn sealed(&self, id: &str) -> Option<Date> {
        self.aipd.get(id).filter(|_| self.seals()).copied()
    }

    /// The public keys to which rows that count are sealed.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Are rows that count sealed?
    pub fn seals(&self) -> bool {
        !self.keys.is_empty()
    }

    /// Notes in the columns of a row who asks, where, and whether the row counts.
    pub fn note(&self, form: &Questionnaire, metadata: &mut Metadata) {
        for (meta, value) in [
            (Meta::Structure, self.structure.as_str()),
            (Meta::Site, &self.site),
            (Meta::Essai, if self.trial(form).is_empty() { "0" } else { "1" }),
        ] {
            // What is too long for a cell is cut rather than refused: nobody is here to mend it.
            let shorter: String = value.chars().take(LONGEST_WORDS).collect();
            _ = metadata.set(meta, &shorter);
        }
    }

    /// The text of the file.
    pub fn text(&self) -> &str {
        &self.source.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Problem;

    pub(super) fn read(text: &str) -> Result<Settings, Vec<Problem>> {
        Settings::read(Source { name: "recueil.toml".into(), text: text.into() })
    }

    /// The public keys of the documentation of age, and one made for these tests.
    pub(super) const KEYS: [&str; 2] = [
        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
        "age1kx3m6vkkxz3888xcj3jre3vqskqf8p35wlfcw2a560hhjzg2r5ssyw9cdm",
    ];

    pub(super) fn keys(structure: &str, spare: &str) -> String {
        format!("[cles]\nstructure = \"{structure}\"\nsecours = \"{spare}\"\n")
    }

    #[test]
    fn the_referentiels_in_use_are_listed_in_the_order_of_the_structure() {
        let library = Library::load(Vec::new());
        let ids = |text: &str| {
            let used = read(text).expect("settings").used(&library);
            used.iter().map(|head| head.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(ids("referentiels = [\"flsm\", \"commun\"]"), ["flsm", "commun"]);
        assert_eq!(ids(""), ["commun", "flsm", "ig", "ker", "mqb", "pe", "upc", "vlr"]);
    }

    #[test]
    fn only_both_safeguards_together_open_a_sensitive_referentiel() {
        let library = Library::load(Vec::new());
        let head = |id: &str| library.heads().find(|head| head.id == id).expect(id).clone();
        let missing = |text: &str, id: &str| {
            let lock = read(text).expect("settings").lock(&head(id));
            lock.map_or_else(Vec::new, |lock| lock.missing)
        };
        let (assessed, kept) =
            ("[aipd]\nupc = \"2026-09-15\"\n", "[en_clair]\nupc = \"Coffre.\"\n");
        assert_eq!(missing("", "upc"), [Safeguard::Assessment, Safeguard::Protection]);
        assert_eq!(missing(assessed, "upc"), [Safeguard::Protection]);
        assert_eq!(missing(kept, "upc"), [Safeguard::Assessment]);
        assert_eq!(missing(&format!("{assessed}{kept}"), "upc"), []);
        let of_another = format!("{assessed}{kept}").replace("upc", "ig");
        assert_eq!(missing(&of_another, "upc"), [Safeguard::Assessment, Safeguard::Protection]);
        assert_eq!(missing("", "ig"), [], "nothing is locked that is not sensitive");
    }

    #[test]
    fn where_rows_are_sealed_only_the_assessment_is_asked_for_and_nothing_stays_in_clear() {
        let library = Library::load(Vec::new());
        let upc = library.heads().find(|head| head.id == "upc").expect("upc");
        let keys = keys(KEYS[0], KEYS[1]);
        let settings = read(&keys).expect("settings");
        let missing = settings.lock(upc).map(|lock| lock.missing);
        assert_eq!(missing, Some(vec![Safeguard::Assessment]));
        let assessed = "[aipd]\nupc = \"2026-09-15\"\n[en_clair]\nupc = \"Un coffre.\"\n";
        let settings = read(&format!("{assessed}{keys}")).expect("settings");
        assert_eq!(settings.lock(upc), None);
        assert_eq!(settings.unsealed("upc"), None);
        assert_eq!(settings.sealed("upc"), Some(Date::constant(2026, 9, 15)));
    }

    #[test]
    fn a_form_for_minors_counts_only_where_parents_allow_it() {
        let library = Library::load(Vec::new());
        let who = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
        let allowed = format!("{who}autorisation_parentale = true\n");
        let trial = |text: &str, id: &str| {
            read(text).expect("settings").trial(&library.form(id).expect(id))
        };
        for id in ["ker-enfant", "ig-eleve-entree", "ig-eleve-sortie"] {
            assert_eq!(trial("", id), [Trial::Structure, Trial::Parents], "{id}");
            assert_eq!(trial(who, id), [Trial::Parents], "{id}");
            assert_eq!(trial(&allowed, id), [], "{id}");
        }
        assert_eq!(trial(who, "ker-entree"), [], "a form for adults needs no parents");
    }
}
