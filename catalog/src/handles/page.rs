//! The pages that a service's facts come from, each with its month.

use core::iter::FusedIterator;

use catalog_core::{
    ascii_case,
    edition::{self, Edition},
};

/// A page in AWS's service authorization reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Page {
    /// The name of the page's file, such as `list_ses.md`.
    pub file_name: &'static str,
    /// The month of the reference that the page shows. `None` means *not stated*.
    pub edition: Option<Edition>,
}

impl Page {
    /// Parses one line of the table of pages. The attribute macro has checked that the line is valid.
    #[inline]
    const fn from_line(text: &'static str, default: Option<Edition>) -> Self {
        match edition::page(text) {
            Some((file_name, None)) => Self { file_name, edition: default },
            Some((file_name, edition)) => Self { file_name, edition },
            None => Self { file_name: text, edition: None },
        }
    }
}

/// Returns true if a service has the page `file_name`. The code that the attribute `operations` emits calls this
/// function at compile time.
#[must_use]
pub const fn has_page(mut pages: Pages, file_name: &str) -> bool {
    while let Some(page) = pages.step() {
        if ascii_case::identical(page.file_name.as_bytes(), file_name.as_bytes()) {
            return true;
        }
    }
    false
}

/// The pages of a service, in order of file name, returned by [`Service::pages`](crate::Service::pages).
#[derive(Clone, Debug)]
pub struct Pages {
    /// The pages, one per line.
    lines: &'static str,
    /// The edition of the pages that do not state their own.
    edition: Option<Edition>,
    left: usize,
}

impl Pages {
    /// Creates the iterator over the pages of a table with one page per line.
    #[inline]
    pub(super) const fn new(lines: &'static str, edition: Option<Edition>) -> Self {
        let mut left = if lines.is_empty() { 0 } else { 1 };
        let mut rest = lines.as_bytes();
        while let [byte, tail @ ..] = rest {
            if *byte == b'\n' {
                left += 1;
            }
            rest = tail;
        }
        Self { lines, edition, left }
    }

    /// Returns the newest edition of the pages.
    #[inline]
    pub(super) const fn newest(mut self) -> Option<Edition> {
        let mut newest = None;
        while let Some(page) = self.step() {
            newest = Edition::later(newest, page.edition);
        }
        newest
    }

    #[inline]
    const fn step(&mut self) -> Option<Page> {
        let Some(left) = self.left.checked_sub(1) else { return None };
        let (line, rest) = match edition::split(self.lines, b'\n') {
            Some(lines) => lines,
            None => (self.lines, ""),
        };
        *self = Self { lines: rest, left, ..*self };
        Some(Page::from_line(line, self.edition))
    }
}

impl Iterator for Pages {
    type Item = Page;

    #[inline]
    fn next(&mut self) -> Option<Page> {
        self.step()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl DoubleEndedIterator for Pages {
    #[inline]
    fn next_back(&mut self) -> Option<Page> {
        self.left = self.left.checked_sub(1)?;
        let (rest, line) = self.lines.rsplit_once('\n').unwrap_or(("", self.lines));
        self.lines = rest;
        Some(Page::from_line(line, self.edition))
    }
}

impl ExactSizeIterator for Pages {}
impl FusedIterator for Pages {}

#[cfg(test)]
mod tests {
    use std::{string::String, vec::Vec};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pages_walk_both_ways_like_lines(
            pages in proptest::collection::vec(("[a-z]{1,2}", proptest::option::of(1..=12_u8)), 0..5),
            default in proptest::option::of(1..=12_u8),
            turns in proptest::collection::vec(any::<bool>(), 0..7),
        ) {
            let default = default.and_then(|month| Edition::new(2026, month));
            let line = |(name, month): &(String, Option<u8>)| {
                month.map_or_else(|| name.clone(), |month| format!("{name} 2026-{month:02}"))
            };
            let text: &'static str = pages.iter().map(line).collect::<Vec<_>>().join("\n").leak();
            let plain: Vec<Page> = text.lines().map(|line| Page::from_line(line, default)).collect();
            prop_assert_eq!(Pages::new(text, default).newest(), plain.iter().filter_map(|page| page.edition).max());
            let (mut pages, mut plain) = (Pages::new(text, default), plain.into_iter());
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
}
