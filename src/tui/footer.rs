//! The keys at the bottom of every screen: the ways out always at the same place, above them what
//! answers.
//! Never a key of its own: the table has them.

use ratatui::Frame as Canvas;
use ratatui::layout::Rect;

use super::draw::{Frame, Row, Target, put};
use super::keys::{Binding, KEYS, Key, key_does, key_name, meaning};
use super::text::Shown;
use super::theme::Theme;
use crate::app::{Mode, Signs, Size, View};
use crate::locale::Locale;

/// The ways out, from left to right, each by what its keys do: it has its place on every screen, and
/// leaves it empty where it leads nowhere.
const WAYS: [&[&str]; 5] =
    [&["key-leave", "key-close"], &["key-back"], &["key-pass"], &["key-help"], &["key-language"]];

/// How many of those may stand close together: more of them must be further apart.
const NEEDED: usize = 3;

/// Which gives way first in a narrow window, by its place among them. In large, the help stays: it has
/// all that there is no room for.
const fn yielding(size: Size) -> [usize; WAYS.len()] {
    match size {
        Size::Usual => [4, 3, 1, 2, 0],
        Size::Large => [4, 1, 2, 3, 0],
    }
}

/// A key, by its place in the table, and where the footer shows it.
struct Slot {
    key: usize,
    column: usize,
}

/// What the keys are called and what they do, said once for each language and not at every frame.
#[derive(Debug, Default)]
pub struct Names {
    language: &'static str,
    /// For each key of the table, its name and what it does.
    texts: Vec<(Shown, Shown)>,
    /// The names of the digits, by the last that does anything.
    digits: Vec<Shown>,
    /// The column of each way out, in a window as wide as this.
    places: [Option<usize>; WAYS.len()],
    width: usize,
    size: Size,
}

impl Names {
    /// Says them in the language spoken now.
    pub(super) fn learn(&mut self, locale: &Locale, signs: Signs) {
        if self.language == locale.language() {
            return;
        }
        let shown = |text: &str| Shown::new(text, signs);
        let of = |binding: &Binding| {
            (shown(&key_name(locale, binding, None)), shown(&key_does(locale, binding)))
        };
        self.language = locale.language();
        self.texts = KEYS.iter().map(of).collect();
        let digits = KEYS.iter().find(|binding| binding.key == Key::Digits);
        let to =
            |last| digits.map_or_else(Shown::default, |b| shown(&key_name(locale, b, Some(last))));
        self.digits = (0..=9).map(to).collect();
        self.width = 0;
    }

    /// The name of a key and what it does.
    fn of(&self, key: usize, last_digit: u8) -> (Shown, Shown) {
        let (name, does) = self.texts[key].clone();
        match KEYS[key].key {
            Key::Digits => (self.digits[usize::from(last_digit.min(9))].clone(), does),
            _ => (name, does),
        }
    }

    fn width(&self, key: usize, last_digit: u8) -> usize {
        let (name, does) = self.of(key, last_digit);
        name.width() + 1 + does.width()
    }

    /// Finds the places of the ways out, if the window is another than before.
    fn place(&mut self, width: usize, size: Size) {
        if (self.width, self.size) != (width, size) {
            self.places = places(width, yielding(size), &|key| self.width(key, 9));
            (self.width, self.size) = (width, size);
        }
    }
}

/// Draws the keys that work here; says how many rows they take.
pub(super) fn footer(
    canvas: &mut Canvas<'_>,
    area: Rect,
    view: &View,
    theme: &Theme,
    names: &mut Names,
    size: Size,
    frame: &mut Frame,
) -> u16 {
    let room = usize::from(area.width.saturating_sub(1));
    let useful = |binding: &&Binding| {
        let digits = binding.key != Key::Digits || view.last_digit().is_some();
        binding.works(view.mode)
            && binding.is_in_footer()
            && digits
            && binding.way().is_none_or(|way| view.has(way))
    };
    let here: Vec<usize> = (0..KEYS.len()).filter(|at| useful(&&KEYS[*at])).collect();
    names.place(area.width.into(), size);
    let digits = view.last_digit().unwrap_or(9);
    let mut ways = Vec::new();
    let mut others = Vec::new();
    for key in here {
        let binding = &KEYS[key];
        let way = WAYS.iter().position(|way| way.contains(&binding.does));
        match way.and_then(|way| names.places[way]) {
            // What is read is closed by Enter as well as by Escape: one of them is enough.
            _ if view.mode == Mode::Reading && binding.key == Key::Enter => {}
            Some(column) => ways.push(Slot { key, column }),
            None => others.push(key),
        }
    }
    ways.sort_by_key(|slot| slot.column);
    let mut rows = flowing(&others, room, &|key| names.width(key, digits));
    // Where the window is low the answers come first; the help names every key.
    let most = match size {
        Size::Usual => usize::from(area.height / 6).max(1),
        Size::Large => 1,
    };
    rows.truncate(if area.height >= 30 { 2 } else { 1 }.min(most - 1));
    rows.push(ways);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    for (y, slots) in (area.bottom().saturating_sub(height)..).zip(rows) {
        let mut row: Row = Vec::new();
        let mut column = 0;
        for Slot { key, column: at } in slots {
            let (name, does) = names.of(key, digits);
            let wide = names.width(key, digits);
            if let (Some(event), Ok(x), Ok(width)) =
                (meaning(KEYS[key].key), u16::try_from(at), u16::try_from(wide))
            {
                let area = Rect { x: area.x.saturating_add(x), y, width, height: 1 };
                frame.targets.push(Target { area, event });
            }
            row.push((Shown::blank(at - column), theme.does));
            row.extend([(name, theme.key), (Shown::blank(1), theme.does), (does, theme.does)]);
            column = at + wide;
        }
        put(canvas, Rect { y, height: 1, ..area }, row, theme.signs);
    }
    height
}

/// The column of each way out: they hang on the width and on the language, never on the screen.
fn places(
    room: usize,
    yielding: [usize; WAYS.len()],
    width: &dyn Fn(usize) -> usize,
) -> [Option<usize>; WAYS.len()] {
    let widest = WAYS.map(|way| {
        let of_way = (0..KEYS.len()).filter(|key| way.contains(&KEYS[*key].does));
        of_way.map(width).max().unwrap_or(0)
    });
    let mut kept: Vec<usize> = (0..WAYS.len()).collect();
    for next in yielding {
        let taken: usize = kept.iter().map(|way| widest[*way]).sum();
        let gap = (1..=3).rev().find(|gap| 1 + taken + gap * (kept.len() - 1) <= room);
        // Few are far enough apart; many must be more so.
        let gap = gap.filter(|gap| *gap > 1 || kept.len() <= NEEDED);
        if let Some(gap) = gap {
            let mut places = [None; WAYS.len()];
            let mut column = 1;
            for way in kept {
                places[way] = Some(column);
                column += widest[way] + gap;
            }
            return places;
        }
        kept.retain(|way| *way != next);
    }
    [None; WAYS.len()]
}

/// The other keys, in rows, one after the other.
fn flowing(keys: &[usize], room: usize, width: &dyn Fn(usize) -> usize) -> Vec<Vec<Slot>> {
    let gap = if room < 60 { 2 } else { 3 };
    let mut rows: Vec<Vec<Slot>> = vec![Vec::new()];
    let mut column = 1;
    for key in keys.iter().copied() {
        let wide = width(key);
        if column > 1 && column + wide > room {
            rows.push(Vec::new());
            column = 1;
        }
        rows.last_mut().expect("there is always a row").push(Slot { key, column });
        column += wide + gap;
    }
    rows
}
