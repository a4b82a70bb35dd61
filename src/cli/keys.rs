//! `recueil keys --into DIR`: the keys that rows are sealed to, the private ones written elsewhere.
//! Never writes over a key, and never leaves a private one among the answers.

use std::fs;
use std::path::{Path, PathBuf};

use super::Exit;
use super::dossier::Dossier;
use crate::app::Settings;
use crate::locale::Locale;
use crate::report::recovery;
use crate::store::{CAN_SEAL, Fault, Keys, PrivateKey, create_private, replace};

/// The key of every day, and the one that is locked away.
const NAMES: [&str; 2] = ["structure", "secours"];

/// The sheet of the second.
const SHEET: &str = "fiche-de-secours.html";

/// Makes the keys of a dossier that has none.
pub(super) fn keys(locale: &Locale, dossier: &Dossier, settings: &Settings, into: &Path) -> Exit {
    let into = std::path::absolute(into).unwrap_or_else(|_| into.to_owned());
    let [daily, spare] = NAMES.map(|name| into.join(format!("cle-{name}.txt")));
    let sheet = into.join(SHEET);
    if let Some(refusal) = refusal(locale, dossier, settings, &into, &[&daily, &spare, &sheet]) {
        eprintln!("{refusal}");
        return Exit::Failed;
    }
    let made = [PrivateKey::fresh(), PrivateKey::fresh()];
    let public = NAMES.iter().zip(made.iter().flatten());
    let public = public.map(|(name, key)| ((*name).to_owned(), key.public().clone())).collect();
    let ([Some(first), Some(second)], Some(public)) = (&made, Keys::new(public)) else {
        eprintln!("{}", locale.say("keys-cannot"));
        return Exit::Failed;
    };
    let settings_file = dossier.settings_file();
    let comment = textwrap::fill(&locale.say("keys-comment"), 98);
    // What opens comes first: nothing may be sealed to keys that nobody has.
    let written = key_file(locale, &daily, NAMES[0], first)
        .and_then(|()| key_file(locale, &spare, NAMES[1], second))
        .and_then(|()| create_private(&sheet, &recovery(locale, &settings.structure, second)))
        .and_then(|()| replace(&settings_file, settings.with_keys(&comment, &public).text()));
    if let Err(fault) = written {
        eprintln!("{}", locale.fault(&fault));
        return Exit::Failed;
    }
    let shown = |path: &Path| path.display().to_string();
    for (name, path) in NAMES.iter().zip([&daily, &spare]) {
        let arguments = [("name", (*name).into()), ("path", shown(path).into())];
        println!("{}", locale.tell("keys-written", &arguments));
    }
    println!("{}", locale.tell("keys-sheet", &[("path", shown(&sheet).into())]));
    println!("{}", locale.tell("keys-settings", &[("path", shown(&settings_file).into())]));
    println!("{}", locale.tell("keys-then", &[("path", shown(&spare).into())]));
    Exit::Done
}

/// Why no keys are made, if they are not.
fn refusal(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    into: &Path,
    files: &[&PathBuf],
) -> Option<String> {
    let shown = |path: &Path| path.display().to_string();
    if !CAN_SEAL {
        return Some(locale.say("keys-cannot"));
    }
    if settings.seals() {
        let path = shown(&dossier.settings_file());
        return Some(locale.tell("keys-there", &[("path", path.into())]));
    }
    if !into.is_dir() {
        return Some(locale.tell("page-folder", &[("folder", shown(into).into())]));
    }
    // By their real places: a link into the dossier is the dossier.
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if real(into).starts_with(real(dossier.root())) {
        return Some(locale.tell("keys-inside", &[("folder", shown(into).into())]));
    }
    let there = files.iter().find(|path| path.exists())?;
    Some(locale.tell("keys-exists", &[("path", shown(there).into())]))
}

/// Writes a private key with its public one, as the reference program of the format does.
fn key_file(locale: &Locale, path: &Path, name: &str, key: &PrivateKey) -> Result<(), Fault> {
    let what = locale.tell("keys-file", &[("name", name.into())]);
    let text = format!("# {what}\n# public key: {}\n{}\n", key.public().text(), key.text());
    create_private(path, &text)
}
