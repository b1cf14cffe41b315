//! The place of a value in a policy: the names and positions on the path from the root, which display as a JSON
//! pointer.

use catalog_core::excerpt::beginning;
use core::fmt;

use crate::json::Span;

/// The maximum number of steps of a path. A value of a condition is six steps below the root, deeper than anything
/// else.
const STEPS: u8 = 6;

/// The maximum number of names in a path: `/Statement/0/Condition/StringEquals/aws:username/0` has four.
const NAMES: usize = 4;

/// The maximum number of positions in a path.
const NUMBERS: usize = 2;

/// The maximum length of a name in a displayed path. No valid policy has a longer one, and a finding must not become as
/// large as its policy.
const LONGEST_NAME: usize = 256;

/// The path from the root of a policy to a value in it. It is `Copy` and displays as a
/// [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901).
///
/// ```
/// use catalog::policy::document::Path;
///
/// let path = Path::ROOT.member("Statement").nth(2).member("Condition").member("StringEquals").member("aws:RequestTag/a");
/// assert_eq!(path.to_string(), "/Statement/2/Condition/StringEquals/aws:RequestTag~1a");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path<'t> {
    /// The names in order. Names and positions are in two arrays to keep the path small, because paths are copied
    /// often.
    names: [&'t str; NAMES],
    /// The positions in order.
    numbers: [u32; NUMBERS],
    /// The number of steps.
    steps: u8,
    /// One bit per step, which is set if the step is a position.
    is_number: u8,
}

/// A path, with the span of its value in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'t> {
    /// The path from the root of the policy.
    pub path: Path<'t>,
    /// The span in the source.
    pub span: Span,
}

impl<'t> Path<'t> {
    /// The path of the policy itself.
    pub const ROOT: Self = Self { names: [""; NAMES], numbers: [0; NUMBERS], steps: 0, is_number: 0 };

    /// Returns the path of the member that has this name.
    #[must_use]
    #[inline]
    pub fn member(mut self, name: &'t str) -> Self {
        let names = usize::from(self.steps).saturating_sub(self.is_number.count_ones() as usize);
        if let Some(free) = self.names.get_mut(names)
            && self.steps < STEPS
        {
            *free = name;
            self.steps += 1;
        }
        self
    }

    /// Returns the path of an entry of a list, counted from 0. A value that is nested deeper than in a policy gets the
    /// path of the value that contains it.
    #[must_use]
    #[inline]
    pub fn nth(mut self, position: usize) -> Self {
        if let Some(free) = self.numbers.get_mut(self.is_number.count_ones() as usize)
            && self.steps < STEPS
        {
            *free = u32::try_from(position).unwrap_or(u32::MAX);
            self.is_number |= 1 << self.steps;
            self.steps += 1;
        }
        self
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut names, mut numbers) = (self.names.iter(), self.numbers.iter());
        for step in 0..self.steps {
            if self.is_number >> step & 1 == 1 {
                write!(f, "/{}", numbers.next().unwrap_or(&0))?;
            } else {
                member(f, names.next().copied().unwrap_or_default())?;
            }
        }
        Ok(())
    }
}

/// Writes a name as a step of a JSON pointer, with `~` and `/` escaped.
fn member(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    let start = beginning(name, LONGEST_NAME);
    f.write_str("/")?;
    // Only some condition keys need escapes.
    if start.len() == name.len() && !name.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return f.write_str(name);
    }
    for piece in start.split_inclusive(['~', '/']) {
        let (plain, escaped) = match piece.strip_suffix('~') {
            Some(plain) => (plain, "~0"),
            None => piece.strip_suffix('/').map_or((piece, ""), |plain| (plain, "~1")),
        };
        write!(f, "{plain}{escaped}")?;
    }
    f.write_str(if start.len() < name.len() { "…" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, string::ToString as _};

    #[test]
    fn marks_of_pointers_are_escaped_and_long_names_cut() {
        assert_eq!(Path::ROOT.to_string(), "");
        assert_eq!(Path::ROOT.member("a~b/c~").nth(0).to_string(), "/a~0b~1c~0/0");
        assert_eq!(Path::ROOT.member("").to_string(), "/");
        assert_eq!(Path::ROOT.member(&"é".repeat(200)).to_string(), format!("/{}…", "é".repeat(128)));
    }

    #[test]
    fn what_is_too_deep_has_the_path_of_what_it_stands_in() {
        let deep = (0..9).fold(Path::ROOT, Path::nth);
        assert_eq!(deep.to_string(), "/0/1");
        let deep = (0..9).fold(Path::ROOT.nth(0), |path, _| path.member("a"));
        assert_eq!(deep.member("b").nth(1).to_string(), "/0/a/a/a/a/1");
    }
}
