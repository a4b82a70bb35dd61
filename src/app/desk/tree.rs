//! A référentiel for mediators: its axes, criteria and indicators, and how many answers feed them.
//! Never what was answered: results say that.

use std::sync::Arc;

use super::super::App;
use super::super::view::Block;
use crate::analysis::report::OfQuestion;
use crate::questionnaire::{Adresse, Branch, Head, Question, Registre, Statut, Tree};

impl App {
    pub(super) fn tree_words(&self, blocks: &mut Vec<Block>) {
        let Some(found) = &self.desk.results else { return };
        let Some(referentiel) = self.library.referentiel(&found.referentiel) else { return };
        let head = &referentiel.head;
        blocks.push(Block::Heading(self.locale.titled(head)));
        let porteur = [("porteur", head.porteur.as_str().into())];
        blocks.push(Block::Text(self.tell("tree-porteur", &porteur)));
        let statut = match head.statut {
            Statut::Valide => self.locale.validated(head),
            other => self.say(&format!("show-statut-{}", other.word().replace('_', "-"))),
        };
        blocks.push(Block::Hint(self.tell("tree-statut", &[("statut", statut.into())])));
        for source in &head.sources {
            blocks
                .push(Block::Hint(self.tell("tree-source", &[("source", source.as_str().into())])));
        }
        let rows = [("rows", found.counting.method.rows.into())];
        blocks.push(Block::Hint(self.tell("tree-rows", &rows)));
        let core = self.library.core();
        let core = (core.head.id != head.id).then_some(core);
        let tree = Tree { referentiel: &referentiel, core: core.as_deref() };
        let branches = tree.branches();
        let of_core = core.as_deref().map_or(&[][..], |core| &core.registres);
        for axis in referentiel.registres.iter().chain(of_core) {
            self.axis_words(head, axis, &branches, &found.counting.questions, blocks);
        }
    }

    fn axis_words(
        &self,
        head: &Head,
        axis: &Registre,
        branches: &[Branch<'_>],
        counts: &[OfQuestion],
        blocks: &mut Vec<Block>,
    ) {
        let mut of_axis = branches.iter().filter(|it| it.critere.registre == axis.code).peekable();
        if of_axis.peek().is_none() {
            return;
        }
        blocks
            .push(Block::Heading(self.tell("tree-axis", &[("title", axis.titre.as_str().into())])));
        for branch in of_axis {
            let arguments = [("title", branch.critere.titre.as_str().into())];
            let id = if branch.common { "tree-criterion-common" } else { "results-criterion" };
            blocks.push(Block::Text(self.tell(id, &arguments)));
            for indicator in &branch.indicators {
                let arguments = [("title", indicator.titre.as_str().into())];
                blocks.push(Block::Hint(self.tell("results-indicator", &arguments)));
                let fed = |question: &&&Arc<Question>| indicator.questions.contains(&question.name);
                for question in branch.questions.iter().filter(fed) {
                    blocks.push(Block::Hint(self.fed_words(head, question, counts)));
                }
            }
        }
    }

    /// A question, and how many answers it got in all forms.
    fn fed_words(&self, head: &Head, question: &Question, counts: &[OfQuestion]) -> String {
        let of = counts.iter().filter(|counts| counts.question.defined().name == question.name);
        let given: u64 = of.filter_map(|counts| counts.all.answered.shown()).sum();
        let label = head.say(&question.label, self.locale.language(), Adresse::Vous);
        let arguments = [("question", label.into()), ("given", given.into())];
        self.tell("tree-question", &arguments)
    }
}
