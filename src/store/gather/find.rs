//! What a source holds: the files of rows, of withdrawals, of what was settled, wherever they lie in
//! it.
//! Never reads them, and never looks at drafts or at what is being written.

use std::path::{Path, PathBuf};

use super::super::disk::Disk;
use super::super::files;
use super::super::names::{
    CLOSING, COPIES, DATA, DEFINITIONS, DISPUTED, DRAFTS, HISTORY, MANIFEST, PAIRED, PUBLICATIONS,
    QUESTIONNAIRES, QUOTED, REREAD, ROWS, RULINGS, SEALED, SEALED_ROW, SENT, SLIP, TOTALS, TRIALS,
    WITHDRAWN,
};
use super::super::seance::is_held;
use super::place::{Home, Tree, is_name, is_stem, named};
use crate::record::Apart;

/// How deep a folder that holds dossiers is searched.
const DEPTH: usize = 5;

/// Files of `data` that are of one place alone.
const OF_ONE_PLACE: [&str; 4] = [COPIES, PAIRED, PUBLICATIONS, SENT];

/// Files beside the `data` of a set or of what was sent, which hold no rows.
const BESIDE: [&str; 4] = [MANIFEST, QUOTED, SLIP, TOTALS];

/// Folders of a dossier that hold no rows.
const NOT_ROWS: [&str; 2] = [DRAFTS, QUESTIONNAIRES];

/// In which part of a set a row was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Among those that stand.
    Standing,
    /// Among those that were corrected.
    Past,
    /// Among the versions of a conflict.
    Disputed,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Rows; their home where the name says it, the tree in any case, and the machine.
    Rows { tree: Tree, home: Option<Home>, part: Part, machine: Option<String> },
    /// What is kept of séances beside the rows; where its name says that it belongs.
    Held { tree: Tree, home: Option<Home> },
    /// Identifiers of rows that were withdrawn.
    Withdrawn,
    /// Versions of rows in conflict, of this `data` folder.
    Disputed { data: PathBuf },
    /// What was settled.
    Rulings,
    /// What was decided of open texts.
    Reread,
    /// A form as it was asked.
    Definition { tree: Tree, referentiel: String, stem: String },
    /// A sealed row.
    Sealed { name: String },
}

/// A file of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub path: PathBuf,
    pub kind: Kind,
}

/// The files of a source: a file, a `data` folder, a dossier, or a folder that holds several.
/// Nothing under `skipped` is one.
pub(super) fn pieces(disk: &dyn Disk, source: &Path, skipped: &Path) -> Vec<Piece> {
    let mut found = Vec::new();
    if !files::is_folder(disk, source) {
        found.push(alone(source));
    } else if is_data(disk, source) {
        of_data(disk, source, &mut found);
    } else {
        let direct = files::of_extension(disk, source, ROWS);
        let direct = direct.iter().filter(|file| !BESIDE.iter().any(|name| file.ends_with(name)));
        found.extend(direct.map(|file| alone(file)));
        search(disk, source, skipped, DEPTH, &mut found);
    }
    found
}

/// A file that is named by itself: its rows say where they belong.
fn alone(path: &Path) -> Piece {
    let is_past = path.parent().is_some_and(|folder| folder.ends_with(HISTORY));
    let part = if is_past { Part::Past } else { Part::Standing };
    let kind = match path.file_name().and_then(|name| name.to_str()) {
        Some(WITHDRAWN) => Kind::Withdrawn,
        _ if is_held(path) => Kind::Held { tree: Tree::Counting, home: None },
        _ => {
            let machine = named(path).map(|(_, machine)| machine);
            Kind::Rows { tree: Tree::Counting, home: None, part, machine }
        }
    };
    Piece { path: path.to_owned(), kind }
}

fn search(disk: &dyn Disk, folder: &Path, skipped: &Path, depth: usize, found: &mut Vec<Piece>) {
    for path in folders(disk, folder) {
        if path == skipped || NOT_ROWS.iter().any(|name| path.ends_with(name)) {
            continue;
        }
        if is_data(disk, &path) {
            of_data(disk, &path, found);
        } else if depth > 1 {
            search(disk, &path, skipped, depth - 1, found);
        }
    }
}

/// Does a folder hold the rows of a station? Its name says so, or what it holds.
fn is_data(disk: &dyn Disk, folder: &Path) -> bool {
    let holds_forms = |folder: &PathBuf| {
        files::of_extension(disk, folder, ROWS).iter().any(|file| named(file).is_some())
    };
    folder.ends_with(DATA)
        || files::exists(disk, &folder.join(WITHDRAWN))
        || folders(disk, folder).iter().any(holds_forms)
}

/// Every file of a `data` folder that is gathered.
pub(super) fn of_data(disk: &dyn Disk, data: &Path, found: &mut Vec<Piece>) {
    for file in files::of_extension(disk, data, ROWS) {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let kind = match name {
            WITHDRAWN => Kind::Withdrawn,
            DISPUTED => Kind::Disputed { data: data.to_owned() },
            RULINGS => Kind::Rulings,
            REREAD => Kind::Reread,
            // While a cycle is being closed: which code became which number stays where it is.
            _ if OF_ONE_PLACE.contains(&name) || name.starts_with(CLOSING) => continue,
            _ => alone(&file).kind,
        };
        found.push(Piece { path: file, kind });
    }
    for tree in [Tree::Counting, Tree::Trials] {
        for folder in folders(disk, &tree.folder(data)) {
            let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if is_name(name) && ![TRIALS, SEALED].contains(&name) {
                of_referentiel(disk, tree, &folder, name, found);
            }
        }
    }
    for path in files::of_extension(disk, &data.join(SEALED), SEALED_ROW) {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let kind = Kind::Sealed { name: name.to_owned() };
        found.push(Piece { path, kind });
    }
}

fn of_referentiel(disk: &dyn Disk, tree: Tree, folder: &Path, id: &str, found: &mut Vec<Piece>) {
    for (part, folder) in [
        (Part::Standing, folder.to_owned()),
        (Part::Standing, folder.join(Apart::Collectif.word())),
        (Part::Standing, folder.join(Apart::Miroir.word())),
        (Part::Past, folder.join(HISTORY)),
    ] {
        for path in files::of_extension(disk, &folder, ROWS) {
            let named = named(&path);
            if is_held(&path) {
                let stem = named.map(|(stem, _)| stem).unwrap_or_default();
                let home = Some(Home { tree, referentiel: id.to_owned(), stem });
                found.push(Piece { path, kind: Kind::Held { tree, home } });
                continue;
            }
            let home = named.as_ref().map(|(stem, _)| Home {
                tree,
                referentiel: id.to_owned(),
                stem: stem.clone(),
            });
            let machine = named.map(|(_, machine)| machine);
            found.push(Piece { path, kind: Kind::Rows { tree, home, part, machine } });
        }
    }
    for path in files::of_extension(disk, &folder.join(DEFINITIONS), "toml") {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if is_stem(stem) {
            let (referentiel, stem) = (id.to_owned(), stem.to_owned());
            found.push(Piece { path, kind: Kind::Definition { tree, referentiel, stem } });
        }
    }
}

/// The folders in a folder but the hidden ones.
fn folders(disk: &dyn Disk, folder: &Path) -> Vec<PathBuf> {
    let mut folders = disk.entries(folder).unwrap_or_default();
    folders.retain(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        !name.starts_with('.') && files::is_folder(disk, path)
    });
    folders
}
