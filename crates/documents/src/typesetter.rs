//! The only door to typst: files in, PDF out.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::Zoned;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::DocumentError;
use crate::clean::{Script, UNPRINTABLE};

/// The embedded fonts, read once.
pub struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

// The main family comes first; the others only lend what it lacks.
const FAMILIES: [&[u8]; 5] = [
    notosans::REGULAR_TTF,
    notosans::BOLD_TTF,
    notosans::ITALIC_TTF,
    notosans::BOLD_ITALIC_TTF,
    epaint_default_fonts::NOTO_EMOJI_REGULAR,
];

impl Fonts {
    /// The fonts of all documents.
    pub fn get() -> &'static Self {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(|| {
            let files = FAMILIES.into_iter().chain([dejavu::sans::regular()]);
            let fonts: Vec<Font> = files.flat_map(|file| Font::iter(Bytes::new(file))).collect();
            let book = LazyHash::new(FontBook::from_fonts(&fonts));
            Self { fonts, book }
        })
    }

    /// True when the character has a glyph.
    pub fn can_print(&self, character: char, script: Script) -> bool {
        let lending = match script {
            Script::Any => self.fonts.len(),
            Script::European => 1,
        };
        let has_glyph = |font: &Font| font.info().coverage.contains(u32::from(character));
        character == UNPRINTABLE || self.fonts.iter().take(lending).any(has_glyph)
    }
}

fn library() -> &'static LazyHash<Library> {
    static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        // Row headers of tables are still behind this feature.
        let features = [Feature::A11yExtras].into_iter().collect();
        LazyHash::new(Library::builder().with_features(features).build())
    })
}

/// The files of one document; nothing else exists for its template.
pub struct Manuscript {
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    today: Option<Datetime>,
    timestamp: Option<Timestamp>,
}

impl Manuscript {
    /// A document whose template is `main`.
    pub fn new(main: &str, generated_at: &Zoned) -> Result<Self, DocumentError> {
        let part = |value: i8| u8::try_from(value).unwrap_or(0);
        let (year, month, day) =
            (i32::from(generated_at.year()), part(generated_at.month()), part(generated_at.day()));
        let instant = Datetime::from_ymd_hms(
            year,
            month,
            day,
            part(generated_at.hour()),
            part(generated_at.minute()),
            part(generated_at.second()),
        );
        let offset = generated_at.offset().seconds() / 60;
        Ok(Self {
            main: file_id(main)?,
            sources: HashMap::new(),
            files: HashMap::new(),
            today: Datetime::from_ymd(year, month, day),
            timestamp: instant.and_then(|instant| Timestamp::new_local(instant, offset)),
        })
    }

    /// Adds a template.
    pub fn template(&mut self, path: &str, text: &str) -> Result<(), DocumentError> {
        let id = file_id(path)?;
        self.sources.insert(id, Source::new(id, text.to_owned()));
        Ok(())
    }

    /// Adds a file that a template reads.
    pub fn file(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), DocumentError> {
        self.files.insert(file_id(path)?, Bytes::new(bytes));
        Ok(())
    }

    /// Typesets the document as PDF/UA-1 and PDF/A-2a.
    pub fn typeset(&self) -> Result<Vec<u8>, DocumentError> {
        let result = self.typeset_with_memory();
        // The typesetter remembers what it has laid out; the next document is
        // another one, and a server cannot keep them all.
        comemo::evict(0);
        result
    }

    fn typeset_with_memory(&self) -> Result<Vec<u8>, DocumentError> {
        let document: PagedDocument =
            typst::compile(self).output.map_err(|errors| self.explained(&errors))?;
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| DocumentError::Typeset(error.message().to_string()))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("AGIO".to_owned())),
            timestamp: self.timestamp,
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| self.explained(&errors))
    }

    fn explained(&self, errors: &[SourceDiagnostic]) -> DocumentError {
        let lines: Vec<String> = errors
            .iter()
            .map(|error| {
                let range = typst::WorldExt::range(self, error.span);
                let place = error.span.id().and_then(|id| {
                    let line = self.sources.get(&id)?.lines().byte_to_line(range?.start)?;
                    Some(format!("{}:{}: ", id.vpath().get_without_slash(), line + 1))
                });
                format!("{}{}", place.unwrap_or_default(), error.message)
            })
            .collect();
        DocumentError::Typeset(lines.join("; "))
    }
}

fn file_id(path: &str) -> Result<FileId, DocumentError> {
    let path = VirtualPath::new(path)
        .map_err(|_| DocumentError::Typeset(format!("{path} is not a path")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Manuscript {
    fn library(&self) -> &LazyHash<Library> {
        library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &Fonts::get().book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        Fonts::get().fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
