//! What a mediator says once for the people of a sitting: the group, the day, on what and with what
//! help they answer. Each row has it until it is said otherwise.
//! Never a name of a person, and never a screen in the way of who answers alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::lines::{Act, List};
use super::view::Block;
use super::{App, EARLIEST, Effect, Prompt, Screen};
use crate::questionnaire::Questionnaire;
use crate::record::{Content, LONGEST_WORDS, Metadata, Road, content};
use crate::value::{Date, Meta, Unread, read_day};

/// What is said, in the order of the screen.
const SAID: &[Meta] = &[
    Meta::Groupe,
    Meta::Seance,
    Meta::Date,
    Meta::Support,
    Meta::Aide,
    Meta::Aidant,
    Meta::AideLangue,
    Meta::Langue,
];

/// Of it, what is said of a group that the team counts: nobody answers there.
const OF_TEAM: &[Meta] = &[Meta::Groupe, Meta::Seance, Meta::Date];

/// The languages of an interview that are proposed: that of the screen, then those of the people who
/// come, French sign language last.
const LANGUAGES: &[&str] = &["", "fr", "br", "en", "ar", "tr", "ru", "uk", "fsl"];

/// Nobody helps.
const ALONE: &str = "seul";

/// Sheets of paper are typed.
pub(super) const PAPER: &str = "papier";

/// How old a pile of paper may be when it is typed: two seasons.
const OLDEST_DAYS: i32 = 2 * 366;

/// What was said of the sitting; what was not has its usual value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sitting {
    said: BTreeMap<Meta, String>,
    /// The référentiel on whose page it was said.
    referentiel: String,
    /// How many people are there; only said of a séance, as is the road.
    pub present: Option<u32>,
    road: Option<Road>,
    /// How sheets of paper are typed.
    pub pace: Pace,
}

/// How sheets of paper are typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pace {
    /// The digit answers and goes on.
    #[default]
    Fast,
    /// Enter confirms each answer, as at the screen.
    Steady,
}

/// Why what was typed outside of a questionnaire does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mistyped {
    /// Nothing was typed, where typing nothing twice passes.
    Nothing,
    /// It is no code.
    Code(Unread),
    /// Nothing was typed, and something must be.
    Needed,
    /// It is too long.
    Long,
    /// It is too long for a sentence.
    Wordy,
    /// It is no day on which somebody can have answered.
    Day,
    /// It is no number between these two.
    Number(u32, u32),
}

impl Sitting {
    /// What a column holds.
    pub fn get(&self, meta: Meta) -> &str {
        let said = self.said.get(&meta).map_or("", String::as_str);
        match (meta, said) {
            (Meta::Support, "") => "ecran",
            (Meta::Aide, "") if self.get(Meta::Support) == "telephone" => "entretien",
            (Meta::Aide, "") => ALONE,
            (Meta::Aidant, _) if self.get(Meta::Aide) == ALONE => "aucun",
            (Meta::AideLangue, "") => "0",
            (_, said) => said,
        }
    }

    /// By which road the answers of a séance come in.
    pub fn road(&self) -> Road {
        self.road.unwrap_or(Road::Clavier)
    }

    /// Says the road; what people answer on goes with it.
    pub fn set_road(&mut self, road: Road) {
        self.road = Some(road);
        let support = if road == Road::Feuilles { PAPER } else { "ecran" };
        self.say(Meta::Support, support.to_owned());
    }

    /// The day, where one was said.
    pub fn day(&self) -> Option<Date> {
        read_day(self.get(Meta::Date))
    }

    /// It was another day than today.
    pub fn keep_day(&mut self, day: Date) {
        if self.day().is_none() {
            self.say(Meta::Date, day.to_string());
        }
    }

    /// Proposes what was said of the last séance, where nothing was said of this one.
    pub fn recall(&mut self, present: Option<u32>, road: Option<Road>, group: &str) {
        self.present = self.present.or(present);
        self.road = self.road.or(road);
        let group = group.to_owned();
        self.said.entry(Meta::Groupe).or_insert(group);
    }

    /// All that was said, by name.
    pub fn notes(&self) -> Vec<(String, String)> {
        let said = self.said.iter().map(|(meta, value)| (meta.word().to_owned(), value.clone()));
        let present = self.present.map(|present| ("presents".to_owned(), present.to_string()));
        let road = ("chemin".to_owned(), self.road().word().to_owned());
        let pace = (self.pace == Pace::Steady).then(|| ("lente".to_owned(), "1".to_owned()));
        said.chain(present).chain([road]).chain(pace).collect()
    }

    /// What such notes say.
    pub fn noted(referentiel: &str, notes: &[(String, String)]) -> Self {
        let mut sitting = Self { referentiel: referentiel.to_owned(), ..Self::default() };
        for (name, value) in notes {
            match (name.as_str(), Meta::from_word(name)) {
                ("presents", _) => sitting.present = value.parse().ok(),
                ("chemin", _) => sitting.road = Road::from_word(value),
                ("lente", _) => sitting.pace = Pace::Steady,
                (_, Some(meta)) if SAID.contains(&meta) => sitting.say(meta, value.clone()),
                _ => {}
            }
        }
        sitting
    }

    /// Says what a column holds from now on.
    fn say(&mut self, meta: Meta, value: String) {
        self.said.insert(meta, value);
    }

    /// On the page of a référentiel: what was said for another is forgotten.
    pub fn enter(&mut self, referentiel: &str) {
        if self.referentiel != referentiel {
            *self = Self { referentiel: referentiel.to_owned(), ..Self::default() };
        }
    }

    /// What there is to say, of one form where it is chosen already.
    fn asked(&self, form: Option<&Questionnaire>) -> Vec<Meta> {
        // Of hands nobody's help is said.
        let is_vote = self.road == Some(Road::Vote);
        if is_vote || form.is_some_and(|form| !form.has_respondent()) {
            return OF_TEAM.to_vec();
        }
        let helped = self.get(Meta::Aide) != ALONE;
        let is_said = |meta: &Meta| match meta {
            Meta::Aidant => helped,
            // The road of a séance says on what people answer.
            Meta::Support => self.road.is_none(),
            _ => true,
        };
        SAID.iter().copied().filter(is_said).collect()
    }

    /// Notes it in the columns of a row.
    pub fn note(&self, form: &Questionnaire, metadata: &mut Metadata) {
        let noted = if form.has_respondent() { SAID } else { OF_TEAM };
        let support = [Meta::Support].into_iter().filter(|_| !form.has_respondent());
        for meta in noted.iter().copied().chain(support) {
            let set = metadata.set(meta, self.get(meta));
            debug_assert_eq!(set, Ok(()), "{meta:?} {}", self.get(meta));
        }
    }
}

/// The words that a column can hold, in the order proposed.
fn choices(meta: Meta) -> Vec<&'static str> {
    match (meta, content(meta)) {
        (Meta::Langue, _) => LANGUAGES.to_vec(),
        // Who helps is asked where somebody does.
        (Meta::Aidant, Content::OneOf(words)) => words[1..].to_vec(),
        (_, Content::OneOf(words)) => words.to_vec(),
        _ => Vec::new(),
    }
}

/// The messages of a column are named after it.
fn message(start: &str, meta: Meta) -> String {
    format!("sitting-{start}-{}", meta.word().replace('_', "-"))
}

impl App {
    /// Is the screen one of those where the sitting is said?
    pub(super) fn is_at_sitting(&self) -> bool {
        matches!(self.screen, Screen::Sitting | Screen::Adjust(_) | Screen::Prompt(Prompt::Note(_)))
    }

    fn form(&self) -> Option<&Questionnaire> {
        let asked = self.interview.as_ref().map(|on| on.session.form());
        asked.or(self.seance_form()).map(AsRef::as_ref)
    }

    /// Is the sitting of a séance being said that has not begun?
    pub(super) fn is_setting_up(&self) -> bool {
        self.interview.is_none() && self.is_unbegun()
    }

    /// What a column of the sitting holds, in words.
    fn sitting_words(&self, meta: Meta) -> String {
        let value = self.sitting.get(meta);
        match (meta, value) {
            (Meta::Date, "") => self.locale.say("sitting-today"),
            (Meta::Date, value) => {
                read_day(value).map(|day| self.locale.date(day)).unwrap_or_default()
            }
            (Meta::Groupe | Meta::Seance, "") => self.locale.say(&message("no", meta)),
            (Meta::Groupe | Meta::Seance, value) => value.to_owned(),
            (_, value) => self.choice_of(meta, value),
        }
    }

    fn choice_of(&self, meta: Meta, value: &str) -> String {
        let value = if value.is_empty() { "unsaid" } else { value };
        self.locale.say(&format!("{}-{}", message("is", meta), value.replace('_', "-")))
    }

    /// The sitting in one line: what is usual of the group and the language is left out.
    pub(super) fn sitting_summary(&self) -> String {
        let form = self.form();
        let told = self.sitting.asked(form).into_iter().filter(|meta| match meta {
            Meta::Groupe | Meta::Seance | Meta::Langue => !self.sitting.get(*meta).is_empty(),
            Meta::Aidant | Meta::AideLangue => false,
            _ => true,
        });
        let words: Vec<String> = told
            .map(|meta| match meta {
                // «3» alone says nothing.
                Meta::Groupe | Meta::Seance => {
                    let value = self.sitting.get(meta);
                    self.locale.tell(&message("told", meta), &[("value", value.into())])
                }
                meta => self.sitting_words(meta),
            })
            .collect();
        words.join(&self.locale.say("and-also"))
    }

    pub(super) fn sitting_lines(&self, list: &mut List) {
        let done = if self.is_setting_up() { "seance-begin" } else { "sitting-done" };
        list.next(self.locale.say(done), Act::SittingDone);
        self.seance_setup_lines(list);
        for meta in self.sitting.asked(self.form()) {
            let value = self.sitting_words(meta);
            let label = self.locale.tell(&message("line", meta), &[("value", value.into())]);
            list.next(label, Act::Adjust(meta));
        }
        if self.sitting.get(Meta::Support) == PAPER {
            let id = match self.sitting.pace {
                Pace::Fast => "sitting-fast",
                Pace::Steady => "sitting-steady",
            };
            list.next(self.locale.say(id), Act::Pace);
        }
    }

    /// Sheets are typed the other way from now on.
    pub(super) fn turn_pace(&mut self) {
        self.sitting.pace = match self.sitting.pace {
            Pace::Fast => Pace::Steady,
            Pace::Steady => Pace::Fast,
        };
    }

    pub(super) fn adjust_lines(&self, meta: Meta, list: &mut List) {
        for (place, word) in choices(meta).into_iter().enumerate() {
            list.next(self.choice_of(meta, word), Act::Set(place));
        }
    }

    pub(super) fn sitting_blocks(&self, blocks: &mut Vec<Block>) {
        match self.screen {
            Screen::Adjust(meta) => {
                blocks.push(Block::Heading(self.locale.say(&message("ask", meta))));
            }
            Screen::Prompt(Prompt::Note(meta)) => {
                blocks.push(Block::Heading(self.locale.say(&message("ask", meta))));
                blocks.push(Block::Hint(self.locale.say(&message("hint", meta))));
            }
            _ => {
                let (heading, hint) = if self.is_setting_up() {
                    ("seance-setup", "seance-setup-hint")
                } else {
                    ("sitting-heading", "sitting-hint")
                };
                blocks.push(Block::Heading(self.locale.say(heading)));
                blocks.push(Block::Hint(self.locale.say(hint)));
            }
        }
    }

    /// Opens what is to be said of a column: its choices, or a field.
    pub(super) fn adjust(&mut self, meta: Meta) {
        let choices = choices(meta);
        if choices.is_empty() {
            return self.ask(Prompt::Note(meta));
        }
        let now = self.sitting.get(meta);
        let place = choices.iter().position(|word| *word == now).unwrap_or(0);
        self.show(Screen::Adjust(meta));
        self.cursor = Some(place);
    }

    /// Says the choice of this place; where somebody helps, who it is comes next.
    pub(super) fn set(&mut self, place: usize) {
        let Screen::Adjust(meta) = self.screen else { return };
        let choice = choices(meta).get(place).map(|word| (*word).to_owned());
        self.sitting.say(meta, choice.unwrap_or_default());
        if meta == Meta::Aide && self.sitting.get(Meta::Aidant).is_empty() {
            return self.adjust(Meta::Aidant);
        }
        self.show(Screen::Sitting);
    }

    /// What is typed already of a column.
    pub(super) fn sitting_typed(&self, meta: Meta) -> String {
        let value = self.sitting.get(meta);
        match read_day(value).filter(|_| meta == Meta::Date) {
            Some(day) => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
            None => value.to_owned(),
        }
    }

    /// Says what was typed, if it can stand.
    pub(super) fn noted(&mut self, meta: Meta, typed: &str) {
        let today = self.world.today();
        let value = match meta {
            Meta::Date if typed.is_empty() => Ok(String::new()),
            Meta::Date => match read_day(typed).filter(|day| may_have_answered(*day, today)) {
                Some(day) if day == today => Ok(String::new()),
                Some(day) => Ok(day.to_string()),
                None => Err(Mistyped::Day),
            },
            _ if typed.chars().count() > LONGEST_WORDS => Err(Mistyped::Long),
            _ => Ok(typed.to_owned()),
        };
        match value {
            Ok(value) => {
                self.sitting.say(meta, value);
                self.show(Screen::Sitting);
            }
            Err(mistyped) => self.mistyped = Some(mistyped),
        }
    }

    /// Back to where the sitting was opened from; an interview that has no row yet notes it.
    pub(super) fn sitting_done(&mut self) -> Vec<Effect> {
        if self.is_in_seance() && self.interview.is_none() {
            return self.seance_said();
        }
        match &mut self.interview {
            Some(_) if self.saved.is_some() => self.show(Screen::Saved),
            Some(on) => {
                let form = Arc::clone(on.session.form());
                self.sitting.note(&form, &mut on.metadata);
                self.introduce();
            }
            None => {
                let alone = self.only().is_some();
                self.show(if alone { Screen::Home } else { Screen::Forms });
            }
        }
        Vec::new()
    }
}

/// Can somebody have answered on that day, and its paper be typed today? Where the clock is wrong
/// for sure, it is not held against the day.
fn may_have_answered(day: Date, today: Date) -> bool {
    let age = (today - day).get_days();
    today < EARLIEST || (0..=OLDEST_DAYS).contains(&age)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_to_come_or_long_past_is_a_mistake_of_typing_unless_the_clock_is_wrong() {
        let today = Date::constant(2026, 11, 22);
        for (day, can) in [
            (Date::constant(2026, 11, 22), true),
            (Date::constant(2026, 11, 23), false),
            (Date::constant(2025, 6, 22), true),
            (Date::constant(2016, 11, 22), false),
        ] {
            assert_eq!(may_have_answered(day, today), can, "{day}");
        }
        let unset = Date::constant(2020, 1, 1);
        assert!(may_have_answered(today, unset));
    }

    #[test]
    fn who_helps_is_nobody_where_the_person_is_alone_and_unsaid_until_it_is_said() {
        let mut sitting = Sitting::default();
        assert_eq!((sitting.get(Meta::Aide), sitting.get(Meta::Aidant)), ("seul", "aucun"));
        sitting.say(Meta::Aide, "lu".to_owned());
        assert_eq!(sitting.get(Meta::Aidant), "");
        sitting.say(Meta::Aidant, "benevole".to_owned());
        sitting.say(Meta::Aide, ALONE.to_owned());
        assert_eq!(sitting.get(Meta::Aidant), "aucun");
        let mut calling = Sitting::default();
        calling.say(Meta::Support, "telephone".to_owned());
        assert_eq!(calling.get(Meta::Aide), "entretien", "nobody is alone on the telephone");
    }
}
