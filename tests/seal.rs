//! Sealed rows: what is sealed comes back as it would have been written in clear, and to nobody else.
//! Never trusts our own reading alone: `.ci/peers` has the reference program of the format read them.

#![cfg(feature = "seal")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use recueil::questionnaire::{Kind, Library};
use recueil::record::{Metadata, Record};
use recueil::session::Session;
use recueil::store::{Action, Keys, Opened, PrivateKey, RealDisk, Store, Unopened, Whose};
use recueil::value::{Answer, Date, Meta, Missing, Value};
use support::disk::What;
use support::watched::Watched;
use support::{Chance, form};
use tempfile::TempDir;

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

/// The key of the structure, the one of recovery.
fn pair() -> ([PrivateKey; 2], Keys) {
    let pair = [(); 2].map(|()| PrivateKey::fresh().expect("a key"));
    let public = ["structure", "secours"].iter().zip(&pair);
    let public = public.map(|(name, key)| ((*name).to_owned(), key.public().clone()));
    let keys = Keys::new(public.collect()).expect("two keys");
    (pair, keys)
}

/// A row of a form, its identifier ending in this number, its text this one where it asks for one.
fn row_of(id: &str, number: usize, text: &str) -> Record {
    made(id, number, text, None)
}

/// A row that takes the place of another.
fn row_in_place_of(number: usize, former: usize) -> Record {
    made("com-court", number, "", Some(former))
}

fn identifier(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn made(id: &str, number: usize, text: &str, former: Option<usize>) -> Record {
    let form = form(id);
    let mut session = Session::new(Arc::clone(&form));
    while let Some(question) = session.question() {
        let is_words = question.kind == Kind::Text && !text.is_empty();
        let answer: Answer = match question.kind {
            Kind::Note => Value::Read.into(),
            _ if is_words => Value::Text(text.to_owned()).into(),
            _ => Missing::SansReponse.into(),
        };
        session.confirm(answer).expect("accepted");
    }
    let mut metadata = Metadata::new(&form);
    metadata.date(Date::constant(2026, 11, 22), Date::constant(2026, 11, 22));
    for (meta, value) in [
        (Meta::ReponseId, identifier(number)),
        (Meta::Remplace, former.map(identifier).unwrap_or_default()),
        (Meta::Structure, "L'Atelier, \"Bellevue\"".to_owned()),
        (Meta::Essai, "0".to_owned()),
    ] {
        metadata.set(meta, &value).expect("fits");
    }
    Record::new(&session.finish().expect("finished"), metadata)
}

fn row(number: usize) -> Record {
    row_of("com-court", number, "bien, \"oui\" ; l'été")
}

fn store(folder: &Path) -> Store {
    Store::new(folder.join("data"), "abcdefgh".into())
}

/// Seals rows in a folder.
fn seal(folder: &Path, keys: &Keys, rows: &[Record]) {
    for row in rows {
        let mut store = store(folder).sealing(keys);
        let appended = store.append(row.form(), false, std::slice::from_ref(row)).expect("sealed");
        assert_eq!((appended.rows, appended.file), (1, folder.join("data/scelle")));
    }
}

fn sealed(folder: &Path) -> Vec<PathBuf> {
    store(folder).sealed_at(folder).expect("sealed files")
}

fn open(folder: &Path, key: &PrivateKey) -> Vec<Opened> {
    let store = store(folder);
    sealed(folder).iter().map(|file| store.open(file, key).expect("opened")).collect()
}

/// Opens what is sealed at a place into a dossier; says how many rows were there already, and how
/// many were withdrawn.
fn open_into(dossier: &Path, from: &Path, key: &PrivateKey) -> (usize, usize) {
    let mut store = store(dossier);
    let sorted = store.sort(open(from, key)).expect("sorted");
    for (form, batch) in &sorted.new {
        store.append_batch(form, batch).expect("appended");
    }
    (sorted.there, sorted.withdrawn)
}

/// Every file under a folder, with what it holds, locks left out.
fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(everything(&path));
        } else if path.extension().is_none_or(|extension| extension != "lock") {
            let bytes = fs::read(&path).expect("a file");
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}

fn under(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let relative = |path: &Path| path.strip_prefix(folder).expect("under").to_owned();
    everything(folder).into_iter().map(|(path, bytes)| (relative(&path), bytes)).collect()
}

fn rows_in(folder: &Path) -> Vec<String> {
    support::rows(folder.join("data"), false, &["reponse_id"])
        .iter()
        .map(|id| id[24..].trim_start_matches('0').to_owned())
        .collect()
}

#[test]
fn every_form_and_every_length_of_text_comes_back_as_it_would_have_been_written_in_clear() {
    let (pair, keys) = pair();
    let (sealed, opened, clear) = (folder(), folder(), folder());
    let library = Library::load(Vec::new());
    let forms = library.heads().flat_map(|head| {
        library.referentiel(&head.id).expect("a référentiel").questionnaires.clone()
    });
    let rows = forms.enumerate().map(|(number, form)| row_of(&form.id, number, ""));
    let hostile = ["=1+1", "007", "a\"b\"", "'", ",", "é œ 💡", "\u{1b}[2J"];
    let texts = hostile.map(str::to_owned).into_iter();
    let texts = texts.chain([1, 2, 7, 63, 64, 65, 255, 256, 280].map(|length| "é".repeat(length)));
    let texts = texts.enumerate().map(|(number, text)| row_of("com-court", 900 + number, &text));
    let rows: Vec<Record> = rows.chain(texts).collect();
    assert!(rows.len() > 30);

    seal(sealed.path(), &keys, &rows);
    for row in &rows {
        let row = std::slice::from_ref(row);
        store(clear.path()).append(row[0].form(), false, row).expect("appended");
    }
    // One size for all of them: it tells no form from another.
    let files = self::sealed(sealed.path());
    let sizes = files.iter().map(|file| fs::metadata(file).expect("a file").len() / 1024);
    assert_eq!(sizes.collect::<BTreeSet<_>>(), BTreeSet::from([32]));
    assert_eq!(open_into(opened.path(), sealed.path(), &pair[1]), (0, 0));
    assert_eq!(under(opened.path()), under(clear.path()));
}

#[test]
fn nothing_in_the_folder_or_its_names_tells_what_was_answered_or_when() {
    let (_, keys) = pair();
    let folder = folder();
    let rows: Vec<Record> = (1..=5).map(row).chain([row_of("upc-entree", 6, "")]).collect();
    seal(folder.path(), &keys, &rows);
    let mut sizes = Vec::new();
    for (path, bytes) in everything(folder.path()) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name == "reserve" {
            continue;
        }
        let digits = name.strip_suffix(".age").expect("a sealed file");
        assert!(
            digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{name}"
        );
        // Long enough that 200 kB of noise hold none of them by chance.
        for said in ["com-court", "upc-entree", "commun", "Atelier", "00000000", "2026-"] {
            let found = bytes.windows(said.len()).any(|part| part == said.as_bytes());
            assert!(!found, "{said} in {name}");
        }
        let about = fs::metadata(&path).expect("a file");
        let noon = UNIX_EPOCH + Duration::from_secs(315_576_000);
        assert_eq!(about.modified().expect("a time"), noon, "1 January 1980");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(about.permissions().mode() & 0o777, 0o600);
        }
        sizes.push(bytes.len() / 1024);
    }
    assert_eq!(sizes, [32; 6], "a size tells neither the form nor the length of an answer");
    assert_eq!(store(folder.path()).sealed(), 6);
}

#[test]
fn another_key_opens_nothing_and_a_file_changed_anywhere_stays_closed() {
    let (pair, keys) = pair();
    let folder = folder();
    seal(folder.path(), &keys, &[row(1)]);
    let file = sealed(folder.path()).remove(0);
    let store = store(folder.path());
    let other = PrivateKey::fresh().expect("a key");
    assert!(matches!(store.open(&file, &other), Err(Unopened::OtherKey)));
    let whole = fs::read(&file).expect("sealed");
    // Each byte of a smaller one is tried beside the cipher.
    for at in (0..whole.len()).step_by(509).chain([whole.len() - 1]) {
        let mut wrong = whole.clone();
        wrong[at] ^= 0x10;
        for bytes in [&wrong, &whole[..at]] {
            fs::write(&file, bytes).expect("written");
            let opened = store.open(&file, &pair[0]);
            assert!(matches!(opened, Err(Unopened::Damaged | Unopened::OtherKey)), "{at}");
        }
    }
    fs::write(&file, &whole).expect("written");
    assert!(store.open(&file, &pair[0]).is_ok());
    let gone = folder.path().join("none.age");
    assert!(
        matches!(store.open(&gone, &pair[0]), Err(Unopened::Unread(fault)) if fault.action == Action::Open)
    );
}

/// How many sealed files are damaged: few, or as many as `RECUEIL_FUZZ` says.
fn inputs() -> u64 {
    std::env::var("RECUEIL_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(100)
}

fn damage(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    for _ in 0..=chance.among(3) {
        let at = chance.among(damaged.len());
        let end = (at + chance.among(200)).min(damaged.len());
        match chance.among(5) {
            0 => damaged[at] ^= 1 << chance.among(8),
            1 => damaged.truncate(at.max(1)),
            2 => _ = damaged.drain(at..end),
            3 => damaged[at..end].fill(0),
            _ => damaged = [&damaged[..end], &damaged[at..]].concat(),
        }
    }
    damaged
}

/// What is sealed by somebody else is opened too: its seal is right, whatever is in it.
#[test]
fn whatever_is_damaged_outside_or_inside_a_seal_no_row_comes_out_that_was_not_put_in() {
    let (pair, keys) = pair();
    let folder = folder();
    seal(folder.path(), &keys, &[row(1)]);
    let file = sealed(folder.path()).remove(0);
    let store = store(folder.path());
    let whole = fs::read(&file).expect("sealed");
    // The text of the form beside the row may be another one, of the same questions.
    let row_of = |opened: &Opened| {
        let told = format!("{opened:?}");
        told.rsplit_once("row: ").expect("a row").1.to_owned()
    };
    let right = row_of(&store.open(&file, &pair[0]).expect("opened"));
    let identity: age::x25519::Identity = pair[0].text().parse().expect("a key");
    let plain = age::decrypt(&identity, &whole).expect("opened by the library itself");
    for seed in 1..=inputs() {
        let mut chance = Chance(seed);
        let outside = damage(&whole, &mut chance);
        fs::write(&file, &outside).expect("written");
        let opened = store.open(&file, &pair[0]);
        assert!(opened.is_err() || outside == whole, "RECUEIL_FUZZ seed {seed}");
        let inside = damage(&plain, &mut chance);
        let sealed = age::encrypt(&identity.to_public(), &inside).expect("sealed");
        fs::write(&file, sealed).expect("written");
        if let Ok(opened) = store.open(&file, &pair[0]) {
            assert!(row_of(&opened) == right, "RECUEIL_FUZZ seed {seed}");
        }
    }
}

#[test]
fn rows_are_added_in_the_order_of_their_identifiers_and_never_twice() {
    let (pair, keys) = pair();
    let (first, second, dossier) = (folder(), folder(), folder());
    seal(first.path(), &keys, &[5, 3, 8].map(row));
    seal(second.path(), &keys, &[7, 3].map(row));
    assert_eq!(open_into(dossier.path(), first.path(), &pair[0]), (0, 0));
    assert_eq!(rows_in(dossier.path()), ["3", "5", "8"]);
    assert_eq!(open_into(dossier.path(), second.path(), &pair[1]), (1, 0));
    assert_eq!(rows_in(dossier.path()), ["3", "5", "8", "7"]);
    let before = under(dossier.path());
    assert_eq!(open_into(dossier.path(), first.path(), &pair[0]), (3, 0));
    assert_eq!(under(dossier.path()), before);
}

#[test]
fn what_was_withdrawn_or_corrected_does_not_come_back() {
    let (pair, keys) = pair();
    let (folder, dossier) = (folder(), folder());
    seal(folder.path(), &keys, &[1, 2, 3, 4].map(row));
    let data = dossier.path().join("data");
    let mut clear = store(dossier.path());
    let file = clear.file(&form("com-court"), false);
    // The second was corrected: its row went to the history. Of the third only the row that took its
    // place is there.
    let mut append = |row| clear.append(&form("com-court"), false, &[row]).expect("appended");
    append(row(2));
    fs::create_dir(data.join("commun/historique")).expect("made");
    let name = file.file_name().expect("a name");
    fs::rename(&file, data.join("commun/historique").join(name)).expect("moved");
    append(row_in_place_of(30, 3));
    let withdrawn =
        "reponse_id,jour,controle\n00000000-0000-4000-8000-000000000001,2026-11-22,c0\n";
    fs::write(data.join("retraits.csv"), withdrawn).expect("written");
    // A file of somebody else is no reason to stop.
    fs::write(data.join("commun/notes.csv"), "a;b\n1;2\n").expect("written");
    assert_eq!(open_into(dossier.path(), folder.path(), &pair[0]), (2, 1));
    let text = fs::read_to_string(&file).expect("rows");
    let ids = text.lines().skip(1).map(|line| &line[32..36]).collect::<Vec<_>>();
    assert_eq!(ids, ["0030", "0004"]);

    // Of withdrawals that cannot be read nobody knows whom they protect.
    let file = data.join("retraits.csv");
    fs::write(&file, b"reponse_id\n\xff\n").expect("written");
    let fault = store(dossier.path()).sort(open(folder.path(), &pair[0])).expect_err("unreadable");
    assert_eq!((fault.action, fault.path), (Action::Read, file));
}

#[test]
fn two_files_that_say_different_things_under_one_identifier_are_both_left() {
    let (pair, keys) = pair();
    let (folder, dossier) = (folder(), folder());
    seal(folder.path(), &keys, &[row(1), row_of("com-court", 1, "autre chose"), row(2), row(2)]);
    let store = store(dossier.path());
    let sorted = store.sort(open(folder.path(), &pair[0])).expect("sorted");
    assert_eq!((sorted.disputed.len(), sorted.settled.len(), sorted.there), (2, 2, 0));
    let lines = sorted.new.iter().map(|(_, batch)| batch.lines().to_vec()).collect::<Vec<_>>();
    assert_eq!(lines.len(), 1);
    assert_eq!(String::from_utf8_lossy(&lines[0]).lines().count(), 1, "the same row, sealed twice");
}

#[test]
fn what_was_purged_after_it_was_opened_never_comes_back_from_the_sealed_files() {
    let (pair, keys) = pair();
    let (folder, dossier) = (folder(), folder());
    seal(folder.path(), &keys, &[1, 2].map(row));
    assert_eq!(open_into(dossier.path(), folder.path(), &pair[0]), (0, 0));
    let ids = BTreeSet::from([identifier(1), identifier(2)]);
    let today = Date::constant(2032, 1, 5);
    assert_eq!(store(dossier.path()).withdraw(&Whose::Ids(ids), today), Ok(2));
    assert_eq!(rows_in(dossier.path()), [""; 0]);
    assert_eq!(open_into(dossier.path(), folder.path(), &pair[1]), (0, 2));
    assert_eq!(rows_in(dossier.path()), [""; 0]);
}

#[test]
fn what_was_left_half_sealed_goes_when_the_next_row_is_sealed() {
    let (_, keys) = pair();
    let folder = folder();
    seal(folder.path(), &keys, &[row(1)]);
    let whole = sealed(folder.path()).remove(0);
    let half = PathBuf::from(format!("{}.nouveau", whole.display()));
    fs::write(&half, "age-encryption.org/v1").expect("written");
    seal(folder.path(), &keys, &[row(2)]);
    assert!(whole.exists() && !half.exists());
    assert_eq!(store(folder.path()).sealed(), 2);
}

#[test]
fn trials_are_sealed_to_nobody() {
    let (_, keys) = pair();
    let folder = folder();
    let form = form("com-entree");
    let mut metadata = Metadata::new(&form);
    metadata.set(Meta::Essai, "1").expect("a trial");
    let trial = Record::new(&Session::new(Arc::clone(&form)).interrupt(), metadata);
    let mut store = store(folder.path()).sealing(&keys);
    let appended = store.append(&form, true, &[trial]).expect("appended");
    assert!(appended.file.starts_with(folder.path().join("data/essai/commun")), "{appended:?}");
    assert_eq!(store.sealed(), 0);
}

/// The calls that change what a disk holds, but for removals, or make it sure.
fn changes(what: What, _: &Path) -> bool {
    let is_change = matches!(
        what,
        What::MakeFolder | What::SyncFolder | What::Rename | What::Write | What::Sync
    );
    is_change || matches!(what, What::Open(_))
}

#[test]
fn wherever_the_disk_fails_all_rows_of_a_batch_are_sealed_or_none_is() {
    let (pair, keys) = pair();
    let rows = [1, 2, 3].map(row);
    let mut refused = 0;
    for at in 0.. {
        let folder = folder();
        let disk = Watched::around(RealDisk).failing(changes, at..at + 1, ErrorKind::Other);
        let mut store =
            Store::on(Arc::new(disk.clone()), folder.path().join("data"), "abcdefgh".into())
                .sealing(&keys);
        let saved = store.append(&form("com-court"), false, &rows);
        let left = everything(folder.path());
        match saved {
            Err(_) => {
                refused += 1;
                assert!(
                    left.is_empty(),
                    "{at}: {:?}",
                    left.iter().map(|(path, _)| path).collect::<Vec<_>>()
                );
            }
            Ok(appended) => {
                assert_eq!((appended.rows, left.len()), (3, 3), "{at}");
                assert_eq!(open(folder.path(), &pair[0]).len(), 3);
            }
        }
        if disk.calls() <= at {
            break;
        }
    }
    assert!(refused > 8, "{refused}");
}
