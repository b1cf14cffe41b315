//! Wrong ARNs and wrong parts, each with its own error.

use alloc::string::ToString;

use super::super::*;

#[test]
fn each_wrong_arn_has_its_own_error() {
    let format = ArnFormat::new("arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}").unwrap();
    let error = |arn| format.parse(arn).map(|_| ()).map_err(|error| (error.kind(), error.to_string()));
    let mismatch = |field| ArnErrorKind::Mismatch { field };
    for (arn, kind, message) in [
        ("ses:identity/x", ArnErrorKind::NotAnArn, "`ses:identity/x` is not an ARN: it does not begin with `arn:`"),
        (
            "arn:aws:ses:eu-west-1",
            ArnErrorKind::TooFewFields { found: 4 },
            "`arn:aws:ses:eu-west-1` is not an ARN: expected six fields, \
             `arn:partition:service:region:account:resource`, found 4",
        ),
        (
            "arn:azure:ses:::identity/x",
            mismatch(ArnField::Partition),
            "the partition of `arn:azure:ses:::identity/x` does not match the ARN format",
        ),
        (
            "arn:aws:sesv2:::identity/x",
            mismatch(ArnField::Service),
            "the service of `arn:aws:sesv2:::identity/x` does not match the ARN format",
        ),
        (
            "arn:aws:ses:EU::identity/x",
            mismatch(ArnField::Region),
            "the region of `arn:aws:ses:EU::identity/x` does not match the ARN format",
        ),
        (
            "arn:aws:ses::12:identity/x",
            mismatch(ArnField::Account),
            "the account of `arn:aws:ses::12:identity/x` does not match the ARN format",
        ),
        (
            "arn:aws:ses:::template/x",
            mismatch(ArnField::Resource),
            "the resource of `arn:aws:ses:::template/x` does not match the ARN format",
        ),
    ] {
        assert_eq!(error(arn), Err((kind, message.to_string())));
    }
}

#[test]
fn each_wrong_part_has_its_own_error() {
    let format = ArnFormat::new("arn:${Partition}:x:${Region}:${Account}:group:${Group}:item:${Item}").unwrap();
    let right = [("Partition", "aws"), ("Region", ""), ("Account", "111122223333"), ("Group", "a/b"), ("Item", "c:d")];
    assert_eq!(format.build(right).unwrap().to_string(), "arn:aws:x::111122223333:group:a/b:item:c:d");
    let with = |name: &'static str, value| {
        let parts = right.into_iter().map(move |(other, old)| (other, if name == other { value } else { old }));
        format.build(parts).map(|arn| arn.to_string()).map_err(|error| error.to_string())
    };
    let wrong = |message: &str| Err(message.to_string());
    assert_eq!(with("Item", ""), wrong("the part `Item` of the ARN is empty"));
    assert_eq!(
        with("Item", "a\tb"),
        wrong("the part `Item` of the ARN has the character U+0009 at byte 1, which is not allowed there")
    );
    assert_eq!(
        with("Region", "eu:west"),
        wrong("the part `Region` of the ARN has `:` at byte 2, which is not allowed there")
    );
    assert_eq!(
        with("Account", "1234"),
        wrong("the part `Account` of the ARN must be 12 digits, a word such as `aws`, or empty")
    );
    assert_eq!(with("Partition", "azure"), wrong("the part `Partition` of the ARN must be `aws` or begin with `aws-`"));
    assert_eq!(
        with("Group", "a:item:b"),
        wrong("the part `Group` of the ARN contains the text that follows it, so it would be read as two parts")
    );
    assert_eq!(
        with("Item", "*"),
        wrong("the part `Item` of the ARN has a wildcard or a policy variable: only patterns can have one")
    );
    let error = |parts: &[(&'static str, &'static str)]| format.build(parts.iter().copied()).unwrap_err().to_string();
    assert_eq!(error(&right[1..]), "the part `Partition` of the ARN is missing");
    assert_eq!(error(&[&right[..], &[("Kind", "x")]].concat()), "the ARN format has no part `Kind`");
    let twice = [&right[..], &[("Item", "x")]].concat();
    assert_eq!(error(&twice), "the part `Item` of the ARN is given more than once");
}

#[test]
fn patterns_are_built_where_they_are_asked_for() {
    let format = ArnFormat::new("arn:${Partition}:x:${Region}:${Account}:item/${Item}").unwrap();
    let build = |account, item| {
        let parts = [("Partition", "aws*"), ("Region", "*"), ("Account", account), ("Item", item)];
        format.build_pattern(parts).map(|arn| arn.to_string()).map_err(|error| error.kind())
    };
    assert_eq!(build("1111????3333", "a*"), Ok("arn:aws*:x:*:1111????3333:item/a*".to_string()));
    assert_eq!(build("${aws:PrincipalAccount}", "x"), Ok("arn:aws*:x:*:${aws:PrincipalAccount}:item/x".to_string()));
    assert_eq!(build("1?", "x"), Err(ArnErrorKind::IllegalCharacter { found: '?', at: 1 }));
    assert_eq!(build("12", "x"), Err(ArnErrorKind::IllegalForm { field: ArnField::Account }));
}

#[test]
fn an_error_is_small_enough_to_return() {
    assert!(size_of::<ArnError>() < 128, "{}", size_of::<ArnError>());
}
