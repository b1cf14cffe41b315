//! Finds the files that arguments name, and the `*.json` files in directories.

use alloc::vec::Vec;
use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use super::{input::Input, shown::shown, unread::Unread};

/// Finds the files to check, in the order of the arguments. The files of a directory are sorted by name.
///
/// In a directory, hidden files, `node_modules`, `target`, pipes, devices and links to directories are skipped. A
/// directory without a `*.json` file is an error.
#[must_use]
pub fn find(arguments: &[PathBuf]) -> Vec<Result<Input, Unread>> {
    let mut found = Vec::new();
    for argument in arguments {
        if argument.is_dir() {
            let before = found.len();
            walk(argument, &mut found);
            if found.len() == before {
                found.push(Err(Unread::new(shown(argument), "the directory contains no `*.json` file")));
            }
        } else {
            found.push(Ok(Input::named(argument)));
        }
    }
    found
}

/// Finds the `*.json` files in a directory and its subdirectories.
///
/// Links to directories are not followed, because they can form a cycle.
fn walk(directory: &Path, found: &mut Vec<Result<Input, Unread>>) {
    let entries = match fs::read_dir(directory).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => return found.push(Err(Unread::from_io(shown(directory), &error))),
    };
    let mut entries: Vec<_> = entries.into_iter().filter(|entry| !is_skipped(&entry.file_name())).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, found),
            Ok(_) if !is_json(&path) => {}
            Ok(kind) if kind.is_file() || kind.is_symlink() && is_read(&path) => found.push(Ok(Input::Found(path))),
            Ok(_) => {}
            Err(error) => found.push(Err(Unread::from_io(shown(&path), &error))),
        }
    }
}

/// Returns true if a link leads to a file. A dangling link is also read, so that it is reported.
fn is_read(link: &Path) -> bool {
    fs::metadata(link).map_or(true, |metadata| metadata.is_file())
}

fn is_skipped(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") || name == "node_modules" || name == "target"
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{borrow::ToOwned as _, string::String};

    #[test]
    fn directories_are_walked_in_order() {
        let directory = tempfile::tempdir().unwrap();
        for name in ["b.json", "a/z.JSON", "a.b.json", ".a.json", "node_modules/a.json", "readme.md"] {
            let path = directory.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let names = |found: Vec<Result<Input, Unread>>| -> Vec<String> {
            let length = shown(directory.path()).len() + 1;
            found.into_iter().map(|input| input.unwrap().name().split_off(length)).collect()
        };
        assert_eq!(names(find(&[directory.path().to_owned()])), ["a/z.JSON", "a.b.json", "b.json"]);
        assert_eq!(find(&[PathBuf::from("-"), PathBuf::from("/dev/stdin")]), [Ok(Input::Stdin), Ok(Input::Stdin)]);
        let empty = directory.path().join("empty");
        fs::create_dir(&empty).unwrap();
        assert_eq!(find(&[empty])[0].as_ref().unwrap_err().why, "the directory contains no `*.json` file");
    }

    #[cfg(unix)]
    #[test]
    fn only_regular_files_are_read() {
        let directory = tempfile::tempdir().unwrap();
        let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, directory.path().join(name)).unwrap();
        link("/dev/zero", "device.json");
        link(".", "directory.json");
        link("nothing", "dangling.json");
        let _socket = std::os::unix::net::UnixListener::bind(directory.path().join("socket.json")).unwrap();
        let found = find(&[directory.path().to_owned()]);
        let [Ok(dangling)] = &*found else { panic!("{found:?}") };
        assert_eq!(dangling, &Input::Found(directory.path().join("dangling.json")));
        for named in ["device.json", "socket.json", "directory.json", "dangling.json"] {
            Input::Named(directory.path().join(named)).read().unwrap_err();
        }
    }
}
