//! `recueil kiosk --set-code`: the code with which the team leaves the borne, kept as a hash only;
//! and how long one waits after a wrong one.
//! Never shows what is typed, and never keeps it.

use std::fs::Metadata;
use std::io::{IsTerminal, Read, stdin};
use std::path::Path;
use std::time::Duration;

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use uuid::Uuid;

use super::line::Line;
use crate::app::Settings;
use crate::cli::Exit;
use crate::cli::dossier::Dossier;
use crate::locale::Locale;
use crate::store::{Fault, replace};

/// The shortest code and the longest, in characters.
const SHORTEST: usize = 6;
const LONGEST: usize = 64;

/// The memory that one try takes, in KiB, and how many times it is gone through: what OWASP's sheet
/// on password storage asks of argon2id (2024), some 35 ms on the machine where this was measured and
/// little memory even for an old one. What slows a guess at the borne is the wait after a wrong code;
/// this slows who has read the settings.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// The hash of a code, in the format of the competition that argon2 won (PHC).
pub(super) fn hash(code: &str) -> Option<String> {
    let cost = Params::new(MEMORY, PASSES, 1, None).ok()?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, cost);
    let salt = *Uuid::new_v4().as_bytes();
    Some(argon2.hash_password_with_salt(code.as_bytes(), &salt).ok()?.to_string())
}

/// Is this the code that was hashed? What is no hash is the hash of no code.
pub(super) fn verify(code: &str, hash: &str) -> bool {
    Argon2::default().verify_password(code.as_bytes(), hash).is_ok()
}

/// How long no code is listened to after so many wrong ones: a slip costs nothing that one would
/// notice, and four digits would take more than a month of standing there.
pub(super) fn wait_after(wrong: u32) -> Duration {
    match wrong {
        0 => Duration::ZERO,
        _ => Duration::from_secs(1 << wrong.min(9)).min(Duration::from_secs(300)),
    }
}

/// Why a code is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weak {
    Short,
    Long,
    /// One key again and again, or keys in a row.
    Guessed,
    /// What no keyboard types.
    Unreadable,
}

impl Weak {
    const fn id(self) -> &'static str {
        match self {
            Self::Short => "code-short",
            Self::Long => "code-long",
            Self::Guessed => "code-guessed",
            Self::Unreadable => "code-unreadable",
        }
    }
}

/// What is wrong with a code, if anything is.
fn weakness(code: &str) -> Option<Weak> {
    let letters: Vec<char> = code.chars().collect();
    let steps = || {
        letters.windows(2).map(|pair| i64::from(u32::from(pair[1])) - i64::from(u32::from(pair[0])))
    };
    if letters.iter().any(|letter| letter.is_control()) {
        Some(Weak::Unreadable)
    } else if letters.len() < SHORTEST {
        Some(Weak::Short)
    } else if letters.len() > LONGEST {
        Some(Weak::Long)
    } else if [0, 1, -1].iter().any(|step| steps().all(|taken| taken == *step)) {
        Some(Weak::Guessed)
    } else {
        None
    }
}

/// Asks for a code, twice where somebody types it, and keeps its hash in the settings.
pub(super) fn set_code(locale: &Locale, dossier: &Dossier, settings: &Settings) -> Exit {
    let code = match typed(locale) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("{}", locale.say(message));
            return Exit::Failed;
        }
    };
    if let Some(weak) = weakness(&code) {
        let arguments = [("fewest", SHORTEST.into()), ("most", LONGEST.into())];
        eprintln!("{}", locale.tell(weak.id(), &arguments));
        return Exit::Failed;
    }
    let file = dossier.settings_file();
    let Some(hash) = hash(&code) else {
        eprintln!("{}", locale.say("code-failed"));
        return Exit::Failed;
    };
    match keep(dossier, settings, &hash) {
        Ok(()) => {
            let path = file.display().to_string();
            println!("{}", locale.tell("code-kept", &[("path", path.into())]));
            Exit::Done
        }
        Err(fault) => {
            eprintln!("{}", locale.fault(&fault));
            Exit::Failed
        }
    }
}

/// Writes the settings. Who keeps them from the borne's own user lets a group read them: it still
/// must, though the file is a new one.
fn keep(dossier: &Dossier, settings: &Settings, hash: &str) -> Result<(), Fault> {
    let file = dossier.settings_file();
    let before = std::fs::metadata(&file).ok();
    replace(&file, settings.with_staff_code(hash).text())?;
    if let Some(before) = before {
        give_to(&file, &before);
        _ = std::fs::set_permissions(&file, before.permissions());
    }
    Ok(())
}

/// Gives a file to the user and the group that another one had.
#[cfg(unix)]
fn give_to(file: &Path, before: &Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};

    _ = chown(file, Some(before.uid()), Some(before.gid()));
}

#[cfg(not(unix))]
fn give_to(_file: &Path, _before: &Metadata) {}

/// The code typed, or that of the first line of the input where nobody types.
fn typed(locale: &Locale) -> Result<String, &'static str> {
    if !stdin().is_terminal() {
        let mut input = String::new();
        // No code is that long: the rest would only be held in memory.
        let read = stdin().lock().take(4096).read_to_string(&mut input);
        read.map_err(|_| "code-unreadable")?;
        return Ok(input.lines().next().unwrap_or_default().to_owned());
    }
    let line = Line::find().ok_or("code-left")?;
    let ask = |question: &str| {
        // Before it is asked, for some answer at once.
        line.quiet(super::line::Manner::Keys);
        eprintln!("{}", locale.say(question));
        let typed = entry();
        line.give_back();
        typed.ok_or("code-left")
    };
    let code = ask("code-ask")?;
    if weakness(&code).is_some() || ask("code-again")? == code {
        Ok(code)
    } else {
        Err("code-differs")
    }
}

/// What is typed until Enter, unseen; nothing where it is left.
fn entry() -> Option<String> {
    let mut entry = Entry::default();
    loop {
        let mut byte = [0];
        if Line::read(&mut byte).ok()? == 0 {
            return None;
        }
        match entry.heed(byte[0]) {
            Typed::More => {}
            Typed::Left => return None,
            Typed::Done(code) => return Some(code),
        }
    }
}

/// What is being typed where no screen shows it, byte by byte.
#[derive(Debug, Default)]
pub(super) struct Entry(Vec<u8>);

/// What came of a byte.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// There may be more.
    More,
    /// Ctrl-C, Ctrl-D, Escape.
    Left,
    /// Enter, and what was typed before.
    Done(String),
}

impl Entry {
    /// Heeds a byte that was typed.
    pub fn heed(&mut self, byte: u8) -> Typed {
        match byte {
            b'\r' | b'\n' => {
                let typed = std::mem::take(&mut self.0);
                return Typed::Done(String::from_utf8_lossy(&typed).into_owned());
            }
            0x03 | 0x04 | 0x1b => {
                self.0.clear();
                return Typed::Left;
            }
            0x08 | 0x7f => {
                // A letter may be several bytes, of which only the first says so.
                while self.0.pop().is_some_and(|last| last & 0xc0 == 0x80) {}
            }
            // Nobody types a code that long: the rest is a paste, or a key held down.
            _ if self.0.len() < 4 * LONGEST + 4 => self.0.push(byte),
            _ => {}
        }
        Typed::More
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_again_by_its_hash_and_by_nothing_else() {
        let kept = hash("lune-sapin").expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(!kept.contains("lune"), "{kept}");
        assert!(verify("lune-sapin", &kept));
        for wrong in ["", "lune-sapi", "lune-sapin ", "Lune-sapin"] {
            assert!(!verify(wrong, &kept), "{wrong:?}");
        }
        assert_ne!(hash("lune-sapin").expect("a hash"), kept, "each has a salt of its own");
        for hash in ["", "lune-sapin", "$argon2id$", "$argon2id$v=19$m=19456,t=2,p=1$YWFhYWFhYWE"] {
            assert!(!verify("lune-sapin", hash) && !verify("", hash), "{hash:?}");
        }
    }

    /// The vector that the reference program `argon2` prints for
    /// `echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -e` (from its own test file).
    #[test]
    fn a_hash_made_by_the_reference_program_is_understood() {
        let theirs = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ\
            $CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assert!(verify("password", theirs));
        assert!(!verify("passwore", theirs));
    }

    #[test]
    fn each_wrong_code_doubles_the_wait_up_to_five_minutes() {
        let waits: Vec<u64> = (0..12).map(|wrong| wait_after(wrong).as_secs()).collect();
        assert_eq!(waits, [0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        assert_eq!(wait_after(u32::MAX).as_secs(), 300);
    }

    #[test]
    fn a_code_that_is_short_or_easily_guessed_is_not_taken() {
        for (code, weak) in [
            ("12a45", Some(Weak::Short)),
            ("123456", Some(Weak::Guessed)),
            ("876543", Some(Weak::Guessed)),
            ("eeeeeeee", Some(Weak::Guessed)),
            ("lune\tsapin", Some(Weak::Unreadable)),
            ("étoile", None),
            ("704192", None),
        ] {
            assert_eq!(weakness(code), weak, "{code}");
        }
        assert_eq!(weakness(&"ab".repeat(33)), Some(Weak::Long));
    }

    #[test]
    fn what_is_typed_unseen_can_be_mended_and_left() {
        let type_all = |keys: &str| {
            let mut entry = Entry::default();
            keys.bytes().map(|byte| entry.heed(byte)).last()
        };
        assert_eq!(type_all("étx\x7fé\r"), Some(Typed::Done("été".to_owned())));
        assert_eq!(type_all("é\x7f\x7f\x7fa\n"), Some(Typed::Done("a".to_owned())));
        assert_eq!(type_all("abc\x03"), Some(Typed::Left));
        let held = format!("{}\r", "a".repeat(10_000));
        assert!(matches!(type_all(&held), Some(Typed::Done(code)) if code.len() < 300));
    }
}
