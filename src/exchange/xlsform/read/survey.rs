//! The sheet of questions, row by row: groups flattened, types read, names made well formed.
//! Never the conditions: they are said once every name is known.

use std::collections::{BTreeMap, BTreeSet};

use super::super::words::{List, Type, kind, type_names};
use super::condition::Named;
use super::draft::{Choice, Concern, Question, Texts};
use super::names::Names;
use super::remark::{Grave, Kind};
use super::sheets::{Lists, Settings};
use super::table::{Row, Table};
use crate::locale::Locale;
use crate::questionnaire::{OTHER_WORDS, nearest};

/// A question with what is still to be said of it.
pub(super) struct Item<'t, 'a> {
    pub row: Row<'t, 'a>,
    pub question: Question,
    /// The conditions of its groups and its own, as written, each with its row.
    pub relevant: Vec<(Row<'t, 'a>, String)>,
    /// Its constraint, as written.
    pub constraint: String,
    /// The limits of a range.
    pub limits: String,
    /// Choices that have another name here.
    pub renamed: BTreeMap<String, String>,
    /// The list that its choices come from.
    pub list: String,
    /// Is it of the common référentiel, and not defined here?
    pub is_core: bool,
}

/// What the sheet comes to.
pub(super) struct Survey<'t, 'a> {
    pub items: Vec<Item<'t, 'a>>,
    /// Every name of the sheet.
    pub names: BTreeMap<String, Named>,
}

/// What rows are read with.
pub(super) struct Around<'x> {
    pub locale: &'x Locale,
    pub settings: &'x Settings,
    pub lists: &'x Lists,
    pub texts: &'x dyn Fn(&Row<'_, '_>, &str, &str) -> Texts,
}

/// A group that is open.
struct Open<'t, 'a> {
    row: Row<'t, 'a>,
    is_repeat: bool,
    relevant: String,
    names: BTreeSet<String>,
    /// A count of ours whose lines are being read.
    counts: Option<Question>,
}

struct Reading<'t, 'a, 'x> {
    around: &'x Around<'x>,
    taken: &'x mut Names,
    survey: Survey<'t, 'a>,
    open: Vec<Open<'t, 'a>>,
    top: BTreeSet<String>,
}

/// Reads the sheet.
pub(super) fn survey<'t, 'a>(
    table: &'t Table<'a>,
    around: &Around<'_>,
    taken: &mut Names,
) -> Survey<'t, 'a> {
    let survey = Survey { items: Vec::new(), names: BTreeMap::new() };
    for key in ["type", "name"] {
        if !table.has(key) {
            table.say(Grave::Refused, Kind::NoColumn, vec![("key", key.to_owned())]);
            return survey;
        }
    }
    let mut reading = Reading { around, taken, survey, open: Vec::new(), top: BTreeSet::new() };
    for row in table.rows() {
        if row.holds("disabled") {
            row.pass();
            continue;
        }
        reading.row(row);
    }
    for open in &reading.open {
        open.row.say(Grave::Refused, Kind::NeverEnds, "type", Vec::new());
    }
    reading.survey
}

impl<'t, 'a> Reading<'t, 'a, '_> {
    fn row(&mut self, row: Row<'t, 'a>) {
        let written = row.get("type");
        if written.is_empty() {
            if row.get("name").is_empty() && row.said("label").is_empty() {
                return;
            }
            row.say(Grave::Refused, Kind::NoCell, "type", vec![("key", "type".to_owned())]);
            return;
        }
        let Some(kind) = kind(written) else {
            let near = nearest(written, type_names()).unwrap_or_else(|| "none".to_owned());
            let facts = vec![("word", written.to_owned()), ("nearest", near)];
            row.say(Grave::Refused, Kind::UnknownType, "type", facts);
            return;
        };
        match kind {
            Type::Group => self.begin(row, false),
            Type::Repeat => self.begin(row, true),
            Type::EndGroup => self.end(row, false),
            Type::EndRepeat => self.end(row, true),
            kind => self.question(row, &kind),
        }
    }

    fn begin(&mut self, row: Row<'t, 'a>, is_repeat: bool) {
        let name = row.get("name").to_owned();
        let relevant = row.get("relevant").to_owned();
        let mut counts = None;
        if row.get("recueil_type") == "counts" {
            let mut question = self.said(row, &name);
            question.kind = "counts";
            row.get("parmi").clone_into(&mut question.parmi);
            question.somme = row.holds("somme");
            _ = row.get("appearance");
            counts = Some(question);
        } else {
            if !name.is_empty() {
                self.fresh(row, &name);
                self.survey.names.insert(name, Named::Left);
            }
            if is_repeat {
                row.say(Grave::Changed, Kind::RepeatOnce, "type", Vec::new());
            }
            if !row.said("label").is_empty() {
                row.say(Grave::Changed, Kind::GroupLabel, "label", Vec::new());
            }
        }
        self.open.push(Open { row, is_repeat, relevant, names: BTreeSet::new(), counts });
    }

    fn end(&mut self, row: Row<'t, 'a>, is_repeat: bool) {
        // The name repeats that of the group.
        row.pass();
        match self.open.pop() {
            Some(open) if open.is_repeat == is_repeat => {
                if let Some(question) = open.counts {
                    let constraint = open.row.get("recueil_constraint").to_owned();
                    self.keep(open.row, question, Some(open.relevant), constraint);
                }
            }
            other => {
                row.say(Grave::Refused, Kind::EndsUnbegun, "type", Vec::new());
                self.open.extend(other);
            }
        }
    }

    /// Refuses a name that its group has already.
    fn fresh(&mut self, row: Row<'t, 'a>, name: &str) {
        let names = self.open.last_mut().map_or(&mut self.top, |open| &mut open.names);
        if !names.insert(name.to_owned()) {
            row.say(Grave::Refused, Kind::Twice, "name", vec![("name", name.to_owned())]);
        }
    }

    fn question(&mut self, row: Row<'t, 'a>, kind: &Type) {
        let mut was = row.get("name").to_owned();
        if was.is_empty() {
            if matches!(kind, Type::Metadata) {
                was = row.get("type").replace(' ', "_");
            } else if *kind == Type::Note {
                was = format!("note{}", row.number());
            } else {
                row.say(Grave::Refused, Kind::NoCell, "name", vec![("key", "name".to_owned())]);
                return;
            }
        }
        self.fresh(row, &was);
        if let Some(Open { counts: Some(counts), .. }) = self.open.last_mut() {
            let line = was.rsplit("__").next().unwrap_or_default().to_owned();
            let label = (self.around.texts)(&row, "label", &line);
            counts.choices.push(Choice { name: line, label, ..Choice::default() });
            row.pass();
            return;
        }
        // The few words beside «autre» are asked by themselves.
        let asks_other = self.survey.items.last().is_some_and(|item| {
            item.question.choices.iter().any(|choice| choice.autre)
                && was == format!("{}__{OTHER_WORDS}", item.row.get("name"))
        });
        if asks_other {
            let whole = self.survey.items.last().map(|item| item.question.name.clone());
            let name = format!("{}__{OTHER_WORDS}", whole.unwrap_or_default());
            self.survey.names.insert(was, Named::Question(name));
            row.pass();
            return;
        }
        let left = match kind {
            Type::Metadata => Some(Kind::MetadataLeft),
            Type::Device => Some(Kind::DeviceLeft),
            Type::Elsewhere => Some(Kind::ElsewhereLeft),
            Type::Calculation => {
                let says = row.get("calculation").to_owned();
                self.survey.names.insert(was.clone(), Named::Calculation(says));
                let facts = vec![("name", was)];
                row.say(Grave::Changed, Kind::CalculationLeft, "type", facts);
                row.pass();
                return;
            }
            _ => None,
        };
        if let Some(kind) = left {
            let facts = vec![("type", row.get("type").to_owned())];
            row.say(Grave::Changed, kind, "type", facts);
            self.survey.names.insert(was, Named::Left);
            row.pass();
            return;
        }
        let mut question = self.said(row, &was);
        let listed = self.kind(row, kind, &mut question);
        let constraint = row.get("constraint").to_owned();
        let Some((list, renamed, limits)) = listed else { return };
        self.keep(row, question, None, constraint);
        if let Some(item) = self.survey.items.last_mut() {
            (item.list, item.renamed, item.limits) = (list, renamed, limits);
        }
    }

    /// What a row says, whatever its kind.
    fn said(&mut self, row: Row<'t, 'a>, was: &str) -> Question {
        let texts = |key: &str| (self.around.texts)(&row, key, "");
        let mut question = Question {
            label: (self.around.texts)(&row, "label", was),
            hint: texts("hint"),
            reformulation: texts("guidance_hint"),
            constraint_message: texts("constraint_message"),
            attention: row.get("attention").to_owned(),
            attention_message: texts("attention_message"),
            sensible: row.holds("sensible"),
            ..Question::default()
        };
        let words = texts("nc");
        let is_yes = words.values().any(|word| super::super::words::truth(word) == Some(true));
        question.nc = match () {
            () if words.is_empty() => Concern::No,
            () if is_yes => Concern::Yes,
            () => Concern::Words(words),
        };
        was.clone_into(&mut question.was);
        question
    }

    /// What a type comes to: the list of its choices, those that have another name, the limits of a
    /// number. Nothing where it cannot be asked.
    fn kind(
        &self,
        row: Row<'t, 'a>,
        kind: &Type,
        question: &mut Question,
    ) -> Option<(String, BTreeMap<String, String>, String)> {
        let mut limits = String::new();
        let mut list = String::new();
        let mut renamed = BTreeMap::new();
        let instead = |kind| {
            let facts = vec![("type", row.get("type").to_owned())];
            row.say(Grave::Changed, kind, "type", facts);
        };
        question.kind = match kind {
            Type::One(from) | Type::Multiple(from) | Type::Rank(from) => {
                renamed = self.choices(row, from, question)?;
                list.clone_from(&from.name);
                if matches!(kind, Type::Rank(_)) {
                    instead(Kind::AsMultiple);
                }
                if matches!(kind, Type::One(_)) { "select_one" } else { "select_multiple" }
            }
            Type::Acknowledge => {
                instead(Kind::AsYesNo);
                renamed.insert("OK".to_owned(), "oui".to_owned());
                question.scale = Some("ON".to_owned());
                "select_one"
            }
            Type::Decimal => {
                instead(Kind::AsInteger);
                "integer"
            }
            Type::Range => {
                instead(Kind::AsInteger);
                limits = range(row.get("parameters"));
                "integer"
            }
            Type::Words => {
                instead(Kind::AsWords);
                "text"
            }
            Type::Integer => "integer",
            Type::Date => "date",
            Type::Note => "note",
            _ => "text",
        };
        Some((list, renamed, limits))
    }

    fn choices(
        &self,
        row: Row<'t, 'a>,
        list: &List,
        question: &mut Question,
    ) -> Option<BTreeMap<String, String>> {
        let Some(listed) = self.around.lists.get(&list.name).filter(|_| !list.name.is_empty())
        else {
            let names = self.around.lists.keys().map(String::as_str);
            let near = nearest(&list.name, names).unwrap_or_else(|| "none".to_owned());
            let facts = vec![("name", list.name.clone()), ("nearest", near)];
            row.say(Grave::Refused, Kind::UnknownList, "type", facts);
            return None;
        };
        for listed in listed {
            if listed.offered {
                question.nc = Concern::Words(listed.choice.label.clone());
            } else {
                question.choices.push(listed.choice.clone());
            }
        }
        if list.has_other && question.choices.iter().all(|choice| !choice.autre) {
            let taken: Vec<String> = question.choices.iter().map(|c| c.name.clone()).collect();
            let label = said_in(self.around.locale, "xlsform-other", &question.label);
            let name = super::names::choice("autre", &taken);
            question.choices.push(Choice { name, label, autre: true, ..Choice::default() });
        }
        let renamed = listed.iter().filter(|listed| listed.was != listed.choice.name);
        Some(renamed.map(|listed| (listed.was.clone(), listed.choice.name.clone())).collect())
    }

    /// Keeps a question, under a name of its own.
    fn keep(
        &mut self,
        row: Row<'t, 'a>,
        mut question: Question,
        relevant: Option<String>,
        constraint: String,
    ) {
        let was = std::mem::take(&mut question.was);
        question.name = if !self.around.settings.referentiel.is_empty() && self.taken.keep(&was) {
            was.clone()
        } else {
            self.taken.take(&was)
        };
        if question.name != was {
            question.was.clone_from(&was);
            let facts = vec![("was", was.clone()), ("name", question.name.clone())];
            row.say(Grave::Changed, Kind::Renamed, "name", facts);
        }
        self.survey.names.insert(was, Named::Question(question.name.clone()));
        let groups = self.open.iter().map(|open| (open.row, open.relevant.clone()));
        let own = relevant.unwrap_or_else(|| row.get("relevant").to_owned());
        let conditions = groups.chain([(row, own)]);
        let conditions = conditions.filter(|(_, condition)| !condition.is_empty()).collect();
        self.survey.items.push(Item {
            row,
            question,
            relevant: conditions,
            constraint,
            limits: String::new(),
            renamed: BTreeMap::new(),
            list: String::new(),
            is_core: false,
        });
    }
}

/// A message in each language that these texts have and the program speaks.
pub(super) fn said_in(locale: &Locale, id: &str, like: &Texts) -> Texts {
    let codes = Locale::codes().filter(|code| *code == "fr" || like.contains_key(*code));
    codes.map(|code| (code.to_owned(), locale.speaking(code).say(id))).collect()
}

/// The limits that the parameters of a range say.
fn range(parameters: &str) -> String {
    let value = |key: &str| {
        let mut parts = parameters.split([' ', ',', ';']);
        let written = parts.find_map(|part| part.strip_prefix(key)?.strip_prefix('='));
        written.and_then(|value| value.trim().parse::<f64>().ok())
    };
    let (start, end) = (value("start").unwrap_or(1.0), value("end").unwrap_or(10.0));
    format!(". >= {} and . <= {}", start.min(end), start.max(end))
}
