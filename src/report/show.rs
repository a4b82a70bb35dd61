//! One référentiel as a page: axes, criteria, indicators, questions, the forms that ask them.
//! Never the bearer's voice: what is derived is said to be.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::condition::{condition_words, number};
use super::forms::{conditional, holds};
use super::outline::{Cell, Outline, Part, Row, Table};
use crate::locale::Locale;
use crate::questionnaire::{
    Adresse, Avis, Branch, Choice, Indicateur, Kind, Library, NotConcerned, Question,
    Questionnaire, Referentiel, Registre, Statut, Tree, What,
};
use crate::value::Missing;

/// How a page is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Lines of 80 columns.
    Plain,
    /// One file to print, or to read in a browser.
    Html,
}

/// The page of a référentiel. What its forms take from the common one is shown too, marked as such.
pub fn show(
    locale: &Locale,
    library: &Library,
    referentiel: &Referentiel,
    layout: Layout,
) -> String {
    let outline = Subject::new(locale, library, referentiel).outline();
    match layout {
        Layout::Plain => outline.lines(locale),
        Layout::Html => outline.page(locale),
    }
}

/// What is shown, and what it is seen with.
struct Subject<'a> {
    locale: &'a Locale,
    referentiel: &'a Referentiel,
    /// The common référentiel; none where it is the one shown.
    core: Option<Arc<Referentiel>>,
    /// The forms among which those that ask a question are sought.
    forms: Vec<Arc<Questionnaire>>,
}

impl<'a> Subject<'a> {
    fn new(locale: &'a Locale, library: &Library, referentiel: &'a Referentiel) -> Self {
        let core = library.core();
        let of_core = core.head.id == referentiel.head.id;
        let forms = if of_core {
            library.forms().collect()
        } else {
            let own = referentiel.questionnaires.iter();
            own.chain(&core.questionnaires).map(Arc::clone).collect()
        };
        Self { locale, referentiel, core: (!of_core).then_some(core), forms }
    }

    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }

    fn tell(&self, id: &str, code: &str, title: &str) -> String {
        self.locale.tell(id, &[("code", code.into()), ("title", title.into())])
    }

    /// «Name: what it is».
    fn fact(&self, name: &str, value: &str) -> String {
        self.locale.tell("show-fact", &[("name", name.into()), ("value", value.into())])
    }

    fn outline(&self) -> Outline {
        let head = &self.referentiel.head;
        let mut parts = Vec::new();
        self.head(&mut parts);
        let branches = self.tree().branches();
        let mut shown: BTreeSet<&str> = BTreeSet::new();
        let core = self.core.as_deref();
        let registres = self.referentiel.registres.iter();
        for registre in registres.chain(core.map_or(&[][..], |core| &core.registres)) {
            self.axis(registre, &branches, &mut parts);
        }
        for branch in &branches {
            shown.extend(branch.questions.iter().map(|question| question.name.as_str()));
        }
        let rest: Vec<_> =
            self.tree().asked_or_own().filter(|q| !shown.contains(&*q.name)).collect();
        if !rest.is_empty() {
            parts.push(Part::Section(self.say("show-apart")));
            parts.push(Part::Text(self.say("show-apart-text")));
            parts.push(self.questions(&rest));
        }
        self.kept(&mut parts);
        self.accepted(&mut parts);
        parts.push(Part::Section(self.say("show-forms")));
        for form in &self.referentiel.questionnaires {
            self.form(form, &mut parts);
        }
        let title = self.locale.tell(
            "show-title",
            &[("title", head.titre.as_str().into()), ("id", head.id.as_str().into())],
        );
        Outline { title, parts }
    }

    fn head(&self, parts: &mut Vec<Part>) {
        let head = &self.referentiel.head;
        let by_word = |id: &str, word: &str| self.say(&format!("{id}-{}", word.replace('_', "-")));
        let statut = match head.statut {
            Statut::Valide => self.locale.validated(head),
            other => by_word("show-statut", other.word()),
        };
        let mut facts = vec![
            (self.say("show-porteur"), head.porteur.clone()),
            (self.say("show-version"), head.version.to_string()),
            (self.say("show-statut"), statut),
            (self.say("show-precision"), by_word("show-precision", head.precision.word())),
        ];
        if head.sensible {
            facts.push((self.say("show-sensible"), self.say("show-sensible-text")));
        }
        facts.push((self.say("show-content"), holds(self.locale, self.referentiel)));
        parts.push(Part::Facts(facts));
        if !head.sources.is_empty() {
            parts.push(Part::Text(self.say("show-sources")));
            parts.push(Part::Addresses(head.sources.clone()));
        }
    }

    fn tree(&self) -> Tree<'_> {
        Tree { referentiel: self.referentiel, core: self.core.as_deref() }
    }

    fn axis(&self, registre: &Registre, branches: &[Branch<'_>], parts: &mut Vec<Part>) {
        let of_axis = || branches.iter().filter(|branch| branch.critere.registre == registre.code);
        if of_axis().next().is_none() {
            return;
        }
        parts.push(Part::Section(self.tell("show-axe", &registre.code, &registre.titre)));
        for branch in of_axis() {
            self.criterion(branch, parts);
        }
    }

    fn criterion(&self, branch: &Branch<'_>, parts: &mut Vec<Part>) {
        let critere = branch.critere;
        let id = if branch.common { "show-critere-common" } else { "show-critere" };
        parts.push(Part::Subsection(self.tell(id, &critere.code, &critere.titre)));
        let mut facts = Vec::new();
        if let (Some(code), Some(core)) = (&critere.tronc_commun, self.core.as_deref()) {
            let title = core.criteres.iter().find(|critere| critere.code == *code);
            let title = title.map_or("", |critere| &critere.titre);
            facts.push((self.say("show-with"), self.tell("show-with-one", code, title)));
        }
        if !branch.common && self.referentiel.is_reserved(What::Critere, &critere.code) {
            facts.push((self.say("show-kept"), self.say("show-kept-critere")));
        }
        if branch.common {
            facts.push((self.say("show-common"), self.say("show-common-text")));
        }
        facts.extend(critere.avis.iter().flat_map(|avis| self.opinions(avis)));
        if !facts.is_empty() {
            parts.push(Part::Facts(facts));
        }
        if !branch.indicators.is_empty() {
            parts.push(self.indicators(branch));
        }
        if !branch.questions.is_empty() {
            parts.push(self.questions(&branch.questions));
        }
    }

    /// What was thought of a criterion around the table: how many, and a sentence.
    fn opinions(&self, avis: &Avis) -> Vec<(String, String)> {
        let counts = [
            ("for", avis.pour.into()),
            ("discuss", avis.a_discuter.into()),
            ("against", avis.contre.into()),
        ];
        let mut facts =
            vec![(self.say("show-opinions"), self.locale.tell("atelier-avis", &counts))];
        if !avis.phrase.is_empty() {
            let text = [("text", avis.phrase.as_str().into())];
            facts.push((self.say("minute-sentence"), self.locale.tell("quoted", &text)));
        }
        facts
    }

    fn indicators(&self, branch: &Branch<'_>) -> Part {
        let rows = branch.indicators.iter().map(|indicateur| {
            let shown = |name: &&String| branch.questions.iter().any(|q| q.name == **name);
            let fed = indicateur.questions.iter().filter(shown).cloned();
            let fed = fed.collect::<Vec<_>>().join(", ");
            let kept = self.referentiel.is_reserved(What::Indicateur, &indicateur.code);
            vec![
                vec![self.fact(&indicateur.code, &indicateur.titre)],
                vec![self.say(&format!("show-nature-{}", indicateur.nature.word()))],
                vec![self.say(&format!("show-mesure-{}", indicateur.mesure.word()))],
                self.favorable(indicateur),
                if fed.is_empty() { Vec::new() } else { vec![fed] },
                if kept { vec![self.say("show-kept-indicateur")] } else { Vec::new() },
            ]
        });
        Part::Table(Table {
            caption: self.say("show-indicators"),
            columns: [
                "show-indicator",
                "show-nature",
                "show-mesure",
                "show-favorable",
                "show-fed",
                "show-kept",
            ]
            .map(|id| self.say(id))
            .into(),
            rows: rows.map(Row::from).collect(),
        })
    }

    /// The choices that count, in the words of the first question that has them.
    fn favorable(&self, indicateur: &Indicateur) -> Cell {
        let first = indicateur.questions.iter().find_map(|name| self.tree().find(name));
        let Some(first) = first else { return indicateur.favorable.clone() };
        let choices = first.kind.choices();
        let counts = |choice: &&Choice| indicateur.favorable.contains(&choice.name);
        choices.iter().filter(counts).map(|choice| self.choice(choice)).collect()
    }

    /// The word written in rows, and the words said.
    fn choice(&self, choice: &Choice) -> String {
        self.coded(&choice.name, &self.words(&choice.label))
    }

    fn coded(&self, name: &str, label: &str) -> String {
        self.locale.tell("show-choice", &[("name", name.into()), ("label", label.into())])
    }

    fn words(&self, label: &crate::questionnaire::Label) -> String {
        self.referentiel.head.say(label, self.locale.language(), Adresse::Vous)
    }

    fn questions(&self, questions: &[&Arc<Question>]) -> Part {
        let rows = questions.iter().map(|question| {
            let asking = self.forms.iter().filter(|form| form.asks(&question.name));
            let asking: Vec<&str> = asking.map(|form| form.id.as_str()).collect();
            let asked =
                if asking.is_empty() { self.say("show-asked-nowhere") } else { asking.join(", ") };
            let kept = self.referentiel.is_reserved(What::Question, &question.name);
            vec![
                vec![self.fact(&question.name, &self.words(&question.label))],
                self.answers(question),
                vec![asked],
                if kept { vec![self.say("show-kept-question")] } else { Vec::new() },
            ]
        });
        Part::Table(Table {
            caption: self.say("show-questions"),
            columns: ["show-question", "show-answers", "show-asked", "show-kept"]
                .map(|id| self.say(id))
                .into(),
            rows: rows.map(Row::from).collect(),
        })
    }

    fn answers(&self, question: &Question) -> Cell {
        let choices = question.kind.choices().iter();
        let mut answers: Vec<_> = choices.map(|choice| self.choice(choice)).collect();
        let kind = match question.kind {
            Kind::One(_) => None,
            Kind::Multiple(_) => Some("show-kind-multiple"),
            Kind::Integer => Some("show-kind-integer"),
            Kind::Text => Some("show-kind-text"),
            Kind::Date => Some("show-kind-date"),
            Kind::Note => Some("show-kind-note"),
            Kind::Counts(_) => Some("show-kind-counts"),
        };
        if let Some(kind) = kind {
            answers.insert(0, self.say(kind));
        }
        let code = Missing::Nc.word();
        match &question.nc {
            NotConcerned::No => {}
            NotConcerned::Yes => answers.push(self.coded(code, &self.say("missing-nc"))),
            NotConcerned::Words(label) => answers.push(self.coded(code, &self.words(label))),
        }
        answers
    }

    fn kept(&self, parts: &mut Vec<Part>) {
        if self.referentiel.reserve.is_empty() {
            return;
        }
        parts.push(Part::Section(self.say("show-reserve")));
        parts.push(Part::Text(self.say("show-reserve-text")));
        let items = self.referentiel.reserve.iter().map(|(what, name)| {
            let thing = self.thing(*what, name);
            match self.title(*what, name) {
                Some(title) => self.fact(&thing, &title),
                None => thing,
            }
        });
        parts.push(Part::List(items.collect()));
    }

    fn thing(&self, what: What, name: &str) -> String {
        let what = self.locale.what(what);
        self.locale.tell("show-thing", &[("what", what.into()), ("name", name.into())])
    }

    fn title(&self, what: What, name: &str) -> Option<String> {
        let own = self.referentiel;
        match what {
            What::Critere => own.criteres.iter().find(|c| c.code == name).map(|c| c.titre.clone()),
            What::Indicateur => {
                own.indicateurs.iter().find(|i| i.code == name).map(|i| i.titre.clone())
            }
            What::Question => self.tree().find(name).map(|question| self.words(&question.label)),
            What::Echelle => own.echelles.get(name).map(|choices| {
                let labels = choices.iter().map(|choice| self.words(&choice.label));
                labels.collect::<Vec<_>>().join(&self.say("and-also"))
            }),
            What::Referentiel | What::Registre | What::Choice | What::Form => None,
        }
    }

    fn accepted(&self, parts: &mut Vec<Part>) {
        if self.referentiel.accepted.is_empty() {
            return;
        }
        parts.push(Part::Section(self.say("show-accepted")));
        let items = self.referentiel.accepted.iter().map(|accepted| {
            let thing = self.thing(accepted.what, &accepted.name);
            let arguments = [
                ("code", accepted.rule.word().into()),
                ("thing", thing.into()),
                ("reason", accepted.raison.as_str().into()),
            ];
            self.locale.tell("show-accepted-one", &arguments)
        });
        parts.push(Part::List(items.collect()));
    }

    fn form(&self, form: &Questionnaire, parts: &mut Vec<Part>) {
        let language = self.locale.language();
        parts.push(Part::Subsection(self.fact(&form.id, &form.say(&form.titre, language))));
        let questions = self.locale.tell(
            "show-form-questions",
            &[("counted", form.counted().into()), ("conditional", conditional(form).into())],
        );
        let moment = format!("moment-{}", form.moment.word().replace('_', "-"));
        let mut facts = vec![
            (self.say("show-version"), form.version.to_string()),
            (self.say("show-form-role"), form.role.clone()),
            (self.say("show-form-moment"), self.say(&moment)),
            (self.say("show-form-languages"), form.languages().join(", ")),
        ];
        if let Some(age) = form.age_minimum {
            let age = self.locale.tell("show-form-age-years", &[("age", age.into())]);
            facts.push((self.say("show-form-age"), age));
        }
        facts.push((self.say("show-questions"), questions));
        parts.push(Part::Facts(facts));
        let rows = form.questions.iter().map(|question| {
            let named = self.fact(&question.name, &form.say(&question.label, language));
            let condition = condition_words(self.locale, form, question);
            Row {
                number: number(form, &question.name),
                cells: vec![vec![named], condition.into_iter().collect()],
            }
        });
        parts.push(Part::Table(Table {
            caption: self.say("show-form-order"),
            columns: vec![self.say("show-question"), self.say("show-condition")],
            rows: rows.collect(),
        }));
    }
}
