//! Condition keys with a part that their users fill in: `aws:RequestTag/${TagKey}`.

use alloc::{format, string::String};

use super::{
    global_keys::GlobalKey,
    rules::conditions::keys::{is_mark, is_meant, template},
};

/// Whether a name is that of a template: it has a part in `${…}` or `<…>`, or ends in `/` or `/tag-key`.
///
/// ```
/// use catalog_core::policy::template;
/// assert!(template::is_template("aws:RequestTag/${TagKey}") && !template::is_template("aws:SourceIp"));
/// ```
#[must_use]
pub fn is_template(name: &str) -> bool {
    template(name).is_some()
}

/// Whether a key of a policy is one by this name, or this template filled in, in any case.
///
/// ```
/// use catalog_core::policy::template;
/// assert!(template::matches("aws:RequestTag/${TagKey}", "AWS:requesttag/team"));
/// assert!(!template::matches("aws:RequestTag/${TagKey}", "aws:RequestTag/"));
/// ```
#[must_use]
pub fn matches(name: &str, key: &str) -> bool {
    is_meant(name, key)
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
/// use catalog_core::policy::template;
/// assert_eq!(template::fill("aws:RequestTag/${TagKey}", "team").as_deref(), Some("aws:RequestTag/team"));
/// assert_eq!(template::fill("ec2:ResourceTag/", "team").as_deref(), Some("ec2:ResourceTag/team"));
/// assert_eq!(template::fill("aws:SourceIp", "team"), None);
/// ```
#[must_use]
pub fn fill(name: &str, part: &str) -> Option<String> {
    let (beginning, end) = template(name)?;
    (!part.is_empty() && !is_mark(part)).then(|| format!("{beginning}{part}{end}"))
}
