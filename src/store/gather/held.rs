//! What stations keep of séances beside the rows of people: their lines, united.
//! Never joined to a person: the same line from two places is one, and nothing else is worked out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::lines::Cells;
use super::super::names::{GATHERED, TRIALS};
use super::super::seance::is_apart;
use super::super::table::{SEPARATORS, Table, id_at_start};
use super::place::{Home, Tree};
use super::read::Told;
use super::scan::identifier;
use super::tables::Withdrawn;
use super::{Damage, Edit, Remark};
use crate::record::Apart;
use crate::store::append::line;
use crate::value::Meta;

/// The file of some lines, from the `data` folder and without its end, and its first line: lines of
/// other columns never share a file.
type Place = (String, Vec<u8>);

/// The lines of the séances that are known: of each file, in the order of letters, whether their cells
/// are those that were written.
#[derive(Debug, Default)]
pub(super) struct Held(BTreeMap<Place, BTreeMap<Vec<u8>, bool>>);

/// A file of séances to be read: where its name says that its lines belong, if it does.
pub(super) struct Sheet<'a> {
    pub path: &'a Path,
    pub tree: Tree,
    pub home: Option<&'a Home>,
    pub is_ours: bool,
}

impl Held {
    /// Takes the lines of a file, and tells what there is to say about them.
    pub fn take(&mut self, sheet: &Sheet<'_>, file: &[u8], told: &mut Told) {
        let table = Table::read(file, |names| is_apart(names) && kind(names).is_some());
        let path = || sheet.path.to_owned();
        let Some(kind) = kind(&table.names).filter(|_| table.is_ours) else {
            return told.remarks.push(Remark::Foreign(path()));
        };
        let header = line(table.names.iter());
        let expected = table.names.len();
        let last = if file.ends_with(b"\n") { None } else { table.last() };
        let mut rewritten = edits(&table, file);
        table.each(|number, bytes, cells| {
            let intact = cells.is_intact();
            let place = name(kind, &table.names, cells, sheet, intact);
            let fresh = line(cells.iter());
            let damage = if last == Some(number) && !intact {
                Damage::Torn
            } else if cells.len() != expected {
                Damage::Cells { found: cells.len(), expected }
            } else if let Some(name) = place {
                if std::str::from_utf8(bytes).is_err() {
                    rewritten.insert(Edit::Letters);
                } else if table.separator == SEPARATORS[0] && fresh.trim_ascii_end() != bytes {
                    rewritten.insert(Edit::Quotes);
                }
                if !intact {
                    told.remarks.push(Remark::Modified { file: path(), line: number });
                }
                told.rows += 1;
                self.0.entry((name, header.clone())).or_default().insert(fresh, intact);
                return;
            } else {
                Damage::Home
            };
            told.remarks.push(Remark::Damaged { file: path(), line: number, damage });
            if sheet.is_ours {
                told.damaged.push(bytes.to_owned());
            }
        });
        if !rewritten.is_empty() {
            let edits = rewritten.into_iter().collect();
            told.remarks.insert(0, Remark::Edited { file: path(), edits });
        }
    }

    /// Leaves out the lines of the séances that were taken away.
    pub fn forget(&mut self, withdrawn: &Withdrawn) {
        let is_gone = |line: &[u8]| {
            id_at_start(line).and_then(identifier).is_some_and(|id| withdrawn.has(id))
        };
        for lines in self.0.values_mut() {
            lines.retain(|line, _| !is_gone(line));
        }
        self.0.retain(|_, lines| !lines.is_empty());
    }

    /// The files, from the `data` folder, with all that they hold and how many lines that is.
    pub fn files(&self) -> impl Iterator<Item = (String, Vec<u8>, u64)> {
        self.0.iter().map(|((name, header), lines)| {
            let others = self.0.range((name.clone(), Vec::new())..(name.clone(), header.clone()));
            let number = others.count() + 1;
            let segment = if number == 1 { String::new() } else { format!("-{number}") };
            let lines = standing(lines);
            let bytes = std::iter::once(header.as_slice()).chain(lines.iter().copied());
            let bytes = bytes.collect::<Vec<_>>().concat();
            (format!("{name}.{GATHERED}{segment}.csv"), bytes, lines.len() as u64)
        })
    }
}

/// The lines without those that were changed since, where one that was not has the same check.
fn standing(lines: &BTreeMap<Vec<u8>, bool>) -> Vec<&[u8]> {
    let whole: BTreeSet<&[u8]> =
        lines.iter().filter(|(_, intact)| **intact).map(|(line, _)| check(line)).collect();
    let stays = |line: &[u8], intact: bool| intact || !whole.contains(check(line));
    let lines = lines.iter().filter(|(line, intact)| stays(line, **intact));
    lines.map(|(line, _)| line.as_slice()).collect()
}

/// The last cell of a line as the program writes it.
fn check(line: &[u8]) -> &[u8] {
    line.rsplit(|byte| *byte == b',').next().unwrap_or_default()
}

/// Of which kind a file with these columns is.
fn kind(names: &Cells) -> Option<Apart> {
    let has = |column: &str| names.iter().any(|name| name == column);
    let mut kinds = Apart::ALL.iter().copied();
    kinds.find(|kind| kind.own().iter().all(|column| has(column)))
}

/// The file that a line belongs to: its cells say so, the name of its file where they were changed.
fn name(
    kind: Apart,
    names: &Cells,
    cells: &Cells,
    sheet: &Sheet<'_>,
    intact: bool,
) -> Option<String> {
    let cell = |meta: Meta| {
        let at = names.iter().position(|name| name == meta.word());
        at.and_then(|at| cells.get(at)).unwrap_or_default().to_owned()
    };
    let tree = Tree::of(sheet.tree == Tree::Trials || cell(Meta::Essai) == "1");
    let said = Home::of_cells(tree, cell);
    let by_name = sheet.home.cloned();
    let Home { referentiel, stem, .. } = if intact { said.or(by_name) } else { by_name.or(said) }?;
    let tree = if tree == Tree::Trials { format!("{TRIALS}/") } else { String::new() };
    let word = kind.word();
    match kind {
        Apart::Seances => Some(format!("{tree}{referentiel}/{word}")),
        Apart::Collectif | Apart::Miroir if stem.is_empty() => None,
        Apart::Collectif | Apart::Miroir => Some(format!("{tree}{referentiel}/{word}/{stem}")),
    }
}

/// What an editor did to the whole of a file.
fn edits(table: &Table<'_>, file: &[u8]) -> BTreeSet<Edit> {
    let edits = [
        (Edit::Mark, file.starts_with("\u{feff}".as_bytes())),
        (Edit::LineEnds, memchr::memmem::find(file, b"\r\n").is_some()),
        (Edit::Separator, table.separator != SEPARATORS[0]),
    ];
    edits.into_iter().filter(|(_, is_so)| *is_so).map(|(edit, _)| edit).collect()
}
