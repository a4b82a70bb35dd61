//! `recueil report --sql` and `--csv`, whole: the queries of a small référentiel for each engine, and the
//! figures that they are held against.
//! Never runs a query: DuckDB and Spark do, in `.ci/peers.d/sql`.

mod support;

use std::fs;
use std::path::Path;

use support::program::{run, told};
use tempfile::TempDir;

/// A dossier that knows the club.
fn dossier() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let inside = folder.path().join("questionnaires");
    fs::create_dir(&inside).expect("a folder");
    fs::copy("tests/fixtures/sql/club.toml", inside.join("club.toml")).expect("copied");
    folder
}

/// What is said is what a file holds.
fn is_as_before(said: &str, name: &str) {
    let file = Path::new("tests/fixtures/sql").join(name);
    if std::env::var_os("RECUEIL_BLESS").is_some() {
        fs::write(&file, said).expect("written");
    }
    assert_eq!(said, fs::read_to_string(&file).expect("a file"), "{name}");
}

#[test]
fn the_queries_of_a_small_form_are_these_in_both_dialects_wherever_the_files_lie() {
    let folder = dossier();
    for engine in ["duckdb", "spark"] {
        let place = "/l'été [1]/`a` \"b\" ${HOME};--";
        let asked =
            ["report", "--dossier", ".", "--ref", "club", "--sql", engine, "--parquet", place];
        let (said, wrong, code) = told(&run(folder.path(), &asked));
        assert_eq!((wrong.as_str(), code), ("", Some(0)));
        is_as_before(&said, &format!("{engine}.sql"));
    }
}

#[test]
fn the_figures_are_lines_and_what_is_not_told_has_no_number() {
    let folder = dossier();
    let simulate = ["simulate", "club-entree", "-n", "9", "--seed", "4", "--dossier", "."];
    assert!(run(folder.path(), &simulate).status.success());
    let asked = ["report", "--dossier", ".", "--essai", "--csv", "-"];
    let (said, wrong, code) = told(&run(folder.path(), &asked));
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    is_as_before(&said, "figures.csv");
}

#[test]
fn what_would_be_left_out_is_refused_not_forgotten() {
    let folder = dossier();
    for form in [["--csv", "-"], ["--sql", "spark"]] {
        for other in [&["--by", "site"][..], &["--cross", "K1,site"], &["--recits"], &["--texts"]] {
            let (said, wrong, code) =
                told(&run(folder.path(), &[&["report"], &form[..], other].concat()));
            assert_eq!((said.as_str(), code), ("", Some(2)), "{form:?} {other:?}");
            assert!(wrong.contains("ne va pas avec le reste"), "{wrong}");
        }
    }
    for other in ["--csv", "--html"] {
        let asked = ["report", "--sql", "spark", other, "-"];
        assert_eq!(run(folder.path(), &asked).status.code(), Some(2), "{other}");
    }
}

#[test]
fn figures_that_leave_the_house_pass_the_gate_and_are_noted_before_they_are_told() {
    let folder = dossier();
    let settings = "structure = \"Foyer\"\ncontact = \"accueil\"\n";
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    let answer = |people: usize| {
        let lines = "3,1\n".repeat(people);
        fs::write(folder.path().join("answers.csv"), format!("K1,K2\n{lines}")).expect("written");
        let collect = ["collect", "club-entree", "--answers", "answers.csv"];
        let (_, wrong, code) = told(&run(folder.path(), &collect));
        assert_eq!((wrong.as_str(), code), ("", Some(0)));
    };
    let figures = || {
        let asked = ["report", "--diffusion", "--csv", "-"];
        let (said, wrong, code) = told(&run(folder.path(), &asked));
        assert_eq!((wrong.as_str(), code), ("", Some(0)));
        let of = |line: &&str| line.contains(",K1,") && line.contains(",choix,3,");
        said.lines().find(of).expect("the line of an answer").to_owned()
    };
    let published = folder.path().join("data/publications.csv");
    // Ten people are too few for anybody else; eleven are not; a twelfth would be told by the difference.
    answer(10);
    assert!(figures().ends_with(','), "{}", figures());
    answer(1);
    assert!(figures().ends_with(",11"), "{}", figures());
    let noted = fs::read_to_string(&published).expect("what was told");
    assert!(noted.contains("K1"), "{noted}");
    answer(1);
    assert!(figures().ends_with(','), "{}", figures());
}
