//! Where a service's facts come from: pages, and how old they are.

use core::iter::FusedIterator;

use catalog_core::edition;

use crate::{Edition, services};

/// A page of AWS's service authorization reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Page {
    /// The name of its file: `list_ses.md`.
    pub file_name: &'static str,
    /// The month of the reference that it shows. `None` means *not stated*.
    pub edition: Option<Edition>,
}

impl Page {
    /// A page as its attribute has named it. The attribute has made sure that it can be read.
    const fn read(text: &'static str) -> Self {
        match edition::page(text) {
            Some((file_name, edition)) => Self { file_name, edition },
            None => Self { file_name: text, edition: None },
        }
    }
}

/// The pages of a service, in order of file name: what [`Service::pages`](crate::Service::pages) gives.
#[derive(Clone, Debug)]
pub struct Pages {
    /// A page a line.
    lines: &'static str,
    left: usize,
}

impl Pages {
    /// The pages of a table: a page a line.
    pub(crate) const fn new(lines: &'static str) -> Self {
        let mut left = if lines.is_empty() { 0 } else { 1 };
        let mut rest = lines.as_bytes();
        while let [byte, tail @ ..] = rest {
            if *byte == b'\n' {
                left += 1;
            }
            rest = tail;
        }
        Self { lines, left }
    }

    /// The newest of the pages' editions.
    pub(crate) const fn newest(mut self) -> Option<Edition> {
        let mut newest = None;
        while let Some(page) = self.step() {
            newest = Edition::later(newest, page.edition);
        }
        newest
    }

    const fn step(&mut self) -> Option<Page> {
        let Some(left) = self.left.checked_sub(1) else { return None };
        let (line, rest) = match edition::split(self.lines, b'\n') {
            Some(lines) => lines,
            None => (self.lines, ""),
        };
        *self = Self { lines: rest, left };
        Some(Page::read(line))
    }
}

impl Iterator for Pages {
    type Item = Page;

    fn next(&mut self) -> Option<Page> {
        self.step()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl DoubleEndedIterator for Pages {
    fn next_back(&mut self) -> Option<Page> {
        self.left = self.left.checked_sub(1)?;
        let (rest, line) = self.lines.rsplit_once('\n').unwrap_or(("", self.lines));
        self.lines = rest;
        Some(Page::read(line))
    }
}

impl ExactSizeIterator for Pages {}
impl FusedIterator for Pages {}

/// Filled by the compiler, so that a program which asks does not carry the services.
static NEWEST: Option<Edition> = {
    let mut newest = None;
    let mut rest = services::ALL.as_slice();
    while let [service, tail @ ..] = rest {
        newest = Edition::later(newest, service.edition());
        rest = tail;
    }
    newest
};

/// The edition of the catalog: the newest month of the reference that any of its pages shows.
///
/// ```
/// let edition = catalog::edition().unwrap();
/// println!("AWS's names as of {edition}");
/// # assert!(edition.year() >= 2026);
/// ```
#[must_use]
pub const fn edition() -> Option<Edition> {
    NEWEST
}

#[cfg(test)]
mod tests {
    use std::{string::String, vec::Vec};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pages_walk_both_ways_like_lines(
            pages in proptest::collection::vec(("[a-z]{1,2}", proptest::option::of(1..=12_u8)), 0..5),
            turns in proptest::collection::vec(any::<bool>(), 0..7),
        ) {
            let line = |(name, month): &(String, Option<u8>)| {
                month.map_or_else(|| name.clone(), |month| format!("{name} 2026-{month:02}"))
            };
            let text: &'static str = pages.iter().map(line).collect::<Vec<_>>().join("\n").leak();
            let plain: Vec<Page> = text.lines().map(Page::read).collect();
            prop_assert_eq!(Pages::new(text).newest(), plain.iter().filter_map(|page| page.edition).max());
            let (mut pages, mut plain) = (Pages::new(text), plain.into_iter());
            for front in turns {
                prop_assert_eq!(pages.len(), plain.len());
                if front {
                    prop_assert_eq!(pages.next(), plain.next());
                } else {
                    prop_assert_eq!(pages.next_back(), plain.next_back());
                }
            }
            prop_assert!(pages.eq(plain));
        }
    }

    #[test]
    fn the_catalog_is_as_new_as_its_newest_page() {
        let pages = services().flat_map(crate::Service::pages);
        assert_eq!(edition(), pages.filter_map(|page| page.edition).max());
    }
}
