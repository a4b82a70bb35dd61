//! `recueil report`, whole: what it says, at which width, of which files, and how it ends.
//! Never how rows are read: `sums` looks at that.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use recueil::analysis::report::{Asked, By, Counted, Report, Spread, Trials};
use recueil::app::Signs;
use recueil::locale::Locale;
use recueil::record::controle;
use recueil::report::{Bars, Paper, results};
use recueil::store::{Flaw, Odd, Store};
use recueil::value::Meta;
use support::program::{run, told as said};
use support::{Chance, counted, form, today, told};
use tempfile::TempDir;

/// A dossier with invented rows.
fn dossier(form: &str, rows: u32) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let rows = rows.to_string();
    let asked = ["simulate", form, "-n", &rows, "--seed", "7", "--dossier", "."];
    assert!(run(folder.path(), &asked).status.success());
    folder
}

fn store(folder: &Path) -> Store {
    Store::new(folder.join("data"), String::new())
}

fn with_trials() -> Asked {
    Asked { trials: Trials::With, ..today() }
}

/// The file of rows of a dossier, and its lines.
fn lines(folder: &Path) -> (PathBuf, Vec<String>) {
    let file = store(folder).row_files(true).pop().expect("a file of rows");
    let text = fs::read_to_string(&file).expect("rows");
    (file, text.lines().map(str::to_owned).collect())
}

fn write(file: &Path, lines: &[String]) {
    fs::write(file, lines.join("\n") + "\n").expect("written");
}

/// A row with another cell, as the program would have written it.
fn with_cell(line: &str, at: usize, cell: &str) -> String {
    assert!(!line.contains('"'), "no cell of this row is in quotation marks: {line}");
    let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
    cell.clone_into(&mut cells[at]);
    cells.pop();
    cells.push(controle(cells.iter().map(String::as_str)));
    cells.join(",")
}

#[test]
fn a_report_reads_the_same_on_wide_and_narrow_paper_and_aloud() {
    let folder = dossier("com-court", 30);
    let report = told(&store(folder.path()), &[form("com-court")], &with_trials());
    let drawn = |columns, signs| Paper { columns, bars: Bars::Drawn(signs) };
    let papers = [
        ("large.txt", drawn(80, Signs::All)),
        ("etroit.txt", drawn(40, Signs::Ascii)),
        ("voix.txt", Paper { columns: 80, bars: Bars::None }),
    ];
    for (name, paper) in papers {
        let page = results(&Locale::default(), &report, paper);
        let file = Path::new("tests/fixtures/report").join(name);
        if std::env::var_os("RECUEIL_BLESS").is_some() {
            fs::write(&file, &page).expect("written");
        }
        assert_eq!(page, fs::read_to_string(&file).expect("a page"), "{name}");
        let width = |line: &str| line.chars().count();
        assert!(page.lines().all(|line| width(line) <= paper.columns), "{name}");
        assert!(paper.bars != Bars::None || !page.contains(['█', '#']), "{name}");
    }
}

/// Counted by Python's csv module over the same rows (see `.ci/peers`, which does so each time):
/// answers, then each choice or reason for none.
#[test]
fn the_figures_are_those_that_another_program_counts() {
    let folder = dossier("com-court", 300);
    let report = counted(&store(folder.path()), &[form("com-court")], &with_trials());
    let figures = |name: &str| {
        let of = report.questions.iter().find(|of| of.question.name == name).expect(name);
        let Spread::Choices(choices) = &of.all.spread else { panic!("{name}") };
        let choices = choices.iter().map(|figure| figure.shown().expect("shown"));
        let missing = of.all.missing.iter();
        let missing = missing.map(|(reason, it)| (reason.word(), it.shown().expect("shown")));
        (choices.collect::<Vec<_>>(), missing.collect::<BTreeMap<_, _>>())
    };
    let known = include_str!("fixtures/report/python.txt");
    for line in known.lines() {
        let (name, rest) = line.split_once(' ').expect("a name");
        let (choices, missing) = figures(name);
        let choices: Vec<String> = choices.iter().map(u64::to_string).collect();
        let missing: Vec<String> =
            missing.iter().map(|(reason, count)| format!("{reason}={count}")).collect();
        assert_eq!(format!("{} {}", choices.join(","), missing.join(",")).trim(), rest, "{name}");
    }
    assert_eq!(known.lines().count(), 7);
}

/// All that there is of a question, answers or not.
fn all(counted: &Counted) -> u64 {
    let missing = counted.missing.values().map(|figure| figure.shown().expect("shown"));
    let [answered, unread] =
        [counted.answered, counted.unread].map(|it| it.shown().expect("shown"));
    answered + unread + missing.sum::<u64>()
}

#[test]
fn any_order_and_any_grouping_of_files_give_the_same_report_and_lose_no_row() {
    let folder = dossier("flsm-sortie", 200);
    let forms = [form("flsm-sortie")];
    let asked = Asked { split: Some(By::Site), ..with_trials() };
    let of = || {
        let mut report = counted(&store(folder.path()), &forms, &asked);
        report.method.files = 0;
        report
    };
    let first: Report = of();
    assert_eq!(first.method.rows, 200);
    for question in &first.questions {
        assert_eq!(all(&question.all), 200, "{}", question.question.name);
        let parts: u64 = question.parts.values().map(all).sum();
        assert_eq!((parts, question.parts.len()), (200, 3), "{}", question.question.name);
    }
    let (file, mut lines) = lines(folder.path());
    let header = lines.remove(0);
    let mut chance = Chance(5);
    for _ in 0..8 {
        for place in (1..lines.len()).rev() {
            lines.swap(place, chance.among(place + 1));
        }
        fs::remove_file(&file).ok();
        let files = 1 + chance.among(5);
        let name = file.file_name().expect("a name").to_str().expect("text");
        let stem = name.rsplitn(3, '.').nth(2).expect("a stem");
        let mut made = Vec::new();
        for number in 0..files {
            let own = lines.iter().skip(number).step_by(files).cloned();
            let own: Vec<String> = std::iter::once(header.clone()).chain(own).collect();
            let path = file.with_file_name(format!("{stem}.poste{number}.csv"));
            write(&path, &own);
            made.push(path);
        }
        assert_eq!(of(), first, "{files} files");
        for path in &made {
            fs::remove_file(path).expect("removed");
        }
    }
}

#[test]
fn what_is_wrong_in_a_file_is_told_with_its_places_and_the_rest_is_counted() {
    let folder = dossier("com-court", 30);
    let (file, mut lines) = lines(folder.path());
    let b1 = lines[0].split(',').position(|name| name == "B1").expect("B1");
    let plain: Vec<usize> = (1..31).filter(|at| !lines[*at].contains('"')).collect();
    lines[plain[0]] = with_cell(&lines[plain[0]], b1, "9");
    lines[plain[1]] = with_cell(&lines[plain[1]], Meta::Date as usize, "2031-01-01");
    lines[plain[2]] = with_cell(&lines[plain[2]], Meta::Version as usize, "2");
    lines[plain[3]] = lines[plain[3]].replacen("com-court", "com-courts", 1);
    write(&file, &lines);
    let report = counted(&store(folder.path()), &[form("com-court")], &with_trials());
    let found = report.method.flaws.iter().flat_map(|(_, flaws)| flaws.iter());
    let found: Vec<(Flaw, u64, usize)> =
        found.map(|(flaw, places)| (flaw, places.count, places.first[0].0)).collect();
    assert_eq!(
        found,
        [
            (Flaw::Odd(Odd::Changed), 1, plain[3] + 1),
            // The row that says another version, and that which says another form.
            (Flaw::Elsewhere, 2, plain[2] + 1),
            (Flaw::Future, 1, plain[1] + 1),
            (Flaw::Unknown, 1, plain[0] + 1),
        ]
    );
    assert_eq!(report.method.rows, 28);
    let b1 = report.questions.iter().find(|of| of.question.name == "B1").expect("B1");
    assert_eq!((all(&b1.all), b1.all.unread.shown()), (28, Some(1)));
    let asked = ["report", "--essai", "--dossier", ".", "--form", "com-court"];
    let (out, _, end) = said(&run(folder.path(), &asked));
    assert_eq!(end, Some(1));
    assert!(out.contains("28 réponses sont comptées."), "{out}");
    assert!(out.contains("cette case ne tient aucune réponse"), "{out}");
}

#[test]
fn a_report_ends_with_0_1_or_2_and_says_what_is_asked_wrongly() {
    let folder = dossier("com-court", 12);
    let end = |asked: &[&str]| {
        let asked: Vec<&str> = asked.iter().copied().chain(["--dossier", "."]).collect();
        said(&run(folder.path(), &asked))
    };
    let (out, err, exit) = end(&["report"]);
    assert_eq!((exit, out.contains("Il n'y a pas de réponse à compter.")), (Some(0), true));
    assert_eq!(
        err,
        "Il y a des essais, qui ne comptent pas. Pour les voir : recueil report --essai\n"
    );
    let (out, err, exit) = end(&["report", "--essai", "--by", "site"]);
    assert_eq!((err.as_str(), exit), ("", Some(0)));
    assert!(out.contains("12 réponses sont des essais"), "{out}");
    let (out, err, exit) = end(&["rapport", "--essai", "--par", "couleur"]);
    assert_eq!((out.as_str(), exit), ("", Some(2)));
    assert!(err.starts_with("On ne peut pas séparer par « couleur »."), "{err}");
    for wrong in [&["report", "nulle-part"][..], &["report", "--essai", "--form", "com-longs"]] {
        let (out, err, exit) = end(wrong);
        assert_eq!((out.as_str(), err.is_empty(), exit), ("", false, Some(2)), "{wrong:?}");
    }
    let file = lines(folder.path()).0;
    let (out, _, exit) = end(&["report", "--essai", file.to_str().expect("text")]);
    assert_eq!((exit, out.contains("12 réponses sont comptées.")), (Some(0), true));
}
