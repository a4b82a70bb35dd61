//! Public keys, to which rows are sealed, and private keys, which open them: as people write them.
//! Never shows a private key where it was not asked for: it has no `Debug` of its own text.

use std::fmt;

use super::cipher;

/// What a private key begins with.
const PRIVATE: &str = "AGE-SECRET-KEY-1";

/// How many letters and digits stand together, where a key is to be read and typed again.
const GROUP: usize = 4;

/// How many groups stand on a line.
const LINE: usize = 4;

/// The key of a lock that only its private key opens: `age1` and 58 letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(String);

/// Why a text is no public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoKey {
    /// It is a private key, which must not be here.
    Private,
    /// It is no key, or has a mistake: its last letters check the others.
    Unreadable,
}

impl PublicKey {
    /// Reads a key, its last six letters checking the others.
    pub fn read(text: &str) -> Result<Self, NoKey> {
        let text = text.trim();
        let start = text.get(..PRIVATE.len()).unwrap_or_default();
        if start.eq_ignore_ascii_case(PRIVATE) {
            Err(NoKey::Private)
        } else if cipher::is_public(text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoKey::Unreadable)
        }
    }

    /// The key as it is written.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// The public keys of a dossier, by name. None where its rows are not sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys(Vec<(String, PublicKey)>);

impl Keys {
    /// The fewest that there may be: what one of them opens must not be lost with it.
    pub const FEWEST: usize = 2;

    /// These keys, unless fewer than [`FEWEST`](Self::FEWEST) of them differ.
    pub fn new(keys: Vec<(String, PublicKey)>) -> Option<Self> {
        let mut texts: Vec<&str> = keys.iter().map(|(_, key)| key.text()).collect();
        texts.sort_unstable();
        texts.dedup();
        (texts.len() >= Self::FEWEST).then_some(Self(keys))
    }

    /// Is nothing sealed?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each key with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &PublicKey)> {
        self.0.iter().map(|(name, key)| (name.as_str(), key))
    }
}

/// The key that opens what was sealed to its public key.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateKey {
    private: String,
    public: PublicKey,
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PrivateKey").field("public", &self.public).finish_non_exhaustive()
    }
}

/// Why a text is no private key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoIdentity {
    /// Nothing in it begins as private keys do.
    None,
    /// It has a mistake. The check of each of its lines, as the sheet of the key has them: the line
    /// whose check differs is the one to read again.
    Mistyped(Vec<String>),
}

impl PrivateKey {
    /// Makes a key out of chance. Nothing in a build that cannot seal.
    pub fn fresh() -> Option<Self> {
        Self::whole(cipher::fresh_private()?)
    }

    fn whole(private: String) -> Option<Self> {
        let public = PublicKey(cipher::public_of(&private)?);
        Some(Self { private, public })
    }

    /// Reads the file of a key, or a key typed from its sheet: in groups, on several lines, in small
    /// letters. What is no letter of a key is taken for the one it looks like.
    pub fn read(text: &str) -> Result<Self, NoIdentity> {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        let letters = lines.flat_map(str::chars).filter(|letter| !letter.is_whitespace());
        let typed: String = letters.map(|letter| letter.to_ascii_uppercase()).collect();
        let at = typed.find(PRIVATE).ok_or(NoIdentity::None)?;
        let rest = typed[at + PRIVATE.len()..].chars().map(|letter| match letter {
            '1' | 'I' => 'L',
            'O' => '0',
            'B' => '8',
            other => other,
        });
        let private: String = PRIVATE.chars().chain(rest).collect();
        let checks = || lines_of(&private).map(|line| check(&line)).collect();
        Self::whole(private.clone()).ok_or_else(|| NoIdentity::Mistyped(checks()))
    }

    /// The key as it is written in its file.
    pub fn text(&self) -> &str {
        &self.private
    }

    /// The key to which rows are sealed.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The key in lines of groups, as it is read and typed again, each line with its check.
    pub fn lines(&self) -> Vec<(Vec<String>, String)> {
        let parted = |line: String| match line.as_str() {
            PRIVATE => vec![line],
            letters => groups(letters, GROUP),
        };
        lines_of(&self.private).map(|line| (parted(line.clone()), check(&line))).collect()
    }
}

/// The lines that a key is written in: all letters of its beginning count.
fn lines_of(private: &str) -> impl Iterator<Item = String> {
    groups(private, GROUP * LINE).into_iter()
}

fn groups(text: &str, size: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(size).map(|group| group.iter().collect()).collect()
}

/// Two digits that differ where one letter of a line does, and mostly where two do: the remainder by
/// 97 of the line read as a number in base 128.
fn check(line: &str) -> String {
    let rest = line.chars().fold(0_u32, |rest, letter| (rest * 128 + u32::from(letter) % 128) % 97);
    format!("{rest:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_single_mistake_and_every_swap_of_neighbours_changes_the_check_of_a_line() {
        let line = "QPZRY9X8GF2TVDW0";
        let letters: Vec<char> = line.chars().collect();
        for at in 0..letters.len() {
            for other in "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".chars() {
                let mut wrong = letters.clone();
                wrong[at] = other;
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(check(&wrong) == check(line), wrong == line, "{wrong}");
            }
            let mut swapped = letters.clone();
            swapped.swap(at, (at + 1) % letters.len());
            let swapped: String = swapped.into_iter().collect();
            assert_ne!(check(&swapped), check(line), "{swapped}");
        }
    }

    /// The key that the documentation of the format (C2SP, age) gives as an example.
    #[cfg(feature = "seal")]
    #[test]
    fn a_key_is_read_however_it_was_typed() {
        let key = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
        let read = |text: &str| PrivateKey::read(text).map(|key| key.text().to_owned());
        assert_eq!(read(key).as_deref(), Ok(key));
        let file = format!("# created: 2026-11-22\n# public key: age1x\n{key}\n");
        assert_eq!(read(&file).as_deref(), Ok(key));
        let lines = PrivateKey::read(key).expect("a key").lines();
        let typed: Vec<String> = lines.iter().map(|(groups, _)| groups.join("  ")).collect();
        let typed = typed.join(" \n").to_lowercase();
        assert_eq!(read(&typed).as_deref(), Ok(key));
        // What looks like a letter of a key is taken for it.
        let (start, rest) = key.split_at(PRIVATE.len());
        assert!(rest.contains('J') && !rest.contains('L'));
        assert_eq!(read(&format!("{start}{}", rest.replace('0', "O"))).as_deref(), Ok(key));

        let checks: Vec<String> = lines.into_iter().map(|(_, check)| check).collect();
        for at in PRIVATE.len()..key.len() {
            let other = if &key[at..=at] == "Q" { "P" } else { "Q" };
            let wrong = format!("{}{other}{}", &key[..at], &key[at + 1..]);
            let Err(NoIdentity::Mistyped(told)) = read(&wrong) else { panic!("{wrong} is read") };
            let differs = (0..checks.len()).filter(|line| told[*line] != checks[*line]);
            assert_eq!(differs.collect::<Vec<_>>(), [at / (GROUP * LINE)], "{wrong}");
        }
        assert_eq!(read("lune-sapin-42"), Err(NoIdentity::None));
    }
}
