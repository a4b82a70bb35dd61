//! What is typed around the table: words of a criterion, of a question, how many think so.
//! Never a name: who took part is said by what they are to the project.

use super::super::input::Input;
use super::super::sitting::Mistyped;
use super::super::{App, Effect, Prompt, Screen};
use super::{Side, Step, Typed};
use crate::questionnaire::{Avis, Decision, LONGEST_DECIDED};

/// More people than around any table.
const MOST_PEOPLE: u32 = 999;

impl Side {
    /// How many think so.
    pub(super) fn of(self, avis: &Avis) -> u32 {
        match self {
            Self::For => avis.pour,
            Self::Against => avis.contre,
            Self::Discuss => avis.a_discuter,
        }
    }

    fn of_mut(self, avis: &mut Avis) -> &mut u32 {
        match self {
            Self::For => &mut avis.pour,
            Self::Against => &mut avis.contre,
            Self::Discuss => &mut avis.a_discuter,
        }
    }

    /// What is asked after it.
    const fn next(self, place: usize) -> Typed {
        match self {
            Self::For => Typed::Count(place, Self::Discuss),
            Self::Discuss => Typed::Count(place, Self::Against),
            Self::Against => Typed::Sentence(place),
        }
    }
}

impl App {
    /// What stands where something is to be typed: what was said before.
    pub(in crate::app) fn atelier_field(&self, typed: Typed) -> Input {
        let Some(walk) = &self.walk else { return Input::default() };
        let branches = walk.branches();
        let of = |place: usize| branches.get(place).map(|branch| branch.critere);
        let said = |place: usize| of(place).and_then(|critere| walk.state.of(&critere.code));
        let number = |number: u32| if number == 0 { String::new() } else { number.to_string() };
        let text = match typed {
            Typed::Title(place) => {
                let now = said(place).and_then(|said| said.titre.clone());
                now.or_else(|| of(place).map(|critere| critere.titre.clone())).unwrap_or_default()
            }
            Typed::Question(place, at) => {
                let question = walk.own_questions(place).get(at).cloned();
                question.map_or_else(String::new, |question| {
                    let now = walk.state.reworded(&question.name).map(str::to_owned);
                    now.unwrap_or_else(|| question.label.french().to_owned())
                })
            }
            Typed::Count(place, side) => {
                said(place).map_or_else(String::new, |said| number(side.of(&said.avis)))
            }
            Typed::Sentence(place) => {
                said(place).map_or_else(String::new, |s| s.avis.phrase.clone())
            }
            Typed::NewTitle => String::new(),
            Typed::Parties => walk.state.parties_prenantes.join(", "),
            Typed::People => walk.state.nombre.map_or_else(String::new, number),
        };
        match typed {
            Typed::Count(..) | Typed::People => Input::new(text),
            _ => Input::new(text).within(LONGEST_DECIDED),
        }
    }

    /// Notes what was typed, and goes on to what comes after it.
    pub(in crate::app) fn atelier_typed(&mut self, typed: Typed, text: &str) -> Vec<Effect> {
        if text.chars().count() > LONGEST_DECIDED {
            self.mistyped = Some(Mistyped::Long);
            return Vec::new();
        }
        let number = match text {
            "" => Some(0),
            text => text.parse().ok().filter(|number| *number <= MOST_PEOPLE),
        };
        let is_number = matches!(typed, Typed::Count(..) | Typed::People);
        if is_number && number.is_none() {
            self.mistyped = Some(Mistyped::Number(0, MOST_PEOPLE));
            return Vec::new();
        }
        let number = number.unwrap_or_default();
        let Some(walk) = &mut self.walk else { return Vec::new() };
        match typed {
            Typed::Title(place) => {
                if let Some(code) = walk.code(place).filter(|_| !text.is_empty()) {
                    let branches = walk.branches();
                    let same = branches.get(place).is_some_and(|it| it.critere.titre == text);
                    let examined = walk.state.of_mut(&code);
                    examined.titre = (!same).then(|| text.to_owned());
                    examined.decision = Some(Decision::Keep);
                }
                self.show(Screen::Atelier(Step::Criterion(place)));
            }
            Typed::Question(place, at) => {
                let question = walk.own_questions(place).get(at).cloned();
                if let Some(question) = question.filter(|_| !text.is_empty()) {
                    if question.label.french() == text {
                        walk.state.questions.retain(|other| other.name != question.name);
                    } else {
                        walk.state.reword(&question.name, text);
                    }
                }
                self.show(Screen::Atelier(Step::Criterion(place)));
            }
            Typed::Count(place, side) => {
                if let Some(code) = walk.code(place) {
                    *side.of_mut(&mut walk.state.of_mut(&code).avis) = number;
                }
                self.ask(Prompt::Atelier(side.next(place)));
            }
            Typed::Sentence(place) => {
                if let Some(code) = walk.code(place) {
                    text.clone_into(&mut walk.state.of_mut(&code).avis.phrase);
                }
                self.show(Screen::Atelier(Step::Criterion(place)));
            }
            Typed::NewTitle if text.is_empty() => self.show(Screen::Atelier(Step::Start)),
            Typed::NewTitle => {
                text.clone_into(&mut walk.fresh);
                self.show(Screen::Atelier(Step::Axis));
                return Vec::new();
            }
            Typed::Parties => {
                let parties = text.split([',', ';']).map(str::trim).filter(|one| !one.is_empty());
                walk.state.parties_prenantes = parties.map(str::to_owned).collect();
                if walk.state.parties_prenantes.is_empty() {
                    self.mistyped = Some(Mistyped::Needed);
                    return Vec::new();
                }
                self.ask(Prompt::Atelier(Typed::People));
            }
            Typed::People => {
                walk.state.nombre = Some(number).filter(|number| *number > 0);
                return self.write_version();
            }
        }
        self.keep_atelier()
    }

    /// Out of what is typed, nothing of it kept.
    pub(in crate::app) fn leave_atelier_field(&mut self, typed: Typed) {
        let step = match typed {
            Typed::Title(place)
            | Typed::Question(place, _)
            | Typed::Count(place, _)
            | Typed::Sentence(place) => Step::Criterion(place),
            Typed::NewTitle => Step::Start,
            Typed::Parties | Typed::People => Step::End,
        };
        self.show(Screen::Atelier(step));
    }
}
