//! Drawing a view: a bar, what is said, the keys. The same for every screen, at every size.
//! Never decides what is said.

use ratatui::Frame as Canvas;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::borne::buttons;
use super::footer::{Names, footer};
use super::keys::{KEYS, key_does, key_name};
use super::page::{Air, Page};
use super::text::{Shown, wrap};
use super::theme::Theme;
use crate::app::{App, Block, Event, Mode, Signs, Size, Speaks, View, Way};
use crate::session::Progress;

/// The smallest window in which everything can be reached.
const SMALLEST: (u16, u16) = (24, 8);

/// From this height on there is room for air between the parts.
const ROOMY: u16 = 18;

/// In a smaller window than this everything is large, unless it was said otherwise: few things at once
/// is all that it has room for.
const USUAL: (u16, u16) = (40, 12);

/// The widest that a screen is, so that its rows are easy to read: in a wider window it stands in the
/// middle.
const WIDEST: u16 = 84;

/// What was drawn where.
#[derive(Debug, Default)]
pub struct Frame {
    /// The rows that do something when clicked.
    pub targets: Vec<Target>,
    /// How far down the text is scrolled: never further than its end.
    pub scroll: usize,
    /// How many rows of it are shown.
    pub page: usize,
    /// The screen was just opened, and what it leads to is further down.
    pub unread: bool,
    /// The line in focus, if there is one, is the first: nothing to go up to but what was read.
    pub at_first: bool,
}

/// How far down a screen is to be shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scroll {
    /// Rows of what is read.
    pub rows: usize,
    /// The screen is being read from its top, even where the line in focus is below.
    pub is_read: bool,
}

/// A place on the screen that does something when clicked.
#[derive(Debug)]
pub struct Target {
    /// Where.
    pub area: Rect,
    /// What it does.
    pub event: Event,
}

impl Frame {
    /// What a click does that began at one place and ended at another: nothing, unless both are on the
    /// same target.
    pub fn clicked(&self, from: Position, to: Position) -> Option<Event> {
        let hit = self.targets.iter().find(|target| target.area.contains(to))?;
        hit.area.contains(from).then(|| hit.event.clone())
    }
}

/// One row, in pieces of one style each.
pub(super) type Row = Vec<(Shown, Style)>;

/// Puts a row on the screen: the one way to it, so that nothing else than what may be shown gets
/// there, and nothing is cut without a sign of it.
pub(super) fn put(canvas: &mut Canvas<'_>, area: Rect, row: Row, signs: Signs) {
    let right = area.right();
    let mut x = area.x;
    let buffer = canvas.buffer_mut();
    for (piece, style) in row {
        let room = usize::from(right.saturating_sub(x));
        let piece = piece.shorten(room, signs);
        if let Some(characters) = piece.plain() {
            for (at, character) in (x..right).zip(characters) {
                buffer[(at, area.y)].set_char(character).set_style(style);
                x = at + 1;
            }
            continue;
        }
        for (sign, columns) in piece.signs() {
            let room = usize::from(right.saturating_sub(x));
            buffer.set_stringn(x, area.y, sign, room, style);
            x = x.saturating_add(u16::try_from(columns).unwrap_or(u16::MAX)).min(right);
        }
    }
}

/// Draws what is in front of the person.
pub fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    view: &View,
    theme: &Theme,
    names: &mut Names,
    scroll: Scroll,
) -> Frame {
    let window = canvas.area();
    if theme.ground != Style::new() {
        canvas.buffer_mut().set_style(window, theme.ground);
    }
    names.learn(app.locale(), theme.signs);
    if window.width < SMALLEST.0 || window.height < SMALLEST.1 {
        too_small(canvas, app, theme);
        return Frame::default();
    }
    let width = window.width.min(WIDEST);
    let area = Rect { x: window.x + (window.width - width) / 2, width, ..window };
    let roomy = area.height >= ROOMY;
    let size = theme.size.or(app.size()).unwrap_or(match window {
        Rect { width, height, .. } if width < USUAL.0 || height < USUAL.1 => Size::Large,
        _ => Size::Usual,
    });
    let mut frame = Frame::default();

    let top = match size {
        Size::Usual => bar(canvas, area, view, theme, roomy),
        Size::Large => large_bar(canvas, area, view, theme),
    };
    let bottom = if app.is_borne() {
        buttons(canvas, area, app, view, theme, &mut frame)
    } else {
        footer(canvas, area, view, theme, names, size, &mut frame)
    };
    let gap = match size {
        Size::Usual => u16::from(roomy),
        Size::Large => u16::from(area.height >= USUAL.1),
    };
    let body = Rect {
        y: area.y + top + gap,
        height: area.height.saturating_sub(top + bottom + 2 * gap),
        ..area
    };
    let filled = |air| {
        let mut page = Page::new(theme, body.width, air);
        page.digits = view.last_digit().is_some();
        page.mode = view.mode;
        page.is_borne = app.is_borne();
        page.size = size;
        match app.help() {
            Some(mode) if view.mode == Mode::Reading => help(&mut page, app, view, mode),
            _ => view.blocks.iter().for_each(|block| page.block(app, block)),
        }
        page
    };
    // What fits with less air is better seen whole.
    let airs: &[Air] = match size {
        Size::Usual if roomy => &[Air::Wide, Air::Some, Air::None],
        Size::Usual => &[Air::None],
        Size::Large => &[Air::Wide],
    };
    let last = airs[airs.len() - 1];
    let page = airs
        .iter()
        .map(|air| filled(*air))
        .find(|page| page.air == last || page.rows.len() <= body.height.into());
    page.expect("the last is always taken").show(canvas, app, body, scroll, view.mode, &mut frame);
    frame
}

fn too_small(canvas: &mut Canvas<'_>, app: &App, theme: &Theme) {
    let area = canvas.area();
    let arguments = [("columns", SMALLEST.0.into()), ("rows", SMALLEST.1.into())];
    let text = app.tell("small-window", &arguments);
    canvas.set_cursor_position(Position { x: area.x, y: area.y });
    for (y, row) in (area.y..area.bottom()).zip(wrap(&text, area.width.into(), theme.signs)) {
        put(canvas, Rect { y, height: 1, ..area }, vec![(row, theme.text)], theme.signs);
    }
}

/// The title and the place, then the banner, then how far we are; says how many rows they take.
fn bar(canvas: &mut Canvas<'_>, area: Rect, view: &View, theme: &Theme, roomy: bool) -> u16 {
    let signs = theme.signs;
    let room = usize::from(area.width.saturating_sub(2));
    let mut row = 0;
    let mut put_next = |pieces: Row| {
        let line = Rect { x: area.x + 1, y: area.y + row, width: area.width - 1, height: 1 };
        put(canvas, line, pieces, signs);
        row += 1;
    };
    // The place is what one looks for: the title has what it leaves.
    let place = Shown::new(view.place.as_deref().unwrap_or_default(), signs);
    let left = match place.width() {
        0 => room,
        taken => room.saturating_sub(taken + 1),
    };
    let title = Shown::new(&view.title, signs).shorten(left, signs);
    let between = room.saturating_sub(title.width() + place.width());
    put_next(vec![(title, theme.bar), (Shown::blank(between), theme.bar), (place, theme.bar)]);
    if let Some(banner) = &view.banner {
        for row in wrap(banner, room, signs) {
            put_next(vec![(row.filled(room), theme.banner)]);
        }
    }
    if roomy {
        // How far we are, without a number that would have to be read.
        let Progress { position, total } =
            view.progress.unwrap_or(Progress { position: 0, total: 1 });
        let done = (room * position / total.max(1)).min(room);
        let line = |sign: &str, columns| Shown::new(&sign.repeat(columns), signs);
        put_next(vec![(line("━", done), theme.done), (line("─", room - done), theme.rule)]);
    }
    row
}

/// Where we are, or else the title, and the banner: whole, on as many rows as they need. Says how many.
fn large_bar(canvas: &mut Canvas<'_>, area: Rect, view: &View, theme: &Theme) -> u16 {
    let room = usize::from(area.width.saturating_sub(2));
    let title = view.place.as_deref().filter(|place| !place.is_empty()).unwrap_or(&view.title);
    let title = wrap(title, room, theme.signs).into_iter().map(|row| (row, theme.bar));
    let banner = view.banner.iter().flat_map(|banner| wrap(banner, room, theme.signs));
    let banner = banner.map(|row| (row.filled(room), theme.banner));
    let mut rows = 0;
    // However long a title is, what is asked has the other half of the window.
    for piece in title.chain(banner).take(usize::from(area.height / 2)) {
        let line = Rect { x: area.x + 1, y: area.y + rows, width: area.width - 1, height: 1 };
        put(canvas, line, vec![piece], theme.signs);
        rows += 1;
    }
    rows
}

/// Every key that works on the screen under the help, and how keyboards and mice behave.
fn help(page: &mut Page<'_>, app: &App, view: &View, mode: Mode) {
    let locale = app.locale();
    let leads = |binding: &&super::keys::Binding| binding.way().is_none_or(|way| view.has(way));
    for binding in KEYS.iter().filter(|binding| binding.works(mode)).filter(leads) {
        let (name, does) = (key_name(locale, binding, None), key_does(locale, binding));
        page.key(&name, &does);
    }
    if view.has(Way::LookBack) {
        page.block(app, &Block::Hint(app.say("help-look-back")));
    }
    page.block(app, &Block::Hint(app.say("help-azerty")));
    page.block(app, &Block::Hint(app.say("help-mouse")));
    let voice = match app.voice() {
        Some(Speaks::Something) => "help-voice",
        Some(Speaks::Nothing) => "help-no-voice",
        Some(Speaks::Untold) | None => return,
    };
    page.block(app, &Block::Hint(app.say(voice)));
}
