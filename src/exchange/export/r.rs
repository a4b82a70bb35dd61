//! `lire.R`: reads the files of an export into R, with the words of questions and codes, and with the
//! reasons of no answer declared. Needs R alone; makes use of haven where it is there.
//! Never a letter outside ASCII: R reads the script in whatever encoding the machine has.

use std::fmt::Write;

use super::codes::missing;
use super::table::{Code, Field, Sort};
use super::{Done, rows_file, texts_file};
use crate::locale::Locale;

/// What reads one file: the same for all of them.
const READER: &str = include_str!("lire.R");

/// The script.
pub(super) fn script(locale: &Locale, done: &[Done]) -> String {
    let mut script = String::from("# ");
    script += &comment(&locale.say("export-r-how"));
    script += "\nsans_reponse <- c(";
    let missing: Vec<Code> = missing(locale)
        .into_iter()
        .map(|(name, label)| Code { name: name.to_owned(), label })
        .collect();
    codes(&mut script, &missing);
    script += ")\n\n";
    script += READER;
    for Done { table, .. } in done {
        _ = write!(script, "\n# {}\n", comment(&table.title));
        let name = object(&table.stem);
        read(&mut script, &name, &rows_file(table), &table.fields);
        if !table.texts.is_empty() {
            read(&mut script, &format!("{name}_textes"), &texts_file(table), &table.texts);
        }
    }
    script
}

/// The name of what R reads a file into: letters, digits and underscores.
fn object(stem: &str) -> String {
    stem.replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

fn read(script: &mut String, name: &str, file: &str, fields: &[Field]) {
    _ = writeln!(script, ".lu <- lire_table({}, list(", quoted(file));
    for (at, field) in fields.iter().enumerate() {
        let sort = match field.sort {
            Sort::Choice => "choix",
            Sort::Taken | Sort::Number => "nombre",
            Sort::Day => "jour",
            Sort::Words | Sort::Text | Sort::Several | Sort::Month | Sort::Season => "texte",
        };
        let answer = if field.is_answer { "TRUE" } else { "FALSE" };
        let (column, label) = (quoted(&field.name), quoted(&field.label));
        _ = write!(script, "  {column} = list(sorte = \"{sort}\", reponse = {answer}, ");
        _ = write!(script, "libelle = {label}, codes = c(");
        codes(script, &field.codes);
        script.push_str("))");
        script.push_str(if at + 1 < fields.len() { ",\n" } else { "\n" });
    }
    script.push_str("))\n");
    _ = writeln!(script, "{name} <- .lu$table");
    _ = writeln!(script, "{name}_manques <- .lu$manques");
    _ = writeln!(script, "if (!is.null(.lu$haven)) {name}_haven <- .lu$haven");
}

/// Codes by their words: two codes of the same words are told apart.
fn codes(script: &mut String, codes: &[Code]) {
    for (at, code) in codes.iter().enumerate() {
        let is_twice = codes.iter().filter(|other| other.label == code.label).count() > 1;
        let label =
            if is_twice { format!("{} ({})", code.label, code.name) } else { code.label.clone() };
        let comma = if at > 0 { ", " } else { "" };
        _ = write!(script, "{comma}{} = {}", quoted(&code.name), quoted(&label));
    }
}

/// The text as R writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            ' '..='~' => quoted.push(character),
            '\u{80}'..='\u{ffff}' => _ = write!(quoted, "\\u{:04x}", u32::from(character)),
            _ => _ = write!(quoted, "\\U{:08x}", u32::from(character)),
        }
    }
    quoted + "\""
}

/// The text on a line of comment.
fn comment(text: &str) -> String {
    const PLAIN: &[(char, &str)] = &[
        ('é', "e"),
        ('è', "e"),
        ('ê', "e"),
        ('à', "a"),
        ('â', "a"),
        ('ù', "u"),
        ('û', "u"),
        ('î', "i"),
        ('ï', "i"),
        ('ô', "o"),
        ('ç', "c"),
        ('É', "E"),
        ('À', "A"),
        ('œ', "oe"),
        ('’', "'"),
        ('«', "\""),
        ('»', "\""),
        ('…', "..."),
    ];
    let plain = |c: char| match PLAIN.iter().find(|(accented, _)| *accented == c) {
        Some((_, plain)) => (*plain).to_owned(),
        None if (' '..='~').contains(&c) => c.to_string(),
        None => String::from(" "),
    };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_quoted_in_ascii() {
        assert_eq!(quoted("l'été \"oui\" \\"), "\"l'\\u00e9t\\u00e9 \\\"oui\\\" \\\\\"");
        assert_eq!(comment("Référentiel « dérivé »"), "Referentiel \" derive \"");
    }
}
