//! Exports the model as JSON, and parses exported files.
//!
//! The format is for tools in other languages, for comparisons and for external checks.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Reference, Service};
use crate::progress::Progress;
use crate::report::Report;
use crate::{pipeline, read};
use serde::Deserialize;
use std::collections::HashSet;
use std::path::Path;

/// The version of the format, which is increased if a reader of the old format could misread the new one.
///
/// Format 3 has `null` for a required mark that is not stated, and the `page` of an operation.
pub const FORMAT: u32 = 3;

/// The versions that [`parse`] accepts. A file of format 2 is also a valid file of format 3.
const READ: [u32; 2] = [2, FORMAT];

/// Reads the pages in a directory, which messages call `shown`. Returns no reference if there are errors.
#[must_use]
pub fn run(docs_src: &Path, shown: &str, progress: Progress) -> (Report, Option<Reference>) {
    let mut found = Vec::new();
    let folder = read::folder(docs_src, shown, &mut found);
    let services = pipeline::services(&folder, progress, &mut found);
    let fact_editions = pipeline::fact_editions(&folder);
    let row_totals = services.iter().flat_map(|lowered| lowered.row_totals.iter().copied()).collect();
    let report = Report { found, folder, row_totals };
    let reference = (report.errors() == 0).then(|| {
        let services = services.into_iter().map(|lowered| lowered.service).collect();
        Reference { format: FORMAT, fact_editions, services }
    });
    (report, reference)
}

/// Returns the services of an exported file, which messages call `shown`.
///
/// # Errors
///
/// Returns an error if `text` is not output of `cargo xtask export` in a supported format.
pub fn parse(text: &str, shown: &str) -> Result<Vec<Service>, Box<Diagnostic>> {
    /// The part that all formats have, which is read first.
    #[derive(Deserialize)]
    struct Head {
        format: u32,
    }
    let bad = |message: String| {
        let help = "use a file that `cargo xtask export` has printed";
        Box::new(Diagnostic::error(Code::BadExport, message, Place::Path(shown.to_owned())).help(help))
    };
    let unreadable = |error: serde_json::Error| bad(format!("the file is not an exported reference: {error}"));
    let Head { format } = serde_json::from_str(text).map_err(unreadable)?;
    if !READ.contains(&format) {
        let [oldest, newest] = READ;
        return Err(bad(format!("unknown format {format}: expected {oldest} to {newest}")));
    }
    let Reference { services, .. } = serde_json::from_str(text).map_err(unreadable)?;
    let mut seen = HashSet::new();
    match services.iter().find(|service| !seen.insert(service.prefix.as_str())) {
        Some(service) => Err(bad(format!("the file contains the service `{}` twice", service.prefix))),
        None => Ok(services),
    }
}
