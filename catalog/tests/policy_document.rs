//! Tests the typed policy: a policy is written as it was read, both directly and through `serde`. Both ways accept and
//! reject the same input.

#![cfg(feature = "policy")]
#![expect(clippy::unwrap_used, reason = "tests may panic")]

#[path = "policy_document/arbitrary.rs"]
mod arbitrary;
#[path = "support/policies.rs"]
mod policies;

use std::collections::BTreeMap;

use arbitrary::policy;
use catalog::policy::{
    Condition, ConditionValue, Effect, FormError, Key, OneOrMany, Policy, Principal, Scope, Statement, Version, json,
    operator::Comparator,
};
use proptest::prelude::*;

/// A policy with every element that a policy can have, in an unusual order.
const WHOLE: &str = r#"{
    "Statement": [
        {
            "Resource": [],
            "Condition": {
                "ForAllValues:StringLikeIfExists": {
                    "aws:TagKeys": [
                        "a*",
                        true,
                        1.0,
                        -0,
                        1e3
                    ],
                    "frob:Nicate": "x"
                },
                "stringequals": {},
                "Frobnicates": {
                    "AWS:SourceIp": []
                }
            },
            "NotAction": [
                "ses:*"
            ],
            "NotPrincipal": {
                "Service": [
                    "ec2.amazonaws.com"
                ],
                "AWS": "*"
            },
            "Effect": "Deny",
            "Sid": ""
        },
        {
            "Effect": "Allow",
            "Principal": "*",
            "Action": "frob:Nicate",
            "NotResource": "not even an ARN \" \\ \n \u0001 é 🦀"
        }
    ],
    "Id": "no, \u007f",
    "Version": "2008-10-17"
}"#;

#[test]
fn a_policy_is_written_as_it_was_read() {
    // JSON allows the escape `\u007f` but does not require it, so the policy is written with the character itself.
    let text = WHOLE.replace("\\u007f", "\u{7f}");
    let policy: Policy = WHOLE.parse().unwrap();
    assert_eq!(format!("{policy:#}"), text);
    let compact = policy.to_string();
    assert_eq!(compact.parse::<Policy>().unwrap(), policy);
    assert_eq!(json::parse(text.as_bytes()).unwrap().to_string(), compact);
}

#[test]
fn the_parts_can_be_read() {
    let policy: Policy = WHOLE.parse().unwrap();
    assert_eq!((policy.version, policy.id.as_deref()), (Some(Version::V2008_10_17), Some("no, \u{7f}")));
    let [first, second] = &*policy.statements else { panic!("two statements") };
    assert_eq!((first.sid.as_deref(), first.effect), (Some(""), Effect::Deny));
    assert!(matches!(&first.action, Scope::Except(OneOrMany::Many(actions)) if actions[0] == "ses:*"));
    assert!(matches!(&first.resource, Some(Scope::Only(OneOrMany::Many(none))) if none.is_empty()));
    let principals: Vec<_> =
        first.principal.as_ref().unwrap().value().iter().map(|(kind, name)| (kind.name(), name)).collect();
    assert_eq!(principals, [("Service", "ec2.amazonaws.com"), ("AWS", "*")]);
    assert_eq!(second.principal, Some(Scope::Only(Principal::Everybody)));
    let condition = first.condition.as_ref().unwrap();
    let compared: Vec<_> = condition.iter().map(|one| (one.operator, one.key, one.values.len())).collect();
    let expected = [
        ("ForAllValues:StringLikeIfExists", "aws:TagKeys", 5),
        ("ForAllValues:StringLikeIfExists", "frob:Nicate", 1),
        ("Frobnicates", "AWS:SourceIp", 0),
    ];
    assert_eq!(compared, expected);
    let texts: Vec<_> = condition.iter().next().unwrap().values.iter().map(ConditionValue::as_text).collect();
    assert_eq!(texts, ["a*", "true", "1.0", "-0", "1e3"]);
}

#[test]
fn what_is_put_in_stands_where_aws_has_it() {
    let text = r#"{"Statement":{"Resource":"*","Action":"a:b","Effect":"Allow"}}"#;
    let mut policy: Policy = text.parse().unwrap();
    policy.version = Some(Version::NEWEST);
    let [statement] = &mut *policy.statements.as_mut_slice() else { panic!("one statement") };
    statement.sid = Some("S".to_owned());
    statement.principal = Some(Scope::Only(Principal::Everybody));
    let mut condition = Condition::new();
    assert_eq!(condition.insert(Comparator::Bool, Key::uncataloged("a:b"), true.into()), None);
    assert_eq!(condition.insert(Comparator::Bool, Key::uncataloged("A:B"), false.into()), Some(true.into()));
    assert_eq!(condition.insert(Comparator::Null, Key::uncataloged("a:b"), true.into()), None);
    assert_eq!(condition.remove("null", "a:b"), Some(true.into()));
    assert_eq!(condition.remove("null", "a:b"), None);
    statement.condition = Some(condition);
    statement.action.value_mut().push(catalog::ses::Action::SendEmail.into());
    assert_eq!(
        policy.to_string(),
        concat!(
            r#"{"Version":"2012-10-17","Statement":{"Sid":"S","Resource":"*","Principal":"*","#,
            r#""Action":["a:b","ses:SendEmail"],"Effect":"Allow","Condition":{"Bool":{"a:b":false}}}}"#
        )
    );
}

/// Tests the messages about JSON that is not a policy.
#[test]
fn what_is_no_policy_is_told_with_its_place() {
    let statement = |members: &str| format!(r#"{{"Statement":[{{{members}}}]}}"#);
    let allow = |members: &str| statement(&format!(r#""Effect":"Allow","Action":"*",{members}"#));
    let table = [
        ("", "1:1: expected a policy, found an empty file"),
        ("{\n\"Version\": }", "2:12: expected a value, found `}`"),
        ("[]", "1:1: expected a policy object, found a list"),
        ("{}", "1:1: a policy needs `Statement`"),
        (r#"{"Statement":"x"}"#, "1:14: expected a statement object, found a string (/Statement)"),
        (r#"{"Statement":[[]]}"#, "1:15: expected a statement object, found a list (/Statement/0)"),
        (r#"{"Statment":[]}"#, "1:2: unknown element `Statment` in a policy: did you mean `Statement`? (/Statment)"),
        (
            r#"{"version":"2012-10-17"}"#,
            "1:2: unknown element `version`: did you mean `Version`? Names of elements are case-sensitive (/version)",
        ),
        (r#"{"Version":"2012-10-18"}"#, "1:12: unknown version `2012-10-18`: expected `2012-10-17` (/Version)"),
        (r#"{"Version":20121017}"#, "1:12: expected a string, found a number (/Version)"),
        (
            r#"{"Id":"a","Id":"a"}"#,
            "1:11: `Id` appears twice in one object: merge the two, or remove one of them (/Id)",
        ),
        (r#"{"Frobnication~/":1}"#, "1:2: unknown element `Frobnication~/` in a policy (/Frobnication~0~1)"),
        (&statement(""), "1:15: a statement needs `Effect` (/Statement/0)"),
        (&statement(r#""Effect":"Allow""#), "1:15: a statement needs `Action` (/Statement/0)"),
        (
            &statement(r#""Effect":"allow""#),
            "1:25: invalid effect `allow`: expected `Allow` or `Deny` (/Statement/0/Effect)",
        ),
        (&allow(r#""Sid":null"#), "1:52: expected a string, found null (/Statement/0/Sid)"),
        (&allow(r#""Resource":["*",{}]"#), "1:62: expected a string, found an object (/Statement/0/Resource/1)"),
        (
            &allow(r#""NotAction":"*""#),
            "1:46: a statement has `Action` or `NotAction`, not both: write two statements (/Statement/0/NotAction)",
        ),
        (
            &allow(r#""Action":"*""#),
            "1:46: `Action` appears twice in one object: merge the two, or remove one of them (/Statement/0/Action)",
        ),
        (
            &allow(r#""Principal":"ec2.amazonaws.com""#),
            "1:58: `ec2.amazonaws.com` is not a valid principal without its kind: write `{\"AWS\": …}`, or `*` for \
             everyone (/Statement/0/Principal)",
        ),
        (
            &allow(r#""Principal":{"Sevice":"a"}"#),
            "1:59: unknown kind of principal `Sevice`: did you mean `Service`? (/Statement/0/Principal/Sevice)",
        ),
        (
            &allow(r#""Principal":{"AWS":[],"AWS":[]}"#),
            "1:68: `AWS` appears twice in one object: merge the two, or remove one of them \
             (/Statement/0/Principal/AWS)",
        ),
        (
            &allow(r#""Principal":7"#),
            "1:58: expected `\"*\"` or an object of principals, found a number (/Statement/0/Principal)",
        ),
        (&allow(r#""Condition":[]"#), "1:58: expected an object of operators, found a list (/Statement/0/Condition)"),
        (
            &allow(r#""Condition":{"Bool":true}"#),
            "1:66: expected an object of condition keys, found a boolean (/Statement/0/Condition/Bool)",
        ),
        (
            &allow(r#""Condition":{"Bool":{"aws:RequestTag/a":[null]}}"#),
            "1:87: expected a string, a number or a boolean, found null \
             (/Statement/0/Condition/Bool/aws:RequestTag~1a/0)",
        ),
        (
            &allow(r#""Condition":{"Bool":{},"Bool":{}}"#),
            "1:69: `Bool` appears twice in one object: merge the two, or remove one of them \
             (/Statement/0/Condition/Bool)",
        ),
        (
            &allow(r#""Condition":{"Bool":{"a:b":1e999}}"#),
            "1:73: the number is too large: the largest is about 1.8e308 (/Statement/0/Condition/Bool/a:b)",
        ),
    ];
    for (text, expected) in table {
        let error = text.parse::<Policy>().unwrap_err();
        assert_eq!(error.to_string(), expected, "{text}");
        // Through `serde` the message is the same, unless `serde_json` finds an error first.
        let other = serde_json::from_str::<Policy>(text).unwrap_err().to_string();
        if !matches!(error.kind(), FormError::Json(_) | FormError::NumberOutOfRange) {
            let (_, words) = expected.split_once(": ").unwrap();
            assert!(other.starts_with(words), "{other}");
        }
    }
    let error = Policy::from_json(b"{\"Id\":\"\xff\"}").unwrap_err();
    assert_eq!(error.to_string(), "1:8: the file is not valid UTF-8");
    assert_eq!(error.span().map(|span| (span.start, span.end)), Some((7, 8)));
}

#[test]
fn parts_of_a_policy_stand_by_themselves() {
    let statement = r#"{"Effect":"Allow","Action":"*"}"#;
    assert_eq!(statement.parse::<Statement>().unwrap().to_string(), statement);
    assert_eq!(serde_json::from_str::<Statement>(statement).unwrap(), statement.parse().unwrap());
    let error = r#"{"AWS":1}"#.parse::<Principal>().unwrap_err();
    assert_eq!((error.pointer(), error.position().unwrap().column), ("/AWS", 8));
    let condition = r#"{"Bool":{"a:b":["true",true]}}"#;
    assert_eq!(condition.parse::<Condition>().unwrap().to_string(), condition);
}

/// Checks that both parsers limit the depth.
#[test]
fn depth_is_bounded_by_both_readers() {
    for depth in [63, 64, 65, 127, 10_000] {
        let text = format!(r#"{{"Statement":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
        assert!(text.parse::<Policy>().is_err() && serde_json::from_str::<Policy>(&text).is_err());
    }
    // A value that is already in memory has no parser that limits the depth.
    let mut value = serde_json::Value::Null;
    for _ in 0..100 {
        value = serde_json::Value::Array(vec![value]);
    }
    let error = serde_json::from_value::<Policy>(value).unwrap_err();
    assert!(error.to_string().starts_with("nested deeper than 64 levels"), "{error}");
    // A data format of `serde` can also nest values other than arrays and objects, such as options.
    let error = <Policy as serde::Deserialize>::deserialize(Options).unwrap_err();
    assert!(error.to_string().starts_with("nested deeper than 64 levels"), "{error}");
}

/// A format in which every value is an option that contains another value.
struct Options;

impl<'de> serde::Deserializer<'de> for Options {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(Self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Reads numbers as `serde_json` passes them with its feature `arbitrary_precision`, which keeps the digits.
#[test]
fn numbers_with_their_digits_are_read() {
    use serde::{Deserialize as _, de::value::MapDeserializer};

    let digits = |digits: &'static str| {
        let number = BTreeMap::from([("$serde_json::private::Number", digits)]);
        let value = BTreeMap::from([("a:b", number)]);
        let operators = BTreeMap::from([("NumericEquals", value)]);
        Condition::deserialize(MapDeserializer::<_, serde::de::value::Error>::new(operators.into_iter()))
    };
    assert_eq!(digits("1.00").unwrap().to_string(), r#"{"NumericEquals":{"a:b":1.00}}"#);
    for wrong in ["", "inf", ".5", "1e999", "\"1\"", "0x1"] {
        assert!(digits(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn numbers_through_serde_are_equal_json() {
    for number in [
        "0",
        "-0",
        "1",
        "-1",
        "1.0",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "1e3",
        "1.5e-7",
    ] {
        let text = format!(r#"{{"NumericEquals":{{"a:b":{number}}}}}"#);
        let condition: Condition = text.parse().unwrap();
        assert_eq!(condition.to_string(), text);
        let expected: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_value(&condition).unwrap(), expected, "{number}");
        let read: Condition = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::from_str::<serde_json::Value>(&read.to_string()).unwrap(), expected, "{number}");
    }
}

/// Checks the table in the documentation of `Policy`: the digits of each number after `serde_json` has read or written it.
#[test]
fn numbers_through_serde_keep_the_documented_digits() {
    for (number, digits) in [
        ("111122223333", "111122223333"),
        ("18446744073709551615", "18446744073709551615"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("1.5", "1.5"),
        ("1.50", "1.5"),
        ("1.0", "1.0"),
        ("1e3", "1000.0"),
        ("-0", "-0.0"),
        ("36893488147419103233", "3.6893488147419103e19"),
    ] {
        let of = |number: &str| format!(r#"{{"NumericEquals":{{"a:b":{number}}}}}"#);
        let read: Condition = serde_json::from_str(&of(number)).unwrap();
        assert_eq!(read.to_string(), of(digits), "{number} is read");
        let written = serde_json::to_string(&of(number).parse::<Condition>().unwrap()).unwrap();
        assert_eq!(written.replace("e+", "e"), of(digits), "{number} is written");
        let quoted = format!("\"{number}\"");
        let read: Condition = serde_json::from_str(&of(&quoted)).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), of(&quoted));
    }
}

/// Checks that the time is linear in the size of the input. Repeated names are found without comparing each name with
/// all others.
#[test]
fn hostile_policies_take_time_that_grows_with_them() {
    let list = |one: &str, count: usize| vec![one; count].join(",");
    let statements = list(r#"{"Effect":"Deny","Action":[],"Condition":{"":{"":[]}}}"#, 100_000);
    let text = format!(r#"{{"Statement":[{statements}]}}"#);
    assert_eq!(text.parse::<Policy>().unwrap().to_string(), text);

    let keys: Vec<_> = (0..100_000).map(|number| format!(r#""{number}":[]"#)).collect();
    let text = format!(r#"{{"Bool":{{{}}}}}"#, keys.join(","));
    assert_eq!(text.parse::<Condition>().unwrap().iter().count(), keys.len());
    let repeated = format!(r#"{{"Bool":{{{},"99999":[]}}}}"#, keys.join(","));
    assert_eq!(repeated.parse::<Condition>().unwrap_err().pointer(), "/Bool/99999");

    let long = format!(r#"{{"{}":1}}"#, "é".repeat(1 << 20));
    let error = long.parse::<Policy>().unwrap_err();
    assert!(error.to_string().len() < 1_000, "{error}");
}

/// Parses and writes a policy in both ways, and compares all results.
fn agree(text: &str) -> Result<(), TestCaseError> {
    let own = text.parse::<Policy>();
    let other = serde_json::from_str::<Policy>(text);
    prop_assert_eq!(own.is_ok(), other.is_ok(), "{:?} {:?}", own, other);
    let (Ok(own), Ok(other)) = (own, other) else { return Ok(()) };
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    prop_assert_eq!(&serde_json::to_value(&own).unwrap(), &value);
    prop_assert_eq!(&serde_json::to_value(&other).unwrap(), &value);
    for written in [own.to_string(), format!("{own:#}")] {
        prop_assert_eq!(&written.parse::<Policy>().unwrap(), &own);
        prop_assert_eq!(&serde_json::from_str::<serde_json::Value>(&written).unwrap(), &value);
    }
    // Compare the order of the members and the digits of numbers, which the comparisons above ignore.
    prop_assert_eq!(own.to_string(), json::parse(text.as_bytes()).unwrap().to_string());
    let through_serde = serde_json::to_string(&other).unwrap();
    prop_assert_eq!(serde_json::from_str::<Policy>(&through_serde).unwrap(), other);
    Ok(())
}

proptest! {
    #[test]
    fn any_policy_is_written_as_it_was_read(text in policy()) {
        prop_assert!(text.parse::<Policy>().is_ok(), "{text}");
        agree(&text)?;
    }

    /// Removes or replaces a character. Both parsers must agree on the result.
    #[test]
    fn harmed_policies_are_read_alike(
        text in policy(),
        at in any::<prop::sample::Index>(),
        harm in "[\\PC\"{}\\[\\],:0-9]{0,2}",
    ) {
        let mut characters: Vec<char> = text.chars().collect();
        let start = at.index(characters.len());
        characters.splice(start..=start, harm.chars());
        agree(&characters.iter().collect::<String>())?;
    }
}

#[test]
fn the_policies_of_aws_are_written_as_they_were_read() {
    let Some(policies) = policies::managed() else { return };
    let policies = policies.unwrap();
    assert!(!policies.is_empty());
    for (name, text) in &policies {
        assert!(text.parse::<Policy>().is_ok(), "{name}");
        agree(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}
