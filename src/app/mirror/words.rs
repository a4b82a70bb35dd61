//! What a slide of the mirror says: one sentence, then a bar where there is a figure.
//! Never the words of a référentiel: only those that the people answered in.

use crate::analysis::mirror::{Mirror, Said, Slide};
use crate::app::Block;
use crate::locale::Locale;
use crate::questionnaire::{Kind, Questionnaire};

/// The most answers of the other side that are named beside its part of the bar.
const MOST_NAMED: usize = 2;

/// What a slide says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideWords {
    /// The question, as it was asked.
    pub question: String,
    /// What came of it.
    pub sentence: String,
    /// Figures that may be drawn.
    pub bars: Vec<Bar>,
}

/// So many of so many, to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// How many.
    pub taken: u64,
    /// Of how many.
    pub of: u64,
    /// What they said, and what the others did where that is told.
    pub sides: Vec<String>,
}

/// What a slide of this mirror says.
pub fn slide_words(locale: &Locale, form: &Questionnaire, slide: &Slide) -> SlideWords {
    let words = Words { locale, form, slide };
    let question = form.say(&slide.question.label, locale.language());
    let (sentence, bars) = words.told();
    SlideWords { question, sentence, bars }
}

/// What the slides that the group sees say, in order.
pub fn mirror_words(locale: &Locale, mirror: &Mirror) -> Vec<SlideWords> {
    let shown = mirror.slides.iter().filter(|slide| slide.shown);
    shown.map(|slide| slide_words(locale, &mirror.form, slide)).collect()
}

impl SlideWords {
    pub(super) fn blocks(self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Text(self.question));
        blocks.push(Block::Heading(self.sentence));
        blocks.extend(self.bars.into_iter().map(Block::Bar));
    }
}

struct Words<'a> {
    locale: &'a Locale,
    form: &'a Questionnaire,
    slide: &'a Slide,
}

impl Words<'_> {
    fn told(&self) -> (String, Vec<Bar>) {
        let favorable = self.favorable();
        let told = |id: &str| {
            let whole = if self.slide.everybody { "yes" } else { "no" };
            let arguments = [("whole", whole.into()), ("answers", favorable.clone().into())];
            self.locale.tell(id, &arguments)
        };
        match &self.slide.said {
            Said::Story => (self.locale.say("mirror-story"), Vec::new()),
            Said::Nearly => (told("mirror-nearly"), Vec::new()),
            Said::Most => (told("mirror-most"), Vec::new()),
            Said::Half => (told("mirror-half"), Vec::new()),
            Said::Some => (told("mirror-some"), Vec::new()),
            Said::All(of) => {
                let bar = Bar { taken: *of, of: *of, sides: vec![favorable.clone()] };
                (told("mirror-all"), vec![bar])
            }
            Said::Share(taken, of) => {
                let whole = if self.slide.everybody { "yes" } else { "no" };
                let arguments = [
                    ("whole", whole.into()),
                    ("taken", (*taken).into()),
                    ("of", (*of).into()),
                    ("answers", favorable.clone().into()),
                ];
                let sides = vec![favorable.clone(), self.others()];
                let bar = Bar { taken: *taken, of: *of, sides };
                (self.locale.tell("mirror-share", &arguments), vec![bar])
            }
            Said::First(place) => {
                let answer = [("answer", self.choice(*place).into())];
                (self.locale.tell("mirror-first", &answer), Vec::new())
            }
            Said::Frequent(answers, of) => self.frequent(answers, *of),
        }
    }

    fn frequent(&self, answers: &[(usize, u64)], of: u64) -> (String, Vec<Bar>) {
        let whole = if self.slide.everybody { "yes" } else { "no" };
        let mut parts = Vec::new();
        let mut bars = Vec::new();
        for (place, count) in answers {
            let arguments = [
                ("whole", whole.into()),
                ("answer", self.choice(*place).into()),
                ("taken", (*count).into()),
                ("of", of.into()),
            ];
            parts.push(self.locale.tell("mirror-answer", &arguments));
            bars.push(Bar { taken: *count, of, sides: vec![self.choice(*place)] });
        }
        let arguments = [
            ("n", answers.len().into()),
            ("answers", parts.join(&self.locale.say("mirror-and")).into()),
        ];
        (self.locale.tell("mirror-frequent", &arguments), bars)
    }

    fn choice(&self, place: usize) -> String {
        let Some(choice) = self.slide.question.kind.choices().get(place) else {
            return String::new();
        };
        let text = self.form.say(&choice.label, self.locale.language());
        self.locale.tell("quoted", &[("text", text.into())])
    }

    /// The answers that count, in the words of who gave them.
    fn favorable(&self) -> String {
        self.either(&self.slide.favorable)
    }

    fn either(&self, places: &[usize]) -> String {
        let named: Vec<String> = places.iter().map(|place| self.choice(*place)).collect();
        named.join(&self.locale.say("mirror-or"))
    }

    /// The others, named where they are few.
    fn others(&self) -> String {
        let Kind::One(choices) = &self.slide.question.kind else { return String::new() };
        let others: Vec<usize> =
            (0..choices.len()).filter(|place| !self.slide.favorable.contains(place)).collect();
        if others.len() > MOST_NAMED {
            return self.locale.say("mirror-others");
        }
        self.either(&others)
    }
}
