//! The supervisor of the borne, on a pseudo-terminal: nobody gets out but the team, and whatever ends
//! a child brings a clean welcome.
//! Never a shell behind it.

#![cfg(target_os = "linux")]

mod support;

use std::time::{Duration, Instant};

use support::Chance;
use support::kiosk::{Borne, CODE, Place, children, session, signal, until, wait_gone};
use support::program::told;
use support::terminal::{CTRL_C, ENTER, ESC, Ended};

const F12: &str = "\x1b[24~";

/// What the borne leaves behind on the terminal: nothing.
#[track_caller]
fn is_clean(ended: &Ended) {
    let left = [ended.alternate_screen, ended.cursor_hidden, ended.mouse, ended.bracketed_paste];
    assert_eq!(left, [false; 4]);
    assert!(ended.termios_restored);
    assert_eq!(ended.screen, "");
}

#[test]
fn a_child_killed_at_any_stage_brings_the_same_clean_welcome_by_itself() {
    let place = Place::new();
    for name in ["KILL", "ABRT"] {
        let borne = place.open(&[]);
        let welcome = borne.terminal.screen();
        let stages: [&dyn Fn(&Borne); 4] =
            [&|_| {}, &Borne::begins, &|borne| borne.types("MARQUE-un"), &|borne| {
                borne.types("MARQUE-deux");
                borne.terminal.press(ENTER);
                borne.terminal.wait_for("Et avec qui");
            }];
        for stage in stages {
            stage(&borne);
            assert_eq!(borne.is_killed(name), welcome);
        }
    }
}

#[test]
fn wrong_codes_are_slowed_and_the_right_one_leaves_and_restores_the_terminal() {
    let place = Place::new();
    let borne = place.open(&[]);
    let terminal = &borne.terminal;
    let type_code = |code: &str| {
        terminal.press(F12);
        terminal.wait_for("Code de l'équipe");
        terminal.press(code);
        terminal.press(ENTER);
    };
    let begun = Instant::now();
    borne.ends(|_| type_code("soleil-sapin"));
    // Too early, even the right one is not listened to.
    type_code(CODE);
    terminal.wait_for("Réessayez dans");
    terminal.press(ESC);
    terminal.wait_for("Commencer");
    // The wait is the supervisor's: a child that is killed takes nothing of it along.
    borne.is_killed("KILL");
    type_code(CODE);
    terminal.wait_for("Réessayez dans");
    // The field is empty again each time, until the code is listened to.
    let leader = terminal.pid();
    until("the end of the wait", || {
        terminal.press(&format!("{CODE}{ENTER}"));
        std::thread::sleep(Duration::from_millis(50));
        session(leader).is_empty().then_some(())
    });
    assert!(begun.elapsed() > Duration::from_millis(1_900), "{:?}", begun.elapsed());
    let ended = borne.terminal.finish();
    is_clean(&ended);
    assert_eq!(ended.code, Some(0));
    assert_eq!(session(leader), Vec::<u32>::new(), "nothing reads the terminal any more");
}

#[test]
fn the_system_ends_the_borne_and_the_keyboard_does_not() {
    let place = Place::new();
    for (name, code) in [("TERM", 143), ("HUP", 129)] {
        let borne = place.open(&[]);
        borne.types("MARQUE-trois");
        let child = borne.child();
        for harmless in ["INT", "QUIT", "TSTP", "USR1", "ALRM"] {
            borne.terminal.signal(harmless);
        }
        // Control and C, backslash, Z, D, S.
        for keys in [CTRL_C, "\x1c", "\x1a", "\x04", "\x13"] {
            borne.terminal.press(keys);
        }
        borne.terminal.press("X");
        borne.terminal.wait_for("X");
        assert_eq!(borne.child(), child, "the same child serves the same person");
        let leader = borne.terminal.pid();
        borne.terminal.signal(name);
        let ended = borne.terminal.finish();
        is_clean(&ended);
        assert_eq!((ended.code, session(leader)), (Some(code), Vec::new()), "{name}");
    }
}

#[test]
fn a_child_ends_with_its_supervisor_and_with_the_window() {
    let place = Place::new();
    let borne = place.open(&[]);
    borne.types("MARQUE-quatre");
    let child = borne.child();
    borne.terminal.signal("KILL");
    wait_gone(child);

    let borne = place.open_in_window();
    borne.types("MARQUE-cinq");
    let supervisor = borne.child();
    let child = until("a child", || children(supervisor).pop());
    borne.terminal.signal("KILL");
    wait_gone(child);
    wait_gone(supervisor);
}

#[test]
fn children_that_are_of_no_use_put_the_borne_out_of_order_until_the_team_comes() {
    let place = Place::new();
    let borne = place.open(&[]);
    for _ in 0..4 {
        borne.is_killed("KILL");
    }
    signal(borne.child(), "ABRT");
    let terminal = &borne.terminal;
    terminal.wait_for("Hors service");
    terminal.press(CTRL_C);
    terminal.press("\x1a\x1c\x04");
    terminal.press(&format!("{CODE}{ENTER}"));
    let leader = terminal.pid();
    let ended = borne.terminal.finish();
    is_clean(&ended);
    assert_eq!((ended.code, session(leader)), (Some(0), Vec::new()));
}

#[test]
fn without_a_code_the_borne_does_not_begin_unless_somebody_stays_beside_it() {
    let place = Place::with("");
    let refused = place.start(&[]).terminal.finish();
    assert!(refused.screen.contains("recueil kiosk --set-code"), "{}", refused.screen);
    assert_eq!(refused.code, Some(2));
    let borne = place.open(&["--attended"]);
    // There is no code: none is right.
    borne.terminal.press(F12);
    borne.begins();
    borne.terminal.signal("TERM");
    assert_eq!(borne.terminal.finish().code, Some(143));
}

#[test]
fn what_the_team_must_know_is_told_before_anybody_is_served() {
    let place = Place::new();
    let at = place.dossier().display().to_string();
    let run = |arguments: &[&str]| {
        let arguments = [&["--dossier", &at, "borne"][..], arguments].concat();
        told(&support::program::run(place.folder(), &arguments))
    };
    let (_, told, code) = run(&["atelier-bilan"]);
    assert_eq!(
        (told.as_str(), code),
        ("La borne a besoin d'un terminal, en entrée et en sortie.\n", Some(2))
    );
    let (_, told, code) = run(&["atelier-bilam"]);
    assert!(told.contains("atelier-bilam"), "{told}");
    assert_eq!(code, Some(2));
}

#[test]
fn a_code_is_typed_twice_unseen_and_changes_nothing_where_it_differs() {
    let place = Place::with("");
    let before = std::fs::read_to_string(place.dossier().join("recueil.toml")).expect("settings");
    let set = |first: &str, second: &str| {
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_recueil"));
        let at = place.dossier().display().to_string();
        let arguments = ["--dossier", &at, "kiosk", "--set-code"];
        let terminal = support::terminal::Terminal::start(program, &arguments, &place.setup());
        terminal.wait_for("Le code de l'équipe");
        terminal.press(&format!("{first}{ENTER}"));
        if !second.is_empty() {
            terminal.wait_for("Encore une fois");
            terminal.press(&format!("{second}{ENTER}"));
        }
        let ended = terminal.finish();
        assert!(ended.termios_restored);
        assert!(!String::from_utf8_lossy(&ended.raw).contains("704192"), "never shown");
        let settings = std::fs::read_to_string(place.dossier().join("recueil.toml"));
        (ended.screen, settings.expect("settings"))
    };
    let (told, settings) = set("704192", "704193");
    assert!(told.ends_with("Les deux fois ne sont pas pareilles. Rien n'a changé : recommencez."));
    assert_eq!(settings, before);
    let (told, settings) = set("123456", "");
    assert!(told.contains("Ce code se devine"), "{told}");
    assert_eq!(settings, before);
    let (told, settings) = set("704192", "704192");
    assert!(told.contains("Le code est en place"), "{told}");
    assert!(settings.starts_with(&before), "{settings}");
    assert!(settings[before.len()..].starts_with("code = \"$argon2id$v=19$"), "{settings}");
}

/// Bytes that a keyboard, a mouse or a paste could send, and many that none would.
fn noise(chance: &mut Chance) -> Vec<u8> {
    let random = |chance: &mut Chance, length: u64| -> Vec<u8> {
        let length = 1 + chance.below(length);
        (0..length).map(|_| chance.number().to_le_bytes()[0]).collect()
    };
    match chance.below(8) {
        0 => random(chance, 12),
        1 => {
            let mut paste = b"\x1b[200~".to_vec();
            paste.extend(random(chance, 60).into_iter().filter(|byte| *byte != 0x1b));
            paste.extend(b"\x1b[201~");
            paste
        }
        2 => {
            let (button, column, row) = (chance.below(70), chance.below(90), chance.below(30));
            let end = chance.one_of(b"Mm");
            let mut mouse = format!("\x1b[<{button};{};{}", column + 1, row + 1).into_bytes();
            mouse.push(end);
            mouse
        }
        3 => chance.one_of(&["\x1b[A", "\x1b[B", "\x1bOP", "\x1b[15~", "\x1b[24~", "\x1b"]).into(),
        4 => vec![chance.one_of(&[3, 4, 8, 9, 0x11, 0x13, 0x1a, 0x1c, 0x7f])],
        5 | 6 => vec![chance.one_of(b"0123456789"), b'\r'],
        _ => vec![b'\r'],
    }
}

#[test]
fn ten_thousand_random_bytes_pastes_clicks_and_sizes_never_leave_the_borne() {
    let place = Place::new();
    let borne = place.open(&[]);
    let welcome = borne.terminal.screen();
    let mut chance = Chance(8);
    let mut sent = 0;
    while sent < 10_000 {
        for _ in 0..20 {
            let noise = noise(&mut chance);
            sent += noise.len();
            borne.terminal.press_bytes(&noise);
        }
        let (columns, rows) = chance.one_of(&[(80, 24), (40, 12), (132, 50), (20, 5), (1, 1)]);
        borne.terminal.resize(columns, rows);
        // Whoever is served ends now and then, so that the noise meets every screen afresh.
        if chance.below(12) == 0 {
            borne.terminal.resize(80, 24);
            borne.is_killed("KILL");
        }
    }
    borne.terminal.resize(80, 24);
    let supervisor = borne.terminal.pid();
    for process in session(supervisor) {
        let name = std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
        assert!(["recueil\n", "exe\n"].contains(&name.as_str()), "{name}");
    }
    borne.is_killed("KILL");
    // The noise may have ended somebody just before: two welcomes then come one after the other.
    until("the welcome of the beginning", || (borne.terminal.screen() == welcome).then_some(()));
}
