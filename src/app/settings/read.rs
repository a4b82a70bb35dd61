//! Reading the settings: their keys, and what is wrong with what is said.
//! Never decides anything with them.

use std::sync::Arc;

use toml::de::DeTable;

use super::{BorneRules, City, Settings};
use crate::app::lock::Safeguard;
use crate::app::looks::{Looks, Shade, Signs, Size};
use crate::app::retention::Retention;
use crate::app::voice::{Listening, Reading, Speed, Voice};
use crate::locale::Locale;
use crate::questionnaire::reader::{Fields, Reader};
use crate::questionnaire::{Cause, Library, Problem, Source, What, nearest};
use crate::store::{Keys, NoKey, PublicKey};

/// The keys of the file.
const KEYS: &[&str] = &[
    "structure",
    "contact",
    "site",
    "lang",
    "referentiels",
    "autorisation_parentale",
    "ecran",
    "voix",
    KEYS_TABLE,
    City::TABLE,
    Safeguard::Assessment.table(),
    Safeguard::Protection.table(),
    Retention::TABLE,
    BorneRules::TABLE,
];

/// The keys of what is said of the screen.
const SCREEN: &[&str] = &["theme", "ascii", "taille"];

/// The keys of what is said of reading aloud.
const VOICE: &[&str] = &["lecture", "casque", "vitesse"];

/// The table of the public keys to which rows are sealed.
pub(super) const KEYS_TABLE: &str = "cles";

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
        settings.voice = voice(&mut reader, &fields);
        settings.retention = Retention::read(&mut reader, &fields);
        settings.borne = BorneRules::read(&mut reader, &fields);
        settings.keys = read_keys(&mut reader, &fields);
        settings.city = City::read(&mut reader, &fields);
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
}

/// Reads what is said of the screen.
fn looks(reader: &mut Reader, fields: &Fields<'_>) -> Looks {
    let Some((table, span)) = reader.table(fields, "ecran") else { return Looks::default() };
    let fields = reader.open(table, span, "[ecran]", SCREEN);
    let shade = reader.one_of(&fields, "theme", Shade::WORDS, Shade::from_word);
    let said = fields.has("ascii");
    let signs = if reader.boolean(&fields, "ascii") { Signs::Ascii } else { Signs::All };
    let size = reader.one_of(&fields, "taille", Size::WORDS, Size::from_word);
    Looks { shade, signs: said.then_some(signs), size }
}

/// Reads what is said of reading aloud.
fn voice(reader: &mut Reader, fields: &Fields<'_>) -> Voice {
    let Some((table, span)) = reader.table(fields, "voix") else { return Voice::default() };
    let fields = reader.open(table, span, "[voix]", VOICE);
    let reading = reader.one_of(&fields, "lecture", Reading::WORDS, Reading::from_word);
    let speed = reader.one_of(&fields, "vitesse", Speed::WORDS, Speed::from_word);
    let listening =
        if reader.boolean(&fields, "casque") { Listening::Headphones } else { Listening::Room };
    Voice { reading: reading.unwrap_or_default(), listening, speed: speed.unwrap_or_default() }
}

/// Reads a public key; why it is none is told.
pub(super) fn read_key(
    reader: &mut Reader,
    written: &str,
    span: std::ops::Range<usize>,
) -> Option<PublicKey> {
    match PublicKey::read(written) {
        Ok(key) => return Some(key),
        Err(NoKey::Private) => reader.report(Cause::PrivateKey, span),
        Err(NoKey::Unreadable) => reader.report(Cause::NotAKey, span),
    }
    None
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
        keys.extend(read_key(reader, &written, span).map(|key| (name, key)));
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
    use super::super::tests::{KEYS, keys, read};
    use super::*;

    fn told(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
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
            looks("[ecran]\ntheme = \"contraste\"\nascii = true\ntaille = \"grande\"\n")
                .expect("settings"),
            Looks {
                shade: Some(Shade::Contrast),
                signs: Some(Signs::Ascii),
                size: Some(Size::Large)
            }
        );
        let wrong = looks("[ecran]\ntheme = \"rose\"\ncouleur = 1\nascii = 1\ntaille = 3\n")
            .expect_err("four");
        assert_eq!(
            told(&wrong),
            [
                "recueil.toml:2:9: E013",
                "recueil.toml:3:1: E010",
                "recueil.toml:4:9: E012",
                "recueil.toml:5:10: E013"
            ]
        );
    }

    #[test]
    fn reading_aloud_is_said_in_words_and_is_on_a_key_and_in_the_room_otherwise() {
        let voice = |text: &str| read(text).map(|settings| settings.voice);
        let usual =
            Voice { reading: Reading::OnKey, listening: Listening::Room, speed: Speed::Normal };
        assert_eq!(voice("").expect("settings"), usual);
        assert_eq!(
            voice("[voix]\nlecture = \"toujours\"\ncasque = true\nvitesse = \"lente\"\n")
                .expect("settings"),
            Voice {
                reading: Reading::Always,
                listening: Listening::Headphones,
                speed: Speed::Slow,
            }
        );
        let wrong = voice("[voix]\nlecture = \"oui\"\ncasque = 1\nvoix = \"f\"\n");
        assert_eq!(
            told(&wrong.expect_err("three")),
            ["recueil.toml:2:11: E013", "recueil.toml:3:10: E012", "recueil.toml:4:1: E010"]
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
}
