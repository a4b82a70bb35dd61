//! The loader: each mistake and the words said of it, files beside broken ones, hostile bytes.
//! Never takes the words on trust: each `.txt` of the fixtures was read before it was kept.

mod support;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use recueil::locale::Locale;
use recueil::questionnaire::{
    Cause, File, LARGEST, Library, Problem, Referentiel, Rule, Source, archive, check,
    check_against, load,
};
use support::{Chance, form_of};

/// The common file, as built into the program.
const CORE: &str = include_str!("../questionnaires/commun.toml");

/// A small file without a problem: a question of its own, and one of the common file.
const WORKSHOP: &str = r#"
[referentiel]
id = "atelier"
titre = "Atelier du quartier"
porteur = "Maison de quartier"
version = 1
lieu.fr = "à l'atelier"

[[question]]
name = "Z1"
type = "select_one"
label.fr = "Comment venez-vous ici ?"
label.en = "How do you get here?"
hint.fr = "Le plus souvent"
choices = [{ name = "pied", label.fr = "À pied", label.en = "On foot" }, { name = "bus", label.fr = "En bus" }]
relevant = "${B5} > 1"

[[questionnaire]]
id = "atelier-bilan"
version = 1
titre.fr = "Bilan de l'atelier"
role = "participant"
moment = "sortie"
questions = ["B5", "Z1"]
"#;

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File { name: name.to_owned(), bytes: Ok(bytes.into()) }
}

/// The ids of the référentiels at hand.
fn ids(library: &Library) -> Vec<&str> {
    library.heads().map(|head| head.id.as_str()).collect()
}

/// What a person reads of these problems.
fn told(problems: &[Problem]) -> String {
    let french = Locale::new("fr");
    let texts: Vec<String> = problems.iter().map(|p| french.diagnostic(p, false)).collect();
    texts.join("\n\n") + "\n"
}

/// The paths of the fixtures that end so, without the ending.
fn fixtures(extension: &str) -> BTreeSet<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root.join("tests/fixtures/questionnaires/invalid")).expect("there");
    let paths = entries.map(|entry| entry.expect("readable").path());
    let wanted = paths.filter(|path| path.extension().is_some_and(|found| found == extension));
    wanted.map(|path| path.with_extension("")).collect()
}

/// The problems of a fixture, under its bare name so that they read the same on every system.
fn problems_of(fixture: &Path) -> Vec<Problem> {
    let path = fixture.with_extension("toml");
    let name = path.file_name().expect("a file").to_string_lossy().into_owned();
    let library = Library::load(vec![file(&name, fs::read(&path).expect("a fixture"))]);
    // What is published, where the fixture is about what follows it.
    let found = match fs::read(fixture.with_extension("old")) {
        Ok(bytes) => {
            let published = Library::load(vec![file("published.toml", bytes)]);
            assert_eq!(published.problems(), [], "{name}");
            check_against(&library, &published)
        }
        Err(_) => check(&library),
    };
    let found = found.into_iter().filter(|found| found.accepted.is_none());
    library.problems().iter().cloned().chain(found.map(|found| found.problem)).collect()
}

#[test]
fn each_mistake_is_told_in_the_words_beside_it() {
    let rewrite = std::env::var_os("RECUEIL_WRITE_FIXTURES").is_some_and(|value| value == "1");
    let files = fixtures("toml");
    let mut differences = String::new();
    for fixture in &files {
        let beside = fixture.with_extension("txt");
        // A panic is one more wrong answer: the other files are still compared, and it is not kept.
        let told = thread::scope(|scope| scope.spawn(|| told(&problems_of(fixture))).join());
        if let (true, Ok(told)) = (rewrite, &told) {
            fs::write(&beside, told).expect("the words beside the fixture");
        }
        let told = told.unwrap_or_else(|_| "a panic\n".to_owned());
        let expected = fs::read_to_string(&beside).unwrap_or_else(|error| format!("{error}\n"));
        if told != expected {
            let name = beside.display();
            _ = writeln!(differences, "{name}\n--- expected\n{expected}--- told\n{told}");
        }
    }
    assert!(differences.is_empty(), "\n{differences}RECUEIL_WRITE_FIXTURES=1 rewrites the files");
    assert_eq!(fixtures("txt"), files, "a .txt stands beside each .toml, and nowhere else");
}

#[test]
fn each_code_that_a_file_can_show_has_a_fixture() {
    // An expression has one code, but many kinds of faults.
    let kind = |problem: Problem| match problem.cause {
        Cause::Expression(fault) => format!("{:?}", fault.kind).split('(').next().map(String::from),
        cause => Some(cause.code().to_owned()),
    };
    let problems = fixtures("toml").into_iter().flat_map(|path| problems_of(&path));
    let seen: BTreeSet<String> = problems.filter_map(kind).collect();
    // As the program lists them, so that a new one is missed here.
    let codes = include_str!("../src/questionnaire/problem.rs").split('"').filter(|word| {
        word.len() == 4 && word.starts_with('E') && word[1..].parse::<u16>().is_ok()
    });
    let codes = codes.chain(Rule::WORDS.iter().copied());
    // What cannot be read, what is too large and a whole core are no files of the repository; keys
    // stand in settings.
    let elsewhere = ["E000", "E002", "E017", "E018", "E019", "E050", "E082"];
    let faults = "Empty Character Unclosed Unexpected BareWord DoubleEqual Ends UnknownFunction \
        Pattern PatternNotWritten Arguments TooDeep";
    let listed = codes.filter(|code| !elsewhere.contains(code)).chain(faults.split_whitespace());
    let listed: BTreeSet<String> = listed.map(str::to_owned).collect();
    assert_eq!(seen, listed);
}

#[test]
fn the_shipped_forms_load_without_a_problem() {
    let library = Library::load(Vec::new());
    assert_eq!(library.problems(), []);
    let ids: Vec<String> = library.forms().map(|form| form.id.clone()).collect();
    assert!(ids.contains(&"com-court".to_owned()), "{ids:?}");
}

#[test]
fn an_archived_form_loads_back_as_it_was() {
    let mut failures = String::new();
    for form in Library::load(vec![file("a.toml", WORKSHOP)]).forms() {
        let source = Source { name: format!("{}.toml", form.stem()), text: archive(&form) };
        match load(&Arc::new(source), None) {
            Ok(read) => {
                let [back] = read.questionnaires.as_slice() else { panic!("{} alone", form.id) };
                assert_eq!(back.fingerprint(), form.fingerprint(), "{}", form.id);
                assert_eq!(back.questions, form.questions, "{}", form.id);
            }
            Err(problems) => failures += &told(&problems),
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn a_broken_file_leaves_the_others_usable() {
    let broken = WORKSHOP.replace("atelier", "jardin").replace("moment", "momemt");
    let library = Library::load(vec![file("a.toml", broken), file("b.toml", WORKSHOP)]);
    assert_eq!(
        ids(&library),
        ["commun", "atelier", "flsm", "ig", "ker", "mqb", "pe", "upc", "vlr"]
    );
    let names: Vec<String> = library.problems().iter().map(ToString::to_string).collect();
    assert_eq!(names, ["a.toml:23:1: E010"]);
}

#[test]
fn a_broken_common_file_does_not_bring_the_built_in_one_back() {
    let name = "questionnaires/commun.toml";
    let wrong = CORE.replacen("[[questionnaire]]", "[[questionnaires]]", 1);
    let unreadable = File { name: name.to_owned(), bytes: Err("denied".to_owned()) };
    let other = "questionnaires/notre-commun.toml";
    for common in [
        file(name, wrong.clone()),
        file(name, "["),
        file(name, [0xff]),
        unreadable,
        file("questionnaires/Commun.toml", "["),
        file(other, wrong),
    ] {
        let name = common.name.clone();
        let library = Library::load(vec![common, file("questionnaires/atelier.toml", WORKSHOP)]);
        assert_eq!(ids(&library), ["atelier", "flsm", "ig", "ker", "mqb", "pe", "upc", "vlr"]);
        let forms: Vec<String> = library.forms().map(|form| form.id.clone()).collect();
        assert_eq!(forms[0], "atelier-bilan", "which still has its question of the common file");
        assert_eq!(forms.iter().find(|form| form.starts_with("com-")), None);
        assert!(!library.problems().is_empty());
        assert!(library.problems().iter().all(|problem| problem.source.name == name));
    }
}

#[test]
fn a_copy_beside_a_file_is_told_and_the_file_itself_used() {
    let copy = CORE.replace("\"com-court\"", "\"copie-court\"");
    let names = ["questionnaires/commun (copie).toml", "questionnaires/commun.toml"];
    let library = Library::load(vec![file(names[0], copy), file(names[1], CORE)]);
    let told: Vec<String> = library.problems().iter().map(ToString::to_string).collect();
    assert_eq!(told, [format!("{}:5:6: E025", names[0])]);
    assert!(library.form("com-court").is_some() && library.form("copie-court").is_none());
}

#[test]
fn a_file_of_the_disk_wins_over_the_built_in_one_of_its_id() {
    for name in ["questionnaires/commun.toml", "questionnaires/le-notre.toml"] {
        let ours = CORE.replace("\"com-court\"", "\"notre-court\"");
        let library = Library::load(vec![file(name, ours), file("b.toml", WORKSHOP)]);
        assert_eq!(library.problems(), [], "{name}");
        let has = ["notre-court", "com-court"].map(|id| library.form(id).is_some());
        assert_eq!(has, [true, false], "{name}");
        let expected = ["commun", "atelier", "flsm", "ig", "ker", "mqb", "pe", "upc", "vlr"];
        assert_eq!(ids(&library), expected, "{name}");
    }
}

#[test]
fn the_fingerprint_follows_what_is_asked_in_french_and_nothing_else() {
    let fingerprints = |from: &str, to: &str| {
        let changed = WORKSHOP.replacen(from, to, 1);
        assert!(from.is_empty() || changed != WORKSHOP, "{from} is in the file");
        let form = form_of(&changed, "atelier-bilan");
        (form.fingerprint().to_owned(), form.questions[1].fingerprint())
    };
    let before = fingerprints("", "");
    for (from, to) in [("plus souvent", "matin"), ("How do you get", "How come"), ("On f", "F")] {
        assert_eq!(fingerprints(from, to), before, "{to}");
    }
    let foot = r#"{ name = "pied", label.fr = "À pied", label.en = "On foot" }"#;
    let bus = r#"{ name = "bus", label.fr = "En bus" }"#;
    let order = (&*format!("{foot}, {bus}"), &*format!("{bus}, {foot}"));
    for (from, to) in [("venez", "arrivez"), ("En bus", "En car"), order] {
        let after = fingerprints(from, to);
        assert!(after.0 != before.0 && after.1 != before.1, "{to}");
    }
    // Another condition is another form; the answers to the question are still to one question.
    let after = fingerprints("} > 1", "} > 2");
    assert!(after.0 != before.0 && after.1 == before.1);
}

/// The problems of a hostile file: found and told in time, each at a place of the file.
fn hostile(core: &Arc<Referentiel>, bytes: impl Into<Vec<u8>>) -> Vec<Problem> {
    let (core, bytes) = (Arc::clone(core), bytes.into());
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(3000)]).into_owned();
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let read = file("hostile.toml", bytes).read().map_err(|problem| vec![problem]);
        let loaded = read.and_then(|source| load(&Arc::new(source), Some(&core)));
        let problems = loaded.err().unwrap_or_default();
        for problem in &problems {
            let place = problem.source.text.get(problem.span.clone());
            assert!(place.is_some(), "{problem}: {:?} is no place", problem.span);
        }
        told(&problems[..problems.len().min(3)]);
        _ = sender.send(problems);
    });
    receiver.recv_timeout(Duration::from_secs(100)).expect(&start)
}

fn core() -> Arc<Referentiel> {
    Library::load(Vec::new()).referentiel("commun").expect("the core")
}

#[test]
fn random_bytes_give_problems() {
    let (core, mut chance) = (core(), Chance(0x5EED));
    for _ in 0..500 {
        let bytes: Vec<u8> =
            (0..=chance.among(400)).map(|_| chance.among(256).to_le_bytes()[0]).collect();
        assert!(!hostile(&core, bytes).is_empty());
    }
}

#[test]
fn a_mutated_common_file_never_makes_the_loader_panic() {
    let pieces = "[|]|[[question]]\n|{|}|\"|\"\"\"\n|'|${|(|=|.|\r\n|\0|\u{feff}|œ\u{301}|-9e999";
    let pieces: Vec<&str> = pieces.split('|').collect();
    let (core, mut chance) = (core(), Chance(0xC0DE));
    let head = CORE.find("[[registre]]").expect("the end of the head");
    for _ in 0..3000 {
        let start = head + chance.among(CORE.len() - head);
        let end = CORE.len().min(start + chance.among(1500));
        let mut bytes = [&CORE.as_bytes()[..head], &CORE.as_bytes()[start..end]].concat();
        for _ in 0..=chance.among(4) {
            let at = chance.among(bytes.len());
            let until = at + chance.among((bytes.len() - at).min(40));
            let piece = pieces[chance.among(pieces.len())];
            match chance.among(4) {
                0 => bytes[at] = chance.among(256).to_le_bytes()[0],
                1 => _ = bytes.drain(at..until),
                2 => bytes.extend_from_within(at..until),
                _ => _ = bytes.splice(at..at, piece.bytes()),
            }
        }
        hostile(&core, bytes);
    }
}

#[test]
fn files_made_to_exhaust_the_program_give_problems() {
    let core = core();
    let most = LARGEST - WORKSHOP.len();
    let condition = |part: &str| WORKSHOP.replace("${B5} > 1", &part.repeat(most));
    let cases = [
        ("brackets", "[".repeat(most)),
        ("lists", format!("a = {}", "[".repeat(most))),
        ("tables", format!("a = {}", "{a=".repeat(most / 3))),
        ("dotted keys", format!("{}a = 1", "a.".repeat(most / 2))),
        ("a dotted head", format!("[{}a]", "a.".repeat(most / 2))),
        ("parentheses", condition("(")),
        ("minus signs", condition("-")),
        ("a sum", WORKSHOP.replace("${B5} > 1", &"1+".repeat(400_000))),
        ("a long line", format!("titre = \"{}\"", "é".repeat(most / 2))),
        ("a long line never closed", format!("titre = \"{}", "é".repeat(most / 2))),
    ];
    for (name, text) in cases {
        assert!(text.len() <= LARGEST, "{name} is read");
        assert!(!hostile(&core, text).is_empty(), "{name}");
    }
    for too_large in ["\n".repeat(LARGEST + 1), "é".repeat(LARGEST)] {
        let codes: Vec<&str> = hostile(&core, too_large).iter().map(|p| p.cause.code()).collect();
        assert_eq!(codes, ["E002"]);
    }
}
