//! Doing what the application asks: rows to the disk, settings kept, rows counted; and telling it
//! the day, the time that passed, and what is random.
//! Never decides.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use directories::UserDirs;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::dossier::{Dossier, state};
use super::voice::Voice;
use crate::analysis::day;
use crate::app::{Effect, Outcome, Speaks, World};
use crate::locale::Locale;
use crate::questionnaire::Questionnaire;
use crate::record::Record;
use crate::report::codebook;
use crate::store::names::EXPLAINED;
use crate::store::{
    Appended, Batch, Fault, Found as Left, Journal, Journals, Keys, Store, create_private, replace,
};
use crate::value::{Code, Date, Meta};

/// Paris, by its rule: the same on a machine without a table of time zones.
const PARIS: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// The day, the time and chance.
#[derive(Clone, Debug)]
pub(super) struct Outside {
    started: Instant,
    poste: Rc<std::cell::OnceCell<String>>,
}

impl Outside {
    pub fn new() -> Self {
        Self { started: Instant::now(), poste: Rc::default() }
    }

    /// A random number.
    pub fn random() -> u32 {
        let [a, b, c, d, ..] = *Uuid::new_v4().as_bytes();
        u32::from_le_bytes([a, b, c, d])
    }
}

impl World for Outside {
    fn today(&self) -> Date {
        let zone = TimeZone::posix(PARIS).unwrap_or(TimeZone::UTC);
        Timestamp::now().to_zoned(zone).date()
    }

    fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    fn fresh_id(&self) -> String {
        Uuid::new_v4().to_string()
    }

    fn fresh_code(&self) -> Code {
        Code::from_random(Self::random())
    }

    fn poste(&self) -> String {
        self.poste.get_or_init(poste).clone()
    }
}

/// The random name of this machine: made once, kept in the machine's own folder. Where it cannot be
/// kept, it holds as long as the program: a file of its own is better than a shared one.
fn poste() -> String {
    let fresh = random_letters();
    let Some(folder) = state() else { return fresh };
    let file = folder.join("poste");
    if !file.exists() {
        _ = keep_once(&folder, &file, &fresh);
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let kept = kept.trim();
    let is_ours = kept.len() == 8 && kept.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_ours { kept.to_owned() } else { fresh }
}

/// Writes a file of the machine, unless another process is quicker: its words are the ones that stand.
fn keep_once(folder: &Path, file: &Path, text: &str) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut fresh, text.as_bytes())?;
    fresh.as_file().sync_all()?;
    fresh.persist_noclobber(file)?;
    Ok(())
}

/// Eight letters: a name that no spreadsheet takes for a number.
fn random_letters() -> String {
    let letter = |byte: &u8| char::from(b'a' + byte % 26);
    Uuid::new_v4().as_bytes().iter().skip(8).map(letter).collect()
}

/// What can be done outside.
pub(super) struct Hands {
    pub(super) dossier: Dossier,
    pub(super) dossier_settings: PathBuf,
    data: PathBuf,
    pub(super) drafts: Journals,
    pub(super) outside: Outside,
    /// One store by `data` folder: it remembers the files that the disk did not confirm.
    stores: BTreeMap<PathBuf, Store>,
    pub(super) language: &'static str,
    /// The keys to which rows that count are sealed, where they are.
    keys: Keys,
    /// The journal of the interview under way.
    journal: Option<Journal>,
    /// That of the séance under way.
    pub(super) seance: Option<Journal>,
    /// What reads aloud.
    voice: Voice,
}

impl Hands {
    pub fn new(dossier: &Dossier, outside: &Outside, locale: &Locale, keys: &Keys) -> Self {
        Self {
            dossier: dossier.clone(),
            dossier_settings: dossier.settings_file(),
            data: dossier.data(),
            drafts: Journals::new(dossier.drafts()),
            journal: None,
            seance: None,
            voice: Voice::new(dossier.audio()),
            outside: outside.clone(),
            stores: BTreeMap::new(),
            language: locale.language(),
            keys: keys.clone(),
        }
    }

    /// Was anything found to read aloud with?
    pub fn speaks(&self) -> Speaks {
        self.voice.speaks()
    }

    /// Does it, and tells what came of it, where there is something to tell.
    pub fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        Some(match effect {
            Effect::Probe { form, trial, into } => {
                let store = reader(self.data(into.as_deref())).sealing(&self.keys);
                let probed = store.probe(&form, trial);
                Outcome::Probed(probed.map_err(Arc::new))
            }
            Effect::Save { record, into } => {
                let (form, trial) = (Arc::clone(record.form()), record.is_trial());
                let saved = self.append(into.as_deref(), &form, trial, &[*record]);
                Outcome::Saved(saved.map_err(Arc::new))
            }
            Effect::Correct(record) => {
                let corrected = reader(self.data(None)).correct(&record);
                Outcome::Corrected(corrected.map_err(Arc::new))
            }
            Effect::Keep(settings) => {
                let kept = replace(&self.dossier_settings, settings.text());
                Outcome::Kept(kept.map_err(Arc::new))
            }
            Effect::Count => {
                let today = self.outside.today();
                Outcome::Counted(day(&reader(self.data(None)), today))
            }
            Effect::Drafts => Outcome::Left(self.left()),
            Effect::BeginDraft { opening, steps } => {
                let name = Uuid::new_v4().simple().to_string();
                match self.drafts.begin(&name, &opening, &steps) {
                    Ok(journal) => {
                        self.journal = Some(journal);
                        return None;
                    }
                    Err(fault) => Outcome::Unkept(Arc::new(fault)),
                }
            }
            Effect::NoteDraft(steps) => {
                let noted = self.journal.as_mut().map_or(Ok(()), |journal| journal.note(&steps));
                Outcome::Unkept(Arc::new(noted.err()?))
            }
            Effect::EndDraft => {
                let removed = self.journal.take().map_or(Ok(()), Journal::remove);
                Outcome::Unremoved(Arc::new(removed.err()?))
            }
            Effect::LeaveDraft => {
                // It was only read: nothing of it is waited for.
                _ = self.journal.take().map_or(Ok(()), Journal::leave);
                return None;
            }
            Effect::ResumeDraft(path) => Outcome::TakenUp(match self.drafts.resume(&path) {
                Ok(taken) => Ok(taken.map(|(journal, draft)| {
                    self.journal = Some(journal);
                    Box::new(draft)
                })),
                Err(fault) => Err(Arc::new(fault)),
            }),
            Effect::EraseDraft(path) => Outcome::Erased(self.drafts.erase(&path).map_err(Arc::new)),
            Effect::Seance(wish) => Outcome::Seance(self.seance(wish)?),
            Effect::Desk(errand) => Outcome::Desk(self.errand(errand)),
            Effect::Atelier(task) => Outcome::Atelier(self.around_the_table(task)),
            Effect::Staff(_) => Outcome::Staff(false),
            Effect::Speak(speech) => {
                self.voice.speak(*speech);
                return None;
            }
            Effect::Hush => {
                self.voice.hush();
                return None;
            }
            Effect::Quit => return None,
        })
    }

    /// Waits until the disk has what is kept of an interview that did not end.
    pub fn leave(&mut self) -> Result<(), Fault> {
        let seance = self.seance.take().map_or(Ok(()), Journal::leave);
        self.journal.take().map_or(Ok(()), Journal::leave).and(seance)
    }

    /// The journals that nobody holds. One whose row is on the disk is only what remained when the
    /// program was killed between the two: it goes.
    fn left(&self) -> Vec<Left> {
        let mut left = self.drafts.abandoned();
        let store = reader(self.data(None));
        let row = |left: &Left| {
            let id =
                left.draft.as_ref().map(|draft| draft.opening.meta(Meta::ReponseId).to_owned());
            id.filter(|id| !id.is_empty())
        };
        let ids: Vec<String> = left.iter().filter_map(row).collect();
        let saved = store.saved_among(&ids.iter().map(String::as_str).collect());
        left.retain(|left| {
            let is_saved = row(left).is_some_and(|id| saved.contains(id.as_str()));
            !(is_saved && self.drafts.erase(&left.path).is_ok())
        });
        left
    }

    /// Appends rows, and explains the folder to who finds it.
    pub fn append(
        &mut self,
        into: Option<&Path>,
        form: &Questionnaire,
        trial: bool,
        records: &[Record],
    ) -> Result<Appended, Fault> {
        self.append_batch(into, form, &Batch::new(form, trial, records))
    }

    /// The same, of rows that are written out already.
    pub fn append_batch(
        &mut self,
        into: Option<&Path>,
        form: &Questionnaire,
        batch: &Batch,
    ) -> Result<Appended, Fault> {
        self.explained(into, |store| store.append_batch(form, batch))
    }

    /// Adds something to the data, and explains the folder to who finds it.
    pub(super) fn explained(
        &mut self,
        into: Option<&Path>,
        append: impl FnOnce(&mut Store) -> Result<Appended, Fault>,
    ) -> Result<Appended, Fault> {
        let language = self.language;
        let data = self.data(into);
        let page = data.join(EXPLAINED);
        let poste = || self.outside.poste();
        let fresh = |data: &PathBuf| Store::new(data.clone(), poste()).sealing(&self.keys);
        let store = self.stores.entry(data).or_insert_with_key(fresh);
        let appended = append(store)?;
        explain(&page, &Locale::new(language));
        Ok(appended)
    }

    /// The file of the trials of a form on this machine, where it holds a row of this identifier.
    pub fn holds(&self, form: &Questionnaire, id: &str) -> Result<Option<PathBuf>, Fault> {
        let store = Store::new(self.data(None), self.outside.poste());
        let file = store.file(form, true);
        if !file.exists() {
            return Ok(None);
        }
        let mut found = false;
        store.each_row(&file, |row| found |= row.meta(Meta::ReponseId) == id)?;
        Ok(found.then_some(file))
    }

    /// The folder of the rows: the usual one, or that of the folder chosen.
    pub(super) fn data(&self, into: Option<&Path>) -> PathBuf {
        into.map_or_else(|| self.data.clone(), |folder| typed_path(folder).join("data"))
    }
}

/// A folder as it was typed: in the person's own where it begins so.
pub(super) fn typed_path(folder: &Path) -> PathBuf {
    let home = UserDirs::new().map(|user| user.home_dir().to_owned());
    let folder = match (folder.strip_prefix("~"), home) {
        (Ok(under), Some(home)) => home.join(under),
        _ => folder.to_owned(),
    };
    std::path::absolute(&folder).unwrap_or(folder)
}

/// Writes the page that explains a `data` folder, unless it is there. Rows that stand are saved,
/// whether or not the page beside them could be written.
pub(super) fn explain(page: &Path, locale: &Locale) {
    if !page.exists() {
        _ = create_private(page, &codebook(locale));
    }
}

/// A store that only looks: it needs no name of the machine, and makes none.
pub(super) fn reader(data: PathBuf) -> Store {
    Store::new(data, String::new())
}
