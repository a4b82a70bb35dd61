//! What is kept of séances beside the rows of people travels with them: gathered, copied, once each.
//! Never a line worked out here: what stations wrote is compared with what the set holds.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use recueil::record::{Apart, Counts, Hands, Held, Metadata, Reflected, Road};
use recueil::store::{Copying, Gathered, Gathering, RealDisk, Remark, Store, copy, gather};
use recueil::value::{Date, Meta};
use support::form;
use tempfile::TempDir;

fn metadata(group: &str, trial: &str) -> Metadata {
    let mut metadata = Metadata::new(&form("com-court"));
    metadata.date(Date::constant(2026, 11, 22), Date::constant(2026, 11, 22));
    let id = format!("00000000-0000-4000-8000-{:012}", group.len());
    for (meta, value) in
        [(Meta::ReponseId, id.as_str()), (Meta::Groupe, group), (Meta::Essai, trial)]
    {
        metadata.set(meta, value).expect("fits");
    }
    metadata
}

/// Keeps, at a station, what was counted of the séance of a group.
fn count(root: &Path, poste: &str, group: &str, trial: &str, present: u32) {
    let form = form("com-court");
    let metadata = metadata(group, trial);
    let counts = Counts { present, answered: present, ..Counts::default() };
    let hands = [("T1", "oui", present), ("T1", "non", 0)];
    let hands = hands.map(|(question, answer, count)| Hands {
        question: question.to_owned(),
        answer: answer.to_owned(),
        count,
    });
    let mut store = Store::new(root.join("data"), poste.to_owned());
    let seance = Held::seance(&Arc::clone(&form), &metadata, Road::Vote, counts);
    store.append_held(&seance).expect("kept");
    let vote = Held::vote(&form, &metadata, present, hands.to_vec());
    store.append_held(&vote).expect("kept");
    let slide = Reflected::Slide {
        place: 1,
        question: "T1".to_owned(),
        shown: true,
        text: "Toutes les personnes disent : « oui ».".to_owned(),
    };
    let said = Reflected::Saying(format!("=vu, {group}"));
    let mirror = Held::mirror(&form, &seance.cells(), vec![slide, said]);
    store.append_held(&mirror).expect("kept");
}

/// Two stations, the first of which also tried it out.
fn stations(root: &Path) -> [PathBuf; 2] {
    let stations = ["a", "b"].map(|name| root.join(name));
    count(&stations[0], "aaaaaaaa", "lundi", "0", 8);
    count(&stations[0], "aaaaaaaa", "mercredi", "1", 3);
    count(&stations[1], "bbbbbbbb", "mardi, le soir", "0", 12);
    stations
}

#[test]
fn the_seances_held_last_are_told_with_their_counts_the_latest_first() {
    let folder = TempDir::new().expect("a folder");
    for (group, trial, present) in [("lundi", "0", 8), ("mardi", "1", 3), ("mercredi", "0", 12)] {
        count(folder.path(), "aaaaaaaa", group, trial, present);
    }
    let store = Store::new(folder.path().join("data"), String::new());
    let told = |most| {
        let held = recueil::analysis::past_seances(&store, most).into_iter();
        held.map(|of| (of.group, of.trial, of.counts.present, of.counts.answered, of.form))
            .collect::<Vec<_>>()
    };
    let of = |group: &str, trial, people: u32| {
        (group.to_owned(), trial, people, people, "com-court".to_owned())
    };
    let all = told(9);
    assert_eq!(all.len(), 3);
    assert!(all.contains(&of("mardi", true, 3)) && all.contains(&of("mercredi", false, 12)));
    assert_eq!(told(1), all[..1]);
}

fn gathered(sources: &[PathBuf], into: &Path) -> Gathered {
    let asked = Gathering { sources, into, kept: &[], progress: &|_, _| {} };
    gather(&RealDisk, &asked).expect("gathered")
}

/// The files of séances under a folder, by name from there, with their lines.
fn held(folder: &Path) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut left = vec![folder.join("data")];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(&path).expect("a folder").flatten().map(|entry| entry.path()));
            continue;
        }
        let name = path.strip_prefix(folder).expect("under it").display().to_string();
        let is_lines = path.extension().is_some_and(|found| found == "csv");
        if is_lines
            && (name.contains("seances.") || name.contains("collectif") || name.contains("miroir"))
        {
            let text = fs::read_to_string(&path).expect("text");
            found.push((name, text.lines().map(str::to_owned).collect()));
        }
    }
    found.sort();
    found
}

/// The header, then the lines of several files in the order of letters, each once.
fn united(files: &[&(String, Vec<String>)]) -> Vec<String> {
    let lines: BTreeSet<&String> = files.iter().flat_map(|(_, lines)| &lines[1..]).collect();
    let header = files[0].1.first().expect("a header");
    std::iter::once(header).chain(lines).cloned().collect()
}

#[test]
fn what_stations_counted_is_gathered_once_whatever_the_order() {
    let folder = TempDir::new().expect("a folder");
    let stations = stations(folder.path());
    let (a, b) = (held(&stations[0]), held(&stations[1]));
    let of = |files: &[(String, Vec<String>)], part: &str, trial: bool| {
        let is_it = |file: &&(String, Vec<String>)| {
            file.0.contains(part) && file.0.contains("essai") == trial
        };
        files.iter().find(is_it).expect("a file").clone()
    };
    let stem = form("com-court").stem();
    let mut expected: Vec<(String, Vec<String>)> = vec![
        (
            "data/commun/seances.reuni.csv".to_owned(),
            united(&[&of(&a, "seances", false), &of(&b, "seances", false)]),
        ),
        (
            format!("data/commun/collectif/{stem}.reuni.csv"),
            united(&[&of(&a, "collectif", false), &of(&b, "collectif", false)]),
        ),
        (
            format!("data/commun/miroir/{stem}.reuni.csv"),
            united(&[&of(&a, "miroir", false), &of(&b, "miroir", false)]),
        ),
        (format!("data/essai/commun/miroir/{stem}.reuni.csv"), united(&[&of(&a, "miroir", true)])),
        ("data/essai/commun/seances.reuni.csv".to_owned(), united(&[&of(&a, "seances", true)])),
        (
            format!("data/essai/commun/collectif/{stem}.reuni.csv"),
            united(&[&of(&a, "collectif", true)]),
        ),
    ];
    expected.sort();
    assert_eq!(
        expected.iter().map(|(_, lines)| lines.len()).collect::<Vec<_>>(),
        [5, 5, 3, 3, 3, 2]
    );
    let into = |name: &str| folder.path().join(name);
    let all = gathered(&stations, &into("all"));
    assert!(all.remarks.is_empty(), "{:?}", all.remarks);
    assert_eq!(held(&into("all")), expected);
    gathered(&stations, &into("all"));
    assert_eq!(held(&into("all")), expected, "again");
    gathered(&stations[1..], &into("each"));
    gathered(&stations[..1], &into("each"));
    gathered(&[into("all")], &into("each"));
    assert_eq!(held(&into("each")), expected, "one after the other, and the set itself");
    let loose: Vec<PathBuf> = [0, 1]
        .into_iter()
        .flat_map(|at| held(&stations[at]).into_iter().map(move |(name, _)| (at, name)))
        .map(|(at, name)| stations[at].join(name))
        .collect();
    gathered(&loose, &into("loose"));
    assert_eq!(held(&into("loose")), expected, "files that are named by themselves");
}

#[test]
fn a_line_that_was_changed_or_torn_is_told_and_the_whole_one_stands() {
    let folder = TempDir::new().expect("a folder");
    let stations = stations(folder.path());
    let file = stations[0].join("data/commun/seances.aaaaaaaa.csv");
    let whole = fs::read_to_string(&file).expect("text");
    let changed = folder.path().join("c");
    let other = changed.join("data/commun/seances.cccccccc.csv");
    fs::create_dir_all(other.parent().expect("a folder")).expect("made");
    let touched = whole.replace(",8,8,", ",9,9,");
    assert_ne!(touched, whole);
    fs::write(&other, touched.clone() + "00000000-0000-4000-8000-000000000").expect("written");
    let into = folder.path().join("set");
    let found = gathered(std::slice::from_ref(&changed), &into);
    let [Remark::Modified { line: 2, .. }, Remark::Damaged { line: 3, .. }] = &found.remarks[..]
    else {
        panic!("{:?}", found.remarks)
    };
    assert_eq!(fs::read_to_string(into.join("data/commun/seances.reuni.csv")).ok(), Some(touched));
    gathered(&stations[..1], &into);
    let read = fs::read_to_string(into.join("data/commun/seances.reuni.csv"));
    assert_eq!(read.ok(), Some(whole), "the line as it was written, once");
}

#[test]
fn a_copy_has_what_was_counted() {
    let folder = TempDir::new().expect("a folder");
    let [station, _] = stations(folder.path());
    let to = folder.path().join("cle");
    fs::create_dir(&to).expect("made");
    let asked = Copying {
        dossier: &station,
        to: &to,
        poste: "aaaaaaaa",
        day: "2026-11-22",
        incomplete: "",
    };
    let copied = copy(&RealDisk, &asked).expect("copied");
    assert_eq!(held(&copied.folder), held(&station));
    assert_eq!(Apart::ALL.len() * 2, held(&station).len());
}
