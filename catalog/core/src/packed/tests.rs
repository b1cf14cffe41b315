//! Tests that reading invalid bytes as a table returns empty results and does not panic.

use super::*;

#[test]
fn bytes_that_are_no_table_give_nothing() {
    let strings = Strings::new("abc", &[9, 0, 1, 0, 2, 0, 7]);
    assert_eq!((strings.len(), strings.get(0), strings.get(2)), (2, None, None));
    assert_eq!(strings.get(1), Some("b"));
    let shared = Strings::of_shared("abc", &[9, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 7]);
    assert_eq!((shared.len(), shared.get(0), shared.get(1), shared.get(2)), (2, None, Some("b"), None));
    assert_eq!(Strings::NONE.len(), 0);
    for tables in [PackedTables::new("", &[]), PackedTables::new("", &[1, 2]), PackedTables::new("", &[0xff; 9])] {
        assert!(tables.bytes(0).is_empty() && tables.bytes(1).is_empty() && tables.strings(7).is_empty());
    }
    let slots = Slots::new(&[1, 0, 1, 0]);
    assert_eq!(slots.find(strings, "abc"), None, "the search ends in a full table, too");
    assert_eq!(Slots::new(&[]).find(strings, "abc"), None);
    for slots in [&[][..], &[1], &[1; 8], &[1; 24], &[0xff; 16]] {
        assert_eq!(Directory::new("a", slots).find("ses:SendEmail"), None, "the search ends in a full table, too");
    }
    assert!(Lists::new(&[5, 0, 1, 0], &[0, 0, 0, 0]).get(0, 0).is_none());
    assert!(Lists::new(&[], &[0xff; 4]).get(0, 3).is_none());
    assert_eq!(byte(&[1], usize::MAX), 0);
    for lines in ["\n\n", "1", "x a", "65536 a", "99999999999999999999 a", " a", "-1 a", "+1 a", "1x a"] {
        let sparse = SparseStrings::new(lines);
        assert!(sparse.all().next().is_none() && sparse.first(1).is_none(), "{lines}");
    }
    assert!(SparseStrings::new("x\n1 a b\n\n65535 ").all().eq(["a b", ""]));
}
