//! Changes of the text of a definition file, each at its place: every other letter stays as it was.
//! Never what a change means.

use std::ops::Range;

use toml_edit::{Array, ArrayOfTables, Document, Item, Table, TableLike, Value};

/// A text with the changes to make in it.
#[derive(Debug)]
pub(super) struct Edit<'a> {
    text: &'a str,
    file: &'a Document<&'a str>,
    changes: Vec<(Range<usize>, String)>,
}

impl<'a> Edit<'a> {
    pub fn new(text: &'a str, file: &'a Document<&'a str>) -> Self {
        Self { text, file, changes: Vec::new() }
    }

    /// The tables of this kind, in the order of the file.
    pub fn tables(&self, kind: &str) -> impl Iterator<Item = &'a Table> + use<'a> {
        let tables = self.file.as_table().get(kind).and_then(Item::as_array_of_tables);
        tables.into_iter().flat_map(ArrayOfTables::iter)
    }

    /// The table of the référentiel itself.
    pub fn head(&self) -> Option<&'a Table> {
        self.file.as_table().get("referentiel").and_then(Item::as_table)
    }

    /// Writes a value in the place of another; under its key, after all others, where there is none.
    pub fn set(&mut self, table: &'a Table, key: &str, value: &Value) {
        match table.get(key).and_then(Item::span) {
            Some(span) => self.changes.push((span, value.to_string().trim().to_owned())),
            None => {
                let at = self.end_of_values(table);
                self.changes.push((at..at, format!("{key} = {}\n", value.to_string().trim())));
            }
        }
    }

    /// Writes a value in the place of the one that lies under two keys, where it does.
    pub fn set_in(&mut self, table: &'a Table, (key, under): (&str, &str), value: &Value) {
        let inner = table.get(key).and_then(Item::as_table_like);
        let span = inner.and_then(|inner: &dyn TableLike| inner.get(under)).and_then(Item::span);
        self.changes.extend(span.map(|span| (span, value.to_string().trim().to_owned())));
    }

    /// Takes a line `key = value` away, where there is one.
    pub fn unset(&mut self, table: &'a Table, key: &str) {
        let Some(span) = table.get(key).and_then(Item::span) else { return };
        let start = self.line_start(span.start);
        self.changes.push((start..self.line_end(span.end), String::new()));
    }

    /// Takes a table away, with the comment right above it and the blank lines after it. What stands
    /// apart above it speaks of more than this one.
    pub fn remove(&mut self, table: &'a Table) {
        let Some(span) = table.span() else { return };
        let mut start = self.line_start(span.start);
        while start > 0 {
            let above = self.line_start(start - 1);
            if !self.text[above..start].trim_start().starts_with('#') {
                break;
            }
            start = above;
        }
        let mut end = self.end_of_values(table);
        while self.text[end..].starts_with('\n') {
            end += 1;
        }
        self.changes.push((start..end, String::new()));
    }

    /// Takes some elements of a list of texts away.
    pub fn remove_from(&mut self, list: &Array, gone: impl Fn(&str) -> bool) {
        let all: Vec<(Range<usize>, bool)> = list
            .iter()
            .filter_map(|value| Some((value.span()?, value.as_str().is_some_and(&gone))))
            .collect();
        let Some(inside) = list.span() else { return };
        for (at, (span, is_gone)) in all.iter().enumerate() {
            if !is_gone {
                continue;
            }
            // Up to the next one; the last ones go with what parts them from the last that stays.
            let stays_after = all[at..].iter().any(|(_, is_gone)| !is_gone);
            let range = if stays_after {
                span.start..all[at + 1].0.start
            } else {
                let before = at.checked_sub(1).map_or(inside.start + 1, |at| all[at].0.end);
                before..span.end
            };
            self.changes.push((range, String::new()));
        }
    }

    /// Writes something after the last table of a kind that stays; at the end where there is none.
    pub fn after_last(&mut self, kind: &str, stays: impl Fn(&Table) -> bool, text: &str) {
        let last = self.tables(kind).filter(|table| stays(table)).last();
        let last = last.or_else(|| self.tables(kind).last());
        let at = last.map_or(self.text.len(), |table| self.end_of_values(table));
        self.changes.push((at..at, format!("\n{text}")));
    }

    /// The text of a table.
    pub fn written(&self, table: &Table) -> &'a str {
        let start = table.span().map_or(0, |span| span.start);
        &self.text[start..self.end_of_values(table)]
    }

    /// The text with all changes made.
    pub fn made(mut self) -> String {
        self.changes.sort_by_key(|(range, _)| (range.start, range.end));
        let mut made = String::with_capacity(self.text.len() + 1024);
        let mut at = 0;
        for (range, text) in self.changes {
            // What lies in something that is taken away goes with it; what is added stays.
            if range.start < at {
                made.push_str(if range.is_empty() { &text } else { "" });
                continue;
            }
            made.push_str(&self.text[at..range.start]);
            if text.starts_with(|c: char| c.is_alphabetic())
                && !made.ends_with('\n')
                && range.is_empty()
            {
                made.push('\n');
            }
            made.push_str(&text);
            at = range.end;
        }
        made.push_str(&self.text[at..]);
        made
    }

    /// Where the line after the last value of a table begins.
    fn end_of_values(&self, table: &Table) -> usize {
        let header = table.span().map_or(0, |span| span.end);
        let end = ends(table).max(header);
        self.line_end(end)
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        // A span may end with its newline already.
        if at > 0 && self.text[..at].ends_with('\n') {
            return at;
        }
        self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline + 1)
    }
}

/// Where the last value of a table ends, those of the tables in it included.
fn ends(table: &dyn TableLike) -> usize {
    let end = |(_, item): (&str, &Item)| match item {
        Item::Table(inner) => ends(inner),
        Item::ArrayOfTables(inner) => inner.iter().map(|table| ends(table)).max().unwrap_or(0),
        Item::Value(Value::InlineTable(inner)) if inner.span().is_none() => ends(inner),
        item => item.span().map_or(0, |span| span.end),
    };
    table.iter().map(end).max().unwrap_or(0)
}
