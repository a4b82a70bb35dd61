//! What the journal of the interview under way is told: each answer accepted, each way back, each
//! jump, each column that changes; and that it goes once the row is on the disk or the answers thrown
//! away.
//! Never a file: the journal itself is written outside, before the next screen is shown.

use std::mem;
use std::sync::Arc;

use super::interview::Interview;
use super::{App, Effect, Event, Screen};
use crate::questionnaire::archive;
use crate::record::Metadata;
use crate::session::{Place, text};
use crate::store::{Fault, Opening, Step};
use crate::value::{Answer, Meta};

/// Is an interview under way kept on the disk, in case the computer stops?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Until its row is there, or its answers are thrown away.
    #[default]
    Journal,
    /// It is only in memory: on a public computer nobody must find what another was saying.
    Memory,
}

/// The journal of the interview under way.
#[derive(Debug, Default)]
pub(super) enum Journal {
    /// Not begun.
    #[default]
    None,
    /// It holds all accepted answers, these columns and this place.
    Open(Metadata, Place),
    /// It holds what was accepted before rows were sealed: nothing more is told to it, and it goes
    /// with the others.
    Former,
    /// The disk refused it: nothing more is kept.
    Refused,
}

impl App {
    /// Says whether interviews are kept on the disk while they last.
    pub fn keep(&mut self, keeping: Keeping) {
        self.drafts.keeping = keeping;
    }

    /// Takes an event in.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        self.read_around(event, |app, event| {
            let effects = app.heed(event);
            // What was accepted is written before anything else is done about the event.
            let mut all = app.journal();
            all.extend(effects);
            all
        })
    }

    /// Notes that the question of this place was answered or passed.
    pub(super) fn accepted(&mut self, asked: Place) {
        let (Some(interview), Place::Question(index)) = (&self.interview, asked) else { return };
        let question = &interview.session.form().questions[index];
        if let Some(answer) = interview.session.answer(index) {
            self.drafts.given.push(Step::Answer(question.name.clone(), word(answer)));
        }
    }

    /// What the journal is to be told, or that it is to go.
    fn journal(&mut self) -> Vec<Effect> {
        let mut steps = mem::take(&mut self.drafts.given);
        if self.correcting.is_some() {
            // The row that is corrected stands until the other takes its place.
            return Vec::new();
        }
        let fresh = || self.world.fresh_id();
        let language = self.locale.language();
        let on = self.interview.as_mut().filter(|on| !on.session.is_untouched());
        let Some(interview) = on.filter(|_| self.screen != Screen::Saved) else {
            self.drafts.is_taken_up = false;
            return match mem::take(&mut self.drafts.journal) {
                Journal::None => Vec::new(),
                Journal::Open(..) | Journal::Former | Journal::Refused => vec![Effect::EndDraft],
            };
        };
        let place = interview.session.place();
        // What will be sealed is not left readable meanwhile.
        let sealed = self.settings.seals() && !interview.is_trial();
        let keeping = if sealed { Keeping::Memory } else { self.drafts.keeping };
        match (&mut self.drafts.journal, keeping) {
            (journal @ Journal::Open(..), Keeping::Memory) => {
                *journal = Journal::Former;
                Vec::new()
            }
            (Journal::Open(noted, stood), _) => {
                let metadata = columns(interview, language);
                for meta in Meta::ALL {
                    if metadata.get(*meta) != noted.get(*meta) {
                        steps.push(Step::Meta(*meta, metadata.get(*meta).to_owned()));
                    }
                }
                // An answer says where it was given, a jump where it leads.
                let is_told = matches!(steps.first(), Some(Step::Answer(..) | Step::Jump(_)));
                if let (false, true, Place::Question(index)) = (is_told, place != *stood, place) {
                    let question = &interview.session.form().questions[index];
                    steps.push(Step::Place(question.name.clone()));
                }
                (*noted, *stood) = (metadata, place);
                if steps.is_empty() { Vec::new() } else { vec![Effect::NoteDraft(steps)] }
            }
            (Journal::None, Keeping::Journal) if !steps.is_empty() => {
                interview.id.get_or_insert_with(fresh);
                let metadata = columns(interview, language);
                let form = interview.session.form();
                let known = Meta::ALL.iter().map(|meta| (*meta, metadata.get(*meta).to_owned()));
                let opening = Box::new(Opening {
                    fingerprint: form.fingerprint().to_owned(),
                    definition: archive(form).into(),
                    day: interview.day.unwrap_or_else(|| self.world.today()),
                    cells: known.filter(|(_, value)| !value.is_empty()).collect(),
                });
                self.drafts.journal = Journal::Open(metadata, place);
                vec![Effect::BeginDraft { opening, steps }]
            }
            (Journal::None | Journal::Former | Journal::Refused, _) => Vec::new(),
        }
    }

    /// The disk refused the journal: the interview goes on without it.
    pub(super) fn unkept(&mut self, fault: Arc<Fault>) {
        self.note_unkept(fault);
        if matches!(self.drafts.journal, Journal::Open(..)) {
            self.drafts.journal = Journal::Refused;
        }
    }

    /// Has the disk what was accepted so far?
    pub(super) fn has_journal(&self) -> bool {
        matches!(self.drafts.journal, Journal::Open(..))
    }

    /// Is nothing kept of the interview under way though it should be?
    pub(super) fn is_unkept(&self) -> bool {
        matches!(self.drafts.journal, Journal::Refused)
    }
}

/// The columns of the row that are known while the interview lasts.
fn columns(interview: &Interview, language: &str) -> Metadata {
    let mut metadata = interview.metadata.clone();
    let id = interview.id.as_deref().unwrap_or_default();
    for (meta, value) in [(Meta::ReponseId, id), (Meta::Langue, language)] {
        let set = metadata.set(meta, value);
        debug_assert_eq!(set, Ok(()), "{meta:?} {value}");
    }
    metadata
}

/// An answer as the row would say it.
fn word(answer: &Answer) -> String {
    match answer {
        Answer::None(missing) => missing.word().to_owned(),
        Answer::Given(value) => text(value),
    }
}
