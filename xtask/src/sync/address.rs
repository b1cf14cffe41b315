//! Parses the URLs that `sync` needs: it resolves links and redirects, and finds the pages that they lead to.

use crate::read::is_page_name;
use std::fmt;

/// The address of the reference on AWS's site.
pub const AWS: &str = "https://docs.aws.amazon.com/service-authorization/latest/reference/";

/// The address of a directory with the pages of the reference. It ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    scheme: String,
    /// The host in lower case, with the port if there is one.
    host: String,
    /// The path from the first `/` to the last.
    directory: String,
}

impl Address {
    /// Parses an `http` or `https` URL of a directory.
    ///
    /// # Errors
    ///
    /// Returns a message if the URL is not valid.
    pub fn parse(url: &str) -> Result<Self, String> {
        let directory = if url.ends_with('/') { url.to_owned() } else { format!("{url}/") };
        let target = Target::absolute(&directory).filter(|target| is_plain(&target.path));
        let Some(Target { scheme, host, path }) = target else {
            return Err(format!("`{url}` is not the URL of a directory: expected a URL such as `{AWS}`"));
        };
        Ok(Self { scheme, host, directory: path })
    }

    /// Returns the URL of a file in the directory.
    #[must_use]
    pub fn url(&self, name: &str) -> String {
        format!("{self}{name}")
    }

    /// Returns the name of the Markdown page to which a link on a page of the directory leads.
    ///
    /// A link can be relative, or contain the URL of the directory. It can also contain the URL of the directory on
    /// AWS's site, because mirrors keep such links in their copies. It can lead to the HTML or the Markdown version of a
    /// page.
    #[must_use]
    pub fn page(&self, link: &str) -> Option<String> {
        let target = Target { scheme: self.scheme.clone(), host: self.host.clone(), path: self.directory.clone() };
        let target = target.resolve(link)?;
        let (directory, name) = target.path.rsplit_once('/')?;
        let is_aws = || AWS.strip_prefix("https://").is_some_and(|aws| aws == format!("{}{directory}/", target.host));
        let is_own = || target.host == self.host && self.directory.strip_suffix('/') == Some(directory);
        let stem = name.strip_suffix(".md").or_else(|| name.strip_suffix(".html"))?;
        let page = format!("{stem}.md");
        (is_page_name(&page) && (is_own() || is_aws())).then_some(page)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.host, self.directory)
    }
}

/// Returns the target of a redirect at `url`, or `None` if `location` is not a URL.
#[must_use]
pub(super) fn redirect(url: &str, location: &str) -> Option<String> {
    let Target { scheme, host, path } = Target::absolute(url)?.resolve(location)?;
    Some(format!("{scheme}://{host}{path}"))
}

/// Returns true if a redirect keeps the host and the file name, and does not change to a less safe scheme.
#[must_use]
pub(super) fn is_same_file(from: &str, to: &str) -> bool {
    let (Some(from), Some(to)) = (Target::absolute(from), Target::absolute(to)) else { return false };
    let name = |target: &Target| target.path.rsplit('/').next().map(str::to_owned);
    from.host == to.host && (from.scheme == to.scheme || to.scheme == "https") && name(&from) == name(&to)
}

/// A URL without its query and fragment.
#[derive(Clone, Debug)]
struct Target {
    scheme: String,
    host: String,
    path: String,
}

impl Target {
    fn absolute(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let rest = rest.split(['?', '#']).next()?;
        let (host, path) = rest.find('/').and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, "/"));
        let is_host = |character: char| character.is_ascii_alphanumeric() || ".-:[]".contains(character);
        let is_known = matches!(scheme.as_str(), "http" | "https") && !host.is_empty() && host.chars().all(is_host);
        is_known.then(|| Self { scheme, host: host.to_ascii_lowercase(), path: without_dots(path) })
    }

    /// Returns the URL of a link on this page.
    fn resolve(mut self, link: &str) -> Option<Self> {
        let link = link.trim();
        if link.contains("://") {
            return Self::absolute(link);
        }
        if link.starts_with("//") {
            return Self::absolute(&format!("{}:{link}", self.scheme));
        }
        let link = link.split(['?', '#']).next()?;
        // Skip `mailto:` and similar links.
        if link.split('/').next().is_some_and(|first| first.contains(':')) {
            return None;
        }
        self.path = if link.starts_with('/') {
            without_dots(link)
        } else {
            let directory = self.path.rfind('/').and_then(|at| self.path.get(..=at))?;
            without_dots(&format!("{directory}{link}"))
        };
        Some(self)
    }
}

/// Resolves `.` and `..` in a path.
fn without_dots(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => drop(segments.pop()),
            other => segments.push(other),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        segments.push("");
    }
    format!("/{}", segments.join("/"))
}

/// Returns true if a path can be part of a request without escapes.
fn is_plain(path: &str) -> bool {
    path.chars().all(|character| character.is_ascii_graphic() && !"\"<>\\^`{|}".contains(character))
}

#[cfg(test)]
mod tests {
    use super::{AWS, Address, is_same_file, redirect};

    #[test]
    fn addresses_are_urls_of_directories() {
        assert_eq!(Address::parse(AWS).unwrap().to_string(), AWS);
        let address = Address::parse("HTTP://Localhost:80/a/../b").unwrap();
        assert_eq!(address.url("list_x.md"), "http://localhost:80/b/list_x.md");
        assert_eq!(Address::parse("http://localhost").unwrap().to_string(), "http://localhost/");
        for wrong in ["", "docs", "ftp://a/", "https:///a/", "https://user@host/", "https://a b/", "https://a/b c/"] {
            let error = Address::parse(wrong).unwrap_err();
            assert!(error.contains("is not the URL of a directory"), "{wrong}: {error}");
        }
    }

    #[test]
    fn links_lead_to_pages_of_the_directory_and_of_aws() {
        let address = Address::parse("http://localhost:8080/latest/reference").unwrap();
        for link in [
            "list_sqs.md",
            "./list_sqs.html#list_sqs-actions-as-permissions",
            "../reference/list_sqs.html?x=1",
            "/latest/reference/list_sqs.html",
            "//localhost:8080/latest/reference/list_sqs.md",
            "http://LOCALHOST:8080/latest/reference/list_sqs.html",
            "https://docs.aws.amazon.com/service-authorization/latest/reference/list_sqs.html",
        ] {
            assert_eq!(address.page(link).as_deref(), Some("list_sqs.md"), "{link}");
        }
        for link in [
            "list_.md",
            "list_sqs.pdf",
            "list_a b.md",
            "reference.md",
            "../list_sqs.md",
            "sub/list_sqs.md",
            "mailto:list_sqs.md",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/list_sqs.html",
            "https://example.com/latest/reference/list_sqs.html",
        ] {
            assert_eq!(address.page(link), None, "{link}");
        }
    }

    #[test]
    fn redirects_stay_with_the_file() {
        let from = "http://host/a/list_x.md";
        let same = |location: &str| is_same_file(from, &redirect(from, location).unwrap());
        for location in ["/b/list_x.md", "https://host/a/list_x.md", "../b/list_x.md", "list_x.md?v=2"] {
            assert!(same(location), "{location}");
        }
        for location in ["/b/list_y.md", "https://other/a/list_x.md", "index.html", "/", "//other/a/list_x.md"] {
            assert!(!same(location), "{location}");
        }
        assert!(!is_same_file("https://host/list_x.md", "http://host/list_x.md"), "the target has a less safe scheme");
    }
}
