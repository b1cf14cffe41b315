//! Writes findings to standard output in one of the formats.

use std::io::{self, BufWriter, Write};

use super::{
    checked::Checked, format::Format, github::Github, gitlab::Gitlab, json::Json, junit::Junit, markdown::Markdown,
    report::Report, sarif::Sarif, summary::Summary, text::Text,
};

/// A writer to standard output, with its format.
pub(crate) struct Writer {
    format: Box<dyn Report>,
    out: Box<dyn Write>,
}

impl Writer {
    /// Creates a writer for a format.
    pub(crate) fn new(format: Format) -> Self {
        let stdout = || Box::new(BufWriter::new(io::stdout().lock()));
        match format {
            // `anstream` removes the colors unless standard output is a terminal.
            Format::Text => Self { format: Box::new(Text), out: Box::new(BufWriter::new(anstream::stdout().lock())) },
            Format::Json => Self { format: Box::new(Json::default()), out: stdout() },
            Format::Sarif => Self { format: Box::new(Sarif::default()), out: stdout() },
            Format::Github => Self { format: Box::new(Github), out: stdout() },
            Format::Gitlab => Self { format: Box::new(Gitlab::default()), out: stdout() },
            Format::Junit => Self { format: Box::new(Junit::default()), out: stdout() },
            Format::Markdown => Self { format: Box::new(Markdown::default()), out: stdout() },
        }
    }

    /// Writes the findings of a file, which may have none.
    pub(crate) fn report(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        self.format.report(&mut self.out, checked)
    }

    /// Flushes the output, so that it appears before a message on standard error.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Writes the end of the output, after all files have been checked.
    pub(crate) fn finish(mut self, summary: &Summary) -> io::Result<()> {
        self.format.finish(&mut self.out, summary)?;
        self.out.flush()
    }
}
