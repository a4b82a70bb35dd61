//! The borne on a pseudo-terminal: its dossier, its supervisor, the child that serves one person.
//! Never a word of an answer that no test typed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::WORKSHOP;
use super::program::program;
use super::terminal::{DEADLINE, ENTER, Setup, Terminal};

/// The code of the team, in these tests.
pub const CODE: &str = "lune-sapin";

/// Two questions in one's own words, before the one to choose.
const WORDS: &str = r#"
[[question]]
name = "Z1"
type = "text"
label.fr = "Que faites-vous ici ?"

[[question]]
name = "Z2"
type = "text"
label.fr = "Et avec qui ?"
"#;

fn form() -> String {
    let chosen = WORKSHOP.replace("name = \"Z1\"", "name = \"Z3\"");
    chosen.replace("[\"B5\", \"Z1\"]", "[\"Z1\", \"Z2\", \"Z3\"]") + WORDS
}

/// A dossier with a form and a code, and nothing recorded.
pub struct Place(TempDir);

impl Place {
    /// A dossier with these lines under `[borne]`.
    pub fn with(lines: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        let dossier = folder.path().join("foyer");
        fs::create_dir_all(dossier.join("questionnaires")).expect("made");
        fs::create_dir(folder.path().join("tmp")).expect("made");
        fs::write(dossier.join("questionnaires/atelier.toml"), form()).expect("written");
        let settings =
            "structure = \"Foyer\"\ncontact = \"l'accueil\"\n[borne]\nlangues = [\"fr\"]\n";
        fs::write(dossier.join("recueil.toml"), format!("{settings}{lines}")).expect("written");
        Self(folder)
    }

    /// The same, with the code of the team.
    pub fn new() -> Self {
        let place = Self::with("");
        place.set_code(CODE);
        place
    }

    /// The folder of everything: the dossier, the home, the temporary files.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The dossier.
    pub fn dossier(&self) -> PathBuf {
        self.0.path().join("foyer")
    }

    /// Has the program keep a code, typed into a pipe.
    pub fn set_code(&self, code: &str) {
        let mut command = program(self.folder(), &["--dossier", "foyer", "kiosk", "--set-code"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let mut input = child.stdin.take().expect("its input");
        std::io::Write::write_all(&mut input, format!("{code}\n").as_bytes()).expect("typed");
        drop(input);
        assert!(child.wait().expect("it ends").success());
    }

    /// What the program finds around it: a temporary folder of its own too.
    pub fn setup(&self) -> Setup {
        let temporary = self.folder().join("tmp").display().to_string();
        Setup::new(self.folder().join("home"), self.folder()).env("TMPDIR", &temporary)
    }

    /// The borne, as the login program of a terminal, once the team has opened it.
    pub fn open(&self, options: &[&str]) -> Borne {
        let borne = self.start(options);
        borne.terminal.wait_for("La borne est prête à ouvrir");
        borne.terminal.press(ENTER);
        borne.terminal.wait_for("Commencer");
        borne
    }

    /// The same, before the team has opened it.
    pub fn start(&self, options: &[&str]) -> Borne {
        let dossier = self.dossier().display().to_string();
        let arguments = [&["--dossier", &dossier, "kiosk", "atelier-bilan"][..], options].concat();
        let program = Path::new(env!("CARGO_BIN_EXE_recueil"));
        Borne { terminal: Terminal::start(program, &arguments, &self.setup()) }
    }

    /// The same, in a window that can be closed: that of the program `script`, within the terminal.
    pub fn open_in_window(&self) -> Borne {
        let (program, dossier) = (env!("CARGO_BIN_EXE_recueil"), self.dossier());
        let line = format!("exec {program} --dossier {} kiosk atelier-bilan", dossier.display());
        let script = Path::new("/usr/bin/script");
        let terminal = Terminal::start(script, &["-qc", &line, "/dev/null"], &self.setup());
        terminal.wait_for("La borne est prête à ouvrir");
        terminal.press(ENTER);
        terminal.wait_for("Commencer");
        Borne { terminal }
    }
}

/// A borne that runs.
pub struct Borne {
    /// Its terminal.
    pub terminal: Terminal,
}

impl Borne {
    /// The process that serves somebody now.
    #[track_caller]
    pub fn child(&self) -> u32 {
        self.child_but(&[])
    }

    /// The same, once it is none of these.
    #[track_caller]
    pub fn child_but(&self, known: &[u32]) -> u32 {
        until("a child", || {
            let children = children(self.terminal.pid());
            children.into_iter().find(|child| !known.contains(child))
        })
    }

    /// Does something that ends whoever is served, and waits for the next welcome; gives its screen.
    #[track_caller]
    pub fn ends(&self, end: impl FnOnce(&Self)) -> String {
        let written = self.terminal.written();
        end(self);
        self.terminal.wait_written(written, "Commencer");
        self.terminal.wait_for("Commencer")
    }

    /// Kills who serves, and waits for the next welcome; gives its screen. Who has just ended without
    /// it cannot be killed: the next one is.
    #[track_caller]
    pub fn is_killed(&self, name: &str) -> String {
        self.ends(|borne| {
            until("somebody to kill", || is_sent(borne.child(), name).then_some(()));
        })
    }

    /// Goes from the welcome to the place where words are typed, and types these.
    pub fn types(&self, words: &str) {
        self.begins();
        self.terminal.press("1");
        self.terminal.press(ENTER);
        self.terminal.wait_for("Que faites-vous");
        self.writes(words);
    }

    /// Goes from the welcome to where one says whether one wishes to answer.
    pub fn begins(&self) {
        self.terminal.press("1");
        self.terminal.press(ENTER);
        self.terminal.wait_for("Continuer");
        self.terminal.press(ENTER);
        self.terminal.wait_for("accepte");
    }

    /// Types these words, on the screen of a question in one's own words.
    pub fn writes(&self, words: &str) {
        self.terminal.wait_for("Écrire moi-même");
        self.terminal.press("3");
        self.terminal.press(ENTER);
        self.terminal.wait_gone("Écrire moi-même");
        self.terminal.press(words);
        self.terminal.wait_for(words);
    }
}

/// Waits for something to be there: what no screen shows must be looked for.
#[track_caller]
pub fn until<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < DEADLINE, "the deadline passed while waiting for {what}");
        thread::sleep(Duration::from_millis(2));
    }
}

/// A process, as `/proc` lists it: its parent, its session.
fn listed(process: u32) -> Option<(char, u32, u32)> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, rest) = line.rsplit_once(") ")?;
    let words: Vec<&str> = rest.split(' ').collect();
    Some((words[0].chars().next()?, words[1].parse().ok()?, words[3].parse().ok()?))
}

fn processes() -> Vec<u32> {
    let entries = fs::read_dir("/proc").expect("processes").flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

/// The children of a process that have not ended.
pub fn children(parent: u32) -> Vec<u32> {
    let is_child = |process: &u32| {
        listed(*process).is_some_and(|(state, above, _)| above == parent && state != 'Z')
    };
    processes().into_iter().filter(is_child).collect()
}

/// The processes of a session that have not ended.
pub fn session(leader: u32) -> Vec<u32> {
    let is_of = |process: &u32| {
        listed(*process).is_some_and(|(state, _, session)| session == leader && state != 'Z')
    };
    processes().into_iter().filter(is_of).collect()
}

/// Waits for a process to be gone.
#[track_caller]
pub fn wait_gone(process: u32) {
    until("the end of a process", || {
        listed(process).is_none_or(|(state, ..)| state == 'Z').then_some(())
    });
}

/// Sends a process a signal, by its short name.
pub fn signal(process: u32, name: &str) {
    assert!(is_sent(process, name), "kill -{name} {process}");
}

/// The same; whether there was a process to take it.
fn is_sent(process: u32, name: &str) -> bool {
    let line = format!("kill -{name} {process}");
    Command::new("sh").args(["-c", &line]).status().is_ok_and(|it| it.success())
}
