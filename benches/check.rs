//! Times `recueil check` on the shipped files: the real program, and what it does inside.
//! Never asserts a time: it prints a table, and the reader judges.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, hint, io};

use recueil::questionnaire::{File, Library, check};

/// How often each thing is done.
const TIMES: usize = 100;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        files.push((path.display().to_string(), fs::read(&path)?));
    }
    println!("{:<34} {:>10} {:>10}", "the shipped files, ms", "median", "slowest");
    let load = || {
        let read = |(name, bytes): &(String, Vec<u8>)| File {
            name: name.clone(),
            bytes: Ok(bytes.clone()),
        };
        Library::load(files.iter().map(read).collect())
    };
    report("loaded", || drop(hint::black_box(load())));
    report("loaded and checked", || drop(hint::black_box(check(&load()))));
    report("recueil check, from start to end", || {
        let mut program = Command::new(env!("CARGO_BIN_EXE_recueil"));
        program.arg("check").arg(&folder).stdout(Stdio::null()).stderr(Stdio::null());
        program.status().expect("the program runs");
    });
    Ok(())
}

fn report(what: &str, act: impl Fn()) {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            act();
            start.elapsed()
        })
        .collect();
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!("{what:<34} {:>10.2} {:>10.2}", ms(times[TIMES / 2]), ms(times[TIMES - 1]));
}
