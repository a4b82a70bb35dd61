//! Whole screens as text, at 80×24 and at 40×12.
//! Each file in `tests/screens` was looked at before it was kept.

mod support;

use recueil::app::Settings;
use recueil::store::{Action, Found as Left, Reason};
use support::{OPEN, Person, SEALED, library_of, settings, settings_and, shows};

fn without_settings(columns: u16, rows: u16) -> Person<'static> {
    Person::of(Settings::default(), columns, rows)
}

fn refused(columns: u16, rows: u16) -> Person<'static> {
    let person = Person::at_home(columns, rows);
    person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
    person
}

const EIGHT: &str = "<begin>é<enter>\"<enter>&é<enter>'<enter>é<enter>'<enter>";

#[test]
fn home_before_anyone_said_who_they_are() {
    shows("home-trial", without_settings, "");
}

#[test]
fn home() {
    shows("home", Person::at_home, "");
}

#[test]
fn home_in_english() {
    shows("home-english", Person::at_home, "<f4>");
}

#[test]
fn home_with_a_file_that_cannot_be_loaded() {
    let broken = |columns, rows| {
        let library = library_of("[referentiel]\nid = \"x\"\ntitle = 3\n");
        Person::with(library, settings(), "fr", columns, rows)
    };
    shows("home-broken-file", broken, "");
    shows("problems", broken, "<end><up><up><up><enter>");
}

/// A structure that opened every référentiel.
fn open(columns: u16, rows: u16) -> Person<'static> {
    Person::of(settings_and(OPEN), columns, rows)
}

#[test]
fn home_of_a_structure_that_uses_one_referentiel_lists_its_forms() {
    let one =
        |columns, rows| Person::of(settings_and("referentiels = [\"flsm\"]\n"), columns, rows);
    shows("home-one", one, "");
}

#[test]
fn the_page_of_a_referentiel_says_where_it_comes_from() {
    shows("page", Person::at_home, "2<enter>");
    shows("page-english", Person::at_home, "2<enter><f4>");
    shows("page-minors", Person::at_home, "4<enter>");
    shows("page-unsealed", open, "7<enter>");
}

#[test]
fn a_locked_referentiel_says_what_is_missing_and_the_lines_to_write() {
    shows("locked", Person::at_home, "7<enter>");
    let assessed =
        |columns, rows| Person::of(settings_and("[aipd]\nupc = \"2026-09-15\"\n"), columns, rows);
    shows("locked-unsealed", assessed, "7<enter>");
    shows("locked-end", Person::at_home, &format!("7<enter>{}", "<down>".repeat(30)));
}

#[test]
fn a_notice_that_asks_to_accept() {
    let asked = |columns, rows| Person::collecting("upc-entree", settings_and(OPEN), columns, rows);
    shows("consent", asked, "");
    shows("consent-nothing-chosen", asked, "<enter><enter><enter><enter>");
    shows("consent-chosen", asked, "2");
}

#[test]
fn the_notice_of_children() {
    shows("notice-child", open, "4<enter>4<enter>");
    shows("trial-parents", |c, r| Person::collecting("ker-enfant", settings(), c, r), "");
}

#[test]
fn a_child_is_told_tu_to_the_end() {
    let child = |columns, rows| Person::collecting("ker-enfant", settings_and(OPEN), columns, rows);
    shows("child-nothing-marked", child, "<begin><enter>");
    shows("child-pass", child, "<begin>à");
    shows("child-review", child, "<begin>1<enter>2<enter>3<enter>");
    shows("child-saved", child, "<begin>1<enter>2<enter>3<enter><enter>");
}

#[test]
fn the_notice_of_the_team() {
    shows("notice-team", Person::at_home, "1<enter>4<enter>");
}

#[test]
fn a_day_and_a_number_typed_with_the_top_row() {
    shows("day", Person::at_home, "1<enter>4<enter><begin>éé-&&-éàé§");
    shows("number", Person::at_home, "1<enter>4<enter><begin><f2>0<enter><f2>0<enter>çà");
}

#[test]
fn a_text_to_read_stands_at_no_place_and_is_no_answer_to_review() {
    let reader = |columns, rows| Person::collecting("pe-lecteur", settings(), columns, rows);
    let seven = "1<enter>".repeat(7);
    shows("note", reader, &format!("<begin>{seven}"));
    shows("note-review", reader, &format!("<begin>{seven}<enter><enter><enter><enter><enter>"));
}

#[test]
fn the_notice() {
    shows("notice", Person::at_home, "<enter><enter>");
    shows("notice-trial", without_settings, "1<enter>1<enter>");
}

#[test]
fn a_question_with_one_answer() {
    shows("one", Person::at_home, "<begin>");
    shows("one-marked", Person::at_home, "<begin>3");
    shows("one-nothing-marked", Person::at_home, "<begin><enter>");
    shows("one-rephrased-english", Person::at_home, "<begin><f4><f3>");
}

#[test]
fn a_digit_that_no_line_bears_is_said_and_changes_nothing() {
    let mut person = Person::at_home(80, 24);
    person.types("<begin>2§");
    let screen = person.sees();
    assert!(screen.contains("! Il n'y a pas de ligne 6 ici."), "{screen}");
    assert!(screen.contains("▸ 2 (•)") && screen.contains("1 à 4 choisir"), "{screen}");
    person.types("<down>");
    assert!(!person.sees().contains("pas de ligne"));
}

#[test]
fn a_question_with_several_answers() {
    shows("several", Person::at_home, "<begin>2<enter>3<enter>13");
    shows("several-exclusive", Person::at_home, "<begin>2<enter>3<enter>136");
}

#[test]
fn a_question_with_words() {
    shows("words", Person::at_home, &format!("{EIGHT}Ouvrir le samedi"));
    shows("words-nothing-typed", Person::at_home, &format!("{EIGHT}<enter>"));
    let long = "mot ".repeat(80);
    shows("words-too-long", Person::at_home, &format!("{EIGHT}{long}<enter>"));
}

#[test]
fn passing_a_question() {
    shows("pass", Person::at_home, "<begin>à");
}

#[test]
fn the_review() {
    shows(
        "review",
        Person::at_home,
        &format!("{EIGHT}Ouvrir le samedi<enter><enter><enter>1<enter>"),
    );
}

#[test]
fn the_answers_given_so_far() {
    // One answered, one passed, one passed for a reason, one answered: the fifth waits.
    let given = "<begin>2<enter>0<enter>02<enter>4<enter>";
    shows("given", Person::at_home, &format!("{given}<f5>"));
    shows("given-english", Person::at_home, &format!("{given}<f4><f5>"));
    shows("given-waiting", Person::at_home, &format!("{given}<left><left><f5><end>"));
    shows("given-changed", Person::at_home, &format!("{given}<f5><down><enter>"));
    let child = |columns, rows| Person::collecting("ker-enfant", settings_and(OPEN), columns, rows);
    shows("given-child", child, "<begin>1<enter><f5>");
    let story = |columns, rows| Person::collecting("com-recit", settings(), columns, rows);
    shows("given-doubtful", story, "<begin>au 02 98 00 00 00<enter><enter>En 2026<f5>");
}

#[test]
fn leaving() {
    shows("leaving", Person::at_home, "<begin>2<enter><esc>");
}

#[test]
fn saved() {
    let saved = format!("{EIGHT}<enter><enter><enter><enter><enter><f2>");
    shows("saved", Person::at_home, &saved);
    shows("saved-trial", without_settings, &saved);
}

#[test]
fn rows_that_cannot_be_written() {
    shows("unwritable", refused, "<enter><enter>");
    shows(
        "failed",
        refused,
        &format!("<enter><enter>2<enter>{EIGHT}<enter><enter><enter><enter><enter><f2>"),
    );
    shows("other-folder", refused, "<enter><enter>1<enter>");
}

#[test]
fn help_made_from_the_keys() {
    shows("help", Person::at_home, "<begin>2<enter>3<enter><f1>");
}

#[test]
fn a_window_too_small_says_so_and_recovers() {
    let mut person = Person::at_home(80, 24);
    person.types("<begin>2").resize(20, 5);
    assert_eq!(
        person.sees(),
        "Fenêtre trop petite.\nAgrandissez-la\u{a0}: il\nfaut 24 colonnes et\n8 lignes."
    );
    person.resize(80, 24);
    assert!(person.sees().contains("▸ 2 (•) Depuis cette saison"), "{}", person.sees());
}

#[test]
fn the_hardware_cursor_is_on_the_line_in_focus() {
    let mut person = Person::at_home(80, 24);
    person.types("<begin>3");
    let row = usize::from(person.cursor_row());
    assert!(person.sees().lines().nth(row).is_some_and(|line| line.contains("▸ 3 (•)")));
}

#[test]
fn the_hardware_cursor_is_where_letters_come_in() {
    let cell = |person: &Person<'static>| {
        let at = person.cursor();
        person.buffer()[(at.x, at.y)].symbol().to_owned()
    };
    let mut person = Person::at_home(80, 24);
    person.types(EIGHT).types("Ouvrir");
    assert_eq!(cell(&person), " ");
    person.types("<left><left>");
    assert_eq!(cell(&person), "i");
    person.types("<home>");
    assert_eq!(cell(&person), "O");
    // Where nothing is typed or chosen, it is where reading begins, and it follows the page.
    person.types("<f1>");
    let row = |person: &Person<'static>| {
        person.sees().lines().nth(person.cursor_row().into()).unwrap_or_default().to_owned()
    };
    assert!(row(&person).contains("valider"), "{}", row(&person));
    let help = person.cursor_row();
    person.types("<down><down>");
    assert_eq!(person.cursor_row(), help);
    person.resize(20, 5);
    assert_eq!(person.cursor_row(), 0, "{}", person.sees());
}

#[test]
fn a_question_passed_before_says_so_and_passes_again_with_enter() {
    let mut person = Person::at_home(80, 24);
    person.types("<begin>à1<enter><left>");
    assert!(person.sees().contains("Vous aviez passé cette question\u{a0}: Je ne sais pas"));
    person.types("<enter>");
    assert!(person.sees().contains("Question 2 sur 8"), "{}", person.sees());
}

#[test]
fn where_the_disk_did_not_confirm_the_same_file_is_not_tried_again() {
    let mut person = Person::at_home(80, 24);
    person.types(EIGHT);
    person.disk.borrow_mut().refuses = Some((Action::Sync, Reason::Other("EIO".into())));
    person.types("<enter><enter><enter><enter><enter><f2>");
    let screen = person.sees();
    assert!(screen.contains("Pas enregistré"), "{screen}");
    assert!(screen.contains("1 Enregistrer dans un autre dossier"), "{screen}");
    person.types("<enter><enter>");
    assert!(
        person.sees().contains("Où\u{a0}: /autre/recueil/data/commun/reponses.csv"),
        "{}",
        person.sees()
    );
    assert_eq!(person.disk.borrow().rows.len(), 1);
}

#[test]
fn hostile_words_of_a_questionnaire_are_shown_harmlessly() {
    let long = "mot ".repeat(2_500);
    let text = format!(
        "[referentiel]\nid = \"test\"\ntitre = \"T\"\nporteur = \"T\"\nversion = 1\nlieu.fr = \"ici\"\n\
         [[question]]\nname = \"N1\"\ntype = \"text\"\nlabel.fr = \"a\\u001b[2J\\u202eb\\u200d {long}\"\n\
         [[questionnaire]]\nid = \"test-un\"\nversion = 1\ntitre.fr = \"\\u001b]0;titre\\u0007{long}\"\n\
         role = \"participant\"\nmoment = \"ponctuel\"\nquestions = [\"N1\"]\n"
    );
    let library = library_of(&text);
    assert_eq!(library.problems(), []);
    // «test» comes before «upc» and «vlr»: it is the seventh.
    let mut person = Person::with(library, settings(), "fr", 80, 24);
    for script in ["", "7<enter>", "<enter>", "<begin>", "c'est\u{301} long <f2>"] {
        person.types(script);
        let turning = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
        let odd = |c: &char| (c.is_control() && *c != '\n') || turning(*c);
        let screen = person.sees();
        assert_eq!(screen.chars().find(odd), None, "{screen}");
    }
    assert!(person.sees().contains("Question 1 sur 1"), "{}", person.sees());
}

/// What is left where the program is killed after five answers.
fn cut_short() -> Left {
    let mut person = Person::collecting("flsm-sortie", settings(), 80, 24);
    person.types("<begin>1<enter>1<enter>1<enter>1<enter>1<enter>");
    Left { path: "1.journal".into(), draft: person.disk.borrow().journal.clone() }
}

/// Home, where these were left.
fn finding(left: Vec<Left>) -> impl Fn(u16, u16) -> Person<'static> {
    move |columns, rows| {
        let mut person = Person::at_home(columns, rows);
        person.finds(left.clone());
        person
    }
}

#[test]
fn an_interview_cut_short_is_offered_before_anything_else() {
    shows("draft", finding(vec![cut_short()]), "");
    shows("draft-english", finding(vec![cut_short()]), "<f4>");
    shows("draft-erase", finding(vec![cut_short()]), "2<enter>");
    shows("draft-later", finding(vec![cut_short()]), "3<enter>");
    shows("draft-taken-up", finding(vec![cut_short()]), "<enter>");
}

#[test]
fn several_interviews_cut_short_are_one_line_each() {
    let unreadable = Left { path: "2.journal".into(), draft: None };
    shows("drafts", finding(vec![cut_short(), unreadable.clone()]), "");
    shows("draft-unreadable", finding(vec![cut_short(), unreadable]), "2<enter>");
}

#[test]
fn an_interview_cut_short_whose_form_changed_or_whose_end_is_torn_says_so() {
    let mut left = cut_short();
    let draft = left.draft.as_mut().expect("a journal");
    draft.is_torn = true;
    for (meta, value) in &mut draft.opening.cells {
        if *meta == recueil::value::Meta::Version {
            *value = "2".to_owned();
        }
    }
    shows("draft-torn-unknown", finding(vec![left]), "");
}

#[test]
fn a_disk_that_keeps_nothing_is_said_beside_the_question() {
    let refusing = |columns, rows| {
        let person = Person::at_home(columns, rows);
        person.disk.borrow_mut().refuses_journals = Some((Action::Write, Reason::Full));
        person
    };
    shows("one-unkept", refusing, "<begin>1<enter>");
}

#[test]
fn where_rows_are_sealed_home_says_so_and_a_sensitive_page_too() {
    let assessed = || settings_and(&format!("[aipd]\nupc = \"2026-09-15\"\n{SEALED}"));
    let home = |columns, rows| Person::of(assessed(), columns, rows);
    shows("home-sealed", home, "");
    shows("page-sealed", home, "7<enter>");
}
