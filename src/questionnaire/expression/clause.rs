//! What people would say of a condition: which answers open it, where that is simple enough.
//! Never the words of a language: names of questions and of answers.

use super::{Expression, Function, Node, Operator};

/// A condition that one sentence can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// This question has this answer: the name of a choice, or a number.
    Answered(String, String),
    /// Something was given to one of these questions.
    Given(Vec<String>),
    /// All of these hold; of none, the condition always does.
    All(Vec<Clause>),
    /// One of these holds; of none, the condition never does.
    Any(Vec<Clause>),
}

impl Expression {
    /// The condition as a sentence would say it; nothing where none does.
    pub fn clause(&self) -> Option<Clause> {
        clause(&self.root)
    }
}

fn clause(node: &Node) -> Option<Clause> {
    match node {
        Node::Binary(operator @ (Operator::And | Operator::Or), left, right) => {
            Some(joined(*operator, clause(left)?, clause(right)?))
        }
        Node::Binary(Operator::Equal, left, right) => match (&**left, &**right) {
            (Node::Name(name, _), answer) | (answer, Node::Name(name, _)) => {
                let answer = written(answer).filter(|answer| !answer.is_empty())?;
                Some(Clause::Answered(name.clone(), answer))
            }
            (left, right) => Some(fixed(written(left)? == written(right)?)),
        },
        Node::Binary(Operator::NotEqual, left, right) => {
            let given = match (written(left), written(right)) {
                (Some(left), Some(right)) => return Some(fixed(left != right)),
                (None, Some(nothing)) if nothing.is_empty() => left,
                (Some(nothing), None) if nothing.is_empty() => right,
                _ => return None,
            };
            let mut names = Vec::new();
            first_of(given, &mut names)?;
            Some(Clause::Given(names))
        }
        Node::Call(Function::Selected, arguments, _) => match &arguments[..] {
            [Node::Name(name, _), Node::Text(answer, _)] => {
                Some(Clause::Answered(name.clone(), answer.trim().to_owned()))
            }
            // A question that the form does not ask.
            [Node::Text(list, _), Node::Text(answer, _)] => {
                Some(fixed(list.split_whitespace().any(|name| name == answer.trim())))
            }
            _ => None,
        },
        _ => None,
    }
}

/// A value that is written out.
fn written(node: &Node) -> Option<String> {
    match node {
        Node::Text(text, _) => Some(text.clone()),
        Node::Number(number, _) => Some(number.to_string()),
        _ => None,
    }
}

/// The questions of which the first answer is taken: one, or those of nested `coalesce`.
fn first_of(node: &Node, names: &mut Vec<String>) -> Option<()> {
    match node {
        Node::Name(name, _) => names.push(name.clone()),
        Node::Call(Function::Coalesce, arguments, _) => {
            for argument in arguments {
                first_of(argument, names)?;
            }
        }
        _ => return None,
    }
    Some(())
}

const fn fixed(holds: bool) -> Clause {
    if holds { Clause::All(Vec::new()) } else { Clause::Any(Vec::new()) }
}

/// Two clauses as one, what never changes anything left out.
fn joined(operator: Operator, left: Clause, right: Clause) -> Clause {
    let all = operator == Operator::And;
    let idle = fixed(all);
    let decides = fixed(!all);
    let mut clauses = Vec::new();
    for clause in [left, right] {
        if clause == decides {
            return decides;
        }
        match clause {
            idle_one if idle_one == idle => {}
            Clause::All(inside) if all => clauses.extend(inside),
            Clause::Any(inside) if !all => clauses.extend(inside),
            other => clauses.push(other),
        }
    }
    match clauses.len() {
        1 => clauses.remove(0),
        _ if all => Clause::All(clauses),
        _ => Clause::Any(clauses),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<Clause> {
        Expression::parse(text).expect(text).clause()
    }

    fn is(name: &str, answer: &str) -> Clause {
        Clause::Answered(name.into(), answer.into())
    }

    #[test]
    fn what_opens_a_condition_is_said_where_it_is_simple() {
        for (text, clause) in [
            ("${A5} = 'oui'", is("A5", "oui")),
            ("3 = ${B5}", is("B5", "3")),
            ("selected(${A3}, 'idee')", is("A3", "idee")),
            ("${T1} != ''", Clause::Given(vec!["T1".into()])),
            (
                "coalesce(${T2}, coalesce(${T1}, ${T5})) != ''",
                Clause::Given(vec!["T2".into(), "T1".into(), "T5".into()]),
            ),
            (
                "${a} = 'x' or ${a} = 'y' or ${b} = 'z'",
                Clause::Any(vec![is("a", "x"), is("a", "y"), is("b", "z")]),
            ),
            (
                "${a} = 'x' and (${b} = 'y' or ${b} = 'z')",
                Clause::All(vec![is("a", "x"), Clause::Any(vec![is("b", "y"), is("b", "z")])]),
            ),
            // The form does not ask one of the questions: what is left is said.
            ("'' = 'oui' or ${a} = 'x'", is("a", "x")),
            ("${a} = 'x' and '' != ''", Clause::Any(Vec::new())),
            ("selected('', 'x') or ${a} = 'x'", is("a", "x")),
            ("1 = 1", Clause::All(Vec::new())),
        ] {
            assert_eq!(said(text), Some(clause), "{text}");
        }
        for unsaid in [
            "${a} > 2",
            "${a} != 'x'",
            "${a} = ''",
            "not(${a} = 'x')",
            "${a} = 'x' or ${b} > 2",
            "count-selected(${a}) = 2",
            "${a}",
        ] {
            assert_eq!(said(unsaid), None, "{unsaid}");
        }
    }
}
