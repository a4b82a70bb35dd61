//! `recueil collect FORM --answers FILE` and the command line: whole outputs, exit codes, rows.
//! Never a terminal: plain processes.

mod support;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use recueil::store::Store;
use recueil::value::Meta;
use support::program;
use tempfile::TempDir;

/// A dossier of a structure that has said who it is.
struct Dossier {
    folder: TempDir,
}

impl Dossier {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\nsite = \"Bellevue\"\n";
        fs::write(folder.path().join("recueil.toml"), settings).expect("written");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        program::run(self.folder.path(), arguments)
    }

    fn collect(&self, form: &str, answers: impl AsRef<[u8]>) -> Output {
        fs::write(self.path("answers.csv"), answers).expect("written");
        self.run(&["collect", form, "--answers", "answers.csv"])
    }

    /// The file of rows that count; none where nothing was saved.
    fn file(&self) -> Option<PathBuf> {
        Store::new(self.path("data"), String::new()).row_files(false).pop()
    }

    /// Columns of every row that was saved, joined by a bar.
    fn rows(&self, columns: &[&str]) -> Vec<String> {
        support::rows(self.path("data"), false, columns)
    }
}

fn told(output: &Output) -> (String, Option<i32>) {
    (String::from_utf8(output.stderr.clone()).expect("UTF-8"), output.status.code())
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[test]
fn of_a_thousand_lines_of_which_seven_are_wrong_993_are_saved_and_seven_told() {
    let dossier = Dossier::new();
    let mut file = "feuille,D1,A1b,A3,B1,B6,B5,T2,T1\n".to_owned();
    for line in 2..=1001 {
        let row = match line {
            10 => "9,hier,cherche,idee,1,une,3,,",
            20 => "19,premiere,cherche,idee rien,1,une,3,,",
            300 => "299,premiere,cherche,idee,5,une,3,,",
            301 => "300,premiere,cherche,idee,1,une,NC,,",
            302 => "3e2,premiere,cherche,idee,1,une,3,,",
            900 => "899,premiere,cherche,idee,1,une,3,",
            1001 => "1000,premiere,cherche,\"idee dire\",1,une,3,,",
            _ => {
                let number = line - 1;
                writeln!(file, "{number},depuis_saison,cherche,avis idee,4,NSP,,\"Bien, oui\",")
                    .expect("written");
                continue;
            }
        };
        writeln!(file, "{row}").expect("written");
    }
    let output = dossier.collect("com-court", &file);
    let (problems, code) = told(&output);
    assert_eq!(
        problems,
        "answers.csv:10:3: D1 : « hier » n'est pas une réponse de cette question. Réponses possibles : \
         premiere, depuis_saison, un_a_trois_ans, plus_longtemps.\n\
         answers.csv:20:21: A3 : « Rien de tout cela » ne va avec aucune autre réponse. Réponses \
         possibles : avis, idee, montre, choisi, presente, rien.\n\
         answers.csv:300:27: B1 : « 5 » n'est pas une réponse de cette question. Réponses possibles : \
         1, 2, 3, 4.\n\
         answers.csv:301:33: B5 : NC n'est pas possible pour cette question. Réponses possibles : 1, 2, \
         3, 4.\n\
         answers.csv:302:1: feuille : il faut un nombre entier, 9\u{a0}999 au plus.\n\
         answers.csv:900:1: Cette ligne a 8 cases, l'en-tête en a 9.\n\
         answers.csv:1001:23: A3 : « dire » n'est pas une réponse de cette question. Réponses possibles \
         : avis, idee, montre, choisi, presente, rien.\n\
         7 lignes refusées : elles ne sont pas enregistrées.\n"
    );
    assert_eq!(code, Some(1));
    let rows =
        dossier.rows(&["feuille", "A3", "A3__idee", "B6", "B5", "T2", "T6", "support", "essai"]);
    assert_eq!(rows.len(), 993);
    assert_eq!(rows[0], "1|avis idee|1|NSP|SANS_REPONSE|Bien, oui|SANS_REPONSE|papier|0");
    assert!(said(&output).starts_with("993 lignes enregistrées dans "), "{}", said(&output));
}

#[test]
fn a_blank_cell_is_passed_where_the_question_is_asked_and_not_asked_where_it_is_closed() {
    let dossier = Dossier::new();
    let output = dossier.collect("com-court", "B1,T1,T6\n2,,\n2,mieux,\n2,,NON_POSEE\n");
    assert_eq!(told(&output), (String::new(), Some(0)));
    assert_eq!(
        dossier.rows(&["D1", "B1", "T1", "T6"]),
        [
            "SANS_REPONSE|2|SANS_REPONSE|NON_POSEE",
            "SANS_REPONSE|2|mieux|SANS_REPONSE",
            "SANS_REPONSE|2|SANS_REPONSE|NON_POSEE",
        ]
    );
}

#[test]
fn an_answer_behind_a_closed_condition_is_refused_and_so_is_not_asked_for_one_that_is_open() {
    let dossier = Dossier::new();
    let output = dossier.collect("com-court", "B1,T1,T6\n2,,oui\n2,mieux,NON_POSEE\n");
    assert_eq!(
        told(&output).0,
        "answers.csv:2:4: T6 : cette question n'est pas posée après ces réponses. La case doit être \
         vide ou NON_POSEE.\n\
         answers.csv:3:9: T6 : cette question est posée après ces réponses. La case ne peut pas être \
         NON_POSEE.\n\
         2 lignes refusées : elles ne sont pas enregistrées.\n"
    );
    assert_eq!(dossier.rows(&["B1"]), [""; 0]);
}

#[test]
fn the_columns_of_choices_say_the_same_as_the_list() {
    let dossier = Dossier::new();
    let output = dossier.collect(
        "com-court",
        "A3,A3__avis,A3__idee,A3__rien\n,1,0,0\n,REFUS,REFUS,REFUS\n,0,0,0\nidee avis,1,1,0\n\
         idee,1,0,0\n,1,REFUS,0\n,1,0,1\n",
    );
    let (problems, code) = told(&output);
    assert_eq!(
        problems,
        "answers.csv:6:1: A3 : il faut 1 ou 0, ou le même code de non-réponse dans toutes les cases de \
         la question.\n\
         answers.csv:7:1: A3 : il faut 1 ou 0, ou le même code de non-réponse dans toutes les cases de \
         la question.\n\
         answers.csv:8:1: A3 : « Rien de tout cela » ne va avec aucune autre réponse. Réponses \
         possibles : avis, idee, montre, choisi, presente, rien.\n\
         3 lignes refusées : elles ne sont pas enregistrées.\n"
    );
    assert_eq!(code, Some(1));
    assert_eq!(
        dossier.rows(&["A3", "A3__avis"]),
        ["avis|1", "REFUS|REFUS", "SANS_REPONSE|SANS_REPONSE", "avis idee|1"]
    );
}

#[test]
fn our_own_file_comes_in_again_cell_for_cell_under_new_identifiers() {
    let first = Dossier::new();
    first.collect(
        "com-court",
        "D1,A3,T1,langue,date,code\npremiere,idee,=1+1,fr,22/06/2026,lune-sapin-42\n",
    );
    let written = fs::read(first.file().expect("a file")).expect("bytes");
    let second = Dossier::new();
    let output = second.collect("com-court", written);
    assert_eq!(told(&output), (String::new(), Some(0)));
    let same = |meta: &&str| !["reponse_id", "poste", "controle"].contains(meta);
    let header = fs::read_to_string(first.file().expect("a file")).expect("text");
    let names: Vec<&str> =
        header.lines().next().expect("a header").split(',').filter(same).collect();
    assert_eq!(first.rows(&names), second.rows(&names));
    let cells = first.rows(&["T1", "date", "cycle", "code"]);
    assert_eq!(cells, ["'=1+1|2026-06-22|2025-2026|lune-sapin-42"], "no spreadsheet computes it");
    assert_ne!(first.rows(&["reponse_id"]), second.rows(&["reponse_id"]));
}

#[test]
fn a_code_is_kept_in_one_writing_and_a_wrong_one_is_told_without_another_in_its_place() {
    let dossier = Dossier::new();
    let output = dossier.collect(
        "com-entree",
        "A1b,code\ncherche,Lune Sapin 42\ncherche,lune-sapin-24\ncherche,lune-sapun-42\ncherche,lune\ncherche,\n",
    );
    let told_of = "\
        answers.csv:3:9: code : ce code a une erreur : relisez la feuille.\n\
        answers.csv:4:9: code : « sapun » n'est pas un mot des codes : relisez la feuille.\n\
        answers.csv:5:9: code : il faut deux mots et deux chiffres : lune-sapin-42.\n\
        3 lignes refusées : elles ne sont pas enregistrées.\n";
    assert_eq!(told(&output), (told_of.to_owned(), Some(1)));
    assert_eq!(dossier.rows(&["code"]), ["lune-sapin-42", ""]);
}

#[test]
fn an_interrupted_line_says_what_was_not_reached() {
    let dossier = Dossier::new();
    let output = dossier.collect(
        "com-entree",
        "etat,A1b,B1,B6,B5\npartiel,cherche,,une,\npartiel,cherche,,,NON_ATTEINTE\n",
    );
    assert_eq!(told(&output), (String::new(), Some(0)));
    assert_eq!(
        dossier.rows(&["etat", "A1b", "B1", "B6", "B5"]),
        [
            "partiel|cherche|SANS_REPONSE|une|NON_ATTEINTE",
            "partiel|cherche|NON_ATTEINTE|NON_ATTEINTE|NON_ATTEINTE",
        ]
    );
}

#[test]
fn a_french_spreadsheet_is_read_as_it_saves() {
    let dossier = Dossier::new();
    let file = "\u{feff}\"A1b\";\"B1\";\"date\"\r\n\"cherche\";2;22/11/2026\r\n\r\n";
    assert_eq!(told(&dossier.collect("com-entree", file)), (String::new(), Some(0)));
    assert_eq!(dossier.rows(&["A1b", "B1", "date"]), ["cherche|2|2026-11-22"]);

    let latin = b"A1b;T1\ncherche;d\xe9j\xe0\n";
    let output = Dossier::new().collect("com-court", latin);
    assert_eq!(
        told(&output),
        (
            "answers.csv:2:10: Ce ne sont pas des lettres en UTF-8. Enregistrez le fichier en « CSV \
             UTF-8 », puis recommencez.\n"
                .to_owned(),
            Some(1)
        )
    );
}

#[test]
fn a_header_with_a_mistake_saves_nothing() {
    for (file, message) in [
        (
            "",
            "answers.csv:1:1: Le fichier est vide : la première ligne doit nommer les questions.\n",
        ),
        (
            "A1c,B1\ncherche,2\n",
            "answers.csv:1:1: La colonne « A1c » n'est pas connue : ni une question de com-entree, ni \
             une colonne des lignes. Vouliez-vous dire « A1b » ?\n",
        ),
        ("B1,A1b,B1\n2,cherche,2\n", "answers.csv:1:8: La colonne « B1 » est là deux fois.\n"),
        (
            "feuille\n1\n",
            "answers.csv:1:1: Aucune colonne ne porte le nom d'une question de com-entree. Questions : \
             A1b, B1, B6, B5.\n",
        ),
    ] {
        let dossier = Dossier::new();
        let output = dossier.collect("com-entree", file);
        assert_eq!(told(&output), (message.to_owned(), Some(1)));
        assert_eq!(dossier.file(), None);
    }
}

#[test]
fn a_mistake_is_placed_by_line_and_character_whatever_stands_before_it() {
    let dossier = Dossier::new();
    // Blank lines, a comma, quotation marks and a line end inside quotes, accents.
    let file =
        "T2,T1,B1\n\n\n\"é, \"\"oui\"\"\",\"deux\nlignes\",9\n\"a,b\",é,9\n12\" d'écran,,9\n";
    let output = dossier.collect("com-court", file);
    let (problems, _) = told(&output);
    let places: Vec<&str> = problems.lines().filter_map(|line| line.split(": B1").next()).collect();
    assert_eq!(
        places[..3],
        ["answers.csv:5:9", "answers.csv:6:9", "answers.csv:7:14"],
        "{problems}"
    );
}

#[test]
fn a_text_of_two_lines_or_with_a_stray_quotation_mark_is_words_like_others() {
    let dossier = Dossier::new();
    let output =
        dossier.collect("com-court", "B1,T1\n1,\"deux\nlignes\"\n2,12\" d'écran\n3,'ici\n");
    assert_eq!(told(&output), (String::new(), Some(0)));
    // What begins with the sign of a guarded text is guarded itself, so that nothing is lost.
    assert_eq!(dossier.rows(&["B1", "T1"]), ["1|deux lignes", "2|12\" d'écran", "3|''ici"]);
}

#[test]
fn identifiers_and_checks_of_the_file_are_ignored_whatever_they_are() {
    let dossier = Dossier::new();
    let output = dossier.collect("com-entree", "reponse_id,poste,controle,B1\nx,y,z,1\n");
    assert_eq!(told(&output), (String::new(), Some(0)));
    assert_eq!(dossier.rows(&["B1"]), ["1"]);
}

#[test]
fn an_escape_sequence_in_a_cell_never_reaches_the_terminal() {
    let dossier = Dossier::new();
    let output = dossier.collect("com-entree", "A1b,B1\n\u{1b}[2Jcherche,2\n");
    let (message, _) = told(&output);
    assert!(message.starts_with("answers.csv:2:1: A1b : « \u{fffd}[2Jcherche »"), "{message}");
}

#[test]
fn a_quotation_mark_never_closed_is_told_where_it_begins() {
    let dossier = Dossier::new();
    let output = dossier.collect("com-court", "B1,T1\n1,bien\n2,\"mal\n3,rien\n");
    let (problems, code) = told(&output);
    assert!(
        problems.starts_with("answers.csv:3:1: Un guillemet n'est jamais refermé.\n"),
        "{problems}"
    );
    assert_eq!(code, Some(1));
    assert_eq!(dossier.rows(&["B1"]), ["1"]);
}

#[test]
fn without_structure_and_contact_every_line_is_a_trial_and_a_trial_never_counts() {
    let dossier = Dossier::new();
    dossier.collect("com-entree", "B1,essai\n1,1\n2,0\n");
    assert_eq!(dossier.rows(&["B1", "structure", "site", "essai"]), ["2|Foyer|Bellevue|0"]);

    fs::remove_file(dossier.path("recueil.toml")).expect("removed");
    fs::create_dir(dossier.path("questionnaires")).expect("made");
    let output = dossier.collect("com-entree", "B1,essai\n3,0\n");
    assert!(said(&output).contains("ESSAI : ces lignes ne compteront pas."), "{}", said(&output));
    assert_eq!(dossier.rows(&["B1"]), ["2"]);
}

#[test]
fn a_locked_form_takes_no_answers_and_says_what_to_write() {
    let dossier = Dossier::new();
    let settings = fs::read_to_string(dossier.path("recueil.toml")).expect("settings");
    let locked = "Verrouillé : Une place pour chacun\n\n\
        Qui répond ici se fait connaître comme suivi pour sa santé psychique. Chaque ligne, même vide \
        de réponses, est une donnée de santé. Aucun de ces questionnaires ne peut donc commencer, même \
        en essai, avant ce qui suit.\n\n";
    let protection = "À faire : sceller les lignes (les chiffrer), pour que personne ne puisse les lire \
        sur cet ordinateur. Branchez une clé USB et lancez « recueil keys --into » avec son dossier. \
        Ou bien, par exception, les garder en clair : c'est une décision de la structure, écrivez-en \
        la raison, en une phrase.\n\n";
    let assessment = "À faire : l'analyse d'impact (AIPD), avec la personne chargée de la protection \
        des données. Une fois faite, écrivez sa date.\n\n";
    let write = format!(
        "À la fin de {}, écrivez ces lignes en les complétant. Puis ouvrez de nouveau Recueil.\n\n",
        dossier.path("recueil.toml").display()
    );
    let day = "[aipd]\n# le jour où l'analyse d'impact a été faite\nupc = \"AAAA-MM-JJ\"\n";
    let reason =
        "[en_clair]\n# seulement sans clés : pourquoi les lignes restent en clair\nupc = \"\"\n\n";
    let nothing_done = format!("{locked}{assessment}{protection}{write}{day}{reason}");
    for form in ["upc-entree", "upc-observation"] {
        assert_eq!(told(&dossier.collect(form, "UPC1\n3\n")), (nothing_done.clone(), Some(2)));
        assert_eq!(told(&dossier.run(&["collect", form])), (nothing_done.clone(), Some(2)));
    }

    let assessed = "[aipd]\nupc = \"2026-09-15\"\n";
    fs::write(dossier.path("recueil.toml"), format!("{settings}{assessed}")).expect("written");
    let one_done = format!("{locked}{protection}{write}{reason}");
    assert_eq!(told(&dossier.collect("upc-entree", "UPC1\n3\n")), (one_done, Some(2)));
    // The lines as they are proposed open nothing: they are to be completed.
    fs::write(dossier.path("recueil.toml"), format!("{settings}{day}{reason}")).expect("written");
    assert_eq!(dossier.collect("upc-entree", "UPC1\n3\n").status.code(), Some(1));
    assert!(!dossier.path("data").exists(), "nothing was written, not even a trial");

    let both = format!("{settings}{assessed}[en_clair]\nupc = \"Un coffre fermé à clé\"\n");
    fs::write(dossier.path("recueil.toml"), both).expect("written");
    // Of two sheets, the one that does not say that the person accepted stays out.
    let sheets = "UPC1,notice\n3,1-accord\n4,1\n";
    let consent = "answers.csv:3:3: Il faut que la personne ait accepté de répondre. Si elle l'a écrit \
        sur sa feuille, mettez 1-accord dans la colonne « notice ».\n\
        Une ligne refusée : elle n'est pas enregistrée.\n";
    assert_eq!(told(&dossier.collect("upc-entree", sheets)), (consent.to_owned(), Some(1)));
    assert_eq!(dossier.rows(&["UPC1", "essai"]), ["3|0"]);
}

#[test]
fn answers_of_minors_are_trials_until_parents_allow_it() {
    let dossier = Dossier::new();
    let output = dossier.collect("ker-enfant", "KERJ1_aime,essai\n3,0\n");
    assert_eq!(told(&output), (String::new(), Some(0)));
    let said = said(&output);
    let first = said.lines().next();
    assert_eq!(
        first,
        Some(
            "ESSAI : ces lignes ne compteront pas. Il manque l'autorisation parentale dans recueil.toml."
        )
    );
    assert_eq!(dossier.rows(&["KERJ1_aime"]), [""; 0]);
    assert_eq!(support::rows(dossier.path("data"), true, &["KERJ1_aime", "essai"]), ["3|1"]);

    let settings = fs::read_to_string(dossier.path("recueil.toml")).expect("settings");
    let allowed = format!("{settings}autorisation_parentale = true\n");
    fs::write(dossier.path("recueil.toml"), allowed).expect("written");
    dossier.collect("ker-enfant", "KERJ1_aime\n2\n");
    assert_eq!(dossier.rows(&["KERJ1_aime", "essai"]), ["2|0"]);
}

#[test]
fn a_trial_that_the_file_asks_for_is_not_laid_on_the_settings() {
    let output = Dossier::new().collect("com-entree", "B1,essai\n1,1\n");
    assert!(
        said(&output).starts_with("ESSAI : ces lignes ne compteront pas.\n"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_day_in_the_file_is_kept_no_finer_than_the_referentiel_allows() {
    let dossier = Dossier::new();
    let settings = fs::read_to_string(dossier.path("recueil.toml")).expect("settings");
    let open = format!("{settings}{}", support::OPEN);
    fs::write(dossier.path("recueil.toml"), open).expect("written");
    for (form, file) in [
        ("upc-entree", "UPC1,date,saisie,notice\n3,22/11/2026,2026-11-23,1-accord\n"),
        ("ig-eleve-entree", "IG4,date,saisie\n3,2026-11-22,23/11/2026\n"),
        ("ig-observation", "IG10_presents\n6\n"),
    ] {
        assert_eq!(told(&dossier.collect(form, file)), (String::new(), Some(0)), "{form}");
    }
    for cells in dossier.rows(&["date", "saisie", "cycle"]) {
        let [date, saisie, cycle] = cells.split('|').collect::<Vec<_>>()[..] else { panic!() };
        assert!(date == cycle && saisie == cycle, "{cells}");
    }
    assert_eq!(dossier.rows(&["date", "saisie"])[..2], ["2026-2027|2026-2027"; 2]);
}

#[test]
fn a_file_with_another_header_is_refused_and_named() {
    let dossier = Dossier::new();
    dossier.collect("com-entree", "B1\n1\n");
    let file = dossier.file().expect("a file");
    fs::write(&file, "nom\nAnne\n").expect("written");
    let output = dossier.collect("com-entree", "B1\n1\n");
    let (message, code) = told(&output);
    assert!(message.contains(&file.display().to_string()), "{message}");
    assert!(message.contains("son en-tête n'est pas celui de Recueil. Il n'a pas été touché."));
    assert_eq!(code, Some(2));
    assert_eq!(fs::read_to_string(&file).expect("text"), "nom\nAnne\n");
}

#[test]
fn the_command_line_tells_mistakes_in_the_language_of_the_person() {
    let dossier = Dossier::new();
    for (arguments, message, code) in [
        (
            &["chek"][..],
            "erreur : « chek » n'est pas compris ici.\nVouliez-vous dire « check » ?\nEssayez « recueil --help ».\n",
            2,
        ),
        (
            &["--lang", "en", "--plian"],
            "error: “--plian” is not understood here.\nDid you mean “--plain”?\nTry “recueil --help”.\n",
            2,
        ),
        (&["--lang", "de"], "« de » n'est pas une langue du programme. Langues : fr, en.\n", 2),
        (
            &["collect", "com-cour"],
            "Aucun questionnaire ne s'appelle « com-cour ».\nVouliez-vous dire « com-court » ?\nQuestionnaires : \
             com-court, com-entree, com-partenaire, com-carnet, com-recit, flsm-entree, flsm-sortie, flsm-benevole, \
             ig-eleve-entree, ig-eleve-sortie, ig-aine-entree, ig-aine-sortie, ig-observation, ker-entree, \
             ker-sortie, ker-suivi, ker-enfant, mqb-entree, mqb-sortie, mqb-suivi, pe-lecteur, pe-contributeur, \
             pe-structure, upc-entree, upc-sortie, upc-suivi, upc-observation, vlr-minute, vlr-habitue.\n",
            2,
        ),
        (
            &["collect", "--answers", "x.csv"],
            "Avec un fichier de réponses, dites pour quel questionnaire : recueil collect QUESTIONNAIRE --answers FICHIER.\n",
            2,
        ),
        (
            &["collect", "com-court", "--answers", "absent.csv"],
            "Impossible de lire absent.csv : No such file or directory (os error 2).\n",
            2,
        ),
    ] {
        let output = dossier.run(arguments);
        assert_eq!(told(&output), (message.to_owned(), Some(code)), "{arguments:?}");
    }
    let help = said(&dossier.run(&["collect", "--aide"]));
    assert!(help.contains("Usage : recueil collect [OPTIONS] [QUESTIONNAIRE]"), "{help}");
    assert!(help.contains("Arguments :\n") && help.contains("Cette aide"), "{help}");
    assert_eq!(said(&dossier.run(&["--version"])), "recueil 0.1.0\n");
}

#[test]
fn settings_that_cannot_be_read_are_told_with_their_place() {
    let dossier = Dossier::new();
    fs::write(dossier.path("recueil.toml"), "struture = \"Foyer\"\n").expect("written");
    let (message, code) = told(&dossier.run(&["check"]));
    assert_eq!(
        message,
        "erreur[E010]: « struture » n'est pas une clé connue ici\n \
         --> recueil.toml:1:1\n  |\n1 | struture = \"Foyer\"\n  | ^^^^^^^^\n  |\n  \
         = que faire: Vouliez-vous dire « structure » ?\n\n"
    );
    assert_eq!(code, Some(1));

    // What names a référentiel is known only once those at hand are.
    fs::write(dossier.path("recueil.toml"), "referentiels = [\"fslm\"]\n").expect("written");
    let (message, code) = told(&dossier.run(&[]));
    assert_eq!(
        message,
        "erreur[E024]: Le référentiel « fslm » : rien ne porte ce nom\n \
         --> recueil.toml:1:17\n  |\n1 | referentiels = [\"fslm\"]\n  |                 ^^^^^^\n  |\n  \
         = que faire: Vouliez-vous dire « flsm » ?\n\n"
    );
    assert_eq!(code, Some(1));
    // A référentiel of the dossier whose file is broken is known all the same: home says what is wrong.
    fs::create_dir(dossier.path("questionnaires")).expect("made");
    let broken = "[referentiel]\nid = \"le-notre\"\ntitle = 3\n";
    fs::write(dossier.path("questionnaires/nous.toml"), broken).expect("written");
    fs::write(dossier.path("recueil.toml"), "referentiels = [\"le-notre\"]\n").expect("written");
    let output = dossier.run(&["--plain"]);
    assert!(said(&output).contains("problèmes empêchent de lire"), "{}", said(&output));
}

#[test]
fn check_says_all_is_well_or_every_problem() {
    let dossier = Dossier::new();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/commun.toml");
    let output = dossier.run(&["check", &shipped.display().to_string()]);
    let well = "1 fichier vérifié, 5 questionnaires : aucun problème.\n";
    assert!(said(&output).starts_with(well), "{}", said(&output));
    assert_eq!(output.status.code(), Some(0));

    fs::write(dossier.path("faux.toml"), "[referentiel]\nid = 3.5\n").expect("written");
    let (message, code) = told(&dossier.run(&["check", "faux.toml"]));
    assert!(message.contains("faux.toml:2:6"), "{message}");
    assert!(message.ends_with("5 erreurs\n"), "{message}");
    assert_eq!(code, Some(1));
}

#[test]
fn the_machine_keeps_its_random_name_out_of_the_dossier() {
    let dossier = Dossier::new();
    dossier.collect("com-entree", "B1\n1\n");
    dossier.collect("com-entree", "B1\n2\n");
    let kept = fs::read_to_string(dossier.path("state/recueil/poste")).expect("a name");
    assert!(kept.len() == 8 && kept.bytes().all(|byte| byte.is_ascii_lowercase()), "{kept}");
    assert_eq!(
        dossier.rows(&[Meta::Poste.word(), "B1"]),
        [format!("{kept}|1"), format!("{kept}|2")]
    );
}
