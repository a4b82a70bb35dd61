//! From the bytes of a cell to the place where it is counted, without comparing it to every word.
//! Never decides what is counted: it only knows words and their numbers.

use crate::store::head;

/// The words of a column, each with its number.
///
/// A table without collisions, made once: a word is found by its length and the first eight of its
/// bytes, and compared as a whole where it has more.
#[derive(Clone, Debug)]
pub(super) struct Words {
    table: Vec<Slot>,
    shift: u32,
    factor: u64,
    words: Vec<Box<[u8]>>,
}

/// A place in the table.
#[derive(Clone, Copy, Debug)]
struct Slot {
    head: u64,
    length: u32,
    number: u16,
    /// The place of the word among all.
    word: u16,
}

impl Slot {
    /// No word is so long.
    const FREE: Self = Self { head: 0, length: u32::MAX, number: 0, word: 0 };

    const fn is_free(self) -> bool {
        self.length == u32::MAX
    }
}

/// What the search for a table without collisions begins with: the golden ratio in 64 bits.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Words {
    /// The table of these words. Of a word that comes twice the first number stands.
    pub fn new<'w>(numbered: impl IntoIterator<Item = (&'w str, u16)>) -> Self {
        let mut slots: Vec<Slot> = Vec::new();
        let mut words: Vec<Box<[u8]>> = Vec::new();
        for (word, number) in numbered {
            let bytes = word.as_bytes();
            let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
            let place = u16::try_from(words.len());
            if let (false, Ok(word)) = (words.iter().any(|known| **known == *bytes), place)
                && (1..u32::MAX).contains(&length)
            {
                slots.push(Slot { head: head(bytes), length, number, word });
                words.push(bytes.into());
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
            if let Some(table) = table(&slots, factor, 64 - bits, is_last) {
                return Self { table, shift: 64 - bits, factor, words };
            }
            factor = factor.wrapping_mul(GOLDEN) | 1;
        }
        unreachable!("the last turn always makes a table")
    }

    /// The number of a word.
    pub fn number(&self, word: &[u8]) -> Option<u16> {
        self.headed((head(word), word.len()), || word)
    }

    /// The number of a word of which the first eight bytes are known as a number, and its length; the
    /// rest of it is asked for where it has more.
    #[inline]
    pub fn headed<'w>(
        &self,
        (head, length): (u64, usize),
        word: impl FnOnce() -> &'w [u8],
    ) -> Option<u16> {
        let at = hash(head, length, self.factor, self.shift);
        let slot = self.table.get(at)?;
        if length <= 8 && slot.head == head && slot.length as usize == length {
            return Some(slot.number);
        }
        if slot.is_free() { None } else { self.compared(at, head, word()) }
    }

    /// The number of a word that is perhaps the one at a place of the table, or one that follows it.
    fn compared(&self, at: usize, head: u64, word: &[u8]) -> Option<u16> {
        // Only where no table without collisions was found is there more to come.
        let slots = self.table[at..].iter().take_while(|slot| !slot.is_free());
        let mut same =
            slots.filter(|slot| slot.head == head && *self.words[usize::from(slot.word)] == *word);
        same.next().map(|slot| slot.number)
    }
}

/// The table of these words by their hashes; nothing where two meet, unless that is `allowed`: then
/// they follow one another.
fn table(words: &[Slot], factor: u64, shift: u32, allowed: bool) -> Option<Vec<Slot>> {
    let room = (1_usize << (64 - shift)) + if allowed { words.len() } else { 0 };
    let mut table = vec![Slot::FREE; room];
    for word in words {
        let mut at = hash(word.head, word.length as usize, factor, shift);
        while !table[at].is_free() {
            if !allowed {
                return None;
            }
            at += 1;
        }
        table[at] = *word;
    }
    Some(table)
}

#[inline]
fn hash(head: u64, length: usize, factor: u64, shift: u32) -> usize {
    let key = head.wrapping_add((length as u64) << 56);
    usize::try_from(key.wrapping_mul(factor) >> shift).unwrap_or(0)
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
