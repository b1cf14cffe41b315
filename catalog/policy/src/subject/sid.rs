//! The `Sid`s of a policy that more than one statement has.

use alloc::{collections::BTreeSet, format, string::String};

use crate::{
    document::{Document, StatementNode, Text},
    shown::Shown,
};

/// A `Sid` that another statement has already.
pub(crate) struct RepeatedSid<'t>(pub(crate) Text<'t>);

impl RepeatedSid<'_> {
    /// Returns the message about it.
    pub(crate) fn message(&self) -> String {
        format!("another statement has the `Sid` `{}` already", Shown(self.0.text))
    }
}

/// Returns every `Sid` that an earlier statement has. An empty `Sid` names nothing, and has a finding of its own.
pub(crate) fn repeated_sids(policy: Document<'_>) -> impl Iterator<Item = RepeatedSid<'_>> {
    let mut seen = BTreeSet::new();
    let sids = policy.statements().filter_map(StatementNode::sid).filter(|sid| !sid.text.is_empty());
    sids.filter(move |sid| !seen.insert(sid.text)).map(RepeatedSid)
}
