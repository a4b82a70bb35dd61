//! Conditions held against the engine of ODK Collect: what JavaRosa says of each is in a file.
//! Never our own word for what is true.

use recueil::questionnaire::Expression;

/// What JavaRosa says, and the answers it was given.
const JAVAROSA: &str = include_str!("fixtures/expressions/javarosa.tsv");

fn answer(name: &str) -> String {
    let text = match name {
        "age" => "17",
        "vide" | "videnombre" => "",
        "actes" => "avis idee",
        "mots" => "bonjour",
        "note" => "3",
        "neg" => "-2",
        "jour" => "2026-11-23",
        "espaces" => "  17 ",
        "zero" => "0",
        other => panic!("{other} has no answer"),
    };
    text.to_owned()
}

#[test]
fn conditions_mean_what_they_mean_in_odk_collect() {
    let mut differences = Vec::new();
    let cases: Vec<(&str, &str)> =
        JAVAROSA.lines().filter_map(|line| line.split_once('\t')).collect();
    for (says, text) in &cases {
        let expression =
            Expression::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        let ours = if expression.holds("", &answer) { "V" } else { "F" };
        if ours != *says {
            differences.push(format!("{text}: {ours}, JavaRosa {says}"));
        }
    }
    assert!(cases.len() > 100, "{}", cases.len());
    assert_eq!(differences, Vec::<String>::new());
}
