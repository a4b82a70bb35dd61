//! Many files as one that only its reader opens: an archive (POSIX `ustar`), sealed to one key.
//! Never a name that leads out of the folder where it is unpacked.
//!
//! Where the program is not at hand: `age --decrypt --identity cle.txt envoi.age | tar x`.

use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::cipher;
use super::key::{PrivateKey, PublicKey};
use super::open::Unopened;
use crate::store::disk::{Disk, How};
use crate::store::fault::{Action, At, Fault};
use crate::store::files;
use crate::store::names::PARCEL;

/// The size of the pieces of an archive, in bytes.
const BLOCK: usize = 512;

/// Where things stand in the first piece of a file: its name, what may be done with it, its size, the
/// sum of the piece, the name of the format.
const NAME: usize = 0;
const MODE: usize = 100;
const SIZE: usize = 124;
const SUM: usize = 148;
const KIND: usize = 156;
const FORMAT: usize = 257;
const FOLDER: usize = 345;

/// The longest name and the longest folder before it.
const LONGEST: (usize, usize) = (100, 155);

/// A file by its name, its folders parted by `/`.
pub type Packed = (String, Vec<u8>);

/// The file of a parcel at a place: the place itself, or what lies in the folder.
pub fn parcel_at(disk: &dyn Disk, place: &Path) -> Option<PathBuf> {
    if place.ends_with(PARCEL) && files::exists(disk, place) {
        return Some(place.to_owned());
    }
    let inside = place.join(PARCEL);
    files::exists(disk, &inside).then_some(inside)
}

/// Seals files to a key. Nothing where this build cannot, or a name is too long.
pub fn seal_parcel(key: &PublicKey, files: &[Packed]) -> Option<Vec<u8>> {
    cipher::encrypt([key.text()], &archive(files)?)
}

/// Opens a sealed parcel.
pub fn open_parcel(
    disk: &dyn Disk,
    path: &Path,
    key: &PrivateKey,
) -> Result<Vec<Packed>, Unopened> {
    let read = || {
        let mut bytes = Vec::new();
        let mut file = disk.open(path, How::Read).at(Action::Open, path)?;
        file.read_to_end(&mut bytes).at(Action::Read, path)?;
        Ok::<_, Fault>(bytes)
    };
    let sealed = read().map_err(Unopened::Unread)?;
    unpacked(&cipher::decrypt(key.text(), &sealed)?).ok_or(Unopened::Unknown)
}

/// The files as one.
fn archive(files: &[Packed]) -> Option<Vec<u8>> {
    let mut archive = Vec::new();
    for (name, bytes) in files {
        archive.extend(first(name, bytes.len())?);
        archive.extend(bytes);
        archive.resize(archive.len().next_multiple_of(BLOCK), 0);
    }
    // Two empty pieces end it.
    archive.resize(archive.len() + 2 * BLOCK, 0);
    Some(archive)
}

/// The piece before the bytes of a file. Nothing says when it was written, nor by whom.
fn first(name: &str, size: usize) -> Option<[u8; BLOCK]> {
    let (folder, name) = match name.rsplit_once('/') {
        Some((folder, short)) if name.len() > LONGEST.0 => (folder, short),
        _ => ("", name),
    };
    if name.len() > LONGEST.0 || folder.len() > LONGEST.1 {
        return None;
    }
    let mut piece = [0; BLOCK];
    let mut put =
        |at: usize, text: &str| piece[at..at + text.len()].copy_from_slice(text.as_bytes());
    put(NAME, name);
    put(MODE, "0000600\x000000000\x000000000\0");
    put(SIZE, &format!("{size:011o}\x0000000000000\0"));
    put(KIND, "0");
    put(FORMAT, "ustar\x0000");
    put(FOLDER, folder);
    let sum = sum(&piece);
    piece[SUM..SUM + 8].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    Some(piece)
}

/// The sum of the bytes of a piece, its own place counted as blanks.
fn sum(piece: &[u8]) -> u32 {
    let counted = |(at, byte): (usize, &u8)| match at {
        SUM..KIND => u32::from(b' '),
        _ => u32::from(*byte),
    };
    piece.iter().enumerate().map(counted).sum()
}

/// The files of an archive of ours; nothing where it is another, or one of its names leads elsewhere.
fn unpacked(mut archive: &[u8]) -> Option<Vec<Packed>> {
    let mut files = Vec::new();
    loop {
        let (piece, rest) = archive.split_at_checked(BLOCK)?;
        if piece.iter().all(|byte| *byte == 0) {
            return Some(files);
        }
        let text = |at: usize, length: usize| {
            let field = piece[at..at + length].split(|byte| *byte == 0).next()?;
            std::str::from_utf8(field).ok()
        };
        let octal = |at, length| usize::from_str_radix(text(at, length)?.trim(), 8).ok();
        let is_ours = text(FORMAT, 5)? == "ustar" && text(KIND, 1)? == "0";
        if !is_ours || octal(SUM, 8)? != usize::try_from(sum(piece)).ok()? {
            return None;
        }
        let (folder, name) = (text(FOLDER, LONGEST.1)?, text(NAME, LONGEST.0)?);
        let name = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let stays = |part: Component<'_>| matches!(part, Component::Normal(_));
        if name.is_empty()
            || name.contains(['\\', ':'])
            || !Path::new(&name).components().all(stays)
        {
            return None;
        }
        let size = octal(SIZE, 12)?;
        let (bytes, _) = rest.split_at_checked(size)?;
        files.push((name, bytes.to_vec()));
        archive = rest.get(size.next_multiple_of(BLOCK)..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<Packed> {
        let long = format!("data/{}/{}.csv", "r".repeat(60), "f".repeat(70));
        let sizes = [("bordereau.csv", 0), ("a/b.csv", 1), ("c", 511), ("d", 512), (&long, 513)];
        sizes.map(|(name, size)| (name.to_owned(), vec![b'x'; size])).to_vec()
    }

    #[test]
    fn files_of_every_size_come_back_under_their_names() {
        assert_eq!(unpacked(&archive(&files()).expect("short names")), Some(files()));
        assert_eq!(unpacked(&archive(&[]).expect("nothing")), Some(Vec::new()));
    }

    #[test]
    fn an_archive_is_laid_out_as_posix_says() {
        let archive = archive(&[("a/b.csv".into(), b"lune".to_vec())]).expect("a short name");
        assert_eq!(archive.len(), 4 * BLOCK);
        assert_eq!(&archive[..8], b"a/b.csv\0");
        assert_eq!(&archive[SIZE..SIZE + 12], b"00000000004\0");
        assert_eq!(&archive[FORMAT..FORMAT + 8], b"ustar\x0000");
        assert_eq!(&archive[BLOCK..BLOCK + 4], b"lune");
    }

    #[test]
    fn what_is_cut_or_leads_elsewhere_is_not_unpacked() {
        let whole = archive(&files()).expect("short names");
        for end in (0..whole.len() - 2 * BLOCK).step_by(97) {
            assert_eq!(unpacked(&whole[..end]), None, "{end}");
        }
        for name in ["../x", "/etc/x", "a/../../x", "C:x", "a\\..\\x"] {
            let other = archive(&[(name.to_owned(), Vec::new())]).expect("a short name");
            assert_eq!(unpacked(&other), None, "{name}");
        }
    }
}
