//! How the rows of one form are kept until they are paired: made once, for all its files.
//! Never the rows themselves.

use std::sync::Arc;

use super::measure::{Measure, worth};
use crate::questionnaire::{Kind, Moment, Question, Questionnaire, Tree};
use crate::value::Missing;

/// The most choices that one byte can tell apart, with the reasons for none.
const MOST_CHOICES: usize = 240;

/// How rows of one form are kept.
#[derive(Debug)]
pub struct Plan {
    pub(super) form: Arc<Questionnaire>,
    pub(super) columns: Vec<Column>,
    /// How many bytes the answers of one row take.
    pub(super) width: usize,
}

/// How the answers to one question are kept and compared.
#[derive(Debug)]
pub(super) struct Column {
    pub question: Arc<Question>,
    pub measure: Measure,
    pub fingerprint: String,
    /// Where its bytes begin.
    pub offset: usize,
    kept: Kept,
}

/// What is kept of an answer.
#[derive(Debug)]
enum Kept {
    /// The place of the choice; what it counts for, by place.
    Choice(Vec<i64>),
    /// Whether one of the choices taken counts, by their places.
    Counts(Vec<bool>),
    /// The number.
    Number,
}

/// What became of a question in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// It was answered: the place of the choice, where there is one, and what the answer counts for.
    Value(Option<usize>, i64),
    /// It was not.
    Missing(Missing),
    /// Nobody can read the cell.
    Unread,
}

/// Numbers are kept above these.
const NUMBERS: i32 = i32::MIN + 255;

/// Of the bytes of a choice: the first reason for none, and what cannot be read.
const REASONS: u8 = 247;
const UNREAD: u8 = u8::MAX;

impl Plan {
    /// How rows of this form are kept; `tree` says which answers count. None where its rows are not
    /// of people who come and leave: those of the team, and of publics whose mere belonging says
    /// something of their health, who have no codes.
    pub fn new(form: &Arc<Questionnaire>, tree: Option<Tree<'_>>) -> Option<Self> {
        let moments = [Moment::Entree, Moment::Sortie, Moment::Suivi];
        if !moments.contains(&form.moment) || !form.has_respondent() || form.head.sensible {
            return None;
        }
        let mut plan = Self { form: Arc::clone(form), columns: Vec::new(), width: 0 };
        for question in form.questions.iter().filter(|question| question.is_numbered()) {
            let many = question.kind.choices().len() > MOST_CHOICES;
            let Some(measure) = Measure::of(question, tree).filter(|_| !many) else { continue };
            let kept = Kept::of(question, &measure);
            let width = if matches!(kept, Kept::Number) { size_of::<i32>() } else { 1 };
            plan.columns.push(Column {
                question: Arc::clone(question),
                fingerprint: question.fingerprint(),
                measure,
                offset: plan.width,
                kept,
            });
            plan.width += width;
        }
        Some(plan)
    }

    /// The form.
    pub fn form(&self) -> &Arc<Questionnaire> {
        &self.form
    }

    /// The questions of which the answers are compared, and how.
    pub fn compared(&self) -> impl Iterator<Item = (&Arc<Question>, &Measure)> {
        self.columns.iter().map(|column| (&column.question, &column.measure))
    }
}

impl Kept {
    fn of(question: &Question, measure: &Measure) -> Self {
        match (&question.kind, measure) {
            (Kind::Multiple(_), Measure::Favourable(counts)) => Self::Counts(counts.clone()),
            (Kind::One(_), _) => Self::Choice(worth(question, measure)),
            _ => Self::Number,
        }
    }
}

impl Column {
    /// How many choices are told apart.
    pub fn choices(&self) -> usize {
        match &self.kept {
            Kept::Choice(values) => values.len(),
            Kept::Counts(_) => 2,
            Kept::Number => 0,
        }
    }

    /// Writes a cell down in the bytes of its row's answers.
    pub fn keep(&self, cell: &str, bytes: &mut [u8]) {
        let reason = Missing::from_word(cell);
        let reason = reason.and_then(|reason| u8::try_from(reason as usize).ok());
        let choices = self.question.kind.choices();
        let place = |name: &str| choices.iter().position(|choice| choice.name == name);
        if let Kept::Number = self.kept {
            let number = cell.parse().ok().filter(|number: &i32| *number > NUMBERS);
            let reason = reason.map(|reason| i32::MIN + i32::from(reason));
            let kept = reason.or(number).unwrap_or(NUMBERS);
            bytes[self.offset..][..size_of::<i32>()].copy_from_slice(&kept.to_le_bytes());
            return;
        }
        let value = match &self.kept {
            Kept::Counts(counts) => {
                let places: Option<Vec<usize>> = cell.split_whitespace().map(place).collect();
                let places = places.filter(|places| !places.is_empty());
                places.map(|places| usize::from(places.iter().any(|place| counts[*place])))
            }
            Kept::Choice(_) | Kept::Number => place(cell),
        };
        let value = value.and_then(|value| u8::try_from(value).ok());
        bytes[self.offset] = reason.map(|reason| REASONS + reason).or(value).unwrap_or(UNREAD);
    }

    /// Reads it back.
    pub fn given(&self, bytes: &[u8]) -> Given {
        let reason =
            |place: usize| Missing::ALL.get(place).map_or(Given::Unread, |it| Given::Missing(*it));
        match &self.kept {
            Kept::Number => {
                let bytes = bytes[self.offset..].first_chunk().copied().unwrap_or_default();
                let number = i32::from_le_bytes(bytes);
                if number > NUMBERS {
                    return Given::Value(None, i64::from(number));
                }
                reason(
                    usize::try_from(i64::from(number) - i64::from(i32::MIN)).unwrap_or(usize::MAX),
                )
            }
            Kept::Choice(values) => match values.get(usize::from(bytes[self.offset])) {
                Some(value) => Given::Value(Some(usize::from(bytes[self.offset])), *value),
                None => reason(usize::from(bytes[self.offset].saturating_sub(REASONS))),
            },
            Kept::Counts(_) => match bytes[self.offset] {
                counts @ 0..=1 => Given::Value(Some(usize::from(counts)), i64::from(counts)),
                other => reason(usize::from(other.saturating_sub(REASONS))),
            },
        }
    }
}
