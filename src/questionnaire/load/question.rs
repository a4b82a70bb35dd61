//! Scales and questions, from their tables.
//! Never a form: which questions are asked together is not known here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::super::expression::TEXTS;
use super::super::problem::{Cause, Expected, What, nearest};
use super::super::reader::{Fields, Placed};
use super::super::{
    Choice, Counts, Expression, Kind, NotConcerned, OTHER_WORDS, Question, Rule, stem,
};
use super::{LONGEST_NAME, Loader, Read};

const ECHELLE: &[&str] =
    &["id", "choices", "licence", "source", "attribution", "reserve", "accepte"];
const CHOICE: &[&str] = &["name", "label", "exclusive", "autre"];
const QUESTION: &[&str] = &[
    "name",
    "type",
    "choices",
    "label",
    "hint",
    "reformulation",
    "required",
    "relevant",
    "constraint",
    "constraint_message",
    "attention",
    "attention_message",
    "nc",
    "sensible",
    "parmi",
    "somme",
    "reserve",
    "accepte",
];
/// The types that take choices.
const CHOOSING: [&str; 2] = ["select_one", "select_multiple"];
/// The type that takes lines.
const COUNTS: &str = "counts";

impl Loader<'_> {
    pub(super) fn echelles(&mut self, file: &Fields<'_>) -> BTreeMap<String, Vec<Choice>> {
        let mut echelles = BTreeMap::new();
        for (table, span) in self.reader.tables(file, "echelle") {
            let fields = self.reader.open(table, span, "[[echelle]]", ECHELLE);
            let id = self.name(&fields, "id", What::Echelle);
            self.keeps(&fields, What::Echelle, id.as_deref());
            self.accepts(&fields, What::Echelle, id.as_deref());
            let choices = self.choices(&fields);
            if !fields.has("choices") {
                self.reader.missing(&fields, "choices");
            }
            if let (Some(id), Some(choices)) = (id, choices) {
                let asks_which = choices.iter().any(|choice| choice.autre);
                if asks_which && is_named_as_words(&choices) {
                    self.reader.report(Cause::OtherMisplaced, fields.span_of("choices"));
                }
                echelles.insert(id, choices);
            }
        }
        echelles
    }

    /// The choices written in a table; nothing where there is no such key.
    fn choices(&mut self, fields: &Fields<'_>) -> Option<Vec<Choice>> {
        let values = self.reader.array(fields, "choices")?;
        if values.is_empty() {
            let span = fields.span_of("choices");
            self.reader.report(Cause::Empty { key: "choices".into() }, span);
            return None;
        }
        let mut choices: Vec<Choice> = Vec::new();
        let mut taken = BTreeSet::new();
        for (table, span) in self.reader.array_of(fields, "choices", Expected::Choice) {
            let fields = self.reader.open(table, span, "choices", CHOICE);
            let name = self.reader.need_text(&fields, "name");
            let label = self.reader.need_label(&fields, "label");
            let exclusive = self.reader.boolean(&fields, "exclusive");
            let autre = self.reader.boolean(&fields, "autre");
            let twice = choices.iter().any(|choice| choice.autre);
            if autre && (exclusive || twice) {
                self.reader.report(Cause::OtherMisplaced, fields.span_of("autre"));
            }
            let (Some((name, span)), Some(label)) = (name, label) else { continue };
            let ordered = name.parse::<u8>().is_ok();
            let fits = name.starts_with(|first: char| first.is_ascii_lowercase())
                && name.len() <= LONGEST_NAME
                && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
            if !(ordered || fits) {
                self.reader.report(Cause::BadName { what: What::Choice, name }, span);
                continue;
            }
            if !taken.insert(name.clone()) {
                self.reader.report(Cause::Duplicate { what: What::Choice, name }, span);
                continue;
            }
            choices.push(Choice { name, label, exclusive, autre });
        }
        Some(choices)
    }

    pub(super) fn questions(
        &mut self,
        file: &Fields<'_>,
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Vec<Read> {
        let mut questions = Vec::new();
        for (table, span) in self.reader.tables(file, "question") {
            let fields = self.reader.open(table, span, "[[question]]", QUESTION);
            questions.extend(self.question(&fields, echelles));
        }
        let of_core = self.core.map_or(&[][..], |core| &core.questions);
        let all = questions.iter().map(|read| &read.question).chain(of_core);
        let with_words = |question: &Arc<Question>| {
            let other = question.other().map(|_| format!("{}__{OTHER_WORDS}", question.name));
            [Some(question.name.clone()), other]
        };
        let known: Vec<String> = all.flat_map(with_words).flatten().collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        for named in questions.iter().flat_map(|read| &read.named) {
            self.known(What::Question, named, &known);
        }
        self.types(&questions);
        questions
    }

    /// Reports what a condition does with an answer of a kind that it does not go with.
    fn types(&mut self, questions: &[Read]) {
        let of_core = self.core.map_or(&[][..], |core| &core.questions);
        let all = questions.iter().map(|read| &read.question).chain(of_core);
        let by_name: BTreeMap<&str, &Question> =
            all.map(|question| (question.name.as_str(), question.as_ref())).collect();
        let kind_of = |name: &str| match stem(name) {
            whole if whole == name => by_name.get(name).map(|question| &question.kind),
            // The words beside «autre».
            whole => by_name.get(whole).and_then(|question| question.other()).map(|_| &Kind::Text),
        };
        for read in questions {
            let question = &read.question;
            let own = Some(&question.kind);
            for (condition, span, current) in [
                (&question.relevant, &read.relevant, None),
                (&question.constraint, &read.constraint, own),
                (&question.attention, &read.attention, own),
            ] {
                let Some(condition) = condition else { continue };
                for (rule, facts, part) in condition.misuses(current, &kind_of) {
                    let span = self.reader.inside(span, condition.text(), &part);
                    self.reader.report(Cause::Rule(rule, facts), span);
                }
            }
            if let (Kind::Counts(_), Some((name, span))) = (&question.kind, &read.parmi)
                && kind_of(name).is_some_and(|kind| *kind != Kind::Integer)
            {
                let facts = vec![("name", name.as_str().into())];
                self.reader.report(Cause::Rule(Rule::CountedAmong, facts), span.clone());
            }
        }
    }

    fn question(
        &mut self,
        fields: &Fields<'_>,
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Option<Read> {
        let name = self.name(fields, "name", What::Question);
        let kind = self.kind(fields, name.as_deref(), echelles);
        let label = self.reader.need_label(fields, "label");
        let hint = self.reader.label(fields, "hint");
        let reformulation = self.reader.label(fields, "reformulation");
        let mut named = Vec::new();
        let relevant = self.expression(fields, "relevant", &mut named);
        let constraint = self.expression(fields, "constraint", &mut named);
        let constraint_message = self.reader.label(fields, "constraint_message");
        let attention = self.expression(fields, "attention", &mut named);
        let attention_message = self.reader.label(fields, "attention_message");
        let nc = self.not_concerned(fields);
        let sensible = self.reader.boolean(fields, "sensible");
        self.reader.boolean(fields, "required");
        self.keeps(fields, What::Question, name.as_deref());
        self.accepts(fields, What::Question, name.as_deref());
        let parmi = self.reader.text(fields, "parmi");
        named.extend(parmi.clone());
        let question = Question {
            name: name?,
            kind: kind?,
            label: label?,
            hint,
            reformulation,
            relevant,
            constraint,
            constraint_message,
            attention,
            attention_message,
            nc,
            sensible,
            part_of: None,
        };
        Some(Read {
            question: Arc::new(question),
            named,
            relevant: fields.span_of("relevant"),
            constraint: fields.span_of("constraint"),
            attention: fields.span_of("attention"),
            parmi,
        })
    }

    fn expression(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        named: &mut Vec<Placed<String>>,
    ) -> Option<Expression> {
        let (expression, span) = self.reader.expression(fields, key)?;
        for (name, part) in expression.names() {
            if name == TEXTS {
                continue;
            }
            let place = self.reader.inside(&span, expression.text(), &part);
            named.push((name.to_owned(), place));
        }
        Some(expression)
    }

    /// `nc = true`, or the question's own words for it (`nc.fr`).
    fn not_concerned(&mut self, fields: &Fields<'_>) -> NotConcerned {
        if fields.is_table("nc") {
            return self.reader.label(fields, "nc").map_or(NotConcerned::Yes, NotConcerned::Words);
        }
        if self.reader.boolean(fields, "nc") { NotConcerned::Yes } else { NotConcerned::No }
    }

    fn kind(
        &mut self,
        fields: &Fields<'_>,
        name: Option<&str>,
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Option<Kind> {
        let (written, span) = self.reader.need_text(fields, "type")?;
        let (word, list) = match written.split_once(' ') {
            Some((word, list)) => (word, Some(list.trim())),
            None => (written.as_str(), None),
        };
        let plain = Kind::PLAIN.into_iter().find(|kind| kind.word() == word);
        if plain.is_none() && word != COUNTS && !CHOOSING.contains(&word) {
            let plain = || Kind::PLAIN.iter().map(Kind::word);
            let words = || CHOOSING.into_iter().chain(plain()).chain([COUNTS]);
            let near = nearest(word, words());
            let allowed = words().map(str::to_owned).collect();
            let span = self.reader.inside(&span, &written, &(0..word.len()));
            let cause = Cause::UnknownWord {
                key: "type".into(),
                word: word.to_owned(),
                allowed,
                nearest: near,
            };
            self.reader.report(cause, span);
            return None;
        }
        let inline = self.choices(fields);
        if fields.has("choices") && inline.is_none() {
            return None;
        }
        // Its column would be that of the words, or there is nobody to ask which.
        let asks_which = |choices: &Vec<Choice>| choices.iter().any(|choice| choice.autre);
        if inline.as_ref().is_some_and(asks_which)
            && (word == COUNTS || is_named_as_words(inline.as_deref().unwrap_or_default()))
        {
            self.reader.report(Cause::OtherMisplaced, fields.span_of("choices"));
            return None;
        }
        if let (COUNTS, None, Some(lines)) = (word, list, &inline) {
            let lines = lines.clone();
            let parmi = self.reader.text(fields, "parmi").map(|(name, _)| name);
            let somme = self.reader.boolean(fields, "somme");
            return Some(Kind::Counts(Counts { lines, parmi, somme }));
        }
        for key in ["parmi", "somme"] {
            if fields.has(key) {
                let cause = Cause::UnknownKey { key: key.to_owned(), nearest: None };
                self.reader.report(cause, fields.span_of(key));
            }
        }
        if word == COUNTS {
            self.reader.report(Cause::Choices { kind: written }, span);
            return None;
        }
        if let Some(kind) = plain {
            if inline.is_some() || list.is_some() {
                self.reader.report(Cause::Choices { kind: written }, span);
                return None;
            }
            return Some(kind);
        }
        let choices = match (list, inline) {
            (None, Some(choices)) => choices,
            (Some(list), None) => {
                let part = written.len() - list.len()..written.len();
                let span = self.reader.inside(&span, &written, &part);
                let choices = self.scale(list, &span, echelles)?;
                if let Some(name) = name {
                    self.scales.insert(name.to_owned(), list.to_owned());
                }
                choices
            }
            _ => {
                self.reader.report(Cause::Choices { kind: written }, span);
                return None;
            }
        };
        let exclusive = choices.iter().any(|choice| choice.exclusive);
        match (word, exclusive) {
            ("select_multiple", true) => Some(Kind::Multiple(choices)),
            ("select_multiple", false) => {
                self.reader.report(Cause::NoExclusive, span);
                None
            }
            (_, true) => {
                self.reader.report(Cause::ExclusiveAlone, span);
                None
            }
            (_, false) => Some(Kind::One(choices)),
        }
    }

    fn scale(
        &mut self,
        list: &str,
        span: &Range<usize>,
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Option<Vec<Choice>> {
        let of_core = self.core.map(|core| &core.echelles);
        if let Some(choices) = echelles.get(list).or_else(|| of_core?.get(list)) {
            return Some(choices.clone());
        }
        let names = echelles.keys().chain(of_core.into_iter().flat_map(BTreeMap::keys));
        let known: Vec<&str> = names.map(String::as_str).collect();
        self.known(What::Echelle, &(list.to_owned(), span.clone()), &known);
        None
    }
}

/// Is a choice called as the column of the words beside «autre» would be?
fn is_named_as_words(choices: &[Choice]) -> bool {
    choices.iter().any(|choice| choice.name == OTHER_WORDS)
}
