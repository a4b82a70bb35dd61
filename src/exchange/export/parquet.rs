//! Parquet files in folders by référentiel, form and structure, as Hive, Spark and DuckDB name them.
//! Never more rows in memory than one file of rows holds: each part is a whole file.
//!
//! Answers are words, exactly as rows hold them, in dictionaries: a reason of no answer stands where the
//! answer would, so that counting is one `GROUP BY`. Other numbers and days are typed.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use super::Fill;
use super::table::{Field, Sort, Table};
use crate::store::{Action, Fault, Outgoing, Reason};
use crate::value::{Date, Meta, read_day};

/// How many rows are held before the largest group of them is written.
const HELD: usize = 65_536;

/// What stands for a value that is empty, in the name of a folder (Hive).
const NOTHING: &str = "__HIVE_DEFAULT_PARTITION__";

/// The columns that the folders say.
const FOLDERS: [Meta; 3] = [Meta::Referentiel, Meta::Questionnaire, Meta::Structure];

/// How a column is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    Words,
    Number,
    Day,
}

/// The rows of one folder that wait to be written.
struct Waiting {
    columns: Vec<Cells>,
    rows: usize,
}

/// The cells of a column, one after the other: a text of its own for each would take five times the
/// room.
#[derive(Clone, Default)]
struct Cells {
    text: String,
    ends: Vec<usize>,
}

impl Cells {
    fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end])
    }
}

/// One of the two sets of files: rows, or open texts.
struct Set {
    /// The first folder.
    root: &'static str,
    /// The columns that are written, by their place in the table.
    columns: Vec<(usize, Field)>,
    waiting: BTreeMap<String, Waiting>,
    held: usize,
}

/// The parts of a table being written.
pub(super) struct Parts<'a> {
    outgoing: &'a Outgoing<'a>,
    /// The places of the columns that the folders say.
    folders: Vec<Option<usize>>,
    head: [String; 2],
    rows: Set,
    texts: Set,
    /// The folder of the last row: its texts go to the same.
    last: String,
}

impl<'a> Parts<'a> {
    pub fn new(outgoing: &'a Outgoing<'a>, table: &Arc<Table>) -> Self {
        let place = |meta: &Meta| table.fields.iter().position(|field| field.name == meta.word());
        let head = [table.form.head.id.clone(), table.form.id.clone()];
        Self {
            outgoing,
            folders: FOLDERS.iter().map(place).collect(),
            head,
            rows: Set::new("reponses", &table.fields),
            texts: Set::new("textes", &table.texts),
            last: String::new(),
        }
    }

    /// The folder of a row.
    fn folder(&self, cells: &[String]) -> String {
        let structure = self.folders[2].map(|place| cells[place].as_str()).unwrap_or_default();
        let [referentiel, form] = &self.head;
        let values = [referentiel.as_str(), form.as_str(), structure];
        let parts = FOLDERS
            .iter()
            .zip(values)
            .filter(|(meta, _)| **meta != Meta::Structure || self.folders[2].is_some());
        let parts: Vec<String> =
            parts.map(|(meta, value)| format!("{}={}", meta.word(), escaped(value))).collect();
        parts.join("/")
    }
}

impl Fill for Parts<'_> {
    fn row(&mut self, cells: &[String]) -> Result<(), Fault> {
        self.last = self.folder(cells);
        self.rows.add(self.outgoing, &self.last, cells)
    }

    fn texts(&mut self, cells: &[String]) -> Result<(), Fault> {
        self.texts.add(self.outgoing, &self.last, cells)
    }

    fn close(mut self: Box<Self>) -> Result<(), Fault> {
        self.rows.empty(self.outgoing, 0)?;
        self.texts.empty(self.outgoing, 0)
    }
}

impl Set {
    fn new(root: &'static str, fields: &[Field]) -> Self {
        let is_said = |field: &Field| FOLDERS.iter().any(|meta| meta.word() == field.name);
        let columns = fields.iter().cloned().enumerate().filter(|(_, field)| !is_said(field));
        Self { root, columns: columns.collect(), waiting: BTreeMap::new(), held: 0 }
    }

    fn add(
        &mut self,
        outgoing: &Outgoing<'_>,
        folder: &str,
        cells: &[String],
    ) -> Result<(), Fault> {
        if !self.waiting.contains_key(folder) {
            let columns = vec![Cells::default(); self.columns.len()];
            self.waiting.insert(folder.to_owned(), Waiting { columns, rows: 0 });
        }
        if let Some(waiting) = self.waiting.get_mut(folder) {
            for (column, (place, _)) in waiting.columns.iter_mut().zip(&self.columns) {
                column.push(&cells[*place]);
            }
            waiting.rows += 1;
        }
        self.held += 1;
        self.empty(outgoing, HELD)
    }

    /// Writes the largest groups until no more than so many rows are held.
    fn empty(&mut self, outgoing: &Outgoing<'_>, most: usize) -> Result<(), Fault> {
        while self.held > most {
            let largest = self.waiting.iter().max_by_key(|(_, waiting)| waiting.rows);
            let Some(folder) = largest.map(|(folder, _)| folder.clone()) else { return Ok(()) };
            let Some(waiting) = self.waiting.remove(&folder) else { return Ok(()) };
            self.held -= waiting.rows;
            let folder = format!("{}/{folder}", self.root);
            let bytes = file(&self.columns, &waiting).map_err(|error| {
                let reason = Reason::Other(error.to_string());
                Fault { action: Action::Write, path: outgoing.place().join(&folder), reason }
            })?;
            outgoing.write_part(&folder, "parquet", &bytes)?;
        }
        Ok(())
    }
}

/// How a column is kept: an answer as the words of the row, whatever it is.
fn kept(field: &Field) -> Kept {
    match field.sort {
        _ if field.is_answer => Kept::Words,
        Sort::Number => Kept::Number,
        Sort::Day => Kept::Day,
        _ => Kept::Words,
    }
}

/// A whole file of rows: one group of them.
fn file(columns: &[(usize, Field)], waiting: &Waiting) -> Result<Vec<u8>, ParquetError> {
    let fields = columns.iter().map(|(_, field)| {
        let (physical, logical) = match kept(field) {
            Kept::Words => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kept::Number => (Physical::INT32, None),
            Kept::Day => (Physical::INT32, Some(LogicalType::Date)),
        };
        let builder = Type::primitive_type_builder(&field.name, physical);
        let builder = builder.with_repetition(Repetition::OPTIONAL).with_logical_type(logical);
        Ok(Arc::new(builder.build()?))
    });
    let fields = fields.collect::<Result<_, ParquetError>>()?;
    let schema = Arc::new(Type::group_type_builder("recueil").with_fields(fields).build()?);
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by("recueil".to_owned())
        .build();
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    let mut values = columns.iter().zip(&waiting.columns);
    while let Some(mut column) = group.next_column()? {
        if let Some(((_, field), cells)) = values.next() {
            write(column.untyped(), field, cells)?;
        }
        column.close()?;
    }
    group.close()?;
    writer.close()?;
    Ok(bytes)
}

fn write(column: &mut ColumnWriter<'_>, field: &Field, cells: &Cells) -> Result<(), ParquetError> {
    match column {
        ColumnWriter::ByteArrayColumnWriter(writer) => {
            let (values, there) =
                given(cells, |cell| (!cell.is_empty()).then(|| ByteArray::from(cell)));
            writer.write_batch(&values, Some(&there), None)?;
        }
        ColumnWriter::Int32ColumnWriter(writer) => {
            let is_day = kept(field) == Kept::Day;
            let number = |cell: &str| if is_day { days(cell) } else { cell.parse().ok() };
            let (values, there) = given(cells, number);
            writer.write_batch(&values, Some(&there), None)?;
        }
        _ => {}
    }
    Ok(())
}

/// The values, and for each cell whether it has one.
fn given<T>(cells: &Cells, value: impl Fn(&str) -> Option<T>) -> (Vec<T>, Vec<i16>) {
    let mut values = Vec::new();
    let there = cells.iter().map(|cell| {
        let value = value(cell);
        let is_there = i16::from(value.is_some());
        values.extend(value);
        is_there
    });
    let there = there.collect();
    (values, there)
}

/// The days from 1970 to a day.
fn days(cell: &str) -> Option<i32> {
    let span = read_day(cell)?.since(Date::constant(1970, 1, 1)).ok()?;
    Some(span.get_days())
}

/// A value as the name of a folder: Hive writes what file systems do not like by its number.
fn escaped(value: &str) -> String {
    if value.is_empty() {
        return NOTHING.to_owned();
    }
    let mut escaped = String::new();
    for character in value.chars() {
        if character.is_ascii_control() || "\"#%'*/:=?\\{}[]^<>|.+&".contains(character) {
            _ = write!(escaped, "%{:02X}", u32::from(character));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_structure_names_a_folder_whatever_it_is_called() {
        assert_eq!(escaped("Foyer l'Escale"), "Foyer l%27Escale");
        assert_eq!(escaped("a/b=c%"), "a%2Fb%3Dc%25");
        assert_eq!(escaped(".."), "%2E%2E");
        assert_eq!(escaped("Médiathèque"), "Médiathèque");
        assert_eq!(escaped(""), "__HIVE_DEFAULT_PARTITION__");
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(days("1970-01-02"), Some(1));
        assert_eq!(days("2026-11-22"), Some(20_779));
        assert_eq!(days("2026-11"), None);
    }
}
