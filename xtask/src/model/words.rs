//! Serializes access levels, types and months as strings in the export format.

use catalog_core::{AccessLevel, ConditionKeyType, Edition};
use serde::de::{Deserializer, Error};
use serde::ser::Serializer;

/// A value that is a string in the export format.
pub(super) trait Word: Copy {
    /// The noun in error messages.
    const NOUN: &str;

    /// Returns the string for the value.
    fn word(self) -> String;

    /// Returns the value for exactly this string.
    fn from_word(word: &str) -> Option<Self>;
}

impl Word for AccessLevel {
    const NOUN: &str = "access level";

    fn word(self) -> String {
        self.name().to_owned()
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::from_name(word).filter(|level| level.name() == word)
    }
}

impl Word for ConditionKeyType {
    const NOUN: &str = "type";

    fn word(self) -> String {
        self.name().to_owned()
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::from_name(word).filter(|value_type| value_type.name() == word)
    }
}

impl Word for Edition {
    const NOUN: &str = "month";

    fn word(self) -> String {
        self.to_string()
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::parse(word)
    }
}

/// Serializes a list of values.
pub(super) mod list {
    use super::{Deserializer, Serializer, Word, read};
    use serde::Deserialize as _;

    pub(in crate::model) fn serialize<T: Word, S: Serializer>(values: &[T], out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(values.iter().map(|value| value.word()))
    }

    pub(in crate::model) fn deserialize<'de, T: Word, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
        Vec::<String>::deserialize(from)?.iter().map(|word| read(word)).collect()
    }
}

/// Serializes an optional value.
pub(super) mod option {
    use super::{Deserializer, Serializer, Word, read};
    use serde::{Deserialize as _, Serialize as _};

    #[expect(clippy::ref_option, reason = "serde passes a reference to the field")]
    pub(in crate::model) fn serialize<T: Word, S: Serializer>(value: &Option<T>, out: S) -> Result<S::Ok, S::Error> {
        value.map(Word::word).serialize(out)
    }

    pub(in crate::model) fn deserialize<'de, T: Word, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
        Option::<String>::deserialize(from)?.map(|word| read(&word)).transpose()
    }
}

fn read<T: Word, E: Error>(word: &str) -> Result<T, E> {
    T::from_word(word).ok_or_else(|| E::custom(format!("unknown {} `{word}`", T::NOUN)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_and_no_other_spelling_does() {
        for level in AccessLevel::ALL {
            assert_eq!(AccessLevel::from_word(&level.word()), Some(*level));
        }
        for value_type in ConditionKeyType::ALL {
            assert_eq!(ConditionKeyType::from_word(&value_type.word()), Some(*value_type));
        }
        let month = Edition::new(2026, 9);
        assert_eq!(month.and_then(|month| Edition::from_word(&month.word())), month);
        assert_eq!(AccessLevel::from_word("write"), None);
        assert_eq!(ConditionKeyType::from_word("Boolean"), None);
    }
}
