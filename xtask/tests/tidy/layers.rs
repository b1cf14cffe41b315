//! Checks that no dependency points upward. A crate must depend only on the crates that are listed for it. A file must
//! import only from its own layer and the layers below it.

mod table;

use std::collections::BTreeSet;

use toml::{Table, Value};

use self::table::{CRATES, LAYERS, PRIVATE};
use crate::{
    imports::{
        self, Import, line_of,
        packages::{Package, packages},
    },
    tree::Tree,
    violation::{Violation, assert_none},
};

/// The file that states the layers.
const TABLE: &str = "xtask/tests/tidy/layers/table.rs";

fn crates(packages: &[Package], allowed: &[(&str, &[&str])], private: (&str, &str)) -> Vec<Violation> {
    let names: BTreeSet<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    let mut found = Vec::new();
    for package in packages {
        let path = format!("{}Cargo.toml", package.directory);
        let Some((_, allowed)) = allowed.iter().find(|(name, _)| *name == package.name) else {
            let wrong = format!("the package `{}` is not in `CRATES`", package.name);
            found.push(Violation::new(&path, 1, wrong, "add the package in xtask/tests/tidy/layers/table.rs"));
            continue;
        };
        for name in dependencies(&package.manifest, &["dependencies", "build-dependencies"]) {
            if names.contains(name.as_str()) && !allowed.contains(&name.as_str()) {
                let wrong = format!("`{}` depends on `{name}`, which is not below it", package.name);
                found.push(Violation::new(&path, 1, wrong, "move the shared items into a crate below both"));
            }
        }
        for name in dependencies(&package.manifest, &["dev-dependencies"]) {
            if name == private.0 && package.name != private.1 {
                let wrong = format!("the tests of `{}` depend on `{name}`", package.name);
                found.push(Violation::new(&path, 1, wrong, format!("move the tests into `{name}`")));
            }
        }
    }
    found
}

/// Returns the packages that the given tables of a manifest name, including the tables of single targets.
fn dependencies(manifest: &Table, tables: &[&str]) -> Vec<String> {
    let targets = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let places = targets.filter_map(Value::as_table).chain([manifest]);
    let tables = places.flat_map(|place| tables.iter().filter_map(|name| place.get(*name)?.as_table()));
    let name = |(key, value): (&String, &Value)| value.get("package").and_then(Value::as_str).unwrap_or(key).to_owned();
    tables.flatten().map(name).collect()
}

fn files(tree: &Tree, directory: &str, layers: &[&[&str]], imports: &[Import]) -> Vec<Violation> {
    let mut found = Vec::new();
    for (path, _) in tree.hand_written() {
        if path.starts_with(directory) && layer(path, directory, layers).is_none() {
            let remedy = "add it to the layers of its crate in xtask/tests/tidy/layers/table.rs";
            found.push(Violation::new(path, 1, "the file is not in a layer", remedy));
        }
    }
    for name in layers.iter().flat_map(|layer| *layer) {
        let fits = |path: &str| path.strip_prefix(directory).is_some_and(|path| is_in(path, name));
        if !tree.hand_written().any(|(path, _)| fits(path)) {
            let wrong = format!("the layers of {directory} name `{name}`, which does not exist");
            let line = tree.get(TABLE).and_then(|text| line_of(text, &format!("\"{name}\""))).unwrap_or(1);
            found.push(Violation::new(TABLE, line, wrong, "remove the name or correct it"));
        }
    }
    for one in imports {
        let (from, to) = (layer(&one.from, directory, layers), layer(&one.to, directory, layers));
        if let (Some((from, user)), Some((to, used))) = (from, to)
            && from < to
        {
            let wrong = format!("`{user}` imports `{}` from `{used}`, a layer above it ({})", one.name, one.to);
            let remedy = "move the item to a lower layer, or the import to a higher one";
            found.push(Violation::new(&one.from, one.line, wrong, remedy));
        }
    }
    found
}

/// Returns the number and the name of the layer that a file belongs to.
fn layer<'a>(path: &str, directory: &str, layers: &[&[&'a str]]) -> Option<(usize, &'a str)> {
    let path = path.strip_prefix(directory)?;
    let names = layers.iter().enumerate().flat_map(|(number, names)| names.iter().map(move |name| (number, *name)));
    names.filter(|(_, name)| is_in(path, name)).max_by_key(|(_, name)| name.len())
}

fn is_in(path: &str, name: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

#[test]
fn no_crate_depends_on_one_above_it() {
    assert_none(crates(&packages(Tree::repository()), CRATES, PRIVATE));
}

#[test]
fn no_file_imports_from_a_layer_above_it() {
    let (tree, imports) = (Tree::repository(), imports::in_repository().concat());
    assert_none(LAYERS.iter().flat_map(|(directory, layers)| files(tree, directory, layers, &imports)).collect());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::lines;

    fn crates_found(manifest: &str) -> Vec<String> {
        let other = "[package]\nname = 'low'\n";
        let tree = Tree::made_up(&[
            ("high/Cargo.toml", &format!("[package]\nname = 'high'\n{manifest}")),
            ("low/Cargo.toml", other),
            ("task/Cargo.toml", "package.name = 'task'"),
        ]);
        let allowed: &[(&str, &[&str])] = &[("high", &["low"]), ("low", &[]), ("task", &[])];
        lines(&crates(&packages(&tree), allowed, ("task", "task-fuzz")))
    }

    #[test]
    fn crates_may_depend_on_what_is_below_and_on_the_crates_of_others() {
        let manifest = "[dependencies]\nlow = '1'\nserde = '1'\n[dev-dependencies]\nhigh.path = '.'\n";
        assert_eq!(crates_found(manifest), <[&str; 0]>::default());
    }

    #[test]
    fn a_dependency_upwards_is_reported() {
        let expected = "high/Cargo.toml:1: `high` depends on `task`, which is not below it: move the shared \
                        items into a crate below both";
        assert_eq!(crates_found("[dependencies]\ntask.path = '../task'"), [expected]);
        assert_eq!(crates_found("[dependencies]\nt = { package = 'task' }"), [expected]);
        assert_eq!(crates_found("[target.'cfg(unix)'.dependencies]\ntask = '1'"), [expected]);
        assert!(crates_found("[dev-dependencies]\ntask = '1'")[0].contains("the tests of `high` depend on `task`"));
    }

    #[test]
    fn a_crate_without_a_place_is_reported() {
        let tree = Tree::made_up(&[("a/Cargo.toml", "package.name = 'a'")]);
        assert!(lines(&crates(&packages(&tree), &[], ("", "")))[0].contains("`a` is not in `CRATES`"));
    }

    fn files_found(low: &str, layers: &[&[&str]]) -> Vec<String> {
        let root = "pub mod low; pub mod high; pub mod high_up;";
        let tree = Tree::made_up(&[
            ("Cargo.toml", "package.name = 'a'"),
            ("src/lib.rs", root),
            ("src/low.rs", low),
            ("src/high.rs", "mod part; use crate::low::Low;"),
            ("src/high/part.rs", "pub struct Part;"),
            ("src/high_up.rs", "use super::high::High;"),
        ]);
        lines(&files(&tree, "src/", layers, &imports::in_tree(&tree).concat()))
    }

    const ALL: &[&[&str]] = &[&["low"], &["high"], &["high_up", "lib"]];

    #[test]
    fn imports_from_below_and_beside_are_accepted() {
        assert_eq!(files_found("pub struct Low;", ALL), <[&str; 0]>::default());
    }

    #[test]
    fn an_import_from_above_is_reported() {
        assert_eq!(
            files_found("\nfn f(_: crate::high::part::Part) {}", ALL),
            ["src/low.rs:2: `low` imports `Part` from \
             `high`, a layer above it (src/high/part.rs): move the item to a lower layer, or the import to a \
             higher one"]
        );
        // A file of a directory can have a layer of its own.
        let apart: &[&[&str]] = &[&["high/part"], &["low"], &["high"], &["high_up", "lib"]];
        assert_eq!(files_found("fn f(_: crate::high::part::Part) {}", apart), <[&str; 0]>::default());
    }

    #[test]
    fn layers_name_every_file_and_nothing_else() {
        let found = files_found("", &[&["low", "lower"], &["high"], &["lib"]]);
        assert!(found[0].starts_with("src/high_up.rs:1: the file is not in a layer"), "{found:?}");
        assert!(found[1].contains("name `lower`, which does not exist"), "{found:?}");
    }
}
