//! Conditions as other programs write them, said with what there is here.
//! Never a condition that holds where the first did not: what cannot be said is not kept.

use std::collections::BTreeMap;

use crate::questionnaire::{Expression, FaultKind};

/// What a name of the workbook came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A question, maybe under another name.
    Question(String),
    /// A calculation: what it says stands in its place.
    Calculation(String),
    /// Nothing that is asked here.
    Left,
}

/// Why a condition is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It names what is not there at all.
    Unknown(String),
    /// It names what is not asked here.
    Left(String),
    /// It says something that cannot be said here: the words of it.
    Unsaid(String),
}

/// What is known while a condition is read.
pub(super) struct Around<'a> {
    /// Every name of the workbook.
    pub names: &'a BTreeMap<String, Named>,
    /// The choices that have another name here, by the question, as it is called here.
    pub choices: &'a BTreeMap<String, BTreeMap<String, String>>,
    /// The question whose condition it is, as it is called here.
    pub own: &'a str,
}

/// How deep calculations may name each other.
const DEEPEST: usize = 8;

/// The condition with the names and functions that there are here.
pub(super) fn said(text: &str, around: &Around<'_>) -> Result<String, Why> {
    let text = spoken(text, around, 0)?;
    match Expression::parse(&text) {
        Ok(_) => Ok(text),
        Err(fault) => Err(Why::Unsaid(match fault.kind {
            FaultKind::UnknownFunction(name, _) | FaultKind::Arguments(name, _) => {
                format!("{name}()")
            }
            FaultKind::Pattern(_) | FaultKind::PatternNotWritten => "regex()".to_owned(),
            _ => text
                .get(fault.span.clone())
                .filter(|part| !part.is_empty())
                .unwrap_or(&text)
                .to_owned(),
        })),
    }
}

fn spoken(text: &str, around: &Around<'_>, depth: usize) -> Result<String, Why> {
    if depth > DEEPEST {
        return Err(Why::Unsaid(text.to_owned()));
    }
    let mut parts = parts(text);
    // Which questions the condition is about: their choices may have other names.
    let mut questions = vec![around.own.to_owned()];
    for part in &mut parts {
        let Part::Name(name) = part else { continue };
        *part = match around.names.get(name.as_str()) {
            Some(Named::Question(name)) if name == around.own => Part::Other(".".to_owned()),
            Some(Named::Question(name)) => {
                questions.push(name.clone());
                Part::Other(format!("${{{name}}}"))
            }
            Some(Named::Calculation(says)) if !says.is_empty() => {
                Part::Other(format!("({})", spoken(says, around, depth + 1)?))
            }
            Some(Named::Calculation(_) | Named::Left) => return Err(Why::Left(name.clone())),
            None => return Err(Why::Unknown(name.clone())),
        };
    }
    let renamed = |text: &str| {
        let mut maps = questions.iter().filter_map(|question| around.choices.get(question));
        maps.find_map(|choices| choices.get(text.trim()).cloned())
    };
    let written = parts.into_iter().map(|part| match part {
        Part::Text(mark, text) => {
            let text = renamed(&text).unwrap_or(text);
            format!("{mark}{text}{mark}")
        }
        Part::Name(name) => format!("${{{name}}}"),
        Part::Other(other) => other,
    });
    Ok(written.collect())
}

/// A part of a condition.
enum Part {
    /// Words between quotation marks, which are straight from now on.
    Text(char, String),
    /// A question.
    Name(String),
    /// All else.
    Other(String),
}

/// Parts a condition; paths to a question are names too.
fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (part, length) = match first {
            '\'' | '‘' | '’' | '"' | '“' | '”' => text_part(rest, first),
            '$' if rest.starts_with("${") => match rest.find('}') {
                Some(end) => (Part::Name(rest[2..end].trim().to_owned()), end + 1),
                None => (Part::Other(rest.to_owned()), rest.len()),
            },
            '/' | '.' | 'c' if path(rest).is_some() => {
                let (name, length) = path(rest).unwrap_or_default();
                (Part::Name(name), length)
            }
            _ if first.is_alphabetic() => {
                let belongs = |c: char| c.is_alphanumeric() || "-_:".contains(c);
                let end = rest.find(|c: char| !belongs(c)).unwrap_or(rest.len());
                let called = rest[end..].trim_start();
                let closed = called.strip_prefix('(').map(str::trim_start);
                let closed = closed.and_then(|inside| inside.strip_prefix(')'));
                match (&rest[..end], closed) {
                    ("true", Some(after)) => {
                        (Part::Other("(1 = 1)".to_owned()), rest.len() - after.len())
                    }
                    ("false", Some(after)) => {
                        (Part::Other("(1 = 2)".to_owned()), rest.len() - after.len())
                    }
                    (word, _) => (Part::Other(word.to_owned()), end),
                }
            }
            other => (Part::Other(other.to_string()), other.len_utf8()),
        };
        parts.push(part);
        rest = &rest[length..];
    }
    parts
}

fn text_part(rest: &str, first: char) -> (Part, usize) {
    let marks: &[char] = if matches!(first, '\'' | '‘' | '’') {
        &['\'', '‘', '’']
    } else {
        &['"', '“', '”']
    };
    let inside = &rest[first.len_utf8()..];
    match inside.find(marks) {
        Some(end) => {
            let mark = inside[end..].chars().next().map_or(0, char::len_utf8);
            (Part::Text(marks[0], inside[..end].to_owned()), first.len_utf8() + end + mark)
        }
        None => (Part::Other(rest.to_owned()), rest.len()),
    }
}

/// The question that a path of XPath leads to, and the length of the path: `/data/a/b`, `../b`,
/// `current()/../b`.
fn path(rest: &str) -> Option<(String, usize)> {
    let steps = rest.strip_prefix("current()/").unwrap_or(rest);
    if !(steps.starts_with("../") || steps.starts_with('/') || steps.starts_with("./")) {
        return None;
    }
    let belongs = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    let end = steps.find(|c: char| !belongs(c)).unwrap_or(steps.len());
    // What has a predicate or is a function is no path to a question.
    if steps[end..].starts_with(['[', '(']) {
        return None;
    }
    let name = steps[..end].rsplit('/').next().filter(|name| !name.is_empty())?;
    Some((name.to_owned(), rest.len() - steps.len() + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_said_with_the_names_that_there_are_here() {
        let question = |name: &str| Named::Question(name.to_owned());
        let names = BTreeMap::from([
            ("house_size_m".to_owned(), question("houseSizeM")),
            ("own".to_owned(), question("own")),
            ("pets".to_owned(), question("pets")),
            ("adult".to_owned(), Named::Calculation("${house_size_m} > 17".to_owned())),
            ("photo".to_owned(), Named::Left),
        ]);
        let choices = BTreeMap::from([(
            "pets".to_owned(),
            BTreeMap::from([("Dog".to_owned(), "dog".to_owned())]),
        )]);
        let around = Around { names: &names, choices: &choices, own: "own" };
        for (written, wanted) in [
            ("${house_size_m} = ’x’", "${houseSizeM} = 'x'"),
            ("selected(${pets}, “Dog”)", "selected(${pets}, \"dog\")"),
            ("${own} > 3 and . < 9", ". > 3 and . < 9"),
            ("${adult} and true()", "(${houseSizeM} > 17) and (1 = 1)"),
            ("../pets = 'Dog' or /data/group/pets = ''", "${pets} = 'dog' or ${pets} = ''"),
            ("current()/../pets != ''", "${pets} != ''"),
            ("${pets} = \"l'été\"", "${pets} = \"l'été\""),
        ] {
            assert_eq!(said(written, &around).as_deref(), Ok(wanted), "{written}");
        }
        for (written, why) in [
            ("${nobody} = 1", Why::Unknown("nobody".into())),
            ("${photo} != ''", Why::Left("photo".into())),
            ("today() > ${own}", Why::Unsaid("today()".into())),
            ("jr:choice-name(${pets}, '${pets}') = 'x'", Why::Unsaid(":".into())),
            ("instance('a')/root/item[name = ${pets}]", Why::Unsaid("/".into())),
        ] {
            let found = said(written, &around);
            if matches!(why, Why::Unsaid(_)) {
                assert!(matches!(found, Err(Why::Unsaid(_))), "{written}: {found:?}");
            } else {
                assert_eq!(found, Err(why), "{written}");
            }
        }
    }
}
