//! Contrast, by calculation: every text of every theme on the terminals that people have, and what shows
//! where one is. The table of `docs/accessibility.md` is this one.
//! Never a taste: what is read here is counted.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use ratatui::style::{Color, Modifier, Style};
use recueil::app::{Shade, Signs};
use recueil::tui::{Depth, Theme};

/// A terminal as it comes: its sixteen colours, and the ink and ground of text without a colour, light
/// and dark where it has both.
struct Terminal {
    name: &'static str,
    palette: [u32; 16],
    own: &'static [(u32, u32)],
}

/// From documentation and sources: xterm's `XTerm-col.ad`, the VGA text mode of the console of Linux, the
/// console of Windows before and since «Campbell», GNOME Terminal's «Tango» and «GNOME», and Terminal of
/// macOS («Basic»).
static TERMINALS: [Terminal; 7] = [
    Terminal {
        name: "xterm",
        palette: [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
        own: &[(0x00_0000, 0xff_ffff)],
    },
    Terminal {
        name: "VGA",
        palette: [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
        own: &[(0xaa_aaaa, 0x00_0000)],
    },
    Terminal {
        name: "Windows",
        palette: [
            0x00_0000, 0x80_0000, 0x00_8000, 0x80_8000, 0x00_0080, 0x80_0080, 0x00_8080, 0xc0_c0c0,
            0x80_8080, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x00_00ff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
        own: &[(0xc0_c0c0, 0x00_0000)],
    },
    Terminal {
        name: "Campbell",
        palette: [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
            0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
        own: &[(0xcc_cccc, 0x0c_0c0c)],
    },
    Terminal {
        name: "Tango",
        palette: [
            0x2e_3436, 0xcc_0000, 0x4e_9a06, 0xc4_a000, 0x34_65a4, 0x75_507b, 0x06_989a, 0xd3_d7cf,
            0x55_5753, 0xef_2929, 0x8a_e234, 0xfc_e94f, 0x72_9fcf, 0xad_7fa8, 0x34_e2e2, 0xee_eeec,
        ],
        own: &[(0x2e_3436, 0xee_eeec), (0xd3_d7cf, 0x2e_3436)],
    },
    Terminal {
        name: "GNOME",
        palette: [
            0x17_1421, 0xc0_1c28, 0x26_a269, 0xa2_734c, 0x12_488b, 0xa3_47ba, 0x2a_a1b3, 0xd0_cfcc,
            0x5e_5c64, 0xf6_6151, 0x33_da7a, 0xe9_ad0c, 0x2a_7bde, 0xc0_61cb, 0x33_c7de, 0xff_ffff,
        ],
        own: &[(0x17_1421, 0xff_ffff), (0xd0_cfcc, 0x17_1421)],
    },
    Terminal {
        name: "macOS",
        palette: [
            0x00_0000, 0xc2_3621, 0x25_bc24, 0xad_ad27, 0x49_2ee1, 0xd3_38d3, 0x33_bbc8, 0xcb_cccd,
            0x81_8383, 0xfc_391f, 0x31_e722, 0xea_ec23, 0x58_33ff, 0xf9_35f8, 0x14_f0f0, 0xe9_ebeb,
        ],
        own: &[(0x00_0000, 0xff_ffff), (0xff_ffff, 0x1e_1e1e)],
    },
];

/// What a colour is on a terminal; nothing where it is the terminal's own.
fn shade(colour: Option<Color>, terminal: &Terminal) -> Option<u32> {
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
        Color::Rgb(red, green, blue) => Some(u32::from_be_bytes([0, red, green, blue])),
        colour => {
            let at = named.iter().position(|known| *known == colour);
            Some(terminal.palette[at.expect("a colour with a name")])
        }
    }
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(shade: u32) -> f64 {
    let [_, red, green, blue] = shade.to_be_bytes();
    let [red, green, blue] = [red, green, blue].map(|channel| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast, as WCAG 2.2 defines it: from 1 to 21.
fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The least contrast of these two colours on any terminal, and which it is.
fn least(ink: Option<Color>, ground: Option<Color>) -> (f64, &'static str) {
    let of = |terminal: &'static Terminal| {
        let (ink, ground) = (shade(ink, terminal), shade(ground, terminal));
        let pairs = terminal.own.iter().map(move |(own_ink, own_ground)| {
            contrast(ink.unwrap_or(*own_ink), ground.unwrap_or(*own_ground))
        });
        pairs.map(|contrast| (contrast, terminal.name))
    };

    let all = TERMINALS.iter().flat_map(of);
    all.min_by(|one, other| one.0.total_cmp(&other.0)).expect("a terminal")
}

/// The themes that have colours, and how far apart their texts must be.
const THEMES: [(&str, Shade, Depth, f64); 7] = [
    ("du terminal", Shade::Terminal, Depth::Sixteen, 4.5),
    ("clair, 16", Shade::Light, Depth::Sixteen, 4.5),
    ("clair", Shade::Light, Depth::Many, 4.5),
    ("sombre, 16", Shade::Dark, Depth::Sixteen, 4.5),
    ("sombre", Shade::Dark, Depth::Many, 4.5),
    ("contraste, 16", Shade::Contrast, Depth::Sixteen, 7.0),
    ("contraste", Shade::Contrast, Depth::Many, 7.0),
];

fn theme((_, shade, depth, _): &(&str, Shade, Depth, f64)) -> Theme {
    Theme::new(*shade, *depth, Signs::All)
}

/// The roles of texts, in French, in the order of the theme.
const ROLES: [&str; 13] = [
    "fond",
    "titre de l'écran",
    "chemin fait",
    "bandeau « essai »",
    "question",
    "phrases et réponses",
    "explications",
    "avertissement",
    "ligne choisie",
    "réponse cochée",
    "ce qu'on tape",
    "touche, flèche ▸",
    "ce que fait la touche",
];

#[test]
fn the_measure_of_contrast_is_the_published_one() {
    // WCAG 2.2, and the pairs that WebAIM and the W3C give as examples of it.
    for (ink, ground, published) in [
        (0x00_0000, 0xff_ffff, 21.0),
        (0xff_ffff, 0xff_ffff, 1.0),
        (0x77_7777, 0xff_ffff, 4.48),
        (0x76_7676, 0xff_ffff, 4.54),
        (0x59_5959, 0xff_ffff, 7.0),
        (0xff_0000, 0xff_ffff, 4.0),
        (0x00_00ff, 0xff_ffff, 8.59),
    ] {
        let found = contrast(ink, ground);
        assert!((found - published).abs() < 0.006, "{ink:06x} on {ground:06x}: {found}");
    }
}

#[test]
fn every_text_of_every_theme_is_read_on_every_usual_terminal() {
    for of in &THEMES {
        for (role, style) in theme(of).read() {
            let (found, terminal) = least(style.fg, style.bg);
            assert!(found >= of.3, "{}: {role} on {terminal} has {found:.2}", of.0);
        }
    }
}

/// What shows where one is: the arrow before the line, the underline of what is typed, the part of the
/// way behind. Three to one, as WCAG 1.4.11 asks of signs.
#[test]
fn what_shows_where_one_is_differs_from_the_ground_on_every_usual_terminal() {
    for of in &THEMES {
        let theme = theme(of);
        for (sign, style) in [("arrow", theme.key), ("underline", theme.field), ("way", theme.done)]
        {
            let (found, terminal) = least(style.fg, theme.ground.bg);
            assert!(found >= 3.0, "{}: {sign} on {terminal} has {found:.2}", of.0);
        }
        // Never by colour alone: turned round, or underlined, where there is no colour at all.
        assert!(theme.focus.add_modifier.contains(Modifier::REVERSED), "{}", of.0);
        assert!(theme.field.add_modifier.contains(Modifier::UNDERLINED), "{}", of.0);
    }
    let colourless = Theme::new(Shade::Colourless, Depth::Many, Signs::All);
    let has_colour = |(_, style): &(&str, Style)| style.fg.is_some() || style.bg.is_some();
    assert!(!colourless.read().iter().any(has_colour));
    assert!(colourless.focus.add_modifier.contains(Modifier::REVERSED));
}

/// The ground of the chosen line beside the ground of the screen is no sign of its own: where it is less
/// than three to one the arrow says it. In high contrast the line is seen by itself.
#[test]
fn in_high_contrast_the_chosen_line_is_seen_from_afar() {
    for of in THEMES.iter().filter(|of| of.1 == Shade::Contrast) {
        let theme = theme(of);
        // Reverse video: the ink of the style is the ground of the line.
        let (found, terminal) = least(theme.focus.fg, theme.ground.bg);
        assert!(found >= 7.0, "{}: {terminal} has {found:.2}", of.0);
    }
}

/// The table: for each role and theme the least contrast, and the terminal that has it.
fn table() -> String {
    let mut table = String::from("| rôle |");
    for (name, ..) in THEMES {
        _ = write!(table, " {name} |");
    }
    _ = write!(table, "\n| --- |{}", " ---: |".repeat(THEMES.len()));
    // Never rounded up; where all colours are the theme's own the terminal is no matter.
    let written = |depth: Depth, (found, terminal): (f64, &str)| {
        let number = format!("{:.1}", (found * 10.0).floor() / 10.0).replace('.', ",");
        if depth == Depth::Many { number } else { format!("{number} ({terminal})") }
    };
    for (at, role) in ROLES.iter().enumerate() {
        _ = write!(table, "\n| {role} |");
        for of in &THEMES {
            let (_, style) = theme(of).read()[at];
            _ = write!(table, " {} |", written(of.2, least(style.fg, style.bg)));
        }
    }
    _ = write!(table, "\n| *fond de la ligne choisie, sur le fond de l'écran* |");
    for of in &THEMES {
        let theme = theme(of);
        _ = write!(table, " {} |", written(of.2, least(theme.focus.fg, theme.ground.bg)));
    }
    table + "\n"
}

/// To write it anew: `RECUEIL_WRITE_PICTURES=1 cargo test --test contrast`.
#[test]
fn the_page_of_accessibility_holds_the_table_as_it_is() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/accessibility.md");
    let page = fs::read_to_string(&path).expect("the page");
    let (before, rest) = page.split_once("<!-- contrastes -->\n\n").expect("where it begins");
    let (_, after) = rest.split_once("\n<!-- fin des contrastes -->").expect("where it ends");
    let kept =
        format!("{before}<!-- contrastes -->\n\n{}\n<!-- fin des contrastes -->{after}", table());
    if std::env::var_os("RECUEIL_WRITE_PICTURES").is_some() {
        fs::write(&path, &kept).expect("written");
    }
    assert!(page == kept, "the table of contrasts is out of date:\n{}", table());
}
