//! Ten thousand random keys: no panic, and no accepted answer lost.
//! Never a key that a keyboard does not have.

mod support;

use std::collections::BTreeMap;

use ratatui::crossterm::event::{Event as Input, KeyCode, KeyEvent, KeyModifiers, MouseEvent};
use ratatui::crossterm::event::{MouseButton, MouseEventKind};
use recueil::app::Mode;
use recueil::session::{Session, text};
use recueil::store::{Action, Found as Left, Reason, Step};
use recueil::value::Answer;
use support::{Chance, OPEN, Person, settings_and};

/// Keys, clicks, pastes.
trait Inputs {
    fn input(&mut self) -> Input;
}

impl Inputs for Chance {
    fn input(&mut self) -> Input {
        let key = |code| Input::Key(KeyEvent::new(code, KeyModifiers::NONE));
        match self.below(20) {
            0..7 => key(KeyCode::Char(self.one_of(&[
                '1', '2', '3', '4', '5', '6', '0', '&', 'é', '"', 'à', 'a', ' ', '?', 'ç', '日',
                ':', '\u{301}',
            ]))),
            7..12 => key(KeyCode::Enter),
            12 => key(self.one_of(&[KeyCode::Esc, KeyCode::Left, KeyCode::PageUp])),
            13 => key(self.one_of(&[KeyCode::Up, KeyCode::Home, KeyCode::Backspace])),
            14..16 => key(KeyCode::Down),
            16 => key(KeyCode::F(u8::try_from(1 + self.below(7).min(4)).expect("a small number"))),
            17 => Input::Paste("collé\n\u{1b}[2J\u{202e}".to_owned()),
            18 => Input::Mouse(MouseEvent {
                kind: self.one_of(&[
                    MouseEventKind::Down(MouseButton::Left),
                    MouseEventKind::Up(MouseButton::Left),
                    MouseEventKind::ScrollDown,
                    MouseEventKind::ScrollUp,
                ]),
                // Few columns, so that a button goes up where it went down.
                column: u16::try_from(8 + self.below(2)).expect("a small number"),
                row: u16::try_from(self.below(30)).expect("a small number"),
                modifiers: KeyModifiers::NONE,
            }),
            _ => Input::Key(KeyEvent::new(
                self.one_of(&[
                    KeyCode::Char('c'),
                    KeyCode::Char('w'),
                    KeyCode::Char('p'),
                    KeyCode::Char('z'),
                    KeyCode::Char('y'),
                    KeyCode::Char('u'),
                    KeyCode::Right,
                    KeyCode::Left,
                    KeyCode::Delete,
                ]),
                KeyModifiers::CONTROL,
            )),
        }
    }
}

/// What was accepted so far in the interview under way.
fn accepted(person: &Person<'_>) -> Option<Vec<Option<Answer>>> {
    Some(answers(&person.app.interview()?.session))
}

fn answers(session: &Session) -> Vec<Option<Answer>> {
    (0..session.form().questions.len()).map(|at| session.answer(at).cloned()).collect()
}

/// What the journal says of each question: the last word noted for it.
fn journaled(person: &Person<'_>) -> Option<BTreeMap<String, String>> {
    let disk = person.disk.borrow();
    let steps = disk.journal.as_ref()?.steps.iter();
    let answers = steps.filter_map(|step| match step {
        Step::Answer(question, word) => Some((question.clone(), word.clone())),
        _ => None,
    });
    Some(answers.collect())
}

/// How many times one jumped.
fn jumps(person: &Person<'_>) -> usize {
    let disk = person.disk.borrow();
    let steps = disk.journal.as_ref().map_or(&[][..], |journal| &journal.steps);
    steps.iter().filter(|step| matches!(step, Step::Jump(_))).count()
}

/// The same of what was accepted, in the words of the row.
fn in_words(person: &Person<'_>) -> BTreeMap<String, String> {
    let Some(on) = person.app.interview() else { return BTreeMap::new() };
    let questions = on.session.form().questions.iter().enumerate();
    let words = questions.filter_map(|(at, question)| {
        let word = match on.session.answer(at)? {
            Answer::None(missing) => missing.word().to_owned(),
            Answer::Given(value) => text(value),
        };
        Some((question.name.clone(), word))
    });
    words.collect()
}

/// Says how many rows were saved, and how many times one jumped.
fn walk(seed: u64, keys: usize) -> (usize, usize) {
    let mut chance = Chance(seed);
    let sizes = [(80, 24), (40, 12), (24, 8), (200, 60), (10, 3)];
    let (columns, rows) = chance.one_of(&sizes);
    // Everything open; minors in trial and a référentiel locked; forms listed at once.
    let lines = chance.one_of(&[OPEN, "", "referentiels = [\"commun\"]\n"]);
    let mut person = Person::of(settings_and(lines), columns, rows);
    let mut screen = person.app.view();
    let (mut saved, mut killed, mut jumped, mut is_saved) = (0, 0, 0, false);
    for _ in 0..keys {
        // A window is resized at any moment, to any size.
        let size = match chance.below(80) {
            0 => Some(chance.one_of(&sizes)),
            1 | 2 => {
                let mut side =
                    |most| u16::try_from(1 + chance.below(most)).expect("a small number");
                Some((side(200), side(60)))
            }
            _ => None,
        };
        if let Some((columns, rows)) = size {
            person.resize(columns, rows);
        }
        if chance.below(10) == 0 {
            let refuses = (chance.below(2) == 0).then_some((Action::Write, Reason::Full));
            person.disk.borrow_mut().refuses = refuses;
        }
        let before = accepted(&person);
        let unsaved = person.app.unsaved().cloned();
        let question = person.app.interview().map(|on| on.session.place());
        // What is under the list of actions is what the person was asked.
        let shown = person.app.view();
        if shown.mode != Mode::Search {
            screen = shown;
        }
        let rows_before = person.disk.borrow().rows.len();
        let jumps_before = jumps(&person);
        let was_correcting = person.app.is_correcting();

        person.input(&chance.input());

        let jumps_now = jumps(&person);
        jumped += usize::from(jumps_now > jumps_before);
        let after = accepted(&person);
        let new_rows = person.disk.borrow().rows[rows_before..].to_vec();
        saved += new_rows.len();
        if let (Some(before), Some(after)) = (&before, &after)
            && person.app.interview().is_some_and(|on| !on.session.is_untouched())
        {
            for (at, (before, after)) in before.iter().zip(after).enumerate() {
                // Only the question in front of the person can have changed.
                let here = question == Some(recueil::session::Place::Question(at));
                assert!(before.is_none() || before == after || (here && after.is_some()), "{at}");
            }
        }
        // Answers go only where the person was asked whether they should, or once they are saved.
        let given = before.as_ref().is_some_and(|before| before.iter().any(Option::is_some));
        let gone = after.is_none_or(|after| after.iter().all(Option::is_none));
        // Those of a sheet that is corrected are on the disk.
        if given && gone && new_rows.is_empty() && !was_correcting {
            let asked = screen.identity();
            assert!(
                asked.contains("Arrêter ici")
                    || asked.contains("Stop here")
                    || asked.contains("Enregistré")
                    || asked.contains("Saved"),
                "answers lost on {asked}"
            );
        }
        // A row that was made stays until the disk has it, or the person throws it away.
        if let Some(unsaved) = unsaved
            && person.app.unsaved().is_none()
        {
            let kept = person.disk.borrow().rows.iter().any(|row| row.cells() == unsaved.cells());
            let asked = screen.identity();
            assert!(
                kept || asked.contains("Arrêter ici") || asked.contains("Stop here"),
                "{asked}"
            );
        }
        // The journal holds exactly what was accepted, as long as the row is not on the disk.
        let now = person.app.view().identity();
        // What is said for the next people of the sitting is said after a row is saved.
        is_saved |= !new_rows.is_empty();
        is_saved &= person.app.interview().is_some_and(|on| !on.session.is_untouched());
        let is_kept = is_saved || person.app.is_correcting();
        let expected = Some(in_words(&person)).filter(|words| !words.is_empty() && !is_kept);
        assert_eq!(journaled(&person), expected, "{now}");
        if expected.is_some() && chance.below(20) == 0 {
            // The power goes: the next start goes on with the same answers, at the same question.
            // And the same way onward.
            let was = person.app.interview().map(|on| on.session.clone());
            let disk = std::mem::take(&mut *person.disk.borrow_mut());
            let left = Left { path: "1.journal".into(), draft: disk.journal };
            person = Person::of(settings_and(lines), columns, rows);
            person.disk.borrow_mut().rows = disk.rows;
            person.finds(vec![left]).types("1");
            // In a low window there is more to read before it.
            while person.app.interview().is_none() {
                person.types("<enter>");
            }
            assert_eq!(accepted(&person), was.as_ref().map(answers));
            let goes_on = person.app.interview().map(|on| on.session.clone());
            assert!(goes_on == was, "{now}");
            killed += 1;
        }
        if person.left {
            let disk = std::mem::take(&mut *person.disk.borrow_mut());
            person = Person::of(settings_and(lines), columns, rows);
            person.disk.borrow_mut().rows = disk.rows;
        }
    }
    assert!(killed > 0, "seed {seed}: nobody was cut short");
    (saved, jumped)
}

#[test]
fn ten_thousand_random_keys_never_panic_and_never_lose_an_accepted_answer() {
    let walks: Vec<_> = (1..=10).map(|seed| walk(seed, 1_000)).collect();
    let saved: usize = walks.iter().map(|(saved, _)| saved).sum();
    let jumped: usize = walks.iter().map(|(_, jumped)| jumped).sum();
    // The walk must come through: otherwise it shows nothing.
    assert!(saved > 20 && jumped > 20, "{saved} rows saved, {jumped} jumps");
}
