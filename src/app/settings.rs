//! The settings of a dossier: `recueil.toml`. What they allow, and what they do not yet.
//! Never opens the file: its text is handed in, and the new text handed out.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::de::DeTable;
use toml_edit::{DocumentMut, value};

use super::lock::{Lock, Safeguard};
use super::retention::Retention;
use crate::locale::Locale;
use crate::questionnaire::reader::{Fields, Placed, Reader};
use crate::questionnaire::{Cause, Head, Library, Problem, Questionnaire, Source, What, nearest};
use crate::record::{LONGEST_WORDS, Metadata};
use crate::value::{Date, Meta};

/// The keys of the file.
const KEYS: &[&str] = &[
    "structure",
    "contact",
    "site",
    "lang",
    "referentiels",
    "autorisation_parentale",
    Safeguard::Assessment.table(),
    Safeguard::Protection.table(),
    Retention::TABLE,
];

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
    /// How long what was recorded is kept.
    pub retention: Retention,
    /// The référentiels that the structure uses, in its own order; empty for all of them.
    referentiels: Vec<String>,
    /// Do parents allow that their children answer?
    autorisation_parentale: bool,
    /// By référentiel, the day when its impact assessment was done.
    aipd: BTreeMap<String, Date>,
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
    /// Reads the settings; every problem is told with its place.
    pub fn read(source: Source) -> Result<Self, Vec<Problem>> {
        let source = Arc::new(source);
        let mut reader = Reader::new(Arc::clone(&source));
        let (file, errors) = DeTable::parse_recoverable(&source.text);
        reader.syntax(errors);
        let fields = reader.open(file.get_ref(), 0..0, "", KEYS);
        let mut text = |key| reader.text(&fields, key).map(|(text, _)| text).unwrap_or_default();
        let mut settings = Self {
            structure: text("structure"),
            contact: text("contact"),
            site: text("site"),
            lang: text("lang"),
            autorisation_parentale: reader.boolean(&fields, "autorisation_parentale"),
            source: Arc::clone(&source),
            ..Self::default()
        };
        if !settings.lang.is_empty() && Locale::codes().all(|code| code != settings.lang) {
            let allowed: Vec<String> = Locale::codes().map(str::to_owned).collect();
            let near = nearest(&settings.lang, Locale::codes());
            let span = reader.text(&fields, "lang").map_or(0..0, |(_, span)| span);
            let (key, word) = ("lang".to_owned(), settings.lang.clone());
            reader.report(Cause::UnknownWord { key, word, allowed, nearest: near }, span);
        }
        settings.retention = Retention::read(&mut reader, &fields);
        settings.read_referentiels(&mut reader, &fields);
        reader.finish(settings)
    }

    /// Reads what is said of référentiels, by id.
    fn read_referentiels(&mut self, reader: &mut Reader, fields: &Fields<'_>) {
        if let Some(used) = reader.texts(fields, "referentiels") {
            if used.is_empty() {
                let key = "referentiels".to_owned();
                reader.report(Cause::Empty { key }, fields.span_of("referentiels"));
            }
            self.referentiels = used.iter().map(|(id, _)| id.clone()).collect();
            self.named.extend(used);
        }
        for (id, (written, span)) in reader.said(fields, Safeguard::Assessment.table()) {
            // A blank text was told as such.
            if !written.trim().is_empty()
                && let Some(day) = reader.day_of(&written, span)
            {
                self.aipd.insert(id.0.clone(), day);
            }
            self.named.push(id);
        }
        for (id, (reason, _)) in reader.said(fields, Safeguard::Protection.table()) {
            self.en_clair.insert(id.0.clone(), reason);
            self.named.push(id);
        }
    }

    /// The référentiels that the file names and nobody knows, each told with its place.
    pub fn unknown(&self, library: &Library) -> Vec<Problem> {
        let unknown = self.named.iter().filter(|(id, _)| !library.knows(id));
        unknown
            .map(|(id, span)| {
                let near = nearest(id, library.heads().map(|head| head.id.as_str()));
                let name = id.clone();
                let cause = Cause::UnknownName { what: What::Referentiel, name, nearest: near };
                Problem { cause, source: Arc::clone(&self.source), span: span.clone() }
            })
            .collect()
    }

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
    /// of people's health, its impact assessment must be done, and the structure must have said how
    /// it protects the rows. Until then none of its forms is begun, not even as a trial.
    pub fn lock(&self, head: &Head) -> Option<Lock> {
        if !head.sensible {
            return None;
        }
        let done = [
            (Safeguard::Assessment, self.aipd.contains_key(&head.id)),
            (Safeguard::Protection, self.en_clair.contains_key(&head.id)),
        ];
        let missing: Vec<Safeguard> =
            done.into_iter().filter(|(_, done)| !done).map(|(safeguard, _)| safeguard).collect();
        let lock = Lock { id: head.id.clone(), titre: head.titre.clone(), missing };
        (!lock.missing.is_empty()).then_some(lock)
    }

    /// The day of the impact assessment of a référentiel, and why its rows are kept unsealed.
    pub fn unsealed(&self, id: &str) -> Option<(Date, &str)> {
        Some((*self.aipd.get(id)?, self.en_clair.get(id)?))
    }

    /// The settings with another structure and contact; the file keeps its comments and the rest.
    #[must_use]
    pub fn with(&self, structure: &str, contact: &str) -> Self {
        let mut document: DocumentMut = self.source.text.parse().unwrap_or_default();
        document["structure"] = value(structure);
        document["contact"] = value(contact);
        let source = Source { name: self.source.name.clone(), text: document.to_string() };
        let kept = Self {
            structure: structure.to_owned(),
            contact: contact.to_owned(),
            source: Arc::new(source.clone()),
            ..self.clone()
        };
        Self::read(source).unwrap_or(kept)
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

    fn read(text: &str) -> Result<Settings, Vec<Problem>> {
        Settings::read(Source { name: "recueil.toml".into(), text: text.into() })
    }

    fn told(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_change_keeps_comments_and_the_other_keys() {
        let settings = read("# à nous\nsite = \"Bellevue\"\n").expect("settings");
        assert!(!settings.is_complete());
        let settings = settings.with("Le \"Foyer\"", "l'accueil");
        assert!(settings.is_complete());
        let again = read(settings.text()).expect("settings");
        assert_eq!(again, settings);
        assert!(settings.text().starts_with("# à nous\nsite = \"Bellevue\"\n"));
    }

    #[test]
    fn a_change_stays_out_of_the_tables_that_follow() {
        let settings = read("[aipd]\nupc = \"2026-09-15\"\n[en_clair]\nupc = \"Coffre.\"\n");
        let settings = settings.expect("settings").with("Foyer", "l'accueil");
        let again = read(settings.text()).expect("settings");
        assert_eq!((again.structure.as_str(), again.contact.as_str()), ("Foyer", "l'accueil"));
        assert_eq!(again.unsealed("upc"), Some((Date::constant(2026, 9, 15), "Coffre.")));
    }

    #[test]
    fn a_mistaken_key_and_a_language_not_spoken_are_both_told() {
        let problems = read("struture = \"x\"\nlang = \"de\"\n").expect_err("two problems");
        assert_eq!(told(&problems), ["recueil.toml:1:1: E010", "recueil.toml:2:8: E013"]);
    }

    #[test]
    fn what_is_said_of_referentiels_is_checked_where_it_stands() {
        let text = "referentiels = []\nautorisation_parentale = \"oui\"\n[aipd]\nupc = \"bientôt\"\n\
            ig = \"\"\n[en_clair]\nupc = \"\"\n";
        assert_eq!(
            told(&read(text).expect_err("five problems")),
            [
                "recueil.toml:1:16: E014",
                "recueil.toml:2:26: E012",
                "recueil.toml:4:7: E016",
                "recueil.toml:5:6: E014",
                "recueil.toml:7:7: E014",
            ]
        );
    }

    #[test]
    fn how_long_things_are_kept_is_said_in_months_and_days_and_is_as_usual_otherwise() {
        let usual = Retention::default();
        assert_eq!(read("").expect("settings").retention, usual);
        let text = "[conservation]\nreponses = 12\nbrouillons = 7\n";
        let kept = Retention { rows: 12, drafts: 7, ..usual };
        assert_eq!(read(text).expect("settings").retention, kept);
        let wrong = read("[conservation]\ncodes = \"un an\"\nlignes = 3\n");
        assert_eq!(
            told(&wrong.expect_err("two problems")),
            ["recueil.toml:2:9: E012", "recueil.toml:3:1: E010"]
        );
    }

    #[test]
    fn a_referentiel_that_nobody_knows_is_told_with_the_nearest() {
        let text = "referentiels = [\"commun\", \"fslm\"]\n[aipd]\nupx = \"2026-09-15\"\n\
            [en_clair]\nzzzz = \"Coffre.\"\n";
        let settings = read(text).expect("settings");
        let problems = settings.unknown(&Library::load(Vec::new()));
        assert_eq!(
            told(&problems),
            ["recueil.toml:1:27: E024", "recueil.toml:3:1: E024", "recueil.toml:5:1: E024"]
        );
        let near = problems.iter().map(|problem| match &problem.cause {
            Cause::UnknownName { nearest, .. } => nearest.as_deref(),
            _ => None,
        });
        assert_eq!(near.collect::<Vec<_>>(), [Some("flsm"), Some("upc"), None]);
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
