//! Suggestions for action names that were guessed with another verb: `ec2:DescribeInstances` for `ec2:ListInstances`.
//!
//! AWS's services do not agree on verbs, so people guess the verb that another service uses. Comparing letters does not
//! help here: by letters, `RunInstances` is closer to `ListInstances`.

use super::{
    catalog::ServiceNames,
    typo::{are_one_and_many, is_typo},
};
use crate::{
    ascii_case,
    facts::verbs::VERBS,
    name_kind::NameKind,
    nearest::{self, Nearest},
    shrink::is_border,
};

/// An action that was probably intended, and the number of mistakes in the given name. Another verb counts as one
/// mistake.
#[derive(Clone, Copy)]
pub(super) struct Guess {
    pub(super) name: &'static str,
    pub(super) mistakes: usize,
    /// The reason for the guess.
    pub(super) reason: Reason,
}

/// The reason for a guess.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// The name has another verb with the same meaning, or the singular of a plural. It is certainly a mistake.
    Meaning,
    /// The name has similar letters.
    Letters,
}

impl Guess {
    /// Returns true if a given name is certainly a mistake for the guess.
    pub(super) fn is_clear<S: ServiceNames>(self, service: S, given: &str) -> bool {
        self.reason == Reason::Meaning || is_typo(service, given, self.name)
    }
}

/// Returns the action that was probably intended by a name that the service does not have.
///
/// If the given verb is unknown or an action has the same verb, the names are compared by letters. Otherwise, the
/// action must have a verb with the same meaning, and the same noun in the singular or the plural. An action that does
/// something else to the same noun is never suggested.
pub(super) fn meant<S: ServiceNames>(service: S, name: &str) -> Option<Guess> {
    let (verb, noun) = divided(name);
    let is_known = VERBS.split('\n').any(|group| has(group, verb));
    let mut slip = Nearest::new(name);
    // The best action with exactly the same noun, and the best one whose noun differs only in singular or plural. An
    // action is better if the first group that contains both verbs comes earlier, so keep the index of this group.
    let (mut same, mut plural) = (None::<(usize, &str)>, None::<(usize, &str)>);
    for known in service.names(NameKind::Action) {
        // Letters are not enough to recognize `Policies` as the plural of `Policy`.
        if are_one_and_many(name, known) {
            return Some(Guess { name: known, mistakes: 1, reason: Reason::Meaning });
        }
        let (other_verb, other_noun) = divided(known);
        let is_same_verb = ascii_case::eq_compact(verb, other_verb);
        // If no group contains the verb, it is probably mistyped.
        if is_same_verb || !is_known {
            slip.offer(known);
            continue;
        }
        let is_same = ascii_case::eq_compact(noun, other_noun);
        if noun.is_empty() || !is_same && !are_one_and_many(noun, other_noun) {
            continue;
        }
        let Some(group) = VERBS.split('\n').position(|group| has(group, verb) && has(group, other_verb)) else {
            continue;
        };
        let best = if is_same { &mut same } else { &mut plural };
        if best.is_none_or(|(before, _)| group < before) {
            *best = Some((group, known));
        }
    }
    let slip = slip.best().map(|known| misspelled(name, known));
    let other = |best: Option<(usize, &'static str)>, mistakes| {
        best.map(|(_, name)| Guess { name, mistakes, reason: Reason::Meaning })
    };
    let best = [slip, other(same, 1), other(plural, 2)].into_iter().flatten().min_by_key(|guess| guess.mistakes);
    // A missing or an additional letter can turn a verb into another one: `EndMessage` for `SendMessage`.
    best.or_else(|| {
        let near = |known: &&str| known.len().abs_diff(name.len()) == 1 && nearest::distance(name, known) == Some(1);
        Some(misspelled(name, service.names(NameKind::Action).find(near)?))
    })
}

/// Returns the guess that an action is misspelled.
fn misspelled(name: &str, known: &'static str) -> Guess {
    let mistakes = nearest::distance(name, known).unwrap_or(usize::MAX);
    Guess { name: known, mistakes, reason: Reason::Letters }
}

/// Splits a name into its first word and the rest.
fn divided(name: &str) -> (&str, &str) {
    let border = (1..name.len()).find(|at| is_border(name, *at)).unwrap_or(name.len());
    name.split_at_checked(border).unwrap_or((name, ""))
}

fn has(group: &str, verb: &str) -> bool {
    group.split(' ').any(|known| ascii_case::eq_compact(known, verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy)]
    struct Fake(&'static [&'static str]);

    impl ServiceNames for Fake {
        fn prefix(self) -> &'static str {
            "x"
        }
        fn name(self) -> &'static str {
            "X"
        }
        fn names(self, _: NameKind) -> impl Iterator<Item = &'static str> {
            self.0.iter().copied()
        }
    }

    #[test]
    fn a_verb_stands_for_another_and_not_for_its_opposite() {
        let names = Fake(&[
            "CreateFunction",
            "DeleteFunction",
            "DescribeInstances",
            "GetFunction",
            "GetPolicy",
            "ListBucket",
            "ListPolicies",
            "PutObject",
            "Query",
            "GetObject",
            "ReceiveMessage",
            "RestoreObject",
            "RunInstances",
            "SendMessage",
            "StartInstances",
            "TerminateInstances",
        ]);
        for (given, expected) in [
            ("PeekMessage", Some("ReceiveMessage")),
            ("GetMessages", Some("ReceiveMessage")),
            ("ListInstances", Some("DescribeInstances")),
            ("GetInstance", Some("DescribeInstances")),
            ("DeleteInstances", Some("TerminateInstances")),
            ("CreateInstances", Some("RunInstances")),
            ("StratInstances", Some("StartInstances")),
            ("startinstance", Some("StartInstances")),
            ("DescribeFunction", Some("GetFunction")),
            ("SetObject", Some("PutObject")),
            ("ReadObject", Some("GetObject")),
            ("GetObejct", Some("GetObject")),
            ("RemoveObject", None),
            ("EndMessage", Some("SendMessage")),
            ("SendMessages", Some("SendMessage")),
            ("Queries", Some("Query")),
            ("GetBucket", Some("ListBucket")),
            ("DescribePolicy", Some("GetPolicy")),
            ("ReadPolicies", Some("ListPolicies")),
            ("SendMesage", Some("SendMessage")),
            ("Get", None),
            ("", None),
        ] {
            assert_eq!(meant(names, given).map(|guess| guess.name), expected, "{given}");
        }
    }
}
