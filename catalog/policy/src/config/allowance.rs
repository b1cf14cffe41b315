//! An entry that allows findings: everywhere, in some files, or at one place in a policy.

use alloc::{borrow::ToOwned as _, string::String};
use core::fmt;

use catalog_core::wildcard;

use super::Selector;
use crate::{finding::Finding, json::Span};

/// An entry that allows findings: everywhere, in some files, or at one place in a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Allowance {
    pub(super) selector: Selector,
    file: Option<String>,
    path: Option<String>,
    /// The place of the entry in `catalog.toml`. The span is empty if the entry does not come from a file.
    pub(super) span: Span,
}

impl Allowance {
    pub(super) fn new(selector: Selector, file: Option<&str>, path: Option<&str>, span: Span) -> Self {
        let path = path.map(|path| path.trim_end_matches('/').to_owned());
        Self { selector, file: file.map(str::to_owned), path, span }
    }

    /// Returns true if the entry applies to every file and every place.
    pub(super) const fn is_everywhere(&self) -> bool {
        self.file.is_none() && self.path.is_none()
    }

    /// Returns true if the entry applies to one place in a policy or in a file.
    pub(super) const fn has_path(&self) -> bool {
        self.path.is_some()
    }

    /// Returns true if the entry allows a finding in the given file.
    pub(super) fn is_for(&self, finding: &Finding, file: Option<&str>) -> bool {
        let pointer = &finding.pointer;
        let in_file = match (&self.file, file) {
            (None, _) => true,
            (Some(pattern), Some(file)) => wildcard::matches(pattern, file),
            (Some(_), None) => false,
        };
        // An entry for a place also applies to everything below it.
        let ends = || pointer.match_indices('/').map(|(at, _)| at).chain([pointer.len()]);
        let at_path =
            |path: &String| ends().any(|end| pointer.get(..end).is_some_and(|above| wildcard::matches(path, above)));
        self.selector.contains(finding.id) && in_file && self.path.as_ref().is_none_or(at_path)
    }
}

/// Writes the entry as the message about an unneeded entry shows it: `` `no-match` is allowed at `/Statement` ``.
impl fmt::Display for Allowance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is allowed", self.selector)?;
        if let Some(path) = &self.path {
            write!(f, " at `{path}`")?;
        }
        self.file.as_ref().map_or(Ok(()), |file| write!(f, " in `{file}`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        config::{Config, Usage},
        finding::{FindingId, Group},
    };

    fn allows(config: &Config, id: FindingId, pointer: &str, usage: &mut Usage) -> bool {
        !config.judge(&mut Finding::new(id, pointer.to_owned(), Span::default(), String::new()), usage)
    }

    #[test]
    fn a_path_allows_what_is_below_it() {
        let config = Config::new().allow_at(FindingId::EmptySid, "/Statement/*/Action");
        let mut usage = config.usage();
        let mut allows = |id, pointer| allows(&config, id, pointer, &mut usage);
        assert!(allows(FindingId::EmptySid, "/Statement/3/Action"));
        assert!(allows(FindingId::EmptySid, "/Statement/3/Action/1"));
        for other in ["/Statement/3/Actions", "/Statement/3", ""] {
            assert!(!allows(FindingId::EmptySid, other), "{other}");
        }
        assert!(!allows(FindingId::NoMatch, "/Statement/3/Action"));
    }

    #[test]
    fn a_path_can_begin_at_the_file() {
        let config = Config::new().allow_at(FindingId::EmptySid, "/Resources/Role");
        let mut usage = config.usage();
        let finding = |id, pointer: &str| Finding::new(id, pointer.to_owned(), Span::default(), String::new());
        let in_role = "/Resources/Role/Properties/Policies/0/PolicyDocument/Statement/0/Sid";
        assert!(!config.allows_in_file(&finding(FindingId::NoMatch, in_role), &mut usage));
        assert!(!config.allows_in_file(&finding(FindingId::EmptySid, "/Resources/Roles"), &mut usage));
        assert_eq!(config.unneeded(&usage).len(), 1);
        assert!(config.allows_in_file(&finding(FindingId::EmptySid, in_role), &mut usage));
        assert_eq!(config.unneeded(&usage), []);
        // An entry without a path has been considered before.
        let config = Config::new().allow_in(FindingId::EmptySid, Some("*"), None).for_file("a.json");
        assert!(!config.allows_in_file(&finding(FindingId::EmptySid, in_role), &mut config.usage()));
    }

    #[test]
    fn a_file_must_be_known_to_be_meant() {
        let config = Config::new().allow_in(FindingId::EmptySid, Some("policies/*.json"), None);
        let mut usage = config.usage();
        assert!(!allows(&config, FindingId::EmptySid, "", &mut usage));
        assert_eq!(config.unneeded(&usage).len(), 1);
        assert!(allows(&config.clone().for_file("policies/a.json"), FindingId::EmptySid, "", &mut usage));
        assert_eq!(config.unneeded(&usage), []);
    }

    #[test]
    fn a_group_is_allowed_but_for_the_ids_that_are_denied() {
        let config =
            Config::new().allow(Group::Style).deny(FindingId::EmptySid).allow_at(Group::NoEffect, "/Statement");
        let mut usage = config.usage();
        assert_eq!(config.unneeded(&usage).len(), 2);
        assert!(!allows(&config, FindingId::EmptySid, "/Statement/Sid", &mut usage));
        assert!(allows(&config, FindingId::NeedlessId, "/Id", &mut usage));
        assert!(allows(&config, FindingId::UnknownAction, "/Statement/Action", &mut usage));
        assert!(!allows(&config, FindingId::WrongType, "/Statement/Action", &mut usage));
        assert_eq!(config.unneeded(&usage), []);
    }
}
