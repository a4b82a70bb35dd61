//! The sheet of a mirror, for the group: what it answered and what it said of it, on one page, in big
//! letters.
//! Never more than the slides said.

use super::access::kept_day;
use super::html::{Html, element, element_with, page, text, words};
use crate::analysis::mirror::Mirror;
use crate::app::{Bar, SlideWords, mirror_words};
use crate::locale::Locale;
use crate::value::Meta;

/// How many parts a bar is drawn in.
const PARTS: u64 = 40;

/// The sheet of this mirror: the slides that are shown, then what the group said.
pub fn mirror_page(locale: &Locale, mirror: &Mirror) -> String {
    let title = locale.say("mirror-page");
    let mut inside = Vec::new();
    if mirror.seance.is_trial() {
        inside.push(text("p.trial", &locale.say("banner-trial")));
    }
    inside.push(text("h1", &title));
    let day = kept_day(locale, &mirror.seance.meta(Meta::Date));
    let form = mirror.form.say(&mirror.form.titre, locale.language());
    let when = [("title", form.into()), ("day", day.into())];
    inside.push(text("p.when", &locale.tell("mirror-page-when", &when)));
    inside.extend(mirror_words(locale, mirror).iter().map(slide));
    if !mirror.sayings.is_empty() {
        inside.push(text("h2", &locale.say("mirror-page-said")));
        let said = mirror.sayings.iter().map(|saying| {
            text("blockquote", &locale.tell("quoted", &[("text", saying.as_str().into())]))
        });
        inside.extend(said);
    }
    inside.push(text("p.note", &locale.say("mirror-page-note")));
    page(locale, &title, include_str!("mirror.css"), &element("main", inside))
}

fn slide(told: &SlideWords) -> Html {
    let mut inside = vec![text("p.question", &told.question), text("p.sentence", &told.sentence)];
    inside.extend(told.bars.iter().map(bar));
    element("section", inside)
}

/// A bar of two letters, so that it is seen without colours too; the sentence says the same.
fn bar(bar: &Bar) -> Html {
    let taken = (bar.taken * PARTS + bar.of / 2).checked_div(bar.of).unwrap_or(0).min(PARTS);
    let repeated = |sign: &str, count: u64| sign.repeat(usize::try_from(count).unwrap_or(0));
    let signs = repeated("█", taken) + &repeated("░", PARTS - taken);
    let mut pieces = vec![element_with("p.bar", &[("aria-hidden", "true")], [words(&signs)])];
    for (sign, side) in ["█", "░"].into_iter().zip(&bar.sides) {
        pieces.push(text("p.side", &format!("{sign} {side}")));
    }
    pieces.into_iter().collect()
}
