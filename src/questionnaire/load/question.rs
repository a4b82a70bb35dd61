//! Scales and questions, from their tables.
//! Never a form: which questions are asked together is not known here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::super::problem::{Cause, Expected, What, nearest};
use super::super::reader::{Fields, Placed};
use super::super::{Choice, Expression, Kind, NotConcerned, Question};
use super::{LONGEST_NAME, Loader, Read};

const ECHELLE: &[&str] = &["id", "choices", "licence", "source", "attribution"];
const CHOICE: &[&str] = &["name", "label", "exclusive"];
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
    "nc",
    "sensible",
    "reserve",
];
const TYPES: &[&str] =
    &["select_one", "select_multiple", "integer", "text", "date", "note", "counts"];

impl Loader<'_> {
    pub(super) fn echelles(&mut self, file: &Fields<'_>) -> BTreeMap<String, Vec<Choice>> {
        let mut echelles = BTreeMap::new();
        for (table, span) in self.reader.tables(file, "echelle") {
            let fields = self.reader.open(table, span, "[[echelle]]", ECHELLE);
            let id = self.name(&fields, "id", What::Echelle);
            let choices = self.choices(&fields);
            if !fields.has("choices") {
                self.reader.missing(&fields, "choices");
            }
            if let (Some(id), Some(choices)) = (id, choices) {
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
            choices.push(Choice { name, label, exclusive });
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
        let known: Vec<&str> = all.map(|question| question.name.as_str()).collect();
        for named in questions.iter().flat_map(|read| &read.named) {
            self.known(What::Question, named, &known);
        }
        questions
    }

    fn question(
        &mut self,
        fields: &Fields<'_>,
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Option<Read> {
        let name = self.name(fields, "name", What::Question);
        let kind = self.kind(fields, echelles);
        let label = self.reader.need_label(fields, "label");
        let hint = self.reader.label(fields, "hint");
        let reformulation = self.reader.label(fields, "reformulation");
        let mut named = Vec::new();
        let relevant = self.expression(fields, "relevant", &mut named);
        let constraint = self.expression(fields, "constraint", &mut named);
        let constraint_message = self.reader.label(fields, "constraint_message");
        let nc = self.not_concerned(fields);
        let sensible = self.reader.boolean(fields, "sensible");
        self.reader.boolean(fields, "required");
        self.reader.boolean(fields, "reserve");
        let question = Question {
            name: name?,
            kind: kind?,
            label: label?,
            hint,
            reformulation,
            relevant,
            constraint,
            constraint_message,
            nc,
            sensible,
        };
        Some(Read { question: Arc::new(question), named })
    }

    fn expression(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        named: &mut Vec<Placed<String>>,
    ) -> Option<Expression> {
        let (expression, span) = self.reader.expression(fields, key)?;
        for (name, part) in expression.names() {
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
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Option<Kind> {
        let (written, span) = self.reader.need_text(fields, "type")?;
        let (word, list) = match written.split_once(' ') {
            Some((word, list)) => (word, Some(list.trim())),
            None => (written.as_str(), None),
        };
        if !TYPES.contains(&word) {
            let possible = TYPES.iter().copied().filter(|word| *word != "counts");
            let near = nearest(word, possible.clone());
            let allowed = possible.map(str::to_owned).collect();
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
        if word == "counts" {
            self.reader.report(Cause::NotAskedYet { kind: written }, span);
            return None;
        }
        if !word.starts_with("select_") {
            if inline.is_some() || list.is_some() {
                self.reader.report(Cause::Choices { kind: written }, span);
                return None;
            }
            return Some(match word {
                "integer" => Kind::Integer,
                "date" => Kind::Date,
                "note" => Kind::Note,
                _ => Kind::Text,
            });
        }
        let choices = match (list, inline) {
            (None, Some(choices)) => choices,
            (Some(list), None) => {
                let part = written.len() - list.len()..written.len();
                let span = self.reader.inside(&span, &written, &part);
                self.scale(list, &span, echelles)?
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
