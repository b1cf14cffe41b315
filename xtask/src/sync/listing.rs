//! Determines the set of pages: fetches lists, and compares them with each other and with the existing pages.

use super::address::Address;
use super::fetch::{Answer, Fetcher};
use super::held::Held;
use super::list_size;
use super::page_check;
use super::page_list::PageList;
use crate::diagnostic::{Code, Diagnostic, Place};
use std::collections::{BTreeMap, BTreeSet};

/// The pages to fetch.
#[derive(Clone, Debug, Default)]
pub(super) struct Listing {
    /// The pages to which the contents page of the reference links. Messages call this page the contents.
    pub(super) pages: BTreeSet<String>,
    /// The pages that only another list has, with the URL of that list. Such a list is a witness.
    pub(super) witnessed: BTreeMap<String, String>,
    /// Whether a witness has most of the pages of the contents.
    pub(super) is_compared: bool,
}

/// Fetches the lists. Returns `None` if the contents cannot be read, or if a list has far too many pages.
pub(super) fn fetch(
    fetcher: &Fetcher<'_>,
    address: &Address,
    held: &Held,
    found: &mut Vec<Diagnostic>,
) -> Option<Listing> {
    let (pages, contents) = contents(fetcher, address, found)?;
    let known = held.pages_from(address);
    if let Some(error) = list_size::too_long(&pages, known, &contents) {
        found.push(error);
        return None;
    }
    let mut witnessed = BTreeMap::new();
    let mut is_compared = false;
    for list in PageList::WITNESSES {
        let url = address.url(list.file());
        match pages_of(fetcher, list, address) {
            Ok(listed) => {
                if let Some(error) = list_size::too_long(&listed, known, &url) {
                    found.push(error);
                    return None;
                }
                if list_size::is_comparable(&listed, &pages) {
                    is_compared = true;
                } else {
                    let message = format!(
                        "this list has only {} of the {} pages of the contents, so it cannot show that a page is gone",
                        listed.intersection(&pages).count(),
                        pages.len()
                    );
                    let warning = Diagnostic::warning(Code::PageListsDiffer, message, Place::Path(url.clone()));
                    found.push(warning.help("pages that only this list has are fetched anyway"));
                }
                let missing = listed.into_iter().filter(|page| !pages.contains(page));
                for page in missing {
                    witnessed.entry(page).or_insert_with(|| url.clone());
                }
            }
            Err(reason) => {
                let message = format!("the contents of the reference cannot be compared with this list: {reason}");
                found.push(Diagnostic::warning(Code::NotFetched, message, Place::Path(url)));
            }
        }
    }
    for (page, url) in &witnessed {
        let message = format!("this list has `{page}`, but the contents of the reference do not");
        let warning = Diagnostic::warning(Code::PageListsDiffer, message, Place::Path(url.clone()));
        found.push(warning.also(Place::Path(contents.clone()), "the contents").help("the page is fetched anyway"));
    }
    Some(Listing { pages, witnessed, is_compared })
}

/// Fetches the contents in Markdown, or in HTML if that fails. Returns their pages and their URL.
fn contents(
    fetcher: &Fetcher<'_>,
    address: &Address,
    found: &mut Vec<Diagnostic>,
) -> Option<(BTreeSet<String>, String)> {
    let [markdown, html] = [PageList::Contents, PageList::HtmlContents].map(|list| {
        let url = address.url(list.file());
        move || {
            pages_of(fetcher, list, address).map(|pages| (pages, url.clone())).map_err(|reason| (reason, url.clone()))
        }
    });
    let (reason, url) = match markdown() {
        Ok(listed) => return Some(listed),
        Err(failure) => failure,
    };
    match html() {
        Ok(listed) => Some(listed),
        Err((html_reason, html_url)) => {
            let message = format!(
                "the list of pages cannot be read: {reason}; the HTML version cannot be read either: {html_reason}"
            );
            let error = Diagnostic::error(Code::BadPageList, message, Place::Path(url));
            let help = "check the network and the address in `--from URL`";
            found.push(error.also(Place::Path(html_url), "the HTML version").help(help));
            None
        }
    }
}

/// Fetches a list and returns its pages. A list without pages is an error.
fn pages_of(fetcher: &Fetcher<'_>, list: PageList, address: &Address) -> Result<BTreeSet<String>, String> {
    let text = match fetcher.get(&address.url(list.file()), None) {
        Ok(Answer::File(response)) => page_check::text(response.body)?,
        Ok(Answer::NotModified) => return Err("the server responded with status 304".to_owned()),
        Err(failure) => return Err(failure.reason),
    };
    let pages = list.pages(&text, address);
    if pages.is_empty() { Err("it has no links to pages named `list_<service>`".to_owned()) } else { Ok(pages) }
}

/// Reports names that differ only in case, because a file system may treat them as the same name.
pub(super) fn check_case(listing: &Listing, address: &Address, found: &mut Vec<Diagnostic>) {
    let contents = address.url(PageList::Contents.file());
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for (name, url) in listing.pages.iter().map(|name| (name, &contents)).chain(&listing.witnessed) {
        if let Some(other) = names.insert(name.to_ascii_lowercase(), name) {
            let message = format!("the names of two pages, `{other}` and `{name}`, differ only in case");
            let help = "compare the list with the pages: on some systems both names are the same file";
            found.push(Diagnostic::error(Code::BadPageList, message, Place::Path(url.clone())).help(help));
        }
    }
}

/// Reports a listing that lacks a fifth or more of the existing pages. If no witness was compared with the contents, a
/// single missing page is also reported.
pub(super) fn check_removals(listing: &Listing, held: &Held, address: &Address, found: &mut Vec<Diagnostic>) {
    let is_listed = |page: &str| listing.pages.contains(page) || listing.witnessed.contains_key(page);
    let lost: Vec<&str> = held.pages.keys().map(String::as_str).filter(|page| !is_listed(page)).collect();
    let is_many = !lost.is_empty() && lost.len().saturating_mul(5) >= held.pages.len();
    let is_sole = !listing.is_compared && lost.iter().any(|page| held.is_as_fetched(page));
    if !is_many && !is_sole {
        return;
    }
    let some: Vec<_> = lost.iter().take(3).map(|page| format!("`{page}`")).collect();
    let message = format!(
        "the contents of the reference lack {} of the {} existing pages: {}{}",
        lost.len(),
        held.pages.len(),
        some.join(", "),
        if lost.len() > some.len() { ", …" } else { "" }
    );
    let place = Place::Path(address.url(PageList::Contents.file()));
    let fix = "compare the list with the directory; if AWS removed the pages, run again with `--accept-removal`";
    found.push(Diagnostic::error(Code::BadPageList, message, place).help(fix));
}
