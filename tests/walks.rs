//! Every way through every shipped form, and random ways too: what is asked, what is kept.
//! Never a form made for a test: those that people answer.
//!
//! What a form asks depends only on the questions that its conditions name (a constraint refuses, it
//! opens nothing). So the systematic walk branches there and nowhere else: at a named question it
//! tries every choice, both sides of every number, words or none. At the others one answer is as good
//! as another for what comes next; each visit takes the next one of its list, and the walk is begun
//! again until every list was gone through. The walks of one round are at most the product, over the
//! named questions, of their answers; there are as many rounds as the longest list has answers. The
//! shipped forms name few questions each: [`MOST_WALKS`] holds for a whole form.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use proptest::prelude::*;
use recueil::questionnaire::{Expression, Kind, Library, NotConcerned, Question, Questionnaire};
use recueil::record::{Metadata, Record, columns};
use recueil::session::{Completeness, Finished, Place, Session, text};
use recueil::value::{Answer, Date, Missing, Value};

/// The most walks that any form may need, all rounds together.
const MOST_WALKS: usize = 1_000;

fn forms() -> Vec<Arc<Questionnaire>> {
    let forms: Vec<_> = Library::load(Vec::new()).forms().collect();
    assert_eq!(forms.len(), 29);
    forms
}

/// The questions that a condition of the form names.
fn named(form: &Questionnaire) -> BTreeSet<&str> {
    let conditions = form.questions.iter().filter_map(|question| question.relevant.as_ref());
    conditions.flat_map(|condition| condition.names()).map(|(name, _)| name).collect()
}

/// The whole numbers that conditions tell apart in the answer to a question, and their neighbours.
fn numbers(form: &Questionnaire, question: &Question) -> Vec<i64> {
    let of_others = form.questions.iter().flat_map(|q| q.relevant.iter().chain(&q.constraint));
    let about_it = of_others
        .filter(|condition| condition.names().iter().any(|(name, _)| *name == question.name));
    let texts = about_it.chain(&question.constraint).map(Expression::text);
    let digits = texts.flat_map(|text| text.split(|c: char| !c.is_ascii_digit()));
    let written = digits.filter_map(|number| number.parse::<i64>().ok());
    let near: BTreeSet<i64> = written.flat_map(|n| [n - 1, n, n + 1]).chain([0, 1]).collect();
    near.into_iter().collect()
}

/// Everything that can be answered to a question and that matters, reasons for no answer apart.
fn values(form: &Questionnaire, question: &Question) -> Vec<Answer> {
    match &question.kind {
        Kind::One(choices) => {
            choices.iter().map(|choice| Value::Choice(choice.name.clone()).into()).collect()
        }
        Kind::Multiple(choices) => {
            let names = |choices: Vec<String>| Answer::from(Value::Choices(choices));
            let each = choices.iter().map(|choice| names(vec![choice.name.clone()]));
            let free = choices.iter().filter(|choice| !choice.exclusive);
            each.chain([names(free.map(|choice| choice.name.clone()).collect())]).collect()
        }
        Kind::Integer => {
            numbers(form, question).into_iter().map(|n| Value::Integer(n).into()).collect()
        }
        Kind::Text => vec![Value::Text("Ouvrir le samedi".into()).into()],
        Kind::Date => vec![Value::Date(Date::constant(2026, 11, 23)).into()],
        Kind::Note => vec![Value::Read.into()],
        Kind::Counts(_) => unreachable!("a form asks the lines of a count, never the count"),
    }
}

/// The reasons for no answer that a question takes.
fn reasons(question: &Question) -> Vec<Answer> {
    let possible = question.nc != NotConcerned::No;
    let given = Missing::reasons(possible).chain([Missing::SansReponse, Missing::Illisible]);
    if question.asks() { given.map(Answer::from).collect() } else { Vec::new() }
}

/// The next of a list, so that all of it is gone through in the end.
fn next<T: Clone>(list: &[T], turn: &mut usize) -> T {
    *turn += 1;
    list[(*turn - 1) % list.len()].clone()
}

/// Does the session, as it stands, take this answer? It is asked on a copy.
fn takes(session: &Session, answer: &Answer) -> bool {
    session.clone().give(answer.clone()).is_ok()
}

/// Every walk through one form.
struct Walks<'f> {
    form: &'f Arc<Questionnaire>,
    named: BTreeSet<&'f str>,
    /// How far the list of answers of each question was gone through.
    turns: Vec<usize>,
    /// The same for the reasons for no answer of the questions where the walk branches.
    passed: Vec<usize>,
    /// The ways taken: which questions were asked.
    ways: BTreeSet<Vec<bool>>,
    /// What was answered to each question, as rows write it.
    met: BTreeMap<&'f str, BTreeSet<String>>,
    count: usize,
}

impl<'f> Walks<'f> {
    fn through(form: &'f Arc<Questionnaire>) -> Self {
        let turns = vec![0; form.questions.len()];
        let mut walks = Self {
            form,
            named: named(form),
            passed: turns.clone(),
            turns,
            ways: BTreeSet::new(),
            met: BTreeMap::new(),
            count: 0,
        };
        let rounds = form.questions.iter().map(|q| values(form, q).len() + reasons(q).len()).max();
        for _ in 0..rounds.unwrap_or(0) {
            walks.on(&Session::new(Arc::clone(form)));
        }
        walks
    }

    fn on(&mut self, session: &Session) {
        let Place::Question(at) = session.place() else {
            let finished = session.finish().expect("at the review everything has its answer");
            self.count += 1;
            assert!(self.count <= MOST_WALKS, "{}", self.form.id);
            is_sound(&finished);
            self.ways.insert((0..self.form.questions.len()).map(|i| session.is_asked(i)).collect());
            for (question, answer) in self.form.questions.iter().zip(finished.answers()) {
                self.met.entry(question.name.as_str()).or_default().insert(written(answer));
            }
            return;
        };
        let question = &self.form.questions[at];
        let mut values = values(self.form, question);
        values.retain(|answer| takes(session, answer));
        let reasons = reasons(question);
        let tried = if self.named.contains(question.name.as_str()) {
            let reason = next(&reasons, &mut self.passed[at]);
            values.into_iter().chain([reason]).collect()
        } else {
            values.extend(reasons);
            vec![next(&values, &mut self.turns[at])]
        };
        for answer in tried {
            let mut after = session.clone();
            after.give(answer).expect("it was taken by a copy, or is a reason");
            self.on(&after);
        }
    }
}

fn written(answer: &Answer) -> String {
    match answer {
        Answer::Given(value) => text(value),
        Answer::None(missing) => missing.word().to_owned(),
    }
}

/// An answer as a condition sees it, from the finished interview alone.
fn seen(finished: &Finished, name: &str) -> String {
    let at = finished.form().index_of(name);
    match at.map(|at| &finished.answers()[at]) {
        Some(Answer::Given(value)) => text(value),
        Some(Answer::None(_)) | None => String::new(),
    }
}

/// A question whose condition holds over the finished interview has its answer, and one whose
/// condition does not is said not to have been asked: in the row too, cell by cell.
fn is_sound(finished: &Finished) {
    let form = finished.form();
    assert_eq!(finished.completeness(), Completeness::Complete);
    let mut closed = BTreeSet::new();
    for (question, answer) in form.questions.iter().zip(finished.answers()) {
        let asked = question
            .relevant
            .as_ref()
            .is_none_or(|condition| condition.holds("", &|name| seen(finished, name)));
        assert_eq!(*answer == Missing::NonPosee.into(), !asked, "{} {}", form.id, question.name);
        assert_ne!(*answer, Missing::NonAtteinte.into(), "{} {}", form.id, question.name);
        if !asked {
            closed.insert(question.name.as_str());
        }
    }
    let record = Record::new(finished, Metadata::new(form));
    for (column, cell) in columns(form).iter().zip(record.cells()) {
        let name = column.name();
        let of = name.split("__").next().unwrap_or_default();
        let is_closed = closed.contains(of) || closed.contains(name.as_str());
        assert_eq!(cell == Missing::NonPosee.word(), is_closed, "{} {name}: {cell}", form.id);
    }
}

#[test]
fn every_form_is_answered_to_its_end_in_every_way_and_with_every_answer() {
    for form in forms() {
        let walks = Walks::through(&form);
        let closed = |at: usize| walks.ways.iter().any(|asked| !asked[at]);
        for (at, question) in form.questions.iter().enumerate() {
            let place = format!("{} {}", form.id, question.name);
            assert!(walks.ways.iter().any(|asked| asked[at]), "{place} is never asked");
            assert_eq!(closed(at), question.relevant.is_some(), "{place} is never closed");
            let met = &walks.met[question.name.as_str()];
            for choice in question.kind.choices() {
                assert!(met.contains(&choice.name), "{place}: {} is never answered", choice.name);
            }
            for reason in reasons(question) {
                let word = written(&reason);
                assert!(met.contains(&word), "{place}: {word} is never answered");
            }
            if question.kind == Kind::Integer {
                let answered = met.iter().filter(|cell| cell.parse::<i64>().is_ok());
                assert!(answered.count() >= 2, "{place}: {met:?}");
            }
        }
    }
}

/// What may be asked together, as the authors of the forms meant it: read in `questionnaires.md` and
/// counted by hand.
#[test]
fn the_ways_through_forms_are_as_many_as_their_authors_meant() {
    let ways = |id: &str| {
        let form = Library::load(Vec::new()).form(id).expect(id);
        Walks::through(&form).ways.len()
    };
    // T6 follows any words.
    assert_eq!(ways("com-court"), 2);
    // «Quoi ?» follows a yes, and T6 any words, of «quoi» or of T1.
    assert_eq!(ways("ker-suivi"), 4);
    // No condition at all.
    assert_eq!(ways("com-entree"), 1);
    assert_eq!(ways("upc-observation"), 1);
}

/// Answers that no question of their kind can take.
fn nonsense(question: &Question) -> Vec<Answer> {
    let mut nonsense = vec![
        Missing::NonPosee.into(),
        Missing::NonAtteinte.into(),
        Value::Choice("nulle_part".into()).into(),
        Value::Choices(Vec::new()).into(),
        Value::Choices(vec!["nulle_part".into()]).into(),
        Value::Text("  \u{1b} ".into()).into(),
        Value::Text("NSP".into()).into(),
    ];
    if question.kind != Kind::Integer {
        nonsense.push(Value::Integer(1).into());
    }
    if question.kind != Kind::Note {
        nonsense.push(Value::Read.into());
    }
    if question.nc == NotConcerned::No {
        nonsense.push(Missing::Nc.into());
    }
    nonsense
}

/// A random way through a form: at each step a number says what is done, and with which answer.
fn walked(form: &Arc<Questionnaire>, steps: &[u16]) -> Session {
    let mut session = Session::new(Arc::clone(form));
    for step in steps {
        let pick = usize::from(*step >> 3);
        match (step & 7, session.question().cloned()) {
            (0, _) => _ = session.back(),
            (1, _) => _ = session.go_to(pick % form.questions.len()),
            (2, _) => _ = session.jump_to(pick % form.questions.len()),
            (_, Some(question)) => {
                let mut answers = values(form, &question);
                answers.retain(|answer| takes(&session, answer));
                answers.extend(reasons(&question));
                session.give(answers[pick % answers.len()].clone()).expect("a copy took it");
            }
            (_, None) => {}
        }
    }
    session
}

/// The same, to its end.
fn finished(form: &Arc<Questionnaire>, steps: &[u16]) -> Session {
    let mut session = walked(form, steps);
    let mut pick = steps.len();
    while let Some(question) = session.question().cloned() {
        let mut answers = values(form, &question);
        answers.retain(|answer| takes(&session, answer));
        answers.extend(reasons(&question));
        pick += 1;
        session.give(answers[pick % answers.len()].clone()).expect("a copy took it");
    }
    session
}

/// A way straight on, stopped before its end.
fn straight(form: &Arc<Questionnaire>, steps: &[u16]) -> Session {
    let mut before = Session::new(Arc::clone(form));
    for step in steps {
        let Some(question) = before.question().cloned() else { break };
        let mut answers = values(form, &question);
        answers.retain(|answer| takes(&before, answer));
        answers.extend(reasons(&question));
        let mut after = before.clone();
        after.give(answers[usize::from(*step) % answers.len()].clone()).expect("taken");
        if after.place() == Place::Review {
            break;
        }
        before = after;
    }
    before
}

/// Gives to each question what was given before, or a first reason, until the question stands after
/// this one; says whether what was given before could all be given again.
fn on_until(session: &mut Session, stop: usize) -> bool {
    while let Place::Question(at) = session.place()
        && at < stop
    {
        let question = Arc::clone(&session.form().questions[at]);
        let first = || reasons(&question).first().cloned().unwrap_or(Value::Read.into());
        let answer = session.answer(at).cloned().unwrap_or_else(first);
        if session.give(answer).is_err() {
            return false;
        }
    }
    true
}

/// A shipped form, told by its id.
#[derive(Clone)]
struct Shipped(Arc<Questionnaire>);

impl fmt::Debug for Shipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.id)
    }
}

fn way() -> impl Strategy<Value = (Shipped, Vec<u16>)> {
    let shipped = forms().into_iter().map(Shipped).collect::<Vec<_>>();
    (proptest::sample::select(shipped), proptest::collection::vec(any::<u16>(), 0..40))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_refused_answer_changes_nothing((form, steps) in way()) {
        let session = walked(&form.0, &steps);
        if let Some(question) = session.question().cloned() {
            for answer in nonsense(&question) {
                let mut tried = session.clone();
                prop_assert!(tried.give(answer.clone()).is_err(), "{} {answer:?}", question.name);
                prop_assert_eq!(&tried, &session);
            }
        }
    }

    #[test]
    fn going_back_then_giving_the_same_again_changes_nothing((form, steps) in way(), most in 1..6) {
        let before = finished(&form.0, &steps);
        let mut session = before.clone();
        for _ in 0..most {
            session.back();
        }
        // After the review only what is open is asked: once again is all it takes.
        if let Place::Question(at) = session.place() {
            let again = session.give(before.answer(at).expect("answered").clone());
            // A jump may have changed what it was held against: the review says so, and it stays.
            prop_assert!(again.is_ok() || before.is_doubtful(at), "{again:?}");
            if again.is_err() {
                prop_assert!(session.asked().eq(before.asked()));
                return Ok(());
            }
        }
        prop_assert_eq!(session, before);
    }

    #[test]
    fn going_back_before_the_end_then_forward_changes_nothing(
        (form, steps) in way(), most in 1..6
    ) {
        let before = straight(&form.0, &steps);
        let mut session = before.clone();
        let back = (0..most).filter(|_| session.back()).count();
        for _ in 0..back {
            let Place::Question(at) = session.place() else { break };
            session.give(before.answer(at).expect("answered").clone()).expect("as before");
        }
        prop_assert_eq!(session, before);
    }

    #[test]
    fn jumping_to_any_question_seen_and_giving_the_same_again_changes_nothing(
        (form, steps) in way()
    ) {
        let before = straight(&form.0, &steps);
        let seen: Vec<usize> = before.asked().filter_map(|(at, _, own)| own.map(|_| at)).collect();
        for at in 0..form.0.questions.len() {
            let mut session = before.clone();
            let reached = session.jump_to(at);
            prop_assert_eq!(reached, seen.contains(&at) || before.first_open() == Some(at));
            if reached && seen.contains(&at) {
                session.give(before.answer(at).expect("answered").clone()).expect("as before");
            }
            prop_assert!(session == before, "{}", form.0.questions[at].name);
        }
    }

    #[test]
    fn a_change_by_a_jump_keeps_what_the_same_change_keeps_on_foot((form, steps) in way()) {
        let form = &form.0;
        let before = straight(form, &steps);
        let Place::Question(stood) = before.place() else { unreachable!("before its end") };
        let seen = before.asked().filter(|(_, _, own)| own.is_some());
        for (at, question, _) in seen {
            for answer in values(form, question).into_iter().chain(reasons(question)) {
                let (mut jumped, mut walked) = (before.clone(), before.clone());
                prop_assert!(jumped.jump_to(at));
                while walked.place() != Place::Question(at) {
                    prop_assert!(walked.back());
                }
                if !takes(&walked, &answer) {
                    continue;
                }
                jumped.give(answer.clone()).expect("taken");
                walked.give(answer).expect("taken");
                // Nothing between is asked again, but for what the change has opened.
                while let Place::Question(here) = jumped.place()
                    && here < stood
                {
                    prop_assert!(before.answer(here).is_none(), "{}", form.questions[here].name);
                    on_until(&mut jumped, here + 1);
                }
                // Where the change leaves an answer unacceptable, the review says so.
                if on_until(&mut walked, stood) {
                    prop_assert!(jumped == walked, "{} of {}", question.name, form.id);
                } else {
                    let doubtful = |(index, ..): (usize, _, _)| jumped.is_doubtful(index);
                    prop_assert!(jumped.asked().any(doubtful), "{} of {}", question.name, form.id);
                }
            }
        }
    }

    #[test]
    fn a_row_holds_an_answer_exactly_where_the_question_was_asked((form, steps) in way()) {
        let session = finished(&form.0, &steps);
        is_sound(&session.finish().expect("finished"));
    }

    #[test]
    fn an_answer_that_is_closed_is_left_out_and_comes_back_when_reopened((form, steps) in way()) {
        let form = &form.0;
        let before = finished(form, &steps);
        let named = named(form);
        let answered = before.asked().filter(|(_, question, _)| {
            named.contains(question.name.as_str())
        });
        for (at, question, answer) in answered {
            let own = answer.expect("finished").clone();
            let others = values(form, question).into_iter().chain(reasons(question));
            for other in others {
                let mut session = before.clone();
                prop_assert!(session.go_to(at));
                if session.give(other.clone()).is_err() {
                    continue;
                }
                let kept = session.interrupt();
                for (index, reply) in kept.answers().iter().enumerate() {
                    if !session.is_asked(index) && before.is_asked(index) {
                        prop_assert_eq!(reply, &Missing::NonPosee.into());
                    }
                }
                prop_assert!(session.go_to(at));
                session.give(own.clone()).expect("as before");
                prop_assert_eq!(session.interrupt(), before.interrupt());
            }
        }
    }
}
