//! The rows of a dossier written for other programs: the real program, its files compared whole.
//! Never another program: those read the same files where the peers are.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use support::program::{run, told};
use tempfile::TempDir;

const SETTINGS: &str = "structure = \"Foyer\"\ncontact = \"l'accueil\"\nsite = \"Bellevue\"\n";

/// A form with each kind of question that an export treats in its own way.
const GARDEN: &str = r#"
[referentiel]
id = "jardin"
titre = "Jardin partagé"
porteur = "Maison de quartier"
version = 1
sources = ["https://exemple.fr/jardin"]
lieu.fr = "au jardin"

[[question]]
name = "J1"
type = "select_one"
label.fr = "Venez-vous souvent ?"
choices = [{ name = "oui", label.fr = "Oui" }, { name = "non", label.fr = "Non, rarement" }]

[[question]]
name = "J2"
type = "select_multiple"
label.fr = "Que faites-vous au jardin ?"
relevant = "${J1} = 'oui'"
choices = [
  { name = "semer", label.fr = "Semer" },
  { name = "parler", label.fr = "Parler" },
  { name = "rien", label.fr = "Rien de tout cela", exclusive = true },
]

[[question]]
name = "J3"
type = "integer"
label.fr = "Combien de voisins connaissez-vous ?"
constraint = ". >= 0 and . <= 99"

[[question]]
name = "J4"
type = "text"
label.fr = "Que faut-il changer ?"

[[question]]
name = "J5"
type = "select_one"
label.fr = "Êtes-vous en bonne santé ?"
sensible = true
choices = [{ name = "1", label.fr = "Non" }, { name = "2", label.fr = "Oui" }]

[[questionnaire]]
id = "jardin-bilan"
version = 1
titre.fr = "Bilan du jardin"
role = "participant"
moment = "ponctuel"
questions = ["J1", "J2", "J3", "J4", "J5"]
"#;

const ANSWERS: &str = "J1,J2,J3,J4,J5,feuille,groupe,date,saisie\n\
    oui,semer parler,12,\"=1+1; \"\"oui\"\"\",2,1,=lundi,2026-10-05,2026-10-06\n\
    non,,NSP,007,REFUS,2,,2026-10-05,2026-10-06\n\
    oui,rien,0,,1,3,mardi,2026-11-02,2026-11-02\n";

/// A dossier with the rows of three people.
struct Dossier {
    folder: TempDir,
}

impl Dossier {
    fn new() -> Self {
        let dossier = Self::empty();
        dossier.collect(ANSWERS);
        dossier
    }

    fn empty() -> Self {
        let dossier = Self { folder: TempDir::new().expect("a folder") };
        fs::write(dossier.path("recueil.toml"), SETTINGS).expect("written");
        fs::create_dir(dossier.path("questionnaires")).expect("a folder");
        fs::write(dossier.path("questionnaires/jardin.toml"), GARDEN).expect("written");
        dossier
    }

    fn collect(&self, answers: &str) {
        fs::write(self.path("answers.csv"), answers).expect("written");
        let (said, wrong, code) =
            self.run(&["collect", "jardin-bilan", "--answers", "answers.csv"]);
        assert_eq!((wrong.as_str(), code), ("", Some(0)), "{said}");
        fs::remove_file(self.path("answers.csv")).expect("removed");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        let (said, wrong, code) = told(&run(self.folder.path(), arguments));
        let folder = self.folder.path().canonicalize().expect("a folder").display().to_string();
        (said.replace(&folder, "DOSSIER"), wrong.replace(&folder, "DOSSIER"), code)
    }

    /// Exports everything in a format, and more as these arguments say; all must go well.
    fn export(&self, format: &str, more: &[&str]) -> BTreeMap<String, String> {
        let mut arguments = vec!["export", "--format", format, "--to", "sortie"];
        arguments.extend(more);
        let (_, wrong, code) = self.run(&arguments);
        assert_eq!((wrong.as_str(), code), ("", Some(0)));
        self.files("sortie")
    }

    /// The file of rows of the only form.
    fn rows_file(&self) -> PathBuf {
        let folder = self.path("data/jardin");
        let mut files = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
        let is_rows = |path: &PathBuf| path.extension().is_some_and(|end| end == "csv");
        files.find(is_rows).expect("rows")
    }

    /// The text files under a folder, by name. What chance makes stands as what it is: ID-1 for the first
    /// row that was recorded, POSTE for the machine, EMPREINTE for the beginning of the fingerprint.
    fn files(&self, folder: &str) -> BTreeMap<String, String> {
        let rows_file = self.rows_file();
        let name = rows_file.file_name().expect("a name").to_string_lossy().into_owned();
        let parts: Vec<&str> = name.split(['-', '.']).collect();
        let (fingerprint, poste) = (parts[3].to_owned(), parts[4].to_owned());
        let rows = fs::read_to_string(&rows_file).expect("rows");
        let ids: Vec<String> = rows.lines().skip(1).map(|line| line[..36].to_owned()).collect();
        let hidden = |text: &str| {
            let mut text = text.replace(&fingerprint, "EMPREINTE").replace(&poste, "POSTE");
            for (number, id) in (1..).zip(&ids) {
                text = text.replace(id, &format!("ID-{number}"));
            }
            text
        };
        let mut found = BTreeMap::new();
        let root = self.path(folder);
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                    continue;
                }
                let path = entry.path();
                let inside = path.strip_prefix(&root).expect("inside").display().to_string();
                let bytes = fs::read(&path).expect("read");
                let text = String::from_utf8(bytes).unwrap_or_else(|_| String::from("(octets)"));
                found.insert(hidden(&inside), hidden(&text));
            }
        }
        found
    }
}

/// Are the files those that lie in this folder of the fixtures? With `RECUEIL_WRITE_EXPORTS` set they are written
/// there instead, for a person to read.
fn are_those_of(name: &str, files: &BTreeMap<String, String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/export").join(name);
    if std::env::var_os("RECUEIL_WRITE_EXPORTS").is_some() {
        fs::create_dir_all(&folder).expect("a folder");
        for (name, text) in files {
            fs::write(folder.join(name), text).expect("written");
        }
    }
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("fixtures")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), names);
    for (name, text) in files {
        let wanted = fs::read_to_string(folder.join(name)).expect("a fixture");
        assert_eq!(text, &wanted, "{name}");
    }
}

const HEADER: &str = "reponse_id;referentiel;questionnaire;version;empreinte;structure;site;poste;cycle;\
    groupe;seance;feuille;role;moment;plan;support;aide;aidant;aide_langue;langue;notice;code;date;saisie;\
    duree_min;horloge;etat;essai;remplace;J1;J2;J2__semer;J2__parler;J2__rien;J3;J5\r\n";

#[test]
fn a_french_spreadsheet_gets_semicolons_a_mark_and_texts_that_stay_texts() {
    let dossier = Dossier::new();
    let files = dossier.export("csv-excel", &["--complet"]);
    let begin = |number: u32, group: &str, sheet: u32, days: &str| {
        format!(
            "ID-{number};jardin;jardin-bilan;1;EMPREINTE;Foyer;Bellevue;POSTE;2026-2027;{group};;\
             {sheet};participant;ponctuel;sortie_seule;papier;;;;fr;;;{days};;sure;complet;0;;"
        )
    };
    let wanted = [
        format!("\u{feff}{HEADER}"),
        begin(1, "'=lundi", 1, "2026-10-05;2026-10-06") + "oui;semer parler;1;1;0;12;2\r\n",
        begin(2, "", 2, "2026-10-05;2026-10-06")
            + "non;NON_POSEE;NON_POSEE;NON_POSEE;NON_POSEE;NSP;REFUS\r\n",
        begin(3, "mardi", 3, "2026-11-02;2026-11-02") + "oui;rien;0;0;1;0;1\r\n",
    ];
    assert_eq!(files["jardin-bilan.v1-EMPREINTE.csv"], wanted.concat());
    assert_eq!(
        files["jardin-bilan.v1-EMPREINTE.textes.csv"],
        "\u{feff}reponse_id;J4\r\nID-1;\"'=1+1; \"\"oui\"\"\"\r\nID-2;'007\r\n"
    );
    let names: Vec<&String> = files.keys().collect();
    let stem = "jardin-bilan.v1-EMPREINTE";
    let rows = [format!("{stem}.csv"), format!("{stem}.textes.csv")];
    assert_eq!(names, ["codes.csv", "codes.md", rows[0].as_str(), rows[1].as_str()]);
}

#[test]
fn the_codes_say_each_column_and_each_answer_in_words() {
    let files = Dossier::new().export("csv-excel", &["--complet"]);
    let codes = ["codes.csv", "codes.md"].map(|name| (name.to_owned(), files[name].clone()));
    are_those_of("codes", &codes.into());
}

#[test]
fn a_data_package_describes_types_codes_reasons_and_keys() {
    are_those_of("datapackage", &Dossier::new().export("datapackage", &["--complet"]));
}

#[test]
fn r_gets_a_script_that_needs_nothing_else() {
    let files = Dossier::new().export("r", &["--complet"]);
    assert!(files["lire.R"].is_ascii());
    are_those_of("r", &files);
}

#[test]
fn what_was_written_is_told_in_words_and_noted_for_a_withdrawal() {
    let dossier = Dossier::new();
    let (said, wrong, code) =
        dossier.run(&["export", "--format", "r", "--to", "sortie", "--complet"]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    assert_eq!(
        said,
        "3 lignes, un questionnaire : c'est dans DOSSIER/sortie\n\
         Cet export contient tout : codes, jours, lieux, et les textes libres de 2 personnes, à part. \
         Relisez-les avant de les montrer. Ce sont des données personnelles : gardez-le comme le \
         dossier, ne l'envoyez à personne, effacez-le quand il a servi. Il est noté dans « copies.csv » : \
         un retrait le rappellera.\n"
    );
    let noted = fs::read_to_string(dossier.path("data/copies.csv")).expect("copies");
    let folder = dossier.folder.path().canonicalize().expect("a folder");
    let end = format!(",export r complet,{}\n", folder.join("sortie").display());
    assert!(noted.starts_with("jour,quoi,ou\n") && noted.ends_with(&end), "{noted}");
}

#[cfg(unix)]
#[test]
fn nobody_else_may_open_what_was_written() {
    use std::os::unix::fs::PermissionsExt;
    let dossier = Dossier::new();
    dossier.export("datapackage", &["--complet"]);
    let mode = |path: PathBuf| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(dossier.path("sortie")), 0o700);
    for entry in fs::read_dir(dossier.path("sortie")).expect("a folder").flatten() {
        assert_eq!(mode(entry.path()), 0o600, "{}", entry.path().display());
    }
}

#[test]
fn one_of_the_two_must_be_chosen_everything_or_what_may_be_handed_on() {
    let (_, wrong, code) = Dossier::new().run(&["export", "--format", "r", "--to", "sortie"]);
    assert_eq!(code, Some(2));
    assert!(wrong.contains("--complet") && wrong.contains("--diffusion"), "{wrong}");
}

#[test]
fn a_folder_that_is_there_is_left_alone_unless_it_is_an_export_to_replace() {
    let dossier = Dossier::new();
    let export = |to: &str, more: &[&str]| {
        let mut arguments = vec!["export", "--format", "r", "--complet", "--to", to];
        arguments.extend(more);
        let (_, wrong, code) = dossier.run(&arguments);
        (wrong, code)
    };
    assert_eq!(export("sortie", &[]), (String::new(), Some(0)));
    fs::write(dossier.path("sortie/de-trop.csv"), "a row of somebody").expect("written");
    let exists = "DOSSIER/sortie existe déjà. Donnez un autre nom, ou ajoutez --force si c'est un export ou un \
                  envoi à remplacer.\n";
    assert_eq!(export("sortie", &[]), (exists.to_owned(), Some(2)));
    assert_eq!(export("sortie", &["--force"]), (String::new(), Some(0)));
    assert!(!dossier.path("sortie/de-trop.csv").exists(), "nothing of the old export is left");

    fs::create_dir(dossier.path("autre")).expect("a folder");
    assert_eq!(export("autre", &[]), (String::new(), Some(0)), "an empty folder is filled");
    fs::remove_file(dossier.path("autre/codes.md")).expect("removed");
    let foreign = "DOSSIER/autre existe déjà, et n'est ni un export ni un envoi : il n'est pas remplacé. Donnez un \
                   autre nom.\n";
    assert_eq!(export("autre", &["--force"]), (foreign.to_owned(), Some(2)));
    assert!(dossier.path("autre/lire.R").exists());

    for (to, path) in [("data/jardin/ici", "/data/jardin/ici"), ("data", "/data"), (".", "")] {
        let inside = format!(
            "DOSSIER{path} contient les réponses, ou est parmi elles. Un export ou un envoi va ailleurs : donnez un \
             autre dossier.\n"
        );
        assert_eq!(export(to, &["--force"]), (inside, Some(2)));
    }
}

#[test]
fn what_an_interrupted_export_left_is_taken_away_by_the_next() {
    let dossier = Dossier::new();
    fs::create_dir_all(dossier.path("sortie.nouveau/dedans")).expect("folders");
    fs::write(dossier.path("sortie.nouveau/dedans/part"), "a row of somebody").expect("written");
    let files = dossier.export("r", &["--complet"]);
    assert!(!files.keys().any(|name| name.contains("part")), "{files:?}");
    assert!(!dossier.path("sortie.nouveau").exists());
}

#[test]
fn rows_that_were_withdrawn_or_corrected_do_not_leave_and_trials_only_where_they_are_asked_for() {
    let dossier = Dossier::new();
    let rows = fs::read_to_string(dossier.rows_file()).expect("rows");
    let second = rows.lines().nth(2).expect("a row")[..36].to_owned();
    let (_, wrong, code) = dossier.run(&["withdraw", "--id", &second, "--oui"]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    let first = rows.lines().nth(1).expect("a row");
    let history = dossier.path("data/jardin/historique");
    fs::create_dir_all(&history).expect("a folder");
    let old = format!("{}\n{first}\n", rows.lines().next().expect("a header"));
    fs::write(history.join(dossier.rows_file().file_name().expect("a name")), old)
        .expect("written");
    let (_, wrong, _) = dossier.run(&["simulate", "jardin-bilan", "-n", "2", "--seed", "7"]);
    assert_eq!(wrong, "");

    let stem = "jardin-bilan.v1-EMPREINTE.csv";
    let files = dossier.export("datapackage", &["--complet"]);
    let ids: Vec<&str> = files[stem].lines().skip(1).map(|line| &line[..4]).collect();
    assert_eq!(
        ids,
        ["ID-1", "ID-2"],
        "the first and the third: the second is gone from the file too"
    );
    let files = dossier.export("datapackage", &["--complet", "--essai", "--force"]);
    assert_eq!(files[stem].lines().count(), 1 + 2 + 2);
}

#[test]
fn what_is_wrong_in_the_rows_is_told_with_its_place_and_the_rest_leaves() {
    let dossier = Dossier::new();
    let path = dossier.rows_file();
    let rows = fs::read_to_string(&path).expect("rows");
    let mut lines: Vec<String> = rows.lines().map(str::to_owned).collect();
    lines[1] = lines[1].replace("semer parler", "semer");
    lines[2] = lines[2].replacen(",jardin,", ",", 1);
    fs::write(&path, lines.join("\n") + "\n").expect("written");
    let (said, wrong, code) =
        dossier.run(&["export", "--format", "datapackage", "--complet", "--to", "sortie"]);
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let columns = lines[0].split(',').count();
    assert_eq!(
        wrong,
        format!(
            "data/jardin/{name}:2:1: cette ligne a été modifiée après l'enregistrement.\n\
             data/jardin/{name}:3:1: Cette ligne a {} cases, l'en-tête en a {columns}.\n\
             2 choses n'ont pas pu être exportées, ou ont été modifiées à la main : voir plus haut. Le \
             reste est exporté. « recueil check data » dit quoi faire.\n",
            columns - 1
        )
    );
    assert_eq!(code, Some(1));
    assert!(said.starts_with("2 lignes, un questionnaire : "), "{said}");
    let files = dossier.files("sortie");
    assert_eq!(files["jardin-bilan.v1-EMPREINTE.csv"].lines().count(), 3);
}

#[test]
fn forms_are_chosen_by_name_and_columns_left_out_by_theirs() {
    let dossier = Dossier::new();
    let of = |more: &[&str]| {
        let mut arguments =
            vec!["export", "--format", "csv-excel", "--complet", "--to", "nulle-part"];
        arguments.extend(more);
        dossier.run(&arguments)
    };
    let (_, wrong, code) = of(&["jardin-bilam"]);
    assert_eq!(code, Some(2));
    assert!(wrong.contains("jardin-bilan"), "{wrong}");
    assert_eq!(
        of(&["com-court"]),
        (String::new(), "Il n'y a rien à exporter.\n".to_owned(), Some(2))
    );
    let (_, wrong, code) = of(&["--without", "J44"]);
    assert_eq!(code, Some(2));
    assert!(wrong.starts_with("Aucune colonne ne s'appelle J44.\n"), "{wrong}");
    assert!(!dossier.path("nulle-part").exists());

    let more = ["--complet", "jardin", "--without", "site", "--sans", "J2", "--sans", "textes"];
    let files = dossier.export("datapackage", &more);
    let header =
        files["jardin-bilan.v1-EMPREINTE.csv"].lines().next().expect("a header").to_owned();
    let wanted = HEADER.trim_end().replace("site;", "").replace("J2;", "");
    let wanted = wanted.replace("J2__semer;J2__parler;J2__rien;", "").replace(';', ",");
    assert_eq!(header, wanted);
    assert!(!files.contains_key("jardin-bilan.v1-EMPREINTE.textes.csv"));
}

/// Five people of one place and month, and one of another month.
fn people() -> String {
    let mut answers = String::from("J1,J2,J3,J4,J5,feuille,date,saisie\n");
    for number in 1..=5 {
        let days = format!("2026-10-0{number},2026-10-09");
        _ = writeln!(answers, "oui,semer,{number},un mot,2,{number},{days}");
    }
    answers + "non,,6,,1,6,2026-11-02,2026-11-02\n"
}

#[test]
fn nothing_is_handed_on_while_somebody_could_be_recognised() {
    let dossier = Dossier::empty();
    dossier.collect(&people());
    let (said, wrong, code) =
        dossier.run(&["export", "--format", "datapackage", "--diffusion", "--to", "sortie"]);
    let name = dossier.rows_file().file_name().expect("a name").to_string_lossy().into_owned();
    let (stem, _) =
        name.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('.')).expect("a stem");
    assert_eq!(
        wrong,
        format!(
            "Bilan du jardin ({stem}), 6 lignes. Quelqu'un qui connaît une personne pourrait la reconnaître \
             par : structure, site, cycle, support, aide, aidant, aide_langue, langue, date. Il faut au \
             moins 5 personnes semblables. Ce n'est pas le cas ici :\n\
             - une personne : date = 2026-11\n\
             Pour y arriver, laissez de côté : --without date\n\n\
             Rien n'est écrit.\n"
        )
    );
    assert_eq!((said.as_str(), code), ("", Some(1)));
    assert!(!dossier.path("sortie").exists());
    assert!(!dossier.path("data/copies.csv").exists(), "what was not made is not noted");
}

#[test]
fn what_is_handed_on_has_no_code_no_day_no_text_and_nothing_private() {
    let dossier = Dossier::empty();
    dossier.collect(&people());
    let files = dossier.export("datapackage", &["--diffusion", "--without", "date"]);
    let rows = &files["jardin-bilan.v1-EMPREINTE.csv"];
    let (header, rows) = rows.split_once('\n').expect("a header");
    assert_eq!(
        header,
        "ligne,referentiel,questionnaire,version,empreinte,structure,site,cycle,role,moment,plan,support,\
         aide,aidant,aide_langue,langue,etat,essai,J1,J2,J2__semer,J2__parler,J2__rien,J3"
    );
    let mut numbers = Vec::new();
    let mut answers = Vec::new();
    for row in rows.lines() {
        let (number, rest) = row.split_once(',').expect("a number");
        numbers.push(number);
        answers.push(rest.rsplit_once(",complet,0,").expect("answers").1);
    }
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6"]);
    answers.sort_unstable();
    let wanted = [
        "non,NON_POSEE,NON_POSEE,NON_POSEE,NON_POSEE,6",
        "oui,semer,1,0,0,1",
        "oui,semer,1,0,0,2",
        "oui,semer,1,0,0,3",
        "oui,semer,1,0,0,4",
        "oui,semer,1,0,0,5",
    ];
    assert_eq!(answers, wanted);
    for (name, text) in &files {
        for forbidden in ["ID-", "POSTE", "un mot", "2026-1", "bonne santé", "J4"] {
            assert!(!text.contains(forbidden), "{forbidden} in {name}");
        }
    }
}

#[test]
fn the_month_is_all_that_is_handed_on_of_a_day() {
    let dossier = Dossier::empty();
    dossier.collect(&people().replace("2026-11-02", "2026-10-30"));
    let files = dossier.export("datapackage", &["--diffusion"]);
    let rows = &files["jardin-bilan.v1-EMPREINTE.csv"];
    let months = rows.lines().filter(|line| line.contains(",2026-10,")).count();
    assert_eq!(months, 6, "{rows}");
    assert!(!rows.contains("2026-10-"), "{rows}");
    assert!(files["datapackage.json"].contains("\"type\": \"yearmonth\""));
}

#[test]
fn the_rows_of_a_public_that_says_something_of_its_people_are_never_handed_on() {
    let dossier = Dossier::new();
    let garden = GARDEN.replace("version = 1\nsources", "version = 1\nsensible = true\nsources");
    fs::write(dossier.path("questionnaires/jardin.toml"), garden).expect("written");
    fs::remove_dir_all(dossier.path("data")).expect("removed");
    let (_, wrong, _) = dossier.run(&["simulate", "jardin-bilan", "-n", "50", "--seed", "1"]);
    assert_eq!(wrong, "");
    let (said, wrong, code) =
        dossier.run(&["export", "--format", "r", "--diffusion", "--essai", "--to", "sortie"]);
    assert_eq!((said.as_str(), code), ("", Some(1)));
    assert!(wrong.contains("Aucune ligne n'en sort."), "{wrong}");
    assert!(!dossier.path("sortie").exists());
}

#[cfg(not(all(feature = "office", feature = "parquet")))]
#[test]
fn a_format_that_this_program_was_built_without_is_told() {
    let format = if cfg!(feature = "office") { "parquet" } else { "xlsx" };
    let (_, wrong, code) =
        Dossier::new().run(&["export", "--format", format, "--complet", "--to", "sortie"]);
    let wanted = format!(
        "Ce programme a été construit sans le format {format}. Demandez à qui l'a préparé, ou choisissez \
         csv-excel, datapackage ou r.\n"
    );
    assert_eq!((wrong, code), (wanted, Some(2)));
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_has_a_folder_for_each_structure_and_the_words_of_the_rows() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let dossier = Dossier::new();
    let files = dossier.export("parquet", &["--complet"]);
    let inside = "referentiel=jardin/questionnaire=jardin-bilan/structure=Foyer/part-0.parquet";
    let names: Vec<&String> = files.keys().collect();
    assert_eq!(names, ["codes.md", &format!("reponses/{inside}"), &format!("textes/{inside}")]);
    let read = |set: &str| {
        let file = fs::File::open(dossier.path(&format!("sortie/{set}/{inside}"))).expect("a file");
        let reader = SerializedFileReader::new(file).expect("Parquet");
        let rows = reader.get_row_iter(None).expect("rows");
        let rows = rows.map(|row| {
            let row = row.expect("a row");
            let cells: BTreeMap<String, String> = row
                .get_column_iter()
                .map(|(name, cell)| (name.clone(), cell.to_string()))
                .collect();
            let cell = |name: &str| cells.get(name).cloned().unwrap_or_else(|| "null".to_owned());
            ["feuille", "date", "groupe", "J1", "J2", "J2__semer", "J3", "J4"].map(cell).join("|")
        });
        rows.collect::<Vec<_>>()
    };
    let rows = [
        r#"1|2026-10-05|"=lundi"|"oui"|"semer parler"|"1"|"12"|null"#,
        r#"2|2026-10-05|null|"non"|"NON_POSEE"|"NON_POSEE"|"NSP"|null"#,
        r#"3|2026-11-02|"mardi"|"oui"|"rien"|"0"|"0"|null"#,
    ];
    assert_eq!(read("reponses"), rows);
    let texts = [
        r#"null|null|null|null|null|null|null|"=1+1; "oui"""#,
        r#"null|null|null|null|null|null|null|"007""#,
    ];
    assert_eq!(read("textes"), texts);
}
