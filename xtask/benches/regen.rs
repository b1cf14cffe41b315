//! What reading the pages and regenerating costs, against what it cannot cost less than.
//!
//! * `read`: parse and lower on one core, against a bare pulldown-cmark pass over the same bytes.
//! * `regen`: everything from the pages in memory to the files on disk, against its floor: that bare pass, the same
//!   output through syn and prettyplease (its tokens ready made, so that quoting counts on our side only), and
//!   writing it. Once with one thread on either side, once with as many as there are cores on either side. The floor's
//!   threads wait with their tokens; starting threads counts on our side only.
//!
//! The ratios printed last are measured here and not by criterion: each pair in turns, the median of each, so that a
//! machine that slows down slows both. The pages of `docs-src` are always measured; `CATALOG_PAGES` may name a folder
//! with further folders of pages. Pages with an error are left away, and how many is said.

use criterion::Criterion;
use rayon::ThreadPoolBuilder;
use std::hint::black_box;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use xtask::facts::known_errors::KnownErrors;
use xtask::progress::Progress;
use xtask::{pipeline, write};

#[path = "../../catalog/benches/ratio/mod.rs"]
mod ratio;
use ratio::{ratio, time};

mod floor;
mod pages;
use floor::Floor;
use pages::Pages;

/// As many pages are the whole reference, or nearly.
const WHOLE: usize = 400;

/// Parses and lowers all pages.
fn read(pages: &Pages) {
    let known_errors = KnownErrors::repository();
    for page in &pages.folder.pages {
        if let Some(source) = pages.folder.sources.get(*page) {
            black_box(pipeline::page(*page, source, &known_errors));
        }
    }
}

/// Regenerates on a number of threads, which are started for it as they are for a run of the command.
fn regen(pages: &Pages, threads: usize, out: &Path) {
    let Ok(pool) = ThreadPoolBuilder::new().num_threads(threads).build() else { return };
    let mut found = Vec::new();
    let files = pool.install(|| xtask::regen::generate(&pages.folder, Progress::Hidden, &mut found).files);
    let plan = write::plan(out, "", files, &mut found);
    let _ = black_box(plan.apply());
}

/// Runs something in a fresh folder; the folder's making and removal do not count.
fn in_folder(run: impl FnOnce(&Path)) -> Duration {
    let Ok(folder) = tempfile::tempdir() else { return Duration::ZERO };
    time(|| run(folder.path()))
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all: Vec<_> = Pages::load(&root.join("docs-src"), "docs-src").into_iter().collect();
    match std::env::var_os("CATALOG_PAGES") {
        Some(folder) => {
            let mut folders: Vec<_> = Path::new(&folder)
                .read_dir()
                .map(|entries| {
                    entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect()
                })
                .unwrap_or_default();
            folders.sort();
            all.extend(folders.iter().filter_map(|path| Pages::load(path, &path.file_name()?.to_string_lossy())));
        }
        None => println!("CATALOG_PAGES is not set: docs-src alone is measured"),
    }

    let mut criterion = Criterion::default().configure_from_args();
    for pages in all.into_iter().map(Arc::new) {
        measure(&pages, &mut criterion);
    }
    criterion.final_summary();
}

fn measure(pages: &Arc<Pages>, criterion: &mut Criterion) {
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let (floor_on_one, floor_on_all) = (Floor::new(pages, 1), Floor::new(pages, cores));

    let mut group = criterion.benchmark_group(&pages.name);
    group.sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    group.bench_function("read/bare pass", |bencher| bencher.iter(|| pages.bare_pass()));
    group.bench_function("read/parse and lower", |bencher| bencher.iter(|| read(pages)));
    for (name, floor, threads) in [("one", &floor_on_one, 1), ("all", &floor_on_all, cores)] {
        group.bench_function(format!("{name}/floor"), |bencher| {
            bencher.iter_custom(|rounds| (0..rounds).map(|_| in_folder(|out| floor.run(out))).sum());
        });
        group.bench_function(format!("{name}/regen"), |bencher| {
            bencher.iter_custom(|rounds| (0..rounds).map(|_| in_folder(|out| regen(pages, threads, out))).sum());
        });
    }
    group.finish();

    let name = &pages.name;
    ratio(
        &format!("{name}: parse and lower / bare pass"),
        None,
        || time(|| read(pages)),
        || time(|| pages.bare_pass()),
    );
    // The bar is for the whole reference: a few pages are over before threads are worth their start.
    let bar = (pages.folder.pages.len() >= WHOLE).then_some(1.5);
    let rows = [
        ("regen / floor, one core each", bar, 1, &floor_on_one),
        ("regen / floor, all cores each", bar, cores, &floor_on_all),
        ("regen on all cores / floor on one", None, cores, &floor_on_one),
    ];
    for (what, bar, threads, floor) in rows {
        let ours = || in_folder(|out| regen(pages, threads, out));
        ratio(&format!("{name}: {what}"), bar, ours, || in_folder(|out| floor.run(out)));
    }
}
