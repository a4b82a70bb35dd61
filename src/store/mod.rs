//! Rows on the disk: appended under a lock, flushed and synced before anyone says «enregistré»; and
//! the journals of interviews that are not rows yet.
//! Never words anything for a person: errors are facts, `locale` tells them.

mod append;
mod fault;
mod files;
mod journal;
mod rows;

use std::collections::BTreeSet;
use std::path::PathBuf;

pub use append::{Appended, Batch, header};
pub use fault::{Action, Fault, Reason};
pub use files::{create_private, replace, with_extension};
pub use journal::{Draft, Found, Journal, Opening, Step, abandoned, erase};
pub use rows::Row;

use crate::questionnaire::Questionnaire;

/// The folder of trial rows, beside those of the référentiels.
const TRIALS: &str = "essai";

/// The rows of one `data` folder, written by one machine.
#[derive(Debug)]
pub struct Store {
    data: PathBuf,
    poste: String,
    /// Files whose sync failed: what the disk holds of them is unknown, so nothing follows there.
    suspect: BTreeSet<PathBuf>,
}

impl Store {
    /// The store of a `data` folder; `poste` is the machine's own random name.
    pub fn new(data: PathBuf, poste: String) -> Self {
        Self { data, poste, suspect: BTreeSet::new() }
    }

    /// The folder of the rows of a form.
    fn folder(&self, form: &Questionnaire, trial: bool) -> PathBuf {
        let base = if trial { self.data.join(TRIALS) } else { self.data.clone() };
        base.join(&form.head.id)
    }

    /// The file of the rows of a form on this machine.
    pub fn file(&self, form: &Questionnaire, trial: bool) -> PathBuf {
        self.folder(form, trial).join(format!("{}.{}.csv", form.stem(), self.poste))
    }
}
