//! `datapackage.json`: what a Data Package of Frictionless says of its files (specs.frictionlessdata.io,
//! version 1: Data Package, Tabular Data Resource, Table Schema).
//! Never a licence: nobody gave the answers away.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::codes::missing;
use super::table::{Field, Scope, Sort};
use super::{Done, rows_file, texts_file};
use crate::locale::Locale;
use crate::value::Meta;

#[derive(Serialize)]
struct Package {
    profile: &'static str,
    name: &'static str,
    title: String,
    description: String,
    sources: Vec<Source>,
    resources: Vec<Resource>,
}

#[derive(Serialize, PartialEq, Eq)]
struct Source {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

#[derive(Serialize)]
struct Resource {
    profile: &'static str,
    name: String,
    path: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    dialect: Value,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Column>,
    missing_values: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    primary_key: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Value>,
}

#[derive(Serialize)]
struct Column {
    name: String,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    constraints: Map<String, Value>,
    /// The words of each code. Version 1 has no place for them, version 2 has this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    categories: Vec<Value>,
}

/// The description of a package.
pub(super) fn describe(locale: &Locale, scope: Scope, done: &[Done]) -> String {
    let scope = match scope {
        Scope::Complete => "export-page-complete",
        Scope::Diffusion => "export-page-diffusion",
    };
    let mut sources: Vec<Source> = Vec::new();
    for Done { table, .. } in done {
        let head = &table.form.head;
        let own =
            Source { title: format!("{} ({})", locale.titled(head), head.porteur), path: None };
        let others = head.sources.iter().map(|source| Source {
            title: source.clone(),
            path: source.starts_with("http").then(|| source.clone()),
        });
        for source in std::iter::once(own).chain(others) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    let package = Package {
        profile: "data-package",
        name: "recueil",
        title: locale.say("export-page-title"),
        description: format!("{} {}", locale.say(scope), locale.say("export-licence")),
        sources,
        resources: done.iter().flat_map(|done| resources(locale, done)).collect(),
    };
    let text = serde_json::to_string_pretty(&package);
    text.expect("words and numbers are always JSON") + "\n"
}

fn resources(locale: &Locale, done: &Done) -> Vec<Resource> {
    let table = &done.table;
    let resource = |name: String, path, fields: &[Field], primary_key, foreign_keys| Resource {
        profile: "tabular-data-resource",
        name,
        path,
        title: table.title.clone(),
        description: None,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: json!({ "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true }),
        schema: Schema {
            fields: fields.iter().map(|field| column(locale, field)).collect(),
            missing_values: std::iter::once("")
                .chain(missing(locale).into_iter().map(|(word, _)| word))
                .collect(),
            primary_key,
            foreign_keys,
        },
    };
    let key = table.key().map(str::to_owned);
    let rows = resource(table.stem.clone(), rows_file(table), &table.fields, key, Vec::new());
    let mut resources = vec![rows];
    if !table.texts.is_empty() {
        let id = Meta::ReponseId.word();
        let key = json!({ "fields": id, "reference": { "resource": table.stem, "fields": id } });
        let name = format!("{}.textes", table.stem);
        let texts = resource(name, texts_file(table), &table.texts, Some(id.to_owned()), vec![key]);
        resources.push(Resource { description: Some(locale.say("export-texts")), ..texts });
    }
    resources
}

fn column(locale: &Locale, field: &Field) -> Column {
    let (r#type, format) = match field.sort {
        Sort::Number | Sort::Taken => ("integer", None),
        Sort::Choice if field.is_scale() => ("integer", None),
        Sort::Day => ("date", Some("default")),
        Sort::Month => ("yearmonth", None),
        Sort::Words | Sort::Text | Sort::Choice | Sort::Several | Sort::Season => ("string", None),
    };
    let code = |name: &str| match r#type {
        "integer" => name.parse::<i64>().map_or_else(|_| json!(name), |number| json!(number)),
        _ => json!(name),
    };
    let mut constraints = Map::new();
    match field.sort {
        Sort::Choice | Sort::Taken if !field.codes.is_empty() => {
            let codes = field.codes.iter().map(|one| code(&one.name)).collect::<Vec<_>>();
            constraints.insert("enum".to_owned(), codes.into());
        }
        Sort::Several => {
            let names: Vec<&str> = field.codes.iter().map(|code| code.name.as_str()).collect();
            let one = format!("({})", names.join("|"));
            constraints.insert("pattern".to_owned(), format!("{one}( {one})*").into());
        }
        Sort::Number => {
            constraints.insert("minimum".to_owned(), 0.into());
            if let Some(most) = field.most {
                constraints.insert("maximum".to_owned(), most.into());
            }
        }
        Sort::Season => {
            constraints.insert("pattern".to_owned(), "[0-9]{4}-[0-9]{4}".into());
        }
        _ => {}
    }
    let category =
        |one: &super::table::Code| json!({ "value": code(&one.name), "label": one.label });
    let asked = field
        .universe
        .as_ref()
        .map(|condition| locale.tell("export-asked", &[("condition", condition.clone().into())]));
    Column {
        name: field.name.clone(),
        r#type,
        format,
        title: field.label.clone(),
        description: asked,
        constraints,
        categories: field.codes.iter().map(category).collect(),
    }
}
