//! From the text of a definition file to a référentiel that can be trusted.
//! Never stops at the first problem, and never builds anything where there is one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use super::problem::{Cause, Problem, Source, What, nearest};
use super::reader::{Fields, Placed, Reader};
use super::{
    Adresse, Choice, Critere, Expression, Head, Indicateur, Kind, Label, Mesure, Moment, Nature,
    NotConcerned, Precision, Question, Questionnaire, Referentiel, Registre, Statut,
};
use crate::value::{CONTROLE, Meta, Missing};

/// The largest definition file read, in bytes: some twenty times the largest we know.
pub const LARGEST: usize = 1 << 20;

/// The longest name of a question, choice or indicator, in characters.
const LONGEST_NAME: usize = 24;

/// The keys of each table of the file.
const TABLES: &[&str] =
    &["referentiel", "registre", "critere", "indicateur", "echelle", "question", "questionnaire"];
const REFERENTIEL: &[&str] = &[
    "id",
    "titre",
    "porteur",
    "version",
    "statut",
    "validation",
    "sources",
    "sensible",
    "lieu",
    "precision_date",
];
const VALIDATION: &[&str] = &["date", "parties_prenantes", "nombre"];
const REGISTRE: &[&str] = &["code", "titre"];
const CRITERE: &[&str] = &["code", "titre", "registre", "tronc_commun"];
const INDICATEUR: &[&str] =
    &["code", "critere", "titre", "nature", "mesure", "questions", "favorable"];
const ECHELLE: &[&str] = &["id", "choices", "licence", "source", "attribution"];
const CHOICE: &[&str] = &["name", "label", "exclusive"];
const QUESTION: &[&str] = &[
    "name",
    "type",
    "choices",
    "label",
    "hint",
    "reformulation",
    "required",
    "relevant",
    "constraint",
    "constraint_message",
    "nc",
    "sensible",
    "reserve",
];
const FORM: &[&str] =
    &["id", "version", "titre", "role", "moment", "adresse", "age_minimum", "questions", "accepte"];
const TYPES: &[&str] =
    &["select_one", "select_multiple", "integer", "text", "date", "note", "counts"];

/// Reads a definition file. `core` is the common référentiel, in which names absent from the file
/// are sought; the common file itself is loaded without.
pub fn load(source: &Arc<Source>, core: Option<&Referentiel>) -> Result<Referentiel, Vec<Problem>> {
    let mut reader = Reader::new(Arc::clone(source));
    if source.text.len() > LARGEST {
        reader.report(Cause::TooLarge { limit_kib: LARGEST / 1024 }, 0..0);
        return reader.finish(()).map(|()| unreachable!("a problem was reported"));
    }
    let (file, errors) = DeTable::parse_recoverable(&source.text);
    // What a broken file seems to lack is mostly what the reader lost: only its own words count.
    if reader.syntax(errors) {
        return reader.finish(()).map(|()| unreachable!("a problem was reported"));
    }
    let mut loader = Loader { reader, core, names: Names::default() };
    let referentiel = loader.referentiel(file.get_ref());
    loader
        .reader
        .finish(())
        .map(|()| referentiel.expect("without a problem there is a référentiel"))
}

/// The names met so far, to refuse a second use.
#[derive(Default)]
struct Names {
    taken: BTreeSet<(u8, String)>,
}

struct Loader<'c> {
    reader: Reader,
    core: Option<&'c Referentiel>,
    names: Names,
}

/// A question as read, with the questions that its conditions name.
struct Read {
    question: Arc<Question>,
    named: Vec<Placed<String>>,
}

impl Loader<'_> {
    fn referentiel<'a>(&mut self, file: &'a DeTable<'a>) -> Option<Referentiel> {
        let whole = 0..self.reader.source_len().min(1);
        let file = self.reader.open(file, whole, "", TABLES);
        let head = self.head(&file);
        let registres = self.registres(&file);
        let criteres = self.criteres(&file, &registres);
        let echelles = self.echelles(&file);
        let questions = self.questions(&file, &echelles);
        let indicateurs = self.indicateurs(&file, &criteres, &questions);
        let head = Arc::new(head?);
        let questionnaires = self.forms(&file, &head, &questions);
        Some(Referentiel {
            head,
            registres,
            criteres,
            indicateurs,
            questions: questions.into_iter().map(|read| read.question).collect(),
            echelles,
            questionnaires,
        })
    }

    fn head(&mut self, file: &Fields<'_>) -> Option<Head> {
        let Some((table, span)) = self.reader.table(file, "referentiel") else {
            self.reader.missing(file, "referentiel");
            return None;
        };
        let fields = self.reader.open(table, span, "[referentiel]", REFERENTIEL);
        let id = self.id(&fields);
        let titre = self.reader.need_text(&fields, "titre");
        let porteur = self.reader.need_text(&fields, "porteur");
        let version = self.reader.need_integer(&fields, "version");
        let statut = self.reader.one_of(&fields, "statut", Statut::WORDS, Statut::from_word);
        let precision =
            self.reader.one_of(&fields, "precision_date", Precision::WORDS, Precision::from_word);
        let sources = self.reader.texts(&fields, "sources").unwrap_or_default();
        let sensible = self.reader.boolean(&fields, "sensible");
        let lieu = self.reader.need_label(&fields, "lieu");
        if let Some((table, span)) = self.reader.table(&fields, "validation") {
            self.reader.open(table, span, "validation", VALIDATION);
        }
        Some(Head {
            id: id?.0,
            titre: titre?.0,
            porteur: porteur?.0,
            version: version?,
            statut: statut.unwrap_or(Statut::Derive),
            sources: sources.into_iter().map(|(text, _)| text).collect(),
            sensible,
            precision: precision.unwrap_or(Precision::Jour),
            lieu: lieu?,
        })
    }

    /// The id of a référentiel or form: it names folders and files, so its letters are few.
    fn id(&mut self, fields: &Fields<'_>) -> Option<Placed<String>> {
        let (id, span) = self.reader.need_text(fields, "id")?;
        let fits = id.starts_with(|first: char| first.is_ascii_lowercase())
            && id.len() <= 2 * LONGEST_NAME
            && !id.ends_with('-')
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        // «essai» is the folder of trial rows.
        if fits && id != "essai" {
            return Some((id, span));
        }
        self.reader.report(Cause::BadName { name: id }, span);
        None
    }

    /// Takes a name for a kind of thing, unless something of the kind has it already.
    fn take(&mut self, what: What, name: &str, span: &Range<usize>) {
        if !self.names.taken.insert((what as u8, name.to_lowercase())) {
            let cause = Cause::Duplicate { what, name: name.to_owned() };
            self.reader.report(cause, span.clone());
        }
    }

    /// A code or name, formed as names are: `A1b`, `A2c_quoi`.
    fn name(&mut self, fields: &Fields<'_>, key: &'static str, what: What) -> Option<String> {
        let (name, span) = self.reader.need_text(fields, key)?;
        let (stem, tail) = name.split_once('_').unwrap_or((&name, "x"));
        let fits = stem.starts_with(|first: char| first.is_ascii_alphabetic())
            && stem.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && !tail.is_empty()
            && tail.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            && name.len() <= LONGEST_NAME;
        if !fits {
            self.reader.report(Cause::BadName { name }, span);
            return None;
        }
        let lower = name.to_lowercase();
        let reserved = Meta::from_word(&lower).is_some()
            || lower == CONTROLE
            || Missing::from_word(&name.to_uppercase()).is_some();
        if what == What::Question && reserved {
            self.reader.report(Cause::ReservedName { name }, span);
            return None;
        }
        if what == What::Question
            && let Some(core) = self.core
            && core.questions.iter().any(|question| question.name.eq_ignore_ascii_case(&name))
        {
            self.reader.report(Cause::CoreRedefined { name }, span);
            return None;
        }
        self.take(what, &name, &span);
        Some(name)
    }

    fn registres(&mut self, file: &Fields<'_>) -> Vec<Registre> {
        let mut registres = Vec::new();
        for (table, span) in self.reader.tables(file, "registre") {
            let fields = self.reader.open(table, span, "[[registre]]", REGISTRE);
            let code = self.name(&fields, "code", What::Registre);
            let titre = self.reader.need_text(&fields, "titre");
            if let (Some(code), Some((titre, _))) = (code, titre) {
                registres.push(Registre { code, titre });
            }
        }
        registres
    }

    fn criteres(&mut self, file: &Fields<'_>, registres: &[Registre]) -> Vec<Critere> {
        let mut criteres = Vec::new();
        for (table, span) in self.reader.tables(file, "critere") {
            let fields = self.reader.open(table, span, "[[critere]]", CRITERE);
            let code = self.name(&fields, "code", What::Critere);
            let titre = self.reader.need_text(&fields, "titre");
            let registre = self.reader.need_text(&fields, "registre");
            let of_core = self.core.map_or(&[][..], |core| &core.registres);
            let known: Vec<&str> =
                registres.iter().chain(of_core).map(|registre| registre.code.as_str()).collect();
            if let Some(registre) = &registre {
                self.known(What::Registre, registre, &known);
            }
            let tronc = self.reader.text(&fields, "tronc_commun");
            if let (Some(tronc), Some(core)) = (&tronc, self.core) {
                let known: Vec<&str> = core.criteres.iter().map(|c| c.code.as_str()).collect();
                self.known(What::Critere, tronc, &known);
            }
            if let (Some(code), Some((titre, _)), Some((registre, _))) = (code, titre, registre) {
                let tronc_commun = tronc.map(|(code, _)| code);
                criteres.push(Critere { code, titre, registre, tronc_commun });
            }
        }
        criteres
    }

    /// Reports a name that nothing bears, with the nearest that something does.
    fn known(&mut self, what: What, (name, span): &Placed<String>, names: &[&str]) -> bool {
        let found = names.contains(&name.as_str());
        if !found {
            let near = nearest(name, names.iter().copied());
            let cause = Cause::UnknownName { what, name: name.clone(), nearest: near };
            self.reader.report(cause, span.clone());
        }
        found
    }

    fn echelles(&mut self, file: &Fields<'_>) -> BTreeMap<String, Vec<Choice>> {
        let mut echelles = BTreeMap::new();
        for (table, span) in self.reader.tables(file, "echelle") {
            let fields = self.reader.open(table, span, "[[echelle]]", ECHELLE);
            let id = self.name(&fields, "id", What::Echelle);
            let choices = self.choices(&fields);
            if choices.is_none() {
                self.reader.missing(&fields, "choices");
            }
            if let (Some(id), Some(choices)) = (id, choices) {
                echelles.insert(id, choices);
            }
        }
        echelles
    }

    /// The choices written in a table; nothing where there is no such key.
    fn choices(&mut self, fields: &Fields<'_>) -> Option<Vec<Choice>> {
        let values = self.reader.array(fields, "choices")?;
        let span = fields.span.clone();
        if values.is_empty() {
            self.reader.report(Cause::Empty { key: "choices".into() }, span);
        }
        let mut choices: Vec<Choice> = Vec::new();
        for (table, span) in self.reader.tables(fields, "choices") {
            let fields = self.reader.open(table, span, "choices", CHOICE);
            let name = self.reader.need_text(&fields, "name");
            let label = self.reader.need_label(&fields, "label");
            let exclusive = self.reader.boolean(&fields, "exclusive");
            let (Some((name, span)), Some(label)) = (name, label) else { continue };
            let ordered = name.parse::<u8>().is_ok();
            let fits = name.starts_with(|first: char| first.is_ascii_lowercase())
                && name.len() <= LONGEST_NAME
                && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
            if !(ordered || fits) {
                self.reader.report(Cause::BadName { name }, span);
                continue;
            }
            if choices.iter().any(|choice| choice.name == name) {
                self.reader.report(Cause::Duplicate { what: What::Choice, name }, span);
                continue;
            }
            choices.push(Choice { name, label, exclusive });
        }
        Some(choices)
    }

    fn questions(
        &mut self,
        file: &Fields<'_>,
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Vec<Read> {
        let mut questions = Vec::new();
        for (table, span) in self.reader.tables(file, "question") {
            let fields = self.reader.open(table, span, "[[question]]", QUESTION);
            questions.extend(self.question(&fields, echelles));
        }
        let of_core = self.core.map_or(&[][..], |core| &core.questions);
        let all = questions.iter().map(|read| &read.question).chain(of_core);
        let known: Vec<&str> = all.map(|question| question.name.as_str()).collect();
        for named in questions.iter().flat_map(|read| &read.named) {
            self.known(What::Question, named, &known);
        }
        questions
    }

    fn question(
        &mut self,
        fields: &Fields<'_>,
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Option<Read> {
        let name = self.name(fields, "name", What::Question);
        let kind = self.kind(fields, echelles);
        let label = self.reader.need_label(fields, "label");
        let hint = self.reader.label(fields, "hint");
        let reformulation = self.reader.label(fields, "reformulation");
        let mut named = Vec::new();
        let relevant = self.expression(fields, "relevant", &mut named);
        let constraint = self.expression(fields, "constraint", &mut named);
        let constraint_message = self.reader.label(fields, "constraint_message");
        let nc = self.not_concerned(fields);
        let sensible = self.reader.boolean(fields, "sensible");
        self.reader.boolean(fields, "required");
        self.reader.boolean(fields, "reserve");
        let question = Question {
            name: name?,
            kind: kind?,
            label: label?,
            hint,
            reformulation,
            relevant,
            constraint,
            constraint_message,
            nc,
            sensible,
        };
        Some(Read { question: Arc::new(question), named })
    }

    fn expression(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        named: &mut Vec<Placed<String>>,
    ) -> Option<Expression> {
        let (expression, span) = self.reader.expression(fields, key)?;
        for (name, part) in expression.names() {
            let place = self.reader.inside(&span, expression.text(), &part);
            named.push((name.to_owned(), place));
        }
        Some(expression)
    }

    /// `nc = true`, or the question's own words for it (`nc.fr`).
    fn not_concerned(&mut self, fields: &Fields<'_>) -> NotConcerned {
        if fields.is_table("nc") {
            return self.reader.label(fields, "nc").map_or(NotConcerned::Yes, NotConcerned::Words);
        }
        if self.reader.boolean(fields, "nc") { NotConcerned::Yes } else { NotConcerned::No }
    }

    fn kind(
        &mut self,
        fields: &Fields<'_>,
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Option<Kind> {
        let (written, span) = self.reader.need_text(fields, "type")?;
        let (word, list) = match written.split_once(' ') {
            Some((word, list)) => (word, Some(list.trim())),
            None => (written.as_str(), None),
        };
        if !TYPES.contains(&word) {
            let near = nearest(word, TYPES.iter().copied());
            let allowed = TYPES.iter().map(|&word| word.to_owned()).collect();
            let cause = Cause::UnknownWord {
                key: "type".into(),
                word: word.to_owned(),
                allowed,
                nearest: near,
            };
            self.reader.report(cause, span);
            return None;
        }
        let inline = self.choices(fields);
        if word == "counts" {
            self.reader.report(Cause::NotAskedYet { kind: written }, span);
            return None;
        }
        if !word.starts_with("select_") {
            if inline.is_some() || list.is_some() {
                self.reader.report(Cause::Choices { kind: written }, span);
                return None;
            }
            return Some(match word {
                "integer" => Kind::Integer,
                "date" => Kind::Date,
                "note" => Kind::Note,
                _ => Kind::Text,
            });
        }
        let choices = match (list, inline) {
            (None, Some(choices)) => choices,
            (Some(list), None) => self.scale(list, &span, echelles)?,
            _ => {
                self.reader.report(Cause::Choices { kind: written }, span);
                return None;
            }
        };
        let exclusive = choices.iter().any(|choice| choice.exclusive);
        match (word, exclusive) {
            ("select_multiple", true) => Some(Kind::Multiple(choices)),
            ("select_multiple", false) => {
                self.reader.report(Cause::NoExclusive, span);
                None
            }
            (_, true) => {
                self.reader.report(Cause::ExclusiveAlone, span);
                None
            }
            (_, false) => Some(Kind::One(choices)),
        }
    }

    fn scale(
        &mut self,
        list: &str,
        span: &Range<usize>,
        echelles: &BTreeMap<String, Vec<Choice>>,
    ) -> Option<Vec<Choice>> {
        let of_core = self.core.map(|core| &core.echelles);
        if let Some(choices) = echelles.get(list).or_else(|| of_core?.get(list)) {
            return Some(choices.clone());
        }
        let names = echelles.keys().chain(of_core.into_iter().flat_map(BTreeMap::keys));
        let known: Vec<&str> = names.map(String::as_str).collect();
        self.known(What::Echelle, &(list.to_owned(), span.clone()), &known);
        None
    }

    fn indicateurs(
        &mut self,
        file: &Fields<'_>,
        criteres: &[Critere],
        questions: &[Read],
    ) -> Vec<Indicateur> {
        let mut indicateurs = Vec::new();
        for (table, span) in self.reader.tables(file, "indicateur") {
            let fields = self.reader.open(table, span, "[[indicateur]]", INDICATEUR);
            let code = self.name(&fields, "code", What::Indicateur);
            let titre = self.reader.need_text(&fields, "titre");
            let critere = self.reader.need_text(&fields, "critere");
            if let Some(critere) = &critere {
                let of_core = self.core.map_or(&[][..], |core| &core.criteres);
                let known: Vec<&str> =
                    criteres.iter().chain(of_core).map(|c| c.code.as_str()).collect();
                self.known(What::Critere, critere, &known);
            }
            let nature = self.reader.one_of(&fields, "nature", Nature::WORDS, Nature::from_word);
            let mesure = self.reader.one_of(&fields, "mesure", Mesure::WORDS, Mesure::from_word);
            for (present, key) in [(nature.is_some(), "nature"), (mesure.is_some(), "mesure")] {
                if !present && !fields.has(key) {
                    self.reader.missing(&fields, key);
                }
            }
            let feeding = self.reader.need_texts(&fields, "questions");
            let mut fed: Vec<Arc<Question>> = Vec::new();
            for name in &feeding {
                fed.extend(self.find(name, questions));
            }
            let favorable = self.favorable(&fields, mesure, &fed);
            if let (Some(code), Some((titre, _)), Some((critere, _)), Some(nature), Some(mesure)) =
                (code, titre, critere, nature, mesure)
            {
                let questions = feeding.into_iter().map(|(name, _)| name).collect();
                let indicateur =
                    Indicateur { code, critere, titre, nature, mesure, questions, favorable };
                indicateurs.push(indicateur);
            }
        }
        indicateurs
    }

    /// The choices that count in a «part»: each must be a choice of every question of the indicator.
    fn favorable(
        &mut self,
        fields: &Fields<'_>,
        mesure: Option<Mesure>,
        questions: &[Arc<Question>],
    ) -> Vec<String> {
        let written = self.reader.texts(fields, "favorable").unwrap_or_default();
        if mesure == Some(Mesure::Part) && written.is_empty() {
            self.reader.report(Cause::NoFavorable, fields.span.clone());
        }
        for choice in &written {
            for question in questions {
                let choices = question.kind.choices();
                let known: Vec<&str> = choices.iter().map(|choice| choice.name.as_str()).collect();
                if !self.known(What::Choice, choice, &known) {
                    break;
                }
            }
        }
        written.into_iter().map(|(name, _)| name).collect()
    }

    /// A question by name: of the file, else of the core.
    fn find(&mut self, name: &Placed<String>, questions: &[Read]) -> Option<Arc<Question>> {
        let of_core = self.core.map_or(&[][..], |core| &core.questions);
        let all = || questions.iter().map(|read| &read.question).chain(of_core);
        if let Some(question) = all().find(|question| question.name == name.0) {
            return Some(Arc::clone(question));
        }
        let known: Vec<&str> = all().map(|question| question.name.as_str()).collect();
        self.known(What::Question, name, &known);
        None
    }

    fn forms(
        &mut self,
        file: &Fields<'_>,
        head: &Arc<Head>,
        questions: &[Read],
    ) -> Vec<Arc<Questionnaire>> {
        let mut forms: Vec<Questionnaire> = Vec::new();
        for (table, span) in self.reader.tables(file, "questionnaire") {
            let fields = self.reader.open(table, span, "[[questionnaire]]", FORM);
            forms.extend(self.form(&fields, head, questions));
        }
        let at = |moment: Moment, forms: &[Questionnaire]| -> BTreeSet<String> {
            let of_moment = forms.iter().filter(|form| form.moment == moment);
            of_moment.map(|form| form.role.clone()).collect()
        };
        let entries = at(Moment::Entree, &forms);
        let exits = at(Moment::Sortie, &forms);
        for form in &mut forms {
            form.twin = entries.contains(&form.role) && exits.contains(&form.role);
        }
        forms.into_iter().map(Arc::new).collect()
    }

    fn form(
        &mut self,
        fields: &Fields<'_>,
        head: &Arc<Head>,
        questions: &[Read],
    ) -> Option<Questionnaire> {
        let id = self.id(fields);
        if let Some((id, span)) = &id {
            self.take(What::Form, id, span);
        }
        let version = self.reader.need_integer(fields, "version");
        let titre: Option<Label> = self.reader.need_label(fields, "titre");
        let role = self.reader.need_text(fields, "role");
        let moment = self.reader.one_of(fields, "moment", Moment::WORDS, Moment::from_word);
        if moment.is_none() && !fields.has("moment") {
            self.reader.missing(fields, "moment");
        }
        let adresse = self.reader.one_of(fields, "adresse", Adresse::WORDS, Adresse::from_word);
        let age_minimum = self.reader.integer(fields, "age_minimum");
        self.reader.array(fields, "accepte");
        let names = self.reader.need_texts(fields, "questions");
        let mut asked: Vec<Arc<Question>> = Vec::new();
        let mut all_found = true;
        for name in &names {
            match self.find(name, questions) {
                Some(question) if asked.iter().any(|other| other.name == question.name) => {
                    let cause = Cause::Duplicate { what: What::Question, name: name.0.clone() };
                    self.reader.report(cause, name.1.clone());
                }
                Some(question) => asked.push(question),
                None => all_found = false,
            }
        }
        let id = id?.0;
        if all_found {
            self.conditions(&id, &names, &asked);
        }
        let form = Questionnaire {
            head: Arc::clone(head),
            id,
            version: version?,
            titre: titre?,
            role: role?.0,
            moment: moment?,
            adresse: adresse.unwrap_or(Adresse::Vous),
            age_minimum,
            questions: asked,
            twin: false,
        };
        Some(form)
    }

    /// A condition names no question asked later in the form, and at least one asked before: so a
    /// core question may have one condition for forms that differ.
    fn conditions(&mut self, form: &str, names: &[Placed<String>], asked: &[Arc<Question>]) {
        let place = |name: &str| asked.iter().position(|question| question.name == name);
        let mut problems = Vec::new();
        for (index, question) in asked.iter().enumerate() {
            for expression in question.relevant.iter().chain(&question.constraint) {
                let mentioned = expression.names();
                let later = mentioned.iter().find(|(name, _)| place(name) >= Some(index));
                let before = mentioned.iter().any(|(name, _)| place(name).is_some());
                let form = form.to_owned();
                if let Some((name, _)) = later {
                    let name = (*name).to_owned();
                    problems.push((&question.name, Cause::LaterQuestion { name, form }));
                } else if let (false, Some((name, _))) = (before, mentioned.first()) {
                    let name = (*name).to_owned();
                    problems.push((&question.name, Cause::NotInForm { name, form }));
                }
            }
        }
        for (asked, cause) in problems {
            if let Some((_, span)) = names.iter().find(|(name, _)| name == asked) {
                self.reader.report(cause, span.clone());
            }
        }
    }
}
