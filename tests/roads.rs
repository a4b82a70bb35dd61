//! Four roads to the same rows: the full screen (wide, and of 40 columns) and plain lines at a
//! terminal, plain lines through a pipe, a file of answers. The same answers to every shipped form.
//! Never waits for a time: what is typed next waits for what the screen says.

#![cfg(unix)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use recueil::app::notice_version;
use recueil::questionnaire::{Kind, Library, NotConcerned, Pairing, Question, Questionnaire};
use recueil::record::{answer_cell, columns, unguard};
use recueil::session::{Finished, Place, Refusal, Session};
use recueil::value::{Answer, Date, Missing, Value};
use support::program::program;
use support::speech::is_sayable;
use support::terminal::{ENTER, ESC, F2, Setup, Terminal};
use support::{Chance, OPEN};
use tempfile::TempDir;

/// How many people answer each form; the last of them stops on the way.
const PEOPLE: usize = 4;

/// What may differ: who, when and how the row was made.
const OWN: [&str; 7] = ["reponse_id", "date", "saisie", "duree_min", "support", "aide", "controle"];

/// The code on the card of whoever has one.
const CODE: &str = "lune-sapin-42";

/// Words as people write them, and some that a file or a spreadsheet takes for something else.
const WORDS: [&str; 10] = [
    "Ouvrir le samedi",
    "à l'été, « déjà » : œuf & Noël",
    "elle a dit \"non\", puis \"oui\"",
    "un;deux, trois",
    "=1+1",
    "-5 °C en salle",
    "2",
    "r",
    ":-) merci",
    "nsp",
];

/// What one person answers: the question, the answer, and whether it must be confirmed.
struct Given {
    at: usize,
    answer: Answer,
    /// Is it in doubt, so that the screens ask for it twice?
    doubted: bool,
    /// Where the person then is: «Question 3 sur 8», and the question; nothing at the review.
    next: Option<(String, String)>,
}

/// One person in front of one form.
struct Interview {
    first: (String, String),
    given: Vec<Given>,
    finished: Finished,
    stops: bool,
    code: Option<&'static str>,
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn where_at(session: &Session) -> Option<(String, String)> {
    let question = session.question()?;
    let progress = session.progress();
    let place = format!("Question {} sur {}", progress.position, progress.total);
    let label = plain(&session.form().say(&question.label, "fr"));
    // Its beginning: the rest may be on another row.
    let label: String = label.chars().take(12).collect();
    Some((if question.asks() { place } else { String::new() }, label.trim().to_owned()))
}

/// An answer that the question may take.
fn draw(chance: &mut Chance, question: &Question) -> Answer {
    let reasons: Vec<Missing> = Missing::reasons(question.nc != NotConcerned::No).collect();
    if question.asks() && chance.below(4) == 0 {
        let at = chance.among(reasons.len() + 1);
        return reasons.get(at).copied().unwrap_or(Missing::SansReponse).into();
    }
    match &question.kind {
        Kind::One(choices) => Value::Choice(choices[chance.among(choices.len())].name.clone()),
        Kind::Multiple(choices) => {
            let (alone, free): (Vec<_>, Vec<_>) = choices.iter().partition(|it| it.exclusive);
            if let Some(alone) = alone.first().filter(|_| chance.below(5) == 0) {
                return Value::Choices(vec![alone.name.clone()]).into();
            }
            let sure = chance.among(free.len());
            let taken = free.iter().enumerate();
            let mut drawn = |at: usize| at == sure || chance.below(3) == 0;
            Value::Choices(
                taken.filter(|(at, _)| drawn(*at)).map(|(_, it)| it.name.clone()).collect(),
            )
        }
        Kind::Integer => Value::Integer(i64::try_from(chance.below(40)).expect("small")),
        Kind::Date => {
            let day = i8::try_from(1 + chance.below(28)).expect("a day");
            Value::Date(Date::constant(2026, 10, day))
        }
        Kind::Text => Value::Text(chance.one_of(&WORDS).to_owned()),
        Kind::Note => Value::Read,
        Kind::Counts(_) => unreachable!("a form asks the lines of a count, never the count"),
    }
    .into()
}

impl Interview {
    fn drawn(form: &Arc<Questionnaire>, chance: &mut Chance, person: usize) -> Self {
        let mut session = Session::new(Arc::clone(form));
        let first = where_at(&session).expect("a first question");
        let stops = person + 1 == PEOPLE && form.counted() > 2;
        let mut given: Vec<Given> = Vec::new();
        while let Place::Question(at) = session.place() {
            let answers = given.iter().filter(|it| form.questions[it.at].asks()).count();
            if stops && answers == 2 {
                break;
            }
            let (answer, doubted) = loop {
                let answer = draw(chance, &form.questions[at]);
                match session.give(answer.clone()) {
                    Ok(()) => break (answer, false),
                    Err(Refusal::ToConfirm(_)) => {
                        session.confirm(answer.clone()).expect("confirmed");
                        break (answer, true);
                    }
                    Err(_) => {}
                }
            };
            given.push(Given { at, answer, doubted, next: where_at(&session) });
        }
        let finished = if stops { session.interrupt() } else { session.finish().expect("all") };
        let asked = form.pairing() == Pairing::Asked && !stops;
        let code = (asked && person == 0).then_some(CODE);
        Self { first, given, finished, stops, code }
    }
}

/// The place in the list of reasons of a passed question: 0 is none.
fn reason_number(question: &Question, missing: Missing) -> usize {
    let listed = Missing::reasons(question.nc == NotConcerned::Yes);
    listed.into_iter().position(|it| it == missing).map_or(0, |at| at + 1)
}

/// The numbers of the answers in the list of a question; nothing where none of them is it.
fn numbers(question: &Question, answer: &Answer) -> Option<Vec<usize>> {
    let choices = question.kind.choices();
    let of = |name: &String| 1 + choices.iter().position(|it| it.name == *name).expect("a choice");
    match answer {
        Answer::Given(Value::Choice(name)) => Some(vec![of(name)]),
        Answer::Given(Value::Choices(names)) => Some(names.iter().map(of).collect()),
        Answer::None(Missing::Nc) if matches!(question.nc, NotConcerned::Words(_)) => {
            Some(vec![choices.len() + 1])
        }
        _ => None,
    }
}

fn written(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Date(day) => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        Value::Text(text) => text.clone(),
        Value::Read | Value::Choice(_) | Value::Choices(_) => String::new(),
    }
}

/// The keys of an answer in the full screen.
fn keys(question: &Question, given: &Given) -> String {
    let mut keys = match (numbers(question, &given.answer), &given.answer) {
        (Some(numbers), _) => {
            assert!(numbers.iter().all(|number| *number < 10), "{}", question.name);
            let digits: String = numbers.iter().map(usize::to_string).collect();
            digits + ENTER
        }
        (None, Answer::None(missing)) => {
            format!("{F2}{}{ENTER}", reason_number(question, *missing))
        }
        (None, Answer::Given(value)) => written(value) + ENTER,
    };
    if given.doubted {
        keys.push_str(ENTER);
    }
    keys
}

/// The lines of an answer in plain mode.
fn lines(question: &Question, given: &Given) -> String {
    let is_typed = matches!(question.kind, Kind::Text | Kind::Integer | Kind::Date);
    let mut lines = match (numbers(question, &given.answer), &given.answer) {
        (Some(numbers), _) => {
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            let colon = if is_typed { ":" } else { "" };
            format!("{colon}{}\n", numbers.join(" "))
        }
        (None, Answer::None(missing)) => {
            let colon = if is_typed { ":" } else { "" };
            format!("{colon}0\n{}\n", reason_number(question, *missing))
        }
        (None, Answer::Given(value)) => {
            // Words that begin with a colon are written with two.
            let text = written(value);
            format!("{}{text}\n", if text.starts_with(':') { ":" } else { "" })
        }
    };
    if given.doubted {
        lines.push('\n');
    }
    lines
}

/// A dossier of one road. The machine is the same.
struct Dossier<'t> {
    folder: &'t Path,
    home: &'t Path,
}

impl Dossier<'_> {
    fn made<'t>(folder: &'t Path, home: &'t Path) -> Dossier<'t> {
        fs::create_dir_all(folder).expect("a folder");
        let settings = format!("structure = \"Foyer\"\ncontact = \"l'accueil\"\n{OPEN}");
        fs::write(folder.join("recueil.toml"), settings).expect("written");
        Dossier { folder, home }
    }

    fn setup(&self) -> Setup {
        let state = self.home.join("state").display().to_string();
        Setup::new(self.home.join("home"), self.folder).size(120, 60).env("XDG_STATE_HOME", &state)
    }

    /// The rows, each by the name of its columns.
    fn rows(&self) -> Vec<BTreeMap<String, String>> {
        let mut rows = Vec::new();
        for path in csv_files(&self.folder.join("data")) {
            let mut reader = csv::Reader::from_path(path).expect("a file of rows");
            let names = reader.headers().expect("a header").clone();
            for row in reader.records() {
                let row = row.expect("a row");
                let cells = names.iter().zip(row.iter());
                rows.push(cells.map(|(name, cell)| (name.into(), cell.into())).collect());
            }
        }
        rows
    }
}

fn csv_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(csv_files(&path));
        } else if path.extension().is_some_and(|end| end == "csv") {
            found.push(path);
        }
    }
    found
}

fn sees(terminal: &Terminal, texts: &[&str]) {
    let what = texts.join(" | ");
    terminal.wait_until(&what, |screen| {
        let seen = plain(&screen.contents());
        texts.iter().all(|text| seen.contains(text))
    });
}

/// How a form is answered at a terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Road {
    /// By the keys of the full screen, in a window where all is seen at once.
    Drawn,
    /// The same in a window of 40 columns and 12 rows, where what does not fit is turned to.
    Narrow,
    /// By lines.
    Told,
}

/// Presses Enter until one of these texts is on the screen: in a low window there is more to read.
fn reads_on(terminal: &Terminal, texts: &[&str]) {
    for _ in 0..40 {
        let before = terminal.screen();
        terminal.press(ENTER);
        terminal.wait_until("another screen", |screen| {
            let rows = screen.rows(0, screen.size().1.get());
            let rows: Vec<_> = rows.map(|row| row.trim_end().to_owned()).collect();
            rows.join("\n").trim_end_matches('\n') != before
        });
        let seen = plain(&terminal.screen());
        if texts.iter().any(|text| seen.contains(text)) {
            return;
        }
    }
    panic!("none of {texts:?}");
}

/// Every interview of a form at a terminal.
fn at_a_terminal(form: &Questionnaire, people: &[Interview], terminal: &Terminal, road: Road) {
    let press = |key: &str, line: &str| terminal.press(if road == Road::Told { line } else { key });
    let code = match form.pairing() {
        Pairing::None => None,
        Pairing::Given => Some(["Votre code", "Ton code"]),
        Pairing::Asked => Some(["votre code ?", "ton code ?"]),
    };
    for (at, person) in people.iter().enumerate() {
        let (place, label) = (person.first.0.as_str(), person.first.1.as_str());
        let begins = if form.asks_consent() { "j'accepte" } else { "Commencer" };
        if road == Road::Narrow {
            // What is pressed for the person before may not be counted for this one.
            terminal.wait_gone("Enregistré");
            sees(terminal, &["question"]);
            if form.asks_consent() {
                reads_on(terminal, &[begins]);
                terminal.press("1\r");
            } else {
                reads_on(terminal, &[if place.is_empty() { label } else { place }]);
            }
        } else {
            sees(terminal, &[begins]);
            press(if form.asks_consent() { "1\r" } else { ENTER }, "1\n");
        }
        sees(terminal, &[place, label]);
        for given in &person.given {
            let question = &form.questions[given.at];
            let next = given.next.as_ref().map(|(place, label)| [place.as_str(), label.as_str()]);
            if question.kind == Kind::Note && road == Road::Narrow {
                reads_on(terminal, &[next.map_or("Relecture", |next| next[1])]);
            } else {
                press(&keys(question, given), &lines(question, given));
            }
            sees(terminal, next.as_ref().map_or(&["Relecture"], |next| &next[..]));
        }
        if person.stops {
            press(ESC, ":q\n");
            sees(terminal, &["Arrêter ici"]);
            press("3\r", "3\n");
        } else {
            let follows = code.unwrap_or(["Enregistré"; 2]);
            match road {
                Road::Narrow => reads_on(terminal, &follows),
                Road::Drawn | Road::Told => press(ENTER, "1\n"),
            }
            if code.is_some() {
                terminal.wait_until("the code", |screen| {
                    let seen = plain(&screen.contents());
                    follows.iter().any(|text| seen.contains(text))
                });
                match (form.pairing(), person.code) {
                    (Pairing::Given, _) => press("2\r", "2\n"),
                    (_, Some(code)) => press(&format!("{code}\r"), &format!("{code}\n")),
                    (_, None) => press(F2, ":0\n"),
                }
            }
        }
        sees(terminal, &["Enregistré"]);
        let is_last = at + 1 == people.len();
        press(if is_last { "2\r" } else { "1\r" }, if is_last { "2\n" } else { "1\n" });
    }
}

/// All the lines of plain mode, as a script.
fn script(form: &Questionnaire, people: &[Interview]) -> String {
    let mut script = String::new();
    for (at, person) in people.iter().enumerate() {
        script.push_str("1\n");
        for given in &person.given {
            script.push_str(&lines(&form.questions[given.at], given));
        }
        if person.stops {
            script.push_str(":q\n3\n");
        } else {
            script.push_str("1\n");
            match (form.pairing(), person.code) {
                (Pairing::None, _) => {}
                (Pairing::Given, _) => script.push_str("2\n"),
                (Pairing::Asked, None) => script.push_str(":0\n"),
                (Pairing::Asked, Some(code)) => {
                    script.push_str(code);
                    script.push('\n');
                }
            }
        }
        script.push_str(if at + 1 == people.len() { "2\n" } else { "1\n" });
    }
    script
}

/// The same answers as a file: a line a person, a column a question. What the screens know by
/// themselves, of the notice and of who helped, is written in it.
fn file_of(form: &Questionnaire, people: &[Interview]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let asks = || form.questions.iter().enumerate().filter(|(_, question)| question.asks());
    let mut header = vec!["notice", "aide", "code", "etat"];
    header.extend(asks().map(|(_, question)| question.name.as_str()));
    writer.write_record(&header).expect("written");
    for person in people {
        let etat = if person.stops { "partiel" } else { "complet" };
        let helped = if form.has_respondent() { "seul" } else { "" };
        let mut cells = vec![notice_version(form), helped.into()];
        cells.extend([person.code.unwrap_or_default().into(), etat.into()]);
        cells.extend(asks().map(|(at, _)| match &person.finished.answers()[at] {
            Answer::None(Missing::NonPosee | Missing::NonAtteinte) => String::new(),
            Answer::None(missing) => missing.word().to_owned(),
            Answer::Given(value) => recueil::session::text(value),
        }));
        writer.write_record(&cells).expect("written");
    }
    writer.into_inner().expect("in memory")
}

fn taken(form: &Arc<Questionnaire>) {
    let seed = form.id.bytes().fold(7_u64, |seed, byte| seed.wrapping_mul(31) + u64::from(byte));
    let mut chance = Chance(seed);
    let people: Vec<Interview> =
        (0..PEOPLE).map(|person| Interview::drawn(form, &mut chance, person)).collect();
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let executable = Path::new(env!("CARGO_BIN_EXE_recueil"));

    let drawn = |name: &str, road: Road, (columns, rows): (u16, u16)| {
        let dossier = path(name);
        let dossier = Dossier::made(&dossier, folder.path());
        let setup = dossier.setup().size(columns, rows);
        let terminal = Terminal::start(executable, &["collect", &form.id], &setup);
        at_a_terminal(form, &people, &terminal, road);
        assert_eq!(terminal.finish().code, Some(0), "{}", form.id);
        dossier.rows()
    };
    let of_screen = drawn("screen", Road::Drawn, (120, 60));
    let of_narrow = drawn("narrow", Road::Narrow, (40, 12));

    let terminal_lines = path("lines");
    let terminal_lines = Dossier::made(&terminal_lines, folder.path());
    let arguments = ["collect", &form.id, "--plain"];
    let terminal = Terminal::start(executable, &arguments, &terminal_lines.setup());
    at_a_terminal(form, &people, &terminal, Road::Told);
    let ended = terminal.finish();
    assert_eq!(ended.code, Some(0), "{}", form.id);
    // The terminal itself begins each line with a carriage return.
    let at_terminal = String::from_utf8(ended.raw).expect("UTF-8").replace("\r\n", "\n");

    let pipe = path("pipe");
    let pipe = Dossier::made(&pipe, folder.path());
    let run = |dossier: &Dossier<'_>, arguments: &[&str], input: &[u8]| {
        let mut command = program(dossier.folder, arguments);
        command.env("HOME", dossier.home.join("home"));
        command.env("XDG_STATE_HOME", dossier.home.join("state"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        child.stdin.take().expect("an input").write_all(input).expect("written");
        let output = child.wait_with_output().expect("ended");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{} {arguments:?}\n{said}\n{told}", form.id);
        said
    };
    let said = run(&pipe, &["collect", &form.id], script(form, &people).as_bytes());
    // But for the words that people typed themselves, and that are read back to them.
    let ours = |said: &str| WORDS.iter().fold(said.to_owned(), |said, word| said.replace(word, ""));
    is_sayable(&ours(&said));
    is_sayable(&ours(&at_terminal));

    let file = path("file");
    let file = Dossier::made(&file, folder.path());
    fs::write(path("answers.csv"), file_of(form, &people)).expect("written");
    let answers = path("answers.csv").display().to_string();
    run(&file, &["collect", &form.id, "--answers", &answers], b"");

    assert_eq!(of_screen.len(), people.len(), "{}\n{said}", form.id);
    // The answers are those that were meant, whatever the roads agree on.
    for (row, person) in of_screen.iter().zip(&people) {
        for (question, answer) in form.questions.iter().zip(person.finished.answers()) {
            if question.asks() {
                let cell = unguard(&row[&question.name]).to_owned();
                let meant = answer_cell(answer);
                assert_eq!(cell, unguard(&meant), "{} {}", form.id, question.name);
            }
        }
        assert_eq!(row["code"], person.code.unwrap_or_default(), "{}", form.id);
    }
    for (road, rows) in [
        ("narrow", of_narrow),
        ("lines", terminal_lines.rows()),
        ("pipe", pipe.rows()),
        ("file", file.rows()),
    ] {
        assert_eq!(rows.len(), of_screen.len(), "{} {road}\n{said}", form.id);
        for (person, (row, other)) in of_screen.iter().zip(&rows).enumerate() {
            for column in columns(form) {
                let name = column.name();
                if !OWN.contains(&name.as_str()) {
                    assert_eq!(row[&name], other[&name], "{} {road} {person} {name}", form.id);
                }
            }
        }
    }
}

#[test]
fn every_form_has_the_same_rows_by_the_screen_by_lines_by_a_pipe_and_by_a_file() {
    let forms: Vec<_> = Library::load(Vec::new()).forms().collect();
    assert_eq!(forms.len(), 29);
    let (turn, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some(form) = forms.get(turn.fetch_add(1, Ordering::SeqCst)) {
                    let ended = std::panic::catch_unwind(|| taken(form));
                    if ended.is_err() {
                        failed.lock().expect("no panic while held").push(form.id.clone());
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().expect("no panic while held");
    assert_eq!(failed, Vec::<String>::new());
}
