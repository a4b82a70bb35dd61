//! How refusals, faults and days are told.
//! Never shortens a path and never hides what the system said.

use super::Locale;
use crate::questionnaire::{Head, Questionnaire, Statut};
use crate::record::{Content, MetaRefusal};
use crate::session::{Doubt, LONGEST_TEXT, Private, Refusal};
use crate::store::{Action, Fault, Reason};
use crate::value::{Date, Unread};

impl Locale {
    /// Why an answer was not accepted, and what to do.
    pub fn refusal(&self, refusal: &Refusal, form: &Questionnaire) -> String {
        match refusal {
            Refusal::NothingAsked => self.say("refusal-nothing-asked"),
            Refusal::WrongKind => self.say("refusal-wrong-kind"),
            Refusal::Empty => self.say("refusal-empty"),
            Refusal::NotAChoice(name) => {
                self.tell("refusal-choice", &[("name", name.as_str().into())])
            }
            Refusal::Exclusive => self.say("refusal-exclusive"),
            Refusal::NotAReason(missing) => {
                self.tell("refusal-reason", &[("code", missing.word().into())])
            }
            Refusal::NotANumber => self.say("refusal-number"),
            Refusal::NotADay => self.say("refusal-day"),
            Refusal::TooLong(length) => self.tell_to(
                form,
                "refusal-long",
                &[("length", (*length).into()), ("most", LONGEST_TEXT.into())],
            ),
            Refusal::Reserved(missing) => {
                self.tell_to(form, "refusal-reserved", &[("code", missing.word().into())])
            }
            Refusal::Constraint(Some(message)) => form.say(message, self.language()),
            Refusal::Constraint(None) => self.say("refusal-constraint"),
            Refusal::ToConfirm(doubt) => self.doubt(doubt, form),
        }
    }

    /// Why an answer is to be confirmed.
    pub fn doubt(&self, doubt: &Doubt, form: &Questionnaire) -> String {
        match doubt {
            Doubt::Attention(Some(message)) => form.say(message, self.language()),
            Doubt::Attention(None) => self.say("doubt-attention"),
            Doubt::Private(Private::Telephone) => self.say("doubt-telephone"),
            Doubt::Private(Private::Email) => self.say("doubt-email"),
            Doubt::Private(Private::SocialSecurity) => self.say("doubt-social-security"),
        }
    }

    /// Why a value cannot stand in a column that every row has.
    pub fn meta_refusal(&self, refusal: &MetaRefusal) -> String {
        match refusal {
            MetaRefusal::OfForm(value) => {
                self.tell("meta-of-form", &[("value", value.as_str().into())])
            }
            MetaRefusal::OneOf(words) => {
                self.tell("meta-one-of", &[("words", words.join(", ").into())])
            }
            MetaRefusal::Form(content) => match content {
                Content::Identifier => self.say("meta-identifier"),
                Content::Words | Content::OfForm | Content::OneOf(_) => self.say("meta-words"),
                Content::Day => self.say("meta-day"),
                Content::Season => self.say("meta-season"),
                Content::Number(most) => self.tell("meta-number", &[("most", (*most).into())]),
                Content::Language => self.say("meta-language"),
                Content::Code => self.say("meta-code"),
            },
            MetaRefusal::Code(unread) => match unread {
                Unread::Shape => self.say("meta-code"),
                Unread::UnknownWord(word) => {
                    self.tell("meta-code-word", &[("word", word.as_str().into())])
                }
                Unread::Check => self.say("meta-code-check"),
            },
        }
    }

    /// What could not be done with a file, why, and what to do.
    pub fn fault(&self, fault: &Fault) -> String {
        let path = fault.path.display().to_string();
        let action = match fault.action {
            Action::CreateFolder => "fault-create-folder",
            Action::Open => "fault-open",
            Action::Lock => "fault-lock",
            Action::Read => "fault-read",
            Action::Write => "fault-write",
            Action::Sync => "fault-sync",
        };
        let reason = match &fault.reason {
            Reason::Full => self.say("reason-full"),
            Reason::Denied => self.say("reason-denied"),
            Reason::ReadOnly => self.say("reason-read-only"),
            Reason::Gone => self.say("reason-gone"),
            Reason::ForeignHeader => self.say("reason-foreign"),
            Reason::Damaged => self.say("reason-damaged"),
            Reason::Torn => self.say("reason-torn"),
            Reason::Suspect => self.say("reason-suspect"),
            Reason::CannotSeal => self.say("reason-cannot-seal"),
            Reason::Other(system) => {
                self.tell("reason-other", &[("system", system.as_str().into())])
            }
        };
        self.tell(action, &[("path", path.into()), ("reason", reason.into())])
    }

    /// The title of a référentiel, as mediators and analysts read it: with how sure it is that the
    /// bearer would sign it, unless the bearer did.
    pub fn titled(&self, head: &Head) -> String {
        let id = match head.statut {
            Statut::Derive => "titled-derive",
            Statut::EnDiscussion => "titled-discussion",
            Statut::Valide => return head.titre.clone(),
        };
        self.tell(id, &[("titre", head.titre.as_str().into())])
    }

    /// Who validated a référentiel, and when: the bearer, where the file says no more.
    pub fn validated(&self, head: &Head) -> String {
        let validation = head.validation.as_ref();
        let who = validation.map(|by| by.parties_prenantes.join(", "));
        let who = who.filter(|who| !who.is_empty()).unwrap_or_else(|| head.porteur.clone());
        let people = validation.and_then(|by| by.nombre).unwrap_or(0);
        let date = validation.and_then(|by| by.date);
        let date = date.map_or_else(|| "none".to_owned(), |date| self.date(date));
        let arguments = [("who", who.into()), ("people", people.into()), ("date", date.into())];
        self.tell("forms-validated", &arguments)
    }

    /// A day, as the language writes it.
    pub fn date(&self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month()));
        // The first of a month has a name of its own in French; a year has no separators.
        let (day, year) = (date.day(), date.year().to_string());
        let arguments = [("day", day.into()), ("month", month.into()), ("year", year.into())];
        self.tell("date", &arguments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_the_language_writes_them() {
        for (day, french, english) in [
            (Date::constant(2026, 11, 23), "23 novembre 2026", "23 November 2026"),
            (Date::constant(2026, 9, 1), "1er septembre 2026", "1 September 2026"),
            (Date::constant(1987, 8, 11), "11 août 1987", "11 August 1987"),
        ] {
            assert_eq!(Locale::new("fr").date(day), french);
            assert_eq!(Locale::new("en").date(day), english);
        }
    }
}
