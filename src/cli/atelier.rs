//! `recueil atelier`: a référentiel around a table: cards to cut out, criteria on the wall, the next
//! version of its file, and the minute.
//! Never replaces a version without a copy of it, and never loses what was decided.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::arguments::Existing;
use super::dossier::{Dossier, core_beside, files_at, read};
use super::output::write;
use super::perform::{Hands, Outside};
use super::show::unknown;
use super::{Exit, screens, tell_problems};
use crate::app::{App, AtelierCame, AtelierTask, Settings};
use crate::locale::Locale;
use crate::questionnaire::{Atelier, Library, Referentiel, Source, diff};
use crate::report::{Deck, cards, minute};
use crate::store::names::{FORMER, MEETINGS};
use crate::store::{Fault, create_private, replace};
use crate::tui::Theme;

/// What is wanted of a référentiel.
#[derive(Debug)]
pub(super) struct Meeting {
    pub referentiel: String,
    pub wanted: Wanted,
    pub existing: Existing,
}

/// What comes of it.
#[derive(Debug)]
pub(super) enum Wanted {
    /// Its criteria on the wall.
    Walk,
    /// Cards in this file, and so many blank ones.
    Cards { file: PathBuf, deck: Deck, blank: u32 },
    /// The minute in this file.
    Minute(PathBuf),
}

pub(super) fn atelier(
    locale: Locale,
    dossier: &Dossier,
    settings: Settings,
    asked: &Meeting,
    theme: Option<&Theme>,
) -> Exit {
    let library = Rc::new(Library::load(dossier.questionnaires()));
    let id = asked.referentiel.as_str();
    let Some(referentiel) = library.referentiel(id) else {
        return unknown(&locale, &library, id);
    };
    match &asked.wanted {
        Wanted::Cards { file, deck, blank } => {
            let core = core_of(&library, &referentiel);
            let blank = usize::try_from(*blank).unwrap_or_default();
            let page = cards(&locale, &referentiel, core.as_deref(), *deck, blank);
            write(&locale, file, asked.existing, &page, |path| {
                locale.tell("cards-written", &[("path", path.into())])
            })
        }
        Wanted::Minute(file) => {
            minute_of(&locale, dossier, &library, &referentiel, (file, asked.existing))
        }
        Wanted::Walk => {
            let version = referentiel.head.version;
            let state = match decided(&meeting_file(dossier.root(), id, version)) {
                Ok(state) => state.unwrap_or_else(|| Atelier::new(id, version)),
                Err(wrong) => return wrong.told(&locale),
            };
            let outside = Outside::new();
            let mut hands = Hands::new(dossier, &outside, &locale, settings.keys());
            let mut app = App::new(Box::new(outside), locale, &library, settings, dossier.places());
            app.open_atelier(id, state);
            screens(&mut app, theme, Vec::new(), &mut |effect| hands.perform(effect))
        }
    }
}

impl Hands {
    /// Does it, and tells what came of it.
    pub(super) fn around_the_table(&self, task: AtelierTask) -> AtelierCame {
        match task {
            AtelierTask::Keep(atelier) => {
                AtelierCame::Kept(self.keep_meeting(&atelier).map_err(Arc::new))
            }
            AtelierTask::Write { atelier, before, text } => {
                let written = self.write_version(&atelier, &before, &text);
                AtelierCame::Written(written.map_err(Arc::new))
            }
        }
    }

    fn keep_meeting(&self, atelier: &Atelier) -> Result<(), Fault> {
        let file = meeting_file(self.dossier.root(), &atelier.referentiel, atelier.version);
        replace(&file, &atelier.text())
    }

    /// The version that was talked about is kept first: then the next one takes its place.
    fn write_version(
        &self,
        atelier: &Atelier,
        before: &Source,
        text: &str,
    ) -> Result<[PathBuf; 2], Fault> {
        let folder = self.dossier.questionnaires_folder();
        let file = folder.join(file_name(before));
        let copy = former_file(&folder, before, atelier.version);
        create_private(&copy, &before.text)?;
        replace(&file, text)?;
        self.keep_meeting(atelier)?;
        Ok([file, copy])
    }
}

/// What a définition file is called, without its folder.
fn file_name(source: &Source) -> String {
    let name = source.name.rsplit(['/', '\\']).next().unwrap_or(&source.name);
    name.to_owned()
}

/// Where a version is kept once another took its place: where definitions are not sought.
fn former_file(folder: &Path, source: &Source, version: u32) -> PathBuf {
    let name = file_name(source);
    let stem = name.strip_suffix(".toml").unwrap_or(&name);
    folder.join(FORMER).join(format!("{stem}.v{version}.toml"))
}

/// The file of what was decided of a version.
fn meeting_file(root: &Path, id: &str, version: u32) -> PathBuf {
    root.join(MEETINGS).join(format!("{id}.v{version}.toml"))
}

/// Why what was decided could not be read.
struct Wrong {
    file: PathBuf,
    why: String,
}

impl Wrong {
    fn told(&self, locale: &Locale) -> Exit {
        let file = self.file.display().to_string();
        let arguments = [("file", file.into()), ("why", self.why.as_str().into())];
        eprintln!("{}", locale.tell("atelier-unread", &arguments));
        Exit::Failed
    }
}

/// What was decided of a version; nothing where nobody talked about it yet.
fn decided(file: &Path) -> Result<Option<Atelier>, Wrong> {
    if !file.exists() {
        return Ok(None);
    }
    let wrong = |why: String| Wrong { file: file.to_owned(), why };
    let bytes = read(file).bytes.map_err(wrong)?;
    let text = String::from_utf8(bytes).map_err(|error| wrong(error.to_string()))?;
    Atelier::read(&text).map(Some).map_err(wrong)
}

fn core_of(library: &Library, referentiel: &Referentiel) -> Option<Arc<Referentiel>> {
    let core = library.core();
    (core.head.id != referentiel.head.id).then_some(core)
}

/// The minute of the meeting under way; else of the one that made this version.
fn minute_of(
    locale: &Locale,
    dossier: &Dossier,
    library: &Library,
    referentiel: &Arc<Referentiel>,
    (file, existing): (&Path, Existing),
) -> Exit {
    let id = referentiel.head.id.as_str();
    let of = |version: u32| decided(&meeting_file(dossier.root(), id, version));
    let now = referentiel.head.version;
    let before = now.checked_sub(1);
    let found = match of(now) {
        Ok(Some(state)) => Ok(Some((state, None))),
        Ok(None) => match before.map_or(Ok(None), of) {
            Ok(state) => Ok(state.map(|state| (state, Some(())))),
            Err(wrong) => Err(wrong),
        },
        Err(wrong) => Err(wrong),
    };
    let core = core_of(library, referentiel);
    let page = match found {
        Err(wrong) => return wrong.told(locale),
        Ok(None) => {
            eprintln!("{}", locale.tell("minute-none", &[("id", id.into())]));
            return Exit::Failed;
        }
        Ok(Some((state, None))) => minute(locale, referentiel, core.as_deref(), &state, None),
        Ok(Some((state, Some(())))) => {
            let Some(source) = library.source(id) else { return Exit::Failed };
            let folder = dossier.questionnaires_folder();
            let path = former_file(&folder, source, state.version);
            let common = core_beside(&folder.join(file_name(source)));
            let former = Library::load_among(files_at(&path), common.into_iter().collect());
            if !former.problems().is_empty() {
                tell_problems(locale, former.problems());
                return Exit::Problems;
            }
            let Some(was) = former.referentiel(id) else { return Exit::Failed };
            let changes = diff(&was, referentiel);
            minute(locale, &was, core.as_deref(), &state, Some(&changes))
        }
    };
    write(locale, file, existing, &page, |path| {
        locale.tell("minute-written", &[("path", path.into())])
    })
}
