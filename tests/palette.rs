//! The list of all that can be done: found by a few letters, on the full screen and in plain lines.
//! Never more than the person in front of the screen may do.

mod support;

use recueil::app::Event;
use support::{OPEN, Person, control, settings, settings_and, shows};

fn searching(script: &str, letters: &str) -> Person<'static> {
    let mut person = Person::at_home(80, 24);
    person.types(script).input(&control('p')).types(letters);
    person
}

/// The lines of the list, without the keys at their right.
fn listed(person: &Person<'_>) -> Vec<String> {
    let names = person.app.commands().into_iter().map(|command| command.name);
    names.collect()
}

#[test]
fn the_list_as_it_is_seen() {
    let home = |letters: &'static str| {
        move |columns, rows| {
            let mut person = Person::at_home(columns, rows);
            person.input(&control('p')).types(letters);
            person
        }
    };
    shows("palette", home(""), "");
    shows("palette-found", home("fin foyer"), "");
    shows("palette-nothing", home("zzzz"), "");
    let question = |columns, rows| {
        let mut person = Person::at_home(columns, rows);
        person.types("<begin>2<enter>").types(":");
        person
    };
    shows("palette-question", question, "");
}

#[test]
fn any_form_opens_from_home_by_a_few_letters_without_accents() {
    let mut person = searching("", "arrivee foyer");
    person.types("<enter>");
    assert!(person.sees().starts_with(" Participants : à l'arrivée"), "{}", person.sees());
    person.types("<begin>");
    assert!(person.sees().contains("Question 1 sur"), "{}", person.sees());
}

#[test]
fn a_locked_form_opens_what_it_lacks() {
    let mut person = searching("", "une place arrivee");
    person.types("<enter>");
    assert!(person.sees().contains("Verrouillé"), "{}", person.sees());
}

#[test]
fn escape_closes_the_list_and_what_was_under_it_is_as_it_was() {
    let mut person = Person::at_home(80, 24);
    person.types("<begin>2");
    let before = person.sees();
    person.types(":pass");
    assert!(person.sees().contains("Passer cette question"));
    person.types("<esc>");
    assert_eq!(person.sees(), before);
    // What is typed is kept, too.
    let mut person = Person::at_home(80, 24);
    person.types("0<enter>6<enter>1<enter>Le foyer").input(&control('p')).types("xyz<esc>");
    assert!(person.sees().contains("> FoyerLe foyer"), "{}", person.sees());
}

#[test]
fn what_it_does_is_what_the_key_does() {
    let mut by_key = Person::at_home(80, 24);
    by_key.types("<begin>2<enter><f3>");
    let mut by_name = searching("<begin>2<enter>", "autrement");
    by_name.types("<enter>");
    assert_eq!(by_name.sees(), by_key.sees());
    let mut by_click = searching("<begin>2<enter>", "autrement");
    by_click.clicks("Dire la question autrement");
    assert_eq!(by_click.sees(), by_key.sees());
}

#[test]
fn a_respondent_is_offered_what_the_screen_offers_and_nothing_of_home() {
    for script in [
        "1<enter>1<enter>",
        "<begin>",
        "<begin>2<enter>3<enter>",
        "<begin>à",
        "<begin>2<enter><esc>",
    ] {
        let mut person = Person::of(settings_and(OPEN), 80, 24);
        person.types(script);
        for name in listed(&person) {
            let of_home = ["Quitter", "structure", "(dérivé)", "Foyer", "fichiers"];
            assert!(!of_home.iter().any(|word| name.contains(word)), "{name} after {script:?}");
        }
    }
    let mut person = Person::at_home(80, 24);
    person.types("<begin>2<enter>");
    assert_eq!(
        listed(&person),
        [
            "Passer cette question",
            "Revenir en arrière",
            "Dire la question autrement",
            "Revoir les réponses déjà données",
            "Aide : les touches",
            "English (changer de langue)",
            "Arrêter",
        ]
    );
}

#[test]
fn a_mediator_is_offered_every_form_in_use() {
    let one = Person::of(settings_and("referentiels = [\"flsm\", \"pe\"]\n"), 80, 24);
    let names = listed(&one);
    assert!(
        names.iter().any(|name| name.contains("Participants : en fin de saison, Foyer")),
        "{names:?}"
    );
    assert!(names.iter().any(|name| name.contains(", Parlons-en")), "{names:?}");
    assert!(!names.iter().any(|name| name.contains("Vivre la Rue")), "{names:?}");
}

/// The first things of the list are done on many screens, without a panic; and on each screen no
/// digit and no name is there twice.
#[test]
fn everything_offered_can_be_done_and_nothing_is_there_twice() {
    let mut done = 0;
    for script in [
        "",
        "2<enter>",
        "7<enter>",
        "9<enter>",
        "1<enter>5<enter>",
        "1<enter>1<enter>",
        "<begin>2<enter>",
        "<begin>à",
        "<begin>2<enter><esc>",
        "<begin>2<enter>3<enter>1<enter>4<enter>2<enter>4<enter>mot",
    ] {
        let at = || {
            let mut person = Person::of(settings_and("lang = \"fr\"\n"), 80, 24);
            person.types(script);
            person
        };
        let all = at().app.commands();
        for first in all.iter().take(16) {
            let mut person = at();
            let disk = std::rc::Rc::clone(&person.disk);
            let effects = person.app.update(Event::Do(Box::new(first.clone())));
            person.app.carry_out(effects, &mut |effect| disk.borrow_mut().perform(effect));
            person.types("<f4><f4>");
            let lines = person.app.view().blocks.into_iter().filter_map(|block| match block {
                recueil::app::Block::Line(_, line) => line.digit,
                _ => None,
            });
            let digits: Vec<u8> = lines.collect();
            let mut once = digits.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), digits.len(), "{}", person.sees());
            done += 1;
        }
        let mut names: Vec<String> = all.into_iter().map(|command| command.name).collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
    }
    assert!(done > 80, "{done}");
}

#[test]
fn in_plain_lines_a_colon_and_a_few_letters_do_the_same() {
    let said = talk("2\n1\n1\n:autrement\n:\n:zzzz\n:arr\n2\n");
    assert!(said.contains("Autrement dit : "), "{said}");
    assert!(said.contains("On peut écrire :\n:Passer cette question\n"), "{said}");
    assert!(said.contains("« :zzzz » n'est pas compris."), "{said}");
}

/// What plain lines say to these.
fn talk(lines: &str) -> String {
    let mut person = Person::of(settings(), 80, 24);
    let disk = std::rc::Rc::clone(&person.disk);
    let mut output = Vec::new();
    let mut perform = |effect| disk.borrow_mut().perform(effect);
    recueil::plain::run(
        &mut lines.as_bytes(),
        &mut output,
        recueil::plain::Echo::Nobody,
        &mut person.app,
        Vec::new(),
        &mut perform,
    )
    .expect("a dialogue");
    String::from_utf8(output).expect("UTF-8").replace('\u{a0}', " ")
}
