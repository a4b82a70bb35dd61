//! Tables of the documents that a test makes: a page holds what the program says, or the test fails.
//! Never what the tables are about.

use std::fs;
use std::path::Path;

/// Fails where the page (`docs/rapport.md`) does not hold this table between the comments of this name;
/// with `RECUEIL_BLESS` set it is written there.
pub fn stands_in(page: &str, name: &str, table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = fs::read_to_string(&path).expect(page);
    let (start, end) = (format!("<!-- {name} -->\n\n"), format!("\n<!-- fin : {name} -->"));
    let (before, rest) = text.split_once(&start).expect("the comment before the table");
    let (stands, after) = rest.split_once(&end).expect("the comment after the table");
    if std::env::var_os("RECUEIL_BLESS").is_some() {
        fs::write(&path, [before, &start, table, &end, after].concat()).expect("written");
    } else {
        assert_eq!(stands, table, "{page}: {name}; RECUEIL_BLESS=1 writes it anew");
    }
}
