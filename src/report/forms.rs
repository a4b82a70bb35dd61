//! The tables of all référentiels and of all forms: what each holds, for whom, how long.
//! Never asks anything, and never a question's words.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::outline::wrap;
use crate::locale::{Locale, shown};
use crate::questionnaire::{Library, Questionnaire, Referentiel};

/// How many questions are asked only after some answers.
pub(super) fn conditional(form: &Questionnaire) -> usize {
    let questions = form.questions.iter().filter(|question| question.is_numbered());
    questions.filter(|question| question.relevant.is_some()).count()
}

/// How the cells of a column are set.
#[derive(Clone, Copy)]
enum Align {
    Left,
    Right,
}

/// The columns of the table of forms, after the id and the title.
const COLUMNS: [(&str, Align); 6] = [
    ("forms-role", Align::Left),
    ("forms-moment", Align::Left),
    ("forms-counted", Align::Right),
    ("forms-conditional", Align::Right),
    ("forms-languages", Align::Left),
    ("forms-age", Align::Right),
];

fn cells(locale: &Locale, form: &Questionnaire) -> [String; 6] {
    let moment = form.moment.word().replace('_', "-");
    [
        form.role.clone(),
        locale.say(&format!("moment-{moment}")),
        form.counted().to_string(),
        conditional(form).to_string(),
        form.languages().join(" "),
        form.age_minimum.map(|age| age.to_string()).unwrap_or_default(),
    ]
}

/// How much a référentiel holds, in one sentence.
pub(super) fn holds(locale: &Locale, referentiel: &Referentiel) -> String {
    let arguments = [
        ("criteria", referentiel.criteres.len().into()),
        ("indicators", referentiel.indicateurs.len().into()),
        ("questions", referentiel.questions.len().into()),
        ("forms", referentiel.questionnaires.len().into()),
    ];
    locale.tell("show-holds", &arguments)
}

/// Every form, by référentiel, as plain lines: the title of a form stands under its id.
pub fn forms(locale: &Locale, library: &Library) -> String {
    let rows: Vec<[String; 6]> = library.forms().map(|form| cells(locale, &form)).collect();
    let headings = COLUMNS.map(|(id, _)| locale.say(id));
    let id = locale.say("forms-id");
    let ids = library.forms().map(|form| form.id.width()).max().unwrap_or(0).max(id.width());
    let mut widths = headings.clone().map(|heading| heading.width());
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(shown(cell).width());
        }
    }
    let line = |id: &str, cells: &[String; 6]| {
        let mut line = padded(id, ids, Align::Left);
        for ((cell, width), (_, align)) in cells.iter().zip(widths).zip(COLUMNS) {
            line.push_str("  ");
            line.push_str(&padded(cell, width, align));
        }
        line.trim_end().to_owned()
    };
    let mut text = String::new();
    for referentiel in library.referentiels() {
        let head = &referentiel.head;
        let separator = if text.is_empty() { "" } else { "\n" };
        let titled = locale.titled(head);
        let facts = [("name", head.id.as_str().into()), ("value", titled.into())];
        let heading = wrap(&locale.tell("show-fact", &facts), "", "  ").join("\n");
        _ = writeln!(text, "{separator}{heading}\n{}\n", holds(locale, &referentiel));
        _ = writeln!(text, "{}", line(&id, &headings));
        for form in &referentiel.questionnaires {
            _ = writeln!(text, "{}", line(&form.id, &cells(locale, form)));
            _ = writeln!(text, "  {}", shown(&form.say(&form.titre, locale.language())));
        }
    }
    text
}

fn padded(text: &str, width: usize, align: Align) -> String {
    let text = shown(text);
    let blank = " ".repeat(width.saturating_sub(text.width()));
    match align {
        Align::Left => format!("{text}{blank}"),
        Align::Right => format!("{blank}{text}"),
    }
}

/// The same in Markdown: a table of référentiels and a table of forms.
pub fn forms_in_markdown(locale: &Locale, library: &Library) -> String {
    let say = |id: &str| locale.say(id);
    let mut page = format!("## {}\n\n", say("forms-referentiels"));
    let columns = [
        ("forms-referentiel", Align::Left),
        ("forms-title", Align::Left),
        ("forms-criteria", Align::Right),
        ("forms-indicators", Align::Right),
        ("forms-questions", Align::Right),
        ("forms-forms", Align::Right),
    ];
    head(&mut page, locale, &columns);
    for referentiel in library.referentiels() {
        let head = &referentiel.head;
        let counts = [
            referentiel.criteres.len(),
            referentiel.indicateurs.len(),
            referentiel.questions.len(),
            referentiel.questionnaires.len(),
        ];
        let counts = counts.map(|count| count.to_string());
        let cells = [code(&head.id), locale.titled(head)].into_iter().chain(counts);
        row(&mut page, cells);
    }
    _ = write!(page, "\n## {}\n\n", say("forms-forms-title"));
    let mut columns = vec![
        ("forms-referentiel", Align::Left),
        ("forms-id", Align::Left),
        ("forms-title", Align::Left),
    ];
    columns.extend(COLUMNS);
    head(&mut page, locale, &columns);
    for form in library.forms() {
        let titre = form.say(&form.titre, locale.language());
        let first = [code(&form.head.id), code(&form.id), titre];
        row(&mut page, first.into_iter().chain(cells(locale, &form)));
    }
    page
}

fn code(id: &str) -> String {
    format!("`{id}`")
}

fn head(page: &mut String, locale: &Locale, columns: &[(&str, Align)]) {
    row(page, columns.iter().map(|(id, _)| locale.say(id)));
    let rules = columns.iter().map(|(_, align)| match align {
        Align::Left => "---",
        Align::Right => "---:",
    });
    _ = writeln!(page, "| {} |", rules.collect::<Vec<_>>().join(" | "));
}

fn row(page: &mut String, cells: impl Iterator<Item = String>) {
    let cells = cells.map(|cell| shown(&cell).replace('\\', "\\\\").replace('|', "\\|"));
    let cells = cells.map(|cell| cell.replace('<', "&lt;"));
    _ = writeln!(page, "| {} |", cells.collect::<Vec<_>>().join(" | "));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page of the documentation ends with the tables of the forms that are shipped.
    #[test]
    fn the_page_of_forms_in_the_documentation_is_up_to_date() {
        let page = include_str!("../../docs/formulaires.md");
        let (introduction, tables) = page.split_once("\n## ").expect("an introduction");
        assert!(introduction.starts_with("# ") && !introduction.contains("\n|"));
        let shipped = forms_in_markdown(&Locale::new("fr"), &Library::load(Vec::new()));
        assert_eq!(format!("## {tables}"), shipped);
    }
}
