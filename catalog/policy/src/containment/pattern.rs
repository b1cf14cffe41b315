//! Patterns: sets of strings that policies write with `*`, `?` and policy variables.

use alloc::vec::Vec;

use super::mark::{Mark, Reach, Variable};
use crate::{
    hole::is_opaque,
    variable::{Piece, pieces},
};

/// The number of fields of an ARN.
const FIELDS: usize = 6;

/// A set of strings, written as a pattern.
#[derive(Clone, Debug)]
pub struct Pattern<'p> {
    marks: Vec<Mark<'p>>,
}

/// The meaning of the characters of a pattern.
#[derive(Clone, Copy)]
struct Syntax {
    /// Whether `*` and `?` are wildcards.
    has_wildcards: bool,
    /// Whether policy variables are expanded.
    has_variables: bool,
    /// Whether upper and lower case are the same.
    ignores_case: bool,
}

impl<'p> Pattern<'p> {
    /// Returns the actions that a string of `Action` matches. `*` and `*:*` match everything.
    #[must_use]
    pub fn action(text: &'p str) -> Self {
        let text = if catalog_core::wildcard::is_everything(text) { "*" } else { text };
        Self::read(text, Syntax { has_wildcards: true, has_variables: false, ignores_case: true }).normalized()
    }

    /// Returns the strings that a value of a condition matches under an operator for strings.
    #[must_use]
    pub fn string(text: &'p str, has_wildcards: bool, ignores_case: bool, has_variables: bool) -> Self {
        Self::read(text, Syntax { has_wildcards, has_variables, ignores_case }).normalized()
    }

    /// Returns the resources that a string of `Resource` matches. A wildcard matches within a field of the ARN. `*` at the
    /// end of a field also matches the fields after it.
    ///
    /// Source: [IAM JSON policy elements: Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
    #[must_use]
    pub fn resource(text: &'p str, has_variables: bool) -> Self {
        let mut pattern = Self::read(text, Syntax { has_wildcards: true, has_variables, ignores_case: false });
        pattern.limit_fields(true);
        pattern.normalized()
    }

    /// Returns the ARNs that a value matches under an operator for ARNs, which compares field by field. Returns `None` if
    /// the value does not have the fields of an ARN. `*` matches everything.
    #[must_use]
    pub fn arn(text: &'p str, has_variables: bool) -> Option<Self> {
        let mut pattern = Self::read(text, Syntax { has_wildcards: true, has_variables, ignores_case: false });
        let colons = pattern.marks.iter().filter(|mark| matches!(mark, Mark::Character(':'))).count();
        let is_everything = matches!(pattern.marks.as_slice(), [Mark::Any(_)]);
        if !is_everything {
            pattern.limit_fields(false);
        }
        (is_everything || colons + 1 >= FIELDS).then(|| pattern.normalized())
    }

    /// Returns the pattern that matches every string.
    #[must_use]
    pub fn everything() -> Self {
        Self { marks: Vec::from([Mark::Any(Reach::Everything)]) }
    }

    /// Returns true if the pattern contains a wildcard.
    #[must_use]
    pub fn has_wildcard(&self) -> bool {
        self.marks.iter().any(|mark| mark.is_wildcard())
    }

    /// Returns true if the pattern contains a policy variable.
    #[must_use]
    pub fn has_variable(&self) -> bool {
        self.marks.iter().any(|mark| matches!(mark, Mark::Variable(_)))
    }

    /// Returns true if the pattern matches every string.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        matches!(self.marks.as_slice(), [Mark::Any(Reach::Everything)])
    }

    pub(super) fn marks(&self) -> &[Mark<'p>] {
        &self.marks
    }

    /// Returns the variables of the pattern.
    pub(super) fn variables(&self) -> impl Iterator<Item = Variable<'p>> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Variable(variable) => Some(*variable),
            _ => None,
        })
    }

    fn read(text: &'p str, syntax: Syntax) -> Self {
        let mut marks = Vec::with_capacity(text.len());
        if syntax.has_variables && text.contains("${") {
            for piece in pieces(text) {
                match piece {
                    Piece::Plain(plain) => syntax.read(plain, &mut marks),
                    Piece::Character(character) => marks.push(syntax.character(character)),
                    Piece::Variable(variable) => {
                        marks.push(Mark::Variable(Variable { key: variable.key, default: variable.default }));
                    }
                    // The mistake has a finding of its own. The value of this variable is not known either.
                    Piece::Malformed(_) => marks.push(Mark::Variable(Variable { key: text, default: None })),
                }
            }
        } else {
            syntax.read(text, &mut marks);
        }
        Self { marks }
    }

    /// Writes `*?` as `?*`, so that `*` ends each run of wildcards. All wildcards of such a run that are followed by another
    /// one have the same limits.
    fn normalized(mut self) -> Self {
        let is_disordered = |pair: &[Mark<'_>]| matches!(pair, [Mark::Any(_), Mark::One(_) | Mark::Any(_)]);
        if !self.marks.windows(2).any(is_disordered) {
            return self;
        }
        let mut marks = Vec::<Mark<'p>>::with_capacity(self.marks.len());
        for mark in self.marks {
            match (marks.last_mut(), mark) {
                (Some(last @ Mark::Any(_)), Mark::One(_)) => {
                    let star = core::mem::replace(last, mark);
                    marks.push(star);
                }
                // A star after another one is the last one of the run, and has the fewest limits.
                (Some(last @ Mark::Any(_)), Mark::Any(_)) => *last = mark,
                _ => marks.push(mark),
            }
        }
        self.marks = marks;
        self
    }

    /// Limits the wildcards of an ARN to their fields. The last field is the rest of the string.
    fn limit_fields(&mut self, may_run_past: bool) {
        let mut field = 1;
        for at in 0..self.marks.len() {
            let is_at_end = matches!(self.marks.get(at + 1), None | Some(Mark::Character(':')));
            match self.marks.get_mut(at) {
                Some(Mark::Character(':')) => field += 1,
                Some(Mark::Any(reach)) if field < FIELDS && !(may_run_past && is_at_end) => *reach = Reach::Field,
                Some(Mark::One(reach)) if field < FIELDS => *reach = Reach::Field,
                _ => {}
            }
        }
    }
}

impl Syntax {
    /// Adds the marks of a string without variables. Several stars in a row are one. An opaque character is like a
    /// variable, because its value is not known.
    fn read<'p>(self, text: &'p str, marks: &mut Vec<Mark<'p>>) {
        for (at, character) in text.char_indices() {
            match character {
                '*' if self.has_wildcards => {
                    if !matches!(marks.last(), Some(Mark::Any(_))) {
                        marks.push(Mark::Any(Reach::Everything));
                    }
                }
                '?' if self.has_wildcards => marks.push(Mark::One(Reach::Everything)),
                _ if is_opaque(character) => {
                    let key = text.get(at..at + character.len_utf8()).unwrap_or_default();
                    marks.push(Mark::Variable(Variable { key, default: None }));
                }
                _ => marks.push(self.character(character)),
            }
        }
    }

    fn character<'p>(self, character: char) -> Mark<'p> {
        if self.ignores_case && character.is_ascii_alphabetic() {
            Mark::Letter(character.to_ascii_lowercase())
        } else {
            Mark::Character(character)
        }
    }
}
