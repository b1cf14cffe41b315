//! The modules of a crate, read from its root file on, with the names that each defines and imports.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{Attribute, Item, ItemMod, Meta};

use super::scan::{Found, Use, is_test_only, uses};
use crate::tree::{Tree, is_generated};

/// The size in bytes above which a generated file counts as a table of names. Tables are not read, and neither are the
/// generated files that a generated list of modules declares.
const LONG: usize = 100_000;

/// The origin of a name of a module.
pub(super) enum Definition {
    /// An item of the module with this number.
    Item(usize),
    /// The module with this number.
    Module(usize),
    /// Another path, which a `use` names.
    Import(Vec<String>),
}

/// A module, which is a file or a block in a file.
pub(super) struct Module {
    pub(super) parent: Option<usize>,
    pub(super) file: String,
    pub(super) names: BTreeMap<String, Vec<Definition>>,
    pub(super) found: Found,
    /// Whether macros may define names that are not in `names`.
    pub(super) has_macros: bool,
    /// Whether the file was skipped, so its names are unknown.
    pub(super) is_unread: bool,
    /// The directory of the files of child modules, with a `/` at its end.
    children: String,
}

impl Module {
    /// Returns the globs of the module.
    pub(super) fn globs(&self) -> impl Iterator<Item = &Use> {
        self.found.uses.iter().filter(|one| one.name.is_none())
    }
}

/// The modules of a crate. The root is the first.
#[derive(Default)]
pub(super) struct Modules {
    pub(super) all: Vec<Module>,
    /// The names by which the crate calls itself: `extern crate self as …`.
    pub(super) own_names: BTreeSet<String>,
}

impl Modules {
    /// Reads the modules of the crate with this root file.
    pub(super) fn read(tree: &Tree, root: &str) -> Self {
        let mut modules = Self::default();
        modules.file(tree, root, &directory(root), None);
        modules
    }

    fn file(&mut self, tree: &Tree, path: &str, children: &str, parent: Option<usize>) -> usize {
        let number = self.add(path, children, parent);
        let text = self.text(tree, number);
        if is_generated(text)
            && (text.len() > LONG || parent.is_some_and(|parent| is_generated(self.text(tree, parent))))
        {
            self.all[number].is_unread = true;
            return number;
        }
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        self.items(tree, number, &file.items, &directory(path));
        if parent.is_some() {
            self.adopt(tree, number, &file.items);
        }
        number
    }

    fn text<'t>(&self, tree: &'t Tree, module: usize) -> &'t str {
        tree.get(&self.all[module].file).unwrap_or_default()
    }

    fn add(&mut self, file: &str, children: &str, parent: Option<usize>) -> usize {
        self.all.push(Module {
            parent,
            file: file.to_owned(),
            names: BTreeMap::new(),
            found: Found::default(),
            has_macros: false,
            is_unread: false,
            children: children.to_owned(),
        });
        self.all.len() - 1
    }

    fn define(&mut self, module: usize, name: &impl ToString, definition: Definition) {
        self.all[module].names.entry(name.to_string()).or_default().push(definition);
    }

    fn items(&mut self, tree: &Tree, module: usize, items: &[Item], beside: &str) {
        for item in items.iter().filter(|item| !is_for_tests(attributes(item))) {
            match item {
                Item::Mod(child) => self.child(tree, module, child, beside),
                Item::Use(item) => self.import(module, uses(item)),
                Item::ExternCrate(item) => {
                    if let (true, Some((_, name))) = (item.ident == "self", &item.rename) {
                        self.own_names.insert(name.to_string());
                    }
                }
                Item::Macro(item) => {
                    match &item.ident {
                        Some(name) => {
                            self.define(module, name, Definition::Item(module));
                            if item.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export")) {
                                self.define(0, name, Definition::Item(module));
                            }
                        }
                        None => self.all[module].has_macros = true,
                    }
                    self.all[module].found.scan(item.to_token_stream());
                }
                other => {
                    if let Some(name) = name(other) {
                        self.define(module, &name, Definition::Item(module));
                    }
                    self.all[module].found.scan(other.to_token_stream());
                }
            }
        }
        let inner = std::mem::take(&mut self.all[module].found.uses);
        self.import(module, inner);
    }

    fn import(&mut self, module: usize, uses: Vec<Use>) {
        for one in &uses {
            if let Some(name) = &one.name {
                self.define(module, name, Definition::Import(one.path.clone()));
            }
        }
        self.all[module].found.uses.extend(uses);
    }

    fn child(&mut self, tree: &Tree, parent: usize, item: &ItemMod, beside: &str) {
        let name = item.ident.to_string();
        let directory_of_child = format!("{}{name}/", self.all[parent].children);
        let number = if let Some((_, items)) = &item.content {
            let file = self.all[parent].file.clone();
            let number = self.add(&file, &directory_of_child, Some(parent));
            self.items(tree, number, items, &directory_of_child);
            number
        } else if let Some(path) = item.attrs.iter().find_map(stated_path) {
            let path = without_dots(&format!("{beside}{path}"));
            self.file(tree, &path, &directory(&path), Some(parent))
        } else {
            let file = format!("{}{name}.rs", self.all[parent].children);
            let file = if tree.get(&file).is_some() { file } else { format!("{directory_of_child}mod.rs") };
            self.file(tree, &file, &directory_of_child, Some(parent))
        };
        self.define(parent, &name, Definition::Module(number));
    }

    /// Adds the files in the directory of a module that the module does not declare, because a macro may declare them.
    fn adopt(&mut self, tree: &Tree, module: usize, items: &[Item]) {
        if !self.all[module].has_macros {
            return;
        }
        let named: BTreeSet<String> = items
            .iter()
            .filter_map(|item| if let Item::Mod(item) = item { Some(item.ident.to_string()) } else { None })
            .collect();
        let children = self.all[module].children.clone();
        for (path, _) in tree.files() {
            let Some(rest) = path.strip_prefix(&children).and_then(|rest| rest.strip_suffix(".rs")) else { continue };
            let name = rest.strip_suffix("/mod").unwrap_or(rest);
            if !name.contains('/') && name != "mod" && !named.contains(name) {
                let number = self.file(tree, path, &format!("{children}{name}/"), Some(module));
                self.define(module, &name, Definition::Module(number));
            }
        }
    }
}

/// Returns the directory of a file, with a `/` at its end.
fn directory(path: &str) -> String {
    path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or_default().to_owned()
}

/// Resolves `..` in a path, because the paths of the tree do not contain `..`.
fn without_dots(path: &str) -> String {
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

fn stated_path(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else { return None };
    let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(path), .. }) = &meta.value else { return None };
    meta.path.is_ident("path").then(|| path.value())
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| is_test_only(attribute.meta.to_token_stream()))
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_wherever_rust_finds_them() {
        let tree = Tree::made_up(&[
            ("src/lib.rs", "mod a; mod b; #[path = \"a/../x/y.rs\"] mod c; #[cfg(test)] mod tests; mod f { mod g; }"),
            ("src/a.rs", "mod d;"),
            ("src/a/d.rs", ""),
            ("src/b/mod.rs", "mod e;"),
            ("src/b/e.rs", ""),
            ("src/f/g.rs", ""),
            ("src/x/y.rs", "mod z;"),
            ("src/x/z.rs", ""),
            ("src/tests.rs", ""),
        ]);
        let files: Vec<_> = Modules::read(&tree, "src/lib.rs").all.into_iter().map(|module| module.file).collect();
        let expected =
            "src/lib.rs src/a.rs src/a/d.rs src/b/mod.rs src/b/e.rs src/x/y.rs src/x/z.rs src/lib.rs src/f/g.rs";
        assert_eq!(files.join(" "), expected);
    }

    #[test]
    fn modules_that_a_macro_declares_are_found() {
        let tree = Tree::made_up(&[
            ("src/lib.rs", "mod rules;"),
            ("src/rules.rs", "rules! { one, } #[cfg(test)] mod tests;"),
            ("src/rules/one.rs", ""),
            ("src/rules/tests.rs", ""),
        ]);
        let modules = Modules::read(&tree, "src/lib.rs");
        assert_eq!(
            modules.all.iter().map(|module| module.file.as_str()).collect::<Vec<_>>(),
            ["src/lib.rs", "src/rules.rs", "src/rules/one.rs"]
        );
    }
}
