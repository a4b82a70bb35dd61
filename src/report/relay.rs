//! The page for whoever takes over: headings and sentences, and lines to be filled in by hand.
//! Never a key, a code or an answer: it lies about.

use super::Layout;
use super::html::{element, page, text};
use super::outline::wrap;
use crate::locale::Locale;

/// A part of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// What it is about.
    pub heading: String,
    /// What is to be known.
    pub lines: Vec<String>,
    /// What only people know: written by hand.
    pub blanks: Vec<String>,
}

/// The page, for the terminal or to be printed.
pub fn relay(locale: &Locale, title: &str, parts: &[Part], layout: Layout) -> String {
    match layout {
        Layout::Plain => plain(title, parts),
        Layout::Html => {
            let mut inside = vec![text("h1", title)];
            for Part { heading, lines, blanks } in parts {
                inside.push(text("h2", heading));
                inside.push(element("ul", lines.iter().map(|line| text("li", line))));
                if !blanks.is_empty() {
                    let rows = blanks.iter();
                    let rows = rows.map(|it| element("tr", [text("th", it), text("td", "")]));
                    inside.push(element("table.kept", rows));
                }
            }
            page(locale, title, include_str!("slip.css"), &element("main", inside))
        }
    }
}

fn plain(title: &str, parts: &[Part]) -> String {
    let mut lines = vec![title.to_owned()];
    for Part { heading, lines: told, blanks } in parts {
        lines.extend([String::new(), heading.clone()]);
        let blanks = blanks.iter().map(|blank| format!("{blank} : ……………"));
        for line in told.iter().cloned().chain(blanks) {
            lines.extend(wrap(&line, "- ", "  "));
        }
    }
    lines.join("\n") + "\n"
}
