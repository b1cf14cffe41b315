//! Measures reading the pages and regenerating, against the minimum work that they require.
//!
//! * `read`: parse and lower on one core, against a bare pulldown-cmark pass over the same bytes.
//! * `regen`: everything from the pages in memory to the files on disk, against its floor. The floor is the bare pass,
//!   printing the same output with syn and prettyplease, and writing it. Both sides are measured once with one thread
//!   each, and once with one thread per core each. The floor's threads wait with parsed tokens. So building tokens and
//!   starting threads count only for the generator.
//!
//! The ratios that are printed last are measured without criterion. The two sides of each pair run in turns, so that a
//! slower machine affects both. Each ratio is the ratio of their medians. The pages of `docs-src` are always measured.
//! `CATALOG_PAGES` may name a directory whose subdirectories contain more pages. Pages with an error are skipped, and
//! their number is printed.

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

/// A set with at least this many pages counts as the whole reference.
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

/// Regenerates on a number of threads. The threads are started each time, as in a run of the command.
fn regen(pages: &Pages, threads: usize, out: &Path) {
    let Ok(pool) = ThreadPoolBuilder::new().num_threads(threads).build() else { return };
    let mut found = Vec::new();
    let files = pool.install(|| xtask::regen::generate(&pages.folder, Progress::Hidden, &mut found).files);
    let plan = write::plan(out, "", files, &mut found);
    let _ = black_box(plan.apply());
}

/// Measures a function in a new directory. The creation and removal of the directory do not count.
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
        None => println!("CATALOG_PAGES is not set: only docs-src is measured"),
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
    // The bar applies to the whole reference. With few pages, starting threads is not worth their cost.
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
