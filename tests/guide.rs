//! The guide to writing questionnaires: its example works, and it names every code there is.
//! Never the words of the guide: a person reads those.

use std::collections::BTreeSet;

use recueil::questionnaire::{File, Library, Rule, check};
use recueil::session::Scenario;

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
