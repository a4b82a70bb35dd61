//! `recueil atelier`: what people around a table decide, the version written of it, paper before and after.
//! Never the words of the program as their own proof: versions are compared with files written by hand.

mod support;

use std::fs;
use std::path::Path;
use std::process::Output;

use recueil::app::App;
use recueil::locale::Locale;
use recueil::questionnaire::{
    Atelier, Cause, Decision, Library, Source, Statut, Written, load, next_version,
};
use support::program::{run, told};
use support::speech::talk;
use support::{Person, Still, library_of, places, settings, shows_at};
use tempfile::TempDir;

const GARDEN: &str = include_str!("fixtures/atelier/jardin.toml");

/// What is typed around the table on the first day: the first criterion is said otherwise, and so is its
/// question; the second goes with its own; one is added; the next version is under discussion.
const FIRST_DAY: &str = "1\n\
    5\n8\n1\n2\nOn veut \"tous\" oser <b>\n\
    3\n1\nCette année, avez-vous montré vos photos ?\n\
    2\nOser montrer\n\
    1\n\
    4\n2\n\
    2\nSavoir accueillir\n2\n\
    1\nparticipants, mairie\n9\n1\n";

/// On the second day everything is kept, and it is validated.
const SECOND_DAY: &str = "1\n1\n1\n2\nparticipants, mairie, voisins\n11\n1\n";

/// A dossier with the garden in it.
fn garden() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
    fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    fs::create_dir(folder.path().join("questionnaires")).expect("a folder");
    write(&folder, "questionnaires/jardin.toml", GARDEN);
    folder
}

fn write(folder: &TempDir, name: &str, text: &str) {
    fs::write(folder.path().join(name), text).expect("written");
}

fn file(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The lines of a text, but for the day it is.
fn without_day(text: &str) -> String {
    let today = text.split("date = \"").nth(1).and_then(|rest| rest.get(..10));
    today.map_or_else(|| text.to_owned(), |day| text.replace(day, "AUJOURDHUI"))
}

fn said(output: &Output) -> String {
    let (said, wrong, code) = told(output);
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    said
}

fn collects(folder: &TempDir, answers: &str) {
    write(folder, "answers.csv", answers);
    said(&run(folder.path(), &["collect", "jardin-bilan", "--answers", "answers.csv"]));
}

/// The next version of the garden, these things being decided.
fn next(decide: impl FnOnce(&mut Atelier), statut: Statut) -> Result<String, Vec<Cause>> {
    next_of(GARDEN, decide, statut)
}

fn next_of(
    text: &str,
    decide: impl FnOnce(&mut Atelier),
    statut: Statut,
) -> Result<String, Vec<Cause>> {
    let core = Library::load(Vec::new()).core();
    let source = Source { name: "jardin.toml".into(), text: text.to_owned() };
    let mut atelier = Atelier::new("jardin", 1);
    atelier.date = String::from("2026-11-23");
    decide(&mut atelier);
    let written = Written { statut, comment: "Ajouté".to_owned() };
    let next = next_version(&source, Some(&core), &atelier, &written);
    next.map(|next| next.text)
        .map_err(|problems| problems.into_iter().map(|problem| problem.cause).collect())
}

#[test]
fn a_referentiel_is_derived_discussed_validated_and_used_for_two_versions_of_data() {
    let folder = garden();
    collects(
        &folder,
        "JAR1,JAR1_lieu,JAR2\noui,oui,3\nnon,non,2\noui,non,1\noui,oui,1\nnon,oui,0\noui,oui,4\n",
    );

    let (first, code) = talk(folder.path(), &["atelier", "jardin", "--plain"], FIRST_DAY);
    assert_eq!(code, Some(0), "{first}");
    assert!(first.contains("La version 2 est écrite."), "{first}");
    assert!(
        first.contains("« En fin de saison » : une partie des réponses se compare."),
        "{first}"
    );
    let written = file(&folder, "questionnaires/jardin.toml");
    assert_eq!(written, include_str!("fixtures/atelier/jardin.v2.toml"));
    assert_eq!(file(&folder, "questionnaires/anciens/jardin.v1.toml"), GARDEN);

    let (second, code) = talk(folder.path(), &["atelier", "jardin", "--plain"], SECOND_DAY);
    assert_eq!(code, Some(0), "{second}");
    assert!(second.contains("« En fin de saison » : toutes les réponses se comparent"), "{second}");
    assert_eq!(
        without_day(&file(&folder, "questionnaires/jardin.toml")),
        include_str!("fixtures/atelier/jardin.v3.toml")
    );
    assert_eq!(file(&folder, "questionnaires/anciens/jardin.v2.toml"), written);
    said(&run(folder.path(), &["check", "questionnaires"]));

    collects(&folder, "JAR1,JAR1_lieu\noui,oui\nnon,non\noui,non\noui,oui\nnon,oui\noui,oui\n");
    let changes = said(&run(
        folder.path(),
        &["diff", "questionnaires/anciens/jardin.v1.toml", "questionnaires/jardin.toml"],
    ));
    assert!(changes.contains("jardin-bilan : en partie (JAR1 si le sens est le même"), "{changes}");

    // Of twelve people: six were asked each wording, all of them the question that stayed as it was.
    let report = said(&run(folder.path(), &["report"])).replace('\u{a0}', " ");
    let part = report.split("Critère : Oser montrer").nth(1).expect("the criterion, as it is now");
    let part = part.split("Comment ces chiffres").next().unwrap_or_default();
    assert_eq!(part, include_str!("fixtures/atelier/report.txt"), "{report}");
    assert!(report.contains("Jardin partagé\n"), "no more derived: {report}");
}

#[test]
fn the_minute_says_who_by_role_what_was_decided_and_what_compares() {
    let folder = garden();
    let none = run(folder.path(), &["atelier", "jardin", "--minute", "-"]);
    let (_, wrong, code) = told(&none);
    assert_eq!(code, Some(2));
    assert!(wrong.contains("Aucun atelier"), "{wrong}");
    talk(folder.path(), &["atelier", "jardin", "--plain"], FIRST_DAY);
    let page = said(&run(folder.path(), &["atelier", "jardin", "--minute", "-"]));
    let page = page.replace(['\u{a0}', '\u{202f}'], " ");
    for words in [
        "participants, mairie",
        "version 1 discutée, version 2 écrite : en discussion",
        "gardé, dit autrement : « Oser montrer »",
        "retiré, avec les questions qui ne servent qu&#39;à lui",
        "On veut &quot;tous&quot; oser &lt;b&gt;",
        "<li>Savoir accueillir</li>",
        "une partie des réponses se compare",
        "À ne comparer que si elle veut toujours dire la même chose",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(!page.contains("<b>") && !page.contains("<script"), "{page}");
}

#[test]
fn an_untouched_file_only_gets_its_next_version_and_status() {
    let expected = GARDEN.replace(
        "version = 1 # la première\nstatut = \"derive\"",
        "version = 2 # la première\nstatut = \"en_discussion\"",
    );
    assert_eq!(next(|_| {}, Statut::EnDiscussion), Ok(expected));
}

#[test]
fn a_criterion_that_goes_leaves_its_questions_unless_asked() {
    let kept = next(
        |atelier| atelier.of_mut("JAR2").decision = Some(Decision::Remove),
        Statut::EnDiscussion,
    )
    .expect("a version");
    assert!(kept.contains("name = \"JAR2\"") && kept.contains("  \"JAR2\",\n"), "{kept}");
    assert!(!kept.contains("code = \"JAR2\"") && !kept.contains("JAR2_paniers"), "{kept}");
    assert!(
        kept.contains("# ---- Indicateurs ----") && !kept.contains("personne n'en est"),
        "{kept}"
    );
    assert!(
        kept.contains("id = \"jardin-bilan\"\nversion = 1\n"),
        "the form asks the same: {kept}"
    );
}

#[test]
fn a_question_that_a_condition_names_stays_even_where_its_criterion_goes() {
    let text = GARDEN.replace(
        "label.fr = \"Venez-vous à pied ?\"",
        "label.fr = \"Venez-vous à pied ?\"\nrelevant = \"${JAR1} = 'oui'\"",
    );
    let decide = |atelier: &mut Atelier| {
        atelier.of_mut("JAR1").decision = Some(Decision::RemoveAll);
    };
    let made = next_of(&text, decide, Statut::EnDiscussion).expect("a version");
    assert!(made.contains("name = \"JAR1\""), "{made}");
}

#[test]
fn words_typed_around_the_table_are_only_words_in_the_file() {
    for words in
        ["a\"b", "a\\b", "fin\"\n[[critere]]", "\u{1b}[2J'''", "é 👩\u{200d}👧 #", "]]\"\"\""]
    {
        let decide = |atelier: &mut Atelier| {
            let examined = atelier.of_mut("JAR1");
            examined.titre = Some(words.to_owned());
            examined.avis.phrase = words.to_owned();
            atelier.reword("JAR1", &format!("{words} ?"));
            atelier.ajouts.push(recueil::questionnaire::Added {
                titre: words.to_owned(),
                registre: "B".to_owned(),
            });
        };
        let core = Library::load(Vec::new()).core();
        let text = next(decide, Statut::EnDiscussion).expect(words);
        let source = Source { name: "jardin.toml".into(), text: text.clone() };
        let read = load(&source.into(), Some(&core)).expect("a file that loads");
        assert_eq!(read.criteres.len(), 3, "{text}");
        assert!(text.contains("# ---- Questions ----"), "{text}");
    }
}

#[test]
fn a_version_that_could_not_be_loaded_is_not_made() {
    let decide = |atelier: &mut Atelier| {
        atelier.ajouts.push(recueil::questionnaire::Added {
            titre: "Sans famille".to_owned(),
            registre: "Z9".to_owned(),
        });
    };
    let causes = next(decide, Statut::EnDiscussion).expect_err("no such family");
    assert!(matches!(causes.as_slice(), [Cause::UnknownName { .. }]), "{causes:?}");
}

#[test]
fn what_was_decided_is_taken_up_another_day_and_a_broken_file_of_it_is_left_alone() {
    let folder = garden();
    let (_, code) =
        talk(folder.path(), &["atelier", "jardin", "--plain"], "1\n5\n8\n1\n2\nOui\n1\n");
    assert_eq!(code, Some(0), "the lines ended");
    let (again, _) = talk(folder.path(), &["atelier", "jardin", "--plain"], "1\n");
    assert!(again.contains("Critères décidés : 1 sur 2.\n1. Reprendre"), "{again}");
    assert!(again.contains("Critère 2 sur 2.\nRécolter."), "{again}");
    assert_eq!(file(&folder, "questionnaires/jardin.toml"), GARDEN, "nothing is written yet");
    for broken in ["ceci n'est pas", "referentiel = 3", "nom = \"Paul\"", "\u{0}"] {
        write(&folder, "ateliers/jardin.v1.toml", broken);
        let output = run(folder.path(), &["atelier", "jardin", "--plain"]);
        let (_, wrong, code) = told(&output);
        assert_eq!(code, Some(2), "{broken}");
        assert!(wrong.contains("ateliers/jardin.v1.toml"), "{wrong}");
        assert_eq!(file(&folder, "ateliers/jardin.v1.toml"), broken);
    }
}

#[test]
fn cards_are_four_or_eight_a_sheet_with_blank_ones_and_each_says_that_it_is_an_offer() {
    let folder = garden();
    for (arguments, sheets, cards, blank) in [
        (&["--cards", "-"][..], 2, 8, 6),
        (&["--cards", "-", "--per-page", "8", "--blank", "3"][..], 1, 8, 6),
        (&["--cards", "-", "--blank", "0"][..], 1, 4, 2),
    ] {
        let page = said(&run(folder.path(), &[&["atelier", "jardin"][..], arguments].concat()));
        let count = |words: &str| page.matches(words).count();
        assert_eq!(count("<section class=\"sheet"), sheets, "{arguments:?}");
        assert_eq!(count("<article class=\"card\">"), cards, "{arguments:?}");
        assert_eq!(count("Carte vierge"), blank, "{arguments:?}");
        assert_eq!(count("Proposition dérivée d&#39;informations publiques"), 2, "{arguments:?}");
        assert_eq!(count("class=\"dot\""), cards * 3 * 12, "{arguments:?}");
        assert!(page.contains("<h2>Oser montrer ce qu&#39;on fait</h2>"), "{page}");
    }
}

#[test]
fn the_wall_shows_one_criterion_a_screen() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        let locale = Locale::new("fr");
        let library = std::rc::Rc::new(library_of(GARDEN));
        let home = places();
        let mut app = App::new(Box::new(Still::default()), locale, &library, settings(), home);
        app.open_atelier("jardin", Atelier::new("jardin", 1));
        let person = Person::before(app, columns, rows);
        shows_at("atelier", (columns, rows), person, "<enter>");
        let mut app =
            App::new(Box::new(Still::default()), Locale::new("fr"), &library, settings(), places());
        app.open_atelier("jardin", Atelier::new("jardin", 1));
        let mut person = Person::before(app, columns, rows);
        person.types("<enter>");
        person.types_until("<enter>", "Récolter");
        person.types("<esc>").sees_words("Notre référentiel");
        let decided = person.disk.borrow().meeting.clone().expect("kept");
        assert_eq!(decided.decision("JAR1"), Some(Decision::Keep));
        assert_eq!(decided.date, "2026-11-22");
    }
}

#[test]
fn nobody_validates_what_was_never_discussed() {
    assert_eq!(Atelier::next_statuts(Statut::Derive), [Statut::EnDiscussion]);
    let folder = garden();
    let (said, _) = talk(folder.path(), &["atelier", "jardin", "--plain"], "1\n1\n1\n");
    assert!(said.contains("1. Écrire la version 2, en discussion\n2. Ajouter"), "{said}");
    // And under discussion, only once each criterion is decided.
    write(
        &folder,
        "questionnaires/jardin.toml",
        &GARDEN.replace("\"derive\"", "\"en_discussion\""),
    );
    fs::remove_dir_all(folder.path().join("ateliers")).expect("removed");
    let (said, _) = talk(folder.path(), &["atelier", "jardin", "--plain"], "3\n");
    assert!(said.contains("1. Écrire la version 2, en discussion\n2. Ajouter"), "{said}");
}

#[test]
fn an_unknown_referentiel_is_told_with_the_nearest() {
    let folder = garden();
    let (_, wrong, code) = told(&run(folder.path(), &["atelier", "jardn"]));
    assert_eq!(code, Some(2));
    assert!(wrong.contains("jardin"), "{wrong}");
    assert!(!Path::new("ateliers").exists());
}
