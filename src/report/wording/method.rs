//! How a report was made: what was read, what was left out and why, versions, thresholds.
//! Never an answer.

use std::path::Path;

use super::{Wording, written};
use crate::store::{Flaw, Places};

/// How many digits of a fingerprint name a question.
const DIGITS: usize = 8;

impl Wording<'_> {
    /// What was read and left out, thresholds, versions and fingerprints: a list.
    pub fn method(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let method = &self.report.method;
        let counts = [
            ("report-files", method.files),
            ("report-left-out", method.left_out),
            ("report-gone", method.gone),
            ("report-team", method.team),
        ];
        for (id, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            lines.push(self.many(id, count));
        }
        let base = self.report.audience().base();
        lines.push(self.locale.tell("report-threshold", &[("base", base.into())]));
        lines.push(self.say("report-interval"));
        for of in &self.report.forms {
            let versions = of.versions.iter().map(|(version, fingerprint, rows)| {
                let arguments = [
                    ("version", version.to_string().into()),
                    ("fingerprint", fingerprint.as_str().into()),
                    ("count", written(self.locale, *rows).into()),
                ];
                self.locale.tell("report-version", &arguments)
            });
            let versions = versions.collect::<Vec<_>>().join(", ");
            let arguments = [("form", of.form.id.as_str().into()), ("versions", versions.into())];
            lines.push(self.locale.tell("report-versions", &arguments));
        }
        let prints: Vec<String> = self
            .report
            .questions
            .iter()
            .map(|of| format!("{} {}", of.question.name, &of.fingerprint[..DIGITS]))
            .collect();
        if !prints.is_empty() {
            let prints = [("prints", prints.join(", ").into())];
            lines.push(self.locale.tell("report-prints", &prints));
        }
        lines
    }

    /// What was met in the files that should not be there: a list.
    pub fn flaws(&self) -> Vec<String> {
        let method = &self.report.method;
        let mut lines = Vec::new();
        for (path, rows) in &method.unknown {
            let arguments = [
                ("file", shown(path).into()),
                ("n", (*rows).into()),
                ("count", written(self.locale, *rows).into()),
            ];
            lines.push(self.locale.tell("report-unknown", &arguments));
        }
        for fault in &method.faults {
            lines.push(self.locale.fault(fault));
        }
        for (path, flaws) in &method.flaws {
            for (flaw, places) in flaws.iter() {
                lines.push(self.flaw(path, flaw, places));
            }
        }
        lines
    }

    fn flaw(&self, path: &Path, flaw: Flaw, places: &Places) -> String {
        let what = match flaw {
            Flaw::Odd(odd) => self.locale.odd(odd),
            Flaw::Twice => self.say("report-flaw-twice"),
            Flaw::Elsewhere => self.say("report-flaw-elsewhere"),
            Flaw::Trial => self.say("report-flaw-trial"),
            Flaw::Future => self.say("report-flaw-future"),
            Flaw::Unknown => self.say("report-flaw-unknown"),
            Flaw::Columns => self.say("report-flaw-columns"),
        };
        let first = places.first.iter().map(|(line, column)| format!("{line}:{column}"));
        let arguments = [
            ("file", shown(path).into()),
            ("places", first.collect::<Vec<_>>().join(", ").into()),
            ("n", places.count.into()),
            ("count", written(self.locale, places.count).into()),
            ("what", what.into()),
        ];
        self.locale.tell("report-flaw", &arguments)
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
