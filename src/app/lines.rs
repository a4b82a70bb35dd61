//! The list of each screen: which lines it has, and what each does.
//! Never draws them: `view` puts them among the words around them.

use super::atelier::Deed as AtTable;
use super::desk::Task;
use super::interview::{Interview, Offered, answers};
use super::mirror::Gesture;
use super::seance::Deed;
use super::view::{Line, Mark};
use super::{App, Prompt, Screen, Trial};
use crate::locale::Locale;
use crate::questionnaire::{Choice, Kind, NotConcerned, Question, Questionnaire};
use crate::value::{Answer, Meta, Missing, Value};

/// What acting on a line does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Choose the référentiel of this place in the list.
    Choose(usize),
    /// Open the form of this place in the list.
    Open(usize),
    /// Say who the structure is.
    Settings,
    /// Read what is wrong with the files that could not be loaded.
    Problems,
    /// Read what the keys are.
    Help,
    /// End the program.
    Quit,
    /// Say what this is, before the first question.
    Notice,
    /// Begin with the first question.
    Begin,
    /// Back to where the form was chosen.
    Away,
    /// Back to the home screen.
    Home,
    /// Mark the answer of this place.
    Mark(usize),
    /// On to the next question: what was marked or typed is the answer.
    Next,
    /// Pass the question.
    Pass,
    /// Pass the question, for this reason.
    Reason(Missing),
    /// Save the answers.
    Save,
    /// Change the answer to this question.
    Change(usize),
    /// Go to this question, seen before.
    Jump(usize),
    /// Back to the question that was left.
    LookAhead,
    /// See the answers, to copy them by hand.
    Transcript,
    /// Save the answers in another folder.
    Elsewhere,
    /// See what interviews that never ended left.
    Drafts,
    /// See the one of this place.
    Draft(usize),
    /// Go on with it.
    TakeUp,
    /// Ask whether it should be thrown away.
    AskErase,
    /// Throw it away.
    Erase,
    /// Back to it, nothing thrown away.
    AwayFromDraft,
    /// Leave them for another time.
    Later,
    /// Go on with the questions.
    Resume,
    /// Stop: what becomes of the answers?
    Leave,
    /// Throw the answers away.
    Discard,
    /// Keep the answers given so far.
    KeepPart,
    /// The same form for the next person.
    Again,
    /// Say what holds for the people of this sitting.
    Sitting,
    /// Say this of the sitting.
    Adjust(Meta),
    /// It is the choice of this place.
    Set(usize),
    /// The sitting is said.
    SittingDone,
    /// The code is copied.
    Copied,
    /// The row has no code.
    Unpaired,
    /// Do what the line of this place in the list of actions says.
    Run(usize),
    /// Type sheets with one key a question, or not.
    Pace,
    /// Type the words on the sheet.
    SheetWords,
    /// Type the code on the sheet.
    SheetCode,
    /// Nothing else is on the sheet: save it.
    SheetSave,
    /// Something of a séance.
    Seance(Deed),
    /// Something that home leads to.
    Desk(Task),
    /// Something of a référentiel around a table.
    Atelier(AtTable),
    /// Something of the mirror.
    Mirror(Gesture),
}

impl App {
    /// The lines of the screen, each with what it does.
    pub(super) fn lines(&self) -> Vec<(Line, Act)> {
        if let Some(lines) = self.palette_lines() {
            return lines;
        }
        self.screen_lines()
    }

    /// Those of the screen itself, whatever is open over it.
    pub(super) fn screen_lines(&self) -> Vec<(Line, Act)> {
        let mut list = List::default();
        let say = |id: &str| self.say(id);
        match (&self.screen, &self.interview) {
            (Screen::Home, _) => self.home_lines(&mut list),
            (Screen::Forms, _) => self.page_lines(&mut list),
            (Screen::Drafts | Screen::Draft(_) | Screen::Erasing(_), _) => {
                self.draft_lines(&mut list);
            }
            (Screen::Trial, _) => {
                list.next(say("trial-go"), Act::Notice);
                list.next(say("saved-quit"), Act::Away);
            }
            (Screen::Sitting, _) => self.sitting_lines(&mut list),
            (Screen::Seance(stage), _) => self.seance_lines(*stage, &mut list),
            (Screen::Desk(page), _) => self.desk_lines(*page, &mut list),
            (Screen::Atelier(step), _) => self.atelier_lines(*step, &mut list),
            (Screen::Mirror(face), _) => self.face_lines(*face, &mut list),
            (Screen::SheetEnd, _) => self.sheet_end_lines(&mut list),
            (Screen::Adjust(meta), _) => self.adjust_lines(*meta, &mut list),
            (Screen::Code, _) => self.code_lines(&mut list),
            (Screen::Prompt(Prompt::Code), _) => self.no_code_line(&mut list),
            (Screen::Notice, _) if self.is_asking_consent() => {
                for (id, act) in [("consent-yes", Act::Begin), ("consent-no", Act::Home)] {
                    list.next(say(id), act);
                    list.mark(Mark::Round(self.cursor == Some(list.len() - 1)));
                }
                self.sitting_line(&mut list);
            }
            (Screen::Notice, Some(interview)) => {
                list.next(say("notice-begin"), Act::Begin);
                // Who refuses is not shown the page of the référentiel, which is not for them.
                let person = interview.session.form().has_respondent();
                list.next(say("notice-refuse"), if person { Act::Home } else { Act::Away });
                self.sitting_line(&mut list);
                let form = interview.session.form();
                let nameless = self.settings.trial(form).contains(&Trial::Structure);
                if nameless && !self.is_in_seance() && interview.session.is_untouched() {
                    list.next(say("notice-settings"), Act::Settings);
                    list.apart();
                }
            }
            (Screen::Unwritable, _) => {
                if self.fault.as_ref().is_none_or(|fault| fault.may_go_elsewhere()) {
                    list.next(say("unwritable-elsewhere"), Act::Elsewhere);
                    list.next(say("unwritable-anyway"), Act::Notice);
                }
                list.next(say("unwritable-home"), Act::Away);
            }
            (Screen::Question, Some(interview)) => self.answer_lines(interview, &mut list),
            (Screen::Pass, Some(interview)) => {
                list.push(Some(0), say("pass-silent"), Act::Reason(Missing::SansReponse));
                // Where the question has its own words for it, it stands among its answers already.
                let question = interview.session.question();
                let possible = question.is_some_and(|q| q.nc == NotConcerned::Yes);
                for reason in Missing::reasons(possible) {
                    list.next(say(&reason_message(reason)), Act::Reason(reason));
                }
            }
            (Screen::Given, Some(interview)) => self.given_lines(interview, &mut list),
            (Screen::Review, Some(interview)) => {
                let save = if self.correcting.is_some() { "correct-save" } else { "review-save" };
                list.push(None, say(save), Act::Save);
                let asked = interview.session.asked();
                // What was passed, or is to be looked at again, is read first.
                let (first, rest): (Vec<_>, Vec<_>) =
                    asked.filter(|(_, question, _)| question.asks()).partition(|asked| {
                        let passed = !matches!(asked.2, Some(Answer::Given(_)));
                        passed || interview.session.is_doubtful(asked.0)
                    });
                for (index, question, answer) in first.into_iter().chain(rest) {
                    let label = self.question_text(interview, question);
                    list.push(None, label, Act::Change(index));
                    let answer = self.answer_text(question, answer);
                    list.detail(if interview.session.is_doubtful(index) {
                        self.tell("doubt-review", &[("answer", answer.into())])
                    } else {
                        answer
                    });
                }
            }
            (Screen::Leaving, Some(interview)) if self.correcting.is_some() => {
                list.next(self.locale.say("leave-resume"), Act::Resume);
                list.next(self.locale.say("correct-discard"), Act::Discard);
                if self.record.is_none() && interview.session.finish().is_none() {
                    list.next(self.locale.say("leave-keep"), Act::KeepPart);
                }
            }
            (Screen::Saved, _) if self.correcting.is_some() => {
                let home = if self.single { "saved-quit" } else { "saved-home" };
                list.next(self.locale.say(home), Act::Home);
            }
            (Screen::Leaving, Some(interview)) => {
                list.next(say("leave-resume"), Act::Resume);
                list.next(say("leave-discard"), Act::Discard);
                if self.record.is_none() && !interview.session.is_untouched() {
                    list.next(say("leave-keep"), Act::KeepPart);
                }
            }
            (Screen::Saved, _) => {
                list.next(say("saved-again"), Act::Again);
                let home = if self.single { "saved-quit" } else { "saved-home" };
                list.next(say(home), Act::Home);
                // Of ten people one is read to, and the next is not.
                list.next(self.locale.say("sitting-heading"), Act::Sitting);
                list.detail(self.sitting_summary());
            }
            (Screen::Failed, _) => {
                // A correction writes the whole file anew: it may be asked even of a disk that did not
                // confirm the last.
                let anew = self.correcting.is_some();
                if self.fault.as_ref().is_some_and(|fault| anew || fault.may_retry()) {
                    list.next(say("failed-again"), Act::Save);
                }
                let elsewhere = self.fault.as_ref().is_none_or(|fault| fault.may_go_elsewhere());
                if elsewhere && self.correcting.is_none() {
                    list.next(say("failed-elsewhere"), Act::Elsewhere);
                    list.next(say("failed-copy"), Act::Transcript);
                }
                list.next(say("failed-leave"), Act::Leave);
            }
            _ => {}
        }
        list.focus(self.cursor)
    }

    fn answer_lines(&self, interview: &Interview, list: &mut List) {
        let Some(question) = interview.session.question() else { return };
        let several = matches!(question.kind, Kind::Multiple(_));
        for (place, offered) in answers(question).iter().enumerate() {
            let taken = interview.marks.get(place) == Some(&true);
            let label = match (offered, &question.nc) {
                (Offered::Choice(_), _) => {
                    self.choice_text(interview, &question.kind.choices()[place])
                }
                (Offered::NotConcerned, NotConcerned::Words(words)) => {
                    interview.session.form().say(words, self.locale.language())
                }
                (Offered::NotConcerned, _) => self.say(&reason_message(Missing::Nc)),
            };
            list.next(label, Act::Mark(place));
            list.mark(if several { Mark::Square(taken) } else { Mark::Round(taken) });
        }
        if question.kind == Kind::Note {
            list.push(None, self.say("note-next"), Act::Next);
        } else {
            // Where digits are typed the line has none.
            let digit = (!self.mode().is_typed()).then_some(0);
            list.push(digit, self.say("question-pass"), Act::Pass);
            list.apart();
        }
    }

    /// Where no page was before the notice, the sitting is said from there, before the first person.
    fn sitting_line(&self, list: &mut List) {
        if self.single && !self.again && !self.is_in_seance() {
            list.next(self.locale.say("sitting-heading"), Act::Sitting);
        }
    }

    pub(super) fn question_text(&self, interview: &Interview, question: &Question) -> String {
        interview.session.form().say(&question.label, self.locale.language())
    }

    fn choice_text(&self, interview: &Interview, choice: &Choice) -> String {
        interview.session.form().say(&choice.label, self.locale.language())
    }

    /// What was answered, in words.
    pub(super) fn answer_text(&self, question: &Question, answer: Option<&Answer>) -> String {
        let Some(interview) = &self.interview else { return String::new() };
        answer_words(&self.locale, interview.session.form(), question, answer)
    }

    /// Where the person was sent from, when a folder is asked for.
    pub(super) fn is_saving(&self) -> bool {
        self.record.is_some() && self.screen == Screen::Prompt(Prompt::Folder)
    }
}

/// What was answered to a question of a form, in words, as they were said to the person.
pub fn answer_words(
    locale: &Locale,
    form: &Questionnaire,
    question: &Question,
    answer: Option<&Answer>,
) -> String {
    let tell = |id: &str, arguments: &[_]| locale.tell_to(form, id, arguments);
    let words = |name: &String| {
        let choice = question.kind.choices().iter().find(|choice| choice.name == *name);
        choice.map_or_else(|| name.clone(), |choice| form.say(&choice.label, locale.language()))
    };
    match (answer, &question.nc) {
        (None, _) => tell("answer-missing", &[]),
        (Some(Answer::None(Missing::Nc)), NotConcerned::Words(words)) => {
            form.say(words, locale.language())
        }
        (Some(Answer::None(missing)), _) => tell(&reason_message(*missing), &[]),
        (Some(Answer::Given(value)), _) => match value {
            Value::Choice(name) => words(name),
            Value::Choices(names) => {
                names.iter().map(words).collect::<Vec<_>>().join(&tell("and-also", &[]))
            }
            Value::Date(date) => locale.date(*date),
            Value::Text(text) => tell("quoted", &[("text", text.as_str().into())]),
            Value::Integer(number) => number.to_string(),
            // A text to read is no question, and is not among the answers.
            Value::Read => String::new(),
        },
    }
}

/// Why there is no answer, in the words of the question where it has its own.
pub fn reason_words(
    locale: &Locale,
    form: &Questionnaire,
    question: &Question,
    missing: Missing,
) -> String {
    match (&question.nc, missing) {
        (NotConcerned::Words(words), Missing::Nc) => form.say(words, locale.language()),
        _ => locale.say(&reason_message(missing)),
    }
}

/// The message that words a reason for no answer.
pub(super) fn reason_message(missing: Missing) -> String {
    format!("missing-{}", missing.word().to_lowercase().replace('_', "-"))
}

/// Lines being listed, numbered as they come.
#[derive(Default)]
pub(super) struct List {
    lines: Vec<(Line, Act)>,
    digit: u8,
}

impl List {
    /// The next line, under the next digit while there are digits.
    pub(super) fn next(&mut self, label: String, act: Act) {
        self.digit = self.digit.saturating_add(1);
        let digit = (self.digit <= 9).then_some(self.digit);
        self.push(digit, label, act);
    }

    /// The last line, apart: under the next digit, or under 0 where all others are taken.
    pub(super) fn last(&mut self, label: String, act: Act) {
        if self.digit < 9 {
            self.next(label, act);
        } else {
            self.push(Some(0), label, act);
        }
        self.apart();
    }

    pub(super) fn push(&mut self, digit: Option<u8>, label: String, act: Act) {
        let line = Line {
            digit,
            mark: None,
            label,
            detail: None,
            apart: false,
            key: None,
            focused: false,
        };
        self.lines.push((line, act));
    }

    /// A way out of what is typed: no digit, for digits are typed.
    pub(super) fn way_out(&mut self, label: String, act: Act) {
        self.push(None, label, act);
        self.apart();
    }

    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        if let Some((line, _)) = self.lines.last_mut() {
            line.mark = Some(mark);
        }
    }

    pub(super) fn detail(&mut self, detail: String) {
        if let Some((line, _)) = self.lines.last_mut() {
            line.detail = Some(detail);
        }
    }

    pub(super) fn apart(&mut self) {
        if let Some((line, _)) = self.lines.last_mut() {
            line.apart = true;
        }
    }

    pub(super) fn key(&mut self, key: Option<&'static str>) {
        if let Some((line, _)) = self.lines.last_mut() {
            line.key = key;
        }
    }

    pub(super) fn focus(mut self, cursor: Option<usize>) -> Vec<(Line, Act)> {
        if let Some((line, _)) = cursor.and_then(|at| self.lines.get_mut(at)) {
            line.focused = true;
        }
        self.lines
    }
}
