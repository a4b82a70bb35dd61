//! Crossed tables on the page: those that were asked for, and those who left beside those who stayed.
//! Never a picture: a table is read line by line, and says which cells are hidden.

use super::{Page, Section, heading, paragraphs};
use crate::analysis::report::OfCohort;
use crate::report::html::{Html, element, element_with, text, words};
use crate::report::wording::Grid;

impl Page<'_> {
    /// What was asked to be crossed.
    pub(super) fn crosses(&self) -> Option<Section> {
        let words = self.words;
        let mut inside = Vec::new();
        for of in &words.report.crosses {
            let title = words.crossed(of);
            inside.push(heading(3, &title));
            match &of.table {
                Err(why) => inside.push(text("p.hidden", &words.uncrossed(*why))),
                Ok(table) => {
                    inside.push(self.grid(&title, &words.grid(of, table)));
                    inside.extend(paragraphs(words.associated(table)));
                }
            }
        }
        Section::new("croisement", words.say("report-cross"), inside)
    }

    /// Those who left beside those who stayed.
    pub(super) fn leavers(&self, cohort: &OfCohort) -> Vec<Html> {
        let words = self.words;
        let Some(leavers) = &cohort.leavers else { return Vec::new() };
        let mut inside = vec![text("p", &words.left(leavers))];
        for (of, table) in leavers.told() {
            let title = words.compared_question(cohort, of);
            let grid = self.grid(&title, &words.compared_grid(cohort, of, table));
            let said = paragraphs(words.associated(table));
            let all = [heading(4, &title), grid].into_iter().chain(said);
            inside.push(element("div.question", all));
        }
        let hidden = leavers.hidden();
        if hidden > 0 {
            inside.push(text("p.hidden", &words.many("report-leavers-hidden", hidden)));
        }
        inside
    }

    fn grid(&self, title: &str, grid: &Grid) -> Html {
        let column = |name: &str| element_with("th", &[("scope", "col")], [words(name)]);
        let first = self.words.say("web-table-answer");
        let head = std::iter::once(first.as_str()).chain(grid.columns.iter().map(String::as_str));
        let head = element("thead", [element("tr", head.map(column).collect::<Vec<_>>())]);
        let lines = grid.lines.iter().zip(&grid.cells).map(|(name, cells)| {
            let name = element_with("th", &[("scope", "row")], [words(name)]);
            let cells = cells.iter().map(|cell| text("td", cell));
            element("tr", std::iter::once(name).chain(cells))
        });
        let body = element("tbody", lines.collect::<Vec<_>>());
        element("table.crossed", [text("caption.unseen", title), head, body])
    }
}
