//! What the commands of people's rights share: the rows of somebody with their forms, what was
//! interrupted finished first, and nothing done that nobody agreed to.
//! Never shows an answer.

use std::collections::BTreeMap;
use std::io::{IsTerminal, stderr, stdin};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dialoguer::Input;

use super::dossier::Dossier;
use super::perform::{Outside, reader};
use super::{Exit, rows, terminal_failed};
use crate::app::Recorded;
use crate::locale::{Locale, shown};
use crate::questionnaire::{Library, Questionnaire};
use crate::record::MetaRefusal;
use crate::report::kept_day;
use crate::store::names::{HISTORY, SEALED, SEALED_ROW};
use crate::store::{
    Closed, Fault, Journals, Left, Place, Row, Store, Trace, Whose, with_extension,
};
use crate::value::{Code, Date, Meta};

/// Was it agreed to already, on the command line?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Consent {
    Given,
    Asked,
}

/// The dossier, about to be changed.
pub(super) struct Desk<'a> {
    pub locale: &'a Locale,
    pub dossier: &'a Dossier,
    pub store: Store,
    pub drafts: Journals,
    forms: BTreeMap<PathBuf, Option<Arc<Questionnaire>>>,
    library: Option<Library>,
}

impl<'a> Desk<'a> {
    /// Opens a dossier; what was interrupted in it is finished first, and told.
    pub fn open(locale: &'a Locale, dossier: &'a Dossier) -> Result<Self, Exit> {
        let exit = recover(locale, dossier);
        if exit != Exit::Done {
            return Err(exit);
        }
        Ok(Self::at(locale, dossier))
    }

    /// A dossier in which what was interrupted was finished when the program started.
    pub fn at(locale: &'a Locale, dossier: &'a Dossier) -> Self {
        Self {
            locale,
            dossier,
            store: reader(dossier.data()),
            drafts: Journals::new(dossier.drafts()),
            forms: BTreeMap::new(),
            library: None,
        }
    }

    /// The form that the rows of a file answer, also where they were corrected.
    pub fn form_of(&mut self, file: &Path) -> Option<Arc<Questionnaire>> {
        let above = file.parent().and_then(Path::parent).filter(|_| is_history(file));
        let name = file.file_name().unwrap_or_default();
        let beside = above.map_or_else(|| file.to_owned(), |folder| folder.join(name));
        let dossier = self.dossier;
        self.forms.entry(beside).or_insert_with_key(|file| rows::form_of(dossier, file)).clone()
    }

    /// The rows that stand and that are wanted, with their forms. Those whose form nobody knows any
    /// more are counted.
    pub fn standing(
        &mut self,
        trial: bool,
        is_wanted: &dyn Fn(&Row<'_>) -> bool,
    ) -> (Vec<Recorded>, usize) {
        let mut found = Vec::new();
        let mut unknown = 0;
        let store = reader(self.dossier.data());
        let faults = store.standing(trial, |file, row| {
            if is_wanted(row) {
                match self.form_of(file) {
                    Some(form) => found.push(Recorded::new(&form, row)),
                    None => unknown += 1,
                }
            }
        });
        for fault in faults {
            eprintln!("{}", self.locale.fault(&fault));
        }
        (found, unknown)
    }

    /// What a row is, without a word of what it says.
    pub fn trace_line(&mut self, trace: &Trace) -> String {
        let library =
            self.library.get_or_insert_with(|| Library::load(self.dossier.questionnaires()));
        let form = library.form(&trace.form);
        let title = form.map(|form| form.say(&form.titre, self.locale.language()));
        let title = title.unwrap_or_else(|| self.locale.say("rights-form-unknown"));
        let day = kept_day(self.locale, &trace.day);
        let day = if day.is_empty() { self.locale.say("rights-day-unknown") } else { day };
        let id = match (trace.place, trace.trial) {
            (Place::Standing, false) => "rights-row",
            (Place::Standing, true) => "rights-row-trial",
            (Place::Seance, _) => "rights-row-seance",
            (Place::History, _) => "rights-row-old",
            (Place::Aside, _) => "rights-row-aside",
            (Place::Table, _) => "rights-row-table",
            // It says neither form nor day.
            (Place::Reread, _) => return format!("- {}", self.locale.say("rights-row-reread")),
        };
        let form = shown(&trace.form).into_owned();
        let arguments = [("title", title.into()), ("form", form.into()), ("day", day.into())];
        format!("- {}", self.locale.tell(id, &arguments))
    }

    /// Tells what cannot be searched here: sealed rows.
    pub fn sealed_note(&self) -> Option<String> {
        let sealed = with_extension(&self.dossier.data().join(SEALED), SEALED_ROW).len();
        (sealed > 0).then(|| self.locale.tell("rights-sealed", &[("count", sealed.into())]))
    }

    /// Tells that it could not be done.
    pub fn failed(&self, fault: &Fault) -> Exit {
        eprintln!("{}", self.locale.fault(fault));
        Exit::Failed
    }

    /// The same of something that changes rows, and how far it went.
    pub fn refused(&self, fault: &Fault, left: &Result<Left, Fault>) -> Exit {
        let id = match left {
            Ok(Left::Unchanged) => "rights-left-unchanged",
            Ok(Left::Begun) => "rights-left-begun",
            Ok(Left::Done) => "rights-left-done",
            Err(_) => "rights-left-unknown",
        };
        let exit = self.failed(fault);
        eprintln!("{}", self.locale.say(id));
        exit
    }

    /// Takes rows away; where the disk refuses, tells how far it went.
    pub fn withdraw(&self, whose: &Whose, today: Date) -> Result<usize, Exit> {
        let withdrawn = self.store.withdraw(whose, today);
        withdrawn.map_err(|fault| self.refused(&fault, &self.store.withdrawal_left(whose)))
    }

    /// Closes a cycle; where the disk refuses, tells how far it went.
    pub fn close(&self, cycle: &str) -> Result<Closed, Exit> {
        let closed = self.store.close(cycle, &self.drafts, &mut Outside::random);
        let left = || self.store.closing_left(cycle, &self.drafts);
        closed.map_err(|fault| self.refused(&fault, &left()))
    }

    /// Asks whether it is to be done. Where nobody can be asked, it must have been said.
    pub fn agreed(&self, consent: Consent) -> Result<(), Exit> {
        if consent == Consent::Given {
            return Ok(());
        }
        if !(stdin().is_terminal() && stderr().is_terminal()) {
            eprintln!("{}", self.locale.say("rights-nobody"));
            return Err(Exit::Failed);
        }
        let input = Input::<String>::new().with_prompt(self.locale.say("rights-confirm"));
        match input.allow_empty(true).interact_text() {
            Ok(said) if is_yes(&said) => Ok(()),
            Ok(_) => {
                println!("{}", self.locale.say("rights-nothing-done"));
                Err(Exit::Done)
            }
            Err(dialoguer::Error::IO(error)) => Err(terminal_failed(self.locale, &error)),
        }
    }
}

/// Has the person said yes, in whole letters? In French or in English, whatever is spoken.
pub(super) fn is_yes(said: &str) -> bool {
    ["oui", "yes"].contains(&said.trim().to_lowercase().as_str())
}

fn is_history(file: &Path) -> bool {
    file.parent().is_some_and(|folder| folder.ends_with(HISTORY))
}

/// The code that somebody typed; why it is none is told.
pub(super) fn code(locale: &Locale, typed: &str) -> Result<Code, Exit> {
    Code::read(typed).map_err(|unread| {
        let reason = locale.meta_refusal(&MetaRefusal::Code(unread));
        let arguments = [("code", shown(typed).into_owned().into()), ("reason", reason.into())];
        eprintln!("{}", locale.tell("rights-code-wrong", &arguments));
        Exit::Failed
    })
}

/// Does a row bear this code?
pub(super) fn has_code(row: &Row<'_>, code: Code) -> bool {
    Code::read(row.meta(Meta::Code)) == Ok(code)
}

/// Finishes what was interrupted in a dossier, and tells what it was.
pub(super) fn recover(locale: &Locale, dossier: &Dossier) -> Exit {
    let drafts = Journals::new(dossier.drafts());
    let recovered = match reader(dossier.data()).recover(&drafts, &mut Outside::random) {
        Ok(recovered) => recovered,
        Err(fault) => {
            eprintln!("{}", locale.fault(&fault));
            return Exit::Failed;
        }
    };
    if recovered.withdrawn > 0 {
        let count = [("count", recovered.withdrawn.into())];
        eprintln!("{}", locale.tell("recovered-withdrawn", &count));
    }
    for cycle in recovered.closed {
        eprintln!("{}", locale.tell("recovered-closed", &[("cycle", cycle.into())]));
    }
    Exit::Done
}
