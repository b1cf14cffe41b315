//! Paths in the form that is printed and that configurations use.

use alloc::{borrow::ToOwned as _, string::String};
use std::path::{Component, Path, PathBuf};

/// Returns a path in the form that is printed and that a configuration uses: with `/`, and without a leading `./`.
#[must_use]
pub fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").ok().filter(|rest| *rest != Path::new("")).unwrap_or(path);
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.as_ref().to_owned() }
}

/// Returns a path without `.` and `..`, without following links.
#[must_use]
pub fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            component => plain.push(component),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_without_needless_parts() {
        assert_eq!(shown(Path::new("./a/b.json")), "a/b.json");
        assert_eq!(shown(Path::new(".")), ".");
        assert_eq!(plain(Path::new("/a/./b/../c.json")), Path::new("/a/c.json"));
    }
}
