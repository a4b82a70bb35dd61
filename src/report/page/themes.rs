//! What each référentiel says: by axe, criterion and indicator, each question with its figures.
//! Never a criterion without the warning that its bearer did not write it, where that is so.

use std::collections::BTreeSet;

use super::chart::{self, Counts, Sides};
use super::{Page, Section, heading, list, paragraphs};
use crate::analysis::report::{
    CoreCriterion, Counted, Figure, OfIndicator, OfQuestion, OfReferentiel, Spread,
};
use crate::questionnaire::{Head, Kind, Statut};
use crate::report::html::{Html, element, element_with, text, words};
use crate::session::is_ordered;

impl Page<'_> {
    pub(super) fn referentiel(&self, of: &OfReferentiel) -> Option<Section> {
        let words = self.words;
        let mut inside = Vec::from_iter(self.status(&of.head));
        let forms = words.report.forms_of(&of.head);
        let forms = forms.flat_map(|form| {
            let held = words.held(form).into_iter().chain(words.ways(form));
            words.form(form).into_iter().chain(held)
        });
        inside.extend(list(forms));
        let mut told = BTreeSet::new();
        for axe in &of.axes {
            inside.push(heading(3, &words.title("tree-axis", &axe.registre.titre)));
            for criterion in &axe.criteria {
                let id =
                    if criterion.common { "tree-criterion-common" } else { "results-criterion" };
                inside.push(heading(4, &words.title(id, &criterion.critere.titre)));
                for indicator in &criterion.indicators {
                    let title = words.title("results-indicator", &indicator.indicateur.titre);
                    inside.push(heading(5, &title));
                    for place in &indicator.questions {
                        let is_first = told.insert(*place);
                        inside.push(self.question(*place, Some(indicator), is_first));
                    }
                }
            }
        }
        if !of.rest.is_empty() {
            inside.push(heading(3, &words.say("results-rest")));
            inside.extend(of.rest.iter().map(|place| self.question(*place, None, true)));
        }
        Section::new(&format!("ref-{}", of.head.id), words.locale.titled(&of.head), inside)
    }

    /// Who wrote the criteria, where it is not the bearer.
    fn status(&self, head: &Head) -> Option<Html> {
        let id = match head.statut {
            Statut::Derive => "web-derived",
            Statut::EnDiscussion => "show-statut-en-discussion",
            Statut::Valide => return None,
        };
        Some(text("p.status", &self.words.say(id)))
    }

    /// A question under an indicator; whole, or only what the indicator adds where it was told above.
    fn question(&self, place: usize, under: Option<&OfIndicator>, is_first: bool) -> Html {
        let words = self.words;
        let of = &words.report.questions[place];
        let asked = words.asked(of);
        let rank = if under.is_some() { 6 } else { 4 };
        let title = if is_first {
            asked.clone()
        } else {
            words.locale.tell("results-above", &[("question", asked.clone().into())])
        };
        let mut inside = vec![heading(rank, &title)];
        if is_first {
            inside.extend(words.otherwise(of).map(|otherwise| text("p", &otherwise)));
        }
        inside.extend(words.share(&of.all, under).map(|share| text("p.share", &share)));
        if is_first {
            inside.extend(self.counted(of, &of.all, under));
        }
        let parts = of.parts.iter().map(|(name, part)| {
            let name =
                element_with("th", &[("scope", "row")], [self::words(&words.part_name(name))]);
            element("tr", [name, text("td", &words.part(of, part, under))])
        });
        let parts: Vec<Html> = parts.collect();
        if !parts.is_empty() {
            inside.push(element(
                "table.parts",
                [text("caption.unseen", &asked), element("tbody", parts)],
            ));
        }
        element("div.question", inside)
    }

    /// What was answered, drawn and in a table, then who did not answer.
    fn counted(
        &self,
        of: &OfQuestion,
        counted: &Counted,
        under: Option<&OfIndicator>,
    ) -> Vec<Html> {
        let words = self.words;
        if let Some(why) = words.hidden(counted) {
            return vec![text("p.hidden", &why)];
        }
        let mut inside = Vec::new();
        match &counted.spread {
            Spread::Choices(_) => {
                let title = words.question(of);
                let counts = words.choices(of, counted);
                let given = counted.answered.shown().unwrap_or_default();
                let counts = Counts { title: &title, each: &counts, of: given };
                inside.push(match sides(of, under) {
                    Some(sides) => chart::scale(words.locale, counts, sides),
                    None => chart::list(words.locale, counts),
                });
                if matches!(of.question.kind, Kind::Multiple(_)) {
                    inside.push(text("p", &words.say("results-several")));
                }
            }
            Spread::Numbers { sum: Figure::Shown(sum), .. } => {
                let sum = [("sum", sum.to_string().into())];
                inside.push(text("p", &words.locale.tell("report-sum", &sum)));
            }
            Spread::Apart => inside.push(text("p", &words.say("report-apart"))),
            Spread::Numbers { .. } => {}
        }
        let lines = words.median(of, counted).into_iter().chain(words.missing(of, counted));
        inside.extend(paragraphs(lines));
        inside
    }

    /// The core criteria that several référentiels feed, side by side.
    pub(super) fn core(&self) -> Option<Section> {
        let words = self.words;
        let shared = words.report.core.iter().filter(|it| it.sources.len() > 1);
        let tables: Vec<Html> = shared.map(|criterion| self.criterion(criterion)).collect();
        let text_of = (!tables.is_empty()).then(|| text("p", &words.say("report-core-text")));
        let inside = text_of.into_iter().chain(tables).collect();
        Section::new("criteres-communs", words.say("report-core"), inside)
    }

    /// One core criterion: a référentiel after the other, each question with its own figures.
    fn criterion(&self, criterion: &CoreCriterion) -> Html {
        let words = self.words;
        let head = ["web-table-referentiel", "web-table-question", "web-table-count"];
        let head =
            head.map(|id| element_with("th", &[("scope", "col")], [self::words(&words.say(id))]));
        let mut bodies = Vec::new();
        for source in &criterion.sources {
            let told = words.source(source);
            let rows = told.len().to_string();
            let rows = told.into_iter().enumerate().map(|(at, (asked, counts))| {
                let name = [("scope", "rowgroup"), ("rowspan", rows.as_str())];
                let title = words.locale.titled(&source.head);
                let name = (at == 0).then(|| element_with("th", &name, [self::words(&title)]));
                let cells = [text("td", &asked), text("td", &counts)];
                element("tr", name.into_iter().chain(cells))
            });
            bodies.push(element("tbody", rows.collect::<Vec<_>>()));
        }
        let title = words.core(criterion);
        let caption = text("caption.unseen", &title);
        let table = [caption, element("thead", [element("tr", head)])].into_iter().chain(bodies);
        element("div", [heading(3, &title), element("table.core", table)])
    }
}

/// Where the middle of a scale is: at the border of the answers that the indicator counts where they
/// are one end of it, else in the middle. Nothing where the answers have no order.
fn sides(of: &OfQuestion, under: Option<&OfIndicator>) -> Option<Sides> {
    let Kind::One(choices) = &of.question.kind else { return None };
    if choices.len() < 2 || !is_ordered(choices) {
        return None;
    }
    let counts = |name: &String| under.is_some_and(|it| it.indicateur.favorable.contains(name));
    let counting: Vec<bool> = choices.iter().map(|choice| counts(&choice.name)).collect();
    let border = counting.windows(2).filter(|two| two[0] != two[1]).count();
    let first = counting.windows(2).position(|two| two[0] != two[1]);
    Some(match first {
        Some(at) if border == 1 => Sides::Split(at + 1),
        _ => Sides::even(choices.len()),
    })
}
