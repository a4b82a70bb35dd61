//! A build that cannot seal: where settings ask for it, it refuses before anyone answers.
//! Never a row in clear where it was to be sealed.

#![cfg(not(feature = "seal"))]

mod support;

use std::fs;

use support::SEALED;
use support::program::{run, told};
use tempfile::TempDir;

fn dossier() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let settings = format!("structure = \"Foyer\"\ncontact = \"l'accueil\"\n{SEALED}");
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    folder
}

#[test]
fn where_rows_are_to_be_sealed_nothing_is_asked_nor_taken_from_a_file() {
    let folder = dossier();
    let path = folder.path().join("data/scelle").display().to_string();
    let refusal = format!(
        "Impossible d'écrire dans {path} : recueil.toml demande de sceller les réponses (cles), et \
        cette version du programme ne sait pas le faire. Prenez la version complète.\n"
    );
    let (said, _, _) = told(&run(folder.path(), &["--plain", "collect", "com-entree"]));
    assert!(said.contains(&refusal) && !said.contains("Question 1"), "{said}");
    assert!(said.contains("1. Revenir\nVotre choix"), "no other folder would do: {said}");
    fs::write(folder.path().join("answers.csv"), "B1\n1\n").expect("written");
    let collect = ["collect", "com-entree", "--answers", "answers.csv"];
    assert_eq!(told(&run(folder.path(), &collect)), (String::new(), refusal, Some(2)));
    assert!(!folder.path().join("data").exists());
}

#[test]
fn its_commands_about_keys_say_that_they_cannot() {
    let folder = dossier();
    let cannot =
        "Cette version du programme ne sait ni sceller ni ouvrir. Prenez la version complète.\n";
    for arguments in [&["keys", "--into", "."][..], &["open", "--identity", "x"]] {
        let told = told(&run(folder.path(), arguments));
        assert_eq!(told, (String::new(), cannot.to_owned(), Some(2)));
    }
}
