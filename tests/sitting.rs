//! What is said once for a sitting, and the code that pairs two forms of a person: whole screens at
//! 80×24 and 40×12, what the rows say, and the same through plain lines.
//! Never a disk, but for plain lines.

mod support;

use recueil::plain;
use recueil::record::Record;
use recueil::value::Meta;
use support::{OPEN, Person, control, form, settings, settings_and, shows};

/// In front of a form asked for by its name, in a structure that opened everything.
fn asked(form: &str) -> Person<'static> {
    Person::collecting(form, settings_and(OPEN), 80, 24)
}

/// The rows on the disk: these columns, joined by a bar.
fn rows(person: &Person<'static>, metas: &[Meta]) -> Vec<String> {
    let cells = |row: &Record| {
        metas.iter().map(|meta| row.meta(*meta).to_owned()).collect::<Vec<_>>().join("|")
    };
    person.disk.borrow().rows.iter().map(cells).collect()
}

const SAID: &[Meta] = &[
    Meta::Groupe,
    Meta::Seance,
    Meta::Date,
    Meta::Saisie,
    Meta::Support,
    Meta::Aide,
    Meta::Aidant,
    Meta::AideLangue,
    Meta::Langue,
];

/// From the notice of `com-entree` to the screen of the code.
const FOUR: &str = "<begin>1<enter>2<enter>3<enter>4<enter><enter>";

/// From the notice of `com-court` to the screen of the code: every question passed.
const EIGHT: &str = "<begin><f2><enter><f2><enter><f2><enter><f2><enter><f2><enter><f2><enter>\
    <f2><enter><f2><enter><enter>";

#[test]
fn the_sitting_and_each_thing_of_it() {
    let page = Person::at_home;
    shows("sitting", page, "2<enter>4<enter>");
    shows("sitting-helped", page, "2<enter>4<enter>6<enter>2<enter>2<enter>");
    shows("sitting-group", page, "2<enter>4<enter>2<enter>lundi matin");
    shows("sitting-help", page, "2<enter>4<enter>6<enter>");
    shows("sitting-day-to-come", page, "2<enter>4<enter>4<enter>é\"/&&/éàé§<enter>");
    shows("sitting-page", page, "2<enter>4<enter>2<enter>lundi matin<enter><enter>");
    let team = |c, r| Person::collecting("com-carnet", settings(), c, r);
    shows("sitting-team", team, "3<enter>");
    shows("sitting-english", page, "2<enter>4<enter><f4>");
}

#[test]
fn a_code_to_copy_and_a_code_to_type() {
    let entry = |c, r| Person::collecting("com-entree", settings(), c, r);
    shows("code", entry, FOUR);
    shows("code-unchosen", entry, &format!("{FOUR}<enter><enter><enter>"));
    let exit = |c, r| Person::collecting("com-court", settings(), c, r);
    shows("code-asked", exit, EIGHT);
    shows("code-wrong", exit, &format!("{EIGHT}lune sapin 24<enter>"));
    shows("code-nothing", exit, &format!("{EIGHT}<enter>"));
    let pupil = |c, r| Person::collecting("ig-eleve-entree", settings_and(OPEN), c, r);
    shows("code-pupil", pupil, FOUR);
}

#[test]
fn from_a_page_one_key_begins_as_before_and_defaults_are_noted() {
    let mut person = Person::at_home(80, 24);
    // The form, the notice, four answers, the review, no code.
    person.types("1<enter>2<enter><enter>1<enter>2<enter>3<enter>4<enter><enter>2<enter>");
    assert!(person.sees().contains("Enregistré"), "{}", person.sees());
    assert_eq!(rows(&person, SAID), ["||2026-11-22|2026-11-22|ecran|seul|aucun|0|fr"]);
}

#[test]
fn what_is_said_of_the_sitting_is_carried_to_the_next_person_and_can_be_changed_between_two() {
    let mut person = Person::at_home(80, 24);
    // Group, sitting, day, paper, read aloud by a volunteer, help with the language, Arabic.
    person.types("2<enter>4<enter>2<enter>lundi<enter>3<enter>3<enter>4<enter>05/11/2026<enter>");
    person.types("5<enter>1<enter>6<enter>2<enter>2<enter>8<enter>2<enter>9<enter>5<enter>");
    person.types("<enter>1<enter><begin>");
    let pass = "<f2><enter>".repeat(6);
    let first = format!("{pass}<enter>2<enter>");
    person.types(&first);
    person.types("<enter><begin>").types(&first);
    // The third is alone.
    person.types("3<enter>6<enter>1<enter><enter>");
    assert!(person.sees().contains("Enregistré"), "{}", person.sees());
    person.types("<enter><begin>").types(&first);
    let helped = "lundi|3|2026-11-05|2026-11-22|ecran|lu|benevole|1|ar";
    let alone = "lundi|3|2026-11-05|2026-11-22|ecran|seul|aucun|1|ar";
    assert_eq!(rows(&person, SAID), [helped, helped, alone]);
}

#[test]
fn one_who_does_not_answer_leaves_the_sitting_to_the_next_and_leaving_the_page_ends_it() {
    let mut person = Person::at_home(80, 24);
    person.types("2<enter>4<enter>2<enter>lundi<enter><enter>1<enter>2<enter>");
    assert!(person.sees().contains("Quel référentiel"), "{}", person.sees());
    person.types("2<enter>");
    assert!(person.sees().contains("groupe lundi\u{a0}; aujourd'hui"), "{}", person.sees());
    person.types("<esc>2<enter>");
    assert!(!person.sees().contains("lundi"), "{}", person.sees());
    // Another référentiel is another sitting.
    person.types("4<enter>2<enter>lundi<enter><enter>1<enter>2<enter>3<enter>");
    assert!(!person.sees().contains("lundi"), "{}", person.sees());
}

#[test]
fn where_one_form_was_asked_for_the_sitting_is_on_the_first_notice_and_not_on_the_next() {
    let mut person = asked("com-entree");
    assert!(person.sees().contains("3 Réglages de la séance"), "{}", person.sees());
    person.types("3<enter>2<enter>lundi<enter><enter>");
    assert!(person.sees().contains("▸ 1 Commencer"), "{}", person.sees());
    person.types(FOUR).types("2<enter><enter>");
    let next = person.sees();
    assert!(next.contains("Commencer") && !next.contains("Réglages"), "{next}");
    person.types(FOUR).types("2<enter>");
    assert_eq!(rows(&person, &[Meta::Groupe]), ["lundi", "lundi"]);
}

#[test]
fn of_a_group_that_the_team_counts_only_group_sitting_and_day_are_said() {
    let mut person = asked("com-carnet");
    person.types("3<enter>");
    let said = person.sees();
    assert!(said.contains("4 Date") && !said.contains("5 "), "{said}");
    person.types("2<enter>lundi<enter><enter><begin><f2><enter><esc>3<enter>");
    assert_eq!(rows(&person, SAID), ["lundi||2026-11-22|2026-11-22|ecran||||fr"]);
}

#[test]
fn an_earlier_day_of_a_small_group_is_its_season() {
    let mut person = asked("ig-aine-entree");
    person.types("3<enter>4<enter>22/06/2026<enter><enter><begin>1<enter><esc>3<enter>");
    let days = [Meta::Date, Meta::Cycle, Meta::Saisie];
    assert_eq!(rows(&person, &days), ["2025-2026|2025-2026|2026-2027"]);
}

#[test]
fn the_code_that_was_copied_is_on_the_row_and_on_no_screen_afterwards() {
    let mut person = asked("com-entree");
    let shown = person.types(FOUR).sees();
    assert!(
        shown.contains("L\u{a0}U\u{a0}N\u{a0}E - S\u{a0}A\u{a0}P\u{a0}I\u{a0}N - 4\u{a0}2"),
        "{shown}"
    );
    // Stopping, or looking at the answers again, then going on, shows the same code.
    person.types("<esc>1<enter><enter>");
    assert_eq!(person.sees(), shown);
    person.types("<left>");
    assert!(person.sees().contains("Voici vos réponses"), "{}", person.sees());
    person.types("<enter>1");
    let mut screens = vec![person.types("<enter>").sees()];
    for keys in ["<enter>", "<begin>", "1<enter>", "<left>", "<esc>"] {
        screens.push(person.types(keys).sees());
    }
    for screen in screens {
        assert!(
            !screen.contains("4\u{a0}2") && !screen.to_lowercase().contains("lune"),
            "{screen}"
        );
    }
    assert_eq!(rows(&person, &[Meta::Code]), ["lune-sapin-42"]);
}

#[test]
fn who_wants_no_code_or_stops_before_the_end_is_not_paired() {
    let mut person = asked("com-entree");
    person.types(FOUR).types("2<enter>");
    person.types("<enter>").types(FOUR).types("<esc>3<enter>");
    assert_eq!(rows(&person, &[Meta::Code]), ["", ""]);
}

#[test]
fn on_leaving_a_code_is_read_as_people_write_it_and_a_mistake_is_told_by_its_digits() {
    for (typed, told, code) in [
        ("lune-sapin-42<enter>", None, "lune-sapin-42"),
        (" Lune SAPÎN 42<enter>", None, "lune-sapin-42"),
        ("<f2>", None, ""),
        ("<down><enter>", None, ""),
        ("<enter><enter>", None, ""),
        ("lune sapin 24<enter>", Some("Ce code a une erreur : relisez votre carton."), ""),
        ("lume sapin 42<enter>", Some("n'est pas un mot des codes"), ""),
        ("lune 42<enter>", Some("Il faut deux mots et deux chiffres"), ""),
    ] {
        let mut person = asked("com-court");
        person.types(EIGHT).types(typed);
        let screen = person.sees().replace('\u{a0}', " ");
        match told {
            None => assert_eq!(rows(&person, &[Meta::Code]), [code], "{typed}\n{screen}"),
            Some(told) => {
                assert!(screen.contains(told), "{typed}\n{screen}");
                assert!(!screen.contains("lune-sapin-42"), "no code is proposed\n{screen}");
                assert!(person.disk.borrow().rows.is_empty(), "{typed}");
                // Whoever cannot mend it answers all the same.
                person.types("<f2>");
                assert_eq!(rows(&person, &[Meta::Code]), [""], "{typed}");
            }
        }
    }
}

#[test]
fn the_code_of_a_sheet_that_is_typed_is_printed_on_it_and_its_minutes_are_not_known() {
    let mut person = asked("com-entree");
    person.types("3<enter>5<enter>2<enter><enter><begin>1234");
    let screen = person.sees();
    assert!(screen.contains("▸ 1 Un code est écrit"), "without it nothing is paired\n{screen}");
    person.types("<enter>");
    let screen = person.sees();
    assert!(screen.contains("Quel code est écrit sur la feuille"), "{screen}");
    person.types("lune sapin 42<enter><enter>");
    let columns = [Meta::Support, Meta::Code, Meta::DureeMin];
    assert_eq!(rows(&person, &columns), ["papier|lune-sapin-42|"]);
}

#[test]
fn no_code_is_given_or_asked_for_where_nothing_is_paired() {
    for id in ["upc-entree", "upc-sortie", "com-recit", "vlr-minute", "ker-enfant", "com-carnet"] {
        let mut person = asked(id);
        person.types(if form(id).asks_consent() { "1<begin>" } else { "<begin>" });
        while !person.sees().contains("Relecture") {
            person.types("<f2><enter>");
        }
        person.types("<enter>");
        assert!(person.sees().contains("Enregistré"), "{id}\n{}", person.sees());
    }
}

#[test]
fn a_row_that_the_disk_refuses_keeps_its_code_until_it_is_saved() {
    let mut person = asked("com-entree");
    person.disk.borrow_mut().refuses =
        Some((recueil::store::Action::Write, recueil::store::Reason::Full));
    person.types(FOUR).types("1<enter>");
    assert!(person.sees().contains("Pas enregistré"), "{}", person.sees());
    person.disk.borrow_mut().refuses = None;
    person.types("1<enter>");
    assert_eq!(rows(&person, &[Meta::Code]), ["lune-sapin-42"]);
}

#[test]
fn leaving_the_program_from_the_sitting_asks_nothing_once_the_row_is_saved() {
    let mut person = asked("com-entree");
    person.types(FOUR).types("2<enter>3<enter>");
    assert!(person.sees().contains("Réglages de la séance"), "{}", person.sees());
    person.input(&control('c'));
    assert!(person.left);
}

/// The rows of an interview through plain lines, from one form asked for by its name.
fn plain_rows(id: &str, lines: &str) -> (String, Vec<Record>) {
    let person = Person::of(settings(), 80, 24);
    let (mut app, disk) = (person.app, person.disk);
    let start = app.open(&form(id));
    let mut said = Vec::new();
    let mut perform = |effect| disk.borrow_mut().perform(effect);
    plain::run(
        &mut lines.as_bytes(),
        &mut said,
        plain::Echo::Nobody,
        &mut app,
        start,
        &mut perform,
    )
    .expect("a dialogue");
    let rows = disk.borrow().rows.clone();
    (String::from_utf8(said).expect("UTF-8"), rows)
}

#[test]
fn plain_lines_make_the_same_rows() {
    for (id, script, lines) in [
        (
            "com-entree",
            format!("3<enter>2<enter>lundi<enter>6<enter>2<enter>2<enter><enter>{FOUR}1<enter>"),
            "3\n2\nlundi\n6\n2\n2\n1\n1\n1\n2\n3\n4\n1\n1\n2\n",
        ),
        ("com-entree", format!("{FOUR}2<enter>"), "1\n1\n2\n3\n4\n1\n\n2\n2\n"),
        (
            "com-court",
            format!("{EIGHT}lune sapin 42<enter>"),
            "1\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n:0\n0\n:0\n0\n1\nlune sapin 24\nlune sapin 42\n2\n",
        ),
        (
            "com-court",
            format!("{EIGHT}<f2>"),
            "1\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n:0\n0\n:0\n0\n1\n:0\n2\n",
        ),
    ] {
        let mut person = Person::collecting(id, settings(), 80, 24);
        person.types(&script);
        let (said, rows) = plain_rows(id, lines);
        let [row] = rows.as_slice() else { panic!("{id}: {} rows\n{said}", rows.len()) };
        let of_screen = person.disk.borrow().rows[0].clone();
        // Looks at the clock pass by the key: the minutes differ, and the check with them.
        for (column, (cell, other)) in row.cells().iter().zip(of_screen.cells()).enumerate() {
            let differs = column == Meta::DureeMin as usize || column + 1 == row.cells().len();
            assert!(cell == other || differs, "{id}: {cell} and {other}\n{said}");
        }
        assert!(!said.contains("sapin 24 »"), "{said}");
    }
}

#[test]
fn plain_lines_say_the_code_in_one_piece() {
    let (said, _) = plain_rows("com-entree", "1\n1\n2\n3\n4\n1\n1\n2\n");
    assert!(said.contains("\nlune-sapin-42\n1. J'ai recopié le code\n"), "{said}");
    assert!(said.contains("Noté : J'ai recopié le code"), "{said}");
}
