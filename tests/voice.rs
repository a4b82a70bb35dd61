//! Reading aloud, as it is asked for: what is said of each screen, to whom, and what stops it.
//! Never a sound: what the program would say is looked at before any process is begun.

mod support;

use std::time::Duration;

use recueil::app::{
    Before, Listening, Mode, Reading, Settings, Speaks, Speech, Speed, Voice, recording,
};
use recueil::locale::Locale;
use recueil::questionnaire::Library;
use support::{OPEN, Person, control, form, form_of, settings, settings_and};

/// Somebody in front of a form, where the machine can speak, with this said of it in the settings.
fn hearing(id: &str, voice: &str) -> Person<'static> {
    let settings = settings_and(&format!("{OPEN}[voix]\n{voice}"));
    before(id, settings)
}

fn before(id: &str, settings: Settings) -> Person<'static> {
    let mut person = Person::of(settings, 100, 40);
    person.app.found_voice(Speaks::Something);
    person.opens(&form(id));
    person.disk.borrow_mut().heard.clear();
    person
}

/// What was said last, sentence by sentence, each after its language where that is not French.
fn said(person: &Person<'_>) -> Vec<String> {
    let disk = person.disk.borrow();
    let speech = disk.heard.iter().rev().flatten().next();
    speech.map(sentences).unwrap_or_default()
}

fn sentences(speech: &Speech) -> Vec<String> {
    let all = speech.passages.iter().flat_map(|passage| &passage.sentences);
    all.map(|sentence| match sentence.language {
        "fr" => sentence.text.clone(),
        other => format!("{other}: {}", sentence.text),
    })
    .collect()
}

/// How often the voice spoke, and how often it was stopped.
fn times(person: &Person<'_>) -> (usize, usize) {
    let heard = &person.disk.borrow().heard;
    let spoken = heard.iter().flatten().count();
    (spoken, heard.len() - spoken)
}

/// Passes questions until this is on the screen.
fn passes_until(person: &mut Person<'static>, text: &str) {
    let mut turns = 0;
    while !person.sees().contains(text) {
        turns += 1;
        assert!(turns < 40, "no {text:?} on\n{}", person.sees());
        person.types("<f2>0<enter>");
    }
}

const KEY: &str = "lecture = \"touche\"\n";
const ALWAYS: &str = "lecture = \"toujours\"\n";
const IN_HEADPHONES: &str = "lecture = \"toujours\"\ncasque = true\n";

#[test]
fn a_question_is_said_with_its_place_its_words_and_its_answers_with_their_numbers() {
    let mut person = hearing("com-court", KEY);
    person.types("<begin><f7>");
    assert_eq!(
        said(&person),
        [
            "Question 1 sur 8.",
            "Depuis quand venez-vous ici ?",
            "Un : C'est la première ou la deuxième fois.",
            "Deux : Depuis cette saison.",
            "Trois : Depuis 1 à 3 ans.",
            "Quatre : Depuis plus longtemps.",
            "Zéro : Passer cette question.",
        ]
    );
}

#[test]
fn every_screen_of_who_answers_can_be_heard() {
    let heard = |script: &str| {
        let mut person = hearing("com-court", KEY);
        person.types(script).types("<f7>");
        said(&person).join("\n")
    };
    let notice = heard("");
    assert!(notice.contains("Répondre est libre."), "{notice}");
    assert!(notice.contains("Un : Commencer.\nDeux : Ne pas répondre."), "{notice}");
    let pass = heard("<begin>0");
    assert!(pass.contains("Voulez-vous dire pourquoi ?"), "{pass}");
    assert!(pass.contains("Un : Je ne sais pas."), "{pass}");
    let leaving = heard("<begin><esc>");
    assert!(leaving.starts_with("Arrêter ici ?\nRien n'est encore enregistré."), "{leaving}");
    let mut person = hearing("com-court", KEY);
    person.types("<begin>");
    passes_until(&mut person, "Relecture");
    person.types("<f7>");
    assert!(said(&person).join("\n").starts_with("Relecture.\nVoici vos réponses."));
    // Of whoever has no code none is asked twice.
    person.types("<enter><down><enter><f7>");
    assert!(said(&person).join("\n").starts_with("Enregistré.\nMerci."), "{:?}", said(&person));
    // Where being there says something already, consent is asked for.
    let mut person = hearing("upc-entree", KEY);
    person.types("<f7>");
    let consent = said(&person).join("\n");
    assert!(consent.contains("Acceptez-vous de répondre ?"), "{consent}");
    assert!(consent.contains("Un : Oui, j'accepte de répondre."), "{consent}");
}

#[test]
fn the_screens_of_who_looks_after_the_machine_can_be_heard_too() {
    let mut person = Person::at_home(100, 40);
    person.app.found_voice(Speaks::Something);
    person.types("<f7>");
    assert!(said(&person).join("\n").contains("Quel référentiel ?"), "{:?}", said(&person));
}

#[test]
fn a_hint_is_said_to_who_asks_and_not_with_every_question() {
    let text = "[referentiel]\nid = \"atelier\"\ntitre = \"A\"\nporteur = \"P\"\nversion = 1\nlieu.fr = \"ici\"\n\
        [[question]]\nname = \"Z1\"\ntype = \"select_one\"\nlabel.fr = \"Vous venez à pied ?\"\n\
        hint.fr = \"Même de temps en temps.\"\n\
        choices = [{ name = \"oui\", label.fr = \"Oui\" }, { name = \"non\", label.fr = \"Non\" }]\n\
        [[questionnaire]]\nid = \"atelier-bilan\"\nversion = 1\ntitre.fr = \"Bilan\"\n\
        role = \"participant\"\nmoment = \"ponctuel\"\nquestions = [\"Z1\"]\n";
    let mut person = Person::of(settings_and(&format!("[voix]\n{ALWAYS}")), 100, 40);
    person.app.found_voice(Speaks::Something);
    person.opens(&form_of(text, "atelier-bilan"));
    person.types("<begin>");
    let hint = "Même de temps en temps.".to_owned();
    assert!(!said(&person).contains(&hint), "{:?}", said(&person));
    person.types("<f7>");
    assert!(said(&person).contains(&hint), "{:?}", said(&person));
}

#[test]
fn any_key_stops_the_voice_even_one_that_does_nothing_else() {
    for key in ["<f12>", "<down>", "2", "<enter>", "<esc>", "x"] {
        let mut person = hearing("com-court", KEY);
        person.types("<begin><f7>");
        assert_eq!(times(&person), (1, 0), "{key}");
        person.types(key);
        assert_eq!(times(&person), (1, 1), "{key}");
        person.types(key);
        assert_eq!(times(&person), (1, 1), "{key}: it was stopped already");
    }
    let mut person = hearing("com-court", KEY);
    person.types("<begin><f7>").input(&support::pasted("x"));
    assert_eq!(times(&person), (1, 1));
    person.types("<f7>").clicks("Depuis 1 à 3 ans");
    assert_eq!(times(&person), (2, 2));
    person.types("<f7>").resize(90, 30);
    assert_eq!(times(&person), (3, 2), "a window is no key");
}

#[test]
fn each_question_is_read_by_itself_once_where_that_is_wanted() {
    let mut person = hearing("com-court", ALWAYS);
    person.types("<begin>");
    assert_eq!(said(&person)[0], "Question 1 sur 8.");
    let before = times(&person).0;
    person.types("2");
    person.input(&control('p')).types("<esc><f1><esc>");
    assert_eq!(times(&person).0, before, "the question is still the same");
    person.types("<enter>");
    assert_eq!(times(&person).0, before + 1);
    assert_eq!(said(&person)[0], "Question 2 sur 8.");
    // What goes wrong is said, and the question is not said again.
    person.types("<enter>");
    assert_eq!(said(&person).len(), 1, "{:?}", said(&person));
    assert!(said(&person)[0].starts_with("Choisissez d'abord une réponse"), "{:?}", said(&person));
}

#[test]
fn a_mediator_is_read_nothing_that_was_not_asked_for() {
    let mut person = Person::of(settings_and(&format!("[voix]\n{ALWAYS}")), 100, 40);
    person.app.found_voice(Speaks::Something);
    person.types("<down><down><enter>");
    assert_eq!(times(&person), (0, 0), "{}", person.sees());
    // Nor while sheets of paper are typed.
    person.opens_seance(&form("flsm-sortie"));
    person.types("8<enter>2<enter>");
    assert_eq!(times(&person), (0, 0), "{}", person.sees());
}

/// What is said in the room hangs on the questions alone, and on nothing that the person does with
/// them: two people who answer differently are read the same.
#[test]
fn in_the_room_nothing_is_said_of_what_was_chosen_or_typed() {
    let journey = |keys: [&str; 4], words: &str| {
        let mut person = hearing("com-court", ALWAYS);
        person.types("<begin>");
        for key in keys {
            person.types(key).types("<f7><enter>");
        }
        // Back to a question that was answered, then to all of them.
        person.types("<left><f7><enter><f5><f7><left>");
        let mut turns = 0;
        while !person.sees().contains("Relecture") {
            turns += 1;
            assert!(turns < 40, "{}", person.sees());
            let typed = person.sees().contains('>');
            let answer = if typed { words } else { keys[turns % 4] };
            person.types(answer).types("<f7><enter>");
        }
        person.types("<f7>");
        let disk = person.disk.borrow();
        disk.heard.iter().flatten().map(sentences).collect::<Vec<_>>()
    };
    let one = journey(["1", "1", "1", "1"], "les vélos");
    let other = journey(["2", "2", "2", "2"], "le jardin");
    assert_eq!(one, other);
    assert!(one.len() > 20, "{}", one.len());
    let all = one.concat().join("\n");
    for word in ["vélos", "Choisi :", "C'est écrit"] {
        assert!(!all.contains(word), "{word} in {all}");
    }
    assert!(all.contains("Les réponses déjà données ne sont dites que dans un casque."), "{all}");
}

#[test]
fn a_reason_for_passing_and_a_doubt_are_not_told_in_the_room_either() {
    let mut person = hearing("com-court", KEY);
    person.types("<begin>03<enter><left><f7>");
    assert!(person.sees().contains("Vous aviez passé cette question"), "{}", person.sees());
    let all = said(&person).join("\n");
    assert!(!all.contains("Vous aviez passé"), "{all}");
    person.input(&control('p')).types("casque<enter><f7>");
    let all = said(&person).join("\n");
    assert!(all.contains("Vous aviez passé cette question"), "{all}");
}

#[test]
fn into_headphones_the_choice_is_said_and_what_is_typed() {
    let mut person = hearing("com-court", IN_HEADPHONES);
    assert!(person.sees().contains("Le casque est branché"), "{}", person.sees());
    person.types("<begin>3");
    assert_eq!(said(&person), ["Choisi : Depuis 1 à 3 ans."]);
    person.types("<down>");
    assert_eq!(said(&person), ["Choisi : Depuis plus longtemps."]);
    person.types("<enter>");
    passes_until(&mut person, "  >");
    person.types("les vélos<f7>");
    assert!(said(&person).contains(&"C'est écrit : les vélos.".to_owned()), "{:?}", said(&person));
    let spoken = times(&person).0;
    person.types("x");
    assert_eq!(times(&person).0, spoken, "not at each letter");
}

#[test]
fn headphones_are_declared_for_one_person_only() {
    let mut person = hearing("com-court", ALWAYS);
    person.types("<begin>").input(&control('p')).types("casque<enter>2");
    assert_eq!(said(&person), ["Choisi : Depuis cette saison."]);
    person.types("<esc>2<enter>");
    assert!(person.left, "{}", person.sees());
    // The same station, the next person.
    let mut person = Person::of(settings_and(&format!("[voix]\n{ALWAYS}")), 100, 40);
    person.app.found_voice(Speaks::Something);
    person.types("<begin>").input(&control('p')).types("casque<enter>2");
    assert!(said(&person)[0].starts_with("Choisi"), "{:?}", said(&person));
    person.types("<esc>2<enter>").types("<begin>");
    let spoken = times(&person).0;
    person.types("2");
    assert_eq!(times(&person).0, spoken, "{:?}", said(&person));
}

#[test]
fn the_voice_speaks_the_language_of_the_screen_and_what_is_only_in_french_in_french() {
    let mut person = hearing("com-court", KEY);
    person.types("<begin><f4><f7>");
    let all = said(&person);
    assert!(all.iter().all(|sentence| sentence.starts_with("en: ")), "{all:?}");
    assert_eq!(all[0], "en: Question 1 of 8.");
    assert!(all.last().is_some_and(|last| last.starts_with("en: Zero: ")), "{all:?}");
    let mut person = Person::of(settings(), 100, 40);
    person.app.found_voice(Speaks::Something);
    person.opens(&form_of(support::WORKSHOP, "atelier-bilan"));
    person.types("<f4><begin>").types("2<enter><f7>");
    assert_eq!(
        said(&person),
        [
            "en: Question 2 of 2.",
            "Comment venez-vous ici ?",
            "Un : À pied.",
            "Deux : En bus.",
            "en: Zero: Pass this question.",
        ]
    );
}

#[test]
fn a_child_is_said_tu() {
    let mut person = hearing("ker-enfant", KEY);
    person.types("<f7>");
    let all = said(&person).join("\n").to_lowercase();
    assert!(!all.contains("vous"), "{all}");
}

#[test]
fn where_nothing_speaks_or_reading_is_not_wanted_nothing_is_said_or_offered() {
    for (speaks, voice) in [
        (Speaks::Nothing, ALWAYS),
        (Speaks::Untold, ALWAYS),
        (Speaks::Something, "lecture = \"non\"\ncasque = true\n"),
    ] {
        let mut person = Person::of(settings_and(&format!("[voix]\n{voice}")), 100, 40);
        person.app.found_voice(speaks);
        person.opens(&form("com-court"));
        person.types("<begin><f7>2<enter><f7>");
        assert_eq!(times(&person), (0, 0), "{speaks:?} {voice}");
        assert!(!person.sees().contains("F7"), "{}", person.sees());
        let offered = person.app.commands().into_iter().map(|command| command.name);
        let offered: Vec<_> =
            offered.filter(|name| name.contains("casque") || name.contains("voix")).collect();
        assert_eq!(offered, [""; 0], "{speaks:?} {voice}");
        person.types("<f1>");
        let told = person.sees().contains("espeak-ng");
        assert_eq!(told, speaks == Speaks::Nothing, "{}", person.sees());
    }
    let mut person = hearing("com-court", KEY);
    person.types("<begin>");
    assert!(person.sees().contains("F7 lire"), "{}", person.sees());
    person.types("<f1>");
    assert!(person.sees().contains("n'importe quelle touche l'arrête"), "{}", person.sees());
}

#[test]
fn whoever_runs_the_screens_may_say_who_hears_whatever_the_settings_say() {
    let mut person = hearing("com-court", IN_HEADPHONES);
    let voice = Voice { reading: Reading::Always, listening: Listening::Room, speed: Speed::Slow };
    person.app.read_aloud(voice);
    person.types("<begin>");
    let spoken = times(&person).0;
    person.types("2");
    assert_eq!(times(&person).0, spoken, "{:?}", said(&person));
    let speed = person.disk.borrow().heard.iter().flatten().last().map(|speech| speech.speed);
    assert_eq!(speed, Some(Speed::Slow));
}

/// What the mediator is given to read is what the program would say itself, hints apart: for every
/// question of every form.
#[test]
fn what_is_recorded_of_a_question_is_what_is_said_of_it() {
    let (library, locale) = (Library::load(Vec::new()), Locale::new("fr"));
    let mut compared = 0;
    let forms: Vec<_> = library.forms().filter(|form| form.has_respondent()).collect();
    for form in forms {
        let mut person = hearing(&form.id, KEY);
        person.types("1<enter>");
        for _ in 0..60 {
            if !person.app.view().place.is_some_and(|place| place.starts_with("Question ")) {
                break;
            }
            person.types("<f7>");
            let disk = person.disk.borrow();
            let speech = disk.heard.iter().flatten().last().expect("it was read");
            let passage = &speech.passages[0];
            let asked = passage.recording.clone().expect("a question");
            let question = form.questions.iter().find(|question| question.name == asked.question);
            assert_eq!(asked, recording(&locale, &form, question.expect("asked")), "{}", form.id);
            let said = passage.sentences.iter().map(|sentence| sentence.text.as_str());
            let said: Vec<&str> = said.filter(|text| !text.starts_with("Question ")).collect();
            let read: Vec<&str> = asked.text.lines().collect();
            // Where words are typed, passing is a key, which nobody reads.
            assert_eq!(said[..read.len()], read[..], "{} {}", form.id, asked.question);
            assert!(said.len() - read.len() <= 1, "{} {said:?}", form.id);
            compared += 1;
            drop(disk);
            person.types("<f2><enter>");
        }
    }
    assert!(compared > 80, "{compared}");
}

/// One person at the borne, where screens are read as they come: answers with this digit, writes
/// these words, asks to hear each screen again; what was said, to the end.
fn heard_at_the_borne(id: &str, digit: &str, words: &str) -> Vec<Vec<String>> {
    let before = Before::Person(Duration::ZERO);
    let settings = settings_and("[voix]\nlecture = \"toujours\"\n");
    let (mut person, _clock) = Person::at_borne(&[id], before, settings, (100, 40));
    person.app.found_voice(Speaks::Something);
    person.types("<enter><enter>1<enter>");
    let mut turns = 0;
    while !person.sees().contains("Merci") {
        turns += 1;
        assert!(turns < 40, "{}", person.sees());
        let seen = person.sees();
        let keys = if seen.contains("Écrire moi-même") {
            "3"
        } else if person.app.view().mode == Mode::Field {
            words
        } else if seen.contains("carton") || seen.contains("ans ou plus") {
            "1"
        } else {
            digit
        };
        person.types(keys).types("<f7><enter>");
    }
    let disk = person.disk.borrow();
    disk.heard.iter().flatten().map(sentences).collect()
}

#[test]
fn at_the_borne_the_room_hears_the_questions_and_nothing_of_who_answers() {
    for (id, least) in [("com-entree", 10), ("com-recit", 10)] {
        let one = heard_at_the_borne(id, "1", "les vélos");
        let other = heard_at_the_borne(id, "2", "le jardin");
        assert_eq!(one, other, "{id}");
        assert!(one.len() >= least, "{id}: {one:#?}");
        let all = one.concat().join("\n").to_lowercase();
        for word in ["vélos", "choisi", "c'est écrit", "lune", "seconde"] {
            assert!(!all.contains(word), "{word} in {all}");
        }
        assert!(all.contains("un : ") && all.contains("grande touche entrée"), "{all}");
    }
}

#[test]
fn at_the_borne_time_that_passes_does_not_stop_the_voice_and_any_key_does() {
    let before = Before::Person(Duration::ZERO);
    let settings = settings_and("[voix]\nlecture = \"touche\"\n");
    let (mut person, clock) = Person::at_borne(&["com-court"], before, settings, (100, 24));
    assert!(!person.sees().contains("F7"), "{}", person.sees());
    person.app.found_voice(Speaks::Something);
    person.types("<enter>").sees_words("F7 Écouter");
    person.types("<f7>").waits(&clock, Duration::from_secs(5));
    assert_eq!(times(&person), (1, 0));
    person.types("é");
    assert_eq!(times(&person), (1, 1));
}
