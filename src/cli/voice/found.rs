//! The programs that speak, play and record, with what each is told: sought on the path, by name.
//! Never a shell, and never a text among the arguments: everybody can read those.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::app::Speed;

/// Ties a process to the one that began it: where that ends, however it does, so does the other.
const TIE: (&str, [&str; 2]) = ("setpriv", ["--pdeathsig", "KILL"]);

/// A program that speaks what it reads on its input.
struct Speaker {
    name: &'static str,
    arguments: fn(language: &str, speed: Speed) -> Vec<String>,
    /// What it is told to make silent a service that goes on speaking after it.
    silence: Option<&'static str>,
}

/// The first that is there speaks. One that speaks by itself comes before one that has a service
/// speak: it can be stopped at once.
const SPEAKERS: &[Speaker] = &[
    Speaker { name: "espeak-ng", arguments: espeak, silence: None },
    Speaker { name: "espeak", arguments: espeak, silence: None },
    Speaker { name: "spd-say", arguments: speech_dispatcher, silence: Some("--cancel") },
    Speaker { name: "say", arguments: say, silence: None },
];

fn espeak(language: &str, speed: Speed) -> Vec<String> {
    let words_a_minute = match speed {
        Speed::Slow => "125",
        Speed::Normal => "155",
        Speed::Fast => "200",
    };
    // All at once, in UTF-8 whatever the language of the system.
    ["-v", language, "-s", words_a_minute, "-b", "1", "--stdin"].map(str::to_owned).into()
}

fn speech_dispatcher(language: &str, speed: Speed) -> Vec<String> {
    let rate = match speed {
        Speed::Slow => "-30",
        Speed::Normal => "0",
        Speed::Fast => "30",
    };
    ["--pipe-mode", "--wait", "--language", language, "--rate", rate].map(str::to_owned).into()
}

fn say(language: &str, speed: Speed) -> Vec<String> {
    let voice = if language == "fr" { "Thomas" } else { "Samantha" };
    let words_a_minute = match speed {
        Speed::Slow => "135",
        Speed::Normal => "170",
        Speed::Fast => "215",
    };
    ["-v", voice, "-r", words_a_minute, "-f", "-"].map(str::to_owned).into()
}

/// A program that plays a file: which kinds, and what keeps it quiet and without a window.
struct Player {
    name: &'static str,
    plays: &'static [&'static str],
    arguments: &'static [&'static str],
}

/// The kinds of files that are looked for, the likeliest first.
pub(super) const KINDS: &[&str] =
    &["wav", "ogg", "oga", "opus", "mp3", "flac", "m4a", "aac", "aiff", "webm"];

const PLAYERS: &[Player] = &[
    Player { name: "pw-play", plays: &["wav", "ogg", "oga", "flac"], arguments: &[] },
    Player { name: "paplay", plays: &["wav", "ogg", "oga", "flac"], arguments: &[] },
    Player { name: "aplay", plays: &["wav"], arguments: &["-q"] },
    Player { name: "afplay", plays: &["wav", "mp3", "m4a", "aac", "aiff", "flac"], arguments: &[] },
    Player { name: "ogg123", plays: &["ogg", "oga", "flac"], arguments: &["-q"] },
    Player { name: "mpv", plays: KINDS, arguments: &["--no-video", "--no-terminal", "--"] },
    Player {
        name: "ffplay",
        plays: KINDS,
        arguments: &["-nodisp", "-autoexit", "-loglevel", "quiet", "-i"],
    },
];

/// The programs that record a voice into a file, and what each is told before the file.
const RECORDERS: &[(&str, &[&str])] = &[
    ("pw-record", &["--rate", "44100", "--channels", "1"]),
    ("parecord", &["--file-format=wav", "--rate=44100", "--channels=1"]),
    ("arecord", &["-q", "-t", "wav", "-f", "S16_LE", "-r", "44100", "-c", "1"]),
    ("rec", &["-q", "-c", "1", "-r", "44100"]),
];

/// The folders in which programs are sought.
#[derive(Clone, Debug)]
pub(super) struct Programs {
    folders: Vec<PathBuf>,
}

/// A program and what it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub program: PathBuf,
    pub arguments: Vec<OsString>,
    /// What makes silent, afterwards, what it may have left speaking.
    pub silence: Option<&'static str>,
}

impl Programs {
    /// Those of the path of this process.
    pub fn of_path() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        // A name that hangs on the current folder would be anybody's program.
        Self { folders: std::env::split_paths(&path).filter(|it| it.is_absolute()).collect() }
    }

    /// The programs that speak, each with what it is told for this language and speed.
    pub fn speaking(&self, language: &str, speed: Speed) -> Vec<Run> {
        let run = |speaker: &Speaker| {
            let arguments = (speaker.arguments)(language, speed);
            let arguments = arguments.into_iter().map(OsString::from).collect();
            let program = self.find(speaker.name)?;
            Some(Run { program, arguments, silence: speaker.silence })
        };
        SPEAKERS.iter().filter_map(run).collect()
    }

    /// Is there a program that speaks?
    pub fn can_speak(&self) -> bool {
        SPEAKERS.iter().any(|speaker| self.find(speaker.name).is_some())
    }

    /// The programs that play this file.
    pub fn playing(&self, file: &Path) -> Vec<Run> {
        let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        let of_kind = PLAYERS.iter().filter(|player| player.plays.contains(&kind));
        of_kind.filter_map(|player| self.with_file(player.name, player.arguments, file)).collect()
    }

    /// Is there a program that plays files?
    pub fn can_play(&self) -> bool {
        PLAYERS.iter().any(|player| self.find(player.name).is_some())
    }

    /// The first program that records into this file.
    pub fn recording(&self, file: &Path) -> Option<Run> {
        RECORDERS.iter().find_map(|(name, arguments)| self.with_file(name, arguments, file))
    }

    fn with_file(&self, name: &str, arguments: &[&str], file: &Path) -> Option<Run> {
        let mut arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        // From the root on, so that no name is taken for an option.
        arguments.push(std::path::absolute(file).ok()?.into_os_string());
        Some(Run { program: self.find(name)?, arguments, silence: None })
    }

    /// The command of a run, quiet; tied to this process where that can be done.
    pub fn command(&self, run: &Run, tie: Tie) -> Command {
        let mut command = match self.find(TIE.0).filter(|_| tie == Tie::ToUs) {
            Some(tie) => {
                let mut command = Command::new(tie);
                command.args(TIE.1).arg("--").arg(&run.program);
                command
            }
            None => Command::new(&run.program),
        };
        command.args(&run.arguments);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// The ways in which a process is tied to this one that can be tried here, the best first.
    pub fn ties(&self) -> &'static [Tie] {
        if self.find(TIE.0).is_some() { &[Tie::ToUs, Tie::None] } else { &[Tie::None] }
    }

    fn find(&self, name: &str) -> Option<PathBuf> {
        self.folders.iter().map(|folder| folder.join(name)).find(|path| can_run(path))
    }
}

/// What becomes of a process when this one ends without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// It ends, too.
    ToUs,
    /// It goes on to its own end.
    None,
}

#[cfg(unix)]
fn can_run(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    path.metadata().is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0)
}

/// Processes are stopped as Unix stops them: elsewhere nothing is begun.
#[cfg(not(unix))]
fn can_run(_path: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_hangs_on_the_current_folder_is_no_program() {
        let folders = ["", ".", "bin", "/usr/bin"].map(PathBuf::from);
        let joined = std::env::join_paths(folders).expect("a path");
        let kept: Vec<_> = std::env::split_paths(&joined).filter(|it| it.is_absolute()).collect();
        assert_eq!(kept, [PathBuf::from("/usr/bin")]);
    }

    #[test]
    fn every_player_says_which_of_the_known_kinds_it_plays() {
        for player in PLAYERS {
            assert!(player.plays.iter().all(|kind| KINDS.contains(kind)), "{}", player.name);
        }
        let played = |kind: &str| PLAYERS.iter().any(|player| player.plays.contains(&kind));
        assert!(KINDS.iter().all(|kind| played(kind)));
    }
}
