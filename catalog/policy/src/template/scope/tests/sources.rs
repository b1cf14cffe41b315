//! Tests of strings that contain a source of their own.

use alloc::{string::String, vec::Vec};

use super::{Scope, get};
use crate::json::{self, Span};

/// Returns the text of the only source of the member `V`, its gaps, and what the places of some strings in it contain.
fn source(template: &str, wanted: &[&str]) -> (String, Vec<String>, Vec<String>) {
    let template = json::parse(template.as_bytes()).unwrap();
    let sources = Scope::new(&template).sources(get(&template, "V").unwrap());
    let [source] = sources.as_slice() else { panic!("{sources:?}") };
    let short = |offset: usize| u32::try_from(offset).unwrap();
    let slice = |text: &str, span: Span| text.get(span.start as usize..span.end as usize).unwrap().into();
    let places = wanted.iter().map(|wanted| {
        let start = source.text().find(wanted).unwrap();
        let (scalar, span) = source.place(Span::new(short(start), short(start + wanted.len()))).unwrap();
        slice(scalar.as_str().unwrap(), span)
    });
    let gaps = source.gaps().iter().map(|(span, _)| slice(source.text(), *span));
    (source.text().into(), gaps.collect(), places.collect())
}

#[test]
fn the_string_of_sub_has_gaps() {
    let (text, gaps, places) = source(
        r#"{"V": {"Fn::Sub": "{\"Resource\": \"${A.Arn}/${!aws:username}/*\", \"b\": ${B}}"}}"#,
        &["Resource", "aws:username", "\"b\"", "${A.Arn}/$", "${aws"],
    );
    assert_eq!(text, r#"{"Resource": "${A.Arn}/${aws:username}/*", "b": ${B}}"#);
    assert_eq!(gaps, ["${A.Arn}", "${B}"]);
    assert_eq!(places, ["Resource", "aws:username", "\"b\"", "${A.Arn}/$", "${!aws"]);
}

#[test]
fn the_parts_of_join_have_their_own_places() {
    let (text, gaps, places) = source(
        r#"{"V": {"Fn::Join": ["", ["{\"Action\": \"s3:", "GetObjct\", \"Resource\": \"", {"Ref": "A"}, "\"}"]]}}"#,
        &["s3:GetObjct", "GetObjct", "${A}\"", "\"}"],
    );
    assert_eq!(text, r#"{"Action": "s3:GetObjct", "Resource": "${A}"}"#);
    assert_eq!(gaps, ["${A}"]);
    assert_eq!(places, ["s3:", "GetObjct", "", "\"}"]);
}

#[test]
fn variables_and_branches_are_put_in() {
    let template = r#"{"V": {"Fn::Sub": ["{\"a\": \"${X}\"}", {"X": {"Fn::If": ["C", "yes", {"Ref": "No"}]}}]}}"#;
    let template = json::parse(template.as_bytes()).unwrap();
    let sources = Scope::new(&template).sources(get(&template, "V").unwrap());
    let texts: Vec<_> = sources.iter().map(super::super::source::TemplateSource::text).collect();
    assert_eq!(texts, [r#"{"a": "yes"}"#, r#"{"a": "${X}"}"#]);
}

#[test]
fn other_values_have_no_source() {
    let template = json::parse(br#"{"V": [{"Ref": "A"}, {"a": 1}, {"Fn::Sub": ""}, 1]}"#).unwrap();
    let json::Data::Array(values) = &get(&template, "V").unwrap().data else { panic!("expected a list") };
    assert!(values.iter().all(|value| Scope::new(&template).sources(value).is_empty()));
}
