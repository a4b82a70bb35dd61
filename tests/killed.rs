//! The real program, killed at a real terminal, and started again: what was accepted is there.
//! Never a sleep: each key is seen on the screen before the program is killed.

#![cfg(unix)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use recueil::questionnaire::{Kind, archive};
use recueil::session::Session;
use support::terminal::{CTRL_C, DOWN, ENTER, ESC, F2, F5, Setup, Terminal};
use tempfile::TempDir;

/// A structure that has said who it is, and the program in its dossier.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self::named("Foyer", "")
    }

    fn named(structure: &str, site: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        let settings =
            format!("structure = \"{structure}\"\ncontact = \"l'accueil\"\nsite = \"{site}\"\n");
        fs::write(folder.path().join("recueil.toml"), settings).expect("written");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn start(&self, arguments: &[&str]) -> Terminal {
        self.start_program(Path::new(env!("CARGO_BIN_EXE_recueil")), arguments)
    }

    fn start_program(&self, program: &Path, arguments: &[&str]) -> Terminal {
        let setup = Setup::new(self.path("home"), self.folder.path());
        Terminal::start(program, arguments, &setup)
    }

    /// The journals on the disk.
    fn journals(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path("brouillons"));
        entries.into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    }

    fn rows(&self, columns: &[&str]) -> Vec<String> {
        support::rows(self.path("data"), false, columns)
    }
}

/// The power goes.
fn kill(terminal: Terminal) {
    terminal.signal("KILL");
    assert_eq!(terminal.finish().signal, Some(9));
}

const SORTIE: [&str; 2] = ["collect", "flsm-sortie"];

fn to_the_first_question(terminal: &Terminal) {
    terminal.wait_for("il n'y a pas de bonne réponse");
    terminal.press(ENTER);
    terminal.wait_for("Question 1 sur");
}

/// One key of an answer, what the screen then says, and whether it comes after an answer accepted.
type Key = (String, String);

/// The keys that answer each question of a form with its first answer, until the review; and the
/// row's words for them.
fn first_answers(id: &str) -> (Vec<(String, Vec<Key>)>, Vec<String>) {
    let mut session = Session::new(support::form(id));
    let (mut questions, mut words) = (Vec::new(), Vec::new());
    while let Some(question) = session.question().cloned() {
        let progress = session.progress();
        let place = format!("Question {} sur {}", progress.position, progress.total);
        let (keys, word, answer) = match &question.kind {
            Kind::One(choices) => {
                let name = choices[0].name.clone();
                let value = recueil::value::Value::Choice(name.clone());
                (vec![("1".to_owned(), "▸ 1 (•)".to_owned())], name, value)
            }
            Kind::Multiple(choices) => {
                let name = choices[0].name.clone();
                let value = recueil::value::Value::Choices(vec![name.clone()]);
                (vec![("1".to_owned(), "1 [x]".to_owned())], name, value)
            }
            Kind::Text => {
                let keys = ["o", "u", "i"].iter().zip(["> o", "> ou", "> oui"]);
                let keys = keys.map(|(key, seen)| ((*key).to_owned(), seen.to_owned()));
                let value = recueil::value::Value::Text("oui".into());
                (keys.collect(), "oui".to_owned(), value)
            }
            kind => panic!("{kind:?} is not in this form"),
        };
        session.give(answer).expect("accepted");
        questions.push((place, keys));
        words.push(format!("{}={word}", question.name));
    }
    (questions, words)
}

/// Starts again and goes on with what is offered, where so many answers are.
fn go_on(place: &Place, answers: usize, turn: usize) -> Terminal {
    // At home, or asked for by its name.
    let terminal = place.start(if turn.is_multiple_of(2) { &[] } else { &SORTIE });
    let offered = terminal.wait_for("Une saisie interrompue").replace('\u{a0}', " ");
    let count = if answers == 1 { "1 réponse".to_owned() } else { format!("{answers} réponses") };
    assert!(offered.contains(&format!("Participants : en fin de saison, {count}")), "{offered}");
    terminal.press(ENTER);
    terminal
}

#[test]
fn killed_after_each_key_an_interview_loses_no_accepted_answer_and_stands_at_its_question() {
    let (questions, words) = first_answers("flsm-sortie");
    assert!(questions.len() >= 12, "{}", questions.len());
    let place = Place::new();
    let mut terminal = place.start(&SORTIE);
    to_the_first_question(&terminal);
    let mut turn = 0;
    for (at, (stands, keys)) in questions.iter().enumerate() {
        // Before anything is marked, and after each key: nothing of it is an answer yet.
        for typed in 0..=keys.len() {
            let screen = terminal.wait_for(stands);
            assert!(!screen.contains("(•)") && !screen.contains("[x]"), "{screen}");
            for (key, seen) in &keys[..typed] {
                terminal.press(key);
                terminal.wait_for(seen);
            }
            kill(terminal);
            if at == 0 {
                assert_eq!(place.journals(), [] as [PathBuf; 0], "nothing was accepted yet");
                terminal = place.start(&SORTIE);
                to_the_first_question(&terminal);
            } else {
                terminal = go_on(&place, at, turn);
            }
            turn += 1;
        }
        terminal.wait_for(stands);
        for (key, seen) in keys {
            terminal.press(key);
            terminal.wait_for(seen);
        }
        terminal.press(ENTER);
        // What comes next shows that the answer was accepted: the very moment to be killed.
        let next = questions.get(at + 1).map_or("Relecture", |(stands, _)| stands);
        terminal.wait_for(next);
        kill(terminal);
        terminal = go_on(&place, at + 1, turn);
        turn += 1;
        terminal.wait_for(next);
    }
    assert_eq!(place.journals().len(), 1);
    saved(&terminal);
    assert_eq!(place.journals(), [] as [PathBuf; 0], "the row is on the disk");
    kill(terminal);
    let names: Vec<&str> = words.iter().filter_map(|word| word.split('=').next()).collect();
    let row: Vec<&str> = words.iter().filter_map(|word| word.split('=').nth(1)).collect();
    assert_eq!(place.rows(&names), [row.join("|")]);
    assert_eq!(place.rows(&["etat", "essai", "structure"]), ["complet|0|Foyer"]);
    let terminal = place.start(&[]);
    let home = terminal.wait_for("1 personne a répondu");
    assert!(!home.contains("interrompue"), "{home}");
}

#[test]
fn killed_after_each_key_of_a_jump_an_interview_stands_where_it_stood_and_comes_back_the_same_way()
{
    let (questions, _) = first_answers("flsm-sortie");
    let place = Place::new();
    let mut terminal = place.start(&SORTIE);
    to_the_first_question(&terminal);
    for (stands, keys) in &questions[..4] {
        terminal.wait_for(stands);
        for (key, seen) in keys {
            terminal.press(key);
            terminal.wait_for(seen);
        }
        terminal.press(ENTER);
    }
    let (fifth, second) = (&questions[4].0, &questions[1].0);
    let list = "Les réponses déjà données";
    // Each key and what it shows; then where the interview stands after the power went.
    let keys = [
        (F5, list, fifth),
        ("2", "▸ 2 ", fifth),
        (ENTER, second, second),
        ("2", "▸ 2 (•)", second),
        (ENTER, fifth, fifth),
    ];
    let mut done = 0;
    for (at, (_, _, stands)) in keys.iter().enumerate() {
        for (key, shown, _) in &keys[done..=at] {
            terminal.press(key);
            terminal.wait_for(shown);
        }
        kill(terminal);
        terminal = go_on(&place, 4, at);
        terminal.wait_for(stands);
        // What only the screen knew is to be done again.
        done = if at >= 4 {
            5
        } else if at >= 2 {
            3
        } else {
            0
        };
    }
    terminal.press(ESC);
    terminal.wait_for("Arrêter ici");
    terminal.press("3");
    terminal.wait_for("▸ 3 Oui, et garder");
    terminal.press(ENTER);
    terminal.wait_for("Enregistré");
    let form = support::form("flsm-sortie");
    let Kind::One(choices) = &form.questions[1].kind else { panic!("one among several") };
    assert_eq!(
        place.rows(&[&form.questions[1].name, "etat"]),
        [format!("{}|partiel", choices[1].name)]
    );
}

/// Answers the first question, and waits for the second.
fn answered_once(place: &Place) -> Terminal {
    let terminal = place.start(&SORTIE);
    to_the_first_question(&terminal);
    terminal.press("1");
    terminal.wait_for("▸ 1 (•)");
    terminal.press(ENTER);
    terminal.wait_for("Question 2 sur");
    terminal
}

#[test]
fn a_living_interview_is_not_offered_elsewhere_and_is_as_soon_as_it_is_killed() {
    let place = Place::new();
    let living = answered_once(&place);
    let other = place.start(&[]);
    let home = other.wait_for("pas encore de réponse");
    assert!(!home.contains("interrompue"), "{home}");
    kill(living);
    kill(other);
    let after = place.start(&[]);
    after.wait_for("Une saisie interrompue");
    // Two look at it: the one that is quicker has it.
    let late = place.start(&[]);
    late.wait_for("Une saisie interrompue");
    after.press(ENTER);
    after.wait_for("Question 2 sur");
    late.press(ENTER);
    late.wait_for("ouverte dans une autre fenêtre");
}

#[test]
fn a_signal_and_leaving_twice_leave_it_and_throwing_away_removes_it() {
    for leave in ["TERM", "HUP", CTRL_C] {
        let place = Place::new();
        let terminal = answered_once(&place);
        if leave == CTRL_C {
            terminal.press(CTRL_C);
            terminal.wait_for("Arrêter ici");
            terminal.press(CTRL_C);
        } else {
            terminal.signal(leave);
        }
        terminal.finish();
        let terminal = place.start(&[]);
        terminal.wait_for("Une saisie interrompue");
        terminal.press("2");
        terminal.wait_for("▸ 2 Effacer");
        terminal.press(ENTER);
        terminal.wait_for("Effacer cette saisie");
        assert_eq!(place.journals().len(), 1, "asked once more");
        terminal.press(DOWN);
        terminal.wait_for("▸ 2 Oui, effacer");
        terminal.press(ENTER);
        terminal.wait_for("Quel référentiel");
        assert_eq!(place.journals(), [] as [PathBuf; 0]);
    }
    let place = Place::new();
    let terminal = answered_once(&place);
    terminal.press(ESC);
    terminal.wait_for("Arrêter ici");
    terminal.press("2");
    terminal.wait_for("▸ 2 Oui, et effacer");
    terminal.press(ENTER);
    assert_eq!(terminal.finish().code, Some(0));
    assert_eq!(place.journals(), [] as [PathBuf; 0]);
}

#[test]
fn killed_between_the_row_and_its_journal_nothing_is_offered_twice() {
    let place = Place::new();
    let terminal = answered_once(&place);
    let [journal] = &place.journals()[..] else { panic!("one journal") };
    let kept = fs::read(journal).expect("bytes");
    terminal.press(ESC);
    terminal.wait_for("Arrêter ici");
    terminal.press("3");
    terminal.wait_for("▸ 3 Oui, et garder");
    terminal.press(ENTER);
    terminal.wait_for("Enregistré");
    assert_eq!(place.journals(), [] as [PathBuf; 0]);
    kill(terminal);
    // As if it had been killed before the journal was removed.
    fs::write(journal, kept).expect("written");
    let terminal = place.start(&[]);
    let home = terminal.wait_for("1 personne a répondu");
    assert!(!home.contains("interrompue"), "{home}");
    assert_eq!(place.journals(), [] as [PathBuf; 0]);
}

/// From the review to the row: nobody has a code here.
fn saved(terminal: &Terminal) {
    terminal.press(ENTER);
    terminal.wait_for("Avez-vous votre code");
    terminal.press(F2);
    terminal.wait_for("Enregistré");
}

/// Goes through the interview to the saved row, with the first answer to each question.
fn to_the_end(terminal: &Terminal) -> Vec<String> {
    let words = to_the_review(terminal);
    saved(terminal);
    words
}

fn to_the_review(terminal: &Terminal) -> Vec<String> {
    let (questions, words) = first_answers("flsm-sortie");
    for (stands, keys) in &questions {
        terminal.wait_for(stands);
        for (key, seen) in keys {
            terminal.press(key);
            terminal.wait_for(seen);
        }
        terminal.press(ENTER);
    }
    terminal.wait_for("Relecture");
    words
}

const UNKEPT: &str = "Rien n'est gardé si l'ordinateur s'arrête";

#[test]
fn a_folder_that_cannot_be_made_is_said_and_the_row_is_saved() {
    let place = Place::new();
    fs::write(place.path("brouillons"), "a file where the folder should be").expect("written");
    let terminal = answered_once(&place);
    terminal.wait_for(UNKEPT);
    kill(terminal);
    let terminal = place.start(&SORTIE);
    to_the_first_question(&terminal);
    let words = to_the_end(&terminal);
    assert_eq!(place.rows(&["D1"]), [words[0].trim_start_matches("D1=")]);
}

/// The system refuses files beyond a size, as a full disk does: in the beginning of the journal, or
/// after so many answers.
#[test]
fn a_disk_that_fills_up_is_said_and_the_row_is_saved() {
    if Command::new("sh").args(["-c", "trap '' XFSZ; ulimit -f 8"]).status().is_err() {
        return;
    }
    let definition = archive(&support::form("flsm-sortie")).len();
    let length = |place: &Place| {
        let [journal] = &place.journals()[..] else { panic!("one journal") };
        usize::try_from(fs::metadata(journal).expect("there").len()).expect("a size")
    };
    let place = Place::named("Foyer", "y");
    kill(answered_once(&place));
    let begun = length(&place);
    let place = Place::named("Foyer", "y");
    let terminal = place.start(&SORTIE);
    to_the_first_question(&terminal);
    to_the_review(&terminal);
    let whole = length(&place);
    kill(terminal);
    let blocks = |bytes: usize| bytes.div_ceil(512);
    // Sizes are refused by blocks: longer names put the end of one between the first and last answer.
    let longer = (0..=150).find(|longer| blocks(begun + longer) < blocks(whole + longer));
    let longer = longer.expect("the answers are not so short");
    let (structure, site) = ("x".repeat(longer.min(75)), "y".repeat(longer.saturating_sub(75)));
    let begun = begun + longer;
    assert!(blocks(definition) < blocks(begun), "the definition beside the rows must fit");
    for (limit, is_begun) in [(blocks(definition), false), (blocks(begun), true)] {
        let line = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" collect flsm-sortie");
        let program = env!("CARGO_BIN_EXE_recueil");
        let place = Place::named(&format!("Foyer{structure}"), &format!("y{site}"));
        let terminal = place.start_program(Path::new("/bin/sh"), &["-c", &line, program]);
        to_the_first_question(&terminal);
        let (questions, _) = first_answers("flsm-sortie");
        let mut told = 0;
        for (stands, keys) in &questions {
            let screen = terminal.wait_for(stands);
            told += usize::from(screen.contains(UNKEPT));
            for (key, seen) in keys {
                terminal.press(key);
                terminal.wait_for(seen);
            }
            terminal.press(ENTER);
        }
        // The first screen comes before any answer; the last answer is told of at the review.
        told += usize::from(terminal.wait_for("Relecture").contains(UNKEPT));
        let expected = questions.len();
        if is_begun {
            assert!(told > 0 && told < expected, "{told}");
            assert_eq!(place.journals().len(), 1);
        } else {
            assert_eq!((told, place.journals().len()), (expected, 0));
        }
        saved(&terminal);
        assert_eq!(place.journals(), [] as [PathBuf; 0]);
        assert_eq!(place.rows(&["etat"]), ["complet"]);
    }
}
