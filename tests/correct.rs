//! A sheet that is on the disk, corrected: on the screen, in plain lines, through the real program.
//! Never the disk itself: `rewrite` tries that.

mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

use recueil::app::Recorded;
use recueil::record::{Metadata, Record};
use recueil::session::Session;
use recueil::store::{Action, Reason, Store};
use recueil::value::{Date, Meta, Missing, Value};
use support::program::{program, run, told};
#[cfg(unix)]
use support::terminal::{DOWN, ENTER, Setup, Terminal};
use support::{ID, Person, form, form_of, settings, shows};
use tempfile::TempDir;

const OLD: &str = "00000000-0000-4000-8000-00000000000a";

fn metadata(form: &str) -> Metadata {
    let mut metadata = Metadata::new(&self::form(form));
    metadata.date(Date::constant(2026, 10, 5), Date::constant(2026, 10, 6));
    for (meta, value) in [
        (Meta::ReponseId, OLD),
        (Meta::Structure, "Un autre nom"),
        (Meta::Poste, "zyxwvuts"),
        (Meta::Groupe, "Mardi"),
        (Meta::Feuille, "12"),
        (Meta::Support, "papier"),
        (Meta::Langue, "fr"),
        (Meta::Code, "lune-sapin-42"),
        (Meta::Notice, "1"),
        (Meta::Horloge, "suspecte"),
        (Meta::Essai, "0"),
    ] {
        metadata.set(meta, value).expect("a value");
    }
    metadata
}

/// A sheet typed last month: all four questions answered.
fn whole() -> Record {
    let mut session = Session::new(form("com-entree"));
    session.give(Value::Choice("cherche".into())).expect("accepted");
    session.give(Value::Choice("2".into())).expect("accepted");
    session.give(Value::Choice("une".into())).expect("accepted");
    session.give(Missing::Nsp).expect("accepted");
    Record::new(&session.finish().expect("finished"), metadata("com-entree"))
}

/// One that stopped after its second question.
fn partial() -> Record {
    let mut session = Session::new(form("com-entree"));
    session.give(Value::Choice("cherche".into())).expect("accepted");
    session.give(Value::Choice("2".into())).expect("accepted");
    Record::new(&session.interrupt(), metadata("com-entree"))
}

/// A row as it is read back from a disk, on which somebody changed it.
fn read_back(record: &Record, change: impl Fn(String) -> String) -> Recorded {
    let folder = TempDir::new().expect("a folder");
    let mut store = Store::new(folder.path().to_owned(), "abcdefgh".into());
    let rows = std::slice::from_ref(record);
    let file = store.append(record.form(), record.is_trial(), rows).expect("appended").file;
    let text = fs::read_to_string(&file).expect("text");
    fs::write(&file, change(text)).expect("changed");
    let mut found = None;
    _ = store.standing(record.is_trial(), |_, row| found = Some(Recorded::new(record.form(), row)));
    found.expect("a row")
}

/// In front of the answers of a row, which is on the disk.
fn correcting(record: &Record, columns: u16, rows: u16) -> Person<'static> {
    let mut person = Person::of(settings(), columns, rows);
    person.disk.borrow_mut().rows = vec![record.clone()];
    person.app.open_correction(read_back(record, |text| text));
    person.types("");
    person.resize(columns, rows);
    person
}

fn saved(person: &Person<'_>) -> Vec<Record> {
    person.disk.borrow().rows.clone()
}

#[test]
fn the_screens_of_a_correction() {
    let whole = |columns, rows| correcting(&whole(), columns, rows);
    shows("correct-review", whole, "");
    shows("correct-question", whole, "<down><down><enter>");
    shows("correct-unchanged", whole, "<enter>");
    shows("correct-leaving", whole, "<down><down><enter>&<enter><esc>");
    shows("correct-saved", whole, "<down><down><enter>&<enter><enter>");
    shows("correct-english", whole, "<f4>");
    let by_hand = |columns, rows| {
        let mut person = whole(columns, rows);
        let row = read_back(&self::whole(), |text| text.replace("cherche", "xyz"));
        person.app.open_correction(row);
        person.resize(columns, rows);
        person
    };
    shows("correct-by-hand", by_hand, "");
    let gone = |columns, rows| {
        let person = whole(columns, rows);
        person.disk.borrow_mut().rows.clear();
        person
    };
    shows("correct-gone", gone, "<down><down><enter>&<enter><enter>");
    let refused = |columns, rows| {
        let person = whole(columns, rows);
        person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
        person
    };
    shows("correct-failed", refused, "<down><down><enter>&<enter><enter>");
}

#[test]
fn the_new_row_is_the_old_one_but_for_what_was_changed_and_the_day_it_was_typed() {
    let old = whole();
    let mut person = correcting(&old, 80, 24);
    person.types("<down><down><enter>&<enter><enter>");
    let rows = saved(&person);
    let [new] = &rows[..] else { panic!("{rows:?}") };
    let changed: Vec<(usize, &str, &str)> = old
        .cells()
        .iter()
        .zip(new.cells())
        .enumerate()
        .filter(|(_, (old, new))| old != new)
        .map(|(at, (old, new))| (at, old.as_str(), new.as_str()))
        .collect();
    let last = old.cells().len() - 1;
    assert_eq!(
        changed[..4],
        [
            (Meta::ReponseId as usize, OLD, ID),
            (Meta::Saisie as usize, "2026-10-06", "2026-11-22"),
            (Meta::Remplace as usize, "", OLD),
            (Meta::ALL.len(), "cherche", "arrete"),
        ]
    );
    assert_eq!((changed.len(), changed[4].0), (5, last), "and the check: {changed:?}");
    assert!(person.disk.borrow().journal.is_none(), "nothing of it is kept as a draft");
    person.types("<enter>");
    assert!(person.left);
}

#[test]
fn a_row_that_nobody_touched_is_read_back_as_it_is_whatever_the_form() {
    // Seeded rows of every shipped form: what is read back and saved is what was written.
    use recueil::questionnaire::Library;
    use recueil::record::{People, Rows};
    let library = Library::load(Vec::new());
    for form in library.forms() {
        let rows = Rows::new(&form, 7, People::Apart, "1");
        for record in (0..12).map(|number| rows.row(number)) {
            let row = read_back(&record, |text| text);
            let mut person = Person::of(settings(), 80, 24);
            person.disk.borrow_mut().rows = vec![record.clone()];
            person.app.open_correction(row);
            // Nothing was changed: one key leaves, and nothing is asked.
            person.types("<esc>");
            assert!(person.left, "{}: {:?}\n{}", form.id, record.cells(), person.sees());
            assert_eq!(saved(&person), [record]);
        }
    }
}

#[test]
fn a_partial_row_goes_on_where_it_stopped() {
    let mut person = correcting(&partial(), 80, 24);
    assert!(person.sees().contains("Question 3 sur 4"), "{}", person.sees());
    person.types("é<enter>&<enter><enter>");
    let rows = saved(&person);
    assert_eq!(rows[0].meta(Meta::Etat), "complet", "{}", person.sees());
    assert_eq!(rows[0].meta(Meta::Remplace), OLD);
}

#[test]
fn what_somebody_changed_by_hand_is_to_be_given_again() {
    let mut person = correcting(&whole(), 80, 24);
    let row = read_back(&whole(), |text| text.replace("cherche", "xyz"));
    assert!(!row.is_intact());
    person.app.open_correction(row);
    person.types("<down><enter>'<enter><enter>");
    let rows = saved(&person);
    let question = form("com-entree").index_of("A1b").expect("a question");
    assert_eq!(rows[0].cells()[Meta::ALL.len() + question], "cherche", "{}", person.sees());
}

#[test]
fn a_text_that_was_guarded_is_not_guarded_twice() {
    let text = support::WORKSHOP.replace(
        "name = \"Z1\"\ntype = \"select_one\"",
        "name = \"Z0\"\ntype = \"text\"\nlabel.fr = \"Quoi ?\"\n\n[[question]]\nname = \"Z1\"\n\
         type = \"select_one\"",
    );
    let text = text.replace("[\"B5\", \"Z1\"]", "[\"Z0\", \"Z1\"]");
    let form = form_of(&text, "atelier-bilan");
    let mut session = Session::new(Arc::clone(&form));
    session.give(Value::Text("=1+1, \"dit\" -elle".into())).expect("accepted");
    session.give(Value::Choice("pied".into())).expect("accepted");
    let mut metadata = Metadata::new(&form);
    metadata.set(Meta::ReponseId, OLD).expect("an identifier");
    let record = Record::new(&session.finish().expect("finished"), metadata);
    let mut person = correcting(&record, 80, 24);
    person.types("<down><down><enter>é<enter><enter>");
    let rows = saved(&person);
    let cells = &rows[0].cells()[Meta::ALL.len()..];
    assert_eq!(cells[..2], ["'=1+1, \"dit\" -elle", "bus"], "{}", person.sees());
}

const SETTINGS: &str = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";

const SHEETS: &str = "A1b,B1,B6,B5,feuille,groupe,code,date,saisie\n\
    cherche,2,aucune,NSP,1,Mardi,lune-sapin-42,2026-10-05,2026-10-05\n\
    ,3,,,2,Mardi,,2026-10-05,2026-10-05\n\
    cherche,4,une,,1,Jeudi,,2026-10-08,2026-10-08\n";

/// A dossier with three sheets of two days.
fn dossier() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("recueil.toml"), SETTINGS).expect("written");
    fs::write(folder.path().join("sheets.csv"), SHEETS).expect("written");
    let output = run(folder.path(), &["collect", "com-entree", "--answers", "sheets.csv"]);
    assert_eq!(told(&output).2, Some(0), "{output:?}");
    folder
}

/// Runs the program in plain lines.
fn talk(folder: &Path, arguments: &[&str], lines: &str) -> (String, String, Option<i32>) {
    let mut command = program(folder, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("started");
    child.stdin.take().expect("an input").write_all(lines.as_bytes()).expect("written");
    told(&child.wait_with_output().expect("ended"))
}

const COLUMNS: [&str; 6] = ["feuille", "groupe", "code", "A1b", "B1", "B5"];

#[test]
fn a_sheet_is_found_by_its_number_and_corrected_in_plain_lines() {
    let folder = dossier();
    let data = || folder.path().join("data");
    let before = support::rows(data(), false, &COLUMNS);
    let (said, wrong, code) =
        talk(folder.path(), &["correct", "--feuille", "1"], "1\n3\n1\n1\n1\n");
    assert_eq!((wrong.as_str(), code), ("", Some(0)), "{said}");
    let list = "Quelle feuille corriger ?\n\
        1 com-entree, 5 octobre 2026, feuille 1, groupe « Mardi », complète, 3 réponses\n\
        2 com-entree, 8 octobre 2026, feuille 1, groupe « Jeudi », complète, 3 réponses\n\
        Son numéro dans cette liste (Entrée pour sortir) : ";
    assert!(said.starts_with(list), "{said}");
    let after = support::rows(data(), false, &COLUMNS);
    assert_eq!(before[0], "1|Mardi|lune-sapin-42|cherche|2|NSP");
    assert_eq!(after, ["1|Mardi|lune-sapin-42|arrete|2|NSP", &before[1], &before[2]]);
    let file = Store::new(data(), String::new()).row_files(false).remove(0);
    let name = file.file_name().expect("a name");
    let history = file.parent().expect("a folder").join("historique").join(name);
    let old = fs::read_to_string(history).expect("a history");
    assert_eq!(old.lines().count(), 2);
    assert!(old.contains("lune-sapin-42") && old.contains("cherche"), "{old}");
    let check = run(folder.path(), &["check", &file.display().to_string()]);
    assert_eq!(told(&check).2, Some(0), "{check:?}");
}

#[test]
fn the_sheets_of_a_day_are_listed_without_an_answer_and_nothing_is_done_unasked() {
    let folder = dossier();
    let arguments = ["corriger", "com-entree", "--jour", "5/10/2026"];
    let list = "Quelle feuille corriger ?\n\
        1 com-entree, feuille 1, groupe « Mardi », complète, 3 réponses\n\
        2 com-entree, feuille 2, groupe « Mardi », complète, 1 réponse\n\
        Son numéro dans cette liste (Entrée pour sortir) : Rien n'a été changé.\n";
    let talked = |lines| talk(folder.path(), &arguments, lines);
    assert_eq!(talked("\n"), (list.to_owned(), String::new(), Some(0)));
    assert_eq!(talked("3\n"), (list.to_owned(), String::new(), Some(2)));
    assert_eq!(talked("0\n").2, Some(2));
    for (arguments, expected) in [
        (&["correct", "--feuille", "9"][..], "Aucune feuille ne répond à cela.\n"),
        (
            &["correct", "--feuille", "1", "--jour", "6/10/2026"],
            "Aucune feuille du 6 octobre 2026 ne répond à cela. Un autre jour se demande par --jour.\n",
        ),
        (&["correct", "com-court", "--feuille", "1"], "Aucune feuille ne répond à cela.\n"),
        (&["correct", "--id", OLD], "Aucune feuille ne répond à cela.\n"),
        (&["correct", "--jour", "hier"], "« hier » n'est pas un jour. Par exemple : 22/11/2026.\n"),
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!(told(&output), (String::new(), expected.to_owned(), Some(2)), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_sheet_is_corrected_at_a_real_terminal() {
    let folder = dossier();
    let setup = Setup::new(folder.path().join("home"), folder.path());
    let arguments = ["correct", "--feuille", "2"];
    let terminal = Terminal::start(Path::new(env!("CARGO_BIN_EXE_recueil")), &arguments, &setup);
    terminal.wait_for("CORRECTION de la feuille 2");
    terminal.press(&format!("{DOWN}{ENTER}"));
    terminal.wait_for("Question 1");
    terminal.press("1");
    terminal.press(ENTER);
    terminal.wait_for("Enregistrer la correction");
    terminal.press(ENTER);
    terminal.wait_for("La nouvelle version compte.");
    terminal.press(ENTER);
    assert_eq!(terminal.finish().code, Some(0));
    let rows = support::rows(folder.path().join("data"), false, &COLUMNS);
    assert_eq!(rows[1], "2|Mardi||arrete|3|SANS_REPONSE");
}
