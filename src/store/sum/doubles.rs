//! Rows that stand more than once, found in memory that does not grow with their number.
//! Never takes two rows for one: what only looks alike is looked at again.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};

use super::pieces::{Opened, Piece, each};
use super::{RowFile, RowFiles, number};
use crate::store::Met;
use crate::store::table::start;
use crate::value::Meta;

/// The rows that stand more than once, each with the place of the one that counts.
#[derive(Debug, Default)]
pub(super) struct Doubles {
    first: HashMap<u128, (usize, u64)>,
}

impl Doubles {
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// Is the row of this identifier at this place the one that counts?
    pub fn is_first(&self, id: u128, place: (usize, u64)) -> bool {
        self.first.get(&id).is_none_or(|first| *first == place)
    }
}

/// What was seen of identifiers: four bits of one word for each. Where all four are set already, the
/// identifier was perhaps seen before; where not, it was not (Bloom 1970; in one word, Putze, Sanders
/// and Singler 2007).
#[derive(Debug)]
pub(super) struct Seen {
    words: Vec<AtomicU64>,
}

/// How many identifiers are noted together.
pub(super) const TOGETHER: usize = 64;

/// How many words are enough: 16 megabytes, in which of ten million rows one in a hundred is looked at
/// again.
const MOST_WORDS: u64 = 1 << 21;

/// For how many bytes of rows a word is taken: some 16 bits a row.
const BYTES_A_WORD: u64 = 1 << 9;

impl Seen {
    pub fn new(bytes: u64) -> Self {
        let words = (bytes / BYTES_A_WORD).clamp(64, MOST_WORDS).next_power_of_two();
        Self { words: (0..words).map(|_| AtomicU64::new(0)).collect() }
    }

    /// Notes identifiers; those that were perhaps seen before are added to the others. All their
    /// words are fetched before the first is written: so they are waited for together, not one by one.
    pub fn add(&self, ids: &mut Vec<u128>, again: &mut Vec<u128>) {
        let fetch = |id: u128| {
            let (place, bits) = self.word(id);
            (id, place, bits, self.words[place].load(Ordering::Relaxed))
        };
        let fetched: Vec<_> = ids.drain(..).map(fetch).collect();
        for (id, place, bits, held) in fetched {
            let is_held = |held: u64| held & bits == bits;
            if is_held(held) || is_held(self.words[place].fetch_or(bits, Ordering::Relaxed)) {
                again.push(id);
            }
        }
    }

    /// The word in which an identifier is noted, and its bits there.
    fn word(&self, id: u128) -> (usize, u64) {
        // Identifiers made for a test are not random: the two halves are mixed.
        #[expect(clippy::cast_possible_truncation, reason = "half of it at a time")]
        let mut mixed = (id as u64) ^ ((id >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let bits = [0, 6, 12, 18].map(|from| 1_u64 << (mixed >> from & 63));
        let bits = bits.into_iter().fold(0, |all, bit| all | bit);
        (usize::try_from(mixed >> 24).unwrap_or(0) & (self.words.len() - 1), bits)
    }
}

impl RowFiles<'_> {
    /// Those of these rows that stand more than once. Of one the first that is as it was written counts, or the
    /// first where none is.
    pub(super) fn doubles(
        &self,
        opened: &[Opened],
        pieces: &[Piece],
        again: &HashSet<u128>,
    ) -> Doubles {
        if again.is_empty() {
            return Doubles::default();
        }
        // Each of these was met once if it only looked like another, else more than once.
        let (made, _) = each(pieces, &HashMap::new, &|met: &mut HashMap<u128, u64>, piece| {
            self.ids(opened, piece, |id| {
                if again.contains(&id) {
                    *met.entry(id).or_default() += 1;
                }
            });
        });
        let mut often: HashMap<u128, u64> = HashMap::new();
        for (id, times) in made.into_iter().flatten() {
            *often.entry(id).or_default() += times;
        }
        often.retain(|_, times| *times > 1);
        if often.is_empty() {
            return Doubles::default();
        }
        let (made, _) = each(pieces, &Vec::new, &|found: &mut Vec<_>, piece| {
            _ = self.read_piece(opened, piece, |met| {
                let Met::Row(row) = met else { return };
                let id = number(row.meta(Meta::ReponseId));
                if let Some(id) = id.filter(|id| often.contains_key(id)) {
                    found.push((id, !row.is_intact(), piece.place(row.at)));
                }
            });
        });
        let mut found: Vec<(u128, bool, (usize, u64))> = made.into_iter().flatten().collect();
        found.sort_unstable();
        found.dedup_by_key(|(id, ..)| *id);
        Doubles { first: found.into_iter().map(|(id, _, place)| (id, place)).collect() }
    }

    /// Those of these identifiers of which a row stands.
    pub(super) fn standing_among(
        &self,
        opened: &[Opened],
        pieces: &[Piece],
        ids: &HashSet<u128>,
    ) -> HashSet<u128> {
        if ids.is_empty() {
            return HashSet::new();
        }
        self.each_id(opened, pieces, &|id| ids.contains(&id))
    }

    /// The identifiers for which this holds, of all with which lines begin.
    fn each_id(
        &self,
        opened: &[Opened],
        pieces: &[Piece],
        holds: &(dyn Fn(u128) -> bool + Sync),
    ) -> HashSet<u128> {
        let (made, _) = each(pieces, &HashSet::new, &|found: &mut HashSet<u128>, piece| {
            self.ids(opened, piece, |id| {
                if holds(id) {
                    found.insert(id);
                }
            });
        });
        made.into_iter().flatten().collect()
    }

    /// The identifiers with which the lines of a piece begin. What cannot be read is told when the rows
    /// are read.
    fn ids(&self, opened: &[Opened], piece: &Piece, mut visit: impl FnMut(u128)) {
        let RowFile { store, path, .. } = &self.files[piece.file];
        if opened[piece.file].header.is_none() {
            return;
        }
        let Ok(file) = piece.open(store, path) else { return };
        let mut lines = crate::store::lines::Lines::new(file);
        if piece.begin(&mut lines).is_err() {
            return;
        }
        while lines.passed().1 < piece.length()
            && let Ok(Some(line)) = lines.next()
        {
            if let Some(id) = start(line.bytes).and_then(number) {
                visit(id);
            }
        }
    }
}
