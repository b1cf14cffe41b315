//! `cargo xtask export`: the model as JSON, for tools in other languages and for checking the parser from outside.

use crate::diagnostic::Diagnostic;
use crate::model::Reference;
use crate::pipeline::{self, Failure};
use crate::read;
use std::path::Path;

/// The version of the exported form. It changes when a reader of the old form could be misled.
pub const FORMAT: u32 = 1;

/// What the pages in a folder say. Messages call the folder `shown`.
///
/// # Errors
///
/// Everything that is wrong with the pages.
pub fn run(docs_src: &Path, shown: &str) -> Result<Reference, Failure> {
    let mut errors = Vec::new();
    let folder = read::folder(docs_src, shown, &mut errors);
    let services = pipeline::services(&folder, &mut errors);
    if errors.iter().any(Diagnostic::is_error) {
        return Err(Failure { errors, folder });
    }
    let services = services.into_iter().map(|lowered| lowered.service).collect();
    Ok(Reference { format: FORMAT, services })
}
