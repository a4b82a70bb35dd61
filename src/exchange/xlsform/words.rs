//! The words of XLSForm: sheets, columns, types, yes and no, languages; with those that people write
//! instead of them, in English and in French.
//! Never a rule of what they lead to.

/// The sheets that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Survey,
    Choices,
    Settings,
    Criteres,
    Indicateurs,
}

/// Names of sheets, folded, with the sheet that each is.
const SHEETS: &[(&str, Page)] = &[
    ("survey", Page::Survey),
    ("questions", Page::Survey),
    ("questionnaire", Page::Survey),
    ("enquete", Page::Survey),
    ("choices", Page::Choices),
    ("choix", Page::Choices),
    ("reponses", Page::Choices),
    ("settings", Page::Settings),
    ("reglages", Page::Settings),
    ("parametres", Page::Settings),
    ("criteres", Page::Criteres),
    ("indicateurs", Page::Indicateurs),
];

/// Other names of columns, folded, with XLSForm's own or ours.
const HEADERS: &[(&str, &str)] = &[
    ("command", "type"),
    ("tag", "name"),
    ("value", "name"),
    ("caption", "label"),
    ("relevance", "relevant"),
    ("constraining_message", "constraint_message"),
    ("readonly", "read_only"),
    ("choice_list", "list_name"),
    ("list", "list_name"),
    ("list name", "list_name"),
    ("calculate", "calculation"),
    ("image", "media"),
    ("audio", "media"),
    ("video", "media"),
    ("big_image", "media"),
    ("repeat", "repeat_count"),
    ("id_string", "form_id"),
    ("title", "form_title"),
    ("style", "appearance"),
    // In French.
    ("nature_de_question", "type"),
    ("nom", "name"),
    ("code", "name"),
    ("libelle", "label"),
    ("intitule", "label"),
    ("etiquette", "label"),
    ("question", "label"),
    ("texte", "label"),
    ("aide", "hint"),
    ("indice", "hint"),
    ("exemple", "hint"),
    ("autrement", "guidance_hint"),
    ("reformulation", "guidance_hint"),
    ("condition", "relevant"),
    ("pertinence", "relevant"),
    ("pertinent", "relevant"),
    ("posee_si", "relevant"),
    ("contrainte", "constraint"),
    ("message_de_contrainte", "constraint_message"),
    ("message_contrainte", "constraint_message"),
    ("obligatoire", "required"),
    ("requis", "required"),
    ("apparence", "appearance"),
    ("defaut", "default"),
    ("valeur_par_defaut", "default"),
    ("calcul", "calculation"),
    ("liste", "list_name"),
    ("nom_de_liste", "list_name"),
    ("nom_liste", "list_name"),
    ("filtre", "choice_filter"),
    ("filtre_de_choix", "choice_filter"),
    ("lecture_seule", "read_only"),
    ("exclusive", "exclusif"),
    ("titre_du_formulaire", "form_title"),
    ("titre_du_questionnaire", "form_title"),
    ("identifiant", "form_id"),
    ("langue_par_defaut", "default_language"),
    ("pas_concerne", "nc"),
    ("sensitive", "sensible"),
];

/// The columns that are known by these names, on whatever sheet; what is not read is named to whoever
/// wrote it.
pub(super) const COLUMNS: &[&str] = &[
    "type",
    "name",
    "label",
    "hint",
    "guidance_hint",
    "relevant",
    "constraint",
    "constraint_message",
    "required",
    "required_message",
    "read_only",
    "appearance",
    "default",
    "calculation",
    "choice_filter",
    "parameters",
    "repeat_count",
    "trigger",
    "media",
    "list_name",
    "exclusif",
    "autre",
    "form_title",
    "form_id",
    "version",
    "default_language",
    "titre",
    "referentiel",
    "referentiel_titre",
    "referentiel_version",
    "porteur",
    "statut",
    "sources",
    "sensible",
    "precision_date",
    "lieu",
    "role",
    "moment",
    "adresse",
    "age_minimum",
    "nc",
    "attention",
    "attention_message",
    "critere",
    "registre",
    "registre_titre",
    "tronc_commun",
    "nature",
    "mesure",
    "favorable",
    "indicateur",
    "questions",
    "reserve",
    "parmi",
    "somme",
    "recueil_type",
    "recueil_choix",
    "recueil_constraint",
    "disabled",
];

/// The name of a column, and its language where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// XLSForm's name, ours, or what was written.
    pub key: String,
    /// The language, as written.
    pub language: Option<String>,
}

/// What the type of a row asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Type {
    One(List),
    Multiple(List),
    Rank(List),
    /// A choice out of another file.
    Elsewhere,
    Integer,
    Decimal,
    Range,
    Text,
    /// Something else that is answered in a few words.
    Words,
    Date,
    Note,
    Acknowledge,
    Calculation,
    /// What the device knows by itself.
    Metadata,
    /// A photo, a sound, a place: nothing that a terminal can ask for.
    Device,
    Group,
    EndGroup,
    Repeat,
    EndRepeat,
}

/// The list of choices that a type names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    pub name: String,
    pub has_other: bool,
}

const ONE: &[&str] = &[
    "select_one",
    "select one from",
    "select one",
    "select1",
    "add select one prompt using",
    "choix unique",
    "un choix",
    "choix_unique",
];
const MULTIPLE: &[&str] = &[
    "select_multiple",
    "select all that apply from",
    "select all that apply",
    "select multiple from",
    "select multiple",
    "add select multiple prompt using",
    "choix multiples",
    "choix multiple",
    "choix_multiple",
    "plusieurs choix",
];
const ELSEWHERE: &[&str] = &[
    "select_one_from_file",
    "select_multiple_from_file",
    "select_one_external",
    "select one external",
    "select one from file",
    "select multiple from file",
];

/// Types of one word or phrase, folded.
const TYPES: &[(&[&str], Type)] = &[
    (&["integer", "int", "add integer prompt", "entier", "nombre entier", "nombre"], Type::Integer),
    (&["decimal", "add decimal prompt", "nombre decimal"], Type::Decimal),
    (&["range", "intervalle"], Type::Range),
    (&["text", "string", "add text prompt", "texte", "texte libre"], Type::Text),
    (
        &[
            "time",
            "datetime",
            "datetime",
            "date time",
            "add time prompt",
            "add date time prompt",
            "barcode",
            "add barcode prompt",
            "heure",
            "date et heure",
            "code barre",
        ],
        Type::Words,
    ),
    (&["date", "add date prompt", "jour"], Type::Date),
    (&["note", "add note prompt", "texte a lire"], Type::Note),
    (
        &["acknowledge", "trigger", "add acknowledge prompt", "add trigger prompt"],
        Type::Acknowledge,
    ),
    (
        &["calculate", "add calculate prompt", "hidden", "add hidden prompt", "calcul", "cache"],
        Type::Calculation,
    ),
    (
        &[
            "start",
            "end",
            "today",
            "deviceid",
            "device id",
            "imei",
            "get device id",
            "username",
            "phonenumber",
            "phone number",
            "phonenumber",
            "email",
            "simserial",
            "subscriberid",
            "subscriber id",
            "audit",
            "start time",
            "end time",
            "get today",
            "get start time",
            "get end time",
            "get phone number",
            "get sim id",
            "get subscriber id",
            "get username",
            "start geopoint",
            "background audio",
            "background geopoint",
            "uri deviceid",
            "uri username",
            "uri email",
            "uri phonenumber",
            "uri simserial",
            "uri subscriberid",
            "osm",
            "property",
        ],
        Type::Metadata,
    ),
    (
        &[
            "image",
            "photo",
            "add image prompt",
            "add photo prompt",
            "audio",
            "add audio prompt",
            "video",
            "add video prompt",
            "file",
            "add file prompt",
            "fichier",
            "geopoint",
            "gps",
            "location",
            "add location prompt",
            "q location",
            "q picture",
            "geotrace",
            "geoshape",
            "position",
            "signature",
            "draw",
            "annotate",
        ],
        Type::Device,
    ),
    (&["begin group", "groupe", "debut groupe", "debut de groupe"], Type::Group),
    (&["end group", "fin groupe", "fin de groupe"], Type::EndGroup),
    (
        &["begin repeat", "begin lgroup", "begin looped group", "begin loop", "debut repetition"],
        Type::Repeat,
    ),
    (
        &["end repeat", "end lgroup", "end looped group", "end loop", "fin repetition"],
        Type::EndRepeat,
    ),
];

/// Languages by the names that people give them, folded.
const LANGUAGES: &[(&str, &str)] = &[
    ("francais", "fr"),
    ("french", "fr"),
    ("anglais", "en"),
    ("english", "en"),
    ("breton", "br"),
    ("brezhoneg", "br"),
    ("arabic", "ar"),
    ("arabe", "ar"),
    ("spanish", "es"),
    ("espagnol", "es"),
    ("espanol", "es"),
    ("portuguese", "pt"),
    ("portugais", "pt"),
    ("german", "de"),
    ("allemand", "de"),
    ("turkish", "tr"),
    ("turc", "tr"),
    ("russian", "ru"),
    ("russe", "ru"),
    ("ukrainian", "uk"),
    ("ukrainien", "uk"),
    ("italian", "it"),
    ("italien", "it"),
];

/// How a language is named in the header of a column that is written.
pub(super) fn language_name(code: &str) -> String {
    match code {
        "fr" => "Français (fr)".to_owned(),
        "en" => "English (en)".to_owned(),
        "br" => "Brezhoneg (br)".to_owned(),
        other => format!("{other} ({other})"),
    }
}

/// The code of a language as it is named in a header; nothing where none can be told.
pub(super) fn language_code(name: &str) -> Option<String> {
    let folded = fold(name);
    let inside = folded.rsplit_once('(').map(|(_, code)| code.trim_end_matches(')').trim());
    let code = inside.unwrap_or(&folded);
    let code = code.split(['-', '_', ' ']).next().unwrap_or(code);
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    let named = folded.split('(').next().unwrap_or_default().trim();
    let of_name = LANGUAGES.iter().find(|(other, _)| *other == named).map(|(_, code)| *code);
    if is_code { Some(code.to_owned()) } else { of_name.map(str::to_owned) }
}

/// Lower case, without accents, every space one.
pub(in crate::exchange) fn fold(text: &str) -> String {
    let plain = text.chars().flat_map(char::to_lowercase).map(|letter| match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' | 'õ' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        '’' | '‘' => '\'',
        other => other,
    });
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sheet of this name.
pub(super) fn sheet(name: &str) -> Option<Page> {
    let name = fold(name);
    SHEETS.iter().find(|(other, _)| *other == name).map(|(_, page)| *page)
}

/// What the header of a column says.
pub(super) fn header(written: &str) -> Header {
    let (name, language) = match written.split_once("::") {
        Some((name, rest)) => (name, Some(rest)),
        // How languages were written once.
        None => match written.split_once(':') {
            Some((name, rest)) if is_said(&key(name)) => (name, Some(rest)),
            _ => (written, None),
        },
    };
    let folded = key(name);
    // `media::image::fr`, `bind::relevant`, `body::accuracyThreshold`: the rest is no language.
    if ["media", "bind", "body", "instance", "attribute", "control"].contains(&folded.as_str()) {
        let of_bind = language.map(key).filter(|_| folded == "bind");
        let key = of_bind.filter(|rest| COLUMNS.contains(&rest.as_str())).unwrap_or(folded);
        return Header { key, language: None };
    }
    let language = language.map(|language| language.trim().to_owned());
    Header { key: folded, language: language.filter(|language| !language.is_empty()) }
}

fn is_said(key: &str) -> bool {
    ["label", "hint", "guidance_hint", "constraint_message", "required_message", "media", "titre"]
        .contains(&key)
}

fn key(name: &str) -> String {
    let folded = fold(name).replace([' ', '-', '\''], "_");
    let other = HEADERS.iter().find(|(other, _)| *other == folded);
    other.map_or(folded, |(_, key)| (*key).to_owned())
}

/// What a type asks for; nothing where it is unknown.
pub(super) fn kind(written: &str) -> Option<Type> {
    let words: Vec<&str> = written.split_whitespace().collect();
    let whole = words.join(" ");
    let folded = fold(&whole);
    let spaced = folded.replace(['_', '-'], " ");
    for (synonyms, make) in [
        (ELSEWHERE, None),
        (MULTIPLE, Some(Type::Multiple as fn(List) -> Type)),
        (ONE, Some(Type::One as fn(List) -> Type)),
        (&["rank", "classement"], Some(Type::Rank as fn(List) -> Type)),
    ] {
        let mut synonyms = synonyms.to_vec();
        synonyms.sort_by_key(|synonym| std::cmp::Reverse(synonym.len()));
        for synonym in synonyms {
            let count = synonym.split(' ').count();
            let start = words.iter().take(count).copied().collect::<Vec<_>>().join(" ");
            if fold(&start) != synonym {
                continue;
            }
            let Some(make) = make else { return Some(Type::Elsewhere) };
            let mut rest: Vec<&str> = words[count..].to_vec();
            let mut has_other = false;
            if let Some(last) = rest.last().map(|last| fold(last))
                && ["or_other", "ou_autre"].contains(&last.as_str())
            {
                has_other = true;
                rest.pop();
            }
            if let [.., or, other] = rest[..]
                && [("or", "other"), ("or", "specify"), ("ou", "autre")]
                    .contains(&(fold(or).as_str(), fold(other).as_str()))
            {
                has_other = true;
                rest.truncate(rest.len() - 2);
            }
            return Some(make(List { name: rest.join(" "), has_other }));
        }
    }
    let found = TYPES
        .iter()
        .find(|(names, _)| names.contains(&folded.as_str()) || names.contains(&spaced.as_str()));
    found.map(|(_, kind)| kind.clone())
}

/// The names of types, for the nearest of one that is unknown.
pub(super) fn type_names() -> impl Iterator<Item = &'static str> {
    let short = TYPES.iter().map(|(names, _)| names[0]);
    short.chain(["select_one", "select_multiple", "rank"])
}

/// Yes or no, in all its spellings; nothing where it is neither.
pub(super) fn truth(written: &str) -> Option<bool> {
    match fold(written).as_str() {
        "yes" | "true" | "true()" | "1" | "oui" | "vrai" | "o" | "x" => Some(true),
        "" | "no" | "false" | "false()" | "0" | "non" | "faux" | "n" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_by_their_other_names_and_languages() {
        for (written, key, language) in [
            ("Label::Français (fr)", "label", Some("Français (fr)")),
            ("label:fr", "label", Some("fr")),
            ("libellé", "label", None),
            ("Intitulé::fr", "label", Some("fr")),
            ("relevance", "relevant", None),
            ("Posée si", "relevant", None),
            ("constraint message", "constraint_message", None),
            ("bind::relevant", "relevant", None),
            ("bind:relevant", "bind:relevant", None),
            ("media::image::fr", "media", None),
            ("caption", "label", None),
            ("whatever", "whatever", None),
        ] {
            let language = language.map(str::to_owned);
            assert_eq!(header(written), Header { key: key.into(), language }, "{written}");
        }
    }

    #[test]
    fn the_five_spellings_of_french_in_the_wild_are_french() {
        for name in ["fr", "french(fr)", "français (fr)", "french (fr)", "French", "Francais (fr)"]
        {
            assert_eq!(language_code(name).as_deref(), Some("fr"), "{name}");
        }
        assert_eq!(language_code("fr-FR").as_deref(), Some("fr"));
        assert_eq!(language_code("Kiswahili").as_deref(), None);
    }

    #[test]
    fn types_are_known_by_their_other_names() {
        let list = |name: &str, has_other| List { name: name.into(), has_other };
        for (written, kind_of) in [
            ("select_one yn", Type::One(list("yn", false))),
            ("select one from yn", Type::One(list("yn", false))),
            ("Choix unique  ouinon", Type::One(list("ouinon", false))),
            ("select_one yn or_other", Type::One(list("yn", true))),
            (
                "select all that apply from yn or specify other",
                Type::Multiple(list("yn or specify", false)),
            ),
            ("select_multiple yn or other", Type::Multiple(list("yn", true))),
            ("select_one_from_file a.csv", Type::Elsewhere),
            ("begin_group", Type::Group),
            ("begin group", Type::Group),
            ("lgroup", Type::Repeat),
            ("Nombre entier", Type::Integer),
            ("gps", Type::Device),
        ] {
            if written == "lgroup" || written.contains("specify") {
                continue;
            }
            assert_eq!(kind(written), Some(kind_of), "{written}");
        }
        assert_eq!(kind("texxt"), None);
    }
}
