//! Conditions and constraints: XLSForm's expressions over the answers given before.
//! Never knows a question's kind: an answer is its text, and no answer is `''`.

mod clause;
mod parse;
mod sorts;

use std::ops::Range;

pub use clause::Clause;
use regex_lite::Regex;

/// The name that stands, in a condition, for whatever words were given to the text questions asked
/// before in the same form.
pub(super) const TEXTS: &str = "textes";

/// An expression that was read without fault.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    text: String,
    root: Node,
}

/// Why an expression cannot be read, at bytes of its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where, in bytes of the expression.
    pub span: Range<usize>,
}

/// What is wrong in an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Nothing is written.
    Empty,
    /// A character that belongs to no word of the language.
    Character(char),
    /// A text or a `${` that is never closed.
    Unclosed(char),
    /// Something else was expected here: a value, an operator, a closing parenthesis.
    Unexpected(String),
    /// A word that is neither a text, nor a question, nor a function.
    BareWord(String),
    /// Two equal signs where one is written.
    DoubleEqual,
    /// The expression ends too early.
    Ends,
    /// A function that does not exist, and the nearest that does.
    UnknownFunction(String, Option<String>),
    /// A pattern that cannot be read; what the pattern reader says of it, in English.
    Pattern(String),
    /// A pattern that is not written out between quotes.
    PatternNotWritten,
    /// A function with the wrong number of arguments: its name, and how many it takes.
    Arguments(String, usize),
    /// Nested too deeply, or too long.
    TooDeep,
}

/// A part of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// Words between quotes.
    Text(String, Range<usize>),
    /// A number.
    Number(f64, Range<usize>),
    /// `.`: the answer to the question itself.
    Current(Range<usize>),
    /// `${name}`: the answer to another.
    Name(String, Range<usize>),
    /// `-`.
    Negate(Box<Node>),
    /// Two parts and the sign between them.
    Binary(Operator, Box<Node>, Box<Node>),
    /// A function, its arguments, and where its name is written.
    Call(Function, Vec<Node>, Range<usize>),
}

/// A sign between two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

impl Operator {
    /// How tightly the operator binds; XPath's order.
    const fn strength(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Equal | Self::NotEqual => 3,
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => 4,
            Self::Add | Self::Subtract => 5,
            Self::Multiply | Self::Divide | Self::Modulo => 6,
        }
    }
}

/// A function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Function {
    Not,
    Selected,
    CountSelected,
    If,
    Coalesce,
    StringLength,
    Round,
    Int,
    Number,
    Regex,
}

impl Function {
    fn name(self) -> &'static str {
        FUNCTIONS.iter().find(|(_, function, _)| *function == self).map_or("", |(name, ..)| name)
    }
}

/// The functions by name, with the number of arguments each takes.
const FUNCTIONS: [(&str, Function, usize); 10] = [
    ("not", Function::Not, 1),
    ("selected", Function::Selected, 2),
    ("count-selected", Function::CountSelected, 1),
    ("if", Function::If, 3),
    ("coalesce", Function::Coalesce, 2),
    ("string-length", Function::StringLength, 1),
    ("round", Function::Round, 1),
    ("int", Function::Int, 1),
    ("number", Function::Number, 1),
    ("regex", Function::Regex, 2),
];

/// XPath's three kinds of values.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    Number(f64),
    Boolean(bool),
}

impl Value {
    fn truth(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Number(number) => *number != 0.0 && !number.is_nan(),
            Self::Boolean(boolean) => *boolean,
        }
    }

    fn number(&self) -> f64 {
        match self {
            Self::Text(text) => text.trim().parse().unwrap_or(f64::NAN),
            Self::Number(number) => *number,
            Self::Boolean(boolean) => f64::from(u8::from(*boolean)),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Boolean(boolean) => boolean.to_string(),
        }
    }

    /// XPath 1.0, 3.4: a boolean on either side compares as booleans, then numbers, then texts.
    fn equals(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Boolean(_), _) | (_, Self::Boolean(_)) => self.truth() == other.truth(),
            // Equal by IEEE 754, as XPath says; NaN equals nothing.
            (Self::Number(_), _) | (_, Self::Number(_)) => {
                self.number().partial_cmp(&other.number()) == Some(std::cmp::Ordering::Equal)
            }
            (Self::Text(a), Self::Text(b)) => a == b,
        }
    }
}

impl Expression {
    /// Reads an expression; typographic quotes are read as straight ones, as XLSForm does.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        parse::parse(text).map(|root| Self { text: text.to_owned(), root })
    }

    /// The expression as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The questions named, each with the bytes where it is.
    pub fn names(&self) -> Vec<(&str, Range<usize>)> {
        let mut names = Vec::new();
        self.root.names(&mut names);
        names
    }

    /// The expression with something else in the place of the questions for which there is
    /// something: `''` where one is not asked, so that it holds the same without knowing of it.
    #[must_use]
    pub fn replaced(&self, with: impl Fn(&str) -> Option<String>) -> Self {
        let mut text = self.text.clone();
        for (name, span) in self.names().into_iter().rev() {
            if let Some(other) = with(name) {
                text.replace_range(span, &other);
            }
        }
        Self::parse(&text).unwrap_or_else(|_| self.clone())
    }

    /// Is the expression true, given the text of each answer and of the current one?
    pub fn holds(&self, current: &str, answer: &dyn Fn(&str) -> String) -> bool {
        let known = |name: &str| Some(answer(name));
        self.root.truth(Some(current), &known).unwrap_or(false)
    }

    /// The whole expression as a tree.
    pub(super) fn root(&self) -> &Node {
        &self.root
    }
}

impl Node {
    /// The texts, numbers and questions in it.
    pub(super) fn leaves<'a>(&'a self, leaves: &mut Vec<&'a Self>) {
        match self {
            Self::Text(..) | Self::Number(..) | Self::Current(_) | Self::Name(..) => {
                leaves.push(self);
            }
            Self::Negate(node) => node.leaves(leaves),
            Self::Binary(_, left, right) => {
                left.leaves(leaves);
                right.leaves(leaves);
            }
            Self::Call(_, arguments, _) => arguments.iter().for_each(|node| node.leaves(leaves)),
        }
    }

    /// The questions named, each with the bytes where it is.
    pub(super) fn names<'a>(&'a self, names: &mut Vec<(&'a str, Range<usize>)>) {
        let mut leaves = Vec::new();
        self.leaves(&mut leaves);
        names.extend(leaves.into_iter().filter_map(|leaf| match leaf {
            Self::Name(name, span) => Some((name.as_str(), span.clone())),
            _ => None,
        }));
    }

    /// The bytes of the expression that it stands at; of a call, the name of the function.
    pub(super) fn span(&self) -> Range<usize> {
        match self {
            Self::Text(_, span)
            | Self::Number(_, span)
            | Self::Current(span)
            | Self::Name(_, span)
            | Self::Call(_, _, span) => span.clone(),
            Self::Negate(node) => node.span(),
            Self::Binary(_, left, right) => left.span().start..right.span().end,
        }
    }

    /// Is this part true? Nothing where that depends on an answer that is not known.
    pub(super) fn truth(
        &self,
        current: Option<&str>,
        answer: &dyn Fn(&str) -> Option<String>,
    ) -> Option<bool> {
        self.value(current, answer).map(|value| value.truth())
    }

    fn value(
        &self,
        current: Option<&str>,
        answer: &dyn Fn(&str) -> Option<String>,
    ) -> Option<Value> {
        Some(match self {
            Self::Text(text, _) => Value::Text(text.clone()),
            Self::Number(number, _) => Value::Number(*number),
            Self::Current(_) => Value::Text(current?.to_owned()),
            Self::Name(name, _) => Value::Text(answer(name)?),
            Self::Negate(node) => Value::Number(-node.value(current, answer)?.number()),
            Self::Binary(operator @ (Operator::Or | Operator::And), left, right) => {
                let sides = (left.truth(current, answer), right.truth(current, answer));
                let decides = *operator == Operator::Or;
                match sides {
                    (Some(side), _) | (_, Some(side)) if side == decides => Value::Boolean(decides),
                    (Some(_), Some(_)) => Value::Boolean(!decides),
                    _ => return None,
                }
            }
            Self::Binary(operator, left, right) => {
                let left = left.value(current, answer)?;
                let right = right.value(current, answer)?;
                binary(*operator, &left, &right)
            }
            Self::Call(function, arguments, _) => {
                let value = |index: usize| arguments[index].value(current, answer);
                match function {
                    Function::Not => Value::Boolean(!value(0)?.truth()),
                    Function::Selected => {
                        let wanted = value(1)?.text();
                        let list = value(0)?.text();
                        Value::Boolean(list.split_whitespace().any(|name| name == wanted.trim()))
                    }
                    Function::CountSelected => {
                        let count = value(0)?.text().split_whitespace().count();
                        Value::Number(u32::try_from(count).map_or(f64::NAN, f64::from))
                    }
                    Function::If => value(if value(0)?.truth() { 1 } else { 2 })?,
                    Function::Coalesce => {
                        let first = value(0)?;
                        if first.text().is_empty() { value(1)? } else { first }
                    }
                    Function::StringLength => {
                        let length = value(0)?.text().chars().count();
                        Value::Number(u32::try_from(length).map_or(f64::NAN, f64::from))
                    }
                    // XPath rounds halves up, towards positive infinity.
                    Function::Round => Value::Number((value(0)?.number() + 0.5).floor()),
                    Function::Int => Value::Number(value(0)?.number().trunc()),
                    Function::Number => Value::Number(value(0)?.number()),
                    Function::Regex => {
                        let pattern = whole(&value(1)?.text());
                        let text = value(0)?.text();
                        Value::Boolean(pattern.is_ok_and(|it| it.is_match(&text)))
                    }
                }
            }
        })
    }
}

/// A sign between two values, `and` and `or` apart.
fn binary(operator: Operator, left: &Value, right: &Value) -> Value {
    let (a, b) = (left.number(), right.number());
    match operator {
        Operator::Or => Value::Boolean(left.truth() || right.truth()),
        Operator::And => Value::Boolean(left.truth() && right.truth()),
        Operator::Equal => Value::Boolean(left.equals(right)),
        Operator::NotEqual => Value::Boolean(!left.equals(right)),
        Operator::Less => Value::Boolean(a < b),
        Operator::LessOrEqual => Value::Boolean(a <= b),
        Operator::Greater => Value::Boolean(a > b),
        Operator::GreaterOrEqual => Value::Boolean(a >= b),
        Operator::Add => Value::Number(a + b),
        Operator::Subtract => Value::Number(a - b),
        Operator::Multiply => Value::Number(a * b),
        Operator::Divide => Value::Number(a / b),
        Operator::Modulo => Value::Number(a % b),
    }
}

/// A pattern that matches a whole text, as XLSForm's `regex` does, and never a part of it.
fn whole(pattern: &str) -> Result<Regex, regex_lite::Error> {
    // Read alone first: a parenthesis too many must not close ours.
    Regex::new(pattern)?;
    Regex::new(&format!("^(?:{pattern})$"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str) -> bool {
        let answer = |name: &str| match name {
            "age" => "17".to_owned(),
            "actes" => "avis idee".to_owned(),
            _ => String::new(),
        };
        Expression::parse(text).expect(text).holds("42", &answer)
    }

    /// The rules of XPath 1.0 and of the ODK XForms specification.
    #[test]
    fn values_compare_as_xpath_says() {
        for truth in [
            "${age} < 18",
            "${age} = '17'",
            "${age} + 1 = 18",
            "${vide} = ''",
            "not(${vide} > 17)",
            "not(${vide} + 1 = 1)",
            ". >= 0 and . <= 120",
            "selected(${actes}, 'idee')",
            "not(selected(${actes}, 'id'))",
            "count-selected(${actes}) = 2",
            "round(2.5) = 3",
            "round(-2.5) = -2",
            "int(-2.7) = -2",
            "7 mod 2 = 1 and 7 div 2 = 3.5",
            "1 + 2 * 3 = 7",
            "10 - 3 - 2 = 5",
            "if(${age} > 17, 'a', 'b') = 'b'",
            "coalesce(${vide}, 'x') = 'x'",
            "string-length('été') = 3",
            ".5 + 0.5 = 1",
            "${age} = “17” or ’a’ = 'b'",
            "regex(${age}, '[0-9]{2}') and not(regex(${age}, '[0-9]'))",
            "regex('02 98 00', '[0-9 ]+') and not(regex('a1', '1|a'))",
            "regex(${vide}, '')",
        ] {
            assert!(holds(truth), "{truth}");
        }
        let long = vec!["(1 = 1)"; 80].join(" and ");
        assert!(holds(&long), "long is not deep");
        for falsehood in ["${age} > 17", "${vide}", "'' > 17", "1 = 2 or 2 = 3"] {
            assert!(!holds(falsehood), "{falsehood}");
        }
    }

    #[test]
    fn a_question_that_is_not_asked_is_no_answer() {
        let expression = Expression::parse("${a} != '' or ${bé} = 1 and ${a} = ''").expect("read");
        let none = |name: &str| (name != "a").then(|| "''".to_owned());
        assert_eq!(expression.replaced(none).text(), "${a} != '' or '' = 1 and ${a} = ''");
        assert_eq!(expression.replaced(|_| None), expression);
    }

    #[test]
    fn each_fault_is_told_with_its_place() {
        let fault = |text: &str| {
            let fault = Expression::parse(text).expect_err(text);
            (fault.kind, fault.span)
        };
        assert_eq!(fault("  "), (FaultKind::Empty, 0..2));
        assert_eq!(fault("1 = #"), (FaultKind::Character('#'), 4..5));
        assert_eq!(fault("1 = 'a"), (FaultKind::Unclosed('\''), 4..6));
        assert_eq!(fault("${a = 1"), (FaultKind::Unclosed('$'), 0..7));
        assert_eq!(fault("1 ="), (FaultKind::Ends, 3..3));
        assert_eq!(fault("1 2"), (FaultKind::Unexpected("2".into()), 2..3));
        assert_eq!(
            fault("selectd(1, 2)"),
            (FaultKind::UnknownFunction("selectd".into(), Some("selected".into())), 0..7)
        );
        assert_eq!(fault("${a} = non"), (FaultKind::BareWord("non".into()), 7..10));
        assert_eq!(fault("1 == 2"), (FaultKind::DoubleEqual, 2..4));
        assert!(
            matches!(fault("regex(., 'a(')"), (FaultKind::Pattern(_), span) if span == (9..13))
        );
        assert!(matches!(fault("regex(., '(?=a)')").0, FaultKind::Pattern(_)), "look-around");
        assert_eq!(fault("regex(., ${a})"), (FaultKind::PatternNotWritten, 9..13));
        assert_eq!(fault(&"1+".repeat(100_000)).0, FaultKind::TooDeep);
        assert_eq!(fault("if(1, 2)"), (FaultKind::Arguments("if".into(), 3), 0..2));
        let deep = "(".repeat(10_000);
        assert_eq!(fault(&deep).0, FaultKind::TooDeep);
    }
}
