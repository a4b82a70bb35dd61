//! How high each part of a sheet is once printed, and so what goes on which page.
//! Never lower than it is, so that a page holds what it was given: where a printer has other letters
//! than those counted on, a page that is too full goes on over the next, its number on it again.

use super::super::html::Html;
use crate::locale::tied;

/// A length on paper, in hundredths of a millimetre.
pub(super) type Length = usize;

/// Millimetres.
pub(super) const fn mm(millimetres: usize) -> Length {
    millimetres * 100
}

/// A part of a sheet that stays whole, and its height.
pub(super) struct Block {
    pub html: Html,
    pub height: Length,
}

/// How letters are set: their size, how far lines are from each other, how wide the column is.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// In points.
    pub size: usize,
    /// From line to line, in hundredths of the size.
    pub leading: usize,
    pub weight: Weight,
    pub width: Length,
}

/// How heavy letters are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A hundredth of a point is this many thousands of hundredths of a millimetre.
const POINT: usize = 353;

impl Setting {
    /// The height of a text.
    pub fn height(self, text: &str) -> Length {
        self.lines(text) * self.size * self.leading * POINT / 1_000
    }

    /// Into how many lines a text turns: a word goes to the next where it has no room.
    pub fn lines(self, text: &str) -> usize {
        // A little less than there is: no two programs set a line quite alike.
        let room = self.width * 990 / (self.size * POINT / 10);
        let (mut lines, mut used) = (1, 0);
        for word in tied(text).split(' ') {
            let word: usize = word.chars().map(|letter| self.letter(letter)).sum();
            if used > 0 && used + self.letter(' ') + word > room {
                lines += 1;
                used = 0;
            }
            used += word + if used > 0 { self.letter(' ') } else { 0 };
            // A word longer than a line turns wherever it must.
            lines += used / room.max(1);
            used %= room.max(1);
        }
        lines
    }

    /// The width of a letter, in thousandths of the size: those of Arial, which Liberation Sans and
    /// Helvetica share.
    fn letter(self, letter: char) -> usize {
        let (regular, bold) = match letter {
            '\'' | '’' | 'i' | 'j' | 'l' => (222, 278),
            ' ' | '\u{a0}' | ',' | '.' | '/' | 'I' => (278, 278),
            'f' | 't' | ':' | ';' | '!' => (278, 333),
            '-' | '(' | ')' => (333, 333),
            'r' => (333, 389),
            'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'J' => (500, 556),
            'z' => (500, 500),
            'a' | 'e' | 'à' | 'â' | 'é' | 'è' | 'ê' => (556, 556),
            'm' => (833, 889),
            'M' => (833, 833),
            'w' => (722, 778),
            _ if letter.is_ascii_digit() => (556, 556),
            _ if letter.is_lowercase() || letter.is_ascii_punctuation() => (556, 611),
            _ if letter.is_uppercase() && letter != 'W' => (778, 778),
            _ => (1_000, 1_000),
        };
        match self.weight {
            Weight::Regular => regular,
            Weight::Bold => bold,
        }
    }
}

/// How much goes on a page.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// On the first page.
    pub first: Length,
    /// On each other.
    pub others: Length,
    /// What a page leaves free where another follows.
    pub turn: Length,
}

/// Which blocks go on which page, in their order.
pub(super) fn paginated(blocks: Vec<Block>, room: Room) -> Vec<Vec<Block>> {
    let mut pages: Vec<Vec<Block>> = Vec::new();
    let mut rest = blocks;
    loop {
        let left = if pages.is_empty() { room.first } else { room.others };
        let total: Length = rest.iter().map(|block| block.height).sum();
        let fits = if total <= left {
            rest.len()
        } else {
            let mut left = left.saturating_sub(room.turn);
            let fits = rest.iter().take_while(|block| {
                let fits = block.height <= left;
                left = left.saturating_sub(block.height);
                fits
            });
            // What is higher than a page is put on one all the same, and goes on over the next.
            fits.count().max(1)
        };
        let after = rest.split_off(fits.min(rest.len()));
        pages.push(std::mem::replace(&mut rest, after));
        if rest.is_empty() {
            return pages;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(width: Length) -> Setting {
        Setting { size: 15, leading: 120, weight: Weight::Regular, width }
    }

    #[test]
    fn a_text_is_as_high_as_its_lines() {
        // 18 points from line to line are 6.35 mm.
        assert_eq!(setting(mm(100)).height("Oui"), 635);
        assert_eq!(setting(mm(100)).height("Pas encore, ou quelqu'un le fait pour moi"), 635);
        assert_eq!(setting(mm(90)).height("Pas encore, ou quelqu'un le fait pour moi"), 2 * 635);
        assert!(setting(mm(30)).height(&"m".repeat(40)) >= 5 * 635, "a word without end");
    }

    #[test]
    fn pages_are_filled_in_order_and_nothing_is_lost() {
        let block = |height| Block { html: Html::default(), height };
        let heights = |first, blocks: &[Length]| {
            let room = Room { first, others: 20, turn: 2 };
            let pages = paginated(blocks.iter().copied().map(block).collect(), room);
            let heights = |page: &Vec<Block>| page.iter().map(|it| it.height).collect::<Vec<_>>();
            pages.iter().map(heights).collect::<Vec<_>>()
        };
        assert_eq!(heights(10, &[4, 6]), [vec![4, 6]], "nothing follows");
        assert_eq!(heights(10, &[4, 6, 9, 9, 9]), [vec![4], vec![6, 9], vec![9, 9]]);
        assert_eq!(heights(4, &[4, 50, 1]), [vec![4], vec![50], vec![1]], "higher than a page");
    }
}
