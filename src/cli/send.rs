//! `recueil send --to DIR`: what goes to the city, in a folder, sealed to its key where there is one.
//! Never a code or a day, never a text but those that may be quoted, apart from the rows, never a row of
//! a sensitive référentiel, and nothing before it was said what leaves and what stays.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Exit;
use super::dossier::{Dossier, real, shorter};
use super::export::refusal;
use super::perform::Outside;
use super::rights::{Consent, Desk};
use super::rows::form_among;
use crate::analysis::disclosure::{Disclosed, publish};
use crate::analysis::report::{self, Asked, Audience, Known, OfQuestion, Sources, Trials};
use crate::analysis::texts::{Quoted, Texts};
use crate::app::{Settings, World};
use crate::locale::{Locale, shown};
use crate::questionnaire::{Kind, Library, Questionnaire, Referentiel, archive};
use crate::record::{SentColumns, controle, finished, is_counted, is_sent};
use crate::report::{Slip, SlipForm, codebook, months, quoted, totals};
use crate::store::names::{DATA, DEFINITIONS, OUTGOING, PARCEL, QUOTED, SLIP, TOTALS, WITHDRAWN};
use crate::store::{
    CAN_SEAL, Fault, MARK, Met, Outgoing, Packed, Present, Publication, RealDisk, Reread,
    SentPairs, Store, line, note_copy, seal_parcel, withdrawal_marks,
};
use crate::value::{Code, Date, Meta, Missing};

/// The page of the slip.
const SLIP_PAGE: &str = "bordereau.html";

/// What is noted of it among the copies.
const NOTED: &str = "envoi";

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Send {
    pub to: PathBuf,
    pub present: Present,
    pub consent: Consent,
}

/// A row that leaves, but for its check and the number of its person.
struct Leaving {
    id: String,
    cells: Vec<String>,
    /// Whose it is: the cycle, the référentiel, the code.
    who: Option<(String, (String, Code))>,
}

/// The rows of a form in one version that leave.
struct Of {
    form: Arc<Questionnaire>,
    columns: SentColumns,
    rows: Vec<Leaving>,
}

/// What leaves, and what is said of it.
struct Parcel {
    of: Vec<Of>,
    told: Disclosed,
    /// The rows that were sent before and withdrawn since.
    gone: BTreeSet<String>,
    /// What may be quoted of open texts.
    quoted: Quoted,
    /// How many people wrote open texts: the others stay.
    texts: usize,
    /// How many trials there are, which stay.
    trials: u64,
    /// How many rows were changed since they were recorded.
    changed: usize,
}

/// What is about to leave, and what is said of it.
struct Looked {
    parcel: Parcel,
    today: Date,
    /// What leaves and what stays.
    said: Vec<String>,
    /// What somebody should look at first.
    odd: Vec<String>,
}

/// Why nothing leaves, in words.
pub(super) type Why = Vec<String>;

/// Says what leaves, asks, and does it.
pub(super) fn send(locale: &Locale, dossier: &Dossier, settings: &Settings, asked: &Send) -> Exit {
    let why = |why: Why| {
        for line in why {
            eprintln!("{line}");
        }
        Exit::Failed
    };
    let sent = || -> Result<Exit, Exit> {
        let mut desk = Desk::open(locale, dossier)?;
        let looked = look(&mut desk, settings).map_err(why)?;
        for line in &looked.odd {
            eprintln!("{line}");
        }
        for line in &looked.said {
            println!("{line}");
        }
        let outgoing = begin(&desk, &asked.to, asked.present).map_err(why)?;
        desk.agreed(asked.consent)?;
        let done = leave(&desk, settings, &looked, outgoing).map_err(why)?;
        for line in done {
            println!("{line}");
        }
        Ok(if looked.odd.is_empty() { Exit::Done } else { Exit::Problems })
    };
    sent().unwrap_or_else(|exit| exit)
}

/// Looks at what there is to send, for a screen: what is to be looked at first, then what leaves and what
/// stays.
pub(super) fn looked(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
) -> Result<Vec<String>, Why> {
    let Looked { said, odd, .. } = look(&mut Desk::at(locale, dossier), settings)?;
    Ok(odd.into_iter().chain(said).collect())
}

/// Prepares what goes to the city in this folder, once somebody has seen on a screen what leaves.
pub(super) fn prepared(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    to: &Path,
    present: Present,
) -> Result<Vec<String>, Why> {
    let mut desk = Desk::at(locale, dossier);
    let looked = look(&mut desk, settings)?;
    let outgoing = begin(&desk, to, present)?;
    leave(&desk, settings, &looked, outgoing)
}

/// Looks at what there is to send, and says it.
fn look(desk: &mut Desk<'_>, settings: &Settings) -> Result<Looked, Why> {
    if !settings.is_complete() {
        return Err(vec![desk.locale.say("send-nobody")]);
    }
    let today = Outside::new().today();
    let mut odd = Vec::new();
    let parcel = parcel(desk, today, &mut odd).map_err(|fault| vec![desk.locale.fault(&fault)])?;
    if parcel.told.method.rows == 0 && parcel.gone.is_empty() {
        let nothing = std::iter::once(desk.locale.say("send-nothing"));
        return Err(odd.into_iter().chain(nothing).chain(desk.sealed_note()).collect());
    }
    if parcel.changed > 0 {
        odd.push(desk.locale.tell("send-changed", &[("count", parcel.changed.into())]));
    }
    let said = tell(desk, settings, &parcel);
    Ok(Looked { parcel, today, said, odd })
}

/// Begins the folder of a parcel.
fn begin(desk: &Desk<'_>, to: &Path, present: Present) -> Result<Outgoing<'static>, Why> {
    let data = real(&desk.dossier.data());
    let begun = Outgoing::begin(&RealDisk, &real(to), &data, present);
    begun.map_err(|fault| vec![refusal(desk.locale, &fault)])
}

/// Fills the folder with what was looked at; where it is, in words.
fn leave(
    desk: &Desk<'_>,
    settings: &Settings,
    looked: &Looked,
    outgoing: Outgoing<'_>,
) -> Result<Vec<String>, Why> {
    let (locale, Looked { parcel, today, .. }) = (desk.locale, looked);
    let failed = |fault| vec![locale.fault(&fault)];
    let whose = parcel.of.iter().flat_map(|of| &of.rows).filter_map(|row| row.who.as_ref());
    let cycles: BTreeSet<String> = whose.map(|(cycle, _)| cycle.clone()).collect();
    let pairs = desk.store.pairs_to_send(&cycles, &mut Outside::random).map_err(failed)?;
    let files = files(locale, settings, parcel, &pairs, *today);
    write(locale, settings, &outgoing, &files)?;
    // All of it is on the disk, and nothing bears its name: what was not written is not noted, and what
    // is not noted is not there.
    let place = outgoing.place().to_owned();
    noted(&desk.store, parcel, *today, &place).map_err(failed)?;
    outgoing.finish().map_err(failed)?;
    let done = locale.tell("send-done", &[("path", place.display().to_string().into())]);
    Ok(vec![done, locale.say("send-then")])
}

/// Notes what is about to leave: a withdrawal must know of the rows, and no later report or parcel may be
/// subtracted from the totals.
fn noted(store: &Store, parcel: &Parcel, today: Date, place: &Path) -> Result<(), Fault> {
    store.note_publications(&published(&parcel.told))?;
    let ids = parcel.of.iter().flat_map(|of| &of.rows).map(|row| row.id.clone()).collect();
    store.note_sent(&ids, today)?;
    note_copy(&RealDisk, store.data(), &today.to_string(), NOTED, place)
}

/// The tables that the parcel tells: of the other questions the rows themselves leave.
fn published(told: &Disclosed) -> Vec<Publication> {
    let is_told = |table: &&Publication| {
        told.questions.iter().any(|of| {
            is_total(of) && (&of.form.id, &of.question.name) == (&table.form, &table.question)
        })
    };
    told.tables().iter().filter(is_told).cloned().collect()
}

/// Reads what there is to send; what cannot be read is said.
fn parcel(desk: &mut Desk<'_>, today: Date, odd: &mut Vec<String>) -> Result<Parcel, Fault> {
    let locale = desk.locale;
    let withdrawn = desk.store.surely_withdrawn()?;
    let sent = desk.store.sent()?;
    let gone = sent.into_iter().filter(|id| withdrawn.contains(id)).collect();
    let reread = desk.store.reread()?;
    let (told, quoted) = told(desk.dossier, &desk.store, &reread, today)?;
    let mut parcel = Parcel { of: Vec::new(), gone, quoted, texts: 0, trials: 0, changed: 0, told };
    odd.extend(parcel.told.method.faults.iter().map(|fault| locale.fault(fault)));
    for ((id, stem), files) in desk.store.by_form(false) {
        let Some(form) = files.iter().find_map(|file| desk.form_of(file)) else {
            let arguments = [("file", shown(&shorter(&files[0])).into_owned().into())];
            odd.push(locale.tell("rows-no-form", &arguments));
            continue;
        };
        debug_assert_eq!((id.as_str(), stem.as_str()), (form.head.id.as_str(), &*form.stem()));
        let mut of = Of { columns: SentColumns::of(&form), form, rows: Vec::new() };
        // What cannot be read is told with the report.
        _ = desk.store.read_standing(files, &withdrawn, |_, met| {
            let Met::Row(row) = met else { return };
            parcel.texts += usize::from(has_text(&of.form, &|name| row.cell(name)));
            if of.form.head.sensible {
                return;
            }
            parcel.changed += usize::from(!row.is_intact());
            let cell = |name: &str| row.cell(name).unwrap_or_default().to_owned();
            let code = Code::read(row.meta(Meta::Code)).ok();
            let whose = |code| (cell(Meta::Referentiel.word()), code);
            let who = code.map(|code| (cell(Meta::Cycle.word()), whose(code)));
            let id = row.meta(Meta::ReponseId).to_owned();
            of.rows.push(Leaving { id, cells: of.columns.cells(cell), who });
        });
        // In the order of their identifiers, which is that of chance.
        of.rows.sort_by(|a, b| a.id.cmp(&b.id));
        parcel.of.push(of);
    }
    let mut trials = 0;
    _ = desk.store.standing(true, |_, _| trials += 1);
    parcel.trials = trials;
    Ok(parcel)
}

/// Did a person write something in words?
fn has_text<'r>(form: &Questionnaire, cell: &dyn Fn(&str) -> Option<&'r str>) -> bool {
    let texts = form.questions.iter().filter(|question| question.kind == Kind::Text);
    let mut cells = texts.filter_map(|question| cell(&question.name));
    cells.any(|cell| !cell.is_empty() && Missing::from_word(cell).is_none())
}

/// What may be told, and quoted, of the rows to whoever does not work here, after all that was told
/// before.
fn told(
    dossier: &Dossier,
    store: &Store,
    reread: &Reread,
    today: Date,
) -> Result<(Disclosed, Quoted), Fault> {
    let library = Library::load(dossier.questionnaires());
    let catalogue: Vec<Arc<Referentiel>> = library.referentiels().collect();
    let form_of = |path: &Path| form_among(|| &library, path);
    let known = Known { catalogue: &catalogue, form_of: &form_of };
    let rows = Sources { stores: &[store], only: None };
    let counted = report::report(rows, &Asked::all(today), known);
    let told = publish(counted, &today.to_string(), &store.publications()?);
    let quoted = Texts { told: &told, rows, trials: Trials::Out, known }.quoted(reread);
    Ok((told, quoted))
}

/// Is a question told in totals, because its rows stay?
fn is_total(of: &OfQuestion) -> bool {
    is_counted(&of.question.kind) && (of.form.head.sensible || !is_sent(&of.question))
}

/// Says what leaves, what stays, and who will be able to read it.
fn tell(desk: &Desk<'_>, settings: &Settings, parcel: &Parcel) -> Vec<String> {
    let locale = desk.locale;
    let mut said = Vec::new();
    let structure = settings.structure.as_str();
    said.push(locale.tell("send-leaves", &[("structure", structure.into())]));
    let least = Audience::Diffusion.base();
    for of in slip_forms(parcel) {
        let title = of.form.say(&of.form.titre, locale.language());
        let line = match of.rows {
            Some(rows) => {
                locale.tell("send-form", &[("title", title.into()), ("rows", rows.into())])
            }
            None => {
                let arguments = [("title", title.into()), ("least", least.into())];
                locale.tell("send-form-totals", &arguments)
            }
        };
        said.push(format!("- {line}"));
    }
    said.push(locale.say("send-how"));
    let private = |of: &OfQuestion| !of.form.head.sensible && is_total(of);
    if parcel.told.questions.iter().any(private) {
        said.push(locale.tell("send-private", &[("least", least.into())]));
    }
    let texts = parcel.quoted.texts();
    if texts > 0 {
        said.push(locale.tell("send-texts", &[("count", texts.into())]));
    }
    if !parcel.gone.is_empty() {
        said.push(locale.tell("send-gone", &[("count", parcel.gone.len().into())]));
    }
    said.extend([String::new(), locale.say("send-stays")]);
    said.push(format!("- {}", locale.say("send-stays-always")));
    let stay = if texts > 0 { "send-stays-texts-but" } else { "send-stays-texts" };
    for (id, count) in [(stay, parcel.texts as u64), ("send-stays-trials", parcel.trials)] {
        if count > 0 {
            said.push(format!("- {}", locale.tell(id, &[("count", count.into())])));
        }
    }
    said.push(String::new());
    said.extend(desk.sealed_note());
    let id = if settings.city.key.is_some() { "send-sealed" } else { "send-open" };
    said.push(locale.say(id));
    said
}

/// What leaves, form by form, in the order of the report.
fn slip_forms(parcel: &Parcel) -> Vec<SlipForm> {
    let leaving = |form: &str| {
        let of_form = parcel.of.iter().filter(|of| of.form.id == form);
        of_form.map(|of| of.rows.len() as u64).sum()
    };
    let mut forms: Vec<SlipForm> = Vec::new();
    for of in &parcel.told.forms {
        let is_whole = !of.form.head.sensible;
        forms.push(SlipForm {
            form: Arc::clone(&of.form),
            versions: of
                .versions
                .iter()
                .map(|(number, print, _)| (*number, print.clone()))
                .collect(),
            rows: is_whole.then(|| leaving(&of.form.id)),
            answered: if is_whole { Some(leaving(&of.form.id)) } else { of.rows.shown() },
            months: of.dates.as_ref().map(months),
            held: of.held,
        });
    }
    // The team counts a group, and has no place among those who answered.
    for of in parcel.of.iter().filter(|of| !of.form.head.sensible && !of.rows.is_empty()) {
        if forms.iter().all(|known| known.form.id != of.form.id) {
            forms.push(SlipForm {
                form: Arc::clone(&of.form),
                versions: vec![(of.form.version, of.form.short_fingerprint().to_owned())],
                rows: Some(leaving(&of.form.id)),
                answered: Some(leaving(&of.form.id)),
                months: None,
                held: None,
            });
        }
    }
    forms
}

/// The files of the parcel: the slip, which is read by everybody, then the rest.
fn files(
    locale: &Locale,
    settings: &Settings,
    parcel: &Parcel,
    pairs: &SentPairs,
    today: Date,
) -> (Vec<Packed>, Vec<Packed>) {
    let least = Audience::Diffusion.base();
    let slip = Slip {
        structure: &settings.structure,
        site: &settings.site,
        day: today,
        contact: &settings.contact,
        program: env!("CARGO_PKG_VERSION"),
        gone: parcel.gone.len(),
        forms: slip_forms(parcel),
        least,
    };
    let mut page = locale.say("send-page") + "\n\n" + &codebook(locale) + "\n";
    page += &String::from_utf8_lossy(MARK);
    let open = vec![
        (SLIP_PAGE.to_owned(), slip.page(locale).into_bytes()),
        (SLIP.to_owned(), slip.table(locale)),
        (OUTGOING.to_owned(), page.into_bytes()),
    ];
    let mut rest = Vec::new();
    if let Some(totals) = totals(locale, &parcel.told, least, is_total) {
        rest.push((TOTALS.to_owned(), totals));
    }
    if parcel.quoted.texts() > 0 {
        rest.push((QUOTED.to_owned(), quoted(locale, &parcel.told, &parcel.quoted)));
    }
    // Rows of several structures lie side by side once they are gathered: each has a word of its own.
    let from = controle([settings.structure.as_str(), &settings.site]);
    for of in parcel.of.iter().filter(|of| !of.rows.is_empty()) {
        let (folder, stem) = (format!("{DATA}/{}", of.form.head.id), of.form.stem());
        let mut bytes = line(of.columns.names());
        for row in &of.rows {
            let pair = row.who.as_ref().and_then(|(cycle, who)| pairs.get(cycle)?.get(who));
            bytes.extend(line(finished(row.cells.clone(), pair.copied())));
        }
        rest.push((format!("{folder}/{stem}.{from}.csv"), bytes));
        let definition = archive(&of.form).into_bytes();
        rest.push((format!("{folder}/{DEFINITIONS}/{stem}.toml"), definition));
    }
    if !parcel.gone.is_empty() {
        rest.push((format!("{DATA}/{WITHDRAWN}"), withdrawal_marks(&parcel.gone)));
    }
    (open, rest)
}

/// Writes the parcel: as it is, or sealed.
fn write(
    locale: &Locale,
    settings: &Settings,
    outgoing: &Outgoing<'_>,
    (open, rest): &(Vec<Packed>, Vec<Packed>),
) -> Result<(), Why> {
    let put = |(name, bytes): &Packed| {
        outgoing.write(name, bytes).map_err(|fault| vec![locale.fault(&fault)])
    };
    open.iter().try_for_each(put)?;
    let Some(key) = &settings.city.key else { return rest.iter().try_for_each(put) };
    // Opened, it is what it would have been unsealed.
    let all: Vec<Packed> = open.iter().chain(rest).cloned().collect();
    let sealed = seal_parcel(key, &all).filter(|_| CAN_SEAL);
    let sealed = sealed.ok_or_else(|| vec![locale.say("keys-cannot")])?;
    put(&(PARCEL.to_owned(), sealed))
}
