//! `recueil import` of the activities that La Coop de la médiation numérique exports: séances of the
//! register, so that nobody types them twice.
//! Never an activity twice, never who came, and nothing before it was said what is added.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::collect::tell_saved;
use super::dossier::Dossier;
use super::import::{Importing, tell_remarks};
use super::perform::{Hands, Outside, reader};
use super::rights::Desk;
use super::{Exit, unknown_form};
use crate::app::Settings;
use crate::exchange::{Activities, Book, Grave, Workshop, activities};
use crate::locale::{Locale, shown};
use crate::questionnaire::{Library, Questionnaire};
use crate::record::{Metadata, Record};
use crate::value::{Date, Meta};

/// The register of séances.
const REGISTER: &str = "com-carnet";

/// What stands in the place of the machine's name: the same row, wherever it is imported.
const POSTE: &str = "la-coop";

/// The language of La Coop.
const LANGUAGE: &str = "fr";

/// The most séances named before anything is added.
const NAMED: usize = 10;

/// What the files say together.
#[derive(Default)]
struct Found {
    new: Vec<Workshop>,
    /// How many are in the register already.
    there: usize,
    alone: usize,
    refused: usize,
    private: Vec<String>,
    unplaced: Vec<String>,
}

/// Adds the activities of these files to the register.
pub(super) fn import(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    asked: &Importing,
    files: &[(String, Book)],
) -> Exit {
    match added(locale, dossier, settings, asked, files) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn added(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    asked: &Importing,
    files: &[(String, Book)],
) -> Result<Exit, Exit> {
    let library = Library::load(dossier.questionnaires());
    let form = library.form(REGISTER).ok_or_else(|| unknown_form(locale, &library, REGISTER))?;
    let desk = Desk::open(locale, dossier)?;
    let reasons = settings.trial(&form);
    let trial = asked.trial || !reasons.is_empty();
    let found = found(locale, dossier, &form, trial, files);
    tell(locale, &found);
    tell_same_days(locale, dossier, &form, trial, &found.new);
    let exit = if found.refused == 0 { Exit::Done } else { Exit::Problems };
    if found.new.is_empty() {
        return Ok(exit);
    }
    desk.agreed(asked.consent)?;
    let outside = Outside::new();
    let records: Vec<Record> =
        found.new.iter().map(|workshop| row(settings, &form, workshop, trial)).collect();
    let mut hands = Hands::new(dossier, &outside, locale, settings.keys());
    let appended =
        hands.append(None, &form, trial, &records).map_err(|fault| desk.failed(&fault))?;
    tell_saved(locale, trial.then_some(reasons.as_slice()), &appended);
    Ok(exit)
}

/// Reads the files; what is wrong in them is told.
fn found(
    locale: &Locale,
    dossier: &Dossier,
    form: &Arc<Questionnaire>,
    trial: bool,
    files: &[(String, Book)],
) -> Found {
    let mut found = Found::default();
    let mut workshops: Vec<(String, Workshop)> = Vec::new();
    for (file, book) in files {
        let read = activities(locale, file, book, form);
        let Activities { remarks, private, unplaced, .. } = &read;
        tell_remarks(locale, remarks);
        // A table without its columns has no activities to refuse, and is one thing to put right.
        let is_refused = remarks.iter().any(|remark| remark.grave == Grave::Refused);
        found.refused += read.refused.max(usize::from(is_refused));
        found.alone += read.alone;
        for (names, known) in [(private, &mut found.private), (unplaced, &mut found.unplaced)] {
            known.extend(
                names.iter().filter(|name| !known.contains(name)).cloned().collect::<Vec<_>>(),
            );
        }
        workshops.extend(read.workshops.into_iter().map(|workshop| (workshop.id(trial), workshop)));
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let store = reader(dossier.data());
    let ids: HashSet<&str> = workshops.iter().map(|(id, _)| id.as_str()).collect();
    let saved: HashSet<String> = store.saved_among(&ids).into_iter().map(str::to_owned).collect();
    for (id, workshop) in workshops {
        let is_there = saved.contains(&id);
        if !seen.insert(id) {
            // Two of the files have it.
            continue;
        }
        if is_there { found.there += 1 } else { found.new.push(workshop) }
    }
    found
}

/// The row of a séance. All that it says is La Coop's, or the settings': two machines that import the
/// same activity have the same row, which is one once they are gathered.
fn row(settings: &Settings, form: &Questionnaire, workshop: &Workshop, trial: bool) -> Record {
    let mut metadata = Metadata::new(form);
    metadata.date(workshop.day, workshop.entered);
    settings.note(form, &mut metadata);
    let id = workshop.id(trial);
    let mut columns = vec![
        (Meta::ReponseId, id.as_str()),
        (Meta::Poste, POSTE),
        (Meta::Langue, LANGUAGE),
        (Meta::Horloge, "sure"),
    ];
    columns.extend(trial.then_some((Meta::Essai, "1")));
    for (meta, value) in columns {
        let set = metadata.set(meta, value);
        debug_assert_eq!(set, Ok(()), "{meta:?} {value}");
    }
    Record::new(&workshop.finished, metadata)
}

/// Says what is to be added, and what is not.
fn tell(locale: &Locale, found: &Found) {
    let count = |id: &str, count: usize| {
        if count > 0 {
            println!("{}", locale.tell(id, &[("count", count.into())]));
        }
    };
    println!("{}", locale.tell("coop-new", &[("count", found.new.len().into())]));
    for workshop in found.new.iter().take(NAMED) {
        let place = if workshop.place.is_empty() { "none" } else { workshop.place.as_str() };
        let arguments = [
            ("day", locale.date(workshop.day).into()),
            ("people", workshop.people.into()),
            ("minutes", workshop.minutes.unwrap_or_default().into()),
            ("place", shown(place).into_owned().into()),
        ];
        println!("- {}", locale.tell("coop-line", &arguments));
    }
    count("coop-more", found.new.len().saturating_sub(NAMED));
    count("coop-there", found.there);
    count("coop-alone", found.alone);
    count("coop-refused", found.refused);
    for (id, columns) in [("coop-private", &found.private), ("coop-unplaced", &found.unplaced)] {
        if !columns.is_empty() {
            let columns = shown(&columns.join(", ")).into_owned();
            println!("{}", locale.tell(id, &[("columns", columns.into())]));
        }
    }
    if !found.new.is_empty() {
        println!("{}", locale.say("coop-blank"));
    }
}

/// Tells the days of which the register has a line already that somebody filled in here: it may be the
/// same séance.
fn tell_same_days(
    locale: &Locale,
    dossier: &Dossier,
    form: &Questionnaire,
    trial: bool,
    new: &[Workshop],
) {
    let mut days: BTreeSet<Date> = BTreeSet::new();
    // What cannot be read is told by whoever looks at the rows.
    _ = reader(dossier.data()).standing(trial, |_, row| {
        if row.meta(Meta::Questionnaire) == form.id && row.meta(Meta::Poste) != POSTE {
            days.extend(row.cell("S_jour").and_then(|day| day.parse::<Date>().ok()));
        }
    });
    let same: BTreeSet<Date> =
        new.iter().map(|workshop| workshop.day).filter(|day| days.contains(day)).collect();
    if !same.is_empty() {
        let named = same.iter().map(|day| locale.date(*day)).collect::<Vec<_>>().join(", ");
        let arguments = [("count", same.len().into()), ("days", named.into())];
        eprintln!("{}", locale.tell("coop-same-day", &arguments));
    }
}
