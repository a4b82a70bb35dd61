//! The page of a report: whole, well made, harmless, and true to the rows.
//! Never how it looks: `.ci/peers.d/page` opens it in a browser.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use recueil::analysis::mirror::Saying;
use recueil::analysis::report::{Asked, Trials};
use recueil::analysis::stories::{Story, Theme};
use recueil::analysis::texts::Quotes;
use recueil::locale::Locale;
use recueil::questionnaire::Library;
use recueil::report::{Cover, report_page};
use recueil::store::Store;
use recueil::value::Date;
use support::program::{run, told as said};
use support::{form, today, told};
use tempfile::TempDir;

/// The bearers' référentiels, and a form of each; the common one before them.
const FORMS: [&str; 8] = [
    "com-court",
    "flsm-sortie",
    "ig-eleve-sortie",
    "ker-enfant",
    "mqb-sortie",
    "pe-lecteur",
    "upc-sortie",
    "vlr-minute",
];

/// Runs a command in a dossier, which must do what it is asked.
fn done(folder: &Path, asked: &[&str]) -> String {
    let asked: Vec<&str> = asked.iter().copied().chain(["--dossier", "."]).collect();
    let (out, err, end) = said(&run(folder, &asked));
    assert_eq!((err.as_str(), end), ("", Some(0)), "{asked:?}");
    out
}

/// A dossier with invented answers to these forms.
fn dossier(forms: &[&str], rows: u32) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for form in forms {
        simulated(folder.path(), form, rows);
    }
    folder
}

fn simulated(folder: &Path, form: &str, rows: u32) {
    let rows = rows.to_string();
    let asked = ["simulate", form, "-n", &rows, "--seed", "7", "--dossier", "."];
    assert!(run(folder, &asked).status.success(), "{form}");
}

/// The page that the command shows.
fn page(folder: &Path, more: &[&str]) -> String {
    let asked: Vec<&str> =
        ["report", "--essai", "--html", "-"].iter().chain(more).copied().collect();
    done(folder, &asked)
}

/// A tag as it is written: its name and its attributes.
#[derive(Debug, PartialEq)]
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    /// What stands after it, to the next tag.
    text: &'a str,
}

impl<'a> Tag<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| *value)
    }
}

/// The tags of the body of a page, in their order. Whatever is not written as this program writes
/// it stops the test.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let body = html.split("<body>\n").nth(1).and_then(|rest| rest.split("</body>").next());
    let body = body.expect("a body");
    let mut tags = Vec::new();
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("the end of a tag");
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while !rest.is_empty() {
            let (name, after) = rest.split_once("=\"").expect("an attribute in quotation marks");
            let (value, after) = after.split_once('"').expect("the end of an attribute");
            attributes.push((name, value));
            rest = after.strip_prefix(' ').unwrap_or(after);
        }
        tags.push(Tag { name, attributes, text });
    }
    tags
}

/// What a page may be made of.
const NAMES: &[&str] = &[
    "svg", "defs", "pattern", "rect", "path", "line", "text", "a", "div", "header", "nav", "main",
    "section", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "span",
];

/// What its elements may say of themselves.
const ATTRIBUTES: &[&str] = &[
    "class",
    "id",
    "href",
    "role",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
    "tabindex",
    "scope",
    "rowspan",
    "width",
    "height",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "d",
    "text-anchor",
    "data-label",
    "patternUnits",
];

/// Everything that holds for every page: nothing in it does anything, every name leads somewhere, no
/// heading skips a rank, and what is drawn is said.
fn is_well_made(html: &str, of: &str) {
    let tags = tags(html);
    let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{of}: an id twice");
    let mut open = Vec::new();
    let mut rank = 0;
    for tag in &tags {
        if let Some(name) = tag.name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{of}");
        } else {
            open.push(tag.name);
        }
        assert!(NAMES.contains(&tag.name.trim_start_matches('/')), "{of}: {tag:?}");
        for (name, _) in &tag.attributes {
            assert!(ATTRIBUTES.contains(name), "{of}: {tag:?}");
        }
        for to in
            [tag.get("href").map(|to| to.strip_prefix('#')), tag.get("aria-labelledby").map(Some)]
        {
            assert!(to.is_none_or(|to| to.is_some_and(|to| ids.contains(&to))), "{of}: {tag:?}");
        }
        if let Some(level) = tag.name.strip_prefix('h').and_then(|level| level.parse::<u32>().ok())
        {
            assert!(level <= rank + 1, "{of}: after h{rank}, {tag:?}");
            rank = level;
        }
        if tag.name == "svg" {
            let is_said = tag.get("role") == Some("img") && tag.get("aria-label") > Some("");
            assert!(is_said || tag.get("aria-hidden") == Some("true"), "{of}: {tag:?}");
        }
        if tag.name == "th" {
            assert!(tag.get("scope").is_some() && !tag.text.trim().is_empty(), "{of}: {tag:?}");
        }
    }
    let count = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
    assert_eq!([count("h1"), count("main"), count("header"), count("nav")], [1; 4], "{of}");
    assert_eq!(count("table"), count("caption"), "{of}");
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"), "{of}");
    let style = html.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next());
    let fetched = style.expect("a style").match_indices("url(").map(|(at, _)| at);
    for at in fetched {
        assert!(style.expect("a style")[at..].starts_with("url(#p-"), "{of}");
    }
}

#[test]
fn the_page_of_a_small_set() {
    let folder = dossier(&["com-court"], 12);
    let store = Store::new(folder.path().join("data"), String::new());
    let asked = Asked { trials: Trials::With, ..today() };
    let report = told(&store, &[form("com-court")], &asked);
    let made = Date::constant(2026, 11, 22);
    let theme = Theme {
        form: form("com-recit"),
        choice: Some(0),
        stories: vec![Story { parts: vec![(1, "Je n'osais pas <demander>.".to_owned())] }],
    };
    let saying = Saying {
        form: "com-court".to_owned(),
        date: "2026-11-20".to_owned(),
        text: "On ose \"plus\".".to_owned(),
    };
    let asked = report.questions.iter().position(|of| of.question.name == "T2").expect("asked");
    let quotes = Quotes {
        form: form("com-court"),
        question: asked,
        texts: vec!["Ouvrir <plus> tôt.".to_owned(), "Rien.".to_owned()],
    };
    let cover = Cover {
        structure: Some("Foyer Laïque".to_owned()),
        made,
        stories: vec![theme],
        quotes: vec![quotes],
        sayings: vec![saying],
    };
    let html = report_page(&Locale::default(), &report, &cover);
    is_well_made(&html, "com-court");
    // Words and figures: the style is looked at in a browser.
    let (_, body) = html.split_once("</style>").expect("a style");
    insta::with_settings!({ snapshot_path => "fixtures/report", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("page", body);
    });
}

#[test]
fn the_page_of_each_referentiel_and_of_all_together_is_well_made() {
    let folder = dossier(&FORMS, 15);
    for id in ["commun", "flsm", "ig", "ker", "mqb", "pe", "upc", "vlr"] {
        let html = page(folder.path(), &["--ref", id]);
        is_well_made(&html, id);
        assert!(html.contains(&format!("<section id=\"ref-{id}\"")), "{id}");
    }
    let html = page(folder.path(), &["--by", "site"]);
    is_well_made(&html, "all");
    let english = page(folder.path(), &["--lang", "en"]);
    assert!(english.contains("<html lang=\"en\">") && english.contains("In brief"));
}

/// The words of an element of the page that are between these two, tags left out.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let rest = html.split_once(from).unwrap_or_else(|| panic!("{from}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("{to}")).0
}

#[test]
fn the_seven_bearers_and_the_common_one_stand_side_by_side_and_are_never_ranked_nor_added_up() {
    let folder = dossier(&FORMS, 15);
    let html = page(folder.path(), &[]);
    let section = between(&html, "<section id=\"criteres-communs\"", "</section>");
    let library = Library::load(Vec::new());
    let titles: Vec<String> =
        library.referentiels().map(|of| Locale::default().titled(&of.head)).collect();
    assert_eq!(titles.len(), 8);
    let mut met = BTreeSet::new();
    for table in section.split("<table class=\"core\"").skip(1) {
        let named = table.match_indices("scope=\"rowgroup\"").map(|(at, _)| {
            let name =
                between(&table[at..], ">", "</th>").replace('\u{a0}', " ").replace("&#39;", "'");
            titles.iter().position(|title| *title == name).unwrap_or_else(|| panic!("{name}"))
        });
        let named: Vec<usize> = named.collect();
        assert!(named.len() > 1 && named.is_sorted(), "in the order of the catalogue: {named:?}");
        assert!(!table.contains("<tfoot"), "nothing is added up");
        met.extend(named);
    }
    assert_eq!(met.len(), 8, "every référentiel feeds a core criterion");
}

/// The cell of each column of the rows of the only file that begins so.
fn rows(folder: &Path, stem: &str) -> Vec<BTreeMap<String, String>> {
    let store = Store::new(folder.join("data"), String::new());
    let mut files = store.row_files(true).into_iter();
    let named = |file: &std::path::PathBuf| {
        file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(stem))
    };
    let file = files.rfind(named).expect("a file");
    let mut rows = csv::Reader::from_path(file).expect("rows");
    rows.deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn the_change_that_was_put_into_invented_answers_is_on_the_page() {
    let folder = TempDir::new().expect("a folder");
    let asked =
        ["simulate", "flsm-entree", "-n", "60", "--seed", "5", "--paired", "--change", "0.4"];
    let asked: Vec<&str> = asked.iter().copied().chain(["--dossier", "."]).collect();
    assert!(run(folder.path(), &asked).status.success());
    let html = page(folder.path(), &[]);
    let section = between(&html, "<section id=\"evolution\"", "</section>");
    // Counted here from the cells: the same code at both ends, one step of the scale or more.
    let question =
        form("flsm-entree").questions.iter().find(|it| it.name == "B1").cloned().expect("B1");
    let entry: BTreeMap<String, String> = rows(folder.path(), "flsm-entree")
        .into_iter()
        .map(|row| (row["code"].clone(), row["B1"].clone()))
        .collect();
    let mut counts = [0_u32; 3];
    for row in rows(folder.path(), "flsm-sortie") {
        let step = |cell: &String| cell.parse::<i32>().ok();
        let (Some(before), Some(after)) =
            (entry.get(&row["code"]).and_then(step), step(&row["B1"]))
        else {
            continue;
        };
        counts[usize::try_from((after - before).signum() + 1).expect("0, 1 or 2")] += 1;
    }
    assert!(counts[2] > 5, "{counts:?}");
    let label = question.label.get("fr", recueil::questionnaire::Adresse::Vous);
    let label =
        label.replace("${lieu}", "à l'atelier").replace('\'', "&#39;").replace(" ?", "\u{a0}?");
    let told = between(section, &format!("<h4>{label}</h4>"), "</table>");
    let told: Vec<u32> = told
        .split("<span class=\"count\">")
        .skip(1)
        .map(|rest| rest.split('<').next().and_then(|count| count.parse().ok()).expect("a count"))
        .collect();
    assert_eq!(told, [counts[0], counts[1], counts[2], counts.iter().sum()]);
}

#[test]
fn hostile_words_of_files_settings_and_rows_are_only_read() {
    const HOSTILE: &str = "</style><script>alert(1)</script><img src=x onerror=alert(1)>' onload='x url(http://mal.example) {}";
    let folder = TempDir::new().expect("a folder");
    let questionnaires = folder.path().join("questionnaires");
    fs::create_dir(&questionnaires).expect("a folder");
    let shipped = include_str!("../questionnaires/keredern.toml");
    let changed = shipped
        .replace("titre = \"", &format!("titre = \"{HOSTILE}"))
        .replace("label.fr = \"", &format!("label.fr = \"{HOSTILE}"));
    fs::write(questionnaires.join("keredern.toml"), changed).expect("written");
    let settings = format!("structure = \"{HOSTILE}\"\nsite = \"{HOSTILE}\"\ncontact = \"x\"\n");
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    simulated(folder.path(), "ker-enfant", 12);
    let asked = ["report", "--essai", "--html", "-", "--by", "site", "--dossier", "."];
    let (html, _, _) = said(&run(folder.path(), &asked));
    is_well_made(&html, "hostile");
    assert!(html.matches("&lt;script&gt;").count() > 20, "{html}");
    assert_eq!(html.matches("</style>").count(), 1);
}

#[test]
fn a_page_goes_into_a_file_that_is_not_replaced_unasked() {
    let folder = dossier(&["com-court"], 12);
    let asked = ["report", "--essai", "--html", "rapport.html", "--dossier", "."];
    let (out, err, end) = said(&run(folder.path(), &asked));
    assert_eq!((err.as_str(), end), ("", Some(0)));
    assert!(out.starts_with("Le rapport est fait : ") && out.contains("rapport.html"), "{out}");
    let first = fs::read_to_string(folder.path().join("rapport.html")).expect("a page");
    let (_, err, end) = said(&run(folder.path(), &asked));
    assert!(end == Some(2) && err.contains("existe déjà"), "{err}");
    let forced: Vec<&str> = asked.iter().copied().chain(["--force"]).collect();
    assert_eq!(said(&run(folder.path(), &forced)).2, Some(0));
    assert_eq!(fs::read_to_string(folder.path().join("rapport.html")).expect("a page"), first);
}
