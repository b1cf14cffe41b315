//! The formats: each tells findings as they come, and what remains at the end.

#[path = "github.rs"]
mod github;
#[path = "json.rs"]
mod json;
#[path = "sarif.rs"]
mod sarif;
#[path = "text.rs"]
mod text;

use std::io::{self, BufWriter, Write};

use catalog::policy::Findings;

use crate::{cli::Format, run::Summary};

/// A text, and what was found in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checked<'t> {
    /// The file, as it is shown.
    pub(crate) name: &'t str,
    /// Its text.
    pub(crate) text: &'t [u8],
    /// What was found.
    pub(crate) findings: &'t Findings<'t>,
}

/// What a format does.
trait Tell {
    /// Tells the findings of a text.
    fn tell(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()>;

    /// Tells the rest.
    fn end(&mut self, out: &mut dyn Write, summary: &Summary, quiet: bool) -> io::Result<()>;
}

/// A format, and where it goes.
pub(crate) struct Output {
    format: Box<dyn Tell>,
    out: Box<dyn Write>,
}

impl Output {
    /// Standard output in a format.
    pub(crate) fn begin(format: Format) -> Self {
        let stdout = || BufWriter::new(io::stdout().lock());
        match format {
            // Colours are taken out unless it is a terminal.
            Format::Text => {
                Self { format: Box::new(text::Text), out: Box::new(BufWriter::new(anstream::stdout().lock())) }
            }
            Format::Json => Self { format: Box::new(json::Json::default()), out: Box::new(stdout()) },
            Format::Sarif => Self { format: Box::new(sarif::Sarif::default()), out: Box::new(stdout()) },
            Format::Github => Self { format: Box::new(github::Github), out: Box::new(stdout()) },
        }
    }

    /// Tells the findings of a text.
    pub(crate) fn tell(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        self.format.tell(&mut self.out, checked)
    }

    /// What was told is seen before anything else is.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Tells the rest.
    pub(crate) fn end(mut self, summary: &Summary, quiet: bool) -> io::Result<()> {
        self.format.end(&mut self.out, summary, quiet)?;
        self.out.flush()
    }
}
