//! The answers of a référentiel, counted by the store that holds them.
//! Never on a screen: `home` looks at those.

mod support;

use std::path::Path;
use std::sync::Arc;

use recueil::analysis::{Counts, Results, Telling, results};
use recueil::questionnaire::Questionnaire;
use recueil::record::{Metadata, Record};
use recueil::session::Session;
use recueil::store::Store;
use recueil::value::{Answer, Date, Meta, Missing, Value};
use support::{WORKSHOP, form_of};
use tempfile::TempDir;

/// The rows of one machine, and the forms that they answer.
struct Workshop {
    folder: TempDir,
    forms: Vec<Arc<Questionnaire>>,
    made: usize,
}

impl Workshop {
    fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder"), forms: Vec::new(), made: 0 }
    }

    /// Somebody answers a form: the first question is passed, this is the answer to the second.
    fn answers(&mut self, form: &Arc<Questionnaire>, trial: bool, answer: impl Into<Answer>) {
        let mut session = Session::new(Arc::clone(form));
        session.confirm(Missing::SansReponse).expect("passed");
        session.confirm(answer).expect("accepted");
        let finished = session.finish().expect("two questions");
        let mut metadata = Metadata::new(form);
        let day = Date::constant(2026, 11, 22);
        metadata.date(day, day);
        self.made += 1;
        let id = format!("00000000-0000-4000-8000-{:012}", self.made);
        for (meta, value) in
            [(Meta::ReponseId, id.as_str()), (Meta::Essai, if trial { "1" } else { "0" })]
        {
            metadata.set(meta, value).expect("a cell");
        }
        let mut store = Store::new(self.folder.path().to_owned(), "abcdefgh".to_owned());
        store.append(form, trial, &[Record::new(&finished, metadata)]).expect("appended");
        self.forms.push(Arc::clone(form));
    }

    fn takes(&mut self, form: &Arc<Questionnaire>, choice: &str) {
        self.answers(form, false, Value::Choice(choice.to_owned()));
    }

    fn results(&self, trial: bool) -> Results {
        let store = Store::new(self.folder.path().to_owned(), String::new());
        results(&store, "atelier", trial, &mut |file: &Path| {
            let name = file.file_name()?.to_str()?;
            self.forms.iter().find(|form| name.starts_with(&form.stem())).map(Arc::clone)
        })
    }
}

/// The lines of the counts: name, asked, given, each choice.
fn lines(results: &Results) -> Vec<(String, usize, usize, Vec<usize>)> {
    let counts = results.counts.iter();
    let line = |it: &Counts| (it.question.name.clone(), it.asked(), it.given, it.choices.clone());
    counts.map(line).filter(|(name, ..)| name == "Z1").collect()
}

fn bilan() -> Arc<Questionnaire> {
    form_of(WORKSHOP, "atelier-bilan")
}

#[test]
fn each_choice_and_each_reason_for_none_is_counted_and_trials_are_apart() {
    let mut workshop = Workshop::new();
    for choice in ["pied", "pied", "bus", "pied", "pied"] {
        workshop.takes(&bilan(), choice);
    }
    workshop.answers(&bilan(), false, Missing::Refus);
    workshop.answers(&bilan(), true, Value::Choice("bus".into()));
    let counting = workshop.results(false);
    assert_eq!(lines(&counting), [("Z1".to_owned(), 6, 5, vec![4, 1])]);
    let z1 = counting.counts.iter().find(|it| it.question.name == "Z1").expect("Z1");
    assert_eq!(z1.missing.iter().collect::<Vec<_>>(), [(&Missing::Refus, &1)]);
    assert_eq!(z1.telling(), Telling::All);
    assert_eq!((counting.rows, counting.unknown, counting.changed), (6, 0, 0));
    assert_eq!(lines(&workshop.results(true)), [("Z1".to_owned(), 1, 1, vec![0, 1])]);
}

#[test]
fn below_five_answers_nothing_is_said_of_them() {
    let mut workshop = Workshop::new();
    for _ in 0..4 {
        workshop.takes(&bilan(), "pied");
    }
    workshop.answers(&bilan(), false, Missing::Nsp);
    let telling = |workshop: &Workshop| {
        let results = workshop.results(false);
        results.counts.iter().find(|it| it.question.name == "Z1").map(Counts::telling)
    };
    assert_eq!(telling(&workshop), Some(Telling::TooFew));
    workshop.takes(&bilan(), "pied");
    assert_eq!(telling(&workshop), Some(Telling::All));
}

#[test]
fn of_a_private_matter_an_answer_of_a_few_people_hides_them_all() {
    let private = WORKSHOP.replace("name = \"Z1\"\n", "name = \"Z1\"\nsensible = true\n");
    let form = form_of(&private, "atelier-bilan");
    let mut workshop = Workshop::new();
    let telling = |workshop: &Workshop| {
        let results = workshop.results(false);
        results.counts.iter().find(|it| it.question.name == "Z1").map(Counts::telling)
    };
    for _ in 0..5 {
        workshop.takes(&form, "pied");
    }
    assert_eq!(telling(&workshop), Some(Telling::All));
    workshop.takes(&form, "bus");
    assert_eq!(telling(&workshop), Some(Telling::Private));
}

#[test]
fn only_questions_that_are_the_same_in_every_word_are_counted_together() {
    // The form changes, the question does not.
    let other = WORKSHOP.replace("version = 1\ntitre.fr", "version = 2\ntitre.fr");
    let asked = WORKSHOP.replace("Comment venez-vous ici ?", "Comment êtes-vous venu ?");
    let asked = asked.replace("version = 1\ntitre.fr", "version = 3\ntitre.fr");
    let mut workshop = Workshop::new();
    workshop.takes(&bilan(), "pied");
    workshop.takes(&form_of(&other, "atelier-bilan"), "bus");
    workshop.takes(&form_of(&asked, "atelier-bilan"), "bus");
    assert_eq!(
        lines(&workshop.results(false)),
        [("Z1".to_owned(), 2, 2, vec![1, 1]), ("Z1".to_owned(), 1, 1, vec![0, 1])]
    );
}

#[test]
fn rows_whose_form_nobody_knows_any_more_are_said_to_be_there() {
    let mut workshop = Workshop::new();
    workshop.takes(&bilan(), "pied");
    workshop.forms.clear();
    let results = workshop.results(false);
    assert_eq!((results.rows, results.unknown), (0, 1));
}
