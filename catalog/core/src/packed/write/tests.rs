//! Tests that write tables and read them back.

use alloc::{
    format,
    string::{String, ToString as _},
    vec,
    vec::Vec,
};

use super::*;
use crate::packed;
use proptest::prelude::*;

fn read((text, bytes): (String, Vec<u8>)) -> packed::PackedTables {
    packed::PackedTables::new(text.leak(), bytes.leak())
}

fn read_names(names: &[&str]) -> (packed::Strings, packed::Slots) {
    let (text, bounds) = strings(names.iter().copied()).unwrap();
    (packed::Strings::new(text.leak(), bounds.leak()), packed::Slots::new(slots(names).unwrap().leak()))
}

proptest! {
    #[test]
    fn what_is_written_is_read(names in proptest::collection::btree_set("[A-Z][a-z0-9]{0,12}é?", 0..300)) {
        // In this test, no two names differ only in case.
        let mut seen = alloc::collections::BTreeSet::new();
        let names: Vec<&str> =
            names.iter().map(String::as_str).filter(|name| seen.insert(name.to_ascii_lowercase())).collect();
        let (strings, slots) = read_names(&names);
        prop_assert_eq!(strings.len(), names.len());
        for (position, name) in names.iter().enumerate() {
            prop_assert_eq!(strings.get(position), Some(*name));
            let found = Some(u16::try_from(position).unwrap());
            prop_assert_eq!(slots.find(strings, name), found);
            prop_assert_eq!(slots.find(strings, &name.to_ascii_uppercase()), found);
            let unknown = name.to_string() + "-";
            prop_assert_eq!(slots.find(strings, &unknown), None);
        }
        prop_assert_eq!(strings.get(names.len()), None);
    }

    #[test]
    fn lists_come_back_as_they_went(entries in proptest::collection::vec(
        proptest::collection::vec(proptest::option::of(proptest::collection::vec(any::<u16>(), 0..5)), 3), 0..40)
    ) {
        let mut lists = ListsWriter::default();
        for entry in &entries {
            lists.push(entry).unwrap();
        }
        let tables = read(PackedTablesWriter::default().lists(lists).finish().unwrap());
        let lists = packed::Lists::new(tables.bytes(0), tables.bytes(1));
        for (position, entry) in entries.iter().enumerate() {
            for (nth, list) in entry.iter().enumerate() {
                let read = lists.get(position, nth).map(|numbers| {
                    (0..numbers.len()).filter_map(|at| numbers.get(at)).collect::<Vec<_>>()
                });
                prop_assert_eq!(&read, list);
            }
        }
        prop_assert!(lists.get(entries.len(), 0).is_none());
    }

    #[test]
    fn sparse_strings_are_those_of_their_entries(
        entries in proptest::collection::vec((0..40_u16, "[ -~é]{0,8}"), 0..9),
        before in proptest::collection::vec(any::<u8>(), 0..9),
    ) {
        let mut sparse = SparseStringsWriter::default();
        for (position, string) in &entries {
            sparse.push(usize::from(*position), string);
        }
        let tables = PackedTablesWriter::default().bytes(before).sparse(sparse).unwrap().finish().unwrap();
        let read = read(tables).sparse(1);
        for position in 0..41 {
            let of_entry = entries.iter().filter(|(other, _)| *other == position).map(|(_, string)| string.as_str());
            prop_assert!(read.of_entry(position).eq(of_entry.clone()));
            prop_assert_eq!(read.first(position), of_entry.clone().next());
        }
        prop_assert!(read.all().eq(entries.iter().map(|(_, string)| string.as_str())));
    }

    #[test]
    fn parts_stay_apart(
        one in proptest::collection::vec("[a-zé]{0,5}", 0..5),
        between in proptest::collection::vec(any::<u8>(), 0..9),
        other in proptest::collection::vec(proptest::option::of("[a-zé]{1,5}"), 0..5),
    ) {
        let tables = PackedTablesWriter::default().strings(one.iter().map(String::as_str)).unwrap().bytes(between.clone());
        let tables = tables.given(other.iter().map(Option::as_deref)).unwrap();
        let tables = read(tables.finish().unwrap());
        let strings = tables.strings(0);
        prop_assert_eq!((0..strings.len()).filter_map(|at| strings.get(at)).collect::<Vec<_>>(), one);
        prop_assert_eq!(tables.bytes(1), &between[..]);
        let given: Vec<_> = (0..other.len()).map(|at| tables.strings(2).given(at)).collect();
        prop_assert_eq!(given, other.iter().map(Option::as_deref).collect::<Vec<_>>());
        prop_assert!(tables.bytes(3).is_empty());
    }
}

#[test]
fn a_directory_leads_to_every_name_of_every_service() {
    let services = [("es", vec!["AddTags", "Get"]), ("none", vec![]), ("ses", vec!["Get", "SendEmail"])];
    let (text, slots) = directory(services).unwrap();
    let written = packed::Directory::new(text.leak(), slots.leak());
    let find = |text: &str| written.find(text);
    assert_eq!(find("es:addtags"), Some((0, 0)));
    assert_eq!(find("ES:Get"), Some((0, 1)));
    assert_eq!(find("ses:get"), Some((2, 0)));
    assert_eq!(find("ses:SENDEMAIL"), Some((2, 1)));
    assert_eq!(find("none:Get"), None);
    assert_eq!(find("ses:AddTags"), None);
    let many: Vec<&str> = core::iter::repeat_n("x", 4097).collect();
    assert!(directory([("x", many)]).is_err());
    assert_eq!(directory([]), Ok(Default::default()));
}

#[test]
fn names_that_differ_in_case_only_are_found_by_their_case() {
    let (strings, slots) = read_names(&["s3:VersionId", "s3:versionid", "s3:prefix"]);
    assert_eq!(slots.find(strings, "s3:VersionId"), Some(0));
    assert_eq!(slots.find(strings, "s3:versionid"), Some(1));
    assert_eq!(slots.find(strings, "S3:VERSIONID"), Some(0), "without an exact match, the first name is found");
    assert_eq!(slots.find(strings, "S3:Prefix"), Some(2));
}

#[test]
fn equal_lists_are_kept_once() {
    let mut lists = ListsWriter::default();
    for _ in 0..10 {
        lists.push(&[Some(vec![1, 2]), None]).unwrap();
    }
    let (pool, starts) = lists.finish();
    assert_eq!((pool.len(), starts.len()), (8, 20));
}

#[test]
fn too_much_is_said_and_not_cut() {
    let many: Vec<String> = (0..70_000).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(slots(&many).unwrap_err().to_string(), "too many names: a table holds at most 32767");
    let long = vec![0; usize::from(u16::MAX)];
    assert!(ListsWriter::default().push(&[Some(long)]).is_err());
}

#[test]
fn texts_that_nobody_gave_take_no_room() {
    let nothing = PackedTablesWriter::default().given([None, None]).unwrap();
    assert_eq!(nothing, PackedTablesWriter::default().bytes(Vec::new()));
    let (text, bytes) = PackedTablesWriter::default().given([None, Some("x")]).unwrap().finish().unwrap();
    assert_eq!((text.as_str(), bytes.len()), ("x", 20));
    let nothing = PackedTablesWriter::default().sparse(SparseStringsWriter::default()).unwrap();
    assert_eq!(nothing, PackedTablesWriter::default().bytes(Vec::new()));
}

#[test]
fn large_tables_have_wide_offsets() {
    // These tables have more bytes, and more numbers, than a `u16` can count.
    let texts: Vec<String> = (0..9_000).map(|n| format!("name-{n:05}")).collect();
    let (text, bounds) = strings(texts.iter().map(String::as_str)).unwrap();
    assert_eq!(bounds.len(), 4 * 9_001);
    let read = packed::Strings::new(text.leak(), bounds.leak());
    assert_eq!(read.len(), 9_000);
    assert!((0..9_000).all(|at| read.get(at) == Some(&texts[at])));

    let mut lists = ListsWriter::default();
    (0..40_000).for_each(|n| lists.push(&[Some(vec![n])]).unwrap());
    let (pool, starts) = lists.finish();
    let read = packed::Lists::new(pool.leak(), starts.leak());
    assert!((0..40_000).all(|at| read.get(at, 0).and_then(|list| list.get(0)) == u16::try_from(at).ok()));
}
