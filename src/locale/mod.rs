//! All the words that people read, by language, from the `.ftl` files beside this one.
//! Never decides anything: facts come in, sentences go out.

mod copied;
mod found;
mod problem;
mod shown;
mod tell;
mod tied;

use std::cell::OnceCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::questionnaire::{Adresse, Questionnaire};

pub use shown::{pasted, shown, shown_lines};
pub use tied::tied;
use unic_langid::LanguageIdentifier;

/// The languages of the program: code, name in the language itself, messages. French comes first:
/// it is complete, and what a message missing elsewhere falls back to. A new language is one file
/// and one line here.
const LANGUAGES: &[(&str, &str, &str)] =
    &[("fr", "français", include_str!("fr.ftl")), ("en", "English", include_str!("en.ftl"))];

/// The words of one language.
pub struct Locale {
    words: Words,
    /// Are the screens told in lines? Some messages then have words of their own.
    told: Told,
    /// French, read only where another language lacks a message.
    fallback: OnceCell<Words>,
}

/// How the screens reach the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Told {
    /// Drawn, and used with single keys.
    #[default]
    Drawn,
    /// Line by line: nothing is pointed at, and whole lines are typed.
    InLines,
}

/// The messages of one file: what screens say, and, read only once it is wanted, what is seldom
/// said. The file parts them by a line that begins with `###`.
struct Words {
    language: &'static str,
    often: FluentBundle<FluentResource>,
    seldom: OnceCell<FluentBundle<FluentResource>>,
    seldom_text: &'static str,
}

impl Words {
    fn new((language, _, messages): (&'static str, &'static str, &'static str)) -> Self {
        let (often, seldom_text) = messages.split_once("\n###").unwrap_or((messages, ""));
        let seldom_text = seldom_text.split_once('\n').map_or("", |(_, rest)| rest);
        Self { language, often: bundle(language, often), seldom: OnceCell::new(), seldom_text }
    }

    fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let bundle = if self.often.has_message(id) {
            &self.often
        } else {
            self.seldom.get_or_init(|| bundle(self.language, self.seldom_text))
        };
        let pattern = bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        Some(text)
    }
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Locale").field("language", &self.language()).finish_non_exhaustive()
    }
}

impl Default for Locale {
    /// French, whatever the environment says.
    fn default() -> Self {
        Self::new("fr")
    }
}

impl Locale {
    /// The words of a language, by code; French where the program does not speak it.
    pub fn new(language: &str) -> Self {
        let french = LANGUAGES[0];
        let found = LANGUAGES.iter().find(|(code, ..)| *code == language);
        let spoken = *found.unwrap_or(&french);
        Self { words: Words::new(spoken), told: Told::default(), fallback: OnceCell::new() }
    }

    /// From now on speaks to who reads line by line: where a message speaks of keys or of what is
    /// under the pointer, the one of its name and `-lignes` stands for it.
    pub fn tell_in_lines(&mut self) {
        self.told = Told::InLines;
    }

    /// The codes of the languages spoken.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|(code, ..)| *code)
    }

    /// The language that comes after this one in the list: what the language key goes to.
    #[must_use]
    pub fn next(&self) -> Self {
        let at = LANGUAGES.iter().position(|(code, ..)| *code == self.language()).unwrap_or(0);
        Self { told: self.told, ..Self::new(LANGUAGES[(at + 1) % LANGUAGES.len()].0) }
    }

    /// The code of the language.
    pub fn language(&self) -> &'static str {
        self.words.language
    }

    /// The name of the language, in the language itself.
    pub fn name(&self) -> &'static str {
        let spoken = LANGUAGES.iter().find(|(code, ..)| *code == self.language());
        spoken.map_or(LANGUAGES[0].1, |(_, name, _)| name)
    }

    /// A message without arguments.
    pub fn say(&self, id: &str) -> String {
        self.tell(id, &[])
    }

    /// A message as it is said to who answers a form: in its own words for children and pupils, or
    /// for the team, where it has some. They stand under its name and `-tu` or `-equipe`.
    pub fn tell_to(
        &self,
        form: &Questionnaire,
        id: &str,
        arguments: &[(&str, FluentValue<'_>)],
    ) -> String {
        let whom = match (form.has_respondent(), form.adresse) {
            (false, _) => "equipe",
            (true, Adresse::Tu) => "tu",
            (true, Adresse::Vous) => return self.tell(id, arguments),
        };
        let of_lines = format!("{id}-lignes-{whom}");
        if self.told == Told::InLines && self.words.often.has_message(&of_lines) {
            return self.tell(&of_lines, arguments);
        }
        let own = format!("{id}-{whom}");
        self.tell(if self.words.often.has_message(&own) { &own } else { id }, arguments)
    }

    /// A message with its arguments.
    pub fn tell(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        let of_lines = (self.told == Told::InLines).then(|| format!("{id}-lignes"));
        let of_lines = of_lines.filter(|own| self.words.often.has_message(own));
        let id = of_lines.as_deref().unwrap_or(id);
        self.words
            .format(id, &arguments)
            .or_else(|| {
                let french = self.fallback.get_or_init(|| Words::new(LANGUAGES[0]));
                french.format(id, &arguments)
            })
            .unwrap_or_else(|| {
                debug_assert!(false, "no message {id}");
                id.to_owned()
            })
    }
}

fn bundle(language: &str, messages: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    let resource = match FluentResource::try_new(messages.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            debug_assert!(errors.is_empty(), "{language}: {errors:?}");
            resource
        }
    };
    let mut bundle = FluentBundle::new(vec![language]);
    // Without this every argument would carry two invisible characters to the screen.
    bundle.set_use_isolating(false);
    _ = bundle.add_resource(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fluent_bundle::FluentResource;

    use super::LANGUAGES;

    /// Every message of a file, with the arguments it uses.
    fn messages(text: &str) -> BTreeMap<String, Vec<String>> {
        let resource = FluentResource::try_new(text.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        let entries = resource.entries().count();
        let mut found = BTreeMap::new();
        let mut id = String::new();
        for line in resource.source().lines() {
            if line.starts_with(|first: char| first.is_ascii_alphabetic())
                && let Some((name, _)) = line.split_once(" =")
            {
                name.clone_into(&mut id);
                assert!(found.insert(id.clone(), Vec::new()).is_none(), "{id} twice");
            }
            let mut rest = line;
            while let Some((_, after)) = rest.split_once("{ $") {
                let end = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
                let names: &mut Vec<String> = found.get_mut(&id).expect("an argument in a message");
                if !names.contains(&after[..end].to_owned()) {
                    names.push(after[..end].to_owned());
                }
                rest = &after[end..];
            }
        }
        let comments = resource.source().lines().filter(|line| line.starts_with('#')).count();
        assert!(found.len() <= entries && entries <= found.len() + comments);
        for names in found.values_mut() {
            names.sort();
        }
        found
    }

    /// The text of each message of the French file, by name.
    fn french() -> BTreeMap<String, String> {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        let mut id = String::new();
        for line in LANGUAGES[0].2.lines().filter(|line| !line.starts_with('#')) {
            let starts = line.starts_with(|first: char| first.is_ascii_alphabetic());
            let text = match line.split_once(" =") {
                Some((name, text)) if starts => {
                    name.clone_into(&mut id);
                    text
                }
                _ => line,
            };
            texts.entry(id.clone()).or_default().push_str(text);
        }
        texts
    }

    fn says_vous(text: &str) -> bool {
        let vous = |word: &str| {
            ["vous", "votre", "vos"].contains(&word) || (word.ends_with("ez") && word != "chez")
        };
        text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(vous)
    }

    #[test]
    fn what_is_said_to_children_says_tu_and_stands_in_place_of_a_message_of_the_same_arguments() {
        let (texts, arguments) = (french(), messages(LANGUAGES[0].2));
        // `recueil diff` names what it compares: `fr_tu` among others.
        let own = |id: &&String| {
            !id.starts_with("diff-") && (id.ends_with("-tu") || id.ends_with("-equipe"))
        };
        assert!(arguments.keys().filter(own).count() > 20);
        for id in arguments.keys().filter(own) {
            let (base, _) = id.rsplit_once('-').expect("a name with an end");
            let of_base = arguments.get(base).unwrap_or_else(|| panic!("{id} without {base}"));
            assert!(arguments[id].iter().all(|name| of_base.contains(name)), "{id}");
            if id.ends_with("-tu") {
                assert!(!says_vous(&texts[id]), "{id}");
            }
        }
    }

    /// Messages that a respondent may read, from the notice on, and that say «vous» must have their
    /// own words for children: those left out are for whoever looks after the machine.
    #[test]
    fn no_message_says_vous_to_a_child() {
        let respondent = "card-|notice-|consent|question-|choose-|type-or-|pass-|missing-|seen-|review-|leave-|\
            saved-|answer-|note-|refusal-|no-such-|help-|small-|plain-|said-|coupon-|sheet-how|\
            sheet-no-|sheet-if|sheet-refuse|sheet-turn|sheet-end";
        let texts = french();
        for (id, text) in &texts {
            let is_read = respondent.split('|').any(|start| id.starts_with(start));
            let own = ["-tu", "-equipe"].iter().any(|end| id.ends_with(end));
            if is_read && !own && says_vous(text) {
                assert!(texts.contains_key(&format!("{id}-tu")), "{id} says vous");
            }
        }
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_arguments() {
        let french = messages(LANGUAGES[0].2);
        for (code, _, text) in &LANGUAGES[1..] {
            let theirs = messages(text);
            for (id, arguments) in &french {
                assert_eq!(theirs.get(id), Some(arguments), "{code}: {id}");
            }
            for id in theirs.keys() {
                assert!(french.contains_key(id), "{code}: {id} is not in French");
            }
        }
    }
}
