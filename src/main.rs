//! The program `recueil`: its arguments in, its exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    recueil::cli::run(std::env::args_os()).into()
}
