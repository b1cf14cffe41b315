//! Tests irregular ARN formats on AWS's pages. The number of a test is its number in the list of oddities that `xtask`
//! keeps. A few cases are not in that list.

use alloc::{string::ToString, vec::Vec};

use super::super::*;

fn format(text: &str) -> ArnFormat<'_> {
    ArnFormat::new(text).unwrap()
}

fn parts<'a>(text: &'a str, arn: &'a str) -> Vec<(&'a str, &'a str)> {
    format(text).parse(arn).unwrap().into_iter().skip(1).collect()
}

/// Checks that an ARN can be built again from its parts.
fn round(text: &str, arn: &str) {
    let format = format(text);
    assert_eq!(format.build(format.parse(arn).unwrap()).unwrap().to_string(), arn);
    assert!(format.overlaps(arn));
}

#[test]
fn number_26_an_underscore_is_text() {
    let text = "arn:${Partition}:race:${Region}:${Account}:lap_time/${Id}";
    assert_eq!(parts(text, "arn:aws:race:::lap_time/a_b"), [("Region", ""), ("Account", ""), ("Id", "a_b")]);
    assert!(!format(text).matches("arn:aws:race:::lap-time/a_b"));
}

#[test]
fn number_27_a_space_is_passed_over() {
    let text = "arn:${Partition}:race:${Region}:${Account}: lap_time/${Id}";
    assert!(format(text).matches("arn:aws:race:us-east-1:111122223333:lap_time/7"));
    assert!(!format(text).matches("arn:aws:race:us-east-1:111122223333: lap_time/7"));
    round(text, "arn:aws:race:us-east-1:111122223333:lap_time/7");
    assert_eq!(format(text).to_string(), text, "a format displays as AWS writes it");
}

#[test]
fn number_28_a_variable_may_lack_its_closing_brace() {
    let text = "arn:${Partition}:jobs:${Region}:${Account}:plan/${Plan:${Revision}";
    let arn = "arn:aws:jobs::111122223333:plan/mail:3";
    assert_eq!(parts(text, arn)[2..], [("Plan", "mail"), ("Revision", "3")]);
    round(text, arn);
    assert!(format("arn:${Partition}:jobs:::${Plan").variables().eq(["Partition", "Plan"]));
    // A colon within the braces is part of the name.
    let text = "arn:${Partition}:jobs:::run/${Plan:Revision}";
    assert_eq!(parts(text, "arn:aws:jobs:::run/mail:3"), [("Plan:Revision", "mail:3")]);
}

#[test]
fn number_29_a_stray_angle_bracket_is_passed_over() {
    let text = "arn:${Partition}:firm::${Account}:rule/o-${Firm}>/${Kind}/p-${Rule}";
    let arn = "arn:aws:firm::111122223333:rule/o-1/tags/p-2";
    assert_eq!(parts(text, arn)[1..], [("Firm", "1"), ("Kind", "tags"), ("Rule", "2")]);
    round(text, arn);
}

#[test]
fn number_30_the_wrong_sigil_makes_a_variable() {
    let text = "arn:${Partition}:${Service}:${Region}:#{Account}:${Kind}/${Path}";
    let arn = "arn:aws:ec2:us-east-1:111122223333:subnet/a/b";
    assert_eq!(
        parts(text, arn),
        [("Service", "ec2"), ("Region", "us-east-1"), ("Account", "111122223333"), ("Kind", "subnet"), ("Path", "a/b")]
    );
    round(text, arn);
    // Braces without a sigil are a variable, too.
    let text = "arn:${Partition}:cook::${Account}:backup/${Server}-{Date-and-Time}";
    let arn = "arn:aws:cook::111122223333:backup/s-2026-01-01";
    assert_eq!(parts(text, arn)[1..], [("Server", "s"), ("Date-and-Time", "2026-01-01")]);
    round(text, arn);
}

#[test]
fn number_31_a_field_that_is_missing_is_filled_in() {
    let text = "arn:${Partition}:base:${Account}:global-cluster:${Cluster}";
    let arn = "arn:aws:base::111122223333:global-cluster:c";
    assert_eq!(parts(text, arn), [("Region", ""), ("Account", "111122223333"), ("Cluster", "c")]);
    round(text, arn);
    let text = "arn:${Partition}:media:${Region}:offer:${Id}";
    let arn = "arn:aws:media:us-east-1:111122223333:offer:7";
    assert_eq!(parts(text, arn), [("Region", "us-east-1"), ("Account", "111122223333"), ("Id", "7")]);
    round(text, arn);
    round(text, "arn:aws:media:us-east-1::offer:7");
}

#[test]
fn number_32_wildcards_and_regular_expressions_stand_for_text() {
    let text = "arn:${Partition}:alarm:*::event/${Service}/*";
    assert_eq!(parts(text, "arn:aws:alarm:::event/ses/a/b"), [("Region", ""), ("Service", "ses"), ("*", "a/b")]);
    round(text, "arn:aws:alarm:global::event/ses/");
    let text = "arn:${Partition}:${Vendor}:${Region}:*:${Kind}:${Id}";
    let arn = "arn:aws:ec2:us-east-1::snapshot:s-1";
    assert_eq!(parts(text, arn)[2..], [("Account", ""), ("Kind", "snapshot"), ("Id", "s-1")]);
    round(text, arn);
    let text = "arn:${Partition}:review:${Region}:${Account}:.+:.+";
    let arn = "arn:aws:review:us-east-1:111122223333:code:1";
    assert_eq!(parts(text, arn)[2..], [("*", "code"), ("*", "1")]);
    round(text, arn);
    assert!(!format(text).matches("arn:aws:review:us-east-1:111122223333::1"));
    // Both variables are named `*`, so the order of the values decides.
    let built = [("Partition", "aws"), ("Region", ""), ("Account", ""), ("*", "a"), ("*", "b")];
    assert_eq!(format(text).build(built).unwrap().to_string(), "arn:aws:review:::a:b");
    // Between variables, a dot is a literal dot.
    let text = "arn:${Partition}:make:::plan/${Plan}:${Major}.${Minor}";
    assert_eq!(parts(text, "arn:aws:make:::plan/p:1.20"), [("Plan", "p"), ("Major", "1"), ("Minor", "20")]);
}

#[test]
fn number_33_what_is_in_brackets_may_be_missing() {
    let text = "arn:${Partition}:bus:${Region}:${Account}:rule/[${Bus}/]${Rule}";
    let (with, without) = ("arn:aws:bus:::rule/own/r", "arn:aws:bus:::rule/r");
    assert_eq!(parts(text, with)[2..], [("Bus", "own"), ("Rule", "r")]);
    assert_eq!(parts(text, without)[2..], [("Rule", "r")]);
    round(text, with);
    round(text, without);
    assert!(format(text).variables().eq(["Partition", "Region", "Account", "Bus", "Rule"]));
    assert!(format(text).overlaps("arn:aws:bus:*:*:rule/r*") && !format(text).overlaps("arn:aws:bus:::rule/"));
    for (broken, at) in [("[${A}", 22), ("${A}]", 26), ("[a[b]]", 24), ("[a][b]", 25)] {
        let text = "arn:${Partition}:bus::".to_string() + ":" + broken;
        assert_eq!(ArnFormat::new(&text), Err(ArnFormatError::Brackets { at: at + 1 }), "{broken}");
    }
    assert!(matches!(ArnFormat::new("arn:[a]:b:c:d:e"), Err(ArnFormatError::Brackets { at: 4 })));
}

#[test]
fn number_34_the_place_tells_the_account_and_not_its_name() {
    for account in ["${account}", "${AccountId}", "${MasterAccountId}", "${VpcOwnerAccount}"] {
        let text = "arn:${Partition}:net:${region}:".to_string() + account + ":net/${Net}";
        assert!(format(&text).matches("arn:aws:net:us-east-1:111122223333:net/n"));
        assert!(!format(&text).matches("arn:aws:net:us-east-1:1111:net/n"));
    }
    let managed = "arn:${Partition}:firm::aws:policy/${Kind}/p-${Policy}";
    round(managed, "arn:aws:firm::aws:policy/tags/p-1");
    assert!(!format(managed).matches("arn:aws:firm::111122223333:policy/tags/p-1"));
    // AWS's own policies and those of an account have the same resource type.
    let policy = "arn:${Partition}:iam::${Account}:policy/${PolicyNameWithPath}";
    round(policy, "arn:aws:iam::aws:policy/job-function/Billing");
    round(policy, "arn:aws:iam::111122223333:policy/Billing");
}

#[test]
fn number_35_the_service_of_an_arn_is_the_one_it_names() {
    let text = "arn:${Partition}:disk-owner:${Region}::snapshot/${Id}";
    round(text, "arn:aws:disk-owner:us-east-1::snapshot/snap-1");
    assert!(!format(text).matches("arn:aws:disk:us-east-1::snapshot/snap-1"));
}

#[test]
fn number_36_two_types_may_have_one_format() {
    let text = "arn:${Partition}:things:${Region}:${Account}:group/${Name}";
    assert_eq!(format(text), format(text));
    round(text, "arn:aws:things:us-east-1:111122223333:group/g");
}

#[test]
fn number_58_several_in_one_cell_are_not_one() {
    let several = "arn:${Partition}:chat:::bot/${Id}, arn:${Partition}:chat:::bot:${Name}";
    assert_eq!(ArnFormat::new(several), Err(ArnFormatError::Character { found: ',', at: 33 }));
    for one in several.split(", ") {
        assert_eq!(ArnFormat::new(one).map(|format| format.variables().count()), Ok(2));
    }
}

#[test]
fn number_59_a_plus_is_text_and_a_backslash_nothing() {
    let text = "arn:${Partition}:gate:${Region}::/domains/${Domain}+${Id}/paths/${Path}";
    let arn = "arn:aws:gate:us-east-1::/domains/example.com+7/paths/a/b";
    assert_eq!(parts(text, arn)[1..], [("Domain", "example.com"), ("Id", "7"), ("Path", "a/b")]);
    round(text, arn);
    let escaped = "arn:${Partition}:gate:${Region}:\\*:${Id}";
    let error = ArnFormat::new(escaped).unwrap_err();
    assert_eq!(error, ArnFormatError::Character { found: '\\', at: 32 });
}

#[test]
fn number_60_what_is_fixed_is_fixed() {
    let text = "arn:${Partition}:store:us-west-2:${Account}:request/${Operation}/${Token}";
    round(text, "arn:aws:store:us-west-2:111122223333:request/delete/t");
    assert!(!format(text).matches("arn:aws:store:us-east-1:111122223333:request/delete/t"));
    let text = "arn:${Partition}:store:::${Bucket}/${Key}";
    round(text, "arn:aws:store:::b/2026/a key: with all.eml");
    assert!(!format(text).matches("arn:aws:store::111122223333:b/k"), "the format has no account");
    assert_eq!(parts(text, "arn:aws:store:::b/x/y"), [("Bucket", "b"), ("Key", "x/y")]);
}

#[test]
fn two_variables_may_touch() {
    let text = "arn:${Partition}:parcel:::group/${Domain}${Pattern}";
    assert_eq!(parts(text, "arn:aws:parcel:::group/d/npm/*"), [("Domain", "d"), ("Pattern", "/npm/*")]);
    assert_eq!(parts(text, "arn:aws:parcel:::group/abc"), [("Domain", "a"), ("Pattern", "bc")]);
    assert!(!format(text).matches("arn:aws:parcel:::group/a"));
}

#[test]
fn a_package_may_have_no_namespace() {
    let text = "arn:${Partition}:parcel:::package/${Repository}/${PackageFormat}/${PackageNamespace}/${Name}";
    let arn = "arn:aws:parcel:::package/r/npm//left-pad";
    assert_eq!(parts(text, arn)[1..], [("PackageFormat", "npm"), ("PackageNamespace", ""), ("Name", "left-pad")]);
    round(text, arn);
    assert!(format(text).overlaps("arn:aws:parcel:*:*:package/r/npm//*"));
    assert!(!format(text).matches("arn:aws:parcel:::package//npm//left-pad"));
}

#[test]
fn a_bucket_is_not_the_objects_in_it() {
    let bucket = format("arn:${Partition}:s3:::${BucketName}");
    assert!(bucket.matches("arn:aws:s3:::mail") && !bucket.matches("arn:aws:s3:::mail/in"));
    assert!(bucket.overlaps("arn:aws:s3:::*") && bucket.overlaps("arn:aws:s3:::mail*"));
    assert!(!bucket.overlaps("arn:aws:s3:::mail/*"));
}

#[test]
fn what_is_no_format_says_why() {
    let long = "arn:a:b:c:d:".to_string() + &"x".repeat(1_000);
    for (text, message) in [
        ("mailbox", "an ARN format must begin with `arn:`"),
        (
            "arn:${Partition}:x:${Region}:box",
            "expected six fields, `arn:partition:service:region:account:resource`, found 5",
        ),
        (
            "arn:${Partition}:x:${Region}:${A}${B}:box",
            "the account of an ARN format must be a single literal or variable",
        ),
        ("arn:${Partition}:x:::<box>", "unexpected `<` at byte 21 of an ARN format: write a variable as `${Name}`"),
        ("arn:${Partition}:x:::a${}", "unexpected `$` at byte 22 of an ARN format: write a variable as `${Name}`"),
        (&long, "an ARN format can have at most 960 bytes"),
    ] {
        let error = ArnFormat::new(text).unwrap_err();
        assert_eq!(error.to_string(), message);
        // The catalog keeps such a format unchecked. The format matches no ARN. It overlaps the pattern, because an
        // unreadable format does not rule out an overlap.
        let kept = ArnFormat::new_unchecked(text);
        assert!(!kept.matches("arn:aws:x:::box") && kept.overlaps("arn:aws:x:::box"));
        assert_eq!(kept.parse("arn:aws:x:::box").unwrap_err().kind(), ArnErrorKind::Format(error));
        assert_eq!(kept.variables().count(), 0);
    }
}
