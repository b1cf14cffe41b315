//! Formats the model as the contents of the generated files.
//!
//! At this stage, all Markdown has been parsed and all decisions about the facts have been made.

mod catalog_edition;
mod docs;
mod facts;
mod file;
mod index;
mod module_list;
mod named_service;
mod operations;
mod service;
mod service_list;
mod summary;
mod tokens;

pub use facts::{FACTS, fact_files, history_files};
pub use file::{File, HEADER, MARKDOWN_HEADER, MODULE_LIST, SERVICES, TEXT_HEADER, header};
pub use named_service::NamedService;

use crate::model::{Edition, FactEditions};
use crate::progress::Progress;
use indicatif::ParallelProgressIterator as _;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

/// Returns all generated files for services, which must be sorted by prefix.
#[must_use]
pub fn files(services: &[NamedService<'_>], facts: FactEditions, progress: Progress) -> Vec<File> {
    files_of(services, |_| true, facts, progress)
}

/// Formats the files of some services, and the files with a line for every service.
///
/// A service gets its file if `is_included` returns true.
#[must_use]
pub fn files_of(
    services: &[NamedService<'_>],
    is_included: impl Fn(&NamedService<'_>) -> bool + Sync,
    facts: FactEditions,
    progress: Progress,
) -> Vec<File> {
    let edition = catalog_edition::catalog_edition(services);
    // If no page states dependent actions, as on AWS's own pages, no action is marked as not stating them.
    let dependents_stated = services.iter().any(|named| service::states_dependents(named.service));
    let bar = progress.bar("files made", services.len());
    // The lists have every name of every service and take the longest, so another thread starts with them.
    let (mut files, lists): (Vec<_>, _) = rayon::join(
        || {
            let included = services.par_iter().progress_with(bar).filter(|named| is_included(named));
            included.map(|named| service_file(named, edition, dependents_stated)).collect()
        },
        || lists(services, edition, facts),
    );
    files.extend(lists);
    files
}

/// Returns the file of one service.
fn service_file(named: &NamedService<'_>, edition: Option<Edition>, dependents_stated: bool) -> File {
    File { path: format!("{SERVICES}/{}.rs", named.module()), text: service::text(named, edition, dependents_stated) }
}

/// Returns the files that have a line for every service, or for every name of every service.
fn lists(services: &[NamedService<'_>], edition: Option<Edition>, facts: FactEditions) -> [File; 3] {
    [
        File { path: MODULE_LIST.to_owned(), text: module_list::text(services, edition, facts) },
        File { path: format!("{SERVICES}.md"), text: service_list::text(services, edition, facts) },
        File { path: "catalog-macros/src/index.txt".to_owned(), text: index::text(services) },
    ]
}
