//! Times `recueil simulate`: the real program, from start to end, on the output and into a dossier.
//! Never asserts a time: it prints a table, and the reader judges.

use std::process::{Command, Stdio};
use std::time::Instant;

/// How many rows are invented.
const ROWS: u32 = 1_000_000;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    println!("{:<34} {:>8} {:>12}", format!("{ROWS} rows"), "seconds", "µs a row");
    for form in ["flsm-sortie", "vlr-minute", "com-carnet"] {
        for (where_to, target) in [("output", &["--to", "-"][..]), ("dossier", &[])] {
            let mut program = Command::new(env!("CARGO_BIN_EXE_recueil"));
            program.args(["simulate", form, "-n", &ROWS.to_string(), "--seed", "1"]).args(target);
            program.arg("--dossier").arg(folder.path());
            let start = Instant::now();
            let ended = program.stdout(Stdio::null()).status().expect("the program runs");
            let seconds = start.elapsed().as_secs_f64();
            let each = seconds / f64::from(ROWS) * 1e6;
            let what = format!("{form}, {where_to}");
            println!("{what:<34} {seconds:>8.2} {each:>12.2}");
            assert!(ended.success(), "{what}");
        }
    }
}
