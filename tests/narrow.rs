//! A window of 40 columns and 12 rows, as in big type: every word of every screen can be read there by
//! going down, and every journey goes to its end.
//! Never the words themselves: other tests compare whole screens.

mod support;

use std::collections::BTreeSet;

use recueil::app::{Block, Mode};
use recueil::questionnaire::{Kind, Library, Question};
use support::{OPEN, Person, settings_and};

const WIDTH: u16 = 40;
const HEIGHT: u16 = 12;

/// The words of a text: what may stand on two rows is parted.
fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_owned)
}

/// Reads the screen to its end, page after page and line after line, and checks that every word of it
/// was seen. An address or a path longer than a row is broken where it must be.
#[track_caller]
fn reads(person: &mut Person<'static>, at: &str) {
    let view = person.app.view();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for block in &view.blocks {
        match block {
            Block::Heading(text)
            | Block::Text(text)
            | Block::Hint(text)
            | Block::Alert(text)
            | Block::Excerpt(text) => {
                let whole = text.split(char::is_whitespace);
                let short = whole.filter(|part| part.chars().count() < usize::from(WIDTH) - 6);
                wanted.extend(short.flat_map(words));
            }
            Block::Line(_, line) => {
                wanted.extend(words(&line.label));
                wanted.extend(line.detail.iter().flat_map(|detail| words(detail)));
            }
            // Shown in large, letter by letter.
            Block::Code(_) | Block::Field(..) | Block::Bar(_) => {}
        }
    }
    wanted.extend(view.place.iter().flat_map(|place| words(place)));
    let mut pages = Vec::new();
    for key in ["<up>", "<down>"] {
        for _ in 0..400 {
            let page = person.sees();
            person.types(key);
            let is_end = person.sees() == page;
            pages.push(page);
            if is_end {
                break;
            }
        }
    }
    let seen: BTreeSet<String> = pages.iter().flat_map(|page| words(page)).collect();
    let missed: Vec<_> = wanted.difference(&seen).collect();
    assert!(missed.is_empty(), "{at}: {missed:?} of\n{}", pages.join("\n~~~~\n"));
}

/// Presses Enter until the screen is another; says whether it became one.
fn goes_on(person: &mut Person<'static>) -> bool {
    let here = person.app.view().identity();
    (0..30).any(|_| {
        person.types("<enter>");
        person.left || person.app.view().identity() != here
    })
}

/// The keys of some answer.
fn keys(question: &Question) -> &'static str {
    match question.kind {
        Kind::One(_) | Kind::Multiple(_) => "1",
        Kind::Integer => "2",
        Kind::Date => "01/10/2026",
        Kind::Text => "mot",
        Kind::Note | Kind::Counts(_) => "",
    }
}

#[test]
fn every_word_of_every_form_can_be_read_and_every_form_answered() {
    for form in Library::load(Vec::new()).forms() {
        let mut person = Person::collecting(&form.id, settings_and(OPEN), WIDTH, HEIGHT);
        reads(&mut person, &form.id);
        // Going down went past «Commencer».
        person.types("1");
        assert!(goes_on(&mut person), "{}", form.id);
        let mut answered = 0;
        while let Some(question) =
            person.app.interview().and_then(|on| on.session.question().cloned())
        {
            let at = format!("{} {}", form.id, question.name);
            reads(&mut person, &at);
            person.types(keys(&question));
            if !goes_on(&mut person) {
                // The answer does not do: it is told, and the question passed.
                reads(&mut person, &at);
                person.types("<f2>");
                reads(&mut person, &at);
                person.types("0");
                assert!(goes_on(&mut person), "{at}");
            }
            answered += 1;
            assert!(answered < 60, "{at}");
        }
        reads(&mut person, &form.id);
        person.types("<home>");
        assert!(goes_on(&mut person), "{}", form.id);
        if person.disk.borrow().rows.is_empty() {
            reads(&mut person, &form.id);
            person.types(if person.app.view().mode == Mode::One { "2" } else { "<f2>" });
            if person.disk.borrow().rows.is_empty() {
                goes_on(&mut person);
            }
        }
        reads(&mut person, &form.id);
        assert_eq!(person.disk.borrow().rows.len(), 1, "{}\n{}", form.id, person.sees());
    }
}

/// Goes through a journey, reading every screen to its end before the keys of each step.
fn journey(person: &mut Person<'static>, name: &str, steps: &[&str]) {
    for (at, step) in steps.iter().enumerate() {
        reads(person, &format!("{name} {at}"));
        person.types(step);
    }
    reads(person, name);
}

#[test]
fn every_word_of_a_seance_can_be_read_by_its_three_roads() {
    let held = |form: &str| Person::holding(form, settings_and(OPEN), WIDTH, HEIGHT);
    let mut person = held("com-court");
    let steps = ["6<enter>", "1<enter>", "2<enter>", "3<enter>", "<esc>", "1<enter>", "2<enter>"];
    journey(&mut person, "keyboard", &steps);
    journey(&mut person, "the end", &["5<enter>", "6<enter>", "1<enter>", "1<enter>", "2<enter>"]);
    let mut person = held("flsm-sortie");
    let steps =
        ["6<enter>", "3<enter>", "2<enter>", "1<enter>", "4<enter>", "1<enter>", "1<enter>"];
    journey(&mut person, "sheets", &steps);
    journey(&mut person, "a sheet", &["1<enter>", "1", "*", "0"]);
    let mut person = held("com-court");
    let steps = ["6<enter>", "3<enter>", "3<enter>", "1<enter>", "1<enter>", "2<enter>", "<esc>"];
    journey(&mut person, "hands", &steps);
}

#[test]
fn every_word_of_what_home_leads_to_can_be_read() {
    for keys in ["1<enter>", "8<enter>", "9<enter>", "0<enter>"] {
        let mut person = Person::at_home(WIDTH, HEIGHT);
        journey(&mut person, keys, &[keys]);
    }
    for line in ["1", "2", "3", "4", "5", "6", "7"] {
        let mut person = Person::at_home(WIDTH, HEIGHT);
        let keys = format!("{line}<enter>");
        journey(&mut person, line, &["0<enter>", &keys, "1<enter>"]);
    }
}
