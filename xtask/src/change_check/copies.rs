//! Finds new pages that are copies of another page under a new name.
//!
//! There are three signs of a copy:
//!
//! * The anchors of the title and the sections name another page. The page was copied, or saved over another page.
//! * The page shares a quarter of its actions with another page of its service prefix and month. The page is a copy, or
//!   an older page whose month is missing in `editions.toml`.
//! * The service has a new page and now leaves out a table of actions, as pages of 2020 do. Before, it left out none.
//!
//! Correct pages have neither of the first two signs. On AWS's pages of April 2018, September 2020, and September and
//! October 2026, the anchors always name the page itself. No action is on two pages of one prefix and month.
//!
//! The check skips pages that the generated files already have for the same month. For a new service, it checks only
//! the anchors.

use crate::diagnostic::{Code, Place};
use crate::merge::{Overlap, OverlappingPage};
use crate::model::Service;
use crate::parse;
use crate::previous::Previous;
use crate::question::{self, Question};
use crate::read::Folder;
use crate::rust_names;

/// Two pages are copies if they share at least a quarter (1 / `PART`) of the smaller page's actions.
const PART: usize = 4;

/// The word of `--accept-change` for a copy.
const WORD: &str = "copy";

/// Returns a question for each page that may be a copy.
#[must_use]
pub fn questions(folder: &Folder, previous: &Previous, services: &[Service], overlaps: &[Overlap]) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for service in services {
        let before = previous.services.get(&service.prefix);
        // On a first run, there are no generated files to compare with.
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
    // Ask about each page only once. A page can be a copy by its anchors and by its actions, or a copy of two pages.
    questions.sort_by(|one, other| one.flag.cmp(&other.flag));
    questions.dedup_by(|one, other| one.flag == other.flag);
    questions
}

/// Returns the question about a page whose anchors name another page.
fn misnamed(folder: &Folder, file: &str) -> Option<Question> {
    let mut pages = folder.pages.iter().filter_map(|page| Some((*page, folder.sources.get(*page)?)));
    let (page, source) = pages.find(|(_, source)| source.name == file)?;
    let (other, span) = parse::other_name(source)?;
    let message = format!("the anchors of the page `{file}` name `{other}`");
    let help = format!("remove the page if it is a copy, or fetch `{file}` again and save this page as `{other}`");
    Some(ask(file, message, &help, Place::Text(page, span)))
}

/// Returns the question about a new page, after which the service would leave out actions, as pages of 2020 do.
fn without_actions(folder: &Folder, file: &str, prefix: &str) -> Option<Question> {
    let mut pages = folder.pages.iter().filter_map(|page| Some((*page, folder.sources.get(*page)?)));
    let (page, _) = pages.find(|(_, source)| source.name == file)?;
    let message = format!("the new page `{file}` of `{prefix}` would cause some actions to be left out");
    let help = "remove the page if it is a copy; if it is older, state its month below `[pages]` in `editions.toml`";
    Some(ask(file, message, help, Place::Text(page, 0..0)))
}

/// Returns the question about an overlap, unless the generated files already unite the two pages.
fn copy(previous: &Previous, overlap: &Overlap) -> Option<Question> {
    let before = &previous.services.get(&overlap.prefix)?.service.pages;
    let [one, other] = &overlap.pages;
    let known = |page: &OverlappingPage| before.iter().find(|known| known.file == page.file);
    let (copy, original) = match (known(one), known(other)) {
        (Some(one), Some(other)) if one.edition == other.edition => return None,
        // The page that is new to this month is the copy.
        (Some(one_before), Some(other_before)) if one_before.edition < other_before.edition => (one, other),
        (None, Some(_)) => (one, other),
        (None, None) if one.actions < other.actions => (one, other),
        _ => (other, one),
    };
    let edition = overlap.edition.map_or_else(|| "no stated edition".to_owned(), |edition| edition.to_string());
    let count = overlap.shared.len();
    let names = question::some(overlap.shared.iter().map(|name| format!("`{name}`")), count);
    let message = format!(
        "the page `{}` shares {count} of its {} actions with `{}`, another page of `{}` of {edition}: {names}",
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
