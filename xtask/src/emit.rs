//! The model → the text of every generated file. No Markdown gets here, and nothing is decided here.

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

pub use facts::{FACTS, fact_files};
pub use file::{File, HEADER, MARKDOWN_HEADER, SERVICES, header};
pub use named_service::NamedService;

use crate::progress::Progress;
use indicatif::ParallelProgressIterator as _;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

/// Every generated file, for services sorted by prefix.
#[must_use]
pub fn files(services: &[NamedService<'_>], progress: Progress) -> Vec<File> {
    let bar = progress.bar("files made", services.len());
    // The lists hold every name of every service and take longest: another thread begins with them.
    let (mut files, lists): (Vec<_>, _) =
        rayon::join(|| services.par_iter().progress_with(bar).map(service_file).collect(), || lists(services));
    files.extend(lists);
    files
}

/// The file of one service.
fn service_file(named: &NamedService<'_>) -> File {
    File { path: format!("{SERVICES}/{}.rs", named.module()), text: service::text(named) }
}

/// The files that have a line for every service, or for every name of every service.
fn lists(services: &[NamedService<'_>]) -> [File; 3] {
    [
        File { path: format!("{SERVICES}.rs"), text: module_list::text(services) },
        File { path: format!("{SERVICES}.md"), text: service_list::text(services) },
        File { path: "catalog-macros/src/index.rs".to_owned(), text: index::text(services) },
    ]
}
