//! Finds an ARN that a format and an ARN pattern of a policy obviously have in common, without the automaton.
//!
//! Most formats and patterns have the same fields and the same segments of the resource. Comparing them takes a small part
//! of the time of the automaton.

use super::super::field::ArnField;
use super::super::variable_kind::{ACCOUNT_DIGITS, VariableKind};

/// Returns `Some(true)` if an ARN obviously matches both, and `Some(false)` if a bucket is compared with an object.
/// Otherwise only the automaton can answer.
pub(super) fn overlaps(format: &str, pattern: &str) -> Option<bool> {
    let (service, region, account, format) = usual_fields(format)?;
    let [own_partition, own_service, own_region, own_account, pattern] = pattern_fields(pattern)?;
    let have_fields = own_service == service
        && is_partition(own_partition)
        && may_be(region, own_region, "${Region}", is_region)
        && may_be(account, own_account, "${Account}", is_account);
    if !have_fields || format.contains(MARKS) || !pattern.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return None;
    }
    if let Some(beginning) = pattern.strip_suffix('*')
        && !beginning.contains(['*', '?', '$'])
        && format.split("${").next().is_some_and(|head| head.starts_with(beginning))
    {
        return Some(true);
    }
    if pattern.contains('$') {
        return None;
    }
    // The five colons of the pattern are those between the fields. A name of a bucket cannot contain a slash.
    if format == "${BucketName}" && pattern.contains('/') {
        return Some(false);
    }
    has_segments(format, pattern).then_some(true)
}

/// The characters of unusual formats, whose meaning depends on their place.
const MARKS: [char; 8] = ['[', ']', '#', '*', ' ', '>', '.', '?'];

/// Returns the service, the region, the account and the resource of a format that has the usual beginning.
fn usual_fields(format: &str) -> Option<(&str, &str, &str, &str)> {
    let rest = format.strip_prefix("arn:${Partition}:")?;
    let (service, rest) = rest.split_once(':')?;
    let (region, rest) = rest.split_once(':')?;
    let (account, resource) = rest.split_once(':')?;
    (!service.contains('$') && !resource.is_empty()).then_some((service, region, account, resource))
}

/// Returns the fields of a pattern after `arn:`.
fn pattern_fields(pattern: &str) -> Option<[&str; 5]> {
    let rest = pattern.strip_prefix("arn:")?;
    let (partition, rest) = rest.split_once(':')?;
    let (service, rest) = rest.split_once(':')?;
    let (region, rest) = rest.split_once(':')?;
    let (account, resource) = rest.split_once(':')?;
    (!resource.is_empty()).then_some([partition, service, region, account, resource])
}

/// Returns true if a field of a format, which is empty or has a variable, can match a field of a pattern.
fn may_be(format: &str, pattern: &str, variable: &str, is_value: fn(&str) -> bool) -> bool {
    if format.is_empty() {
        pattern.is_empty() || pattern == "*"
    } else {
        format == variable && (pattern.is_empty() || pattern == "*" || is_value(pattern))
    }
}

fn is_partition(text: &str) -> bool {
    text == "*" || VariableKind::Partition.fault(text).is_none()
}

/// Returns true if a string looks like a region, so that a colon after it ends the field.
fn is_region(text: &str) -> bool {
    text.ends_with(|last: char| last.is_ascii_digit()) && VariableKind::Region.fault(text).is_none()
}

fn is_account(text: &str) -> bool {
    text.len() == ACCOUNT_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns true if each segment of a pattern can be that of a value of the format. The last segment of the format takes
/// the rest of the pattern.
fn has_segments(format: &str, pattern: &str) -> bool {
    let mut rest = Some(pattern);
    let mut segments = format.split('/').peekable();
    while let Some(segment) = segments.next() {
        let Some(text) = rest else { return false };
        let own = if segments.peek().is_none() {
            rest = None;
            text
        } else {
            let Some((own, behind)) = text.split_once('/') else { return false };
            rest = Some(behind);
            own
        };
        if !has_segment(segment, own) {
            return false;
        }
    }
    rest.is_none()
}

/// Returns true if a segment of a pattern can be that of a value of the format. The segment of the format is a literal, with
/// or without a variable at its end.
fn has_segment(format: &str, pattern: &str) -> bool {
    let Some((literal, variable)) = format.split_once("${") else {
        return format == pattern || pattern == "*" && !format.is_empty();
    };
    let Some(name) = variable.strip_suffix('}') else { return false };
    let Some(value) = pattern.strip_prefix(literal) else { return false };
    let is_bucket = VariableKind::new(ArnField::Resource, name) == VariableKind::Bucket;
    let has_separator = is_bucket && value.contains([':', '/']);
    !(name.contains(['{', '}', '$']) || value.is_empty() || has_separator)
}

#[cfg(test)]
mod tests {
    use super::super::{super::fields::Fields, automaton_overlaps};
    use super::*;

    const FORMATS: &[&str] = &[
        "arn:${Partition}:s3:::${BucketName}",
        "arn:${Partition}:s3:::${BucketName}/${ObjectName}",
        "arn:${Partition}:s3:${Region}:${Account}:job/${JobId}",
        "arn:${Partition}:s3:${Region}::snapshot/${SnapshotId}",
        "arn:${Partition}:s3::${Account}:role/${RoleNameWithPath}",
        "arn:${Partition}:s3:${Region}:${Account}:table/${TableName}/index/${IndexName}",
        "arn:${Partition}:s3:${Region}:${Account}:log:${Name}:stream:${Stream}",
        "arn:${Partition}:s3:${Region}:${Account}:settings",
        "arn:${Partition}:s3:${Region}:${Account}:${Name}",
        "arn:${Partition}:s3:${Region}:${Account}:rule/[${Bus}/]${Rule}",
        "arn:${Partition}:s3:${Region}:${Account}:package/${PackageNamespace}/${Name}",
        "arn:${Partition}:sqs:${Region}:${Account}:${Name}",
    ];

    #[test]
    fn the_answers_are_those_of_the_automaton() {
        let resources = [
            "*",
            "b",
            "b*",
            "b/*",
            "b/k",
            "*/k",
            "b/",
            "/",
            "a:b",
            "a:b/*",
            "b?",
            "?",
            "job/*",
            "job/",
            "job",
            "j*",
            "job/1/2",
            "role/${aws:username}",
            "role/a*b",
            "table/*",
            "table/t",
            "table/t/index/*",
            "table/*/index/i",
            "table/t/index/",
            "table//index/i",
            "settings",
            "set*",
            "sett",
            "log:a:stream:b",
            "log:*",
            "rule/a",
            "rule/a/b",
            "package//x",
            "package/a/x",
            "snapshot/s",
            "é",
            "a\tb",
        ];
        let (mut decided, mut all) = (0, 0);
        for format in FORMATS {
            for partition in ["aws", "aws-cn", "*", "azure"] {
                for region in ["", "*", "eu-west-1", "eu", "eu-*"] {
                    for account in ["", "*", "111122223333", "aws", "1"] {
                        for resource in resources {
                            let pattern = alloc::format!("arn:{partition}:s3:{region}:{account}:{resource}");
                            all += 1;
                            if let Some(answer) = overlaps(format, &pattern) {
                                decided += 1;
                                let fields = Fields::read(format).unwrap();
                                assert_eq!(answer, automaton_overlaps(fields, &pattern), "{format} {pattern}");
                            }
                        }
                    }
                }
            }
        }
        assert!(decided > 1_000, "{decided} of {all}");
    }

    #[test]
    fn the_usual_patterns_need_no_automaton() {
        for (format, pattern, answer) in [
            ("arn:${Partition}:s3:::${BucketName}", "arn:aws:s3:::shop-*", true),
            ("arn:${Partition}:s3:::${BucketName}", "arn:aws:s3:::shop-*/*", false),
            ("arn:${Partition}:s3:::${BucketName}/${ObjectName}", "arn:aws:s3:::shop-*/*", true),
            ("arn:${Partition}:s3::${Account}:role/${RoleNameWithPath}", "arn:aws:s3::*:role/service-role/*", true),
        ] {
            assert_eq!(overlaps(format, pattern), Some(answer), "{format} {pattern}");
        }
    }
}
