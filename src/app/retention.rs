//! How long what was recorded is kept, as the settings say: codes, rows, trials, drafts.
//! Never a file: days come in, and the days on which things are due go out.

use jiff::Span;

use crate::questionnaire::reader::{Fields, Reader};
use crate::record::is_season;
use crate::value::Date;

/// The keys of the table of the settings.
const KEYS: &[&str] = &["codes", "reponses", "essais", "brouillons"];

/// How long things are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Codes, in months after the end of their cycle; then they become pair numbers.
    pub codes: u32,
    /// Rows, in months after the end of their cycle; then only what was counted of them is left.
    pub rows: u32,
    /// Trials, in months after they were typed.
    pub trials: u32,
    /// Drafts that nobody took up, in days after their first answer.
    pub drafts: u32,
}

impl Default for Retention {
    /// What is proposed to every structure.
    fn default() -> Self {
        Self { codes: 12, rows: 24, trials: 3, drafts: 30 }
    }
}

impl Retention {
    /// The table of the settings.
    pub const TABLE: &'static str = "conservation";

    /// Reads the table, where there is one; what it does not say is as usual.
    pub(super) fn read(reader: &mut Reader, fields: &Fields<'_>) -> Self {
        let mut kept = Self::default();
        let Some((table, span)) = reader.table(fields, Self::TABLE) else { return kept };
        let fields = reader.open(table, span, Self::TABLE, KEYS);
        for (key, number) in
            KEYS.iter().zip([&mut kept.codes, &mut kept.rows, &mut kept.trials, &mut kept.drafts])
        {
            if let Some(said) = reader.integer(&fields, key) {
                *number = said;
            }
        }
        kept
    }

    /// The last day on which the codes of a cycle are kept.
    pub fn codes_until(&self, cycle: &str) -> Option<Date> {
        later(end_of(cycle)?, self.codes)
    }

    /// The last day on which the rows of a cycle are kept.
    pub fn rows_until(&self, cycle: &str) -> Option<Date> {
        later(end_of(cycle)?, self.rows)
    }

    /// The last day on which a trial typed on this day is kept; the day as the row keeps it.
    pub fn trial_until(&self, typed: &str) -> Option<Date> {
        later(end_of(typed)?, self.trials)
    }

    /// The last day on which a draft of this day is kept.
    pub fn draft_until(&self, day: Date) -> Option<Date> {
        day.checked_add(Span::new().try_days(self.drafts).ok()?).ok()
    }
}

fn later(day: Date, months: u32) -> Option<Date> {
    day.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// The last day of what a row says of its day: the day, the month, or the cycle.
fn end_of(kept: &str) -> Option<Date> {
    if is_season(kept) {
        let (_, year) = kept.split_once('-')?;
        return Date::new(year.parse().ok()?, 8, 31).ok();
    }
    let day: Option<Date> = kept.parse().ok();
    day.or_else(|| Some(format!("{kept}-01").parse::<Date>().ok()?.last_of_month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_counted_from_the_end_of_what_a_row_says_of_its_day() {
        let kept = Retention::default();
        assert_eq!(kept.codes_until("2026-2027"), Some(Date::constant(2028, 8, 31)));
        assert_eq!(kept.rows_until("2026-2027"), Some(Date::constant(2029, 8, 31)));
        assert_eq!(kept.trial_until("2026-11-22"), Some(Date::constant(2027, 2, 22)));
        assert_eq!(kept.trial_until("2026-11"), Some(Date::constant(2027, 2, 28)));
        assert_eq!(kept.trial_until("2026-2027"), Some(Date::constant(2027, 11, 30)));
        assert_eq!(
            kept.draft_until(Date::constant(2026, 12, 15)),
            Some(Date::constant(2027, 1, 14))
        );
        for unknown in ["", "2026-2028", "demain", "2026-13"] {
            assert_eq!(kept.rows_until(unknown).or(kept.trial_until(unknown)), None, "{unknown}");
        }
        let endless = Retention { rows: u32::MAX, ..kept };
        assert_eq!(endless.rows_until("2026-2027"), None, "for ever");
    }
}
