//! What completes the commands: a real shell is asked what it proposes.
//! Never compares the scripts themselves: they are a library's.

mod support;

use std::fs;
use std::process::Command;

use support::program::{run, told};
use tempfile::TempDir;

/// What bash proposes for the last of these words.
fn proposed_by_bash(words: &[&str]) -> Vec<String> {
    let folder = TempDir::new().expect("a folder");
    let (script, wrong, code) = told(&run(folder.path(), &["completions", "bash"]));
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    fs::write(folder.path().join("script"), script).expect("a script");
    let asks = r#"source ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _recueil recueil "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}""#;
    let output = Command::new("bash")
        .args(["-u", "-c", asks, "bash"])
        .args(words)
        .current_dir(folder.path())
        .output()
        .expect("bash runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let mut proposed: Vec<_> =
        String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    proposed.sort();
    proposed
}

#[test]
fn bash_completes_a_command_an_option_and_a_name() {
    assert_eq!(proposed_by_bash(&["recueil", "comp"]), ["completions"]);
    assert_eq!(proposed_by_bash(&["recueil", "sheets", "--al"]), ["--aloud"]);
    assert_eq!(proposed_by_bash(&["recueil", "completions", "z"]), ["zsh"]);
    assert_eq!(
        proposed_by_bash(&["recueil", "collect", "flsm-"]),
        ["flsm-benevole", "flsm-entree", "flsm-sortie"],
        "those of docs/formulaires.md"
    );
    assert_eq!(proposed_by_bash(&["recueil", "show", "f"]), ["flsm"]);
}

#[test]
fn bash_proposes_nothing_that_is_nobody_s_to_ask() {
    let proposed = proposed_by_bash(&["recueil", "kiosk", "--"]);
    assert!(proposed.iter().any(|option| option == "--diagnose"), "{proposed:?}");
    assert!(proposed.iter().all(|option| option != "--one"), "{proposed:?}");
    assert!(!proposed_by_bash(&["recueil", ""]).contains(&"manual".to_owned()));
}

#[test]
fn the_other_shells_read_their_scripts_where_they_are_there() {
    for (shell, check) in [("zsh", "-n"), ("fish", "--no-execute")] {
        if Command::new(shell).arg("--version").output().is_err() {
            continue;
        }
        let folder = TempDir::new().expect("a folder");
        let (script, _, _) = told(&run(folder.path(), &["completions", shell]));
        let file = folder.path().join("script");
        fs::write(&file, script).expect("a script");
        let output = Command::new(shell).arg(check).arg(&file).output().expect("the shell runs");
        assert_eq!(
            (String::from_utf8_lossy(&output.stderr).as_ref(), output.status.code()),
            ("", Some(0))
        );
    }
}

#[test]
fn another_shell_is_refused_with_those_that_there_are() {
    let folder = TempDir::new().expect("a folder");
    let (_, wrong, code) = told(&run(folder.path(), &["completions", "tcsh"]));
    assert_eq!(
        (wrong.as_str(), code),
        (
            "erreur : « tcsh » ne convient pas pour <SHELL>.\nIl y a : bash, zsh, fish.\nVouliez-vous dire « zsh » ?\nEssayez « recueil --help ».\n",
            Some(2)
        )
    );
}
