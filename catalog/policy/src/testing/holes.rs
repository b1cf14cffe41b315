//! Policies with holes, written as JSON with marks: `<<Bucket>>` can become anything, and `<<Region=us-east-1>>` has the
//! form of the example.

use alloc::{borrow::ToOwned as _, boxed::Box, format, string::String, vec::Vec};

use super::{fake::FULL, statements::policy};
use crate::{
    config::Config,
    finding::Finding,
    hole::{Hole, Piece},
    json::{self, Data, Member, Value},
    kind::PolicyKind,
    walk::check,
};

/// Checks the findings of a policy with marks. An expected finding is an id and a pointer.
pub(crate) fn finds_with_holes(kind: PolicyKind, text: &str, expected: &[&str]) {
    let findings = findings_with_holes(kind, text);
    let found: Vec<_> = findings.iter().map(|finding| format!("{} {}", finding.id, finding.pointer)).collect();
    assert_eq!(found, expected, "{text}");
    assert!(findings.iter().all(|finding| !finding.message.contains("<<") || finding.suggestion.is_none()), "{text}");
}

/// Checks the findings of an identity policy that denies all actions on one resource with marks.
pub(crate) fn finds_of_resource_with_holes(resource: &str, expected: &[&str]) {
    let statement = format!(r#""Effect": "Deny", "Action": "*", "Resource": "{resource}""#);
    finds_with_holes(PolicyKind::Identity, &policy(&statement), expected);
}

/// Returns the message of the only finding of a policy with one statement, with marks.
pub(crate) fn message_with_holes(kind: PolicyKind, statement: &str) -> String {
    match &mut findings_with_holes(kind, &policy(statement))[..] {
        [finding] => core::mem::take(&mut finding.message),
        findings => panic!("expected one finding, found {findings:?}"),
    }
}

fn findings_with_holes(kind: PolicyKind, text: &str) -> Vec<Finding> {
    let mut tree = json::parse(text.as_bytes()).unwrap();
    make_holes(&mut tree);
    check(&tree, kind, FULL, &Config::new()).findings
}

/// Replaces the strings with marks by holes.
fn make_holes(value: &mut Value<'_>) {
    match &mut value.data {
        Data::String(text) => {
            if let Some(hole) = hole_of(text) {
                value.data = Data::Hole(Box::new(hole));
            }
        }
        Data::Array(values) => values.iter_mut().for_each(make_holes),
        Data::Object(members) => {
            for Member { name, name_hole, value, .. } in members {
                if let Some(hole) = hole_of(name) {
                    *name = hole.stand_in().to_owned().into();
                    *name_hole = Some(Box::new(hole));
                }
                make_holes(value);
            }
        }
        _ => {}
    }
}

/// Returns the holes of a string, or `None` if it has no marks.
fn hole_of(text: &str) -> Option<Hole<'static>> {
    let known = |text: &str| (!text.is_empty()).then(|| Piece::Known(text.to_owned().into()));
    let mut parts = text.split("<<");
    let mut pieces: Vec<_> = parts.next().and_then(known).into_iter().collect();
    for part in parts {
        let (mark, behind) = part.split_once(">>").unwrap();
        let written = format!("<<{mark}>>").into();
        pieces.push(match mark.split_once('=') {
            Some((_, "us-east-1")) => Piece::Formed { written, example: "us-east-1" },
            Some((_, "123456789012")) => Piece::Formed { written, example: "123456789012" },
            Some((_, "amazonaws.com")) => Piece::Formed { written, example: "amazonaws.com" },
            Some(other) => panic!("unknown example: {other:?}"),
            None => Piece::Unknown(written),
        });
        pieces.extend(known(behind));
    }
    text.contains("<<").then(|| Hole::new(pieces))
}
