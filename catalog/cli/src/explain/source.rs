//! Adds the rows with the sources of an explanation.

use std::fmt::Display;

use catalog::{Page, Service};

use super::sheet::{NOT_STATED, Sheet};

/// The base URL of the pages.
const REFERENCE: &str = "https://docs.aws.amazon.com/service-authorization/latest/reference/";

/// Adds the link to AWS's documentation, and the pages of the service with their months.
pub(super) fn rows(sheet: Sheet, documentation: Option<impl Display>, service: Service) -> Sheet {
    sheet.stated("documentation", documentation).list("pages", service.pages().map(page), NOT_STATED)
}

fn page(page: Page) -> String {
    let name = page.file_name.strip_suffix(".md").unwrap_or(page.file_name);
    let edition = page.edition.map_or_else(|| NOT_STATED.to_owned(), |edition| edition.to_string());
    format!("{REFERENCE}{name}.html (edition {edition})")
}
