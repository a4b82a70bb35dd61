//! Closing a cycle: codes become pair numbers, and nobody can tell any more which was which.
//! Never leaves the table of both once it is done; while it lasts, the table makes it resumable.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::line::Cells;
use super::{Fate, Left, base};
use crate::record::is_season;
use crate::store::fault::Fault;
use crate::store::names::CLOSING;
use crate::store::table::{self, Table};
use crate::store::{Journals, Store, files};
use crate::value::{CONTROLE, Code, Meta, Pair};

/// The columns of the table.
const PAIRS: [&str; 4] = [Meta::Referentiel.word(), Meta::Code.word(), "paire", CONTROLE];

/// What a cycle still has that closing takes away, or what closing took away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    /// How many people had a code: of each référentiel, how many codes.
    pub people: usize,
    /// How many lines bore one, whatever file they are in.
    pub rows: usize,
    /// How many drafts did.
    pub drafts: usize,
}

/// A person of a référentiel: the same code in two of them is not joined.
pub(super) type Who = (String, Code);

/// Which pair number stands for whom.
pub(super) type Pairs = BTreeMap<Who, Pair>;

impl Store {
    /// What closing this cycle would take away.
    pub fn coded(&self, cycle: &str, drafts: &Journals) -> Result<Closed, Fault> {
        let (who, _, rows) = self.codes(cycle)?;
        let of_drafts = drafts.codes(cycle);
        let all: BTreeSet<Who> =
            who.into_iter().chain(of_drafts.iter().map(|(_, who)| who.clone())).collect();
        Ok(Closed { people: all.len(), rows, drafts: of_drafts.len() })
    }

    /// Puts pair numbers in the place of the codes of a cycle, wherever rows are and in drafts: the
    /// same number for the same person of a référentiel. When it is interrupted,
    /// [`Store::recover`] finishes.
    pub fn close(
        &self,
        cycle: &str,
        drafts: &Journals,
        random: &mut dyn FnMut() -> u32,
    ) -> Result<Closed, Fault> {
        let table = self.table(cycle);
        files::folder(self.disk(), &self.data)?;
        let _turn = self.turn(&table)?;
        let mut closed = Closed::default();
        let mut pairs = self.pairs(&table)?;
        self.write_paired_again(&pairs)?;
        // Whoever was sent rows of the cycle knows these people by their numbers already.
        let sent = self.sent_pairs()?.remove(cycle).unwrap_or_default();
        // Somebody may save a row of the cycle meanwhile.
        loop {
            let (who, mut used, rows) = self.codes(cycle)?;
            let of_drafts = drafts.codes(cycle);
            if rows == 0 && of_drafts.is_empty() {
                break;
            }
            used.extend(pairs.values().chain(sent.values()).copied());
            for who in who.into_iter().chain(of_drafts.iter().map(|(_, who)| who.clone())) {
                let known = sent.get(&who).copied();
                pairs
                    .entry(who)
                    .or_insert_with(|| known.unwrap_or_else(|| fresh(&mut used, random)));
            }
            self.write_pairs(&table, &pairs)?;
            let mut changed = 0;
            for holder in self.holders()? {
                changed += self.rewrite_in_turn(&holder, &mut |line| {
                    let pair = |row: &Cells| pairs.get(&who_of(row, cycle)?).copied();
                    line.paired(&pair).map_or(Fate::Stays, Fate::Becomes)
                })?;
            }
            let mut noted = 0;
            for (path, who) in &of_drafts {
                if let Some(pair) = pairs.get(who) {
                    noted += usize::from(drafts.pair(path, who.1, *pair)?);
                }
            }
            closed.rows += changed;
            closed.drafts += noted;
            if changed + noted == 0 {
                break;
            }
        }
        closed.people = pairs.len();
        self.forget_pairs(cycle)?;
        files::remove(self.disk(), &table)?;
        Ok(closed)
    }

    /// Writes again the files in which these numbers are: whoever put them there may have been refused
    /// by the disk, and once the table is gone a code must not come back.
    fn write_paired_again(&self, pairs: &Pairs) -> Result<(), Fault> {
        if pairs.is_empty() {
            return Ok(());
        }
        let numbers: BTreeSet<Pair> = pairs.values().copied().collect();
        for holder in self.holders()? {
            let mut has = false;
            self.each_line(&holder, &mut |line| {
                let number = |row: &Cells| Pair::read(row.get(Meta::Code));
                has |= line.rows.iter().filter_map(number).any(|pair| numbers.contains(&pair));
            })?;
            if has {
                let _turn = self.turn(&base(&holder.path))?;
                let bytes = self.bytes(&holder.path)?.unwrap_or_default();
                files::write_whole(self.disk(), &holder.path, &bytes)?;
            }
        }
        Ok(())
    }

    /// How far a closing went that was refused.
    pub fn closing_left(&self, cycle: &str, drafts: &Journals) -> Result<Left, Fault> {
        if files::is_there(self.disk(), &self.table(cycle))? {
            return Ok(Left::Begun);
        }
        let coded = self.coded(cycle, drafts)?;
        Ok(if coded.people == 0 { Left::Done } else { Left::Unchanged })
    }

    /// The cycles whose closing began and did not end.
    pub(super) fn unclosed(&self) -> Vec<String> {
        let tables = files::of_extension(self.disk(), &self.data, "csv").into_iter();
        let cycle = |path: PathBuf| {
            let name = path.file_stem()?.to_string_lossy().into_owned();
            name.strip_prefix(CLOSING).filter(|cycle| is_season(cycle)).map(str::to_owned)
        };
        tables.filter_map(cycle).collect()
    }

    fn table(&self, cycle: &str) -> PathBuf {
        self.data.join(format!("{CLOSING}{cycle}.csv"))
    }

    /// Who has a code in a cycle, which pair numbers there are already, and how many lines bear a
    /// code.
    pub(super) fn codes(
        &self,
        cycle: &str,
    ) -> Result<(BTreeSet<Who>, BTreeSet<Pair>, usize), Fault> {
        let (mut who, mut used, mut rows) = (BTreeSet::new(), BTreeSet::new(), 0);
        for holder in self.holders()? {
            self.each_line(&holder, &mut |line| {
                let before = rows;
                for row in &line.rows {
                    used.extend(Pair::read(row.get(Meta::Code)));
                    if let Some(of_row) = who_of(row, cycle) {
                        who.insert(of_row);
                        rows = before + 1;
                    }
                }
            })?;
        }
        Ok((who, used, rows))
    }

    fn pairs(&self, path: &Path) -> Result<Pairs, Fault> {
        let bytes = self.bytes(path)?.unwrap_or_default();
        let mut pairs = Pairs::new();
        Table::of(&bytes, &PAIRS).each(|_, _, cells| {
            let cell = |at| cells.get(at).unwrap_or_default();
            if let (Ok(code), Some(pair)) = (Code::read(cell(1)), Pair::read(cell(2))) {
                pairs.insert((cell(0).to_owned(), code), pair);
            }
        });
        Ok(pairs)
    }

    fn write_pairs(&self, path: &Path, pairs: &Pairs) -> Result<(), Fault> {
        let rows = pairs.iter().map(|((referentiel, code), pair)| {
            table::checked(vec![referentiel.clone(), code.to_string(), pair.to_string()])
        });
        let bytes = table::bytes(&PAIRS, rows);
        files::write_whole(self.disk(), path, &bytes)
    }
}

/// A pair number that nobody has.
pub(super) fn fresh(used: &mut BTreeSet<Pair>, random: &mut dyn FnMut() -> u32) -> Pair {
    let mut numbers = std::iter::repeat_with(|| Pair::from_random(random()));
    // With more people than numbers this would not end; there are 100 million.
    numbers.find(|pair| used.insert(*pair)).expect("an endless row of numbers")
}

/// Whose row of this cycle it is; nobody's where it has no code.
fn who_of(row: &Cells, cycle: &str) -> Option<Who> {
    (row.get(Meta::Cycle) == cycle)
        .then(|| row.code().map(|code| (row.get(Meta::Referentiel).to_owned(), code)))?
}
