//! Every référentiel at hand: those built into the program, and those of the disk, which win.
//! Never opens a file: their texts are handed in.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Cause, Problem, Questionnaire, Referentiel, Source, What, load};

/// The common référentiel: where every other file may take questions from.
const CORE: (&str, &str) = ("commun.toml", include_str!("../../questionnaires/commun.toml"));

/// Its id.
const CORE_ID: &str = "commun";

/// The référentiels built into the program, by file name.
const EMBEDDED: &[(&str, &str)] = &[CORE];

/// A definition file of the disk, as its bytes were read; or what the system said instead.
#[derive(Debug)]
pub struct File {
    /// The path to show.
    pub name: String,
    /// The bytes, or why there are none.
    pub bytes: Result<Vec<u8>, String>,
}

impl File {
    /// The text of the file.
    pub fn read(self) -> Result<Source, Problem> {
        let problem = |cause, text: String, at: usize| {
            let span = at..(at + 1).min(text.len());
            Problem { cause, source: Arc::new(Source { name: self.name.clone(), text }), span }
        };
        let bytes = match self.bytes {
            Ok(bytes) => bytes,
            Err(system) => return Err(problem(Cause::Unreadable { system }, String::new(), 0)),
        };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Source { name: self.name, text }),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                // What stands for the first wrong byte is where the right text ends.
                Err(problem(Cause::NotUtf8, text, at))
            }
        }
    }
}

/// The référentiels that could be loaded, and the problems of those that could not.
#[derive(Debug, Default)]
pub struct Library {
    referentiels: Vec<Referentiel>,
    problems: Vec<Problem>,
}

impl Library {
    /// Loads the files of the disk and, for each référentiel that the disk does not have, the
    /// built-in one.
    ///
    /// A broken file of the disk does not bring the built-in one back: nobody must be asked other
    /// questions than those the structure wrote. Only names of core questions are then sought in
    /// the built-in common file, so that the other files still work.
    pub fn load(files: Vec<File>) -> Self {
        let mut library = Self::default();
        let mut broken: BTreeSet<String> = BTreeSet::new();
        let mut sources: Vec<Arc<Source>> = Vec::new();
        for file in files {
            let stem = stem(&file.name);
            match file.read() {
                Ok(source) => sources.push(Arc::new(source)),
                Err(problem) => {
                    broken.insert(stem);
                    library.problems.push(problem);
                }
            }
        }
        let built_in = |(name, text): (&str, &str)| {
            Arc::new(Source { name: name.to_owned(), text: text.to_owned() })
        };
        let is_core = |source: &Arc<Source>| {
            stem(&source.name) == CORE.0
                || load(source, None).is_ok_and(|read| read.head.id == CORE_ID)
        };
        let on_disk = sources.iter().position(is_core).map(|at| sources.remove(at));
        let core = match on_disk {
            Some(source) => library.read(&source, None),
            None if broken.contains(CORE.0) => None,
            None => library.read(&built_in(CORE), None),
        };
        let names = core.clone().unwrap_or_else(|| {
            load(&built_in(CORE), None).expect("the built-in common file is tested")
        });
        library.referentiels.extend(core);
        for source in &sources {
            broken.insert(stem(&source.name));
            let read = library.read(source, Some(&names));
            library.referentiels.extend(read);
        }
        for file in EMBEDDED.iter().filter(|(name, _)| *name != CORE.0 && !broken.contains(*name)) {
            let read = load(&built_in(*file), Some(&names)).expect("built-in files are tested");
            if library.referentiels.iter().all(|other| other.head.id != read.head.id) {
                library.referentiels.push(read);
            }
        }
        library.referentiels.sort_by_key(|read| (read.head.id != CORE_ID, read.head.id.clone()));
        library
    }

    fn read(&mut self, source: &Arc<Source>, core: Option<&Referentiel>) -> Option<Referentiel> {
        let read = match load(source, core) {
            Ok(read) => read,
            Err(problems) => {
                self.problems.extend(problems);
                return None;
            }
        };
        // Rows lie in a folder by référentiel and a file by form: an id must be of one file only.
        let taken = |form: &Arc<Questionnaire>| self.form(&form.id).is_some();
        let double = read.questionnaires.iter().find(|form| taken(form));
        let (what, name) = match double {
            _ if self.referentiels.iter().any(|other| other.head.id == read.head.id) => {
                (What::Referentiel, read.head.id.clone())
            }
            Some(form) => (What::Form, form.id.clone()),
            None => return Some(read),
        };
        let start = source.text.find(&format!("\"{name}\"")).unwrap_or(0);
        let span = start..(start + name.len() + 2).min(source.text.len());
        let cause = Cause::Duplicate { what, name };
        self.problems.push(Problem { cause, source: Arc::clone(source), span });
        None
    }

    /// The référentiels, the common one first, then by file name.
    pub fn referentiels(&self) -> &[Referentiel] {
        &self.referentiels
    }

    /// The problems of the files that could not be loaded.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Every form, by référentiel.
    pub fn forms(&self) -> impl Iterator<Item = &Arc<Questionnaire>> {
        self.referentiels.iter().flat_map(|referentiel| &referentiel.questionnaires)
    }

    /// A form by id.
    pub fn form(&self, id: &str) -> Option<&Arc<Questionnaire>> {
        self.forms().find(|form| form.id == id)
    }
}

/// The name of a file without its folders.
fn stem(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned()
}
