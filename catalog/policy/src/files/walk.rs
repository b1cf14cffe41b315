//! Finds the files in a directory that can contain policies, and skips what tools have written or installed.

use alloc::vec::Vec;
use std::{ffi::OsStr, fs, io, path::Path};

use super::{input::Input, shown::shown, unread::Unread};

/// The extensions of the files that are read in a directory: policies, and templates of AWS CloudFormation and AWS SAM.
const EXTENSIONS: [&str; 4] = ["json", "yaml", "yml", "template"];

/// The error about a directory without files that can be read.
pub(super) const NOTHING: &str = "the directory contains no `*.json`, `*.yaml`, `*.yml` or `*.template` file";

/// Directories of installed packages and of build output. Hidden directories, such as `.aws-sam`, are skipped as well.
const SKIPPED: [&str; 3] = ["node_modules", "site-packages", "target"];

/// The file that marks a virtual environment of Python. Its directory can have any name.
const VIRTUAL_ENVIRONMENT: &str = "pyvenv.cfg";

/// The beginning of the name of a directory in which the AWS CDK stores a bundled program, before its hash value.
const ASSET: &[u8] = b"asset.";

/// The minimum length of the hash value of an asset.
const HASH_LENGTH: usize = 32;

/// The file in which the AWS CDK repeats the resources of all templates of an app, with more details.
const TREE: &str = "tree.json";

/// The file in which the AWS CDK lists the templates of an app.
const MANIFEST: &str = "manifest.json";

/// Finds the files of a directory and its subdirectories, sorted by name.
///
/// The output of the AWS CDK is read, because it is the only place of its templates. The programs in it are skipped, and so
/// is the construct tree, which repeats the templates next to it.
/// Links to directories are not followed, because they can form a cycle.
pub(super) fn walk(directory: &Path, found: &mut Vec<Result<Input, Unread>>) {
    let entries = match fs::read_dir(directory).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => return found.push(Err(Unread::from_io(shown(directory), &error))),
    };
    let mut entries: Vec<_> = entries.into_iter().filter(|entry| !is_hidden(&entry.file_name())).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => {
                if !is_skipped(&path) {
                    walk(&path, found);
                }
            }
            Ok(_) if !is_read(&path) => {}
            Ok(kind) if kind.is_file() || kind.is_symlink() && is_link_to_file(&path) => {
                found.push(Ok(Input::Found(path)));
            }
            Ok(_) => {}
            Err(error) => found.push(Err(Unread::from_io(shown(&path), &error))),
        }
    }
}

/// Returns true if a link leads to a file. A dangling link is also read, so that it is reported.
fn is_link_to_file(link: &Path) -> bool {
    fs::metadata(link).map_or(true, |metadata| metadata.is_file())
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Returns true if a subdirectory contains installed packages, build output or a bundled program.
fn is_skipped(directory: &Path) -> bool {
    let name = directory.file_name().unwrap_or_default();
    SKIPPED.iter().any(|skipped| name == *skipped) || is_asset(name) || directory.join(VIRTUAL_ENVIRONMENT).is_file()
}

fn is_asset(name: &OsStr) -> bool {
    let hash = name.as_encoded_bytes().strip_prefix(ASSET);
    hash.is_some_and(|hash| hash.len() >= HASH_LENGTH && hash.iter().all(u8::is_ascii_hexdigit))
}

fn is_read(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    EXTENSIONS.iter().any(|read| extension.eq_ignore_ascii_case(read)) && !is_repeated(path)
}

/// Returns true if a file repeats the templates next to it.
fn is_repeated(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == TREE) && path.with_file_name(MANIFEST).is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, string::String};

    /// Returns the files that are found in a directory with these files.
    fn found(files: &[&str]) -> Vec<String> {
        let directory = tempfile::tempdir().unwrap();
        for name in files {
            let path = directory.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let mut found = Vec::new();
        walk(directory.path(), &mut found);
        let length = shown(directory.path()).len() + 1;
        found.into_iter().map(|input| input.unwrap().name().split_off(length)).collect()
    }

    #[test]
    fn files_of_policies_and_templates_are_found() {
        let files = ["a.json", "b.YAML", "c.yml", "d.template", "e.template.json", "f/g.Json"];
        assert_eq!(found(&files), files);
        assert!(found(&[".a.json", "b.tf", "c.md", "json", "yaml", "d.json.bak", "e.jsonl", "template"]).is_empty());
    }

    #[test]
    fn what_tools_install_and_build_is_skipped() {
        let hash = "0123456789abcdef".repeat(4);
        let asset = format!("cdk.out/asset.{hash}/package.json");
        let skipped = [
            "node_modules/a/package.json",
            "a/node_modules/b.json",
            "target/a.json",
            ".aws-sam/build/template.yaml",
            ".git/a.json",
            "lib/site-packages/a.json",
            "venv/pyvenv.cfg",
            "venv/a.json",
            &*asset,
        ];
        assert!(found(&skipped).is_empty(), "{:?}", found(&skipped));
        // The templates of the AWS CDK are read, also those of nested stacks and stages.
        let file = format!("cdk.out/asset.{hash}.json");
        let read = [&*file, "cdk.out/assembly-Prod/Prod.template.json", "cdk.out/Site.template.json"];
        assert_eq!(found(&read).len(), read.len());
        // The construct tree repeats these templates, but one without its app is read.
        assert_eq!(
            found(&["cdk.out/manifest.json", "cdk.out/tree.json", "tree.json"]),
            ["cdk.out/manifest.json", "tree.json"]
        );
        assert_eq!(found(&["asset.policies/a.json", "targets/a.json", "vendor/a.json"]).len(), 3);
    }
}
