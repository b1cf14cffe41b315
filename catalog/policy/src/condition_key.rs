//! Condition keys by name: templates such as `aws:RequestTag/${TagKey}`, and the name most similar to a wrong name.

mod nearest;

use alloc::{format, string::String};

use super::global_keys::GlobalKey;
use catalog_core::key_template;

pub use nearest::nearest;

/// Returns true if a name is a template: it contains `${…}` or `<…>`, or ends in `/` or `/tag-key`.
///
/// ```
/// use catalog::policy::condition_key;
/// assert!(condition_key::is_template("aws:RequestTag/${TagKey}") && !condition_key::is_template("aws:SourceIp"));
/// ```
#[must_use]
pub fn is_template(name: &str) -> bool {
    key_template::split(name).is_some()
}

/// Returns true if a key of a policy is the given key, or the given template filled in. Case is ignored.
///
/// ```
/// use catalog::policy::condition_key;
/// assert!(condition_key::matches("aws:RequestTag/${TagKey}", "AWS:requesttag/team"));
/// assert!(!condition_key::matches("aws:RequestTag/${TagKey}", "aws:RequestTag/"));
/// ```
#[must_use]
pub fn matches(name: &str, key: &str) -> bool {
    !differ_at_start(name, key) && key_template::matches(name, key)
}

/// Returns true if a key differs from a name before the part that a policy may fill in. Most keys do, and finding this
/// part takes longer. It begins with `$` or `<`, or ends the name as `tag-key` or with nothing.
fn differ_at_start(name: &str, key: &str) -> bool {
    const LONGEST_END: usize = "tag-key".len();
    let literal = name.len().saturating_sub(LONGEST_END);
    let mut pairs = name.bytes().zip(key.bytes()).take(literal).take_while(|(own, _)| !matches!(own, b'$' | b'<'));
    pairs.any(|(own, given)| !own.eq_ignore_ascii_case(&given))
}

/// Returns true if the variable part of a global template is missing: `aws:RequestTag/${TagKey}` or `aws:RequestTag/`.
#[must_use]
pub fn is_unfilled(global: GlobalKey, key: &str) -> bool {
    let part = key.get(global.name.len()..).unwrap_or_default();
    global.is_template() && (part.is_empty() || is_mark(part))
}

/// Fills in a template. Returns `None` if the name is not a template, or if `part` is empty or is itself a placeholder.
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

/// Returns true if a condition key with this prefix belongs to an identity provider, such as
/// `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub`. The function checks only whether the prefix looks like a domain or
/// a path. No list contains all providers, because customers set them up.
#[must_use]
pub fn is_of_provider(prefix: &str) -> bool {
    prefix.contains(['.', '/'])
}

/// Returns true if a string is a placeholder that the user must replace, such as `${TagKey}`.
fn is_mark(part: &str) -> bool {
    part == "tag-key" || part.starts_with("${") || part.starts_with('<')
}
