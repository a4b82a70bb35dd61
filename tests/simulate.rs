//! `recueil simulate`: the same seed gives the same bytes, the logic is respected, nothing counts.
//! Never a terminal: plain processes, and the rows themselves.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use recueil::app::notice_version;
use recueil::exchange::read_answers;
use recueil::questionnaire::{Kind, Library, NotConcerned, Questionnaire};
use recueil::record::{Column, Metadata, People, Record, Rows, columns};
use recueil::store::{Batch, header};
use recueil::value::{Code, Meta, Missing};
use support::program::{program, run, told};
use support::{form, form_of};
use tempfile::TempDir;

fn forms() -> Vec<Arc<Questionnaire>> {
    Library::load(Vec::new()).forms().collect()
}

fn invented(form: &Arc<Questionnaire>, seed: u64, people: People, count: u64) -> Vec<Record> {
    let rows = Rows::new(form, seed, people, &notice_version(form));
    (0..count).map(|number| rows.row(number)).collect()
}

/// The bytes of a file of these rows.
fn file(form: &Questionnaire, records: &[Record]) -> Vec<u8> {
    [&header(form), Batch::new(form, true, records).lines()].concat()
}

/// The cell of a column, by name.
fn cell<'a>(record: &'a Record, name: &str) -> &'a str {
    let at = columns(record.form()).iter().position(|column| column.name() == name);
    &record.cells()[at.expect(name)]
}

fn output(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = run(folder, arguments);
    assert_eq!((output.stderr.as_slice(), output.status.code()), (&b""[..], Some(0)));
    output.stdout
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads() {
    let folder = TempDir::new().expect("a folder");
    let simulated = |seed: &str, threads: &str| {
        let arguments = [
            "simulate",
            "vlr-minute",
            "-n",
            "10001",
            "--to",
            "-",
            "--seed",
            seed,
            "--threads",
            threads,
        ];
        output(folder.path(), &arguments)
    };
    let once = simulated("1", "1");
    assert_eq!(once.split(|byte| *byte == b'\n').count() - 1, 10_002);
    assert!(once == simulated("1", "1"), "again");
    assert!(once == simulated("1", "3"), "on three threads");
    assert!(once != simulated("2", "1"), "another seed");
    // The first rows of many are those of few.
    let few =
        output(folder.path(), &["simuler", "vlr-minute", "-n", "7", "--to", "-", "--seed", "1"]);
    assert!(once.starts_with(&few));
    assert!(!folder.path().join("data").exists(), "nothing is written but on the output");
}

#[test]
fn the_identifier_of_the_first_row_is_the_one_worked_out_by_another_program() {
    // SplitMix64 and FNV-1a written again in Python, from the documentation.
    let rows = Rows::new(&form("vlr-minute"), 1, People::Apart, "1");
    assert_eq!(rows.id(0), "4c13f2c4-1923-4b07-b27a-4c8a9f06530b");
    assert_eq!(rows.id(999_999), "1f00b0a0-6c73-484b-a53d-36cfd4904bb6");
}

/// Nothing of the program's own files in it: these rows change only where the promise is broken.
#[test]
fn the_rows_of_a_seed_stay_what_they_were() {
    let text = support::WORKSHOP.replace("\"B5\", \"Z1\"", "\"Z1\"");
    let form = form_of(&text, "atelier-bilan");
    let rows: Vec<String> = invented(&form, 20, People::Apart, 2)
        .iter()
        .map(|record| record.cells().join(","))
        .collect();
    assert_eq!(
        rows,
        [
            "af1a5548-af2f-4b74-a27a-d3737330b30b,atelier,atelier-bilan,1,ec81bbf3,Structure inventée\
             ,Site inventé B,bzdrfhdk,2025-2026,jeudi,séance 12,,participant,ponctuel,sortie_seule,ecran,entretien,autre,0,fr,1,,2025-10-17,2025-10-17,19,sure,complet,1,,bus,ce31ef61b",
            "553e5b7f-3b2d-470a-a960-64846d16ca65,atelier,atelier-bilan,1,ec81bbf3,Structure inventée\
             ,Site inventé C,bzdrfhdk,2025-2026,jeudi,séance 7,2,participant,ponctuel,sortie_seule,papier,seul,aucun,0,fr,1,,2026-05-07,2026-05-17,,sure,complet,1,,pied,ce2fb0a10"
        ]
    );
}

#[test]
fn whatever_is_invented_is_read_back_cell_for_cell_without_a_mistake() {
    let kept = |form: &Questionnaire, record: &Record| {
        let named = columns(form).into_iter().zip(record.cells().to_owned());
        let remade = |column: &Column| {
            matches!(column, Column::Controle | Column::Meta(Meta::ReponseId | Meta::Poste))
        };
        named.filter(|(column, _)| !remade(column)).map(|(_, cell)| cell).collect::<Vec<_>>()
    };
    let forms = forms();
    assert_eq!(forms.len(), 29);
    for form in &forms {
        for people in [People::Apart, People::Paired { change: 500 }] {
            let records = invented(form, 3, people, 200);
            assert!(records.iter().all(Record::is_trial));
            let file = file(form, &records);
            let read = read_answers(&file, form, &Metadata::new(form));
            assert_eq!(read.mistakes, [], "{}", form.id);
            assert_eq!(read.sheets.len(), records.len());
            for (record, sheet) in records.iter().zip(read.sheets) {
                let again = Record::new(&sheet.finished, sheet.metadata);
                assert_eq!(kept(form, &again), kept(form, record), "{}", form.id);
            }
        }
    }
}

#[test]
fn every_choice_of_every_question_of_every_form_is_taken_by_somebody_among_two_thousand() {
    for form in forms() {
        let mut left: BTreeSet<(String, String)> = BTreeSet::new();
        for question in &form.questions {
            let choices = question.kind.choices().iter().map(|choice| choice.name.clone());
            left.extend(choices.map(|choice| (question.name.clone(), choice)));
        }
        let columns = columns(&form);
        for record in invented(&form, 4, People::Apart, 2_000) {
            for (column, cell) in columns.iter().zip(record.cells()) {
                let Column::Answer(question) = column else { continue };
                for name in cell.split(' ') {
                    left.remove(&(question.name.clone(), name.to_owned()));
                }
            }
        }
        assert_eq!(left, BTreeSet::new(), "{}", form.id);
    }
}

/// The shares that the documentation gives, in a thousand questions asked.
#[test]
fn each_reason_for_no_answer_is_as_frequent_as_documented() {
    let guide = include_str!("../docs/simulation.md");
    let share = |code: &str| -> f64 {
        let row = guide.lines().find(|line| line.starts_with(&format!("| {code} |"))).expect(code);
        let cell = row.split('|').nth(2).expect("a share").trim().trim_end_matches(" %");
        cell.replace(',', ".").parse::<f64>().expect("a number") / 100.0
    };
    let within = |what: &str, found: usize, asked: usize, share: f64| {
        #[expect(clippy::cast_precision_loss, reason = "counts of a few thousand")]
        let (found, asked) = (found as f64, asked as f64);
        let spread = (asked * share * (1.0 - share)).sqrt();
        let away = (found - asked * share).abs();
        assert!(asked > 500.0 && away <= 5.0 * spread, "{what}: {found} of {asked}, not {share}");
    };
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut asked: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let (mut rows, mut partial) = (0, 0);
    for id in ["com-court", "mqb-suivi", "com-carnet"] {
        let form = form(id);
        let columns = columns(&form);
        for record in invented(&form, 5, People::Apart, 2_000) {
            rows += 1;
            partial += usize::from(record.meta(Meta::Etat) == "partiel");
            let paper = record.meta(Meta::Support) == "papier";
            for (column, cell) in columns.iter().zip(record.cells()) {
                let Column::Answer(question) = column else { continue };
                if ["NON_POSEE", "NON_ATTEINTE"].contains(&cell.as_str()) {
                    continue;
                }
                let words = question.kind == Kind::Text;
                let offered = |code: &str| match code {
                    "NC" => question.nc != NotConcerned::No,
                    "ILLISIBLE" => paper && !words,
                    "SANS_REPONSE" => !words,
                    "SANS_REPONSE (texte)" => words,
                    _ => true,
                };
                for code in [
                    "NSP",
                    "REFUS",
                    "PAS_COMPRIS",
                    "NC",
                    "ILLISIBLE",
                    "SANS_REPONSE",
                    "SANS_REPONSE (texte)",
                ] {
                    let said = code.split(' ').next().expect("a code") == cell;
                    assert!(!said || offered(code) || code.starts_with("SANS"), "{code}");
                    *asked.entry(("", code)).or_default() += usize::from(offered(code));
                    *counts.entry(("", code)).or_default() += usize::from(said && offered(code));
                }
            }
        }
    }
    for ((_, code), asked) in &asked {
        within(code, counts[&("", *code)], *asked, share(code));
    }
    assert_eq!(asked.len(), 7);
    // One stop of twelve or so falls after the last question.
    assert!(partial > rows / 100 && partial < rows * 3 / 100, "{partial} of {rows}");
}

#[test]
fn a_constraint_is_met_or_the_question_passed() {
    let text = support::WORKSHOP.replace("\"B5\", \"Z1\"", "\"Z1\", \"Z2\", \"Z3\"")
        + "\n[[question]]\nname = \"Z2\"\ntype = \"integer\"\nlabel.fr = \"Combien ?\"\n\
           constraint = \". >= 700 and . <= 730\"\nconstraint_message.fr = \"De 700 à 730.\"\n\
           [[question]]\nname = \"Z3\"\ntype = \"integer\"\nlabel.fr = \"Et encore ?\"\n\
           constraint = \". < 0\"\nconstraint_message.fr = \"Moins que zéro.\"\n";
    let text = text.replace("[[questionnaire]]", "@").replace('@', "[[questionnaire]]");
    let form = form_of(&text, "atelier-bilan");
    let mut met = 0;
    for record in invented(&form, 6, People::Apart, 200) {
        if let Ok(number) = cell(&record, "Z2").parse::<u32>() {
            assert!((700..=730).contains(&number), "{number}");
            met += 1;
        }
        let passed = cell(&record, "Z3");
        assert!(Missing::from_word(passed).is_some(), "no number drawn is below zero: {passed}");
    }
    assert!(met > 100, "{met}");
}

#[test]
fn days_lie_in_one_season_and_no_cell_says_on_which_day_or_machine_it_was_made() {
    for record in invented(&form("com-carnet"), 7, People::Apart, 300) {
        assert_eq!(record.meta(Meta::Cycle), "2025-2026");
        for day in [record.meta(Meta::Date), record.meta(Meta::Saisie), cell(&record, "S_jour")] {
            let other = Missing::from_word(day).is_some();
            assert!(other || ("2025-09-01".."2026-09-01").contains(&day), "{day}");
        }
        assert_eq!(record.meta(Meta::Structure), "Structure inventée");
    }
    let ids: BTreeSet<String> = invented(&form("com-carnet"), 7, People::Apart, 300)
        .iter()
        .map(|record| record.meta(Meta::ReponseId).to_owned())
        .collect();
    assert_eq!(ids.len(), 300);
    for id in ids {
        let uuid = uuid::Uuid::parse_str(&id).expect("an identifier");
        assert_eq!(uuid.get_version_num(), 4);
        assert_eq!(uuid.get_variant(), uuid::Variant::RFC4122);
    }
}

/// The ordered answers of the two rows of each person: arriving, leaving, highest step.
fn steps(change: u32, count: u64) -> Vec<Vec<(usize, usize, usize)>> {
    let people = People::Paired { change };
    let arriving = invented(&form("flsm-entree"), 8, people, count);
    let leaving = invented(&form("flsm-sortie"), 8, people, count);
    let mut codes = BTreeSet::new();
    let pairs = arriving.iter().zip(&leaving).map(|(before, after)| {
        let code = before.meta(Meta::Code);
        assert_eq!(code, after.meta(Meta::Code));
        assert_eq!(Code::read(code).expect("a code").to_string(), code);
        assert!(codes.insert(code.to_owned()), "{code} is of one person only");
        assert_eq!(before.meta(Meta::Groupe), after.meta(Meta::Groupe));
        assert_ne!(before.meta(Meta::ReponseId), after.meta(Meta::ReponseId));
        let mut steps = Vec::new();
        for question in &before.form().questions {
            let names: Vec<&str> =
                question.kind.choices().iter().map(|choice| choice.name.as_str()).collect();
            let place =
                |record| names.iter().position(|name| *name == cell(record, &question.name));
            if let (Some(from), Some(to)) = (place(before), place(after)) {
                if names.iter().all(|name| name.parse::<u8>().is_ok()) {
                    steps.push((from, to, names.len() - 1));
                } else {
                    assert_eq!(from, to, "what is no scale stays");
                }
            }
        }
        steps
    });
    pairs.collect()
}

#[test]
fn the_same_people_arrive_and_leave_and_as_many_as_wanted_go_one_step_up() {
    assert!(steps(0, 300).iter().flatten().all(|(from, to, _)| from == to));
    assert!(steps(1000, 300).iter().flatten().all(|(from, to, top)| *to == (from + 1).min(*top)));
    let mut moved = 0_u32;
    let mut people = 0_u32;
    for steps in steps(300, 2_000) {
        let free: Vec<bool> = steps
            .iter()
            .filter(|(from, _, top)| from < top)
            .map(|(from, to, _)| from != to)
            .collect();
        if let Some(first) = free.first() {
            assert!(
                free.iter().all(|moves| moves == first),
                "all answers of a person move, or none"
            );
            people += 1;
            moved += u32::from(*first);
        }
    }
    assert!(people > 1_800, "{people}");
    // Binomial: five times the spread of so many people.
    let spread = (f64::from(people) * 0.3 * 0.7).sqrt();
    assert!(
        (f64::from(moved) - f64::from(people) * 0.3).abs() < 5.0 * spread,
        "{moved} of {people}"
    );
}

/// A dossier in which answers would count.
fn dossier() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let settings =
        "structure = \"Foyer\"\ncontact = \"l'accueil\"\nautorisation_parentale = true\n";
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    folder
}

#[test]
fn rows_go_to_the_trials_and_the_same_seed_never_twice_into_one_file() {
    let dossier = dossier();
    let path = dossier.path();
    let simulate = |seed: &str, count: &str| {
        told(&run(path, &["simulate", "flsm-sortie", "-n", count, "--seed", seed]))
    };
    let rows = || support::rows(path.join("data"), true, &["reponse_id", "essai"]);
    let (said, wrong, code) = simulate("1", "30");
    let file = fs::read_dir(path.join("data/essai/flsm")).expect("trials").flatten();
    let file = file.map(|entry| entry.path()).find(|path| path.extension() == Some("csv".as_ref()));
    let file = file.expect("a file of rows").display().to_string();
    assert_eq!(
        (said, wrong, code),
        (
            format!(
                "ESSAI : ces réponses sont inventées. Elles vont à part et ne compteront pas.\n\
                 30 lignes inventées (graine 1) ajoutées dans {file}\n"
            ),
            String::new(),
            Some(0)
        )
    );
    assert_eq!(support::rows(path.join("data"), false, &["essai"]), [""; 0]);
    assert!(rows().iter().all(|row| row.ends_with("|1")));

    let before = rows();
    for count in ["1", "30", "100"] {
        let refused = format!(
            "Les lignes de la graine 1 sont déjà dans {file}. Rien n'est ajouté. Choisissez une \
             autre graine.\n"
        );
        assert_eq!(simulate("1", count), (String::new(), refused, Some(2)));
    }
    assert_eq!(rows(), before);
    assert_eq!(simulate("2", "30").2, Some(0));
    assert_eq!(rows().len(), 60);
    // The file holds what the output gives.
    let given = output(path, &["simulate", "flsm-sortie", "-n", "30", "--seed", "1", "--to", "-"]);
    assert!(fs::read(file).expect("rows").starts_with(&given));
}

#[test]
fn both_files_are_written_from_either_form_of_a_pair() {
    for id in ["ig-aine-entree", "ig-aine-sortie"] {
        let dossier = dossier();
        let arguments = ["simulate", id, "-n", "40", "--seed", "1", "--paired", "--change", "0,3"];
        let (said, wrong, code) = told(&run(dossier.path(), &arguments));
        assert_eq!((said.lines().count(), wrong.as_str(), code), (3, "", Some(0)));
        let rows = support::rows(dossier.path().join("data"), true, &["questionnaire", "code"]);
        assert_eq!(rows.len(), 80);
        let codes: BTreeSet<&str> = rows.iter().filter_map(|row| row.split('|').nth(1)).collect();
        assert_eq!(codes.len(), 40);
        // Refused for one of the two: nothing is added to the other.
        let again = run(dossier.path(), &["simulate", "ig-aine-entree", "-n", "1", "--seed", "1"]);
        assert_eq!(again.status.code(), Some(2));
    }
}

#[test]
fn what_is_invented_comes_in_by_the_file_of_answers_and_stays_a_trial() {
    let dossier = dossier();
    let path = dossier.path();
    let given = output(path, &["simulate", "ker-enfant", "-n", "50", "--seed", "1", "--to", "-"]);
    fs::write(path.join("answers.csv"), given).expect("written");
    let (_, wrong, code) = told(&run(path, &["collect", "ker-enfant", "--answers", "answers.csv"]));
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    assert_eq!(support::rows(path.join("data"), false, &["essai"]), [""; 0]);
    assert_eq!(support::rows(path.join("data"), true, &["essai"]).len(), 50);
}

#[test]
fn a_locked_form_may_be_simulated_since_nobody_answers() {
    let dossier = dossier();
    let arguments = ["simulate", "upc-sortie", "-n", "5", "--seed", "1"];
    assert_eq!(run(dossier.path(), &arguments).status.code(), Some(0));
    let rows = support::rows(dossier.path().join("data"), true, &["notice", "essai"]);
    assert_eq!(rows, ["1-accord|1"; 5]);
}

#[test]
fn what_cannot_be_simulated_is_told() {
    let dossier = dossier();
    let wrong = |arguments: &[&str]| {
        let all = [&["simulate"], arguments].concat();
        let (said, wrong, code) = told(&run(dossier.path(), &all));
        assert_eq!((said.as_str(), code), ("", Some(2)));
        wrong
    };
    assert_eq!(
        wrong(&["vlr-habitue", "-n", "5", "--seed", "1", "--paired"]),
        "« vlr-habitue » ne va pas par deux : il faut un questionnaire d'arrivée ou de fin de saison \
         dont l'autre existe, pour les mêmes personnes.\n"
    );
    assert_eq!(
        wrong(&["com-court", "-n", "0", "--seed", "1"]),
        "Il faut de 1 à 1\u{a0}000\u{a0}000 lignes : 0 n'est pas possible.\n"
    );
    assert!(wrong(&["com-cour", "-n", "5", "--seed", "1"]).contains("« com-court »"));
    for arguments in [
        &["com-court", "-n", "5"][..],
        &["com-court", "--seed", "5"],
        &["com-court", "-n", "5", "--seed", "1", "--change", "0.5"],
        &["com-court", "-n", "5", "--seed", "1", "--paired", "--change", "1.5"],
        &["com-court", "-n", "5", "--seed", "1", "--paired", "--to", "-"],
        &["com-court", "-n", "5", "--seed", "1", "--to", "here.csv"],
    ] {
        assert!(wrong(arguments).starts_with("erreur : "));
    }
    assert!(!dossier.path().join("data").exists());
}

#[cfg(unix)]
#[test]
fn who_stops_reading_the_output_has_read_enough() {
    let folder = TempDir::new().expect("a folder");
    let arguments = ["simulate", "vlr-minute", "-n", "20000", "--seed", "1", "--to", "-"];
    let mut command = program(folder.path(), &arguments);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the end");
    assert_eq!((output.stderr.as_slice(), output.status.code()), (&b""[..], Some(0)));
}
