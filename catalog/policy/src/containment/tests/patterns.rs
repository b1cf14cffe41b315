//! Patterns of actions and resources as policies write them.

use super::{
    super::PatternSet,
    Answer::{self, No, Unknown, Yes},
    Pattern, decide, within,
};

fn actions(narrow: &str, wide: &str) -> Answer {
    within(&Pattern::action(narrow), &[Pattern::action(wide)])
}

fn resources(narrow: &str, wide: &str) -> Answer {
    within(&Pattern::resource(narrow, true), &[Pattern::resource(wide, true)])
}

fn arns(narrow: &str, wide: &str) -> Answer {
    within(&Pattern::arn(narrow, true).unwrap(), &[Pattern::arn(wide, true).unwrap()])
}

#[test]
fn actions_ignore_case() {
    for (narrow, wide, answer) in [
        ("iam:GetCredentialReport", "iam:Get*", Yes),
        ("iam:*CredentialReport", "iam:Get*", No),
        ("S3:getobject", "s3:GetObject", Yes),
        ("s3:GetObject*", "s3:GetObject?*", No),
        ("s3:GetObject?*", "s3:GetObject*", Yes),
        ("s3:?*Object", "s3:*?Object", Yes),
        ("s3:*", "*", Yes),
        ("*", "*:*", Yes),
        ("*:*", "s3:*", No),
    ] {
        assert_eq!(actions(narrow, wide), answer, "{narrow} {wide}");
    }
}

#[test]
fn a_star_at_the_end_of_a_field_runs_past_the_colon() {
    for (narrow, wide, answer) in [
        ("arn:aws:iam::111122223333:role/jane-admin", "arn:aws:iam::111122223333:role/jane*", Yes),
        ("arn:aws:iam::111122223333:role/Jane", "arn:aws:iam::111122223333:role/jane*", No),
        ("arn:aws:sqs:eu-west-1:111122223333:orders", "arn:aws:sqs:*", Yes),
        ("arn:aws:sqs:eu-west-1:111122223333:orders", "arn:aws:sqs:*:orders", Yes),
        ("arn:aws:sqs:eu-west-1:111122223333:orders", "arn:aws:sqs:eu*t-1:111122223333:orders", Yes),
        ("arn:aws:sqs:eu-west-1:111122223333:orders", "arn:aws:sqs:eu*3:orders", No),
        ("arn:aws:logs:eu-west-1:111122223333:log-group:a:*", "arn:aws:logs:eu-west-1:111122223333:*", Yes),
        ("arn:aws:logs:*:*:*", "*", Yes),
        ("arn:aws:s3:::shelf", "arn:aws:s3:::shelf/*", No),
    ] {
        assert_eq!(resources(narrow, wide), answer, "{narrow} {wide}");
    }
}

#[test]
fn operators_for_arns_compare_fields() {
    for (narrow, wide, answer) in [
        ("arn:aws:sqs:eu-west-1:111122223333:orders", "arn:aws:sqs:*:*:orders", Yes),
        ("arn:aws:sqs:eu-west-1:111122223333:a:orders", "arn:aws:sqs:*:111122223333:*:orders", Yes),
        ("arn:aws:sqs:eu-west-1:111122223333:a:orders", "arn:aws:sqs:*:orders:*:*", No),
        ("arn:aws:sqs:*:*:*", "*", Yes),
        ("*", "arn:aws:sqs:*:*:*", No),
    ] {
        assert_eq!(arns(narrow, wide), answer, "{narrow} {wide}");
    }
    assert!(Pattern::arn("arn:aws:sqs:*", true).is_none());
    assert!(Pattern::arn("orders", true).is_none());
}

#[test]
fn a_variable_equals_only_itself() {
    for (narrow, wide, answer) in [
        ("arn:aws:s3:::b/${aws:username}/*", "arn:aws:s3:::b/*", Yes),
        ("arn:aws:s3:::b/${aws:username}/a", "arn:aws:s3:::b/${AWS:UserName}/*", Yes),
        ("arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/${aws:userid}", Unknown),
        ("arn:aws:s3:::b/${aws:username, 'a'}", "arn:aws:s3:::b/${aws:username}", Unknown),
        ("arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/?*", Unknown),
        ("arn:aws:s3:::b/a", "arn:aws:s3:::b/${aws:username}", Unknown),
        ("arn:aws:s3:::b/${*}", "arn:aws:s3:::b/?", Yes),
        ("arn:aws:s3:::b/*", "arn:aws:s3:::b/${*}", No),
        ("arn:aws:s3:::c/${aws:username}", "arn:aws:s3:::b/*", Unknown),
    ] {
        assert_eq!(resources(narrow, wide), answer, "{narrow} {wide}");
    }
    // In version 2008-10-17, the text of a variable is literal.
    let old = |text| Pattern::resource(text, false);
    assert_eq!(within(&old("a${aws:userid}"), &[old("a${aws:user??}")]), Yes);
}

#[test]
fn sets_contain_other_sets() {
    let set = |texts: &[&'static str], is_complement| PatternSet {
        patterns: texts.iter().map(|text| Pattern::string(text, true, false, true)).collect(),
        is_complement,
    };
    for (narrow, wide, answer) in [
        (set(&["a*", "b"], false), set(&["a?*", "a", "b*"], false), Yes),
        (set(&["a*"], false), set(&["b*", "c"], true), Yes),
        (set(&["a*"], false), set(&["*b"], true), No),
        (set(&["a*", "b*"], true), set(&["aa*"], true), Yes),
        (set(&["aa*"], true), set(&["a*"], true), No),
        (set(&["a*"], true), set(&["?*", ""], false), Yes),
        (set(&["a*"], true), set(&["b*"], false), No),
        (set(&["${aws:userid}"], true), set(&["${aws:userid}", "b"], true), No.or_unknown()),
        (set(&["${aws:userid}", "b"], true), set(&["${aws:userid}"], true), Yes),
        (set(&["${aws:userid}"], false), set(&["b"], true), Unknown),
        (set(&[], false), set(&["b"], false), Yes),
        (set(&["b"], false), set(&[], true), Yes),
    ] {
        assert_eq!(decide(|work| narrow.within(&wide, work)), answer, "{narrow:?} {wide:?}");
    }
}
