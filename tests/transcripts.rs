//! Plain lines heard from one end to the other: interviews, séances by their three roads, home and all
//! that it leads to, what was cut short, what is typed wrongly.
//! Never the full screen: lines come through a pipe, or are typed at a terminal.

#![cfg(unix)]

mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use recueil::questionnaire::Library;
use support::speech::{is_sayable, talk};
use support::terminal::{Setup, Terminal};
use support::{OPEN, rows};
use tempfile::TempDir;

/// A dossier of a structure that uses everything.
fn dossier() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let settings = format!("structure = \"Foyer\"\ncontact = \"l'accueil\"\n{OPEN}");
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    folder
}

/// What is said to these lines, which must be sayable.
fn said(folder: &Path, arguments: &[&str], lines: &str) -> String {
    let (said, code) = talk(folder, arguments, lines);
    assert_eq!(code, Some(0), "{arguments:?}\n{said}");
    is_sayable(&said);
    said
}

/// What is said to the same lines through a pipe, then at a terminal, each in a dossier of its own.
fn by_both_ways(arguments: &[&str], lines: &str, check: impl Fn(&Path, &str)) {
    let folder = dossier();
    check(folder.path(), &said(folder.path(), arguments, lines));
    let folder = dossier();
    let executable = Path::new(env!("CARGO_BIN_EXE_recueil"));
    let arguments = [arguments, &["--plain"]].concat();
    let setup = Setup::new(folder.path().join("home"), folder.path());
    let terminal = Terminal::start(executable, &arguments, &setup);
    // They wait in the terminal for their turn.
    terminal.press(lines);
    let ended = terminal.finish();
    assert_eq!(ended.code, Some(0), "{arguments:?}\n{}", ended.screen);
    assert!(ended.termios_restored && !ended.alternate_screen, "{arguments:?}");
    let heard = String::from_utf8(ended.raw).expect("UTF-8");
    // The terminal itself begins each line with a carriage return.
    let heard = heard.replace("\r\n", "\n").replace(['\u{a0}', '\u{202f}'], " ");
    is_sayable(&heard);
    check(folder.path(), &heard);
}

/// Each part in its turn.
#[track_caller]
fn says(transcript: &str, parts: &[&str]) {
    let mut rest = transcript;
    for part in parts {
        let Some(at) = rest.find(part) else { panic!("no {part:?} in its turn in\n{transcript}") };
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn a_question_is_said_as_one_would_read_it_aloud() {
    let folder = dossier();
    let said = said(folder.path(), &["collect", "com-court"], "1\n2\n:q\n2\n");
    let question = "\nQuestion 1 sur 8.\nDepuis quand venez-vous ici ?\n\
        1. C'est la première ou la deuxième fois\n2. Depuis cette saison\n3. Depuis 1 à 3 ans\n\
        4. Depuis plus longtemps\n0. Passer cette question\nVotre choix ? \n\
        Noté : Depuis cette saison.\n\nQuestion 2 sur 8.\n";
    assert!(said.contains(question), "{said}");
}

#[test]
fn every_screen_of_every_form_explains_itself_and_is_sayable() {
    let folder = dossier();
    for form in Library::load(Vec::new()).forms() {
        // Each question explained, said again, and passed; back once, and all looked at.
        let mut lines = String::from("aide\n1\n");
        for question in &form.questions {
            lines.push_str(":aide\n:?\n:dit\n");
            lines.push_str(if question.asks() { ":0\n:aide\n0\n" } else { "1\n" });
        }
        lines.push_str(":revoir\n:r\n:langue\n:?\n:aide\n:langue\n:q\n:aide\n1\n");
        let (said, _) = talk(folder.path(), &["collect", &form.id], &lines);
        is_sayable(&said);
        assert!(said.contains("Relecture.") || said.contains("Review."), "{}\n{said}", form.id);
        // Nothing is explained that leads nowhere.
        let heard = said.matches("« :0 » : Passer cette question").count();
        let typed = said.matches("Votre réponse ?").count() + said.matches("Ta réponse ?").count();
        assert!(typed > 0 || heard == 0, "{}\n{said}", form.id);
    }
}

#[test]
fn what_can_be_typed_is_told_for_the_screen_one_is_at() {
    let folder = dossier();
    let lines = "aide\n1\naide\n2\n2\naide\n1 2\naide\n1\n1\n1\n:aide\n:q\n2\n";
    let heard = said(folder.path(), &["collect", "com-court"], lines);
    let choose = "Taper le numéro d'une ligne, puis Entrée.\n";
    says(
        &heard,
        &[
            &format!("{choose}Entrée seule : Commencer\n« r » : Revenir en arrière\n"),
            &format!("{choose}« 0 » : Passer cette question\n« r » : Revenir en arrière\n"),
            "Taper le numéro de chaque réponse, avec une espace entre les numéros, puis Entrée.",
            "« 0 » : Passer cette question\n« r » : Revenir en arrière\n« dit » : ",
            "« revoir » : Revoir les réponses déjà données\n« ? » : ",
            "Écrire sur une seule ligne, puis Entrée.\nIci, ce qui suit commence par deux points",
            "« :0 » : Passer cette question\n« :r » : Revenir en arrière\n",
        ],
    );
    let first = heard.split("Votre choix ?").nth(1).expect("the first help");
    assert!(!first.contains("« 0 »") && !first.contains("« revoir »"), "{first}");
}

#[test]
fn what_is_typed_wrongly_is_told_on_a_line_of_its_own_and_changes_nothing() {
    let folder = dossier();
    let lines = "1\n9\nrevoir\n*\n\n1 2\nzzz\n:zzz\n2\n2\n1 6\n1, 1 2\n\n4\n:q\n3\n2\n";
    let heard = said(folder.path(), &["collect", "com-court"], lines);
    says(
        &heard,
        &[
            "\nIl n'y a pas de ligne 9 ici.\n",
            "\n« revoir » ne mène nulle part ici. « aide » dit ce qu'on peut taper.\n",
            "\n« * » ne mène nulle part ici.",
            "\nChoisissez d'abord une réponse, avec son numéro. Ou 0 pour passer.\n",
            "\n« 1 2 » n'est pas compris.",
            "\n« zzz » n'est pas compris.",
            "\n« :zzz » n'est pas compris.",
            "\n« Rien de tout cela » ne va avec aucune autre réponse.\n",
            "\nNoté : Donné votre avis ; Proposé une idée.\n",
        ],
    );
    let columns = ["D1", "A1b", "A3", "B1", "etat"];
    let kept = ["depuis_saison|attend|avis idee|4|partiel"];
    assert_eq!(rows(folder.path().join("data"), false, &columns), kept, "{heard}");
}

#[test]
fn bytes_that_are_no_text_and_lines_without_an_end_are_told_in_words() {
    let folder = dossier();
    let long = "x".repeat(1 << 20);
    // As another system ends its lines, and the last not at all.
    let lines = format!("1\r\n{long}\r\n\u{1b}[2J\r\n2\r\n:q\r\n2");
    let heard = said(folder.path(), &["collect", "com-court"], &lines);
    says(&heard, &["Cette ligne est trop longue : elle n'a pas été prise.", "Question 2 sur 8."]);
    assert!(heard.len() < 10_000, "it is not said back");
}

#[test]
fn what_stands_is_said_on_coming_back_and_an_empty_line_keeps_it() {
    let folder = dossier();
    let lines = "1\n1\n1\n:r\n\nBonjour\n:r\n\n:r\n:vide\n\n1\n2\n";
    let heard = said(folder.path(), &["collect", "vlr-minute"], lines);
    says(
        &heard,
        &[
            "Réponse pour l'instant : Jamais. Entrée seule la garde.",
            "Déjà écrit : « Bonjour ». Entrée seule le garde.",
            "Rien n'est écrit. Écrivez, ou Entrée encore une fois pour passer.",
        ],
    );
}

#[test]
fn a_seance_where_the_keyboard_is_passed_on_goes_to_its_end() {
    // Three people: one answers, one refuses at the hub, one leaves and erases.
    let answers = "1\n1\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n:0\n0\n:0\n0\n1\n:0\n1\n";
    let lines = format!("3\n1\n1\n{answers}1\n1\n2\nq\n2\n2\n2\naide\n5\n1\n2\n");
    by_both_ways(&["seance", "com-court"], &lines, |folder, heard| {
        says(
            heard,
            &[
                "Combien de personnes sont là, sans compter l'équipe ?",
                "3 personnes sont là.",
                "Passez le clavier à la personne suivante.",
                "Ces lignes restent à l'écran",
                "Question 1 sur 8.",
                "C'est enregistré.",
                "Ont répondu : 1. Parties avant la fin : 1.",
                "N'ont pas voulu : 1",
                "La fin de la séance.",
                "La séance est enregistrée.",
            ],
        );
        assert_eq!(
            rows(folder.join("data"), false, &["questionnaire", "etat"]),
            ["com-court|complet"]
        );
    });
}

#[test]
fn a_seance_of_sheets_goes_to_its_end() {
    let mut lines = String::from("6\n3\n2\n1\n1\n");
    for _ in 0..2 {
        lines.push_str("\n1\n*\n0\n3\n1\n2\n3\n1 3\n1\n2\n1\n");
    }
    lines.push_str(":aide\n:q\n5\n2\n6\n2\n1\n7\n1\n2\n");
    by_both_ways(&["seance", "flsm-sortie"], &lines, |folder, heard| {
        says(
            heard,
            &[
                "Question 1 sur 12 (feuille 1).",
                "Noté : Illisible.",
                "Noté : Question passée.",
                "La feuille 1 est enregistrée.",
                "La feuille 2 est enregistrée.",
                "« :q » : Arrêter",
                "Quelle feuille voulez-vous corriger ?",
                "Depuis quand venez-vous ici ?",
                "La feuille 2 est corrigée.",
                "La séance est enregistrée.",
            ],
        );
        let cells = rows(folder.join("data"), false, &["feuille", "D1"]);
        assert_eq!(cells, ["1|premiere", "2|depuis_saison"], "{heard}");
    });
}

#[test]
fn a_seance_by_show_of_hands_goes_to_its_end() {
    let mut lines = String::from("6\n3\n3\n1\n1\n");
    // Six questions of the form are counted; nobody raises a hand. Then the end, without the register.
    lines.push_str(&"\n".repeat(33));
    lines.push_str("2\n");
    by_both_ways(&["seance", "com-court"], &lines, |folder, heard| {
        says(
            heard,
            &[
                "Combien de mains pour « C'est la première ou la deuxième fois » ?",
                "Combien n'ont pas levé la main ?",
                "Questions comptées : 6 sur 6.",
                "La fin de la séance.",
                "La séance est enregistrée.",
            ],
        );
        let held = fs::read_dir(folder.join("data/commun/collectif")).expect("a folder");
        assert!(held.count() > 0, "{heard}");
    });
}

#[test]
fn home_and_all_it_leads_to_is_sayable() {
    let folder = dossier();
    let path = folder.path();
    said(path, &["collect", "vlr-minute"], "1\n1\n1\n\n\n1\n2\n");
    talk(path, &["simulate", "vlr-minute", "-n", "12", "--seed", "3"], "");
    let mut lines = String::from("aide\n");
    for referentiel in 1..=8 {
        // Its forms, its results and its criteria.
        _ = write!(lines, "{referentiel}\naide\nr\n:résultats\n{referentiel}\n\n:accueil\n");
        _ = write!(lines, ":critères\n{referentiel}\n\n:accueil\n");
    }
    lines.push_str(":journée\naide\n\n:accueil\n:copier\naide\nq\n:accueil\n");
    lines.push_str(":réglages\n2\nBellevue\n2\n\n2\n:vide\n3\n3\n4\n4\n5\n1\n1\nq\nq\n");
    lines.push_str(":aide\n:découvrir\naide\nq\n12\n");
    let heard = said(path, &[], &lines);
    for part in [
        "10. Autres actions…\n11. Aide\n12. Quitter\n",
        "Aujourd'hui, 1 personne a répondu.",
        "Résultats : Vivre la Rue (dérivé).",
        "3 sur 9 : Non",
        "Critère commun : ",
        "Réglages.",
        "2. Lieu : Bellevue",
        "Bienvenue.",
    ] {
        assert!(heard.contains(part), "no {part:?} in\n{heard}");
    }
}

#[test]
fn what_was_cut_short_is_taken_up_and_a_sheet_is_corrected() {
    let folder = dossier();
    let path = folder.path();
    let (cut, code) = talk(path, &["collect", "com-entree"], "1\n4\n2");
    assert_eq!(code, Some(1));
    is_sayable(&cut);
    let lines = "aide\n1\naide\n2\n1\naide\n\naide\n2\n2\n";
    let taken_up = said(path, &["collect", "com-entree"], lines);
    says(
        &taken_up,
        &["Une saisie interrompue.", "Question 3 sur 4.", "Votre code.", "Enregistré."],
    );
    let corrected = said(path, &[], ":corriger\naide\n1\naide\n2\n1\n1\n1\nq\nq\n");
    says(&corrected, &["Corriger : voici ce qui est enregistré", "Question 1 sur 4.", "Noté : "]);
    let cells = rows(path.join("data"), false, &["A1b", "etat"]);
    assert_eq!(cells, ["arrete|complet"], "{corrected}");
}
