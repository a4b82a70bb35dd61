//! `recueil access`: what is recorded of a person, read to them or printed for them.
//! Never of anybody else.

use std::path::PathBuf;

use super::arguments::Existing;
use super::dossier::Dossier;
use super::output::write;
use super::rights::{Desk, code, has_code};
use super::{Exit, print};
use crate::app::Recorded;
use crate::locale::Locale;
use crate::report::{self, Layout, Own, Version};
use crate::store::{Place, Whose};
use crate::value::{Code, Meta};

/// Where it is shown.
#[derive(Debug)]
pub(super) enum Shown {
    Terminal,
    Page { file: PathBuf, existing: Existing },
}

pub(super) fn access(locale: &Locale, dossier: &Dossier, typed: &str, shown: &Shown) -> Exit {
    match accessed(locale, dossier, typed, shown) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn accessed(locale: &Locale, dossier: &Dossier, typed: &str, shown: &Shown) -> Result<Exit, Exit> {
    let code = code(locale, typed)?;
    let mut desk = Desk::open(locale, dossier)?;
    let (rows, mut notes) = rows(&mut desk, code)?;
    if rows.is_empty() && notes.is_empty() {
        eprintln!("{}", locale.say("withdraw-nothing"));
        if let Some(note) = desk.sealed_note() {
            eprintln!("{note}");
        }
        return Err(Exit::Failed);
    }
    notes.extend(desk.sealed_note());
    let layout = match shown {
        Shown::Terminal => Layout::Plain,
        Shown::Page { .. } => Layout::Html,
    };
    let page = report::access(locale, &rows, &notes, layout);
    Ok(match shown {
        Shown::Terminal => print(locale, &page),
        Shown::Page { file, existing } => write(locale, file, *existing, &page, |path| {
            locale.tell("access-written", &[("path", path.into())])
        }),
    })
}

/// Every row of a person that can be read, and what is said of the others.
fn rows(desk: &mut Desk<'_>, code: Code) -> Result<(Vec<Own>, Vec<String>), Exit> {
    let mut own = Vec::new();
    let mut unread = 0;
    for (trial, version) in [(false, Version::Counts), (true, Version::Trial)] {
        let (rows, unknown) = desk.standing(trial, &|row| has_code(row, code));
        own.extend(rows.into_iter().map(|row| Own { row, version }));
        unread += unknown;
    }
    let traces = desk.store.traces(&Whose::Code(code)).map_err(|fault| desk.failed(&fault))?;
    for trace in &traces {
        match trace.place {
            // What was decided of a text says nothing that its row does not.
            Place::Standing | Place::Seance | Place::Reread => {}
            Place::History => match desk.form_of(&trace.file) {
                Some(form) => {
                    let read = desk.store.each_row(&trace.file, |row| {
                        if row.meta(Meta::ReponseId) == trace.id {
                            let row = Recorded::new(&form, row);
                            own.push(Own { row, version: Version::Old });
                        }
                    });
                    read.map_err(|fault| desk.failed(&fault))?;
                }
                None => unread += 1,
            },
            Place::Aside | Place::Table => unread += 1,
        }
    }
    let drafts = desk.drafts.abandoned().into_iter().filter(|found| {
        let draft = found.draft.as_ref();
        draft.is_some_and(|draft| Code::read(draft.meta(Meta::Code)) == Ok(code))
    });
    let counts = [("access-unread", unread), ("access-drafts", drafts.count())];
    let notes = counts.into_iter().filter(|(_, count)| *count > 0);
    let notes = notes.map(|(id, count)| desk.locale.tell(id, &[("count", count.into())]));
    Ok((own, notes.collect()))
}
