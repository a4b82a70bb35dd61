//! Every référentiel at hand: those built into the program, and those of the disk, which win.
//! Never opens a file: their texts are handed in.

use std::collections::BTreeSet;
use std::ops::Range;
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
            // What stands for a wrong byte is one character, of several bytes.
            let wrong = text[at..].chars().next().map_or(0, char::len_utf8);
            let span = at..at + wrong;
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
    referentiels: Vec<Arc<Referentiel>>,
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
        let mut on_disk: Vec<Found> = Vec::new();
        // Which référentiels the disk has, though they may be broken: by file name and by id.
        let mut claimed: BTreeSet<String> = BTreeSet::new();
        for file in files {
            claimed.insert(stem(&file.name));
            match file.read() {
                Ok(source) => on_disk.push(Found::new(source)),
                Err(problem) => library.problems.push(problem),
            }
        }
        // Of two files with one id, the one that bears the name of the built-in file is meant.
        on_disk.sort_by_key(|found| !found.is_named_after_its_id());
        let mut kept: Vec<Found> = Vec::new();
        for found in on_disk {
            claimed.extend(found.id.clone());
            match kept.iter().find(|other| found.id.is_some() && other.id == found.id) {
                Some(other) => library.problems.push(found.taken_by(other)),
                None => kept.push(found),
            }
        }
        kept.sort_by(|a, b| a.source.name.cmp(&b.source.name));

        let core_on_disk = kept.iter().position(Found::is_core).map(|at| kept.remove(at));
        let core = match core_on_disk {
            Some(found) => library.read(&found.source, None),
            None if claimed.contains(CORE.0) => None,
            None => library.read(&built_in(CORE), None),
        };
        let names = core.clone().unwrap_or_else(|| {
            Arc::new(load(&built_in(CORE), None).expect("the built-in common file is tested"))
        });
        library.referentiels.extend(core);
        for found in &kept {
            let read = library.read(&found.source, Some(&names));
            library.referentiels.extend(read);
        }
        for file in EMBEDDED.iter().filter(|(name, _)| *name != CORE.0) {
            let found = Found::new(Source { name: file.0.to_owned(), text: file.1.to_owned() });
            if claimed.contains(file.0) || found.id.is_some_and(|id| claimed.contains(&id)) {
                continue;
            }
            let read = load(&found.source, Some(&names)).expect("built-in files are tested");
            library.referentiels.push(Arc::new(read));
        }
        library.referentiels.sort_by_key(|read| (read.head.id != CORE_ID, read.head.id.clone()));
        library
    }

    fn read(
        &mut self,
        source: &Arc<Source>,
        core: Option<&Referentiel>,
    ) -> Option<Arc<Referentiel>> {
        let read = match load(source, core) {
            Ok(read) => read,
            Err(problems) => {
                self.problems.extend(problems);
                return None;
            }
        };
        // Rows lie in a file by form: its id must be of one référentiel only.
        for form in &read.questionnaires {
            let other = self
                .referentiels
                .iter()
                .find(|other| other.questionnaires.iter().any(|theirs| theirs.id == form.id));
            if let Some(other) = other {
                let (what, name) = (What::Form, form.id.clone());
                let cause = Cause::TakenElsewhere { what, name, file: other.head.id.clone() };
                let span = place_of(&source.text, &form.id);
                self.problems.push(Problem { cause, source: Arc::clone(source), span });
                return None;
            }
        }
        Some(Arc::new(read))
    }

    /// The référentiels, the common one first, then by file name.
    pub fn referentiels(&self) -> &[Arc<Referentiel>] {
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

/// A file of the disk, and the id it gives itself, known before it is loaded.
struct Found {
    source: Arc<Source>,
    id: Option<String>,
    span: Range<usize>,
}

impl Found {
    /// Finds the id by its line alone: it is wanted even where the file cannot be read.
    fn new(source: Source) -> Self {
        let mut at = 0;
        let mut in_head = false;
        for line in source.text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            if line.starts_with('[') {
                in_head = line.trim_end() == "[referentiel]";
            }
            let Some((key, value)) = line.split_once('=').filter(|_| in_head) else { continue };
            let value = value.split('#').next().unwrap_or_default();
            let id = value.trim();
            if key.trim() == "id" && id.len() > 1 && id.starts_with(['"', '\'']) {
                let start = start + line.find(id).unwrap_or(0);
                let span = start..start + id.len();
                let id = Some(id.trim_matches(['"', '\'']).to_owned());
                return Self { source: Arc::new(source), id, span };
            }
        }
        Self { source: Arc::new(source), id: None, span: 0..0 }
    }

    fn is_core(&self) -> bool {
        self.id.as_deref() == Some(CORE_ID) || stem(&self.source.name) == CORE.0
    }

    fn is_named_after_its_id(&self) -> bool {
        let name = stem(&self.source.name);
        self.id.as_ref().is_some_and(|id| name == format!("{id}.toml"))
            || EMBEDDED.iter().any(|(embedded, _)| *embedded == name)
    }

    /// The problem of a second file with the id of another.
    fn taken_by(&self, other: &Self) -> Problem {
        let name = self.id.clone().unwrap_or_default();
        let file = other.source.name.clone();
        let cause = Cause::TakenElsewhere { what: What::Referentiel, name, file };
        Problem { cause, source: Arc::clone(&self.source), span: self.span.clone() }
    }
}

fn built_in((name, text): (&str, &str)) -> Arc<Source> {
    Arc::new(Source { name: name.to_owned(), text: text.to_owned() })
}

/// Where the id of a form is written.
fn place_of(text: &str, id: &str) -> Range<usize> {
    let quoted = format!("\"{id}\"");
    let forms = text.find("[[questionnaire]]").unwrap_or(0);
    let start = text[forms..].find(&quoted).map_or(0, |at| forms + at);
    start..(start + quoted.len()).min(text.len())
}

/// The name of a file without its folders; letter case does not tell files apart everywhere.
fn stem(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or(name).to_lowercase()
}
