//! `recueil check`: what is counted, what other programs read, what is published, how it ends.
//! Never the rules themselves: `questionnaires.rs` has a fixture for each.

mod support;

use std::fs;
use std::path::PathBuf;

use recueil::questionnaire::{File, Library, Rule, check, check_against};
use support::WORKSHOP;
use support::program::{run, told};
use tempfile::TempDir;

/// The same, said otherwise in its next version.
fn reworded() -> String {
    WORKSHOP
        .replace("version = 1\ntitre.fr", "version = 2\ntitre.fr")
        .replace("Comment venez-vous", "Comment arrivez-vous")
}

/// The same, with a reason for its other words.
fn accepted() -> String {
    reworded()
        .replace("[[questionnaire]]", "accepte.W133 = \"le sens est le même\"\n\n[[questionnaire]]")
}

/// A folder to work in.
struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().expect("a folder"));
        for (name, text) in files {
            let path = folder.path(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// What the program said on the output, what it told as wrong, and how it ended.
    fn check(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        told(&run(self.0.path(), &[&["check"], arguments].concat()))
    }
}

fn well(said: &str) -> (String, String, Option<i32>) {
    (said.to_owned(), String::new(), Some(0))
}

fn library(text: &str) -> Library {
    Library::load(vec![File { name: "atelier.toml".into(), bytes: Ok(text.into()) }])
}

#[test]
fn problems_are_told_with_their_places_and_then_counted() {
    let wrong = WORKSHOP.replace("Comment venez-vous", "Comment arrivez-vous").replace(
        "{ name = \"bus\"",
        "{ name = \"velo\", label.fr = \"À vélo\" }, { name = \"bus\"",
    );
    let folder = Folder::with(&[("old.toml", WORKSHOP), ("new.toml", &wrong)]);
    let (said, told, code) = folder.check(&["new.toml", "--against", "old.toml"]);
    assert_eq!((said.as_str(), code), ("", Some(1)));
    let places: Vec<&str> = told.lines().filter(|line| line.contains("--> ")).collect();
    assert_eq!(places, ["  --> new.toml:13:11", "  --> new.toml:17:11"]);
    assert!(told.ends_with("\n\n2 erreurs\n"), "{told}");

    let folder = Folder::with(&[("old.toml", WORKSHOP), ("new.toml", &reworded())]);
    let (said, told, code) = folder.check(&["new.toml", "--against", "old.toml"]);
    assert_eq!((said.as_str(), code), ("", Some(0)), "a warning alone is no failure");
    assert_eq!(
        told,
        "attention[W133]: Z1 est publiée, et se dit autrement maintenant (avant « Comment venez-vous \
         ici ? »)\n\
         \x20 --> new.toml:12:12\n\
         \x20  |\n\
         12 | label.fr = \"Comment arrivez-vous ici ?\"\n\
         \x20  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\
         \x20  |\n\
         \x20  = que faire: Les réponses d'avant ne se comparent que si le sens est le même. S'il l'est, \
         dites-le : accepte.W133 = \"…\". Sinon, donnez un nouveau nom.\n\
         \n\
         1 avertissement\n"
    );
}

#[test]
fn errors_and_warnings_are_counted_apart() {
    let wrong = reworded().replace("version = 2", "version = 1");
    let folder = Folder::with(&[("old.toml", WORKSHOP), ("new.toml", &wrong)]);
    for (language, count) in [("fr", "1 erreur, 1 avertissement\n"), ("en", "1 error, 1 warning\n")]
    {
        let (_, told, code) =
            folder.check(&["new.toml", "--against", "old.toml", "--lang", language]);
        assert!(told.ends_with(&format!("\n\n{count}")), "{told}");
        assert_eq!(code, Some(1));
    }
}

#[test]
fn what_a_file_accepts_is_only_counted() {
    let folder = Folder::with(&[("old.toml", WORKSHOP), ("new.toml", &accepted())]);
    assert_eq!(
        folder.check(&["new.toml", "--against", "old.toml"]),
        well(
            "1 fichier vérifié, 1 questionnaire : aucun problème.\n\
             1 avertissement accepté : voir recueil show\n"
        )
    );
    // Nothing is compared with what is published: the reason is not idle for that.
    let all_well = well("1 fichier vérifié, 1 questionnaire : aucun problème.\n");
    assert_eq!(folder.check(&["new.toml"]), all_well);
}

#[test]
fn a_reason_that_what_is_published_does_not_need_is_idle() {
    let codes = |findings: Vec<recueil::questionnaire::Finding>| {
        findings.iter().map(|found| found.problem.cause.code()).collect::<Vec<_>>()
    };
    let (new, old) = (library(&accepted()), library(WORKSHOP));
    assert_eq!(codes(check(&new)), Vec::<&str>::new());
    assert_eq!(codes(check_against(&new, &old)), [Rule::Reworded.word()]);
    assert_eq!(codes(check_against(&new, &new)), [Rule::IdleAcceptance.word()]);
    // A référentiel that was never published has nothing to be compared with, and what is built in is
    // no publication.
    let other = library(&WORKSHOP.replace("atelier", "jardin"));
    let core =
        include_str!("../questionnaires/commun.toml").replace("sentez-vous à", "êtes-vous à");
    for new in [new, library(&core)] {
        assert_eq!(codes(check_against(&new, &other)), codes(check(&new)));
    }
}

#[test]
fn what_is_no_longer_there_is_no_problem() {
    let less = WORKSHOP.replace("\nversion = 1\ntitre.fr", "\nversion = 2\ntitre.fr");
    let less = less.replace("[\"B5\", \"Z1\"]", "[\"B5\"]");
    let start = less.find("[[question]]").expect("a question");
    let end = less.find("[[questionnaire]]").expect("a form");
    let less = format!("{}{}", &less[..start], &less[end..]);
    let folder = Folder::with(&[("old.toml", WORKSHOP), ("new.toml", &less)]);
    let all_well = well("1 fichier vérifié, 1 questionnaire : aucun problème.\n");
    assert_eq!(folder.check(&["new.toml", "--against", "old.toml"]), all_well);
}

#[test]
fn a_folder_is_compared_with_a_folder_by_referentiel() {
    let folder = Folder::with(&[
        ("publie/atelier.toml", WORKSHOP),
        ("questionnaires/le-notre.toml", &reworded()),
        ("questionnaires/jardin.toml", &WORKSHOP.replace("atelier", "jardin")),
    ]);
    let (_, told, code) = folder.check(&["--against", "publie"]);
    assert!(told.contains("--> questionnaires/le-notre.toml:12:12"), "{told}");
    assert!(told.ends_with("\n\n1 avertissement\n"), "{told}");
    assert_eq!(code, Some(0));
}

#[test]
fn what_is_published_must_be_there_and_be_the_same_referentiel() {
    let folder = Folder::with(&[
        ("new.toml", WORKSHOP),
        ("other.toml", &WORKSHOP.replace("atelier", "jardin")),
        ("broken.toml", &WORKSHOP.replace("moment =", "momemt =")),
        ("empty/a.txt", ""),
    ]);
    for (old, message) in [
        ("nulle-part.toml", "Il n'y a rien ici : nulle-part.toml\n"),
        ("empty", "Aucun fichier de questionnaires ici : empty\n"),
        (
            "other.toml",
            "Rien à comparer : other.toml contient jardin, et ce qui est vérifié contient atelier.\n",
        ),
    ] {
        let ended = folder.check(&["new.toml", "--against", old]);
        assert_eq!(ended, (String::new(), message.to_owned(), Some(2)), "{old}");
    }
    let (_, told, code) = folder.check(&["new.toml", "--against", "broken.toml"]);
    assert!(told.contains("--> broken.toml:20:1") && told.ends_with("\n1 erreur\n"), "{told}");
    assert_eq!(code, Some(1));
}

#[test]
fn only_the_files_named_are_checked_and_the_others_lend_their_questions() {
    let ours =
        include_str!("../questionnaires/commun.toml").replace("name = \"B5\"", "name = \"B9\"");
    let ours = ours.replace("\"B5\"", "\"B9\"");
    let folder = Folder::with(&[
        ("questionnaires/commun.toml", &ours),
        ("questionnaires/atelier.toml", &WORKSHOP.replace("B5", "B9")),
        ("questionnaires/broken.toml", "[referentiel"),
        ("a-part/jardin.toml", &WORKSHOP.replace("B5", "B9").replace("atelier", "jardin")),
    ]);
    let all_well = well("1 fichier vérifié, 1 questionnaire : aucun problème.\n");
    assert_eq!(folder.check(&["questionnaires/atelier.toml"]), all_well);
    assert_eq!(folder.check(&["a-part/jardin.toml"]), all_well, "from the dossier");
    let (_, told, code) = folder.check(&[]);
    assert!(told.contains("--> questionnaires/broken.toml:1:13"), "{told}");
    assert_eq!(code, Some(1));
}

/// The whole document for other programs.
const DOCUMENT: &str = r#"[
  {
    "file": "a.toml",
    "line": 2,
    "column": 6,
    "end_line": 2,
    "end_column": 9,
    "code": "E012",
    "severity": "error",
    "message": "« id » n'a pas le bon genre de valeur",
    "advice": "Il faut un texte entre guillemets.",
    "accepted": null
  },
  {
    "file": "b.toml",
    "line": 12,
    "column": 12,
    "end_line": 12,
    "end_column": 40,
    "code": "W133",
    "severity": "warning",
    "message": "Z1 est publiée, et se dit autrement maintenant (avant « Comment venez-vous ici ? »)",
    "advice": "Les réponses d'avant ne se comparent que si le sens est le même. S'il l'est, dites-le : accepte.W133 = \"…\". Sinon, donnez un nouveau nom.",
    "accepted": "le sens est le même"
  },
  {
    "file": "b.toml",
    "line": 19,
    "column": 11,
    "end_line": 19,
    "end_column": 12,
    "code": "E081",
    "severity": "error",
    "message": "atelier-bilan a changé, mais sa version est toujours 1",
    "advice": "Écrivez version = 2 : les lignes d'avant et d'après ne doivent pas se confondre.",
    "accepted": null
  }
]
"#;

#[test]
fn other_programs_read_every_problem_in_one_document() {
    // A file with one mistake of its own, and one that lacks its version.
    let broken =
        "[referentiel]\nid = 3.5\ntitre = \"A\"\nporteur = \"A\"\nversion = 1\nlieu.fr = \"ici\"\n";
    let forgotten = accepted().replace("version = 2", "version = 1");
    let folder =
        Folder::with(&[("old.toml", WORKSHOP), ("b.toml", &forgotten), ("a.toml", broken)]);
    let asked = ["b.toml", "a.toml", "--against", "old.toml", "--format", "json"];
    assert_eq!(folder.check(&asked), (DOCUMENT.to_owned(), String::new(), Some(1)));
    let document: serde_json::Value = serde_json::from_str(DOCUMENT).expect("JSON");
    let codes = document.as_array().expect("a list").iter().map(|one| &one["code"]);
    assert_eq!(codes.collect::<Vec<_>>(), ["E012", "W133", "E081"]);
}

#[test]
fn for_other_programs_warnings_alone_are_no_failure_and_nothing_wrong_is_an_empty_list() {
    let folder = Folder::with(&[("old.toml", WORKSHOP), ("new.toml", &reworded())]);
    assert_eq!(folder.check(&["old.toml", "--format", "json"]), well("[]\n"));
    let (said, told, code) =
        folder.check(&["new.toml", "--against", "old.toml", "--format", "json", "--lang", "en"]);
    assert_eq!((told.as_str(), code), ("", Some(0)));
    let document: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(document[0]["severity"], "warning");
    assert_eq!(
        document[0]["message"],
        "Z1 is published, and is said otherwise now (before “Comment venez-vous ici ?”)"
    );
    // A file that cannot be read is a problem like the others.
    let (said, told, code) = folder.check(&["nulle-part.toml", "--format", "json"]);
    assert_eq!((told.as_str(), code), ("", Some(1)));
    let document: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((&document[0]["code"], &document[0]["line"]), (&"E000".into(), &1.into()));
}

#[test]
fn a_format_that_does_not_exist_is_asked_wrongly() {
    let folder = Folder::with(&[]);
    let (said, told, code) = folder.check(&["--format", "xml"]);
    let message = "erreur : « xml » ne convient pas pour --format <text|json>.\nIl y a : text, json.\nEssayez « recueil --help ».\n";
    assert_eq!((said.as_str(), told.as_str(), code), ("", message, Some(2)));
}

/// The file of invented rows in a folder.
fn invented(folder: &Folder) -> PathBuf {
    let arguments = ["simulate", "flsm-sortie", "-n", "12000", "--seed", "1", "--dossier", "."];
    assert_eq!(told(&run(folder.0.path(), &arguments)).2, Some(0));
    let files = fs::read_dir(folder.path("data/essai/flsm")).expect("rows");
    let paths = files.map(|entry| entry.expect("readable").path());
    paths.into_iter().find(|path| path.extension().is_some_and(|end| end == "csv")).expect("rows")
}

#[test]
fn a_file_of_rows_is_checked_row_by_row() {
    let folder = Folder::with(&[]);
    let file = invented(&folder);
    let name = file.strip_prefix(folder.0.path()).expect("inside").display().to_string();
    assert_eq!(
        folder.check(&[&name]),
        well(&format!("{name} : 12\u{a0}000 lignes, aucun problème.\n"))
    );

    // The place of each row is told, also beyond the part of the file that is read first.
    let text = fs::read_to_string(&file).expect("rows");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let header: Vec<&str> = text.lines().next().expect("a header").split(',').collect();
    let column = header.iter().position(|name| *name == "A1b").expect("the question");
    let row = lines[11_000].clone();
    let mut cells: Vec<&str> = row.split(',').collect();
    cells[column] = "dort";
    lines[11_000] = cells.join(",");
    fs::write(&file, lines.join("\n") + "\n").expect("written");
    let (said, wrong, code) = folder.check(&[&name]);
    let place: usize = cells[..column].iter().map(|cell| cell.chars().count() + 1).sum();
    let expected = format!(
        "{name}:11001:1: cette ligne a été modifiée après l'enregistrement.\n\
         {name}:11001:{}: A1b : « dort » n'est pas une réponse de cette question. \
         Réponses possibles : arrete, attend, demande, cherche.\n\
         {name} : 12\u{a0}000 lignes, 2 problèmes.\n",
        place + 1
    );
    assert_eq!((said.as_str(), wrong.as_str(), code), ("", expected.as_str(), Some(1)));
}

#[test]
fn a_table_that_is_no_file_of_rows_is_told() {
    let folder = Folder::with(&[("autre.csv", "nom,age\nx,3\n")]);
    let wrong = "autre.csv : ce n'est pas un fichier de réponses, ou sa définition n'est plus dans \
                 « definitions », à côté de lui.\n";
    assert_eq!(folder.check(&["autre.csv"]), (String::new(), wrong.to_owned(), Some(1)));
}

#[test]
fn a_file_that_a_spreadsheet_saved_again_is_checked_all_the_same() {
    let folder = Folder::with(&[]);
    let file = invented(&folder);
    let name = file.strip_prefix(folder.0.path()).expect("inside").display().to_string();
    let text = fs::read_to_string(&file).expect("rows");
    let header: Vec<&str> = text.lines().next().expect("a header").split(',').collect();
    let column = header.iter().position(|name| *name == "A1b").expect("the question");
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut place = 0;
    for (line, cells) in rows.records().take(20).enumerate() {
        let cells = cells.expect("cells");
        let mut cells: Vec<&str> = cells.iter().collect();
        if line == 10 {
            cells[column] = "dort";
            place = cells[..column].iter().map(|cell| cell.chars().count() + 3).sum::<usize>() + 1;
        }
        writer.write_record(cells).expect("written");
    }
    fs::write(&file, writer.into_inner().expect("written")).expect("written");
    let (said, wrong, code) = folder.check(&[&name]);
    let length: usize = header.iter().map(|name| name.len() + 3).sum();
    let expected = format!(
        "{name}:1:1: des guillemets entourent des cases qui n'en ont pas besoin.\n\
         {name}:1:13: les cases sont séparées par des points-virgules, et non par des virgules.\n\
         {name}:1:{length}: les lignes finissent comme sous Windows (CR LF).\n\
         {name}:11:1: cette ligne a été modifiée après l'enregistrement.\n\
         {name}:11:{place}: A1b : « dort » n'est pas une réponse de cette question. \
         Réponses possibles : arrete, attend, demande, cherche.\n\
         {name} : 19 lignes, 3 problèmes.\n"
    );
    assert_eq!((said.as_str(), wrong.as_str(), code), ("", expected.as_str(), Some(1)));
    let (said, _, code) = folder.check(&[&name, "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((document.as_array().map(Vec::len), code), (Some(5), Some(1)));
}
