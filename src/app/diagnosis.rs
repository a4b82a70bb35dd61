//! The weak points of a borne: what is known of the machine and of the program that serves people on
//! it, and what follows.
//! Never looks at a machine: what was seen is handed in.

use fluent_bundle::FluentValue;

use crate::locale::Locale;

/// What was seen. Nothing is said of what could not be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Machine {
    /// Is a borne running that was looked at, or only the diagnosis itself?
    pub subject: Subject,
    /// The program that started the borne.
    pub starter: Option<String>,
    /// What gets the terminal back when the borne ends.
    pub leader: Option<Leader>,
    /// The user of the borne: are all rights theirs?
    pub rights: Option<Rights>,
    /// What of the dossier others than the borne's user may read.
    pub readable: Option<Vec<String>>,
    /// What the borne's user may write and should not: settings, questionnaires.
    pub writable: Option<Vec<String>>,
    /// Are answers sealed?
    pub keys: Kept,
    /// Is there a code for the team?
    pub code: Kept,
    /// The name of the kind of terminal.
    pub terminal: Option<String>,
    /// The program that stands between it and the borne, if one does.
    pub multiplexer: Option<String>,
    /// How many columns the terminal has.
    pub columns: Option<u16>,
    /// Is the mouse of text consoles served, with its memory of what was selected?
    pub gpm: Option<bool>,
    /// The year that the clock shows.
    pub year: Option<i16>,
    /// Does something set it right?
    pub clock_is_set: Option<bool>,
    /// Where the system sends what is left of a program that crashed.
    pub core_pattern: Option<String>,
    /// Where the system puts memory aside, each with what protects it.
    pub swaps: Option<Vec<(String, Swap)>>,
    /// May the borne keep its memory out of there?
    pub locks_memory: Option<bool>,
    /// Other users who are logged in.
    pub others: Option<Vec<String>>,
    /// Do other consoles wait for somebody to log in?
    pub consoles: Option<bool>,
    /// What the keys of the kernel are allowed to do.
    pub sysrq: Option<u32>,
    /// Does Ctrl-Alt-Del start the machine again?
    pub reboots: Option<bool>,
}

/// Which process was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// A borne that serves people now.
    Borne,
    /// The diagnosis itself, as if it were one.
    #[default]
    Diagnosis,
}

/// Who leads the session of a terminal: when they end, it is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leader {
    /// The borne itself.
    Borne,
    /// Another program, which would get the terminal back.
    Other(String),
}

/// The rights of the user of the borne.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rights {
    /// All of them.
    All,
    /// Those of these groups.
    Groups(Vec<String>),
}

/// Is something in the settings?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// It is.
    #[default]
    There,
    /// It is not.
    Absent,
}

/// What protects memory that was put aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// It is encrypted.
    Encrypted,
    /// It never leaves the memory.
    InMemory,
    /// Nothing does.
    Plain,
}

/// A weak point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// A shell started the borne.
    Shell(String),
    /// Another program gets the terminal back.
    JobControl(String),
    /// The borne runs with all rights.
    Root,
    /// The user of the borne is in groups that can become more.
    Groups(Vec<String>),
    /// Others can read the answers.
    Readable(Vec<String>),
    /// Whoever gets out of the borne can change what it asks, or its code.
    Writable(Vec<String>),
    /// Answers lie readable.
    NoKeys,
    /// There is no code for the team.
    NoCode,
    /// The terminal is not known to forget what was scrolled.
    Scrollback(String),
    /// A program between the terminal and the borne has keys and a memory of its own.
    Multiplexer(String),
    /// The letters are small.
    Small(u16),
    /// What was selected with the mouse can be pasted by the next person.
    Gpm,
    /// The clock cannot be right.
    Clock(i16),
    /// A program collects what is left of crashes.
    Core(String),
    /// Memory may be put aside in clear.
    Swap(Vec<String>),
    /// Others are logged in.
    Others(Vec<String>),
    /// Other consoles lead to a login.
    Consoles,
    /// The kernel's own keys end programs.
    SysRq(u32),
    /// Three keys start the machine again.
    Reboots,
}

/// What could not be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// Who started the borne, and who gets the terminal back.
    Starter,
    /// The rights of its user.
    Rights,
    /// Who may read and write the dossier.
    Files,
    /// The terminal.
    Terminal,
    /// Whether the clock is set by something.
    Clock,
    /// Where memory goes.
    Memory,
    /// Who is logged in.
    Sessions,
    /// What the keyboard does outside the program.
    Keyboard,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// Weak points, in the order in which they are mended.
    pub weak: Vec<Weakness>,
    /// What could not be looked at.
    pub unseen: Vec<Unseen>,
}

/// The programs that would take any command.
const SHELLS: &[&str] =
    &["ash", "bash", "busybox", "csh", "dash", "fish", "ksh", "mksh", "sh", "tcsh", "zsh"];

/// The groups whose members can become more than they are.
const STRONG: &[&str] = &[
    "adm", "admin", "disk", "docker", "incus", "libvirt", "lxd", "root", "shadow", "sudo", "wheel",
];

/// The terminals known to forget what was scrolled when they are told to (`CSI 3 J`), and what their
/// names begin with.
const FORGETFUL: &[&str] = &[
    "alacritty",
    "contour",
    "foot",
    "ghostty",
    "konsole",
    "linux",
    "tmux",
    "vte",
    "wezterm",
    "xterm",
];

/// More columns than this on one screen are letters that many cannot read.
const WIDEST: u16 = 100;

/// The program is of this year: no clock that is right shows an earlier one.
const EARLIEST: i16 = 2026;
const LATEST: i16 = 2100;

/// What the kernel's keys must not do: touch the keyboard (4), end programs (64).
const HARMFUL_KEYS: u32 = 4 | 64;

/// The weak points of a machine.
pub fn diagnose(machine: &Machine) -> Diagnosis {
    Diagnosis { weak: weaknesses(machine), unseen: unseen(machine) }
}

fn weaknesses(machine: &Machine) -> Vec<Weakness> {
    let some = |names: &Option<Vec<String>>| names.clone().filter(|names| !names.is_empty());
    let shell =
        machine.starter.clone().filter(|name| SHELLS.contains(&name.trim_start_matches('-')));
    let found = [
        (machine.code == Kept::Absent).then_some(Weakness::NoCode),
        (machine.keys == Kept::Absent).then_some(Weakness::NoKeys),
        shell.map(Weakness::Shell),
        match &machine.leader {
            Some(Leader::Other(name)) => Some(Weakness::JobControl(name.clone())),
            Some(Leader::Borne) | None => None,
        },
        match &machine.rights {
            Some(Rights::All) => Some(Weakness::Root),
            Some(Rights::Groups(groups)) => strong(groups).map(Weakness::Groups),
            None => None,
        },
        some(&machine.readable).map(Weakness::Readable),
        some(&machine.writable).map(Weakness::Writable),
        machine.multiplexer.clone().map(Weakness::Multiplexer),
        machine.terminal.clone().filter(|name| !forgets(name)).map(Weakness::Scrollback),
        machine.columns.filter(|columns| *columns > WIDEST).map(Weakness::Small),
        (machine.gpm == Some(true)).then_some(Weakness::Gpm),
        (machine.consoles == Some(true)).then_some(Weakness::Consoles),
        machine.sysrq.filter(|keys| *keys == 1 || keys & HARMFUL_KEYS != 0).map(Weakness::SysRq),
        (machine.reboots == Some(true)).then_some(Weakness::Reboots),
        some(&machine.others).map(Weakness::Others),
        plain_swaps(machine).map(Weakness::Swap),
        machine.core_pattern.clone().filter(|to| collects(to)).map(Weakness::Core),
        machine.year.filter(|year| !(EARLIEST..LATEST).contains(year)).map(Weakness::Clock),
    ];
    found.into_iter().flatten().collect()
}

fn strong(groups: &[String]) -> Option<Vec<String>> {
    let strong = groups.iter().filter(|group| STRONG.contains(&group.as_str()));
    let strong: Vec<String> = strong.cloned().collect();
    (!strong.is_empty()).then_some(strong)
}

fn forgets(terminal: &str) -> bool {
    FORGETFUL.iter().any(|known| terminal.starts_with(known))
}

/// Is it a program that the system hands what is left of a crash to? A file is not made: the borne
/// allows it no byte.
fn collects(core_pattern: &str) -> bool {
    core_pattern.trim().strip_prefix('|').is_some_and(|program| !program.trim().ends_with("/false"))
}

/// Where memory is put aside in clear, unless the borne keeps its own out of there.
fn plain_swaps(machine: &Machine) -> Option<Vec<String>> {
    if machine.locks_memory == Some(true) {
        return None;
    }
    let swaps = machine.swaps.iter().flatten();
    let plain = swaps.filter(|(_, swap)| *swap == Swap::Plain).map(|(name, _)| name.clone());
    Some(plain.collect::<Vec<_>>()).filter(|plain| !plain.is_empty())
}

fn unseen(machine: &Machine) -> Vec<Unseen> {
    let seen = [
        (Unseen::Starter, machine.starter.is_some() && machine.leader.is_some()),
        (Unseen::Rights, machine.rights.is_some()),
        (Unseen::Files, machine.readable.is_some() && machine.writable.is_some()),
        (Unseen::Terminal, machine.terminal.is_some() && machine.columns.is_some()),
        (Unseen::Clock, machine.year.is_some() && machine.clock_is_set.is_some()),
        (
            Unseen::Memory,
            machine.swaps.is_some()
                && machine.locks_memory.is_some()
                && machine.core_pattern.is_some(),
        ),
        (Unseen::Sessions, machine.others.is_some()),
        (
            Unseen::Keyboard,
            machine.consoles.is_some()
                && machine.sysrq.is_some()
                && machine.reboots.is_some()
                && machine.gpm.is_some(),
        ),
    ];
    seen.into_iter().filter(|(_, seen)| !seen).map(|(what, _)| what).collect()
}

impl Weakness {
    /// What is weak, and what to do about it.
    pub fn words(&self, locale: &Locale) -> (String, String) {
        let names = |names: &[String]| FluentValue::from(names.join(", "));
        let (id, what) = match self {
            Self::Shell(name) => ("weak-shell", name.as_str().into()),
            Self::JobControl(name) => ("weak-job-control", name.as_str().into()),
            Self::Root => ("weak-root", "".into()),
            Self::Groups(groups) => ("weak-groups", names(groups)),
            Self::Readable(paths) => ("weak-readable", names(paths)),
            Self::Writable(paths) => ("weak-writable", names(paths)),
            Self::NoKeys => ("weak-no-keys", "".into()),
            Self::NoCode => ("weak-no-code", "".into()),
            Self::Scrollback(name) => ("weak-scrollback", name.as_str().into()),
            Self::Multiplexer(name) => ("weak-multiplexer", name.as_str().into()),
            Self::Small(columns) => ("weak-small", (*columns).into()),
            Self::Gpm => ("weak-gpm", "".into()),
            Self::Clock(year) => ("weak-clock", year.to_string().into()),
            Self::Core(to) => ("weak-core", to.as_str().into()),
            Self::Swap(swaps) => ("weak-swap", names(swaps)),
            Self::Others(users) => ("weak-others", names(users)),
            Self::Consoles => ("weak-consoles", "".into()),
            Self::SysRq(keys) => ("weak-sysrq", keys.to_string().into()),
            Self::Reboots => ("weak-reboots", "".into()),
        };
        let arguments = [("what", what)];
        (locale.tell(id, &arguments), locale.say(&format!("{id}-do")))
    }
}

impl Unseen {
    /// What could not be looked at.
    pub fn words(self, locale: &Locale) -> String {
        locale.say(match self {
            Self::Starter => "unseen-starter",
            Self::Rights => "unseen-rights",
            Self::Files => "unseen-files",
            Self::Terminal => "unseen-terminal",
            Self::Clock => "unseen-clock",
            Self::Memory => "unseen-memory",
            Self::Sessions => "unseen-sessions",
            Self::Keyboard => "unseen-keyboard",
        })
    }
}
