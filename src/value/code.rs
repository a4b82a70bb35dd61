//! The code that pairs what one person answered on arriving and on leaving: «lune-sapin-42».
//! Never chance of its own: what is random is handed in.

use std::fmt;

/// The words, one a line: short, plain, known to everyone, without accents.
const WORDS: &str = include_str!("code_words.txt");

/// How many there are.
const COUNT: usize = 1024;

/// The same words, by their places.
const TABLE: [&str; COUNT] = table();

/// The check digits go up to this, less one. It is prime, and larger than the alphabet: whatever
/// letter is put in the place of another, the class of the word is another.
const MODULUS: u32 = 97;

/// What the class so far counts for when one more letter comes.
const STEP: u32 = 31;

/// How many seconds of each first word [`Code::numbered`] uses.
const SECONDS: u32 = 990;

/// What the check begins with: it makes «lune-sapin» end in 42, the code that every page shows.
const START: u32 = 31;

/// Two words of the list and two check digits. It means nothing, and nothing can be told from it.
///
/// The digits are worked out from the letters, not from the places of the words in the list, so
/// that the list may change and old codes still hold. They tell every single wrong letter, every
/// two letters changed over, and the two words changed over: pairs of words of which they could
/// not tell the order are never codes. A word in the place of another is told 96 times in 97: two
/// digits cannot tell 1,024 words apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code {
    first: usize,
    second: usize,
}

/// Why words are not a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Not two words and two digits.
    Shape,
    /// This word is not of the list.
    UnknownWord(String),
    /// The digits do not go with the words: one of them was misread or miswritten.
    Check,
}

impl Code {
    /// The code of two words, by their places in the list; none where their order could not be told.
    pub fn new(first: usize, second: usize) -> Option<Self> {
        let differ = class(word(first)?) != class(word(second)?);
        differ.then_some(Self { first, second })
    }

    /// How many codes [`Code::numbered`] gives.
    pub const MANY: u32 = 1024 * SECONDS;

    /// The code of a number below [`Code::MANY`]: different numbers give different codes.
    pub fn numbered(number: u32) -> Self {
        let first = (number / SECONDS) as usize % COUNT;
        let own = class(TABLE[first]);
        let seconds = (0..COUNT).filter(|second| CLASSES[*second] != own);
        let second = seconds.take(SECONDS as usize).nth((number % SECONDS) as usize);
        Self { first, second: second.expect("a word has that many others") }
    }

    /// A code from a random number: about a million are as likely as each other.
    pub fn from_random(random: u32) -> Self {
        let [a, b, c, d] = random.to_le_bytes();
        let first = usize::from(u16::from_le_bytes([a, b])) % COUNT;
        let second = usize::from(u16::from_le_bytes([c, d])) % COUNT;
        let mut seconds = (0..COUNT).map(|step| (second + step) % COUNT);
        let code = seconds.find_map(|second| Self::new(first, second));
        code.expect("some word is of another class")
    }

    /// The code that a person wrote or said. Letter case, accents and what stands between the parts
    /// do not matter.
    pub fn read(text: &str) -> Result<Self, Unread> {
        let mut words = vec![String::new()];
        let mut digits = String::new();
        for character in text.chars() {
            let letters = plain(character);
            match character {
                _ if !letters.is_empty() && digits.is_empty() => {
                    let word = words.last_mut().expect("there is always a word");
                    word.extend(letters);
                }
                digit if digit.is_ascii_digit() => digits.push(digit),
                // An accent written as a character of its own.
                '\u{300}'..='\u{36f}' => {}
                between if between.is_whitespace() || BETWEEN.contains(between) => {
                    if words.last().is_some_and(|word| !word.is_empty()) {
                        words.push(String::new());
                    }
                }
                _ => return Err(Unread::Shape),
            }
        }
        words.retain(|word| !word.is_empty());
        let [first, second] = &words[..] else { return Err(Unread::Shape) };
        if digits.len() != 2 {
            return Err(Unread::Shape);
        }
        let place = |wanted: &String| {
            let found = TABLE.iter().position(|word| word == wanted);
            found.ok_or_else(|| Unread::UnknownWord(wanted.clone()))
        };
        let code = Self::new(place(first)?, place(second)?).ok_or(Unread::Check)?;
        if code.digits() == digits { Ok(code) } else { Err(Unread::Check) }
    }

    /// A number that no other code has, below 2^20.
    pub fn key(self) -> u32 {
        u32::try_from(self.first * COUNT + self.second).unwrap_or(u32::MAX)
    }

    fn words(self) -> [&'static str; 2] {
        [self.first, self.second].map(|place| word(place).unwrap_or_default())
    }

    fn digits(self) -> String {
        let [first, second] = self.words().map(class);
        format!("{:02}", check(first, second))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.words();
        write!(f, "{first}-{second}-{}", self.digits())
    }
}

/// What people put between the parts of a code.
const BETWEEN: &str = "-‐‑‒–—−_.,;:/'’";

fn word(place: usize) -> Option<&'static str> {
    TABLE.get(place).copied()
}

/// The lines of the list, found once when the program is compiled.
const fn table() -> [&'static str; COUNT] {
    let mut table = [""; COUNT];
    let mut rest = WORDS;
    let mut place = 0;
    while place < COUNT {
        let mut end = 0;
        while rest.as_bytes()[end] != b'\n' {
            end += 1;
        }
        let (word, after) = rest.split_at(end);
        table[place] = word;
        (_, rest) = after.split_at(1);
        place += 1;
    }
    table
}

/// The classes of the words, by their places.
const CLASSES: [u32; COUNT] = {
    let mut classes = [0; COUNT];
    let mut place = 0;
    while place < COUNT {
        classes[place] = class(TABLE[place]);
        place += 1;
    }
    classes
};

/// The letters without their accents that a character stands for; none where it is no letter.
fn plain(character: char) -> &'static [char] {
    const LETTERS: [char; 26] = [
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r',
        's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
    ];
    let lower = character.to_lowercase().next().unwrap_or(character);
    match lower {
        'à' | 'â' | 'ä' | 'á' | 'ã' => &['a'],
        'ç' => &['c'],
        'é' | 'è' | 'ê' | 'ë' => &['e'],
        'î' | 'ï' | 'í' => &['i'],
        'ñ' => &['n'],
        'ô' | 'ö' | 'ó' | 'õ' => &['o'],
        'ù' | 'û' | 'ü' | 'ú' => &['u'],
        'ÿ' => &['y'],
        'œ' => &['o', 'e'],
        'æ' => &['a', 'e'],
        letter => {
            let at = LETTERS.iter().position(|plain| *plain == letter);
            at.map_or(&[], |at| &LETTERS[at..=at])
        }
    }
}

/// One of 97 classes of words: the letters are the digits of a number, of which this is the rest.
const fn class(word: &str) -> u32 {
    let letters = word.as_bytes();
    let (mut class, mut at) = (0, 0);
    while at < letters.len() {
        class = (class * STEP + (letters[at] - b'a') as u32 + 1) % MODULUS;
        at += 1;
    }
    class
}

/// The check of two words by their classes: they do not count the same, so that their order does.
const fn check(first: u32, second: u32) -> u32 {
    (START + first + 2 * second) % MODULUS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Vec<&'static str> {
        WORDS.lines().collect()
    }

    #[test]
    fn the_list_is_of_1024_different_plain_words() {
        let words = words();
        assert_eq!(words.len(), COUNT);
        for pair in words.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?} in their order, each once");
        }
        for word in words {
            let plain = word.bytes().all(|letter| letter.is_ascii_lowercase());
            assert!(plain && (3..=9).contains(&word.len()), "{word}");
        }
    }

    #[test]
    fn a_code_is_written_in_one_way_and_read_in_many() {
        let code = Code::read("lune-sapin-42").expect("the code of every page");
        assert_eq!(code.to_string(), "lune-sapin-42");
        for written in [
            "Lune Sapin 42",
            "LUNE-SAPIN-42",
            "  lune – sapin – 4 2 ",
            "lûne sàpin42",
            "lu\u{302}ne, sapin / 42",
            "lune_sapin_42.",
        ] {
            assert_eq!(Code::read(written), Ok(code), "{written}");
        }
        for shapeless in [
            "",
            "lune",
            "lune-sapin",
            "lune-sapin-4",
            "lune-sapin-421",
            "42-lune-sapin",
            "lune 4 sapin 2",
            "lune-sapin-roche-42",
            "lune+sapin-42",
            "lunesapin42",
        ] {
            assert_eq!(Code::read(shapeless), Err(Unread::Shape), "{shapeless}");
        }
        let unknown = Unread::UnknownWord("sapinn".into());
        assert_eq!(Code::read("lune-sapinn-42"), Err(unknown));
        assert_eq!(Code::read("lune-sapin-24"), Err(Unread::Check));
        assert_eq!(Code::read("sapin-lune-42"), Err(Unread::Check));
    }

    #[test]
    fn every_code_is_read_back() {
        for random in (0..=u32::MAX).step_by(65_537 * 31) {
            let code = Code::from_random(random);
            assert_eq!(Code::read(&code.to_string()), Ok(code));
        }
        // All those of a few first words: of others the first word differs.
        let numbered = (0..Code::MANY).filter(|number| number / SECONDS % 100 < 2);
        let mut codes: Vec<Code> = numbered.map(Code::numbered).collect();
        let count = codes.len();
        for code in codes.iter().step_by(997) {
            assert_eq!(Code::read(&code.to_string()), Ok(*code));
        }
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count, "each number has a code of its own");
        assert_eq!(Code::new(3, 3), None, "a word twice has no order");
        assert_eq!(Code::new(0, COUNT), None);
    }

    /// Over all pairs of words: the two changed over never have the same digits.
    #[test]
    fn two_words_changed_over_are_always_told() {
        let classes: Vec<u32> = words().into_iter().map(class).collect();
        let mut codes = 0_u32;
        for (first, a) in classes.iter().enumerate() {
            for (second, b) in classes.iter().enumerate() {
                if a != b {
                    codes += 1;
                    assert_ne!(check(*a, *b), check(*b, *a), "{first} {second}");
                }
            }
        }
        // All but one pair in 97 or so.
        assert!(codes > 1_030_000, "{codes}");
        let same = classes.iter().skip(1).position(|class| *class == classes[0]).map(|at| at + 1);
        assert_eq!(Code::new(0, same.expect("a word of the class of the first")), None);
    }

    /// Over all words: with one letter put in the place of another, added, left out, or changed over
    /// with the next, what comes out is no word of the list or has other digits.
    #[test]
    fn a_word_with_one_wrong_letter_is_always_told() {
        let words = words();
        let told = |word: &str, wrong: &str| {
            let is_other = wrong != word && words.binary_search(&wrong).is_ok();
            assert!(!is_other || class(wrong) != class(word), "{word} {wrong}");
        };
        for word in &words {
            for at in 0..=word.len() {
                let (before, after) = word.split_at(at);
                let rest = after.get(1..).unwrap_or_default();
                told(word, &format!("{before}{rest}"));
                for letter in 'a'..='z' {
                    told(word, &format!("{before}{letter}{rest}"));
                    told(word, &format!("{before}{letter}{after}"));
                }
                if let (Some(one), Some(next)) = (after.get(..1), after.get(1..2)) {
                    told(word, &format!("{before}{next}{one}{}", &after[2..]));
                }
            }
        }
        // Whatever the list: a letter in the place of another always changes the class.
        for (a, b) in [("lune", "dune"), ("lune", "lunz"), ("abcdefghi", "abcdxfghi")] {
            assert_ne!(class(a), class(b));
        }
    }

    /// Over all pairs of words: one in the place of the other is told, but for one pair in 97 or so.
    #[test]
    fn a_word_in_the_place_of_another_is_mostly_told() {
        let mut by_class = [0_u32; MODULUS as usize];
        for word in words() {
            by_class[class(word) as usize] += 1;
        }
        let alike: u32 = by_class.iter().map(|count| count * (count - count.min(&1))).sum();
        let pairs = 1024 * 1023;
        assert!(alike * 90 < pairs, "{alike} of {pairs}");
    }
}
