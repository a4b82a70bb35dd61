//! What somebody may ask of what is recorded of them, and the end of the rows: the real program.
//! Never a terminal but where somebody must confirm.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use recueil::app::{Retention, Settings};
use recueil::questionnaire::{Source, archive};
use recueil::store::{Draft, Journals, Opening, Step};
use recueil::value::Meta;
use support::program::{run, told};
#[cfg(unix)]
use support::terminal::{ENTER, Setup, Terminal};
use tempfile::TempDir;

const SETTINGS: &str = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";

const ARRIVALS: &str = "A1b,B1,B6,B5,feuille,code,date,saisie\n\
    cherche,2,aucune,NSP,1,lune-sapin-42,2026-10-05,2026-10-05\n\
    ,3,,,2,,2026-10-05,2026-10-05\n\
    arrete,4,une,4,3,abeille-lune-74,2025-10-08,2025-10-08\n";

const DEPARTURES: &str = "A1b,code,date,saisie\n\
    demande,lune-sapin-42,2027-06-05,2027-06-05\n";

/// A dossier with the arrivals of three people, and the departure of one of them.
struct Dossier {
    folder: TempDir,
}

impl Dossier {
    fn new() -> Self {
        let dossier = Self { folder: TempDir::new().expect("a folder") };
        fs::write(dossier.path("recueil.toml"), SETTINGS).expect("written");
        dossier.collect("com-entree", ARRIVALS);
        dossier.collect("flsm-sortie", DEPARTURES);
        dossier
    }

    fn collect(&self, form: &str, answers: &str) {
        fs::write(self.path("answers.csv"), answers).expect("written");
        let (said, wrong, code) = self.run(&["collect", form, "--answers", "answers.csv"]);
        assert_eq!((wrong.as_str(), code), ("", Some(0)), "{said}");
        fs::remove_file(self.path("answers.csv")).expect("removed");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        told(&run(self.folder.path(), arguments))
    }

    /// These columns of the rows that count.
    fn rows(&self, columns: &[&str]) -> Vec<String> {
        support::rows(self.path("data"), false, columns)
    }

    /// Leaves a draft of this day, of whoever has this code.
    fn draft(&self, day: &str, code: &str) {
        let form = support::form("com-entree");
        let opening = Opening {
            fingerprint: form.fingerprint().to_owned(),
            definition: archive(&form).into(),
            day: day.parse().expect("a day"),
            cells: vec![
                (Meta::Referentiel, "commun".to_owned()),
                (Meta::Questionnaire, "com-entree".to_owned()),
            ],
        };
        let steps = [
            Step::Answer("A1b".to_owned(), "cherche".to_owned()),
            Step::Meta(Meta::Code, code.to_owned()),
        ];
        let journals = Journals::new(self.path("brouillons"));
        let name = format!("{day}-{code}");
        journals.begin(&name, &opening, &steps).expect("begun").leave().expect("left");
    }

    fn drafts(&self) -> Vec<Draft> {
        let found = Journals::new(self.path("brouillons")).abandoned().into_iter();
        found.filter_map(|found| found.draft).collect()
    }

    /// All but the page that explains the columns, and shows a code.
    fn files_of_rows(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let files = self.files().into_iter();
        files.filter(|(path, _)| !path.ends_with("README.md")).collect()
    }

    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        files(&self.path("data"))
    }
}

/// Every file under a folder.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            let bytes = fs::read(entry.path()).expect("bytes");
            found.push((entry.path(), bytes));
        }
    }
    found.sort();
    found
}

fn is_said(said: &(String, String, Option<i32>), out: &str, err: &str, code: i32) {
    assert_eq!(*said, (out.to_owned(), err.to_owned(), Some(code)));
}

#[test]
fn a_person_is_told_what_is_recorded_of_them_and_of_nobody_else() {
    let dossier = Dossier::new();
    let said = "Ce qui est enregistré de vous\n\n\
        Questionnaire d'arrivée : 5 octobre 2026\n  \
        Quand ça bloque sur l'écran, que faites-vous le plus souvent ?\n    \
        Je cherche, puis je demande si besoin\n  \
        En dehors de l'atelier, parlez-vous avec d'autres personnes ?\n    \
        Environ une fois par semaine\n  \
        Si vous avez un problème avec l'ordinateur ou le téléphone, avez-vous\n  \
        quelqu'un à qui demander ?\n    \
        Non, personne\n  \
        Ici, vous sentez-vous à votre place ?\n    \
        Je ne sais pas\n";
    let (whole, wrong, code) = dossier.run(&["access", "Lune Sapin 42"]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    assert!(whole.starts_with(said), "{whole}");
    let second = whole.strip_prefix(said).expect("the arrival first");
    assert!(second.starts_with("\nParticipants : en fin de saison : 5 juin 2027\n"), "{second}");
    assert!(second.contains("    Je demande de l'aide\n"), "{second}");
    assert!(!whole.contains("lune-sapin"), "the page may be left on a table");

    let page = dossier.run(&["consulter", "lune-sapin-42", "--html", "page.html"]);
    let path = dossier.path("page.html");
    let written = format!(
        "Écrit : {}. Cette page dit des réponses : donnez-la à la personne, puis effacez-la.\n",
        path.display()
    );
    is_said(&page, &written, "", 0);
    let page = fs::read_to_string(path).expect("a page");
    for words in ["<h1>Ce qui est enregistré de vous</h1>", "<dd>Non, personne</dd>"] {
        assert!(page.contains(words), "{page}");
    }
    assert!(!page.contains("lune-sapin") && !page.contains("Au moins"), "{page}");
}

#[test]
fn a_code_that_is_none_or_nobodys_is_said_and_nothing_changes() {
    let dossier = Dossier::new();
    let before = dossier.files();
    let nobody = "Aucune réponse n'est enregistrée ainsi dans ce dossier. Si sa saison est close, \
        le code n'existe plus.\n";
    let wrong = |code: &str, reason: &str| format!("« {code} » : {reason}\n");
    let check = "ce code a une erreur : relisez la feuille.";
    let shape = "il faut deux mots et deux chiffres : lune-sapin-42.";
    for command in ["access", "withdraw"] {
        for (code, expected) in [
            ("lune-sapin-24", wrong("lune-sapin-24", check)),
            ("sapin-lune-42", wrong("sapin-lune-42", check)),
            ("", wrong("", shape)),
            ("lune,sapin\n42\u{1b}[2J", wrong("lune,sapin\u{fffd}42\u{fffd}[2J", shape)),
            ("paire-00000001", wrong("paire-00000001", shape)),
            ("'; rm -rf /", wrong("'; rm -rf /", shape)),
            (
                "lune-sapinn-42",
                wrong(
                    "lune-sapinn-42",
                    "« sapinn » n'est pas un mot des codes : relisez la feuille.",
                ),
            ),
            ("sapin-lune-94", nobody.to_owned()),
        ] {
            is_said(&dossier.run(&[command, code]), "", &expected, 2);
        }
    }
    is_said(
        &dossier.run(&["withdraw", "--id", "x"]),
        "",
        "« x » n'est pas un identifiant de ligne (reponse_id).\n",
        2,
    );
    let id = "00000000-0000-4000-8000-000000000001";
    is_said(&dossier.run(&["withdraw", "--id", id, "--oui"]), "", nobody, 2);
    assert_eq!(dossier.files(), before);
}

const GOES: &str = "Ce qui serait effacé, sans retour (2 choses) :\n\
    - Questionnaire d'arrivée (com-entree), 5 octobre 2026\n\
    - Participants : en fin de saison (flsm-sortie), 5 juin 2027\n";

const NOBODY: &str = "Rien n'est fait : personne ne peut confirmer ici. Avec --oui, c'est fait \
    sans demander.\n";

#[test]
fn what_would_go_is_shown_and_goes_only_once_somebody_agreed() {
    let dossier = Dossier::new();
    let before = dossier.files();
    let rows = dossier.rows(&["code", "feuille"]);
    is_said(&dossier.run(&["withdraw", "lune-sapin-42"]), GOES, NOBODY, 2);
    assert_eq!(dossier.files(), before);
    let copies = "jour,quoi,ou,controle\n2026-11-20,copie,/media/cle,c0\n";
    fs::write(dossier.path("data/copies.csv"), copies).expect("written");
    fs::create_dir(dossier.path("data/scelle")).expect("made");
    fs::write(dossier.path("data/scelle/a.age"), "…").expect("written");
    let goes = format!(
        "{GOES}Des copies et des exports ont été faits : ces réponses y sont peut-être. À chercher \
         et à effacer aussi :\n- 20 novembre 2026, copie : /media/cle\nUne réponse scellée est \
         aussi dans ce dossier : sans la clé, on ne peut pas savoir de qui elle est. Faites-le de \
         nouveau là où elle est ouverte.\nC'est effacé : 2 réponses. Leurs numéros restent dans \
         « retraits.csv », sans le code, pour qu'aucun rassemblement ne les ramène.\n"
    );
    is_said(&dossier.run(&["retirer", "Lune sapin 42", "--oui"]), &goes, "", 0);
    assert_eq!(dossier.rows(&["code", "feuille"]), rows[1..3]);
    for (path, bytes) in dossier.files_of_rows() {
        assert!(!String::from_utf8_lossy(&bytes).contains("lune-sapin"), "{}", path.display());
    }
    let again = dossier.run(&["withdraw", "lune-sapin-42", "--oui"]);
    assert_eq!(again.2, Some(2), "{again:?}");
}

#[cfg(unix)]
#[test]
fn at_a_terminal_only_the_word_itself_is_a_yes() {
    let dossier = Dossier::new();
    let before = dossier.rows(&["reponse_id"]);
    let setup = Setup::new(dossier.path("home"), dossier.folder.path());
    let program = Path::new(env!("CARGO_BIN_EXE_recueil"));
    for (typed, left) in [("o", 4), ("oui", 2)] {
        let terminal = Terminal::start(program, &["withdraw", "lune-sapin-42"], &setup);
        terminal.wait_for("Pour le faire, écrivez oui");
        terminal.press(typed);
        terminal.press(ENTER);
        terminal.wait_for(if left == 4 { "Rien n'a été changé." } else { "C'est effacé" });
        assert_eq!(terminal.finish().code, Some(0));
        assert_eq!(dossier.rows(&["reponse_id"]).len(), left);
    }
    assert_eq!(dossier.rows(&["reponse_id"]), before[1..3]);
}

#[test]
fn a_row_without_a_code_is_withdrawn_by_its_identifier() {
    let dossier = Dossier::new();
    let id = dossier.rows(&["reponse_id"])[1].clone();
    let said = "Ce qui serait effacé, sans retour :\n\
        - Questionnaire d'arrivée (com-entree), 5 octobre 2026\n\
        C'est effacé : une réponse. Son numéro reste dans « retraits.csv », sans le code, pour \
        qu'aucun rassemblement ne la ramène.\n";
    is_said(&dossier.run(&["withdraw", "--id", &id, "--oui"]), said, "", 0);
    assert_eq!(dossier.rows(&["feuille"]), ["1", "3", ""]);
}

#[test]
fn a_withdrawal_that_was_interrupted_is_finished_by_whatever_command_comes_next_and_told() {
    let dossier = Dossier::new();
    let id = dossier.rows(&["reponse_id"])[0].clone();
    let marks = format!("reponse_id,jour,controle\n{id},2026-11-22,c0\n");
    fs::write(dossier.path("data/retraits.csv"), marks).expect("written");
    let told = "Un retrait n'était pas terminé : la dernière ligne vient d'être effacée.\n";
    let purged = dossier.run(&["purge"]);
    assert_eq!((purged.1.as_str(), purged.2), (told, Some(0)));
    assert!(!dossier.files().iter().any(|(path, bytes)| {
        !path.ends_with("retraits.csv") && String::from_utf8_lossy(bytes).contains(&id)
    }));
}

#[test]
fn a_closed_season_has_pair_numbers_in_the_place_of_codes_and_no_way_back() {
    let dossier = Dossier::new();
    dossier.collect(
        "flsm-entree",
        "A1b,code,date,saisie\narrete,lune-sapin-42,2026-10-05,2026-10-05\n",
    );
    let before = dossier.rows(&["reponse_id", "cycle", "feuille", "A1b"]);
    let what = "Clore 2026-2027 : 2 codes, sur 3 lignes. Chaque code devient un numéro de paire \
        tiré au hasard, le même pour la même personne.\nCe dossier n'est pas un rassemblement. Si \
        d'autres ordinateurs ont des réponses de cette saison, rassemblez d'abord : une arrivée et \
        une fin de saison saisies sur deux ordinateurs ne pourraient plus être reliées.\nEnsuite \
        plus personne, même avec son code, ne pourra retrouver, consulter ou retirer ses \
        réponses.\n";
    is_said(&dossier.run(&["close", "2026-2027"]), what, NOBODY, 2);
    let done =
        format!("{what}2026-2027 est close : 3 lignes changées. La table des codes est effacée.\n");
    is_said(&dossier.run(&["clore", "2026-2027", "--oui"]), &done, "", 0);
    let codes = dossier.rows(&["code"]);
    let number = |code: &str| {
        let number = code.strip_prefix("paire-").unwrap_or_default();
        number.len() == 8 && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    assert!(number(&codes[0]) && number(&codes[3]), "{codes:?}");
    // Of one référentiel an arrival and a departure are joined; with another nothing is.
    assert_eq!(codes, [&codes[0], "", "abeille-lune-74", &codes[3], &codes[3]]);
    assert_ne!(codes[0], codes[3]);
    assert_eq!(dossier.rows(&["reponse_id", "cycle", "feuille", "A1b"]), before);
    for (path, bytes) in dossier.files_of_rows() {
        assert!(!String::from_utf8_lossy(&bytes).contains("lune-sapin"), "{}", path.display());
        if path.extension().is_some_and(|found| found == "csv") {
            let checked = dossier.run(&["check", &path.display().to_string()]);
            assert_eq!(checked.2, Some(0), "{checked:?}");
        }
    }
    assert_eq!(dossier.run(&["access", "lune-sapin-42"]).2, Some(2));
    let nothing = "Plus aucune ligne de 2026-2027 ne porte de code : il n'y a rien à clore.\n";
    is_said(&dossier.run(&["close", "2026-2027"]), nothing, "", 0);
    let wrong = "« 2026 » n'est pas une saison. Par exemple : 2026-2027.\n";
    is_said(&dossier.run(&["close", "2026", "--oui"]), "", wrong, 2);
}

#[test]
fn what_was_kept_long_enough_is_listed_with_why_and_goes_once_somebody_agreed() {
    let dossier = Dossier::new();
    // Seasons of long ago: whatever day it is, they are due; and those to come are not.
    dossier.collect(
        "com-entree",
        "A1b,code,date,saisie\ncherche,tapis-route-48,2001-10-05,2001-10-05\n\
         cherche,,2002-02-05,2002-02-05\ncherche,,2999-10-05,2999-10-05\n",
    );
    let settings = format!("{SETTINGS}[conservation]\nreponses = 1\n");
    fs::write(dossier.path("recueil.toml"), settings).expect("written");
    let before = dossier.files();
    let (said, wrong, code) = dossier.run(&["purge"]);
    assert_eq!((wrong.as_str(), code), (NOBODY, Some(2)), "{said}");
    assert_eq!(dossier.files(), before);
    let due = "- saison 2001-2002, 2 réponses à effacer (durée de garde : 1 mois après la fin \
        de la saison). Seuls les totaux déjà tirés restent.\n";
    assert!(said.starts_with("Ce qui a été gardé assez longtemps, au "), "{said}");
    assert!(said.contains(due), "{said}");
    let kept = "Saison 2999-3000 : réponses gardées jusqu'au 30 septembre 3000.\n";
    assert!(said.ends_with(kept), "{said}");
    let (said, wrong, code) = dossier.run(&["purger", "--oui"]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)), "{said}");
    assert!(dossier.rows(&["cycle"]).iter().all(|cycle| cycle != "2001-2002"));
    assert!(dossier.rows(&["cycle"]).contains(&"2999-3000".to_owned()));
    let marks = fs::read_to_string(dossier.path("data/retraits.csv")).expect("marks");
    assert!(marks.lines().count() >= 3, "they do not come back by a gathering: {marks}");
}

#[test]
fn codes_trials_and_drafts_are_due_each_after_its_own_time() {
    let dossier = Dossier::new();
    dossier.collect(
        "com-entree",
        "A1b,code,date,saisie\ncherche,tapis-route-48,2001-10-05,2001-10-05\n",
    );
    for day in ["2001-10-05", "2999-10-05"] {
        let trial = format!("A1b,date,saisie,essai\ncherche,{day},{day},1\n");
        dossier.collect("com-entree", &trial);
        dossier.draft(day, "abeille-lune-74");
    }
    let settings = format!("{SETTINGS}[conservation]\nreponses = 60000\n");
    fs::write(dossier.path("recueil.toml"), settings).expect("written");
    let (said, wrong, code) = dossier.run(&["purge", "--oui"]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)), "{said}");
    let due = "- saison 2001-2002, 2 codes à remplacer par des numéros de paire (durée de garde : 12 \
        mois après la fin de la saison).\n\
        - un essai à effacer (durée de garde : 3 mois après la saisie).\n\
        - un brouillon à effacer (durée de garde : 30 jours).\n";
    let (_, rest) = said.split_once('\n').expect("lines");
    assert!(rest.starts_with(due), "{said}");
    let codes = dossier.rows(&["cycle", "code"]);
    assert!(codes.iter().any(|row| row.starts_with("2001-2002|paire-")), "{codes:?}");
    let trials = support::rows(dossier.path("data"), true, &["date"]);
    assert_eq!(trials, ["2999-10-05"]);
    let days = dossier.drafts().into_iter().map(|draft| draft.opening.day.to_string());
    assert_eq!(days.collect::<Vec<_>>(), ["2999-10-05"]);
}

#[test]
fn the_drafts_of_a_person_are_theirs_too() {
    let dossier = Dossier::new();
    dossier.draft("2026-10-05", "lune-sapin-42");
    dossier.draft("2026-10-05", "abeille-lune-74");
    let (said, _, _) = dossier.run(&["access", "lune-sapin-42"]);
    let note = "\nUn questionnaire commencé et pas terminé est aussi gardé.\n";
    assert!(said.ends_with(note), "{said}");
    let (said, _, _) = dossier.run(&["withdraw", "lune-sapin-42", "--oui"]);
    assert!(said.contains("- 1 brouillon\n"), "{said}");
    let codes = |dossier: &Dossier| {
        let drafts = dossier.drafts().into_iter();
        drafts.map(|draft| draft.meta(Meta::Code).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&dossier), ["abeille-lune-74"]);
    let (said, _, _) = dossier.run(&["close", "2026-2027", "--oui"]);
    assert!(said.starts_with("Clore 2026-2027 : un code, sur aucune ligne."), "{said}");
    let left = codes(&dossier);
    assert!(left.len() == 1 && left[0].starts_with("paire-"), "{left:?}");
    let draft = &dossier.drafts()[0];
    assert_eq!((draft.is_torn, draft.steps.len()), (false, 2), "and its answers are there");
}

const GUIDE: &str = include_str!("../docs/droits.md");

/// What stands between the fences of this language, in order.
fn blocks<'a>(language: &str) -> impl Iterator<Item = &'a str> {
    let fence = format!("```{language}\n");
    let parts = GUIDE.split("```").enumerate().filter(|(at, _)| at % 2 == 1);
    parts.filter_map(move |(_, part)| format!("```{part}").starts_with(&fence).then_some(part))
}

#[test]
fn every_command_of_the_guide_does_what_the_guide_says() {
    let dossier = Dossier::new();
    dossier.collect("com-court", "A1b,feuille,date\ncherche,12,2026-11-22\n");
    let commands = blocks("sh").flat_map(str::lines).filter(|line| line.starts_with("recueil "));
    let mut done = Vec::new();
    for command in commands {
        let mut arguments: Vec<&str> = command.split(' ').skip(1).collect();
        if ["withdraw", "close", "purge"].contains(&arguments[0]) {
            arguments.push("--oui");
        }
        let (said, wrong, code) = dossier.run(&arguments);
        // Without anybody to answer, a correction ends where it begins.
        let expected = i32::from(arguments[0] == "correct" && arguments.len() == 3);
        assert_eq!((wrong.as_str(), code), ("", Some(expected)), "{command}\n{said}");
        done.push(arguments[0]);
    }
    let all = ["access", "access", "correct", "correct", "withdraw", "close", "purge"];
    assert_eq!(done, all);
    assert!(dossier.path("pour-la-personne.html").is_file());
    for alias in ["consulter", "corriger", "retirer", "clore", "purger"] {
        assert!(GUIDE.contains(&format!("`{alias}`")), "{alias}");
        assert_eq!(dossier.run(&[alias, "--help"]).2, Some(0), "{alias}");
    }
}

#[test]
fn the_times_of_the_guide_are_those_of_the_program() {
    let text = blocks("toml").next().expect("settings").trim_start_matches("toml").to_owned();
    let source = Source { name: "recueil.toml".into(), text };
    assert_eq!(Settings::read(source).expect("settings").retention, Retention::default());
    for key in ["codes = 12", "reponses = 24", "essais = 3", "brouillons = 30"] {
        assert!(GUIDE.contains(key), "{key}");
    }
}
