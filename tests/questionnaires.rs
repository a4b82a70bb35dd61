//! The loader: each mistake with the words said of it, what a broken file does to the others, hostile bytes.
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
    Cause, FaultKind, File, LARGEST, Library, Problem, Referentiel, Source, archive, load,
};
use support::form_of;

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
choices = [
  { name = "pied", label.fr = "À pied" },
  { name = "bus", label.fr = "En bus", label.en = "By bus" },
]
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

/// The problems of a file that is alone on the disk.
fn problems(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<Problem> {
    Library::load(vec![file(name, bytes)]).problems().to_vec()
}

/// What a person reads of these problems.
fn told(problems: &[Problem]) -> String {
    let french = Locale::new("fr");
    let texts: Vec<String> = problems.iter().map(|p| french.diagnostic(p, false)).collect();
    texts.join("\n\n") + "\n"
}

/// The paths of the fixtures that end so, without the ending.
fn fixtures(extension: &str) -> BTreeSet<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/questionnaires/invalid");
    let entries = fs::read_dir(folder).expect("the folder of the fixtures").flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| path.with_extension(""))
        .collect()
}

/// The problems of a fixture, under its bare name so that they read the same on every system.
fn problems_of(fixture: &Path) -> Vec<Problem> {
    let path = fixture.with_extension("toml");
    let name = path.file_name().expect("a file").to_string_lossy().into_owned();
    problems(&name, fs::read(&path).expect("a fixture"))
}

#[test]
fn each_mistake_is_told_in_the_words_beside_it() {
    let rewrite = std::env::var_os("RECUEIL_WRITE_FIXTURES").is_some_and(|value| value == "1");
    let files = fixtures("toml");
    assert!(files.len() > 20, "the fixtures are there");
    let mut differences = String::new();
    for fixture in &files {
        // A panic is one more wrong answer: the other files are still compared.
        let told = thread::scope(|scope| scope.spawn(|| told(&problems_of(fixture))).join());
        let told = told.unwrap_or_else(|_| "a panic\n".to_owned());
        let beside = fixture.with_extension("txt");
        if rewrite {
            fs::write(&beside, &told).expect("the words beside the fixture");
        }
        let expected = fs::read_to_string(&beside).unwrap_or_else(|error| error.to_string());
        if told != expected {
            let name = beside.display();
            _ = writeln!(differences, "{name}\n--- expected\n{expected}--- told\n{told}");
        }
    }
    assert!(differences.is_empty(), "\n{differences}RECUEIL_WRITE_FIXTURES=1 rewrites the files");
    assert_eq!(fixtures("txt"), files, "each .txt stands beside a .toml");
}

/// The code of a problem; for an expression, with what is wrong in it.
fn kind(cause: &Cause) -> String {
    let Cause::Expression(fault) = cause else { return cause.code().to_owned() };
    let word = match fault.kind {
        FaultKind::Empty => "empty",
        FaultKind::Character(_) => "character",
        FaultKind::Unclosed(_) => "unclosed",
        FaultKind::Unexpected(_) => "unexpected",
        FaultKind::Ends => "ends",
        FaultKind::UnknownFunction(..) => "function",
        FaultKind::Arguments(..) => "arguments",
        FaultKind::TooDeep => "deep",
    };
    format!("{} {word}", cause.code())
}

#[test]
fn each_code_that_a_file_can_show_has_a_fixture() {
    let seen: BTreeSet<String> =
        fixtures("toml").iter().flat_map(|path| problems_of(path)).map(|p| kind(&p.cause)).collect();
    let faults =
        ["empty", "character", "unclosed", "unexpected", "ends", "function", "arguments", "deep"];
    // The codes as the program lists them, so that a new one is missed here.
    let listed = include_str!("../src/questionnaire/problem.rs").split('"');
    let codes = listed.filter(|word| {
        word.len() == 4 && word.starts_with('E') && word[1..].bytes().all(|b| b.is_ascii_digit())
    });
    let wanted: BTreeSet<String> = codes
        // A file that cannot be read or is too large is no file of the repository.
        .filter(|code| !["E000", "E002", "E050"].contains(code))
        .map(str::to_owned)
        .chain(faults.map(|fault| format!("E050 {fault}")))
        .collect();
    assert!(wanted.len() > 20, "{wanted:?}");
    assert_eq!(seen, wanted);
}

#[test]
fn the_shipped_forms_load_without_a_problem() {
    let library = Library::load(Vec::new());
    assert_eq!(library.problems(), []);
    assert!(library.form("com-court").is_some());
    for referentiel in library.referentiels() {
        assert!(!referentiel.questionnaires.is_empty(), "{}", referentiel.head.id);
    }
}

#[test]
fn an_archived_form_loads_back_as_it_was() {
    let mut failures = String::new();
    for form in Library::load(Vec::new()).forms() {
        let source = Source { name: format!("{}.toml", form.stem()), text: archive(form) };
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
    assert!(library.form("atelier-bilan").is_some());
    assert!(library.form("com-court").is_some());
    assert!(library.form("jardin-bilan").is_none());
    let names: Vec<String> = library.problems().iter().map(ToString::to_string).collect();
    assert_eq!(names, ["a.toml:27:1: E010"]);
}

#[test]
fn a_broken_common_file_does_not_bring_the_built_in_one_back() {
    let name = "questionnaires/commun.toml";
    let wrong = CORE.replacen("[[questionnaire]]", "[[questionnaires]]", 1);
    let unreadable = File { name: name.to_owned(), bytes: Err("denied".to_owned()) };
    for common in [file(name, wrong), file(name, "["), file(name, [0xff]), unreadable] {
        let library = Library::load(vec![common, file("questionnaires/atelier.toml", WORKSHOP)]);
        let forms: Vec<&str> = library.forms().map(|form| form.id.as_str()).collect();
        assert_eq!(forms, ["atelier-bilan"], "which still has its question of the common file");
        assert!(!library.problems().is_empty());
        assert!(library.problems().iter().all(|problem| problem.source.name == name));
    }
}

#[test]
fn a_file_of_the_disk_wins_over_the_built_in_one_of_its_id() {
    for name in ["questionnaires/commun.toml", "questionnaires/le-notre.toml"] {
        let ours = CORE.replace("\"com-court\"", "\"notre-court\"");
        let library = Library::load(vec![file(name, ours), file("b.toml", WORKSHOP)]);
        assert_eq!(library.problems(), [], "{name}");
        assert!(library.form("notre-court").is_some(), "{name}");
        assert!(library.form("com-court").is_none(), "{name}");
        let ids: Vec<&str> = library.referentiels().iter().map(|r| r.head.id.as_str()).collect();
        assert_eq!(ids, ["commun", "atelier"], "{name}");
    }
}

#[test]
fn the_fingerprint_follows_what_is_asked_in_french_and_nothing_else() {
    let fingerprints = |from: &str, to: &str| {
        let changed = WORKSHOP.replacen(from, to, 1);
        assert!(from.is_empty() || changed != WORKSHOP, "{from} is in the file");
        let form = form_of(&changed, "atelier-bilan");
        (form.fingerprint(), form.questions[1].fingerprint())
    };
    let before = fingerprints("", "");
    let hint = ("Le plus souvent", "Aujourd'hui");
    let english = ("How do you get here?", "How do you come here?");
    let english_choice = ("By bus", "Bus");
    for (from, to) in [hint, english, english_choice] {
        assert_eq!(fingerprints(from, to), before, "{to}");
    }
    let word = ("venez-vous ici", "arrivez-vous ici");
    let choice = ("En bus", "En car");
    let order = ("{ name = \"bus\", ", "{ name = \"train\", label.fr = \"x\" },\n  { name = \"bus\", ");
    let condition = ("${B5} > 1", "${B5} > 2");
    for (from, to) in [word, choice, order, condition] {
        let after = fingerprints(from, to);
        assert!(after.0 != before.0 && after.1 != before.1, "{to}");
    }
}

/// Xorshift: the same numbers at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}
