//! Where the words of a name begin.

/// Whether a word of a name begins at a byte.
///
/// A word begins with an upper-case letter behind a lower-case one or a digit (`List|Buckets`, `Route53|Zone`), with the
/// last upper-case letter of several where a lower-case one follows (`DB|Cluster`) unless that is a plural (`ACLs`), and
/// behind `-`, `_` and `.`. Digits belong to the word in front of them.
///
/// ```
/// let set: catalog::ActionSet = catalog::expand("ses:Send*")?.collect();
/// let patterns: Vec<String> = set.shrink().map(|pattern| pattern.to_string()).collect();
/// assert_eq!(patterns, ["ses:Send*"]); // cut at the border in `Send|Email`
/// # Ok::<_, catalog::NameError>(())
/// ```
#[must_use]
pub fn is_border(name: &str, at: usize) -> bool {
    let Some((front, back)) = name.as_bytes().split_at_checked(at) else { return false };
    match (front, back) {
        ([.., b'-' | b'_' | b'.'], [_, ..]) => true,
        ([.., last], [first, rest @ ..]) if first.is_ascii_uppercase() => {
            let plural = matches!(rest, [b's'] | [b's', b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.', ..]);
            last.is_ascii_lowercase()
                || last.is_ascii_digit()
                || (last.is_ascii_uppercase() && matches!(rest, [b'a'..=b'z', ..]) && !plural)
        }
        _ => false,
    }
}
