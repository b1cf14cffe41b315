//! Tests properties of random formats and ARNs. The expected results come from a simple function that tries every
//! possible value of each variable.

mod errors;
mod oddities;
mod overlaps;

use alloc::{
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};
use proptest::prelude::*;

use super::*;
use crate::wildcard;

/// A piece of a resource: its source, and its meaning, which is a literal or the minimum length of a variable.
type Spec = (&'static str, Result<&'static str, usize>);

const PIECES: &[Spec] = &[
    ("a", Ok("a")),
    ("b", Ok("b")),
    ("/", Ok("/")),
    (":", Ok(":")),
    ("-", Ok("-")),
    ("/a", Ok("/a")),
    ("${A}", Err(1)),
    ("${B}", Err(1)),
    ("${PackageNamespace}", Err(0)),
    ("*", Err(0)),
];

fn resource() -> impl Strategy<Value = Vec<Spec>> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..6)
}

const FRONT: &str = "arn:${Partition}:x:${Region}:${Account}:";

fn text_of(resource: &[Spec]) -> String {
    FRONT.to_string() + &resource.iter().map(|(text, _)| *text).collect::<String>()
}

/// Matches by the definition: each variable is tried with every length.
fn fits(resource: &[Spec], text: &str) -> bool {
    match resource {
        [] => text.is_empty(),
        [(_, Ok(literal)), rest @ ..] => text.strip_prefix(literal).is_some_and(|text| fits(rest, text)),
        [(_, Err(least)), rest @ ..] => {
            (*least..=text.len()).any(|length| text.split_at_checked(length).is_some_and(|(_, text)| fits(rest, text)))
        }
    }
}

fn front() -> impl Strategy<Value = String> {
    let partition = prop_oneof![Just("aws"), Just("aws-cn")];
    let region = prop_oneof![Just(""), Just("eu-west-1")];
    let account = prop_oneof![Just(""), Just("111122223333"), Just("aws")];
    (partition, region, account)
        .prop_map(|(partition, region, account)| format!("arn:{partition}:x:{region}:{account}:"))
}

/// Returns true if every two variables have a `/` or a `:` between them. Parsing then returns the parts that were
/// built.
fn is_unambiguous(resource: &[Spec]) -> bool {
    let mut since: Option<String> = None;
    for (_, spec) in resource {
        match (spec, &mut since) {
            (Ok(literal), Some(since)) => since.push_str(literal),
            (Ok(_), None) => {}
            (Err(_), Some(between)) if !between.contains(['/', ':']) => return false,
            (Err(_), _) => since = Some(String::new()),
        }
    }
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn matching_is_as_defined(resource in resource(), front in front(), text in "[ab/:-]{0,8}") {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        let arn = front + &text;
        prop_assert_eq!(format.matches(&arn), fits(&resource, &text), "{} {}", format, arn);
        // An ARN without wildcards must overlap the format if and only if it matches. `overlaps` uses the automaton,
        // and `matches` the parser.
        prop_assert_eq!(format.overlaps(&arn), format.matches(&arn), "{} {}", format, arn);
    }

    #[test]
    fn any_text_in_front_is_matched_as_it_is_overlapped(text in "arn:(aws|aws-cn|aw-|é)?:x?:[a1-]{0,2}:(aws|[0-9]{11,13}|-)?:[ab:]{0,2}") {
        let format = ArnFormat::new("arn:${Partition}:x:${Region}:${Account}:a${A}").unwrap();
        prop_assert_eq!(format.overlaps(&text), format.matches(&text), "{}", text);
    }

    #[test]
    fn building_from_the_parts_gives_the_arn(resource in resource(), front in front(), fill in "[ab/:?é-]{0,9}") {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        // Build an ARN of the format: each variable gets the next characters of `fill` as its value.
        let mut fill = fill.chars().peekable();
        let rest: String = resource.iter().map(|(_, spec)| match spec {
            Ok(literal) => literal.to_string(),
            Err(least) => {
                let some: String = fill.by_ref().take(3).collect();
                if some.chars().count() < *least { "a".to_string() } else { some }
            }
        }).collect();
        let arn = front + &rest;
        let parts = format.parse(&arn);
        prop_assert!(parts.is_ok(), "{} {}", format, arn);
        let parts = parts.unwrap();
        prop_assert_eq!(format.build_pattern(parts).map(|arn| arn.to_string()), Ok(arn.clone()), "{}", format);
        if !arn.contains('?') {
            prop_assert_eq!(format.build(parts).map(|arn| arn.to_string()), Ok(arn.clone()), "{}", format);
        }
        prop_assert!(parts.iter().map(|(name, _)| name).eq(format.variables()));
    }

    #[test]
    fn what_is_built_reads_back(resource in resource(), values in proptest::collection::vec("[ab/:*?-]{0,3}", 6)) {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        let names = format.variables().collect::<Vec<_>>();
        let values = ["aws", "", "aws"].into_iter().chain(values.iter().map(String::as_str));
        let parts: Vec<(&str, &str)> = names.into_iter().zip(values).collect();
        if let Ok(built) = format.build_pattern(parts.iter().copied()) {
            let text = built.to_string();
            prop_assert!(format.overlaps(&text), "{} {}", format, text);
            prop_assert!(format.matches(&text), "the format does not match an ARN that it built: {} {}", format, text);
            if is_unambiguous(&resource) {
                let back: Vec<_> = format.parse(&text).unwrap().into_iter().collect();
                prop_assert_eq!(&back, &parts, "{} {}", format, text);
            }
        }
        if let Ok(built) = format.build(parts.iter().copied()) {
            prop_assert!(!wildcard::has_wildcard(&built.to_string()));
            // The order of the parts does not matter, except among parts with the same name.
            let mut sorted = parts.clone();
            sorted.sort_by_key(|(name, _)| *name);
            prop_assert_eq!(format.build(sorted).unwrap().to_string(), built.to_string());
        }
    }

    #[test]
    fn a_pattern_of_an_arn_overlaps(
        resource in resource(), values in proptest::collection::vec("[ab/-]{1,3}", 6),
        holes in proptest::collection::vec((0_usize..40, 0_usize..6, proptest::sample::select(vec!["*", "?", "${aws:x}", "**"])), 0..4),
    ) {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        let mut values = values.into_iter();
        let rest = resource.iter().filter_map(|(_, spec)| spec.map(str::to_string).or_else(|_| values.next().ok_or(())).ok());
        let arn = "arn:aws:x:eu-west-1:111122223333:".to_string() + &rest.collect::<String>();
        prop_assert!(format.matches(&arn), "{} {}", format, arn);
        let mut marks: Vec<String> = arn.chars().map(String::from).collect();
        for (at, length, mark) in holes {
            let at = at.min(marks.len());
            let end = (at + if mark == "?" { 1 } else { length }).min(marks.len());
            if at < end && marks[at..end].iter().all(|mark| !mark.contains(['*', '?', '$'])) {
                marks.splice(at..end, [mark.to_string()]);
            }
        }
        let pattern = marks.concat();
        prop_assert!(format.overlaps(&pattern), "{} {} {}", format, arn, pattern);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn overlapping_is_as_defined(resource in proptest::collection::vec(proptest::sample::select(PIECES), 0..4), pattern in "[a/*?]{0,4}") {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        let front = "arn:aws:x::aws:";
        // If the format and the pattern match a common string, then they match one of at most this length.
        let least = resource.iter().map(|(_, spec)| spec.map_or_else(|least| least, str::len)).sum::<usize>();
        let longest = pattern.len() + least;
        prop_assume!(longest <= 6);
        let mut texts = vec![String::new()];
        let mut from = 0;
        for _ in 0..longest {
            let end = texts.len();
            for at in from..end {
                texts.extend(["a", "b", "/", ":", "-"].map(|next| texts[at].clone() + next));
            }
            from = end;
        }
        let expected = texts.iter().any(|text| wildcard::matches(&pattern, text) && fits(&resource, text));
        prop_assert_eq!(format.overlaps(&(front.to_string() + &pattern)), expected, "{} {}", format, pattern);
    }

    #[test]
    fn any_text_is_a_format_or_an_error(text in "(arn:)?[a-z${}#\\[\\]*:/. >é]{0,30}", other in "(arn:)?[a-z:*?${}]{0,20}") {
        let format = ArnFormat::new_unchecked(&text);
        prop_assert_eq!(format.error(), ArnFormat::new(&text).err());
        let _ = (format.matches(&other), format.variables().count());
        let parts = format.parse(&other).map(|parts| format.build_pattern(parts).map(|arn| arn.to_string()));
        if let Ok(built) = parts {
            prop_assert_eq!(built, Ok(other.clone()));
        }
        if format.error().is_some() {
            prop_assert!(format.overlaps("arn:*:*") && !format.matches(&other));
        }
    }
}
