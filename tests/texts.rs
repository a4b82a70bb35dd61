//! Open texts: read one by one before they are quoted, quoted without anybody behind them, forgotten
//! with their rows; and what groups said, which ends with their séances.
//! Never a terminal: the real program, with what is typed coming from a pipe.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use recueil::analysis::report::{Known, Sources, Trials};
use recueil::analysis::texts::{Reading, Texts};
use recueil::record::unguard;
use recueil::store::{Decision, Reread, Store};
use recueil::value::Meta;
use support::program::{run, told, typed};
use support::{form, today};
use tempfile::TempDir;

const SETTINGS: &str = "structure = \"Foyer\"\ncontact = \"l'accueil\"\nsite = \"Bellevue\"\n";

/// A dossier with answers typed from paper.
struct Dossier {
    folder: TempDir,
}

impl Dossier {
    fn new(form: &str, answers: &str) -> Self {
        let dossier = Self { folder: TempDir::new().expect("a folder") };
        fs::write(dossier.path("recueil.toml"), SETTINGS).expect("written");
        dossier.collect(form, answers);
        dossier
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn store(&self) -> Store {
        Store::new(self.path("data"), String::new())
    }

    fn collect(&self, form: &str, answers: &str) {
        fs::write(self.path("answers.csv"), answers).expect("written");
        let (said, wrong, code) = self.run(&["collect", form, "--answers", "answers.csv"]);
        assert!(code == Some(0), "{said}{wrong}");
        fs::remove_file(self.path("answers.csv")).expect("removed");
    }

    fn run(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        plain(told(&run(self.folder.path(), arguments)))
    }

    /// What is said by a command that must go well.
    fn does(&self, arguments: &[&str]) -> String {
        let (said, wrong, code) = self.run(arguments);
        assert_eq!((wrong.as_str(), code), ("", Some(0)), "{said}");
        said
    }

    /// Reads the texts, and types this.
    fn reads(&self, more: &[&str], lines: &str) -> String {
        let arguments = [&["report", "--texts"], more].concat();
        let (said, wrong, code) = plain(told(&typed(self.folder.path(), &arguments, lines)));
        assert_eq!((wrong.as_str(), code), ("", Some(0)), "{said}");
        said
    }

    /// Clears all texts of all rows, even those that nobody may quote; one that says «Jeanne» with that
    /// word masked, one that says «secret» not at all.
    fn clears_all(&self) {
        let store = self.store();
        let mut all = Vec::new();
        for trial in [false, true] {
            _ =
                store.standing(trial, |_, row| {
                    let id = row.meta(Meta::ReponseId).to_owned();
                    let names = row.names().zip(row.cells());
                    let texts = names.filter(|(_, cell)| cell.ends_with('.'));
                    all.extend(texts.map(|(name, cell)| {
                        (id.clone(), name.to_owned(), unguard(cell).to_owned())
                    }));
                });
        }
        for (id, question, text) in all {
            let decision = if text.contains("Jeanne") {
                Decision::Masked(text.replace("Jeanne", "[masqué]"))
            } else if text.contains("secret") {
                Decision::No
            } else {
                Decision::Whole
            };
            store.note_reread(&id, &question, &text, decision).expect("noted");
        }
    }

    /// The lines of a file of the dossier.
    fn lines(&self, name: &str) -> Vec<String> {
        let text = fs::read_to_string(self.path(name)).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    fn decisions(&self) -> usize {
        self.lines("data/textes-relus.csv").len().saturating_sub(1)
    }

    fn ids(&self) -> Vec<String> {
        support::rows(self.path("data"), false, &["reponse_id"])
    }
}

/// With plain spaces.
fn plain((said, wrong, code): (String, String, Option<i32>)) -> (String, String, Option<i32>) {
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    (plain(said), plain(wrong), code)
}

const ONE: &str = "R_avant,R_moment,R_maintenant,R_theme,T6,date,saisie\n\
    Je ne savais rien.,Jeanne m'a montré.,Mon numéro : 06 12 34 56 78,a2,oui,2026-10-05,2026-10-06\n";

const ASK: &str = "1 Citer tel quel, 2 Masquer des mots, 3 Ne pas citer, 4 Plus tard, 0 Arrêter : ";

const WORDS: &str = "Les mots à masquer, séparés par des virgules : ";

#[test]
fn texts_are_read_one_by_one_and_each_decision_is_kept_with_no_more_words_than_it_needs() {
    let dossier = Dossier::new("com-recit", ONE);
    let begin = "3 textes sont à relire. Les personnes veulent bien que leurs mots soient cités,\n\
        sans qu'on dise qui elles sont. Masquez ce qui le dirait, d'elles ou de\n\
        quelqu'un d'autre : un nom, une adresse, un métier, une maladie. Chaque décision\n\
        est gardée aussitôt.\n";
    let first = "\nTexte 1 sur 3\nAvant de venir ici, comment était-ce pour vous ? [Récit]\n\
        « Je ne savais rien. »\n";
    let second = "\nTexte 2 sur 3\nIci, que s'est-il passé ? [Récit]\n« Jeanne m'a montré. »\n";
    let third = "\nTexte 3 sur 3\nEt maintenant ? En mieux, en moins bien, ou pareil. [Récit]\n\
        « Mon numéro : 06 12 34 56 78 »\n\
        On dirait un numéro de téléphone. Mieux vaut ne pas l'écrire.\n";
    let said = dossier.reads(&[], "x\n&\n2\nPaul, Jeanne\njeanne\n1\n4\n");
    let expected = [
        begin,
        first,
        ASK,
        ASK,
        second,
        ASK,
        WORDS,
        "Ce n'est pas dans le texte : Paul\n",
        WORDS,
        "« [masqué] m'a montré. »\n1 Citer ainsi, 2 Masquer autrement : ",
        third,
        ASK,
        "\n2 textes sont décidés. Un texte attend encore.\n",
    ];
    assert_eq!(said, expected.concat());
    let id = dossier.ids().pop().expect("a row");
    // The digests are those of `printf '%s' TEXT | sha256sum`; the checks those of Python's zlib.crc32.
    let kept = dossier.lines("data/textes-relus.csv");
    let kept: Vec<&str> =
        kept.iter().map(|line| line.rsplit_once(',').expect("a check").0).collect();
    let rows = [
        "reponse_id,question,empreinte,rang,decision,texte".to_owned(),
        format!("{id},R_avant,24efd93b39ba6dd7,1,tel_quel,"),
        format!("{id},R_moment,5729c03c749dc9e2,1,masque,[masqué] m'a montré."),
    ];
    assert_eq!(kept, rows);

    // What waits comes back; what was decided only when it is asked for.
    let said = dossier.reads(&[], "3\n");
    assert!(said.starts_with("Un texte est à relire."), "{said}");
    assert!(said.ends_with("\nUn texte est décidé. Aucun n'attend plus.\n"), "{said}");
    assert_eq!(dossier.reads(&[], ""), "Aucun texte n'attend d'être relu.\n");
    let said = dossier.reads(&["--again"], "3\n0\n");
    let expected = [
        begin,
        first,
        "Décidé : citer tel quel.\n",
        ASK,
        second,
        "Décidé : citer ainsi, « [masqué] m'a montré. »\n",
        ASK,
        "\nUn texte est décidé de nouveau. Aucun n'attend.\n",
    ];
    assert_eq!(said, expected.concat());
    let first = &dossier.lines("data/textes-relus.csv")[1];
    assert!(first.contains("24efd93b39ba6dd7,2,non,,"), "{first}");
}

/// Five who agree, one who does not, one who does not say, and a trial.
const STORIES: &str = "R_avant,R_moment,R_maintenant,R_theme,T6,essai,date,saisie\n\
    Je ne savais rien.,Jeanne m'a montré.,J'ose.,a2,oui,0,2026-10-05,2026-10-06\n\
    ,On a ri.,,b1,oui,0,2026-10-05,2026-10-06\n\
    Rien.,,Mieux qu'avant.,a2,oui,0,2026-10-05,2026-10-06\n\
    Mon secret.,,,a2,oui,0,2026-10-05,2026-10-06\n\
    ,,Pareil.,,oui,0,2026-10-05,2026-10-06\n\
    Il refuse.,,,a2,non,0,2026-10-05,2026-10-06\n\
    Elle se tait.,,,a2,,0,2026-10-05,2026-10-06\n\
    Un essai.,,,a2,oui,1,2026-10-05,2026-10-06\n";

const TOLD: &str = "Ce que des personnes ont raconté, et qu'elles veulent bien voir cité\n";

#[test]
fn stories_are_quoted_where_the_person_agrees_and_somebody_cleared_them_and_trials_only_when_asked_for()
 {
    let dossier = Dossier::new("com-recit", STORIES);
    let none = "Il n'y a pas encore de récit à citer.\n\n\
        8 textes attendent d'être relus avant d'être cités : recueil report --texts\n";
    assert_eq!(dossier.does(&["report", "--recits"]), format!("{TOLD}{none}"));
    dossier.clears_all();
    let stories = "\n\
        Ce récit parle surtout… d'oser, de prendre confiance\n\
        \n\
        - Avant de venir ici, comment était-ce pour vous ?\n\
        \x20 « Je ne savais rien. »\n\
        - Ici, que s'est-il passé ?\n\
        \x20 « [masqué] m'a montré. »\n\
        - Et maintenant ? En mieux, en moins bien, ou pareil.\n\
        \x20 « J'ose. »\n\
        \n\
        - Avant de venir ici, comment était-ce pour vous ?\n\
        \x20 « Rien. »\n\
        - Et maintenant ? En mieux, en moins bien, ou pareil.\n\
        \x20 « Mieux qu'avant. »\n";
    let laughed = "\n\
        Ce récit parle surtout… de voir du monde\n\
        \n\
        - Ici, que s'est-il passé ?\n\
        \x20 « On a ri. »\n\
        \n\
        Sans titre\n\
        \n\
        - Et maintenant ? En mieux, en moins bien, ou pareil.\n\
        \x20 « Pareil. »\n";
    assert_eq!(dossier.does(&["report", "--recits"]), format!("{TOLD}{stories}{laughed}"));
    let with_trial = "\n- Avant de venir ici, comment était-ce pour vous ?\n  « Un essai. »\n";
    let said = dossier.does(&["report", "--recits", "--essai"]);
    assert_eq!(said.replace(with_trial, ""), format!("{TOLD}{stories}{laughed}"));
    assert!(said.contains(with_trial), "{said}");
    for refused in ["--diffusion", "--html"] {
        let more: &[&str] = if refused == "--html" { &["page.html"] } else { &[] };
        let (_, _, code) = dossier.run(&[&["report", "--recits", refused], more].concat());
        assert_eq!(code, Some(2), "{refused}");
    }
}

#[test]
fn among_four_nobody_is_quoted() {
    let four: Vec<&str> = STORIES.lines().take(5).collect();
    let dossier = Dossier::new("com-recit", &(four.join("\n") + "\n"));
    dossier.clears_all();
    let said = format!(
        "{TOLD}Il n'y a pas encore de récit à citer.\n\n\
         6 textes relus ne sont pas cités : moins de 5 personnes ont répondu.\n"
    );
    assert_eq!(dossier.does(&["report", "--recits"]), said);
}

/// So many answers in words to the short form, each of somebody who agrees.
fn answers(count: usize) -> String {
    let said = |number| match number {
        1 => "=Jeanne aide.".to_owned(),
        _ => format!("Idée {number:02}."),
    };
    let lines = (1..=count).map(|number| said(number) + ",oui,lundi,2026-10-05,2026-10-06\n");
    std::iter::once("T2,T6,groupe,date,saisie\n".to_owned()).chain(lines).collect()
}

#[test]
fn a_report_quotes_by_question_beside_nothing_else_and_never_to_anybody() {
    let dossier = Dossier::new("com-court", &answers(5));
    dossier.clears_all();
    let heading = "Avec leurs mots : des réponses que des personnes veulent bien voir citées\n";
    let quotes = "\nQu'est-ce qu'il faudrait changer ici ? [Questionnaire court]\n\
        - « =[masqué] aide. »\n- « Idée 02. »\n- « Idée 03. »\n- « Idée 04. »\n- « Idée 05. »\n";
    let report = dossier.does(&["report", "--by", "groupe"]);
    let (_, words) = report.split_once(heading).expect("a heading");
    assert_eq!(words, quotes);
    let page = dossier.does(&["report", "--html", "-"]);
    assert_eq!(page.matches("Idée 03.").count(), 1, "{page}");
    // The sheet of the season has the first, and the words have a place of their own.
    assert_eq!(page.matches("=[masqué] aide.").count(), 2, "{page}");
    assert!(page.contains("<section id=\"paroles\"") && !page.contains("Jeanne"));
    for more in [&["--diffusion"][..], &["--diffusion", "--html", "-"]] {
        let told = dossier.does(&[&["report"], more].concat());
        assert!(!told.contains("Idée") && !told.contains("masqué"), "{told}");
    }

    // Of a row that goes nothing is quoted, and nothing is kept of what was decided.
    let id = fs::read_to_string(dossier.path("data/textes-relus.csv")).expect("decisions");
    let line = id.lines().find(|line| line.contains("masque")).expect("a masked one");
    let (id, _) = line.split_once(',').expect("cells");
    let (said, ..) = dossier.run(&["withdraw", "--id", id, "--oui"]);
    assert!(said.contains("\n- un texte relu, et ce qui en a été décidé\n"), "{said}");
    assert_eq!(dossier.decisions(), 4);
    let left = "\n4 textes relus ne sont pas cités : moins de 5 personnes ont répondu.\n";
    assert!(dossier.does(&["report"]).ends_with(left));
}

#[test]
fn an_answer_that_was_changed_since_must_be_read_again() {
    let dossier = Dossier::new("com-court", &answers(5));
    dossier.clears_all();
    let file = dossier.store().row_files(false).pop().expect("rows");
    let text = fs::read_to_string(&file).expect("rows");
    fs::write(&file, text.replace("Idée 03.", "Idée de Paul.")).expect("written");
    let (said, _, code) = dossier.run(&["report"]);
    assert_eq!(code, Some(1));
    assert!(!said.contains("Paul"), "{said}");
    let left = "- « Idée 05. »\n\nUn texte attend d'être relu avant d'être cité : recueil report --texts\n";
    assert!(said.ends_with(left), "{said}");
}

#[test]
fn what_goes_to_the_city_is_quoted_from_eleven_on_in_a_table_of_its_own() {
    let dossier = Dossier::new("com-court", &answers(10));
    dossier.clears_all();
    let said = dossier.does(&["send", "--to", "dix", "--oui"]);
    assert!(!said.contains("textes.csv"), "{said}");
    assert!(!dossier.path("dix/textes.csv").exists());
    let last = answers(11);
    let rows =
        [&last[..=last.find('\n').expect("a line")], "Idée 11.,oui,lundi,2026-10-05,2026-10-06\n"];
    dossier.collect("com-court", &rows.concat());
    dossier.clears_all();
    let said = dossier.does(&["send", "--to", "onze", "--oui"]);
    let leaves = "11 textes relus partent aussi, à part des lignes, dans textes.csv : les personnes \
        veulent bien être citées.\n";
    assert!(said.contains(leaves), "{said}");
    assert!(said.contains("- les textes libres, hors ceux de textes.csv (11 personnes"), "{said}");
    let first = "commun,com-court,T2,Qu'est-ce qu'il faudrait changer ici ?,,,";
    let mut table = vec!["referentiel,questionnaire,question,libelle,recit,sujet,texte".to_owned()];
    table.push(format!("{first}'=[masqué] aide."));
    table.extend((2..=11).map(|number| format!("{first}Idée {number:02}.")));
    assert_eq!(dossier.lines("onze/textes.csv"), table);
    // Whoever gathers it takes the rows, and is not told of a foreign file.
    let gathered = dossier.does(&["gather", "onze", "--into", "ville"]);
    assert!(!gathered.contains("textes.csv"), "{gathered}");
}

#[test]
fn where_being_there_says_something_already_nobody_is_quoted() {
    let dossier = Dossier { folder: TempDir::new().expect("a folder") };
    let settings =
        format!("{SETTINGS}[aipd]\nupc = \"2026-09-15\"\n[en_clair]\nupc = \"Un coffre.\"\n");
    fs::write(dossier.path("recueil.toml"), settings).expect("written");
    let mut rows = "T1,T6,essai,notice,date,saisie\n".to_owned();
    rows.extend(std::iter::repeat_n("Bien.,oui,1,1-accord,2026-10-05,2026-10-06\n", 12));
    dossier.collect("upc-suivi", &rows);
    assert_eq!(dossier.reads(&["--essai"], ""), "Aucun texte n'attend d'être relu.\n");
    dossier.clears_all();
    let (said, ..) = dossier.run(&["report", "--essai"]);
    assert!(said.contains("12") && !said.contains("Bien."), "{said}");
}

#[test]
fn decisions_are_gathered_with_the_rows_and_forgotten_with_them() {
    let dossier = Dossier::new("com-court", &answers(6));
    dossier.clears_all();
    let arguments = ["gather", ".", "--into", "reunion"];
    dossier.run(&arguments);
    let of_set = |name: &str| dossier.lines(&format!("reunion/data/{name}"));
    let sorted = |lines: Vec<String>| lines.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(sorted(of_set("textes-relus.csv")), sorted(dossier.lines("data/textes-relus.csv")));
    let quoted = |place: &str| dossier.does(&["report", place]).matches(". »").count();
    assert_eq!(quoted("reunion"), 6);
    let gone = dossier.ids()[0].clone();
    dossier.run(&["withdraw", "--id", &gone, "--oui"]);
    dossier.run(&arguments);
    assert_eq!(of_set("textes-relus.csv").len(), 6);
    assert!(!of_set("textes-relus.csv").iter().any(|line| line.starts_with(&gone)));
    assert_eq!(quoted("reunion"), 5);
}

#[test]
fn what_a_group_said_ends_with_its_seance_and_is_not_brought_back() {
    let dossier = Dossier::new("com-court", &answers(1));
    let id = "00000000-0000-4000-8000-00000000000a";
    let folder = dossier.path("data/flsm/miroir");
    fs::create_dir_all(&folder).expect("a folder");
    let columns = recueil::record::Apart::Miroir.columns();
    let cells = |text: &str| {
        let mut cells: Vec<String> = columns.iter().map(|_| String::new()).collect();
        let mut set = |name: &str, cell: &str| {
            let at = columns.iter().position(|column| *column == name).expect(name);
            cell.clone_into(&mut cells[at]);
        };
        for (name, cell) in [
            ("seance_id", id),
            ("referentiel", "flsm"),
            ("questionnaire", "flsm-sortie"),
            ("version", "1"),
            ("empreinte", form("flsm-sortie").short_fingerprint()),
            ("cycle", "2001-2002"),
            ("date", "2002-06-05"),
            ("saisie", "2002-06-05"),
            ("essai", "0"),
            ("texte", text),
        ] {
            set(name, cell);
        }
        cells.pop();
        cells.push(recueil::record::controle(cells.iter().map(String::as_str)));
        cells.join(",")
    };
    let text = format!("{}\n{}\n", columns.join(","), cells("On ose."));
    let file = folder.join(format!("{}.abcdefgh.csv", form("flsm-sortie").stem()));
    fs::write(&file, &text).expect("written");
    assert!(dossier.does(&["report"]).ends_with("- « On ose. »\n"));
    fs::create_dir_all(dossier.path("vieux/data/flsm/miroir")).expect("a folder");
    let old = dossier.path("vieux/data/flsm/miroir").join(file.file_name().expect("a name"));
    fs::copy(&file, old).expect("copied");

    let (said, wrong, code) = dossier.run(&["purge", "--oui"]);
    assert_eq!((wrong.as_str(), code), ("", Some(0)), "{said}");
    let due = "\n- saison 2001-2002, une séance à effacer : son carnet, ses votes, et ce que le \
        groupe a dit au miroir (durée de garde : 24 mois après la fin de la saison).\n";
    assert!(said.contains(due), "{said}");
    let done = "C'est fait. Réponses effacées : 0 ; séances effacées : 1 ; saisons closes : 0 ; \
        brouillons effacés : 0.\n";
    assert!(said.ends_with(done), "{said}");
    assert_eq!(dossier.lines("data/retraits.csv")[1].split(',').next(), Some(id));
    let is_said = |folder: &Path| {
        let files = [folder.join("flsm/miroir")].into_iter().filter_map(|it| fs::read_dir(it).ok());
        let texts = files.flatten().flatten().map(|it| fs::read_to_string(it.path()));
        texts.flatten().any(|text| text.contains("On ose."))
    };
    assert!(!is_said(&dossier.path("data")));
    dossier.run(&["gather", ".", "vieux", "--into", "reunion"]);
    assert!(!is_said(&dossier.path("reunion/data")));
    // Even before the line is gone, nobody is told what it says.
    fs::write(&file, &text).expect("written");
    assert!(!dossier.does(&["report"]).contains("On ose."));
}

#[test]
fn texts_come_a_few_at_a_time_and_each_of_them_once() {
    let dossier = Dossier::new("com-court", &answers(23));
    let store = dossier.store();
    let short = form("com-court");
    let form_of = |_: &Path| Some(std::sync::Arc::clone(&short));
    let known = Known { catalogue: &[], form_of: &form_of };
    let report = support::told(&store, &[std::sync::Arc::clone(&short)], &today());
    let rows = Sources { stores: &[&store], only: None };
    let texts = Texts { told: &report, rows, trials: Trials::Out, known };
    let reread = Reread::default();
    let (mut seen, mut last) = (Vec::new(), None);
    loop {
        let (waiting, next) = texts.unread(&reread, Reading::Waiting, 5, last.as_ref());
        assert_eq!(waiting, 23);
        assert!(next.len() <= 5);
        let Some(end) = next.last() else { break };
        last = Some(end.turn());
        seen.extend(next.into_iter().map(|unread| unread.text));
    }
    seen.sort();
    let mut all: Vec<String> = (2..=23).map(|number| format!("Idée {number:02}.")).collect();
    all.insert(0, "=Jeanne aide.".to_owned());
    assert_eq!(seen, all);
}
