//! Conditions and constraints: XLSForm's expressions over the answers given before.
//! Never knows a question's kind: an answer is its text, and no answer is `''`.

use std::ops::Range;

use super::problem::nearest;

/// Deepest nesting accepted: far beyond any real condition, far below the stack.
const DEEPEST: usize = 50;

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
    /// The expression ends too early.
    Ends,
    /// A function that does not exist, and the nearest that does.
    UnknownFunction(String, Option<String>),
    /// A function with the wrong number of arguments: its name, and how many it takes.
    Arguments(String, usize),
    /// Nested too deeply.
    TooDeep,
}

#[derive(Clone, Debug, PartialEq)]
enum Node {
    Text(String),
    Number(f64),
    Current,
    Name(String, Range<usize>),
    Negate(Box<Node>),
    Binary(Operator, Box<Node>, Box<Node>),
    Call(Function, Vec<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Operator {
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

#[derive(Clone, Copy, Debug, PartialEq)]
enum Function {
    Not,
    Selected,
    CountSelected,
    If,
    Coalesce,
    StringLength,
    Round,
    Int,
    Number,
}

/// The functions by name, with the number of arguments each takes.
const FUNCTIONS: [(&str, Function, usize); 9] = [
    ("not", Function::Not, 1),
    ("selected", Function::Selected, 2),
    ("count-selected", Function::CountSelected, 1),
    ("if", Function::If, 3),
    ("coalesce", Function::Coalesce, 2),
    ("string-length", Function::StringLength, 1),
    ("round", Function::Round, 1),
    ("int", Function::Int, 1),
    ("number", Function::Number, 1),
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
        let tokens = tokens(text)?;
        let mut parser = Parser { tokens: &tokens, at: 0, end: text.len(), depth: 0 };
        if tokens.is_empty() {
            return Err(Fault { kind: FaultKind::Empty, span: 0..text.len() });
        }
        let root = parser.expression(0)?;
        match parser.peek() {
            None => Ok(Self { text: text.to_owned(), root }),
            Some(_) => Err(parser.unexpected()),
        }
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

    /// Is the expression true, given the text of each answer and of the current one?
    pub fn holds(&self, current: &str, answer: &dyn Fn(&str) -> String) -> bool {
        self.root.value(current, answer).truth()
    }
}

impl Node {
    fn names<'a>(&'a self, names: &mut Vec<(&'a str, Range<usize>)>) {
        match self {
            Self::Text(_) | Self::Number(_) | Self::Current => {}
            Self::Name(name, span) => names.push((name, span.clone())),
            Self::Negate(node) => node.names(names),
            Self::Binary(_, left, right) => {
                left.names(names);
                right.names(names);
            }
            Self::Call(_, arguments) => arguments.iter().for_each(|node| node.names(names)),
        }
    }

    fn value(&self, current: &str, answer: &dyn Fn(&str) -> String) -> Value {
        match self {
            Self::Text(text) => Value::Text(text.clone()),
            Self::Number(number) => Value::Number(*number),
            Self::Current => Value::Text(current.to_owned()),
            Self::Name(name, _) => Value::Text(answer(name)),
            Self::Negate(node) => Value::Number(-node.value(current, answer).number()),
            Self::Binary(operator, left, right) => {
                let left = left.value(current, answer);
                let right = || right.value(current, answer);
                match operator {
                    Operator::Or => Value::Boolean(left.truth() || right().truth()),
                    Operator::And => Value::Boolean(left.truth() && right().truth()),
                    Operator::Equal => Value::Boolean(left.equals(&right())),
                    Operator::NotEqual => Value::Boolean(!left.equals(&right())),
                    Operator::Less => Value::Boolean(left.number() < right().number()),
                    Operator::LessOrEqual => Value::Boolean(left.number() <= right().number()),
                    Operator::Greater => Value::Boolean(left.number() > right().number()),
                    Operator::GreaterOrEqual => Value::Boolean(left.number() >= right().number()),
                    Operator::Add => Value::Number(left.number() + right().number()),
                    Operator::Subtract => Value::Number(left.number() - right().number()),
                    Operator::Multiply => Value::Number(left.number() * right().number()),
                    Operator::Divide => Value::Number(left.number() / right().number()),
                    Operator::Modulo => Value::Number(left.number() % right().number()),
                }
            }
            Self::Call(function, arguments) => {
                let value = |index: usize| arguments[index].value(current, answer);
                match function {
                    Function::Not => Value::Boolean(!value(0).truth()),
                    Function::Selected => {
                        let wanted = value(1).text();
                        let list = value(0).text();
                        Value::Boolean(list.split_whitespace().any(|name| name == wanted.trim()))
                    }
                    Function::CountSelected => {
                        let count = value(0).text().split_whitespace().count();
                        Value::Number(u32::try_from(count).map_or(f64::NAN, f64::from))
                    }
                    Function::If => value(if value(0).truth() { 1 } else { 2 }),
                    Function::Coalesce => {
                        let first = value(0);
                        if first.text().is_empty() { value(1) } else { first }
                    }
                    Function::StringLength => {
                        let length = value(0).text().chars().count();
                        Value::Number(u32::try_from(length).map_or(f64::NAN, f64::from))
                    }
                    // XPath rounds halves up, towards positive infinity.
                    Function::Round => Value::Number((value(0).number() + 0.5).floor()),
                    Function::Int => Value::Number(value(0).number().trunc()),
                    Function::Number => Value::Number(value(0).number()),
                }
            }
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Text(String),
    Number(f64),
    Current,
    Name(String),
    Word(String),
    Operator(Operator),
    Minus,
    Star,
    Open,
    Close,
    Comma,
}

type Spanned = (Token, Range<usize>);

fn tokens(text: &str) -> Result<Vec<Spanned>, Fault> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, character)) = rest.next() {
        let token = match character {
            _ if character.is_whitespace() => continue,
            '(' => Token::Open,
            ')' => Token::Close,
            ',' => Token::Comma,
            '+' => Token::Operator(Operator::Add),
            '-' => Token::Minus,
            '*' => Token::Star,
            '=' => Token::Operator(Operator::Equal),
            '!' if rest.next_if(|(_, next)| *next == '=').is_some() => {
                Token::Operator(Operator::NotEqual)
            }
            '<' if rest.next_if(|(_, next)| *next == '=').is_some() => {
                Token::Operator(Operator::LessOrEqual)
            }
            '>' if rest.next_if(|(_, next)| *next == '=').is_some() => {
                Token::Operator(Operator::GreaterOrEqual)
            }
            '<' => Token::Operator(Operator::Less),
            '>' => Token::Operator(Operator::Greater),
            '\'' | '‘' | '’' | '"' | '“' | '”' => {
                let single = matches!(character, '\'' | '‘' | '’');
                let closes = |next: char| {
                    if single {
                        matches!(next, '\'' | '‘' | '’')
                    } else {
                        matches!(next, '"' | '“' | '”')
                    }
                };
                let mut inside = String::new();
                loop {
                    match rest.next() {
                        Some((_, next)) if closes(next) => break Token::Text(inside),
                        Some((_, next)) => inside.push(next),
                        None => {
                            let kind = FaultKind::Unclosed(character);
                            return Err(Fault { kind, span: start..text.len() });
                        }
                    }
                }
            }
            '$' if rest.next_if(|(_, next)| *next == '{').is_some() => {
                let mut name = String::new();
                loop {
                    match rest.next() {
                        Some((_, '}')) => break Token::Name(name.trim().to_owned()),
                        Some((_, next)) => name.push(next),
                        None => {
                            let kind = FaultKind::Unclosed('$');
                            return Err(Fault { kind, span: start..text.len() });
                        }
                    }
                }
            }
            '.' if rest.peek().is_none_or(|(_, next)| !next.is_ascii_digit()) => Token::Current,
            '0'..='9' | '.' => {
                while rest.next_if(|(_, next)| next.is_ascii_digit() || *next == '.').is_some() {}
                let end = rest.peek().map_or(text.len(), |(at, _)| *at);
                match text[start..end].parse() {
                    Ok(number) => Token::Number(number),
                    Err(_) => {
                        let kind = FaultKind::Unexpected(text[start..end].to_owned());
                        return Err(Fault { kind, span: start..end });
                    }
                }
            }
            _ if character.is_alphabetic() => {
                let belongs = |next: char| next.is_alphanumeric() || matches!(next, '-' | '_');
                while rest.next_if(|(_, next)| belongs(*next)).is_some() {}
                let end = rest.peek().map_or(text.len(), |(at, _)| *at);
                match &text[start..end] {
                    "or" => Token::Operator(Operator::Or),
                    "and" => Token::Operator(Operator::And),
                    "div" => Token::Operator(Operator::Divide),
                    "mod" => Token::Operator(Operator::Modulo),
                    word => Token::Word(word.to_owned()),
                }
            }
            other => {
                let span = start..start + other.len_utf8();
                return Err(Fault { kind: FaultKind::Character(other), span });
            }
        };
        let end = rest.peek().map_or(text.len(), |(at, _)| *at);
        tokens.push((token, start..end));
    }
    Ok(tokens)
}

/// Precedence climbing over the tokens.
struct Parser<'a> {
    tokens: &'a [Spanned],
    at: usize,
    end: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn span(&self) -> Range<usize> {
        self.tokens.get(self.at).map_or(self.end..self.end, |(_, span)| span.clone())
    }

    fn unexpected(&self) -> Fault {
        let kind = match self.peek() {
            None => FaultKind::Ends,
            Some(token) => FaultKind::Unexpected(match token {
                Token::Text(text) | Token::Word(text) => text.clone(),
                Token::Name(name) => format!("${{{name}}}"),
                Token::Number(number) => number.to_string(),
                Token::Open => "(".into(),
                Token::Close => ")".into(),
                Token::Comma => ",".into(),
                Token::Current => ".".into(),
                Token::Minus => "-".into(),
                Token::Star => "*".into(),
                Token::Operator(operator) => match operator {
                    Operator::Or => "or".into(),
                    Operator::And => "and".into(),
                    Operator::Divide => "div".into(),
                    Operator::Modulo => "mod".into(),
                    Operator::Equal => "=".into(),
                    Operator::NotEqual => "!=".into(),
                    Operator::Less => "<".into(),
                    Operator::LessOrEqual => "<=".into(),
                    Operator::Greater => ">".into(),
                    Operator::GreaterOrEqual => ">=".into(),
                    Operator::Add => "+".into(),
                    Operator::Subtract => "-".into(),
                    Operator::Multiply => "*".into(),
                },
            }),
        };
        Fault { kind, span: self.span() }
    }

    fn take(&mut self, wanted: &Token) -> Result<(), Fault> {
        if self.peek() == Some(wanted) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    fn operator(&self) -> Option<Operator> {
        match self.peek()? {
            Token::Operator(operator) => Some(*operator),
            Token::Minus => Some(Operator::Subtract),
            Token::Star => Some(Operator::Multiply),
            _ => None,
        }
    }

    fn expression(&mut self, weakest: u8) -> Result<Node, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault { kind: FaultKind::TooDeep, span: self.span() });
        }
        let mut left = self.operand()?;
        while let Some(operator) = self.operator() {
            if operator.strength() <= weakest {
                break;
            }
            self.at += 1;
            let right = self.expression(operator.strength())?;
            left = Node::Binary(operator, Box::new(left), Box::new(right));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operand(&mut self) -> Result<Node, Fault> {
        let span = self.span();
        let node = match self.peek() {
            Some(Token::Text(text)) => Node::Text(text.clone()),
            Some(Token::Number(number)) => Node::Number(*number),
            Some(Token::Current) => Node::Current,
            Some(Token::Name(name)) => Node::Name(name.clone(), span),
            Some(Token::Minus) => {
                self.at += 1;
                // Tighter than any operator between two values.
                return Ok(Node::Negate(Box::new(self.expression(6)?)));
            }
            Some(Token::Open) => {
                self.at += 1;
                let inside = self.expression(0)?;
                self.take(&Token::Close)?;
                return Ok(inside);
            }
            Some(Token::Word(word)) => {
                let word = word.clone();
                return self.call(&word, span);
            }
            _ => return Err(self.unexpected()),
        };
        self.at += 1;
        Ok(node)
    }

    fn call(&mut self, word: &str, span: Range<usize>) -> Result<Node, Fault> {
        let Some((_, function, wanted)) = FUNCTIONS.iter().find(|(name, ..)| *name == word) else {
            let near = nearest(word, FUNCTIONS.iter().map(|(name, ..)| *name));
            return Err(Fault { kind: FaultKind::UnknownFunction(word.to_owned(), near), span });
        };
        self.at += 1;
        self.take(&Token::Open)?;
        let mut arguments = Vec::new();
        while self.peek() != Some(&Token::Close) {
            arguments.push(self.expression(0)?);
            if self.peek() != Some(&Token::Comma) {
                break;
            }
            self.at += 1;
        }
        self.take(&Token::Close)?;
        if arguments.len() == *wanted {
            Ok(Node::Call(*function, arguments))
        } else {
            Err(Fault { kind: FaultKind::Arguments(word.to_owned(), *wanted), span })
        }
    }
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
            "${age} = “17” or ’a’ = 'b'",
        ] {
            assert!(holds(truth), "{truth}");
        }
        for falsehood in ["${age} > 17", "${vide}", "'' > 17", "1 = 2 or 2 = 3"] {
            assert!(!holds(falsehood), "{falsehood}");
        }
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
        assert_eq!(fault("if(1, 2)"), (FaultKind::Arguments("if".into(), 3), 0..2));
        let deep = "(".repeat(10_000);
        assert_eq!(fault(&deep).0, FaultKind::TooDeep);
    }
}
