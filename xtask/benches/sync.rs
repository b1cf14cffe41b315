//! Measures a fetch of the whole reference, against its time limit and against the minimum work of any client. The
//! minimum is downloading the same pages one after another and writing them.
//!
//! The benchmark uses the server of the tests, which runs in the same process. No network is involved, so only the work
//! of `sync` is measured: requests, the check of each page, and writing.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;
use xtask::model::Edition;
use xtask::progress::Progress;
use xtask::sync::{self, Address, Client, Fetcher, Limits, Retries, SyncOptions, Transport as _};

#[path = "../../catalog/benches/ratio/mod.rs"]
mod ratio;
#[path = "../tests/support/server.rs"]
#[allow(dead_code, unreachable_pub, reason = "the tests use the other items")]
mod server;

use ratio::{limit, measuring, ratio, time};
use server::{Reply, Server};

/// The time limit for all pages.
const BAR: Duration = Duration::from_secs(5);

/// Starts a server with the pages of the repository.
fn serve() -> (Server, BTreeMap<String, Vec<u8>>) {
    let docs_src = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src");
    let entries = docs_src.read_dir().into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let pages = names.filter(|name| name.starts_with("list_") && name != "list_amazonses.md");
    let pages = pages.filter_map(|name| Some((name.clone(), std::fs::read(docs_src.join(name)).ok()?)));
    // A few pages are enough to test the benchmark.
    let pages: BTreeMap<_, _> = pages.take(if measuring() { usize::MAX } else { 20 }).collect();
    let server = Server::start();
    for (name, page) in &pages {
        server.set(name, [Reply::page(page.clone())]);
    }
    let links: Vec<_> = pages.keys().map(|name| format!("+ [Service]({name})\n")).collect();
    server.set("reference_policies_actions-resources-contextkeys.md", [Reply::page(links.concat())]);
    (server, pages)
}

/// Fetches all pages into a directory. The server has neither a table of contents nor a sitemap to compare with its
/// list of pages.
fn sync(server: &Server, out: &Path) {
    let client = Client::new(Limits::default());
    let fetcher = Fetcher { transport: &client, retries: Retries::default(), pause: &std::thread::sleep };
    let (Ok(from), Some(month)) = (Address::parse(&server.address()), Edition::new(2026, 11)) else { return };
    let options = SyncOptions {
        output: out.to_owned(),
        output_shown: String::new(),
        from,
        month,
        keep_going: false,
        accept_removal: false,
    };
    let (report, sync) = sync::run(&options, fetcher, Progress::Hidden);
    assert!(sync.is_some_and(|sync| sync.plan.apply().is_ok()), "{:?}", report.found);
}

/// Downloads the pages one after another.
fn download(server: &Server, pages: &BTreeMap<String, Vec<u8>>, out: &Path) {
    let client = Client::new(Limits::default());
    for name in pages.keys() {
        let response = client.get(&format!("{}{name}", server.address()), None);
        assert!(response.is_ok_and(|response| std::fs::write(out.join(name), response.body).is_ok()), "{name}");
    }
}

/// Measures a function in a new directory.
fn in_directory(run: impl FnOnce(&Path)) -> Duration {
    let Ok(directory) = tempfile::tempdir() else { return Duration::ZERO };
    time(|| run(directory.path()))
}

fn main() {
    let (server, pages) = serve();
    if !measuring() {
        in_directory(|out| sync(&server, out));
        in_directory(|out| download(&server, &pages, out));
    }
    let what = format!("sync of {} pages from a local server", pages.len());
    limit(&what, BAR, || in_directory(|out| sync(&server, out)));
    let ours = || in_directory(|out| sync(&server, out));
    ratio(&format!("{what} / one download after the other"), None, ours, || {
        in_directory(|out| download(&server, &pages, out))
    });
}
