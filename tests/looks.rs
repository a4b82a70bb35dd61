//! How screens look: colours far enough apart, signs that the terminal has, ways out at their place.
//! Never a taste: what is read here is counted.

mod support;

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use recueil::app::{Settings, Shade, Signs};
use recueil::questionnaire::Library;
use recueil::tui::{Depth, Theme};
use support::{OPEN, Person, control, settings, settings_and, shows_at};

/// The sixteen colours of terminals as they come, from their documentation and sources: xterm's
/// `XTerm-col.ad`, the VGA text mode, the console of Windows before and since «Campbell», GNOME
/// Terminal's «Tango» and «GNOME».
const PALETTES: [(&str, [u32; 16]); 6] = [
    (
        "xterm",
        [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    (
        "VGA",
        [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ),
    (
        "Windows",
        [
            0x00_0000, 0x80_0000, 0x00_8000, 0x80_8000, 0x00_0080, 0x80_0080, 0x00_8080, 0xc0_c0c0,
            0x80_8080, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x00_00ff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    (
        "Campbell",
        [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
            0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
    ),
    (
        "Tango",
        [
            0x2e_3436, 0xcc_0000, 0x4e_9a06, 0xc4_a000, 0x34_65a4, 0x75_507b, 0x06_989a, 0xd3_d7cf,
            0x55_5753, 0xef_2929, 0x8a_e234, 0xfc_e94f, 0x72_9fcf, 0xad_7fa8, 0x34_e2e2, 0xee_eeec,
        ],
    ),
    (
        "GNOME",
        [
            0x17_1421, 0xc0_1c28, 0x26_a269, 0xa2_734c, 0x12_488b, 0xa3_47ba, 0x2a_a1b3, 0xd0_cfcc,
            0x5e_5c64, 0xf6_6151, 0x33_da7a, 0xe9_ad0c, 0x2a_7bde, 0xc0_61cb, 0x33_c7de, 0xff_ffff,
        ],
    ),
];

/// What a colour is in a palette; nothing where it is the terminal's own.
fn shade(colour: Option<Color>, palette: &[u32; 16]) -> Option<[u8; 3]> {
    let named = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour? {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        colour => {
            let at = named.iter().position(|known| *known == colour)?;
            let [_, red, green, blue] = palette[at].to_be_bytes();
            Some([red, green, blue])
        }
    }
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(shade: [u8; 3]) -> f64 {
    let [red, green, blue] = shade.map(|channel| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast, as WCAG 2.2 defines it: from 1 to 21.
fn contrast(style: Style, palette: &[u32; 16]) -> Option<f64> {
    let ink = luminance(shade(style.fg, palette)?);
    let ground = luminance(shade(style.bg, palette)?);
    Some((ink.max(ground) + 0.05) / (ink.min(ground) + 0.05))
}

#[test]
fn the_measure_of_contrast_is_the_published_one() {
    let of = |ink, ground| contrast(Style::new().fg(ink).bg(ground), &PALETTES[0].1);
    assert_eq!(of(Color::White, Color::Black), Some(21.0));
    // #777 on white: 4.48, the best known failure of 4.5.
    let grey = of(Color::Rgb(0x77, 0x77, 0x77), Color::White).expect("two colours");
    assert!((grey - 4.48).abs() < 0.005, "{grey}");
}

#[test]
fn every_text_of_every_theme_is_read_on_every_usual_terminal() {
    for (wanted, least) in
        [(Shade::Terminal, 4.5), (Shade::Light, 4.5), (Shade::Dark, 4.5), (Shade::Contrast, 7.0)]
    {
        for depth in [Depth::Sixteen, Depth::Many] {
            let theme = Theme::new(wanted, depth, Signs::All);
            let mut counted = 0;
            for (role, style) in theme.read() {
                for (terminal, palette) in &PALETTES {
                    // A text of which the theme says nothing is the terminal's own.
                    let Some(contrast) = contrast(style, palette) else {
                        assert_eq!((style.fg, style.bg, wanted), (None, None, Shade::Terminal));
                        continue;
                    };
                    counted += 1;
                    assert!(
                        contrast >= least,
                        "{wanted:?} {depth:?}: {role} on {terminal} has {contrast:.2}"
                    );
                }
            }
            assert!(counted >= 2 * PALETTES.len(), "{wanted:?}");
        }
    }
}

#[test]
fn a_theme_without_colour_has_none_and_the_chosen_line_is_turned_in_every_theme() {
    for depth in [Depth::Sixteen, Depth::Many] {
        let plain = Theme::new(Shade::Colourless, depth, Signs::All);
        assert!(plain.read().iter().all(|(_, style)| style.fg.is_none() && style.bg.is_none()));
        for shade in
            [Shade::Terminal, Shade::Light, Shade::Dark, Shade::Contrast, Shade::Colourless]
        {
            let focus = Theme::new(shade, depth, Signs::All).focus;
            assert!(focus.add_modifier.contains(Modifier::REVERSED), "{shade:?}");
        }
    }
}

/// The screens that most people see most.
const SCREENS: [(&str, &str); 8] = [
    ("home", ""),
    ("page", "2<enter>"),
    ("notice", "1<enter>1<enter>"),
    ("one", "<begin>2"),
    ("several", "<begin>2<enter>3<enter>13"),
    ("words", "<begin>é<enter>\"<enter>&é<enter>'<enter>é<enter>'<enter>Ouvrir le samedi"),
    ("pass", "<begin>à"),
    ("help", "<begin>2<enter><f1>"),
];

#[test]
fn the_main_screens_in_a_large_window() {
    for (name, script) in SCREENS {
        shows_at(name, (120, 40), Person::at_home(120, 40), script);
    }
}

#[test]
fn the_main_screens_in_english() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        for (name, script) in &SCREENS[3..] {
            let english = Person::with(Library::load(Vec::new()), settings(), "en", columns, rows);
            shows_at(&format!("{name}-en"), (columns, rows), english, script);
        }
    }
}

#[test]
fn the_main_screens_with_the_oldest_signs_hold_no_other() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        let theme = || Theme::new(Shade::Colourless, Depth::Sixteen, Signs::Ascii);
        for (name, script) in SCREENS {
            let mut person = Person::at_home(columns, rows).in_looks(theme());
            person.types(script);
            let screen = person.sees();
            // All of them are in the sets of letters of Western Europe, too.
            let letters = |c: char| c.is_ascii() || c.is_alphabetic() || "«»\u{a0}".contains(c);
            assert_eq!(screen.chars().find(|c| !letters(*c)), None, "{screen}");
            let coloured = |cell: &ratatui::buffer::Cell| (cell.fg, cell.bg);
            let cells = person.buffer().content.iter();
            assert!(cells.map(coloured).all(|c| c == (Color::Reset, Color::Reset)), "{name}");
        }
        let person = Person::at_home(columns, rows).in_looks(theme());
        shows_at("one-ascii", (columns, rows), person, "<begin>2");
    }
}

#[test]
fn a_marked_answer_differs_by_mark_reverse_video_and_colour() {
    let mut person = Person::at_home(80, 24);
    person.types("<begin>2");
    let screen = person.sees();
    let row = screen.lines().position(|line| line.contains("▸ 2 (•)")).expect("a marked line");
    let row = u16::try_from(row).expect("a row");
    let cell = &person.buffer()[(4, row)];
    assert!(cell.modifier.contains(Modifier::REVERSED));
    assert_ne!(cell.fg, Color::Reset);
}

/// Where each way out stands at the bottom of the screen.
fn ways(screen: &str) -> BTreeMap<&'static str, usize> {
    let last = screen.lines().last().unwrap_or_default();
    let words = ["arrêter", "fermer", "précédent", "passer", "aide", "English"];
    let found = words.iter().filter_map(|word| {
        // The name of the key is before it, and not as long on every screen.
        let at = last.find(word)?;
        let before = &last[..at];
        let key = before.trim_end().rsplit("  ").next().unwrap_or_default();
        let start = before.trim_end().chars().count() - key.trim_start().chars().count();
        Some((if *word == "fermer" { "arrêter" } else { word }, start))
    });
    found.collect()
}

#[test]
fn the_ways_out_are_at_the_same_place_on_every_screen() {
    for (columns, rows, at_least) in [(80, 24, 5), (120, 40, 5), (40, 12, 3)] {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let scripts = ["9<enter>", "1<enter>5<enter>", "<begin>2<enter><esc>", "<begin>?", ":aide"];
        for script in SCREENS.map(|(_, script)| script).into_iter().chain(scripts) {
            let mut person = Person::of(settings_and(OPEN), columns, rows);
            person.types(script);
            let screen = person.sees();
            let found = ways(&screen);
            assert!(found.contains_key("arrêter"), "{screen}");
            for (way, column) in found {
                assert_eq!(*places.entry(way).or_insert(column), column, "{way} in\n{screen}");
            }
        }
        assert!(places.len() >= at_least, "{places:?}");
    }
}

#[test]
fn the_wheel_turns_what_is_shown_and_never_what_is_marked() {
    use ratatui::crossterm::event::{Event as Input, KeyModifiers, MouseEvent, MouseEventKind};
    let turn = |kind| {
        let (column, row, modifiers) = (5, 5, KeyModifiers::NONE);
        Input::Mouse(MouseEvent { kind, column, row, modifiers })
    };
    let mut person = Person::at_home(40, 12);
    person.types("<begin>2<enter>3<enter>1");
    let before = person.sees();
    person.input(&turn(MouseEventKind::ScrollDown));
    let turned = person.sees();
    assert!(turned.contains("↑ suite") && !turned.contains("Cette saison"), "{turned}");
    person.input(&turn(MouseEventKind::ScrollUp));
    assert_eq!(person.sees(), before);
}

#[test]
fn what_is_typed_is_edited_by_words_and_undone() {
    use ratatui::crossterm::event::{Event as Input, KeyCode, KeyEvent, KeyModifiers};
    let with = |code, modifiers| Input::Key(KeyEvent::new(code, modifiers));
    let line = |person: &Person<'static>| {
        let screen = person.sees();
        screen.lines().find_map(|line| line.strip_prefix("  > ")).unwrap_or_default().to_owned()
    };
    let mut person = Person::of(Settings::default(), 80, 24);
    person.types("<end><up><up><up><enter>maison des cafe\u{301}s");
    person.input(&with(KeyCode::Left, KeyModifiers::ALT)).types("vrais ");
    assert_eq!(line(&person), "maison des vrais cafe\u{301}s");
    person.types("<end><back><back>");
    assert_eq!(line(&person), "maison des vrais caf", "a letter and its accent go together");
    person.input(&control('z'));
    assert_eq!(line(&person), "maison des vrais cafe\u{301}s");
    person.input(&control('y'));
    assert_eq!(line(&person), "maison des vrais caf");
    person.input(&control('w')).input(&support::pasted("toits\r\nverts\u{1b}[31m\u{202e}"));
    assert_eq!(line(&person), "maison des vrais toits verts[31m");
    person.input(&control('u'));
    assert_eq!(line(&person), "");
    person.input(&control('z')).input(&control('z'));
    assert_eq!(line(&person), "maison des vrais");
}

#[test]
fn near_the_limit_it_is_said_how_much_is_left() {
    let mut person = Person::at_home(80, 24);
    person.types(SCREENS[5].1).types(&"x".repeat(222));
    assert!(person.sees().contains("il reste 42 signes"), "{}", person.sees());
    person.types(&"x".repeat(44));
    assert!(person.sees().contains("2 signes de trop"), "{}", person.sees());
}
