//! A disk that fails, as people are told: what is safe, what to do, where the rows are.
//! Never a real disk on the whole screens, and a real one in plain lines.

mod support;

use std::fs;
use std::io::Write;
use std::process::Stdio;

use recueil::store::{Action, Reason};
use support::program::{program, told};
use support::{Person, rows, settings, shows};
use tempfile::TempDir;

const EIGHT: &str = "<begin>é<enter>\"<enter>&é<enter>'<enter>é<enter>'<enter>";
const SAVE: &str = "<enter><enter><enter><enter><enter><f2>";

fn overcoming(action: Action, reason: Reason) -> impl Fn(u16, u16) -> Person<'static> {
    move |columns, rows| {
        let person = Person::at_home(columns, rows);
        person.disk.borrow_mut().overcomes = Some((action, reason.clone()));
        person
    }
}

/// At the home screen, with a disk that refuses the rows from the first question on.
fn refusing(columns: u16, rows: u16) -> Person<'static> {
    let mut person = Person::at_home(columns, rows);
    person.types(EIGHT);
    person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Gone));
    person
}

#[test]
fn a_sync_that_failed_and_was_got_round_is_said_beside_saved_and_before_the_next_person() {
    let unsure = overcoming(Action::Sync, Reason::Other("Input/output error".into()));
    shows("saved-unsure", &unsure, &format!("{EIGHT}{SAVE}"));
    shows("home-unsure", &unsure, &format!("{EIGHT}{SAVE}2<enter>"));
}

#[test]
fn a_full_disk_that_took_the_room_kept_aside_is_said() {
    let full = overcoming(Action::Write, Reason::Full);
    shows("saved-full", &full, &format!("{EIGHT}{SAVE}"));
}

#[test]
fn where_one_form_is_asked_for_the_team_is_told_before_the_next_person_begins() {
    let mut person = Person::collecting("com-court", settings(), 80, 30);
    person.disk.borrow_mut().overcomes = Some((Action::Write, Reason::Full));
    person.types(&format!("{EIGHT}{SAVE}"));
    assert!(person.sees().contains("Enregistré"), "{}", person.sees());
    person.types("<enter>");
    assert!(person.sees().contains("Ce disque est plein"), "{}", person.sees());
}

#[test]
fn a_torn_row_that_was_set_aside_is_told_to_the_team() {
    let aside = |columns, rows| {
        let person = Person::at_home(columns, rows);
        person.disk.borrow_mut().sets_aside = true;
        person
    };
    shows("home-set-aside", aside, &format!("{EIGHT}{SAVE}2<enter>"));
}

#[test]
fn answers_that_cannot_be_saved_are_in_memory_and_in_the_draft_and_another_place_takes_them() {
    shows("failed-stick", refusing, SAVE);
    shows("transcript", refusing, &format!("{SAVE}3<enter>"));
    shows("home-elsewhere", refusing, &format!("{SAVE}2<enter><enter>2<enter>"));
}

#[test]
fn answers_that_are_nowhere_else_are_said_to_be_so() {
    let unkept = |columns, rows| {
        let person = Person::at_home(columns, rows);
        person.disk.borrow_mut().refuses_journals = Some((Action::Write, Reason::Full));
        person
    };
    let unsaved = |columns, rows| {
        let mut person = unkept(columns, rows);
        person.types(EIGHT);
        person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
        person
    };
    shows("failed-nowhere", unsaved, SAVE);
    shows("home-unkept", unkept, &format!("{EIGHT}{SAVE}2<enter>"));
}

#[test]
fn every_way_to_fail_says_what_is_safe_and_offers_another_place() {
    for (action, reason, said) in [
        (Action::Write, Reason::Full, "il n'y a plus de place"),
        (Action::Open, Reason::ReadOnly, "en lecture seule"),
        (Action::Open, Reason::Denied, "pas permis"),
        (Action::CreateFolder, Reason::Gone, "il n'est plus là"),
        (Action::Sync, Reason::Other("Input/output error".into()), "Input/output error"),
        (Action::Sync, Reason::Suspect, "n'a pas confirmé"),
    ] {
        let mut person = Person::at_home(100, 30);
        person.types(EIGHT);
        person.disk.borrow_mut().refuses = Some((action, reason.clone()));
        person.types(SAVE);
        let screen = person.sees().split_whitespace().collect::<Vec<_>>().join(" ");
        for words in [
            "Pas enregistré",
            said,
            "Les réponses sont encore là, en mémoire",
            "/dossier/brouillons",
            "Enregistrer dans un autre dossier",
            "Montrer les réponses",
        ] {
            assert!(screen.contains(words), "{words}:\n{screen}");
        }
        let may_retry = action != Action::Sync;
        assert_eq!(screen.contains("Essayer encore"), may_retry, "{screen}");
        assert!(person.app.unsaved().is_some());
    }
}

/// A file stands where the folder of the rows should be: the answers are shown, and saved elsewhere.
#[test]
fn in_plain_lines_too() {
    let folder = TempDir::new().expect("a folder");
    let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    fs::write(folder.path().join("data"), "a file where the folder should be").expect("written");
    let other = folder.path().join("cle");
    // All the same; the notice; four questions passed; saved without a code; the transcript; back;
    // another folder; done.
    let lines = format!("2\n1\n1\n1\n1\n1\n1\n2\n3\n\n2\n{}\n2\n", other.display());
    let mut command = program(folder.path(), &["--plain", "collect", "com-entree"]);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("started");
    let mut input = child.stdin.take().expect("an input");
    input.write_all(lines.as_bytes()).expect("written");
    drop(input);
    let (said, errors, code) = told(&child.wait_with_output().expect("ended"));
    assert_eq!(code, Some(0), "{said}\n{errors}");
    for words in [
        "Les réponses ne pourront pas être enregistrées ici",
        "Pas enregistré",
        "en mémoire",
        "brouillons",
        "Les réponses, à recopier à la main",
        "Enregistré",
    ] {
        assert!(said.contains(words), "{words}:\n{said}");
    }
    assert_eq!(rows(other.join("data"), false, &["etat"]), ["complet"]);
}
