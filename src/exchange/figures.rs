//! The figures of a report as lines of CSV, and the names that queries give the same figures by: so that
//! the two can be held against each other, line by line.
//! Never a figure that may not be told: its line has no number.

use super::export::Dialect;
use crate::analysis::change::{Better, Measure, Shift};
use crate::analysis::disclosure::Disclosed;
use crate::analysis::report::{
    Counted, Figure, OfCohort, OfEvolution, OfForm, OfQuestion, OfShift, Spread,
};
use crate::questionnaire::Questionnaire;
use crate::value::{Missing, words};

/// The columns, in order: all but the last say what is counted.
pub const COLUMNS: [&str; 10] = [
    "referentiel",
    "questionnaire",
    "role",
    "saison",
    "moment",
    "question",
    "empreinte",
    "nature",
    "modalite",
    "nombre",
];

/// How many digits of the fingerprint of a question are written.
pub(super) const DIGITS: usize = 8;

words! {
    /// What a line is about.
    Nature {
        /// The rows of a form.
        Lignes = "lignes",
        /// Who could have answered a question, was asked, did.
        Effectif = "effectif",
        /// A reason for no answer.
        SansReponse = "sans_reponse",
        /// A choice that was taken.
        Choix = "choix",
        /// The answers that count for an indicator.
        Indicateur = "indicateur",
        /// What comes of whole numbers.
        Nombre = "nombre",
        /// The people of a season: paired or not.
        Appariement = "appariement",
        /// What changed for those who are paired.
        Evolution = "evolution",
        /// What should not be there.
        Controle = "controle",
    }
}

words! {
    /// What is counted of the rows of a form.
    OfRows {
        /// All that count.
        Comptees = "comptees",
        /// Those that were interrupted.
        Partielles = "partielles",
    }
}

words! {
    /// What is counted of the rows of a form that a question has.
    OfAnswers {
        /// Those that have the question.
        Eligibles = "eligibles",
        /// Those in which it was asked.
        Posee = "posee",
        /// Those in which it was answered.
        Repondu = "repondu",
        /// Those of which the cell holds no answer that the question has.
        NonLue = "non_lue",
    }
}

words! {
    /// What comes of whole numbers.
    OfNumbers {
        /// All of them together.
        Somme = "somme",
        /// The one in the middle; of an even number of them the lower of the two.
        MedianeBasse = "mediane_basse",
        /// The upper of the two.
        MedianeHaute = "mediane_haute",
    }
}

/// How many are paired.
pub(super) const PAIRED: &str = "apparies";

/// How many answered at both moments and are not paired.
pub(super) const UNCLEAR: &str = "non_apparies";

/// How many answered a question at both moments.
pub(super) const PAIRS: &str = "paires";

/// How many of those paired did not answer it at both.
pub(super) const DROPPED: &str = "incomplets";

/// How many gave the same answer at both moments.
pub(super) const SAME: &str = "pareil";

/// The names of those whose answers went up or for the better, and of the others.
pub(super) const fn sides(measure: &Measure) -> [&'static str; 2] {
    match measure {
        Measure::Steps(Better::Unsaid) => ["plus", "moins"],
        Measure::Steps(_) | Measure::Favourable(_) => ["mieux", "moins_bien"],
    }
}

/// The first digits of a fingerprint.
pub(super) fn short(fingerprint: &str) -> &str {
    fingerprint.get(..DIGITS).unwrap_or(fingerprint)
}

/// What the first columns say of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'a> {
    /// All columns before the kind of the line.
    pub cells: [&'a str; 7],
}

impl<'a> Subject<'a> {
    /// The rows of a form.
    pub fn form(form: &'a Questionnaire) -> Self {
        Self { cells: [&form.head.id, &form.id, &form.role, "", form.moment.word(), "", ""] }
    }

    /// A question of a form, or of people who are paired.
    pub fn question(self, name: &'a str, fingerprint: &'a str) -> Self {
        let [referentiel, form, role, season, moment, ..] = self.cells;
        Self { cells: [referentiel, form, role, season, moment, name, short(fingerprint)] }
    }
}

/// The lines of a report.
pub fn figures(report: &Disclosed) -> String {
    let mut lines = Lines { text: Dialect::Plain.line(COLUMNS) };
    for of in &report.forms {
        lines.form(of);
        for question in report.questions.iter().filter(|it| it.form.id == of.form.id) {
            lines.question(question);
        }
    }
    for cohort in &report.changes.cohorts {
        for evolution in &cohort.evolutions {
            lines.evolution(cohort, evolution);
        }
    }
    lines.text
}

struct Lines {
    text: String,
}

impl Lines {
    fn add(
        &mut self,
        subject: Subject<'_>,
        nature: Nature,
        word: &str,
        figure: Figure<impl ToString + Copy>,
    ) {
        let number = figure.shown().map(|number| number.to_string()).unwrap_or_default();
        let cells = subject.cells.into_iter().chain([nature.word(), word, &number]);
        self.text += &Dialect::Plain.line(cells);
    }

    fn form(&mut self, of: &OfForm) {
        let subject = Subject::form(&of.form);
        for (word, figure) in [(OfRows::Comptees, of.rows), (OfRows::Partielles, of.partial)] {
            self.add(subject, Nature::Lignes, word.word(), figure);
        }
    }

    fn question(&mut self, of: &OfQuestion) {
        let subject = Subject::form(&of.form).question(&of.question.name, &of.fingerprint);
        let Counted { eligible, asked, answered, unread, missing, spread, favorable, .. } = &of.all;
        for (word, figure) in [
            (OfAnswers::Eligibles, eligible),
            (OfAnswers::Posee, asked),
            (OfAnswers::Repondu, answered),
            (OfAnswers::NonLue, unread),
        ] {
            self.add(subject, Nature::Effectif, word.word(), *figure);
        }
        for reason in Missing::ALL {
            // That a reason does not occur is only known where the others are told.
            let figure = missing.get(reason).copied().unwrap_or_default();
            self.add(subject, Nature::SansReponse, reason.word(), figure);
        }
        match spread {
            Spread::Apart => {}
            Spread::Choices(counts) => {
                for (choice, figure) in of.question.kind.choices().iter().zip(counts) {
                    self.add(subject, Nature::Choix, &choice.name, *figure);
                }
            }
            Spread::Numbers { sum, median } => {
                self.add(subject, Nature::Nombre, OfNumbers::Somme.word(), *sum);
                if let Some(median) = median {
                    let [low, high] = match median {
                        Figure::Shown(median) => [median.low, median.high].map(Figure::Shown),
                        Figure::Hidden(why) => [Figure::Hidden(*why); 2],
                    };
                    self.add(subject, Nature::Nombre, OfNumbers::MedianeBasse.word(), low);
                    self.add(subject, Nature::Nombre, OfNumbers::MedianeHaute.word(), high);
                }
            }
        }
        for (code, figure) in favorable {
            self.add(subject, Nature::Indicateur, code, *figure);
        }
    }

    fn evolution(&mut self, cohort: &OfCohort, evolution: &OfEvolution) {
        let OfCohort { referentiel, role, season, .. } = cohort;
        let cells = [referentiel, "", role, season, evolution.to.word(), "", ""];
        let subject = Subject { cells };
        self.add(subject, Nature::Appariement, PAIRED, Figure::Shown(evolution.paired));
        self.add(subject, Nature::Appariement, UNCLEAR, evolution.unclear);
        for OfShift { question, shift } in &evolution.shifts {
            let fingerprint = question.fingerprint();
            let subject = subject.question(&question.name, &fingerprint);
            match shift {
                Ok(shift) => self.shift(subject, shift),
                Err(why) => {
                    self.add(subject, Nature::Evolution, PAIRS, Figure::<u64>::Hidden(*why));
                }
            }
        }
    }

    fn shift(&mut self, subject: Subject<'_>, shift: &Shift) {
        let [better, worse] = sides(&shift.measure);
        for (word, count) in [
            (PAIRS, shift.pairs()),
            (better, shift.better().count),
            (SAME, shift.same().count),
            (worse, shift.worse().count),
            (DROPPED, shift.dropped.people),
        ] {
            self.add(subject, Nature::Evolution, word, Figure::Shown(count));
        }
    }
}
