//! What was said in words: the stories that may be quoted, and what groups said of their answers.
//! Never who said it, and never a word of somebody who did not agree.

use super::{Page, Section, heading};
use crate::analysis::stories::{Story, Theme};
use crate::report::access::kept_day;
use crate::report::html::{Html, element, text};
use crate::report::told::about;

/// How many words of people have room on the sheet of a season.
const WORDS: usize = 3;

impl Page<'_> {
    /// Stories that may be quoted, by what they are about.
    pub(super) fn stories(&self) -> Option<Section> {
        let words = self.words;
        let mut inside = Vec::new();
        for theme in &self.cover.stories {
            inside.push(heading(3, &about(words.locale, theme)));
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

    /// A few words of people for the sheet of a season: the end of the first story of each matter.
    pub(super) fn few_words(&self) -> Vec<String> {
        let firsts = self.cover.stories.iter().filter_map(|theme| theme.stories.first());
        let ends = firsts.filter_map(|story| story.parts.last());
        ends.take(WORDS).map(|(_, said)| self.quoted(said)).collect()
    }

    fn quoted(&self, said: &str) -> String {
        self.words.locale.tell("quoted", &[("text", said.into())])
    }
}
