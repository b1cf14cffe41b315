//! The format `json` of test results: a JSON array with one object per line.

use super::case::Case;
use crate::output::json_tree::{boolean, number, object, string};

/// Returns all results.
pub(super) fn output(cases: &[Case]) -> String {
    let rows: Vec<String> = cases.iter().map(|case| row(case).to_string()).collect();
    if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}

fn row(case: &Case) -> catalog::policy::json::Value<'_> {
    object([
        ("name", string(&case.name)),
        ("expect", string(case.expect.name())),
        ("got", string(case.got.name())),
        ("passed", boolean(case.passes())),
        ("reason", string(&case.reason)),
        ("file", string(&case.file)),
        ("line", number(case.position.line)),
        ("column", number(case.position.column)),
    ])
}
