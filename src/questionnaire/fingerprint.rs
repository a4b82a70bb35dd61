//! Fingerprints: what decides that two forms, or two columns, are the same.
//! Never takes in hints, translations or anything the person was not asked in French.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Adresse, Kind, Question, Questionnaire};

/// The fingerprint of a question: name, type, French words, choices in order, conditions.
pub(super) fn question(question: &Question) -> String {
    hex(&canonical(question, Adresse::Vous))
}

/// The fingerprint of a form: its questions in order, in the words of its own address.
pub(super) fn form(form: &Questionnaire) -> String {
    let mut text = String::new();
    for question in &form.questions {
        text.push_str(&canonical(question, form.adresse));
    }
    hex(&text)
}

/// One line per fact. Control characters cannot occur in the facts, so no two forms share a text.
fn canonical(question: &Question, adresse: Adresse) -> String {
    let mut text = String::new();
    let mut line = |key: &str, value: &str| {
        _ = writeln!(text, "{key}\u{1f}{value}");
    };
    line("name", &question.name);
    line("type", question.kind.word());
    line("label", question.label.get("fr", adresse));
    if let Kind::One(choices) | Kind::Multiple(choices) = &question.kind {
        for choice in choices {
            line("choice", &choice.name);
            line("words", choice.label.get("fr", adresse));
            line("exclusive", if choice.exclusive { "1" } else { "0" });
        }
    }
    line("relevant", question.relevant.as_ref().map_or("", |expression| expression.text()));
    line("constraint", question.constraint.as_ref().map_or("", |expression| expression.text()));
    text
}

fn hex(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        _ = write!(hex, "{byte:02x}");
        hex
    })
}
