//! The part of the reference that errors keep from being known, so that no other error follows from them.

use std::collections::BTreeSet;

/// The services and pages that could not be read as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// The prefixes of the services of which a page has an error.
    pub services: BTreeSet<String>,
    /// The file names of the pages with an error.
    pub pages: Vec<String>,
    /// The texts of these pages, without Markdown's escapes.
    pub texts: Vec<String>,
    /// Whether there may be pages of which not even the text is known.
    pub has_unknown_pages: bool,
}

impl Unread {
    /// Returns true if everything was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.services.is_empty() && self.pages.is_empty() && !self.has_unknown_pages
    }

    /// Whether a page that could not be read may be about a service.
    #[must_use]
    pub fn may_have_service(&self, prefix: &str) -> bool {
        self.services.contains(prefix) || self.may_mention(prefix)
    }

    /// Whether a page that could not be read names a service as pages do: `` `ses` ``.
    #[must_use]
    pub fn names_service(&self, prefix: &str) -> bool {
        self.services.contains(prefix) || self.may_mention(&format!("`{prefix}`"))
    }

    /// Whether a page that could not be read may define a name of a service.
    #[must_use]
    pub fn may_define(&self, prefix: &str, name: &str) -> bool {
        self.services.contains(prefix) || self.may_mention(name)
    }

    fn may_mention(&self, word: &str) -> bool {
        self.has_unknown_pages || self.texts.iter().any(|text| text.contains(word))
    }
}
