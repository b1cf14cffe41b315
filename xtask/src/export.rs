//! The exported form of the model: JSON for tools in other languages, for comparisons, and for checks from outside.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Reference, Service};
use crate::progress::Progress;
use crate::report::Report;
use crate::{pipeline, read};
use serde::Deserialize;
use std::collections::HashSet;
use std::path::Path;

/// The version of the exported form. It changes when a reader of the old form could be misled.
///
/// Format 3 has `null` for a required mark that is not stated, and the `page` of an operation.
pub const FORMAT: u32 = 3;

/// The versions that [`parse`] reads. A file of format 2 is one of format 3 as well.
const READ: [u32; 2] = [2, FORMAT];

/// Reads the pages in a folder, which messages call `shown`. There is no reference if there are errors.
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
/// Returns an error if the text is not what `cargo xtask export` prints.
pub fn parse(text: &str, shown: &str) -> Result<Vec<Service>, Box<Diagnostic>> {
    /// The part that is read first, because the rest of another format may differ.
    #[derive(Deserialize)]
    struct Head {
        format: u32,
    }
    let bad = |message: String| {
        let help = "`cargo xtask export` prints such a file from the pages";
        Box::new(Diagnostic::error(Code::BadExport, message, Place::Path(shown.to_owned())).help(help))
    };
    let unreadable = |error: serde_json::Error| bad(format!("the file is no exported reference: {error}"));
    let Head { format } = serde_json::from_str(text).map_err(unreadable)?;
    if !READ.contains(&format) {
        let [oldest, newest] = READ;
        return Err(bad(format!("unknown format {format}: expected {oldest} to {newest}")));
    }
    let Reference { services, .. } = serde_json::from_str(text).map_err(unreadable)?;
    let mut seen = HashSet::new();
    match services.iter().find(|service| !seen.insert(service.prefix.as_str())) {
        Some(service) => Err(bad(format!("the file holds the service `{}` twice", service.prefix))),
        None => Ok(services),
    }
}
