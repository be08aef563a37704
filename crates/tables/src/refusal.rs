//! Why a file was refused.

/// Why a file was refused; nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No bytes at all.
    Empty,
    /// Headings alone, or nothing.
    NoRows,
    /// The first row has no headings.
    NoHeadings,
    /// More bytes than the limit, in MB.
    TooLarge(i64),
    /// More rows than the limit.
    TooManyRows(i64),
    /// More columns than the limit.
    TooManyColumns(i64),
    /// It would unpack to more than the limit, in MB.
    Bomb(i64),
    /// An XLSX or ODS that cannot be opened.
    BrokenWorkbook,
    /// An old or protected Excel file.
    OldExcel,
    /// Neither text nor a workbook.
    NotATable,
    /// An encoding of that name does not exist.
    NoSuchEncoding,
    /// A cell with more characters than the limit, often a quote never closed.
    HugeCell(i64),
}

impl Refusal {
    /// The name of its message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "profile-file-empty",
            Self::NoRows => "profile-file-no-rows",
            Self::NoHeadings => "profile-file-no-headings",
            Self::TooLarge(_) => "profile-file-too-large",
            Self::TooManyRows(_) => "profile-file-too-many-rows",
            Self::TooManyColumns(_) => "profile-file-too-many-columns",
            Self::Bomb(_) => "profile-file-bomb",
            Self::BrokenWorkbook => "profile-file-broken-workbook",
            Self::OldExcel => "profile-file-old-excel",
            Self::NotATable => "profile-file-not-a-table",
            Self::NoSuchEncoding => "profile-file-no-such-encoding",
            Self::HugeCell(_) => "profile-file-huge-cell",
        }
    }

    /// The limit its message speaks of (`n`).
    pub const fn limit(self) -> Option<i64> {
        match self {
            Self::TooLarge(n)
            | Self::TooManyRows(n)
            | Self::TooManyColumns(n)
            | Self::Bomb(n)
            | Self::HugeCell(n) => Some(n),
            _ => None,
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key())
    }
}

impl std::error::Error for Refusal {}
