//! `Sid`: what a statement is called.
//!
//! Source: [Sid](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html).

use alloc::{borrow::ToOwned as _, collections::BTreeSet, format, string::String};

use super::{report::Report, structure::shown};
use crate::{PolicyKind, document::Document, finding::FindingId as Id};

pub(super) fn check(document: Document<'_>, kind: PolicyKind, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for sid in document.statements().filter_map(super::super::document::Statement::sid) {
        if report.is_full() {
            return;
        }
        if sid.text.is_empty() {
            report.find(Id::EmptySid, sid.place, "an empty `Sid`: remove it, or name the statement".to_owned());
            continue;
        }
        if !seen.insert(sid.text) {
            let message = format!("another statement has the `Sid` `{}` already", shown(sid.text));
            let id = if kind == PolicyKind::Resource { Id::RepeatedSid } else { Id::DuplicateSid };
            report.find(id, sid.place, message);
        }
        if kind.sid_is_alphanumeric() && !sid.text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            let message =
                format!("`{}` is no `Sid` of {}: it holds letters and digits alone", shown(sid.text), kind.described());
            let kept: String = sid.text.chars().filter(char::is_ascii_alphanumeric).collect();
            report.suggest(Id::IllegalSid, sid.place, message, Some(kept).filter(|kept| !kept.is_empty()));
        }
    }
}
