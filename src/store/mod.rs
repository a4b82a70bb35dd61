//! Rows on the disk: appended under a lock, flushed and synced before anyone says «enregistré»; and
//! the journals of interviews that are not rows yet.
//! Never words anything for a person: errors are facts, `locale` tells them.

mod append;
mod copy;
mod digest;
mod disk;
mod fault;
mod files;
mod gather;
mod inspect;
mod journal;
mod lines;
pub mod names;
mod outgoing;
mod publications;
mod reread;
mod rewrite;
mod rows;
mod seal;
mod seance;
mod sum;
mod syncing;
mod table;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use append::Residue;
pub use append::{Appended, Batch, header, line};
pub use copy::{Copied, CopyFault, Copying, copy, note_copy};
pub use disk::{About, Disk, How, OpenFile, RealDisk, Turn};
pub use fault::{Action, Fault, Reason};
pub use files::{create_private, replace, with_extension};
pub use gather::{
    Candidate, Counts, Damage, Dispute, Edit, Gathered, Gathering, Kept, Refusal, Remark, gather,
};
pub use inspect::{Finding, Inspection, Seen};
pub use journal::{Draft, Found, Journal, Journals, Opening, Step};
pub(crate) use lines::head;
pub use outgoing::{MARK, Outgoing, OutgoingFault, OutgoingFile, Present};
pub use publications::Publication;
pub use reread::{Decision, Reread};
pub use rewrite::{Closed, Left, Place, Recovered, SentPairs, Trace, Whose, withdrawal_marks};
pub use rows::{Met, Odd, Oddity, Row};
pub use seal::{
    CAN_SEAL, Keys, NoIdentity, NoKey, Opened, Packed, PrivateKey, PublicKey, Sorted, Unopened,
    open_parcel, parcel_at, seal_parcel,
};
pub use seance::{LeftSeance, Notes};
pub use sum::{Flaw, Flaws, Places, RowFiles, Sum, Summed};

use crate::questionnaire::Questionnaire;
use names::TRIALS;

/// The rows of one `data` folder, written by one machine.
#[derive(Debug)]
pub struct Store {
    disk: Arc<dyn Disk>,
    data: PathBuf,
    poste: String,
    /// Segments to which nothing is added any more: nobody knows what the disk holds of them.
    abandoned: BTreeSet<PathBuf>,
    /// What the disk did not confirm once: it is not asked again.
    unsure: BTreeSet<PathBuf>,
    residue: Option<Residue>,
    /// Where there are keys, rows that count are sealed to them.
    keys: Keys,
}

impl Store {
    /// The store of a `data` folder of this machine; `poste` is its own random name.
    pub fn new(data: PathBuf, poste: String) -> Self {
        Self::on(Arc::new(RealDisk), data, poste)
    }

    /// The store of a `data` folder of any disk.
    pub fn on(disk: Arc<dyn Disk>, data: PathBuf, poste: String) -> Self {
        let (abandoned, unsure) = (BTreeSet::new(), BTreeSet::new());
        let keys = Keys::default();
        Self { disk, data, poste, abandoned, unsure, residue: None, keys }
    }

    /// The folder of its rows.
    pub fn data(&self) -> &Path {
        &self.data
    }

    fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The folder of the rows of a form.
    fn folder(&self, form: &Questionnaire, trial: bool) -> PathBuf {
        let base = if trial { self.data.join(TRIALS) } else { self.data.clone() };
        base.join(&form.head.id)
    }

    /// The file of the rows of a form on this machine; the first of its segments.
    pub fn file(&self, form: &Questionnaire, trial: bool) -> PathBuf {
        self.segments(&self.folder(form, trial), &form.stem())
    }

    /// The first of the segments of this machine that begin with this stem.
    fn segments(&self, folder: &Path, stem: &str) -> PathBuf {
        folder.join(format!("{stem}.{}.csv", self.poste))
    }
}
