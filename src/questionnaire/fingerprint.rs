//! Fingerprints: what decides that two forms, or two columns, are the same.
//! Never takes in hints, translations or anything the person was not asked in French.

use std::fmt::Write;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::{Adresse, Expression, NotConcerned, Question};

/// The fingerprint of a question: name, type, French words, choices in order. Not its conditions:
/// who was asked shows in the rows. Nor that «autre» asks which: the words have a column of their
/// own, and a form that asks for them has one more question.
pub(super) fn question(question: &Question) -> String {
    let mut text = String::new();
    canonical(question, Adresse::Vous, &mut text);
    hex(&text)
}

/// The fingerprint of a form: its questions in order, in the words of its own address, and their
/// conditions.
pub(super) fn form(questions: &[Arc<Question>], adresse: Adresse) -> String {
    let mut text = String::new();
    for question in questions {
        canonical(question, adresse, &mut text);
        let conditions = [("relevant", &question.relevant), ("constraint", &question.constraint)];
        for (key, condition) in conditions {
            fact(key, condition.as_ref().map_or("", Expression::text), &mut text);
        }
    }
    hex(&text)
}

/// One line per fact. Control characters cannot occur in the facts, so no two forms share a text.
fn fact(key: &str, value: &str, text: &mut String) {
    _ = writeln!(text, "{key}\u{1f}{value}");
}

fn canonical(question: &Question, adresse: Adresse, text: &mut String) {
    fact("name", &question.name, text);
    fact("type", question.kind.word(), text);
    fact("label", question.label.get("fr", adresse), text);
    for choice in question.kind.choices() {
        fact("choice", &choice.name, text);
        fact("words", choice.label.get("fr", adresse), text);
        fact("exclusive", if choice.exclusive { "1" } else { "0" }, text);
    }
    // Its own words for «pas concerné» are one of the answers.
    if let NotConcerned::Words(words) = &question.nc {
        fact("nc", words.get("fr", adresse), text);
    }
}

fn hex(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        _ = write!(hex, "{byte:02x}");
        hex
    })
}
