//! `recueil mirror`: the slides of a séance, the sheet for its group, and what the group says kept.
//! Never decides what may be shown: `analysis` does, and the mediator after it.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::arguments::Existing;
use super::dossier::Dossier;
use super::output::write;
use super::perform::{Hands, Outside, reader};
use super::rows::form_of;
use super::{Exit, screens};
use crate::analysis::mirror::{HeldSeance, Mirror, held_seances, mirror as mirror_of};
use crate::analysis::report::Known;
use crate::app::{App, Glance, Glanced, Settings, World};
use crate::locale::Locale;
use crate::questionnaire::{Library, Questionnaire};
use crate::report;
use crate::store::{Fault, Store, create_private};
use crate::tui::Theme;

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Mirrored {
    /// The forms whose last séance is meant; any where there are none.
    pub forms: Vec<String>,
    /// The séance, by its identifier.
    pub seance: Option<String>,
    /// The file of the sheet, where only that is wanted.
    pub html: Option<PathBuf>,
    pub existing: Existing,
}

pub(super) fn mirror(
    locale: Locale,
    dossier: &Dossier,
    settings: Settings,
    asked: &Mirrored,
    theme: Option<&Theme>,
) -> Exit {
    let library = Rc::new(Library::load(dossier.questionnaires()));
    let outside = Outside::new();
    let store = reader(dossier.data());
    let seance = match found(&locale, &store, asked) {
        Ok(seance) => seance,
        Err(words) => {
            eprintln!("{words}");
            return Exit::Failed;
        }
    };
    let id = seance.together().questionnaire;
    let Some(form) = library.form(&id) else {
        return super::unknown_form(&locale, &library, &id);
    };
    let mirror = shown(dossier, &library, &store, &form, seance, &outside);
    if let Some(file) = &asked.html {
        let page = report::mirror_page(&locale, &mirror);
        return write(&locale, file, asked.existing, &page, |path| {
            locale.tell("mirror-written", &[("path", path.into())])
        });
    }
    let mut hands = Hands::new(dossier, &outside, &locale, settings.keys());
    let places = dossier.places();
    let mut app = App::new(Box::new(outside), locale, &library, settings, places);
    app.found_voice(hands.speaks());
    app.open_mirror(mirror);
    let exit = screens(&mut app, theme, Vec::new(), &mut |effect| hands.perform(effect));
    if let Err(fault) = hands.leave() {
        eprintln!("{}", app.locale().fault(&fault));
    }
    exit
}

/// The séance that is meant: the one of this identifier, else the last.
fn found(locale: &Locale, store: &Store, asked: &Mirrored) -> Result<HeldSeance, String> {
    let mut held = held_seances(store).into_iter();
    match &asked.seance {
        Some(id) => held
            .find(|seance| seance.id() == *id)
            .ok_or_else(|| locale.tell("mirror-unknown", &[("id", id.as_str().into())])),
        None => held
            .find(|seance| {
                let form = seance.together().questionnaire;
                asked.forms.is_empty() || asked.forms.contains(&form)
            })
            .ok_or_else(|| locale.say("mirror-none")),
    }
}

/// The mirror of a séance.
fn shown(
    dossier: &Dossier,
    library: &Library,
    store: &Store,
    form: &Arc<Questionnaire>,
    seance: HeldSeance,
    world: &dyn World,
) -> Mirror {
    let mut catalogue = vec![library.core()];
    if form.head.id != catalogue[0].head.id {
        catalogue.extend(library.referentiel(&form.head.id));
    }
    let form_of = |file: &Path| form_of(dossier, file);
    let known = Known { catalogue: &catalogue, form_of: &form_of };
    mirror_of(store, form, seance, known, world.today())
}

impl Hands {
    /// Does what a mirror asks, and tells what came of it.
    pub(super) fn glance(&mut self, glance: Glance) -> Glanced {
        match glance {
            Glance::Seances => Glanced::Seances(held_seances(&reader(self.data(None)))),
            Glance::Of { seance, into } => {
                let library = Library::load(self.dossier.questionnaires());
                let form = library.form(&seance.together().questionnaire);
                let store = reader(self.data(into.as_deref()));
                let (dossier, world) = (&self.dossier, &self.outside);
                let mirror =
                    form.map(|form| shown(dossier, &library, &store, &form, *seance, world));
                Glanced::Of(mirror.map(Box::new))
            }
            Glance::Keep { held, into } => {
                let kept = self.explained(into.as_deref(), |store| store.append_held(&held));
                Glanced::Kept(kept.map(|appended| appended.file).map_err(Arc::new))
            }
            Glance::Sheet(mirror) => Glanced::Sheet(self.mirror_sheet(&mirror).map_err(Arc::new)),
        }
    }

    /// Writes the sheet for a group beside the settings, under a name that no file has.
    fn mirror_sheet(&self, mirror: &Mirror) -> Result<PathBuf, Fault> {
        let page = report::mirror_page(&Locale::new(self.language), mirror);
        let path = self.free_page(&format!("{}-miroir", mirror.form.id));
        create_private(&path, &page)?;
        Ok(path)
    }
}
