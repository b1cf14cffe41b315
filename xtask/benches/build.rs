//! Measures a cold build of `catalog` with every service, without its dependencies, against the bare enums.
//!
//! The bare enums are the enums of the generated files with the same variants and documentation, but with only derived
//! traits. They are written in the same run. Both sides are compiled with the same flags, in turns.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use syn::{Attribute, Item, ItemEnum, parse_quote};

mod compile;
#[path = "../../catalog/benches/ratio/mod.rs"]
mod ratio;

use compile::{Compiler, Result, folder, root};

/// The largest allowed ratio of the crate's time to the time of the bare enums.
const BAR: f64 = 2.5;

/// Returns the generated files, sorted by name.
fn generated() -> Result<Vec<PathBuf>> {
    let entries = root().join("catalog/src/services").read_dir()?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// Writes the crate of bare enums, and returns the number of its variants.
fn write_bare(files: &[PathBuf], to: &Path) -> Result<usize> {
    let (mut root, mut variants) = (String::from("//! The bare enums.\n#![no_std]\n"), 0);
    for path in files {
        let mut file = syn::parse_file(&std::fs::read_to_string(path)?)?;
        for item in &mut file.items {
            if let Item::Enum(item) = item {
                bare(item);
                variants += item.variants.len();
            }
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        writeln!(root, "pub mod {name};")?;
        std::fs::write(to.join(format!("{name}.rs")), prettyplease::unparse(&file))?;
    }
    std::fs::write(to.join("lib.rs"), root)?;
    Ok(variants)
}

/// Removes everything from an enum except its documentation, and derives the traits that all enums of the catalog have.
fn bare(item: &mut ItemEnum) {
    let is_doc = |attribute: &Attribute| attribute.path().is_ident("doc");
    item.attrs.retain(is_doc);
    item.attrs.push(parse_quote!(#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]));
    item.attrs.push(parse_quote!(#[non_exhaustive]));
    item.variants.iter_mut().for_each(|variant| variant.attrs.retain(is_doc));
}

fn main() -> Result<()> {
    let mut files = generated()?;
    if !ratio::measuring() {
        // A few files are enough to test the benchmark.
        files.truncate(20);
    }
    let folder = folder("bare")?;
    let variants = write_bare(&files, &folder)?;
    println!("the bare enums of {} services: {variants} variants", files.len());

    let compiler = Compiler::new()?;
    let (ours, theirs) = (root().join("catalog/src/lib.rs"), folder.join("lib.rs"));
    let theirs = || compiler.compile(&theirs, "bare", &[]);
    if !ratio::measuring() {
        // Compile only the bare enums, because Cargo has already compiled `catalog`.
        theirs()?;
        return Ok(());
    }
    let costs = ratio::rounds(|| {
        let ours = compiler.compile(&ours, "catalog", &["catalog_core", "catalog_macros"])?;
        Ok((ours, theirs()?))
    });
    let costs = costs.into_iter().collect::<Result<Vec<_>>>()?;
    compile::compare("cold build, catalog / bare enums", Some(BAR), &costs);
    Ok(())
}
