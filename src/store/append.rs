//! Adding rows to the file of their form: one lock, one write, one sync, however many they are.
//! Never touches a file whose header is not ours, and never writes again where a sync failed.

use std::borrow::Borrow;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::fault::{Action, At, Fault, Reason};
use super::{Store, files};
use crate::questionnaire::{Questionnaire, archive};
use crate::record::{Column, Record, columns, controle};

/// Rows that stand on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The file they are in.
    pub file: PathBuf,
    /// How many were added.
    pub rows: usize,
    /// Where the torn end of an earlier row was set aside, if one was found.
    pub set_aside: Option<PathBuf>,
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

    /// The lines as they stand in a file, each ended by a line feed.
    pub fn lines(&self) -> &[u8] {
        &self.lines
    }
}

/// The first line of a file of rows of a form.
pub fn header(form: &Questionnaire) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = columns(form);
    writer.write_record(names.iter().map(Column::name)).expect("writing to memory does not fail");
    writer.into_inner().expect("writing to memory does not fail")
}

impl Store {
    /// Can rows of this form be written? Said before anyone answers a question.
    pub fn probe(&self, form: &Questionnaire, trial: bool) -> Result<(), Fault> {
        files::probe(&self.folder(form, trial))
    }

    /// Adds rows of one form to its file: those that count, or trials. When this returns `Ok`, they
    /// are on the disk: flushed and synced; otherwise none of them is.
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
        let trial = batch.trial;
        let path = self.file(form, trial);
        if self.suspect.contains(&path) {
            return Err(Fault { action: Action::Open, path, reason: Reason::Suspect });
        }
        let folder = self.folder(form, trial);
        files::folder(&folder)?;
        let definition = folder.join("definitions").join(format!("{}.toml", form.stem()));
        files::create_private(&definition, &archive(form))?;

        let lock = with_suffix(&path, ".lock");
        let turn = files::private().write(true).create(true).truncate(false).open(&lock);
        let turn = turn.at(Action::Open, &lock)?;
        turn.lock().at(Action::Lock, &lock)?;

        let options = files::private().read(true).append(true).create(true).clone();
        let mut file = options.open(&path).at(Action::Open, &path)?;
        let header = header(form);
        let Sound { end, unended, set_aside } = sound_end(&mut file, &path, &header)?;

        let mut bytes = if end == 0 { header } else { Vec::new() };
        if unended {
            bytes.push(b'\n');
        }
        bytes.extend(&batch.lines);
        if let Err(error) = file.write_all(&bytes).and_then(|()| file.flush()) {
            // Whatever part was written is not a row: the file is as it was, or its torn end will
            // be set aside at the next turn.
            _ = file.set_len(end);
            return Err(Fault::new(Action::Write, &path, &error));
        }
        let synced = file.sync_all().at(Action::Sync, &path);
        let synced =
            synced.and_then(|()| if end == 0 { files::sync_folder(&folder) } else { Ok(()) });
        if let Err(fault) = synced {
            self.suspect.insert(path);
            return Err(fault);
        }
        Ok(Appended { file: path, rows: batch.rows, set_aside })
    }
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

/// Where the next row goes: after the last whole line. The header must be ours; a torn end (no line
/// feed: the power went, the disk was full) is moved beside the file, never dropped.
fn sound_end(file: &mut File, path: &Path, header: &[u8]) -> Result<Sound, Fault> {
    let length = file.metadata().at(Action::Read, path)?.len();
    if length == 0 {
        return Ok(Sound { end: 0, unended: false, set_aside: None });
    }
    let mut start = vec![0; header.len().min(usize::try_from(length).unwrap_or(usize::MAX))];
    file.rewind().and_then(|()| file.read_exact(&mut start)).at(Action::Read, path)?;
    let torn_header = start.len() < header.len() && header.starts_with(&start);
    if !torn_header && start != header && !same_names(path, header)? {
        return Err(Fault::foreign(path));
    }
    let end = if torn_header { 0 } else { after_last_line(file, length).at(Action::Read, path)? };
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
    let aside = with_suffix(path, ".rebut");
    let mut rebut =
        files::private().append(true).create(true).open(&aside).at(Action::Open, &aside)?;
    rebut.write_all(&torn).at(Action::Write, &aside)?;
    rebut.sync_all().at(Action::Sync, &aside)?;
    file.set_len(end).at(Action::Write, path)?;
    Ok(Sound { end, unended: false, set_aside: Some(aside) })
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
fn same_names(path: &Path, header: &[u8]) -> Result<bool, Fault> {
    let file = File::open(path).at(Action::Open, path)?;
    let names = |reader: &mut dyn Read| {
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(reader);
        rows.records().next().and_then(Result::ok)
    };
    let theirs = names(&mut file.take(1 << 16));
    Ok(theirs.is_some() && theirs == names(&mut &header[..]))
}

/// The place after the last line feed, read backwards in blocks.
fn after_last_line(file: &mut File, length: u64) -> std::io::Result<u64> {
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

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// One line of a file of rows: RFC 4180, comma, ended by a line feed.
pub(super) fn line(cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).expect("writing to memory does not fail");
    writer.into_inner().expect("writing to memory does not fail")
}
