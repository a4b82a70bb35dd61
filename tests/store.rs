//! Rows on a real disk: appended whole, headers and torn ends looked at, trials apart.
//! Never a screen.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use recueil::analysis::{Day, States, day};
use recueil::questionnaire::{Source, archive, load};
use recueil::record::{Metadata, Record, columns};
use recueil::session::Session;
use recueil::store::{Action, Appended, Fault, Reason, Store};
use recueil::value::{Date, Meta, Missing, Value};
use support::form;
use tempfile::TempDir;

fn row(number: u32, trial: bool) -> Record {
    let form = form("com-entree");
    let mut session = Session::new(Arc::clone(&form));
    session.give(Value::Choice("cherche".into())).expect("accepted");
    for _ in 0..3 {
        session.give(Missing::SansReponse).expect("accepted");
    }
    let mut metadata = Metadata::new(&form);
    metadata.date(Date::constant(2026, 11, 22), Date::constant(2026, 11, 22));
    let id = format!("00000000-0000-4000-8000-{number:012}");
    metadata.set(Meta::ReponseId, &id).expect("an identifier");
    metadata.set(Meta::Structure, "L'Atelier, \"Bellevue\"").expect("words");
    metadata.set(Meta::Essai, if trial { "1" } else { "0" }).expect("a trial or not");
    Record::new(&session.finish().expect("finished"), metadata)
}

fn store(folder: &TempDir) -> Store {
    Store::new(folder.path().join("data"), "abcdefgh".into())
}

/// Adds rows of `com-entree`, trials or not as the first of them is.
fn append(store: &mut Store, records: &[Record]) -> Result<Appended, Fault> {
    store.append(&form("com-entree"), records[0].is_trial(), records)
}

fn file(folder: &TempDir) -> PathBuf {
    store(folder).file(&form("com-entree"), false)
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

/// The rows of a file, each checked.
fn rows(path: &Path) -> Vec<String> {
    let mut ids = Vec::new();
    Store::new(PathBuf::new(), String::new())
        .each_row(path, |row| {
            assert!(row.is_intact(), "{row:?}");
            ids.push(row.meta(Meta::ReponseId)[24..].trim_start_matches('0').to_owned());
        })
        .expect("a file of rows");
    ids
}

/// A row of a form of which nothing was answered, typed on this day.
fn blank(id: &str, typed: Date) -> Record {
    let form = form(id);
    let mut metadata = Metadata::new(&form);
    metadata.date(typed, typed);
    metadata.set(Meta::Essai, "0").expect("no trial");
    Record::new(&Session::new(form).interrupt(), metadata)
}

#[test]
fn people_are_counted_by_day_and_apart_where_rows_keep_no_day() {
    let folder = folder();
    let (today, before) = (Date::constant(2026, 11, 22), Date::constant(2026, 10, 1));
    let last_season = Date::constant(2026, 5, 1);
    for (id, typed) in [
        ("com-entree", today),
        ("com-entree", before),
        ("ig-aine-entree", today),
        ("ig-aine-entree", before),
        ("ig-aine-entree", last_season),
        // What the team counts of a group is nobody's answers.
        ("com-carnet", today),
        ("ig-observation", today),
    ] {
        let rows = [blank(id, typed)];
        store(&folder).append(&form(id), false, &rows).expect("appended");
    }
    store(&folder).append(&form("com-entree"), true, &[row(1, true)]).expect("appended");
    let counted = day(&store(&folder), today);
    let lots = counted.lots.iter().map(|(lot, states)| (&*lot.form, lot.trial, *states));
    let lots: Vec<_> = lots.collect();
    let partial = |partial| States { complete: 0, partial };
    let complete = States { complete: 1, partial: 0 };
    assert_eq!(
        lots,
        [
            ("com-carnet", false, partial(1)),
            ("com-entree", false, partial(1)),
            ("com-entree", true, complete)
        ],
        "where the day is not kept, nothing is of today"
    );
    assert_eq!(
        Day { lots: BTreeMap::default(), ..counted },
        Day {
            today: 1,
            undated: 2,
            trials_today: 1,
            all: 5,
            sealed: 0,
            latest: Some(today),
            arrivals: 4,
            departures: 0,
            lots: BTreeMap::default(),
            seances: Vec::new(),
        }
    );
}

#[test]
fn a_row_read_back_is_the_row_that_was_written() {
    let folder = folder();
    let written = row(1, false);
    let appended = append(&mut store(&folder), std::slice::from_ref(&written)).expect("appended");
    assert_eq!(appended.rows, 1);
    store(&folder)
        .each_row(&appended.file, |read| {
            assert!(read.is_intact());
            for (column, cell) in columns(written.form()).iter().zip(written.cells()) {
                assert_eq!(read.cell(&column.name()), Some(cell.as_str()), "{}", column.name());
            }
        })
        .expect("read");
    let text = fs::read_to_string(&appended.file).expect("text");
    assert!(text.ends_with('\n') && !text.contains('\r'));
    assert_eq!(text.lines().count(), 2);
}

#[test]
fn the_file_is_named_after_form_version_fingerprint_and_machine() {
    let folder = folder();
    let form = form("com-entree");
    let name = format!("data/commun/com-entree.v1-{}.abcdefgh.csv", &form.fingerprint()[..8]);
    assert_eq!(file(&folder), folder.path().join(name));
}

#[test]
fn trials_never_go_among_the_rows_that_count() {
    let folder = folder();
    let mut store = store(&folder);
    append(&mut store, &[row(1, false), row(3, false)]).expect("appended");
    append(&mut store, &[row(2, true)]).expect("appended");
    assert_eq!(rows(&file(&folder)), ["1", "3"]);
    let trials = store.file(&form("com-entree"), true);
    assert!(trials.starts_with(folder.path().join("data/essai/commun")));
    assert_eq!(rows(&trials), ["2"]);
}

#[test]
fn the_definition_beside_the_rows_is_the_form_that_was_asked() {
    let folder = folder();
    append(&mut store(&folder), &[row(1, false)]).expect("appended");
    let form = form("com-entree");
    let path = folder.path().join(format!("data/commun/definitions/{}.toml", form.stem()));
    let text = fs::read_to_string(&path).expect("a definition");
    assert_eq!(text, archive(&form));
    let source = Source { name: "definition".into(), text };
    let again = load(&Arc::new(source), None).expect("a definition file");
    assert_eq!(again.questionnaires[0].fingerprint(), form.fingerprint());
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    append(&mut store(&folder), &[row(1, false)]).expect("appended");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let mut waiting = vec![folder.path().join("data")];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            assert_eq!(mode(&path), 0o700, "{}", path.display());
            waiting.extend(fs::read_dir(&path).expect("a folder").flatten().map(|e| e.path()));
        } else {
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
    }
}

#[test]
fn a_torn_end_is_set_aside_and_said_never_dropped() {
    let folder = folder();
    let mut store = store(&folder);
    append(&mut store, &[row(1, false), row(2, false)]).expect("appended");
    let whole = fs::read(file(&folder)).expect("bytes");
    let second = whole.len() - whole.split(|byte| *byte == b'\n').nth(2).expect("a row").len() - 1;
    let header = whole.iter().position(|byte| *byte == b'\n').expect("a header") + 1;
    // Cut at every byte: within the second row, at its last cell, within the header.
    for cut in (1..header).step_by(37).chain((second + 1)..whole.len() - 1) {
        fs::write(file(&folder), &whole[..cut]).expect("torn");
        let appended = append(&mut store, &[row(3, false)]).expect("appended");
        let aside = appended.set_aside.clone().expect("set aside");
        let torn = if cut > second { &whole[second..cut] } else { &whole[..cut] };
        assert_eq!(fs::read(&aside).expect("bytes"), [torn, b"\n"].concat());
        fs::remove_file(&aside).expect("removed");
        let expected: &[&str] = if cut > second { &["1", "3"] } else { &["3"] };
        assert_eq!(rows(&file(&folder)), expected, "cut at {cut}");
    }
}

#[test]
fn a_whole_last_row_without_its_line_end_is_kept() {
    let folder = folder();
    let mut store = store(&folder);
    append(&mut store, &[row(1, false)]).expect("appended");
    let text = fs::read_to_string(file(&folder)).expect("text");
    fs::write(file(&folder), text.trim_end()).expect("an editor");
    let appended = append(&mut store, &[row(2, false)]).expect("appended");
    assert_eq!(appended.set_aside, None);
    assert_eq!(rows(&file(&folder)), ["1", "2"]);
}

#[test]
fn a_file_rewritten_by_a_spreadsheet_is_still_ours() {
    let folder = folder();
    let mut store = store(&folder);
    append(&mut store, &[row(1, false)]).expect("appended");
    let text = fs::read_to_string(file(&folder)).expect("text");
    let quoted = text.replacen("reponse_id", "\u{feff}\"reponse_id\"", 1).replace('\n', "\r\n");
    fs::write(file(&folder), quoted).expect("a spreadsheet");
    append(&mut store, &[row(2, false)]).expect("appended");
    assert_eq!(rows(&file(&folder)), ["1", "2"]);
}

#[test]
fn a_file_whose_header_is_not_ours_is_named_and_not_touched() {
    for foreign in ["nom,prénom\nLe Gall,Anne\n", "reponse_id,referentiel\n", "x", "\n\n"] {
        let folder = folder();
        fs::create_dir_all(file(&folder).parent().expect("a folder")).expect("made");
        fs::write(file(&folder), foreign).expect("a foreign file");
        let fault = append(&mut store(&folder), &[row(1, false)]).expect_err("refused");
        assert_eq!(fault.reason, Reason::ForeignHeader);
        assert_eq!(fault.path, file(&folder));
        assert_eq!(fs::read_to_string(file(&folder)).expect("text"), foreign);
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_a_fault_with_its_path() {
    let folder = folder();
    fs::write(folder.path().join("data"), "a file where the folder should be").expect("written");
    let mut store = store(&folder);
    for fault in [
        store.probe(&form("com-entree"), false).expect_err("refused"),
        append(&mut store, &[row(1, false)]).expect_err("refused"),
    ] {
        assert_eq!((fault.action, fault.reason), (Action::CreateFolder, Reason::Gone));
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_file_as_it_was() {
    // `/dev/full` refuses every write as a full disk does.
    if !Path::new("/dev/full").exists() {
        return;
    }
    let folder = folder();
    fs::create_dir_all(file(&folder).parent().expect("a folder")).expect("made");
    std::os::unix::fs::symlink("/dev/full", file(&folder)).expect("a link");
    let fault = append(&mut store(&folder), &[row(1, false)]).expect_err("refused");
    assert_eq!((fault.action, fault.reason.clone()), (Action::Write, Reason::Full), "{fault}");
    assert!(fault.may_retry());
}

#[test]
fn eight_processes_at_once_lose_no_row() {
    let folder = folder();
    let program = env!("CARGO_BIN_EXE_recueil");
    let answers = folder.path().join("answers.csv");
    let lines = "A1b\n".to_owned() + &"cherche\n".repeat(50);
    fs::write(&answers, lines).expect("written");
    let children: Vec<_> = (0..8)
        .map(|_| {
            Command::new(program)
                .args(["--dossier", "dossier", "collect", "com-entree", "--answers"])
                .arg(&answers)
                .current_dir(folder.path())
                .env("XDG_STATE_HOME", folder.path().join("state"))
                .env("HOME", folder.path())
                .output_later()
        })
        .collect();
    for child in children {
        assert!(child.wait_with_output().expect("output").status.success());
    }
    let store = Store::new(folder.path().join("dossier/data"), "any".into());
    let files = store.row_files(true);
    assert_eq!(files.len(), 1, "one machine, one file: {files:?}");
    assert_eq!(rows(&files[0]).len(), 400);
}

trait OutputLater {
    fn output_later(&mut self) -> std::process::Child;
}

impl OutputLater for Command {
    fn output_later(&mut self) -> std::process::Child {
        use std::process::Stdio;
        self.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("started")
    }
}
