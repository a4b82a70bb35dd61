//! Each call of an append fails in each way: the row is acknowledged and there, or refused with the
//! file sound; what the disk did not confirm is never asked for again.
//! Never a screen: what people are told is tested beside the screens.

mod support;

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use recueil::questionnaire::Questionnaire;
use recueil::record::{Metadata, Record};
use recueil::session::Session;
use recueil::store::{Action, Appended, Fault, How, Journals, Opening, Reason, Step, Store};
use recueil::value::{Date, Meta};
use support::disk::{Bytes, Call, Crash, Lasts, Memory, Plan, State, What};
use support::form;

/// What disks say: full, failing, read-only, over quota, not allowed, gone.
const ERRORS: [ErrorKind; 6] = [
    ErrorKind::StorageFull,
    ErrorKind::Other,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::QuotaExceeded,
    ErrorKind::PermissionDenied,
    ErrorKind::NotFound,
];

const DATA: &str = "/dossier/data";
/// The data folder of a dossier on a stick.
const ELSEWHERE: &str = "/cle/recueil/data";
const RESERVE: &str = "/dossier/data/reserve";

fn day() -> Date {
    Date::constant(2026, 11, 22)
}

fn id(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn row(form: &Arc<Questionnaire>, number: usize) -> Record {
    let mut metadata = Metadata::new(form);
    metadata.date(day(), day());
    metadata.set(Meta::ReponseId, &id(number)).expect("an identifier");
    metadata.set(Meta::Essai, "0").expect("no trial");
    Record::new(&Session::new(Arc::clone(form)).interrupt(), metadata)
}

fn store_in(disk: &Memory, data: &str) -> Store {
    Store::on(disk.shared(), PathBuf::from(data), "abcdefgh".into())
}

thread_local! {
    /// The form that is asked: reading it takes longer than all that is tested here.
    static FORM: Arc<Questionnaire> = form("com-entree");
}

fn asked() -> Arc<Questionnaire> {
    FORM.with(Arc::clone)
}

fn append(store: &mut Store, number: usize) -> Result<Appended, Fault> {
    let form = asked();
    store.append(&form, false, &[row(&form, number)])
}

fn file() -> PathBuf {
    store_in(&Memory::default(), DATA).file(&asked(), false)
}

/// The power goes, and all that the disk was not told to keep with it.
fn cut(state: &State) -> State {
    let none = state.names().into_iter().find(|names| !names.contains(&true)).expect("none");
    state.after(&Crash::Power(none, Bytes::Lost))
}

/// The rows that the disk keeps, by file and number; a damaged one has none.
fn rows(state: &State) -> BTreeMap<PathBuf, Vec<Option<usize>>> {
    let disk = Memory::of(cut(state));
    let mut found = BTreeMap::new();
    for data in [DATA, ELSEWHERE] {
        let store = store_in(&disk, data);
        for file in store.row_files(false) {
            let mut rows = Vec::new();
            let visit = |row: &recueil::store::Row<'_>| {
                let number = row.meta(Meta::ReponseId).rsplit('-').next().map(str::parse);
                rows.push(number.and_then(Result::ok).filter(|_| row.is_intact()));
            };
            store.each_row(&file, visit).expect("rows");
            found.insert(file, rows);
        }
    }
    found
}

/// How often a row stands in the files, none of which may hold it twice.
fn stands(rows: &BTreeMap<PathBuf, Vec<Option<usize>>>, number: usize) -> usize {
    let counts = rows.values().map(|rows| rows.iter().filter(|row| **row == Some(number)).count());
    let counts: Vec<usize> = counts.collect();
    assert!(counts.iter().all(|count| *count <= 1), "twice in one file: {rows:?}");
    counts.iter().sum()
}

/// Nothing is written to a file, nor asked of it or of a folder, once the disk did not confirm it.
fn never_asked_again(calls: &[Call]) {
    for (at, failed) in calls.iter().enumerate() {
        let is_sync = |what| matches!(what, What::Sync | What::SyncFolder);
        // A folder that does not let itself be opened was not asked.
        let is_denied =
            failed.what == What::SyncFolder && failed.error == Some(ErrorKind::PermissionDenied);
        if failed.error.is_none() || !is_sync(failed.what) || is_denied {
            continue;
        }
        let touches = |what| is_sync(what) || matches!(what, What::Write | What::SetLength);
        // A file that is made anew under the name of one that is gone is another.
        let later = calls[at + 1..].iter().filter(|call| call.path == failed.path);
        let later = later.take_while(|call| !(call.what == What::Remove && call.error.is_none()));
        let again: Vec<&Call> = later.filter(|call| touches(call.what)).collect();
        assert!(again.is_empty(), "after {failed:?}: {again:?}");
    }
}

/// A disk with nothing but the place where a stick is.
fn blank() -> Memory {
    let disk = Memory::default();
    let shared = disk.shared();
    let made =
        shared.make_folder(Path::new("/cle")).and_then(|()| shared.sync_folder(Path::new("/")));
    made.expect("made");
    disk
}

/// Where an append begins, by name; the rows that stand there are 1 and, in most, 2.
fn beginnings() -> Vec<(&'static str, State, &'static [usize])> {
    let fresh = blank();
    let probed = blank();
    store_in(&probed, DATA).probe(&asked(), false).expect("room");
    let used = blank();
    let mut store = store_in(&used, DATA);
    store.probe(&asked(), false).expect("room");
    append(&mut store, 1).expect("appended");
    append(&mut store, 2).expect("appended");
    let spent = Memory::of(used.state());
    spent.shared().remove(Path::new(RESERVE)).expect("spent");
    let torn = Memory::of(used.state());
    let mut end = torn.shared().open(&file(), How::Append).expect("there");
    end.write_all(b"00000000-0000-4000-8000-000000000009,commun,com-en").expect("written");
    end.sync().expect("synced");
    let segments = Memory::of(used.state());
    segments.plan(Plan {
        at: sync_call(&used.state()),
        error: ErrorKind::Other,
        lasts: Lasts::Once,
        short: 0,
    });
    append(&mut store_in(&segments, DATA), 1).expect("in the next segment");
    segments.mend();
    vec![
        ("nothing there", fresh.state(), &[]),
        ("a folder", probed.state(), &[]),
        ("rows", used.state(), &[1, 2]),
        ("rows, the reserve spent", spent.state(), &[1, 2]),
        ("a torn row", torn.state(), &[1, 2]),
        ("two segments", segments.state(), &[1, 2]),
    ]
}

/// At which call of an append the file is synced.
fn sync_call(state: &State) -> usize {
    let disk = Memory::of(state.clone());
    append(&mut store_in(&disk, DATA), 3).expect("appended");
    disk.calls().iter().position(|call| call.what == What::Sync).expect("a sync")
}

#[test]
fn whatever_call_fails_the_row_is_there_or_refused_and_the_others_stand() {
    let mut tried = 0;
    let (mut acknowledged, mut refused) = (0, 0);
    for (name, state, before) in beginnings() {
        let whole = Memory::of(state.clone());
        append(&mut store_in(&whole, DATA), 3).expect("appended");
        let calls = whole.calls();
        for at in 0..=calls.len() + 6 {
            let is_write = calls.get(at).is_none_or(|call| call.what == What::Write);
            let is_look = calls.get(at).is_some_and(|call| call.what == What::About);
            for error in ERRORS {
                for lasts in [Lasts::Once, Lasts::On, Lasts::UntilRoom, Lasts::Full] {
                    for short in [0, 100, usize::MAX] {
                        // Short is only a write; and no disk says once that nothing is there
                        // where something is.
                        let is_idle = short > 0 && !is_write;
                        let is_lie = error == ErrorKind::NotFound && is_look;
                        if lasts == Lasts::Once && (is_idle || is_lie) {
                            continue;
                        }
                        tried += 1;
                        let case = format!("{name}, call {at}, {error:?} {lasts:?} {short}");
                        let disk = Memory::of(state.clone());
                        let mut store = store_in(&disk, DATA);
                        disk.plan(Plan { at, error, lasts, short });
                        let appended = append(&mut store, 3);
                        disk.mend();
                        let calls = disk.calls();
                        never_asked_again(&calls);
                        let is_name_forgotten = calls
                            .iter()
                            .any(|call| call.what == What::SyncFolder && call.error.is_some());
                        let found = rows(&disk.state());
                        for number in before {
                            assert!(stands(&found, *number) > 0, "{case}: {number} of {found:?}");
                        }
                        match appended {
                            Ok(_) => acknowledged += 1,
                            Err(fault) => {
                                refused += 1;
                                again(&disk, &mut store, &fault, calls, &case);
                            }
                        }
                        let found = rows(&disk.state());
                        assert!(stands(&found, 3) > 0, "{case}: acknowledged, {found:?}");
                        // And so is whoever comes next; after the machine has started again, where
                        // the system forgot a name and no process can know it.
                        let disk =
                            if is_name_forgotten { Memory::of(cut(&disk.state())) } else { disk };
                        append(&mut store_in(&disk, DATA), 4).expect(&case);
                        let found = rows(&disk.state());
                        let numbers: Vec<usize> = before.iter().copied().chain([3, 4]).collect();
                        for number in numbers {
                            assert!(stands(&found, number) > 0, "{case}: {number} of {found:?}");
                        }
                        for (file, rows) in &found {
                            // What could not be set aside for sure stays where it is, as it is.
                            let torn = usize::from(name == "a torn row");
                            let damaged = rows.iter().filter(|row| row.is_none()).count();
                            assert!(damaged <= torn, "{case}: {} {rows:?}", file.display());
                        }
                    }
                }
            }
        }
    }
    println!("{tried} appends: {acknowledged} acknowledged, {refused} refused");
    assert!(acknowledged > 500 && refused > 500, "{acknowledged} {refused}");
}

/// The disk is mended, and the answers are still in memory: the same file takes them, or another
/// folder does where this one was not confirmed.
fn again(disk: &Memory, store: &mut Store, fault: &Fault, mut calls: Vec<Call>, case: &str) {
    let elsewhere = || drop(append(&mut store_in(disk, ELSEWHERE), 3).expect(case));
    if !fault.may_retry() {
        return elsewhere();
    }
    match append(store, 3) {
        Ok(_) => {
            calls.extend(disk.calls());
            never_asked_again(&calls);
        }
        // A folder that was not confirmed before is not asked again.
        Err(Fault { reason: Reason::Suspect, .. }) => elsewhere(),
        Err(fault) => panic!("{case}: {fault}"),
    }
}

#[test]
fn an_ordinary_append_is_one_write_and_one_sync() {
    let (_, state, _) = beginnings().remove(2);
    let disk = Memory::of(state);
    let mut store = store_in(&disk, DATA);
    for number in 3..6 {
        append(&mut store, number).expect("appended");
        let calls = disk.calls();
        let to_disk = calls.iter().filter(|call| {
            !matches!(
                call.what,
                What::About
                    | What::Open(How::Append)
                    | What::Lock
                    | What::Length
                    | What::Seek
                    | What::Read
            )
        });
        let to_disk: Vec<(What, &Path)> =
            to_disk.map(|call| (call.what, call.path.as_path())).collect();
        let file = file();
        assert_eq!(to_disk, [(What::Write, file.as_path()), (What::Sync, file.as_path())]);
    }
}

#[test]
fn the_name_of_a_new_file_is_sure_before_its_first_row() {
    let disk = Memory::default();
    append(&mut store_in(&disk, DATA), 1).expect("appended");
    let calls = disk.calls();
    let at = |what: What, path: &Path| {
        calls.iter().rposition(|call| call.what == what && call.path == path).expect("called")
    };
    let file = file();
    let write = at(What::Write, &file);
    for folder in file.ancestors().skip(1).take(4) {
        assert!(at(What::SyncFolder, folder) < write, "{}", folder.display());
    }
}

#[test]
fn on_a_full_disk_the_reserve_makes_room_and_is_kept_aside_again_later() {
    let form = asked();
    let disk = Memory::default();
    let mut store = store_in(&disk, DATA);
    store.probe(&form, false).expect("room");
    append(&mut store, 1).expect("appended");
    let room = || disk.state().bytes(Path::new(RESERVE)).map(|bytes| bytes.len());
    assert_eq!(room(), Some(64 * 1024));
    let full = |lasts| Plan { at: 0, error: ErrorKind::StorageFull, lasts, short: 40 };
    disk.plan(full(Lasts::UntilRoom));
    let appended = append(&mut store, 2).expect("appended");
    let told = Fault { action: Action::Write, path: file(), reason: Reason::Full };
    assert_eq!((appended.overcome, appended.set_aside), (Some(told.clone()), None));
    assert_eq!(room(), None);
    // The next person finds it full, and the reserve spent.
    disk.plan(full(Lasts::Full));
    store.probe(&form, false).expect_err("refused");
    assert_eq!(append(&mut store, 3).expect_err("refused"), told);
    assert_eq!(room(), None);
    disk.mend();
    store.probe(&form, false).expect("room");
    assert_eq!(room(), Some(64 * 1024));
    assert_eq!(append(&mut store, 3).expect("appended").overcome, None);
    assert_eq!(rows(&disk.state())[&file()], [Some(1), Some(2), Some(3)]);
}

#[test]
fn after_a_sync_that_failed_the_next_segment_takes_the_rows_of_every_process() {
    let (_, state, _) = beginnings().remove(2);
    let disk = Memory::of(state.clone());
    let mut store = store_in(&disk, DATA);
    let (error, lasts) = (ErrorKind::Other, Lasts::Once);
    disk.plan(Plan { at: sync_call(&state), error, lasts, short: 0 });
    let appended = append(&mut store, 3).expect("appended");
    let overcome = appended.overcome.expect("told");
    assert_eq!((overcome.action, overcome.path), (Action::Sync, file()));
    let name = file().display().to_string().replace(".csv", "-2.csv");
    let segment = PathBuf::from(name);
    assert_eq!(appended.file, segment);
    assert_eq!(append(&mut store_in(&disk, DATA), 4).expect("appended").file, segment);
    assert_eq!(append(&mut store, 5).expect("appended").file, segment);
    let found = rows(&disk.state());
    assert_eq!(found[&segment], [Some(3), Some(4), Some(5)]);
    assert_eq!(found[&file()], [Some(1), Some(2)], "what was not confirmed is gone with the power");
    never_asked_again(&disk.calls());
}

fn journals(disk: &Memory) -> Journals {
    Journals::on(disk.shared(), PathBuf::from("/dossier/brouillons"))
}

fn opening() -> Opening {
    Opening {
        fingerprint: "0".repeat(64),
        definition: "version = 1".into(),
        day: day(),
        cells: vec![(Meta::ReponseId, id(1))],
    }
}

fn step(name: &str) -> Step {
    Step::Answer(name.into(), "oui".into())
}

#[test]
fn whatever_call_of_a_journal_fails_the_answers_noted_before_are_there() {
    let journal = Path::new("/dossier/brouillons/a.journal");
    for at in 0..30 {
        for error in ERRORS {
            for lasts in [Lasts::Once, Lasts::On] {
                let case = format!("call {at}, {error:?} {lasts:?}");
                let disk = Memory::default();
                disk.plan(Plan { at, error, lasts, short: 9 });
                let mut noted = 0;
                let mut told = false;
                if let Ok(mut journal) = journals(&disk).begin("a", &opening(), &[step("A")]) {
                    noted = 1;
                    for name in ["B", "C"] {
                        // What was told once is told again: nothing is written any more.
                        let is_noted = journal.note(&[step(name)]).is_ok();
                        assert!(!(told && is_noted && lasts == Lasts::On), "{case}");
                        told |= !is_noted;
                        noted += usize::from(is_noted && !told);
                    }
                    _ = journal.leave();
                }
                disk.mend();
                let left = journals(&disk).abandoned();
                let draft = left.iter().find_map(|left| left.draft.as_ref());
                let steps = draft.map_or(0, |draft| draft.steps.len());
                assert!(steps >= noted, "{case}: {steps} of {noted}");
            }
        }
        assert!(journal.is_absolute());
    }
}

#[test]
fn a_journal_that_was_not_confirmed_is_not_written_any_more() {
    let disk = Memory::default();
    let mut journal = journals(&disk).begin("a", &opening(), &[step("A")]).expect("begun");
    disk.wait_until_sure(Path::new("/dossier/brouillons/a.journal"));
    disk.calls();
    // The write is done, and the thread's sync fails.
    disk.plan(Plan { at: 1, error: ErrorKind::Other, lasts: Lasts::Once, short: 0 });
    journal.note(&[step("B")]).expect("written");
    while journal.note(&[]).is_ok() {
        std::thread::yield_now();
    }
    let before = disk.calls();
    for _ in 0..3 {
        let fault = journal.note(&[step("C")]).expect_err("refused");
        assert_eq!(fault.action, Action::Sync);
    }
    assert_eq!(disk.calls(), []);
    never_asked_again(&before);
    assert_eq!(journal.leave().expect_err("told").action, Action::Sync);
}
