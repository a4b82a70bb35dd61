//! Reading rows whatever happened to their file: editors, spreadsheets, power cuts, careless hands.
//! Never how rows are added: `store.rs` does that.

mod support;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use recueil::record::{Metadata, Record, columns};
use recueil::session::Session;
use recueil::store::{Batch, Met, Odd, Oddity, Reason, Store, header};
use recueil::value::{Date, Meta, Missing, Value};
use support::form;
use tempfile::TempDir;

/// What a cell of words says in every row made here: what quoting, separators and alphabets are for.
const WORDS: &str = "L'Œuvre, « été » \"2026\" ; €";

fn row(number: u32) -> Record {
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
    metadata.set(Meta::Structure, WORDS).expect("words");
    metadata.set(Meta::Essai, "0").expect("no trial");
    Record::new(&session.finish().expect("finished"), metadata)
}

/// A file of three rows, as the program writes it.
fn whole() -> String {
    let form = form("com-entree");
    let rows = Batch::new(&form, false, [row(1), row(2), row(3)]);
    String::from_utf8([&header(&form)[..], rows.lines()].concat()).expect("UTF-8")
}

/// What is read of a file with these bytes: the number of each row (with «!» where it is changed)
/// and every oddity, in order.
fn read(bytes: impl AsRef<[u8]>) -> Vec<String> {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("rows.csv");
    fs::write(&path, bytes).expect("written");
    let mut met = Vec::new();
    let store = Store::new(PathBuf::new(), String::new());
    let read = store.read_rows(&path, |one| {
        met.push(match one {
            Met::Row(row) => {
                if row.is_intact() {
                    assert_eq!(row.meta(Meta::Structure), WORDS);
                }
                let number = row.meta(Meta::ReponseId)[24..].trim_start_matches('0');
                format!("{number}{}", if row.is_intact() { "" } else { "!" })
            }
            Met::Oddity(Oddity { line, column, kind }) => format!("{line}:{column} {kind:?}"),
        });
    });
    read.expect("a file that can be read");
    met
}

/// The same file with its cells written by these rules.
fn rewritten(separator: u8, quotes: csv::QuoteStyle, end: csv::Terminator) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .quote_style(quotes)
        .terminator(end)
        .from_writer(Vec::new());
    let whole = whole();
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(whole.as_bytes());
    for cells in rows.records() {
        writer.write_record(&cells.expect("cells")).expect("written");
    }
    String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8")
}

/// The bytes that a spreadsheet of Windows saves: the letters of this file are all in its alphabet.
fn windows(text: &str) -> Vec<u8> {
    let byte = |letter| match letter {
        'Œ' => 0x8c,
        '€' => 0x80,
        other => u8::try_from(u32::from(other)).expect("a letter of ISO 8859-1"),
    };
    text.chars().map(byte).collect()
}

/// The number of the header's line end, and so on: how many characters a line of the file has.
fn length(line: usize) -> usize {
    whole().lines().nth(line - 1).expect("a line").chars().count()
}

#[test]
fn a_file_as_it_was_written_is_only_its_rows() {
    assert_eq!(read(whole()), ["1", "2", "3"]);
    assert!(read("").is_empty(), "a file just made");
    let header = header(&form("com-entree"));
    assert!(read(header).is_empty());
}

#[test]
fn what_editors_do_to_a_file_is_read_and_told_once() {
    use csv::{QuoteStyle, Terminator};
    let line_feed = Terminator::Any(b'\n');
    let to = length(1) + 1;
    assert_eq!(
        read(whole().replace('\n', "\r\n")),
        [&format!("1:{to} Returns"), "1", "2", "3"],
        "line ends"
    );
    assert_eq!(
        read(format!("\u{feff}{}", whole())),
        ["1:1 ByteOrderMark", "1", "2", "3"],
        "byte order mark"
    );
    assert_eq!(
        read(rewritten(b',', QuoteStyle::Always, line_feed)),
        ["1:1 Requoted", "1", "2", "3"],
        "quotation marks"
    );
    assert_eq!(
        read(rewritten(b';', QuoteStyle::Necessary, line_feed)),
        ["1:11 Separator(';')", "1", "2", "3"],
        "semicolons"
    );
    assert_eq!(
        read(rewritten(b'\t', QuoteStyle::Necessary, line_feed)),
        ["1:11 Separator('\\t')", "1", "2", "3"],
        "tabs"
    );
    // What a French spreadsheet saves on Windows: all of it together.
    let french = windows(&rewritten(b';', QuoteStyle::Necessary, Terminator::CRLF));
    let first = 1 + rewritten(b';', QuoteStyle::Necessary, line_feed)
        .lines()
        .nth(1)
        .and_then(|line| line.find('Œ'))
        .expect("the letter");
    assert_eq!(
        read(french),
        [
            &format!("1:{to} Returns"),
            "1:11 Separator(';')",
            &format!("2:{first} Latin"),
            "1",
            "2",
            "3"
        ],
        "a spreadsheet"
    );
    let blank = whole().replacen('\n', "\n\n", 2).replacen('\n', "\n,,,,\n", 1);
    assert_eq!(read(blank), ["2:1 BlankLine", "1", "2", "3"], "blank lines");
    assert_eq!(
        read(whole().trim_end()),
        ["1", "2", &format!("4:{} Unended", length(4) + 1), "3"],
        "the last line end"
    );
}

#[test]
fn rows_added_by_the_program_after_an_editor_are_read_beside_the_others() {
    let (before, after) = {
        let whole = whole();
        let at = whole.match_indices('\n').nth(2).expect("a line end").0 + 1;
        (whole[..at].replace('\n', "\r\n"), whole[at..].to_owned())
    };
    let mixed = [windows(&format!("\"reponse_id\"{}", &before[10..])), after.into_bytes()].concat();
    let letter = whole().lines().nth(1).and_then(|line| line.find('Œ')).expect("the letter") + 1;
    assert_eq!(
        read(mixed),
        [
            &format!("1:{} Returns", length(1) + 3),
            "1:1 Requoted",
            &format!("2:{letter} Latin"),
            "1",
            "2",
            "3"
        ]
    );
}

#[test]
fn a_row_that_was_changed_is_handed_and_told() {
    let changed = whole().replacen("cherche", "attend", 2).replacen("attend", "cherche", 1);
    assert_eq!(read(changed), ["1", "3:1 Changed", "2!", "3"]);
    // A byte of UTF-8 that was lost is damage, not another alphabet.
    let mut bytes = whole().into_bytes();
    let second = bytes.windows(2).rposition(|two| two == "é".as_bytes()).expect("the letter");
    bytes.remove(second + 1);
    assert_eq!(read(bytes), ["1", "2", "4:1 Changed", "3!"]);
}

#[test]
fn a_damaged_line_stops_only_its_own_reading() {
    let lines: Vec<String> = whole().lines().map(str::to_owned).collect();
    let expected = columns(&form("com-entree")).len();
    let with = |second: &str| read(format!("{}\n{}\n{second}\n{}\n", lines[0], lines[1], lines[3]));
    let cells = |found| format!("3:1 {:?}", Odd::Cells { found, expected });
    assert_eq!(with("x"), ["1", &cells(1), "3"]);
    assert_eq!(with(&format!("{},", lines[2])), ["1", &cells(expected + 1), "3"]);
    assert_eq!(with(&format!("\"{}", lines[2])), ["1", &cells_or_unclosed(&lines[2]), "3"]);
    assert_eq!(with("a,é,\"b"), ["1", "3:5 Unclosed", "3"]);
    assert_eq!(with(&"\0".repeat(4096)), ["1", &cells(1), "3"]);
    // A text of two lines is two damaged ones, and no more.
    let broken = lines[2].replacen("été", "été\n", 1);
    let (first, second) = broken.split_once('\n').expect("two lines");
    let quote = first.find("\"L'").expect("a quotation mark") + 1;
    let met = with(&format!("{first}\n{second}"));
    assert_eq!((&met[0], &met[1], met.len()), (&"1".into(), &format!("3:{quote} Unclosed"), 4));
    // A line that never ends is passed over without being held.
    let endless = "a,".repeat(3 << 20);
    assert_eq!(with(&endless), ["1", "3:1 TooLong", "3"]);
}

/// A quotation mark before a row closes where the row has its next one.
fn cells_or_unclosed(line: &str) -> String {
    let marks = line.matches('"').count() + 1;
    assert_eq!(marks % 2, 1, "the row has pairs of quotation marks");
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    let expected = rows.records().next().expect("a row").expect("cells").len();
    let joined = line.find("\"L'").map(|at| line[..at].matches(',').count()).expect("words");
    // The words have a comma of their own.
    format!("3:1 {:?}", Odd::Cells { found: expected - joined + 1, expected })
}

#[test]
fn a_torn_end_is_told_where_it_stops_at_whatever_byte() {
    let whole = whole();
    let last = whole.trim_end().rfind('\n').expect("a line") + 1;
    let header = whole.find('\n').expect("a header");
    for cut in (last + 1)..whole.len() - 1 {
        let column = String::from_utf8_lossy(&whole.as_bytes()[last..cut]).chars().count() + 1;
        let met = read(&whole.as_bytes()[..cut]);
        assert_eq!(met[..2], ["1", "2"], "{cut}");
        let torn = met[2].strip_prefix("4:").and_then(|rest| rest.strip_suffix(" Torn"));
        // Within a letter of several bytes, its bytes are counted.
        let told: usize =
            torn.and_then(|told| told.parse().ok()).unwrap_or_else(|| panic!("{met:?}"));
        assert!(told >= column && told <= cut - last + 1, "{met:?}");
        assert_eq!(met.len(), 3, "{met:?}");
    }
    for cut in 1..=header {
        let met = read(&whole.as_bytes()[..cut]);
        // A header without its line end and nothing after it holds no row.
        let torn = [format!("1:{} Torn", cut + 1)];
        assert_eq!(met, if cut < header { &torn[..] } else { &[] }, "{cut}");
    }
}

#[test]
fn a_header_that_is_not_ours_is_placed_and_nothing_after_it_is_read() {
    let form = form("com-entree");
    for (foreign, place) in [
        ("nom,prénom\nLe Gall,Anne\n", "1:1"),
        ("x", "1:1"),
        ("reponse_id,referentiel\n", "1:23"),
        ("reponse_id;référentiel;version\n", "1:12"),
        ("\n\nnom\n", "3:1"),
    ] {
        let met = read(foreign);
        assert_eq!(met.last(), Some(&format!("{place} Foreign")), "{foreign}");
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("rows.csv");
        fs::write(&path, foreign).expect("written");
        let store = Store::new(PathBuf::new(), String::new());
        let fault = store.each_row(&path, |_| panic!("no row")).expect_err("no file of rows");
        assert_eq!(fault.reason, Reason::ForeignHeader);
    }
    // A column taken away by hand: the rows would be read wrongly.
    let names = String::from_utf8(header(&form)).expect("names");
    let place = names.find(",site").expect("the column") + 2;
    assert_eq!(read(whole().replacen(",site", "", 1)), [format!("1:{place} Foreign")]);
}

#[test]
fn the_place_of_a_cell_is_that_of_the_file() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("rows.csv");
    let text = rewritten(b';', csv::QuoteStyle::Always, csv::Terminator::CRLF);
    fs::write(&path, &text).expect("written");
    let names = columns(&form("com-entree"));
    let at = names.iter().position(|column| column.name() == "A1b").expect("a question");
    let line = text.lines().nth(2).expect("a row");
    let place = line[..line.find("\"cherche\"").expect("the answer")].chars().count() + 1;
    let mut met = Vec::new();
    let store = Store::new(PathBuf::new(), String::new());
    let read =
        store.each_row(&path, |row| met.push((row.line(), row.column(at), row.cells().count())));
    read.expect("rows");
    assert_eq!(met[1], (3, place, names.len()));
}
