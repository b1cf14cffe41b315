//! Whether a resource has the form of an ARN, and whether its fields can be what they stand for.
//!
//! Source: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html) and
//! [Amazon Resource Names](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).

use alloc::{borrow::ToOwned as _, format, string::String};

use crate::{
    PolicyKind,
    finding::FindingId as Id,
    rules::structure::shown,
    value::{
        is_arn_pattern,
        parts::{is_account, is_partition, is_region, is_word},
    },
};
use catalog_core::wildcard::has_wildcard;

/// How many fields an ARN has, `arn` among them.
const FIELDS: usize = 6;

/// The fields of an ARN, the last with all that follows. A colon between braces separates nothing.
fn fields(text: &str) -> ([&str; FIELDS], usize) {
    let mut fields = [""; FIELDS];
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
        let split = end.filter(|_| count < FIELDS).and_then(|(at, _)| rest.split_at_checked(at));
        let Some((head, behind)) = split else {
            *field = rest;
            break;
        };
        *field = head;
        rest = behind.strip_prefix(':').unwrap_or(behind);
    }
    (fields, count)
}

/// Whether a field is neither empty nor a pattern nor a variable.
fn is_plain(field: &str) -> bool {
    !field.is_empty() && !has_wildcard(field) && !field.contains("${")
}

/// What is wrong with a resource.
pub(super) struct Wrong {
    pub(super) id: Id,
    pub(super) message: String,
    /// What to write in its place.
    pub(super) instead: Option<String>,
}

/// What is wrong with a text that is to be an ARN.
pub(super) fn wrong(text: &str, kind: PolicyKind) -> Option<Wrong> {
    let (id, message) = of_fields(text, kind).or_else(|| of_whole(text))?;
    let instead = instead(text);
    let message = match &instead {
        Some(instead) => format!("{message}: did you mean `{}`?", shown(instead)),
        None => message,
    };
    Some(Wrong { id, message, instead })
}

/// What to write for an ARN that is near at hand.
fn instead(text: &str) -> Option<String> {
    if text != text.trim() {
        return Some(text.trim().to_owned()).filter(|text| text.starts_with("arn:"));
    }
    if let Some(behind) = text.strip_prefix("s3://") {
        return Some(format!("arn:aws:s3:::{behind}")).filter(|_| !behind.is_empty());
    }
    // A bucket is named by itself: no region and no account, and so the colons are easily miscounted.
    let (fields, count) = fields(text);
    let last = count.checked_sub(1).and_then(|last| fields.get(last)).filter(|last| is_bucket(last))?;
    let [first, partition, service, ..] = fields;
    let is_short = first == "arn" && is_partition(partition) && service == "s3" && (4..FIELDS).contains(&count);
    is_short.then(|| format!("arn:{partition}:s3:::{last}"))
}

/// Whether a text begins as the name of a bucket.
fn is_bucket(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit()) && !text.contains(',')
}

/// What is wrong with an ARN whose fields can all be what they are.
fn of_whole(text: &str) -> Option<(Id, String)> {
    if [" arn:", ",arn:", ";arn:"].iter().any(|next| text.contains(next)) {
        let message = format!("`{}` holds several ARNs: write a list, each in a string of its own", shown(text));
        return Some((Id::MalformedResource, message));
    }
    text.ends_with(char::is_whitespace)
        .then(|| (Id::ArnField, format!("`{}` ends with white space, as no resource does", shown(text))))
}

/// What is wrong with the fields of a text that is to be an ARN.
fn of_fields(text: &str, kind: PolicyKind) -> Option<(Id, String)> {
    let (fields, count) = fields(text);
    let [first, partition, service, region, account, _] = fields;
    let last = count.checked_sub(1).and_then(|last| fields.get(last)).copied().unwrap_or_default();
    // IAM takes three fields and four, five only where a wildcard is among them.
    let is_incomplete = first == "arn" && (3..FIELDS).contains(&count) && last != "*" && !service.is_empty();
    let is_taken = is_arn_pattern(text) || is_incomplete && count < 5;
    if !is_taken {
        let message = match first {
            "arn" => format!(
                "`{}` has {count} of the {FIELDS} fields of an ARN: `arn:partition:service:region:account:resource`",
                shown(text)
            ),
            _ => format!("`{}` is neither an ARN nor `*`", shown(text)),
        };
        return Some((Id::MalformedResource, message));
    }
    // What begins with a pattern says little of its fields.
    if first != "arn" {
        return None;
    }
    if partition.contains("${") || is_plain(partition) && !is_partition(partition) {
        let message = format!("`{}` is no partition: write `aws`, or `*` for any", shown(partition));
        return Some((Id::MalformedResource, message));
    }
    if has_wildcard(service) && matches!(kind, PolicyKind::Identity | PolicyKind::PermissionBoundary) {
        let message = format!("`{}` has a wildcard where its service stands, which IAM wants in full", shown(text));
        return Some((Id::WildcardArnService, message));
    }
    if is_incomplete {
        let missing = ":*".repeat(FIELDS.saturating_sub(count));
        let message = format!("`{0}` lacks fields, so that it stands for `{0}{missing}`", shown(text));
        return Some((Id::IncompleteArn, message));
    }
    field(service, region, account).map(|message| (Id::ArnField, message))
}

/// What is wrong with a region or an account.
fn field(service: &str, region: &str, account: &str) -> Option<String> {
    if service == "iam" && is_plain(region) {
        return Some("IAM has no regions: the field behind `iam` is empty".to_owned());
    }
    if is_plain(region) && !is_region(region) {
        return Some(format!("`{}` is no region: write one, as `eu-west-1`, or `*` for any", shown(region)));
    }
    // `aws` and other words stand where AWS itself owns the resource.
    let is_mark = !is_word(account) || account.starts_with("account");
    let is_number = account.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && !is_account(account);
    (is_plain(account) && (is_mark || is_number))
        .then(|| format!("`{}` is no account: write its 12 digits, or `*` for any", shown(account)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_its_finding() {
        for (text, expected) in [
            ("*", None),
            ("arn:*", None),
            ("a*", None),
            ("arn:aws:s3:::b/*", None),
            ("arn:*:s3:::b", None),
            ("arn:aws-cn:s3:::b", None),
            ("arn:aws:ses:*", None),
            ("arn:aws:iam::aws:policy/*", None),
            ("arn:aws:ec2:eu-*:${aws:PrincipalAccount}:instance/a:b", None),
            ("arn:aws:secretsmanager:${aws:RequestedRegion}:111122223333:secret:x", None),
            ("arn:aws:iam:*:*:role/x", None),
            ("b", Some(Id::MalformedResource)),
            ("arn:aws", Some(Id::MalformedResource)),
            ("arn:aws:s3::b", Some(Id::MalformedResource)),
            ("arn:aws::b", Some(Id::MalformedResource)),
            ("arn:asw:s3:::b", Some(Id::MalformedResource)),
            ("arn:${Partition}:s3:::b", Some(Id::MalformedResource)),
            ("arn:${aws:partition}:s3:::b", Some(Id::MalformedResource)),
            ("arn:aws:*:::x", Some(Id::WildcardArnService)),
            ("arn:aws:s3", Some(Id::IncompleteArn)),
            ("arn:aws:s3:b/*", Some(Id::IncompleteArn)),
            ("arn:aws:s3::b/*", Some(Id::IncompleteArn)),
            ("arn:aws:iam:us-east-1:111122223333:role/x", Some(Id::ArnField)),
            ("arn:aws:ec2:region:*:instance/*", Some(Id::ArnField)),
            ("arn:aws:ec2:eu-west-1a:*:instance/*", Some(Id::ArnField)),
            ("arn:aws:ec2:*:11112222333:instance/*", Some(Id::ArnField)),
            ("arn:aws:ec2:*:account-id:instance/*", Some(Id::ArnField)),
            ("arn:aws:ec2:*:1111-2222-3333:instance/*", Some(Id::ArnField)),
            ("arn:aws:ec2:*:<account>:instance/*", Some(Id::ArnField)),
            ("arn:aws:s3:::b/* ", Some(Id::ArnField)),
            ("arn:aws:s3:::b/a, b/*", None),
            ("arn:aws:s3:::b/*, arn:aws:s3:::c/*", Some(Id::MalformedResource)),
        ] {
            assert_eq!(wrong(text, PolicyKind::Identity).map(|wrong| wrong.id), expected, "{text}");
        }
        assert!(wrong("arn:aws:*:::x", PolicyKind::ServiceControl).is_none());
    }

    #[test]
    fn what_is_near_at_hand_is_suggested() {
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
            let instead = wrong(text, PolicyKind::Identity).and_then(|wrong| wrong.instead);
            assert_eq!(instead.as_deref(), expected, "{text}");
        }
    }
}
