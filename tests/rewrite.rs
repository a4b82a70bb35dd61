//! Rows already on the disk: corrected, withdrawn, their codes replaced, each in one step.
//! Never a screen.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use recueil::record::{Metadata, Record, controle};
use recueil::session::Session;
use recueil::store::{Fault, How, Journals, Place, RealDisk, Store, Whose, header};
use recueil::value::{Code, Date, Meta, Missing, Pair, Value};
use support::disk::What;
use support::form;
use support::watched::Watched;
use tempfile::TempDir;

const TODAY: Date = Date::constant(2026, 11, 22);

fn id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// A row of this number, of a person who has this code.
fn row(number: u32, code: &str) -> Record {
    made(number, code, "", "0")
}

/// A row that takes the place of another.
fn correction(number: u32, code: &str, of: u32) -> Record {
    made(number, code, &id(of), "0")
}

fn made(number: u32, code: &str, replaced: &str, trial: &str) -> Record {
    let form = form("com-entree");
    let mut session = Session::new(Arc::clone(&form));
    session.give(Value::Choice("cherche".into())).expect("accepted");
    for _ in 0..3 {
        session.give(Missing::SansReponse).expect("accepted");
    }
    let mut metadata = Metadata::new(&form);
    metadata.date(TODAY, TODAY);
    for (meta, value) in [
        (Meta::ReponseId, id(number).as_str()),
        (Meta::Structure, "L'Atelier, \"Bellevue\""),
        (Meta::Code, code),
        (Meta::Remplace, replaced),
        (Meta::Essai, trial),
    ] {
        metadata.set(meta, value).expect("a value");
    }
    Record::new(&session.finish().expect("finished"), metadata)
}

/// Codes as `Code::numbered` gives them: whoever has them is known by a number.
fn code(number: u32) -> String {
    Code::numbered(number * 1000).to_string()
}

/// A dossier on the real disk.
struct Dossier {
    folder: TempDir,
}

impl Dossier {
    fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder") }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn store(&self) -> Store {
        Store::new(self.data(), "abcdefgh".into())
    }

    fn drafts(&self) -> Journals {
        Journals::new(self.folder.path().join("brouillons"))
    }

    /// With these rows on the disk: those that count, then the trials.
    fn with(rows: &[Record]) -> Self {
        let dossier = Self::new();
        for row in rows {
            let rows = std::slice::from_ref(row);
            dossier.store().append(row.form(), row.is_trial(), rows).expect("appended");
        }
        dossier
    }

    /// The same files in another folder.
    fn copy(&self) -> Self {
        let copy = Self::new();
        for (path, _) in everything(self.folder.path()) {
            let under = path.strip_prefix(self.folder.path()).expect("under the folder");
            let path = copy.folder.path().join(under);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::copy(self.folder.path().join(under), path).expect("copied");
        }
        copy
    }

    fn file(&self) -> PathBuf {
        self.store().file(&form("com-entree"), false)
    }

    fn history(&self) -> PathBuf {
        let file = self.file();
        file.parent().expect("a folder").join("historique").join(file.file_name().expect("a name"))
    }

    /// The numbers of the rows that stand.
    fn standing(&self) -> Vec<u32> {
        numbers(&self.store(), false)
    }
}

fn numbers(store: &Store, trial: bool) -> Vec<u32> {
    let mut numbers = Vec::new();
    let faults = store.standing(trial, |_, row| {
        assert!(row.is_intact(), "{row:?}");
        numbers.push(row.meta(Meta::ReponseId)[24..].parse().expect("a number"));
    });
    assert_eq!(faults, []);
    numbers
}

/// The line of a row in a file.
fn line(record: &Record) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(record.cells()).expect("to memory");
    String::from_utf8(writer.into_inner().expect("to memory")).expect("text")
}

/// The whole text of a file of these rows.
fn file_of(rows: &[&Record]) -> String {
    let header = String::from_utf8(header(&form("com-entree"))).expect("text");
    rows.iter().fold(header, |text, row| text + &line(row))
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file under a folder, with its text.
fn everything(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            found.extend(everything(&entry.path()));
        } else {
            let bytes = fs::read(entry.path()).expect("bytes");
            found.push((entry.path(), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_corrected_row_stands_in_the_place_of_the_old_one_which_is_kept_unchanged() {
    let rows = [row(1, ""), row(2, &code(7)), row(3, "")];
    let dossier = Dossier::with(&rows);
    let fresh = correction(4, &code(7), 2);
    let file = dossier.store().correct(&fresh).expect("corrected");
    assert_eq!(file, Some(dossier.file()));
    assert_eq!(text(&dossier.file()), file_of(&[&rows[0], &fresh, &rows[2]]));
    assert_eq!(text(&dossier.history()), file_of(&[&rows[1]]));

    // Once more: the answer to it was lost. Then a correction of the correction.
    assert_eq!(dossier.store().correct(&fresh), Ok(Some(dossier.file())));
    let again = correction(5, &code(7), 4);
    dossier.store().correct(&again).expect("corrected");
    assert_eq!(text(&dossier.file()), file_of(&[&rows[0], &again, &rows[2]]));
    assert_eq!(text(&dossier.history()), file_of(&[&rows[1], &fresh]));

    // Of a row that nobody has there is nothing to correct, nor of one that was corrected.
    for of in [2, 99] {
        let before = everything(&dossier.data());
        assert_eq!(dossier.store().correct(&correction(6, "", of)), Ok(None));
        assert_eq!(everything(&dossier.data()), before);
    }
}

#[test]
fn lines_that_an_editor_or_a_power_cut_left_stay_as_they_are_when_another_is_corrected() {
    let rows = [row(1, ""), row(2, ""), row(3, "")];
    let dossier = Dossier::with(&rows);
    let edited = line(&rows[0]).trim_end().replace("cherche", "\"autre, ou\nrien\"") + "\r\n";
    let torn = &line(&rows[2])[..90];
    let header = file_of(&[]);
    fs::write(dossier.file(), format!("{header}{edited}{}{torn}", line(&rows[1]))).expect("edited");
    let fresh = correction(4, "", 2);
    dossier.store().correct(&fresh).expect("corrected");
    assert_eq!(text(&dossier.file()), format!("{header}{edited}{}{torn}", line(&fresh)));
}

#[test]
fn a_row_that_two_segments_hold_is_read_once_and_corrected_in_both() {
    let rows = [row(1, ""), row(2, ""), row(3, "")];
    let dossier = Dossier::with(&rows[..2]);
    let name = dossier.file().display().to_string().replace(".csv", "-2.csv");
    let next = PathBuf::from(name);
    fs::write(&next, file_of(&[&rows[1], &rows[2]])).expect("a segment");
    assert_eq!(dossier.standing(), [1, 2, 3]);
    let fresh = correction(4, "", 2);
    assert_eq!(dossier.store().correct(&fresh), Ok(Some(next.clone())));
    assert_eq!(text(&dossier.file()), file_of(&[&rows[0]]));
    assert_eq!(text(&next), file_of(&[&fresh, &rows[2]]));
    assert_eq!(dossier.standing(), [1, 4, 3]);
}

#[test]
fn a_file_whose_columns_are_not_ours_is_not_touched_by_a_correction() {
    let dossier = Dossier::with(&[row(1, "")]);
    let foreign = format!("reponse_id,autre\n{},x\n", id(1));
    fs::write(dossier.file(), &foreign).expect("a foreign file");
    dossier.store().correct(&correction(2, "", 1)).expect_err("refused");
    assert_eq!(text(&dossier.file()), foreign);
    assert!(!dossier.history().exists());
}

#[test]
fn corrections_while_others_append_lose_nothing() {
    let count = 20;
    let rows: Vec<Record> = (0..count).map(|number| row(number, "")).collect();
    let dossier = Dossier::with(&rows);
    thread::scope(|scope| {
        scope.spawn(|| {
            for number in 0..count {
                let fresh = correction(1000 + number, "", number);
                assert!(dossier.store().correct(&fresh).expect("corrected").is_some());
            }
        });
        for writer in 1..4 {
            let dossier = &dossier;
            scope.spawn(move || {
                for number in 0..count {
                    let row = row(writer * 100 + number, "");
                    let rows = std::slice::from_ref(&row);
                    dossier.store().append(row.form(), false, rows).expect("appended");
                }
            });
        }
    });
    let standing = dossier.standing();
    let corrected: Vec<u32> = (1000..1000 + count).collect();
    assert_eq!(standing[..count as usize], corrected, "each in its place");
    let appended: BTreeSet<u32> = standing[count as usize..].iter().copied().collect();
    let expected = (1..4).flat_map(|writer| (0..count).map(move |number| writer * 100 + number));
    assert_eq!(appended, expected.collect());
    let rows: Vec<&Record> = rows.iter().collect();
    assert_eq!(text(&dossier.history()), file_of(&rows));
}

/// A dossier in which the person of code 7 is everywhere, beside another.
fn everywhere() -> Dossier {
    let (own, other) = (code(7), code(8));
    let rows = [
        row(1, &other),
        row(2, &own),
        row(3, ""),
        row(4, &own),
        made(5, &own, "", "1"),
        made(6, &other, "", "1"),
    ];
    let dossier = Dossier::with(&rows);
    dossier.store().correct(&correction(7, &own, 4)).expect("corrected");
    let torn = line(&row(8, &own));
    let torn = &torn[..torn.len() - 30];
    let aside = dossier.file().display().to_string() + ".rebut";
    fs::write(aside, format!("{torn}\n{}", line(&row(9, &other)))).expect("set aside");
    let mut table = csv::Writer::from_path(dossier.data().join("conflits.csv")).expect("a table");
    table.write_record(["reponse_id", "fichier", "rangee"]).expect("written");
    for row in [row(10, &own), row(11, &other)] {
        let id = row.meta(Meta::ReponseId).to_owned();
        table.write_record([&id, "a.csv", line(&row).trim_end()]).expect("written");
    }
    table.flush().expect("written");
    dossier
}

fn found(dossier: &Dossier, whose: &Whose) -> Vec<(String, Place, bool)> {
    let mut found: Vec<_> = dossier
        .store()
        .traces(whose)
        .expect("looked for")
        .into_iter()
        .map(|trace| (trace.id[34..].to_owned(), trace.place, trace.trial))
        .collect();
    found.sort();
    found
}

#[test]
fn every_row_of_a_person_is_found_wherever_it_is_and_goes_with_its_mark() {
    let dossier = everywhere();
    let whose = Whose::Code(Code::read(&code(7)).expect("a code"));
    let expected = [
        ("02", Place::Standing, false),
        ("04", Place::History, false),
        ("05", Place::Standing, true),
        ("07", Place::Standing, false),
        ("08", Place::Aside, false),
        ("10", Place::Table, false),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(id, place, trial)| ((*id).to_owned(), *place, *trial)).collect();
    assert_eq!(found(&dossier, &whose), expected);

    assert_eq!(dossier.store().withdraw(&whose, TODAY), Ok(6));
    assert_eq!(found(&dossier, &whose), []);
    let rows = [row(1, &code(8)), row(3, "")];
    assert_eq!(text(&dossier.file()), file_of(&[&rows[0], &rows[1]]));
    assert_eq!(text(&dossier.history()), file_of(&[]));
    assert_eq!(numbers(&dossier.store(), true), [6]);
    let aside = PathBuf::from(dossier.file().display().to_string() + ".rebut");
    assert_eq!(text(&aside), line(&row(9, &code(8))));
    let marks = [2, 4, 5, 7, 8, 10].map(|number| {
        let id = id(number);
        format!("{id},2026-11-22,{}\n", controle([id.as_str(), "2026-11-22"]))
    });
    let marks = "reponse_id,jour,controle\n".to_owned() + &marks.concat();
    assert_eq!(text(&dossier.data().join("retraits.csv")), marks);
    for (path, text) in everything(dossier.folder.path()) {
        assert!(!text.contains(&code(7)), "{}", path.display());
    }
}

#[test]
fn whoever_names_one_version_of_a_row_names_them_all() {
    let dossier = Dossier::with(&[row(1, ""), row(2, "")]);
    dossier.store().correct(&correction(3, "", 1)).expect("corrected");
    dossier.store().correct(&correction(4, "", 3)).expect("corrected");
    for named in [1, 3, 4] {
        let whose = Whose::Ids(BTreeSet::from([id(named)]));
        let ids: Vec<String> = found(&dossier, &whose).into_iter().map(|(id, ..)| id).collect();
        assert_eq!(ids, ["01", "03", "04"], "{named}");
    }
    let whose = Whose::Ids(BTreeSet::from([id(99)]));
    assert_eq!(dossier.store().withdraw(&whose, TODAY), Ok(0), "nobody's");
    assert!(!dossier.data().join("retraits.csv").exists());
}

#[test]
fn no_reader_sees_a_row_that_is_marked_and_it_goes_at_the_next_start() {
    let dossier = Dossier::with(&[row(1, ""), row(2, ""), made(3, "", "", "1")]);
    let marks = format!("reponse_id,jour,controle\n{},hier,\n{},,\n", id(1), id(3));
    fs::write(dossier.data().join("retraits.csv"), &marks).expect("marks from elsewhere");
    let store = dossier.store();
    assert_eq!((numbers(&store, false), numbers(&store, true)), (vec![2], vec![]));
    assert!(!store.keeps(&id(1)) && store.keeps(&id(2)) && store.was_saved(&id(1)));
    let recovered = store.recover(&dossier.drafts(), &mut || 1).expect("recovered");
    assert_eq!(recovered.withdrawn, 2);
    assert_eq!(text(&dossier.file()), file_of(&[&row(2, "")]));
    let again = store.recover(&dossier.drafts(), &mut || 1).expect("recovered");
    assert!(again.is_nothing(), "{again:?}");
    assert_eq!(text(&dossier.data().join("retraits.csv")), marks);
}

#[test]
fn of_many_rows_those_that_were_ever_saved_are_found_in_one_reading() {
    let dossier = Dossier::with(&[row(1, ""), row(2, ""), row(3, "")]);
    let store = dossier.store();
    store.correct(&correction(4, "", 1)).expect("corrected");
    store.withdraw(&Whose::Ids(BTreeSet::from([id(2)])), TODAY).expect("withdrawn");
    let ids: Vec<String> = (1..=5).map(id).collect();
    let saved = store.saved_among(&ids.iter().map(String::as_str).collect());
    let asked_one_by_one = ids.iter().filter(|id| store.was_saved(id)).map(String::as_str);
    assert_eq!(saved, asked_one_by_one.collect());
    // The corrected, the withdrawn, the one that stands and the one that took a place; no fifth.
    assert_eq!(saved, ids[..4].iter().map(String::as_str).collect());
}

#[test]
fn a_cycle_is_closed_everywhere_and_the_same_person_keeps_one_number() {
    let dossier = everywhere();
    let mut numbers = [5, 5, 6].into_iter();
    let mut random = || numbers.next().expect("no more people than these");
    let closed = dossier.store().close("2026-2027", &dossier.drafts(), &mut random);
    let closed = closed.expect("closed");
    assert_eq!((closed.people, closed.rows, closed.drafts), (2, 10, 0));
    let (first, second) = (Pair::from_random(5).to_string(), Pair::from_random(6).to_string());
    let (own, other) = if Code::read(&code(7)).ok() < Code::read(&code(8)).ok() {
        (&first, &second)
    } else {
        (&second, &first)
    };
    let rows = [row(1, other), row(2, own), row(3, ""), correction(7, own, 4)];
    assert_eq!(text(&dossier.file()), file_of(&rows.iter().collect::<Vec<_>>()));
    assert_eq!(text(&dossier.history()), file_of(&[&row(4, own)]));
    let table = csv::Reader::from_path(dossier.data().join("conflits.csv")).expect("a table");
    let rows = table.into_records().map(|cells| cells.expect("cells")[2].to_owned() + "\n");
    assert_eq!(rows.collect::<Vec<_>>(), [line(&row(10, own)), line(&row(11, other))]);
    for (path, text) in everything(dossier.folder.path()) {
        let none = !text.contains(&code(7)) && !text.contains(&code(8));
        assert!(none, "{}", path.display());
    }
    assert!(!dossier.data().join("cloture-2026-2027.csv").exists(), "no way back");
}

#[test]
fn closing_leaves_the_rows_of_other_cycles_and_what_was_changed_by_hand_stays_told() {
    let (mine, changed) = (row(1, &code(7)), row(2, &code(8)));
    let dossier = Dossier::with(&[mine, changed.clone()]);
    let by_hand = text(&dossier.file()).replace("cherche", "stage");
    fs::write(dossier.file(), &by_hand).expect("edited");
    let before = everything(&dossier.data());
    let closed = dossier.store().close("2025-2026", &dossier.drafts(), &mut || 1);
    assert_eq!(closed.expect("nothing to close").rows, 0);
    let after = everything(&dossier.data());
    let lock = dossier.data().join("cloture-2025-2026.csv.lock");
    let after: Vec<_> = after.into_iter().filter(|(path, _)| *path != lock).collect();
    assert_eq!(after, before);
    let mut random = 0;
    let mut random = || {
        random += 1;
        random
    };
    dossier.store().close("2026-2027", &dossier.drafts(), &mut random).expect("closed");
    let mut intact = Vec::new();
    let faults = dossier.store().standing(false, |_, row| intact.push(row.is_intact()));
    assert_eq!((faults, intact), (vec![], vec![false, false]));
    assert!(!text(&dossier.file()).contains(&code(8)));
}

/// The calls that change the names or the files of a disk.
fn changes(what: What, _: &Path) -> bool {
    match what {
        What::Open(how) => how != How::Read,
        What::MakeFolder | What::SyncFolder | What::Rename | What::Remove => true,
        _ => false,
    }
}

/// Does something on a disk whose power goes at each of its calls in turn, then starts again.
fn interrupted(
    whole: &Dossier,
    act: &dyn Fn(&Store, &Journals) -> Result<(), Fault>,
    check: &dyn Fn(&Dossier, usize),
) {
    for calls in 0.. {
        assert!(calls < 500, "it never ends");
        let dossier = whole.copy();
        let disk = Watched::around(RealDisk);
        let disk = disk.failing(changes, calls..usize::MAX, ErrorKind::Other);
        let store = Store::on(Arc::new(disk), dossier.data(), "abcdefgh".into());
        let done = act(&store, &dossier.drafts());
        check(&dossier, calls);
        dossier.store().recover(&dossier.drafts(), &mut || 77).expect("recovered");
        check(&dossier, calls);
        if done.is_ok() {
            return;
        }
    }
}

#[test]
fn a_correction_that_is_interrupted_leaves_one_version_and_can_be_tried_again() {
    let act = |store: &Store, _: &Journals| store.correct(&correction(4, "", 2)).map(|_| ());
    let check = |dossier: &Dossier, calls: usize| {
        let standing = dossier.standing();
        assert!([[1, 2, 3], [1, 4, 3]].contains(&[standing[0], standing[1], standing[2]]));
        if standing[1] == 4 {
            assert_eq!(text(&dossier.history()), file_of(&[&row(2, "")]), "{calls}");
        } else {
            dossier.store().correct(&correction(4, "", 2)).expect("corrected");
            assert_eq!(dossier.standing(), [1, 4, 3]);
            assert_eq!(text(&dossier.history()), file_of(&[&row(2, "")]), "{calls}");
        }
    };
    interrupted(&Dossier::with(&[row(1, ""), row(2, ""), row(3, "")]), &act, &check);
}

#[test]
fn a_withdrawal_that_is_interrupted_is_finished_at_the_next_start() {
    let whose = Whose::Code(Code::read(&code(7)).expect("a code"));
    let act = |store: &Store, _: &Journals| store.withdraw(&whose, TODAY).map(|_| ());
    let check = |dossier: &Dossier, calls: usize| {
        let (standing, trials) = (dossier.standing(), numbers(&dossier.store(), true));
        let is_marked = dossier.data().join("retraits.csv").exists();
        let expected =
            if is_marked { (vec![1, 3], vec![6]) } else { (vec![1, 2, 3, 7], vec![5, 6]) };
        assert_eq!((standing, trials), expected, "{calls}");
    };
    interrupted(&everywhere(), &act, &check);
}

#[test]
fn a_closing_that_is_interrupted_gives_everyone_one_number_and_is_finished_at_the_next_start() {
    let act = |store: &Store, drafts: &Journals| {
        let mut random = 0;
        let mut random = || {
            random += 1;
            random
        };
        store.close("2026-2027", drafts, &mut random).map(|_| ())
    };
    let check = |dossier: &Dossier, calls: usize| {
        let table = dossier.data().join("cloture-2026-2027.csv");
        let texts = everything(&dossier.data());
        let has = |code: &str| texts.iter().any(|(_, text)| text.contains(code));
        if !table.exists() && !has(&code(7)) {
            // Of each person one number only.
            let mut of = [BTreeSet::new(), BTreeSet::new()];
            _ = dossier.store().standing(false, |_, row| {
                let is_own = matches!(&row.meta(Meta::ReponseId)[34..], "02" | "07");
                if !row.meta(Meta::Code).is_empty() {
                    of[usize::from(is_own)].insert(row.meta(Meta::Code).to_owned());
                }
            });
            assert_eq!(of.map(|of| of.len()), [1, 1], "{calls}");
            assert!(!has(&code(8)), "{calls}");
        }
        assert_eq!(dossier.standing(), [1, 2, 3, 7], "{calls}");
    };
    interrupted(&everywhere(), &act, &check);
}
