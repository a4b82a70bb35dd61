//! `recueil sheets`: numbered sheets of a form to print, or the page for who reads them aloud.
//! Never records an answer, and keeps no code: codes are on the paper only.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::arguments::{Existing, Wanted};
use super::dossier::Dossier;
use super::output::write;
use super::perform::Outside;
use super::{Exit, locked, trial_words, unknown_form};
use crate::app::Settings;
use crate::locale::Locale;
use crate::questionnaire::{Library, Questionnaire};
use crate::record::{Content, content};
use crate::report::{self, Coupon, Sheet};
use crate::value::{Code, Meta};

/// The most sheets of one print: a season of the largest structure.
const MOST: u32 = 500;

/// What is to be printed, and where.
pub(super) struct Print<'a> {
    pub form: &'a str,
    pub wanted: Wanted,
    pub file: Option<&'a Path>,
    pub existing: Existing,
}

pub(super) fn sheets(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    print: &Print<'_>,
) -> Exit {
    let library = Library::load(dossier.questionnaires());
    let Some(form) = library.form(print.form) else {
        return unknown_form(locale, &library, print.form);
    };
    if let Some(lock) = settings.lock(&form.head) {
        return locked(locale, dossier, &lock);
    }
    let named = |end: &str| {
        let usual = || PathBuf::from(format!("{}-{end}.html", form.id));
        print.file.map_or_else(usual, Path::to_owned)
    };
    let (count, first, sides) = match print.wanted {
        Wanted::Sheets { count, first, sides } => (count, first, sides),
        Wanted::Aloud => {
            let page = report::aloud(locale, &form, settings);
            return write(locale, &named("a-voix-haute"), print.existing, &page, |path| {
                locale.tell("sheets-aloud", &[("path", path.into())])
            });
        }
    };
    if let Some(refusal) = refusal(locale, count, first) {
        eprintln!("{refusal}");
        return Exit::Failed;
    }
    let sheets = numbered(&form, count, first);
    let printed = report::sheets(locale, &form, settings, &sheets, sides);
    let trial = settings.trial(&form);
    if !trial.is_empty() {
        eprintln!("{}", trial_words(locale, "sheets-trial", &trial));
    }
    write(locale, &named("feuilles"), print.existing, &printed.html, |path| {
        let arguments = [
            ("count", count.into()),
            // As texts: numbers would be written with the language's separators.
            ("first", first.to_string().into()),
            ("last", (first + count - 1).to_string().into()),
            ("path", path.into()),
        ];
        let ready = locale.tell("sheets-written", &arguments);
        let advice = report::print_advice(locale, printed.pages, sides);
        format!("{ready}\n{}\n{advice}", locale.say("sheets-then"))
    })
}

/// Why so many sheets from this number cannot be made, if they cannot.
fn refusal(locale: &Locale, count: u32, first: u32) -> Option<String> {
    let last = u64::from(first) + u64::from(count).saturating_sub(1);
    if count == 0 || count > MOST {
        let arguments = [("count", count.to_string().into()), ("most", MOST.to_string().into())];
        Some(locale.tell("sheets-count", &arguments))
    } else if first == 0 || last > u64::from(highest()) {
        let most = ("most", highest().to_string().into());
        let arguments =
            [most, ("first", first.to_string().into()), ("last", last.to_string().into())];
        Some(locale.tell("sheets-last", &arguments))
    } else {
        None
    }
}

/// The highest number that a row can hold.
fn highest() -> u32 {
    match content(Meta::Feuille) {
        Content::Number(most) => most,
        _ => unreachable!("a sheet has a number"),
    }
}

/// The sheets, each with a code of its own where the form gives one.
pub(super) fn numbered(form: &Questionnaire, count: u32, first: u32) -> Vec<Sheet> {
    let gives_code = Coupon::of(form) == Coupon::Fresh;
    let mut taken = BTreeSet::new();
    let mut fresh = || loop {
        let code = Code::from_random(Outside::random());
        if taken.insert(code) {
            return code;
        }
    };
    let numbers = first..first + count;
    numbers.map(|number| Sheet { number, code: gives_code.then(&mut fresh) }).collect()
}
