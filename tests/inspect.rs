//! `recueil check data`: everything that may lie in a folder of rows, told with what to do.
//! Never how the rows of one file are read: `rows.rs` does that.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use recueil::questionnaire::Library;
use recueil::record::{Metadata, Record, controle};
use recueil::session::Session;
use recueil::store::{Journals, Opening, Step, Store};
use recueil::value::{Date, Meta, Missing, Value};
use support::form;
use support::program::{run, told};
use tempfile::TempDir;

fn row(number: u32, replaces: Option<u32>, answer: &str) -> Record {
    let form = form("com-entree");
    let mut session = Session::new(Arc::clone(&form));
    session.give(Value::Choice(answer.into())).expect("accepted");
    for _ in 0..3 {
        session.give(Missing::SansReponse).expect("accepted");
    }
    let mut metadata = Metadata::new(&form);
    metadata.date(Date::constant(2026, 11, 22), Date::constant(2026, 11, 22));
    metadata.set(Meta::ReponseId, &id(number)).expect("an identifier");
    metadata.set(Meta::Essai, "0").expect("no trial");
    if let Some(old) = replaces {
        metadata.set(Meta::Remplace, &id(old)).expect("an identifier");
    }
    Record::new(&session.finish().expect("finished"), metadata)
}

fn id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// A dossier with three rows of one machine.
struct Dossier(TempDir);

impl Dossier {
    fn new() -> Self {
        let dossier = Self(TempDir::new().expect("a folder"));
        dossier.append("abcdefgh", &[row(1, None, "cherche"), row(2, None, "attend")]);
        dossier.append("abcdefgh", &[row(3, None, "demande")]);
        dossier
    }

    fn append(&self, poste: &str, rows: &[Record]) {
        let mut store = Store::new(self.path("data"), poste.into());
        store.append(&form("com-entree"), false, rows).expect("appended");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The name of a file of rows, in the dossier.
    fn rows(poste: &str) -> String {
        format!("data/commun/{}.{poste}.csv", form("com-entree").stem())
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    /// Writes a file as the program does, for its owner alone.
    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        let folder = path.parent().expect("a folder");
        fs::create_dir_all(folder).expect("made");
        fs::write(&path, text).expect("written");
        restrict(folder, 0o700);
        restrict(&path, 0o600);
    }

    fn check(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        told(&run(self.0.path(), &[&["check"], arguments].concat()))
    }

    /// What is told of the rows, without what to do; the file of this machine is named «rows».
    fn finds(&self) -> (Vec<String>, Option<i32>) {
        let before = self.bytes();
        let (said, told, code) = self.check(&["data"]);
        assert_eq!(self.bytes(), before, "nothing is changed");
        let lines = told.lines().chain(said.lines());
        let found = lines.filter(|line| !line.is_empty() && !line.starts_with("  = que faire: "));
        let stem = form("com-entree").stem();
        let rows = Self::rows("abcdefgh");
        (found.map(|line| line.replace(&rows, "rows").replace(&stem, "STEM")).collect(), code)
    }

    /// Every file of the dossier.
    fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![self.0.path().to_owned()];
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                waiting.extend(fs::read_dir(&path).expect("a folder").flatten().map(|e| e.path()));
            } else {
                let bytes = fs::read(&path).expect("a file");
                found.insert(path, bytes);
            }
        }
        found
    }
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("the owner's");
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) {}

const WELL: &str = "data : un fichier de réponses, 3 lignes, aucun essai : rien à faire.";

#[test]
fn a_sound_dossier_has_nothing_to_do_whichever_way_it_is_asked() {
    let dossier = Dossier::new();
    let well = |summary: &str| (summary.to_owned() + "\n", String::new(), Some(0));
    assert_eq!(dossier.check(&["data"]), well(WELL));
    // A dossier by its folder, which has no questionnaires of its own.
    let here = dossier.0.path().display().to_string();
    assert_eq!(dossier.check(&[&here]), well(WELL));
    // The dossier that is worked in: its questionnaires, then its rows.
    let (said, wrong, code) = dossier.check(&["--dossier", "."]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    assert!(
        said.contains(" : aucun problème.\n") && said.ends_with(&format!("{WELL}\n")),
        "{said}"
    );
    assert_eq!(dossier.check(&["data", "--format", "json"]), well("[]"));
    // Before anyone answered there is nothing to say of rows.
    let empty = TempDir::new().expect("a folder");
    let (said, _, code) = told(&run(empty.path(), &["check", "--dossier", "."]));
    assert!(!said.contains("data") && code == Some(0), "{said}");
}

#[test]
fn what_is_found_is_told_by_what_to_do_and_then_counted() {
    let dossier = Dossier::new();
    let rows = Dossier::rows("abcdefgh");
    let changed = dossier.text(&rows).replace("demande", "dort").replace('\n', "\r\n");
    dossier.write(&rows, &changed);
    dossier.write(&format!("{rows}.rebut"), "a,b\n\nc\n");
    let (said, told, code) = dossier.check(&["data"]);
    let header = changed.lines().next().expect("a header");
    let answer = changed.lines().nth(3).and_then(|line| line.find("dort")).expect("it") + 1;
    let expected = format!(
        "{rows}:4:1: cette ligne a été modifiée après l'enregistrement.\n\
         \x20 = que faire: Remettez cette ligne comme elle est dans une copie du dossier. Sans copie, \
         elle est lue telle qu'elle est, et chaque vérification le redira.\n\
         \n\
         {rows}:4:{answer}: A1b : « dort » n'est pas une réponse de cette question. Réponses \
         possibles : arrete, attend, demande, cherche.\n\
         \x20 = que faire: Cette réponse n'a pas pu être donnée à l'écran. Comparez avec une copie du \
         dossier, ou avec la feuille.\n\
         \n\
         {rows}.rebut:1:1: 2 lignes ont été mises de côté ici.\n\
         \x20 = que faire: Regardez ces lignes : ressaisissez ce qui manque s'il y a une feuille. Puis \
         effacez ce fichier : il contient des réponses.\n\
         \n\
         {rows}:1:{}: les lignes finissent comme sous Windows (CR LF).\n\
         \x20 = que faire: Un éditeur ou un tableur a réenregistré ce fichier. Rien à faire : les \
         réponses sont lues quand même. La prochaine fois, ouvrez une copie.\n\
         \n\
         data : un fichier de réponses, 3 lignes, aucun essai : 3 choses à regarder, une à savoir.\n",
        header.len() + 1
    );
    assert_eq!((said.as_str(), told.as_str(), code), ("", expected.as_str(), Some(1)));

    let (said, told, code) = dossier.check(&["data", "--format", "json"]);
    assert_eq!((told.as_str(), code), ("", Some(1)));
    let document: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    let codes: Vec<(&str, &str, u64)> = document
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            let text = |key: &str| one[key].as_str().expect("a text");
            (text("code"), text("severity"), one["line"].as_u64().expect("a number"))
        })
        .collect();
    assert_eq!(
        codes,
        [
            ("row-changed", "error", 4),
            ("data-answer", "error", 4),
            ("data-set-aside", "error", 1),
            ("row-returns", "warning", 1)
        ]
    );
}

#[test]
fn the_same_row_in_two_segments_is_fine_and_another_of_its_name_is_not() {
    let dossier = Dossier::new();
    let rows = Dossier::rows("abcdefgh");
    let text = dossier.text(&rows);
    let lines: Vec<&str> = text.lines().collect();
    dossier.write(&Dossier::rows("abcdefgh-2"), &format!("{}\n{}\n", lines[0], lines[3]));
    let summary = "data : 2 fichiers de réponses, 4 lignes, aucun essai :";
    assert_eq!(
        dossier.finds(),
        (
            vec![
                "rows:4:1: la même ligne est déjà là : data/commun/STEM.abcdefgh-2.csv:2".into(),
                format!("{summary} rien à faire, une à savoir.")
            ],
            Some(0)
        )
    );
    fs::remove_file(dossier.path(&Dossier::rows("abcdefgh-2"))).expect("removed");
    dossier.append("zzzzzzzz", &[row(2, None, "cherche")]);
    assert_eq!(
        dossier.finds(),
        (
            vec![
                "data/commun/STEM.zzzzzzzz.csv:2:1: une autre ligne a le même identifiant et dit autre \
                 chose : rows:3"
                    .into(),
                format!("{summary} une chose à regarder.")
            ],
            Some(1)
        )
    );
}

/// A dossier to which this was done, and what is told of it before the summary.
fn after(act: impl Fn(&Dossier)) -> (Vec<String>, Option<i32>) {
    let dossier = Dossier::new();
    act(&dossier);
    let (mut lines, code) = dossier.finds();
    assert!(lines.pop().expect("a summary").starts_with("data : "));
    (lines, code)
}

fn one(told: &str) -> (Vec<String>, Option<i32>) {
    (vec![told.to_owned()], Some(1))
}

fn notice(told: &str) -> (Vec<String>, Option<i32>) {
    (vec![told.to_owned()], Some(0))
}

#[test]
fn definitions_must_be_there_be_readable_and_be_the_ones_their_name_says() {
    let definition = format!("data/commun/definitions/{}.toml", form("com-entree").stem());
    assert_eq!(
        after(|dossier| fs::remove_file(dossier.path(&definition)).expect("removed")),
        one("rows:1:1: le questionnaire qui explique ce fichier n'est pas à côté de lui : \
             definitions/STEM.toml")
    );
    assert_eq!(
        after(|dossier| dossier.write(&definition, "[referentiel")),
        one("data/commun/definitions/STEM.toml:1:1: ce questionnaire ne peut pas être lu.")
    );
    assert_eq!(
        after(|dossier| {
            let text = dossier.text(&definition);
            let choice = text.find("name = \"cherche\"").expect("a choice");
            let changed =
                text[..choice].to_owned() + &text[choice..].replacen("cherche", "trouve", 1);
            dossier.write(&definition, &changed);
        }),
        one(
            "data/commun/definitions/STEM.toml:1:1: ce questionnaire n'est pas celui que dit son nom : \
             il a été modifié."
        )
    );
}

#[test]
fn files_and_rows_in_a_wrong_place_are_told() {
    assert_eq!(
        after(|dossier| {
            let copy = dossier.text(&Dossier::rows("abcdefgh"));
            dossier.write("data/commun/copie de com-entree.csv", &copy);
        }),
        one(
            "data/commun/copie de com-entree.csv:1:1: ce nom n'est pas celui d'un fichier de réponses."
        )
    );
    assert_eq!(
        after(|dossier| {
            let rows = dossier.text(&Dossier::rows("abcdefgh"));
            let only: Vec<&str> = rows.lines().take(2).collect();
            dossier
                .write(&Dossier::rows("abcdefgh").replace("data", "data/essai"), &only.join("\n"));
            let definition = format!("definitions/{}.toml", form("com-entree").stem());
            let text = dossier.text(&format!("data/commun/{definition}"));
            dossier.write(&format!("data/essai/commun/{definition}"), &text);
            restrict(&dossier.path("data/essai"), 0o700);
        })
        .0
        .iter()
        .map(|line| line.split(" : ").next().expect("a start").to_owned())
        .collect::<Vec<_>>(),
        [
            "data/essai/commun/STEM.abcdefgh.csv:2:1: cette ligne n'est pas de ce fichier",
            "data/essai/commun/STEM.abcdefgh.csv:2:1: la même ligne est déjà là",
            &format!(
                "data/essai/commun/STEM.abcdefgh.csv:2:{}: la dernière ligne est entière, mais rien ne \
                 la termine.",
                Dossier::new()
                    .text(&Dossier::rows("abcdefgh"))
                    .lines()
                    .nth(1)
                    .expect("a row")
                    .len()
                    + 1
            )
        ]
    );
    assert_eq!(
        after(|dossier| dossier.write("data/photo.jpg", "x")),
        notice("data/photo.jpg:1:1: Recueil ne connaît pas cela, et n'y touche pas.")
    );
    assert_eq!(
        after(|dossier| dossier.write("data/commun/.~lock.x.csv#", "x")),
        notice(
            "data/commun/.~lock.x.csv#:1:1: un tableur a ouvert un fichier d'ici, ou s'est arrêté \
                sans le fermer."
        )
    );
    assert_eq!(
        after(|dossier| dossier.write("data/commun/x.csv.nouveau", "x")),
        one(
            "data/commun/x.csv.nouveau:1:1: reste d'un fichier que l'ordinateur n'a pas fini d'écrire. Il \
             peut contenir des réponses."
        )
    );
    // What the program itself writes is known.
    assert_eq!(
        after(|dossier| {
            dossier.write("data/README.md", "x");
            dossier.write("data/reserve", "x");
            dossier.write("data/copies.csv", "jour,quoi,ou\n");
            dossier.write("data/retraits.csv", "reponse_id,jour,controle\n");
            dossier.write("data/retraits.csv.lock", "");
            dossier.write("data/scelle/abcd.age", "x");
        }),
        (vec![], Some(0))
    );
}

#[test]
fn withdrawn_rows_that_still_stand_and_damaged_marks_are_told() {
    let mark = |number| {
        let cells = [&id(number), "2026-11-23"];
        format!("{},{},{}\n", cells[0], cells[1], controle(cells))
    };
    let header = "reponse_id,jour,controle\n";
    assert_eq!(
        after(|dossier| dossier.write("data/retraits.csv", &(header.to_owned() + &mark(2)))),
        one("rows:3:1: la personne a retiré cette réponse, et elle est encore là.")
    );
    assert_eq!(
        after(|dossier| {
            let text = header.to_owned() + &mark(8).replace("11-23", "11-24") + &mark(9) + "x\n";
            dossier.write("data/retraits.csv", &text);
        })
        .0,
        [2, 4].map(|line| format!(
            "data/retraits.csv:{line}:1: ce retrait a été modifié ou abîmé. Il compte toujours."
        ))
    );
}

#[test]
fn a_corrected_row_must_be_named_by_the_one_that_replaces_it() {
    let history = Dossier::rows("abcdefgh").replace("commun/", "commun/historique/");
    let moved = |dossier: &Dossier, number: usize| {
        let text = dossier.text(&Dossier::rows("abcdefgh"));
        let lines: Vec<&str> = text.lines().collect();
        dossier.write(&history, &format!("{}\n{}\n", lines[0], lines[number]));
        let kept: Vec<&str> = lines.iter().copied().filter(|line| *line != lines[number]).collect();
        dossier.write(&Dossier::rows("abcdefgh"), &(kept.join("\n") + "\n"));
    };
    let sound = Dossier::new();
    moved(&sound, 2);
    sound.append("abcdefgh", &[row(4, Some(2), "cherche")]);
    assert_eq!(
        sound.finds().0,
        ["data : un fichier de réponses, 3 lignes, aucun essai, 1 ligne corrigée : rien à faire."]
    );
    assert_eq!(
        after(|dossier| moved(dossier, 2)),
        one(
            "data/commun/historique/STEM.abcdefgh.csv:2:1: cette ligne a été corrigée, mais la nouvelle \
             n'est nulle part."
        )
    );
    // The power went between the two steps of a correction: the row that stands counts.
    assert_eq!(
        after(|dossier| {
            let text = dossier.text(&Dossier::rows("abcdefgh"));
            moved(dossier, 2);
            dossier.write(&Dossier::rows("abcdefgh"), &text);
        }),
        notice(
            "data/commun/historique/STEM.abcdefgh.csv:2:1: cette ligne est dans l'historique, et elle \
                compte encore : la correction s'est arrêtée avant la fin."
        )
    );
    assert_eq!(
        after(|dossier| dossier.append("abcdefgh", &[row(4, Some(2), "cherche")])),
        one("rows:3:1: cette ligne compte encore, alors qu'une autre la corrige.")
    );
}

#[test]
fn what_waits_for_somebody_is_told() {
    assert_eq!(
        after(|dossier| dossier.write("data/cloture-2026-2027.csv", "x")),
        one(
            "data/cloture-2026-2027.csv:1:1: la clôture de 2026-2027 n'est pas finie : des codes sont \
             encore dans ce fichier."
        )
    );
    let conflicts = format!("reponse_id,fichier,rangee\n{0},a,x\n{0},b,y\n{1},a,x\n", id(1), id(2));
    assert_eq!(
        after(|dossier| dossier.write("data/conflits.csv", &conflicts)),
        one("data/conflits.csv:1:1: 2 réponses diffèrent d'un poste à l'autre.")
    );
    assert_eq!(
        after(|dossier| {
            dossier.write("data/conflits.csv", &conflicts);
            dossier
                .write("data/arbitrages.csv", &format!("reponse_id,x\n{},a\n{},b\n", id(1), id(2)));
        }),
        (vec![], Some(0))
    );
}

#[test]
fn drafts_that_nobody_holds_are_told_and_one_under_way_is_left_alone() {
    let begin = |dossier: &Dossier, name: &str, number: u32| {
        let form = form("com-entree");
        let opening = Opening {
            fingerprint: form.fingerprint().to_owned(),
            definition: "une\ndéfinition".into(),
            day: Date::constant(2026, 11, 22),
            cells: vec![(Meta::ReponseId, id(number))],
        };
        let steps = ["A1b", "A1c"].map(|name| Step::Answer(name.into(), "oui".into()));
        let journals = Journals::new(dossier.path("brouillons"));
        journals.begin(name, &opening, &steps).expect("a journal")
    };
    let dossier = Dossier::new();
    begin(&dossier, "a", 9).leave().expect("left");
    begin(&dossier, "b", 9).leave().expect("left");
    let torn = dossier.text("brouillons/b.journal");
    dossier.write("brouillons/b.journal", &torn[..torn.len() - 3]);
    dossier.write("brouillons/c.journal", "brouillon");
    begin(&dossier, "d", 2).leave().expect("left");
    let under_way = begin(&dossier, "e", 9);
    dossier.write("brouillons/notes.txt", "x");
    let (lines, code) = dossier.finds();
    drop(under_way);
    assert_eq!(
        lines,
        [
            "brouillons/a.journal:1:1: un entretien a été interrompu (2 réponses).",
            "brouillons/b.journal:1:1: un entretien a été interrompu (une réponse lisible ; la fin est \
             abîmée).",
            "brouillons/c.journal:1:1: ce brouillon ne peut pas être lu.",
            "brouillons/d.journal:1:1: les réponses de ce brouillon sont enregistrées.",
            "brouillons/notes.txt:1:1: Recueil ne connaît pas cela, et n'y touche pas.",
            "data : un fichier de réponses, 3 lignes, aucun essai : 3 choses à regarder, 2 à savoir."
        ]
    );
    assert_eq!(code, Some(1));
}

#[cfg(unix)]
#[test]
fn what_others_on_the_machine_may_open_is_told() {
    assert_eq!(
        after(|dossier| {
            restrict(&dossier.path(&Dossier::rows("abcdefgh")), 0o644);
            restrict(&dossier.path("data/commun"), 0o755);
        })
        .0,
        [
            "data/commun:1:1: d'autres utilisateurs de l'ordinateur peuvent l'ouvrir (droits 755, il faut \
             700).",
            "rows:1:1: d'autres utilisateurs de l'ordinateur peuvent l'ouvrir (droits 644, il faut 600)."
        ]
    );
}

#[test]
fn a_row_of_every_shipped_form_is_sound() {
    let dossier = Dossier::new();
    let library = Library::load(Vec::new());
    let mut count = 0;
    for form in library.forms() {
        let mut metadata = Metadata::new(&form);
        metadata.date(Date::constant(2026, 11, 22), Date::constant(2026, 11, 22));
        metadata.set(Meta::ReponseId, &id(100 + count)).expect("an identifier");
        metadata.set(Meta::Essai, "1").expect("a trial");
        if form.asks_consent() {
            metadata.set(Meta::Notice, "1-accord").expect("a notice");
        }
        let row = Record::new(&Session::new(Arc::clone(&form)).interrupt(), metadata);
        let mut store = Store::new(dossier.path("data"), "abcdefgh".into());
        store.append(&form, true, &[row]).expect("appended");
        count += 1;
    }
    let summary = format!(
        "data : {} fichiers de réponses, 3 lignes, {count} essais : rien à faire.",
        count + 1
    );
    assert_eq!(dossier.finds(), (vec![summary], Some(0)));
}
