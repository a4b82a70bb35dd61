//! What became of the families of criteria, the criteria and the indicators.
//! Never of a question: an indicator only names those that feed it.

use super::super::problem::What;
use super::super::{Critere, Indicateur, Registre};
use super::{Field, Key, Pair, fields, matched};

/// What became of a criterion, an indicator or a family of criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    Added,
    /// It is no more.
    Removed,
    /// These parts changed.
    Changed(Vec<Field>),
}

/// A criterion, an indicator or a family of criteria that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Which of them.
    pub what: What,
    /// Its code.
    pub code: String,
    /// Its title.
    pub titre: String,
    /// What became of it.
    pub fate: Fate,
}

/// What has a code, a title and parts of its own.
pub(super) trait Titled: PartialEq {
    const WHAT: What;
    fn code(&self) -> &str;
    fn parts(&self) -> Vec<(Key, String)>;
}

impl Titled for Registre {
    const WHAT: What = What::Registre;

    fn code(&self) -> &str {
        &self.code
    }

    fn parts(&self) -> Vec<(Key, String)> {
        vec![(Key::Titre, self.titre.clone())]
    }
}

impl Titled for Critere {
    const WHAT: What = What::Critere;

    fn code(&self) -> &str {
        &self.code
    }

    fn parts(&self) -> Vec<(Key, String)> {
        vec![
            (Key::Titre, self.titre.clone()),
            (Key::Registre, self.registre.clone()),
            (Key::TroncCommun, self.tronc_commun.clone().unwrap_or_default()),
        ]
    }
}

impl Titled for Indicateur {
    const WHAT: What = What::Indicateur;

    fn code(&self) -> &str {
        &self.code
    }

    fn parts(&self) -> Vec<(Key, String)> {
        vec![
            (Key::Titre, self.titre.clone()),
            (Key::Critere, self.critere.clone()),
            (Key::Nature, self.nature.word().to_owned()),
            (Key::Mesure, self.mesure.word().to_owned()),
            (Key::Questions, self.questions.join(", ")),
            (Key::Favorable, self.favorable.join(", ")),
        ]
    }
}

/// The things of one kind that changed.
pub(super) fn things_of<T: Titled>(before: &[T], now: &[T]) -> Vec<Thing> {
    let thing = |one: &T, fate| {
        let titre = one.parts().into_iter().find(|(key, _)| *key == Key::Titre);
        let titre = titre.map_or_else(String::new, |(_, titre)| titre);
        Thing { what: T::WHAT, code: one.code().to_owned(), titre, fate }
    };
    let pairs = matched(before, now, T::code).into_iter();
    pairs
        .filter_map(|pair| match pair {
            Pair::Both(before, now) if before == now => None,
            Pair::Both(before, now) => {
                let parts = before.parts().into_iter().zip(now.parts());
                let changed = fields(parts.map(|((key, before), (_, now))| (key, before, now)));
                Some(thing(now, Fate::Changed(changed)))
            }
            Pair::Now(one) => Some(thing(one, Fate::Added)),
            Pair::Before(one) => Some(thing(one, Fate::Removed)),
        })
        .collect()
}
