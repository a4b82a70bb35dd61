//! What people and groups said in words, for the terminal: their stories, and what they said of their
//! answers.
//! Never who said it.

use super::access::kept_day;
use super::outline::wrapped;
use crate::analysis::mirror::Saying;
use crate::analysis::stories::Theme;
use crate::locale::Locale;

/// The stories that may be quoted, by what they are about.
pub fn stories(locale: &Locale, themes: &[Theme], columns: usize) -> String {
    let mut lines = wrapped(&locale.say("stories-heading"), columns, "", "");
    if themes.is_empty() {
        lines.extend(wrapped(&locale.say("stories-none"), columns, "", ""));
    }
    for theme in themes {
        let form = &theme.form;
        let about = about(locale, theme);
        lines.push(String::new());
        lines.extend(wrapped(&about, columns, "", ""));
        for story in &theme.stories {
            lines.push(String::new());
            for (at, text) in &story.parts {
                let asked = form.say(&form.questions[*at].label, locale.language());
                lines.extend(wrapped(&asked, columns, "- ", "  "));
                let said = locale.tell("quoted", &[("text", text.as_str().into())]);
                lines.extend(wrapped(&said, columns, "  ", "  "));
            }
        }
    }
    lines.join("\n") + "\n"
}

/// What stories are about: the question, and the answer to it.
pub(super) fn about(locale: &Locale, theme: &Theme) -> String {
    let form = &theme.form;
    let choice = theme.question().zip(theme.choice);
    let said = choice.and_then(|(question, at)| {
        let choice = question.kind.choices().get(at)?;
        let asked = form.say(&question.label, locale.language());
        Some((asked, form.say(&choice.label, locale.language())))
    });
    match said {
        Some((asked, answer)) => {
            let arguments = [("question", asked.into()), ("answer", answer.into())];
            locale.tell("stories-about", &arguments)
        }
        None => locale.say("stories-about-nothing"),
    }
}

/// What groups said of their answers, by day; nothing where none said anything.
pub fn sayings(locale: &Locale, sayings: &[Saying], columns: usize) -> String {
    if sayings.is_empty() {
        return String::new();
    }
    let mut lines = vec![String::new()];
    lines.extend(wrapped(&locale.say("sayings-heading"), columns, "", ""));
    let mut day = None;
    for saying in sayings {
        if day != Some(&saying.date) {
            day = Some(&saying.date);
            lines.push(String::new());
            lines.extend(wrapped(&kept_day(locale, &saying.date), columns, "", ""));
        }
        let said = locale.tell("quoted", &[("text", saying.text.as_str().into())]);
        lines.extend(wrapped(&said, columns, "- ", "  "));
    }
    lines.join("\n") + "\n"
}
