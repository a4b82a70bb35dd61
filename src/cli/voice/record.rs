//! `recueil record-voice FORM`: the mediator reads the questions of a form aloud, each into a file.
//! Never replaces a recording before the next one was heard and kept.

use std::io::{self, BufRead, stdin};
use std::path::{Path, PathBuf};
use std::process::Child;

use tempfile::TempPath;

use super::found::{Programs, Run, Tie};
use super::{Voice, file_of, words_of};
use crate::app::{Recording, recording};
use crate::cli::dossier::Dossier;
use crate::cli::stop::Stop;
use crate::cli::{Exit, unknown_form};
use crate::locale::Locale;
use crate::questionnaire::Library;
use crate::store::replace;

/// What becomes of questions that were recorded already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Recorded {
    /// They are left as they are.
    Kept,
    /// They are read once more.
    Again,
}

/// The kind of the files: every player plays it.
const KIND: &str = "wav";

/// What a file without any sound holds, at most: the head of such a file.
const EMPTY: u64 = 44;

/// How long a list of questions goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Kept,
    Skipped,
    Over,
}

/// Records the questions of a form, one after the other.
pub(in crate::cli) fn record(
    locale: &Locale,
    dossier: &Dossier,
    id: &str,
    recorded: Recorded,
) -> Exit {
    let library = Library::load(dossier.questionnaires());
    let Some(form) = library.form(id) else { return unknown_form(locale, &library, id) };
    let audio = dossier.audio();
    let programs = Programs::of_path();
    if programs.recording(&audio).is_none() {
        eprintln!("{}", locale.say("record-nothing"));
        return Exit::Failed;
    }
    let all: Vec<Recording> =
        form.questions.iter().map(|question| recording(locale, &form, question)).collect();
    let is_done = |one: &Recording| {
        let file = file_of(&audio, &one.question, &one.language);
        file.is_some_and(|file| words_of(&file).is_none_or(|words| words == one.text))
    };
    let left: Vec<(usize, &Recording)> = all
        .iter()
        .enumerate()
        .filter(|(_, one)| recorded == Recorded::Again || !is_done(one))
        .collect();
    let counts = [("all", all.len().into()), ("left", left.len().into())];
    println!("{}\n", locale.tell("record-begin", &counts));
    let mut studio =
        Studio { locale, programs, voice: Voice::new(audio.clone()), audio, input: stdin().lock() };
    let mut kept = 0;
    for (place, one) in left.iter().copied() {
        let counts = [("position", (place + 1).into()), ("total", all.len().into())];
        println!("{}\n\n{}\n", locale.tell("question-place", &counts), one.text);
        match studio.take(one) {
            Ok(Turn::Kept) => kept += 1,
            Ok(Turn::Skipped) => {}
            Ok(Turn::Over) => break,
            Err(Stop::Fault(fault)) => {
                eprintln!("{}", locale.fault(&fault));
                return Exit::Failed;
            }
            Err(Stop::System(error)) => {
                let system = [("system", error.to_string().into())];
                eprintln!("{}", locale.tell("record-failed", &system));
                return Exit::Failed;
            }
        }
    }
    let counts = [("kept", kept.into()), ("left", (left.len() - kept).into())];
    let folder = [("folder", studio.audio.display().to_string().into())];
    println!("{}", locale.tell("record-end", &[&counts[..], &folder].concat()));
    Exit::Done
}

/// Where a voice is recorded: what records, what plays, and who answers.
struct Studio<'a> {
    locale: &'a Locale,
    programs: Programs,
    voice: Voice,
    audio: PathBuf,
    input: io::StdinLock<'a>,
}

impl Studio<'_> {
    /// Records one question, until a recording of it is kept, or none is wanted.
    fn take(&mut self, one: &Recording) -> Result<Turn, Stop> {
        match self.ask("record-ask-begin")?.as_deref() {
            None | Some("q") => return Ok(Turn::Over),
            Some("p" | "s") => return Ok(Turn::Skipped),
            Some(_) => {}
        }
        loop {
            let file = self.fresh()?;
            let Some(run) = self.programs.recording(&file) else { return Ok(Turn::Over) };
            let recorder = self.begin(&run)?;
            let answered = self.ask("record-ask-end");
            end(recorder)?;
            let Some(_) = answered? else { return Ok(Turn::Over) };
            if file.metadata()?.len() <= EMPTY {
                println!("{}", self.locale.say("record-empty"));
                return self.take(one);
            }
            match self.judge(&file)? {
                Verdict::Keep => {
                    self.keep(file, one)?;
                    return Ok(Turn::Kept);
                }
                Verdict::Again => {}
                Verdict::Turn(turn) => return Ok(turn),
            }
        }
    }

    /// Plays what was recorded, as often as it is asked for.
    fn judge(&mut self, file: &Path) -> Result<Verdict, Stop> {
        loop {
            self.voice.play(file.to_owned());
            let answer = self.ask("record-ask-keep");
            self.voice.hush();
            return Ok(match answer?.as_deref() {
                None | Some("q") => Verdict::Turn(Turn::Over),
                Some("p" | "s") => Verdict::Turn(Turn::Skipped),
                Some("e" | "a") => Verdict::Again,
                Some("r" | "h") => continue,
                Some(_) => Verdict::Keep,
            });
        }
    }

    /// What was typed, without blanks and capitals; nothing once nothing more comes in.
    fn ask(&mut self, id: &str) -> io::Result<Option<String>> {
        print!("{} ", self.locale.say(id));
        let mut line = String::new();
        let read = self.input.read_line(&mut line)?;
        Ok((read > 0).then(|| line.trim().to_lowercase()))
    }

    /// A file to record into, which nobody else may open; it goes unless it is kept.
    fn fresh(&self) -> io::Result<TempPath> {
        private_folder(&self.audio)?;
        let fresh = tempfile::Builder::new()
            .prefix(".voix-")
            .suffix(&format!(".{KIND}"))
            .tempfile_in(&self.audio)?;
        Ok(fresh.into_temp_path())
    }

    fn begin(&self, run: &Run) -> io::Result<Child> {
        let ties = self.programs.ties();
        self.programs.command(run, ties.first().copied().unwrap_or(Tie::None)).spawn()
    }

    /// Puts a recording in its place, and the words that were read beside it.
    fn keep(&self, file: TempPath, one: &Recording) -> Result<(), Stop> {
        // Some programs write a file of their own in its place.
        private_file(&file)?;
        let stem = format!("{}.{}", one.question, one.language);
        // One of another kind would be found before it.
        while let Some(old) = file_of(&self.audio, &one.question, &one.language) {
            std::fs::remove_file(old)?;
        }
        let kept = self.audio.join(format!("{stem}.{KIND}"));
        file.persist(&kept).map_err(|error| error.error)?;
        replace(&kept.with_extension("txt"), &format!("{}\n", one.text))?;
        Ok(())
    }
}

/// What becomes of a recording that was heard.
enum Verdict {
    Keep,
    Again,
    Turn(Turn),
}

/// Ends a recording: the program is asked to, so that it ends its file.
fn end(mut recorder: Child) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(process) = super::turn::pid(recorder.id()) {
        _ = rustix::process::kill_process(process, rustix::process::Signal::INT);
    }
    #[cfg(not(unix))]
    recorder.kill()?;
    recorder.wait().map(|_| ())
}

#[cfg(unix)]
fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;

    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn private_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

#[cfg(unix)]
fn private_file(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn private_file(_file: &Path) -> io::Result<()> {
    Ok(())
}
