//! `recueil init`: the settings of a new dossier, asked one by one or given by flags.
//! Never replaces settings unasked, and never a questionnaire that is there already.

use std::io::{IsTerminal, stderr, stdin};
use std::path::{Path, PathBuf};

use dialoguer::Input;
use toml_edit::{Array, Value};

use super::Exit;
use super::arguments::Existing;
use super::dossier::{definitions, read};
use super::rights::is_yes;
use crate::app::Retention;
use crate::locale::{Locale, shown};
use crate::questionnaire::{File, Library, Source, nearest};
use crate::record::LONGEST_WORDS;
use crate::store::names::{QUESTIONNAIRES, SETTINGS};
use crate::store::{Fault, create_private, replace};

/// What was given on the command line; the rest is asked.
#[derive(Clone, Debug)]
pub(super) struct Init {
    pub folder: Option<PathBuf>,
    pub structure: Option<String>,
    pub contact: Option<String>,
    pub site: Option<String>,
    /// Ids parted by commas or blanks; none of them for all.
    pub referentiels: Option<String>,
    /// The language, where one was named.
    pub lang: Option<String>,
    pub questionnaires: Questionnaires,
    /// A folder prepared by the city, which says all of it.
    pub kit: Option<PathBuf>,
    pub existing: Existing,
}

/// What becomes of the questionnaires built into the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Questionnaires {
    /// They stay there.
    BuiltIn,
    /// They are copied into the dossier, to be changed.
    Copied,
}

/// What the file will say.
pub(super) struct Answers {
    pub structure: String,
    pub contact: String,
    pub site: String,
    pub referentiels: Vec<String>,
    pub lang: String,
}

/// Why there are no answers.
enum Stop {
    /// What was given or left out, in words.
    Told(String),
    /// The dialogue was left, or the terminal does not answer.
    Left(dialoguer::Error),
}

impl From<dialoguer::Error> for Stop {
    fn from(error: dialoguer::Error) -> Self {
        Self::Left(error)
    }
}

/// Makes a dossier in the folder named, else in the current one.
pub(super) fn init(locale: &Locale, dossier: Option<PathBuf>, asked: &Init) -> Exit {
    let folder = asked.folder.clone().or(dossier).unwrap_or_else(|| PathBuf::from("."));
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let folder: PathBuf = folder.components().collect();
    let path = folder.join(SETTINGS);
    if let Some(kit) = &asked.kit {
        return from_kit(locale, kit, &folder, asked.existing);
    }
    let library = Library::load(definitions(&folder.join(QUESTIONNAIRES)));
    let written = answers(locale, &library, &path, asked).map(|answers| {
        let text = text(locale, &library, &answers);
        let written =
            if path.exists() { replace(&path, &text) } else { create_private(&path, &text) };
        written.and_then(|()| match asked.questionnaires {
            Questionnaires::BuiltIn => Ok(Vec::new()),
            Questionnaires::Copied => copy(locale, &folder.join(QUESTIONNAIRES)),
        })
    });
    match written {
        Ok(Ok(copied)) => {
            let shown = |path: &Path| path.display().to_string();
            println!("{}", locale.tell("init-written", &[("path", shown(&path).into())]));
            for line in &copied {
                println!("{line}");
            }
            println!("{}", locale.tell("init-next", &[("folder", shown(&folder).into())]));
            Exit::Done
        }
        Ok(Err(fault)) => {
            eprintln!("{}", locale.fault(&fault));
            Exit::Failed
        }
        Err(Stop::Told(message)) => {
            eprintln!("{message}");
            Exit::Failed
        }
        Err(Stop::Left(dialoguer::Error::IO(error))) => super::terminal_failed(locale, &error),
    }
}

/// Makes a dossier of what the city prepared: its settings and its questionnaires. Nobody is asked.
fn from_kit(locale: &Locale, kit: &Path, folder: &Path, existing: Existing) -> Exit {
    let shown = |path: &Path| path.display().to_string();
    let path = folder.join(SETTINGS);
    if existing == Existing::Keep && path.exists() {
        let arguments = [("path", shown(&path).into())];
        eprintln!("{}", locale.tell("init-exists-force", &arguments));
        return Exit::Failed;
    }
    let pieces = std::iter::once(read(&kit.join(SETTINGS)))
        .chain(definitions(&kit.join(QUESTIONNAIRES)))
        .map(File::read);
    let sources: Vec<Source> = match pieces.collect() {
        Ok(sources) => sources,
        Err(problem) => {
            super::tell_problem(locale, &problem);
            return Exit::Failed;
        }
    };
    let name = |source: &Source| Path::new(&source.name).file_name().map(PathBuf::from);
    for (place, source) in sources.iter().enumerate() {
        let name = name(source).unwrap_or_default();
        let to = if place == 0 { path.clone() } else { folder.join(QUESTIONNAIRES).join(name) };
        let written = if to.exists() {
            replace(&to, &source.text)
        } else {
            create_private(&to, &source.text)
        };
        if let Err(fault) = written {
            eprintln!("{}", locale.fault(&fault));
            return Exit::Failed;
        }
    }
    println!("{}", locale.tell("init-written", &[("path", shown(&path).into())]));
    println!("{}", locale.tell("init-next", &[("folder", shown(folder).into())]));
    Exit::Done
}

/// The answers: those given, and those asked for where a person is there to answer.
fn answers(locale: &Locale, library: &Library, path: &Path, asked: &Init) -> Result<Answers, Stop> {
    let person = stdin().is_terminal() && stderr().is_terminal();
    if asked.existing == Existing::Keep && path.exists() {
        let shown = path.display().to_string();
        let arguments = [("path", shown.into())];
        let agreed = person && {
            eprintln!("{}", locale.tell("init-exists", &arguments));
            let prompt = locale.say("init-replace");
            is_yes(&Input::<String>::new().with_prompt(prompt).allow_empty(true).interact_text()?)
        };
        if !agreed {
            let id = if person { "init-kept" } else { "init-exists-force" };
            return Err(Stop::Told(locale.tell(id, &arguments)));
        }
    }
    let needed = [("--structure", &asked.structure), ("--contact", &asked.contact)];
    let missing = needed.iter().filter(|(_, given)| given.is_none()).map(|(flag, _)| *flag);
    let missing: Vec<&str> = missing.collect();
    if !person && !missing.is_empty() {
        let arguments = [("flags", missing.join(", ").into())];
        return Err(Stop::Told(locale.tell("init-missing", &arguments)));
    }
    let ask = Ask { locale, person };
    let said = |text: &str| said(locale, text);
    let place = |text: &str| one_line(locale, text);
    let structure = ask.words("structure", "prompt-structure", asked.structure.as_deref(), said)?;
    let contact = ask.words("contact", "prompt-contact", asked.contact.as_deref(), said)?;
    let site = ask.words("site", "init-ask-site", asked.site.as_deref(), place)?;
    if person && asked.referentiels.is_none() {
        for head in library.heads() {
            eprintln!("  {} : {}", head.id, head.titre);
        }
    }
    let known = |text: &str| referentiels(locale, library, text);
    let referentiels =
        ask.words("referentiels", "init-ask-referentiels", asked.referentiels.as_deref(), known)?;
    let lang = match &asked.lang {
        Some(lang) => lang.clone(),
        None if !person => locale.language().to_owned(),
        None => ask.words("lang", "init-ask-lang", None, |text| language(locale, text))?,
    };
    Ok(Answers { structure, contact, site, referentiels, lang })
}

/// Who asks, and whether there is a person to answer.
struct Ask<'a> {
    locale: &'a Locale,
    person: bool,
}

impl Ask<'_> {
    /// What was given for a flag, else what the person answers; nothing where nobody is there. What
    /// does not do is told: to the person, who answers again, or with the name of the flag.
    fn words<T>(
        &self,
        flag: &str,
        question: &str,
        given: Option<&str>,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Stop> {
        let wrong = |message: String| {
            let arguments = [("flag", flag.into()), ("message", message.into())];
            Stop::Told(self.locale.tell("init-wrong", &arguments))
        };
        if let Some(given) = given {
            return read(given).map_err(wrong);
        }
        if !self.person {
            return read("").map_err(wrong);
        }
        let (codes, code) = (Locale::codes_said(), self.locale.language());
        let arguments = [("codes", codes.into()), ("code", code.into())];
        let input = Input::<String>::new().with_prompt(self.locale.tell(question, &arguments));
        // What was wrong may quote what was typed, or a file.
        let told = |message: String| shown(&message).into_owned();
        let check = |text: &String| read(text).map(drop).map_err(told);
        let text = input.allow_empty(true).validate_with(check).interact_text()?;
        read(&text).map_err(wrong)
    }
}

/// Words on one line that a cell can hold; there may be none.
pub(super) fn one_line(locale: &Locale, text: &str) -> Result<String, String> {
    let words = text.replace(char::is_control, " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() > LONGEST_WORDS {
        return Err(locale.tell("init-long", &[("most", LONGEST_WORDS.into())]));
    }
    Ok(words)
}

/// The same, which must say something.
pub(super) fn said(locale: &Locale, text: &str) -> Result<String, String> {
    let words = one_line(locale, text)?;
    if words.is_empty() { Err(locale.say("init-empty")) } else { Ok(words) }
}

/// Ids of référentiels, in the order given, each once.
pub(super) fn referentiels(
    locale: &Locale,
    library: &Library,
    text: &str,
) -> Result<Vec<String>, String> {
    let mut ids: Vec<String> = Vec::new();
    let words = text.split(|c: char| c == ',' || c == ';' || c.is_whitespace());
    for id in words.filter(|id| !id.is_empty()) {
        if !library.knows(id) {
            let unknown = locale.tell("cli-ref-unknown", &[("name", id.into())]);
            let near = nearest(id, library.heads().map(|head| head.id.as_str()));
            return Err(match near {
                Some(near) => {
                    let near = locale.tell("cli-did-you-mean", &[("name", near.into())]);
                    format!("{unknown} {near}")
                }
                None => unknown,
            });
        }
        if ids.iter().all(|known| known != id) {
            ids.push(id.to_owned());
        }
    }
    Ok(ids)
}

/// The code of a language of the program; that of the dialogue where nothing is said.
fn language(locale: &Locale, text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Ok(locale.language().to_owned()),
        code if Locale::codes().any(|known| known == code) => Ok(code.to_owned()),
        other => {
            let arguments = [("lang", other.into()), ("codes", Locale::codes_said().into())];
            Err(locale.tell("cli-lang-unknown", &arguments))
        }
    }
}

/// The file: each key under what it is for, those that are not used yet as comments.
pub(super) fn text(locale: &Locale, library: &Library, answers: &Answers) -> String {
    let ids: Vec<&str> = library.heads().map(|head| head.id.as_str()).collect();
    let words = |text: &str| Value::from(text).to_string();
    let list = |ids: &[String]| Value::from(ids.iter().collect::<Array>()).to_string();
    // What was not said stands as an example that is not read.
    let or_example = |key: &str, value: Option<String>, example: &str| match value {
        Some(value) => format!("{key} = {value}"),
        None => format!("# {key} = {example}"),
    };
    let site = (!answers.site.is_empty()).then(|| words(&answers.site));
    let used = (!answers.referentiels.is_empty()).then(|| list(&answers.referentiels));
    // To be completed: as it stands, neither line opens anything.
    let day = locale.say("locked-day");
    let locked = |table: &str, value: &str| format!("# [{table}]\n# upc = \"{value}\"");
    let ids = ids.join(", ");
    let screen = "# [ecran]\n# theme = \"contraste\"\n# ascii = true";
    let parts = [
        ("init-file", String::new()),
        ("init-structure", format!("structure = {}", words(&answers.structure))),
        ("init-contact", format!("contact = {}", words(&answers.contact))),
        ("init-site", or_example("site", site, "\"Bellevue\"")),
        ("init-lang", format!("lang = {}", words(&answers.lang))),
        ("init-referentiels", or_example("referentiels", used, "[\"flsm\", \"commun\"]")),
        ("init-parents", "autorisation_parentale = false".to_owned()),
        ("init-screen", screen.to_owned()),
        ("init-aipd", locked("aipd", &day)),
        ("init-clear", locked("en_clair", "")),
        ("init-retention", retention()),
    ];
    let parts = parts.map(|(id, lines)| {
        let arguments = [("ids", ids.as_str().into()), ("codes", Locale::codes_said().into())];
        let comment = locale.tell(id, &arguments);
        let comment = textwrap::wrap(&comment, 98).join("\n# ");
        format!("# {comment}\n{lines}").trim_end().to_owned() + "\n"
    });
    parts.join("\n")
}

/// How long things are kept, as it is without a word about it: an example that is not read.
fn retention() -> String {
    let Retention { codes, rows, trials, drafts } = Retention::default();
    format!(
        "# [{}]\n# codes = {codes}\n# reponses = {rows}\n# essais = {trials}\n\
         # brouillons = {drafts}",
        Retention::TABLE
    )
}

/// Copies the built-in files into a folder; says how many, and which stay as they are there.
fn copy(locale: &Locale, folder: &Path) -> Result<Vec<String>, Fault> {
    let mut kept = Vec::new();
    let mut copied = 0;
    for (source, _) in Library::load(Vec::new()).sources() {
        let path = folder.join(&source.name);
        if path.exists() {
            kept.push(source.name.clone());
        } else {
            create_private(&path, &source.text)?;
            copied += 1;
        }
    }
    let folder = folder.display().to_string();
    let arguments = [("count", copied.into()), ("folder", folder.into())];
    let mut lines = vec![locale.tell("init-copied", &arguments)];
    if !kept.is_empty() {
        lines.push(locale.tell("init-left", &[("names", kept.join(", ").into())]));
    }
    Ok(lines)
}
