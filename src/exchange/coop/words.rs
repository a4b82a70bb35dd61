//! The words of La Coop's export of activities: its columns, and what its labels are in the register.
//! Never a rule of what becomes of a line.

use super::super::xlsform::fold;

/// The columns that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// The day of the activity.
    Day,
    /// When it was noted there.
    Entered,
    /// With one person, or with a group.
    Kind,
    /// Which participant of how many the line is about: `2/7`, or `1`.
    People,
    /// Where, in one word: a place, at somebody's home, far away.
    Canal,
    /// The name of the place.
    Place,
    /// The town, which stands for a place without a name.
    Town,
    /// How many minutes.
    Minutes,
    /// What it was about, one theme a line.
    Themes,
    /// How old the participant is, by band.
    Age,
    /// What the participant does.
    Status,
    /// The identifier of the activity.
    Id,
}

/// How La Coop names them.
pub(super) const READ: &[(Column, &str)] = &[
    (Column::Day, "Date"),
    (Column::Entered, "Enregistré le"),
    (Column::Kind, "Type"),
    (Column::People, "Participants"),
    (Column::Canal, "Canaux d’accompagnement"),
    (Column::Place, "Nom du lieu"),
    (Column::Town, "Commune"),
    (Column::Minutes, "Durée (min)"),
    (Column::Themes, "Thématique(s) d’accompagnement"),
    (Column::Age, "Tranche d’âge du bénéficiaire"),
    (Column::Status, "Statut du bénéficiaire"),
    (Column::Id, "ID CRA"),
];

/// Those without which nothing can be read.
pub(super) const NEEDED: &[Column] =
    &[Column::Day, Column::Kind, Column::People, Column::Minutes, Column::Themes, Column::Id];

/// Those by which the table is known, wherever it begins in its sheet: no other export has both.
pub(super) const TELLING: [Column; 2] = [Column::Canal, Column::Themes];

/// Those that every line of one activity must say alike.
pub(super) const SHARED: &[Column] = &[
    Column::Day,
    Column::Kind,
    Column::Canal,
    Column::Place,
    Column::Town,
    Column::Minutes,
    Column::Themes,
];

/// Columns that say who came, or who was there to help: never read.
const PRIVATE: &[&str] = &[
    "Bénéficiaire",
    "Prénom du médiateur",
    "Nom du médiateur",
    "Rôle",
    "ID - Conum",
    "Adresse",
    "Commune du bénéficiaire",
    "Commune de résidence du bénéficiaire",
    "Code postal du bénéficiaire",
    "Code Insee du bénéficiaire",
    "Genre du bénéficiaire",
    "Notes supplémentaires",
    "Nom de la démarche administrative",
];

/// Does a column say who came?
pub(super) fn is_private(header: &str) -> bool {
    PRIVATE.iter().any(|private| key(private) == key(header))
}

/// Letters and digits alone: programs that save the table again change its apostrophes and spaces.
pub(super) fn key(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// With whom an activity was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Company {
    /// With a group.
    Group,
    /// With one person.
    Alone,
}

/// With whom, by the label of a type.
pub(super) fn company(label: &str) -> Option<Company> {
    match key(label).as_str() {
        "ateliercollectif" => Some(Company::Group),
        "accompagnementindividuel" | "aideauxdemarchesadministratives" => Some(Company::Alone),
        _ => None,
    }
}

/// Is it a place that has no name of its own, and whose town may be that of somebody's home?
pub(super) fn is_no_place(canal: &str) -> bool {
    ["adomicile", "adistance"].contains(&key(canal).as_str())
}

/// Themes, by their keys, with what the register calls them. What it has no word for is not here.
const THEMES: &[(&str, &str)] = &[
    ("prendreenmaindumateriel", "prise_en_main"),
    ("maintenancedemateriel", "prise_en_main"),
    ("navigationsurinternet", "internet"),
    ("email", "echanger"),
    ("reseauxsociauxcommunication", "echanger"),
    ("reseauxsociaux", "echanger"),
    ("creeraveclenumerique", "creer"),
    ("aideauxdemarchesadministratives", "demarches"),
    ("papierselectionscitoyennete", "demarches"),
    ("famillescolarite", "demarches"),
    ("socialsante", "demarches"),
    ("travailformationentreprise", "demarches"),
    ("logement", "demarches"),
    ("transportsmobilite", "demarches"),
    ("argentimpots", "demarches"),
    ("justice", "demarches"),
    ("etrangerseurope", "demarches"),
    ("loisirssportsculture", "demarches"),
    ("associations", "demarches"),
];

/// What the register calls a theme.
pub(super) fn theme(label: &str) -> Option<&'static str> {
    let wanted = key(label);
    THEMES.iter().find(|(theme, _)| *theme == wanted).map(|(_, name)| *name)
}

/// What of the register a label of one participant stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// One more of these.
    One(&'static str),
    /// One of these: nobody can tell which.
    Among(&'static [&'static str]),
    /// Nobody said.
    Nobody,
}

/// The bands of age of the register.
pub(super) const AGES: &[&str] =
    &["moins_de_12", "de_12_a_18", "de_18_a_35", "de_35_a_60", "plus_de_60"];

/// Those that people under eighteen are of.
const MINORS: &[&str] = &["moins_de_12", "de_12_a_18"];

/// Those that a band of La Coop's lies across.
const ACROSS: &[&str] = &["de_18_a_35", "de_35_a_60"];

/// What a band of age of La Coop's is in the register; nothing where nobody knows it.
pub(super) fn age(label: &str) -> Option<Counted> {
    Some(match key(label).as_str() {
        "moinsde12ans" => Counted::One("moins_de_12"),
        "1217ans" => Counted::One("de_12_a_18"),
        "mineur" | "mineure" => Counted::Among(MINORS),
        "1824ans" => Counted::One("de_18_a_35"),
        "2539ans" => Counted::Among(ACROSS),
        "4059ans" => Counted::One("de_35_a_60"),
        "6069ans" | "70ansetplus" | "70ansouplus" => Counted::One("plus_de_60"),
        "" | "noncommunique" => Counted::Nobody,
        _ => return None,
    })
}

/// The situations of the register.
pub(super) const STATUSES: &[&str] =
    &["etudiant", "sans_emploi", "en_emploi", "retraite", "heterogene"];

/// What a situation of La Coop's is in the register; nothing where nobody knows it.
pub(super) fn status(label: &str) -> Option<Counted> {
    Some(match key(label).as_str() {
        "scolarise" | "scolarisee" => Counted::One("etudiant"),
        "sansemploi" => Counted::One("sans_emploi"),
        "enemploi" => Counted::One("en_emploi"),
        "retraite" | "retraitee" => Counted::One("retraite"),
        // In the register too, they are one.
        "noncommuniqueouheterogene" | "noncommunique" | "heterogene" => Counted::One("heterogene"),
        "" => Counted::Nobody,
        _ => return None,
    })
}
