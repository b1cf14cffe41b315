//! Finds an ARN that a format and an ARN pattern of a policy obviously have in common, without the automaton. Also finds
//! that their resources obviously differ.
//!
//! Most formats and patterns have the same fields and the same segments of the resource. Comparing them takes a small part
//! of the time of the automaton.

use super::super::field::ArnField;
use super::super::fields::LONGEST;
use super::super::variable_kind::{ACCOUNT_DIGITS, VariableKind};
use crate::syntax::split_at_colon;

/// Returns `Some(true)` if an ARN obviously matches both, and `Some(false)` if a bucket is compared with an object or the
/// two obviously differ. Otherwise only the automaton can answer.
pub(super) fn overlaps(format: &str, pattern: &str) -> Option<bool> {
    let (service, region, account, format) = usual_fields(format)?;
    let [own_partition, own_service, own_region, own_account, pattern] = pattern_fields(pattern)?;
    // The five colons of the pattern are then those between its fields.
    let has_usual_fields = own_service == service
        && is_partition(own_partition)
        && is_field(own_region, is_region)
        && is_field(own_account, is_account)
        && (region.is_empty() || region == "${Region}")
        && (account.is_empty() || account == "${Account}");
    if !has_usual_fields || format.bytes().any(is_mark) || !pattern.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return None;
    }
    let have_fields = may_be(region, own_region) && may_be(account, own_account);
    // With a colon in the resource of the format, or in the key of an object, the fields may be other parts of the ARN.
    if let Some(ends) = ends(format) {
        let may_match = have_fields && !differ(ends, pattern);
        if !may_match && is_word(service) && !format.contains(':') && !format.contains(OBJECT_KEY) {
            return Some(false);
        }
        if may_match && are_open(format, pattern) {
            return Some(true);
        }
    }
    if !have_fields {
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
    if format == BUCKET && pattern.contains('/') {
        return Some(false);
    }
    has_segments(format, pattern).then_some(true)
}

/// Returns true if a byte occurs only in unusual formats, where its meaning depends on its place.
const fn is_mark(byte: u8) -> bool {
    matches!(byte, b'[' | b']' | b'#' | b'*' | b' ' | b'>' | b'.' | b'?')
}

/// The variable for the name of a bucket, which contains neither slashes nor colons.
const BUCKET: &str = "${BucketName}";

/// The variable for the key of an object, which may contain colons.
const OBJECT_KEY: &str = "${ObjectName}";

/// The maximum length of the resource of a format that is compared without the automaton.
const LONG: usize = LONGEST / 2;

/// Returns the literals before the first variable of a resource of a format and after the last one. Returns `None` for an
/// unusual format, because every pattern overlaps a format that is not valid.
fn ends(format: &str) -> Option<(&str, &str)> {
    let (mut head, mut tail) = (format.len(), 0);
    // The start of the name of a variable, until its end is found.
    let mut name = None;
    let mut bytes = format.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match name {
            None if byte == b'$' && matches!(bytes.next(), Some((_, b'{'))) => {
                head = head.min(at);
                name = Some(at + 2);
            }
            None if is_literal(byte) => {}
            Some(start) if byte == b'}' && at > start => {
                tail = at + 1;
                name = None;
            }
            Some(_) if !matches!(byte, b'{' | b'}') => {}
            _ => return None,
        }
    }
    if name.is_some() || format.len() > LONG {
        return None;
    }
    Some((format.get(..head)?, format.get(tail..)?))
}

const fn is_literal(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'/' | b'+' | b'=' | b'@' | b'%' | b'~')
}

fn is_word(service: &str) -> bool {
    service.len() <= LONG && service.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Returns true if the literals at the ends of a format differ from those of a pattern. The literals of the pattern are
/// before its first wildcard or variable, and after its last one.
fn differ((head, tail): (&str, &str), pattern: &str) -> bool {
    let is_wild = |character: char| matches!(character, '*' | '?' | '$' | '{' | '}');
    let (own_head, own_tail) =
        (pattern.split(is_wild).next().unwrap_or_default(), pattern.rsplit(is_wild).next().unwrap_or_default());
    let is_exact = own_head.len() == pattern.len();
    let heads_agree = own_head.starts_with(head) || !is_exact && head.starts_with(own_head);
    let tails_agree = own_tail.ends_with(tail) || !is_exact && tail.ends_with(own_tail);
    !(heads_agree && tails_agree)
}

/// Returns true if a format has a variable, and the first and the last wildcard of a pattern are `*`. If their ends agree,
/// an ARN matches both. After its beginning, it has the inner literals of the format, and then those of the pattern.
/// The first `*` matches the literals of the format, and the last variable those of the pattern.
fn are_open(format: &str, pattern: &str) -> bool {
    let mut marks = pattern.bytes().filter(|byte| matches!(byte, b'*' | b'?' | b'$' | b'{' | b'}'));
    let is_star = |mark: Option<u8>| mark == Some(b'*');
    is_star(marks.clone().next())
        && is_star(marks.clone().next_back())
        && marks.all(|mark| matches!(mark, b'*' | b'?'))
        && format.contains("${")
        && !format.contains(BUCKET)
}

/// Returns the service, the region, the account and the resource of a format that has the usual beginning.
fn usual_fields(format: &str) -> Option<(&str, &str, &str, &str)> {
    let rest = format.strip_prefix("arn:${Partition}:")?;
    let (service, rest) = split_at_colon(rest)?;
    let (region, rest) = split_at_colon(rest)?;
    let (account, resource) = split_at_colon(rest)?;
    (!service.contains('$') && !resource.is_empty()).then_some((service, region, account, resource))
}

/// Returns the fields of a pattern after `arn:`.
fn pattern_fields(pattern: &str) -> Option<[&str; 5]> {
    let rest = pattern.strip_prefix("arn:")?;
    let (partition, rest) = split_at_colon(rest)?;
    let (service, rest) = split_at_colon(rest)?;
    let (region, rest) = split_at_colon(rest)?;
    let (account, resource) = split_at_colon(rest)?;
    (!resource.is_empty()).then_some([partition, service, region, account, resource])
}

/// Returns true if a field of a pattern is empty, `*`, or a value.
fn is_field(pattern: &str, is_value: fn(&str) -> bool) -> bool {
    pattern.is_empty() || pattern == "*" || is_value(pattern)
}

/// Returns true if a field of a format, which is empty or has a variable, can match a field of a pattern.
fn may_be(format: &str, pattern: &str) -> bool {
    !format.is_empty() || pattern.is_empty() || pattern == "*"
}

fn is_partition(text: &str) -> bool {
    matches!(text, "*" | "aws") || VariableKind::Partition.fault(text).is_none()
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
            "job:1",
            "*/index/i",
            "*/rule",
            "*b*",
            "ta*/i*",
            "table/*/rule/*",
            "table/*/?/*x",
            "log:*:a:*",
            "*:a*b/*?",
            "package/*/a*",
            "*:stream:b",
            "table/${aws:username}/rule",
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
            ("arn:${Partition}:s3::${Account}:role/${RoleNameWithPath}", "arn:aws:s3::*:user/*", false),
            ("arn:${Partition}:s3::${Account}:role/${RoleNameWithPath}", "arn:aws:s3:eu-west-1:*:role/*", false),
            ("arn:${Partition}:s3:::/shelves/${Shelf}/books", "arn:aws:s3:::/shelves/*/boxes", false),
            ("arn:${Partition}:s3:::/shelves/${Shelf}/books/${Book}", "arn:aws:s3:::/shelves/*/boxes/*", true),
            ("arn:${Partition}:s3:::shelf:${Shelf}:book:${Book}", "arn:aws:s3:::shelf:*/box/*", true),
            ("arn:${Partition}:s3:::/shelves/${Shelf}/books", "arn:aws:s3:::/shelves", false),
        ] {
            assert_eq!(overlaps(format, pattern), Some(answer), "{format} {pattern}");
        }
    }
}
