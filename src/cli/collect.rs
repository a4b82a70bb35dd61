//! `recueil collect FORM --answers FILE`: many answer sets from one file, in one append.
//! Never saves a line with a mistake, and never holds back the others because of it, unless two
//! typings of the same sheets must agree.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::dossier::Dossier;
use super::perform::{Hands, Outside};
use super::{Exit, trial_words};
use crate::app::{Settings, Trial, World};
use crate::exchange::{
    Difference, Mistake, Reading, Typed, Typing, Warning, Wrong, read_answers, verify,
};
use crate::locale::Locale;
use crate::questionnaire::Questionnaire;
use crate::record::{Metadata, Record};
use crate::store::{Appended, Reason};
use crate::value::Meta;

/// The files of answers: one, or two typings of the same sheets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Files<'a> {
    pub answers: &'a Path,
    /// The second typing, with which the first must agree before anything is saved.
    pub verify: Option<&'a Path>,
}

pub(super) fn collect(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    outside: &Outside,
    form: &Arc<Questionnaire>,
    files: Files<'_>,
) -> Exit {
    let Some(bytes) = bytes(locale, files.answers) else { return Exit::Failed };
    let start = start(locale, settings, outside, form);
    let reading = read_answers(&bytes, form, &start);
    tell_mistakes(locale, form, files.answers, &reading);
    if let Some(second) = files.verify
        && let Err(exit) = verified(locale, form, (files.answers, &reading), second, &start)
    {
        return exit;
    }
    for warning in &reading.warnings {
        let Warning { line, column, question, doubt } = warning;
        let doubt = locale.doubt(doubt, form);
        let arguments = [("name", question.as_str().into()), ("doubt", doubt.into())];
        let message = locale.tell("answers-doubt", &arguments);
        eprintln!("{}:{line}:{column}: {message}", files.answers.display());
    }
    let poste = outside.poste();
    let mut records = Vec::new();
    for sheet in reading.sheets {
        let mut metadata = sheet.metadata;
        for (meta, value) in [(Meta::ReponseId, outside.fresh_id()), (Meta::Poste, poste.clone())] {
            let set = metadata.set(meta, &value);
            debug_assert_eq!(set, Ok(()));
        }
        records.push(Record::new(&sheet.finished, metadata));
    }
    let mut hands = Hands::new(dossier, outside, locale, settings.keys());
    if records.is_empty() {
        let arguments = [("rows", 0.into()), ("file", "".into())];
        println!("{}", locale.tell("answers-saved", &arguments));
    }
    let mut exit = if reading.mistakes.is_empty() { Exit::Done } else { Exit::Problems };
    let (trials, counting): (Vec<Record>, Vec<Record>) =
        records.into_iter().partition(Record::is_trial);
    for (trial, records) in [(false, counting), (true, trials)] {
        if records.is_empty() {
            continue;
        }
        match hands.append(None, form, trial, &records) {
            Ok(appended) => {
                let reasons = if trial { settings.trial(form) } else { Vec::new() };
                tell_saved(locale, trial.then_some(reasons.as_slice()), &appended);
            }
            Err(fault) => {
                eprintln!("{}", locale.fault(&fault));
                exit = Exit::Failed;
            }
        }
    }
    if reading.refused > 0 {
        eprintln!("{}", locale.tell("answers-refused", &[("count", reading.refused.into())]));
    }
    exit
}

/// The bytes of a file; told where it cannot be read.
fn bytes(locale: &Locale, file: &Path) -> Option<Vec<u8>> {
    match fs::read(file) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            let (path, reason) = (file.display().to_string(), error.to_string());
            let reason = locale.tell("reason-other", &[("system", reason.into())]);
            let arguments = [("path", path.into()), ("reason", reason.into())];
            eprintln!("{}", locale.tell("fault-read", &arguments));
            None
        }
    }
}

fn tell_mistakes(locale: &Locale, form: &Questionnaire, file: &Path, reading: &Reading<'_>) {
    for Mistake { line, column, wrong } in &reading.mistakes {
        let message = tell(locale, form, wrong);
        eprintln!("{}:{line}:{column}: {message}", file.display());
    }
}

/// Compares a reading with the second typing of the same sheets. Anything wrong in either, and any
/// difference, is told and keeps everything from being saved.
fn verified(
    locale: &Locale,
    form: &Arc<Questionnaire>,
    (file, first): (&Path, &Reading<'_>),
    other: &Path,
    start: &Metadata,
) -> Result<(), Exit> {
    if let (Ok(file), Ok(other)) = (file.canonicalize(), other.canonicalize())
        && file == other
    {
        eprintln!("{}", locale.say("verify-same"));
        return Err(Exit::Failed);
    }
    let bytes = bytes(locale, other).ok_or(Exit::Failed)?;
    let second = read_answers(&bytes, form, start);
    tell_mistakes(locale, form, other, &second);
    let names = (file.display().to_string(), other.display().to_string());
    if !first.mistakes.is_empty() || !second.mistakes.is_empty() {
        eprintln!("{}", locale.say("verify-mistakes"));
        return Err(Exit::Problems);
    }
    let differences = verify(first, &second);
    for difference in &differences {
        eprintln!("{}", tell_difference(locale, (&names.0, &names.1), difference));
    }
    if differences.is_empty() {
        return Ok(());
    }
    eprintln!("{}", locale.tell("verify-differ", &[("count", differences.len().into())]));
    Err(Exit::Problems)
}

/// A difference between two typings, in words, after its places.
fn tell_difference(locale: &Locale, names: (&str, &str), difference: &Difference) -> String {
    let (own, other) = match difference {
        Difference::NoColumn(Typing::Second)
        | Difference::NoNumber(Typing::Second, _)
        | Difference::Twice(Typing::Second, ..)
        | Difference::Alone(Typing::Second, _) => (names.1, names.0),
        _ => names,
    };
    let at = |file: &str, typed: &Typed| format!("{file}:{}:{}", typed.line, typed.column);
    match difference {
        Difference::NoColumn(_) => format!("{own}:1:1: {}", locale.say("verify-no-column")),
        Difference::NoNumber(_, typed) => {
            format!("{}: {}", at(own, typed), locale.say("verify-no-number"))
        }
        Difference::Twice(_, typed, line) => {
            let arguments =
                [("sheet", typed.value.as_str().into()), ("line", line.to_string().into())];
            format!("{}: {}", at(own, typed), locale.tell("verify-twice", &arguments))
        }
        Difference::Alone(_, typed) => {
            let arguments = [("sheet", typed.value.as_str().into()), ("file", other.into())];
            format!("{}: {}", at(own, typed), locale.tell("verify-alone", &arguments))
        }
        Difference::Cell { sheet, name, first, second } => {
            let arguments = [
                ("sheet", sheet.as_str().into()),
                ("name", name.as_str().into()),
                ("first", first.value.as_str().into()),
                ("second", second.value.as_str().into()),
            ];
            let places = format!("{} / {}", at(names.0, first), at(names.1, second));
            format!("{places}: {}", locale.tell("verify-cell", &arguments))
        }
    }
}

/// Tells where rows are; of trials, every reason why they do not count.
pub(super) fn tell_saved(locale: &Locale, trials: Option<&[Trial]>, appended: &Appended) {
    if let Some(reasons) = trials {
        println!("{}", trial_words(locale, "answers-trial", reasons));
    }
    let file = appended.file.display().to_string();
    let arguments = [("rows", appended.rows.into()), ("file", file.into())];
    println!("{}", locale.tell("answers-saved", &arguments));
    if let Some(fault) = &appended.overcome {
        let id = if fault.reason == Reason::Full { "team-full" } else { "team-unsure" };
        eprintln!("{} {}", locale.say(id), locale.fault(fault));
    }
    if let Some(aside) = &appended.set_aside {
        let file = aside.display().to_string();
        println!("{}", locale.tell("answers-set-aside", &[("file", file.into())]));
    }
}

/// The columns of every row as they are where the file does not say otherwise: paper, typed today
/// and answered today.
fn start(
    locale: &Locale,
    settings: &Settings,
    outside: &Outside,
    form: &Questionnaire,
) -> Metadata {
    let mut metadata = Metadata::new(form);
    let today = outside.today();
    metadata.date(today, today);
    settings.note(form, &mut metadata);
    for (meta, value) in
        [(Meta::Support, "papier"), (Meta::Langue, locale.language()), (Meta::Horloge, "sure")]
    {
        let set = metadata.set(meta, value);
        debug_assert_eq!(set, Ok(()), "{meta:?} {value}");
    }
    metadata
}

/// A mistake, in words.
pub(super) fn tell(locale: &Locale, form: &Questionnaire, wrong: &Wrong) -> String {
    let names = || {
        let asked = form.questions.iter().filter(|question| question.asks());
        asked.map(|question| question.name.clone()).collect::<Vec<_>>().join(", ")
    };
    let id = form.id.as_str();
    match wrong {
        Wrong::Empty => locale.say("answers-empty"),
        Wrong::NotUtf8 => locale.say("answers-utf8"),
        Wrong::UnknownColumn(name, near) => {
            let arguments = [("name", name.as_str().into()), ("form", id.into())];
            let message = locale.tell("answers-column", &arguments);
            match near {
                Some(near) => {
                    let arguments = [("name", near.as_str().into())];
                    format!("{message} {}", locale.tell("advice-nearest", &arguments))
                }
                None => message,
            }
        }
        Wrong::ColumnTwice(name) => {
            locale.tell("answers-column-twice", &[("name", name.as_str().into())])
        }
        Wrong::NoQuestion => {
            let arguments = [("form", id.into()), ("names", names().into())];
            locale.tell("answers-no-question", &arguments)
        }
        Wrong::Unclosed => locale.say("answers-quote"),
        Wrong::Cells { found, expected } => {
            let arguments = [("found", (*found).into()), ("expected", (*expected).into())];
            locale.tell("answers-cells", &arguments)
        }
        Wrong::Closed(name) => locale.tell("answers-closed", &[("name", name.as_str().into())]),
        Wrong::Open(name) => locale.tell("answers-open", &[("name", name.as_str().into())]),
        Wrong::Answer(name, refusal, possible) => {
            let refusal = locale.refusal(refusal, form);
            let arguments = [("name", name.as_str().into()), ("refusal", refusal.into())];
            let message = locale.tell("answers-cell", &arguments);
            if possible.is_empty() {
                return message;
            }
            let arguments = [("names", possible.join(", ").into())];
            format!("{message} {}", locale.tell("answers-expected", &arguments))
        }
        Wrong::NoConsent => locale.say("answers-consent"),
        Wrong::Taken(name) => locale.tell("answers-taken", &[("name", name.as_str().into())]),
        Wrong::Meta(meta, refusal) => {
            let refusal = locale.meta_refusal(refusal);
            let arguments = [("name", meta.word().into()), ("refusal", refusal.into())];
            locale.tell("answers-cell", &arguments)
        }
    }
}
