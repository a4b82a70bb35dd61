//! The proofs of the checker held against every interview there can be: what it says is never asked
//! is asked in none of them, and what is asked in none of them it says.
//! Never takes its word for it: the interviews are led by the session itself.

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use recueil::questionnaire::{Cause, Kind, Questionnaire, Rule, check};
use recueil::session::{Place, Session};
use recueil::value::{Answer, Missing, Value};
use support::library_of;

/// A form whose answers are few: its questions, then one asked only where the condition holds.
fn form(conditions: &[String; 3]) -> String {
    let [first, second, constraint] = conditions;
    format!(
        r#"
[referentiel]
id = "essais"
titre = "Essais"
porteur = "Essais"
version = 1
lieu.fr = "ici"

[[question]]
name = "Qa"
type = "select_one ON"
label.fr = "Oui ?"

[[question]]
name = "Qb"
type = "select_one OUI4"
label.fr = "Un peu ?"
relevant = "{first}"
constraint = "{constraint}"

[[question]]
name = "Qc"
type = "select_multiple"
label.fr = "Quoi ?"
choices = [
  {{ name = "un", label.fr = "Un" }},
  {{ name = "deux", label.fr = "Deux" }},
  {{ name = "rien", exclusive = true, label.fr = "Rien de tout cela" }},
]

[[question]]
name = "Qd"
type = "select_one ON"
label.fr = "Et puis ?"
relevant = "{second}"

[[questionnaire]]
id = "essais-un"
version = 1
titre.fr = "Essais"
role = "participant"
moment = "ponctuel"
questions = ["Qa", "Qb", "Qc", "Qd"]
"#
    )
}

/// Conditions over the questions asked before; some can be true, some cannot.
fn condition(questions: &'static [&'static str]) -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(questions).prop_flat_map(|name| match name {
        "Qa" => prop::sample::select(vec!["${Qa} = 'oui'", "${Qa} != 'non'", "${Qa} = ''"]),
        "Qb" => prop::sample::select(vec![
            "${Qb} >= 3",
            "${Qb} < 2",
            "${Qb} = 2",
            "${Qb} + 1 > 4",
            "${Qb} = ''",
            "coalesce(${Qb}, 4) = 4",
        ]),
        "Qc" => prop::sample::select(vec![
            "selected(${Qc}, 'un')",
            "selected(${Qc}, 'rien')",
            "count-selected(${Qc}) = 2",
            "count-selected(${Qc}) > 2",
            "${Qc} != ''",
        ]),
        _ => prop::sample::select(vec![". > 2", ". = 1", ". != 4", "${Qa} = 'oui'", "${Qa} = ''"]),
    });
    leaf.prop_map(str::to_owned).prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} and {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} or {b})")),
            inner.prop_map(|a| format!("not({a})")),
        ]
    })
}

/// What a person can reply to a question.
fn replies(form: &Questionnaire, index: usize) -> Vec<Answer> {
    let mut replies = vec![Missing::SansReponse.into()];
    match &form.questions[index].kind {
        Kind::One(choices) => {
            replies.extend(choices.iter().map(|c| Answer::Given(Value::Choice(c.name.clone()))));
        }
        _ => {
            for names in [&["un"][..], &["deux"], &["un", "deux"], &["rien"]] {
                let names = names.iter().map(|&name| name.to_owned()).collect();
                replies.push(Value::Choices(names).into());
            }
        }
    }
    replies
}

/// What happens in all the interviews that begin so: which questions are asked, and which accept an
/// answer and not only the lack of one.
fn all(session: &Session, asked: &mut BTreeSet<usize>, accepted: &mut BTreeSet<usize>) {
    let Place::Question(index) = session.place() else { return };
    asked.insert(index);
    for reply in replies(session.form(), index) {
        let mut next = session.clone();
        if next.give(reply.clone()).is_ok() {
            if matches!(reply, Answer::Given(_)) {
                accepted.insert(index);
            }
            all(&next, asked, accepted);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_checker_says_what_every_interview_shows(
        first in condition(&["Qa"]),
        second in condition(&["Qa", "Qb", "Qc"]),
        constraint in condition(&["."]),
    ) {
        let library = library_of(&form(&[first, second, constraint]));
        prop_assert_eq!(library.problems(), []);
        let form = library.form("essais-un").expect("the form");
        let (mut asked, mut accepted) = (BTreeSet::new(), BTreeSet::new());
        all(&Session::new(Arc::clone(&form)), &mut asked, &mut accepted);
        let told = |rule: Rule, name: &str| {
            check(&library).iter().any(|found| match &found.problem.cause {
                Cause::Rule(broken, facts) => {
                    *broken == rule && facts.contains(&("question", name.into()))
                }
                _ => false,
            })
        };
        for (index, question) in form.questions.iter().enumerate() {
            let name = &question.name;
            prop_assert_eq!(told(Rule::NeverAsked, name), !asked.contains(&index), "{}", name);
            let refused = asked.contains(&index) && !accepted.contains(&index);
            prop_assert_eq!(told(Rule::NeverSatisfied, name), refused, "{}", name);
        }
    }
}
