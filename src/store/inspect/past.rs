//! What lies beside the rows that stand: those that were corrected, and interviews not finished.
//! Never looks at a row that stands: those are known already.

use std::path::Path;
use std::sync::Arc;

use super::known::{Row as Kept, key, named};
use super::{Finding, Looking, Seen};
use crate::questionnaire::Questionnaire;
use crate::store::names::HISTORY;
use crate::store::{Journals, Met, Row, seance};
use crate::value::Meta;

impl<V: FnMut(&Path, Option<&Arc<Questionnaire>>, &Row<'_>)> Looking<'_, V> {
    /// The rows that were corrected: each is named by the one that replaces it, and does not stand.
    pub(super) fn history(&mut self) {
        for trial in [false, true] {
            for folder in self.store.row_folders(trial) {
                let folder = folder.join(HISTORY);
                if self.is_folder(&folder) {
                    self.history_of(&folder);
                }
            }
        }
        self.ids.replaced.sort_unstable();
        let replaced = std::mem::take(&mut self.ids.replaced);
        for (id, file, line) in std::mem::take(&mut self.ids.history) {
            let path = self.files[file].clone();
            if self.withdrawn.binary_search(&id).is_ok() {
                self.tell_line(&path, line, Seen::Withdrawn);
            } else if replaced.binary_search(&id).is_err() {
                let stands = self.ids.standing.contains_key(&id);
                let what = if stands { Seen::Uncorrected } else { Seen::Unreplaced };
                self.tell_line(&path, line, what);
            }
        }
        let mut both: Vec<Kept> =
            replaced.iter().filter_map(|id| self.ids.standing.get(id).copied()).collect();
        both.sort_unstable_by_key(|kept| (kept.file, kept.line));
        both.dedup();
        for kept in both {
            let path = self.files[kept.file].clone();
            self.tell_line(&path, kept.line, Seen::Replaced);
        }
    }

    fn history_of(&mut self, folder: &Path) {
        for path in self.entries(folder) {
            let name = named(&path);
            match (self.is_folder(&path), name.extension.as_str(), name.form()) {
                (false, "csv", Some(_)) => self.history_rows(&path),
                (false, "csv", None) => self.tell(&path, Seen::Unnamed),
                _ => self.beside(&path, &name),
            }
        }
    }

    fn history_rows(&mut self, path: &Path) {
        let file = self.files.len();
        self.files.push(path.to_owned());
        let store = self.store;
        let read = store.read_rows(path, |met| match met {
            Met::Oddity(oddity) => self.found.findings.push(Finding::odd(path, oddity)),
            Met::Row(row) => {
                self.found.corrected += 1;
                self.ids.history.push((key(row.meta(Meta::ReponseId)), file, row.line()));
                // A row that was corrected twice is replaced by one that is in the history as well.
                let replaced = row.meta(Meta::Remplace);
                if !replaced.is_empty() {
                    self.ids.replaced.push(key(replaced));
                }
            }
        });
        if let Err(fault) = read {
            self.tell(path, Seen::Unread(fault));
        }
    }

    /// The interviews that nobody goes on with; those under way are left alone.
    pub(super) fn drafts(&mut self, journals: &Journals) {
        let folder = journals.folder();
        if !self.is_folder(folder) {
            return;
        }
        self.found.paths.push(folder.to_owned());
        for path in self.entries(folder) {
            let name = named(&path);
            // A séance that was left is offered by the program itself, and holds no answer.
            let known = [Journals::EXTENSION, seance::EXTENSION];
            if !known.contains(&name.extension.as_str()) {
                self.beside(&path, &name);
            }
        }
        for left in journals.abandoned() {
            let what = match &left.draft {
                None => Seen::UnreadDraft,
                Some(draft) => {
                    let id = draft.opening.meta(Meta::ReponseId);
                    let is_saved = !id.is_empty() && self.ids.standing.contains_key(&key(id));
                    match draft.answered() {
                        _ if is_saved => Seen::SavedDraft,
                        answered if draft.is_torn => Seen::TornDraft(answered),
                        answered => Seen::Draft(answered),
                    }
                }
            };
            self.tell(&left.path, what);
        }
    }
}
