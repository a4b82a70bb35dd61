//! `recueil report`: what the rows say, told on the terminal.
//! Never a figure that may not be told: disclosure is the last thing done to them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arguments::Existing;
use super::dossier::Dossier;
use super::output::{OUTPUT, write};
use super::perform::Outside;
use super::rows::form_among;
use super::{Exit, print};
use crate::analysis::disclosure::{Disclosed, disclose, publish};
use crate::analysis::mirror::sayings;
use crate::analysis::report::{self, Asked, Audience, By, Known, Sources, Trials};
use crate::analysis::stories::stories;
use crate::app::{Settings, World};
use crate::exchange::{Engine, Queries, figures, queries};
use crate::locale::Locale;
use crate::questionnaire::{Library, Referentiel};
use crate::report::{self as words, Bars, Cover, Paper, report_page, results};
use crate::store::names::{DATA, TRIALS};
use crate::store::{Fault, Store};
use crate::tui::{Theme, columns};

/// The columns of a report where nobody knows how many there are, and the most that are read well.
const COLUMNS: usize = 80;

/// Where queries look for an export where nobody says where it is.
const PARQUET: &str = "parquet";

/// The fewest.
const FEWEST: usize = 24;

/// Are stories told, which are no figures?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stories {
    /// They have a page of their own.
    Apart,
    /// They are all that is told.
    Only,
}

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// Dossiers, gathered sets, files of rows; none for the dossier.
    pub paths: Vec<PathBuf>,
    /// By what each question is parted.
    pub by: Option<String>,
    pub trials: Trials,
    pub stories: Stories,
    /// To whom it is told.
    pub audience: Audience,
    pub forms: Vec<String>,
    pub referentiels: Vec<String>,
    pub told: ReportAs,
    pub existing: Existing,
}

/// In what form a report is wanted.
#[derive(Clone, Debug)]
pub(super) enum ReportAs {
    /// On the terminal.
    Terminal,
    /// As a page, in this file.
    Page(PathBuf),
    /// As lines of figures, in this file.
    Figures(PathBuf),
    /// Not at all: as the queries that would count the same.
    Queries {
        engine: Engine,
        /// Where the engine finds the export.
        parquet: Option<String>,
        /// None for the output.
        file: Option<PathBuf>,
    },
}

impl Report {
    /// Whose answers they are: those of another folder may be those of another structure.
    fn structure(&self, settings: &Settings) -> Option<String> {
        let structure = settings.structure.trim();
        (self.paths.is_empty() && !structure.is_empty()).then(|| structure.to_owned())
    }

    /// Is it of some forms or référentiels only?
    fn is_named(&self) -> bool {
        !self.forms.is_empty() || !self.referentiels.is_empty()
    }

    /// Is this form one of those that are meant, or are all of them?
    fn means(&self, library: &Library, form: &str) -> bool {
        let is_of = |id: &String| library.form(form).is_some_and(|it| it.head.id == *id);
        (self.forms.is_empty() || self.forms.iter().any(|id| id == form))
            && (self.referentiels.is_empty() || self.referentiels.iter().any(is_of))
    }
}

pub(super) fn report(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    asked: &Report,
    theme: Option<&Theme>,
) -> Exit {
    let split = match asked.by.as_deref().map(|word| (word, By::from_word(word))) {
        Some((word, None)) => {
            let words = By::WORDS.join(", ");
            let arguments = [("by", word.into()), ("words", words.into())];
            eprintln!("{}", locale.tell("report-by-unknown", &arguments));
            return Exit::Failed;
        }
        Some((_, by)) => by,
        None => None,
    };
    if let Some(id) = refused(asked) {
        eprintln!("{}", locale.say(id));
        return Exit::Failed;
    }
    let places = match Places::of(dossier, &asked.paths) {
        Ok(places) => places,
        Err(path) => {
            let path = path.display().to_string();
            eprintln!("{}", locale.tell("report-no-rows", &[("path", path.into())]));
            return Exit::Failed;
        }
    };
    let library = Library::load(dossier.questionnaires());
    let catalogue: Vec<Arc<Referentiel>> = library.referentiels().collect();
    let form_of = |path: &Path| form_among(|| &library, path);
    let wanted = Asked {
        trials: asked.trials,
        split,
        referentiels: asked.referentiels.clone(),
        forms: asked.forms.clone(),
        seance: None,
        today: Outside::new().today(),
    };
    let stores: Vec<&Store> = places.stores.iter().collect();
    let columns = columns().map_or(COLUMNS, |columns| columns.clamp(FEWEST, COLUMNS));
    if asked.stories == Stories::Only {
        let found = asked.trials.trees().iter();
        let found: Vec<_> = found.flat_map(|tree| stories(&stores, &catalogue, *tree)).collect();
        return print(locale, &words::stories(locale, &found, columns));
    }
    let only: Vec<&Path> = places.files.iter().map(PathBuf::as_path).collect();
    let sources = Sources { stores: &stores, only: Some(&only) };
    let known = Known { catalogue: &catalogue, form_of: &form_of };
    if let ReportAs::Queries { engine, parquet, file } = &asked.told {
        let forms = report::forms(sources, &wanted, known);
        if forms.is_empty() {
            return nothing_of(locale, asked);
        }
        let parquet = parquet.as_deref().unwrap_or(PARQUET);
        let trials = asked.trials;
        let text =
            queries(&Queries { locale, engine: *engine, parquet, trials, forms: &forms, known });
        let file = file.as_deref().unwrap_or(Path::new(OUTPUT));
        return write(locale, file, asked.existing, &text, |path| {
            locale.tell("sql-written", &[("path", path.into())])
        });
    }
    let counted = report::report(sources, &wanted, known);
    if counted.method.rows == 0 && asked.is_named() {
        return nothing_of(locale, asked);
    }
    let has_trials = || places.stores.iter().any(|store| !store.row_files(true).is_empty());
    if counted.method.rows == 0 && asked.trials == Trials::Out && has_trials() {
        eprintln!("{}", locale.say("report-only-trials"));
    }
    let told = match told(&places, counted, asked.audience) {
        Ok(told) => told,
        Err(fault) => {
            eprintln!("{}", locale.fault(&fault));
            return Exit::Failed;
        }
    };
    // What is said in words was not read by anybody yet: it stays inside.
    let is_inside = asked.audience == Audience::Inside;
    let trees = asked.trials.trees().iter().filter(|_| is_inside);
    let said = trees.clone().flat_map(|tree| sayings(&stores, *tree));
    let said = said.filter(|saying| asked.means(&library, &saying.form)).collect::<Vec<_>>();
    let printed = if let ReportAs::Page(file) = &asked.told {
        let cover = Cover {
            structure: asked.structure(settings),
            made: wanted.today,
            stories: trees
                .flat_map(|tree| stories(&stores, &catalogue, *tree))
                .filter(|of| asked.means(&library, &of.form.id))
                .collect(),
            sayings: said,
        };
        let page = report_page(locale, &told, &cover);
        write(locale, file, asked.existing, &page, |path| {
            locale.tell("web-written", &[("path", path.into())])
        })
    } else if let ReportAs::Figures(file) = &asked.told {
        write(locale, file, asked.existing, &figures(&told), |path| {
            locale.tell("figures-written", &[("path", path.into())])
        })
    } else {
        let bars = theme.map_or(Bars::None, |theme| Bars::Drawn(theme.signs));
        let mut text = results(locale, &told, Paper { columns, bars });
        text += &words::sayings(locale, &said, columns);
        print(locale, &text)
    };
    let method = &told.method;
    let is_well = method.faults.is_empty() && method.unknown.is_empty() && method.flaws.is_empty();
    if is_well { printed } else { printed.or(Exit::Problems) }
}

/// There is no answer to what was named.
fn nothing_of(locale: &Locale, asked: &Report) -> Exit {
    let names =
        [("report-form-unknown", &asked.forms), ("report-ref-unknown", &asked.referentiels)];
    if let Some((id, name)) = names.iter().find_map(|(id, names)| Some((*id, names.first()?))) {
        eprintln!("{}", locale.tell(id, &[("name", name.as_str().into())]));
    }
    Exit::Failed
}

/// Why a report may not be published, whatever it says.
fn refused(asked: &Report) -> Option<&'static str> {
    // What is noted beside one set of rows says nothing of another, nor of a part of it.
    let is_part = asked.paths.len() > 1 || asked.paths.iter().any(|path| path.is_file());
    match asked.audience {
        Audience::Diffusion if asked.trials != Trials::Out => Some("report-diffusion-trials"),
        Audience::Diffusion if is_part => Some("report-diffusion-part"),
        Audience::Inside | Audience::Diffusion => None,
    }
}

/// The report as it may be told to this audience. What is published is noted before it is told, so
/// that no later report can be subtracted from it.
fn told(places: &Places, counted: report::Report, audience: Audience) -> Result<Disclosed, Fault> {
    let Some(store) = places.stores.first().filter(|_| audience == Audience::Diffusion) else {
        return Ok(disclose(counted, audience));
    };
    let today = Outside::new().today().to_string();
    let told = publish(counted, &today, &store.publications()?);
    store.note_publications(told.tables())?;
    Ok(told)
}

/// Where the rows are that a report is asked of.
#[derive(Debug, Default)]
struct Places {
    stores: Vec<Store>,
    /// The files that are meant.
    files: Vec<PathBuf>,
}

impl Places {
    /// What these paths hold, or the first that holds no rows.
    fn of(dossier: &Dossier, paths: &[PathBuf]) -> Result<Self, PathBuf> {
        let mut places = Self::default();
        if paths.is_empty() {
            places.add_all(dossier.data());
        }
        for path in paths {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            if path.is_file() {
                // `data/<référentiel>/<file>`, or `data/essai/<référentiel>/<file>`.
                let above = path.parent().and_then(Path::parent).map(Path::to_owned);
                let above = above.ok_or_else(|| path.clone())?;
                let is_trials = above.ends_with(TRIALS);
                let data = if is_trials { above.parent().unwrap_or(&above) } else { &above };
                places.add(data.to_owned());
                places.files.push(path);
            } else if path.is_dir() {
                let data = path.join(DATA);
                places.add_all(if data.is_dir() { data } else { path });
            } else {
                return Err(path);
            }
        }
        Ok(places)
    }

    /// All files of a folder.
    fn add_all(&mut self, data: PathBuf) {
        let store = self.add(data);
        let files = [false, true].map(|trial| store.row_files(trial));
        self.files.extend(files.into_iter().flatten());
    }

    fn add(&mut self, data: PathBuf) -> &Store {
        let known = self.stores.iter().position(|other| other.data() == data);
        let at = known.unwrap_or_else(|| {
            self.stores.push(Store::new(data, String::new()));
            self.stores.len() - 1
        });
        &self.stores[at]
    }
}
