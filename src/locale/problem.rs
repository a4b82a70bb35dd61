//! How a problem of a definition file is told: the sentence, the excerpt, what to do.
//! Never finds a problem: `questionnaire` does.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use fluent_bundle::FluentValue;

use super::{Locale, Told, shown, shown_lines};
use crate::questionnaire::{Cause, Expected, Fact, FaultKind, Problem, Severity, What};

impl Locale {
    /// The whole diagnostic, with its excerpt; coloured for a terminal that wants it. The colours are
    /// its only control sequences: the words of the file are made harmless before.
    pub fn diagnostic(&self, problem: &Problem, coloured: bool) -> String {
        let (title, advice) = self.problem(&problem.cause);
        if self.told == Told::InLines {
            // An excerpt points at its place with signs under it, which nobody hears.
            let at = problem.position();
            let arguments = [
                ("file", problem.source.name.as_str().into()),
                ("line", at.line.to_string().into()),
                ("column", at.column.to_string().into()),
                ("title", title.into()),
                ("advice", advice.into()),
            ];
            return self.tell("plain-problem", &arguments);
        }
        let length = problem.source.text.len();
        // An empty span at the very end still needs a place to point at; a span never cuts a
        // character.
        let boundary = |mut at: usize| {
            while !problem.source.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = boundary(problem.span.start.min(length));
        let end = boundary(problem.span.end.clamp(start, length));
        let (level, name) = match problem.cause.severity() {
            Severity::Error => (Level::ERROR, "problem-error"),
            Severity::Warning => (Level::WARNING, "problem-warning"),
        };
        let name = self.say(name);
        let help = self.say("problem-advice");
        let text = problem.source.text.as_str();
        let parts = [&text[..start], &text[start..end], &text[end..]].map(shown_excerpt);
        let place = parts[0].len()..parts[0].len() + parts[1].len();
        let text = parts.concat();
        let path = shown(&problem.source.name);
        let (title, advice) = (shown_lines(&title), shown_lines(&advice));
        let snippet = Snippet::source(text.as_str())
            .path(path.as_ref())
            .annotation(AnnotationKind::Primary.span(place));
        let group = level
            .with_name(name.as_str())
            .primary_title(title.as_str())
            .id(problem.cause.code())
            .element(snippet)
            .element(Level::HELP.with_name(help.as_str()).message(advice.as_str()));
        let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }

    /// What is wrong, and what to do.
    pub fn problem(&self, cause: &Cause) -> (String, String) {
        let near = |nearest: &Option<String>, otherwise: String| match nearest {
            Some(name) => self.tell("advice-nearest", &[("name", name.as_str().into())]),
            None => otherwise,
        };
        match cause {
            Cause::Unreadable { system } => {
                self.both("unreadable", &[("system", system.as_str().into())])
            }
            Cause::NotUtf8 => self.both("utf8", &[]),
            Cause::TooLarge { limit_kib } => self.both("large", &[("limit", (*limit_kib).into())]),
            Cause::Syntax { detail } => self.both("syntax", &[("detail", detail.as_str().into())]),
            Cause::KeyTwice => self.both("key-twice", &[]),
            Cause::TypographicQuote => self.both("quotes", &[]),
            Cause::UnknownLanguage { key } => {
                self.both("language", &[("key", key.as_str().into())])
            }
            Cause::UnknownKey { key, nearest } => {
                let (title, advice) = self.both("key", &[("key", key.as_str().into())]);
                (title, near(nearest, advice))
            }
            Cause::MissingKey { key, table } => {
                let shown = if table.is_empty() { self.say("whole-file") } else { (*table).into() };
                let arguments = [("key", (*key).into()), ("table", shown.into())];
                let title = self.tell("problem-missing", &arguments);
                let line = match (*key, *table) {
                    ("referentiel", _) => "[referentiel]".to_owned(),
                    ("fr", table) => format!("{table}.fr = \"…\""),
                    ("label" | "lieu", _) | ("titre", "[[questionnaire]]") => {
                        format!("{key}.fr = \"…\"")
                    }
                    ("choices", _) => "choices = […]".to_owned(),
                    (key, _) => format!("{key} = …"),
                };
                (title, self.tell("advice-missing", &[("line", line.into())]))
            }
            Cause::WrongType { key, expected } => {
                let name = [("key", key.as_str().into())];
                let expected = match expected {
                    Expected::Text => "expected-text",
                    Expected::Integer => "expected-integer",
                    Expected::Boolean => "expected-boolean",
                    Expected::Array => "expected-array",
                    Expected::Tables => "expected-tables",
                    Expected::Table => "expected-table",
                    Expected::Choice => "expected-choice",
                    Expected::Texts => "expected-texts",
                };
                let expected = match expected {
                    "expected-tables" | "expected-table" | "expected-texts" => {
                        self.tell(expected, &name)
                    }
                    other => self.say(other),
                };
                self.both("type", &[("key", key.as_str().into()), ("expected", expected.into())])
            }
            Cause::UnknownWord { key, word, allowed, nearest } => {
                let allowed = allowed.join(", ");
                let (title, advice) = self.both(
                    "word",
                    &[
                        ("key", key.as_str().into()),
                        ("word", word.as_str().into()),
                        ("allowed", allowed.into()),
                    ],
                );
                let advice = match nearest {
                    Some(_) => format!("{} {advice}", near(nearest, String::new())),
                    None => advice,
                };
                (title, advice)
            }
            Cause::Empty { key } => self.both("empty", &[("key", key.as_str().into())]),
            Cause::NotADay { written } => self.both("day", &[("text", written.as_str().into())]),
            Cause::NotAKey => self.both("public-key", &[]),
            Cause::PrivateKey => self.both("private-key", &[]),
            Cause::FewKeys { fewest } => self.both("few-keys", &[("fewest", (*fewest).into())]),
            Cause::BadName { what, name } => {
                let (title, advice) = self.both("name", &[("name", name.as_str().into())]);
                match what {
                    What::Form | What::Referentiel => (title, self.say("advice-name-id")),
                    What::Choice => (title, self.say("advice-name-choice")),
                    _ => (title, advice),
                }
            }
            Cause::ReservedName { name } => {
                self.both("reserved", &[("name", name.as_str().into())])
            }
            Cause::Duplicate { what, name } => self.both(
                "duplicate",
                &[("what", self.what(*what).into()), ("name", name.as_str().into())],
            ),
            Cause::TakenElsewhere { what, name, file } => self.both(
                "elsewhere",
                &[
                    ("what", self.what(*what).into()),
                    ("name", name.as_str().into()),
                    ("file", file.as_str().into()),
                ],
            ),
            Cause::AskedTwice { name } => {
                self.both("asked-twice", &[("name", name.as_str().into())])
            }
            Cause::CoreRedefined { what, name } => self
                .both("core", &[("what", self.what(*what).into()), ("name", name.as_str().into())]),
            Cause::NotAChoice { name, question, choices } => {
                let id = if choices.is_empty() { "no-choices" } else { "not-a-choice" };
                let choices = choices.join(", ");
                let arguments = [
                    ("name", name.as_str().into()),
                    ("question", question.as_str().into()),
                    ("choices", choices.into()),
                ];
                if id == "no-choices" {
                    self.both(id, &arguments[1..2])
                } else {
                    self.both(id, &arguments)
                }
            }
            Cause::UnknownName { what, name, nearest } => {
                let (title, advice) = self.both(
                    "unknown",
                    &[("what", self.what(*what).into()), ("name", name.as_str().into())],
                );
                (title, near(nearest, advice))
            }
            Cause::Choices { kind } => self.both("choices", &[("kind", kind.as_str().into())]),
            Cause::NoExclusive => self.both("exclusive", &[]),
            Cause::ExclusiveAlone => self.both("alone", &[]),
            Cause::OtherMisplaced => self.both("other", &[]),
            Cause::NoFavorable => self.both("favorable", &[]),
            Cause::Expression(fault) => self.expression(&fault.kind),
            Cause::NamesItself { name } => self.both("itself", &[("name", name.as_str().into())]),
            Cause::LaterQuestion { question, name, form }
            | Cause::NotInForm { question, name, form } => {
                let later = matches!(cause, Cause::LaterQuestion { .. });
                self.both(
                    if later { "later" } else { "not-in-form" },
                    &[
                        ("question", question.as_str().into()),
                        ("name", name.as_str().into()),
                        ("form", form.as_str().into()),
                    ],
                )
            }
            Cause::Rule(rule, facts) => {
                let arguments: Vec<_> = facts
                    .iter()
                    .map(|(name, fact)| match fact {
                        Fact::Text(text) => (*name, FluentValue::from(text.as_str())),
                        Fact::Number(number) => (*name, FluentValue::from(*number)),
                    })
                    .collect();
                let (title, advice) = self.both(&rule.word().to_lowercase(), &arguments);
                match facts.iter().find(|(name, _)| *name == "nearest") {
                    Some((_, Fact::Text(name))) => {
                        (title, format!("{} {advice}", near(&Some(name.clone()), String::new())))
                    }
                    _ => (title, advice),
                }
            }
        }
    }

    fn expression(&self, kind: &FaultKind) -> (String, String) {
        match kind {
            FaultKind::Empty => self.both("expression-empty", &[]),
            FaultKind::Character(character) => {
                self.both("expression-character", &[("text", character.to_string().into())])
            }
            FaultKind::Unclosed(opened) => {
                let opened = if *opened == '$' { "${".to_owned() } else { opened.to_string() };
                self.both("expression-unclosed", &[("text", opened.into())])
            }
            FaultKind::Unexpected(text) => {
                self.both("expression-unexpected", &[("text", text.as_str().into())])
            }
            FaultKind::BareWord(word) => {
                self.both("expression-word", &[("word", word.as_str().into())])
            }
            FaultKind::DoubleEqual => self.both("expression-equal", &[]),
            FaultKind::Ends => self.both("expression-ends", &[]),
            FaultKind::UnknownFunction(name, nearest) => {
                let (title, advice) =
                    self.both("expression-function", &[("name", name.as_str().into())]);
                let advice = match nearest {
                    Some(name) => self.tell("advice-nearest", &[("name", name.as_str().into())]),
                    None => advice,
                };
                (title, advice)
            }
            FaultKind::Arguments(name, wanted) => self.both(
                "expression-arguments",
                &[("name", name.as_str().into()), ("count", (*wanted).into())],
            ),
            FaultKind::Pattern(detail) => {
                self.both("pattern", &[("detail", detail.as_str().into())])
            }
            FaultKind::PatternNotWritten => self.both("pattern-written", &[]),
            FaultKind::TooDeep => self.both("expression-deep", &[]),
        }
    }

    /// A message and the advice that goes with it.
    fn both(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> (String, String) {
        (
            self.tell(&format!("problem-{id}"), arguments),
            self.tell(&format!("advice-{id}"), arguments),
        )
    }

    /// A kind of thing, at the beginning of a sentence.
    pub fn what(&self, what: What) -> String {
        self.say(match what {
            What::Referentiel => "what-referentiel",
            What::Registre => "what-registre",
            What::Critere => "what-critere",
            What::Indicateur => "what-indicateur",
            What::Echelle => "what-echelle",
            What::Question => "what-question",
            What::Choice => "what-choice",
            What::Form => "what-form",
        })
    }
}

/// A part of a file, its lines and their tabs kept.
fn shown_excerpt(text: &str) -> String {
    let line = |line: &str| line.split('\t').map(shown).collect::<Vec<_>>().join("\t");
    text.split_inclusive('\n')
        .map(|whole| match whole.strip_suffix('\n') {
            // The end of a line as Windows writes it is one too.
            Some(before) => line(before.strip_suffix('\r').unwrap_or(before)) + "\n",
            None => line(whole),
        })
        .collect()
}
