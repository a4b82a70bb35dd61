//! Le miroir: what the answers of one séance say to the group that gave them, a question at a time.
//! Never a figure under five, never a small minority, never a matter that is private.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Together;
use super::disclosure::{Disclosed, disclose};
use super::report::{
    Asked, Audience, BASE, Counted, Figure, Known, OfQuestion, Sources, Spread, Trials, report,
};
use crate::questionnaire::{Kind, Question, Questionnaire};
use crate::record::{Apart, Reflected, Road, SEANCE_ID};
use crate::store::Store;
use crate::value::{Date, Meta, Missing};

/// So few people on one side are not told apart from the others.
const FEW: u64 = 3;

/// From so many answers on, more than one of the most frequent is told.
const MANY: u64 = 12;

/// The most answers of which it is told how frequent they are.
const MOST_TOLD: usize = 3;

/// The line of a séance that was held: what its answers have in common, and how many people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldSeance {
    /// Its cells, by column.
    pub cells: BTreeMap<String, String>,
}

impl HeldSeance {
    fn cell(&self, name: &str) -> String {
        self.cells.get(name).cloned().unwrap_or_default()
    }

    /// What one of its columns says.
    pub fn meta(&self, meta: Meta) -> String {
        self.cell(meta.word())
    }

    /// Its identifier.
    pub fn id(&self) -> String {
        self.cell(SEANCE_ID)
    }

    /// Was it a trial?
    pub fn is_trial(&self) -> bool {
        self.meta(Meta::Essai) == "1"
    }

    /// How many people were there.
    pub fn present(&self) -> u64 {
        self.cell("presents").parse().unwrap_or_default()
    }

    fn is_vote(&self) -> bool {
        self.cell("chemin") == Road::Vote.word()
    }

    /// What its rows have in common.
    pub fn together(&self) -> Together {
        Together {
            questionnaire: self.meta(Meta::Questionnaire),
            groupe: self.meta(Meta::Groupe),
            seance: self.meta(Meta::Seance),
            date: self.meta(Meta::Date),
            cycle: self.meta(Meta::Cycle),
            trial: self.is_trial(),
        }
    }
}

/// The séances that were held, the latest first; of one day, the one written last.
pub fn held_seances(store: &Store) -> Vec<HeldSeance> {
    let mut held = Vec::new();
    store.all_seances(|cells| held.push(HeldSeance { cells: cells.clone() }));
    held.reverse();
    held.sort_by_key(|seance| std::cmp::Reverse(seance.meta(Meta::Date)));
    held
}

/// What a group is shown of its answers.
#[derive(Clone, Debug)]
pub struct Mirror {
    /// The form.
    pub form: Arc<Questionnaire>,
    /// The séance.
    pub seance: HeldSeance,
    /// In the order of the form.
    pub slides: Vec<Slide>,
    /// What the group said of them already.
    pub sayings: Vec<String>,
}

/// What is told of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// The question.
    pub question: Arc<Question>,
    /// The places of its choices that count, where some do.
    pub favorable: Vec<usize>,
    /// What may be said.
    pub said: Said,
    /// Did everybody who was there answer it?
    pub everybody: bool,
    /// Does the group see it? As the mediator chose before.
    pub shown: bool,
}

/// What may be said of the answers to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// No figure: what the group was asked, and an invitation to tell.
    Story,
    /// All of them took a choice that counts.
    All(u64),
    /// All but a few, who are not counted out.
    Nearly,
    /// More than half.
    Most,
    /// Half.
    Half,
    /// Less than half.
    Some,
    /// So many of so many.
    Share(u64, u64),
    /// The answers given most, by place: each with how many gave it, of how many.
    Frequent(Vec<(usize, u64)>, u64),
    /// The answer given most, which too few gave to be counted.
    First(usize),
}

/// What may be said where so many of so many took a choice that counts.
pub fn said(taken: u64, of: u64) -> Said {
    let others = of.saturating_sub(taken);
    match () {
        () if of < BASE || taken < FEW => Said::Story,
        () if others == 0 => Said::All(of),
        () if others < FEW && 4 * taken >= 3 * of => Said::Nearly,
        () if others >= FEW && taken >= BASE => Said::Share(taken, of),
        () if taken > others => Said::Most,
        () if taken == others => Said::Half,
        () => Said::Some,
    }
}

/// What may be said of the answers given most, where none of them is better than the others.
pub fn frequent(counts: &[(usize, u64)], of: u64) -> Said {
    let mut ordered: Vec<(usize, u64)> = counts.to_vec();
    ordered.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
    let most = if of < MANY { 1 } else { MOST_TOLD };
    let told: Vec<(usize, u64)> =
        ordered.iter().copied().filter(|(_, count)| *count >= BASE).take(most).collect();
    let tied = ordered.get(1).is_some_and(|second| second.1 == ordered[0].1);
    match ordered.first() {
        _ if of < BASE => Said::Story,
        // One of two answers as frequent is not put before the other.
        Some(_) if most == 1 && tied => Said::Story,
        // All but one or two gave it: those are not counted out.
        Some((place, count)) if *count < of && of - count < FEW && !tied => Said::First(*place),
        Some((_, count)) if *count < of && of - count < FEW => Said::Story,
        Some(_) if !told.is_empty() => Said::Frequent(told, of),
        Some((place, count)) if *count >= FEW && !tied => Said::First(*place),
        _ => Said::Story,
    }
}

/// The mirror of a séance.
pub fn mirror(
    store: &Store,
    form: &Arc<Questionnaire>,
    seance: HeldSeance,
    known: Known<'_>,
    today: Date,
) -> Mirror {
    let asked = Asked {
        trials: if seance.is_trial() { Trials::Only } else { Trials::Out },
        forms: vec![form.id.clone()],
        seance: Some(seance.together()),
        ..Asked::all(today)
    };
    let mut counted = report(Sources { stores: &[store], only: None }, &asked, known);
    if seance.is_vote() {
        counted.questions = voted(store, form, &seance, known);
    }
    let told = disclose(counted, Audience::Inside);
    let (hidden, sayings) = kept(store, &seance.id());
    let mut slides = slides(&told, form, seance.present(), known);
    for slide in &mut slides {
        slide.shown = hidden.get(&slide.question.name).copied().unwrap_or(true);
    }
    Mirror { form: Arc::clone(form), seance, slides, sayings }
}

/// A slide for each question that says something of what the workshop brings, and touches nothing
/// private.
fn slides(told: &Disclosed, form: &Questionnaire, present: u64, known: Known<'_>) -> Vec<Slide> {
    if form.head.sensible {
        return Vec::new();
    }
    let mut slides = Vec::new();
    for of in &told.questions {
        let question = &of.question;
        let is_closed = matches!(question.kind, Kind::One(_) | Kind::Multiple(_));
        if !is_closed || question.sensible || known.fed(form, question).next().is_none() {
            continue;
        }
        let parts = known.favorable(form, question);
        let part = parts.first().filter(|_| matches!(question.kind, Kind::One(_)));
        let choices = question.kind.choices().iter().enumerate();
        let favorable: Vec<usize> = choices
            .filter(|(_, choice)| part.is_some_and(|(_, names)| names.contains(&choice.name)))
            .map(|(place, _)| place)
            .collect();
        let answered = of.all.answered.shown().unwrap_or_default();
        if answered == 0 {
            continue;
        }
        slides.push(Slide {
            question: Arc::clone(question),
            said: told_of(of, part.map(|(code, _)| code.as_str()), answered),
            favorable,
            everybody: present > 0 && answered == present,
            shown: true,
        });
    }
    slides
}

fn told_of(of: &OfQuestion, code: Option<&str>, answered: u64) -> Said {
    let Spread::Choices(figures) = &of.all.spread else { return Said::Story };
    let shown: Option<Vec<u64>> = figures.iter().map(|figure| figure.shown()).collect();
    let Some(shown) = shown else { return Said::Story };
    match code {
        Some(code) => of.all.share(code).map_or(Said::Story, |(taken, of)| said(taken, of)),
        None => {
            // «Rien de tout cela» is no answer to be proud of, nor to be shown for.
            let choices = of.question.kind.choices().iter();
            let counts = choices.zip(shown).enumerate();
            let counts = counts.filter(|(_, (choice, _))| !choice.exclusive);
            let counts: Vec<_> = counts.map(|(place, (_, count))| (place, count)).collect();
            frequent(&counts, answered)
        }
    }
}

/// The hands of a vote, counted as answers are.
fn voted(
    store: &Store,
    form: &Arc<Questionnaire>,
    seance: &HeldSeance,
    known: Known<'_>,
) -> Vec<OfQuestion> {
    let mut hands: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    store.each_apart(Apart::Collectif, |cells| {
        let cell = |name: &str| cells.get(name).cloned().unwrap_or_default();
        if cell(SEANCE_ID) == seance.id() {
            let count = cell("nombre").parse().unwrap_or_default();
            hands.entry(cell("question")).or_default().insert(cell("reponse"), count);
        }
    });
    let mut questions = Vec::new();
    for question in &form.questions {
        let Some(hands) = hands.get(&question.name) else { continue };
        let number = |name: &str| hands.get(name).copied().unwrap_or_default();
        let choices = question.kind.choices().iter();
        let counts: Vec<u64> = choices.map(|choice| number(&choice.name)).collect();
        let silent = number(Missing::SansReponse.word());
        let answered = match question.kind {
            Kind::One(_) => counts.iter().sum(),
            _ => seance.present().saturating_sub(silent),
        };
        let parts = known.favorable(form, question).into_iter();
        let favorable = parts.map(|(code, names)| {
            (code, Figure::Shown(names.iter().map(|name| number(name)).sum()))
        });
        let all = Counted {
            eligible: Figure::Shown(seance.present()),
            asked: Figure::Shown(seance.present()),
            answered: Figure::Shown(answered),
            missing: BTreeMap::from([(Missing::SansReponse, Figure::Shown(silent))]),
            spread: Spread::Choices(counts.into_iter().map(Figure::Shown).collect()),
            favorable: favorable.collect(),
            ..Counted::default()
        };
        let (form, question) = (Arc::clone(form), Arc::clone(question));
        let fingerprint = String::new();
        let parts = BTreeMap::new();
        questions.push(OfQuestion { form, question, fingerprint, all, parts });
    }
    questions
}

/// What was kept of the mirrors of a séance: which questions were shown the last time, and what the
/// group said.
fn kept(store: &Store, id: &str) -> (BTreeMap<String, bool>, Vec<String>) {
    let (mut seen, mut sayings) = (BTreeMap::new(), Vec::new());
    store.each_apart(Apart::Miroir, |cells| {
        let cell = |name: &str| cells.get(name).cloned().unwrap_or_default();
        if cell(SEANCE_ID) != id {
            return;
        }
        match Reflected::read(cell) {
            Some(Reflected::Slide { question, shown, .. }) => _ = seen.insert(question, shown),
            Some(Reflected::Saying(text)) => sayings.push(text),
            None => {}
        }
    });
    (seen, sayings)
}

/// Something that a group said of its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The form of the séance, by id.
    pub form: String,
    /// The day, as its line holds it.
    pub date: String,
    /// The words.
    pub text: String,
}

/// What groups said of their answers, by day: of the séances that count, or of the trials.
pub fn sayings(stores: &[&Store], trial: bool) -> Vec<Saying> {
    let mut said = Vec::new();
    for store in stores {
        store.each_apart(Apart::Miroir, |cells| {
            let cell = |name: &str| cells.get(name).cloned().unwrap_or_default();
            let meta = |meta: Meta| cell(meta.word());
            if (meta(Meta::Essai) == "1") != trial {
                return;
            }
            if let Some(Reflected::Saying(text)) = Reflected::read(cell) {
                let (form, date) = (meta(Meta::Questionnaire), meta(Meta::Date));
                said.push(Saying { form, date, text });
            }
        });
    }
    said.sort_by(|a, b| a.date.cmp(&b.date));
    said
}
