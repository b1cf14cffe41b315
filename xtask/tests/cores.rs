//! Tests that the number of threads does not change the results or messages of a run.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use rayon::{ThreadPool, ThreadPoolBuilder};
use std::path::{Path, PathBuf};
use support::{fixtures, folders};
use xtask::progress::Progress;
use xtask::{export, read, regen};

/// Returns directories of pages: those of the fixtures, and whole references if there are any.
fn page_folders() -> Vec<PathBuf> {
    let fixtures = ["golden", "warned", "wrong"].map(|kind| folders(&fixtures(kind))).into_iter().flatten();
    let mut all: Vec<PathBuf> = fixtures.map(|(_, fixture)| fixture.join("docs-src")).collect();
    match std::env::var_os("CATALOG_PAGES") {
        Some(pages) => all.extend(folders(Path::new(&pages)).into_iter().map(|(_, folder)| folder)),
        None => println!("CATALOG_PAGES is not set: only fixtures are compared"),
    }
    all
}

fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
}

/// Runs a function on one thread and on several, and compares the results.
fn agree<T: PartialEq + Send>(path: &Path, run: impl Fn() -> T + Sync) {
    let single = pool(1).install(&run);
    for threads in [2, 5] {
        assert!(pool(threads).install(&run) == single, "{}: the result differs with {threads} threads", path.display());
    }
}

#[test]
fn one_thread_and_many_generate_the_same() {
    for path in page_folders() {
        agree(&path, || {
            let mut found = Vec::new();
            let folder = read::folder(&path, "docs-src", &mut found);
            let generated = regen::generate(&folder, Progress::Hidden, &mut found);
            (generated, found)
        });
    }
}

#[test]
fn one_thread_and_many_export_the_same() {
    for path in page_folders() {
        agree(&path, || {
            let (report, reference) = export::run(&path, "docs-src", Progress::Hidden);
            (report.found, report.row_totals, reference)
        });
    }
}

#[test]
fn one_thread_and_many_agree_under_a_progress_bar() {
    let path = fixtures("golden").join("full/docs-src");
    agree(&path, || export::run(&path, "docs-src", Progress::Shown).1);
    let hidden = export::run(&path, "docs-src", Progress::Hidden).1;
    assert_eq!(pool(2).install(|| export::run(&path, "docs-src", Progress::Shown).1), hidden);
}
