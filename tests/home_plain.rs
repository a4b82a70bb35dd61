//! Home in plain lines, with the program itself: the first minute, results, the copy, a correction.
//! Never a terminal.

mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use recueil::questionnaire::Library;
use support::program::{program, run};
use support::rows;
use tempfile::TempDir;

/// Runs the program in a folder on these lines; gives what it said.
fn talk(folder: &Path, arguments: &[&str], lines: &str) -> String {
    let mut command = program(folder, arguments);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
    let mut input = child.stdin.take().expect("an input");
    input.write_all(lines.as_bytes()).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("ended");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn who_starts_for_the_first_time_is_welcomed_and_sees_results_in_two_answers() {
    let folder = TempDir::new().expect("a folder");
    let said = talk(folder.path(), &["--dossier", "neuf"], "2\n1\n\nq\n");
    let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("no {words:?} in {said}"));
    assert!(at("Bienvenue") < at("10 feuilles inventées"));
    assert!(at("10 feuilles inventées") < at("Résultats : Référentiel commun"));
    let data = folder.path().join("neuf/data");
    assert_eq!(rows(data.clone(), false, &["essai"]), [""; 0], "nothing that counts");
    assert_eq!(rows(data.clone(), true, &["essai", "structure"]).len(), 10);
    // The same rows as those of the command, from the seed that was said.
    let simulated = run(
        folder.path(),
        &["simulate", "com-court", "-n", "10", "--seed", "1", "--dossier", "autre"],
    );
    assert!(simulated.status.success());
    let columns = ["reponse_id", "D1", "A1b", "A3", "B1", "date"];
    assert_eq!(rows(data, true, &columns), rows(folder.path().join("autre/data"), true, &columns));
    // From the second time on the program begins at home.
    let again = talk(folder.path(), &["--dossier", "neuf"], "q\n");
    assert!(!again.contains("Bienvenue") && again.contains("Quel référentiel ?"), "{again}");
}

#[test]
fn results_are_said_whole_and_are_those_of_the_rows() {
    let folder = TempDir::new().expect("a folder");
    let dossier = ["--dossier", "d"];
    fs::create_dir(folder.path().join("d")).expect("made");
    fs::write(
        folder.path().join("d/recueil.toml"),
        "structure = \"Foyer\"\ncontact = \"l'accueil\"\nreferentiels = [\"commun\"]\n",
    )
    .expect("written");
    let simulated = ["simulate", "com-court", "-n", "40", "--seed", "3", "--dossier", "d"];
    assert!(run(folder.path(), &simulated).status.success());
    let said = talk(folder.path(), &dossier, ":résultats\n\nq\n");
    // Counted here from the cells themselves.
    let cells = rows(folder.path().join("d/data"), true, &["B5"]);
    let form = Library::load(Vec::new()).form("com-court").expect("a form");
    let question = &form.questions[form.index_of("B5").expect("asked")];
    let given = cells.iter().filter(|cell| cell.bytes().all(|byte| byte.is_ascii_digit())).count();
    for choice in question.kind.choices() {
        let count = cells.iter().filter(|cell| **cell == choice.name).count();
        let label = form.say(&choice.label, "fr");
        let line = format!("{count} sur {given} : {label}");
        assert!(said.contains(&line), "no {line:?} in {said}");
    }
    assert!(said.contains("ESSAIS : 40 feuilles qui ne comptent pas"), "{said}");
}

#[test]
fn a_copy_asked_for_at_home_is_on_the_stick() {
    let folder = TempDir::new().expect("a folder");
    let simulated = ["simulate", "com-court", "-n", "3", "--seed", "1", "--dossier", "d"];
    assert!(run(folder.path(), &simulated).status.success());
    fs::create_dir(folder.path().join("cle")).expect("made");
    // The last but one of the list is a folder that nothing proposed.
    let said = talk(folder.path(), &["--dossier", "d"], ":copier\n");
    let other = said.lines().rev().find_map(|line| line.strip_suffix(". Un autre dossier"));
    let other = other.expect("the line of another folder").to_owned();
    let stick = folder.path().join("cle").display().to_string();
    let lines = format!(":copier\n{other}\n{stick}\n\nq\nq\n");
    let said = talk(folder.path(), &["--dossier", "d"], &lines);
    assert!(said.contains("Vous pouvez retirer la clé."), "{said}");
    let copies: Vec<_> = fs::read_dir(folder.path().join("cle")).expect("a stick").collect();
    let copy = copies.into_iter().next().expect("a copy").expect("an entry").path();
    assert_eq!(rows(copy.join("data"), true, &["essai"]).len(), 3);
    let nowhere = folder.path().join("perdue").display().to_string();
    let lines = format!(":copier\n{other}\n{nowhere}\n\nq\nq\n");
    let said = talk(folder.path(), &["--dossier", "d"], &lines);
    assert!(!said.contains("pouvez retirer") && said.contains("n'est pas là"), "{said}");
}

#[test]
fn a_sheet_of_today_is_corrected_from_home() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    fs::create_dir(path.join("d")).expect("made");
    let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\nreferentiels = [\"vlr\"]\n";
    fs::write(path.join("d/recueil.toml"), settings).expect("written");
    let lines = "1\n1\n1\n\n\n1\n2\n";
    talk(path, &["collect", "vlr-minute", "--dossier", "d"], lines);
    let before = rows(path.join("d/data"), false, &["reponse_id"]);
    assert_eq!(before.len(), 1, "{before:?}");
    // The sheet, its first answer, another choice, all the way to its end, and saved.
    let said = talk(path, &["--dossier", "d"], ":corriger\n1\n2\n2\n1\n1\n1\nq\n");
    assert!(said.contains("Corriger : voici ce qui est enregistré"), "{said}");
    let after = rows(path.join("d/data"), false, &["remplace"]);
    assert_eq!(after, before, "{said}");
}
