//! Tests the whole catalog: every name parses ignoring case, every reference leads to an entry, and expansion agrees
//! with a slow reference implementation.

use std::collections::{BTreeSet, HashSet};

use catalog::{ActionPattern, AnyAction, AnyConditionKey, AnyResourceType, Service, services};
use proptest::{prelude::*, sample::Index};

fn in_three_cases(name: &str) -> [String; 3] {
    let mixed = |(position, c): (usize, char)| {
        if position % 2 == 0 { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
    };
    [name.to_ascii_uppercase(), name.to_ascii_lowercase(), name.chars().enumerate().map(mixed).collect()]
}

#[test]
fn every_action_reads_back_in_any_case() {
    for action in catalog::actions() {
        let full = action.to_string();
        assert_eq!(full.parse(), Ok(action));
        let (prefix, name) = full.split_once(':').unwrap();
        let service = Service::find(prefix).unwrap();
        // If two names differed only in case, parsing would return the name with the exact spelling.
        let twins = service.actions().filter(|other| other.name().eq_ignore_ascii_case(name)).count();
        for text in in_three_cases(&full) {
            assert!(twins > 1 || text.parse() == Ok(action), "{text}");
        }
        assert_eq!(service.action(name), Some(action));
        assert_eq!(action.service(), service);
    }
}

#[test]
fn every_condition_key_reads_back_in_any_case() {
    for service in services() {
        for key in service.condition_keys() {
            for text in in_three_cases(key.name()).iter().map(String::as_str).chain([key.name()]) {
                let found = service.condition_key(text).unwrap();
                assert!(found.name().eq_ignore_ascii_case(key.name()), "{text}");
            }
            assert_eq!(service.condition_key(key.name()), Some(key));
            // Parsing the name returns the key of the service with that prefix, or the key of the first service that
            // lists the name.
            let (prefix, _) = key.name().split_once(':').unwrap();
            let own = Service::find(prefix).and_then(|service| service.condition_key(key.name()));
            let first = || services().find_map(|service| service.condition_key(key.name()));
            assert_eq!(key.name().parse::<AnyConditionKey>().ok(), own.or_else(first), "{key}");
        }
    }
}

#[test]
fn every_resource_type_reads_back_in_any_case() {
    for of in catalog::resource_types() {
        assert_eq!(of.to_string().parse(), Ok(of));
        for text in in_three_cases(&of.to_string()) {
            let found: AnyResourceType = text.parse().unwrap();
            assert!(found.name().eq_ignore_ascii_case(of.name()) && found.service() == of.service(), "{text}");
        }
    }
}

#[test]
fn every_reference_leads_to_an_entry_of_the_service() {
    let mut dangling = BTreeSet::new();
    for action in catalog::actions() {
        let service = action.service();
        assert_eq!(action.resource_types().iter().count(), action.resource_types().len(), "{action}");
        assert_eq!(action.condition_keys().iter().count(), action.condition_keys().len(), "{action}");
        for taken in action.resource_types() {
            assert_eq!(service.resource_type(taken.resource_type.name()), Some(taken.resource_type));
        }
        for key in action.condition_keys() {
            assert_eq!(service.condition_key(key.name()), Some(key));
        }
        for name in action.dependent_actions().into_iter().flatten() {
            if name.parse::<AnyAction>().is_err() {
                dangling.insert(name);
            }
        }
    }
    for of in catalog::resource_types() {
        assert_eq!(of.condition_keys().iter().count(), of.condition_keys().len(), "{of}");
        assert!(of.condition_keys().iter().all(|key| key.service() == of.service()));
    }
    assert!(dangling.is_empty(), "{dangling:?}");
}

#[test]
fn no_two_entries_are_one() {
    let actions: HashSet<String> = catalog::actions().map(|action| action.to_string()).collect();
    assert_eq!(actions.len(), catalog::actions().len());
    let handles: HashSet<AnyAction> = catalog::actions().collect();
    assert_eq!(handles.len(), catalog::actions().len());
    assert!(catalog::actions().is_sorted());
    let prefixes: Vec<&str> = services().map(Service::prefix).collect();
    assert!(prefixes.is_sorted_by(|left, right| left < right));
}

/// Matches `*` and `?` according to their definition.
fn fits(pattern: &[u8], name: &[u8]) -> bool {
    match pattern {
        [] => name.is_empty(),
        [b'*', rest @ ..] => (0..=name.len()).filter_map(|taken| name.get(taken..)).any(|name| fits(rest, name)),
        [mark, rest @ ..] => match name {
            [first, others @ ..] => (*mark == b'?' || mark.eq_ignore_ascii_case(first)) && fits(rest, others),
            [] => false,
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_pattern_stands_for_what_a_filter_finds(
        which in any::<Index>(),
        holes in proptest::collection::vec((0_usize..40, 0_usize..8, "[*?]"), 0..4),
        case in 0_usize..3,
    ) {
        let total = catalog::actions().len();
        let action = catalog::actions().nth(which.index(total)).unwrap();
        let mut name = action.name().to_owned();
        for (start, length, mark) in holes {
            let start = start.min(name.len());
            name.replace_range(start..(start + length).min(name.len()), &mark);
        }
        let cases = in_three_cases(&format!("{}:{name}", action.service().prefix()));
        let pattern = &cases[case];
        let (prefix, name) = pattern.split_once(':').unwrap();
        // Compare the pattern with every action of the service.
        let expected: Vec<AnyAction> = services()
            .filter(|service| service.prefix().eq_ignore_ascii_case(prefix))
            .flat_map(Service::actions)
            .filter(|action| fits(name.as_bytes(), action.name().as_bytes()))
            .collect();
        let Ok(expanded) = catalog::expand(pattern) else {
            prop_assert!(expected.is_empty() && !name.contains(['*', '?']));
            return Ok(());
        };
        let (least, most) = expanded.size_hint();
        prop_assert!(least <= expected.len() && most.is_some_and(|most| expected.len() <= most));
        prop_assert!(expanded.clone().eq(expected.iter().copied()));
        prop_assert!(expanded.clone().rev().eq(expected.iter().rev().copied()));
        prop_assert_eq!(expanded.clone().count(), expected.len());
        prop_assert_eq!(expanded.clone().nth(1), expected.get(1).copied());
        let checked = ActionPattern::new(pattern).unwrap();
        prop_assert!(catalog::actions().filter(|action| checked.matches(*action)).eq(expected));
        prop_assert!(checked.to_string().eq_ignore_ascii_case(pattern));
    }
}
