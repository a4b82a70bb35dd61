//! Times the reading of a file of rows: by the csv crate alone, by `each_row`, and by the real
//! `recueil check`. Never asserts a time: it prints a table, and the reader judges. What is said to
//! be the limit is for a machine of ten years ago: a year of a big structure, 10,000 rows, within
//! a second.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use recueil::store::Store;

/// How many rows are invented.
const ROWS: u32 = 1_000_000;

/// How often the file is read in each way.
const TIMES: usize = 3;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["simulate", "flsm-sortie", "-n", &ROWS.to_string(), "--seed", "1"]);
    let store = Store::new(folder.path().join("data"), String::new());
    let file = store.row_files(true).pop().expect("a file of rows");
    let heading = format!("{ROWS} rows of flsm-sortie");
    println!("{heading:<34} {:>8} {:>12} {:>8}", "seconds", "rows/s", "limit");
    for _ in 0..TIMES {
        report("the csv crate alone", "", || plainly(&file));
        report("each_row", "100000", || {
            let mut rows = 0;
            store.each_row(&file, |row| rows += u32::from(row.is_intact())).expect("rows");
            rows
        });
    }
    report("recueil check FILE", "10000", || {
        run(folder.path(), &["check", &file.display().to_string()]);
        ROWS
    });
}

fn plainly(file: &PathBuf) -> u32 {
    let file = File::open(file).expect("a file");
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let (mut cells, mut rows) = (csv::StringRecord::new(), 0);
    while reader.read_record(&mut cells).expect("a row") {
        rows += 1;
    }
    rows
}

fn run(folder: &Path, arguments: &[&str]) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_recueil"));
    program.args(arguments).arg("--dossier").arg(folder).stdout(Stdio::null());
    assert!(program.env("XDG_STATE_HOME", folder).status().expect("the program runs").success());
}

fn report(what: &str, limit: &str, act: impl FnOnce() -> u32) {
    let start = Instant::now();
    assert_eq!(act(), ROWS, "{what}");
    let seconds = start.elapsed().as_secs_f64();
    let speed = f64::from(ROWS) / seconds;
    println!("{what:<34} {seconds:>8.2} {speed:>12.0} {limit:>8}");
}
