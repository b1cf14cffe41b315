//! Chooses between the patterns that the library finds and the given entries, for each service.

use catalog::ActionPattern;

use super::entries::Entries;

/// Returns a list of patterns that matches the same actions as the entries and is not longer.
///
/// The patterns that the library finds consist of whole words, and entries such as `ssm:GetPar*` can be shorter.
pub(super) fn list<'p>(entries: &Entries<'p>) -> Vec<ActionPattern<'p>> {
    let found: Vec<ActionPattern<'static>> = entries.actions().shrink().collect();
    let mut list = Vec::new();
    for found in found.chunk_by(|left, right| left.service() == right.service()) {
        // A pattern of all services has no service, and is the whole list.
        let service = found.first().and_then(|pattern| pattern.service());
        match service.map(|service| entries.necessary(service)) {
            Some(given) if is_shorter(&given, found) => list.extend(given),
            _ => list.extend_from_slice(found),
        }
    }
    list
}

/// Returns true if the given entries have fewer characters, either by themselves or with quotes and commas.
fn is_shorter(given: &[ActionPattern<'_>], found: &[ActionPattern<'_>]) -> bool {
    let length = |list: &[ActionPattern<'_>], count: fn(&str) -> usize| -> usize {
        list.iter().map(|pattern| count(&pattern.to_string())).sum()
    };
    length(given, str::len) < length(found, str::len) || length(given, characters) < length(found, characters)
}

/// Returns the number of characters of an entry in a policy, with two quotes and a comma.
pub(super) const fn characters(entry: &str) -> usize {
    entry.len() + 3
}
