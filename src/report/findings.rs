//! What is wrong in definition files and among rows, as JSON for other programs.
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

/// Something found among rows, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The file or the folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Its name, for programs.
    pub code: &'static str,
    /// Must somebody do something about it?
    pub severity: Severity,
    /// What was found.
    pub message: String,
    /// What to do.
    pub advice: String,
}

/// Problems of definition files, then what was found among rows, as one JSON array, in their order,
/// with a line end.
pub fn findings(locale: &Locale, findings: &[Finding], told: &[Told]) -> String {
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
            severity: word(problem.cause.severity()),
            message,
            advice,
            accepted: accepted.as_deref(),
        }
    });
    let among_rows = told.iter().map(|told| Reported {
        file: &told.file,
        line: told.line,
        column: told.column,
        end_line: told.line,
        end_column: told.column,
        code: told.code,
        severity: word(told.severity),
        message: told.message.clone(),
        advice: told.advice.clone(),
        accepted: None,
    });
    let reported: Vec<Reported<'_>> = reported.chain(among_rows).collect();
    let text = serde_json::to_string_pretty(&reported);
    text.expect("texts and numbers are all JSON can be asked") + "\n"
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
