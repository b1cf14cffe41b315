//! Shrinks lists of actions that people wrote, and compares the lengths with the given lists and with other programs.
//!
//! `CATALOG_CASES` names the directory of `shrink-lists.json`. Without it, the test prints a message and skips. The test
//! prints the totals: `cargo test -p catalog-cli --test shrink -- --nocapture`.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

mod support;

use std::{env, fs, path::Path};

use catalog::ActionSet;
use serde_json::Value;
use support::{catalog, outcome};

/// A list that a person wrote. The lengths are in characters of the entries, without quotes and commas.
struct Case {
    given: Vec<String>,
    given_length: usize,
    /// The length of the shortest list that another program makes for the same actions.
    peer_length: usize,
}

impl Case {
    fn read(value: &Value) -> Self {
        let number = |field: &str| usize::try_from(value[field].as_u64().unwrap()).unwrap();
        let given = value["patterns"].as_array().unwrap().iter().map(|entry| entry.as_str().unwrap().to_owned());
        Self {
            given: given.collect(),
            given_length: number("given_characters"),
            peer_length: number("best_peer_characters"),
        }
    }
}

#[test]
fn no_list_gets_longer_and_few_are_longer_than_those_of_other_programs() {
    let Some(directory) = env::var_os("CATALOG_CASES") else {
        return println!("skipped: CATALOG_CASES is not set to a directory with lists of actions");
    };
    let text = fs::read_to_string(Path::new(&directory).join("shrink-lists.json")).unwrap();
    let cases: Value = serde_json::from_str(&text).unwrap();
    let (mut count, mut unknown, mut length, mut peer_length, mut longer_than_peer) = (0, 0, 0, 0, 0);
    for case in cases.as_array().unwrap().iter().map(Case::read) {
        // A list that names a retired action cannot be expanded.
        let Ok(set) = ActionSet::from_patterns(&case.given) else {
            unknown += 1;
            continue;
        };
        let (code, out, err) = outcome(&mut catalog(&["shrink"]), case.given.join("\n"));
        assert_eq!(code, 0, "{err}");
        let list: Vec<&str> = out.lines().collect();
        assert!(ActionSet::from_patterns(&list).unwrap() == set, "{list:?}");
        let list_length: usize = list.iter().map(|entry| entry.len()).sum();
        assert!(list_length <= case.given_length && list.len() <= case.given.len(), "{list:?}");
        count += 1;
        length += list_length;
        peer_length += case.peer_length;
        longer_than_peer += usize::from(list_length > case.peer_length);
    }
    println!(
        "{count} lists ({unknown} with unknown names left out): {length} characters, {peer_length} by other programs, \
         which are shorter for {longer_than_peer} lists"
    );
    assert!(longer_than_peer * 20 <= count && length * 100 <= peer_length * 95);
}
