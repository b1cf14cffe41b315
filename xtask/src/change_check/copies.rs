//! Copies of pages: a page that is new to its service prefix and is another page under a new name.
//!
//! The anchors of the title and the sections name the page itself on all pages of April 2018, September 2020 and September and October 2026, and no action is on two pages of one
//! prefix and month. A page with the anchors of another was copied, or saved over another page. A page that shares a quarter
//! of its actions with another is a copy of that one, or an older page that takes the month of all others because
//! `editions.toml` has no line for it. Pages that the generated files already have are not asked about, and neither are new
//! services, except for the anchors of their pages.

use crate::diagnostic::{Code, Place};
use crate::merge::{Overlap, OverlappingPage};
use crate::model::Service;
use crate::parse;
use crate::previous::Previous;
use crate::question::{self, Question};
use crate::read::Folder;
use crate::rust_names;

/// One part in so many of the smaller page's actions makes a copy.
const PART: usize = 4;

/// The word of `--accept-change` for a copy.
const WORD: &str = "copy";

/// Returns a question for each page that may be a copy.
#[must_use]
pub fn questions(folder: &Folder, previous: &Previous, services: &[Service], overlaps: &[Overlap]) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for service in services {
        let before = previous.services.get(&service.prefix);
        // A first run knows of no page that was there.
        let is_added = previous.edition.is_some() && previous.added.contains(&rust_names::module(&service.prefix));
        if before.is_none() && !is_added {
            continue;
        }
        let known = |file: &str| before.is_some_and(|before| before.service.pages.iter().any(|page| page.file == file));
        let new_pages = || service.pages.iter().map(|page| page.file.as_str()).filter(|file| !known(file));
        questions.extend(new_pages().filter_map(|file| misnamed(folder, file)));
        let leaves_out =
            before.is_some_and(|before| before.service.left_out.is_empty()) && !service.left_out.is_empty();
        if leaves_out {
            questions.extend(new_pages().filter_map(|file| without_actions(folder, file, &service.prefix)));
        }
    }
    let is_copy = |overlap: &&Overlap| {
        let smaller = overlap.pages.iter().map(|page| page.actions).min().unwrap_or_default();
        overlap.shared.len().saturating_mul(PART) >= smaller
    };
    questions.extend(overlaps.iter().filter(is_copy).filter_map(|overlap| copy(previous, overlap)));
    // A page can be a copy by its anchors and by its actions, or of two pages, and is asked about once.
    questions.sort_by(|one, other| one.flag.cmp(&other.flag));
    questions.dedup_by(|one, other| one.flag == other.flag);
    questions
}

/// Returns the question about a page whose anchors name another page.
fn misnamed(folder: &Folder, file: &str) -> Option<Question> {
    let mut pages = folder.pages.iter().filter_map(|page| Some((*page, folder.sources.get(*page)?)));
    let (page, source) = pages.find(|(_, source)| source.name == file)?;
    let (other, span) = parse::other_name(source)?;
    let message = format!("by its anchors, the page `{file}` is `{other}`");
    let help = format!("remove the page if it is a copy, or fetch `{file}` again and save this page as `{other}`");
    Some(ask(file, message, &help, Place::Text(page, span)))
}

/// Returns the question about a page that joins another and leaves out its actions, as pages of 2020 do.
fn without_actions(folder: &Folder, file: &str, prefix: &str) -> Option<Question> {
    let mut pages = folder.pages.iter().filter_map(|page| Some((*page, folder.sources.get(*page)?)));
    let (page, _) = pages.find(|(_, source)| source.name == file)?;
    let message = format!("the page `{file}` joins the pages of `{prefix}`, whose actions would be partly left out");
    let help = "remove the page if it is a copy; if it is older, state its month below `[pages]` in `editions.toml`";
    Some(ask(file, message, help, Place::Text(page, 0..0)))
}

/// Returns the question about an overlap, unless the generated files unite the two pages already.
fn copy(previous: &Previous, overlap: &Overlap) -> Option<Question> {
    let before = &previous.services.get(&overlap.prefix)?.service.pages;
    let [one, other] = &overlap.pages;
    let known = |page: &OverlappingPage| before.iter().find(|known| known.file == page.file);
    let (copy, original) = match (known(one), known(other)) {
        (Some(one), Some(other)) if one.edition == other.edition => return None,
        // The page that joins is the copy.
        (Some(one_before), Some(other_before)) if one_before.edition < other_before.edition => (one, other),
        (None, Some(_)) => (one, other),
        (None, None) if one.actions < other.actions => (one, other),
        _ => (other, one),
    };
    let edition = overlap.edition.map_or_else(|| "no stated edition".to_owned(), |edition| edition.to_string());
    let count = overlap.shared.len();
    let names = question::some(overlap.shared.iter().map(|name| format!("`{name}`")), count);
    let message = format!(
        "the page `{}` lists {count} of its {} actions like `{}`, another page of `{}` of {edition}: {names}",
        copy.file, copy.actions, original.file, overlap.prefix
    );
    let help = "remove the page if it is a copy; if it is older, state its month below `[pages]` in `editions.toml`";
    Some(ask(&copy.file, message, help, copy.place.clone()))
}

fn ask(file: &str, message: String, help: &str, place: Place) -> Question {
    let flag = format!("{file}:{WORD}");
    let help = format!("{help}; `--accept-change {flag}` accepts it");
    Question { flag, code: Code::CopiedPage, message, place, help }
}
