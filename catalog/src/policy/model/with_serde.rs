//! The conversion of JSON trees through `serde`, for any self-describing format.

use alloc::{
    borrow::Cow,
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;

use catalog_policy::json::{DEPTH_LIMIT, Data, Member, Span, Value};
use serde::{
    Deserializer, Serialize, Serializer,
    de::{self, DeserializeSeed, MapAccess, SeqAccess},
};

use super::{Number, part};

/// The name of the field in which `serde_json` passes the digits of a number, with its feature `arbitrary_precision`.
const DIGITS: &str = "$serde_json::private::Number";

/// Reads a tree. Spans are not set.
pub(super) fn tree<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value<'static>, D::Error> {
    Tree { depth: 0 }.deserialize(deserializer)
}

/// Writes a tree.
pub(super) fn serialize<S: Serializer>(tree: &Value<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    Written(tree).serialize(serializer)
}

/// A value to read, with the number of arrays, objects and other values of the format that contain it.
#[derive(Clone, Copy)]
struct Tree {
    depth: usize,
}

impl Tree {
    fn below<E: de::Error>(self) -> Result<Self, E> {
        if self.depth < DEPTH_LIMIT {
            Ok(Self { depth: self.depth + 1 })
        } else {
            Err(E::custom(format_args!("nested deeper than {DEPTH_LIMIT} levels: a policy needs five")))
        }
    }
}

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Value<'static>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'static>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

fn string(text: String) -> Value<'static> {
    part::value(Data::String(Cow::Owned(text)))
}

fn number(digits: String) -> Value<'static> {
    part::value(Data::Number(Cow::Owned(digits)))
}

impl<'de> de::Visitor<'de> for Tree {
    type Value = Value<'static>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a policy or a part of a policy")
    }

    fn visit_unit<E>(self) -> Result<Value<'static>, E> {
        Ok(part::value(Data::Null))
    }

    fn visit_none<E>(self) -> Result<Value<'static>, E> {
        Ok(part::value(Data::Null))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'static>, D::Error> {
        self.below()?.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'static>, D::Error> {
        self.below()?.deserialize(deserializer)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value<'static>, E> {
        Ok(part::value(Data::Bool(truth)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value<'static>, E> {
        Ok(number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value<'static>, E> {
        Ok(number(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value<'static>, E> {
        Ok(number(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value<'static>, E> {
        Ok(number(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value<'static>, E> {
        if value.is_finite() {
            // `{:?}` writes the decimal point, so `1.0` stays different from `1`.
            Ok(number(format!("{value:?}")))
        } else {
            Err(E::invalid_value(de::Unexpected::Float(value), &"a finite number"))
        }
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'static>, E> {
        Ok(string(String::from(text)))
    }

    fn visit_string<E>(self, text: String) -> Result<Value<'static>, E> {
        Ok(string(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value<'static>, A::Error> {
        let below = self.below()?;
        // Do not reserve memory, because the sender of the data determines the length hint.
        let mut values = Vec::new();
        while let Some(value) = access.next_element_seed(below)? {
            values.push(value);
        }
        Ok(part::value(Data::Array(values)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value<'static>, A::Error> {
        let below = self.below()?;
        let mut members = Vec::new();
        while let Some(name) = access.next_key::<String>()? {
            if members.is_empty() && name == DIGITS {
                let digits: Number = access.next_value::<String>()?.parse().map_err(de::Error::custom)?;
                return Ok(number(digits.as_str().to_string()));
            }
            let value = access.next_value_seed(below)?;
            members.push(Member::new(Cow::Owned(name), Span::default(), value));
        }
        Ok(part::value(Data::Object(members)))
    }
}

struct Written<'w>(&'w Value<'w>);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.data {
            Data::Null => serializer.serialize_unit(),
            Data::Bool(truth) => serializer.serialize_bool(*truth),
            Data::Number(digits) => serialize_number(digits, serializer),
            Data::String(text) => serializer.serialize_str(text),
            Data::Hole(hole) => serializer.serialize_str(hole.written()),
            Data::Array(values) => serializer.collect_seq(values.iter().map(Written)),
            Data::Object(members) => {
                serializer.collect_map(members.iter().map(|member| (&*member.name, Written(&member.value))))
            }
        }
    }
}

/// Writes an integer if the number fits into 64 bits, and a double otherwise.
fn serialize_number<S: Serializer>(digits: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(whole) = digits.parse::<u64>() {
        return serializer.serialize_u64(whole);
    }
    match digits.parse::<i64>() {
        // `-0` is not an integer: it is the double negative zero.
        Ok(whole) if whole != 0 => serializer.serialize_i64(whole),
        _ => serializer.serialize_f64(digits.parse().map_err(serde::ser::Error::custom)?),
    }
}
