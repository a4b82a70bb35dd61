//! What the settings say of the borne, the shared computer where people answer alone: which forms,
//! how long a silence is, what becomes of answers that were left.
//! Never whether a form may be asked there: the borne says so.

use std::time::Duration;

use crate::locale::Locale;
use crate::questionnaire::nearest;
use crate::questionnaire::reader::{Fields, Placed, Reader};
use crate::questionnaire::{Cause, Library, Problem, What};

/// The keys of the table of the settings.
const KEYS: &[&str] = &[
    "formulaires",
    "langues",
    "inactivite",
    "decompte",
    "partiels",
    "relecture",
    "restitution",
    "aide",
    "code",
];

/// How long a silence may be set to, in seconds: shorter, and who reads slowly is disturbed at each
/// question; longer, and answers stay in the sight of whoever comes next.
const SILENCE: (u32, u32) = (60, 3600);

/// The shortest countdown, in seconds: what WCAG 2.2.1 leaves to say that one is still there.
const SHORTEST_COUNTDOWN: u32 = 20;

/// What holds at the borne.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BorneRules {
    /// The forms asked there, by id, where the command names none.
    pub forms: Vec<Placed<String>>,
    /// The languages that people may choose, by code, in this order; empty for all.
    pub languages: Vec<String>,
    /// How long nobody does anything before it is asked whether somebody is still there.
    pub silence: Duration,
    /// How long that question stays.
    pub countdown: Duration,
    /// What becomes of answers that were left before the end.
    pub left: Left,
    /// Are the answers shown before they are saved?
    pub review: Review,
    /// When the group will see its results, in the words of the structure; empty where it is not said.
    pub shown: String,
    /// Whom one can call, in the words of the structure; empty where nobody is named.
    pub help: String,
    /// What proves the code of the team, an argon2id hash; empty where there is no code.
    pub code: String,
}

/// What becomes of answers that were left before the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Left {
    /// They are thrown away.
    #[default]
    Discarded,
    /// They are kept, as far as they go.
    Kept,
}

/// Are the answers shown before they are saved?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Review {
    /// They are not.
    #[default]
    No,
    /// They are.
    Yes,
}

impl Left {
    const WORDS: &'static [&'static str] = &["jeter", "garder"];

    fn from_word(word: &str) -> Option<Self> {
        match word {
            "jeter" => Some(Self::Discarded),
            "garder" => Some(Self::Kept),
            _ => None,
        }
    }
}

impl Default for BorneRules {
    fn default() -> Self {
        Self {
            forms: Vec::new(),
            languages: Vec::new(),
            silence: Duration::from_secs(120),
            countdown: Duration::from_secs(30),
            left: Left::default(),
            review: Review::default(),
            shown: String::new(),
            help: String::new(),
            code: String::new(),
        }
    }
}

impl BorneRules {
    /// The table of the settings.
    pub(super) const TABLE: &'static str = "borne";

    /// Reads the table, where there is one; what it does not say is as usual.
    pub(super) fn read(reader: &mut Reader, fields: &Fields<'_>) -> Self {
        let mut rules = Self::default();
        let Some((table, span)) = reader.table(fields, Self::TABLE) else { return rules };
        let fields = reader.open(table, span, "[borne]", KEYS);
        rules.forms = reader.texts(&fields, "formulaires").unwrap_or_default();
        for (code, span) in reader.texts(&fields, "langues").unwrap_or_default() {
            if Locale::codes().any(|known| known == code) {
                rules.languages.push(code);
            } else {
                let allowed = Locale::codes().map(str::to_owned).collect();
                let near = nearest(&code, Locale::codes());
                let key = "langues".to_owned();
                reader.report(Cause::UnknownWord { key, word: code, allowed, nearest: near }, span);
            }
        }
        let seconds = |seconds: u32| Duration::from_secs(seconds.into());
        if let Some(said) = reader.integer(&fields, "inactivite") {
            rules.silence = seconds(said.clamp(SILENCE.0, SILENCE.1));
        }
        if let Some(said) = reader.integer(&fields, "decompte") {
            rules.countdown = seconds(said.clamp(SHORTEST_COUNTDOWN, SILENCE.1));
        }
        let left = reader.one_of(&fields, "partiels", Left::WORDS, Left::from_word);
        rules.left = left.unwrap_or_default();
        if reader.boolean(&fields, "relecture") {
            rules.review = Review::Yes;
        }
        let mut text = |key| {
            let said = reader.text(&fields, key).map(|(text, _)| text).unwrap_or_default();
            said.trim().to_owned()
        };
        rules.shown = text("restitution");
        rules.help = text("aide");
        rules.code = text("code");
        rules
    }
}

impl super::Settings {
    /// The forms of the borne that nobody knows, each told with its place.
    pub fn unknown_at_borne(&self, library: &Library) -> Vec<Problem> {
        let known: Vec<_> = library.forms().collect();
        let unknown = self.borne.forms.iter().filter(|(id, _)| known.iter().all(|f| f.id != *id));
        unknown
            .map(|(id, span)| {
                let near = nearest(id, known.iter().map(|form| form.id.as_str()));
                let name = id.clone();
                let cause = Cause::UnknownName { what: What::Form, name, nearest: near };
                Problem { cause, source: std::sync::Arc::clone(&self.source), span: span.clone() }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;

    #[test]
    fn nothing_said_of_the_borne_is_as_usual() {
        assert_eq!(read("").expect("settings").borne, BorneRules::default());
        assert_eq!(read("[borne]\n").expect("settings").borne, BorneRules::default());
    }

    #[test]
    fn a_silence_is_never_shorter_than_a_minute_nor_the_countdown_than_twenty_seconds() {
        let rules = |text: &str| {
            let rules = read(&format!("[borne]\n{text}")).expect("settings").borne;
            (rules.silence.as_secs(), rules.countdown.as_secs())
        };
        assert_eq!(rules(""), (120, 30));
        assert_eq!(rules("inactivite = 5\ndecompte = 0"), (60, 20));
        assert_eq!(rules("inactivite = 90\ndecompte = 20"), (90, 20));
        assert_eq!(rules("inactivite = 4294967295\ndecompte = 4294967295"), (3600, 3600));
    }

    #[test]
    fn what_is_said_is_read_and_what_is_mistaken_is_told_where_it_stands() {
        let said = "[borne]\nformulaires = [\"com-court\"]\nlangues = [\"en\", \"fr\"]\n\
            partiels = \"garder\"\nrelecture = true\nrestitution = \" jeudi \"\naide = \"15\"\n";
        let rules = read(said).expect("settings").borne;
        assert_eq!(rules.forms[0].0, "com-court");
        assert_eq!(rules.languages, ["en", "fr"]);
        assert_eq!((rules.left, rules.review), (Left::Kept, Review::Yes));
        assert_eq!((rules.shown.as_str(), rules.help.as_str()), ("jeudi", "15"));
        let wrong =
            "[borne]\nlangues = [\"xx\"]\ninactivite = \"deux\"\npartiels = \"non\"\nduree = 1\n";
        let told: Vec<String> =
            read(wrong).expect_err("four problems").iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "recueil.toml:2:12: E013",
                "recueil.toml:3:14: E012",
                "recueil.toml:4:12: E013",
                "recueil.toml:5:1: E010",
            ]
        );
    }

    #[test]
    fn a_form_of_the_borne_that_nobody_knows_is_told_with_the_nearest() {
        let settings = read("[borne]\nformulaires = [\"com-court\", \"com-courd\"]\n");
        let problems = settings.expect("settings").unknown_at_borne(&Library::load(Vec::new()));
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["recueil.toml:2:29: E024"]);
    }
}
