//! The top row of French keyboards: the digits that it gives without Shift.
//! Never a key of the full screen: plain lines know the same signs.

/// The digit of a key of the top row, whether it is a digit or what an AZERTY keyboard gives
/// without Shift; `§` and `!` are the 6 and 8 of the French keyboards of Apple and of Belgium.
pub fn digit(character: char) -> Option<u8> {
    Some(match character {
        '0'..='9' => character as u8 - b'0',
        '&' => 1,
        'é' => 2,
        '"' => 3,
        '\'' => 4,
        '(' => 5,
        '-' | '§' => 6,
        'è' => 7,
        '_' | '!' => 8,
        'ç' => 9,
        'à' => 0,
        _ => return None,
    })
}

/// A number typed on that row; nothing where a sign is not on it.
pub fn number(typed: &str) -> Option<usize> {
    let digits: Option<String> =
        typed.chars().map(|sign| digit(sign).map(|digit| char::from(b'0' + digit))).collect();
    digits?.parse().ok()
}
