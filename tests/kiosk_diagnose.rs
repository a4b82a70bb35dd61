//! `recueil kiosk --diagnose`: each weak point from the fact that shows it, and the real program on
//! this machine.
//! Never changes anything of the machine.

#![cfg(target_os = "linux")]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use recueil::app::{
    Kept, Leader, Machine, Rights, Settings, Subject, Swap, Unseen, Weakness, diagnose,
};
use recueil::locale::Locale;
use recueil::questionnaire::Source;
use support::program::{run, told};
use support::terminal::{Setup, Terminal};
use tempfile::TempDir;

fn words(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A machine as the guide has it set up.
fn sound() -> Machine {
    Machine {
        subject: Subject::Borne,
        starter: Some("systemd".into()),
        leader: Some(Leader::Borne),
        rights: Some(Rights::Groups(words(&["recueil", "video"]))),
        readable: Some(Vec::new()),
        writable: Some(Vec::new()),
        keys: Kept::There,
        code: Kept::There,
        terminal: Some("linux".into()),
        multiplexer: None,
        columns: Some(80),
        gpm: Some(false),
        year: Some(2026),
        clock_is_set: Some(true),
        core_pattern: Some("core".into()),
        swaps: Some(Vec::new()),
        locks_memory: Some(false),
        others: Some(Vec::new()),
        consoles: Some(false),
        sysrq: Some(0),
        reboots: Some(false),
    }
}

#[test]
fn a_machine_set_up_as_the_guide_says_has_no_weak_point_and_nothing_unseen() {
    let found = diagnose(&sound());
    assert_eq!((found.weak, found.unseen), (Vec::new(), Vec::new()));
}

#[test]
fn each_weak_point_is_told_by_its_fact_alone() {
    let sound = || sound();
    let swaps = |kept| Some(vec![("/dev/sda2".to_owned(), kept)]);
    let cases: Vec<(Machine, Weakness)> = vec![
        (Machine { code: Kept::Absent, ..sound() }, Weakness::NoCode),
        (Machine { keys: Kept::Absent, ..sound() }, Weakness::NoKeys),
        (Machine { starter: Some("bash".into()), ..sound() }, Weakness::Shell("bash".into())),
        (Machine { starter: Some("-sh".into()), ..sound() }, Weakness::Shell("-sh".into())),
        (
            Machine { leader: Some(Leader::Other("bash".into())), ..sound() },
            Weakness::JobControl("bash".into()),
        ),
        (Machine { rights: Some(Rights::All), ..sound() }, Weakness::Root),
        (
            Machine { rights: Some(Rights::Groups(words(&["anne", "sudo", "docker"]))), ..sound() },
            Weakness::Groups(words(&["sudo", "docker"])),
        ),
        (
            Machine { readable: Some(words(&["/srv/data"])), ..sound() },
            Weakness::Readable(words(&["/srv/data"])),
        ),
        (
            Machine { writable: Some(words(&["/srv/recueil.toml"])), ..sound() },
            Weakness::Writable(words(&["/srv/recueil.toml"])),
        ),
        (
            Machine { multiplexer: Some("tmux".into()), ..sound() },
            Weakness::Multiplexer("tmux".into()),
        ),
        (
            Machine { terminal: Some("screen.linux".into()), ..sound() },
            Weakness::Scrollback("screen.linux".into()),
        ),
        (
            Machine { terminal: Some("vt220".into()), ..sound() },
            Weakness::Scrollback("vt220".into()),
        ),
        (Machine { columns: Some(240), ..sound() }, Weakness::Small(240)),
        (Machine { gpm: Some(true), ..sound() }, Weakness::Gpm),
        (Machine { year: Some(1970), ..sound() }, Weakness::Clock(1970)),
        (
            Machine { core_pattern: Some("|/lib/systemd/systemd-coredump %P".into()), ..sound() },
            Weakness::Core("|/lib/systemd/systemd-coredump %P".into()),
        ),
        (Machine { swaps: swaps(Swap::Plain), ..sound() }, Weakness::Swap(words(&["/dev/sda2"]))),
        (Machine { others: Some(words(&["anne"])), ..sound() }, Weakness::Others(words(&["anne"]))),
        (Machine { consoles: Some(true), ..sound() }, Weakness::Consoles),
        // What Debian allows; and everything.
        (Machine { sysrq: Some(438), ..sound() }, Weakness::SysRq(438)),
        (Machine { sysrq: Some(1), ..sound() }, Weakness::SysRq(1)),
        (Machine { reboots: Some(true), ..sound() }, Weakness::Reboots),
    ];
    for (machine, weakness) in cases {
        assert_eq!(diagnose(&machine).weak, [weakness]);
    }
    let harmless = [
        Machine { swaps: swaps(Swap::Encrypted), ..sound() },
        Machine { swaps: swaps(Swap::InMemory), ..sound() },
        Machine { swaps: swaps(Swap::Plain), locks_memory: Some(true), ..sound() },
        Machine { core_pattern: Some("|/bin/false".into()), ..sound() },
        Machine { terminal: Some("xterm-256color".into()), ..sound() },
        Machine { terminal: Some("foot".into()), ..sound() },
        Machine { sysrq: Some(16 + 32), ..sound() },
    ];
    for machine in harmless {
        assert_eq!(diagnose(&machine).weak, [], "{machine:?}");
    }
}

#[test]
fn what_could_not_be_looked_at_is_said_and_never_called_weak() {
    let found = diagnose(&Machine { keys: Kept::There, code: Kept::There, ..Machine::default() });
    assert_eq!(found.weak, []);
    assert_eq!(
        found.unseen,
        [
            Unseen::Starter,
            Unseen::Rights,
            Unseen::Files,
            Unseen::Terminal,
            Unseen::Clock,
            Unseen::Memory,
            Unseen::Sessions,
            Unseen::Keyboard,
        ]
    );
    // Nothing sets the clock of a machine without a network: that is not known, and no fault.
    let found = diagnose(&Machine { clock_is_set: None, ..sound() });
    assert_eq!((found.weak, found.unseen), (Vec::new(), vec![Unseen::Clock]));
}

#[test]
fn each_weak_point_is_told_in_words_with_what_to_do() {
    for code in ["fr", "en"] {
        let locale = Locale::new(code);
        let todo = locale.say("weak-gpm-do");
        assert!(todo.starts_with("À faire : ") || todo.starts_with("To do: "), "{todo}");
        let (what, _) = Weakness::Groups(words(&["sudo", "docker"])).words(&locale);
        assert!(what.ends_with("sudo, docker"), "{what}");
    }
}

const GUIDE: &str = include_str!("../docs/borne.md");

#[test]
fn the_guide_has_the_part_that_each_remedy_names() {
    let words = include_str!("../src/locale/fr.ftl");
    let named =
        words.lines().filter(|line| line.starts_with("weak-") && line.contains("docs/borne.md"));
    let parts =
        named.flat_map(|line| line.split('«').skip(1)).filter_map(|it| it.split('»').next());
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| part.len() > 2).collect();
    assert!(parts.len() > 4, "{parts:?}");
    for part in parts {
        let heading =
            |line: &str| line.trim_start_matches('#').trim() == part && line.starts_with('#');
        assert!(GUIDE.lines().any(heading), "{part}");
    }
}

#[test]
fn the_settings_of_the_guide_are_read_as_it_says() {
    let example = GUIDE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let text = example.expect("an example").to_owned();
    let settings = Settings::read(Source { name: "borne.md".into(), text }).expect("settings");
    let borne = settings.borne;
    assert_eq!(borne.languages, ["fr", "en"]);
    assert_eq!((borne.silence.as_secs(), borne.countdown.as_secs()), (120, 30));
    assert!(borne.help.starts_with("l'accueil") && borne.code.starts_with("$argon2id$"));
}

/// What the guide has one do, in the files beside it.
#[test]
fn the_files_of_the_guide_start_the_borne_without_a_shell() {
    for (unit, before) in [
        (include_str!("../docs/recueil-borne.service"), "ExecStart="),
        (include_str!("../docs/recueil-borne-fenetre.service"), "foot-borne.ini "),
    ] {
        let start = unit.lines().find(|line| line.starts_with("ExecStart=")).expect("a start");
        let borne = "/usr/local/bin/recueil --dossier /srv/recueil kiosk com-court";
        assert!(start.ends_with(&format!("{before}{borne}")), "{start}");
        assert!(!SHELLS.iter().any(|shell| start.contains(shell)), "{start}");
        for line in ["User=borne", "Restart=on-failure", "LimitCORE=0", "LimitMEMLOCK=infinity"] {
            assert!(unit.lines().any(|it| it == line), "{line}");
        }
    }
}

const SHELLS: [&str; 3] = ["sh -c", "/bin/bash", "/bin/sh"];

/// A dossier with a code, and nothing else.
fn dossier() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let code =
        "structure = \"Foyer\"\ncontact = \"l'accueil\"\n\n[borne]\ncode = \"$argon2id$x\"\n";
    fs::write(folder.path().join("recueil.toml"), code).expect("written");
    folder
}

fn diagnosed(folder: &Path) -> (String, Option<i32>) {
    let (said, wrong, code) = told(&run(folder, &["--dossier", ".", "kiosk", "--diagnose"]));
    assert_eq!(wrong, "");
    (said, code)
}

#[test]
fn the_real_program_looks_at_the_dossier_and_ends_with_1_where_something_is_weak() {
    let folder = dossier();
    let (said, code) = diagnosed(folder.path());
    assert!(said.contains("rien ne les scelle"), "{said}");
    assert!(!said.contains("Aucun code d'équipe"), "{said}");
    assert!(!said.contains("D'autres utilisateurs"), "{said}");
    assert!(said.contains("jamais visible d'un programme"), "{said}");
    assert_eq!(code, Some(1));

    let data = folder.path().join("data");
    fs::create_dir(&data).expect("made");
    let modes = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("changed");
    };
    modes(&data, 0o755);
    modes(folder.path(), 0o755);
    let (said, _) = diagnosed(folder.path());
    assert!(said.contains(&format!("lire les réponses : {}", data.display())), "{said}");
    modes(&data, 0o700);
    assert!(!diagnosed(folder.path()).0.contains("lire les réponses"));

    fs::write(folder.path().join("recueil.toml"), "").expect("written");
    assert!(diagnosed(folder.path()).0.contains("Aucun code d'équipe"));
}

#[test]
fn a_program_without_a_shell_behind_it_is_told_from_one_that_a_shell_started() {
    let folder = dossier();
    let at = folder.path().to_str().expect("a name").to_owned();
    let program = env!("CARGO_BIN_EXE_recueil");
    let setup = Setup::new(folder.path().join("home"), folder.path()).size(132, 60);

    let asked = ["--dossier", &at, "kiosk", "--diagnose"];
    let ended = Terminal::start(Path::new(program), &asked, &setup).finish();
    assert!(!ended.screen.contains("a lancé la borne"), "{}", ended.screen);
    assert!(!ended.screen.contains("le reprendrait"), "{}", ended.screen);
    assert!(ended.screen.contains("L'écran a 132 colonnes"), "{}", ended.screen);

    let line = format!("{program} --dossier {at} kiosk --diagnose; true");
    let ended = Terminal::start(Path::new("/bin/sh"), &["-c", &line], &setup).finish();
    assert!(ended.screen.contains("sh a lancé la borne"), "{}", ended.screen);
    assert!(ended.screen.contains("sh le reprendrait à sa fin"), "{}", ended.screen);
}
