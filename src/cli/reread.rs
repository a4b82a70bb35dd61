//! `recueil report --texts`: open texts read one by one, and decided of: may they be quoted, as they are
//! or with words masked?
//! Never who wrote one, and never a text that its person does not wish to see quoted.

use std::io::{BufRead, StdinLock, stdin};

use super::Exit;
use super::stop::Stop;
use crate::analysis::mask::mask;
use crate::analysis::report::OfQuestion;
use crate::analysis::texts::{Reading, Texts, Turn as Place, Unread};
use crate::app::{asked, number};
use crate::locale::{Locale, shown};
use crate::report::wrap;
use crate::session::{Doubt, private};
use crate::store::{Decision, Reread, Store};

/// How many texts are held at once, however many there are.
const AT_ONCE: usize = 100;

/// What comes after a text was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Next,
    /// Whoever reads wishes to stop, or nothing more is typed.
    Over,
}

/// Has the open texts of a report read, one after the other. Each decision is on the disk before the
/// next text is shown.
pub(super) fn read_again(locale: &Locale, store: &Store, texts: Texts<'_>, which: Reading) -> Exit {
    let mut desk = Desk { locale, store, texts, input: stdin().lock(), at: 0, decided: 0 };
    match desk.read(which) {
        Ok(0) => Exit::Done,
        Ok(_) => desk.end(which),
        Err(Stop::Fault(fault)) => {
            eprintln!("{}", locale.fault(&fault));
            Exit::Failed
        }
        Err(Stop::System(error)) => {
            let system = [("system", error.to_string().into())];
            eprintln!("{}", locale.tell("texts-failed", &system));
            Exit::Failed
        }
    }
}

/// Where texts are read, and who decides.
struct Desk<'a> {
    locale: &'a Locale,
    store: &'a Store,
    texts: Texts<'a>,
    input: StdinLock<'a>,
    /// How many were shown.
    at: u64,
    /// How many were decided.
    decided: u64,
}

impl Desk<'_> {
    /// Shows one after the other, and says how many there were.
    fn read(&mut self, which: Reading) -> Result<u64, Stop> {
        let reread = self.store.reread()?;
        if reread.unread() > 0 {
            say(&self.locale.tell("texts-damaged", &[("count", reread.unread().into())]));
        }
        let (total, mut next) = self.texts.unread(&reread, which, AT_ONCE, None);
        if total == 0 {
            say(&self.locale.say("texts-none"));
            return Ok(total);
        }
        say(&self.locale.tell("texts-begin", &[("count", total.into())]));
        while let Some(last) = next.last().map(Unread::turn) {
            for text in &next {
                self.at += 1;
                if self.one(text, total)? == Turn::Over {
                    return Ok(total);
                }
            }
            next = self.after(which, &last)?;
        }
        Ok(total)
    }

    fn after(&self, which: Reading, last: &Place) -> Result<Vec<Unread>, Stop> {
        let reread: Reread = self.store.reread()?;
        Ok(self.texts.unread(&reread, which, AT_ONCE, Some(last)).1)
    }

    /// Says how far it went.
    fn end(&self, which: Reading) -> Exit {
        let left = match self.store.reread() {
            Ok(reread) => self.texts.unread(&reread, Reading::Waiting, 0, None).0,
            Err(_) => 0,
        };
        let id = if which == Reading::Again { "texts-end-again" } else { "texts-end" };
        println!("");
        say(&self.locale.tell(id, &[("decided", self.decided.into()), ("left", left.into())]));
        Exit::Done
    }

    /// Shows a text until something is decided of it, or it is left for later.
    fn one(&mut self, unread: &Unread, total: u64) -> Result<Turn, Stop> {
        let of: &OfQuestion = &self.texts.told.questions[unread.question];
        let places = [("position", self.at.into()), ("total", total.into())];
        println!("");
        say(&self.locale.tell("texts-place", &places));
        say(&asked(self.locale, of));
        self.quote(&unread.text);
        self.doubt(&unread.text, of);
        if let Some(decided) = &unread.decided {
            self.decided_words(decided, &unread.text);
        }
        let decision = loop {
            let Some(answer) = self.ask("texts-ask")? else { return Ok(Turn::Over) };
            match number(&answer) {
                Some(1) => break Decision::Whole,
                Some(2) => {
                    if let Some(masked) = self.masked(unread, of)? {
                        break Decision::Masked(masked);
                    }
                }
                Some(3) => break Decision::No,
                Some(4) => return Ok(Turn::Next),
                Some(0) => return Ok(Turn::Over),
                _ => {}
            }
        };
        self.store.note_reread(&unread.row, &of.question.name, &unread.text, decision)?;
        self.decided += 1;
        Ok(Turn::Next)
    }

    /// The text with the words masked that are typed; nothing where none are.
    fn masked(&mut self, unread: &Unread, of: &OfQuestion) -> Result<Option<String>, Stop> {
        let sign = self.locale.say("texts-masked");
        loop {
            let Some(typed) = self.ask("texts-ask-words")? else { return Ok(None) };
            let words: Vec<&str> = typed.split(',').map(str::trim).collect();
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            if words.is_empty() {
                return Ok(None);
            }
            match mask(&unread.text, &words, &sign) {
                Err(missing) => {
                    let words = shown(&missing.join(", ")).into_owned();
                    say(&self.locale.tell("texts-missing", &[("words", words.into())]));
                }
                Ok(masked) => {
                    self.quote(&masked);
                    self.doubt(&masked, of);
                    match self.ask("texts-ask-masked")? {
                        None => return Ok(None),
                        Some(answer) if number(&answer) == Some(1) => return Ok(Some(masked)),
                        Some(_) => {}
                    }
                }
            }
        }
    }

    /// What in a text looks private.
    fn doubt(&self, text: &str, of: &OfQuestion) {
        if let Some(private) = private(text) {
            say(&self.locale.doubt(&Doubt::Private(private), &of.form));
        }
    }

    fn decided_words(&self, decided: &Decision, text: &str) {
        let id = match decided {
            Decision::No => "texts-decided-no",
            Decision::Masked(_) => "texts-decided-masked",
            Decision::Whole => "texts-decided-whole",
        };
        let quoted = decided.of(text).unwrap_or_default();
        say(&self.locale.tell(id, &[("text", quoted.into())]));
    }

    fn quote(&self, text: &str) {
        say(&self.locale.tell("quoted", &[("text", text.into())]));
    }

    /// What was typed, without blanks around it; nothing once nothing more comes in.
    fn ask(&mut self, id: &str) -> Result<Option<String>, Stop> {
        print!("{} ", self.locale.say(id));
        let mut line = String::new();
        if self.input.read_line(&mut line)? == 0 {
            println!("");
            return Ok(None);
        }
        Ok(Some(line.trim().to_owned()))
    }
}

fn say(text: &str) {
    for line in wrap(text, "", "") {
        println!("{line}");
    }
}
