//! Statements within statements.

use super::{
    super::Statement,
    Answer::{self, No, Unknown, Yes},
    decide,
};
use crate::{document::Document, json, testing::policy};

/// Decides if one statement is within another one.
fn is_within(narrow: &str, wide: &str) -> Answer {
    let texts = [narrow, wide].map(policy);
    let trees = texts.each_ref().map(|text| json::parse(text.as_bytes()).unwrap());
    let [narrow, wide] = trees.each_ref().map(|tree| {
        let statement = Document::from_tree(tree).unwrap().statements().next().unwrap();
        Statement::from_node(statement, true)
    });
    let (Some(narrow), Some(wide)) = (narrow, wide) else { return Unknown };
    decide(|work| narrow.within(&wide, work))
}

#[test]
fn every_element_counts() {
    let one = r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shelf/a""#;
    let all = r#""Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "arn:aws:s3:::shelf/*""#;
    let deny = r#""Effect": "Deny", "Action": "s3:*", "Resource": "*""#;
    let others = r#""Effect": "Allow", "NotAction": "iam:*", "Resource": "*""#;
    let fewer = r#""Effect": "Allow", "NotAction": ["iam:*", "s3:*"], "NotResource": "arn:aws:s3:::shelf/*""#;
    for (narrow, wide, answer) in [
        (one, one, Yes),
        (one, all, Yes),
        (all, one, No),
        (one, deny, No),
        (one, others, Yes),
        (one, fewer, No),
        (fewer, others, Yes),
        (others, fewer, No),
        (all, others, Yes),
    ] {
        assert_eq!(is_within(narrow, wide), answer, "{narrow} {wide}");
    }
}

#[test]
fn principals_and_conditions_count() {
    let by = |principal: &str, condition: &str| {
        alloc::format!(r#""Effect": "Allow", "Principal": {principal}, "Action": "s3:*", "Condition": {{{condition}}}"#)
    };
    let account = by(r#"{"AWS": "111122223333"}"#, "");
    let root = by(r#"{"AWS": ["arn:aws:iam::111122223333:root", "444455556666"]}"#, "");
    let role = by(r#"{"AWS": "arn:aws:iam::111122223333:role/reader"}"#, "");
    let session = by(r#"{"AWS": "arn:aws:sts::111122223333:assumed-role/reader/alice"}"#, "");
    let everyone = by(r#"{"AWS": "*"}"#, "");
    let secure = by(r#""*""#, r#""Bool": {"aws:SecureTransport": "true"}"#);
    for (narrow, wide, answer) in [
        (&account, &root, Yes),
        (&root, &account, Unknown),
        (&session, &role, Yes),
        (&role, &session, Unknown),
        (&role, &account, Unknown),
        (&account, &everyone, Yes),
        (&everyone, &account, Unknown),
        (&secure, &everyone, Yes),
        (&everyone, &secure, No),
    ] {
        assert_eq!(is_within(narrow, wide), answer, "{narrow} {wide}");
    }
    let except = r#""Effect": "Deny", "NotPrincipal": {"AWS": ["111122223333", "444455556666"]}, "Action": "s3:*""#;
    let fewer = r#""Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "Action": "s3:*""#;
    assert_eq!((is_within(except, fewer), is_within(fewer, except)), (Yes, Unknown));
}

#[test]
fn parts_that_are_not_known_are_not_decided() {
    let good = r#""Effect": "Allow", "Action": "s3:*", "Resource": "*""#;
    for wrong in [
        r#""Effect": "allow", "Action": "s3:*", "Resource": "*""#,
        r#""Effect": "Allow", "Resource": "*""#,
        r#""Effect": "Allow", "Action": 1, "Resource": "*""#,
        r#""Effect": "Allow", "Action": "s3:*", "NotAction": "s3:*", "Resource": "*""#,
        r#""Effect": "Allow", "Action": "s3:*", "Resource": "*", "Principal": "x""#,
        r#""Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": []"#,
    ] {
        assert_eq!((is_within(wrong, good), is_within(good, wrong)), (Unknown, Unknown), "{wrong}");
    }
    let of_user = r#""Effect": "Allow", "Action": "s3:*", "Resource": ["*", "arn:aws:s3:::b/${aws:userid}"]"#;
    assert_eq!((is_within(of_user, good), is_within(good, of_user)), (Yes, Unknown));
}
