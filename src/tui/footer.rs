//! The keys at the bottom of every screen: the ways out always at the same place, above them what
//! answers.
//! Never a key of its own: the table has them.

use ratatui::Frame as Canvas;
use ratatui::layout::Rect;

use super::draw::{Frame, Row, Target, put};
use super::keys::{Binding, KEYS, Key, key_name, meaning};
use super::text::Shown;
use super::theme::Theme;
use crate::app::{App, Mode, View};

/// The ways out, from left to right, each by what its keys do: it has its place on every screen, and
/// leaves it empty where it leads nowhere.
const WAYS: [&[&str]; 5] =
    [&["key-leave", "key-close"], &["key-back"], &["key-pass"], &["key-help"], &["key-language"]];

/// How many of those there must be: the others give way in a narrow window.
const NEEDED: usize = 3;

/// What a footer shows of a key: where, and what a click does.
struct Slot<'k> {
    binding: &'k Binding,
    column: usize,
}

/// Draws the keys that work here; says how many rows they take.
pub(super) fn footer(
    canvas: &mut Canvas<'_>,
    area: Rect,
    app: &App,
    view: &View,
    theme: &Theme,
    frame: &mut Frame,
) -> u16 {
    let room = usize::from(area.width.saturating_sub(1));
    let useful = |binding: &&Binding| {
        let digits = binding.key != Key::Digits || view.last_digit().is_some();
        binding.works(view.mode) && digits && binding.way().is_none_or(|way| view.has(way))
    };
    let here: Vec<&Binding> = KEYS.iter().filter(useful).collect();
    let text = |binding: &Binding| {
        let name = Shown::new(&key_name(app.locale(), binding, view.last_digit()), theme.signs);
        let does = Shown::new(&app.locale().say(binding.does), theme.signs);
        (name, does)
    };
    let width = |binding: &Binding| {
        let (name, does) = text(binding);
        name.width() + 1 + does.width()
    };
    let places = places(area.width.into(), &width);
    let mut ways = Vec::new();
    let mut others = Vec::new();
    for binding in here {
        let way = WAYS.iter().position(|way| way.contains(&binding.does));
        match way.and_then(|way| places[way]) {
            // What is read is closed by Enter as well as by Escape: one of them is enough.
            _ if view.mode == Mode::Reading && binding.key == Key::Enter => {}
            Some(column) => ways.push(Slot { binding, column }),
            None => others.push(binding),
        }
    }
    ways.sort_by_key(|slot| slot.column);
    let mut rows = flowing(&others, room, &width);
    // Where the window is low the answers come first; the help names every key.
    let most = usize::from(area.height / 6).max(1);
    rows.truncate(if area.height >= 30 { 2 } else { 1 }.min(most - 1));
    rows.push(ways);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    for (y, slots) in (area.bottom().saturating_sub(height)..).zip(rows) {
        let mut row: Row = Vec::new();
        let mut column = 0;
        for Slot { binding, column: at } in slots {
            let (name, does) = text(binding);
            let wide = width(binding);
            if let (Some(event), Ok(x), Ok(width)) =
                (meaning(binding.key), u16::try_from(at), u16::try_from(wide))
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
fn places(room: usize, width: &dyn Fn(&Binding) -> usize) -> [Option<usize>; WAYS.len()] {
    let widest = WAYS.map(|way| {
        let of_way = KEYS.iter().filter(|binding| way.contains(&binding.does));
        of_way.map(width).max().unwrap_or(0)
    });
    let mut kept: Vec<usize> = (0..WAYS.len()).collect();
    loop {
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
        // The last goes first, but that back goes before that past a question.
        match kept.len() {
            0 => return [None; WAYS.len()],
            NEEDED => drop(kept.remove(1)),
            _ => drop(kept.pop()),
        }
    }
}

/// The other keys, in rows, one after the other.
fn flowing<'k>(
    bindings: &[&'k Binding],
    room: usize,
    width: &dyn Fn(&Binding) -> usize,
) -> Vec<Vec<Slot<'k>>> {
    let gap = if room < 60 { 2 } else { 3 };
    let mut rows: Vec<Vec<Slot<'k>>> = vec![Vec::new()];
    let mut column = 1;
    for binding in bindings.iter().filter(|binding| binding.is_in_footer()) {
        let wide = width(binding);
        if column > 1 && column + wide > room {
            rows.push(Vec::new());
            column = 1;
        }
        rows.last_mut().expect("there is always a row").push(Slot { binding, column });
        column += wide + gap;
    }
    rows
}
