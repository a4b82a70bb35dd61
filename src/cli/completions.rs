//! `recueil completions`: what completes the commands in a shell; and the pages of the manual, for who
//! makes a package. Both are made of the command itself, in the language asked for.
//! Never puts them where a shell or `man` looks for them: the README tells it.

use clap::builder::PossibleValue;
use clap::{Arg, Command};
use clap_complete::{Shell as Writer, generate};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::Exit;
use super::commands::command;
use super::output::print;
use crate::locale::Locale;
use crate::questionnaire::Library;

/// A shell that completes the commands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
}

impl Shell {
    /// The words for them on the command line.
    pub const WORDS: [&str; 3] = ["bash", "zsh", "fish"];

    /// The shell of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        let place = Self::WORDS.iter().position(|known| *known == word)?;
        [Self::Bash, Self::Zsh, Self::Fish].get(place).copied()
    }
}

pub(super) fn completions(locale: &Locale, shell: Shell) -> Exit {
    let shell = match shell {
        Shell::Bash => Writer::Bash,
        Shell::Zsh => Writer::Zsh,
        Shell::Fish => Writer::Fish,
    };
    let mut script = Vec::new();
    generate(shell, &mut asked(&command(locale), locale), "recueil", &mut script);
    print(locale, &String::from_utf8_lossy(&script))
}

/// The command as far as people ask it, whose forms and référentiels are the shipped ones: those that
/// most people name.
fn asked(command: &Command, locale: &Locale) -> Command {
    let library = Library::load(Vec::new());
    let forms = library.forms().map(|form| {
        PossibleValue::new(form.id.clone()).help(form.say(&form.titre, locale.language()))
    });
    let forms: Vec<_> = forms.collect();
    let heads =
        library.heads().map(|head| PossibleValue::new(head.id.clone()).help(head.titre.clone()));
    let heads: Vec<_> = heads.collect();
    let named = |argument: &Arg| match argument.get_id().as_str() {
        "FORM" => argument.clone().value_parser(forms.clone()),
        "REF" => argument.clone().value_parser(heads.clone()),
        _ => argument.clone(),
    };
    // What is hidden would be proposed as well.
    let bare = |command: &Command| {
        let arguments = command.get_arguments().filter(|argument| !argument.is_hide_set());
        Command::new(command.get_name().to_owned())
            .about(command.get_about().cloned().unwrap_or_default())
            .version(env!("CARGO_PKG_VERSION"))
            .disable_help_flag(true)
            .disable_help_subcommand(true)
            .disable_version_flag(true)
            .args(arguments.map(named))
    };
    let parts = command.get_subcommands().filter(|part| !part.is_hide_set());
    bare(command).subcommands(parts.map(bare))
}

/// Prints the page of a command, else of the program.
pub(super) fn manual(locale: &Locale, name: Option<&str>) -> Exit {
    let mut command = command(locale);
    command.build();
    let part = match name {
        None => &command,
        Some(name) => match command.find_subcommand(name) {
            Some(part) => part,
            None => {
                let argument = [("argument", name.into())];
                eprintln!("{}", locale.tell("cli-argument-unknown", &argument));
                return Exit::Failed;
            }
        },
    };
    let mut page = Vec::new();
    let about = Man::new(part.clone())
        .manual("Recueil")
        .source(concat!("recueil ", env!("CARGO_PKG_VERSION")));
    let mut ends = Roff::new();
    ends.control("SH", [locale.say("manual-exit").to_uppercase().as_str()]);
    ends.text([roman(locale.say("manual-exit-codes"))]);
    // A vector takes all that is written.
    _ = about.render(&mut page).and_then(|()| ends.to_writer(&mut page));
    let page = String::from_utf8_lossy(&page);
    let title = format!(".SH {}", locale.say("manual-name").to_uppercase());
    // What heads a part of a help ends with the space that French has before a colon.
    let lines = page.lines().map(|line| match line {
        ".SH NAME" => title.clone(),
        line => match line.strip_suffix(" \"") {
            Some(heading) if heading.starts_with(".SH ") => format!("{heading}\""),
            _ => line.to_owned(),
        },
    });
    print(locale, &(lines.collect::<Vec<_>>().join("\n") + "\n"))
}
