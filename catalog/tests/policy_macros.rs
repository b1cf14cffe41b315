//! Tests the macros that check policies at compile time in constants, in functions and in the output of other macros.
//! No lint of the compiler or Clippy reports the code that the macros expand to.

#![cfg(feature = "policy-macros")]
#![deny(warnings, missing_docs, unused, clippy::all, clippy::pedantic, clippy::nursery)]
#![allow(clippy::redundant_pub_crate, reason = "it contradicts `unreachable_pub`")]

use std::{env, fs, path::Path};

use catalog::{include_policy, policy};

const MAILER: &str = include_policy!("tests/policies/mailer.json", deny_warnings);
static ROLE: &str = include_policy!("tests/policies/role.json", kind = "trust");

#[expect(
    deprecated,
    reason = "the policy allows everything, and the only warning that a macro can cause is a deprecation"
)]
const BROAD: &str = include_policy!("tests/policies/broad.json");

/// Expands to a policy with one action on a bucket.
macro_rules! on_bucket {
    ($action:literal, $bucket:tt, $effect:expr) => {
        policy!({
            "Version": "2012-10-17",
            "Statement": [{ "Effect": $effect, "Action": $action, "Resource": [$bucket] }]
        })
    };
}

mod without_prelude {
    #![no_implicit_prelude]

    pub(super) const DENY: &::core::primitive::str = ::catalog::policy!({
        "Version": "2012-10-17",
        "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*" },
    });
    pub(super) const MAILER: &::core::primitive::str = ::catalog::include_policy!("tests/policies/mailer.json");
}

#[test]
fn a_file_is_in_the_program_as_it_is() {
    let file = |name: &str| fs::read_to_string(Path::new("tests/policies").join(name)).unwrap();
    assert_eq!(MAILER, file("mailer.json"));
    assert_eq!(without_prelude::MAILER, MAILER);
    assert_eq!(ROLE, file("role.json"));
    assert_eq!(BROAD, file("broad.json"));
    assert_eq!(include_policy!("tests/policies/mailer.json").len(), MAILER.len());
}

#[test]
fn a_policy_of_the_source_is_in_the_program_as_json() {
    const LENGTH: usize = policy!({ "Version": "2012-10-17", "Statement": [{
        "Sid": r"Nobody", "Effect": "Deny", "Action": ["ses:*"], "Resource": ["*"],
        "Condition": { "Bool": { "aws:SecureTransport": false }, "NumericLessThan": { "s3:max-keys": -1.5 } },
    }] })
    .len();
    let expected = r#"{"Version":"2012-10-17","Statement":[{"Sid":"Nobody","Effect":"Deny","Action":["ses:*"],"Resource":["*"],"Condition":{"Bool":{"aws:SecureTransport":false},"NumericLessThan":{"s3:max-keys":-1.5}}}]}"#;
    assert_eq!(LENGTH, expected.len());
    let deny = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#;
    assert_eq!(without_prelude::DENY, deny);
}

#[test]
fn what_another_macro_hands_on_is_text() {
    let expected = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::a/*"]}]}"#;
    assert_eq!(on_bucket!("s3:GetObject", "arn:aws:s3:::a/*", "Allow"), expected);
}

/// Checks that Cargo recompiles the crate when a policy changes. The compiler writes the files that the program depends
/// on to a list for Cargo, and each policy must be in the list.
#[test]
fn a_policy_that_changes_is_compiled_anew() {
    let written = env::current_exe().unwrap().with_extension("d");
    let depends = fs::read_to_string(&written).unwrap_or_else(|error| panic!("{}: {error}", written.display()));
    for policy in ["mailer.json", "role.json", "broad.json"] {
        let policy = format!("policies/{policy}");
        assert!(depends.replace('\\', "/").contains(&policy), "{policy} is not in {}", written.display());
    }
}
