//! The command line: what was asked, where things lie, what is done about it.
//! Never a rule of a questionnaire, and never words: `locale` has them.

// First: what it says of `println` and `eprintln` holds in every module below.
#[macro_use]
mod output;

mod access;
mod arguments;
mod atelier;
mod check;
mod close;
mod collect;
mod commands;
mod completions;
mod coop;
mod copy;
mod correct;
mod desk;
mod diff;
mod dossier;
mod export;
mod front;
mod gather;
mod import;
mod init;
mod inspect;
mod keys;
mod kiosk;
mod kit;
mod looks;
mod mirror;
mod mistaken;
mod new;
mod open;
mod parcel;
mod perform;
mod purge;
mod relay;
mod report;
mod reread;
mod rights;
mod rows;
mod seance;
mod send;
mod sheets;
mod show;
mod simulate;
mod stop;
mod voice;
mod withdraw;
mod xlsform;

use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal as _, stdin, stdout};
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;

use arguments::Asked;
use dossier::Dossier;
use front::Around;
use output::print;
use perform::{Hands, Outside};
use sheets::Print;

use crate::app::{App, Block, Effect, Lock, Outcome, Trial, Wish};
use crate::locale::Locale;
use crate::questionnaire::{Library, Problem, Questionnaire};
use crate::tui::{Guard, Stays, Theme};
use crate::{plain, tui};

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The data or the questionnaires have problems.
    Problems,
    /// It could not be done, or was asked wrongly.
    Failed,
    /// The team closes the borne.
    StaffLeft,
    /// A code was typed at the borne that is not that of the team.
    StaffRefused,
}

impl Exit {
    /// This end, or the other where all went well so far.
    const fn or(self, other: Self) -> Self {
        match self {
            Self::Done => other,
            _ => self,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Problems => 1,
            Exit::Failed => 2,
            Exit::StaffLeft => 64,
            Exit::StaffRefused => 65,
        })
    }
}

/// Runs the program with these arguments, the first being its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut request = match arguments::read(&arguments) {
        Ok(request) => request,
        Err(exit) => return exit,
    };
    let named = request.dossier.take();
    let (plain, asked_looks) = (request.plain, request.looks);
    let asked = std::mem::replace(&mut request.asked, Asked::Home);
    // Before the settings are read: there may be none yet, or they may be the ones to replace.
    if let Asked::Init(asked) = asked {
        return init::init(&request.locale(""), named, &asked);
    }
    match &asked {
        Asked::Completions(shell) => return completions::completions(&request.locale(""), *shell),
        Asked::Manual(name) => return completions::manual(&request.locale(""), name.as_deref()),
        _ => {}
    }
    let dossier = Dossier::find(named);
    let settings = match dossier.settings() {
        Ok(settings) => settings,
        Err(problems) => {
            tell_problems(&request.locale(""), &problems);
            return Exit::Problems;
        }
    };
    let theme = looks::theme(asked_looks, settings.looks, |name| std::env::var_os(name));
    let theme = Around::here().plain(plain).is_none().then_some(&theme);
    let locale = request.locale(&settings.lang);
    let mut gathers = false;
    let (id, answers, verify) = match asked {
        Asked::Check(checking) => return check::run(&locale, &dossier, &checking),
        Asked::New(id) => return new::new(&locale, &dossier, &id),
        Asked::Atelier(asked) => {
            return atelier::atelier(locale, &dossier, settings, &asked, theme);
        }
        Asked::Diff { old, new } => return diff::run(&locale, &old, &new),
        Asked::Show(shown) => return show::show(&locale, &dossier, &shown),
        Asked::Sheets { form, wanted, file, existing } => {
            let print = Print { form: &form, wanted, file: file.as_deref(), existing };
            return sheets::sheets(&locale, &dossier, &settings, &print);
        }
        Asked::Gather(asked) => return gather::gather(&locale, &asked),
        Asked::Export(asked) => return export::export(&locale, &dossier, &asked),
        Asked::Kit(asked) => return kit::kit(&locale, &dossier, &settings, &asked),
        Asked::Relay(asked) => return relay::relay(&locale, &dossier, &settings, &asked),
        Asked::ExportForms(asked) => return xlsform::export(&locale, &dossier, &asked),
        Asked::Import(asked) => return import::import(&locale, &dossier, &settings, &asked),
        Asked::Send(asked) => return send::send(&locale, &dossier, &settings, &asked),
        Asked::Copy { to } => return copy::copy(&locale, &dossier, &to),
        Asked::Simulate(asked) => return simulate::simulate(&locale, &dossier, &asked),
        Asked::Report(asked) => return report::report(&locale, &dossier, &settings, &asked, theme),
        Asked::Mirror(asked) => return mirror::mirror(locale, &dossier, settings, &asked, theme),
        Asked::Correct(asked) => {
            return correct::correct(locale, &dossier, settings, &asked, theme);
        }
        Asked::Withdraw(person, consent) => {
            return withdraw::withdraw(&locale, &dossier, &person, consent);
        }
        Asked::Access(code, shown) => return access::access(&locale, &dossier, &code, &shown),
        Asked::Close(cycle, consent) => return close::close(&locale, &dossier, &cycle, consent),
        Asked::Purge(consent) => return purge::purge(&locale, &dossier, &settings, consent),
        Asked::RecordVoice(form, recorded) => {
            return voice::record::record(&locale, &dossier, &form, recorded);
        }
        Asked::Keys { into } => return keys::keys(&locale, &dossier, &settings, &into),
        Asked::Open(asked) => return open::open(&locale, &dossier, &Outside::new(), &asked),
        Asked::Kiosk(asked) => return kiosk::kiosk(locale, &dossier, settings, &asked, theme),
        Asked::Home | Asked::Init(_) | Asked::Completions(_) | Asked::Manual(_) => {
            (None, None, None)
        }
        Asked::Seance { form } => {
            gathers = true;
            (form, None, None)
        }
        Asked::Collect { form, answers, verify } => (form, answers, verify),
    };
    let library = Rc::new(Library::load(dossier.questionnaires()));
    let unknown = settings.unknown(&library);
    if !unknown.is_empty() {
        tell_problems(&locale, &unknown);
        return Exit::Problems;
    }
    let form = match &id {
        None => None,
        Some(id) => match library.form(id) {
            Some(form) => Some(form),
            None => return unknown_form(&locale, &library, id),
        },
    };
    if let Some(lock) = form.as_ref().and_then(|form| settings.lock(&form.head)) {
        return locked(&locale, &dossier, &lock);
    }
    // Where it cannot be finished now, whoever came to answer is not sent away.
    _ = rights::recover(&locale, &dossier);
    let outside = Outside::new();
    if let Some(file) = answers {
        let Some(form) = form else {
            eprintln!("{}", locale.say("cli-form-needed"));
            return Exit::Failed;
        };
        let files = collect::Files { answers: &file, verify: verify.as_deref() };
        return collect::collect(&locale, &dossier, &settings, &outside, &form, files);
    }
    let mut hands = Hands::new(&dossier, &outside, &locale, settings.keys());
    let places = dossier.places();
    let mut app = App::new(Box::new(outside), locale, &library, settings, places);
    app.found_voice(hands.speaks());
    let opening = match form {
        form if gathers => Opening::Seance(form),
        Some(form) => Opening::Form(form),
        None if dossier.is_new() => Opening::Welcome,
        None => Opening::Home,
    };
    interview(app, &opening, theme, &mut hands)
}

/// The first screen.
enum Opening {
    /// The référentiels, or the forms of the only one.
    Home,
    /// What this is: nobody has been here before.
    Welcome,
    /// One form.
    Form(Arc<Questionnaire>),
    /// A séance, with this form where one was named.
    Seance(Option<Arc<Questionnaire>>),
}

/// The screens until they end; then the disk has what is kept of an interview that did not.
fn interview(mut app: App, opening: &Opening, theme: Option<&Theme>, hands: &mut Hands) -> Exit {
    let mut start = match opening {
        Opening::Home => Vec::new(),
        Opening::Welcome => {
            app.welcome();
            Vec::new()
        }
        Opening::Form(form) => app.open(form),
        Opening::Seance(form) => app.open_seance(form.as_ref()),
    };
    start.extend([Effect::Seance(Wish::Look), Effect::Drafts, Effect::Count]);
    let exit = screens(&mut app, theme, start, &mut |effect| hands.perform(effect));
    if let Err(fault) = hands.leave() {
        eprintln!("{}", app.locale().fault(&fault));
    }
    exit
}

/// The screens, full with a theme or in plain lines without, until the person leaves.
fn screens(
    app: &mut App,
    theme: Option<&Theme>,
    start: Vec<Effect>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> Exit {
    let Some(theme) = theme else {
        let echo = Around::here().echo();
        let ended = if app.is_borne() {
            kiosk::lines(app, echo, start, perform)
        } else {
            plain::run(&mut stdin().lock(), &mut stdout().lock(), echo, app, start, perform)
        };
        return match ended {
            Ok(plain::End::Left) => Exit::Done,
            Ok(plain::End::CutShort) => Exit::Problems,
            // Nobody reads any more.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Done,
            Err(error) => terminal_failed(app.locale(), &error),
        };
    };
    let stays = if app.is_borne() { Stays::Nothing } else { Stays::Before };
    let ended =
        Guard::enter(app.locale().say("cli-panic"), stays).and_then(|(mut guard, mut terminal)| {
            tui::run(&mut terminal, &mut guard, theme, app, start, perform)
        });
    match ended {
        Ok(()) => Exit::Done,
        Err(error) => terminal_failed(app.locale(), &error),
    }
}

fn terminal_failed(locale: &Locale, error: &std::io::Error) -> Exit {
    let system = error.to_string();
    eprintln!("{}", locale.tell("cli-terminal", &[("system", system.into())]));
    Exit::Failed
}

fn unknown_form(locale: &Locale, library: &Library, id: &str) -> Exit {
    let forms: Vec<_> = library.forms().collect();
    let names: Vec<&str> = forms.iter().map(|form| form.id.as_str()).collect();
    let near = crate::questionnaire::nearest(id, names.iter().copied());
    eprintln!("{}", locale.tell("cli-form-unknown", &[("name", id.into())]));
    if let Some(near) = near {
        eprintln!("{}", locale.tell("cli-did-you-mean", &[("name", near.into())]));
    }
    eprintln!("{}", locale.tell("cli-forms", &[("names", names.join(", ").into())]));
    tell_problems(locale, library.problems());
    Exit::Failed
}

/// Tells what keeps a form from being asked, and what to write to open it.
fn locked(locale: &Locale, dossier: &Dossier, lock: &Lock) -> Exit {
    for block in lock.words(locale, &dossier.settings_file()) {
        if let Block::Heading(text) | Block::Text(text) | Block::Excerpt(text) = block {
            eprintln!("{text}\n");
        }
    }
    Exit::Failed
}

/// What is a trial, and every reason why.
fn trial_words(locale: &Locale, what: &str, reasons: &[Trial]) -> String {
    let reasons = reasons.iter().map(|reason| match reason {
        Trial::Structure => "answers-trial-structure",
        Trial::Parents => "answers-trial-parents",
    });
    let ids = std::iter::once(what).chain(reasons);
    ids.map(|id| locale.say(id)).collect::<Vec<_>>().join(" ")
}

/// Tells problems one after the other, each with its excerpt.
fn tell_problems(locale: &Locale, problems: &[Problem]) {
    for problem in problems {
        tell_problem(locale, problem);
    }
}

fn tell_problem(locale: &Locale, problem: &Problem) {
    let coloured = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    output::diagnosed(&locale.diagnostic(problem, coloured));
}
