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

/// The largest number of names of an invented service.
const LARGEST: usize = 8;

/// Returns the shortest list of patterns, as strings. Bit `n` of `wanted` is set if the list must match name `n`.
fn shrunk(names: &[String], wanted: u32) -> Vec<String> {
    let is_wanted = |position: &u16| wanted >> position & 1 == 1;
    let (mut ins, mut outs): (Vec<u16>, Vec<u16>) = (0..u16::try_from(names.len()).unwrap()).partition(is_wanted);
    let mut memory = Memory::<LARGEST>::new();
    let name = |position: u16| &*names[usize::from(position)];
    let count = shrink(&name, OVERHEAD, &mut ins, &mut outs, &mut memory);
    let text = |cut: Cut| match cut.pattern(name(cut.name)) {
        Some(pattern) => pattern.parts().concat(),
        None => name(cut.name).into(),
    };
    (0..count).filter_map(|index| memory.cut(index)).map(text).collect()
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

/// A pattern that matches no unwanted name.
struct Allowed {
    text: String,
    matched: u32,
    /// The matched names that have the parts of the pattern as whole words.
    with_words: u32,
}

/// Returns the wanted names, and the patterns that whole words of them make and that match no unwanted name.
fn patterns(names: &[String], wanted: u32) -> Vec<Allowed> {
    let mut patterns: BTreeMap<String, u32> = BTreeMap::new();
    let positions = (0..names.len()).filter(|position| wanted >> position & 1 == 1);
    for position in positions.clone() {
        let words = words(&names[position]);
        let mut insert = |pattern: String| *patterns.entry(pattern).or_default() |= 1 << position;
        for front in 0..=words.len() {
            for back in front..=words.len() {
                let (beginning, end) = (words[..front].concat(), words[back..].concat());
                insert(format!("{beginning}*{end}"));
                for from in front..back {
                    for to in from + 1..=back {
                        insert(format!("{beginning}*{}*{end}", words[from..to].concat()));
                    }
                }
            }
        }
    }
    let allowed = patterns.into_iter().map(|(text, with_words)| {
        let matched = matched(names, &text);
        Allowed { text, matched, with_words }
    });
    let names = positions.map(|position| Allowed {
        text: names[position].clone(),
        matched: 1 << position,
        with_words: 1 << position,
    });
    allowed.filter(|pattern| pattern.matched & !wanted == 0).chain(names).collect()
}

/// Returns the number of characters of the shortest list of patterns, by trying all sets of names.
fn shortest<'p>(patterns: &(impl Iterator<Item = &'p Allowed> + Clone), wanted: u32) -> usize {
    let mut least = vec![usize::MAX; usize::try_from(wanted).unwrap() + 1];
    least[0] = 0;
    for covered in 0..least.len() {
        if least[covered] == usize::MAX {
            continue;
        }
        for pattern in patterns.clone() {
            let with = covered | pattern.matched as usize;
            least[with] = least[with].min(least[covered] + OVERHEAD + pattern.text.len());
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
    fn a_list_matches_the_wanted_names_and_no_pattern_replaces_longer_ones(names in service(), wanted in any::<u32>()) {
        let wanted = wanted & ((1_u32 << names.len()) - 1);
        let list = shrunk(&names, wanted);
        let patterns = patterns(&names, wanted);
        let set = |text: &String| patterns.iter().find(|pattern| pattern.text == *text).unwrap().matched;
        prop_assert_eq!(list.iter().fold(0, |covered, pattern| covered | set(pattern)), wanted, "{:?}", list);
        for (place, pattern) in list.iter().enumerate() {
            let others = list.iter().enumerate().filter(|(other, _)| *other != place);
            let others = others.fold(0, |covered, (_, other)| covered | set(other));
            prop_assert!(set(pattern) & !others != 0, "{} is unnecessary in {:?}", pattern, list);
        }
        for pattern in patterns.iter().filter(|pattern| pattern.matched == pattern.with_words) {
            let replaced = characters(list.iter().filter(|other| set(other) & !pattern.matched == 0));
            prop_assert!(replaced <= OVERHEAD + pattern.text.len(), "{} is shorter in {:?}", pattern.text, list);
        }
    }

    #[test]
    fn a_list_is_as_short_as_each_list_of_beginnings_and_each_list_of_ends(names in service(), wanted in any::<u32>()) {
        let wanted = wanted & ((1_u32 << names.len()) - 1);
        let cost = characters(&shrunk(&names, wanted));
        let patterns = patterns(&names, wanted);
        let at_borders = patterns.iter().filter(|pattern| pattern.matched == pattern.with_words);
        let is_beginning = |text: &str| text.find('*').is_none_or(|star| star == text.len() - 1);
        let is_end = |text: &str| text.rfind('*').is_none_or(|star| star == 0);
        let beginnings = at_borders.clone().filter(|pattern| is_beginning(&pattern.text));
        let ends = at_borders.clone().filter(|pattern| is_end(&pattern.text));
        prop_assert!(cost <= shortest(&beginnings, wanted) && cost <= shortest(&ends, wanted));
        let least = shortest(&at_borders, wanted);
        // The first list has the fewest characters per name, so it can be longer than the shortest, but not much.
        prop_assert!(cost <= least * 2, "{} of {}", cost, least);
        prop_assert!(shortest(&patterns.iter(), wanted) <= cost);
    }

    #[test]
    fn the_order_of_the_names_is_nothing_to_it(names in service(), wanted in any::<u32>(), turn in 0_usize..8) {
        let wanted = wanted & ((1_u32 << names.len()) - 1);
        let (mut ins, mut outs): (Vec<u16>, Vec<u16>) =
            (0..u16::try_from(names.len()).unwrap()).partition(|at| wanted >> at & 1 == 1);
        let mut given = Vec::new();
        for _ in 0..2 {
            let mut memory = Memory::<LARGEST>::new();
            let count = shrink(&|at| &*names[usize::from(at)], OVERHEAD, &mut ins, &mut outs, &mut memory);
            given.push((0..count).map(|index| memory.cut(index)).collect::<Vec<_>>());
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
    assert_eq!(shrunk(&names, 0b011_1111), ["*Tag", "*User*", "Put*"]);
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
