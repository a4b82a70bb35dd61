//! The list of each screen of the borne: what can be chosen, and the buttons, each with what it does.
//! Never draws them.

use super::Stage;
use crate::app::interview::{Offered, answers};
use crate::app::lines::reason_message;
use crate::app::settings::Left;
use crate::app::view::{Line, Mark};
use crate::app::{App, Mode};
use crate::questionnaire::{Kind, NotConcerned};
use crate::session::Place;
use crate::value::Missing;

/// What a line or a button of the borne does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Open the borne to people.
    Open,
    /// Try again.
    Retry,
    /// Begin with the form of this place.
    Begin(usize),
    /// Speak the language of this place.
    Speak(usize),
    /// The notice is read.
    ReadOn,
    /// The person wishes to answer.
    Accept,
    /// The person does not.
    Refuse,
    /// The person is old enough.
    OldEnough,
    /// The person is not.
    TooYoung,
    /// Mark the answer of this place.
    Answer(usize),
    /// The text was read.
    Read,
    /// Pass the question.
    Skip,
    /// Pass it for this reason.
    Reason(Missing),
    /// Have somebody write.
    Call,
    /// Write.
    Write,
    /// Save the answers.
    Save,
    /// Change the answer to this question.
    Change(usize),
    /// The code got on arriving is at hand.
    HasCode,
    /// The code is copied.
    Copied,
    /// The row has no code.
    NoCode,
    /// Go on where one was.
    GoOn,
    /// Throw the answers away.
    Discard,
    /// Keep the answers given so far.
    KeepPart,
    /// It is somebody else's turn.
    End,
    /// To the screen before.
    Back,
    /// Hear what is written.
    Listen,
    /// Stop here?
    Stop,
    /// What is chosen or typed is right.
    Confirm,
}

/// The lines of a screen, being listed.
#[derive(Default)]
struct Listed {
    lines: Vec<(Line, Deed)>,
    digit: u8,
}

impl Listed {
    fn add(&mut self, digit: Option<u8>, label: String, deed: Deed) {
        let line = Line {
            digit,
            mark: None,
            label,
            detail: None,
            apart: false,
            key: None,
            focused: false,
        };
        self.lines.push((line, deed));
    }

    /// The next line, under the next digit while there are digits.
    fn next(&mut self, label: String, deed: Deed) {
        self.digit = self.digit.saturating_add(1);
        let digit = (self.digit <= 9).then_some(self.digit);
        self.add(digit, label, deed);
    }

    fn last(&mut self) -> Option<&mut Line> {
        self.lines.last_mut().map(|(line, _)| line)
    }

    /// A button, and the message of the key that does the same.
    fn button(&mut self, key: &'static str, label: String, deed: Deed) {
        self.add(None, label, deed);
        if let Some(line) = self.last() {
            line.key = Some(key);
            line.apart = true;
        }
    }
}

impl App {
    /// The lines of the screen of the borne, then its buttons.
    pub(super) fn borne_lines(&self) -> Vec<(Line, Deed)> {
        let Some(stage) = self.stage() else { return Vec::new() };
        let mut list = Listed::default();
        let say = |id: &str| self.borne_say(id);
        if self.is_asking_presence() {
            list.next(say("borne-still-yes"), Deed::GoOn);
        } else {
            self.list_stage(stage, &mut list);
            self.buttons(stage, &mut list);
        }
        let is_one = self.mode() == Mode::One;
        for (at, (line, _)) in list.lines.iter_mut().enumerate() {
            line.focused = self.cursor == Some(at);
            if is_one && line.key.is_none() {
                line.mark = Some(Mark::Round(line.focused));
            }
        }
        list.lines
    }

    fn list_stage(&self, stage: Stage, list: &mut Listed) {
        let say = |id: &str| self.borne_say(id);
        let Some(borne) = &self.borne else { return };
        match stage {
            Stage::Opening => list.next(say("borne-open"), Deed::Open),
            Stage::Closed => list.next(say("borne-closed-again"), Deed::Retry),
            Stage::Welcome => {
                for (at, form) in borne.forms.iter().enumerate() {
                    let label = match borne.forms.len() {
                        1 => say("borne-start"),
                        _ => form.say(&form.titre, self.locale.language()),
                    };
                    list.next(label, Deed::Begin(at));
                }
                for (at, (code, please)) in borne.languages.iter().enumerate() {
                    if code != self.locale.language() {
                        // In the language itself: who reads it is who wants it.
                        list.next(please.clone(), Deed::Speak(at));
                        if let Some(line) = list.last() {
                            line.apart = true;
                        }
                    }
                }
            }
            Stage::Notice => list.next(say("note-next"), Deed::ReadOn),
            Stage::Consent => {
                list.next(say("consent-yes"), Deed::Accept);
                list.next(say("consent-no"), Deed::Refuse);
            }
            Stage::Age => {
                list.next(say("borne-age-yes"), Deed::OldEnough);
                list.next(say("borne-age-no"), Deed::TooYoung);
            }
            Stage::Question => self.answer_list(list),
            Stage::Open => {
                list.next(say("question-pass"), Deed::Skip);
                list.next(say("borne-call"), Deed::Call);
                list.next(say("borne-write"), Deed::Write);
            }
            Stage::Helper => list.next(say("borne-helper-here"), Deed::Write),
            Stage::Pass => {
                list.next(say("pass-silent"), Deed::Reason(Missing::SansReponse));
                let question = self.interview.as_ref().and_then(|on| on.session.question());
                let possible = question.is_some_and(|q| q.nc == NotConcerned::Yes);
                for reason in Missing::reasons(possible) {
                    list.next(say(&reason_message(reason)), Deed::Reason(reason));
                }
            }
            Stage::Stopping => {
                list.next(say("borne-stop-no"), Deed::GoOn);
                list.next(say("leave-discard"), Deed::Discard);
                if self.settings.borne.left == Left::Kept && self.is_begun() {
                    list.next(say("leave-keep"), Deed::KeepPart);
                }
            }
            Stage::Review => {
                list.next(say("review-save"), Deed::Save);
                if let Some(interview) = &self.interview {
                    for (index, question, answer) in interview.session.asked() {
                        if !question.asks() {
                            continue;
                        }
                        list.next(self.question_text(interview, question), Deed::Change(index));
                        let answer = self.answer_text(question, answer);
                        if let Some(line) = list.last() {
                            line.detail = Some(answer);
                        }
                    }
                }
            }
            Stage::CardAsked => {
                list.next(say("borne-card-here"), Deed::HasCode);
                list.next(say("card-none"), Deed::NoCode);
            }
            Stage::Card => {
                list.next(say("card-copied"), Deed::Copied);
                list.next(say("card-unwanted"), Deed::NoCode);
            }
            Stage::Failed => {
                list.next(say("failed-again"), Deed::Retry);
                list.next(say("leave-discard"), Deed::Discard);
            }
            Stage::Thanks | Stage::Goodbye | Stage::Young => list.next(say("borne-end"), Deed::End),
            Stage::Writing | Stage::Staff | Stage::CardTyped => {}
        }
    }

    fn answer_list(&self, list: &mut Listed) {
        let Some(interview) = &self.interview else { return };
        let Some(question) = interview.session.question() else { return };
        let form = interview.session.form();
        let several = matches!(question.kind, Kind::Multiple(_));
        for (place, offered) in answers(question).iter().enumerate() {
            let label = match (offered, &question.nc) {
                (Offered::Choice(_), _) => {
                    form.say(&question.kind.choices()[place].label, self.locale.language())
                }
                (Offered::NotConcerned, NotConcerned::Words(words)) => {
                    form.say(words, self.locale.language())
                }
                (Offered::NotConcerned, _) => self.borne_say(&reason_message(Missing::Nc)),
            };
            list.next(label, Deed::Answer(place));
            let taken = interview.marks.get(place) == Some(&true);
            if let Some(line) = list.last().filter(|_| several) {
                line.mark = Some(Mark::Square(taken));
            }
        }
        match question.kind {
            Kind::Note => list.next(self.borne_say("note-next"), Deed::Read),
            Kind::Integer | Kind::Date => {}
            _ => {
                list.add(Some(0), self.borne_say("question-pass"), Deed::Skip);
                if let Some(line) = list.last() {
                    line.apart = true;
                }
            }
        }
    }

    /// The buttons are told with the keys that do the same.
    fn buttons(&self, stage: Stage, list: &mut Listed) {
        let say = |id: &str| self.borne_say(id);
        let is_typed = self.mode().is_typed();
        let back = match stage {
            Stage::Question | Stage::Open | Stage::Review => self.has_before(),
            Stage::Notice
            | Stage::Consent
            | Stage::Age
            | Stage::Pass
            | Stage::Helper
            | Stage::CardAsked => true,
            _ => false,
        };
        if back {
            let key = if is_typed { "name-page-up" } else { "name-left" };
            list.button(key, say("borne-back"), Deed::Back);
        }
        match stage {
            Stage::Writing | Stage::Staff | Stage::CardTyped => {
                list.button("name-escape", say("borne-back"), Deed::Stop);
            }
            Stage::Question
            | Stage::Open
            | Stage::Helper
            | Stage::Pass
            | Stage::Review
            | Stage::CardAsked
            | Stage::Card => list.button("name-escape", say("borne-stop"), Deed::Stop),
            _ => {}
        }
        if stage == Stage::Question && is_typed {
            list.button("name-f2", say("key-pass"), Deed::Skip);
        }
        if self.can_speak() && self.is_told_at_borne() == Some(true) {
            list.button("name-f7", say("borne-listen"), Deed::Listen);
        }
        list.button("name-enter", say("borne-confirm"), Deed::Confirm);
    }

    /// Is there a question before this one?
    fn has_before(&self) -> bool {
        let Some(session) = self.interview.as_ref().map(|on| &on.session) else { return false };
        let first = session.asked().next().map(|(first, ..)| first);
        match session.place() {
            Place::Question(here) => first.is_some_and(|first| first < here),
            Place::Review => true,
        }
    }
}
