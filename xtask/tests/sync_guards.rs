//! Tests `sync` after a run that was killed, and with lists and directories that look wrong.

#![cfg(feature = "sync")]
#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::collections::BTreeMap;
use support::server::Reply;
use support::site::{CONTENTS, Flags, Site, messages, repository, totals};
use support::{tree, xtask};
use xtask::sync::Sync;
use xtask::write::FileChange;

const DECEMBER: Flags = Flags { keep_going: false, accept_removal: false, month: "2026-12" };

/// Creates a site that has changed since its pages were fetched: one page is changed, one is new, and one is removed.
fn changed() -> Site {
    let mut site = Site::fetched();
    site.pages.get_mut("list_lex.md").unwrap().push('\n');
    site.add_page("list_new.md");
    site.remove_page("list_sqs.md");
    site.publish();
    site
}

/// Replaces the contents of the directory by these files.
fn restore(site: &Site, files: &BTreeMap<String, Vec<u8>>) {
    if site.out().exists() {
        std::fs::remove_dir_all(site.out()).unwrap();
    }
    if !files.is_empty() {
        std::fs::create_dir(site.out()).unwrap();
    }
    for (name, text) in files {
        std::fs::write(site.out().join(name), text).unwrap();
    }
}

/// Makes one change of a plan.
fn carry_out(step: &FileChange) {
    match &step.new {
        Some(text) => {
            std::fs::create_dir_all(step.path.parent().unwrap()).unwrap();
            std::fs::write(&step.path, text).unwrap();
        }
        None => std::fs::remove_file(&step.path).unwrap(),
    }
}

/// Stops a run after each of its steps. The next run must complete it without any messages.
fn kill(site: &Site) {
    let before = tree(&site.out());
    let Sync { plan, .. } = site.plan(DECEMBER).1.unwrap();
    assert!(site.sync_with(DECEMBER).1.is_some());
    let complete = tree(&site.out());
    for count in 0..=plan.steps().count() {
        restore(site, &before);
        plan.steps().take(count).for_each(carry_out);
        let (report, end) = site.sync_with(DECEMBER);
        assert_eq!((messages(&report).as_str(), end.is_some()), ("", true), "killed after {count} steps");
        assert_eq!(site.fetched_pages(), site.pages, "killed after {count} steps");
        assert!(tree(&site.out()) == complete, "killed after {count} steps");
    }
}

#[test]
fn after_a_kill_the_next_run_does_the_rest() {
    kill(&Site::small());
    kill(&changed());
}

#[test]
fn files_are_written_then_removed_and_the_state_comes_last() {
    let plan = changed().plan(DECEMBER).1.unwrap().plan;
    let steps: Vec<_> = plan.steps().map(|step| (step.shown.as_str(), step.new.is_some())).collect();
    let expected = [
        ("out/list_lex.md", true),
        ("out/list_new.md", true),
        ("out/list_sqs.md", false),
        ("out/editions.toml", true),
        ("out/.sync.json", true),
    ];
    assert_eq!(steps, expected);
}

/// Checks inode numbers to find out which files were replaced, because a restored file has the same contents.
#[cfg(unix)]
#[test]
fn a_run_that_fails_has_not_reached_what_comes_last() {
    use std::os::unix::fs::MetadataExt as _;

    let site = changed();
    let before = tree(&site.out());
    let numbers =
        || ["list_lex.md", "editions.toml", ".sync.json"].map(|name| site.out().join(name).metadata().unwrap().ino());
    let old = numbers();
    let plan = site.plan(DECEMBER).1.unwrap().plan;
    std::fs::remove_file(site.out().join("list_sqs.md")).unwrap();
    std::fs::create_dir(site.out().join("list_sqs.md")).unwrap();
    let error = plan.apply_to("--docs-src OUT").unwrap_err();
    assert!(error.help.unwrap().ends_with(", or choose another directory with `--docs-src OUT`"));
    let new = numbers();
    assert!(old[0] != new[0] && old[1..] == new[1..], "{old:?} {new:?}");
    std::fs::remove_dir(site.out().join("list_sqs.md")).unwrap();
    let mut after = before;
    after.remove("list_sqs.md");
    assert_eq!(tree(&site.out()), after);
}

#[test]
fn a_first_run_that_was_killed_does_not_make_the_list_too_long() {
    let site = Site::new(repository());
    let plan = site.plan(Flags::default()).1.unwrap().plan;
    plan.steps().take(12).for_each(carry_out);
    let (report, end) = site.sync();
    assert_eq!((messages(&report).as_str(), end), ("", Some(totals(445, 12, 0, 0))));
}

#[test]
fn a_list_of_few_pages_does_not_show_that_a_page_is_gone() {
    let mut site = Site::fetched();
    site.remove_page("list_sqs.md");
    site.add_page("list_new.md");
    site.publish();
    let names: Vec<&str> = site.pages.keys().map(String::as_str).filter(|name| *name != "list_new.md").collect();
    site.list(&names);
    site.server.remove("sitemap.xml");
    let toc = |count: usize| {
        let links: Vec<_> = names.iter().take(count).chain(&["list_new.md"]).collect();
        let links: Vec<_> = links.iter().map(|name| serde_json::json!({ "href": name })).collect();
        site.server.set("toc-contents.json", [Reply::page(serde_json::json!(links).to_string())]);
    };
    let before = tree(&site.out());
    for count in [1, 5] {
        toc(count);
        let (report, end) = site.sync();
        let found = messages(&report);
        assert!(end.is_none() && found.contains("error[bad-page-list]: "), "{found}");
        let expected = format!(
            "warning[page-lists-differ]: this list has only {count} of the 7 pages of the contents, so it cannot show that a page is gone --> Path(\"{}toc-contents.json\")",
            site.server.address()
        );
        assert!(found.contains(&expected), "{found}");
        assert_eq!(tree(&site.out()), before);
    }
    // The page `list_new.md`, which only the table of contents has, is fetched.
    let (_, end) = site.sync_with(Flags { accept_removal: true, ..Flags::default() });
    assert_eq!(end, Some(totals(1, 7, 1, 0)));
    restore(&site, &before);
    toc(6);
    let (report, end) = site.sync();
    assert_eq!(end, Some(totals(1, 7, 1, 0)), "{}", messages(&report));
    assert!(report.errors() == 0 && !messages(&report).contains("this list has only"), "{}", messages(&report));
}

/// Returns the messages of a run that must not request pages or change anything.
fn refusal(site: &Site) -> String {
    let before = tree(&site.out());
    site.server.requests();
    let (report, end) = site.sync_with(Flags { accept_removal: true, keep_going: true, ..Flags::default() });
    let requests = site.server.requests();
    assert!(end.is_none() && !requests.iter().any(|request| request.starts_with("list_")), "{requests:?}");
    assert_eq!(tree(&site.out()), before);
    messages(&report)
}

#[test]
fn names_that_differ_only_in_case_are_refused() {
    let site = Site::fetched();
    let mut names: Vec<&str> = site.pages.keys().map(String::as_str).collect();
    let error = |list: &str| {
        let place = format!("Path(\"{}{list}\")", site.server.address());
        format!(
            "error[bad-page-list]: the names of two pages, `list_SQS.md` and `list_sqs.md`, differ only in case --> {place}"
        )
    };
    names.push("list_SQS.md");
    site.list(&names);
    let found = refusal(&site);
    assert!(found.contains(&error(CONTENTS)), "{found}");
    site.publish();
    site.server.set("toc-contents.json", [Reply::page("[{\"href\": \"list_SQS.html\"}]")]);
    let found = refusal(&site);
    let expected =
        error("toc-contents.json").replace("`list_SQS.md` and `list_sqs.md`", "`list_sqs.md` and `list_SQS.md`");
    assert!(found.contains(&expected), "{found}");
}

#[test]
fn a_list_of_far_too_many_pages_is_refused() {
    let names: Vec<String> = (0..5_001).map(|nth| format!("list_x{nth}.md")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let links = |count: usize| format!("<loc>{}</loc>", names[..count].join("</loc><loc>"));
    let site = Site::small();
    site.list(&names);
    let found = refusal(&site);
    let expected = "error[bad-page-list]: this list has 5001 pages, more than 5000: it may have been misread";
    assert!(found.starts_with(expected) && found.contains(CONTENTS), "{found}");
    site.publish();
    site.server.set("sitemap.xml", [Reply::page(links(5_001)).with("Content-Type", "text/xml")]);
    let found = refusal(&site);
    assert!(found.starts_with(expected) && found.contains("sitemap.xml"), "{found}");

    let mut site = Site::fetched();
    site.list(&[&names[..100], &["list_sqs.md"]].concat());
    assert_eq!(site.sync().0.found.iter().filter(|found| found.message.contains("misread")).count(), 0, "few pages");
    for name in ["list_new1.md", "list_new2.md"] {
        site.add_page(name);
    }
    site.publish();
    assert_eq!(site.sync().1, Some(totals(2, 8, 0, 0)));
    let expected = "error[bad-page-list]: this list has 101 pages, more than 10 times the 10 existing pages: ";
    site.list(&names[..101]);
    let found = refusal(&site);
    assert!(found.starts_with(expected) && found.contains(CONTENTS), "{found}");
    site.publish();
    site.server.set("sitemap.xml", [Reply::page(links(101)).with("Content-Type", "text/xml")]);
    let found = refusal(&site);
    assert!(found.contains(expected) && found.contains("sitemap.xml"), "{found}");
}

#[test]
fn the_command_names_the_removed_pages() {
    let mut site = Site::fetched();
    let address = site.server.address();
    let run = |site: &Site| {
        let arguments = ["sync", "--docs-src", "out", "--from", &address, "--accept-removal"];
        xtask(site.folder.path(), &arguments).stdout
    };
    for name in ["list_account.md", "list_dsql.md", "list_freetier.md", "list_lex.md", "list_polly.md", "list_vpce.md"]
    {
        site.server.remove(name);
        site.pages.remove(name);
    }
    site.publish();
    let expected = "2 pages: 0 new or changed, 2 unchanged, 0 kept; 6 removed\nremoved: out/list_account.md, out/list_dsql.md, out/list_freetier.md, out/list_lex.md, out/list_polly.md and 1 more\n";
    let printed = run(&site);
    assert!(printed.starts_with(expected), "{printed}");
    site.remove_page("list_sqs.md");
    site.publish();
    let printed = run(&site);
    assert!(printed.contains("; 1 removed\nremoved: out/list_sqs.md\n"), "{printed}");
}

#[cfg(unix)]
#[test]
fn a_broken_link_is_called_one() {
    let site = Site::small();
    let target = site.folder.path().join("target");
    std::os::unix::fs::symlink(&target, site.out()).unwrap();
    let (report, end) = site.sync();
    let found = messages(&report);
    let expected = "error[cannot-read]: the directory of pages is a broken link --> Path(\"out\")";
    assert!(end.is_none() && found.starts_with(expected), "{found}");
    assert!(site.server.requests().is_empty());
    let run = xtask(site.folder.path(), &["sync", "--docs-src", "out/", "--from", &site.server.address()]);
    assert!(run.stderr.contains("is a broken link"), "{}", run.stderr);
    std::fs::create_dir(&target).unwrap();
    assert_eq!(site.sync().1, Some(totals(8, 0, 0, 0)));
}
