//! Serving one person at the borne, from the welcome to the end, in a process that then ends.
//! Never a draft on the disk, and never a second person.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use super::staff;
use crate::app::{App, Before, Effect, End, Outcome, Settings};
use crate::cli::dossier::Dossier;
use crate::cli::perform::{Hands, Outside};
use crate::cli::{Exit, locked, screens, tell_problems, unknown_form};
use crate::locale::Locale;
use crate::questionnaire::{Library, Questionnaire};
use crate::tui::Theme;

/// Who is there when the process starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Who {
    /// The team, who opens the borne.
    Team,
    /// Somebody; no code of the team is taken for so many seconds.
    Person(u32),
}

/// Serves one person; how it ended is in the exit code.
pub(super) fn one(
    locale: Locale,
    dossier: &Dossier,
    settings: Settings,
    named: &[String],
    who: Who,
    theme: Option<&Theme>,
) -> Exit {
    let library = Rc::new(Library::load(dossier.questionnaires()));
    let forms = match forms(&locale, dossier, &settings, &library, named) {
        Ok(forms) => forms,
        Err(exit) => return exit,
    };
    let outside = Outside::new();
    let mut hands = Hands::new(dossier, &outside, &locale, settings.keys());
    let hash = settings.borne.code.clone();
    let places = dossier.places();
    let mut app = App::new(Box::new(outside), locale, &library, settings, places);
    app.found_voice(hands.speaks());
    let start = app.open_borne(
        &forms,
        match who {
            Who::Team => Before::Staff,
            Who::Person(wait) => Before::Person(Duration::from_secs(wait.into())),
        },
    );
    let mut perform = |effect| match effect {
        Effect::Staff(code) => Some(Outcome::Staff(staff::verify(&code, &hash))),
        effect => hands.perform(effect),
    };
    let exit = screens(&mut app, theme, start, &mut perform);
    match app.borne_end() {
        Some(End::Next) => Exit::Done,
        Some(End::Staff) => Exit::StaffLeft,
        Some(End::Refused) => Exit::StaffRefused,
        // The terminal failed, or nothing more comes from it.
        None => exit,
    }
}

/// The forms that were named, here or in the settings; each must be one that a person can answer
/// alone, of a référentiel that is open.
pub(super) fn forms(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    library: &Library,
    named: &[String],
) -> Result<Vec<Arc<Questionnaire>>, Exit> {
    let mut unknown = settings.unknown(library);
    unknown.extend(settings.unknown_at_borne(library));
    if !unknown.is_empty() {
        tell_problems(locale, &unknown);
        return Err(Exit::Problems);
    }
    let said = settings.borne.forms.iter().map(|(id, _)| id);
    let ids: Vec<&String> = if named.is_empty() { said.collect() } else { named.iter().collect() };
    if ids.is_empty() {
        eprintln!("{}", locale.say("borne-no-form"));
        return Err(Exit::Failed);
    }
    let mut forms: Vec<Arc<Questionnaire>> = Vec::new();
    for id in ids {
        let Some(form) = library.form(id) else { return Err(unknown_form(locale, library, id)) };
        if let Some(lock) = settings.lock(&form.head) {
            return Err(locked(locale, dossier, &lock));
        }
        if !form.has_respondent() {
            eprintln!("{}", locale.tell("borne-no-person", &[("name", id.as_str().into())]));
            return Err(Exit::Failed);
        }
        if forms.iter().all(|known| known.id != form.id) {
            forms.push(form);
        }
    }
    Ok(forms)
}
