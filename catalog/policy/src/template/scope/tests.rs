//! Helpers for the tests of scopes: templates in JSON, and trees as short strings.

mod conditions;
mod functions;
mod hostile;
mod naive;
mod sources;

use alloc::{format, string::String, vec::Vec};

use super::Scope;
use crate::shape::get;
use crate::{
    hole::Piece,
    json::{self, Data, Value},
};

/// Returns the variants of the member `V` of a template.
fn variants(template: &str) -> Vec<String> {
    let template = json::parse(template.as_bytes()).unwrap();
    let value = get(&template, "V").unwrap();
    Scope::new(&template).variants(value).iter().map(shown).collect()
}

/// Returns the only variant of a value, in a template with two parameters, a mapping and no conditions.
fn variant(value: &str) -> String {
    let template = format!(
        r#"{{
            "Parameters": {{
                "Name": {{"Type": "String", "Default": "x"}},
                "Fixed": {{"Type": "String", "AllowedValues": ["fixed"]}},
                "Names": {{"Type": "CommaDelimitedList", "AllowedValues": ["fixed"]}},
                "Secret": {{"Type": "String", "AllowedValues": ["fixed"], "NoEcho": true}},
                "Stored": {{"Type": "AWS::SSM::Parameter::Value<String>", "AllowedValues": ["fixed"]}}
            }},
            "Mappings": {{
                "Map": {{
                    "a": {{"one": "s3:GetObject", "same": "x", "list": ["p", "q"]}},
                    "b": {{"one": "s3:PutObject", "same": "x"}}
                }}
            }},
            "V": {value}
        }}"#
    );
    let mut variants = variants(&template);
    assert_eq!(variants.len(), 1, "{variants:?}");
    variants.remove(0)
}

/// Returns a tree as a short string. A hole is in angle brackets, and a string that was put together in parentheses.
fn shown(value: &Value<'_>) -> String {
    match &value.data {
        Data::Null => "null".into(),
        Data::Bool(flag) => format!("{flag}"),
        Data::Number(text) => text.clone().into_owned(),
        Data::String(text) => format!("{text:?}"),
        Data::Array(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Data::Object(members) => {
            let member = |member: &json::Member<'_>| match &member.name_hole {
                None => format!("{}: {}", member.name, shown(&member.value)),
                Some(hole) => format!("<{}>: {}", hole.written(), shown(&member.value)),
            };
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
        Data::Hole(hole) => {
            let known = hole.pieces().iter().all(|piece| matches!(piece, Piece::Known(_)));
            if known { format!("({})", hole.written()) } else { format!("<{}>", hole.written()) }
        }
    }
}
