//! The real program, run to its end: what it said, what it told as wrong, how it ended.
//! Never a terminal: plain processes, in a folder of their own.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The program, about to be run in a folder, with nothing of this machine around it.
pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_recueil"));
    command.args(arguments).current_dir(folder).env_clear();
    // Where the tests are measured, the program is, too.
    command.envs(std::env::vars_os().filter(|(name, _)| name == "LLVM_PROFILE_FILE"));
    command.env("HOME", folder.join("home")).env("XDG_STATE_HOME", folder.join("state"));
    command
}

/// Runs the program in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    program(folder, arguments).output().expect("the program runs")
}

/// What was said on the output, what was told as wrong, and how the program ended.
pub fn told(output: &Output) -> (String, String, Option<i32>) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

/// Runs the program where no file may grow beyond so many blocks: the disk is full.
#[cfg(target_os = "linux")]
pub fn limited(folder: &Path, blocks: u32, arguments: &[&str]) -> Output {
    let program = program(folder, &[]);
    let mut shell = Command::new("sh");
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_recueil")]).args(arguments);
    shell.current_dir(folder).env_clear();
    shell.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.output().expect("it runs")
}

/// Runs the program in a folder, with this typed into it.
pub fn typed(folder: &Path, arguments: &[&str], lines: &str) -> Output {
    let mut command = program(folder, arguments);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut input = child.stdin.take().expect("an input");
    // It may end before it has read everything.
    _ = input.write_all(lines.as_bytes());
    drop(input);
    child.wait_with_output().expect("its end")
}
