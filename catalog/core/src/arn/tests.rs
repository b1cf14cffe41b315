//! What holds of every format and every ARN, against the definition: all ways tried.

mod oddities;

use alloc::{
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};
use proptest::prelude::*;

use super::*;
use crate::wildcard;

/// A piece of a resource, as text and as what it stands for: a literal, or a least length.
type Spec = (&'static str, Result<&'static str, usize>);

const PIECES: &[Spec] = &[
    ("a", Ok("a")),
    ("b", Ok("b")),
    ("/", Ok("/")),
    (":", Ok(":")),
    ("-", Ok("-")),
    ("/a", Ok("/a")),
    ("${A}", Err(1)),
    ("${B}", Err(1)),
    ("${PackageNamespace}", Err(0)),
    ("*", Err(0)),
];

fn resource() -> impl Strategy<Value = Vec<Spec>> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..6)
}

const FRONT: &str = "arn:${Partition}:x:${Region}:${Account}:";

fn text_of(resource: &[Spec]) -> String {
    FRONT.to_string() + &resource.iter().map(|(text, _)| *text).collect::<String>()
}

/// The definition: every variable tried with every length.
fn fits(resource: &[Spec], text: &str) -> bool {
    match resource {
        [] => text.is_empty(),
        [(_, Ok(literal)), rest @ ..] => text.strip_prefix(literal).is_some_and(|text| fits(rest, text)),
        [(_, Err(least)), rest @ ..] => {
            (*least..=text.len()).any(|length| text.split_at_checked(length).is_some_and(|(_, text)| fits(rest, text)))
        }
    }
}

fn front() -> impl Strategy<Value = String> {
    let partition = prop_oneof![Just("aws"), Just("aws-cn")];
    let region = prop_oneof![Just(""), Just("eu-west-1")];
    let account = prop_oneof![Just(""), Just("111122223333"), Just("aws")];
    (partition, region, account)
        .prop_map(|(partition, region, account)| format!("arn:{partition}:x:{region}:{account}:"))
}

/// Parts that are separated by more than nothing or `-` read back as what they were.
fn is_unambiguous(resource: &[Spec]) -> bool {
    let mut since: Option<String> = None;
    for (_, spec) in resource {
        match (spec, &mut since) {
            (Ok(literal), Some(since)) => since.push_str(literal),
            (Ok(_), None) => {}
            (Err(_), Some(between)) if !between.contains(['/', ':']) => return false,
            (Err(_), _) => since = Some(String::new()),
        }
    }
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn matching_is_as_defined(resource in resource(), front in front(), text in "[ab/:-]{0,8}") {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        let arn = front + &text;
        prop_assert_eq!(format.matches(&arn), fits(&resource, &text), "{} {}", format, arn);
        // The automaton and the walk are two ways to one answer.
        prop_assert_eq!(format.overlaps(&arn), format.matches(&arn), "{} {}", format, arn);
    }

    #[test]
    fn any_text_in_front_is_matched_as_it_is_overlapped(text in "arn:(aws|aws-cn|aw-|é)?:x?:[a1-]{0,2}:(aws|[0-9]{11,13}|-)?:[ab:]{0,2}") {
        let format = ArnFormat::new("arn:${Partition}:x:${Region}:${Account}:a${A}").unwrap();
        prop_assert_eq!(format.overlaps(&text), format.matches(&text), "{}", text);
    }

    #[test]
    fn building_from_the_parts_gives_the_arn(resource in resource(), front in front(), fill in "[ab/:?é-]{0,9}") {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        // Nearly always an ARN of the format: what is left of the fill is cut to it.
        let mut fill = fill.chars().peekable();
        let rest: String = resource.iter().map(|(_, spec)| match spec {
            Ok(literal) => literal.to_string(),
            Err(least) => {
                let some: String = fill.by_ref().take(3).collect();
                if some.chars().count() < *least { "a".to_string() } else { some }
            }
        }).collect();
        let arn = front + &rest;
        let parts = format.parse(&arn);
        prop_assert!(parts.is_ok(), "{} {}", format, arn);
        let parts = parts.unwrap();
        prop_assert_eq!(format.build_pattern(parts).map(|arn| arn.to_string()), Ok(arn.clone()), "{}", format);
        if !arn.contains('?') {
            prop_assert_eq!(format.build(parts).map(|arn| arn.to_string()), Ok(arn.clone()), "{}", format);
        }
        prop_assert!(parts.iter().map(|(name, _)| name).eq(format.variables()));
    }

    #[test]
    fn what_is_built_reads_back(resource in resource(), values in proptest::collection::vec("[ab/:*?-]{0,3}", 6)) {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        let names = format.variables().collect::<Vec<_>>();
        let values = ["aws", "", "aws"].into_iter().chain(values.iter().map(String::as_str));
        let parts: Vec<(&str, &str)> = names.into_iter().zip(values).collect();
        if let Ok(built) = format.build_pattern(parts.iter().copied()) {
            let text = built.to_string();
            prop_assert!(format.overlaps(&text), "{} {}", format, text);
            prop_assert!(format.matches(&text), "the fronts are ARNs: {} {}", format, text);
            if is_unambiguous(&resource) {
                let back: Vec<_> = format.parse(&text).unwrap().into_iter().collect();
                prop_assert_eq!(&back, &parts, "{} {}", format, text);
            }
        }
        if let Ok(built) = format.build(parts.iter().copied()) {
            prop_assert!(!wildcard::has_wildcard(&built.to_string()));
            // The order of parts does not matter, but among those of one name.
            let mut sorted = parts.clone();
            sorted.sort_by_key(|(name, _)| *name);
            prop_assert_eq!(format.build(sorted).unwrap().to_string(), built.to_string());
        }
    }

    #[test]
    fn a_pattern_of_an_arn_overlaps(
        resource in resource(), values in proptest::collection::vec("[ab/-]{1,3}", 6),
        holes in proptest::collection::vec((0_usize..40, 0_usize..6, proptest::sample::select(vec!["*", "?", "${aws:x}", "**"])), 0..4),
    ) {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        let mut values = values.into_iter();
        let rest = resource.iter().filter_map(|(_, spec)| spec.map(str::to_string).or_else(|_| values.next().ok_or(())).ok());
        let arn = "arn:aws:x:eu-west-1:111122223333:".to_string() + &rest.collect::<String>();
        prop_assert!(format.matches(&arn), "{} {}", format, arn);
        let mut marks: Vec<String> = arn.chars().map(String::from).collect();
        for (at, length, mark) in holes {
            let at = at.min(marks.len());
            let end = (at + if mark == "?" { 1 } else { length }).min(marks.len());
            if at < end && marks[at..end].iter().all(|mark| !mark.contains(['*', '?', '$'])) {
                marks.splice(at..end, [mark.to_string()]);
            }
        }
        let pattern = marks.concat();
        prop_assert!(format.overlaps(&pattern), "{} {} {}", format, arn, pattern);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn overlapping_is_as_defined(resource in proptest::collection::vec(proptest::sample::select(PIECES), 0..4), pattern in "[a/*?]{0,4}") {
        let format = text_of(&resource);
        let format = ArnFormat::new(&format).unwrap();
        let front = "arn:aws:x::aws:";
        // If there is any, there is one no longer than both together.
        let least = resource.iter().map(|(_, spec)| spec.map_or_else(|least| least, str::len)).sum::<usize>();
        let longest = pattern.len() + least;
        prop_assume!(longest <= 6);
        let mut texts = vec![String::new()];
        let mut from = 0;
        for _ in 0..longest {
            let end = texts.len();
            for at in from..end {
                texts.extend(["a", "b", "/", ":", "-"].map(|next| texts[at].clone() + next));
            }
            from = end;
        }
        let expected = texts.iter().any(|text| wildcard::matches(&pattern, text) && fits(&resource, text));
        prop_assert_eq!(format.overlaps(&(front.to_string() + &pattern)), expected, "{} {}", format, pattern);
    }

    #[test]
    fn any_text_is_a_format_or_an_error(text in "(arn:)?[a-z${}#\\[\\]*:/. >é]{0,30}", other in "(arn:)?[a-z:*?${}]{0,20}") {
        let format = ArnFormat::new_unchecked(&text);
        prop_assert_eq!(format.error(), ArnFormat::new(&text).err());
        let _ = (format.matches(&other), format.variables().count());
        let parts = format.parse(&other).map(|parts| format.build_pattern(parts).map(|arn| arn.to_string()));
        if let Ok(built) = parts {
            prop_assert_eq!(built, Ok(other.clone()));
        }
        if format.error().is_some() {
            prop_assert!(format.overlaps("arn:*:*") && !format.matches(&other));
        }
    }
}

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
    // A star may stand for the service and more: the second is `arn:aws:ses:::identity/a:s3:identity/x`, among others.
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
    assert!(format.overlaps("arn:${partition}:s3:::home-${aws:username, 'nobody'}"));
    assert!(format.overlaps("arn:aws:s3:::${*}"));
    assert!(!format.overlaps("arn:${*}:s3:::x"), "a star is in no partition");
    assert!(format.overlaps("arn:aws:s3:::${x") && !format.overlaps("arn:aws:${x"), "not closed, so that it is text");
    assert!(!format.overlaps("arn:aws:s3:eu-west-1::x"));
    assert!(!format.overlaps("arn:aws:s3:::"), "a bucket has a name");
    assert!(!format.overlaps(""));
}

#[test]
fn each_wrong_arn_has_its_own_error() {
    let format = ArnFormat::new("arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}").unwrap();
    let error = |arn| format.parse(arn).map(|_| ()).map_err(|error| (error.kind(), error.to_string()));
    let mismatch = |field| ArnErrorKind::Mismatch { field };
    for (arn, kind, message) in [
        ("ses:identity/x", ArnErrorKind::NotAnArn, "`ses:identity/x` is no ARN: it does not begin with `arn:`"),
        (
            "arn:aws:ses:eu-west-1",
            ArnErrorKind::TooFewFields { found: 4 },
            "`arn:aws:ses:eu-west-1` is no ARN: of six fields, `arn:partition:service:region:account:…`, it has 4",
        ),
        (
            "arn:azure:ses:::identity/x",
            mismatch(ArnField::Partition),
            "the partition of `arn:azure:ses:::identity/x` is not as the ARN format has it",
        ),
        (
            "arn:aws:sesv2:::identity/x",
            mismatch(ArnField::Service),
            "the service of `arn:aws:sesv2:::identity/x` is not as the ARN format has it",
        ),
        (
            "arn:aws:ses:EU::identity/x",
            mismatch(ArnField::Region),
            "the region of `arn:aws:ses:EU::identity/x` is not as the ARN format has it",
        ),
        (
            "arn:aws:ses::12:identity/x",
            mismatch(ArnField::Account),
            "the account of `arn:aws:ses::12:identity/x` is not as the ARN format has it",
        ),
        (
            "arn:aws:ses:::template/x",
            mismatch(ArnField::Resource),
            "the resource of `arn:aws:ses:::template/x` is not as the ARN format has it",
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
        wrong("the part `Item` of the ARN has the character U+0009 at byte 1, which cannot stand there")
    );
    assert_eq!(
        with("Region", "eu:west"),
        wrong("the part `Region` of the ARN has `:` at byte 2, which cannot stand there")
    );
    assert_eq!(
        with("Account", "1234"),
        wrong("the part `Account` of the ARN must be 12 digits, or a word as `aws`, or empty")
    );
    assert_eq!(with("Partition", "azure"), wrong("the part `Partition` of the ARN must be `aws` or begin with `aws-`"));
    assert_eq!(
        with("Group", "a:item:b"),
        wrong("the part `Group` of the ARN holds the text that stands behind it, and would be read as two")
    );
    assert_eq!(
        with("Item", "*"),
        wrong("the part `Item` of the ARN has a wildcard or a policy variable: only a pattern may")
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
