//! The criteria as cards, four or eight to a sheet of A4, with lines to cut along and dots to vote.
//! Never the bearer's voice: what is derived is said to be, on each card.

use super::super::html::{Html, element, page, text};
use crate::locale::Locale;
use crate::questionnaire::{Adresse, Branch, Referentiel, Registre, Statut, Tree};

/// How many dots there are for each opinion: groups are of five to fifteen.
const DOTS: usize = 12;

/// How many questions a card has room for.
const QUESTIONS: usize = 3;

/// How the cards are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deck {
    /// Four to a sheet.
    Four,
    /// Eight to a sheet, the questions left out.
    Eight,
}

impl Deck {
    const fn per_page(self) -> usize {
        match self {
            Self::Four => 4,
            Self::Eight => 8,
        }
    }
}

/// The cards of a référentiel and so many blank ones, and as many more as the last sheet has room for.
pub fn cards(
    locale: &Locale,
    referentiel: &Referentiel,
    core: Option<&Referentiel>,
    deck: Deck,
    blank: usize,
) -> String {
    let branches = Tree { referentiel, core }.branches();
    let subject = Subject { locale, referentiel, core, deck };
    let mut made: Vec<Html> = branches.iter().map(|branch| subject.card(branch)).collect();
    made.extend((0..blank).map(|_| subject.blank()));
    while !made.len().is_multiple_of(deck.per_page()) {
        made.push(subject.blank());
    }
    let sheet = match deck {
        Deck::Four => "section.sheet four",
        Deck::Eight => "section.sheet eight",
    };
    let title = locale.tell("cards-title", &[("title", referentiel.head.titre.as_str().into())]);
    let how = [text("h1", &title), text("p", &locale.say("cards-how"))];
    let mut sheets = vec![element("div.screen", how)];
    let mut made = made.into_iter().peekable();
    while made.peek().is_some() {
        sheets.push(element(sheet, made.by_ref().take(deck.per_page())));
    }
    page(locale, &title, include_str!("cards.css"), &element("main", sheets))
}

/// What the cards are of.
struct Subject<'a> {
    locale: &'a Locale,
    referentiel: &'a Referentiel,
    core: Option<&'a Referentiel>,
    deck: Deck,
}

impl Subject<'_> {
    fn card(&self, branch: &Branch<'_>) -> Html {
        let say = |id: &str| self.locale.say(id);
        let head = &self.referentiel.head;
        let of_core = self.core.map_or(&[][..], |core| &core.registres);
        let mut families = self.referentiel.registres.iter().chain(of_core);
        let axis = families.find(|axis: &&Registre| axis.code == branch.critere.registre);
        let mut parts = vec![
            text("p.axis", axis.map_or("", |axis| &axis.titre)),
            text("h2", &branch.critere.titre),
        ];
        if !branch.indicators.is_empty() {
            parts.push(text("p.why", &say("cards-seen-by")));
            let seen = branch.indicators.iter().map(|indicator| text("li", &indicator.titre));
            parts.push(element("ul", seen));
        }
        if self.deck == Deck::Four && !branch.questions.is_empty() {
            parts.push(text("p.why", &say("cards-asked")));
            let asked = branch.questions.iter().take(QUESTIONS).map(|question| {
                let label = head.say(&question.label, self.locale.language(), Adresse::Vous);
                text("li", &label)
            });
            parts.push(element("ul", asked));
        }
        let foot = match head.statut {
            _ if branch.common => "cards-common",
            Statut::Derive => "cards-derived",
            Statut::EnDiscussion => "cards-discussed",
            Statut::Valide => "cards-valid",
        };
        let body = element("div.body", parts);
        element("article.card", [body, self.dots(), text("p.foot", &say(foot))])
    }

    fn blank(&self) -> Html {
        let lines = (0..3).map(|_| text("p.line", ""));
        let why = text("p.why", &self.locale.say("cards-seen-by"));
        let more = (0..2).map(|_| text("p.line", ""));
        let title = text("p.why", &self.locale.say("cards-blank"));
        let inside = std::iter::once(title).chain(lines).chain([why]).chain(more);
        let foot = text("p.foot", &self.locale.say("cards-blank-foot"));
        element("article.card", [element("div.body", inside), self.dots(), foot])
    }

    /// A row of dots for each opinion: a tick or a sticker in one of them is a voice.
    fn dots(&self) -> Html {
        let row = |id: &str| {
            let name = text("span.name", &self.locale.say(id));
            let dots = (0..DOTS).map(|_| text("span.dot", ""));
            element("p.dots", std::iter::once(name).chain(dots))
        };
        element("div.votes", ["cards-for", "cards-discuss", "cards-against"].map(row))
    }
}
