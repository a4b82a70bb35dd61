//! What was written is confirmed by the disk on a thread of its own, so that no key waits for it.
//! Never writes, and never forgets a refusal.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use super::disk::{Disk, OpenFile};
use super::fault::{Action, At, Fault};
use super::files;

/// The thread that has the disk confirm what was written, so that no key waits for it.
#[derive(Debug)]
pub(super) struct Syncing {
    asked: Sender<()>,
    /// What the disk refused to confirm: nothing is written after it.
    refused: Arc<Mutex<Option<Fault>>>,
    thread: JoinHandle<()>,
}

impl Syncing {
    pub fn of(disk: &Arc<dyn Disk>, file: &dyn OpenFile, path: &Path) -> Result<Self, Fault> {
        let (disk, file) = (Arc::clone(disk), file.another().at(Action::Open, path)?);
        let (asked, wanted) = channel();
        let refused = Arc::new(Mutex::new(None));
        let (of, told) = (path.to_owned(), Arc::clone(&refused));
        let work = move || sync_when_asked(&*disk, file, &of, &wanted, &told);
        let thread = Builder::new().name("journal".into()).spawn(work).at(Action::Sync, path)?;
        Ok(Self { asked, refused, thread })
    }

    /// Has all that was written so far confirmed, some time soon.
    pub fn ask(&self) {
        // Nobody listens any more only after a refusal, which the next write tells.
        _ = self.asked.send(());
    }

    pub fn fault(&self) -> Result<(), Fault> {
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone();
        refused.map_or(Ok(()), Err)
    }

    /// Waits until all that was asked is confirmed.
    pub fn wait(self) -> Result<(), Fault> {
        drop(self.asked);
        _ = self.thread.join();
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner).take();
        refused.map_or(Ok(()), Err)
    }
}

fn sync_when_asked(
    disk: &dyn Disk,
    mut file: Box<dyn OpenFile>,
    path: &Path,
    wanted: &Receiver<()>,
    refused: &Mutex<Option<Fault>>,
) {
    let mut is_named = false;
    while wanted.recv().is_ok() {
        // What was asked meanwhile is confirmed by the same call.
        while wanted.try_recv().is_ok() {}
        let mut synced = file.sync().at(Action::Sync, path);
        if !is_named && synced.is_ok() {
            is_named = true;
            // Its name, and that of its folder, which may be as new.
            let mut above = path.ancestors().skip(1).take(2);
            synced = above.try_for_each(|folder| files::sync_folder(disk, folder));
        }
        if let Err(fault) = synced {
            *refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(fault);
            return;
        }
    }
}
