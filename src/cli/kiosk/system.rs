//! The files in which a system says how it is: its processes, their users, its swap, its consoles.
//! Never decides what is weak, and never writes one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::{Rights, Swap};
use crate::cli::dossier::real;

/// A process, as the system lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Process {
    pub id: u32,
    pub name: String,
    pub parent: u32,
    pub session: u32,
    pub terminal: Terminal,
}

/// The terminal of a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Terminal {
    None,
    /// A text console, by number.
    Console(u32),
    /// One that a program draws in a window, by number.
    Window(u32),
}

impl Terminal {
    /// From the number of the device (`man 5 proc`, field 7): 4 is the major number of consoles, 136
    /// to 143 those of pseudo-terminals.
    const fn of(device: u32) -> Self {
        let (major, minor) = ((device >> 8) & 0xfff, (device & 0xff) | ((device >> 12) & 0xf_ff00));
        match major {
            4 if minor > 0 && minor < 64 => Self::Console(minor),
            136..144 => Self::Window(minor + (major - 136) * 256),
            _ => Self::None,
        }
    }

    pub fn path(self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Console(number) => Some(format!("/dev/tty{number}")),
            Self::Window(number) => Some(format!("/dev/pts/{number}")),
        }
    }
}

/// Which dossier a borne serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Serves {
    /// The one that was asked about.
    This,
    /// Another one.
    Another,
    /// Its arguments do not say.
    Unsaid,
}

/// The user of a process, and their groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Who {
    pub user: u32,
    pub groups: Vec<u32>,
}

/// The files in which the system says how it is.
pub(super) struct System {
    pub root: PathBuf,
}

impl System {
    pub fn text(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.root.join(path)).ok()
    }

    /// Every process that can be seen.
    pub fn processes(&self) -> Vec<Process> {
        let Ok(entries) = fs::read_dir(self.root.join("proc")) else { return Vec::new() };
        let names = entries.flatten().map(|entry| entry.file_name());
        let ids = names.filter_map(|name| name.to_str()?.parse::<u32>().ok());
        ids.filter_map(|id| process(&self.text(&format!("proc/{id}/stat"))?)).collect()
    }

    /// The supervisor of a borne that serves this dossier; else one that does not say which.
    pub fn borne<'a>(&self, processes: &'a [Process], dossier: &Path) -> Option<&'a Process> {
        let of = |wanted: Serves| {
            processes.iter().find(|process| self.serves(process.id, dossier) == Some(wanted))
        };
        of(Serves::This).or_else(|| of(Serves::Unsaid))
    }

    /// Which dossier a process serves, if it is the supervisor of a borne.
    fn serves(&self, id: u32, dossier: &Path) -> Option<Serves> {
        let line = self.text(&format!("proc/{id}/cmdline"))?;
        let words: Vec<&str> = line.split('\0').collect();
        let (program, words) = words.split_first()?;
        let has = |names: &[&str]| words.iter().any(|word| names.contains(word));
        let is_borne = Path::new(program).file_name().is_some_and(|name| name == "recueil")
            && has(&["kiosk", "borne"])
            && !has(&["--diagnose", "--diagnostic", "--set-code"])
            && !words.iter().any(|word| word.starts_with("--one"));
        let named = words.iter().position(|word| *word == "--dossier");
        let named = named.and_then(|at| words.get(at + 1));
        is_borne.then(|| match named {
            Some(named) if real(Path::new(named)) == real(dossier) => Serves::This,
            Some(_) => Serves::Another,
            None => Serves::Unsaid,
        })
    }

    /// What a variable in the environment of a process says, where it may be read.
    pub fn variable(&self, id: u32, name: &str) -> Option<String> {
        let words = fs::read(self.root.join(format!("proc/{id}/environ"))).ok()?;
        let text = String::from_utf8_lossy(&words);
        let value = text.split('\0').find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
        value.map(str::to_owned).filter(|value| !value.is_empty())
    }

    pub fn who(&self, id: u32) -> Option<Who> {
        let text = self.text(&format!("proc/{id}/status"))?;
        let numbers = |key: &str| -> Option<Vec<u32>> {
            let line = text.lines().find_map(|line| line.strip_prefix(key))?;
            Some(line.split_whitespace().filter_map(|word| word.parse().ok()).collect())
        };
        // Real, effective, saved, of files: the second is the one that counts.
        let mut groups = numbers("Groups:")?;
        groups.extend(numbers("Gid:")?.get(1));
        groups.sort_unstable();
        groups.dedup();
        Some(Who { user: *numbers("Uid:")?.get(1)?, groups })
    }

    pub fn rights(&self, who: &Who) -> Rights {
        if who.user == 0 {
            return Rights::All;
        }
        let text = self.text("etc/group").unwrap_or_default();
        let named = text.lines().filter_map(|line| {
            let mut parts = line.split(':');
            let (name, id) = (parts.next()?, parts.nth(1)?.parse().ok()?);
            who.groups.contains(&id).then(|| name.to_owned())
        });
        Rights::Groups(named.collect())
    }

    /// Something sets the clock right, as far as it can be seen.
    pub fn clock_is_set(&self, processes: &[Process]) -> Option<bool> {
        let served = ["chronyd", "ntpd", "ntpsec"];
        let is_set = self.root.join("run/systemd/timesync/synchronized").exists()
            || processes.iter().any(|process| served.contains(&process.name.as_str()));
        is_set.then_some(true)
    }

    /// Where memory is put aside (`/proc/swaps`).
    pub fn swaps(&self, table: &str) -> Vec<(String, Swap)> {
        let names = table.lines().skip(1).filter_map(|line| line.split_whitespace().next());
        names.map(|name| (name.to_owned(), self.swap(name))).collect()
    }

    fn swap(&self, name: &str) -> Swap {
        let real = fs::canonicalize(self.root.join(name.trim_start_matches('/')));
        let device = real.as_deref().unwrap_or(Path::new(name)).file_name().unwrap_or_default();
        let device = device.to_string_lossy();
        if device.starts_with("zram") {
            Swap::InMemory
        } else if name.starts_with("/dev/") && self.is_encrypted(&device, 4) {
            Swap::Encrypted
        } else {
            Swap::Plain
        }
    }

    /// Is a block device encrypted, or does it lie in one that is?
    fn is_encrypted(&self, device: &str, deep: usize) -> bool {
        let name = self.text(&format!("sys/block/{device}/dm/uuid")).unwrap_or_default();
        if name.starts_with("CRYPT-") {
            return true;
        }
        let Ok(under) = fs::read_dir(self.root.join(format!("sys/block/{device}/slaves"))) else {
            return false;
        };
        let under: Vec<String> =
            under.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        deep > 0 && !under.is_empty() && under.iter().all(|it| self.is_encrypted(it, deep - 1))
    }

    /// The names of other people who are logged in.
    pub fn others(&self, user: u32) -> Option<Vec<String>> {
        let entries = fs::read_dir(self.root.join("run/systemd/sessions")).ok()?;
        let files = entries.flatten().filter_map(|entry| fs::read_to_string(entry.path()).ok());
        let mut others: Vec<String> = files
            .filter_map(|text| {
                let said = |key: &str| text.lines().find_map(|line| line.strip_prefix(key));
                let is_other = said("CLASS=") == Some("user") && said("UID=")?.parse() != Ok(user);
                is_other.then(|| said("USER=").map(str::to_owned)).flatten()
            })
            .collect();
        others.sort();
        others.dedup();
        Some(others)
    }

    /// Do other consoles wait for somebody to log in, or would they where one turns to them?
    pub fn consoles(&self, processes: &[Process], own: Terminal) -> Option<bool> {
        let waits = ["agetty", "getty", "login", "mingetty"];
        let waiting = whole(processes)?.iter().any(|process| {
            waits.contains(&process.name.as_str())
                && matches!(process.terminal, Terminal::Console(_))
                && process.terminal != own
        });
        let made = processes.iter().any(|process| process.name == "systemd-logind")
            && self.setting("etc/systemd/logind.conf", "NAutoVTs").as_deref() != Some("0");
        Some(waiting || made)
    }

    /// What a file of settings of systemd says, or the last of those that add to it.
    fn setting(&self, file: &str, key: &str) -> Option<String> {
        let added =
            fs::read_dir(self.root.join(format!("{file}.d"))).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = added.map(|entry| entry.path()).collect();
        files.sort();
        files.insert(0, self.root.join(file));
        let texts = files.iter().filter_map(|file| fs::read_to_string(file).ok());
        let mut said = texts.filter_map(|text| {
            let mut lines =
                text.lines().filter_map(|line| line.trim().strip_prefix(key)?.strip_prefix('='));
            lines.next_back().map(|value| value.trim().to_owned())
        });
        said.next_back()
    }

    /// Do three keys start the machine again? Where systemd runs, unless it was told not to.
    pub fn reboots(&self, processes: &[Process]) -> Option<bool> {
        processes.iter().find(|process| process.id == 1 && process.name == "systemd")?;
        let target = self.root.join("etc/systemd/system/ctrl-alt-del.target");
        Some(fs::read_link(target).ok().as_deref() != Some(Path::new("/dev/null")))
    }
}

/// All processes, where more than one's own can be seen.
pub(super) fn whole(processes: &[Process]) -> Option<&[Process]> {
    processes.iter().any(|process| process.id == 1).then_some(processes)
}

/// Reads what the system says of a process: `id (name) state parent group session terminal …`. The
/// name may hold anything.
fn process(line: &str) -> Option<Process> {
    let (id, rest) = line.split_once(" (")?;
    let (name, rest) = rest.rsplit_once(") ")?;
    let mut numbers = rest.split_whitespace().skip(1).map(str::parse::<i64>);
    let mut next = || u32::try_from(numbers.next()?.ok()?).ok();
    let (parent, _group, session) = (next()?, next()?, next()?);
    let terminal = Terminal::of(next()?);
    Some(Process { id: id.trim().parse().ok()?, name: name.to_owned(), parent, session, terminal })
}

/// May the process lock all of its memory?
pub(super) fn locks_memory(limits: &str) -> Option<bool> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max locked memory"))?;
    Some(line.split_whitespace().next() == Some("unlimited"))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use tempfile::TempDir;

    use super::*;

    /// A system in a folder, of these files.
    fn system(files: &[(&str, &str)]) -> (TempDir, System) {
        let folder = TempDir::new().expect("a folder");
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        let root = folder.path().to_owned();
        (folder, System { root })
    }

    #[test]
    fn a_process_is_read_whatever_its_name_holds() {
        let line = "2454 (a) R (b) S 2446 2440 7239 1026 -1 4194304 101 0";
        let terminal = Terminal::Console(2);
        let name = "a) R (b".to_owned();
        let expected = Process { id: 2454, name, parent: 2446, session: 7239, terminal };
        assert_eq!(process(line), Some(expected));
        assert_eq!(process("2454 (a"), None);
        // `man 5 proc` and `Documentation/admin-guide/devices.txt`: 0x8803 is pts/3, 0 none.
        assert_eq!(
            [0x8803, 0, 0x0501].map(Terminal::of),
            [Terminal::Window(3), Terminal::None, Terminal::None]
        );
    }

    #[test]
    fn the_borne_that_runs_is_told_from_its_children_and_from_the_diagnosis() {
        let (_folder, system) = system(&[
            ("proc/1/cmdline", "/sbin/init\0"),
            ("proc/2/cmdline", "/usr/bin/recueil\0--dossier\0/srv/r\0kiosk\0com-court\0"),
            ("proc/3/cmdline", "/usr/bin/recueil\0kiosk\0com-court\0--one=2\0"),
            ("proc/4/cmdline", "recueil\0borne\0--diagnose\0"),
            ("proc/5/cmdline", "vi\0kiosk\0"),
            ("proc/6/cmdline", "recueil\0borne\0com-court\0"),
        ]);
        let serves = |folder: &str| {
            let of = |id| system.serves(id, Path::new(folder));
            (1..8).filter_map(|id| Some((id, of(id)?))).collect::<Vec<_>>()
        };
        assert_eq!(serves("/srv/r"), [(2, Serves::This), (6, Serves::Unsaid)]);
        assert_eq!(serves("/srv/autre"), [(2, Serves::Another), (6, Serves::Unsaid)]);
    }

    #[test]
    fn the_rights_of_a_user_are_those_of_their_groups_by_name() {
        let status = "Name:\trecueil\nUid:\t1001\t1001\t1001\t1001\nGid:\t1001\t1001\t1001\t1001\n\
            Groups:\t27 44 1001 \n";
        let group = "root:x:0:\nsudo:x:27:anne\nvideo:x:44:\nborne:x:1001:\n";
        let (_folder, system) = system(&[("proc/9/status", status), ("etc/group", group)]);
        let who = system.who(9).expect("a user");
        assert_eq!(who, Who { user: 1001, groups: vec![27, 44, 1001] });
        let groups = ["sudo", "video", "borne"].map(str::to_owned).to_vec();
        assert_eq!(system.rights(&who), Rights::Groups(groups));
        assert_eq!(system.rights(&Who { user: 0, groups: Vec::new() }), Rights::All);
    }

    #[test]
    fn swap_is_encrypted_in_memory_or_plain() {
        let (folder, system) = system(&[
            ("dev/dm-1", ""),
            ("dev/dm-2", ""),
            ("dev/sda2", ""),
            ("dev/zram0", ""),
            ("sys/block/dm-0/dm/uuid", "CRYPT-LUKS2-1"),
            ("sys/block/dm-1/dm/uuid", "LVM-abc"),
            ("sys/block/dm-1/slaves/dm-0", ""),
            ("sys/block/dm-2/dm/uuid", "LVM-def"),
            ("sys/block/dm-2/slaves/sda3", ""),
        ]);
        fs::create_dir(folder.path().join("dev/mapper")).expect("made");
        symlink("../dm-1", folder.path().join("dev/mapper/vg-swap")).expect("a link");
        let table = "Filename\tType\tSize\n/dev/mapper/vg-swap partition 1\n/dev/dm-2 partition 1\n\
            /dev/sda2 partition 1\n/dev/zram0 partition 1\n/swapfile file 1\n";
        let kept: Vec<Swap> = system.swaps(table).into_iter().map(|(_, swap)| swap).collect();
        assert_eq!(kept, [Swap::Encrypted, Swap::Plain, Swap::Plain, Swap::InMemory, Swap::Plain]);
    }

    #[test]
    fn other_people_who_are_logged_in_are_named_once() {
        let session =
            |user: &str, id: u32, class: &str| format!("UID={id}\nUSER={user}\nCLASS={class}\n");
        let (_folder, seen) = system(&[
            ("run/systemd/sessions/1", &session("borne", 1001, "user")),
            ("run/systemd/sessions/2", &session("anne", 1000, "user")),
            ("run/systemd/sessions/3", &session("anne", 1000, "user")),
            ("run/systemd/sessions/4", &session("gdm", 110, "greeter")),
        ]);
        assert_eq!(seen.others(1001), Some(vec!["anne".to_owned()]));
        assert_eq!(system(&[]).1.others(1001), None, "it cannot be seen");
    }

    #[test]
    fn other_consoles_are_open_where_a_login_waits_or_would() {
        let init = ("proc/1/stat", "1 (systemd) S 0 1 1 0 -1");
        let logind = ("proc/2/stat", "2 (systemd-logind) S 1 2 2 0 -1");
        let getty = ("proc/3/stat", "3 (agetty) S 1 3 3 1026 -1");
        let off = ("etc/systemd/logind.conf.d/borne.conf", "[Login]\nNAutoVTs=0\nReserveVT=0\n");
        let open = |files: &[(&str, &str)]| {
            let (_folder, system) = system(files);
            system.consoles(&system.processes(), Terminal::Console(1))
        };
        assert_eq!(open(&[init, logind, getty]), Some(true));
        assert_eq!(open(&[init, logind]), Some(true));
        assert_eq!(open(&[init, logind, off, getty]), Some(true));
        assert_eq!(open(&[init, logind, off]), Some(false));
        assert_eq!(
            open(&[("proc/9/stat", "9 (recueil) S 1 9 9 1025 -1")]),
            None,
            "others are hidden"
        );
    }

    #[test]
    fn three_keys_start_the_machine_again_unless_systemd_was_told_not_to() {
        let (folder, system) = system(&[("proc/1/stat", "1 (systemd) S 0 1 1 0 -1")]);
        assert_eq!(system.reboots(&system.processes()), Some(true));
        let units = folder.path().join("etc/systemd/system");
        fs::create_dir_all(&units).expect("made");
        symlink("/dev/null", units.join("ctrl-alt-del.target")).expect("a link");
        assert_eq!(system.reboots(&system.processes()), Some(false));
        assert_eq!(system.reboots(&[]), None);
    }

    #[test]
    fn memory_is_locked_only_where_there_is_no_limit() {
        let limits =
            |soft: &str| format!("Limit  Soft\nMax locked memory  {soft}  unlimited  bytes\n");
        assert_eq!(locks_memory(&limits("unlimited")), Some(true));
        assert_eq!(locks_memory(&limits("8388608")), Some(false));
        assert_eq!(locks_memory(""), None);
    }
}
