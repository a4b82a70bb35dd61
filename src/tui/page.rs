//! The body of a screen laid out in rows, then shown: as many of them as there is room for.
//! Never decides what is said.

use ratatui::Frame as Canvas;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::draw::{Frame, Row, Scroll, Target, put};
use super::keys::{KEYS, key_name};
use super::text::{Shown, cut, typed, wrap};
use super::theme::Theme;
use crate::app::{App, Bar, Block, Event, Input, Line, Mark, Mode, Room, Signs, Size};

/// How much air there is between the parts of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Air {
    /// None: every row is needed.
    None,
    /// A row between the parts.
    Some,
    /// A row between the answers, too.
    Wide,
}

/// The body of a screen, in rows, before it is known which of them fit.
pub(super) struct Page<'t> {
    theme: &'t Theme,
    width: usize,
    pub air: Air,
    pub size: Size,
    pub mode: Mode,
    /// Is this the borne, where lines are easily pointed at, and have no boxes to understand?
    pub is_borne: bool,
    /// Do lines of this screen have digits, so that a column is kept for them?
    pub digits: bool,
    pub rows: Vec<Row>,
    /// Rows that do something when clicked.
    lines: Vec<(std::ops::Range<usize>, usize)>,
    /// The rows to keep in sight.
    focus: Option<std::ops::Range<usize>>,
    /// Where the list begins.
    list: Option<usize>,
    /// Is the line in focus another than the first?
    below_first: bool,
    /// Where the hardware cursor goes: row and column.
    cursor: Option<(usize, usize)>,
    /// What went wrong, kept in sight before the focus.
    alert: Option<std::ops::Range<usize>>,
}

impl<'t> Page<'t> {
    pub fn new(theme: &'t Theme, columns: u16, air: Air) -> Self {
        let width = usize::from(columns.saturating_sub(3)).max(1);
        let (rows, lines) = (Vec::new(), Vec::new());
        Self {
            theme,
            width,
            air,
            size: Size::Usual,
            mode: Mode::Menu,
            is_borne: false,
            digits: false,
            rows,
            lines,
            focus: None,
            list: None,
            below_first: false,
            cursor: None,
            alert: None,
        }
    }

    fn gap(&mut self) {
        if self.air != Air::None && !self.rows.is_empty() {
            self.rows.push(Row::default());
        }
    }

    fn shown(&self, text: &str) -> Shown {
        Shown::new(text, self.theme.signs)
    }

    fn paragraph(&mut self, text: &str, style: Style) {
        for row in wrap(text, self.width, self.theme.signs) {
            self.rows.push(vec![(Shown::blank(2), self.theme.text), (row, style)]);
        }
    }

    pub fn block(&mut self, app: &App, block: &Block) {
        let theme = self.theme;
        match block {
            Block::Heading(text) => {
                self.gap();
                self.paragraph(text, theme.heading);
            }
            Block::Text(text) => {
                self.gap();
                self.paragraph(text, theme.text);
            }
            Block::Hint(text) => self.paragraph(text, theme.hint),
            Block::Alert(text) => {
                self.gap();
                let start = self.rows.len();
                self.paragraph(&format!("! {text}"), theme.alert);
                self.alert = Some(start..self.rows.len());
            }
            Block::Excerpt(text) => {
                self.rows.push(Row::default());
                for row in text.lines() {
                    // The excerpt keeps its columns; what is too long goes on below.
                    let rows = cut(row, self.width + 1, theme.signs);
                    self.rows.extend(rows.into_iter().map(|row| vec![(row, theme.text)]));
                }
            }
            Block::Code(code) => self.code(code),
            Block::Bar(bar) => self.bar(bar),
            Block::Line(_, line) if self.is_borne && line.key.is_some() => {}
            Block::Line(place, line) => self.line(app, *place, line),
            Block::Field(input, focused) => self.field(app, input, *focused),
        }
    }

    fn field(&mut self, app: &App, input: &Input, focused: bool) {
        let theme = self.theme;
        self.gap();
        let room = self.width.saturating_sub(2);
        let (rows, row, column) = typed(input.value(), input.cursor(), room, theme.signs);
        if focused {
            self.cursor = Some((self.rows.len() + row, column + 4));
            self.focus = Some(self.rows.len()..self.rows.len() + rows.len());
        }
        for (at, row) in rows.into_iter().enumerate() {
            let sign = if at == 0 && focused { "  > " } else { "    " };
            self.rows.push(vec![(self.shown(sign), theme.key), (row.filled(room), theme.field)]);
        }
        let left = match input.room() {
            None => return,
            Some(Room::Left(count)) => app.tell("field-left", &[("count", count.into())]),
            Some(Room::Over(count)) => app.tell("field-over", &[("count", count.into())]),
        };
        let style = match input.room() {
            Some(Room::Over(_)) => theme.alert,
            _ => theme.hint,
        };
        let left = self.shown(&left);
        let blank = (room + 4).saturating_sub(left.width());
        self.rows.push(vec![(Shown::blank(blank), theme.text), (left, style)]);
    }

    /// In capitals, set apart and wide, to be copied with a pen letter by letter: each part of it
    /// stays on one row.
    fn code(&mut self, code: &str) {
        self.gap();
        let wide = |part: &str| {
            let letters = part.to_uppercase().chars().map(String::from).collect::<Vec<_>>();
            letters.join("\u{a0}")
        };
        let parts: Vec<String> = code.split('-').map(wide).collect();
        let room = self.width.saturating_sub(4).max(1);
        // Wrapped before the blanks are made plain ones, which would part the letters.
        for row in wrap(&parts.join(" - "), room, Signs::All) {
            let blank = (Shown::blank(2), self.theme.text);
            let edge = (Shown::blank(2), self.theme.focus);
            self.rows.push(vec![blank, edge.clone(), (row, self.theme.focus), edge]);
        }
    }

    /// A bar as wide as the screen, full for those who are counted and pale for the others; what each
    /// part says is beside a sample of it.
    fn bar(&mut self, bar: &Bar) {
        self.gap();
        let (theme, room) = (self.theme, self.width.max(1));
        let [full, pale] = match theme.signs {
            Signs::All => ["█", "░"],
            Signs::Ascii => ["#", "."],
        };
        let share = |room: usize| {
            let (taken, of) = (u128::from(bar.taken), u128::from(bar.of.max(1)));
            usize::try_from((room as u128 * taken + of / 2) / of).unwrap_or(room).min(room)
        };
        let taken = share(room);
        let part = |sign: &str, columns| Shown::new(&sign.repeat(columns), theme.signs);
        let high = if self.air == Air::None { 1 } else { 3 };
        for _ in 0..high {
            let blank = (Shown::blank(2), theme.text);
            let rest = (part(pale, room - taken), theme.rule);
            self.rows.push(vec![blank, (part(full, taken), theme.done), rest]);
        }
        let samples = [(full, theme.done), (pale, theme.rule)];
        for ((sign, style), side) in samples.into_iter().zip(&bar.sides) {
            let mut lead = Some((part(sign, 2), style));
            for row in wrap(side, room.saturating_sub(3).max(1), theme.signs) {
                let lead = lead.take().unwrap_or_else(|| (Shown::blank(2), theme.text));
                let blank = |columns| (Shown::blank(columns), theme.text);
                self.rows.push(vec![blank(2), lead, blank(1), (row, theme.text)]);
            }
        }
    }

    /// A key and what it does, in two columns.
    pub fn key(&mut self, name: &str, does: &str) {
        let theme = self.theme;
        let name = self.shown(name).filled(self.width.min(10));
        let room = self.width.saturating_sub(name.width() + 1).max(1);
        let mut name = Some(name);
        for row in wrap(does, room, theme.signs) {
            let lead = name.take().unwrap_or_else(|| Shown::blank(self.width.min(10)));
            let blank = || (Shown::blank(1), theme.text);
            let margin = (Shown::blank(2), theme.text);
            self.rows.push(vec![margin, (lead, theme.key), blank(), (row, theme.text)]);
        }
    }

    fn line(&mut self, app: &App, place: usize, line: &Line) {
        let is_large = self.size == Size::Large;
        let is_answer = is_large || matches!(self.mode, Mode::One | Mode::Several);
        // Air before the list, before what is no answer but a way out, and between answers.
        if place == 0 || line.apart || (self.air == Air::Wide && is_answer) {
            self.gap();
        }
        let theme = self.theme;
        let pointer = if line.focused { "▸ " } else { "  " };
        let digit = match line.digit {
            Some(digit) => format!("{digit} "),
            None if self.digits => "  ".to_owned(),
            None => String::new(),
        };
        let mark = match line.mark {
            None => "",
            Some(Mark::Round(_)) if self.is_borne => "",
            Some(Mark::Round(true)) => "(•) ",
            Some(Mark::Round(false)) => "( ) ",
            Some(Mark::Square(true)) => "[x] ",
            Some(Mark::Square(false)) => "[ ] ",
        };
        let taken = matches!(line.mark, Some(Mark::Round(true) | Mark::Square(true)));
        let style = match (line.focused, taken) {
            (true, _) => theme.focus,
            (false, true) => theme.taken,
            (false, false) => theme.text,
        };
        let lead = self.shown(&format!("{digit}{mark}"));
        let indent = lead.width();
        // Beside a line in big letters there is no room for its key: the help has it.
        let key = line.key.filter(|_| !is_large).and_then(|key| key_of(app, key));
        let key = key.map(|name| self.shown(&name));
        let aside = key.as_ref().map_or(0, |key| key.width() + 2);
        let room = self.width.saturating_sub(indent + aside).max(8);
        let start = self.rows.len();
        self.list.get_or_insert(start);
        // The row above belongs to the line: no click beside it is lost.
        let above = usize::from(self.is_borne && self.rows.last().is_some_and(Vec::is_empty));
        // Above the first line of a screen where something is typed is what is typed.
        self.below_first |= line.focused && (place > 0 || self.mode.is_typed());
        for (at, label) in wrap(&line.label, room, theme.signs).into_iter().enumerate() {
            let first = at == 0;
            let lead = if first { lead.clone() } else { Shown::blank(indent) };
            let pointer = self.shown(if first { pointer } else { "  " });
            let filled = line.focused || (first && aside > 0);
            let label = if filled { label.filled(room) } else { label };
            let mut row = vec![(pointer, theme.key), (lead, style), (label, style)];
            if let Some(key) = key.clone().filter(|_| first) {
                row.push((Shown::blank(2), style));
                row.push((key, if line.focused { style } else { theme.key }));
            }
            self.rows.push(row);
        }
        if let Some(detail) = &line.detail {
            for row in wrap(detail, self.width.saturating_sub(6).max(8), theme.signs) {
                self.rows.push(vec![(Shown::blank(6), theme.text), (row, theme.taken)]);
            }
        }
        let end = self.rows.len();
        self.lines.push((start - above..end, place));
        if line.focused && self.mode == Mode::Search {
            // The letters go on being typed: only the list follows.
            self.focus = Some(start..end);
        } else if line.focused {
            self.focus = Some(start..end);
            self.cursor = Some((start, 0));
        }
    }

    pub fn show(
        self,
        canvas: &mut Canvas<'_>,
        app: &App,
        body: Rect,
        Scroll { rows: scroll, is_read }: Scroll,
        mode: Mode,
        frame: &mut Frame,
    ) {
        let (theme, reading) = (self.theme, mode == Mode::Reading);
        let height = usize::from(body.height);
        let fits = self.rows.len() <= height;
        // A row is kept to say that there is more.
        let shown_rows = if fits { height } else { height.saturating_sub(1).max(1).min(height) };
        let last = self.rows.len().saturating_sub(shown_rows);
        let from = match (&self.alert, &self.focus) {
            _ if reading || is_read => scroll.min(last),
            // What follows what went wrong is seen with it.
            (Some(alert), _) if alert.end > shown_rows => alert.start.min(last),
            // A row more than the line in focus, to see that the list goes on.
            (None, Some(focus)) => {
                let end = (focus.end + 1).min(self.rows.len());
                end.saturating_sub(shown_rows).min(focus.start)
            }
            _ => 0,
        };
        // Where nothing is chosen yet, the screen leads to the first line of its list.
        let leads_to = self.focus.clone().or(self.list.map(|start| start..start + 1));
        let below = leads_to.is_some_and(|to| to.end > from + shown_rows && to.start > from);
        frame.unread = is_read && !reading && below;
        frame.at_first = !reading && !self.below_first;
        frame.scroll = from;
        frame.page = shown_rows;
        // A single row says what is asked rather than that there is more.
        if !fits && shown_rows < height {
            let text = match self.size {
                Size::Usual => {
                    let said = |is: bool, id| if is { app.say(id) } else { String::new() };
                    let (above, below) =
                        (said(from > 0, "more-above"), said(from < last, "more-below"));
                    format!("  {above}{}{below}", if above.is_empty() { "" } else { "   " })
                }
                Size::Large => {
                    let said = app.say(match (from > 0, from < last) {
                        (true, true) => "more-both-large",
                        (true, false) => "more-above-large",
                        (false, _) => "more-below-large",
                    });
                    format!("  {said}")
                }
            };
            let y = body.y + u16::try_from(shown_rows).unwrap_or(u16::MAX);
            let row = vec![(Shown::new(&text, theme.signs), theme.key)];
            put(canvas, Rect { y, height: 1, ..body }, row, theme.signs);
        }
        let row_of = |at: usize| {
            let row = at.checked_sub(from).filter(|row| *row < shown_rows)?;
            Some(body.y + u16::try_from(row).ok()?)
        };
        for (rows, place) in &self.lines {
            for y in rows.clone().filter_map(row_of) {
                let area = Rect { y, height: 1, ..body };
                frame.targets.push(Target { area, event: Event::Pick(*place) });
            }
        }
        // Magnifiers and braille lines follow the cursor: where the line in focus is not in sight, or
        // nothing is in focus, it is where reading begins.
        let in_focus = self.cursor.and_then(|(row, column)| Some((row_of(row)?, column)));
        let reading = self.rows.iter().enumerate().skip(from).find(|(_, row)| !row.is_empty());
        let reading = reading.and_then(|(row, _)| Some((row_of(row)?, 0)));
        let (y, column) = in_focus.or(reading).unwrap_or((body.y, 0));
        let x = body.x + u16::try_from(column).unwrap_or(u16::MAX).min(body.width - 1);
        canvas.set_cursor_position(Position { x, y });
        for (y, row) in (body.y..).zip(self.rows.into_iter().skip(from).take(shown_rows)) {
            put(canvas, Rect { y, height: 1, ..body }, row, theme.signs);
        }
    }
}

/// The name of the key that does this on the screen under the list of actions.
fn key_of(app: &App, does: &str) -> Option<String> {
    let under = app.under();
    let binding = KEYS.iter().find(|binding| binding.does == does && binding.works(under))?;
    Some(key_name(app.locale(), binding, None))
}
