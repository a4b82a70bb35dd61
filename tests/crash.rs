//! A machine that stops after every single thing it asks of the disk, in every state that the disk
//! may be left in: nothing acknowledged is lost, nothing stands twice, and beginning again is enough.
//! Never a real disk: the one of the tests is harsher.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use recueil::questionnaire::{Questionnaire, archive};
use recueil::record::{Metadata, Record};
use recueil::session::Session;
use recueil::store::{Journal, Journals, Opening, Step, Store, Whose};
use recueil::value::{Code, Date, Meta, Missing, Value};
use support::disk::{Bytes, Crash, Memory, State};
use support::form;

/// How many people answer.
const PEOPLE: usize = 50;

/// A write longer than this is not torn at each byte in the ordinary run, which would take minutes:
/// at its first and last ones, and at one in so many between. Nor are those of all people, who answer
/// alike; and the second crash, while it begins again, comes only for some. `RECUEIL_CRASH=all` is
/// everything.
const LONG: usize = 600;

fn day() -> Date {
    Date::constant(2026, 11, 22)
}

fn id(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// The code of a person, by number.
fn code(number: usize) -> String {
    Code::numbered(u32::try_from(number).expect("few people") * 1000).to_string()
}

/// The row of a person, by number.
fn row(form: &Arc<Questionnaire>, number: usize) -> Record {
    made(form, number, &code(number), "")
}

/// A row of this number with this code, which takes the place of another where it names one.
fn made(form: &Arc<Questionnaire>, number: usize, code: &str, replaced: &str) -> Record {
    let mut session = Session::new(Arc::clone(form));
    session.give(Value::Choice("cherche".into())).expect("accepted");
    for _ in 0..3 {
        session.give(Missing::SansReponse).expect("accepted");
    }
    let mut metadata = Metadata::new(form);
    metadata.date(day(), day());
    for (meta, value) in [
        (Meta::ReponseId, id(number)),
        (Meta::Structure, "L'Atelier, \"Bellevue\"".into()),
        (Meta::Essai, "0".into()),
        (Meta::Code, code.to_owned()),
        (Meta::Remplace, replaced.to_owned()),
    ] {
        metadata.set(meta, &value).expect("a value");
    }
    Record::new(&session.finish().expect("finished"), metadata)
}

/// The check of a row: two rows of the same check are the same.
fn check(record: &Record) -> String {
    record.cells().last().expect("a check").clone()
}

fn opening(form: &Questionnaire, number: usize) -> Opening {
    // One longer beginning shows what all others would.
    let lines = if number == 1 { 12 } else { 1 };
    let definition = archive(form).lines().take(lines).collect::<Vec<_>>().join("\n");
    Opening {
        fingerprint: form.fingerprint().to_owned(),
        definition: definition.into(),
        day: day(),
        cells: vec![(Meta::ReponseId, id(number)), (Meta::Structure, "L'Atelier".into())],
    }
}

fn steps(form: &Questionnaire) -> Vec<Step> {
    let names = form.questions.iter().filter(|question| question.asks()).map(|q| q.name.clone());
    names.take(3).map(|name| Step::Answer(name, "cherche, \"é\"".into())).collect()
}

fn store(disk: &Memory) -> Store {
    Store::on(disk.shared(), PathBuf::from("/dossier/data"), "abcdefgh".into())
}

fn journals(disk: &Memory) -> Journals {
    Journals::on(disk.shared(), PathBuf::from("/dossier/brouillons"))
}

/// What may be found at some moment: of each row, which of its checks may stand; `None`: that no row
/// of this identifier stands.
#[derive(Clone, Debug, Default)]
struct Moment {
    rows: BTreeMap<String, Vec<Option<String>>>,
    draft: Option<Kept>,
    /// Of these two rows, exactly one stands.
    either: Option<[String; 2]>,
    /// The rows that the history must have.
    history: Vec<String>,
    codes: Codes,
    /// Is this one of the first people, or a row that is changed or taken away? Of the others fewer
    /// states are tried in the ordinary run.
    is_close_up: bool,
}

/// What is known of codes: closing a cycle takes them all away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Codes {
    #[default]
    There,
    Going,
    Gone,
}

impl Moment {
    fn may(&mut self, id: &str, checks: &[Option<&str>]) {
        let checks = checks.iter().map(|check| check.map(str::to_owned)).collect();
        self.rows.insert(id.to_owned(), checks);
    }
}

/// What is kept of an interview under way: the row it will be, and how many of its steps are sure,
/// noted, and under way.
#[derive(Clone, Debug)]
struct Kept {
    row: String,
    sure: usize,
    noted: usize,
    flying: usize,
}

/// The run, and where it is.
struct Run {
    disk: Memory,
    moments: Vec<Moment>,
    now: Moment,
}

impl Run {
    fn new() -> Self {
        let disk = Memory::default();
        disk.note_states();
        let mut run = Self { disk, moments: Vec::new(), now: Moment::default() };
        run.goes_on();
        run
    }

    /// From here on, what `now` says may be found.
    fn goes_on(&mut self) {
        self.disk.mark(self.moments.len());
        self.moments.push(self.now.clone());
    }

    fn draft(&mut self, row: usize, sure: usize, noted: usize, flying: usize) {
        self.now.draft = Some(Kept { row: id(row), sure, noted, flying });
        self.goes_on();
    }

    /// One person answers: the journal, the row, and the journal goes.
    fn interview(&mut self, form: &Arc<Questionnaire>, store: &mut Store, number: usize) {
        self.now.is_close_up = number == 1 || number == 40;
        let steps = steps(form);
        let path = Path::new("/dossier/brouillons").join(format!("j{number}.journal"));
        self.draft(number, 0, 0, 1);
        let journals = journals(&self.disk);
        let name = format!("j{number}");
        let mut journal: Journal =
            journals.begin(&name, &opening(form, number), &steps[..1]).expect("begun");
        self.draft(number, 0, 1, 1);
        for at in 1..=steps.len() {
            self.disk.wait_until_sure(&path);
            self.draft(number, at, at, at);
            if let Some(step) = steps.get(at) {
                self.draft(number, at, at, at + 1);
                journal.note(std::slice::from_ref(step)).expect("noted");
                self.draft(number, at, at + 1, at + 1);
            }
        }
        let record = row(form, number);
        self.now.may(&id(number), &[None, Some(&check(&record))]);
        self.goes_on();
        store.append(form, false, std::slice::from_ref(&record)).expect("appended");
        self.now.may(&id(number), &[Some(&check(&record))]);
        self.now.draft = None;
        self.goes_on();
        journal.remove().expect("removed");
    }
}

impl Run {
    /// A row takes the place of another.
    fn correct(&mut self, form: &Arc<Questionnaire>, store: &Store, old: usize, number: usize) {
        let record = made(form, number, &code(old), &id(old));
        let stood = self.now.rows[&id(old)][0].clone();
        self.now.may(&id(old), &[stood.as_deref(), None]);
        self.now.may(&id(number), &[None, Some(&check(&record))]);
        self.now.either = Some([id(old), id(number)]);
        self.goes_on();
        store.correct(&record).expect("corrected").expect("it stood");
        self.now.may(&id(old), &[None]);
        self.now.may(&id(number), &[Some(&check(&record))]);
        self.now.either = None;
        self.now.history.push(id(old));
        self.goes_on();
    }

    /// A row goes, and with it the one that it took the place of.
    fn withdraw(&mut self, store: &Store, number: usize, older: Option<usize>) {
        self.now.history.retain(|kept| Some(kept) != older.map(id).as_ref());
        let stood = self.now.rows[&id(number)][0].clone();
        self.now.may(&id(number), &[stood.as_deref(), None]);
        self.goes_on();
        let whose = Whose::Ids(BTreeSet::from([id(number)]));
        assert!(store.withdraw(&whose, day()).expect("withdrawn") > 0);
        self.now.may(&id(number), &[None]);
        self.goes_on();
    }

    fn close(&mut self, store: &Store) {
        self.now.codes = Codes::Going;
        self.goes_on();
        let journals = journals(&self.disk);
        store.close("2026-2027", &journals, &mut random()).expect("closed");
        self.now.codes = Codes::Gone;
        self.goes_on();
    }
}

/// The same numbers each time.
fn random() -> impl FnMut() -> u32 {
    let mut last = 7_u32;
    move || {
        last = last.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        last
    }
}

/// A row that was read: its identifier, its check, its code, and whether it is whole.
type Read = (String, String, String, bool);

/// What a file holds, and what was read of it.
type Known = (Arc<Vec<u8>>, Arc<Vec<Read>>);

/// Reads files of rows, each content once: most states share them.
#[derive(Default)]
struct Reader {
    known: Vec<Known>,
}

impl Reader {
    fn rows(&mut self, store: &Store, state: &State, file: &Path) -> Arc<Vec<Read>> {
        let bytes = state.bytes(file).expect("a file");
        if let Some((_, rows)) = self.known.iter().find(|(known, _)| *known == bytes) {
            return Arc::clone(rows);
        }
        let mut rows = Vec::new();
        store
            .each_row(file, |row| {
                let check = row.cell("controle").unwrap_or_default().to_owned();
                let [id, code] =
                    [Meta::ReponseId, Meta::Code].map(|meta| row.meta(meta).to_owned());
                rows.push((id, check, code, row.is_intact()));
            })
            .expect("rows");
        let rows = Arc::new(rows);
        self.known.truncate(15);
        self.known.insert(0, (bytes, Arc::clone(&rows)));
        rows
    }

    /// Holds what is found against what may be.
    fn examine(&mut self, state: &State, moment: &Moment) -> Result<(), String> {
        let disk = Memory::of(state.clone());
        let store = store(&disk);
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let withdrawn = store.withdrawn().map_err(|fault| fault.to_string())?;
        let (mut codes, mut pairs) = (0, 0);
        for file in store.row_files(false) {
            for (id, check, code, is_whole) in &*self.rows(&store, state, &file) {
                if withdrawn.contains(id) {
                    continue;
                }
                codes += usize::from(Code::read(code).is_ok());
                pairs += usize::from(code.starts_with("paire-"));
                if *is_whole {
                    found.entry(id.clone()).or_default().push(check.clone());
                } else {
                    return Err(format!("a damaged row among those that stand: {id} {check}"));
                }
            }
        }
        if let Some(either) = &moment.either
            && either.iter().filter(|id| found.contains_key(*id)).count() != 1
        {
            return Err(format!("not one of {either:?}: {:?}", found.keys()));
        }
        match moment.codes {
            Codes::Gone if codes > 0 => return Err(format!("{codes} codes are back")),
            Codes::There if pairs > 0 => return Err(format!("{pairs} pair numbers")),
            _ => {}
        }
        for id in &moment.history {
            let of_history = |path: &PathBuf| path.iter().any(|part| part == "historique");
            let files = state.files().into_iter().filter(of_history);
            let has = |file: PathBuf| {
                let bytes = state.bytes(&file).expect("a file");
                bytes.windows(id.len()).any(|part| part == id.as_bytes())
            };
            if !files.into_iter().any(has) {
                return Err(format!("{id} is not in the history"));
            }
        }
        for (id, may) in &moment.rows {
            let checks = found.remove(id).unwrap_or_default();
            if checks.len() > 1 {
                return Err(format!("{id} stands {} times", checks.len()));
            }
            // With a pair number in the place of a code a row has another check.
            let is_there = moment.codes != Codes::There && !checks.is_empty();
            let may_be = |check| may.contains(&check) || (is_there && *may != [None]);
            if !may_be(checks.first().cloned()) {
                return Err(format!("{id}: {checks:?} is not among {may:?}"));
            }
        }
        if found.is_empty() { Ok(()) } else { Err(format!("rows of nobody: {found:?}")) }
    }
}

/// Begins again as the program does: journals whose row is kept go, the others are offered; then a
/// row is added. Says what was offered: the row it was to be, and its steps.
fn begin_again(
    disk: &Memory,
    form: &Arc<Questionnaire>,
    record: &Record,
) -> Result<BTreeMap<String, Vec<Step>>, String> {
    let mut store = store(disk);
    let journals = journals(disk);
    store.recover(&journals, &mut random()).map_err(|fault| fault.to_string())?;
    let mut offered = BTreeMap::new();
    for left in journals.abandoned() {
        let Some(draft) = left.draft else { continue };
        let row = draft.opening.meta(Meta::ReponseId);
        if store.was_saved(row) {
            journals.erase(&left.path).map_err(|fault| fault.to_string())?;
        } else {
            offered.insert(row.to_owned(), draft.steps);
        }
    }
    let appended = store.append(form, false, std::slice::from_ref(record));
    appended.map_err(|fault| format!("the next row is refused: {fault}"))?;
    Ok(offered)
}

/// What was torn must be beside the file, and nothing else of it may have gone.
fn nothing_dropped(before: &State, after: &State) -> Result<(), String> {
    for file in before.files() {
        if file.extension().is_none_or(|extension| extension != "csv") {
            continue;
        }
        let old = before.bytes(&file).expect("a file");
        let new = after.bytes(&file).ok_or_else(|| format!("{} is gone", file.display()))?;
        if new.starts_with(&old) {
            continue;
        }
        let end = old.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let aside = after.bytes(&PathBuf::from(format!("{}.rebut", file.display())));
        let torn = [&old[end..], b"\n"].concat();
        let is_aside = aside.is_some_and(|aside| aside.ends_with(&torn));
        if !(is_aside && new.starts_with(&old[..end])) {
            return Err(format!("what was torn of {} is not beside it", file.display()));
        }
    }
    Ok(())
}

/// One of the states in which a crash may leave the disk, and what follows.
struct Case<'c> {
    form: &'c Arc<Questionnaire>,
    /// The rows that are added after the first and after the second crash.
    later: &'c [Record; 2],
    moment: &'c Moment,
}

impl Case<'_> {
    /// Begins again after a crash; then the power goes once more, and what was said holds.
    fn holds(&self, state: &State, first: &Crash, reader: &mut Reader) -> Result<usize, String> {
        let left = state.after(first);
        let disk = Memory::of(left.clone());
        let is_torn = matches!(first, Crash::Killed(Some(_)) | Crash::Power(_, Bytes::Torn(_)));
        // All or none of the names: between the two, the second crash shows nothing new.
        let is_mixed = match first {
            Crash::Power(_, Bytes::Zeros | Bytes::Last) => true,
            Crash::Power(names, _) => names.contains(&true) && names.contains(&false),
            Crash::Killed(_) => false,
        };
        if (tries_all() || self.moment.is_close_up) && !is_torn && !is_mixed {
            disk.note_states();
        }
        let offered = begin_again(&disk, self.form, &self.later[0])?;
        self.is_kept(first, &offered, &disk.state())?;
        if self.moment.either.is_none() && self.moment.codes == Codes::There && !self.is_erasing() {
            nothing_dropped(&left, &disk.state())?;
        }
        let mut moment = self.moment.clone();
        moment.may(&id(1001), &[Some(&check(&self.later[0]))]);
        reader.examine(&disk.state(), &moment)?;
        let cut = cut(&disk.state());
        reader.examine(&cut, &moment)?;
        let mut states = 2;
        // It may stop while it begins again, too, and again later: the second time nothing is new.
        let under_way = disk.noted();
        moment.may(&id(1001), &[None, Some(&check(&self.later[0]))]);
        moment.may(&id(1002), &[Some(&check(&self.later[1]))]);
        for (_, state) in under_way.iter().skip(1) {
            for second in [Crash::Killed(None), all_lost(state)] {
                let disk = Memory::of(state.after(&second));
                let again = begin_again(&disk, self.form, &self.later[1])?;
                let was_sure = matches!(first, Crash::Power(..)) || second == Crash::Killed(None);
                if was_sure && offered.iter().any(|(row, steps)| again.get(row) != Some(steps)) {
                    return Err(format!("offered once: {offered:?}, and then: {again:?}"));
                }
                let weaker = if *first == Crash::Killed(None) { &second } else { first };
                self.is_kept(weaker, &again, &disk.state())?;
                reader.examine(&disk.state(), &moment)?;
                states += 1;
            }
        }
        Ok(states)
    }

    /// May a row that stood be gone?
    fn is_erasing(&self) -> bool {
        self.moment.rows.values().any(|may| matches!(may[..], [Some(_), None]))
    }

    /// Is all that was kept of the interview under way offered, or in its row?
    fn is_kept(
        &self,
        crash: &Crash,
        offered: &BTreeMap<String, Vec<Step>>,
        state: &State,
    ) -> Result<(), String> {
        let Some(kept) = &self.moment.draft else {
            let is_none = offered.is_empty();
            return if is_none { Ok(()) } else { Err(format!("offered: {offered:?}")) };
        };
        let others: Vec<_> = offered.keys().filter(|row| **row != kept.row).collect();
        if !others.is_empty() {
            return Err(format!("offered though their rows stand: {others:?}"));
        }
        let least = if *crash == Crash::Killed(None) { kept.noted } else { kept.sure };
        let all = steps(self.form);
        match offered.get(&kept.row) {
            Some(steps) if (least..=kept.flying).contains(&steps.len()) => {
                let is_same = all.starts_with(steps);
                if is_same { Ok(()) } else { Err(format!("other answers: {steps:?}")) }
            }
            Some(steps) => Err(format!("{} steps of {least} to {}", steps.len(), kept.flying)),
            None if least == 0 => Ok(()),
            // The row that was being written when it stopped has them all, and stays.
            None => {
                let moment = Moment::default();
                let found = Reader::default().examine(&cut(state), &moment);
                let is_row = found.is_err_and(|found| found.contains(&kept.row));
                if is_row { Ok(()) } else { Err("answers are neither offered nor saved".into()) }
            }
        }
    }
}

fn all_lost(state: &State) -> Crash {
    let names = state.names().into_iter().find(|names| !names.contains(&true));
    Crash::Power(names.expect("none kept"), Bytes::Lost)
}

/// The power goes, and all that the disk was not told to keep with it.
fn cut(state: &State) -> State {
    state.after(&all_lost(state))
}

/// Is each write to be torn at each byte, at all moments? It takes minutes.
fn tries_all() -> bool {
    std::env::var("RECUEIL_CRASH").is_ok_and(|value| value == "all")
}

/// The states in which the disk may be left at this moment.
fn crashes(state: &State, moment: &Moment) -> Vec<Crash> {
    let all = tries_all();
    let mut crashes = vec![Crash::Killed(None)];
    for names in state.names() {
        // Of most people, all names or none.
        let is_mixed = names.contains(&true) && names.contains(&false);
        if is_mixed && !all && !moment.is_close_up {
            continue;
        }
        for bytes in [Bytes::Kept, Bytes::Lost, Bytes::Zeros, Bytes::Last] {
            if bytes == Bytes::Kept || state.is_dirty() {
                crashes.push(Crash::Power(names.clone(), bytes));
            }
        }
    }
    let kept = state.names().into_iter().find(|names| !names.contains(&false));
    let kept = kept.expect("all kept");
    let length = state.last_write().unwrap_or(0);
    for at in 0..length {
        let is_near_end = at < 40 || at + 40 > length;
        let is_every = all || (moment.is_close_up && length <= LONG);
        let is_some = at.is_multiple_of(97) || (moment.is_close_up && is_near_end);
        if !is_every && !is_some && at > 0 && at + 1 < length {
            continue;
        }
        crashes.push(Crash::Power(kept.clone(), Bytes::Torn(at)));
        // A process is killed between two writes, and within one only where the disk is full.
        if all || at.is_multiple_of(16) {
            crashes.push(Crash::Killed(Some(at)));
        }
    }
    crashes
}

/// Goes through all states of a run on two threads; says how many there were.
fn all_hold(run: Run) -> usize {
    let form = form("com-entree");
    let later = [made(&form, 1001, "", ""), made(&form, 1002, "", "")];
    let Run { disk, moments, .. } = run;
    let states = disk.noted();
    let (form, later, moments, states) = (&form, &later, &moments, &states);
    let work = |turn: usize| {
        let mut reader = Reader::default();
        let mut count = 0;
        // Neighbours share what they read: each thread takes stretches.
        let stretches = states.chunks(16).enumerate().filter(|(at, _)| at % 2 == turn);
        for (mark, state) in stretches.flat_map(|(_, states)| states) {
            let case = Case { form, later, moment: &moments[*mark] };
            for crash in crashes(state, case.moment) {
                match case.holds(state, &crash, &mut reader) {
                    Ok(states) => count += states,
                    Err(wrong) => panic!("{crash:?} at {mark}: {wrong}\n{state:?}"),
                }
            }
        }
        count
    };
    thread::scope(|scope| {
        let turns = [0, 1].map(|turn| scope.spawn(move || work(turn)));
        turns.into_iter().map(|turn| turn.join().expect("all hold")).sum()
    })
}

#[test]
fn stopped_after_any_operation_nothing_acknowledged_is_lost_or_stands_twice() {
    let form = form("com-entree");
    let mut run = Run::new();
    let mut store = store(&run.disk);
    for number in 1..=PEOPLE {
        run.interview(&form, &mut store, number);
        run.now.is_close_up = number <= 12;
        match number {
            10 | 25 => run.correct(&form, &store, number - 3, 100 + number),
            30 => run.withdraw(&store, 12, None),
            35 => run.withdraw(&store, 125, Some(22)),
            _ => {}
        }
    }
    run.now.is_close_up = true;
    run.close(&store);
    let count = all_hold(run);
    println!("{count} states of the disk");
    assert!(count > 10_000, "{count}");
}
