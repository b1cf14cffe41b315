//! `cargo xtask export`: its options and its output.

use super::locations::{DocsSrc, Location};
use crate::counts::Counts;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::export;
use crate::messages::{End, Messages};
use crate::model::Reference;
use crate::report::Report;
use clap::Args;
use std::io::{self, Write as _};

/// The options of `export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[command(flatten)]
    docs_src: DocsSrc,
    #[command(flatten)]
    messages: Messages,
}

impl ExportArgs {
    /// Prints the export and its diagnostics. Returns true on success.
    #[must_use]
    pub fn run(&self) -> bool {
        let (mut report, reference) = match self.docs_src.location() {
            Ok(Location { path, shown }) => export::run(&path, &shown, self.messages.progress()),
            Err(error) => (Report::from(*error), None),
        };
        let mut reference = reference.filter(|_| !self.messages.refuses(&report));
        // A reader such as `head` may close the pipe early, which is not an error.
        if let Some(Err(error)) = reference.as_ref().map(print)
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            let message = format!("cannot write to standard output: {error}");
            report.found.push(Diagnostic::error(Code::CannotWrite, message, Place::Path("<stdout>".to_owned())));
            reference = None;
        }
        self.messages.print(&report, "exported");
        let counts = reference.map(|reference| {
            Counts::from_services(report.folder.pages.len(), &reference.services).with_rows(&report.row_totals)
        });
        self.messages.print_end(&report, &End { ok: counts.is_some(), counts, ..End::default() });
        counts.is_some()
    }
}

/// Prints the reference as JSON.
fn print(reference: &Reference) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, reference)?;
    out.write_all(b"\n")?;
    out.flush()
}
