//! The number of pages that a list can have, and that it must have for a comparison.

use crate::diagnostic::{Code, Diagnostic, Place};
use std::collections::BTreeSet;

/// The pages that a list can have: more than ten times those of October 2026.
const MOST_PAGES: usize = 5_000;

/// The pages that earlier runs must have left for a list to be compared with their number.
const FEW_PAGES: usize = 10;

/// The factor by which a list can exceed the number of pages that are there.
const GROWTH: usize = 10;

/// Returns the error about a list of far too many pages. `known` is the number of pages that earlier runs have left.
pub(super) fn too_long(pages: &BTreeSet<String>, known: Option<usize>, url: &str) -> Option<Diagnostic> {
    let count = pages.len();
    let error = |reason: String, help: &str| {
        let message = format!("this list has {count} pages, {reason}: it may have been misread");
        Diagnostic::error(Code::BadPageList, message, Place::Path(url.to_owned())).help(help)
    };
    if count > MOST_PAGES {
        let help = "check the address that `--from URL` names";
        return Some(error(format!("more than {MOST_PAGES}"), help));
    }
    let known = known.filter(|known| *known >= FEW_PAGES && count > known.saturating_mul(GROWTH))?;
    let help = "compare the list with the directory; to fetch all its pages, choose another one with `--docs-src OUT`";
    Some(error(format!("more than {GROWTH} times the {known} that are there"), help))
}

/// Returns true if a list has enough of the pages of the contents to show that a page is gone: four fifths.
pub(super) fn is_comparable(listed: &BTreeSet<String>, contents: &BTreeSet<String>) -> bool {
    let common = listed.intersection(contents).count();
    common.saturating_mul(5) >= contents.len().saturating_mul(4)
}
