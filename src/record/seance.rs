//! What is kept of a séance beside the rows of its people: one line for the séance itself, and the
//! hands that were counted where questions were voted on.
//! Never a person: nothing here is anybody's answers.

use std::sync::Arc;

use super::{Metadata, controle};
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

impl Apart {
    /// The columns that only such a file has, in order.
    pub const fn own(self) -> &'static [&'static str] {
        match self {
            Self::Seances => COUNTED,
            Self::Collectif => VOTED,
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

    fn new(
        kind: Apart,
        form: &Arc<Questionnaire>,
        metadata: &Metadata,
        own: impl IntoIterator<Item = Vec<String>>,
    ) -> Self {
        let id = metadata.get(Meta::ReponseId).to_owned();
        let shared = SHARED.iter().map(|meta| metadata.get(*meta).to_owned());
        let first: Vec<String> = std::iter::once(id.clone()).chain(shared).collect();
        let rows = own.into_iter().map(|own| {
            let mut cells = first.clone();
            cells.extend(own);
            cells.push(controle(cells.iter().map(String::as_str)));
            cells
        });
        let trial = metadata.get(Meta::Essai) == "1";
        Self { kind, form: Arc::clone(form), id, trial, rows: rows.collect() }
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
