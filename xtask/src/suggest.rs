//! Suggests the known word that is nearest to an unknown one ("did you mean").

use catalog_core::nearest::distance;

/// Returns the hint about `wrong` where one of `known` was expected.
///
/// The hint suggests the nearest word if one is similar enough. Otherwise it lists the known words, if there are at
/// most 12.
#[must_use]
pub fn hint<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(near) = nearest(wrong, known.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    match known.as_slice() {
        [] => "nothing is defined here".to_owned(),
        [only] => format!("expected `{only}`"),
        // A list longer than a line is not helpful.
        many if many.len() > 12 => "no similar name is defined here".to_owned(),
        some => format!("expected one of `{}`", some.join("`, `")),
    }
}

/// Returns the word of `known` that is nearest to `wrong`, if they differ by few enough edits. Differences in case do
/// not count as edits.
#[must_use]
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .filter_map(|word| Some((distance(wrong, word)?, word)))
        .filter(|(edits, word)| *edits <= 1 + word.len().max(wrong.len()) / 4)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::{hint, nearest};

    #[test]
    fn a_swap_is_one_edit_and_case_is_none() {
        assert_eq!(nearest("wirte", ["Read", "Write"]), Some("Write"));
        assert_eq!(nearest("STRING", ["Bool", "String"]), Some("String"));
        assert_eq!(nearest("Quantum", ["Read", "Write"]), None);
    }

    #[test]
    fn the_hint_lists_everything_when_nothing_is_near() {
        assert_eq!(hint("Quantum", ["Read", "Write"]), "expected one of `Read`, `Write`");
        assert_eq!(hint("x", []), "nothing is defined here");
    }
}
