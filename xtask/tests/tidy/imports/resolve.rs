//! Resolves a path in a module to the file that defines the item, through re-exports and globs.

use std::collections::BTreeSet;

use super::modules::{Definition, Modules};

/// The target of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// A module of the crate.
    Module(usize),
    /// An item of the module with this number.
    Item(usize),
    /// An item of another crate.
    External,
}

/// The names that have been looked up. Without them, the search would not end if two modules import each other by
/// globs.
type Visited = BTreeSet<(usize, String, bool)>;

impl Modules {
    /// Returns the target of a path in a module and the segment that names the target.
    pub(super) fn resolve<'p>(&self, module: usize, path: &'p [String]) -> Option<(Target, &'p str)> {
        self.follow(module, path, false, &mut Visited::new())
    }

    /// Returns the module or the type whose names a glob imports, and the segment that names this target.
    pub(super) fn resolve_glob<'p>(&self, module: usize, path: &'p [String]) -> Option<(Target, &'p str)> {
        self.follow(module, path, true, &mut Visited::new())
    }

    fn follow<'p>(
        &self,
        module: usize,
        path: &'p [String],
        as_module: bool,
        visited: &mut Visited,
    ) -> Option<(Target, &'p str)> {
        let (first, mut rest) = path.split_first()?;
        let mut segment = first.as_str();
        let mut target = match segment {
            "crate" => Target::Module(0),
            "self" => Target::Module(module),
            "super" => Target::Module(self.all[module].parent?),
            name => match self.find(module, name, as_module || !rest.is_empty(), visited) {
                Some(target) => target,
                None if self.own_names.contains(name) => Target::Module(0),
                None => return None,
            },
        };
        while let (Target::Module(current), Some((next, after))) = (target, rest.split_first()) {
            segment = next;
            target = match segment {
                "super" => Target::Module(self.all[current].parent?),
                "self" => target,
                name => match self.find(current, name, as_module || !after.is_empty(), visited) {
                    Some(target) => target,
                    // The module does not define the name, so it comes from a glob of another crate, or from a macro in
                    // the module.
                    None if self.has_foreign_glob(current) => Target::External,
                    None => Target::Item(current),
                },
            };
            rest = after;
        }
        Some((target, segment))
    }

    /// Returns true if a module has a glob of another crate or of a skipped file, whose names are unknown.
    fn has_foreign_glob(&self, module: usize) -> bool {
        let globs = self.all[module].globs();
        let mut sources = globs.map(|glob| self.resolve_glob(module, &glob.path));
        !self.all[module].has_macros
            && sources.any(|source| match source {
                Some((Target::Module(source), _)) => self.all[source].is_unread,
                _ => true,
            })
    }

    /// Looks a name up in a module. Within a path, modules come before items of the same name.
    fn find(&self, module: usize, name: &str, as_module: bool, visited: &mut Visited) -> Option<Target> {
        if !visited.insert((module, name.to_owned(), as_module)) {
            return None;
        }
        let definitions = self.all[module].names.get(name);
        let targets = definitions.into_iter().flatten().map(|definition| match definition {
            Definition::Item(owner) => Target::Item(*owner),
            Definition::Module(number) => Target::Module(*number),
            Definition::Import(path) => match self.follow(module, path, as_module, visited) {
                Some((target, _)) => target,
                None => Target::External,
            },
        });
        let rank = |target: &Target| match target {
            Target::Module(_) => u8::from(!as_module),
            Target::Item(_) => u8::from(as_module),
            Target::External => 2,
        };
        let found = targets.min_by_key(rank).or_else(|| {
            let mut globs = self.all[module].globs();
            globs.find_map(|glob| match self.follow(module, &glob.path, true, visited)? {
                (Target::Module(other), _) => self.find(other, name, as_module, visited),
                _ => None,
            })
        });
        visited.remove(&(module, name.to_owned(), as_module));
        found
    }

    /// Returns true if a module is below another one.
    pub(super) fn is_below(&self, module: usize, ancestor: usize) -> bool {
        let mut parents = std::iter::successors(self.all[module].parent, |parent| self.all[*parent].parent);
        parents.any(|parent| parent == ancestor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    fn resolved(files: &[(&str, &str)], from: &str, path: &str) -> Option<String> {
        let modules = Modules::read(&Tree::made_up(files), "src/lib.rs");
        let module = modules.all.iter().position(|module| module.file == from).unwrap();
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        match modules.resolve(module, &path)?.0 {
            Target::Module(number) => Some(format!("module {}", modules.all[number].file)),
            Target::Item(number) => Some(modules.all[number].file.clone()),
            Target::External => Some("external".to_owned()),
        }
    }

    const FILES: &[(&str, &str)] = &[
        (
            "src/lib.rs",
            "extern crate self as own; mod a; mod b; mod c; pub use b::*; pub use other::Far; #[macro_use] mod m;",
        ),
        ("src/a.rs", "pub struct A; pub(crate) use super::c::inner::Deep; use super::c;"),
        ("src/b.rs", "pub use crate::a::A as Renamed; make! { B }"),
        ("src/c.rs", "pub mod inner; pub use inner::*; use super::b::*; pub fn inner() {}"),
        ("src/c/inner.rs", "pub enum Deep { Variant } use super::*;"),
        ("src/m.rs", "#[macro_export] macro_rules! exported { () => {} }"),
    ];

    #[test]
    fn an_item_is_found_where_it_is_defined() {
        for (path, expected) in [
            ("crate::a::A", "src/a.rs"),
            ("super::A", "src/lib.rs"),
            ("own::a::A::new", "src/a.rs"),
            ("crate::Renamed", "src/a.rs"),
            ("crate::a::Deep::Variant", "src/c/inner.rs"),
            ("super::c::Deep", "src/c/inner.rs"),
            ("crate::c::inner", "src/c.rs"),
            ("crate::c::inner::Deep", "src/c/inner.rs"),
            ("c::Renamed", "src/a.rs"),
            ("crate::b::B", "src/b.rs"),
            ("crate::b", "module src/b.rs"),
            ("crate::exported", "src/m.rs"),
            ("crate::Far", "external"),
        ] {
            assert_eq!(resolved(FILES, "src/a.rs", path).as_deref(), Some(expected), "{path}");
        }
    }

    #[test]
    fn what_is_not_of_the_crate_is_not_found() {
        assert_eq!(resolved(FILES, "src/a.rs", "std::fmt::Display"), None);
    }
}
