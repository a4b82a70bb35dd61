//! What was said in words: the answers and the stories that may be quoted, and what groups said of their
//! answers.
//! Never who said it, never a word of somebody who did not agree, and none that nobody read again.

use super::{Page, Section, heading, list};
use crate::analysis::stories::{Story, Theme};
use crate::app::theme_words;
use crate::report::access::kept_day;
use crate::report::html::{Html, element, text};

/// How many words of people have room on the sheet of a season.
const WORDS: usize = 3;

impl Page<'_> {
    /// Answers in words that may be quoted, question by question.
    pub(super) fn quotes(&self) -> Option<Section> {
        let words = self.words;
        let inside = self.cover.quotes.iter().flat_map(|quotes| {
            let asked = words.asked(&words.report.questions[quotes.question]);
            let said = list(quotes.texts.iter().map(|text| self.quoted(text)));
            std::iter::once(heading(3, &asked)).chain(said)
        });
        Section::new("paroles", words.say("texts-heading"), inside.collect())
    }

    /// Stories that may be quoted, by what they are about.
    pub(super) fn stories(&self) -> Option<Section> {
        let words = self.words;
        let mut inside = Vec::new();
        for theme in &self.cover.stories {
            inside.push(heading(3, &theme_words(words.locale, theme)));
            inside.extend(theme.stories.iter().map(|story| self.story(theme, story)));
        }
        Section::new("recits", words.say("stories-heading"), inside)
    }

    fn story(&self, theme: &Theme, story: &Story) -> Html {
        let language = self.words.locale.language();
        let parts = story.parts.iter().flat_map(|(at, said)| {
            let asked = theme.form.say(&theme.form.questions[*at].label, language);
            [text("dt", &asked), text("dd", &self.quoted(said))]
        });
        element("dl.story", parts)
    }

    /// What groups said when they had seen their answers.
    pub(super) fn sayings(&self) -> Option<Section> {
        let locale = self.words.locale;
        let said = self.cover.sayings.iter().flat_map(|saying| {
            let day = text("dt", &kept_day(locale, &saying.date));
            [day, text("dd", &self.quoted(&saying.text))]
        });
        let said: Vec<Html> = said.collect();
        let inside = (!said.is_empty()).then(|| vec![element("dl", said)]);
        Section::new("miroir", self.words.say("sayings-heading"), inside.unwrap_or_default())
    }

    /// A few words of people for the sheet of a season: the end of the first story of each matter, then
    /// the first answer to each question. They are in the order of their letters: none was chosen.
    pub(super) fn few_words(&self) -> Vec<String> {
        let firsts = self.cover.stories.iter().filter_map(|theme| theme.stories.first());
        let ends = firsts.filter_map(|story| story.parts.last()).map(|(_, said)| said);
        let answers = self.cover.quotes.iter().filter_map(|quotes| quotes.texts.first());
        ends.chain(answers).take(WORDS).map(|said| self.quoted(said)).collect()
    }

    fn quoted(&self, said: &str) -> String {
        self.words.locale.tell("quoted", &[("text", said.into())])
    }
}
