//! Criteria and indicators: from their sheets, and from what the sheet of questions says of each question.
//! Never a second one of a code that the common référentiel has.

use super::draft::{Draft, list, quoted};
use super::names::{Names, is_well_formed};
use super::remark::{Grave, Kind};
use super::sheets::word;
use super::survey::Item;
use super::table::{Row, Table};
use crate::questionnaire::{Mesure, Nature, Referentiel};

/// The family that a criterion goes in where nothing says it: that of what people can do.
const REGISTRE: &str = "A";

type Fields = Vec<(&'static str, String)>;

/// Reads both sheets and the columns beside the questions.
pub(super) fn criteria(
    draft: &mut Draft,
    common: &Referentiel,
    criteres: &Table<'_>,
    indicateurs: &Table<'_>,
    items: &[Item<'_, '_>],
) {
    for row in criteres.rows() {
        let code = code(&row);
        let is_core = common.criteres.iter().any(|other| other.code == code);
        if code.is_empty() || is_core || has(&draft.criteres, &code) {
            row.pass();
            continue;
        }
        let registre = row.get("registre").to_owned();
        let titre = row.get("registre_titre").to_owned();
        let known = common.registres.iter().any(|other| other.code == registre);
        if !known && !registre.is_empty() && !has(&draft.registres, &registre) {
            let titre = if titre.is_empty() { registre.clone() } else { titre };
            draft.registres.push(vec![("code", quoted(&registre)), ("titre", quoted(&titre))]);
        }
        let titre = or(row.get("titre"), &code);
        let tronc = row.get("tronc_commun").to_owned();
        draft.criteres.push(critere(common, &code, &titre, &registre, &tronc));
    }
    for row in indicateurs.rows() {
        let code = code(&row);
        let is_core = common.indicateurs.iter().any(|other| other.code == code);
        if code.is_empty() || is_core || has(&draft.indicateurs, &code) {
            row.pass();
            continue;
        }
        let mut fields = vec![
            ("code", quoted(&code)),
            ("critere", quoted(row.get("critere"))),
            ("titre", quoted(&or(row.get("titre"), &code))),
            ("nature", quoted(&or(&word(&row, "nature", Nature::WORDS), "resultat"))),
            ("mesure", quoted(&or(&word(&row, "mesure", Mesure::WORDS), "repartition"))),
            ("questions", list(&names(row.get("questions")))),
        ];
        let favorable = names(row.get("favorable"));
        if !favorable.is_empty() {
            fields.push(("favorable", list(&favorable)));
        }
        draft.indicateurs.push(fields);
    }
    for item in items {
        for code in names(item.row.get("critere")) {
            beside(draft, common, item, &code);
        }
    }
    criteres.unread();
    indicateurs.unread();
}

/// What a question says of itself: the criterion it shows, and how.
fn beside(draft: &mut Draft, common: &Referentiel, item: &Item<'_, '_>, code: &str) {
    let (row, question) = (&item.row, &item.question);
    let tronc = row.get("tronc_commun").to_owned();
    let nature = or(&word(row, "nature", Nature::WORDS), "resultat");
    let favorable = names(row.get("favorable"));
    let usual = if favorable.is_empty() { "repartition" } else { "part" };
    let mesure = or(&word(row, "mesure", Mesure::WORDS), usual);
    let of_core = common.indicateurs.iter().any(|indicateur| {
        indicateur.critere == code && indicateur.questions.contains(&question.name)
    });
    let is_fed = draft.indicateurs.iter().any(|fields| {
        field(fields, "critere") == quoted(code)
            && field(fields, "questions").contains(&quoted(&question.name))
    });
    if of_core || is_fed {
        return;
    }
    if !has(&draft.criteres, code) && common.criteres.iter().all(|other| other.code != code) {
        let registre = row.get("registre").to_owned();
        draft.criteres.push(critere(common, code, code, &registre, &tronc));
        row.say(Grave::Changed, Kind::Made, "critere", vec![("code", code.to_owned())]);
    }
    let mut taken = Names::default();
    for fields in &draft.indicateurs {
        taken.keep(field(fields, "code").trim_matches('"'));
    }
    for indicateur in &common.indicateurs {
        taken.keep(&indicateur.code);
    }
    let stem: String = question.name.chars().filter(char::is_ascii_alphanumeric).collect();
    let code_of = taken.take(&format!("{stem}_{mesure}"));
    let titre = question.label.get("fr").map_or(code_of.as_str(), String::as_str);
    let mut fields = vec![
        ("code", quoted(&code_of)),
        ("critere", quoted(code)),
        ("titre", quoted(titre)),
        ("nature", quoted(&nature)),
        ("mesure", quoted(&mesure)),
        ("questions", list(std::slice::from_ref(&question.name))),
    ];
    if !favorable.is_empty() {
        fields.push(("favorable", list(&favorable)));
    }
    draft.indicateurs.push(fields);
    row.say(Grave::Changed, Kind::Made, "critere", vec![("code", code_of)]);
}

/// The code of a row; it is a name like those of questions, and refused where it is not.
fn code(row: &Row<'_, '_>) -> String {
    let code = row.get("name").to_owned();
    if !code.is_empty() && !is_well_formed(&code) {
        row.say(Grave::Refused, Kind::BadName, "name", vec![("name", code.clone())]);
    }
    code
}

fn critere(common: &Referentiel, code: &str, titre: &str, registre: &str, tronc: &str) -> Fields {
    let of_tronc = common.criteres.iter().find(|other| other.code == tronc);
    let usual = of_tronc.map_or(REGISTRE, |critere| critere.registre.as_str());
    let mut fields = vec![
        ("code", quoted(code)),
        ("registre", quoted(&or(registre, usual))),
        ("titre", quoted(titre)),
    ];
    if !tronc.is_empty() {
        fields.push(("tronc_commun", quoted(tronc)));
    }
    fields
}

fn or(text: &str, otherwise: &str) -> String {
    if text.is_empty() { otherwise.to_owned() } else { text.to_owned() }
}

fn field<'f>(fields: &'f Fields, key: &str) -> &'f str {
    fields.iter().find(|(other, _)| *other == key).map_or("", |(_, value)| value)
}

fn has(rows: &[Fields], code: &str) -> bool {
    rows.iter().any(|fields| field(fields, "code") == quoted(code))
}

/// Names in a cell, parted by spaces, commas or semicolons.
fn names(cell: &str) -> Vec<String> {
    let parts = cell.split([' ', ',', ';']).filter(|name| !name.is_empty());
    parts.map(str::to_owned).collect()
}
