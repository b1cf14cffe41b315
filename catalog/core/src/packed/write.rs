//! Writing the tables of [`packed`](super).

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec,
    vec::Vec,
};
use core::fmt;

use super::{lists::NOT_STATED, slots::TWIN};
use crate::ascii_case;

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

/// The two literals of a [`Sections`](super::Sections), part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sections {
    text: String,
    parts: Vec<Vec<u8>>,
}

impl Sections {
    /// Adds bytes.
    #[must_use]
    pub fn bytes(mut self, bytes: Vec<u8>) -> Self {
        self.parts.push(bytes);
        self
    }

    /// Adds texts, laid end to end: [`Strings`](super::Strings).
    ///
    /// # Errors
    /// When all texts together come to 4 GiB.
    pub fn strings<'a>(mut self, texts: impl IntoIterator<Item = &'a str>) -> Result<Self, TooLarge> {
        let bounds = bounds(&mut self.text, texts)?;
        Ok(self.bytes(bounds))
    }

    /// Adds texts that not every entry has; nothing at all where none has any.
    ///
    /// # Errors
    /// As [`strings`](Self::strings).
    pub fn given<'a>(self, texts: impl IntoIterator<Item = Option<&'a str>> + Clone) -> Result<Self, TooLarge> {
        if texts.clone().into_iter().all(|text| text.is_none()) {
            return Ok(self.bytes(Vec::new()));
        }
        self.strings(texts.into_iter().map(Option::unwrap_or_default))
    }

    /// Adds lists: two parts.
    #[must_use]
    pub fn lists(self, lists: Lists) -> Self {
        self.bytes(lists.pool).bytes(lists.starts)
    }

    /// The two literals.
    ///
    /// # Errors
    /// When the bytes come to 4 GiB.
    pub fn finish(self) -> Result<(String, Vec<u8>), TooLarge> {
        let mut bytes = Vec::new();
        let mut end = (self.parts.len() + 1) * 4;
        bytes.extend(offset(end)?.to_le_bytes());
        for part in &self.parts {
            end += part.len();
            bytes.extend(offset(end)?.to_le_bytes());
        }
        bytes.extend(self.parts.into_iter().flatten());
        Ok((self.text, bytes))
    }
}

/// Adds texts to a text, and says where the first begins and where each ends; nothing where there is none.
fn bounds<'a>(text: &mut String, texts: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, TooLarge> {
    let mut bounds = Vec::new();
    for one in texts {
        if bounds.is_empty() {
            bounds.extend(offset(text.len())?.to_le_bytes());
        }
        text.push_str(one);
        bounds.extend(offset(text.len())?.to_le_bytes());
    }
    Ok(bounds)
}

fn offset(at: usize) -> Result<u32, TooLarge> {
    u32::try_from(at).map_err(|_| TooLarge { what: "bytes", limit: u32::MAX as usize })
}

/// The two literals of a [`Strings`](super::Strings): the text and the bounds.
///
/// # Errors
/// When the texts come to 4 GiB.
pub fn strings<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<(String, Vec<u8>), TooLarge> {
    let mut text = String::new();
    let bounds = bounds(&mut text, texts)?;
    Ok((text, bounds))
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
        let mut slot = ascii_case::hash(name) as usize & (count - 1);
        while slots.get(slot).is_some_and(|taken| *taken != 0) {
            slot = (slot + 1) & (count - 1);
        }
        if let Some(free) = slots.get_mut(slot) {
            *free = position | if has_twin { TWIN } else { 0 };
        }
    }
    Ok(slots.into_iter().flat_map(u16::to_le_bytes).collect())
}

/// The two literals of a [`Directory`](super::Directory) of the full names of each service, in the order of the services.
///
/// # Errors
/// When there is more than a slot can say.
pub fn directory<'a>(
    services: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>,
) -> Result<(String, Vec<u8>), TooLarge> {
    let mut text = String::new();
    let mut entries = Vec::new();
    for (service, (prefix, names)) in (1..).zip(services) {
        for (position, name) in (0..).zip(names) {
            let start = text.len();
            text.extend([prefix, ":", name]);
            let full = text.get(start..).unwrap_or_default();
            let hash = ascii_case::hash(full);
            let place = bits(service, "services", 12)? << 12 | bits(position, "names in a service", 12)?;
            let length = bits(full.len(), "bytes in a name", 8)?;
            let start = bits(start, "bytes of names", 24)?;
            entries.push((hash, u64::from(hash >> 24) << 56 | place << 32 | length << 24 | start));
        }
    }
    if entries.is_empty() {
        return Ok((text, Vec::new()));
    }
    // At most three quarters full, as the tables of single services.
    let count = (entries.len() * 4 / 3 + 1).next_power_of_two();
    let mut slots = vec![0_u64; count];
    for (hash, filled) in entries {
        let mut slot = hash as usize & (count - 1);
        while slots.get(slot).is_some_and(|taken| *taken != 0) {
            slot = (slot + 1) & (count - 1);
        }
        if let Some(free) = slots.get_mut(slot) {
            *free = filled;
        }
    }
    Ok((text, slots.into_iter().flat_map(u64::to_le_bytes).collect()))
}

/// A number that fits some bits.
fn bits(number: usize, what: &'static str, width: u32) -> Result<u64, TooLarge> {
    let limit = (1 << width) - 1;
    if number > limit {
        return Err(TooLarge { what, limit });
    }
    Ok(number as u64)
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

    fn read((text, bytes): (String, Vec<u8>)) -> packed::Sections {
        packed::Sections::new(text.leak(), bytes.leak())
    }

    fn read_names(names: &[&str]) -> (packed::Strings, packed::Slots) {
        let (text, bounds) = strings(names.iter().copied()).unwrap();
        (packed::Strings::new(text.leak(), bounds.leak()), packed::Slots::new(slots(names).unwrap().leak()))
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(names in proptest::collection::btree_set("[A-Z][a-z0-9]{0,12}é?", 0..300)) {
            // Names of the catalog never meet in another case.
            let mut seen = alloc::collections::BTreeSet::new();
            let names: Vec<&str> =
                names.iter().map(String::as_str).filter(|name| seen.insert(name.to_ascii_lowercase())).collect();
            let (strings, slots) = read_names(&names);
            prop_assert_eq!(strings.len(), names.len());
            for (position, name) in names.iter().enumerate() {
                prop_assert_eq!(strings.get(position), Some(*name));
                let found = Some(u16::try_from(position).unwrap());
                prop_assert_eq!(slots.find(strings, name), found);
                prop_assert_eq!(slots.find(strings, &name.to_ascii_uppercase()), found);
                let unknown = name.to_string() + "-";
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
            let sections = read(Sections::default().lists(lists).finish().unwrap());
            let lists = packed::Lists::new(sections.bytes(0), sections.bytes(1));
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

        #[test]
        fn parts_stay_apart(
            one in proptest::collection::vec("[a-zé]{0,5}", 0..5),
            between in proptest::collection::vec(any::<u8>(), 0..9),
            other in proptest::collection::vec(proptest::option::of("[a-zé]{1,5}"), 0..5),
        ) {
            let sections = Sections::default().strings(one.iter().map(String::as_str)).unwrap().bytes(between.clone());
            let sections = sections.given(other.iter().map(Option::as_deref)).unwrap();
            let sections = read(sections.finish().unwrap());
            let strings = sections.strings(0);
            prop_assert_eq!((0..strings.len()).filter_map(|at| strings.get(at)).collect::<Vec<_>>(), one);
            prop_assert_eq!(sections.bytes(1), &between[..]);
            let given: Vec<_> = (0..other.len()).map(|at| sections.strings(2).given(at)).collect();
            prop_assert_eq!(given, other.iter().map(Option::as_deref).collect::<Vec<_>>());
            prop_assert!(sections.bytes(3).is_empty());
        }
    }

    #[test]
    fn a_directory_leads_to_every_name_of_every_service() {
        let services = [("es", vec!["AddTags", "Get"]), ("none", vec![]), ("ses", vec!["Get", "SendEmail"])];
        let (text, slots) = directory(services).unwrap();
        let written = packed::Directory::new(text.leak(), slots.leak());
        let find = |text: &str| written.find(text);
        assert_eq!(find("es:addtags"), Some((0, 0)));
        assert_eq!(find("ES:Get"), Some((0, 1)));
        assert_eq!(find("ses:get"), Some((2, 0)));
        assert_eq!(find("ses:SENDEMAIL"), Some((2, 1)));
        assert_eq!(find("none:Get"), None);
        assert_eq!(find("ses:AddTags"), None);
        let many: Vec<&str> = core::iter::repeat_n("x", 4097).collect();
        assert!(directory([("x", many)]).is_err());
        assert_eq!(directory([]), Ok(Default::default()));
    }

    #[test]
    fn names_that_differ_in_case_only_are_found_by_their_case() {
        let (strings, slots) = read_names(&["s3:VersionId", "s3:versionid", "s3:prefix"]);
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
        assert_eq!((lists.pool.len(), lists.starts.len()), (8, 40));
    }

    #[test]
    fn too_much_is_said_and_not_cut() {
        let many: Vec<String> = (0..70_000).map(|n| n.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(slots(&many).unwrap_err().to_string(), "too many names: a table holds at most 32767");
        let long = vec![0; usize::from(u16::MAX)];
        assert!(Lists::default().push(&[Some(long)]).is_err());
    }

    #[test]
    fn texts_that_nobody_gave_take_no_room() {
        let nothing = Sections::default().given([None, None]).unwrap();
        assert_eq!(nothing, Sections::default().bytes(Vec::new()));
        let (text, bytes) = Sections::default().given([None, Some("x")]).unwrap().finish().unwrap();
        assert_eq!((text.as_str(), bytes.len()), ("x", 20));
    }
}
