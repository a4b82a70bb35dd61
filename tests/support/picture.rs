//! A screen as a picture: SVG made from the buffer that was drawn.
//! Never a font of its own; the sixteen colours that terminals name are those of the picture.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The size of a cell.
const CELL: (u16, u16) = (9, 18);

/// The ground and the ink of the picture, and the sixteen colours: a dark terminal of today.
const GROUND: &str = "#1c2128";
const INK: &str = "#e6edf3";
const SIXTEEN: [&str; 16] = [
    "#1c2128", "#c4303a", "#2f9e5b", "#a9740f", "#1f5fa8", "#9c4fb5", "#2a97a8", "#c9d1d9",
    "#626a73", "#ff7b72", "#56d364", "#e9c46a", "#79c0ff", "#d2a8ff", "#7fd7e0", "#f6f8fa",
];

/// The buffer as the text of an SVG file.
pub fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let (width, height) = (columns * CELL.0 + 16, rows * CELL.1 + 16);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{GROUND}\"/>\n\
         <g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\" \
         xml:space=\"preserve\">\n"
    );
    // Every ground before any letter: letters reach a little beyond their cells.
    let mut letters = String::new();
    for y in 0..rows {
        let mut x = 0;
        while x < columns {
            let cell = &buffer[(x, y)];
            let end = (x..columns).find(|at| !same(&buffer[(*at, y)], cell)).unwrap_or(columns);
            let text: String = (x..end).map(|at| buffer[(at, y)].symbol()).collect();
            run(&mut svg, &mut letters, (x, y), end - x, &text, cell);
            x = end;
        }
    }
    svg.push_str(&letters);
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn same(a: &Cell, b: &Cell) -> bool {
    (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier)
}

fn run(
    svg: &mut String,
    letters: &mut String,
    (x, y): (u16, u16),
    cells: u16,
    text: &str,
    cell: &Cell,
) {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (ink, ground) = (colour(cell.fg, INK), colour(cell.bg, GROUND));
    let (ink, ground) = if reversed { (ground, ink) } else { (ink, ground) };
    let (left, top, wide) = (x * CELL.0 + 8, y * CELL.1 + 8, cells * CELL.0);
    if ground != GROUND {
        let high = CELL.1;
        _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{ground}\"/>"
        );
    }
    let line = cell.modifier.contains(Modifier::UNDERLINED);
    if text.trim().is_empty() && !line {
        return;
    }
    let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let decoration = if line { " text-decoration=\"underline\"" } else { "" };
    let base = top + 14;
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace(' ', "\u{a0}");
    _ = writeln!(
        letters,
        "<text x=\"{left}\" y=\"{base}\" textLength=\"{wide}\" fill=\"{ink}\"{weight}{decoration}>{text}</text>"
    );
}

fn colour(colour: Color, otherwise: &str) -> String {
    let named = |at: usize| SIXTEEN[at].to_owned();
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
        _ => otherwise.to_owned(),
    }
}
