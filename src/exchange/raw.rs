//! A file of answers as its characters: what parts its cells, and where each of them begins.
//! Never reads what a cell says.

/// Comma, semicolon or tab: whichever the first line has most of.
pub(super) fn delimiter(file: &str) -> u8 {
    let first = file.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
    *b",;\t".iter().rev().max_by_key(|sign| count(sign)).unwrap_or(&b',')
}

/// The characters of one record, for the place of a cell.
pub(super) struct Raw<'a> {
    pub text: &'a str,
    pub line: usize,
    pub delimiter: u8,
}

impl Raw<'_> {
    /// The line and column where a cell begins.
    pub fn place(&self, cell: usize) -> (usize, usize) {
        let (line, column, _) = self.walk(cell);
        (line, column)
    }

    /// Does a quotation mark swallow the lines that follow?
    pub fn is_unclosed(&self) -> bool {
        let (_, _, quoted) = self.walk(usize::MAX);
        quoted
    }

    /// Goes to where a cell begins, or to the end: the line, the column, and whether that is inside
    /// quotation marks. One quotes only where it is the first sign of a cell.
    fn walk(&self, cell: usize) -> (usize, usize, bool) {
        let (mut line, mut column, mut at) = (self.line, 1, 0);
        let (mut quoted, mut first) = (false, true);
        for character in self.text.chars() {
            if at == cell {
                break;
            }
            let mut next_first = false;
            match character {
                // Twice inside is one sign of the text: closed, and opened again at once.
                '"' if quoted || first => {
                    next_first = quoted;
                    quoted = !quoted;
                }
                _ if !quoted && character == char::from(self.delimiter) => {
                    at += 1;
                    next_first = true;
                }
                _ => {}
            }
            first = next_first;
            if character == '\n' {
                (line, column) = (line + 1, 1);
            } else {
                column += 1;
            }
        }
        (line, column, quoted)
    }
}
