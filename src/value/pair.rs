//! What stands in the place of a code once a cycle is closed: «paire-04711234».
//! Never anything that a code can be worked out from: it is random.

use std::fmt;

/// How many there are.
const COUNT: u32 = 100_000_000;

/// How many digits are written.
const DIGITS: usize = 8;

/// What stands before them: a spreadsheet takes the whole for words.
const BEFORE: &str = "paire-";

/// The number that the rows of one person share where there is no code any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pair(u32);

impl Pair {
    /// The pair number of a random number.
    pub const fn from_random(random: u32) -> Self {
        Self(random % COUNT)
    }

    /// The number alone, below 10^8.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The pair number as rows write it, and in no other way: nobody types one.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(BEFORE)?;
        let is_written = digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_written.then(|| digits.parse().ok().map(Self)).flatten()
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BEFORE}{:0width$}", self.0, width = DIGITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Code;

    #[test]
    fn a_pair_number_is_written_and_read_in_one_way_and_is_no_code() {
        assert_eq!(Pair::from_random(4_294_967_295).to_string(), "paire-94967295");
        assert_eq!(Pair::from_random(7).to_string(), "paire-00000007");
        assert_eq!(Pair::read("paire-00000007"), Some(Pair::from_random(7)));
        for other in ["paire-7", "paire-+0000007", "Paire-00000007", "lune-sapin-42", "", "paire-"]
        {
            assert_eq!(Pair::read(other), None, "{other}");
        }
        assert!(Code::read("paire-00000007").is_err());
    }
}
