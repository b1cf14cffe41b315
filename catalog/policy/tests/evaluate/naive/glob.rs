//! Patterns with `*` and `?`, matched by trying each possibility.

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// This character.
    Literal(char),
    /// Any one character.
    One,
    /// Any number of characters.
    Run,
}

/// Returns the parts of a pattern as it is written.
pub(crate) fn parts(pattern: &str) -> Vec<Part> {
    let part = |character| match character {
        '*' => Part::Run,
        '?' => Part::One,
        other => Part::Literal(other),
    };
    pattern.chars().map(part).collect()
}

/// Returns true if a pattern consists of one or more `*`.
pub(crate) fn is_stars(pattern: &[Part]) -> bool {
    !pattern.is_empty() && pattern.iter().all(|part| *part == Part::Run)
}

/// Returns true if a string matches a pattern. Wildcards match any characters.
pub(crate) fn matches(pattern: &[Part], text: &str) -> bool {
    let pattern: Vec<(Part, bool)> = pattern.iter().map(|part| (*part, true)).collect();
    matches_parts(&pattern, &text.chars().collect::<Vec<_>>())
}

/// Returns true if a string matches a pattern. Each wildcard states whether it can match a colon.
pub(crate) fn matches_parts(pattern: &[(Part, bool)], text: &[char]) -> bool {
    let Some(((part, crosses), rest)) = pattern.split_first() else { return text.is_empty() };
    let next = text.split_first().filter(|(character, _)| match part {
        Part::Literal(literal) => literal == *character,
        Part::One | Part::Run => *crosses || **character != ':',
    });
    match part {
        Part::Literal(_) | Part::One => next.is_some_and(|(_, text)| matches_parts(rest, text)),
        Part::Run => matches_parts(rest, text) || next.is_some_and(|(_, text)| matches_parts(pattern, text)),
    }
}
