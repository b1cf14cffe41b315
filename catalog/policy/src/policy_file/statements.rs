//! Policies around statements that have none in the file.

use alloc::{borrow::Cow, boxed::Box, vec, vec::Vec};
use core::ops::Range;

use crate::{
    hole::{self, Hole},
    json::{Data, Member, Span, Value},
    shape::is_json,
};

/// Returns a policy of the newest version with these statements.
pub(super) fn with_policy(statements: Value<'_>) -> Value<'_> {
    let span = statements.span;
    let member = |name, value| Member::new(Cow::Borrowed(name), Span::new(span.start, span.start), value);
    let version = Value::new(Span::new(span.start, span.start), Data::String(Cow::Borrowed("2012-10-17")));
    Value::new(span, Data::Object(vec![member("Version", version), member("Statement", statements)]))
}

/// Returns a copy of a value in which each variable such as `${self:custom.bucket}` is a hole.
pub(super) fn with_variables<'t>(value: &Value<'t>) -> Value<'t> {
    with_some_variables(value, &|_| true)
}

/// Returns a copy of a value in which some variables are holes. The function decides, for text that begins with a
/// variable, whether it is one of them. The strings of `Fn::Sub` and the JSON in strings stay as they are.
pub(super) fn with_some_variables<'t>(value: &Value<'t>, is_hole: &dyn Fn(&str) -> bool) -> Value<'t> {
    let below = |value: &Value<'t>| with_some_variables(value, is_hole);
    let data = match &value.data {
        Data::String(text) if !is_json(text) => match variables(text, is_hole) {
            ranges if ranges.is_empty() => value.data.clone(),
            ranges => Data::Hole(Box::new(Hole::new(hole::split(text, ranges)))),
        },
        Data::Array(items) => Data::Array(items.iter().map(below).collect()),
        Data::Object(members) => {
            let visit = |member: &Member<'t>| match &*member.name {
                "Fn::Sub" => member.clone(),
                _ => Member { value: below(&member.value), ..member.clone() },
            };
            Data::Object(members.iter().map(visit).collect())
        }
        data => data.clone(),
    };
    Value::new(value.span, data)
}

fn is_at(text: &str, at: usize, is_hole: &dyn Fn(&str) -> bool) -> bool {
    text.get(at..).is_some_and(is_hole)
}

/// Returns the ranges of the variables that are holes. A variable can contain others.
fn variables(text: &str, is_hole: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut end = 0;
    for (start, _) in text.match_indices("${") {
        if start >= end && is_at(text, start, is_hole) {
            end = start.saturating_add(text.get(start..).map_or(0, length));
            ranges.push(start..end);
        }
    }
    ranges
}

/// Returns the length of the variable at the beginning of a string, up to the brace that closes it.
fn length(variable: &str) -> usize {
    let mut depth = 0_usize;
    for (position, character) in variable.char_indices() {
        match character {
            '{' => depth = depth.saturating_add(1),
            '}' if depth == 1 => return position.saturating_add(1),
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    variable.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use alloc::string::ToString as _;

    #[test]
    fn variables_become_holes() {
        let value = with_variables(&parse(br#"["a-${self:x.${opt:s}}-b${c}", "d"]"#).unwrap());
        let Data::Array(items) = &value.data else { panic!("{value:?}") };
        assert_eq!(items[0].as_hole().unwrap().stand_in(), "a-*-b*");
        assert_eq!(items[1].as_str(), Some("d"));
        assert_eq!(with_variables(&parse(br#""${open""#).unwrap()).as_hole().unwrap().stand_in(), "*");
    }

    #[test]
    fn only_the_chosen_variables_become_holes() {
        let text = r#"["${aws:username}/${self:a}", "${aws:username}", {"Fn::Sub": "${self:a}"}, "{${self:a}}"]"#;
        let value = with_some_variables(&parse(text.as_bytes()).unwrap(), &|variable| variable.starts_with("${self:"));
        let Data::Array(items) = &value.data else { panic!("{value:?}") };
        assert_eq!(items[0].as_hole().unwrap().stand_in(), "${aws:username}/*");
        assert!(items[1..].iter().all(|item| item.as_hole().is_none()));
        assert_eq!(items[2].to_string(), r#"{"Fn::Sub":"${self:a}"}"#);
    }

    #[test]
    fn statements_get_a_policy() {
        let policy = with_policy(parse(br#"[{"Effect": "Deny"}]"#).unwrap());
        assert_eq!(policy.to_string(), r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny"}]}"#);
    }
}
