//! What is read aloud to the group: what to say first, then each question with its answers. The same
//! words as on the page that is printed for it.
//! Never an explanation of its own.

use crate::app::view::Block;
use crate::app::{App, paragraphs};
use crate::questionnaire::{Kind, NotConcerned, Question, Questionnaire};

impl App {
    pub(super) fn script_words(&self, blocks: &mut Vec<Block>) {
        let Some(form) = self.seance_form() else { return };
        let say = |id: &str| self.locale.say(id);
        blocks.push(Block::Heading(say("seance-script")));
        for id in ["aloud-before-pace", "aloud-before-words", "aloud-before-look"] {
            blocks.push(Block::Hint(say(id)));
        }
        blocks.push(Block::Heading(say("aloud-first")));
        blocks.extend(self.notice_sentences(form).into_iter().map(Block::Text));
        blocks.push(Block::Heading(say("aloud-questions")));
        let questions = form.questions.iter().filter(|question| question.is_numbered());
        for (at, question) in questions.enumerate() {
            let heading = self.locale.tell("aloud-question", &[("number", (at + 1).into())]);
            let pace = if at > 0 { say("aloud-pace") } else { String::new() };
            blocks.push(Block::Hint(format!("{heading}. {pace}").trim_end().to_owned()));
            self.script_question(form, question, blocks);
        }
        blocks.push(Block::Heading(say("aloud-end")));
        blocks.push(Block::Text(self.locale.tell_to(form, "aloud-end-words", &[])));
    }

    fn script_question(&self, form: &Questionnaire, question: &Question, blocks: &mut Vec<Block>) {
        let language = self.locale.language();
        blocks.push(Block::Text(form.say(&question.label, language)));
        match question.kind {
            Kind::One(_) | Kind::Multiple(_) => {
                let choices = question.kind.choices().iter();
                let mut said: Vec<String> =
                    choices.map(|choice| form.say(&choice.label, language)).collect();
                if let NotConcerned::Words(words) = &question.nc {
                    said.push(form.say(words, language));
                }
                if matches!(question.kind, Kind::Multiple(_)) {
                    blocks.push(Block::Hint(self.locale.say("aloud-several")));
                }
                blocks.push(Block::Text(said.join(" / ")));
            }
            Kind::Text => blocks.push(Block::Hint(self.locale.say("aloud-text"))),
            _ => blocks.push(Block::Hint(self.locale.say("aloud-number"))),
        }
    }

    /// The sentences of the notice, as they are said before the first question.
    fn notice_sentences(&self, form: &Questionnaire) -> Vec<String> {
        let known = |setting: &str, missing: &str| match setting.trim() {
            "" => self.locale.tell_to(form, missing, &[]),
            set => set.to_owned(),
        };
        let structure = known(&self.settings.structure, "notice-no-structure");
        let contact = known(&self.settings.contact, "notice-no-contact");
        let arguments = [
            ("structure", structure.into()),
            ("contact", contact.into()),
            ("questions", form.counted().into()),
        ];
        let ids = std::iter::once(&"notice-heading").chain(paragraphs(form));
        ids.map(|id| self.locale.tell_to(form, id, &arguments)).collect()
    }
}
