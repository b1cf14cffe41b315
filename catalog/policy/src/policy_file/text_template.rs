//! Reads YAML that must be rendered first, such as the template of a project generator or a file of a Helm chart.
//!
//! Placeholders such as `{{ cookiecutter.name }}` become holes. Lines with only a placeholder or a directive such as
//! `{% if … %}` are skipped.

use alloc::{borrow::Cow, boxed::Box, vec::Vec};
use core::ops::Range;

use crate::{
    hole::{self, Hole},
    json::{Data, Member, Span, Value},
    shape::is_json,
};

/// The marks around placeholders, directives and comments.
const MARKS: &[(&str, &str)] = &[("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// The beginning of a dynamic reference of AWS CloudFormation, which is not a placeholder.
const REFERENCE: &str = "{{resolve:";

/// Returns a source of the same length that is YAML, if the template is one of YAML. Also returns the ranges of the
/// placeholders.
pub(super) fn masked(text: &str) -> (Vec<u8>, Vec<Range<usize>>) {
    let ranges = placeholders(text);
    let mut masked = text.as_bytes().to_vec();
    for range in &ranges {
        // A comment, or a line of a block scalar.
        let fill = if is_alone(text, range) { b'#' } else { b'x' };
        for byte in masked.get_mut(range.clone()).unwrap_or_default() {
            if *byte != b'\n' && *byte != b'\r' {
                *byte = fill;
            }
        }
    }
    (masked, ranges)
}

/// Returns the ranges of all placeholders, in order.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let starts = MARKS.iter().filter_map(|(open, close)| Some((rest.find(open)?, *close)));
        let Some((start, close)) = starts.min() else { break };
        let Some(length) = rest.get(start..).and_then(|inside| inside.find(close)) else { break };
        let (start, end) =
            (at.saturating_add(start), at.saturating_add(start).saturating_add(length).saturating_add(2));
        // A placeholder can have three braces, as in `{{{ name }}}`.
        let has_three = text.get(start..end).is_some_and(|inside| inside.starts_with("{{{"))
            && text.get(end..).is_some_and(|after| after.starts_with('}'));
        let end = end.saturating_add(usize::from(has_three));
        if !text.get(start..).is_some_and(|inside| inside.starts_with(REFERENCE)) {
            ranges.push(start..end);
        }
        at = end;
    }
    ranges
}

/// Returns true if only placeholders are on the lines of a range, apart from white space.
fn is_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let start = before.rsplit('\n').next().unwrap_or_default();
    let end = after.split('\n').next().unwrap_or_default();
    start.trim().is_empty() && end.trim().is_empty()
}

/// Returns the tree of a source in which placeholders are holes, if the source has any.
pub(super) fn with_placeholders<'t>(tree: Value<'t>, text: &str) -> Value<'t> {
    let ranges = placeholders(text);
    if ranges.is_empty() { tree } else { with_holes(tree, &ranges) }
}

/// Replaces the strings and names that contain a placeholder with holes.
pub(super) fn with_holes<'t>(value: Value<'t>, ranges: &[Range<usize>]) -> Value<'t> {
    let data = match value.data {
        Data::Array(items) => Data::Array(items.into_iter().map(|item| with_holes(item, ranges)).collect()),
        Data::Object(members) => {
            let members = members.into_iter().map(|member| {
                let name_hole = contains(member.name_span, ranges).then(|| Box::new(hole(&member.name)));
                let name = name_hole.as_ref().map_or(member.name, |hole| Cow::Owned(hole.stand_in().into()));
                Member { name, name_hole, value: with_holes(member.value, ranges), ..member }
            });
            Data::Object(members.collect())
        }
        // The JSON in a string can have more than one string.
        Data::String(text) if contains(value.span, ranges) && !is_json(&text) => Data::Hole(Box::new(hole(&text))),
        data => data,
    };
    Value::new(value.span, data)
}

/// Returns the hole for a string with placeholders. In a masked source, nothing in the string is known.
fn hole<'t>(text: &str) -> Hole<'t> {
    match placeholders(text) {
        ranges if ranges.is_empty() => Hole::anything("{{…}}"),
        ranges => Hole::new(hole::split(text, ranges)),
    }
}

/// Returns true if a span contains a part of a placeholder.
fn contains(span: Span, ranges: &[Range<usize>]) -> bool {
    let [start, end] = [span.start, span.end].map(|offset| usize::try_from(offset).unwrap_or(usize::MAX));
    let next = ranges.partition_point(|range| range.end <= start);
    ranges.get(next).is_some_and(|range| range.start < end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    #[test]
    fn placeholders_become_holes() {
        let text = "{% if a %}\nName: {{ a }}\n{% endif %}\nB-{{ b }}: [x, 'p-{{ c }}', '{{resolve:ssm:d}}']\n{{- include \"e\" . }}\n";
        let (masked, ranges) = masked(text);
        assert_eq!((masked.len(), ranges.len()), (text.len(), 6));
        let trees = yaml::parse(&masked).unwrap();
        let tree = with_holes(trees.into_iter().next().unwrap(), &ranges);
        let Data::Object(members) = &tree.data else { panic!("{tree:?}") };
        assert!(members[0].value.as_hole().unwrap().is_total());
        assert!(members[1].name_hole.is_some());
        let Data::Array(items) = &members[1].value.data else { panic!("{tree:?}") };
        assert_eq!(items[0].as_str(), Some("x"));
        assert!(items[1].as_hole().is_some());
        assert_eq!(items[2].as_str(), Some("{{resolve:ssm:d}}"));
        assert_eq!(tree.span.start, 11);
        assert_eq!(core::str::from_utf8(&masked).unwrap().lines().count(), 5);
    }

    #[test]
    fn the_known_parts_of_a_string_stay_known() {
        let text = "A: 'arn:{{ p }}:s3:::{{{ b }}}/*'\nB: '{\"c\": \"{{ d }}\"}'\n";
        let trees = yaml::parse(text.as_bytes()).unwrap();
        let tree = with_placeholders(trees.into_iter().next().unwrap(), text);
        let Data::Object(members) = &tree.data else { panic!("{tree:?}") };
        let hole = members[0].value.as_hole().unwrap();
        assert_eq!((hole.stand_in(), hole.written()), ("arn:*:s3:::*/*", "arn:{{ p }}:s3:::{{{ b }}}/*"));
        assert!(members[1].value.as_str().is_some());
    }
}
