//! `recueil simulate FORM -n N --seed S`: invented rows of a form, always trials.
//! Never a row that counts, and never the same rows twice in one file.

use std::io::{ErrorKind, Write, stdout};
use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{available_parallelism, scope};

use super::dossier::Dossier;
use super::perform::{Hands, Outside};
use super::{Exit, terminal_failed, unknown_form};
use crate::app::notice_version;
use crate::locale::Locale;
use crate::questionnaire::{Library, Moment, Questionnaire};
use crate::record::{People, Rows};
use crate::store::{Batch, Fault, Keys, header};

/// The most rows of one simulation: as many as there are codes, or so.
const MOST: u64 = 1_000_000;

/// How many rows are written together, under one lock and with one sync.
const BATCH: u64 = 5_000;

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Simulation {
    pub form: String,
    pub count: u64,
    pub seed: u64,
    pub people: People,
    pub target: Target,
    /// On how many threads; as many as the machine has, where nothing is said.
    pub threads: Option<usize>,
}

/// Where the rows go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To the trials of the dossier.
    Dossier,
    /// To the standard output.
    Output,
}

/// A référentiel locked by the settings may be simulated: nobody answers, and trials are all that
/// is made.
pub(super) fn simulate(locale: &Locale, dossier: &Dossier, asked: &Simulation) -> Exit {
    let library = Library::load(dossier.questionnaires());
    let Some(form) = library.form(&asked.form) else {
        return unknown_form(locale, &library, &asked.form);
    };
    if asked.count == 0 || asked.count > MOST {
        let arguments = [("most", MOST.into()), ("count", asked.count.to_string().into())];
        eprintln!("{}", locale.tell("simulate-count", &arguments));
        return Exit::Failed;
    }
    let forms = match asked.people {
        People::Apart => vec![form],
        People::Paired { .. } => match twins(&library, &form) {
            Some(twins) => twins.to_vec(),
            None => {
                let arguments = [("form", form.id.as_str().into())];
                eprintln!("{}", locale.tell("simulate-no-twin", &arguments));
                return Exit::Failed;
            }
        },
    };
    let invented: Vec<Rows> = forms
        .iter()
        .map(|form| Rows::new(form, asked.seed, asked.people, &notice_version(form)))
        .collect();
    match asked.target {
        Target::Output => output(locale, &invented[0], asked),
        Target::Dossier => append(locale, dossier, &invented, asked),
    }
}

/// The forms of arriving and of leaving for the people of this form, which must be one of them.
fn twins(library: &Library, form: &Questionnaire) -> Option<[Arc<Questionnaire>; 2]> {
    let referentiel = library.referentiel(&form.head.id)?;
    let of = |moment| {
        let asks = |other: &&Arc<Questionnaire>| other.role == form.role && other.moment == moment;
        let itself = referentiel.questionnaires.iter().filter(asks).find(|it| it.id == form.id);
        itself.or_else(|| referentiel.questionnaires.iter().find(asks)).map(Arc::clone)
    };
    let is_one = [Moment::Entree, Moment::Sortie].contains(&form.moment);
    is_one.then_some([of(Moment::Entree)?, of(Moment::Sortie)?])
}

fn append(locale: &Locale, dossier: &Dossier, invented: &[Rows], asked: &Simulation) -> Exit {
    // Trials are sealed to nobody.
    let mut hands = Hands::new(dossier, &Outside::new(), locale, &Keys::default());
    for rows in invented {
        let first = rows.id(0);
        match hands.holds(rows.form(), &first) {
            Ok(None) => {}
            Ok(Some(file)) => {
                let file = file.display().to_string();
                let arguments = [("seed", asked.seed.to_string().into()), ("file", file.into())];
                eprintln!("{}", locale.tell("simulate-twice", &arguments));
                return Exit::Failed;
            }
            Err(fault) => return failed(locale, &fault),
        }
    }
    println!("{}", locale.say("simulate-trial"));
    for rows in invented {
        let mut file = None;
        let done = batches(rows, asked, |batch| {
            let appended = hands.append_batch(None, rows.form(), &batch)?;
            file = Some(appended.file);
            Ok(())
        });
        if let Err(fault) = done {
            return failed(locale, &fault);
        }
        let file = file.map(|file| file.display().to_string()).unwrap_or_default();
        let arguments = [
            ("rows", asked.count.into()),
            ("seed", asked.seed.to_string().into()),
            ("file", file.into()),
        ];
        println!("{}", locale.tell("simulate-saved", &arguments));
    }
    Exit::Done
}

fn failed(locale: &Locale, fault: &Fault) -> Exit {
    eprintln!("{}", locale.fault(fault));
    Exit::Failed
}

fn output(locale: &Locale, rows: &Rows, asked: &Simulation) -> Exit {
    let mut output = stdout().lock();
    let written = output
        .write_all(&header(rows.form()))
        .and_then(|()| batches(rows, asked, |batch| output.write_all(batch.lines())));
    match written.and_then(|()| output.flush()) {
        // Nobody reads any more.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => terminal_failed(locale, &error),
        Ok(()) => Exit::Done,
    }
}

/// Makes the rows on several threads, writes them out there, and hands them over in their order. Each
/// thread is at most one batch ahead, so that memory stays the same however many rows there are.
fn batches<E>(
    rows: &Rows,
    asked: &Simulation,
    mut take: impl FnMut(Batch) -> Result<(), E>,
) -> Result<(), E> {
    let usual = || available_parallelism().map_or(1, usize::from);
    let threads = asked.threads.unwrap_or_else(usual).max(1);
    let batches = asked.count.div_ceil(BATCH);
    let range = |batch: u64| batch * BATCH..((batch + 1) * BATCH).min(asked.count);
    scope(|scope| {
        let receivers: Vec<Receiver<Batch>> = (0..threads)
            .map(|thread| {
                let (sender, receiver) = sync_channel(1);
                scope.spawn(move || {
                    for batch in (thread as u64..batches).step_by(threads) {
                        let made = make(rows, range(batch));
                        // Nobody takes them any more: an error was met.
                        if sender.send(made).is_err() {
                            break;
                        }
                    }
                });
                receiver
            })
            .collect();
        for (_, receiver) in (0..batches).zip(receivers.iter().cycle()) {
            take(receiver.recv().expect("each batch is made by its thread"))?;
        }
        Ok(())
    })
}

fn make(rows: &Rows, numbers: Range<u64>) -> Batch {
    Batch::new(rows.form(), true, numbers.map(|number| rows.row(number)))
}
