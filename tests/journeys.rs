//! The real program at a real terminal: whole interviews, and the terminal given back whatever happens.
//! Never a sleep: each step waits for what the screen says.

#![cfg(unix)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use recueil::tui::{Guard, Stays};
use support::terminal::{CTRL_C, DOWN, END, ENTER, ESC, Ended, F2, Setup, Terminal, UP};
use tempfile::TempDir;

/// A folder of its own, and the program in it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder") }
    }

    fn with_settings() -> Self {
        let place = Self::new();
        let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
        fs::write(place.path("recueil.toml"), settings).expect("written");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn setup(&self) -> Setup {
        Setup::new(self.path("home"), self.folder.path())
    }

    fn start(&self, arguments: &[&str]) -> Terminal {
        start(arguments, &self.setup())
    }

    /// The rows of the folder that count, or the trials: these columns, joined by a bar.
    fn rows(&self, data: &str, trial: bool, columns: &[&str]) -> Vec<String> {
        support::rows(self.path(data), trial, columns)
    }
}

fn start(arguments: &[&str], setup: &Setup) -> Terminal {
    Terminal::start(Path::new(env!("CARGO_BIN_EXE_recueil")), arguments, setup)
}

/// Gives the four questions of an arrival the answer of this key, and agrees to what was said.
fn answer_four(terminal: &Terminal, key: &str) {
    for question in 1..=4 {
        terminal.wait_for(&format!("Question {question} sur 4"));
        terminal.press(key);
        terminal.wait_for(&format!("▸ {key} (•)"));
        terminal.press(ENTER);
    }
    terminal.wait_for("Voici vos réponses");
    terminal.press(ENTER);
}

/// The terminal is as it was before the program: nothing of it is left on.
fn given_back(ended: &Ended) {
    assert!(!ended.alternate_screen, "the other screen is still shown");
    assert!(!ended.cursor_hidden, "the cursor is hidden");
    assert!(!ended.mouse, "the mouse is still reported");
    assert!(!ended.bracketed_paste, "pasting is still marked");
    assert!(ended.termios_restored, "the keys are still raw");
}

const ANSWERS: &[&str] = &["D1", "A1b", "A3", "B1", "B6", "B5", "T2", "T1", "T6"];

#[test]
fn eight_questions_with_the_top_row_of_an_azerty_keyboard_become_a_row() {
    let place = Place::new();
    let terminal = place.start(&[]);
    // Nobody has been here before.
    terminal.wait_for("Bienvenue");
    terminal.press(ESC);
    let home = terminal.wait_for("Quel référentiel");
    assert!(home.contains("ESSAI"), "{home}");
    terminal.press("&");
    terminal.press(ENTER);
    let page = terminal.wait_for("Quel questionnaire");
    assert!(page.contains("dérivé d'informations publiques"), "{page}");
    terminal.press("&");
    terminal.press(ENTER);
    let notice = terminal.wait_for("il n'y a pas de bonne réponse");
    assert!(!notice.contains("référentiel") && !notice.contains("Référentiel"), "{notice}");
    terminal.press(ENTER);
    // The keys as an AZERTY keyboard sends them without Shift: é is 2, " is 3, ' is 4, à is 0.
    for (question, keys, seen) in [
        ("Question 1 sur 8", "é", "▸ 2 (•) Depuis cette saison"),
        ("Question 2 sur 8", "'", "▸ 4 (•) Je cherche"),
        ("Question 3 sur 8", "&\"", "3 [x] Montré"),
        ("Question 4 sur 8", "'", "(•) Presque tous les jours"),
        ("Question 5 sur 8", "à", "Voulez-vous dire pourquoi"),
    ] {
        terminal.wait_for(question);
        terminal.press(keys);
        terminal.wait_for(seen);
        terminal.press(ENTER);
    }
    terminal.wait_for("Question 6 sur 8");
    terminal.press("\"");
    terminal.wait_for("(•) Oui, un peu");
    terminal.press(ENTER);
    terminal.wait_for("Question 7 sur 8");
    terminal.press("à l'été, \"rien\"");
    terminal.wait_for("à l'été, \"rien\"");
    terminal.press(ENTER);
    terminal.wait_for("Question 8 sur 9");
    terminal.press(ENTER);
    terminal.wait_for("Rien n'est écrit");
    terminal.press(ENTER);
    terminal.wait_for("Question 9 sur 9");
    terminal.press("é");
    terminal.wait_for("(•) Non");
    terminal.press(ENTER);
    terminal.wait_for("Voici vos réponses");
    assert_eq!(place.rows("data", true, &[]), [""; 0], "nothing is on the disk before it is said");
    // Nothing makes this folder a dossier: the rows go to the usual place of the system.
    terminal.press(ENTER);
    terminal.wait_for("Avez-vous votre code");
    terminal.press(F2);
    let saved = terminal.wait_for("Enregistré");
    assert!(saved.contains("elle ne comptera pas"), "{saved}");
    terminal.press(DOWN);
    terminal.press(ENTER);
    terminal.wait_for("1 essai");
    terminal.press(ESC);
    let ended = terminal.finish();
    assert_eq!(ended.code, Some(0));
    given_back(&ended);
    let usual = "home/.local/share/recueil/data";
    let usual = if place.path(usual).exists() { usual } else { "home/data/recueil/data" };
    assert_eq!(
        place.rows(usual, true, ANSWERS),
        ["depuis_saison|cherche|avis montre|4|SANS_REPONSE|3|à l'été, \"rien\"|SANS_REPONSE|non"]
    );
    assert_eq!(
        place.rows(usual, true, &["support", "langue", "etat", "essai", "notice", "structure"]),
        ["ecran|fr|complet|1|1|"]
    );
}

#[test]
fn a_child_answers_from_home_to_the_row_with_parents_allowing_it() {
    let place = Place::new();
    let settings =
        "structure = \"Les Amarres\"\ncontact = \"Anne\"\nautorisation_parentale = true\n";
    fs::write(place.path("recueil.toml"), settings).expect("written");
    let terminal = place.start(&[]);
    terminal.wait_for("Quel référentiel");
    terminal.press("'");
    terminal.wait_for("▸ 4 Centre social de Keredern");
    terminal.press(ENTER);
    terminal.wait_for("Quel questionnaire");
    terminal.press("'");
    terminal.wait_for("▸ 4 Enfants");
    terminal.press(ENTER);
    let notice = terminal.wait_for("Prends ton temps");
    assert!(notice.contains("Anne") && !notice.contains("8 ans"), "{notice}");
    terminal.press(ENTER);
    for (question, key) in [(1, "\""), (2, "é"), (3, "à")] {
        terminal.wait_for(&format!("Question {question} sur 3"));
        terminal.press(key);
        terminal.wait_for(if key == "à" { "Veux-tu dire pourquoi" } else { "(•)" });
        terminal.press(ENTER);
    }
    terminal.wait_for("Voici tes réponses");
    terminal.press(ENTER);
    terminal.wait_for("Tes réponses sont sur le disque");
    terminal.press(DOWN);
    terminal.press(ENTER);
    terminal.wait_for("1 personne a répondu");
    terminal.press(ESC);
    assert_eq!(terminal.finish().code, Some(0));
    assert_eq!(
        place.rows(
            "data",
            false,
            &["essai", "notice", "KERJ1_aime", "KERJ1_appris", "KERJ1_ecoute"]
        ),
        ["0|1-tu|3|2|SANS_REPONSE"]
    );
}

#[test]
fn the_register_of_a_session_is_typed_without_shift() {
    let place = Place::with_settings();
    let terminal = place.start(&["collect", "com-carnet"]);
    terminal.wait_for("20 questions pour l'équipe");
    terminal.press(ENTER);
    // A dash parts the numbers of a day; elsewhere the same key is a 6.
    for (question, keys, seen) in [
        (1, "éà-&é-éàé6", "20-12-2026"),
        (2, "à l'atelier", "à l'atelier"),
        (3, "çà", "90"),
        (4, "-", "6"),
    ] {
        terminal.wait_for(&format!("Question {question} sur 20"));
        terminal.press(keys);
        terminal.wait_for(seen);
        terminal.press(ENTER);
    }
    terminal.wait_for("Question 5 sur 20");
    terminal.press("è");
    terminal.wait_for("> 7");
    terminal.press(ENTER);
    terminal.wait_for("Pas plus que de personnes présentes");
    terminal.press(ESC);
    terminal.wait_for("Arrêter ici");
    terminal.press("3");
    terminal.press(ENTER);
    terminal.wait_for("C'est sur le disque");
    terminal.press(CTRL_C);
    assert_eq!(terminal.finish().code, Some(0));
    assert_eq!(
        place.rows("data", false, &["S_jour", "S_lieu", "S_duree", "S_presents", "S_nouveaux"]),
        ["2026-12-20|à l'atelier|90|6|NON_ATTEINTE"]
    );
}

#[test]
fn saying_who_we_are_makes_the_next_interview_count() {
    let place = Place::new();
    let terminal = place.start(&["--dossier", "atelier"]);
    terminal.wait_for("Dire qui nous sommes");
    terminal.press("3");
    terminal.press(ENTER);
    terminal.wait_for("nom de votre structure");
    terminal.press("L'Atelier");
    terminal.press(ENTER);
    terminal.wait_for("À qui poser une question");
    terminal.press("02 98 00 00 00");
    terminal.press(ENTER);
    let home = terminal.wait_for("Quel référentiel");
    assert!(!home.contains("ESSAI"), "{home}");
    terminal.press("1");
    terminal.press(ENTER);
    terminal.wait_for("Quel questionnaire");
    terminal.press("2");
    terminal.press(ENTER);
    let notice = terminal.wait_for("Pour toute question");
    assert!(notice.contains("L'Atelier") && notice.contains("02 98 00 00 00"), "{notice}");
    terminal.press(ENTER);
    answer_four(&terminal, "1");
    terminal.wait_for("Je ne veux pas de code");
    terminal.press("2");
    terminal.wait_for("2 (•)");
    terminal.press(ENTER);
    terminal.wait_for("Merci");
    terminal.press(CTRL_C);
    let ended = terminal.finish();
    assert_eq!(ended.code, Some(0));
    assert_eq!(
        place.rows("atelier/data", false, &["structure", "essai", "A1b", "B5"]),
        ["L'Atelier|0|arrete|1"]
    );
}

/// The code that the screen shows in large.
fn code_shown(screen: &str) -> String {
    let row = screen.lines().find(|line| line.matches(" - ").count() == 2);
    let row = row.unwrap_or_else(|| panic!("no code on\n{screen}"));
    let code: String = row.chars().filter(|letter| !letter.is_whitespace()).collect();
    code.to_lowercase()
}

#[test]
fn a_code_given_on_arriving_and_typed_on_leaving_pairs_the_two_rows_of_a_person() {
    let place = Place::with_settings();
    let terminal = place.start(&["collect", "com-entree"]);
    // The sitting is said once, before the first person.
    terminal.wait_for("3 Réglages de la séance");
    terminal.press("3");
    terminal.wait_for("▸ 3 Réglages");
    terminal.press(ENTER);
    terminal.wait_for("2 Groupe");
    terminal.press("2");
    terminal.wait_for("▸ 2 Groupe");
    terminal.press(ENTER);
    terminal.wait_for("Quel groupe");
    terminal.press("lundi");
    terminal.press(ENTER);
    terminal.wait_for("lundi");
    terminal.wait_for("▸ 1 C'est bon");
    terminal.press(ENTER);
    let mut codes = Vec::new();
    for person in 1..=2 {
        terminal.wait_for("▸ 1 Commencer");
        terminal.press(ENTER);
        answer_four(&terminal, "2");
        codes.push(code_shown(&terminal.wait_for("J'ai recopié le code")));
        // Enter alone does not take the code away from who has not copied it.
        terminal.press(ENTER);
        terminal.wait_for("Rien n'est choisi");
        terminal.press("1");
        terminal.wait_for("1 (•)");
        terminal.press(ENTER);
        let saved = terminal.wait_for("Merci");
        let written = codes[person - 1].to_uppercase();
        assert!(!saved.contains(&written[..written.find('-').expect("a dash")]), "{saved}");
        terminal.press(ENTER);
    }
    terminal.wait_for("Commencer");
    terminal.press(CTRL_C);
    terminal.wait_for("Arrêter ici");
    terminal.press(CTRL_C);
    assert_eq!(terminal.finish().code, Some(0));
    assert_ne!(codes[0], codes[1]);

    let terminal = place.start(&["collect", "com-court"]);
    terminal.wait_for("▸ 1 Commencer");
    terminal.press(ENTER);
    for question in 1..=8 {
        terminal.wait_for(&format!("Question {question} sur 8"));
        terminal.press(F2);
        terminal.wait_for("Voulez-vous dire pourquoi");
        terminal.press(ENTER);
    }
    terminal.wait_for("Voici vos réponses");
    terminal.press(ENTER);
    terminal.wait_for("Avez-vous votre code");
    // As a person writes it, first with a letter left out.
    let written = codes[1].to_uppercase().replace('-', " ");
    terminal.press(&written[1..]);
    terminal.press(ENTER);
    let told = terminal.wait_for("relisez votre carton");
    assert!(!told.contains(&codes[0]) && !told.contains(&codes[1]), "{told}");
    terminal.press("\x15");
    terminal.press(&written);
    terminal.press(ENTER);
    terminal.wait_for("Merci");
    terminal.press(CTRL_C);
    assert_eq!(terminal.finish().code, Some(0));
    let mut rows = place.rows("data", false, &["moment", "code", "groupe", "support", "aide"]);
    rows.sort_by_key(|row| row.starts_with("sortie"));
    assert_eq!(
        rows,
        [
            format!("entree|{}|lundi|ecran|seul", codes[0]),
            format!("entree|{}|lundi|ecran|seul", codes[1]),
            format!("sortie|{}||ecran|seul", codes[1]),
        ]
    );
}

#[test]
fn the_terminal_is_given_back_on_every_signal_and_key() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let place = Place::with_settings();
        let terminal = place.start(&["collect", "com-court"]);
        terminal.wait_for("il n'y a pas de bonne réponse");
        terminal.press(ENTER);
        terminal.wait_for("Question 1 sur 8");
        terminal.signal(signal);
        let ended = terminal.finish();
        assert_eq!(ended.code, Some(code), "{signal}");
        given_back(&ended);
    }
    // Where words are typed, pasted text is marked as such: that is given back too.
    let place = Place::with_settings();
    let terminal = place.start(&[]);
    terminal.wait_for("Autres actions");
    terminal.press("0");
    terminal.press(ENTER);
    terminal.wait_for("Réglages");
    terminal.press("6");
    terminal.press(ENTER);
    terminal.wait_for("Structure et contact");
    terminal.press(ENTER);
    terminal.wait_for("nom de votre structure");
    terminal.signal("TSTP");
    terminal.press("x");
    terminal.wait_for("Foyerx");
    terminal.press(CTRL_C);
    let ended = terminal.finish();
    assert_eq!(ended.code, Some(0));
    given_back(&ended);
}

/// Run by the next test at a terminal of its own: takes the terminal, then panics.
#[test]
fn a_program_that_panics() {
    if std::env::var_os("RECUEIL_TEST_PANICS").is_some() {
        let _taken =
            Guard::enter("Recueil s'est arrêté".to_owned(), Stays::Before).expect("a terminal");
        panic!("on purpose");
    }
}

#[test]
fn the_terminal_is_given_back_after_a_panic_and_the_person_is_told() {
    let place = Place::new();
    let setup = place.setup().env("RECUEIL_TEST_PANICS", "1");
    let program = std::env::current_exe().expect("this test");
    let arguments = ["--exact", "a_program_that_panics", "--nocapture"];
    let ended = Terminal::start(&program, &arguments, &setup).finish();
    given_back(&ended);
    assert!(ended.screen.contains("Recueil s'est arrêté"), "{}", ended.screen);
    assert!(ended.screen.contains("on purpose"), "{}", ended.screen);
}

#[test]
fn a_folder_that_cannot_be_written_is_said_before_the_first_question_and_another_taken() {
    let place = Place::with_settings();
    fs::write(place.path("data"), "a file where the folder should be").expect("written");
    let terminal = place.start(&["collect", "com-entree"]);
    let said = terminal.wait_for("ne pourront pas être enregistrées ici");
    assert!(said.contains("Impossible de créer le dossier"), "{said}");
    // Begin all the same: the answers stay in memory. What this is is still said first.
    terminal.press("2");
    terminal.press(ENTER);
    terminal.wait_for("il n'y a pas de bonne réponse");
    terminal.press(ENTER);
    answer_four(&terminal, "2");
    terminal.wait_for("Je ne veux pas de code");
    terminal.press("2");
    terminal.wait_for("2 (•)");
    terminal.press(ENTER);
    let failed = terminal.wait_for("Pas enregistré");
    assert!(failed.contains("encore là, en mémoire"), "{failed}");
    terminal.press("2");
    terminal.press(ENTER);
    terminal.wait_for("Dans quel autre dossier");
    // Another folder is proposed already; this one is chosen instead.
    terminal.press("\x15");
    terminal.press(&place.path("ailleurs").display().to_string());
    terminal.press(ENTER);
    terminal.wait_for("Merci");
    terminal.press(CTRL_C);
    assert_eq!(terminal.finish().code, Some(0));
    assert_eq!(place.rows("ailleurs/data", false, &["A1b", "B5"]), ["attend|2"]);
}

#[test]
fn a_questionnaire_on_disk_that_cannot_be_loaded_is_told_and_the_others_work() {
    let place = Place::with_settings();
    fs::create_dir(place.path("questionnaires")).expect("made");
    let text = "[referentiel]\nid = \"le-notre\"\ntitre = \"Le nôtre\"\nporteur = \"Nous\"\n\
        version = 1\nlieu.fr = \"ici\"\n\n[[question]]\nname = \"N1\"\ntype = \"select_one OUI5\"\n\
        label.fr = \"Oui ?\"\n";
    fs::write(place.path("questionnaires/le-notre.toml"), text).expect("written");
    let terminal = place.start(&[]);
    let home = terminal.wait_for("Un problème empêche de lire");
    assert!(home.contains("1 Référentiel commun"), "{home}");
    terminal.press(END);
    for _ in 0..3 {
        terminal.press(UP);
    }
    terminal.press(ENTER);
    let told = terminal.wait_for("Ce qui ne va pas, et où");
    assert!(told.contains("questionnaires/le-notre.toml:10:20"), "{told}");
    assert!(told.contains("Vouliez-vous dire « OUI4 »"), "{told}");
    terminal.press(ENTER);
    terminal.wait_for("Quel référentiel");
    terminal.press(ESC);
    assert_eq!(terminal.finish().code, Some(0));
}

#[test]
fn a_window_made_too_small_says_so_and_comes_back() {
    let place = Place::with_settings();
    let terminal = place.start(&["collect", "com-court"]);
    terminal.wait_for("il n'y a pas de bonne réponse");
    terminal.press(ENTER);
    terminal.wait_for("Question 1 sur 8");
    terminal.resize(20, 5);
    terminal.wait_for("Fenêtre trop petite");
    terminal.press("3");
    terminal.resize(40, 12);
    terminal.wait_for("▸ 3 (•) Depuis 1 à 3 ans");
    terminal.resize(80, 24);
    terminal.wait_for("F4 English");
    terminal.press(CTRL_C);
    terminal.wait_for("Arrêter ici");
    terminal.press(CTRL_C);
    let ended = terminal.finish();
    assert_eq!(ended.code, Some(0));
    given_back(&ended);
}

#[test]
fn a_click_marks_and_a_second_one_confirms() {
    let place = Place::with_settings();
    let terminal = place.start(&["collect", "com-court"]);
    terminal.wait_for("Commencer");
    let click = |text: &str| {
        let screen = terminal.screen();
        let (row, line) =
            screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect(text);
        let column = line[..line.find(text).expect(text)].chars().count();
        let small = |number: usize| u16::try_from(number).expect("a small number");
        terminal.click(small(column), small(row));
    };
    click("Commencer");
    terminal.wait_for("Question 1 sur 8");
    click("Depuis 1 à 3 ans");
    terminal.wait_for("▸ 3 (•)");
    click("Depuis 1 à 3 ans");
    terminal.wait_for("Question 2 sur 8");
    click("précédent");
    terminal.wait_for("Question 1 sur 8");
    click("Échap arrêter");
    terminal.wait_for("Arrêter ici");
    click("Oui, et effacer");
    assert_eq!(terminal.finish().code, Some(0));
    assert_eq!(place.rows("data", false, &[]), [""; 0]);
}

#[test]
fn without_colour_the_answer_marked_is_still_in_reverse_video() {
    let place = Place::with_settings();
    let terminal = start(&["collect", "com-court"], &place.setup().env("NO_COLOR", "1"));
    terminal.wait_for("Commencer");
    terminal.press(ENTER);
    terminal.wait_for("Question 1 sur 8");
    terminal.press("2");
    terminal.wait_until("the second answer in reverse video, without colour", |screen| {
        let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
        let mut cells = (0..rows).flat_map(|y| (0..columns).map(move |x| (y, x)));
        let colour = cells.any(|(y, x)| {
            screen.cell(y, x).is_some_and(|cell| {
                cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default
            })
        });
        let row = (0..rows).find(|y| {
            let text: String = (0..columns)
                .filter_map(|x| screen.cell(*y, x).map(|cell| cell.contents().to_owned()))
                .collect();
            text.contains("(•)Depuiscettesaison") || text.contains("(•) Depuis cette saison")
        });
        !colour && row.is_some_and(|y| screen.cell(y, 6).is_some_and(vt100::Cell::inverse))
    });
    terminal.press(CTRL_C);
    terminal.wait_for("Arrêter ici");
    terminal.press(CTRL_C);
    let ended = terminal.finish();
    given_back(&ended);
}
