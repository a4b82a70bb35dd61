//! Rows that nobody gave: every cell from a seed, and always trials.
//! Never a cell that another machine or another day would fill otherwise.

use std::sync::Arc;

use uuid::Builder;

use super::{Metadata, Record};
use crate::questionnaire::{Moment, Questionnaire};
use crate::session::{Change, Inventor, Person, invented_day};
use crate::value::{Chance, Code, Meta, Support};

/// The highest number that an invented sheet has.
const SHEETS: u64 = 9_999;

/// What an invented row says of where it was asked.
const STRUCTURE: &str = "Structure inventée";
const SITES: [&str; 3] = ["Site inventé A", "Site inventé B", "Site inventé C"];
const GROUPS: [&str; 4] = ["lundi", "mardi matin", "jeudi", "groupe du soir"];

/// Who rows are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// Somebody else in each row of each form.
    Apart,
    /// The same in the row of the same number of every form of the role; of a thousand, so many have
    /// answers one step higher on leaving.
    Paired {
        /// How many of a thousand.
        change: u32,
    },
}

/// Invents the rows of one form, each by its number alone.
#[derive(Clone, Debug)]
pub struct Rows {
    inventor: Inventor,
    start: Metadata,
    people: People,
    /// What the cells of rows are drawn from.
    own: Chance,
    /// What the people are drawn from.
    theirs: Chance,
    /// The languages in which the form can be asked.
    languages: Vec<String>,
    /// Codes: number of row times the first, plus the second.
    codes: (u64, u64),
}

impl Rows {
    /// Invents rows of this form; `notice` is the version of what is said before its questions.
    pub fn new(form: &Arc<Questionnaire>, seed: u64, people: People, notice: &str) -> Self {
        let seed = Chance::new(seed);
        let own = seed.named(&form.id);
        let theirs = match people {
            People::Apart => own.named("people"),
            People::Paired { .. } => seed.named(&form.head.id).named(&form.role),
        };
        let mut start = Metadata::new(form);
        let poste: String = {
            let mut chance = seed.named("poste");
            (0..8).map(|_| char::from(b'a' + u8::try_from(chance.below(26)).unwrap_or(0))).collect()
        };
        for (meta, value) in [
            (Meta::Structure, STRUCTURE),
            (Meta::Poste, &poste),
            (Meta::Notice, notice),
            (Meta::Horloge, "sure"),
        ] {
            set(&mut start, meta, value);
        }
        // One to one below the number of codes, which is 2^11, 3^2, 5 and 11 multiplied: what is
        // no multiple of these goes through all of them.
        let mut chance = theirs.named("codes");
        let factor = 1 + 330 * (1 + u64::from(chance.below(3_000)));
        let codes = (factor, u64::from(chance.below(Code::MANY)));
        let languages = form.languages().into_iter().map(str::to_owned).collect();
        let inventor = Inventor::new(Arc::clone(form), &seed);
        Self { inventor, start, people, own, theirs, languages, codes }
    }

    /// The form.
    pub fn form(&self) -> &Arc<Questionnaire> {
        self.inventor.form()
    }

    /// The identifier of a row, by its number from 0: a UUID with the shape of version 4.
    pub fn id(&self, number: u64) -> String {
        let mut chance = self.own.named("id").numbered(number);
        let high = chance.bits().to_be_bytes();
        let low = chance.bits().to_be_bytes();
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&high);
        bytes[8..].copy_from_slice(&low);
        Builder::from_random_bytes(bytes).into_uuid().to_string()
    }

    /// A row, by its number from 0.
    pub fn row(&self, number: u64) -> Record {
        let mut chance = self.own.numbered(number);
        let person = self.theirs.numbered(number);
        let support = match chance.below(100) {
            0..55 => Support::Ecran,
            55..95 => Support::Papier,
            _ => Support::Telephone,
        };
        let metadata = self.metadata(number, support, &person, &mut chance);
        let person = self.lasting(person);
        let finished = self.inventor.interview(&mut chance, support, person.as_ref());
        Record::new(&finished, metadata)
    }

    /// The person, where the same one answers other forms too.
    fn lasting(&self, person: Chance) -> Option<Person> {
        let People::Paired { change } = self.people else { return None };
        let left = self.form().moment != Moment::Entree;
        let moves = left && person.named("change").happens(change);
        let change = if moves { Change::StepUp } else { Change::None };
        Some(Person { chance: person, change })
    }

    fn metadata(
        &self,
        number: u64,
        support: Support,
        person: &Chance,
        chance: &mut Chance,
    ) -> Metadata {
        let mut metadata = self.start.clone();
        let mut put = |meta, value: &str| set(&mut metadata, meta, value);
        put(Meta::ReponseId, &self.id(number));
        put(Meta::Support, support.word());
        let mut place = person.named("place");
        put(Meta::Site, place.one(&SITES).copied().unwrap_or_default());
        put(Meta::Groupe, place.one(&GROUPS).copied().unwrap_or_default());
        put(Meta::Seance, &format!("séance {}", 1 + chance.below(30)));
        let other = chance.happens(100).then(|| chance.one(&self.languages)).flatten();
        put(Meta::Langue, other.map_or("fr", String::as_str));
        if support == Support::Papier {
            put(Meta::Feuille, &(number % SHEETS + 1).to_string());
        } else {
            put(Meta::DureeMin, &(2 + chance.below(24)).to_string());
        }
        if self.form().has_respondent() {
            let helps: &[&str] = match support {
                Support::Ecran => &["seul", "seul", "lu", "a_deux", "entretien", "groupe"],
                Support::Papier => &["seul", "seul", "lu", "groupe"],
                Support::Telephone => &["entretien"],
            };
            let help = chance.one(helps).copied().unwrap_or_default();
            put(Meta::Aide, help);
            let helpers = ["animateur", "benevole", "pair", "proche", "autre"];
            let helper = chance.one(&helpers).copied().unwrap_or_default();
            put(Meta::Aidant, if help == "seul" { "aucun" } else { helper });
            put(Meta::AideLangue, if chance.happens(80) { "1" } else { "0" });
            // Some have lost theirs, but not those who must be found again.
            let lost = self.people == People::Apart && chance.happens(100);
            if self.form().twin && !lost {
                put(Meta::Code, &self.code(number).to_string());
            }
        }
        let (first, last) = window(self.form().moment);
        let day = first + chance.below(last - first);
        let typed = if support == Support::Papier { day + chance.below(15) } else { day };
        metadata.date(invented_day(day), invented_day(typed));
        metadata
    }

    /// The code of a person: another for each number, up to as many as there are codes.
    fn code(&self, number: u64) -> Code {
        let (factor, start) = self.codes;
        let many = u64::from(Code::MANY);
        let place = (number % many * factor + start) % many;
        Code::numbered(u32::try_from(place).unwrap_or(0))
    }
}

/// The days of the season, by number, in which a form of this moment is asked.
const fn window(moment: Moment) -> (u32, u32) {
    match moment {
        Moment::Entree => (0, 75),
        Moment::EnCours => (30, 280),
        Moment::Sortie => (242, 303),
        Moment::Suivi => (303, 350),
        Moment::Ponctuel => (0, 300),
    }
}

fn set(metadata: &mut Metadata, meta: Meta, value: &str) {
    let set = metadata.set(meta, value);
    debug_assert_eq!(set, Ok(()), "{meta:?} {value}");
}
