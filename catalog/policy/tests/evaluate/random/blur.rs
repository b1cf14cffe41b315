//! Patterns that are like a string, and often match it.

use super::{rng::Rng, vocabulary::VARIABLES};

/// Returns a pattern that is like a string: with wildcards or a variable in it, or without its end.
pub(crate) fn blurred(text: &str, rng: &mut Rng) -> String {
    let characters: Vec<char> = text.chars().collect();
    let part = |range: &[char]| range.iter().collect::<String>();
    let start = rng.below(characters.len() + 1);
    let end = start + rng.below(characters.len() + 1 - start);
    let with = |middle: &str| format!("{}{middle}{}", part(&characters[..start]), part(&characters[end..]));
    match rng.weighted(&[6, 3, 3, 2, 2, 3]) {
        0 => with("*"),
        1 => format!("{}*", part(&characters[..start])),
        2 => with(&"?".repeat(end - start)),
        3 => part(&characters[..start]),
        4 => with(rng.pick(VARIABLES)),
        _ => {
            let mut fields: Vec<&str> = text.split(':').collect();
            let index = rng.below(fields.len());
            fields[index] = rng.pick(&["*", "**", "?*", "", "*a*"]);
            fields.join(":")
        }
    }
}
