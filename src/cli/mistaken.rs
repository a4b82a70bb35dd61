//! How a mistake in the arguments is told, and help and version with it.
//! Never the words of the library that found the mistake: `locale` has them.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Exit;
use crate::locale::Locale;

/// Tells help and version on the output, and a mistake as one.
pub(super) fn tell(locale: &Locale, error: &clap::Error) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        print!("{}", error.render());
        return Exit::Done;
    }
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(StyledStr::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let subcommand = context(ContextKind::InvalidSubcommand);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            locale.tell("cli-argument-unknown", &[("argument", subcommand.into())])
        }
        ErrorKind::UnknownArgument => {
            locale.tell("cli-argument-unknown", &[("argument", argument.into())])
        }
        ErrorKind::InvalidUtf8 => locale.say("cli-argument-letters"),
        ErrorKind::ArgumentConflict if argument == context(ContextKind::PriorArg) => {
            locale.tell("cli-argument-twice", &[("argument", argument.into())])
        }
        ErrorKind::ArgumentConflict => {
            locale.tell("cli-argument-conflict", &[("argument", argument.into())])
        }
        _ if value.is_empty() => {
            locale.tell("cli-argument-missing", &[("argument", argument.into())])
        }
        _ => locale
            .tell("cli-argument-value", &[("value", value.into()), ("argument", argument.into())]),
    };
    eprintln!("{}", locale.tell("cli-error", &[("message", message.into())]));
    let values = context(ContextKind::ValidValue);
    if !values.is_empty() {
        eprintln!("{}", locale.tell("cli-argument-possible", &[("values", values.into())]));
    }
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .map(context);
    if let Some(name) = suggested.into_iter().find(|name| !name.is_empty()) {
        eprintln!("{}", locale.tell("cli-did-you-mean", &[("name", name.into())]));
    }
    eprintln!("{}", locale.say("cli-try-help"));
    Exit::Failed
}
