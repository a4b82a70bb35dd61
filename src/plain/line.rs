//! One line at a time, from a terminal or a pipe, whatever bytes it brings.
//! Never keeps more of a line than an answer can be, and never fails on bytes that are no text.

use std::io::{self, BufRead, ErrorKind};

/// The longest line that is taken, in bytes: many times the longest answer, or path.
const LONGEST: usize = 16 * 1024;

/// What came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// A line, without its end and the blanks around it.
    Line(String),
    /// A line that nobody types.
    TooLong,
    /// Bytes that are not UTF-8.
    NotText,
    /// Nothing, for the time that was waited.
    Silence,
    /// Nothing more will come.
    End,
}

/// Reads the next line; the last one need not end.
pub(super) fn next(input: &mut dyn BufRead) -> io::Result<Came> {
    let (mut line, mut size) = (Vec::new(), 0);
    loop {
        let part = match input.fill_buf() {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            part => part?,
        };
        let end = part.iter().position(|byte| *byte == b'\n');
        let taken = end.unwrap_or(part.len());
        line.extend_from_slice(&part[..taken.min(LONGEST.saturating_sub(line.len()))]);
        size += taken;
        let is_over = part.is_empty();
        input.consume(taken + usize::from(end.is_some()));
        if is_over && size == 0 {
            return Ok(Came::End);
        }
        if is_over || end.is_some() {
            break;
        }
    }
    if size > LONGEST {
        return Ok(Came::TooLong);
    }
    Ok(match String::from_utf8(line) {
        // Some systems begin what they pipe with a mark of its encoding.
        Ok(line) => Came::Line(line.trim_start_matches('\u{feff}').trim().to_owned()),
        Err(_) => Came::NotText,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Came> {
        // Parts of three bytes: a line comes in pieces, and a letter may be cut.
        let mut input = io::BufReader::with_capacity(3, bytes);
        let mut came = Vec::new();
        loop {
            match next(&mut input).expect("bytes in memory") {
                Came::End => return came,
                line => came.push(line),
            }
        }
    }

    fn line(text: &str) -> Came {
        Came::Line(text.to_owned())
    }

    #[test]
    fn lines_end_as_on_any_system_and_the_last_need_not() {
        assert_eq!(all(b"1\n2\r\n\n 3 "), [line("1"), line("2"), line(""), line("3")]);
        assert_eq!(all("\u{feff}été\r\n".as_bytes()), [line("été")]);
        assert_eq!(all(b""), []);
    }

    #[test]
    fn bytes_that_are_no_text_and_a_line_of_a_megabyte_are_told_apart_and_the_next_is_read() {
        assert_eq!(all(b"\xff\xfe\n1\n\xc3"), [Came::NotText, line("1"), Came::NotText]);
        let mut bytes = vec![b'x'; 1 << 20];
        bytes.extend(b"\n1");
        assert_eq!(all(&bytes), [Came::TooLong, line("1")]);
        assert_eq!(all(&vec![b'x'; LONGEST]), [line(&"x".repeat(LONGEST))]);
    }
}
