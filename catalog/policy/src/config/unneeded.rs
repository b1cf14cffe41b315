//! The entries of a configuration that no policy needs.

use super::{
    allowance::Allowance,
    configuration::{Config, Declared},
    file_kind::FileKind,
    usage::Usage,
};
use crate::{
    finding::{Finding, FindingId},
    json::Span,
    shown::Shown,
};
use alloc::{format, string::String};

/// An entry of a configuration that no policy needs.
pub(crate) struct UnneededEntry<'c> {
    /// The place of the entry in `catalog.toml`, as a JSON pointer such as `/allow-at/0`.
    pub(crate) pointer: String,
    /// The span of the entry in `catalog.toml`. It is empty if the entry does not come from a file.
    pub(crate) span: Span,
    /// The entry.
    pub(crate) kind: UnneededKind<'c>,
}

/// The kind of an unneeded entry, with its content.
#[derive(Clone, Copy, Debug)]
pub(crate) enum UnneededKind<'c> {
    /// An entry that allows findings.
    Allowance(&'c Allowance),
    /// A pattern that declares actions.
    Action(&'c str),
    /// A pattern that declares condition keys.
    ConditionKey(&'c str),
    /// A pattern of placeholders.
    Placeholder(&'c str),
    /// An entry that sets the kind of the policies in files.
    FileKind(&'c FileKind),
}

impl UnneededEntry<'_> {
    /// Returns the finding about the entry, for the rule with the given id.
    pub(crate) fn finding(&self, id: FindingId) -> Finding {
        let message = match self.kind {
            UnneededKind::FileKind(entry) => {
                format!("no checked file matches `{}`: correct the pattern, or remove the entry", Shown(&entry.files))
            }
            UnneededKind::Placeholder(pattern) => {
                format!("no checked policy has the placeholder `{}`: correct it, or remove it", Shown(pattern))
            }
            UnneededKind::Allowance(allowance) => format!("{allowance}, but nothing needs it: remove the entry"),
            UnneededKind::Action(pattern) | UnneededKind::ConditionKey(pattern) => {
                format!("`{pattern}` is declared, but nothing needs it: remove the entry")
            }
        };
        Finding::new(id, self.pointer.clone(), self.span, message)
    }
}

impl Config {
    /// Returns the entries that allow findings and are not needed.
    pub(crate) fn unneeded_allowances<'c>(&'c self, usage: &Usage) -> impl Iterator<Item = UnneededEntry<'c>> {
        let (mut everywhere, mut some) = (0_usize, 0_usize);
        let entries = self.allowances.iter().zip(usage.allowances.clone());
        entries.filter_map(move |(entry, used)| {
            let (list, position) =
                if entry.is_everywhere() { ("allow", &mut everywhere) } else { ("allow-at", &mut some) };
            let pointer = format!("/{list}/{position}");
            *position = position.saturating_add(1);
            (!used).then_some(UnneededEntry { pointer, span: entry.span, kind: UnneededKind::Allowance(entry) })
        })
    }

    /// Returns the entries that declare names and are not needed.
    pub(crate) fn unneeded_names<'c>(&'c self, usage: &'c Usage) -> impl Iterator<Item = UnneededEntry<'c>> {
        let unneeded = |table: &'static str, declared: &'c [Declared], used: &'c [bool], kind: fn(&'c str) -> _| {
            let entries = declared.iter().zip(used).enumerate().filter(|(_, (_, used))| !**used);
            entries.map(move |(position, (entry, _))| UnneededEntry {
                pointer: format!("/{table}/allow/{position}"),
                span: entry.span,
                kind: kind(&entry.pattern),
            })
        };
        let actions = unneeded("actions", &self.actions, &usage.actions, UnneededKind::Action);
        let keys = unneeded("condition-keys", &self.condition_keys, &usage.condition_keys, UnneededKind::ConditionKey);
        actions.chain(keys)
    }

    /// Returns the patterns of placeholders that no checked policy has.
    pub(crate) fn unneeded_placeholders<'c>(&'c self, usage: &'c Usage) -> impl Iterator<Item = UnneededEntry<'c>> {
        let entries = self.placeholders.iter().zip(&usage.placeholders).enumerate().filter(|(_, (_, used))| !**used);
        entries.map(|(position, (entry, _))| UnneededEntry {
            pointer: format!("/placeholders/patterns/{position}"),
            span: entry.span,
            kind: UnneededKind::Placeholder(&entry.pattern),
        })
    }

    /// Returns the entries for the kinds of files that match no checked file.
    pub(crate) fn unneeded_kinds<'c>(&'c self, usage: &'c Usage) -> impl Iterator<Item = UnneededEntry<'c>> {
        let entries = self.kinds.iter().zip(&usage.kinds).filter(|(_, used)| !**used);
        entries.map(|(entry, _)| UnneededEntry {
            pointer: entry.pointer.clone(),
            span: entry.span,
            kind: UnneededKind::FileKind(entry),
        })
    }
}
