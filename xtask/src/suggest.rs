//! "Did you mean": the nearest of the words that would have been right.

use catalog_core::nearest::distance;

/// The hint for `wrong` where one of `known` was expected: the nearest word if one is near, else all of them.
#[must_use]
pub fn hint<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(near) = nearest(wrong, known.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    match known.as_slice() {
        [] => "none is defined here".to_owned(),
        // A list longer than a line helps nobody.
        many if many.len() > 12 => "no name here is near to it".to_owned(),
        some => format!("known here: `{}`", some.join("`, `")),
    }
}

/// The word of `known` that is nearest to `wrong`, if it takes few enough edits. Case counts as no edit.
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
        assert_eq!(hint("Quantum", ["Read", "Write"]), "known here: `Read`, `Write`");
        assert_eq!(hint("x", []), "none is defined here");
    }
}
