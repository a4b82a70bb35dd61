//! «Autre», and the few words beside it: when they are asked, and where they are kept.
//! Never a shipped form: their answers are closed on purpose.

mod support;

use recueil::questionnaire::{Library, Questionnaire, archive, check};
use recueil::record::{Column, Metadata, Record, columns};
use recueil::session::Scenario;
use recueil::value::Missing;
use support::{Person, form_of, library_of, settings};

const PLACES: &str = r#"
[referentiel]
id = "atelier"
titre = "Atelier du quartier"
porteur = "Maison de quartier"
version = 1
lieu.fr = "à l'atelier"

[[question]]
name = "Z1"
type = "select_one"
label.fr = "Comment venez-vous ici ?"
choices = [
  { name = "pied", label.fr = "À pied" },
  { name = "ailleurs", autre = true, label.fr = "Autrement" },
]

[[question]]
name = "Z2"
type = "select_multiple"
label.fr = "Que faites-vous ici ?"
hint.fr = "Plusieurs réponses possibles"
choices = [
  { name = "photo", label.fr = "De la photo" },
  { name = "autre", autre = true, label.fr = "Autre chose" },
  { name = "rien", exclusive = true, label.fr = "Rien de tout cela" },
]

[[questionnaire]]
id = "atelier-bilan"
version = 1
titre.fr = "Bilan de l'atelier"
role = "participant"
moment = "sortie"
questions = ["Z1", "Z2", "T2", "T6"]
"#;

fn begun() -> Scenario {
    Scenario::in_text(PLACES, "atelier-bilan")
}

#[test]
fn whoever_chooses_other_is_asked_which_and_may_pass() {
    begun()
        .counts(1, 3)
        .answer("Z1", "ailleurs")
        .asks("Z1__autre_texte")
        // The words go with the answer: they are no question of their own.
        .counts(1, 3)
        .answer("Z1__autre_texte", "en trottinette")
        // Words of the person's own are quoted only with consent.
        .open("T6")
        .counts(2, 4)
        .answer("Z2", "autre photo")
        .passes("Z2__autre_texte")
        .asks("T2")
        .holds("Z1__autre_texte", "en trottinette")
        .holds("Z2__autre_texte", "SANS_REPONSE");
}

#[test]
fn whoever_chooses_something_else_is_not_asked_and_the_row_says_so() {
    begun()
        .answer("Z1", "pied")
        .answer("Z2", "rien")
        .asks("T2")
        .holds("Z1__autre_texte", "NON_POSEE")
        .holds("Z2__autre_texte", "NON_POSEE");
    begun().passes_as("Z1", Missing::Refus).asks("Z2").holds("Z1__autre_texte", "NON_POSEE");
}

#[test]
fn words_are_left_out_when_another_answer_is_chosen_and_come_back_with_other() {
    begun()
        .answer("Z1", "ailleurs")
        .answer("Z1__autre_texte", "en trottinette")
        .back_to("Z1__autre_texte")
        .back_to("Z1")
        .answer("Z1", "pied")
        .asks("Z2")
        .holds("Z1__autre_texte", "NON_POSEE")
        .back_to("Z1")
        .answer("Z1", "ailleurs")
        .holds("Z1__autre_texte", "en trottinette");
}

#[test]
fn the_column_of_the_words_comes_right_after_those_of_its_question() {
    let form = form_of(PLACES, "atelier-bilan");
    let columns = columns(&form);
    let names: Vec<String> = columns.iter().map(Column::name).skip(29).collect();
    assert_eq!(
        names.join(" "),
        "Z1 Z1__autre_texte Z2 Z2__photo Z2__autre Z2__rien Z2__autre_texte T2 T6 controle"
    );
    let finished = begun()
        .passes("Z1")
        .answer("Z2", "autre")
        .answer("Z2__autre_texte", "du son")
        .passes("T2")
        .answer("T6", "non")
        .finishes();
    let record = Record::new(&finished, Metadata::new(&form));
    let cells = record.cells()[29..record.cells().len() - 1].join("|");
    assert_eq!(cells, "SANS_REPONSE|NON_POSEE|autre|0|1|0|du son|SANS_REPONSE|non");
}

#[test]
fn the_archived_form_asks_which_again() {
    let form = form_of(PLACES, "atelier-bilan");
    let kept = archive(&form);
    // Beside the rows a form holds the common questions too: it is read on its own.
    let own =
        kept.replace("name = \"T2\"", "name = \"Y2\"").replace("name = \"T6\"", "name = \"Y6\"");
    let own = own.replace("\"T2\"", "\"Y2\"").replace("\"T6\"", "\"Y6\"").replace("${T2}", "${Y2}");
    let again = form_of(&own, "atelier-bilan");
    let names = |form: &Questionnaire| {
        form.questions.iter().map(|q| q.name.replace('Y', "T")).collect::<Vec<_>>()
    };
    assert_eq!(names(&again), names(&form));
    assert_eq!(again.questions[1], form.questions[1]);
}

#[test]
fn other_makes_another_form_and_the_answers_still_compare() {
    let with = form_of(PLACES, "atelier-bilan");
    let without = form_of(&PLACES.replace("autre = true, ", ""), "atelier-bilan");
    assert_ne!(with.fingerprint(), without.fingerprint());
    assert_eq!(with.questions[0].fingerprint(), without.questions[0].fingerprint());
    // As it was before anybody could ask which: SHA-256 as Python's `hashlib` computes it of
    // «name», «type», «label» and so on, each with U+001F and what it says, on a line of its own.
    assert_eq!(
        without.questions[0].fingerprint(),
        "1df9872ce65a3c8523783d908f919230a88f02b5e74cebd5fb74fb026e9e2d1e"
    );
}

#[test]
fn words_beside_other_want_the_consent_to_quote() {
    let told = |text: &str| {
        let found = check(&library_of(text));
        found.iter().map(|found| found.problem.cause.code()).collect::<Vec<_>>()
    };
    assert_eq!(told(PLACES), Vec::<&str>::new());
    assert_eq!(
        told(&PLACES.replace(", \"T2\", \"T6\"]", "]").replace("sortie", "ponctuel")),
        ["W132"]
    );
}

#[test]
fn the_screen_after_other_asks_which_in_a_few_words() {
    let library: Library = library_of(PLACES);
    let mut person = Person::with(library, settings(), "fr", 80, 24);
    let form = form_of(PLACES, "atelier-bilan");
    person.opens(&form);
    person.types("<begin>2<enter>");
    let screen = person.sees();
    assert!(screen.contains("Question 1 sur 3"), "{screen}");
    assert!(screen.contains("Comment venez-vous ici\u{a0}? Autrement"), "{screen}");
    assert!(screen.contains("Précisez en quelques mots, ou passez."), "{screen}");
    person.types("en bus<enter>");
    assert!(person.sees().contains("Question 2 sur 4"), "{}", person.sees());
}

#[test]
fn on_paper_the_words_stand_under_their_question_without_a_number() {
    use support::program::{run, told};

    let folder = tempfile::TempDir::new().expect("a folder");
    std::fs::create_dir(folder.path().join("questionnaires")).expect("a folder");
    std::fs::write(folder.path().join("questionnaires/atelier.toml"), PLACES).expect("written");
    let arguments = ["sheets", "atelier-bilan", "-n", "1", "--to", "-"];
    let output = run(folder.path(), &arguments);
    let (page, wrong, code) = told(&output);
    assert_eq!(code, Some(0), "{wrong}");
    let page = page.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(page.contains("Si vous avez répondu « Autrement » à la question 1"), "{page}");
    // Z1, Z2, T2 and T6: the words beside «autre» are no question of their own.
    assert!(page.contains("4 questions."), "{page}");
    assert!(page.contains(">4.</span>") && !page.contains(">5.</span>"), "{page}");
}
