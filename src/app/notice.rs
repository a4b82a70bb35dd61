//! What is said before the first question: to a person, to a child, to the team; and the version
//! of it that the row remembers.
//! Never whether a form may be asked: the settings say.

use super::interview::Interview;
use super::view::Block;
use super::{App, NOTICE, Screen};
use crate::questionnaire::{Adresse, Questionnaire};
use crate::record::CONSENTED;

/// The version of the notice of a form, as its rows remember it: for whom it was worded, and whether
/// the person was asked to accept.
pub fn version(form: &Questionnaire) -> String {
    worded(form, "")
}

/// The same, at the borne: there it says what becomes of answers that are left, and everybody is asked.
pub(super) fn version_at_borne(form: &Questionnaire) -> String {
    worded(form, "-borne")
}

fn worded(form: &Questionnaire, place: &str) -> String {
    let whom = match (form.has_respondent(), form.adresse) {
        (false, _) => "-equipe",
        (true, Adresse::Tu) => "-tu",
        (true, Adresse::Vous) => "",
    };
    let accepted = if form.asks_consent() { CONSENTED } else { "" };
    format!("{NOTICE}{whom}{place}{accepted}")
}

/// The messages of the notice of a form, after its heading: what for, free, who keeps the answers.
pub fn paragraphs(form: &Questionnaire) -> &'static [&'static str] {
    if !form.has_respondent() {
        &["notice-purpose", "notice-who"]
    } else if form.asks_consent() {
        &["consent-shows", "consent-free", "notice-purpose", "notice-who", "notice-contact"]
    } else {
        &["notice-purpose", "notice-free", "notice-who", "notice-contact"]
    }
}

impl App {
    /// Is the person in front of two answers, to accept or not, of which none is marked beforehand?
    pub(super) fn is_asking_consent(&self) -> bool {
        self.screen == Screen::Notice
            && self.interview.as_ref().is_some_and(|on| on.session.form().asks_consent())
    }

    /// Is nothing chosen for the person, so that Enter alone does nothing?
    pub(super) fn has_no_default(&self) -> bool {
        self.screen == Screen::Code || self.is_asking_consent()
    }

    pub(super) fn notice_words(&self, interview: &Interview, blocks: &mut Vec<Block>) {
        let form = interview.session.form();
        let known = |setting: &str, missing: &str| match setting.trim() {
            "" => self.say(missing),
            set => set.to_owned(),
        };
        let structure = known(&self.settings.structure, "notice-no-structure");
        let contact = known(&self.settings.contact, "notice-no-contact");
        let questions = form.counted();
        let arguments = [
            ("structure", structure.as_str().into()),
            ("contact", contact.as_str().into()),
            ("questions", questions.into()),
        ];
        blocks.push(Block::Heading(self.tell("notice-heading", &arguments)));
        for id in paragraphs(form) {
            blocks.push(Block::Text(self.tell(id, &arguments)));
        }
        // To a child the age says nothing; to the team neither.
        if let (Some(age), true, Adresse::Vous) =
            (form.age_minimum, form.has_respondent(), form.adresse)
        {
            blocks.push(Block::Text(self.tell("notice-age", &[("age", age.into())])));
        }
        if form.asks_consent() {
            blocks.push(Block::Heading(self.say("consent-ask")));
        }
    }
}
