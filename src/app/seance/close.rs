//! The end of a séance: its counts put right and kept, then the register, which knows already what
//! was said.
//! Never a number that was not looked at: each is proposed, none is taken for granted.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Deed, Phase, Stage};
use crate::analysis::mirror::HeldSeance;
use crate::app::interview::Interview;
use crate::app::lines::{Act, List};
use crate::app::sitting::Sitting;
use crate::app::view::Block;
use crate::app::{App, Effect, Screen, Wish};
use crate::record::{Counts, Held, Road, unguard};
use crate::session::read_answer;
use crate::store::Fault;
use crate::value::{Missing, Value};

/// The counts of the end, in the order of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Ending {
    Present,
    Answered,
    Refused,
    Left,
    Absent,
}

impl Ending {
    const ALL: [Self; 5] = [Self::Present, Self::Answered, Self::Refused, Self::Left, Self::Absent];

    const fn line(self) -> &'static str {
        match self {
            Self::Present => "seance-line-present",
            Self::Answered => "seance-line-answered",
            Self::Refused => "seance-line-refused",
            Self::Left => "seance-line-left",
            Self::Absent => "seance-line-absent",
        }
    }

    pub(super) const fn asks(self) -> &'static str {
        match self {
            Self::Present => "seance-ask-present",
            Self::Answered => "seance-ask-answered",
            Self::Refused => "seance-ask-refused",
            Self::Left => "seance-ask-left",
            Self::Absent => "seance-ask-absent",
        }
    }

    fn of(self, counts: &mut Counts) -> &mut u32 {
        match self {
            Self::Present => &mut counts.present,
            Self::Answered => &mut counts.answered,
            Self::Refused => &mut counts.refused,
            Self::Left => &mut counts.left,
            Self::Absent => &mut counts.absent,
        }
    }
}

impl App {
    /// To the end: what was counted is proposed.
    pub(super) fn end_seance(&mut self) {
        let (present, voted) = (self.present(), self.took_part());
        let road = self.sitting.road();
        let Some(on) = &mut self.seance else { return };
        let answered = if road == Road::Vote { voted } else { on.answered() };
        let (refused, left) = (on.counts.refused, on.left());
        on.end = Some(Counts { present, answered, refused, left, absent: on.counts.absent });
        on.doubted = false;
        self.show(Screen::Seance(Stage::End));
    }

    pub(super) fn ended(&self, which: Ending) -> u32 {
        let counts = self.seance.as_ref().and_then(|on| on.end);
        counts.map(|mut counts| *which.of(&mut counts)).unwrap_or_default()
    }

    pub(super) fn put_right(&mut self, which: Ending, number: u32) {
        if let Some(on) = &mut self.seance {
            if let Some(counts) = &mut on.end {
                *which.of(counts) = number;
            }
            on.doubted = false;
        }
        self.show(Screen::Seance(Stage::End));
    }

    pub(super) fn end_lines(&self, list: &mut List) {
        list.next(self.locale.say("seance-settle"), Act::Seance(Deed::Settle));
        for which in Ending::ALL {
            let count = [("count", self.ended(which).into())];
            let label = self.locale.tell(which.line(), &count);
            list.next(label, Act::Seance(Deed::Adjust(which)));
        }
        list.next(self.locale.say("seance-go-on"), Act::Seance(Deed::Hub));
    }

    pub(super) fn end_words(&self, blocks: &mut Vec<Block>) {
        let Some(on) = &self.seance else { return };
        blocks.push(Block::Heading(self.locale.say("seance-end-heading")));
        blocks.push(Block::Hint(self.locale.say("seance-end-hint")));
        if on.doubted {
            blocks.push(Block::Alert(self.locale.say("seance-too-many")));
        }
        self.seance_fault(blocks);
    }

    /// The counts are right: too many of them must be said twice. Votes are kept first, then the
    /// line of the séance.
    pub(super) fn settle(&mut self) -> Vec<Effect> {
        self.fault = None;
        let Some(on) = &mut self.seance else { return Vec::new() };
        let Some(counts) = on.end else { return Vec::new() };
        if counts.is_too_many() && !on.doubted {
            on.doubted = true;
            return Vec::new();
        }
        self.hold()
    }

    /// Sends to the disk what is not there yet.
    fn hold(&mut self) -> Vec<Effect> {
        let Some(columns) = self.seance_columns() else { return Vec::new() };
        let hands = self.all_hands();
        let road = self.sitting.road();
        let Some(on) = &self.seance else { return Vec::new() };
        let counts = on.end.unwrap_or_default();
        let held = if hands.is_empty() || on.voted {
            Held::seance(&on.form, &columns, road, counts)
        } else {
            Held::vote(&on.form, &columns, counts.present, hands)
        };
        let held = Box::new(held);
        vec![Effect::Seance(Wish::Save { held, into: self.into.clone() })]
    }

    /// The votes, or the line of the séance, are on the disk.
    pub(super) fn seance_held(&mut self, saved: Result<PathBuf, Arc<Fault>>) -> Vec<Effect> {
        if let Err(fault) = saved {
            self.fault = Some(fault);
            return Vec::new();
        }
        let votes = self.all_hands();
        let Some(on) = &mut self.seance else { return Vec::new() };
        if !votes.is_empty() && !on.voted {
            on.voted = true;
            let mut effects = self.note_seance();
            effects.extend(self.hold());
            return effects;
        }
        on.phase = Phase::Over;
        let stage = if self.register().is_some() { Stage::Register } else { Stage::Done };
        self.show(Screen::Seance(stage));
        vec![Effect::Seance(Wish::End)]
    }

    /// The mirror of this séance, whose line is on the disk.
    pub(super) fn mirror_of_seance(&mut self) -> Vec<Effect> {
        let Some(columns) = self.seance_columns() else { return Vec::new() };
        let road = self.sitting.road();
        let Some(on) = &self.seance else { return Vec::new() };
        let line = Held::seance(&on.form, &columns, road, on.end.unwrap_or_default());
        self.look_at(HeldSeance { cells: line.cells() })
    }

    /// The register of this séance: what is known is there already, and what was said last of what
    /// seldom changes.
    pub(super) fn begin_register(&mut self) -> Vec<Effect> {
        let Some(register) = self.register() else { return Vec::new() };
        let effects = self.begin(&register);
        let Some(on) = &self.seance else { return effects };
        let counts = on.end.unwrap_or_default();
        let day = self.sitting.day().unwrap_or(on.day);
        let present = i64::from(counts.present);
        let Some(interview) = self.interview.as_mut() else { return effects };
        for (question, value) in
            [("S_jour", Value::Date(day)), ("S_presents", Value::Integer(present))]
        {
            interview.propose(question, value.into());
        }
        for question in ["S_lieu", "S_duree", "S_animateurs", "S_activite", "S_activite_autre"] {
            if let Some(cell) = on.memory.register.get(question) {
                recalled(interview, question, cell);
            }
        }
        interview.arrive();
        effects
    }

    /// Out of the séance, which is over.
    pub(super) fn finish_seance(&mut self) -> Vec<Effect> {
        self.seance = None;
        self.sitting = Sitting::default();
        let mut effects = self.home();
        effects.insert(0, Effect::Count);
        effects
    }
}

/// Proposes what a row said last.
fn recalled(interview: &mut Interview, name: &str, cell: &str) {
    let form = Arc::clone(interview.session.form());
    let Some(index) = form.index_of(name) else { return };
    let question = &form.questions[index];
    if cell.is_empty() || Missing::from_word(cell).is_some() {
        return;
    }
    if let Ok(Some(answer)) = read_answer(question, unguard(cell)) {
        interview.propose(name, answer);
    }
}
