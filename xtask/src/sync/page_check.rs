//! Checks that a response is a complete page of the reference, and the page that was requested.

use super::transport::Response;
use crate::diagnostic::{Code, Diagnostic, Reporter};
use crate::parse;
use crate::source::{FileId, Source, Sources};

/// The beginning of each page, ignoring case. AWS's pages have two blank lines before it.
const TITLE: &str = "# Actions, resources, and condition keys for ";

/// Content types that are not text, but that servers use for files of unknown type.
const UNKNOWN_TYPES: [&str; 2] = ["application/octet-stream", "binary/octet-stream"];

/// Words in the names of text types that no page has.
const OTHER_TYPES: [&str; 6] = ["html", "json", "xml", "css", "javascript", "csv"];

/// Errors of the parser that show that a page is incomplete. `regen` reports other errors.
const CUT_OFF: [Code; 2] = [Code::MissingPrefix, Code::MissingSection];

/// Returns the text of the page called `name`.
///
/// # Errors
///
/// Returns the reason why the response is not a complete page, or is another page.
pub(super) fn page(name: &str, response: Response) -> Result<String, String> {
    content_type(response.content_type.as_deref())?;
    let text = text(response.body)?;
    let beginning = text.trim_start_matches('\u{feff}').trim_start();
    if !beginning.get(..TITLE.len()).is_some_and(|title| title.eq_ignore_ascii_case(TITLE)) {
        return Err(format!("the response does not begin with `{}`", TITLE.trim_end()));
    }
    let source = Source { name: name.to_owned(), path: name.to_owned(), text };
    whole(&source)?;
    match parse::other_name(&source) {
        Some((other, _)) => Err(format!("the anchors belong to another page, `{other}`")),
        None => Ok(source.text),
    }
}

/// Returns the contents of a list of pages.
///
/// # Errors
///
/// Returns the reason why the response is not valid UTF-8.
pub(super) fn text(body: Vec<u8>) -> Result<String, String> {
    String::from_utf8(body).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("the response is not valid UTF-8: byte {at} is invalid")
    })
}

fn content_type(header: Option<&str>) -> Result<(), String> {
    let Some(header) = header else { return Ok(()) };
    let essence = header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_text = essence
        .strip_prefix("text/")
        .is_some_and(|kind| !OTHER_TYPES.iter().any(|other| kind.split(['+', '-', '.']).any(|part| part == *other)));
    if is_text || essence.is_empty() || UNKNOWN_TYPES.contains(&essence.as_str()) {
        return Ok(());
    }
    Err(format!("the response is of type `{essence}`: expected Markdown"))
}

/// Checks that a page has all announced sections, and that its last line is complete.
fn whole(source: &Source) -> Result<(), String> {
    let text = source.text.as_str();
    let mut report = Reporter::new(FileId::default());
    let _ = parse::page(source, &mut report);
    let position = |at: usize| {
        let mut sources = Sources::default();
        let file = sources.add(source.clone());
        sources.position(file, at).unwrap_or_default()
    };
    // If another section follows, a section was not cut off, even if parts of it are missing.
    let last_section = text.rfind("\n## ").unwrap_or_default();
    let is_cut_off = |found: &&Diagnostic| {
        CUT_OFF.contains(&found.code) || found.code == Code::EmptySection && found.start() >= last_section
    };
    if let Some(found) = report.found.iter().find(is_cut_off) {
        let (line, column) = position(found.start());
        return Err(format!("the page is incomplete: {} (line {line}, column {column})", found.message));
    }
    if !last_line_is_whole(text) {
        let (line, _) = position(text.trim_end().len());
        return Err(format!("the page is incomplete: its last line, {line}, has no end"));
    }
    Ok(())
}

/// Returns true if nothing is missing at the end of the page. AWS's own pages of October 2026 do not end in a newline.
/// So a row must end in a pipe, and a sentence in a period.
fn last_line_is_whole(text: &str) -> bool {
    let content = text.trim_end();
    let mut lines = content.lines().rev();
    let line = lines.next().unwrap_or_default();
    if !line.starts_with('|') {
        return text.ends_with(['\n', '\r']) || content.ends_with(['.', ')', '>', '}']);
    }
    // The first row of a table follows a line of hyphens with the same number of pipes.
    let is_row = line.chars().any(|character| !"|-: ".contains(character)) || !line.contains('-');
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    is_row && line.ends_with('|') && lines.next().is_some_and(|before| bars(before) == bars(line))
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::sync::transport::Response;

    const PAGE: &str = "\n\n# Actions, resources, and condition keys for Example\n<a name=\"list_example\"></a>\n\nExample (service prefix: `example`) provides the following service-specific operations, resources, actions, and condition keys for use in IAM permission policies.\n\n**Topics**\n+ [Actions defined by Example](#list_example-actions-as-permissions)\n+ [Resource types defined by Example](#list_example-resources-for-iam-policies)\n+ [Condition keys for Example](#list_example-policy-keys)\n\n## Actions defined by Example\n<a name=\"list_example-actions-as-permissions\"></a>\n\nYou can specify the following actions in the `Action` element of an IAM policy statement.\n\n| Actions | Description | Access level | Resource types (*required) | Condition keys | Dependent actions | \n| --- | --- | --- | --- | --- | --- | \n|   [Get](https://example.com)  | Grants permission to get. It is short. | Read |   |   |   | \n\n## Resource types defined by Example\n<a name=\"list_example-resources-for-iam-policies\"></a>\n\nExample does not support specifying a resource ARN in the `Resource` element of an IAM policy statement. To allow access to Example, specify `\"Resource\": \"*\"` in your policy.\n\n## Condition keys for Example\n<a name=\"list_example-policy-keys\"></a>\n\nExample defines the following condition keys that can be used in the `Condition` element of an IAM policy.\n\n| Condition keys | Description | Type | \n| --- | --- | --- | \n|   [example:A](https://example.com)  | Filters access by A. | String | \n|   [example:B](https://example.com)  | Filters access by B. | String | ";

    fn check(content_type: Option<&str>, body: impl Into<Vec<u8>>) -> Result<String, String> {
        let content_type = content_type.map(str::to_owned);
        page("list_example.md", Response { status: 200, content_type, body: body.into(), ..Response::default() })
    }

    #[test]
    fn the_page_is_whole_with_and_without_a_newline_at_the_end() {
        for page in [PAGE.to_owned(), format!("{PAGE}\n"), format!("{}\n", PAGE.trim_end()), PAGE.replace('\n', "\r\n")]
        {
            assert_eq!(check(Some("text/markdown; charset=utf-8"), page.clone()), Ok(page));
        }
    }

    /// Checks cuts at every byte. A cut between two rows of the last table cannot be detected here, but HTTP detects it
    /// by the length of the body.
    #[test]
    fn a_page_that_is_cut_off_is_not_whole() {
        let rows = PAGE.rfind("| --- | \n|").unwrap() + "| --- | \n".len();
        let unseen = ["String |", "String | ", "String | \n"];
        for (at, _) in PAGE.char_indices() {
            let cut = PAGE.get(..at).unwrap();
            let is_unseen = at > rows && unseen.iter().any(|end| cut.ends_with(end));
            assert_eq!(check(None, cut).is_ok(), is_unseen, "byte {at}: …{}", cut.lines().last().unwrap_or_default());
        }
    }

    #[test]
    fn types_that_are_not_markdown_are_refused() {
        for good in [
            "text/plain",
            "text/markdown",
            "TEXT/X-Markdown;charset=utf-8",
            "binary/octet-stream",
            "application/octet-stream",
            "",
        ] {
            assert!(check(Some(good), PAGE).is_ok(), "{good}");
        }
        for wrong in [
            "text/html",
            "text/html; charset=utf-8",
            "application/json",
            "text/xml",
            "application/xhtml+xml",
            "image/png",
            "text/x-json",
        ] {
            assert!(check(Some(wrong), PAGE).unwrap_err().contains("expected Markdown"), "{wrong}");
        }
    }

    #[test]
    fn other_texts_are_not_pages() {
        for (body, reason) in [
            (&b""[..], "does not begin with `# Actions"),
            (b"<!DOCTYPE html><title>Error</title>", "does not begin with `# Actions"),
            (b"# Actions, resources, and condition keys for AWS services", "the page is incomplete: "),
            (b"# Actions, resources, and condition keys for \xff", "not valid UTF-8: byte 45 "),
        ] {
            let error = check(None, body).unwrap_err();
            assert!(error.contains(reason), "{error}");
        }
    }

    /// Accepts pages with errors that `regen` reports, because they are not errors of the fetch.
    #[test]
    fn an_odd_row_is_not_a_fault_of_the_fetch() {
        for (from, to) in
            [("| Read |", "| Reading |"), ("| String | \n", "| Text | \n"), ("**Topics**", "A sentence.\n\n**Topics**")]
        {
            assert!(PAGE.contains(from) && check(None, PAGE.replacen(from, to, 1)).is_ok(), "{to}");
        }
    }
}
