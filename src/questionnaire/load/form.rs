//! Forms, from their tables: which questions, in which order, and whether their conditions can be
//! met there.
//! Never a question of its own.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::expression::TEXTS;
use super::super::problem::{Cause, What};
use super::super::reader::{Fields, Placed};
use super::super::{
    Adresse, Choice, Counts, Expression, Head, Kind, Label, Moment, NotConcerned, OTHER_WORDS,
    Question, Questionnaire, fingerprint, stem,
};
use super::{Loader, Read};

const FORM: &[&str] =
    &["id", "version", "titre", "role", "moment", "adresse", "age_minimum", "questions", "accepte"];

impl Loader<'_> {
    pub(super) fn forms(
        &mut self,
        file: &Fields<'_>,
        head: &Arc<Head>,
        questions: &[Read],
    ) -> Vec<Arc<Questionnaire>> {
        let mut forms: Vec<Questionnaire> = Vec::new();
        for (table, span) in self.reader.tables(file, "questionnaire") {
            let fields = self.reader.open(table, span, "[[questionnaire]]", FORM);
            forms.extend(self.form(&fields, head, questions));
        }
        let at = |moment: Moment, forms: &[Questionnaire]| -> BTreeSet<String> {
            let of_moment = forms.iter().filter(|form| form.moment == moment);
            of_moment.map(|form| form.role.clone()).collect()
        };
        let entries = at(Moment::Entree, &forms);
        let exits = at(Moment::Sortie, &forms);
        for form in &mut forms {
            form.twin = entries.contains(&form.role) && exits.contains(&form.role);
        }
        forms.into_iter().map(Arc::new).collect()
    }

    fn form(
        &mut self,
        fields: &Fields<'_>,
        head: &Arc<Head>,
        questions: &[Read],
    ) -> Option<Questionnaire> {
        let id = self.id(fields);
        if let Some((id, span)) = &id {
            self.take(What::Form, id, span);
        }
        let version = self.reader.need_integer(fields, "version");
        let titre: Option<Label> = self.reader.need_label(fields, "titre");
        let role = self.reader.need_text(fields, "role");
        let moment = self.reader.one_of(fields, "moment", Moment::WORDS, Moment::from_word);
        if moment.is_none() && !fields.has("moment") {
            self.reader.missing(fields, "moment");
        }
        let adresse = self.reader.one_of(fields, "adresse", Adresse::WORDS, Adresse::from_word);
        let age_minimum = self.reader.integer(fields, "age_minimum");
        self.accepts(fields, What::Form, id.as_ref().map(|(id, _)| id.as_str()));
        let names = self.reader.need_texts(fields, "questions");
        let mut asked: Vec<Arc<Question>> = Vec::new();
        let mut all_found = true;
        for name in &names {
            match self.find(name, questions) {
                Some(question) if asked.iter().any(|other| other.name == question.name) => {
                    let cause = Cause::AskedTwice { name: name.0.clone() };
                    self.reader.report(cause, name.1.clone());
                }
                Some(question) => asked.push(question),
                None => all_found = false,
            }
        }
        if all_found {
            let form = id.as_ref().map_or("…", |(id, _)| id);
            self.conditions(form, &names, &asked);
        }
        let id = id?.0;
        let resolved = resolve(&asked);
        let adresse = adresse.unwrap_or(Adresse::Vous);
        let form = Questionnaire {
            head: Arc::clone(head),
            id,
            version: version?,
            titre: titre?,
            role: role?.0,
            moment: moment?,
            adresse,
            age_minimum,
            fingerprint: fingerprint::form(&resolved, adresse),
            questions: resolved,
            twin: false,
        };
        Some(form)
    }

    /// A condition names no question asked later in the form, and at least one asked before: so a
    /// core question may have one condition for forms that differ.
    fn conditions(&mut self, form: &str, names: &[Placed<String>], asked: &[Arc<Question>]) {
        let place = |name: &str| asked.iter().position(|question| question.name == stem(name));
        let mut problems = Vec::new();
        for (index, question) in asked.iter().enumerate() {
            let among = match &question.kind {
                Kind::Counts(Counts { parmi: Some(name), .. }) => Some(vec![(name.as_str(), 0..0)]),
                _ => None,
            };
            let conditions = question.relevant.iter().chain(&question.constraint);
            let conditions = conditions.chain(&question.attention);
            for mentioned in conditions.map(Expression::names).chain(among) {
                let later = mentioned.iter().find(|(name, _)| place(name) >= Some(index));
                let before =
                    mentioned.iter().any(|(name, _)| *name == TEXTS || place(name).is_some());
                let form = form.to_owned();
                let own = question.name.clone();
                if let Some((name, _)) = later {
                    let name = (*name).to_owned();
                    let cause = if name == own {
                        Cause::NamesItself { name }
                    } else {
                        Cause::LaterQuestion { question: own, name, form }
                    };
                    problems.push((&question.name, cause));
                } else if let (false, Some((name, _))) = (before, mentioned.first()) {
                    let name = (*name).to_owned();
                    problems.push((&question.name, Cause::NotInForm { question: own, name, form }));
                }
            }
        }
        for (asked, cause) in problems {
            if let Some((_, span)) = names.iter().find(|(name, _)| name == asked) {
                self.reader.report(cause, span.clone());
            }
        }
    }
}

/// The questions as this form asks them: their conditions name only questions of the form, and each
/// line of a group count is a question of its own, and so are the words beside «autre».
fn resolve(asked: &[Arc<Question>]) -> Vec<Arc<Question>> {
    let is_asked = |name: &str| asked.iter().any(|question| question.name == stem(name));
    let mut questions = Vec::with_capacity(asked.len());
    let mut texts: Vec<String> = Vec::new();
    for question in asked {
        let conditions = question.relevant.iter().chain(&question.constraint);
        let mut conditions = conditions.chain(&question.attention);
        let question = if conditions.all(|c| c.names().iter().all(|(name, _)| is_asked(name))) {
            Arc::clone(question)
        } else {
            let said = given_texts(&texts);
            let in_form = |condition: &Expression| {
                condition.replaced(|name| match name {
                    TEXTS => Some(said.clone()),
                    name if is_asked(name) => None,
                    _ => Some("''".to_owned()),
                })
            };
            Arc::new(Question {
                relevant: question.relevant.as_ref().map(in_form),
                constraint: question.constraint.as_ref().map(in_form),
                attention: question.attention.as_ref().map(in_form),
                ..Question::clone(question)
            })
        };
        match &question.kind {
            Kind::Counts(counts) => questions.extend(lines(&question, counts)),
            _ => {
                let other = other(&question);
                questions.push(question);
                questions.extend(other);
            }
        }
        // Whatever is written in the person's own words may be quoted only with consent.
        texts.extend(questions.last().filter(|q| q.kind == Kind::Text).map(|q| q.name.clone()));
    }
    questions
}

/// The first of these texts that was given, as an expression.
fn given_texts(names: &[String]) -> String {
    let Some((last, before)) = names.split_last() else { return "''".to_owned() };
    let last = format!("${{{last}}}");
    before.iter().rev().fold(last, |rest, name| format!("coalesce(${{{name}}}, {rest})"))
}

/// The few words asked of whoever chooses «autre», where the question has such a choice.
fn other(whole: &Arc<Question>) -> Option<Arc<Question>> {
    let choice = whole.other()?;
    let chosen = match whole.kind {
        Kind::Multiple(_) => format!("selected(${{{}}}, '{}')", whole.name, choice.name),
        _ => format!("${{{}}} = '{}'", whole.name, choice.name),
    };
    Some(Arc::new(Question {
        name: format!("{}__{OTHER_WORDS}", whole.name),
        kind: Kind::Text,
        label: whole.label.followed_by(&choice.label),
        hint: None,
        reformulation: None,
        relevant: Some(Expression::parse(&chosen).expect("names are well formed")),
        constraint: None,
        constraint_message: None,
        attention: None,
        attention_message: None,
        nc: NotConcerned::No,
        sensible: whole.sensible,
        part_of: Some(Arc::clone(whole)),
    }))
}

/// The lines of a group count, each asking for a whole number that is not too large.
fn lines(whole: &Arc<Question>, counts: &Counts) -> Vec<Arc<Question>> {
    let name = |line: &Choice| format!("{}__{}", whole.name, line.name);
    let mut before = String::new();
    let mut lines = Vec::with_capacity(counts.lines.len());
    for line in &counts.lines {
        let mut limits = vec![". >= 0".to_owned()];
        if let Some(among) = &counts.parmi {
            limits.push(format!("(${{{among}}} = '' or .{before} <= ${{{among}}})"));
        }
        limits.extend(whole.constraint.as_ref().map(|own| format!("({})", own.text())));
        if counts.somme {
            before = format!("{before} + coalesce(${{{}}}, 0)", name(line));
        }
        let constraint = Expression::parse(&limits.join(" and "));
        lines.push(Arc::new(Question {
            name: name(line),
            kind: Kind::Integer,
            label: whole.label.followed_by(&line.label),
            constraint: Some(constraint.expect("limits are well formed")),
            part_of: Some(Arc::clone(whole)),
            ..Question::clone(whole)
        }));
    }
    lines
}
