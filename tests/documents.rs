//! The documents: each command that they tell is understood, and each file that they point to is there.
//! Never what the commands do: other tests run them.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::program::{run, told};
use tempfile::TempDir;

/// The documents that people read, with their names.
fn documents() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let alone =
        ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md", "benches/README.md"];
    let mut files: Vec<PathBuf> = alone.iter().map(|name| root.join(name)).collect();
    for folder in ["docs", "docs/rgpd"] {
        let docs = fs::read_dir(root.join(folder)).expect("the documents");
        let docs = docs.map(|entry| entry.expect("a document").path());
        files.extend(docs.filter(|path| path.extension().is_some_and(|end| end == "md")));
    }
    files.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a text");
        (path, text)
    };
    files.into_iter().map(read).collect()
}

/// The commands of a document: the lines of its blocks for a shell, and what stands between marks of
/// code.
fn commands(document: &str) -> Vec<String> {
    let mut commands = Vec::new();
    for (place, part) in document.split("```").enumerate() {
        if place % 2 == 1 {
            let lines = part.strip_prefix("sh\n").unwrap_or_default().replace("\\\n", " ");
            let of_us = |line: &&str| line.contains("recueil ");
            commands.extend(lines.lines().filter(of_us).map(str::to_owned));
        } else {
            let codes = part.split('`').skip(1).step_by(2);
            let starts = |code: &&str| code.starts_with("recueil ");
            commands.extend(codes.filter(starts).map(|code| code.replace('\n', " ")));
        }
    }
    commands
}

/// The arguments of a command, as a shell would give them to the program; none if it is not run here.
fn arguments(command: &str) -> Option<Vec<String>> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for letter in command.chars() {
        let word = words.last_mut().expect("a word");
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(mark), _) if mark == letter => quote = None,
            (None, ' ') if !word.is_empty() => words.push(String::new()),
            (None, ' ') => {}
            (None, '#' | '|' | '>' | '<' | ';' | '&' | '(' | ')') if word.is_empty() => break,
            _ => word.push(letter),
        }
    }
    let program = words.iter().position(|word| word == "recueil" || word.ends_with("/recueil"))?;
    // What comes before is another program's, or says as whom.
    let before = &words[..program];
    let ours = before
        .iter()
        .all(|word| word == "sudo" || word.contains('=') || word == "borne" || word == "-u");
    let arguments = words[program + 1..].iter().filter(|word| !word.is_empty()).cloned();
    ours.then(|| arguments.collect())
}

#[test]
fn every_command_of_the_documents_is_understood() {
    let folder = TempDir::new().expect("a folder");
    let (mut seen, mut wrong) = (0, Vec::new());
    for (path, document) in documents() {
        for command in commands(&document) {
            let Some(arguments) = arguments(&command) else { continue };
            // With the help asked for, nothing is done; but what is not understood is still told.
            let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            arguments.push("--help");
            let (_, said, code) = told(&run(folder.path(), &arguments));
            seen += 1;
            if code != Some(0) {
                wrong.push(format!("{}: {command}\n{said}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 100, "{seen} commands");
}

#[test]
fn a_command_that_is_not_there_is_found() {
    let folder = TempDir::new().expect("a folder");
    let document =
        "```sh\nsudo recueil chek data   # all\n```\nand `recueil check --formt json`.\n";
    let found = commands(document);
    assert_eq!(found, ["sudo recueil chek data   # all", "recueil check --formt json"]);
    for command in found {
        let arguments = arguments(&command).expect("a command of the program");
        let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        arguments.push("--help");
        assert_eq!(told(&run(folder.path(), &arguments)).2, Some(2), "{command}");
    }
}

#[test]
fn every_file_that_a_document_points_to_is_there() {
    let mut missing = Vec::new();
    for (path, document) in documents() {
        let folder = path.parent().expect("a folder");
        let links = document.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://") && !link.starts_with(['#', '<'])) {
            let file = link.split('#').next().unwrap_or_default();
            if !folder.join(file).exists() {
                missing.push(format!("{}: {link}", path.display()));
            }
        }
        // And the scripts that it says to run.
        let scripts = document.split(|c: char| !c.is_alphanumeric() && !"/._-".contains(c));
        let is_script = |word: &&str| {
            ["packaging/", ".ci/", "benches/"].iter().any(|start| word.starts_with(start))
        };
        for script in scripts.filter(is_script).map(|word| word.trim_end_matches('.')) {
            if !Path::new(env!("CARGO_MANIFEST_DIR")).join(script).exists() {
                missing.push(format!("{}: {script}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
