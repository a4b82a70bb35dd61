//! What the files and the folders of a dossier are called, each name in this one place.
//! Never what is in them.

use std::path::{Path, PathBuf};

/// The settings of a dossier.
pub const SETTINGS: &str = "recueil.toml";

/// The folder of the definitions that a dossier adds to those of the program.
pub const QUESTIONNAIRES: &str = "questionnaires";

/// In it, the folder of the versions that others took the place of.
pub const FORMER: &str = "anciens";

/// The folder of what was decided of référentiels around a table.
pub const MEETINGS: &str = "ateliers";

/// The folder of the journals of interviews under way.
pub const DRAFTS: &str = "brouillons";

/// The folder of the questions that somebody has read aloud.
pub const AUDIO: &str = "audio";

/// The folder of the rows.
pub const DATA: &str = "data";

/// The page, in the folder of the rows, that explains what is in it.
pub const EXPLAINED: &str = "README.md";

/// The folder of trial rows, beside those of the référentiels.
pub const TRIALS: &str = "essai";

/// The folder of the definitions, beside the rows that they explain.
pub const DEFINITIONS: &str = "definitions";

/// The folder of the rows that were corrected, beside those that stand.
pub const HISTORY: &str = "historique";

/// The folder of the sealed rows, beside those of the référentiels.
pub const SEALED: &str = "scelle";

/// The extension of a sealed row.
pub const SEALED_ROW: &str = "age";

/// The marks of the rows that were withdrawn.
pub const WITHDRAWN: &str = "retraits.csv";

/// Every version of the rows that do not agree from one machine to another.
pub const DISPUTED: &str = "conflits.csv";

/// What was settled about them.
pub const RULINGS: &str = "arbitrages.csv";

/// The copies and exports that were made.
pub const COPIES: &str = "copies.csv";

/// The tables of reports that were published.
pub const PUBLICATIONS: &str = "publications.csv";

/// What was decided of the open texts that somebody read again: which may be quoted.
pub const REREAD: &str = "textes-relus.csv";

/// The texts that may be quoted, in what is sent: by question, and of nobody.
pub const QUOTED: &str = "textes.csv";

/// Which pair number stands for which code in what was sent, until the cycle is closed.
pub const PAIRED: &str = "paires.csv";

/// The rows that were sent.
pub const SENT: &str = "envois.csv";

/// The slip that goes with what is sent: what it holds, in figures.
pub const SLIP: &str = "bordereau.csv";

/// What is sent of the référentiels of which no row leaves: figures.
pub const TOTALS: &str = "totaux.csv";

/// All that is sent, in one file that only its reader opens.
pub const PARCEL: &str = "envoi.age";

/// The page of codes that every export holds.
pub const OUTGOING: &str = "codes.md";

/// The manifest of a gathered set, beside its `data`.
pub const MANIFEST: &str = "rassemblement.csv";

/// The file that only keeps room aside.
pub const RESERVE: &str = "reserve";

/// What the name of the table of a closing under way begins with, before the cycle.
pub const CLOSING: &str = "cloture-";

/// What stands in the place of the machine's name in a gathered file.
pub const GATHERED: &str = "reuni";

/// What the name of the file that is locked while another is written ends with.
pub const LOCK: &str = ".lock";

/// What the name of the file of what was set aside ends with.
pub const ASIDE: &str = ".rebut";

/// What the name of a file ends with while it is written: it takes its place once it is whole.
pub const UNFINISHED: &str = ".nouveau";

/// The extension of a file of rows, or of a small table.
pub const ROWS: &str = "csv";

/// The definition that explains the rows of this stem, in the folder of a référentiel.
pub fn definition(folder: &Path, stem: &str) -> PathBuf {
    folder.join(DEFINITIONS).join(format!("{stem}.toml"))
}
