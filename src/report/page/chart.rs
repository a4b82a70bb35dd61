//! Bars as small drawings of our own, each beside a table that says the same in figures.
//! Never a meaning by colour alone: sides differ by pattern, and each part has its name and its count.

use super::super::html::{Html, element, element_with, text, words};
use super::super::wording::{ratio, written};
use crate::locale::Locale;

/// The patterns that the parts of the bars are filled with: stripes on one side, plain on the other.
/// Their colours are those of the page, light or dark.
const PATTERNS: &[(&str, &str, &str)] = &[
    ("p-l1", "l1", "M-2 2L2 -2M0 8L8 0M6 10L10 6"),
    ("p-l2", "l2", "M-2 2L2 -2M0 8L8 0M6 10L10 6"),
    ("p-l3", "l3", "M-2 2L2 -2M0 8L8 0M6 10L10 6M-2 6L6 -2M2 10L10 2"),
    ("p-mid", "mid", "M2 2h2v2h-2zM6 6h2v2h-2z"),
];

/// The least part of the width in which a count is written above its part.
const WRITTEN: f64 = 3.0;

/// Counts of so many, in their order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counts<'a> {
    /// What they are counts of: a question.
    pub title: &'a str,
    /// Each name with its count.
    pub each: &'a [(String, u64)],
    /// Of how many.
    pub of: u64,
}

/// What stands on which side of the middle of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides {
    /// So many parts are left of it, the others right.
    Split(usize),
    /// So many parts are left of the one that is in the middle.
    Around(usize),
}

impl Sides {
    /// Of so many parts, half on each side.
    pub const fn even(parts: usize) -> Self {
        if parts.is_multiple_of(2) { Self::Split(parts / 2) } else { Self::Around(parts / 2) }
    }

    /// How the part at this place of so many looks: further from the middle is darker.
    fn look(self, at: usize, parts: usize) -> &'static str {
        let (left, first_right) = match self {
            Self::Split(left) => (left, left),
            Self::Around(left) => (left, left + 1),
        };
        let steps = |distance: usize, of: usize| match (of, distance * 3) {
            (1, _) => 1,
            (_, far) if far > of * 2 => 2,
            (_, near) if near <= of => 0,
            _ => 1,
        };
        match at {
            at if at < left => ["part l1", "part l2", "part l3"][steps(left - at, left)],
            at if at < first_right => "part mid",
            at => {
                let of = parts - first_right;
                ["part r1", "part r2", "part r3"][steps(at + 1 - first_right, of)]
            }
        }
    }
}

/// The patterns, once a page.
pub(super) fn patterns() -> Html {
    let patterns = PATTERNS.iter().map(|(id, class, path)| {
        let square = [("width", "8"), ("height", "8"), ("class", *class)];
        let stripes = [("d", *path), ("class", "stripes")];
        let attributes =
            [("id", *id), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse")];
        let inside = [element_with("rect", &square, []), element_with("path", &stripes, [])];
        element_with("pattern", &attributes, inside)
    });
    let attributes = [("width", "0"), ("height", "0"), ("aria-hidden", "true")];
    element_with("svg.patterns", &attributes, [element("defs", patterns)])
}

/// Counts that have an order: one bar whose parts lie left and right of a middle, over their table.
pub(super) fn scale(locale: &Locale, of: Counts<'_>, sides: Sides) -> Html {
    let parts = of.each.len();
    let width = |count: u64| ratio(count, of.of) * 50.0;
    let (left, half) = match sides {
        Sides::Split(left) => (left, 0),
        Sides::Around(left) => (left, 1),
    };
    let before: f64 = of.each.iter().take(left).map(|(_, count)| width(*count)).sum();
    let middle = of.each.get(left).map_or(0.0, |(_, count)| width(*count));
    let mut at = if half == 1 { 50.0 - before - middle / 2.0 } else { 50.0 - before };
    let mut drawn = Vec::new();
    let mut said = Vec::new();
    for (place, (name, count)) in of.each.iter().enumerate() {
        let wide = width(*count);
        let (x, width) = (percent(at), percent(wide));
        if *count > 0 {
            let look = sides.look(place, parts);
            let attributes = [
                ("x", x.as_str()),
                ("y", "18"),
                ("width", &width),
                ("height", "22"),
                ("class", look),
            ];
            drawn.push(element_with("rect", &attributes, []));
        }
        if wide >= WRITTEN {
            let middle = percent(at + wide / 2.0);
            let attributes = [("x", middle.as_str()), ("y", "13"), ("text-anchor", "middle")];
            drawn.push(element_with("text", &attributes, [words(&written(locale, *count))]));
        }
        said.push(choice(locale, name, *count, of.of));
        at += wide;
    }
    let axis = [("x1", "50%"), ("x2", "50%"), ("y1", "14"), ("y2", "44"), ("class", "axis")];
    drawn.push(element_with("line", &axis, []));
    let said = said.join(" ; ");
    let attributes = [("role", "img"), ("aria-label", said.as_str())];
    let bar = element_with("svg.scale", &attributes, drawn);
    let table = table(locale, of, |place, _| {
        let look = sides.look(place, parts);
        let attributes = [("width", "100%"), ("height", "100%"), ("class", look)];
        element_with("svg.key", &[("aria-hidden", "true")], [element_with("rect", &attributes, [])])
    });
    element("div.chart", [bar, table])
}

/// Counts that have none: a table with a bar beside each.
pub(super) fn list(locale: &Locale, of: Counts<'_>) -> Html {
    let table = table(locale, of, |_, count| {
        let width = percent(ratio(count, of.of) * 100.0);
        let attributes = [("width", width.as_str()), ("height", "100%"), ("class", "part r2")];
        element_with("svg.bar", &[("aria-hidden", "true")], [element_with("rect", &attributes, [])])
    });
    element("div.chart", [table])
}

/// The figures, each with its name and a drawing.
fn table(locale: &Locale, of: Counts<'_>, drawing: impl Fn(usize, u64) -> Html) -> Html {
    let head = ["web-table-answer", "web-table-count"]
        .map(|id| element_with("th", &[("scope", "col")], [words(&locale.say(id))]));
    let rows = of.each.iter().enumerate().map(|(place, (name, count))| {
        let name = element_with("th", &[("scope", "row")], [words(name)]);
        let count_of = text("span.count", &written(locale, *count));
        element("tr", [name, element("td", [count_of, drawing(place, *count)])])
    });
    let total = [
        element_with("th", &[("scope", "row")], [words(&locale.say("web-table-all"))]),
        element("td", [text("span.count", &written(locale, of.of))]),
    ];
    let rows: Vec<Html> = rows.collect();
    element(
        "table.counts",
        [
            text("caption.unseen", of.title),
            element("thead", [element("tr", head)]),
            element("tbody", rows),
            element("tfoot", [element("tr", total)]),
        ],
    )
}

/// A count in a sentence.
fn choice(locale: &Locale, name: &str, count: u64, of: u64) -> String {
    let arguments = [
        ("count", written(locale, count).into()),
        ("of", written(locale, of).into()),
        ("name", name.into()),
    ];
    locale.tell("report-choice", &arguments)
}

/// A length of a drawing, as its language writes it.
fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_further_from_the_middle_is_darker_on_its_own_side() {
        let looks = |sides: Sides, parts: usize| -> Vec<&str> {
            let looks = (0..parts).map(|at| sides.look(at, parts));
            looks.map(|look| look.trim_start_matches("part ")).collect()
        };
        assert_eq!(looks(Sides::even(2), 2), ["l2", "r2"]);
        assert_eq!(looks(Sides::even(3), 3), ["l2", "mid", "r2"]);
        assert_eq!(looks(Sides::even(4), 4), ["l3", "l2", "r2", "r3"]);
        assert_eq!(looks(Sides::even(5), 5), ["l3", "l2", "mid", "r2", "r3"]);
        assert_eq!(looks(Sides::Split(1), 4), ["l2", "r1", "r2", "r3"]);
        assert_eq!(looks(Sides::Split(0), 1), ["r2"]);
    }
}
