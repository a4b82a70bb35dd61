//! Open texts: which may be quoted, and which somebody must read first. Quoted is only what the person
//! agrees to see quoted, and what was cleared since; beside the figures, by question.
//! Never anything else that the row says, and never all texts in memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::disclosure::Disclosed;
use super::report::{Known, OfQuestion, Sources, Trials};
use super::stories::{Story, Theme, asks_story, choice};
use crate::questionnaire::{CONSENT, Kind, Questionnaire};
use crate::record::unguard;
use crate::store::{Decision, Flaws, Reread, Row, RowFiles, Sum};
use crate::value::{Meta, Missing};

/// The answer that agrees.
const AGREES: &str = "oui";

/// The open texts of a report.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// The figures beside which they stand: only texts of its questions are quoted.
    pub told: &'a Disclosed,
    /// Where the rows are.
    pub rows: Sources<'a>,
    /// Are those of trials meant?
    pub trials: Trials,
    /// Which form the rows of a file answer.
    pub known: Known<'a>,
}

/// What may be quoted.
#[derive(Clone, Debug, Default)]
pub struct Quoted {
    /// What was answered to questions that ask for no story, in the order of the report.
    pub questions: Vec<Quotes>,
    /// The stories, by what they are about.
    pub themes: Vec<Theme>,
    /// How many texts may be quoted as soon as somebody clears them.
    pub waiting: u64,
    /// How many are cleared, and answer a question that too few answered.
    pub few: u64,
}

impl Quoted {
    /// How many texts may be quoted.
    pub fn texts(&self) -> u64 {
        let answers = self.questions.iter().map(|quotes| quotes.texts.len());
        let stories = self.themes.iter().flat_map(|theme| &theme.stories);
        answers.chain(stories.map(|story| story.parts.len())).map(|count| count as u64).sum()
    }
}

/// What may be quoted of the answers to a question.
#[derive(Clone, Debug)]
pub struct Quotes {
    /// The form, in the latest version that was met with the question.
    pub form: Arc<Questionnaire>,
    /// Its place in the report.
    pub question: usize,
    /// The texts, in the order of their letters: it says nothing of who came when.
    pub texts: Vec<String>,
}

/// A text that somebody reads, to say whether it may be quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The row that it is of.
    pub row: String,
    /// The question, by place in the report.
    pub question: usize,
    /// The words.
    pub text: String,
    /// What was decided before, where those that were read are read again.
    pub decided: Option<Decision>,
}

/// Which texts are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Those that wait.
    Waiting,
    /// All of them, once more.
    Again,
}

/// Which text, in the order in which they are read: by row, so that the parts of a story come one after
/// the other. Identifiers are made of chance: their order says nothing.
pub type Turn = (String, usize);

impl Unread {
    /// Its place among those that wait.
    pub fn turn(&self) -> Turn {
        (self.row.clone(), self.question)
    }
}

impl Texts<'_> {
    /// What may be quoted of them, after what was decided.
    pub fn quoted(self, reread: &Reread) -> Quoted {
        let found = self.read(Wanted { reread, reading: Reading::Waiting, most: 0, after: None });
        let Found { waiting, few, .. } = found;
        let mut quoted = Quoted { waiting, few, ..Quoted::default() };
        let mut questions: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        let mut themes: BTreeMap<(String, usize), Theme> = BTreeMap::new();
        for quote in found.quotes {
            match quote {
                Quote::Answer(question, text) => questions.entry(question).or_default().push(text),
                Quote::Story { form, choice, story } => {
                    let theme = themes.entry((form.stem(), choice)).or_insert_with(|| {
                        let mut theme = Theme { form, choice: None, stories: Vec::new() };
                        let choices = theme.question().map_or(0, |it| it.kind.choices().len());
                        theme.choice = (choice < choices).then_some(choice);
                        theme
                    });
                    theme.stories.push(story);
                }
            }
        }
        quoted.questions = questions
            .into_iter()
            .map(|(question, mut texts)| {
                texts.sort();
                Quotes { form: Arc::clone(&self.told.questions[question].form), question, texts }
            })
            .collect();
        quoted.themes = themes.into_values().collect();
        quoted.themes.iter_mut().for_each(|theme| theme.stories.sort());
        quoted
    }

    /// How many are to be read, and the first of them after this one, no more than so many.
    pub fn unread(
        self,
        reread: &Reread,
        reading: Reading,
        most: usize,
        after: Option<&Turn>,
    ) -> (u64, Vec<Unread>) {
        let found = self.read(Wanted { reread, reading, most, after });
        let next = found.next.into_iter();
        let next =
            next.map(|((row, question), (text, decided))| Unread { row, question, text, decided });
        (found.waiting, next.collect())
    }

    fn read(self, wanted: Wanted<'_>) -> Found {
        let mut found = Found::default();
        for trial in self.trials.trees() {
            let mut files = RowFiles::of(self.rows.stores, *trial);
            files.retain(|path| self.rows.only.is_none_or(|only| only.contains(&path)));
            let plans: Vec<Option<Plan>> =
                files.files().map(|(path, _)| self.plan(path, *trial)).collect();
            let summed = files.sum(&|place| Reader {
                plan: plans[place].as_ref(),
                wanted,
                places: None,
                found: Found::default(),
            });
            for (_, reader, _) in summed.files {
                found.join(reader.found, wanted.most);
            }
        }
        found
    }

    /// Where the texts of a file stand; nothing where none of them may be quoted. Where being there says
    /// something of a person already, and where a question does, none is.
    fn plan(&self, path: &Path, trial: bool) -> Option<Plan> {
        let form = (self.known.form_of)(path).filter(|form| !form.head.sensible)?;
        let consent = form.index_of(CONSENT)?;
        let mut columns = Vec::new();
        for (place, question) in form.questions.iter().enumerate().take(consent) {
            let is_private = question.sensible || question.defined().sensible;
            if question.kind != Kind::Text || is_private {
                continue;
            }
            let print = question.fingerprint();
            let is_it = |of: &OfQuestion| of.form.id == form.id && of.fingerprint == print;
            if let Some(told) = self.told.questions.iter().position(is_it) {
                let is_few = self.is_few(&form, told);
                columns.push(Column { place, told, is_few });
            }
        }
        (!columns.is_empty()).then_some(Plan { form, trial, columns })
    }

    /// Did too few answer a question for anybody to be quoted? Among four, everybody knows whose words
    /// they are. A story is one among the stories, whichever of its parts were told.
    fn is_few(&self, form: &Questionnaire, question: usize) -> bool {
        let people = if asks_story(form) {
            let forms = &self.told.forms;
            forms.iter().find(|of| of.form.id == form.id).and_then(|of| of.rows.shown())
        } else {
            self.told.questions[question].all.answered.shown()
        };
        people.is_none_or(|people| people < self.told.audience().base())
    }
}

/// Which of the texts that wait are wanted.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    reread: &'a Reread,
    reading: Reading,
    most: usize,
    after: Option<&'a Turn>,
}

/// The texts of a file.
struct Plan {
    form: Arc<Questionnaire>,
    trial: bool,
    columns: Vec<Column>,
}

/// A question that is answered in words.
struct Column {
    /// Its place in the form.
    place: usize,
    /// Its place in the report.
    told: usize,
    /// Did too few answer it?
    is_few: bool,
}

/// What is quoted of a row.
enum Quote {
    Answer(usize, String),
    Story { form: Arc<Questionnaire>, choice: usize, story: Story },
}

#[derive(Default)]
struct Found {
    quotes: Vec<Quote>,
    waiting: u64,
    few: u64,
    next: BTreeMap<Turn, (String, Option<Decision>)>,
}

impl Found {
    fn join(&mut self, other: Self, most: usize) {
        self.quotes.extend(other.quotes);
        self.waiting += other.waiting;
        self.few += other.few;
        for (turn, waits) in other.next {
            self.wait(turn, waits, most);
        }
    }

    /// Keeps a text that waits, as long as it is among the first.
    fn wait(&mut self, turn: Turn, waits: (String, Option<Decision>), most: usize) {
        self.next.insert(turn, waits);
        if self.next.len() > most {
            self.next.pop_last();
        }
    }
}

/// Where in the rows of a file the consent stands, and each of the texts.
struct Places {
    consent: usize,
    texts: Vec<Option<usize>>,
}

/// Reads the rows of a file.
struct Reader<'a> {
    plan: Option<&'a Plan>,
    wanted: Wanted<'a>,
    /// Looked up at the first row.
    places: Option<Places>,
    found: Found,
}

impl Sum for Reader<'_> {
    fn row(&mut self, row: &Row<'_>, _flaws: &mut Flaws) {
        let Some(plan) = self.plan.filter(|plan| plan.holds(row)) else { return };
        let places = self.places.take().or_else(|| plan.places(row));
        let Some(Places { consent, texts }) = &places else { return };
        if row.at(*consent) == AGREES {
            self.agreed(plan, row, texts);
        }
        self.places = places;
    }

    fn join(&mut self, other: Self) {
        self.found.join(other.found, self.wanted.most);
    }
}

impl Reader<'_> {
    /// Takes the texts of somebody who agrees.
    fn agreed(&mut self, plan: &Plan, row: &Row<'_>, places: &[Option<usize>]) {
        let mut parts = Vec::new();
        for (column, place) in plan.columns.iter().zip(places) {
            let Some(place) = place else { continue };
            let question = &plan.form.questions[column.place];
            let cell = row.at(*place);
            let text = unguard(cell);
            if Missing::from_word(cell).is_some() || text.trim().is_empty() {
                continue;
            }
            let id = row.meta(Meta::ReponseId);
            let decided = self.wanted.reread.of(id, &question.name, text);
            if decided.is_none() || self.wanted.reading == Reading::Again {
                self.wait((id.to_owned(), column.told), text, decided);
            }
            match decided.and_then(|decision| decision.of(text)) {
                None => {}
                Some(_) if column.is_few => self.found.few += 1,
                Some(quoted) => parts.push((column, quoted.to_owned())),
            }
        }
        if asks_story(&plan.form) && !parts.is_empty() {
            let parts = parts.into_iter().map(|(column, text)| (column.place, text)).collect();
            let (form, choice) = (Arc::clone(&plan.form), choice(&plan.form, row));
            self.found.quotes.push(Quote::Story { form, choice, story: Story { parts } });
        } else {
            let answers = parts.into_iter();
            let answers = answers.map(|(column, text)| Quote::Answer(column.told, text));
            self.found.quotes.extend(answers);
        }
    }

    fn wait(&mut self, turn: Turn, text: &str, decided: Option<&Decision>) {
        self.found.waiting += 1;
        if self.wanted.most > 0 && self.wanted.after.is_none_or(|after| turn > *after) {
            self.found.wait(turn, (text.to_owned(), decided.cloned()), self.wanted.most);
        }
    }
}

impl Plan {
    /// Is it a row of the form, and no trial in the wrong place?
    fn holds(&self, row: &Row<'_>) -> bool {
        row.meta(Meta::Questionnaire) == self.form.id
            && (self.trial || row.meta(Meta::Essai) != "1")
    }

    fn places(&self, row: &Row<'_>) -> Option<Places> {
        let text = |column: &Column| row.place(&self.form.questions[column.place].name);
        let texts = self.columns.iter().map(text).collect();
        Some(Places { consent: row.place(CONSENT)?, texts })
    }
}
