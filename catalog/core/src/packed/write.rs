//! Writing the tables of [`packed`](super).

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec,
    vec::Vec,
};
use core::fmt;

use super::{NOT_STATED, TWIN};
use crate::fold;

/// A table grew past what its numbers can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// What there is too much of, in the plural.
    pub what: &'static str,
    /// How many there may be.
    pub limit: usize,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "too many {}: a table holds at most {}", self.what, self.limit)
    }
}

impl core::error::Error for TooLarge {}

/// The two literals of a [`Strings`](super::Strings).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strings {
    /// The texts, laid end to end.
    pub text: String,
    /// The end of each.
    pub ends: Vec<u8>,
}

impl Strings {
    /// Lays texts end to end.
    ///
    /// # Errors
    /// When they come to 4 GiB.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, TooLarge> {
        let mut strings = Self::default();
        for text in texts {
            strings.text.push_str(text);
            let end = u32::try_from(strings.text.len());
            let end = end.map_err(|_| TooLarge { what: "bytes of text", limit: u32::MAX as usize })?;
            strings.ends.extend(end.to_le_bytes());
        }
        Ok(strings)
    }

    /// As [`of`](Self::of), but nothing at all where no text is given.
    ///
    /// # Errors
    /// As [`of`](Self::of).
    pub fn of_given<'a>(texts: impl IntoIterator<Item = Option<&'a str>> + Clone) -> Result<Self, TooLarge> {
        if texts.clone().into_iter().all(|text| text.is_none()) {
            return Ok(Self::default());
        }
        Self::of(texts.into_iter().map(Option::unwrap_or_default))
    }
}

/// The bytes of a [`Slots`](super::Slots) over these names, of which no two are the same to the letter.
///
/// # Errors
/// When there are more names than a `u16` can count.
pub fn slots(names: &[&str]) -> Result<Vec<u8>, TooLarge> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let limit = usize::from(TWIN) - 1;
    if names.len() > limit {
        return Err(TooLarge { what: "names", limit });
    }
    // At most three quarters full: short searches, and always an empty slot to end them.
    let count = (names.len() * 4 / 3 + 1).next_power_of_two();
    let mut slots = vec![0_u16; count];
    let mut folded = BTreeMap::<String, u16>::new();
    for name in names {
        *folded.entry(name.to_ascii_lowercase()).or_default() += 1;
    }
    for (position, name) in (1_u16..).zip(names) {
        let has_twin = folded.get(&name.to_ascii_lowercase()).is_some_and(|count| *count > 1);
        let mut slot = fold::hash(name) as usize & (count - 1);
        while slots.get(slot).is_some_and(|taken| *taken != 0) {
            slot = (slot + 1) & (count - 1);
        }
        if let Some(free) = slots.get_mut(slot) {
            *free = position | if has_twin { TWIN } else { 0 };
        }
    }
    Ok(slots.into_iter().flat_map(u16::to_le_bytes).collect())
}

/// Writes a [`Lists`](super::Lists).
#[derive(Clone, Debug, Default)]
pub struct Lists {
    pool: Vec<u8>,
    starts: Vec<u8>,
    known: BTreeMap<Vec<u8>, u32>,
}

impl Lists {
    /// Adds an entry with its lists; `None` is *not stated*.
    ///
    /// # Errors
    /// When a list or the pool is longer than its length can say.
    pub fn push(&mut self, lists: &[Option<Vec<u16>>]) -> Result<(), TooLarge> {
        let mut run = Vec::new();
        for list in lists {
            let Some(numbers) = list else {
                run.extend(NOT_STATED.to_le_bytes());
                continue;
            };
            let limit = usize::from(NOT_STATED) - 1;
            let length = u16::try_from(numbers.len()).ok().filter(|length| *length != NOT_STATED);
            run.extend(length.ok_or(TooLarge { what: "entries in a list", limit })?.to_le_bytes());
            run.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        }
        let start = if let Some(start) = self.known.get(&run) {
            *start
        } else {
            let start = u32::try_from(self.pool.len() / 2);
            let start = start.map_err(|_| TooLarge { what: "lists", limit: u32::MAX as usize })?;
            self.pool.extend(&run);
            self.known.insert(run, start);
            start
        };
        self.starts.extend(start.to_le_bytes());
        Ok(())
    }

    /// The pool and the starts.
    #[must_use]
    pub fn finish(self) -> (Vec<u8>, Vec<u8>) {
        (self.pool, self.starts)
    }
}

/// Texts kept once each, by position.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    texts: Vec<String>,
    positions: BTreeMap<String, u16>,
}

impl Interner {
    /// The position of a text, which is added where it is new.
    ///
    /// # Errors
    /// When there are more texts than a `u16` can count.
    pub fn position(&mut self, text: &str) -> Result<u16, TooLarge> {
        if let Some(position) = self.positions.get(text) {
            return Ok(*position);
        }
        let limit = usize::from(u16::MAX);
        let position = u16::try_from(self.texts.len()).map_err(|_| TooLarge { what: "texts", limit })?;
        self.texts.push(text.to_string());
        self.positions.insert(text.to_string(), position);
        Ok(position)
    }

    /// The texts, in order of position.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.texts.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packed;
    use proptest::prelude::*;

    fn leak(bytes: Vec<u8>) -> &'static [u8] {
        bytes.leak()
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(names in proptest::collection::btree_set("[A-Z][a-z0-9]{0,12}é?", 0..300)) {
            // No two alike in another case: a name has one capital, its first.
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let written = Strings::of(names.iter().copied()).unwrap();
            let strings = packed::Strings::new(written.text.leak(), leak(written.ends));
            let slots = packed::Slots::new(leak(slots(&names).unwrap()));
            prop_assert_eq!(strings.len(), names.len());
            for (position, name) in names.iter().enumerate() {
                prop_assert_eq!(strings.get(position), Some(*name));
                for form in [name.to_string(), name.to_ascii_uppercase(), name.to_ascii_lowercase()] {
                    prop_assert_eq!(slots.find(strings, &form), Some(u16::try_from(position).unwrap()));
                }
                let unknown = name.to_string() + "!";
                prop_assert_eq!(slots.find(strings, &unknown), None);
            }
            prop_assert_eq!(strings.get(names.len()), None);
        }

        #[test]
        fn lists_come_back_as_they_went(entries in proptest::collection::vec(
            proptest::collection::vec(proptest::option::of(proptest::collection::vec(any::<u16>(), 0..5)), 3), 0..40)
        ) {
            let mut lists = Lists::default();
            for entry in &entries {
                lists.push(entry).unwrap();
            }
            let (pool, starts) = lists.finish();
            let lists = packed::Lists::new(leak(pool), leak(starts));
            for (position, entry) in entries.iter().enumerate() {
                for (nth, list) in entry.iter().enumerate() {
                    let read = lists.get(position, nth).map(|numbers| {
                        (0..numbers.len()).filter_map(|at| numbers.get(at)).collect::<Vec<_>>()
                    });
                    prop_assert_eq!(&read, list);
                }
            }
            prop_assert!(lists.get(entries.len(), 0).is_none());
        }
    }

    #[test]
    fn names_that_differ_in_case_only_are_found_by_their_case() {
        let names = ["s3:VersionId", "s3:versionid", "s3:prefix"];
        let written = Strings::of(names).unwrap();
        let strings = packed::Strings::new(written.text.leak(), leak(written.ends));
        let slots = packed::Slots::new(leak(slots(&names).unwrap()));
        assert_eq!(slots.find(strings, "s3:VersionId"), Some(0));
        assert_eq!(slots.find(strings, "s3:versionid"), Some(1));
        assert_eq!(slots.find(strings, "S3:VERSIONID"), Some(0), "neither: the first");
        assert_eq!(slots.find(strings, "S3:Prefix"), Some(2));
    }

    #[test]
    fn equal_lists_are_kept_once() {
        let mut lists = Lists::default();
        for _ in 0..10 {
            lists.push(&[Some(vec![1, 2]), None]).unwrap();
        }
        let (pool, starts) = lists.finish();
        assert_eq!((pool.len(), starts.len()), (8, 40));
    }

    #[test]
    fn too_much_is_said_and_not_cut() {
        let names: Vec<String> = (0..70_000).map(|n| n.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(slots(&names).unwrap_err().to_string(), "too many names: a table holds at most 32767");
        let long = vec![0; usize::from(u16::MAX)];
        assert!(Lists::default().push(&[Some(long)]).is_err());
    }

    #[test]
    fn texts_that_nobody_gave_take_no_room() {
        assert_eq!(Strings::of_given([None, None]).unwrap(), Strings::default());
        let some = Strings::of_given([None, Some("x")]).unwrap();
        assert_eq!(some.ends.len(), 8);
    }
}
