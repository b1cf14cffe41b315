//! Tests that compare shrinking with slow definitions, using small invented services.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec,
    vec::Vec,
};

use proptest::prelude::*;

use super::*;
use crate::wildcard;

const OVERHEAD: usize = 6;

/// Returns the shortest list of patterns, as strings. Bit `n` of `wanted` is set if the list must match name `n`.
fn shrunk(names: &[String], wanted: u32) -> Vec<String> {
    let is_wanted = |position: &u16| wanted >> position & 1 == 1;
    let (mut ins, mut outs): (Vec<u16>, Vec<u16>) = (0..u16::try_from(names.len()).unwrap()).partition(is_wanted);
    let mut cuts = vec![Cut::NONE; ins.len()];
    let name = |position: u16| &*names[usize::from(position)];
    let count = shrink(&name, OVERHEAD, &mut ins, &mut outs, &mut cuts);
    let text = |cut: &Cut| match cut.pattern(name(cut.name)) {
        Some(pattern) => pattern.parts().concat(),
        None => name(cut.name).into(),
    };
    cuts[..count].iter().map(text).collect()
}

fn characters<'p>(patterns: impl IntoIterator<Item = &'p String>) -> usize {
    patterns.into_iter().map(|pattern| OVERHEAD + pattern.len()).sum()
}

fn matched(names: &[String], pattern: &str) -> u32 {
    let bit = |(position, name): (usize, &String)| u32::from(wildcard::matches(pattern, name)) << position;
    names.iter().enumerate().map(bit).sum()
}

/// Splits a name into its words.
fn words(name: &str) -> Vec<&str> {
    let mut borders = vec![0];
    borders.extend((1..name.len()).filter(|at| is_border(name, *at)));
    borders.push(name.len());
    borders.windows(2).filter_map(|ends| name.get(ends[0]..ends[1])).collect()
}

/// Returns the minimum number of characters by the definition: every cut of every group is tried, with names as lists
/// of words.
fn by_definition(names: &[String], unwanted: u32, group: &BTreeSet<&str>, front: usize, back: usize) -> usize {
    let all = group.iter().next().unwrap();
    let split = words(all);
    let pattern = || format!("{}*{}", split[..front].concat(), split[split.len() - back..].concat());
    let mut best = usize::MAX;
    if group.iter().all(|name| words(name).len() >= front + back) && matched(names, &pattern()) & unwanted == 0 {
        best = OVERHEAD + pattern().len();
    }
    for from in front..split.len() - back {
        for to in from + 1..=split.len() - back {
            let has = |name: &&str| {
                let words = words(name);
                words[front..words.len() - back].windows(to - from).any(|run| *run == split[from..to])
            };
            let (beginning, end) = (split[..front].concat(), split[split.len() - back..].concat());
            let pattern = format!("{beginning}*{}*{end}", split[from..to].concat());
            if group.iter().all(has) && matched(names, &pattern) & unwanted == 0 {
                best = best.min(OVERHEAD + pattern.len());
            }
        }
    }
    if group.len() == 1 {
        best = best.min(OVERHEAD + all.len());
        if front + back == split.len() {
            return best;
        }
    }
    for side in [true, false] {
        let next = |name: &str| {
            let words = words(name);
            let left = &words[front..words.len() - back];
            String::from(if side { left.first() } else { left.last() }.copied().unwrap_or_default())
        };
        let mut sum = 0;
        for word in group.iter().map(|name| next(name)).collect::<BTreeSet<_>>() {
            let group: BTreeSet<&str> = group.iter().copied().filter(|name| next(name) == word).collect();
            sum += if word.is_empty() {
                group.iter().map(|name| OVERHEAD + name.len()).sum()
            } else {
                by_definition(names, unwanted, &group, front + usize::from(side), back + usize::from(!side))
            };
        }
        best = best.min(sum);
    }
    best
}

/// Returns the number of characters of the shortest list of allowed patterns, by trying all sets of names. If
/// `at_borders` is true, a pattern counts only for names that it matches at word borders.
fn least_of_all(names: &[String], wanted: u32, at_borders: bool, allowed: impl Fn(usize, usize) -> bool) -> usize {
    // Each pattern has the bits of the names that it counts for.
    let mut patterns: BTreeMap<String, u32> = BTreeMap::new();
    for (position, name) in names.iter().enumerate() {
        *patterns.entry(name.clone()).or_default() |= 1 << position;
        let words = words(name);
        for front in 0..=words.len() {
            for back in (0..=words.len() - front).filter(|back| allowed(front, *back)) {
                let pattern = format!("{}*{}", words[..front].concat(), words[words.len() - back..].concat());
                *patterns.entry(pattern).or_default() |= 1 << position;
                for from in (front..words.len() - back).filter(|_| !at_borders) {
                    for to in from + 1..=words.len() - back {
                        let [beginning, middle, end] =
                            [&words[..front], &words[from..to], &words[words.len() - back..]];
                        let pattern = format!("{}*{}*{}", beginning.concat(), middle.concat(), end.concat());
                        *patterns.entry(pattern).or_default() |= 1 << position;
                    }
                }
            }
        }
    }
    let sets: Vec<(u32, usize)> = patterns
        .iter()
        .filter(|(text, _)| matched(names, text) & !wanted == 0)
        .map(|(text, set)| (if at_borders { *set } else { matched(names, text) }, characters([text])))
        .collect();
    let mut least = vec![usize::MAX; 1 << names.len()];
    least[0] = 0;
    for covered in 0..least.len() {
        if least[covered] == usize::MAX {
            continue;
        }
        for (set, cost) in &sets {
            let with = covered | *set as usize;
            least[with] = least[with].min(least[covered] + cost);
        }
    }
    least[wanted as usize]
}

fn service() -> impl Strategy<Value = Vec<String>> {
    let name = "(Get|List|Put|Tag|DB)(Get|Item|Items|Tag|Policy|DB|V2|a){0,3}";
    proptest::collection::btree_set(name, 1..9).prop_map(|names| {
        let mut folded = BTreeSet::new();
        names.into_iter().filter(|name| folded.insert(name.to_ascii_lowercase())).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn it_means_the_wanted_names_and_is_the_shortest_there_is(names in service(), wanted in any::<u32>()) {
        let all = (1_u32 << names.len()) - 1;
        let wanted = wanted & all;
        let list = shrunk(&names, wanted);
        let covered = list.iter().fold(0, |covered, pattern| covered | matched(&names, pattern));
        prop_assert_eq!(covered, wanted, "{:?}", list);
        for (place, pattern) in list.iter().enumerate() {
            let mut others = list.iter().enumerate().filter(|(other, _)| *other != place);
            prop_assert!(!others.any(|(_, other)| wildcard::matches(other, &pattern.replace('*', "\u{1}"))), "{:?}", list);
        }
        let group: BTreeSet<&str> =
            names.iter().enumerate().filter(|(at, _)| wanted >> at & 1 == 1).map(|(_, name)| &**name).collect();
        let cost = characters(&list);
        if !group.is_empty() {
            let defined = by_definition(&names, all & !wanted, &group, 0, 0);
            prop_assert!(cost <= defined, "{:?} is longer than {}", list, defined);
        }
        prop_assert!(cost <= least_of_all(&names, wanted, true, |_, back| back == 0), "{:?}", list);
        prop_assert!(cost <= least_of_all(&names, wanted, true, |front, _| front == 0), "{:?}", list);
        prop_assert!(cost >= least_of_all(&names, wanted, false, |_, _| true), "{:?}", list);
    }

    #[test]
    fn the_order_of_the_names_is_nothing_to_it(names in service(), wanted in any::<u32>(), turn in 0_usize..8) {
        let wanted = wanted & ((1_u32 << names.len()) - 1);
        let (mut ins, mut outs): (Vec<u16>, Vec<u16>) =
            (0..u16::try_from(names.len()).unwrap()).partition(|at| wanted >> at & 1 == 1);
        let mut given = Vec::new();
        for _ in 0..2 {
            let mut cuts = vec![Cut::NONE; ins.len()];
            let count = shrink(&|at| &*names[usize::from(at)], OVERHEAD, &mut ins, &mut outs, &mut cuts);
            given.push(cuts[..count].to_vec());
            ins.sort_unstable();
            outs.sort_unstable();
            let (ins_turn, outs_turn) = (turn.min(ins.len()), turn.min(outs.len()));
            ins.rotate_left(ins_turn);
            outs.rotate_left(outs_turn);
        }
        prop_assert_eq!(&given[0], &given[1]);
    }
}

#[test]
fn what_people_do_by_hand() {
    let names = ["DeleteTag", "DeleteUser", "GetTag", "GetUser", "GetUserPolicy", "PutPolicy", "Getaway"];
    let names: Vec<String> = names.map(String::from).into();
    assert_eq!(shrunk(&names, 0b111_1111), ["*"]);
    assert_eq!(shrunk(&names, 0b011_1111), ["*Policy", "*Tag", "*User"]);
    assert_eq!(shrunk(&names, 0b000_0011), ["Delete*"]);
    assert_eq!(shrunk(&names, 0b101_1100), ["Get*"]);
    assert_eq!(shrunk(&names, 0b000_0101), ["*Tag"]);
    assert!(shrunk(&names, 0).is_empty());
}

#[test]
fn names_that_differ_in_case_only_are_told_apart_by_nothing_but_themselves() {
    let names: Vec<String> = ["GetItem", "Getitem", "PutItem"].map(String::from).into();
    assert_eq!(shrunk(&names, 0b001), ["GetItem"]);
    assert_eq!(shrunk(&names, 0b110), ["Getitem", "Put*"]);
}

#[test]
fn words_end_where_one_would_cut() {
    for (name, expected) in [
        ("ListBuckets", &["List", "Buckets"][..]),
        ("ModifyDBClusterV2", &["Modify", "DB", "Cluster", "V2"]),
        ("ListACLsFor-Us", &["List", "ACLs", "For-", "Us"]),
        ("DescribeDBClusters", &["Describe", "DB", "Clusters"]),
        ("ListACLs", &["List", "ACLs"]),
        ("ListIPSetsV2", &["List", "IP", "Sets", "V2"]),
        ("AssociateVPCsWithHostedZone", &["Associate", "VPCs", "With", "Hosted", "Zone"]),
        ("GetRoute53Zone", &["Get", "Route53", "Zone"]),
        ("AssociateViaAWSService-EventsAndStates", &["Associate", "Via", "AWS", "Service-", "Events", "And", "States"]),
        ("GET", &["GET"]),
        ("", &[""]),
    ] {
        assert_eq!(words(name), expected);
    }
}
