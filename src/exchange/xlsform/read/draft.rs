//! A référentiel taken from workbooks, and how it is written as a definition file.
//! Never checks what the loader checks.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::locale::Locale;

/// A text by the code of its language.
pub(super) type Texts = BTreeMap<String, String>;

/// A référentiel.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// Keys of the head, with their values as they are written.
    pub head: Vec<(String, String)>,
    pub registres: Vec<Vec<(&'static str, String)>>,
    pub criteres: Vec<Vec<(&'static str, String)>>,
    pub indicateurs: Vec<Vec<(&'static str, String)>>,
    pub scales: Vec<(String, Vec<Choice>)>,
    pub questions: Vec<Question>,
    pub forms: Vec<Form>,
}

/// A choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    pub name: String,
    pub label: Texts,
    pub exclusive: bool,
    pub autre: bool,
}

/// Is «pas concerné» possible?
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Concern {
    #[default]
    No,
    Yes,
    Words(Texts),
}

/// A question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Question {
    pub name: String,
    /// What the workbook calls it, where that is something else.
    pub was: String,
    /// The word of its type.
    pub kind: &'static str,
    /// The scale it takes its choices from; else they stand in it.
    pub scale: Option<String>,
    pub choices: Vec<Choice>,
    pub label: Texts,
    pub hint: Texts,
    pub reformulation: Texts,
    pub relevant: String,
    pub constraint: String,
    pub constraint_message: Texts,
    pub attention: String,
    pub attention_message: Texts,
    pub nc: Concern,
    pub sensible: bool,
    pub parmi: String,
    pub somme: bool,
}

/// A form.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    pub id: String,
    pub version: u32,
    pub titre: Texts,
    pub role: String,
    pub moment: String,
    pub adresse: String,
    pub age_minimum: Option<u32>,
    pub questions: Vec<String>,
}

/// The draft as the text of a definition file.
pub(super) fn text(locale: &Locale, draft: &Draft, files: &str) -> String {
    let mut text = String::new();
    comment(&mut text, &locale.tell("xlsform-file-from", &[("files", files.into())]));
    text += "\n[referentiel]\n";
    for (key, value) in &draft.head {
        line(&mut text, key, value);
    }
    for (table, title, rows) in [
        ("registre", "xlsform-file-registres", &draft.registres),
        ("critere", "xlsform-file-criteres", &draft.criteres),
        ("indicateur", "xlsform-file-indicateurs", &draft.indicateurs),
    ] {
        heading(&mut text, locale, title, rows.is_empty());
        for row in rows {
            _ = write!(text, "\n[[{table}]]\n");
            for (key, value) in row {
                line(&mut text, key, value);
            }
        }
    }
    heading(&mut text, locale, "xlsform-file-echelles", draft.scales.is_empty());
    for (id, choices) in &draft.scales {
        text += "\n[[echelle]]\n";
        line(&mut text, "id", &quoted(id));
        offered(&mut text, choices);
    }
    heading(&mut text, locale, "xlsform-file-questions", draft.questions.is_empty());
    for question in &draft.questions {
        asked(&mut text, locale, question);
    }
    heading(&mut text, locale, "xlsform-file-forms", draft.forms.is_empty());
    for form in &draft.forms {
        text += "\n[[questionnaire]]\n";
        line(&mut text, "id", &quoted(&form.id));
        line(&mut text, "version", &form.version.to_string());
        said(&mut text, "titre", &form.titre);
        line(&mut text, "role", &quoted(&form.role));
        line(&mut text, "moment", &quoted(&form.moment));
        line(&mut text, "adresse", &quoted(&form.adresse));
        if let Some(age) = form.age_minimum {
            line(&mut text, "age_minimum", &age.to_string());
        }
        line(&mut text, "questions", &list(&form.questions));
    }
    text
}

fn asked(text: &mut String, locale: &Locale, question: &Question) {
    text.push('\n');
    if !question.was.is_empty() {
        let was = [("name", question.was.as_str().into())];
        comment(text, &locale.tell("xlsform-file-was", &was));
    }
    *text += "[[question]]\n";
    line(text, "name", &quoted(&question.name));
    let scale = question.scale.as_ref().map_or(String::new(), |scale| format!(" {scale}"));
    line(text, "type", &quoted(&format!("{}{scale}", question.kind)));
    said(text, "label", &question.label);
    said(text, "hint", &question.hint);
    said(text, "reformulation", &question.reformulation);
    for (key, condition, message) in [
        ("relevant", &question.relevant, None),
        ("constraint", &question.constraint, Some(&question.constraint_message)),
        ("attention", &question.attention, Some(&question.attention_message)),
    ] {
        if !condition.is_empty() {
            line(text, key, &quoted(condition));
        }
        if let Some(message) = message {
            said(text, &format!("{key}_message"), message);
        }
    }
    match &question.nc {
        Concern::No => {}
        Concern::Yes => line(text, "nc", "true"),
        Concern::Words(words) => said(text, "nc", words),
    }
    if question.sensible {
        line(text, "sensible", "true");
    }
    if !question.parmi.is_empty() {
        line(text, "parmi", &quoted(&question.parmi));
    }
    if question.somme {
        line(text, "somme", "true");
    }
    if question.scale.is_none() && !question.choices.is_empty() {
        offered(text, &question.choices);
    }
}

fn offered(text: &mut String, choices: &[Choice]) {
    *text += "choices = [\n";
    for choice in choices {
        let number = choice.name.parse::<u8>().is_ok_and(|n| n.to_string() == choice.name);
        let name = if number { choice.name.clone() } else { quoted(&choice.name) };
        let mut parts = vec![format!("name = {name}")];
        parts.extend(choice.exclusive.then(|| "exclusive = true".to_owned()));
        parts.extend(choice.autre.then(|| "autre = true".to_owned()));
        let labels = spoken(&choice.label);
        parts.extend(labels.map(|(code, label)| format!("label.{code} = {}", quoted(label))));
        _ = writeln!(text, "  {{ {} }},", parts.join(", "));
    }
    *text += "]\n";
}

/// French first, then the others by code.
fn spoken(texts: &Texts) -> impl Iterator<Item = (&String, &String)> {
    let is_french = |(code, _): &(&String, &String)| code.as_str() == "fr";
    texts.iter().filter(is_french).chain(texts.iter().filter(move |text| !is_french(text)))
}

fn said(text: &mut String, key: &str, texts: &Texts) {
    for (code, said) in spoken(texts) {
        line(text, &format!("{key}.{code}"), &quoted(said));
    }
}

fn line(text: &mut String, key: &str, value: &str) {
    _ = writeln!(text, "{key} = {value}");
}

fn comment(text: &mut String, words: &str) {
    for line in words.lines() {
        _ = writeln!(text, "# {line}");
    }
}

/// A part of the file begins; one without anything does not.
fn heading(text: &mut String, locale: &Locale, title: &str, is_empty: bool) {
    if !is_empty {
        let rule = "-".repeat(99);
        _ = write!(text, "\n# {rule}\n# {}\n# {rule}\n", locale.say(title));
    }
}

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    let inside: String = text
        .chars()
        .filter(|sign| !sign.is_control())
        .flat_map(|sign| match sign {
            '"' | '\\' => vec!['\\', sign],
            other => vec![other],
        })
        .collect();
    format!("\"{inside}\"")
}

/// Texts as a list; long ones take several lines.
pub(super) fn list(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    let line = quoted.join(", ");
    if line.len() <= 100 {
        return format!("[{line}]");
    }
    let mut lines = vec![String::from(" ")];
    for text in quoted {
        let last = lines.last_mut().expect("there is always one");
        if last.len() + text.len() > 105 && last.len() > 1 {
            lines.push(format!("  {text},"));
        } else {
            _ = write!(last, " {text},");
        }
    }
    format!("[\n{}\n]", lines.join("\n"))
}
