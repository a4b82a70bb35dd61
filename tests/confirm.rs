//! Answers that are kept only once they are confirmed: unusual ones, and words that should not be
//! written; on the screen, in plain lines, in a typed file, and read over at the end.
//! Never a refusal: whoever insists is right.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use recueil::exchange::{Warning, read_answers};
use recueil::questionnaire::Questionnaire;
use recueil::record::Metadata;
use recueil::session::{Doubt, Private, Refusal, Scenario};
use recueil::value::{Answer, Missing, Value};
use support::{Person, form_of, library_of, settings};
use tempfile::TempDir;

/// How many came, out of a group whose size is asked before; what they say of it.
const OUTING: &str = r#"
[referentiel]
id = "sortie"
titre = "Sorties"
porteur = "Maison de quartier"
version = 1
lieu.fr = "à l'atelier"

[[question]]
name = "Z1"
type = "integer"
label.fr = "Combien êtes-vous ?"
constraint = ". >= 0 and . <= 500"
constraint_message.fr = "De 0 à 500."
attention = ". <= 60"
attention_message.fr = "Plus de 60 personnes : est-ce bien cela ?"

[[question]]
name = "Z2"
type = "integer"
label.fr = "Combien de nouveaux ?"
attention = "${Z1} = '' or . <= ${Z1}"

[[question]]
name = "Z3"
type = "select_one ON"
label.fr = "Avez-vous ri ?"
attention = ". = 'oui' or ${Z2} = ''"
attention_message.fr = "Personne n'a ri ?"

[[question]]
name = "Z4"
type = "text"
label.fr = "Qu'avez-vous vu ?"

[[questionnaire]]
id = "sortie-bilan"
version = 1
titre.fr = "Bilan de la sortie"
role = "participant"
moment = "ponctuel"
questions = ["Z1", "Z2", "Z3", "Z4", "T6"]
"#;

fn outing() -> Arc<Questionnaire> {
    form_of(OUTING, "sortie-bilan")
}

/// What is said of an unusual answer to a question of the outing.
fn unusual(name: &str) -> Doubt {
    let form = outing();
    let question = &form.questions[form.index_of(name).expect(name)];
    Doubt::Attention(question.attention_message.clone())
}

#[test]
fn an_unusual_answer_waits_for_the_person_to_confirm_it() {
    Scenario::in_text(OUTING, "sortie-bilan")
        .asks("Z1")
        .refuses("501", &Refusal::Constraint(outing().questions[0].constraint_message.clone()))
        .confirms("61", &unusual("Z1"))
        .asks("Z2")
        .confirms("62", &Doubt::Attention(None))
        .answer("Z3", "oui")
        .doubts("Z1")
        .holds("Z1", "61");
    // A usual one is not asked about, and neither is a question that is passed.
    Scenario::in_text(OUTING, "sortie-bilan").answer("Z1", "60").passes("Z2").answer("Z3", "non");
}

#[test]
fn confirming_does_not_open_what_a_constraint_closes() {
    let mut session = Scenario::in_text(OUTING, "sortie-bilan").session().clone();
    let refused = session.confirm(Value::Integer(501));
    assert!(matches!(refused, Err(Refusal::Constraint(Some(_)))));
    assert!(session.is_untouched());
}

#[test]
fn words_by_which_a_person_could_be_found_wait_too() {
    let begun = Scenario::of("com-court")
        .passes("D1")
        .passes("A1b")
        .passes("A3")
        .passes("B1")
        .passes("B6")
        .passes("B5")
        .asks("T2");
    for (words, found) in [
        ("Appeler le 06 12 34 56 78", Private::Telephone),
        ("jeanne@exemple.fr", Private::Email),
        ("2 85 05 78 006 084 36", Private::SocialSecurity),
    ] {
        begun.clone().confirms(words, &Doubt::Private(found)).asks("T1").holds("T2", words);
    }
    begun.answer("T2", "Ouvrir le 01/09/2026 à 10 h");
}

#[test]
fn an_answer_becomes_doubtful_when_another_one_changes() {
    let read = Scenario::in_text(OUTING, "sortie-bilan")
        .answer("Z1", "20")
        .answer("Z2", "12")
        .answer("Z3", "oui")
        .passes("Z4")
        .reviews();
    assert!(!read.session().is_doubtful(1));
    read.changes("Z1", "10").reviews().doubts("Z2").holds("Z2", "12");
}

fn person() -> Person<'static> {
    let mut person = Person::with(library_of(OUTING), settings(), "fr", 80, 24);
    person.opens(&outing());
    person.types("<begin>");
    person
}

fn given(person: &Person<'_>, index: usize) -> Option<Answer> {
    person.app.interview()?.session.answer(index).cloned()
}

#[test]
fn the_screen_asks_once_and_keeps_the_answer_at_the_second_enter() {
    let mut person = person();
    person.types("61<enter>");
    let screen = person.sees();
    assert!(screen.contains("Question 1 sur 4"), "{screen}");
    assert!(screen.contains("! Plus de 60 personnes\u{a0}: est-ce bien cela\u{a0}?"), "{screen}");
    assert!(screen.contains("Entrée encore une fois pour\n  garder cette réponse."), "{screen}");
    assert_eq!(given(&person, 0), None);
    person.types("<enter>");
    assert!(person.sees().contains("Question 2 sur 4"), "{}", person.sees());
    assert_eq!(given(&person, 0), Some(Value::Integer(61).into()));
}

#[test]
fn another_doubtful_answer_is_asked_about_anew() {
    let mut person = person();
    person.types("61<enter><back>2<enter>");
    assert!(person.sees().contains("Question 1 sur 4"), "{}", person.sees());
    person.types("<back><back>12<enter>");
    assert!(person.sees().contains("Question 2 sur 4"), "{}", person.sees());
    assert_eq!(given(&person, 0), Some(Value::Integer(12).into()));
    // In a list too: the other line, and then the first again.
    person.types("5<enter>2<enter>");
    assert!(person.sees().contains("! Personne n'a ri\u{a0}?"), "{}", person.sees());
    person.types("12<enter>");
    assert!(person.sees().contains("! Personne n'a ri\u{a0}?"), "{}", person.sees());
    person.types("<enter>");
    assert_eq!(given(&person, 2), Some(Value::Choice("non".into()).into()));
}

#[test]
fn a_text_says_no_name_under_it_unless_its_hint_does() {
    let mut person = person();
    person.types("<f2><enter><f2><enter>0<enter>");
    let screen = person.sees();
    let said = |screen: &str| screen.matches("Sans nom de personne.").count();
    assert!(screen.contains("Qu'avez-vous vu\u{a0}?") && said(&screen) == 1, "{screen}");
    person.types("vu 06 12 34 56 78<enter>");
    let screen = person.sees();
    assert!(screen.contains("! On dirait un numéro de téléphone."), "{screen}");

    // Its hint says so already.
    let mut told = Person::collecting("com-recit", settings(), 80, 24);
    told.types("<begin>");
    for _ in 0..4 {
        let screen = told.sees();
        if screen.contains("Avant de venir ici") {
            assert_eq!(said(&screen), 1, "{screen}");
            return;
        }
        told.types("<f2><enter>");
    }
    panic!("{}", told.sees());
}

#[test]
fn the_review_begins_with_what_was_passed_or_is_to_be_confirmed() {
    let mut person = person();
    person.types("20<enter>21<enter><enter>1<enter><f2><enter>");
    let screen = person.sees();
    let lines: Vec<&str> = screen.lines().skip(7).take(9).map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "▸ Enregistrer ces réponses",
            "Combien de nouveaux\u{a0}?",
            "21 (à confirmer)",
            "Qu'avez-vous vu\u{a0}?",
            "Question passée",
            "Combien êtes-vous\u{a0}?",
            "20",
            "Avez-vous ri\u{a0}?",
            "Oui",
        ],
        "{screen}"
    );
}

#[test]
fn a_typed_sheet_is_kept_as_it_was_written_and_what_is_in_doubt_is_told() {
    let form = outing();
    let file = "Z1,Z2,Z3,Z4,T6\n61,1,oui,voir 06 12 34 56 78,oui\n600,,,0298000000,\n12,3,oui,,\n";
    let reading = read_answers(file.as_bytes(), &form, &Metadata::new(&form));
    let warning = |line, column, question: &str, doubt| {
        let question = question.to_owned();
        Warning { line, column, question, doubt }
    };
    // Of a line that is refused, only why it is.
    assert_eq!(
        reading.warnings,
        [
            warning(2, 1, "Z1", unusual("Z1")),
            warning(2, 10, "Z4", Doubt::Private(Private::Telephone)),
        ]
    );
    assert_eq!((reading.sheets.len(), reading.refused), (2, 1));
    let kept = reading.sheets[0].finished.answers();
    assert_eq!(kept[0], Value::Integer(61).into());
    assert_eq!(kept[3], Value::Text("voir 06 12 34 56 78".into()).into());
    assert_eq!(reading.sheets[1].finished.answers()[4], Missing::NonPosee.into());
}

/// Runs the program in this folder on these lines; gives how it ended, what it said and told apart.
fn run(folder: &Path, arguments: &[&str], lines: &str) -> (Option<i32>, String, String) {
    use std::io::Write;

    let mut child = Command::new(env!("CARGO_BIN_EXE_recueil"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    child.stdin.take().expect("an input").write_all(lines.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("ended");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    fs::create_dir(folder.path().join("questionnaires")).expect("a folder");
    fs::write(folder.path().join("questionnaires/sortie.toml"), OUTING).expect("written");
    folder
}

#[test]
fn collect_tells_the_line_of_what_is_in_doubt_and_keeps_it() {
    let folder = folder();
    fs::write(folder.path().join("feuilles.csv"), "Z1,Z4,T6\n5,a@exemple.fr,non\n")
        .expect("written");
    let arguments = ["collect", "sortie-bilan", "--answers", "feuilles.csv"];
    let (code, said, told) = run(folder.path(), &arguments, "");
    assert_eq!(
        told,
        "feuilles.csv:2:3: avertissement : Z4 est gardée, mais à relire. On dirait une adresse \
         électronique. Mieux vaut ne pas l'écrire.\n"
    );
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("1 ligne enregistrée"), "{said}");
}

#[test]
fn in_plain_lines_an_empty_line_keeps_the_answer_in_doubt() {
    let folder = folder();
    // Begin; 61 and Enter; a number, a yes; words, and the same words again; save, end.
    let lines = "1\n61\n\n3\n1\n0298000000\n0298000000\n1\n1\n2\n";
    let (code, said, _) = run(folder.path(), &["collect", "sortie-bilan", "--plain"], lines);
    assert_eq!(code, Some(0), "{said}");
    let asked = "Plus de 60 personnes : est-ce bien cela ? Entrée encore une fois pour garder cette \
                 réponse.";
    assert_eq!(said.matches(asked).count(), 1, "{said}");
    assert!(said.contains("On dirait un numéro de téléphone."), "{said}");
    let rows = support::rows(folder.path().join("data"), false, &["Z1", "Z2", "Z3", "Z4", "T6"]);
    assert_eq!(rows, ["61|3|oui|'0298000000|oui"]);
}
