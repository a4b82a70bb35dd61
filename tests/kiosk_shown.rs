//! The borne as it is seen and heard: whole screens, whole dialogues, and ten thousand keys at random.
//! Never a clock of its own: time passes when a test says so.

mod support;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;
use std::time::Duration;

use ratatui::crossterm::event::{Event as Input, KeyCode, KeyEvent, KeyModifiers, MouseEvent};
use ratatui::crossterm::event::{MouseButton, MouseEventKind};
use recueil::app::{Before, Effect, End, Event, Settings};
use recueil::plain::{self, Came, Listener};
use recueil::store::{Action, Reason};
use support::{Chance, Clock, OPEN, Person, settings_and, shows_at};

const WELCOME: Before = Before::Person(Duration::ZERO);

/// The sizes at which the borne is looked at: a usual window, one of large letters, a wide one.
const SIZES: [(u16, u16); 3] = [(80, 24), (40, 12), (120, 40)];

fn borne(lines: &str) -> Settings {
    settings_and(&format!("[borne]\n{lines}"))
}

/// Compares what is seen after a script, at each size, with the files of this name.
fn shows(name: &str, form: &str, settings: &dyn Fn() -> Settings, script: &str) {
    for size in SIZES {
        let (mut person, _clock) = Person::at_borne(&[form], WELCOME, settings(), size);
        types(&mut person, script);
        shows_at(name, size, person, "");
    }
}

/// In a script, the way from the welcome to the first question; in a low window there is more to read.
const IN: &str = "<in>";

/// Types a script that may begin by the way in.
fn types(person: &mut Person<'static>, script: &str) {
    let Some(then) = script.strip_prefix(IN) else {
        person.types(script);
        return;
    };
    person.types_until("1<enter>", "Question 1").types(then);
}

#[test]
fn the_screens_before_the_first_question() {
    let settings = || borne("");
    shows("borne-welcome", "com-court", &settings, "");
    shows("borne-welcome-english", "com-court", &settings, "2<enter>");
    shows("borne-notice", "com-court", &settings, "<enter>");
    shows("borne-consent", "com-court", &settings, "<enter><enter>");
    shows("borne-age", "com-court", &settings, "<enter><enter>1<enter>");
    shows("borne-welcome-trial", "ker-enfant", &settings, "");
    shows("borne-consent-health", "upc-entree", &|| settings_and(OPEN), "<enter>");
}

#[test]
fn the_questions() {
    let settings = || borne("");
    shows("borne-question", "com-court", &settings, IN);
    shows("borne-chosen", "com-court", &settings, &format!("{IN}é"));
    shows("borne-unchosen", "com-court", &settings, &format!("{IN}<down><up><left>"));
    shows("borne-several", "com-court", &settings, &format!("{IN}&<enter>&<enter>&é"));
    shows("borne-open", "com-recit", &settings, IN);
    shows("borne-helper", "com-recit", &settings, &format!("{IN}é<enter>"));
    shows("borne-writing", "com-recit", &settings, &format!("{IN}\"<enter>Avant, je ne sortais"));
    shows("borne-pass", "com-court", &settings, &format!("{IN}0<enter>"));
    shows("borne-stop", "com-court", &settings, &format!("{IN}<esc>"));
    shows("borne-child", "ker-enfant", &settings, IN);
}

#[test]
fn the_screens_after_the_last_question() {
    let lines = "restitution = \"jeudi 3 décembre, à l'atelier\"\nrelecture = true\n";
    let settings = || borne(lines);
    let four = format!("{IN}&<enter>&<enter>&<enter>&<enter>");
    shows("borne-review", "com-entree", &settings, &four);
    shows("borne-card", "com-entree", &settings, &format!("{four}&<enter>"));
    shows("borne-thanks", "com-entree", &settings, &format!("{four}&<enter>é<enter>"));
    shows("borne-goodbye", "com-entree", &settings, &format!("{IN}<esc>é<enter>"));
}

#[test]
fn the_screens_of_a_silence_and_of_the_team() {
    for size in SIZES {
        let settings = || borne("code = \"$argon2id$\"\n");
        let (mut person, clock) = Person::at_borne(&["com-court"], WELCOME, settings(), size);
        types(&mut person, &format!("{IN}é<enter>"));
        person.waits(&clock, Duration::from_secs(120));
        shows_at("borne-silence", size, person, "");
        let (person, _clock) = Person::at_borne(&["com-court"], Before::Staff, settings(), size);
        shows_at("borne-opening", size, person, "");
        let waiting = Before::Person(Duration::from_secs(8));
        let (person, _clock) = Person::at_borne(&["com-court"], waiting, settings(), size);
        shows_at("borne-staff", size, person, "<f12>abc");
        let forms = ["com-court", "com-recit"];
        let (person, _clock) = Person::at_borne(&forms, WELCOME, settings(), size);
        shows_at("borne-several-forms", size, person, "<enter>");
    }
}

/// Lines typed one after the other, and silences between them.
struct Talk {
    script: VecDeque<Came>,
    clock: Clock,
}

impl Listener for Talk {
    fn next(&mut self, wait: Option<Duration>) -> io::Result<Came> {
        let came = self.script.pop_front().unwrap_or(Came::End);
        if came == Came::Silence {
            self.clock.passes(wait.expect("somebody waits for ever"));
        }
        Ok(came)
    }
}

/// The whole dialogue of these lines, `…` being a silence for as long as is waited.
fn talk(form: &str, settings: Settings, script: &[&str]) -> (String, Person<'static>) {
    let (mut person, clock) = Person::at_borne(&[form], WELCOME, settings, (80, 24));
    let came = |line: &&str| match *line {
        "…" => Came::Silence,
        line => Came::Line(line.to_owned()),
    };
    let mut talk = Talk { script: script.iter().map(came).collect(), clock };
    let mut said = Vec::new();
    let disk = Rc::clone(&person.disk);
    let mut perform = |effect| disk.borrow_mut().perform(effect);
    let echo = plain::Echo::Nobody;
    plain::listen(&mut talk, &mut said, echo, &mut person.app, Vec::new(), &mut perform)
        .expect("lines in memory");
    assert!(talk.script.is_empty(), "{:?} was not heard", talk.script);
    (String::from_utf8(said).expect("UTF-8"), person)
}

/// Compares a whole dialogue with the file of this name.
fn says(name: &str, said: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, said));
}

#[test]
fn a_whole_dialogue_in_lines() {
    let script = ["", "", "1", "1", "3", "x", "9", "2 3", "1", "0", "", "2", "", "1", ""];
    let (said, person) = talk("com-entree", borne(""), &script);
    says("borne-lines", &said);
    assert_eq!(person.disk.borrow().rows.len(), 1);
    assert_eq!(person.app.borne_end(), Some(End::Next));
}

#[test]
fn words_and_somebody_who_writes_in_lines() {
    let script = ["", "", "1", "1", "2", "", "Je suis venue seule.", "3", "", "1", "", "7", "2"];
    let (said, _person) = talk("com-recit", borne(""), &script);
    says("borne-lines-words", &said);
}

#[test]
fn a_silence_in_lines_is_said_in_words_and_ends_as_the_notice_said() {
    let mut script = vec!["", "", "1", "1", "2", "…", "je suis là", "1", "…"];
    script.extend(["…"; 30]);
    let (said, person) = talk("com-court", borne(""), &script);
    says("borne-lines-silence", &said);
    assert!(person.disk.borrow().rows.is_empty());
    assert_eq!(person.app.borne_end(), Some(End::Next));
}

#[test]
fn the_team_leaves_in_lines_too() {
    let coded = borne("code = \"$argon2id$\"\n");
    let (said, person) = talk("com-court", coded, &["equipe", "", "equipe", "sésame"]);
    assert!(!said.contains("sésame"), "{said}");
    assert_eq!(person.app.borne_end(), Some(End::Staff));
    let (said, person) = talk("com-court", borne(""), &["equipe", ":", ":q", "aide", "langue"]);
    assert!(!said.contains(":revoir") && !said.contains("aide » dit"), "{said}");
    assert_eq!(person.app.borne_end(), None);
}

/// Whatever a hand can do: keys, with and without others, clicks, pastes, a window that changes.
fn anything(chance: &mut Chance) -> Input {
    let key = |code, with| Input::Key(KeyEvent::new(code, with));
    let plain = KeyModifiers::NONE;
    match chance.below(20) {
        0..6 => key(
            KeyCode::Char(chance.one_of(&[
                '1', '2', '3', '4', '0', '&', 'é', '"', 'à', '9', ' ', ':', '?', '*', 'q', 'r', 'é',
            ])),
            plain,
        ),
        6..11 => key(KeyCode::Enter, plain),
        11 => key(
            chance.one_of(&[
                KeyCode::Esc,
                KeyCode::Left,
                KeyCode::PageUp,
                KeyCode::Backspace,
                KeyCode::Tab,
                KeyCode::BackTab,
                KeyCode::Delete,
                KeyCode::Insert,
                KeyCode::Null,
                KeyCode::Menu,
                KeyCode::PrintScreen,
                KeyCode::Pause,
            ]),
            plain,
        ),
        12 | 13 => key(
            chance.one_of(&[
                KeyCode::Up,
                KeyCode::Down,
                KeyCode::Home,
                KeyCode::End,
                KeyCode::Right,
                KeyCode::PageDown,
            ]),
            plain,
        ),
        14 => key(KeyCode::F(u8::try_from(1 + chance.below(24)).expect("a small number")), plain),
        15 => {
            let letters: Vec<char> = ('a'..='z').chain("[]\\_@ ".chars()).collect();
            let with = chance.one_of(&[
                KeyModifiers::CONTROL,
                KeyModifiers::ALT,
                KeyModifiers::CONTROL | KeyModifiers::SHIFT,
                KeyModifiers::SUPER,
            ]);
            key(KeyCode::Char(chance.one_of(&letters)), with)
        }
        16 => Input::Paste(
            chance
                .one_of(&["1\r1\r1\r", "\u{1b}[2J\u{1b}]0;x\u{7}", "sésame\r", "a\u{202e}\u{0}b"])
                .repeat(1 + chance.among(40)),
        ),
        17 | 18 => Input::Mouse(MouseEvent {
            kind: chance.one_of(&[
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::Down(MouseButton::Right),
                MouseEventKind::Up(MouseButton::Left),
                MouseEventKind::Drag(MouseButton::Left),
                MouseEventKind::ScrollDown,
                MouseEventKind::ScrollUp,
                MouseEventKind::Moved,
            ]),
            column: u16::try_from(chance.below(130)).expect("a small number"),
            row: u16::try_from(chance.below(45)).expect("a small number"),
            modifiers: plain,
        }),
        _ if chance.below(2) == 0 => Input::FocusLost,
        _ => Input::FocusGained,
    }
}

/// Ten thousand of them, people coming one after the other.
fn walk(seed: u64, inputs: usize) -> (usize, usize) {
    let mut chance = Chance(seed);
    let (mut saved, mut ended, mut welcomes) = (0, 0, 0);
    let sizes = [(80, 24), (40, 12), (120, 40), (24, 8), (10, 3)];
    let forms: [&[&str]; 5] = [
        &["com-court"],
        &["com-recit", "com-entree"],
        &["ker-enfant"],
        &["upc-entree"],
        &["flsm-sortie", "flsm-entree", "com-partenaire"],
    ];
    let lines = [
        "",
        "[borne]\ncode = \"$argon2id$\"\npartiels = \"garder\"\n",
        "[borne]\nrelecture = true\nrestitution = \"jeudi\"\naide = \"l'accueil\"\n",
    ];
    let comes = |chance: &mut Chance| {
        let forms = chance.one_of(&forms);
        let lines = format!("{OPEN}{}", chance.one_of(&lines));
        let size = chance.one_of(&sizes);
        Person::at_borne(forms, WELCOME, settings_and(&lines), size)
    };
    let (mut person, mut clock) = comes(&mut chance);
    for _ in 0..inputs {
        match chance.below(60) {
            0 => {
                let mut side =
                    |most| u16::try_from(1 + chance.below(most)).expect("a small number");
                person.resize(side(130), side(45));
            }
            1 => {
                let refuses = (chance.below(2) == 0).then_some((Action::Write, Reason::Full));
                person.disk.borrow_mut().refuses = refuses;
            }
            2 => drop(person.waits(&clock, Duration::from_secs(chance.below(200))).sees()),
            _ => drop(person.input(&anything(&mut chance)).sees()),
        }
        let shown = person.sees();
        assert!(shown.lines().count() > 0);
        // Nothing of the rest of the program is ever in sight.
        for elsewhere in [
            "/dossier",
            "recueil",
            "Quel référentiel",
            "brouillon",
            "Réglages",
            "résultats de",
            "Aide",
            "actions",
            "csv",
            "Quitter",
            "$argon2id$",
        ] {
            assert!(!shown.contains(elsewhere), "{elsewhere} in\n{shown}");
        }
        // Whoever finds the welcome finds nothing of anybody.
        if ["donner votre avis", "donner ton avis", "say what you think"]
            .iter()
            .any(|words| shown.contains(words))
        {
            assert!(person.app.interview().is_none() && person.app.unsaved().is_none(), "{shown}");
            welcomes += 1;
        }
        {
            let disk = person.disk.borrow();
            assert!(disk.journal.is_none() && disk.settings.is_none() && disk.seance.is_none());
        }
        if person.left {
            // Whoever ends, nothing of them is left in memory.
            assert!(person.app.interview().is_none() && person.app.unsaved().is_none());
            assert!(person.app.borne_end().is_some());
            saved += person.disk.borrow().rows.len();
            ended += 1;
            (person, clock) = comes(&mut chance);
        }
    }
    assert!(welcomes > 0, "seed {seed}");
    (saved, ended)
}

#[test]
fn ten_thousand_things_done_at_random_never_leave_the_borne_and_never_panic() {
    let walks: Vec<_> = (1..=10).map(|seed| walk(seed, 1_000)).collect();
    let saved: usize = walks.iter().map(|(saved, _)| saved).sum();
    let ended: usize = walks.iter().map(|(_, ended)| ended).sum();
    // The walks must come through: otherwise they show nothing.
    assert!(saved > 5 && ended > 30, "{saved} rows saved, {ended} people");
}

#[test]
fn the_borne_asks_for_nothing_but_to_see_to_save_to_count_and_to_end() {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let events = || {
        vec![
            Event::Palette,
            Event::Help,
            Event::Leave,
            Event::Interrupt,
            Event::LookBack,
            Event::Language,
            Event::Rephrase,
            Event::Illegible,
            Event::Pass,
            Event::Confirm,
            Event::Digit(1),
            Event::Confirm,
        ]
    };
    let (mut person, _clock) = Person::at_borne(&["com-court"], WELCOME, borne(""), (80, 24));
    for _ in 0..40 {
        for event in events() {
            let noted = Rc::clone(&asked);
            let disk = Rc::clone(&person.disk);
            let effects = person.app.update(event);
            person.app.carry_out(effects, &mut |effect| {
                noted.borrow_mut().push(match &effect {
                    Effect::Probe { .. } => "probe",
                    Effect::Save { .. } => "save",
                    Effect::Count => "count",
                    Effect::Staff(_) => "staff",
                    other => panic!("{other:?}"),
                });
                disk.borrow_mut().perform(effect)
            });
        }
    }
    assert!(asked.borrow().contains(&"probe"));
    assert!(person.app.is_borne());
}
