//! Compares every query with a simple filter over all entries, in both directions.

use std::{collections::BTreeSet, fmt::Debug};

use catalog::{
    AccessLevel, AccessLevels, ActionQuery as _, AnyAction, AnyConditionKey, AnyResourceType, AuthorizedAction,
    Service, except, services,
};
use proptest::{prelude::*, sample::Index};

/// Checks that an iterator returns these items from both ends, and that its size hint is correct.
#[track_caller]
fn gives<T: PartialEq + Debug>(
    iter: impl DoubleEndedIterator<Item = T> + Clone,
    expected: impl IntoIterator<Item = T>,
) {
    let expected: Vec<T> = expected.into_iter().collect();
    assert_eq!(iter.clone().collect::<Vec<_>>(), expected);
    let (least, most) = iter.size_hint();
    assert!(least <= expected.len() && most.is_none_or(|most| expected.len() <= most));
    assert_eq!(iter.clone().count(), expected.len());
    // Use `next` only, because `collect` may call other methods of the iterator.
    let (mut forward, mut backward) = (iter.clone(), iter);
    let mut one_by_one: Vec<T> = std::iter::from_fn(|| forward.next()).collect();
    assert!(forward.next().is_none() && forward.next_back().is_none());
    assert_eq!(one_by_one, expected);
    one_by_one = std::iter::from_fn(|| backward.next_back()).collect();
    one_by_one.reverse();
    assert_eq!(one_by_one, expected);
}

fn everything() -> Vec<AnyAction> {
    services().flat_map(Service::actions).collect()
}

fn filtered(keep: impl Fn(&AnyAction) -> bool) -> Vec<AnyAction> {
    everything().into_iter().filter(keep).collect()
}

#[test]
fn everything_is_what_the_services_have() {
    gives(catalog::actions(), everything());
    gives(catalog::condition_keys(), services().flat_map(Service::condition_keys));
    gives(catalog::resource_types(), services().flat_map(Service::resource_types));
    gives(catalog::operations(), services().flat_map(Service::operations));
    assert_eq!(catalog::actions().len(), everything().len());
    assert_eq!(catalog::actions().last(), everything().last().copied());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn steps_of_any_length_go_as_those_of_a_list(steps in proptest::collection::vec((0_usize..3000, any::<bool>()), 0..20)) {
        let list = everything();
        let (mut iter, mut plain) = (catalog::actions(), list.iter().copied());
        for (step, front) in steps {
            if front {
                prop_assert_eq!(iter.nth(step), plain.nth(step));
            } else {
                prop_assert_eq!(iter.nth_back(step), plain.nth_back(step));
            }
            prop_assert_eq!(iter.len(), plain.len());
        }
        prop_assert!(iter.clone().eq(plain.clone()) && iter.rev().eq(plain.rev()));
    }

    #[test]
    fn what_a_pattern_leaves_is_what_it_does_not_stand_for(which in any::<[Index; 3]>(), cut in 1_usize..6) {
        let all = everything();
        let patterns: Vec<String> = which
            .iter()
            .map(|which| {
                let action = all[which.index(all.len())];
                let beginning: String = action.name().chars().take(cut).collect();
                format!("{}:{beginning}*", action.service().prefix().to_uppercase())
            })
            .chain([which[0].get(&all).to_string()])
            .collect();
        let taken: BTreeSet<AnyAction> =
            patterns.iter().flat_map(|pattern| catalog::expand(pattern).unwrap()).collect();
        gives(except(&patterns).unwrap(), filtered(|action| !taken.contains(action)));
        gives(
            catalog::actions().matching(&patterns[0]).unwrap(),
            catalog::expand(&patterns[0]).unwrap(),
        );
    }
}

#[test]
fn access_levels_are_asked_by_one_or_by_several() {
    for level in AccessLevel::ALL {
        gives(
            catalog::actions().with_access_levels(*level),
            filtered(|action| action.access_levels().contains(*level)),
        );
    }
    let changing = AccessLevel::Write | AccessLevel::PermissionsManagement;
    gives(
        catalog::actions().with_access_levels(changing),
        filtered(|action| {
            action.access_levels().contains(AccessLevel::Write)
                || action.access_levels().contains(AccessLevel::PermissionsManagement)
        }),
    );
    assert_eq!(catalog::actions().with_access_levels(AccessLevels::NOT_STATED).count(), 0);
}

#[test]
fn a_resource_type_knows_its_actions() {
    gives(catalog::actions().taking_no_resource(), filtered(|action| action.resource_types().iter().next().is_none()));
    for service in services() {
        for of in service.resource_types() {
            let takes = |required: bool| {
                service.actions().filter(move |action| {
                    let mut types = action.resource_types().iter();
                    types.any(|taken| taken.resource_type == of && (taken.is_required() || !required))
                })
            };
            gives(of.actions(), takes(false));
            gives(of.actions_requiring(), takes(true));
        }
    }
    // The filter over all services returns the actions of one service.
    let bucket: AnyResourceType = "s3:bucket".parse().unwrap();
    gives(catalog::actions().taking(bucket), bucket.actions());
    gives(catalog::actions().requiring(bucket), bucket.actions_requiring());
    assert!(bucket.actions_requiring().count() > 10);
}

#[test]
fn a_condition_key_knows_its_actions_and_resource_types() {
    for service in services() {
        for key in service.condition_keys() {
            gives(key.actions(), service.actions().filter(|action| action.condition_keys().contains(&key)));
            gives(key.resource_types(), service.resource_types().filter(|of| of.condition_keys().contains(&key)));
        }
    }
    let key: AnyConditionKey = "aws:TagKeys".parse().unwrap();
    gives(key.everywhere(), catalog::condition_keys().filter(|other| other.name().eq_ignore_ascii_case("aws:TagKeys")));
    gives(
        catalog::actions().with_condition_key_named("AWS:tagkeys"),
        filtered(|action| action.condition_keys().iter().any(|key| key.name() == "aws:TagKeys")),
    );
    gives(catalog::actions().with_condition_key(key), key.actions());
    // Each service that lists `aws:TagKeys` has a key of its own with this name.
    let keys: Vec<_> = key.everywhere().collect();
    assert!(keys.len() > 100 && keys.iter().all(|other| other.name() == key.name()));
    assert_eq!(keys.iter().filter(|other| **other == key).count(), 1);
}

#[test]
fn operations_lead_to_actions_and_back() {
    let mut unresolved = BTreeSet::new();
    for operation in catalog::operations() {
        assert_eq!(operation.actions().len(), operation.authorized_by().len());
        let names: Vec<&str> = operation.authorized_by().iter().map(AuthorizedAction::action).collect();
        gives(operation.actions(), names.iter().map(|name| name.parse().map_err(|_| *name)));
        unresolved.extend(operation.actions().filter_map(Result::err));
        // Lookup by name finds an operation with the same name, ignoring case.
        let found = operation.service().operation(&operation.name().to_uppercase()).unwrap();
        assert!(found.name().eq_ignore_ascii_case(operation.name()));
    }
    assert!(unresolved.is_empty(), "{unresolved:?}");
    for text in ["iam:PassRole", "ec2:RunInstances", "kms:Decrypt", "s3:GetObject", "ses:SendEmail"] {
        let action: AnyAction = text.parse().unwrap();
        let authorizing = catalog::operations()
            .filter(|operation| operation.authorized_by().iter().any(|needed| needed.action() == text));
        gives(action.operations(), authorizing);
    }
}

#[test]
fn what_an_action_needs_are_its_dependent_actions() {
    for action in catalog::actions() {
        let (Some(needs), Some(names)) = (action.needs(), action.dependent_actions()) else {
            assert!(action.needs().is_none() && action.dependent_actions().is_none());
            continue;
        };
        let full: Vec<String> =
            needs.clone().map(|one| one.map_or_else(str::to_owned, |one| one.to_string())).collect();
        assert!(names.iter().eq(&full), "{action}: {full:?}");
        gives(needs, names.iter().map(|name| name.parse().map_err(|_| name)));
    }
}

#[test]
fn questions_follow_each_other_and_their_errors_are_those_of_expansion() {
    let s3 = Service::find("s3").unwrap();
    let asked = s3.actions().with_access_levels(AccessLevel::Write).taking_no_resource();
    gives(
        asked.clone(),
        s3.actions().filter(|one| one.access_levels().contains(AccessLevel::Write) && !one.supports_resources()),
    );
    assert!(asked.clone().not_matching(&["s3:*"]).unwrap().next().is_none());
    assert_eq!(format!("{:?}", asked.clone().matching("s3:Nothing*").unwrap()), "[]");
    for everything in ["*", "**", "*:*"] {
        assert!(asked.clone().not_matching(&[everything]).unwrap().next().is_none());
        assert!(asked.clone().matching(everything).unwrap().eq(asked.clone()));
    }
    for wrong in ["s3:Frob", "s4:*", "*:Get*", ""] {
        let error = catalog::expand(wrong).unwrap_err();
        assert_eq!(except(&["s3:Get*", wrong]).unwrap_err(), error);
        assert_eq!(catalog::actions().matching(wrong).unwrap_err(), error);
        assert_eq!(catalog::ActionSet::from_patterns(["s3:Get*", wrong]).unwrap_err(), error);
    }
}
