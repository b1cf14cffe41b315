//! Compares the expansion of patterns, at run time and at compile time, with a simple filter.

use catalog::{ActionPattern, AnyAction, NameErrorKind, actions, expand, ses};
use proptest::prelude::*;

/// Matches `*` and `?` according to their definition, without tables.
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
    #[test]
    fn a_pattern_stands_for_what_a_filter_finds(
        // An action name in which wildcards replace some parts, so the pattern matches something.
        action in proptest::sample::select(ses::Action::ALL),
        holes in proptest::collection::vec((0_usize..40, 0_usize..8, "[*?]"), 0..4),
        upper in any::<bool>(),
    ) {
        let mut name = action.name().to_owned();
        for (start, length, mark) in holes {
            let start = start.min(name.len());
            let end = (start + length).min(name.len());
            name.replace_range(start..end, &mark);
        }
        if upper {
            name.make_ascii_uppercase();
        }
        let expected: Vec<AnyAction> = ses::Action::ALL
            .iter()
            .filter(|action| fits(name.as_bytes(), action.name().as_bytes()))
            .map(|action| action.any())
            .collect();
        let pattern = format!("ses:{name}");
        let Ok(expanded) = expand(&pattern) else {
            // The pattern has no wildcard, and no action has this name.
            prop_assert!(expected.is_empty() && !name.contains(['*', '?']));
            return Ok(());
        };
        let (least, most) = expanded.size_hint();
        prop_assert!(least <= expected.len() && most.is_some_and(|most| expected.len() <= most));
        prop_assert_eq!(expanded.clone().collect::<Vec<_>>(), expected.clone());
        prop_assert_eq!(expanded.clone().count(), expected.len());
        let mut backwards: Vec<_> = expanded.rev().collect();
        backwards.reverse();
        prop_assert_eq!(backwards, expected);
    }

    #[test]
    fn both_ends_meet(turns in proptest::collection::vec((any::<bool>(), prop_oneof![Just(1), 1_usize..900]), 0..90)) {
        for pattern in ["*", "ses:*", "ses:G*"] {
            let mut steps = expand(pattern).unwrap();
            let (mut front, mut back) = (Vec::new(), Vec::new());
            for (from_front, count) in &turns {
                for _ in 0..*count {
                    if *from_front { front.extend(steps.next()) } else { back.extend(steps.next_back()) }
                }
            }
            front.extend(steps.by_ref());
            prop_assert_eq!(steps.next(), None);
            prop_assert_eq!(steps.next_back(), None);
            front.extend(back.into_iter().rev());
            prop_assert_eq!(front, expand(pattern).unwrap().collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_star_alone_is_everything() {
    assert!(expand("*").unwrap().eq(catalog::services().flat_map(catalog::Service::actions)));
    let all = catalog::services().map(|service| service.actions().len()).sum();
    assert!(all > 20_000);
    assert_eq!(expand("*").unwrap().size_hint(), (all, Some(all)));
    for other in ["**", "*:*"] {
        assert!(expand(other).unwrap().eq(expand("*").unwrap()));
        assert_eq!(ActionPattern::new(other).unwrap().to_string(), "*");
    }
    assert!(expand("ses:**").unwrap().eq(expand("ses:*").unwrap()));
}

#[test]
fn a_pattern_may_match_nothing_and_a_name_may_not() {
    assert_eq!(expand("ses:Frobnicate*").unwrap().next(), None);
    assert_eq!(expand("ses:Frobnicate").unwrap_err().kind(), NameErrorKind::UnknownName);
    assert_eq!(expand("sse:*").unwrap_err().kind(), NameErrorKind::UnknownService);
    assert_eq!(expand("*:Send*").unwrap_err().kind(), NameErrorKind::WildcardInPrefix);
    assert_eq!(expand("ses:[sS]end*").unwrap_err().kind(), NameErrorKind::IllegalCharacter { found: '[', at: 4 });
    assert_eq!(expand("").unwrap_err().kind(), NameErrorKind::Empty);
}

const LIST: &[AnyAction] = &actions!["ses:SendEmail", "SES:send*", "ses:GetSendQuota", "ses:S?ndEmail"];
const EVERYTHING: &[AnyAction] = &actions!["*"];

#[test]
fn a_list_is_in_catalog_order_and_without_repeats() {
    let expected: Vec<AnyAction> = ses::Action::ALL
        .iter()
        .filter(|action| action.name().starts_with("Send") || action.name() == "GetSendQuota")
        .map(|action| action.any())
        .collect();
    assert_eq!(LIST, expected);
    assert!(EVERYTHING.iter().copied().eq(expand("*").unwrap()));
    assert!(actions![].is_empty());
    // The macro expands to an array whose length is known.
    let [quota, statistics] = actions!["ses:GetSend*"];
    assert_eq!([quota.name(), statistics.name()], ["GetSendQuota", "GetSendStatistics"]);
}
