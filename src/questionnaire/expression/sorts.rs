//! What sort of value each part of a condition has, and where a condition mixes sorts that do not
//! go together.
//! Never knows a form: a question is known by its kind alone.

use std::ops::Range;

use super::super::{Choice, Facts, Kind, Rule, nearest};
use super::{Expression, Function, Node, Operator, TEXTS};

/// A rule broken, the facts of it, and the bytes of the expression that break it.
type Misuse = (Rule, Facts, Range<usize>);

/// The sort of a value.
#[derive(Clone, Copy)]
enum Sort<'a> {
    Number,
    Boolean,
    Words,
    Day,
    /// One of these; integers where the scale is ordered.
    Choice(&'a [Choice]),
    /// Some of these.
    List(&'a [Choice]),
    /// Nothing is known of it: another problem tells why.
    Unknown,
}

impl Expression {
    /// Where the expression breaks a rule. `current` is the kind of its own question, where its
    /// answer is there already.
    pub fn misuses<'a>(
        &self,
        current: Option<&'a Kind>,
        kind_of: &'a dyn Fn(&str) -> Option<&'a Kind>,
    ) -> Vec<Misuse> {
        let mut sorter = Sorter { text: &self.text, current, kind_of, misuses: Vec::new() };
        sorter.sort(&self.root);
        sorter.misuses
    }
}

struct Sorter<'a, 'e> {
    text: &'e str,
    current: Option<&'a Kind>,
    kind_of: &'a dyn Fn(&str) -> Option<&'a Kind>,
    misuses: Vec<Misuse>,
}

impl<'a> Sorter<'a, '_> {
    fn report(&mut self, rule: Rule, facts: Facts, node: &Node) {
        self.misuses.push((rule, facts, node.span()));
    }

    /// The words of the expression for a part of it, as they are written.
    fn written(&self, node: &Node) -> String {
        self.text[node.span()].to_owned()
    }

    fn sort(&mut self, node: &Node) -> Sort<'a> {
        match node {
            Node::Text(..) => Sort::Words,
            Node::Number(..) => Sort::Number,
            Node::Current(_) => match self.current {
                Some(kind) => self.of_kind(kind, node),
                None => {
                    self.report(Rule::NoCurrentAnswer, Vec::new(), node);
                    Sort::Unknown
                }
            },
            Node::Name(name, _) if name == TEXTS => Sort::Words,
            Node::Name(name, _) => match (self.kind_of)(name) {
                Some(kind) => self.of_kind(kind, node),
                None => Sort::Unknown,
            },
            Node::Negate(inside) => {
                self.counted(inside, Rule::ArithmeticOnWords);
                Sort::Number
            }
            Node::Binary(operator, left, right) => self.binary(*operator, left, right),
            Node::Call(function, arguments, _) => self.call(*function, arguments),
        }
    }

    fn of_kind(&mut self, kind: &'a Kind, node: &Node) -> Sort<'a> {
        match kind {
            Kind::One(choices) => Sort::Choice(choices),
            Kind::Multiple(choices) => Sort::List(choices),
            Kind::Integer => Sort::Number,
            Kind::Text => Sort::Words,
            Kind::Date => Sort::Day,
            Kind::Note | Kind::Counts(_) => {
                let facts = vec![("text", self.written(node).into())];
                self.report(Rule::HasNoAnswer, facts, node);
                Sort::Unknown
            }
        }
    }

    fn binary(&mut self, operator: Operator, left: &Node, right: &Node) -> Sort<'a> {
        match operator {
            Operator::Or | Operator::And => {
                self.sort(left);
                self.sort(right);
                Sort::Boolean
            }
            Operator::Equal | Operator::NotEqual => {
                let sorts = (self.sort(left), self.sort(right));
                self.equal(sorts.0, left, right);
                self.equal(sorts.1, right, left);
                Sort::Boolean
            }
            Operator::Less
            | Operator::LessOrEqual
            | Operator::Greater
            | Operator::GreaterOrEqual => {
                self.both_counted(left, right, Rule::OrderOfWords);
                Sort::Boolean
            }
            Operator::Add
            | Operator::Subtract
            | Operator::Multiply
            | Operator::Divide
            | Operator::Modulo => {
                self.both_counted(left, right, Rule::ArithmeticOnWords);
                Sort::Number
            }
        }
    }

    /// Two sides that must be numbers; where neither is, that is one mistake.
    fn both_counted(&mut self, left: &Node, right: &Node, rule: Rule) {
        let before = self.misuses.len();
        self.counted(left, rule);
        let misuses = self.misuses.len();
        self.counted(right, rule);
        if misuses > before && self.misuses.len() == misuses + 1 {
            self.misuses.truncate(misuses);
        }
    }

    /// What is compared with `other`: a list can only be empty or not, a choice only one of its own.
    fn equal(&mut self, sort: Sort<'a>, node: &Node, other: &Node) {
        match sort {
            Sort::List(_) if !matches!(other, Node::Text(text, _) if text.is_empty()) => {
                let facts = vec![("text", self.written(node).into())];
                self.report(Rule::EqualsMultiple, facts, node);
            }
            Sort::Choice(choices) => self.choice(choices, node, other),
            _ => {}
        }
    }

    /// Is what is written after a question one of its choices?
    fn choice(&mut self, choices: &[Choice], node: &Node, written: &Node) {
        let name = match written {
            Node::Text(text, _) if text.is_empty() => return,
            Node::Text(text, _) => text.trim().to_owned(),
            Node::Number(number, _) => number.to_string(),
            _ => return,
        };
        if choices.iter().all(|choice| choice.name != name) {
            let names: Vec<&str> = choices.iter().map(|choice| choice.name.as_str()).collect();
            let near = nearest(&name, names.iter().copied());
            let mut facts: Facts = vec![
                ("name", name.into()),
                ("text", self.written(node).into()),
                ("choices", names.join(", ").into()),
            ];
            facts.extend(near.map(|near| ("nearest", near.into())));
            self.report(Rule::NoSuchChoice, facts, written);
        }
    }

    /// A part that must be a number: ordered scales are.
    fn counted(&mut self, node: &Node, rule: Rule) {
        let fits = match (self.sort(node), node) {
            (Sort::Number | Sort::Boolean | Sort::Unknown, _) => true,
            (Sort::Choice(choices), _) => {
                choices.iter().all(|choice| choice.name.parse::<u8>().is_ok())
            }
            (Sort::Words, Node::Text(text, _)) => text.trim().parse::<f64>().is_ok(),
            (Sort::Words | Sort::Day | Sort::List(_), _) => false,
        };
        if !fits {
            let facts = vec![("text", self.written(node).into())];
            self.report(rule, facts, node);
        }
    }

    fn call(&mut self, function: Function, arguments: &[Node]) -> Sort<'a> {
        let sorts: Vec<Sort<'a>> = arguments.iter().map(|node| self.sort(node)).collect();
        match function {
            Function::Not | Function::Regex => Sort::Boolean,
            Function::Selected => {
                match sorts[0] {
                    Sort::Choice(choices) | Sort::List(choices) => {
                        self.choice(choices, &arguments[0], &arguments[1]);
                    }
                    Sort::Unknown => {}
                    _ => self.wants_choices(function, &arguments[0]),
                }
                Sort::Boolean
            }
            Function::CountSelected => {
                if !matches!(sorts[0], Sort::List(_) | Sort::Unknown) {
                    self.wants_choices(function, &arguments[0]);
                }
                Sort::Number
            }
            Function::If => joined(sorts[1], sorts[2]),
            Function::Coalesce => joined(sorts[0], sorts[1]),
            Function::Round | Function::Int => {
                self.counted(&arguments[0], Rule::ArithmeticOnWords);
                Sort::Number
            }
            Function::StringLength | Function::Number => Sort::Number,
        }
    }

    fn wants_choices(&mut self, function: Function, node: &Node) {
        let facts = vec![("name", function.name().into()), ("text", self.written(node).into())];
        self.report(Rule::WantsChoices, facts, node);
    }
}

/// The sort of a value that is one of two.
fn joined<'a>(one: Sort<'a>, other: Sort<'a>) -> Sort<'a> {
    match (one, other) {
        (Sort::Number, Sort::Number) => Sort::Number,
        (Sort::Boolean, Sort::Boolean) => Sort::Boolean,
        (Sort::Words, Sort::Words) => Sort::Words,
        _ => Sort::Unknown,
    }
}
