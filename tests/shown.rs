//! Words made to harm a terminal, wherever words come from: files, settings, names of files, answers,
//! arguments. On the full screen, in plain lines and in what the commands tell.
//! Never the list of the program itself: what must not come out is listed here from Unicode.

mod support;

use std::fmt::Write;
use std::fs;
use std::rc::Rc;

use ratatui::crossterm::event::Event as Input;
use recueil::app::{App, Effect, Found, Places};
use recueil::locale::Locale;
use recueil::questionnaire::{File, Library, Source};
use recueil::store::{Action, Reason};
use support::program::{run, told};
use support::{Chance, Disk, Person, Still};
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

/// What no text may bring to a terminal: controls, the marks and overrides of direction of UAX #9,
/// what has no width and no ink, tags, and the ends of lines that are no newline.
fn is_harmful(character: char) -> bool {
    character.is_control()
        || "\u{61c}\u{200b}\u{200c}\u{200e}\u{200f}\u{2028}\u{2029}\u{feff}\u{ad}\u{2060}"
            .contains(character)
        || ('\u{202a}'..='\u{202e}').contains(&character)
        || ('\u{2066}'..='\u{2069}').contains(&character)
        || ('\u{e0000}'..='\u{e007f}').contains(&character)
}

/// Pieces that terminals, grids and people stumble over.
const PIECES: [&str; 34] = [
    "\u{1b}[2J",
    "\u{1b}]0;titre\u{7}",
    "\u{1b}[31m",
    "\u{1b}P1$r\u{1b}\\",
    "\u{9b}2J",
    "\u{9d}8;;x\u{9c}",
    "\r",
    "\u{8}\u{8}",
    "\0",
    "\u{7f}",
    "\t",
    "\u{202e}abc\u{202c}",
    "\u{2066}x\u{2069}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{e0061}\u{e007f}",
    "\u{2028}",
    "\u{ad}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "É",
    "E\u{301}",
    "œuvre",
    "日本語",
    "👩\u{200d}👩\u{200d}👧",
    "❤\u{fe0f}",
    "🇫🇷",
    "👍🏽",
    "ﷺ",
    "क\u{94d}ष\u{93f}",
    "\u{600}\u{600}\u{600}١",
    "لا",
    "mot ",
    "¿ « oui » ?",
];

/// A text of such pieces and of any characters at all.
fn hostile(chance: &mut Chance) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(8) {
        match chance.below(10) {
            0 => {
                let any = u32::try_from(chance.below(0x11_0000)).expect("a small number");
                text.extend(char::from_u32(any));
            }
            1 => text.push_str(&"x".repeat(usize::try_from(chance.below(60)).expect("few"))),
            _ => text.push_str(chance.one_of(&PIECES)),
        }
    }
    if chance.below(40) == 0 {
        // What comes first is repeated to ten thousand characters.
        text = text.chars().cycle().take(10_000).collect();
    }
    text
}

/// The text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        _ = write!(quoted, "\\U{:08x}", u32::from(character));
    }
    quoted + "\""
}

/// A file whose every word is hostile; some break it.
fn definition(chance: &mut Chance) -> String {
    let mut words = || quoted(&(hostile(chance) + "a"));
    let mut text = format!(
        "[referentiel]\nid = \"test\"\ntitre = {}\nporteur = {}\nversion = 1\nlieu.fr = {}\n",
        words(),
        words(),
        words()
    );
    for (name, kind) in
        [("N1", "select_one"), ("N2", "select_multiple"), ("N3", "text"), ("N4", "integer")]
    {
        _ = write!(
            text,
            "[[question]]\nname = \"{name}\"\ntype = \"{kind}\"\nlabel.fr = {}\nhint.fr = {}\nreformulation.fr = {}\n",
            words(),
            words(),
            words()
        );
        if kind.starts_with("select") {
            _ = writeln!(
                text,
                "choices = [{{ name = \"a\", label.fr = {} }}, {{ name = \"b\", label.fr = {} }}, \
                 {{ name = \"rien\", exclusive = true, label.fr = {} }}]",
                words(),
                words(),
                words()
            );
        }
    }
    _ = write!(
        text,
        "[[questionnaire]]\nid = \"test-un\"\nversion = 1\ntitre.fr = {}\nrole = \"participant\"\n\
         moment = \"ponctuel\"\nquestions = [\"N1\", \"N2\", \"N3\", \"N4\"]\n",
        words()
    );
    text
}

fn app(chance: &mut Chance) -> App {
    let file = |name: String, text: String| File { name, bytes: Ok(text.into_bytes()) };
    let broken = format!("[referentiel]\nid = {}\n# {}", quoted(&hostile(chance)), hostile(chance));
    let broken_name = format!("q/{}.toml", hostile(chance));
    let files = vec![file("q/test.toml".into(), definition(chance)), file(broken_name, broken)];
    let text = format!(
        "structure = {}\ncontact = {}\n",
        quoted(&hostile(chance)),
        quoted(&hostile(chance))
    );
    let settings = recueil::app::Settings::read(Source { name: "recueil.toml".into(), text });
    let folder = std::path::PathBuf::from(format!("/{}", hostile(chance)));
    let places = Places {
        found: Found::Named,
        data: folder.clone(),
        drafts: folder.clone(),
        settings: folder.clone(),
        other: folder,
    };
    let library = Rc::new(Library::load(files));
    App::new(
        Box::new(Still::default()),
        Locale::default(),
        &library,
        settings.unwrap_or_default(),
        places,
    )
}

/// Every cell of the screen holds one sign that harms nothing, and is as wide as the screen thinks.
fn is_clean(person: &Person<'static>) {
    let buffer = person.buffer();
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            let sign = buffer[(x, y)].symbol();
            assert_eq!(sign.chars().find(|c| is_harmful(*c)), None, "{:?}", person.sees());
            assert!(sign.width() <= 2, "{sign:?}");
            assert!(sign.chars().count() <= 6, "{sign:?}");
            // The cell beside a wide sign is hidden by it, whatever the test terminal had there before.
            assert!(
                sign.width() < 2 || x + 1 < buffer.area.width,
                "{sign:?} is half beyond the edge"
            );
        }
    }
}

const SIZES: [(u16, u16); 5] = [(80, 24), (40, 12), (24, 8), (120, 40), (31, 9)];

#[test]
fn hostile_words_never_reach_the_full_screen() {
    let mut seen_question = 0;
    for seed in 1..=30 {
        let mut chance = Chance(seed);
        let (columns, rows) = chance.one_of(&SIZES);
        let mut person = Person::before(app(&mut chance), columns, rows);
        // The rows can be written, or not, and why not is told.
        if chance.below(3) == 0 {
            let reason = Reason::Other(hostile(&mut chance));
            person.disk.borrow_mut().refuses = Some((Action::Write, reason));
        }
        // Home, its problems, the list of actions, the form, each of its questions, its end.
        let ways = [
            "",
            "<end><up><up><up><enter>",
            "<esc>",
            ":",
            "t",
            "<esc>",
            "<enter>",
            "<enter>",
            "<enter>",
            "<enter>",
            "<f3>",
            "1<enter>",
            "<f3>",
            "12<enter>",
        ];
        for script in ways {
            person.types(script);
            is_clean(&person);
            seen_question += usize::from(person.app.interview().is_some());
        }
        for _ in 0..8 {
            if person.left {
                break;
            }
            let words = hostile(&mut chance);
            person.input(&Input::Paste(words.clone()));
            is_clean(&person);
            let keys: String = words.replace('<', "").chars().take(20).collect();
            person.types(&keys).types("<left><right><back>");
            is_clean(&person);
            person.types("<enter>");
            is_clean(&person);
            let (columns, rows) = chance.one_of(&SIZES);
            person.resize(columns, rows);
            is_clean(&person);
            person.types("<f2><enter>");
            is_clean(&person);
        }
    }
    assert!(seen_question > 50, "the walk must come through: {seen_question}");
}

#[test]
fn hostile_words_never_reach_plain_lines() {
    for seed in 1..=60 {
        let mut chance = Chance(seed);
        let mut app = app(&mut chance);
        let mut lines = String::from("?\n1\n1\n1\n1\n1\ndit\n1\n1 2\n");
        for _ in 0..10 {
            _ = write!(lines, "{}\n:{}\n:0\n1\n", hostile(&mut chance), hostile(&mut chance));
        }
        let mut output = Vec::new();
        let mut disk = Disk::default();
        recueil::plain::run(
            &mut lines.as_bytes(),
            &mut output,
            recueil::plain::Echo::Nobody,
            &mut app,
            vec![Effect::Count],
            &mut |effect| disk.perform(effect),
        )
        .expect("a dialogue");
        let said = String::from_utf8(output).expect("UTF-8");
        let odd = said.chars().find(|c| is_harmful(*c) && *c != '\n');
        assert_eq!(odd, None, "seed {seed}: {said:?}");
    }
}

#[test]
fn hostile_names_words_and_arguments_never_reach_what_the_commands_tell() {
    for seed in 1..=8 {
        let mut chance = Chance(seed);
        let folder = TempDir::new().expect("a folder");
        let evil = |chance: &mut Chance| {
            let text = hostile(chance).replace(['\0', '/'], "");
            let short: String = text.chars().take(20).collect();
            format!("x\u{1b}[31m\u{202e}{short}")
        };
        let file = format!("{}.toml", evil(&mut chance));
        let broken = format!(
            "[referentiel]\nid = \"x\"\ntitle = {:?}\n# {}",
            evil(&mut chance),
            hostile(&mut chance)
        );
        fs::write(folder.path().join(&file), &broken).expect("written");
        let answers = format!("{}.csv", evil(&mut chance));
        fs::write(
            folder.path().join(&answers),
            format!("D1,{}\n{},1\n", evil(&mut chance), evil(&mut chance)),
        )
        .expect("written");
        let (word, other) = (evil(&mut chance), evil(&mut chance));
        let page = format!("{}/{}.html", evil(&mut chance), evil(&mut chance));
        let mut wrong = 0;
        for arguments in [
            &["check", &file][..],
            &["check", &file, "--format", "json"],
            &["check", &word],
            &["diff", &file, &other],
            &["show", &word],
            &["collect", &word],
            &["collect", "com-court", "--answers", &answers],
            &["collect", "com-court", "--answers", &word],
            &["sheets", "com-court", "-n", "1", "--to", &page],
            &["simulate", &word, "-n", "1", "--seed", "1"],
            &["--lang", &word],
            &["--theme", &word],
            &[&word],
            &[
                "init",
                "dossier",
                "--structure",
                &word,
                "--contact",
                &word,
                "--referentiels",
                &other,
            ],
        ] {
            let output = run(folder.path(), arguments);
            let (said, told, code) = told(&output);
            wrong += usize::from(code != Some(0));
            for text in [said, told] {
                let odd = text.chars().find(|c| is_harmful(*c) && *c != '\n');
                assert_eq!(odd, None, "{arguments:?}: {text:?}");
            }
        }
        assert!(wrong >= 10, "they must be told wrong: {wrong}");
    }
}
