//! A finished interview as one row: which columns, what each may hold, and the row itself.
//! Never the words that explain a column: those are in `locale`, by the column's name.

mod guard;
mod invent;
mod metadata;
mod seance;
mod sent;

use std::sync::Arc;

pub use guard::{guard, unguard};
pub use invent::{People, Rows};
pub use metadata::{
    CONSENTED, Content, LONGEST_WORDS, MetaRefusal, Metadata, Plan, content, is_season, season,
};
pub use seance::{Apart, Counts, Hands, Held, Reflected, Road, SEANCE_ID};
pub use sent::{Leaves, SentColumns, finished, is_counted, is_sent, leaves, month};

use crate::questionnaire::{Choice, Kind, Question, Questionnaire};
use crate::session::{Completeness, Finished};
use crate::value::{Answer, CONTROLE, Meta, Value};

/// A column of a file of rows.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Stands in every file.
    Meta(Meta),
    /// The answer to a question.
    Answer(Arc<Question>),
    /// Was this choice of a multiple choice taken? `1`, `0`, or the code of no answer.
    Taken(Arc<Question>, Choice),
    /// The check on all the others.
    Controle,
}

impl Column {
    /// The name in the header.
    pub fn name(&self) -> String {
        match self {
            Self::Meta(meta) => meta.word().to_owned(),
            Self::Answer(question) => question.name.clone(),
            Self::Taken(question, choice) => taken(question, choice),
            Self::Controle => CONTROLE.to_owned(),
        }
    }
}

/// The name of the column that says whether a choice of a multiple choice was taken.
pub fn taken(question: &Question, choice: &Choice) -> String {
    format!("{}__{}", question.name, choice.name)
}

/// The columns of the rows of a form, in order.
pub fn columns(form: &Questionnaire) -> Vec<Column> {
    let mut columns: Vec<Column> = Meta::ALL.iter().copied().map(Column::Meta).collect();
    for question in form.questions.iter().filter(|question| question.asks()) {
        columns.push(Column::Answer(Arc::clone(question)));
        if let Kind::Multiple(choices) = &question.kind {
            for choice in choices {
                columns.push(Column::Taken(Arc::clone(question), choice.clone()));
            }
        }
    }
    columns.push(Column::Controle);
    columns
}

/// One row, complete: a cell for each column of its form.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    form: Arc<Questionnaire>,
    cells: Vec<String>,
}

impl Record {
    /// Makes the row of a finished interview.
    pub fn new(finished: &Finished, mut metadata: Metadata) -> Self {
        let form = Arc::clone(finished.form());
        metadata.complete(finished.completeness() == Completeness::Complete);
        let mut cells = metadata.into_cells();
        for (question, answer) in form.questions.iter().zip(finished.answers()) {
            if question.asks() {
                cells.push(answer_cell(answer));
                taken_cells(&question.kind, answer, &mut cells);
            }
        }
        cells.push(controle(cells.iter().map(String::as_str)));
        Self { form, cells }
    }

    /// The form that was asked.
    pub fn form(&self) -> &Arc<Questionnaire> {
        &self.form
    }

    /// The cells, in the order of [`columns`].
    pub fn cells(&self) -> &[String] {
        &self.cells
    }

    /// The cell of a column that every row has.
    pub fn meta(&self, meta: Meta) -> &str {
        &self.cells[meta as usize]
    }

    /// Is it a trial, which never counts?
    pub fn is_trial(&self) -> bool {
        self.meta(Meta::Essai) == "1"
    }
}

/// The cell of an answer, as a row holds it.
pub fn answer_cell(answer: &Answer) -> String {
    match answer {
        Answer::None(missing) => missing.word().to_owned(),
        Answer::Given(Value::Text(text)) => guard(text).into_owned(),
        Answer::Given(value) => crate::session::text(value),
    }
}

fn taken_cells(kind: &Kind, answer: &Answer, cells: &mut Vec<String>) {
    let Kind::Multiple(choices) = kind else { return };
    for choice in choices {
        cells.push(match answer {
            Answer::None(missing) => missing.word().to_owned(),
            Answer::Given(Value::Choices(names)) => {
                String::from(if names.contains(&choice.name) { "1" } else { "0" })
            }
            Answer::Given(_) => unreachable!("a session accepts only lists for a multiple choice"),
        });
    }
}

/// The check on the cells of a row: `c` and the CRC-32 of the values joined by U+001F. It is over
/// values and not bytes, so that quoting them otherwise is no damage; the letter first keeps a
/// spreadsheet from reading a number.
pub fn controle<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut crc = crc32fast::Hasher::new();
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            crc.update(b"\x1f");
        }
        crc.update(cell.as_bytes());
    }
    format!("c{:08x}", crc.finalize())
}

/// The same check, of cells that are joined already.
pub fn controle_of(joined: &str) -> String {
    format!("c{:08x}", crc32fast::hash(joined.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// CRC-32 as Python's `binascii.crc32` computes it.
    #[test]
    fn the_check_is_the_published_crc_32() {
        assert_eq!(controle(["123456789"]), "ccbf43926");
        assert_eq!(controle(["a", "é", ""]), "c0b2ecc65");
        assert_eq!(controle(["a", "é", ""]), controle_of("a\u{1f}é\u{1f}"));
        assert_ne!(controle(["ab", ""]), controle(["a", "b"]));
    }
}
