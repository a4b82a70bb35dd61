//! `recueil withdraw`: every row of a person taken away, with a mark that keeps it from coming back.
//! Never shows an answer, and never takes anything away before it was shown what would go.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Exit;
use super::dossier::Dossier;
use super::perform::Outside;
use super::rights::{Consent, Desk, code};
use crate::app::World;
use crate::locale::{Locale, shown};
use crate::report::kept_day;
use crate::store::{Trace, Whose};
use crate::value::{Code, Meta};

/// Whose rows are to go.
#[derive(Debug)]
pub(super) enum Person {
    /// Of whoever has this code, as it was typed.
    Code(String),
    /// Of this identifier: paper, and forms that ask for no code.
    Id(String),
}

pub(super) fn withdraw(
    locale: &Locale,
    dossier: &Dossier,
    person: &Person,
    consent: Consent,
) -> Exit {
    match withdrawn(locale, dossier, person, consent) {
        Ok(()) => Exit::Done,
        Err(exit) => exit,
    }
}

fn withdrawn(
    locale: &Locale,
    dossier: &Dossier,
    person: &Person,
    consent: Consent,
) -> Result<(), Exit> {
    let whose = match person {
        Person::Code(typed) => Whose::Code(code(locale, typed)?),
        Person::Id(id) => Whose::Ids(BTreeSet::from([identifier(locale, id)?])),
    };
    let mut desk = Desk::open(locale, dossier)?;
    let traces = desk.store.traces(&whose).map_err(|fault| desk.failed(&fault))?;
    let drafts = drafts(&desk, &whose);
    if traces.is_empty() && drafts.is_empty() {
        eprintln!("{}", locale.say("withdraw-nothing"));
        if let Some(note) = desk.sealed_note() {
            eprintln!("{note}");
        }
        return Err(Exit::Failed);
    }
    tell_what_goes(&mut desk, &traces, drafts.len())?;
    desk.agreed(consent)?;
    let today = Outside::new().today();
    let marked = desk.withdraw(&whose, today)?;
    let mut held = 0;
    for draft in &drafts {
        let erased = desk.drafts.erase(draft).map_err(|fault| desk.failed(&fault))?;
        held += usize::from(!erased);
    }
    println!("{}", locale.tell("withdraw-done", &[("count", marked.into())]));
    if held > 0 {
        eprintln!("{}", locale.tell("withdraw-held", &[("count", held.into())]));
        return Err(Exit::Problems);
    }
    Ok(())
}

fn identifier(locale: &Locale, typed: &str) -> Result<String, Exit> {
    let id = uuid::Uuid::parse_str(typed.trim());
    id.map(|id| id.to_string()).map_err(|_| {
        let typed = shown(typed).into_owned();
        eprintln!("{}", locale.tell("rights-id-wrong", &[("id", typed.into())]));
        Exit::Failed
    })
}

/// The drafts of somebody that nobody holds.
fn drafts(desk: &Desk<'_>, whose: &Whose) -> Vec<PathBuf> {
    let found = desk.drafts.abandoned().into_iter().filter(|found| {
        let Some(draft) = &found.draft else { return false };
        match whose {
            Whose::Code(code) => Code::read(draft.meta(Meta::Code)) == Ok(*code),
            Whose::Ids(ids) => ids.contains(draft.meta(Meta::ReponseId)),
        }
    });
    found.map(|found| found.path).collect()
}

/// Tells what would go, and what is out of reach.
fn tell_what_goes(desk: &mut Desk<'_>, traces: &[Trace], drafts: usize) -> Result<(), Exit> {
    let locale = desk.locale;
    let count = traces.len() + drafts;
    println!("{}", locale.tell("withdraw-what", &[("count", count.into())]));
    for trace in traces {
        println!("{}", desk.trace_line(trace));
    }
    if drafts > 0 {
        println!("- {}", locale.tell("rights-drafts", &[("count", drafts.into())]));
    }
    let copies = desk.store.copies().map_err(|fault| desk.failed(&fault))?;
    if !copies.is_empty() {
        println!("{}", locale.say("withdraw-copies"));
        for [day, what, place] in copies {
            let day = kept_day(locale, &day);
            println!("- {}", shown(&format!("{day}, {what} : {place}")));
        }
    }
    if let Some(note) = desk.sealed_note() {
        println!("{note}");
    }
    Ok(())
}
