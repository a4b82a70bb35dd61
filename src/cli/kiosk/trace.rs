//! What keeps a process of the borne from leaving anything behind: no core file, no reader of its
//! memory, no page of it in the swap where the system allows, no life after its supervisor.
//! Never anything of another process.

#[cfg(unix)]
use crate::tui::wipe;

/// Shuts this process in. What the system refuses is left as it is: `--diagnose` tells it.
#[cfg(unix)]
pub(super) fn shut() {
    use rustix::process::{Resource, Rlimit, setrlimit};

    // Handed down to every child, so that one that is cut short before its first line leaves no
    // core either.
    _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    shut_memory();
}

#[cfg(not(unix))]
pub(super) fn shut() {}

/// No core through a program that collects them, no other process of the same user that reads this
/// one; and no page in the swap, where this may be asked for without a limit: with one, an
/// allocation beyond it would end the program in front of the person.
#[cfg(target_os = "linux")]
fn shut_memory() {
    use rustix::mm::{MlockAllFlags, mlockall};
    use rustix::process::{DumpableBehavior, Resource, getrlimit, set_dumpable_behavior};

    _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    if getrlimit(Resource::Memlock).current.is_none() {
        _ = mlockall(MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT);
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn shut_memory() {}

/// Ends with the supervisor, however that one ends: the system sends the signal that gives the
/// terminal back. Says whether the supervisor is still there.
#[cfg(target_os = "linux")]
pub(super) fn follow(supervisor: u32) -> bool {
    use rustix::process::{Signal, set_parent_process_death_signal};

    _ = set_parent_process_death_signal(Some(Signal::TERM));
    // It may have ended before the system was asked.
    std::os::unix::process::parent_id() == supervisor
}

#[cfg(all(unix, not(target_os = "linux")))]
pub(super) fn follow(supervisor: u32) -> bool {
    std::os::unix::process::parent_id() == supervisor
}

#[cfg(not(unix))]
pub(super) fn follow(_supervisor: u32) -> bool {
    true
}

/// On plain lines a signal to end takes away what was said and typed on the terminal; the full screen
/// does so by itself.
#[cfg(unix)]
pub(super) fn wipe_at_signals() -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGTERM};

    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGTERM])?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        let ending = signals.forever().next();
        wipe();
        std::process::exit(128 + ending.unwrap_or(SIGTERM));
    })?;
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn wipe_at_signals() -> std::io::Result<()> {
    Ok(())
}
