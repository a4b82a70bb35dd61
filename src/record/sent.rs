//! What of a row is sent to the city, column by column: what stays is decided here and nowhere else.
//! Never a code, a day, a text, or an answer to a sensitive question.

use super::{Column, columns, controle};
use crate::questionnaire::{Kind, Question, Questionnaire};
use crate::value::{Meta, Pair};

/// What is sent of a column that every row has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaves {
    /// What stands there.
    Whole,
    /// The pair number that stands for the code.
    Paired,
    /// The month.
    Month,
    /// An empty cell: it serves nobody outside.
    Nothing,
}

/// What is sent of a column that every row has.
pub const fn leaves(meta: Meta) -> Leaves {
    match meta {
        Meta::ReponseId
        | Meta::Referentiel
        | Meta::Questionnaire
        | Meta::Version
        | Meta::Empreinte
        | Meta::Structure
        | Meta::Site
        | Meta::Cycle
        | Meta::Role
        | Meta::Moment
        | Meta::Plan
        | Meta::Support
        | Meta::Aide
        | Meta::Aidant
        | Meta::AideLangue
        | Meta::Langue
        | Meta::Etat
        | Meta::Essai
        | Meta::Remplace => Leaves::Whole,
        Meta::Code => Leaves::Paired,
        Meta::Date => Leaves::Month,
        Meta::Poste
        | Meta::Groupe
        | Meta::Seance
        | Meta::Feuille
        | Meta::Notice
        | Meta::Saisie
        | Meta::DureeMin
        | Meta::Horloge => Leaves::Nothing,
    }
}

/// Are the answers to a question sent, row by row? Words and days are not, nor what is sensitive.
pub fn is_sent(question: &Question) -> bool {
    let is_private = question.sensible || question.defined().sensible;
    !is_private && is_counted(&question.kind)
}

/// Are answers of this kind few enough to be counted, and none that would tell who gave it?
pub const fn is_counted(kind: &Kind) -> bool {
    match kind {
        Kind::One(_) | Kind::Multiple(_) | Kind::Integer | Kind::Counts(_) | Kind::Note => true,
        Kind::Text | Kind::Date => false,
    }
}

/// The columns of the rows of a form as they are sent.
#[derive(Clone, Debug)]
pub struct SentColumns(Vec<Column>);

impl SentColumns {
    /// Those of a form.
    pub fn of(form: &Questionnaire) -> Self {
        let mut columns = columns(form);
        columns.retain(|column| match column {
            Column::Meta(_) | Column::Controle => true,
            Column::Answer(question) | Column::Taken(question, _) => is_sent(question),
        });
        Self(columns)
    }

    /// Their names, in order.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(Column::name).collect()
    }

    /// The cells of a row that says `cell` in a column, as they are sent but for their check. Its code
    /// stays behind; a pair number is one already.
    pub fn cells(&self, cell: impl Fn(&str) -> String) -> Vec<String> {
        let sent = |column: &Column| match column {
            Column::Meta(meta) => {
                let cell = cell(meta.word());
                match leaves(*meta) {
                    Leaves::Whole => Some(cell),
                    Leaves::Paired => Some(Pair::read(&cell).map_or_else(String::new, |_| cell)),
                    Leaves::Month => Some(month(&cell).to_owned()),
                    Leaves::Nothing => Some(String::new()),
                }
            }
            Column::Answer(_) | Column::Taken(..) => Some(cell(&column.name())),
            Column::Controle => None,
        };
        self.0.iter().filter_map(sent).collect()
    }
}

/// Ends the cells of a row that is sent: the number of its person, where it has one, and the check.
pub fn finished(mut cells: Vec<String>, pair: Option<Pair>) -> Vec<String> {
    if let Some(pair) = pair {
        cells[Meta::Code as usize] = pair.to_string();
    }
    cells.push(controle(cells.iter().map(String::as_str)));
    cells
}

/// The month of a day; a month or a season as it is.
pub fn month(day: &str) -> &str {
    day.get(..7).filter(|_| day.len() == 10).unwrap_or(day)
}
