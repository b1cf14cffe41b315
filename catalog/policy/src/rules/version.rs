//! `Version`.
//!
//! Source: [Version](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html).

use alloc::{borrow::ToOwned as _, format};

use super::{report::Report, structure::shown};
use crate::{PolicyKind, document::Document, finding::FindingId as Id};
use catalog_core::ascii_case;

const NEW: &str = "2012-10-17";
const OLD: &str = "2008-10-17";

pub(super) fn check(document: Document<'_>, kind: PolicyKind, report: &mut Report<'_>) {
    let Some(version) = document.version() else {
        // In other case it is told as that.
        if !document.members().iter().any(|(name, _)| ascii_case::eq(name.text, "Version")) {
            let message = "the policy has no `Version`, so that it is of 2008-10-17, without policy variables";
            report.find(Id::MissingVersion, document.members().place, message.to_owned());
        }
        return;
    };
    let suggestion = Some(NEW.to_owned());
    match version.text {
        NEW => {}
        // RCP syntax: 2012-10-17 is the only version.
        OLD if kind == PolicyKind::ResourceControl => {
            let message = format!("a resource control policy has the version {NEW}, and no other");
            report.suggest(Id::UnknownVersion, version.place, message, suggestion);
        }
        OLD => {
            let message = format!("{OLD} is the version of old policies, which have no policy variables");
            report.suggest(Id::OldVersion, version.place, message, suggestion);
        }
        other => {
            let message = format!("there is no version `{}`: write {NEW}", shown(other));
            report.suggest(Id::UnknownVersion, version.place, message, suggestion);
        }
    }
}
