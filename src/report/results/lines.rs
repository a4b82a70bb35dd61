//! The lines of a report: paragraphs at some depth, and counts with their bars.
//! Never knows what is counted.

use unicode_width::UnicodeWidthStr;

use super::super::outline::wrapped;
use super::super::wording::written;
use super::{Bars, Paper};
use crate::app::Signs;
use crate::locale::Locale;

/// The fewest columns in which a bar stands beside its name.
const WIDE: usize = 60;

/// How long the bar of everybody is.
const BAR: usize = 20;

/// Lines being written.
#[derive(Debug)]
pub(super) struct Page<'a> {
    locale: &'a Locale,
    text: String,
    paper: Paper,
}

impl<'a> Page<'a> {
    pub fn new(locale: &'a Locale, paper: Paper) -> Self {
        Self { locale, text: String::new(), paper }
    }

    pub fn finish(self) -> String {
        self.text
    }

    /// An empty line, where there is none yet.
    pub fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A paragraph.
    pub fn text(&mut self, text: &str) {
        self.at(0, text);
    }

    /// A paragraph so many columns to the right: on narrow paper half as many.
    pub fn at(&mut self, depth: usize, text: &str) {
        let indent = " ".repeat(self.depth(depth));
        self.lines(text, &indent, &format!("{indent}{}", if depth > 0 { "  " } else { "" }));
    }

    /// One item of a list.
    pub fn item(&mut self, text: &str) {
        self.lines(text, "- ", "  ");
    }

    fn depth(&self, depth: usize) -> usize {
        match self.paper.bars {
            // Nothing is seen there: what is read aloud has no depth.
            Bars::None => 0,
            Bars::Drawn(_) if self.paper.columns < WIDE => depth / 2,
            Bars::Drawn(_) => depth,
        }
    }

    fn lines(&mut self, text: &str, first: &str, next: &str) {
        for line in wrapped(text, self.paper.columns, first, next) {
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    pub fn section(&mut self, title: &str) {
        self.blank();
        self.underlined(title, '=');
    }

    pub fn subsection(&mut self, title: &str) {
        self.blank();
        self.underlined(title, '-');
    }

    pub fn underlined(&mut self, title: &str, under: char) {
        let lines = wrapped(title, self.paper.columns, "", "");
        let longest = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        self.text(title);
        // A row of signs says nothing to who hears it.
        if self.paper.bars != Bars::None {
            self.text.extend(std::iter::repeat_n(under, longest));
            self.text.push('\n');
        }
    }

    /// Names with their counts, of so many; `words` says one of them where nothing is drawn.
    pub fn bars(&mut self, counts: &[(String, u64)], of: u64, words: impl Fn(&str, u64) -> String) {
        let Bars::Drawn(signs) = self.paper.bars else {
            for (name, count) in counts {
                self.text(&words(name, *count));
            }
            return;
        };
        let indent = self.depth(6);
        let digits = written(self.locale, of).width();
        // A name, a space, the count, two spaces, the bar.
        let room = self.paper.columns.saturating_sub(indent + digits + BAR + 4);
        let longest = counts.iter().map(|(name, _)| name.width()).max().unwrap_or(0).min(room);
        for (name, count) in counts {
            let number = written(self.locale, *count);
            let number = format!("{}{number}", " ".repeat(digits.saturating_sub(number.width())));
            let bar = bar(*count, of, signs);
            let left = " ".repeat(indent);
            if self.paper.columns >= WIDE && name.width() <= longest {
                let fill = " ".repeat(longest - name.width());
                self.text.push_str(format!("{left}{name}{fill}  {number}  {bar}").trim_end());
            } else {
                self.lines(name, &left, &format!("{left}  "));
                self.text.push_str(format!("{left}  {number}  {bar}").trim_end());
            }
            self.text.push('\n');
        }
    }
}

/// A bar as long as a count is of all. One person is always seen.
fn bar(count: u64, of: u64, signs: Signs) -> String {
    let sign = match signs {
        Signs::All => "█",
        Signs::Ascii => "#",
    };
    let length = (count * BAR as u64 + of / 2).checked_div(of).unwrap_or(0);
    sign.repeat(usize::try_from(length.max(count.min(1))).unwrap_or(0))
}
