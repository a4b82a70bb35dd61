//! SHA-256 of what is read, in digits.
//! Never a secret: it only tells two contents apart.

use std::fmt::Write;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// How many bytes of its hash tell a text from the other texts that one answer may have had.
const TEXT_BYTES: usize = 8;

/// Bytes in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// What tells a text from another: the first digits of its hash.
pub(super) fn of_text(text: &str) -> String {
    hex(&Sha256::digest(text)[..TEXT_BYTES])
}

/// The hash of all that can be read.
pub(super) fn of(source: &mut dyn Read) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut block = vec![0; 1 << 18];
    loop {
        match source.read(&mut block) {
            Ok(0) => return Ok(hex(&hash.finalize())),
            Ok(size) => hash.update(&block[..size]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
