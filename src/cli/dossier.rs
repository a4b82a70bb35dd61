//! The dossier: where settings, questionnaires and answers lie, and how it is found.
//! Never reads an answer.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::app::{Found, Places, Settings};
use crate::questionnaire::{File, LARGEST, Problem};
use crate::store::names::{AUDIO, DATA, DRAFTS, MANIFEST, QUESTIONNAIRES, SETTINGS};
use crate::store::with_extension;

/// The common definition file among them.
const CORE: &str = "commun.toml";

/// A working folder.
#[derive(Clone, Debug)]
pub(super) struct Dossier {
    found: Found,
    root: PathBuf,
}

impl Dossier {
    /// The folder named; else the current one, if it is a dossier; else the program's own, if it
    /// has settings; else the usual place of the system.
    pub fn find(named: Option<PathBuf>) -> Self {
        let (found, root) = if let Some(root) = named {
            (Found::Named, root)
        } else if let Some(root) = std::env::current_dir()
            .ok()
            .filter(|root| root.join(SETTINGS).is_file() || root.join(QUESTIONNAIRES).is_dir())
        {
            (Found::Current, root)
        } else if let Some(root) = program_folder().filter(|root| root.join(SETTINGS).is_file()) {
            (Found::Program, root)
        } else {
            (Found::Usual, usual())
        };
        Self { found, root: std::path::absolute(&root).unwrap_or(root) }
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the rows.
    pub fn data(&self) -> PathBuf {
        self.root.join(DATA)
    }

    /// The folder of the journals of interviews under way.
    pub fn drafts(&self) -> PathBuf {
        self.root.join(DRAFTS)
    }

    /// The folder of the questions read aloud.
    pub fn audio(&self) -> PathBuf {
        self.root.join(AUDIO)
    }

    /// The file of the settings.
    pub fn settings_file(&self) -> PathBuf {
        self.root.join(SETTINGS)
    }

    /// Has nobody said or recorded anything in it yet?
    pub fn is_new(&self) -> bool {
        !self.settings_file().exists() && !self.data().exists()
    }

    /// Are its rows those of several machines, gathered?
    pub fn is_gathered(&self) -> bool {
        self.root.join(MANIFEST).is_file()
    }

    pub fn questionnaires_folder(&self) -> PathBuf {
        self.root.join(QUESTIONNAIRES)
    }

    /// What the person may be told of it, and the folder to propose where it cannot be written.
    pub fn places(&self) -> Places {
        let usual = usual();
        // Never a temporary folder: it is emptied when the machine starts again.
        let home = || UserDirs::new().map(|user| user.home_dir().join("recueil"));
        let other = if usual == self.root { home().unwrap_or(usual) } else { usual };
        let (data, drafts) = (self.data(), self.drafts());
        Places { found: self.found, data, settings: self.settings_file(), drafts, other }
    }

    /// The settings; none where there is no such file.
    pub fn settings(&self) -> Result<Settings, Vec<Problem>> {
        let path = self.settings_file();
        if !path.exists() {
            return Ok(Settings::default());
        }
        let source = read(&path).read().map_err(|problem| vec![problem])?;
        Settings::read(source)
    }

    /// The definition files of the dossier.
    pub fn questionnaires(&self) -> Vec<File> {
        definitions(&self.questionnaires_folder())
    }
}

/// The path without links and turns, as far as it is there: two names of one folder are one.
pub(super) fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    match (path.parent(), path.file_name()) {
        (Some(above), Some(name)) => real(above).join(name),
        _ => path,
    }
}

/// The definition files of a folder, by name.
pub(super) fn definitions(folder: &Path) -> Vec<File> {
    with_extension(folder, "toml").iter().map(|path| read(path)).collect()
}

/// The definition files at a path: those of the folder, or the file itself though it may not be there.
pub(super) fn files_at(path: &Path) -> Vec<File> {
    if path.is_dir() { definitions(path) } else { vec![read(path)] }
}

/// The common file in the folder of this file, in which names that it lacks are sought.
pub(super) fn core_beside(path: &Path) -> Option<File> {
    let core = path.with_file_name(CORE);
    (!path.is_dir() && core.is_file()).then(|| read(&core))
}

/// Reads a file, but no more of it than a definition can be: what is longer is told as such.
pub(super) fn read(path: &Path) -> File {
    let bytes = fs::File::open(path).and_then(|file| {
        let mut bytes = Vec::new();
        file.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    });
    File { name: shorter(path), bytes: bytes.map_err(|error| error.to_string()) }
}

/// The path from the current folder where it is under it: what a person would type.
pub(super) fn shorter(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let under = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    let under = under.filter(|under| !under.as_os_str().is_empty());
    under.as_deref().unwrap_or(path).display().to_string()
}

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "recueil")
}

/// The system's usual place for data.
fn usual() -> PathBuf {
    let folder = project().map(|project| project.data_dir().to_owned());
    folder.unwrap_or_else(|| std::env::temp_dir().join("recueil"))
}

/// Where the machine keeps its own random name: never in a dossier, which may be copied.
pub(super) fn state() -> Option<PathBuf> {
    let project = project()?;
    Some(project.state_dir().unwrap_or_else(|| project.data_local_dir()).to_owned())
}

fn program_folder() -> Option<PathBuf> {
    std::env::current_exe().ok()?.parent().map(Path::to_owned)
}
