//! What people and groups said in words, for the terminal: what may be quoted of their answers, their
//! stories, and what they said of their answers.
//! Never who said it.

use super::access::kept_day;
use super::outline::wrapped;
use crate::analysis::disclosure::Disclosed;
use crate::analysis::mirror::Saying;
use crate::analysis::texts::Quoted;
use crate::app::{asked, theme_words};
use crate::locale::Locale;

/// The stories that may be quoted, by what they are about.
pub fn stories(locale: &Locale, report: &Disclosed, quoted: &Quoted, columns: usize) -> String {
    let mut lines = wrapped(&locale.say("stories-heading"), columns, "", "");
    if quoted.themes.is_empty() {
        lines.extend(wrapped(&locale.say("stories-none"), columns, "", ""));
    }
    for theme in &quoted.themes {
        let form = &theme.form;
        let about = theme_words(locale, theme);
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
    lines.extend(unquoted(locale, report, quoted, columns));
    lines.join("\n") + "\n"
}

/// What may be quoted of the answers in words, question by question, and what somebody must read first;
/// nothing where there is nothing to say of it.
pub fn quotes(locale: &Locale, report: &Disclosed, quoted: &Quoted, columns: usize) -> String {
    let mut lines = Vec::new();
    let mut add = |text: &str, first: &str, next: &str| {
        lines.extend(wrapped(text, columns, first, next));
    };
    if !quoted.questions.is_empty() {
        add("", "", "");
        add(&locale.say("texts-heading"), "", "");
    }
    for quotes in &quoted.questions {
        add("", "", "");
        add(&asked(locale, &report.questions[quotes.question]), "", "");
        for text in &quotes.texts {
            add(&locale.tell("quoted", &[("text", text.as_str().into())]), "- ", "  ");
        }
    }
    lines.extend(unquoted(locale, report, quoted, columns));
    lines.into_iter().flat_map(|line| [line, "\n".to_owned()]).collect()
}

/// That some texts are not quoted, and why.
fn unquoted(locale: &Locale, report: &Disclosed, quoted: &Quoted, columns: usize) -> Vec<String> {
    let base = ("base", report.audience().base().into());
    let all = [("texts-few", quoted.few), ("texts-waiting", quoted.waiting)];
    let all = all.into_iter().filter(|(_, count)| *count > 0).flat_map(|(id, count)| {
        let said = locale.tell(id, &[("count", count.into()), base.clone()]);
        [vec![String::new()], wrapped(&said, columns, "", "")].concat()
    });
    all.collect()
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
