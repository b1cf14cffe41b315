//! Finds the files that arguments name, and the files in directories.

use alloc::{collections::BTreeSet, vec::Vec};
use std::path::PathBuf;

use super::{
    input::Input,
    shown::{plain, shown},
    unread::Unread,
    walk,
};

/// Finds the files to check, in the order of the arguments. The files of a directory are sorted by name.
///
/// A file that several arguments name is found once. In a directory, the files `*.json`, `*.yaml`, `*.yml` and
/// `*.template` are found. A directory without such a file is an error.
///
/// Some parts of a directory are skipped unless an argument names them:
///
/// * hidden files and directories, pipes, devices, and links to directories
/// * `node_modules`, `site-packages`, `target` and virtual environments of Python
/// * `asset.HASH`, where the AWS CDK stores bundled programs. Its templates in `cdk.out` are found.
#[must_use]
pub fn find(arguments: &[PathBuf]) -> Vec<Result<Input, Unread>> {
    let mut found = Vec::new();
    let mut named = BTreeSet::new();
    for argument in arguments {
        if argument.is_dir() {
            let before = found.len();
            walk::walk(argument, &mut found);
            if found.len() == before {
                found.push(Err(Unread::new(shown(argument), walk::NOTHING)));
            }
        } else {
            named.insert(plain(argument));
            found.push(Ok(Input::named(argument)));
        }
    }
    once(found, &named)
}

/// Removes repeated files. A file that is in a directory and also named counts as named.
fn once(found: Vec<Result<Input, Unread>>, named: &BTreeSet<PathBuf>) -> Vec<Result<Input, Unread>> {
    let mut seen = BTreeSet::new();
    let once = found.into_iter().filter_map(|input| match input {
        Ok(Input::Found(path) | Input::Named(path)) => {
            let plain = plain(&path);
            let input = if named.contains(&plain) { Input::Named(path) } else { Input::Found(path) };
            seen.insert(plain).then_some(Ok(input))
        }
        other => Some(other),
    });
    once.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{borrow::ToOwned as _, string::String};
    use std::fs;

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
        let [first, again] = ["a/z.JSON", "./b.json"].map(|name| directory.path().join(name));
        let found = find(&[first.clone(), directory.path().to_owned(), again.clone()]);
        assert_eq!(found[0], Ok(Input::Named(first)));
        assert!(matches!(&found[2], Ok(Input::Named(path)) if plain(path) == plain(&again)));
        assert_eq!(names(found), ["a/z.JSON", "a.b.json", "b.json"]);
        let empty = directory.path().join("empty");
        fs::create_dir(&empty).unwrap();
        let error = find(&[empty])[0].clone().unwrap_err();
        assert_eq!(error.why, "the directory contains no `*.json`, `*.yaml`, `*.yml` or `*.template` file");
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
