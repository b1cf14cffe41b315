//! Patterns against names and ARN formats: each answer is that of the plainest way to find it.
#![no_main]

use catalog::{ActionSet, ArnFormat};
use catalog_core::wildcard;

/// Whether a pattern matches, as it is defined.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    // A row a character of the pattern: which beginnings of the name the pattern matches so far.
    let mut row: Vec<bool> = (0..=name.len()).map(|length| length == 0).collect();
    for mark in pattern {
        let above = row.clone();
        for length in 0..=name.len() {
            row[length] = match mark {
                b'*' => above[length] || length > 0 && row[length - 1],
                mark => {
                    length > 0 && above[length - 1] && (*mark == b'?' || mark.eq_ignore_ascii_case(&name[length - 1]))
                }
            };
        }
    }
    row[name.len()]
}

libfuzzer_sys::fuzz_target!(|input: (&str, &str)| {
    let (pattern, text) = input;
    assert_eq!(wildcard::matches(pattern, text), matches(pattern.as_bytes(), text.as_bytes()));
    if let Ok(actions) = catalog::expand(pattern) {
        let count = actions.clone().count();
        assert_eq!(actions.rev().count(), count);
        let set = ActionSet::from_patterns([pattern]).expect("what expands makes a set");
        assert_eq!(set.len(), count);
    }
    // What a format matches, overlaps with it, unless it is written in a way that a pattern has for something else.
    if pattern.contains("${") {
        return;
    }
    if let Ok(format) = ArnFormat::try_from(text)
        && format.matches(pattern)
    {
        assert!(format.overlaps(pattern), "{text} {pattern}");
    }
    // Most texts are no ARN, and it takes long to find that out of all formats.
    if pattern.starts_with("arn:") {
        for resource_type in catalog::resource_types_of(pattern) {
            assert!(resource_type.overlaps(pattern), "{resource_type} {pattern}");
        }
    }
});
