//! `recueil diff OLD NEW`: what is told of each change, which answers compare, how the program ends.
//! Never takes the words on trust: each `told.txt` of the fixtures was read before it was kept.

mod support;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use recueil::questionnaire::{
    Comparable, Diff, File, FormFate, Kind, Library, QuestionFate, Referentiel, diff,
};
use support::WORKSHOP;
use support::program::{program, run, told};
use tempfile::TempDir;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The folders of the fixtures, each an old and a new version.
fn cases() -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(root().join("tests/fixtures/questionnaires/diff")).expect("there");
    entries.map(|entry| entry.expect("readable").path()).collect()
}

#[test]
fn each_change_is_told_in_the_words_beside_it() {
    let rewrite = std::env::var_os("RECUEIL_WRITE_FIXTURES").is_some_and(|value| value == "1");
    let mut differences = String::new();
    for case in cases() {
        let versions =
            if case.join("old").is_dir() { ["old", "new"] } else { ["old.toml", "new.toml"] };
        // English only where its words are there: every case would say the same again.
        for (name, language) in [("told.txt", "fr"), ("told.en.txt", "en")] {
            let beside = case.join(name);
            if language == "en" && !beside.exists() {
                continue;
            }
            let output = run(&case, &["diff", versions[0], versions[1], "--lang", language]);
            let (said, wrong, code) = told(&output);
            assert_eq!((wrong.as_str(), code), ("", Some(0)), "{}", case.display());
            if rewrite {
                fs::write(&beside, &said).expect("the words beside the fixture");
            }
            let expected = fs::read_to_string(&beside).unwrap_or_else(|error| format!("{error}\n"));
            if said != expected {
                let name = beside.display();
                _ = writeln!(differences, "{name}\n--- expected\n{expected}--- told\n{said}");
            }
        }
    }
    assert!(differences.is_empty(), "\n{differences}RECUEIL_WRITE_FIXTURES=1 rewrites the files");
}

fn referentiel(path: &Path) -> Arc<Referentiel> {
    let file = File { name: path.display().to_string(), bytes: Ok(fs::read(path).expect("there")) };
    let library = Library::load(vec![file]);
    assert_eq!(library.problems(), []);
    let mut all = library.sources().map(|(_, referentiel)| referentiel);
    all.next().expect("one référentiel")
}

/// The fixtures that are two files, and what changed.
fn diffs() -> Vec<(PathBuf, Diff)> {
    let files = cases().into_iter().filter(|case| case.join("old.toml").is_file());
    files
        .map(|case| {
            let [old, new] = ["old.toml", "new.toml"].map(|name| referentiel(&case.join(name)));
            let changed = diff(&old, &new);
            (case, changed)
        })
        .collect()
}

#[test]
fn answers_compare_without_a_condition_exactly_where_the_fingerprint_is_the_same() {
    let mut compared = 0;
    for (case, changed) in diffs() {
        // The fingerprint of a question is of its words to those who are called «vous», and a group
        // count has one by line.
        if case.ends_with("said-to-pupils-but-in-no-such-form") || case.ends_with("said-to-pupils")
        {
            continue;
        }
        for fate in &changed.questions {
            let QuestionFate::Kept(kept) = fate else { continue };
            let counts = matches!(kept.now.kind, Kind::Counts(_));
            if counts || !kept.now.asks() && !kept.before.asks() {
                continue;
            }
            let same = kept.before.fingerprint() == kept.now.fingerprint();
            let yes = kept.comparable == Comparable::Yes;
            assert_eq!(yes, same, "{} of {}", kept.now.name, case.display());
            compared += 1;
        }
    }
    assert!(compared > 30, "{compared}");
}

#[test]
fn going_back_finds_the_same_questions_that_do_not_compare() {
    for (case, forth) in diffs() {
        let [old, new] = ["old.toml", "new.toml"].map(|name| referentiel(&case.join(name)));
        let back = diff(&new, &old);
        assert_eq!(forth.is_same(), back.is_same(), "{}", case.display());
        for fate in &forth.questions {
            let QuestionFate::Kept(kept) = fate else { continue };
            let same = back.questions.iter().find(|other| other.name() == fate.name());
            let Some(QuestionFate::Kept(other)) = same else {
                panic!("{} is in both", fate.name())
            };
            let yes = [kept, other].map(|kept| kept.comparable == Comparable::Yes);
            assert_eq!(yes[0], yes[1], "{} of {}", fate.name(), case.display());
        }
    }
}

#[test]
fn a_form_is_said_to_lack_a_version_where_its_fingerprint_alone_changed() {
    let mut lacking = Vec::new();
    for (case, changed) in diffs() {
        for form in &changed.forms {
            if let FormFate::Kept(form) = form
                && form.lacks_a_version()
            {
                let name = case.file_name().expect("a name").to_string_lossy().into_owned();
                lacking.push(format!("{name} {}", form.now.id));
            }
        }
    }
    assert_eq!(lacking, ["version-forgotten essais-sortie"]);
}

#[test]
fn the_shipped_files_compared_with_themselves_have_not_changed() {
    let folder = root().join("questionnaires");
    let output = run(&folder, &["comparer", ".", "."]);
    assert_eq!(told(&output), ("Rien n'a changé.\n".into(), String::new(), Some(0)));
    let output = run(&folder, &["diff", "commun.toml", "./commun.toml", "--lang", "en"]);
    assert_eq!(told(&output), ("Nothing has changed.\n".into(), String::new(), Some(0)));
}

#[test]
fn names_are_sought_in_the_common_file_beside_each_file() {
    let folder = TempDir::new().expect("a folder");
    let core = include_str!("../questionnaires/commun.toml");
    for (side, words) in [("a", "à votre place ?"), ("b", "chez vous ?")] {
        let side = folder.path().join(side);
        fs::create_dir(&side).expect("made");
        let core = core.replace("Ici, vous sentez-vous à votre place ?", words);
        fs::write(side.join("commun.toml"), core).expect("written");
        fs::write(side.join("atelier.toml"), WORKSHOP).expect("written");
    }
    let output = run(folder.path(), &["diff", "a/atelier.toml", "b/atelier.toml"]);
    assert_eq!(
        told(&output).0,
        "Atelier du quartier (dérivé) (atelier)\n\
         \n\
         Questionnaire atelier-bilan « Bilan de l'atelier »\n\
         \x20 La version est toujours 1, alors que ce qui est demandé a changé.\n\
         \x20 B5 « chez vous ? »\n\
         \x20   se dit autrement\n\
         \x20     avant : « à votre place ? »\n\
         \x20     maintenant : « chez vous ? »\n\
         \x20   Les réponses d'avant et d'après ne se comparent que si le sens est le même.\n\
         \x20 Colonne de même nom, à lire autrement : B5\n\
         \n\
         Les réponses d'avant et d'après se comparent :\n\
         \x20 atelier-bilan : en partie (B5 si le sens est le même)\n"
    );
    // Where there is none, in that of the program.
    fs::remove_file(folder.path().join("b/commun.toml")).expect("removed");
    let output = run(folder.path(), &["diff", "b/atelier.toml", "b/atelier.toml"]);
    assert_eq!(told(&output), ("Rien n'a changé.\n".into(), String::new(), Some(0)));
}

#[test]
fn a_file_that_does_not_load_is_told_as_check_tells_it() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("old.toml"), WORKSHOP).expect("written");
    let broken = WORKSHOP.replace("moment =", "momemt =");
    fs::write(folder.path().join("new.toml"), broken).expect("written");
    for arguments in [["old.toml", "new.toml"], ["new.toml", "old.toml"]] {
        let (said, wrong, code) = told(&run(folder.path(), &["diff", arguments[0], arguments[1]]));
        assert_eq!((said.as_str(), code), ("", Some(1)));
        assert_eq!(wrong, told(&run(folder.path(), &["check", "new.toml"])).1);
        assert!(wrong.contains("--> new.toml:20:1"), "{wrong}");
    }
}

#[test]
fn what_cannot_be_compared_is_refused_in_words() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a.toml"), WORKSHOP).expect("written");
    let other = WORKSHOP.replace("atelier", "jardin");
    fs::write(path("b.toml"), other).expect("written");
    for name in ["empty", "full"] {
        fs::create_dir(path(name)).expect("made");
    }
    fs::write(path("full/a.toml"), WORKSHOP).expect("written");
    for (old, new, message) in [
        ("a.toml", "c.toml", "Il n'y a rien ici : c.toml\n"),
        ("nulle-part", "full", "Il n'y a rien ici : nulle-part\n"),
        ("full", "empty", "Aucun fichier de questionnaires ici : empty\n"),
        (
            "a.toml",
            "full",
            "Un fichier ne se compare pas à un dossier : a.toml est un fichier, full un dossier. \
             Donnez deux fichiers ou deux dossiers.\n",
        ),
        (
            "full",
            "a.toml",
            "Un fichier ne se compare pas à un dossier : a.toml est un fichier, full un dossier. \
             Donnez deux fichiers ou deux dossiers.\n",
        ),
        (
            "a.toml",
            "b.toml",
            "Ces deux fichiers ne sont pas du même référentiel : avant « atelier » ; maintenant \
             « jardin ».\n",
        ),
    ] {
        let output = run(folder.path(), &["diff", old, new]);
        assert_eq!(told(&output), (String::new(), message.into(), Some(2)), "{old} {new}");
    }
    let (said, wrong, code) = told(&run(folder.path(), &["diff", "a.toml"]));
    let message = "erreur : Il manque quelque chose : <APRÈS>.\nEssayez « recueil --help ».\n";
    assert_eq!((said.as_str(), wrong.as_str(), code), ("", message, Some(2)));
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_early_is_no_mistake() {
    let case = root().join("tests/fixtures/questionnaires/diff/choices");
    let mut child = program(&case, &["diff", "old.toml", "new.toml"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ended");
    assert_eq!(told(&output), (String::new(), String::new(), Some(0)));
}
