//! `recueil new`: a référentiel from nothing, step by step; its file is all that is known of it.
//! Never a file that `check` finds wrong, wherever the dialogue stopped.

mod support;

use std::fs;

use recueil::questionnaire::{File, Library};
use support::program::{run, told};
use support::speech::talk;
use tempfile::TempDir;

/// All that is said, from the panorama to the last question; the third criterion is left for later.
const SAID: &str = "Des voisins jardinent ensemble\n\n\
    Jardin partagé\nAssociation du jardin\nau jardin\n\
    Oser montrer ce qu'on fait\n1\nSe parler\n2\nPartager\n2\nRécolter\n3\n\n\
    part des personnes qui ont montré leurs photos\nCette saison, avez-vous montré vos photos ?\n1\n\
    nombre de voisins connus\nConnaissez-vous vos voisins ?\n2\nBeaucoup\nQuelques-uns\nAucun\n\n2\n\
    ce qu'on en dit\nQu'avez-vous partagé ?\n4\n\
    \n";

fn file(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("questionnaires/jardin.toml")).expect("the file")
}

fn empty() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::create_dir(folder.path().join("questionnaires")).expect("a folder");
    folder
}

#[test]
fn from_nothing_to_a_file_that_check_finds_right() {
    let folder = empty();
    let (said, code) = talk(folder.path(), &["new", "jardin"], SAID);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.ends_with("1 fichier vérifié, 1 questionnaire : aucun problème.\n"), "{said}");
    assert_eq!(file(&folder), include_str!("fixtures/atelier/new.toml"));
}

#[test]
fn wherever_the_dialogue_stops_the_file_can_be_loaded_and_gone_on_with() {
    let lines: Vec<&str> = SAID.split_inclusive('\n').collect();
    for stop in (4..lines.len()).step_by(3) {
        let folder = empty();
        let (said, code) = talk(folder.path(), &["new", "jardin"], &lines[..stop].concat());
        assert_eq!(code, Some(0), "{said}");
        if !folder.path().join("questionnaires/jardin.toml").exists() {
            continue;
        }
        let bytes = Ok(file(&folder).into_bytes());
        let library = Library::load(vec![File { name: "jardin.toml".into(), bytes }]);
        assert_eq!(library.problems(), [], "{stop}");
        let (said, _) = talk(folder.path(), &["new", "jardin"], "\n");
        assert!(said.contains("« Jardin partagé » a "), "{said}");
    }
}

#[test]
fn what_is_typed_is_only_words_and_a_taken_or_wrong_id_is_told() {
    let folder = empty();
    let hostile = "\"\"\"\u{1b}[2J\n\n]]\"\n[[critere]]\n'''\n\\\n1\n\n\n";
    let (said, code) = talk(folder.path(), &["new", "jardin"], hostile);
    assert_eq!(code, Some(0), "{said}");
    let bytes = Ok(file(&folder).into_bytes());
    let library = Library::load(vec![File { name: "jardin.toml".into(), bytes }]);
    assert_eq!(library.problems(), []);
    assert_eq!(library.referentiel("jardin").expect("there").head.titre, "]]\"");
    let (_, wrong, code) = told(&run(folder.path(), &["new", "flsm"]));
    assert_eq!(code, Some(2));
    assert!(wrong.contains("existe déjà"), "{wrong}");
    for id in ["../ailleurs", "A b", "essai"] {
        let (_, code) = talk(folder.path(), &["new", id], "\nA\nB\nau c\n");
        assert_ne!(code, Some(0), "{id}");
        assert!(!folder.path().join("ailleurs.toml").exists());
    }
    assert_eq!(fs::read_dir(folder.path().join("questionnaires")).expect("there").count(), 1);
}
