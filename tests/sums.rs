//! Rows added up by the store: each that stands once, however the files are cut.
//! Never what they say: `report` looks at that.

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use recueil::store::{Flaw, Flaws, Odd, Row, RowFiles, Store, Sum, Summed};
use recueil::value::Meta;
use support::Chance;
use support::program::run;
use tempfile::TempDir;

/// The rows that were taken: identifier, line, and the last cell before the check.
#[derive(Debug, Default, PartialEq)]
struct Taken(Vec<(String, String)>);

impl Sum for Taken {
    fn row(&mut self, row: &Row<'_>, _: &mut Flaws) {
        let cells: Vec<&str> = row.cells().collect();
        self.0.push((row.meta(Meta::ReponseId).to_owned(), cells[1..].join("|")));
    }

    fn join(&mut self, other: Self) {
        self.0.extend(other.0);
        self.0.sort();
    }
}

/// A folder with a file of 60 rows of the common short form.
fn folder() -> (TempDir, PathBuf, String) {
    let folder = TempDir::new().expect("a folder");
    let asked = ["simulate", "com-court", "-n", "60", "--seed", "4", "--dossier", "."];
    assert!(run(folder.path(), &asked).status.success());
    let store = Store::new(folder.path().join("data"), String::new());
    let file = store.row_files(true).pop().expect("a file of rows");
    let text = std::fs::read_to_string(&file).expect("rows");
    (folder, file, text)
}

fn summed(data: &Path, piece: u64) -> Summed<Taken> {
    let store = Store::new(data.to_owned(), String::new());
    RowFiles::of(&[&store], true).cut(piece).sum(&|_| Taken::default())
}

/// What was met: how often, and where.
type Met = (Flaw, u64, Vec<(usize, usize)>);

fn flaws(summed: &Summed<Taken>) -> Vec<Met> {
    let all = summed.files.iter().flat_map(|(.., flaws)| flaws.iter());
    all.map(|(flaw, places)| (flaw, places.count, places.first.clone())).collect()
}

fn data_of(file: &Path) -> PathBuf {
    file.ancestors().nth(3).expect("data").to_owned()
}

#[test]
fn a_file_cut_anywhere_gives_the_same_rows_and_the_same_places() {
    let (_folder, file, text) = folder();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    // A cell too few, a changed cell, a row twice, and the end of the file torn.
    lines[10] = lines[10].rsplit_once(',').expect("cells").0.to_owned();
    lines[20] = lines[20].replacen("com-court", "com-courts", 1);
    lines[30] = lines[5].clone();
    let torn = format!("{}\n{}", lines[..50].join("\r\n"), &lines[50][..40]);
    std::fs::write(&file, torn).expect("written");
    let data = data_of(&file);
    let whole = summed(&data, 1 << 22);
    let expected = [
        (Flaw::Odd(Odd::Returns), 1, vec![(1, lines[0].chars().count() + 1)]),
        (Flaw::Odd(Odd::Changed), 1, vec![(21, 1)]),
        (
            Flaw::Odd(Odd::Cells {
                found: lines[0].split(',').count() - 1,
                expected: lines[0].split(',').count(),
            }),
            1,
            vec![(11, 1)],
        ),
        (Flaw::Odd(Odd::Torn), 1, vec![(51, 41)]),
        (Flaw::Twice, 1, vec![(31, 1)]),
    ];
    assert_eq!(flaws(&whole), expected);
    assert_eq!(whole.files[0].1.0.len(), 47);
    let mut chance = Chance(9);
    let random = (0..12).map(|_| 40 + chance.below(4000));
    let pieces = [7, 100, 1000].into_iter().chain(random);
    for piece in pieces {
        let cut = summed(&data, piece);
        assert_eq!(cut.files[0].1, whole.files[0].1, "pieces of {piece}");
        assert_eq!(flaws(&cut), expected, "pieces of {piece}");
    }
}

#[test]
fn what_is_taken_is_what_the_csv_crate_reads() {
    let (_folder, file, text) = folder();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a row"));
    let mut oracle: Vec<(String, String)> = records
        .map(|record| (record[0].to_owned(), record.iter().skip(1).collect::<Vec<_>>().join("|")))
        .collect();
    oracle.sort();
    assert_eq!(oracle.len(), 60);
    assert_eq!(summed(&data_of(&file), 777).files[0].1, Taken(oracle));
}

#[test]
fn a_row_that_several_files_hold_is_taken_once_and_that_as_it_was_written() {
    let (_folder, file, text) = folder();
    let mut lines = text.lines();
    let header = lines.next().expect("a header");
    let rows: Vec<&str> = lines.collect();
    let other = file.with_file_name(
        file.file_name().and_then(|name| name.to_str()).expect("a name").replace(".csv", "-2.csv"),
    );
    // In the second segment, all rows again, and the first of the first one changed.
    std::fs::write(&other, &text).expect("written");
    let changed = rows[0].replacen("com-court", "com-courts", 1);
    let first: Vec<&str> =
        [header, &changed].into_iter().chain(rows[1..].iter().copied()).collect();
    std::fs::write(&file, first.join("\n") + "\n").expect("rows");
    for piece in [300, 1 << 22] {
        let summed = summed(&data_of(&file), piece);
        let taken: Vec<usize> = summed.files.iter().map(|(_, taken, _)| taken.0.len()).collect();
        assert_eq!(taken, [59, 1]);
        let all = summed.files.iter().flat_map(|(_, taken, _)| &taken.0);
        let ids: BTreeSet<&String> = all.clone().map(|(id, _)| id).collect();
        assert_eq!(ids.len(), 60);
        assert!(all.clone().all(|(_, cells)| !cells.contains("com-courts")));
        let twice: Vec<u64> =
            summed.files.iter().map(|(.., flaws)| flaws.count(Flaw::Twice)).collect();
        assert_eq!(twice, [1, 59]);
    }
}

#[test]
fn a_row_that_another_replaces_and_one_that_was_withdrawn_are_left_out() {
    let (_folder, file, text) = folder();
    let lines: Vec<&str> = text.lines().collect();
    let id = |line: &str| line.split(',').next().expect("an identifier").to_owned();
    // The second row says that it replaces the first.
    let mut cells: Vec<String> = lines[2].split(',').map(str::to_owned).collect();
    cells[Meta::Remplace as usize] = id(lines[1]);
    assert!(!lines[2].contains('"'), "no cell of this row is in quotation marks");
    cells.pop();
    cells.push(recueil::record::controle(cells.iter().map(String::as_str)));
    let mut edited: Vec<String> = lines.iter().map(|line| format!("{line}\n")).collect();
    edited[2] = cells.join(",") + "\n";
    std::fs::write(&file, edited.concat()).expect("written");
    let withdrawn = id(lines[3]);
    let check = recueil::record::controle([withdrawn.as_str(), "2026-11-22"]);
    let marks = format!("reponse_id,jour,controle\n{withdrawn},2026-11-22,{check}\n");
    std::fs::write(data_of(&file).join("retraits.csv"), marks).expect("written");
    for piece in [500, 1 << 22] {
        let summed = summed(&data_of(&file), piece);
        assert_eq!((summed.files[0].1.0.len(), summed.gone), (58, 2));
        let left = [id(lines[1]), withdrawn.clone()];
        assert!(summed.files[0].1.0.iter().all(|(id, _)| !left.contains(id)));
    }
}
