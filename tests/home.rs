//! Home, and what it leads to: the sheets of the day, their correction, the copy on a stick.
//! Never on a real disk: that is tried with the program itself.

mod support;

use std::rc::Rc;
use std::sync::Arc;

use recueil::analysis::PastSeance;
use recueil::analysis::mirror::Saying;
use recueil::analysis::stories::{Story, Theme};
use recueil::analysis::texts::Quoted;
use recueil::app::{Effect, Settings};
use recueil::questionnaire::Source;
use recueil::record::{Counts, Metadata, Record};
use recueil::session::Session;
use recueil::store::{Action, Reason};
use recueil::value::{Date, Meta, Missing};
use support::{Person, form, settings_and, shows};

/// A structure that uses one référentiel.
fn one(columns: u16, rows: u16) -> Person<'static> {
    Person::of(settings_and("referentiels = [\"flsm\"]\n"), columns, rows)
}

/// The same, once two people have answered on arriving, one of them not to the end.
fn used(columns: u16, rows: u16) -> Person<'static> {
    let mut person = one(columns, rows);
    let form = form("flsm-entree");
    for (sheet, is_whole) in [("2", false), ("1", true)] {
        let mut session = Session::new(Arc::clone(&form));
        while is_whole && session.question().is_some() {
            session.confirm(Missing::SansReponse).expect("a question passed");
        }
        let finished = session.finish().unwrap_or_else(|| session.interrupt());
        let mut metadata = Metadata::new(&form);
        let today = Date::constant(2026, 11, 22);
        metadata.date(today, today);
        for (meta, value) in [
            (Meta::ReponseId, format!("00000000-0000-4000-8000-00000000000{sheet}")),
            (Meta::Essai, "0".to_owned()),
            (Meta::Feuille, sheet.to_owned()),
            (Meta::Groupe, "mardi".to_owned()),
        ] {
            metadata.set(meta, &value).expect("a cell");
        }
        person.disk.borrow_mut().rows.push(Record::new(&finished, metadata));
    }
    let lately = PastSeance {
        date: "2026-11-17".to_owned(),
        form: form.id.clone(),
        group: "mardi".to_owned(),
        counts: Counts { present: 8, answered: 5, refused: 1, left: 1, absent: 2 },
        trial: false,
    };
    let tried = PastSeance {
        date: "2026-10".to_owned(),
        group: String::new(),
        trial: true,
        ..lately.clone()
    };
    person.disk.borrow_mut().seances = vec![lately, tried];
    let disk = Rc::clone(&person.disk);
    person.app.carry_out(vec![Effect::Count], &mut |effect| disk.borrow_mut().perform(effect));
    // The screen is drawn again.
    person.types("<f4><f4>");
    person
}

fn with_sticks(columns: u16, rows: u16) -> Person<'static> {
    let person = one(columns, rows);
    person.disk.borrow_mut().sticks = vec!["/media/foyer/CLE".into(), "/media/foyer/AUTRE".into()];
    person
}

#[test]
fn home_of_a_structure_in_use_says_what_is_due() {
    shows("home-used", used, "");
    shows("home-more", Person::at_home, "0<enter>");
    shows("home-more-one", one, "0<enter>");
}

#[test]
fn the_day_is_counted_by_form_and_says_no_answer() {
    shows("today-none", one, "0<enter>1<enter>");
    shows("today", used, "0<enter>1<enter>");
}

#[test]
fn a_sheet_of_the_day_is_chosen_by_what_it_is_and_read_over() {
    shows("sheets-none", one, "7<enter>");
    shows("sheets", used, "7<enter>");
    let mut person = used(80, 24);
    person.types("7<enter>1<enter>");
    assert!(person.sees().contains("voici ce qui est enregistré"), "{}", person.sees());
    person.types("<esc>");
    assert!(person.sees().contains("Quel questionnaire"), "{}", person.sees());
}

#[test]
fn the_dossier_is_copied_on_a_stick_that_may_then_be_taken_away() {
    shows("sticks-none", one, "8<enter>");
    shows("sticks", with_sticks, "8<enter>");
    shows("copied", with_sticks, "8<enter>2<enter>");
    shows("copied-elsewhere", one, "8<enter>2<enter>/mnt/cle<enter>");
}

#[test]
fn a_copy_that_is_not_whole_never_says_that_the_stick_may_be_taken_away() {
    let full = |columns, rows| {
        let person = with_sticks(columns, rows);
        person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
        person
    };
    shows("copied-not", full, "8<enter>1<enter>");
    let mut person = full(80, 24);
    person.types("8<enter>1<enter>");
    assert!(!person.sees().contains("pouvez retirer"), "{}", person.sees());
}

/// Looks at what would leave for the city.
fn at_parcel(columns: u16, rows: u16) -> Person<'static> {
    let mut person = with_sticks(columns, rows);
    person.types(":").types("preparer").types("<enter>");
    person
}

/// The same, where nobody has said who sends.
fn nobody_at_parcel(columns: u16, rows: u16) -> Person<'static> {
    let mut person = Person::of(Settings::default(), columns, rows);
    person.types(":").types("preparer").types("<enter>");
    person
}

#[test]
fn what_leaves_for_the_city_is_said_before_a_place_is_chosen_for_it() {
    shows("parcel", at_parcel, "");
    shows("parcel-nobody", nobody_at_parcel, "");
    shows("parcel-sent", at_parcel, "1<enter>");
    shows("parcel-elsewhere", at_parcel, "4<enter>/mnt/envoi<enter>");
    let mut person = at_parcel(80, 24);
    person.types("<esc>");
    assert!(person.sees().contains("Que voulez-vous faire"), "{}", person.sees());
}

#[test]
fn a_parcel_that_is_not_there_is_never_said_to_be_ready() {
    let mut person = at_parcel(80, 24);
    person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
    person.types("1<enter>");
    assert!(person.sees().contains("L'envoi n'est pas préparé"), "{}", person.sees());
    assert!(!person.sees().contains("C'est fait"), "{}", person.sees());
}

#[test]
fn what_home_leads_to_is_found_by_a_few_letters_and_left_by_the_way_one_came() {
    for (letters, sees) in [
        ("copier", "Aucune clé USB"),
        ("journee", "Rien n'a encore été saisi"),
        ("corriger", "Aucune feuille d'aujourd'hui"),
    ] {
        let mut person = Person::at_home(80, 24);
        person.types(":").types(letters).types("<enter>");
        assert!(person.sees().contains(sees), "{}", person.sees());
        person.types("<esc>");
        assert!(person.sees().contains("Que voulez-vous faire"), "{}", person.sees());
        person.types("<esc>");
        assert!(person.sees().contains("Quel référentiel"), "{}", person.sees());
    }
}

/// A new structure, at its first start, after these keys.
fn new(columns: u16, rows: u16) -> Person<'static> {
    let mut person = Person::of(Settings::default(), columns, rows);
    person.app.welcome();
    person.types("<f4><f4>");
    person
}

#[test]
fn at_the_first_start_one_key_leads_to_a_trial_interview_and_two_to_results() {
    shows("welcome", new, "");
    shows("welcome-english", new, "<f4>");
    let mut person = new(80, 24);
    person.types("<enter>");
    assert!(person.sees().contains("ESSAI"), "{}", person.sees());
    assert!(person.sees().contains("Commencer"), "{}", person.sees());
    shows("invented", new, "2<enter>");
    shows("invented-results", new, "2<enter>1<enter>");
    let mut person = new(80, 24);
    person.types("2<enter>");
    let rows = &person.disk.borrow().rows;
    assert_eq!(rows.len(), 10);
    assert!(rows.iter().all(Record::is_trial));
}

/// How many lines say how many gave an answer: «4 sur 10 : …».
fn figures(screen: &str) -> usize {
    let is_figure = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().take(3).collect();
        matches!(words[..], [count, "sur", _] if count.parse::<u32>().is_ok())
    };
    screen.lines().filter(is_figure).count()
}

#[test]
fn results_end_with_what_may_be_quoted_and_with_what_groups_said() {
    let words = |columns, rows| {
        let person = used(columns, rows);
        let recit = form("com-recit");
        let told = |at, text: &str| Story { parts: vec![(at, text.to_owned())] };
        let stories = vec![told(1, "On a ri."), told(2, "J'ose.")];
        let theme = Theme { form: recit, choice: Some(1), stories };
        let saying = Saying {
            form: "flsm-sortie".to_owned(),
            date: "2026-11-20".to_owned(),
            text: "On demande sans honte".to_owned(),
        };
        let quoted = Quoted { themes: vec![theme], waiting: 2, ..Quoted::default() };
        person.disk.borrow_mut().quoted = quoted;
        person.disk.borrow_mut().sayings = vec![saying];
        person
    };
    let mut person = words(80, 200);
    person.types("6<enter>");
    let screen = person.sees().replace('\u{a0}', " ");
    let lines: Vec<&str> = screen.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let from =
        lines.iter().position(|line| line.starts_with("Ce que des personnes")).expect("words");
    assert_eq!(
        lines[from..from + 9],
        [
            "Ce que des personnes ont raconté, et qu'elles veulent bien voir cité",
            "Ce récit parle surtout… d'oser, de prendre confiance",
            "Ici, que s'est-il passé ?",
            "« On a ri. »",
            "Et maintenant ? En mieux, en moins bien, ou pareil.",
            "« J'ose. »",
            "! 2 textes attendent d'être relus avant d'être cités : recueil report --texts",
            "Ce que les groupes en ont dit, après le miroir",
            "« On demande sans honte »",
        ]
    );
}

#[test]
fn results_say_how_many_gave_each_answer_and_nothing_below_five() {
    shows("results-none", one, "6<enter>");
    shows("results-few", used, "6<enter>");
    let mut person = used(80, 200);
    person.types("6<enter>");
    assert!(person.sees().contains("2 personnes ont répondu"), "{}", person.sees());
    assert_eq!(figures(&person.sees()), 0, "{}", person.sees());
    let mut person = new(80, 400);
    person.types("2<enter>1<enter>");
    let screen = person.sees();
    assert!(screen.contains("ESSAIS"), "{screen}");
    assert!(screen.contains("n'y a pas encore de réponse qui compte"), "{screen}");
    assert!(figures(&screen) > 10, "{screen}");
}

#[test]
fn the_criteria_of_a_referentiel_say_what_feeds_them() {
    shows("tree", one, "0<enter>2<enter>");
    shows("tree-which", Person::at_home, "0<enter>5<enter>");
}

#[test]
fn settings_are_changed_in_the_file_and_its_comments_stay() {
    shows("settings", one, "0<enter>3<enter>");
    shows("settings-used", one, "0<enter>3<enter>5<enter>");
    let text = "# à nous\nstructure = \"Foyer\"\ncontact = \"l'accueil\"\n\
        # seulement le nôtre\nreferentiels = [\"flsm\"]\n[ecran]\n# vieux\nascii = true\n";
    let source = Source { name: "recueil.toml".into(), text: text.into() };
    let mut person = Person::of(Settings::read(source).expect("settings"), 80, 24);
    person.types("0<enter>3<enter>2<enter>Bellevue<enter>");
    person.types("3<enter>4<enter>5<enter>8<enter>");
    assert_eq!(
        person.disk.borrow().settings.as_deref(),
        Some(
            "# à nous\nstructure = \"Foyer\"\ncontact = \"l'accueil\"\n\
             # seulement le nôtre\nreferentiels = [\"flsm\", \"vlr\"]\nsite = \"Bellevue\"\n\
             lang = \"en\"\n[ecran]\n# vieux\nascii = true\ntheme = \"clair\"\n"
        )
    );
    person.types("<esc><esc><esc>");
    assert!(person.sees().contains("2 Vivre la Rue"), "{}", person.sees());
}

#[test]
fn one_referentiel_is_always_used() {
    let mut person = one(80, 24);
    person.types("0<enter>3<enter>5<enter>2<enter>");
    assert_eq!(person.disk.borrow().settings, None);
}
