//! The rules of survey method that a wording, a scale or a form is held against.
//! Never forbids: each is a warning that a file may accept with a reason.

mod cause;
mod form;
mod ideas;
mod negation;
mod scale;
mod wording;

use super::Checker;

pub(super) fn check(checker: &mut Checker<'_>) {
    wording::check(checker);
    scale::check(checker);
    form::check(checker);
}
