//! What changed in one question, line by line, and whether its answers compare.
//! Never which columns that touches: the form says it.

use super::{Page, hyphens};
use crate::questionnaire::{
    Adresse, Aside, Change, Choice, Comparable, Kept, Offer, Question, QuestionFate, Words,
};

/// Where a question is told of.
pub(super) enum Place<'a> {
    /// In a form, after this question or first.
    Form(Option<&'a str>),
    /// Among the questions of the file.
    File,
}

impl Page<'_> {
    pub(super) fn question(&mut self, fate: &QuestionFate, place: &Place<'_>) {
        match fate {
            QuestionFate::Added(question) => {
                let id = match place {
                    Place::Form(None) => "diff-question-first",
                    Place::Form(Some(_)) => "diff-question-after",
                    Place::File => "diff-question-added",
                };
                self.question_line(id, question, place);
            }
            QuestionFate::Removed(question) => {
                let id = match place {
                    Place::Form(_) => "diff-question-closed",
                    Place::File => "diff-question-removed",
                };
                self.question_line(id, question, place);
            }
            QuestionFate::Kept(kept) if kept.changes.is_empty() => {}
            QuestionFate::Kept(kept) => self.kept(kept, place),
        }
    }

    fn question_line(&mut self, id: &str, question: &Question, place: &Place<'_>) {
        let label = self.words(&question.label);
        let mut arguments = vec![("name", question.name.as_str().into()), ("label", label.into())];
        if let Place::Form(Some(after)) = place {
            arguments.push(("after", (*after).into()));
        }
        let line = self.locale.tell(id, &arguments);
        self.line(1, &line);
    }

    fn kept(&mut self, kept: &Kept, place: &Place<'_>) {
        self.question_line("diff-question", &kept.now, place);
        let mut asides = Vec::new();
        for change in &kept.changes {
            match change {
                Change::Aside(aside) => asides.push(*aside),
                change => self.change(change),
            }
        }
        let asked_otherwise =
            kept.changes.iter().any(|c| !matches!(c, Change::Aside(_) | Change::Moved { .. }));
        if asked_otherwise && kept.now.asks() {
            let line = self.compares(kept);
            self.line(2, &line);
        }
        if !asides.is_empty() {
            let names = asides.into_iter().map(|aside| self.aside(aside)).collect::<Vec<_>>();
            let arguments = [("names", names.join(", ").into())];
            let line = self.locale.tell("diff-asides", &arguments);
            self.line(2, &line);
        }
    }

    fn aside(&self, aside: Aside) -> String {
        self.locale.say(&format!("diff-aside-{}", hyphens(aside.word())))
    }

    fn change(&mut self, change: &Change) {
        let line = match change {
            Change::Label(words) => return self.reworded(words),
            Change::Type { before, now } => {
                let [before, now] = [before, now]
                    .map(|word| self.locale.say(&format!("diff-type-{}", hyphens(word))));
                self.turned("diff-type", "", before, now)
            }
            Change::ChoicesAdded(choices) => self.listed("diff-choices-added", choices),
            Change::ChoicesRemoved(choices) => self.listed("diff-choices-removed", choices),
            Change::ChoiceReworded { name, words } => {
                self.said("diff-choice-reworded", name, words)
            }
            Change::ChoiceRepurposed { name, words } => {
                self.said("diff-choice-repurposed", name, words)
            }
            Change::ChoicesReordered { before, now } => {
                self.turned("diff-choices-order", "", before.join(", "), now.join(", "))
            }
            Change::MadeExclusive(name) => {
                self.locale.tell("diff-made-exclusive", &[("name", name.as_str().into())])
            }
            Change::MadeOrdinary(name) => {
                self.locale.tell("diff-made-ordinary", &[("name", name.as_str().into())])
            }
            Change::NotConcerned { before, now } => {
                let [before, now] = [before, now].map(|offer| self.offer(offer));
                self.turned("diff-nc", "", before, now)
            }
            Change::NotConcernedReworded(words) => self.said("diff-nc-reworded", "", words),
            Change::Condition(field) => return self.fields(2, std::slice::from_ref(field)),
            Change::Moved { after: Some(after) } => {
                self.locale.tell("diff-moved", &[("after", after.as_str().into())])
            }
            Change::Moved { after: None } => self.locale.say("diff-moved-first"),
            Change::Aside(_) => return,
        };
        self.line(2, &line);
    }

    /// A question said otherwise, the old words above the new ones.
    fn reworded(&mut self, words: &Words) {
        let id = match words.adresse {
            Adresse::Vous => "diff-label",
            Adresse::Tu => "diff-label-tu",
        };
        let title = self.locale.say(id);
        self.line(2, &title);
        for (id, text) in [("diff-before", &words.before), ("diff-now", &words.now)] {
            let text = self.quoted(text);
            let line = self.locale.tell(id, &[("text", text.into())]);
            self.line(3, &line);
        }
    }

    fn said(&self, id: &str, name: &str, words: &Words) -> String {
        self.turned(id, name, self.quoted(&words.before), self.quoted(&words.now))
    }

    fn listed(&self, id: &str, choices: &[Choice]) -> String {
        let said = |choice: &Choice| format!("{} {}", choice.name, self.words(&choice.label));
        let said: Vec<String> = choices.iter().map(said).collect();
        let arguments = [("count", choices.len().into()), ("names", said.join(", ").into())];
        self.locale.tell(id, &arguments)
    }

    fn offer(&self, offer: &Offer) -> String {
        match offer {
            Offer::No => self.locale.say("diff-offer-no"),
            Offer::Passing => self.locale.say("diff-offer-passing"),
            Offer::Among(words) => {
                let words = self.quoted(words);
                self.locale.tell("diff-offer-among", &[("words", words.into())])
            }
        }
    }

    /// May the answers to this question be compared?
    fn compares(&self, kept: &Kept) -> String {
        match &kept.comparable {
            Comparable::Yes => self.locale.say("diff-answers-yes"),
            Comparable::IfSameMeaning => self.locale.say("diff-answers-meaning"),
            Comparable::Except(names) => {
                let id = if kept.is_reworded() {
                    "diff-answers-except-meaning"
                } else {
                    "diff-answers-except"
                };
                self.locale.tell(id, &[("names", names.join(", ").into())])
            }
            Comparable::No => self.locale.say("diff-answers-no"),
        }
    }
}
