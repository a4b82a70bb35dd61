//! `recueil open --identity KEY`: sealed rows, opened with a private key, as rows of a dossier.
//! Never removes a sealed file before its row is on the disk, and never one that stays closed.

use std::collections::BTreeSet;
use std::io::{BufRead, IsTerminal, stdin};
use std::path::{Path, PathBuf};

use super::Exit;
use super::dossier::Dossier;
use super::parcel::unpack;
use super::perform::{Outside, explain};
use crate::app::World;
use crate::locale::{Locale, shown};
use crate::store::names::{DATA, EXPLAINED, SEALED};
use crate::store::{
    CAN_SEAL, Fault, NoIdentity, PrivateKey, RealDisk, Sorted, Store, Unopened, note_copy,
    parcel_at,
};

/// What stands for a key that is typed.
const TYPED: &str = "-";

/// What rows are that were opened elsewhere, in the table of copies.
const OPENED: &str = "ouverture";

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Open {
    /// The file of the private key.
    pub identity: PathBuf,
    /// Where the sealed files are; the dossier itself where nothing is said.
    pub from: Vec<PathBuf>,
    /// The dossier that the rows are added to; the dossier itself where nothing is said.
    pub into: Option<PathBuf>,
    pub after: After,
}

/// What becomes of a sealed file whose row stands in the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    Keep,
    Remove,
}

/// Why nothing more is done, in words.
struct Stop(String);

/// Opens what can be opened, and tells what could not.
pub(super) fn open(locale: &Locale, dossier: &Dossier, outside: &Outside, asked: &Open) -> Exit {
    match opened(locale, dossier, outside, asked) {
        Ok(0) => Exit::Done,
        Ok(_) => Exit::Problems,
        Err(Stop(message)) => {
            eprintln!("{}", shown(&message));
            Exit::Failed
        }
    }
}

/// The same; says how many files stay as they are because something is wrong with them.
fn opened(
    locale: &Locale,
    dossier: &Dossier,
    outside: &Outside,
    asked: &Open,
) -> Result<usize, Stop> {
    if !CAN_SEAL {
        return Err(Stop(locale.say("keys-cannot")));
    }
    let failed = |fault: Fault| Stop(locale.fault(&fault));
    let key = key(locale, &asked.identity)?;
    let (parcels, from): (Vec<PathBuf>, Vec<PathBuf>) =
        asked.from.iter().cloned().partition(|place| parcel_at(&RealDisk, place).is_some());
    for parcel in &parcels {
        unpack(locale, &key, parcel, asked.into.as_deref()).map_err(Stop)?;
    }
    if !parcels.is_empty() && from.is_empty() {
        return Ok(0);
    }
    let into = asked.into.as_deref().unwrap_or(dossier.root());
    let data = std::path::absolute(into).unwrap_or_else(|_| into.to_owned()).join(DATA);
    let mut store = Store::new(data.clone(), outside.poste());
    let mut rows = Vec::new();
    let mut wrong = 0;
    let sealed = files(locale, dossier, &store, &from)?;
    for file in &sealed {
        match store.open(file, &key) {
            Ok(row) => rows.push(row),
            Err(reason) => {
                wrong += 1;
                eprintln!("{}", shown(&unopened(locale, file, &reason)));
            }
        }
    }
    let sorted = store.sort(rows).map_err(failed)?;
    if !sorted.new.is_empty() {
        note(locale, &outside.today().to_string(), &data, &sealed).map_err(failed)?;
    }
    for file in &sorted.disputed {
        wrong += 1;
        eprintln!("{}", shown(&named(locale, "open-disputed", file)));
    }
    for (form, batch) in &sorted.new {
        let appended = store.append_batch(form, batch).map_err(failed)?;
        let file = appended.file.display().to_string();
        let arguments = [("rows", appended.rows.into()), ("file", file.into())];
        println!("{}", locale.tell("open-added", &arguments));
    }
    if !sorted.new.is_empty() {
        explain(&data.join(EXPLAINED), locale);
    }
    tell_others(locale, &sorted, &data);
    if asked.after == After::Remove {
        store.remove_sealed(&sorted.settled).map_err(failed)?;
        let count = sorted.settled.len();
        println!("{}", locale.tell("open-removed", &[("count", count.into())]));
    } else if !sorted.settled.is_empty() {
        println!("{}", locale.say("open-left"));
    }
    if wrong > 0 {
        eprintln!("{}", locale.tell("open-unopened", &[("count", wrong.into())]));
    }
    Ok(wrong)
}

/// Notes, before any row is added, where else the same rows are: in a dossier that holds them sealed,
/// where they were opened; where they are opened, in which folder they are sealed. A withdrawal names
/// both. What is sealed on a disk that cannot be written to is opened all the same, and that is told.
fn note(locale: &Locale, day: &str, data: &Path, sealed: &[PathBuf]) -> Result<(), Fault> {
    let folders: BTreeSet<&Path> = sealed.iter().filter_map(|file| file.parent()).collect();
    for folder in folders {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let of_dossier = folder.parent().filter(|_| folder.ends_with(SEALED));
        if of_dossier == Some(data) {
            continue;
        }
        if let Some(source) = of_dossier
            && let Err(fault) = note_copy(&RealDisk, source, day, OPENED, data)
        {
            eprintln!("{}", shown(&locale.fault(&fault)));
        }
        note_copy(&RealDisk, data, day, SEALED, &folder)?;
    }
    Ok(())
}

/// Tells of the rows that were not added, and who can read those that were.
fn tell_others(locale: &Locale, sorted: &Sorted, data: &Path) {
    if sorted.new.is_empty() {
        println!("{}", locale.say("open-nothing"));
    }
    for (id, count) in [("open-there", sorted.there), ("open-withdrawn", sorted.withdrawn)] {
        if count > 0 {
            println!("{}", locale.tell(id, &[("count", count.into())]));
        }
    }
    if !sorted.new.is_empty() {
        let folder = data.display().to_string();
        println!("{}", locale.tell("open-readable", &[("folder", folder.into())]));
    }
}

/// The private key, from its file or typed.
fn key(locale: &Locale, file: &Path) -> Result<PrivateKey, Stop> {
    let name = file.display().to_string();
    let text =
        if file.as_os_str() == TYPED { typed(locale) } else { std::fs::read_to_string(file) };
    let text = text.map_err(|error| {
        let reason = locale.tell("reason-other", &[("system", error.to_string().into())]);
        Stop(
            locale.tell("fault-read", &[("path", name.as_str().into()), ("reason", reason.into())]),
        )
    })?;
    PrivateKey::read(&text).map_err(|wrong| match wrong {
        NoIdentity::None => Stop(locale.tell("open-key-none", &[("file", name.into())])),
        NoIdentity::Mistyped(checks) => {
            let arguments = [("file", name.into()), ("checks", checks.join(" · ").into())];
            Stop(locale.tell("open-key-mistyped", &arguments))
        }
    })
}

/// What is typed until an empty line.
fn typed(locale: &Locale) -> std::io::Result<String> {
    if stdin().is_terminal() {
        eprintln!("{}", locale.say("open-type"));
    }
    let mut text = String::new();
    for line in stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() && !text.is_empty() {
            break;
        }
        text += &line;
        text.push('\n');
    }
    Ok(text)
}

/// The sealed files of all sources.
fn files(
    locale: &Locale,
    dossier: &Dossier,
    store: &Store,
    from: &[PathBuf],
) -> Result<Vec<PathBuf>, Stop> {
    let own = [dossier.root().to_owned()];
    let places = if from.is_empty() { own.as_slice() } else { from };
    let mut files = Vec::new();
    for place in places {
        let found = store.sealed_at(place);
        files.extend(found.ok_or_else(|| Stop(named_folder(locale, "open-none", place)))?);
    }
    Ok(files)
}

pub(super) fn unopened(locale: &Locale, file: &Path, reason: &Unopened) -> String {
    match reason {
        Unopened::OtherKey => named(locale, "open-other-key", file),
        Unopened::Damaged => named(locale, "open-damaged", file),
        Unopened::Unknown => named(locale, "open-unknown", file),
        Unopened::Unread(fault) => locale.fault(fault),
    }
}

fn named(locale: &Locale, id: &str, file: &Path) -> String {
    locale.tell(id, &[("file", file.display().to_string().into())])
}

fn named_folder(locale: &Locale, id: &str, folder: &Path) -> String {
    locale.tell(id, &[("folder", folder.display().to_string().into())])
}
