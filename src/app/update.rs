//! What each event does, and what must be done outside because of it.
//! Never does it: effects are handed back, and their outcomes come in as events.

use std::sync::Arc;

use super::lines::Act;
use super::mirror::Face;
use super::{App, Asked, Effect, Event, Mode, Outcome, Page, Prompt, Screen, Stage, Stray};
use crate::value::Missing;

impl App {
    /// Does what an event means.
    pub(super) fn heed(&mut self, event: Event) -> Vec<Effect> {
        if self.is_borne() {
            return self.heed_borne(event);
        }
        let now = self.world.elapsed();
        if let Some(interview) = &mut self.interview {
            interview.seen(now);
        }
        self.stray = None;
        match event {
            Event::Outcome(outcome) => self.outcome(outcome),
            Event::Language => {
                self.locale = self.locale.next();
                Vec::new()
            }
            Event::Aloud => {
                self.palette = None;
                self.read_screen()
            }
            Event::Headphones => {
                self.turn_headphones();
                Vec::new()
            }
            Event::Do(command) => {
                self.palette = None;
                self.help = false;
                self.run(*command)
            }
            Event::Palette if self.palette.is_none() => {
                self.help = false;
                self.open_palette();
                Vec::new()
            }
            _ if self.palette.is_some() => self.heed_palette(event),
            _ if self.help => {
                self.help = !matches!(
                    event,
                    Event::Help | Event::Leave | Event::Back | Event::Confirm | Event::Interrupt
                );
                Vec::new()
            }
            Event::Help => {
                self.help = true;
                Vec::new()
            }
            Event::Digit(digit) => self.digit(digit),
            Event::Up => self.up(),
            Event::Down => self.down(),
            Event::First => self.to(0),
            Event::Last => self.to(self.lines().len().saturating_sub(1)),
            Event::Mark => self.mark(),
            Event::Pick(place) => self.pick(place),
            Event::Confirm => self.confirm(),
            Event::Pass if self.screen == Screen::Prompt(Prompt::Code) => self.act(Act::Unpaired),
            Event::Pass if self.can_pass() && self.is_fast() => {
                self.pass_fast(Missing::SansReponse)
            }
            Event::Pass if self.can_pass() => self.act(Act::Pass),
            Event::Illegible if self.can_be_illegible() => self.pass_fast(Missing::Illisible),
            Event::Back => self.back(),
            Event::Leave => self.leave(),
            Event::Interrupt => match self.screen {
                // The second time there is no more asking.
                Screen::Leaving => vec![Effect::Quit],
                _ if self.interview.is_some() && self.saved.is_none() => {
                    self.show(Screen::Leaving);
                    Vec::new()
                }
                _ => vec![Effect::Quit],
            },
            Event::Rephrase => {
                if let (Screen::Question, Some(interview)) = (&self.screen, &mut self.interview) {
                    let other = interview.session.question().map(|q| q.reformulation.is_some());
                    interview.rephrased = other == Some(true) && !interview.rephrased;
                }
                Vec::new()
            }
            Event::LookBack => {
                self.look_back();
                Vec::new()
            }
            Event::Edit(request) => {
                self.edit(request);
                Vec::new()
            }
            Event::Paste(text) => {
                self.paste(&text);
                Vec::new()
            }
            Event::Undo | Event::Redo => {
                self.step(matches!(event, Event::Undo));
                Vec::new()
            }
            Event::Type(text) => {
                // The same text again is no new attempt: nothing twice is still nothing twice.
                let same = match (&self.screen, &self.interview) {
                    // Nor is nothing, where Enter alone keeps the answer in doubt.
                    (Screen::Question, Some(interview)) => {
                        let keeps = text.is_empty() && interview.doubted.is_some();
                        keeps || interview.field.value() == text
                    }
                    (Screen::Prompt(_), _) => self.field.value() == text,
                    _ => false,
                };
                if !same && let Some(field) = self.typing() {
                    field.replace(text);
                }
                Vec::new()
            }
            // The last four only the borne heeds.
            Event::Pass
            | Event::Palette
            | Event::Illegible
            | Event::Tick
            | Event::Staff
            | Event::Nothing
            | Event::Here => Vec::new(),
        }
    }

    /// Goes to a screen, the cursor where its most likely line is.
    pub(super) fn show(&mut self, screen: Screen) {
        self.cursor = Some(0);
        if screen == Screen::Question {
            if let Some(interview) = &mut self.interview {
                interview.arrive();
            }
            self.screen = screen;
            self.cursor = self.marked_line();
        } else {
            self.screen = screen;
            if self.has_no_default() {
                self.cursor = None;
            }
        }
    }

    /// The line of a question that is marked, or where there is nothing to mark the first.
    pub(super) fn marked_line(&self) -> Option<usize> {
        match self.mode() {
            Mode::Menu => Some(0),
            _ => self.interview.as_ref().and_then(|on| on.marks.iter().position(|m| *m)),
        }
    }

    fn outcome(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Probed(Ok(())) => {
                if self.screen == Screen::Unwritable {
                    self.introduce();
                }
                Vec::new()
            }
            // Before the people of a séance: its mediator is told.
            Outcome::Probed(Err(fault)) if self.is_in_seance() && self.interview.is_none() => {
                self.fault = Some(fault);
                Vec::new()
            }
            Outcome::Probed(Err(fault)) => {
                self.fault = Some(fault);
                self.show(Screen::Unwritable);
                Vec::new()
            }
            Outcome::Saved(Ok(appended)) if self.is_in_seance() => {
                self.note_disk(&appended);
                let record = self.record.take();
                self.seance_saved(record.as_deref())
            }
            Outcome::Saved(Ok(appended)) => {
                self.note_disk(&appended);
                self.saved = Some(appended.file);
                self.fault = None;
                self.record = None;
                self.show(Screen::Saved);
                vec![Effect::Count]
            }
            Outcome::Saved(Err(fault)) => {
                self.fault = Some(fault);
                self.show(Screen::Failed);
                Vec::new()
            }
            Outcome::Corrected(corrected) => self.corrected(corrected),
            Outcome::Kept(kept) => {
                self.fault = kept.err();
                // Said from a notice, it holds for the interview that is about to begin.
                match self.interview.as_ref().map(|on| Arc::clone(on.session.form())) {
                    Some(form) => self.begin(&form),
                    None => {
                        self.settled();
                        Vec::new()
                    }
                }
            }
            Outcome::Counted(day) => {
                self.day = Some(day);
                Vec::new()
            }
            Outcome::Left(left) => {
                self.offer(&left);
                Vec::new()
            }
            Outcome::Unkept(fault) => {
                self.unkept(fault);
                Vec::new()
            }
            Outcome::Unremoved(fault) => {
                self.unremoved(fault);
                Vec::new()
            }
            Outcome::TakenUp(read) => self.taken_up(read),
            Outcome::Erased(erased) => {
                self.erased(erased);
                Vec::new()
            }
            Outcome::Seance(came) => self.seance_came(came),
            Outcome::Desk(news) => self.desk_news(news),
            Outcome::Atelier(came) => self.atelier_came(came),
            // Only the borne asks.
            Outcome::Staff(_) => Vec::new(),
        }
    }

    fn to(&mut self, place: usize) -> Vec<Effect> {
        if self.screen == Screen::Question && self.mode() == Mode::One {
            if let Some((_, Act::Mark(answer))) = self.lines().get(place) {
                self.marked(*answer);
            } else if let Some(interview) = &mut self.interview {
                // On «passer» nothing is marked.
                interview.marks.fill(false);
            }
        }
        self.cursor = Some(place);
        Vec::new()
    }

    pub(super) fn marked(&mut self, answer: usize) {
        if matches!(self.screen, Screen::Mirror(_)) {
            self.turn_slide(answer);
        } else if let Some(interview) = &mut self.interview {
            interview.mark(answer);
        }
    }

    fn up(&mut self) -> Vec<Effect> {
        match self.cursor {
            // Above the first line of a screen where something is typed is what is typed.
            Some(0) if self.mode().is_typed() => self.cursor = None,
            Some(0) | None => {}
            Some(place) => return self.to(place - 1),
        }
        Vec::new()
    }

    fn down(&mut self) -> Vec<Effect> {
        let next = self.cursor.map_or(0, |place| place + 1);
        if next < self.lines().len() { self.to(next) } else { Vec::new() }
    }

    fn digit(&mut self, digit: u8) -> Vec<Effect> {
        let lines = self.lines();
        let Some(place) = lines.iter().position(|(line, _)| line.digit == Some(digit)) else {
            self.stray = Some(Stray::Digit(digit));
            return Vec::new();
        };
        match lines[place].1 {
            Act::Pass if self.is_fast() => self.pass_fast(Missing::SansReponse),
            Act::Pass => self.act(Act::Pass),
            Act::Mark(answer) if self.mode() == Mode::Several => {
                self.cursor = Some(place);
                self.marked(answer);
                Vec::new()
            }
            _ => {
                let effects = self.to(place);
                if self.digit_answers() { self.confirm() } else { effects }
            }
        }
    }

    fn mark(&mut self) -> Vec<Effect> {
        match self.cursor.and_then(|place| self.lines().get(place).map(|(_, act)| *act)) {
            Some(Act::Mark(answer)) => {
                self.marked(answer);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn pick(&mut self, place: usize) -> Vec<Effect> {
        let lines = self.lines();
        let Some((line, act)) = lines.get(place) else { return Vec::new() };
        let act = *act;
        match (act, self.mode()) {
            // Pointing once marks, as a digit does; pointing at what is marked confirms.
            (_, Mode::One) if line.mark.is_some() && self.cursor == Some(place) => self.confirm(),
            (_, Mode::One) if line.mark.is_some() => self.to(place),
            (Act::Mark(answer), _) => {
                self.cursor = Some(place);
                self.marked(answer);
                Vec::new()
            }
            _ => {
                self.cursor = Some(place);
                self.act(act)
            }
        }
    }

    fn confirm(&mut self) -> Vec<Effect> {
        let act = self.cursor.and_then(|place| self.lines().get(place).map(|(_, act)| *act));
        match (&self.screen, act) {
            (
                Screen::Problems
                | Screen::Locked
                | Screen::Transcript
                | Screen::Seance(Stage::Script),
                _,
            ) => self.leave(),
            (Screen::Desk(page), _) if page.mode() == Mode::Reading => self.leave(),
            (Screen::Atelier(step), _) if step.mode() == Mode::Reading => self.leave(),
            (Screen::Prompt(_), None) => self.prompted(),
            (Screen::Mirror(Face::Preview), _) => self.begin_slides(),
            (Screen::Question, None | Some(Act::Mark(_))) => self.act(Act::Next),
            (_, Some(act)) => self.act(act),
            (_, None) => {
                self.stray = Some(Stray::Unchosen);
                Vec::new()
            }
        }
    }

    fn back(&mut self) -> Vec<Effect> {
        match self.screen {
            Screen::Question | Screen::Review | Screen::SheetEnd => {
                let interview = self.interview.as_mut();
                if interview.is_some_and(|on| on.session.back()) {
                    self.show(Screen::Question);
                } else if self.correcting.is_some() {
                    return self.leave_first_question();
                } else if !self.is_typing_sheets() {
                    // What a sheet says before its first question is printed on it.
                    self.show(Screen::Notice);
                }
                Vec::new()
            }
            Screen::Pass => {
                self.show(Screen::Question);
                Vec::new()
            }
            Screen::Atelier(step) => self.back_in_atelier(step),
            Screen::Given => {
                self.look_ahead();
                Vec::new()
            }
            Screen::Code | Screen::Prompt(Prompt::Code) => {
                let sheet = self.is_at_sheet_end();
                self.show(if sheet { Screen::SheetEnd } else { Screen::Review });
                Vec::new()
            }
            Screen::Leaving => {
                self.resume();
                Vec::new()
            }
            Screen::Mirror(Face::Slide(at)) => {
                self.slide_back(at);
                Vec::new()
            }
            // Answers that are nowhere on the disk are not left by a key that means «before».
            Screen::Prompt(Prompt::Seance(Asked::Hands(question, answer))) if answer > 0 => {
                self.ask_hands(question, answer - 1);
                Vec::new()
            }
            // And before the first screen of somebody is somebody else.
            Screen::Failed
            | Screen::Saved
            | Screen::Home
            | Screen::Seance(Stage::HandOver | Stage::Thanks | Stage::Hub) => Vec::new(),
            _ => self.leave(),
        }
    }

    fn leave(&mut self) -> Vec<Effect> {
        match self.screen {
            Screen::Home => return vec![Effect::Quit],
            // The row stands as it is.
            Screen::Review | Screen::Question if self.is_unchanged() => return self.home(),
            Screen::Question
            | Screen::Pass
            | Screen::Given
            | Screen::Review
            | Screen::SheetEnd
            | Screen::Code
            | Screen::Prompt(Prompt::Code)
            | Screen::Failed => {
                self.show(Screen::Leaving);
            }
            Screen::Leaving => self.resume(),
            Screen::Prompt(Prompt::Folder) if self.record.is_some() => self.show(Screen::Failed),
            Screen::Prompt(Prompt::Folder) => self.show(Screen::Unwritable),
            Screen::Sitting if self.is_setting_up() => return self.leave_seance_setup(),
            Screen::Sitting => return self.sitting_done(),
            Screen::Prompt(Prompt::Seance(asked)) => return self.leave_number(asked),
            Screen::Seance(stage) => return self.leave_seance_screen(stage),
            Screen::Desk(page) => self.leave_desk(page),
            Screen::Atelier(step) => return self.leave_atelier(step),
            Screen::Prompt(Prompt::Atelier(typed)) => self.leave_atelier_field(typed),
            Screen::Mirror(face) => return self.leave_face(face),
            Screen::Prompt(Prompt::Saying) => self.show(Screen::Mirror(Face::Over)),
            Screen::Prompt(Prompt::Site) => self.show(Screen::Desk(Page::Settings)),
            Screen::Prompt(Prompt::Stick) => self.show(Screen::Desk(Page::Sticks)),
            Screen::Prompt(Prompt::Parcel) => self.show(Screen::Desk(Page::Parcel)),
            Screen::Adjust(_) | Screen::Prompt(Prompt::Note(_)) => self.show(Screen::Sitting),
            Screen::Prompt(_) if self.interview.is_some() => self.show(Screen::Notice),
            Screen::Transcript => self.show(Screen::Failed),
            Screen::Prompt(_) | Screen::Problems => self.settled(),
            Screen::Notice if self.has_given() => self.show(Screen::Leaving),
            // Who only looks at the notice has refused nothing.
            Screen::Notice if self.is_in_seance() => return self.out_of_interview(None),
            Screen::Locked | Screen::Trial | Screen::Notice | Screen::Unwritable => {
                return self.away();
            }
            Screen::Drafts | Screen::Draft(_) | Screen::Erasing(_) => self.leave_drafts(),
            Screen::Forms | Screen::Saved => return self.leave_page(),
            // The borne heeds its own events.
            Screen::Borne(_) => {}
        }
        Vec::new()
    }
}
