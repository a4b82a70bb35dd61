//! The columns that every row has: what each may hold, and their values for one row.
//! Never a clock: days and minutes are handed in.

use crate::questionnaire::{Moment, Precision, Questionnaire};
use crate::value::{Code, Date, Meta, Pair, Support, Unread, read_day, words};

words! {
    /// The design a row belongs to; rows of different designs are never pooled.
    Plan {
        /// The same questions on arriving and on leaving.
        AvantApres = "avant_apres",
        /// Only on leaving.
        SortieSeule = "sortie_seule",
        /// On leaving, the past recalled.
        Retrospectif = "retrospectif",
    }
}

/// What a column that every row has may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A random identifier (UUID version 4); `remplace` may be empty.
    Identifier,
    /// Follows from the form and cannot be anything else.
    OfForm,
    /// One line of words; may be empty.
    Words,
    /// A day, a month or a season, as the référentiel says.
    Day,
    /// A season: `2026-2027`.
    Season,
    /// One of these words; may be empty where it was not noted.
    OneOf(&'static [&'static str]),
    /// A whole number from 0 up to this; may be empty.
    Number(u32),
    /// A language code: `fr`.
    Language,
    /// Two words and two digits that go with them: `lune-sapin-42`; once its cycle is closed, a pair
    /// number: `paire-04711234`; may be empty.
    Code,
}

const AIDES: &[&str] = &["seul", "lu", "a_deux", "entretien", "groupe"];
const AIDANTS: &[&str] =
    &["aucun", "animateur", "benevole", "soignant", "enseignant", "pair", "proche", "autre"];
const BOOLEAN: &[&str] = &["0", "1"];
const CLOCKS: &[&str] = &["sure", "suspecte"];
const STATES: &[&str] = &["complet", "partiel"];

/// What the version of the notice ends with where the person said in so many words «I accept».
pub const CONSENTED: &str = "-accord";

/// The longest text of a column that every row has, in characters.
pub const LONGEST_WORDS: usize = 80;

/// What a column may hold.
pub const fn content(meta: Meta) -> Content {
    match meta {
        Meta::ReponseId | Meta::Remplace => Content::Identifier,
        Meta::Referentiel
        | Meta::Questionnaire
        | Meta::Version
        | Meta::Empreinte
        | Meta::Role
        | Meta::Moment => Content::OfForm,
        Meta::Structure | Meta::Site | Meta::Poste | Meta::Groupe | Meta::Seance | Meta::Notice => {
            Content::Words
        }
        Meta::Cycle => Content::Season,
        Meta::Feuille => Content::Number(9_999),
        Meta::Plan => Content::OneOf(Plan::WORDS),
        Meta::Support => Content::OneOf(Support::WORDS),
        Meta::Aide => Content::OneOf(AIDES),
        Meta::Aidant => Content::OneOf(AIDANTS),
        Meta::AideLangue | Meta::Essai => Content::OneOf(BOOLEAN),
        Meta::Langue => Content::Language,
        Meta::Code => Content::Code,
        Meta::Date | Meta::Saisie => Content::Day,
        Meta::DureeMin => Content::Number(1_440),
        Meta::Horloge => Content::OneOf(CLOCKS),
        Meta::Etat => Content::OneOf(STATES),
    }
}

/// Why a value cannot stand in a column that every row has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MetaRefusal {
    /// It follows from the form, which says otherwise: what the form says.
    OfForm(String),
    /// It is not one of the words allowed.
    OneOf(&'static [&'static str]),
    /// It is not formed as the column wants.
    Form(Content),
    /// It is no code.
    Code(Unread),
}

/// The values, for one row, of the columns that every row has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata {
    cells: Vec<String>,
    precision: Precision,
}

impl Metadata {
    /// What follows from the form, and empty cells.
    pub fn new(form: &Questionnaire) -> Self {
        let cells = vec![String::new(); Meta::ALL.len()];
        let mut metadata = Self { cells, precision: form.head.precision };
        let plan = match form.moment {
            Moment::Entree => Plan::AvantApres,
            Moment::Sortie | Moment::Suivi if form.twin => Plan::AvantApres,
            _ => Plan::SortieSeule,
        };
        for (meta, value) in [
            (Meta::Referentiel, form.head.id.as_str()),
            (Meta::Questionnaire, form.id.as_str()),
            (Meta::Version, form.version.to_string().as_str()),
            (Meta::Empreinte, form.short_fingerprint()),
            (Meta::Role, form.role.as_str()),
            (Meta::Moment, form.moment.word()),
            (Meta::Plan, plan.word()),
            (Meta::Essai, "1"),
        ] {
            metadata.put(meta, value.to_owned());
        }
        metadata
    }

    /// The columns of a row that was recorded, as they are, whatever they say: nothing in them is
    /// changed by reading them.
    pub fn recorded(form: &Questionnaire, cell: impl Fn(Meta) -> String) -> Self {
        let cells = Meta::ALL.iter().map(|meta| cell(*meta)).collect();
        Self { cells, precision: form.head.precision }
    }

    fn put(&mut self, meta: Meta, value: String) {
        self.cells[meta as usize] = value;
    }

    /// The value of a column.
    pub fn get(&self, meta: Meta) -> &str {
        &self.cells[meta as usize]
    }

    /// Sets a column from a written value, if it can stand there; blanks around it are dropped.
    pub fn set(&mut self, meta: Meta, written: &str) -> Result<(), MetaRefusal> {
        let value = written.trim();
        let kind = content(meta);
        let form = MetaRefusal::Form(kind);
        let kept = match kind {
            Content::OfForm if value == self.get(meta) => value.to_owned(),
            Content::OfForm => return Err(MetaRefusal::OfForm(self.get(meta).to_owned())),
            _ if value.is_empty() => String::new(),
            Content::OneOf(words) if words.contains(&value) => value.to_owned(),
            Content::OneOf(words) => return Err(MetaRefusal::OneOf(words)),
            Content::Words if value.chars().count() <= LONGEST_WORDS => one_line(value),
            Content::Number(most) => match value.parse::<u32>() {
                Ok(number) if number <= most => number.to_string(),
                _ => return Err(form),
            },
            Content::Identifier => uuid::Uuid::parse_str(value).map_err(|_| form)?.to_string(),
            Content::Day => match (read_day(value), self.precision) {
                (Some(date), precision) => dated(date, precision),
                (None, Precision::Mois) if read_day(&format!("{value}-01")).is_some() => {
                    value.to_owned()
                }
                (None, Precision::Cycle) if is_season(value) => value.to_owned(),
                (None, _) => return Err(form),
            },
            Content::Season if is_season(value) => value.to_owned(),
            Content::Language
                if (2..=3).contains(&value.len())
                    && value.bytes().all(|byte| byte.is_ascii_lowercase()) =>
            {
                value.to_owned()
            }
            Content::Code if Pair::read(value).is_some() => value.to_owned(),
            Content::Code => Code::read(value).map_err(MetaRefusal::Code)?.to_string(),
            _ => return Err(form),
        };
        if meta == Meta::Date
            && let Some(date) = read_day(value)
        {
            self.put(Meta::Cycle, season(date));
        }
        self.put(meta, kept);
        Ok(())
    }

    /// Dates the row: the day of the first answer (and so its season), and the day it was typed.
    /// No finer than the référentiel allows, for both.
    pub fn date(&mut self, answered: Date, typed: Date) {
        self.put(Meta::Date, dated(answered, self.precision));
        self.put(Meta::Saisie, dated(typed, self.precision));
        self.put(Meta::Cycle, season(answered));
    }

    pub(super) fn complete(&mut self, complete: bool) {
        self.put(Meta::Etat, STATES[usize::from(!complete)].to_owned());
    }

    pub(super) fn into_cells(self) -> Vec<String> {
        self.cells
    }
}

fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ").replace(char::is_control, "")
}

fn dated(date: Date, precision: Precision) -> String {
    match precision {
        Precision::Jour => date.to_string(),
        Precision::Mois => format!("{:04}-{:02}", date.year(), date.month()),
        Precision::Cycle => season(date),
    }
}

/// The season of a day, September to August, as rows write it.
pub fn season(date: Date) -> String {
    let start = if date.month() >= 9 { date.year() } else { date.year() - 1 };
    format!("{start}-{}", start + 1)
}

/// Is this a season as rows write it?
pub fn is_season(value: &str) -> bool {
    let years = value.split_once('-');
    let years = years.and_then(|(a, b)| Some((a.parse::<u16>().ok()?, b.parse::<u16>().ok()?)));
    years.is_some_and(|(start, end)| (1000..9999).contains(&start) && end == start + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_begins_in_september() {
        assert_eq!(season(Date::constant(2026, 8, 31)), "2025-2026");
        assert_eq!(season(Date::constant(2026, 9, 1)), "2026-2027");
    }

    #[test]
    fn a_month_or_season_is_all_that_some_rows_say() {
        let date = Date::constant(2026, 11, 22);
        assert_eq!(dated(date, Precision::Mois), "2026-11");
        assert_eq!(dated(date, Precision::Cycle), "2026-2027");
    }
}
