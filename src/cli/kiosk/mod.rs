//! The borne: a computer where one person after another answers alone.
//! Never an answer: each person is served by a process of its own.

mod diagnose;
mod line;
mod lines;
mod one;
mod signals;
mod staff;
mod supervise;
mod system;
mod trace;

use super::Exit;
use super::dossier::Dossier;
use crate::app::Settings;
use crate::locale::Locale;
use crate::questionnaire::Library;
use crate::tui::Theme;
use line::Manner;

/// What the borne was asked.
#[derive(Debug)]
pub(super) struct Kiosk {
    /// The forms, by id; those of the settings where none is named.
    pub forms: Vec<String>,
    /// What is to be done with them.
    pub task: Task,
}

/// What the borne does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    /// Serve one person after another.
    Serve(Guarded),
    /// Serve one person, and end; at the latest with the supervisor of this number.
    One(Who, Option<u32>),
    /// Choose the code of the team.
    SetCode,
    /// Say what can be seen of the weak points of this computer.
    Diagnose,
}

/// What keeps the borne from being left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guarded {
    /// A code, which only the team knows.
    ByCode,
    /// Somebody who stays beside it.
    BySomebody,
}

pub(super) use lines::lines;
pub(super) use one::Who;

/// Does what the borne was asked.
pub(super) fn kiosk(
    locale: Locale,
    dossier: &Dossier,
    settings: Settings,
    asked: &Kiosk,
    theme: Option<&Theme>,
) -> Exit {
    match asked.task {
        Task::One(who, supervisor) => {
            trace::shut();
            if supervisor.is_some_and(|supervisor| !trace::follow(supervisor)) {
                return Exit::Failed;
            }
            if theme.is_none()
                && let Err(error) = trace::wipe_at_signals()
            {
                return super::terminal_failed(&locale, &error);
            }
            one::one(locale, dossier, settings, &asked.forms, who, theme)
        }
        Task::SetCode => staff::set_code(&locale, dossier, &settings),
        Task::Diagnose => diagnose::run(&locale, dossier, &settings),
        Task::Serve(guarded) => serve(&locale, dossier, &settings, &asked.forms, guarded, theme),
    }
}

/// Serves one person after another, once all is as it must be: what is wrong is told to the team
/// while they are there.
fn serve(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    forms: &[String],
    guarded: Guarded,
    theme: Option<&Theme>,
) -> Exit {
    let library = Library::load(dossier.questionnaires());
    if let Err(exit) = one::forms(locale, dossier, settings, &library, forms) {
        return exit;
    }
    drop(library);
    let code = &settings.borne.code;
    if code.is_empty() && guarded == Guarded::ByCode {
        eprintln!("{}", locale.say("kiosk-no-code"));
        return Exit::Failed;
    }
    let manner = if theme.is_some() { Manner::Keys } else { Manner::Lines };
    supervise::supervise(locale, code, manner)
}
