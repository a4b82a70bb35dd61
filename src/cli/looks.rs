//! How the full screen is to look: what was asked, else what the environment and the settings say.
//! Never a colour: the full screen has those.

use std::ffi::OsString;

use crate::app::{Looks, Shade, Signs};
use crate::tui::{Depth, Theme};

/// The theme of what was asked, of this environment and of these settings, in this order. `NO_COLOR`
/// is one's own wish for all programs: it goes before the settings, which are the dossier's.
pub(super) fn theme(
    asked: Looks,
    settings: Looks,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Theme {
    let said = |name: &str| {
        let value = variable(name).filter(|value| !value.is_empty());
        value.map(|value| value.to_string_lossy().into_owned())
    };
    let own = said("NO_COLOR").map(|_| Shade::Colourless);
    let own = Looks { shade: own, ..Looks::default() };
    let looks = asked.or(own).or(settings);
    let depth = match said("COLORTERM").as_deref() {
        Some("truecolor" | "24bit") => Depth::Many,
        _ => Depth::Sixteen,
    };
    // The console of Linux has the letters of Europe, but no arrow.
    let console = said("TERM").is_some_and(|term| term == "linux");
    let spoken = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| said(name));
    let narrow = spoken.is_some_and(|locale| {
        let locale = locale.to_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8")
    });
    let found = if console || narrow { Signs::Ascii } else { Signs::All };
    let theme = Theme::new(looks.shade.unwrap_or_default(), depth, looks.signs.unwrap_or(found));
    // The size of the settings can change while the program runs: the application says it.
    theme.sized(asked.size)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(asked: Looks, settings: Looks, variables: &[(&str, &str)]) -> Theme {
        theme(asked, settings, |name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    fn shade(shade: Shade) -> Looks {
        Looks { shade: Some(shade), ..NONE }
    }

    const NONE: Looks = Looks { shade: None, signs: None, size: None };

    #[test]
    fn what_is_asked_goes_before_the_environment_and_that_before_the_settings() {
        let same = |theme: &Theme, wanted: Shade| {
            let wanted = Theme::new(wanted, Depth::Sixteen, Signs::All);
            assert_eq!(format!("{:?}", theme.read()), format!("{:?}", wanted.read()));
        };
        let no_color = [("NO_COLOR", "1")];
        same(&drawn(NONE, NONE, &[]), Shade::Terminal);
        same(&drawn(NONE, shade(Shade::Light), &[]), Shade::Light);
        same(&drawn(NONE, shade(Shade::Light), &no_color), Shade::Colourless);
        same(&drawn(NONE, shade(Shade::Light), &[("NO_COLOR", "")]), Shade::Light);
        same(&drawn(shade(Shade::Contrast), NONE, &no_color), Shade::Contrast);
    }

    #[test]
    fn all_colours_are_used_only_where_the_terminal_says_that_it_has_them() {
        let dark = |variables| drawn(NONE, shade(Shade::Dark), variables).ground.bg;
        let many = Theme::new(Shade::Dark, Depth::Many, Signs::All).ground.bg;
        assert_eq!(dark(&[("COLORTERM", "truecolor")]), many);
        assert_eq!(dark(&[("COLORTERM", "24bit")]), many);
        assert_ne!(dark(&[("TERM", "xterm-256color")]), many);
    }

    #[test]
    fn arrows_are_drawn_only_where_there_are_arrows() {
        for (variables, signs) in [
            (&[][..], Signs::All),
            (&[("LANG", "fr_FR.UTF-8")], Signs::All),
            (&[("LANG", "C.utf8"), ("TERM", "xterm")], Signs::All),
            (&[("LANG", "C")], Signs::Ascii),
            (&[("LC_ALL", "fr_FR@euro"), ("LANG", "fr_FR.UTF-8")], Signs::Ascii),
            (&[("LANG", "fr_FR.UTF-8"), ("TERM", "linux")], Signs::Ascii),
        ] {
            assert_eq!(drawn(NONE, NONE, variables).signs, signs, "{variables:?}");
            let all = Looks { signs: Some(Signs::All), ..NONE };
            assert_eq!(drawn(NONE, all, variables).signs, Signs::All, "the settings know better");
        }
    }
}
