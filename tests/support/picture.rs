//! A screen as a picture: SVG made from the buffer that was drawn.
//! Never a font or a colour of its own beyond the sixteen that terminals name.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The size of a cell.
const CELL: (u16, u16) = (9, 18);

/// The ground and the ink of the picture.
const GROUND: &str = "#1c2128";
const INK: &str = "#e6edf3";

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
    for y in 0..rows {
        let mut x = 0;
        while x < columns {
            let cell = &buffer[(x, y)];
            let end = (x..columns).find(|at| !same(&buffer[(*at, y)], cell)).unwrap_or(columns);
            let text: String = (x..end).map(|at| buffer[(at, y)].symbol()).collect();
            run(&mut svg, (x, y), end - x, &text, cell);
            x = end;
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn same(a: &Cell, b: &Cell) -> bool {
    (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier)
}

fn run(svg: &mut String, (x, y): (u16, u16), cells: u16, text: &str, cell: &Cell) {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let ink = colour(cell.fg, INK);
    let ground = colour(cell.bg, GROUND);
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
        svg,
        "<text x=\"{left}\" y=\"{base}\" textLength=\"{wide}\" fill=\"{ink}\"{weight}{decoration}>{text}</text>"
    );
}

fn colour(colour: Color, otherwise: &'static str) -> &'static str {
    match colour {
        Color::Black => "#1c2128",
        Color::Cyan => "#56d4dd",
        Color::Yellow => "#e3b341",
        Color::Magenta => "#d2a8ff",
        Color::Green => "#56d364",
        Color::Red => "#ff7b72",
        Color::Blue => "#79c0ff",
        _ => otherwise,
    }
}
