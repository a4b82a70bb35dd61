//! `recueil new`: a référentiel from nothing, asked step by step in plain lines, with examples.
//! Never keeps a step that could not be loaded; what was said before it is in the file already.

use std::io::{BufRead, Write, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;

use super::check::{Checking, Format, run as check};
use super::dossier::{Dossier, core_beside, files_at};
use super::{Exit, tell_problems};
use crate::locale::{Locale, shown};
use crate::questionnaire::{
    Answered, Beginning, Library, Referentiel, Registre, Shown, Source, beginning, load,
    with_criterion, with_question,
};
use crate::store::replace;

/// The most answers that a question is given here.
const MOST_CHOICES: usize = 9;

/// Why the dialogue ends early.
enum Stop {
    /// Nobody answers any more: all that was said is kept.
    Ended,
    /// It was told why.
    Told(Exit),
}

/// Makes a référentiel of this id, or goes on with it where its file is there.
pub(super) fn new(locale: &Locale, dossier: &Dossier, id: &str) -> Exit {
    let named = beginning(&Beginning::named(id), "");
    let source = Arc::new(Source { name: format!("{}.toml", shown(id)), text: named });
    if let Err(problems) = load(&source, None) {
        // It names a file and a folder of rows: told before anything else is asked.
        tell_problems(locale, &problems);
        return Exit::Problems;
    }
    let path = dossier.questionnaires_folder().join(format!("{id}.toml"));
    let library = Library::load(dossier.questionnaires());
    if !path.exists() && library.knows(id) {
        eprintln!("{}", locale.tell("new-taken", &[("id", id.into())]));
        return Exit::Failed;
    }
    let mut dialogue = Dialogue { locale, path, core: library.core(), text: String::new() };
    match dialogue.held(id) {
        Ok(()) => {
            println!("{}", locale.say("new-done"));
            let checking =
                Checking { paths: vec![dialogue.path], against: None, format: Format::Text };
            check(locale, dossier, &checking)
        }
        Err(Stop::Ended) => {
            println!("\n{}", locale.tell("new-stopped", &[("id", id.into())]));
            Exit::Done
        }
        Err(Stop::Told(exit)) => exit,
    }
}

/// A référentiel being written: its file is all that is known of it.
struct Dialogue<'a> {
    locale: &'a Locale,
    path: PathBuf,
    core: Arc<Referentiel>,
    text: String,
}

impl Dialogue<'_> {
    fn held(&mut self, id: &str) -> Result<(), Stop> {
        if self.path.exists() {
            self.taken_up()?;
        } else {
            self.begin(id)?;
        }
        self.criteria()?;
        self.questions()
    }

    /// Goes on with the file that is there.
    fn taken_up(&mut self) -> Result<(), Stop> {
        let common = core_beside(&self.path).into_iter().collect();
        let library = Library::load_among(files_at(&self.path), common);
        let read = library.sources().next().map(|(source, read)| (source.text.clone(), read));
        let Some((text, read)) = read.filter(|_| library.problems().is_empty()) else {
            tell_problems(self.locale, library.problems());
            return Err(Stop::Told(Exit::Problems));
        };
        self.text = text;
        let counts = [
            ("title", read.head.titre.as_str().into()),
            ("criteria", read.criteres.len().into()),
            ("questions", read.questions.len().into()),
        ];
        println!("{}", self.locale.tell("new-resumed", &counts));
        Ok(())
    }

    /// Its panorama, and who it is.
    fn begin(&mut self, id: &str) -> Result<(), Stop> {
        self.explain("new-panorama");
        let mut panorama = Vec::new();
        while let Some(said) = self.ask("new-ask-panorama")? {
            panorama.push(said);
        }
        self.explain("new-head");
        let titre = self.need("new-ask-title")?;
        let porteur = self.need("new-ask-bearer")?;
        let lieu = self.need("new-ask-place")?;
        let told = Beginning { id: id.to_owned(), titre, porteur, lieu, panorama };
        let text = beginning(&told, &self.locale.say("new-panorama-heading"));
        self.keep(text).map(drop)
    }

    fn criteria(&mut self) -> Result<(), Stop> {
        self.explain("new-criteria");
        while let Some(titre) = self.ask("new-ask-criterion")? {
            let so_far = self.read()?;
            let axes: Vec<Registre> =
                so_far.registres.iter().chain(&self.core.registres).cloned().collect();
            let names: Vec<&str> = axes.iter().map(|axis| axis.titre.as_str()).collect();
            let at = self.choose("new-ask-axis", &names)?;
            let text = with_criterion(&self.text, &so_far, &titre, &axes[at].code);
            self.keep(text)?;
        }
        Ok(())
    }

    /// What shows each criterion that nothing shows yet, and the question that says so.
    fn questions(&mut self) -> Result<(), Stop> {
        self.explain("new-questions");
        let so_far = self.read()?;
        let shown = |code: &str| so_far.indicateurs.iter().any(|it| it.critere == code);
        for critere in so_far.criteres.iter().filter(|critere| !shown(&critere.code)) {
            let title = [("title", critere.titre.as_str().into())];
            println!("\n{}", self.locale.tell("new-for", &title));
            let Some(indicateur) = self.ask("new-ask-indicator")? else { continue };
            let label = self.need("new-ask-question")?;
            let answered = self.answered()?;
            let shown = Shown { indicateur, label, answered };
            let text = with_question(&self.text, &self.read()?, &critere.code, &shown);
            self.keep(text)?;
        }
        Ok(())
    }

    fn answered(&mut self) -> Result<Answered, Stop> {
        let kinds = ["new-kind-yes-no", "new-kind-one", "new-kind-number", "new-kind-words"];
        let kinds = kinds.map(|id| self.locale.say(id));
        let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
        Ok(match self.choose("new-ask-kind", &kinds)? {
            0 => Answered::YesNo,
            1 => {
                let mut choices = Vec::new();
                while choices.len() < MOST_CHOICES {
                    match self.ask("new-ask-choice")? {
                        Some(choice) => choices.push(choice),
                        None if choices.len() >= 2 => break,
                        None => println!("{}", self.locale.say("new-two-choices")),
                    }
                }
                let counting: Vec<String> = (1..=choices.len())
                    .map(|count| choices[..count].join(&self.locale.say("and-also")))
                    .collect();
                let counting: Vec<&str> = counting.iter().map(String::as_str).collect();
                let count = self.choose("new-ask-counting", &counting)? + 1;
                Answered::OneOf(choices, count)
            }
            2 => Answered::Number,
            _ => Answered::Words,
        })
    }

    /// Keeps a step, once it is known that it can be loaded.
    fn keep(&mut self, text: String) -> Result<(), Stop> {
        let name = self.path.display().to_string();
        let source = Arc::new(Source { name, text });
        if let Err(problems) = load(&source, Some(&self.core)) {
            tell_problems(self.locale, &problems);
            return Err(Stop::Told(Exit::Problems));
        }
        if let Err(fault) = replace(&self.path, &source.text) {
            eprintln!("{}", self.locale.fault(&fault));
            return Err(Stop::Told(Exit::Failed));
        }
        self.text.clone_from(&source.text);
        Ok(())
    }

    /// The file as it is.
    fn read(&self) -> Result<Referentiel, Stop> {
        let name = self.path.display().to_string();
        let source = Arc::new(Source { name, text: self.text.clone() });
        load(&source, Some(&self.core)).map_err(|problems| {
            tell_problems(self.locale, &problems);
            Stop::Told(Exit::Problems)
        })
    }

    /// What a step is, and an example of it.
    fn explain(&self, id: &str) {
        println!("\n{}", self.locale.say(id));
        println!("{}", self.locale.say(&format!("{id}-example")));
    }

    /// One line; nothing where nothing was written.
    fn ask(&self, id: &str) -> Result<Option<String>, Stop> {
        print!("{} ", self.locale.say(id));
        _ = stdout().flush();
        let mut line = String::new();
        match stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => Err(Stop::Ended),
            Ok(_) => {
                let said = line.replace(char::is_control, " ").trim().to_owned();
                Ok((!said.is_empty()).then_some(said))
            }
        }
    }

    /// One line that must say something.
    fn need(&self, id: &str) -> Result<String, Stop> {
        loop {
            match self.ask(id)? {
                Some(said) => return Ok(said),
                None => println!("{}", self.locale.say("atelier-needed")),
            }
        }
    }

    /// One of these, by its number.
    fn choose(&self, id: &str, among: &[&str]) -> Result<usize, Stop> {
        for (at, name) in among.iter().enumerate() {
            println!("  {} {name}", at + 1);
        }
        loop {
            let said = self.need(id)?;
            let number = said.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            if let Some(at) = number.filter(|at| *at < among.len()) {
                return Ok(at);
            }
            let most = [("most", among.len().into())];
            println!("{}", self.locale.tell("new-number", &most));
        }
    }
}
