//! Scales whose answers lean to one side by themselves.
//! Never judges a list without an order: its choices have words for names, not numbers.

use super::super::super::problem::What;
use super::super::super::{Choice, Rule};
use super::super::Checker;
use super::super::words::{Piece, is_one_of, pieces};

/// A shorter list is a yes and a no.
const SHORTEST: usize = 3;

/// Words for the better side, without the marks of feminine and plural.
const BETTER: &str = "oui mieux meilleur bien bon bonne facile agréable utile satisfait content \
    heureux heureuse accord aise capable simple confortable rassuré confiant intéressant \
    favorable positif positive";

/// Words for the worse side.
const WORSE: &str = "non pire mal mauvais difficile dur désagréable gênant gêné inutile \
    insatisfait mécontent malheureux malheureuse désaccord incapable compliqué inconfortable \
    inquiet inquiète ennuyeux ennuyeuse pénible défavorable négatif négative";

/// Whole answers that have a side without any of these words.
const WHOLLY_BETTER: &[&str] = &["tout à fait", "absolument", "entièrement", "complètement"];
const WHOLLY_WORSE: &[&str] = &["pas du tout", "pas vraiment", "pas tellement", "pas trop"];

/// Words of comparison: where a scale has one, «pas du tout» is no change and not the worse side.
const COMPARING: &[&str] = &["moins", "plus", "mieux", "pire"];

/// The side of a scale that an answer is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Worse,
    Better,
}

/// How many answers of a scale are on each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sides {
    worse: usize,
    better: usize,
}

pub(super) fn check(checker: &mut Checker<'_>) {
    let file = checker.referentiel;
    for (id, choices) in &file.echelles {
        leans(checker, (What::Echelle, id), &[], choices);
    }
    for question in &file.questions {
        if !file.scales.contains_key(&question.name) {
            let about = (What::Question, question.name.as_str());
            leans(checker, about, &["choices"], question.kind.choices());
        }
    }
}

fn leans(checker: &mut Checker<'_>, about: (What, &str), path: &[&str], choices: &[Choice]) {
    let Some(Sides { worse, better }) = sides(choices) else { return };
    if worse > 0 && better > 0 && worse != better {
        let facts = vec![("low", worse.into()), ("high", better.into())];
        checker.report(Rule::Asymmetric, facts, about, path);
    }
}

/// Does a scale give as much room to the worse as to the better?
pub(super) fn is_balanced(choices: &[Choice]) -> bool {
    sides(choices).is_some_and(|sides| sides.worse > 0 && sides.worse == sides.better)
}

/// The sides of an ordered list; nothing of another list.
fn sides(choices: &[Choice]) -> Option<Sides> {
    let ordered = choices.iter().all(|choice| choice.name.parse::<u8>().is_ok());
    if !ordered || choices.len() < SHORTEST {
        return None;
    }
    let said: Vec<Vec<Piece>> =
        choices.iter().map(|choice| pieces(choice.label.french())).collect();
    let compares = said.iter().flatten().any(|piece| COMPARING.contains(&piece.text.as_str()));
    let on =
        |side: Side| said.iter().filter(|said| self::side(said, compares) == Some(side)).count();
    Some(Sides { worse: on(Side::Worse), better: on(Side::Better) })
}

/// The side an answer is on; nothing for the middle, and for what has no side: how often, how much.
fn side(said: &[Piece], scale_compares: bool) -> Option<Side> {
    let texts: Vec<&str> = said.iter().map(|piece| piece.text.as_str()).collect();
    let (mut denied, mut less, mut more) = (false, false, false);
    for (at, text) in texts.iter().enumerate() {
        match *text {
            // Neither one nor the other; how often.
            "ni" if at == 0 => return None,
            "jamais" => return None,
            "pas" | "guère" => denied = true,
            "peu" => denied |= at == 0 || !["un", "à"].contains(&texts[at - 1]),
            // «Plus de 5» is how many.
            "plus" | "moins" if is_quantity(&texts[at + 1..]) => return None,
            "moins" => less = true,
            "plus" => more = true,
            // Not better is not worse.
            "mieux" | "pire" if denied => return None,
            word if is_one_of(word, BETTER) => return Some(turned(Side::Better, denied != less)),
            word if is_one_of(word, WORSE) => return Some(turned(Side::Worse, denied != less)),
            _ => {}
        }
    }
    let whole = texts.join(" ");
    match (denied, less, more) {
        (false, true, _) => Some(Side::Worse),
        (false, _, true) => Some(Side::Better),
        _ if WHOLLY_BETTER.contains(&whole.as_str()) => Some(Side::Better),
        _ if WHOLLY_WORSE.contains(&whole.as_str()) && !scale_compares => Some(Side::Worse),
        _ => None,
    }
}

/// «Moins facile», «pas facile»: the other side.
const fn turned(side: Side, turns: bool) -> Side {
    match (side, turns) {
        (Side::Better, false) | (Side::Worse, true) => Side::Better,
        (Side::Worse, false) | (Side::Better, true) => Side::Worse,
    }
}

/// «De 5», «d'une fois»: what follows is a number.
fn is_quantity(after: &[&str]) -> bool {
    let number = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_digit())
            || ["un", "une", "deux", "trois", "quatre", "cinq", "dix"].contains(&word)
    };
    matches!(after, ["de" | "d'", next, ..] if number(next))
}
