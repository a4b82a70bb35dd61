//! Plain lines: a whole interview through a pipe, and what is said on the way.
//! Never a terminal.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use recueil::store::Store;
use tempfile::TempDir;

/// Runs the program on these lines; gives what it said, how it ended and the folder it ran in.
fn talk(arguments: &[&str], lines: &str) -> (String, Option<i32>, TempDir) {
    talk_with("", arguments, lines)
}

/// The same, with these lines added to the settings.
fn talk_with(more: &str, arguments: &[&str], lines: &str) -> (String, Option<i32>, TempDir) {
    let folder = TempDir::new().expect("a folder");
    let settings = format!("structure = \"Foyer\"\ncontact = \"l'accueil\"\n{more}");
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    let (said, code) = talk_in(folder.path(), arguments, lines);
    (said, code, folder)
}

/// The same in a folder that is there already.
fn talk_in(folder: &Path, arguments: &[&str], lines: &str) -> (String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_recueil"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("started");
    let mut input = child.stdin.take().expect("an input");
    input.write_all(lines.as_bytes()).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("ended");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    (said, output.status.code())
}

/// These columns of the rows in a dossier, joined by a bar.
fn rows_of(folder: &TempDir, columns: &[&str]) -> Vec<String> {
    let store = Store::new(folder.path().join("data"), String::new());
    let files = store.row_files(false);
    let mut rows = Vec::new();
    let read = store.each_row(&files[0], |row| {
        let cells = columns.iter().map(|name| row.cell(name).unwrap_or_default());
        rows.push(cells.collect::<Vec<_>>().join("|"));
    });
    read.expect("rows");
    rows
}

#[test]
fn an_interview_through_a_pipe_becomes_a_row() {
    // Begin; then the answers, a mistake, a step back, a reason, words, a blank line twice; save.
    let lines = "1\n2\n9\n4\nr\n3\n1 2\n4\n:0\n2\n3\nOuvrir le samedi\n\n\n1\n1\n:0\n2\n";
    let (said, code, folder) = talk(&["collect", "com-court"], lines);
    assert_eq!(code, Some(0), "{said}");
    let store = Store::new(folder.path().join("data"), String::new());
    let files = store.row_files(false);
    let mut rows = Vec::new();
    store
        .each_row(&files[0], |row| {
            let names = ["D1", "A1b", "A3", "B1", "B6", "B5", "T2", "T1", "T6"];
            rows.push(names.map(|name| row.cell(name).unwrap_or_default().to_owned()).join("|"));
        })
        .expect("rows");
    assert_eq!(
        rows,
        ["depuis_saison|demande|avis idee|4|REFUS|3|Ouvrir le samedi|SANS_REPONSE|oui"]
    );
    assert!(said.contains("Il n'y a pas de ligne 9 ici."), "{said}");
    assert!(said.contains("Noté : Donné votre avis ; Proposé une idée"), "{said}");
    assert!(said.contains("Question 9 sur 9"), "{said}");
    assert!(said.contains("Enregistré.\nMerci."), "{said}");
}

#[test]
fn one_line_shows_the_answers_given_so_far_and_another_changes_one() {
    // Two answers; back to the first by its number; the fourth question is one of words.
    let lines = "1\nrevoir\n2\n4\nrevoir\n3\nrevoir\n1\n3\n1 2\n4\n:0\n2\n3\n:revoir\nr\n:revoir\n3\n1\n\
                 Ouvrir le samedi\n\n\n1\n1\n:0\n2\n";
    let (said, code, folder) = talk(&["collect", "com-court"], lines);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("« revoir » ne mène nulle part ici."), "nothing is given yet\n{said}");
    let said = said.replace('\u{a0}', " ");
    let list = "Les réponses déjà données.\n\
        Choisissez une question pour changer sa réponse. Vous reviendrez ensuite là où vous en étiez.\n\
        1. Depuis quand venez-vous ici ? Depuis cette saison\n";
    assert!(said.contains(list), "{said}");
    assert!(said.contains("\n3. Revenir à la question\n"), "{said}");
    assert_eq!(said.matches("\nLes réponses déjà données.\n").count(), 4, "{said}");
    let rows = rows_of(&folder, &["D1", "A1b", "A3", "B1", "B5", "T2"]);
    assert_eq!(rows, ["un_a_trois_ans|cherche|avis|4|3|Ouvrir le samedi"], "{said}");
}

#[test]
fn accepting_takes_a_line_of_its_own_and_an_empty_one_is_no_yes() {
    let open = "[aipd]\nupc = \"2026-09-15\"\n[en_clair]\nupc = \"Un coffre fermé à clé\"\n";
    let answers = "\n\n0\n1\n4\n3\n3\n2\n1\n2\n";
    let (said, code, folder) = talk_with(open, &["collect", "upc-entree"], answers);
    assert_eq!(code, Some(0), "{said}");
    let told =
        said.matches("Rien n'est choisi. Choisissez d'abord une ligne, avec son numéro.").count();
    assert_eq!(told, 2, "each line that chooses nothing is told so\n{said}");
    assert!(said.contains("Il n'y a pas de ligne 0 ici."), "{said}");
    assert!(said.contains("Noté : Oui, j'accepte de répondre"), "{said}");
    let store = Store::new(folder.path().join("data"), String::new());
    let files = store.row_files(false);
    let mut rows = Vec::new();
    store
        .each_row(&files[0], |row| {
            let names = ["notice", "UPC1", "A1_info", "A1_photo", "UPC5"];
            rows.push(names.map(|name| row.cell(name).unwrap_or_default().to_owned()).join("|"));
        })
        .expect("rows");
    assert_eq!(rows, ["1-accord|4|3|3|2"]);
}

#[test]
fn plain_lines_hold_no_control_character_and_no_box() {
    let (said, ..) = talk(&["--plain"], "1\n1\n1\n?\naide\ndit\nlangue\n2\nq\n2\n6\n");
    let odd = |c: &char| c.is_control() && *c != '\n' || ('\u{2500}'..='\u{259f}').contains(c);
    assert_eq!(said.chars().find(odd), None, "{said}");
    assert!(said.contains("Autrement dit : Êtes-vous ici") && said.contains("Question 2 of 8"));
    assert!(said.contains("Stop here?"), "{said}");
}

#[test]
fn an_input_that_ends_in_the_middle_saves_nothing_and_says_so() {
    let (said, code, folder) = talk(&["collect", "com-court"], "1\n2\n");
    assert!(said.ends_with("Fin de la saisie : rien de plus ne sera enregistré.\n"), "{said}");
    assert_eq!(code, Some(1));
    assert!(Store::new(folder.path().join("data"), String::new()).row_files(false).is_empty());
}

#[test]
fn an_interview_whose_input_ends_is_offered_to_the_next_one() {
    let entry = ["collect", "com-entree"];
    let (_, code, folder) = talk(&entry, "1\n4\n2\n");
    assert_eq!(code, Some(1), "cut short");
    let (said, code) = talk_in(folder.path(), &entry, "1\n2\n1\n\n2\n2\n");
    let said = said.replace('\u{a0}', " ");
    let offered = "Une saisie interrompue.\nQuestionnaire d'arrivée, 2 réponses\n1. Reprendre\n\
                   2. Effacer\n3. Plus tard\n";
    assert!(said.contains(offered), "{said}");
    assert!(said.contains("Question 3 sur 4") && !said.contains("Question 1 sur 4"), "{said}");
    assert_eq!(code, Some(0), "{said}");
    let data = folder.path().join("data");
    let store = Store::new(data, String::new());
    let files = store.row_files(false);
    let mut rows = Vec::new();
    store
        .each_row(&files[0], |row| {
            rows.push(
                ["A1b", "B1", "etat"].map(|name| row.cell(name).unwrap_or_default().to_owned()),
            );
        })
        .expect("rows");
    assert_eq!(rows, [["cherche", "2", "complet"].map(String::from)]);
}
