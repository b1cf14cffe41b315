//! Fetches all pages of a listing in parallel.

use super::address::Address;
use super::fetch::{Answer, Failure, Fetcher};
use super::held::Held;
use super::listing::Listing;
use super::page_check;
use super::state::FetchedPage;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::progress::Progress;
use indicatif::ParallelProgressIterator as _;
use rayon::ThreadPoolBuilder;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use std::collections::BTreeMap;

/// The number of concurrent requests.
pub const CONNECTIONS: usize = 8;

/// The result of requesting a page.
#[derive(Clone, Debug)]
pub(super) enum Page {
    /// The page has not changed since it was last fetched.
    Confirmed(FetchedPage),
    /// The page was sent, with this text.
    Fetched(String, FetchedPage),
    /// The page could not be fetched, and the existing page is kept.
    Kept,
}

/// The settings of a run.
#[derive(Clone, Copy)]
pub(super) struct PageRules<'a> {
    pub(super) fetcher: Fetcher<'a>,
    pub(super) address: &'a Address,
    pub(super) keep_going: bool,
    pub(super) progress: Progress,
}

/// Fetches the pages, and reports every page that cannot be fetched. A page that only a witness lists may be gone.
pub(super) fn fetch(
    rules: &PageRules<'_>,
    listing: &Listing,
    held: &Held,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Page> {
    let names: Vec<&String> = listing.pages.iter().chain(listing.witnessed.keys()).collect();
    let bar = rules.progress.bar("pages fetched", names.len());
    let fetch = || names.par_iter().progress_with(bar).map(|name| one(rules, held, name)).collect::<Vec<_>>();
    let fetched = match ThreadPoolBuilder::new().num_threads(CONNECTIONS).build() {
        Ok(pool) => pool.install(fetch),
        // The system does not allow this process more threads.
        Err(_) => fetch(),
    };
    let mut pages = BTreeMap::new();
    for (name, result) in names.into_iter().zip(fetched) {
        match result {
            Ok(page) => drop(pages.insert(name.clone(), page)),
            Err((code, failure)) => {
                let place = Place::Path(rules.address.url(name));
                let Failure { reason, is_gone } = failure;
                if is_gone && listing.witnessed.contains_key(name) {
                    let fate = if held.is_as_fetched(name) { "removed" } else { "left out" };
                    let warning = Diagnostic::warning(code, format!("the page is {fate}: {reason}"), place);
                    found.push(warning.help("the contents of the reference do not have it either"));
                } else if rules.keep_going && held.pages.contains_key(name) {
                    let warning = Diagnostic::warning(code, format!("the page was not fetched: {reason}"), place);
                    found.push(warning.help(format!("the existing `{name}` is kept with its month")));
                    pages.insert(name.clone(), Page::Kept);
                } else {
                    let fix = if held.pages.contains_key(name) {
                        "run the command again; `--keep-going` keeps the existing page"
                    } else {
                        "run the command again; there is no existing page to keep"
                    };
                    let error = Diagnostic::error(code, format!("the page was not fetched: {reason}"), place);
                    found.push(error.help(fix));
                }
            }
        }
    }
    pages
}

/// Fetches a page. Sends validators only if the existing page is unchanged since it was fetched from the same address.
fn one(rules: &PageRules<'_>, held: &Held, name: &str) -> Result<Page, (Code, Failure)> {
    let state = held.state.as_ref().filter(|state| state.from == rules.address.to_string());
    let known = state.and_then(|state| state.pages.get(name)).filter(|_| held.is_as_fetched(name));
    let validators = known.and_then(FetchedPage::validators);
    let answer = rules.fetcher.get(&rules.address.url(name), validators);
    match (answer.map_err(|failure| (Code::NotFetched, failure))?, known) {
        (Answer::NotModified, Some(known)) => Ok(Page::Confirmed(known.clone())),
        (Answer::NotModified, None) => {
            Err((Code::NotFetched, "the server responded with status 304".to_owned().into()))
        }
        (Answer::File(response), _) => {
            let validators = response.validators.clone();
            let text = page_check::page(name, response).map_err(|reason| (Code::NotAPage, reason.into()))?;
            let page = FetchedPage::new(validators, text.as_bytes());
            Ok(Page::Fetched(text, page))
        }
    }
}
