//! Rows sealed as they are made: each a file of its own, encrypted to keys whose private halves are
//! kept elsewhere.
//! Never leaves a row readable, not even for a moment, and never names a file after what is in it.

#[cfg(feature = "seal")]
mod cipher;
#[cfg(not(feature = "seal"))]
#[path = "no_cipher.rs"]
mod cipher;
mod content;
mod key;
mod open;
mod parcel;

use std::io::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::append::{Appended, Batch, header};
use super::fault::{Action, At, Fault, Reason};
use super::names::{SEALED, SEALED_ROW, UNFINISHED};
use super::{Store, files};
use crate::questionnaire::{Questionnaire, archive};
use content::Content;

pub use key::{Keys, NoIdentity, NoKey, PrivateKey, PublicKey};
pub use open::{Opened, Sorted, Unopened};
pub use parcel::{Packed, open_parcel, parcel_at, seal_parcel};

/// Can this build seal rows, and open them?
pub const CAN_SEAL: bool = cipher::IS_THERE;

impl Store {
    /// The same store, in which rows that count are sealed to these keys, if there are any.
    #[must_use]
    pub fn sealing(mut self, keys: &Keys) -> Self {
        self.keys = keys.clone();
        self
    }

    /// The folder of sealed rows.
    pub fn sealed_folder(&self) -> PathBuf {
        self.data.join(SEALED)
    }

    /// How many rows are sealed here.
    pub fn sealed(&self) -> usize {
        files::of_extension(self.disk(), &self.sealed_folder(), SEALED_ROW).len()
    }

    /// Are rows of this kind sealed? Trials are nobody's answers.
    pub(super) fn seals(&self, trial: bool) -> bool {
        !trial && !self.keys.is_empty()
    }

    /// Can this build do what its settings ask for?
    pub(super) fn able_to_seal(&self) -> Result<(), Fault> {
        let reason = Reason::CannotSeal;
        let fault = || Fault { action: Action::Write, path: self.sealed_folder(), reason };
        if CAN_SEAL { Ok(()) } else { Err(fault()) }
    }

    /// Seals each row of a batch into a file of its own. When this returns `Ok` all of them are on
    /// the disk under their names; otherwise none is known to be.
    pub(super) fn seal(&self, form: &Questionnaire, batch: &Batch) -> Result<Appended, Fault> {
        self.able_to_seal()?;
        let folder = self.sealed_folder();
        files::folder(self.disk(), &folder)?;
        let _turn = self.turn_to_add(&folder)?;
        self.remove_unsealed(&folder)?;
        let mut paths = Vec::new();
        let done = self.write_sealed(form, batch, &folder, &mut paths);
        if let Err(fault) = done {
            for path in &paths {
                files::give_up(self.disk(), path);
                _ = self.disk().remove(path);
            }
            return Err(fault);
        }
        Ok(Appended { file: folder, rows: paths.len(), set_aside: None, overcome: None })
    }

    /// Removes what was being sealed when the power went or the program was killed: nobody was told
    /// that it is kept, and it has no name yet. The turn must be had. Says how many there were.
    fn remove_unsealed(&self, folder: &Path) -> Result<usize, Fault> {
        let mut removed = 0;
        for path in self.disk().entries(folder).at(Action::Read, folder)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let sealed = name.strip_suffix(UNFINISHED).unwrap_or_default();
            if Path::new(sealed).extension().is_some_and(|found| found == SEALED_ROW) {
                files::remove(self.disk(), &path)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// The same, unless somebody seals at this moment.
    pub(super) fn recover_sealed(&self) -> Result<usize, Fault> {
        let folder = self.sealed_folder();
        if !files::is_folder(self.disk(), &folder) {
            return Ok(0);
        }
        match self.turn_now(&folder)? {
            Some(_turn) => self.remove_unsealed(&folder),
            None => Ok(0),
        }
    }

    /// Writes the files of a batch, noting the path of each before it is there; then gives all of
    /// them their names.
    fn write_sealed(
        &self,
        form: &Questionnaire,
        batch: &Batch,
        folder: &Path,
        paths: &mut Vec<PathBuf>,
    ) -> Result<(), Fault> {
        let (header, definition) = (header(form), archive(form));
        let mut lines = batch.lines();
        while let Some((row, rest)) = content::row(lines) {
            let content = Content {
                stem: form.stem(),
                header: header.clone(),
                row: row.to_vec(),
                definition: definition.clone(),
            };
            let keys = self.keys.iter().map(|(_, key)| key.text());
            let sealed = cipher::encrypt(keys, &content.bytes());
            let sealed = sealed.expect("keys were read, and memory takes what is written");
            let path = folder.join(name(&sealed));
            paths.push(path.clone());
            self.prepare(&path, &sealed)?;
            lines = rest;
        }
        for path in paths {
            let named = self.disk().rename(&files::unfinished(path), path);
            named.at(Action::Write, path)?;
        }
        self.sync_names(folder)
    }

    /// The bytes beside the file that they will be, on the disk.
    fn prepare(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        let mut file = files::begin(self.disk(), path)?;
        file.write_all(bytes).and_then(|()| file.flush()).at(Action::Write, path)?;
        // When a file came would say who was there. A disk that keeps its own time seals all the same.
        _ = file.forget_time();
        file.sync().at(Action::Sync, path)
    }
}

/// The name of a sealed file: its own hash, which tells nothing, and by which a copy can be checked
/// without any key. The same row sealed twice has two.
fn name(sealed: &[u8]) -> String {
    let digest = Sha256::digest(sealed);
    let half = digest.iter().take(16).fold(0_u128, |half, byte| half << 8 | u128::from(*byte));
    format!("{half:032x}.{SEALED_ROW}")
}

#[cfg(all(test, feature = "seal"))]
mod tests {
    use super::*;

    fn keys() -> [PrivateKey; 2] {
        [(); 2].map(|()| PrivateKey::fresh().expect("a key"))
    }

    fn sealed(keys: &[PrivateKey; 2], plain: &[u8]) -> Vec<u8> {
        let public = keys.iter().map(|key| key.public().text());
        cipher::encrypt(public, plain).expect("sealed")
    }

    #[test]
    fn each_key_alone_opens_and_no_other_does() {
        let ours = keys();
        let sealed = sealed(&ours, b"lune");
        for key in &ours {
            assert_eq!(cipher::decrypt(key.text(), &sealed).ok().as_deref(), Some(&b"lune"[..]));
        }
        let other = &keys()[0];
        assert!(matches!(cipher::decrypt(other.text(), &sealed), Err(Unopened::OtherKey)));
    }

    /// 64 KiB is what age encrypts at once.
    #[test]
    fn every_length_comes_back_as_it_was() {
        let ours = keys();
        let chunk = 64 * 1024;
        let edges = [chunk, 2 * chunk].into_iter().flat_map(|edge| edge - 2..=edge + 2);
        for length in (0..40).chain(edges) {
            let plain: Vec<u8> = (0..=255).cycle().take(length).collect();
            let opened = cipher::decrypt(ours[1].text(), &sealed(&ours, &plain));
            assert_eq!(opened.ok(), Some(plain), "{length}");
        }
    }

    #[test]
    fn whatever_byte_is_changed_missing_or_added_it_stays_closed() {
        let ours = keys();
        let sealed = sealed(&ours, b"lune-sapin-42,cherche");
        let is_closed = |bytes: &[u8]| cipher::decrypt(ours[1].text(), bytes).is_err();
        for at in 0..sealed.len() {
            let mut wrong = sealed.clone();
            wrong[at] ^= 1;
            assert!(is_closed(&wrong), "byte {at} changed");
            assert!(is_closed(&sealed[..at]), "cut at {at}");
        }
        assert!(is_closed(&[&sealed[..], b"x"].concat()));
        assert!(!is_closed(&sealed));
    }
}
