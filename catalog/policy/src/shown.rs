//! Shortens strings of a policy for messages.

use catalog_core::excerpt::beginning;
use core::fmt;

/// A string of a policy in a message. It is shown whole, or as its first 80 bytes and an ellipsis.
///
/// Without this limit, a finding could be as large as its policy.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'t>(pub &'t str);

/// The maximum length of a string that is shown whole, in bytes.
const LONGEST: usize = 80;

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = beginning(self.0, LONGEST);
        f.write_str(start)?;
        f.write_str(if start.len() < self.0.len() { "…" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::Shown;
    use alloc::string::ToString as _;

    #[test]
    fn a_long_string_is_cut_between_characters() {
        assert_eq!(Shown("ses:SendEmail").to_string(), "ses:SendEmail");
        assert_eq!(Shown(&"é".repeat(40)).to_string(), "é".repeat(40));
        assert_eq!(Shown(&("a".to_string() + &"é".repeat(50))).to_string(), "a".to_string() + &"é".repeat(39) + "…");
    }
}
