//! The model → the text of every generated file. No Markdown gets here, and nothing is decided here.

mod docs;
mod index;
mod module_list;
mod operations;
mod service;
mod service_list;
mod summary;
mod tokens;

pub use tokens::{HEADER, MARKDOWN_HEADER, header};

use crate::check::Identifiers;
use crate::ident;
use crate::model::Service;
use crate::progress::Progress;
use indicatif::ParallelProgressIterator as _;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

/// A service with everything that its generated code needs.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The facts.
    pub service: &'a Service,
    /// The identifiers of its names.
    pub identifiers: &'a Identifiers,
}

impl Named<'_> {
    /// The name of its module.
    #[must_use]
    pub fn module(&self) -> String {
        ident::module(&self.service.prefix)
    }
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path in the workspace, with `/` between folders.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// The folder in which every `.rs` file belongs to the generator.
pub const SERVICES: &str = "catalog/src/services";

/// Every generated file, for services sorted by prefix.
#[must_use]
pub fn files(services: &[Named<'_>], progress: Progress) -> Vec<File> {
    let bar = progress.bar("files made", services.len());
    // The lists hold every name of every service and take longest: another thread begins with them.
    let (mut files, lists): (Vec<_>, _) = rayon::join(
        || services.par_iter().progress_with(bar).map(service_file).collect(),
        || lists(services),
    );
    files.extend(lists);
    files
}

/// The file of one service.
fn service_file(named: &Named<'_>) -> File {
    File { path: format!("{SERVICES}/{}.rs", named.module()), text: service::text(named) }
}

/// The files that have a line for every service, or for every name of every service.
fn lists(services: &[Named<'_>]) -> [File; 3] {
    [
        File { path: format!("{SERVICES}.rs"), text: module_list::text(services) },
        File { path: format!("{SERVICES}.md"), text: service_list::text(services) },
        File { path: "catalog-macros/src/index.rs".to_owned(), text: index::text(services) },
    ]
}
