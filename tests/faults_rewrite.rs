//! Each call of a correction, a withdrawal or a closing fails in each way: it is done, or unchanged, or
//! finished at the next start; never half, and nothing is lost of anybody else.
//! Never a screen: what people are told is tested beside the screens.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use recueil::questionnaire::Questionnaire;
use recueil::record::{Metadata, Record};
use recueil::session::Session;
use recueil::store::{Fault, How, Journals, Left, Store, Whose};
use recueil::value::{Code, Date, Meta};
use support::disk::{Bytes, Crash, Lasts, Memory, Plan, State, What};
use support::form;

/// What disks say: full, failing. Other errors are told in other words, and nothing more.
const ERRORS: [ErrorKind; 2] = [ErrorKind::StorageFull, ErrorKind::Other];

const DATA: &str = "/dossier/data";
const CYCLE: &str = "2026-2027";

fn day() -> Date {
    Date::constant(2026, 11, 22)
}

fn id(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

thread_local! {
    /// The form that is asked: reading it takes longer than all that is tested here.
    static FORM: Arc<Questionnaire> = form("com-entree");
}

fn asked() -> Arc<Questionnaire> {
    FORM.with(Arc::clone)
}

/// Rows 1 and 2 are of one person, 3 of another.
fn code(number: usize) -> Code {
    Code::numbered(if number == 3 { 3000 } else { 1000 })
}

fn codes() -> [String; 2] {
    [1, 3].map(|number| code(number).to_string())
}

fn row(number: usize, in_place_of: Option<usize>) -> Record {
    let form = asked();
    let mut metadata = Metadata::new(&form);
    metadata.date(day(), day());
    for (meta, value) in [
        (Meta::ReponseId, id(number)),
        (Meta::Essai, "0".to_owned()),
        (Meta::Code, code(in_place_of.unwrap_or(number)).to_string()),
        (Meta::Remplace, in_place_of.map(id).unwrap_or_default()),
    ] {
        metadata.set(meta, &value).expect("fits");
    }
    Record::new(&Session::new(Arc::clone(&form)).interrupt(), metadata)
}

fn store(disk: &Memory) -> Store {
    Store::on(disk.shared(), PathBuf::from(DATA), "abcdefgh".into())
}

fn drafts(disk: &Memory) -> Journals {
    Journals::on(disk.shared(), PathBuf::from("/dossier/brouillons"))
}

/// The same numbers each time.
fn random() -> impl FnMut() -> u32 {
    let mut last = 7_u32;
    move || {
        last = last.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        last
    }
}

fn append(disk: &Memory, number: usize) {
    store(disk).append(&asked(), false, &[row(number, None)]).expect("appended");
}

/// Where it begins, by name: rows 1 to 3 stand.
fn beginnings() -> Vec<(&'static str, State)> {
    let plain = Memory::default();
    (1..4).for_each(|number| append(&plain, number));

    // Row 1 was corrected before, and is in the history; row 3 is in the second segment.
    let used = Memory::default();
    append(&used, 9);
    append(&used, 2);
    store(&used).correct(&row(1, Some(9))).expect("corrected").expect("it stood");
    let probe = Memory::of(used.state());
    append(&probe, 3);
    let sync = probe.calls().iter().position(|call| call.what == What::Sync).expect("a sync");
    let (error, lasts) = (ErrorKind::Other, Lasts::Once);
    used.plan(Plan { at: sync, error, lasts, short: 0 });
    append(&used, 3);
    used.mend();
    // A torn row was set aside before.
    let file = store(&used).file(&asked(), false);
    let aside = PathBuf::from(format!("{}.rebut", file.display()));
    let mut torn = used.shared().open(&aside, How::Append).expect("made");
    torn.write_all(format!("{},commun,com-en\n", id(1)).as_bytes()).expect("written");
    torn.sync().expect("synced");
    used.shared().sync_folder(aside.parent().expect("a folder")).expect("synced");
    vec![("rows", plain.state()), ("a history, two segments, lines aside", used.state())]
}

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Correct,
    Withdraw,
    Close,
}

impl Act {
    fn on(self, disk: &Memory) -> Result<(), Fault> {
        let store = store(disk);
        match self {
            Self::Correct => {
                let file = store.correct(&row(5, Some(1)))?;
                assert!(file.is_some(), "it stood, and nobody took it away");
                Ok(())
            }
            Self::Withdraw => store.withdraw(&Whose::Code(code(1)), day()).map(drop),
            Self::Close => store.close(CYCLE, &drafts(disk), &mut random()).map(drop),
        }
    }

    /// What is said of a refusal.
    fn left(self, disk: &Memory) -> Option<Left> {
        let store = store(disk);
        match self {
            Self::Correct => None,
            Self::Withdraw => store.withdrawal_left(&Whose::Code(code(1))).ok(),
            Self::Close => store.closing_left(CYCLE, &drafts(disk)).ok(),
        }
    }
}

/// The codes, or what came in their place, of the rows that stand.
fn standing(disk: &Memory, case: &str) -> BTreeMap<usize, String> {
    let mut found = BTreeMap::new();
    let faults = store(disk).standing(false, |_, row| {
        assert!(row.is_intact(), "{case}: damaged");
        let number = row.meta(Meta::ReponseId).rsplit('-').next().map(str::parse);
        let number = number.and_then(Result::ok).expect("an identifier");
        let before = found.insert(number, row.meta(Meta::Code).to_owned());
        assert_eq!(before, None, "{case}: {number} stands twice");
    });
    assert_eq!(faults, [], "{case}");
    found
}

/// Is this anywhere on the disk, in whatever file?
fn is_anywhere(state: &State, text: &str) -> bool {
    let holds = |path: &PathBuf| {
        let bytes = state.bytes(path).expect("a file");
        bytes.windows(text.len()).any(|part| part == text.as_bytes())
    };
    state.files().iter().filter(|path| !path.ends_with("retraits.csv")).any(holds)
}

/// How it ended, once the next start is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Unchanged,
    Done,
}

/// Holds what is found after the next start against what may be: all of it, or nothing.
fn end(act: Act, disk: &Memory, case: &str) -> End {
    let recovered = store(disk).recover(&drafts(disk), &mut random());
    assert!(recovered.is_ok(), "{case}: {recovered:?}");
    let rows = standing(disk, case);
    let state = disk.state();
    let left = state.files().into_iter().find(|path| {
        let is_table = path.display().to_string().contains("cloture-");
        let ends = |end| path.extension().is_some_and(|found| found == end);
        ends("nouveau") || (is_table && ends("csv"))
    });
    assert_eq!(left, None, "{case}");
    let numbers: Vec<usize> = rows.keys().copied().collect();
    let with_codes = rows.values().all(|code| codes().contains(code));
    let end = match (act, &numbers[..]) {
        (Act::Correct | Act::Withdraw, [1, 2, 3]) => End::Unchanged,
        (Act::Correct, [2, 3, 5]) => {
            let history = |path: &&PathBuf| path.iter().any(|part| part == "historique");
            let files = state.files();
            let mut old = files.iter().filter(history).filter_map(|path| state.bytes(path));
            let id = id(1);
            let has = |bytes: Arc<Vec<u8>>| bytes.windows(36).any(|part| part == id.as_bytes());
            assert!(old.any(has), "{case}: the old row is nowhere");
            End::Done
        }
        (Act::Withdraw, [3]) => {
            assert!(![1, 2].into_iter().any(|row| is_anywhere(&state, &id(row))), "{case}");
            End::Done
        }
        (Act::Close, [1, 2, 3]) if with_codes => return End::Unchanged,
        (Act::Close, [1, 2, 3]) => {
            let pairs: BTreeSet<&String> = rows.values().collect();
            let are_pairs = pairs.iter().all(|pair| pair.starts_with("paire-"));
            assert!(are_pairs && pairs.len() == 2 && rows[&1] == rows[&2], "{case}: {rows:?}");
            assert!(!codes().iter().any(|code| is_anywhere(&state, code)), "{case}: a code");
            return End::Done;
        }
        _ => panic!("{case}: half done: {rows:?}"),
    };
    assert!(with_codes, "{case}: {rows:?}");
    end
}

/// The machine stops: what the next one finds, where all that was not sure is lost, and where it is not.
fn after(state: &State) -> [State; 3] {
    let choices = state.names();
    let all = choices.iter().find(|names| !names.contains(&false)).expect("all").clone();
    let none = choices.iter().find(|names| !names.contains(&true)).expect("none").clone();
    [
        state.after(&Crash::Killed(None)),
        state.after(&Crash::Power(none, Bytes::Lost)),
        state.after(&Crash::Power(all, Bytes::Kept)),
    ]
}

fn whatever_call_fails(act: Act) {
    let (mut done, mut refused, mut begun) = (0, 0, 0);
    for (name, state) in beginnings() {
        let whole = Memory::of(state.clone());
        act.on(&whole).expect("done");
        let calls = whole.calls();
        assert_eq!(end(act, &whole, name), End::Done);
        for (at, call) in calls.iter().enumerate() {
            let is_write = call.what == What::Write;
            for error in ERRORS {
                for (lasts, short) in [
                    (Lasts::Once, 0),
                    (Lasts::Once, 100),
                    (Lasts::On, 0),
                    (Lasts::Full, 0),
                    (Lasts::Full, 100),
                ] {
                    if short > 0 && !is_write {
                        continue;
                    }
                    let call = (call.what, &call.path);
                    let case =
                        format!("{act:?}, {name}, {at} {call:?}, {error:?} {lasts:?} {short}");
                    let disk = Memory::of(state.clone());
                    disk.plan(Plan { at, error, lasts, short });
                    let answer = act.on(&disk);
                    disk.mend();
                    let said = act.left(&disk);
                    let ends = after(&disk.state()).map(|state| {
                        let disk = Memory::of(state);
                        (end(act, &disk, &case), disk)
                    });
                    let found: Vec<End> = ends.iter().map(|(end, _)| *end).collect();
                    match (&answer, said) {
                        (Ok(()), _) => {
                            done += 1;
                            assert_eq!(found, [End::Done; 3], "{case}");
                        }
                        (Err(_), Some(Left::Unchanged)) => {
                            refused += 1;
                            assert_eq!(found, [End::Unchanged; 3], "{case}");
                        }
                        // What was only begun may be lost with the power; who stays on finishes it.
                        (Err(_), Some(Left::Begun | Left::Done)) => {
                            begun += 1;
                            assert_eq!(found[0], End::Done, "{case}");
                        }
                        (Err(_), None) => refused += 1,
                    }
                    // It is tried again, by the same machine or by one that started since; only by
                    // the latter where the system forgot the name of a folder, which nobody can know.
                    let is_name_forgotten = act == Act::Correct
                        && disk
                            .calls()
                            .iter()
                            .any(|call| call.what == What::SyncFolder && call.error.is_some());
                    let same = Some(disk).filter(|_| !is_name_forgotten);
                    let [_, (_, started), _] = ends;
                    let again = same.into_iter().chain([started]);
                    for disk in again {
                        let again = act.on(&disk);
                        assert!(again.is_ok(), "{case}, again: {again:?}");
                        for state in after(&disk.state()) {
                            assert_eq!(end(act, &Memory::of(state), &case), End::Done, "{case}");
                        }
                    }
                }
            }
        }
    }
    println!("{act:?}: {done} done, {refused} refused, {begun} begun");
    assert!(refused > 50, "{refused}");
    assert!(begun > 50 || act == Act::Correct, "{begun}");
}

#[test]
fn a_correction_is_done_or_the_old_row_stands() {
    whatever_call_fails(Act::Correct);
}

#[test]
fn a_withdrawal_is_done_or_nothing_of_it_or_the_next_start_finishes_it() {
    whatever_call_fails(Act::Withdraw);
}

#[test]
fn a_closing_is_done_or_nothing_of_it_or_the_next_start_finishes_it() {
    whatever_call_fails(Act::Close);
}

#[test]
fn half_a_sealed_row_is_removed_by_whoever_comes_next() {
    let disk = Memory::default();
    append(&disk, 1);
    let shared = disk.shared();
    let folder = Path::new(DATA).join("scelle");
    shared.make_folder(&folder).expect("made");
    for name in
        ["00112233445566778899aabbccddeeff.age", "ffeeddccbbaa99887766554433221100.age.nouveau"]
    {
        let mut file = shared.open(&folder.join(name), How::Append).expect("made");
        file.write_all(b"sealed").expect("written");
    }
    let recovered = store(&disk).recover(&drafts(&disk), &mut random()).expect("recovered");
    assert_eq!(recovered.unfinished, 1);
    let left = shared.entries(&folder).expect("a folder");
    assert_eq!(left, [folder.join("00112233445566778899aabbccddeeff.age")]);
}
