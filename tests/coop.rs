//! The activities of La Coop de la médiation numérique in the register of séances: the real program, and
//! exports made by other programs.
//! Never a terminal: plain processes.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::program::{run, told};
use support::rows;
use tempfile::TempDir;

const SETTINGS: &str = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";

/// Everybody who is named in the exports, and what was noted of them.
const PEOPLE: [&str; 9] =
    ["Odile", "Kervella", "Le Hir", "Awa", "Pontaniou", "Féminin", "29200", "Riou", "Revoir"];

/// What the register says of one séance, as far as La Coop does.
const COLUMNS: [&str; 11] = [
    "date",
    "saisie",
    "cycle",
    "essai",
    "S_jour",
    "S_lieu",
    "S_duree",
    "S_presents",
    "S_nouveaux",
    "S_activite",
    "S_ages__plus_de_60",
];

struct Dossier(TempDir);

impl Dossier {
    fn new() -> Self {
        let dossier = Self(TempDir::new().expect("a folder"));
        fs::write(dossier.path("recueil.toml"), SETTINGS).expect("written");
        dossier
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Puts an export beside the settings, under another name.
    fn has(&self, fixture: &str, name: &str) {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/coop").join(fixture);
        fs::copy(from, self.path(name)).expect("copied");
    }

    fn run(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        let (said, wrong, code) = told(&run(self.0.path(), arguments));
        let folder = self.0.path().canonicalize().expect("a folder").display().to_string();
        (said.replace(&folder, "DOSSIER"), wrong.replace(&folder, "DOSSIER"), code)
    }

    fn register(&self, trial: bool) -> Vec<String> {
        rows(self.path("data"), trial, &COLUMNS)
    }
}

const LEFT: &str = "\
2 accompagnements individuels ne sont pas pris : une séance réunit un groupe.
Pas lu, pour que rien ne dise qui est venu : Bénéficiaire, Adresse, Nom de la démarche administrative, \
Commune du bénéficiaire, Code postal du bénéficiaire, Code Insee du bénéficiaire, Genre du bénéficiaire, \
Notes supplémentaires.
Sans place dans le carnet : Dernière modification le, Code postal, Code Insee, Nom de l’atelier, \
Matériel numérique utilisé, Tags, Niveau d’autonomie (ou de l’atelier), Bénéficiaire réorienté, \
Structure de redirection, Source de la donnée.
";

const NEW: &str = "\
2 ateliers de La Coop à ajouter au carnet de séances :
- 12 novembre 2026, 3 personnes, 60 min, Brest
- 5 novembre 2026, 6 personnes, 90 min, Médiathèque des Capucins
";

const BLANK: &str = "La Coop ne dit pas qui venait pour la première fois, combien animaient, combien de \
démarches et de productions ont été faites, ni combien de personnes ont été orientées : ces questions \
restent sans réponse.\n";

const REGISTER: [&str; 2] = [
    "2026-11-12|2026-11-12|2026-2027|0|2026-11-12|Brest|60|3|SANS_REPONSE|rien|3",
    "2026-11-05|2026-11-06|2026-2027|0|2026-11-05|Médiathèque des Capucins|90|6|SANS_REPONSE|\
     prise_en_main internet demarches|3",
];

#[test]
fn the_workshops_of_an_export_are_in_the_register_once_however_often_it_is_imported() {
    let dossier = Dossier::new();
    dossier.has("activites.csv", "export.csv");
    let (said, wrong, code) = dossier.run(&["import", "export.csv", "--oui"]);
    let file = said.rsplit("com-carnet.").next().unwrap_or_default().trim_end().to_owned();
    let saved = format!("2 lignes enregistrées dans DOSSIER/data/commun/com-carnet.{file}\n");
    assert_eq!(said, [NEW, LEFT, BLANK, saved.as_str()].concat());
    let themes = "\
- export.csv, ligne 20, colonne P (Thématique(s) d’accompagnement) : « Bureautique » n'a pas de mot dans \
le carnet.
- export.csv, ligne 40, colonne Z (Tranche d’âge du bénéficiaire) : « 25 - 39 ans » est à cheval sur deux \
tranches du carnet : celles-là restent sans réponse.
";
    assert_eq!((wrong.as_str(), code), (themes, Some(0)));
    assert_eq!(dossier.register(false), REGISTER);

    let (said, _, code) = dossier.run(&["import", "export.csv", "--oui"]);
    let none =
        "Aucun atelier de La Coop à ajouter au carnet de séances.\n2 ateliers y sont déjà.\n";
    assert_eq!((said, code), ([none, LEFT].concat(), Some(0)));
    assert_eq!(dossier.register(false), REGISTER);

    let (_, wrong, code) = dossier.run(&["check", "data"]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
}

#[test]
fn nothing_of_anybody_who_came_is_kept() {
    let dossier = Dossier::new();
    dossier.has("activites.csv", "export.csv");
    dossier.run(&["import", "export.csv", "--oui"]);
    fs::remove_file(dossier.path("export.csv")).expect("removed");
    let mut folders = vec![dossier.0.path().to_owned()];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("read").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let text = fs::read_to_string(&path).expect("text");
            for word in PEOPLE {
                assert!(!text.contains(word), "{word} is in {}", path.display());
            }
            assert!(!text.contains("00000001-1111-4222-8333-444455556666"), "{}", path.display());
        }
    }
    assert!(files >= 3, "{files}");
}

#[test]
fn ages_and_situations_are_counted_as_far_as_the_bands_of_both_agree() {
    let dossier = Dossier::new();
    dossier.has("activites.csv", "export.csv");
    dossier.run(&["import", "export.csv", "--oui"]);
    let ages = ["moins_de_12", "de_12_a_18", "de_18_a_35", "de_35_a_60", "plus_de_60"];
    let statuses = ["etudiant", "sans_emploi", "en_emploi", "retraite", "heterogene"];
    let columns = ages.map(|band| format!("S_ages__{band}")).into_iter();
    let columns: Vec<String> =
        columns.chain(statuses.map(|status| format!("S_statuts__{status}"))).collect();
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    assert_eq!(
        rows(dossier.path("data"), false, &columns),
        ["0|0|0|0|3|0|1|0|2|0", "0|1|SANS_REPONSE|SANS_REPONSE|3|1|1|1|2|1"]
    );
}

#[test]
fn a_trial_counts_for_nothing_and_keeps_nothing_from_being_imported_in_earnest() {
    let dossier = Dossier::new();
    dossier.has("activites.csv", "export.csv");
    let (said, _, code) = dossier.run(&["import", "export.csv", "--essai", "--oui"]);
    assert!(said.contains("ESSAI : ces lignes ne compteront pas.\n2 lignes"), "{said}");
    assert_eq!((dossier.register(false), code), (Vec::new(), Some(0)));
    assert_eq!(dossier.register(true), REGISTER.map(|row| row.replacen("|0|", "|1|", 1)));
    let (said, ..) = dossier.run(&["import", "export.csv", "--oui"]);
    assert!(said.starts_with(NEW), "{said}");
    assert_eq!(dossier.register(false), REGISTER);
}

#[test]
fn nothing_is_added_before_somebody_agreed() {
    let dossier = Dossier::new();
    dossier.has("activites.csv", "export.csv");
    let (said, wrong, code) = dossier.run(&["import", "export.csv"]);
    assert_eq!((said, code), ([NEW, LEFT, BLANK].concat(), Some(2)));
    let nobody =
        "Rien n'est fait : personne ne peut confirmer ici. Avec --oui, c'est fait sans demander.\n";
    assert!(wrong.ends_with(nobody), "{wrong}");
    assert!(!dossier.path("data").exists());
}

#[test]
fn what_was_withdrawn_or_corrected_does_not_come_back() {
    let dossier = Dossier::new();
    dossier.has("activites.csv", "export.csv");
    dossier.run(&["import", "export.csv", "--oui"]);
    let id = rows(dossier.path("data"), false, &["reponse_id"]).remove(0);
    let (_, wrong, code) = dossier.run(&["withdraw", "--id", &id, "--oui"]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    let (said, ..) = dossier.run(&["import", "export.csv", "--oui"]);
    assert!(said.starts_with("Aucun atelier"), "{said}");
    assert_eq!(dossier.register(false), REGISTER[1..]);
}

#[test]
fn the_same_activity_imported_on_two_machines_is_one_once_they_are_gathered() {
    let dossiers = [Dossier::new(), Dossier::new()];
    for dossier in &dossiers {
        dossier.has("activites.csv", "export.csv");
        dossier.run(&["import", "export.csv", "--oui"]);
    }
    let [one, other] =
        dossiers.each_ref().map(|dossier| dossier.path("data").display().to_string());
    let (_, wrong, code) = dossiers[0].run(&["gather", &one, &other, "--into", "reunion"]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    let mut gathered = rows(dossiers[0].path("reunion/data"), false, &COLUMNS);
    gathered.sort();
    let mut wanted = REGISTER.map(str::to_owned);
    wanted.sort();
    assert_eq!(gathered, wanted);
}

#[test]
fn everything_wrong_is_told_with_its_line_and_column_and_holds_nothing_else_back() {
    let dossier = Dossier::new();
    dossier.has("faux.csv", "faux.csv");
    let (said, wrong, code) = dossier.run(&["import", "faux.csv", "--oui"]);
    let told = "\
- faux.csv, ligne 3, colonne A (Date) : « hier » n'est pas un jour.
- faux.csv, lignes 4-5, colonne C (Participants) : 3 personnes étaient là, mais ces lignes ne disent pas \
chacune une d'elles (2) : le fichier est filtré, coupé ou doublé.
- faux.csv, ligne 6, colonne C (Participants) : « deux » ne dit pas de combien de personnes il s'agit : \
3/12 est la troisième de douze.
- faux.csv, ligne 6, colonne G (Durée (min)) : « une heure » n'est pas un nombre entier de minutes.
- faux.csv, lignes 7-8, colonne A (Date) : les lignes d'une même activité ne disent pas la même chose.
- faux.csv, ligne 9, colonne B (Type) : « Maraude » n'est pas un type d'activité connu.
- faux.csv, ligne 10, colonne G (Durée (min)) : S_duree : Il faut des minutes, de 1 à 1440 : 90 pour une \
heure et demie.
- faux.csv, ligne 11, colonne K (ID CRA) : pas d'identifiant : on ne saurait pas si cette activité est déjà \
dans le carnet.
- faux.csv, ligne 2, colonne I (Tranche d'âge du bénéficiaire) : « Mineur(e) » est à cheval sur deux \
tranches du carnet : celles-là restent sans réponse.
- faux.csv, ligne 12, colonne I (Tranche d'âge du bénéficiaire) : « Centenaire » n'est pas connu : personne \
n'est compté dans cette séance.
- faux.csv, ligne 12, colonne E (Nom du lieu) : ce lieu permettrait de retrouver quelqu'un : il n'est pas \
gardé.
";
    assert_eq!((wrong.as_str(), code), (told, Some(1)), "{said}");
    let summary = "\
2 ateliers de La Coop à ajouter au carnet de séances :
- 5 novembre 2026, une personne, 60 min, À domicile
- 6 novembre 2026, une personne
7 activités ne sont pas prises, pour ce qui est dit plus haut.
";
    assert!(said.starts_with(summary), "{said}");
    assert_eq!(
        dossier.register(false),
        [
            "2026-11-05|2026-11-05|2026-2027|0|2026-11-05|À domicile|60|1|SANS_REPONSE|echanger|0",
            "2026-11-06|2026-11-06|2026-2027|0|2026-11-06|SANS_REPONSE|SANS_REPONSE|1|SANS_REPONSE|\
         SANS_REPONSE|SANS_REPONSE",
        ]
    );
}

#[test]
fn an_export_that_does_not_name_its_activities_is_refused_and_forms_are_still_forms() {
    let dossier = Dossier::new();
    let old = "Date,Type,Nombre de participants,Bénéficiaire,Canaux d’accompagnement,Lieu,Durée (min),\
               Thématique(s) d’accompagnement\n";
    fs::write(dossier.path("ancien.csv"), old).expect("written");
    let (said, wrong, code) = dossier.run(&["import", "ancien.csv", "--oui"]);
    let none = "\
Aucun atelier de La Coop à ajouter au carnet de séances.
Une activité n'est pas prise, pour ce qui est dit plus haut.
Pas lu, pour que rien ne dise qui est venu : Bénéficiaire.
Sans place dans le carnet : Nombre de participants, Lieu.
";
    assert_eq!((said.as_str(), code), (none, Some(1)));
    let missing = "- ancien.csv, ligne 1 : il manque Participants, ID CRA : c'est un autre export, ou un \
                   ancien. Dans La Coop, exportez de nouveau les activités.\n";
    assert_eq!(wrong, missing);

    let form = "type,name,label\ntext,A1,Quoi de neuf ?\n";
    fs::write(dossier.path("form.csv"), form).expect("written");
    for (arguments, told) in [
        (
            &["import", "form.csv", "ancien.csv"][..],
            "Ces fichiers sont de deux sortes : des questionnaires, et des activités de La Coop. \
             Importez-les séparément.\n",
        ),
        (
            &["import", "ancien.csv", "--into", "ailleurs"],
            "Les activités de La Coop vont dans le carnet de séances de ce dossier : --into est pour les \
             questionnaires.\n",
        ),
        (
            &["import", "form.csv", "--essai"],
            "--essai est pour les activités de La Coop : un questionnaire n'est pas un essai.\n",
        ),
    ] {
        assert_eq!(dossier.run(arguments), (String::new(), told.to_owned(), Some(2)));
    }
    let (said, ..) = dossier.run(&["import", "form.csv"]);
    assert!(said.contains("est écrit : une question, un questionnaire."), "{said}");
}

#[test]
fn a_day_that_the_register_knows_already_is_told_since_it_may_be_the_same_seance() {
    let dossier = Dossier::new();
    dossier.has("activites.csv", "export.csv");
    fs::write(dossier.path("carnet.csv"), "S_jour,S_presents\n2026-11-05,6\n").expect("written");
    dossier.run(&["collect", "com-carnet", "--answers", "carnet.csv"]);
    let (_, wrong, code) = dossier.run(&["import", "export.csv", "--oui"]);
    let same = "Une séance de ce jour est déjà dans le carnet, remplie ici : 5 novembre 2026. Si c'est la \
                même, elle compterait deux fois.\n";
    assert!(wrong.ends_with(same), "{wrong}");
    assert_eq!((dossier.register(false).len(), code), (3, Some(0)));
}

/// The workbook as it comes, with days that are numbers, says what the table of text says.
#[cfg(feature = "office")]
#[test]
fn a_workbook_says_what_the_same_table_says_as_text() {
    let dossier = Dossier::new();
    dossier.has("activites.xlsx", "export.ods");
    let (said, _, code) = dossier.run(&["import", "export.ods", "--oui"]);
    assert!(said.starts_with(&[NEW, LEFT, BLANK].concat()), "{said}");
    assert_eq!((dossier.register(false), code), (REGISTER.map(str::to_owned).to_vec(), Some(0)));
}

#[cfg(not(feature = "office"))]
#[test]
fn without_the_reading_of_workbooks_it_is_said_how_to_save_one_otherwise() {
    let dossier = Dossier::new();
    dossier.has("activites.xlsx", "export.xlsx");
    let told = "Ce programme a été construit sans la lecture des classeurs. Enregistrez la feuille en CSV, ou \
                demandez à qui l'a préparé.\n";
    assert_eq!(dossier.run(&["import", "export.xlsx"]), (String::new(), told.to_owned(), Some(2)));
}
