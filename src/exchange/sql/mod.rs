//! The queries of the tables of frequencies, and of better, the same, worse, for engines that read what
//! `recueil export --format parquet` writes.
//! Never counts anything itself, and never hides anything: the queries are for who holds the rows.

mod dialect;
mod frequency;
mod pairs;

use std::fmt::Write;
use std::sync::Arc;

pub use dialect::Engine;

use super::figures::{COLUMNS, Nature, OfRows, Subject};
use crate::analysis::report::{Audience, Known, Trials};
use crate::locale::{Locale, shown, tied};
use crate::questionnaire::{Label, Questionnaire};
use crate::value::Meta;

/// How wide a line of comment is.
const WIDTH: usize = 98;

/// What queries are written for.
#[derive(Clone, Copy)]
pub struct Queries<'a> {
    /// The words of the comments.
    pub locale: &'a Locale,
    /// Who runs them.
    pub engine: Engine,
    /// The folder of the export, as the engine is to find it.
    pub parquet: &'a str,
    /// Do trials count?
    pub trials: Trials,
    /// The forms that rows answer, in all their versions.
    pub forms: &'a [Arc<Questionnaire>],
    /// What is known of indicators.
    pub known: Known<'a>,
}

impl std::fmt::Debug for Queries<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Queries").field("engine", &self.engine).finish_non_exhaustive()
    }
}

/// The queries, one for each table, each with what it counts as a comment.
pub fn queries(of: &Queries<'_>) -> String {
    let mut script = Script { of, text: String::new() };
    script.head();
    // The team's own forms count groups: they are in no table.
    let forms: Vec<_> = of.forms.iter().filter(|form| form.has_respondent()).collect();
    for versions in forms.chunk_by(|a, b| a.id == b.id) {
        script.form(versions);
    }
    script.changes(&forms);
    script.text
}

struct Script<'a> {
    of: &'a Queries<'a>,
    text: String,
}

/// The name of the view of the rows of a form that count.
fn view(form: &Questionnaire) -> String {
    format!("reponses_{}", form.id.replace('-', "_"))
}

/// The name of the view of all the rows of a form.
fn all_rows(form: &Questionnaire) -> String {
    format!("lignes_{}", form.id.replace('-', "_"))
}

impl Script<'_> {
    fn engine(&self) -> Engine {
        self.of.engine
    }

    fn name(&self, name: &str) -> String {
        self.of.engine.name(name)
    }

    /// Words on as many lines of comment as they need.
    fn comment(&mut self, words: &str) {
        let words = tied(&words.split_whitespace().collect::<Vec<_>>().join(" "));
        let words = shown(&words).into_owned();
        for line in textwrap::wrap(&words, WIDTH - 3) {
            self.text += &self.of.engine.comment(&line.replace('\u{a0}', " "));
        }
    }

    fn say(&mut self, id: &str) {
        let words = self.of.locale.say(id);
        self.comment(&words);
    }

    /// What a form calls something.
    fn said(&self, form: &Questionnaire, label: &Label) -> String {
        form.say(label, self.of.locale.language())
    }

    fn head(&mut self) {
        let [inside, outside] = [Audience::Inside, Audience::Diffusion].map(Audience::base);
        for id in ["sql-what", "sql-personal", "sql-threshold", "sql-columns", "sql-rows"] {
            let arguments = [
                ("inside", inside.into()),
                ("outside", outside.into()),
                ("columns", COLUMNS.join(", ").into()),
            ];
            let words = self.of.locale.tell(id, &arguments);
            self.comment(&words);
            self.text += &self.of.engine.comment("");
        }
        self.say(match self.of.trials {
            Trials::Out => "sql-trials-out",
            Trials::With | Trials::Only => "sql-trials-with",
        });
        self.say(match self.of.engine {
            Engine::Duckdb => "sql-run-duckdb",
            Engine::Spark => "sql-run-spark",
        });
        self.text.push('\n');
        self.text += self.of.engine.settings();
    }

    /// The tables of a form, in all its versions.
    fn form(&mut self, versions: &[&Arc<Questionnaire>]) {
        let Some(latest) = versions.last() else { return };
        let title = format!("{} : {}", latest.id, self.said(latest, &latest.titre));
        self.text += &self.of.engine.comment(&"=".repeat(WIDTH - 3));
        self.comment(&title);
        self.text.push('\n');
        self.views(versions);
        self.rows(latest);
        self.control(latest);
        self.questions(versions);
    }

    /// The rows of a form, and of those the ones that count.
    fn views(&mut self, versions: &[&Arc<Questionnaire>]) {
        let form = versions[0];
        let (all, counting) = (all_rows(form), view(form));
        let folder = format!(
            "reponses/{}={}/{}={}",
            Meta::Referentiel.word(),
            form.head.id,
            Meta::Questionnaire.word(),
            form.id
        );
        self.text += &self.of.engine.files(&all, self.of.parquet, &folder);
        self.text.push('\n');
        let known = versions.iter().map(|form| {
            let print = self.engine().text(form.short_fingerprint());
            format!("(version = {} AND empreinte = {print})", form.version)
        });
        let known = known.collect::<Vec<_>>().join("\n  OR ");
        let trials = match self.of.trials {
            Trials::Out => "\nAND coalesce(essai, '0') <> '1'",
            Trials::With => "",
            Trials::Only => "\nAND essai = '1'",
        };
        let (counting, all) = (self.name(&counting), self.name(&all));
        _ = writeln!(
            self.text,
            "CREATE OR REPLACE TEMPORARY VIEW {counting} AS\nSELECT * FROM {all}\n\
             WHERE ({known}){trials};\n"
        );
    }

    /// How many rows count, and how many of them were interrupted.
    fn rows(&mut self, form: &Questionnaire) {
        self.say("sql-form-rows");
        let view = self.name(&view(form));
        _ = writeln!(
            self.text,
            "WITH etats AS (\n  SELECT etat, count(*) AS nombre FROM {view} GROUP BY etat\n)"
        );
        self.select(&Line {
            subject: Subject::form(form),
            season: NO_SEASON,
            nature: &self.engine().text(Nature::Lignes.word()),
            word: "modalite",
            number: "CAST(sum(CASE WHEN modalite = 'comptees' OR etat = 'partiel' \
                     THEN nombre ELSE 0 END) AS BIGINT)",
        });
        let lines: Vec<Vec<&str>> = OfRows::WORDS.iter().map(|word| vec![*word]).collect();
        self.from("etats", "", "modalite", &lines);
    }

    /// How many rows should not be in the export: there twice, or corrected since.
    fn control(&mut self, form: &Questionnaire) {
        self.say("sql-control");
        let view = self.name(&view(form));
        let nature = self.engine().text(Nature::Controle.word());
        let line = Line {
            subject: Subject::form(form),
            season: NO_SEASON,
            nature: &nature,
            word: "'doubles'",
            number: "count(reponse_id) - count(DISTINCT reponse_id)",
        };
        self.select(&line);
        _ = writeln!(self.text, "FROM {view}\nUNION ALL");
        self.select(&Line { word: "'remplacees'", number: "count(*)", ..line });
        _ = writeln!(
            self.text,
            "FROM {view} AS lignes\nJOIN (SELECT DISTINCT remplace FROM {view}) AS corrigees\n  \
             ON lignes.reponse_id = corrigees.remplace;\n"
        );
    }

    /// The columns of a table.
    fn select(&mut self, line: &Line<'_>) {
        let [referentiel, form, role, _, moment, question, fingerprint] =
            line.subject.cells.map(|cell| self.engine().text(cell));
        let Line { season, nature, word, number, .. } = line;
        let named = |(column, cell): (&str, &str)| {
            if column == cell { cell.to_owned() } else { format!("{cell} AS {column}") }
        };
        let cells =
            [&referentiel, &form, &role, *season, &moment, &question, &fingerprint, nature, word];
        let cells: Vec<String> = COLUMNS.into_iter().zip(cells).map(named).collect();
        _ = writeln!(
            self.text,
            "SELECT {},\n  {},\n  {},\n  {number} AS nombre",
            cells[..3].join(", "),
            cells[3..7].join(", "),
            cells[7..].join(", ")
        );
    }

    /// Where a table comes from: what was counted, held against each of its lines; `by` stands before
    /// the lines in their order.
    fn from(&mut self, counted: &str, by: &str, columns: &str, lines: &[Vec<&str>]) {
        _ = writeln!(self.text, "FROM {counted} CROSS JOIN (VALUES");
        for (rank, line) in (1..).zip(lines) {
            let cells = self.engine().texts(line.iter().copied());
            let comma = if rank < lines.len() { "," } else { "" };
            _ = writeln!(self.text, "  ({rank}, {cells}){comma}");
        }
        _ = writeln!(
            self.text,
            ") AS modalites (rang, {columns})\nGROUP BY {by}rang, {columns}\nORDER BY {by}rang;\n"
        );
    }
}

/// What the columns of a table hold: the subject as it is, the others as the engine works them out.
#[derive(Clone, Copy)]
struct Line<'a> {
    subject: Subject<'a>,
    season: &'a str,
    nature: &'a str,
    word: &'a str,
    number: &'a str,
}

/// The season of what is counted over all of them.
const NO_SEASON: &str = "''";
