//! Compares the decisions about patterns with all short strings.

use alloc::{string::String, vec::Vec};

use proptest::prelude::*;

use super::{super::disjoint, Answer, Pattern, decide, strings, within};

/// The meaning of a pattern in a test.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    Plain,
    IgnoringCase,
    Resource,
    Arn,
}

fn pattern(text: &str, meaning: Meaning) -> Option<Pattern<'_>> {
    match meaning {
        Meaning::Plain => Some(Pattern::string(text, true, false, false)),
        Meaning::IgnoringCase => Some(Pattern::string(text, true, true, false)),
        Meaning::Resource => Some(Pattern::resource(text, false)),
        Meaning::Arn => Pattern::arn(text, false),
    }
}

/// Matches by the definition of each wildcard, trying every possibility. `field` is the number of the field.
fn matches(pattern: &[u8], text: &[u8], meaning: Meaning, field: usize) -> bool {
    let is_limited = |rest: &[u8]| match meaning {
        Meaning::Plain | Meaning::IgnoringCase => false,
        Meaning::Arn => field < 6,
        Meaning::Resource => field < 6 && !matches!(rest.iter().find(|byte| **byte != b'*'), None | Some(b':')),
    };
    match (pattern, text) {
        ([], []) => true,
        ([b'*', behind @ ..], _) => (0..=text.len()).any(|taken| {
            !(is_limited(behind) && text[..taken].contains(&b':')) && matches(behind, &text[taken..], meaning, field)
        }),
        ([b'?', behind @ ..], [byte, rest @ ..]) => {
            let is_limited = !matches!(meaning, Meaning::Plain | Meaning::IgnoringCase) && field < 6;
            !(is_limited && *byte == b':') && matches(behind, rest, meaning, field)
        }
        ([own, behind @ ..], [byte, rest @ ..]) => {
            let same = own == byte || matches!(meaning, Meaning::IgnoringCase) && own.eq_ignore_ascii_case(byte);
            same && matches(behind, rest, meaning, field + usize::from(*own == b':'))
        }
        _ => false,
    }
}

fn is_in(text: &str, patterns: &[String], meaning: Meaning) -> bool {
    patterns.iter().any(|pattern| matches(pattern.as_bytes(), text.as_bytes(), meaning, 1))
}

/// Compares a decision with the strings. Wildcards match `z` too, which no pattern contains.
fn compare(narrow: &str, wide: &[String], meaning: Meaning, longest: usize) {
    let alphabet: &[char] = if matches!(meaning, Meaning::IgnoringCase) { &['a', 'A', 'z'] } else { &['a', ':', 'z'] };
    let Some(own) = pattern(narrow, meaning) else { return };
    let Some(others) = wide.iter().map(|text| pattern(text, meaning)).collect::<Option<Vec<_>>>() else { return };
    let mut texts = strings(alphabet, longest).into_iter();
    let outside = texts.find(|text| is_in(text, &[narrow.into()], meaning) && !is_in(text, wide, meaning));
    let answer = within(&own, &others);
    assert_eq!(answer, Answer::from(outside.is_none()), "{narrow} {wide:?} {meaning:?} {outside:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn patterns_agree_with_their_strings(
        narrow in "[a:*?]{0,4}", wide in proptest::collection::vec("[a:*?]{0,4}", 0..4),
    ) {
        compare(&narrow, &wide, Meaning::Plain, 7);
    }

    #[test]
    fn patterns_that_ignore_case_agree_with_their_strings(
        narrow in "[aA*?]{0,4}", wide in proptest::collection::vec("[aA*?]{0,4}", 0..4),
    ) {
        compare(&narrow, &wide, Meaning::IgnoringCase, 7);
    }

    #[test]
    fn patterns_of_mixed_case_agree_with_their_strings(narrow in "[aA*?]{0,4}", wide in "[aA*?]{0,4}") {
        let (own, other) = (Pattern::string(&narrow, true, true, false), Pattern::string(&wide, true, false, false));
        let both = |text: &String| {
            let by = |pattern: &str, meaning| is_in(text, &[pattern.into()], meaning);
            (by(&narrow, Meaning::IgnoringCase), by(&wide, Meaning::Plain))
        };
        let texts = strings(&['a', 'A', 'z'], 7);
        let is_within = texts.iter().map(both).all(|(narrow, wide)| !narrow || wide);
        prop_assert_eq!(within(&own, &[other]), Answer::from(is_within));
    }

    #[test]
    fn resources_agree_with_their_strings(narrow in "[a:*?]{0,5}", wide in proptest::collection::vec("[a:*?]{0,5}", 0..3)) {
        compare(&narrow, &wide, Meaning::Resource, 7);
    }

    #[test]
    fn arns_agree_with_their_strings(narrow in "[a*?]?(:[a*?]?){5}", wide in "[a*?]?(:[a*?]?){5}") {
        // The fields have few characters.
        let own = pattern(&narrow, Meaning::Arn).unwrap();
        let other = pattern(&wide, Meaning::Arn).unwrap();
        let fields = strings(&['a', 'z'], 2);
        let is_field = |pattern: &str, text: &str| matches(pattern.as_bytes(), text.as_bytes(), Meaning::Plain, 1);
        // An ARN matches if each field matches. Each field of these patterns matches something.
        let is_within = narrow.split(':').zip(wide.split(':')).all(|(narrow, wide)| {
            fields.iter().all(|field| !is_field(narrow, field) || is_field(wide, field))
        });
        prop_assert_eq!(within(&own, &[other]), Answer::from(is_within));
    }

    #[test]
    fn disjoint_patterns_have_no_common_string(left in "[aA:*?]{0,3}", right in "[aA:*?]{0,3}", ignoring in any::<bool>()) {
        let meaning = if ignoring { Meaning::IgnoringCase } else { Meaning::Plain };
        let texts = strings(&['a', 'A', ':', 'z'], 6);
        let has_common = texts.iter().any(|text| {
            is_in(text, core::slice::from_ref(&left), meaning) && is_in(text, core::slice::from_ref(&right), Meaning::Plain)
        });
        let (own, other) = (pattern(&left, meaning).unwrap(), pattern(&right, Meaning::Plain).unwrap());
        prop_assert_eq!(decide(|work| disjoint(&own, &other, work)), Answer::from(!has_common));
    }
}
