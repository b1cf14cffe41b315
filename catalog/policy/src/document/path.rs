//! Where something stands in a policy: names and numbers on the way there, which become a JSON pointer when it is shown.

use catalog_core::excerpt::beginning;
use core::fmt;

use crate::json::Span;

/// A policy is five levels deep, its root not counted, and a condition's value stands at the sixth step.
const STEPS: u8 = 6;

/// How many of the steps are names at most: `/Statement/0/Condition/StringEquals/aws:username/0`.
const NAMES: usize = 4;

/// How many of them are numbers at most.
const NUMBERS: usize = 2;

/// Longer names are cut: no policy has one, and a finding shall not be as large as its policy.
const LONGEST_NAME: usize = 256;

/// The way from the root of a policy to something in it. It is `Copy` and displays as a
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
    /// Names and numbers apart, each in order: a path is copied with everything that has a place, so it is small.
    names: [&'t str; NAMES],
    numbers: [u32; NUMBERS],
    /// How many steps there are, and a bit for each that is a number.
    steps: u8,
    is_number: u8,
}

/// A path, and the place that goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'t> {
    /// The way there from the root.
    pub path: Path<'t>,
    /// Where it is written.
    pub span: Span,
}

impl<'t> Path<'t> {
    /// The policy itself.
    pub const ROOT: Self = Self { names: [""; NAMES], numbers: [0; NUMBERS], steps: 0, is_number: 0 };

    /// The member of a name.
    #[must_use]
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

    /// The entry of a list, from 0. What is nested deeper than in a policy has the path of what it stands in.
    #[must_use]
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

/// A name as a step, its marks escaped.
fn member(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    let start = beginning(name, LONGEST_NAME);
    f.write_str("/")?;
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
