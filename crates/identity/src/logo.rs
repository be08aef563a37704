//! A body's logo: what is uploaded is read as a picture and written again, so that nothing but pixels is kept.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, ImageReader, Limits};
use texts::key;

use crate::IdentityError;

/// The largest file taken, in bytes.
pub const LARGEST_FILE: usize = 5 << 20;
/// The longest side of what is kept, in pixels: pages show it at 64.
pub const LONGEST_SIDE: u32 = 256;
/// The longest side of what is read, in pixels.
const LARGEST_SIDE: u32 = 6000;

fn unreadable<E>(_: E) -> IdentityError {
    IdentityError::field("logo", key!("identity-bad-logo"))
}

/// The picture as a PNG of at most 256 pixels a side; only PNG, JPEG and WebP are read.
pub(crate) fn redrawn(bytes: &[u8]) -> Result<Vec<u8>, IdentityError> {
    if bytes.len() > LARGEST_FILE {
        return Err(IdentityError::field("logo", key!("identity-logo-too-large")));
    }
    let format = image::guess_format(bytes).map_err(unreadable)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP) {
        return Err(unreadable(()));
    }
    // A small file may unfold into a huge picture.
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(256 << 20);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let picture = reader.decode().map_err(unreadable)?;
    let picture = if picture.width().max(picture.height()) > LONGEST_SIDE {
        picture.thumbnail(LONGEST_SIDE, LONGEST_SIDE)
    } else {
        picture
    };
    let mut png = Cursor::new(Vec::new());
    DynamicImage::from(picture.into_rgba8())
        .write_to(&mut png, ImageFormat::Png)
        .map_err(unreadable)?;
    Ok(png.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut file, format).unwrap();
        file.into_inner()
    }

    #[test]
    fn pictures_come_back_small_and_as_png() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let png = redrawn(&picture(900, 300, format)).unwrap();
            let again = image::load_from_memory_with_format(&png, ImageFormat::Png).unwrap();
            assert_eq!((again.width(), again.height()), (256, 85), "{format:?}");
        }
        let tiny = redrawn(&picture(3, 2, ImageFormat::Png)).unwrap();
        assert_eq!(image::load_from_memory(&tiny).unwrap().width(), 3);
    }

    #[test]
    fn what_hides_behind_a_picture_is_not_kept() {
        let mut png = picture(8, 8, ImageFormat::Png);
        png.extend_from_slice(b"<script>alert(1)</script>");
        let again = redrawn(&png).unwrap();
        assert!(!again.windows(8).any(|part| part == b"<script>"));
    }

    #[test]
    fn other_files_are_refused() {
        let mut cut = picture(64, 64, ImageFormat::Png);
        cut.truncate(40);
        let wide = picture(LARGEST_SIDE + 1, 1, ImageFormat::Png);
        for bad in [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"GIF89a", b"", &cut, &wide]
        {
            assert!(matches!(redrawn(bad), Err(IdentityError::Invalid(_))));
        }
        let large = vec![0; LARGEST_FILE + 1];
        let Err(IdentityError::Invalid(errors)) = redrawn(&large) else { panic!("taken") };
        assert_eq!(errors[0].key, "identity-logo-too-large");
    }
}
