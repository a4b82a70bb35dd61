//! What is known of all rows, worked out: which stand, which were corrected, which are in conflict.
//! Never writes, and never looks at which source said a thing first.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::super::disk::{Disk, How};
use super::super::fault::{Action, Fault};
use super::fate::{Fate, Version, fate};
use super::find::Part;
use super::held::Held;
use super::place::{Home, Place, Tree, is_header, is_name, named};
use super::read::{Pool, Seen, Source, Texts};
use super::scan::{Scan, identifier, written};
use super::tables::{Entry, Ruling, Rulings, Withdrawn};
use super::work::Knowledge;
use super::{Damage, Kept, Refusal, Remark};
use crate::store::Reread;
use crate::store::names::TRIALS;
use crate::value::Meta;

/// The set, worked out.
#[derive(Debug)]
pub(super) struct Merged {
    pub pool: Pool,
    /// The rows that stand, by place, in the order of their identifiers: where they are in the pool.
    pub standing: Vec<Vec<u32>>,
    /// The rows that were corrected, by place, in no order yet.
    pub past: Vec<Vec<u32>>,
    /// Rows of the set that were among the corrected ones and are not any more, by place.
    pub leaving: Vec<Vec<u32>>,
    /// The rows in conflict, each with its versions by name.
    pub disputed: Vec<(u128, Vec<Version>)>,
    /// What the set held of conflicts before.
    pub disputed_before: Vec<Entry>,
    pub withdrawn: Withdrawn,
    pub rulings: Rulings,
    pub reread: Reread,
    pub definitions: BTreeMap<PathBuf, String>,
    pub sealed: BTreeMap<String, Vec<u8>>,
    pub held: Held,
    pub damaged: BTreeMap<PathBuf, Vec<Vec<u8>>>,
    pub fresh: usize,
    pub replaced: usize,
    pub withdrawn_rows: usize,
}

/// Works out which rows stand.
pub(super) fn merge(disk: &dyn Disk, known: Knowledge, kept: &[Kept]) -> Result<Merged, Refusal> {
    let Knowledge { mut pool, mut withdrawn, mut rulings, mut reread, mut held, .. } = known;
    whole_chains(&pool.links, &mut withdrawn);
    let replaced: HashSet<u128> = pool
        .links
        .iter()
        .filter(|(new, old)| new != old && !withdrawn.has(*new))
        .map(|(_, old)| *old)
        .collect();
    for id in withdrawn.ids() {
        rulings.forget(id);
        reread.forget(&written(id));
    }
    held.forget(&withdrawn);
    let mut rows = std::mem::take(&mut pool.rows);
    let is_ours = |row: &Seen| pool.sources[row.source as usize].is_ours;
    rows.sort_unstable_by(|a, b| {
        let by_place = || (!is_ours(a), a.source, a.at).cmp(&(!is_ours(b), b.source, b.at));
        (a.id(), a.content).cmp(&(b.id(), b.content)).then_with(by_place)
    });
    pool.rows = rows;
    let mut merging = Merging {
        replaced: &replaced,
        withdrawn: &withdrawn,
        texts: Texts::new(disk, &pool.sources),
        pool: &pool,
        standing: vec![Vec::new(); pool.places.len()],
        past: vec![Vec::new(); pool.places.len()],
        leaving: vec![Vec::new(); pool.places.len()],
        disputed: Vec::new(),
        counts: [0; 3],
    };
    for one in kept {
        let (id, ruling) = merging.ruling(one, &rulings)?;
        rulings.add(id, ruling);
    }
    let mut start = 0;
    while let Some(first) = pool.rows.get(start) {
        let same = pool.rows[start..].iter().take_while(|row| row.id() == first.id()).count();
        merging.row(start, start + same, &rulings)?;
        start += same;
    }
    let Merging { standing, past, leaving, disputed, counts, .. } = merging;
    let [fresh, replaced, withdrawn_rows] = counts;
    Ok(Merged {
        pool,
        standing,
        past,
        leaving,
        disputed,
        disputed_before: known.disputed,
        withdrawn,
        rulings,
        reread,
        definitions: known.definitions,
        sealed: known.sealed,
        held,
        damaged: known.damaged,
        fresh,
        replaced,
        withdrawn_rows,
    })
}

/// Who takes back an answer takes back what it was corrected from, and into: the whole chain goes,
/// whichever of its rows the person who withdrew it had before them.
fn whole_chains(links: &[(u128, u128)], withdrawn: &mut Withdrawn) {
    if withdrawn.is_empty() || links.is_empty() {
        return;
    }
    let mut beside: HashMap<u128, Vec<u128>> = HashMap::new();
    for (new, old) in links {
        beside.entry(*new).or_default().push(*old);
        beside.entry(*old).or_default().push(*new);
    }
    let mut left: Vec<u128> = withdrawn.ids().filter(|id| beside.contains_key(id)).collect();
    while let Some(id) = left.pop() {
        for other in beside.get(&id).into_iter().flatten() {
            if !withdrawn.has(*other) {
                withdrawn.add(*other, "");
                left.push(*other);
            }
        }
    }
}

struct Merging<'a> {
    pool: &'a Pool,
    texts: Texts<'a>,
    replaced: &'a HashSet<u128>,
    withdrawn: &'a Withdrawn,
    standing: Vec<Vec<u32>>,
    past: Vec<Vec<u32>>,
    leaving: Vec<Vec<u32>>,
    disputed: Vec<(u128, Vec<Version>)>,
    /// New rows, replaced ones, withdrawn ones.
    counts: [usize; 3],
}

impl Merging<'_> {
    fn source(&self, row: &Seen) -> &Source {
        &self.pool.sources[row.source as usize]
    }

    /// Works out what becomes of the rows of one identifier: those from `start` to before `end`.
    fn row(&mut self, start: usize, end: usize, rulings: &Rulings) -> Result<(), Fault> {
        let pool = self.pool;
        let rows = &pool.rows[start..end];
        let source = |row: &Seen| &pool.sources[row.source as usize];
        let id = rows[0].id();
        if !self.withdrawn.is_empty() && self.withdrawn.has(id) {
            self.counts[2] += 1;
            return Ok(());
        }
        let is_live = |row: &Seen| source(row).part != Part::Past;
        let is_replaced = self.replaced.contains(&id);
        let is_new = rows.iter().all(|row| !source(row).is_ours);
        if is_replaced && rows.iter().any(|row| is_live(row) && !source(row).is_ours) {
            self.counts[1] += 1;
        }
        let is_one = rows.iter().all(|row| row.content == rows[0].content);
        if is_one && !is_replaced && rulings.of(id).is_none() && rows.iter().any(is_live) {
            self.counts[0] += usize::from(is_new);
            self.keep(start, end, start);
            return Ok(());
        }
        let versions = self.versions(start, end)?;
        let Fate { stands, disputed, past } = fate(versions, is_replaced, rulings.of(id));
        if let Some(version) = stands {
            self.counts[0] += usize::from(is_new);
            self.keep(start, end, version.row);
        }
        for version in past {
            self.past[version.place as usize].push(number(version.row));
        }
        if !disputed.is_empty() {
            self.leave(start, end);
            let mut disputed = disputed;
            disputed.sort_by(|a, b| a.name.cmp(&b.name));
            self.disputed.push((id, disputed));
        }
        Ok(())
    }

    /// One of the rows stands.
    fn keep(&mut self, start: usize, end: usize, row: usize) {
        let place = self.source(&self.pool.rows[row]).place as usize;
        self.standing[place].push(number(row));
        self.leave(start, end);
    }

    /// Rows of the set that were among the corrected ones may not be any more.
    fn leave(&mut self, start: usize, end: usize) {
        for at in start..end {
            let source = self.source(&self.pool.rows[at]);
            if source.is_ours && source.part == Part::Past {
                let place = source.place as usize;
                self.leaving[place].push(number(at));
            }
        }
    }

    /// The versions of a row, each once.
    fn versions(&mut self, start: usize, end: usize) -> Result<Vec<Version>, Fault> {
        let mut versions: Vec<Version> = Vec::new();
        let mut last = None;
        for at in start..end {
            let row = self.pool.rows[at];
            let source = self.source(&row);
            let (place, is_live) = (source.place, source.part != Part::Past);
            match versions.last_mut() {
                Some(version) if last == Some(row.content) => version.is_live |= is_live,
                _ => {
                    let cells = self
                        .texts
                        .cells(&row)
                        .map_err(|(path, error)| Fault::new(Action::Read, &path, &error))?;
                    let place = (place, &self.pool.places[place as usize]);
                    versions.push(Version::new(at, place, cells, is_live));
                }
            }
            last = Some(row.content);
        }
        Ok(versions)
    }

    /// What somebody chose, as it is noted.
    fn ruling(&mut self, kept: &Kept, rulings: &Rulings) -> Result<(u128, Ruling), Refusal> {
        let none = || Refusal::NoDispute(kept.id.clone());
        let id = identifier(&kept.id.to_lowercase()).ok_or_else(none)?;
        if self.withdrawn.has(id) {
            return Err(none());
        }
        let start = self.pool.rows.partition_point(|row| row.id() < id);
        let end = self.pool.rows.partition_point(|row| row.id() <= id);
        let versions = self.versions(start, end)?;
        let known = rulings.of(id);
        let disputed = fate(versions, self.replaced.contains(&id), known).disputed;
        if disputed.is_empty() {
            return Err(none());
        }
        let named = |version: &&Version| version.name.to_string().starts_with(&kept.version);
        let mut found = disputed.iter().filter(named);
        let (Some(chosen), None) = (found.next(), found.next()) else {
            return Err(Refusal::NoVersion(kept.clone()));
        };
        let before = known.into_iter().flatten();
        let rank = before.clone().map(|ruling| ruling.rank + 1).max().unwrap_or(1);
        let before = before.flat_map(|ruling| ruling.rejected.iter());
        let others = disputed.iter().map(|version| &version.name);
        let rejected: BTreeSet<_> =
            before.chain(others).filter(|name| **name != chosen.name).cloned().collect();
        Ok((id, Ruling { rank, kept: chosen.name.clone(), rejected }))
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("a set has fewer than four billion rows")
}

/// Takes the versions of rows in conflict from the file that holds them. Their columns are those of
/// the file that each would be in.
pub(super) fn take_disputed(
    disk: &dyn Disk,
    data: &Path,
    path: &Path,
    is_ours: bool,
    entries: &[Entry],
    pool: &mut Pool,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut places: BTreeMap<&str, Option<(u32, usize)>> = BTreeMap::new();
    let mut taken: BTreeMap<u32, (Vec<u8>, Vec<Seen>)> = BTreeMap::new();
    let mut scan = Scan::default();
    for (index, entry) in entries.iter().enumerate() {
        let place = *places.entry(&entry.file).or_insert_with(|| {
            let (place, columns) = place_of(disk, data, &entry.file)?;
            Some((pool.place(place), columns))
        });
        scan.read(entry.row.as_bytes(), b',');
        let is_sound =
            |columns| scan.len() == columns && identifier(scan.cell(0)) == Some(entry.id);
        let Some((place, _)) = place.filter(|(_, columns)| is_sound(*columns)) else {
            let file = path.to_owned();
            remarks.push(Remark::Damaged { file, line: index + 2, damage: Damage::Entry });
            continue;
        };
        if let Some(replaced) = identifier(scan.cell(Meta::Remplace as usize)) {
            pool.links.push((entry.id, replaced));
        }
        let (memory, rows) = taken.entry(place).or_default();
        let length = u32::try_from(entry.row.len()).unwrap_or(u32::MAX);
        let at = memory.len() as u64;
        // Which source it is in is known once all of them are read.
        rows.push(Seen::new(entry.id, scan.content(place), at, length, u32::MAX));
        memory.extend_from_slice(entry.row.as_bytes());
    }
    for (place, (memory, rows)) in taken {
        let source = pool.source(Source {
            path: path.to_owned(),
            memory: Some(memory),
            place,
            part: Part::Disputed,
            delimiter: b',',
            is_plain: true,
            is_clean: true,
            is_ours,
            rows: rows.len(),
        });
        pool.rows.extend(rows.into_iter().map(|mut row| {
            row.source = source;
            row
        }));
    }
    remarks
}

/// The place of a file of rows of a set, by its path from the `data` folder, and how many columns it
/// has.
fn place_of(disk: &dyn Disk, data: &Path, file: &str) -> Option<(Place, usize)> {
    let parts: Vec<&str> = file.split('/').collect();
    let (tree, referentiel, name) = match *parts {
        [referentiel, name] => (Tree::Counting, referentiel, name),
        [TRIALS, referentiel, name] => (Tree::Trials, referentiel, name),
        _ => return None,
    };
    let (stem, _) = named(Path::new(name)).filter(|_| is_name(referentiel))?;
    let home = Home { tree, referentiel: referentiel.to_owned(), stem };
    let path = home.folder(data).join(name);
    let mut header = Vec::new();
    let mut opened = BufReader::new(disk.open(&path, How::Read).ok()?);
    opened.read_until(b'\n', &mut header).ok()?;
    let mut scan = Scan::default();
    scan.read(header.trim_ascii_end(), b',');
    is_header(scan.cells())
        .then(|| (Place { home, header: super::super::append::line(scan.cells()) }, scan.len()))
}
