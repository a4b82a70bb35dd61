//! Times `recueil report` over files of 10⁴ to 10⁶ rows of 40 questions (to 10⁷ with `--all`), beside
//! Polars and DuckDB counting the same columns of the same file, where Python has them, by the clock and
//! by what the processors worked. Never asserts
//! a time, but a ratio: a report is linear in its rows, and its memory does not grow with them.
//!
//! `RECUEIL_PYTHON` names the Python that has `polars` and `duckdb` (`pip install polars duckdb`).

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use recueil::questionnaire::{File as Definition, Library, Questionnaire};
use recueil::record::controle_of;
use recueil::value::{Chance, Meta};

/// How many questions the form has.
const QUESTIONS: usize = 40;

/// How often each thing is timed: the shortest time is told.
const TIMES: usize = 3;

/// What rows hold beside their answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rows {
    /// As little as the format permits: the columns without which a row is of no form. The answers
    /// alone are 80 bytes a row, with the commas between them; an identifier, the form and the check
    /// come to that.
    Short,
    /// What a workshop writes.
    Full,
}

/// How long a program took.
#[derive(Clone, Copy, Debug)]
struct Took {
    /// By the clock.
    seconds: f64,
    /// On all processors together: on a busy machine this is what can be compared.
    processor: f64,
    /// The most memory that it had, in kilobytes.
    peak: f64,
}

fn main() {
    let all = std::env::args().any(|argument| argument == "--all");
    let sizes: &[u64] =
        if all { &[10_000, 100_000, 1_000_000, 10_000_000] } else { &[10_000, 100_000, 1_000_000] };
    for kind in [Rows::Short, Rows::Full] {
        println!(
            "{:>10} {:>6} {:>9} {:>9} {:>12} {:>9}",
            format!("{kind:?}").to_lowercase(),
            "MB",
            "seconds",
            "processor",
            "rows/s",
            "peak MB",
        );
        let mut peaks = Vec::new();
        for rows in sizes {
            let folder = tempfile::tempdir().expect("a folder");
            let file = write(folder.path(), *rows, kind);
            let Took { seconds, processor, peak } = timed(folder.path());
            let megabytes = fs::metadata(&file).expect("a file").len() / 1_000_000;
            let speed = f64::from(u32::try_from(*rows).expect("fewer")) / processor;
            println!(
                "{rows:>10} {megabytes:>6} {seconds:>9.3} {processor:>9.2} {speed:>12.0} {:>9.1}",
                peak / 1e3,
            );
            peaks.push(peak);
            if *rows == 1_000_000 {
                beside(&file, seconds, processor);
            }
        }
        let (first, last) = (peaks[1], peaks[peaks.len() - 1]);
        println!("memory, last beside second: {:.2}", last / first);
    }
}

/// The definition of a form of so many questions with four answers.
fn definition() -> String {
    let mut text = String::from(
        "[referentiel]\nid = \"banc\"\ntitre = \"Banc\"\nporteur = \"Banc\"\nversion = 1\n\
         lieu.fr = \"ici\"\n",
    );
    let mut names = Vec::new();
    for number in 0..QUESTIONS {
        _ = write!(
            text,
            "\n[[question]]\nname = \"Q{number}\"\ntype = \"select_one\"\nlabel.fr = \"Question \
             {number} ?\"\nchoices = [{{ name = \"1\", label.fr = \"Un\" }}, {{ name = \"2\", \
             label.fr = \"Deux\" }}, {{ name = \"3\", label.fr = \"Trois\" }}, {{ name = \"4\", \
             label.fr = \"Quatre\" }}]\n",
        );
        names.push(format!("\"Q{number}\""));
    }
    _ = write!(
        text,
        "\n[[questionnaire]]\nid = \"banc-tout\"\nversion = 1\ntitre.fr = \"Tout\"\nrole = \
         \"participant\"\nmoment = \"ponctuel\"\nquestions = [{}]\n",
        names.join(", "),
    );
    text
}

/// Writes a dossier with so many rows, and gives back their file.
fn write(folder: &Path, rows: u64, kind: Rows) -> PathBuf {
    let text = definition();
    fs::create_dir_all(folder.join("questionnaires")).expect("a folder");
    fs::write(folder.join("questionnaires/banc.toml"), &text).expect("written");
    let file = Definition { name: "banc.toml".into(), bytes: Ok(text.into()) };
    let library = Library::load(vec![file]);
    let form: Arc<Questionnaire> = library.form("banc-tout").expect("a form");
    let data = folder.join("data/banc");
    fs::create_dir_all(&data).expect("a folder");
    let path = data.join(format!("{}.abcdefgh.csv", form.stem()));
    let mut output = BufWriter::new(File::create(&path).expect("a file"));
    let names = (0..QUESTIONS).map(|number| format!("Q{number}"));
    let metas = Meta::ALL.iter().map(|meta| meta.word().to_owned());
    let header: Vec<String> = metas.chain(names).chain(["controle".into()]).collect();
    writeln!(output, "{}", header.join(",")).expect("written");
    let chance = Chance::new(1);
    let mut row = String::new();
    for number in 0..rows {
        let mut chance = chance.numbered(number);
        row.clear();
        let (high, low) = (chance.bits(), chance.bits());
        _ = write!(
            row,
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
            high >> 32,
            high >> 16 & 0xffff,
            high & 0xfff,
            low >> 48 & 0xfff,
            low & 0xffff_ffff_ffff,
        );
        for meta in &Meta::ALL[1..] {
            row.push(',');
            row.push_str(match meta {
                Meta::Referentiel => "banc",
                Meta::Questionnaire => &form.id,
                Meta::Version => "1",
                Meta::Empreinte => form.short_fingerprint(),
                Meta::Role => "participant",
                Meta::Moment => "ponctuel",
                Meta::Essai => "0",
                _ if kind == Rows::Short => "",
                Meta::Structure => "Structure",
                Meta::Site => ["Bellevue", "Keredern", "Saint-Marc"][chance.below(3) as usize],
                Meta::Poste => "abcdefgh",
                Meta::Cycle => "2025-2026",
                Meta::Plan => "sortie_seule",
                Meta::Support => "ecran",
                Meta::Aide => "seul",
                Meta::Aidant => "aucun",
                Meta::AideLangue => "0",
                Meta::Langue => "fr",
                Meta::Date | Meta::Saisie => "2026-03-14",
                Meta::DureeMin => "7",
                Meta::Horloge => "sure",
                Meta::Etat => "complet",
                _ => "",
            });
        }
        for _ in 0..QUESTIONS {
            row.push(',');
            row.push_str(["1", "2", "3", "4", "2", "3", "3", "4", "NSP"][chance.below(9) as usize]);
        }
        let check = controle_of(&row.replace(',', "\u{1f}"));
        writeln!(output, "{row},{check}").expect("written");
    }
    output.flush().expect("written");
    path
}

/// The shortest times of a report, and the most memory that one took.
fn timed(folder: &Path) -> Took {
    let mut best = Took { seconds: f64::MAX, processor: f64::MAX, peak: 0.0 };
    for _ in 0..TIMES {
        let (start, before) = (Instant::now(), processor_of_children());
        let mut child = Command::new(env!("CARGO_BIN_EXE_recueil"))
            .args(["report", "--dossier"])
            .arg(folder)
            .env("XDG_STATE_HOME", folder)
            .stdout(Stdio::null())
            .spawn()
            .expect("the program runs");
        let status = format!("/proc/{}/status", child.id());
        let ended = loop {
            let known = fs::read_to_string(&status).unwrap_or_default();
            let line = known.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes =
                line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse().ok());
            best.peak = best.peak.max(kilobytes.unwrap_or(0.0));
            if let Some(ended) = child.try_wait().expect("a child") {
                break ended;
            }
            std::thread::sleep(Duration::from_millis(1));
        };
        assert!(ended.success());
        best.seconds = best.seconds.min(start.elapsed().as_secs_f64());
        best.processor = best.processor.min(processor_of_children() - before);
    }
    best
}

/// How long all processors worked for the programs that this one began and that have ended; Linux
/// counts in hundredths of a second.
fn processor_of_children() -> f64 {
    let known = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = known.rsplit(')').next().unwrap_or_default();
    let times = after_name.split_whitespace().skip(13).take(2);
    times.filter_map(|time| time.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The same columns counted by other programs, in the same minute.
fn beside(file: &Path, seconds: f64, processor: f64) {
    let python = std::env::var("RECUEIL_PYTHON").unwrap_or_else(|_| "python3".into());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/report.py");
    let output = Command::new(python).arg(script).arg(file).output();
    let told = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    for line in told.unwrap_or_default().lines() {
        let cells: Vec<&str> = line.split(' ').collect();
        let [name, rest @ ..] = &cells[..] else { continue };
        let times: Vec<f64> = rest.iter().filter_map(|time| time.parse().ok()).collect();
        match times[..] {
            [theirs, of_all] => println!(
                "{name:>10} {theirs:>16.3} {of_all:>9.2}  {:.1} and {:.1} times as long",
                theirs / seconds,
                of_all / processor,
            ),
            _ => println!("{name:>10}  {}", rest.join(" ")),
        }
    }
}
