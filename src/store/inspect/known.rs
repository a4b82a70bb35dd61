//! Names of files by their parts, and rows by as little as tells them apart.
//! Never opens a file.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// The name of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub whole: String,
    pub stem: String,
    /// Empty where there is none.
    pub extension: String,
}

pub(super) fn named(path: &Path) -> Named {
    let text =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    Named {
        whole: text(path.file_name()),
        stem: text(path.file_stem()),
        extension: text(path.extension()),
    }
}

impl Named {
    /// The form, version and fingerprint of a file of rows: `<form>.v<version>-<empreinte8>`, before
    /// the name of the machine. Nothing where the name is not that of one.
    pub fn form(&self) -> Option<&str> {
        let (form, poste) = self.stem.rsplit_once('.')?;
        let (_, print) = form.split_once(".v")?;
        let (version, print) = print.split_once('-')?;
        let (poste, segment) = poste.split_once('-').unwrap_or((poste, "2"));
        let is_ours = version.parse::<u32>().is_ok()
            && print.len() == 8
            && print.bytes().all(|byte| byte.is_ascii_hexdigit())
            && !poste.is_empty()
            && poste.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && segment.parse::<u32>().is_ok();
        is_ours.then_some(form)
    }
}

/// What is held of a row: where it is, and a digest of what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub file: usize,
    pub line: usize,
    pub digest: u64,
}

/// What a row says, in short. Only ever compared within one look.
pub(super) fn digest(row: &crate::store::Row<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.cells().for_each(|cell| cell.hash(&mut hasher));
    hasher.finish()
}

/// An identifier in sixteen bytes: as it is written, or where it is not one of ours, a digest.
pub(super) fn key(id: &str) -> u128 {
    let digits = id.bytes().filter(|byte| *byte != b'-');
    let value = digits.clone().try_fold(0_u128, |value, byte| {
        Some(value << 4 | u128::from(char::from(byte).to_digit(16)?))
    });
    match value {
        Some(value) if digits.count() == 32 => value,
        _ => {
            let half = |salt: u8| {
                let mut hasher = DefaultHasher::new();
                (salt, id).hash(&mut hasher);
                u128::from(hasher.finish())
            };
            half(0) << 64 | half(1)
        }
    }
}
