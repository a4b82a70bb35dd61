//! The page for who reads the questions aloud: what to say first, each question and its answers as
//! they are said, and the pace.
//! Never an explanation of its own: only the words of the form.

use std::collections::BTreeMap;

use super::super::condition::number;
use super::super::html::{Html, element, page, text};
use super::Paper;
use crate::app::Settings;
use crate::locale::Locale;
use crate::questionnaire::{Choice, Kind, Library, NotConcerned, Question, Questionnaire};

/// The common scales that are said in two steps: one side or the other first, then how much.
const IN_TWO_STEPS: [(&str, &[&str]); 2] = [
    ("OUI4", &["aloud-oui4-first", "aloud-oui4-yes", "aloud-oui4-no"]),
    ("EVO5", &["aloud-evo5-first", "aloud-evo5-then"]),
];

/// The page for who reads a form aloud.
pub fn aloud(locale: &Locale, form: &Questionnaire, settings: &Settings) -> String {
    // Two steps are worded for the scales as they are built in, and for no others.
    let core = Library::load(Vec::new()).core();
    let paper = Paper { locale, form, settings };
    let reader = Reader { paper: &paper, scales: &core.echelles };
    let title = paper.title();
    page(locale, &title, include_str!("aloud.css"), &reader.page(&title))
}

struct Reader<'a> {
    paper: &'a Paper<'a>,
    scales: &'a BTreeMap<String, Vec<Choice>>,
}

impl Reader<'_> {
    fn page(&self, title: &str) -> Html {
        let paper = self.paper;
        let before = ["aloud-before-pace", "aloud-before-words", "aloud-before-look"];
        let before = element("ul.advice", before.map(|id| text("li", &paper.say(id))));
        let said = paper.notice_lines().into_iter().chain([paper.how()]);
        let said = said.map(|line| text("p", &line));
        let mut inside = vec![
            text("h1", title),
            text("p.stage", &paper.say("aloud-for")),
            before,
            text("h2", &paper.say("aloud-first")),
            element("div.said", said),
            text("h2", &paper.say("aloud-questions")),
        ];
        inside.extend(paper.form.questions.iter().map(|question| self.question(question)));
        inside.push(text("h2", &paper.say("aloud-end")));
        inside.push(text("p.stage", &paper.say("aloud-pace")));
        inside.push(element("div.said", [text("p", &paper.addressed("aloud-end-words"))]));
        element("main", inside)
    }

    fn question(&self, question: &Question) -> Html {
        let paper = self.paper;
        let label = paper.form_says(&question.label);
        if question.kind == Kind::Note {
            return element("section.question", [text("p.words", &label)]);
        }
        let number = number(paper.form, &question.name).unwrap_or_default();
        let heading = paper.locale.tell("aloud-question", &[("number", number.into())]);
        let pace = if number > 1 { paper.say("aloud-pace") } else { String::new() };
        let mut inside = vec![element("div.head", [text("h3", &heading), text("p.stage", &pace)])];
        inside.extend(paper.condition(question).map(|condition| text("p.condition", &condition)));
        inside.push(text("p.words", &label));
        // That several answers are possible is told with the answers.
        let hint = question.hint.as_ref().map(|hint| paper.form_says(hint));
        let several = paper.say("sheet-several");
        inside.extend(hint.filter(|hint| *hint != several).map(|hint| text("p.words", &hint)));
        inside.extend(self.answers(question));
        if let Some(other) = &question.reformulation {
            let text_of = [("text", paper.form_says(other).into())];
            inside.push(text("p.other", &paper.locale.tell("aloud-otherwise", &text_of)));
        }
        element("section.question", inside)
    }

    /// The answers as they are said.
    fn answers(&self, question: &Question) -> Vec<Html> {
        let paper = self.paper;
        let choices = match &question.kind {
            Kind::One(choices) | Kind::Multiple(choices) => choices,
            Kind::Text => return vec![text("p.stage", &paper.say("aloud-text"))],
            Kind::Integer | Kind::Counts(_) | Kind::Date => {
                return vec![text("p.stage", &paper.say("aloud-number"))];
            }
            Kind::Note => return Vec::new(),
        };
        let steps = IN_TWO_STEPS.iter().find(|(scale, _)| self.scales.get(*scale) == Some(choices));
        let mut said: Vec<Html> = match (steps, &question.kind) {
            (Some((_, steps)), _) => {
                steps.iter().map(|id| text("p.step", &paper.say(id))).collect()
            }
            (None, Kind::Multiple(_)) => vec![text("p.stage", &paper.say("aloud-several"))],
            (None, _) => Vec::new(),
        };
        let mut labels: Vec<_> = choices.iter().map(|it| paper.form_says(&it.label)).collect();
        if let NotConcerned::Words(words) = &question.nc {
            labels.push(paper.form_says(words));
        }
        said.push(element("ul.answers", labels.iter().map(|label| text("li", label))));
        said
    }
}
