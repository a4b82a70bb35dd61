//! All that the store asks of a disk, behind one small interface: the real one here, and any other
//! that a test wants to lose power or run full at each call.
//! Never decides what is kept: it does one thing at a time, as it is told.

use std::fmt::Debug;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

/// What the store asks of a disk. Names (of new files, renamed or removed ones) are sure only once
/// their folder is synced, bytes only once their file is.
pub trait Disk: Debug + Send + Sync {
    /// Opens a file; one that is made is for its owner alone (mode 0600).
    fn open(&self, path: &Path, how: How) -> io::Result<Box<dyn OpenFile>>;
    /// Makes one folder, for its owner alone (mode 0700).
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes sure that the disk has the names a folder holds.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Gives a file another name, in the place of what bore it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder that holds nothing.
    fn remove_folder(&self, _path: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    /// What a folder holds, by name.
    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// What is there.
    fn about(&self, path: &Path) -> io::Result<About>;
    /// When a file was last written, counted from 1970, where the disk notes it. Only to see that it
    /// changed: it is never shown nor kept as it is.
    fn modified(&self, _path: &Path) -> io::Result<Option<Duration>> {
        Ok(None)
    }
}

/// A file of a [`Disk`], open. Its lock goes with it.
pub trait OpenFile: Read + Write + Seek + Debug + Send {
    /// How many bytes it holds.
    fn length(&self) -> io::Result<u64>;
    /// Cuts it at so many bytes.
    fn set_length(&mut self, length: u64) -> io::Result<()>;
    /// Makes sure that the disk has what was written.
    fn sync(&mut self) -> io::Result<()>;
    /// Locks it; `false` where somebody else has it and nobody wanted to wait.
    fn lock(&self, turn: Turn) -> io::Result<bool>;
    /// The same file in the hands of another thread.
    fn another(&self) -> io::Result<Box<dyn OpenFile>>;
    /// Asks the system to forget what it remembers of the file, so that what is read next comes from
    /// the disk itself. Where it cannot, it reads what it remembers.
    fn forget(&self) -> io::Result<()> {
        Ok(())
    }
    /// Takes from the file the time when it was written, where the disk lets it.
    fn forget_time(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The time of files that tell none: noon of the first day that every file system can hold.
const NO_TIME: Duration = Duration::from_secs(315_576_000);

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// To be read; it must be there.
    Read,
    /// To be read and written at any place; it must be there.
    Change,
    /// To be read, and written at its end; it is made where it is not there.
    Append,
    /// The same, but it must not be there.
    Fresh,
    /// To be written from the beginning; what it held is gone.
    Anew,
}

/// How a lock is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// When the others are done.
    Wait,
    /// Now or not at all.
    Now,
    /// Now or not at all, beside others who only look.
    Look,
}

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// How many bytes; nothing of importance for a folder.
    pub length: u64,
    /// Is it a folder?
    pub is_folder: bool,
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn open(&self, path: &Path, how: How) -> io::Result<Box<dyn OpenFile>> {
        let mut options = OpenOptions::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        match how {
            How::Read => options.read(true),
            How::Change => options.read(true).write(true),
            How::Append => options.read(true).append(true).create(true),
            How::Fresh => options.read(true).append(true).create_new(true),
            How::Anew => options.write(true).create(true).truncate(true),
        };
        Ok(Box::new(options.open(path)?))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            builder.mode(0o700);
        }
        builder.create(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        // Windows has no such call: there the file system keeps the names by itself.
        if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
        paths.sort();
        Ok(paths)
    }

    fn about(&self, path: &Path) -> io::Result<About> {
        let known = fs::metadata(path)?;
        Ok(About { length: known.len(), is_folder: known.is_dir() })
    }

    fn modified(&self, path: &Path) -> io::Result<Option<Duration>> {
        let moment = fs::metadata(path)?.modified()?;
        Ok(moment.duration_since(UNIX_EPOCH).ok())
    }
}

impl OpenFile for File {
    fn length(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn set_length(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn lock(&self, turn: Turn) -> io::Result<bool> {
        let taken = match turn {
            Turn::Wait => return File::lock(self).map(|()| true),
            Turn::Now => self.try_lock(),
            Turn::Look => self.try_lock_shared(),
        };
        match taken {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn another(&self) -> io::Result<Box<dyn OpenFile>> {
        Ok(Box::new(self.try_clone()?))
    }

    #[cfg(target_os = "linux")]
    fn forget(&self) -> io::Result<()> {
        Ok(rustix::fs::fadvise(self, 0, None, rustix::fs::Advice::DontNeed)?)
    }

    fn forget_time(&mut self) -> io::Result<()> {
        self.set_modified(UNIX_EPOCH + NO_TIME)
    }
}
