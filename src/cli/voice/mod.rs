//! Saying aloud what the application asks: a recording of the dossier, else a program that speaks.
//! Never in the way of a key, and never two voices at once.

mod found;
pub(super) mod record;
mod turn;

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};

use found::{KINDS, Programs, Run, Tie};
use turn::{End, Turns};

use crate::app::{Recording, Speaks, Speech, Speed};

/// What can be said, and what is being said.
#[derive(Debug)]
pub(super) struct Voice {
    tools: Arc<Tools>,
    turns: Turns,
    /// The thread of the last turn: the next waits for its end.
    last: Option<JoinHandle<()>>,
}

/// What there is to speak with.
#[derive(Debug)]
struct Tools {
    programs: Programs,
    /// The folder of the recordings.
    audio: PathBuf,
}

/// One thing to be said.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// A recording; what is said where no program can play it.
    Played(PathBuf, Vec<Piece>),
    /// Sentences of one language.
    Said(&'static str, Vec<String>),
}

impl Voice {
    /// With the programs of the path and the recordings in this folder.
    pub fn new(audio: PathBuf) -> Self {
        let tools = Arc::new(Tools { programs: Programs::of_path(), audio });
        Self { tools, turns: Turns::default(), last: None }
    }

    /// Was anything found to speak with?
    pub fn speaks(&self) -> Speaks {
        let Tools { programs, audio } = &*self.tools;
        let something = programs.can_speak() || (audio.is_dir() && programs.can_play());
        if something { Speaks::Something } else { Speaks::Nothing }
    }

    /// Says this, in place of what is being said. Returns at once.
    pub fn speak(&mut self, speech: Speech) {
        let tools = Arc::clone(&self.tools);
        let pieces = move || pieces(&tools.audio, &speech);
        self.begin(pieces);
    }

    fn begin(&mut self, pieces: impl FnOnce() -> (Vec<Piece>, Speed) + Send + 'static) {
        let turn = self.turns.next();
        let before = self.last.take();
        let (tools, turns) = (Arc::clone(&self.tools), self.turns.clone());
        let body = move || {
            _ = before.map(JoinHandle::join);
            let (pieces, speed) = pieces();
            tools.say(&turns, turn, &pieces, speed);
        };
        // Where no thread can be had nothing is said: answering does not hang on it.
        self.last = Builder::new().name("voice".into()).spawn(body).ok();
    }

    /// Plays a file, in place of what is being said. Returns at once.
    fn play(&mut self, file: PathBuf) {
        self.begin(move || (vec![Piece::Played(file, Vec::new())], Speed::Normal));
    }

    /// Says nothing more. Returns at once.
    pub fn hush(&self) {
        self.turns.next();
    }

    /// Waits until all is said.
    #[cfg(test)]
    fn finish(&mut self) {
        _ = self.last.take().map(JoinHandle::join);
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.hush();
        // What was stopped ends at once; its process is told of, and none stays behind.
        _ = self.last.take().map(JoinHandle::join);
    }
}

/// What is to be said, in as few processes as there are changes of voice.
fn pieces(audio: &Path, speech: &Speech) -> (Vec<Piece>, Speed) {
    let mut pieces: Vec<Piece> = Vec::new();
    for passage in &speech.passages {
        let file = passage.recording.as_ref().and_then(|recording| recorded(audio, recording));
        let mut said = Vec::new();
        let into = if file.is_some() { &mut said } else { &mut pieces };
        for sentence in &passage.sentences {
            match into.last_mut() {
                Some(Piece::Said(language, lines)) if *language == sentence.language => {
                    lines.push(sentence.text.clone());
                }
                _ => into.push(Piece::Said(sentence.language, vec![sentence.text.clone()])),
            }
        }
        pieces.extend(file.map(|file| Piece::Played(file, mem::take(&mut said))));
    }
    (pieces, speech.speed)
}

/// The recording of a question, where there is one of the words that are on the screen. One that came
/// without its words is trusted.
fn recorded(audio: &Path, recording: &Recording) -> Option<PathBuf> {
    let own = file_of(audio, &recording.question, &recording.language);
    if let Some(file) = own.filter(|file| words_of(file).is_none_or(|it| it == recording.text)) {
        return Some(file);
    }
    // What is said to «vous» and to «tu» is often the same.
    let language = recording.language.strip_suffix("_tu")?;
    let file = file_of(audio, &recording.question, language)?;
    (words_of(&file)? == recording.text).then_some(file)
}

fn file_of(audio: &Path, question: &str, language: &str) -> Option<PathBuf> {
    let named = |kind: &&str| audio.join(format!("{question}.{language}.{kind}"));
    KINDS.iter().map(named).find(|file| file.is_file())
}

/// The words that were read for a recording, where they were kept beside it.
fn words_of(file: &Path) -> Option<String> {
    let words = std::fs::read_to_string(file.with_extension("txt")).ok()?;
    Some(words.trim_end().to_owned())
}

impl Tools {
    /// Says one piece after the other, while it is its turn.
    fn say(&self, turns: &Turns, turn: u64, pieces: &[Piece], speed: Speed) {
        for piece in pieces {
            let (runs, input, instead) = match piece {
                Piece::Played(file, instead) => {
                    (self.programs.playing(file), String::new(), &instead[..])
                }
                Piece::Said(language, lines) => {
                    (self.programs.speaking(language, speed), read_out(lines), &[][..])
                }
            };
            match self.first(turns, turn, &runs, &input) {
                End::Done => {}
                End::Failed => self.say(turns, turn, instead, speed),
                End::Stopped => return,
            }
            if !turns.is_on(turn) {
                return;
            }
        }
    }

    /// Has the first program do it that can.
    fn first(&self, turns: &Turns, turn: u64, runs: &[Run], input: &str) -> End {
        for run in runs {
            // An old program that ties processes does not know how: the second time it goes without.
            for tie in self.programs.ties() {
                match turns.run(turn, self.programs.command(run, *tie), input) {
                    End::Failed => {}
                    End::Done => return End::Done,
                    End::Stopped => {
                        self.silence(run);
                        return End::Stopped;
                    }
                }
            }
        }
        End::Failed
    }

    /// Makes silent what a program may have left speaking.
    fn silence(&self, run: &Run) {
        if let Some(argument) = run.silence {
            let arguments = vec![argument.into()];
            let run = Run { program: run.program.clone(), arguments, silence: None };
            _ = self.programs.command(&run, Tie::ToUs).status();
        }
    }
}

/// Sentences as a program reads them, one a line. Each begins with a blank: some programs take a line
/// that begins with certain signs for a command.
fn read_out(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [" ", line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Passage, Sentence};

    fn passage(recording: Option<Recording>, sentences: &[(&'static str, &str)]) -> Passage {
        let sentence = |(language, text): &(&'static str, &str)| Sentence {
            language,
            text: (*text).to_owned(),
        };
        Passage { recording, sentences: sentences.iter().map(sentence).collect() }
    }

    fn recording(language: &str, text: &str) -> Recording {
        let (language, text) = (language.to_owned(), text.to_owned());
        Recording { question: "A3".into(), language, text }
    }

    fn said(language: &'static str, lines: &[&str]) -> Piece {
        Piece::Said(language, lines.iter().map(|line| (*line).to_owned()).collect())
    }

    #[test]
    fn sentences_of_one_language_are_said_by_one_process() {
        let nowhere = Path::new("/nowhere");
        let question = passage(Some(recording("fr", "Ça va ?")), &[("fr", "Ça va ?")]);
        let rest = passage(None, &[("fr", "Oui."), ("en", "Yes."), ("en", "No.")]);
        let speech = Speech { passages: vec![question, rest], speed: Speed::Normal };
        let (pieces, _) = pieces(nowhere, &speech);
        assert_eq!(pieces, [said("fr", &["Ça va ?", "Oui."]), said("en", &["Yes.", "No."])]);
    }

    #[test]
    fn a_recording_goes_before_the_program_unless_other_words_were_read() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let audio = folder.path();
        let file = |language: &str, text: &str| recorded(audio, &recording(language, text));
        assert_eq!(file("fr", "Ça va ?"), None);
        let voice = audio.join("A3.fr.ogg");
        std::fs::write(&voice, "").expect("a file");
        assert_eq!(file("fr", "Ça va ?"), Some(voice.clone()), "trusted");
        assert_eq!(file("en", "Ça va ?"), None, "of another language");
        assert_eq!(file("fr_tu", "Ça va ?"), None, "nobody knows what is said in it");
        std::fs::write(audio.join("A3.fr.txt"), "Ça va ?\n").expect("a file");
        assert_eq!(file("fr", "Ça va ?"), Some(voice.clone()));
        assert_eq!(file("fr_tu", "Ça va ?"), Some(voice));
        assert_eq!(file("fr", "Ça va bien ?"), None, "the question has changed since");
    }

    #[test]
    fn with_no_program_on_the_path_nothing_is_said_and_nothing_fails() {
        let programs = Programs::of_path();
        let none = programs.speaking("fr", Speed::Normal).is_empty();
        let mut voice = Voice::new("/nowhere".into());
        assert_eq!(voice.speaks() == Speaks::Nothing, none);
        voice.speak(Speech::default());
        voice.finish();
    }
}
