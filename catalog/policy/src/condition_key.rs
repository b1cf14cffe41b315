//! Condition keys by their names, for whoever makes policies: templates, as `aws:RequestTag/${TagKey}` with a part that its
//! user fills in, and the nearest name to a wrong one.

mod nearest;

use alloc::{format, string::String};

use super::global_keys::GlobalKey;
use catalog_core::ascii_case;

pub use nearest::nearest;

/// Whether a name is that of a template: it has a part in `${…}` or `<…>`, or ends in `/` or `/tag-key`.
///
/// ```
/// use catalog::policy::condition_key;
/// assert!(condition_key::is_template("aws:RequestTag/${TagKey}") && !condition_key::is_template("aws:SourceIp"));
/// ```
#[must_use]
pub fn is_template(name: &str) -> bool {
    template(name).is_some()
}

/// Whether a key of a policy is one by this name, or this template filled in, in any case.
///
/// ```
/// use catalog::policy::condition_key;
/// assert!(condition_key::matches("aws:RequestTag/${TagKey}", "AWS:requesttag/team"));
/// assert!(!condition_key::matches("aws:RequestTag/${TagKey}", "aws:RequestTag/"));
/// ```
#[must_use]
pub fn matches(name: &str, key: &str) -> bool {
    if ascii_case::eq(name, key) {
        return true;
    }
    let Some((beginning, end)) = template(name) else { return false };
    let Some(middle) = key.len().checked_sub(beginning.len() + end.len()).filter(|middle| *middle > 0) else {
        return false;
    };
    let starts = key.get(..beginning.len()).is_some_and(|key| ascii_case::eq(key, beginning));
    starts && key.get(beginning.len() + middle..).is_some_and(|key| ascii_case::eq(key, end))
}

/// Whether the part of this global template is not filled in: `aws:RequestTag/${TagKey}`, `aws:RequestTag/`.
#[must_use]
pub fn is_unfilled(global: GlobalKey, key: &str) -> bool {
    let part = key.get(global.name.len()..).unwrap_or_default();
    global.is_template() && (part.is_empty() || is_mark(part))
}

/// Fills a template in. `None`: it is none, or the part is empty or such a mark itself.
///
/// ```
/// use catalog::policy::condition_key;
/// assert_eq!(condition_key::fill("aws:RequestTag/${TagKey}", "team").as_deref(), Some("aws:RequestTag/team"));
/// assert_eq!(condition_key::fill("ec2:ResourceTag/", "team").as_deref(), Some("ec2:ResourceTag/team"));
/// assert_eq!(condition_key::fill("aws:SourceIp", "team"), None);
/// ```
#[must_use]
pub fn fill(name: &str, part: &str) -> Option<String> {
    let (beginning, end) = template(name)?;
    (!part.is_empty() && !is_mark(part)).then(|| format!("{beginning}{part}{end}"))
}

/// Whether a key with this in front of its colon is that of an identity provider. A provider is whatever somebody sets up, so
/// that no list holds them all: `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub`.
#[must_use]
pub fn is_of_provider(prefix: &str) -> bool {
    prefix.contains(['.', '/'])
}

/// What stands in front of a template's open part, and behind it. A key is a template where it has a part in `${…}` or
/// `<…>`, and where it ends in a slash or in `/tag-key`.
pub(super) fn template(known: &str) -> Option<(&str, &str)> {
    let bare = known.strip_suffix("tag-key").unwrap_or(known);
    if bare.ends_with('/') {
        return Some((bare, ""));
    }
    let start = known.find("${").or_else(|| known.find('<'))?;
    let end = known.rfind(['}', '>'])?;
    Some((known.get(..start)?, known.get(end.checked_add(1)?..)?))
}

/// Whether a text is a mark for what is to be filled in.
fn is_mark(part: &str) -> bool {
    part == "tag-key" || part.starts_with("${") || part.starts_with('<')
}
