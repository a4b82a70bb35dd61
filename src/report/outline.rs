//! A page as its parts, and its two layouts: plain lines of 80 columns, and HTML to print.
//! Never knows what the page is about.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

use super::html::{Html, address, element, element_with, page, text, words};
use crate::locale::{Locale, shown, tied};

/// The columns of a plain page.
pub(super) const COLUMNS: usize = 80;

/// A page as its parts, in order.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub title: String,
    pub parts: Vec<Part>,
}

/// One part of a page.
#[derive(Debug)]
pub(super) enum Part {
    /// What the parts after it are about, until the next section.
    Section(String),
    /// The same, within a section.
    Subsection(String),
    /// A paragraph.
    Text(String),
    /// What is known of one thing: names and values.
    Facts(Vec<(String, String)>),
    /// Items, one after the other.
    List(Vec<String>),
    /// Addresses of the web.
    Addresses(Vec<String>),
    /// Several things of which the same is known.
    Table(Table),
}

/// Several things of which the same is known: one row each, its first cell its name.
#[derive(Debug)]
pub(super) struct Table {
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// One of the things of a table.
#[derive(Debug)]
pub(super) struct Row {
    /// Its number, where they have one.
    pub number: Option<usize>,
    pub cells: Vec<Cell>,
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Self {
        Self { number: None, cells }
    }
}

/// What stands in a cell: one line, or several items.
pub(super) type Cell = Vec<String>;

impl Outline {
    /// The page as plain lines. A table is told row by row, what is empty left out.
    pub fn lines(&self, locale: &Locale) -> String {
        let mut lines = Lines::default();
        lines.underlined(&self.title, '=');
        for part in &self.parts {
            lines.blank();
            match part {
                Part::Section(title) => lines.underlined(title, '='),
                Part::Subsection(title) => lines.underlined(title, '-'),
                Part::Text(text) => lines.wrapped(text, "", ""),
                Part::Facts(facts) => {
                    for (name, value) in facts {
                        lines.wrapped(&fact(locale, name, value), "", "  ");
                    }
                }
                Part::List(items) | Part::Addresses(items) => {
                    for item in items {
                        lines.wrapped(item, "- ", "  ");
                    }
                }
                Part::Table(table) => lines.table(locale, table),
            }
        }
        lines.text
    }

    /// The page as HTML that needs nothing beside it.
    pub fn page(&self, locale: &Locale) -> String {
        let mut body = vec![text("h1", &self.title)];
        body.extend(self.parts.iter().map(|part| match part {
            Part::Section(title) => text("h2", title),
            Part::Subsection(title) => text("h3", title),
            Part::Text(paragraph) => text("p", paragraph),
            Part::Facts(facts) => {
                let rows = facts.iter().map(|(name, value)| {
                    let name = element_with("th", &[("scope", "row")], [words(name)]);
                    element("tr", [name, text("td", value)])
                });
                element("table.facts", rows)
            }
            Part::List(items) => element("ul", items.iter().map(|item| text("li", item))),
            Part::Addresses(items) => {
                element("ul", items.iter().map(|item| element("li", [address(item)])))
            }
            Part::Table(table) => table.html(),
        }));
        let main = element("main", body);
        page(locale, &self.title, include_str!("outline.css"), &main)
    }
}

impl Table {
    /// The table, without the columns in which nothing stands.
    fn html(&self) -> Html {
        let stands = |at: &usize| self.rows.iter().any(|row| !row.cells[*at].is_empty());
        let columns: Vec<usize> = (0..self.columns.len()).filter(stands).collect();
        let names = columns
            .iter()
            .map(|at| element_with("th", &[("scope", "col")], [words(&self.columns[*at])]));
        let head = element("thead", [element("tr", names)]);
        let rows = self.rows.iter().map(|row| {
            let cells = columns.iter().map(|at| row.cell(*at, &self.columns[*at]));
            element("tr", cells)
        });
        let body = element("tbody", rows);
        element("table", [text("caption", &self.caption), head, body])
    }
}

impl Row {
    /// One of its cells; `column` is what it says of the thing, for where the columns have no room.
    fn cell(&self, at: usize, column: &str) -> Html {
        let inside = match (self.cells[at].as_slice(), self.number) {
            ([], _) => Html::default(),
            ([one], Some(number)) if at == 0 => words(&format!("{number}. {one}")),
            ([one], _) => words(one),
            (items, _) => element("ul", items.iter().map(|item| text("li", item))),
        };
        match at {
            0 => element_with("th", &[("scope", "row")], [inside]),
            _ if self.cells[at].is_empty() => element("td", []),
            _ => element_with("td", &[("data-label", column)], [inside]),
        }
    }
}

fn fact(locale: &Locale, name: &str, value: &str) -> String {
    locale.tell("show-fact", &[("name", name.into()), ("value", value.into())])
}

/// Plain lines being written.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A paragraph: what its first line begins with, and what the next ones do.
    fn wrapped(&mut self, text: &str, first: &str, next: &str) {
        for line in wrap(text, first, next) {
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    fn underlined(&mut self, title: &str, under: char) {
        let lines = wrap(title, "", "");
        let longest = lines.iter().map(|line| line.width()).max().unwrap_or(0).min(COLUMNS);
        self.wrapped(title, "", "");
        self.text.extend(std::iter::repeat_n(under, longest));
        self.text.push('\n');
    }

    fn table(&mut self, locale: &Locale, table: &Table) {
        self.wrapped(&table.caption, "", "");
        for row in &table.rows {
            let mut cells = row.cells.iter().zip(&table.columns);
            let mark = row.number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
            if let Some((name, _)) = cells.next() {
                self.wrapped(&joined(locale, name), &mark, "  ");
            }
            for (cell, column) in cells.filter(|(cell, _)| !cell.is_empty()) {
                self.wrapped(&fact(locale, column, &joined(locale, cell)), "    ", "      ");
            }
        }
    }
}

fn joined(locale: &Locale, cell: &Cell) -> String {
    cell.join(&locale.say("and-also"))
}

/// The lines of a paragraph. What has no space is never cut: an address stays whole.
pub fn wrap(text: &str, first: &str, next: &str) -> Vec<String> {
    wrapped(text, COLUMNS, first, next)
}

/// The same, of so many columns.
pub(super) fn wrapped(text: &str, columns: usize, first: &str, next: &str) -> Vec<String> {
    let options = Options::new(columns)
        .initial_indent(first)
        .subsequent_indent(next)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let text = tied(&shown(text));
    let lines = textwrap::wrap(&text, options);
    lines.into_iter().map(|line| line.replace('\u{a0}', " ")).collect()
}
