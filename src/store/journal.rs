//! The journal of a running interview: what is found again where the program was killed.
//! Never kept once the row is on the disk, and never says what an answer means: it holds words.

use std::collections::BTreeSet;
use std::io::SeekFrom;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::append::line;
use super::disk::{Disk, How, OpenFile, RealDisk, Turn};
use super::fault::{Action, At, Fault, Reason};
use super::files;
use super::lines::Cells;
use super::names::UNFINISHED;
use super::syncing::Syncing;
use crate::record::{controle, season};
use crate::value::{Code, Date, Meta, Pair};

/// What the files of journals end with.
const EXTENSION: &str = "journal";

/// The first line of a journal: its form may change, its name will tell.
const FORMAT: [&str; 2] = ["brouillon", "1"];

/// What begins each kind of line, beside those of [`FORMAT`].
const FINGERPRINT: &str = "empreinte";
const DAY: &str = "jour";
const DEFINITION: &str = "definition";
const META: &str = "meta";
const BEGINNING: &str = "debut";
const ANSWER: &str = "reponse";
const PLACE: &str = "place";
const JUMP: &str = "saut";
const CUT: &str = "coupe";

/// What is known of an interview when its first answer is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The whole fingerprint of the form.
    pub fingerprint: String,
    /// The form itself, as the text of a definition file.
    pub definition: Arc<str>,
    /// The day of the first answer.
    pub day: Date,
    /// The columns of the row that are known already.
    pub cells: Vec<(Meta, String)>,
}

impl Opening {
    /// A column of the row; empty where it was not known.
    pub fn meta(&self, meta: Meta) -> &str {
        let found = self.cells.iter().find(|(name, _)| *name == meta);
        found.map_or("", |(_, value)| value)
    }

    fn lines(&self) -> Vec<u8> {
        let mut bytes = checked(&FORMAT);
        bytes.extend(checked(&[FINGERPRINT, &self.fingerprint]));
        bytes.extend(checked(&[DAY, &self.day.to_string()]));
        for (meta, value) in &self.cells {
            bytes.extend(checked(&[META, meta.word(), value]));
        }
        for text in self.definition.split('\n') {
            bytes.extend(checked(&[DEFINITION, text]));
        }
        bytes.extend(checked(&[BEGINNING]));
        bytes
    }
}

/// One thing that happened in an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// An answer was accepted, or a question passed: its name, and what the row would say.
    Answer(String, String),
    /// The person went to this question, without answering.
    Place(String),
    /// The person jumped to this question: once it is answered, only what is still open is asked.
    Jump(String),
    /// A column of the row became another.
    Meta(Meta, String),
    /// Of the steps before, only so many are taken: the others could not be.
    Cut(usize),
}

impl Step {
    fn line(&self) -> Vec<u8> {
        match self {
            Self::Answer(question, answer) => checked(&[ANSWER, question, answer]),
            Self::Place(question) => checked(&[PLACE, question]),
            Self::Jump(question) => checked(&[JUMP, question]),
            Self::Meta(meta, value) => checked(&[META, meta.word(), value]),
            Self::Cut(kept) => checked(&[CUT, &kept.to_string()]),
        }
    }

    fn read(cells: &[&str]) -> Option<Self> {
        Some(match *cells {
            [ANSWER, question, answer] => Self::Answer(question.to_owned(), answer.to_owned()),
            [PLACE, question] => Self::Place(question.to_owned()),
            [JUMP, question] => Self::Jump(question.to_owned()),
            [META, meta, value] => Self::Meta(Meta::from_word(meta)?, value.to_owned()),
            [CUT, kept] => Self::Cut(kept.parse().ok()?),
            _ => return None,
        })
    }
}

/// What a journal says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What was known at the beginning.
    pub opening: Opening,
    /// What happened since.
    pub steps: Vec<Step>,
    /// Does its end say nothing that can be read? The machine stopped while it was written.
    pub is_torn: bool,
}

impl Draft {
    /// How many questions have an answer.
    pub fn answered(&self) -> usize {
        let mut questions: Vec<&str> = Vec::new();
        for step in &self.steps {
            if let Step::Answer(question, _) = step
                && !questions.contains(&question.as_str())
            {
                questions.push(question);
            }
        }
        questions.len()
    }

    /// A column of the row as it would be now; empty where it is not known.
    pub fn meta(&self, meta: Meta) -> &str {
        let last = self.steps.iter().rev().find_map(|step| match step {
            Step::Meta(of, value) if *of == meta => Some(value.as_str()),
            _ => None,
        });
        last.unwrap_or_else(|| self.opening.meta(meta))
    }

    /// The cycle of its row.
    pub fn cycle(&self) -> String {
        match self.meta(Meta::Cycle) {
            "" => season(self.opening.day),
            said => said.to_owned(),
        }
    }

    /// What the bytes of a journal say, up to the first line that cannot be read, and where that is.
    /// Nothing where even the beginning is not whole.
    fn read(bytes: &[u8]) -> Option<(Self, usize)> {
        let mut lines = Lines::of(bytes);
        if lines.next()? != FORMAT {
            return None;
        }
        let (mut fingerprint, mut day) = (None, None);
        let (mut cells, mut definition) = (Vec::new(), Vec::new());
        loop {
            let line = lines.next()?;
            match line.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                [FINGERPRINT, value] => fingerprint = Some(value.to_owned()),
                [DAY, value] => day = Some(value.parse().ok()?),
                [META, meta, value] => cells.push((Meta::from_word(meta)?, value.to_owned())),
                [DEFINITION, text] => definition.push(text.to_owned()),
                [BEGINNING] => break,
                _ => return None,
            }
        }
        let definition = definition.join("\n").into();
        let opening = Opening { fingerprint: fingerprint?, definition, day: day?, cells };
        let mut steps = Vec::new();
        let mut end = lines.at;
        while let Some(line) = lines.next() {
            let cells: Vec<&str> = line.iter().map(String::as_str).collect();
            match Step::read(&cells) {
                Some(Step::Cut(kept)) => steps.truncate(kept),
                Some(step) => steps.push(step),
                None => break,
            }
            end = lines.at;
        }
        Some((Self { opening, steps, is_torn: end < bytes.len() }, end))
    }
}

/// The cells of a line with their check after them, which also says where it ends.
pub(super) fn checked(cells: &[&str]) -> Vec<u8> {
    let check = controle(cells.iter().copied());
    line(cells.iter().copied().chain([check.as_str()]))
}

/// The lines of a journal that are whole: their cells, the check found right and left out.
pub(super) struct Lines<'b> {
    pub bytes: &'b [u8],
    cells: Cells,
    pub at: usize,
}

impl<'b> Lines<'b> {
    pub fn of(bytes: &'b [u8]) -> Self {
        Self { bytes, cells: Cells::default(), at: 0 }
    }
}

impl Iterator for Lines<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        let mut end = self.at;
        loop {
            end += self.bytes[end..].iter().position(|byte| *byte == b'\n')? + 1;
            // A line feed between quotation marks does not end a line.
            if self.cells.read(&self.bytes[self.at..end - 1], b',').unclosed.is_none() {
                break;
            }
        }
        if !self.cells.is_intact() {
            return None;
        }
        self.at = end;
        Some(self.cells.iter().take(self.cells.len() - 1).map(str::to_owned).collect())
    }
}

/// A journal that no living process holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its file.
    pub path: PathBuf,
    /// What it says; nothing where it cannot be read.
    pub draft: Option<Draft>,
}

/// The folder of the journals of interviews under way.
#[derive(Clone, Debug)]
pub struct Journals {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) folder: PathBuf,
}

impl Journals {
    /// What the files of journals end with.
    pub(super) const EXTENSION: &str = EXTENSION;

    /// Those of a folder of this machine.
    pub fn new(folder: PathBuf) -> Self {
        Self::on(Arc::new(RealDisk), folder)
    }

    /// Those of a folder of any disk.
    pub fn on(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { disk, folder }
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Those that no living process holds, by name. One that does not let itself be opened is left
    /// out: nothing can be done with it here.
    pub fn abandoned(&self) -> Vec<Found> {
        let paths = files::of_extension(&*self.disk, &self.folder, EXTENSION);
        // Most are of the same few forms: the text of each is held once.
        let mut definitions: BTreeSet<Arc<str>> = BTreeSet::new();
        let found = paths.into_iter().filter_map(|path| {
            let mut file = self.disk.open(&path, How::Read).ok()?;
            let is_free = file.lock(Turn::Look).ok()?;
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).ok()?;
            // Another process has only just made it.
            let is_begun = !bytes.is_empty();
            let mut draft = || {
                let (mut draft, _) = Draft::read(&bytes)?;
                let own = &mut draft.opening.definition;
                match definitions.get(own) {
                    Some(known) => *own = Arc::clone(known),
                    None => _ = definitions.insert(Arc::clone(own)),
                }
                Some(draft)
            };
            (is_free && is_begun).then(|| Found { draft: draft(), path })
        });
        found.collect()
    }

    /// Begins a journal under this name, which nobody else has, and notes the first steps.
    pub fn begin(&self, name: &str, opening: &Opening, steps: &[Step]) -> Result<Journal, Fault> {
        if let Some(above) = self.folder.parent() {
            files::folder(&*self.disk, above)?;
        }
        files::make_folder(&*self.disk, &self.folder)?;
        let path = self.folder.join(name).with_extension(EXTENSION);
        let file = self.disk.open(&path, How::Fresh).at(Action::Open, &path)?;
        file.lock(Turn::Wait).at(Action::Lock, &path)?;
        let mut bytes = opening.lines();
        bytes.extend(steps.iter().flat_map(Step::line));
        let mut journal = self.holding(path, file)?;
        if let Err(fault) = journal.write(&bytes) {
            // Half a beginning is of no use to anyone.
            _ = self.disk.remove(&journal.path);
            return Err(fault);
        }
        Ok(journal)
    }

    /// Takes up a journal that nobody holds any more, and what it says: what follows is written
    /// after the last step that can be read. Nothing where another process has it, or it is gone.
    pub fn resume(&self, path: &Path) -> Result<Option<(Journal, Draft)>, Fault> {
        self.take_up(path, Draft::read)
    }

    /// Takes up a journal of any kind: `read` tells what its bytes say, and where that ends.
    pub(super) fn take_up<T>(
        &self,
        path: &Path,
        read: impl FnOnce(&[u8]) -> Option<(T, usize)>,
    ) -> Result<Option<(Journal, T)>, Fault> {
        let mut file = match self.disk.open(path, How::Change).at(Action::Open, path) {
            Err(Fault { reason: Reason::Gone, .. }) => return Ok(None),
            opened => opened?,
        };
        // Another process may have ended it between the two.
        if !file.lock(Turn::Now).at(Action::Lock, path)? || !files::exists(&*self.disk, path) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).at(Action::Read, path)?;
        let Some((said, end)) = read(&bytes) else { return Ok(None) };
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        file.set_length(end)
            .and_then(|()| file.seek(SeekFrom::Start(end)))
            .at(Action::Write, path)?;
        Ok(Some((self.holding(path.to_owned(), file)?, said)))
    }

    /// Removes a journal, unless a living process holds it; says whether it is gone.
    pub fn erase(&self, path: &Path) -> Result<bool, Fault> {
        let file = self.disk.open(path, How::Read);
        if file.is_ok_and(|file| matches!(file.lock(Turn::Now), Ok(false))) {
            return Ok(false);
        }
        files::remove(&*self.disk, path)?;
        Ok(true)
    }

    /// Removes what was being written beside a journal when its code was replaced; says how many.
    pub(super) fn remove_unfinished(&self) -> Result<usize, Fault> {
        let unfinished = UNFINISHED.trim_start_matches('.');
        let left = files::of_extension(&*self.disk, &self.folder, unfinished);
        left.iter().try_for_each(|path| files::remove(&*self.disk, path))?;
        Ok(left.len())
    }

    /// The drafts of a cycle that bear a code, with whose it is: the référentiel and the code.
    pub(super) fn codes(&self, cycle: &str) -> Vec<(PathBuf, (String, Code))> {
        let coded = self.abandoned().into_iter().filter_map(|found| {
            let draft = found.draft.filter(|draft| draft.cycle() == cycle)?;
            let code = Code::read(draft.meta(Meta::Code)).ok()?;
            Some((found.path, (draft.meta(Meta::Referentiel).to_owned(), code)))
        });
        coded.collect()
    }

    /// Puts a pair number in the place of the code of a draft that nobody holds; says whether it was
    /// done.
    pub(super) fn pair(&self, path: &Path, code: Code, pair: Pair) -> Result<bool, Fault> {
        let Ok(mut file) = self.disk.open(path, How::Read) else { return Ok(false) };
        if !file.lock(Turn::Now).at(Action::Lock, path)? {
            return Ok(false);
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).at(Action::Read, path)?;
        let mut lines = Lines::of(&bytes);
        let (mut fresh, mut from) = (Vec::new(), 0);
        while let Some(cells) = lines.next() {
            match cells.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                [META, meta, value]
                    if meta == Meta::Code.word() && Code::read(value) == Ok(code) =>
                {
                    fresh.extend(checked(&[META, meta, &pair.to_string()]));
                }
                _ => fresh.extend_from_slice(&bytes[from..lines.at]),
            }
            from = lines.at;
        }
        // What cannot be read may hold the code too: nobody could take it up anyway.
        files::write_whole(&*self.disk, path, &fresh)?;
        Ok(true)
    }

    pub(super) fn holding(&self, path: PathBuf, file: Box<dyn OpenFile>) -> Result<Journal, Fault> {
        let syncing = Syncing::of(&self.disk, &*file, &path)?;
        Ok(Journal { disk: Arc::clone(&self.disk), path, file, syncing })
    }
}

/// The journal of the interview under way, held by this process as long as it lives.
#[derive(Debug)]
pub struct Journal {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    file: Box<dyn OpenFile>,
    syncing: Syncing,
}

impl Journal {
    /// Notes steps: when this returns they outlive the program, and soon the machine's power too.
    pub fn note(&mut self, steps: &[Step]) -> Result<(), Fault> {
        let bytes: Vec<u8> = steps.iter().flat_map(Step::line).collect();
        self.write(&bytes)
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.syncing.fault()?;
        self.file
            .write_all(bytes)
            .and_then(|()| self.file.flush())
            .at(Action::Write, &self.path)?;
        self.syncing.ask();
        Ok(())
    }

    /// Removes the journal from the disk.
    pub fn remove(self) -> Result<(), Fault> {
        files::remove(&*self.disk, &self.path)
    }

    /// Leaves the journal where it is, once the disk has all of it.
    pub fn leave(self) -> Result<(), Fault> {
        self.syncing.wait()
    }
}
