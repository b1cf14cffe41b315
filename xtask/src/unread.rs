//! The parts of the reference that are unknown because of errors, so that they cause no further errors.

use std::collections::BTreeSet;

/// The services and pages that could not be read completely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// The prefixes of the services with an error on one of their pages.
    pub services: BTreeSet<String>,
    /// The file names of the pages with an error.
    pub pages: Vec<String>,
    /// The contents of these pages, without Markdown's escapes.
    pub texts: Vec<String>,
    /// Whether there may be pages whose contents are unknown.
    pub has_unknown_pages: bool,
}

impl Unread {
    /// Returns true if everything was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.services.is_empty() && self.pages.is_empty() && !self.has_unknown_pages
    }

    /// Returns true if a page that could not be read may be about a service.
    #[must_use]
    pub fn may_have_service(&self, prefix: &str) -> bool {
        self.services.contains(prefix) || self.may_mention(prefix)
    }

    /// Returns true if a page that could not be read contains a prefix between backticks, such as `` `ses` ``. Pages
    /// name their service in this way.
    #[must_use]
    pub fn names_service(&self, prefix: &str) -> bool {
        self.services.contains(prefix) || self.may_mention(&format!("`{prefix}`"))
    }

    /// Returns true if a page that could not be read may define a name of a service.
    #[must_use]
    pub fn may_define(&self, prefix: &str, name: &str) -> bool {
        self.services.contains(prefix) || self.may_mention(name)
    }

    fn may_mention(&self, word: &str) -> bool {
        self.has_unknown_pages || self.texts.iter().any(|text| text.contains(word))
    }
}
