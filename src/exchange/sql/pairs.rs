//! The tables of what changed: who is paired, and of each question that is the same in every word at both
//! moments how many said better, the same, worse.
//! Never a pair that the report would not make.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use super::{Line, Script, view};
use crate::analysis::change::{Ambiguity, Better, Measure, Plan, worth};
use crate::analysis::report::has_both_ends;
use crate::exchange::figures::{
    DROPPED, Nature, PAIRED, PAIRS, SAME, Subject, UNCLEAR, short, sides,
};
use crate::questionnaire::{Kind, Moment, Question, Questionnaire};

/// The people of a référentiel and role, from arriving to a later moment.
struct Course<'a> {
    referentiel: &'a str,
    role: &'a str,
    to: Moment,
    /// The forms of arriving, then those of the later moment.
    forms: [Vec<&'a Arc<Questionnaire>>; 2],
    slots: Vec<Slot>,
}

/// A question that is compared.
struct Slot {
    question: Arc<Question>,
    fingerprint: String,
    measure: Measure,
    /// What the columns of its answers are called by.
    name: String,
    /// The forms that ask it, each by its stem.
    forms: Vec<String>,
}

impl Script<'_> {
    /// The tables of all courses.
    pub(super) fn changes(&mut self, forms: &[&Arc<Questionnaire>]) {
        let all = forms.iter().copied();
        let paired = forms.iter().filter(|form| has_both_ends(&all, form));
        let plans: Vec<Plan> =
            paired.filter_map(|form| Plan::new(form, self.of.known.tree(&form.head.id))).collect();
        let mut courses: BTreeMap<(&str, &str), Vec<&Plan>> = BTreeMap::new();
        for plan in &plans {
            let form = plan.form();
            courses.entry((&form.head.id, &form.role)).or_default().push(plan);
        }
        for ((referentiel, role), plans) in courses {
            for to in [Moment::Sortie, Moment::Suivi] {
                let forms = [Moment::Entree, to].map(|moment| {
                    let forms = plans.iter().map(|plan| plan.form());
                    forms.filter(|form| form.moment == moment).collect::<Vec<_>>()
                });
                if forms.iter().all(|forms| !forms.is_empty()) {
                    let slots = slots(&plans, &forms);
                    self.course(&Course { referentiel, role, to, forms, slots });
                }
            }
        }
    }

    fn course(&mut self, course: &Course<'_>) {
        self.text += &self.of.engine.comment(&"=".repeat(super::WIDTH - 3));
        let arguments = [
            ("referentiel", course.referentiel.into()),
            ("role", course.role.into()),
            ("moment", course.to.word().into()),
        ];
        let words = self.of.locale.tell("sql-course", &arguments);
        self.comment(&words);
        self.say("sql-course-rules");
        self.text.push('\n');
        self.people(course);
        self.paired(course);
        for slot in &course.slots {
            self.shift(course, slot);
        }
    }

    /// The view of the people: one row each, with the answers of the first and the last time.
    fn people(&mut self, course: &Course<'_>) {
        let view = self.name(&people(course));
        _ = writeln!(self.text, "CREATE OR REPLACE TEMPORARY VIEW {view} AS\nWITH lignes AS (");
        let ends = ["avant", "apres"];
        let mut is_first = true;
        for (end, forms) in ends.into_iter().zip(&course.forms) {
            for versions in forms.chunk_by(|a, b| a.id == b.id) {
                if !is_first {
                    self.text += "  UNION ALL\n";
                }
                is_first = false;
                self.rows_of(course, end, versions);
            }
        }
        self.text += DATED;
        for slot in &course.slots {
            let name = self.name(&slot.name);
            for end in ends {
                let is_taken = if end == "avant" { "debut <= premiere" } else { "fin >= derniere" };
                let column = self.name(&format!("{end}_{}", slot.name));
                _ = write!(
                    self.text,
                    ",\n    max(CASE WHEN place = '{end}' AND {is_taken} THEN {name} END) AS {column}"
                );
            }
        }
        self.text += PEOPLE;
    }

    /// The rows of a form, in all its versions, at one end of a course.
    fn rows_of(&mut self, course: &Course<'_>, end: &str, versions: &[&Arc<Questionnaire>]) {
        _ = write!(
            self.text,
            "  SELECT cycle AS saison, code, '{end}' AS place, \
             coalesce(CAST(date AS STRING), '') AS jour"
        );
        for slot in &course.slots {
            let asked = versions.iter().filter(|form| slot.forms.contains(&form.stem()));
            let prints: Vec<&str> = asked.map(|form| form.short_fingerprint()).collect();
            let (column, name) = (self.name(&slot.question.name), self.name(&slot.name));
            let cell = match prints.len() {
                0 => String::from("''"),
                all if all == versions.len() => format!("coalesce({column}, '?')"),
                _ => {
                    let prints = self.engine().texts(prints);
                    format!(
                        "CASE WHEN empreinte IN ({prints}) THEN coalesce({column}, '?') ELSE '' END"
                    )
                }
            };
            _ = write!(self.text, ",\n    {cell} AS {name}");
        }
        let view = self.name(&view(versions[0]));
        _ = writeln!(
            self.text,
            "\n  FROM {view}\n  \
             WHERE plan = 'avant_apres' AND cycle LIKE '____-____' AND code <> ''"
        );
    }

    /// How many people are paired, and how many are not, and why.
    fn paired(&mut self, course: &Course<'_>) {
        self.say("sql-paired");
        let view = self.name(&people(course));
        _ = writeln!(
            self.text,
            "WITH comptes AS (\n  SELECT saison, appariement, count(*) AS nombre FROM {view}\n  \
             GROUP BY saison, appariement\n)"
        );
        let nature = self.engine().text(Nature::Appariement.word());
        let unclear = self.engine().texts(Ambiguity::WORDS.iter().copied());
        let number = format!(
            "CAST(sum(CASE WHEN CASE modalite\n    \
             WHEN '{PAIRED}' THEN appariement = '{PAIRED}'\n    \
             WHEN '{UNCLEAR}' THEN appariement IN ({unclear})\n    \
             END THEN nombre ELSE 0 END) AS BIGINT)"
        );
        self.select(&Line {
            subject: course.subject(),
            season: "saison",
            nature: &nature,
            word: "modalite",
            number: &number,
        });
        self.from("comptes", "saison, ", "modalite", &[vec![PAIRED], vec![UNCLEAR]]);
    }

    /// The table of a question.
    fn shift(&mut self, course: &Course<'_>, slot: &Slot) {
        let Slot { question, measure, .. } = slot;
        self.asked(course.forms[0][0], question);
        self.compared(question, measure);
        let view = self.name(&people(course));
        let [before, after] =
            ["avant", "apres"].map(|end| self.name(&format!("{end}_{}", slot.name)));
        let [from, to] = ["avant", "apres"].map(|cell| self.worth(question, measure, cell));
        _ = writeln!(
            self.text,
            "WITH cellules AS (\n  \
             SELECT saison, {before} AS avant, {after} AS apres, count(*) AS nombre\n  \
             FROM {view}\n  \
             WHERE appariement = '{PAIRED}' AND {before} <> '' AND {after} <> ''\n  \
             GROUP BY saison, {before}, {after}\n), valeurs AS (\n  SELECT saison, nombre,\n    \
             {from} AS valeur_avant,\n    {to} AS valeur_apres\n  FROM cellules\n)"
        );
        let [better, worse] = sides(measure);
        let is_down = *measure == Measure::Steps(Better::Down);
        let [up, down] = if is_down { ["<", ">"] } else { [">", "<"] };
        let number = format!(
            "CAST(sum(CASE WHEN CASE modalite\n    \
             WHEN '{PAIRS}' THEN valeur_avant IS NOT NULL AND valeur_apres IS NOT NULL\n    \
             WHEN '{better}' THEN valeur_apres {up} valeur_avant\n    \
             WHEN '{SAME}' THEN valeur_apres = valeur_avant\n    \
             WHEN '{worse}' THEN valeur_apres {down} valeur_avant\n    \
             WHEN '{DROPPED}' THEN valeur_avant IS NULL OR valeur_apres IS NULL\n    \
             END THEN nombre ELSE 0 END) AS BIGINT)"
        );
        let nature = self.engine().text(Nature::Evolution.word());
        self.select(&Line {
            subject: course.subject().question(&question.name, &slot.fingerprint),
            season: "saison",
            nature: &nature,
            word: "modalite",
            number: &number,
        });
        let lines = [PAIRS, better, SAME, worse, DROPPED].map(|word| vec![word]);
        self.from("valeurs", "saison, ", "modalite", &lines);
    }

    /// How the answers are compared, as a comment.
    fn compared(&mut self, question: &Question, measure: &Measure) {
        let id = match measure {
            Measure::Steps(Better::Up) => "sql-better-up",
            Measure::Steps(Better::Down) => "sql-better-down",
            Measure::Steps(Better::Unsaid) => "sql-better-unsaid",
            Measure::Favourable(_) => "sql-better-counts",
        };
        let names = match measure {
            Measure::Steps(_) => String::new(),
            Measure::Favourable(counts) => favourable(question, counts).join(", "),
        };
        let words = self.of.locale.tell(id, &[("choices", names.into())]);
        self.comment(&words);
    }

    /// What a cell is worth; nothing where it is no answer.
    fn worth(&self, question: &Question, measure: &Measure, cell: &str) -> String {
        match (&question.kind, measure) {
            (Kind::Multiple(_), Measure::Favourable(counts)) => {
                let is_read = self.several(question, cell);
                let counts = self.holds_any(question, cell, &favourable(question, counts));
                format!("CASE WHEN {is_read}\n      THEN CASE WHEN {counts} THEN 1 ELSE 0 END END")
            }
            (Kind::Integer, _) => format!(
                "CASE WHEN {} THEN TRY_CAST({cell} AS INTEGER) END",
                self.engine().matches(cell, super::frequency::NUMBER)
            ),
            _ => {
                let worth = worth(question, measure);
                let choices = question.kind.choices().iter().zip(worth);
                let steps = choices.map(|(choice, worth)| {
                    format!("WHEN {} THEN {worth}", self.engine().text(&choice.name))
                });
                format!("CASE {cell} {} END", steps.collect::<Vec<_>>().join(" "))
            }
        }
    }
}

impl<'a> Course<'a> {
    fn subject(&self) -> Subject<'a> {
        Subject { cells: [self.referentiel, "", self.role, "", self.to.word(), "", ""] }
    }
}

/// The name of the view of the people of a course.
fn people(course: &Course<'_>) -> String {
    let Course { referentiel, role, to, .. } = course;
    ["paires", referentiel, role, to.word()].join("_").replace('-', "_")
}

/// The choices that count.
fn favourable<'q>(question: &'q Question, counts: &[bool]) -> Vec<&'q str> {
    let choices = question.kind.choices().iter().zip(counts).filter(|(_, counts)| **counts);
    choices.map(|(choice, _)| choice.name.as_str()).collect()
}

/// The questions that are asked at both ends, in the order of arriving.
fn slots(plans: &[&Plan], ends: &[Vec<&Arc<Questionnaire>>; 2]) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for plan in plans {
        for (question, measure) in plan.compared() {
            let fingerprint = question.fingerprint();
            let same =
                slots.iter_mut().find(|it| it.fingerprint == fingerprint && it.measure == *measure);
            let stem = plan.form().stem();
            match same {
                Some(slot) => slot.forms.push(stem),
                None => slots.push(Slot {
                    name: question.name.clone(),
                    question: Arc::clone(question),
                    fingerprint,
                    measure: measure.clone(),
                    forms: vec![stem],
                }),
            }
        }
    }
    let is_asked = |slot: &Slot, end: &[&Arc<Questionnaire>]| {
        end.iter().any(|form| slot.forms.contains(&form.stem()))
    };
    slots.retain(|slot| ends.iter().all(|end| is_asked(slot, end)));
    let names: Vec<String> = slots.iter().map(|slot| slot.name.clone()).collect();
    for slot in &mut slots {
        // Worded otherwise in another version: two questions of one name.
        if names.iter().filter(|name| **name == slot.name).count() > 1 {
            slot.name = format!("{}_{}", slot.name, short(&slot.fingerprint));
        }
    }
    slots
}

/// The first and the last day that a row may have been answered on: a day, a month, a season, or nobody
/// knows. Then, of each person and each end, when the first was surely over and the last had surely not
/// begun; and each person once.
const DATED: &str = "\
), datees AS (
  SELECT *,
    CASE length(jour) WHEN 10 THEN jour WHEN 7 THEN concat(jour, '-01')
      WHEN 9 THEN concat(substr(jour, 1, 4), '-09-01') ELSE '0000-00-00' END AS debut,
    CASE length(jour) WHEN 10 THEN jour WHEN 7 THEN concat(jour, '-31')
      WHEN 9 THEN concat(substr(jour, 6, 4), '-08-31') ELSE '9999-99-99' END AS fin
  FROM lignes
), bornees AS (
  SELECT *,
    min(fin) OVER (PARTITION BY saison, code, place) AS premiere,
    max(debut) OVER (PARTITION BY saison, code, place) AS derniere
  FROM datees
), personnes AS (
  SELECT saison, code,
    sum(CASE WHEN place = 'avant' THEN 1 ELSE 0 END) AS avants,
    sum(CASE WHEN place = 'apres' THEN 1 ELSE 0 END) AS apres,
    sum(CASE WHEN place = 'avant' AND debut <= premiere THEN 1 ELSE 0 END) AS premieres,
    sum(CASE WHEN place = 'apres' AND fin >= derniere THEN 1 ELSE 0 END) AS dernieres,
    min(CASE WHEN place = 'avant' AND debut <= premiere THEN debut END) AS debut_avant,
    max(CASE WHEN place = 'apres' AND fin >= derniere THEN fin END) AS fin_apres";

/// What becomes of each person.
const PEOPLE: &str = "
  FROM bornees
  GROUP BY saison, code
)
SELECT *, CASE
    WHEN avants = 0 THEN 'sans_entree'
    WHEN apres = 0 THEN 'sans_suite'
    WHEN premieres > 1 THEN 'premier'
    WHEN dernieres > 1 THEN 'dernier'
    WHEN fin_apres < debut_avant THEN 'inverse'
    ELSE 'apparies' END AS appariement
FROM personnes;

";
