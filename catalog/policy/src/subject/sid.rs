//! The `Sid`s that appear in more than one statement of a policy.

use alloc::{collections::BTreeSet, format, string::String};

use crate::{
    document::{Document, StatementNode, Text},
    shown::Shown,
};

/// A `Sid` that an earlier statement already has.
pub(crate) struct RepeatedSid<'t>(pub(crate) Text<'t>);

impl RepeatedSid<'_> {
    /// Returns the message about the `Sid`.
    pub(crate) fn message(&self) -> String {
        format!("another statement already has the `Sid` `{}`: change or remove one of them", Shown(self.0.text))
    }
}

/// Returns each `Sid` that an earlier statement already has. An empty `Sid` is skipped, because it has its own finding.
pub(crate) fn repeated_sids(policy: Document<'_>) -> impl Iterator<Item = RepeatedSid<'_>> {
    let mut seen = BTreeSet::new();
    let sids = policy.statements().filter_map(StatementNode::sid).filter(|sid| !sid.text.is_empty());
    sids.filter(move |sid| !seen.insert(sid.written())).map(RepeatedSid)
}
