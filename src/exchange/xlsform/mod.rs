//! Forms as XLSForm workbooks, and workbooks of others as definition files.
//! Never opens a file: bytes come in and go out.

mod book;
#[cfg(feature = "office")]
mod office;
mod page;
mod read;
mod text;
mod words;
mod write;

pub use book::{Book, Line, Sheet, Unread};
pub(super) use read::gathered;
pub use read::{Grave, Imported, Kind, Remark, import};
pub(super) use words::fold;
pub use write::book;

/// Reads a workbook or a table of text, told apart by their bytes and not by their names.
pub fn read_book(bytes: &[u8]) -> Result<Book, Unread> {
    match bytes {
        // A zip archive, and what Microsoft's files were before that.
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => office_book(bytes),
        _ => text::read(bytes),
    }
}

/// The same, of which no first column names sheets: a table of text is one sheet, without a name.
pub fn read_tables(bytes: &[u8]) -> Result<Book, Unread> {
    match bytes {
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => office_book(bytes),
        _ => text::lines(bytes)
            .map(|lines| Book { sheets: vec![Sheet { name: String::new(), lines }] }),
    }
}

#[cfg(feature = "office")]
fn office_book(bytes: &[u8]) -> Result<Book, Unread> {
    office::read(bytes)
}

#[cfg(not(feature = "office"))]
fn office_book(_: &[u8]) -> Result<Book, Unread> {
    Err(Unread::NotBuilt)
}

/// A book as the bytes of a workbook for spreadsheets; nothing where this build makes none.
#[cfg(feature = "office")]
pub fn workbook(book: &Book) -> Result<Vec<u8>, String> {
    office::write(book).map_err(|error| error.to_string())
}

/// A book as the bytes of a workbook for spreadsheets: this build makes none.
#[cfg(not(feature = "office"))]
pub fn workbook(_: &Book) -> Result<Vec<u8>, String> {
    unreachable!("a format that this build cannot write is refused before")
}
