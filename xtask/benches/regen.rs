//! What reading the pages and regenerating costs, against what it cannot cost less than.
//!
//! * `read`: parse and lower, against a bare pulldown-cmark pass over the same bytes.
//! * `regen`: everything from the pages in memory to the files on disk, against its floor: that bare pass, the same
//!   output through syn and prettyplease (its tokens ready made, so that quoting counts on our side only), and
//!   writing it.
//!
//! The ratios printed last are measured here and not by criterion: each pair in turns, the median of each, so that a
//! machine that slows down slows both. The pages of `docs-src` are always measured; `CATALOG_PAGES` may name a folder
//! with further folders of pages. Pages with an error are left away, and how many is said.

use criterion::Criterion;
use proc_macro2::TokenStream;
use pulldown_cmark::{Options, Parser};
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;
use xtask::diagnostic::Diagnostic;
use xtask::emit::File;
use xtask::read::{self, Folder};
use xtask::{pipeline, regen, write};

#[path = "../../catalog/benches/ratio/mod.rs"]
mod ratio;
use ratio::{ratio, time};

/// Pages to measure with.
struct Pages {
    name: String,
    folder: Folder,
    files: Vec<File>,
    tokens: Vec<TokenStream>,
}

impl Pages {
    fn load(path: &Path, name: &str) -> Option<Self> {
        let mut errors = Vec::new();
        let mut folder = read::folder(path, name, &mut errors);
        // Errors about single pages come first; those that need the whole show when these are gone.
        let files = loop {
            let mut errors = Vec::new();
            let (_, files) = regen::generate(&folder, &mut errors);
            let before = folder.pages.len();
            folder.pages.retain(|page| errors.iter().all(|error| !error.is_error() || error.file() != Some(*page)));
            if !errors.iter().any(Diagnostic::is_error) || folder.pages.len() == before {
                break files;
            }
        };
        if files.is_empty() || folder.pages.is_empty() {
            println!("{name}: no page to measure");
            return None;
        }
        println!("{name}: {} of {} pages", folder.pages.len(), folder.seen);
        let tokens = files.iter().filter_map(|file| file.text.parse().ok()).collect();
        Some(Self { name: name.to_owned(), folder, files, tokens })
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        self.folder.pages.iter().filter_map(|page| Some(self.folder.sources.get(*page)?.text.as_str()))
    }

    /// The bare pass.
    fn pass(&self) {
        for text in self.texts() {
            for event in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
                black_box(event);
            }
        }
    }

    /// Parse and lower.
    fn read(&self) {
        for page in &self.folder.pages {
            if let Some(source) = self.folder.sources.get(*page) {
                black_box(pipeline::page(*page, source));
            }
        }
    }

    /// What regenerating cannot do without.
    fn floor(&self, out: &Path) {
        self.pass();
        for (file, tokens) in self.files.iter().zip(&self.tokens) {
            let Ok(syntax) = syn::parse2(tokens.clone()) else { continue };
            let text = prettyplease::unparse(&syntax);
            let path = out.join(&file.path);
            let _ = path.parent().map(std::fs::create_dir_all);
            let _ = std::fs::write(path, text);
        }
    }

    /// Regenerating.
    fn regen(&self, out: &Path) {
        let mut errors = Vec::new();
        let (_, files) = regen::generate(&self.folder, &mut errors);
        let plan = write::plan(out, "", files, &mut errors);
        let _ = black_box(plan.apply());
    }
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
        None => println!("CATALOG_PAGES is not set: only docs-src is measured"),
    }

    let mut criterion = Criterion::default().configure_from_args();
    for pages in &all {
        let mut group = criterion.benchmark_group(&pages.name);
        group.sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
        group.bench_function("read/bare pass", |bencher| bencher.iter(|| pages.pass()));
        group.bench_function("read/parse and lower", |bencher| bencher.iter(|| pages.read()));
        group.bench_function("regen/floor", |bencher| {
            bencher.iter_custom(|rounds| (0..rounds).map(|_| in_folder(|out| pages.floor(out))).sum());
        });
        group.bench_function("regen/regen", |bencher| {
            bencher.iter_custom(|rounds| (0..rounds).map(|_| in_folder(|out| pages.regen(out))).sum());
        });
        group.finish();
    }
    criterion.final_summary();
    for pages in &all {
        let name = &pages.name;
        ratio(
            &format!("{name}: parse and lower / bare pass"),
            None,
            || time(|| pages.read()),
            || time(|| pages.pass()),
        );
        ratio(
            &format!("{name}: regen / floor"),
            Some(1.5),
            || in_folder(|out| pages.regen(out)),
            || in_folder(|out| pages.floor(out)),
        );
    }
}
