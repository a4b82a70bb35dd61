//! What is said of a screen: its place, its words, its lines with their numbers, as sentences.
//! Never what the person chose or typed, but into headphones.

use super::super::borne::Stage;
use super::super::desk::Page;
use super::super::interview::{Offered, answers};
use super::super::lines::reason_message;
use super::super::view::{Block, Line, Mark, Mode, View};
use super::super::{App, Interview, Prompt, Screen};
use super::{Listening, Passage, Sentence};
use crate::locale::{Locale, shown};
use crate::questionnaire::{Adresse, Kind, NotConcerned, Question, Questionnaire};
use crate::session::Refusal;

/// A question read aloud by somebody, in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// The question, by name.
    pub question: String,
    /// The language and address in which it is read, as in a definition: `fr`, `fr_tu`, `en`.
    pub language: String,
    /// What is to be read, line by line: another text makes a recording stale.
    pub text: String,
}

/// What somebody reads of a question for the others: its words, then each answer with its number. The
/// hint is not part of it.
pub fn recording(locale: &Locale, form: &Questionnaire, question: &Question) -> Recording {
    let spoken = spoken(locale, question);
    let own = (spoken != locale.language()).then(|| Locale::new(spoken));
    let locale = own.as_ref().unwrap_or(locale);
    let mut lines = vec![form.say(&question.label, spoken)];
    for (place, offered) in answers(question).iter().enumerate() {
        let label = match (offered, &question.nc) {
            (Offered::Choice(_), _) => form.say(&question.kind.choices()[place].label, spoken),
            (Offered::NotConcerned, NotConcerned::Words(words)) => form.say(words, spoken),
            (Offered::NotConcerned, _) => {
                locale.tell_to(form, &reason_message(crate::value::Missing::Nc), &[])
            }
        };
        let digit = u8::try_from(place + 1).ok().filter(|digit| *digit <= 9);
        lines.push(numbered(locale, digit, &label));
    }
    if matches!(question.kind, Kind::One(_) | Kind::Multiple(_)) {
        let pass = locale.tell_to(form, "question-pass", &[]);
        lines.push(numbered(locale, Some(0), &pass));
    }
    let lines: Vec<String> = lines.iter().filter_map(|line| sentence(line)).collect();
    let address = if form.adresse == Adresse::Tu { "_tu" } else { "" };
    Recording {
        question: question.name.clone(),
        language: format!("{spoken}{address}"),
        text: lines.join("\n"),
    }
}

/// The language in which a question is said: French where it has no words in that of the screen.
pub(in crate::app) fn spoken(locale: &Locale, question: &Question) -> &'static str {
    if question.label.speaks(locale.language()) { locale.language() } else { "fr" }
}

/// A line of a list with the number that it is chosen by, in words.
pub(in crate::app) fn numbered(locale: &Locale, digit: Option<u8>, label: &str) -> String {
    match digit {
        Some(digit) => {
            locale.tell("voice-line", &[("digit", digit.into()), ("label", label.into())])
        }
        None => label.to_owned(),
    }
}

/// A text as one sentence that can only be said: on one line, ended by a sign. What a speech program
/// takes for something else than text is parted. Nothing where there is nothing to say.
pub(super) fn sentence(text: &str) -> Option<String> {
    let harmless = shown(text).replace('\u{fffd}', " ").replace("[[", "[ [");
    let mut line = harmless.split_whitespace().collect::<Vec<_>>().join(" ");
    if !line.contains(char::is_alphanumeric) {
        return None;
    }
    if line.ends_with(|end: char| end.is_alphanumeric() || matches!(end, '»' | ')' | '"')) {
        line.push('.');
    }
    Some(line)
}

/// Does somebody ask to hear the screen, or is it read as it comes?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Asked {
    /// Somebody asks: the hints are said, too.
    Key,
    /// It is read as it comes.
    Nobody,
}

/// Sentences being gathered.
pub(in crate::app) struct Teller {
    language: &'static str,
    passage: Passage,
    pub(in crate::app) passages: Vec<Passage>,
}

impl Teller {
    pub(in crate::app) fn new(language: &'static str) -> Self {
        Self { language, passage: Passage::default(), passages: Vec::new() }
    }

    pub(in crate::app) fn say(&mut self, text: &str) {
        self.say_in(self.language, text);
    }

    pub(in crate::app) fn say_in(&mut self, language: &'static str, text: &str) {
        let text = sentence(text);
        self.passage.sentences.extend(text.map(|text| Sentence { language, text }));
    }

    /// What was said so far is a passage of its own.
    pub(in crate::app) fn part(&mut self, recording: Option<Recording>) {
        let passage = Passage { recording, ..std::mem::take(&mut self.passage) };
        if !passage.sentences.is_empty() {
            self.passages.push(passage);
        }
    }
}

impl App {
    /// All of the screen, for who asks to hear it.
    pub(super) fn passages(&self) -> Vec<Passage> {
        self.told(Asked::Key)
    }

    /// The screen as it is read when it comes.
    pub(super) fn passages_by_themselves(&self) -> Vec<Passage> {
        self.told(Asked::Nobody)
    }

    fn told(&self, asked: Asked) -> Vec<Passage> {
        if let Some(stage) = self.stage() {
            return self.told_at_borne(stage, asked);
        }
        let view = self.view();
        let on = self.interview.as_ref().filter(|_| self.screen == Screen::Question);
        let question = on.and_then(|on| Some((on, on.session.question()?)));
        // Over the question there may be the list of actions.
        let question = question.filter(|_| view.mode != Mode::Search);
        let mut teller = Teller::new(self.locale.language());
        if view.place.is_none() {
            view.banner.iter().for_each(|banner| teller.say(banner));
        }
        view.place.iter().for_each(|place| teller.say(place));
        let is_heading = |block: &Block| matches!(block, Block::Heading(_));
        if !view.blocks.iter().any(is_heading) {
            teller.say(&view.title);
        }
        match question {
            Some((interview, question)) => {
                self.tell_question(&view, interview, question, asked, &mut teller);
            }
            None => {
                view.blocks.iter().for_each(|block| self.tell_block(block, &mut teller));
                self.tell_lines(&view, &mut teller);
            }
        }
        self.tell_own(&view, asked, &mut teller);
        teller.part(None);
        teller.passages
    }

    /// The question itself, which a recording may stand for; then what else is on its screen.
    fn tell_question(
        &self,
        view: &View,
        interview: &Interview,
        question: &Question,
        asked: Asked,
        teller: &mut Teller,
    ) {
        let form = interview.session.form();
        let language = spoken(&self.locale, question);
        let own = (language != teller.language).then(|| Locale::new(language));
        let locale = own.as_ref().unwrap_or(&self.locale);
        teller.say_in(language, &self.question_text(interview, question));
        for (_, line) in lines(view) {
            if line.mark.is_some() {
                teller.say_in(language, &numbered(locale, line.digit, &line.label));
            } else {
                teller.say(&numbered(&self.locale, line.digit, &line.label));
            }
        }
        teller.part(Some(recording(&self.locale, form, question)));
        let passed = self.passed_words(interview, question);
        for block in &view.blocks {
            match block {
                Block::Hint(text) if passed.as_ref() == Some(text) => {}
                Block::Hint(text) if asked == Asked::Key => {
                    let of_question = question
                        .hint
                        .as_ref()
                        .is_some_and(|hint| form.say(hint, language) == *text);
                    teller.say_in(if of_question { language } else { teller.language }, text);
                }
                Block::Text(text) => teller.say_in(language, text),
                Block::Alert(_) => self.tell_block(block, teller),
                _ => {}
            }
        }
    }

    pub(in crate::app) fn tell_block(&self, block: &Block, teller: &mut Teller) {
        match block {
            // To be copied by hand: the answers themselves.
            Block::Text(_) if self.screen == Screen::Transcript && !self.is_private() => {}
            Block::Alert(_) if self.tells_back() && !self.is_private() => {
                teller.say(&self.say("voice-look"));
            }
            Block::Heading(text) | Block::Text(text) | Block::Hint(text) | Block::Alert(text) => {
                teller.say(text);
            }
            // Columns say nothing to the ear; what is the person's own comes last.
            Block::Excerpt(_)
            | Block::Code(_)
            | Block::Bar(_)
            | Block::Field(..)
            | Block::Line(..) => {}
        }
    }

    fn tell_lines(&self, view: &View, teller: &mut Teller) {
        let answered = matches!(self.screen, Screen::Review | Screen::Given);
        for (_, line) in lines(view).filter(|(_, line)| view.mode != Mode::Search || line.focused) {
            let label = match &line.detail {
                Some(detail) if self.is_private() || self.is_of_team() => {
                    format!("{} : {detail}", line.label)
                }
                Some(_) if answered => continue,
                _ => line.label.clone(),
            };
            teller.say(&numbered(&self.locale, line.digit, &label));
        }
        if answered && !self.is_private() {
            teller.say(&self.say("voice-own"));
        }
    }

    /// What the person chose, typed or was given, said into headphones.
    pub(in crate::app) fn tell_own(&self, view: &View, asked: Asked, teller: &mut Teller) {
        if !self.is_private() {
            return;
        }
        teller.part(None);
        if let (Screen::Question | Screen::Borne(_), Some(on)) = (&self.screen, &self.interview)
            && let Some(question) = on.session.question()
        {
            self.passed_words(on, question).iter().for_each(|words| teller.say(words));
        }
        for block in &view.blocks {
            match block {
                Block::Code(code) => teller.say(&code.replace('-', " ")),
                // Not at each letter.
                Block::Field(input, _)
                    if asked == Asked::Key && !input.value().trim().is_empty() =>
                {
                    let text = [("text", input.value().to_owned().into())];
                    teller.say(&self.tell("voice-typed", &text));
                }
                _ => {}
            }
        }
        let taken =
            |line: &&Line| matches!(line.mark, Some(Mark::Round(true) | Mark::Square(true)));
        let taken = lines(view).map(|(_, line)| line).filter(taken);
        let taken: Vec<&str> = taken.map(|line| line.label.as_str()).collect();
        if !taken.is_empty() {
            let text = taken.join(&self.say("and-also"));
            teller.say(&self.tell("voice-taken", &[("text", text.into())]));
        }
    }

    /// Does nobody hear but whoever answers?
    pub(in crate::app) fn is_private(&self) -> bool {
        self.listening() == Listening::Headphones
    }

    /// Is it a screen on which nothing stands that one person answered?
    fn is_of_team(&self) -> bool {
        self.interview.is_none() && self.screen != Screen::Desk(Page::Sheets)
    }

    /// Does what went wrong tell back what was chosen or typed?
    fn tells_back(&self) -> bool {
        let refusal = self.interview.as_ref().and_then(|on| on.refusal.as_ref());
        match self.screen {
            Screen::Question | Screen::Borne(Stage::Question | Stage::Open | Stage::Writing) => {
                !matches!(
                    refusal,
                    None | Some(
                        Refusal::Empty
                            | Refusal::Exclusive
                            | Refusal::NotANumber
                            | Refusal::NotADay
                            | Refusal::Constraint(_)
                    )
                )
            }
            Screen::Prompt(Prompt::Code) | Screen::Borne(Stage::CardTyped) => true,
            _ => false,
        }
    }
}

fn lines(view: &View) -> impl Iterator<Item = (usize, &Line)> {
    view.blocks.iter().filter_map(|block| match block {
        Block::Line(at, line) => Some((*at, line)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_text_holds_it_becomes_one_line_of_words() {
        for (text, said) in [
            ("Comment venez-vous ici ?", Some("Comment venez-vous ici ?")),
            ("À pied", Some("À pied.")),
            ("un\ndeux\r\n\ttrois", Some("un deux trois.")),
            ("a\0b\u{1b}[2Jc", Some("a b [2Jc.")),
            ("[[h@l'oU]]", Some("[ [h@l'oU]]")),
            ("<break time=\"9s\"/>", Some("<break time=\"9s\"/>")),
            ("--version", Some("--version.")),
            (" … ", None),
            ("", None),
        ] {
            assert_eq!(sentence(text).as_deref(), said, "{text:?}");
        }
    }
}
