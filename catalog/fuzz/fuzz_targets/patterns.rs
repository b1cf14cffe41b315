//! Compares wildcard matching with a simple algorithm, and checks properties of action sets and ARN formats.
#![no_main]

use catalog::{ActionSet, ArnFormat};
use catalog_core::wildcard;

/// Returns true if a pattern matches a name, according to the definition of wildcards.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    // After each character of the pattern, `row[n]` is true if the pattern so far matches the first `n` bytes of the
    // name.
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
        let set = ActionSet::from_patterns([pattern]).expect("a pattern that can be expanded can be made into a set");
        assert_eq!(set.len(), count);
    }
    // If a format matches an ARN, the two must also overlap. Skip patterns with `${`, because they contain variables.
    if pattern.contains("${") {
        return;
    }
    if let Ok(format) = ArnFormat::try_from(text)
        && format.matches(pattern)
    {
        assert!(format.overlaps(pattern), "{text} {pattern}");
    }
    // Skip other strings, because comparing every string with all formats takes too much time.
    if pattern.starts_with("arn:") {
        for resource_type in catalog::resource_types_of(pattern) {
            assert!(resource_type.overlaps(pattern), "{resource_type} {pattern}");
        }
    }
});
