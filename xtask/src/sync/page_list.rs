//! Extracts the pages from the lists of pages: the contents page, the table of contents, and the sitemap.

use super::address::Address;
use pulldown_cmark::{Event, Parser, Tag};
use serde_json::Value;
use std::collections::BTreeSet;

/// A file that lists the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageList {
    /// The contents of the reference, in Markdown.
    Contents,
    /// The contents of the reference, in HTML.
    HtmlContents,
    /// The table of contents in AWS's documentation viewer.
    TableOfContents,
    /// The sitemap.
    Sitemap,
}

impl PageList {
    /// The lists with which the contents are compared.
    pub(super) const WITNESSES: [Self; 2] = [Self::TableOfContents, Self::Sitemap];

    /// Returns the name of the file.
    #[must_use]
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Contents => "reference_policies_actions-resources-contextkeys.md",
            Self::HtmlContents => "reference_policies_actions-resources-contextkeys.html",
            Self::TableOfContents => "toc-contents.json",
            Self::Sitemap => "sitemap.xml",
        }
    }

    /// Returns the names of the pages in a list, in the form `list_….md`.
    #[must_use]
    pub(super) fn pages(self, text: &str, address: &Address) -> BTreeSet<String> {
        let links = match self {
            Self::Contents => markdown_links(text),
            Self::HtmlContents => between(text, "href=", |rest| quoted(rest)),
            Self::TableOfContents => json_links(text),
            Self::Sitemap => between(text, "<loc>", |rest| rest.split('<').next()),
        };
        links.iter().filter_map(|link| address.page(link)).collect()
    }
}

fn markdown_links(text: &str) -> Vec<String> {
    let links = Parser::new(text).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    });
    links.collect()
}

/// Returns the result of `read` for the text after each `mark`. Marks are found case-insensitively, as in HTML.
fn between<'a>(text: &'a str, mark: &str, read: impl Fn(&'a str) -> Option<&'a str>) -> Vec<String> {
    // Lowercasing ASCII letters does not change the positions.
    let lower = text.to_ascii_lowercase();
    let ends = lower.match_indices(mark).map(|(at, _)| at.saturating_add(mark.len()));
    ends.filter_map(|end| read(text.get(end..)?)).map(|link| link.replace("&amp;", "&")).collect()
}

/// Returns the value of an attribute, with or without quotes.
fn quoted(rest: &str) -> Option<&str> {
    match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next(),
        _ => rest.split([' ', '>', '\n', '\t']).next(),
    }
}

/// Returns every value of `href` in a JSON document, at any depth that the parser accepts.
fn json_links(text: &str) -> Vec<String> {
    let mut links = Vec::new();
    let mut values: Vec<Value> = serde_json::from_str(text).ok().into_iter().collect();
    while let Some(value) = values.pop() {
        match value {
            Value::Array(items) => values.extend(items),
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value {
                        Value::String(link) if name == "href" => links.push(link),
                        other => values.push(other),
                    }
                }
            }
            _ => {}
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::PageList;
    use crate::sync::address::{AWS, Address};

    fn pages(list: PageList, text: &str) -> Vec<String> {
        list.pages(text, &Address::parse(AWS).unwrap()).into_iter().collect()
    }

    #[test]
    fn each_list_has_links_of_its_own_form() {
        let expected = ["list_a4b.md", "list_sqs.md"];
        let markdown = "# Actions\n\n**Topics**\n+ [A](list_a4b.md \"list_a4b.md\")\n+ [SQS](https://docs.aws.amazon.com/service-authorization/latest/reference/list_sqs.html#top)\n+ [x](reference.md)\n+ [SQS](list_sqs.md)\n";
        assert_eq!(pages(PageList::Contents, markdown), expected);
        let html = "<li><a href=\"./list_a4b.html\">A</a><A HREF='list_sqs.html?a=1&amp;b=2'><a href=other.html>";
        assert_eq!(pages(PageList::HtmlContents, html), expected);
        let json = r#"{"contents":[{"title":"Reference","href":"reference.html","contents":[{"href":"list_sqs.html"},{"href":"list_a4b.html","title":"list_no.html"}]}]}"#;
        assert_eq!(pages(PageList::TableOfContents, json), expected);
        let sitemap = format!(
            "<urlset><url><loc>{AWS}list_a4b.html</loc></url><url><loc>{AWS}list_sqs.html</loc></url></urlset>"
        );
        assert_eq!(pages(PageList::Sitemap, &sitemap), expected);
    }

    #[test]
    fn other_texts_list_nothing() {
        for list in [PageList::Contents, PageList::HtmlContents, PageList::TableOfContents, PageList::Sitemap] {
            for text in ["", "list_sqs.md", "<loc>", "href=", "href=\"", "{\"href\": 1}", "[", "<loc>ü<", "href=ü"] {
                assert_eq!(pages(list, text), [""; 0], "{list:?}: {text}");
            }
        }
    }
}
