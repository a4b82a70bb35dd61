//! Where a row belongs: those that count or the trials, its référentiel, its form, its columns.
//! Never the file it was found in.

use std::path::{Path, PathBuf};

use super::super::names::TRIALS;
use crate::value::{CONTROLE, Meta};

/// Rows that count, or trials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Tree {
    Counting,
    Trials,
}

impl Tree {
    pub fn of(is_trial: bool) -> Self {
        if is_trial { Self::Trials } else { Self::Counting }
    }

    /// The folder of the tree, from that of the rows.
    pub fn folder(self, data: &Path) -> PathBuf {
        match self {
            Self::Counting => data.to_owned(),
            Self::Trials => data.join(TRIALS),
        }
    }
}

/// The files of a form: which tree, which référentiel, which stem (form, version, fingerprint).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Home {
    pub tree: Tree,
    pub referentiel: String,
    pub stem: String,
}

impl Home {
    /// Where a row says that it belongs, by its first cells; none where they cannot be names.
    pub fn of_cells(tree: Tree, cell: impl Fn(Meta) -> String) -> Option<Self> {
        let [referentiel, form, version, print] =
            [Meta::Referentiel, Meta::Questionnaire, Meta::Version, Meta::Empreinte].map(cell);
        let is_number = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
        let is_print = print.len() == 8 && print.bytes().all(|byte| byte.is_ascii_hexdigit());
        (is_name(&referentiel) && is_name(&form) && is_number && is_print).then(|| Self {
            tree,
            referentiel,
            stem: format!("{form}.v{version}-{print}"),
        })
    }

    /// The cells that a row of this home has after its identifier, joined as its check joins them.
    pub fn cells(&self) -> Vec<u8> {
        let (form, rest) = self.stem.rsplit_once(".v").unwrap_or((&self.stem, ""));
        let (version, print) = rest.split_once('-').unwrap_or((rest, ""));
        [&self.referentiel, form, version, print].join("\u{1f}").into_bytes()
    }

    /// The folder of the rows.
    pub fn folder(&self, data: &Path) -> PathBuf {
        self.tree.folder(data).join(&self.referentiel)
    }
}

/// The stem and the machine of a file of rows, by its name: `flsm-sortie.v1-7f724185.abcdefgh.csv`,
/// or a later segment of it (`….abcdefgh-2.csv`).
pub(super) fn named(path: &Path) -> Option<(String, String)> {
    let (stem, machine) = path.file_name()?.to_str()?.strip_suffix(".csv")?.rsplit_once('.')?;
    let machine = machine.split('-').next().unwrap_or(machine);
    is_stem(stem).then(|| (stem.to_owned(), machine.to_owned()))
}

/// Is this `form.v1-7f724185`?
pub(super) fn is_stem(stem: &str) -> bool {
    let Some((form, rest)) = stem.rsplit_once(".v") else { return false };
    let Some((version, print)) = rest.split_once('-') else { return false };
    is_name(form)
        && !version.is_empty()
        && version.bytes().all(|byte| byte.is_ascii_digit())
        && print.len() == 8
        && print.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// May this be the name of a folder or a form? Nothing else may lead out of the set.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// A home and the columns of its rows. Rows of one home whose columns differ never share a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub home: Home,
    /// The first line, as the program writes it.
    pub header: Vec<u8>,
}

/// Are these the columns of a file of ours?
pub(super) fn is_header<'a>(mut names: impl Iterator<Item = &'a str>) -> bool {
    Meta::ALL.iter().all(|meta| names.next() == Some(meta.word())) && names.last() == Some(CONTROLE)
}
