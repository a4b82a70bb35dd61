//! The keys: one table, from which the footer and the help are made.
//! Never what an event does: `app` decides.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::InputRequest;

use crate::app::{Event, Mode, Way, digit};
use crate::locale::Locale;

/// A line of the table: a key, where it works, the message that names it, the message that says
/// what it does there.
pub(super) struct Binding {
    pub key: Key,
    modes: &'static [Mode],
    pub name: &'static str,
    pub does: &'static str,
}

impl Binding {
    /// Does it work where the screen is used so? Whatever is typed, the commands are the same.
    pub fn works(&self, mode: Mode) -> bool {
        self.modes.contains(match mode {
            Mode::Number | Day => &Field,
            _ => &mode,
        })
    }

    /// The way out that it takes, which not every screen has.
    pub fn way(&self) -> Option<Way> {
        match self.does {
            "key-back" => Some(Way::Back),
            "key-pass" => Some(Way::Pass),
            "key-rephrase" => Some(Way::Rephrase),
            "key-look-back" => Some(Way::LookBack),
            "key-illegible" => Some(Way::Illegible),
            "key-aloud" => Some(Way::Aloud),
            _ => None,
        }
    }

    /// Is it said at the bottom of the screen? What edits a line is only in the help.
    pub fn is_in_footer(&self) -> bool {
        !matches!(self.key, Key::Words | Key::Control('z' | 'y' | 'w' | 'u'))
    }
}

/// The name of a key; of the digits, those that do anything.
pub(super) fn key_name(locale: &Locale, binding: &Binding, last_digit: Option<u8>) -> String {
    match binding.key {
        Key::Digits => locale.tell("name-digits", &[("last", last_digit.unwrap_or(9).into())]),
        _ => locale.say(binding.name),
    }
}

/// What a key does; that of the language says the language it goes to, in that language.
pub(super) fn key_does(locale: &Locale, binding: &Binding) -> String {
    match binding.does {
        "key-language" => locale.next_name(),
        does => locale.say(does),
    }
}

/// A key, or a family of keys that do the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// 1 to 9, also from the top row of an AZERTY keyboard without Shift.
    Digits,
    /// 0, also from that row.
    Zero,
    UpDown,
    Space,
    Enter,
    F(u8),
    Left,
    PageUp,
    Backspace,
    Home,
    End,
    Escape,
    /// `:`, which an AZERTY keyboard has without Shift.
    Colon,
    /// A letter with Control.
    Control(char),
    /// Arrows with Control, or with Alt.
    Words,
}

use Mode::{Day, Field, Menu, One, Reading, Search, Several};

/// The table, in the order of the footer.
pub(super) const KEYS: &[Binding] = &[
    bind(Key::Digits, &[Menu, One, Several], "name-digits", "key-digit"),
    bind(Key::UpDown, &[Reading], "name-move", "key-scroll"),
    bind(Key::Enter, &[Menu, One, Several, Field, Search], "name-enter", "key-confirm"),
    bind(Key::Enter, &[Reading], "name-enter", "key-close"),
    bind(Key::Space, &[Several], "name-space", "key-mark"),
    bind(Key::Zero, &[One, Several], "name-zero", "key-pass"),
    bind(Key::F(2), &[Field], "name-f2", "key-pass"),
    bind(Key::Left, &[Menu, One, Several], "name-left", "key-back"),
    bind(Key::PageUp, &[Field], "name-page-up", "key-back"),
    bind(Key::F(1), &[Menu, One, Several, Field], "name-f1", "key-help"),
    bind(Key::Escape, &[Menu, One, Several, Field], "name-escape", "key-leave"),
    bind(Key::Escape, &[Search, Reading], "name-escape", "key-close"),
    bind(Key::F(3), &[One, Several, Field], "name-f3", "key-rephrase"),
    bind(Key::F(5), &[Menu, One, Several, Field], "name-f5", "key-look-back"),
    bind(Key::F(6), &[One, Several, Field], "name-f6", "key-illegible"),
    bind(Key::F(7), &[Menu, One, Several, Field, Reading], "name-f7", "key-aloud"),
    bind(Key::F(4), &[Menu, One, Several, Field, Reading], "name-f4", "key-language"),
    bind(Key::Colon, &[Menu, One, Several, Reading], "name-colon", "key-palette"),
    bind(Key::Control('p'), &[Field], "name-ctrl-p", "key-palette"),
    bind(Key::UpDown, &[Menu, One, Several, Field, Search], "name-move", "key-move"),
    bind(Key::Control('z'), &[Field, Search], "name-undo", "key-undo"),
    bind(Key::Control('y'), &[Field, Search], "name-redo", "key-redo"),
    bind(Key::Words, &[Field, Search], "name-word", "key-word"),
    bind(Key::Control('w'), &[Field, Search], "name-delete-word", "key-delete-word"),
    bind(Key::Control('u'), &[Field, Search], "name-delete-line", "key-delete-line"),
];

const fn bind(key: Key, modes: &'static [Mode], name: &'static str, does: &'static str) -> Binding {
    Binding { key, modes, name, does }
}

/// What a key does wherever it works; digits and arrows say which, and so are not here.
pub(super) fn meaning(key: Key) -> Option<Event> {
    Some(match key {
        Key::Digits | Key::UpDown | Key::Home | Key::End | Key::Words | Key::F(0 | 8..) => {
            return None;
        }
        Key::Control(letter) => match letter {
            'p' => Event::Palette,
            'z' => Event::Undo,
            'y' => Event::Redo,
            'w' => Event::Edit(InputRequest::DeletePrevWord),
            'u' => Event::Edit(InputRequest::DeleteFromStart),
            _ => return None,
        },
        Key::Colon => Event::Palette,
        Key::Space => Event::Mark,
        Key::Enter => Event::Confirm,
        Key::Zero | Key::F(2) => Event::Pass,
        Key::Left | Key::PageUp | Key::Backspace => Event::Back,
        Key::F(1) => Event::Help,
        Key::F(3) => Event::Rephrase,
        Key::F(4) => Event::Language,
        Key::F(5) => Event::LookBack,
        Key::F(6) => Event::Illegible,
        Key::F(7) => Event::Aloud,
        Key::Escape => Event::Leave,
    })
}

/// The event of a key where the screen is used so.
pub(super) fn event(mode: Mode, key: KeyEvent) -> Option<Event> {
    if key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('c') {
        return Some(Event::Interrupt);
    }
    if mode.is_typed()
        && let Some(request) = edit(key)
    {
        return Some(Event::Edit(typed(mode, request)));
    }
    let pressed = pressed(key)?;
    let in_list = matches!(mode, Menu | One | Several);
    let bound = KEYS.iter().any(|bind| bind.key == pressed.key && bind.works(mode));
    match pressed.key {
        // Keys that everybody tries, beside those of the table.
        Key::Zero if mode == Menu => Some(Event::Digit(0)),
        Key::Home if in_list => Some(Event::First),
        Key::End if in_list => Some(Event::Last),
        Key::Backspace | Key::PageUp | Key::F(2) if in_list => meaning(pressed.key),
        Key::Control('p') => meaning(pressed.key),
        Key::Space if mode == One => Some(Event::Mark),
        _ if !bound => None,
        Key::Digits => Some(Event::Digit(pressed.digit)),
        Key::UpDown => Some(if pressed.up { Event::Up } else { Event::Down }),
        key => meaning(key),
    }
}

/// A key as the table names it.
struct Pressed {
    key: Key,
    digit: u8,
    up: bool,
}

fn pressed(key: KeyEvent) -> Option<Pressed> {
    let plain = |key| Some(Pressed { key, digit: 0, up: false });
    if key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT) {
        return match key.code {
            // Undone and done again, as some keyboards have it.
            KeyCode::Char('Z') => plain(Key::Control('y')),
            KeyCode::Char(letter) => plain(Key::Control(letter.to_ascii_lowercase())),
            _ => None,
        };
    }
    match key.code {
        KeyCode::Char(character) => match digit(character) {
            Some(0) => plain(Key::Zero),
            Some(digit) => Some(Pressed { key: Key::Digits, digit, up: false }),
            None => match character {
                ' ' => plain(Key::Space),
                '?' => plain(Key::F(1)),
                ':' => plain(Key::Colon),
                '*' => plain(Key::F(6)),
                _ => None,
            },
        },
        KeyCode::Up => Some(Pressed { key: Key::UpDown, digit: 0, up: true }),
        KeyCode::Down => plain(Key::UpDown),
        KeyCode::Enter => plain(Key::Enter),
        KeyCode::F(number) => plain(Key::F(number)),
        KeyCode::Left => plain(Key::Left),
        KeyCode::PageUp => plain(Key::PageUp),
        KeyCode::Backspace => plain(Key::Backspace),
        KeyCode::Home => plain(Key::Home),
        KeyCode::End => plain(Key::End),
        KeyCode::Esc => plain(Key::Escape),
        _ => None,
    }
}

/// Typing a character; what would not stay on the line becomes a space.
fn insert(character: char) -> InputRequest {
    InputRequest::InsertChar(if character.is_control() { ' ' } else { character })
}

/// What a key types where a number or a day is asked: on the top row its digit, whatever the
/// keyboard gives without Shift. In a day `-` parts the numbers.
fn typed(mode: Mode, request: InputRequest) -> InputRequest {
    match (mode, request) {
        (Day, InputRequest::InsertChar('-')) | (Field | Search, _) => request,
        (_, InputRequest::InsertChar(character)) => {
            let number = digit(character).map(|digit| char::from(b'0' + digit));
            InputRequest::InsertChar(number.unwrap_or(character))
        }
        _ => request,
    }
}

fn edit(key: KeyEvent) -> Option<InputRequest> {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    Some(match key.code {
        // AltGr arrives as Control and Alt together on some systems: it types.
        KeyCode::Char(character) if control == alt => insert(character),
        // Keys that everybody tries, beside those of the table.
        KeyCode::Char('w') if control => InputRequest::DeletePrevWord,
        KeyCode::Char('u') if control => InputRequest::DeleteFromStart,
        KeyCode::Char('k') if control => InputRequest::DeleteTillEnd,
        KeyCode::Char('a') if control => InputRequest::GoToStart,
        KeyCode::Char('e') if control => InputRequest::GoToEnd,
        // What Backspace sends on some terminals.
        KeyCode::Char('h') if control => InputRequest::DeletePrevChar,
        KeyCode::Char('b') if alt => InputRequest::GoToPrevWord,
        KeyCode::Char('f') if alt => InputRequest::GoToNextWord,
        KeyCode::Char('d') if alt => InputRequest::DeleteNextWord,
        KeyCode::Backspace if control || alt => InputRequest::DeletePrevWord,
        KeyCode::Delete if control || alt => InputRequest::DeleteNextWord,
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left if control || alt => InputRequest::GoToPrevWord,
        KeyCode::Right if control || alt => InputRequest::GoToNextWord,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::ACTIONS;
    use Mode::Number;

    #[test]
    fn the_top_row_of_french_keyboards_types_digits() {
        let row: Vec<_> = "à&é\"'(-è_ç".chars().map(|key| digit(key).unwrap()).collect();
        assert_eq!(row, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!((digit('§'), digit('!')), (Some(6), Some(8)));
    }

    #[test]
    fn where_words_are_typed_the_same_keys_are_letters() {
        for character in "à&é\"'(-è_ç?0123456789 ".chars() {
            let key = KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE);
            assert!(matches!(
                event(Field, key),
                Some(Event::Edit(InputRequest::InsertChar(typed))) if typed == character
            ));
        }
    }

    /// What the top row, then `/`, types into a field used so.
    fn row_typed(mode: Mode) -> String {
        let keys = "à&é\"'(-è_ç§!/".chars();
        let typed = keys.filter_map(|character| {
            match event(mode, KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE)) {
                Some(Event::Edit(InputRequest::InsertChar(typed))) => Some(typed),
                _ => None,
            }
        });
        typed.collect()
    }

    #[test]
    fn where_a_number_or_a_day_is_typed_the_top_row_types_digits() {
        assert_eq!(row_typed(Number), "012345678968/");
        assert_eq!(row_typed(Day), "012345-78968/", "a dash parts the numbers of a day");
        assert_eq!(row_typed(Field), "à&é\"'(-è_ç§!/");
    }

    #[test]
    fn no_key_is_twice_in_the_table_for_one_use() {
        for mode in MODES {
            let of_mode: Vec<_> = KEYS.iter().filter(|b| b.works(mode)).collect();
            for (at, binding) in of_mode.iter().enumerate() {
                let twice = of_mode[..at].iter().any(|other| other.key == binding.key);
                assert!(!twice, "{} twice in {mode:?}", binding.name);
            }
        }
    }

    const MODES: [Mode; 8] = [Menu, One, Several, Field, Number, Day, Reading, Search];

    /// What a keyboard sends for a key of the table.
    fn sent(key: Key) -> KeyEvent {
        let (code, modifiers) = match key {
            Key::Digits => (KeyCode::Char('1'), KeyModifiers::NONE),
            Key::Zero => (KeyCode::Char('0'), KeyModifiers::NONE),
            Key::UpDown => (KeyCode::Down, KeyModifiers::NONE),
            Key::Space => (KeyCode::Char(' '), KeyModifiers::NONE),
            Key::Enter => (KeyCode::Enter, KeyModifiers::NONE),
            Key::F(number) => (KeyCode::F(number), KeyModifiers::NONE),
            Key::Left => (KeyCode::Left, KeyModifiers::NONE),
            Key::PageUp => (KeyCode::PageUp, KeyModifiers::NONE),
            Key::Backspace => (KeyCode::Backspace, KeyModifiers::NONE),
            Key::Home => (KeyCode::Home, KeyModifiers::NONE),
            Key::End => (KeyCode::End, KeyModifiers::NONE),
            Key::Escape => (KeyCode::Esc, KeyModifiers::NONE),
            Key::Colon => (KeyCode::Char(':'), KeyModifiers::NONE),
            Key::Control(letter) => (KeyCode::Char(letter), KeyModifiers::CONTROL),
            Key::Words => (KeyCode::Left, KeyModifiers::CONTROL),
        };
        KeyEvent::new(code, modifiers)
    }

    /// Nothing that edits a line, and no other key, has taken the place of a key that the footer and
    /// the help promise.
    #[test]
    fn every_key_of_the_table_does_in_its_modes_what_the_table_says() {
        for binding in KEYS {
            for mode in MODES.into_iter().filter(|mode| binding.works(*mode)) {
                let does = event(mode, sent(binding.key)).map(|event| format!("{event:?}"));
                let says = match binding.key {
                    Key::Digits => Event::Digit(1),
                    Key::UpDown => Event::Down,
                    Key::Words => Event::Edit(InputRequest::GoToPrevWord),
                    key => meaning(key).expect("a meaning"),
                };
                assert_eq!(does, Some(format!("{says:?}")), "{} in {mode:?}", binding.name);
            }
        }
    }

    /// Keys that choose, move or edit what is typed: they do nothing that a list of actions could.
    const BY_HAND: &[&str] = &[
        "key-digit",
        "key-move",
        "key-mark",
        "key-confirm",
        "key-close",
        "key-scroll",
        "key-word",
        "key-delete-word",
        "key-delete-line",
        "key-palette",
    ];

    #[test]
    fn every_action_has_a_key_and_a_place_in_the_list_of_actions_and_they_do_the_same() {
        for binding in KEYS.iter().filter(|binding| !BY_HAND.contains(&binding.does)) {
            let action = ACTIONS.iter().find(|(key, ..)| *key == binding.does);
            let (.., does) = action.unwrap_or_else(|| panic!("{} is in no list", binding.does));
            let means = meaning(binding.key).expect("a meaning");
            assert_eq!(format!("{does:?}"), format!("{means:?}"), "{}", binding.does);
        }
        for (key, ..) in ACTIONS {
            assert!(KEYS.iter().any(|binding| binding.does == *key), "no key is {key}");
        }
    }

    #[test]
    fn accents_and_what_a_dead_key_makes_are_typed_and_control_types_nothing() {
        let typed = |code, modifiers| event(Field, KeyEvent::new(code, modifiers));
        for character in "éàçœÊñ€日".chars() {
            let inserted = typed(KeyCode::Char(character), KeyModifiers::NONE);
            assert!(matches!(
                inserted,
                Some(Event::Edit(InputRequest::InsertChar(typed))) if typed == character
            ));
        }
        // AltGr, as Windows sends it.
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert!(matches!(
            typed(KeyCode::Char('@'), alt_gr),
            Some(Event::Edit(InputRequest::InsertChar('@')))
        ));
        assert!(typed(KeyCode::Char('q'), KeyModifiers::CONTROL).is_none());
    }
}
