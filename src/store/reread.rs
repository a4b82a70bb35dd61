//! What somebody who read open texts decided of each: may it be quoted, as it is or with words masked?
//! Never who wrote it, and never its words but where some are masked.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::digest;
use super::fault::Fault;
use super::names::REREAD;
use super::table::{self, Check, Read, checked, is_id};
use super::{Store, files};
use crate::record::{guard, unguard};

/// What stands in a file for a text that is not quoted.
const NO: &str = "non";

/// For one that is quoted without some of its words.
const MASKED: &str = "masque";

/// For one that is quoted as it is.
const WHOLE: &str = "tel_quel";

/// What was decided of a text. The one that says less comes first: where two people decided apart from
/// each other, it holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// It is not quoted.
    No,
    /// This is quoted in its place, without the words that were masked.
    Masked(String),
    /// It is quoted as it is.
    Whole,
}

impl Decision {
    /// What may be quoted of a text.
    pub fn of<'t>(&'t self, text: &'t str) -> Option<&'t str> {
        match self {
            Self::No => None,
            Self::Masked(masked) => Some(masked),
            Self::Whole => Some(text),
        }
    }

    const fn word(&self) -> &'static str {
        match self {
            Self::No => NO,
            Self::Masked(_) => MASKED,
            Self::Whole => WHOLE,
        }
    }
}

/// Which text of a row: that to a question, which says this. One that was changed since is another.
type Which = (String, String);

/// A decision, and how many came before it on the same text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Ranked {
    rank: u32,
    decision: Decision,
}

/// The texts that were read again, each with what was decided of it last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reread {
    known: BTreeMap<String, BTreeMap<Which, Ranked>>,
    /// How many lines could not be relied on: their texts are to be read again.
    unread: usize,
}

impl Reread {
    /// What was decided of what a row says in answer to a question; nothing where nobody did.
    pub fn of(&self, row: &str, question: &str, text: &str) -> Option<&Decision> {
        self.known.get(row)?.get(&which(question, text)).map(|ranked| &ranked.decision)
    }

    /// How many lines could not be relied on: their texts are to be read again.
    pub const fn unread(&self) -> usize {
        self.unread
    }

    /// Takes what others decided: the later decision holds; of two that were made apart the one that
    /// says less.
    pub fn join(&mut self, other: impl IntoIterator<Item = Self>) {
        for other in other {
            self.unread += other.unread;
            for (row, texts) in other.known {
                for (which, ranked) in texts {
                    self.add(&row, which, ranked);
                }
            }
        }
    }

    fn add(&mut self, row: &str, which: Which, ranked: Ranked) {
        let texts = self.known.entry(row.to_owned()).or_default();
        let is_over = |known: &Ranked| {
            known.rank > ranked.rank
                || (known.rank == ranked.rank && known.decision <= ranked.decision)
        };
        if !texts.get(&which).is_some_and(is_over) {
            texts.insert(which, ranked);
        }
    }

    fn decide(&mut self, row: &str, which: Which, decision: Decision) {
        let texts = self.known.entry(row.to_owned()).or_default();
        let rank = texts.get(&which).map_or(1, |known| known.rank.saturating_add(1));
        texts.insert(which, Ranked { rank, decision });
    }

    /// Nothing is kept about a row that was withdrawn.
    pub(super) fn forget(&mut self, row: &str) {
        self.known.remove(row);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let all = self.known.iter();
        let rows = all.flat_map(|(row, texts)| texts.iter().map(move |text| (row, text)));
        let rows = rows.map(|(row, ((question, digest), Ranked { rank, decision }))| {
            let masked = match decision {
                Decision::Masked(text) => guard(text).into_owned(),
                Decision::No | Decision::Whole => String::new(),
            };
            let (rank, word) = (rank.to_string(), decision.word().to_owned());
            checked(vec![String::clone(row), question.clone(), digest.clone(), rank, word, masked])
        });
        table::bytes(&table::REREAD, rows)
    }
}

fn which(question: &str, text: &str) -> Which {
    (question.to_owned(), digest::of_text(text))
}

/// Reads decisions, each as a set of its own; `None` where the file holds none. One that somebody
/// touched is not followed: its text is read again.
pub(super) fn read(file: &[u8]) -> Option<Read<Reread>> {
    table::read(file, &table::REREAD, Check::Last, |cells, intact| {
        let text = |place: usize| cells.get(place).unwrap_or_default().to_owned();
        let decision = match text(4).as_str() {
            _ if !intact => return None,
            NO => Decision::No,
            MASKED => Decision::Masked(unguard(&text(5)).to_owned()),
            WHOLE => Decision::Whole,
            _ => return None,
        };
        let ranked = Ranked { rank: text(3).parse().ok()?, decision };
        let row = Some(text(0)).filter(|id| is_id(id))?;
        let texts = BTreeMap::from([((text(1), text(2)), ranked)]);
        Some(Reread { known: BTreeMap::from([(row, texts)]), unread: 0 })
    })
}

impl Store {
    /// What was decided of open texts.
    pub fn reread(&self) -> Result<Reread, Fault> {
        let path = self.reread_path();
        let mut reread = Reread::default();
        let Some(bytes) = files::read_whole(self.disk(), &path)? else { return Ok(reread) };
        let read = read(&bytes).ok_or_else(|| Fault::foreign(&path))?;
        reread.unread = read.damaged.len();
        reread.join(read.rows);
        Ok(reread)
    }

    /// Notes what was decided of what a row says in answer to a question; once this returns it is on
    /// the disk.
    pub fn note_reread(
        &self,
        row: &str,
        question: &str,
        text: &str,
        decision: Decision,
    ) -> Result<(), Fault> {
        let path = self.reread_path();
        files::folder(self.disk(), self.data())?;
        let _turn = self.turn(&path)?;
        let mut reread = self.reread()?;
        reread.decide(row, which(question, text), decision);
        files::write_whole(self.disk(), &path, &reread.bytes())
    }

    fn reread_path(&self) -> PathBuf {
        self.data().join(REREAD)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00000000-0000-4000-8000-000000000001";

    fn decided(decisions: &[Decision]) -> Reread {
        let mut reread = Reread::default();
        for decision in decisions {
            reread.decide(ID, which("T1", "Oui."), decision.clone());
        }
        reread
    }

    fn joined(all: [&Reread; 2]) -> Reread {
        let mut reread = Reread::default();
        reread.join(all.map(Clone::clone));
        reread
    }

    #[test]
    fn the_later_decision_holds_and_of_two_made_apart_the_one_that_says_less() {
        let masked = || Decision::Masked("[masqué]".into());
        let changed = decided(&[Decision::Whole, masked()]);
        let refused = decided(&[Decision::No]);
        let whole = decided(&[Decision::Whole]);
        for (one, other, holds) in [
            (&changed, &refused, masked()),
            (&refused, &whole, Decision::No),
            (&decided(&[masked()]), &whole, masked()),
            (&whole, &whole, Decision::Whole),
        ] {
            for both in [[one, other], [other, one]] {
                assert_eq!(joined(both).of(ID, "T1", "Oui."), Some(&holds), "{both:?}");
            }
        }
    }

    #[test]
    fn a_text_that_was_changed_another_question_and_another_row_were_not_read() {
        let reread = decided(&[Decision::Whole]);
        let other = ID.replace('1', "2");
        for (row, question, text) in
            [(ID, "T1", "Oui"), (ID, "T2", "Oui."), (&*other, "T1", "Oui.")]
        {
            assert_eq!(reread.of(row, question, text), None, "{row} {question} {text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again_and_a_line_that_was_touched_is_not_followed() {
        let all = [Decision::Whole, Decision::No, Decision::Masked("=a, \"b\" [masqué]".into())];
        for decision in all {
            let reread = decided(&[decision]);
            let bytes = reread.bytes();
            assert_eq!(read(&bytes).expect("ours").rows, [reread]);
        }
        let text = String::from_utf8(decided(&[Decision::No]).bytes()).expect("text");
        let touched = text.replace(",non,", ",tel_quel,");
        let read = read(touched.as_bytes()).expect("ours");
        assert_eq!((read.rows, read.damaged), (vec![], vec![2]));
    }
}
