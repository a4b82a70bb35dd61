//! One interview at a time, as scenarios: what is asked, what is refused, what is kept.
//! Never a screen, a file or a clock.

mod support;

use recueil::questionnaire::Questionnaire;
use recueil::session::{Completeness, Place, Progress, Refusal, Session};
use recueil::value::{Answer, Missing, Value};
use std::sync::Arc;
use support::{form, form_of};

/// A form with a condition, a constraint and a number.
const WORKSHOP: &str = r#"
[referentiel]
id = "test"
titre = "Test"
porteur = "Test"
version = 1
statut = "derive"
lieu.fr = "au Coin d'la Rue"
lieu.en = "at the Coin d'la Rue"

[[question]]
name = "AGE"
type = "integer"
label.fr = "Quel âge avez-vous ?"
constraint = ". >= 0 and . <= 120"
constraint_message.fr = "Un âge va de 0 à 120."

[[question]]
name = "ECOLE"
type = "select_one OUI4"
label.fr = "L'école te plaît-elle ?"
relevant = "${AGE} < 18"
nc.fr = "Je n'y vais pas"

[[question]]
name = "RAISON"
type = "text"
label.fr = "Pourquoi ?"
relevant = "${ECOLE} = 1"

[[question]]
name = "JOUR"
type = "date"
label.fr = "Depuis quand ?"

[[questionnaire]]
id = "test-un"
version = 1
titre.fr = "Un"
role = "participant"
moment = "ponctuel"
questions = ["AGE", "ECOLE", "RAISON", "JOUR", "A3"]
"#;

fn choice(name: &str) -> Answer {
    Value::Choice(name.into()).into()
}

fn choices(names: &[&str]) -> Answer {
    Value::Choices(names.iter().map(|&name| name.into()).collect()).into()
}

fn words(text: &str) -> Answer {
    Value::Text(text.into()).into()
}

fn number(number: i64) -> Answer {
    Value::Integer(number).into()
}

fn workshop() -> Session {
    Session::new(form_of(WORKSHOP, "test-un"))
}

/// The name of the question asked now; nothing at the review.
fn asks(session: &Session) -> Option<&str> {
    session.question().map(|question| question.name.as_str())
}

fn names(form: &Arc<Questionnaire>) -> Vec<&str> {
    form.questions.iter().map(|question| question.name.as_str()).collect()
}

#[test]
fn the_short_form_asks_its_questions_in_order_and_ends_at_the_review() {
    let form = form("com-court");
    assert_eq!(names(&form), ["D1", "A1b", "A3", "B1", "B6", "B5", "T2", "T1", "T6"]);
    let mut session = Session::new(Arc::clone(&form));
    for (name, answer) in [
        ("D1", choice("depuis_saison")),
        ("A1b", choice("cherche")),
        ("A3", choices(&["idee", "avis"])),
        ("B1", choice("4")),
        ("B6", Missing::Nsp.into()),
        ("B5", choice("3")),
        ("T2", words("Ouvrir le samedi")),
        ("T1", Missing::Refus.into()),
        ("T6", choice("oui")),
    ] {
        assert_eq!(asks(&session), Some(name));
        assert_eq!(session.give(answer), Ok(()));
    }
    assert_eq!(session.place(), Place::Review);
    let finished = session.finish().expect("every question has its answer");
    assert_eq!(finished.completeness(), Completeness::Complete);
    // In the order of the question, whatever the order of ticking.
    assert_eq!(finished.answers()[2], choices(&["avis", "idee"]));
}

#[test]
fn consent_to_quote_is_asked_only_where_words_were_given() {
    let mut session = Session::new(form("com-court"));
    for _ in 0..8 {
        session.give(Missing::SansReponse).expect("any question can be passed");
    }
    assert_eq!(session.place(), Place::Review);
    let finished = session.finish().expect("finished");
    assert_eq!(finished.answers()[8], Missing::NonPosee.into());
}

#[test]
fn a_refused_answer_changes_nothing() {
    let mut session = Session::new(form("com-court"));
    let refusals = [
        (choice("hier"), Refusal::NotAChoice("hier".into())),
        (choices(&["premiere"]), Refusal::WrongKind),
        (words("depuis hier"), Refusal::WrongKind),
        (Missing::Nc.into(), Refusal::NotAReason(Missing::Nc)),
        (Missing::NonPosee.into(), Refusal::NotAReason(Missing::NonPosee)),
    ];
    for (answer, refusal) in refusals {
        assert_eq!(session.give(answer), Err(refusal));
        assert_eq!(session.place(), Place::Question(0));
        assert!(session.is_untouched());
    }
}

#[test]
fn none_of_these_goes_with_no_other_choice() {
    let mut session = Session::new(form("com-court"));
    session.give(choice("premiere")).unwrap();
    session.give(choice("arrete")).unwrap();
    assert_eq!(session.give(choices(&["avis", "rien"])), Err(Refusal::Exclusive));
    assert_eq!(session.give(choices(&[])), Err(Refusal::Empty));
    assert_eq!(session.give(choices(&["rien"])), Ok(()));
}

#[test]
fn words_are_kept_on_one_line_and_within_280_signs() {
    let mut session = workshop();
    session.give(number(12)).unwrap();
    session.give(choice("1")).unwrap();
    assert_eq!(session.give(words(" \n\t ")), Err(Refusal::Empty));
    // 281 family emojis, each one sign to a reader though it is seven code points.
    let family = "👨\u{200d}👩\u{200d}👧\u{200d}👦";
    assert_eq!(session.give(words(&family.repeat(281))), Err(Refusal::TooLong(281)));
    assert_eq!(session.give(words("NSP")), Err(Refusal::Reserved(Missing::Nsp)));
    assert_eq!(session.give(words(" c'est\nloin,\u{1b}[2J  trop ")), Ok(()));
    assert_eq!(session.answer(2), Some(&words("c'est loin, [2J trop")));
}

#[test]
fn a_constraint_holds_for_answers_and_not_for_reasons() {
    let mut session = workshop();
    let refusal = session.give(number(130)).expect_err("too old");
    assert!(
        matches!(refusal, Refusal::Constraint(Some(ref words)) if words.french().contains("120"))
    );
    assert_eq!(session.give(Missing::Refus), Ok(()));
    // No age is not under 18: the school is not asked about.
    assert_eq!(asks(&session), Some("JOUR"));
}

#[test]
fn a_question_with_its_own_words_for_not_concerned_takes_them() {
    let mut session = workshop();
    session.give(number(12)).unwrap();
    assert_eq!(session.give(Missing::Nc), Ok(()));
    assert_eq!(asks(&session), Some("JOUR"));
}

#[test]
fn answers_behind_a_condition_that_closes_are_kept_while_asking_and_left_out_at_the_end() {
    let mut session = workshop();
    for answer in [number(12), choice("1"), words("loin"), Missing::SansReponse.into()] {
        session.give(answer).unwrap();
    }
    session.give(choices(&["rien"])).unwrap();
    assert_eq!(session.place(), Place::Review);

    assert!(session.go_to(0));
    session.give(number(40)).unwrap();
    assert_eq!(session.place(), Place::Review, "nothing new is opened");
    let answers = session.finish().expect("finished").answers().to_vec();
    assert_eq!(answers[1..3], [Missing::NonPosee.into(), Missing::NonPosee.into()]);

    assert!(!session.go_to(1), "a closed question cannot be gone to");
    assert!(session.go_to(0));
    session.give(number(12)).unwrap();
    let answers = session.finish().expect("finished").answers().to_vec();
    assert_eq!(answers[1..3], [choice("1"), words("loin")]);
}

#[test]
fn a_change_in_the_review_asks_only_what_it_opens() {
    let mut session = workshop();
    for answer in [number(40), Missing::SansReponse.into(), choices(&["rien"])] {
        session.give(answer).unwrap();
    }
    assert_eq!(session.place(), Place::Review);
    assert!(session.go_to(0));
    session.give(number(12)).unwrap();
    assert_eq!(asks(&session), Some("ECOLE"));
    session.give(choice("2")).unwrap();
    assert_eq!(session.place(), Place::Review);
}

#[test]
fn going_back_then_confirming_again_gives_the_same_record() {
    let mut session = workshop();
    for answer in [number(12), choice("1"), words("loin"), Missing::SansReponse.into()] {
        session.give(answer).unwrap();
    }
    let before = session.interrupt();
    assert!(session.back() && session.back());
    assert_eq!(asks(&session), Some("RAISON"));
    session.give(words("loin")).unwrap();
    session.give(Missing::SansReponse).unwrap();
    assert_eq!(session.interrupt(), before);
    assert!(session.back() && session.back() && session.back() && session.back());
    assert!(!session.back(), "before the first question there is none");
}

#[test]
fn an_interview_interrupted_says_what_was_not_reached() {
    let mut session = workshop();
    session.give(number(40)).unwrap();
    session.give(Value::Date(recueil::value::Date::constant(2026, 9, 1))).unwrap();
    let finished = session.interrupt();
    assert_eq!(finished.completeness(), Completeness::Partial);
    let answers = finished.answers();
    assert_eq!(answers[1], Missing::NonPosee.into(), "closed, and the interview went past it");
    assert_eq!(answers[4], Missing::NonAtteinte.into());
}

#[test]
fn progress_counts_the_questions_that_the_answers_open() {
    let mut session = workshop();
    assert_eq!(session.progress(), Progress { position: 1, total: 3 });
    session.give(number(12)).unwrap();
    assert_eq!(session.progress(), Progress { position: 2, total: 4 });
    session.give(choice("1")).unwrap();
    assert_eq!(session.progress(), Progress { position: 3, total: 5 });
}

#[test]
fn a_text_to_read_is_no_question_to_be_counted() {
    let mut session = Session::new(form("pe-lecteur"));
    let names = names(session.form()).join(" ");
    assert_eq!(names, "PE1_journal PE1_site C1 PE2 PE3 PE4 PE9 PE_ici T2 T5 T6");
    assert_eq!(session.progress(), Progress { position: 1, total: 9 }, "T6 follows words");
    for _ in 0..7 {
        session.give(Missing::SansReponse).expect("any question can be passed");
    }
    assert_eq!(asks(&session), Some("PE_ici"));
    session.give(Value::Read).expect("read");
    assert_eq!(session.progress(), Progress { position: 8, total: 9 });
}

#[test]
fn a_group_is_counted_line_by_line_and_no_line_is_larger_than_the_group() {
    let mut session = Session::new(form("upc-observation"));
    assert_eq!(session.progress(), Progress { position: 1, total: 5 });
    session.give(number(6)).expect("how many there were");
    assert_eq!(asks(&session), Some("UPC6__parle"));
    assert!(matches!(session.give(number(7)), Err(Refusal::Constraint(_))));
    for line in ["UPC6__parle", "UPC6__initiative", "UPC6__reste", "UPC6__seules"] {
        assert_eq!(asks(&session), Some(line));
        session.give(number(6)).expect("all of them");
    }
    assert_eq!(session.place(), Place::Review);
}

#[test]
fn the_place_is_said_in_the_word_of_the_bearer() {
    let form = form_of(WORKSHOP, "test-un");
    let question = form.questions.last().expect("A3");
    assert_eq!(form.say(&question.label, "fr"), "Cette saison, au Coin d'la Rue, avez-vous…");
    assert_eq!(form.say(&question.label, "en"), "This season, at the Coin d'la Rue, have you…");
}
