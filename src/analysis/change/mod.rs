//! What changed between arriving and leaving, for the same people: pairs, question by question.
//! Never two questions that are not the same in every word, and never a pair that might be another.
//!
//! Rows come in one at a time, each form by its [`Plan`], each file in its [`Rows`]; parts that were
//! read apart are merged. [`changes`] then makes the pairs.

mod evolution;
mod leavers;
mod measure;
mod pairs;
mod plan;
mod rows;
mod shift;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use evolution::{Changes, Cohort, Evolution, Present, changes};
pub use leavers::{Compared, Leavers};
pub use measure::{Better, Measure, worth};
pub use pairs::Ambiguity;
pub use plan::Plan;
pub use rows::{LeftOut, Rows};
pub use shift::{Answered, Dropped, Share, Shift};

use crate::store::Store;

/// The changes of all rows of a store, trials or those that count; `plan_of` says how the rows of a
/// file are read, and nothing where they are not of people who come and leave.
pub fn of_store(
    store: &Store,
    trial: bool,
    plan_of: &mut dyn FnMut(&Path) -> Option<Arc<Plan>>,
) -> Changes {
    let mut files: BTreeMap<PathBuf, Option<Rows>> = BTreeMap::new();
    _ = store.standing(trial, |file, row| {
        if !files.contains_key(file) {
            files.insert(file.to_owned(), plan_of(file).map(Rows::new));
        }
        if let Some(Some(rows)) = files.get_mut(file) {
            rows.add(row);
        }
    });
    let parts: Vec<Rows> = files.into_values().flatten().collect();
    changes(&parts)
}
