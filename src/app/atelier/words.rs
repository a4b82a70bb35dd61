//! What the screens around the table say, and their lines: words that anybody reads from a chair.
//! Never what a line does: the deeds are in the file above.

use super::super::App;
use super::super::lines::{Act, List};
use super::super::view::Block;
use super::{Deed, Side, Step, Typed, Walk};
use crate::questionnaire::{
    Adresse, Branch, Comparable, Decision, Examined, FormComparable, FormFate, QuestionFate, Statut,
};

impl App {
    /// Where we are among the criteria.
    pub(in crate::app) fn atelier_place(&self, step: Step) -> Option<String> {
        let walk = self.walk.as_ref()?;
        let (Step::Criterion(place) | Step::Questions(place) | Step::Removing(place)) = step else {
            return None;
        };
        let count = walk.branches().len();
        let arguments = [("place", (place + 1).into()), ("count", count.into())];
        Some(self.tell("atelier-place", &arguments))
    }

    pub(in crate::app) fn atelier_title(&self) -> Option<String> {
        self.walk.as_ref().map(|walk| self.locale.titled(&walk.referentiel.head))
    }

    pub(in crate::app) fn atelier_words(&self, step: Step, blocks: &mut Vec<Block>) {
        let Some(walk) = &self.walk else { return };
        match step {
            Step::Start => self.start_words(walk, blocks),
            Step::Criterion(place) => {
                if let Some(branch) = walk.branches().get(place) {
                    self.criterion_words(walk, branch, blocks);
                }
            }
            Step::Questions(_) => {
                blocks.push(Block::Heading(self.say("atelier-which-question")));
                blocks.push(Block::Text(self.say("atelier-question-warning")));
            }
            Step::Removing(place) => {
                if let Some(branch) = walk.branches().get(place) {
                    let title = [("title", branch.critere.titre.as_str().into())];
                    blocks.push(Block::Heading(self.tell("atelier-removing", &title)));
                }
                blocks.push(Block::Hint(self.say("atelier-removing-hint")));
            }
            Step::Axis => {
                blocks.push(Block::Heading(self.say("atelier-axis")));
                blocks.push(Block::Text(
                    self.tell("quoted", &[("text", walk.fresh.as_str().into())]),
                ));
            }
            Step::End => self.decisions_words(walk, blocks),
            Step::Written => self.written_words(walk, blocks),
            Step::Refused => {
                blocks.push(Block::Heading(self.say("atelier-refused")));
                for problem in &walk.problems {
                    blocks.push(Block::Excerpt(self.locale.diagnostic(problem, false)));
                }
            }
        }
        if let Some(fault) = &walk.fault {
            blocks.push(Block::Alert(self.say("atelier-unkept")));
            blocks.push(Block::Text(self.locale.fault(fault)));
        }
    }

    fn start_words(&self, walk: &Walk, blocks: &mut Vec<Block>) {
        let head = &walk.referentiel.head;
        blocks.push(Block::Heading(self.say("atelier-heading")));
        let statut = match head.statut {
            Statut::Valide => self.locale.validated(head),
            Statut::Derive => self.say("atelier-derive"),
            Statut::EnDiscussion => self.say("atelier-discussed"),
        };
        blocks.push(Block::Text(statut));
        blocks.push(Block::Hint(self.say("atelier-hint")));
        let (decided, all) = walk.decided();
        let arguments = [("decided", decided.into()), ("all", all.into())];
        blocks.push(Block::Text(self.tell("atelier-decided", &arguments)));
    }

    fn criterion_words(&self, walk: &Walk, branch: &Branch<'_>, blocks: &mut Vec<Block>) {
        let examined = walk.state.of(&branch.critere.code);
        let said = examined.and_then(|examined| examined.titre.as_deref());
        let said = said.unwrap_or(&branch.critere.titre);
        blocks.push(Block::Heading(said.to_owned()));
        for indicator in &branch.indicators {
            let title = [("title", indicator.titre.as_str().into())];
            blocks.push(Block::Text(self.tell("atelier-seen-by", &title)));
        }
        for question in &branch.questions {
            let head = &walk.referentiel.head;
            let label = head.say(&question.label, self.locale.language(), Adresse::Vous);
            let label = walk.state.reworded(&question.name).map_or(label, str::to_owned);
            let question = [("question", label.into())];
            blocks.push(Block::Hint(self.tell("atelier-asked", &question)));
        }
        if branch.questions.is_empty() {
            blocks.push(Block::Hint(self.say("atelier-asks-nothing")));
        }
        if branch.common {
            blocks.push(Block::Hint(self.say("atelier-common")));
        } else if walk.referentiel.head.statut == Statut::Derive {
            blocks.push(Block::Hint(self.say("atelier-derived-one")));
        }
        if let Some(examined) = examined {
            self.decided_words(examined, blocks);
        }
    }

    /// What was decided of a criterion, and what is thought of it.
    fn decided_words(&self, examined: &Examined, blocks: &mut Vec<Block>) {
        if let Some(decision) = examined.decision {
            let id = match (decision, &examined.titre) {
                (Decision::Keep, None) => "atelier-kept",
                (Decision::Keep, Some(_)) => "atelier-reworded",
                (Decision::Remove, _) => "atelier-removed",
                (Decision::RemoveAll, _) => "atelier-removed-all",
            };
            blocks.push(Block::Alert(self.say(id)));
        }
        let avis = &examined.avis;
        if !avis.is_empty() {
            let counts = [
                ("for", avis.pour.into()),
                ("discuss", avis.a_discuter.into()),
                ("against", avis.contre.into()),
            ];
            blocks.push(Block::Text(self.tell("atelier-avis", &counts)));
        }
        if !avis.phrase.is_empty() {
            let text = [("text", avis.phrase.as_str().into())];
            blocks.push(Block::Text(self.tell("quoted", &text)));
        }
    }

    fn decisions_words(&self, walk: &Walk, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.say("atelier-end")));
        let (decided, all) = walk.decided();
        let arguments = [("decided", decided.into()), ("all", all.into())];
        blocks.push(Block::Text(self.tell("atelier-decided", &arguments)));
        for branch in walk.branches() {
            let Some(examined) = walk.state.of(&branch.critere.code) else { continue };
            let Some(decision) = examined.decision else { continue };
            let id = match (decision, &examined.titre) {
                (Decision::Keep, None) => continue,
                (Decision::Keep, Some(_)) => "atelier-list-reworded",
                (Decision::Remove, _) => "atelier-list-removed",
                (Decision::RemoveAll, _) => "atelier-list-removed-all",
            };
            let now = examined.titre.as_deref().unwrap_or_default();
            let arguments = [("title", branch.critere.titre.as_str().into()), ("now", now.into())];
            blocks.push(Block::Text(self.tell(id, &arguments)));
        }
        for added in &walk.state.ajouts {
            let title = [("title", added.titre.as_str().into())];
            blocks.push(Block::Text(self.tell("atelier-list-added", &title)));
        }
        for question in &walk.state.questions {
            let label = [("question", question.label.as_str().into())];
            blocks.push(Block::Text(self.tell("atelier-list-question", &label)));
        }
        if !walk.state.questions.is_empty() {
            blocks.push(Block::Hint(self.say("atelier-question-warning")));
        }
        if walk.offers().len() == 1 {
            blocks.push(Block::Hint(self.say("atelier-not-yet")));
        }
    }

    fn written_words(&self, walk: &Walk, blocks: &mut Vec<Block>) {
        let Some([file, copy]) = &walk.written else { return };
        let version = (walk.state.version + 1).to_string();
        blocks.push(Block::Heading(self.tell("atelier-written", &[("version", version.into())])));
        let path = |path: &std::path::Path| path.display().to_string();
        blocks.push(Block::Text(self.tell("atelier-file", &[("file", path(file).into())])));
        blocks.push(Block::Text(self.tell("atelier-copy", &[("file", path(copy).into())])));
        let Some(changes) = &walk.changes else { return };
        for fate in &changes.forms {
            let FormFate::Kept(form) = fate else { continue };
            let id = match form.comparable() {
                FormComparable::Yes => "atelier-compares",
                FormComparable::Partly => "atelier-compares-partly",
                FormComparable::No | FormComparable::OtherPeople => "atelier-compares-not",
            };
            let title = form.now.say(&form.now.titre, self.locale.language());
            blocks.push(Block::Text(self.tell(id, &[("form", title.into())])));
        }
        for fate in &changes.questions {
            let QuestionFate::Kept(kept) = fate else { continue };
            if kept.comparable != Comparable::Yes {
                let head = &walk.referentiel.head;
                let label = head.say(&kept.now.label, self.locale.language(), Adresse::Vous);
                let question = [("question", label.into())];
                blocks.push(Block::Hint(self.tell("atelier-if-same", &question)));
            }
        }
        let command = format!("recueil diff \"{}\" \"{}\"", path(copy), path(file));
        blocks.push(Block::Hint(self.say("atelier-diff")));
        blocks.push(Block::Excerpt(command));
    }

    pub(in crate::app) fn atelier_lines(&self, step: Step, list: &mut List) {
        let Some(walk) = &self.walk else { return };
        let act = Act::Atelier;
        match step {
            Step::Start => {
                let is_begun = walk.decided().0 > 0;
                let first = if is_begun { "atelier-resume" } else { "atelier-begin" };
                list.next(self.say(first), act(Deed::Begin));
                list.next(self.say("atelier-add"), act(Deed::Add));
                list.next(self.say("atelier-to-end"), act(Deed::End));
                list.next(self.say("atelier-leave"), act(Deed::Leave));
            }
            Step::Criterion(place) => {
                let branches = walk.branches();
                let Some(branch) = branches.get(place) else { return };
                list.next(self.say("atelier-keep"), act(Deed::Keep(place)));
                if !branch.common {
                    list.next(self.say("atelier-retitle"), act(Deed::Retitle(place)));
                }
                if !walk.own_questions(place).is_empty() {
                    list.next(self.say("atelier-question"), act(Deed::Questions(place)));
                }
                if !branch.common {
                    list.next(self.say("atelier-remove"), act(Deed::Remove(place)));
                }
                list.next(self.say("atelier-opinions"), act(Deed::Opinions(place)));
                let decided = walk.state.decision(&branch.critere.code).is_some();
                let next = if decided { "atelier-next" } else { "atelier-later" };
                list.next(self.say(next), act(Deed::Go(place + 1)));
            }
            Step::Questions(place) => {
                for (at, question) in walk.own_questions(place).iter().enumerate() {
                    let head = &walk.referentiel.head;
                    let label = head.say(&question.label, self.locale.language(), Adresse::Vous);
                    list.next(label, act(Deed::Reword(place, at)));
                }
                list.next(self.say("atelier-back"), act(Deed::Go(place)));
            }
            Step::Removing(place) => {
                let remove = |decision| act(Deed::RemoveAs(place, decision));
                list.next(self.say("atelier-remove-kept"), remove(Decision::Remove));
                list.next(self.say("atelier-remove-all"), remove(Decision::RemoveAll));
                list.next(self.say("atelier-back"), act(Deed::Go(place)));
            }
            Step::Axis => {
                for (at, axis) in walk.axes().into_iter().enumerate() {
                    list.next(axis.titre.clone(), act(Deed::AddTo(at)));
                }
            }
            Step::End => {
                for statut in walk.offers() {
                    let id = match statut {
                        Statut::Valide => "atelier-validate",
                        _ => "atelier-write",
                    };
                    let version = (walk.state.version + 1).to_string();
                    let label = self.tell(id, &[("version", version.into())]);
                    list.next(label, act(Deed::Finish(statut)));
                }
                list.next(self.say("atelier-add"), act(Deed::Add));
                list.next(self.say("atelier-first"), act(Deed::Go(0)));
                list.next(self.say("atelier-leave"), act(Deed::Leave));
            }
            Step::Written => list.next(self.say("home-quit"), act(Deed::Leave)),
            Step::Refused => {}
        }
    }

    /// What is to be typed.
    pub(in crate::app) fn atelier_prompt(&self, typed: Typed, blocks: &mut Vec<Block>) {
        let Some(walk) = &self.walk else { return };
        let branches = walk.branches();
        let criterion = |place: usize| {
            branches.get(place).map(|branch| Block::Hint(branch.critere.titre.clone()))
        };
        let (id, of) = match typed {
            Typed::Title(place) => ("title", criterion(place)),
            Typed::Question(_, _) => ("question", None),
            Typed::Count(place, Side::For) => ("for", criterion(place)),
            Typed::Count(place, Side::Discuss) => ("discuss", criterion(place)),
            Typed::Count(place, Side::Against) => ("against", criterion(place)),
            Typed::Sentence(place) => ("sentence", criterion(place)),
            Typed::NewTitle => ("new", None),
            Typed::Parties => ("parties", None),
            Typed::People => ("people", None),
        };
        blocks.extend(of);
        blocks.push(Block::Heading(self.say(&format!("atelier-ask-{id}"))));
        blocks.push(Block::Hint(self.say(&format!("atelier-hint-{id}"))));
    }
}
