//! The minute of a meeting about a référentiel: who took part by role, what was decided, what compares.
//! Never a name, and never who thought what: only how many did.

use super::super::outline::{Outline, Part, Row, Table};
use crate::locale::Locale;
use crate::questionnaire::{
    Adresse, Atelier, Comparable, Decision, Diff, FormComparable, FormFate, QuestionFate,
    Referentiel, Tree,
};
use crate::value::read_day;

/// The page of a meeting about `before`; `changes` are those of the next version, where it is written.
pub fn minute(
    locale: &Locale,
    before: &Referentiel,
    core: Option<&Referentiel>,
    atelier: &Atelier,
    changes: Option<&Diff>,
) -> String {
    let subject = Subject { locale, before, core, atelier };
    let title = [("title", before.head.titre.as_str().into())];
    let mut parts = vec![subject.facts(), subject.criteria()];
    parts.extend(subject.added());
    parts.extend(subject.questions());
    parts.push(Part::Section(locale.say("minute-compares")));
    match changes {
        Some(changes) => parts.extend(subject.compares(changes)),
        None => parts.push(Part::Text(locale.say("minute-unwritten"))),
    }
    Outline { title: locale.tell("minute-title", &title), parts }.page(locale)
}

struct Subject<'a> {
    locale: &'a Locale,
    before: &'a Referentiel,
    core: Option<&'a Referentiel>,
    atelier: &'a Atelier,
}

impl Subject<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }

    fn facts(&self) -> Part {
        let day = read_day(&self.atelier.date).map(|day| self.locale.date(day));
        let unsaid = || self.say("minute-unsaid");
        let parties = self.atelier.parties_prenantes.join(", ");
        let parties = if parties.is_empty() { unsaid() } else { parties };
        let people = self.atelier.nombre.map_or_else(unsaid, |people| people.to_string());
        let version = [
            ("before", self.atelier.version.to_string().into()),
            ("now", (self.atelier.version + 1).to_string().into()),
        ];
        let end = match self.atelier.ecrit.as_deref() {
            None => "minute-version-talked",
            Some("valide") => "minute-version-valid",
            Some(_) => "minute-version-discussed",
        };
        Part::Facts(vec![
            (self.say("minute-day"), day.unwrap_or_else(unsaid)),
            (self.say("minute-parties"), parties),
            (self.say("minute-people"), people),
            (self.say("show-version"), self.locale.tell(end, &version)),
        ])
    }

    fn criteria(&self) -> Part {
        let branches = Tree { referentiel: self.before, core: self.core }.branches();
        let rows = branches.iter().map(|branch| {
            let examined = self.atelier.of(&branch.critere.code);
            let decision = examined.and_then(|examined| examined.decision);
            let titre = examined.and_then(|examined| examined.titre.as_deref());
            let decided = match (decision, titre) {
                (None, _) => vec![self.say("minute-open")],
                (Some(Decision::Keep), None) => vec![self.say("minute-kept")],
                (Some(Decision::Keep), Some(titre)) => {
                    vec![self.locale.tell("minute-reworded", &[("title", titre.into())])]
                }
                (Some(Decision::Remove), _) => vec![self.say("minute-removed")],
                (Some(Decision::RemoveAll), _) => vec![self.say("minute-removed-all")],
            };
            let avis = examined.map(|examined| &examined.avis).filter(|avis| !avis.is_empty());
            let count = |count: Option<u32>| count.map(|count| vec![count.to_string()]);
            let phrase = avis.map(|avis| avis.phrase.clone()).filter(|phrase| !phrase.is_empty());
            Row::from(vec![
                vec![branch.critere.titre.clone()],
                decided,
                count(avis.map(|avis| avis.pour)).unwrap_or_default(),
                count(avis.map(|avis| avis.a_discuter)).unwrap_or_default(),
                count(avis.map(|avis| avis.contre)).unwrap_or_default(),
                phrase.into_iter().collect(),
            ])
        });
        let columns = ["criterion", "decision", "for", "discuss", "against", "sentence"];
        Part::Table(Table {
            caption: self.say("minute-criteria"),
            columns: columns.map(|id| self.say(&format!("minute-{id}"))).into(),
            rows: rows.collect(),
        })
    }

    fn added(&self) -> Vec<Part> {
        let titles = self.atelier.ajouts.iter().map(|added| added.titre.clone());
        self.listed("minute-added", titles.collect(), "minute-added-then")
    }

    fn questions(&self) -> Vec<Part> {
        let tree = Tree { referentiel: self.before, core: self.core };
        let said = self.atelier.questions.iter().map(|question| {
            let before = tree.find(&question.name).map_or("", |before| before.label.french());
            let arguments = [("before", before.into()), ("now", question.label.as_str().into())];
            self.locale.tell("minute-question", &arguments)
        });
        self.listed("minute-questions", said.collect(), "minute-questions-then")
    }

    /// A list under its title, and what is to be done about it.
    fn listed(&self, title: &str, items: Vec<String>, then: &str) -> Vec<Part> {
        if items.is_empty() {
            return Vec::new();
        }
        vec![Part::Section(self.say(title)), Part::List(items), Part::Text(self.say(then))]
    }

    fn compares(&self, changes: &Diff) -> Vec<Part> {
        let language = self.locale.language();
        let forms = changes.forms.iter().filter_map(|fate| match fate {
            FormFate::Kept(form) => {
                let id = match form.comparable() {
                    FormComparable::Yes => "atelier-compares",
                    FormComparable::Partly => "atelier-compares-partly",
                    FormComparable::No | FormComparable::OtherPeople => "atelier-compares-not",
                };
                let title = form.now.say(&form.now.titre, language);
                Some(self.locale.tell(id, &[("form", title.into())]))
            }
            FormFate::Added(_) | FormFate::Removed(_) => None,
        });
        let questions = changes.questions.iter().filter_map(|fate| match fate {
            QuestionFate::Kept(kept) if kept.comparable != Comparable::Yes => {
                let label = self.before.head.say(&kept.now.label, language, Adresse::Vous);
                Some(self.locale.tell("atelier-if-same", &[("question", label.into())]))
            }
            _ => None,
        });
        vec![Part::List(forms.chain(questions).collect())]
    }
}
