//! The guide to writing questionnaires: its example works, and it names every code there is.
//! The example of the general guide goes from an empty file to results.
//! Never the words of the guides: a person reads those.

mod support;

use std::collections::BTreeSet;
use std::fs;

use recueil::questionnaire::{File, Library, Rule, check};
use recueil::session::Scenario;
use support::program::{run, told};
use tempfile::TempDir;

const GUIDE: &str = include_str!("../docs/ecrire-un-questionnaire.md");

#[test]
fn the_example_of_the_guide_loads_and_nothing_is_said_of_it() {
    let example = GUIDE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let bytes = Ok(example.expect("an example").as_bytes().to_vec());
    let library = Library::load(vec![File { name: "jardin.toml".into(), bytes }]);
    assert_eq!(library.problems(), []);
    assert_eq!(check(&library), []);
    let form = library.form("jardin-bilan").expect("the form of the example");
    assert_eq!(form.questions.len(), 6);
}

#[test]
fn the_scenario_of_the_guide_holds() {
    assert!(
        GUIDE.contains(".answer(\"JAR1\", \"non\")\n    .closed(\"JAR1_qui\")\n    .asks(\"B5\");")
    );
    let example = GUIDE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    Scenario::in_text(example.expect("an example"), "jardin-bilan")
        .answer("JAR1", "non")
        .closed("JAR1_qui")
        .asks("B5");
}

#[test]
fn the_guide_names_every_code_once() {
    let rows = GUIDE.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next());
    let is_code = |word: &&str| word.len() == 4 && word[1..].parse::<u16>().is_ok();
    let told: Vec<&str> = rows.filter(is_code).collect();
    let problems = include_str!("../src/questionnaire/problem.rs").split('"').filter(is_code);
    let codes: BTreeSet<&str> = problems.chain(Rule::WORDS.iter().copied()).collect();
    assert_eq!(told, codes.into_iter().collect::<Vec<_>>());
}

/// The general guide; what it shows is typed as it stands.
const TOUR: &str = include_str!("../docs/guide.md");

#[test]
fn from_an_empty_file_to_results_each_command_of_the_guide_works() {
    let folder = TempDir::new().expect("a folder");
    let block = |language: &str| {
        let start = format!("```{language}\n");
        let rest = TOUR.split(&start).nth(1).expect("a block of it");
        rest.split("```").next().expect("its end")
    };
    let forms = folder.path().join("foyer/questionnaires");
    fs::create_dir_all(&forms).expect("a folder");
    fs::write(forms.join("photo.toml"), block("toml")).expect("the file of the guide");
    let mut reports = Vec::new();
    for line in block("sh").lines() {
        // Quoted words stand at every second place.
        let words = line.split('"').enumerate().flat_map(|(place, part)| match place % 2 {
            1 => vec![part],
            _ => part.split_whitespace().collect(),
        });
        let words: Vec<&str> = words.collect();
        assert_eq!(words[0], "recueil");
        let (said, wrong, code) = told(&run(folder.path(), &words[1..]));
        assert_eq!((wrong.as_str(), code), ("", Some(0)), "{line}");
        if words.contains(&"report") && !words.contains(&"--html") {
            reports.push(said);
        }
    }
    // What was invented is found, in the dossier and in the gathered set.
    assert_eq!(reports.len(), 2);
    for report in reports {
        assert!(report.contains("40 personnes ont répondu les\ndeux fois."), "{report}");
        assert!(report.contains("pareil"), "{report}");
    }
    assert!(folder.path().join("bilan.html").is_file() && folder.path().join("sortie").is_dir());
}
