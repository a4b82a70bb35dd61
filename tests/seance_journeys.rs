//! Séances at a real terminal: ten sheets with the top row of an AZERTY keyboard, one corrected, the
//! end counted; the keyboard passed on with nothing left in the terminal; a program killed.
//! Never a sleep: each step waits for what the screen says.

#![cfg(unix)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::terminal::{DOWN, ENTER, ESC, F2, Setup, Terminal, UP};
use tempfile::TempDir;

/// A folder of its own, and the program in it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: TempDir::new().expect("a folder") };
        let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
        fs::write(place.path("recueil.toml"), settings).expect("written");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn start(&self, arguments: &[&str]) -> Terminal {
        let setup = Setup::new(self.path("home"), self.folder.path());
        Terminal::start(Path::new(env!("CARGO_BIN_EXE_recueil")), arguments, &setup)
    }

    fn rows(&self, columns: &[&str]) -> Vec<String> {
        support::rows(self.path("data"), false, columns)
    }

    /// The lines of the only file of this folder whose name begins so.
    fn lines(&self, folder: &str, start: &str) -> Vec<Vec<String>> {
        let files = fs::read_dir(self.path(folder)).expect(folder).flatten();
        let is_csv = |path: &PathBuf| path.extension().is_some_and(|end| end == "csv");
        let mut named = files.map(|file| file.path()).filter(|path| {
            is_csv(path)
                && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start))
        });
        let path = named.next().expect("a file");
        assert_eq!(named.next(), None, "one file");
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).from_path(path).expect("a file");
        let rows =
            reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
        rows.collect()
    }

    /// The cells of these columns in each line, joined by a bar.
    fn cells(&self, folder: &str, start: &str, columns: &[&str]) -> Vec<String> {
        let lines = self.lines(folder, start);
        let of = |line: &Vec<String>| {
            let cell = |column: &&str| {
                let at = lines[0].iter().position(|name| name == column).expect("a column");
                line[at].clone()
            };
            columns.iter().map(cell).collect::<Vec<_>>().join("|")
        };
        lines[1..].iter().map(of).collect()
    }

    /// Begins a séance of ten people by the road of this key.
    fn seance(&self, form: &str, road: &str) -> Terminal {
        let terminal = self.start(&["seance", form]);
        terminal.wait_for("Combien de personnes sont là");
        press(&terminal, "&", "> 1");
        press(&terminal, "à", "> 10");
        press(&terminal, ENTER, "Personnes présentes : 10");
        press(&terminal, "\"", "▸ 3 Comment");
        press(&terminal, ENTER, "Comment le groupe répond-il");
        terminal.press(road);
        terminal.press(ENTER);
        terminal.wait_for("commencer la séance");
        press(&terminal, "&", "▸ 1 C'est bon");
        press(&terminal, ENTER, "10 personnes sont là");
        terminal
    }
}

/// Presses a key, and waits for what it brings; a space that does not break is a space.
fn press(terminal: &Terminal, key: &str, seen: &str) {
    terminal.press(key);
    waits(terminal, seen);
}

fn waits(terminal: &Terminal, seen: &str) -> String {
    terminal.wait_until(seen, |screen| spaced(&screen.contents()).contains(seen));
    spaced(&terminal.screen())
}

/// The line that the pointer is on.
fn pointed(screen: &str) -> String {
    let line = screen.lines().find(|line| line.contains('▸'));
    line.map(|line| spaced(line.trim().trim_start_matches('│'))).unwrap_or_default()
}

/// Presses an arrow until the pointer is on this line.
fn moves_to(terminal: &Terminal, arrow: &str, line: &str) {
    loop {
        let now = pointed(&terminal.screen());
        if now.contains(line) {
            return;
        }
        terminal.press(arrow);
        terminal.wait_until("another line", |screen| pointed(&screen.contents()) != now);
    }
}

fn spaced(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

const ANSWERS: &[&str] = &[
    "feuille",
    "D1",
    "A1_info",
    "A1_message",
    "A1_photo",
    "A1b",
    "B1",
    "B6",
    "A3",
    "FLSM3",
    "FLSM5",
];

#[test]
fn ten_sheets_of_twelve_questions_take_at_most_fourteen_keys_each_and_one_is_corrected() {
    let place = Place::new();
    let terminal = place.seance("flsm-sortie", "é");
    press(&terminal, ENTER, "Quelle feuille");
    for number in 1..=10 {
        // The number proposed, ten answers on the top row of an AZERTY keyboard without Shift, and
        // nothing written: the key, and what is seen once it is heard.
        let keys = [
            (ENTER, "Question 1 sur 12"),
            ("&", "Question 2 sur 12"),
            ("é", "Question 3 sur 12"),
            ("\"", "Question 4 sur 12"),
            ("&", "Question 5 sur 12"),
            ("'", "Question 6 sur 12"),
            ("é", "Question 7 sur 12"),
            ("à", "Question 8 sur 12"),
            ("&", "1 [x]"),
            ("\"", "3 [x]"),
            (ENTER, "Question 9 sur 12"),
            ("*", "Question 10 sur 12"),
            ("\"", "sont-elles vides"),
            (ENTER, "est enregistrée"),
        ];
        assert!(keys.len() <= 14);
        for (key, seen) in keys {
            press(&terminal, key, seen);
        }
        terminal.wait_for(&format!("La feuille {number} est enregistrée"));
    }
    let answers = "premiere|2|3|1|cherche|2|SANS_REPONSE|avis montre|ILLISIBLE|depuis_atelier";
    let rows = place.rows(ANSWERS);
    let last = rows[0].rsplit('|').next().expect("a cell").to_owned();
    let answers = answers.replace("depuis_atelier", &last);
    let expected: Vec<String> = (1..=10).map(|number| format!("{number}|{answers}")).collect();
    assert_eq!(rows, expected);
    // Sheet 4: its first answer was another.
    terminal.press(ESC);
    waits(&terminal, "Ont répondu : 10");
    press(&terminal, "(", "▸ 5 Corriger");
    press(&terminal, ENTER, "voulez-vous corriger");
    press(&terminal, "'", "> 4");
    press(&terminal, ENTER, "CORRECTION de la feuille 4");
    moves_to(&terminal, DOWN, "▸ Depuis quand");
    press(&terminal, ENTER, "Question 1 sur 12");
    press(&terminal, "é", "(•) Depuis cette saison");
    press(&terminal, ENTER, "Enregistrer la correction");
    moves_to(&terminal, UP, "▸ Enregistrer");
    press(&terminal, ENTER, "La feuille 4 est corrigée");
    let mut corrected = expected.clone();
    corrected[3] = corrected[3].replace("premiere", "depuis_saison");
    let mut rows = place.rows(ANSWERS);
    rows.sort_by_key(|row| row.split('|').next().and_then(|number| number.parse::<u32>().ok()));
    assert_eq!(rows, corrected);
    // The end: ten of ten, and one who was expected.
    press(&terminal, "è", "▸ 7 Terminer");
    press(&terminal, ENTER, "La fin de la séance");
    let end = spaced(&terminal.screen());
    assert!(end.contains("Ont répondu : 10"), "{end}");
    press(&terminal, "-", "▸ 6 Attendues");
    press(&terminal, ENTER, "étaient attendues");
    press(&terminal, "&", "> 1");
    press(&terminal, ENTER, "mais absentes : 1");
    press(&terminal, ENTER, "La séance est enregistrée");
    press(&terminal, "é", "▸ 2 Pas maintenant");
    terminal.press(ENTER);
    assert_eq!(terminal.finish().code, Some(0));
    let columns =
        ["questionnaire", "chemin", "presents", "repondu", "refus", "partis", "absents", "essai"];
    assert_eq!(
        place.cells("data/flsm", "seances.", &columns),
        ["flsm-sortie|feuilles|10|10|0|0|1|0"]
    );
    for line in place.lines("data/flsm", "seances.").iter().skip(1) {
        let (check, cells) = line.split_last().expect("cells");
        assert_eq!(*check, recueil::record::controle(cells.iter().map(String::as_str)));
    }
    assert_eq!(fs::read_dir(place.path("brouillons")).expect("a folder").count(), 0);
}

#[test]
fn hands_are_kept_in_a_file_of_their_own_that_no_row_of_people_is_read_from() {
    let place = Place::new();
    let terminal = place.seance("com-court", "\"");
    press(&terminal, ENTER, "Combien de mains");
    for (key, seen) in [("é", "> 2"), (ENTER, "première ou la deuxième fois : 2")] {
        press(&terminal, key, seen);
    }
    press(&terminal, ENTER, "Depuis cette saison : 0");
    press(&terminal, ENTER, "Depuis 1 à 3 ans : 0");
    press(&terminal, ENTER, "pas levé la main");
    press(&terminal, ENTER, "Quand ça bloque");
    press(&terminal, ESC, "Questions comptées : 1");
    press(&terminal, "'", "▸ 4 Terminer");
    press(&terminal, ENTER, "La fin de la séance");
    press(&terminal, ENTER, "La séance est enregistrée");
    press(&terminal, "é", "▸ 2 Pas maintenant");
    terminal.press(ENTER);
    assert_eq!(terminal.finish().code, Some(0));
    assert_eq!(
        place.cells("data/commun/collectif", "com-court.v1-", &["question", "reponse", "nombre"]),
        [
            "D1|premiere|2",
            "D1|depuis_saison|0",
            "D1|un_a_trois_ans|0",
            "D1|plus_longtemps|0",
            "D1|SANS_REPONSE|8",
        ]
    );
    assert_eq!(place.rows(&["feuille"]), [""; 0], "nobody has a row");
    let ids = place.cells("data/commun/collectif", "com-court.v1-", &["seance_id"]);
    let seance = place.cells("data/commun", "seances.", &["seance_id"]);
    assert!(ids.iter().all(|id| *id == seance[0]), "{ids:?} {seance:?}");
    assert!(place.path("data/commun/definitions").exists(), "the words of the answers are beside");
}

/// Words of one person that nobody after may find.
const SECRET: &str = "Zanzibar";

#[test]
fn the_keyboard_is_passed_on_and_nothing_of_the_last_person_is_left_in_the_terminal() {
    let place = Place::new();
    let terminal = place.seance("com-court", "&");
    press(&terminal, ENTER, "Passez le clavier");
    press(&terminal, ENTER, "il n'y a pas de bonne réponse");
    press(&terminal, ENTER, "Question 1 sur 8");
    for question in 1..=6 {
        press(&terminal, F2, "Voulez-vous dire pourquoi");
        press(&terminal, ENTER, &format!("Question {} sur", question + 1));
    }
    press(&terminal, SECRET, SECRET);
    press(&terminal, ENTER, "Question 8 sur");
    press(&terminal, ENTER, "Rien n'est écrit");
    press(&terminal, ENTER, "Question 9 sur");
    press(&terminal, "&", "(•) Oui");
    press(&terminal, ENTER, "Voici vos réponses");
    press(&terminal, ENTER, "Avez-vous votre code");
    press(&terminal, F2, "Merci");
    assert!(!terminal.screen().contains(SECRET));
    press(&terminal, ENTER, "Passez le clavier");
    assert!(terminal.look(vt100::Screen::alternate_screen), "no line goes to the scrollback");
    for key in [support::terminal::LEFT, support::terminal::BACKSPACE, "\x1b[5~", "\x1bOR"] {
        terminal.press(key);
    }
    press(&terminal, support::terminal::F1, "Entrée");
    assert!(!terminal.screen().contains(SECRET), "{}", terminal.screen());
    press(&terminal, ENTER, "Passez le clavier");
    press(&terminal, "é", "▸ 2");
    press(&terminal, ENTER, "Ont répondu : 1");
    assert!(!terminal.screen().contains(SECRET));
    terminal.press(support::terminal::CTRL_C);
    let ended = terminal.finish();
    assert!(!ended.screen.contains(SECRET) && !ended.alternate_screen, "{}", ended.screen);
    assert!(
        fs::read_dir(place.path("brouillons"))
            .expect("a folder")
            .flatten()
            .all(|file| { !fs::read_to_string(file.path()).expect("a journal").contains(SECRET) })
    );
}

#[test]
fn a_killed_program_offers_the_seance_again_with_its_counts() {
    let place = Place::new();
    let terminal = place.seance("com-court", "&");
    press(&terminal, "é", "▸ 2 Une personne");
    press(&terminal, ENTER, "N'ont pas voulu : 1");
    press(&terminal, ENTER, "Passez le clavier");
    press(&terminal, ENTER, "il n'y a pas de bonne réponse");
    press(&terminal, ENTER, "Question 1 sur 8");
    for question in 1..=7 {
        press(&terminal, F2, "Voulez-vous dire pourquoi");
        press(&terminal, ENTER, &format!("Question {} sur", question + 1));
    }
    press(&terminal, F2, "Voulez-vous dire pourquoi");
    press(&terminal, ENTER, "Voici vos réponses");
    press(&terminal, ENTER, "Avez-vous votre code");
    press(&terminal, F2, "Merci");
    terminal.signal("KILL");
    _ = terminal.finish();
    let terminal = place.start(&[]);
    let offered = waits(&terminal, "Une séance n'est pas finie");
    assert!(offered.contains("une a répondu"), "{offered}");
    press(&terminal, ENTER, "10 personnes sont là");
    let hub = spaced(&terminal.screen());
    assert!(hub.contains("Ont répondu : 1.") && hub.contains("N'ont pas voulu : 1."), "{hub}");
    press(&terminal, "(", "▸ 5 Terminer");
    press(&terminal, ENTER, "La fin de la séance");
    press(&terminal, ENTER, "La séance est enregistrée");
    press(&terminal, "é", "▸ 2 Pas maintenant");
    press(&terminal, ENTER, "Quel référentiel");
    let home = terminal.screen();
    assert!(!home.contains("pas finie"), "it is over\n{home}");
    terminal.press(ESC);
    assert_eq!(terminal.finish().code, Some(0));
    let columns = ["presents", "repondu", "refus"];
    assert_eq!(place.cells("data/commun", "seances.", &columns), ["10|1|1"]);
}
