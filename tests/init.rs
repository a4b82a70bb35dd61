//! `recueil init`: the settings of a new dossier, by flags and by dialogue.
//! Never a dossier but the test's own.

mod support;

use std::fs;
use std::path::Path;

use recueil::app::Settings;
use recueil::questionnaire::{Library, Source};
use support::program::{run, told};
use tempfile::TempDir;

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

fn text(folder: &Path) -> String {
    fs::read_to_string(folder.join("recueil.toml")).expect("settings")
}

fn read(text: String) -> Result<Settings, Vec<String>> {
    let settings = Settings::read(Source { name: "recueil.toml".into(), text });
    settings.map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

fn ids(settings: &Settings) -> Vec<String> {
    settings.used(&Library::load(Vec::new())).iter().map(|head| head.id.clone()).collect()
}

#[test]
fn what_the_flags_say_is_written_with_an_explanation_and_read_back_without_a_problem() {
    let folder = folder();
    let arguments = [
        "init",
        "nouveau",
        "--structure",
        "Le \"Foyer\" \\ d'à côté",
        "--contact",
        "l'accueil,  02 98 00 00 00",
        "--site",
        "Bellevue",
        "--referentiels",
        "flsm, commun,flsm",
        "--lang",
        "fr",
    ];
    let (said, wrong, code) = told(&run(folder.path(), &arguments));
    let made = folder.path().join("nouveau");
    assert_eq!(
        (said, wrong.as_str(), code),
        (
            format!(
                "Les réglages sont écrits : {}\nPour commencer : recueil --dossier \"{}\"\n",
                made.join("recueil.toml").display(),
                made.display()
            ),
            "",
            Some(0)
        )
    );
    let settings = read(text(&made)).expect("no problem");
    assert_eq!(
        [&settings.structure, &settings.contact, &settings.site, &settings.lang],
        ["Le \"Foyer\" \\ d'à côté", "l'accueil, 02 98 00 00 00", "Bellevue", "fr"]
    );
    assert_eq!(ids(&settings), ["flsm", "commun"]);
    assert!(settings.is_complete());
    let form = support::form("ker-enfant");
    assert_eq!(settings.trial(&form).len(), 1, "parents have not agreed yet");
    assert!(settings.lock(&support::form("upc-entree").head).is_some());
    assert!(!made.join("questionnaires").exists());
    // Every key has its explanation above it, and no line is too long to read.
    let text = text(&made);
    for part in text.split("\n\n") {
        assert!(part.starts_with("# "), "{part}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 100));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let bits = |path: &Path| fs::metadata(path).expect("it").permissions().mode() & 0o777;
        assert_eq!((bits(&made.join("recueil.toml")), bits(&made)), (0o600, 0o700));
    }
    // What was made is a dossier in which answers count.
    fs::write(folder.path().join("answers.csv"), "B1\n2\n").expect("written");
    let collect = ["--dossier", "nouveau", "collect", "com-court", "--answers", "answers.csv"];
    assert_eq!(run(folder.path(), &collect).status.code(), Some(0));
    assert_eq!(support::rows(made.join("data"), false, &["structure"]).len(), 1);
}

#[test]
fn the_examples_left_as_comments_are_understood_once_uncommented_and_open_nothing_unchanged() {
    let folder = folder();
    let arguments = ["init", "--structure", "Foyer", "--contact", "l'accueil"];
    assert_eq!(run(folder.path(), &arguments).status.code(), Some(0));
    let written = text(folder.path());
    let settings = read(written.clone()).expect("no problem");
    assert_eq!((settings.site.as_str(), ids(&settings).len()), ("", 8));
    let keys = ["# site =", "# referentiels =", "# [aipd]", "# [en_clair]", "# upc ="];
    let uncommented: Vec<&str> = written
        .lines()
        .map(|line| {
            let key = keys.iter().any(|key| line.starts_with(key));
            if key { line.trim_start_matches("# ") } else { line }
        })
        .collect();
    assert_eq!(
        written.lines().filter(|line| keys.iter().any(|key| line.starts_with(key))).count(),
        6
    );
    let uncommented = uncommented.join("\n");
    let problems = read(uncommented.clone()).expect_err("they are to be completed");
    assert_eq!(problems.len(), 2, "{problems:?}");
    let completed = uncommented
        .replace("upc = \"AAAA-MM-JJ\"", "upc = \"2026-09-15\"")
        .replace("upc = \"\"", "upc = \"Un coffre.\"");
    let settings = read(completed).expect("no problem");
    assert_eq!(settings.site, "Bellevue");
    assert_eq!(ids(&settings), ["flsm", "commun"]);
    assert_eq!(settings.lock(&support::form("upc-entree").head), None);
}

#[test]
fn settings_that_exist_are_replaced_only_where_told_to() {
    let folder = folder();
    // Even settings that cannot be read.
    fs::write(folder.path().join("recueil.toml"), "struture = 1\n").expect("written");
    let arguments = ["init", "--structure", "Foyer", "--contact", "l'accueil"];
    let path = folder.path().join("recueil.toml").display().to_string();
    let refused =
        format!("{path} existe déjà. Rien n'est changé. Pour le remplacer, ajoutez --force.\n");
    assert_eq!(told(&run(folder.path(), &arguments)), (String::new(), refused, Some(2)));
    assert_eq!(text(folder.path()), "struture = 1\n");
    let forced = [&arguments[..], &["--force"]].concat();
    assert_eq!(run(folder.path(), &forced).status.code(), Some(0));
    assert_eq!(read(text(folder.path())).expect("no problem").structure, "Foyer");
}

#[test]
fn without_a_terminal_what_is_missing_or_wrong_is_told_by_its_flag() {
    let folder = folder();
    let told_of = |arguments: &[&str]| {
        let all = [&["init", "nouveau"], arguments].concat();
        let (said, wrong, code) = told(&run(folder.path(), &all));
        assert_eq!((said.as_str(), code), ("", Some(2)));
        assert!(!folder.path().join("nouveau").exists(), "nothing is made");
        wrong
    };
    let missing = |flags: &str| {
        format!(
            "Il manque {flags}. Sans terminal pour poser les questions, chaque réponse vient d'une \
             option.\n"
        )
    };
    assert_eq!(told_of(&[]), missing("--structure, --contact"));
    assert_eq!(told_of(&["--structure", "Foyer", "--site", "Ici"]), missing("--contact"));
    let who = ["--structure", "Foyer", "--contact", "l'accueil"];
    assert_eq!(
        told_of(&[&who[..], &["--referentiels", "commun,fslm"]].concat()),
        "--referentiels : Aucun référentiel ne s'appelle « fslm ». Vouliez-vous dire « flsm » ?\n"
    );
    assert_eq!(
        told_of(&["--structure", "x".repeat(81).as_str(), "--contact", "y"]),
        "--structure : 80 caractères au plus.\n"
    );
    assert!(told_of(&["--structure", " ", "--contact", "y"]).starts_with("--structure : "));
    assert!(told_of(&[&who[..], &["--lang", "de"]].concat()).contains("fr, en"));
}

#[test]
fn questionnaires_are_copied_only_on_request_and_one_that_is_there_stays() {
    let folder = folder();
    let own = folder.path().join("questionnaires/keredern.toml");
    fs::create_dir(folder.path().join("questionnaires")).expect("made");
    fs::write(&own, support::WORKSHOP).expect("written");
    let arguments =
        ["init", "--structure", "Foyer", "--contact", "l'accueil", "--with-questionnaires"];
    let (said, wrong, code) = told(&run(folder.path(), &arguments));
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    assert!(said.contains("\n7 fichiers de questionnaires copiés dans "), "{said}");
    assert!(said.contains("\nDéjà là, laissés comme ils sont : keredern.toml\n"), "{said}");
    assert_eq!(fs::read_to_string(own).expect("it"), support::WORKSHOP);
    for (name, shipped) in [
        ("commun.toml", include_str!("../questionnaires/commun.toml")),
        ("vivre-la-rue.toml", include_str!("../questionnaires/vivre-la-rue.toml")),
    ] {
        let copied = fs::read_to_string(folder.path().join("questionnaires").join(name));
        assert_eq!(copied.expect("copied"), shipped);
    }
}

#[cfg(unix)]
mod dialogue {
    use support::terminal::{ENTER, Setup, Terminal};

    use super::*;

    fn start(folder: &Path) -> Terminal {
        let setup = Setup::new(folder.join("home"), folder);
        Terminal::start(Path::new(env!("CARGO_BIN_EXE_recueil")), &["init"], &setup)
    }

    fn answer(terminal: &Terminal, question: &str, words: &str) {
        terminal.wait_for(question);
        terminal.press(words);
        terminal.press(ENTER);
    }

    #[test]
    fn a_person_is_asked_one_question_after_the_other_and_again_where_it_does_not_do() {
        let folder = folder();
        let terminal = start(folder.path());
        answer(&terminal, "Quel est le nom de votre structure ?", "");
        terminal.wait_for("Il faut");
        answer(&terminal, "Quel est le nom de votre structure ?", "Foyer d'été");
        answer(&terminal, "À qui poser une question sur les réponses ?", "l'accueil");
        answer(&terminal, "En quel lieu ?", "");
        answer(&terminal, "Quels référentiels utilisez-vous ?", "vlr commun");
        answer(&terminal, "Quelle langue au départ", "en");
        let ended = terminal.finish();
        assert_eq!(ended.code, Some(0), "{}", ended.screen);
        let settings = read(text(folder.path())).expect("no problem");
        assert_eq!(
            [&settings.structure, &settings.contact, &settings.site, &settings.lang],
            ["Foyer d'été", "l'accueil", "", "en"]
        );
        assert_eq!(ids(&settings), ["vlr", "commun"]);
    }

    #[test]
    fn settings_that_exist_stay_unless_the_person_says_yes() {
        let folder = folder();
        fs::write(folder.path().join("recueil.toml"), "site = \"Ici\"\n").expect("written");
        let terminal = start(folder.path());
        terminal.wait_for("existe déjà");
        answer(&terminal, "Le remplacer ?", "o");
        let ended = terminal.finish();
        assert_eq!(ended.code, Some(2), "{}", ended.screen);
        assert_eq!(text(folder.path()), "site = \"Ici\"\n");
    }
}
