//! A form as an XLSForm workbook: what ODK and Kobo ask is what the person would be asked here.
//! Never loses what they do not have: it stands in columns of our own, which they pass over.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::book::Book;
use super::page::Page;
use super::words::language_name;
use crate::locale::Locale;
use crate::questionnaire::{
    Adresse, Choice, Expression, Indicateur, Kind, Label, NotConcerned, Question, Questionnaire,
    Referentiel,
};

/// The choice that stands for «pas concerné» where the question says it in words of its own.
pub(super) const NOT_CONCERNED: &str = "NC";

/// What the column of a choice of ours says of that one.
pub(super) const OFFERED: &str = "nc";

/// What stands in a text for the bearer's own word for the place.
pub(super) const PLACE: &str = "${lieu}";

/// The same in a column of ours: others take `${…}` for a question wherever it stands.
pub(super) const PLACE_KEPT: &str = "{lieu}";

/// Texts that are said to people, in every language of the form.
const SAID: [&str; 5] =
    ["label", "hint", "guidance_hint", "constraint_message", "attention_message"];

/// The form as a workbook.
pub fn book(
    locale: &Locale,
    referentiel: &Referentiel,
    core: &Referentiel,
    form: &Questionnaire,
) -> Book {
    let writer = Writer { locale, referentiel, core, form, languages: form.languages() };
    let mut sheets = vec![writer.survey().sheet()];
    let pages = [writer.choices(), writer.settings(), writer.criteres(), writer.indicateurs()];
    sheets.extend(pages.iter().filter(|page| !page.is_empty()).map(Page::sheet));
    Book { sheets }
}

struct Writer<'a> {
    locale: &'a Locale,
    referentiel: &'a Referentiel,
    core: &'a Referentiel,
    form: &'a Questionnaire,
    languages: Vec<&'a str>,
}

impl Writer<'_> {
    /// A text in each language as this form says it; exactly, in a column of our own, what that does
    /// not tell: the other address, another word for the place.
    fn say(&self, page: &mut Page, key: &str, label: &Label) {
        let said = |code: &str| {
            let speaks = self.languages.contains(&code) && label.speaks(code);
            speaks.then(|| self.form.say(label, code))
        };
        for code in &self.languages {
            page.put(&said_in(key, code), &said(code).unwrap_or_default());
        }
        for (code, text) in label.texts() {
            if said(code).is_none_or(|said| said != text) {
                page.put(&exactly(key, code), &text.replace(PLACE, PLACE_KEPT));
            }
        }
    }

    fn columns(&self, before: &[&str], said: &[&str], after: &[&str]) -> Vec<String> {
        let written = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let mut columns: Vec<String> = written(before);
        for key in said {
            columns.extend(self.languages.iter().map(|code| said_in(key, code)));
        }
        columns.extend::<Vec<String>>(written(after));
        columns
    }

    fn survey(&self) -> Page {
        let own = [
            "relevant",
            "constraint",
            "appearance",
            "nc",
            "sensible",
            "critere",
            "attention",
            "recueil_type",
            "recueil_constraint",
            "parmi",
            "somme",
        ];
        let mut page = Page::new("survey", self.columns(&["type", "name"], &SAID, &own));
        let mut within: Option<&Arc<Question>> = None;
        for question in &self.form.questions {
            let whole = question.part_of.as_ref().filter(|_| !question.says_other());
            if within.map(|whole| &whole.name) != whole.map(|whole| &whole.name) {
                if within.is_some() {
                    page.next();
                    page.put("type", "end_group");
                }
                if let Some(whole) = whole {
                    self.begin_counts(&mut page, whole, question);
                }
                within = whole;
            }
            page.next();
            match whole {
                Some(whole) => self.line(&mut page, whole, question),
                None => self.question(&mut page, question),
            }
        }
        if within.is_some() {
            page.next();
            page.put("type", "end_group");
        }
        page
    }

    /// A count of a group is a group of whole numbers.
    fn begin_counts(&self, page: &mut Page, whole: &Question, first: &Question) {
        page.next();
        page.put("type", "begin_group");
        page.put("name", &whole.name);
        page.put("recueil_type", whole.kind.word());
        page.put("appearance", "field-list");
        self.texts(page, whole);
        page.put("relevant", first.relevant.as_ref().map_or("", Expression::text));
        page.put("recueil_constraint", whole.constraint.as_ref().map_or("", Expression::text));
        if let Kind::Counts(counts) = &whole.kind {
            page.put("parmi", counts.parmi.as_deref().unwrap_or_default());
            page.put("somme", yes(counts.somme));
        }
    }

    fn line(&self, page: &mut Page, whole: &Question, question: &Question) {
        page.put("type", "integer");
        page.put("name", &question.name);
        let named = question.name.rsplit("__").next().unwrap_or_default();
        if let Some(line) = whole.kind.choices().iter().find(|line| line.name == named) {
            self.say(page, "label", &line.label);
        }
        page.put("constraint", question.constraint.as_ref().map_or("", Expression::text));
    }

    fn question(&self, page: &mut Page, question: &Question) {
        let kind = match &question.kind {
            Kind::One(_) | Kind::Multiple(_) => {
                format!("{} {}", question.kind.word(), self.list(question))
            }
            other => other.word().to_owned(),
        };
        page.put("type", &kind);
        page.put("name", &question.name);
        self.texts(page, question);
        page.put("relevant", question.relevant.as_ref().map_or("", Expression::text));
        let own = question.constraint.as_ref().map(Expression::text);
        let alone = alone(&exclusive(question));
        page.put("constraint", &both(own, alone.as_deref()).unwrap_or_default());
        if alone.is_some() && question.constraint_message.is_none() {
            let label = question.kind.choices().iter().find(|choice| choice.exclusive);
            for code in &self.languages {
                let words = label.map(|choice| self.form.say(&choice.label, code));
                let said = told_alone(self.locale, code, &words.unwrap_or_default());
                page.put(&said_in("constraint_message", code), &said);
            }
        }
    }

    /// What a question says, whatever its kind.
    fn texts(&self, page: &mut Page, question: &Question) {
        let texts = [
            Some(&question.label),
            question.hint.as_ref(),
            question.reformulation.as_ref(),
            question.constraint_message.as_ref(),
            question.attention_message.as_ref(),
        ];
        for (key, label) in SAID.into_iter().zip(texts) {
            if let Some(label) = label {
                self.say(page, key, label);
            }
        }
        match &question.nc {
            NotConcerned::No => {}
            NotConcerned::Yes => page.put("nc", "oui"),
            NotConcerned::Words(words) if offers(question) => _ = words,
            NotConcerned::Words(words) => self.say(page, "nc", words),
        }
        page.put("sensible", yes(question.sensible));
        page.put("attention", question.attention.as_ref().map_or("", Expression::text));
        page.put("critere", &self.criteria_of(question.defined()).join(" "));
    }

    /// The list that a question takes its choices from: its scale, unless it offers one choice more.
    fn list<'q>(&'q self, question: &'q Question) -> &'q str {
        let scales = [&self.referentiel.scales, &self.core.scales];
        let scale = scales.iter().find_map(|scales| scales.get(&question.name));
        match (scale, &question.nc) {
            (Some(scale), NotConcerned::No | NotConcerned::Yes) => scale,
            _ => &question.name,
        }
    }

    fn choices(&self) -> Page {
        let own = ["exclusif", "autre", "recueil_choix"];
        let mut page = Page::new("choices", self.columns(&["list_name", "name"], &["label"], &own));
        let mut written = BTreeSet::new();
        for question in &self.form.questions {
            let (Kind::One(choices) | Kind::Multiple(choices)) = &question.kind else { continue };
            let list = self.list(question);
            if !written.insert(list) {
                continue;
            }
            for choice in choices {
                page.next();
                page.put("list_name", list);
                page.put("name", &choice.name);
                self.say(&mut page, "label", &choice.label);
                page.put("exclusif", yes(choice.exclusive));
                page.put("autre", yes(choice.autre));
            }
            if let NotConcerned::Words(words) = &question.nc {
                page.next();
                page.put("list_name", list);
                page.put("name", NOT_CONCERNED);
                self.say(&mut page, "label", words);
                page.put("recueil_choix", OFFERED);
            }
        }
        page
    }

    fn settings(&self) -> Page {
        let (form, head) = (self.form, &self.form.head);
        let mut page =
            Page::new("settings", ["form_title", "form_id", "version"].map(str::to_owned));
        page.next();
        page.put("form_title", &form.say(&form.titre, "fr"));
        page.put("form_id", &form.id);
        page.put("version", &form.version.to_string());
        page.put("default_language", &language_name("fr"));
        let titles = form.titre.texts();
        for (code, text) in titles.into_iter().filter(|(code, _)| *code != "fr") {
            page.put(&exactly("titre", code), text);
        }
        page.put("role", &form.role);
        page.put("moment", form.moment.word());
        page.put("adresse", form.adresse.word());
        page.put("age_minimum", &form.age_minimum.map_or(String::new(), |age| age.to_string()));
        page.put("referentiel", &head.id);
        page.put("referentiel_titre", &head.titre);
        page.put("referentiel_version", &head.version.to_string());
        page.put("porteur", &head.porteur);
        page.put("statut", head.statut.word());
        page.put("sources", &head.sources.join(" "));
        page.put("sensible", yes(head.sensible));
        page.put("precision_date", head.precision.word());
        for (code, text) in head.lieu.texts() {
            page.put(&exactly("lieu", code), text);
        }
        page
    }

    /// The indicators of the file that a question of this workbook feeds, or one of the common file.
    fn indicators(&self) -> impl Iterator<Item = (&Indicateur, Vec<&str>)> {
        let own = self.referentiel.indicateurs.iter();
        let own = own.filter(|_| self.referentiel.head.id != self.core.head.id);
        own.filter_map(|indicateur| {
            let here = |name: &str| {
                self.form.asks(name) || self.core.questions.iter().any(|q| q.name == name)
            };
            let questions: Vec<&str> =
                indicateur.questions.iter().map(String::as_str).filter(|name| here(name)).collect();
            let is_fed =
                questions.iter().any(|name| self.form.asks(name) || name.starts_with("S_"));
            is_fed.then_some((indicateur, questions))
        })
    }

    fn criteria_of(&self, question: &Question) -> Vec<&str> {
        let mut codes: Vec<&str> = Vec::new();
        for indicateur in self.referentiel.indicateurs.iter().chain(&self.core.indicateurs) {
            let feeds = indicateur.questions.contains(&question.name);
            if feeds && !codes.contains(&indicateur.critere.as_str()) {
                codes.push(&indicateur.critere);
            }
        }
        codes
    }

    fn criteres(&self) -> Page {
        let mut page = Page::new("criteres", ["code", "titre"].map(str::to_owned));
        let wanted: BTreeSet<&str> =
            self.indicators().map(|(indicateur, _)| indicateur.critere.as_str()).collect();
        for critere in &self.referentiel.criteres {
            if !wanted.contains(critere.code.as_str()) {
                continue;
            }
            page.next();
            page.put("code", &critere.code);
            page.put("titre", &critere.titre);
            page.put("registre", &critere.registre);
            let own = self.referentiel.registres.iter();
            let titre = own.filter(|r| r.code == critere.registre).map(|r| r.titre.as_str()).next();
            page.put("registre_titre", titre.unwrap_or_default());
            page.put("tronc_commun", critere.tronc_commun.as_deref().unwrap_or_default());
        }
        page
    }

    fn indicateurs(&self) -> Page {
        let mut page = Page::new("indicateurs", ["code", "critere", "titre"].map(str::to_owned));
        for (indicateur, questions) in self.indicators() {
            page.next();
            page.put("code", &indicateur.code);
            page.put("critere", &indicateur.critere);
            page.put("titre", &indicateur.titre);
            page.put("nature", indicateur.nature.word());
            page.put("mesure", indicateur.mesure.word());
            page.put("questions", &questions.join(" "));
            page.put("favorable", &indicateur.favorable.join(" "));
        }
        page
    }
}

/// The column of a text in a language.
fn said_in(key: &str, code: &str) -> String {
    format!("{key}::{}", language_name(code))
}

/// The column of ours in which a text stands exactly.
pub(super) fn exactly(key: &str, code: &str) -> String {
    format!("recueil_{key}_{code}")
}

const fn yes(holds: bool) -> &'static str {
    if holds { "oui" } else { "" }
}

/// Does the question offer «pas concerné» among its answers, so that ODK has a choice more?
fn offers(question: &Question) -> bool {
    matches!(question.nc, NotConcerned::Words(_))
        && matches!(question.kind, Kind::One(_) | Kind::Multiple(_))
}

/// The choices of a multiple choice that are taken alone.
fn exclusive(question: &Question) -> Vec<&str> {
    let Kind::Multiple(choices) = &question.kind else { return Vec::new() };
    let taken_alone = choices.iter().filter(|choice| choice.exclusive);
    let mut names: Vec<&str> = taken_alone.map(|choice: &Choice| choice.name.as_str()).collect();
    names.extend(offers(question).then_some(NOT_CONCERNED));
    names
}

/// The constraint that these choices are taken alone.
pub(super) fn alone(names: &[&str]) -> Option<String> {
    let taken: Vec<String> = names.iter().map(|name| format!("selected(., '{name}')")).collect();
    match &taken[..] {
        [] => None,
        [one] => Some(format!("not({one} and count-selected(.) > 1)")),
        several => Some(format!("not(({}) and count-selected(.) > 1)", several.join(" or "))),
    }
}

/// What is said where they are not.
pub(super) fn told_alone(locale: &Locale, code: &str, choice: &str) -> String {
    locale.speaking(code).tell("xlsform-alone", &[("choice", choice.into())])
}

/// A constraint of the question, and that of its exclusive choices.
pub(super) fn both(own: Option<&str>, alone: Option<&str>) -> Option<String> {
    match (own, alone) {
        (Some(own), Some(alone)) => Some(format!("({own}) and {alone}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => None,
    }
}

/// The text in the address of a form.
pub(super) const fn addressed(adresse: Adresse) -> &'static str {
    match adresse {
        Adresse::Vous => "",
        Adresse::Tu => "_tu",
    }
}
