//! Combines two releases and API operations, and returns the contents of all pages.

use super::data::{Operation, ServiceOperations};
use super::json::JsonFile;
use super::marks::Marks;
use super::release::{Release, ServiceFacts};
use super::service::Service;
use super::{page, page_names};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::Sources;
use std::collections::BTreeMap;

/// The sources of the pages.
pub(super) struct PageSources<'a, 'r> {
    /// The release with the facts.
    pub(super) release: &'r Release<'a>,
    /// The release with permission-only marks and dependent actions, if they are stated.
    pub(super) marks: Option<&'r Release<'a>>,
    /// The API operations by service prefix, and the path of their file in messages.
    pub(super) operations: (&'r BTreeMap<&'a str, ServiceOperations<'a>>, &'r str),
    /// The files of the releases.
    pub(super) sources: &'a Sources,
}

impl<'a> PageSources<'a, '_> {
    /// Returns the contents of all pages, by their names without `.md`.
    pub(super) fn pages(&self, found: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
        let (operations, shown) = self.operations;
        for prefix in operations.keys().filter(|prefix| !self.release.services.contains_key(*prefix)) {
            let message =
                format!("the release has no service `{prefix}`, so the service's API operations are left out");
            found.push(Diagnostic::warning(Code::IncompleteImport, message, Place::Path(shown.to_owned())));
        }
        let services = self.release.services.iter();
        services.map(|(prefix, facts)| (page::stem(prefix), self.page(prefix, facts, found))).collect()
    }

    fn page(&self, prefix: &'a str, facts: &ServiceFacts<'a>, found: &mut Vec<Diagnostic>) -> String {
        let name = page_names::main_page(prefix).or_else(|| self.release.names.get(prefix).copied());
        if name.is_none() {
            let message = format!("`serviceNames.json` has no name for `{prefix}`, so the prefix is used as the name");
            JsonFile::new(facts.file, self.sources, found).warning(message, 0..0);
        }
        let none = ServiceFacts::default();
        let marked = self.marks.map(|release| release.services.get(prefix).unwrap_or(&none));
        let marks = marked.map(Marks::new);
        let operations: &[Operation<'_>] = self.operations.0.get(prefix).map_or(&[], |of| &of.operations);
        page::text(&Service::new((prefix, name.unwrap_or(prefix)), facts, marks.as_ref(), operations))
    }
}
