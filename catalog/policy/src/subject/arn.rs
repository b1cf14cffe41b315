//! The fields of strings that are intended as ARNs, and the faults in them.
//!
//! Source: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html) and
//! [Amazon Resource Names](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).

use alloc::{borrow::ToOwned as _, format, string::String};

use catalog_core::wildcard::has_wildcard;

use crate::{
    document::Text,
    kind::PolicyKind,
    shown::Shown,
    value::{
        is_arn_pattern,
        parts::{is_account, is_partition, is_region, is_word},
    },
};

/// The number of fields of an ARN, including `arn`.
pub(crate) const ARN_FIELDS: usize = 6;

/// A resource with a fault.
pub(crate) struct WrongArn<'t> {
    /// The resource.
    pub(crate) text: Text<'t>,
    /// The fault.
    pub(crate) fault: ArnFault<'t>,
    /// The replacement for the string, if there is a clear one.
    pub(crate) suggestion: Option<String>,
}

/// A fault of a string that is intended as an ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ArnFault<'t> {
    /// The string does not have the form of an ARN, and is not `*`.
    NotAnArn,
    /// The string begins like an ARN, but has fewer fields than IAM accepts.
    TooFewFields(usize),
    /// The partition does not exist.
    Partition(&'t str),
    /// The string contains several ARNs.
    SeveralArns,
    /// The service has a wildcard.
    WildcardService,
    /// The string lacks fields, and IAM treats the missing fields as wildcards.
    Incomplete(usize),
    /// The ARN of an IAM resource has a region, although IAM has no regions.
    RegionOfIam,
    /// The region is not valid.
    Region(&'t str),
    /// The account is not valid.
    Account(&'t str),
    /// The string ends with white space.
    TrailingSpace,
}

impl ArnFault<'_> {
    /// Returns true if IAM refuses the policy because of the fault. Then the string has no other findings.
    pub(crate) const fn is_malformed(self) -> bool {
        matches!(self, Self::NotAnArn | Self::TooFewFields(_) | Self::Partition(_) | Self::SeveralArns)
    }
}

impl<'t> WrongArn<'t> {
    /// Returns the resource with its fault, or `None` if the resource is valid in the given kind of policy.
    pub(crate) fn find(text: Text<'t>, kind: PolicyKind) -> Option<Self> {
        let fault = fault_of_fields(text.text, kind).or_else(|| fault_of_whole(text.text))?;
        Some(Self { text, fault, suggestion: suggestion(text.text) })
    }

    /// Returns a message with the suggestion appended, if there is one.
    pub(crate) fn with_suggestion(&self, message: String) -> String {
        match &self.suggestion {
            Some(suggestion) => format!("{message}: did you mean `{}`?", Shown(suggestion)),
            None => message,
        }
    }
}

/// Returns the fields of an ARN and their number. The last field contains the rest. A colon within `${…}` is not a
/// separator.
fn fields(text: &str) -> ([&str; ARN_FIELDS], usize) {
    let mut fields = [""; ARN_FIELDS];
    let mut count = 0;
    let mut rest = text;
    for field in &mut fields {
        count += 1;
        let mut in_braces = false;
        let end = rest.char_indices().find(|(at, character)| {
            match character {
                '{' => in_braces |= rest.get(..*at).is_some_and(|before| before.ends_with('$')),
                '}' => in_braces = false,
                _ => {}
            }
            *character == ':' && !in_braces
        });
        let split = end.filter(|_| count < ARN_FIELDS).and_then(|(at, _)| rest.split_at_checked(at));
        let Some((head, behind)) = split else {
            *field = rest;
            break;
        };
        *field = head;
        rest = behind.strip_prefix(':').unwrap_or(behind);
    }
    (fields, count)
}

/// Returns true if a field is not empty and has neither wildcards nor variables.
fn is_plain(field: &str) -> bool {
    !field.is_empty() && !has_wildcard(field) && !field.contains("${")
}

/// Returns the replacement for an ARN with an obvious mistake.
fn suggestion(text: &str) -> Option<String> {
    if text != text.trim() {
        return Some(text.trim().to_owned()).filter(|text| text.starts_with("arn:"));
    }
    if let Some(behind) = text.strip_prefix("s3://") {
        return Some(format!("arn:aws:s3:::{behind}")).filter(|_| !behind.is_empty());
    }
    // The ARN of a bucket has neither a region nor an account, so its colons are easily miscounted.
    let (fields, count) = fields(text);
    let last = count.checked_sub(1).and_then(|last| fields.get(last)).filter(|last| is_bucket(last))?;
    let [first, partition, service, ..] = fields;
    let is_short = first == "arn" && is_partition(partition) && service == "s3" && (4..ARN_FIELDS).contains(&count);
    is_short.then(|| format!("arn:{partition}:s3:::{last}"))
}

/// Returns true if a string begins like the name of a bucket.
fn is_bucket(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit()) && !text.contains(',')
}

/// Returns the fault of an ARN whose fields are all valid.
fn fault_of_whole(text: &str) -> Option<ArnFault<'_>> {
    if [" arn:", ",arn:", ";arn:"].iter().any(|next| text.contains(next)) {
        return Some(ArnFault::SeveralArns);
    }
    text.ends_with(char::is_whitespace).then_some(ArnFault::TrailingSpace)
}

/// Returns the first fault in the fields of a string that is intended as an ARN.
fn fault_of_fields(text: &str, kind: PolicyKind) -> Option<ArnFault<'_>> {
    let (fields, count) = fields(text);
    let [first, partition, service, region, account, _] = fields;
    let last = count.checked_sub(1).and_then(|last| fields.get(last)).copied().unwrap_or_default();
    // IAM accepts three or four fields, and five only if one of them has a wildcard.
    let is_incomplete = first == "arn" && (3..ARN_FIELDS).contains(&count) && last != "*" && !service.is_empty();
    if !(is_arn_pattern(text) || is_incomplete && count < 5) {
        return Some(if first == "arn" { ArnFault::TooFewFields(count) } else { ArnFault::NotAnArn });
    }
    // If the first field is a pattern such as `*`, it may match several fields, so the others are unknown.
    if first != "arn" {
        return None;
    }
    if partition.contains("${") || is_plain(partition) && !is_partition(partition) {
        return Some(ArnFault::Partition(partition));
    }
    if has_wildcard(service)
        && matches!(kind, PolicyKind::Identity | PolicyKind::PermissionBoundary | PolicyKind::Session)
    {
        return Some(ArnFault::WildcardService);
    }
    if is_incomplete {
        return Some(ArnFault::Incomplete(count));
    }
    if service == "iam" && is_plain(region) {
        return Some(ArnFault::RegionOfIam);
    }
    if is_plain(region) && !is_region(region) {
        return Some(ArnFault::Region(region));
    }
    // The ARN of a resource that AWS owns has `aws` or another word in place of the account. So a word is a
    // placeholder only if it begins with `account`, such as `account-id`.
    let is_mark = !is_word(account) || account.starts_with("account");
    let is_number = account.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && !is_account(account);
    (is_plain(account) && (is_mark || is_number)).then_some(ArnFault::Account(account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Path, Place},
        json::Span,
    };

    fn find(text: &str, kind: PolicyKind) -> Option<WrongArn<'_>> {
        WrongArn::find(Text { text, place: Place { path: Path::ROOT, span: Span::default() } }, kind)
    }

    fn fault(text: &str) -> Option<ArnFault<'_>> {
        find(text, PolicyKind::Identity).map(|arn| arn.fault)
    }

    #[test]
    fn patterns_and_variables_are_not_faults() {
        for text in [
            "*",
            "arn:*",
            "a*",
            "arn:aws:s3:::b/*",
            "arn:*:s3:::b",
            "arn:aws-cn:s3:::b",
            "arn:aws:ses:*",
            "arn:aws:iam::aws:policy/*",
            "arn:aws:ec2:eu-*:${aws:PrincipalAccount}:instance/a:b",
            "arn:aws:secretsmanager:${aws:RequestedRegion}:111122223333:secret:x",
            "arn:aws:iam:*:*:role/x",
            "arn:aws:s3:::b/a, b/*",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }

    #[test]
    fn each_fault_is_found() {
        for (text, expected) in [
            ("b", ArnFault::NotAnArn),
            ("arn:aws", ArnFault::TooFewFields(2)),
            ("arn:aws:s3::b", ArnFault::TooFewFields(5)),
            ("arn:aws::b", ArnFault::TooFewFields(4)),
            ("arn:asw:s3:::b", ArnFault::Partition("asw")),
            ("arn:${Partition}:s3:::b", ArnFault::Partition("${Partition}")),
            ("arn:${aws:partition}:s3:::b", ArnFault::Partition("${aws:partition}")),
            ("arn:aws:s3:::b/*, arn:aws:s3:::c/*", ArnFault::SeveralArns),
            ("arn:aws:*:::x", ArnFault::WildcardService),
            ("arn:aws:s3", ArnFault::Incomplete(3)),
            ("arn:aws:s3:b/*", ArnFault::Incomplete(4)),
            ("arn:aws:s3::b/*", ArnFault::Incomplete(5)),
            ("arn:aws:iam:us-east-1:111122223333:role/x", ArnFault::RegionOfIam),
            ("arn:aws:ec2:region:*:instance/*", ArnFault::Region("region")),
            ("arn:aws:ec2:eu-west-1a:*:instance/*", ArnFault::Region("eu-west-1a")),
            ("arn:aws:ec2:*:11112222333:instance/*", ArnFault::Account("11112222333")),
            ("arn:aws:ec2:*:account-id:instance/*", ArnFault::Account("account-id")),
            ("arn:aws:ec2:*:1111-2222-3333:instance/*", ArnFault::Account("1111-2222-3333")),
            ("arn:aws:ec2:*:<account>:instance/*", ArnFault::Account("<account>")),
            ("arn:aws:s3:::b/* ", ArnFault::TrailingSpace),
        ] {
            assert_eq!(fault(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn only_some_kinds_of_policies_need_the_service_in_full() {
        for kind in PolicyKind::ALL {
            let is_needed = matches!(kind, PolicyKind::Identity | PolicyKind::PermissionBoundary | PolicyKind::Session);
            assert_eq!(find("arn:aws:*:::x", *kind).is_some(), is_needed, "{kind}");
        }
    }

    #[test]
    fn an_obvious_mistake_has_a_suggestion() {
        for (text, expected) in [
            ("arn:aws:s3::b/*", Some("arn:aws:s3:::b/*")),
            ("arn:aws-cn:s3:b", Some("arn:aws-cn:s3:::b")),
            (" arn:aws:s3:::b\n", Some("arn:aws:s3:::b")),
            ("s3://b/*", Some("arn:aws:s3:::b/*")),
            ("arn:aws:s3", None),
            ("arn:aws:s3:*", None),
            ("arn:aws:sns:eu-west-1:111122223333", None),
            ("b/*", None),
        ] {
            let suggestion = find(text, PolicyKind::Identity).and_then(|arn| arn.suggestion);
            assert_eq!(suggestion.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_message_ends_with_the_suggestion() {
        let arn = find("s3://b", PolicyKind::Identity).unwrap();
        assert_eq!(arn.with_suggestion("wrong".to_owned()), "wrong: did you mean `arn:aws:s3:::b`?");
        let arn = find("b", PolicyKind::Identity).unwrap();
        assert_eq!(arn.with_suggestion("wrong".to_owned()), "wrong");
        assert!(arn.fault.is_malformed() && !ArnFault::TrailingSpace.is_malformed());
    }
}
