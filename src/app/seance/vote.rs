//! Questions read aloud, and hands counted for each answer: kept as numbers, never as people.
//! Never an open question: nobody says their words before all the others.

use super::{Asked, Deed, Stage};
use crate::app::interview::{Offered, answers};
use crate::app::lines::{Act, List};
use crate::app::view::Block;
use crate::app::{App, Effect, Screen};
use crate::questionnaire::{Kind, NotConcerned, Question};
use crate::record::Hands;
use crate::value::Missing;

impl App {
    /// The questions that can be voted on: closed, and asked of everybody.
    pub(super) fn votes(&self) -> Vec<(usize, &Question)> {
        let questions = self.seance_form().into_iter().flat_map(|form| &form.questions);
        let closed = |question: &&Question| {
            matches!(question.kind, Kind::One(_) | Kind::Multiple(_)) && question.relevant.is_none()
        };
        questions.map(AsRef::as_ref).enumerate().filter(|(_, question)| closed(question)).collect()
    }

    fn vote(&self, at: usize) -> Option<&Question> {
        self.seance_form().and_then(|form| form.questions.get(at)).map(AsRef::as_ref)
    }

    /// The next question that no hands were counted for, and its words.
    pub(super) fn next_vote(&self) -> Option<(usize, String)> {
        let on = self.seance.as_ref()?;
        let votes = self.votes().into_iter();
        let mut open = votes.filter(|(_, question)| !on.hands.contains_key(&question.name));
        open.next().map(|(at, question)| (at, self.vote_says(question)))
    }

    fn vote_says(&self, question: &Question) -> String {
        let language = self.locale.language();
        self.seance_form().map(|form| form.say(&question.label, language)).unwrap_or_default()
    }

    /// The words of the answers, then of who raised no hand.
    fn vote_answers(&self, question: &Question) -> Vec<String> {
        let Some(form) = self.seance_form() else { return Vec::new() };
        let language = self.locale.language();
        let offered = answers(question).into_iter().enumerate();
        let mut said: Vec<String> = offered
            .map(|(place, offered)| match (offered, &question.nc) {
                (Offered::Choice(_), _) => {
                    form.say(&question.kind.choices()[place].label, language)
                }
                (Offered::NotConcerned, NotConcerned::Words(words)) => form.say(words, language),
                (Offered::NotConcerned, _) => self.locale.say("missing-nc"),
            })
            .collect();
        said.push(self.locale.say("seance-no-hand"));
        said
    }

    /// Begins to count hands for a question.
    pub(super) fn count_hands(&mut self, question: usize) {
        if let Some(on) = &mut self.seance {
            on.counting.clear();
        }
        self.ask_hands(question, 0);
    }

    pub(in crate::app) fn ask_hands(&mut self, question: usize, answer: usize) {
        if let Some(on) = &mut self.seance {
            on.counting.truncate(answer);
        }
        self.ask_number(Asked::Hands(question, answer));
    }

    /// Nobody, until counted; who raised no hand is whoever remains.
    pub(super) fn proposed_hands(&self, at: usize, answer: usize) -> u32 {
        let (Some(on), Some(question)) = (&self.seance, self.vote(at)) else { return 0 };
        match question.kind {
            Kind::One(_) if answer == answers(question).len() => {
                self.present().saturating_sub(on.counting.iter().sum())
            }
            _ => 0,
        }
    }

    pub(super) fn hands_words(&self, at: usize, answer: usize, blocks: &mut Vec<Block>) {
        let (Some(on), Some(question)) = (&self.seance, self.vote(at)) else { return };
        blocks.push(Block::Heading(self.vote_says(question)));
        let said = self.vote_answers(question);
        for (said, count) in said.iter().zip(&on.counting) {
            let counted = [("answer", said.as_str().into()), ("count", (*count).into())];
            blocks.push(Block::Hint(self.locale.tell("seance-counted", &counted)));
        }
        let is_last = answer + 1 == said.len();
        let id = if is_last { "seance-ask-no-hand" } else { "seance-ask-hands" };
        let said = said.get(answer).map(String::as_str).unwrap_or_default();
        blocks.push(Block::Text(self.locale.tell(id, &[("answer", said.into())])));
    }

    /// So many hands; after the last answer the question is counted.
    pub(super) fn hands_typed(&mut self, at: usize, answer: usize, count: u32) -> Vec<Effect> {
        let present = self.present();
        let Some(last) = self.vote(at).map(|question| answers(question).len()) else {
            return Vec::new();
        };
        let one = self.vote(at).is_some_and(|question| matches!(question.kind, Kind::One(_)));
        let Some(on) = &mut self.seance else { return Vec::new() };
        on.counting.truncate(answer);
        on.counting.push(count);
        if answer < last {
            self.ask_number(Asked::Hands(at, answer + 1));
            return Vec::new();
        }
        let most = if one {
            on.counting.iter().fold(0, |sum: u32, count| sum.saturating_add(*count))
        } else {
            on.counting.iter().copied().max().unwrap_or_default()
        };
        if most > present {
            self.show(Screen::Seance(Stage::Beyond(at)));
            return Vec::new();
        }
        self.hands_kept(at)
    }

    pub(super) fn beyond_words(&self, at: usize, blocks: &mut Vec<Block>) {
        let (Some(on), Some(question)) = (&self.seance, self.vote(at)) else { return };
        blocks.push(Block::Heading(self.vote_says(question)));
        let counts = [("present", self.present().into())];
        blocks.push(Block::Alert(self.locale.tell("seance-beyond", &counts)));
        for (said, count) in self.vote_answers(question).iter().zip(&on.counting) {
            let counted = [("answer", said.as_str().into()), ("count", (*count).into())];
            blocks.push(Block::Text(self.locale.tell("seance-counted", &counted)));
        }
    }

    pub(super) fn keep_hands(&mut self) -> Vec<Effect> {
        match self.screen {
            Screen::Seance(Stage::Beyond(question)) => self.hands_kept(question),
            _ => Vec::new(),
        }
    }

    /// The hands of a question are counted: on to the next, or back to the hub.
    fn hands_kept(&mut self, at: usize) -> Vec<Effect> {
        let Some(name) = self.vote(at).map(|question| question.name.clone()) else {
            return Vec::new();
        };
        let Some(on) = &mut self.seance else { return Vec::new() };
        let again = on.hands.contains_key(&name);
        let counted = std::mem::take(&mut on.counting);
        on.hands.insert(name, counted);
        match self.next_vote() {
            Some((next, _)) if !again => self.count_hands(next),
            _ => self.show_hub(),
        }
        self.note_seance()
    }

    /// The questions counted already, to be counted again.
    pub(super) fn voted_lines(&self, list: &mut List) {
        let Some(on) = &self.seance else { return };
        for (at, question) in self.votes() {
            let Some(counted) = on.hands.get(&question.name) else { continue };
            list.next(self.vote_says(question), Act::Seance(Deed::Count(at)));
            let said = self.vote_answers(question);
            let parts = said.iter().zip(counted).map(|(said, count)| {
                let counted = [("answer", said.as_str().into()), ("count", (*count).into())];
                self.locale.tell("seance-counted", &counted)
            });
            list.detail(parts.collect::<Vec<_>>().join(&self.locale.say("and-also")));
        }
    }

    /// All hands, as they are kept.
    pub(super) fn all_hands(&self) -> Vec<Hands> {
        let Some(on) = &self.seance else { return Vec::new() };
        let mut hands = Vec::new();
        for (_, question) in self.votes() {
            let Some(counted) = on.hands.get(&question.name) else { continue };
            let offered = answers(question).into_iter().map(|offered| match offered {
                Offered::Choice(name) => name,
                Offered::NotConcerned => Missing::Nc.word().to_owned(),
            });
            let words = offered.chain([Missing::SansReponse.word().to_owned()]);
            hands.extend(words.zip(counted).map(|(answer, count)| Hands {
                question: question.name.clone(),
                answer,
                count: *count,
            }));
        }
        hands
    }

    /// How many people can be said to have taken part: the most that any question had.
    pub(super) fn took_part(&self) -> u32 {
        let Some(on) = &self.seance else { return 0 };
        let silent = on.hands.values().filter_map(|counted| counted.last());
        silent.map(|silent| self.present().saturating_sub(*silent)).max().unwrap_or_default()
    }
}
