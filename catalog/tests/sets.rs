//! Compares `ActionSet` with a set of the standard library, and checks that shrunk patterns match exactly the actions
//! of the set.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::{
    collections::{BTreeSet, HashSet},
    hash::{BuildHasher as _, RandomState},
};

use catalog::{ActionPattern, ActionSet, AnyAction, Service, define, services};
use proptest::{prelude::*, sample::Index};

/// Generates a set of actions that are mostly consecutive.
fn some() -> impl Strategy<Value = BTreeSet<AnyAction>> {
    let runs = proptest::collection::vec((any::<Index>(), 0_usize..200), 0..5);
    runs.prop_map(|runs| {
        let all: Vec<AnyAction> = catalog::actions().collect();
        runs.iter().flat_map(|(start, length)| all.iter().skip(start.index(all.len())).take(*length)).copied().collect()
    })
}

/// Generates a pattern that matches something: an action name in which a wildcard replaces a part.
fn pattern() -> impl Strategy<Value = String> {
    (any::<Index>(), 0_usize..30, 0_usize..12, "[*?]").prop_map(|(which, start, length, mark)| {
        let action = catalog::actions().nth(which.index(catalog::actions().len())).unwrap();
        let mut name = action.name().to_owned();
        let start = start.min(name.len());
        name.replace_range(start..(start + length).min(name.len()), &mark);
        format!("{}:{name}", action.service().prefix())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn it_does_as_a_set_of_the_standard_library(left in some(), right in some(), turns in any::<u64>()) {
        let (one, other): (ActionSet, ActionSet) = (left.iter().copied().collect(), right.iter().copied().collect());
        let same = |set: &ActionSet, expected: BTreeSet<AnyAction>| {
            assert_eq!(set.len(), expected.len());
            assert_eq!(set.is_empty(), expected.is_empty());
            assert!(set.iter().eq(expected.iter().copied()));
            assert!(set.iter().rev().eq(expected.iter().rev().copied()));
            assert!(set == &expected.into_iter().collect::<ActionSet>());
        };
        same(&one, left.clone());
        same(&(&one | &other), &left | &right);
        same(&(&one & &other), &left & &right);
        same(&(&one - &other), &left - &right);
        same(&(&one ^ &other), &left ^ &right);
        same(&!&one, catalog::actions().filter(|action| !left.contains(action)).collect());
        let mut assigned = one.clone();
        assigned |= &other;
        let moved = one.clone() | other.clone();
        prop_assert!(assigned == moved && assigned == one.union(&other));
        prop_assert_eq!(one.is_subset(&other), left.is_subset(&right));
        prop_assert_eq!(one.is_superset(&other), left.is_superset(&right));
        prop_assert_eq!(one.is_disjoint(&other), left.is_disjoint(&right));
        prop_assert!(one.is_subset(&(&one | &other)) && (&one - &other).is_disjoint(&other));

        // Take actions from both ends in an arbitrary order.
        let (mut iter, mut front, mut back) = (one.iter(), Vec::new(), Vec::new());
        for turn in 0.. {
            let left = iter.len();
            let next = if turns >> (turn % 64) & 1 == 0 { iter.next() } else { iter.next_back() };
            let Some(action) = next else { break };
            if turns >> (turn % 64) & 1 == 0 { front.push(action) } else { back.push(action) }
            prop_assert_eq!(iter.len(), left - 1);
        }
        prop_assert_eq!((iter.next(), iter.next_back()), (None, None));
        front.extend(back.into_iter().rev());
        prop_assert!(front.into_iter().eq(left.iter().copied()));
    }

    #[test]
    fn shrinking_and_expanding_gives_the_set_back(
        actions in some(),
        patterns in proptest::collection::vec(pattern(), 0..6),
        left_out in proptest::collection::vec(pattern(), 0..3),
    ) {
        let mut set: ActionSet = actions.into_iter().collect();
        set |= ActionSet::from_patterns(&patterns).unwrap();
        set -= ActionSet::from_patterns(&left_out).unwrap();
        means(&set);
    }
}

proptest! {
    // The largest services take a second without optimization.
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn shrinking_a_random_part_of_a_service_gives_it_back(
        prefix in prop_oneof![Just("ec2"), Just("iam"), Just("s3")],
        percent in 1_u8..100,
        draws in proptest::collection::vec(0_u8..100, 1000),
    ) {
        let actions = Service::find(prefix).unwrap().actions().zip(draws);
        means(&actions.filter(|(_, draw)| *draw < percent).map(|(action, _)| action).collect());
    }
}

/// Shrinks a set, checks the patterns, and returns their length in characters.
fn means(set: &ActionSet) -> usize {
    let patterns: Vec<ActionPattern<'_>> = set.shrink().collect();
    let texts: Vec<String> = patterns.iter().map(ToString::to_string).collect();
    let expanded: ActionSet = patterns.iter().flat_map(|pattern| pattern.expand()).collect();
    assert!(expanded == *set, "{texts:?}");
    // The displayed patterns must also parse to the same set.
    assert!(ActionSet::from_patterns(&texts).unwrap() == *set, "{texts:?}");
    assert_eq!(texts.iter().collect::<HashSet<_>>().len(), texts.len());
    let (least, most) = set.shrink().size_hint();
    assert!(least <= texts.len() && most.is_some_and(|most| texts.len() <= most));
    let characters = |text: &String| text.len() + 3;
    let names: usize = set.iter().map(|action| characters(&action.to_string())).sum();
    let shrunk = texts.iter().map(characters).sum();
    assert!(shrunk <= names, "{texts:?}");
    shrunk
}

#[test]
fn every_service_is_one_pattern_and_everything_is_a_star() {
    for service in services().filter(|service| service.actions().len() > 0) {
        let set: ActionSet = service.actions().collect();
        let patterns: Vec<String> = set.shrink().map(|pattern| pattern.to_string()).collect();
        assert_eq!(patterns, [format!("{}:*", service.prefix())]);
        let (first, last) = (service.actions().next().unwrap(), service.actions().next_back().unwrap());
        for left_out in [first, last] {
            let mut set = set.clone();
            assert!(set.remove(left_out) && !set.remove(left_out) && !set.contains(left_out));
            means(&set);
        }
    }
    assert_eq!(ActionSet::all().shrink().map(|pattern| pattern.to_string()).collect::<Vec<_>>(), ["*"]);
    assert_eq!(ActionSet::new().shrink().next().map(|pattern| pattern.to_string()), None);
    assert!(ActionSet::all().iter().eq(catalog::actions()));
}

#[test]
fn every_access_level_and_every_verb_comes_back() {
    for level in catalog::AccessLevel::ALL {
        means(&catalog::actions().filter(|action| action.access_levels().contains(*level)).collect());
    }
    let mut verbs: Vec<&str> = catalog::actions()
        .filter_map(|action| action.name().get(1..)?.find(char::is_uppercase).and_then(|end| action.name().get(..=end)))
        .collect();
    verbs.sort_unstable();
    verbs.dedup();
    for verb in verbs.chunk_by(|one, other| one.get(..1) == other.get(..1)) {
        means(&catalog::actions().filter(|action| verb.iter().any(|verb| action.name().starts_with(verb))).collect());
    }
}

#[test]
fn a_list_is_short() {
    let s3 = Service::find("s3").unwrap();
    let set: ActionSet = s3.actions().filter(|action| action.name().starts_with("Get")).collect();
    assert_eq!(set.shrink().map(|pattern| pattern.to_string()).collect::<Vec<_>>(), ["s3:Get*"]);
    assert_eq!(format!("{set:?}"), "{s3:Get*}");
    // Cutting at the back finds this pattern, and cutting at the front does not.
    let set: ActionSet = s3.actions().filter(|action| action.name().ends_with("Policy")).collect();
    assert_eq!(set.shrink().map(|pattern| pattern.to_string()).collect::<Vec<_>>(), ["s3:*Policy"]);
}

mod outside {
    use super::define;

    #[define::actions(service = "s3", name = "Not Amazon S3")]
    pub(crate) enum Action {
        GetObject,
    }

    #[define::resource_types(service = "s3")]
    pub(crate) enum ResourceType {}

    #[define::condition_keys(service = "s3")]
    pub(crate) enum ConditionKey {}
}

#[test]
fn what_is_not_of_the_catalog_is_not_in_a_set() {
    let stranger = outside::Action::GetObject.any();
    let mut set = ActionSet::new();
    let error = set.insert(stranger).unwrap_err();
    assert_eq!(error.action(), stranger);
    assert!(error.to_string().starts_with("`s3:GetObject` belongs to a service outside the catalog"));
    assert!(!set.contains(stranger) && !set.remove(stranger) && !ActionSet::all().contains(stranger));
    let own = catalog::action!("s3:GetObject").any();
    assert_eq!(set.try_extend([own, stranger, own]), Err(error));
    set.extend([stranger, own, stranger]);
    assert_eq!(set.iter().collect::<Vec<_>>(), [own]);
    assert_eq!(set.insert(own), Ok(false));
    set.insert_pattern(stranger.into());
    assert_eq!(set.len(), 1);
}

#[test]
fn equal_sets_have_equal_hashes() {
    const SENDING: &[AnyAction] = &catalog::actions!["ses:Send*"];
    let state = RandomState::new();
    let (one, other) =
        (SENDING.iter().copied().collect::<ActionSet>(), ActionSet::from_patterns(["SES:send*"]).unwrap());
    assert!(one == other && state.hash_one(&one) == state.hash_one(&other));
    assert_eq!(
        ActionSet::from_patterns(["ses:*", "sse:*", "*:Get*"]).unwrap_err().to_string().matches("sse").count(),
        1
    );
}
