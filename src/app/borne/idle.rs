//! Silence at the borne: after a while it is asked whether somebody is still there, the answers
//! hidden; then the next person is welcomed.
//! Never a clock: the time is that of the last event.

use std::time::Duration;

use super::{End, Stage};
use crate::app::{App, Effect, Input};
use crate::locale::Locale;

/// How long the thanks stay.
const THANKS: Duration = Duration::from_secs(30);

/// How long the code of the team may be left half typed.
const TYPING_CODE: Duration = Duration::from_secs(30);

impl App {
    /// Is it asked whether somebody is still there?
    pub fn is_asking_presence(&self) -> bool {
        self.borne.as_ref().is_some_and(|borne| borne.asked.is_some())
    }

    /// Does what the time that passed asks for.
    pub(super) fn pass_time(&mut self) -> Vec<Effect> {
        let is_unchanged = self.is_welcome_unchanged();
        let Some(stage) = self.stage() else { return Vec::new() };
        let Some(borne) = &mut self.borne else { return Vec::new() };
        let rules = &self.settings.borne;
        let silence = borne.now.saturating_sub(borne.heard);
        match (stage, borne.asked) {
            (Stage::Welcome, _) if silence >= rules.silence && !is_unchanged => {
                let own = borne.languages.first().cloned();
                self.locale = own.map_or_else(Locale::default, |(code, _)| Locale::new(&code));
                self.go(Stage::Welcome);
            }
            (Stage::Staff, _) if silence >= TYPING_CODE => {
                self.field = Input::default();
                self.go(Stage::Welcome);
            }
            (Stage::Thanks | Stage::Goodbye | Stage::Young, _) if silence >= THANKS => {
                return self.end(End::Next);
            }
            // There is nobody to ask, or nothing to hide.
            (
                Stage::Opening
                | Stage::Closed
                | Stage::Welcome
                | Stage::Staff
                | Stage::Thanks
                | Stage::Goodbye
                | Stage::Young,
                _,
            ) => {}
            // From now, and not from when the silence was over: the countdown is always seen whole.
            (_, None) if silence >= rules.silence => borne.asked = Some(borne.now),
            (_, Some(asked)) if borne.now.saturating_sub(asked) >= rules.countdown => {
                return self.abandon();
            }
            _ => {}
        }
        Vec::new()
    }

    /// Is the welcome as the next person should find it?
    pub(super) fn is_welcome_unchanged(&self) -> bool {
        let Some(borne) = &self.borne else { return true };
        let usual = (borne.forms.len() == 1).then_some(0);
        let own = borne.languages.first().map(|(code, _)| code.as_str());
        own == Some(self.locale.language()) && self.cursor == usual
    }

    /// How long until the screen changes by itself; nothing where it does not. A tick is due then.
    pub fn wakes_in(&self) -> Option<Duration> {
        let borne = self.borne.as_ref()?;
        let silence = borne.now.saturating_sub(borne.heard);
        let rules = &self.settings.borne;
        let until = match self.stage()? {
            Stage::Opening | Stage::Closed => None,
            Stage::Welcome if self.is_welcome_unchanged() => None,
            Stage::Staff | Stage::Thanks | Stage::Goodbye | Stage::Young => {
                Some(self.next_second())
            }
            _ if borne.asked.is_some() => Some(self.next_second()),
            _ => Some(rules.silence.saturating_sub(silence)),
        }?;
        // Never at once again and again, however the system rounds.
        Some(until.max(Duration::from_millis(1)))
    }

    /// How long until a countdown says a second less.
    fn next_second(&self) -> Duration {
        let left = self.countdown().or(self.staff_wait()).unwrap_or(Duration::from_secs(1));
        let part = Duration::from_nanos(left.subsec_nanos().into());
        if part.is_zero() { Duration::from_secs(1) } else { part }
    }

    /// How long the screen stays, where it says so.
    fn countdown(&self) -> Option<Duration> {
        let borne = self.borne.as_ref()?;
        match (self.stage()?, borne.asked) {
            (Stage::Thanks | Stage::Goodbye | Stage::Young, _) => {
                Some((borne.heard + THANKS).saturating_sub(borne.now))
            }
            (_, asked) => Some((asked? + self.settings.borne.countdown).saturating_sub(borne.now)),
        }
    }

    /// How many seconds the screen stays: a second begun is one.
    pub(super) fn seconds_left(&self) -> u64 {
        self.countdown().map_or(0, seconds)
    }

    /// How long no code of the team is taken, where that is not over.
    pub(super) fn staff_wait(&self) -> Option<Duration> {
        let borne = self.borne.as_ref()?;
        let left = borne.wait.saturating_sub(borne.now);
        (!left.is_zero()).then_some(left)
    }
}

/// Seconds, one that is begun counted whole.
pub(super) fn seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}
