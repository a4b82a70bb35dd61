//! Real files of every kind that the program reads, damaged at random: flipped, cut, repeated, sewn
//! together, filled with NULs and quotation marks. Never a panic, and what was not damaged is read.
//!
//! Some seconds of it in the ordinary tests. For millions of inputs:
//! `RECUEIL_FUZZ=1000000 cargo test --release --test mutations`, and `RECUEIL_FUZZ_SEED` for others.
//! A failure says the seed of its input: with that seed it is the first.
//!
//! Never a real disk: files are in memory.

mod support;

use std::path::Path;
use std::sync::Arc;

use recueil::exchange::read_answers;
use recueil::questionnaire::{Questionnaire, archive};
use recueil::record::{Metadata, Record, controle};
use recueil::session::Session;
use recueil::store::{Batch, Journals, Met, Odd, Opening, Reason, Seen, Step, Store, header};
use recueil::value::{Date, Meta, Missing, Value};
use support::disk::Memory;
use support::{Chance, form};

/// How many inputs of a kind are tried where nobody asks for more.
const USUAL: u64 = 1_000;

/// Pieces that readers stumble over.
const PIECES: [&[u8]; 20] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r\n",
    b"\r",
    b"\0",
    b"\0\0\0\0\0\0\0\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"\x1f",
    b"\n\n",
    b",\"",
    b"\",",
    b"'",
    b"controle",
    b"\n\",\n",
];

/// Damages bytes once or some times, taking pieces of other files too.
fn damage(bytes: &[u8], others: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    for _ in 0..=chance.among(3) {
        let at = chance.among(damaged.len() + 1);
        match chance.among(10) {
            0 if at < damaged.len() => damaged[at] ^= 1 << chance.among(8),
            1 if at < damaged.len() => damaged[at] = chance.number().to_le_bytes()[0],
            2 => damaged.truncate(at),
            3 => _ = damaged.drain(chance.part(damaged.len(), 400)),
            4 => {
                let part = chance.part(damaged.len(), 400);
                let piece = damaged[part].to_vec();
                damaged.splice(at..at, piece);
            }
            5 => {
                let other = &others[chance.among(others.len())];
                let piece = other[chance.part(other.len(), 600)].to_vec();
                let end = chance.part(damaged.len() - at, 200).end + at;
                damaged.splice(at..end, piece);
            }
            6 => {
                let part = chance.part(damaged.len(), 300);
                damaged[part].fill(0);
            }
            // A line that seems to have no end: seldom, for it takes long.
            7 if chance.among(2_000) == 0 => {
                let piece = PIECES[chance.among(PIECES.len())];
                damaged.splice(at..at, piece.repeat((3 << 20) / piece.len()));
            }
            _ => _ = damaged.splice(at..at, PIECES[chance.among(PIECES.len())].iter().copied()),
        }
    }
    damaged
}

/// Tries inputs one after the other, each from a seed of its own.
fn try_inputs(share: u64, mut act: impl FnMut(&mut Chance)) {
    struct Said(u64);
    impl Drop for Said {
        fn drop(&mut self) {
            if std::thread::panicking() {
                eprintln!("RECUEIL_FUZZ_SEED={}", self.0);
            }
        }
    }
    let asked = |name| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let count = asked("RECUEIL_FUZZ").unwrap_or(USUAL) / share;
    let first = asked("RECUEIL_FUZZ_SEED").unwrap_or(1);
    for seed in (first..).take(usize::try_from(count).expect("a count")) {
        let said = Said(seed);
        act(&mut Chance(seed.wrapping_mul(0x2545_f491_4f6c_dd1d)));
        drop(said);
    }
}

fn id(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn row(form: &Arc<Questionnaire>, number: usize) -> Record {
    let mut session = Session::new(Arc::clone(form));
    session.give(Value::Choice("cherche".into())).expect("accepted");
    for _ in 0..3 {
        session.give(Missing::SansReponse).expect("accepted");
    }
    let mut metadata = Metadata::new(form);
    metadata.date(Date::constant(2026, 11, 22), Date::constant(2026, 11, 22));
    metadata.set(Meta::ReponseId, &id(number)).expect("an identifier");
    let words = ["Foyer", "L'Œuvre, « été » \"2026\"", "", "a;b", "\"q\""][number % 5];
    metadata.set(Meta::Structure, words).expect("words");
    metadata.set(Meta::Essai, "0").expect("no trial");
    Record::new(&session.finish().expect("finished"), metadata)
}

/// A file of twelve rows, as the program writes it.
fn rows_file(form: &Arc<Questionnaire>) -> Vec<u8> {
    let rows = Batch::new(form, false, (1..=12).map(|number| row(form, number)));
    [&header(form)[..], rows.lines()].concat()
}

/// The same as spreadsheets of Windows save it.
fn spreadsheet(file: &[u8]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(file);
    for cells in rows.byte_records() {
        writer.write_byte_record(&cells.expect("cells")).expect("written");
    }
    let text = String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8");
    let byte = |letter| {
        if letter == 'Œ' {
            0x8c
        } else {
            u8::try_from(u32::from(letter)).expect("a letter of ISO 8859-1")
        }
    };
    text.chars().map(byte).collect()
}

fn opening(form: &Arc<Questionnaire>) -> Opening {
    Opening {
        fingerprint: form.fingerprint().to_owned(),
        definition: archive(form).into(),
        day: Date::constant(2026, 11, 22),
        cells: vec![(Meta::ReponseId, id(99)), (Meta::Structure, "L'\"Œuvre\", ici".into())],
    }
}

fn steps() -> Vec<Step> {
    vec![
        Step::Answer("A1b".into(), "cherche".into()),
        Step::Place("A1c".into()),
        Step::Meta(Meta::Groupe, "mardi".into()),
        Step::Answer("A1c".into(), "des mots, \"cités\"".into()),
        Step::Answer("A1b".into(), "attend".into()),
    ]
}

fn journal(form: &Arc<Questionnaire>) -> Vec<u8> {
    let disk = Memory::default();
    let journals = Journals::on(Arc::new(disk.clone()), "brouillons".into());
    let journal = journals.begin("a", &opening(form), &steps()).expect("begun");
    journal.leave().expect("left");
    disk.bytes("brouillons/a.journal")
}

fn answers() -> Vec<u8> {
    "feuille,A1b,D1,A3,B1,T2\n1,cherche,premiere,avis idee,4,\"Bien, « oui »\nmerci\"\n\
     2,attend,,,NSP,\n3,,depuis_saison,rien,,\"\"\"x\"\"\"\n"
        .into()
}

fn marks() -> Vec<u8> {
    let mark = |number| {
        let cells = [id(number), "2026-11-23".to_owned()];
        format!("{},{},{}\n", cells[0], cells[1], controle(cells.iter().map(String::as_str)))
    };
    let marks: String = (1..=6).map(mark).collect();
    format!("reponse_id,jour,controle\n{marks}").into_bytes()
}

fn all(form: &Arc<Questionnaire>) -> Vec<Vec<u8>> {
    let rows = rows_file(form);
    let table = spreadsheet(&rows);
    vec![rows, table, journal(form), answers(), marks(), archive(form).into_bytes()]
}

/// The whole lines before and after what two files do not have in common: of the first, by number
/// from 0, those before the damage and those after it.
fn undamaged(whole: &[u8], damaged: &[u8]) -> (usize, usize) {
    let before = whole.iter().zip(damaged).take_while(|(a, b)| a == b).count();
    let most = whole.len().min(damaged.len()) - before;
    let pairs = whole.iter().rev().zip(damaged.iter().rev());
    let after = pairs.take(most).take_while(|(a, b)| a == b).count();
    // What follows the first line end of the end that they share is whole lines.
    let suffix = &whole[whole.len() - after..];
    (ends(&whole[..before]), ends(whole) - ends(suffix).saturating_sub(1))
}

/// How many lines are ended.
fn ends(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count() - 1
}

/// What is read of a file: the identifiers of the rows that are intact, in order. Every place is in
/// the file, every check is right, and every line is parted as the csv crate parts it alone.
fn intact(disk: &Memory, path: &str) -> Vec<String> {
    let bytes = disk.bytes(path);
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let store = Store::on(Arc::new(disk.clone()), "data".into(), "abcdefgh".into());
    let mut ids = Vec::new();
    let mut separator = b',';
    let mut last = (0, 0);
    let read = store.read_rows(Path::new(path), |met| match met {
        Met::Oddity(oddity) => {
            let line = lines[oddity.line - 1];
            assert!((1..=line.len() + 1).contains(&oddity.column), "{oddity:?}");
            if let Odd::Separator(sign) = oddity.kind {
                separator = sign as u8;
            }
            last = last.max((oddity.line, oddity.column));
        }
        Met::Row(row) => {
            let cells: Vec<&str> = row.cells().collect();
            let (check, others) = cells.split_last().expect("cells");
            assert_eq!(row.is_intact(), **check == controle(others.iter().copied()));
            let letters: usize = cells.iter().map(|cell| cell.chars().count()).sum();
            assert!(letters <= bytes.len(), "longer than its file");
            let line = lines[row.line() - 1];
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            for cell in 0..=cells.len() {
                assert!((1..=line.len() + 1).contains(&row.column(cell)));
            }
            if let Some(plain) = row.plain() {
                assert_eq!(plain, line);
            }
            // Alone on its line, a carriage return would end the row of the other reader.
            if std::str::from_utf8(line).is_ok() && !line.contains(&b'\r') {
                let mut reader = csv::ReaderBuilder::new();
                reader.has_headers(false).delimiter(separator);
                let mut rows = reader.from_reader(line);
                let theirs = rows.records().next().expect("a row").expect("cells");
                // The other reader takes a byte order mark away wherever it begins to read.
                if !line.starts_with("\u{feff}".as_bytes()) {
                    assert_eq!(theirs.iter().collect::<Vec<_>>(), cells);
                }
            }
            if row.is_intact() {
                ids.push(row.meta(Meta::ReponseId).to_owned());
            }
        }
    });
    read.expect("a file in memory can be read");
    ids
}

#[test]
fn rows_before_and_after_any_damage_are_read_and_others_can_be_added() {
    let form = form("com-entree");
    let others = all(&form);
    let name = format!("data/commun/{}.abcdefgh.csv", form.stem());
    let files = [others[0].clone(), others[1].clone()];
    let fresh = row(&form, 77);
    try_inputs(1, |chance| {
        let whole = &files[chance.among(4) / 3];
        let damaged = damage(whole, &others, chance);
        let disk = Memory::with(&[(&name, &damaged)]);
        let read = intact(&disk, &name);
        let (before, after) = undamaged(whole, &damaged);
        // Without its header nothing of a file can be understood.
        if before > 0 {
            for number in (1..before).chain(after..13) {
                assert!(read.contains(&id(number)), "row {number}: {before} {after} {read:?}");
            }
        }
        if chance.among(4) > 0 {
            return;
        }
        let mut store = Store::on(Arc::new(disk.clone()), "data".into(), "abcdefgh".into());
        match store.append(&form, false, std::slice::from_ref(&fresh)) {
            Ok(appended) if appended.file == Path::new(&name) => {
                let mut expected = read;
                expected.push(id(77));
                assert_eq!(intact(&disk, &name), expected);
            }
            // What cannot be understood is left alone: the row is in the next segment.
            Ok(appended) => {
                let segment = appended.file.to_str().expect("a name");
                assert_eq!(intact(&disk, segment), [id(77)]);
                assert_eq!(disk.bytes(&name), damaged);
            }
            Err(fault) => {
                assert_eq!(fault.reason, Reason::ForeignHeader);
                assert_eq!(disk.bytes(&name), damaged);
            }
        }
    });
}

#[test]
fn of_a_journal_all_that_stands_before_the_damage_is_read() {
    let form = form("com-entree");
    let others = all(&form);
    let whole = journal(&form);
    let begun = ends(&whole) - steps().len();
    try_inputs(2, |chance| {
        let damaged = damage(&whole, &others, chance);
        let name = "brouillons/a.journal";
        let disk = Memory::with(&[(name, &damaged)]);
        let journals = Journals::on(Arc::new(disk.clone()), "brouillons".into());
        let mut found = journals.abandoned();
        assert_eq!(found.len(), usize::from(!damaged.is_empty()));
        let draft = found.pop().and_then(|found| found.draft);
        let (before, _) = undamaged(&whole, &damaged);
        if before >= begun {
            let draft = draft.as_ref().expect("its beginning is whole");
            assert_eq!(draft.opening, opening(&form));
            assert!(draft.steps.starts_with(&steps()[..before - begun]), "{draft:?}");
        }
        // Taken up, it says the same, and what follows is read after it.
        if chance.among(8) > 0 {
            return;
        }
        let taken = journals.resume(Path::new(name)).expect("no fault");
        assert_eq!(taken.is_some(), draft.is_some());
        if let (Some((mut journal, again)), Some(draft)) = (taken, draft) {
            assert_eq!(again, draft);
            journal.note(&[Step::Place("B5".into())]).expect("noted");
            journal.leave().expect("left");
            let after = journals.abandoned().pop().and_then(|found| found.draft).expect("a draft");
            let mut expected = draft.steps;
            expected.push(Step::Place("B5".into()));
            assert_eq!((after.steps, after.is_torn), (expected, false));
        }
    });
}

#[test]
fn a_file_of_answers_is_read_or_refused_in_its_places() {
    let form = form("com-court");
    let others = all(&self::form("com-entree"));
    let start = Metadata::new(&form);
    try_inputs(2, |chance| {
        let whole = if chance.among(4) == 0 { others[0].clone() } else { answers() };
        let damaged = damage(&whole, &others, chance);
        let lines = ends(&damaged) + 1;
        let reading = read_answers(&damaged, &form, &start);
        assert!(reading.sheets.len() + reading.refused <= lines);
        for mistake in &reading.mistakes {
            assert!((1..=lines).contains(&mistake.line), "{mistake:?}");
            assert!((1..=damaged.len() + 1).contains(&mistake.column), "{mistake:?}");
        }
        for sheet in &reading.sheets {
            Record::new(&sheet.finished, sheet.metadata.clone());
        }
    });
}

#[test]
fn whatever_a_folder_of_rows_holds_is_looked_at_and_no_withdrawal_beside_the_damage_is_lost() {
    let form = form("com-entree");
    let others = all(&form);
    let stem = form.stem();
    let rows = format!("data/commun/{stem}.abcdefgh.csv");
    let names = [
        format!("data/commun/{stem}.abcdefgh-2.csv"),
        format!("data/commun/historique/{stem}.abcdefgh.csv"),
        format!("data/commun/definitions/{stem}.toml"),
        "data/conflits.csv".to_owned(),
        "data/arbitrages.csv".to_owned(),
        "brouillons/a.journal".to_owned(),
        format!("{rows}.rebut"),
    ];
    try_inputs(10, |chance| {
        let damaged = damage(&marks(), &others, chance);
        let disk = Memory::with(&[(&rows, &others[0]), ("data/retraits.csv", &damaged)]);
        for name in &names {
            let whole = &others[chance.among(others.len())];
            let bytes = damage(whole, &others, chance);
            disk.hold(name, &bytes);
        }
        let store = Store::on(Arc::new(disk.clone()), "data".into(), String::new());
        let journals = Journals::on(Arc::new(disk.clone()), "brouillons".into());
        let mut visited = 0;
        let found = store.inspect(&journals, |_, _, _| visited += 1);
        assert_eq!(visited, found.rows + found.trials);
        let withdrawn = found
            .findings
            .iter()
            .filter(|finding| finding.what == Seen::Withdrawn && finding.path == Path::new(&rows));
        let lines: Vec<usize> = withdrawn.map(|finding| finding.line).collect();
        let (before, after) = undamaged(&marks(), &damaged);
        for number in (1..before).chain(after..7) {
            assert!(lines.contains(&(number + 1)), "{number}: {lines:?}");
        }
    });
}
