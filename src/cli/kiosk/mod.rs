//! The borne: a computer where one person after another answers alone.
//! Never an answer: each person is served by a process of its own.

mod lines;
mod one;
mod staff;

use super::Exit;
use super::dossier::Dossier;
use crate::app::Settings;
use crate::locale::Locale;
use crate::tui::Theme;

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
    Serve,
    /// Serve one person, and end.
    One {
        /// Who is there.
        who: Who,
        /// The process that asked for it.
        supervisor: u32,
    },
    /// Say what can be seen of the weak points of this computer.
    Diagnose,
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
        Task::One { who, .. } => one::one(locale, dossier, settings, &asked.forms, who, theme),
        Task::Serve | Task::Diagnose => Exit::Failed,
    }
}
