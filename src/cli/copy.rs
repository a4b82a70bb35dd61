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
    let outside = Outside::new();
    let (root, to) = (real(dossier.root()), real(to));
    let (poste, day) = (outside.poste(), outside.today().to_string());
    let incomplete = locale.say("copy-marker") + "\n";
    let asked =
        Copying { dossier: &root, to: &to, poste: &poste, day: &day, incomplete: &incomplete };
    match store::copy(&RealDisk, &asked) {
        Ok(copied) => {
            tell(locale, &copied);
            Exit::Done
        }
        Err(fault) => {
            eprintln!("{}", told(locale, &fault));
            Exit::Failed
        }
    }
}

fn tell(locale: &Locale, copied: &Copied) {
    let folder = copied.folder.display().to_string();
    let arguments = [
        ("written", copied.written.into()),
        ("files", copied.files.into()),
        ("folder", folder.into()),
    ];
    println!("{}", locale.tell("copy-done", &arguments));
    if !copied.left.is_empty() {
        println!("{}", locale.tell("copy-left", &[("count", copied.left.len().into())]));
        for path in &copied.left {
            println!("  {}", path.display());
        }
    }
    println!("{}", locale.say("copy-remove"));
}

/// Why there is no copy, or only part of one, in words.
fn told(locale: &Locale, fault: &CopyFault) -> String {
    let folder =
        |id: &str, path: &Path| locale.tell(id, &[("folder", path.display().to_string().into())]);
    match fault {
        CopyFault::NoFolder(path) => folder("copy-no-folder", path),
        CopyFault::Inside(path) => folder("copy-inside", path),
        CopyFault::NoRows(path) => folder("copy-no-rows", path),
        CopyFault::Before(fault) => locale.fault(fault),
        CopyFault::Partial(fault, path) => {
            format!("{}\n{}", locale.fault(fault), folder("copy-partial", path))
        }
        CopyFault::Differs(file, path) => {
            let file = file.display().to_string();
            let differs = locale.tell("copy-differs", &[("file", file.into())]);
            format!("{differs}\n{}", folder("copy-partial", path))
        }
    }
}
