//! Those who left without answering again, against those who did: what each had said on arriving.
//! Never those without a code: nobody knows what became of them.

use std::sync::Arc;

use super::shift::Answered;
use crate::analysis::crosstab::{Association, association};
use crate::questionnaire::Question;

/// What people who answered again, and people who did not, had said on arriving.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leavers {
    /// How many answered on leaving too.
    pub stayed: usize,
    /// How many did not.
    pub left: usize,
    /// Question by question of the form of arriving; numbers are not compared.
    pub questions: Vec<Compared>,
}

/// What both had answered to one question on arriving.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The question.
    pub question: Arc<Question>,
    /// Of those who answered on leaving too.
    pub stayed: Answered,
    /// Of those who did not.
    pub left: Answered,
}

impl Compared {
    /// Did they answer otherwise? None where nothing can be told.
    pub fn association(&self) -> Option<Association> {
        association(&[self.stayed.choices.clone(), self.left.choices.clone()])
    }
}
