//! What somebody allows, and the names that they add to the catalogue.

use alloc::{borrow::ToOwned as _, format, string::String, vec, vec::Vec};
use core::fmt;

use super::{
    finding::{Finding, FindingId},
    json::Span,
};
use crate::wildcard;

/// What is allowed, and what exists besides the catalogue.
///
/// ```
/// use catalog_core::policy::{Config, FindingId};
///
/// let config = Config::new()
///     .allow(FindingId::EmptySid)
///     .allow_at(FindingId::AllowEverything, "/Statement/0")
///     .action("freetier:List*")
///     .condition_key("mailer:*");
/// # let _ = config;
/// ```
///
/// # As a file
/// `catalog.toml` at the root of a crate says the same; whoever reads it puts each entry in by the method that is named
/// here, and an unknown word is an error.
///
/// ```toml
/// allow = ["empty-sid"]                       # allow
///
/// [[allow-at]]                                # allow_at, allow_in
/// id = "allow-everything"
/// file = "policies/admin*.json"               # optional; `*` and `?` are wildcards
/// path = "/Statement/0"                       # optional; a JSON pointer and all that is below it
///
/// [actions]
/// allow = ["freetier:List*"]                  # action
///
/// [condition-keys]
/// allow = ["mailer:*"]                        # condition_key
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    allowed: Vec<Allowed>,
    actions: Vec<String>,
    condition_keys: Vec<String>,
    /// The file whose policy is checked.
    file: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Allowed {
    id: FindingId,
    file: Option<String>,
    path: Option<String>,
}

impl Config {
    /// Nothing allowed, nothing added.
    #[must_use]
    pub const fn new() -> Self {
        Self { allowed: Vec::new(), actions: Vec::new(), condition_keys: Vec::new(), file: None }
    }

    /// Allows a finding everywhere.
    #[must_use]
    pub fn allow(self, id: FindingId) -> Self {
        self.allow_in(id, None, None)
    }

    /// Allows a finding at a JSON pointer and below it. `*` and `?` are wildcards: `/Statement/*/Resource`.
    #[must_use]
    pub fn allow_at(self, id: FindingId, path: &str) -> Self {
        self.allow_in(id, None, Some(path))
    }

    /// Allows a finding in some files, at some place, or both. Both may hold `*` and `?`.
    #[must_use]
    pub fn allow_in(mut self, id: FindingId, file: Option<&str>, path: Option<&str>) -> Self {
        let path = path.map(|path| path.trim_end_matches('/').to_owned());
        self.allowed.push(Allowed { id, file: file.map(str::to_owned), path });
        self
    }

    /// Declares the actions of a pattern: they exist, though no page lists them.
    #[must_use]
    pub fn action(mut self, pattern: &str) -> Self {
        self.actions.push(pattern.to_owned());
        self
    }

    /// Declares the condition keys of a pattern.
    #[must_use]
    pub fn condition_key(mut self, pattern: &str) -> Self {
        self.condition_keys.push(pattern.to_owned());
        self
    }

    /// The same, for the policy of a file, as entries for files name it: relative, with `/`.
    #[must_use]
    pub fn for_file(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    /// A use of nothing.
    #[must_use]
    pub fn usage(&self) -> Usage {
        Usage {
            allowed: vec![false; self.allowed.len()],
            actions: vec![false; self.actions.len()],
            condition_keys: vec![false; self.condition_keys.len()],
        }
    }

    /// The entries that nothing has needed, as notes. A configuration of several policies is asked behind the last, with
    /// the [merged](Usage::merge) use of all.
    ///
    /// Their pointer is the entry's in the file: `/allow-at/0`; they have no span.
    #[must_use]
    pub fn unneeded(&self, usage: &Usage) -> Vec<Finding> {
        let note = |id, pointer: String, message: String| Finding::new(id, pointer, Span::default(), message);
        let (mut everywhere, mut some) = (0_usize, 0_usize);
        let mut notes = Vec::new();
        for (entry, used) in self.allowed.iter().zip(&usage.allowed) {
            let pointer = if entry.file.is_none() && entry.path.is_none() {
                everywhere += 1;
                format!("/allow/{}", everywhere.saturating_sub(1))
            } else {
                some += 1;
                format!("/allow-at/{}", some.saturating_sub(1))
            };
            if !used {
                notes.push(note(FindingId::UnneededAllow, pointer, format!("nothing needs {entry}: remove the entry")));
            }
        }
        let lists = [
            (FindingId::UnneededAction, "actions", &self.actions, &usage.actions),
            (FindingId::UnneededConditionKey, "condition-keys", &self.condition_keys, &usage.condition_keys),
        ];
        for (id, table, patterns, used) in lists {
            for (position, (pattern, _)) in patterns.iter().zip(used).enumerate().filter(|(_, (_, used))| !**used) {
                let message = format!("nothing needs `{pattern}` declared: remove the entry");
                notes.push(note(id, format!("/{table}/allow/{position}"), message));
            }
        }
        notes
    }

    /// Whether an entry allows a finding. All entries that do are used.
    pub(super) fn allows(&self, finding: &Finding, usage: &mut Usage) -> bool {
        let mut allows = false;
        for (entry, used) in self.allowed.iter().zip(&mut usage.allowed) {
            if entry.id == finding.id && entry.is_for(self.file.as_deref(), &finding.pointer) {
                *used = true;
                allows = true;
            }
        }
        allows
    }

    /// Whether an action, or a pattern, is declared.
    pub(super) fn declares_action(&self, text: &str, usage: &mut Usage) -> bool {
        declares(&self.actions, &mut usage.actions, text)
    }

    /// Whether a condition key is declared.
    pub(super) fn declares_condition_key(&self, text: &str, usage: &mut Usage) -> bool {
        declares(&self.condition_keys, &mut usage.condition_keys, text)
    }
}

/// A declared pattern is meant, too, where a policy's pattern stands for more: `freetier:*` for `freetier:List*`.
fn declares(patterns: &[String], usage: &mut [bool], text: &str) -> bool {
    let mut declares = false;
    for (pattern, used) in patterns.iter().zip(usage) {
        if wildcard::matches(pattern, text) || wildcard::matches(text, pattern) {
            *used = true;
            declares = true;
        }
    }
    declares
}

impl Allowed {
    fn is_for(&self, file: Option<&str>, pointer: &str) -> bool {
        let in_file = match (&self.file, file) {
            (None, _) => true,
            (Some(pattern), Some(file)) => wildcard::matches(pattern, file),
            (Some(_), None) => false,
        };
        // Every pointer that the given one begins, at a border between its steps.
        let ends = || pointer.match_indices('/').map(|(at, _)| at).chain([pointer.len()]);
        let at_path =
            |path: &String| ends().any(|end| pointer.get(..end).is_some_and(|above| wildcard::matches(path, above)));
        in_file && self.path.as_ref().is_none_or(at_path)
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` allowed", self.id)?;
        if let Some(path) = &self.path {
            write!(f, " at `{path}`")?;
        }
        self.file.as_ref().map_or(Ok(()), |file| write!(f, " in `{file}`"))
    }
}

/// Which entries of a [`Config`] something has needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    allowed: Vec<bool>,
    actions: Vec<bool>,
    condition_keys: Vec<bool>,
}

impl Usage {
    /// Adds the use of another policy by the same configuration.
    pub fn merge(&mut self, other: &Self) {
        let lists = [
            (&mut self.allowed, &other.allowed),
            (&mut self.actions, &other.actions),
            (&mut self.condition_keys, &other.condition_keys),
        ];
        for (into, from) in lists {
            for (used, other) in into.iter_mut().zip(from) {
                *used |= other;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    fn finding(id: FindingId, pointer: &str) -> Finding {
        Finding::new(id, pointer.to_owned(), Span::default(), String::new())
    }

    #[test]
    fn a_path_allows_what_is_below_it() {
        let config = Config::new().allow_at(FindingId::EmptySid, "/Statement/*/Action");
        let mut usage = config.usage();
        let mut allows = |pointer| config.allows(&finding(FindingId::EmptySid, pointer), &mut usage);
        assert!(allows("/Statement/3/Action") && allows("/Statement/3/Action/1"));
        assert!(!allows("/Statement/3/Actions") && !allows("/Statement/3") && !allows(""));
        assert!(!config.allows(&finding(FindingId::NoMatch, "/Statement/3/Action"), &mut usage));
    }

    #[test]
    fn a_file_must_be_known_to_be_meant() {
        let config = Config::new().allow_in(FindingId::EmptySid, Some("policies/*.json"), None);
        let mut usage = config.usage();
        assert!(!config.allows(&finding(FindingId::EmptySid, ""), &mut usage));
        assert_eq!(config.unneeded(&usage).len(), 1);
        assert!(config.clone().for_file("policies/a.json").allows(&finding(FindingId::EmptySid, ""), &mut usage));
        assert_eq!(config.unneeded(&usage), []);
    }

    #[test]
    fn what_nothing_needs_is_told_where_it_stands() {
        let config = Config::new()
            .allow(FindingId::EmptySid)
            .allow_at(FindingId::NoMatch, "/Statement")
            .action("freetier:List*")
            .action("ses:*")
            .condition_key("mailer:*");
        let mut usage = config.usage();
        assert!(config.declares_action("freetier:*", &mut usage));
        let mut other = config.usage();
        assert!(config.declares_condition_key("mailer:Sender", &mut other));
        usage.merge(&other);
        let notes: Vec<_> =
            config.unneeded(&usage).iter().map(|note| (note.pointer.clone(), note.to_string())).collect();
        let expected = [
            ("/allow/0", "note[unneeded-allow]: nothing needs `empty-sid` allowed: remove the entry"),
            ("/allow-at/0", "note[unneeded-allow]: nothing needs `no-match` allowed at `/Statement`: remove the entry"),
            ("/actions/allow/1", "note[unneeded-action]: nothing needs `ses:*` declared: remove the entry"),
        ];
        assert_eq!(notes, expected.map(|(pointer, note)| (pointer.to_owned(), note.to_owned())));
    }
}
