//! What changed from one version of a référentiel to another, in an analyst's words.
//! Never decides what compares: `questionnaire` does, and people decide what means the same.

mod question;

use std::collections::BTreeSet;

use regex_lite::Regex;

use crate::locale::{Locale, shown_lines};
use crate::questionnaire::{
    Adresse, Change, Choice, Comparable, Diff, Fate, Field, FormComparable, FormDiff, FormFate,
    Head, Kept, Key, Label, QuestionFate, Questionnaire, Referentiel, Thing,
};
use crate::record::{Column, columns, taken};
use question::Place;

/// The name of a question, as a pattern.
const NAME: &str = "[A-Za-z][A-Za-z0-9_]*";

/// Which of two versions has something that the other lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The old one.
    Before,
    /// The new one.
    Now,
}

/// A référentiel that only one of two folders has.
pub fn on_one_side(locale: &Locale, referentiel: &Referentiel, side: Side) -> String {
    let id = match side {
        Side::Before => "diff-referentiel-removed",
        Side::Now => "diff-referentiel-added",
    };
    let forms = referentiel.questionnaires.iter().map(|form| form.id.as_str());
    let arguments = [
        ("id", referentiel.head.id.as_str().into()),
        ("titre", locale.titled(&referentiel.head).into()),
        ("forms", forms.collect::<Vec<_>>().join(", ").into()),
    ];
    shown_lines(&locale.tell(id, &arguments)) + "\n"
}

/// What changed in a référentiel: by form and question, then what is in no form, then what the
/// answers are for; last, which answers compare.
pub fn changes(locale: &Locale, diff: &Diff) -> String {
    let (head, adresse) = (&diff.head, Adresse::Vous);
    let mut page = Page { locale, head, adresse, text: String::new() };
    if diff.is_same() {
        let id = diff.head.id.as_str();
        page.line(0, &locale.tell("diff-same-referentiel", &[("id", id.into())]));
        return shown_lines(&page.text);
    }
    let (id, titre) = (diff.head.id.as_str(), locale.titled(&diff.head));
    page.line(0, &locale.tell("diff-heading", &[("id", id.into()), ("titre", titre.into())]));
    page.fields(1, &diff.fields);
    for form in diff.forms.iter().filter(|form| !form.is_same()) {
        page.gap();
        page.form(form);
    }
    page.other_questions(diff);
    if !diff.things.is_empty() {
        page.gap();
        page.line(0, &locale.say("diff-things"));
        for thing in &diff.things {
            page.thing(thing);
        }
    }
    if !diff.forms.is_empty() {
        page.gap();
        page.line(0, &locale.say("diff-compare"));
    }
    for form in &diff.forms {
        page.comparison(form);
    }
    shown_lines(&page.text)
}

/// The text being written about one référentiel.
struct Page<'a> {
    locale: &'a Locale,
    head: &'a Head,
    /// How the form being told of addresses people.
    adresse: Adresse,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        self.text += &"  ".repeat(depth);
        self.text += text;
        self.text += "\n";
    }

    fn gap(&mut self) {
        self.text += "\n";
    }

    /// Words of the file between quotation marks, with the bearer's own word for the place.
    fn quoted(&self, text: &str) -> String {
        let text = text.replace("${lieu}", self.head.lieu.get("fr", self.adresse));
        self.locale.tell("quoted", &[("text", text.into())])
    }

    /// What a label says in French to the people of the form.
    fn words(&self, label: &Label) -> String {
        self.quoted(label.get("fr", self.adresse))
    }

    /// A message about what was and what is.
    fn turned(&self, id: &str, name: &str, before: String, now: String) -> String {
        let arguments = [("name", name.into()), ("before", before.into()), ("now", now.into())];
        self.locale.tell(id, &arguments)
    }

    fn fields(&mut self, depth: usize, fields: &[Field]) {
        for field in fields {
            let name = self.locale.say(&format!("diff-key-{}", hyphens(field.key.word())));
            let [before, now] = [&field.before, &field.now].map(|text| self.value(field.key, text));
            let id = if field.key == Key::Relevant { "diff-asked-of" } else { "diff-field" };
            let line = self.turned(id, &name, before, now);
            self.line(depth, &line);
        }
    }

    /// What a part says: closed words in the language, conditions without their signs for names.
    fn value(&self, key: Key, text: &str) -> String {
        match key {
            Key::Relevant if text.is_empty() => self.locale.say("diff-always"),
            _ if text.is_empty() => self.locale.say("diff-nothing"),
            Key::Titre | Key::Porteur | Key::Lieu => self.quoted(text),
            Key::Statut
            | Key::Sensible
            | Key::Somme
            | Key::PrecisionDate
            | Key::Nature
            | Key::Mesure
            | Key::Moment
            | Key::Adresse => self.locale.say(&format!("diff-word-{}", hyphens(text))),
            Key::Relevant => self.answered(&without_signs(text)),
            Key::Constraint => {
                // The answer itself is a dot there.
                let itself = format!("${{1}}{}${{2}}", self.locale.say("diff-itself"));
                let dot = Regex::new(r"(^|[ (])\.([ ,)]|$)").expect("a pattern that is tested");
                dot.replace_all(&without_signs(text), itself.as_str()).into_owned()
            }
            _ => text.to_owned(),
        }
    }

    /// What a condition most often says, in words: whether one of these questions was answered.
    fn answered(&self, condition: &str) -> String {
        let say = |id: &str| self.locale.say(id);
        // From the innermost outwards: each becomes a list of names, so that the next can be read.
        let or = format!(" {} ", say("diff-or"));
        let names = format!("{NAME}(?:{or}{NAME})*");
        let first = Regex::new(&format!(r"coalesce\(({names}), ({names})\)"));
        let first = first.expect("names, and a word of the language");
        let mut text = condition.to_owned();
        while let Some(found) = first.captures(&text) {
            let list = format!("{}{or}{}", &found[1], &found[2]);
            text = text.replace(&found[0], &list);
        }
        text.replace("!= ''", &say("diff-answered")).replace("= ''", &say("diff-unanswered"))
    }

    fn form(&mut self, fate: &FormFate) {
        match fate {
            FormFate::Added(form) => self.whole_form("diff-form-added", form),
            FormFate::Removed(form) => self.whole_form("diff-form-removed", form),
            FormFate::Kept(form) => {
                let heading = self.form_named("diff-form", &form.now);
                self.line(0, &heading);
                self.adresse = form.now.adresse;
                self.fields(1, &form.fields);
                if form.lacks_a_version() {
                    let version = form.now.version.to_string();
                    let arguments = [("version", version.into())];
                    let line = self.locale.tell("diff-version-kept", &arguments);
                    self.line(1, &line);
                }
                let names = names_of(&form.questions);
                for (at, fate) in form.questions.iter().enumerate() {
                    let after = at.checked_sub(1).map(|before| names[before]);
                    self.question(fate, &Place::Form(after));
                }
                self.columns(form);
                self.adresse = Adresse::Vous;
            }
        }
    }

    fn form_named(&self, id: &str, form: &Questionnaire) -> String {
        let titre = self.words(&form.titre);
        self.locale.tell(id, &[("id", form.id.as_str().into()), ("titre", titre.into())])
    }

    /// A form that only one of the versions has, and its questions.
    fn whole_form(&mut self, id: &str, form: &Questionnaire) {
        let line = self.form_named(id, form);
        self.line(0, &line);
        let mut names: Vec<&str> = Vec::new();
        for question in &form.questions {
            // The lines of a group count are one question.
            let name = question.part_of.as_ref().map_or(&question.name, |whole| &whole.name);
            if names.last() != Some(&name.as_str()) {
                names.push(name);
            }
        }
        let arguments = [("names", names.join(", ").into())];
        let line = self.locale.tell("diff-form-questions", &arguments);
        self.line(1, &line);
    }

    /// The columns of rows that come, go, or keep their name with another content.
    fn columns(&mut self, form: &FormDiff) {
        let names =
            |form: &Questionnaire| columns(form).iter().map(Column::name).collect::<Vec<_>>();
        let (before, now) = (names(&form.before), names(&form.now));
        let lacking = |all: &[String], other: &[String]| {
            all.iter().filter(|name| !other.contains(name)).cloned().collect::<Vec<_>>()
        };
        let mut other: BTreeSet<String> = BTreeSet::new();
        for fate in &form.questions {
            if let QuestionFate::Kept(kept) = fate {
                other.extend(read_otherwise(kept));
            }
        }
        let other = now.iter().filter(|name| other.contains(*name) && before.contains(name));
        for (id, names) in [
            ("diff-columns-added", lacking(&now, &before)),
            ("diff-columns-removed", lacking(&before, &now)),
            ("diff-columns-changed", other.cloned().collect()),
        ] {
            if !names.is_empty() {
                let arguments = [("count", names.len().into()), ("names", names.join(", ").into())];
                let line = self.locale.tell(id, &arguments);
                self.line(1, &line);
            }
        }
    }

    /// The questions of the file that changed and of which no form has told yet.
    fn other_questions(&mut self, diff: &Diff) {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for form in &diff.forms {
            // Of a form that only one version has, the names of its questions were told, not their words.
            if let FormFate::Kept(form) = form {
                let changed = form.questions.iter().filter(|fate| !fate.is_same());
                told.extend(changed.map(QuestionFate::name));
            }
        }
        let others = diff.questions.iter();
        let others = others.filter(|fate| !fate.is_same() && !told.contains(fate.name()));
        for (at, fate) in others.enumerate() {
            if at == 0 {
                self.gap();
                let heading = self.locale.say("diff-questions");
                self.line(0, &heading);
            }
            self.question(fate, &Place::File);
        }
    }

    fn thing(&mut self, thing: &Thing) {
        let id = match thing.fate {
            Fate::Added => "diff-thing-added",
            Fate::Removed => "diff-thing-removed",
            Fate::Changed(_) => "diff-thing-changed",
        };
        let (what, titre) = (self.locale.what(thing.what), self.quoted(&thing.titre));
        let arguments =
            [("what", what.into()), ("code", thing.code.as_str().into()), ("titre", titre.into())];
        let line = self.locale.tell(id, &arguments);
        self.line(1, &line);
        if let Fate::Changed(fields) = &thing.fate {
            self.fields(2, fields);
        }
    }

    /// The last lines: may the answers to this form be compared?
    fn comparison(&mut self, fate: &FormFate) {
        let (form, answer) = match fate {
            FormFate::Added(form) => (form, self.locale.say("diff-compare-added")),
            FormFate::Removed(form) => (form, self.locale.say("diff-compare-removed")),
            FormFate::Kept(form) => (
                &form.now,
                match form.comparable() {
                    FormComparable::Yes => self.locale.say("diff-compare-yes"),
                    FormComparable::No => self.locale.say("diff-compare-no"),
                    FormComparable::OtherPeople => self.locale.say("diff-compare-other"),
                    FormComparable::Partly => {
                        let parts = self.parts(form).join(&self.locale.say("and-also"));
                        self.locale.tell("diff-compare-partly", &[("parts", parts.into())])
                    }
                },
            ),
        };
        let arguments = [("form", form.id.as_str().into()), ("answer", answer.into())];
        let line = self.locale.tell("diff-compare-form", &arguments);
        self.line(1, &line);
    }

    /// Which questions of a form hinder comparing, and how.
    fn parts(&self, form: &FormDiff) -> Vec<String> {
        let (mut meaning, mut no) = (Vec::new(), Vec::new());
        let (mut added, mut removed) = (Vec::new(), Vec::new());
        let mut parts = Vec::new();
        for fate in &form.questions {
            let name = fate.name();
            match fate {
                QuestionFate::Added(question) if question.asks() => added.push(name),
                QuestionFate::Removed(question) if question.asks() => removed.push(name),
                QuestionFate::Added(_) | QuestionFate::Removed(_) => {}
                QuestionFate::Kept(kept) => match &kept.comparable {
                    Comparable::Yes => {}
                    Comparable::IfSameMeaning => meaning.push(name),
                    Comparable::No => no.push(name),
                    Comparable::Except(choices) => {
                        let id = if kept.is_reworded() {
                            "diff-part-except-meaning"
                        } else {
                            "diff-part-except"
                        };
                        let choices = choices.join(", ");
                        let arguments = [("name", name.into()), ("choices", choices.into())];
                        parts.push(self.locale.tell(id, &arguments));
                    }
                },
            }
        }
        for (id, names) in [
            ("diff-part-meaning", meaning),
            ("diff-part-no", no),
            ("diff-part-added", added),
            ("diff-part-removed", removed),
        ] {
            if !names.is_empty() {
                parts.push(self.locale.tell(id, &[("names", names.join(", ").into())]));
            }
        }
        parts
    }
}

/// The columns of a question that are to be read otherwise, where their names are still there.
fn read_otherwise(kept: &Kept) -> Vec<String> {
    let except: &[String] = match &kept.comparable {
        Comparable::Yes => return Vec::new(),
        Comparable::Except(names) => names,
        Comparable::IfSameMeaning | Comparable::No => &[],
    };
    // Other words of the question are other words of each of its columns.
    let all = kept.comparable == Comparable::No
        || kept.changes.iter().any(|change| matches!(change, Change::Label(_)));
    let otherwise = |choice: &&Choice| {
        let reworded = |change: &Change| matches!(change, Change::ChoiceReworded { name, .. } if *name == choice.name);
        all || except.contains(&choice.name) || kept.changes.iter().any(reworded)
    };
    let choices = kept.now.kind.choices().iter().filter(otherwise);
    let taken = choices.map(|choice| taken(&kept.now, choice));
    std::iter::once(kept.now.name.clone()).chain(taken).collect()
}

/// A condition with the bare names of its questions.
fn without_signs(condition: &str) -> String {
    let named = Regex::new(&format!(r"\$\{{({NAME})\}}")).expect("a pattern that is tested");
    named.replace_all(condition, "$1").into_owned()
}

fn names_of(fates: &[QuestionFate]) -> Vec<&str> {
    fates.iter().map(QuestionFate::name).collect()
}

/// A word of files as message ids write it.
fn hyphens(word: &str) -> String {
    word.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Aside, Mesure, Moment, Nature, Precision, Statut};

    #[test]
    fn every_part_and_word_that_can_change_has_its_message() {
        // A message that is not there is a panic in tests.
        let locale = Locale::new("fr");
        for (prefix, words) in [
            ("diff-key", Key::WORDS),
            ("diff-aside", Aside::WORDS),
            ("diff-word", Statut::WORDS),
            ("diff-word", Precision::WORDS),
            ("diff-word", Nature::WORDS),
            ("diff-word", Mesure::WORDS),
            ("diff-word", Moment::WORDS),
            ("diff-word", Adresse::WORDS),
            ("diff-word", &["oui", "non"]),
        ] {
            for word in words {
                assert_ne!(locale.say(&format!("{prefix}-{}", hyphens(word))), "");
            }
        }
    }
}
