//! `recueil relay`: what the next volunteer must know of the dossier, on one page.
//! Never a private key, a code or an answer.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::arguments::Existing;
use super::dossier::Dossier;
use super::output::write;
use super::perform::Outside;
use super::rights::Desk;
use super::{Exit, print};
use crate::app::{Settings, World};
use crate::locale::Locale;
use crate::questionnaire::Library;
use crate::report::{self, Layout, Part, kept_day};
use crate::store::Place;
use crate::value::{Date, read_day};

/// How old the last copy may be, in days.
const OLD: i32 = 30;

/// What a copy is called among the copies.
const COPY: &str = "copie";

/// Where the page goes.
#[derive(Clone, Debug)]
pub(super) struct Relay {
    pub html: Option<PathBuf>,
    pub existing: Existing,
}

pub(super) fn relay(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    asked: &Relay,
) -> Exit {
    let mut desk = match Desk::open(locale, dossier) {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    let today = Outside::new().today();
    let parts = match parts(&mut desk, settings, today) {
        Ok(parts) => parts,
        Err(exit) => return exit,
    };
    let title = locale.say("relay-title");
    match &asked.html {
        None => print(locale, &report::relay(locale, &title, &parts, Layout::Plain)),
        Some(file) => {
            let page = report::relay(locale, &title, &parts, Layout::Html);
            let done = |path: &str| locale.tell("relay-written", &[("path", path.into())]);
            write(locale, file, asked.existing, &page, done)
        }
    }
}

fn parts(desk: &mut Desk<'_>, settings: &Settings, today: Date) -> Result<Vec<Part>, Exit> {
    let cycles = cycles(desk)?;
    let parts = [
        ("relay-who", who(desk, settings, today), Vec::new()),
        ("relay-where", places(desk, &cycles), vec![desk.locale.say("relay-blank-machine")]),
        ("relay-keys", keys(desk, settings), blanks(desk, settings)),
        ("relay-due", due(desk, settings, &cycles, today)?, Vec::new()),
        ("relay-forms", forms(desk, settings), Vec::new()),
    ];
    let part = |(id, lines, blanks): (&str, Vec<String>, Vec<String>)| {
        let heading = desk.locale.say(id);
        Part { heading, lines, blanks }
    };
    Ok(parts.into_iter().map(part).collect())
}

/// What there is of each cycle.
#[derive(Default)]
struct Cycle {
    rows: usize,
    coded: usize,
}

/// The rows that stand and count, by cycle.
fn cycles(desk: &Desk<'_>) -> Result<BTreeMap<String, Cycle>, Exit> {
    let mut cycles: BTreeMap<String, Cycle> = BTreeMap::new();
    let read = desk.store.each_trace(&mut |trace| {
        if trace.place == Place::Standing && !trace.trial && !trace.id.is_empty() {
            let cycle = cycles.entry(trace.cycle).or_default();
            cycle.rows += 1;
            cycle.coded += usize::from(trace.has_code);
        }
    });
    read.map_err(|fault| desk.failed(&fault))?;
    Ok(cycles)
}

fn who(desk: &Desk<'_>, settings: &Settings, today: Date) -> Vec<String> {
    let locale = desk.locale;
    let mut lines = Vec::new();
    let said = |text: &str| match text.trim() {
        "" => locale.say("relay-unsaid"),
        text => text.to_owned(),
    };
    let arguments = [
        ("structure", said(&settings.structure).into()),
        ("site", said(&settings.site).into()),
        ("contact", said(&settings.contact).into()),
    ];
    lines.push(locale.tell("relay-structure", &arguments));
    let program = env!("CARGO_PKG_VERSION");
    let arguments = [("day", locale.date(today).into()), ("program", program.into())];
    lines.push(locale.tell("relay-made", &arguments));
    lines
}

fn places(desk: &Desk<'_>, cycles: &BTreeMap<String, Cycle>) -> Vec<String> {
    let locale = desk.locale;
    let root = desk.dossier.root().display().to_string();
    let mut lines = vec![locale.tell("relay-dossier", &[("folder", root.into())])];
    let rows: usize = cycles.values().map(|cycle| cycle.rows).sum();
    lines.push(locale.tell("relay-rows", &[("count", rows.into())]));
    let sealed = desk.store.sealed();
    if sealed > 0 {
        lines.push(locale.tell("relay-sealed", &[("count", sealed.into())]));
    }
    // `<form>.v1-<fingerprint>.<machine>.csv`, or a later segment of it.
    let machine = |path: PathBuf| {
        let stem = path.file_stem()?.to_string_lossy().into_owned();
        let (_, machine) = stem.rsplit_once('.')?;
        Some(machine.split('-').next().unwrap_or(machine).to_owned())
    };
    let files = desk.store.row_files(false);
    let machines: BTreeSet<String> = files.into_iter().filter_map(machine).collect();
    if !machines.is_empty() {
        let names = machines.iter().cloned().collect::<Vec<_>>().join(", ");
        let arguments = [("count", machines.len().into()), ("names", names.into())];
        lines.push(locale.tell("relay-stations", &arguments));
    }
    lines
}

fn keys(desk: &Desk<'_>, settings: &Settings) -> Vec<String> {
    let locale = desk.locale;
    let names: Vec<&str> = settings.keys().iter().map(|(name, _)| name).collect();
    let mut lines = vec![match names.as_slice() {
        [] => locale.say("relay-no-keys"),
        names => locale.tell("relay-key-names", &[("names", names.join(", ").into())]),
    }];
    let city = settings.city.key.is_some();
    lines.push(locale.say(if city { "relay-city-key" } else { "relay-no-city-key" }));
    let code = !settings.borne.code.is_empty();
    lines.push(locale.say(if code { "relay-staff-code" } else { "relay-no-staff-code" }));
    lines
}

/// Who holds each key is known to nobody but people.
fn blanks(desk: &Desk<'_>, settings: &Settings) -> Vec<String> {
    let held =
        |(name, _)| desk.locale.tell("relay-blank-key", &[("name", String::from(name).into())]);
    settings.keys().iter().map(held).collect()
}

fn due(
    desk: &Desk<'_>,
    settings: &Settings,
    cycles: &BTreeMap<String, Cycle>,
    today: Date,
) -> Result<Vec<String>, Exit> {
    let locale = desk.locale;
    let mut lines = Vec::new();
    if let Some(day) = settings.city.due {
        let id = if day < today { "relay-send-late" } else { "relay-send-due" };
        lines.push(locale.tell(id, &[("day", locale.date(day).into())]));
    }
    for (cycle, of) in cycles {
        let until = [
            ("codes", settings.retention.codes_until(cycle).filter(|_| of.coded > 0)),
            ("rows", settings.retention.rows_until(cycle)),
        ];
        for (what, until) in until {
            let Some(day) = until else { continue };
            let state = if day < today { "late" } else { "until" };
            let arguments = [("cycle", cycle.clone().into()), ("day", locale.date(day).into())];
            lines.push(locale.tell(&format!("relay-{what}-{state}"), &arguments));
        }
    }
    lines.push(last_copy(desk, today)?);
    let drafts = desk.drafts.abandoned().len();
    lines.push(locale.tell("relay-drafts", &[("count", drafts.into())]));
    Ok(lines)
}

/// When the dossier was last copied.
fn last_copy(desk: &Desk<'_>, today: Date) -> Result<String, Exit> {
    let locale = desk.locale;
    let copies = desk.store.copies().map_err(|fault| desk.failed(&fault))?;
    let copies = copies.into_iter().filter(|[_, what, _]| what == COPY);
    let Some([day, _, place]) = copies.max() else { return Ok(locale.say("relay-copy-none")) };
    let is_old = read_day(&day).is_none_or(|day| (today - day).get_days() > OLD);
    let id = if is_old { "relay-copy-old" } else { "relay-copy" };
    let arguments = [("day", kept_day(locale, &day).into()), ("place", place.into())];
    Ok(locale.tell(id, &arguments))
}

fn forms(desk: &Desk<'_>, settings: &Settings) -> Vec<String> {
    let library = Library::load(desk.dossier.questionnaires());
    let line = |head: std::sync::Arc<crate::questionnaire::Head>| {
        let title = desk.locale.titled(&head);
        let arguments = [
            ("id", head.id.clone().into()),
            ("title", title.into()),
            ("version", head.version.into()),
        ];
        desk.locale.tell("relay-referentiel", &arguments)
    };
    settings.used(&library).into_iter().map(line).collect()
}
