//! Drawing a view: a bar, what is said, the keys. The same for every screen, at every size.
//! Never decides what is said.

use ratatui::Frame as Canvas;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};
use ratatui::widgets::Paragraph;

use super::keys::{Binding, KEYS, Key, meaning};
use super::text::{cut, shorten, typed, width, wrap};
use super::theme::Theme;
use crate::app::{App, Block, Event, Line, Mark, Mode, View, Way};
use crate::locale::{Locale, shown};

/// The smallest window in which everything can be reached.
const SMALLEST: (u16, u16) = (24, 8);

/// From this height on there is room for air between the parts.
const ROOMY: u16 = 18;

/// The longest row of a text that is easy to read.
const LONGEST_ROW: u16 = 84;

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
    /// What a click at this place does.
    pub fn at(&self, position: Position) -> Option<Event> {
        let hit = self.targets.iter().find(|target| target.area.contains(position));
        hit.map(|target| target.event.clone())
    }
}

/// Draws what is in front of the person.
pub fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    view: &View,
    theme: &Theme,
    scroll: Scroll,
) -> Frame {
    let area = canvas.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(canvas, app, theme);
        return Frame::default();
    }
    let roomy = area.height >= ROOMY;
    let mut frame = Frame::default();

    let top = bar(canvas, view, theme, roomy);
    let bottom = footer(canvas, app, view, theme, &mut frame);
    let gap = u16::from(roomy);
    let body = Rect {
        x: area.x,
        y: area.y + top + gap,
        width: area.width,
        height: area.height.saturating_sub(top + bottom + 2 * gap),
    };
    let filled = |roomy| {
        let mut page = Page::new(theme, body.width, roomy);
        page.digits = view.last_digit().is_some();
        match app.help() {
            Some(mode) => help(&mut page, app, view, mode),
            None => view.blocks.iter().for_each(|block| page.block(block)),
        }
        page
    };
    let page = filled(roomy);
    // What fits without air is better seen whole.
    let page = if page.rows.len() > body.height.into() { filled(false) } else { page };
    page.show(canvas, app, body, scroll, view.mode == Mode::Reading, &mut frame);
    frame
}

fn too_small(canvas: &mut Canvas<'_>, app: &App, theme: &Theme) {
    let arguments = [("columns", SMALLEST.0.into()), ("rows", SMALLEST.1.into())];
    let text = app.tell("small-window", &arguments);
    let rows: Vec<Row<'_>> =
        wrap(&text, canvas.area().width.into()).into_iter().map(Row::from).collect();
    canvas.render_widget(Paragraph::new(rows).style(theme.text), canvas.area());
}

/// The title and the place, then the banner; says how many rows they take.
fn bar(canvas: &mut Canvas<'_>, view: &View, theme: &Theme, roomy: bool) -> u16 {
    let area = canvas.area();
    let room = usize::from(area.width.saturating_sub(2));
    let place = view.place.as_deref().map(shown).unwrap_or_default();
    let title = shown(&view.title);
    let mut row = 0;
    let mut put = |text: String, style: Style| {
        let line = Rect { x: 0, y: row, width: area.width, height: 1 };
        canvas.render_widget(Paragraph::new(format!(" {text}")).style(style), line);
        row += 1;
    };
    // The place is what one looks for: the title has what it leaves.
    let left = match width(&place) {
        0 => room,
        taken => room.saturating_sub(taken + 1),
    };
    let title = shorten(&title, left);
    let between = room.saturating_sub(width(&title) + width(&place));
    put(format!("{title}{}{place}", " ".repeat(between)), theme.bar);
    if let Some(banner) = &view.banner {
        for row in wrap(banner, room) {
            let filled = format!("{row:<room$}");
            put(filled, theme.banner);
        }
    }
    if roomy {
        put("─".repeat(room), theme.hint);
    }
    row
}

/// The keys that work here, at the bottom; says how many rows they take.
fn footer(
    canvas: &mut Canvas<'_>,
    app: &App,
    view: &View,
    theme: &Theme,
    frame: &mut Frame,
) -> u16 {
    let area = canvas.area();
    let locale = app.locale();
    let right = area.width.saturating_sub(1);
    let mut rows: Vec<Vec<Span<'_>>> = vec![Vec::new()];
    let mut places: Vec<(usize, u16, u16, Event)> = Vec::new();
    let mut column: u16 = 1;
    let useful = |binding: &&Binding| match binding.key {
        Key::Digits => view.last_digit().is_some(),
        Key::Left | Key::PageUp => view.has(Way::Back),
        Key::Zero | Key::F(2) => view.has(Way::Pass),
        Key::F(3) => view.has(Way::Rephrase),
        Key::F(5) => view.has(Way::LookBack),
        Key::F(6) => view.has(Way::Illegible),
        _ => true,
    };
    let of_mode = KEYS.iter().filter(|binding| binding.works(view.mode));
    for binding in of_mode.filter(useful) {
        let name = key_name(locale, binding, view.last_digit());
        let does = locale.say(binding.does);
        let size = u16::try_from(width(&name) + 1 + width(&does)).unwrap_or(u16::MAX);
        if column > 1 && column.saturating_add(size) > right {
            rows.push(Vec::new());
            column = 1;
        }
        if let Some(event) = meaning(binding.key) {
            places.push((rows.len() - 1, column, size, event));
        }
        let last = rows.last_mut().expect("there is always a row");
        last.push(Span::styled(if column == 1 { " " } else { "" }, theme.does));
        last.push(Span::styled(name, theme.key));
        last.push(Span::styled(format!(" {does}   "), theme.does));
        column = column.saturating_add(size).saturating_add(3);
    }
    // Where the window is low the answers come first; the help names every key.
    let most = usize::from(area.height / 6).max(1);
    rows.truncate(most);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let first = area.height.saturating_sub(height);
    for (y, (at, row)) in (first..).zip(rows.into_iter().enumerate()) {
        canvas.render_widget(Row::from(row), Rect { x: 0, y, width: area.width, height: 1 });
        for (_, x, width, event) in places.extract_if(.., |(of_row, ..)| *of_row == at) {
            frame.targets.push(Target { area: Rect { x, y, width, height: 1 }, event });
        }
    }
    height
}

/// The name of a key; of the digits, those that do anything.
fn key_name(locale: &Locale, binding: &Binding, last_digit: Option<u8>) -> String {
    match binding.key {
        Key::Digits => locale.tell("name-digits", &[("last", last_digit.unwrap_or(9).into())]),
        _ => locale.say(binding.name),
    }
}

/// Every key that works on the screen under the help, and how keyboards and mice behave.
fn help(page: &mut Page<'_>, app: &App, view: &View, mode: Mode) {
    let locale = app.locale();
    // Many screens used like a question have no answers to look back at, and no sheet beside them.
    let is_here = |binding: &&Binding| {
        let here = match binding.key {
            Key::F(5) => view.has(Way::LookBack),
            Key::F(6) => view.has(Way::Illegible),
            _ => true,
        };
        here && binding.works(mode)
    };
    for binding in KEYS.iter().filter(is_here) {
        let (name, does) = (key_name(locale, binding, None), locale.say(binding.does));
        page.block(&Block::Text(format!("{name} : {does}")));
    }
    if view.has(Way::LookBack) {
        page.block(&Block::Hint(app.say("help-look-back")));
    }
    page.block(&Block::Hint(app.say("help-azerty")));
    page.block(&Block::Hint(app.say("help-mouse")));
}

/// The body of a screen, in rows, before it is known which of them fit.
struct Page<'t> {
    theme: &'t Theme,
    width: usize,
    roomy: bool,
    /// Do lines of this screen have digits, so that a column is kept for them?
    digits: bool,
    rows: Vec<Row<'static>>,
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
    fn new(theme: &'t Theme, columns: u16, roomy: bool) -> Self {
        let width = usize::from(columns.min(LONGEST_ROW).saturating_sub(3)).max(1);
        let (rows, lines) = (Vec::new(), Vec::new());
        Self {
            theme,
            width,
            roomy,
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
        if self.roomy && !self.rows.is_empty() {
            self.rows.push(Row::default());
        }
    }

    fn paragraph(&mut self, text: &str, style: Style) {
        for row in wrap(text, self.width) {
            self.rows.push(Row::from(vec![Span::raw("  "), Span::styled(row, style)]));
        }
    }

    fn block(&mut self, block: &Block) {
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
                    self.rows.extend(cut(row, self.width + 1).into_iter().map(Row::from));
                }
            }
            Block::Code(code) => self.code(code),
            Block::Line(place, line) => self.line(*place, line),
            Block::Field(input, focused) => {
                self.gap();
                let (rows, row, column) = typed(input.value(), input.cursor(), self.width - 2);
                if *focused {
                    self.cursor = Some((self.rows.len() + row, column + 4));
                    self.focus = Some(self.rows.len()..self.rows.len() + rows.len());
                }
                let room = self.width.saturating_sub(2);
                for (at, row) in rows.into_iter().enumerate() {
                    let sign = if at == 0 && *focused { "  > " } else { "    " };
                    let blank = " ".repeat(room.saturating_sub(width(&row)));
                    let filled = format!("{row}{blank}");
                    self.rows
                        .push(Row::from(vec![Span::raw(sign), Span::styled(filled, theme.field)]));
                }
            }
        }
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
        for row in wrap(&parts.join(" - "), self.width.saturating_sub(4).max(1)) {
            let row = format!("  {row}  ");
            self.rows.push(Row::from(vec![Span::raw("  "), Span::styled(row, self.theme.focus)]));
        }
    }

    fn line(&mut self, place: usize, line: &Line) {
        // Air before the list, and before what is no answer but a way out.
        if place == 0 || line.apart {
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
            Some(Mark::Round(true)) => "(•) ",
            Some(Mark::Round(false)) => "( ) ",
            Some(Mark::Square(true)) => "[x] ",
            Some(Mark::Square(false)) => "[ ] ",
        };
        let taken = matches!(line.mark, Some(Mark::Round(true) | Mark::Square(true)));
        let style = if line.focused { theme.focus } else { theme.text };
        let style = if taken && !line.focused { style.patch(theme.heading) } else { style };
        let lead = format!("{digit}{mark}");
        let indent = width(&lead);
        let room = self.width.saturating_sub(indent).max(8);
        let start = self.rows.len();
        self.list.get_or_insert(start);
        self.below_first |= line.focused && place > 0;
        for (at, row) in wrap(&line.label, room).into_iter().enumerate() {
            let lead = if at == 0 { lead.clone() } else { " ".repeat(indent) };
            let blank = " ".repeat(room.saturating_sub(width(&row)));
            let pointer = if at == 0 { pointer } else { "  " };
            let text =
                if line.focused { format!("{lead}{row}{blank}") } else { format!("{lead}{row}") };
            self.rows.push(Row::from(vec![Span::raw(pointer), Span::styled(text, style)]));
        }
        if let Some(detail) = &line.detail {
            for row in wrap(detail, self.width.saturating_sub(6).max(8)) {
                let text = format!("      {row}");
                self.rows.push(Row::from(Span::styled(text, theme.heading)));
            }
        }
        let end = self.rows.len();
        self.lines.push((start..end, place));
        if line.focused {
            self.focus = Some(start..end);
            self.cursor = Some((start, 0));
        }
    }

    fn show(
        self,
        canvas: &mut Canvas<'_>,
        app: &App,
        body: Rect,
        Scroll { rows: scroll, is_read }: Scroll,
        reading: bool,
        frame: &mut Frame,
    ) {
        let height = usize::from(body.height);
        let fits = self.rows.len() <= height;
        // A row is kept to say that there is more.
        let shown_rows = if fits { height } else { height.saturating_sub(1).max(1) };
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
        let rows: Vec<Row<'_>> = self.rows.iter().skip(from).take(shown_rows).cloned().collect();
        let area = Rect { height: u16::try_from(shown_rows).unwrap_or(u16::MAX), ..body };
        canvas.render_widget(Paragraph::new(rows).style(self.theme.text), area);
        if !fits {
            let above = if from > 0 { app.locale().say("more-above") } else { String::new() };
            let below = if from < last { app.locale().say("more-below") } else { String::new() };
            let text = format!("  {above}{}{below}", if above.is_empty() { "" } else { "   " });
            let area = Rect { y: body.y + area.height, height: 1, ..body };
            canvas.render_widget(Paragraph::new(text).style(self.theme.key), area);
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
        if let Some((row, column)) = self.cursor
            && let Some(y) = row_of(row)
        {
            let x = body.x + u16::try_from(column).unwrap_or(u16::MAX).min(body.width - 1);
            canvas.set_cursor_position(Position { x, y });
        }
    }
}
