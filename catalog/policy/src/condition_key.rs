//! Condition keys by their names, for whoever makes policies: templates, as `aws:RequestTag/${TagKey}` with a part that its
//! user fills in, and the nearest name to a wrong one.

mod nearest;

use alloc::{format, string::String};

use super::global_keys::GlobalKey;
use catalog_core::key_template;

pub use nearest::nearest;

/// Whether a name is that of a template: it has a part in `${…}` or `<…>`, or ends in `/` or `/tag-key`.
///
/// ```
/// use catalog::policy::condition_key;
/// assert!(condition_key::is_template("aws:RequestTag/${TagKey}") && !condition_key::is_template("aws:SourceIp"));
/// ```
#[must_use]
pub fn is_template(name: &str) -> bool {
    key_template::split(name).is_some()
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
    key_template::matches(name, key)
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
    let (beginning, end) = key_template::split(name)?;
    (!part.is_empty() && !is_mark(part)).then(|| format!("{beginning}{part}{end}"))
}

/// Whether a key with this in front of its colon is that of an identity provider. A provider is whatever somebody sets up, so
/// that no list holds them all: `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub`.
#[must_use]
pub fn is_of_provider(prefix: &str) -> bool {
    prefix.contains(['.', '/'])
}

/// Whether a text is a mark for what is to be filled in.
fn is_mark(part: &str) -> bool {
    part == "tag-key" || part.starts_with("${") || part.starts_with('<')
}
