//! Formats a comparison as JSON, for tools.
//!
//! ```json
//! {
//!   "format": 1,
//!   "old": "HEAD",
//!   "new": "docs-src",
//!   "same": false,
//!   "bump": "major",
//!   "bump_before_1_0": "minor",
//!   "reasons": [{ "bump": "major", "reason": "1 action removed" }],
//!   "services": [{
//!     "prefix": "ses",
//!     "name": "Amazon SES",
//!     "changes": [
//!       { "kind": "action", "change": "removed", "subject": "SendEmail", "item": null, "old": null, "new": null, "bump": "major" }
//!     ],
//!     "prose": { "descriptions": 0, "links": 0 },
//!     "prose_changes": []
//!   }]
//! }
//! ```
//!
//! `bump` and `bump_before_1_0` are null if nothing has changed. `kind` is a [`ChangeKind`] and `change` a
//! [`Verb`](super::change_kind::Verb), in lower case with underscores. `subject` is the name that changes. `item` is
//! the part of the subject that changes, such as a resource type of an action. `old` and `new` are the old and the new
//! value, or null. `prose_changes` is empty without `--prose`.

use super::bump::Bump;
use super::change::{Change, Diff, ServiceDiff};
use super::change_kind::ChangeKind;
use serde::Serialize;

/// The version of this format, which is increased if a reader of the old format could misread the new one.
pub const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    old: &'a str,
    new: &'a str,
    same: bool,
    bump: Option<Bump>,
    bump_before_1_0: Option<Bump>,
    reasons: Vec<Reason>,
    services: Vec<ServiceDocument<'a>>,
}

#[derive(Serialize)]
struct Reason {
    bump: Bump,
    reason: String,
}

#[derive(Serialize)]
struct ServiceDocument<'a> {
    prefix: &'a str,
    name: &'a str,
    changes: &'a [Change],
    prose: ProseCounts,
    prose_changes: &'a [Change],
}

impl<'a> ServiceDocument<'a> {
    fn new(service: &'a ServiceDiff, list_prose: bool) -> Self {
        Self {
            prefix: &service.prefix,
            name: &service.name,
            changes: &service.changes,
            prose: ProseCounts {
                descriptions: service.prose_count(ChangeKind::Description),
                links: service.prose_count(ChangeKind::Url),
            },
            prose_changes: if list_prose { &service.prose } else { &[] },
        }
    }
}

#[derive(Serialize)]
struct ProseCounts {
    descriptions: usize,
    links: usize,
}

/// Formats a comparison as JSON.
///
/// `old` and `new` are the two states as the user named them. If `list_prose` is true, the output lists all changed
/// descriptions and links.
///
/// # Errors
///
/// Returns an error if the serialization fails, which is not expected for any comparison.
pub fn render(diff: &Diff, (old, new): (&str, &str), list_prose: bool) -> serde_json::Result<String> {
    let needed = diff.needed();
    let bump = needed.as_ref().map(|needed| needed.bump);
    let reasons = needed.map(|needed| needed.reasons).unwrap_or_default();
    let document = Document {
        format: FORMAT,
        old,
        new,
        same: diff.is_empty(),
        bump,
        bump_before_1_0: bump.map(Bump::before_1_0),
        reasons: reasons.into_iter().map(|(bump, reason)| Reason { bump, reason }).collect(),
        services: diff.services.iter().map(|service| ServiceDocument::new(service, list_prose)).collect(),
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}
