//! Types for deserializing JSON: strings with their places in the file, and objects with ordered members.

use crate::source::Span;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A string of a JSON file, borrowed from the content of the file, so that its place is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word<'a>(&'a str);

impl<'a> Word<'a> {
    /// Returns the string.
    pub(super) fn text(self) -> &'a str {
        self.0
    }

    /// Returns the place of the string in `file`, the content of the file.
    pub(super) fn span(self, file: &str) -> Span {
        let start = (self.0.as_ptr() as usize).saturating_sub(file.as_ptr() as usize);
        start..start.saturating_add(self.0.len())
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Word<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Word<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string without escapes")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Word(text))
            }
        }
        from.deserialize_str(Reader)
    }
}

/// The members of an object, in the order of the file. Two members with the same name are an error.
#[derive(Clone, Debug)]
pub(super) struct Members<'a, T>(pub(super) Vec<(Word<'a>, T)>);

impl<'de: 'a, 'a, T: Deserialize<'de>> Deserialize<'de> for Members<'a, T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = Members<'de, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                let mut seen = std::collections::HashSet::new();
                while let Some(name) = map.next_key::<Word<'de>>()? {
                    if !seen.insert(name.text()) {
                        let name = name.text();
                        return Err(A::Error::custom(format_args!("the member `{name}` is repeated")));
                    }
                    members.push((name, map.next_value()?));
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(Reader(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::{Members, Word};

    #[test]
    fn a_word_knows_its_place_and_members_keep_their_order() {
        let text = r#"{"b": "one", "a": "two"}"#;
        let Members::<Word<'_>>(members) = serde_json::from_str(text).unwrap();
        let spans: Vec<_> = members.iter().map(|(name, word)| (name.text(), text.get(word.span(text)))).collect();
        assert_eq!(spans, [("b", Some("one")), ("a", Some("two"))]);
    }

    #[test]
    fn escapes_and_repeated_members_are_errors() {
        let error = |text| serde_json::from_str::<Members<'_, Word<'_>>>(text).unwrap_err().to_string();
        assert_eq!(
            error(r#"{"a": "\n"}"#),
            r#"invalid type: string "\n", expected a string without escapes at line 1 column 10"#
        );
        assert_eq!(error(r#"{"a": "", "a": ""}"#), "the member `a` is repeated at line 1 column 13");
    }
}
