//! `recueil purge`: what was kept long enough goes, as the settings say.
//! Never before it was shown what, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::Exit;
use super::dossier::Dossier;
use super::perform::Outside;
use super::rights::{Consent, Desk};
use crate::app::{Retention, Settings, World};
use crate::locale::{Locale, shown};
use crate::store::{Place, Trace, Whose};
use crate::value::Date;

pub(super) fn purge(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    consent: Consent,
) -> Exit {
    match purged(locale, dossier, settings.retention, consent) {
        Ok(()) => Exit::Done,
        Err(exit) => exit,
    }
}

/// What is kept, and what is due.
#[derive(Default)]
struct Due {
    /// The cycles whose codes are due.
    codes: BTreeSet<String>,
    /// The rows of each cycle that are due.
    rows: BTreeMap<String, BTreeSet<String>>,
    /// The séances of each cycle that are due.
    seances: BTreeMap<String, BTreeSet<String>>,
    /// The trials that are due.
    trials: BTreeSet<String>,
    drafts: Vec<PathBuf>,
    /// The cycles that are kept, and whether some of their rows bear codes.
    kept: BTreeMap<String, bool>,
    /// Rows and drafts of which nobody can tell when they are due, by the file that they are in.
    undated: BTreeMap<PathBuf, usize>,
}

impl Due {
    fn add(&mut self, trace: Trace, kept: &Retention, today: Date) {
        let is_table = matches!(trace.place, Place::Table | Place::Reread);
        if is_table && trace.cycle.is_empty() {
            // It says what was decided of a row, and holds none.
            return;
        }
        let until = if trace.trial {
            kept.trial_until(&trace.typed)
        } else {
            kept.rows_until(&trace.cycle)
        };
        let Some(until) = until.filter(|_| !trace.id.is_empty()) else {
            *self.undated.entry(trace.file).or_default() += 1;
            return;
        };
        let codes = kept.codes_until(&trace.cycle).filter(|_| trace.has_code);
        match (until < today, trace.trial) {
            (true, true) => _ = self.trials.insert(trace.id),
            (true, false) if trace.place == Place::Seance => {
                _ = self.seances.entry(trace.cycle).or_default().insert(trace.id);
            }
            (true, false) => _ = self.rows.entry(trace.cycle).or_default().insert(trace.id),
            (false, _) if codes.is_some_and(|until| until < today) => {
                self.codes.insert(trace.cycle);
            }
            (false, true) => {}
            (false, false) => *self.kept.entry(trace.cycle).or_default() |= trace.has_code,
        }
    }

    fn is_nothing(&self) -> bool {
        self.codes.is_empty()
            && self.rows.is_empty()
            && self.seances.is_empty()
            && self.trials.is_empty()
            && self.drafts.is_empty()
    }
}

fn purged(
    locale: &Locale,
    dossier: &Dossier,
    kept: Retention,
    consent: Consent,
) -> Result<(), Exit> {
    let desk = Desk::open(locale, dossier)?;
    let today = Outside::new().today();
    let due = due(&desk, &kept, today)?;
    tell_due(&desk, &due, &kept, today)?;
    if due.is_nothing() {
        return Ok(());
    }
    desk.agreed(consent)?;
    let seances: usize = due.seances.values().map(BTreeSet::len).sum();
    let of_cycles = due.rows.into_values().chain(due.seances.into_values());
    let ids: BTreeSet<String> = of_cycles.flatten().chain(due.trials).collect();
    let gone = desk.withdraw(&Whose::Ids(ids), today)?;
    for cycle in &due.codes {
        desk.close(cycle)?;
    }
    for draft in &due.drafts {
        desk.drafts.erase(draft).map_err(|fault| desk.failed(&fault))?;
    }
    let arguments = [
        ("rows", gone.saturating_sub(seances).into()),
        ("seances", seances.into()),
        ("cycles", due.codes.len().into()),
        ("drafts", due.drafts.len().into()),
    ];
    println!("{}", locale.tell("purge-done", &arguments));
    Ok(())
}

fn due(desk: &Desk<'_>, kept: &Retention, today: Date) -> Result<Due, Exit> {
    let mut due = Due::default();
    let each = desk.store.each_trace(&mut |trace| due.add(trace, kept, today));
    each.map_err(|fault| desk.failed(&fault))?;
    for found in desk.drafts.abandoned() {
        let day = found.draft.as_ref().map(|draft| draft.opening.day);
        match day.and_then(|day| kept.draft_until(day)) {
            Some(until) if until < today => due.drafts.push(found.path),
            Some(_) => {}
            None => _ = due.undated.insert(found.path, 1),
        }
    }
    Ok(due)
}

/// Tells each thing that is due and why; then until when the rest is kept.
fn tell_due(desk: &Desk<'_>, due: &Due, kept: &Retention, today: Date) -> Result<(), Exit> {
    let locale = desk.locale;
    let day = locale.date(today);
    let heading = if due.is_nothing() { "purge-nothing" } else { "purge-what" };
    println!("{}", locale.tell(heading, &[("day", day.into())]));
    let rows = due.rows.iter().map(|of| ("purge-rows", of));
    for (id, (cycle, ids)) in rows.chain(due.seances.iter().map(|of| ("purge-seances", of))) {
        let arguments = [
            ("cycle", shown(cycle).into_owned().into()),
            ("rows", ids.len().into()),
            ("months", kept.rows.into()),
        ];
        println!("- {}", locale.tell(id, &arguments));
    }
    for cycle in &due.codes {
        let coded = desk.store.coded(cycle, &desk.drafts).map_err(|fault| desk.failed(&fault))?;
        let arguments = [
            ("cycle", shown(cycle).into_owned().into()),
            ("people", coded.people.into()),
            ("months", kept.codes.into()),
        ];
        println!("- {}", locale.tell("purge-codes", &arguments));
    }
    if !due.trials.is_empty() {
        let arguments = [("rows", due.trials.len().into()), ("months", kept.trials.into())];
        println!("- {}", locale.tell("purge-trials", &arguments));
    }
    if !due.drafts.is_empty() {
        let arguments = [("drafts", due.drafts.len().into()), ("days", kept.drafts.into())];
        println!("- {}", locale.tell("purge-drafts", &arguments));
    }
    let date = |until: Option<Date>| until.map(|day| locale.date(day)).unwrap_or_default();
    for (cycle, has_codes) in &due.kept {
        let id = if *has_codes { "purge-kept-coded" } else { "purge-kept" };
        let arguments = [
            ("cycle", shown(cycle).into_owned().into()),
            ("rows", date(kept.rows_until(cycle)).into()),
            ("codes", date(kept.codes_until(cycle)).into()),
        ];
        println!("{}", locale.tell(id, &arguments));
    }
    for (file, count) in &due.undated {
        let file = shown(&file.display().to_string()).into_owned();
        let arguments = [("count", (*count).into()), ("file", file.into())];
        println!("{}", locale.tell("purge-undated", &arguments));
    }
    if let Some(note) = desk.sealed_note() {
        println!("{note}");
        println!("{}", locale.say("purge-sealed"));
    }
    Ok(())
}
