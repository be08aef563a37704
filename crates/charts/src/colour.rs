//! Colours that can be seen.

/// A colour without transparency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

/// Six colours that stay apart for colour-blind readers and on paper.
///
/// They differ in lightness as well as in hue, avoid the red-green pair, and
/// each has a contrast of at least 3:1 on white. Green is not among them: a
/// chart never says "good" by colour.
pub const PALETTE: [Colour; 6] = [
    Colour::new(0x00, 0x52, 0xa3),
    Colour::new(0xd0, 0x6a, 0x00),
    Colour::new(0x5a, 0x2a, 0x82),
    Colour::new(0x2f, 0x8f, 0xc4),
    Colour::new(0x8a, 0x1c, 0x4a),
    Colour::new(0x5a, 0x68, 0x72),
];

impl Colour {
    /// White.
    pub const WHITE: Self = Self::new(0xff, 0xff, 0xff);
    /// The ink of texts.
    pub const INK: Self = Self::new(0x17, 0x32, 0x4d);
    /// The ink of secondary texts (more than 4.5:1 on white).
    pub const SOFT_INK: Self = Self::new(0x43, 0x54, 0x66);
    /// Axes and outlines that must be seen (more than 3:1 on white).
    pub const LINE: Self = Self::new(0x76, 0x84, 0x92);
    /// Grid lines, which only help the eye and carry no meaning.
    pub const GRID: Self = Self::new(0xdd, 0xe3, 0xe9);

    /// A colour from its three parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads `#rrggbb` or `#rgb`, with or without the `#`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().trim_start_matches('#');
        if !digits.is_ascii() {
            return None;
        }
        let pair = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        let single = |at: usize| {
            let half = u8::from_str_radix(digits.get(at..=at)?, 16).ok()?;
            Some(half * 17)
        };
        match digits.len() {
            6 => Some(Self::new(pair(0)?, pair(2)?, pair(4)?)),
            3 => Some(Self::new(single(0)?, single(1)?, single(2)?)),
            _ => None,
        }
    }

    /// The colour as `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.
    pub fn luminance(self) -> f64 {
        let part = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.red) + 0.7152 * part(self.green) + 0.0722 * part(self.blue)
    }

    /// Contrast ratio with another colour, 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// A mix with another colour: 0 is this one, 1 the other.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        let mix =
            |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self::new(
            mix(self.red, other.red),
            mix(self.green, other.green),
            mix(self.blue, other.blue),
        )
    }

    /// This colour, darkened just enough to reach a contrast on white.
    #[must_use]
    pub fn at_least_on_white(self, contrast: f64) -> Self {
        let black = Self::new(0, 0, 0);
        (0..=20)
            .map(|step| self.mixed(black, f64::from(step) / 20.0))
            .find(|colour| colour.contrast(Self::WHITE) >= contrast)
            .unwrap_or(black)
    }

    /// White or black, whichever reads better on this colour.
    ///
    /// One of the two always reaches 4.5:1, whatever the colour.
    #[must_use]
    pub fn ink_on_it(self) -> Self {
        let black = Self::new(0, 0, 0);
        if self.contrast(Self::WHITE) >= self.contrast(black) { Self::WHITE } else { black }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_palette_is_visible_on_white() {
        for colour in PALETTE {
            assert!(colour.contrast(Colour::WHITE) >= 3.0, "{} is too pale", colour.hex());
            assert!(colour.contrast(colour.ink_on_it()) >= 4.5, "{}", colour.hex());
        }
        assert!(Colour::INK.contrast(Colour::WHITE) >= 7.0);
        assert!(Colour::SOFT_INK.contrast(Colour::WHITE) >= 4.5);
        assert!(Colour::LINE.contrast(Colour::WHITE) >= 3.0);
    }

    #[test]
    fn neighbours_in_the_palette_differ_in_lightness() {
        for pair in PALETTE.windows(2) {
            assert!(pair[0].contrast(pair[1]) >= 1.5, "{} {}", pair[0].hex(), pair[1].hex());
        }
    }

    #[test]
    fn hex_is_read_and_written() {
        assert_eq!(Colour::parse("#0066CC"), Some(Colour::new(0, 0x66, 0xcc)));
        assert_eq!(Colour::parse("fa0"), Some(Colour::new(0xff, 0xaa, 0)));
        assert_eq!(Colour::parse("#0066CC").map(Colour::hex).as_deref(), Some("#0066cc"));
        for wrong in ["", "#12", "rosso", "#gggggg", "#é12", "url(#x)"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_pale_colour_is_darkened_and_a_dark_one_kept() {
        let yellow = Colour::new(0xff, 0xee, 0x00);
        assert!(yellow.contrast(Colour::WHITE) < 3.0);
        assert!(yellow.at_least_on_white(4.5).contrast(Colour::WHITE) >= 4.5);
        assert_eq!(PALETTE[0].at_least_on_white(4.5), PALETTE[0]);
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let ratio = Colour::new(0, 0, 0).contrast(Colour::WHITE);
        assert!((ratio - 21.0).abs() < 1e-9);
        let grey = Colour::new(0x76, 0x76, 0x76).contrast(Colour::WHITE);
        assert!((grey - 4.54).abs() < 0.01, "{grey}");
    }
}
