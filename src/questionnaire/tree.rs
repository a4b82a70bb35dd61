//! The criteria of a référentiel, with the indicators that show them and the questions that feed those.
//! Never a count of answers, and never how a page shows it.

use std::sync::Arc;

use super::{Critere, Indicateur, Question, Referentiel};

/// A criterion with the indicators to show of it.
#[derive(Clone, Debug)]
pub struct Branch<'a> {
    /// The criterion.
    pub critere: &'a Critere,
    /// Is it of the common référentiel, and shown with another?
    pub common: bool,
    /// Its indicators.
    pub indicators: Vec<&'a Indicateur>,
    /// The questions that feed them, each once.
    pub questions: Vec<&'a Arc<Question>>,
}

/// A référentiel, with the common one where that is another.
#[derive(Clone, Copy, Debug)]
pub struct Tree<'a> {
    /// The référentiel.
    pub referentiel: &'a Referentiel,
    /// The common one; none where it is the one shown.
    pub core: Option<&'a Referentiel>,
}

impl<'a> Tree<'a> {
    /// The criteria of the file, then the common ones that its forms reach.
    pub fn branches(self) -> Vec<Branch<'a>> {
        let own = &self.referentiel.indicateurs;
        let mut branches = Vec::new();
        for critere in &self.referentiel.criteres {
            let indicators = own.iter().filter(|i| i.critere == critere.code).collect();
            branches.push(self.branch(critere, false, indicators));
        }
        let Some(core) = self.core else { return branches };
        let asked = |name: &String| self.asks(name);
        for critere in &core.criteres {
            let reached = core.indicateurs.iter().filter(|i| i.questions.iter().any(asked));
            let indicators: Vec<_> =
                own.iter().chain(reached).filter(|i| i.critere == critere.code).collect();
            if !indicators.is_empty() {
                let mut branch = self.branch(critere, true, indicators);
                branch
                    .questions
                    .retain(|question| asked(&question.name) || self.is_own(&question.name));
                branches.push(branch);
            }
        }
        branches
    }

    /// The questions of the file, and those of the common one that its forms ask.
    pub fn asked_or_own(self) -> impl Iterator<Item = &'a Arc<Question>> {
        let of_core = self.core.map_or(&[][..], |core| &core.questions);
        let asked = of_core.iter().filter(move |question| self.asks(&question.name));
        self.referentiel.questions.iter().chain(asked)
    }

    /// The question of this name.
    pub fn find(self, name: &str) -> Option<&'a Arc<Question>> {
        let of_core = self.core.map_or(&[][..], |core| &core.questions);
        self.referentiel.questions.iter().chain(of_core).find(|question| question.name == name)
    }

    fn branch(
        self,
        critere: &'a Critere,
        common: bool,
        indicators: Vec<&'a Indicateur>,
    ) -> Branch<'a> {
        let mut questions: Vec<&Arc<Question>> = Vec::new();
        for name in indicators.iter().flat_map(|indicateur| &indicateur.questions) {
            if questions.iter().all(|question| question.name != *name) {
                questions.extend(self.find(name));
            }
        }
        Branch { critere, common, indicators, questions }
    }

    fn is_own(self, name: &str) -> bool {
        self.referentiel.questions.iter().any(|question| question.name == name)
    }

    fn asks(self, name: &str) -> bool {
        self.referentiel.questionnaires.iter().any(|form| form.asks(name))
    }
}
