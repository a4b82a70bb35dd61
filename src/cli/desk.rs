//! Doing what the screens ask that home leads to: the sheets of the day, copies.
//! Never decides.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::copy::copied;
use super::correct::is_of_day;
use super::perform::{Hands, reader, typed_path};
use super::rows::form_of;
use super::send::{looked, prepared};
use crate::analysis::disclosure::disclose;
use crate::analysis::mirror::sayings;
use crate::analysis::report::{Asked, Audience, Known, Sources, Trials, report};
use crate::analysis::texts::Texts;
use crate::app::{Errand, Invented, News, Recorded, ResultsFound, World, notice_version};
use crate::locale::Locale;
use crate::questionnaire::{Library, Questionnaire};
use crate::record::{People, Rows};
use crate::store::{Batch, Fault, Row};

/// The folders in which systems show what is plugged in, and how deep below them it is.
const PLUGGED: [(&str, usize); 4] =
    [("/media", 2), ("/run/media", 2), ("/mnt", 1), ("/Volumes", 1)];

impl Hands {
    /// Does it, and tells what came of it.
    pub(super) fn errand(&mut self, errand: Errand) -> News {
        match errand {
            Errand::Sheets => {
                let (rows, unknown) = self.sheets_of_today();
                News::Sheets(rows, unknown)
            }
            Errand::Results(referentiel) => News::Results(Box::new(self.results(referentiel))),
            Errand::Invent { form, sheets } => {
                News::Invented(self.invent(&form, sheets).map_err(Arc::new))
            }
            Errand::Mirror(glance) => News::Mirror(self.glance(glance)),
            Errand::Sticks => News::Sticks(plugged()),
            Errand::Parcel(settings) => {
                let locale = Locale::new(self.language);
                let name = |folder: PathBuf| folder.join(format!("envoi-{}", self.outside.today()));
                let places = plugged().into_iter().map(name).collect();
                News::Parcel(looked(&locale, &self.dossier, &settings), places)
            }
            Errand::Send { settings, to, present } => {
                let (locale, to) = (Locale::new(self.language), typed_path(&to));
                News::Sent(prepared(&locale, &self.dossier, &settings, &to, present))
            }
            Errand::Copy(to) => {
                let locale = Locale::new(self.language);
                let to = typed_path(&to);
                News::Copied(copied(&locale, &self.dossier, &self.outside, &to).map_err(Arc::new))
            }
        }
    }

    /// The answers of a référentiel, those that count and trials.
    fn results(&self, referentiel: String) -> ResultsFound {
        let store = reader(self.data(None));
        let library = Library::load(self.dossier.questionnaires());
        let mut catalogue = vec![library.core()];
        if referentiel != catalogue[0].head.id {
            catalogue.extend(library.referentiel(&referentiel));
        }
        let form_of = |file: &Path| form_of(&self.dossier, file);
        let known = Known { catalogue: &catalogue, form_of: &form_of };
        let rows = Sources { stores: &[&store], only: None };
        let [counting, trials] = [Trials::Out, Trials::Only].map(|trials| {
            let referentiels = vec![referentiel.clone()];
            let asked = Asked { trials, referentiels, ..Asked::all(self.outside.today()) };
            disclose(report(rows, &asked, known), Audience::Inside)
        });
        let texts = Texts { told: &counting, rows, trials: Trials::Out, known };
        // What cannot be read is not quoted; a report says why.
        let quoted = store.reread().map(|reread| texts.quoted(&reread)).unwrap_or_default();
        let mut said = sayings(&[&store], false);
        said.retain(|saying| {
            library.form(&saying.form).is_some_and(|form| form.head.id == referentiel)
        });
        ResultsFound { referentiel, counting, trials, quoted, sayings: said }
    }

    /// Appends invented trials, from the first number of which the machine holds none.
    fn invent(&mut self, form: &Arc<Questionnaire>, sheets: u64) -> Result<Invented, Fault> {
        let mut seed = 1;
        let rows = loop {
            let rows = Rows::new(form, seed, People::Apart, &notice_version(form));
            if self.holds(form, &rows.id(0))?.is_none() {
                break rows;
            }
            seed += 1;
        };
        let batch = Batch::new(form, true, (0..sheets).map(|number| rows.row(number)));
        let file = self.append_batch(None, form, &batch)?.file;
        Ok(Invented { seed, sheets, file })
    }

    /// The rows typed or answered today, with their forms, and how many have none any more.
    fn sheets_of_today(&self) -> (Vec<Recorded>, usize) {
        let today = self.outside.today();
        let (mut rows, mut unknown) = (Vec::new(), 0);
        let mut last: Option<(PathBuf, Option<Arc<Questionnaire>>)> = None;
        let mut visit = |file: &Path, row: &Row<'_>| {
            if !is_of_day(row, today) {
                return;
            }
            if last.as_ref().is_none_or(|(known, _)| known != file) {
                last = Some((file.to_owned(), form_of(&self.dossier, file)));
            }
            match last.as_ref().and_then(|(_, form)| form.as_ref()) {
                Some(form) => rows.push(Recorded::new(form, row)),
                None => unknown += 1,
            }
        };
        let store = reader(self.data(None));
        for trial in [false, true] {
            // A file that cannot be read is told when the program starts.
            _ = store.standing(trial, &mut visit);
        }
        (rows, unknown)
    }
}

/// The folders of what is plugged in.
fn plugged() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        PLUGGED.iter().flat_map(|(folder, deep)| below(Path::new(folder), *deep)).collect();
    // The first two letters are those of floppy disks, the third that of the system.
    if cfg!(windows) {
        let drives = ('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\")));
        found.extend(drives.filter(|drive| drive.is_dir()));
    }
    found.sort();
    found
}

/// The disks that are so many folders below this one.
fn below(folder: &Path, deep: usize) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let folders = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    if deep > 1 {
        return folders.flat_map(|folder| below(&folder, deep - 1)).collect();
    }
    folders.filter(|path| is_other_disk(path, folder)).collect()
}

/// Is a folder on another disk than the folder above it? One that is left of a stick is not.
#[cfg(unix)]
fn is_other_disk(folder: &Path, above: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| path.metadata().map(|about| about.dev()).ok();
    disk(folder).is_some_and(|own| disk(above) != Some(own))
}

#[cfg(not(unix))]
fn is_other_disk(_folder: &Path, _above: &Path) -> bool {
    true
}
