//! The words of the program beside its code: nothing is said that is not there, nothing is there that
//! is never said, and French is written by one rule.
//! Never runs the program: it reads the source and the file of French.

#[path = "support/source.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use source::sources;

/// The code, without comments and unit tests, as pieces: what is between texts, and texts.
fn pieces(code: &str) -> Vec<(String, String)> {
    let mut pieces = Vec::new();
    let mut before = String::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let raw = rest.strip_prefix('r').map(|rest| {
            let hashes = rest.len() - rest.trim_start_matches('#').len();
            (hashes, &rest[hashes..])
        });
        let in_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        } else if let Some((hashes, text)) =
            raw.filter(|(_, text)| !in_word && text.starts_with('"'))
        {
            let end = format!("\"{}", "#".repeat(hashes));
            let (_, after) = text[1..].split_once(&end).expect("a raw text ends");
            rest = after;
        } else if first == '\'' {
            // A character, or the name of a lifetime.
            let inside = &rest[1..];
            let length = match inside.strip_prefix('\\') {
                Some(escaped) => escaped.find('\'').map(|at| at.max(1) + 1),
                None => inside.chars().next().map(char::len_utf8),
            };
            let length = length.filter(|length| inside[*length..].starts_with('\''));
            rest = length.map_or(inside, |length| &inside[length + 1..]);
        } else if first == '"' {
            let mut text = String::new();
            let mut characters = rest[1..].char_indices();
            let end = loop {
                match characters.next().expect("a text ends") {
                    (_, '\\') => _ = characters.next(),
                    (at, '"') => break at,
                    (_, character) => text.push(character),
                }
            };
            pieces.push((std::mem::take(&mut before), text));
            rest = &rest[end + 2..];
        } else {
            before.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    pieces
}

/// Every text of the code, and what stands before it.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let code = fs::read_to_string(&path).expect("a source file");
        let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        texts.extend(pieces(code));
    }
    texts
}

/// The messages of the file of French, and their words, without what stands between braces.
fn french() -> BTreeMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locale/fr.ftl");
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut id = String::new();
    for line in fs::read_to_string(file).expect("French").lines() {
        if line.starts_with('#') {
            continue;
        }
        let text = match line.split_once(" =") {
            Some((name, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                name.clone_into(&mut id);
                text
            }
            _ => line,
        };
        // The name of a case is no word.
        let text = text.trim();
        let case = text.trim_start_matches('*').strip_prefix('[');
        let text = case.and_then(|case| case.split_once(']')).map_or(text, |(_, said)| said.trim());
        let said = found.entry(id.clone()).or_default();
        said.push_str(text);
        said.push('\n');
    }
    found
}

/// How names begin that are put together of two words, each of which the code has elsewhere.
const TOGETHER: [&str; 3] = ["card-", "paper-", "show-precision-"];

/// Is it the name of a message, by its letters?
fn is_name(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Does this name come of a text with places to fill, such as `month-{month}`?
fn comes_of(name: &str, pattern: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('{') else { return name == pattern };
    let Some(name) = name.strip_prefix(start) else { return false };
    let rest = rest.split_once('}').map_or("", |(_, rest)| rest);
    (1..=name.len()).any(|at| name.is_char_boundary(at) && comes_of(&name[at..], rest))
}

#[test]
fn what_the_code_says_has_a_message() {
    let french = french();
    let says = ["say(", "tell(", "tell_to("];
    let mut asked = 0;
    for (before, text) in texts() {
        let before = before.trim_end();
        let before = before.strip_suffix("form,").unwrap_or(before).trim_end();
        if says.iter().any(|call| before.ends_with(call)) && !text.contains('{') {
            asked += 1;
            assert!(french.contains_key(&text), "no message {text}");
        }
    }
    assert!(asked > 300, "{asked}");
}

#[test]
fn what_has_a_message_is_said() {
    let texts: BTreeSet<String> = texts().into_iter().map(|(_, text)| text).collect();
    let letters = |text: &&String| {
        let fixed: String =
            text.split('{').map(|part| part.split('}').next_back().unwrap_or("")).collect();
        // At least a word and a dash of it is written, before the place to fill.
        text.contains('{')
            && is_name(&(fixed + "a-"))
            && text.split('{').next().is_some_and(|s| s.ends_with('-'))
    };
    let patterns: Vec<&String> = texts.iter().filter(letters).collect();
    let french = french();
    let said = |name: &str| {
        // What a message is called for children, for the team, line by line, what to do, and an example
        // of it, ends the name of it.
        let ends = ["-tu", "-equipe", "-lignes", "-do", "-example"];
        std::iter::successors(Some(name), |name: &&str| {
            let name = *name;
            ends.iter().find_map(|end| name.strip_suffix(end))
        })
        .any(|name| {
            let together = TOGETHER.iter().any(|start| name.starts_with(start));
            together
                || texts.contains(name)
                || patterns.iter().any(|pattern| comes_of(name, pattern))
        })
    };
    let unsaid: Vec<&String> = french.keys().filter(|name| !said(name)).collect();
    assert_eq!(unsaid, Vec::<&String>::new());
}

/// The signs before which French puts a space, as the Lexique of the Imprimerie nationale says.
const HIGH: [char; 5] = ['?', '!', ';', ':', '»'];

#[test]
fn french_is_written_by_one_rule() {
    for (name, text) in french() {
        let characters: Vec<char> = text.chars().collect();
        for (at, character) in characters.iter().enumerate() {
            let near = |by: isize| at.checked_add_signed(by).and_then(|at| characters.get(at));
            let (before, after) = (near(-1).copied(), near(1).copied());
            // An address, a drive of Windows, a place in a file, and what is typed after a colon are no
            // French.
            let written = *character == ':' && matches!(after, Some('/' | '\\' | '{'))
                || before == Some(':') && matches!(character, '?');
            if HIGH.contains(character) && !written {
                let spaced = before.is_none_or(|c| matches!(c, ' ' | '\n'));
                assert!(spaced, "{name}: no space before {character} in {text}");
            }
            if *character == '«' {
                assert_eq!(after, Some(' '), "{name}: no space after « in {text}");
            }
        }
        // One apostrophe, plain spaces, straight quotes only around what is written in files.
        for sign in ['’', '‘', '“', '”', '\u{a0}', '\u{202f}', '·', '‧', '•'] {
            assert!(!text.contains(sign), "{name}: {sign:?} in {text}");
        }
        assert!(!text.contains("..."), "{name}: three points in {text}");
        assert!(
            !text.contains("  ") || name == "gather-version" || text.contains('\n'),
            "{name}: two spaces"
        );
        for shortened in [
            "(e)", "(s)", "(es)", "(ne)", "(trice)", "/e ", "/trice", ".e ", ".e.s", "-e-s",
            " iel ",
        ] {
            assert!(!text.contains(shortened), "{name}: {shortened} in {text}");
        }
    }
}
