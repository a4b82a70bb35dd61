//! An activity of La Coop's as a finished sitting with the register: its rules are those of the screen.
//! Never an answer that the export does not give.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::xlsform::{Grave, Kind, Line};
use super::Export;
use super::words::{AGES, Column, Counted, STATUSES, age, status, theme};
use crate::session::{Doubt, Finished, Refusal, Session};
use crate::value::{Answer, Date, Missing, Value};

/// The questions of the register that the export answers, with the column of each.
const ANSWERED: [(&str, Column); 5] = [
    ("S_jour", Column::Day),
    ("S_lieu", Column::Place),
    ("S_duree", Column::Minutes),
    ("S_presents", Column::People),
    ("S_activite", Column::Themes),
];

/// What is answered where none of what was done is known by the register.
const NONE_OF_THESE: &str = "rien";

impl Export<'_> {
    /// Sits down with the register; the place is handed back as it was kept.
    pub(super) fn sitting(
        &mut self,
        lines: &[&Line],
        day: Date,
        people: u32,
        minutes: Option<u32>,
        place: String,
    ) -> Option<(Finished, String)> {
        let mut answers: BTreeMap<String, Answer> = BTreeMap::new();
        let mut give = |name: &str, value: Value| _ = answers.insert(name.to_owned(), value.into());
        give("S_jour", Value::Date(day));
        give("S_presents", Value::Integer(people.into()));
        if let Some(minutes) = minutes {
            give("S_duree", Value::Integer(minutes.into()));
        }
        if !place.is_empty() {
            give("S_lieu", Value::Text(place.clone()));
        }
        if let Some(done) = self.done(lines[0]) {
            give("S_activite", Value::Choices(done));
        }
        for (stem, known, column, read) in [
            ("S_ages", AGES, Column::Age, age as fn(&str) -> Option<Counted>),
            ("S_statuts", STATUSES, Column::Status, status),
        ] {
            for (name, count) in self.counts(lines, known, column, read) {
                give(&format!("{stem}__{name}"), Value::Integer(count));
            }
        }
        let mut session = Session::new(Arc::clone(self.form));
        let mut kept = place;
        while let Some(question) = session.question().cloned() {
            let name = question.name.as_str();
            let answer = match answers.get(name) {
                _ if !question.asks() => Value::Read.into(),
                Some(answer) => answer.clone(),
                None => Missing::SansReponse.into(),
            };
            let given = match session.give(answer.clone()) {
                Err(Refusal::ToConfirm(Doubt::Private(_))) => {
                    // Something by which a person could be found has no place here.
                    kept.clear();
                    let rows = vec![lines[0].number];
                    let column = Some(Column::Place);
                    self.say(Grave::Changed, Kind::CoopPlace, rows, column, Vec::new());
                    session.give(Missing::SansReponse)
                }
                Err(Refusal::ToConfirm(Doubt::Attention(_))) => session.confirm(answer),
                given => given,
            };
            if let Err(refusal) = given {
                let column = ANSWERED.iter().find(|(known, _)| *known == name);
                let column = column.map(|(_, column)| *column);
                let refusal = self.locale.refusal(&refusal, self.form);
                let facts = vec![("name", name.to_owned()), ("refusal", refusal)];
                self.say(Grave::Refused, Kind::CoopRefused, vec![lines[0].number], column, facts);
                return None;
            }
        }
        Some((session.finish()?, kept))
    }

    /// What was done, in the words of the register; nothing where nobody said. Themes that it has no
    /// word for are named.
    fn done(&mut self, line: &Line) -> Option<Vec<String>> {
        let cell = self.cell(line, Column::Themes).to_owned();
        let labels = cell.split(['\n', '\r']).map(str::trim).filter(|label| !label.is_empty());
        let labels: Vec<&str> = labels.collect();
        let mut done: Vec<String> = Vec::new();
        for label in &labels {
            match theme(label) {
                Some(name) if done.iter().any(|known| known == name) => {}
                Some(name) => done.push(name.to_owned()),
                None => {
                    let facts = vec![("word", (*label).to_owned())];
                    let (rows, column) = (vec![line.number], Some(Column::Themes));
                    self.say(Grave::Changed, Kind::CoopTheme, rows, column, facts);
                }
            }
        }
        if labels.is_empty() {
            return None;
        }
        Some(if done.is_empty() { vec![NONE_OF_THESE.to_owned()] } else { done })
    }

    /// How many participants are of each of these, as far as it can be told: none at all where nobody
    /// said, and none of those between which somebody may stand.
    fn counts(
        &mut self,
        lines: &[&Line],
        known: &[&'static str],
        column: Column,
        read: fn(&str) -> Option<Counted>,
    ) -> Vec<(&'static str, i64)> {
        let mut counts: BTreeMap<&str, Option<i64>> =
            known.iter().map(|name| (*name, Some(0))).collect();
        let mut is_said = false;
        for line in lines {
            let cell = self.cell(line, column).to_owned();
            let doubt = match read(&cell) {
                Some(Counted::Nobody) => continue,
                Some(Counted::One(name)) => {
                    is_said = true;
                    if let Some(Some(count)) = counts.get_mut(name) {
                        *count += 1;
                    }
                    continue;
                }
                Some(Counted::Among(names)) => {
                    is_said = true;
                    counts.extend(names.iter().map(|name| (*name, None)));
                    Kind::CoopAcross
                }
                None => {
                    counts.extend(known.iter().map(|name| (*name, None)));
                    Kind::CoopUnknown
                }
            };
            let facts = vec![("word", cell)];
            self.say(Grave::Changed, doubt, vec![line.number], Some(column), facts);
        }
        let counts = counts.into_iter().filter(|_| is_said);
        counts.filter_map(|(name, count)| Some((name, count?))).collect()
    }
}
