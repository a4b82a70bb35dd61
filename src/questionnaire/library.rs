//! Every référentiel at hand: those built into the program, and those of the disk, which win.
//! Never opens a file: their texts are handed in.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::load::{head, load};
use super::{Cause, Head, Problem, Questionnaire, Referentiel, Source, What};

/// A definition file built into the program, by its name.
macro_rules! built_in_file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../questionnaires/", $name)))
    };
}

/// The common référentiel: where every other file may take questions from.
const CORE: (&str, &str) = built_in_file!("commun.toml");

/// Its id.
pub(super) const CORE_ID: &str = "commun";

/// The référentiels built into the program, by file name.
const EMBEDDED: &[(&str, &str)] = &[
    CORE,
    built_in_file!("une-place-pour-chacun.toml"),
    built_in_file!("intergenerations.toml"),
    built_in_file!("vivre-la-rue.toml"),
    built_in_file!("foyer-saint-marc.toml"),
    built_in_file!("parlons-en.toml"),
    built_in_file!("keredern.toml"),
    built_in_file!("bellevue.toml"),
];

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

/// One référentiel at hand: its head is known at once, the rest is read when it is wanted.
#[derive(Debug)]
struct Entry {
    source: Arc<Source>,
    origin: Origin,
    head: Arc<Head>,
    whole: OnceCell<Arc<Referentiel>>,
}

/// Where a référentiel comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// A file handed in for itself.
    File,
    /// A file handed in for what others take from it.
    Around,
    /// The program.
    BuiltIn,
}

/// The référentiels that could be loaded, and the problems of those that could not.
#[derive(Debug, Default)]
pub struct Library {
    entries: Vec<Entry>,
    problems: Vec<Problem>,
    /// Were there files of the disk, though they may all be broken?
    has_files: bool,
    /// Which référentiels the disk has, though they may be broken: by file name and by id.
    claimed: BTreeSet<String>,
}

impl Library {
    /// Loads the files of the disk and, for each référentiel that the disk does not have, the
    /// built-in one.
    ///
    /// A broken file of the disk does not bring the built-in one back: nobody must be asked other
    /// questions than those the structure wrote. Only names of core questions are then sought in
    /// the built-in common file, so that the other files still work.
    pub fn load(files: Vec<File>) -> Self {
        Self::load_among(files, Vec::new())
    }

    /// The same, with files around them that are there only for what the first take from them: their
    /// problems are not told, and one that has the id of another is left out.
    pub fn load_among(files: Vec<File>, around: Vec<File>) -> Self {
        let mut library = Self { has_files: !files.is_empty(), ..Self::default() };
        let mut on_disk: Vec<Found> = Vec::new();
        for file in files {
            library.claimed.insert(stem(&file.name));
            match file.read() {
                Ok(source) => on_disk.push(Found::new(source)),
                Err(problem) => library.problems.push(problem),
            }
        }
        // Of two files with one id, the one that bears the name of the built-in file is meant.
        on_disk.sort_by_key(|found| !found.is_named_after_its_id());
        let mut kept: Vec<Found> = Vec::new();
        for found in on_disk {
            library.claimed.extend(found.id.clone());
            match kept.iter().find(|other| found.id.is_some() && other.id == found.id) {
                Some(other) => library.problems.push(found.taken_by(other)),
                None => kept.push(found),
            }
        }
        kept.sort_by(|a, b| a.source.name.cmp(&b.source.name));
        let mut kept: Vec<(Found, Origin)> =
            kept.into_iter().map(|found| (found, Origin::File)).collect();
        for found in around.into_iter().filter_map(|file| file.read().ok()).map(Found::new) {
            let Some(id) = found.id.clone() else { continue };
            if !library.claimed.contains(&format!("{id}.toml")) && library.claimed.insert(id) {
                kept.push((found, Origin::Around));
            }
        }
        for (name, text) in EMBEDDED {
            let entry = Entry::built_in(name, text);
            if !library.claimed.contains(*name) && !library.claimed.contains(&entry.head.id) {
                library.entries.push(entry);
            }
        }
        if let Some(at) = kept.iter().position(|(found, _)| found.is_core()) {
            let (core, origin) = kept.remove(at);
            library.read(&core.source, origin, None);
        }
        for (found, origin) in &kept {
            let core = library.core();
            library.read(&found.source, *origin, Some(&core));
        }
        library.entries.sort_by_key(|entry| (entry.head.id != CORE_ID, entry.head.id.clone()));
        library
    }

    fn read(&mut self, source: &Arc<Source>, origin: Origin, core: Option<&Referentiel>) {
        let of_itself = origin != Origin::Around;
        let read = match load(source, core) {
            Ok(read) => read,
            Err(problems) if of_itself => return self.problems.extend(problems),
            Err(_) => return,
        };
        // Rows lie in a file by form: its id must be of one référentiel only.
        for form in &read.questionnaires {
            if let Some(other) = self.entries.iter().find(|other| other.has_form(&form.id)) {
                let (what, name) = (What::Form, form.id.clone());
                let cause = Cause::TakenElsewhere { what, name, file: other.head.id.clone() };
                let span = place_of(&source.text, &form.id);
                let problem = Problem { cause, source: Arc::clone(source), span };
                self.problems.extend(of_itself.then_some(problem));
                return;
            }
        }
        self.entries.push(Entry {
            source: Arc::clone(source),
            origin,
            head: Arc::clone(&read.head),
            whole: OnceCell::from(Arc::new(read)),
        });
    }

    /// The common référentiel of the disk, else the built-in one.
    pub fn core(&self) -> Arc<Referentiel> {
        match self.entries.iter().find(|entry| entry.head.id == CORE_ID) {
            Some(entry) => self.whole(entry),
            None => built_in_core(),
        }
    }

    fn whole(&self, entry: &Entry) -> Arc<Referentiel> {
        let read = || {
            let core = (entry.head.id != CORE_ID).then(|| self.core());
            let read = load(&entry.source, core.as_deref());
            // A common file of the disk may lack what a built-in file takes from the other.
            let read = read.or_else(|_| load(&entry.source, Some(&built_in_core())));
            Arc::new(read.expect("the built-in files are tested"))
        };
        Arc::clone(entry.whole.get_or_init(read))
    }

    /// What is known of each référentiel without reading it whole: the common one first, then by id.
    pub fn heads(&self) -> impl Iterator<Item = &Arc<Head>> {
        self.entries.iter().map(|entry| &entry.head)
    }

    /// Is there a référentiel of this id, though its file may be broken?
    pub fn knows(&self, id: &str) -> bool {
        self.heads().any(|head| head.id == id) || self.claimed.contains(id)
    }

    /// A référentiel by id.
    pub fn referentiel(&self, id: &str) -> Option<Arc<Referentiel>> {
        let entry = self.entries.iter().find(|entry| entry.head.id == id)?;
        Some(self.whole(entry))
    }

    /// The text that a référentiel was read from.
    pub fn source(&self, id: &str) -> Option<&Arc<Source>> {
        self.entries.iter().find(|entry| entry.head.id == id).map(|entry| &entry.source)
    }

    /// The référentiels, the common one first, then by id.
    pub fn referentiels(&self) -> impl Iterator<Item = Arc<Referentiel>> {
        self.entries.iter().map(|entry| self.whole(entry))
    }

    /// The référentiels read from the disk, or those of the program where no file was handed in, each
    /// with its text.
    pub fn sources(&self) -> impl Iterator<Item = (&Arc<Source>, Arc<Referentiel>)> {
        let wanted = if self.has_files { Origin::File } else { Origin::BuiltIn };
        let wanted = self.entries.iter().filter(move |entry| entry.origin == wanted);
        wanted.map(|entry| (&entry.source, self.whole(entry)))
    }

    /// The problems of the files that could not be loaded.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Every form, by référentiel.
    pub fn forms(&self) -> impl Iterator<Item = Arc<Questionnaire>> {
        self.referentiels().flat_map(|referentiel| referentiel.questionnaires.clone())
    }

    /// A form by id.
    pub fn form(&self, id: &str) -> Option<Arc<Questionnaire>> {
        let entry = self.entries.iter().find(|entry| entry.has_form(id))?;
        let whole = self.whole(entry);
        whole.questionnaires.iter().find(|form| form.id == id).map(Arc::clone)
    }
}

impl Entry {
    /// A file of the program, of which only the head is read for now.
    fn built_in(name: &str, text: &str) -> Self {
        let first = text.split("\n[[").next().unwrap_or(text).to_owned();
        let head = head(&Arc::new(Source { name: name.to_owned(), text: first }));
        Self {
            source: built_in((name, text)),
            origin: Origin::BuiltIn,
            head: Arc::new(head.expect("the built-in files are tested")),
            whole: OnceCell::new(),
        }
    }

    /// Does it define this form? Told by the text alone where it was not read yet.
    fn has_form(&self, id: &str) -> bool {
        match self.whole.get() {
            Some(whole) => whole.questionnaires.iter().any(|form| form.id == id),
            None => !place_of(&self.source.text, id).is_empty(),
        }
    }
}

/// The common référentiel as it is built into the program.
pub(super) fn built_in_core() -> Arc<Referentiel> {
    Arc::new(load(&built_in(CORE), None).expect("the built-in common file is tested"))
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
    match text[forms..].find(&quoted) {
        Some(at) => forms + at..forms + at + quoted.len(),
        None => 0..0,
    }
}

/// The name of a file without its folders; letter case does not tell files apart everywhere.
fn stem(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or(name).to_lowercase()
}
