//! Square codes that a telephone reads, as SVG.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// Modules left white around the code, as the standard asks (ISO/IEC 18004).
const MARGIN: usize = 4;

/// The square code of a text as SVG markup; empty when the text is too long for one.
pub fn svg(text: &str) -> String {
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else { return String::new() };
    let side = code.size + 2 * MARGIN;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|&at| code[y][at].value()).count();
            if run > 0 {
                // A row of dark modules is one rectangle: a sheet holds hundreds of codes.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN);
            }
            x += run.max(1);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_and_an_endless_text_is_not() {
        let drawn = svg("https://agio.example/bassa/giornate/prova/vota?codice=ABC234");
        assert!(drawn.starts_with("<svg") && drawn.contains("M4 4h7v1h-7z"), "the corner mark");
        assert!(drawn.len() < 12_000, "{}", drawn.len());
        assert_eq!(svg(&"x".repeat(9000)), "");
    }
}
