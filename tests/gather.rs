//! `recueil gather`: sets made by hand and what must come of them, by the real program.
//! Never a row worked out here: `fixtures/gather/make.py` lists them, written by Python.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use support::program::{program, run, told};
use tempfile::TempDir;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/gather");

/// Rows of the fixtures, by their identifier.
const SEVEN: &str = "00000007-0000-4000-8000-000000000000";
const NINE: &str = "00000009-0000-4000-8000-000000000000";

const ROWS: &str = "set/data/atelier/atelier-bilan.v1-0123abcd.reuni.csv";

/// A folder with a copy of the stations.
fn stations() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    copy(&Path::new(FIXTURES).join("stations"), &folder.path().join("stations"));
    folder
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("made");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("copied");
    }
}

/// Every file under a folder but the page that explains it.
fn tree(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(&path).expect("a folder").flatten().map(|entry| entry.path()));
        } else if !path.ends_with("README.md") {
            let name = path.strip_prefix(folder).expect("under it").to_owned();
            found.insert(name, fs::read_to_string(&path).expect("text"));
        }
    }
    found
}

/// What the program says, tells and ends with; its folder is called «.».
fn gather(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let (said, wrong, code) = told(&run(folder, &[&["gather"], arguments].concat()));
    let real = folder.canonicalize().expect("a folder").display().to_string();
    (said.replace(&real, "."), wrong.replace(&real, "."), code)
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect(name)
}

/// The versions of a row in conflict that the program names.
fn versions(wrong: &str, id: &str) -> Vec<String> {
    let lines = wrong.lines().skip_while(|line| !line.contains(id)).skip(1);
    let versions = lines.take_while(|line| line.starts_with("  ") && line.contains("atelier/"));
    versions.filter_map(|line| Some(line.split_whitespace().next()?.to_owned())).collect()
}

#[test]
fn stations_made_by_hand_give_the_set_written_out_by_hand() {
    let folder = stations();
    let (said, wrong, code) = gather(folder.path(), &["stations", "--into", "set"]);
    assert_eq!(
        tree(&folder.path().join("set/data")),
        tree(&Path::new(FIXTURES).join("expected/data"))
    );
    let mut names = Vec::new();
    for (id, file) in [(SEVEN, ["", ""]), (NINE, ["", "  (modifiée après l'enregistrement)"])] {
        let versions = versions(&wrong, id);
        assert_eq!(versions.len(), 2, "{wrong}");
        names.push((versions, file));
    }
    // Which of the two comes first follows from a hash.
    let is_second = wrong.contains(&format!(
        "{}  atelier/atelier-bilan.v1-0123abcd.reuni.csv  (modif",
        names[1].0[0]
    ));
    if is_second {
        names[1].1.swap(0, 1);
    }
    let version = |at: usize, number: usize| {
        let (versions, marks) = &names[at];
        format!(
            "  {}  atelier/atelier-bilan.v1-0123abcd.reuni.csv{}\n",
            versions[number], marks[number]
        )
    };
    assert_eq!(
        wrong,
        format!(
            "./stations/envoi.csv : un autre programme a réécrit ce fichier (ce qui sépare les cases). Il a été lu quand même.\n\
             ./stations/cle/recueil-cccccccc/data/atelier/atelier-bilan.v1-0123abcd.cccccccc.csv:2:1: 31 cases au lieu de 32. Cette ligne n'a pas été prise.\n\
             ./stations/cle/recueil-cccccccc/data/atelier/atelier-bilan.v1-0123abcd.cccccccc.csv:3:1: 2 cases au lieu de 32. Cette ligne n'a pas été prise.\n\
             ./stations/ferme/data/atelier/atelier-bilan.v1-0123abcd.eeeeeeee.csv : un autre programme a réécrit ce fichier (les lettres accentuées). Il a été lu quand même.\n\
             ./stations/foyer/data/budget.csv : ce n'est pas un fichier de lignes de Recueil. Il a été laissé.\n\
             ./stations/foyer/data/atelier/atelier-bilan.v1-0123abcd.aaaaaaaa.csv:8:1: cette ligne a été modifiée après l'enregistrement.\n\
             ./stations/mediatheque/data/atelier/atelier-bilan.v1-0123abcd.bbbbbbbb.csv : un autre programme a réécrit ce fichier (une marque avant la première ligne, les fins de ligne, les guillemets). Il a été lu quand même.\n\
             ./stations/mediatheque/data/atelier/atelier-bilan.v1-0123abcd.bbbbbbbb.csv:5:1: cette ligne a été modifiée après l'enregistrement.\n\
             Ligne {SEVEN}, 2 versions :\n{}{}Ligne {NINE}, 2 versions :\n{}{}\
             Pour choisir : recueil gather --into ./set --settle\n\
             Ou, sans rien demander : --keep IDENTIFIANT=VERSION\n",
            version(0, 0),
            version(0, 1),
            version(1, 0),
            version(1, 1),
        )
    );
    assert_eq!(
        said,
        "4 postes, 11 fichiers lus, aucun inchangé.\n\
         9 lignes et 2 essais dans ./set, dont 11 nouvelles lignes.\n\
         1 ligne laissée : une correction la remplace.\n\
         1 ligne laissée : la personne l'a retirée.\n\
         2 lignes en conflit : elles ne comptent pas tant que leur version n'est pas choisie.\n"
    );
    assert_eq!(code, Some(1));
    assert!(text(folder.path(), "set/data/README.md").starts_with("# "));
}

#[test]
fn a_second_time_only_what_there_was_something_to_say_about_is_read() {
    let folder = stations();
    let path = folder.path();
    let first = gather(path, &["stations", "--into", "set"]);
    let (before, manifest) = (tree(&path.join("set")), text(path, "set/rassemblement.csv"));
    let stamp =
        |name: &str| fs::metadata(path.join(name)).and_then(|it| it.modified()).expect("a date");
    let written = [ROWS, "set/data/conflits.csv", "set/rassemblement.csv"].map(stamp);

    let (said, wrong, code) = gather(path, &["stations", "--into", "set"]);
    assert_eq!((&wrong, code), (&first.1, Some(1)));
    assert_eq!(
        said.lines().take(2).collect::<Vec<_>>(),
        [
            "4 postes, 6 fichiers lus, 5 inchangés.",
            "9 lignes et 2 essais dans ./set, dont rien de nouveau."
        ]
    );
    assert_eq!(tree(&path.join("set")), before);
    assert_eq!([ROWS, "set/data/conflits.csv", "set/rassemblement.csv"].map(stamp), written);
    // No moment of any answer can be read in it.
    assert!(!manifest.contains("2026") && !manifest.contains(':'), "{manifest}");

    // A file whose date alone changed is not taken for another.
    let rows =
        "stations/mediatheque/data/atelier/historique/atelier-bilan.v1-0123abcd.bbbbbbbb.csv";
    fs::write(path.join(rows), fs::read(path.join(rows)).expect("rows")).expect("written");
    let (said, ..) = gather(path, &["stations", "--into", "set"]);
    assert!(said.contains("6 fichiers lus, 5 inchangés"), "{said}");
}

#[test]
fn any_order_and_any_spelling_of_the_sources_give_the_same_bytes() {
    let folder = stations();
    let path = folder.path();
    let expected = tree(&Path::new(FIXTURES).join("expected/data"));
    // A `data` folder, a stick, a file, a dossier by a longer name; one after the other.
    for source in [
        "stations/cle",
        "stations/envoi.csv",
        "stations/../stations/mediatheque/data",
        "stations/foyer",
        "stations/ferme",
    ] {
        gather(path, &["--into", "set", source]);
    }
    assert_eq!(tree(&path.join("set/data")), expected);
    // A set gathered from a set, by the French name, and into a folder among its own sources.
    assert_eq!(run(path, &["rassembler", "set", "--into", "other"]).status.code(), Some(1));
    assert_eq!(tree(&path.join("other/data")), expected);
    gather(path, &[".", "--into", "stations/set"]);
    assert_eq!(tree(&path.join("stations/set/data")), expected);
}

#[test]
fn what_a_source_gave_stays_when_the_source_is_gone() {
    let folder = stations();
    let path = folder.path();
    gather(path, &["stations", "--into", "set"]);
    let before = tree(&path.join("set/data"));
    fs::remove_dir_all(path.join("stations/mediatheque")).expect("removed");
    fs::remove_file(path.join("stations/envoi.csv")).expect("removed");
    gather(path, &["stations", "--into", "set"]);
    assert_eq!(tree(&path.join("set/data")), before);
    // A set of which a file was lost is made again from what is there.
    fs::remove_file(path.join(ROWS)).expect("removed");
    gather(path, &["stations", "--into", "set"]);
    let rows = text(path, ROWS);
    assert!(rows.contains("00000001-") && !rows.contains("00000006-"), "{rows}");
}

#[test]
fn a_version_is_kept_by_a_flag_and_what_was_settled_spreads() {
    let folder = stations();
    let path = folder.path();
    let (_, wrong, _) = gather(path, &["stations", "--into", "set"]);
    let rows = text(path, "set/data/conflits.csv");
    assert_eq!(rows.lines().count(), 5);
    let chosen = versions(&wrong, SEVEN)[1].clone();
    let modified = wrong.lines().find(|line| line.contains("(modifiée")).expect("a line");
    let modified = modified.split_whitespace().next().expect("a version").to_owned();
    let intact =
        versions(&wrong, NINE).into_iter().find(|name| *name != modified).expect("another");

    for (flag, message) in [
        (
            "rien".to_owned(),
            "« rien » ne se lit pas. Il faut un identifiant, le signe = et une version : --keep IDENTIFIANT=VERSION\n",
        ),
        (
            format!("{}=ab", SEVEN.replace('7', "8")),
            "La ligne 00000008-0000-4000-8000-000000000000 n'est pas en conflit. Rien n'a changé.\n",
        ),
        (
            format!("{SEVEN}=zzz"),
            "Aucune version de la ligne 00000007-0000-4000-8000-000000000000, ou plusieurs, ne commencent par « zzz ». Rien n'a changé.\n",
        ),
    ] {
        let before = tree(&path.join("set"));
        let refused = gather(path, &["--into", "set", "--keep", &flag]);
        assert_eq!(refused, (String::new(), message.to_owned(), Some(2)));
        assert_eq!(tree(&path.join("set")), before);
    }

    let (seven, nine) = (format!("{SEVEN}={}", &chosen[..8]), format!("{NINE}={intact}"));
    let settled = gather(path, &["--into", "set", "--keep", &seven, "--keep", &nine]);
    assert_eq!(
        settled,
        (
            "4 postes, aucun fichier lu, aucun inchangé.\n\
             11 lignes et 2 essais dans ./set, dont rien de nouveau.\n"
                .to_owned(),
            String::new(),
            Some(0)
        )
    );
    assert!(!path.join("set/data/conflits.csv").exists());
    let rulings = text(path, "set/data/arbitrages.csv");
    assert!(
        rulings
            .starts_with(&format!("reponse_id,rang,gardee,ecartees,controle\n{SEVEN},1,{chosen},"))
    );
    // What was not kept is not lost.
    let past = text(path, "set/data/atelier/historique/atelier-bilan.v1-0123abcd.reuni.csv");
    assert!(past.contains(SEVEN) && past.contains(NINE));

    // The stations still say what they said: it stays settled, here and where it spreads to.
    let (_, wrong, _) = gather(path, &["stations", "--into", "set"]);
    assert!(!wrong.contains("versions"), "{wrong}");
    gather(path, &["stations", "--into", "other"]);
    gather(path, &["set", "--into", "other"]);
    assert_eq!(tree(&path.join("other/data")), tree(&path.join("set/data")));
}

#[test]
fn rows_of_the_real_program_are_those_that_a_plain_sort_gives() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    let mut lines = Vec::new();
    let mut header = String::new();
    for (number, dossier) in ["un", "deux", "trois"].iter().enumerate() {
        let seed = number.to_string();
        let arguments =
            ["simulate", "flsm-sortie", "-n", "40", "--seed", &seed, "--dossier", dossier];
        let mut command = program(path, &arguments);
        command.env("XDG_STATE_HOME", path.join(format!("state-{dossier}")));
        assert!(command.output().expect("the program runs").status.success());
        let rows = fs::read_dir(path.join(dossier).join("data/essai/flsm")).expect("rows");
        let rows = rows.flatten().find(|it| it.path().extension().is_some_and(|ext| ext == "csv"));
        let rows = fs::read_to_string(rows.expect("a file").path()).expect("text");
        let mut rows = rows.lines().map(str::to_owned);
        header = rows.next().expect("a header");
        lines.extend(rows);
    }
    lines.sort();
    let whole = format!("{header}\n{}\n", lines.join("\n"));
    let done = gather(path, &["un", "deux", "trois", "--into", "set"]);
    assert_eq!((done.1.as_str(), done.2), ("", Some(0)));
    assert_eq!(
        done.0,
        "3 postes, 6 fichiers lus, aucun inchangé.\n\
         Aucune ligne et 120 essais dans ./set, dont 120 nouvelles lignes.\n"
    );
    let set = path.join("set/data/essai/flsm");
    assert_eq!(text(&set, "flsm-sortie.v1-7f724185.reuni.csv"), whole);
    // The definition travels with the rows.
    let definition = "definitions/flsm-sortie.v1-7f724185.toml";
    assert_eq!(text(&set, definition), text(&path.join("un/data/essai/flsm"), definition));

    // The same form, a hint worded otherwise: said, and the same one of the two is kept everywhere.
    let other = path.join("deux/data/essai/flsm").join(definition);
    let changed = fs::read_to_string(&other).expect("text").replacen("lieu", "lieu ", 1);
    fs::write(&other, "# Autrement.\n".to_owned() + &changed.replace("lieu  ", "lieu "))
        .expect("written");
    let wrong_one = path.join("trois/data/essai/flsm").join(definition);
    fs::write(&wrong_one, "n'importe quoi").expect("written");
    for (sources, into) in [(["un", "deux", "trois"], "a"), (["trois", "deux", "un"], "b")] {
        let (_, wrong, code) = gather(path, &[&sources[..], &["--into", into]].concat());
        assert!(wrong.contains("est écrit autrement ailleurs, sous le même nom"), "{wrong}");
        assert!(wrong.contains("./trois/data/essai/flsm/definitions/flsm-sortie.v1-7f724185.toml : ce n'est pas le questionnaire que dit son nom. Il a été laissé.\n"), "{wrong}");
        assert_eq!(code, Some(1));
    }
    assert_eq!(tree(&path.join("a/data")), tree(&path.join("b/data")));
}

#[test]
fn a_file_of_the_set_that_is_not_ours_any_more_is_not_written_over() {
    let folder = stations();
    let path = folder.path();
    gather(path, &["stations", "--into", "set"]);
    let before = format!("nom,prénom\n{}", text(path, ROWS));
    fs::write(path.join(ROWS), &before).expect("written");
    let (said, wrong, code) = gather(path, &["stations", "--into", "set"]);
    assert_eq!((said.as_str(), code), ("", Some(2)));
    assert!(wrong.contains("son en-tête n'est pas celui de Recueil"), "{wrong}");
    assert_eq!(text(path, ROWS), before);
}

#[test]
fn a_line_of_the_set_that_cannot_be_read_is_kept_aside() {
    let folder = stations();
    let path = folder.path();
    gather(path, &["stations", "--into", "set"]);
    let whole = text(path, ROWS);
    fs::write(path.join(ROWS), whole.clone() + "trop,court\n").expect("written");
    let (_, wrong, _) = gather(path, &["stations", "--into", "set"]);
    assert!(wrong.contains(&format!("./{ROWS}:11:1: 2 cases au lieu de 32.")), "{wrong}");
    assert_eq!(text(path, ROWS), whole);
    assert_eq!(text(path, &format!("{ROWS}.rebut")), "trop,court\n");
    // However long it is: rows after it are read, and it is kept whole.
    let long = "x,".repeat(1 << 20) + "\r\n";
    let (first, rest) = whole.split_at(whole.rfind(",c").expect("a check"));
    let last = first.rfind('\n').expect("a line") + 1;
    fs::write(path.join(ROWS), first[..last].to_owned() + &long + &first[last..] + rest)
        .expect("written");
    let (_, wrong, _) = gather(path, &["stations", "--into", "set"]);
    assert!(wrong.contains(&format!("./{ROWS}:10:1: ")), "{wrong}");
    assert!(!wrong.contains(&format!("./{ROWS}:11:1: ")), "{wrong}");
    assert_eq!(text(path, ROWS), whole);
    let aside = text(path, &format!("{ROWS}.rebut"));
    assert_eq!(aside, format!("trop,court\n{}\n", long.trim_end()));
}

#[test]
fn what_cannot_be_gathered_is_told() {
    let folder = stations();
    let path = folder.path();
    fs::create_dir(path.join("vide")).expect("made");
    assert_eq!(
        gather(path, &["--into", "set"]),
        (
            String::new(),
            "Il faut au moins un dossier, une clé ou un fichier à rassembler.\n".to_owned(),
            Some(2)
        )
    );
    assert_eq!(
        gather(path, &["stations", "nulle-part", "--into", "set"]),
        (
            String::new(),
            "Il n'y a rien à ./nulle-part. Rien n'a été rassemblé. Vérifiez le chemin, ou remettez la clé.\n".to_owned(),
            Some(2)
        )
    );
    assert!(!path.join("set").exists());
    assert_eq!(
        gather(path, &["vide", "--into", "set"]),
        (
            "Aucun poste, aucun fichier lu, aucun inchangé.\n\
             Aucune ligne et aucun essai dans ./set, dont rien de nouveau.\n"
                .to_owned(),
            "./vide : rien à rassembler ici.\n".to_owned(),
            Some(1)
        )
    );
    assert_eq!(gather(path, &["stations"]).2, Some(2));
}

#[test]
fn the_commands_of_the_guide_do_what_it_says() {
    let guide = include_str!("../docs/rassembler.md");
    let block = guide.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next());
    let commands: Vec<&str> = block.expect("commands").lines().collect();
    let folder = stations();
    let path = folder.path();
    fs::create_dir(path.join("cle")).expect("made");
    for (from, to) in
        [("foyer", "foyer"), ("envoi.csv", "envoi.csv"), ("mediatheque", "cle/mediatheque")]
    {
        fs::rename(path.join("stations").join(from), path.join(to)).expect("moved");
    }
    let mut ends = Vec::new();
    for command in commands {
        let arguments: Vec<&str> = command.split(' ').skip(1).collect();
        // The first is said in the dossier of a station.
        let mut program = program(path, &arguments);
        program.env("RECUEIL_DOSSIER", path.join("foyer"));
        ends.push(program.output().expect("the program runs").status.code());
    }
    assert_eq!(ends, [Some(0), Some(1), Some(1)]);
    for name in tree(&path.join("reunion/data")).keys() {
        let name = name.display().to_string();
        let shown = name.split('/').next().expect("a name").split('.').next().expect("a name");
        assert!(["atelier", "essai"].contains(&shown) || guide.contains(shown), "{name}");
    }
}

#[cfg(unix)]
mod dialogue {
    use recueil::record::controle;
    use support::terminal::{ENTER, Setup, Terminal};

    use super::*;

    /// Two dossiers with the same invented row, which answers one question otherwise in the second.
    fn disputed() -> (TempDir, String) {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path();
        for dossier in ["un", "deux"] {
            let arguments =
                ["simulate", "flsm-sortie", "-n", "1", "--seed", "4", "--dossier", dossier];
            assert!(run(path, &arguments).status.success());
        }
        let rows = fs::read_dir(path.join("deux/data/essai/flsm")).expect("rows").flatten();
        let rows = rows.map(|entry| entry.path());
        let rows = rows.into_iter().find(|file| file.extension().is_some_and(|it| it == "csv"));
        let rows = rows.expect("a file");
        let text = fs::read_to_string(&rows).expect("text");
        let (header, row) = text.trim_end().split_once('\n').expect("a row");
        let at = header.split(',').position(|name| name == "B6").expect("a column");
        let mut cells: Vec<&str> = row.split(',').collect();
        assert_ne!(cells[at], "aucune");
        (cells[at], _) = ("aucune", cells.pop());
        let id = cells[0].to_owned();
        let row = format!("{},{}", cells.join(","), controle(cells.iter().copied()));
        fs::write(rows, format!("{header}\n{row}\n")).expect("written");
        (folder, id)
    }

    #[test]
    fn a_person_chooses_a_version_seeing_what_differs_in_words() {
        let (folder, id) = disputed();
        let path = folder.path();
        assert_eq!(gather(path, &["un", "deux", "--into", "set"]).2, Some(1));
        let setup = Setup::new(path.join("home"), path);
        let program = Path::new(env!("CARGO_BIN_EXE_recueil"));
        let terminal = Terminal::start(program, &["gather", "--into", "set", "--settle"], &setup);
        terminal.wait_for("Quelle version garder ? De 1 à 2, rien pour plus tard");
        let screen = terminal.screen();
        assert!(screen.contains(&format!("Conflit 1 sur 1 : ligne {id}")), "{screen}");
        assert!(
            screen.contains("l'ordinateur ou le téléphone") && screen.contains("(B6)"),
            "{screen}"
        );
        assert!(!screen.contains("(controle)") && !screen.contains("(B1)"), "{screen}");
        let none = screen.lines().find(|line| line.contains(": Non, personne")).expect("in words");
        let number = none.trim().split(' ').next().expect("a number").to_owned();
        terminal.press("3");
        terminal.press(ENTER);
        terminal.wait_for("Tapez un nombre de 1 à 2, ou rien.");
        terminal.press("\x7f");
        terminal.press(&number);
        terminal.press(ENTER);
        let ended = terminal.finish();
        assert_eq!(ended.code, Some(0), "{}", ended.screen);
        let rows = text(path, "set/data/essai/flsm/flsm-sortie.v1-7f724185.reuni.csv");
        assert!(rows.contains(&id) && rows.contains(",aucune,"), "{rows}");
    }

    #[test]
    fn a_conflict_may_be_left_for_later() {
        let (folder, _) = disputed();
        let path = folder.path();
        gather(path, &["un", "deux", "--into", "set"]);
        let before = tree(&path.join("set"));
        let setup = Setup::new(path.join("home"), path);
        let program = Path::new(env!("CARGO_BIN_EXE_recueil"));
        let terminal = Terminal::start(program, &["gather", "--into", "set", "--settle"], &setup);
        terminal.wait_for("Quelle version garder ?");
        terminal.press(ENTER);
        let ended = terminal.finish();
        assert_eq!(ended.code, Some(1), "{}", ended.screen);
        assert_eq!(tree(&path.join("set")), before);
    }
}
