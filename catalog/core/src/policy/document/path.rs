//! Where something stands in a policy: names and numbers on the way there, which become a JSON pointer when it is shown.

use core::fmt;

use crate::policy::json::Span;

/// A policy is five levels deep, its root not counted, and a condition's value stands at the sixth step.
const STEPS: usize = 6;

/// Longer names are cut: no policy has one, and a finding shall not be as large as its policy.
const LONGEST_NAME: usize = 256;

/// The way from the root of a policy to something in it. It is `Copy` and displays as a
/// [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901).
///
/// ```
/// use catalog_core::policy::document::Path;
///
/// let path = Path::ROOT.member("Statement").nth(2).member("Condition").member("StringEquals").member("aws:RequestTag/a");
/// assert_eq!(path.to_string(), "/Statement/2/Condition/StringEquals/aws:RequestTag~1a");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path<'t>([Step<'t>; STEPS]);

/// A path, and the place that goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'t> {
    /// The way there from the root.
    pub path: Path<'t>,
    /// Where it is written.
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step<'t> {
    End,
    Member(&'t str),
    Nth(u32),
}

impl<'t> Path<'t> {
    /// The policy itself.
    pub const ROOT: Self = Self([Step::End; STEPS]);

    /// The member of a name.
    #[must_use]
    pub fn member(self, name: &'t str) -> Self {
        self.step(Step::Member(name))
    }

    /// The entry of a list, from 0.
    #[must_use]
    pub fn nth(self, position: usize) -> Self {
        self.step(Step::Nth(u32::try_from(position).unwrap_or(u32::MAX)))
    }

    /// One step more. What is nested deeper than in a policy has the path of what it stands in.
    fn step(mut self, step: Step<'t>) -> Self {
        if let Some(end) = self.0.iter_mut().find(|step| **step == Step::End) {
            *end = step;
        }
        self
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in self.0 {
            match step {
                Step::End => break,
                Step::Nth(position) => write!(f, "/{position}")?,
                Step::Member(name) => {
                    f.write_str("/")?;
                    let end = name.floor_char_boundary(LONGEST_NAME);
                    for piece in name.get(..end).unwrap_or_default().split_inclusive(['~', '/']) {
                        let (plain, escaped) = match piece.strip_suffix('~') {
                            Some(plain) => (plain, "~0"),
                            None => piece.strip_suffix('/').map_or((piece, ""), |plain| (plain, "~1")),
                        };
                        write!(f, "{plain}{escaped}")?;
                    }
                    f.write_str(if end < name.len() { "…" } else { "" })?;
                }
            }
        }
        Ok(())
    }
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
        assert_eq!(deep.to_string(), "/0/1/2/3/4/5");
    }
}
