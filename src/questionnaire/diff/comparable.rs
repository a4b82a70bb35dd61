//! May the answers to a question be compared, once it has changed?
//! Never says yes to new words: that depends on what they mean.

use std::collections::BTreeSet;

use super::super::{Choice, Kind};
use super::question::{Change, Offer, common};
use crate::value::Missing;

/// May the answers before and after be compared?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparable {
    /// Yes.
    Yes,
    /// If the new words mean what the old ones meant.
    IfSameMeaning,
    /// But for these answers, by their names in rows; the others as [`Self::IfSameMeaning`] where
    /// words changed.
    Except(Vec<String>),
    /// No.
    No,
}

/// May the answers be compared, these changes being made?
///
/// * Another type, or a choice whose name now says what another one said: no.
/// * One choice among several: a choice taken away, put between others or into an ordered scale
///   changes what all the others gather; put at the end of a list, all but itself compare.
/// * Any of several: each choice is a column of its own, but what says «none of these» says it of
///   another list.
/// * Another order: no, people take what they meet first (or last, read aloud). The lines of a group
///   count are written down by one observer, in any order.
pub(super) fn comparable(before: &Kind, now: &Kind, changes: &[Change]) -> Comparable {
    let (old, new) = (before.choices(), now.choices());
    let mut except: BTreeSet<String> = BTreeSet::new();
    for change in changes {
        match change {
            Change::Type { .. } | Change::ChoiceRepurposed { .. } => return Comparable::No,
            Change::ChoicesReordered { .. } if !matches!(now, Kind::Counts(_)) => {
                return Comparable::No;
            }
            Change::ChoicesRemoved(_) if matches!(now, Kind::One(_)) => return Comparable::No,
            Change::ChoicesAdded(_) if matches!(now, Kind::One(_)) && !ends_with_news(old, new) => {
                return Comparable::No;
            }
            Change::ChoicesAdded(choices) | Change::ChoicesRemoved(choices) => {
                except.extend(choices.iter().map(|choice| choice.name.clone()));
                let none = old.iter().chain(new).filter(|choice| choice.exclusive);
                except.extend(none.map(|choice| choice.name.clone()));
            }
            Change::MadeExclusive(name) | Change::MadeOrdinary(name) => {
                except.insert(name.clone());
            }
            Change::NotConcerned { before: Offer::Among(_), .. }
            | Change::NotConcerned { now: Offer::Among(_), .. } => {
                except.insert(Missing::Nc.word().to_owned());
            }
            _ => {}
        }
    }
    let kept = common(new, old);
    if !new.is_empty() && kept.iter().all(|name| except.contains(name)) {
        return Comparable::No;
    }
    if !except.is_empty() {
        // In the order of the choices, as a person reads them.
        let names = new.iter().chain(old).map(|choice| choice.name.clone());
        let mut ordered: Vec<String> = Vec::new();
        for name in names.chain([Missing::Nc.word().to_owned()]) {
            if except.remove(&name) {
                ordered.push(name);
            }
        }
        return Comparable::Except(ordered);
    }
    if changes.iter().any(Change::is_wording) { Comparable::IfSameMeaning } else { Comparable::Yes }
}

/// Are all the new choices at the end of a list that is not an ordered scale?
fn ends_with_news(before: &[Choice], now: &[Choice]) -> bool {
    let ordered = |choice: &Choice| choice.name.parse::<u8>().is_ok();
    !now.iter().all(ordered)
        && now.iter().take(before.len()).all(|choice| before.iter().any(|b| b.name == choice.name))
}
