//! What nothing uses, what nothing feeds, what lacks a translation or a message.
//! Never a rule of survey method: `survey` has those.

use super::Checker;

pub(super) fn check(_checker: &mut Checker<'_>) {}
