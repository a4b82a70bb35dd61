//! The full screen: events in, frames out.
//! Never a rule of a questionnaire, never a file: `app` decides, the caller performs.

mod draw;
mod footer;
mod keys;
mod terminal;
mod text;
mod theme;

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::crossterm::event::{Event as Input, MouseButton, MouseEventKind};
use ratatui::layout::Position;

pub use draw::{Frame, Scroll, Target, draw};
pub use footer::Names;
pub use terminal::Guard;
pub use theme::{Depth, Theme};

use crate::app::{App, Effect, Event, Mode, Outcome};

/// What the full screen needs of the terminal, beside drawing.
pub trait Console {
    /// The next thing typed, clicked or pasted; waits for it without waking up.
    fn next(&mut self) -> io::Result<Input>;
    /// Pasted text is told apart from typed text only while something is typed: a paste that never
    /// ends would otherwise hold every key back.
    fn paste(&mut self, on: bool) -> io::Result<()>;
    /// Held while drawing or writing, so that a signal does not end the program in the midst of it.
    fn busy(&self) -> Arc<Mutex<()>>;
}

/// Runs the application on a terminal until it ends. `start` is performed after the first frame.
pub fn run<B: Backend>(
    terminal: &mut Terminal<B>,
    console: &mut dyn Console,
    theme: &Theme,
    app: &mut App,
    start: Vec<Effect>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<()>
where
    B::Error: Send + Sync + 'static,
{
    let mut screen = FullScreen::new(theme);
    let busy = console.busy();
    let turn = || busy.lock().unwrap_or_else(PoisonError::into_inner);
    {
        let _turn = turn();
        screen.show(terminal, console, app)?;
        if !app.carry_out(start, perform) {
            return Ok(());
        }
        screen.show(terminal, console, app)?;
    }
    loop {
        let input = console.next()?;
        let _turn = turn();
        if !screen.heed(app, &input, perform) {
            return Ok(());
        }
        screen.show(terminal, console, app)?;
    }
}

/// How many rows a wheel turns.
const WHEEL: usize = 3;

/// What only the full screen knows: how far down it is scrolled, and what is where.
#[derive(Debug)]
pub struct FullScreen<'t> {
    theme: &'t Theme,
    scroll: Scroll,
    frame: Frame,
    names: Names,
    /// How the screen shown is used.
    mode: Mode,
    /// What tells the screen shown from another.
    opened: String,
    pasting: bool,
    /// Where the button of the mouse went down, until it goes up.
    pressed: Option<Position>,
}

impl<'t> FullScreen<'t> {
    /// Nothing is shown yet.
    pub fn new(theme: &'t Theme) -> Self {
        let (scroll, frame) = (Scroll::default(), Frame::default());
        let mode = Mode::Menu;
        let names = Names::default();
        let opened = String::new();
        Self { theme, scroll, frame, names, mode, opened, pasting: false, pressed: None }
    }

    /// Does what an input means on the screen shown; says whether the program goes on.
    pub fn heed(
        &mut self,
        app: &mut App,
        input: &Input,
        perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
    ) -> bool {
        if is_pressed(input) {
            let effects = app.hush();
            app.carry_out(effects, perform);
        }
        let events = self.events(input);
        if self.turns(&events) {
            return true;
        }
        self.scroll.is_read &= events.is_empty();
        events.into_iter().all(|event| {
            let effects = app.update(event);
            app.carry_out(effects, perform)
        })
    }

    /// Where a screen does not fit, a step down first shows what follows, page by page, before
    /// anything is acted on; from the first line a step up shows again what came before.
    fn turns(&mut self, events: &[Event]) -> bool {
        // A row of the page before stays in sight.
        let page = self.frame.page.saturating_sub(1).max(1);
        match events {
            [Event::Down | Event::Confirm] if self.frame.unread => self.scroll.rows += page,
            // Where nothing came before, what follows is still to be shown.
            [Event::Up] if self.frame.at_first && (self.frame.scroll > 0 || self.frame.unread) => {
                self.scroll.rows = self.frame.scroll.saturating_sub(page);
            }
            _ => return false,
        }
        self.scroll.is_read = true;
        true
    }

    /// Draws what is in front of the person.
    pub fn show<B: Backend>(
        &mut self,
        terminal: &mut Terminal<B>,
        console: &mut dyn Console,
        app: &App,
    ) -> io::Result<()>
    where
        B::Error: Send + Sync + 'static,
    {
        if app.is_typing() != self.pasting {
            self.pasting = app.is_typing();
            console.paste(self.pasting)?;
        }
        let view = app.view();
        let opened = view.identity();
        if opened != self.opened {
            self.scroll = Scroll { rows: 0, is_read: true };
            self.opened = opened;
        }
        self.mode = view.mode;
        let (frame, names, scroll) = (&mut self.frame, &mut self.names, self.scroll);
        let drawn =
            terminal.draw(|canvas| *frame = draw(canvas, app, &view, self.theme, names, scroll));
        drawn.map_err(io::Error::other)?;
        self.scroll.rows = self.frame.scroll;
        Ok(())
    }

    /// What an input means on the screen shown.
    fn events(&mut self, input: &Input) -> Vec<Event> {
        let mode = self.mode;
        match input {
            Input::Key(key) if !key.is_release() => {
                let event = keys::event(mode, *key);
                if mode == Mode::Reading {
                    match event {
                        Some(Event::Up) => self.scroll.rows = self.scroll.rows.saturating_sub(1),
                        Some(Event::Down) => self.scroll.rows += 1,
                        _ => {}
                    }
                }
                event.into_iter().collect()
            }
            Input::Mouse(mouse) => match mouse.kind {
                // A click is done when the button goes up, where it went down: whoever slips can still
                // move away.
                MouseEventKind::Down(MouseButton::Left) => {
                    self.pressed = Some(Position::new(mouse.column, mouse.row));
                    Vec::new()
                }
                MouseEventKind::Up(MouseButton::Left) => {
                    let to = Position::new(mouse.column, mouse.row);
                    let from = self.pressed.take();
                    from.and_then(|from| self.frame.clicked(from, to)).into_iter().collect()
                }
                // A wheel moves what is read, never what is marked: the screen is then read again.
                MouseEventKind::ScrollDown => {
                    self.scroll = Scroll { rows: self.scroll.rows + WHEEL, is_read: true };
                    Vec::new()
                }
                MouseEventKind::ScrollUp => {
                    let rows = self.scroll.rows.saturating_sub(WHEEL);
                    self.scroll = Scroll { rows, is_read: true };
                    Vec::new()
                }
                _ => Vec::new(),
            },
            Input::Paste(pasted) if mode.is_typed() => {
                vec![Event::Paste(pasted.clone())]
            }
            _ => Vec::new(),
        }
    }
}

/// Does somebody do something? Whatever key it is, the voice stops.
fn is_pressed(input: &Input) -> bool {
    match input {
        Input::Key(key) => !key.is_release(),
        Input::Mouse(mouse) => !matches!(mouse.kind, MouseEventKind::Moved | MouseEventKind::Up(_)),
        Input::Paste(_) => true,
        _ => false,
    }
}
