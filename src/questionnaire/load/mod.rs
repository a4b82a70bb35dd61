//! From the text of a definition file to a référentiel that can be trusted.
//! Never stops at the first problem, and never builds anything where there is one.

mod form;
mod question;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use super::expression::TEXTS;
use super::problem::{Cause, Problem, Source, What, nearest};
use super::reader::{Fields, Placed, Reader};
use super::{
    Accepted, Avis, Critere, Head, Indicateur, Label, Mesure, Nature, Precision, Question,
    Referentiel, Registre, Rule, Statut, Validation,
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
    "accepte",
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
const CRITERE: &[&str] = &["code", "titre", "registre", "tronc_commun", "reserve", "avis"];
const AVIS: &[&str] = &["pour", "contre", "a_discuter", "phrase"];
const INDICATEUR: &[&str] = &[
    "code",
    "critere",
    "titre",
    "nature",
    "mesure",
    "questions",
    "favorable",
    "reserve",
    "accepte",
];

/// Reads a definition file. `core` is the common référentiel, in which names absent from the file
/// are sought; the common file itself is loaded without.
pub fn load(source: &Arc<Source>, core: Option<&Referentiel>) -> Result<Referentiel, Vec<Problem>> {
    read(source, core, |loader, file| loader.referentiel(&file))
}

/// Reads the head of a definition file, and nothing else of it.
pub(super) fn head(source: &Arc<Source>) -> Result<Head, Vec<Problem>> {
    read(source, None, |loader, file| loader.head(&file))
}

fn read<T>(
    source: &Arc<Source>,
    core: Option<&Referentiel>,
    part: impl FnOnce(&mut Loader<'_>, Fields<'_>) -> Option<T>,
) -> Result<T, Vec<Problem>> {
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
    let mut loader = Loader {
        reader,
        core,
        taken: BTreeSet::new(),
        declared: BTreeSet::new(),
        lost: Vec::new(),
        scales: BTreeMap::new(),
        reserve: BTreeSet::new(),
        accepted: Vec::new(),
    };
    let whole = 0..source.text.len().min(1);
    let file = loader.reader.open(file.get_ref(), whole, "", TABLES);
    let read = part(&mut loader, file);
    loader.reader.finish(()).map(|()| read.expect("without a problem there is what was read"))
}

struct Loader<'c> {
    reader: Reader,
    core: Option<&'c Referentiel>,
    /// The names met so far, without their letter case, to refuse a second use.
    taken: BTreeSet<(u8, String)>,
    /// What is there under a name, though it could not be read: it is not missed elsewhere.
    declared: BTreeSet<(u8, String)>,
    /// Kinds of things of which some tables could not be read at all.
    lost: Vec<What>,
    /// The scale that a question takes its choices from, by the name of the question.
    scales: BTreeMap<String, String>,
    /// What is kept though nothing uses it.
    reserve: BTreeSet<(What, String)>,
    /// The warnings that the file accepts.
    accepted: Vec<Accepted>,
}

/// A question as read, with the questions that its conditions name, and where its conditions are.
struct Read {
    question: Arc<Question>,
    named: Vec<Placed<String>>,
    relevant: Range<usize>,
    constraint: Range<usize>,
    attention: Range<usize>,
    parmi: Option<Placed<String>>,
}

impl Loader<'_> {
    fn referentiel(&mut self, file: &Fields<'_>) -> Option<Referentiel> {
        for (key, what) in [
            ("registre", What::Registre),
            ("critere", What::Critere),
            ("echelle", What::Echelle),
            ("question", What::Question),
        ] {
            if file.meant(key) || file.is_table(key) {
                self.lost.push(what);
            }
        }
        let head = self.head(file);
        let registres = self.registres(file);
        let criteres = self.criteres(file, &registres);
        let echelles = self.echelles(file);
        let questions = self.questions(file, &echelles);
        let indicateurs = self.indicateurs(file, &criteres, &questions);
        // The forms are looked at even where the head is wrong: all problems at once.
        let known = Arc::new(head.clone().unwrap_or_else(nameless));
        let questionnaires = self.forms(file, &known, &questions);
        head?;
        let head = known;
        Some(Referentiel {
            head,
            registres,
            criteres,
            indicateurs,
            questions: questions.into_iter().map(|read| read.question).collect(),
            echelles,
            scales: std::mem::take(&mut self.scales),
            questionnaires,
            reserve: std::mem::take(&mut self.reserve),
            accepted: std::mem::take(&mut self.accepted),
        })
    }

    fn head(&mut self, file: &Fields<'_>) -> Option<Head> {
        let Some((table, span)) = self.reader.table(file, "referentiel") else {
            self.reader.missing(file, "referentiel");
            return None;
        };
        let fields = self.reader.open(table, span, "[referentiel]", REFERENTIEL);
        let id = self.id(&fields);
        self.accepts(&fields, What::Referentiel, id.as_ref().map(|(id, _)| id.as_str()));
        let titre = self.reader.need_text(&fields, "titre");
        let porteur = self.reader.need_text(&fields, "porteur");
        let version = self.reader.need_integer(&fields, "version");
        let statut = self.reader.one_of(&fields, "statut", Statut::WORDS, Statut::from_word);
        let precision =
            self.reader.one_of(&fields, "precision_date", Precision::WORDS, Precision::from_word);
        let sources = self.reader.texts(&fields, "sources").unwrap_or_default();
        let sensible = self.reader.boolean(&fields, "sensible");
        let lieu = self.reader.need_label(&fields, "lieu");
        let validation = self.validation(&fields);
        Some(Head {
            id: id?.0,
            titre: titre?.0,
            porteur: porteur?.0,
            version: version?,
            statut: statut.unwrap_or(Statut::Derive),
            validation,
            sources: sources.into_iter().map(|(text, _)| text).collect(),
            sensible,
            precision: precision.unwrap_or(Precision::Jour),
            lieu: lieu?,
        })
    }

    fn validation(&mut self, fields: &Fields<'_>) -> Option<Validation> {
        let (table, span) = self.reader.table(fields, "validation")?;
        let fields = self.reader.open(table, span, "validation", VALIDATION);
        let parties = self.reader.texts(&fields, "parties_prenantes").unwrap_or_default();
        Some(Validation {
            date: self.reader.day(&fields, "date"),
            parties_prenantes: parties.into_iter().map(|(text, _)| text).collect(),
            nombre: self.reader.integer(&fields, "nombre"),
        })
    }

    /// The warnings that a table accepts, each with its reason.
    fn accepts(&mut self, fields: &Fields<'_>, what: What, name: Option<&str>) {
        for ((code, span), (raison, _)) in self.reader.said(fields, "accepte") {
            let warnings = || Rule::WORDS.iter().copied().filter(|word| word.starts_with('W'));
            let rule = Rule::from_word(&code).filter(|_| code.starts_with('W'));
            let Some(rule) = rule else {
                let near = nearest(&code, warnings());
                let allowed = warnings().map(str::to_owned).collect();
                let key = "accepte".to_owned();
                let cause = Cause::UnknownWord { key, word: code, allowed, nearest: near };
                self.reader.report(cause, span);
                continue;
            };
            if let Some(name) = name {
                self.accepted.push(Accepted { what, name: name.to_owned(), rule, raison });
            }
        }
    }

    /// Notes what a table says is kept though nothing uses it.
    fn keeps(&mut self, fields: &Fields<'_>, what: What, name: Option<&str>) {
        if self.reader.boolean(fields, "reserve")
            && let Some(name) = name
        {
            self.reserve.insert((what, name.to_owned()));
        }
    }

    /// The id of a référentiel or form: it names folders and files, so its letters are few.
    fn id(&mut self, fields: &Fields<'_>) -> Option<Placed<String>> {
        let (id, span) = self.reader.need_text(fields, "id")?;
        let fits = id.starts_with(|first: char| first.is_ascii_lowercase())
            && id.len() <= 2 * LONGEST_NAME
            && !id.ends_with('-')
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits {
            self.reader.report(Cause::BadName { what: What::Form, name: id }, span);
            return None;
        }
        // «essai» is the folder of trial rows, «scelle» of sealed ones; the others are no folders on
        // Windows.
        if ["essai", "scelle", "con", "nul", "aux", "prn"].contains(&id.as_str()) {
            self.reader.report(Cause::ReservedName { name: id }, span);
            return None;
        }
        Some((id, span))
    }

    /// Takes a name for a kind of thing, unless something of the kind has it already.
    fn take(&mut self, what: What, name: &str, span: &Range<usize>) {
        if !self.taken.insert((what as u8, name.to_lowercase())) {
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
        self.declared.insert((what as u8, name.clone()));
        if !fits {
            self.reader.report(Cause::BadName { what, name }, span);
            return None;
        }
        let lower = name.to_lowercase();
        let reserved = Meta::from_word(&lower).is_some()
            || lower == CONTROLE
            || lower == TEXTS
            || Missing::from_word(&name.to_uppercase()).is_some();
        if what == What::Question && reserved {
            self.reader.report(Cause::ReservedName { name }, span);
            return None;
        }
        if self.is_core(what, &name) {
            self.reader.report(Cause::CoreRedefined { what, name }, span);
            return None;
        }
        self.take(what, &name, &span);
        Some(name)
    }

    /// Does the common file define something of this kind under this name?
    fn is_core(&self, what: What, name: &str) -> bool {
        let Some(core) = self.core else { return false };
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        match what {
            What::Registre => core.registres.iter().any(|registre| same(&registre.code)),
            What::Critere => core.criteres.iter().any(|critere| same(&critere.code)),
            What::Indicateur => core.indicateurs.iter().any(|other| same(&other.code)),
            What::Echelle => core.echelles.keys().any(|id| same(id)),
            What::Question => core.questions.iter().any(|question| same(&question.name)),
            What::Referentiel | What::Choice | What::Form => false,
        }
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
            self.keeps(&fields, What::Critere, code.as_deref());
            let titre = self.reader.need_text(&fields, "titre");
            let registre = self.reader.need_text(&fields, "registre");
            let of_core = self.core.map_or(&[][..], |core| &core.registres);
            let known: Vec<&str> =
                registres.iter().chain(of_core).map(|registre| registre.code.as_str()).collect();
            if let Some(registre) = &registre {
                self.known(What::Registre, registre, &known);
            }
            let avis = self.avis(&fields);
            let tronc = self.reader.text(&fields, "tronc_commun");
            if let (Some(tronc), Some(core)) = (&tronc, self.core) {
                let known: Vec<&str> = core.criteres.iter().map(|c| c.code.as_str()).collect();
                self.known(What::Critere, tronc, &known);
            }
            if let (Some(code), Some((titre, _)), Some((registre, _))) = (code, titre, registre) {
                let tronc_commun = tronc.map(|(code, _)| code);
                criteres.push(Critere { code, titre, registre, tronc_commun, avis });
            }
        }
        criteres
    }

    /// What was thought of a criterion around the table.
    fn avis(&mut self, fields: &Fields<'_>) -> Option<Avis> {
        let (table, span) = self.reader.table(fields, "avis")?;
        let fields = self.reader.open(table, span, "avis", AVIS);
        let mut count = |key| self.reader.integer(&fields, key).unwrap_or(0);
        let (pour, contre, a_discuter) = (count("pour"), count("contre"), count("a_discuter"));
        let phrase = self.reader.text(&fields, "phrase").map_or_else(String::new, |(text, _)| text);
        Some(Avis { pour, contre, a_discuter, phrase })
    }

    /// Reports a name that nothing bears, with the nearest that something does.
    fn known(&mut self, what: What, (name, span): &Placed<String>, names: &[&str]) -> bool {
        let found = names.contains(&name.as_str());
        let told = self.lost.contains(&what) || self.declared.contains(&(what as u8, name.clone()));
        if !found && !told {
            // Among many problems a guess helps nobody, and costs time.
            let guess = self.reader.count() < 50;
            let near = guess.then(|| nearest(name, names.iter().copied())).flatten();
            let cause = Cause::UnknownName { what, name: name.clone(), nearest: near };
            self.reader.report(cause, span.clone());
        }
        found
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
            self.keeps(&fields, What::Indicateur, code.as_deref());
            self.accepts(&fields, What::Indicateur, code.as_deref());
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
        if mesure == Some(Mesure::Part) && !fields.has("favorable") {
            self.reader.report(Cause::NoFavorable, fields.span_of("mesure"));
        }
        for (name, span) in &written {
            let lacks = |question: &&Arc<Question>| {
                question.kind.choices().iter().all(|choice| choice.name != *name)
            };
            if let Some(question) = questions.iter().find(lacks) {
                let choices = question.kind.choices().iter();
                let cause = Cause::NotAChoice {
                    name: name.clone(),
                    question: question.name.clone(),
                    choices: choices.map(|choice| choice.name.clone()).collect(),
                };
                self.reader.report(cause, span.clone());
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
}

/// What stands for a head that could not be read, so that the rest of the file is looked at.
fn nameless() -> Head {
    Head {
        id: String::new(),
        titre: String::new(),
        porteur: String::new(),
        version: 0,
        statut: Statut::Derive,
        validation: None,
        sources: Vec::new(),
        sensible: false,
        precision: Precision::Jour,
        lieu: Label::default(),
    }
}
