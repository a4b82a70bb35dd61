//! The rows of one file, small enough to be all held until they are paired.
//! Never a text, never an identifier: a code as a number, a day, and one byte for most answers.

use std::sync::Arc;

use super::plan::Plan;
use crate::record::{Plan as Design, is_season};
use crate::store::{Flaws, Row, Sum};
use crate::value::{Code, Date, Meta, Pair, read_day};

/// The rows of one form that may be paired.
#[derive(Debug)]
pub struct Rows {
    pub(super) plan: Arc<Plan>,
    /// The place of each column of the plan in the file; empty before its first row.
    places: Vec<Option<usize>>,
    /// The seasons that rows are of, by number.
    pub(super) seasons: Vec<String>,
    /// Whole rows, in blocks that never grow.
    blocks: Vec<Vec<u8>>,
    pub(super) count: usize,
    /// What is not kept.
    pub(super) left_out: LeftOut,
}

impl Sum for Rows {
    fn row(&mut self, row: &Row<'_>, _: &mut Flaws) {
        self.add(row);
    }

    fn join(&mut self, other: Self) {
        self.merge(other);
    }
}

/// Rows that are not even tried to be paired.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// They tell of the past from memory: another design, never pooled with this one.
    pub retrospective: usize,
    /// They belong to another design still, or nobody knows to which.
    pub other_design: usize,
    /// They do not say of which season they are.
    pub no_season: usize,
}

impl LeftOut {
    /// The same of another part too.
    pub fn merge(&mut self, other: Self) {
        self.retrospective += other.retrospective;
        self.other_design += other.other_design;
        self.no_season += other.no_season;
    }
}

/// Whose a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Whose(u32);

impl Whose {
    const NOBODY: Self = Self(0);
    const UNREADABLE: Self = Self(1);

    fn read(cell: &str) -> Self {
        if cell.is_empty() {
            Self::NOBODY
        } else if let Some(pair) = Pair::read(cell) {
            Self(2 + pair.number())
        } else {
            // Codes are numbered above the pairs: neither is ever the other.
            Code::read(cell).map_or(Self::UNREADABLE, |code| Self((1 << 31) + code.key()))
        }
    }

    /// Does it say anybody?
    pub fn is_somebody(self) -> bool {
        self > Self::UNREADABLE
    }

    /// Was there something that cannot be read?
    pub fn is_unreadable(self) -> bool {
        self == Self::UNREADABLE
    }
}

/// When a row was answered: the first and the last day that it may have been, as numbers in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub first: u32,
    pub last: u32,
}

impl When {
    /// A day, a month or a season, as a number; 0 for anything else.
    fn packed(cell: &str) -> u32 {
        let number = |part: &str| part.parse::<u32>().unwrap_or(0);
        if let Ok(day) = cell.parse::<Date>() {
            let [year, month, day] = [i32::from(day.year()), day.month().into(), day.day().into()];
            return u32::try_from(year * 10_000 + month * 100 + day).unwrap_or(0);
        }
        match cell.split_once('-') {
            Some((year, _)) if is_season(cell) => number(year) * 10_000,
            Some((year, month)) if read_day(&format!("{cell}-01")).is_some() => {
                number(year) * 10_000 + number(month) * 100
            }
            _ => 0,
        }
    }

    fn unpacked(packed: u32) -> Self {
        match (packed, packed % 10_000, packed % 100) {
            (0, ..) => Self { first: 0, last: u32::MAX },
            (_, 0, _) => Self { first: packed + 901, last: packed + 10_000 + 831 },
            (_, _, 0) => Self { first: packed + 1, last: packed + 31 },
            _ => Self { first: packed, last: packed },
        }
    }
}

/// Of each row: whose it is, its season, its day. Then its answers.
const HEAD: usize = 10;

/// About how many bytes a block takes.
const BLOCK: usize = 1 << 14;

impl Rows {
    /// No rows yet.
    pub fn new(plan: Arc<Plan>) -> Self {
        let (places, seasons, blocks) = (Vec::new(), Vec::new(), Vec::new());
        Self { plan, places, seasons, blocks, count: 0, left_out: LeftOut::default() }
    }

    fn size(&self) -> usize {
        HEAD + self.plan.width
    }

    /// How many bytes each row takes, here and while pairs are made.
    pub fn bytes_per_row(&self) -> usize {
        self.size() + size_of::<super::pairs::Link>()
    }

    /// Takes a row of the form. Whether it should be taken at all is for the caller to say: trials,
    /// rows that come twice, rows that were changed by hand.
    pub fn add(&mut self, row: &Row<'_>) {
        match Design::from_word(row.meta(Meta::Plan)) {
            Some(Design::AvantApres) => {}
            Some(Design::Retrospectif) => return self.left_out.retrospective += 1,
            Some(Design::SortieSeule) | None => return self.left_out.other_design += 1,
        }
        let Some(season) = self.season(row.meta(Meta::Cycle)) else {
            return self.left_out.no_season += 1;
        };
        let plan = Arc::clone(&self.plan);
        if self.places.is_empty() {
            let columns = plan.columns.iter();
            self.places = columns.map(|column| row.place(&column.question.name)).collect();
        }
        let mut bytes = vec![0; self.size()];
        bytes[..4].copy_from_slice(&Whose::read(row.meta(Meta::Code)).0.to_le_bytes());
        bytes[4..6].copy_from_slice(&season.to_le_bytes());
        bytes[6..HEAD].copy_from_slice(&When::packed(row.meta(Meta::Date)).to_le_bytes());
        for (column, place) in plan.columns.iter().zip(&self.places) {
            let cell = place.map_or("", |place| row.at(place));
            column.keep(cell, &mut bytes[HEAD..]);
        }
        self.push(&bytes);
    }

    fn push(&mut self, row: &[u8]) {
        let block = (BLOCK / self.size()).max(1) * self.size();
        if self.blocks.last().is_none_or(|last| last.len() == block) {
            self.blocks.push(Vec::with_capacity(block));
        }
        if let Some(last) = self.blocks.last_mut() {
            last.extend_from_slice(row);
            self.count += 1;
        }
    }

    /// The number of a season as rows write it.
    fn season(&mut self, cell: &str) -> Option<u16> {
        let known = self.seasons.iter().position(|season| season == cell);
        if known.is_none() && !is_season(cell) {
            return None;
        }
        let place = known.unwrap_or_else(|| {
            self.seasons.push(cell.to_owned());
            self.seasons.len() - 1
        });
        u16::try_from(place).ok()
    }

    /// The rows of another part of the same form too.
    pub fn merge(&mut self, other: Self) {
        debug_assert!(Arc::ptr_eq(&self.plan, &other.plan), "one form, one plan");
        self.left_out.merge(other.left_out);
        let seasons: Vec<_> = other.seasons.iter().map(|season| self.season(season)).collect();
        let size = self.size();
        for mut block in other.blocks {
            for row in block.chunks_exact_mut(size) {
                let season = seasons[usize::from(u16::from_le_bytes([row[4], row[5]]))];
                row[4..6].copy_from_slice(&season.unwrap_or(0).to_le_bytes());
                self.push(row);
            }
        }
        if self.places.is_empty() {
            self.places = other.places;
        }
    }

    fn bytes(&self, row: usize) -> &[u8] {
        let size = self.size();
        let rows = (BLOCK / size).max(1);
        &self.blocks[row / rows][row % rows * size..][..size]
    }

    /// Whose a row is, by its number.
    pub(super) fn whose(&self, row: usize) -> Whose {
        let bytes = self.bytes(row).first_chunk().copied().unwrap_or_default();
        Whose(u32::from_le_bytes(bytes))
    }

    /// The number of its season.
    pub(super) fn season_of(&self, row: usize) -> usize {
        let bytes = self.bytes(row);
        usize::from(u16::from_le_bytes([bytes[4], bytes[5]]))
    }

    /// When it was answered.
    pub(super) fn when(&self, row: usize) -> When {
        let bytes = self.bytes(row)[6..].first_chunk().copied().unwrap_or_default();
        When::unpacked(u32::from_le_bytes(bytes))
    }

    /// Its answers.
    pub(super) fn answers(&self, row: usize) -> &[u8] {
        &self.bytes(row)[HEAD..]
    }
}
