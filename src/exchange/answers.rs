//! Many answer sets from one CSV file: a line a person, a column a question.
//! Never accepts what the session refuses, and never stops at the first mistake.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::raw::{Raw, delimiter};
use crate::questionnaire::{Kind, Question, Questionnaire, nearest};
use crate::record::{CONSENTED, MetaRefusal, Metadata, taken, unguard};
use crate::session::{Doubt, Finished, Place, Refusal, Session, read_answer};
use crate::value::{Answer, CONTROLE, Meta, Missing, Value};

/// What a file of answers holds.
#[derive(Debug, Default)]
pub struct Reading<'a> {
    /// The lines without a mistake.
    pub sheets: Vec<Sheet>,
    /// Everything wrong, in the order of the file.
    pub mistakes: Vec<Mistake>,
    /// How many lines were refused.
    pub refused: usize,
    /// Answers that were kept and that somebody should look at, in the order of the file.
    pub warnings: Vec<Warning>,
    /// The text of the file, and what parts its cells.
    file: &'a str,
    delimiter: u8,
    columns: Vec<Column>,
}

impl Reading<'_> {
    /// The line and column where a cell of a sheet begins, both from 1.
    pub(super) fn place(&self, sheet: &Sheet, cell: usize) -> (usize, usize) {
        let text = self.file.get(sheet.begin..).unwrap_or_default();
        Raw { text, line: sheet.line, delimiter: self.delimiter }.place(cell)
    }

    /// The cell to point at for a question.
    pub(super) fn column_of(&self, index: usize) -> usize {
        column_of(&self.columns, index)
    }

    /// The cell of a column that every row has, if the file has it.
    pub(super) fn column_of_meta(&self, meta: Meta) -> Option<usize> {
        self.columns.iter().position(|column| matches!(column, Column::Meta(it) if *it == meta))
    }
}

/// An answer that a person in front of a screen would have been asked to confirm. It was written: it
/// is kept, and told.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The question.
    pub question: String,
    /// Why it is in doubt.
    pub doubt: Doubt,
}

/// One line of the file that can become a row.
#[derive(Debug)]
pub struct Sheet {
    /// The interview it stands for.
    pub finished: Finished,
    /// The columns that every row has.
    pub metadata: Metadata,
    /// Where the line begins: in bytes of the text, and by its number.
    begin: usize,
    line: usize,
}

impl Sheet {
    /// The number of its line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }
}

/// Something wrong in the file, at a line and a column from 1, the column in characters.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong in a file of answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// Nothing is in it.
    Empty,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// A column that is neither a question nor known of every row, and the nearest that is.
    UnknownColumn(String, Option<String>),
    /// A column that is there twice.
    ColumnTwice(String),
    /// No column is a question of the form.
    NoQuestion,
    /// A quotation mark is never closed.
    Unclosed,
    /// The line has another number of cells than the header.
    Cells {
        /// In the line.
        found: usize,
        /// In the header.
        expected: usize,
    },
    /// An answer to a question that is not asked after the answers before it.
    Closed(String),
    /// «Not asked» for a question that is asked.
    Open(String),
    /// An answer that the question does not accept; the names it has, where it has some.
    Answer(String, Refusal, Vec<String>),
    /// The columns of a multiple choice do not fit together.
    Taken(String),
    /// A column of every row that cannot hold this.
    Meta(Meta, MetaRefusal),
    /// The person must have accepted in so many words, and nothing says so.
    NoConsent,
}

/// What a column of the file is for.
#[derive(Debug)]
enum Column {
    Meta(Meta),
    /// Read, and not used: it is made anew.
    Ignored,
    Answer(usize),
    Taken(usize, usize),
}

/// Reads a file of answers to a form. `start` are the columns that every row has, as they are where
/// the file does not say otherwise. A file whose header is wrong has no sheets at all.
pub fn read_answers<'a>(
    bytes: &'a [u8],
    form: &Arc<Questionnaire>,
    start: &Metadata,
) -> Reading<'a> {
    let mut reading = Reading::default();
    let file = match std::str::from_utf8(bytes) {
        Ok(file) => file.strip_prefix('\u{feff}').unwrap_or(file),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
            reading.mistakes.push(Mistake { line, column, wrong: Wrong::NotUtf8 });
            return reading;
        }
    };
    let delimiter = delimiter(file);
    (reading.file, reading.delimiter) = (file, delimiter);
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(file.as_bytes());
    let mut cells = csv::StringRecord::new();
    let mut columns: Option<Vec<Column>> = None;
    let mut is_ours = false;
    while let Ok(true) = rows.read_record(&mut cells) {
        let position = cells.position().expect("a record read has a position");
        let begin = usize::try_from(position.byte()).unwrap_or(0);
        let end = usize::try_from(rows.position().byte()).unwrap_or(file.len()).min(file.len());
        let raw = &file[begin..end];
        // Blank lines before a record belong to its bytes.
        let blank = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        let line = usize::try_from(position.line()).unwrap_or(1);
        let line = line + raw[..blank].matches('\n').count();
        let (begin, raw) = (begin + blank, Raw { text: &raw[blank..], line, delimiter });
        match &columns {
            None => {
                is_ours = cells.iter().any(|name| name.trim() == CONTROLE);
                columns = Some(header(&cells, form, &raw, &mut reading.mistakes));
                if !reading.mistakes.is_empty() {
                    return reading;
                }
            }
            Some(columns) => {
                let before = reading.mistakes.len();
                let mut row = Row {
                    form,
                    columns,
                    is_ours,
                    cells: &cells,
                    raw,
                    mistakes: &mut reading.mistakes,
                    warnings: Vec::new(),
                };
                let sheet = row.sheet(start, begin);
                let warnings = std::mem::take(&mut row.warnings);
                if reading.mistakes.len() == before {
                    reading.sheets.extend(sheet);
                    reading.warnings.extend(warnings);
                } else {
                    reading.refused += 1;
                }
            }
        }
    }
    match columns {
        Some(columns) => reading.columns = columns,
        None => reading.mistakes.push(Mistake { line: 1, column: 1, wrong: Wrong::Empty }),
    }
    reading
}

fn header(
    names: &csv::StringRecord,
    form: &Questionnaire,
    raw: &Raw<'_>,
    mistakes: &mut Vec<Mistake>,
) -> Vec<Column> {
    let mut known: Vec<(String, Column)> = Vec::new();
    for (index, question) in form.questions.iter().enumerate().filter(|(_, q)| q.asks()) {
        known.push((question.name.clone(), Column::Answer(index)));
        if let Kind::Multiple(choices) = &question.kind {
            for (at, choice) in choices.iter().enumerate() {
                known.push((taken(question, choice), Column::Taken(index, at)));
            }
        }
    }
    for meta in Meta::ALL {
        let column = match meta {
            Meta::ReponseId | Meta::Poste => Column::Ignored,
            _ => Column::Meta(*meta),
        };
        known.push((meta.word().to_owned(), column));
    }
    known.push((CONTROLE.to_owned(), Column::Ignored));

    let mut columns = Vec::new();
    let mut seen = BTreeSet::new();
    for (cell, name) in names.iter().enumerate() {
        let name = name.trim();
        let wrong = match known.iter().position(|(known, _)| known == name) {
            Some(_) if !seen.insert(name.to_owned()) => Some(Wrong::ColumnTwice(name.to_owned())),
            Some(at) => {
                columns.push(match known[at].1 {
                    Column::Meta(meta) => Column::Meta(meta),
                    Column::Ignored => Column::Ignored,
                    Column::Answer(index) => Column::Answer(index),
                    Column::Taken(index, choice) => Column::Taken(index, choice),
                });
                None
            }
            None => {
                let near = nearest(name, known.iter().map(|(known, _)| known.as_str()));
                Some(Wrong::UnknownColumn(name.to_owned(), near))
            }
        };
        if let Some(wrong) = wrong {
            let (line, column) = raw.place(cell);
            mistakes.push(Mistake { line, column, wrong });
        }
    }
    let asks = |column: &Column| matches!(column, Column::Answer(_) | Column::Taken(..));
    if mistakes.is_empty() && !columns.iter().any(asks) {
        mistakes.push(Mistake { line: raw.line, column: 1, wrong: Wrong::NoQuestion });
    }
    columns
}

/// One line, being read.
struct Row<'a> {
    form: &'a Arc<Questionnaire>,
    columns: &'a [Column],
    /// Is the file one of rows, with its check, and not one that somebody typed?
    is_ours: bool,
    cells: &'a csv::StringRecord,
    raw: Raw<'a>,
    mistakes: &'a mut Vec<Mistake>,
    warnings: Vec<Warning>,
}

impl Row<'_> {
    fn wrong(&mut self, cell: usize, wrong: Wrong) {
        let (line, column) = self.raw.place(cell);
        self.mistakes.push(Mistake { line, column, wrong });
    }

    fn cell(&self, at: usize) -> &str {
        self.cells.get(at).unwrap_or_default().trim()
    }

    fn sheet(&mut self, start: &Metadata, begin: usize) -> Option<Sheet> {
        if self.raw.is_unclosed() {
            self.wrong(0, Wrong::Unclosed);
            return None;
        }
        if self.cells.len() != self.columns.len() {
            let (found, expected) = (self.cells.len(), self.columns.len());
            self.wrong(0, Wrong::Cells { found, expected });
            return None;
        }
        let metadata = self.metadata(start);
        let partial = metadata.get(Meta::Etat) == "partiel";
        let finished = self.interview(partial)?;
        Some(Sheet { finished, metadata, begin, line: self.raw.line })
    }

    fn metadata(&mut self, start: &Metadata) -> Metadata {
        let mut metadata = start.clone();
        for at in 0..self.columns.len() {
            let Column::Meta(meta) = self.columns[at] else { continue };
            let cell = self.cell(at).to_owned();
            // A trial never becomes an answer that counts.
            let trial = meta == Meta::Essai && metadata.get(Meta::Essai) == "1";
            if cell.is_empty() || trial {
                continue;
            }
            if let Err(refusal) = metadata.set(meta, &cell) {
                self.wrong(at, Wrong::Meta(meta, refusal));
            }
        }
        if metadata.get(Meta::Aide) == "seul" {
            // Who answered alone was helped by nobody: the screens say so too.
            for (meta, value) in [(Meta::Aidant, "aucun"), (Meta::AideLangue, "0")] {
                if metadata.get(meta).is_empty() {
                    let set = metadata.set(meta, value);
                    debug_assert_eq!(set, Ok(()), "{meta:?}");
                }
            }
        }
        if self.form.asks_consent() && !metadata.get(Meta::Notice).ends_with(CONSENTED) {
            let notice = |column: &Column| matches!(column, Column::Meta(Meta::Notice));
            let at = self.columns.iter().position(notice).unwrap_or(0);
            self.wrong(at, Wrong::NoConsent);
        }
        metadata
    }

    /// Gives the cells to a session, one after the other, as a person would.
    fn interview(&mut self, partial: bool) -> Option<Finished> {
        let mut session = Session::new(Arc::clone(self.form));
        let form = Arc::clone(self.form);
        for (index, question) in form.questions.iter().enumerate() {
            let asked = session.place() == Place::Question(index);
            if !question.asks() {
                if asked {
                    _ = session.give(Value::Read);
                }
                continue;
            }
            let at = column_of(self.columns, index);
            let written = self.written(index, question);
            let not_asked = written == Ok(Some(Missing::NonPosee.into()));
            let not_reached = written == Ok(Some(Missing::NonAtteinte.into()));
            let blank = written == Ok(None) || (not_reached && partial);
            if !asked {
                if !blank && !not_asked {
                    self.wrong(at, Wrong::Closed(question.name.clone()));
                }
                continue;
            }
            if partial && blank && !self.anything_after(index) {
                break;
            }
            let refused = match written {
                Err(wrong) => Some(wrong),
                Ok(Some(_)) if not_asked => Some(Wrong::Open(question.name.clone())),
                Ok(_) if blank => session
                    .give(Missing::SansReponse)
                    .err()
                    .map(|refusal| Wrong::Answer(question.name.clone(), refusal, Vec::new())),
                Ok(None) => None,
                Ok(Some(answer)) => self.give(&mut session, index, answer).err().map(|refusal| {
                    let names = question.kind.choices().iter().map(|c| c.name.clone()).collect();
                    Wrong::Answer(question.name.clone(), refusal, names)
                }),
            };
            if let Some(wrong) = refused {
                self.wrong(at, wrong);
                // The line is refused; what comes after is still looked at.
                _ = session.give(Missing::SansReponse);
            }
        }
        if partial { Some(session.interrupt()) } else { session.finish() }
    }

    /// Gives an answer to the session; one in doubt is kept, and noted.
    fn give(&mut self, session: &mut Session, index: usize, answer: Answer) -> Result<(), Refusal> {
        let given = session.give(answer.clone());
        let Err(Refusal::ToConfirm(doubt)) = given else { return given };
        let (line, column) = self.raw.place(column_of(self.columns, index));
        let question = self.form.questions[index].name.clone();
        self.warnings.push(Warning { line, column, question, doubt });
        session.confirm(answer)
    }

    fn anything_after(&self, index: usize) -> bool {
        self.columns.iter().enumerate().any(|(at, column)| {
            let after = match column {
                Column::Answer(i) | Column::Taken(i, _) => *i > index,
                Column::Meta(_) | Column::Ignored => false,
            };
            let cell = self.cell(at);
            after && !["", Missing::NonAtteinte.word(), Missing::NonPosee.word()].contains(&cell)
        })
    }

    /// What the cells of a question say; nothing where they are blank.
    fn written(&self, index: usize, question: &Question) -> Result<Option<Answer>, Wrong> {
        let own = self.columns.iter().position(|c| matches!(c, Column::Answer(i) if *i == index));
        let whole = match own.map(|at| self.cell(at)).unwrap_or_default() {
            "" => None,
            cell => Some(match Missing::from_word(cell) {
                Some(missing) => missing.into(),
                // In a file of rows, words that look like a number were guarded.
                None if self.is_ours => value(question, unguard(cell))?,
                None => value(question, cell)?,
            }),
        };
        let by_choice = self.by_choice(index, question)?;
        match (whole, by_choice) {
            (Some(whole), Some(parts)) if in_order(question, &whole) != parts => {
                Err(Wrong::Taken(question.name.clone()))
            }
            (Some(whole), _) => Ok(Some(whole)),
            (None, parts) => Ok(parts),
        }
    }

    /// What the columns of the choices say together; nothing where all of them are blank.
    fn by_choice(&self, index: usize, question: &Question) -> Result<Option<Answer>, Wrong> {
        let mut names = Vec::new();
        let mut codes = BTreeSet::new();
        let mut marks = 0;
        for (at, column) in self.columns.iter().enumerate() {
            let Column::Taken(i, choice) = column else { continue };
            if *i != index {
                continue;
            }
            match self.cell(at) {
                "" => {}
                "0" => marks += 1,
                "1" => {
                    marks += 1;
                    names.push(question.kind.choices()[*choice].name.clone());
                }
                code => match Missing::from_word(code) {
                    Some(missing) => _ = codes.insert(missing),
                    None => return Err(Wrong::Taken(question.name.clone())),
                },
            }
        }
        match (marks, codes.len()) {
            (0, 0) => Ok(None),
            (0, 1) => Ok(codes.first().map(|missing| (*missing).into())),
            // Zeros everywhere: nothing was ticked, which is a box left blank.
            (_, 0) if names.is_empty() => Ok(Some(Missing::SansReponse.into())),
            (_, 0) => Ok(Some(in_order(question, &Value::Choices(names).into()))),
            _ => Err(Wrong::Taken(question.name.clone())),
        }
    }
}

/// The column to point at for a question: its own, else the first of its choices, else the first.
fn column_of(columns: &[Column], index: usize) -> usize {
    let own = |column: &Column| matches!(column, Column::Answer(i) if *i == index);
    let choice = |column: &Column| matches!(column, Column::Taken(i, _) if *i == index);
    columns.iter().position(own).or_else(|| columns.iter().position(choice)).unwrap_or(0)
}

/// The choices of an answer in the order of the question, for comparing.
fn in_order(question: &Question, answer: &Answer) -> Answer {
    match answer {
        Answer::Given(Value::Choices(names)) => {
            let known = question.kind.choices().iter().map(|choice| &choice.name);
            Value::Choices(known.filter(|name| names.contains(name)).cloned().collect()).into()
        }
        other => other.clone(),
    }
}

fn value(question: &Question, cell: &str) -> Result<Answer, Wrong> {
    let wrong = |refusal| Wrong::Answer(question.name.clone(), refusal, Vec::new());
    Ok(read_answer(question, cell).map_err(wrong)?.expect("the cell is not blank"))
}
