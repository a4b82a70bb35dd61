//! Paper: numbered sheets of a form to fill in with a pen, and the page for who reads them aloud.
//! Never a criterion, an indicator or the name of a question: a respondent holds this.

mod aloud;
mod coupon;
mod fit;
mod question;

pub use aloud::aloud;
pub use coupon::Coupon;
use fit::{Block, Length, Room, Setting, Weight, mm, paginated};

use super::condition::{addressed, said};
use super::html::{Html, element, element_with, page, text, words};
use crate::app::{Settings, paragraphs};
use crate::locale::Locale;
use crate::questionnaire::{Label, Question, Questionnaire};
use crate::value::Code;

/// One sheet: its number, and the code it gives to the person where it gives one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its number.
    pub number: u32,
    /// The code printed on it and on its coupon.
    pub code: Option<Code>,
}

/// On how many sides of the paper it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// One.
    One,
    /// Both: each sheet ends with the back of a paper, so that the next does not begin there.
    Both,
}

/// Sheets as one file to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// The file.
    pub html: String,
    /// How many pages each sheet takes, blank ones left out.
    pub pages: usize,
}

// Lengths as `sheets.css` has them. What is left of a page is never quite filled.
const WIDTH: Length = mm(188);
const PAGE: Length = mm(277 - 2);
const HEAD: Length = 1_250;
const TURN: Length = 650;
const END: Length = 870;
/// Between the two columns of a long list.
const BETWEEN: Length = mm(6);
/// What a coupon leaves free under it.
const SPARE: Length = mm(6);

/// The letters of running text, over the whole width.
const fn body(size: usize) -> Setting {
    Setting { size, leading: 125, weight: Weight::Regular, width: WIDTH }
}

/// The sheets of a form.
pub fn sheets(
    locale: &Locale,
    form: &Questionnaire,
    settings: &Settings,
    sheets: &[Sheet],
    sides: Sides,
) -> Print {
    let paper = Paper { locale, form, settings };
    let mut pages = 0;
    let mut printed = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let (html, count) = paper.sheet(sheet, sides);
        printed.push(html);
        pages = pages.max(count);
    }
    let advice = element("header.screen", [text("p", &print_advice(locale, pages, sides))]);
    let body = [advice, element("main", printed)].into_iter().collect();
    Print { html: page(locale, &paper.title(), include_str!("sheets.css"), &body), pages }
}

/// How to print sheets of so many pages each.
pub fn print_advice(locale: &Locale, pages: usize, sides: Sides) -> String {
    let sides = match sides {
        Sides::Both => "both",
        Sides::One if pages.is_multiple_of(2) => "either",
        Sides::One => "one",
    };
    locale.tell("sheet-print", &[("pages", pages.into()), ("sides", sides.into())])
}

/// What every sheet of a print has in common.
struct Paper<'a> {
    locale: &'a Locale,
    form: &'a Questionnaire,
    settings: &'a Settings,
}

impl Paper<'_> {
    /// The name of the form, in the words of who answers.
    fn title(&self) -> String {
        self.form_says(&self.form.titre)
    }

    fn form_says(&self, label: &Label) -> String {
        self.form.say(label, self.locale.language())
    }

    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }

    /// A message in the address of the form.
    fn addressed(&self, id: &str) -> String {
        self.say(&addressed(self.form, id))
    }

    /// Will what is typed of it not count?
    fn is_trial(&self) -> bool {
        !self.settings.trial(self.form).is_empty()
    }

    /// The pages of one sheet, and how many there are.
    fn sheet(&self, sheet: &Sheet, sides: Sides) -> (Html, usize) {
        let notice = self.notice();
        let others = PAGE - HEAD;
        let room = Room { first: others.saturating_sub(notice.height), others, turn: TURN };
        let coupon = self.coupon(sheet);
        let end = coupon.as_ref().map_or(END, |coupon| END + coupon.height);
        let pages = self.pages(room, end);
        let count = pages.len();
        let mut notice = Some(notice);
        let mut coupon = coupon.map(|coupon| coupon.html);
        let mut html: Vec<Html> = Vec::with_capacity(count + 1);
        for (at, blocks) in pages.into_iter().enumerate() {
            let used: Length = blocks.iter().map(|block| block.height).sum();
            let mut inside = Vec::from_iter(notice.take().map(|notice| notice.html));
            inside.extend(blocks.into_iter().map(|block| block.html));
            if at + 1 < count {
                inside.push(text("p.turn", &self.say("sheet-turn")));
            } else if let Some(coupon) = coupon.take() {
                // What is torn off is at the bottom of the page, as far as that can be known.
                let left = if at == 0 { room.first } else { room.others };
                let blank = left.saturating_sub(used + SPARE) / mm(1);
                let style = format!("height: {blank}mm");
                inside.push(element_with("div", &[("style", &style)], []));
                inside.push(coupon);
            }
            let head = self.head(sheet.number, at + 1, count);
            html.push(element("div.page", [head, element("div.body", inside)]));
        }
        if sides == Sides::Both && !count.is_multiple_of(2) {
            html.push(element("div.page", [text("p", &self.say("sheet-blank"))]));
        }
        let label = format!("{} {}", self.say("sheet-word"), sheet.number);
        (element_with("section.sheet", &[("aria-label", &label)], html), count)
    }

    /// The questions, page by page, with the end after the last: it stays whole, so that who has
    /// answered sees at once what is torn off. Where a page is not full there is more room to write.
    fn pages(&self, room: Room, end: Length) -> Vec<Vec<Block>> {
        let pages = |lines: usize| {
            let mut blocks = self.questions(lines);
            blocks.push(Block { html: text("p.end", &self.say("sheet-end")), height: end });
            paginated(blocks, room)
        };
        let (least, most) = if self.form.has_respondent() { (4, 6) } else { (2, 2) };
        let fewest = pages(least);
        let roomier = (least + 1..=most).rev().map(pages);
        roomier.into_iter().find(|pages| pages.len() == fewest.len()).unwrap_or(fewest)
    }

    /// What stands at the top of every page of a sheet.
    fn head(&self, sheet: u32, page: usize, pages: usize) -> Html {
        let mut inside = vec![text("h1", &self.title())];
        if self.is_trial() {
            inside.push(text("strong.trial", &self.say("sheet-trial")));
        }
        // For who types: which form this is, and whether a page is missing.
        let form = format!("{} v{} {page}/{pages}", self.form.id, self.form.version);
        inside.push(text("span.form", &form));
        inside.push(said_with("p.number", &self.say("sheet-word"), &sheet.to_string()));
        element("header.top", [element("div.row", inside)])
    }

    /// What a person is told before the first question.
    fn notice(&self) -> Block {
        let small = Setting { leading: 122, ..body(14) };
        let bold = Setting { weight: Weight::Bold, ..body(15) };
        let mut inside = Vec::new();
        let mut height = 250;
        let mut put = |name: &'static str, setting: Setting, line: String| {
            height += setting.height(&line) + 80;
            inside.push(text(name, &line));
        };
        if self.is_trial() {
            put("p.trial", bold, self.say("banner-trial"));
        }
        put("h2", bold, self.told("notice-heading"));
        for line in self.notice_lines() {
            put("p", small, line);
        }
        if self.form.asks_consent() {
            put("h2", bold, self.told("consent-ask"));
        }
        let answers: &[&str] = match (self.form.has_respondent(), self.form.asks_consent()) {
            (false, _) => &[],
            (true, true) => &["consent-yes", "consent-no"],
            (true, false) => &["sheet-refuse"],
        };
        for answer in answers {
            inside.push(element("p.refusal", [text("span.box", ""), words(&self.told(answer))]));
            height += 830;
        }
        let how = self.how();
        height += bold.height(&how) + 150;
        inside.push(text("p.how", &how));
        Block { html: element("div.notice", inside), height }
    }

    fn how(&self) -> String {
        self.addressed("sheet-how")
    }

    /// The sentences of the notice, those of the screen; whom to ask stands with who keeps the answers.
    fn notice_lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for id in paragraphs(self.form) {
            match lines.last_mut() {
                Some(last) if *id == "notice-contact" => {
                    last.push(' ');
                    last.push_str(&self.told(id));
                }
                _ => lines.push(self.told(id)),
            }
        }
        lines
    }

    /// A sentence in the words of who answers.
    fn told(&self, id: &str) -> String {
        let questions =
            self.form.questions.iter().filter(|question| question.is_numbered()).count();
        let arguments = [
            ("questions", questions.into()),
            ("structure", known(&self.settings.structure).into()),
            ("contact", self.contact().into()),
        ];
        self.locale.tell_to(self.form, id, &arguments)
    }

    fn contact(&self) -> String {
        known(&self.settings.contact)
    }

    /// What comes before a question that is not for everybody.
    fn condition(&self, question: &Question) -> Option<String> {
        let condition = question.relevant.as_ref()?;
        match said(self.locale, self.form, question, condition) {
            Some(always) if always.is_empty() => None,
            Some(words) => Some(self.locale.tell("sheet-if", &[("condition", words.into())])),
            None => Some(self.addressed("sheet-if-unsaid")),
        }
    }
}

/// Words, and after them, large, what they are about.
fn said_with(name: &'static str, said: &str, what: &str) -> Html {
    element(name, [words(said), words(" "), text("strong", what)])
}

/// What the settings say, else a line to write it on.
fn known(setting: &str) -> String {
    match setting.trim() {
        "" => "_".repeat(24),
        set => set.to_owned(),
    }
}
