//! The tables of frequencies: one for each question of a form, over all versions in which it is the same
//! in every word.
//! Never a text: what people said in their own words is not counted here.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use super::{Line, NO_SEASON, Script, view};
use crate::exchange::figures::{Nature, OfAnswers, OfNumbers, Subject};
use crate::questionnaire::{Choice, Kind, Question, Questionnaire};
use crate::value::Missing;

/// A question, and in which versions of its form it is asked.
struct Asked<'a> {
    question: &'a Question,
    fingerprint: String,
    /// The latest form that asks it.
    form: &'a Questionnaire,
    /// The fingerprints of the forms that do.
    forms: Vec<&'a str>,
}

/// What a whole number looks like.
pub(super) const NUMBER: &str = "^[+-]?[0-9]+$";

/// What a day looks like.
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

impl Script<'_> {
    /// The tables of the questions of a form, in all its versions.
    pub(super) fn questions(&mut self, versions: &[&Arc<Questionnaire>]) {
        let mut found: BTreeMap<String, Asked<'_>> = BTreeMap::new();
        for form in versions {
            for question in form.questions.iter().filter(|question| question.is_numbered()) {
                let fingerprint = question.fingerprint();
                let asked = found.entry(fingerprint.clone()).or_insert_with(|| Asked {
                    question,
                    fingerprint,
                    form,
                    forms: Vec::new(),
                });
                (asked.question, asked.form) = (question, form);
                asked.forms.push(form.short_fingerprint());
            }
        }
        let mut found: Vec<Asked<'_>> = found.into_values().collect();
        found.sort_by_key(|asked| (asked.form.index_of(&asked.question.name), asked.form.version));
        for asked in found {
            if !matches!(asked.question.kind, Kind::Text | Kind::Note | Kind::Counts(_)) {
                self.frequency(&asked, asked.forms.len() == versions.len());
            }
        }
    }

    /// The table of a question; `always`: all versions ask it.
    fn frequency(&mut self, asked: &Asked<'_>, always: bool) {
        let Asked { question, form, .. } = asked;
        self.asked(form, question);
        let indicators = self.of.known.favorable(form, question);
        let choices = question.kind.choices();
        let counted = |names: &[String]| {
            let names = choices.iter().filter(|choice| names.contains(&choice.name));
            names.map(|choice| choice.name.as_str()).collect::<Vec<_>>()
        };
        let indicators: Vec<(&str, Vec<&str>)> = indicators
            .iter()
            .filter(|_| !choices.is_empty())
            .map(|(code, names)| (code.as_str(), counted(names)))
            .collect();
        self.cells(asked, always);
        let (condition, mut lines) = self.lines(question, &indicators);
        let mut number =
            format!("sum(CASE WHEN CASE nature\n{condition}    END THEN nombre ELSE 0 END)");
        if question.kind == Kind::Integer {
            lines.extend(OfNumbers::WORDS.iter().map(|word| vec![Nature::Nombre.word(), word]));
            number = format!(
                "CASE modalite\n    WHEN 'somme' THEN coalesce(sum(valeur * nombre), 0)\n    \
                 WHEN 'mediane_basse' THEN min(CASE WHEN 2 * cumul >= tous THEN valeur END)\n    \
                 WHEN 'mediane_haute' THEN min(CASE WHEN 2 * cumul > tous THEN valeur END)\n    \
                 ELSE {number} END"
            );
        }
        self.select(&Line {
            subject: Subject::form(form).question(&question.name, &asked.fingerprint),
            season: NO_SEASON,
            nature: "nature",
            word: "modalite",
            number: &format!("CAST({number} AS BIGINT)"),
        });
        let counted = if question.kind == Kind::Integer { "rangees" } else { "lues" };
        self.from(counted, "", "nature, modalite", &lines);
    }

    /// What is asked, as a comment.
    pub(super) fn asked(&mut self, form: &Questionnaire, question: &Question) {
        let words = self.said(form, &question.label);
        self.comment(&format!("{}. {words}", question.name));
        let said =
            |choice: &Choice| format!("{} : {}", choice.name, self.said(form, &choice.label));
        let choices: Vec<String> = question.kind.choices().iter().map(said).collect();
        if !choices.is_empty() {
            self.comment(&choices.join(" ; "));
        }
    }

    /// Each different cell of a question, how often it occurs, and what it is read as.
    fn cells(&mut self, asked: &Asked<'_>, always: bool) {
        let Asked { question, form, forms, .. } = asked;
        let (name, view) = (self.name(&question.name), self.name(&view(form)));
        let prints = self.engine().texts(forms.iter().copied());
        let versions = if always { String::new() } else { format!("empreinte IN ({prints}) AND ") };
        let reasons = |is_unasked: bool| {
            let reasons = Missing::ALL.iter().filter(|reason| reason.is_unasked() == is_unasked);
            self.engine().texts(reasons.map(|reason| reason.word()))
        };
        let (unasked, missing) = (reasons(true), reasons(false));
        let given = self.given(question, "cellule");
        _ = writeln!(
            self.text,
            "WITH cellules AS (\n  SELECT {name} AS cellule, count(*) AS nombre\n  FROM {view}\n  \
             WHERE {versions}({name} IS NOT NULL OR poste IS NOT NULL)\n  GROUP BY {name}\n), \
             lues AS (\n  SELECT cellule, nombre, CASE\n    \
             WHEN cellule IN ({unasked}) THEN 'non_posee'\n    \
             WHEN cellule IN ({missing}) THEN 'sans_reponse'\n    \
             WHEN {given} THEN 'repondu'\n    ELSE 'non_lue' END AS lecture\n  FROM cellules"
        );
        if question.kind == Kind::Integer {
            self.text += "), valeurs AS (\n  SELECT cellule, nombre, lecture, \
                          CASE WHEN lecture = 'repondu' THEN TRY_CAST(cellule AS BIGINT) END \
                          AS valeur\n  FROM lues\n), rangees AS (\n  \
                          SELECT cellule, nombre, lecture, valeur,\n    \
                          sum(CASE WHEN valeur IS NOT NULL THEN nombre ELSE 0 END) OVER () \
                          AS tous,\n    \
                          sum(CASE WHEN valeur IS NOT NULL THEN nombre ELSE 0 END) OVER (\n      \
                          ORDER BY valeur NULLS FIRST RANGE UNBOUNDED PRECEDING) AS cumul\n  \
                          FROM valeurs\n";
        }
        self.text += ")\n";
    }

    /// Is a cell an answer to the question?
    fn given(&self, question: &Question, cell: &str) -> String {
        let names = question.kind.choices().iter().map(|choice| choice.name.as_str());
        match question.kind {
            Kind::One(_) => format!("{cell} IN ({})", self.engine().texts(names)),
            Kind::Multiple(_) => self.several(question, cell),
            Kind::Integer => format!(
                "{} AND TRY_CAST({cell} AS BIGINT) IS NOT NULL",
                self.engine().matches(cell, NUMBER)
            ),
            Kind::Date => format!(
                "{} AND TRY_CAST({cell} AS DATE) IS NOT NULL",
                self.engine().matches(cell, DAY)
            ),
            Kind::Text | Kind::Note | Kind::Counts(_) => format!("trim({cell}) <> ''"),
        }
    }

    /// Does a cell hold choices of the question, parted by spaces, and nothing else?
    pub(super) fn several(&self, question: &Question, cell: &str) -> String {
        let names = question.kind.choices().iter().map(|choice| choice.name.as_str());
        let names = names.collect::<Vec<_>>().join("|");
        self.engine().matches(cell, &format!("^ *({names})( +({names}))* *$"))
    }

    /// Does a cell hold this choice, which the engine works out?
    fn holds(cell: &str, choice: &str) -> String {
        format!("contains(concat(' ', {cell}, ' '), concat(' ', {choice}, ' '))")
    }

    /// Does a cell hold one of these choices at least?
    pub(super) fn holds_any(&self, question: &Question, cell: &str, names: &[&str]) -> String {
        match question.kind {
            _ if names.is_empty() => String::from("FALSE"),
            Kind::Multiple(_) => {
                let holds = names.iter().map(|name| Self::holds(cell, &self.engine().text(name)));
                holds.collect::<Vec<_>>().join(" OR ")
            }
            _ => format!("{cell} IN ({})", self.engine().texts(names.iter().copied())),
        }
    }

    /// The lines of the table of a question, and which cells count in each.
    fn lines<'q>(
        &self,
        question: &'q Question,
        indicators: &[(&'q str, Vec<&'q str>)],
    ) -> (String, Vec<Vec<&'q str>>) {
        let mut condition = String::new();
        let mut lines = Vec::new();
        let mut add = |nature: Nature, when: &str, words: &mut dyn Iterator<Item = &'q str>| {
            _ = writeln!(condition, "    WHEN '{}' THEN {when}", nature.word());
            lines.extend(words.map(|word| vec![nature.word(), word]));
        };
        add(
            Nature::Effectif,
            "modalite = 'eligibles' OR modalite = lecture\n      \
             OR modalite = 'posee' AND lecture <> 'non_posee'",
            &mut OfAnswers::WORDS.iter().copied(),
        );
        add(Nature::SansReponse, "modalite = cellule", &mut Missing::WORDS.iter().copied());
        let choices = question.kind.choices();
        if !choices.is_empty() {
            let taken = match question.kind {
                Kind::Multiple(_) => {
                    format!("lecture = 'repondu' AND {}", Self::holds("cellule", "modalite"))
                }
                _ => String::from("modalite = cellule"),
            };
            let mut names = choices.iter().map(|choice| choice.name.as_str());
            add(Nature::Choix, &taken, &mut names);
        }
        if !indicators.is_empty() {
            let of = indicators.iter().map(|(code, names)| {
                let holds = self.holds_any(question, "cellule", names);
                format!("modalite = {} AND ({holds})", self.engine().text(code))
            });
            let of = of.collect::<Vec<_>>().join("\n      OR ");
            let when = format!("lecture = 'repondu' AND ({of})");
            add(Nature::Indicateur, &when, &mut indicators.iter().map(|(code, _)| *code));
        }
        (condition, lines)
    }
}
