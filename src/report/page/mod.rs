//! The report as one page to read in a browser or on paper: it needs nothing beside it, no script,
//! and no colour.
//! Never computes a figure, and never shows one that was hidden.

mod bilan;
mod chart;
mod close;
mod crossed;
mod said;
mod themes;

use super::access::kept_day;
use super::html::{Html, element, element_with, page, text, words};
use super::wording::Wording;
use crate::analysis::disclosure::Disclosed;
use crate::analysis::mirror::Saying;
use crate::analysis::report::Audience;
use crate::analysis::stories::Theme;
use crate::analysis::texts::Quotes;
use crate::locale::Locale;
use crate::value::Date;

/// What a page says of itself.
#[derive(Clone, Debug)]
pub struct Cover {
    /// The structure whose answers they are; nothing where nobody knows.
    pub structure: Option<String>,
    /// The day when the page is made.
    pub made: Date,
    /// What people told, and agree to see quoted.
    pub stories: Vec<Theme>,
    /// What may be quoted of other answers in words.
    pub quotes: Vec<Quotes>,
    /// What groups said of their answers.
    pub sayings: Vec<Saying>,
}

/// The report as a page.
pub fn report_page(locale: &Locale, report: &Disclosed, cover: &Cover) -> String {
    let written = Page { words: Wording { locale, report }, cover };
    let title = written.title();
    page(locale, &title, include_str!("page.css"), &written.body(&title))
}

/// A page being written.
struct Page<'a> {
    words: Wording<'a>,
    cover: &'a Cover,
}

/// A part of the page that the table of contents names.
struct Section {
    id: String,
    title: String,
    inside: Vec<Html>,
}

impl Section {
    fn new(id: &str, title: String, inside: Vec<Html>) -> Option<Self> {
        (!inside.is_empty()).then(|| Self { id: id.to_owned(), title, inside })
    }

    fn html(self) -> Html {
        let heading = format!("titre-{}", self.id);
        let title = element_with("h2", &[("id", &heading)], [words(&self.title)]);
        let attributes = [("id", self.id.as_str()), ("aria-labelledby", &heading)];
        element_with("section", &attributes, std::iter::once(title).chain(self.inside))
    }
}

/// A heading of this rank.
fn heading(rank: usize, title: &str) -> Html {
    text(["h2", "h3", "h4", "h5", "h6"][rank.clamp(2, 6) - 2], title)
}

/// Sentences as a list; nothing where there are none.
fn list(lines: impl IntoIterator<Item = String>) -> Option<Html> {
    let items: Vec<Html> = lines.into_iter().map(|line| text("li", &line)).collect();
    (!items.is_empty()).then(|| element("ul", items))
}

/// Sentences one under the other.
fn paragraphs(lines: impl IntoIterator<Item = String>) -> impl Iterator<Item = Html> {
    lines.into_iter().map(|line| text("p", &line))
}

impl Page<'_> {
    /// The title, which stands on each sheet of paper, too.
    fn title(&self) -> String {
        let title = self.words.say("report-title");
        match &self.cover.structure {
            Some(structure) => {
                let arguments = [("title", title.into()), ("structure", structure.as_str().into())];
                self.words.locale.tell("web-title", &arguments)
            }
            None => title,
        }
    }

    fn body(&self, title: &str) -> Html {
        let words = self.words;
        let mut sections = Vec::new();
        if words.report.method.rows > 0 {
            sections.extend(self.brief());
            sections.extend(self.bilan());
            sections.extend(self.crosses());
            let all = words.report.referentiels.iter();
            sections.extend(all.filter_map(|of| self.referentiel(of)));
            sections.extend(self.core());
            sections.extend(self.changes());
            sections.extend(self.hardest());
            sections.extend(self.quotes());
            sections.extend(self.stories());
            sections.extend(self.sayings());
            sections.extend(self.limits());
        }
        sections.extend(self.method());
        let skip =
            element_with("a.skip", &[("href", "#contenu")], [self::words(&words.say("web-skip"))]);
        let contents = sections.iter().map(|section| {
            let to = format!("#{}", section.id);
            element("li", [element_with("a", &[("href", &to)], [self::words(&section.title)])])
        });
        let contents = element("ul", contents);
        let label = words.say("web-contents");
        let nav = element_with("nav", &[("aria-label", label.as_str())], [contents]);
        let sections = sections.into_iter().map(Section::html);
        let main = element_with("main", &[("id", "contenu"), ("tabindex", "-1")], sections);
        // On paper it comes back at the top of each sheet; it is not read twice.
        let running = element_with("div.running", &[("aria-hidden", "true")], [self::words(title)]);
        let flow = element("div.flow", [self.head(), nav, main]);
        [chart::patterns(), skip, element("div.paper", [running, flow])].into_iter().collect()
    }

    fn head(&self) -> Html {
        let words = self.words;
        let mut inside = vec![text("h1", &self.title())];
        let trials = words.report.method.trials;
        if trials > 0 {
            inside.push(text("p.trial", &words.many("report-trials", trials)));
        }
        if words.report.method.rows == 0 {
            inside.push(text("p", &words.say("report-none")));
        }
        inside.extend(self.period().map(|period| text("p", &period)));
        let language = words.locale.language();
        let forms = words.report.forms.iter().map(|of| of.form.say(&of.form.titre, language));
        let forms = forms.collect::<Vec<_>>().join(", ");
        if !forms.is_empty() {
            inside.push(text("p", &words.locale.tell("web-forms", &[("forms", forms.into())])));
        }
        let day = words.locale.date(self.cover.made);
        inside.push(text("p.made", &words.locale.tell("web-made", &[("day", day.into())])));
        if words.report.audience() == Audience::Diffusion {
            inside.push(text("p", &words.say("report-diffusion")));
        }
        inside.extend(words.split().map(|split| text("p", &split)));
        element("header", inside)
    }

    /// From the first day of an answer to the last.
    fn period(&self) -> Option<String> {
        let dates = || self.words.report.forms.iter().filter_map(|of| of.dates.as_ref());
        // Days, months and seasons all begin with the year: they are in order as they are written.
        let first = dates().map(|(first, _)| first).min()?;
        let last = dates().map(|(_, last)| last).max()?;
        let locale = self.words.locale;
        let [from, to] = [first, last].map(|day| kept_day(locale, day));
        let is_day = |date: &str| date.parse::<Date>().is_ok();
        let id = match () {
            () if from == to => "web-period-one",
            () if is_day(first) && is_day(last) => "web-period-days",
            () => "web-period",
        };
        Some(locale.tell(id, &[("first", from.into()), ("last", to.into())]))
    }
}
