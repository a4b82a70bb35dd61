//! After every kind of end at the borne, nothing of what was answered is left: not on the terminal,
//! not in what was scrolled out of it, not on the disk, not in the memory of the supervisor.
//! Never a look at what was saved: that is what the answers were given for.

#![cfg(target_os = "linux")]

mod support;

use std::fs;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};

use support::kiosk::{Borne, Place, children, signal, wait_gone};
use support::terminal::{ENTER, Ended};

/// What is typed, and stands nowhere else.
const FIRST: &str = "zebreQuartz7731";
const SECOND: &str = "moulinVervet4405";
const MARKS: [&str; 2] = [FIRST, SECOND];

/// How the borne is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    Full,
    Plain,
}

impl Manner {
    const BOTH: [Self; 2] = [Self::Full, Self::Plain];

    fn open(self, place: &Place) -> Borne {
        match self {
            Self::Full => place.open(&[]),
            Self::Plain => place.open(&["--plain"]),
        }
    }

    /// From the welcome to the second question, with the first answered and the second typed.
    fn answers(self, borne: &Borne) {
        let terminal = &borne.terminal;
        match self {
            Self::Full => {
                borne.types(FIRST);
                terminal.press(ENTER);
                terminal.wait_for("Et avec qui");
                borne.writes(SECOND);
            }
            Self::Plain => {
                for (waited, typed) in [
                    ("Commencer", "1\r"),
                    ("Continuer", "1\r"),
                    ("accepte", "1\r"),
                    ("Que faites-vous", "3\r"),
                    ("Tapez vos mots", FIRST),
                    (FIRST, "\r"),
                    ("Et avec qui", "3\r"),
                ] {
                    terminal.wait_for(waited);
                    terminal.press(typed);
                }
                terminal.wait_until("the second field", |screen| {
                    screen.contents().matches("Tapez vos mots").count() == 2
                });
                terminal.press(SECOND);
                terminal.wait_for(SECOND);
            }
        }
    }
}

/// How often the marks stand in these bytes, in the ways in which programs keep text.
fn marks(bytes: &[u8]) -> usize {
    let wide =
        |mark: &str| mark.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
    let ways = MARKS.iter().flat_map(|mark| [mark.as_bytes().to_vec(), wide(mark)]);
    ways.map(|mark| memchr::memmem::find_iter(bytes, &mark).count()).sum()
}

/// How often they stand in the memory of a process: in all of it that can be read.
fn marks_in_memory(process: u32) -> usize {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).expect("its memory");
    let memory = fs::File::open(format!("/proc/{process}/mem")).expect("its memory");
    let (mut found, mut read) = (0, 0);
    for map in maps.lines().filter(|map| !map.ends_with("[vvar]") && !map.ends_with("[vsyscall]")) {
        let mut words = map.split_whitespace();
        let (range, rights) = (words.next().expect("a range"), words.next().expect("rights"));
        let (start, end) = range.split_once('-').expect("a range");
        let [start, end] = [start, end].map(|at| u64::from_str_radix(at, 16).expect("an address"));
        if !rights.starts_with('r') {
            continue;
        }
        let mut bytes = vec![0; usize::try_from(end - start).expect("a size")];
        if memory.read_exact_at(&mut bytes, start).is_ok() {
            found += marks(&bytes);
            read += bytes.len();
        }
    }
    assert!(read > 1_000_000, "only {read} bytes could be read");
    found
}

/// Only root reads the memory of a process that shut itself in; that nobody else can is the point.
fn is_root() -> bool {
    fs::metadata("/proc/self").expect("this process").uid() == 0
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The files that hold the marks, in the dossier, the home, the state and the temporary folders.
fn marked_files(place: &Place) -> Vec<String> {
    let marked = files(place.folder()).into_iter().filter(|file| {
        let name = file.as_os_str().as_encoded_bytes();
        marks(&fs::read(file).unwrap_or_default()) + marks(name) > 0
    });
    let inside =
        |file: PathBuf| file.strip_prefix(place.folder()).map(|it| it.display().to_string());
    marked.filter_map(|file| inside(file).ok()).collect()
}

/// How often the marks stand on a terminal of this many rows to which all of this was written: on the
/// screen, above it, on the other screen.
fn marks_on_terminal(written: &[u8]) -> usize {
    let [rows, columns] = [24, 80].map(|cells| std::num::NonZeroU16::new(cells).expect("a size"));
    let mut terminal = vt100::Parser::new(rows, columns, 10_000);
    terminal.process(written);
    let mut found = 0;
    // From the oldest row on; a page further each time, until the screen itself.
    terminal.screen_mut().set_scrollback(usize::MAX);
    let mut above = terminal.screen().scrollback();
    loop {
        terminal.screen_mut().set_scrollback(above);
        found += marks(terminal.screen().contents().as_bytes());
        if above == 0 {
            break;
        }
        above = above.saturating_sub(usize::from(rows.get()));
    }
    terminal.process(b"\x1b[?47h");
    found + marks(terminal.screen().contents().as_bytes())
}

/// Nothing is left of a borne that ended.
#[track_caller]
fn nothing_after(ended: &Ended, place: &Place) {
    assert!(marks(&ended.raw) > 0, "the marks were on the screen");
    assert_eq!(marks_on_terminal(&ended.raw), 0);
    assert_eq!(ended.screen, "");
    // No title, no clipboard, no file name: no sequence for the system (`ESC ]`), of any kind.
    assert_eq!(memchr::memmem::find_iter(&ended.raw, "\x1b]").count(), 0);
    assert_eq!(marked_files(place), Vec::<String>::new());
}

/// Nothing is left of who was served, while the borne welcomes the next person.
#[track_caller]
fn nothing_before(borne: &Borne, place: &Place, gone: u32, saved: &[&str]) {
    wait_gone(gone);
    assert_eq!(marks(borne.terminal.screen().as_bytes()), 0);
    let supervisor = borne.terminal.pid();
    for process in [supervisor, borne.child()] {
        for file in ["cmdline", "comm"] {
            let told = fs::read(format!("/proc/{process}/{file}")).expect("a process");
            assert_eq!(marks(&told), 0);
        }
        if is_root() {
            assert_eq!(marks_in_memory(process), 0, "of {process}, supervised by {supervisor}");
        }
    }
    let left = marked_files(place);
    let left: Vec<&String> =
        left.iter().filter(|file| saved.iter().all(|saved| !file.starts_with(saved))).collect();
    assert_eq!(left, Vec::<&String>::new());
}

#[test]
fn the_scan_finds_what_is_there_while_somebody_answers() {
    let place = Place::new();
    for manner in Manner::BOTH {
        let borne = manner.open(&place);
        manner.answers(&borne);
        if is_root() {
            assert!(marks_in_memory(borne.child()) > 0, "the child holds what was answered");
            assert_eq!(marks_in_memory(borne.terminal.pid()), 0, "the supervisor never does");
        }
        assert_eq!(marked_files(&place), Vec::<String>::new(), "and the disk does not yet");
        borne.terminal.signal("TERM");
        borne.terminal.finish();
    }
    assert_eq!(marks(format!("a{FIRST}b{SECOND}").as_bytes()), 2);
    assert_eq!(marks_on_terminal(FIRST.as_bytes()), 1, "the screen is looked at");
    let scrolled = format!("{FIRST}{}", "\r\n".repeat(60));
    assert!(marks_on_terminal(scrolled.as_bytes()) > 0, "and what was scrolled");
    let other = format!("\x1b[?1049h{FIRST}\x1b[?1049l");
    assert_eq!(marks_on_terminal(other.as_bytes()), 1, "and so is the other screen");
}

#[test]
fn who_ended_leaves_only_the_row_that_was_saved() {
    for manner in Manner::BOTH {
        let place = Place::new();
        let borne = manner.open(&place);
        let child = borne.child();
        manner.answers(&borne);
        borne.terminal.press(ENTER);
        borne.terminal.wait_for("Comment venez-vous");
        match manner {
            Manner::Full => {
                borne.terminal.press("1");
                borne.terminal.press(ENTER);
            }
            Manner::Plain => borne.terminal.press("1\r"),
        }
        borne.terminal.wait_for("Merci");
        borne.ends(|borne| borne.terminal.press(ENTER));
        nothing_before(&borne, &place, child, &["foyer/data/atelier/"]);
        let rows = support::rows(place.dossier().join("data"), false, &["Z1", "Z2", "Z3"]);
        assert_eq!(rows, [format!("{FIRST}|{SECOND}|pied")], "{manner:?}");
        borne.terminal.signal("TERM");
        let ended = borne.terminal.finish();
        assert_eq!(marks_on_terminal(&ended.raw), 0);
    }
}

#[test]
fn who_throws_the_answers_away_leaves_nothing() {
    let place = Place::new();
    for manner in Manner::BOTH {
        let borne = manner.open(&place);
        let child = borne.child();
        manner.answers(&borne);
        borne.terminal.press(ENTER);
        borne.terminal.wait_for("Comment venez-vous");
        manner.stops(&borne);
        borne.ends(|borne| borne.terminal.press(ENTER));
        nothing_before(&borne, &place, child, &[]);
        borne.terminal.signal("TERM");
        nothing_after(&borne.terminal.finish(), &place);
    }
}

#[test]
fn a_child_that_a_signal_ends_leaves_nothing() {
    let place = Place::new();
    for manner in Manner::BOTH {
        for name in ["KILL", "TERM", "HUP"] {
            let borne = manner.open(&place);
            let child = borne.child();
            manner.answers(&borne);
            borne.is_killed(name);
            nothing_before(&borne, &place, child, &[]);
            borne.terminal.signal("TERM");
            nothing_after(&borne.terminal.finish(), &place);
        }
    }
}

#[test]
fn a_supervisor_that_a_signal_ends_leaves_nothing_and_neither_does_its_child() {
    let place = Place::new();
    for manner in Manner::BOTH {
        for name in ["TERM", "HUP", "KILL"] {
            let borne = manner.open(&place);
            let child = borne.child();
            manner.answers(&borne);
            borne.terminal.signal(name);
            let ended = borne.terminal.finish();
            wait_gone(child);
            nothing_after(&ended, &place);
        }
    }
}

#[test]
fn a_supervisor_started_again_serves_as_if_nothing_had_been() {
    let place = Place::new();
    let borne = place.open(&[]);
    let welcome = borne.terminal.screen();
    Manner::Full.answers(&borne);
    borne.terminal.signal("KILL");
    nothing_after(&borne.terminal.finish(), &place);
    let again = place.open(&[]);
    assert_eq!(again.terminal.screen(), welcome);
    assert_eq!(children(again.terminal.pid()).len(), 1);
    if is_root() {
        assert_eq!(marks_in_memory(again.child()) + marks_in_memory(again.terminal.pid()), 0);
    }
}

#[test]
fn keys_that_nobody_read_are_not_read_by_the_next_person() {
    let place = Place::new();
    let borne = place.open(&[]);
    let child = borne.child();
    borne.types("un");
    // Typed while nobody reads: the child is held, then killed.
    signal(child, "STOP");
    borne.terminal.press(FIRST);
    borne.terminal.press(ENTER);
    let welcome = borne.is_killed("KILL");
    assert!(welcome.contains("Commencer") && !welcome.contains("Cette touche"), "{welcome}");
    nothing_before(&borne, &place, child, &[]);
}

#[test]
#[ignore = "takes a minute and a half: nobody answers for as long as the shortest delay"]
fn who_goes_away_without_a_word_leaves_nothing() {
    let place = Place::with("inactivite = 60\ndecompte = 20\n");
    place.set_code(support::kiosk::CODE);
    for manner in Manner::BOTH {
        let borne = manner.open(&place);
        let child = borne.child();
        manner.answers(&borne);
        let mut waits = 0;
        while children(borne.terminal.pid()).contains(&child) {
            std::thread::sleep(std::time::Duration::from_millis(100));
            waits += 1;
            assert!(waits < 1_500, "{}", borne.terminal.screen());
        }
        borne.terminal.wait_for("Commencer");
        nothing_before(&borne, &place, child, &[]);
        borne.terminal.signal("TERM");
        nothing_after(&borne.terminal.finish(), &place);
    }
}

impl Manner {
    /// Stops before the end, and has the answers thrown away; to the last words.
    fn stops(self, borne: &Borne) {
        let terminal = &borne.terminal;
        match self {
            Self::Full => {
                terminal.press(support::terminal::ESC);
                terminal.wait_for("Rien n'est encore enregistré");
                terminal.press("2");
                terminal.press(ENTER);
            }
            Self::Plain => {
                terminal.press("5\r");
                terminal.wait_for("Rien n'est encore enregistré");
                terminal.press("2\r");
            }
        }
        terminal.wait_for("Rien n'a été gardé");
    }
}
