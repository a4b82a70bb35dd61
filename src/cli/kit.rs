//! `recueil kit TABLE --to DIR`: what the city hands to each structure, a folder each, so that nobody
//! there has anything to type.
//! Never a private key, and never over a folder that is there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Exit;
use super::dossier::{Dossier, real};
use super::export::refusal;
use super::init::{Answers, one_line, referentiels, said, text};
use crate::app::{City, Settings, paragraphs};
use crate::locale::Locale;
use crate::questionnaire::{Library, Source};
use crate::report::wrap;
use crate::store::names::{QUESTIONNAIRES, SETTINGS};
use crate::store::{Outgoing, Present, RealDisk};
use crate::value::{Date, read_day};

/// What the names of the columns of public keys begin with: `cle_structure` is the key «structure».
const KEY: &str = "cle_";

/// The page for the structure.
const READ_ME: &str = "LISEZMOI.txt";

/// What is said before the questions, to be read by everybody.
const NOTICE: &str = "notice.txt";

/// The form whose notice is the usual one.
const USUAL: &str = "com-court";

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Kit {
    /// The table of the structures.
    pub table: PathBuf,
    pub to: PathBuf,
    /// The day on which they are to send, as it was written.
    pub due: Option<String>,
}

/// A structure of the table.
struct Line {
    answers: Answers,
    /// Public keys, by name.
    keys: Vec<(String, String)>,
}

pub(super) fn kit(locale: &Locale, dossier: &Dossier, settings: &Settings, asked: &Kit) -> Exit {
    match made(locale, dossier, settings, asked) {
        Ok(()) => Exit::Done,
        Err(messages) => {
            for message in messages {
                eprintln!("{message}");
            }
            Exit::Failed
        }
    }
}

fn made(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    asked: &Kit,
) -> Result<(), Vec<String>> {
    let alone = |message: String| vec![message];
    let due = match asked.due.as_deref().map(|written| (written, read_day(written))) {
        Some((written, None)) => {
            return Err(alone(locale.tell("kit-day", &[("day", written.into())])));
        }
        Some((_, day)) => day,
        None => settings.city.due,
    };
    let library = Library::load(dossier.questionnaires());
    let lines = lines(locale, &library, &asked.table)?;
    let place = real(&asked.to);
    let outgoing = Outgoing::begin(&RealDisk, &place, &real(&dossier.data()), Present::Kept)
        .map_err(|fault| alone(refusal(locale, &fault)))?;
    let mut folders = BTreeSet::new();
    for line in &lines {
        let folder = folder(&line.answers, &mut folders);
        let settings_text = settings_of(locale, &library, settings, line, due)
            .map_err(|message| alone(format!("{} : {message}", line.answers.structure)))?;
        let mut files = vec![
            (SETTINGS.to_owned(), settings_text),
            (READ_ME.to_owned(), read_me(locale, settings, line, due)),
        ];
        files.extend(notice(locale, &library, line).map(|text| (NOTICE.to_owned(), text)));
        for file in dossier.questionnaires() {
            let name = Path::new(&file.name).file_name().unwrap_or_default();
            let name = format!("{QUESTIONNAIRES}/{}", name.to_string_lossy());
            if let Ok(source) = file.read() {
                files.push((name, source.text));
            }
        }
        for (name, text) in &files {
            let written = outgoing.write(&format!("{folder}/{name}"), text.as_bytes());
            written.map_err(|fault| alone(locale.fault(&fault)))?;
        }
    }
    outgoing.finish().map_err(|fault| alone(locale.fault(&fault)))?;
    let path = place.display().to_string();
    let arguments = [("count", lines.len().into()), ("path", path.into())];
    println!("{}", locale.tell("kit-done", &arguments));
    if settings.city.key.is_none() {
        println!("{}", locale.say("kit-no-key"));
    }
    Ok(())
}

/// The structures of a table, or all that is wrong with it.
fn lines(locale: &Locale, library: &Library, table: &Path) -> Result<Vec<Line>, Vec<String>> {
    let file = table.display().to_string();
    let text = std::fs::read_to_string(table).map_err(|error| {
        let reason = locale.tell("reason-other", &[("system", error.to_string().into())]);
        vec![
            locale.tell("fault-read", &[("path", file.as_str().into()), ("reason", reason.into())]),
        ]
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next().unwrap_or_default();
    let separator = if head.contains(';') { b';' } else { b',' };
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let names: Vec<String> = match rows.headers() {
        Ok(names) => names.iter().map(str::to_lowercase).collect(),
        Err(_) => Vec::new(),
    };
    for needed in ["structure", "contact"] {
        if !names.iter().any(|name| name == needed) {
            let arguments = [("column", needed.into())];
            return Err(vec![format!("{file}:1:1: {}", locale.tell("kit-column", &arguments))]);
        }
    }
    let (mut lines, mut wrong) = (Vec::new(), Vec::new());
    for (number, row) in (2..).zip(rows.records()) {
        let Ok(row) = row else {
            wrong.push(format!("{file}:{number}:1: {}", locale.say("kit-line")));
            continue;
        };
        let cell = |name: &str| {
            let at = names.iter().position(|known| known == name);
            at.and_then(|at| row.get(at)).unwrap_or_default()
        };
        let line = || {
            let keys = names.iter().filter_map(|name| {
                let key = name.strip_prefix(KEY)?;
                Some((key.to_owned(), cell(name).to_owned())).filter(|(_, it)| !it.is_empty())
            });
            Ok::<_, String>(Line {
                answers: Answers {
                    structure: said(locale, cell("structure"))?,
                    contact: said(locale, cell("contact"))?,
                    site: one_line(locale, cell("site"))?,
                    referentiels: referentiels(locale, library, cell("referentiels"))?,
                    lang: locale.language().to_owned(),
                },
                keys: keys.collect(),
            })
        };
        match line() {
            Ok(line) => lines.push(line),
            Err(message) => wrong.push(format!("{file}:{number}:1: {message}")),
        }
    }
    if lines.is_empty() && wrong.is_empty() {
        wrong.push(format!("{file}:1:1: {}", locale.say("kit-nobody")));
    }
    if wrong.is_empty() { Ok(lines) } else { Err(wrong) }
}

/// The name of a folder: the structure and its place, in letters that every disk takes.
fn folder(answers: &Answers, taken: &mut BTreeSet<String>) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        c if c.is_ascii_alphanumeric() => c,
        _ => ' ',
    };
    let words = format!("{} {}", answers.structure, answers.site).to_lowercase();
    let words: String = words.chars().map(plain).collect();
    let name = words.split_whitespace().collect::<Vec<_>>().join("-");
    let name = if name.is_empty() { "structure".to_owned() } else { name };
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    names.find(|name| taken.insert(name.clone())).unwrap_or(name)
}

/// The settings of a structure; why they cannot be read again, in words.
fn settings_of(
    locale: &Locale,
    library: &Library,
    city: &Settings,
    line: &Line,
    due: Option<Date>,
) -> Result<String, String> {
    let quoted = |text: &str| toml_edit::Value::from(text).to_string();
    let mut made = text(locale, library, &line.answers);
    let key = city.city.key.as_ref().map(|key| format!("cle = {}\n", quoted(key.text())));
    let due = due.map(|day| format!("envoi = {}\n", quoted(&day.to_string())));
    if key.is_some() || due.is_some() {
        made += &format!("\n# {}\n[{}]\n", locale.say("kit-settings-city"), City::TABLE);
        made.extend(key.into_iter().chain(due));
    }
    if !line.keys.is_empty() {
        made += &format!("\n# {}\n[cles]\n", locale.say("kit-settings-keys"));
        made.extend(line.keys.iter().map(|(name, key)| format!("{name} = {}\n", quoted(key))));
    }
    let source = Source { name: SETTINGS.to_owned(), text: made.clone() };
    match Settings::read(source) {
        Ok(_) => Ok(made),
        Err(problems) => {
            let told = problems.iter().map(|problem| locale.diagnostic(problem, false));
            Err(told.collect::<Vec<_>>().join("\n"))
        }
    }
}

/// What the structure reads first.
fn read_me(locale: &Locale, city: &Settings, line: &Line, due: Option<Date>) -> String {
    let Answers { structure, site, .. } = &line.answers;
    let named = [structure.as_str(), site].into_iter().filter(|name| !name.is_empty());
    let who = named.collect::<Vec<_>>().join(", ");
    let mut paragraphs = vec![
        locale.tell("kit-read-title", &[("who", who.into())]),
        locale.say("kit-read-start"),
        locale.say("kit-read-nothing"),
        locale.say("kit-read-notice"),
    ];
    if let Some(due) = due {
        paragraphs.push(locale.tell("kit-read-due", &[("day", locale.date(due).into())]));
    }
    let id = if city.city.key.is_some() { "kit-read-sealed" } else { "kit-read-open" };
    paragraphs.push(locale.say(id));
    if !city.contact.trim().is_empty() {
        let contact = city.contact.as_str();
        paragraphs.push(locale.tell("kit-read-contact", &[("contact", contact.into())]));
    }
    let wrapped = paragraphs.iter().map(|words| wrap(words, "", "").join("\n"));
    wrapped.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// What is said before the questions, in the name of the structure.
fn notice(locale: &Locale, library: &Library, line: &Line) -> Option<String> {
    let form = library.form(USUAL)?;
    let Answers { structure, contact, .. } = &line.answers;
    let arguments = [
        ("structure", structure.as_str().into()),
        ("contact", contact.as_str().into()),
        ("questions", form.counted().into()),
    ];
    let ids = paragraphs(&form).iter();
    let words = ids.map(|id| wrap(&locale.tell(id, &arguments), "", "").join("\n"));
    Some(words.collect::<Vec<_>>().join("\n\n") + "\n")
}
