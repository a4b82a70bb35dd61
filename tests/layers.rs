//! The layers: no module imports from above it, and files, processes and clocks stay where they belong.
//! Never runs the program: it reads the source.

#[path = "support/source.rs"]
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use source::sources;

/// From bottom to top; those of one row do not know each other.
const LAYERS: &[&[&str]] = &[
    &["value"],
    &["questionnaire"],
    &["session"],
    &["record"],
    &["store"],
    &["analysis"],
    &["locale"],
    &["app"],
    &["tui", "plain", "report", "exchange"],
    &["cli"],
];

/// What of the standard library and of crates is allowed only in these modules.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("std::fs", &["store", "cli"]),
    ("fs::", &["store", "cli"]),
    ("std::process", &["cli", "tui", "main"]),
    ("std::env", &["cli", "main"]),
    ("std::time::Instant", &["cli"]),
    ("Instant::now", &["cli"]),
    ("SystemTime", &[]),
    ("Timestamp::now", &["cli"]),
    ("Uuid::new_v4", &["cli"]),
    ("std::net", &[]),
    ("std::thread", &["cli", "store", "tui"]),
    ("ratatui::", &["tui"]),
    ("use age::", &["store"]),
    ("dialoguer::", &["cli"]),
    (" println!", &["cli"]),
    ("eprintln!", &["cli", "tui"]),
    ("thread_local!", &[]),
    ("static mut", &[]),
    ("OnceLock", &[]),
    ("LazyLock", &[]),
];

/// The module a file belongs to, and its lines of code: comments and unit tests left out.
fn modules() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut modules = Vec::new();
    for path in sources(&root) {
        let inside = path.strip_prefix(&root).expect("under src");
        let first = inside.iter().next().expect("a name").to_string_lossy().into_owned();
        let module = first.trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&path).expect("a source file");
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        modules.push((module, path, lines.collect::<Vec<_>>().join("\n")));
    }
    modules
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The modules named after `crate::` in a text, those of `use crate::{a, b}` included.
fn named(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let after = &code[at + "crate::".len()..];
        let group = after.strip_prefix('{').and_then(|group| group.split('}').next());
        let parts: Vec<&str> =
            group.map_or_else(|| vec![after], |group| group.split(',').collect());
        for part in parts {
            let part = part.trim();
            let end = part.find(|c: char| !c.is_ascii_lowercase() && c != '_');
            names.push(part[..end.unwrap_or(part.len())].to_owned());
        }
    }
    names
}

#[test]
fn no_module_imports_from_above_or_beside_it() {
    let mut wrong = Vec::new();
    for (module, path, code) in modules() {
        // The root only lists the modules, the program only starts them.
        let Some(own) = layer(&module) else {
            assert!(["lib", "main"].contains(&module.as_str()), "{module} has no layer");
            continue;
        };
        for name in named(&code) {
            let Some(theirs) = layer(&name) else { continue };
            if theirs > own || (theirs == own && name != module) {
                wrong.push(format!("{} names crate::{name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_processes_and_clocks_are_used_only_where_they_belong() {
    let mut wrong = Vec::new();
    for (module, path, code) in modules() {
        for (what, allowed) in ONLY_IN {
            if code.contains(what) && !allowed.contains(&module.as_str()) {
                wrong.push(format!("{} uses {what}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What reaches a terminal goes through one place, which makes it harmless: the commands' own `println!`
/// and `eprintln!`, the rows of the full screen, the sentences of plain lines.
#[test]
fn words_reach_a_terminal_by_one_way_each() {
    let ways = [
        (
            "stdout().lock()",
            &[
                "cli/output.rs",
                "cli/mod.rs",
                "cli/simulate.rs",
                "cli/kiosk/lines.rs",
                "tui/terminal.rs",
            ][..],
        ),
        ("stderr().lock()", &["cli/output.rs"]),
        ("buffer_mut()", &["tui/draw.rs"]),
        ("render_widget", &[]),
        ("writeln!(self.output", &["plain/speech.rs"]),
    ];
    let mut wrong = Vec::new();
    for (_, path, code) in modules() {
        for (way, allowed) in &ways {
            let is_allowed = allowed.iter().any(|file| path.ends_with(file));
            if code.contains(way) && !is_allowed {
                wrong.push(format!("{} has {way}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/mod.rs");
    let text = fs::read_to_string(root).expect("a source file");
    let first = text.find("\nmod ").expect("modules");
    assert!(text[..first + 12].contains("#[macro_use]\nmod output;"), "before every other module");
}

#[test]
fn every_file_says_first_what_it_holds() {
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(&path).expect("a source file");
        assert!(text.starts_with("//! "), "{}", path.display());
    }
}

#[test]
fn the_scan_sees_what_it_should() {
    assert_eq!(
        named("use crate::store::Store; use crate::{plain, tui};"),
        ["store", "plain", "tui"]
    );
    assert!(modules().len() > 30);
}
