//! Tests the pages that `sync` fetches from a server, and that server errors do not change the directory.

#![cfg(feature = "sync")]
#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Duration;
use support::server::{Framing, Reply};
use support::site::{CONTENTS, Flags, Site, messages, repository, totals};
use support::{times, tree, xtask};
use xtask::sync::Limits;

const HTML_CONTENTS: &str = "reference_policies_actions-resources-contextkeys.html";

#[test]
fn all_pages_are_fetched_byte_for_byte_and_not_sent_again() {
    let site = Site::new(repository());
    let (report, first) = site.sync();
    assert_eq!((messages(&report).as_str(), first), ("", Some(totals(457, 0, 0, 0))));
    assert_eq!(site.fetched_pages(), site.pages);
    assert!(site.editions().ends_with("edition = \"2026-11\"\n"), "{}", site.editions());
    let left: Vec<_> = tree(&site.out()).into_keys().filter(|name| !name.starts_with("list_")).collect();
    assert_eq!(left, [".sync.json", "editions.toml"]);

    let before = (tree(&site.out()), times(&site.out()));
    site.server.requests();
    let (report, second) = site.sync();
    assert_eq!((messages(&report).as_str(), second), ("", Some(totals(0, 457, 0, 0))));
    assert_eq!((tree(&site.out()), times(&site.out())), before);
    let requests = site.server.requests();
    assert_eq!(requests.iter().filter(|request| request.ends_with(".md?")).count(), 457, "{requests:?}");

    let (_, third) = site.sync_with(Flags { month: "2026-12", ..Flags::default() });
    assert_eq!(third, Some(totals(0, 457, 0, 0)));
    assert!(site.editions().ends_with("edition = \"2026-12\"\n"), "{}", site.editions());
}

#[test]
fn changed_new_and_removed_pages_are_taken_over() {
    let mut site = Site::fetched();
    let changed = site.pages["list_lex.md"].replace("Grants", "Gives") + "\n";
    site.pages.insert("list_lex.md".to_owned(), changed);
    site.add_page("list_new.md");
    site.remove_page("list_sqs.md");
    site.publish();
    let (report, end) = site.sync();
    assert_eq!((messages(&report).as_str(), end), ("", Some(totals(2, 6, 1, 0))));
    assert_eq!(site.fetched_pages(), site.pages);
}

#[test]
fn pages_that_sync_has_not_written_stay_with_their_month() {
    let site = Site::fetched();
    std::fs::write(site.out().join("list_old.md"), "of 2018").unwrap();
    std::fs::write(site.out().join("list_mine.md"), "mine").unwrap();
    let editions = format!("# Mine.\n{}\n[pages]\n\"list_old.md\" = \"2018-04\"\n", site.editions());
    std::fs::write(site.out().join("editions.toml"), editions).unwrap();
    let (report, end) = site.sync_with(Flags { month: "2026-12", accept_removal: true, ..Flags::default() });
    assert_eq!(end, Some(totals(0, 8, 0, 0)));
    let found = messages(&report);
    assert!(found.matches("warning[not-removed]: ").count() == 2 && found.contains("\"out/list_mine.md\""), "{found}");
    let editions = site.editions();
    let expected = "edition = \"2026-12\"\n\n[pages]\n\"list_mine.md\" = \"2026-11\"\n\"list_old.md\" = \"2018-04\"\n";
    assert!(editions.starts_with("# Mine.\n") && editions.ends_with(expected), "{editions}");
    assert_eq!(site.fetched_pages()["list_mine.md"], "mine");
}

#[test]
fn an_edited_page_is_fetched_anew() {
    let site = Site::fetched();
    std::fs::write(site.out().join("list_sqs.md"), "edited").unwrap();
    std::fs::remove_file(site.out().join("list_lex.md")).unwrap();
    let (report, end) = site.sync();
    assert_eq!(end, Some(totals(2, 6, 0, 0)));
    assert!(
        messages(&report).starts_with("warning[page-replaced]: ") && report.found.len() == 1,
        "{}",
        messages(&report)
    );
    assert_eq!(site.fetched_pages(), site.pages);
    let requests = site.server.requests();
    assert!(requests.contains(&"list_sqs.md".to_owned()) && requests.contains(&"list_iq.md?".to_owned()));

    std::fs::write(site.out().join(".sync.json"), "{").unwrap();
    let (report, end) = site.sync();
    assert_eq!(end, Some(totals(0, 8, 0, 0)));
    assert!(messages(&report).contains("warning[bad-sync-state]: "), "{}", messages(&report));
}

/// Returns the errors of a server that sends a page: a name, the responses, and the reason that is reported.
fn faults(page: &str, address: &str) -> Vec<(&'static str, Vec<Reply>, String)> {
    let whole = || Reply::page(page.as_bytes());
    let unframed = || Reply { framing: Framing::Close, ..whole() };
    let body = |body: &str| Reply { body: body.as_bytes().to_vec(), ..whole() };
    let line_end = page.trim_end().rfind('\n').unwrap() + 1;
    let middle = page.find("## Condition keys").unwrap();
    let html = "<!DOCTYPE html><html><title>Page not found</title></html>";
    let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    bomb.write_all(&vec![b' '; 8 << 20]).unwrap();
    let other = |target: &str| Reply::status(302).with("Location", target);
    let not_utf8: Vec<u8> = page.bytes().enumerate().map(|(at, byte)| if at == middle { 0xff } else { byte }).collect();
    let reason = str::to_owned;
    vec![
        ("404", vec![Reply::status(404)], reason("the server responded with status 404")),
        ("403", vec![Reply::status(403)], reason("the server responded with status 403")),
        ("500", vec![Reply::status(500)], reason("the server responded with status 500, after 4 attempts")),
        ("429 for an hour", vec![Reply::status(429).with("Retry-After", "3600")], reason("requests a pause of 3600 s")),
        ("no answer", vec![Reply::status(0)], reason("after 4 attempts")),
        (
            "short of its length",
            vec![Reply { cut: Some(middle), ..whole() }],
            reason("the connection was closed before the end of the response, after 4 attempts"),
        ),
        (
            "a chunk short",
            vec![Reply { cut: Some(middle), framing: Framing::Chunked, ..whole() }],
            reason("after 4 attempts"),
        ),
        (
            "cut at the end of a line",
            vec![Reply { cut: Some(line_end), framing: Framing::Close, ..whole() }],
            reason("does not state the length of the response"),
        ),
        (
            "a coding without an end",
            vec![unframed().with("Transfer-Encoding", "identity")],
            reason("does not state the length of the response"),
        ),
        (
            "a coding after the chunks",
            vec![unframed().with("Transfer-Encoding", "chunked, identity")],
            reason("does not state the length of the response"),
        ),
        (
            "compressed without a length",
            vec![unframed().with("Content-Encoding", "gzip")],
            reason("does not state the length of the response"),
        ),
        (
            "another page",
            vec![body(&page.replace("\"list_sqs", "\"list_sns"))],
            reason("the anchors belong to another page, `list_sns.md`"),
        ),
        (
            "cut before it was sent",
            vec![body(page.get(..middle).unwrap())],
            reason("the page is incomplete: the page has no section on condition keys"),
        ),
        (
            "cut within a row",
            vec![body(page.get(..page.len() - 12).unwrap())],
            reason("the page is incomplete: its last line, "),
        ),
        (
            "a redirect to the contents",
            vec![other(CONTENTS)],
            format!("redirects to another page: {address}{CONTENTS}"),
        ),
        ("a redirect to itself", vec![other("list_sqs.md")], reason("redirects in a loop")),
        (
            "another host",
            vec![other("https://example.com/list_sqs.md")],
            reason("redirects to another page: https://example.com/list_sqs.md"),
        ),
        (
            "HTML",
            vec![body(html).with("Content-Type", "text/html; charset=utf-8")],
            reason("the response is of type `text/html`"),
        ),
        (
            "HTML as Markdown",
            vec![body(html)],
            reason("does not begin with `# Actions, resources, and condition keys for`"),
        ),
        (
            "JSON",
            vec![body("{}").with("Content-Type", "application/json")],
            reason("the response is of type `application/json`"),
        ),
        ("too large", vec![Reply { body: vec![b' '; 3 << 20], ..whole() }], reason("larger than 2097152 bytes")),
        (
            "too large when unpacked",
            vec![Reply { body: bomb.finish().unwrap(), ..whole() }.with("Content-Encoding", "gzip")],
            reason("larger than 2097152 bytes"),
        ),
        ("an unknown encoding", vec![whole().with("Content-Encoding", "br")], reason("unknown encoding `br`")),
        ("not compressed", vec![whole().with("Content-Encoding", "gzip")], reason("gzip")),
        ("not UTF-8", vec![Reply { body: not_utf8, ..whole() }], reason("not valid UTF-8")),
        ("empty", vec![body("")], reason("does not begin with")),
        ("304 without validators", vec![Reply::status(304)], reason("the server responded with status 304")),
    ]
}

#[test]
fn no_fault_of_a_page_changes_anything() {
    let site = Site::fetched();
    // Without `.sync.json`, `sync` requests each page unconditionally. The page of Lex has changed.
    std::fs::remove_file(site.out().join(".sync.json")).unwrap();
    let changed = site.pages["list_lex.md"].replace("Grants", "Gives") + "\n";
    site.server.set("list_lex.md", [Reply::page(changed)]);
    let before = (tree(&site.out()), times(&site.out()));
    let page = &site.pages["list_sqs.md"];
    for (fault, replies, reason) in faults(page, &site.server.address()) {
        site.server.set("list_sqs.md", replies);
        let (report, end) = site.sync();
        let found = messages(&report);
        assert!(end.is_none() && report.errors() == 1, "{fault}: {found}");
        assert!(found.contains("the page was not fetched: ") && found.contains(&reason), "{fault}: {found}");
        assert!(found.contains(&format!("Path(\"{}list_sqs.md\")", site.server.address())), "{fault}: {found}");
        assert_eq!((tree(&site.out()), times(&site.out())), before, "{fault}");

        let (report, end) = site.sync_with(Flags { keep_going: true, month: "2026-12", ..Flags::default() });
        assert!(end.is_some_and(|end| end.kept == 1) && report.errors() == 0, "{fault}: {}", messages(&report));
        assert_eq!(site.fetched_pages()["list_sqs.md"], *page, "{fault}");
        assert!(site.editions().ends_with("\n\n[pages]\n\"list_sqs.md\" = \"2026-11\"\n"), "{}", site.editions());
        // Restore the directory.
        std::fs::remove_dir_all(site.out()).unwrap();
        for (name, text) in &before.0 {
            std::fs::create_dir_all(site.out()).unwrap();
            let file = std::fs::File::create(site.out().join(name)).unwrap();
            (&file).write_all(text).unwrap();
            file.set_modified(before.1[name]).unwrap();
        }
    }
}

#[test]
fn a_slow_server_is_not_waited_for() {
    let site = Site::fetched();
    let before = tree(&site.out());
    site.server.set("list_sqs.md", [Reply { stalls: true, ..Reply::page("x") }.with("ETag", "\"new\"")]);
    let limits = Limits { request: Duration::from_millis(300), ..Limits::default() };
    let (report, end) = site.sync_within(limits, Flags::default());
    let found = messages(&report);
    assert!(end.is_none() && found.contains("the server did not respond in time, after 4 attempts"), "{found}");
    assert_eq!(tree(&site.out()), before);
}

#[test]
fn all_faults_are_reported_in_one_run_and_a_page_that_is_not_there_cannot_be_kept() {
    let mut site = Site::fetched();
    site.add_page("list_new.md");
    site.publish();
    for name in ["list_sqs.md", "list_lex.md", "list_new.md"] {
        site.server.set(name, [Reply::status(404)]);
    }
    let (report, _) = site.sync();
    assert_eq!(report.errors(), 3, "{}", messages(&report));
    let (report, end) = site.sync_with(Flags { keep_going: true, ..Flags::default() });
    assert!(end.is_none() && (report.errors(), report.warnings()) == (1, 2), "{}", messages(&report));
}

#[test]
fn passing_faults_and_other_forms_of_an_answer_do_no_harm() {
    let site = Site::small();
    let page = |name: &str| Reply::page(site.pages[name].as_bytes());
    let gzip = |name: &str| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(site.pages[name].as_bytes()).unwrap();
        Reply { body: encoder.finish().unwrap(), ..page(name) }.with("Content-Encoding", "gzip")
    };
    let sqs = page("list_sqs.md");
    site.server.set("list_sqs.md", [Reply::status(500), Reply::status(0), Reply { cut: Some(99), ..sqs.clone() }, sqs]);
    site.server.set("list_lex.md", [Reply::status(429).with("Retry-After", "1"), page("list_lex.md")]);
    site.server.set("list_iq.md", [Reply::status(301).with("Location", "/moved/list_iq.md?version=2")]);
    site.server.set_path("/moved/list_iq.md", [Reply { framing: Framing::Chunked, ..page("list_iq.md") }]);
    site.server.set("list_polly.md", [gzip("list_polly.md")]);
    site.server.set("list_dsql.md", [Reply { framing: Framing::Chunked, ..gzip("list_dsql.md") }]);
    site.server.set("list_vpce.md", [gzip("list_vpce.md").with("Content-Encoding", " GZIP")]);
    site.server.set("list_account.md", [page("list_account.md").with("Content-Type", "binary/octet-stream")]);
    site.server.set("list_freetier.md", [Reply { headers: Vec::new(), ..page("list_freetier.md") }]);
    let (report, end) = site.sync();
    assert_eq!((messages(&report).as_str(), end), ("", Some(totals(8, 0, 0, 0))));
    assert_eq!(site.fetched_pages(), site.pages);
}

#[test]
fn lists_that_disagree_are_reported() {
    let site = Site::fetched();
    let names: Vec<&str> = site.pages.keys().map(String::as_str).filter(|name| *name != "list_sqs.md").collect();
    site.list(&names);
    let (report, end) = site.sync();
    let found = messages(&report);
    assert_eq!(end, Some(totals(0, 8, 0, 0)), "{found}");
    let expected = "warning[page-lists-differ]: this list has `list_sqs.md`, but the contents of the reference do not";
    assert!(found.starts_with(expected) && found.contains("toc-contents.json"), "{found}");

    // A page that is not on the server is gone, even if an outdated sitemap lists it.
    site.server.remove("list_sqs.md");
    let (report, end) = site.sync();
    let found = messages(&report);
    assert_eq!(end, Some(totals(0, 7, 1, 0)), "{found}");
    assert!(found.contains("the page is removed: the server responded with status 404"), "{found}");
    let (report, _) = site.sync();
    assert!(messages(&report).contains("the page is left out: "), "{}", messages(&report));

    site.publish();
    site.server.remove("sitemap.xml");
    site.server.set("toc-contents.json", [Reply::page("{}")]);
    site.server.set("list_sqs.md", [Reply::page(site.pages["list_sqs.md"].as_bytes())]);
    let (report, end) = site.sync();
    let found = messages(&report);
    assert_eq!(end, Some(totals(1, 7, 0, 0)), "{found}");
    assert!(
        found.contains("sitemap.xml") && found.contains("status 404") && found.contains("it has no links"),
        "{found}"
    );
    assert_eq!((report.errors(), report.warnings()), (0, 2), "{found}");
}

#[test]
fn html_contents_serve_where_there_is_no_markdown() {
    let site = Site::small();
    let mut html = "<ul>".to_owned();
    for name in site.pages.keys() {
        write!(html, "<li><a href=\"./{}\">x</a>", name.replace(".md", ".html")).unwrap();
    }
    site.server.remove(CONTENTS);
    site.server.set(HTML_CONTENTS, [Reply::page(html).with("Content-Type", "text/html")]);
    let (report, end) = site.sync();
    assert_eq!((messages(&report).as_str(), end), ("", Some(totals(8, 0, 0, 0))));
}

#[test]
fn a_misread_list_removes_nothing() {
    let site = Site::fetched();
    let before = tree(&site.out());
    for list in ["# Contents\n", "", "<html>"] {
        site.server.set(CONTENTS, [Reply::page(list)]);
        let (report, end) = site.sync();
        let found = messages(&report);
        assert!(
            end.is_none() && found.contains("error[bad-page-list]: ") && found.contains("it has no links"),
            "{found}"
        );
        assert_eq!(tree(&site.out()), before);
    }
    site.server.remove("sitemap.xml");
    site.server.remove("toc-contents.json");
    site.list(&["list_account.md", "list_lex.md", "list_iq.md"]);
    site.server.requests();
    let (report, end) = site.sync();
    let found = messages(&report);
    let expected = "error[bad-page-list]: the contents of the reference lack 5 of the 8 existing pages: `list_dsql.md`, `list_freetier.md`, `list_polly.md`, …";
    assert!(end.is_none() && found.contains(expected), "{found}");
    assert_eq!(tree(&site.out()), before);
    assert_eq!(site.server.requests().iter().filter(|request| request.starts_with("list_")).count(), 0);
    let (_, end) = site.sync_with(Flags { accept_removal: true, ..Flags::default() });
    assert_eq!(end, Some(totals(0, 3, 5, 0)));

    // One page of eight is less than a fifth, but no other list confirms that the page is gone.
    let site = Site::fetched();
    let names: Vec<&str> = site.pages.keys().map(String::as_str).filter(|name| *name != "list_sqs.md").collect();
    site.list(&names);
    site.server.remove("sitemap.xml");
    site.server.remove("toc-contents.json");
    let (report, end) = site.sync();
    assert!(end.is_none() && messages(&report).contains("lack 1 of the 8 existing pages"), "{}", messages(&report));
    let (_, end) = site.sync_with(Flags { accept_removal: true, ..Flags::default() });
    assert_eq!(end, Some(totals(0, 7, 1, 0)));
}

#[test]
fn a_directory_that_cannot_be_written_stays_as_it_is() {
    let mut site = Site::fetched();
    site.add_page("list_new.md");
    site.pages.get_mut("list_iq.md").unwrap().push('\n');
    site.publish();
    // A page cannot replace a directory.
    std::fs::create_dir(site.out().join("list_new.md")).unwrap();
    std::fs::write(site.out().join("list_new.md/file"), "").unwrap();
    let before = tree(&site.out());
    let (report, end) = site.sync();
    assert!(end.is_none() && messages(&report).contains("error[cannot-read]: "), "{}", messages(&report));
    assert_eq!(tree(&site.out()), before);
}

#[test]
fn the_command_prints_what_it_has_done_and_what_comes_next() {
    let site = Site::small();
    let address = site.server.address();
    let arguments = ["sync", "--docs-src", "out", "--from", &address];
    let run = xtask(site.folder.path(), &arguments);
    let expected =
        "8 pages: 8 new or changed, 0 unchanged, 0 kept; 0 removed\nnext: cargo xtask regen --docs-src out\n";
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (Some(0), expected, ""));
    let run = xtask(site.folder.path(), &["export", "--docs-src", "out"]);
    assert!(run.status == Some(0) && run.stdout.contains("\"prefix\": \"sqs\""), "{}{}", run.stdout, run.stderr);

    let names: Vec<&str> = site.pages.keys().map(String::as_str).filter(|name| *name != "list_sqs.md").collect();
    site.list(&names);
    site.server.remove("list_sqs.md");
    site.server.remove("sitemap.xml");
    let links: Vec<_> = names.iter().map(|name| serde_json::json!({ "href": name })).collect();
    site.server.set("toc-contents.json", [Reply::page(serde_json::json!(links).to_string())]);
    let run = xtask(site.folder.path(), &[&arguments[..], &["--message-format", "json"]].concat());
    let last = run.stderr.lines().last().unwrap();
    let summary = &serde_json::from_str::<serde_json::Value>(last).unwrap()["summary"];
    let synced = serde_json::json!({ "fetched": 0, "unchanged": 7, "removed": 1, "kept": 0 });
    assert_eq!((&summary["ok"], &summary["pages"], &summary["synced"]), (&true.into(), &7.into(), &synced), "{last}");
    let changes = summary["changes"].as_array().unwrap();
    assert!(changes.contains(&serde_json::json!({ "file": "out/list_sqs.md", "state": "left over" })), "{last}");

    site.publish();
    let run = xtask(site.folder.path(), &[&arguments[..], &["--deny-warnings"]].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    site.server.remove("sitemap.xml");
    let run = xtask(site.folder.path(), &[&arguments[..], &["--deny-warnings"]].concat());
    assert!(run.status == Some(1) && run.stderr.contains("nothing was written"), "{}", run.stderr);
}
