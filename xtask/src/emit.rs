//! The model → the text of every generated file. No Markdown gets here, and nothing is decided here.

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

/// Every generated file, for services sorted by prefix.
#[must_use]
pub fn files(services: &[NamedService<'_>], facts: FactEditions, progress: Progress) -> Vec<File> {
    files_of(services, |_| true, facts, progress)
}

/// The files of the services of which `is_included` is true, and those with a line for every service.
#[must_use]
pub fn files_of(
    services: &[NamedService<'_>],
    is_included: impl Fn(&NamedService<'_>) -> bool + Sync,
    facts: FactEditions,
    progress: Progress,
) -> Vec<File> {
    let edition = catalog_edition::catalog_edition(services);
    // Stated once for all: AWS's own pages have no place for dependent actions, and then no action is marked.
    let dependents_stated = services.iter().any(|named| service::states_dependents(named.service));
    let bar = progress.bar("files made", services.len());
    // The lists hold every name of every service and take longest: another thread begins with them.
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

/// The file of one service.
fn service_file(named: &NamedService<'_>, edition: Option<Edition>, dependents_stated: bool) -> File {
    File { path: format!("{SERVICES}/{}.rs", named.module()), text: service::text(named, edition, dependents_stated) }
}

/// The files that have a line for every service, or for every name of every service.
fn lists(services: &[NamedService<'_>], edition: Option<Edition>, facts: FactEditions) -> [File; 3] {
    [
        File { path: MODULE_LIST.to_owned(), text: module_list::text(services, edition, facts) },
        File { path: format!("{SERVICES}.md"), text: service_list::text(services, edition, facts) },
        File { path: "catalog-macros/src/index.txt".to_owned(), text: index::text(services) },
    ]
}
