//! What always holds of gathering, whatever the stations hold: the order and the grouping of the
//! sources change no byte, and gathering again changes nothing.
//! Never a screen, and never the program: the library itself.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use recueil::record::{Apart, controle};
use recueil::store::{Gathered, Gathering, Kept, RealDisk, gather};
use recueil::value::Meta;
use support::watched::Watched;
use tempfile::TempDir;

/// One row, in few words: which, what it says, and what it replaces.
#[derive(Clone, Debug)]
struct Row {
    id: u8,
    answer: u8,
    code: &'static str,
    replaces: Option<u8>,
    touched: bool,
}

/// What a station holds.
#[derive(Clone, Debug)]
struct Station {
    rows: Vec<Row>,
    trials: Vec<Row>,
    past: Vec<Row>,
    withdrawn: Vec<(u8, &'static str)>,
    seances: Vec<Counted>,
    votes: Vec<Counted>,
    ends: &'static str,
}

/// One line kept of a séance: of which, how many it counts, and whether somebody changed that since.
#[derive(Clone, Debug)]
struct Counted {
    seance: u8,
    count: u8,
    touched: bool,
}

fn identifier(number: u8) -> String {
    format!("00000000-0000-4000-8000-0000000000{number:02}")
}

fn line(row: &Row, trial: bool) -> String {
    let mut cells = vec![String::new(); Meta::ALL.len() + 1];
    for (meta, value) in [
        (Meta::ReponseId, identifier(row.id)),
        (Meta::Referentiel, "atelier".to_owned()),
        (Meta::Questionnaire, "atelier-bilan".to_owned()),
        (Meta::Version, "1".to_owned()),
        (Meta::Empreinte, "0123abcd".to_owned()),
        (Meta::Code, row.code.to_owned()),
        (Meta::Essai, u8::from(trial).to_string()),
        (Meta::Remplace, row.replaces.map(identifier).unwrap_or_default()),
    ] {
        cells[meta as usize] = value;
    }
    *cells.last_mut().expect("a cell") = format!("a{}", row.answer);
    let check = controle(cells.iter().map(String::as_str));
    if row.touched {
        *cells.last_mut().expect("a cell") = format!("b{}", row.answer);
    }
    cells.push(check);
    cells.join(",")
}

fn file(path: &Path, rows: &[Row], trial: bool, ends: &str) {
    if rows.is_empty() {
        return;
    }
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    let mut lines = vec![
        Meta::ALL
            .iter()
            .map(|meta| meta.word())
            .chain(["Z1", "controle"])
            .collect::<Vec<_>>()
            .join(","),
    ];
    lines.extend(rows.iter().map(|row| line(row, trial)));
    lines.push(String::new());
    fs::write(path, lines.join(ends)).expect("written");
}

/// Writes lines kept of séances.
fn counted(path: &Path, kind: Apart, lines: &[Counted], ends: &str) {
    if lines.is_empty() {
        return;
    }
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    let columns = kind.columns();
    let mut text = vec![columns.join(",")];
    text.extend(lines.iter().map(|line| {
        let cell = |column: &&str| match *column {
            "seance_id" => identifier(line.seance),
            "referentiel" => "atelier".to_owned(),
            "questionnaire" => "atelier-bilan".to_owned(),
            "version" => "1".to_owned(),
            "empreinte" => "0123abcd".to_owned(),
            "essai" => "0".to_owned(),
            "presents" => line.count.to_string(),
            _ => String::new(),
        };
        let mut cells: Vec<String> = columns[..columns.len() - 1].iter().map(cell).collect();
        let check = controle(cells.iter().map(String::as_str));
        if line.touched {
            "seul".clone_into(&mut cells[8]);
        }
        cells.push(check);
        cells.join(",")
    }));
    text.push(String::new());
    fs::write(path, text.join(ends)).expect("written");
}

/// Writes a station as a dossier.
fn write(folder: &Path, name: &str, station: &Station) -> PathBuf {
    let root = folder.join(name);
    let data = root.join("data");
    fs::create_dir_all(&data).expect("made");
    let stem = format!("atelier-bilan.v1-0123abcd.{}.csv", name.replace('-', ""));
    file(&data.join("atelier").join(&stem), &station.rows, false, station.ends);
    file(&data.join("essai/atelier").join(&stem), &station.trials, true, station.ends);
    file(&data.join("atelier/historique").join(&stem), &station.past, false, station.ends);
    let of_seances = format!("seances.{}.csv", name.replace('-', ""));
    let votes = data.join("atelier/collectif").join(&stem);
    counted(&data.join("atelier").join(of_seances), Apart::Seances, &station.seances, station.ends);
    counted(&votes, Apart::Collectif, &station.votes, station.ends);
    if !station.withdrawn.is_empty() {
        let mut text = "reponse_id,jour,controle\n".to_owned();
        for (id, day) in &station.withdrawn {
            let id = identifier(*id);
            let check = controle([id.as_str(), *day]);
            text += &[id.as_str(), *day, &check].join(",");
            text += "\n";
        }
        fs::write(data.join("retraits.csv"), text).expect("written");
    }
    root
}

fn row() -> impl Strategy<Value = Row> {
    let code = prop_oneof![
        4 => Just("lune-sapin-42"),
        1 => Just("mer-vent-17"),
        1 => Just("paire-00000007"),
        1 => Just("paire-00000003"),
    ];
    let replaces = proptest::option::weighted(0.2, 0..7_u8);
    (0..7_u8, 0..3_u8, code, replaces, proptest::bool::weighted(0.1)).prop_map(
        |(id, answer, code, replaces, touched)| Row {
            id,
            answer: u8::from(answer == 2),
            code,
            replaces,
            touched,
        },
    )
}

fn a_count() -> impl Strategy<Value = Counted> {
    let parts = (0..3_u8, 0..2_u8, proptest::bool::weighted(0.2));
    parts.prop_map(|(seance, count, touched)| Counted { seance, count, touched })
}

fn station() -> impl Strategy<Value = Station> {
    let day = prop_oneof![Just("2026-11-20"), Just("2026-11-22")];
    (
        vec(row(), 0..6),
        vec(row(), 0..2),
        vec(row(), 0..3),
        vec((0..7_u8, day), 0..2),
        (vec(a_count(), 0..3), vec(a_count(), 0..3)),
        prop_oneof![3 => Just("\n"), 1 => Just("\r\n")],
        proptest::bool::weighted(0.3),
    )
        .prop_map(|(rows, trials, past, withdrawn, (seances, votes), ends, withdraws)| {
            Station {
                rows,
                trials,
                past,
                withdrawn: if withdraws { withdrawn } else { Vec::new() },
                seances,
                votes,
                ends,
            }
        })
}

fn gathered(sources: &[PathBuf], into: &Path, kept: &[Kept]) -> Gathered {
    let asked = Gathering { sources, into, kept, progress: &|_, _| {} };
    // The real disk without the waiting: nothing here loses power.
    let hasty = Watched::around(RealDisk).skipping(|_, _| true);
    gather(&hasty, &asked).expect("gathered")
}

/// Every file under a folder, by its name from there.
fn tree(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        if !path.exists() {
            continue;
        }
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder");
            left.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if let Ok(name) = path.strip_prefix(folder) {
            found.insert(name.to_owned(), fs::read_to_string(&path).expect("text"));
        }
    }
    found
}

/// Settles the conflicts of a set: of each the version that this number falls on.
fn settle(into: &Path, choice: usize) {
    let found = gathered(&[], into, &[]);
    let kept: Vec<Kept> = found
        .disputes
        .iter()
        .enumerate()
        .filter(|(at, _)| !(choice >> at).is_multiple_of(3))
        .map(|(at, dispute)| {
            let version = &dispute.versions[(choice + at) % dispute.versions.len()];
            Kept { id: dispute.id.clone(), version: version.name.clone() }
        })
        .collect();
    gathered(&[], into, &kept);
}

/// A folder in memory where there is one: a disk is waited for at each of many thousand files.
fn quick_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.expect("a folder")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn neither_the_order_nor_the_grouping_of_the_sources_changes_a_byte(
        stations in vec(station(), 1..5),
        choices in (0..64_usize, 0..64_usize),
        order in any::<u64>(),
        cut in 0..6_usize,
    ) {
        let folder = quick_folder();
        let root = folder.path();
        let mut sources: Vec<PathBuf> = stations
            .iter()
            .enumerate()
            .map(|(number, station)| write(root, &format!("poste-{}", ["a", "b", "c", "d"][number]), station))
            .collect();
        // Two places gathered some of them and settled what they found, apart from each other.
        for (name, part, choice) in [
            ("un", &sources[..sources.len().div_ceil(2)].to_vec(), choices.0),
            ("deux", &sources[sources.len() / 3..].to_vec(), choices.1),
        ] {
            gathered(part, &root.join(name), &[]);
            settle(&root.join(name), choice);
            sources.push(root.join(name));
        }
        let into = |name: &str| root.join("sets").join(name);
        gathered(&sources, &into("all"), &[]);
        let all = tree(&into("all").join("data"));

        gathered(&sources, &into("all"), &[]);
        prop_assert_eq!(&tree(&into("all").join("data")), &all, "again");

        let mut shuffled = sources.clone();
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, usize::try_from(order >> at).unwrap_or(0) % (at + 1));
        }
        for source in &shuffled {
            gathered(std::slice::from_ref(source), &into("each"), &[]);
        }
        prop_assert_eq!(&tree(&into("each").join("data")), &all, "one after the other");

        let (left, right) = shuffled.split_at(cut.min(shuffled.len()));
        gathered(left, &into("left"), &[]);
        gathered(right, &into("right"), &[]);
        gathered(&[into("left"), into("right")], &into("both"), &[]);
        prop_assert_eq!(&tree(&into("both").join("data")), &all, "two sets into one");
        gathered(&[into("right")], &into("left"), &[]);
        prop_assert_eq!(&tree(&into("left").join("data")), &all, "one set into another");
    }
}
