//! What the settings say of the city, to which rows are sent: the key that they are sealed to, and
//! when they are due.
//! Never its private key.

use super::read::read_key;
use crate::questionnaire::reader::{Fields, Reader};
use crate::store::PublicKey;
use crate::value::Date;

/// The keys of the table of the settings.
const KEYS: &[&str] = &["cle", "envoi"];

/// What the city has said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct City {
    /// The public key to which what is sent is sealed; none where it goes as it is.
    pub key: Option<PublicKey>,
    /// The day on which it is due.
    pub due: Option<Date>,
}

impl City {
    /// The table of the settings.
    pub const TABLE: &'static str = "ville";

    /// Reads the table, where there is one.
    pub(super) fn read(reader: &mut Reader, fields: &Fields<'_>) -> Self {
        let Some((table, span)) = reader.table(fields, Self::TABLE) else { return Self::default() };
        let fields = reader.open(table, span, "[ville]", KEYS);
        let key = reader.text(&fields, "cle");
        let key = key.and_then(|(written, span)| read_key(reader, &written, span));
        let due = reader.text(&fields, "envoi");
        let due = due.and_then(|(written, span)| reader.day_of(&written, span));
        Self { key, due }
    }
}
