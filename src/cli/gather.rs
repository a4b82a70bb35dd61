//! `recueil gather SOURCE… --into DIR`: many stations into one set, and which version of a row is kept.
//! Never chooses a version: a person does, here or by a flag.

use std::io::{IsTerminal, stderr, stdin};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use dialoguer::Input;

use super::Exit;
use super::dossier::{read, real};
use crate::locale::{Locale, shown};
use crate::questionnaire::{Questionnaire, load};
use crate::record::{Column, columns, unguard};
use crate::report::codebook;
use crate::store::names::{DATA, EXPLAINED};
use crate::store::{
    self, Candidate, Damage, Dispute, Edit, Gathered, Gathering, Kept, RealDisk, Refusal, Remark,
    create_private,
};
use crate::value::{CONTROLE, Meta, Missing};

/// How many rows of one file, or in conflict, are told one by one.
const MOST: usize = 10;

/// How long nothing is said of how far the work is.
const PATIENCE: Duration = Duration::from_millis(500);

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Gather {
    pub sources: Vec<PathBuf>,
    pub into: PathBuf,
    /// Versions to be kept: `ID=VERSION`.
    pub kept: Vec<String>,
    pub settling: Settling,
}

/// When conflicts are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settling {
    /// Now, one by one.
    Asked,
    /// Later.
    Later,
}

/// Gathers, and tells what came of it.
pub(super) fn gather(locale: &Locale, asked: &Gather) -> Exit {
    let mut kept = Vec::new();
    for text in &asked.kept {
        let Some((id, version)) = text.split_once('=').filter(|(_, name)| !name.is_empty()) else {
            eprintln!("{}", locale.tell("gather-keep-form", &[("text", text.as_str().into())]));
            return Exit::Failed;
        };
        kept.push(Kept { id: id.to_owned(), version: version.to_owned() });
    }
    if asked.sources.is_empty() && kept.is_empty() && asked.settling == Settling::Later {
        eprintln!("{}", locale.say("gather-sources"));
        return Exit::Failed;
    }
    let into = real(&asked.into);
    let sources: Vec<PathBuf> = asked.sources.iter().map(|source| real(source)).collect();
    let person = stdin().is_terminal() && stderr().is_terminal();
    let gathered = match run(locale, &sources, &into, &kept) {
        Ok(gathered) => gathered,
        Err(exit) => return exit,
    };
    let remarks = gathered.remarks.len();
    tell_remarks(locale, &gathered.remarks);
    let gathered = if asked.settling == Settling::Asked && person {
        match settle(locale, &into, gathered) {
            Ok(gathered) => gathered,
            Err(exit) => return exit,
        }
    } else {
        gathered
    };
    tell_disputes(locale, &into, &gathered.disputes);
    tell_counts(locale, &into, &gathered);
    let page = into.join(DATA).join(EXPLAINED);
    if !page.exists() {
        // Rows that stand are there, whether or not the page beside them could be written.
        _ = create_private(&page, &codebook(locale));
    }
    if remarks > 0 || !gathered.disputes.is_empty() { Exit::Problems } else { Exit::Done }
}

/// Gathers, with a line that says how far it is where a person waits.
fn run(locale: &Locale, sources: &[PathBuf], into: &Path, kept: &[Kept]) -> Result<Gathered, Exit> {
    let bar = Bar::new(locale);
    let progress = |done: u64, total: u64| bar.at(done, total);
    let asked = Gathering { sources, into, kept, progress: &progress };
    let gathered = store::gather(&RealDisk, &asked);
    bar.clear();
    gathered.map_err(|refusal| {
        eprintln!("{}", refused(locale, &refusal));
        Exit::Failed
    })
}

fn refused(locale: &Locale, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Fault(fault) => locale.fault(fault),
        Refusal::NoSource(path) => {
            locale.tell("gather-no-source", &[("path", path.display().to_string().into())])
        }
        Refusal::NoDispute(id) => locale.tell("gather-no-dispute", &[("id", id.as_str().into())]),
        Refusal::NoVersion(Kept { id, version }) => {
            let arguments = [("id", id.as_str().into()), ("version", version.as_str().into())];
            locale.tell("gather-no-version", &arguments)
        }
    }
}

/// How far the work is, on a line that is written over and over, and only at a terminal.
struct Bar {
    started: Instant,
    /// The line with every percentage; none where nobody looks.
    words: Option<Vec<String>>,
    drawn: Mutex<Option<usize>>,
}

impl Bar {
    fn new(locale: &Locale) -> Self {
        let words = stderr().is_terminal().then(|| {
            let line =
                |percent: u32| locale.tell("gather-progress", &[("percent", percent.into())]);
            (0..=100).map(line).collect()
        });
        Self { started: Instant::now(), words, drawn: Mutex::new(None) }
    }

    fn at(&self, done: u64, total: u64) {
        let Some(words) = self.words.as_ref().filter(|_| self.started.elapsed() > PATIENCE) else {
            return;
        };
        let percent = usize::try_from(done * 100 / total.max(1)).unwrap_or(100).min(100);
        let Ok(mut drawn) = self.drawn.try_lock() else { return };
        if *drawn != Some(percent) {
            *drawn = Some(percent);
            eprint!("\r{}", words[percent]);
        }
    }

    fn clear(&self) {
        let drawn = self.drawn.lock().is_ok_and(|drawn| drawn.is_some());
        if let Some(longest) = self.words.as_ref().and_then(|words| words.last())
            && drawn
        {
            eprint!("\r{}\r", " ".repeat(longest.chars().count()));
        }
    }
}

/// Tells what there is to say about the data; of one file no more than a few rows.
fn tell_remarks(locale: &Locale, remarks: &[Remark]) {
    let is_row =
        |remark: &Remark| matches!(remark, Remark::Damaged { .. } | Remark::Modified { .. });
    for of_file in remarks.chunk_by(|a, b| a.file() == b.file()) {
        let mut rows = 0;
        for remark in of_file {
            rows += usize::from(is_row(remark));
            if !is_row(remark) || rows <= MOST {
                eprintln!("{}", shown(&remarked(locale, remark)));
            }
        }
        if let Some(more) = rows.checked_sub(MOST).filter(|more| *more > 0) {
            let file = of_file[0].file().display().to_string();
            let arguments = [("file", file.into()), ("count", more.into())];
            eprintln!("{}", shown(&locale.tell("gather-more", &arguments)));
        }
    }
}

fn remarked(locale: &Locale, remark: &Remark) -> String {
    let file = remark.file().display().to_string();
    let of_file = |id: &str| locale.tell(id, &[("file", file.as_str().into())]);
    match remark {
        Remark::Unreadable(fault) => locale.fault(fault),
        Remark::Foreign(_) => of_file("gather-foreign"),
        Remark::Nothing(_) => of_file("gather-nothing"),
        Remark::OtherDefinition(_) => of_file("gather-definition-other"),
        Remark::WrongDefinition(_) => of_file("gather-definition-wrong"),
        Remark::OtherSealed(_) => of_file("gather-sealed"),
        Remark::Edited { edits, .. } => {
            let word = |edit: &Edit| {
                locale.say(match edit {
                    Edit::Mark => "gather-edit-mark",
                    Edit::LineEnds => "gather-edit-line-ends",
                    Edit::Quotes => "gather-edit-quotes",
                    Edit::Separator => "gather-edit-separator",
                    Edit::Letters => "gather-edit-letters",
                })
            };
            let edits = edits.iter().map(word).collect::<Vec<_>>().join(", ");
            let arguments = [("file", file.as_str().into()), ("edits", edits.into())];
            locale.tell("gather-edited", &arguments)
        }
        Remark::Modified { line, .. } => {
            format!("{file}:{line}:1: {}", locale.say("rows-changed"))
        }
        Remark::Damaged { line, damage, .. } => {
            let what = match damage {
                Damage::Cells { found, expected } => {
                    let arguments = [("found", (*found).into()), ("expected", (*expected).into())];
                    locale.tell("gather-cells", &arguments)
                }
                Damage::Identifier => locale.say("gather-identifier"),
                Damage::Torn => locale.say("gather-torn"),
                Damage::Home => locale.say("gather-home"),
                Damage::Entry => locale.say("gather-entry"),
            };
            let message = locale.tell("gather-damaged", &[("what", what.into())]);
            format!("{file}:{line}:1: {message}")
        }
    }
}

fn tell_disputes(locale: &Locale, into: &Path, disputes: &[Dispute]) {
    for dispute in disputes.iter().take(MOST) {
        let arguments =
            [("id", dispute.id.as_str().into()), ("count", dispute.versions.len().into())];
        eprintln!("{}", locale.tell("gather-dispute", &arguments));
        for version in &dispute.versions {
            let id = if version.is_intact { "gather-version" } else { "gather-version-modified" };
            let arguments =
                [("version", version.name.as_str().into()), ("file", version.file.as_str().into())];
            eprintln!("  {}", shown(&locale.tell(id, &arguments)));
        }
    }
    if let Some(more) = disputes.len().checked_sub(MOST).filter(|more| *more > 0) {
        eprintln!("{}", locale.tell("gather-disputes-more", &[("count", more.into())]));
    }
    if !disputes.is_empty() {
        let into = into.display().to_string();
        eprintln!("{}", locale.tell("gather-how", &[("into", into.into())]));
    }
}

fn tell_counts(locale: &Locale, into: &Path, gathered: &Gathered) {
    let counts = &gathered.counts;
    let arguments = [
        ("machines", counts.machines.into()),
        ("read", counts.read.into()),
        ("unchanged", counts.unchanged.into()),
    ];
    println!("{}", locale.tell("gather-read", &arguments));
    let arguments = [
        ("rows", counts.rows.into()),
        ("trials", counts.trials.into()),
        ("fresh", counts.fresh.into()),
        ("into", into.display().to_string().into()),
    ];
    println!("{}", locale.tell("gather-rows", &arguments));
    for (id, count) in [
        ("gather-replaced", counts.replaced),
        ("gather-withdrawn", counts.withdrawn),
        ("gather-disputed", gathered.disputes.len()),
        ("gather-unreadable", counts.unreadable),
    ] {
        if count > 0 {
            println!("{}", locale.tell(id, &[("count", count.into())]));
        }
    }
}

/// Asks about each row in conflict, then works the set out again.
fn settle(locale: &Locale, into: &Path, gathered: Gathered) -> Result<Gathered, Exit> {
    if gathered.disputes.is_empty() {
        eprintln!("{}", locale.say("gather-settle-none"));
        return Ok(gathered);
    }
    let count = gathered.disputes.len();
    let mut kept = Vec::new();
    for (index, dispute) in gathered.disputes.iter().enumerate() {
        let arguments = [
            ("number", (index + 1).into()),
            ("count", count.into()),
            ("id", dispute.id.as_str().into()),
        ];
        eprintln!("\n{}", locale.tell("gather-settle-at", &arguments));
        for line in differences(locale, &dispute.versions) {
            eprintln!("{}", shown(&line));
        }
        let chosen = match ask(locale, dispute.versions.len()) {
            Ok(chosen) => chosen,
            Err(dialoguer::Error::IO(error)) => return Err(super::terminal_failed(locale, &error)),
        };
        if let Some(version) = chosen.and_then(|number| dispute.versions.get(number - 1)) {
            kept.push(Kept { id: dispute.id.clone(), version: version.name.clone() });
        }
    }
    if kept.is_empty() {
        return Ok(gathered);
    }
    let settled = run(locale, &[], into, &kept)?;
    let mut counts = gathered.counts;
    (counts.rows, counts.trials) = (settled.counts.rows, settled.counts.trials);
    Ok(Gathered { counts, ..settled })
}

/// The number of the version to keep, or nothing for later.
fn ask(locale: &Locale, count: usize) -> dialoguer::Result<Option<usize>> {
    let arguments = [("count", count.into())];
    let number = |text: &str| match text.trim() {
        "" => Ok(None),
        text => match text.parse() {
            Ok(number) if (1..=count).contains(&number) => Ok(Some(number)),
            _ => Err(locale.tell("gather-settle-wrong", &arguments)),
        },
    };
    let check = |text: &String| number(text).map(drop);
    let input = Input::<String>::new().with_prompt(locale.tell("gather-settle-ask", &arguments));
    let text = input.allow_empty(true).validate_with(check).interact_text()?;
    Ok(number(&text).ok().flatten())
}

/// What differs between the versions of a row, in words: each column under its question, and what each
/// version says there.
fn differences(locale: &Locale, versions: &[Candidate]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |name: &str, values: Vec<String>| {
        lines.push(format!("  {name}"));
        for (index, value) in values.into_iter().enumerate() {
            let value = if value.is_empty() { locale.say("gather-settle-empty") } else { value };
            let arguments = [("number", (index + 1).into()), ("value", value.into())];
            lines.push(format!("    {}", locale.tell("gather-settle-value", &arguments)));
        }
    };
    let Some(first) = versions.first() else { return lines };
    if versions.iter().any(|version| version.file != first.file) {
        let files = versions.iter().map(|version| version.file.clone()).collect();
        add(&locale.say("gather-settle-file"), files);
    }
    let form = form(&first.definition);
    for name in first.columns.iter().filter(|name| *name != CONTROLE) {
        let cell = |version: &Candidate| {
            let at = version.columns.iter().position(|column| column == name);
            at.and_then(|at| version.cells.get(at)).cloned().unwrap_or_default()
        };
        let cells: Vec<String> = versions.iter().map(cell).collect();
        if cells.iter().all(|cell| *cell == cells[0]) {
            continue;
        }
        let column = form
            .as_ref()
            .and_then(|form| columns(form).into_iter().find(|column| column.name() == *name));
        let meta = Meta::ALL.iter().any(|meta| meta.word() == name);
        match (&column, form.as_ref()) {
            // Follows from the answer that stands above it.
            (Some(Column::Taken(..)), _) => {}
            (Some(Column::Answer(question)), Some(form)) => {
                let label = form.say(&question.label, locale.language());
                let values =
                    cells.iter().map(|cell| value(locale, form, question.kind.choices(), cell));
                add(&format!("{label} ({name})"), values.collect());
            }
            _ if meta => {
                let words = locale.say(&format!("column-{}", name.replace('_', "-")));
                add(&format!("{words} ({name})"), cells);
            }
            _ => add(name, cells),
        }
    }
    for (index, version) in versions.iter().enumerate().filter(|(_, version)| !version.is_intact) {
        debug_assert!(!version.is_intact);
        let arguments = [("number", (index + 1).into())];
        lines.push(format!("  {}", locale.tell("gather-settle-modified", &arguments)));
    }
    lines
}

/// The form as it was asked, from the definition that travels with the rows.
fn form(definition: &Path) -> Option<Arc<Questionnaire>> {
    let source = read(definition).read().ok()?;
    load(&Arc::new(source), None).ok()?.questionnaires.first().map(Arc::clone)
}

/// What a cell says, in the words of the form.
fn value(
    locale: &Locale,
    form: &Questionnaire,
    choices: &[crate::questionnaire::Choice],
    cell: &str,
) -> String {
    if let Some(missing) = Missing::ALL.iter().find(|missing| missing.word() == cell) {
        return locale.say(&format!("code-{}", missing.word().to_lowercase().replace('_', "-")));
    }
    let names: Vec<&str> = cell.split(' ').collect();
    let labels: Vec<String> = choices
        .iter()
        .filter(|choice| names.contains(&choice.name.as_str()))
        .map(|choice| form.say(&choice.label, locale.language()))
        .collect();
    if labels.is_empty() { unguard(cell).to_owned() } else { labels.join(", ") }
}
