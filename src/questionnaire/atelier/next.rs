//! The next version of a definition file, as those around the table want it; comments and order stay.
//! Never a version that could not be loaded: its problems are handed out instead.

use std::collections::BTreeSet;
use std::sync::Arc;

use toml_edit::{Array, Document, InlineTable, Item, Value};

use super::super::{FormFate, Problem, Referentiel, Source, Statut, diff, load};
use super::edit::Edit;
use super::{Atelier, Avis, Decision};

/// What the next version says of itself, beyond what was decided.
#[derive(Clone, Debug)]
pub struct Written {
    /// How sure it is that the bearer would sign it.
    pub statut: Statut,
    /// What is written above a criterion that was added.
    pub comment: String,
}

/// The next version of a référentiel.
#[derive(Clone, Debug)]
pub struct Next {
    /// The text of its file.
    pub text: String,
    /// The same, loaded.
    pub referentiel: Referentiel,
}

/// The next version of a file; else why it could not be loaded.
pub fn next_version(
    source: &Source,
    core: Option<&Referentiel>,
    atelier: &Atelier,
    written: &Written,
) -> Result<Next, Vec<Problem>> {
    let loaded = |text: String| {
        let source = Arc::new(Source { name: source.name.clone(), text });
        load(&source, core).map(|referentiel| Next { text: source.text.clone(), referentiel })
    };
    let before = loaded(source.text.clone())?.referentiel;
    let next = loaded(changed(source, &before, atelier, written))?;
    // A form that asks something else is another version of it.
    let grown: BTreeSet<String> = diff(&before, &next.referentiel)
        .forms
        .iter()
        .filter_map(|fate| match fate {
            FormFate::Kept(form) if form.lacks_a_version() => Some(form.now.id.clone()),
            _ => None,
        })
        .collect();
    if grown.is_empty() { Ok(next) } else { loaded(with_versions(&next.text, &grown)) }
}

fn changed(source: &Source, before: &Referentiel, atelier: &Atelier, written: &Written) -> String {
    let text = source.text.as_str();
    let Ok(file) = Document::parse(text) else { return text.to_owned() };
    let mut edit = Edit::new(text, &file);
    if let Some(head) = edit.head() {
        edit.set(head, "version", &number(before.head.version + 1));
        edit.set(head, "statut", &Value::from(written.statut.word()));
        if written.statut == Statut::Valide {
            edit.set(head, "validation", &validation(atelier));
        } else {
            edit.unset(head, "validation");
        }
    }
    let code_of = |table: &toml_edit::Table, key: &str| {
        table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned()
    };
    let goes =
        |code: &str| matches!(atelier.decision(code), Some(Decision::Remove | Decision::RemoveAll));
    for table in edit.tables("critere") {
        let code = code_of(table, "code");
        let Some(examined) = atelier.of(&code) else { continue };
        if goes(&code) {
            edit.remove(table);
            continue;
        }
        if let Some(titre) = &examined.titre {
            edit.set(table, "titre", &Value::from(titre));
        }
        if !examined.avis.is_empty() {
            edit.set(table, "avis", &avis(&examined.avis));
        }
    }
    for table in edit.tables("indicateur") {
        if goes(&code_of(table, "critere")) {
            edit.remove(table);
        }
    }
    let gone = questions_gone(&edit, before, atelier);
    for table in edit.tables("question") {
        let name = code_of(table, "name");
        if gone.contains(&name) {
            edit.remove(table);
        } else if let Some(label) = atelier.reworded(&name) {
            edit.set_in(table, ("label", "fr"), &Value::from(label));
        }
    }
    for table in edit.tables("questionnaire") {
        if let Some(asked) = table.get("questions").and_then(Item::as_array) {
            edit.remove_from(asked, |name| gone.contains(name));
        }
    }
    let mut codes = new_codes(before);
    // In the order in which they were said.
    let added: Vec<String> = atelier
        .ajouts
        .iter()
        .map(|added| {
            let words = |text: &str| Value::from(text).to_string();
            let comment = written.comment.replace(char::is_control, " ");
            format!(
                "# {comment}\n[[critere]]\ncode = {}\nregistre = {}\ntitre = {}\nreserve = true\n",
                words(&codes.next().unwrap_or_default()),
                words(&added.registre),
                words(&added.titre),
            )
        })
        .collect();
    if !added.is_empty() {
        edit.after_last("critere", |table| !goes(&code_of(table, "code")), &added.join("\n"));
    }
    edit.made()
}

/// The forms of these ids, each under its next version.
fn with_versions(text: &str, ids: &BTreeSet<String>) -> String {
    let Ok(file) = Document::parse(text) else { return text.to_owned() };
    let mut edit = Edit::new(text, &file);
    for table in edit.tables("questionnaire") {
        let id = table.get("id").and_then(Item::as_str).unwrap_or_default();
        let version = table.get("version").and_then(Item::as_integer);
        if let Some(version) = version.filter(|_| ids.contains(id)) {
            edit.set(table, "version", &Value::from(version + 1));
        }
    }
    edit.made()
}

/// The questions that go with their criterion: asked to, needed by no other indicator, and named in
/// no condition of what stays.
fn questions_gone(edit: &Edit<'_>, before: &Referentiel, atelier: &Atelier) -> BTreeSet<String> {
    let fed = |wanted: &dyn Fn(Option<Decision>) -> bool| -> BTreeSet<String> {
        let of = before.indicateurs.iter();
        let of = of.filter(|indicator| wanted(atelier.decision(&indicator.critere)));
        of.flat_map(|indicator| indicator.questions.iter().cloned()).collect()
    };
    let asked = fed(&|decision| decision == Some(Decision::RemoveAll));
    let needed = fed(&|decision| !matches!(decision, Some(Decision::RemoveAll | Decision::Remove)));
    let mut gone: BTreeSet<String> = asked.difference(&needed).cloned().collect();
    // What depends on a question that stays keeps it; what goes with it does not.
    loop {
        let is_named = |name: &String| {
            let of = edit.tables("question").filter(|table| {
                let own = table.get("name").and_then(Item::as_str).unwrap_or_default();
                !gone.contains(own)
            });
            let (name, other) = (format!("${{{name}}}"), format!("${{{name}__"));
            of.into_iter().any(|table| {
                let written = edit.written(table);
                written.contains(&name) || written.contains(&other)
            })
        };
        let kept: Vec<String> = gone.iter().filter(|name| is_named(name)).cloned().collect();
        if kept.is_empty() {
            return gone;
        }
        gone.retain(|name| !kept.contains(name));
    }
}

/// Codes that no criterion has, formed as those of the file.
fn new_codes(before: &Referentiel) -> impl Iterator<Item = String> + use<'_> {
    let letters =
        |code: &str| -> String { code.chars().take_while(char::is_ascii_alphabetic).collect() };
    let prefix = before.criteres.first().map(|critere| letters(&critere.code));
    let prefix = prefix.filter(|prefix| !prefix.is_empty());
    let prefix = prefix.unwrap_or_else(|| letters(&before.head.id).to_uppercase());
    let taken: BTreeSet<String> =
        before.criteres.iter().map(|critere| critere.code.to_lowercase()).collect();
    let codes = (before.criteres.len() + 1..).map(move |number| format!("{prefix}{number}"));
    codes.filter(move |code| !taken.contains(&code.to_lowercase()))
}

fn number(number: u32) -> Value {
    Value::from(i64::from(number))
}

fn validation(atelier: &Atelier) -> Value {
    let mut table = InlineTable::new();
    table.insert("date", Value::from(&atelier.date));
    let parties: Array = atelier.parties_prenantes.iter().map(String::as_str).collect();
    table.insert("parties_prenantes", Value::from(parties));
    if let Some(people) = atelier.nombre {
        table.insert("nombre", number(people));
    }
    Value::from(table)
}

fn avis(avis: &Avis) -> Value {
    let mut table = InlineTable::new();
    for (key, count) in
        [("pour", avis.pour), ("contre", avis.contre), ("a_discuter", avis.a_discuter)]
    {
        table.insert(key, number(count));
    }
    if !avis.phrase.is_empty() {
        table.insert("phrase", Value::from(&avis.phrase));
    }
    Value::from(table)
}
