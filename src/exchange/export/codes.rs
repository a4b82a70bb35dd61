//! The page of codes that goes with every export: each column, what it says, to whom the question is put,
//! each code with its words; and the same as lines for a spreadsheet.
//! Never a list made by hand: the columns come from the table that was written.

use std::fmt::Write;

use super::table::{Field, Scope, Sort};
use super::{Done, Format, rows_file, texts_file};
use crate::locale::Locale;
use crate::store::MARK;
use crate::value::Missing;

/// Each reason of no answer, with its words.
pub(super) fn missing(locale: &Locale) -> Vec<(&'static str, String)> {
    let words = Missing::ALL.iter().map(|missing| missing.word());
    let said = |word: &str| {
        let id = format!("code-{}", word.to_lowercase().replace('_', "-"));
        locale.say(&id)
    };
    words.map(|word| (word, said(word))).collect()
}

/// The page, in Markdown.
pub(super) fn page(locale: &Locale, format: Format, scope: Scope, done: &[Done]) -> String {
    let say = |id: &str| locale.say(id);
    let scope = match scope {
        Scope::Complete => "export-page-complete",
        Scope::Diffusion => "export-page-diffusion",
    };
    let mut page = format!("# {}\n\n{}\n", say("export-page-title"), say(scope));
    let format = match format {
        Format::CsvExcel => Some("export-page-csv-excel"),
        Format::Xlsx => Some("export-page-xlsx"),
        Format::R => Some("export-page-r"),
        Format::Parquet => Some("export-page-parquet"),
        Format::Datapackage => None,
    };
    if let Some(id) = format {
        _ = write!(page, "\n{}\n", say(id));
    }
    _ = write!(page, "\n## {}\n\n", say("codebook-missing"));
    for (word, words) in missing(locale) {
        _ = writeln!(page, "- `{word}` : {words}");
    }
    for Done { table, rows, texts } in done {
        let arguments = [("rows", (*rows).into())];
        _ = write!(
            page,
            "\n## {} (`{}`)\n\n{}. {}\n\n",
            table.title,
            table.stem,
            locale.titled(&table.form.head),
            locale.tell("export-page-rows", &arguments)
        );
        columns(locale, &table.fields, &mut page);
        if !table.texts.is_empty() {
            let arguments = [("rows", (*texts).into())];
            let said = locale.tell("export-page-texts", &arguments);
            _ = write!(page, "\n### `{}.textes`\n\n{said}\n\n", table.stem);
            columns(locale, &table.texts, &mut page);
        }
    }
    page.push('\n');
    page.push_str(std::str::from_utf8(MARK).unwrap_or_default());
    page
}

fn columns(locale: &Locale, fields: &[Field], page: &mut String) {
    let ids = ["codebook-name", "codebook-meaning", "export-sort", "codebook-values"];
    let heading = ids.map(|id| locale.say(id)).join(" | ");
    _ = writeln!(page, "| {heading} |\n| --- | --- | --- | --- |");
    let escaped = |text: &str| text.replace('|', "\\|").replace('\n', " ");
    for field in fields {
        let mut label = escaped(&field.label);
        if let Some(universe) = &field.universe {
            _ = write!(label, " ({})", escaped(&asked(locale, universe)));
        }
        let code =
            |code: &super::table::Code| format!("`{}` : {}", code.name, escaped(&code.label));
        let codes: Vec<String> = field.codes.iter().map(code).collect();
        let sort = sort(locale, field.sort);
        _ = writeln!(page, "| `{}` | {label} | {sort} | {} |", field.name, codes.join(" ; "));
    }
}

fn asked(locale: &Locale, universe: &str) -> String {
    locale.tell("export-asked", &[("condition", universe.to_owned().into())])
}

fn sort(locale: &Locale, sort: Sort) -> String {
    locale.say(&format!("export-sort-{}", sort.word()))
}

/// The same as lines: one for each column without codes, one for each code of the others; then the
/// reasons of no answer. The first has the names.
pub(super) fn lines(locale: &Locale, done: &[Done]) -> Vec<[String; 6]> {
    let ids = ["file", "column", "label", "sort", "code", "words"];
    let mut lines = vec![ids.map(|id| locale.say(&format!("export-codes-{id}")))];
    for Done { table, .. } in done {
        let rows = table.fields.iter().map(|field| (rows_file(table), field));
        let texts = table.texts.iter().map(|field| (texts_file(table), field));
        for (file, field) in rows.chain(texts) {
            let mut label = field.label.clone();
            if let Some(universe) = &field.universe {
                _ = write!(label, " ({})", asked(locale, universe));
            }
            let line = |code: &str, words: &str| {
                let sort = sort(locale, field.sort);
                [&file, &field.name, &label, &sort, code, words].map(|cell: &str| cell.to_owned())
            };
            if field.codes.is_empty() {
                lines.push(line("", ""));
            }
            lines.extend(field.codes.iter().map(|code| line(&code.name, &code.label)));
        }
    }
    for (word, words) in missing(locale) {
        let label = locale.say("codebook-missing");
        let empty = String::new;
        lines.push([empty(), empty(), label, empty(), word.to_owned(), words]);
    }
    lines
}
