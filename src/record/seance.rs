//! What is kept of a séance beside the rows of its people: one line for the séance itself, and the
//! hands that were counted where questions were voted on, and what a group said of its answers.
//! Never a person: nothing here is anybody's answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Metadata, controle, guard, unguard};
use crate::questionnaire::Questionnaire;
use crate::value::{CONTROLE, Meta, words};

words! {
    /// By which road the answers of a group come in.
    Road {
        /// One person after another takes the keyboard.
        Clavier = "clavier",
        /// Numbered sheets of paper are filled in, then typed.
        Feuilles = "feuilles",
        /// Questions are read aloud, and hands counted.
        Vote = "vote",
    }
}

words! {
    /// Files kept beside the rows of people.
    Apart {
        /// One line a séance.
        Seances = "seances",
        /// One line for each answer of each question voted on.
        Collectif = "collectif",
        /// What a group was shown of its answers, then what it said of them.
        Miroir = "miroir",
    }
}

/// The columns that both have first, after the identifier of the séance.
const SHARED: &[Meta] = &[
    Meta::Referentiel,
    Meta::Questionnaire,
    Meta::Version,
    Meta::Empreinte,
    Meta::Structure,
    Meta::Site,
    Meta::Poste,
    Meta::Cycle,
    Meta::Groupe,
    Meta::Seance,
    Meta::Date,
    Meta::Saisie,
    Meta::Horloge,
    Meta::Essai,
];

/// The identifier of the séance.
pub const SEANCE_ID: &str = "seance_id";

/// The columns of a séance that no other file has.
const COUNTED: &[&str] = &["chemin", "presents", "repondu", "refus", "partis", "absents"];

/// Those of a vote.
const VOTED: &[&str] = &["presents", "question", "reponse", "nombre"];

/// Those of a mirror: a line for each slide, with the sentence that was shown, then one for each
/// sentence of the group, which has no slide.
const REFLECTED: &[&str] = &["diapo", "question", "montre", "texte"];

impl Apart {
    /// The columns that only such a file has, in order.
    pub const fn own(self) -> &'static [&'static str] {
        match self {
            Self::Seances => COUNTED,
            Self::Collectif => VOTED,
            Self::Miroir => REFLECTED,
        }
    }

    /// All columns, in order.
    pub fn columns(self) -> Vec<&'static str> {
        let shared = SHARED.iter().map(|meta| meta.word());
        let first = std::iter::once(SEANCE_ID).chain(shared);
        first.chain(self.own().iter().copied()).chain([CONTROLE]).collect()
    }
}

/// How many people a séance had, as counted at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Who was there.
    pub present: u32,
    /// Who answered to the end.
    pub answered: u32,
    /// Who did not wish to answer.
    pub refused: u32,
    /// Who left before the end.
    pub left: u32,
    /// Who was expected and did not come.
    pub absent: u32,
}

impl Counts {
    /// Did more people answer, refuse or leave than were there?
    pub fn is_too_many(&self) -> bool {
        let sum = u64::from(self.answered) + u64::from(self.refused) + u64::from(self.left);
        sum > u64::from(self.present)
    }
}

/// The hands counted for one answer of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hands {
    /// The question, by name.
    pub question: String,
    /// The answer, by the word that a row would hold.
    pub answer: String,
    /// How many.
    pub count: u32,
}

/// A line of a mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reflected {
    /// A slide: the question, whether the group saw it, and the sentence.
    Slide {
        /// Its place, from 1.
        place: usize,
        /// The question, by name.
        question: String,
        /// Did the group see it?
        shown: bool,
        /// What it says.
        text: String,
    },
    /// Something that the group said of its answers.
    Saying(String),
}

impl Reflected {
    fn cells(self) -> Vec<String> {
        match self {
            Self::Slide { place, question, shown, text } => {
                let shown = if shown { "1" } else { "0" };
                vec![place.to_string(), question, shown.to_owned(), guard(&text).into_owned()]
            }
            Self::Saying(text) => {
                let blank = String::new;
                vec![blank(), blank(), blank(), guard(&text).into_owned()]
            }
        }
    }

    /// What a line of a mirror says, by column; nothing where it is none.
    pub fn read(cell: impl Fn(&str) -> String) -> Option<Self> {
        let text = unguard(&cell("texte")).to_owned();
        if cell("diapo").is_empty() {
            return (!text.is_empty()).then_some(Self::Saying(text));
        }
        let (place, shown) = (cell("diapo").parse().ok()?, cell("montre") == "1");
        Some(Self::Slide { place, question: cell("question"), shown, text })
    }
}

/// Lines of one of these files, of one séance.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    kind: Apart,
    form: Arc<Questionnaire>,
    id: String,
    trial: bool,
    rows: Vec<Vec<String>>,
}

impl Held {
    /// The line of a séance that is over.
    pub fn seance(
        form: &Arc<Questionnaire>,
        metadata: &Metadata,
        road: Road,
        counts: Counts,
    ) -> Self {
        let Counts { present, answered, refused, left, absent } = counts;
        let counted = [present, answered, refused, left, absent].map(|count| count.to_string());
        let own = std::iter::once(road.word().to_owned()).chain(counted).collect();
        Self::new(Apart::Seances, form, metadata, [own])
    }

    /// The lines of a vote.
    pub fn vote(
        form: &Arc<Questionnaire>,
        metadata: &Metadata,
        present: u32,
        hands: Vec<Hands>,
    ) -> Self {
        let own = hands.into_iter().map(|Hands { question, answer, count }| {
            vec![present.to_string(), question, answer, count.to_string()]
        });
        Self::new(Apart::Collectif, form, metadata, own)
    }

    /// The lines of a mirror, of the séance that has this line.
    pub fn mirror(
        form: &Arc<Questionnaire>,
        seance: &BTreeMap<String, String>,
        lines: Vec<Reflected>,
    ) -> Self {
        let cell = |name: &str| seance.get(name).cloned().unwrap_or_default();
        let trial = cell(Meta::Essai.word()) == "1";
        let own = lines.into_iter().map(Reflected::cells);
        Self::of_cells(Apart::Miroir, form, cell(SEANCE_ID), trial, |meta| cell(meta.word()), own)
    }

    fn new(
        kind: Apart,
        form: &Arc<Questionnaire>,
        metadata: &Metadata,
        own: impl IntoIterator<Item = Vec<String>>,
    ) -> Self {
        let id = metadata.get(Meta::ReponseId).to_owned();
        let trial = metadata.get(Meta::Essai) == "1";
        Self::of_cells(kind, form, id, trial, |meta| metadata.get(meta).to_owned(), own)
    }

    fn of_cells(
        kind: Apart,
        form: &Arc<Questionnaire>,
        id: String,
        trial: bool,
        cell: impl Fn(Meta) -> String,
        own: impl IntoIterator<Item = Vec<String>>,
    ) -> Self {
        let shared = SHARED.iter().map(|meta| cell(*meta));
        let first: Vec<String> = std::iter::once(id.clone()).chain(shared).collect();
        let rows = own.into_iter().map(|own| {
            let mut cells = first.clone();
            cells.extend(own);
            cells.push(controle(cells.iter().map(String::as_str)));
            cells
        });
        Self { kind, form: Arc::clone(form), id, trial, rows: rows.collect() }
    }

    /// The cells of its first line, by column.
    pub fn cells(&self) -> BTreeMap<String, String> {
        let names = self.kind.columns().into_iter().map(str::to_owned);
        names.zip(self.rows.first().cloned().unwrap_or_default()).collect()
    }

    /// In which kind of file they stand.
    pub fn kind(&self) -> Apart {
        self.kind
    }

    /// The form of the séance.
    pub fn form(&self) -> &Arc<Questionnaire> {
        &self.form
    }

    /// The identifier of the séance.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Was it a trial, which never counts?
    pub fn is_trial(&self) -> bool {
        self.trial
    }

    /// The cells, in the order of [`Apart::columns`].
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }
}
