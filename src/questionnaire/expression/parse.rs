//! From the text of an expression to its tree, by precedence climbing.
//! Never stops a stack: nesting is bounded.

use std::ops::Range;

use super::super::problem::nearest;
use super::{FUNCTIONS, Fault, FaultKind, Function, Node, Operator, whole};

/// Deepest nesting accepted: far beyond any real condition, far below the stack.
const DEEPEST: usize = 50;

/// Most words and signs accepted: a chain of operators is as deep as it is long.
const LONGEST: usize = 500;

/// Reads a whole expression.
pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Err(Fault { kind: FaultKind::Empty, span: 0..text.len() });
    }
    if let Some((_, span)) = tokens.get(LONGEST) {
        return Err(Fault { kind: FaultKind::TooDeep, span: span.clone() });
    }
    let mut parser = Parser { text, tokens: &tokens, at: 0, depth: 0 };
    let root = parser.expression(0)?;
    match parser.peek() {
        None => Ok(root),
        Some(_) => Err(parser.unexpected()),
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
            '=' if rest.next_if(|(_, next)| *next == '=').is_some() => {
                return Err(Fault { kind: FaultKind::DoubleEqual, span: start..start + 2 });
            }
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
    text: &'a str,
    tokens: &'a [Spanned],
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn span(&self) -> Range<usize> {
        self.tokens.get(self.at).map_or(self.text.len()..self.text.len(), |(_, span)| span.clone())
    }

    fn unexpected(&self) -> Fault {
        let span = self.span();
        let kind = match self.peek() {
            None => FaultKind::Ends,
            Some(_) => FaultKind::Unexpected(self.text[span.clone()].to_owned()),
        };
        Fault { kind, span }
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
            Some(Token::Text(text)) => Node::Text(text.clone(), span),
            Some(Token::Number(number)) => Node::Number(*number, span),
            Some(Token::Current) => Node::Current(span),
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
        if !matches!(self.tokens.get(self.at + 1), Some((Token::Open, _))) {
            return Err(Fault { kind: FaultKind::BareWord(word.to_owned()), span });
        }
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
        if arguments.len() != *wanted {
            return Err(Fault { kind: FaultKind::Arguments(word.to_owned(), *wanted), span });
        }
        // A pattern is read now, so that a wrong one is not met by the person who answers.
        if let (Function::Regex, [_, pattern]) = (function, arguments.as_slice()) {
            let span = pattern.span();
            let Node::Text(written, _) = pattern else {
                return Err(Fault { kind: FaultKind::PatternNotWritten, span });
            };
            if let Err(error) = whole(written) {
                return Err(Fault { kind: FaultKind::Pattern(error.to_string()), span });
            }
        }
        Ok(Node::Call(*function, arguments, span))
    }
}
