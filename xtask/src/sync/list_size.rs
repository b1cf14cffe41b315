//! Limits the number of pages that a list can have, and checks whether two lists are comparable.

use crate::diagnostic::{Code, Diagnostic, Place};
use std::collections::BTreeSet;

/// The largest number of pages that a list can have: more than ten times the number of October 2026.
const MOST_PAGES: usize = 5_000;

/// The smallest number of existing pages with which a list is compared.
const FEW_PAGES: usize = 10;

/// The factor by which a list can exceed the number of existing pages.
const GROWTH: usize = 10;

/// Returns the error about a list of far too many pages. `known` is the number of pages from earlier runs.
pub(super) fn too_long(pages: &BTreeSet<String>, known: Option<usize>, url: &str) -> Option<Diagnostic> {
    let count = pages.len();
    let error = |reason: String, help: &str| {
        let message = format!("this list has {count} pages, {reason}: it may have been misread");
        Diagnostic::error(Code::BadPageList, message, Place::Path(url.to_owned())).help(help)
    };
    if count > MOST_PAGES {
        let help = "check the address in `--from URL`";
        return Some(error(format!("more than {MOST_PAGES}"), help));
    }
    let known = known.filter(|known| *known >= FEW_PAGES && count > known.saturating_mul(GROWTH))?;
    let help =
        "compare the list with the directory; to fetch all its pages, choose another directory with `--docs-src OUT`";
    Some(error(format!("more than {GROWTH} times the {known} existing pages"), help))
}

/// Returns true if a list has at least four fifths of the pages of the contents. Only then can it show that a page is
/// gone.
pub(super) fn is_comparable(listed: &BTreeSet<String>, contents: &BTreeSet<String>) -> bool {
    let common = listed.intersection(contents).count();
    common.saturating_mul(5) >= contents.len().saturating_mul(4)
}
