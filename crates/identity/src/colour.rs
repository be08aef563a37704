//! A body's colour, made dark enough for white text on it (WCAG 2.2: contrast of 4.5).

/// The least contrast between text and ground.
const LEAST: f64 = 4.5;

/// Reads `#rrggbb` and darkens it step by step until white text on it can be read.
pub fn readable(text: &str) -> Option<String> {
    let hex = text.trim().strip_prefix('#')?;
    if hex.len() != 6 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(hex, 16).ok()?;
    let mut rgb = [(number >> 16) as u8, (number >> 8) as u8, number as u8];
    while contrast_with_white(rgb) < LEAST {
        rgb = rgb.map(|channel| (u16::from(channel) * 24 / 25) as u8);
    }
    Some(format!("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]))
}

/// How well white text can be read on `#rrggbb`: from 1 (not at all) to 21.
pub fn contrast(text: &str) -> Option<f64> {
    let number = u32::from_str_radix(text.strip_prefix('#')?, 16).ok()?;
    Some(contrast_with_white([(number >> 16) as u8, (number >> 8) as u8, number as u8]))
}

fn contrast_with_white(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_colours_stay_and_pale_ones_darken() {
        assert_eq!(readable("#0B5E4A").as_deref(), Some("#0b5e4a"));
        for pale in ["#ffffff", "#ffee00", "#00ffff", "#777777"] {
            let dark = readable(pale).unwrap();
            let n = u32::from_str_radix(&dark[1..], 16).unwrap();
            let rgb = [(n >> 16) as u8, (n >> 8) as u8, n as u8];
            assert!(contrast_with_white(rgb) >= LEAST, "{pale} became {dark}");
            assert!(contrast_with_white(rgb) < 5.2, "{pale} became {dark}, darker than needed");
        }
        for bad in ["", "red", "#fff", "#12345g", "0b5e4a", "#0b5e4a;x", "#+12345"] {
            assert_eq!(readable(bad), None, "{bad}");
        }
    }
}
