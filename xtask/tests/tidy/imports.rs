//! Finds the imports between the files of each crate.
//!
//! A `use` is an import, and so is a path in code or within a macro. A `mod` is not an import. A module can re-export an
//! item of a child module with `pub use`. That is an import only if the code of the module also names the item. Items
//! for tests are skipped, and so are macros that are called by their bare names.

mod modules;
pub(crate) mod packages;
mod resolve;
pub(crate) mod scan;

use std::{collections::BTreeMap, sync::OnceLock};

use self::{modules::Modules, packages::packages, resolve::Target, scan::Use};
use crate::tree::Tree;

/// An import: a file uses an item that another file of the same crate defines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Import {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) name: String,
    pub(crate) line: usize,
}

/// Returns the imports within every crate of this repository.
pub(crate) fn in_repository() -> &'static [Vec<Import>] {
    static IMPORTS: OnceLock<Vec<Vec<Import>>> = OnceLock::new();
    IMPORTS.get_or_init(|| in_tree(Tree::repository()))
}

/// Returns the imports within every crate of a tree, crate by crate.
pub(crate) fn in_tree(tree: &Tree) -> Vec<Vec<Import>> {
    packages(tree).iter().flat_map(|package| &package.roots).map(|root| in_crate(tree, root)).collect()
}

fn in_crate(tree: &Tree, root: &str) -> Vec<Import> {
    let modules = Modules::read(tree, root);
    let mut found: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for (number, module) in modules.all.iter().enumerate() {
        let text = tree.get(&module.file).unwrap_or_default();
        for (target, name, line) in modules.needed(number, text) {
            if let Target::Module(to) | Target::Item(to) = target
                && modules.all[to].file != module.file
            {
                let first = found.entry((&module.file, &modules.all[to].file, name)).or_insert(line);
                *first = line.min(*first);
            }
        }
    }
    let import = |((from, to, name), line): ((&str, &str, &str), usize)| Import {
        from: from.to_owned(),
        to: to.to_owned(),
        name: name.to_owned(),
        line,
    };
    found.into_iter().map(import).collect()
}

impl Modules {
    /// Returns the targets that the code of a module uses, each with its name and the first line with the name.
    fn needed(&self, number: usize, text: &str) -> Vec<(Target, &str, usize)> {
        let found = &self.all[number].found;
        let uses = found.uses.iter().filter_map(|one| {
            let (target, last, name) = match &one.name {
                Some(_) => self.resolve(number, &one.path).map(|(target, last)| (target, last, last))?,
                None => self.resolve_glob(number, &one.path).map(|(target, last)| (target, last, "*"))?,
            };
            let is_in_code = one.name.as_ref().is_some_and(|name| found.bare.contains(name));
            let is_needed = is_in_code || !self.shows(number, one, target);
            is_needed.then(|| (target, name, line_of(text, last).unwrap_or(1)))
        });
        let paths = found.paths.iter().filter_map(|path| {
            let (target, name) = self.resolve(number, path)?;
            let line = line_of(text, &path.join("::")).or_else(|| line_of(text, name));
            Some((target, name, line.unwrap_or(1)))
        });
        uses.chain(paths).collect()
    }

    /// Returns true if a `use` only re-exports an item that a module below it defines.
    fn shows(&self, module: usize, one: &Use, target: Target) -> bool {
        match target {
            Target::Module(to) | Target::Item(to) => one.is_public && self.is_below(to, module),
            Target::External => false,
        }
    }
}

/// Returns the first line of code that contains a name or a path as a whole word.
pub(crate) fn line_of(text: &str, name: &str) -> Option<usize> {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let holds = |line: &str| {
        line.match_indices(name).any(|(start, _)| {
            let (before, after) = (line.get(..start), line.get(start + name.len()..));
            !before.is_some_and(|text| text.ends_with(is_word)) && !after.is_some_and(|text| text.starts_with(is_word))
        })
    };
    text.lines().position(|line| !line.trim_start().starts_with("//") && holds(line)).map(|line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imports(files: &[(&str, &str)]) -> Vec<String> {
        let mut files = files.to_vec();
        files.push(("Cargo.toml", "package.name = 'a'"));
        let imports = in_tree(&Tree::made_up(&files)).concat();
        imports.iter().map(|one| format!("{}:{} {} {}", one.from, one.line, one.to, one.name)).collect()
    }

    #[test]
    fn showing_an_item_of_a_child_is_no_import() {
        let child = ("src/a.rs", "pub struct A;");
        assert_eq!(imports(&[("src/lib.rs", "mod a;\npub use a::A;"), child]), <[&str; 0]>::default());
        assert_eq!(imports(&[("src/lib.rs", "mod a;\npub(crate) use a::A;"), child]), <[&str; 0]>::default());
    }

    #[test]
    fn using_an_item_of_a_child_is_an_import() {
        let child = ("src/a.rs", "pub struct A;");
        for root in ["mod a;\nuse a::A;", "mod a;\nfn f(_: a::A) {}", "mod a;\npub use a::A; fn f(_: A) {}"] {
            assert_eq!(imports(&[("src/lib.rs", root), child]), ["src/lib.rs:2 src/a.rs A"], "{root}");
        }
    }

    #[test]
    fn a_child_that_uses_its_parent_imports_it() {
        let root = "mod a;\npub struct Shared;";
        assert_eq!(
            imports(&[("src/lib.rs", root), ("src/a.rs", "use super::Shared;")]),
            ["src/a.rs:1 src/lib.rs Shared"]
        );
        assert_eq!(imports(&[("src/lib.rs", root), ("src/a.rs", "use super::*;")]), ["src/a.rs:1 src/lib.rs *"]);
    }

    #[test]
    fn an_item_that_passes_through_the_parent_is_imported_from_its_file() {
        let files = [("src/lib.rs", "mod a; mod b; pub use b::B;"), ("src/b.rs", "pub struct B;")];
        let user = ("src/a.rs", "// B\nfn f() { g!(super::B::new()) }");
        assert_eq!(imports(&[files[0], files[1], user]), ["src/a.rs:2 src/b.rs B"]);
    }

    #[test]
    fn what_only_tests_use_is_left_out() {
        let root = ("src/lib.rs", "mod a;\npub struct Shared;");
        assert_eq!(
            imports(&[root, ("src/a.rs", "#[cfg(test)] mod tests { use crate::Shared; }")]),
            <[&str; 0]>::default()
        );
    }
}
