//! The slip that goes with what is sent to the city: a page to print and sign, and the same as a table.
//! Never an answer, and never a figure of a few people where their number alone says something.

use super::html::{Html, element, element_with, page, text, words};
use crate::analysis::disclosure::Disclosed;
use crate::analysis::report::{Counted, Figure, Held, OfQuestion, Spread};
use crate::locale::Locale;
use crate::questionnaire::Questionnaire;
use crate::record::{guard, month};
use crate::store::line;
use crate::value::Date;

/// What is sent, in figures.
#[derive(Clone, Debug)]
pub struct Slip<'a> {
    /// Who sends it.
    pub structure: &'a str,
    /// From where.
    pub site: &'a str,
    /// When.
    pub day: Date,
    /// Whom to ask.
    pub contact: &'a str,
    /// The version of the program.
    pub program: &'static str,
    /// How many rows that were sent before were withdrawn since.
    pub gone: usize,
    /// What leaves, form by form.
    pub forms: Vec<SlipForm>,
    /// How many answers a figure must rest on where the matter is sensitive.
    pub least: u64,
}

/// What leaves of a form.
#[derive(Clone, Debug)]
pub struct SlipForm {
    /// The form.
    pub form: std::sync::Arc<Questionnaire>,
    /// Its versions that have rows: number and fingerprint.
    pub versions: Vec<(u32, String)>,
    /// How many rows leave; nothing where only totals do.
    pub rows: Option<u64>,
    /// How many answered; nothing where it is not told.
    pub answered: Option<u64>,
    /// The first and the last month.
    pub months: Option<(String, String)>,
    /// What the notebook says of its séances.
    pub held: Option<Held>,
}

/// The columns of the table.
const COLUMNS: [&str; 17] = [
    "structure",
    "site",
    "jour",
    "programme",
    "questionnaire",
    "titre",
    "versions",
    "lignes",
    "reponses",
    "premier_mois",
    "dernier_mois",
    "seances",
    "presents",
    "repondu",
    "refus",
    "partis",
    "retirees",
];

/// The columns of the page.
const FIGURES: [&str; 8] =
    ["form", "rows", "months", "seances", "present", "answered", "refused", "left"];

impl Slip<'_> {
    /// The slip as a table.
    pub fn table(&self, locale: &Locale) -> Vec<u8> {
        let mut bytes = line(COLUMNS);
        for of in &self.forms {
            let (first, last) = of.months.clone().unwrap_or_default();
            let held = of.held.map(|held| self.held(locale, of, held));
            let mut cells = vec![
                guard(self.structure).into_owned(),
                guard(self.site).into_owned(),
                self.day.to_string(),
                self.program.to_owned(),
                of.form.id.clone(),
                guard(&of.form.say(&of.form.titre, locale.language())).into_owned(),
                of.versions(),
                of.rows.unwrap_or(0).to_string(),
                self.answered(locale, of),
                first,
                last,
            ];
            cells.extend(held.unwrap_or_default());
            cells.push(self.gone.to_string());
            bytes.extend(line(&cells));
        }
        bytes
    }

    /// The slip as a page.
    pub fn page(&self, locale: &Locale) -> String {
        let title = locale.say("slip-title");
        let who = [self.structure, self.site].into_iter().filter(|name| !name.is_empty());
        let who = [
            ("who", who.collect::<Vec<_>>().join(", ").into()),
            ("contact", self.contact.into()),
            ("day", locale.date(self.day).into()),
            ("program", self.program.into()),
        ];
        let heads = FIGURES.map(|head| {
            element_with("th", &[("scope", "col")], [words(&locale.say(&format!("slip-{head}")))])
        });
        let head = element("tr", heads);
        let rows = self.forms.iter().map(|of| self.row(locale, of));
        let signed = ["given", "received", "by"].map(|field| {
            let name = text("th", &locale.say(&format!("slip-{field}")));
            element("tr", [name, text("td", "")])
        });
        let mut inside = vec![
            text("h1", &title),
            text("p", &locale.tell("slip-who", &who)),
            element("table.figures", std::iter::once(head).chain(rows)),
            text("p", &locale.tell("slip-few", &[("least", self.least.into())])),
            text("p", &locale.say("slip-stays")),
        ];
        if self.gone > 0 {
            inside.push(text("p", &locale.tell("send-gone", &[("count", self.gone.into())])));
        }
        inside.push(element("table.kept", signed));
        page(locale, &title, include_str!("slip.css"), &element("main", inside))
    }

    fn row(&self, locale: &Locale, of: &SlipForm) -> Html {
        let title = of.form.say(&of.form.titre, locale.language());
        let name = format!("{title} ({}, {})", of.form.id, of.versions());
        let rows = match of.rows {
            Some(rows) => rows.to_string(),
            None => locale.say("slip-totals"),
        };
        let months = match &of.months {
            Some((first, last)) if first == last => first.clone(),
            Some((first, last)) => format!("{first} – {last}"),
            None => String::new(),
        };
        let held = of.held.map(|held| self.held(locale, of, held));
        let unsaid = || [(); 5].map(|()| locale.say("slip-unsaid"));
        let figures = held.unwrap_or_else(unsaid);
        let cells = [("td", name), ("td.n", rows), ("td", months)].into_iter();
        let cells = cells.chain(figures.into_iter().map(|figure| ("td.n", figure)));
        element(
            "tr",
            cells.zip(FIGURES).map(|((cell, said), column)| {
                // Where the columns have no room, each cell says what it is.
                let label = locale.say(&format!("slip-{column}"));
                element_with(cell, &[("data-label", &label)], [words(&said)])
            }),
        )
    }

    fn answered(&self, locale: &Locale, of: &SlipForm) -> String {
        let less = || locale.tell("send-less", &[("least", self.least.into())]);
        of.answered.map_or_else(less, |count| self.figure(locale, of, count))
    }

    /// What the notebook says, figure by figure.
    fn held(&self, locale: &Locale, of: &SlipForm, held: Held) -> [String; 5] {
        let counts = [held.seances, held.present, held.answered].map(Figure::Shown);
        let [seances, present, answered] = counts;
        [seances, present, answered, held.refused, held.left].map(|figure| match figure {
            Figure::Shown(count) => self.figure(locale, of, count),
            Figure::Hidden(_) => locale.say("report-cell-hidden"),
        })
    }

    /// A figure of a form; where the form alone says something of people, one of a few is not told.
    fn figure(&self, locale: &Locale, of: &SlipForm, count: u64) -> String {
        if of.rows.is_none() && (1..self.least).contains(&count) {
            return locale.tell("send-less", &[("least", self.least.into())]);
        }
        count.to_string()
    }
}

impl SlipForm {
    fn versions(&self) -> String {
        let versions = self.versions.iter().map(|(number, print)| format!("v{number}-{print}"));
        versions.collect::<Vec<_>>().join(" ")
    }
}

/// The first and the last month of days, months or seasons.
pub fn months((first, last): &(String, String)) -> (String, String) {
    (month(first).to_owned(), month(last).to_owned())
}

/// The columns of the totals.
const TOTALS: [&str; 8] = [
    "referentiel",
    "questionnaire",
    "question",
    "libelle",
    "reponses",
    "reponse",
    "reponse_libelle",
    "nombre",
];

/// The answers to the questions of which no row leaves, counted: only what may be told of them. Nothing
/// where there are none.
pub fn totals(
    locale: &Locale,
    told: &Disclosed,
    least: u64,
    wanted: impl Fn(&OfQuestion) -> bool,
) -> Option<Vec<u8>> {
    let mut bytes = line(TOTALS);
    let mut is_empty = true;
    for of in told.questions.iter().filter(|of| wanted(of)) {
        is_empty = false;
        for told in lines_of(locale, of, least) {
            let label = of.form.say(&of.question.label, locale.language());
            let first = [&of.form.head.id, &of.form.id, &of.question.name, &label];
            let cells = first.map(|cell| guard(cell).into_owned());
            bytes.extend(line(cells.into_iter().chain(told)));
        }
    }
    (!is_empty).then_some(bytes)
}

/// What is told of a question: how many answered, then each answer, its words, how many gave it.
fn lines_of(locale: &Locale, of: &OfQuestion, least: u64) -> Vec<[String; 4]> {
    let Counted { answered, spread, .. } = &of.all;
    let less = || locale.tell("send-less", &[("least", least.into())]);
    let none = String::new;
    let Some(base) = answered.shown().filter(|base| *base >= least) else {
        return vec![[less(), none(), none(), none()]];
    };
    match spread {
        Spread::Choices(figures) => of
            .question
            .kind
            .choices()
            .iter()
            .zip(figures)
            .map(|(choice, figure)| {
                let label = of.form.say(&choice.label, locale.language());
                let figure = match figure {
                    Figure::Shown(count) => count.to_string(),
                    Figure::Hidden(_) => locale.say("send-hidden"),
                };
                [base.to_string(), choice.name.clone(), guard(&label).into_owned(), figure]
            })
            .collect(),
        Spread::Apart | Spread::Numbers { .. } => vec![[base.to_string(), none(), none(), none()]],
    }
}
