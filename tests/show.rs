//! `recueil show`: a référentiel from its criteria to its answers, as lines and as a page, and the table of forms.
//! Never a screen: plain processes.

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use recueil::questionnaire::Library;
use support::program::program;
use tempfile::TempDir;

/// The shipped référentiels.
const IDS: [&str; 8] = ["commun", "flsm", "ig", "ker", "mqb", "pe", "upc", "vlr"];

/// A small référentiel: a criterion of its own and one in reserve, a question of each kind of use.
const SMALL: &str = r#"
[referentiel]
id = "bus"
titre = "Le bus numérique"
porteur = "L'association du bus"
version = 2
statut = "derive"
sources = ["https://example.org/bus"]
sensible = true
precision_date = "mois"
lieu.fr = "dans le bus"

[[critere]]
code = "BUS1"
registre = "B"
titre = "Se parler en chemin"
tronc_commun = "B2"
avis = { pour = 8, contre = 2, a_discuter = 1, phrase = "On se parle <déjà>" }

[[critere]]
code = "BUS2"
registre = "C"
titre = "Savoir où va le bus"
reserve = true

[[indicateur]]
code = "BUS1_parler"
critere = "BUS1"
titre = "part des personnes qui se parlent"
nature = "resultat"
mesure = "part"
questions = ["BUS1"]
favorable = ["oui"]

[[question]]
name = "BUS1"
type = "select_one ON"
label.fr = "Parlez-vous avec quelqu'un, ${lieu} ?"
nc.fr = "Je ne prends pas le bus"

[[question]]
name = "BUS2"
type = "text"
label.fr = "De quoi ?"
relevant = "${BUS1} = 'oui'"

[[question]]
name = "BUS3"
type = "integer"
label.fr = "Combien d'arrêts ?"
reserve = true

[[questionnaire]]
id = "bus-un"
version = 1
titre.fr = "Voyageurs"
role = "voyageur"
moment = "sortie"
age_minimum = 16
questions = ["BUS1", "BUS2", "B5", "T6"]
accepte.W124 = "le trajet est court"
"#;

/// What is said of it, written by hand from the file above and the common one.
const SHOWN: &str = "\
Le bus numérique (bus)
======================

Porteur : L'association du bus
Version : 2
Statut : dérivé d'informations publiques ; le texte d'origine du porteur n'a pas
  été retrouvé. Ce ne sont pas les mots du porteur.
Date des réponses : le mois, jamais le jour
Public sensible : le seul fait d'en être dit déjà quelque chose de privé
Contenu : 2 critères, 1 indicateur, 3 questions, 1 questionnaire

Sources :

- https://example.org/bus

Axe B : Lien social
===================

Critère BUS1 : Se parler en chemin
----------------------------------

Va avec le critère commun : B2 (Rencontres nouvelles, mixité)
Avis autour de la table : Pour : 8. À rediscuter : 1. Contre : 2.
Ce qui a été dit : « On se parle <déjà> »

Indicateurs
- BUS1_parler : part des personnes qui se parlent
    Nature : résultat (un changement direct)
    Mesure : part des personnes dont la réponse compte
    Réponses qui comptent : oui « Oui »
    Questions qui le nourrissent : BUS1

Questions
- BUS1 : Parlez-vous avec quelqu'un, dans le bus ?
    Réponses : oui « Oui » ; non « Non » ; NC « Je ne prends pas le bus »
    Posée dans : bus-un

Critère commun B5 : Reconnaissance, avoir sa place
--------------------------------------------------

Commun : ce critère est du référentiel commun ; des questionnaires d'ici posent
  de ses questions

Indicateurs
- B5_place : part des personnes qui se sentent à leur place ici
    Nature : résultat (un changement direct)
    Mesure : part des personnes dont la réponse compte
    Réponses qui comptent : 3 « Oui, un peu » ; 4 « Oui, tout à fait »
    Questions qui le nourrissent : B5

Questions
- B5 : Ici, vous sentez-vous à votre place ?
    Réponses : 1 « Non, pas du tout » ; 2 « Non, pas vraiment » ; 3 « Oui, un
      peu » ; 4 « Oui, tout à fait »
    Posée dans : bus-un, com-court, com-entree

Axe C : Expression, citoyenneté, territoire
===========================================

Critère BUS2 : Savoir où va le bus
----------------------------------

En réserve : rien de ce qui est posé ne le nourrit

Questions sans critère
======================

Elles ne nourrissent aucun indicateur.

Questions
- BUS2 : De quoi ?
    Réponses : quelques mots
    Posée dans : bus-un
- BUS3 : Combien d'arrêts ?
    Réponses : un nombre entier
    Posée dans : aucun questionnaire
    En réserve : gardée, dans aucun questionnaire
- T6 : Pouvons-nous recopier vos mots dans un bilan, sans dire qui vous êtes ?
    Réponses : oui « Oui » ; non « Non »
    Posée dans : bus-un, com-court, com-partenaire, com-recit

En réserve
==========

Gardé pour qui en voudrait : aucun questionnaire ne s'en sert.

- Le critère BUS2 : Savoir où va le bus
- La question BUS3 : Combien d'arrêts ?

Avertissements acceptés
=======================

- W124. Le questionnaire bus-un : le trajet est court

Questionnaires
==============

bus-un : Voyageurs
------------------

Version : 1
Pour qui : voyageur
Quand : sortie
Langues : fr
Âge : 16 ans et plus
Questions : 2 comptées, et 2 suites conditionnelles

Questions, dans leur ordre
1. BUS1 : Parlez-vous avec quelqu'un, dans le bus ?
2. BUS2 : De quoi ?
    Posée si : vous avez répondu « Oui » à la question 1
3. B5 : Ici, vous sentez-vous à votre place ?
4. T6 : Pouvons-nous recopier vos mots dans un bilan, sans dire qui vous êtes ?
    Posée si : vous avez écrit quelque chose
";

/// A dossier with a définition file of its own.
struct Dossier {
    folder: TempDir,
}

impl Dossier {
    fn with(text: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        fs::create_dir(folder.path().join("questionnaires")).expect("made");
        fs::write(folder.path().join("questionnaires/bus.toml"), text).expect("written");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        program(self.folder.path(), arguments)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn told(output: &Output) -> (String, Option<i32>) {
    (String::from_utf8(output.stderr.clone()).expect("UTF-8"), output.status.code())
}

#[test]
fn a_whole_référentiel_is_said_from_its_criteria_to_its_answers() {
    let output = Dossier::with(SMALL).run(&["montrer", "bus"]);
    assert_eq!(told(&output), (String::new(), Some(0)));
    assert_eq!(said(&output), SHOWN);
}

#[test]
fn every_shipped_référentiel_is_shown_whole_in_lines_of_eighty_columns_and_as_a_page() {
    let dossier = Dossier::with(SMALL);
    let library = Library::load(Vec::new());
    for id in IDS {
        let referentiel = library.referentiel(id).expect(id);
        let output = dossier.run(&["show", id]);
        assert_eq!(told(&output), (String::new(), Some(0)), "{id}");
        let lines = said(&output);
        for line in lines.lines().filter(|line| !line.starts_with("- http")) {
            assert!(line.chars().count() <= 80, "{id}: {line}");
        }
        let page = said(&dossier.run(&["show", id, "--html", "-"]));
        // Spaces that hold words together are spaces to who reads.
        let page = page.replace('\u{a0}', " ").replace("&#39;", "'");
        let words = lines.split_whitespace().collect::<Vec<_>>().join(" ");
        for text in [&lines, &page] {
            assert!(text.contains(&referentiel.head.titre), "{id}");
            assert!(text.contains("dérivé d'informations publiques"), "{id}");
        }
        let criteria = referentiel.criteres.iter().map(|it| (&it.code, &it.titre));
        let indicators = referentiel.indicateurs.iter().map(|it| (&it.code, &it.titre));
        for (code, titre) in criteria.chain(indicators) {
            let both = format!("{code} : {titre}");
            assert!(words.contains(&both) && page.contains(&both), "{id}: {both}");
        }
        for form in &referentiel.questionnaires {
            let mut number = 0;
            for question in &form.questions {
                let label = form.say(&question.label, "fr");
                let mut asked = format!("{} : {label}", question.name);
                if question.asks() {
                    number += 1;
                    asked = format!("{number}. {asked}");
                }
                assert!(words.contains(&asked) && page.contains(&asked), "{}: {asked}", form.id);
            }
        }
        for name in referentiel.reserve.iter().map(|(_, name)| name) {
            let kept = &words[words.find("Gardé pour qui en voudrait").expect(id)..];
            assert!(kept.contains(name), "{id}: {name}");
        }
        for accepted in &referentiel.accepted {
            assert!(words.contains(&accepted.raison), "{id}: {}", accepted.raison);
        }
    }
}

#[test]
fn the_common_référentiel_says_every_form_that_asks_its_questions() {
    let shown = said(&Dossier::with(SMALL).run(&["show", "commun"]));
    let at = shown.find("- A2c : ").expect("A2c");
    assert_eq!(
        shown[at..].lines().take(3).collect::<Vec<_>>().join("\n"),
        "- A2c : Ici, avez-vous fait une chose qui vous rend fier ou fière ?\n    \
         Réponses : oui « Oui » ; non « Non »\n    Posée dans : pe-contributeur"
    );
    assert!(!shown.contains("Critère commun"), "in its own page nothing is marked as common");
    let counted = "- S_ages : Combien de personnes…\n    \
                   Réponses : un nombre de personnes par ligne ; moins_de_12 « de moins de 12\n      \
                   ans ? » ; de_12_a_18";
    assert!(shown.contains(counted), "{shown}");
}

#[test]
fn a_page_is_one_accessible_file_that_fetches_nothing() {
    let page = said(&Dossier::with(SMALL).run(&["show", "bus", "--html", "-"]));
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"), "{page}");
    assert!(page.contains("<title>Le bus numérique (bus)</title>"));
    for needed in ["<h1>", "<h2>", "<h3>", "<caption>", "scope=\"col\"", "scope=\"row\"", "A4"] {
        assert!(page.contains(needed), "{needed}");
    }
    for fetched in ["<script", "<link", "<img", "src=", "url(", "@import", "<iframe"] {
        assert!(!page.contains(fetched), "{fetched}");
    }
    assert!(page.contains("<a href=\"https://example.org/bus\">"), "a source can be followed");
}

#[test]
fn hostile_words_are_only_read() {
    let hostile = SMALL
        .replace("Le bus numérique", "<script>alert(1)</script>\\u001b[2J\\u202e")
        .replace("https://example.org/bus", "javascript:alert(2)")
        .replace("De quoi ?", "</td><img src=x>");
    let dossier = Dossier::with(&hostile);
    let lines = said(&dossier.run(&["show", "bus"]));
    assert!(lines.starts_with("<script>alert(1)</script>[2J\u{fffd} (bus)\n"), "{lines}");
    let table = said(&dossier.run(&["show"]));
    assert!(!table.contains(['\u{1b}', '\u{202e}']), "{table}");
    let markdown = said(&dossier.run(&["show", "--markdown"]));
    assert!(!markdown.contains(['\u{1b}', '\u{202e}']) && !markdown.contains("<script"));
    let page = said(&dossier.run(&["show", "bus", "--html", "-"]));
    assert!(!page.contains(['\u{1b}', '\u{202e}']), "{page}");
    for obeyed in ["<script", "<img", "href=\"javascript"] {
        assert!(!page.contains(obeyed), "{obeyed}");
    }
    assert!(page.contains("&lt;/td&gt;&lt;img src=x&gt;"), "{page}");
}

#[test]
fn only_what_the_bearer_validated_is_said_to_be() {
    let validated = "statut = \"valide\"\nvalidation = { date = \"2026-06-12\", \
        parties_prenantes = [\"l'association\", \"la ville\"], nombre = 14 }";
    for (statut, wanted) in [
        (
            "statut = \"en_discussion\"",
            "Statut : en discussion avec le porteur : ce n'est pas encore son texte.\n",
        ),
        (
            validated,
            "Statut : Ce référentiel a été validé le 12 juin 2026 par l'association, la ville\n  \
             (14 personnes).\n",
        ),
    ] {
        let dossier = Dossier::with(&SMALL.replace("statut = \"derive\"", statut));
        let lines = said(&dossier.run(&["show", "bus"]));
        assert!(lines.contains(wanted) && !lines.contains("dérivé"), "{lines}");
    }
}

#[test]
fn an_unknown_référentiel_is_told_with_the_nearest() {
    let dossier = Dossier::with(SMALL);
    let expected = "Aucun référentiel ne s'appelle « flms ».\nVouliez-vous dire « flsm » ?\n\
                    Référentiels : commun, bus, flsm, ig, ker, mqb, pe, upc, vlr.\n";
    assert_eq!(told(&dossier.run(&["show", "flms"])), (expected.to_owned(), Some(2)));
}

#[test]
fn a_file_that_is_there_is_not_replaced_unasked() {
    let dossier = Dossier::with(SMALL);
    let file = dossier.path("bus.html");
    fs::write(&file, "précieux").expect("written");
    let (message, code) = told(&dossier.run(&["show", "bus", "--html", "bus.html"]));
    assert!(message.contains("bus.html existe déjà") && message.contains("--force"), "{message}");
    assert_eq!(code, Some(2));
    assert_eq!(fs::read_to_string(&file).expect("read"), "précieux");
    let output = dossier.run(&["show", "bus", "--html", "bus.html", "--force"]);
    assert_eq!(told(&output), (String::new(), Some(0)));
    assert!(said(&output).contains("bus.html"));
    let page = fs::read_to_string(&file).expect("read");
    assert_eq!(page, said(&dossier.run(&["show", "bus", "--html", "-"])));

    let (message, code) = told(&dossier.run(&["show", "bus", "--html", "absent/bus.html"]));
    assert!(message.contains("absent n'existe pas"), "{message}");
    assert_eq!(code, Some(2));
    assert!(!dossier.path("absent").exists(), "a folder typed wrongly is not made");
}

#[test]
fn the_table_of_forms_is_that_of_the_documentation_and_has_the_forms_of_the_disk() {
    let nothing = TempDir::new().expect("a folder");
    let output = program(nothing.path(), &["show", "--markdown"]).output().expect("it runs");
    assert_eq!(told(&output), (String::new(), Some(0)));
    let page = include_str!("../docs/formulaires.md");
    assert!(page.ends_with(&format!("\n\n{}", said(&output))), "write it again");

    let dossier = Dossier::with(SMALL);
    let table = said(&dossier.run(&["show"]));
    let at = table.find("bus : ").expect("the référentiel of the disk");
    assert_eq!(
        table[at..].lines().take(5).collect::<Vec<_>>().join("\n"),
        "bus : Le bus numérique (dérivé)\n\
         2 critères, 1 indicateur, 3 questions, 1 questionnaire\n\n\
         questionnaire    pour qui      quand     questions  suites  langues  âge\n\
         bus-un           voyageur      sortie            2       2  fr        16"
    );
    let carnet = "com-carnet       mediateur     ponctuel         20       0  fr en     18\n  \
                  Carnet de séances\n";
    assert!(table.contains(carnet), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn a_broken_file_is_missing_from_the_table_and_told() {
    let dossier = Dossier::with(&SMALL.replace("version = 2", ""));
    let output = dossier.run(&["show"]);
    assert!(said(&output).contains("com-court") && !said(&output).contains("bus-un"));
    let (message, code) = told(&output);
    assert!(message.contains("Il manque « version »"), "{message}");
    assert_eq!(code, Some(1));
}

#[test]
fn nobody_reading_any_more_is_no_fault() {
    let dossier = Dossier::with(SMALL);
    let mut command = dossier.command(&["show", "commun"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ends");
    assert_eq!(told(&output), (String::new(), Some(0)));
}

#[test]
fn what_does_not_go_together_is_told() {
    let dossier = Dossier::with(SMALL);
    for wrong in [
        &["show", "bus", "--markdown"][..],
        &["show", "--html", "x.html"],
        &["show", "--html", "x.html", "--markdown"],
    ] {
        assert_eq!(told(&dossier.run(wrong)).1, Some(2), "{wrong:?}");
    }
    assert!(!dossier.path("x.html").exists());
}
