//! The arguments, and how a mistake in them is told, in the language of the person.
//! Never acts on them.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::Exit;
use super::access::Shown as Told;
use super::check::{Checking, Format};
use super::correct::{Correction, Which};
use super::gather::{Gather, Settling};
use super::init::{Init, Questionnaires};
use super::open::{After, Open};
use super::rights::Consent;
use super::simulate::{Simulation, Target};
use super::withdraw::Person;
use crate::app::{Looks, Shade, Signs};
use crate::locale::Locale;
use crate::record::People;
use crate::report::Sides;

/// What the program was asked.
#[derive(Debug)]
pub(super) struct Request {
    pub asked: Asked,
    /// The dossier named on the command line or in the environment.
    pub dossier: Option<PathBuf>,
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
    /// What changed between two versions of definition files.
    Diff { old: PathBuf, new: PathBuf },
    /// A référentiel, or the table of forms.
    Show(Shown),
    /// The settings of a new dossier.
    Init(Init),
    /// Invented rows of a form.
    Simulate(Simulation),
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
    /// The dossier copied to another disk.
    Copy { to: PathBuf },
    /// The keys that rows are sealed to.
    Keys { into: PathBuf },
    /// Sealed rows, opened.
    Open(Open),
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
pub(super) fn read(arguments: Vec<OsString>) -> Result<Request, Exit> {
    let lang = wanted_language(&arguments);
    let locale = Locale::new(lang.as_deref().unwrap_or_default());
    if let Some(lang) = lang.as_deref().filter(|lang| Locale::codes().all(|code| code != *lang)) {
        let codes: Vec<&str> = Locale::codes().collect();
        let arguments = [("lang", lang.into()), ("codes", codes.join(", ").into())];
        eprintln!("{}", locale.tell("cli-lang-unknown", &arguments));
        return Err(Exit::Failed);
    }
    let matches = match command(&locale).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return Err(tell(&locale, &error)),
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
        Some(("show", matches)) => Asked::Show(shown(matches)),
        Some(("sheets", matches)) => sheets(matches),
        Some(("init", matches)) => Asked::Init(init(matches, lang.clone())),
        Some(("gather", matches)) => Asked::Gather(gather(matches)),
        Some(("copy", matches)) => {
            Asked::Copy { to: matches.get_one::<PathBuf>("to").cloned().unwrap_or_default() }
        }
        Some(("keys", matches)) => {
            Asked::Keys { into: matches.get_one::<PathBuf>("into").cloned().unwrap_or_default() }
        }
        Some(("open", matches)) => Asked::Open(opening(matches)),
        Some(("simulate", matches)) => Asked::Simulate(simulation(matches)),
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
    let looks = looks(&locale, last)?;
    Ok(Request { asked, dossier, plain: plain(last), looks, locale, named: lang.is_some() })
}

/// How the full screen is to look, on the command line or in the environment.
fn looks(locale: &Locale, matches: &ArgMatches) -> Result<Looks, Exit> {
    let named = matches.get_one::<String>("theme").cloned();
    let named = named.or_else(|| Some(set("RECUEIL_THEME")?.to_string_lossy().into_owned()));
    let shade = match named {
        None => None,
        Some(word) => match Shade::from_word(&word) {
            Some(shade) => Some(shade),
            None => {
                let words = Shade::WORDS.join(", ");
                let arguments = [("theme", word.into()), ("words", words.into())];
                eprintln!("{}", locale.tell("cli-theme-unknown", &arguments));
                return Err(Exit::Failed);
            }
        },
    };
    let wanted = set("RECUEIL_ASCII").is_some_and(|value| value != "0" && value != "false");
    let signs = (wanted || matches.get_flag("ascii")).then_some(Signs::Ascii);
    Ok(Looks { shade, signs })
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

/// A share from 0 to 1, as people write it, in thousandths.
fn thousandths(written: &str) -> Result<u32, String> {
    let share: f64 = written.replace(',', ".").parse().map_err(|_| written.to_owned())?;
    let nearest =
        (0..=1000).find(|thousandths| (f64::from(*thousandths) - share * 1e3).abs() <= 0.5);
    nearest.ok_or_else(|| written.to_owned())
}

fn existing(matches: &ArgMatches) -> Existing {
    if matches.get_flag("force") { Existing::Replace } else { Existing::Keep }
}

fn plain(matches: &ArgMatches) -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let accessible = set("ACCESSIBLE").is_some_and(|value| value != "0" && value != "false");
    matches.get_flag("plain") || dumb || accessible
}

/// A variable of the environment that says something.
fn set(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The language wanted, known before the arguments are read: their help is in it.
fn wanted_language(arguments: &[OsString]) -> Option<String> {
    let words = arguments.iter().map(|argument| argument.to_string_lossy().into_owned());
    let words: Vec<String> = words.collect();
    let named = words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(at + 1).cloned(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    named.or_else(|| set("RECUEIL_LANG").map(|lang| lang.to_string_lossy().into_owned()))
}

fn command(locale: &Locale) -> Command {
    let say = |id: &str| locale.say(id);
    let options = say("cli-options");
    let help = || {
        Arg::new("help")
            .short('h')
            .long("help")
            .alias("aide")
            .action(ArgAction::Help)
            .help(say("cli-help"))
            .help_heading(options.clone())
    };
    let positional = |name: &'static str, id: &str| {
        Arg::new(name).help(say(id)).help_heading(say("cli-arguments"))
    };
    // Told in the order in which they are written, not by letter.
    let needed = |name: &'static str, id: &str, place: usize| {
        let path = positional(name, id).required(true).display_order(place);
        path.value_parser(value_parser!(PathBuf))
    };
    let template =
        format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}", say("cli-usage"));
    let part = |name: &'static str, id: &str| {
        Command::new(name)
            .about(say(id))
            .disable_help_flag(true)
            .help_template(template.clone())
            .next_help_heading(options.clone())
            .arg(help())
    };
    let file = |name: &'static str, id: &str| {
        Arg::new(name)
            .long(name)
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help(say(id))
    };
    let flag = |name: &'static str, id: &str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(id))
    };
    let number = |name: &'static str, id: &str| {
        Arg::new(name).value_name("N").value_parser(value_parser!(u32)).help(say(id))
    };
    let show = part("show", "cli-show")
        .alias("montrer")
        .arg(positional("REF", "cli-ref"))
        .arg(file("html", "cli-html").requires("REF"))
        .arg(flag("markdown", "cli-markdown").conflicts_with_all(["REF", "html"]))
        .arg(flag("force", "cli-force"));
    let sheets = part("sheets", "cli-sheets")
        .alias("feuilles")
        .arg(positional("FORM", "cli-sheets-form").required(true))
        .arg(number("count", "cli-count").short('n').required_unless_present("aloud"))
        .arg(number("from", "cli-from").long("from").value_name("K"))
        .arg(file("to", "cli-to"))
        .arg(flag("duplex", "cli-duplex").alias("recto-verso"))
        .arg(flag("aloud", "cli-aloud").conflicts_with_all(["count", "from", "duplex"]))
        .arg(flag("force", "cli-force"));
    let words =
        |name: &'static str, id: &str| Arg::new(name).long(name).value_name("TEXT").help(say(id));
    let init = part("init", "cli-init")
        .alias("commencer")
        .arg(positional("DIR", "cli-init-folder").value_parser(value_parser!(PathBuf)))
        .arg(words("structure", "cli-structure"))
        .arg(words("contact", "cli-contact"))
        .arg(words("site", "cli-site"))
        .arg(words("referentiels", "cli-referentiels").value_name("REF,REF…"))
        .arg(flag("with-questionnaires", "cli-with-questionnaires"))
        .arg(flag("force", "cli-init-force"));
    let long = |name: &'static str, id: &str| {
        let number = Arg::new(name).long(name).value_name("N").help(say(id));
        number.value_parser(value_parser!(u64))
    };
    let simulate = part("simulate", "cli-simulate")
        .alias("simuler")
        .arg(positional("FORM", "cli-simulate-form").required(true))
        .arg(
            Arg::new("count")
                .short('n')
                .value_name("N")
                .required(true)
                .value_parser(value_parser!(u64))
                .help(say("cli-simulate-count")),
        )
        .arg(long("seed", "cli-seed").value_name("S").required(true))
        .arg(flag("paired", "cli-paired"))
        .arg(
            Arg::new("change")
                .long("change")
                .value_name("P")
                .value_parser(thousandths)
                .requires("paired")
                .help(say("cli-change")),
        )
        .arg(
            Arg::new("to")
                .long("to")
                .value_name("-")
                .value_parser(["-"])
                .hide_possible_values(true)
                .conflicts_with("paired")
                .help(say("cli-simulate-to")),
        )
        .arg(long("threads", "cli-threads").hide(true));
    let id = || Arg::new("id").long("id").value_name("ID").help(say("cli-id"));
    let agreed = || flag("oui", "cli-oui").alias("yes");
    let correct = part("correct", "cli-correct")
        .alias("corriger")
        .arg(positional("FORM", "cli-correct-form"))
        .arg(number("feuille", "cli-feuille").long("feuille").alias("sheet"))
        .arg(id().conflicts_with("feuille"))
        .arg(Arg::new("jour").long("jour").alias("day").value_name("DATE").help(say("cli-jour")));
    let withdraw = part("withdraw", "cli-withdraw")
        .alias("retirer")
        .arg(positional("CODE", "cli-code").required_unless_present("id"))
        .arg(id().conflicts_with("CODE"))
        .arg(agreed());
    let access = part("access", "cli-access")
        .alias("consulter")
        .arg(positional("CODE", "cli-code").required(true))
        .arg(file("html", "cli-access-html"))
        .arg(flag("force", "cli-force"));
    let close = part("close", "cli-close")
        .alias("clore")
        .arg(positional("CYCLE", "cli-cycle").required(true))
        .arg(agreed());
    let purge = part("purge", "cli-purge").alias("purger").arg(agreed());
    let folder = |name: &'static str, id: &str| {
        let path = Arg::new(name).long(name).value_name("DIR").required(true).help(say(id));
        path.value_parser(value_parser!(PathBuf))
    };
    let gather = part("gather", "cli-gather")
        .alias("rassembler")
        .arg(positional("SOURCE", "cli-sources").num_args(0..).value_parser(value_parser!(PathBuf)))
        .arg(folder("into", "cli-into"))
        .arg(flag("settle", "cli-settle"))
        .arg(
            Arg::new("keep")
                .long("keep")
                .value_name("ID=VERSION")
                .action(ArgAction::Append)
                .help(say("cli-keep")),
        );
    let copy = part("copy", "cli-copy").alias("copier").arg(folder("to", "cli-copy-to"));
    let keys = part("keys", "cli-keys")
        .alias("cles")
        .arg(file("into", "cli-keys-into").value_name("DIR").alias("vers").required(true));
    let open = part("open", "cli-open")
        .alias("ouvrir")
        .arg(file("identity", "cli-identity").alias("cle").required(true))
        .arg(file("from", "cli-open-from").value_name("DIR").alias("de").num_args(1..))
        .arg(file("into", "cli-open-into").value_name("DIR").alias("vers"))
        .arg(flag("remove", "cli-remove").alias("enlever"));
    Command::new("recueil")
        .about(say("cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .help_template(template.clone())
        .subcommand_help_heading(say("cli-commands"))
        .subcommand_value_name(say("cli-commands").to_uppercase())
        .next_help_heading(options.clone())
        .arg(
            Arg::new("dossier")
                .long("dossier")
                .value_name("DIR")
                .global(true)
                .value_parser(value_parser!(PathBuf))
                .help(say("cli-dossier")),
        )
        .arg(Arg::new("lang").long("lang").value_name("fr|en").global(true).help(say("cli-lang")))
        .arg(
            Arg::new("plain")
                .long("plain")
                .global(true)
                .action(ArgAction::SetTrue)
                .help(say("cli-plain")),
        )
        .arg(
            Arg::new("theme").long("theme").value_name("THEME").global(true).help(say("cli-theme")),
        )
        .arg(
            Arg::new("ascii")
                .long("ascii")
                .global(true)
                .action(ArgAction::SetTrue)
                .help(say("cli-ascii")),
        )
        .arg(help())
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(say("cli-version")),
        )
        .subcommand(part("seance", "cli-seance").arg(positional("FORM", "cli-seance-form")))
        .subcommand(
            part("collect", "cli-collect")
                .alias("recueillir")
                .arg(positional("FORM", "cli-form"))
                .arg(file("answers", "cli-answers"))
                .arg(file("verify", "cli-verify").value_name("FILE2").requires("answers")),
        )
        .subcommand(
            part("check", "cli-check")
                .alias("verifier")
                .arg(
                    positional("PATH", "cli-paths")
                        .num_args(0..)
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(
                    Arg::new("against")
                        .long("against")
                        .value_name("OLD")
                        .value_parser(value_parser!(PathBuf))
                        .help(say("cli-against")),
                )
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("text|json")
                        .value_parser(["text", "json"])
                        .hide_possible_values(true)
                        .help(say("cli-format")),
                ),
        )
        .subcommand(
            part("diff", "cli-diff")
                .alias("comparer")
                .arg(needed("OLD", "cli-old", 1))
                .arg(needed("NEW", "cli-new", 2)),
        )
        .subcommand(show)
        .subcommand(sheets)
        .subcommand(gather)
        .subcommand(copy)
        .subcommand(simulate)
        .subcommand(correct)
        .subcommand(withdraw)
        .subcommand(access)
        .subcommand(close)
        .subcommand(purge)
        .subcommand(init)
        .subcommand(keys)
        .subcommand(open)
}

/// Tells help and version on the output, and a mistake as one.
fn tell(locale: &Locale, error: &clap::Error) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        print!("{}", error.render());
        return Exit::Done;
    }
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(StyledStr::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let subcommand = context(ContextKind::InvalidSubcommand);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            locale.tell("cli-argument-unknown", &[("argument", subcommand.into())])
        }
        ErrorKind::UnknownArgument => {
            locale.tell("cli-argument-unknown", &[("argument", argument.into())])
        }
        ErrorKind::ArgumentConflict => {
            locale.tell("cli-argument-conflict", &[("argument", argument.into())])
        }
        _ if value.is_empty() => {
            locale.tell("cli-argument-missing", &[("argument", argument.into())])
        }
        _ => locale
            .tell("cli-argument-value", &[("value", value.into()), ("argument", argument.into())]),
    };
    eprintln!("{} : {message}", locale.say("cli-error"));
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(context);
    if let Some(name) = suggested.into_iter().find(|name| !name.is_empty()) {
        eprintln!("{}", locale.tell("cli-did-you-mean", &[("name", name.into())]));
    }
    eprintln!("{}", locale.say("cli-try-help"));
    Exit::Failed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_in_every_language() {
        for code in Locale::codes() {
            command(&Locale::new(code)).debug_assert();
        }
    }
}
