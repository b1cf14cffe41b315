//! The size of a policy, as AWS counts it.
//!
//! Usually, white space does not count. The characters are counted in the tree, in their shortest JSON form. So a policy
//! in Rust source has the same size as the same policy in a file.
//!
//! Some services count white space. Then a policy with a source is as large as its source.

use alloc::{format, string::String};

use crate::{
    document::{Path, Place},
    finding::AccessAnalyzerCheck,
    hole::Hole,
    json::{Data, Member, Value},
    kind::{PolicyKind, SizeLimit},
};

/// The size of a policy that exceeds the limit of its kind.
pub(crate) struct Size<'t> {
    /// The place of the policy.
    pub(crate) place: Place<'t>,
    /// The number of characters.
    pub(crate) characters: usize,
    /// Whether the policy is too large only because of its white space.
    pub(crate) is_written: bool,
    /// The limit of the kind of policy.
    pub(crate) limit: SizeLimit,
}

impl Size<'_> {
    /// Returns the size of a policy that exceeds the limit of its kind, or `None` for other policies. `source` is the
    /// policy as it is written, if it is known.
    pub(crate) fn over_limit(tree: &Value<'_>, source: Option<&str>, kind: PolicyKind) -> Option<Self> {
        let limit = kind.size_limit()?;
        let allowed = limit.characters as usize;
        let place = Place { path: Path::ROOT, span: tree.span };
        // Each byte is at most two characters. Most policies are far below the limit, so their bytes are not counted.
        let is_far_below = characters(tree, |text| 2 + 2 * text.len()) <= allowed;
        let characters = if is_far_below { 0 } else { characters(tree, string) };
        if characters > allowed {
            return Some(Self { place, characters, is_written: false, limit });
        }
        let written = source.filter(|_| limit.counts_white_space)?.chars().count();
        // The source of a hole can be longer than its value.
        (written > allowed && !has_hole(tree)).then_some(Self { place, characters: written, is_written: true, limit })
    }

    /// Returns the check of Access Analyzer that is about the size of policies of a kind.
    pub(crate) const fn access_analyzer(kind: PolicyKind) -> AccessAnalyzerCheck {
        match kind {
            PolicyKind::Identity | PolicyKind::PermissionBoundary | PolicyKind::Session => {
                AccessAnalyzerCheck::PolicySizeExceedsIdentityPolicyQuota
            }
            PolicyKind::Trust => AccessAnalyzerCheck::PolicySizeExceedsRoleTrustPolicyQuota,
            PolicyKind::ServiceControl => AccessAnalyzerCheck::PolicySizeExceedsScpQuota,
            PolicyKind::ResourceControl => AccessAnalyzerCheck::PolicySizeExceedsRcpQuota,
            _ => AccessAnalyzerCheck::PolicySizeExceedsResourcePolicyQuota,
        }
    }

    /// Returns the message about the size in a kind of policy.
    pub(crate) fn message(&self, kind: PolicyKind) -> String {
        let (characters, allowed) = (grouped(self.characters), grouped(self.limit.characters as usize));
        let of = self.limit.of;
        if !self.is_written {
            return format!(
                "the policy has {characters} characters, not counting white space: the limit is {allowed} for {of}"
            );
        }
        // The console of AWS Organizations removes white space.
        let unless = if kind.limits_organization() { " through the API, the AWS CLI and Terraform" } else { "" };
        format!(
            "the policy has {characters} characters as written ({allowed} allowed for {of}): white space \
             counts{unless}, so remove it"
        )
    }
}

/// Formats a number with commas, such as `10,240`.
fn grouped(number: usize) -> String {
    let (above, below) = (number / 1_000, number % 1_000);
    if above == 0 { format!("{below}") } else { format!("{},{below:03}", grouped(above)) }
}

/// Returns the number of characters of a value, not counting white space. `string` returns that of a string with its
/// quotes.
fn characters(value: &Value<'_>, string: fn(&str) -> usize) -> usize {
    // Two brackets, and a comma between items.
    let list = |count: usize| count.max(1) + 1;
    match &value.data {
        Data::Null | Data::Bool(true) => 4,
        Data::Bool(false) => 5,
        Data::Number(text) => text.len(),
        Data::String(text) => string(text),
        // Only the known parts count, so that a policy is never too large because of a hole.
        Data::Hole(hole) => known(hole, string),
        Data::Array(values) => list(values.len()) + values.iter().map(|value| characters(value, string)).sum::<usize>(),
        Data::Object(members) => {
            let name = |member: &Member<'_>| {
                member.name_hole.as_deref().map_or_else(|| string(&member.name), |hole| known(hole, string))
            };
            let each = members.iter().map(|member| name(member) + 1 + characters(&member.value, string));
            list(members.len()) + each.sum::<usize>()
        }
    }
}

/// Returns the number of characters of the known parts of a hole, and of the quotes if the hole is a string.
fn known(hole: &Hole<'_>, string: fn(&str) -> usize) -> usize {
    let quotes = string("");
    let parts: usize = hole.known_parts().map(|part| string(part) - quotes).sum();
    if hole.is_total() { 0 } else { quotes + parts }
}

/// Returns true if a value contains a hole.
fn has_hole(value: &Value<'_>) -> bool {
    match &value.data {
        Data::Hole(_) => true,
        Data::Array(values) => values.iter().any(has_hole),
        Data::Object(members) => members.iter().any(|member| member.name_hole.is_some() || has_hole(&member.value)),
        _ => false,
    }
}

/// Returns the number of characters of a string, with its quotes and escapes.
fn string(text: &str) -> usize {
    if !text.is_ascii() {
        let each = text.chars().filter(|character| !character.is_whitespace());
        return 2 + each.map(|character| if matches!(character, '"' | '\\') { 2 } else { 1 }).sum::<usize>();
    }
    // A chunk of 64 bytes counts as at most 128 characters, which fits into a `u8`. So the compiler can count many
    // bytes at once.
    let count = |byte: &u8| match byte {
        b' ' | b'\t'..=b'\r' => 0_u8,
        b'"' | b'\\' => 2,
        _ => 1,
    };
    2 + text.as_bytes().chunks(64).map(|some| usize::from(some.iter().map(count).sum::<u8>())).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn numbers_are_grouped() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (10_240, "10,240"), (33_554_032, "33,554,032")]
        {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn white_space_does_not_count() {
        for (text, expected) in [
            ("{}", 2),
            (r#"{"a": [1, true, null, "b c"]}"#, r#"{"a":[1,true,null,"bc"]}"#.len()),
            (r#"{"a": " \t\n\"\\b\r "}"#, r#"{"a":"\"\\b"}"#.len()),
            (r#"{"a": "\"\u0041é", "b": {}}"#, r#"{"a":"\"Aé","b":{}}"#.chars().count()),
        ] {
            assert_eq!(characters(&json::parse(text.as_bytes()).unwrap(), string), expected, "{text}");
        }
    }

    #[test]
    fn only_what_is_over_the_limit_has_a_size() {
        let policy = |length: usize| format!(r#"{{"Id":"{}"}}"#, "a".repeat(length - 9));
        for kind in PolicyKind::ALL {
            let Some(limit) = kind.size_limit() else { continue };
            let size = |length| {
                let text = policy(length);
                Size::over_limit(&json::parse(text.as_bytes()).unwrap(), None, *kind).map(|size| size.characters)
            };
            let limit = limit.characters as usize;
            assert_eq!((size(limit), size(limit + 1)), (None, Some(limit + 1)), "{kind}");
        }
    }

    #[test]
    fn white_space_counts_in_a_source_of_some_kinds() {
        let source = format!(r#"{{"Id":{}"é"}}"#, " ".repeat(25_000));
        let tree = json::parse(source.as_bytes()).unwrap();
        for kind in PolicyKind::ALL {
            let counts = kind.size_limit().is_some_and(|limit| limit.counts_white_space);
            let size = Size::over_limit(&tree, Some(&source), *kind);
            assert_eq!(size.map(|size| (size.characters, size.is_written)), counts.then_some((25_010, true)), "{kind}");
            assert!(Size::over_limit(&tree, None, *kind).is_none());
        }
    }
}
