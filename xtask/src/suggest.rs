//! "Did you mean": the nearest of the words that would have been right.

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
    let wrong: Vec<char> = wrong.to_lowercase().chars().collect();
    known
        .into_iter()
        .map(|word| {
            let letters: Vec<char> = word.to_lowercase().chars().collect();
            (distance(&wrong, &letters), letters.len(), word)
        })
        .filter(|(edits, length, _)| *edits <= 1 + length.max(&wrong.len()) / 4)
        .min_by_key(|(edits, ..)| *edits)
        .map(|(.., word)| word)
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, &left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &right) in b.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut edits =
                (at(&above, j) + usize::from(left != right)).min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&right) && b.get(j - 1) == Some(&left);
            if swapped {
                edits = edits.min(at(&before, j - 1) + 1);
            }
            row.push(edits);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
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
