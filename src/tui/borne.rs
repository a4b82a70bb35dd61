//! The borne on the full screen: its keys, and its buttons at the bottom.
//! Never a key that leads out of it.

use ratatui::Frame as Canvas;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::draw::{Frame, Row, Target, put};
use super::keys;
use super::text::Shown;
use super::theme::Theme;
use crate::app::{App, Block, Event, Line, Mode, View};

/// From this height on a button is more than a row high, so that it is easily pointed at.
const TALL: u16 = 18;

/// What a key means at the borne: whatever is no part of answering means nothing.
pub(super) fn event(mode: Mode, key: KeyEvent) -> Event {
    if key.code == KeyCode::F(12) {
        return Event::Staff;
    }
    match keys::event(mode, key) {
        Some(
            event @ (Event::Digit(_)
            | Event::Up
            | Event::Down
            | Event::First
            | Event::Last
            | Event::Mark
            | Event::Confirm
            | Event::Pass
            | Event::Back
            | Event::Leave
            | Event::Aloud
            | Event::Edit(_)
            | Event::Undo
            | Event::Redo),
        ) => event,
        _ => Event::Nothing,
    }
}

/// The lines of a view that are buttons, with their places.
fn buttons_of(view: &View) -> impl Iterator<Item = (usize, &Line, &'static str)> {
    view.blocks.iter().filter_map(|block| match block {
        Block::Line(at, line) => Some((*at, line, line.key?)),
        _ => None,
    })
}

/// Draws the buttons, which share the window between them; says how many rows they take.
pub(super) fn buttons(
    canvas: &mut Canvas<'_>,
    area: Rect,
    app: &App,
    view: &View,
    theme: &Theme,
    frame: &mut Frame,
) -> u16 {
    let shown = |text: &str| Shown::new(text, theme.signs);
    let mut buttons: Vec<_> = buttons_of(view)
        .map(|(at, line, key)| (at, key, shown(&app.locale().say(key)), shown(&line.label)))
        .collect();
    if buttons.is_empty() {
        return 0;
    }
    let taken = |buttons: &[(usize, &str, Shown, Shown)]| -> usize {
        buttons.iter().map(|(_, _, name, label)| 2 + name.width() + label.width()).sum()
    };
    // Where they do not all fit, the key that reads aloud is the one that can be told by word of mouth.
    if taken(&buttons) > usize::from(area.width) {
        buttons.retain(|(_, key, ..)| *key != "name-f7");
    }
    let height: u16 = if area.height >= TALL { 3 } else { 1 };
    let top = area.bottom().saturating_sub(height);
    let text_row = top + height / 2;
    if height > 1 {
        let rule = Shown::new(&"─".repeat(usize::from(area.width)), theme.signs);
        put(canvas, Rect { y: top, height: 1, ..area }, vec![(rule, theme.rule)], theme.signs);
    }
    // What is left of the window is shared, for whoever does not point well.
    let spare = usize::from(area.width).saturating_sub(taken(&buttons)) / buttons.len();
    let mut row: Row = Vec::new();
    let mut x = area.x;
    for (at, _, name, label) in buttons {
        let columns = 2 + name.width() + label.width() + spare;
        row.push((Shown::blank(1), theme.does));
        row.push((name, theme.key));
        row.push((Shown::blank(1), theme.does));
        row.push((label, theme.does));
        row.push((Shown::blank(spare), theme.does));
        let width = u16::try_from(columns).unwrap_or(u16::MAX).min(area.right().saturating_sub(x));
        let area = Rect { x, y: top, width, height };
        frame.targets.push(Target { area, event: Event::Pick(at) });
        x = x.saturating_add(width);
    }
    put(canvas, Rect { y: text_row, height: 1, ..area }, row, theme.signs);
    height
}
