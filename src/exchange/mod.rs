//! What comes from other programs, and what goes to them.
//! Never opens a file: bytes come in, and rules stay in `session`.

mod answers;
mod coop;
mod export;
mod figures;
mod raw;
mod sql;
mod verify;
mod xlsform;

pub use answers::{Mistake, Reading, Sheet, Warning, Wrong, read_answers};
pub use coop::{Activities, Workshop, activities, is_of_la_coop};
pub use export::{
    Condition, Done, Export, Few, Format, Groups, NUMBER, Places, Plan, SMALLEST, Scope, TEXTS,
    Table,
};
pub use figures::{COLUMNS, Nature, OfAnswers, OfNumbers, OfRows, figures};
pub use sql::{Engine, Queries, queries};
pub use verify::{Difference, Typed, Typing, verify};
pub use xlsform::{
    Book, Grave, Imported, Kind as RemarkKind, Line as BookLine, Remark, Sheet as BookSheet,
    Unread, book, import, read_book, read_tables, workbook,
};
