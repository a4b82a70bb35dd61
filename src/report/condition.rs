//! Conditions as people say them: «vous avez répondu « Oui » à la question 5».
//! Never decides whether one holds.

use crate::locale::Locale;
use crate::questionnaire::{Adresse, Clause, Expression, Kind, Question, Questionnaire};

/// The message in the address of a form: «vous», or its «tu» variant.
pub(super) fn addressed(form: &Questionnaire, id: &str) -> String {
    match form.adresse {
        Adresse::Vous => id.to_owned(),
        Adresse::Tu => format!("{id}-tu"),
    }
}

/// The number of each question as people see it, from 1: what is only read has none.
pub(super) fn number(form: &Questionnaire, name: &str) -> Option<usize> {
    let at = form.index_of(name).filter(|at| form.questions[*at].asks())?;
    Some(form.questions[..=at].iter().filter(|question| question.is_numbered()).count())
}

/// The condition of a question of the form, in words; as the file writes it where no simple sentence
/// says it. Nothing where everybody is asked.
pub fn condition_words(
    locale: &Locale,
    form: &Questionnaire,
    question: &Question,
) -> Option<String> {
    let condition = question.relevant.as_ref()?;
    let words = said(locale, form, question, condition);
    Some(words.unwrap_or_else(|| condition.text().to_owned())).filter(|words| !words.is_empty())
}

/// The condition of a question of the form, in words; nothing where no simple sentence says it.
/// A condition that always holds has no words: they are empty.
pub(super) fn said(
    locale: &Locale,
    form: &Questionnaire,
    question: &Question,
    condition: &Expression,
) -> Option<String> {
    let teller = Teller { locale, form, question };
    match condition.clause()? {
        Clause::All(clauses) if clauses.is_empty() => Some(String::new()),
        Clause::Any(clauses) if clauses.is_empty() => None,
        Clause::All(clauses) => {
            let said = clauses.iter().map(|clause| teller.one(clause));
            Some(joined(locale, "said-and", said.collect::<Option<_>>()?))
        }
        Clause::Any(clauses) => teller.any(&clauses),
        one => teller.one(&one),
    }
}

struct Teller<'a> {
    locale: &'a Locale,
    form: &'a Questionnaire,
    /// The question that has the condition.
    question: &'a Question,
}

/// Parts in one sentence: a message of two of them, again and again.
pub(super) fn joined(locale: &Locale, id: &str, parts: Vec<String>) -> String {
    let both = |first: String, second: String| {
        let arguments = [("first", first.into()), ("second", second.into())];
        locale.tell(id, &arguments)
    };
    parts.into_iter().reduce(both).unwrap_or_default()
}

impl Teller<'_> {
    fn say(&self, id: &str, arguments: &[(&str, String)]) -> String {
        let arguments: Vec<_> =
            arguments.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        self.locale.tell(&addressed(self.form, id), &arguments)
    }

    /// A clause that needs neither «and» nor «or» between two sentences: mixed, they mislead.
    fn one(&self, clause: &Clause) -> Option<String> {
        match clause {
            Clause::Answered(name, answer) => self.answered(name, &[answer]),
            Clause::Given(names) => self.given(names),
            Clause::Any(clauses) => self.of_one_question(clauses),
            Clause::All(_) => None,
        }
    }

    fn any(&self, clauses: &[Clause]) -> Option<String> {
        self.of_one_question(clauses).or_else(|| {
            let said = clauses.iter().map(|clause| self.one(clause));
            Some(joined(self.locale, "said-or", said.collect::<Option<_>>()?))
        })
    }

    /// Several answers to one question are one sentence.
    fn of_one_question(&self, clauses: &[Clause]) -> Option<String> {
        let mut answers = Vec::new();
        let mut asked: Option<&String> = None;
        for clause in clauses {
            let Clause::Answered(name, answer) = clause else { return None };
            if asked.is_some_and(|asked| asked != name) {
                return None;
            }
            asked = Some(name);
            answers.push(answer);
        }
        self.answered(asked?, &answers)
    }

    fn answered(&self, name: &str, answers: &[&String]) -> Option<String> {
        let number = number(self.form, name)?.to_string();
        let question = &self.form.questions[self.form.index_of(name)?];
        let quoted = answers.iter().map(|answer| {
            let choice = question.kind.choices().iter().find(|choice| choice.name == **answer);
            let label = choice.map(|choice| self.form.say(&choice.label, self.locale.language()));
            let text = label.unwrap_or_else(|| (*answer).clone());
            self.locale.tell("quoted", &[("text", text.into())])
        });
        let answers = joined(self.locale, "said-or", quoted.collect());
        Some(self.say("said-answered", &[("answers", answers), ("number", number)]))
    }

    fn given(&self, names: &[String]) -> Option<String> {
        let before = self.form.index_of(&self.question.name)?;
        let texts = self.form.questions[..before].iter().filter(|q| q.kind == Kind::Text);
        let texts: Vec<&String> = texts.map(|question| &question.name).collect();
        if names.iter().collect::<Vec<_>>() == texts {
            return Some(self.say("said-written", &[]));
        }
        let numbers = names.iter().map(|name| Some(number(self.form, name)?.to_string()));
        let number = joined(self.locale, "said-or", numbers.collect::<Option<_>>()?);
        Some(self.say("said-given", &[("number", number)]))
    }
}
