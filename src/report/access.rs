//! What is recorded of a person, as the person knows it: each form, when, each question and answer.
//! Never a column that is not theirs, and never the code: the page may be left on a table.

use super::Layout;
use super::html::{Html, element, page, text};
use crate::app::{Recorded, answer_words};
use crate::locale::{Locale, shown};
use crate::value::{Answer, Meta, Missing};

/// A row of a person.
#[derive(Debug)]
pub struct Own {
    /// What it says.
    pub row: Recorded,
    /// What it is.
    pub version: Version,
}

/// What a row of a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// It counts.
    Counts,
    /// It is a trial, which does not.
    Trial,
    /// It was corrected: another took its place.
    Old,
}

/// What is recorded of a person, in words: `rows`, and `notes` on what cannot be shown.
pub fn access(locale: &Locale, rows: &[Own], notes: &[String], layout: Layout) -> String {
    let title = locale.say("access-title");
    match layout {
        Layout::Plain => plain(locale, &title, rows, notes),
        Layout::Html => {
            let mut inside = vec![text("h1", &title)];
            for own in rows {
                inside.push(text("h2", &heading(locale, own)));
                let lines = asked(locale, &own.row)
                    .into_iter()
                    .flat_map(|(question, answer)| [text("dt", &question), text("dd", &answer)]);
                inside.push(element("dl", lines.collect::<Vec<Html>>()));
            }
            inside.extend(notes.iter().map(|note| text("p.note", note)));
            page(locale, &title, include_str!("access.css"), &element("main", inside))
        }
    }
}

fn plain(locale: &Locale, title: &str, rows: &[Own], notes: &[String]) -> String {
    let mut lines = vec![title.to_owned()];
    for own in rows {
        lines.push(String::new());
        lines.push(heading(locale, own));
        for (question, answer) in asked(locale, &own.row) {
            for (before, words) in [("  ", question), ("    ", answer)] {
                let indent = textwrap::Options::new(80).initial_indent(before);
                let indent = indent.subsequent_indent(before);
                lines.extend(textwrap::wrap(&words, indent).into_iter().map(String::from));
            }
        }
    }
    if !notes.is_empty() {
        lines.push(String::new());
        lines.extend(notes.iter().cloned());
    }
    lines.join("\n") + "\n"
}

/// Which form, when, and whether it counts.
fn heading(locale: &Locale, own: &Own) -> String {
    let row = &own.row;
    let title = row.form().say(&row.form().titre, locale.language());
    let day = kept_day(locale, row.meta(Meta::Date));
    let id = match own.version {
        Version::Counts => "access-row",
        Version::Trial => "access-row-trial",
        Version::Old => "access-row-old",
    };
    locale.tell(id, &[("title", title.into()), ("day", day.into())])
}

/// The questions that were asked, each with its answer in words.
fn asked(locale: &Locale, row: &Recorded) -> Vec<(String, String)> {
    let form = row.form();
    let questions = form.questions.iter().filter(|question| question.asks());
    let answers = questions.filter_map(|question| match row.answer(question) {
        Some(Answer::None(Missing::NonPosee | Missing::NonAtteinte)) => None,
        Some(answer) => Some((question, answer_words(locale, form, question, Some(&answer)))),
        // What somebody changed is still what is recorded.
        None => Some((question, row.cell(&question.name).to_owned())),
    });
    let line = |text: String| shown(&text).into_owned();
    answers
        .map(|(question, answer)| {
            (line(form.say(&question.label, locale.language())), line(answer))
        })
        .collect()
}

/// The day as a row keeps it, in words where it is one.
pub fn kept_day(locale: &Locale, kept: &str) -> String {
    kept.parse().map_or_else(|_| shown(kept).into_owned(), |day| locale.date(day))
}
