//! Checks policies made of valid words in any order: elements, operators, keys, names and values. Some words are
//! damaged.
#![no_main]

use arbitrary::Arbitrary;
use serde_json::{Map, Value, json};

const ELEMENTS: [&str; 16] = [
    "Version",
    "Id",
    "Statement",
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
    "effect",
    "Actions",
    "",
    "AWS",
];

const OPERATORS: [&str; 14] = [
    "StringEquals",
    "StringLike",
    "ForAnyValue:StringLike",
    "ForAllValues:StringEquals",
    "NumericLessThan",
    "DateGreaterThan",
    "Bool",
    "BoolIfExists",
    "IpAddress",
    "ArnLike",
    "Null",
    "NullIfExists",
    "stringequals",
    "StringEqual",
];

const KEYS: [&str; 12] = [
    "aws:username",
    "aws:TagKeys",
    "aws:RequestTag/team",
    "aws:RequestTag/${TagKey}",
    "aws:SourceIp",
    "aws:CurrentTime",
    "ses:FromAddress",
    "s3:prefix",
    "kms:EncryptionContext:app",
    "aws:SourceAcount",
    "token.example.com:sub",
    "username",
];

const TEXTS: [&str; 32] = [
    "2012-10-17",
    "2008-10-17",
    "Allow",
    "Deny",
    "allow",
    "*",
    "*:*",
    "ses:SendEmail",
    "ses:SendEmial",
    "SES:send*",
    "s3:*",
    "s3:GetObject",
    "s3:ListObjectsV2",
    "s*:Get*",
    "s3:[gG]et*",
    "ec2:*Instances",
    "iam:PassRole",
    "frobnicate:Get",
    "arn:aws:s3:::bucket/*",
    "arn:aws:s3:::${aws:username}/*",
    "arn:aws:ses:*:111122223333:identity/*",
    "bucket",
    "${",
    "${aws:user}",
    "${$}",
    "2026-01-01T00:00:00Z",
    "10.0.0.0/8",
    "2001:db8::/32",
    "true",
    "12.5",
    "111122223333",
    "arn:aws:iam::111122223333:root",
];

/// A JSON value. Its names and strings come from the lists above, or are arbitrary.
#[derive(Debug, Arbitrary)]
enum Piece {
    Null,
    Bool(bool),
    Number(i32),
    Text(u8),
    /// The beginning of a string from [`TEXTS`], followed by an arbitrary string.
    Harmed {
        text: u8,
        end: u8,
        behind: String,
    },
    List(Vec<Piece>),
    Statement(Vec<(u8, Piece)>),
    Condition(Vec<(u8, u8, Piece)>),
    Object(Vec<(String, Piece)>),
}

fn of<'a>(list: &[&'a str], number: u8) -> &'a str {
    list[usize::from(number) % list.len()]
}

impl Piece {
    fn value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(truth) => json!(truth),
            Self::Number(number) => json!(number),
            Self::Text(text) => json!(of(&TEXTS, *text)),
            Self::Harmed { text, end, behind } => {
                let text = of(&TEXTS, *text);
                json!(format!("{}{behind}", &text[..usize::from(*end) % (text.len() + 1)]))
            }
            Self::List(pieces) => pieces.iter().map(Self::value).collect(),
            Self::Statement(members) => object(members.iter().map(|(name, value)| (of(&ELEMENTS, *name), value))),
            Self::Condition(tests) => {
                let mut operators = Map::new();
                for (operator, key, value) in tests {
                    let keys = operators.entry(of(&OPERATORS, *operator)).or_insert_with(|| json!({}));
                    keys[of(&KEYS, *key)] = value.value();
                }
                Value::Object(operators)
            }
            Self::Object(members) => object(members.iter().map(|(name, value)| (&**name, value))),
        }
    }
}

fn object<'a>(members: impl Iterator<Item = (&'a str, &'a Piece)>) -> Value {
    Value::Object(members.map(|(name, value)| (name.to_owned(), value.value())).collect())
}

libfuzzer_sys::fuzz_target!(|input: (bool, Vec<Vec<(u8, Piece)>>)| {
    let (is_whole, statements) = input;
    let statements: Vec<Value> = statements.into_iter().map(|members| Piece::Statement(members).value()).collect();
    let policy =
        if is_whole { json!({ "Version": "2012-10-17", "Statement": statements }) } else { Value::Array(statements) };
    catalog_fuzz::check(policy.to_string().as_bytes());
});
