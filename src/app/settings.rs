//! The settings of a dossier: `recueil.toml`. What they allow, and what they do not yet.
//! Never opens the file: its text is handed in, and the new text handed out.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::de::DeTable;
use toml_edit::{Array, DocumentMut, value};

use super::lock::{Lock, Safeguard};
use super::looks::{Looks, Shade, Signs};
use super::retention::Retention;
use crate::locale::Locale;
use crate::questionnaire::reader::{Fields, Placed, Reader};
use crate::questionnaire::{Cause, Head, Library, Problem, Questionnaire, Source, What, nearest};
use crate::record::{LONGEST_WORDS, Metadata};
use crate::store::{Keys, NoKey, PublicKey};
use crate::value::{Date, Meta};

/// The keys of the file.
const KEYS: &[&str] = &[
    "structure",
    "contact",
    "site",
    "lang",
    "referentiels",
    "autorisation_parentale",
    "ecran",
    KEYS_TABLE,
    Safeguard::Assessment.table(),
    Safeguard::Protection.table(),
    Retention::TABLE,
];

/// The keys of what is said of the screen.
const SCREEN: &[&str] = &["theme", "ascii"];

/// The table of the public keys to which rows are sealed.
const KEYS_TABLE: &str = "cles";

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
    /// How long what was recorded is kept.
    pub retention: Retention,
    /// The référentiels that the structure uses, in its own order; empty for all of them.
    referentiels: Vec<String>,
    /// Do parents allow that their children answer?
    autorisation_parentale: bool,
    /// By référentiel, the day when its impact assessment was done.
    aipd: BTreeMap<String, Date>,
    /// The public keys to which rows are sealed; none where they are not.
    keys: Keys,
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
        settings.looks = looks(&mut reader, &fields);
        settings.retention = Retention::read(&mut reader, &fields);
        settings.keys = read_keys(&mut reader, &fields);
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

    /// The settings with public keys, where they have none: at the end of the file, under a comment.
    #[must_use]
    pub fn with_keys(&self, comment: &str, keys: &Keys) -> Self {
        let mut text = self.source.text.clone();
        if !text.is_empty() {
            text += if text.ends_with('\n') { "\n" } else { "\n\n" };
        }
        text.extend(comment.lines().map(|line| format!("# {line}\n")));
        text.extend(["[", KEYS_TABLE, "]\n"]);
        text.extend(keys.iter().map(|(name, key)| format!("{name} = \"{}\"\n", key.text())));
        let source = Source { name: self.source.name.clone(), text };
        let kept = Self { keys: keys.clone(), source: Arc::new(source.clone()), ..self.clone() };
        Self::read(source).unwrap_or(kept)
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

    /// The settings with another place where people are asked.
    #[must_use]
    pub fn with_site(&self, site: &str) -> Self {
        self.changed(|document| document["site"] = value(site))
    }

    /// The settings with another language to begin in, by code.
    #[must_use]
    pub fn with_lang(&self, lang: &str) -> Self {
        self.changed(|document| document["lang"] = value(lang))
    }

    /// The settings with another look of the screen, by its word.
    #[must_use]
    pub fn with_theme(&self, theme: &str) -> Self {
        self.changed(|document| document["ecran"]["theme"] = value(theme))
    }

    /// The settings with these référentiels in use, by id.
    #[must_use]
    pub fn with_referentiels(&self, ids: &[String]) -> Self {
        let ids: Array = ids.iter().map(String::as_str).collect();
        self.changed(|document| document["referentiels"] = value(ids))
    }

    /// The settings once their text is changed, its comments kept; as they were where it could not be
    /// read again.
    fn changed(&self, change: impl FnOnce(&mut DocumentMut)) -> Self {
        let Ok(mut document) = self.source.text.parse::<DocumentMut>() else { return self.clone() };
        change(&mut document);
        let source = Source { name: self.source.name.clone(), text: document.to_string() };
        Self::read(source).unwrap_or_else(|_| self.clone())
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

/// Reads what is said of the screen.
fn looks(reader: &mut Reader, fields: &Fields<'_>) -> Looks {
    let Some((table, span)) = reader.table(fields, "ecran") else { return Looks::default() };
    let fields = reader.open(table, span, "[ecran]", SCREEN);
    let shade = reader.one_of(&fields, "theme", Shade::WORDS, Shade::from_word);
    let said = fields.has("ascii");
    let signs = if reader.boolean(&fields, "ascii") { Signs::Ascii } else { Signs::All };
    Looks { shade, signs: said.then_some(signs) }
}

/// Reads the public keys: each must be one, and there must be more than one.
fn read_keys(reader: &mut Reader, fields: &Fields<'_>) -> Keys {
    if !fields.has(KEYS_TABLE) {
        return Keys::default();
    }
    let before = reader.count();
    let mut keys = Vec::new();
    for ((name, _), (written, span)) in reader.said(fields, KEYS_TABLE) {
        // A blank text was told as such.
        if written.trim().is_empty() {
            continue;
        }
        match PublicKey::read(&written) {
            Ok(key) => keys.push((name, key)),
            Err(NoKey::Private) => reader.report(Cause::PrivateKey, span),
            Err(NoKey::Unreadable) => reader.report(Cause::NotAKey, span),
        }
    }
    let keys = Keys::new(keys);
    if keys.is_none() && reader.count() == before {
        let fewest = Keys::FEWEST;
        reader.report(Cause::FewKeys { fewest }, fields.span_of(KEYS_TABLE));
    }
    keys.unwrap_or_default()
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
    fn how_the_screen_looks_is_said_in_words() {
        let looks = |text: &str| read(text).map(|settings| settings.looks);
        assert_eq!(looks("").expect("settings"), Looks::default());
        assert_eq!(
            looks("[ecran]\ntheme = \"contraste\"\nascii = true\n").expect("settings"),
            Looks { shade: Some(Shade::Contrast), signs: Some(Signs::Ascii) }
        );
        let wrong =
            looks("[ecran]\ntheme = \"rose\"\ncouleur = 1\nascii = 1\n").expect_err("three");
        assert_eq!(
            told(&wrong),
            ["recueil.toml:2:9: E013", "recueil.toml:3:1: E010", "recueil.toml:4:9: E012"]
        );
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

    /// The public keys of the documentation of age, and one made for these tests.
    const KEYS: [&str; 2] = [
        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
        "age1kx3m6vkkxz3888xcj3jre3vqskqf8p35wlfcw2a560hhjzg2r5ssyw9cdm",
    ];

    fn keys(structure: &str, spare: &str) -> String {
        format!("[cles]\nstructure = \"{structure}\"\nsecours = \"{spare}\"\n")
    }

    #[test]
    fn two_public_keys_are_needed_and_each_mistake_is_told_where_it_stands() {
        let read_keys = |text: &str| read(text).map(|settings| settings.keys().iter().count());
        assert_eq!(read_keys(&keys(KEYS[0], KEYS[1])), Ok(2));
        let private = "AGE-SECRET-KEY-1QQQQ";
        for (text, problems) in [
            (keys(KEYS[0], KEYS[0]), "recueil.toml:1:1: E019"),
            (format!("[cles]\nstructure = \"{}\"\n", KEYS[0]), "recueil.toml:1:1: E019"),
            ("[cles]\n".to_owned(), "recueil.toml:1:1: E019"),
            ("cles = 3\n".to_owned(), "recueil.toml:1:8: E012"),
            (keys(KEYS[0], ""), "recueil.toml:3:11: E014"),
            (keys(KEYS[0], private), "recueil.toml:3:11: E018"),
            (keys(&private.to_lowercase(), KEYS[1]), "recueil.toml:2:13: E018"),
            (keys(KEYS[0], "ssh-ed25519 AAAA"), "recueil.toml:3:11: E017"),
            (keys(KEYS[0], &KEYS[1][..61]), "recueil.toml:3:11: E017"),
        ] {
            assert_eq!(told(&read(&text).expect_err(&text)), [problems], "{text}");
        }
    }

    #[cfg(feature = "seal")]
    #[test]
    fn one_letter_wrong_in_a_public_key_is_told() {
        for at in 0..KEYS[0].len() {
            let other = if &KEYS[0][at..=at] == "q" { "p" } else { "q" };
            let wrong = format!("{}{other}{}", &KEYS[0][..at], &KEYS[0][at + 1..]);
            let problems = read(&keys(&wrong, KEYS[1])).expect_err("a key with a mistake");
            assert_eq!(told(&problems), ["recueil.toml:2:13: E017"], "{wrong}");
        }
    }

    #[test]
    fn keys_are_added_at_the_end_and_the_rest_stays_as_it_was() {
        let keys = KEYS.map(|key| (key[4..8].to_owned(), PublicKey::read(key).expect("a key")));
        let keys = Keys::new(keys.to_vec()).expect("two keys");
        for text in
            ["", "# à nous\nsite = \"x\"\n# lang = \"fr\"", "[aipd]\nupc = \"2026-09-15\"\n"]
        {
            let settings = read(text).expect("settings").with_keys("Une ligne.\nUne autre.", &keys);
            assert!(settings.text().starts_with(text));
            let added = settings.text()[text.len()..].trim_start();
            assert!(
                added.starts_with("# Une ligne.\n# Une autre.\n[cles]\nql3z = \"age1ql3z7"),
                "{added}"
            );
            let again = read(settings.text()).expect("settings");
            assert_eq!((again.keys(), &again), (&keys, &settings));
        }
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
