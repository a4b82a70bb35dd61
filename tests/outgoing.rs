//! A folder for others, on disks that stop or are full at every single thing asked of them: what bears its
//! name is whole, or is what bore it before.
//! Never the program: what it puts into such folders is tested beside its commands.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use recueil::store::{MARK, Outgoing, OutgoingFault, Present, RealDisk};
use support::disk::What;
use support::watched::Watched;
use tempfile::TempDir;

/// What is put into the folder, besides the page that says whose it is.
const FILES: [(&str, &str); 3] =
    [("bordereau.csv", "3 lignes"), ("data/commun/a.csv", "a"), ("data/flsm/b.csv", "b")];

/// Fills a folder, as often as the disk lets it.
fn fill(disk: &Watched, root: &Path, files: &[(&str, &str)]) -> Result<(), OutgoingFault> {
    let (place, data) = (root.join("envoi"), root.join("data"));
    let outgoing = Outgoing::begin(disk, &place, &data, Present::Replaced)?;
    for (name, text) in files {
        outgoing.write(name, text.as_bytes())?;
    }
    outgoing.write("codes.md", MARK)?;
    Ok(outgoing.finish()?)
}

/// The files below a folder, by name from it.
fn found(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(&next).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").display().to_string();
                found.insert(name, fs::read_to_string(&path).expect("text"));
            }
        }
    }
    found
}

/// What a whole folder holds.
fn whole(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let page = ("codes.md", std::str::from_utf8(MARK).expect("text"));
    let files = files.iter().copied().chain([page]);
    files.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

/// Has the disk give up for good after so many things were asked of it, until it is asked for no more: a
/// program that is stopped there cannot clear up after itself either.
fn stopped_at_each(is_asked: fn(What, &Path) -> bool, error: ErrorKind, before: &[(&str, &str)]) {
    let mut is_done = false;
    for calls in 0..400 {
        let root = TempDir::new().expect("a folder");
        if !before.is_empty() {
            fill(&Watched::around(RealDisk), root.path(), before).expect("filled");
        }
        let disk = Watched::around(RealDisk).failing(is_asked, calls..usize::MAX, error);
        let filled = fill(&disk, root.path(), &FILES);
        let bears = found(&root.path().join("envoi"));
        let is_old = !before.is_empty() && bears == whole(before);
        assert!(bears.is_empty() || is_old || bears == whole(&FILES), "{calls}: {bears:?}");
        if filled.is_ok() {
            assert_eq!(bears, whole(&FILES));
            is_done = true;
            break;
        }
        // Begun again, it is whole, and nothing else is left.
        fill(&Watched::around(RealDisk), root.path(), &FILES).expect("filled");
        assert_eq!(found(&root.path().join("envoi")), whole(&FILES), "{calls}");
        let names: Vec<_> = fs::read_dir(root.path()).expect("read").flatten().collect();
        assert_eq!(names.len(), 1, "{calls}: {names:?}");
    }
    assert!(is_done, "it is never done");
}

#[test]
fn wherever_it_is_stopped_what_bears_the_name_is_whole() {
    stopped_at_each(|_, _| true, ErrorKind::Other, &[]);
}

#[test]
fn wherever_the_replacing_of_another_is_stopped_one_of_both_is_there_whole_or_none() {
    let before = [("bordereau.csv", "2 lignes"), ("data/commun/vieux.csv", "v")];
    stopped_at_each(|_, _| true, ErrorKind::Other, &before);
}

#[test]
fn on_a_disk_that_is_full_nothing_is_left_of_what_does_not_fit() {
    fn wants_room(what: What, _: &Path) -> bool {
        matches!(what, What::Write | What::MakeFolder)
    }
    let root = TempDir::new().expect("a folder");
    for calls in 0..4 {
        let disk = Watched::around(RealDisk);
        let disk = disk.failing(wants_room, calls..usize::MAX, ErrorKind::StorageFull);
        assert!(fill(&disk, root.path(), &FILES).is_err(), "{calls}");
        assert_eq!(fs::read_dir(root.path()).expect("read").count(), 0, "{calls}");
    }
    stopped_at_each(wants_room, ErrorKind::StorageFull, &[("bordereau.csv", "2 lignes")]);
}
