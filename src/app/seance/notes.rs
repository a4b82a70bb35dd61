//! What the journal of a séance says of it, and a séance made again from what it says.
//! Never an answer of a person.

use std::collections::BTreeMap;

use super::{Phase, Seance};
use crate::app::App;
use crate::app::sitting::Sitting;
use crate::store::Notes;

/// What the name of the hands of a question begins with.
const HANDS: &str = "mains:";

impl App {
    /// All that is known of the séance under way.
    pub(super) fn seance_notes(&self) -> Notes {
        let Some(on) = &self.seance else { return Vec::new() };
        let (first, last) = on.printed.unwrap_or_default();
        let (complete, partial) = on.before.unwrap_or_default();
        let trial = u32::from(on.trial);
        let mut notes = vec![
            ("seance_id".to_owned(), on.id.clone()),
            ("questionnaire".to_owned(), on.form.id.clone()),
            ("jour".to_owned(), on.day.to_string()),
        ];
        let numbers = [
            ("essai", trial),
            ("repondu", on.answered()),
            ("partiels", on.partial),
            ("refus", on.counts.refused),
            ("partis", on.counts.left),
            ("premiere_feuille", first),
            ("derniere_feuille", last),
            ("feuille", on.sheet.unwrap_or_default()),
            ("avant", complete),
            ("avant_partiels", partial),
            ("compte_avant", u32::from(on.before.is_some())),
            ("vote_enregistre", u32::from(on.voted)),
        ];
        notes.extend(numbers.map(|(name, number)| (name.to_owned(), number.to_string())));
        notes.extend(self.sitting.notes());
        for (question, counted) in &on.hands {
            let counted: Vec<String> = counted.iter().map(u32::to_string).collect();
            notes.push((format!("{HANDS}{question}"), counted.join(" ")));
        }
        notes
    }

    /// The séance that a journal tells, and its sitting; nothing where its form is not known here.
    pub(super) fn noted_seance(&self, notes: &Notes) -> Option<(Seance, Sitting)> {
        let of: BTreeMap<&str, &str> =
            notes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let said = |name: &str| of.get(name).copied().unwrap_or_default();
        let number = |name: &str| said(name).parse::<u32>().unwrap_or_default();
        let form = self.library.form(said("questionnaire"))?;
        // What was a trial stays one, whatever the settings say now.
        let trial = number("essai") == 1 || !self.settings.trial(&form).is_empty();
        let day = said("jour").parse().ok()?;
        let mut seance = Seance::new(&form, said("seance_id").to_owned(), trial, day);
        seance.phase = Phase::Open;
        seance.counts.answered = number("repondu");
        seance.counts.refused = number("refus");
        seance.counts.left = number("partis");
        seance.partial = number("partiels");
        let printed = (number("premiere_feuille"), number("derniere_feuille"));
        seance.printed = (printed.0 > 0).then_some(printed);
        seance.sheet = Some(number("feuille")).filter(|number| *number > 0);
        if number("compte_avant") == 1 {
            seance.before = Some((number("avant"), number("avant_partiels")));
        }
        seance.voted = number("vote_enregistre") == 1;
        for (name, value) in notes {
            if let Some(question) = name.strip_prefix(HANDS) {
                let counted = value.split(' ').filter_map(|count| count.parse().ok()).collect();
                seance.hands.insert(question.to_owned(), counted);
            }
        }
        let mut sitting = Sitting::noted(&form.head.id, notes);
        if day != self.world.today() {
            // Today is another day than that of the séance.
            sitting.keep_day(day);
        }
        Some((seance, sitting))
    }
}
