//! What goes to the city, and what comes from it: the real program, its parcels read byte by byte.
//! Never a terminal: plain processes.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use support::program::{run, told};
use tempfile::TempDir;

const SETTINGS: &str = "structure = \"Foyer\"\ncontact = \"l'accueil\"\nsite = \"Bellevue\"\n\
    [aipd]\nupc = \"2026-09-15\"\n[en_clair]\nupc = \"Un coffre.\"\n";

/// A form with a question of each fate: sent, a text, a day, a sensitive one.
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
type = "text"
label.fr = "Que faut-il changer ?"

[[question]]
name = "J3"
type = "date"
label.fr = "Quel jour êtes-vous venu la première fois ?"

[[question]]
name = "J4"
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
questions = ["J1", "J2", "J3", "J4"]
"#;

const BILAN: &str = "J1,J2,J3,J4,feuille,groupe,code,date,saisie\n\
    oui,Un banc.,2019-05-17,2,1,lundi,lune-sapin-42,2026-10-05,2026-10-06\n\
    non,,,1,2,mardi,,2026-11-02,2026-11-02\n";

const ARRIVALS: &str = "A1b,B1,B6,B5,feuille,code,date,saisie\n\
    cherche,2,aucune,NSP,1,lune-sapin-42,2026-10-05,2026-10-06\n\
    ,3,,,2,,2026-10-05,2026-10-06\n\
    arrete,4,une,4,3,abeille-lune-74,2026-10-08,2026-10-08\n";

const DEPARTURES: &str = "A1b,code,date,saisie\ndemande,lune-sapin-42,2026-11-05,2026-11-05\n";

/// A dossier of a structure.
struct Dossier {
    folder: TempDir,
}

impl Dossier {
    fn empty() -> Self {
        let dossier = Self { folder: TempDir::new().expect("a folder") };
        fs::write(dossier.path("recueil.toml"), SETTINGS).expect("written");
        dossier
    }

    /// With three arrivals and a departure.
    fn new() -> Self {
        let dossier = Self::empty();
        dossier.collect("com-entree", ARRIVALS);
        dossier.collect("flsm-sortie", DEPARTURES);
        dossier
    }

    /// With two answers to a form of its own.
    fn garden() -> Self {
        let dossier = Self::empty();
        fs::create_dir(dossier.path("questionnaires")).expect("a folder");
        fs::write(dossier.path("questionnaires/jardin.toml"), GARDEN).expect("written");
        dossier.collect("jardin-bilan", BILAN);
        dossier
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        let (said, wrong, code) = told(&run(self.folder.path(), arguments));
        let folder = self.folder.path().canonicalize().expect("a folder").display().to_string();
        (said.replace(&folder, "DOSSIER"), wrong.replace(&folder, "DOSSIER"), code)
    }

    /// Runs a command that must go well; says what it said.
    fn does(&self, arguments: &[&str]) -> String {
        let (said, wrong, code) = self.run(arguments);
        assert_eq!((wrong.as_str(), code), ("", Some(0)), "{said}");
        said
    }

    fn collect(&self, form: &str, answers: &str) {
        fs::write(self.path("answers.csv"), answers).expect("written");
        self.does(&["collect", form, "--answers", "answers.csv"]);
        fs::remove_file(self.path("answers.csv")).expect("removed");
    }

    fn sends(&self, to: &str) -> String {
        self.does(&["send", "--to", to, "--oui"])
    }

    /// The files under a folder, by name from it.
    fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let root = self.path(folder);
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let inside = path.strip_prefix(&root).expect("inside").display().to_string();
                found.insert(inside, fs::read(&path).expect("read"));
            }
        }
        found
    }

    /// The rows of all files of rows under a folder: the cells of these columns, in order.
    fn rows(&self, folder: &str, columns: &[&str]) -> Vec<String> {
        let mut rows = Vec::new();
        for (name, bytes) in self.files(folder) {
            if !name.contains(".v1-") || !name.ends_with("csv") || name.contains("historique") {
                continue;
            }
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            let names = reader.headers().expect("names").clone();
            for row in reader.records() {
                let row = row.expect("a row");
                let cell = |column: &&str| {
                    let at = names.iter().position(|name| name == *column);
                    at.map_or("(no column)", |at| &row[at]).to_owned()
                };
                rows.push(columns.iter().map(cell).collect::<Vec<_>>().join(","));
            }
        }
        rows.sort();
        rows
    }

    fn settings(&self, more: &str) {
        fs::write(self.path("recueil.toml"), format!("{SETTINGS}{more}")).expect("written");
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

const STAYS: &str = "\nCe qui reste ici :\n\
    - les codes, les jours et les durées, les groupes, les séances, les numéros de feuille, le nom de \
    l'ordinateur\n";

const HOW: &str = "Dans ces lignes, un numéro de paire tiré au hasard prend la place de chaque code, et un \
    mois celle de chaque jour.\n";

const OPEN: &str = "L'envoi n'est pas chiffré : recueil.toml ne donne pas la clé de la Ville. Qui a le \
    dossier peut le lire : portez-le vous-même, et ne l'envoyez pas par courriel.\n";

const DONE: &str = "L'envoi est prêt dans DOSSIER/envoi\nImprimez bordereau.html et joignez-le. Pour \
    corriger un envoi, préparez-en un autre : il le remplace chez qui le rassemble.\n";

#[test]
fn what_leaves_and_what_stays_is_said_in_words_before_anything_is_written() {
    let dossier = Dossier::garden();
    let said = "Ce qui part, au nom de « Foyer » :\n- Bilan du jardin : 2 lignes\n".to_owned()
        + HOW
        + "Des questions sensibles, il ne part que des totaux, et rien qui compte moins de 11 réponses.\n"
        + STAYS
        + "- les textes libres (une personne en a écrit)\n\n"
        + OPEN;
    let nobody =
        "Rien n'est fait : personne ne peut confirmer ici. Avec --oui, c'est fait sans demander.\n";
    let before = dossier.files(".");
    assert_eq!(dossier.run(&["send", "--to", "envoi"]), (said.clone(), nobody.to_owned(), Some(2)));
    assert_eq!(dossier.files("."), before, "nothing is written before it is agreed to");
    assert_eq!(
        dossier.run(&["envoyer", "--vers", "envoi", "--yes"]),
        (said + DONE, String::new(), Some(0))
    );
    let copies = fs::read_to_string(dossier.path("data/copies.csv")).expect("copies");
    let [_, noted] = copies.lines().collect::<Vec<_>>()[..] else { panic!("{copies}") };
    assert!(noted.contains(",envoi,") && noted.ends_with("/envoi"), "{noted}");
}

#[test]
fn rows_leave_with_months_and_pair_numbers_and_without_texts_days_or_what_is_sensitive() {
    let dossier = Dossier::garden();
    dossier.sends("envoi");
    let columns = [
        "structure",
        "site",
        "poste",
        "groupe",
        "feuille",
        "date",
        "saisie",
        "horloge",
        "essai",
        "J1",
        "J2",
        "J3",
        "J4",
    ];
    assert_eq!(
        dossier.rows("envoi", &columns),
        [
            "Foyer,Bellevue,,,,2026-10,,,0,oui,(no column),(no column),(no column)",
            "Foyer,Bellevue,,,,2026-11,,,0,non,(no column),(no column),(no column)",
        ]
    );
    let codes = dossier.rows("envoi", &["code"]);
    assert!(codes[0].is_empty() && codes[1].starts_with("paire-"), "{codes:?}");
    for (name, bytes) in dossier.files("envoi") {
        for gone in ["lune-sapin-42", "Un banc", "2019-05", "2026-10-05", "2026-11-02", "lundi"] {
            // The page of codes shows what a code looks like.
            assert!(name == "codes.md" || !contains(&bytes, gone), "{gone} is in {name}");
        }
    }
    let totals = String::from_utf8(dossier.files("envoi").remove("totaux.csv").expect("totals"));
    assert_eq!(
        totals.expect("text"),
        "referentiel,questionnaire,question,libelle,reponses,reponse,reponse_libelle,nombre\n\
         jardin,jardin-bilan,J4,Êtes-vous en bonne santé ?,moins de 11,,,\n"
    );
}

/// Six people of a health group.
fn health_group(dossier: &Dossier) {
    let codes = ["lune-sapin-42", "abeille-lune-74"];
    let row = |at: usize| {
        let code = codes.get(at).copied().unwrap_or_default();
        format!(
            "{},{},{code},1-accord,2026-10-{:02},2026-10-{}\n",
            at % 4 + 1,
            at + 1,
            at + 1,
            at + 11
        )
    };
    let rows: String = (0..6).map(row).collect();
    dossier.collect("upc-entree", &format!("UPC1,feuille,code,notice,date,saisie\n{rows}"));
}

/// Nothing in a parcel says anything of one person of the health group.
fn nothing_of_the_group(dossier: &Dossier, parcel: &str) {
    let ids = dossier.rows("data/upc", &["reponse_id"]);
    assert_eq!(ids.len(), 6);
    let files = dossier.files(parcel);
    assert!(files.keys().all(|name| !name.contains("upc")), "{:?}", files.keys());
    let days = (1..=6).map(|day| format!("2026-10-{day:02}"));
    let typed = (11..=16).map(|day| format!("2026-10-{day}"));
    let gone: Vec<String> = ids
        .into_iter()
        .chain(days)
        .chain(typed)
        .chain(["lune-sapin".to_owned(), "abeille-lune".to_owned()])
        .collect();
    for (name, bytes) in &files {
        for gone in gone.iter().filter(|_| name != "codes.md") {
            assert!(!contains(bytes, gone), "{gone} is in {name}");
        }
        let is_of_others = ["com-", "flsm-", "codes.md"].iter().any(|known| name.contains(known));
        assert!(is_of_others || !contains(bytes, "paire-"), "{name}");
    }
    let slip = String::from_utf8(files["bordereau.csv"].clone()).expect("text");
    let line = slip.lines().find(|line| line.contains("upc-entree")).expect("a line");
    assert!(line.contains(",0,moins de 11,2026-2027,2026-2027,"), "{line}");
    let totals = String::from_utf8(files["totaux.csv"].clone()).expect("text");
    assert!(totals.lines().count() > 1);
    for line in totals.lines().skip(1) {
        assert!(line.starts_with("upc,upc-entree,") && line.ends_with(",moins de 11,,,"), "{line}");
    }
}

#[test]
fn of_a_small_health_group_no_row_no_code_and_no_day_is_in_the_parcel() {
    let dossier = Dossier::new();
    health_group(&dossier);
    let said = dossier.sends("envoi");
    assert!(said.contains(
        "aucune ligne. En être dit déjà quelque chose d'une personne. Il n'en part que des totaux, et rien \
         qui compte moins de 11 réponses.\n"
    ));
    assert_eq!(dossier.rows("envoi", &["referentiel"]), ["commun", "commun", "commun", "flsm"]);
    nothing_of_the_group(&dossier, "envoi");
}

/// Answers of a health group to one question: so many of each.
fn health_answers(dossier: &Dossier, answers: &[(&str, usize)]) {
    let each = answers.iter().flat_map(|(answer, count)| std::iter::repeat_n(answer, *count));
    let rows: Vec<String> = each.map(|answer| format!("{answer},1-accord\n")).collect();
    dossier.collect("upc-entree", &format!("UPC1,notice\n{}", rows.concat()));
}

/// What a parcel tells of that question: of how many, the answer, its words, how many gave it.
fn health_told(dossier: &Dossier, parcel: &str) -> Vec<String> {
    let totals = String::from_utf8(dossier.files(parcel).remove("totaux.csv").expect("totals"));
    let totals = totals.expect("text");
    let lines = totals.lines().filter(|line| line.contains(",UPC1,"));
    let last = lines.map(|line| line.rsplitn(5, ',').collect::<Vec<_>>());
    last.map(|cells| cells[..4].iter().rev().copied().collect::<Vec<_>>().join(",")).collect()
}

const HIDDEN: [&str; 4] = [
    "25,1,Très difficile,non montré",
    "25,2,Difficile,non montré",
    "25,3,Facile,non montré",
    "25,4,Très facile,non montré",
];

#[test]
fn no_parcel_can_be_taken_away_from_another_nor_from_a_report_that_was_published() {
    let dossier = Dossier::empty();
    health_answers(&dossier, &[("1", 12), ("2", 12)]);
    dossier.sends("envois/un");
    let told =
        ["24,1,Très difficile,12", "24,2,Difficile,12", "24,3,Facile,0", "24,4,Très facile,0"];
    assert_eq!(health_told(&dossier, "envois/un"), told);
    // The same again tells nothing more.
    dossier.sends("envois/encore");
    assert_eq!(health_told(&dossier, "envois/encore"), told);
    // Who has both would know what the one who came since answered.
    health_answers(&dossier, &[("1", 1)]);
    dossier.sends("envois/deux");
    assert_eq!(health_told(&dossier, "envois/deux"), HIDDEN);
    // Nor does a report tell it, to whoever has the parcel.
    let report = dossier.does(&["report", "--diffusion", "--ref", "upc"]);
    assert!(report.contains("25") && !report.contains("13"), "{report}");
    // Of five there is no telling who answered what.
    health_answers(&dossier, &[("1", 2), ("2", 2)]);
    dossier.sends("envois/trois");
    let told =
        ["29,1,Très difficile,15", "29,2,Difficile,14", "29,3,Facile,0", "29,4,Très facile,0"];
    assert_eq!(health_told(&dossier, "envois/trois"), told);
}

#[test]
fn what_a_report_told_before_is_not_told_otherwise_by_a_parcel() {
    let dossier = Dossier::empty();
    health_answers(&dossier, &[("1", 12), ("2", 12)]);
    dossier.does(&["report", "--diffusion", "--ref", "upc"]);
    health_answers(&dossier, &[("2", 1)]);
    dossier.sends("envoi");
    assert_eq!(health_told(&dossier, "envoi"), HIDDEN);
}

/// No file may grow beyond so many blocks: the stick is full.
#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_there_is_no_parcel_and_nothing_is_noted_as_sent() {
    let dossier = Dossier::empty();
    let row = "cherche,2,aucune,NSP,2026-10-05\n";
    dossier.collect("com-entree", &format!("A1b,B1,B6,B5,date\n{}", row.repeat(200)));
    let kept = |dossier: &Dossier| {
        let mut files = dossier.files(".");
        // A turn that was taken leaves its file.
        files.retain(|name, _| Path::new(name).extension().is_none_or(|end| end != "lock"));
        files
    };
    let before = kept(&dossier);
    let full =
        support::program::limited(dossier.folder.path(), 60, &["send", "--to", "envoi", "--oui"]);
    let (_, wrong, code) = told(&full);
    assert!(wrong.contains("il n'y a plus de place"), "{wrong}");
    assert_eq!(code, Some(2));
    assert_eq!(kept(&dossier), before);
    // With room it is whole, and noted.
    dossier.sends("envoi");
    assert_eq!(dossier.rows("envoi", &["referentiel"]).len(), 200);
    let sent = fs::read_to_string(dossier.path("data/envois.csv")).expect("noted");
    assert_eq!(sent.lines().count(), 201);
}

#[test]
fn a_parcel_sent_twice_is_gathered_once_and_what_was_withdrawn_since_goes() {
    let dossier = Dossier::new();
    dossier.sends("envois/un");
    dossier.sends("envois/deux");
    assert_eq!(dossier.files("envois/un"), dossier.files("envois/deux"), "the numbers are kept");
    dossier.does(&["gather", "envois/un", "--into", "ville"]);
    dossier.does(&["gather", "envois/deux", "--into", "ville"]);
    assert_eq!(dossier.rows("ville", &["referentiel"]), ["commun", "commun", "commun", "flsm"]);
    let told = dossier.run(&["report", "ville"]);
    assert_eq!(told.1, "", "the city reads the rows without a remark");

    let withdrawn = dossier.does(&["withdraw", "lune-sapin-42", "--oui"]);
    assert!(withdrawn.contains("envoi : DOSSIER/envois/un"), "{withdrawn}");
    let said = dossier.sends("envois/trois");
    assert!(said.contains(
        "2 lignes déjà envoyées ont été retirées depuis : à signaler à la Ville. Cet envoi le lui dit, et \
         ses lignes disparaîtront quand elle le rassemblera.\n"
    ));
    dossier.does(&["gather", "envois/trois", "--into", "ville"]);
    assert_eq!(dossier.rows("ville", &["referentiel"]), ["commun", "commun"]);
    let kept = fs::read_to_string(dossier.path("data/paires.csv")).expect("numbers");
    assert!(!kept.contains("lune-sapin-42") && kept.contains("abeille-lune-74"), "{kept}");
}

/// A corrected row takes the place of another, and says which: only that is written here by hand.
#[test]
fn the_rows_of_a_parcel_and_what_is_gathered_of_it_are_found_sound_by_who_checks_them() {
    let dossier = Dossier::garden();
    // Whether words may be quoted is asked only where there are some, which stay behind.
    dossier.collect("com-court", "D1,T2,T1,T6,date\npremiere,Bien.,,oui,2026-10-05\n");
    dossier.sends("envoi");
    dossier.does(&["gather", "envoi", "--into", "ville"]);
    let sound = ": 2 fichiers de réponses, 3 lignes, aucun essai : rien à faire.\n";
    assert_eq!(dossier.does(&["check", "envoi"]), format!("envoi/data {sound}"));
    assert_eq!(dossier.does(&["check", "ville"]), format!("ville/data {sound}"));
    // What was changed since is still told.
    let rows = dossier.files("ville/data/jardin").into_keys().find(|name| name.ends_with("csv"));
    let rows = dossier.path("ville/data/jardin").join(rows.expect("rows"));
    let text = fs::read_to_string(&rows).expect("text").replace(",2026-10,", ",2026-13,");
    fs::write(&rows, text).expect("written");
    let (_, wrong, code) = dossier.run(&["check", "ville"]);
    assert!(wrong.contains("date : il faut une date"), "{wrong}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_corrected_row_takes_the_place_of_the_one_that_was_sent() {
    let dossier = Dossier::new();
    dossier.sends("envois/un");
    let before = dossier.rows("data/commun", &["reponse_id"]);
    let file = dossier.files("data/commun").into_keys().find(|name| name.ends_with("csv"));
    let file = dossier.path("data/commun").join(file.expect("a file"));
    let text = fs::read_to_string(&file).expect("rows");
    let fresh = "00000000-0000-4000-8000-000000000001";
    let corrected = |line: &str| {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        if cells[0] == before[0] {
            cells[28].clone_from(&before[0]);
            cells[0] = fresh.to_owned();
            let last = cells.len() - 1;
            cells[last] = recueil::record::controle(cells[..last].iter().map(String::as_str));
        }
        cells.join(",") + "\n"
    };
    fs::write(&file, text.lines().map(corrected).collect::<String>()).expect("written");
    dossier.sends("envois/deux");
    for order in [["envois/un", "envois/deux"], ["envois/deux", "envois/un"]] {
        let ville = order[0].replace('/', "-");
        for parcel in order {
            dossier.does(&["gather", parcel, "--into", &ville]);
        }
        let ids: BTreeSet<String> = dossier.rows(&ville, &["reponse_id"]).into_iter().collect();
        assert_eq!(ids.len(), 4, "three and one");
        assert!(ids.contains(fresh) && !ids.contains(&before[0]));
    }
}

#[test]
fn a_cycle_closed_after_it_was_sent_keeps_the_numbers_that_the_city_knows() {
    let dossier = Dossier::new();
    dossier.sends("envois/un");
    let sent = dossier.rows("envois/un", &["reponse_id", "code"]);
    dossier.does(&["close", "2026-2027", "--oui"]);
    assert_eq!(dossier.rows("data", &["reponse_id", "code"]), sent);
    assert!(!dossier.path("data/paires.csv").exists(), "there is no way back");
    dossier.sends("envois/deux");
    assert_eq!(dossier.files("envois/un"), dossier.files("envois/deux"));
}

#[cfg(feature = "seal")]
#[test]
fn with_the_key_of_the_city_only_the_slip_can_be_read_and_only_that_key_opens_the_rest() {
    use recueil::store::PrivateKey;

    let dossier = Dossier::new();
    health_group(&dossier);
    dossier.sends("clair");
    let (ours, other) = [(); 2].map(|()| PrivateKey::fresh().expect("a key")).into();
    fs::write(dossier.path("ville.txt"), ours.text()).expect("written");
    fs::write(dossier.path("autre.txt"), other.text()).expect("written");
    dossier.settings(&format!("[ville]\ncle = \"{}\"\n", ours.public().text()));
    let said = dossier.sends("envoi");
    assert!(said.contains(
        "L'envoi est chiffré : seule la clé de la Ville l'ouvre. Le bordereau reste lisible.\n"
    ));
    let names: Vec<String> = dossier.files("envoi").into_keys().collect();
    assert_eq!(names, ["bordereau.csv", "bordereau.html", "codes.md", "envoi.age"]);

    let open = |key: &str, more: &[&str]| {
        dossier.run(&[&["open", "--identity", key, "--from", "envoi"], more].concat())
    };
    let closed = open("autre.txt", &["--into", "ouverts"]);
    assert_eq!((closed.0.as_str(), closed.2), ("", Some(2)), "{}", closed.1);
    assert!(!dossier.path("ouverts").exists());
    let nowhere = "Dites où ouvrir l'envoi, avec --into DOSSIER : DOSSIER/envoi/envoi.age\n";
    assert_eq!(open("ville.txt", &[]), (String::new(), nowhere.to_owned(), Some(2)));
    let opened = "L'envoi est ouvert dans DOSSIER/ouverts/envoi\n\
                  Pour le réunir aux autres : recueil gather DOSSIER/ouverts/envoi --into VILLE\n";
    assert_eq!(
        open("ville.txt", &["--into", "ouverts"]),
        (opened.to_owned(), String::new(), Some(0))
    );
    assert_eq!(dossier.files("ouverts/envoi"), dossier.files("clair"));
    nothing_of_the_group(&dossier, "ouverts/envoi");
}

#[test]
fn where_nothing_can_be_written_or_something_is_there_nothing_is_noted() {
    let dossier = Dossier::new();
    fs::create_dir(dossier.path("photos")).expect("a folder");
    fs::write(dossier.path("photos/ete.jpg"), "x").expect("written");
    let before = dossier.files(".");
    for (to, more, wrong) in [
        ("photos", vec![], "DOSSIER/photos existe déjà."),
        (
            "photos",
            vec!["--force"],
            "DOSSIER/photos existe déjà, et n'est ni un export ni un envoi",
        ),
        ("data/envoi", vec![], "DOSSIER/data/envoi contient les réponses, ou est parmi elles."),
        ("photos/ete.jpg/envoi", vec![], ""),
    ] {
        let told = dossier.run(&[&["send", "--oui", "--to", to], more.as_slice()].concat());
        assert!(told.1.starts_with(wrong) && !told.1.is_empty(), "{}", told.1);
        assert_eq!(told.2, Some(2));
        assert_eq!(dossier.files("."), before, "{to}");
    }
    dossier.sends("envoi");
    fs::write(dossier.path("envoi/de-trop.csv"), "x").expect("written");
    dossier.does(&["send", "--oui", "--force", "--to", "envoi"]);
    assert!(!dossier.path("envoi/de-trop.csv").exists());

    let empty = Dossier::empty();
    let nothing = "Il n'y a rien à envoyer : aucune réponse qui compte n'est dans ce dossier.\n";
    assert_eq!(
        empty.run(&["send", "--to", "x", "--oui"]),
        (String::new(), nothing.into(), Some(2))
    );
}

const KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

#[test]
fn a_structure_that_gets_its_folder_from_the_city_has_nothing_to_type() {
    let city = Dossier::empty();
    let contact = "structure = \"Ville\"\ncontact = \"la mairie\"\n";
    fs::write(city.path("recueil.toml"), format!("{contact}[ville]\ncle = \"{KEY}\"\n"))
        .expect("written");
    fs::create_dir(city.path("questionnaires")).expect("a folder");
    fs::write(city.path("questionnaires/jardin.toml"), GARDEN).expect("written");
    let table = "\u{feff}structure;site;contact;referentiels\r\n\
                 Foyer Laïque;Saint-Marc;l'accueil;flsm commun\r\nFoyer Laïque;Saint-Marc;le gardien;\r\n";
    fs::write(city.path("table.csv"), table).expect("written");
    let said = city.does(&["kit", "table.csv", "--to", "kits", "--due", "2027-06-30"]);
    assert_eq!(said, "2 dossiers sont prêts dans DOSSIER/kits\n");
    let names = |folder: &str| {
        ["LISEZMOI.txt", "notice.txt", "questionnaires/jardin.toml", "recueil.toml"]
            .map(|name| format!("{folder}/{name}"))
    };
    // The sign before the number comes before the one between folders.
    let folders = ["foyer-laique-saint-marc-2", "foyer-laique-saint-marc"];
    let files = city.files("kits");
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), folders.map(names).concat());
    assert!(files.values().all(|bytes| !contains(bytes, "AGE-SECRET-KEY")));
    let notice =
        String::from_utf8(files["foyer-laique-saint-marc/notice.txt"].clone()).expect("text");
    assert!(notice.contains("Foyer Laïque") && notice.contains("l'accueil"), "{notice}");

    let made = city.does(&["init", "foyer", "--kit", "kits/foyer-laique-saint-marc"]);
    assert!(
        made.starts_with("DOSSIER/foyer/recueil.toml") || made.contains("DOSSIER/foyer"),
        "{made}"
    );
    fs::write(city.path("bilan.csv"), "J1\noui\n").expect("written");
    city.does(&["--dossier", "foyer", "collect", "jardin-bilan", "--answers", "bilan.csv"]);
    assert_eq!(
        city.rows("foyer/data", &["structure", "site", "essai"]),
        ["Foyer Laïque,Saint-Marc,0"]
    );
    let settings = fs::read_to_string(city.path("foyer/recueil.toml")).expect("settings");
    assert!(settings.ends_with(&format!("[ville]\ncle = \"{KEY}\"\nenvoi = \"2027-06-30\"\n")));
}

#[test]
fn a_table_of_structures_that_says_too_little_or_a_private_key_makes_no_folder() {
    let city = Dossier::empty();
    for (table, wrong) in [
        ("structure,site\nA,B\n", "table.csv:1:1: il manque la colonne contact."),
        ("structure,contact\n", "table.csv:1:1: aucune structure n'est nommée."),
        ("structure,contact\nA,\n", "table.csv:2:1: "),
        ("structure,contact,referentiels\nA,B,flms\n", "table.csv:2:1: "),
        ("structure,contact,cle_a,cle_b\nA,B,AGE-SECRET-KEY-1QQQ,x\n", "A : "),
    ] {
        fs::write(city.path("table.csv"), table).expect("written");
        let (said, told, code) = city.run(&["kit", "table.csv", "--to", "kits"]);
        assert!(told.starts_with(wrong), "{told}");
        assert_eq!((said.as_str(), code), ("", Some(2)));
        assert!(!city.path("kits").exists());
    }
    fs::write(city.path("table.csv"), "structure,contact\nA,B\n").expect("written");
    let day = "« juin » n'est pas un jour. Par exemple : 2027-06-30.\n";
    let told = city.run(&["kit", "table.csv", "--to", "kits", "--due", "juin"]);
    assert_eq!(told, (String::new(), day.to_owned(), Some(2)));
}

#[test]
fn the_page_for_the_next_volunteer_says_where_things_are_and_what_is_due() {
    let dossier = Dossier::new();
    dossier.settings("[ville]\nenvoi = \"2020-06-30\"\n");
    let page = dossier.does(&["relay"]);
    let poste = dossier.rows("data/flsm", &["poste"]).remove(0);
    let until = |text: &str| page.contains(text);
    for line in [
        "Recueil : ce que doit savoir qui prend la suite\n\nQui et quand\n",
        "- Structure : Foyer. Lieu : Bellevue. Contact donné aux personnes : l'accueil.\n",
        "- 4 réponses qui comptent y sont.\n",
        &format!("- Elles viennent d'un ordinateur : {poste}.\n"),
        "- Où est l'ordinateur, et qui peut l'ouvrir : ……………\n",
        "- Les réponses ne sont pas scellées : il n'y a pas de clé à garder.\n",
        "- La Ville attendait l'envoi le ",
        "- Aucune copie n'a été faite : recueil copy --to CLE\n",
        "- Aucune saisie interrompue n'attend.\n",
    ] {
        assert!(until(line), "{line}\nis not in\n{page}");
    }
    assert!(!page.contains("lune-sapin"));
    assert!(page.lines().all(|line| line.chars().count() <= 80 || line.contains("DOSSIER")));

    assert_eq!(
        dossier.does(&["relais", "--html", "relais.html"]),
        "La page est dans DOSSIER/relais.html\n"
    );
    let html = fs::read_to_string(dossier.path("relais.html")).expect("a page");
    assert!(
        html.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">") && !html.contains("lune-sapin")
    );
    let again = dossier.run(&["relais", "--html", "relais.html"]);
    assert_eq!(again.2, Some(2), "a page that is there is not replaced unasked");
    assert!(Path::new(&dossier.path("relais.html")).is_file());
}
