//! What people around a table decide of a référentiel: criterion by criterion, with what they think.
//! Never a name of anybody, and never a file: the text of what was decided comes in and goes out.

mod edit;
mod next;

use serde::{Deserialize, Serialize};

use super::Statut;

pub use next::{Next, Written, next_version};

/// The longest text of a decision, in characters: a criterion is a line on a card.
pub const LONGEST_DECIDED: usize = 280;

/// What those around the table think of a criterion: how many, and one sentence; never who.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Avis {
    /// How many are for it.
    pub pour: u32,
    /// How many are against it.
    pub contre: u32,
    /// How many want to talk about it again.
    pub a_discuter: u32,
    /// What was said, in one sentence.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phrase: String,
}

impl Avis {
    /// Did nobody say anything yet?
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What becomes of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// It stays, in its words or in others.
    #[serde(rename = "garder")]
    Keep,
    /// It goes with its indicators; its questions stay.
    #[serde(rename = "retirer")]
    Remove,
    /// It goes, and so do the questions that nothing else needs.
    #[serde(rename = "retirer_avec_ses_questions")]
    RemoveAll,
}

/// What was said of one criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Examined {
    /// Its code.
    pub code: String,
    /// What becomes of it; nothing where it is not decided yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Its words from now on, where they change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub titre: Option<String>,
    /// What those around the table think of it.
    #[serde(skip_serializing_if = "Avis::is_empty")]
    pub avis: Avis,
}

/// A question said in other words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reworded {
    /// Its name.
    pub name: String,
    /// Its French words from now on.
    pub label: String,
}

/// A criterion that nobody had thought of before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Added {
    /// Its words.
    pub titre: String,
    /// The code of its family.
    pub registre: String,
}

/// What was decided so far of one version of a référentiel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Atelier {
    /// The référentiel, by id.
    pub referentiel: String,
    /// The version that is talked about.
    pub version: u32,
    /// The day of the last decision, as `2026-11-23`.
    #[serde(default)]
    pub date: String,
    /// What those who took part are to the project: «participants», «mairie»; never who they are.
    #[serde(default)]
    pub parties_prenantes: Vec<String>,
    /// How many they were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nombre: Option<u32>,
    /// Where the next version was written: it is `en_discussion` or `valide`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ecrit: Option<String>,
    /// Criterion by criterion.
    #[serde(default, rename = "critere", skip_serializing_if = "Vec::is_empty")]
    pub criteres: Vec<Examined>,
    /// The questions said otherwise.
    #[serde(default, rename = "question", skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Reworded>,
    /// What was added.
    #[serde(default, rename = "ajout", skip_serializing_if = "Vec::is_empty")]
    pub ajouts: Vec<Added>,
}

impl Atelier {
    /// Nothing decided yet of this version.
    pub fn new(referentiel: &str, version: u32) -> Self {
        Self { referentiel: referentiel.to_owned(), version, ..Self::default() }
    }

    /// What a file says was decided; else what the reader did not understand.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    /// The same, as the text of a file.
    pub fn text(&self) -> String {
        toml::to_string(self).expect("texts and numbers are written without fail")
    }

    /// What was said of a criterion, where anything was.
    pub fn of(&self, code: &str) -> Option<&Examined> {
        self.criteres.iter().find(|examined| examined.code == code)
    }

    /// The same, to be said.
    pub fn of_mut(&mut self, code: &str) -> &mut Examined {
        let at = self.criteres.iter().position(|examined| examined.code == code);
        let at = at.unwrap_or_else(|| {
            self.criteres.push(Examined { code: code.to_owned(), ..Examined::default() });
            self.criteres.len() - 1
        });
        &mut self.criteres[at]
    }

    /// What becomes of a criterion, where that was decided.
    pub fn decision(&self, code: &str) -> Option<Decision> {
        self.of(code)?.decision
    }

    /// The new words of a question, where it has some.
    pub fn reworded(&self, name: &str) -> Option<&str> {
        let question = self.questions.iter().find(|question| question.name == name);
        question.map(|question| question.label.as_str())
    }

    /// Says a question otherwise from now on.
    pub fn reword(&mut self, name: &str, label: &str) {
        self.questions.retain(|question| question.name != name);
        self.questions.push(Reworded { name: name.to_owned(), label: label.to_owned() });
    }

    /// Was a version written of what was decided?
    pub fn is_written(&self) -> bool {
        self.ecrit.is_some()
    }

    /// What a référentiel may become next: nobody validates what was never talked about.
    pub fn next_statuts(now: Statut) -> &'static [Statut] {
        match now {
            Statut::Derive => &[Statut::EnDiscussion],
            Statut::EnDiscussion | Statut::Valide => &[Statut::EnDiscussion, Statut::Valide],
        }
    }
}
