//! Strings that identify values by their content.

use alloc::string::String;

use crate::{
    json::{Data, Value},
    template::scope::section::literal,
};

/// Returns a string that two values share if they are the same.
pub(super) fn key(value: &Value<'_>) -> String {
    let mut key = String::new();
    write_key(value, &mut key);
    key
}

fn write_key(value: &Value<'_>, key: &mut String) {
    match &value.data {
        Data::Null => key.push_str("null"),
        Data::Bool(_) | Data::Number(_) | Data::String(_) => write_quoted(literal(value).unwrap_or_default(), key),
        Data::Hole(hole) => key.push_str(hole.written()),
        Data::Array(items) => {
            key.push('[');
            for item in items {
                write_key(item, key);
                key.push(',');
            }
            key.push(']');
        }
        Data::Object(members) => {
            key.push('{');
            for member in members {
                write_quoted(&member.name, key);
                key.push(':');
                write_key(&member.value, key);
                key.push(',');
            }
            key.push('}');
        }
    }
}

fn write_quoted(text: &str, key: &mut String) {
    key.push('"');
    key.push_str(&text.replace('\\', "\\\\").replace('"', "\\\""));
    key.push('"');
}
