//! What is wrong in definition files, as JSON for other programs.
//! Never leaves out what a file accepts: it says the reason.

use serde::Serialize;

use crate::locale::Locale;
use crate::questionnaire::{Finding, Severity};

/// One problem. Lines and columns count from 1, columns in characters; the end is the place after
/// the last character.
#[derive(Serialize)]
struct Reported<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    code: &'static str,
    severity: &'static str,
    message: String,
    advice: String,
    accepted: Option<&'a str>,
}

/// Problems as one JSON array, in their order, with a line end.
pub fn findings(locale: &Locale, findings: &[Finding]) -> String {
    let reported = findings.iter().map(|Finding { problem, accepted }| {
        let (start, end) = (problem.position(), problem.end());
        let (message, advice) = locale.problem(&problem.cause);
        Reported {
            file: &problem.source.name,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            code: problem.cause.code(),
            severity: match problem.cause.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message,
            advice,
            accepted: accepted.as_deref(),
        }
    });
    let reported: Vec<Reported<'_>> = reported.collect();
    let text = serde_json::to_string_pretty(&reported);
    text.expect("texts and numbers are all JSON can be asked") + "\n"
}
