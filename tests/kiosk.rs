//! The borne: journeys of one person, from the welcome to every kind of end, and what is left of it.
//! Never a clock of its own: time passes when a test says so.

mod support;

use std::time::Duration;

use recueil::app::{Before, End, Settings};
use recueil::store::{Action, Reason};
use recueil::value::Meta;
use support::{Clock, OPEN, Person, settings_and};

const WELCOME: Before = Before::Person(Duration::ZERO);

/// Somebody in front of the borne with this form.
fn comes(form: &str, settings: Settings) -> (Person<'static>, Clock) {
    Person::at_borne(&[form], WELCOME, settings, (80, 24))
}

/// The settings of a borne.
fn borne(lines: &str) -> Settings {
    settings_and(&format!("[borne]\n{lines}"))
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// The cells of the only row: these columns.
fn row(person: &Person<'_>, columns: &[Meta]) -> Vec<String> {
    let disk = person.disk.borrow();
    let [row] = disk.rows.as_slice() else { panic!("{} rows", disk.rows.len()) };
    columns.iter().map(|meta| row.meta(*meta).to_owned()).collect()
}

/// From the welcome to the first question of a form for adults.
const IN: &str = "<enter><enter>&<enter>&<enter>";

#[test]
fn who_answers_to_the_end_leaves_one_row_and_nothing_else() {
    let (mut person, _clock) = comes("com-entree", borne(""));
    person.types(IN).types("é<enter>\"<enter>&<enter>'<enter>");
    person.sees_words("Notez ces mots sur votre carton L U N E - S A P I N - 4 2");
    person.types("1<enter>");
    person.sees_words("Merci !");
    assert!(!person.left);
    person.types("<enter>");
    assert!(person.left);
    assert_eq!(person.app.borne_end(), Some(End::Next));
    assert!(person.app.interview().is_none() && person.app.unsaved().is_none());
    let columns = [
        Meta::Etat,
        Meta::Notice,
        Meta::Essai,
        Meta::Support,
        Meta::Aide,
        Meta::Aidant,
        Meta::Langue,
        Meta::Code,
    ];
    assert_eq!(
        row(&person, &columns),
        ["complet", "1-borne", "0", "ecran", "seul", "aucun", "fr", "lune-sapin-42"]
    );
    let disk = person.disk.borrow();
    assert!(disk.journal.is_none() && disk.settings.is_none() && disk.seance.is_none());
}

#[test]
fn who_does_not_wish_to_answer_is_thanked_and_nothing_is_kept() {
    let (mut person, _clock) = comes("com-court", borne(""));
    person.types("<enter><enter>é<enter>");
    person.sees_words("Rien n'a été gardé. Bonne journée !");
    person.types("<enter>");
    assert!(person.left && person.disk.borrow().rows.is_empty());
}

#[test]
fn who_is_too_young_is_told_kindly_and_nothing_is_kept() {
    let (mut person, _clock) = comes("com-court", borne(""));
    person.types("<enter><enter>&<enter>é<enter>");
    person.sees_words("Ces questions sont pour les personnes de 18 ans et plus.");
    person.types("<enter>");
    assert!(person.left && person.disk.borrow().rows.is_empty());
}

#[test]
fn a_child_is_told_tu_and_counts_only_where_parents_allow_it() {
    for (settings, essai) in [("", "1"), ("autorisation_parentale = true\n", "0")] {
        let (mut person, _clock) = comes("ker-enfant", settings_and(settings));
        let banner = "ESSAI : ces réponses ne compteront pas";
        assert_eq!(person.reads().contains(banner), essai == "1", "{}", person.sees());
        person.types("<enter><enter>&<enter>");
        person.sees_words("As-tu 8 ans ou plus ?");
        person.types("&<enter>");
        person.sees_words("Appuie sur le chiffre");
        person.types("&<enter>é<enter>\"<enter>");
        person.sees_words(if essai == "1" { "essai" } else { "Tes réponses" });
        assert_eq!(row(&person, &[Meta::Essai, Meta::Notice]), [essai, "1-tu-borne"]);
    }
}

#[test]
fn where_having_come_says_something_already_the_row_says_that_the_person_accepted() {
    let (mut person, _clock) = comes("upc-entree", settings_and(OPEN));
    person.types("<enter>");
    person.sees_words("La loi protège cela comme une information de santé.");
    person.types(&IN["<enter>".len()..]).types("&<enter>&<enter>&<enter>&<enter>");
    assert_eq!(row(&person, &[Meta::Notice]), ["1-borne-accord"]);
    person.sees_words("Si vous voulez parler à quelqu'un : l'accueil, 02 98 00 00 00");
}

#[test]
fn who_stops_is_asked_first_and_then_nothing_is_kept() {
    let (mut person, _clock) = comes("com-court", borne(""));
    person.types(IN).types("é<enter>");
    let asked = person.sees();
    person.types("<esc>&<enter>");
    assert_eq!(person.sees(), asked, "who goes on is where they were");
    person.types("<esc>é<enter>");
    person.sees_words("Rien n'a été gardé.");
    person.types("<enter>");
    assert!(person.left && person.disk.borrow().rows.is_empty());
}

#[test]
fn where_the_structure_keeps_them_answers_of_who_stops_may_be_kept() {
    let (mut person, _clock) = comes("com-court", borne("partiels = \"garder\"\n"));
    person.types("<enter><enter>");
    person.sees_words("les réponses déjà données sont gardées");
    person.types("&<enter>&<enter>é<enter><esc>\"<enter>");
    assert_eq!(row(&person, &[Meta::Etat]), ["partiel"]);
}

#[test]
fn a_question_is_passed_with_or_without_a_reason() {
    let (mut person, _clock) = comes("com-entree", borne(""));
    person.types(IN).types("à<enter><enter>0<enter>2<enter>0<enter>\"<enter>&<enter>é<enter>");
    person.sees_words("Merci !");
    let disk = person.disk.borrow();
    let cells = disk.rows[0].cells();
    let answers: Vec<&str> =
        cells[cells.len() - 5..cells.len() - 1].iter().map(String::as_str).collect();
    assert_eq!(answers, ["SANS_REPONSE", "NSP", "REFUS", "1"], "the last cells before the check");
}

#[test]
fn an_open_question_is_passed_or_written_by_somebody_or_typed() {
    let (mut person, _clock) = comes("com-recit", borne(""));
    person.types(IN);
    let list = ["1 Passer cette question", "2 Demander à quelqu'un", "3 Écrire moi-même"];
    let places: Vec<usize> =
        list.iter().map(|line| person.sees().find(line).expect(line)).collect();
    assert!(places.is_sorted(), "passing comes first");
    person.types("&<enter><enter>");
    person.types("é<enter>");
    person.sees_words("Appelez quelqu'un en qui vous avez confiance");
    person.types("<enter>avec aide<enter>").types("\"<enter>");
    person.types("<enter>");
    person.sees_words("Passer cette question");
    person.types("\"<enter>par moi<enter>");
    person.types_until("&<enter>", "Merci !");
    assert_eq!(row(&person, &[Meta::Aide, Meta::Aidant]), ["a_deux", "autre"]);
    let disk = person.disk.borrow();
    let cells = disk.rows[0].cells();
    for words in ["avec aide", "par moi"] {
        assert!(cells.iter().any(|cell| cell == words), "{words}");
    }
}

#[test]
fn the_card_is_asked_for_before_its_words_are_typed() {
    let (mut person, _clock) = comes("flsm-sortie", borne(""));
    person.types(IN);
    person.types_until("0<enter><enter>", "1 Passer cette question");
    person.types_until("&<enter><enter>", "Avez-vous votre code ?");
    person.types("&<enter>lune sapin 43<enter>");
    person.sees_words("Ce code a une erreur : relisez votre carton.");
    for _ in 0..40 {
        person.types("<back>");
    }
    person.types("lune sapin 42<enter>");
    person.sees_words("Merci !");
    assert_eq!(row(&person, &[Meta::Code]), ["lune-sapin-42"]);
}

#[test]
fn the_answers_are_read_again_only_where_the_structure_wants_it() {
    let (mut person, _clock) = comes("com-entree", borne("relecture = true\n"));
    person.types(IN).types("&<enter>&<enter>&<enter>&<enter>");
    person.sees_words("Voici vos réponses. Est-ce bien cela ?");
    person.types("3<enter>'<enter>");
    person.sees_words("Voici vos réponses.");
    person.types("&<enter>");
    person.sees_words("Notez ces mots");
    person.types("é<enter>");
    let disk = person.disk.borrow();
    let cells = disk.rows[0].cells();
    assert_eq!(cells[cells.len() - 4], "4", "the second of four answers");
}

#[test]
fn a_row_that_the_disk_refuses_is_tried_again_and_the_person_is_told_it_is_not_their_fault() {
    let (mut person, _clock) = comes("com-entree", borne(""));
    person.types(IN).types("&<enter>&<enter>&<enter>&<enter>");
    person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
    person.types("é<enter>");
    person.sees_words("Ce n'est pas votre faute.");
    assert!(!person.sees().contains("/dossier"), "no path is shown to who answers");
    person.types("&<enter>");
    person.sees_words("Ce n'est pas votre faute.");
    person.disk.borrow_mut().refuses = None;
    person.types("&<enter>");
    person.sees_words("Merci !");
    assert_eq!(person.disk.borrow().rows.len(), 1);
}

#[test]
fn where_rows_cannot_be_written_nobody_is_asked_anything() {
    let (mut person, _clock) = comes("com-court", borne(""));
    person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
    person.types("<enter>");
    person.sees_words("On ne peut pas répondre maintenant");
    person.types("<enter>");
    person.sees_words("On ne peut pas répondre maintenant");
    person.disk.borrow_mut().refuses = None;
    person.types("<enter>");
    person.sees_words("Bonjour.");
}

#[test]
fn the_end_says_when_the_group_sees_its_results_and_whom_to_call() {
    let lines =
        "restitution = \"jeudi 3 décembre, à l'atelier\"\naide = \"SOS Amitié, 09 72 39 40 50\"\n";
    let (mut person, _clock) = comes("com-entree", borne(lines));
    person.types(IN).types("&<enter>&<enter>&<enter>&<enter>é<enter>");
    person.sees_words("Les résultats du groupe seront montrés : jeudi 3 décembre, à l'atelier");
    person.sees_words("Si vous voulez parler à quelqu'un : SOS Amitié, 09 72 39 40 50");
}

#[test]
fn the_thanks_stay_thirty_seconds_and_longer_with_each_key() {
    let (mut person, clock) = comes("com-court", borne(""));
    person.types("<enter><enter>é<enter>");
    person.sees_words("Cet écran s'effacera dans 30 secondes.");
    person.waits(&clock, seconds(29));
    person.sees_words("Cet écran s'effacera dans une seconde.");
    person.types("a");
    person.sees_words("Cet écran s'effacera dans 30 secondes.");
    person.waits(&clock, Duration::from_millis(29_999));
    assert!(!person.left);
    person.waits(&clock, Duration::from_millis(1));
    assert!(person.left);
    assert_eq!(person.app.borne_end(), Some(End::Next));
}

#[test]
fn a_silence_hides_the_answers_and_any_key_or_click_brings_back_exactly_where_one_was() {
    let ways: [&dyn Fn(&mut Person<'static>); 6] = [
        &|person| {
            person.types("<enter>");
        },
        &|person| {
            person.types("x");
        },
        &|person| {
            person.types("<esc>");
        },
        &|person| {
            person.input(&support::control('c'));
        },
        &|person| {
            person.input(&support::pasted("collé"));
        },
        &|person| {
            person.clicks("Êtes-vous");
        },
    ];
    let places = [
        IN.to_owned(),
        format!("{IN}é"),
        format!("{IN}é<enter>\"<enter>&é"),
        format!("{IN}0<enter>"),
        "<enter><enter>".to_owned(),
        "<enter><enter>&<enter>".to_owned(),
    ];
    for place in &places {
        for way in ways {
            let (mut person, clock) = comes("com-court", borne(""));
            person.types(place);
            let before = person.sees();
            person.waits(&clock, Duration::from_millis(119_999));
            assert_eq!(person.sees(), before);
            person.waits(&clock, Duration::from_millis(1));
            person.sees_words("Êtes-vous toujours là ?");
            for hidden in ["Question", "Avez-vous", "Depuis"] {
                assert!(!person.sees().contains(hidden), "{}", person.sees());
            }
            person.waits(&clock, Duration::from_millis(29_999));
            person.sees_words("Êtes-vous toujours là ?");
            way(&mut person);
            assert_eq!(person.sees(), before);
            // And again, as often as one likes.
            person.waits(&clock, seconds(120));
            person.sees_words("30 secondes");
            way(&mut person);
            assert_eq!(person.sees(), before);
            assert!(!person.left);
        }
    }
}

#[test]
fn words_half_typed_are_found_again_after_a_silence() {
    let (mut person, clock) = comes("com-recit", borne(""));
    person.types(IN).types("\"<enter>Avant je ne ven");
    person.waits(&clock, seconds(200));
    assert!(!person.sees().contains("Avant je"), "{}", person.sees());
    person.types("z");
    person.sees_words("> Avant je ne ven");
    person.types("ais pas");
    person.sees_words("> Avant je ne venais pas");
}

#[test]
fn a_silence_that_goes_on_ends_as_the_notice_said() {
    for (lines, etats) in [("", &[][..]), ("partiels = \"garder\"\n", &["partiel"])] {
        let (mut person, clock) = comes("com-court", borne(lines));
        person.types(IN).types("é<enter>");
        person.waits(&clock, seconds(120)).waits(&clock, seconds(30));
        assert!(person.left);
        assert_eq!(person.app.borne_end(), Some(End::Next));
        assert!(person.app.interview().is_none() && person.app.unsaved().is_none());
        let disk = person.disk.borrow();
        let kept: Vec<_> = disk.rows.iter().map(|row| row.meta(Meta::Etat)).collect();
        assert_eq!(kept, etats, "{lines}");
    }
}

#[test]
fn nothing_is_kept_of_who_left_before_the_first_answer() {
    for place in ["<enter>", "<enter><enter>", "<enter><enter>&<enter>", IN] {
        let (mut person, clock) = comes("com-court", borne("partiels = \"garder\"\n"));
        person.types(place);
        person.waits(&clock, seconds(120)).waits(&clock, seconds(30));
        assert!(person.left && person.disk.borrow().rows.is_empty(), "{place}");
    }
}

#[test]
fn the_countdown_is_never_shorter_than_twenty_seconds_whatever_the_settings_say() {
    let (mut person, clock) = comes("com-court", borne("inactivite = 1\ndecompte = 1\n"));
    person.types(IN);
    person.waits(&clock, Duration::from_millis(59_999));
    person.sees_words("Question 1");
    person.waits(&clock, Duration::from_millis(1));
    person.sees_words("20 secondes");
    person.waits(&clock, Duration::from_millis(19_999));
    person.sees_words("dans une seconde");
    assert!(!person.left);
    person.waits(&clock, Duration::from_millis(1));
    assert!(person.left);
}

#[test]
fn a_computer_that_slept_still_counts_down_whole() {
    let (mut person, clock) = comes("com-court", borne(""));
    person.types(IN);
    person.waits(&clock, seconds(86_400));
    person.sees_words("30 secondes");
    // Nor does a key typed before the program noticed the silence act on what was hidden.
    let (mut person, clock) = comes("com-court", borne(""));
    person.types(IN);
    let before = person.sees();
    clock.passes(seconds(300));
    person.types("é");
    assert_eq!(person.sees(), before);
}

#[test]
fn the_program_is_woken_up_only_where_the_screen_changes_by_itself() {
    let (mut person, clock) = comes("com-court", borne(""));
    assert_eq!(person.app.wakes_in(), None, "nothing changes on the welcome");
    person.types(IN);
    assert_eq!(person.app.wakes_in(), Some(seconds(120)));
    person.waits(&clock, Duration::from_millis(119_500));
    assert_eq!(person.app.wakes_in(), Some(Duration::from_millis(500)));
    person.waits(&clock, Duration::from_millis(500));
    assert_eq!(person.app.wakes_in(), Some(seconds(1)));
    person.waits(&clock, Duration::from_millis(300));
    assert_eq!(person.app.wakes_in(), Some(Duration::from_millis(700)));
    assert_eq!(Person::at_home(80, 24).app.wakes_in(), None);
    assert_eq!(Person::collecting("com-court", support::settings(), 80, 24).app.wakes_in(), None);
}

#[test]
fn the_welcome_goes_back_to_french_and_waits_for_ever() {
    let (mut person, clock) = comes("com-court", borne(""));
    let welcome = person.sees();
    person.waits(&clock, seconds(100_000));
    assert_eq!(person.sees(), welcome);
    person.types("2<enter>");
    person.sees_words("Welcome.");
    person.waits(&clock, seconds(120));
    assert_eq!(person.sees(), welcome);
    assert!(!person.left);
}

#[test]
fn who_chose_english_is_told_everything_in_english_and_the_row_says_so() {
    let (mut person, _clock) = comes("com-entree", borne(""));
    person.types("2<enter>").types(IN).types("1<enter>1<enter>1<enter>1<enter>2<enter>");
    person.sees_words("Your answers are saved.");
    assert_eq!(row(&person, &[Meta::Langue]), ["en"]);
}

#[test]
fn only_the_languages_of_the_settings_are_offered() {
    let (person, _clock) = comes("com-court", borne("langues = [\"fr\"]\n"));
    assert!(!person.sees().contains("English"), "{}", person.sees());
}

#[test]
fn several_forms_are_chosen_by_their_titles_and_none_for_the_person() {
    let forms = ["com-entree", "com-court"];
    let (mut person, _clock) = Person::at_borne(&forms, WELCOME, borne(""), (80, 24));
    person.types("<enter>");
    person.sees_words("Rien n'est encore choisi.");
    person.sees_words("1 Questionnaire d'arrivée");
    person.types("é<enter><enter>");
    person.sees_words("Acceptez-vous de répondre ?");
    person.types("<left><left>");
    person.sees_words("1 Questionnaire d'arrivée");
}

#[test]
fn the_team_leaves_with_its_code_and_a_wrong_one_is_told_apart() {
    let coded = || borne("code = \"$argon2id$\"\n");
    for (typed, end) in [("sésame", End::Staff), ("ouvre-toi", End::Refused)] {
        let (mut person, _clock) = comes("com-court", coded());
        person.types("<f12>").types(typed);
        assert!(!person.sees().contains(typed), "{}", person.sees());
        person.sees_words(&format!("> {}", "•".repeat(typed.chars().count())));
        person.types("<enter>");
        assert!(person.left);
        assert_eq!(person.app.borne_end(), Some(end));
    }
    // Who pressed it by mistake goes back, and what was half typed goes by itself.
    let (mut person, clock) = comes("com-court", coded());
    let welcome = person.sees();
    for back in ["<f12><enter>", "<f12>abc<esc>"] {
        assert_eq!(person.types(back).sees(), welcome);
    }
    person.types("<f12>abc").waits(&clock, seconds(30));
    assert_eq!(person.sees(), welcome);
    person.types("<f12>");
    assert!(!person.sees().contains('•'), "{}", person.sees());
}

#[test]
fn after_a_wrong_code_none_is_taken_before_the_time_and_people_may_answer_meanwhile() {
    let settings = borne("code = \"$argon2id$\"\n");
    let before = Before::Person(seconds(8));
    let (mut person, clock) = Person::at_borne(&["com-court"], before, settings, (80, 24));
    person.types("<f12>");
    person.sees_words("Réessayez dans 8 secondes.");
    person.types("sésame<enter>");
    assert!(!person.left);
    person.waits(&clock, seconds(7));
    person.sees_words("Réessayez dans une seconde.");
    person.waits(&clock, seconds(1));
    assert!(!person.sees().contains("Réessayez"), "{}", person.sees());
    person.types("<esc><enter>");
    person.sees_words("8 questions.");
    person.types("<left><f12>sésame<enter>");
    assert_eq!(person.app.borne_end(), Some(End::Staff));
}

#[test]
fn no_code_is_asked_for_where_somebody_answers_or_where_there_is_none() {
    let (mut person, _clock) = comes("com-court", borne(""));
    person.types("<f12>");
    person.sees_words("Cette touche ne fait rien ici.");
    let (mut person, _clock) = comes("com-court", borne("code = \"$argon2id$\"\n"));
    person.types(IN).types("<f12>");
    person.sees_words("Cette touche ne fait rien ici.");
}

#[test]
fn the_team_reads_first_what_becomes_of_the_answers() {
    let opens = |settings| {
        let (mut person, _clock) =
            Person::at_borne(&["com-court"], Before::Staff, settings, (80, 24));
        let opening = person.reads();
        person.types("<enter>");
        person.sees_words("Bonjour.");
        opening
    };
    let clear = opens(borne(""));
    assert!(clear.contains("toute personne qui ouvre cet ordinateur peut lire"), "{clear}");
    assert!(clear.contains("Il n'y en a encore aucune."), "{clear}");
    let sealed = opens(settings_and(support::SEALED));
    assert!(sealed.contains("Les réponses sont scellées"), "{sealed}");
    assert!(!sealed.contains("peut lire"), "{sealed}");
    let trial = opens(Settings::default());
    assert!(trial.contains("(essai : rien ne comptera)"), "{trial}");
}

#[test]
fn wrong_keys_are_forgiven_and_nothing_is_lost() {
    let (mut person, _clock) = comes("com-court", borne(""));
    person.types(IN).types("é");
    let chosen = person.sees();
    for key in ["<f1>", "<f4>", "<f5>", "9", ":", "z", "?", "<right>"] {
        person.types(key);
        person.sees_words("Cette touche ne fait rien ici. Ce n'est pas grave");
        person.sees_words("▸ 2 Depuis cette saison");
    }
    for letter in "cdzpwy\\".chars() {
        person.input(&support::control(letter));
        person.sees_words("Cette touche ne fait rien ici.");
    }
    person.input(&support::pasted(&"1\r\n".repeat(350_000)));
    person.sees_words("Cette touche ne fait rien ici.");
    person.types("é");
    assert_eq!(person.sees(), chosen);
}

#[test]
fn a_long_paste_is_cut_to_what_a_field_holds() {
    let (mut person, _clock) = comes("com-recit", borne(""));
    person.types(IN).types("\"<enter>");
    person.input(&support::pasted(&"\u{1b}[2J é\u{202e}".repeat(130_000)));
    let typed = person.app.interview().expect("an interview").field.value().chars().count();
    assert_eq!(typed, 560, "twice the longest text, so that one sees what does not fit");
    assert!(!person.left);
}

#[test]
fn every_row_beside_an_answer_can_be_clicked_and_the_buttons_too() {
    let (mut person, _clock) = comes("com-court", borne(""));
    person.clicks("1 Commencer").clicks("Continuer");
    // The row above a line is part of it.
    person.clicks("1 Oui, j'accepte").clicks("Valider");
    person.clicks("1 Oui").clicks("Valider");
    person.sees_words("Question 1");
    person.clicks("Depuis 1 à 3 ans");
    person.sees_words("▸ 3 Depuis 1 à 3 ans");
    person.clicks("Valider");
    person.sees_words("Question 2");
    person.clicks("Revenir");
    person.sees_words("▸ 3 Depuis 1 à 3 ans");
    person.clicks("Arrêter");
    person.sees_words("Arrêter ici ?");
}
