//! Compares resources with ARN formats by their literal text, without interpreting wildcards.
//!
//! Some formats extend others: the backup of a table is `table/${TableName}/backup/${BackupName}`. A name of a table
//! cannot contain `/backup/`, so an ARN with this literal is that of a backup, although the shorter format matches too.

use alloc::vec::Vec;

use catalog_core::syntax::split_at_colon;

use super::arn::ARN_FIELDS;

/// The resource of an ARN format: its literals, in order, with a variable between every two.
pub(crate) struct LiteralFormat {
    resource: &'static str,
    literals: Vec<&'static str>,
}

impl LiteralFormat {
    /// Parses a format, or returns `None` if its resource has other marks than variables.
    pub(crate) fn new(format: &'static str) -> Option<Self> {
        let resource = resource_of(format)?;
        let mut rest = resource;
        let mut literals = Vec::new();
        while let Some((literal, behind)) = rest.split_once("${") {
            literals.push(literal);
            (_, rest) = behind.split_once('}')?;
        }
        literals.push(rest);
        let is_plain = |literal: &&str| !literal.contains(['*', '[', ']', '{', '}', '#', ' ', '>']);
        literals.iter().all(is_plain).then_some(Self { resource, literals })
    }

    /// Returns true if a resource has all literals of the format, in order and with characters between them.
    pub(crate) fn claims(&self, resource: &str) -> bool {
        let Some((first, later)) = self.literals.split_first() else { return false };
        let Some(mut rest) = resource.strip_prefix(first) else { return false };
        let Some((last, middle)) = later.split_last() else { return rest.is_empty() };
        for literal in middle {
            let Some(found) = rest.char_indices().skip(1).find_map(|(at, _)| rest.get(at..)?.strip_prefix(*literal))
            else {
                return false;
            };
            rest = found;
        }
        rest.strip_suffix(last).is_some_and(|value| !value.is_empty())
    }

    /// Returns the first literal between two variables that is a segment of a path with letters, such as `/backup/`.
    pub(crate) fn segment(&self) -> Option<&'static str> {
        let is_segment = |literal: &&&str| {
            let inside = literal.strip_prefix('/').and_then(|literal| literal.strip_suffix('/'));
            inside.is_some_and(|inside| inside.contains(|character: char| character.is_ascii_alphabetic()))
        };
        self.literals.iter().skip(1).find(is_segment).copied()
    }

    /// Returns true if a variable of the format would have to contain the literal of a longer format that claims the
    /// same resource.
    pub(crate) fn swallows(&self, longer: &Self, resource: &str) -> bool {
        let Some(segment) = longer.segment() else { return false };
        !self.literals.iter().any(|literal| literal.contains(segment)) && !self.may_have_segment(segment, resource)
    }

    /// Returns true if a segment of the format can be a segment of a resource, between two slashes. A wildcard before it
    /// can contain more segments, so the segment of the format can have a later place. An index has the format
    /// `table/${TableName}/index/${IndexName}`, so it is never `table/*/backup/*`.
    fn may_have_segment(&self, segment: &str, resource: &str) -> bool {
        let Some((before, _)) = resource.split_once(segment) else { return true };
        let depth = before.matches('/').count().saturating_add(1);
        let name = segment.trim_matches('/');
        let Some((inner, _)) = self.resource.rsplit_once('/') else { return false };
        inner.split('/').skip(depth).any(|own| own == name || own.contains("${"))
    }
}

/// Returns the region, the account and the resource of a format, if the format begins as most formats of a service do.
pub(crate) fn usual_fields<'f>(format: &'f str, service: &str) -> Option<[&'f str; 3]> {
    let rest = format.strip_prefix("arn:${Partition}:")?.strip_prefix(service)?.strip_prefix(':')?;
    // Most formats have both fields, which need no search then.
    if let Some(resource) = rest.strip_prefix("${Region}:${Account}:") {
        return Some(["${Region}", "${Account}", resource]);
    }
    let (region, rest) = split_at_colon(rest)?;
    let (account, resource) = split_at_colon(rest)?;
    Some([region, account, resource])
}

/// Returns true if an ARN format has the given service.
pub(crate) fn is_format_of(format: &str, service: &str) -> bool {
    match format.strip_prefix("arn:${Partition}:") {
        Some(rest) => rest.strip_prefix(service).is_some_and(|rest| rest.is_empty() || rest.starts_with(':')),
        None => format.split(':').nth(2) == Some(service),
    }
}

/// Returns the resource of an ARN or a format with six fields.
pub(crate) fn resource_of(arn: &str) -> Option<&str> {
    (1..ARN_FIELDS).try_fold(arn, |rest, _| split_at_colon(rest).map(|(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(resource: &'static str) -> LiteralFormat {
        LiteralFormat::new(resource).unwrap()
    }

    #[test]
    fn a_longer_format_claims_its_literals() {
        let (short, long) = (format("arn:p:s:r:a:shelf/${Shelf}"), format("arn:p:s:r:a:shelf/${Shelf}/book/${Book}"));
        assert_eq!((short.segment(), long.segment()), (None, Some("/book/")));
        for (resource, is_claimed) in [
            ("shelf/a/book/b", true),
            ("shelf/*/book/*", true),
            ("shelf/a/b/book/c", true),
            ("shelf/a", false),
            ("shelf/*", false),
            ("shelf/a/*", false),
            ("shelf//book/b", false),
            ("shelf/a/book/", false),
            ("*/book/b", false),
        ] {
            let swallowed = long.claims(resource) && short.swallows(&long, resource);
            assert_eq!((long.claims(resource), swallowed), (is_claimed, is_claimed), "{resource}");
        }
        assert!(!long.swallows(&long, "shelf/a/book/b"));
    }

    #[test]
    fn a_wildcard_before_a_literal_is_no_reason_for_another_format() {
        let long = format("arn:p:s:r:a:shelf/${Shelf}/book/${Book}");
        for (other, is_swallowing) in [
            ("arn:p:s:r:a:shelf/${Shelf}/box/${Box}", true),
            ("arn:p:s:r:a:shelf/${Shelf}/box/${Box}/lid", false),
            ("arn:p:s:r:a:shelf/${Shelf}/${Kind}/${Name}", false),
            ("arn:p:s:r:a:shelf/${Shelf}/box/book/${Book}", false),
        ] {
            assert_eq!(format(other).swallows(&long, "shelf/*/book/*"), is_swallowing, "{other}");
        }
    }

    #[test]
    fn most_formats_have_their_fields_in_the_usual_places() {
        let usual = |format| usual_fields(format, "s3");
        assert_eq!(usual("arn:${Partition}:s3:::${Bucket}"), Some(["", "", "${Bucket}"]));
        assert_eq!(
            usual("arn:${Partition}:s3:${Region}:${Account}:job/${Id}:a"),
            Some(["${Region}", "${Account}", "job/${Id}:a"])
        );
        for format in ["arn:aws:s3:::${Bucket}", "arn:${Partition}:s3express:::b", "arn:${Partition}:s3:b", "*"] {
            assert_eq!(usual(format), None, "{format}");
        }
    }

    #[test]
    fn other_marks_and_separators_are_not_compared() {
        assert!(LiteralFormat::new("arn:p:s:r:a:rule/[${Bus}/]${Rule}").is_none());
        assert!(LiteralFormat::new("arn:p:s:r:a").is_none());
        // Services accept the longer form of a log group in place of the shorter one.
        assert_eq!(format("arn:p:s:r:a:log:${Log}:stream:${Stream}").segment(), None);
        assert_eq!(format("arn:p:s:r:a:${A}/${B}").segment(), None);
        assert!(format("arn:p:s:r:a:root").claims("root") && !format("arn:p:s:r:a:root").claims("roots"));
    }
}
