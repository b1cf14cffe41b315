//! Helper functions that make JSON values, so that the formats do not need another JSON library.

use std::borrow::Cow;

use catalog::policy::json::{Data, Member, Span, Value};

/// Makes an object with these members, in this order.
pub(crate) fn object<'a>(members: impl IntoIterator<Item = (&'static str, Value<'a>)>) -> Value<'a> {
    let member = |(name, value)| Member::new(Cow::Borrowed(name), Span::default(), value);
    value(Data::Object(members.into_iter().map(member).collect()))
}

/// Makes an array.
pub(crate) fn array<'a>(values: impl IntoIterator<Item = Value<'a>>) -> Value<'a> {
    value(Data::Array(values.into_iter().collect()))
}

/// Makes a string.
pub(crate) fn string<'a>(text: impl Into<Cow<'a, str>>) -> Value<'a> {
    value(Data::String(text.into()))
}

/// Makes a number.
pub(crate) fn number(number: u32) -> Value<'static> {
    value(Data::Number(Cow::Owned(number.to_string())))
}

/// Makes a number from a count.
pub(crate) fn count(count: usize) -> Value<'static> {
    value(Data::Number(Cow::Owned(count.to_string())))
}

/// Makes `true` or `false`.
pub(crate) fn boolean(truth: bool) -> Value<'static> {
    value(Data::Bool(truth))
}

/// Makes `null`.
pub(crate) fn null() -> Value<'static> {
    value(Data::Null)
}

/// Makes a string, or `null`.
pub(crate) fn string_or_null(text: Option<&str>) -> Value<'_> {
    text.map_or(null(), string)
}

fn value(data: Data<'_>) -> Value<'_> {
    Value::new(Span::default(), data)
}
