//! Doing what a séance asks: its journal, its lines beside the rows, the sheets to be printed.
//! Never decides.

use std::path::PathBuf;
use std::sync::Arc;

use uuid::Uuid;

use super::perform::{Hands, reader};
use super::sheets::numbered;
use crate::analysis::{Together, last_row, last_seance, tally};
use crate::app::{Came, Memory, Recorded, Settings, Wish, World};
use crate::locale::Locale;
use crate::questionnaire::Questionnaire;
use crate::report::{self, Sides};
use crate::store::{Fault, Journal, LeftSeance, Notes, Store, create_private};
use crate::value::Meta;

impl Hands {
    /// Does it, and tells what came of it, where there is something to tell.
    pub(super) fn seance(&mut self, wish: Wish) -> Option<Came> {
        Some(match wish {
            Wish::Look => Came::Left(self.seances_left()),
            Wish::Recall { form, register, trial } => {
                Came::Recalled(self.recall(&form, register.as_deref(), trial))
            }
            Wish::Count { together, into } => {
                Came::Counted(tally(&reader(self.data(into.as_deref())), &together))
            }
            Wish::Begin(notes) => {
                let name = Uuid::new_v4().simple().to_string();
                match self.drafts.begin_seance(&name, &notes) {
                    Ok(journal) => {
                        self.seance = Some(journal);
                        return None;
                    }
                    Err(fault) => Came::Unkept(Arc::new(fault)),
                }
            }
            Wish::Note(notes) => Came::Unkept(Arc::new(self.note(&notes).err()?)),
            Wish::End => {
                let removed = self.seance.take().map_or(Ok(()), Journal::remove);
                Came::Unkept(Arc::new(removed.err()?))
            }
            Wish::Leave => {
                let left = self.seance.take().map_or(Ok(()), Journal::leave);
                Came::Unkept(Arc::new(left.err()?))
            }
            Wish::TakeUp(path) => Came::TakenUp(match self.drafts.resume_seance(&path) {
                Ok(taken) => Ok(taken.map(|(journal, notes)| {
                    self.seance = Some(journal);
                    notes
                })),
                Err(fault) => Err(Arc::new(fault)),
            }),
            Wish::Save { held, into } => {
                let saved = self.explained(into.as_deref(), |store| store.append_held(&held));
                Came::Saved(saved.map(|appended| appended.file).map_err(Arc::new))
            }
            Wish::Row { form, together, sheet, into } => {
                let store = reader(self.data(into.as_deref()));
                Came::Row(row_of(&store, &form, &together, sheet).map(Box::new))
            }
            Wish::Print { form, first, count, settings } => {
                Came::Printed(self.print(&form, first, count, &settings).map_err(Arc::new))
            }
        })
    }

    fn note(&mut self, notes: &Notes) -> Result<(), Fault> {
        self.seance.as_mut().map_or(Ok(()), |journal| journal.note_seance(notes))
    }

    /// The séances that nobody ended. One whose line is on the disk is only what remained when the
    /// program was killed between the two: its journal goes.
    fn seances_left(&self) -> Vec<LeftSeance> {
        let mut left = self.drafts.seances();
        let store = reader(self.data(None));
        left.retain(|left| {
            let id = left.notes.iter().find(|(name, _)| name == crate::record::SEANCE_ID);
            let is_over = id.is_some_and(|(_, id)| store.has_seance(id));
            !(is_over && self.drafts.erase(&left.path).is_ok())
        });
        left
    }

    fn recall(
        &self,
        form: &Questionnaire,
        register: Option<&Questionnaire>,
        trial: bool,
    ) -> Memory {
        let (store, poste) = (reader(self.data(None)), self.outside.poste());
        let last = |register| last_row(&store, register, &poste, trial);
        Memory {
            seance: last_seance(&store, form, &poste, trial),
            register: register.map(last).unwrap_or_default(),
        }
    }

    /// The file of a page beside the settings, under this name or the first after it that no file
    /// has.
    pub(super) fn free_page(&self, name: &str) -> PathBuf {
        let names = (1..).map(|number| match number {
            1 => format!("{name}.html"),
            number => format!("{name}-{number}.html"),
        });
        let mut paths = names.map(|name| self.dossier_settings.with_file_name(name));
        let free = paths.find(|path| !path.exists());
        free.unwrap_or_else(|| self.dossier_settings.with_file_name(name))
    }

    /// Writes sheets beside the settings, under a name that no file has.
    fn print(
        &self,
        form: &Questionnaire,
        first: u32,
        count: u32,
        settings: &Settings,
    ) -> Result<PathBuf, Fault> {
        let locale = Locale::new(self.language);
        let sheets = numbered(form, count, first);
        let printed = report::sheets(&locale, form, settings, &sheets, Sides::One);
        let path = self.free_page(&format!("{}-feuilles-{first}-{}", form.id, first + count - 1));
        create_private(&path, &printed.html)?;
        Ok(path)
    }
}

/// The row of a sheet of a séance, asked with the form as it is now; the last where several bear its
/// number.
fn row_of(
    store: &Store,
    form: &Arc<Questionnaire>,
    together: &Together,
    sheet: u32,
) -> Option<Recorded> {
    let mut found = None;
    _ = store.standing(together.trial, |_, row| {
        let is_asked = row.meta(Meta::Empreinte) == form.short_fingerprint();
        let is_sheet = row.meta(Meta::Feuille).parse() == Ok(sheet);
        if is_asked && is_sheet && together.has(row) {
            found = Some(Recorded::new(form, row));
        }
    });
    found
}
