//! Markup of pages to print or to read in a browser: words come in only through the escape.
//! Never a script, nor an address that a browser would fetch by itself.

use std::fmt::Write;

use crate::locale::{Locale, shown, tied};

/// A piece of a page: words, which are escaped, and elements written in this program.
#[derive(Clone, Debug, Default)]
pub(super) struct Html(String);

impl FromIterator<Html> for Html {
    fn from_iter<T: IntoIterator<Item = Html>>(pieces: T) -> Self {
        Self(pieces.into_iter().map(|piece| piece.0).collect())
    }
}

/// Words of people and of files: only read, never obeyed.
pub(super) fn words(text: &str) -> Html {
    Html(escaped(text))
}

/// An element around its pieces: its name and, after a point, its class.
pub(super) fn element(name: &'static str, inside: impl IntoIterator<Item = Html>) -> Html {
    element_with(name, &[], inside)
}

/// An element that has attributes.
pub(super) fn element_with(
    name: &'static str,
    attributes: &[(&'static str, &str)],
    inside: impl IntoIterator<Item = Html>,
) -> Html {
    let (tag, class) = name.split_once('.').unwrap_or((name, ""));
    let mut html = format!("<{tag}");
    if !class.is_empty() {
        _ = write!(html, " class=\"{class}\"");
    }
    for (name, value) in attributes {
        _ = write!(html, " {name}=\"{}\"", escaped(value));
    }
    html.push('>');
    html.extend(inside.into_iter().map(|piece| piece.0));
    _ = write!(html, "</{tag}>");
    // The source of a page can be read too; within a line nothing may be added.
    if !matches!(tag, "span" | "strong" | "a") {
        html.push('\n');
    }
    Html(html)
}

/// An element that holds only words.
pub(super) fn text(name: &'static str, text: &str) -> Html {
    element(name, [words(text)])
}

/// An address, to be followed where it is one of the web; never another kind of link.
pub(super) fn address(address: &str) -> Html {
    if address.starts_with("http://") || address.starts_with("https://") {
        element_with("a", &[("href", address)], [words(address)])
    } else {
        words(address)
    }
}

/// A whole page, which needs nothing beside it.
pub(super) fn page(locale: &Locale, title: &str, style: &'static str, body: &Html) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n\
         <style>\n{style}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        locale.language(),
        escaped(title),
        body.0
    )
}

/// Text that stands in an element or between the quotation marks of an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in tied(&shown(text)).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_words_are_only_read() {
        let html =
            element_with("p.hint", &[("title", "\" onload=\"x")], [words("<script>&'\u{1b}")]);
        assert_eq!(
            html.0,
            "<p class=\"hint\" title=\"&quot; onload=&quot;x\">&lt;script&gt;&amp;&#39;\u{fffd}</p>\n"
        );
        assert_eq!(address("javascript:alert(1)").0, "javascript:alert(1)");
        assert_eq!(
            address("http://a.fr/?a=1&b='").0,
            "<a href=\"http://a.fr/?a=1&amp;b=&#39;\">http://a.fr/?a=1&amp;b=&#39;</a>"
        );
    }
}
