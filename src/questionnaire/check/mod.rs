//! What files that load well still say wrongly: rules of meaning, of use, of survey method.
//! Never changes what is asked: a file that only `check` complains of works.

mod common;
mod domain;
mod places;
mod published;
mod reach;
mod survey;
mod texts;
mod usage;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use places::Places;
use texts::Text;
use toml::de::DeTable;

use super::problem::{Cause, Problem, Source, What};
use super::reader::inside;
use super::{Facts, Library, Referentiel, Rule};

/// A problem that `check` found, and the reason for which the file accepts it, if it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What is wrong, and where.
    pub problem: Problem,
    /// Why the file lets it be.
    pub accepted: Option<String>,
}

/// Everything that is wrong in the files of a library that load well, in the order of each file.
/// Files of the disk are looked at; where there is none, those built into the program.
pub fn check(library: &Library) -> Vec<Finding> {
    look(library, None)
}

/// The same, and what names that are published in an older library now mean.
pub fn check_against(library: &Library, published: &Library) -> Vec<Finding> {
    look(library, Some(published))
}

fn look(library: &Library, published: Option<&Library>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let looked_at: Vec<_> = library.sources().collect();
    if looked_at.is_empty() {
        return findings;
    }
    let all: Vec<Arc<Referentiel>> = library.referentiels().collect();
    for (source, referentiel) in looked_at {
        let (file, _) = DeTable::parse_recoverable(&source.text);
        let places = Places::new(file.get_ref());
        // Only what the older library has of its own: what is built in was published by nobody here.
        let same = |old: &Arc<Referentiel>| old.head.id == referentiel.head.id;
        let mut older = published.iter().flat_map(|old| old.sources()).map(|(_, old)| old);
        let published = older.find(same);
        let mut checker = Checker {
            source,
            referentiel: &referentiel,
            all: &all,
            published: published.as_deref(),
            unread: library.problems(),
            places,
            findings: Vec::new(),
            told: BTreeSet::new(),
            needed: BTreeSet::new(),
        };
        usage::check(&mut checker);
        common::check(&mut checker);
        reach::check(&mut checker);
        survey::check(&mut checker);
        published::check(&mut checker);
        checker.idle_acceptances();
        checker.findings.sort_by_key(|found| found.problem.span.start);
        findings.append(&mut checker.findings);
    }
    findings
}

/// Words of a text in one of its languages.
struct Said<'a> {
    /// `fr`, `en`, `fr_tu`…
    language: &'a str,
    text: &'a str,
    /// Which bytes of the text.
    words: Range<usize>,
}

/// One file being looked at.
struct Checker<'a> {
    source: &'a Arc<Source>,
    referentiel: &'a Referentiel,
    /// Every référentiel of the library, this one among them.
    all: &'a [Arc<Referentiel>],
    /// The référentiel as it was published, where it is compared with that.
    published: Option<&'a Referentiel>,
    /// Why some files are not among them: what those use is not known.
    unread: &'a [Problem],
    places: Places<'a>,
    findings: Vec<Finding>,
    /// The rules told, and where: most problems are told by this alone not to be there yet.
    told: BTreeSet<(Rule, usize)>,
    /// The acceptances, by index, that something needed.
    needed: BTreeSet<usize>,
}

impl Checker<'_> {
    /// Reports a broken rule about a thing of the file, at a part of it: `["label", "fr"]`. Where
    /// the file has no such part, at the thing itself.
    fn report(&mut self, rule: Rule, facts: Facts, about: (What, &str), path: &[&str]) {
        let span = self.places.at(about, path);
        self.report_at(rule, facts, about, span);
    }

    /// Reports words of a text: where they are written in it.
    fn report_words(&mut self, rule: Rule, facts: Facts, of: &Text<'_>, said: &Said<'_>) {
        let value = self.places.at(of.about, &of.path(said.language));
        let span = inside(&self.source.text, &value, said.text, &said.words);
        self.report_at(rule, facts, of.about, span);
    }

    fn report_at(&mut self, rule: Rule, facts: Facts, about: (What, &str), span: Range<usize>) {
        let accepted = self.accepted(rule, about);
        let cause = Cause::Rule(rule, facts);
        let problem = Problem { cause, source: Arc::clone(self.source), span };
        let found = Finding { problem, accepted };
        // What several forms show is one problem.
        let new = self.told.insert((rule, found.problem.span.start));
        if new || !self.findings.contains(&found) {
            self.findings.push(found);
        }
    }

    /// Why the file accepts that a rule is broken by one of its things, if it does: the acceptance
    /// is not idle.
    fn accepted(&mut self, rule: Rule, about: (What, &str)) -> Option<String> {
        let mut all = self.referentiel.accepted.iter().enumerate();
        let (at, found) = all.find(|(_, accepted)| {
            let its_own = (accepted.what, accepted.name.as_str()) == about;
            accepted.rule == rule && (its_own || accepted.what == What::Referentiel)
        })?;
        self.needed.insert(at);
        Some(found.raison.clone())
    }

    /// An acceptance that nothing needs any more would hide the next problem.
    fn idle_acceptances(&mut self) {
        for (at, accepted) in self.referentiel.accepted.iter().enumerate() {
            // What the published file alone can show is not idle where there is none.
            let shown = accepted.rule != Rule::Reworded || self.published.is_some();
            if shown && !self.needed.contains(&at) {
                let code = accepted.rule.word();
                let about = (accepted.what, accepted.name.as_str());
                let facts = vec![("code", code.into())];
                self.report(Rule::IdleAcceptance, facts, about, &["accepte", code]);
            }
        }
    }

    /// Is this the file of the core?
    fn is_core(&self) -> bool {
        self.referentiel.head.id == super::library::CORE_ID
    }
}
