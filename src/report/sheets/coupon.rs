//! What a person tears off and keeps: the number of the sheet, and the code that pairs two sheets.
//! Never a name.

use super::super::html::{Html, element, text};
use super::fit::{Block, Length, Setting, mm};
use super::{Paper, Sheet, body, said_with};
use crate::questionnaire::{Pairing, Questionnaire};

/// What the end of a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coupon {
    /// Nothing to tear off: nobody answers for themselves.
    None,
    /// The number of the sheet.
    Number,
    /// A fresh code, to be kept until the end of the season.
    Fresh,
    /// A field for the code got on arriving, and the number of the sheet.
    Copied,
}

impl Coupon {
    /// What the sheets of this form end with.
    pub fn of(form: &Questionnaire) -> Self {
        match form.pairing() {
            _ if !form.has_respondent() => Self::None,
            Pairing::Given => Self::Fresh,
            Pairing::Asked => Self::Copied,
            Pairing::None => Self::Number,
        }
    }
}

/// A line with the code, which is set large; the field to copy it into; the line to cut along.
const CODE: Length = mm(9);
const FIELD: Length = 1_270;
const CUT: Length = 600;
const NUMBER: Length = 1_060;

impl Paper<'_> {
    /// The end of a sheet: what stays on it, then what is torn off.
    pub(super) fn coupon(&self, sheet: &Sheet) -> Option<Block> {
        let kind = Coupon::of(self.form);
        if kind == Coupon::None {
            return None;
        }
        let lines = Setting { width: mm(150), ..body(14) };
        let mut height = CUT + mm(2);
        let mut stays = Vec::new();
        let mut leaves = vec![self.number(sheet)];
        if let Some(code) = &sheet.code {
            let code = code.to_string();
            stays.push(said_with("p.code", &self.say("coupon-of-sheet"), &code));
            leaves.push(said_with("p.code", &self.addressed("coupon-yours"), &code));
            let keep = self.addressed("coupon-keep");
            height += mm(2) + 2 * CODE + lines.height(&keep);
            leaves.push(text("p", &keep));
        } else if kind == Coupon::Copied {
            stays.push(self.copied());
            height += FIELD + mm(2);
        }
        let arguments = [("contact", self.contact().into())];
        let mend = super::addressed(self.form, "coupon-number");
        let mend = self.locale.tell(&mend, &arguments);
        height += lines.height(&mend).max(NUMBER);
        leaves.push(text("p", &mend));
        let stays = if stays.is_empty() { Html::default() } else { element("div.stays", stays) };
        let cut = text("p.cut", &self.say("coupon-cut"));
        let html = element("div.coupon", [stays, cut, element("div.leaves", leaves)]);
        Some(Block { html, height })
    }

    fn number(&self, sheet: &Sheet) -> Html {
        said_with("p.number", &self.say("sheet-word"), &sheet.number.to_string())
    }

    /// Where the code of the arrival is copied: two words, two digits.
    fn copied(&self) -> Html {
        let word = || text("span.word-line", "");
        let digit = || text("span.box", "");
        let dash = || text("span", "-");
        let field = element("span.field", [word(), dash(), word(), dash(), digit(), digit()]);
        let asked = text("p", &self.addressed("coupon-copy"));
        let hint = text("p.hint", &self.addressed("coupon-if-any"));
        element("div.copied", [element("div", [asked, hint]), field])
    }
}
