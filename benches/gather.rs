//! Times `recueil gather`: 200 stations of 5,000 rows into one set, again, and with one station changed.
//! Never asserts: it prints what was measured beside what is wanted, and the reader judges.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const STATIONS: u32 = 200;
const ROWS: u32 = 5_000;
/// What is wanted of the first gathering, on two cores.
const SECONDS: f64 = 5.0;
const BYTES: u64 = 100;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    let stations: Vec<PathBuf> = (0..STATIONS).map(|number| station(root, number, ROWS)).collect();
    let small = station(root, STATIONS, 1);
    let size: u64 = stations.iter().map(|station| bytes_under(station)).sum();
    let rows = u64::from(STATIONS * ROWS);
    println!("{STATIONS} stations of {ROWS} rows, {} MB", size / 1_000_000);
    println!("{:<34} {:>8} {:>10} {:>14}", "", "seconds", "peak MB", "bytes a row");

    let (_, baseline) = measured(root, &[small], "one");
    let tell = |what: &str, stations: &[PathBuf]| {
        let (time, peak) = measured(root, stations, "all");
        let each = peak.saturating_sub(baseline) * 1024 / rows;
        println!("{what:<34} {:>8.2} {:>10} {each:>14}", time.as_secs_f64(), peak / 1024);
    };
    tell("first time", &stations);
    tell("again, nothing changed", &stations);
    let changed = station(root, 0, ROWS + 1_000);
    tell("one station with 1,000 rows more", &[&[changed], &stations[1..]].concat());
    println!("{:<34} {SECONDS:>8.2} {:>10} {BYTES:>14}", "wanted of the first", "");
}

/// A dossier of invented rows, made by the program itself; each station has a name of its own.
fn station(root: &Path, number: u32, rows: u32) -> PathBuf {
    let dossier = root.join(format!("station-{number}"));
    _ = fs::remove_dir_all(&dossier);
    fs::create_dir_all(&dossier).expect("a folder");
    let mut program = program(root, &format!("state-{number}"));
    program.args(["simulate", "flsm-sortie", "-n", &rows.to_string()]);
    program.args(["--seed", &number.to_string(), "--dossier"]).arg(&dossier);
    assert!(program.status().expect("the program runs").success());
    dossier
}

fn program(root: &Path, state: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_recueil"));
    program.env("XDG_STATE_HOME", root.join(state)).stdout(Stdio::null()).current_dir(root);
    program
}

/// How long gathering takes, and the most memory that it had, in kB.
fn measured(root: &Path, stations: &[PathBuf], into: &str) -> (Duration, u64) {
    let start = Instant::now();
    let mut program = program(root, "state")
        .arg("gather")
        .args(stations)
        .args(["--into", into])
        .spawn()
        .expect("the program runs");
    let peak = watch(&mut program);
    let time = start.elapsed();
    assert!(program.wait().expect("an end").success());
    (time, peak)
}

/// The most memory that a program had, looked at until it ends.
fn watch(program: &mut Child) -> u64 {
    let status = format!("/proc/{}/status", program.id());
    let mut peak = 0;
    while program.try_wait().expect("a child").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let size = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        peak = size.unwrap_or(0).max(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
    peak
}

fn bytes_under(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let sizes = entries.map(|entry| match entry.metadata() {
        Ok(about) if about.is_dir() => bytes_under(&entry.path()),
        Ok(about) => about.len(),
        Err(_) => 0,
    });
    sizes.sum()
}
