//! Where each thing of a definition file is written.
//! Never looks at what it says.

use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::problem::What;

/// The tables of a file, by what they define.
pub(super) struct Places<'a> {
    tables: HashMap<(What, String), Table<'a>>,
}

struct Table<'a> {
    table: &'a DeTable<'a>,
    /// Where its name is.
    name: Range<usize>,
}

/// The tables of each kind of thing, and the key that names them.
const KINDS: [(What, &str, &str); 6] = [
    (What::Registre, "registre", "code"),
    (What::Critere, "critere", "code"),
    (What::Indicateur, "indicateur", "code"),
    (What::Echelle, "echelle", "id"),
    (What::Question, "question", "name"),
    (What::Form, "questionnaire", "id"),
];

impl<'a> Places<'a> {
    pub fn new(file: &'a DeTable<'a>) -> Self {
        let mut tables = HashMap::new();
        let head = file.get("referentiel").and_then(|value| value.get_ref().as_table());
        let found = KINDS.iter().flat_map(|(what, section, key)| {
            let items = file.get(*section).and_then(|value| value.get_ref().as_array());
            let items = items.into_iter().flatten().filter_map(|item| item.get_ref().as_table());
            items.map(|table| (*what, table, *key))
        });
        let head = head.map(|table| (What::Referentiel, table, "id"));
        for (what, table, key) in found.chain(head) {
            let Some(value) = table.get(key) else { continue };
            let Some(name) = written(value) else { continue };
            tables.insert((what, name), Table { table, name: value.span() });
        }
        Self { tables }
    }

    /// Where a part of a thing is written: a key, then keys of tables, names of choices or texts of
    /// lists in it. As far as there is such a part; at worst the name of the thing.
    pub fn at(&self, (what, name): (What, &str), path: &[&str]) -> Range<usize> {
        let Some(table) = self.tables.get(&(what, name.to_owned())) else { return 0..0 };
        let Some((first, rest)) = path.split_first() else { return table.name.clone() };
        let Some(mut value) = table.table.get(*first) else { return table.name.clone() };
        for part in rest {
            let found = match value.get_ref() {
                DeValue::Table(table) => table.get(*part),
                DeValue::Array(items) => items.iter().find(|item| match item.get_ref() {
                    DeValue::Table(table) => {
                        table.get("name").and_then(written).as_deref() == Some(part)
                    }
                    _ => written(item).as_deref() == Some(part),
                }),
                _ => None,
            };
            match found {
                Some(found) => value = found,
                None => break,
            }
        }
        value.span()
    }
}

fn written(value: &Spanned<DeValue<'_>>) -> Option<String> {
    let value = value.get_ref();
    let integer = || value.as_integer().map(|integer| integer.as_str().to_owned());
    value.as_str().map(str::to_owned).or_else(integer)
}
