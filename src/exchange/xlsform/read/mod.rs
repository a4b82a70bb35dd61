//! Workbooks of others, and our own come back, as one definition file.
//! Never drops anything in silence: what is not here as it was there is named, with its place.

mod condition;
mod criteria;
mod draft;
mod names;
mod remark;
mod sheets;
mod survey;
mod table;

use std::collections::{BTreeMap, BTreeSet};

pub(in crate::exchange) use remark::gathered;
pub use remark::{Grave, Kind, Remark};

use super::book::{Book, Sheet};
use super::words::{self, Page, language_code};
use super::write::{PLACE, PLACE_KEPT, addressed, alone, both, told_alone};
use condition::{Named, Why};
use draft::{Choice, Concern, Draft, Form, Question, Texts};
use names::Names;
use sheets::{Lists, Settings};
use survey::{Around, Item};
use table::{Row, Said, Table};

use crate::locale::Locale;
use crate::questionnaire::{
    self as quest, Adresse, Expression, Label, Library, NotConcerned, Referentiel,
};

/// The id of the common référentiel, which no workbook replaces.
const CORE: &str = "commun";

/// A definition file made of workbooks.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The id of its référentiel.
    pub id: String,
    /// The file.
    pub text: String,
    /// How many questions its forms ask.
    pub questions: usize,
    /// How many forms it has.
    pub forms: usize,
    /// What is not here as it was there.
    pub remarks: Vec<Remark>,
}

/// Makes one definition file of workbooks, each with the name of its file; or says all that keeps from
/// it. The library has the common questions, and what must not be taken twice.
pub fn import(
    locale: &Locale,
    books: &[(String, Book)],
    library: &Library,
) -> Result<Imported, Vec<Remark>> {
    let said = Said::default();
    let core = library.core();
    let mut importer = Importer {
        locale,
        library,
        core: &core,
        said: &said,
        draft: Draft::default(),
        taken: Names::default(),
    };
    let mut questions = 0;
    for (file, book) in books {
        questions += importer.book(file, book);
    }
    let Importer { draft, .. } = importer;
    let mut remarks = gathered(said.into_inner());
    // Stable: what is found first is told first.
    remarks.sort_by_key(|remark| remark.grave);
    if remarks.iter().any(|remark| remark.grave == Grave::Refused) || draft.forms.is_empty() {
        remarks.retain(|remark| remark.grave == Grave::Refused);
        return Err(remarks);
    }
    let files: Vec<&str> = books.iter().map(|(file, _)| file.as_str()).collect();
    let id = draft.head.iter().find(|(key, _)| key == "id");
    let id = id.map_or_else(String::new, |(_, id)| id.trim_matches('"').to_owned());
    remarks.extend(missing(library, &draft, &id, files.first().copied().unwrap_or_default()));
    let text = draft::text(locale, &draft, &files.join(", "));
    Ok(Imported { id, text, questions, forms: draft.forms.len(), remarks })
}

/// What the référentiel of this id at hand has, and the workbooks have not: a file that takes its place
/// would lose it.
fn missing(library: &Library, draft: &Draft, id: &str, file: &str) -> Option<Remark> {
    let old = library.referentiel(id)?;
    let forms = old.questionnaires.iter().map(|form| form.id.clone());
    let lost: Vec<String> =
        forms.filter(|id| draft.forms.iter().all(|form| form.id != *id)).collect();
    let questions = old
        .questions
        .iter()
        .filter(|question| draft.questions.iter().all(|other| other.name != question.name));
    let lost: Vec<String> =
        lost.into_iter().chain(questions.map(|question| question.name.clone())).collect();
    (!lost.is_empty()).then(|| Remark {
        grave: Grave::Changed,
        kind: Kind::Missing,
        file: file.to_owned(),
        sheet: String::new(),
        rows: Vec::new(),
        column: None,
        facts: vec![("id", id.to_owned()), ("names", lost.join(", "))],
    })
}

struct Importer<'x> {
    locale: &'x Locale,
    library: &'x Library,
    core: &'x Referentiel,
    said: &'x Said,
    draft: Draft,
    taken: Names,
}

impl Importer<'_> {
    fn say(&self, grave: Grave, kind: Kind, file: &str, facts: Vec<(&'static str, String)>) {
        let (sheet, rows, column) = (String::new(), Vec::new(), None);
        let file = file.to_owned();
        self.said.borrow_mut().push(Remark { grave, kind, file, sheet, rows, column, facts });
    }

    /// Reads one workbook; how many questions its form asks.
    fn book(&mut self, file: &str, book: &Book) -> usize {
        let blank = Sheet::default();
        let sheet = |page| book.sheets.iter().find(|sheet| words::sheet(&sheet.name) == Some(page));
        for left in book.sheets.iter().filter(|sheet| words::sheet(&sheet.name).is_none()) {
            if !left.lines.is_empty() {
                let facts = vec![("sheet", left.name.clone())];
                self.say(Grave::Changed, Kind::SheetLeft, file, facts);
            }
        }
        let Some(asked) = sheet(Page::Survey) else {
            self.say(Grave::Refused, Kind::NoSurvey, file, Vec::new());
            return 0;
        };
        let said = self.said;
        let open =
            |page, language: &str| Table::new(file, sheet(page).unwrap_or(&blank), language, said);
        let settings_table = open(Page::Settings, "fr");
        let settings = sheets::settings(&settings_table);
        let default = settings.default_language.as_deref();
        let default = default.and_then(language_code).unwrap_or_else(|| "fr".to_owned());
        let survey_table = Table::new(file, asked, &default, said);
        let choices_table = open(Page::Choices, &default);
        let stands = stand_in(&survey_table, &default);
        if let Some(code) = &stands {
            self.say(Grave::Changed, Kind::NotFrench, file, vec![("code", code.clone())]);
        }
        let speech = Speech {
            adresse: Adresse::from_word(&settings.adresse).unwrap_or(Adresse::Vous),
            lieu: &settings.lieu,
            base: stands.unwrap_or_else(|| "fr".to_owned()),
        };
        let texts =
            |row: &Row<'_, '_>, key: &str, otherwise: &str| speech.texts(row, key, otherwise);
        let lists = sheets::lists(&choices_table, &settings, &texts);
        let around =
            Around { locale: self.locale, settings: &settings, lists: &lists, texts: &texts };
        // One question of two workbooks of ours has one name.
        let mut taken = Names::default();
        let names = if settings.referentiel.is_empty() { &mut self.taken } else { &mut taken };
        let mut survey = survey::survey(&survey_table, &around, names);
        if survey.items.iter().all(|item| item.question.kind == "note")
            && !said.borrow().iter().any(|remark| remark.grave == Grave::Refused)
        {
            self.say(Grave::Refused, Kind::NoQuestion, file, Vec::new());
            return 0;
        }
        self.core_questions(&settings, &mut survey);
        conditions(&mut survey);
        for item in &mut survey.items {
            self.exclusive(item);
        }
        self.scales(&lists, &mut survey.items);
        let form = self.form(file, &settings, &survey.items);
        criteria::criteria(
            &mut self.draft,
            self.core,
            &open(Page::Criteres, "fr"),
            &open(Page::Indicateurs, "fr"),
            &survey.items,
        );
        for table in [&settings_table, &survey_table, &choices_table] {
            table.unread();
        }
        let count = survey.items.iter().filter(|item| item.question.kind != "note").count();
        for item in survey.items {
            self.keep(item);
        }
        self.draft.forms.extend(form);
        count
    }

    fn keep(&mut self, item: Item<'_, '_>) {
        if item.is_core {
            return;
        }
        let known = self.draft.questions.iter().find(|known| known.name == item.question.name);
        match known {
            None => self.draft.questions.push(item.question),
            Some(known) if *known == item.question => {}
            Some(_) => {
                let facts = vec![("name", item.question.name.clone())];
                item.row.say(Grave::Refused, Kind::SaidTwice, "name", facts);
            }
        }
    }

    /// Finds the questions of the common référentiel: they are asked as they stand there. What only has
    /// the name of one gets another.
    fn core_questions(&mut self, settings: &Settings, survey: &mut survey::Survey<'_, '_>) {
        for item in &mut survey.items {
            let name = &item.question.name;
            let same_name = |question: &&std::sync::Arc<quest::Question>| {
                question.name.eq_ignore_ascii_case(name)
            };
            let Some(core) = self.core.questions.iter().find(same_name) else { continue };
            if is_said_as(&item.question, core) {
                item.is_core = true;
            } else if !settings.referentiel.is_empty() {
                item.is_core = true;
                let facts = vec![("name", name.clone())];
                item.row.say(Grave::Changed, Kind::CoreKept, "label", facts);
            } else {
                let was = name.clone();
                let mut end = String::from("x");
                while self
                    .core
                    .questions
                    .iter()
                    .any(|q| q.name.eq_ignore_ascii_case(&(was.clone() + &end)))
                {
                    end.push('x');
                }
                let new = self.taken.take(&(was.clone() + &end));
                let facts = vec![("was", was.clone()), ("name", new.clone())];
                item.row.say(Grave::Changed, Kind::Renamed, "name", facts);
                for named in survey.names.values_mut() {
                    if *named == Named::Question(was.clone()) {
                        *named = Named::Question(new.clone());
                    }
                }
                if item.question.was.is_empty() {
                    item.question.was = was;
                }
                item.question.name = new;
            }
            if item.is_core {
                item.question.name.clone_from(&core.name);
            }
        }
    }

    /// A choice taken alone is marked, and its constraint is ours again; where several answers have
    /// none, «rien de tout cela» is added.
    fn exclusive(&self, item: &mut Item<'_, '_>) {
        let question = &mut item.question;
        if question.kind != "select_multiple" {
            for choice in &mut question.choices {
                choice.exclusive = false;
            }
            return;
        }
        let offered =
            matches!(question.nc, Concern::Words(_)).then_some(super::write::NOT_CONCERNED);
        let strip = |names: &[&str], constraint: &str| {
            let alone = alone(names)?;
            let own = both(Some("\u{1}"), Some(&alone))?;
            let (start, end) = own.split_once('\u{1}')?;
            if constraint == alone {
                return Some(String::new());
            }
            constraint.strip_prefix(start)?.strip_suffix(end).map(str::to_owned)
        };
        let marked: Vec<String> =
            question.choices.iter().filter(|c| c.exclusive).map(|c| c.name.clone()).collect();
        let named: Vec<&str> = marked.iter().map(String::as_str).chain(offered).collect();
        if let Some(own) = strip(&named, &question.constraint) {
            question.constraint = own;
        }
        for choice in &mut question.choices {
            if let Some(own) = strip(&[&choice.name], &question.constraint) {
                choice.exclusive = true;
                question.constraint = own;
            }
        }
        if question.constraint.is_empty() {
            // What we say of it by ourselves.
            let label =
                question.choices.iter().find(|choice| choice.exclusive).map(|c| c.label.clone());
            let label = label.unwrap_or_default();
            question.constraint_message.retain(|code, text| {
                let words = label.get(code).cloned().unwrap_or_default();
                *text != told_alone(self.locale, code, &words)
            });
        }
        if question.choices.iter().all(|choice| !choice.exclusive) && !item.is_core {
            let taken: Vec<String> = question.choices.iter().map(|c| c.name.clone()).collect();
            let name = names::choice("rien", &taken);
            let label = survey::said_in(self.locale, "xlsform-none", &question.label);
            question.choices.push(Choice { name, label, exclusive: true, ..Choice::default() });
            item.row.say(Grave::Changed, Kind::ExclusiveAdded, "type", Vec::new());
        }
    }

    /// A list that is a scale of the common référentiel is named; one that serves twice becomes a scale.
    fn scales(&mut self, lists: &Lists, items: &mut [Item<'_, '_>]) {
        let mut uses: BTreeMap<String, usize> = BTreeMap::new();
        for item in items.iter().filter(|item| !item.is_core) {
            *uses.entry(item.list.clone()).or_default() += 1;
        }
        for item in items.iter_mut().filter(|item| !item.is_core) {
            let question = &mut item.question;
            if question.kind != "select_one" || question.choices.is_empty() {
                continue;
            }
            let same = |scale: &(&String, &Vec<quest::Choice>)| {
                scale.1.len() == question.choices.len()
                    && scale.1.iter().zip(&question.choices).all(|(a, b)| {
                        a.name == b.name && a.autre == b.autre && is_text(&a.label, &b.label)
                    })
            };
            if let Some((id, _)) = self.core.echelles.iter().find(same) {
                question.scale = Some(id.clone());
                continue;
            }
            let known = self.draft.scales.iter().find(|(_, choices)| *choices == question.choices);
            if let Some((id, _)) = known {
                question.scale = Some(id.clone());
            } else if uses.get(&item.list).is_some_and(|uses| *uses > 1)
                && lists.contains_key(&item.list)
                && names::is_well_formed(&item.list)
                && self.core.echelles.keys().all(|id| !id.eq_ignore_ascii_case(&item.list))
                && self.draft.scales.iter().all(|(id, _)| !id.eq_ignore_ascii_case(&item.list))
            {
                self.draft.scales.push((item.list.clone(), question.choices.clone()));
                question.scale = Some(item.list.clone());
            }
        }
    }

    /// The form, and the head of the référentiel where this is its first workbook.
    fn form(&mut self, file: &str, settings: &Settings, items: &[Item<'_, '_>]) -> Option<Form> {
        let mut assumed = Vec::new();
        let mut or = |key: &'static str, value: &str, otherwise: String| {
            if value.is_empty() {
                assumed.push(key);
                return otherwise;
            }
            value.to_owned()
        };
        let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let form_id = names::id(&or("form_id", &settings.id, stem.to_owned()));
        let titre =
            or("form_title", settings.titre.get("fr").map_or("", String::as_str), form_id.clone());
        let role = or("role", &settings.role, "participant".to_owned());
        let moment = or("moment", &settings.moment, "ponctuel".to_owned());
        let adresse = or("adresse", &settings.adresse, "vous".to_owned());
        let version = settings.version.unwrap_or_else(|| {
            assumed.push("version");
            1
        });
        let named = if settings.referentiel.is_empty() { &form_id } else { &settings.referentiel };
        let mut id = names::id(named);
        let mut form_id = form_id;
        let owner = self
            .library
            .referentiels()
            .find(|other| other.questionnaires.iter().any(|form| form.id == form_id));
        if id == CORE || owner.is_some_and(|owner| owner.head.id != id) {
            let was = form_id.clone();
            form_id = format!("mon-{form_id}");
            if id == CORE {
                id = format!("mon-{id}");
            }
            let facts = vec![("was", was), ("form", form_id.clone()), ("id", id.clone())];
            self.say(Grave::Changed, Kind::CoreForm, file, facts);
        }
        if self.draft.head.is_empty() {
            let mut or = |key: &'static str, value: &str, otherwise: String| {
                if value.is_empty() {
                    assumed.push(key);
                    return otherwise;
                }
                value.to_owned()
            };
            let say = |message: &str| self.locale.speaking("fr").say(message);
            let own_titre = if settings.referentiel_titre.is_empty() {
                titre.clone()
            } else {
                settings.referentiel_titre.clone()
            };
            let porteur = or("porteur", &settings.porteur, say("xlsform-porteur"));
            let statut = if settings.statut.is_empty() { "derive" } else { &settings.statut };
            let precision = &settings.precision_date;
            let precision = if precision.is_empty() { "jour" } else { precision };
            let mut head = vec![
                ("id".to_owned(), draft::quoted(&id)),
                ("titre".to_owned(), draft::quoted(&own_titre)),
                ("porteur".to_owned(), draft::quoted(&porteur)),
                ("version".to_owned(), settings.referentiel_version.unwrap_or(1).to_string()),
                ("statut".to_owned(), draft::quoted(statut)),
                ("sources".to_owned(), draft::list(&settings.sources)),
                ("sensible".to_owned(), settings.sensible.to_string()),
                ("precision_date".to_owned(), draft::quoted(precision)),
            ];
            let mut lieu = settings.lieu.clone();
            if !lieu.contains_key("fr") {
                lieu.insert("fr".to_owned(), or("lieu", "", say("xlsform-lieu")));
            }
            for (code, text) in &lieu {
                head.push((format!("lieu.{code}"), draft::quoted(text)));
            }
            self.draft.head = head;
        }
        if !assumed.is_empty() {
            let facts = vec![("keys", assumed.join(", "))];
            self.say(Grave::Changed, Kind::Assumed, file, facts);
        }
        if self.draft.forms.iter().any(|form| form.id == form_id) {
            let facts = vec![("name", form_id)];
            self.say(Grave::Refused, Kind::Twice, file, facts);
            return None;
        }
        let mut titles = settings.titre.clone();
        titles.insert("fr".to_owned(), titre);
        let questions = items.iter().map(|item| item.question.name.clone()).collect();
        let age_minimum = settings.age_minimum;
        Some(Form {
            id: form_id,
            version,
            titre: titles,
            role,
            moment,
            adresse,
            age_minimum,
            questions,
        })
    }
}

/// Says every condition with the names there are here; what cannot be said is named.
fn conditions(survey: &mut survey::Survey<'_, '_>) {
    let choices: BTreeMap<String, BTreeMap<String, String>> = survey
        .items
        .iter()
        .map(|item| (item.question.name.clone(), item.renamed.clone()))
        .collect();
    let mut before = BTreeSet::new();
    for item in &mut survey.items {
        let name = item.question.name.clone();
        let say = |row: &Row<'_, '_>, key: &str, written: &str, own: &str| {
            let around = condition::Around { names: &survey.names, choices: &choices, own };
            let found = condition::said(written, &around).and_then(|text| {
                let expression = Expression::parse(&text).ok();
                let names = expression.iter().flat_map(Expression::names);
                let stem = |name: &str| name.split("__").next().unwrap_or_default().to_owned();
                let later = names
                    .map(|(name, _)| name.to_owned())
                    .find(|name| !before.contains(&stem(name)));
                later.map_or(Ok(text), |later| Err(Why::Left(later)))
            });
            match found {
                Ok(text) => Some(text),
                Err(Why::Unknown(name)) => {
                    let facts = vec![("name", name)];
                    row.say(Grave::Refused, Kind::UnknownName, key, facts);
                    None
                }
                Err(Why::Left(part) | Why::Unsaid(part)) => {
                    let facts = vec![("part", part), ("key", key.to_owned())];
                    row.say(Grave::Changed, Kind::ConditionLeft, key, facts);
                    None
                }
            }
        };
        let parts = item.relevant.iter().filter_map(|(row, written)| {
            // A question that was left out has no condition to say.
            say(row, "relevant", written, "")
        });
        item.question.relevant = joined(parts.collect());
        let asks = !matches!(item.question.kind, "note");
        let own = Some(item.constraint.clone()).filter(|own| !own.is_empty() && asks);
        let own = own.and_then(|own| say(&item.row, "constraint", &own, &name));
        let limits = Some(item.limits.clone()).filter(|limits| !limits.is_empty());
        item.question.constraint = joined(limits.into_iter().chain(own).collect());
        if !item.question.attention.is_empty() {
            let said = say(&item.row, "attention", &item.question.attention, &name);
            item.question.attention = said.unwrap_or_default();
        }
        before.insert(name);
    }
}

/// How the texts of a workbook are read.
struct Speech<'x> {
    adresse: Adresse,
    lieu: &'x Texts,
    /// The language that stands for French.
    base: String,
}

impl Speech<'_> {
    /// What a row says under a name, by language. `otherwise` stands where there is nothing, unless it
    /// is blank.
    fn texts(&self, row: &Row<'_, '_>, key: &str, otherwise: &str) -> Texts {
        let mut texts = row.exact(key);
        for text in texts.values_mut() {
            *text = text.replace(PLACE_KEPT, PLACE);
        }
        for (code, said) in row.said(key) {
            let address = format!("{code}{}", addressed(self.adresse));
            let known = texts.get(&address).or_else(|| texts.get(&code));
            let place = self.lieu.get(&address).or_else(|| self.lieu.get(&code));
            let place = place.or_else(|| self.lieu.get("fr")).map_or("", String::as_str);
            if known.is_some_and(|text| text.replace(PLACE, place) == said) {
                continue;
            }
            // Whoever changed what is said meant it.
            let code = if texts.contains_key(&address) { address } else { code };
            texts.insert(code, said);
        }
        if texts.is_empty() && !otherwise.is_empty() {
            texts.insert("fr".to_owned(), otherwise.to_owned());
            row.say(Grave::Changed, Kind::NoLabel, key, Vec::new());
        }
        if !texts.is_empty() && !texts.contains_key("fr") {
            let base = texts.get(&self.base).or_else(|| texts.values().next()).cloned();
            texts.insert("fr".to_owned(), base.unwrap_or_default());
        }
        for text in texts.values_mut() {
            if let Some(plain) = unpiped(text) {
                *text = plain;
                row.say(Grave::Changed, Kind::Piped, key, Vec::new());
            }
        }
        texts.retain(|code, _| {
            let language = code.strip_suffix("_tu").unwrap_or(code);
            language_code(language).as_deref() == Some(language)
        });
        texts
    }
}

/// The language that stands for the French where there is none.
fn stand_in(table: &Table<'_>, default: &str) -> Option<String> {
    let languages = table.languages();
    if languages.is_empty() || languages.iter().any(|code| code == "fr") {
        return None;
    }
    let is_there = languages.iter().any(|code| code == default);
    if is_there { Some(default.to_owned()) } else { languages.into_iter().next() }
}

/// A text with a blank in the place of each answer it names; nothing where it names none.
fn unpiped(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some(start) = rest.find("${") {
        let Some(length) = rest[start..].find('}') else { break };
        plain += &rest[..start];
        let name = &rest[start..=start + length];
        if name == PLACE {
            plain += name;
        } else {
            found = true;
            plain += "…";
        }
        rest = &rest[start + length + 1..];
    }
    found.then(|| plain + rest)
}

/// Conditions that must all hold.
fn joined(mut parts: Vec<String>) -> String {
    match parts.len() {
        0 | 1 => parts.pop().unwrap_or_default(),
        _ => {
            let parts: Vec<String> = parts.iter().map(|part| format!("({part})")).collect();
            parts.join(" and ")
        }
    }
}

/// Are these the texts of a label, as far as they go?
fn is_text(label: &Label, texts: &Texts) -> bool {
    let known = label.texts();
    texts.iter().all(|(code, text)| known.get(code.as_str()) == Some(&text.as_str()))
        && texts.contains_key("fr")
}

/// Does the workbook say a common question as it stands?
fn is_said_as(question: &Question, core: &quest::Question) -> bool {
    let choices = core.kind.choices();
    let nc = match (&question.nc, &core.nc) {
        (Concern::No, NotConcerned::No) | (Concern::Yes, NotConcerned::Yes) => true,
        (Concern::Words(texts), NotConcerned::Words(label)) => is_text(label, texts),
        _ => false,
    };
    let is_other = |texts: &Texts, label: &Option<Label>| {
        texts.is_empty() || label.as_ref().is_some_and(|label| is_text(label, texts))
    };
    nc && question.kind == core.kind.word()
        && is_text(&core.label, &question.label)
        && choices.len() == question.choices.len()
        && choices
            .iter()
            .zip(&question.choices)
            .all(|(a, b)| a.name == b.name && a.autre == b.autre && is_text(&a.label, &b.label))
        && is_other(&question.hint, &core.hint)
        && is_other(&question.reformulation, &core.reformulation)
}
