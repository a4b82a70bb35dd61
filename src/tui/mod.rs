//! The full screen: events in, frames out.
//! Never a rule of a questionnaire, never a file: `app` decides, the caller performs.

mod borne;
mod draw;
mod footer;
mod keys;
mod page;
mod terminal;
mod text;
mod theme;

use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::crossterm::event::{Event as Input, MouseButton, MouseEventKind};
use ratatui::layout::Position;

pub use draw::{Frame, Scroll, Target, draw};
pub use footer::Names;
pub use terminal::{Guard, Stays, columns, wipe};
pub use theme::{Depth, Theme};

use crate::app::{App, Effect, Event, Mode, Outcome};

/// What the full screen needs of the terminal, beside drawing.
pub trait Console {
    /// The next thing typed, clicked or pasted; waits for it without waking up.
    fn next(&mut self) -> io::Result<Input>;
    /// The same, of what comes within this time. Only the borne asks: elsewhere nothing changes by
    /// itself.
    fn within(&mut self, wait: Duration) -> io::Result<Option<Input>>;
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
        let input = match app.wakes_in() {
            Some(wait) => console.within(wait)?,
            None => Some(console.next()?),
        };
        let _turn = turn();
        let goes_on = match input {
            Some(input) => screen.heed(app, &input, perform),
            None => screen.tick(app, perform),
        };
        if !(goes_on && screen.heed_flood(console, app, perform)?) {
            return Ok(());
        }
        screen.show(terminal, console, app)?;
    }
}

/// Has an event take place; says whether the program goes on.
fn does(app: &mut App, event: Event, perform: &mut dyn FnMut(Effect) -> Option<Outcome>) -> bool {
    let effects = app.update(event);
    app.carry_out(effects, perform)
}

/// How many keys at most are heeded at the borne between two frames.
const FLOOD: usize = 1_000;

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
        let events = if app.is_borne() { self.events_at_borne(input) } else { self.events(input) };
        if self.turns(&events) {
            return !app.is_borne() || does(app, Event::Here, perform);
        }
        self.scroll.is_read &= events.is_empty();
        events.into_iter().all(|event| does(app, event, perform))
    }

    /// Time has passed, and nothing was typed; says whether the program goes on.
    pub fn tick(&self, app: &mut App, perform: &mut dyn FnMut(Effect) -> Option<Outcome>) -> bool {
        does(app, Event::Tick, perform)
    }

    /// At the borne a text pasted where the terminal does not say so comes as so many keys: they are
    /// heeded, and not drawn one by one. Says whether the program goes on.
    fn heed_flood(
        &mut self,
        console: &mut dyn Console,
        app: &mut App,
        perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
    ) -> io::Result<bool> {
        if !app.is_borne() {
            return Ok(true);
        }
        for _ in 0..FLOOD {
            let Some(input) = console.within(Duration::ZERO)? else { break };
            self.mode = app.view().mode;
            if !self.heed(app, &input, perform) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What an input means at the borne.
    fn events_at_borne(&mut self, input: &Input) -> Vec<Event> {
        match input {
            Input::Key(key) if !key.is_release() => vec![borne::event(self.mode, *key)],
            Input::Mouse(mouse) => {
                // A wheel moves what is read.
                self.wheel(mouse.kind);
                let at = Position::new(mouse.column, mouse.row);
                let clicked = match mouse.kind {
                    MouseEventKind::Down(MouseButton::Left) => {
                        self.pressed = Some(at);
                        None
                    }
                    MouseEventKind::Up(MouseButton::Left) => {
                        let from = self.pressed.take();
                        from.and_then(|from| self.frame.clicked(from, at))
                    }
                    _ => None,
                };
                // Beside everything, a click only says that somebody is there.
                vec![clicked.unwrap_or(Event::Here)]
            }
            Input::Paste(pasted) => vec![Event::Paste(pasted.clone())],
            _ => Vec::new(),
        }
    }

    /// A wheel moves what is read, never what is marked: the screen is then read again.
    fn wheel(&mut self, kind: MouseEventKind) {
        let rows = match kind {
            MouseEventKind::ScrollDown => self.scroll.rows + WHEEL,
            MouseEventKind::ScrollUp => self.scroll.rows.saturating_sub(WHEEL),
            _ => return,
        };
        self.scroll = Scroll { rows, is_read: true };
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
        // At the borne always: what is pasted where nothing is typed would be so many keys.
        let pasting = app.is_typing() || app.is_borne();
        if pasting != self.pasting {
            self.pasting = pasting;
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
                kind => {
                    self.wheel(kind);
                    Vec::new()
                }
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
