//! The fingerprint of a finding: a hash value that stays if lines move, and that no other finding has.

use std::collections::BTreeMap;

use catalog::policy::Finding;

/// Makes the fingerprints of the findings in a file.
///
/// A fingerprint depends on the path, the rule and the source of the finding without its white space. Equal findings are
/// numbered, because GitLab shows only the first of several findings with a fingerprint.
pub(super) struct Fingerprints {
    path: u128,
    /// The number of findings so far with a hash value.
    counts: BTreeMap<u128, u64>,
}

impl Fingerprints {
    /// Creates the fingerprints for the file at a path.
    pub(super) fn new(path: &str) -> Self {
        Self { path: separated(hash(OFFSET, path.bytes())), counts: BTreeMap::new() }
    }

    /// Returns the fingerprint of the next finding. The second argument is the content of the file.
    pub(super) fn next(&mut self, finding: &Finding, text: &[u8]) -> String {
        let rule = separated(hash(self.path, finding.id.name().bytes()));
        let end = |offset: u32| usize::try_from(offset).unwrap_or(usize::MAX);
        let source = text.get(end(finding.span.start)..end(finding.span.end)).unwrap_or_default();
        let source = source.iter().copied().filter(|byte| !byte.is_ascii_whitespace());
        let finding = hash(rule, source);
        let count = self.counts.entry(finding).or_default();
        let number = *count;
        *count = count.saturating_add(1);
        let numbered = if number == 0 { finding } else { hash(separated(finding), number.to_le_bytes()) };
        format!("{numbered:032x}")
    }
}

/// The hash value of an empty string.
const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;

/// Continues the 128-bit FNV-1a hash value of a string. It must not change between versions.
fn hash(before: u128, bytes: impl IntoIterator<Item = u8>) -> u128 {
    let step = |hash: u128, byte| (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
    bytes.into_iter().fold(before, step)
}

/// Adds a byte that occurs in no path, rule or source, so that no two lists of strings have the same bytes.
fn separated(before: u128) -> u128 {
    hash(before, [0xff])
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::policy::{FindingId, json::Span};

    /// Returns the fingerprints of findings, each with its rule and its source.
    fn fingerprints(path: &str, findings: &[(FindingId, &str)]) -> Vec<String> {
        let mut fingerprints = Fingerprints::new(path);
        let fingerprint = |(id, source): &(FindingId, &str)| {
            let text = format!("\n{source}");
            let span = Span::new(1, u32::try_from(text.len()).unwrap());
            fingerprints.next(&Finding::new(*id, String::new(), span, String::new()), text.as_bytes())
        };
        findings.iter().map(fingerprint).collect()
    }

    #[test]
    fn the_hash_is_that_of_fnv() {
        assert_eq!(hash(OFFSET, *b"a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }

    #[test]
    fn fingerprints_differ_and_do_not_depend_on_white_space() {
        use FindingId::{EmptySid, UnknownAction};
        let findings =
            [(EmptySid, "\"\""), (EmptySid, "\"\""), (UnknownAction, "\"\""), (UnknownAction, "{\n  \"a\"}")];
        let mut all = fingerprints("a.json", &findings);
        assert_eq!(all.get(3), fingerprints("a.json", &[(UnknownAction, "{\"a\" }")]).first());
        all.extend(fingerprints("b.json", &findings));
        assert!(all.iter().all(|fingerprint| fingerprint.len() == 32));
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 8);
    }
}
