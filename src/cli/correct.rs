//! `recueil correct`: a row found by its sheet, its identifier or its day, then read over and changed
//! on the screen.
//! Never an answer in the list: it says which sheets there are.

use std::io::{BufRead, Write, stdin, stdout};
use std::rc::Rc;

use super::dossier::Dossier;
use super::perform::{Hands, Outside};
use super::rights::Desk;
use super::{Exit, screens};
use crate::app::{App, Recorded, Settings, World};
use crate::locale::{Locale, shown};
use crate::questionnaire::Library;
use crate::record::season;
use crate::report::kept_day;
use crate::store::Row;
use crate::tui::Theme;
use crate::value::{Date, Meta, read_day};

/// Which row is to be corrected.
#[derive(Debug)]
pub(super) struct Correction {
    /// Of this form.
    pub form: Option<String>,
    pub row: Which,
    /// The day on which it was answered or typed, as it was written.
    pub day: Option<String>,
}

/// How a row is named.
#[derive(Debug)]
pub(super) enum Which {
    /// By the number of its sheet.
    Sheet(u32),
    /// By its identifier.
    Id(String),
    /// It is chosen among those of a day.
    Listed,
}

pub(super) fn correct(
    locale: Locale,
    dossier: &Dossier,
    settings: Settings,
    asked: &Correction,
    theme: Option<&Theme>,
) -> Exit {
    let outside = Outside::new();
    let row = match chosen(&locale, dossier, asked, outside.today()) {
        Ok(row) => row,
        Err(exit) => return exit,
    };
    let library = Rc::new(Library::load(dossier.questionnaires()));
    let mut hands = Hands::new(dossier, &outside, &locale, settings.keys());
    let mut app = App::new(Box::new(outside), locale, &library, settings, dossier.places());
    app.open_correction(row);
    screens(&mut app, theme, Vec::new(), &mut |effect| hands.perform(effect))
}

/// The row that was named; where there are several, the one that the person chooses.
fn chosen(
    locale: &Locale,
    dossier: &Dossier,
    asked: &Correction,
    today: Date,
) -> Result<Recorded, Exit> {
    let day = match &asked.day {
        None => None,
        Some(written) => Some(read_day(written).ok_or_else(|| {
            let written = shown(written).into_owned();
            eprintln!("{}", locale.tell("correct-day", &[("day", written.into())]));
            Exit::Failed
        })?),
    };
    let day = match asked.row {
        Which::Listed => Some(day.unwrap_or(today)),
        _ => day,
    };
    let is_wanted = |row: &Row<'_>| {
        let is_named = match &asked.row {
            Which::Sheet(number) => row.meta(Meta::Feuille).parse() == Ok(*number),
            Which::Id(id) => row.meta(Meta::ReponseId) == id.trim(),
            Which::Listed => true,
        };
        let of_form = asked.form.as_ref().is_none_or(|form| row.meta(Meta::Questionnaire) == form);
        is_named && of_form && day.is_none_or(|day| is_of_day(row, day))
    };
    let mut desk = Desk::open(locale, dossier)?;
    let (mut rows, mut unknown) = desk.standing(false, &is_wanted);
    let (trials, unknown_trials) = desk.standing(true, &is_wanted);
    rows.extend(trials);
    unknown += unknown_trials;
    if unknown > 0 {
        eprintln!("{}", locale.tell("correct-unknown", &[("count", unknown.into())]));
    }
    if rows.is_empty() {
        let day = day.map(|day| locale.date(day)).unwrap_or_default();
        let id = if day.is_empty() { "correct-none" } else { "correct-none-day" };
        eprintln!("{}", locale.tell(id, &[("day", day.into())]));
        return Err(Exit::Failed);
    }
    if rows.len() == 1 && !matches!(asked.row, Which::Listed) {
        return Ok(rows.remove(0));
    }
    // The number of a sheet comes again each day.
    let days = if day.is_none() { Days::Said } else { Days::Known };
    choose(locale, rows, days)
}

/// Is the day said of each row of a list?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Days {
    Said,
    Known,
}

/// Was a row answered or typed on a day, as far as it says?
pub(super) fn is_of_day(row: &Row<'_>, day: Date) -> bool {
    let month = format!("{:04}-{:02}", day.year(), day.month());
    let kept = [day.to_string(), month, season(day)];
    [Meta::Date, Meta::Saisie].iter().any(|meta| kept.iter().any(|kept| row.meta(*meta) == kept))
}

/// Lists rows by what they are, and asks for the number of one.
fn choose(locale: &Locale, mut rows: Vec<Recorded>, days: Days) -> Result<Recorded, Exit> {
    rows.sort_by_key(|row| {
        let number: Option<u32> = row.meta(Meta::Feuille).parse().ok();
        (row.form().id.clone(), number.is_none(), number)
    });
    println!("{}", locale.say("correct-list"));
    for (at, row) in rows.iter().enumerate() {
        println!("{} {}", at + 1, summary(locale, row, days));
    }
    print!("{} ", locale.say("correct-which"));
    _ = stdout().flush();
    let mut line = String::new();
    let read = stdin().lock().read_line(&mut line);
    let at = line.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    match at.filter(|at| read.is_ok() && *at < rows.len()) {
        Some(at) => Ok(rows.swap_remove(at)),
        None => {
            println!("{}", locale.say("rights-nothing-done"));
            Err(if line.trim().is_empty() { Exit::Done } else { Exit::Failed })
        }
    }
}

/// What a row is: never a time, never an answer.
fn summary(locale: &Locale, row: &Recorded, days: Days) -> String {
    let words = |meta: Meta| shown(row.meta(meta)).into_owned();
    let sheet = match words(Meta::Feuille) {
        number if number.is_empty() => None,
        number => Some(locale.tell("correct-sheet", &[("sheet", number.into())])),
    };
    let group = Some(words(Meta::Groupe)).filter(|group| !group.is_empty());
    let group = group.map(|group| locale.tell("correct-group", &[("group", group.into())]));
    let state = if row.meta(Meta::Etat) == "partiel" { "correct-partial" } else { "correct-whole" };
    let answered = locale.tell("correct-answered", &[("count", row.answered().into())]);
    let trial = (row.meta(Meta::Essai) == "1").then(|| locale.say("correct-trial"));
    let changed = (!row.is_intact()).then(|| locale.say("correct-by-hand"));
    let day = (days == Days::Said).then(|| kept_day(locale, row.meta(Meta::Date)));
    let parts = [Some(row.form().id.clone()), day, sheet, group, Some(locale.say(state))];
    let parts = parts.into_iter().chain([Some(answered), trial, changed]);
    parts.flatten().collect::<Vec<_>>().join(", ")
}
