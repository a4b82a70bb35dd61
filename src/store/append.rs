//! Adding rows to the file of their form: one lock, one write, one sync, however many they are.
//! Never touches a file whose header is not ours, and never writes again where a sync failed: what
//! follows goes to the next segment, a file beside it.

use std::borrow::Borrow;
use std::io::{Read, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::disk::{How, OpenFile, Turn};
use super::fault::{Action, At, Fault, Reason};
use super::files::with_suffix;
use super::{RESERVE, Store, files};
use crate::questionnaire::{Questionnaire, archive};
use crate::record::{Column, Held, Record, columns, controle};

/// Rows that stand on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The file they are in.
    pub file: PathBuf,
    /// How many were added.
    pub rows: usize,
    /// Where the torn end of an earlier row was set aside, if one was found.
    pub set_aside: Option<PathBuf>,
    /// What went wrong first, and was got round: a sync that failed (the rows are in the next
    /// segment), or a full disk (the reserve made room). Whoever looks after the machine must know.
    pub overcome: Option<Fault>,
}

/// Rows of one form, written out and ready to be added to its file: those that count, or trials.
#[derive(Clone, Debug)]
pub struct Batch {
    form: String,
    trial: bool,
    rows: usize,
    lines: Vec<u8>,
}

impl Batch {
    /// Writes the rows out, one after the other, so that no more than one need be held.
    ///
    /// # Panics
    ///
    /// Where a row is of another form or kind than the caller says: it would go to a wrong file.
    pub fn new<R: Borrow<Record>>(
        form: &Questionnaire,
        trial: bool,
        records: impl IntoIterator<Item = R>,
    ) -> Self {
        let mut rows = 0;
        let mut writer = csv::Writer::from_writer(Vec::new());
        for record in records {
            let record = record.borrow();
            assert_eq!((record.form().id.as_str(), record.is_trial()), (form.id.as_str(), trial));
            writer.write_record(record.cells()).expect("writing to memory does not fail");
            rows += 1;
        }
        let lines = writer.into_inner().expect("writing to memory does not fail");
        Self { form: form.id.clone(), trial, rows, lines }
    }

    /// Lines of a séance, written out.
    pub(super) fn apart(held: &Held) -> Self {
        let lines = held.rows().iter().flat_map(line).collect();
        let (form, trial) = (held.form().id.clone(), held.is_trial());
        Self { form, trial, rows: held.rows().len(), lines }
    }

    /// The lines as they stand in a file, each ended by a line feed.
    pub fn lines(&self) -> &[u8] {
        &self.lines
    }
}

/// The file to which lines are added.
pub(super) struct Target<'t> {
    /// Its folder.
    pub folder: &'t Path,
    /// The first of its segments.
    pub base: PathBuf,
    /// Its first line.
    pub header: Vec<u8>,
}

/// The first line of a file of rows of a form.
pub fn header(form: &Questionnaire) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = columns(form);
    writer.write_record(names.iter().map(Column::name)).expect("writing to memory does not fail");
    writer.into_inner().expect("writing to memory does not fail")
}

impl Store {
    /// Can rows of this form be written? Said before anyone answers a question. Keeps some room
    /// aside for the answers of whoever sits here when the disk is full.
    pub fn probe(&self, form: &Questionnaire, trial: bool) -> Result<(), Fault> {
        files::probe(self.disk(), &self.folder(form, trial))?;
        // A disk that has no room to spare may still have enough for rows.
        _ = self.reserve();
        Ok(())
    }

    /// Adds rows of one form to its file: those that count, or trials. When this returns `Ok`, they
    /// are on the disk: flushed and synced; otherwise none of them is known to be.
    ///
    /// # Panics
    ///
    /// Where a row is of another form or kind than the caller says: it would go to a wrong file.
    pub fn append(
        &mut self,
        form: &Questionnaire,
        trial: bool,
        records: &[Record],
    ) -> Result<Appended, Fault> {
        self.append_batch(form, &Batch::new(form, trial, records))
    }

    /// The same, of rows that are written out already.
    ///
    /// # Panics
    ///
    /// Where they are of another form.
    pub fn append_batch(&mut self, form: &Questionnaire, batch: &Batch) -> Result<Appended, Fault> {
        assert_eq!(batch.form, form.id);
        let folder = self.folder(form, batch.trial);
        let base = self.file(form, batch.trial);
        self.persist(form, &Target { folder: &folder, base, header: header(form) }, batch)
    }

    /// Adds lines to the file where they belong, round what can be got round.
    pub(super) fn persist(
        &mut self,
        form: &Questionnaire,
        target: &Target<'_>,
        batch: &Batch,
    ) -> Result<Appended, Fault> {
        let first = self.add(form, target, batch);
        let overcome = match first {
            // The room kept aside is for these very rows.
            Err(fault) if fault.reason == Reason::Full && self.spend_reserve() => fault,
            // Of that file nobody knows any more what the disk holds: the next segment takes them.
            Err(fault) if fault.action == Action::Sync => fault,
            done => return done,
        };
        let second = self.add(form, target, batch);
        second.map(|appended| Appended { overcome: Some(overcome), ..appended })
    }

    /// Adds rows to the segment whose turn it is.
    fn add(
        &mut self,
        form: &Questionnaire,
        Target { folder, base, header }: &Target<'_>,
        batch: &Batch,
    ) -> Result<Appended, Fault> {
        let home = self.folder(form, batch.trial);
        files::folder(self.disk(), folder)?;
        let _turn = self.turn(base)?;
        let definition = home.join("definitions").join(format!("{}.toml", form.stem()));
        files::create(self.disk(), &definition, &archive(form))?;

        let path = self.open_segment(base);
        let mut file = self.disk().open(&path, How::Append).at(Action::Open, &path)?;
        let Sound { end, unended, set_aside } = self.sound_end(&mut *file, &path, header)?;

        let mut bytes = if end == 0 { header.clone() } else { Vec::new() };
        if unended {
            bytes.push(b'\n');
        }
        bytes.extend(&batch.lines);
        if let Err(error) = file.write_all(&bytes).and_then(|()| file.flush()) {
            // Whatever part was written is not a row: the file is as it was, or its torn end will
            // be set aside at the next turn.
            _ = file.set_length(end);
            return Err(Fault::new(Action::Write, &path, &error));
        }
        let synced = file.sync().at(Action::Sync, &path);
        let synced = synced
            .and_then(|()| if end == 0 { files::sync_folder(self.disk(), folder) } else { Ok(()) });
        if let Err(fault) = synced {
            // Once the next segment exists, no process adds to this one any more.
            _ = self.disk().open(&next_segment(&path, base), How::Append);
            self.suspect.insert(path);
            return Err(fault);
        }
        Ok(Appended { file: path, rows: batch.rows, set_aside, overcome: None })
    }

    /// Waits for the turn to write a file of rows and its segments, which ends when what is returned
    /// is dropped.
    pub(super) fn turn(&self, base: &Path) -> Result<Box<dyn OpenFile>, Fault> {
        let lock = with_suffix(base, LOCK);
        let turn = self.disk().open(&lock, How::Append).at(Action::Open, &lock)?;
        turn.lock(Turn::Wait).at(Action::Lock, &lock)?;
        Ok(turn)
    }

    /// The segment that rows are added to: the last there is, unless its sync failed before.
    fn open_segment(&self, base: &Path) -> PathBuf {
        let mut path = base.to_owned();
        loop {
            let next = next_segment(&path, base);
            if !self.suspect.contains(&path) && !files::exists(self.disk(), &next) {
                return path;
            }
            path = next;
        }
    }

    /// Keeps some room aside, unless it is there already.
    fn reserve(&self) -> Result<(), Fault> {
        let path = self.data.join(RESERVE);
        if files::exists(self.disk(), &path) {
            return Ok(());
        }
        files::write_whole(self.disk(), &path, &vec![0; ROOM])
    }

    /// Gives the room kept aside back to the disk; says whether there was any.
    fn spend_reserve(&self) -> bool {
        self.disk().remove(&self.data.join(RESERVE)).is_ok()
    }

    /// Where the next row goes: after the last whole line. The header must be ours; a torn end (no
    /// line feed: the power went, the disk was full) is moved beside the file, never dropped.
    fn sound_end(
        &self,
        file: &mut dyn OpenFile,
        path: &Path,
        header: &[u8],
    ) -> Result<Sound, Fault> {
        let length = file.length().at(Action::Read, path)?;
        if length == 0 {
            return Ok(Sound { end: 0, unended: false, set_aside: None });
        }
        let mut start = vec![0; header.len().min(usize::try_from(length).unwrap_or(usize::MAX))];
        file.rewind().and_then(|()| file.read_exact(&mut start)).at(Action::Read, path)?;
        let torn_header = start.len() < header.len() && header.starts_with(&start);
        if !torn_header && start != header && !same_names(file, path, header)? {
            return Err(Fault::foreign(path));
        }
        let end =
            if torn_header { 0 } else { after_last_line(file, length).at(Action::Read, path)? };
        if end == length {
            return Ok(Sound { end, unended: false, set_aside: None });
        }
        let mut torn = Vec::new();
        file.seek(SeekFrom::Start(end)).at(Action::Read, path)?;
        file.read_to_end(&mut torn).at(Action::Read, path)?;
        if is_whole(&torn) {
            return Ok(Sound { end: length, unended: true, set_aside: None });
        }
        torn.push(b'\n');
        let aside = self.set_aside(path, &torn)?;
        file.set_length(end).at(Action::Write, path)?;
        Ok(Sound { end, unended: false, set_aside: Some(aside) })
    }

    /// Puts lines that are no rows beside the file in which they were found.
    pub(super) fn set_aside(&self, path: &Path, lines: &[u8]) -> Result<PathBuf, Fault> {
        let aside = with_suffix(path, ASIDE);
        let mut rebut = self.disk().open(&aside, How::Append).at(Action::Open, &aside)?;
        rebut.write_all(lines).and_then(|()| rebut.flush()).at(Action::Write, &aside)?;
        rebut.sync().at(Action::Sync, &aside)?;
        aside.parent().map_or(Ok(()), |folder| files::sync_folder(self.disk(), folder))?;
        Ok(aside)
    }
}

/// What the name of the file that is locked while rows are written ends with.
const LOCK: &str = ".lock";

/// What the name of the file of what was set aside ends with.
const ASIDE: &str = ".rebut";

/// How many bytes are kept aside: more than the longest row there can be.
const ROOM: usize = 64 * 1024;

/// The segment after this one: `….poste.csv`, `….poste-2.csv`, `….poste-3.csv`.
fn next_segment(path: &Path, base: &Path) -> PathBuf {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (name, first) = (stem(path), stem(base));
    let number = name.strip_prefix(&format!("{first}-")).and_then(|number| number.parse().ok());
    base.with_file_name(format!("{first}-{}.csv", number.unwrap_or(1_u32) + 1))
}

/// The state in which a file was found, or put, before rows are added.
struct Sound {
    /// Where the next row goes, in bytes.
    end: u64,
    /// The last row is whole but an editor took its line feed away.
    unended: bool,
    /// Where a torn end was set aside.
    set_aside: Option<PathBuf>,
}

/// Is this line, though nothing ends it, a whole row? Its check says so.
fn is_whole(line: &[u8]) -> bool {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(line);
    let Some(Ok(cells)) = rows.records().next() else { return false };
    let last = cells.len().saturating_sub(1);
    cells.get(last) == Some(&controle(cells.iter().take(last)))
}

/// Is the first line ours though its bytes differ? A spreadsheet may have quoted the names, changed
/// the line end or added a byte order mark.
fn same_names(file: &mut dyn OpenFile, path: &Path, header: &[u8]) -> Result<bool, Fault> {
    let mut start = Vec::new();
    file.rewind().at(Action::Read, path)?;
    file.take(1 << 16).read_to_end(&mut start).at(Action::Read, path)?;
    let names = |text: &[u8]| {
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
        rows.records().next().and_then(Result::ok)
    };
    let theirs = names(&start);
    Ok(theirs.is_some() && theirs == names(header))
}

/// The place after the last line feed, read backwards in blocks.
fn after_last_line(file: &mut dyn OpenFile, length: u64) -> std::io::Result<u64> {
    let mut block = [0; 4096];
    let mut end = length;
    while end > 0 {
        let size = end.min(block.len() as u64);
        let part = &mut block[..usize::try_from(size).expect("at most a block")];
        file.seek(SeekFrom::Start(end - size))?;
        file.read_exact(part)?;
        if let Some(found) = part.iter().rposition(|byte| *byte == b'\n') {
            return Ok(end - size + found as u64 + 1);
        }
        end -= size;
    }
    Ok(0)
}

/// One line of a file of rows: RFC 4180, comma, ended by a line feed.
pub(super) fn line(cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).expect("writing to memory does not fail");
    writer.into_inner().expect("writing to memory does not fail")
}
