//! The conversion between the parts of a policy and a JSON tree. Every other conversion of a policy uses this one.

use alloc::{borrow::Cow, string::String, string::ToString as _, vec::Vec};

use catalog_policy::{
    document::{Members, Node, Path, Place, Text},
    form::FormError,
    json::{self, Data, Member, Span, Value},
};

use super::error::ReadError;

pub(super) type Result<T> = core::result::Result<T, ReadError>;

/// A part of a policy.
pub(super) trait Part: Sized {
    /// Reads the part from a node of a tree. The paths in errors begin at the root of the tree.
    fn read(node: Node<'_>) -> Result<Self>;

    /// Returns the tree of the part. Its spans are not set.
    fn tree(&self) -> Value<'_>;
}

/// Reads a part of a policy from its own tree.
pub(super) fn from_tree<T: Part>(tree: &Value<'_>) -> Result<T> {
    T::read(Node { value: tree, path: Path::ROOT })
}

/// Parses a part of a policy from JSON text.
pub(super) fn from_json<T: Part>(text: &[u8]) -> Result<T> {
    let tree = json::parse(text).map_err(|error| ReadError::from_json(error, text))?;
    from_tree(&tree).map_err(|error| error.in_text(text))
}

impl Part for String {
    fn read(node: Node<'_>) -> Result<Self> {
        string(node).map(Self::from)
    }

    fn tree(&self) -> Value<'_> {
        value(Data::String(Cow::Borrowed(self)))
    }
}

pub(super) fn fault(place: Place<'_>, error: FormError) -> ReadError {
    ReadError::new(error, place.path.to_string(), place.span)
}

pub(super) fn wrong_type(node: Node<'_>, expected: &'static str) -> ReadError {
    fault(node.place(), FormError::WrongType { expected, found: node.value.type_name() })
}

pub(super) fn string(node: Node<'_>) -> Result<&str> {
    match &node.value.data {
        Data::String(text) => Ok(text),
        _ => Err(wrong_type(node, "a string")),
    }
}

/// Returns the members of an object. A name with unknown parts is an error, because it may be any name.
pub(super) fn members<'t>(node: Node<'t>, expected: &'static str) -> Result<Members<'t>> {
    let members = node.members().ok_or_else(|| wrong_type(node, expected))?;
    match members.iter().find(|(name, _)| name.hole.is_some()) {
        Some((name, _)) => {
            let error = FormError::WrongType { expected: "a name", found: "a string with unknown parts" };
            Err(fault(name.place, error))
        }
        None => Ok(members),
    }
}

pub(super) fn repeated(name: Text<'_>) -> ReadError {
    fault(name.place, FormError::repeated_member(name.text))
}

/// Reads an element that may appear only once.
pub(super) fn once<T: Part>(slot: &mut Option<T>, name: Text<'_>, node: Node<'_>) -> Result<()> {
    if slot.is_some() {
        return Err(repeated(name));
    }
    *slot = Some(T::read(node)?);
    Ok(())
}

/// Returns a required element, or an error if it is missing.
pub(super) fn require<T>(slot: Option<T>, element: &'static str, of: &'static str, object: Members<'_>) -> Result<T> {
    slot.ok_or_else(|| fault(object.place, FormError::MissingElement { of, kind: None, element }))
}

pub(super) const fn value(data: Data<'_>) -> Value<'_> {
    Value::new(Span::new(0, 0), data)
}

pub(super) fn member<'v>(name: &'v str, value: Value<'v>) -> Member<'v> {
    Member::new(Cow::Borrowed(name), Span::default(), value)
}

/// Creates the member of an element.
pub(super) fn element<'v>(name: &'v str, of: &'v impl Part) -> Member<'v> {
    member(name, of.tree())
}

pub(super) fn object<'v>(members: impl Iterator<Item = Member<'v>>) -> Value<'v> {
    value(Data::Object(members.collect::<Vec<_>>()))
}

/// Implements all conversions for parts of a policy that can be used by themselves.
macro_rules! outward {
    ($($Type:ident $name:literal),+) => {$(
        #[doc = concat!("Reads ", $name, " from JSON.")]
        impl core::str::FromStr for $Type {
            type Err = ReadError;

            fn from_str(text: &str) -> core::result::Result<Self, ReadError> {
                part::from_json(text.as_bytes())
            }
        }

        /// Writes JSON without whitespace. The format `{:#}` indents it by four spaces, as AWS does.
        impl core::fmt::Display for $Type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(&self.tree(), f)
            }
        }

        impl serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
                with_serde::serialize(&self.tree(), serializer)
            }
        }

        /// Deserializes from any self-describing format, up to the depth limit of the JSON parser.
        impl<'de> serde::Deserialize<'de> for $Type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> core::result::Result<Self, D::Error> {
                let tree = with_serde::tree(deserializer)?;
                part::from_tree(&tree).map_err(serde::de::Error::custom)
            }
        }
    )+};
}

pub(super) use outward;

#[cfg(test)]
mod tests {
    use catalog_policy::{hole::Piece, json::Gap};

    use super::{super::condition::Condition, *};

    #[test]
    fn a_name_with_unknown_parts_is_an_error_at_its_place() {
        let text = br#"{"StringEquals": {"<issuer>:sub": "x"}}"#;
        let gaps = [Gap { span: Span::new(19, 27), piece: Piece::Unknown("<issuer>".into()) }];
        let tree = json::parse_with_gaps(text, &gaps).unwrap();
        let error = from_tree::<Condition>(&tree).unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected a name, found a string with unknown parts (/StringEquals/<issuer>:sub)"
        );
    }
}
