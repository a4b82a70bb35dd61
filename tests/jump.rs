//! Looking back at the answers given so far, from the question in front of the person, and changing
//! one: what a person sees and does in full screen.
//! Never the real terminal, nor plain lines.

mod support;

use recueil::app::Block;
use support::{OPEN, Person, settings, settings_and};

fn sees(person: &Person<'static>) -> String {
    person.sees().replace('\u{a0}', " ")
}

#[track_caller]
fn shows(person: &Person<'static>, text: &str) {
    assert!(sees(person).contains(text), "«{text}» in\n{}", sees(person));
}

#[track_caller]
fn hides(person: &Person<'static>, text: &str) {
    assert!(!sees(person).contains(text), "no «{text}» in\n{}", sees(person));
}

/// At the fourth question of the short form.
fn at_the_fourth() -> Person<'static> {
    let mut person = Person::collecting("com-court", settings(), 80, 24);
    person.types("<begin>2<enter>4<enter>1<enter>");
    shows(&person, "Question 4 sur 8");
    person
}

const LIST: &str = "Les réponses déjà données";

#[test]
fn before_any_answer_there_is_nothing_to_look_back_at() {
    let mut person = Person::collecting("com-court", settings(), 80, 24);
    person.types("<begin>");
    hides(&person, "F5");
    hides(person.types("<f5>"), LIST);
    shows(person.types("2<enter>"), "F5 revoir");
}

#[test]
fn what_is_marked_or_typed_is_still_there_on_coming_back() {
    let mut person = at_the_fourth();
    let before = person.types("3").sees();
    for back in ["<left>", "<end><enter>", "<back>"] {
        shows(person.types("<f5>"), LIST);
        assert_eq!(person.types(back).sees(), before, "{back}");
    }
    person.types("<f5><enter>");
    shows(&person, "Question 1 sur 8");
    // Enter keeps the answer as it is.
    assert_eq!(person.types("<enter>").sees(), before);
    let mut words = Person::collecting("com-recit", settings(), 80, 24);
    let before = words.types("<begin>Bien<enter>En 2").sees();
    assert_eq!(words.types("<f5><left>").sees(), before, "letters and digits are words here");
    words.types("<f5><enter>");
    shows(&words, "Bien");
    assert_eq!(words.types(" sûr<enter>").sees(), before);
    shows(words.types("<f5>"), "« Bien sûr »");
}

#[test]
fn a_changed_answer_leads_back_to_the_question_that_was_left() {
    let mut person = at_the_fourth();
    person.types("<f5>1<enter>1<enter>");
    shows(&person, "Question 4 sur 8");
    // And from there one goes on, and back, one by one as before.
    person.types("<left>");
    shows(&person, "Question 3 sur 8");
    person.types("<left>");
    shows(&person, "Question 2 sur 8");
    shows(person.types("<enter>"), "Question 3 sur 8");
    shows(person.types("<f5>"), "C'est la première ou la deuxième fois");
}

#[test]
fn a_passed_question_leads_back_too() {
    let mut person = at_the_fourth();
    shows(person.types("<f5>2<enter>02<enter>"), "Question 4 sur 8");
    shows(person.types("<f5>"), "Question passée : Je ne veux pas répondre");
}

#[test]
fn from_a_question_before_the_list_also_leads_to_the_one_that_waits() {
    let mut person = at_the_fourth();
    person.types("<left><left><left>");
    shows(&person, "Question 1 sur 8");
    shows(person.types("<f5>"), "Pas encore de réponse");
    shows(person.types("4<enter>"), "Question 4 sur 8");
    hides(person.types("<f5>"), "Pas encore de réponse");
}

#[test]
fn leaving_from_the_list_asks_first_and_comes_back_to_the_question() {
    let mut person = at_the_fourth();
    shows(person.types("<f5><esc>"), "Arrêter ici ?");
    shows(person.types("<enter>"), "Question 4 sur 8");
    let mut person = at_the_fourth();
    person.types("<f5>").input(&support::control('c'));
    shows(&person, "Arrêter ici ?");
}

#[test]
fn an_answer_that_opens_an_earlier_question_leads_there_first() {
    let mut person = Person::collecting("ker-suivi", settings_and(OPEN), 80, 24);
    let form = support::form("ker-suivi");
    let opens = form.questions.iter().position(|question| question.relevant.is_some());
    let opens = opens.expect("a question with a condition");
    let asks = |person: &Person<'static>| {
        let on = person.app.interview().expect("an interview");
        on.session.question().expect("a question").name.clone()
    };
    person.types("<begin>");
    // All passed: the condition is closed.
    while asks(&person) != form.questions[opens + 1].name {
        person.types("0<enter>");
    }
    person.types(&format!("<f5>{opens}<enter>"));
    assert_eq!(asks(&person), form.questions[opens - 1].name);
    person.types("1<enter>");
    assert_eq!(asks(&person), form.questions[opens].name);
    person.types("<f2><enter>");
    assert_eq!(asks(&person), form.questions[opens + 1].name);
}

#[test]
fn a_text_to_read_is_not_in_the_list_and_leads_to_it() {
    let mut person = Person::collecting("pe-lecteur", settings(), 80, 24);
    person.types("<begin>1<enter>1<enter>1<enter>1<enter>1<enter>1<enter>1<enter>");
    shows(&person, "F5 revoir");
    shows(person.types("<f1>"), "F5 : revoir");
    let lines = |person: &Person<'static>| {
        let blocks = person.app.view().blocks.into_iter();
        let answered =
            blocks.filter(|block| matches!(block, Block::Line(_, line) if line.detail.is_some()));
        answered.count()
    };
    person.types("<esc><f5>");
    assert_eq!(lines(&person), 7);
    // Read, it is no answer either.
    person.types("<left><enter><f5>");
    assert_eq!(lines(&person), 7);
}

#[test]
fn an_answer_kept_in_doubt_says_so() {
    let mut person = Person::collecting("com-recit", settings(), 80, 24);
    person.types("<begin>au 02 98 00 00 00<enter><enter><f5>");
    shows(&person, "« au 02 98 00 00 00 » (à confirmer)");
}

#[test]
fn the_help_names_the_key_where_it_does_something_and_nowhere_else() {
    let mut person = Person::at_home(80, 24);
    hides(person.types("<f1>"), "F5");
    hides(person.types("<esc><begin><f1>"), "F5");
    shows(person.types("<esc>2<enter><f1>"), "F5 : revoir");
    shows(&person, "Revoir montre les réponses déjà données");
    hides(person.types("<esc><f5><f1>"), "F5");
}
