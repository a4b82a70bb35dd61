//! Which questions of a form stand elsewhere than they did.
//! Never counts as moved what only others moved past.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::Question;
use super::{Change, QuestionFate};

/// Notes which questions stand elsewhere among those in both: the fewest that explain the new order.
pub(super) fn note_moves(before: &[Arc<Question>], questions: &mut [QuestionFate]) {
    let place = |name: &str| before.iter().position(|question| question.name == name);
    let places: Vec<Option<usize>> = questions
        .iter()
        .map(|fate| match fate {
            QuestionFate::Kept(kept) => place(&kept.now.name),
            QuestionFate::Added(_) | QuestionFate::Removed(_) => None,
        })
        .collect();
    let stay = longest_rise(&places);
    let names: Vec<String> = questions.iter().map(|fate| fate.name().to_owned()).collect();
    for (at, fate) in questions.iter_mut().enumerate() {
        if let QuestionFate::Kept(kept) = fate
            && !stay.contains(&at)
        {
            let after = at.checked_sub(1).map(|before| names[before].clone());
            kept.changes.push(Change::Moved { after });
        }
    }
}

/// Where the longest rising run of these numbers is, those between left out.
fn longest_rise(places: &[Option<usize>]) -> BTreeSet<usize> {
    let mut best: Vec<BTreeSet<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let mut run = BTreeSet::new();
        if place.is_some() {
            let before = (0..at).filter(|&b| places[b].is_some() && places[b] < *place);
            // Of equally long ones the first, so that what comes later has moved.
            let longest = before.rev().max_by_key(|&b| best[b].len());
            run = longest.map_or_else(BTreeSet::new, |b| best[b].clone());
            run.insert(at);
        }
        best.push(run);
    }
    best.into_iter().rev().max_by_key(BTreeSet::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewest_places_that_explain_an_order_are_moved() {
        let stay = |places: &[usize]| {
            let places: Vec<Option<usize>> = places.iter().copied().map(Some).collect();
            longest_rise(&places).into_iter().collect::<Vec<_>>()
        };
        assert_eq!(stay(&[0, 1, 2, 3]), [0, 1, 2, 3]);
        assert_eq!(stay(&[3, 0, 1, 2]), [1, 2, 3], "the last came first");
        assert_eq!(stay(&[1, 2, 3, 0]), [0, 1, 2], "the first went last");
        assert_eq!(stay(&[0, 2, 1, 3]), [0, 1, 3]);
        assert_eq!(longest_rise(&[None, Some(1), None, Some(0)]), BTreeSet::from([1]));
        assert_eq!(stay(&[]), [0_usize; 0]);
    }
}
