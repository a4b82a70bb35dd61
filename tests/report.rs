//! The answers of a référentiel, counted from the rows that hold them.
//! Never on a screen: `home` looks at those.

mod support;

use std::sync::Arc;

use recueil::analysis::disclosure::{Disclosed, publish};
use recueil::analysis::report::{Asked, Counted, Figure, OfQuestion, Report, Spread, Trials};
use recueil::questionnaire::Questionnaire;
use recueil::record::{Metadata, Record};
use recueil::session::Session;
use recueil::store::Store;
use recueil::value::{Answer, Date, Meta, Missing, Value};
use support::{WORKSHOP, counted, form_of, today, told};
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

    fn store(&self) -> Store {
        Store::new(self.folder.path().to_owned(), String::new())
    }

    fn report(&self) -> Disclosed {
        told(&self.store(), &self.forms, &today())
    }

    fn trials(&self) -> Disclosed {
        told(&self.store(), &self.forms, &Asked { trials: Trials::Only, ..today() })
    }
}

/// What is told of a question, as one line: of whom it was asked, who answered, each choice.
fn line(counted: &Counted) -> String {
    let figure = |figure: &Figure| match figure {
        Figure::Shown(figure) => figure.to_string(),
        Figure::Hidden(why) => format!("{why:?}"),
    };
    let Spread::Choices(choices) = &counted.spread else { return "no choices".into() };
    let choices: Vec<String> = choices.iter().map(figure).collect();
    let told = counted.missing.iter().filter_map(|(reason, count)| Some((reason, count.shown()?)));
    let missing: Vec<String> =
        told.map(|(reason, count)| format!(" {count} {}", reason.word())).collect();
    let (asked, answered) = (figure(&counted.asked), figure(&counted.answered));
    format!("{answered} of {asked}: {}{}", choices.join("+"), missing.concat())
}

/// What is told of the second question of the workshop.
fn lines(report: &Report) -> Vec<String> {
    let is_asked = |of: &&OfQuestion| of.question.name == "Z1";
    report.questions.iter().filter(is_asked).map(|of| line(&of.all)).collect()
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
    for _ in 0..5 {
        workshop.answers(&bilan(), true, Value::Choice("bus".into()));
    }
    let report = workshop.report();
    assert_eq!(lines(&report), ["5 of 6: 4+1 1 REFUS"]);
    assert_eq!((report.method.rows, report.method.trials, report.method.changed()), (6, 0, 0));
    assert_eq!(lines(&workshop.trials()), ["5 of 5: 0+5"]);
    let both = told(&workshop.store(), &workshop.forms, &Asked { trials: Trials::With, ..today() });
    assert_eq!(lines(&both), ["10 of 11: 4+6 1 REFUS"]);
    assert_eq!((both.method.rows, both.method.trials), (11, 5));
}

#[test]
fn below_five_answers_nothing_is_said_of_them() {
    let mut workshop = Workshop::new();
    for _ in 0..4 {
        workshop.takes(&bilan(), "pied");
    }
    workshop.answers(&bilan(), false, Missing::Nsp);
    assert_eq!(lines(&workshop.report()), ["4 of 5: Few+Few"]);
    workshop.takes(&bilan(), "pied");
    assert_eq!(lines(&workshop.report()), ["5 of 6: 5+0 1 NSP"]);
}

#[test]
fn a_published_report_says_nothing_that_would_complete_an_earlier_one() {
    let mut workshop = Workshop::new();
    let published = |workshop: &Workshop| {
        let store = workshop.store();
        let past = store.publications().expect("read");
        let report = counted(&store, &workshop.forms, &today());
        let told = publish(report, "2026-11-22", &past);
        store.note_publications(told.tables()).expect("noted");
        lines(&told)
    };
    for _ in 0..10 {
        workshop.takes(&bilan(), "pied");
    }
    assert_eq!(published(&workshop), ["10 of 10: Few+Few"]);
    workshop.takes(&bilan(), "bus");
    assert_eq!(published(&workshop), ["11 of 11: 10+1"]);
    assert_eq!(published(&workshop), ["11 of 11: 10+1"], "the same report as often as one likes");
    workshop.takes(&bilan(), "pied");
    workshop.takes(&bilan(), "bus");
    assert_eq!(published(&workshop), ["13 of 13: Earlier+Earlier"]);
    for _ in 0..3 {
        workshop.takes(&bilan(), "pied");
    }
    assert_eq!(published(&workshop), ["16 of 16: 14+2"]);
    // What cannot be read says nothing sure of what was published.
    let file = workshop.folder.path().join("publications.csv");
    let text = std::fs::read_to_string(&file).expect("a file");
    std::fs::write(&file, text.replace(",11,11,", ",11,12,")).expect("written");
    assert!(workshop.store().publications().is_err());
}

#[test]
fn of_a_private_matter_an_answer_of_a_few_people_hides_them_all() {
    let private = WORKSHOP.replace("name = \"Z1\"\n", "name = \"Z1\"\nsensible = true\n");
    let form = form_of(&private, "atelier-bilan");
    let mut workshop = Workshop::new();
    for _ in 0..5 {
        workshop.takes(&form, "pied");
    }
    assert_eq!(lines(&workshop.report()), ["5 of 5: 5+0"]);
    workshop.takes(&form, "bus");
    assert_eq!(lines(&workshop.report()), ["6 of 6: Private+Private"]);
}

#[test]
fn only_questions_that_are_the_same_in_every_word_are_counted_together() {
    // The form changes, the question does not.
    let other = WORKSHOP.replace("version = 1\ntitre.fr", "version = 2\ntitre.fr");
    let asked = WORKSHOP.replace("Comment venez-vous ici ?", "Comment êtes-vous venu ?");
    let asked = asked.replace("version = 1\ntitre.fr", "version = 3\ntitre.fr");
    let mut workshop = Workshop::new();
    for _ in 0..4 {
        workshop.takes(&bilan(), "pied");
    }
    for _ in 0..5 {
        workshop.takes(&form_of(&other, "atelier-bilan"), "bus");
        workshop.takes(&form_of(&asked, "atelier-bilan"), "bus");
    }
    let report = workshop.report();
    assert_eq!(lines(&report), ["9 of 9: 4+5", "5 of 5: 0+5"]);
    let versions = report.forms[0].versions.iter().map(|(version, _, rows)| (*version, *rows));
    assert_eq!(versions.collect::<Vec<_>>(), [(1, 4), (2, 5), (3, 5)]);
}

#[test]
fn rows_whose_form_nobody_knows_any_more_are_said_to_be_there() {
    let mut workshop = Workshop::new();
    workshop.takes(&bilan(), "pied");
    workshop.forms.clear();
    let report = workshop.report();
    let unknown = report.method.unknown.iter().map(|(_, rows)| *rows).collect::<Vec<_>>();
    assert_eq!((report.method.rows, unknown), (0, vec![1]));
}
