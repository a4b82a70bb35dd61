//! The tables of reports that were published: of whom, of how many, and what tells one from another.
//! Never the figures themselves.

use std::path::PathBuf;

use super::fault::{Action, Fault, Reason};
use super::names::PUBLICATIONS;
use super::table::{self, Check, checked};
use super::{Store, files};
use crate::value::{CONTROLE, Meta};

/// The columns of the tables that were published.
const COLUMNS: [&str; 11] = [
    "jour",
    Meta::Questionnaire.word(),
    "question",
    Meta::Empreinte.word(),
    "par",
    "partie",
    "eligibles",
    "reponses",
    "chiffres",
    "sans_reponse",
    CONTROLE,
];

/// A table of a report that was published: what it is of, and what tells its figures from others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// The day.
    pub day: String,
    /// The form, by id; of what changed: référentiel, role and season.
    pub form: String,
    /// The question, by name.
    pub question: String,
    /// Its fingerprint; none of what changed.
    pub fingerprint: String,
    /// What it was parted by; of what changed the later moment; empty for the whole.
    pub by: String,
    /// The part.
    pub part: String,
    /// How many answer sets have the question.
    pub eligible: u64,
    /// How many answered it.
    pub answered: u64,
    /// What tells the answers from others; empty where they were hidden.
    pub answers: String,
    /// The same of the reasons for no answer.
    pub missing: String,
}

impl Publication {
    fn cells(&self) -> Vec<String> {
        let numbers = [self.eligible, self.answered].map(|number| number.to_string());
        let words = [&self.day, &self.form, &self.question, &self.fingerprint];
        let after = [&self.by, &self.part];
        let last = [&self.answers, &self.missing];
        let words = words.into_iter().chain(after).chain(&numbers).chain(last);
        words.cloned().collect()
    }
}

impl Store {
    /// The tables that were published, the oldest first. Where lines cannot be read nothing sure can be
    /// said of what was published, and nothing more is.
    pub fn publications(&self) -> Result<Vec<Publication>, Fault> {
        let path = self.publications_path();
        let Some(bytes) = files::read_whole(self.disk(), &path)? else { return Ok(Vec::new()) };
        let read = table::read(&bytes, &COLUMNS, Check::Last, |cells, _| {
            let text = |place: usize| cells.get(place).unwrap_or_default().to_owned();
            Some(Publication {
                day: text(0),
                form: text(1),
                question: text(2),
                fingerprint: text(3),
                by: text(4),
                part: text(5),
                eligible: text(6).parse().ok()?,
                answered: text(7).parse().ok()?,
                answers: text(8),
                missing: text(9),
            })
        });
        let Some(read) = read else { return Err(Fault::foreign(&path)) };
        if !read.damaged.is_empty() || !read.modified.is_empty() {
            return Err(Fault { action: Action::Read, path, reason: Reason::Damaged });
        }
        Ok(read.rows)
    }

    /// Notes tables that are about to be published; once this returns they are on the disk. One that is
    /// noted with the same figures is not noted again.
    pub fn note_publications(&self, tables: &[Publication]) -> Result<(), Fault> {
        let mut noted = self.publications()?;
        let before = noted.len();
        for table in tables {
            let is_noted = |other: &Publication| {
                *other == Publication { day: other.day.clone(), ..table.clone() }
            };
            if !noted.iter().any(is_noted) {
                noted.push(table.clone());
            }
        }
        if noted.len() == before {
            return Ok(());
        }
        let lines = noted.iter().map(|table| checked(table.cells()));
        let bytes = table::bytes(&COLUMNS, lines);
        files::write_whole(self.disk(), &self.publications_path(), &bytes)
    }

    fn publications_path(&self) -> PathBuf {
        self.data().join(PUBLICATIONS)
    }
}
