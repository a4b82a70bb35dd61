//! The sheets around the questions: settings, lists of choices, criteria and indicators.
//! Never a question.

use std::collections::BTreeMap;

use super::super::words::{fold, truth};
use super::super::write::{NOT_CONCERNED, OFFERED};
use super::draft::{Choice, Texts};
use super::names;
use super::remark::{Grave, Kind};
use super::table::{Row, Table};
use crate::questionnaire::{Adresse, Moment, Precision, Statut, nearest};

/// What the sheet of settings says; blank where it does not.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    pub titre: Texts,
    pub id: String,
    pub version: Option<u32>,
    pub default_language: Option<String>,
    pub role: String,
    pub moment: String,
    pub adresse: String,
    pub age_minimum: Option<u32>,
    /// Is the workbook one of ours? Then it names its référentiel.
    pub referentiel: String,
    pub referentiel_titre: String,
    pub referentiel_version: Option<u32>,
    pub porteur: String,
    pub statut: String,
    pub sources: Vec<String>,
    pub sensible: bool,
    pub precision_date: String,
    pub lieu: Texts,
    /// May a list hold one name twice?
    pub repeats_choices: bool,
}

pub(super) fn settings(table: &Table<'_>) -> Settings {
    let Some(row) = table.rows().next() else { return Settings::default() };
    let word = |key: &str, allowed: &[&str]| word(&row, key, allowed);
    let number = |key: &str| {
        let written = row.get(key);
        let number = written.trim_end_matches(".0").parse().ok();
        if !written.is_empty() && number.is_none() {
            let facts = vec![("word", written.to_owned())];
            row.say(Grave::Changed, Kind::NotANumber, key, facts);
        }
        number
    };
    let mut titre = row.exact("titre");
    let said = row.get("form_title").to_owned();
    if !said.is_empty() {
        titre.insert("fr".to_owned(), said);
    }
    let language = row.get("default_language");
    Settings {
        titre,
        id: row.get("form_id").to_owned(),
        version: number("version"),
        default_language: (!language.is_empty()).then(|| language.to_owned()),
        role: fold(row.get("role")),
        moment: word("moment", Moment::WORDS),
        adresse: word("adresse", Adresse::WORDS),
        age_minimum: number("age_minimum"),
        referentiel: row.get("referentiel").to_owned(),
        referentiel_titre: row.get("referentiel_titre").to_owned(),
        referentiel_version: number("referentiel_version"),
        porteur: row.get("porteur").to_owned(),
        statut: word("statut", Statut::WORDS),
        sources: row
            .get("sources")
            .split(' ')
            .filter(|s| !s.is_empty())
            .map(str::to_owned)
            .collect(),
        sensible: row.holds("sensible"),
        precision_date: word("precision_date", Precision::WORDS),
        lieu: row.exact("lieu"),
        repeats_choices: truth(row.get("allow_choice_duplicates")) == Some(true),
    }
}

/// A word of a closed list, however it is written; blank where there is none.
pub(super) fn word(row: &Row<'_, '_>, key: &str, allowed: &[&str]) -> String {
    let written = row.get(key);
    let folded = fold(written).replace([' ', '-'], "_");
    if folded.is_empty() || allowed.contains(&folded.as_str()) {
        return folded;
    }
    let near = nearest(&folded, allowed.iter().copied()).unwrap_or_else(|| "none".to_owned());
    let facts =
        vec![("word", written.to_owned()), ("allowed", allowed.join(", ")), ("nearest", near)];
    row.say(Grave::Refused, Kind::UnknownWord, key, facts);
    String::new()
}

/// A choice as a list has it.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub choice: Choice,
    /// Its name in the workbook.
    pub was: String,
    /// Is it «pas concerné», offered among the answers?
    pub offered: bool,
}

/// The choices by list.
pub(super) type Lists = BTreeMap<String, Vec<Listed>>;

/// Reads the lists. `texts` says what a row says in every language.
pub(super) fn lists(
    table: &Table<'_>,
    settings: &Settings,
    texts: &dyn Fn(&Row<'_, '_>, &str, &str) -> Texts,
) -> Lists {
    let mut lists = Lists::new();
    for key in ["list_name", "name"] {
        if !table.has(key) && table.rows().next().is_some() {
            table.say(Grave::Refused, Kind::NoColumn, vec![("key", key.to_owned())]);
            return lists;
        }
    }
    for row in table.rows() {
        let (list, was) = (row.get("list_name"), row.get("name"));
        if list.is_empty() {
            // A remark beside the lists, as people write them.
            continue;
        }
        if was.is_empty() {
            row.say(Grave::Refused, Kind::NoCell, "name", vec![("key", "name".to_owned())]);
            continue;
        }
        let listed = lists.entry(list.to_owned()).or_default();
        if listed.iter().any(|other| other.was == was) {
            let grave = if settings.repeats_choices { Grave::Changed } else { Grave::Refused };
            row.say(grave, Kind::Twice, "name", vec![("name", was.to_owned())]);
            continue;
        }
        let offered = row.get("recueil_choix") == OFFERED && was == NOT_CONCERNED;
        let taken: Vec<String> = listed.iter().map(|other| other.choice.name.clone()).collect();
        let name = if offered { was.to_owned() } else { names::choice(was, &taken) };
        if name != was {
            let facts = vec![("was", was.to_owned()), ("name", name.clone())];
            row.say(Grave::Changed, Kind::ChoiceRenamed, "name", facts);
        }
        let label = texts(&row, "label", was);
        let choice =
            Choice { name, label, exclusive: row.holds("exclusif"), autre: row.holds("autre") };
        listed.push(Listed { choice, was: was.to_owned(), offered });
    }
    lists
}
