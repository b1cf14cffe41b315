//! The actions whose requests carry the condition keys about their tags: `aws:RequestTag/` and `aws:TagKeys`.
//!
//! AWS's pages list these keys for some resource types. An action on such a type then seems to have them, although its
//! requests have no tags. The table for these services is `docs-src/facts/request_tags.toml`.

use catalog_core::{ascii_case, edition::Edition, first_listed};

use crate::facts::request_tags::REQUEST_TAGS;

/// Returns true if requests for an action carry a condition key that the page of the action lists.
///
/// The function returns true for all keys that are not about the tags of a request, and for actions that are newer than
/// the table.
pub(crate) fn may_carry(prefix: &str, action: &str, key: &str) -> bool {
    let is_about_keys = ascii_case::eq(key, "aws:TagKeys");
    if !is_about_keys && !key.get(..REQUEST_TAG.len()).is_some_and(|start| ascii_case::eq(start, REQUEST_TAG)) {
        return true;
    }
    let found = REQUEST_TAGS.binary_search_by_key(&prefix, |(prefix, ..)| prefix);
    let Some((_, month, both, only_tag_keys)) = found.ok().and_then(|found| REQUEST_TAGS.get(found)) else {
        return true;
    };
    let has = |names: &str| names.as_bytes().split(|byte| *byte == b' ').any(|name| name == action.as_bytes());
    let is_newer = || first_listed::first_listed(prefix, action) > Edition::parse(month);
    has(both) || is_about_keys && has(only_tag_keys) || is_newer()
}

/// The beginning of the keys that have the value of a tag.
const REQUEST_TAG: &str = "aws:RequestTag/";

#[cfg(test)]
mod tests {
    use super::{REQUEST_TAGS, may_carry};

    #[test]
    fn requests_without_tags_carry_no_key_about_them() {
        assert!(REQUEST_TAGS.is_sorted_by(|one, other| one.0 < other.0));
        assert!(may_carry("ec2", "RunInstances", "aws:RequestTag/team"));
        assert!(!may_carry("ec2", "StartInstances", "AWS:requesttag/team"));
        assert!(may_carry("s3", "UntagResource", "aws:TagKeys"));
        assert!(!may_carry("s3", "UntagResource", "aws:RequestTag/team"));
    }

    #[test]
    fn other_keys_and_other_services_are_left_to_the_pages() {
        assert!(may_carry("ec2", "StartInstances", "aws:ResourceTag/team"));
        assert!(may_carry("ses", "SendEmail", "aws:RequestTag/team"));
        assert!(may_carry("", "", ""));
    }
}
