//! What an export says of the columns of a form: name, meaning, kind, codes with their words, reasons of
//! no answer. Made once; every format uses it.
//! Never a file, and never a cell that the plan leaves out.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::locale::Locale;
use crate::questionnaire::{Choice, Kind, Precision, Question, Questionnaire};
use crate::record::{Column, Content, columns, content, unguard};
use crate::store::Row;
use crate::value::Meta;

/// For whom an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// For the structure itself: everything that rows hold.
    Complete,
    /// To be handed on: nothing that finds a person again.
    Diffusion,
}

/// What is exported, and how columns are told.
#[derive(Clone, Debug)]
pub struct Plan {
    /// For whom.
    pub scope: Scope,
    /// The columns that are left out.
    pub without: BTreeSet<String>,
}

/// The name that leaves all open texts out.
pub const TEXTS: &str = "textes";

/// The column that numbers rows where their identifiers stay behind.
pub const NUMBER: &str = "ligne";

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// One line of words.
    Words,
    /// A text that somebody gave as an answer.
    Text,
    /// One of the codes.
    Choice,
    /// Any of the codes, parted by a space.
    Several,
    /// Was a code taken? `1` or `0`.
    Taken,
    /// A whole number.
    Number,
    /// A day: `2026-11-22`.
    Day,
    /// A month: `2026-11`.
    Month,
    /// A season: `2026-2027`.
    Season,
}

impl Sort {
    /// The end of the message that names it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Text => "text",
            Self::Choice => "choice",
            Self::Several => "several",
            Self::Taken => "taken",
            Self::Number => "number",
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
        }
    }
}

/// A code and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// As it stands in the cell.
    pub name: String,
    /// What it says.
    pub label: String,
}

/// A column of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name in the header.
    pub name: String,
    /// What it says: the question, for an answer.
    pub label: String,
    /// To whom the question is put, where not to everybody.
    pub universe: Option<String>,
    /// What it holds.
    pub sort: Sort,
    /// The codes that it may hold.
    pub codes: Vec<Code>,
    /// Is it an answer, which may be one of the reasons of no answer?
    pub is_answer: bool,
    /// The largest number that it may hold.
    pub most: Option<u32>,
    /// Could somebody who knows a person recognise it by this?
    pub is_quasi_identifier: bool,
    /// Where its cell comes from.
    from: From,
}

/// Where the cell of a column comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum From {
    /// The same column of the row.
    Row,
    /// A text, whose guard is taken away.
    Guarded,
    /// A day, of which only the month is said.
    Month,
    /// The number of the row.
    Number,
}

impl Field {
    /// Are the codes all whole numbers, as those of an ordered scale are?
    pub fn is_scale(&self) -> bool {
        !self.codes.is_empty() && self.codes.iter().all(|code| code.name.parse::<i64>().is_ok())
    }

    /// The words of a cell, where it holds a code.
    pub fn words(&self, cell: &str) -> Option<String> {
        let word = |name: &str| {
            self.codes.iter().find(|code| code.name == name).map(|code| code.label.as_str())
        };
        match self.sort {
            Sort::Several => {
                let words = cell.split_whitespace().map(word);
                words.collect::<Option<Vec<_>>>().map(|words| words.join(" ; "))
            }
            _ => word(cell).map(str::to_owned),
        }
    }
}

/// The columns of a form as an export has them.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The form.
    pub form: Arc<Questionnaire>,
    /// What names the form and its version.
    pub stem: String,
    /// The title of the form.
    pub title: String,
    /// The columns of the rows.
    pub fields: Vec<Field>,
    /// Those of the open texts, apart: the identifier of the row, then the texts. Empty where there are
    /// none.
    pub texts: Vec<Field>,
}

/// Where the columns of a table are in the rows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    fields: Vec<Option<usize>>,
    texts: Vec<Option<usize>>,
}

/// What another part of the program says of the condition of a question.
pub type Condition<'a> = &'a dyn Fn(&Questionnaire, &Question) -> Option<String>;

impl Table {
    /// The columns of a form.
    pub fn new(
        locale: &Locale,
        form: &Arc<Questionnaire>,
        plan: &Plan,
        condition: Condition<'_>,
    ) -> Self {
        let making = Making { locale, form, plan, condition };
        let mut fields = Vec::new();
        let mut texts = Vec::new();
        if plan.scope == Scope::Diffusion {
            fields.push(making.number());
        }
        for column in columns(form) {
            match column {
                Column::Meta(meta) => fields.extend(making.meta(meta)),
                Column::Answer(question) => {
                    if question.kind == Kind::Text {
                        texts.extend(making.text(&question));
                    } else {
                        fields.extend(making.answer(&question));
                    }
                }
                Column::Taken(question, choice) => fields.extend(making.taken(&question, &choice)),
                Column::Controle => {}
            }
        }
        if !texts.is_empty() {
            let key = fields.iter().find(|field| field.name == Meta::ReponseId.word());
            texts.splice(0..0, key.cloned());
        }
        let (form, stem) = (Arc::clone(form), form.stem());
        let title = form.say(&form.titre, locale.language());
        Self { form, stem, title, fields, texts }
    }

    /// The column by which rows are found again.
    pub fn key(&self) -> Option<&str> {
        let key = self.fields.first().map(|field| field.name.as_str());
        key.filter(|name| [Meta::ReponseId.word(), NUMBER].contains(name))
    }

    /// Where its columns are among these names.
    pub fn places<'n>(&self, names: impl Iterator<Item = &'n str>) -> Places {
        let names: Vec<&str> = names.collect();
        let place = |field: &Field| names.iter().position(|name| *name == field.name);
        let places = |fields: &[Field]| fields.iter().map(place).collect();
        Places { fields: places(&self.fields), texts: places(&self.texts) }
    }

    /// The cells of a row; `number` is its own among those exported.
    pub fn cells(&self, row: &Row<'_>, places: &Places, number: usize) -> Vec<String> {
        cells(&self.fields, &places.fields, row, number)
    }

    /// The open texts of a row; nothing where it has none.
    pub fn texts(&self, row: &Row<'_>, places: &Places) -> Option<Vec<String>> {
        let cells = cells(&self.texts, &places.texts, row, 0);
        let is_given =
            |cell: &String| !cell.is_empty() && crate::value::Missing::from_word(cell).is_none();
        cells.iter().skip(1).any(is_given).then_some(cells)
    }
}

fn cells(fields: &[Field], places: &[Option<usize>], row: &Row<'_>, number: usize) -> Vec<String> {
    let whole: Vec<&str> = row.cells().collect();
    let cell = |(field, place): (&Field, &Option<usize>)| {
        let cell = place.and_then(|place| whole.get(place)).copied().unwrap_or_default();
        match field.from {
            From::Row => cell.to_owned(),
            From::Guarded => unguard(cell).to_owned(),
            From::Month => cell.get(..7).filter(|_| cell.len() == 10).unwrap_or(cell).to_owned(),
            From::Number => number.to_string(),
        }
    };
    fields.iter().zip(places).map(cell).collect()
}

/// The columns that find a person again, or that say nothing to anybody outside.
const KEPT_BACK: &[Meta] = &[
    Meta::ReponseId,
    Meta::Poste,
    Meta::Groupe,
    Meta::Seance,
    Meta::Feuille,
    Meta::Notice,
    Meta::Code,
    Meta::Saisie,
    Meta::DureeMin,
    Meta::Horloge,
    Meta::Remplace,
];

/// By what somebody who knows a person could recognise it: where, when, in which language and with
/// whose help it answered.
const QUASI_IDENTIFIERS: &[Meta] = &[
    Meta::Structure,
    Meta::Site,
    Meta::Cycle,
    Meta::Date,
    Meta::Support,
    Meta::Aide,
    Meta::Aidant,
    Meta::AideLangue,
    Meta::Langue,
];

/// Is it a question about the person rather than about what changed? Those of the core are called D1,
/// D2…
fn is_profile(question: &Question) -> bool {
    let rest = question.defined().name.strip_prefix('D').unwrap_or_default();
    rest.starts_with(|c: char| c.is_ascii_digit())
}

struct Making<'a> {
    locale: &'a Locale,
    form: &'a Questionnaire,
    plan: &'a Plan,
    condition: Condition<'a>,
}

impl Making<'_> {
    fn is_left_out(&self, name: &str) -> bool {
        self.plan.without.contains(name)
    }

    fn number(&self) -> Field {
        Field {
            from: From::Number,
            ..Self::plain(NUMBER, self.locale.say("export-column-number"), Sort::Number)
        }
    }

    fn plain(name: &str, label: String, sort: Sort) -> Field {
        Field {
            name: name.to_owned(),
            label,
            universe: None,
            sort,
            codes: Vec::new(),
            is_answer: false,
            most: None,
            is_quasi_identifier: false,
            from: From::Row,
        }
    }

    fn meta(&self, meta: Meta) -> Option<Field> {
        let name = meta.word();
        let is_diffusion = self.plan.scope == Scope::Diffusion;
        let is_key = meta == Meta::ReponseId && !is_diffusion;
        let is_kept_back = is_diffusion && KEPT_BACK.contains(&meta);
        if is_kept_back || (self.is_left_out(name) && !is_key) {
            return None;
        }
        let label = self.locale.say(&format!("column-{}", name.replace('_', "-")));
        let (sort, words, most) = match content(meta) {
            Content::OfForm if meta == Meta::Version => (Sort::Number, None, None),
            Content::Identifier
            | Content::OfForm
            | Content::Words
            | Content::Language
            | Content::Code => (Sort::Words, None, None),
            Content::Day => (
                match self.form.head.precision {
                    Precision::Jour if is_diffusion => Sort::Month,
                    Precision::Jour => Sort::Day,
                    Precision::Mois => Sort::Month,
                    Precision::Cycle => Sort::Season,
                },
                None,
                None,
            ),
            Content::Season => (Sort::Season, None, None),
            Content::OneOf(words) => (Sort::Choice, Some(words), None),
            Content::Number(most) => (Sort::Number, None, Some(most)),
        };
        let mut field = Self::plain(name, label, sort);
        let said = |word: &&str| Code { name: (*word).to_owned(), label: self.word(meta, word) };
        field.codes = words.unwrap_or_default().iter().map(said).collect();
        field.most = most;
        field.is_quasi_identifier = QUASI_IDENTIFIERS.contains(&meta);
        if sort == Sort::Month && is_diffusion {
            field.from = From::Month;
        }
        Some(field)
    }

    /// What a word of a column that every row has says.
    fn word(&self, meta: Meta, word: &str) -> String {
        let word = word.replace('_', "-");
        let id = match (meta, word.as_str()) {
            (Meta::AideLangue | Meta::Essai, "1") => "export-yes".to_owned(),
            (Meta::AideLangue | Meta::Essai, _) => "export-no".to_owned(),
            (Meta::Aidant, "aucun") => "export-aidant-aucun".to_owned(),
            (Meta::Support | Meta::Aide | Meta::Aidant, _) => {
                format!("sitting-is-{}-{word}", meta.word())
            }
            _ => format!("export-{}-{word}", meta.word()),
        };
        self.locale.say(&id)
    }

    /// A question; nothing where it stays behind.
    fn question(&self, question: &Question, sort: Sort) -> Option<Field> {
        let is_private = question.sensible || question.defined().sensible;
        let is_kept_back = self.plan.scope == Scope::Diffusion && is_private;
        if is_kept_back || self.is_left_out(&question.name) {
            return None;
        }
        let label = self.form.say(&question.label, self.locale.language());
        let mut field = Self::plain(&question.name, label, sort);
        field.universe = (self.condition)(self.form, question).filter(|words| !words.is_empty());
        field.is_answer = true;
        field.is_quasi_identifier = is_profile(question);
        Some(field)
    }

    fn answer(&self, question: &Question) -> Option<Field> {
        let is_diffusion = self.plan.scope == Scope::Diffusion;
        let sort = match question.kind {
            Kind::One(_) => Sort::Choice,
            Kind::Multiple(_) => Sort::Several,
            Kind::Integer | Kind::Counts(_) => Sort::Number,
            Kind::Date if is_diffusion => Sort::Month,
            Kind::Date => Sort::Day,
            Kind::Text | Kind::Note => return None,
        };
        let mut field = self.question(question, sort)?;
        let choices = question.kind.choices();
        if matches!(sort, Sort::Choice | Sort::Several) {
            field.codes = choices.iter().map(|choice| self.code(choice)).collect();
        }
        if sort == Sort::Month {
            field.from = From::Month;
        }
        Some(field)
    }

    fn taken(&self, question: &Question, choice: &Choice) -> Option<Field> {
        let mut field = self.question(question, Sort::Taken)?;
        field.name = crate::record::taken(question, choice);
        let code = self.code(choice);
        field.label = format!("{} : {}", field.label, code.label);
        // The list says the same of a person, and is counted among them already.
        field.is_quasi_identifier = false;
        let said = |name: &str, id: &str| Code { name: name.into(), label: self.locale.say(id) };
        field.codes = vec![said("1", "export-yes"), said("0", "export-no")];
        Some(field)
    }

    fn text(&self, question: &Question) -> Option<Field> {
        if self.plan.scope == Scope::Diffusion || self.is_left_out(TEXTS) {
            return None;
        }
        let field = self.question(question, Sort::Text)?;
        Some(Field { from: From::Guarded, ..field })
    }

    fn code(&self, choice: &Choice) -> Code {
        let label = self.form.say(&choice.label, self.locale.language());
        Code { name: choice.name.clone(), label }
    }
}
