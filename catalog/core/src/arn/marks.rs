//! The syntax of a format: variables, wildcards, brackets, and stray characters on AWS's pages.

use super::{
    field::ArnField,
    piece::FormatVariable,
    variable_kind::{CharacterClass, VariableKind},
};

/// A syntax element at the start of a string.
pub(super) enum FormatMark<'f> {
    Variable(&'f str),
    /// `*`, or `.+`, which some pages use as in a regular expression.
    Wildcard(VariableKind),
    Open,
    Close,
    /// A space, or a `>` after a variable. Neither occurs at this place in an ARN.
    Stray,
}

impl<'f> FormatMark<'f> {
    /// Returns the variable that the mark represents in a field, or `None` if it is not a variable.
    ///
    /// A `*` before the resource is a whole field, so it is the variable of this field, such as `${Region}`. In the
    /// resource, a `*` is a variable with the name `*`.
    pub(super) fn variable(self, field: ArnField) -> Option<FormatVariable<'f>> {
        let (name, kind) = match (self, field) {
            (Self::Variable(name), _) => (name, VariableKind::new(field, name)),
            (Self::Wildcard(kind), ArnField::Resource) => ("*", kind),
            (Self::Wildcard(_), ArnField::Partition) => ("Partition", VariableKind::Partition),
            (Self::Wildcard(_), ArnField::Service) => ("Service", VariableKind::Service),
            (Self::Wildcard(_), ArnField::Region) => ("Region", VariableKind::Region),
            (Self::Wildcard(_), ArnField::Account) => ("Account", VariableKind::Account),
            (Self::Open | Self::Close | Self::Stray, _) => return None,
        };
        Some(FormatVariable { name, kind })
    }
}

/// A literal or a mark at the start of a string.
pub(super) enum Step<'f> {
    Literal(&'f str),
    Mark(FormatMark<'f>),
}

/// Splits a string into literals and marks.
pub(super) fn steps(mut rest: &str) -> impl Iterator<Item = Step<'_>> {
    core::iter::from_fn(move || {
        let (step, behind) = step(rest)?;
        rest = behind;
        Some(step)
    })
}

/// Splits off the literal or mark at the start of a string.
pub(super) fn step(text: &str) -> Option<(Step<'_>, &str)> {
    if let Some((mark, rest)) = mark(text) {
        return Some((Step::Mark(mark), rest));
    }
    let mut ends = text.match_indices(can_begin_mark).map(|(at, _)| at);
    let end = ends.find(|at| text.split_at_checked(*at).is_some_and(|(_, rest)| mark(rest).is_some()));
    let (literal, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
    (!literal.is_empty()).then_some((Step::Literal(literal), rest))
}

/// Returns true if a mark can begin with the character. This is a fast check, because most characters cannot.
fn can_begin_mark(character: char) -> bool {
    matches!(character, '$' | '#' | '{' | '*' | '.' | '[' | ']' | '>') || character.is_whitespace()
}

fn mark(text: &str) -> Option<(FormatMark<'_>, &str)> {
    if let Some((name, rest)) = variable(text) {
        return Some((FormatMark::Variable(name), rest));
    }
    let mut characters = text.chars();
    let mark = match characters.next()? {
        '*' => FormatMark::Wildcard(VariableKind::MayBeEmpty),
        '.' => {
            let rest = text.strip_prefix(".+")?;
            let alone = rest.is_empty() || rest.starts_with([':', '/']);
            return alone.then_some((FormatMark::Wildcard(VariableKind::Text), rest));
        }
        '[' => FormatMark::Open,
        ']' => FormatMark::Close,
        '>' => FormatMark::Stray,
        space if space.is_whitespace() => FormatMark::Stray,
        _ => return None,
    };
    Some((mark, characters.as_str()))
}

/// Parses a variable: `${Name}`, its misspellings `#{Name}` and `{Name}`, and `${Name` without the closing brace.
pub(super) fn variable(text: &str) -> Option<(&str, &str)> {
    let inside = ["${", "#{", "{"].iter().find_map(|opening| text.strip_prefix(opening))?;
    let (head, behind) = inside.split_at_checked(inside.find(['{', '}']).unwrap_or(inside.len()))?;
    let in_name = |c: char| CharacterClass::Word.holds(c.to_ascii_lowercase()) || c == '_';
    let (name, rest) = if let Some(rest) = behind.strip_prefix('}') {
        (head, rest)
    } else {
        inside.split_at_checked(inside.find(|c| !in_name(c)).unwrap_or(inside.len()))?
    };
    (!name.is_empty()).then_some((name, rest))
}

/// Splits a string at the first colon that is not in a variable.
pub(super) fn split_at_colon(text: &str) -> Option<(&str, &str)> {
    let mut rest = text;
    loop {
        if let Some((_, behind)) = variable(rest) {
            rest = behind;
            continue;
        }
        let mut characters = rest.chars();
        if characters.next()? == ':' {
            let (head, _) = text.split_at_checked(text.len() - rest.len())?;
            return Some((head, characters.as_str()));
        }
        rest = characters.as_str();
    }
}
