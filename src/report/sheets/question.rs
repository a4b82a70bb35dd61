//! One question on paper: its number, its words, and boxes or lines for what is answered.
//! Never a digit that could be taken for a mark: those by the boxes are what is typed later.

use std::iter::repeat_with;
use std::sync::Arc;

use super::super::condition::number;
use super::super::html::{Html, element, text, words};
use super::fit::{Block, Length, Setting, Weight, mm};
use super::{BETWEEN, Paper, WIDTH, body};
use crate::questionnaire::{Kind, NotConcerned, Question};

/// More answers than this stand in two columns, under the question.
const ONE_COLUMN: usize = 6;

// Lengths and letters as `sheets.css` has them.
const PLACE: Length = mm(9);
const ASKED: Length = mm(63);
const ASKED_OF_SHORT: Length = mm(95);
const GAP: Length = 250;
const LINE: Length = 820;
const RULE: Length = 950;
const WHOLE: Length = mm(11);
const BESIDE_BOX: Length = 1_320;
const PADDING: Length = 390;

const QUESTION: Setting = Setting { size: 16, leading: 120, weight: Weight::Bold, width: ASKED };
const HINT: Setting = Setting { size: 14, leading: 120, weight: Weight::Regular, width: ASKED };
const ANSWER: Setting = Setting {
    size: 15,
    leading: 110,
    weight: Weight::Regular,
    width: WIDTH - PLACE - ASKED - 2 * GAP - BESIDE_BOX,
};

impl Paper<'_> {
    /// The questions in their order; the lines of a group count together, under what is counted.
    /// Where words are asked for, there are so many lines to write them on.
    pub(super) fn questions(&self, lines: usize) -> Vec<Block> {
        let is_of = |a: &Question, b: &Question| a.part_of.is_some() && a.part_of == b.part_of;
        let groups = self.form.questions.chunk_by(|a, b| is_of(a, b));
        let one = |group: &[Arc<Question>]| match group {
            [question] => self.question(question, lines),
            group => self.count(group),
        };
        groups.map(one).collect()
    }

    fn question(&self, question: &Question, lines: usize) -> Block {
        let label = self.form_says(&question.label);
        if question.kind == Kind::Note {
            let height = Setting { width: WIDTH, ..QUESTION }.height(&label) + PADDING;
            return Block { html: text("p.note", &label), height };
        }
        let (reply, reply_height) = self.reply(question, lines);
        let (mut name, mut width) = ("div.question", ASKED);
        let mut beside = self.asked(question, &label, width).1.max(reply_height);
        if is_long(question) {
            (name, width) = ("div.question wide", WIDTH - PLACE - GAP);
            beside = self.asked(question, &label, width).1 + mm(1) + reply_height;
        } else if beside > reply_height && self.has_short_answers(question) {
            (name, width) = ("div.question short", ASKED_OF_SHORT);
            beside = self.asked(question, &label, width).1.max(reply_height);
        }
        let inside = [self.place(question), self.asked(question, &label, width).0, reply];
        let (condition, above) = self.condition_line(question);
        Block {
            html: element(name, condition.into_iter().chain(inside)),
            height: PADDING + above + beside,
        }
    }

    /// Do its answers leave more of the width to the question?
    fn has_short_answers(&self, question: &Question) -> bool {
        let width = ANSWER.width - (ASKED_OF_SHORT - ASKED);
        let setting = Setting { width, ..ANSWER };
        match question.kind {
            Kind::One(_) | Kind::Multiple(_) => {
                self.labels(question).iter().all(|label| setting.lines(label) == 1)
            }
            Kind::Integer => true,
            Kind::Text | Kind::Date | Kind::Note | Kind::Counts(_) => false,
        }
    }

    /// The answers offered, in their order.
    fn labels(&self, question: &Question) -> Vec<String> {
        let choices = question.kind.choices().iter();
        let mut labels: Vec<_> = choices.map(|choice| self.form_says(&choice.label)).collect();
        if let NotConcerned::Words(label) = &question.nc {
            labels.push(self.form_says(label));
        }
        labels
    }

    /// The lines of a group count.
    fn count(&self, lines: &[Arc<Question>]) -> Block {
        let Some(first) = lines.first() else { return Block { html: Html::default(), height: 0 } };
        let whole = first.defined();
        let (condition, above) = self.condition_line(first);
        let mut inside: Vec<Html> = condition.into_iter().collect();
        let (asked, mut height) =
            self.asked(first, &self.form_says(&whole.label), WIDTH - PLACE - GAP);
        inside.push(asked);
        inside.extend(lines.iter().zip(whole.kind.choices()).map(|(line, choice)| {
            let label = self.form_says(&choice.label);
            let beside = Setting { width: ASKED_OF_SHORT, ..ANSWER };
            height += WHOLE.max(beside.height(&label)) + 150;
            let number = text("span.whole", "");
            element("div.counted", [self.place(line), text("span", &label), number])
        }));
        Block {
            html: element("div.question counts", inside),
            height: PADDING + above + mm(1) + height,
        }
    }

    fn condition_line(&self, question: &Question) -> (Option<Html>, Length) {
        match self.condition(question) {
            Some(condition) => {
                let height = body(15).height(&condition) + 150;
                (Some(text("p.condition", &condition)), height)
            }
            None => (None, 0),
        }
    }

    fn place(&self, question: &Question) -> Html {
        let number = number(self.form, &question.name).filter(|_| question.is_numbered());
        let place = number.map(|number| format!("{number}."));
        text("span.place", &place.unwrap_or_default())
    }

    /// The question, and what helps to answer it: its hint, how many crosses, what not to write.
    fn asked(&self, question: &Question, label: &str, width: Length) -> (Html, Length) {
        let hint = question.hint.as_ref().map(|hint| self.form_says(hint));
        let how = match question.kind {
            Kind::One(_) => Some(self.say("sheet-one")),
            Kind::Multiple(_) => Some(self.say("sheet-several")),
            Kind::Text if self.form.has_respondent() => Some(self.addressed("sheet-no-name")),
            Kind::Text | Kind::Integer | Kind::Date | Kind::Note | Kind::Counts(_) => None,
        };
        // Some hints say how many already.
        let again = |how: &String| hint.as_ref().is_some_and(|hint| hint.contains(how.as_str()));
        let how = how.filter(|how| !again(how));
        let lines: Vec<&String> = hint.iter().chain(&how).collect();
        let hints = lines.iter().map(|line| Setting { width, ..HINT }.height(line) + 50);
        let height = Setting { width, ..QUESTION }.height(label) + hints.sum::<Length>();
        let lines = lines.iter().map(|line| text("p.hint", line));
        (element("div.asked", [text("h2", label)].into_iter().chain(lines)), height)
    }

    fn reply(&self, question: &Question, lines: usize) -> (Html, Length) {
        match &question.kind {
            Kind::One(_) | Kind::Multiple(_) => self.boxes(question),
            Kind::Integer | Kind::Counts(_) => {
                (element("div.reply", [text("span.whole", "")]), WHOLE)
            }
            Kind::Date => {
                let part = |id: &str, squares: usize| {
                    let squares = repeat_with(|| text("span.box", "")).take(squares);
                    let under = text("span.under", &self.say(id));
                    element("span.part", squares.chain([under]))
                };
                let parts = [part("sheet-day", 2), part("sheet-month", 2), part("sheet-year", 4)];
                (element("div.reply date", parts), WHOLE + mm(8))
            }
            Kind::Text => {
                let ruled = repeat_with(|| text("span.line", "")).take(lines);
                (element("div.reply lines", ruled), lines * RULE)
            }
            Kind::Note => (Html::default(), 0),
        }
    }

    /// A box before each answer, and by it, tiny, the digit that fast entry takes.
    fn boxes(&self, question: &Question) -> (Html, Length) {
        let labels = self.labels(question);
        let width = if is_long(question) {
            (WIDTH - PLACE - GAP - BETWEEN) / 2 - BESIDE_BOX
        } else {
            ANSWER.width
        };
        let height_of = |label: &String| LINE.max(Setting { width, ..ANSWER }.height(label));
        let heights: Vec<Length> = labels.iter().map(height_of).collect();
        let column = |labels: &[Length]| labels.iter().sum::<Length>();
        let height = if is_long(question) {
            // Two columns as even as their order lets them be.
            let splits = (0..=heights.len()).map(|at| heights.split_at(at));
            splits.map(|(one, two)| column(one).max(column(two))).min().unwrap_or_default()
        } else {
            column(&heights)
        };
        let answers = labels.iter().enumerate().map(|(place, label)| {
            let digit = if place < 9 { (place + 1).to_string() } else { String::new() };
            let answer = element("span.answer", [words(label)]);
            element("li", [text("span.key", &digit), text("span.box", ""), answer])
        });
        (element("ol.reply", answers), height)
    }
}

/// Do the answers stand in two columns under the question, and not beside it?
fn is_long(question: &Question) -> bool {
    question.kind.choices().len() > ONE_COLUMN
}
