//! Checks that imports between files form no circle. A file must not import from a file that imports from it, directly
//! or through other files.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    imports::{self, Import},
    violation::{Violation, assert_none},
};

/// Returns a violation for each set of files of a crate that import from each other.
fn circles(imports: &[Import]) -> Vec<Violation> {
    components(imports).iter().map(|component| violation(component, imports)).collect()
}

fn violation(component: &BTreeSet<&str>, imports: &[Import]) -> Violation {
    let inside =
        imports.iter().filter(|one| component.contains(one.from.as_str()) && component.contains(one.to.as_str()));
    let mut edges: BTreeMap<(&str, &str), (usize, Vec<&str>)> = BTreeMap::new();
    for one in inside {
        let edge = edges.entry((&one.from, &one.to)).or_insert((one.line, Vec::new()));
        edge.0 = edge.0.min(one.line);
        edge.1.push(&one.name);
    }
    let shown = |((from, to), (line, names)): (&(&str, &str), &(usize, Vec<&str>))| {
        format!("\n    {from}:{line} imports from {to}: {}", names.join(", "))
    };
    let list: String = edges.iter().map(shown).collect();
    let (path, line) = edges.iter().next().map_or(("", 1), |((from, _), (line, _))| (*from, *line));
    let wrong = format!("{} files import from each other", component.len());
    Violation::new(path, line, wrong, format!("move the shared items into a file below all of them{list}"))
}

/// Returns the sets of files that reach each other through imports.
fn components(imports: &[Import]) -> Vec<BTreeSet<&str>> {
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in imports {
        next.entry(&one.from).or_default().insert(&one.to);
    }
    let reach: BTreeMap<&str, BTreeSet<&str>> = next.keys().map(|file| (*file, reached(file, &next))).collect();
    let reaches = |from: &str, to: &str| reach.get(from).is_some_and(|files| files.contains(to));
    let component = |file: &&str| reach[*file].iter().copied().filter(|other| reaches(other, file)).collect();
    let components: BTreeSet<BTreeSet<&str>> = reach.keys().filter(|file| reaches(file, file)).map(component).collect();
    components.into_iter().collect()
}

/// Returns the files that a file imports from, directly or through other files. They include the file itself only if it
/// is in a circle.
fn reached<'a>(file: &str, next: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = next[file].iter().copied().collect();
    while let Some(file) = open.pop() {
        if found.insert(file) {
            open.extend(next.get(file).into_iter().flatten());
        }
    }
    found
}

#[test]
fn the_repository_has_no_circles() {
    assert_none(imports::in_repository().iter().flat_map(|imports| circles(imports)).collect());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{tree::Tree, violation::lines};

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let mut files = files.to_vec();
        files.push(("Cargo.toml", "package.name = 'a'"));
        lines(&circles(&imports::in_tree(&Tree::made_up(&files)).concat()))
    }

    #[test]
    fn a_circle_of_parent_and_child_is_reported() {
        let files = [("src/lib.rs", "mod a;\nuse a::A;\npub struct B;"), ("src/a.rs", "use super::B; pub struct A;")];
        assert_eq!(
            found(&files),
            ["src/a.rs:1: 2 files import from each other: move the shared items into a file below \
             all of them\n    src/a.rs:1 imports from src/lib.rs: B\n    src/lib.rs:2 imports from src/a.rs: A"]
        );
    }

    #[test]
    fn a_circle_of_three_files_is_one() {
        let files = [
            ("src/lib.rs", "mod a; mod b; mod c; mod d;"),
            ("src/a.rs", "use crate::b::X;"),
            ("src/b.rs", "fn f() { crate::c::x() }"),
            ("src/c.rs", "use super::a; use super::d::X;"),
            ("src/d.rs", ""),
        ];
        let found = found(&files);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("3 files") && !found[0].contains("src/d.rs"), "{}", found[0]);
    }

    #[test]
    fn a_chain_is_none() {
        let files = [("src/lib.rs", "mod a; mod b; use a::A;"), ("src/a.rs", "use super::b::B;"), ("src/b.rs", "")];
        assert_eq!(found(&files), <[&str; 0]>::default());
    }
}
