//! The borders between the words of a name.

/// Returns true if a word of a name begins at a byte offset.
///
/// A word begins at one of these places:
///
/// * at an uppercase letter after a lowercase letter or a digit (`List|Buckets`, `Route53|Zone`);
/// * at the last of several uppercase letters if a lowercase letter follows (`DB|Cluster`), unless it is a plural
///   (`ACLs`);
/// * after `-`, `_` and `.`.
///
/// Digits belong to the word before them.
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

/// The number of bytes of a name in which borders are found. AWS's longest name has 63 bytes.
pub(super) const LONGEST: usize = 128;

/// The word borders of a name, including its start and its end.
#[derive(Clone, Copy)]
pub(super) struct Borders {
    /// Bit `n` is set if a word begins at byte `n`.
    starts: u128,
    length: usize,
}

impl Borders {
    /// Finds the borders of a name. After [`LONGEST`] bytes, a name has no borders.
    pub(super) fn new(name: &str) -> Self {
        let starts =
            (1..name.len().min(LONGEST)).filter(|at| is_border(name, *at)).fold(1, |starts, at| starts | 1 << at);
        Self { starts, length: name.len() }
    }

    /// Returns the borders from one byte offset to another, including both.
    pub(super) fn between(self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = usize> {
        (from..=to).filter(move |at| *at == self.length || (*at < LONGEST && self.starts >> *at & 1 == 1))
    }
}
