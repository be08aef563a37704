//! A report as a DOCX file that offices go on writing in.
//!
//! Real headings, header rows, the language and the title are what makes it readable for everybody.
//! Charts are their tables: a picture would add nothing that the table does not say.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use charts::Language;
use jiff::Zoned;
use unicode_normalization::UnicodeNormalization;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::DocumentError;
use crate::agenda_view::{Colours, facts, main_colour, web_address};
use crate::clean::{Cleaner, Script};
use crate::report::{Block, Report, Table};
use crate::words::Words;
use crate::written;

// Width between the margins of an A4 page, in twentieths of a point.
const WIDTH: usize = 9638;
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Writes a report as DOCX.
pub fn write_report_docx(report: &Report, generated_at: &Zoned) -> Result<Vec<u8>, DocumentError> {
    let mut text = Written::default();
    text.report(report, generated_at);
    let colours = Colours::of(main_colour(&report.body));
    let tag = match report.language {
        Language::It => "it-IT",
        Language::En => "en-GB",
    };
    let bare = |colour: &str| colour.trim_start_matches('#').to_uppercase();
    let styles = include_str!("../templates/docx/styles.xml")
        .replace("{lang}", tag)
        .replace("{main}", &bare(&colours.main))
        .replace("{second}", &bare(&colours.second))
        .replace("{tint}", &bare(&colours.tint));
    let parts = [
        ("[Content_Types].xml", include_str!("../templates/docx/content_types.xml").to_owned()),
        ("_rels/.rels", include_str!("../templates/docx/rels.xml").to_owned()),
        ("docProps/core.xml", core(report, tag, generated_at)),
        ("word/document.xml", text.document()),
        ("word/styles.xml", styles),
        ("word/numbering.xml", include_str!("../templates/docx/numbering.xml").to_owned()),
        ("word/footer1.xml", footer(report)),
        ("word/_rels/document.xml.rels", text.relationships()),
    ];
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        file.start_file(name, SimpleFileOptions::default())?;
        file.write_all(content.as_bytes()).map_err(zip::result::ZipError::from)?;
    }
    Ok(file.finish()?.into_inner())
}

/// A text as it may stand in XML: composed, without what no reader can see, marks escaped.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.nfc() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_whitespace() && c != '\u{a0}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            // Places to break, marks that turn the direction of what follows, what XML does not take.
            '\u{200b}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fffe}'
            | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

fn core(report: &Report, tag: &str, generated_at: &Zoned) -> String {
    let moment = generated_at.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ");
    let title = format!("{} \u{2013} {}", plain(&report.title), plain(&report.body.name));
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{}</dc:creator><cp:keywords>{}</cp:keywords><dc:description>{}</dc:description>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:created><dc:language>{tag}</dc:language>\
         </cp:coreProperties>",
        plain(&report.body.name),
        plain(&report.keywords.join(", ")),
        plain(&report.description),
    )
}

fn footer(report: &Report) -> String {
    let words = Words::of(report.language);
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    let said = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let opening = format!("{}, {} ", plain(&report.title), words.page.to_lowercase());
    let between = format!(" {} ", words.of);
    format!(
        "{HEAD}<w:ftr xmlns:w=\"{WORD}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}{}{}{}</w:p></w:ftr>",
        said(&opening),
        field("PAGE"),
        said(&between),
        field("NUMPAGES"),
    )
}

/// The body of the document while it is written.
#[derive(Default)]
struct Written {
    body: String,
    addresses: Vec<String>,
}

impl Written {
    fn report(&mut self, report: &Report, generated_at: &Zoned) {
        let (language, words) = (report.language, Words::of(report.language));
        self.paragraph("Subtitle", &report.body.name);
        self.paragraph("Title", &report.title);
        self.paragraph("Subtitle", &report.subtitle);
        for fact in facts(&report.facts, Cleaner { script: Script::Any }, language) {
            self.term(&fact.label, &fact.value);
        }
        for chapter in &report.chapters {
            self.paragraph("Heading1", &chapter.title);
            for block in &chapter.blocks {
                self.block(block);
            }
        }
        self.paragraph("Heading1", words.about);
        if let Some(address) = &report.address {
            self.link(words.address, address);
        }
        if let Some(contact) = &report.body.contact {
            self.term(words.contact, contact);
        }
        self.term(words.generated, &written::date(generated_at.date(), language));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => {
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    self.paragraph("Normal", line);
                }
            }
            Block::Heading(text) => self.paragraph("Heading2", text),
            Block::Terms(items) => items.iter().for_each(|(name, said)| self.term(name, said)),
            Block::List(items) => items.iter().for_each(|item| self.paragraph("ListBullet", item)),
            Block::Chart(chart) => self.table(&chart.table()),
            Block::Table(table) => self.table(table),
            Block::Link { text, address } => self.link(text, address),
        }
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        self.open(style);
        self.run("", text);
        self.body.push_str("</w:p>");
    }

    fn open(&mut self, style: &str) {
        let _ = write!(self.body, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
    }

    fn run(&mut self, look: &str, text: &str) {
        let text = plain(text);
        let look = if look.is_empty() { String::new() } else { format!("<w:rPr>{look}</w:rPr>") };
        let run = format!("<w:r>{look}<w:t xml:space=\"preserve\">{text}</w:t></w:r>");
        self.body.push_str(&run);
    }

    fn blank(&mut self) {
        self.body.push_str("<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
    }

    fn term(&mut self, name: &str, said: &str) {
        self.open("Term");
        self.run("<w:b/>", &format!("{}:", name.trim()));
        self.blank();
        self.run("", said);
        self.body.push_str("</w:p>");
    }

    fn link(&mut self, text: &str, address: &str) {
        self.open("Normal");
        self.run("", text);
        if let Some(address) = web_address(address) {
            self.addresses.push(plain(address));
            let id = self.addresses.len() + FIXED.len();
            self.blank();
            let _ = write!(self.body, "<w:hyperlink r:id=\"rId{id}\">");
            self.run("<w:rStyle w:val=\"Hyperlink\"/>", address);
            self.body.push_str("</w:hyperlink>");
        }
        self.body.push_str("</w:p>");
    }

    fn table(&mut self, table: &Table) {
        if !table.title.is_empty() {
            self.paragraph("Caption", &table.title);
        }
        let whole: usize =
            table.columns.iter().map(|column| usize::from(column.share.max(1))).sum();
        let widths: Vec<usize> = table
            .columns
            .iter()
            .map(|column| WIDTH * usize::from(column.share.max(1)) / whole.max(1))
            .collect();
        let _ = write!(
            self.body,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Report\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"06A0\" w:firstRow=\"1\" w:lastRow=\"0\" \
             w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
             <w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            plain(&table.title)
        );
        for width in &widths {
            let _ = write!(self.body, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.body.push_str("</w:tblGrid>");
        let heads: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
        self.row(table, &widths, &heads, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for row in &table.rows {
            self.row(table, &widths, row, "");
        }
        // Word wants a paragraph between two tables, and after the last.
        self.body.push_str("</w:tbl><w:p/>");
    }

    fn row(&mut self, table: &Table, widths: &[usize], cells: &[String], properties: &str) {
        self.body.push_str("<w:tr>");
        self.body.push_str(properties);
        for (place, width) in widths.iter().enumerate() {
            let number = table.columns.get(place).is_some_and(|column| column.number);
            let side = if number { "<w:jc w:val=\"right\"/>" } else { "" };
            let _ = write!(
                self.body,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>\
                 <w:p><w:pPr><w:pStyle w:val=\"Cell\"/>{side}</w:pPr>"
            );
            self.run("", cells.get(place).map_or("", String::as_str));
            self.body.push_str("</w:p></w:tc>");
        }
        self.body.push_str("</w:tr>");
    }

    fn document(&self) -> String {
        format!(
            "{HEAD}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONSHIPS}\"><w:body>{}<w:sectPr>\
             <w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
             <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" \
             w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
            self.body
        )
    }

    fn relationships(&self) -> String {
        let fixed = FIXED.iter().enumerate().map(|(place, (kind, target))| {
            let id = place + 1;
            format!(
                "<Relationship Id=\"rId{id}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{target}\"/>"
            )
        });
        let links = self.addresses.iter().enumerate().map(|(place, address)| {
            let id = FIXED.len() + place + 1;
            format!(
                "<Relationship Id=\"rId{id}\" Type=\"{RELATIONSHIPS}/hyperlink\" Target=\"{address}\" \
                 TargetMode=\"External\"/>"
            )
        });
        let all: String = fixed.chain(links).collect();
        format!(
            "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
        )
    }
}

/// What every document is related to: kind and part.
const FIXED: [(&str, &str); 3] =
    [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footer", "footer1.xml")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_only_texts() {
        assert_eq!(
            plain("  a\t<b> & \"c\"\u{0}\u{202e}\u{ffff}\n d "),
            "a &lt;b&gt; &amp; &quot;c&quot; d"
        );
        assert_eq!(plain("citta\u{300}"), "città");
    }
}
