//! `recueil collect FORM --answers FILE --verify FILE2`: two typings of the same sheets.
//! Never a terminal: plain processes, whole outputs, rows.

mod support;

use std::fs;
use std::path::Path;

use support::program::{run, told};
use tempfile::TempDir;

fn dossier() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    folder
}

/// What is told, and the exit code, of two typings; what is said where rows are saved is left out.
fn typed(folder: &Path, first: &str, second: &str) -> (String, Option<i32>) {
    fs::write(folder.join("a.csv"), first).expect("written");
    fs::write(folder.join("b.csv"), second).expect("written");
    let arguments = ["collect", "com-court", "--answers", "a.csv", "--verify", "b.csv"];
    let (_, wrong, code) = told(&run(folder, &arguments));
    (wrong, code)
}

fn rows(folder: &Path, columns: &[&str]) -> Vec<String> {
    support::rows(folder.join("data"), false, columns)
}

#[test]
fn two_typings_that_agree_are_saved_once_however_they_are_written() {
    let dossier = dossier();
    let first =
        "feuille,D1,A3,B1,T1,saisie\n1,premiere,idee avis,2,Bien,2026-06-01\n2,,,4,,2026-06-01\n";
    // Another order, another separator, other columns for the same answer, blank or said to be.
    let second = "T1;A3__avis;A3__idee;B1;feuille;D1;saisie\r\n;;;4;002;SANS_REPONSE;02/06/2026\r\n\
        Bien;1;1;2;1;premiere;02/06/2026\r\n";
    assert_eq!(typed(dossier.path(), first, second), (String::new(), Some(0)));
    assert_eq!(
        rows(dossier.path(), &["feuille", "D1", "A3", "B1", "T1", "saisie"]),
        [
            "1|premiere|avis idee|2|Bien|2026-06-01",
            "2|SANS_REPONSE|SANS_REPONSE|4|SANS_REPONSE|2026-06-01"
        ]
    );
}

#[test]
fn every_difference_is_told_with_both_places_and_both_values_and_nothing_is_saved() {
    let dossier = dossier();
    let first = "feuille,D1,A3,B1,T1,T6,support\n\
        1,premiere,avis idee,2,Bien,oui,papier\n\
        2,,,4,,,papier\n\
        3,,,1,,,papier\n";
    let second = "feuille,B1,D1,A3__avis,A3__idee,T1,T6\n\
        3,1,,,,,\n\
        1,3,premiere,1,0,\"Bien, oui\",oui\n\
        4,1,,,,,\n";
    let differences = "\
        a.csv:2:12 / b.csv:3:14: Feuille 1, A3 : « avis idee » ou « avis » ?\n\
        a.csv:2:22 / b.csv:3:3: Feuille 1, B1 : « 2 » ou « 3 » ?\n\
        a.csv:2:24 / b.csv:3:18: Feuille 1, T1 : « Bien » ou « Bien, oui » ?\n\
        a.csv:3:1: La feuille 2 n'est pas dans b.csv.\n\
        b.csv:4:1: La feuille 4 n'est pas dans a.csv.\n\
        5 différences : rien n'est enregistré. Regardez les feuilles, corrigez l'un des deux \
        fichiers, puis recommencez.\n";
    assert_eq!(typed(dossier.path(), first, second), (differences.to_owned(), Some(1)));
    assert!(!dossier.path().join("data").exists());

    // One file corrected after the paper: now they agree.
    let corrected = "feuille,B1,D1,A3,T1,T6\n1,2,premiere,idee avis,Bien,oui\n2,4,,,,\n3,1,,,,\n";
    assert_eq!(typed(dossier.path(), first, corrected), (String::new(), Some(0)));
    assert_eq!(rows(dossier.path(), &["feuille", "B1"]), ["1|2", "2|4", "3|1"]);
}

#[test]
fn what_a_condition_closes_and_what_every_row_has_are_compared_too() {
    let dossier = dossier();
    let first = "feuille,T1,T6,code,date\n7,mieux,non,lune-sapin-42,2026-06-01\n";
    let second = "feuille,T1,T6,code,date\n7,,,lune-sapin-42,2026-06-02\n";
    let differences = "\
        a.csv:2:27 / b.csv:2:19: Feuille 7, date : « 2026-06-01 » ou « 2026-06-02 » ?\n\
        a.csv:2:3 / b.csv:2:3: Feuille 7, T1 : « mieux » ou « SANS_REPONSE » ?\n\
        a.csv:2:9 / b.csv:2:4: Feuille 7, T6 : « non » ou « NON_POSEE » ?\n\
        3 différences : rien n'est enregistré. Regardez les feuilles, corrigez l'un des deux \
        fichiers, puis recommencez.\n";
    assert_eq!(typed(dossier.path(), first, second), (differences.to_owned(), Some(1)));
}

#[test]
fn sheets_that_cannot_be_told_apart_are_told() {
    let dossier = dossier();
    let first = "feuille,B1\n1,2\n1,3\n,4\n";
    let second = "B1,feuille\n2,1\n1,\n";
    let differences = "\
        a.csv:3:1: La feuille 1 est déjà à la ligne 2.\n\
        a.csv:4:1: Cette ligne n'a pas de numéro de feuille.\n\
        b.csv:3:3: Cette ligne n'a pas de numéro de feuille.\n\
        3 différences : rien n'est enregistré. Regardez les feuilles, corrigez l'un des deux \
        fichiers, puis recommencez.\n";
    assert_eq!(typed(dossier.path(), first, second), (differences.to_owned(), Some(1)));

    let without = "B1\n2\n";
    let missing = "\
        b.csv:1:1: Il manque la colonne « feuille » : c'est par son numéro qu'une feuille est \
        retrouvée d'une saisie à l'autre.\n\
        Une différence : rien n'est enregistré. Regardez la feuille, corrigez l'un des deux \
        fichiers, puis recommencez.\n";
    assert_eq!(typed(dossier.path(), "feuille,B1\n1,2\n", without), (missing.to_owned(), Some(1)));
    assert!(!dossier.path().join("data").exists());
}

#[test]
fn mistakes_of_either_file_come_first_and_save_nothing() {
    let dossier = dossier();
    let mistakes = "\
        a.csv:3:3: B1 : « 9 » n'est pas une réponse de cette question. Réponses possibles : 1, 2, 3, \
        4.\n\
        b.csv:2:3: B1 : « 8 » n'est pas une réponse de cette question. Réponses possibles : 1, 2, 3, \
        4.\n\
        Rien n'est enregistré. Corrigez d'abord ces erreurs, puis recommencez.\n";
    let (first, second) = ("feuille,B1\n1,2\n2,9\n", "feuille,B1\n1,8\n2,4\n");
    assert_eq!(typed(dossier.path(), first, second), (mistakes.to_owned(), Some(1)));
    assert!(!dossier.path().join("data").exists());
}

#[test]
fn a_second_typing_that_is_the_first_or_is_not_there_is_refused() {
    let dossier = dossier();
    fs::write(dossier.path().join("a.csv"), "feuille,B1\n1,2\n").expect("written");
    let refused = |arguments: &[&str]| {
        let all = [&["collect", "com-court"], arguments].concat();
        let (_, wrong, code) = told(&run(dossier.path(), &all));
        assert_eq!(code, Some(2));
        assert!(!dossier.path().join("data").exists());
        wrong
    };
    assert_eq!(
        refused(&["--answers", "a.csv", "--verify", "./a.csv"]),
        "C'est deux fois le même fichier. Donnez la deuxième saisie.\n"
    );
    assert!(refused(&["--answers", "a.csv", "--verify", "c.csv"]).contains("c.csv"));
    assert!(refused(&["--verify", "a.csv"]).starts_with("erreur : "));
}

#[test]
fn differences_are_told_in_english_too() {
    let dossier = dossier();
    fs::write(dossier.path().join("a.csv"), "feuille,B1\n1,2\n").expect("written");
    fs::write(dossier.path().join("b.csv"), "feuille,B1\n1,NSP\n").expect("written");
    let arguments =
        ["collect", "com-court", "--answers", "a.csv", "--verify", "b.csv", "--lang", "en"];
    let (_, wrong, code) = told(&run(dossier.path(), &arguments));
    assert_eq!(
        (wrong.as_str(), code),
        (
            "a.csv:2:3 / b.csv:2:3: Sheet 1, B1: “2” or “NSP”?\n\
             One difference: nothing is saved. Look at the sheet, correct one of the two files, then \
             start again.\n",
            Some(1)
        )
    );
}
