//! `recueil copy`: what is on the stick is what is in the dossier, or it is said that it is not.
//! Never a real stick: folders, a disk that lies, and a limit on the size of files.

mod support;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use recueil::store::{CopyFault, Copying, How, RealDisk, copy};
use support::disk::What;
use support::program::{program, run, told};
use support::watched::Watched;
use tempfile::TempDir;

/// A dossier with twelve trials, a draft, and what must not travel; and a stick.
fn dossier() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n\
                    # cle = \"AGE-SECRET-KEY-1QQQ\"\nsite = \"Ici\"\n";
    for (name, text) in [
        ("recueil.toml", settings),
        ("questionnaires/note.txt", "à lire"),
        ("brouillons/abc.journal", "ce que la personne a dit"),
        ("data/cloture-2025-2026.csv", "lune-sapin-42,paire-00000001\n"),
        ("data/reserve", "...."),
        ("data/flsm/a.csv.nouveau", "la moitié d'une li"),
        ("data/flsm/a.csv.lock", ""),
        ("cle/photo.jpg", "une photo"),
    ] {
        let file = if let Some(name) = name.strip_prefix("cle/") {
            path.join("cle").join(name)
        } else {
            path.join("dossier").join(name)
        };
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, text).expect("written");
    }
    let rows = ["simulate", "flsm-sortie", "-n", "12", "--seed", "1", "--dossier", "dossier"];
    assert!(run(path, &rows).status.success());
    folder
}

fn copied(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let (said, wrong, code) = told(&run(folder, arguments));
    let real = folder.canonicalize().expect("a folder").display().to_string();
    let replaced = |text: String| {
        let text = text.replace(&real, ".");
        match poste(folder) {
            Some(poste) => text.replace(&poste, "POSTE"),
            None => text,
        }
    };
    (replaced(said), replaced(wrong), code)
}

/// The random name of the machine, once it has one.
fn poste(folder: &Path) -> Option<String> {
    fs::read_to_string(folder.join("state/recueil/poste")).ok()
}

fn stick(folder: &Path) -> PathBuf {
    folder.join(format!("cle/recueil-{}", poste(folder).expect("a name")))
}

/// The files under a folder, by name from there.
fn names(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(&path).expect("a folder").flatten().map(|entry| entry.path()));
        } else {
            let name = path.strip_prefix(folder).expect("under it");
            found.push(name.display().to_string());
        }
    }
    found.sort();
    found
}

const COPY: [&str; 5] = ["copy", "--dossier", "dossier", "--to", "cle"];

#[test]
fn the_stick_has_the_rows_and_nothing_that_must_stay() {
    let folder = dossier();
    let path = folder.path();
    assert_eq!(
        copied(path, &COPY),
        (
            "6 fichiers écrits, 6 fichiers relus et comparés dans ./cle/recueil-POSTE\n\
             Vous pouvez retirer la clé.\n"
                .to_owned(),
            String::new(),
            Some(0)
        )
    );
    let rows =
        format!("data/essai/flsm/flsm-sortie.v1-7f724185.{}.csv", poste(path).expect("a name"));
    assert_eq!(
        names(&stick(path)),
        [
            "data/README.md",
            "data/copies.csv",
            "data/essai/flsm/definitions/flsm-sortie.v1-7f724185.toml",
            &rows,
            "origine.txt",
            "questionnaires/note.txt",
            "recueil.toml",
        ]
    );
    let same = |name: &str| {
        fs::read(path.join("dossier").join(name)).expect(name)
            == fs::read(stick(path).join(name)).expect(name)
    };
    assert!(same(&rows) && same("data/copies.csv") && same("questionnaires/note.txt"));
    assert_eq!(
        fs::read_to_string(stick(path).join("recueil.toml")).expect("settings"),
        "structure = \"Foyer\"\ncontact = \"l'accueil\"\nsite = \"Ici\"\n"
    );
    // A withdrawal can say where else the rows are.
    let noted = fs::read_to_string(path.join("dossier/data/copies.csv")).expect("copies");
    let (header, line) = noted.trim_end().split_once('\n').expect("a line");
    assert_eq!(header, "jour,quoi,ou");
    let day = line.split(',').next().expect("a day");
    let place = stick(&path.canonicalize().expect("a folder"));
    assert_eq!(line, format!("{day},copie,{}", place.display()));
    assert_eq!(fs::read_to_string(path.join("cle/photo.jpg")).expect("a photo"), "une photo");
}

#[test]
fn a_second_copy_writes_only_what_changed() {
    let folder = dossier();
    let path = folder.path();
    copied(path, &COPY);
    let nothing = "Rien à écrire : la copie était à jour, 6 fichiers relus et comparés dans \
                   ./cle/recueil-POSTE\nVous pouvez retirer la clé.\n";
    let arguments = ["copier", "--dossier", "dossier", "--to", "cle"];
    assert_eq!(copied(path, &arguments), (nothing.to_owned(), String::new(), Some(0)));

    // A row more; and on the stick a bit that fell over, which only reading it again shows.
    let rows = ["simulate", "flsm-sortie", "-n", "1", "--seed", "2", "--dossier", "dossier"];
    assert!(run(path, &rows).status.success());
    let note = stick(path).join("questionnaires/note.txt");
    fs::write(&note, "à liru").expect("written");
    let (said, ..) = copied(path, &COPY);
    assert!(said.starts_with("2 fichiers écrits, 6 fichiers relus"), "{said}");
    assert_eq!(fs::read_to_string(&note).expect("a note"), "à lire");

    // What the dossier has no more stays on the stick, and is told.
    fs::remove_file(path.join("dossier/questionnaires/note.txt")).expect("removed");
    assert_eq!(
        copied(path, &COPY).0,
        "Rien à écrire : la copie était à jour, 5 fichiers relus et comparés dans ./cle/recueil-POSTE\n\
         1 fichier de la copie n'est plus dans le dossier : il y reste.\n  \
         ./cle/recueil-POSTE/questionnaires/note.txt\nVous pouvez retirer la clé.\n"
    );
}

#[test]
fn the_copies_of_two_machines_and_of_two_dossiers_never_mix() {
    let folder = dossier();
    let path = folder.path();
    copied(path, &COPY);
    let first = names(&stick(path));
    // The same machine, another dossier.
    let rows = ["simulate", "flsm-sortie", "-n", "3", "--seed", "9", "--dossier", "autre"];
    assert!(run(path, &rows).status.success());
    let (said, ..) = copied(path, &["copy", "--dossier", "autre", "--to", "cle"]);
    assert!(said.contains("./cle/recueil-POSTE-2\n"), "{said}");
    // Another machine, the same dossier.
    let mut other = program(path, &COPY);
    let other = other.env("XDG_STATE_HOME", path.join("elsewhere")).output().expect("it runs");
    assert_eq!(other.status.code(), Some(0));
    assert_eq!(fs::read_dir(path.join("cle")).expect("a stick").count(), 4);
    assert_eq!(names(&stick(path)), first);
    // All of them are gathered from the stick as it is.
    let (said, wrong, code) = told(&run(path, &["gather", "cle", "--into", "set"]));
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    assert!(said.contains("15 essais"), "{said}");
}

#[test]
fn what_cannot_be_copied_is_told() {
    let folder = dossier();
    let path = folder.path();
    let wrong = |arguments: &[&str]| {
        let (said, wrong, code) = copied(path, arguments);
        assert_eq!((said.as_str(), code), ("", Some(2)));
        wrong
    };
    assert_eq!(
        wrong(&["copy", "--dossier", "dossier", "--to", "nulle-part"]),
        "./nulle-part n'est pas là. Rien n'a été copié. Remettez la clé, ou vérifiez le chemin.\n"
    );
    assert_eq!(
        wrong(&["copy", "--dossier", "dossier", "--to", "dossier/data"]),
        "./dossier/data est dans le dossier à copier. Rien n'a été copié. Choisissez une clé ou un \
         autre disque.\n"
    );
    assert_eq!(
        wrong(&["copy", "--dossier", "vide", "--to", "cle"]),
        "Il n'y a pas encore de réponses : ./vide/data n'existe pas. Rien n'a été copié.\n"
    );
    assert!(!path.join("nulle-part").exists());
}

/// No file may grow beyond so many blocks: the stick is full.
#[cfg(target_os = "linux")]
#[test]
fn a_full_stick_is_told_and_what_is_there_said_to_be_incomplete() {
    let folder = dossier();
    let path = folder.path();
    let rows = ["simulate", "flsm-sortie", "-n", "200", "--seed", "3", "--dossier", "dossier"];
    assert!(run(path, &rows).status.success());
    let full =
        support::program::limited(path, 40, &["copy", "--dossier", "dossier", "--to", "cle"]);
    let (said, wrong, code) = told(&full);
    assert_eq!((said.as_str(), code), ("", Some(2)));
    assert!(wrong.contains("il n'y a plus de place."), "{wrong}");
    assert!(wrong.contains("est incomplète : ne comptez pas sur elle."), "{wrong}");
    assert!(stick(path).join("COPIE-INCOMPLETE.txt").exists());
    assert!(names(&stick(path)).iter().all(|name| !name.ends_with(".nouveau")));
    // Done again with room, it is whole.
    assert_eq!(copied(path, &COPY).2, Some(0));
    assert!(!stick(path).join("COPIE-INCOMPLETE.txt").exists());
}

/// The files opened on the stick.
fn on_stick(what: What, path: &Path) -> bool {
    matches!(what, What::Open(_)) && path.components().any(|part| part.as_os_str() == "cle")
}

fn copied_on(folder: &Path, stick: &Watched) -> Result<usize, CopyFault> {
    let (dossier, to) = (folder.join("dossier"), folder.join("cle"));
    let asked = Copying {
        dossier: &dossier,
        to: &to,
        poste: "abcdefgh",
        day: "2026-11-22",
        incomplete: "pas entière\n",
    };
    copy(stick, &asked).map(|copied| copied.written)
}

#[test]
fn a_stick_that_keeps_something_else_is_found_out() {
    let folder = dossier();
    let lying = Watched::around(RealDisk).lying(|what, path| {
        let is_row = path.to_string_lossy().contains("flsm-sortie");
        on_stick(what, path) && is_row && what == What::Open(How::Read)
    });
    match copied_on(folder.path(), &lying) {
        Err(CopyFault::Differs(file, copy)) => {
            assert!(file.to_string_lossy().contains("flsm-sortie"));
            assert!(copy.join("COPIE-INCOMPLETE.txt").exists());
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn wherever_a_stick_is_taken_away_nothing_says_that_the_copy_is_whole() {
    let mut whole = false;
    for openings in 0..60 {
        let folder = dossier();
        let stick = Watched::around(RealDisk);
        let stick = stick.failing(on_stick, openings..usize::MAX, ErrorKind::NotFound);
        match copied_on(folder.path(), &stick) {
            Ok(written) => {
                assert_eq!(written, 6);
                whole = true;
                break;
            }
            // Before the first row there is nothing that could be taken for a copy.
            Err(CopyFault::Before(_)) => {
                assert!(!folder.path().join("cle/recueil-abcdefgh/data").exists());
            }
            Err(CopyFault::Partial(_, copy)) => {
                let rows = names(&copy).iter().any(|name| name.contains("data/"));
                assert!(!rows || copy.join("COPIE-INCOMPLETE.txt").exists(), "{openings}");
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(whole);
}
