//! What becomes of a row of which several versions are known: one stands, or none until somebody
//! settles which.
//! Never looks at where a version came from, or when: the same versions have the same fate.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::super::digest::hex;
use super::place::Place;
use super::scan::is_intact;
use super::tables::{Name, Ruling};
use crate::value::Meta;

/// What a code begins with once it is the number of a pair: eight digits follow.
const PAIR: &str = "paire-";

/// One version of a row.
#[derive(Clone, Debug)]
pub(super) struct Version {
    /// Where it is in the list of rows read.
    pub row: usize,
    pub place: u32,
    pub cells: Vec<String>,
    pub name: Name,
    /// Was it found elsewhere than among the rows that were corrected?
    pub is_live: bool,
}

impl Version {
    pub fn new(row: usize, place: (u32, &Place), cells: Vec<String>, is_live: bool) -> Self {
        let name = name(place.1, &cells);
        Self { row, place: place.0, cells, name, is_live }
    }

    pub fn is_intact(&self) -> bool {
        is_intact(&self.cells)
    }

    /// The number that its code became, if its cycle was closed.
    fn pair(&self) -> Option<&str> {
        let number = self.cells.get(Meta::Code as usize)?.strip_prefix(PAIR)?;
        let is_number = number.len() == 8 && number.bytes().all(|byte| byte.is_ascii_digit());
        (is_number && self.is_intact()).then_some(number)
    }
}

/// The name of a version: what it is told by from any other of the same row.
fn name(place: &Place, cells: &[String]) -> Name {
    let digest = |kept: &dyn Fn(usize) -> bool| {
        let mut hash = Sha256::new();
        let home = &place.home;
        hash.update(format!("{:?}\u{1f}{}\u{1f}{}", home.tree, home.referentiel, home.stem));
        hash.update(&place.header);
        for (_, cell) in cells.iter().enumerate().filter(|(index, _)| kept(*index)) {
            hash.update(cell);
            hash.update("\u{1f}");
        }
        hex(&hash.finalize()[..6])
    };
    let last = cells.len().saturating_sub(1);
    let full = digest(&|_| true);
    Name { full, blind: digest(&|index| index != Meta::Code as usize && index != last) }
}

/// What becomes of the versions of a row.
#[derive(Debug, Default)]
pub(super) struct Fate {
    pub stands: Option<Version>,
    /// Every version that somebody must choose among.
    pub disputed: Vec<Version>,
    /// Those that are kept among the rows that were corrected.
    pub past: Vec<Version>,
}

/// Decides. `is_replaced`: another row is its correction.
pub(super) fn fate(
    versions: Vec<Version>,
    is_replaced: bool,
    rulings: Option<&BTreeSet<Ruling>>,
) -> Fate {
    let versions = closed(versions);
    if is_replaced {
        return Fate { past: versions, ..Fate::default() };
    }
    let (candidates, past): (Vec<Version>, Vec<Version>) = match rulings {
        None => versions.into_iter().partition(|version| version.is_live),
        // What was settled is about every version, wherever it went since.
        Some(rulings) => {
            let settled = agreed(rulings);
            let is_rejected = |version: &Version| {
                settled.as_ref().is_some_and(|(kept, rejected)| {
                    let by_content =
                        || rejected.iter().any(|other| other.blind == version.name.blind);
                    let closed = version.pair().is_some() && version.name.blind != kept.blind;
                    rejected.contains(&version.name) || (closed && by_content())
                })
            };
            versions.into_iter().partition(|version| !is_rejected(version))
        }
    };
    if candidates.len() > 1 {
        return Fate { disputed: candidates, past, ..Fate::default() };
    }
    Fate { stands: candidates.into_iter().next(), past, ..Fate::default() }
}

/// The version kept and those rejected, if all who settled the row kept the same.
fn agreed(rulings: &BTreeSet<Ruling>) -> Option<(Name, BTreeSet<Name>)> {
    let kept = &rulings.first()?.kept;
    if rulings.iter().any(|ruling| ruling.kept != *kept) {
        return None;
    }
    let rejected = rulings.iter().flat_map(|ruling| ruling.rejected.iter().cloned()).collect();
    Some((kept.clone(), rejected))
}

/// Where one place has closed its cycle and another has not, only the code of their versions differs:
/// the closed one is the row, of two pair numbers the smaller. The code must not come back.
fn closed(versions: Vec<Version>) -> Vec<Version> {
    if versions.iter().all(|version| version.pair().is_none()) {
        return versions;
    }
    let mut groups: BTreeMap<String, Vec<Version>> = BTreeMap::new();
    let mut kept = Vec::new();
    for version in versions {
        if version.is_intact() {
            groups.entry(version.name.blind.clone()).or_default().push(version);
        } else {
            kept.push(version);
        }
    }
    for mut group in groups.into_values() {
        let numbers = group.iter().enumerate();
        let numbers = numbers.filter_map(|(at, version)| version.pair().map(|number| (number, at)));
        match numbers.min().map(|(_, at)| at) {
            None => kept.append(&mut group),
            Some(at) => {
                let is_live = group.iter().any(|version| version.is_live);
                kept.push(Version { is_live, ..group.swap_remove(at) });
            }
        }
    }
    kept
}
