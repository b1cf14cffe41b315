//! Compares the answers that pages give to one question.

use super::rows::{self, same};
use crate::rows::Origin;

/// A question that pages answer differently.
pub(super) struct Difference {
    /// The question, such as `the type of the condition key …`.
    pub(super) question: String,
    /// The answers in the order of the pages, each with the first place that gives it.
    pub(super) answers: Vec<(Origin, String)>,
    /// The answer that is kept.
    pub(super) kept: String,
}

/// Returns the fact from the first page that states it.
pub(super) fn first<T>(pages: &mut [(T, Origin)], fact: impl Fn(&mut T) -> Option<String>) -> Option<String> {
    pages.iter_mut().find_map(|(page, _)| fact(page))
}

/// Lists the distinct answers of the pages that give one, in their order.
pub(super) fn distinct<'a, T, A>(
    pages: &'a [(T, Origin)],
    fact: impl Fn(&'a T) -> Option<A>,
    equal: impl Fn(&A, &A) -> bool,
) -> Vec<(A, &'a Origin)> {
    let mut answers: Vec<(A, &Origin)> = Vec::new();
    for (page, origin) in pages {
        if let Some(answer) = fact(page).filter(|answer| !answers.iter().any(|(known, _)| equal(known, answer))) {
            answers.push((answer, origin));
        }
    }
    answers
}

/// Returns each answer in words, with its place.
pub(super) fn told<A>(answers: &[(A, &Origin)], words: impl Fn(&A) -> String) -> Vec<(Origin, String)> {
    answers.iter().map(|(answer, origin)| ((*origin).clone(), format!("here: {}", words(answer)))).collect()
}

/// Returns the union of sets that pages state as a whole, in any order. If the sets differ, also returns the answers.
pub(super) fn set<'a, T, I: Clone + PartialEq + 'a>(
    pages: &'a [(T, Origin)],
    fact: impl Fn(&'a T) -> &'a Vec<I>,
    word: impl Fn(&I) -> &str,
) -> (Vec<I>, Option<Vec<(Origin, String)>>) {
    let answers = distinct(pages, |page| Some(fact(page)).filter(|set| !set.is_empty()), |one, other| same(one, other));
    let mut union = Vec::new();
    for (set, _) in &answers {
        rows::add(&mut union, (*set).clone());
    }
    let words = |set: &&Vec<I>| set.iter().map(|item| format!("`{}`", word(item))).collect::<Vec<_>>().join(", ");
    let told = (answers.len() > 1).then(|| told(&answers, words));
    (union, told)
}
