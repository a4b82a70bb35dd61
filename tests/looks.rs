//! How screens look: signs that the terminal has, ways out at their place.
//! Never a taste: what is read here is counted.

mod support;

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier};
use recueil::app::{Settings, Shade, Signs};
use recueil::questionnaire::Library;
use recueil::tui::{Depth, Theme};
use support::{OPEN, Person, SCREENS, control, settings, settings_and, shows_at};

#[test]
fn a_theme_without_colour_has_none_and_the_chosen_line_is_turned_in_every_theme() {
    for depth in [Depth::Sixteen, Depth::Many] {
        let plain = Theme::new(Shade::Colourless, depth, Signs::All);
        assert!(plain.read().iter().all(|(_, style)| style.fg.is_none() && style.bg.is_none()));
        for shade in
            [Shade::Terminal, Shade::Light, Shade::Dark, Shade::Contrast, Shade::Colourless]
        {
            let focus = Theme::new(shade, depth, Signs::All).focus;
            assert!(focus.add_modifier.contains(Modifier::REVERSED), "{shade:?}");
        }
    }
}

#[test]
fn the_main_screens_in_a_large_window() {
    for (name, script) in SCREENS {
        shows_at(name, (120, 40), Person::at_home(120, 40), script);
    }
}

#[test]
fn the_main_screens_in_english() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        for (name, script) in &SCREENS[3..] {
            let english = Person::with(Library::load(Vec::new()), settings(), "en", columns, rows);
            shows_at(&format!("{name}-en"), (columns, rows), english, script);
        }
    }
}

#[test]
fn the_main_screens_with_the_oldest_signs_hold_no_other() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        let theme = || Theme::new(Shade::Colourless, Depth::Sixteen, Signs::Ascii);
        for (name, script) in SCREENS {
            let mut person = Person::at_home(columns, rows).in_looks(theme());
            person.types(script);
            let screen = person.sees();
            // All of them are in the sets of letters of Western Europe, too.
            let letters = |c: char| c.is_ascii() || c.is_alphabetic() || "«»\u{a0}".contains(c);
            assert_eq!(screen.chars().find(|c| !letters(*c)), None, "{screen}");
            let coloured = |cell: &ratatui::buffer::Cell| (cell.fg, cell.bg);
            let cells = person.buffer().content.iter();
            assert!(cells.map(coloured).all(|c| c == (Color::Reset, Color::Reset)), "{name}");
        }
        let person = Person::at_home(columns, rows).in_looks(theme());
        shows_at("one-ascii", (columns, rows), person, "<begin>2");
    }
}

#[test]
fn a_marked_answer_differs_by_mark_reverse_video_and_colour() {
    let mut person = Person::at_home(80, 24);
    person.types("<begin>2");
    let screen = person.sees();
    let row = screen.lines().position(|line| line.contains("▸ 2 (•)")).expect("a marked line");
    let row = u16::try_from(row).expect("a row");
    let cell = &person.buffer()[(4, row)];
    assert!(cell.modifier.contains(Modifier::REVERSED));
    assert_ne!(cell.fg, Color::Reset);
}

/// Where each way out stands at the bottom of the screen.
fn ways(screen: &str) -> BTreeMap<&'static str, usize> {
    let last = screen.lines().last().unwrap_or_default();
    let words = ["arrêter", "fermer", "précédent", "passer", "aide", "English"];
    let found = words.iter().filter_map(|word| {
        // The name of the key is before it, and not as long on every screen.
        let at = last.find(word)?;
        let before = &last[..at];
        let key = before.trim_end().rsplit("  ").next().unwrap_or_default();
        let start = before.trim_end().chars().count() - key.trim_start().chars().count();
        Some((if *word == "fermer" { "arrêter" } else { word }, start))
    });
    found.collect()
}

#[test]
fn the_ways_out_are_at_the_same_place_on_every_screen() {
    for (columns, rows, at_least) in [(80, 24, 5), (120, 40, 5), (40, 12, 3)] {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let scripts = ["9<enter>", "1<enter>5<enter>", "<begin>2<enter><esc>", "<begin>?", ":aide"];
        for script in SCREENS.map(|(_, script)| script).into_iter().chain(scripts) {
            let mut person = Person::of(settings_and(OPEN), columns, rows);
            person.types(script);
            let screen = person.sees();
            let found = ways(&screen);
            assert!(found.contains_key("arrêter"), "{screen}");
            for (way, column) in found {
                assert_eq!(*places.entry(way).or_insert(column), column, "{way} in\n{screen}");
            }
        }
        assert!(places.len() >= at_least, "{places:?}");
    }
}

#[test]
fn the_wheel_turns_what_is_shown_and_never_what_is_marked() {
    use ratatui::crossterm::event::{Event as Input, KeyModifiers, MouseEvent, MouseEventKind};
    let turn = |kind| {
        let (column, row, modifiers) = (5, 5, KeyModifiers::NONE);
        Input::Mouse(MouseEvent { kind, column, row, modifiers })
    };
    let mut person = Person::at_home(40, 12);
    person.types("<begin>2<enter>3<enter>1");
    let before = person.sees();
    person.input(&turn(MouseEventKind::ScrollDown));
    let turned = person.sees();
    assert!(turned.contains("↑ suite") && !turned.contains("Cette saison"), "{turned}");
    person.input(&turn(MouseEventKind::ScrollUp));
    assert_eq!(person.sees(), before);
}

#[test]
fn a_click_is_done_where_the_button_went_down_and_not_where_it_slipped_away() {
    use ratatui::crossterm::event::{MouseButton, MouseEventKind};
    let (down, up) =
        (MouseEventKind::Down(MouseButton::Left), MouseEventKind::Up(MouseButton::Left));
    let mut person = Person::at_home(80, 24);
    person.types("<begin>");
    let row = |person: &Person<'static>, text: &str| {
        let row = person.sees().lines().position(|line| line.contains(text)).expect("a line");
        u16::try_from(row).expect("a row")
    };
    let (first, second) = (row(&person, "1 ( )"), row(&person, "2 ( )"));
    person.button(down, (10, second));
    assert!(person.sees().contains("2 ( )"), "nothing yet:\n{}", person.sees());
    person.button(up, (10, first));
    assert!(!person.sees().contains("(•)"), "it slipped away:\n{}", person.sees());
    person.button(up, (10, second));
    assert!(!person.sees().contains("(•)"), "it never went down:\n{}", person.sees());
    person.button(down, (10, second)).button(up, (12, second));
    assert!(person.sees().contains("2 (•)"), "{}", person.sees());
}

#[test]
fn what_is_typed_is_edited_by_words_and_undone() {
    use ratatui::crossterm::event::{Event as Input, KeyCode, KeyEvent, KeyModifiers};
    let with = |code, modifiers| Input::Key(KeyEvent::new(code, modifiers));
    let line = |person: &Person<'static>| {
        let screen = person.sees();
        screen.lines().find_map(|line| line.strip_prefix("  > ")).unwrap_or_default().to_owned()
    };
    let mut person = Person::of(Settings::default(), 80, 24);
    person.types("<end><up><up><up><enter>maison des cafe\u{301}s");
    person.input(&with(KeyCode::Left, KeyModifiers::ALT)).types("vrais ");
    assert_eq!(line(&person), "maison des vrais cafe\u{301}s");
    person.types("<end><back><back>");
    assert_eq!(line(&person), "maison des vrais caf", "a letter and its accent go together");
    person.input(&control('z'));
    assert_eq!(line(&person), "maison des vrais cafe\u{301}s");
    person.input(&control('y'));
    assert_eq!(line(&person), "maison des vrais caf");
    person.input(&control('w')).input(&support::pasted("toits\r\nverts\u{1b}[31m\u{202e}"));
    assert_eq!(line(&person), "maison des vrais toits verts[31m");
    person.input(&control('u'));
    assert_eq!(line(&person), "");
    person.input(&control('z')).input(&control('z'));
    assert_eq!(line(&person), "maison des vrais");
}

#[test]
fn near_the_limit_it_is_said_how_much_is_left() {
    let mut person = Person::at_home(80, 24);
    person.types(SCREENS[5].1).types(&"x".repeat(222));
    assert!(person.sees().contains("il reste 42 signes"), "{}", person.sees());
    person.types(&"x".repeat(44));
    assert!(person.sees().contains("2 signes de trop"), "{}", person.sees());
}
