//! Files and conditions that nobody would write, or that somebody would write to harm: a problem or
//! nothing, never a panic, never a wait.
//! Never looks at what is said of them: other tests do.

mod support;

use std::fmt::Write;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use proptest::prelude::*;
use recueil::questionnaire::{Expression, File, Kind, Library, check};
use support::form;

/// Far longer than any file needs, so that only a hang is noticed.
const LONGEST: Duration = Duration::from_secs(60);

/// Words and signs of conditions, and things that are neither.
const TOKENS: [&str; 40] = [
    "${D1}",
    "${B5}",
    "${A3}",
    "${T1}",
    "${ici}",
    "${textes}",
    "${",
    "}",
    ".",
    "..",
    "'oui'",
    "''",
    "'",
    "“",
    "1",
    "0",
    "-3.5",
    "9e999",
    "=",
    "!=",
    "<",
    ">=",
    "and",
    "or",
    "not(",
    "selected(",
    "count-selected(",
    "if(",
    "coalesce(",
    "string-length(",
    "round(",
    "regex(",
    "'[a-z]+'",
    "'('",
    "(",
    ")",
    ",",
    "+",
    "div",
    "mod",
];

fn kinds(name: &str) -> Option<Kind> {
    let asked = form("com-court");
    let question = asked.questions.iter().find(|question| question.name == name)?;
    Some(question.kind.clone())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn a_condition_of_any_words_is_read_or_refused(
        tokens in prop::collection::vec(prop::sample::select(TOKENS.to_vec()), 0..24),
        answer in prop::sample::select(vec!["", "1", "oui", "avis idee", "1e400", "NaN", "é'\"", "-0"]),
    ) {
        let text = tokens.join(" ");
        match Expression::parse(&text) {
            Ok(expression) => {
                expression.holds(answer, &|_| answer.to_owned());
                let known = ["D1", "B5", "A3", "T1"].map(|name| (name, kinds(name)));
                let kind_of = |name: &str| {
                    known.iter().find(|(other, _)| *other == name).and_then(|(_, kind)| kind.as_ref())
                };
                for (_, _, part) in expression.misuses(Some(&Kind::Text), &kind_of) {
                    prop_assert!(text.get(part.clone()).is_some(), "{} {:?}", text, part);
                }
            }
            Err(fault) => prop_assert!(text.get(fault.span.clone()).is_some(), "{} {:?}", text, fault),
        }
    }

    #[test]
    fn a_condition_of_any_characters_is_read_or_refused(text in "\\PC{0,60}") {
        if let Ok(expression) = Expression::parse(&text) {
            expression.holds("", &|_| String::new());
        }
    }
}

/// Loads and checks a file beside the shipped ones, or says that it took too long.
fn checked(name: &'static str, text: String) {
    let (done, waited) = mpsc::channel();
    let work = thread::spawn(move || {
        let library =
            Library::load(vec![File { name: name.to_owned(), bytes: Ok(text.into_bytes()) }]);
        check(&library);
        _ = done.send(());
    });
    // A panic closes the channel: it is told as such below.
    let timeout = waited.recv_timeout(LONGEST) == Err(mpsc::RecvTimeoutError::Timeout);
    assert!(!timeout, "{name} takes too long");
    assert!(work.join().is_ok(), "{name} makes the checker panic");
}

#[test]
fn a_shipped_file_cut_and_sewn_never_makes_the_checker_panic() {
    let text = include_str!("../questionnaires/keredern.toml");
    let tables: Vec<&str> = text.split("\n\n").collect();
    let mut seed = 7_u64;
    let mut below = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % most
    };
    for _ in 0..150 {
        // Tables left out, lines moved, words replaced: what editing by hand does to a file.
        let mut kept: Vec<String> = tables.iter().map(|&table| table.to_owned()).collect();
        for _ in 0..=below(3) {
            let at = below(kept.len());
            match below(4) {
                0 if at > 3 => _ = kept.remove(at),
                1 => kept[at] = kept[at].replace("${", "${Q"),
                2 => kept[at] = kept[at].replace("\"non\"", "\"oui\""),
                _ => {
                    let other = kept[below(kept.len())].clone();
                    let line = other.lines().last().unwrap_or_default();
                    kept[at] = format!("{}\n{line}", kept[at]);
                }
            }
        }
        checked("keredern.toml", kept.join("\n\n"));
    }
}

#[test]
fn conditions_made_to_be_reasoned_on_for_ever_are_left_alone() {
    let mut text = String::from(
        "[referentiel]\nid = \"long\"\ntitre = \"Long\"\nporteur = \"Long\"\nversion = 1\nlieu.fr = \"ici\"\n",
    );
    let mut names = Vec::new();
    for question in 0..14 {
        let choices: Vec<String> =
            (0..14).map(|choice| format!("{{ name = \"c{choice}\", label.fr = \"C\" }}")).collect();
        _ = write!(
            text,
            "\n[[question]]\nname = \"Q{question}\"\ntype = \"select_multiple\"\nlabel.fr = \"Quoi ?\"\n\
             choices = [{}, {{ name = \"rien\", exclusive = true, label.fr = \"Rien\" }}]\n",
            choices.join(", ")
        );
        names.push(format!("\"Q{question}\""));
    }
    let counts: Vec<String> =
        (0..14).map(|question| format!("count-selected(${{Q{question}}})")).collect();
    _ = write!(
        text,
        "\n[[question]]\nname = \"Fin\"\ntype = \"text\"\nlabel.fr = \"Quoi ?\"\nrelevant = \"{} > 999\"\n",
        counts.join(" + ")
    );
    names.push("\"Fin\"".to_owned());
    _ = write!(
        text,
        "\n[[questionnaire]]\nid = \"long-un\"\nversion = 1\ntitre.fr = \"Long\"\nrole = \"participant\"\n\
         moment = \"ponctuel\"\nquestions = [{}]\n",
        names.join(", ")
    );
    checked("long.toml", text);
}

#[test]
fn a_pattern_made_to_exhaust_the_program_is_refused_or_answers_at_once() {
    for pattern in ["((a{100}){100}){100}", "(a*)*b", "(x+x+)+y", "[[:alpha:]]{1000}"] {
        let text = format!("regex(., '{pattern}')");
        if let Ok(expression) = Expression::parse(&text) {
            expression.holds(&"a".repeat(280), &|_| String::new());
        }
    }
}
