//! Real processes that save rows and are killed at any moment, that take turns, or whose disk is
//! really full: no row that was told as saved is lost, and every file can be read.
//! Never a screen.

#![cfg(unix)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use recueil::store::Store;
use support::program::{program, run, told};
use tempfile::TempDir;

/// How many rows a process saves at once.
const ROWS: usize = 3;

const COLLECT: [&str; 3] = ["collect", "com-entree", "--answers"];

fn dossier() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    folder
}

/// A file of so many answers, all of the same sheet number, which tells them from others.
fn answers(folder: &Path, sheet: usize, rows: usize) -> PathBuf {
    let path = folder.join(format!("reponses-{sheet}.csv"));
    let lines = format!("cherche,{sheet}\n").repeat(rows);
    fs::write(&path, format!("A1b,feuille\n{lines}")).expect("written");
    path
}

/// How many rows each sheet number has. Each row is whole.
fn sheets(data: PathBuf) -> BTreeMap<usize, usize> {
    let mut sheets = BTreeMap::new();
    for row in support::rows(data, false, &["feuille"]) {
        *sheets.entry(row.parse().expect("a sheet")).or_default() += 1;
    }
    sheets
}

fn start(folder: &Path, answers: &Path) -> std::process::Child {
    let mut command = program(folder, &COLLECT);
    command.arg(answers).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().expect("started")
}

/// Kills so many processes, two at a time, at moments drawn from this seed; says how many had told
/// their rows as saved, and how many rows stand.
fn kill_many(kills: usize, mut seed: u64) -> (usize, usize) {
    let folder = dossier();
    let first = answers(folder.path(), 1, ROWS);
    let begun = Instant::now();
    assert!(start(folder.path(), &first).wait_with_output().expect("ended").status.success());
    let whole = begun.elapsed().as_micros();
    let mut moment = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let part = u128::from(seed >> 33) * whole * 5 / 4 / (1 << 31);
        Duration::from_micros(u64::try_from(part).expect("a moment"))
    };
    let mut saved = vec![1];
    for sheet in (2..2 + kills).step_by(2) {
        let pair = [sheet, sheet + 1].map(|sheet| {
            let answers = answers(folder.path(), sheet, ROWS);
            (sheet, moment(), start(folder.path(), &answers))
        });
        for (sheet, moment, mut child) in pair {
            thread::sleep(moment);
            child.kill().expect("killed");
            let mut said = String::new();
            child.stdout.take().expect("an output").read_to_string(&mut said).expect("UTF-8");
            child.wait().expect("ended");
            if said.contains("lignes enregistrées") {
                saved.push(sheet);
            }
        }
    }
    let sheets = sheets(folder.path().join("data"));
    for sheet in &saved {
        assert_eq!(sheets.get(sheet), Some(&ROWS), "sheet {sheet} was told as saved");
    }
    assert!(sheets.values().all(|rows| *rows <= ROWS), "{sheets:?}");
    // Whoever comes next finds a file to which rows can be added.
    let last = answers(folder.path(), 9_000, 1);
    let (said, errors, code) = told(&start_to_end(folder.path(), &last));
    assert_eq!(code, Some(0), "{said}{errors}");
    (saved.len() - 1, sheets.values().sum())
}

fn start_to_end(folder: &Path, answers: &Path) -> std::process::Output {
    let answers = answers.display().to_string();
    run(folder, &[COLLECT[0], COLLECT[1], COLLECT[2], &answers])
}

#[test]
fn killed_at_forty_moments_no_row_that_was_told_as_saved_is_lost() {
    let (saved, rows) = kill_many(40, 22);
    println!("40 kills: {saved} had saved, {rows} rows stand");
}

#[test]
#[ignore = "takes minutes; the ordinary run kills forty"]
fn killed_at_a_thousand_moments_no_row_that_was_told_as_saved_is_lost() {
    let (saved, rows) = kill_many(1_000, 11);
    println!("1,000 kills: {saved} had saved, {rows} rows stand");
    assert!((50..950).contains(&saved), "{saved}: the moments are not where rows are saved");
}

/// Eight processes that take turns in one file.
fn take_turns(batches: usize, rows: usize) -> usize {
    let folder = dossier();
    thread::scope(|scope| {
        for process in 1..=8 {
            let folder = folder.path();
            scope.spawn(move || {
                let answers = answers(folder, process, rows);
                for _ in 0..batches {
                    let (said, errors, code) = told(&start_to_end(folder, &answers));
                    assert_eq!(code, Some(0), "{said}{errors}");
                }
            });
        }
    });
    let data = folder.path().join("data");
    assert_eq!(Store::new(data.clone(), String::new()).row_files(false).len(), 1);
    let sheets = sheets(data);
    let expected: BTreeMap<usize, usize> = (1..=8).map(|sheet| (sheet, batches * rows)).collect();
    assert_eq!(sheets, expected);
    sheets.values().sum()
}

#[test]
fn eight_processes_take_turns_in_one_file() {
    assert_eq!(take_turns(3, 20), 480);
}

#[test]
#[ignore = "takes minutes; the ordinary run saves fewer rows"]
fn eight_processes_add_two_thousand_rows_each_to_one_file() {
    assert_eq!(take_turns(10, 200), 16_000);
}

/// The system refuses files beyond a size, as a full disk does.
#[test]
fn a_file_that_may_not_grow_any_more_keeps_its_rows_and_the_others_are_refused() {
    let folder = dossier();
    let first = answers(folder.path(), 1, 20);
    assert_eq!(told(&start_to_end(folder.path(), &first)).2, Some(0));
    let second = answers(folder.path(), 2, 200);
    let around = program(folder.path(), &[]);
    let line = "trap '' XFSZ; ulimit -f 40; exec \"$0\" collect com-entree --answers \"$1\"";
    let mut limited = Command::new("/bin/sh");
    limited.args(["-c", line, env!("CARGO_BIN_EXE_recueil")]).arg(&second);
    limited.current_dir(folder.path()).env_clear();
    limited.envs(around.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let (said, errors, code) = told(&limited.output().expect("ended"));
    assert_eq!(code, Some(2), "{said}{errors}");
    assert!(errors.contains("il n'y a plus de place"), "{errors}");
    assert_eq!(sheets(folder.path().join("data")), BTreeMap::from([(1, 20)]));
    assert_eq!(told(&start_to_end(folder.path(), &second)).2, Some(0));
    assert_eq!(sheets(folder.path().join("data")), BTreeMap::from([(1, 20), (2, 200)]));
}

/// A disk of its own, small, where this machine lets one be made.
#[test]
fn a_disk_that_is_really_full_keeps_its_rows_and_the_others_are_refused() {
    let folder = dossier();
    let data = folder.path().join("data");
    fs::create_dir(&data).expect("made");
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=160k", "none"])
        .arg(&data)
        .stderr(Stdio::null())
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        return;
    }
    let first = answers(folder.path(), 1, 20);
    let many = answers(folder.path(), 2, 2_000);
    let few = answers(folder.path(), 3, 2);
    let done = {
        let began = told(&start_to_end(folder.path(), &first)).2;
        let (_, errors, refused) = told(&start_to_end(folder.path(), &many));
        let kept = sheets(data.clone());
        let later = told(&start_to_end(folder.path(), &few)).2;
        (began, refused, errors, kept, later, sheets(data.clone()))
    };
    assert!(Command::new("umount").arg(&data).status().expect("unmounted").success());
    let (began, refused, errors, kept, later, last) = done;
    assert_eq!((began, refused, later), (Some(0), Some(2), Some(0)), "{errors}");
    assert!(errors.contains("il n'y a plus de place"), "{errors}");
    assert_eq!(kept, BTreeMap::from([(1, 20)]));
    assert_eq!(last, BTreeMap::from([(1, 20), (3, 2)]));
}

#[test]
fn a_folder_that_may_not_be_written_refuses_the_rows_and_keeps_those_that_are_there() {
    use std::os::unix::fs::PermissionsExt;
    let folder = dossier();
    let first = answers(folder.path(), 1, 2);
    assert_eq!(told(&start_to_end(folder.path(), &first)).2, Some(0));
    let data = folder.path().join("data");
    let rows = data.join("commun");
    let allow = |mode| fs::set_permissions(&rows, fs::Permissions::from_mode(mode)).expect("set");
    allow(0o500);
    // Whoever may do everything is not stopped by this.
    if fs::write(rows.join("essai"), "").is_err() {
        let lock = fs::read_dir(&rows).expect("there").flatten().map(|entry| entry.path());
        let lock = lock.filter(|path| path.to_string_lossy().ends_with(".lock"));
        allow(0o700);
        lock.for_each(|path| fs::remove_file(path).expect("removed"));
        allow(0o500);
        let (said, errors, code) = told(&start_to_end(folder.path(), &first));
        assert_eq!(code, Some(2), "{said}{errors}");
        assert!(errors.contains("pas permis"), "{errors}");
    }
    allow(0o700);
    assert_eq!(sheets(data), BTreeMap::from([(1, 2)]));
}
