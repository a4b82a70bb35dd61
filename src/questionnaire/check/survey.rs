//! The rules of survey method that a wording, a scale or a form is held against.
//! Never forbids: each is a warning that a file may accept with a reason.

use super::Checker;

pub(super) fn check(_checker: &mut Checker<'_>) {}
