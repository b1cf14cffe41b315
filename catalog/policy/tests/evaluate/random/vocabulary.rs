//! The condition keys of the scenarios, with their values and the operators that fit them.

/// The type of a condition key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    String,
    Number,
    Date,
    Bool,
    Address,
    Arn,
    Binary,
}

/// A condition key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) kind: Type,
    pub(crate) values: &'static [&'static str],
    /// Whether the key has several values.
    pub(crate) is_list: bool,
    /// Whether the key follows from the request. Such a key is seldom stated.
    pub(crate) is_derived: bool,
}

const fn key(name: &'static str, kind: Type, values: &'static [&'static str]) -> Key {
    Key { name, kind, values, is_list: false, is_derived: false }
}

const fn list(name: &'static str, kind: Type, values: &'static [&'static str]) -> Key {
    Key { name, kind, values, is_list: true, is_derived: false }
}

const fn derived(name: &'static str, kind: Type, values: &'static [&'static str]) -> Key {
    Key { name, kind, values, is_list: false, is_derived: true }
}

/// The condition keys.
pub(crate) const KEYS: &[Key] = &[
    key("aws:PrincipalTag/team", Type::String, &["red", "blue", "Red", "", "r*d", "*", "re", "alice", "queue", "a:b"]),
    key("s3:prefix", Type::String, &["", "home/", "home/alice/", "home/alice/x", "HOME/"]),
    key("aws:SourceVpce", Type::String, &["vpce-1", "vpce-2", "vpce-12"]),
    list("aws:TagKeys", Type::String, &["team", "Team", "cost", "owner", ""]),
    list("aws:CalledVia", Type::String, &["athena.amazonaws.com", "cloudformation.amazonaws.com"]),
    key(
        "s3:max-keys",
        Type::Number,
        &[
            "10",
            "010",
            "10.0",
            "-5",
            "+10",
            "9",
            "1e1",
            "",
            "12345678901234567890",
            "12345678901234567890.5",
            "0",
            "-0",
        ],
    ),
    list("example:Sizes", Type::Number, &["1", "2", "2.0", "3.5", "-1", "ten"]),
    key(
        "aws:CurrentTime",
        Type::Date,
        &["2026-11-05T10:00:00Z", "2026-11-05T11:00:00+01:00", "2026-11-05", "2026", "1793872800", "tomorrow"],
    ),
    key("aws:TokenIssueTime", Type::Date, &["2026-11-05T09:00:00Z", "2026-11-05T10:00:00.5Z", "2026-11"]),
    key("aws:EpochTime", Type::Date, &["1793872800", "1793872799", "1793872800.5", "2026-11-05T10:00:00Z"]),
    key("aws:SecureTransport", Type::Bool, &["true", "false", "True", "yes"]),
    key("aws:MultiFactorAuthPresent", Type::Bool, &["true", "false"]),
    list("example:Flags", Type::Bool, &["true", "false", "TRUE", "1"]),
    derived("aws:ViaAWSService", Type::Bool, &["true", "false"]),
    derived("aws:PrincipalIsAWSService", Type::Bool, &["true", "false"]),
    key(
        "aws:SourceIp",
        Type::Address,
        &[
            "203.0.113.1",
            "203.0.113.0/24",
            "203.0.113.128/25",
            "198.51.100.7",
            "2001:db8::1",
            "2001:db8::/32",
            "0.0.0.0/0",
        ],
    ),
    list("example:Peers", Type::Address, &["203.0.113.9", "198.51.100.0/24", "2001:DB8::9", "nowhere"]),
    key(
        "aws:SourceArn",
        Type::Arn,
        &[
            "arn:aws:sns:eu-west-1:111122223333:topic",
            "arn:aws:sns:eu-west-1:444455556666:topic",
            "arn:aws:s3:::bucket",
            "arn:aws:lambda:eu-west-1:111122223333:function:f:1",
            "arn:aws:sns",
            "bucket",
        ],
    ),
    list("example:Arns", Type::Arn, &["arn:aws:s3:::a", "arn:aws:s3:::b:c", "arn:aws:sns:eu-west-1:111122223333:a"]),
    derived(
        "aws:PrincipalArn",
        Type::Arn,
        &[
            "arn:aws:iam::111122223333:user/alice",
            "arn:aws:iam::111122223333:role/worker",
            "arn:aws:iam::111122223333:role/jobs/worker",
            "arn:aws:iam::444455556666:role/worker",
            "arn:aws:iam::111122223333:root",
            "arn:aws:sts::111122223333:federated-user/carol",
            "arn:aws:sts::111122223333:assumed-role/worker/one",
        ],
    ),
    derived("aws:PrincipalAccount", Type::String, &["111122223333", "444455556666", "anonymous"]),
    derived("aws:ResourceAccount", Type::String, &["111122223333", "444455556666"]),
    derived("aws:PrincipalType", Type::String, &["User", "AssumedRole", "FederatedUser", "Account", "Anonymous"]),
    derived("aws:username", Type::String, &["alice", "bob", "worker"]),
    derived("aws:userid", Type::String, &["AIDAEXAMPLE", "111122223333", "AROAEXAMPLE:one", "anonymous"]),
    derived("aws:PrincipalServiceName", Type::String, &["lambda.amazonaws.com", "s3.amazonaws.com"]),
    key("aws:RequestedRegion", Type::String, &["eu-west-1", "us-east-1"]),
    key("aws:UserAgent", Type::String, &["cli", "console"]),
    key("example:Digest", Type::Binary, &["QQ==", "QUI=", "qq=="]),
    key("aws:AssumedRoot", Type::Bool, &["true"]),
];

/// The operators for strings.
const STRINGS: &[&str] = &[
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringLike",
    "StringNotLike",
];

/// The ways to compare numbers and dates.
const NUMBERS: &[&str] = &[
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
];

const DATES: &[&str] =
    &["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"];

/// Returns the operators that fit a type.
pub(crate) fn operators(kind: Type) -> &'static [&'static str] {
    match kind {
        Type::String => STRINGS,
        Type::Number => NUMBERS,
        Type::Date => DATES,
        Type::Bool => &["Bool", "Bool", "StringEquals", "StringNotEquals"],
        Type::Address => &["IpAddress", "NotIpAddress"],
        Type::Arn => &["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "StringEquals", "StringLike"],
        Type::Binary => &["BinaryEquals"],
    }
}

/// Operators that do not exist.
pub(crate) const UNKNOWN: &[&str] = &["StringMatches", "NullIfExists", "ForSomeValues:StringEquals", "BoolNotEquals"];

/// Variables, some of which are not valid.
pub(crate) const VARIABLES: &[&str] = &[
    "${aws:username}",
    "${aws:username}",
    "${AWS:UserName}",
    "${aws:PrincipalTag/team}",
    "${aws:PrincipalTag/team, 'red'}",
    "${aws:PrincipalTag/team, 'r*'}",
    "${aws:PrincipalAccount}",
    "${aws:ResourceAccount}",
    "${aws:username, 'alice'}",
    "${aws:PrincipalTag/cost center, 'blue'}",
    "${aws:TagKeys}",
    "${aws:TagKeys, 'team'}",
    "${aws:userid}",
    "${aws:RequestedRegion}",
    "${s3:prefix}",
    "${aws:PrincipalArn}",
    "${aws:SourceArn}",
    "${*}",
    "${?}",
    "${$}",
    "${}",
    "${aws:user name}",
    "${aws:username",
    "${aws:username, alice}",
];
