//! All the words that people read, by language, from the `.ftl` files beside this one.
//! Never decides anything: facts come in, sentences go out.

mod copied;
mod figures;
mod found;
mod languages;
mod problem;
mod shown;
mod tell;
mod tied;

use std::cell::OnceCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::questionnaire::{Adresse, Questionnaire};

use languages::{Figures, LANGUAGES, Language};
pub use shown::{pasted, shown, shown_lines};
pub use tied::tied;
use unic_langid::LanguageIdentifier;

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
    figures: Figures,
    often: FluentBundle<FluentResource>,
    seldom: OnceCell<FluentBundle<FluentResource>>,
    seldom_text: &'static str,
}

impl Words {
    fn new(language: &Language) -> Self {
        let (code, figures) = (language.code, language.figures);
        let (often, seldom) =
            language.messages.split_once("\n###").unwrap_or((language.messages, ""));
        let seldom_text = seldom.split_once('\n').map_or("", |(_, rest)| rest);
        let often = bundle(code, figures, often);
        Self { language: code, figures, often, seldom: OnceCell::new(), seldom_text }
    }

    /// The part of the file that has this message.
    fn holding(&self, id: &str) -> Option<&FluentBundle<FluentResource>> {
        if self.often.has_message(id) {
            return Some(&self.often);
        }
        let read = || bundle(self.language, self.figures, self.seldom_text);
        Some(self.seldom.get_or_init(read)).filter(|seldom| seldom.has_message(id))
    }

    /// The message; nothing where there is none, or where it cannot be said with these arguments.
    fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.holding(id)?;
        let pattern = bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        errors.is_empty().then_some(text)
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
        Self::of(of_code(language))
    }

    fn of(language: &Language) -> Self {
        Self { words: Words::new(language), told: Told::default(), fallback: OnceCell::new() }
    }

    /// The words of another language, for the same reader.
    #[must_use]
    pub fn speaking(&self, language: &str) -> Self {
        Self { told: self.told, ..Self::new(language) }
    }

    /// From now on speaks to who reads line by line: where a message speaks of keys or of what is
    /// under the pointer, the one of its name and `-lignes` stands for it.
    pub fn tell_in_lines(&mut self) {
        self.told = Told::InLines;
    }

    /// The codes of the languages spoken.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|language| language.code)
    }

    /// The codes of the languages spoken, to be read.
    pub fn codes_said() -> String {
        Self::codes().collect::<Vec<_>>().join(", ")
    }

    /// The language that comes after this one in the list: what the language key goes to.
    #[must_use]
    pub fn next(&self) -> Self {
        Self { told: self.told, ..Self::of(self.after()) }
    }

    /// The name of that language, in the language itself, as a button says it.
    pub fn next_name(&self) -> String {
        let mut letters = self.after().name.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }

    fn after(&self) -> &'static Language {
        let at = LANGUAGES.iter().position(|language| language.code == self.language());
        &LANGUAGES[(at.unwrap_or(0) + 1) % LANGUAGES.len()]
    }

    /// The code of the language.
    pub fn language(&self) -> &'static str {
        self.words.language
    }

    /// The name of the language, in the language itself.
    pub fn name(&self) -> &'static str {
        of_code(self.language()).name
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
        let mut variants = vec![format!("{id}-{whom}")];
        if self.told == Told::InLines {
            variants.insert(0, format!("{id}-lignes-{whom}"));
        }
        self.tell(self.variant(&variants, id), arguments)
    }

    /// The first of the variants of a message that there is, else the message: the words of the
    /// language before those of French, even where only French has them for whom they are said to.
    /// What is said often has variants, never what is seldom said.
    fn variant<'v>(&self, variants: &'v [String], id: &'v str) -> &'v str {
        let of = |words: &Words| {
            let found = variants.iter().find(|variant| words.often.has_message(variant));
            found.map(String::as_str)
        };
        let known = || match self.words.holding(id) {
            Some(_) => id,
            None => of(self.french()).unwrap_or(id),
        };
        of(&self.words).unwrap_or_else(known)
    }

    /// A message with its arguments.
    pub fn tell(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        let of_lines = (self.told == Told::InLines).then(|| [format!("{id}-lignes")]);
        let id = of_lines.as_ref().map_or(id, |variants| self.variant(variants, id));
        self.words
            .format(id, &arguments)
            .or_else(|| self.french().format(id, &arguments))
            .unwrap_or_else(|| {
                debug_assert!(false, "no message {id} with {arguments:?}");
                id.to_owned()
            })
    }

    /// French, whatever is spoken.
    fn french(&self) -> &Words {
        self.fallback.get_or_init(|| Words::new(&LANGUAGES[0]))
    }
}

/// The language of a code; French where the program does not speak it.
fn of_code(code: &str) -> &'static Language {
    LANGUAGES.iter().find(|language| language.code == code).unwrap_or(&LANGUAGES[0])
}

/// What of these messages can be read: another is as if it were not there.
fn bundle(language: &str, figures: Figures, messages: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    let resource = FluentResource::try_new(messages.to_owned());
    let resource = resource.unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new(vec![language]);
    // Without this every argument would carry two invisible characters to the screen.
    bundle.set_use_isolating(false);
    match figures {
        Figures::Spaced => bundle.set_formatter(Some(figures::spaced)),
        Figures::Pointed => bundle.set_formatter(Some(figures::pointed)),
    }
    _ = bundle.add_resource(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fluent_bundle::FluentResource;

    use super::{Figures, LANGUAGES, Language, Locale};

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
        for line in LANGUAGES[0].messages.lines().filter(|line| !line.starts_with('#')) {
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
        let (texts, arguments) = (french(), messages(LANGUAGES[0].messages));
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

    /// The languages that lack nothing. Another may be begun: what it has must be sayable.
    const COMPLETE: [&str; 2] = ["fr", "en"];

    #[test]
    fn every_language_has_the_same_messages_with_the_same_arguments() {
        let french = messages(LANGUAGES[0].messages);
        assert!(COMPLETE.iter().all(|code| Locale::codes().any(|known| known == *code)));
        for Language { code, messages: text, .. } in LANGUAGES {
            let theirs = messages(text);
            for (id, arguments) in &theirs {
                assert_eq!(french.get(id), Some(arguments), "{code}: {id}");
            }
            if COMPLETE.contains(code) {
                let missing = french.keys().find(|id| !theirs.contains_key(*id));
                assert_eq!(missing, None, "{code}");
            }
        }
    }

    /// A language as somebody begins it: five messages with the plurals of Breton, as CLDR has them
    /// («one» for 1, 21; «two» for 2, 22; «few» for 3, 4, 9; «many» for a million), one that names an
    /// argument which nobody gives, and one that cannot be read.
    const BEGUN: Language = Language {
        code: "br",
        name: "brezhoneg",
        figures: Figures::Spaced,
        messages: "\
note-next = Kenderc'hel
home-drafts = { $count ->
    [one] un dra ({ $count })
    [two] daou dra ({ $count })
    [few] un nebeud ({ $count })
    [many] kalz ({ $count })
   *[other] traoù all ({ $count })
}
question-place = Goulenn { $number }
notice-heading-tu = { $questions } c'houlenn, evidout
leave-heading = { $count ->
### A-wechoù
rows-changed = cheñchet eo bet.
",
    };

    #[test]
    fn what_a_language_lacks_or_cannot_say_is_said_in_french() {
        let (breton, french) = (Locale::of(&BEGUN), Locale::default());
        assert_eq!(breton.say("note-next"), "Kenderc'hel");
        assert_eq!(breton.say("rows-changed"), "cheñchet eo bet.", "what is seldom said");
        // It lacks these; the last names an argument that is never given; then one that is broken.
        assert_eq!(breton.say("question-pass"), french.say("question-pass"));
        assert_eq!(breton.say("answers-empty"), french.say("answers-empty"));
        let place = [("position", 3.into()), ("total", 8.into())];
        assert_eq!(breton.tell("question-place", &place), "Question 3 sur 8");
        assert_eq!(breton.say("leave-heading"), french.say("leave-heading"));
    }

    #[test]
    fn plurals_and_numbers_are_those_of_the_language_even_where_it_has_five() {
        let breton = Locale::of(&BEGUN);
        let said = |count: u32| breton.tell("home-drafts", &[("count", count.into())]);
        let few = [0, 1, 2, 3, 4, 5, 9, 11, 21, 22, 29, 71].map(said);
        assert_eq!(
            few.map(|said| said.split(" (").next().unwrap_or_default().to_owned()),
            [
                "traoù all",
                "un dra",
                "daou dra",
                "un nebeud",
                "un nebeud",
                "traoù all",
                "un nebeud",
                "traoù all",
                "un dra",
                "daou dra",
                "un nebeud",
                "traoù all"
            ]
        );
        assert_eq!(said(1_000_000), "kalz (1\u{a0}000\u{a0}000)");
    }

    #[test]
    fn a_child_is_told_tu_where_the_language_has_it_else_as_the_language_says_it() {
        let form = crate::questionnaire::Library::load(Vec::new()).form("ker-enfant");
        let form = form.expect("a form for children");
        let breton = Locale::of(&BEGUN);
        let heading = [("questions", 3.into())];
        assert_eq!(breton.tell_to(&form, "notice-heading", &heading), "3 c'houlenn, evidout");
        // Nothing in Breton: what French says to children.
        assert_eq!(
            breton.tell_to(&form, "notice-purpose", &[]),
            Locale::default().say("notice-purpose-tu")
        );
    }

    #[test]
    fn the_key_of_the_language_names_the_one_it_goes_to() {
        assert_eq!(Locale::default().next_name(), "English");
        let mut spoken = Locale::default();
        for _ in LANGUAGES {
            let named = spoken.next_name();
            spoken = spoken.next();
            assert_eq!(named.to_lowercase(), spoken.name().to_lowercase());
        }
        // Round the list and back.
        assert_eq!(spoken.name(), "français");
    }
}
