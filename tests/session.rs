//! One interview at a time, as scenarios: what is asked, what is refused, what is kept.
//! Never a screen, a file or a clock.

mod support;

use std::panic;
use std::sync::Arc;

use recueil::questionnaire::{Label, Questionnaire};
use recueil::session::{Completeness, Refusal, Scenario, Session};
use recueil::value::{Answer, Missing, Value};
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

fn workshop() -> Scenario {
    Scenario::in_text(WORKSHOP, "test-un")
}

/// What the question asked now says of an answer.
fn refusal(scenario: &Scenario, answer: impl Into<Answer>) -> Option<Refusal> {
    let mut session = scenario.session().clone();
    let refusal = session.give(answer).err();
    assert!(refusal.is_none() || session == *scenario.session());
    refusal
}

fn names(form: &Arc<Questionnaire>) -> Vec<&str> {
    form.questions.iter().map(|question| question.name.as_str()).collect()
}

#[test]
fn the_short_form_asks_its_questions_in_order_and_ends_at_the_review() {
    let finished = Scenario::of("com-court")
        .answer("D1", "depuis_saison")
        .answer("A1b", "cherche")
        .answer("A3", "idee avis")
        .answer("B1", "4")
        .passes_as("B6", Missing::Nsp)
        .answer("B5", "3")
        .answer("T2", "Ouvrir le samedi")
        .passes_as("T1", Missing::Refus)
        .answer("T6", "oui")
        .reviews()
        .finishes();
    assert_eq!(finished.completeness(), Completeness::Complete);
    // In the order of the question, whatever the order of ticking.
    assert_eq!(finished.answers()[2], choices(&["avis", "idee"]));
}

#[test]
fn consent_to_quote_is_asked_only_where_words_were_given() {
    let mut passed = Scenario::of("com-court");
    for name in ["D1", "A1b", "A3", "B1", "B6", "B5", "T2", "T1"] {
        passed = passed.closed("T6").passes(name);
    }
    passed.reviews().holds("T6", "NON_POSEE").changes("T2", "Ouvrir le samedi").asks("T6");
}

#[test]
fn a_refused_answer_changes_nothing() {
    let begun = Scenario::of("com-court").asks("D1");
    let refusals = [
        (choice("hier"), Refusal::NotAChoice("hier".into())),
        (choices(&["premiere"]), Refusal::WrongKind),
        (words("depuis hier"), Refusal::WrongKind),
        (Missing::Nc.into(), Refusal::NotAReason(Missing::Nc)),
        (Missing::NonPosee.into(), Refusal::NotAReason(Missing::NonPosee)),
    ];
    for (answer, expected) in refusals {
        assert_eq!(refusal(&begun, answer), Some(expected));
    }
}

#[test]
fn none_of_these_goes_with_no_other_choice() {
    Scenario::of("com-court")
        .answer("D1", "premiere")
        .answer("A1b", "arrete")
        .asks("A3")
        .refuses("avis rien", &Refusal::Exclusive)
        .refuses(" ", &Refusal::Empty)
        .answer("A3", "rien");
}

#[test]
fn words_are_kept_on_one_line_and_within_280_signs() {
    let begun = workshop().answer("AGE", "12").answer("ECOLE", "1").asks("RAISON");
    assert_eq!(refusal(&begun, words(" \n\t ")), Some(Refusal::Empty));
    // 281 family emojis, each one sign to a reader though it is seven code points.
    let family = "👨\u{200d}👩\u{200d}👧\u{200d}👦";
    begun
        .refuses(&family.repeat(281), &Refusal::TooLong(281))
        .refuses("NSP", &Refusal::Reserved(Missing::Nsp))
        .answer("RAISON", " c'est\nloin,\u{1b}[2J  trop ")
        .holds("RAISON", "c'est loin, [2J trop");
}

#[test]
fn a_constraint_holds_for_answers_and_not_for_reasons() {
    let begun = workshop();
    let question = begun.session().question().expect("a first question");
    let message = question.constraint_message.clone();
    assert_eq!(message.as_ref().map(Label::french), Some("Un âge va de 0 à 120."));
    begun
        .refuses("130", &Refusal::Constraint(message))
        .passes_as("AGE", Missing::Refus)
        // No age is not under 18: the school is not asked about.
        .asks("JOUR");
}

#[test]
fn a_question_with_its_own_words_for_not_concerned_takes_them() {
    workshop().answer("AGE", "12").passes_as("ECOLE", Missing::Nc).asks("JOUR");
}

#[test]
fn answers_behind_a_condition_that_closes_are_kept_while_asking_and_left_out_at_the_end() {
    let closed = workshop()
        .answer("AGE", "12")
        .answer("ECOLE", "1")
        .answer("RAISON", "loin")
        .passes("JOUR")
        .answer("A3", "rien")
        .reviews()
        .changes("AGE", "40")
        // Nothing new is opened.
        .reviews()
        .holds("ECOLE", "NON_POSEE")
        .holds("RAISON", "NON_POSEE");
    assert!(!closed.session().clone().go_to(1), "a closed question cannot be gone to");
    closed.changes("AGE", "12").reviews().holds("ECOLE", "1").holds("RAISON", "loin");
}

#[test]
fn a_change_in_the_review_asks_only_what_it_opens() {
    workshop()
        .answer("AGE", "40")
        .passes("JOUR")
        .answer("A3", "rien")
        .reviews()
        .changes("AGE", "12")
        .answer("ECOLE", "2")
        .reviews();
}

#[test]
fn going_back_then_confirming_again_gives_the_same_record() {
    let once = workshop()
        .answer("AGE", "12")
        .answer("ECOLE", "1")
        .answer("RAISON", "loin")
        .passes("JOUR")
        .asks("A3");
    let twice = once
        .clone()
        .back_to("JOUR")
        .back_to("RAISON")
        .answer("RAISON", "loin")
        .passes("JOUR")
        .asks("A3");
    assert_eq!(twice.session(), once.session());
    let first = twice.back_to("JOUR").back_to("RAISON").back_to("ECOLE").back_to("AGE");
    assert!(!first.session().clone().back(), "before the first question there is none");
}

#[test]
fn an_interview_interrupted_says_what_was_not_reached() {
    let cut = workshop()
        .answer("AGE", "40")
        .answer("JOUR", "2026-09-01")
        // Closed, and the interview went past it.
        .holds("ECOLE", "NON_POSEE")
        .holds("A3", "NON_ATTEINTE");
    assert_eq!(cut.session().interrupt().completeness(), Completeness::Partial);
}

#[test]
fn progress_counts_the_questions_that_the_answers_open() {
    workshop().counts(1, 3).answer("AGE", "12").counts(2, 4).answer("ECOLE", "1").counts(3, 5);
}

#[test]
fn a_text_to_read_is_no_question_to_be_counted() {
    let mut reader = Scenario::of("pe-lecteur");
    let asked = ["PE1_journal", "PE1_site", "C1", "PE2", "PE3", "PE4", "PE9"];
    let all = [&asked[..], &["PE_ici", "T2", "T5", "T6"]].concat();
    assert_eq!(names(reader.session().form()), all);
    reader = reader.counts(1, 9).closed("T6");
    for name in asked {
        reader = reader.passes(name);
    }
    reader.reads("PE_ici").counts(8, 9);
}

#[test]
fn a_group_is_counted_line_by_line_and_no_line_is_larger_than_the_group() {
    let begun = Scenario::of("upc-observation").counts(1, 5).answer("UPC6_presents", "6");
    assert!(matches!(refusal(&begun, Value::Integer(7)), Some(Refusal::Constraint(_))));
    begun
        .answer("UPC6__parle", "6")
        .answer("UPC6__initiative", "6")
        .answer("UPC6__reste", "6")
        .answer("UPC6__seules", "6")
        .reviews();
}

#[test]
fn the_place_is_said_in_the_word_of_the_bearer() {
    let form = form_of(WORKSHOP, "test-un");
    let question = form.questions.last().expect("A3");
    assert_eq!(form.say(&question.label, "fr"), "Cette saison, au Coin d'la Rue, avez-vous…");
    assert_eq!(form.say(&question.label, "en"), "This season, at the Coin d'la Rue, have you…");
}

/// Sentences said of a scenario.
type Sentences = fn(Scenario) -> Scenario;

/// What a scenario says where it does not hold.
fn told_of(scenario: Sentences) -> String {
    let told = panic::catch_unwind(|| scenario(workshop())).expect_err("a sentence that is false");
    *told.downcast::<String>().expect("a message")
}

#[test]
fn a_scenario_that_does_not_hold_tells_the_form_the_place_what_was_expected_and_what_happened() {
    let cases: [(Sentences, &str); 6] = [
        (
            |at| at.answer("AGE", "12").asks("JOUR"),
            "test-un, at ECOLE after 1 answer (AGE = 12): \
             expected JOUR to be asked, but ECOLE is asked",
        ),
        (
            |at| at.refuses("12", &Refusal::NotANumber),
            "test-un, at AGE before any answer: \
             expected «12» to be refused as NotANumber, but it is kept",
        ),
        (
            |at| at.answer("AGE", "douze"),
            "test-un, at AGE before any answer: \
             expected the answer to be accepted, but NotANumber",
        ),
        (
            |at| at.passes("AGE").open("ECOLE"),
            "test-un, at JOUR after 1 answer (AGE = SANS_REPONSE): \
             expected ECOLE to be open, but the answers close it",
        ),
        (
            |at| {
                at.answer("AGE", "12").answer("ECOLE", "1").changes("AGE", "40").holds("ECOLE", "1")
            },
            "test-un, at JOUR after 2 answers (AGE = 40; ECOLE = 1, now closed): \
             expected ECOLE to be kept as 1, but it is kept as NON_POSEE",
        ),
        (
            |at| at.closed("ECOL"),
            "test-un, at AGE before any answer: \
             expected a question called ECOL, but the form has none",
        ),
    ];
    for (scenario, message) in cases {
        assert_eq!(told_of(scenario), message);
    }
}

#[test]
fn a_session_takes_nothing_more_at_the_review() {
    let mut session = Session::new(form("upc-observation"));
    while session.give(Missing::SansReponse).is_ok() {}
    assert_eq!(session.give(Missing::SansReponse), Err(Refusal::NothingAsked));
}

#[test]
fn after_a_jump_one_goes_on_at_the_first_question_without_an_answer() {
    Scenario::of("com-court")
        .answer("D1", "depuis_saison")
        .answer("A1b", "cherche")
        .answer("A3", "idee avis")
        .asks("B1")
        .jump_to("D1")
        .answer("D1", "premiere")
        .asks("B1")
        .holds("D1", "premiere")
        .holds("A3", "avis idee")
        // And a step back is a step back again: what follows it is asked once more.
        .back_to("A3")
        .back_to("A1b")
        .answer("A1b", "attend")
        .asks("A3");
}

#[test]
fn a_jump_whose_answer_opens_an_earlier_question_leads_there_first() {
    workshop()
        .answer("AGE", "70")
        .closed("ECOLE")
        .answer("JOUR", "2026-01-01")
        .asks("A3")
        .jump_to("AGE")
        .answer("AGE", "10")
        .answer("ECOLE", "1")
        .answer("RAISON", "La cantine")
        // «Depuis quand ?» has its answer.
        .asks("A3")
        .holds("JOUR", "2026-01-01");
}

#[test]
fn a_jump_whose_answer_is_passed_leads_on_as_well_and_closes_what_it_closes() {
    workshop()
        .answer("AGE", "10")
        .answer("ECOLE", "1")
        .answer("RAISON", "La cantine")
        .asks("JOUR")
        .jump_to("AGE")
        .passes("AGE")
        .asks("JOUR")
        .closed("ECOLE")
        .holds("RAISON", "NON_POSEE");
}

#[test]
fn from_a_jump_one_comes_back_without_an_answer_and_goes_nowhere_that_was_not_reached() {
    let scenario = workshop()
        .answer("AGE", "10")
        .answer("ECOLE", "1")
        .answer("RAISON", "La cantine")
        .jump_to("AGE")
        .jump_to("ECOLE")
        .jump_to("JOUR");
    let mut session = scenario.session().clone();
    let (unreached, unknown) = (4, 5);
    assert!(!session.jump_to(unreached) && !session.jump_to(unknown));
    assert_eq!(session, *scenario.session());
    let mut closed = workshop().answer("AGE", "70").session().clone();
    assert!(!closed.jump_to(1), "a closed question cannot be jumped to");
}

#[test]
fn a_jump_after_the_review_leads_back_to_the_review() {
    workshop()
        .answer("AGE", "70")
        .answer("JOUR", "2026-01-01")
        .passes("A3")
        .reviews()
        .jump_to("AGE")
        .answer("AGE", "71")
        .reviews()
        .jump_to("JOUR")
        .answer("JOUR", "2026-01-02")
        .reviews();
}
