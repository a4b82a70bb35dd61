//! `recueil report`: what the rows say, told on the terminal.
//! Never a figure that may not be told: disclosure is the last thing done to them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arguments::Existing;
use super::dossier::Dossier;
use super::output::{OUTPUT, write};
use super::perform::Outside;
use super::reread::read_again;
use super::rows::form_among;
use super::{Exit, print};
use crate::analysis::disclosure::{Disclosed, disclose, publish};
use crate::analysis::mirror::sayings;
use crate::analysis::report::{self, Asked, Audience, By, Cross, Known, Side, Sources, Trials};
use crate::analysis::texts::{Quoted, Reading, Texts};
use crate::app::{Settings, World};
use crate::exchange::{Engine, Queries, figures, queries};
use crate::locale::Locale;
use crate::questionnaire::{Kind, Library, Question, Referentiel};
use crate::report::{self as words, Bars, Cover, Paper, report_page, results};
use crate::store::names::{DATA, TRIALS};
use crate::store::{Fault, Reread, Store};
use crate::tui::{Theme, columns};

/// The columns of a report where nobody knows how many there are, and the most that are read well.
const COLUMNS: usize = 80;

/// Where queries look for an export where nobody says where it is.
const PARQUET: &str = "parquet";

/// The fewest.
const FEWEST: usize = 24;

/// What of the answers is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// All that may be told.
    All,
    /// The stories, and no figure.
    Stories,
    /// The open texts, to be read before any of them is quoted.
    Texts(Reading),
}

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// Dossiers, gathered sets, files of rows; none for the dossier.
    pub paths: Vec<PathBuf>,
    /// By what each question is parted.
    pub by: Option<String>,
    /// Two names, what is crossed with what.
    pub cross: Option<String>,
    pub trials: Trials,
    pub telling: Telling,
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
    let cross = match asked.cross.as_deref().map(|names| crossed(locale, &library, names)) {
        Some(Err(words)) => {
            eprintln!("{words}");
            return Exit::Failed;
        }
        Some(Ok(cross)) => Some(cross),
        None => None,
    };
    let wanted = Asked {
        trials: asked.trials,
        split,
        cross,
        referentiels: asked.referentiels.clone(),
        forms: asked.forms.clone(),
        seance: None,
        today: Outside::new().today(),
    };
    let stores: Vec<&Store> = places.stores.iter().collect();
    let columns = columns().map_or(COLUMNS, |columns| columns.clamp(FEWEST, COLUMNS));
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
    if let Some(Cross { lines, columns }) = wanted.cross.as_ref()
        && counted.method.rows > 0
        && counted.crosses.is_empty()
    {
        let arguments =
            [("lines", side_name(lines).into()), ("columns", side_name(columns).into())];
        eprintln!("{}", locale.tell("report-cross-apart", &arguments));
        return Exit::Failed;
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
    let texts = Texts { told: &told, rows: sources, trials: asked.trials, known };
    if let Telling::Texts(reading) = asked.telling {
        let Some(store) = places.stores.first() else { return Exit::Failed };
        return read_again(locale, store, texts, reading);
    }
    // What is said in words stays inside, but for what people agreed to and somebody read again.
    let is_inside = asked.audience == Audience::Inside;
    let quoted = match reread(&stores) {
        Ok(reread) if is_inside => texts.quoted(&reread),
        Ok(_) => Quoted::default(),
        Err(fault) => {
            eprintln!("{}", locale.fault(&fault));
            return Exit::Failed;
        }
    };
    if asked.telling == Telling::Stories {
        return print(locale, &words::stories(locale, &told, &quoted, columns));
    }
    let trees = asked.trials.trees().iter().filter(|_| is_inside);
    let said = trees.flat_map(|tree| sayings(&stores, *tree));
    let said = said.filter(|saying| asked.means(&library, &saying.form)).collect::<Vec<_>>();
    let printed = if let ReportAs::Page(file) = &asked.told {
        let cover = Cover {
            structure: asked.structure(settings),
            made: wanted.today,
            stories: quoted.themes,
            quotes: quoted.questions,
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
        text += &words::quotes(locale, &told, &quoted, columns);
        text += &words::sayings(locale, &said, columns);
        print(locale, &text)
    };
    let method = &told.method;
    let is_well = method.faults.is_empty() && method.unknown.is_empty() && method.flaws.is_empty();
    if is_well { printed } else { printed.or(Exit::Problems) }
}

/// What is crossed with what, or why that cannot be.
fn crossed(locale: &Locale, library: &Library, names: &str) -> Result<Cross, String> {
    let words = || By::WORDS.join(", ");
    let two = || locale.tell("report-cross-two", &[("words", words().into())]);
    let (lines, columns) = names.split_once(',').ok_or_else(two)?;
    let [lines, columns] = [lines, columns].map(|name| side(locale, library, name.trim()));
    match (lines?, columns?) {
        (Side::By(_), Side::By(_)) => Err(two()),
        (lines, columns) if lines == columns => Err(two()),
        (lines, columns) => Ok(Cross { lines, columns }),
    }
}

/// One side of what is crossed.
fn side(locale: &Locale, library: &Library, name: &str) -> Result<Side, String> {
    if let Some(by) = By::from_word(name) {
        return Ok(Side::By(by));
    }
    let forms: Vec<_> = library.forms().collect();
    let questions = forms.iter().flat_map(|form| &form.questions);
    let mut questions = questions.filter(|question| question.name.eq_ignore_ascii_case(name));
    let named = |id| {
        let words = By::WORDS.join(", ");
        locale.tell(id, &[("name", name.into()), ("words", words.into())])
    };
    let Some(first) = questions.next() else { return Err(named("report-cross-unknown")) };
    // Of a question that stands in several files, one may offer a single choice.
    let has_one = |question: &Arc<Question>| matches!(question.kind, Kind::One(_));
    if has_one(first) || questions.any(has_one) {
        Ok(Side::Question(first.name.clone()))
    } else {
        Err(named("report-cross-open"))
    }
}

fn side_name(side: &Side) -> &str {
    match side {
        Side::Question(name) => name,
        Side::By(by) => by.word(),
    }
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

/// What was decided of the open texts of these stores.
fn reread(stores: &[&Store]) -> Result<Reread, Fault> {
    let mut all = Reread::default();
    for store in stores {
        all.join([store.reread()?]);
    }
    Ok(all)
}

/// Why a report may not be published, or texts not be read, whatever they say.
fn refused(asked: &Report) -> Option<&'static str> {
    // What is noted beside one set of rows says nothing of another, nor of a part of it.
    let is_part = asked.paths.len() > 1 || asked.paths.iter().any(|path| path.is_file());
    match asked.audience {
        // What is decided of a text is noted beside its row.
        _ if matches!(asked.telling, Telling::Texts(_)) && is_part => Some("texts-part"),
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
