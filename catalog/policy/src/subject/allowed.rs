//! The actions that all statements of a policy together allow.

use alloc::vec::Vec;

use catalog_core::{
    ascii_case,
    wildcard::{self, is_everything},
};

use crate::{
    document::{Document, Node},
    grammar::Effect,
};

/// The actions that the statements of a policy allow, on any resources and under any conditions.
pub(crate) struct AllowedActions<'t> {
    /// The hash of each name and the name, in the order of the hashes.
    names: Vec<(u32, &'t str)>,
    patterns: Vec<&'t str>,
    /// Whether a statement allows every action, or every action except those in its `NotAction`. A hole may be such a
    /// statement.
    has_exceptions: bool,
}

impl<'t> AllowedActions<'t> {
    pub(crate) fn from_document(document: Document<'t>) -> Self {
        let has_exceptions = document.has_unknown_statements();
        let mut allowed = Self { names: Vec::new(), patterns: Vec::new(), has_exceptions };
        for statement in document.statements().filter(|statement| statement.may_have_effect(Effect::Allow)) {
            allowed.has_exceptions |= statement.not_actions().is_some()
                || statement.members().have_hole()
                || statement.actions().is_some_and(Node::has_total_hole);
            for text in statement.actions().into_iter().flat_map(Node::plain_partial_strings) {
                if is_everything(text) {
                    allowed.has_exceptions = true;
                } else if wildcard::has_wildcard(text) {
                    allowed.patterns.push(text);
                } else {
                    allowed.names.push((ascii_case::hash(text), text));
                }
            }
        }
        allowed.names.sort_unstable_by_key(|(hash, _)| *hash);
        allowed
    }

    /// Returns the work of one call of [`allows`](Self::allows), in comparisons of names.
    pub(crate) fn cost(&self) -> u64 {
        self.patterns.len() as u64 + 1
    }

    /// Returns true if an action may be allowed. If any statement allows with `NotAction`, every action counts as allowed,
    /// even one that the `NotAction` names.
    pub(crate) fn allows(&self, action: &str) -> bool {
        self.has_exceptions
            || self.names_with_hash(ascii_case::hash(action)).any(|name| ascii_case::eq(name, action))
            || self.patterns.iter().any(|pattern| wildcard::matches(pattern, action))
    }

    /// Returns the names with a hash. Usually, these are the same name.
    fn names_with_hash(&self, hash: u32) -> impl Iterator<Item = &'t str> {
        let start = self.names.partition_point(|(own, _)| *own < hash);
        self.names.iter().skip(start).take_while(move |(own, _)| *own == hash).map(|(_, name)| *name)
    }
}
