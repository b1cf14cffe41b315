//! Runs `sync` against a server with pages of the reference.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

use super::server::{DIRECTORY, Reply, Server};
use super::tree;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;
use xtask::messages::PageTotals;
use xtask::model::Edition;
use xtask::progress::Progress;
use xtask::report::Report;
use xtask::sync::{self, Address, Client, Fetcher, Limits, Retries, Sync, SyncOptions};

/// The contents of the reference.
pub const CONTENTS: &str = "reference_policies_actions-resources-contextkeys.md";

/// A server with pages, and an output directory.
pub struct Site {
    /// The server.
    pub server: Server,
    /// The pages on the server, by file name.
    pub pages: BTreeMap<String, String>,
    /// The parent of the output directory.
    pub folder: tempfile::TempDir,
}

/// The options that tests change.
#[derive(Clone, Copy, Default)]
pub struct Flags {
    /// Whether a page that cannot be fetched is kept.
    pub keep_going: bool,
    /// Whether pages may be removed even if the list may have been misread.
    pub accept_removal: bool,
    /// The month of the run. Empty means the month of the first run.
    pub month: &'static str,
}

/// Returns the pages of the repository, except the page of 2018, which AWS no longer publishes.
pub fn repository() -> BTreeMap<String, String> {
    let docs_src = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("docs-src");
    let mut pages = BTreeMap::new();
    for entry in docs_src.read_dir().unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.starts_with("list_") && name != "list_amazonses.md" {
            pages.insert(name, std::fs::read_to_string(path).unwrap());
        }
    }
    assert_eq!(pages.len(), 457);
    pages
}

/// Returns eight of the pages. With eight pages, one page is less than a fifth.
pub fn some_pages() -> BTreeMap<String, String> {
    let names = ["account", "dsql", "freetier", "iq", "lex", "polly", "sqs", "vpce"];
    repository().into_iter().filter(|(name, _)| names.iter().any(|stem| *name == format!("list_{stem}.md"))).collect()
}

impl Site {
    /// Creates a site from which nothing has been fetched.
    pub fn new(pages: BTreeMap<String, String>) -> Self {
        let site = Self { server: Server::start(), pages, folder: tempfile::tempdir().unwrap() };
        site.publish();
        site
    }

    /// Creates a site with eight pages, from which nothing has been fetched.
    pub fn small() -> Self {
        Self::new(some_pages())
    }

    /// Creates a site whose pages have been fetched.
    pub fn fetched() -> Self {
        let site = Self::small();
        let (report, totals) = site.sync();
        assert!(totals.is_some_and(|totals| totals.fetched == 8), "{}", messages(&report));
        site.server.requests();
        site
    }

    /// Serves the pages and their lists.
    pub fn publish(&self) {
        for (name, text) in &self.pages {
            self.server.set(name, [Reply::page(text.as_bytes())]);
        }
        let names: Vec<&str> = self.pages.keys().map(String::as_str).collect();
        self.list(&names);
        let mut sitemap = "<urlset>".to_owned();
        let mut contents = Vec::new();
        for name in names {
            let html = name.replace(".md", ".html");
            write!(sitemap, "<url><loc>https://docs.aws.amazon.com{DIRECTORY}{html}</loc></url>").unwrap();
            contents.push(serde_json::json!({ "title": name, "href": html }));
        }
        self.server.set("sitemap.xml", [Reply::page(sitemap).with("Content-Type", "text/xml")]);
        let toc = serde_json::json!({ "contents": [{ "title": "Reference", "href": "reference.html", "contents": contents }] });
        self.server.set("toc-contents.json", [Reply::page(toc.to_string())]);
    }

    /// Serves a contents page with links to these pages.
    pub fn list(&self, names: &[&str]) {
        let mut text = "# Actions, resources, and condition keys for AWS services\n\n**Topics**\n".to_owned();
        for name in names {
            writeln!(text, "+ [Service]({name})").unwrap();
        }
        self.server.set(CONTENTS, [Reply::page(text)]);
    }

    /// Returns the output directory.
    pub fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// Runs `sync`. The numbers of pages are `None` if there are errors.
    pub fn sync(&self) -> (Report, Option<PageTotals>) {
        self.sync_with(Flags::default())
    }

    /// Runs `sync` with other options.
    pub fn sync_with(&self, flags: Flags) -> (Report, Option<PageTotals>) {
        apply(self.plan(flags))
    }

    /// Runs `sync` with other limits.
    pub fn sync_within(&self, limits: Limits, flags: Flags) -> (Report, Option<PageTotals>) {
        apply(self.plan_within(limits, flags))
    }

    /// Fetches the pages and returns the plan, without writing.
    pub fn plan(&self, flags: Flags) -> (Report, Option<Sync>) {
        let limits = Limits { connect: Duration::from_secs(5), request: Duration::from_secs(20), bytes: 2 << 20 };
        self.plan_within(limits, flags)
    }

    fn plan_within(&self, limits: Limits, flags: Flags) -> (Report, Option<Sync>) {
        let client = Client::new(limits);
        let fetcher = Fetcher { transport: &client, retries: Retries::default(), pause: &|_| () };
        let month = Edition::parse(flags.month).or_else(|| Edition::new(2026, 11)).unwrap();
        let options = SyncOptions {
            output: self.out(),
            output_shown: "out".to_owned(),
            from: Address::parse(&self.server.address()).unwrap(),
            month,
            keep_going: flags.keep_going,
            accept_removal: flags.accept_removal,
        };
        let (report, sync) = sync::run(&options, fetcher, Progress::Hidden);
        assert_eq!(sync.is_some(), report.errors() == 0);
        (report, sync)
    }

    /// Adds a page, which is a copy of another page under a new name.
    pub fn add_page(&mut self, name: &str) {
        let text = self
            .pages
            .get("list_iq.md")
            .unwrap()
            .replace("\"list_iq", &format!("\"{}", name.strip_suffix(".md").unwrap()));
        self.pages.insert(name.to_owned(), text);
    }

    /// Removes a page, also from the server.
    pub fn remove_page(&mut self, name: &str) {
        self.pages.remove(name).unwrap();
        self.server.remove(name);
    }

    /// Returns the fetched pages, without `editions.toml` and `.sync.json`, which `sync` also writes.
    pub fn fetched_pages(&self) -> BTreeMap<String, String> {
        let files = tree(&self.out()).into_iter().filter(|(name, _)| name.starts_with("list_"));
        files.map(|(name, text)| (name, String::from_utf8(text).unwrap())).collect()
    }

    /// Returns the contents of `editions.toml`.
    pub fn editions(&self) -> String {
        std::fs::read_to_string(self.out().join("editions.toml")).unwrap()
    }
}

fn apply((report, sync): (Report, Option<Sync>)) -> (Report, Option<PageTotals>) {
    (report, sync.map(|sync| sync.plan.apply().map(|()| sync.totals).unwrap()))
}

/// Returns the numbers of pages.
pub fn totals(fetched: usize, unchanged: usize, removed: usize, kept: usize) -> PageTotals {
    PageTotals { fetched, unchanged, removed, kept }
}

/// Returns the diagnostics of a run: severity, code, message and place.
pub fn messages(report: &Report) -> String {
    let mut text = String::new();
    for found in &report.found {
        let severity = if found.is_error() { "error" } else { "warning" };
        writeln!(text, "{severity}[{}]: {} --> {:?}", found.code, found.message, found.places.first().unwrap().0)
            .unwrap();
    }
    text
}
