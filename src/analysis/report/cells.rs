//! From the bytes of a cell to the place where it is counted, without comparing it to every word.
//! Never decides what is counted: it only knows words and their numbers.

/// The words of a column, each with its number.
///
/// A table without collisions, made once: a word is found by its length and the first eight of its
/// bytes, and then compared as a whole.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// Of words of one byte, the number by the byte.
    short: Box<[u16; 256]>,
    /// Of the others, the place in `long` by the hash.
    table: Vec<u16>,
    shift: u32,
    factor: u64,
    long: Vec<(Box<[u8]>, u16)>,
}

/// No word.
const NONE: u16 = u16::MAX;

/// What the search for a table without collisions begins with: the golden ratio in 64 bits.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Words {
    /// The table of these words. Of a word that comes twice the first number stands.
    pub fn new<'w>(numbered: impl IntoIterator<Item = (&'w str, u16)>) -> Self {
        let mut short = Box::new([NONE; 256]);
        let mut words: Vec<(Box<[u8]>, u16)> = Vec::new();
        for (word, number) in numbered {
            match word.as_bytes() {
                [byte] if short[usize::from(*byte)] == NONE => short[usize::from(*byte)] = number,
                [] | [_] => {}
                bytes if words.iter().any(|(known, _)| **known == *bytes) => {}
                bytes => words.push((bytes.into(), number)),
            }
        }
        let mut bits = (words.len() * 2).next_power_of_two().trailing_zeros().max(4);
        let mut factor = GOLDEN;
        for turn in 0_u64.. {
            // Words that share their first eight bytes and their length cannot be parted so.
            if turn > 0 && turn.is_multiple_of(64) && bits < 12 {
                bits += 1;
            }
            let is_last = turn == 64 * 12;
            if let Some(table) = table(&words, factor, 64 - bits, is_last) {
                return Self { short, table, shift: 64 - bits, factor, long: words };
            }
            factor = factor.wrapping_mul(GOLDEN) | 1;
        }
        unreachable!("the last turn always makes a table")
    }

    /// The number of a word.
    #[inline]
    pub fn number(&self, word: &[u8]) -> Option<u16> {
        if let [byte] = word {
            let number = self.short[usize::from(*byte)];
            return (number != NONE).then_some(number);
        }
        let mut at = hash(word, self.factor, self.shift);
        loop {
            let place = *self.table.get(at)?;
            let (known, number) = self.long.get(usize::from(place))?;
            if **known == *word {
                return Some(*number);
            }
            // Only where no table without collisions was found.
            at += 1;
        }
    }
}

/// The table of these words by their hashes; nothing where two meet, unless that is `allowed`: then
/// they follow one another.
fn table(words: &[(Box<[u8]>, u16)], factor: u64, shift: u32, allowed: bool) -> Option<Vec<u16>> {
    let room = (1_usize << (64 - shift)) + if allowed { words.len() } else { 0 };
    let mut table = vec![NONE; room];
    for (place, (word, _)) in words.iter().enumerate() {
        let mut at = hash(word, factor, shift);
        while table[at] != NONE {
            if !allowed {
                return None;
            }
            at += 1;
        }
        table[at] = u16::try_from(place).ok()?;
    }
    Some(table)
}

#[inline]
fn hash(word: &[u8], factor: u64, shift: u32) -> usize {
    let key = key(word).wrapping_add(word.len() as u64);
    usize::try_from(key.wrapping_mul(factor) >> shift).unwrap_or(0)
}

/// The first eight bytes, or all of a shorter word, as a number.
#[inline]
fn key(word: &[u8]) -> u64 {
    if let Some(bytes) = word.first_chunk::<8>() {
        u64::from_le_bytes(*bytes)
    } else if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
    } else if let (Some(first), Some(last)) = (word.first_chunk::<2>(), word.last()) {
        u64::from(u16::from_le_bytes(*first)) | u64::from(*last) << 32
    } else {
        word.first().map_or(0, |byte| u64::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_word_has_its_number_and_others_have_none(
            words in proptest::collection::vec("[a-c_1]{1,11}", 0..30),
            other in "[a-c_1]{0,11}",
        ) {
            let numbered = || words.iter().map(String::as_str).zip(0..);
            let table = Words::new(numbered());
            for word in words.iter().chain([&other]) {
                let first = numbered().find(|(known, _)| known == word).map(|(_, number)| number);
                prop_assert_eq!(table.number(word.as_bytes()), first);
            }
        }
    }
}
