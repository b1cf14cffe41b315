//! `cargo xtask export`: the model as JSON, for tools in other languages and for checking the parser from outside.

use crate::model::Reference;
use crate::report::Report;
use crate::progress::Progress;
use crate::{pipeline, read};
use std::path::Path;

/// The version of the exported form. It changes when a reader of the old form could be misled.
pub const FORMAT: u32 = 2;

/// What the pages in a folder say, none if there are errors; and what was found. Messages call the folder `shown`.
#[must_use]
pub fn run(docs_src: &Path, shown: &str, progress: Progress) -> (Report, Option<Reference>) {
    let mut found = Vec::new();
    let folder = read::folder(docs_src, shown, &mut found);
    let services = pipeline::services(&folder, progress, &mut found);
    let accounts = services.iter().flat_map(|lowered| lowered.accounts.iter().copied()).collect();
    let report = Report { found, folder, accounts };
    let reference = (report.errors() == 0).then(|| {
        let services = services.into_iter().map(|lowered| lowered.service).collect();
        Reference { format: FORMAT, services }
    });
    (report, reference)
}
