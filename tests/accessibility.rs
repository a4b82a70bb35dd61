//! The page of accessibility: every criterion has its line, and every test that it names is there.
//! Never whether a criterion is met: the tests that the page names say so.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The success criteria of WCAG 2.2 at levels A and AA, from the recommendation of 12 December 2024.
const WCAG: [&str; 55] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4",
    "1.3.5", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
    "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4",
    "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.7", "2.5.8",
    "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3",
    "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
];

/// The other requirements of EN 301 549 v3.2.1 that are for software: clauses 5 and 11.5 to 11.8.
const NORM: [&str; 19] = [
    "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "11.5.1", "11.5.2", "11.6.1",
    "11.6.2", "11.7", "11.8.1", "11.8.2", "11.8.3", "11.8.4", "11.8.5",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page() -> String {
    fs::read_to_string(root().join("docs/accessibility.md")).expect("the page")
}

/// The lines of the tables, by what they are of: state, how, tests.
fn lines() -> BTreeMap<String, [String; 3]> {
    let mut lines = BTreeMap::new();
    for line in page().lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        if let [of, _, state, how, tests] = cells.as_slice()
            && of.starts_with(|c: char| c.is_ascii_digit())
        {
            let said = [state, how, tests].map(|cell| (*cell).to_owned());
            assert!(lines.insert((*of).to_owned(), said).is_none(), "{of} twice");
        }
    }
    lines
}

#[test]
fn every_criterion_has_its_line_and_no_other_has_one() {
    let lines = lines();
    for criterion in WCAG.iter().chain(&NORM) {
        assert!(lines.contains_key(*criterion), "{criterion} is missing");
    }
    assert_eq!(lines.len(), WCAG.len() + NORM.len());
}

#[test]
fn what_is_met_in_whole_or_in_part_is_said_how_and_by_which_test() {
    for (of, [state, how, tests]) in lines() {
        let known = ["conforme", "en partie", "non conforme", "sans objet"];
        assert!(known.contains(&state.as_str()), "{of}: {state}");
        assert!(how.len() > 5, "{of}");
        // That nothing flashes is seen in the whole of the source: there is no clock in a screen.
        let is_tested = tests.contains("tests/") || of == "2.3.1";
        assert!(is_tested || !["conforme", "en partie"].contains(&state.as_str()), "{of}");
    }
}

#[test]
fn every_test_that_the_page_names_is_there() {
    let page = page();
    let named = page.split("`tests/").skip(1).filter_map(|rest| rest.split('`').next());
    let mut count = 0;
    for name in named {
        count += 1;
        assert!(root().join("tests").join(name).is_file(), "no tests/{name}");
    }
    assert!(count > 60, "{count}");
}
