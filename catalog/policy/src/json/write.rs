//! Writes a tree as JSON, compact or indented by four spaces, as AWS indents policies.

use alloc::borrow::Cow;
use core::fmt::{self, Formatter, Write as _};

use super::{Data, Member, Value};
use crate::hole::Hole;

/// The number of spaces per level of the indented form.
const INDENT: usize = 4;

/// Writes the value as JSON without white space, or indented by four spaces with `{:#}`. Numbers and the order of
/// members are as in the tree. A hole becomes the string that the source writes.
///
/// ```
/// use catalog::policy::json;
///
/// let tree = json::parse(br#"{ "Version" : "2012-10-17", "Statement" : [ ] }"#)?;
/// assert_eq!(tree.to_string(), r#"{"Version":"2012-10-17","Statement":[]}"#);
/// assert_eq!(format!("{tree:#}"), "{\n    \"Version\": \"2012-10-17\",\n    \"Statement\": []\n}");
/// # Ok::<_, json::JsonError>(())
/// ```
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        value(f, self, 0)
    }
}

fn value(f: &mut Formatter<'_>, value: &Value<'_>, level: usize) -> fmt::Result {
    match &value.data {
        Data::Null => f.write_str("null"),
        Data::Bool(truth) => write!(f, "{truth}"),
        Data::Number(text) => f.write_str(text),
        Data::String(text) => string(f, text),
        Data::Hole(hole) => string(f, hole.written()),
        Data::Array(values) => items(f, ['[', ']'], values, level, self::value),
        Data::Object(members) => items(f, ['{', '}'], members, level, member),
    }
}

fn member(f: &mut Formatter<'_>, member: &Member<'_>, level: usize) -> fmt::Result {
    string(f, member.name_hole.as_deref().map_or(&*member.name, Hole::written))?;
    f.write_str(if f.alternate() { ": " } else { ":" })?;
    value(f, &member.value, level)
}

/// Writes the items between two brackets, separated by commas.
fn items<T>(
    f: &mut Formatter<'_>,
    [open, close]: [char; 2],
    items: &[T],
    level: usize,
    item: fn(&mut Formatter<'_>, &T, usize) -> fmt::Result,
) -> fmt::Result {
    f.write_char(open)?;
    for (position, one) in items.iter().enumerate() {
        f.write_str(if position > 0 { "," } else { "" })?;
        line(f, level + 1)?;
        item(f, one, level + 1)?;
    }
    if !items.is_empty() {
        line(f, level)?;
    }
    f.write_char(close)
}

/// Writes a line break and the indentation of the next line, in the indented form.
fn line(f: &mut Formatter<'_>, level: usize) -> fmt::Result {
    if f.alternate() { write!(f, "\n{:width$}", "", width = level * INDENT) } else { Ok(()) }
}

fn string(f: &mut Formatter<'_>, text: &str) -> fmt::Result {
    let is_special = |c: char| matches!(c, '"' | '\\' | '\0'..' ');
    f.write_char('"')?;
    for piece in text.split_inclusive(is_special) {
        let plain = piece.strip_suffix(is_special).unwrap_or(piece);
        f.write_str(plain)?;
        if let Some(special) = piece.get(plain.len()..).and_then(|end| end.chars().next()) {
            f.write_str(&escape(special))?;
        }
    }
    f.write_char('"')
}

fn escape(special: char) -> Cow<'static, str> {
    Cow::Borrowed(match special {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\u{8}' => "\\b",
        '\u{c}' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        other => return Cow::Owned(alloc::format!("\\u{:04x}", u32::from(other))),
    })
}

#[cfg(test)]
mod tests {
    use crate::json;
    use alloc::{
        format,
        string::{String, ToString as _},
    };
    use proptest::prelude::*;

    #[test]
    fn the_indented_form_is_that_of_aws() {
        let text = r#"{"a":[1.0,{"b":null}],"c":{},"d":[],"e":"\u0001\n\"\\é"}"#;
        let tree = json::parse(text.as_bytes()).unwrap();
        assert_eq!(tree.to_string(), text);
        let indented = [
            "{",
            r#"    "a": ["#,
            "        1.0,",
            "        {",
            r#"            "b": null"#,
            "        }",
            "    ],",
            r#"    "c": {},"#,
            r#"    "d": [],"#,
            r#"    "e": "\u0001\n\"\\é""#,
            "}",
        ];
        assert_eq!(format!("{tree:#}"), indented.join("\n"));
    }

    proptest! {
        #[test]
        fn any_string_reads_back(text in any::<String>()) {
            let value = json::Value::new(json::Span::default(), json::Data::String(text.as_str().into()));
            let written = value.to_string();
            let read = json::parse(written.as_bytes()).unwrap();
            prop_assert_eq!(read.as_str(), Some(text.as_str()));
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
    }
}
