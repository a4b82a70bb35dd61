//! Reading the tables of a definition file: each value with its place, each problem noted.
//! Never stops at the first problem, and never knows what a key is for.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Cause, Expected, Problem, Source, nearest};
use super::{Expression, Label};
use crate::value::{Date, read_day};

/// A value and the bytes it stands at.
pub(crate) type Placed<T> = (T, Range<usize>);

/// The problems found so far in one file.
pub(crate) struct Reader {
    source: Arc<Source>,
    problems: Vec<Problem>,
}

/// One table of the file, its keys already checked against those it may have.
#[derive(Clone)]
pub(crate) struct Fields<'a> {
    table: &'a DeTable<'a>,
    name: &'static str,
    /// The keys that mistaken ones are nearest to: they are not missing, they are misspelt.
    meant: Vec<String>,
    /// Where the table begins: what a missing key is reported at.
    pub span: Range<usize>,
}

impl Fields<'_> {
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    pub fn span_of(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or(self.span.clone(), Spanned::span)
    }

    /// Is a key of this name probably what a misspelt one was meant to be?
    pub fn meant(&self, key: &str) -> bool {
        self.meant.iter().any(|meant| meant == key)
    }

    pub fn is_table(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|value| value.get_ref().is_table())
    }
}

impl Reader {
    pub fn new(source: Arc<Source>) -> Self {
        Self { source, problems: Vec::new() }
    }

    pub fn report(&mut self, cause: Cause, span: Range<usize>) {
        self.problems.push(Problem { cause, source: Arc::clone(&self.source), span });
    }

    /// Reports what the TOML reader could not read; says whether there was anything.
    pub fn syntax(&mut self, errors: Vec<toml::de::Error>) -> bool {
        let mut errors = errors.into_iter().peekable();
        let any = errors.peek().is_some();
        let mut block = None;
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let text = &self.source.text;
            let start = span.start.min(text.len());
            // Up to the next table, what follows a fault is mostly an echo of it.
            let header = text.get(..start).and_then(|before| before.rfind("\n["));
            if block == Some(header) {
                continue;
            }
            block = Some(header);
            let detail = error.message().trim().to_owned();
            let quote = |c: char| matches!(c, '“' | '”' | '«' | '»' | '‘' | '’');
            let here = text.get(start..).and_then(|rest| rest.chars().next());
            let cause = if here.is_some_and(quote) {
                Cause::TypographicQuote
            } else if detail.contains("duplicate key") {
                Cause::KeyTwice
            } else {
                Cause::Syntax { detail }
            };
            self.report(cause, span);
        }
        any
    }

    /// The problems in the order of the file, or nothing where there is none.
    pub fn finish<T>(mut self, value: T) -> Result<T, Vec<Problem>> {
        if self.problems.is_empty() {
            return Ok(value);
        }
        self.problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        Err(self.problems)
    }

    /// Opens a table: every key it may not have is reported.
    pub fn open<'a>(
        &mut self,
        table: &'a DeTable<'a>,
        span: Range<usize>,
        name: &'static str,
        keys: &[&'static str],
    ) -> Fields<'a> {
        let mut meant = Vec::new();
        for key in table.keys() {
            if !keys.contains(&key.get_ref().as_ref()) {
                let near = nearest(key.get_ref(), keys.iter().copied());
                meant.extend(near.clone());
                let cause = Cause::UnknownKey { key: key.get_ref().to_string(), nearest: near };
                self.report(cause, key.span());
            }
        }
        Fields { table, name, meant, span }
    }

    /// The tables of an array of tables; nothing where the key is absent.
    pub fn tables<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Vec<Placed<&'a DeTable<'a>>> {
        if fields.is_table(key) {
            self.wrong(key, Expected::Tables, fields.span_of(key));
            return Vec::new();
        }
        self.array_of(fields, key, Expected::Tables)
    }

    /// The tables of a list, each of the kind expected; nothing where the key is absent.
    pub fn array_of<'a>(
        &mut self,
        fields: &Fields<'a>,
        key: &str,
        expected: Expected,
    ) -> Vec<Placed<&'a DeTable<'a>>> {
        let mut tables = Vec::new();
        for (value, span) in self.array(fields, key).unwrap_or_default() {
            match value.as_table() {
                Some(table) => tables.push((table, span)),
                None => self.wrong(key, expected, span),
            }
        }
        tables
    }

    /// How many problems were found so far.
    pub fn count(&self) -> usize {
        self.problems.len()
    }

    fn wrong(&mut self, key: &str, expected: Expected, span: Range<usize>) {
        self.report(Cause::WrongType { key: key.to_owned(), expected }, span);
    }

    pub fn missing(&mut self, fields: &Fields<'_>, key: &'static str) {
        if fields.meant.iter().all(|meant| meant != key) {
            let cause = Cause::MissingKey { key, table: fields.name };
            self.report(cause, fields.span.clone());
        }
    }

    pub fn array<'a>(
        &mut self,
        fields: &Fields<'a>,
        key: &str,
    ) -> Option<Vec<Placed<&'a DeValue<'a>>>> {
        let value = fields.table.get(key)?;
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, Expected::Array, value.span());
            return None;
        };
        Some(array.iter().map(|value| (value.get_ref(), value.span())).collect())
    }

    pub fn table<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Option<Placed<&'a DeTable<'a>>> {
        let value = fields.table.get(key)?;
        if let Some(table) = value.get_ref().as_table() {
            return Some((table, value.span()));
        }
        self.wrong(key, Expected::Table, value.span());
        None
    }

    /// A text; an integer is read as its digits, so that ordered choices may be written `1`.
    fn word(&mut self, key: &str, value: &DeValue<'_>, span: Range<usize>) -> Option<String> {
        if let Some(text) = value.as_str() {
            return Some(clean(text));
        }
        if let Some(integer) = value.as_integer()
            && integer.radix() == 10
        {
            return Some(integer.as_str().to_owned());
        }
        self.wrong(key, Expected::Text, span);
        None
    }

    pub fn text(&mut self, fields: &Fields<'_>, key: &str) -> Option<Placed<String>> {
        let value = fields.table.get(key)?;
        let text = self.word(key, value.get_ref(), value.span())?;
        Some((text, value.span()))
    }

    /// A text that must be there and must not be blank.
    pub fn need_text(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Placed<String>> {
        if !fields.table.contains_key(key) {
            self.missing(fields, key);
        }
        let (text, span) = self.text(fields, key)?;
        if text.trim().is_empty() {
            self.report(Cause::Empty { key: key.to_owned() }, span);
            return None;
        }
        Some((text, span))
    }

    pub fn texts(&mut self, fields: &Fields<'_>, key: &str) -> Option<Vec<Placed<String>>> {
        let values = self.array(fields, key)?;
        Some(
            values
                .into_iter()
                .filter_map(|(value, span)| Some((self.word(key, value, span.clone())?, span)))
                .collect(),
        )
    }

    /// A list of texts that must be there and must hold something.
    pub fn need_texts(&mut self, fields: &Fields<'_>, key: &'static str) -> Vec<Placed<String>> {
        if !fields.table.contains_key(key) {
            self.missing(fields, key);
        }
        let texts = self.texts(fields, key);
        if let Some(texts) = &texts
            && texts.is_empty()
        {
            let span = fields.table.get(key).map_or(fields.span.clone(), Spanned::span);
            self.report(Cause::Empty { key: key.to_owned() }, span);
        }
        texts.unwrap_or_default()
    }

    /// A day, written between quotation marks.
    pub fn day(&mut self, fields: &Fields<'_>, key: &str) -> Option<Date> {
        let (written, span) = self.text(fields, key)?;
        self.day_of(&written, span)
    }

    /// The day that a text writes.
    pub fn day_of(&mut self, written: &str, span: Range<usize>) -> Option<Date> {
        let day = read_day(written.trim());
        if day.is_none() {
            self.report(Cause::NotADay { written: written.to_owned() }, span);
        }
        day
    }

    pub fn boolean(&mut self, fields: &Fields<'_>, key: &str) -> bool {
        let Some(value) = fields.table.get(key) else { return false };
        if let Some(boolean) = value.get_ref().as_bool() {
            return boolean;
        }
        self.wrong(key, Expected::Boolean, value.span());
        false
    }

    pub fn integer(&mut self, fields: &Fields<'_>, key: &str) -> Option<u32> {
        let value = fields.table.get(key)?;
        let integer = value.get_ref().as_integer();
        let read = integer.and_then(|i| u32::from_str_radix(i.as_str(), i.radix()).ok());
        if read.is_none() {
            self.wrong(key, Expected::Integer, value.span());
        }
        read
    }

    pub fn need_integer(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<u32> {
        if !fields.table.contains_key(key) {
            self.missing(fields, key);
        }
        self.integer(fields, key)
    }

    /// A text by language; French must be there.
    pub fn label(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Label> {
        let value = fields.table.get(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, Expected::Texts, value.span());
            return None;
        };
        let mut texts = Vec::with_capacity(table.len());
        for (language, text) in table {
            let word = language.get_ref();
            let (code, address) = word.split_once('_').unwrap_or((word, "tu"));
            let is_code = (2..=3).contains(&code.len())
                && code.bytes().all(|byte| byte.is_ascii_lowercase())
                && address == "tu";
            if !is_code {
                let cause = Cause::UnknownLanguage { key: word.to_string() };
                self.report(cause, language.span());
                continue;
            }
            let Some(said) = text.get_ref().as_str().map(clean) else {
                self.wrong(key, Expected::Text, text.span());
                continue;
            };
            if said.trim().is_empty() {
                self.report(Cause::Empty { key: format!("{key}.{word}") }, text.span());
            }
            texts.push((word.to_string(), said));
        }
        if texts.iter().all(|(language, _)| language != "fr") {
            let french = Fields { table, name: key, meant: Vec::new(), span: value.span() };
            self.missing(&french, "fr");
            return None;
        }
        Some(Label::new(texts))
    }

    /// A table of texts: each key with its text, both with their places.
    pub fn said(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
    ) -> Vec<(Placed<String>, Placed<String>)> {
        let Some((table, _)) = self.table(fields, key) else { return Vec::new() };
        let mut said = Vec::new();
        for (name, value) in table {
            let Some(text) = self.word(key, value.get_ref(), value.span()) else { continue };
            if text.trim().is_empty() {
                self.report(
                    Cause::Empty { key: format!("{key}.{}", name.get_ref()) },
                    value.span(),
                );
            }
            said.push(((name.get_ref().to_string(), name.span()), (text, value.span())));
        }
        said
    }

    pub fn need_label(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Label> {
        if !fields.table.contains_key(key) {
            self.missing(fields, key);
        }
        self.label(fields, key)
    }

    /// A word of a closed list.
    pub fn one_of<T>(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        words: &[&str],
        from_word: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (word, span) = self.text(fields, key)?;
        let found = from_word(&word);
        if found.is_none() {
            let near = nearest(&word, words.iter().copied());
            let allowed = words.iter().map(|&word| word.to_owned()).collect();
            self.report(
                Cause::UnknownWord { key: key.to_owned(), word, allowed, nearest: near },
                span,
            );
        }
        found
    }

    pub fn expression(&mut self, fields: &Fields<'_>, key: &str) -> Option<Placed<Expression>> {
        let value = fields.table.get(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(key, Expected::Text, value.span());
            return None;
        };
        match Expression::parse(&clean(text)) {
            Ok(expression) => Some((expression, value.span())),
            Err(fault) => {
                let span = self.inside(&value.span(), text, &fault.span);
                self.report(Cause::Expression(fault), span);
                None
            }
        }
    }

    /// The bytes of the file for a part of a quoted text.
    pub fn inside(&self, value: &Range<usize>, text: &str, part: &Range<usize>) -> Range<usize> {
        inside(&self.source.text, value, text, part)
    }
}

/// The bytes of a file for a part of a quoted text of it; the whole text where it has escapes.
pub(crate) fn inside(
    file: &str,
    value: &Range<usize>,
    text: &str,
    part: &Range<usize>,
) -> Range<usize> {
    for quote in [1, 3] {
        let start = value.start + quote;
        if file.get(start..start + text.len()) == Some(text) {
            return start + part.start..start + part.end;
        }
    }
    value.clone()
}

/// Text of a file as it may be shown and fingerprinted: no control character, one line.
fn clean(text: &str) -> String {
    // In UTF-8 every control character has one of these bytes; most texts have none.
    if !text.bytes().any(|byte| byte < b' ' || byte == 0x7f || byte == 0xc2) {
        return text.to_owned();
    }
    let spaced = text.replace(['\n', '\r', '\t'], " ");
    spaced.chars().filter(|character| !character.is_control()).collect()
}
