//! The small files of a source, read whole: lists, definitions, sealed rows, what is kept of séances.
//! Never the files of rows, which are read piece by piece.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::super::digest::hex;
use super::super::disk::How;
use super::super::{names, reread, table};
use super::find::Kind;
use super::held::Sheet;
use super::read::Told;
use super::work::{Knowledge, Pending, Work};
use super::{Damage, Remark, merge, tables, write};

impl Work<'_> {
    /// Reads a small file.
    pub(super) fn read_small(
        &self,
        one: &Pending,
        known: &mut Knowledge,
        checked: &mut BTreeSet<String>,
    ) -> std::io::Result<Told> {
        let path = &one.piece.path;
        let mut bytes = Vec::new();
        self.disk.open(path, How::Read)?.read_to_end(&mut bytes)?;
        self.progress(bytes.len() as u64);
        let mut told = Told { hash: hex(&Sha256::digest(&bytes)), ..Told::default() };
        match &one.piece.kind {
            Kind::Rows { .. } => {}
            Kind::Held { tree, home } => {
                let (tree, home) = (*tree, home.as_ref());
                let sheet = Sheet { path, tree, home, is_ours: one.is_ours };
                known.held.take(&sheet, &bytes, &mut told);
            }
            Kind::Withdrawn => {
                if let Some(rows) = take(path, tables::read_withdrawn(&bytes), &mut told) {
                    for (id, day) in &rows {
                        known.withdrawn.add(*id, day);
                    }
                }
            }
            Kind::Rulings => {
                if let Some(rows) = take(path, tables::read_rulings(&bytes), &mut told) {
                    for (id, ruling) in rows {
                        known.rulings.add(id, ruling);
                    }
                }
            }
            Kind::Reread => {
                if let Some(rows) = take(path, reread::read(&bytes), &mut told) {
                    known.reread.join(rows);
                }
            }
            Kind::Disputed { data } => {
                if let Some(entries) = take(path, tables::read_disputed(&bytes), &mut told) {
                    let unread = merge::take_disputed(
                        self.disk,
                        data,
                        path,
                        one.is_ours,
                        &entries,
                        &mut known.pool,
                    );
                    told.remarks.extend(unread);
                    if one.is_ours {
                        known.disputed = entries;
                    }
                }
            }
            Kind::Definition { tree, referentiel, stem } => {
                let text = String::from_utf8(bytes).ok();
                let is_sound = |text: &String| {
                    checked.contains(&told.hash) || write::is_definition(text, stem)
                };
                let Some(text) = text.filter(is_sound) else {
                    told.remarks.push(Remark::WrongDefinition(path.clone()));
                    return Ok(told);
                };
                checked.insert(told.hash.clone());
                let folder = tree.folder(&self.data).join(referentiel);
                let target = names::definition(&folder, stem);
                match known.definitions.get(&target) {
                    Some(other) if *other == text => {}
                    Some(other) => {
                        told.remarks.push(Remark::OtherDefinition(path.clone()));
                        if text < *other {
                            known.definitions.insert(target, text);
                        }
                    }
                    None => _ = known.definitions.insert(target, text),
                }
            }
            Kind::Sealed { name } if one.is_ours => _ = known.sealed.insert(name.clone(), bytes),
            Kind::Sealed { name } => match known.sealed.get(name) {
                Some(other) if *other == bytes => {}
                Some(_) => told.remarks.push(Remark::OtherSealed(path.clone())),
                None => _ = known.sealed.insert(name.clone(), bytes),
            },
        }
        Ok(told)
    }
}

/// Takes what was read of a small file, and tells its damaged lines.
fn take<T>(path: &Path, read: Option<table::Read<T>>, told: &mut Told) -> Option<Vec<T>> {
    let Some(read) = read else {
        told.remarks.push(Remark::Foreign(path.to_owned()));
        return None;
    };
    let file = || path.to_owned();
    let damaged = read.damaged.iter().map(|line| Remark::Damaged {
        file: file(),
        line: *line,
        damage: Damage::Entry,
    });
    told.remarks.extend(damaged);
    let modified = read.modified.iter();
    told.remarks.extend(modified.map(|line| Remark::Modified { file: file(), line: *line }));
    told.rows = read.rows.len() as u64;
    Some(read.rows)
}
