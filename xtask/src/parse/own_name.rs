//! Compares the name of a page in its anchors with the name of its file.

use super::witnesses::{anchor_names, page_of_anchor};
use crate::source::{Source, Span};

/// The beginning of page names, and of the anchors of today's pages.
const BEGINNING: &str = "list_";

/// Returns the file name of another page that the anchors of the title or the sections name, and the place of
/// the anchor.
///
/// On all pages of April 2018, September 2020, and September and October 2026, these anchors name the file itself. If
/// they name another page, this page is a copy, or was saved over another page.
#[must_use]
pub fn other_name(page: &Source) -> Option<(String, Span)> {
    let own = page.name.strip_prefix(BEGINNING)?.strip_suffix(".md")?;
    let mut named = anchor_names(&page.text).enumerate().filter_map(|(nth, (anchor, span))| {
        let name = match page_of_anchor(anchor) {
            Some(name) => name.strip_prefix(BEGINNING).unwrap_or(name),
            // The first anchor belongs to the title.
            None if nth == 0 => anchor.strip_prefix(BEGINNING)?,
            None => return None,
        };
        Some((name, span))
    });
    let (name, span) = named.find(|(name, _)| !name.eq_ignore_ascii_case(own))?;
    Some((format!("{BEGINNING}{name}.md"), span))
}

#[cfg(test)]
mod tests {
    use super::other_name;
    use crate::source::Source;

    fn other(name: &str, text: &str) -> Option<String> {
        let page = Source { name: name.to_owned(), path: String::new(), text: text.to_owned() };
        other_name(&page).map(|(other, _)| other)
    }

    #[test]
    fn anchors_of_title_and_sections_name_the_page() {
        let old =
            "# Title<a name=\"list_amazonses\"></a>\n## Actions<a name=\"amazonses-actions-as-permissions\"></a>\n";
        let today =
            "# Title\n<a name=\"list_ses\"></a>\n<a name=\"list_ses-policy-keys\"></a>\n| <a name=\"ses-x\"></a> |\n";
        for (text, name) in [(old, "list_amazonses.md"), (today, "list_ses.md")] {
            assert_eq!(other(name, text), None);
            assert_eq!(other("list_sqs.md", text).as_deref(), Some(name));
        }
        let edited = today.replace("list_ses\"", "list_sqs\"");
        assert_eq!(other("list_sqs.md", &edited).as_deref(), Some("list_ses.md"));
        assert_eq!(other("list_ses.md", "no anchor"), None);
    }
}
