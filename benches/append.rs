//! Times one row added and confirmed by the disk, beside one byte added and confirmed by it, which is
//! the least that any program can do; and beside SQLite, where Python is there.
//! Ends with an error where a row takes more than 1.1 times the byte.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::time::{Duration, Instant};

use recueil::questionnaire::{Library, Questionnaire};
use recueil::record::{Metadata, Record};
use recueil::session::Session;
use recueil::store::Store;
use recueil::value::{Date, Meta};

/// How often each thing is done, in turn with the other: the disk is not the same all the time.
const TIMES: usize = 1_000;

/// How much longer than one byte a row may take.
const MOST: f64 = 1.1;

/// The same number of rows, each confirmed, by SQLite; prints the median in microseconds.
const SQLITE: &str = r"
import sqlite3, sys, time
for mode in ('WAL', 'DELETE'):
    base = sqlite3.connect(f'{sys.argv[1]}/{mode}.db', isolation_level=None)
    base.execute(f'PRAGMA journal_mode={mode}')
    base.execute('PRAGMA synchronous=FULL')
    base.execute('CREATE TABLE rows (row TEXT)')
    times = []
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        base.execute('INSERT INTO rows VALUES (?)', ('x' * int(sys.argv[3]),))
        times.append(time.perf_counter() - start)
    times.sort()
    print(f'SQLite, {mode}, synchronous=FULL', times[len(times) // 2] * 1e6, times[-1] * 1e6, sep='\t')
";

fn main() -> io::Result<ExitCode> {
    // On the disk of the project: the usual place of temporary files may be memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let form = Library::load(Vec::new()).form("com-entree").expect("a shipped form");
    let record = [row(&form)];
    let mut store = Store::new(folder.path().join("data"), "abcdefgh".into());
    let mut bare = bare(folder.path())?;
    let mut append = || store.append(&form, false, &record).map(drop).expect("appended");
    let (mut rows, mut bytes) = (Vec::new(), Vec::new());
    // The first of each makes the files.
    append();
    for turn in 0..TIMES {
        let mut of_row = || rows.push(time(&mut append));
        let mut of_byte = || bytes.push(time(|| byte(&mut bare).expect("written")));
        // Whoever comes second may find the disk busy: they take turns.
        if turn % 2 == 0 {
            of_row();
            of_byte();
        } else {
            of_byte();
            of_row();
        }
    }
    println!("{:<34} {:>10} {:>10}", "each confirmed by the disk, µs", "median", "slowest");
    let of_row = report("one row of Recueil", &mut rows);
    let of_byte = report("one byte and fdatasync", &mut bytes);
    sqlite(folder.path(), record[0].cells().iter().map(|cell| cell.len() + 1).sum());
    let ratio = of_row / of_byte;
    println!("\nA row takes {ratio:.3} times the byte; at most {MOST} is wanted.");
    Ok(if ratio <= MOST { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn row(form: &Arc<Questionnaire>) -> Record {
    let mut metadata = Metadata::new(form);
    metadata.date(Date::constant(2026, 11, 22), Date::constant(2026, 11, 22));
    let id = "00000000-0000-4000-8000-000000000001";
    metadata.set(Meta::ReponseId, id).expect("an identifier");
    metadata.set(Meta::Essai, "0").expect("no trial");
    Record::new(&Session::new(Arc::clone(form)).interrupt(), metadata)
}

fn bare(folder: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).open(folder.join("bare"))
}

fn byte(file: &mut File) -> io::Result<()> {
    file.write_all(b"x")?;
    file.sync_data()
}

fn time(act: impl FnOnce()) -> Duration {
    let start = Instant::now();
    act();
    start.elapsed()
}

/// Prints a line; gives the median in microseconds.
fn report(what: &str, times: &mut [Duration]) -> f64 {
    times.sort();
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    let median = micros(times[times.len() / 2]);
    println!("{what:<34} {median:>10.1} {:>10.1}", micros(times[times.len() - 1]));
    median
}

fn sqlite(folder: &Path, length: usize) {
    let (times, length) = (TIMES.to_string(), length.to_string());
    let mut python = Command::new("python3");
    let told = python.args(["-c", SQLITE]).arg(folder).args([times, length]).output();
    let Ok(told) = told.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()) else {
        return;
    };
    for line in told.lines() {
        let mut cells = line.split('\t');
        let what = cells.next().unwrap_or_default();
        let [median, slowest] = [cells.next(), cells.next()]
            .map(|cell| cell.and_then(|cell| cell.parse::<f64>().ok()).unwrap_or_default());
        println!("{what:<34} {median:>10.1} {slowest:>10.1}");
    }
}
