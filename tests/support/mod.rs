//! What the tests share: a person at the screen, a world where nothing happens by chance.
//! Never touches a disk by itself.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod disk;
pub mod documented;
#[cfg(target_os = "linux")]
pub mod kiosk;
pub mod picture;
pub mod program;
pub mod speech;
#[cfg(unix)]
pub mod terminal;
pub mod watched;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{
    Event as Input, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::style::Modifier;
use recueil::analysis::disclosure::{Disclosed, disclose};
use recueil::analysis::mirror::{HeldSeance, Mirror, Saying, held_seances, mirror};
use recueil::analysis::report::{Asked, Audience, Known, Report, Sources, Trials, report};
use recueil::analysis::texts::Quoted;
use recueil::analysis::{Day, Lot, PastSeance, States, Tally, Together};
use recueil::app::{
    App, AtelierCame, AtelierTask, Before, Came, Effect, Errand, Found, Glance, Glanced, Invented,
    Memory, News, Outcome, Places, Recorded, ResultsFound, Settings, Speech, Wish, World,
};
use recueil::locale::Locale;
use recueil::questionnaire::{Atelier, File, Library, Questionnaire, Source};
use recueil::record::{Held, People, Record, Rows};
use recueil::report::mirror_page;
use recueil::store::{
    Action, Appended, Copied, CopyFault, Draft, Fault, Found as Left, LeftSeance, Notes, Reason,
    Step, Store,
};
use recueil::tui::{Console, FullScreen, Theme};
use recueil::value::{Code, Date, Meta};

/// A small file without a problem: a question of its own, and one of the common file.
pub const WORKSHOP: &str = r#"
[referentiel]
id = "atelier"
titre = "Atelier du quartier"
porteur = "Maison de quartier"
version = 1
lieu.fr = "à l'atelier"

[[question]]
name = "Z1"
type = "select_one"
label.fr = "Comment venez-vous ici ?"
choices = [{ name = "pied", label.fr = "À pied" }, { name = "bus", label.fr = "En bus" }]

[[questionnaire]]
id = "atelier-bilan"
version = 1
titre.fr = "Bilan de l'atelier"
role = "participant"
moment = "ponctuel"
questions = ["B5", "Z1"]
"#;

/// The screens that most people see most, by name, and what is typed to get there.
pub const SCREENS: [(&str, &str); 8] = [
    ("home", ""),
    ("page", "2<enter>"),
    ("notice", "1<enter>1<enter>"),
    ("one", "<begin>2"),
    ("several", "<begin>2<enter>3<enter>13"),
    ("words", "<begin>é<enter>\"<enter>&é<enter>'<enter>é<enter>'<enter>Ouvrir le samedi"),
    ("pass", "<begin>à"),
    ("help", "<begin>2<enter><f1>"),
];

/// The identifier of every row made in tests.
pub const ID: &str = "00000000-0000-4000-8000-000000000001";

/// A shipped form.
pub fn form(id: &str) -> Arc<Questionnaire> {
    Library::load(Vec::new()).form(id).expect(id)
}

/// A form of the référentiel in this text, loaded as a file of the disk.
pub fn form_of(text: &str, id: &str) -> Arc<Questionnaire> {
    let library = library_of(text);
    assert_eq!(library.problems(), [], "{text}");
    library.form(id).expect(id)
}

/// The shipped référentiels and the one in this text.
pub fn library_of(text: &str) -> Library {
    let file = File { name: "questionnaires/test.toml".into(), bytes: Ok(text.into()) };
    Library::load(vec![file])
}

/// The rows in a `data` folder, those that count or the trials: these columns, joined by a bar. Each
/// row is checked.
pub fn rows(data: PathBuf, trial: bool, columns: &[&str]) -> Vec<String> {
    let mut rows = Vec::new();
    let store = Store::new(data, String::new());
    for file in store.row_files(trial) {
        store
            .each_row(&file, |row| {
                assert!(row.is_intact());
                let cells = columns.iter().map(|column| row.cell(column).unwrap_or("(absent)"));
                rows.push(cells.collect::<Vec<_>>().join("|"));
            })
            .expect("rows");
    }
    rows
}

/// A small generator, so that a run can be had again from its seed (SplitMix64, Steele 2014).
pub struct Chance(pub u64);

impl Chance {
    /// Any number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below this one.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.number() % bound
    }

    /// A place among so many; the first where there is none.
    pub fn among(&mut self, count: usize) -> usize {
        usize::try_from(self.below(count.max(1) as u64)).expect("below a size")
    }

    /// A part of so many bytes, of at most this length.
    pub fn part(&mut self, length: usize, longest: usize) -> Range<usize> {
        let start = self.among(length + 1);
        let end = start + self.among(longest.min(length - start) + 1);
        start..end
    }

    /// One of these.
    pub fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.among(of.len())]
    }
}

/// The settings of a structure that has said who it is.
pub fn settings() -> Settings {
    settings_and("")
}

/// The same, with these lines added.
pub fn settings_and(lines: &str) -> Settings {
    let text = format!("structure = \"Foyer\"\ncontact = \"l'accueil, 02 98 00 00 00\"\n{lines}");
    let source = Source { name: "recueil.toml".into(), text };
    Settings::read(source).expect("settings without a problem")
}

/// The lines of settings that open every référentiel, to minors too.
pub const OPEN: &str = "autorisation_parentale = true\n[aipd]\nupc = \"2026-09-15\"\n\
    [en_clair]\nupc = \"Un coffre fermé à clé\"\n";

/// The lines of settings that seal rows that count: a public key of the documentation of age, and one
/// whose private half was thrown away.
pub const SEALED: &str = "[cles]\n\
    structure = \"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\"\n\
    secours = \"age1kx3m6vkkxz3888xcj3jre3vqskqf8p35wlfcw2a560hhjzg2r5ssyw9cdm\"\n";

/// 22 November 2026, and a second passes at each look at the clock.
#[derive(Debug, Default)]
pub struct Still {
    looks: RefCell<u64>,
}

impl World for Still {
    fn today(&self) -> Date {
        Date::constant(2026, 11, 22)
    }

    fn elapsed(&self) -> Duration {
        *self.looks.borrow_mut() += 1;
        Duration::from_secs(*self.looks.borrow())
    }

    fn fresh_id(&self) -> String {
        ID.to_owned()
    }

    fn fresh_code(&self) -> Code {
        Code::read("lune-sapin-42").expect("a code")
    }

    fn poste(&self) -> String {
        "abcdefgh".to_owned()
    }
}

/// The same day, and a clock that goes only when it is told to.
#[derive(Clone, Debug, Default)]
pub struct Clock(Rc<Cell<Duration>>);

impl Clock {
    /// Time passes.
    pub fn passes(&self, time: Duration) {
        self.0.set(self.0.get() + time);
    }
}

impl World for Clock {
    fn today(&self) -> Date {
        Still::default().today()
    }

    fn elapsed(&self) -> Duration {
        self.0.get()
    }

    fn fresh_id(&self) -> String {
        Still::default().fresh_id()
    }

    fn fresh_code(&self) -> Code {
        Still::default().fresh_code()
    }

    fn poste(&self) -> String {
        Still::default().poste()
    }
}

/// Where rows go in tests: kept in memory, or refused.
#[derive(Debug, Default)]
pub struct Disk {
    /// The rows that «the disk» has.
    pub rows: Vec<Record>,
    /// Why the next rows cannot be written, if they cannot, in the usual folder.
    pub refuses: Option<(Action, Reason)>,
    /// What goes wrong and is got round when the next rows are written.
    pub overcomes: Option<(Action, Reason)>,
    /// Does the file end with a torn row?
    pub sets_aside: bool,
    /// The settings kept.
    pub settings: Option<String>,
    /// How many rows of this season do not say their day.
    pub undated: usize,
    /// The séances held last.
    pub seances: Vec<PastSeance>,
    /// What the journal of the interview under way says.
    pub journal: Option<Draft>,
    /// What interviews that never ended left.
    pub left: Vec<Left>,
    /// What the journal of the séance under way says.
    pub seance: Option<Notes>,
    /// What was last decided of a référentiel, and the version that was written of it.
    pub meeting: Option<Atelier>,
    pub version: Option<String>,
    /// Séances that nobody ended.
    pub left_seances: Vec<LeftSeance>,
    /// What was last said of a séance and of the register.
    pub memory: Memory,
    /// The lines of séances that «the disk» has.
    pub held: Vec<Held>,
    /// The sheets printed: the number of the first, and how many.
    pub printed: Vec<(u32, u32)>,
    /// The pages written.
    pub pages: Vec<String>,
    /// What may be quoted of the rows, and what groups said of them.
    pub quoted: Quoted,
    pub sayings: Vec<Saying>,
    /// The folders of the sticks that are plugged in.
    pub sticks: Vec<PathBuf>,
    /// What was said aloud, and nothing where the voice was stopped.
    pub heard: Vec<Option<Speech>>,
    /// Why journals can be neither written nor removed, if they cannot.
    pub refuses_journals: Option<(Action, Reason)>,
}

impl Disk {
    pub fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        let file = PathBuf::from("/dossier/data/commun/reponses.csv");
        let fault = self
            .refuses
            .clone()
            .map(|(action, reason)| Arc::new(Fault { action, path: file.clone(), reason }));
        let fault_at = |into: &Option<PathBuf>| fault.filter(|_| into.is_none());
        Some(match effect {
            Effect::Probe { into, .. } => Outcome::Probed(fault_at(&into).map_or(Ok(()), Err)),
            Effect::Save { record, into } => Outcome::Saved(match fault_at(&into) {
                Some(fault) => Err(fault),
                None => {
                    self.rows.push(*record);
                    let file = into.map_or(file, |folder| folder.join("data/commun/reponses.csv"));
                    let overcome = self.overcomes.clone().map(|(action, reason)| Fault {
                        action,
                        path: "/dossier/data/commun/reponses.csv".into(),
                        reason,
                    });
                    let aside = self
                        .sets_aside
                        .then(|| PathBuf::from("/dossier/data/commun/reponses.csv.rebut"));
                    Ok(Appended { file, rows: 1, set_aside: aside, overcome })
                }
            }),
            Effect::Correct(record) => Outcome::Corrected(match fault_at(&None) {
                Some(fault) => Err(fault),
                None => {
                    let old = self
                        .rows
                        .iter_mut()
                        .find(|row| row.meta(Meta::ReponseId) == record.meta(Meta::Remplace));
                    Ok(old.map(|old| {
                        *old = *record;
                        file
                    }))
                }
            }),
            Effect::Keep(settings) => {
                self.settings = Some(settings.text().to_owned());
                Outcome::Kept(Ok(()))
            }
            Effect::Count => Outcome::Counted(Day {
                today: self.rows.iter().filter(|row| !row.is_trial()).count(),
                trials_today: self.rows.iter().filter(|row| row.is_trial()).count(),
                undated: self.undated,
                arrivals: self.of_moment("entree"),
                departures: self.of_moment("sortie"),
                lots: self.lots(),
                seances: self.seances.clone(),
                ..Day::default()
            }),
            Effect::Drafts => Outcome::Left(self.left.clone()),
            Effect::BeginDraft { opening, steps } => {
                if let Some(fault) = self.journal_fault() {
                    return Some(Outcome::Unkept(fault));
                }
                assert!(self.journal.is_none(), "an interview at a time");
                self.journal = Some(Draft { opening: *opening, steps, is_torn: false });
                return None;
            }
            Effect::NoteDraft(steps) => {
                if let Some(fault) = self.journal_fault() {
                    return Some(Outcome::Unkept(fault));
                }
                let journal = self.journal.as_mut().expect("a journal that was begun");
                for step in steps {
                    match step {
                        Step::Cut(kept) => journal.steps.truncate(kept),
                        step => journal.steps.push(step),
                    }
                }
                return None;
            }
            Effect::EndDraft => {
                if let Some(fault) = self.journal_fault().filter(|_| self.journal.is_some()) {
                    return Some(Outcome::Unremoved(fault));
                }
                self.journal = None;
                return None;
            }
            Effect::LeaveDraft => {
                self.journal = None;
                return None;
            }
            Effect::ResumeDraft(path) => {
                let found = self.left.iter().find(|left| left.path == path);
                self.journal = found.and_then(|left| left.draft.clone());
                Outcome::TakenUp(Ok(self.journal.clone().map(Box::new)))
            }
            Effect::EraseDraft(path) => {
                let count = self.left.len();
                self.left.retain(|left| left.path != path);
                Outcome::Erased(Ok(self.left.len() < count))
            }
            Effect::Seance(wish) => Outcome::Seance(self.seance(wish)?),
            Effect::Desk(errand) => Outcome::Desk(self.errand(errand)),
            Effect::Atelier(task) => Outcome::Atelier(self.around_the_table(task)),
            Effect::Staff(code) => Outcome::Staff(code == "sésame"),
            Effect::Speak(speech) => {
                self.heard.push(Some(*speech));
                return None;
            }
            Effect::Hush => {
                self.heard.push(None);
                return None;
            }
            Effect::Quit => return None,
        })
    }

    /// How many rows count that were answered at this moment.
    fn of_moment(&self, moment: &str) -> usize {
        let rows = self.rows.iter().filter(|row| !row.is_trial());
        rows.filter(|row| row.meta(Meta::Moment) == moment).count()
    }

    /// The rows by what they have in common, as the store would count them.
    fn lots(&self) -> BTreeMap<Lot, States> {
        let mut lots: BTreeMap<Lot, States> = BTreeMap::new();
        for row in &self.rows {
            let cell = |meta| row.meta(meta).to_owned();
            let (form, group) = (cell(Meta::Questionnaire), cell(Meta::Groupe));
            let lot = Lot { form, group, seance: cell(Meta::Seance), trial: row.is_trial() };
            let states = lots.entry(lot).or_default();
            let is_partial = row.meta(Meta::Etat) == "partiel";
            *(if is_partial { &mut states.partial } else { &mut states.complete }) += 1;
        }
        lots
    }

    /// What a référentiel around a table asks.
    fn around_the_table(&mut self, task: AtelierTask) -> AtelierCame {
        match task {
            AtelierTask::Keep(atelier) => {
                self.meeting = Some(*atelier);
                AtelierCame::Kept(Ok(()))
            }
            AtelierTask::Write { atelier, text, .. } => {
                self.meeting = Some(*atelier);
                self.version = Some(text);
                let path = |name: &str| PathBuf::from("/dossier/questionnaires").join(name);
                AtelierCame::Written(Ok([path("a.toml"), path("anciens/a.v1.toml")]))
            }
        }
    }

    /// What the screens ask that home leads to.
    fn errand(&mut self, errand: Errand) -> News {
        match errand {
            Errand::Sheets => {
                let rows = self.rows.iter().map(|row| recorded(row.form(), row));
                News::Sheets(rows.collect(), 0)
            }
            Errand::Results(referentiel) => News::Results(Box::new(self.results(referentiel))),
            Errand::Invent { form, sheets } => {
                let rows = Rows::new(&form, 1, People::Apart, "1");
                self.rows.extend((0..sheets).map(|number| rows.row(number)));
                let file = "/dossier/data/essai/commun/reponses.csv".into();
                News::Invented(Ok(Invented { seed: 1, sheets, file }))
            }
            Errand::Mirror(glance) => News::Mirror(self.glance(glance)),
            Errand::Sticks => News::Sticks(self.sticks.clone()),
            Errand::Parcel(settings) => {
                let looked = if settings.is_complete() {
                    Ok(vec!["Bilan : 3 lignes".to_owned(), "Ce qui reste ici".to_owned()])
                } else {
                    Err(vec!["recueil.toml ne dit pas qui envoie".to_owned()])
                };
                let places = self.sticks.iter().map(|stick| stick.join("envoi-2026-11-22"));
                News::Parcel(looked, places.collect())
            }
            Errand::Send { to, .. } => News::Sent(match &self.refuses {
                Some(_) => Err(vec!["il n'y a plus de place".to_owned()]),
                None => Ok(vec![format!("L'envoi est dans {}", to.display())]),
            }),
            Errand::Copy(to) => {
                let folder = to.join("recueil-abcdefgh");
                News::Copied(match self.refuses.clone() {
                    Some((action, reason)) => {
                        let fault = Fault { action, path: folder.join("recueil.toml"), reason };
                        Err(Arc::new(CopyFault::Partial(fault, folder)))
                    }
                    None => Ok(Copied { folder, files: 3, written: 3, left: Vec::new() }),
                })
            }
        }
    }

    /// A store that has the rows, and the lines kept beside them.
    fn store(&self) -> (tempfile::TempDir, Store) {
        let folder = tempfile::TempDir::new().expect("a folder");
        let mut store = Store::new(folder.path().to_owned(), "abcdefgh".to_owned());
        for row in &self.rows {
            let rows = std::slice::from_ref(row);
            store.append(row.form(), row.is_trial(), rows).expect("appended");
        }
        for held in &self.held {
            store.append_held(held).expect("appended");
        }
        (folder, store)
    }

    /// What a mirror asks, of the store that reads the rows back.
    fn glance(&mut self, glance: Glance) -> Glanced {
        let (_folder, store) = self.store();
        let file = |name: &str| PathBuf::from("/dossier").join(name);
        match glance {
            Glance::Seances => Glanced::Seances(held_seances(&store)),
            Glance::Of { seance, .. } => {
                let form = form(&seance.together().questionnaire);
                Glanced::Of(Some(Box::new(mirrored(&store, &form, *seance))))
            }
            Glance::Keep { held, .. } => Glanced::Kept(match self.refuses.clone() {
                Some((action, reason)) => {
                    Err(Arc::new(Fault { action, path: file("data/flsm/miroir.csv"), reason }))
                }
                None => {
                    self.held.push(*held);
                    Ok(file("data/flsm/miroir.csv"))
                }
            }),
            Glance::Sheet(mirror) => {
                self.pages.push(mirror_page(&Locale::new("fr"), &mirror));
                Glanced::Sheet(Ok(file(&format!("{}-miroir.html", mirror.form.id))))
            }
        }
    }

    /// The rows, counted by the store that reads them back.
    fn results(&self, referentiel: String) -> ResultsFound {
        let (_folder, store) = self.store();
        let forms: Vec<_> = self.rows.iter().map(|row| Arc::clone(row.form())).collect();
        let [counting, trials] = [Trials::Out, Trials::Only].map(|trials| {
            let referentiels = vec![referentiel.clone()];
            told(&store, &forms, &Asked { trials, referentiels, ..today() })
        });
        let (quoted, sayings) = (self.quoted.clone(), self.sayings.clone());
        ResultsFound { referentiel, counting, trials, quoted, sayings }
    }

    /// What a séance asks, kept in memory.
    fn seance(&mut self, wish: Wish) -> Option<Came> {
        let file = |name: &str| PathBuf::from("/dossier").join(name);
        Some(match wish {
            Wish::Look => Came::Left(self.left_seances.clone()),
            Wish::Recall { .. } => Came::Recalled(self.memory.clone()),
            Wish::Count { together, .. } => Came::Counted(self.tally(&together)),
            Wish::Begin(notes) | Wish::Note(notes) => {
                self.seance = Some(notes);
                return None;
            }
            Wish::End => {
                self.seance = None;
                return None;
            }
            Wish::Leave => {
                let path = file("brouillons/x.seance");
                let left = self.seance.take().map(|notes| LeftSeance { path, notes });
                self.left_seances.extend(left);
                return None;
            }
            Wish::TakeUp(path) => {
                let found = self.left_seances.iter().position(|left| left.path == path);
                let left = found.map(|at| self.left_seances.remove(at));
                self.seance = left.map(|left| left.notes);
                Came::TakenUp(Ok(self.seance.clone()))
            }
            Wish::Save { held, .. } => {
                if let Some((action, reason)) = self.refuses.clone() {
                    let path = file("data/flsm/seances.csv");
                    return Some(Came::Saved(Err(Arc::new(Fault { action, path, reason }))));
                }
                self.held.push(*held);
                Came::Saved(Ok(file("data/flsm/seances.csv")))
            }
            Wish::Row { form, together, sheet, .. } => {
                let is_sheet = |row: &&Record| {
                    row.meta(Meta::Feuille) == sheet.to_string()
                        && row.meta(Meta::Groupe) == together.groupe
                };
                let row = self.rows.iter().rev().find(is_sheet);
                Came::Row(row.map(|row| Box::new(recorded(&form, row))))
            }
            Wish::Print { first, count, .. } => {
                self.printed.push((first, count));
                Came::Printed(Ok(file("flsm-sortie-feuilles.html")))
            }
        })
    }

    /// The rows of a séance, as the store would count them.
    fn tally(&self, of: &Together) -> Tally {
        let mut tally = Tally::default();
        for row in self.rows.iter().filter(|row| row.is_trial() == of.trial) {
            let sheet = row.meta(Meta::Feuille).parse().ok();
            if row.meta(Meta::Questionnaire) != of.questionnaire {
                continue;
            }
            tally.highest = tally.highest.max(sheet.unwrap_or(0));
            let here =
                [(Meta::Groupe, &of.groupe), (Meta::Seance, &of.seance), (Meta::Date, &of.date)];
            if here.iter().all(|(meta, value)| row.meta(*meta) == value.as_str()) {
                let is_partial = row.meta(Meta::Etat) == "partiel";
                *(if is_partial { &mut tally.partial } else { &mut tally.complete }) += 1;
                tally.sheets.extend(sheet);
            }
        }
        tally
    }

    fn journal_fault(&self) -> Option<Arc<Fault>> {
        let path = PathBuf::from("/dossier/brouillons/x.journal");
        let refuses = self.refuses_journals.clone();
        refuses.map(|(action, reason)| Arc::new(Fault { action, path, reason }))
    }
}

/// A row as it is read back from a disk.
fn recorded(form: &Arc<Questionnaire>, record: &Record) -> Recorded {
    let folder = tempfile::TempDir::new().expect("a folder");
    let mut store = Store::new(folder.path().to_owned(), "abcdefgh".to_owned());
    let trial = record.is_trial();
    store.append(form, trial, std::slice::from_ref(record)).expect("appended");
    let mut found = None;
    store.standing(trial, |_, row| found = Some(Recorded::new(form, row)));
    found.expect("a row")
}

/// Where the answers of tests are.
pub fn places() -> Places {
    Places {
        found: Found::Current,
        data: "/dossier/data".into(),
        settings: "/dossier/recueil.toml".into(),
        drafts: "/dossier/brouillons".into(),
        other: "/autre/recueil".into(),
    }
}

/// A console that gives nothing: inputs are handed to the screen directly.
pub struct NoConsole;

impl Console for NoConsole {
    fn next(&mut self) -> io::Result<Input> {
        Err(io::ErrorKind::UnexpectedEof.into())
    }

    fn within(&mut self, _wait: Duration) -> io::Result<Option<Input>> {
        Ok(None)
    }

    fn paste(&mut self, _on: bool) -> io::Result<()> {
        Ok(())
    }

    fn busy(&self) -> Arc<Mutex<()>> {
        Arc::default()
    }
}

/// A person in front of the full screen: what they type goes through the real screen, and what
/// they see is the real drawing.
pub struct Person<'t> {
    pub app: App,
    pub disk: Rc<RefCell<Disk>>,
    screen: FullScreen<'t>,
    terminal: Terminal<TestBackend>,
    /// Has the program ended?
    pub left: bool,
}

impl Person<'static> {
    /// At the home screen of a structure that has said who it is.
    pub fn at_home(columns: u16, rows: u16) -> Self {
        Self::of(settings(), columns, rows)
    }

    /// At the home screen of the shipped référentiels, with these settings.
    pub fn of(settings: Settings, columns: u16, rows: u16) -> Self {
        Self::with(Library::load(Vec::new()), settings, "fr", columns, rows)
    }

    /// In front of one form, asked for by its name.
    pub fn collecting(form: &str, settings: Settings, columns: u16, rows: u16) -> Self {
        let mut person = Self::of(settings, columns, rows);
        person.opens(&self::form(form));
        person
    }

    /// In front of a séance with this form, asked for by its name.
    pub fn holding(form: &str, settings: Settings, columns: u16, rows: u16) -> Self {
        let mut person = Self::of(settings, columns, rows);
        person.opens_seance(&self::form(form));
        person
    }

    /// At the borne with these forms: the team, or somebody who comes to answer. The clock goes only
    /// when it is told to.
    pub fn at_borne(
        forms: &[&str],
        before: Before,
        settings: Settings,
        (columns, rows): (u16, u16),
    ) -> (Self, Clock) {
        let clock = Clock::default();
        let library = Rc::new(Library::load(Vec::new()));
        let locale = Locale::new(&settings.lang);
        let app = App::new(Box::new(clock.clone()), locale, &library, settings, places());
        let mut person = Self::before(app, columns, rows);
        let forms: Vec<_> = forms.iter().map(|id| library.form(id).expect(id)).collect();
        let effects = person.app.open_borne(&forms, before);
        let disk = Rc::clone(&person.disk);
        person.app.carry_out(effects, &mut |effect| disk.borrow_mut().perform(effect));
        person.show();
        (person, clock)
    }

    /// Does nothing while time passes.
    pub fn waits(&mut self, clock: &Clock, time: Duration) -> &mut Self {
        clock.passes(time);
        let disk = Rc::clone(&self.disk);
        let mut perform = |effect| disk.borrow_mut().perform(effect);
        self.left |= !self.screen.tick(&mut self.app, &mut perform);
        self.show();
        self
    }

    /// Asks for a séance with one form by its name.
    pub fn opens_seance(&mut self, form: &Arc<Questionnaire>) -> &mut Self {
        let effects = self.app.open_seance(Some(form));
        let disk = Rc::clone(&self.disk);
        self.app.carry_out(effects, &mut |effect| disk.borrow_mut().perform(effect));
        self.show();
        self
    }

    /// Finds séances that nobody ended, as at the start of the program.
    pub fn finds_seances(&mut self, left: Vec<LeftSeance>) -> &mut Self {
        self.disk.borrow_mut().left_seances = left;
        let disk = Rc::clone(&self.disk);
        let perform = &mut |effect| disk.borrow_mut().perform(effect);
        self.app.carry_out(vec![Effect::Seance(Wish::Look)], perform);
        self.show();
        self
    }

    /// Asks for one form by its name.
    pub fn opens(&mut self, form: &Arc<Questionnaire>) -> &mut Self {
        let effects = self.app.open(form);
        let disk = Rc::clone(&self.disk);
        self.app.carry_out(effects, &mut |effect| disk.borrow_mut().perform(effect));
        self.show();
        self
    }

    /// At a home screen.
    pub fn with(
        library: Library,
        settings: Settings,
        language: &str,
        columns: u16,
        rows: u16,
    ) -> Self {
        let locale = Locale::new(language);
        let world = Box::new(Still::default());
        let app = App::new(world, locale, &Rc::new(library), settings, places());
        Self::before(app, columns, rows)
    }

    /// In front of an application.
    pub fn before(app: App, columns: u16, rows: u16) -> Self {
        // Leaked: a test ends before it matters.
        let theme: &'static Theme = Box::leak(Box::new(Theme::coloured()));
        let terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a test terminal");
        let screen = FullScreen::new(theme);
        let mut person = Self { app, disk: Rc::default(), screen, terminal, left: false };
        let disk = Rc::clone(&person.disk);
        person.app.carry_out(vec![Effect::Count], &mut |effect| disk.borrow_mut().perform(effect));
        person.show();
        person
    }

    /// The same person in front of the same screen, in other colours and signs.
    #[must_use]
    pub fn in_looks(mut self, theme: Theme) -> Self {
        // Leaked: a test ends before it matters.
        self.screen = FullScreen::new(Box::leak(Box::new(theme)));
        self.show();
        self
    }

    /// Finds what interviews that never ended left, as at the start of the program.
    pub fn finds(&mut self, left: Vec<Left>) -> &mut Self {
        self.disk.borrow_mut().left = left;
        let disk = Rc::clone(&self.disk);
        let perform = &mut |effect| disk.borrow_mut().perform(effect);
        self.app.carry_out(vec![Effect::Drafts], perform);
        self.show();
        self
    }

    /// Types a script: characters as they are, other keys as `<enter>`, `<esc>`, `<f1>`… `<begin>`
    /// is Enter until the first question: in a low window there is more to read before it.
    pub fn types(&mut self, script: &str) -> &mut Self {
        let mut parts = script.split("<begin>");
        for input in inputs(parts.next().unwrap_or_default()) {
            self.input(&input);
        }
        for part in parts {
            let enter = &inputs("<enter>")[0];
            let mut turns = 0;
            while !self.sees().contains("Question 1 ") {
                turns += 1;
                assert!(turns < 20, "no question:\n{}", self.sees());
                self.input(enter);
            }
            for input in inputs(part) {
                self.input(&input);
            }
        }
        self
    }

    /// Clicks on the first place where this text stands.
    pub fn clicks(&mut self, text: &str) -> &mut Self {
        let screen = self.sees();
        let (row, line) = screen
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(text))
            .unwrap_or_else(|| panic!("no {text:?} on\n{screen}"));
        let column = line[..line.find(text).unwrap_or(0)].chars().count();
        let at = (u16::try_from(column).expect("a column"), u16::try_from(row).expect("a row"));
        self.button(MouseEventKind::Down(MouseButton::Left), at);
        self.button(MouseEventKind::Up(MouseButton::Left), at)
    }

    /// Moves the button of the mouse at a place.
    pub fn button(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> &mut Self {
        self.input(&Input::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
    }

    /// Hands one input to the screen, and shows what comes of it.
    pub fn input(&mut self, input: &Input) -> &mut Self {
        let disk = Rc::clone(&self.disk);
        let mut perform = |effect| disk.borrow_mut().perform(effect);
        self.left |= !self.screen.heed(&mut self.app, input, &mut perform);
        self.show();
        self
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.input(&Input::Resize(columns, rows))
    }

    fn show(&mut self) {
        self.screen.show(&mut self.terminal, &mut NoConsole, &self.app).expect("a frame");
    }

    /// The whole screen as text, without the blanks at the ends of lines.
    pub fn sees(&self) -> String {
        let buffer = self.terminal.backend().buffer();
        let rows = (0..buffer.area.height).map(|y| {
            let row: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
            row.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n").trim_end().to_owned()
    }

    /// Types the same again and again, until these words are there.
    pub fn types_until(&mut self, script: &str, words: &str) -> &mut Self {
        let mut turns = 0;
        while !self.reads().contains(words) {
            turns += 1;
            assert!(turns < 50, "never {words:?}:\n{}", self.sees());
            self.types(script);
        }
        self
    }

    /// Sees these words, however they are turned to the next row.
    pub fn sees_words(&self, words: &str) -> &Self {
        assert!(self.reads().contains(words), "no {words:?} on\n{}", self.sees());
        self
    }

    /// The words of the screen, one after the other, however they are turned to the next row.
    pub fn reads(&self) -> String {
        self.sees().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The buffer behind the screen, with its styles.
    pub fn buffer(&self) -> &ratatui::buffer::Buffer {
        self.terminal.backend().buffer()
    }

    /// Where the hardware cursor is.
    pub fn cursor(&self) -> ratatui::layout::Position {
        self.terminal.backend().cursor_position()
    }

    /// The row where it is.
    pub fn cursor_row(&self) -> u16 {
        self.terminal.backend().cursor_position().y
    }

    /// Magnifiers and braille lines follow the hardware cursor: it is shown, and in what is typed, else
    /// on the line in focus, else where reading begins.
    pub fn follows_the_cursor(&self) {
        let screen = self.sees();
        assert!(self.terminal.backend().cursor_visible(), "no cursor on\n{screen}");
        let at = self.terminal.backend().cursor_position();
        let row = |y: u16| -> String {
            (0..self.buffer().area.width).map(|x| self.buffer()[(x, y)].symbol()).collect()
        };
        let rows = || (0..self.buffer().area.height).map(|y| (y, row(y)));
        let starts = |starts: [&str; 2]| {
            let found =
                rows().find(|(_, row)| starts.iter().any(|s| row.trim_start().starts_with(s)));
            found.map(|(y, _)| y)
        };
        if let Some((field, _)) = rows().find(|(_, row)| row.starts_with("  > ")) {
            // Tests type at the end of what is typed: nothing of it is after the cursor.
            let is_typed = |x: u16, y: u16| {
                let cell = &self.buffer()[(x, y)];
                cell.modifier.contains(Modifier::UNDERLINED) && cell.symbol() != " "
            };
            assert!(at.y >= field && at.x >= 4, "the cursor is not in the field of\n{screen}");
            assert!(self.buffer()[at].modifier.contains(Modifier::UNDERLINED), "{at}\n{screen}");
            assert!((at.x..self.buffer().area.width).all(|x| !is_typed(x, at.y)), "{at}\n{screen}");
            let goes_on = at.y + 1 < self.buffer().area.height && is_typed(4, at.y + 1);
            assert!(!goes_on, "{at}\n{screen}");
        } else if let Some(focused) = starts(["▸ ", "> "]) {
            assert_eq!(at.y, focused, "the cursor is not on the line in focus of\n{screen}");
        } else {
            assert!(!row(at.y).trim().is_empty(), "the cursor is on a blank row of\n{screen}");
            let above = rows().take(at.y.into()).filter(|(_, row)| !row.trim().is_empty());
            // The title, the line under it, and what is said of a trial.
            assert!(above.count() <= 5, "the cursor is not where reading begins on\n{screen}");
        }
    }
}

/// The inputs of a script.
pub fn inputs(script: &str) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut rest = script;
    while let Some(character) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|after| after.split_once('>'));
        let code = match named.map(|(name, after)| (key_named(name), after)) {
            Some((Some(code), after)) => {
                rest = after;
                code
            }
            _ => {
                rest = &rest[character.len_utf8()..];
                KeyCode::Char(character)
            }
        };
        inputs.push(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }
    inputs
}

/// Text pasted.
pub fn pasted(text: &str) -> Input {
    Input::Paste(text.to_owned())
}

/// A key with Control.
pub fn control(key: char) -> Input {
    Input::Key(KeyEvent::new(KeyCode::Char(key), KeyModifiers::CONTROL))
}

fn key_named(name: &str) -> Option<KeyCode> {
    Some(match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "back" => KeyCode::Backspace,
        "pageup" => KeyCode::PageUp,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "f3" => KeyCode::F(3),
        "f4" => KeyCode::F(4),
        "f6" => KeyCode::F(6),
        "f5" => KeyCode::F(5),
        "f7" => KeyCode::F(7),
        "f12" => KeyCode::F(12),
        _ => return None,
    })
}

/// The sizes at which whole screens are looked at.
const SIZES: [(u16, u16); 2] = [(80, 24), (40, 12)];

/// Compares what a person sees after a script, at both sizes, with the files of this name.
pub fn shows(name: &str, person: impl Fn(u16, u16) -> Person<'static>, script: &str) {
    for (columns, rows) in SIZES {
        shows_at(name, (columns, rows), person(columns, rows), script);
    }
}

/// Compares what a person sees after a script with the file of this name and size.
pub fn shows_at(
    name: &str,
    (columns, rows): (u16, u16),
    mut person: Person<'static>,
    script: &str,
) {
    person.types(script);
    person.follows_the_cursor();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("{name}-{columns}x{rows}"), person.sees()));
}

/// A report of all that counts, on the day of the tests.
pub fn today() -> Asked {
    Asked::all(Date::constant(2026, 11, 22))
}

/// What the rows of a store say, as those who work there may read it: rows answer these forms, which are
/// of the shipped référentiels or of [`WORKSHOP`].
pub fn told(store: &Store, forms: &[Arc<Questionnaire>], asked: &Asked) -> Disclosed {
    disclose(counted(store, forms, asked), Audience::Inside)
}

/// The same, with nothing hidden.
pub fn counted(store: &Store, forms: &[Arc<Questionnaire>], asked: &Asked) -> Report {
    let catalogue: Vec<_> = library_of(WORKSHOP).referentiels().collect();
    let form_of = |file: &std::path::Path| {
        let name = file.file_name()?.to_str()?;
        forms.iter().find(|form| name.starts_with(&form.stem())).map(Arc::clone)
    };
    let known = Known { catalogue: &catalogue, form_of: &form_of };
    report(Sources { stores: &[store], only: None }, asked, known)
}

/// The mirror of a séance: rows answer one of the shipped forms.
pub fn mirrored(store: &Store, form: &Arc<Questionnaire>, seance: HeldSeance) -> Mirror {
    let catalogue: Vec<_> = library_of(WORKSHOP).referentiels().collect();
    let form_of = |_: &std::path::Path| Some(Arc::clone(form));
    let known = Known { catalogue: &catalogue, form_of: &form_of };
    mirror(store, form, seance, known, today().today)
}
