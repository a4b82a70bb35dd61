//! What the arguments ask for, in the language of the person.
//! Never acts on them, and never says what can be asked: `commands` does.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Error as Mistake};

use super::Exit;
use super::access::Shown as Told;
use super::atelier::{Meeting, Wanted as AtTable};
use super::check::{Checking, Format};
use super::commands::command;
use super::completions::Shell;
use super::correct::{Correction, Which};
use super::dossier::Dossier;
use super::export::{Exporting, Wanted as Rows};
use super::gather::{Gather, Settling};
use super::import::Importing;
use super::init::{Init, Questionnaires};
use super::kiosk::{Guarded, Kiosk, Task, Who};
use super::kit::Kit;
use super::mirror::Mirrored;
use super::mistaken::tell;
use super::open::{After, Open};
use super::relay::Relay;
use super::report::{Report, ReportAs, Telling};
use super::rights::Consent;
use super::send::Send;
use super::simulate::{Simulation, Target};
use super::voice::record::Recorded;
use super::withdraw::Person;
use super::xlsform::{Forms, XLSFORM};
use crate::analysis::report::{Audience, Trials};
use crate::analysis::texts::Reading;
use crate::app::{Looks, Shade, Signs, Size};
use crate::exchange::{Engine, Format as Program, Scope};
use crate::locale::Locale;
use crate::record::People;
use crate::report::{Deck, Sides};
use crate::store::Present;

/// As many blank cards as are printed where nobody says how many.
const BLANK_CARDS: u32 = 4;

/// What the program was asked.
#[derive(Debug)]
pub(super) struct Request {
    pub asked: Asked,
    /// The dossier named on the command line or in the environment.
    pub dossier: Option<PathBuf>,
    /// Are plain lines asked for?
    pub plain: bool,
    /// How the full screen is to look, as far as it was said.
    pub looks: Looks,
    /// The words of the language asked for; French where none was.
    locale: Locale,
    /// Was a language asked for, on the command line or in the environment?
    named: bool,
}

/// The command.
#[derive(Debug)]
pub(super) enum Asked {
    /// The home screen.
    Home,
    /// One form, on the screen or from a file, which a second typing must agree with.
    Collect { form: Option<String>, answers: Option<PathBuf>, verify: Option<PathBuf> },
    /// A séance, with one form where it is named.
    Seance { form: Option<String> },
    /// Problems of definition files.
    Check(Checking),
    /// A référentiel from nothing, by id.
    New(String),
    /// A référentiel around a table.
    Atelier(Meeting),
    /// What changed between two versions of definition files.
    Diff { old: PathBuf, new: PathBuf },
    /// A référentiel, or the table of forms.
    Show(Shown),
    /// The settings of a new dossier.
    Init(Init),
    /// Invented rows of a form.
    Simulate(Simulation),
    /// What the rows say.
    Report(Report),
    /// What a group is shown of its answers.
    Mirror(Mirrored),
    /// A row, corrected on the screen.
    Correct(Correction),
    /// Somebody's rows, withdrawn.
    Withdraw(Person, Consent),
    /// What is recorded of whoever has this code.
    Access(String, Told),
    /// The codes of a cycle, replaced.
    Close(String, Consent),
    /// What was kept long enough, taken away.
    Purge(Consent),
    /// Many stations into one set.
    Gather(Gather),
    /// The rows, for other programs.
    Export(Exporting),
    /// Forms, as workbooks for other programs.
    ExportForms(Forms),
    /// What other programs wrote: forms, or activities.
    Import(Importing),
    /// The dossier copied to another disk.
    Copy { to: PathBuf },
    /// The questions of a form, read aloud into files.
    RecordVoice(String, Recorded),
    /// The keys that rows are sealed to.
    Keys { into: PathBuf },
    /// What goes to the city.
    Send(Send),
    /// What comes from it: a folder for each structure.
    Kit(Kit),
    /// What the next volunteer must know.
    Relay(Relay),
    /// Sealed rows, opened.
    Open(Open),
    /// What a shell needs to complete the commands.
    Completions(Shell),
    /// The page of the manual of a command, or of the program.
    Manual(Option<String>),
    /// One person after another, alone at this computer.
    Kiosk(Kiosk),
    /// Paper sheets of a form, or the page for who reads it aloud.
    Sheets { form: String, wanted: Wanted, file: Option<PathBuf>, existing: Existing },
}

/// What is shown, and where.
#[derive(Debug)]
pub(super) enum Shown {
    /// The table of all forms, for people.
    Forms,
    /// The table of all forms, in Markdown.
    Markdown,
    /// A référentiel, as plain lines.
    Referentiel(String),
    /// A référentiel, as a page.
    Page { id: String, file: PathBuf, existing: Existing },
}

/// What is printed of a form.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wanted {
    /// Sheets to fill in: how many, the number of the first, and on which sides of the paper.
    Sheets { count: u32, first: u32, sides: Sides },
    /// The page for who reads the questions aloud.
    Aloud,
}

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Existing {
    /// It is left as it is.
    Keep,
    /// It is replaced.
    Replace,
}

impl Request {
    /// The words of the language asked for, else of the settings, else French.
    pub fn locale(self, setting: &str) -> Locale {
        if self.named || setting.is_empty() || setting == self.locale.language() {
            self.locale
        } else {
            Locale::new(setting)
        }
    }
}

/// Reads the arguments; help, version and mistakes are told here, and end the program.
pub(super) fn read(arguments: &[OsString]) -> Result<Request, Exit> {
    let lang = wanted_language(arguments);
    let locale = Locale::new(lang.as_deref().unwrap_or_default());
    if let Some(lang) = lang.as_deref().filter(|lang| Locale::codes().all(|code| code != *lang)) {
        let arguments = [("lang", lang.into()), ("codes", Locale::codes_said().into())];
        eprintln!("{}", locale.tell("cli-lang-unknown", &arguments));
        return Err(Exit::Failed);
    }
    let matches = match command(&locale).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let locale = spoken(locale, lang.as_deref(), arguments);
            let error = command(&locale).try_get_matches_from(arguments).err().unwrap_or(error);
            return Err(tell(&locale, &error));
        }
    };
    let asked = match matches.subcommand() {
        Some(("collect", matches)) => Asked::Collect {
            form: matches.get_one::<String>("FORM").cloned(),
            answers: matches.get_one::<PathBuf>("answers").cloned(),
            verify: matches.get_one::<PathBuf>("verify").cloned(),
        },
        Some(("seance", matches)) => {
            Asked::Seance { form: matches.get_one::<String>("FORM").cloned() }
        }
        Some(("check", matches)) => {
            let paths = matches.get_many::<PathBuf>("PATH");
            Asked::Check(Checking {
                paths: paths.into_iter().flatten().cloned().collect(),
                against: matches.get_one::<PathBuf>("against").cloned(),
                format: match matches.get_one::<String>("format").map(String::as_str) {
                    Some("json") => Format::Json,
                    _ => Format::Text,
                },
            })
        }
        Some(("diff", matches)) => {
            let path = |name| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
            Asked::Diff { old: path("OLD"), new: path("NEW") }
        }
        Some(("new", matches)) => {
            Asked::New(matches.get_one::<String>("REF").cloned().unwrap_or_default())
        }
        Some(("atelier", matches)) => Asked::Atelier(meeting(matches)),
        Some(("show", matches)) => Asked::Show(shown(matches)),
        Some(("sheets", matches)) => sheets(matches),
        Some(("init", matches)) => Asked::Init(init(matches, lang.clone())),
        Some(("gather", matches)) => Asked::Gather(gather(matches)),
        Some(("export", matches)) => match exporting(matches) {
            Some(asked) => asked,
            None => return Err(tell(&spoken(locale, lang.as_deref(), arguments), &no_scope())),
        },
        Some(("kit", matches)) => Asked::Kit(Kit {
            table: matches.get_one::<PathBuf>("FILE").cloned().unwrap_or_default(),
            to: matches.get_one::<PathBuf>("to").cloned().unwrap_or_default(),
            due: matches.get_one::<String>("due").cloned(),
        }),
        Some(("relay", matches)) => Asked::Relay(Relay {
            html: matches.get_one::<PathBuf>("html").cloned(),
            existing: existing(matches),
        }),
        Some(("import", matches)) => Asked::Import(Importing {
            files: matches.get_many::<PathBuf>("FILE").into_iter().flatten().cloned().collect(),
            into: matches.get_one::<PathBuf>("into").cloned(),
            existing: existing(matches),
            trial: matches.get_flag("essai"),
            consent: consent(matches),
        }),
        Some(("send", matches)) => Asked::Send(sending(matches)),
        Some(("copy", matches)) => {
            Asked::Copy { to: matches.get_one::<PathBuf>("to").cloned().unwrap_or_default() }
        }
        Some(("record-voice", matches)) => {
            let form = matches.get_one::<String>("FORM").cloned().unwrap_or_default();
            let again = matches.get_flag("again");
            Asked::RecordVoice(form, if again { Recorded::Again } else { Recorded::Kept })
        }
        Some(("keys", matches)) => {
            Asked::Keys { into: matches.get_one::<PathBuf>("into").cloned().unwrap_or_default() }
        }
        Some(("open", matches)) => Asked::Open(opening(matches)),
        Some(("completions", matches)) => {
            let word = matches.get_one::<String>("SHELL").map(String::as_str);
            // The arguments allow no other.
            Asked::Completions(word.and_then(Shell::from_word).unwrap_or(Shell::Bash))
        }
        Some(("manual", matches)) => Asked::Manual(matches.get_one::<String>("COMMAND").cloned()),
        Some(("kiosk", matches)) => Asked::Kiosk(kiosk(matches)),
        Some(("simulate", matches)) => Asked::Simulate(simulation(matches)),
        Some(("report", matches)) => Asked::Report(report(matches)),
        Some(("mirror", matches)) => Asked::Mirror(mirrored(matches)),
        Some(("correct", matches)) => Asked::Correct(correction(matches)),
        Some(("withdraw", matches)) => {
            let words = |name: &str| matches.get_one::<String>(name).cloned();
            let person = match words("id") {
                Some(id) => Person::Id(id),
                None => Person::Code(words("CODE").unwrap_or_default()),
            };
            Asked::Withdraw(person, consent(matches))
        }
        Some(("access", matches)) => {
            let code = matches.get_one::<String>("CODE").cloned().unwrap_or_default();
            let shown = match matches.get_one::<PathBuf>("html") {
                Some(file) => Told::Page { file: file.clone(), existing: existing(matches) },
                None => Told::Terminal,
            };
            Asked::Access(code, shown)
        }
        Some(("close", matches)) => {
            let cycle = matches.get_one::<String>("CYCLE").cloned().unwrap_or_default();
            Asked::Close(cycle, consent(matches))
        }
        Some(("purge", matches)) => Asked::Purge(consent(matches)),
        _ => Asked::Home,
    };
    let last = matches.subcommand().map_or(&matches, |(_, matches)| matches);
    let dossier = last.get_one::<PathBuf>("dossier").cloned();
    let dossier = dossier.or_else(|| set("RECUEIL_DOSSIER").map(PathBuf::from));
    let looks = match looks(last) {
        Ok(looks) => looks,
        Err(word) => {
            let words = Shade::WORDS.join(", ");
            let told = [("theme", word.into()), ("words", words.into())];
            let locale = spoken(locale, lang.as_deref(), arguments);
            eprintln!("{}", locale.tell("cli-theme-unknown", &told));
            return Err(Exit::Failed);
        }
    };
    let plain = last.get_flag("plain");
    Ok(Request { asked, dossier, plain, looks, locale, named: lang.is_some() })
}

/// How the full screen is to look, on the command line or in the environment; else the word that
/// names no theme.
fn looks(matches: &ArgMatches) -> Result<Looks, String> {
    let named = matches.get_one::<String>("theme").cloned();
    let named = named.or_else(|| Some(set("RECUEIL_THEME")?.to_string_lossy().into_owned()));
    let shade = match named {
        None => None,
        Some(word) => Some(Shade::from_word(&word).ok_or(word)?),
    };
    let wanted = set("RECUEIL_ASCII").is_some_and(|value| value != "0" && value != "false");
    let signs = (wanted || matches.get_flag("ascii")).then_some(Signs::Ascii);
    let size = matches.get_flag("large").then_some(Size::Large);
    Ok(Looks { shade, signs, size })
}

fn meeting(matches: &ArgMatches) -> Meeting {
    let file = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let wanted = match (file("cards"), file("minute")) {
        (Some(file), _) => AtTable::Cards {
            file,
            deck: match matches.get_one::<String>("per-page").map(String::as_str) {
                Some("8") => Deck::Eight,
                _ => Deck::Four,
            },
            blank: matches.get_one::<u32>("blank").copied().unwrap_or(BLANK_CARDS),
        },
        (None, Some(file)) => AtTable::Minute(file),
        (None, None) => AtTable::Walk,
    };
    let referentiel = matches.get_one::<String>("REF").cloned().unwrap_or_default();
    Meeting { referentiel, wanted, existing: existing(matches) }
}

fn shown(matches: &ArgMatches) -> Shown {
    let id = matches.get_one::<String>("REF").cloned();
    match (id, matches.get_one::<PathBuf>("html")) {
        (Some(id), Some(file)) => {
            Shown::Page { id, file: file.clone(), existing: existing(matches) }
        }
        (Some(id), None) => Shown::Referentiel(id),
        (None, _) if matches.get_flag("markdown") => Shown::Markdown,
        (None, _) => Shown::Forms,
    }
}

fn sheets(matches: &ArgMatches) -> Asked {
    let number = |name: &str, usual: u32| matches.get_one(name).copied().unwrap_or(usual);
    let wanted = if matches.get_flag("aloud") {
        Wanted::Aloud
    } else {
        let sides = if matches.get_flag("duplex") { Sides::Both } else { Sides::One };
        Wanted::Sheets { count: number("count", 1), first: number("from", 1), sides }
    };
    Asked::Sheets {
        form: matches.get_one::<String>("FORM").cloned().unwrap_or_default(),
        wanted,
        file: matches.get_one::<PathBuf>("to").cloned(),
        existing: existing(matches),
    }
}

fn opening(matches: &ArgMatches) -> Open {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    Open {
        identity: path("identity").unwrap_or_default(),
        from: matches.get_many::<PathBuf>("from").into_iter().flatten().cloned().collect(),
        into: path("into"),
        after: if matches.get_flag("remove") { After::Remove } else { After::Keep },
    }
}

fn kiosk(matches: &ArgMatches) -> Kiosk {
    let wait = matches.get_one::<u32>("staff-wait").copied().unwrap_or_default();
    let forms = matches.get_many::<String>("FORM").into_iter().flatten().cloned().collect();
    let task = if matches.get_flag("diagnose") {
        Task::Diagnose
    } else if matches.get_flag("set-code") {
        Task::SetCode
    } else if matches.contains_id("one") {
        let who = if matches.get_flag("first") { Who::Team } else { Who::Person(wait) };
        Task::One(who, matches.get_one::<u32>("one").copied())
    } else if matches.get_flag("attended") {
        Task::Serve(Guarded::BySomebody)
    } else {
        Task::Serve(Guarded::ByCode)
    };
    Kiosk { forms, task }
}

fn init(matches: &ArgMatches, lang: Option<String>) -> Init {
    let words = |name: &str| matches.get_one::<String>(name).cloned();
    Init {
        folder: matches.get_one::<PathBuf>("DIR").cloned(),
        structure: words("structure"),
        contact: words("contact"),
        site: words("site"),
        referentiels: words("referentiels"),
        lang,
        questionnaires: if matches.get_flag("with-questionnaires") {
            Questionnaires::Copied
        } else {
            Questionnaires::BuiltIn
        },
        kit: matches.get_one::<PathBuf>("kit").cloned(),
        existing: existing(matches),
    }
}

fn gather(matches: &ArgMatches) -> Gather {
    let paths = matches.get_many::<PathBuf>("SOURCE");
    let kept = matches.get_many::<String>("keep");
    Gather {
        sources: paths.into_iter().flatten().cloned().collect(),
        into: matches.get_one::<PathBuf>("into").cloned().unwrap_or_default(),
        kept: kept.into_iter().flatten().cloned().collect(),
        settling: if matches.get_flag("settle") { Settling::Asked } else { Settling::Later },
    }
}

/// What an export is asked for; nothing where it is not said how much of the rows may go.
fn exporting(matches: &ArgMatches) -> Option<Asked> {
    let words = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned();
    let word = matches.get_one::<String>("format").map(String::as_str);
    if word == Some(XLSFORM) {
        let to = matches.get_one::<PathBuf>("to").cloned().unwrap_or_default();
        return Some(Asked::ExportForms(Forms {
            to,
            named: words("FORM").collect(),
            present: present(matches),
        }));
    }
    if !matches.get_flag("complet") && !matches.get_flag("diffusion") {
        return None;
    }
    let format = word.and_then(Program::from_word);
    Some(Asked::Export(Exporting {
        // The arguments allow no other.
        format: format.unwrap_or(Program::CsvExcel),
        to: matches.get_one::<PathBuf>("to").cloned().unwrap_or_default(),
        forms: words("FORM").collect(),
        scope: if matches.get_flag("diffusion") { Scope::Diffusion } else { Scope::Complete },
        without: words("without").collect(),
        wanted: if matches.get_flag("essai") { Rows::WithTrials } else { Rows::Real },
        present: present(matches),
    }))
}

/// The mistake of an export of rows that does not say how much of them may go.
fn no_scope() -> Mistake {
    let mut mistake = Mistake::new(ErrorKind::MissingRequiredArgument);
    let needed = vec!["--complet".to_owned(), "--diffusion".to_owned()];
    mistake.insert(ContextKind::InvalidArg, ContextValue::Strings(needed));
    mistake
}

fn present(matches: &ArgMatches) -> Present {
    match existing(matches) {
        Existing::Keep => Present::Kept,
        Existing::Replace => Present::Replaced,
    }
}

fn sending(matches: &ArgMatches) -> Send {
    Send {
        to: matches.get_one::<PathBuf>("to").cloned().unwrap_or_default(),
        present: present(matches),
        consent: consent(matches),
    }
}

fn simulation(matches: &ArgMatches) -> Simulation {
    let number = |name: &str| matches.get_one::<u64>(name).copied();
    Simulation {
        form: matches.get_one::<String>("FORM").cloned().unwrap_or_default(),
        count: number("count").unwrap_or_default(),
        seed: number("seed").unwrap_or_default(),
        people: if matches.get_flag("paired") {
            People::Paired { change: matches.get_one("change").copied().unwrap_or_default() }
        } else {
            People::Apart
        },
        target: if matches.contains_id("to") { Target::Output } else { Target::Dossier },
        threads: number("threads").and_then(|threads| usize::try_from(threads).ok()),
    }
}

fn report(matches: &ArgMatches) -> Report {
    let paths = matches.get_many::<PathBuf>("PATH");
    let words = |name| matches.get_many::<String>(name).into_iter().flatten().cloned().collect();
    Report {
        paths: paths.into_iter().flatten().cloned().collect(),
        by: matches.get_one::<String>("by").cloned(),
        cross: matches.get_one::<String>("cross").cloned(),
        trials: if matches.get_flag("essai") { Trials::With } else { Trials::Out },
        telling: match ["recits", "texts", "again"].map(|name| matches.get_flag(name)) {
            [true, ..] => Telling::Stories,
            [_, true, true] => Telling::Texts(Reading::Again),
            [_, true, false] => Telling::Texts(Reading::Waiting),
            [_, false, _] => Telling::All,
        },
        audience: if matches.get_flag("diffusion") {
            Audience::Diffusion
        } else {
            Audience::Inside
        },
        forms: words("form"),
        referentiels: words("ref"),
        told: reported(matches),
        existing: existing(matches),
    }
}

/// In what form a report is wanted.
fn reported(matches: &ArgMatches) -> ReportAs {
    let file = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let engine = matches.get_one::<String>("sql").and_then(|word| Engine::from_word(word));
    match (file("html"), file("csv"), engine) {
        (Some(file), ..) => ReportAs::Page(file),
        (None, Some(file), _) => ReportAs::Figures(file),
        (None, None, Some(engine)) => ReportAs::Queries {
            engine,
            parquet: matches.get_one::<String>("parquet").cloned(),
            file: file("to"),
        },
        (None, None, None) => ReportAs::Terminal,
    }
}

fn mirrored(matches: &ArgMatches) -> Mirrored {
    let forms = matches.get_many::<String>("FORM").into_iter().flatten();
    Mirrored {
        forms: forms.cloned().collect(),
        seance: matches.get_one::<String>("seance").cloned(),
        html: matches.get_one::<PathBuf>("html").cloned(),
        existing: existing(matches),
    }
}

fn correction(matches: &ArgMatches) -> Correction {
    let words = |name: &str| matches.get_one::<String>(name).cloned();
    let row = match (words("id"), matches.get_one::<u32>("feuille")) {
        (Some(id), _) => Which::Id(id),
        (None, Some(number)) => Which::Sheet(*number),
        (None, None) => Which::Listed,
    };
    Correction { form: words("FORM"), row, day: words("jour") }
}

fn consent(matches: &ArgMatches) -> Consent {
    if matches.get_flag("oui") { Consent::Given } else { Consent::Asked }
}

fn existing(matches: &ArgMatches) -> Existing {
    if matches.get_flag("force") { Existing::Replace } else { Existing::Keep }
}

/// A variable of the environment that says something.
fn set(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The language wanted, known before the arguments are read: their help is in it.
fn wanted_language(arguments: &[OsString]) -> Option<String> {
    let named = value_of("--lang", arguments);
    named.or_else(|| set("RECUEIL_LANG").map(|lang| lang.to_string_lossy().into_owned()))
}

/// What is told instead of being done is told in the language of the settings, where none was asked
/// for: they are read for that alone, and what is wrong in them is no matter here.
fn spoken(locale: Locale, lang: Option<&str>, arguments: &[OsString]) -> Locale {
    if lang.is_some() {
        return locale;
    }
    let named = value_of("--dossier", arguments).map(OsString::from);
    let named = named.or_else(|| set("RECUEIL_DOSSIER")).map(PathBuf::from);
    Dossier::find(named).settings().map_or(locale, |settings| Locale::new(&settings.lang))
}

/// The value of an option, before it is known whether the others are understood.
fn value_of(option: &str, arguments: &[OsString]) -> Option<String> {
    let words = arguments.iter().map(|argument| argument.to_string_lossy().into_owned());
    let words: Vec<String> = words.collect();
    words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix(option) {
        Some("") => words.get(at + 1).cloned(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    })
}
