//! The parts of the string of `Fn::Sub`.

/// The maximum number of variables inside each other. Only loops inside loops need more than one.
const DEPTH_LIMIT: usize = 4;

/// The maximum length of a variable. The names in a template have at most 255 characters.
const LENGTH_LIMIT: usize = 1024;

/// A part of the string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Segment<'s> {
    /// Characters that stay as they are.
    Literal(&'s str),
    /// A name that a value replaces, and the variable with its `${` and `}`.
    Variable { name: &'s str, written: &'s str },
}

/// Splits a string into its parts, each with its offset. The exclamation mark of `${!Literal}` belongs to no part.
///
/// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html>.
pub(super) fn segments(source: &str) -> impl Iterator<Item = (usize, Segment<'_>)> {
    let mut offset = 0;
    core::iter::from_fn(move || {
        let rest = source.get(offset..).filter(|rest| !rest.is_empty())?;
        let (segment, length, skipped) = next(rest);
        let start = offset;
        offset = offset.saturating_add(length).saturating_add(skipped);
        Some((start, segment))
    })
}

/// Returns the first segment, its length, and the number of bytes after it that belong to no segment.
fn next(rest: &str) -> (Segment<'_>, usize, usize) {
    if let Some((name, length)) = variable(rest) {
        let written = rest.get(..length).unwrap_or_default();
        return (Segment::Variable { name: name.trim(), written }, length, 0);
    }
    let mut end = 0;
    while let Some(found) = rest.get(end..).and_then(|rest| rest.find("${")) {
        let start = end.saturating_add(found);
        let after = start.saturating_add(2);
        let here = rest.get(start..).unwrap_or_default();
        if here.starts_with("${!") {
            return (Segment::Literal(rest.get(..after).unwrap_or_default()), after, 1);
        }
        if start > 0 && variable(here).is_some() {
            return (Segment::Literal(rest.get(..start).unwrap_or_default()), start, 0);
        }
        end = after;
    }
    (Segment::Literal(rest), rest.len(), 0)
}

/// Returns the name and the length of the variable with which a string begins. In a loop, a name can contain variables.
fn variable(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix("${").filter(|inner| !inner.starts_with('!'))?;
    let mut depth = 0_usize;
    let mut previous = b' ';
    for (end, byte) in inner.bytes().enumerate().take(LENGTH_LIMIT) {
        match (byte, depth) {
            (b'}', 0) => return Some((inner.get(..end)?, end.saturating_add(3))),
            (b'}', _) => depth = depth.saturating_sub(1),
            (b'{', DEPTH_LIMIT..) if previous == b'$' => return None,
            (b'{', _) if previous == b'$' => depth = depth.saturating_add(1),
            _ => {}
        }
        previous = byte;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{string::String, vec, vec::Vec};
    use proptest::prelude::*;

    fn variable(written: &str) -> Segment<'_> {
        Segment::Variable { name: written.trim_matches(['$', '{', '}']).trim(), written }
    }

    fn parts(source: &str) -> Vec<Segment<'_>> {
        segments(source).map(|(_, segment)| segment).collect()
    }

    #[test]
    fn a_string_is_split_at_its_variables() {
        use Segment::Literal;
        assert_eq!(parts("a"), [Literal("a")]);
        assert_eq!(parts(""), []);
        assert_eq!(
            parts("a${B}c${AWS::Region}"),
            vec![Literal("a"), variable("${B}"), Literal("c"), variable("${AWS::Region}")]
        );
        assert_eq!(parts("${ A.B }${C}"), [variable("${ A.B }"), variable("${C}")]);
        assert_eq!(parts("x${!aws:username}/*"), [Literal("x${"), Literal("aws:username}/*")]);
        assert_eq!(parts("${!a}${b}"), [Literal("${"), Literal("a}"), variable("${b}")]);
        assert_eq!(
            parts("${Table${Name}.Arn}/*"),
            [Segment::Variable { name: "Table${Name}.Arn", written: "${Table${Name}.Arn}" }, Literal("/*")]
        );
        // A variable without an end is a literal.
        assert_eq!(parts("$${x ${y} ${z"), [Literal("$${x "), variable("${y}"), Literal(" ${z")]);
    }

    proptest! {
        #[test]
        fn segments_hold_the_string_except_exclamation_marks(source in r"([a-c!$é]|\$\{|\$\{!|\}|\$\{A\}){0,20}") {
            let mut joined = String::new();
            for (offset, segment) in segments(&source) {
                let (Segment::Literal(text) | Segment::Variable { written: text, .. }) = segment;
                prop_assert!(source.get(offset..).unwrap().starts_with(text));
                joined.push_str(text);
            }
            prop_assert_eq!(joined.replace('!', ""), source.replace('!', ""));
        }
    }
}
