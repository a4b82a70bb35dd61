//! The large layout: few things at once, nothing cut, for big letters in a small window.
//! Never a size of letters: those are the terminal's.

mod support;

use std::collections::BTreeSet;

use recueil::app::{Settings, Shade, Signs, Size};
use recueil::tui::{Depth, Theme};
use support::{Person, SCREENS, settings, settings_and, shows_at};

/// A console of Linux with letters of 32 pixels on an old screen, a terminal zoomed to 300 %, and one
/// that is as large as it may be.
const SIZES: [(u16, u16); 3] = [(40, 12), (26, 8), (80, 24)];

fn large(columns: u16, rows: u16) -> Person<'static> {
    Person::of(settings_and("[ecran]\ntaille = \"grande\"\n"), columns, rows)
}

#[test]
fn the_main_screens_in_large() {
    for (columns, rows) in SIZES {
        for (name, script) in SCREENS {
            let person = large(columns, rows);
            shows_at(&format!("large-{name}"), (columns, rows), person, script);
        }
    }
}

#[test]
fn in_large_nothing_is_cut_or_framed_and_what_follows_is_said_in_words() {
    for (columns, rows) in SIZES {
        for (name, script) in SCREENS {
            let mut person = large(columns, rows);
            person.types(script);
            let screen = person.sees();
            let framed = |c: char| "─━│┃═║┌┐└┘↑↓".contains(c);
            let body: Vec<&str> = screen.lines().collect();
            let (_, body) = body.split_last().expect("a footer");
            // In the help, arrows are the names of keys.
            if name != "help" {
                assert!(!body.join("\n").contains(framed), "{screen}");
            }
            // Some sentences end so by themselves.
            for line in body.iter().filter(|line| line.ends_with('…')) {
                assert!(
                    ["actions…", "avez-vous…"].iter().any(|end| line.ends_with(end)),
                    "{screen}"
                );
            }
        }
    }
}

#[test]
fn in_large_a_blank_row_is_between_any_two_answers() {
    let mut person = large(40, 24);
    person.types("<begin>2");
    let screen = person.sees();
    let rows: Vec<&str> = screen.lines().collect();
    let answers: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].contains(") ")).collect();
    assert!(answers.len() >= 4, "{screen}");
    for pair in answers.windows(2) {
        let between = &rows[pair[0] + 1..pair[1]];
        assert!(between.iter().any(|row| row.trim().is_empty()), "{screen}");
    }
}

#[test]
fn a_small_window_is_large_by_itself_unless_the_settings_say_otherwise() {
    let at = |settings: Settings, columns, rows| {
        let mut person = Person::of(settings, columns, rows);
        person.types("<begin>2");
        person.sees()
    };
    let (usual, big) = ("[ecran]\ntaille = \"normale\"\n", "[ecran]\ntaille = \"grande\"\n");
    for (columns, rows) in [(39, 12), (40, 11), (26, 8)] {
        assert_eq!(at(settings(), columns, rows), at(settings_and(big), columns, rows));
        assert_ne!(at(settings(), columns, rows), at(settings_and(usual), columns, rows));
    }
    for (columns, rows) in [(40, 12), (80, 24)] {
        assert_eq!(at(settings(), columns, rows), at(settings_and(usual), columns, rows));
        assert_ne!(at(settings(), columns, rows), at(settings_and(big), columns, rows));
    }
}

#[test]
fn what_is_asked_on_the_command_line_goes_before_the_settings() {
    let asked = |size| {
        let theme = Theme::new(Shade::Terminal, Depth::Sixteen, Signs::All).sized(size);
        let mut person = Person::at_home(80, 24).in_looks(theme);
        person.types("<begin>2");
        person.sees()
    };
    let mut person = large(80, 24);
    person.types("<begin>2");
    assert_eq!(asked(Some(Size::Large)), person.sees());
    assert_ne!(asked(None), person.sees());
}

#[test]
fn the_settings_turn_the_size_at_once_and_keep_it() {
    let mut person = Person::at_home(80, 24);
    person.types("0<enter>6<enter>");
    assert!(person.sees().contains("grande si la fenêtre est petite"), "{}", person.sees());
    person.types("6<enter>");
    let kept = |person: &Person<'static>| person.disk.borrow().settings.clone().unwrap_or_default();
    assert!(kept(&person).contains("taille = \"grande\""), "{}", kept(&person));
    assert!(!person.sees().contains('━'), "{}", person.sees());
    person.types("<enter>");
    assert!(kept(&person).contains("taille = \"normale\""), "{}", kept(&person));
    assert!(person.sees().contains('─'), "{}", person.sees());
}

/// Each word of each question and answer of a form comes into sight, page after page, in the smallest
/// window there is.
#[test]
fn in_the_smallest_window_every_word_of_a_form_can_be_read() {
    for id in ["com-court", "flsm-sortie", "ker-enfant"] {
        let form = support::form(id);
        let settings = settings_and(support::OPEN);
        let mut person = Person::collecting(id, settings, 24, 8);
        person.types("<begin>");
        let mut seen = BTreeSet::new();
        let mut asked = 0;
        let place = |person: &Person<'static>| person.app.view().place;
        while place(&person).is_some_and(|place| place.starts_with("Question")) {
            for _ in 0..60 {
                let screen = person.sees().replace('\u{a0}', " ");
                seen.extend(screen.split_whitespace().map(str::to_owned));
                person.types("<down>");
            }
            asked += 1;
            // Passed without a reason: page after page is turned before Enter means it.
            let (here, typed) = (place(&person), person.app.view().mode.is_typed());
            person.types(if typed { "<f2>" } else { "0" });
            for _ in 0..20 {
                if place(&person) == here {
                    person.types("<enter>");
                }
            }
            assert_ne!(place(&person), here, "{}", person.sees());
        }
        assert!(asked > 1, "{id}");
        for question in form.questions.iter().take(asked) {
            let question = question.defined();
            let labels = question.kind.choices().iter().map(|choice| &choice.label);
            for label in labels.chain([&question.label]) {
                let said = form.say(label, "fr");
                for word in said.split_whitespace().filter(|word| word.chars().count() < 14) {
                    let found = seen.iter().any(|seen| seen.contains(word));
                    assert!(found, "{id}: {word} of {said:?} is never seen");
                }
            }
        }
    }
}
