//! A tile map: one square for each place, for maps without shapes.

use crate::canvas::{Canvas, Ink, LEADING, SMALL, Stroke, TEXT, wrap};
use crate::words::words;
use crate::{Colour, Frame, format_number};

/// A place and its number.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile<'a> {
    /// The place.
    pub label: &'a str,
    /// How many; zero is shown as a gap.
    pub value: i64,
    /// A word under the number, for example a level; may be empty.
    pub note: &'a str,
}

/// Tiles in the order given, from left to right and top to bottom: three a row on a phone, six on a page.
///
/// Where there is nothing the tile is hatched, has a broken rim and says `gap` in words, so that it is
/// seen without its colour; no tile stands for a distance or a size.
pub fn tile_map(frame: &Frame<'_>, tiles: &[Tile<'_>], gap: &str) -> String {
    let mut canvas = Canvas::new(frame.id);
    if tiles.is_empty() {
        let nothing = words(frame.language).nothing_to_show;
        canvas.text(0.0, 24.0, Ink::small().italic(), nothing);
        return canvas.finish(frame, 36.0, "chart-tiles");
    }
    let columns = if frame.is_narrow() { 3 } else { 6 };
    let space = 6.0;
    let wide = (frame.width - space * (columns as f64 - 1.0)) / columns as f64;
    let tall = 104.0;
    let hatch = canvas.hatch("gap", Colour::LINE);
    for (place, tile) in tiles.iter().enumerate() {
        let x = (place % columns) as f64 * (wide + space);
        let y = (place / columns) as f64 * (tall + space) + 1.0;
        let empty = tile.value <= 0;
        let number = format_number(tile.value.max(0) as f64, 0, frame.language);
        let said = if empty { gap.to_owned() } else { format!("{number} {}", tile.note) };
        canvas.begin("chart-row", &format!("{}: {said}", tile.label));
        let rim = Stroke::new(if empty { Colour::INK } else { frame.accent }, 2.0);
        let rim = if empty { rim.dashed("6 4") } else { rim };
        let fill = if empty { hatch.clone() } else { Colour::WHITE.hex() };
        canvas.rect(x + 1.0, y, wide - 2.0, tall, &fill, Some(rim));
        if !empty {
            // A band as broad as the number, up to ten services, for the eye that compares.
            let band = (wide - 4.0) * (tile.value.min(10) as f64 / 10.0);
            canvas.rect(x + 2.0, y + tall - 8.0, band, 7.0, &frame.accent.hex(), None);
        }
        let name = wrap(tile.label, wide - 16.0, SMALL, 2);
        let ink = Ink { size: SMALL, ..Ink::text() }.bold().halo();
        canvas.lines(x + 8.0, y + SMALL + 6.0, ink, &name);
        let under = y + 2.0f64.mul_add(SMALL * LEADING, TEXT + 12.0);
        if empty {
            let lines = wrap(gap, wide - 16.0, SMALL, 2);
            canvas.lines(x + 8.0, under, Ink { size: SMALL, ..Ink::text() }.halo(), &lines);
        } else {
            canvas.text(x + 8.0, under, Ink::text().bold(), &number);
            let note = wrap(tile.note, wide - 16.0, SMALL, 1);
            canvas.lines(x + 8.0, under + SMALL * LEADING, Ink::small(), &note);
        }
        canvas.end();
    }
    let rows = tiles.len().div_ceil(columns) as f64;
    canvas.finish(frame, rows.mul_add(tall + space, 2.0), "chart-tiles")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_seen_and_said() {
        let tiles = [
            Tile { label: "Guastalla", value: 4, note: "livello 2,5" },
            Tile { label: "Boretto & <altri>", value: 0, note: "" },
        ];
        let svg = tile_map(&Frame::new("m", "Mappa", "Servizi per comune"), &tiles, "nessuno");
        assert!(
            svg.contains("nessuno") && svg.contains("<pattern") && svg.contains("stroke-dasharray")
        );
        assert!(svg.contains("Boretto &amp; &lt;altri&gt;"));
        assert!(!svg.contains("style="));
        assert!(tile_map(&Frame::new("m", "", ""), &[], "").contains("Niente da mostrare"));
    }
}
