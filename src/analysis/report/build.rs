//! From the rows to a report: which files are read, and where each question stands in the criteria.
//! Never hides anything: [`super::super::disclosure`] does, last.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::{Together, change};
use super::count::{Counter, Favorable, Plan, Tree as Rank};
use super::pool::{Numbers, Pool, Raw};
use super::{
    Axe, By, CoreCriterion, CoreSource, Counted, Cross, Figure, Held, Method, OfChanges,
    OfCriterion, OfCross, OfForm, OfIndicator, OfQuestion, OfReferentiel, Report, Spread, median,
};
use crate::questionnaire::{
    Branch, Indicateur, Mesure, Moment, Question, Questionnaire, Referentiel, Registre, Tree,
};
use crate::record::SEANCE_ID;
use crate::store::{RowFiles, Store};
use crate::value::{Date, Meta};

/// Which rows a report is about.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Are trials counted too?
    pub trials: Trials,
    /// By what each question is parted, beside the whole.
    pub split: Option<By>,
    /// What is crossed, beside it.
    pub cross: Option<Cross>,
    /// Only these référentiels, by id; all where there are none.
    pub referentiels: Vec<String>,
    /// Only these forms, by id; all where there are none.
    pub forms: Vec<String>,
    /// Only the rows of this séance; of all where there is none.
    pub seance: Option<Together>,
    /// Today: what rows date later cannot be.
    pub today: Date,
}

/// What becomes of trials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trials {
    /// They are left out.
    Out,
    /// They are counted with the others.
    With,
    /// Nothing else is counted.
    Only,
}

impl Trials {
    /// Which rows are read: those that count (`false`), trials (`true`).
    pub const fn trees(self) -> &'static [bool] {
        match self {
            Self::Out => &[false],
            Self::With => &[false, true],
            Self::Only => &[true],
        }
    }
}

impl Asked {
    /// All that counts.
    pub fn all(today: Date) -> Self {
        let (referentiels, forms) = (Vec::new(), Vec::new());
        let (split, cross) = (None, None);
        Self { trials: Trials::Out, split, cross, referentiels, forms, seance: None, today }
    }

    /// Is a form among those asked for?
    fn wants(&self, form: &Questionnaire) -> bool {
        let among = |names: &[String], name: &String| names.is_empty() || names.contains(name);
        among(&self.referentiels, &form.head.id) && among(&self.forms, &form.id)
    }

    /// Is a file, of which nobody knows the form, in the folder of a référentiel asked for?
    fn wants_folder(&self, file: &Path) -> bool {
        let folder = file.parent().and_then(Path::file_name).unwrap_or_default();
        let is_wanted = |id: &String| folder.to_str() == Some(id);
        let all = self.referentiels.is_empty() || self.referentiels.iter().any(is_wanted);
        all && self.forms.is_empty()
    }
}

/// Where the rows are.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The stores that hold them.
    pub stores: &'a [&'a Store],
    /// Only these of their files, where not all are meant.
    pub only: Option<&'a [&'a Path]>,
}

/// What is known of référentiels and forms.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The référentiels, in the order of the catalogue, the common one first.
    pub catalogue: &'a [Arc<Referentiel>],
    /// Which form the rows of a file answer.
    pub form_of: &'a dyn Fn(&Path) -> Option<Arc<Questionnaire>>,
}

impl std::fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Known").finish_non_exhaustive()
    }
}

impl<'a> Known<'a> {
    fn core(self) -> Option<&'a Referentiel> {
        self.catalogue.first().map(|core| &**core)
    }

    fn place(self, id: &str) -> usize {
        let place = self.catalogue.iter().position(|it| it.head.id == id);
        place.unwrap_or(self.catalogue.len())
    }

    /// What puts forms in the order of the catalogue.
    fn rank(self, form: &Questionnaire) -> (usize, String, usize, String) {
        let place = self.place(&form.head.id);
        let forms = self.catalogue.get(place).map_or(&[][..], |it| &it.questionnaires);
        let at = forms.iter().position(|it| it.id == form.id).unwrap_or(forms.len());
        (place, form.head.id.clone(), at, form.id.clone())
    }

    /// The référentiel of this id, with the common one.
    pub fn tree(self, id: &str) -> Option<Tree<'a>> {
        let referentiel = self.catalogue.iter().find(|it| it.head.id == id)?;
        let core = self.core().filter(|core| core.head.id != id);
        Some(Tree { referentiel, core })
    }

    /// The indicators that count some choices of a question, with these choices.
    pub fn favorable(self, form: &Questionnaire, question: &Question) -> Favorable {
        let parts = self.fed(form, question).filter(|it| it.mesure == Mesure::Part);
        parts.map(|it| (it.code.clone(), it.favorable.clone())).collect()
    }

    /// The indicators that a question of a form feeds.
    pub(in crate::analysis) fn fed(
        self,
        form: &Questionnaire,
        question: &Question,
    ) -> impl Iterator<Item = &'a Indicateur> {
        let own = self.catalogue.iter().find(|it| it.head.id == form.head.id);
        let own = own.map(|own| &**own).filter(|own| self.core() != Some(*own));
        let indicators = self.core().into_iter().chain(own).flat_map(|of| &of.indicateurs);
        let name = question.defined().name.clone();
        indicators.filter(move |it| it.questions.contains(&name))
    }
}

/// The form that each file of rows answers; nothing where nobody knows it any more.
type Forms = BTreeMap<PathBuf, Option<Arc<Questionnaire>>>;

/// The files that are asked for, and their forms.
fn wanted<'s>(rows: Sources<'s>, asked: &Asked, known: Known<'_>) -> (RowFiles<'s>, Forms) {
    let of = |trial| RowFiles::of(rows.stores, trial);
    let mut files = match asked.trials {
        Trials::Out => of(false),
        Trials::With => of(false).and(of(true)),
        Trials::Only => of(true),
    };
    files.retain(|path| rows.only.is_none_or(|only| only.contains(&path)));
    let forms: Forms =
        files.files().map(|(path, _)| (path.to_owned(), (known.form_of)(path))).collect();
    files.retain(|path| {
        let form = forms.get(path).and_then(Option::as_ref);
        form.map_or_else(|| asked.wants_folder(path), |form| asked.wants(form))
    });
    (files, forms)
}

/// The forms that rows asked for answer, each version once, in the order of the catalogue; those that
/// are known where no row answers any.
pub fn forms(rows: Sources<'_>, asked: &Asked, known: Known<'_>) -> Vec<Arc<Questionnaire>> {
    let (files, of) = wanted(rows, asked, known);
    let met = files.files().filter_map(|(path, _)| of.get(path)?.clone());
    let mut forms: Vec<Arc<Questionnaire>> = met.collect();
    if forms.is_empty() {
        let all = known.catalogue.iter().flat_map(|of| &of.questionnaires);
        forms = all.filter(|form| asked.wants(form)).cloned().collect();
    }
    forms.sort_by_cached_key(|form| (known.rank(form), form.version, form.stem()));
    forms.dedup_by_key(|form| form.stem());
    forms
}

/// Counts what the rows say.
pub fn report(rows: Sources<'_>, asked: &Asked, known: Known<'_>) -> Report {
    let (files, forms) = wanted(rows, asked, known);
    let plans: Vec<Option<Plan>> = files
        .files()
        .map(|(path, trial)| {
            let form = forms.get(path)?.as_ref()?;
            let favorable = |question: &Question| known.favorable(form, question);
            let rank = if trial { Rank::Trials } else { Rank::Counting };
            let counted = asked.trials != Trials::Out;
            let plan = Plan::new(form, rank, counted, asked.split, asked.today, &favorable);
            let is_paired = has_both_ends(&forms.values().flatten(), form);
            let pairs = is_paired.then(|| change::Plan::new(form, known.tree(&form.head.id)));
            let plan = plan.paired(pairs.flatten()).crossed(asked.cross.as_ref());
            Some(plan.within(asked.seance.clone()))
        })
        .collect();
    let summed = files.sum(&|place| Counter::new(plans[place].as_ref()));
    let mut method = Method { gone: summed.gone, faults: summed.faults, ..Method::default() };
    let mut pool = Pool::default();
    let mut pairs = Vec::new();
    for (plan, (path, mut counter, flaws)) in plans.iter().zip(summed.files) {
        method.files += 1;
        method.left_out += counter.facts.left_out;
        if !flaws.is_empty() {
            method.flaws.push((path.clone(), flaws));
        }
        match plan {
            None if counter.facts.read > 0 => method.unknown.push((path, counter.facts.read)),
            Some(plan) if !plan.form.has_respondent() => method.team += counter.facts.rows,
            _ => {
                method.rows += counter.facts.rows;
                method.trials += counter.facts.trials;
                pairs.extend(counter.pairs.take());
                counter.into_pool(&mut pool);
            }
        }
    }
    method.too_many_parts = pool.too_many_parts;
    let held = held(rows.stores, asked.trials);
    let mut report = told(pool, &held, asked, known, method);
    report.changes = change::changes(&pairs).into();
    report
}

/// Are there forms of arriving and of a later moment, for the people of this one?
pub fn has_both_ends<'f>(
    forms: &(impl Iterator<Item = &'f Arc<Questionnaire>> + Clone),
    of: &Questionnaire,
) -> bool {
    let has = |moments: &[Moment]| {
        let is_theirs = |form: &Arc<Questionnaire>| {
            form.head.id == of.head.id && form.role == of.role && moments.contains(&form.moment)
        };
        forms.clone().any(is_theirs)
    };
    has(&[Moment::Entree]) && has(&[Moment::Sortie, Moment::Suivi])
}

/// What the notebooks say of the séances of each form, each séance once.
fn held(stores: &[&Store], trials: Trials) -> BTreeMap<String, Held> {
    let mut forms: BTreeMap<String, Held> = BTreeMap::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for store in stores {
        store.all_seances(|cells| {
            let cell = |name: &str| cells.get(name).cloned().unwrap_or_default();
            let trial = cell(Meta::Essai.word()) == "1";
            let is_wanted = match trials {
                Trials::Out => !trial,
                Trials::With => true,
                Trials::Only => trial,
            };
            if !is_wanted || !seen.insert(cell(SEANCE_ID)) {
                return;
            }
            let number = |name: &str| cell(name).parse::<u64>().unwrap_or_default();
            let of = forms.entry(cell(Meta::Questionnaire.word())).or_default();
            of.seances += 1;
            of.present += number("presents");
            of.answered += number("repondu");
            for (figure, name) in
                [(&mut of.refused, "refus"), (&mut of.left, "partis"), (&mut of.absent, "absents")]
            {
                *figure = Figure::Shown(figure.shown().unwrap_or_default() + number(name));
            }
        });
    }
    forms
}

/// The pool in the order of the catalogue, with the criteria around it.
fn told(
    pool: Pool,
    held: &BTreeMap<String, Held>,
    asked: &Asked,
    known: Known<'_>,
    method: Method,
) -> Report {
    let mut crosses: Vec<OfCross> = pool
        .crosses
        .iter()
        .filter_map(|((id, _), counted)| Some(OfCross::new(&pool.forms.get(id)?.form, counted)))
        .collect();
    crosses.sort_by_cached_key(|of| known.rank(&of.form));
    let mut forms: Vec<OfForm> = pool
        .forms
        .into_values()
        .map(|pooled| {
            let facts = pooled.facts;
            let shown = |(way, count)| (way, Figure::Shown(count));
            OfForm {
                versions: pooled.versions.into_iter().map(|((v, f), rows)| (v, f, rows)).collect(),
                rows: Figure::Shown(facts.rows),
                partial: Figure::Shown(facts.partial),
                trials: Figure::Shown(facts.trials),
                dates: facts.dates,
                held: held.get(&pooled.form.id).copied(),
                ways: facts.ways.into_iter().map(shown).collect(),
                form: pooled.form,
            }
        })
        .collect();
    forms.sort_by_cached_key(|of| known.rank(&of.form));
    let mut questions: Vec<OfQuestion> = pool
        .questions
        .into_iter()
        .map(|((id, fingerprint), pooled)| {
            let form = forms.iter().find(|of| of.form.id == id);
            let mut all = Raw::default();
            pooled.parts.values().for_each(|part| all.join(part));
            // Of parts nobody knows how many were there.
            let present = form.and_then(|of| {
                let rows = of.rows.shown()?;
                of.held.filter(|held| held.answered == rows && all.all() == rows)
            });
            let split = asked.split.filter(|_| !pool.too_many_parts);
            let parts = split.map_or_else(BTreeMap::new, |_| {
                let counted = |(name, raw): (&String, &Raw)| (name.clone(), counted(raw, None));
                pooled.parts.iter().map(counted).collect()
            });
            let all = counted(&all, present.map(|held| held.present));
            let (form, question) = (pooled.form, pooled.question);
            OfQuestion { form, question, fingerprint, all, parts }
        })
        .collect();
    questions.sort_by_cached_key(|of| {
        let at = of.form.index_of(&of.question.name);
        (known.rank(&of.form), at, of.form.version, of.fingerprint.clone())
    });
    let referentiels = referentiels(&questions, known);
    let core = core(&referentiels, known);
    let split = asked.split;
    let changes = OfChanges::default();
    Report { split, referentiels, forms, questions, core, crosses, changes, method }
}

/// The figures of an answer, none of them hidden yet.
fn counted(raw: &Raw, present: Option<u64>) -> Counted {
    let shown = |count: &u64| Figure::Shown(*count);
    let unasked: u64 =
        raw.missing.iter().filter(|(reason, _)| reason.is_unasked()).map(|(_, it)| it).sum();
    let spread = match &raw.numbers {
        Some(Numbers { sum, values }) => Spread::Numbers {
            sum: Figure::Shown(*sum),
            median: values.as_ref().and_then(median).map(Figure::Shown),
        },
        None if raw.choices.is_empty() => Spread::Apart,
        None => Spread::Choices(raw.choices.iter().map(shown).collect()),
    };
    Counted {
        eligible: Figure::Shown(raw.all()),
        present: present.map(Figure::Shown),
        asked: Figure::Shown(raw.all() - unasked),
        answered: Figure::Shown(raw.given),
        missing: raw.missing.iter().map(|(reason, count)| (*reason, shown(count))).collect(),
        unread: Figure::Shown(raw.unread),
        spread,
        favorable: raw.favorable.iter().map(|(code, it)| (code.clone(), shown(it))).collect(),
    }
}

/// The criteria of each référentiel that has answers.
fn referentiels(questions: &[OfQuestion], known: Known<'_>) -> Vec<OfReferentiel> {
    let mut found: Vec<OfReferentiel> = Vec::new();
    for of in questions {
        if found.iter().all(|it| it.head.id != of.form.head.id) {
            // As it is now, where that is known: what was derived then may be validated since.
            let now = known.catalogue.iter().find(|it| it.head.id == of.form.head.id);
            let head = Arc::clone(now.map_or(&of.form.head, |now| &now.head));
            found.push(OfReferentiel { head, axes: Vec::new(), rest: Vec::new() });
        }
    }
    for of in &mut found {
        let mut told: BTreeSet<usize> = BTreeSet::new();
        if let Some(tree) = known.tree(&of.head.id) {
            let registres = registres(tree);
            for branch in tree.branches() {
                let criterion = criterion(&branch, &of.head.id, questions);
                if criterion.indicators.is_empty() {
                    continue;
                }
                told.extend(criterion.indicators.iter().flat_map(|it| &it.questions));
                let code = &branch.critere.registre;
                let Some(at) = registres.iter().position(|it| it.code == *code) else { continue };
                let is_there = |axe: &Axe| axe.registre.code == *code;
                if !of.axes.iter().any(is_there) {
                    let registre = registres[at].clone();
                    of.axes.push(Axe { registre, criteria: Vec::new() });
                }
                if let Some(axe) = of.axes.iter_mut().find(|axe| is_there(axe)) {
                    axe.criteria.push(criterion);
                }
            }
            let place = |axe: &Axe| registres.iter().position(|it| it.code == axe.registre.code);
            of.axes.sort_by_key(place);
        }
        let own = |(_, it): &(usize, &OfQuestion)| it.form.head.id == of.head.id;
        let places = questions.iter().enumerate().filter(own).map(|(place, _)| place);
        of.rest = places.filter(|place| !told.contains(place)).collect();
    }
    found
}

/// The families of criteria, those of the common référentiel first.
fn registres(tree: Tree<'_>) -> Vec<&Registre> {
    let core = tree.core.map_or(&[][..], |core| &core.registres);
    let own = tree.referentiel.registres.iter();
    let own = own.filter(|own| core.iter().all(|it| it.code != own.code));
    core.iter().chain(own).collect()
}

/// A criterion with the indicators that answers to forms of a référentiel feed.
fn criterion(branch: &Branch<'_>, head: &str, questions: &[OfQuestion]) -> OfCriterion {
    let mut indicators = Vec::new();
    for indicateur in &branch.indicators {
        let feeds = |(_, of): &(usize, &OfQuestion)| {
            of.form.head.id == head && indicateur.questions.contains(&of.question.defined().name)
        };
        let places = questions.iter().enumerate().filter(feeds).map(|(place, _)| place);
        let questions: Vec<usize> = places.collect();
        if !questions.is_empty() {
            indicators.push(OfIndicator { indicateur: (*indicateur).clone(), questions });
        }
    }
    OfCriterion { critere: branch.critere.clone(), common: branch.common, indicators }
}

/// What each référentiel says of the core criteria: its own criteria that belong with them, and the
/// common ones that its forms reach.
fn core(referentiels: &[OfReferentiel], known: Known<'_>) -> Vec<CoreCriterion> {
    let Some(core) = known.core() else { return Vec::new() };
    let mut criteria = Vec::new();
    for critere in &core.criteres {
        let mut sources = Vec::new();
        for of in referentiels {
            let is_core = of.head.id == core.head.id;
            let belongs = |it: &&OfCriterion| {
                let own = it.critere.tronc_commun.as_deref();
                let is_common = it.common || is_core;
                own == Some(critere.code.as_str()) || is_common && it.critere.code == critere.code
            };
            let own = of.axes.iter().flat_map(|axe| &axe.criteria).filter(belongs);
            let indicators: Vec<OfIndicator> = own.flat_map(|it| it.indicators.clone()).collect();
            if !indicators.is_empty() {
                sources.push(CoreSource { head: Arc::clone(&of.head), indicators });
            }
        }
        if !sources.is_empty() {
            criteria.push(CoreCriterion { critere: critere.clone(), sources });
        }
    }
    criteria
}
