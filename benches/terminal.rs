//! Times the real program at a terminal, side by side with a bare ratatui program.
//! Never asserts a time: it prints a table, and the reader judges.
//!
//! The bare program is this executable started with `--bare`: one question, drawn by ratatui,
//! and nothing else. Both run in turn within one run, so a busy machine slows both.

#[path = "../tests/support/terminal.rs"]
mod terminal;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, io, process, thread};

use ratatui::Frame;
use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::Stylize;
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph};
use recueil::questionnaire::{Library, archive};
use recueil::record::Metadata;
use recueil::store::{Journals, Opening};
use recueil::value::{Date, Meta};
use terminal::{DOWN, ENTER, Setup, Terminal, UP};

/// A text of the real program's first screen, started without arguments.
const HOME_MARKER: &str = "Bienvenue";
/// What starts the real program on a questionnaire.
const COLLECT: [&str; 2] = ["collect", "com-court"];
/// A text of the introduction, which Enter leaves.
const INTRO_MARKER: &str = "Questionnaire court";
/// A text of the first question, answered with Down and Up.
const QUESTION_MARKER: &str = "( )";

/// How many rows and drafts there are in the dossier that is full.
const FULL_ROWS: usize = 100_000;
const FULL_DRAFTS: usize = 1_000;
/// A text of its first screen.
const FULL_MARKER: &str = "Recueil";

/// How often each program is started.
const STARTS: usize = 200;
/// How often each program gets Up and then Down.
///
/// The programs take turns at each pair. In blocks of 100 keys, the p99 of one and the same program
/// against itself came out up to 3 times apart: a hiccup of the machine fell on one block alone.
const PAIRS: usize = 1_000;
/// How long the programs are left alone to count their wake-ups.
const IDLE: Duration = Duration::from_secs(5);
/// How long a program may take to finish what it draws, where no frame is known yet.
const SETTLE: Duration = Duration::from_millis(300);

fn main() -> io::Result<()> {
    // `cargo bench` also passes `--bench`, which changes nothing here.
    if env::args().any(|argument| argument == "--bare") {
        return bare();
    }
    let folder = env::temp_dir().join(format!("recueil-bench-{}", process::id()));
    fs::create_dir_all(&folder)?;
    let setup = Setup::new(&folder, &folder);
    let real = Subject {
        program: PathBuf::from(env!("CARGO_BIN_EXE_recueil")),
        start: &[],
        home: HOME_MARKER,
        collect: &COLLECT,
        intro: Some(INTRO_MARKER),
        question: QUESTION_MARKER,
        setup: setup.clone(),
    };
    let bare = Subject {
        program: env::current_exe()?,
        start: &["--bare"],
        home: BARE_HELP,
        collect: &["--bare"],
        intro: None,
        question: BARE_HELP,
        setup,
    };
    report(&measure(&[real, bare]));
    full(&folder)?;
    fs::remove_dir_all(&folder)
}

/// The same program in a dossier where much was recorded and many interviews were cut short: its
/// first frame waits for none of it.
fn full(folder: &Path) -> io::Result<()> {
    let dossier = folder.join("plein").display().to_string();
    let setup = Setup::new(folder, folder);
    let program = PathBuf::from(env!("CARGO_BIN_EXE_recueil"));
    let rows = FULL_ROWS.to_string();
    let invent = ["--dossier", &dossier, "simulate", "flsm-sortie", "-n", &rows, "--seed", "1"];
    Terminal::start(&program, &invent, &setup).finish();
    let data = Path::new(&dossier).join("data");
    fs::rename(data.join("essai/flsm"), data.join("flsm"))?;
    let form = Library::load(Vec::new()).form("flsm-sortie").expect("a shipped form");
    let known = Metadata::new(&form);
    let opening = Opening {
        fingerprint: form.fingerprint().to_owned(),
        definition: archive(&form).into(),
        day: Date::constant(2026, 11, 22),
        cells: Meta::ALL.iter().map(|meta| (*meta, known.get(*meta).to_owned())).collect(),
    };
    let journals = Journals::new(Path::new(&dossier).join("brouillons"));
    for draft in 0..FULL_DRAFTS {
        let begun = journals.begin(&draft.to_string(), &opening, &[]).expect("a journal");
        begun.leave().expect("on the disk");
    }
    let start = ["--dossier", &dossier];
    let question = FULL_DRAFTS.to_string();
    let subject = Subject {
        program,
        start: &start,
        home: FULL_MARKER,
        collect: &start,
        intro: None,
        question: &question,
        setup,
    };
    let mut starts: Vec<Duration> = (0..STARTS / 4).map(|_| subject.start(None)).collect();
    let mut typist = Typist::new(&subject);
    (0..PAIRS / 4).for_each(|_| typist.up_and_down());
    println!("\nwith {FULL_DRAFTS} drafts and {FULL_ROWS} rows");
    for (what, number, most) in [
        ("start to frame, median, ms", percentile(&mut starts, 50), 15.0),
        ("key to frame, median, ms", percentile(&mut typist.times, 50), f64::INFINITY),
        ("resident memory, MB", typist.memory(), 15.0),
    ] {
        println!("{what:<28}{number:>10.3}   ≤ {most:<8}{}", verdict(number <= most));
    }
    Ok(())
}

/// A program to measure, and how to reach its first screen and its first question.
struct Subject<'a> {
    program: PathBuf,
    start: &'a [&'a str],
    home: &'a str,
    collect: &'a [&'a str],
    intro: Option<&'a str>,
    question: &'a str,
    setup: Setup,
}

impl Subject<'_> {
    /// The first screen once nothing moves on it any more, if it is the same at every start.
    fn first_frame(&self) -> Option<String> {
        // The very first start may find no folders yet, and tell.
        let [_, first, second] = [(); 3].map(|()| {
            let terminal = Terminal::start(&self.program, self.start, &self.setup);
            terminal.wait_for(self.home);
            settled(&terminal)
        });
        if first != second {
            println!("{}: first frames differ, timed to a marker", self.program.display());
            return None;
        }
        Some(first)
    }

    /// The time from the start to the complete first frame; to the marker if frames differ.
    fn start(&self, frame: Option<&str>) -> Duration {
        let begun = Instant::now();
        let terminal = Terminal::start(&self.program, self.start, &self.setup);
        let seen = terminal.seen_at("the first frame", |screen| match frame {
            Some(frame) => screen.contents_formatted() == frame,
            None => screen.contents().contains(self.home),
        });
        seen - begun
    }
}

/// A person answering the first question, who knows what each key will show.
///
/// A key is timed to the moment when the whole screen, with its attributes and its cursor, is the
/// one learned beforehand: the first bytes after a key may be half a frame, and which cells change
/// differs between the programs. The time is taken where the bytes are read, so neither the
/// comparison nor the way between two threads counts.
struct Typist {
    terminal: Terminal,
    /// The screens after Up and after Down.
    frames: [String; 2],
    times: Vec<Duration>,
    /// Bytes written before the first timed key.
    before: usize,
}

impl Typist {
    fn new(subject: &Subject) -> Self {
        let terminal = Terminal::start(&subject.program, subject.collect, &subject.setup);
        if let Some(intro) = subject.intro {
            terminal.wait_for(intro);
            terminal.press(ENTER);
        }
        terminal.wait_for(subject.question);
        // Twice Down first: whatever was marked before, Up and Down then go to and fro.
        terminal.press(DOWN);
        let frames = [DOWN, UP, DOWN].map(|key| {
            terminal.press(key);
            settled(&terminal)
        });
        let [first, up, down] = frames;
        assert_eq!(first, down, "Up and Down come back to the same screen");
        assert_ne!(up, down, "Up and Down change the screen");
        let before = terminal.written();
        Self { terminal, frames: [up, down], times: Vec::new(), before }
    }

    fn up_and_down(&mut self) {
        for (key, frame) in [UP, DOWN].into_iter().zip(&self.frames) {
            let fits = |screen: &vt100::Screen| screen.contents_formatted() == *frame;
            let begun = Instant::now();
            self.terminal.press(key);
            let seen = self.terminal.seen_at("the frame after a key", fits);
            self.times.push(seen - begun);
        }
    }

    /// Resident memory, in MB (10⁶ bytes).
    fn memory(&self) -> f64 {
        let process = PathBuf::from(format!("/proc/{}", self.terminal.pid()));
        status(&process, "VmRSS:") * 1024.0 / 1e6
    }

    /// How often any thread of the program has left a processor, of its own will or not.
    fn switches(&self) -> f64 {
        let threads = fs::read_dir(format!("/proc/{}/task", self.terminal.pid()));
        let threads = threads.into_iter().flatten().flatten();
        let names = ["voluntary_ctxt_switches:", "nonvoluntary_ctxt_switches:"];
        let switches = threads.flat_map(|it| names.map(|name| status(&it.path(), name)));
        switches.sum()
    }

    fn bytes_per_key(&self) -> f64 {
        count(self.terminal.written() - self.before) / count(self.times.len())
    }
}

/// Measures both programs in turn: the real one, then the bare one.
fn measure(subjects: &[Subject; 2]) -> [Numbers; 2] {
    let frames = subjects.each_ref().map(Subject::first_frame);
    let mut starts = [Vec::new(), Vec::new()];
    for turn in 0..STARTS {
        // Each goes first every other time, so that neither profits from its place.
        for which in [turn % 2, 1 - turn % 2] {
            starts[which].push(subjects[which].start(frames[which].as_deref()));
        }
    }
    let mut typists = subjects.each_ref().map(Typist::new);
    for turn in 0..PAIRS {
        for which in [turn % 2, 1 - turn % 2] {
            typists[which].up_and_down();
        }
    }
    thread::sleep(SETTLE);
    let before = typists.each_ref().map(Typist::switches);
    thread::sleep(IDLE);
    let after = typists.each_ref().map(Typist::switches);
    [0, 1].map(|which| {
        let typist = &mut typists[which];
        [
            percentile(&mut starts[which], 50),
            percentile(&mut starts[which], 99),
            percentile(&mut typist.times, 50),
            percentile(&mut typist.times, 99),
            typist.memory(),
            after[which] - before[which],
            typist.bytes_per_key(),
        ]
    })
}

/// What a number is held to.
enum Limit {
    /// The real program's number over the bare program's, at most.
    Ratio(f64),
    /// The real program's number, at most.
    Number(f64),
    None,
}

/// The numbers of one program, in the order of the rows.
type Numbers = [f64; ROWS.len()];

const ROWS: [(&str, Limit); 7] = [
    ("start to frame, median, ms", Limit::Ratio(2.0)),
    ("start to frame, p99, ms", Limit::Ratio(2.0)),
    ("key to frame, median, ms", Limit::Ratio(2.0)),
    ("key to frame, p99, ms", Limit::Ratio(2.0)),
    ("resident memory, MB", Limit::Number(10.0)),
    ("wake-ups in 5 s of rest", Limit::Number(0.0)),
    ("bytes written per key", Limit::None),
];

fn verdict(is_kept: bool) -> &'static str {
    if is_kept { "ok" } else { "OVER" }
}

/// Prints the table.
fn report([real, bare]: &[Numbers; 2]) {
    let [name, ours, floor, ratio] = ["", "recueil", "bare", "ratio"];
    println!("{name:<28}{ours:>10}{floor:>10}{ratio:>8}   limit");
    for ((what, limit), (ours, floor)) in ROWS.iter().zip(real.iter().zip(bare)) {
        let ratio = ours / floor;
        let shown = format!("{ratio:.2}").replace("NaN", "-").replace("inf", "-");
        print!("{what:<28}{ours:>10.3}{floor:>10.3}{shown:>8}   ");
        match limit {
            Limit::Ratio(most) => println!("ratio ≤ {most:<4}{}", verdict(ratio <= *most)),
            Limit::Number(most) => println!("≤ {most:<10}{}", verdict(ours <= most)),
            Limit::None => println!("-"),
        }
    }
}

/// The screen, with attributes and cursor, once the program has had time to finish it.
///
/// Only used to learn a frame. No timed wait sleeps.
fn settled(terminal: &Terminal) -> String {
    thread::sleep(SETTLE);
    terminal.look(vt100::Screen::contents_formatted)
}

/// A number of a process or thread, as `/proc` tells it; not a number when it does not.
fn status(process: &Path, name: &str) -> f64 {
    let status = fs::read_to_string(process.join("status")).unwrap_or_default();
    let number = status.lines().find_map(|line| line.strip_prefix(name));
    let number = number.and_then(|text| text.split_whitespace().next()?.parse().ok());
    number.unwrap_or(f64::NAN)
}

/// The time below which this share (in percent) of the times lies, in milliseconds.
fn percentile(times: &mut [Duration], share: usize) -> f64 {
    times.sort_unstable();
    times[(times.len() - 1) * share / 100].as_secs_f64() * 1e3
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::NAN, f64::from)
}

/// The last line of the bare program, drawn last.
const BARE_HELP: &str = "1–4 or ↑ ↓: answer   q: quit";

/// The least a ratatui program can be: one question, one mark, one frame per key.
fn bare() -> io::Result<()> {
    ratatui::run(|terminal| {
        let mut mark = 0;
        loop {
            terminal.draw(|frame| draw_bare(frame, mark))?;
            let Event::Key(key) = event::read()? else {
                continue;
            };
            mark = match key.code {
                KeyCode::Char(digit @ '1'..='4') => usize::from(digit as u8 - b'1'),
                KeyCode::Down => (mark + 1).min(3),
                KeyCode::Up => mark.saturating_sub(1),
                KeyCode::Char('q') => return Ok(()),
                _ => mark,
            };
        }
    })
}

fn draw_bare(frame: &mut Frame, mark: usize) {
    let [question, answers, help] =
        Layout::vertical([Constraint::Length(4), Constraint::Min(6), Constraint::Length(1)])
            .areas(frame.area());
    let text = "Je sais trouver sur internet une information dont j’ai besoin.";
    frame.render_widget(Paragraph::new(text).block(Block::bordered()), question);
    let labels =
        ["Pas du tout d’accord", "Plutôt pas d’accord", "Plutôt d’accord", "Tout à fait d’accord"];
    let lines = labels.iter().enumerate().map(|(index, label)| {
        let line = |sign| Line::from(format!("{sign} {}. {label}", index + 1));
        if index == mark { line("(•)").reversed() } else { line("( )") }
    });
    let lines: Vec<_> = lines.collect();
    frame.render_widget(Paragraph::new(lines).block(Block::bordered()), answers);
    frame.render_widget(BARE_HELP, help);
}
