//! Plain lines as they are heard: the program talked to through a pipe, and what a voice can say.
//! Never a terminal.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use super::program::program;

/// Punctuation that a voice reads as a pause, or says by a name that everybody knows. Not among it:
/// the midpoint, bullets, arrows, boxes, check marks, pictures.
const PUNCTUATION: &str = ".,;:?!…'’\"«»“”()[]-/_*%&@";

/// Is it a letter, a mark on one, a digit, punctuation, a space or the end of a line?
pub fn is_said(character: char) -> bool {
    let is_mark = ('\u{300}'..='\u{36f}').contains(&character);
    let is_space = matches!(character, ' ' | '\u{a0}' | '\u{202f}' | '\n');
    character.is_alphabetic()
        || character.is_ascii_digit()
        || is_mark
        || is_space
        || PUNCTUATION.contains(character)
}

/// Fails where a line holds something that is no letter, digit, punctuation or space.
#[track_caller]
pub fn is_sayable(transcript: &str) {
    // An address is what it is.
    let is_address = |word: &&str| word.contains("://");
    let is_clean = |word: &str| word.chars().all(is_said);
    let mut lines = transcript.lines();
    let odd = lines.find(|line| !line.split(' ').filter(|word| !is_address(word)).all(is_clean));
    if let Some(odd) = odd {
        panic!("{odd:?} in:\n{transcript}");
    }
    assert!(!transcript.contains('\r'), "a line is drawn over:\n{transcript}");
}

/// Runs the program in a folder on these lines; gives what it said, and how it ended. Spaces that do
/// not break are spaces.
pub fn talk(folder: &Path, arguments: &[&str], lines: &str) -> (String, Option<i32>) {
    let mut command = program(folder, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    // Where it ends before the last line, the rest is read by nobody.
    let _ = child.stdin.take().expect("an input").write_all(lines.as_bytes());
    let output = child.wait_with_output().expect("ended");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!told.contains("panicked"), "{told}");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    (said.replace(['\u{a0}', '\u{202f}'], " "), output.status.code())
}
