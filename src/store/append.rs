//! Adding rows to the file of their form: one lock, one write, one sync, however many they are.
//! Never touches a file whose header is not ours, and never writes again where a sync failed: what
//! follows goes to the next segment, a file beside it.

use std::borrow::Borrow;
use std::io::{Read, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::disk::{How, OpenFile, Turn};
use super::fault::{Action, At, Fault, Reason};
use super::files::with_suffix;
use super::lines::{self, Cells};
use super::names::{self, ASIDE, DEFINITIONS, LOCK, RESERVE};
use super::{Store, files};
use crate::questionnaire::{Questionnaire, archive};
use crate::record::{Column, Held, Record, columns};

/// Rows that stand on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The file they are in; the folder of their files where they were sealed.
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

    /// Rows that were written out when they were made, in this order.
    pub(super) fn of_rows(form: &Questionnaire, rows: &[Vec<u8>]) -> Self {
        Self { form: form.id.clone(), trial: false, rows: rows.len(), lines: rows.concat() }
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
    /// Of whom its lines are.
    pub of: Of,
}

/// Of whom lines are: only those of people are sealed, where rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Each of one person.
    People,
    /// Counts of a whole group.
    Seances,
}

/// The first line of a file of rows of a form.
pub fn header(form: &Questionnaire) -> Vec<u8> {
    line(columns(form).iter().map(Column::name))
}

impl Store {
    /// Can rows of this form be written? Said before anyone answers a question. Keeps some room
    /// aside for the answers of whoever sits here when the disk is full.
    pub fn probe(&self, form: &Questionnaire, trial: bool) -> Result<(), Fault> {
        if self.seals(trial) {
            self.able_to_seal()?;
        }
        let folder =
            if self.seals(trial) { self.sealed_folder() } else { self.folder(form, trial) };
        files::probe(self.disk(), &folder)?;
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
        self.persist(
            form,
            &Target { folder: &folder, base, header: header(form), of: Of::People },
            batch,
        )
    }

    /// Adds lines to the file where they belong, round what can be got round.
    pub(super) fn persist(
        &mut self,
        form: &Questionnaire,
        target: &Target<'_>,
        batch: &Batch,
    ) -> Result<Appended, Fault> {
        let mut overcome = None;
        loop {
            let abandoned = self.abandoned.len();
            let fault = match self.add(form, target, batch) {
                Ok(appended) => return Ok(Appended { overcome, ..appended }),
                Err(fault) => fault,
            };
            // What was not allowed was not even asked.
            if fault.action == Action::Sync && fault.reason != Reason::Denied {
                self.unsure.insert(fault.path.clone());
            }
            // The room kept aside is for these very rows.
            let has_room = fault.reason == Reason::Full && self.spend_reserve();
            // Of a segment that was given up, the next one takes them.
            let has_next = self.abandoned.len() > abandoned && abandoned < MOST_ABANDONED;
            if !has_room && !has_next {
                return Err(fault);
            }
            overcome.get_or_insert(fault);
        }
    }

    /// Adds rows to the segment whose turn it is.
    fn add(
        &mut self,
        form: &Questionnaire,
        Target { folder, base, header, of }: &Target<'_>,
        batch: &Batch,
    ) -> Result<Appended, Fault> {
        if *of == Of::People && self.seals(batch.trial) {
            return self.seal(form, batch);
        }
        files::folder(self.disk(), folder)?;
        let mut turn = self.turn_to_add(base)?;
        if turn.length().at(Action::Read, base)? > 0 {
            self.sync_names(folder)?;
            turn.set_length(0).at(Action::Write, base)?;
        }
        let home = self.folder(form, batch.trial);
        let definition = names::definition(&home, &form.stem());
        files::create_with(self.disk(), &definition, || archive(form))?;

        let path = self.open_segment(base)?;
        let mut file = self.disk().open(&path, How::Append).at(Action::Open, &path)?;
        self.cut_residue(&mut *file, &path)?;
        let sound = self.sound_end(&mut *file, &path, header);
        if let Err(fault) = &sound
            && (fault.action == Action::Sync || fault.reason == Reason::Torn)
        {
            // Its end could not be set aside for sure, or its beginning is not what was written.
            self.abandon(&path, base);
        }
        let Sound { end, unended, set_aside } = sound?;

        let mut bytes = Vec::new();
        if end == 0 {
            // A file that holds anything has a name that the disk keeps: whoever adds to it later
            // need not see to that any more.
            self.sync_names(folder)?;
            bytes.clone_from(header);
        }
        if unended {
            bytes.push(b'\n');
        }
        bytes.extend(&batch.lines);
        if let Err(error) = file.write_all(&bytes).and_then(|()| file.flush()) {
            // Whatever part was written is no row: the file becomes what it was, now or at the next
            // turn.
            if file.set_length(end).is_err() {
                self.residue = Some(Residue { path: path.clone(), end, bytes });
            }
            return Err(Fault::new(Action::Write, &path, &error));
        }
        if let Err(fault) = file.sync().at(Action::Sync, &path) {
            // Of that file nobody knows any more what the disk holds.
            self.abandon(&path, base);
            return Err(fault);
        }
        Ok(Appended { file: path, rows: batch.rows, set_aside, overcome: None })
    }

    /// Nothing is added to this segment any more: the next takes its place, for all processes.
    fn abandon(&mut self, path: &Path, base: &Path) {
        _ = self.disk().open(&next_segment(path, base), How::Append);
        self.abandoned.insert(path.to_owned());
    }

    /// Cuts what a write left that was refused and could not be taken back: it may hold whole rows,
    /// which would stand twice. Not where somebody has written there since.
    fn cut_residue(&mut self, file: &mut dyn OpenFile, path: &Path) -> Result<(), Fault> {
        let Some(residue) = self.residue.take_if(|residue| residue.path == path) else {
            return Ok(());
        };
        let mut left = Vec::new();
        let read =
            file.seek(SeekFrom::Start(residue.end)).and_then(|_| file.read_to_end(&mut left));
        let cut = read.at(Action::Read, path).and_then(|_| {
            let is_ours = residue.bytes.starts_with(&left);
            if is_ours { file.set_length(residue.end).at(Action::Write, path) } else { Ok(()) }
        });
        if cut.is_err() {
            self.residue = Some(residue);
        }
        cut
    }

    /// Makes sure that the disk has the names of a new file of this folder, of its definition, and of
    /// the folders above, which a killed process may have made without waiting for it.
    pub(super) fn sync_names(&self, folder: &Path) -> Result<(), Fault> {
        let above = self.data.parent().filter(|above| !above.as_os_str().is_empty());
        let definitions = folder.join(DEFINITIONS);
        let definitions =
            Some(definitions.as_path()).filter(|path| files::exists(self.disk(), path));
        let inside = folder.ancestors().take_while(|path| path.starts_with(&self.data));
        for folder in definitions.into_iter().chain(inside).chain(above) {
            self.sync_folder(folder)?;
        }
        match above.and_then(Path::parent).map_or(Ok(()), |holder| self.sync_folder(holder)) {
            // What holds the dossier may not let itself be opened: it was there before.
            Err(fault) if fault.reason == Reason::Denied => Ok(()),
            synced => synced,
        }
    }

    fn sync_folder(&self, folder: &Path) -> Result<(), Fault> {
        if self.unsure.contains(folder) {
            let (action, path) = (Action::Sync, folder.to_owned());
            return Err(Fault { action, path, reason: Reason::Suspect });
        }
        files::sync_folder(self.disk(), folder)
    }

    /// Waits for the turn to write anew a file of rows, its segments or what is beside it; the turn
    /// ends when what is returned is dropped. Whoever adds rows next sees to it first that the disk
    /// has the names: this process may be killed before it does.
    pub(super) fn turn(&self, base: &Path) -> Result<Box<dyn OpenFile>, Fault> {
        let mut turn = self.turn_to_add(base)?;
        let lock = with_suffix(base, LOCK);
        if turn.length().at(Action::Read, &lock)? == 0 {
            turn.write_all(b"\n").at(Action::Write, &lock)?;
        }
        Ok(turn)
    }

    /// The turn, where nobody has it now.
    pub(super) fn turn_now(&self, base: &Path) -> Result<Option<Box<dyn OpenFile>>, Fault> {
        let lock = with_suffix(base, LOCK);
        let turn = self.disk().open(&lock, How::Append).at(Action::Open, &lock)?;
        Ok(turn.lock(Turn::Now).at(Action::Lock, &lock)?.then_some(turn))
    }

    /// Waits for the turn to add rows to a file and its segments.
    pub(super) fn turn_to_add(&self, base: &Path) -> Result<Box<dyn OpenFile>, Fault> {
        let lock = with_suffix(base, LOCK);
        let turn = self.disk().open(&lock, How::Append).at(Action::Open, &lock)?;
        turn.lock(Turn::Wait).at(Action::Lock, &lock)?;
        Ok(turn)
    }

    /// The segment that rows are added to: the last there is, unless it was given up.
    fn open_segment(&self, base: &Path) -> Result<PathBuf, Fault> {
        let mut path = base.to_owned();
        loop {
            let next = next_segment(&path, base);
            if !self.abandoned.contains(&path) && !files::is_there(self.disk(), &next)? {
                return Ok(path);
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
            let reason =
                if is_blanked(&start, header) { Reason::Torn } else { Reason::ForeignHeader };
            return Err(Fault { action: Action::Read, path: path.to_owned(), reason });
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

/// How many bytes are kept aside: more than the longest row there can be.
const ROOM: usize = 64 * 1024;

/// How many segments one process gives up before it refuses: a disk that fails so often is broken.
const MOST_ABANDONED: usize = 8;

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

/// What a refused write left in a file, and could not be cut.
#[derive(Debug)]
pub(super) struct Residue {
    path: PathBuf,
    end: u64,
    bytes: Vec<u8>,
}

/// Is this our header with zeros where the power went before the disk had it?
fn is_blanked(start: &[u8], header: &[u8]) -> bool {
    start.iter().zip(header).all(|(found, ours)| found == ours || *found == 0)
}

/// Is this line, though nothing ends it, a whole row? Its check says so.
fn is_whole(line: &[u8]) -> bool {
    let mut cells = Cells::default();
    let parted = cells.read(line.strip_suffix(b"\r").unwrap_or(line), b',');
    parted.unclosed.is_none() && cells.is_intact()
}

/// Is the first line ours though its bytes differ? A spreadsheet may have quoted the names, changed
/// the line end or added a byte order mark.
fn same_names(file: &mut dyn OpenFile, path: &Path, header: &[u8]) -> Result<bool, Fault> {
    let mut start = Vec::new();
    file.rewind().at(Action::Read, path)?;
    file.take(1 << 16).read_to_end(&mut start).at(Action::Read, path)?;
    Ok(lines::same_names(&start, header))
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
pub fn line(cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).expect("writing to memory does not fail");
    writer.into_inner().expect("writing to memory does not fail")
}
