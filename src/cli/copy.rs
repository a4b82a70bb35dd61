//! `recueil copy --to DIR`: the dossier on a stick, read again from there.
//! Never says that a stick may be taken away before all of it was compared.

use std::path::Path;

use super::Exit;
use super::dossier::{Dossier, real};
use super::perform::Outside;
use crate::app::World;
use crate::locale::Locale;
use crate::store::{self, Copied, CopyFault, Copying, RealDisk};

/// Copies the dossier, and tells what is on the stick.
pub(super) fn copy(locale: &Locale, dossier: &Dossier, to: &Path) -> Exit {
    match copied(locale, dossier, &Outside::new(), to) {
        Ok(copied) => {
            for line in locale.copied(&copied) {
                println!("{line}");
            }
            println!("{}", locale.say("copy-remove"));
            Exit::Done
        }
        Err(fault) => {
            for line in locale.copy_fault(&fault) {
                eprintln!("{line}");
            }
            Exit::Failed
        }
    }
}

/// Copies the dossier to this folder.
pub(super) fn copied(
    locale: &Locale,
    dossier: &Dossier,
    outside: &Outside,
    to: &Path,
) -> Result<Copied, CopyFault> {
    let (root, to) = (real(dossier.root()), real(to));
    let (poste, day) = (outside.poste(), outside.today().to_string());
    let incomplete = locale.say("copy-marker") + "\n";
    let asked =
        Copying { dossier: &root, to: &to, poste: &poste, day: &day, incomplete: &incomplete };
    store::copy(&RealDisk, &asked)
}
