//! Finds the packages of a tree, and the root files of the crates of each package.

use toml::{Table, Value};

use crate::tree::{Tree, extension};

/// A package: its directory, its manifest, and the root file of each crate.
pub(crate) struct Package {
    pub(crate) name: String,
    /// The directory with a `/` at its end. It is empty for the root.
    pub(crate) directory: String,
    pub(crate) manifest: Table,
    pub(crate) roots: Vec<String>,
}

/// Returns the packages of a tree in the order of their paths.
pub(crate) fn packages(tree: &Tree) -> Vec<Package> {
    tree.files().filter_map(|(path, text)| package(tree, path.strip_suffix("Cargo.toml")?, text)).collect()
}

fn package(tree: &Tree, directory: &str, manifest: &str) -> Option<Package> {
    if !directory.is_empty() && !directory.ends_with('/') {
        return None;
    }
    let manifest: Table = manifest.parse().ok()?;
    let name = manifest.get("package")?.get("name")?.as_str()?.to_owned();
    let stated =
        ["bin", "test", "bench", "example"].iter().filter_map(|kind| manifest.get(*kind)?.as_array()).flatten();
    let stated = stated.chain(manifest.get("lib")).filter_map(|target| target.get("path").and_then(Value::as_str));
    let mut roots: Vec<String> = stated.map(|path| format!("{directory}{path}")).collect();
    let found = tree.files().map(|(path, _)| path).filter(|path| path.strip_prefix(directory).is_some_and(is_root));
    roots.extend(found.map(str::to_owned));
    roots.sort();
    roots.dedup();
    roots.retain(|root| tree.get(root).is_some());
    Some(Package { name, directory: directory.to_owned(), manifest, roots })
}

/// Returns true if Cargo looks for crates at a path without an entry in the manifest.
fn is_root(path: &str) -> bool {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["src", "bin", file] | ["tests" | "benches" | "examples", file] => extension(file) == Some("rs"),
        ["src", file] => ["lib.rs", "main.rs"].contains(file),
        ["src", "bin", _, file] | ["tests" | "benches" | "examples", _, file] => *file == "main.rs",
        _ => false,
    }
}

#[test]
fn roots_are_found_and_read_from_the_manifest() {
    let manifest = "[package]\nname = 'a'\n[[bin]]\nname = 'x'\npath = 'fuzz_targets/x.rs'\n";
    let tree = Tree::made_up(&[
        ("a/Cargo.toml", manifest),
        ("a/fuzz_targets/x.rs", ""),
        ("a/src/lib.rs", ""),
        ("a/src/bin/tool/main.rs", ""),
        ("a/src/other.rs", ""),
        ("a/tests/all/main.rs", ""),
        ("a/tests/all/one.rs", ""),
        ("b/not-Cargo.toml", manifest),
    ]);
    let packages = packages(&tree);
    assert_eq!(packages.len(), 1);
    assert_eq!((packages[0].name.as_str(), packages[0].directory.as_str()), ("a", "a/"));
    assert_eq!(
        packages[0].roots,
        ["a/fuzz_targets/x.rs", "a/src/bin/tool/main.rs", "a/src/lib.rs", "a/tests/all/main.rs"]
    );
}
