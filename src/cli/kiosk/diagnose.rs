//! `recueil kiosk --diagnose`: what can be seen of the machine and of the borne that runs on it.
//! Never decides what is weak: `app` does.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::system::{System, Terminal, Who, locks_memory, whole};
use crate::app::{Kept, Leader, Machine, Settings, Subject, diagnose};
use crate::cli::Exit;
use crate::cli::dossier::Dossier;
use crate::locale::Locale;

/// Tells the weak points, and what could not be looked at.
pub(super) fn run(locale: &Locale, dossier: &Dossier, settings: &Settings) -> Exit {
    let machine = look(dossier, settings);
    let found = diagnose(&machine);
    println!(
        "{}",
        locale.say(match machine.subject {
            Subject::Borne => "diagnose-borne",
            Subject::Diagnosis => "diagnose-itself",
        })
    );
    println!("\n{}", locale.tell("diagnose-count", &[("count", found.weak.len().into())]));
    for (number, weak) in found.weak.iter().enumerate() {
        let (what, todo) = weak.words(locale);
        println!("\n{}. {what}\n   {todo}", number + 1);
    }
    println!("\n{}", locale.say("diagnose-unseen"));
    for unseen in &found.unseen {
        println!("- {}", unseen.words(locale));
    }
    println!("- {}", locale.say("unseen-always"));
    if found.weak.is_empty() { Exit::Done } else { Exit::Problems }
}

/// What can be seen of this machine.
fn look(dossier: &Dossier, settings: &Settings) -> Machine {
    let system = System { root: PathBuf::from("/") };
    let own = std::process::id();
    let processes = system.processes();
    let itself = processes.iter().find(|process| process.id == own);
    // Begun as a borne is, it is looked at in its place.
    let stands_in = itself.is_some_and(|process| process.session == own);
    let borne = if stands_in { None } else { system.borne(&processes, dossier.root()) };
    let subject = borne.or(itself);
    let with = |name: &str| subject.and_then(|subject| system.variable(subject.id, name));
    let who = subject.and_then(|subject| system.who(subject.id));
    let absent = |is_there| if is_there { Kept::There } else { Kept::Absent };
    let named = |id| processes.iter().find(|process| process.id == id).map(|it| it.name.clone());
    Machine {
        subject: if borne.is_some() { Subject::Borne } else { Subject::Diagnosis },
        starter: subject.and_then(|subject| named(subject.parent)),
        leader: subject.and_then(|subject| match subject.session {
            session if session == subject.id => Some(Leader::Borne),
            session => named(session).map(Leader::Other),
        }),
        rights: who.as_ref().map(|who| system.rights(who)),
        readable: readable(dossier),
        writable: who.as_ref().and_then(|who| writable(dossier, who)),
        keys: absent(settings.seals()),
        code: absent(!settings.borne.code.is_empty()),
        terminal: subject.and_then(|subject| match subject.terminal {
            // What systemd calls the kind of a console, where the environment may not be read.
            Terminal::Console(_) => Some("linux".to_owned()),
            _ => system.variable(subject.id, "TERM"),
        }),
        multiplexer: [("TMUX", "tmux"), ("STY", "screen"), ("ZELLIJ", "zellij")]
            .into_iter()
            .find_map(|(variable, name)| with(variable).map(|_| name.to_owned())),
        columns: subject.and_then(|subject| columns(subject.terminal)),
        gpm: whole(&processes).map(|all| all.iter().any(|process| process.name == "gpm")),
        year: Some(Timestamp::now().to_zoned(TimeZone::UTC).year()),
        clock_is_set: system.clock_is_set(&processes),
        core_pattern: system
            .text("proc/sys/kernel/core_pattern")
            .map(|text| text.trim().to_owned()),
        swaps: system.text("proc/swaps").map(|text| system.swaps(&text)),
        locks_memory: subject.and_then(|subject| {
            system.text(&format!("proc/{}/limits", subject.id)).and_then(|text| locks_memory(&text))
        }),
        others: who.as_ref().and_then(|who| system.others(who.user)),
        consoles: subject.and_then(|subject| system.consoles(&processes, subject.terminal)),
        sysrq: system.text("proc/sys/kernel/sysrq").and_then(|text| text.trim().parse().ok()),
        reboots: system.reboots(&processes),
    }
}

/// The width of a terminal.
#[cfg(unix)]
fn columns(terminal: Terminal) -> Option<u16> {
    use std::os::unix::fs::OpenOptionsExt;

    let path = terminal.path()?;
    let flags = rustix::fs::OFlags::NOCTTY | rustix::fs::OFlags::NONBLOCK;
    let flags = i32::try_from(flags.bits()).ok()?;
    let file = fs::OpenOptions::new().read(true).custom_flags(flags).open(path).ok()?;
    let size = rustix::termios::tcgetwinsize(file).ok()?;
    Some(size.ws_col).filter(|columns| *columns > 0)
}

#[cfg(not(unix))]
fn columns(terminal: Terminal) -> Option<u16> {
    terminal.path().and(None)
}

fn names(paths: Vec<PathBuf>) -> Vec<String> {
    paths.into_iter().map(|path| path.display().to_string()).collect()
}

/// The folders of answers that others than their owner may open.
#[cfg(unix)]
fn readable(dossier: &Dossier) -> Option<Vec<String>> {
    use std::os::unix::fs::MetadataExt;

    let mode = |path: &Path| fs::metadata(path).ok().map(|about| about.mode());
    // Nobody else gets into a dossier that is shut.
    if mode(dossier.root())? & 0o011 == 0 {
        return Some(Vec::new());
    }
    let folders = [dossier.data(), dossier.drafts()];
    let open = folders.into_iter().filter(|path| mode(path).is_some_and(|mode| mode & 0o077 != 0));
    Some(names(open.collect()))
}

#[cfg(not(unix))]
fn readable(_dossier: &Dossier) -> Option<Vec<String>> {
    None
}

/// What the user may change of what the borne asks, and of its code. Whoever owns a file may give
/// themselves the right to write it.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it cannot be seen")]
fn writable(dossier: &Dossier, who: &Who) -> Option<Vec<String>> {
    use std::os::unix::fs::MetadataExt;

    if who.user == 0 {
        return Some(Vec::new());
    }
    let questionnaires = dossier.questionnaires_folder();
    let mut paths =
        vec![dossier.root().to_owned(), dossier.settings_file(), questionnaires.clone()];
    paths.extend(fs::read_dir(questionnaires).into_iter().flatten().flatten().map(|it| it.path()));
    paths.sort();
    let may = |path: &PathBuf| {
        fs::metadata(path).is_ok_and(|about| {
            may_write(about.mode(), about.uid() == who.user, who.groups.contains(&about.gid()))
        })
    };
    Some(names(paths.into_iter().filter(may).collect()))
}

#[cfg(not(unix))]
fn writable(_dossier: &Dossier, _who: &Who) -> Option<Vec<String>> {
    None
}

/// May somebody write a file of this mode?
#[cfg(unix)]
const fn may_write(mode: u32, owns: bool, is_of_group: bool) -> bool {
    owns || (is_of_group && mode & 0o020 != 0) || (!is_of_group && mode & 0o002 != 0)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn whoever_owns_a_file_may_write_it() {
        let cases = [
            (0o400, true, false, true),
            (0o640, false, true, false),
            (0o660, false, true, true),
            (0o602, false, false, true),
            (0o644, false, false, false),
        ];
        for (mode, owns, is_of_group, may) in cases {
            assert_eq!(may_write(mode, owns, is_of_group), may, "{mode:o}");
        }
    }
}
