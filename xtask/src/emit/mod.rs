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
use crate::workers::Workers;

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

/// What is worked out in one go.
enum Output<'a> {
    Service(&'a Named<'a>),
    /// What has a line for every service, or for every name of every service.
    Lists,
}

/// Every generated file, for services sorted by prefix.
#[must_use]
pub fn files(services: &[Named<'_>], workers: &Workers) -> Vec<File> {
    let outputs: Vec<_> = services.iter().map(Output::Service).chain([Output::Lists]).collect();
    let weight = |output: &Output<'_>| match output {
        Output::Service(named) => named.identifiers.actions.len() + named.identifiers.condition_keys.len(),
        Output::Lists => usize::MAX,
    };
    let files = workers.map("files made", &outputs, weight, |output| match output {
        Output::Service(named) => {
            vec![File { path: format!("{SERVICES}/{}.rs", named.module()), text: service::text(named) }]
        }
        Output::Lists => vec![
            File { path: format!("{SERVICES}.rs"), text: module_list::text(services) },
            File { path: format!("{SERVICES}.md"), text: service_list::text(services) },
            File { path: "catalog-macros/src/index.rs".to_owned(), text: index::text(services) },
        ],
    });
    files.into_iter().flatten().collect()
}
