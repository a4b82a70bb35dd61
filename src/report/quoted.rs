//! The open texts that may be quoted, as a table of their own: by question, and beside no row.
//! Never whose words they are, and never a text that nobody read again.

use crate::analysis::disclosure::Disclosed;
use crate::analysis::texts::Quoted;
use crate::app::theme_words;
use crate::locale::Locale;
use crate::questionnaire::{Question, Questionnaire};
use crate::record::guard;
use crate::store::line;

/// The columns. A number ties the parts of a story to each other, and to nothing else.
const COLUMNS: [&str; 7] =
    ["referentiel", "questionnaire", "question", "libelle", "recit", "sujet", "texte"];

/// The texts that may be quoted.
pub fn quoted(locale: &Locale, told: &Disclosed, quoted: &Quoted) -> Vec<u8> {
    let mut bytes = line(COLUMNS);
    let mut add =
        |form: &Questionnaire, question: &Question, [story, subject]: [&str; 2], text: &str| {
            let label = form.say(&question.label, locale.language());
            let cells = [&form.head.id, &form.id, &question.name, &label, story, subject, text];
            bytes.extend(line(cells.map(|cell| guard(cell).into_owned())));
        };
    for quotes in &quoted.questions {
        let question = &told.questions[quotes.question].question;
        quotes.texts.iter().for_each(|text| add(&quotes.form, question, ["", ""], text));
    }
    let mut number = 0;
    for theme in &quoted.themes {
        let subject = theme_words(locale, theme);
        for story in &theme.stories {
            number += 1;
            for (at, text) in &story.parts {
                let question = &theme.form.questions[*at];
                add(&theme.form, question, [&format!("r{number}"), &subject], text);
            }
        }
    }
    bytes
}
