//! Reading aloud, as it happens: the real program at a terminal, and stand-ins for the programs that
//! speak, which note what they are told.
//! Never a sound.
#![cfg(target_os = "linux")]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use recueil::app::recording;
use recueil::locale::Locale;
use support::form;
use support::terminal::{DEADLINE, ENTER, Setup, Terminal};
use tempfile::TempDir;

const F7: &str = "\x1b[18~";
/// A key that does nothing.
const F12: &str = "\x1b[24~";

/// Notes what it is told and goes on until it is stopped. `done` is only there once it has ended by
/// itself.
const SPEAKS: &str = "#!/bin/sh\n\
    note=\"$NOTES/$(basename \"$0\").$$\"\n\
    for argument in \"$@\"; do printf '%s\\n' \"$argument\"; done > \"$note.told\"\n\
    cat > \"$note.reading\"\n\
    mv \"$note.reading\" \"$note.read\"\n\
    sleep 60\n\
    : > \"$note.done\"\n";

/// A dossier, with stand-ins first on the path.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new(settings: &str) -> Self {
        let place = Self { folder: TempDir::new().expect("a folder") };
        for folder in ["bin", "notes", "dossier", "home"] {
            fs::create_dir(place.path(folder)).expect("a folder");
        }
        let who = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
        fs::write(place.path("dossier/recueil.toml"), format!("{who}{settings}"))
            .expect("settings");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a stand-in for a program on the path.
    fn with(self, name: &str, script: &str) -> Self {
        let path = self.path("bin").join(name);
        fs::write(&path, script).expect("a script");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a mode");
        self
    }

    fn start(&self, arguments: &[&str]) -> Terminal {
        // Of the system only what scripts need, so that no program that speaks is found in it.
        for tool in ["sh", "cat", "sleep", "mv", "basename", "setpriv", "printf"] {
            let tools = ["/usr/bin", "/bin"].map(|folder| Path::new(folder).join(tool));
            let Some(found) = tools.iter().find(|path| path.exists()) else { continue };
            _ = std::os::unix::fs::symlink(found, self.path("bin").join(tool));
        }
        let setup = Setup::new(self.path("home"), self.path("dossier"))
            .size(100, 40)
            .env("PATH", &self.path("bin").display().to_string())
            .env("NOTES", &self.path("notes").display().to_string());
        Terminal::start(Path::new(env!("CARGO_BIN_EXE_recueil")), arguments, &setup)
    }

    /// The processes of these stand-ins, in the order in which they noted this.
    fn noted(&self, ends: &str) -> Vec<(u32, String)> {
        let mut notes: Vec<_> =
            fs::read_dir(self.path("notes")).expect("notes").flatten().collect();
        notes.retain(|note| note.file_name().to_string_lossy().ends_with(ends));
        notes.sort_by_key(|note| note.metadata().and_then(|it| it.modified()).expect("a time"));
        let note = |note: fs::DirEntry| {
            let name = note.file_name().to_string_lossy().into_owned();
            let process = name.rsplit('.').nth(1).and_then(|number| number.parse().ok());
            (process.expect("a number"), fs::read_to_string(note.path()).expect("a note"))
        };
        notes.into_iter().map(note).collect()
    }

    /// What was read to the voice that spoke as this one in turn, and what it was told.
    #[track_caller]
    fn voice(&self, turn: usize) -> (u32, Vec<String>, Vec<String>) {
        until("a voice", || self.noted(".read").len() > turn);
        let (process, read) = self.noted(".read").swap_remove(turn);
        let told = self.noted(".told").into_iter().find(|(of, _)| *of == process);
        let told = told.expect("it was told something").1;
        let lines = |text: &str| text.lines().map(str::to_owned).collect();
        (process, lines(&told), lines(&read))
    }
}

#[track_caller]
fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < DEADLINE, "waiting for {what}");
        sleep(Duration::from_millis(5));
    }
}

/// Is there a process of this number, or what remains of one that nobody has asked about?
fn is_there(process: u32) -> bool {
    Path::new(&format!("/proc/{process}")).exists()
}

/// The command line of a process, as everybody on the machine can see it.
fn seen_by_all(process: u32) -> String {
    fs::read_to_string(format!("/proc/{process}/cmdline")).unwrap_or_default().replace('\0', " ")
}

/// The processes that this one has begun and that are there.
fn children(process: u32) -> Vec<String> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).expect("threads").flatten();
    let of = |thread: fs::DirEntry| {
        fs::read_to_string(thread.path().join("children")).unwrap_or_default()
    };
    threads
        .flat_map(|thread| of(thread).split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

const FRENCH: [&str; 7] = ["-v", "fr", "-s", "155", "-b", "1", "--stdin"];

const QUESTION: [&str; 7] = [
    " Question 1 sur 8.",
    " Depuis quand venez-vous ici ?",
    " Un : C'est la première ou la deuxième fois.",
    " Deux : Depuis cette saison.",
    " Trois : Depuis 1 à 3 ans.",
    " Quatre : Depuis plus longtemps.",
    " Zéro : Passer cette question.",
];

fn at_question(place: &Place, arguments: &[&str]) -> Terminal {
    let terminal = place.start(arguments);
    terminal.wait_for("Répondre est libre");
    terminal.press(ENTER);
    terminal.wait_for("Question 1 sur 8");
    terminal
}

#[test]
fn a_question_is_said_in_french_and_the_next_key_stops_it() {
    let place = Place::new("").with("espeak-ng", SPEAKS);
    let terminal = at_question(&place, &["collect", "com-court"]);
    terminal.press(F7);
    let (process, told, read) = place.voice(0);
    assert_eq!(told, FRENCH);
    assert_eq!(read, QUESTION);
    assert!(!seen_by_all(process).contains("saison"), "{}", seen_by_all(process));
    terminal.press(F12);
    until("silence", || !is_there(process));
    assert_eq!(children(terminal.pid()), [""; 0], "nothing remains of it");
    assert_eq!(place.noted(".done"), []);
}

#[test]
fn in_english_it_is_said_in_english_at_the_speed_of_the_settings() {
    let place = Place::new("[voix]\nvitesse = \"lente\"\n").with("espeak-ng", SPEAKS);
    let terminal = place.start(&["collect", "com-court", "--lang", "en"]);
    terminal.wait_for("F7 read");
    terminal.press(ENTER);
    terminal.wait_for("Question 1 of 8");
    terminal.press(F7);
    let (_, told, read) = place.voice(0);
    assert_eq!(told, ["-v", "en", "-s", "125", "-b", "1", "--stdin"]);
    assert_eq!(read[0], " Question 1 of 8.");
}

#[test]
fn in_plain_lines_a_word_has_the_screen_said_and_the_next_line_stops_it() {
    let place = Place::new("").with("espeak-ng", SPEAKS);
    let terminal = place.start(&["--plain", "collect", "com-court"]);
    terminal.wait_for("Répondre est libre");
    terminal.press("1\n");
    terminal.wait_for("Question 1 sur 8");
    terminal.press("lis\n");
    let (process, told, read) = place.voice(0);
    assert_eq!(told, FRENCH);
    assert_eq!(read, QUESTION);
    terminal.press("casque\n");
    terminal.wait_for("les réponses choisies y sont dites");
    until("silence", || !is_there(process));
    terminal.press("aide\n");
    terminal.wait_for("« lis » : Lire à voix haute");
    terminal.wait_for("« casque » : Le casque n'est plus branché");
}

#[test]
fn two_voices_never_speak_at_once() {
    let place = Place::new("").with("espeak-ng", SPEAKS);
    let terminal = at_question(&place, &["collect", "com-court"]);
    let mut before = None;
    for turn in 0..4 {
        terminal.press(F7);
        let (process, ..) = place.voice(turn);
        assert!(before.is_none_or(|before| !is_there(before)), "two voices");
        assert_eq!(children(terminal.pid()).len(), 1);
        before = Some(process);
    }
    // As fast as a finger that stays on the key: one voice at the end, and nothing else.
    terminal.press(&F7.repeat(20));
    until("one voice", || children(terminal.pid()).len() == 1);
    terminal.press(F12);
    until("silence", || children(terminal.pid()).is_empty());
}

#[test]
fn it_stops_when_the_program_ends_is_ended_or_is_killed() {
    for way in ["leave", "TERM", "HUP", "KILL"] {
        if way != "leave" && Command::new("setpriv").arg("--version").output().is_err() {
            println!("not checked: there is no setpriv");
            continue;
        }
        let place = Place::new("[voix]\nlecture = \"toujours\"\n").with("espeak-ng", SPEAKS);
        let terminal = place.start(&["collect", "com-court"]);
        terminal.wait_for("Répondre est libre");
        let (mut process, ..) = place.voice(0);
        if way == "leave" {
            terminal.press("\x03");
            // Leaving is asked about, aloud too.
            process = place.voice(1).0;
            terminal.press("\x03");
        } else {
            terminal.signal(way);
        }
        terminal.finish();
        until(way, || !is_there(process));
        assert_eq!(place.noted(".done"), [], "{way}");
    }
}

#[test]
fn a_choice_is_not_said_without_headphones_and_is_with_them() {
    for (headphones, choices) in [("false", 0), ("true", 1)] {
        let settings = format!("[voix]\nlecture = \"toujours\"\ncasque = {headphones}\n");
        let place = Place::new(&settings).with("espeak-ng", SPEAKS);
        let terminal = place.start(&["collect", "com-court"]);
        // The notice, then the question.
        place.voice(0);
        terminal.press(ENTER);
        assert_eq!(place.voice(1).2[0], " Question 1 sur 8.");
        terminal.press("3");
        terminal.wait_for("3 (•)");
        place.voice(1 + choices);
        terminal.press(ENTER);
        terminal.wait_for("Question 2 sur 8");
        let next = 2 + choices;
        assert_eq!(place.voice(next).2[0], " Question 2 sur 8.");
        let all: Vec<String> = place.noted(".read").into_iter().map(|(_, read)| read).collect();
        assert_eq!(all.len(), next + 1, "{all:#?}");
        let choice = all.iter().filter(|read| *read == " Choisi : Depuis 1 à 3 ans.\n");
        assert_eq!(choice.count(), choices, "{all:#?}");
        assert_eq!(all.concat().contains("Choisi :"), choices > 0);
    }
}

#[test]
fn without_a_voice_wanted_no_process_and_no_thread_is_begun() {
    for settings in ["", "[voix]\nlecture = \"non\"\n"] {
        let place = Place::new(settings).with("espeak-ng", SPEAKS);
        let terminal = at_question(&place, &["collect", "com-court"]);
        if !settings.is_empty() {
            terminal.press(F7);
        }
        terminal.press("2");
        terminal.wait_for("2 (•)");
        assert_eq!(children(terminal.pid()), [""; 0]);
        let names = fs::read_dir(format!("/proc/{}/task", terminal.pid())).expect("threads");
        let names = names.flatten().map(|it| fs::read_to_string(it.path().join("comm")));
        let names: Vec<String> = names.map(Result::unwrap_or_default).collect();
        assert!(!names.iter().any(|name| name.trim() == "voice"), "{names:?}");
        assert_eq!(place.noted(".told"), []);
    }
}

#[test]
fn where_nothing_speaks_the_key_does_nothing_and_the_help_says_what_to_install() {
    let place = Place::new("");
    let terminal = at_question(&place, &["collect", "com-court"]);
    assert!(!terminal.screen().contains("F7"), "{}", terminal.screen());
    terminal.press(F7);
    terminal.press("\x1bOP");
    terminal.wait_for("espeak-ng");
}

#[test]
fn whatever_a_question_says_is_only_spoken() {
    let words = "--version $(touch ici) `touch ici` ; touch ici | [[h@l'oU]] <break/> !-!QUIT -f /etc/passwd";
    let definition = format!(
        "[referentiel]\nid = \"atelier\"\ntitre = \"A\"\nporteur = \"P\"\nversion = 1\n\
         lieu.fr = \"ici\"\n[[question]]\nname = \"Z1\"\ntype = \"select_one\"\n\
         label.fr = \"\"\"--help\\n{words}\\u0000\\u001b[2J\"\"\"\n\
         choices = [{{ name = \"oui\", label.fr = \"!-!STOP\" }}, {{ name = \"non\", label.fr = \"Non\" }}]\n\
         [[questionnaire]]\nid = \"atelier-bilan\"\nversion = 1\ntitre.fr = \"Bilan\"\n\
         role = \"participant\"\nmoment = \"ponctuel\"\nquestions = [\"Z1\"]\n"
    );
    for program in ["espeak-ng", "spd-say"] {
        let place = Place::new("").with(program, SPEAKS);
        fs::create_dir(place.path("dossier/questionnaires")).expect("a folder");
        let file = place.path("dossier/questionnaires/atelier.toml");
        fs::write(file, &definition).expect("a definition");
        let terminal = place.start(&["collect", "atelier-bilan"]);
        terminal.wait_for("Répondre est libre");
        terminal.press(ENTER);
        terminal.wait_for("Question 1 sur 1");
        terminal.press(F7);
        let (_, told, read) = place.voice(0);
        let spoken = words.replace("[[", "[ [");
        let spoken = format!(" --help {spoken}[2J.");
        assert_eq!(read[1..3], [spoken, " Un : !-!STOP.".to_owned()]);
        assert!(read.iter().all(|line| line.starts_with(' ')), "{read:?}");
        let expected: &[&str] = match program {
            "espeak-ng" => &FRENCH,
            _ => &["--pipe-mode", "--wait", "--language", "fr", "--rate", "0"],
        };
        assert_eq!(told, expected);
        assert!(!place.path("dossier/ici").exists() && !place.path("home/ici").exists());
    }
}

#[test]
fn a_service_that_goes_on_speaking_is_told_to_be_silent() {
    let place = Place::new("").with("spd-say", SPEAKS);
    let terminal = at_question(&place, &["collect", "com-court"]);
    terminal.press(F7);
    let (process, ..) = place.voice(0);
    terminal.press(F12);
    until("silence", || !is_there(process));
    until("the word to be silent", || {
        place.noted(".told").iter().any(|(_, told)| told == "--cancel\n")
    });
}

#[test]
fn a_recorded_voice_goes_before_the_program_that_speaks() {
    let place = Place::new("").with("espeak-ng", SPEAKS).with("aplay", SPEAKS);
    let audio = place.path("dossier/audio");
    fs::create_dir(&audio).expect("a folder");
    fs::write(audio.join("D1.fr.wav"), "RIFF").expect("a file");
    let terminal = at_question(&place, &["collect", "com-court"]);
    terminal.press(F7);
    let (process, told, read) = place.voice(0);
    assert_eq!(told, ["-q", &audio.join("D1.fr.wav").display().to_string()]);
    assert_eq!(read, [""; 0]);
    terminal.press(F12);
    until("silence", || !is_there(process));
    // Where no program plays that kind, the question is not lost.
    fs::rename(audio.join("D1.fr.wav"), audio.join("D1.fr.mp3")).expect("another kind");
    terminal.press(F7);
    let (_, told, read) = place.voice(1);
    assert_eq!(told, FRENCH);
    assert_eq!(read, QUESTION);
}

/// The program itself takes what it is told, in both languages: into a file instead of a loudspeaker.
#[test]
fn espeak_itself_speaks_both_languages_as_it_is_told() {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let real = std::env::split_paths(&path).map(|folder| folder.join("espeak-ng"));
    let Some(real) = real.into_iter().find(|path| path.is_file()) else {
        println!("not checked: espeak-ng is not installed");
        return;
    };
    let script = format!(
        "#!/bin/sh\nnote=\"$NOTES/espeak-ng.$$\"\n\
         '{}' \"$@\" -w \"$note.wav\" && echo spoken > \"$note.end\" || echo failed > \"$note.end\"\n",
        real.display()
    );
    let mut sizes = Vec::new();
    for language in ["fr", "en"] {
        let place = Place::new("").with("espeak-ng", &script);
        let terminal = place.start(&["collect", "com-court", "--lang", language]);
        terminal.wait_for("F7");
        terminal.press(F7);
        until("the end of it", || !place.noted(".end").is_empty());
        let (process, end) = place.noted(".end").swap_remove(0);
        assert_eq!(end, "spoken\n", "{language}");
        let voice = place.path("notes").join(format!("espeak-ng.{process}.wav"));
        sizes.push(fs::metadata(voice).expect("a voice").len());
    }
    // A notice takes some twenty seconds to say, at 44 kB a second.
    assert!(sizes.iter().all(|size| *size > 300_000), "{sizes:?}");
    assert_ne!(sizes[0], sizes[1]);
}

/// Records until it is interrupted, then ends its file.
const RECORDS: &str = "#!/bin/sh\n\
    for file; do :; done\n\
    trap 'printf END >> \"$file\"; exit 0' INT\n\
    printf '%060d' 0 > \"$file\"\n\
    while :; do sleep 0.01; done\n";

#[test]
fn a_mediator_records_the_questions_hears_them_and_goes_on_another_day() {
    let place = Place::new("").with("arecord", RECORDS).with("aplay", SPEAKS);
    let audio = place.path("dossier/audio");
    let names = || {
        let entries = fs::read_dir(&audio).into_iter().flatten().flatten();
        let mut names: Vec<_> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let is_recording = || {
        let entries = fs::read_dir(&audio).into_iter().flatten().flatten();
        entries
            .filter(|entry| entry.file_name().to_string_lossy().starts_with('.'))
            .any(|entry| entry.metadata().is_ok_and(|it| it.len() == 60))
    };
    let terminal = place.start(&["record-voice", "com-court"]);
    terminal.wait_for("9 questions à lire, sur 9");
    terminal.wait_for("p : passer celle-ci");
    terminal.press("\n");
    terminal.wait_for("c'est lu");
    until("a recording", is_recording);
    terminal.press("\n");
    terminal.wait_for("Entrée : garder");
    // It is heard before it is kept.
    let (process, told, _) = place.voice(0);
    assert!(told[1].contains(".voix-"), "{told:?}");
    assert_eq!(names().len(), 1, "{:?}", names());
    terminal.press("e\n");
    until("silence", || !is_there(process));
    until("another recording", is_recording);
    terminal.press("\n");
    place.voice(1);
    terminal.press("\n");
    terminal.wait_for("Question 2 sur 9");
    assert_eq!(names(), ["D1.fr.txt", "D1.fr.wav"]);
    let voice = fs::read_to_string(audio.join("D1.fr.wav")).expect("a recording");
    assert!(voice.ends_with("END"), "the program was let end its file");
    let (form, locale) = (form("com-court"), Locale::new("fr"));
    let first = recording(&locale, &form, &form.questions[0]);
    let words = fs::read_to_string(audio.join("D1.fr.txt")).expect("the words");
    assert_eq!(words, format!("{}\n", first.text));
    for name in names() {
        let mode = fs::metadata(audio.join(&name)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    assert_eq!(fs::metadata(&audio).expect("a folder").permissions().mode() & 0o777, 0o700);
    terminal.press("q\n");
    let ended = terminal.finish();
    assert_eq!(ended.code, Some(0));
    assert!(ended.screen.contains("1 question gardée"), "{}", ended.screen);
    assert!(ended.screen.contains("Il en reste 8"), "{}", ended.screen);
    // Another day the first is not asked for again.
    let terminal = place.start(&["enregistrer-voix", "com-court"]);
    terminal.wait_for("8 questions à lire, sur 9");
    terminal.wait_for("Question 2 sur 9");
    terminal.press("p\n");
    terminal.wait_for("Question 3 sur 9");
    terminal.press("q\n");
    terminal.finish();
    assert_eq!(names(), ["D1.fr.txt", "D1.fr.wav"], "nothing that was not kept remains");
}

#[test]
fn without_a_program_that_records_it_is_said_which_to_install() {
    let place = Place::new("");
    let ended = place.start(&["record-voice", "com-court"]).finish();
    assert_eq!(ended.code, Some(2));
    assert!(ended.screen.contains("alsa-utils"), "{}", ended.screen);
}
