//! Patterns that overlap a format, and patterns that do not.

use alloc::string::ToString;

use super::super::*;

#[test]
fn a_pattern_made_to_be_slow_is_not() {
    let format = "arn:${Partition}:x:::".to_string() + &"${A}/${B}a".repeat(90);
    let format = ArnFormat::new(&format).unwrap();
    assert!(!format.overlaps(&("arn:aws:x:::".to_string() + &"*a".repeat(4_000) + "b")));
    let arn = "arn:aws:x:::".to_string() + &"a/".repeat(4_000);
    assert!(!format.matches(&arn));
}

#[test]
fn another_service_is_ruled_out_only_where_it_is_one() {
    let format = ArnFormat::new("arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}").unwrap();
    // A star can match the service and more. For example, the second pattern also matches
    // `arn:aws:ses:::identity/a:s3:identity/x`.
    for pattern in ["arn:aws:s*:*:*:*", "arn:a*:s3:identity/x", "arn:*:ses:::identity/x", "arn:aws:${x}:identity/*"] {
        assert!(format.overlaps(pattern), "{pattern}");
    }
    assert!(!format.overlaps("arn:aws:s3:::*") && !format.overlaps("arn:aws:SES:*:*:*"));
}

#[test]
fn a_star_stands_for_colons_where_fields_are_left_out() {
    let log_group = ArnFormat::new("arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}").unwrap();
    let role = ArnFormat::new("arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}").unwrap();
    let object = ArnFormat::new("arn:${Partition}:s3:::${BucketName}/${ObjectName}").unwrap();
    for pattern in [
        "*",
        "arn:*",
        "arn:aws:logs:*",
        "arn:aws:logs:*:log-group:/a:*",
        "arn:aws:*:log-group:/a:*",
        "arn:aws:logs:*:*:log-group:/a:*",
        "arn:aws:logs:*:*:/a:*",
        "arn:aws:logs:eu-west-1:*:log-group:*:b",
        "*:log-group:/a",
        "arn:*:*:*:*:log-group:x",
    ] {
        assert!(log_group.overlaps(pattern), "{pattern}");
    }
    assert!(role.overlaps("arn:aws:iam::*:role/*") && role.overlaps("arn:*:role/x"));
    for pattern in ["arn:aws:iam::*:user/*", "arn:aws:*:*:*:user/*", "arn:aws:iam:*:*:user/*", "arn:*:iam:::user/*"] {
        assert!(!role.overlaps(pattern), "{pattern}");
    }
    assert!(object.overlaps("arn:aws:s3:*:*:user/*") && object.overlaps("arn:*:*:*:*:*:b"));
}

#[test]
fn policy_variables_stand_for_any_text_and_escapes_for_themselves() {
    let format = ArnFormat::new("arn:${Partition}:s3:::${BucketName}").unwrap();
    assert!(format.overlaps("arn:aws:s3:::${aws:PrincipalTag/DomainBucketName}"));
    assert!(format.overlaps("${any}"));
    assert!(format.overlaps("arn:${partition}:s3:::home-${aws:username, 'guest'}"));
    assert!(format.overlaps("arn:aws:s3:::${*}"));
    assert!(!format.overlaps("arn:${*}:s3:::x"), "no partition contains a star");
    assert!(
        format.overlaps("arn:aws:s3:::${x") && !format.overlaps("arn:aws:${x"),
        "an unclosed variable is a literal"
    );
    assert!(!format.overlaps("arn:aws:s3:eu-west-1::x"));
    assert!(!format.overlaps("arn:aws:s3:::"), "the name of a bucket is not empty");
    assert!(!format.overlaps(""));
}
