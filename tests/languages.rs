//! Languages: the command line, its help and its mistakes, in the one asked for and in no other; and
//! forms that lack some.
//! Never the words themselves: that nothing of one language is left in another.

mod support;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use support::program::{program, told};
use support::{Person, WORKSHOP, library_of, settings_and};
use tempfile::TempDir;

/// What the library that reads the command line says in English, from its sources.
const ENGLISH: [&str; 23] = [
    "Usage:",
    "Options:",
    "Arguments:",
    "Commands:",
    "error:",
    "tip:",
    "possible values",
    "[default",
    "[env",
    "[alias",
    "For more information",
    "Print ",
    "unexpected argument",
    "unrecognized",
    "invalid value",
    "a value is required",
    "cannot be used",
    "required arguments",
    "were not provided",
    "wasn't",
    "similar",
    "to pass",
    "the argument",
];

/// What the program says on the output and beside it, in a folder, with these variables.
fn says(folder: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let mut command = program(folder, arguments);
    let output = command.envs(variables.iter().copied()).output().expect("the program runs");
    let (said, wrong, _) = told(&output);
    said + &wrong
}

/// The commands that the help lists.
fn commands(folder: &Path) -> Vec<String> {
    let help = says(folder, &[], &["--help"]);
    let (_, listed) = help.split_once("Commandes :\n").expect("commands");
    let lines = listed.lines().take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

/// What is said of each command, argument and option of a help, by how it is typed.
fn described(help: &str) -> BTreeMap<String, String> {
    let lines = help.lines().filter_map(|line| line.strip_prefix("  "));
    let parts = lines.filter_map(|line| line.trim_start().split_once("  "));
    parts
        .map(|(typed, said)| {
            // The word for a value is of the language.
            let typed = typed.split(['<', '[']).next().unwrap_or_default();
            (typed.trim().to_owned(), said.trim().to_owned())
        })
        .collect()
}

#[test]
fn every_help_is_in_french_whatever_the_machine_speaks_and_in_english_where_that_is_asked() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let english_machine = [("LANG", "en_US.UTF-8"), ("LC_ALL", "en_US.UTF-8"), ("LANGUAGE", "en")];
    let commands = commands(folder);
    assert!(commands.len() >= 17, "{commands:?}");
    let mut helps: Vec<Vec<&str>> = vec![vec!["--help"]];
    helps.extend(commands.iter().map(|command| vec![command.as_str(), "--help"]));
    for help in helps {
        let french = says(folder, &english_machine, &help);
        for word in ENGLISH {
            assert!(!french.contains(word), "{word} in {help:?}:\n{french}");
        }
        assert!(french.contains("\nUsage : recueil"), "{french}");
        let english = says(folder, &[("RECUEIL_LANG", "en")], &help);
        assert!(english.contains("\nUsage: recueil") && !english.contains(" :"), "{english}");
        // Nothing is said in the same words.
        let (french, english) = (described(&french), described(&english));
        assert!(french.len() > 3, "{french:?}");
        assert_eq!(french.len(), english.len(), "{help:?}");
        for (typed, said) in &french {
            assert_ne!(Some(said), english.get(typed), "{help:?}: {typed}");
        }
    }
}

#[test]
fn every_command_has_a_page_of_the_manual_in_the_language_asked_for() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let main = says(folder, &[], &["manual"]);
    for command in commands(folder) {
        assert!(main.contains(&format!("recueil\\-{}(1)", command.replace('-', "\\-"))), "{main}");
        let french = says(folder, &[("LANG", "en_US.UTF-8")], &["manual", &command]);
        for word in ENGLISH.into_iter().chain(["NAME", "Exit"]) {
            assert!(!french.contains(word), "{word} in {command}:\n{french}");
        }
        let start = format!("recueil\\-{} \\- ", command.replace('-', "\\-"));
        let named = |name: &str| format!(".SH {name}\n{start}");
        assert!(french.contains(&named("NOM")) && french.contains(".SH \"OPTIONS\"\n"), "{french}");
        let english = says(folder, &[("RECUEIL_LANG", "en")], &["manual", &command]);
        assert!(english.contains(&named("NAME")), "{english}");
    }
}

/// Each way to be wrong that the library knows.
const MISTAKES: [&[&str]; 14] = [
    &["chek"],
    &["--plian"],
    &["simulate"],
    &["simulate", "com-court", "-n", "x", "--seed", "1"],
    &["simulate", "com-court", "-n", "3", "--seed", "1", "--to", "x"],
    &["simulate", "com-court", "-n", "3", "--seed", "1", "--change", "1"],
    &["simulate", "com-court", "-n", "3", "--seed", "1", "--paired", "--to", "-"],
    &["check", "--format", "jso"],
    &["--plain=oui"],
    &["--plain", "--plain"],
    &["copy", "--to"],
    &["diff", "a", "b", "c"],
    &["show", "--html"],
    &["collect", "--verify", "x.csv"],
];

#[test]
fn every_mistake_is_told_in_the_language_asked_for() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    for mistake in MISTAKES {
        let french = says(folder, &[("LANG", "en_US.UTF-8")], mistake);
        for word in ENGLISH {
            assert!(!french.contains(word), "{word} in {mistake:?}:\n{french}");
        }
        assert!(french.starts_with("erreur : "), "{french}");
        assert!(french.ends_with("Essayez « recueil --help ».\n"), "{french}");
        let english = says(folder, &[("RECUEIL_LANG", "en")], mistake);
        assert!(english.starts_with("error: "), "{english}");
        assert!(english.ends_with("Try “recueil --help”.\n"), "{english}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_told_in_words_of_the_program() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().expect("a folder");
    let mut command = program(folder.path(), &["collect"]);
    let output = command.arg(OsStr::from_bytes(b"\xff")).output().expect("the program runs");
    let (_, wrong, code) = told(&output);
    assert_eq!(
        (wrong.as_str(), code),
        (
            "erreur : Un mot de la commande n'est pas fait de lettres en UTF-8.\n\
             Essayez « recueil --help ».\n",
            Some(2)
        )
    );
}

#[test]
fn the_command_line_goes_before_the_environment_and_that_before_the_settings() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    fs::write(folder.join("recueil.toml"), "lang = \"en\"\n").expect("settings");
    let elsewhere = TempDir::new().expect("a folder");
    let asked = [("RECUEIL_LANG", "fr")];
    let dossier = ["--dossier", folder.to_str().expect("a name"), "chek"];
    for (place, variables, arguments, start) in [
        (folder, &[][..], &["chek"][..], "error: "),
        (folder, &asked, &["chek"], "erreur : "),
        (folder, &asked, &["--lang", "en", "chek"], "error: "),
        (folder, &[], &["--lang=fr", "chek"], "erreur : "),
        (elsewhere.path(), &[], &["chek"], "erreur : "),
        (elsewhere.path(), &[], &dossier, "error: "),
        (folder, &[], &["--help"], "Records"),
        (folder, &[], &["--theme", "rose"], "“rose”"),
    ] {
        let said = says(place, variables, arguments);
        assert!(said.starts_with(start), "{arguments:?} {variables:?}: {said}");
    }
    // Settings that cannot be read do not keep help from being told.
    fs::write(folder.join("recueil.toml"), "lang = \"de\"\n").expect("settings");
    assert!(says(folder, &[], &["--help"]).starts_with("Recueille"));
}

#[test]
fn a_form_that_lacks_a_language_is_asked_in_french_and_the_mediator_is_told() {
    let told = "is not wholly translated (English)";
    let at = |language| {
        let settings = settings_and("referentiels = [\"atelier\"]\n");
        Person::with(library_of(WORKSHOP), settings, language, 80, 24)
    };
    let mut person = at("en");
    assert!(person.sees().contains(told), "{}", person.sees());
    person.types("1<enter><begin>1<enter>");
    let question = person.sees();
    assert!(question.contains("Comment venez-vous ici"), "{question}");
    assert!(question.contains("Question 2 of 2"), "{question}");
    // Nobody is told what is as it should be.
    assert!(!at("fr").sees().contains("traduit"));
    let shipped = Person::with(
        recueil::questionnaire::Library::load(Vec::new()),
        settings_and("referentiels = [\"flsm\"]\n"),
        "en",
        80,
        24,
    );
    assert!(!shipped.sees().contains("translated"), "{}", shipped.sees());
}
