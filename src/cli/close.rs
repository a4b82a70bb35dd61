//! `recueil close`: the codes of a cycle become pair numbers, and there is no way back.
//! Never before it was shown how many.

use super::Exit;
use super::dossier::Dossier;
use super::rights::{Consent, Desk};
use crate::locale::{Locale, shown};
use crate::record::is_season;

pub(super) fn close(locale: &Locale, dossier: &Dossier, cycle: &str, consent: Consent) -> Exit {
    match closed(locale, dossier, cycle, consent) {
        Ok(()) => Exit::Done,
        Err(exit) => exit,
    }
}

fn closed(locale: &Locale, dossier: &Dossier, cycle: &str, consent: Consent) -> Result<(), Exit> {
    if !is_season(cycle) {
        let cycle = shown(cycle).into_owned();
        eprintln!("{}", locale.tell("close-wrong", &[("cycle", cycle.into())]));
        return Err(Exit::Failed);
    }
    let desk = Desk::open(locale, dossier)?;
    let coded = desk.store.coded(cycle, &desk.drafts).map_err(|fault| desk.failed(&fault))?;
    let arguments = [
        ("cycle", cycle.to_owned().into()),
        ("people", coded.people.into()),
        ("rows", coded.rows.into()),
        ("drafts", coded.drafts.into()),
    ];
    if coded.people == 0 {
        println!("{}", locale.tell("close-nothing", &arguments[..1]));
        return Ok(());
    }
    println!("{}", locale.tell("close-what", &arguments));
    if coded.drafts > 0 {
        println!("{}", locale.tell("rights-drafts", &[("count", coded.drafts.into())]));
    }
    if !dossier.is_gathered() {
        println!("{}", locale.say("close-not-gathered"));
    }
    if let Some(note) = desk.sealed_note() {
        println!("{note}");
    }
    println!("{}", locale.say("close-no-way-back"));
    desk.agreed(consent)?;
    let closed = desk.close(cycle)?;
    let arguments = [("cycle", cycle.to_owned().into()), ("rows", closed.rows.into())];
    println!("{}", locale.tell("close-done", &arguments));
    Ok(())
}
