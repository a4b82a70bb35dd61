//! What stands in a sealed file: a row with its header, and the form that it answers.
//! Never anything of the machine, so that it can be read in five years without it.

/// The first line: its form may change, its number will tell.
const FORMAT: &str = "recueil-scelle,1";

/// What is sealed is lengthened to a multiple of this, so that a size does not tell which form was
/// answered, nor whether much was said. In bytes.
const STEP: usize = 32 * 1024;

/// What stands in a sealed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Content {
    /// What the name of a file of such rows begins with.
    pub stem: String,
    /// The line of names, ended by a line feed.
    pub header: Vec<u8>,
    /// The row, ended by a line feed.
    pub row: Vec<u8>,
    /// The form, as the text of a definition file.
    pub definition: String,
}

impl Content {
    /// The text: three lines, the row, an empty line, the definition; then blanks.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{FORMAT}\n{}\n", self.stem).into_bytes();
        bytes.extend(&self.header);
        bytes.extend(&self.row);
        bytes.push(b'\n');
        bytes.extend(self.definition.trim_end().as_bytes());
        bytes.push(b'\n');
        let whole = bytes.len().next_multiple_of(STEP);
        bytes.resize(whole - 1, b' ');
        bytes.push(b'\n');
        bytes
    }

    /// What a text says; nothing where it is not formed so.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (format, rest) = line(bytes)?;
        if format != FORMAT.as_bytes() {
            return None;
        }
        let (stem, rest) = line(rest)?;
        let (header, rest) = row(rest)?;
        let (row, rest) = row(rest)?;
        let (b"", rest) = line(rest)? else { return None };
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
        let definition = format!("{}\n", text(rest)?.trim_end());
        Some(Self { stem: text(stem)?, header: header.to_vec(), row: row.to_vec(), definition })
    }
}

/// The first line, without its end, and what follows it.
fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

/// The first row of cells, with its end, and what follows it. A line feed between quotation marks
/// does not end it.
pub(super) fn row(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut quoted = false;
    let ends = |byte: &u8| {
        quoted ^= *byte == b'"';
        *byte == b'\n' && !quoted
    };
    let end = bytes.iter().position(ends)?;
    Some(bytes.split_at(end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of one text of this length, with all that CSV quotes.
    fn content(length: usize) -> Content {
        let text: String = "é\"\n, x".chars().cycle().take(length).collect();
        Content {
            stem: "com-court.v1-01234567".to_owned(),
            header: b"reponse_id,T2,controle\n".to_vec(),
            row: format!("1,\"{}\",c0\n", text.replace('"', "\"\"")).into_bytes(),
            definition: "# com-court\n\n[referentiel]\nid = \"commun\"\n".to_owned(),
        }
    }

    #[test]
    fn what_is_written_is_read_whatever_its_length_and_the_length_tells_little() {
        for length in (0..200).chain(STEP - 300..STEP + 10).chain([3 * STEP]) {
            let content = content(length);
            let bytes = content.bytes();
            assert_eq!(Content::read(&bytes), Some(content), "{length}");
            assert_eq!(bytes.len() % STEP, 0);
            assert!(bytes.len() == STEP || length > STEP / 2, "{length}");
        }
    }

    #[test]
    fn what_is_formed_otherwise_is_not_read() {
        let whole = content(10).bytes();
        let kept = whole.iter().rposition(|byte| *byte == b'\"').expect("the definition");
        for end in 0..kept - 40 {
            assert_eq!(Content::read(&whole[..end]), None, "{end}");
        }
        let other = String::from_utf8(whole).expect("text").replace("scelle,1", "scelle,2");
        assert_eq!(Content::read(other.as_bytes()), None);
    }
}
