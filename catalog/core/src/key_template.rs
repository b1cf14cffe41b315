//! Templates of condition keys: names with a part that a policy fills in, such as `aws:RequestTag/${TagKey}`.

use crate::ascii_case;

/// Returns the parts of a template before and after its placeholder, or `None` if the name is not a template.
///
/// A name is a template if it has a placeholder in `${…}` or `<…>`, or if it ends in a slash or in `/tag-key`.
#[must_use]
pub fn split(known: &str) -> Option<(&str, &str)> {
    let bare = known.strip_suffix("tag-key").unwrap_or(known);
    if bare.ends_with('/') {
        return Some((bare, ""));
    }
    // Compare bytes, because `str::find` with a string would need more code than the rest of a small program.
    let pairs = || known.bytes().zip(known.bytes().skip(1));
    let start = pairs().position(|pair| pair == (b'$', b'{')).or_else(|| known.find('<'))?;
    let end = known.rfind(['}', '>'])?;
    Some((known.get(..start)?, known.get(end.checked_add(1)?..)?))
}

/// Returns true if a condition key of a policy has this name or fills in this template, ignoring case.
#[must_use]
pub fn matches(name: &str, key: &str) -> bool {
    if ascii_case::eq_compact(name, key) {
        return true;
    }
    let Some((beginning, end)) = split(name) else { return false };
    let Some(middle) = key.len().checked_sub(beginning.len() + end.len()).filter(|middle| *middle > 0) else {
        return false;
    };
    let starts = key.get(..beginning.len()).is_some_and(|key| ascii_case::eq_compact(key, beginning));
    starts && key.get(beginning.len() + middle..).is_some_and(|key| ascii_case::eq_compact(key, end))
}
