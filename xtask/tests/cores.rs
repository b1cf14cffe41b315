//! The number of threads makes no difference to what a run gives or says.

mod support;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use support::{fixtures, folders};
use xtask::progress::Progress;
use xtask::workers::Workers;
use xtask::{read, regen};

#[test]
fn one_thread_and_many_agree() {
    let fixtures = ["golden", "warned", "wrong"].map(|kind| folders(&fixtures(kind))).into_iter().flatten();
    let mut all: Vec<PathBuf> = fixtures.map(|(_, fixture)| fixture.join("docs-src")).collect();
    match std::env::var_os("CATALOG_PAGES") {
        Some(pages) => all.extend(folders(Path::new(&pages)).into_iter().map(|(_, folder)| folder)),
        None => println!("CATALOG_PAGES does not name the folder of pages: only fixtures are compared"),
    }
    for path in all {
        let generate = |threads: usize| {
            let workers = Workers::new(NonZeroUsize::new(threads).unwrap(), Progress::none());
            let mut found = Vec::new();
            let folder = read::folder(&path, "docs-src", &mut found);
            let generated = regen::generate(&folder, &workers, &mut found);
            (generated, found)
        };
        let alone = generate(1);
        for threads in [2, 5] {
            assert!(generate(threads) == alone, "{}: {threads} threads give something else", path.display());
        }
    }
}
