//! The remarks about files that the summary of a run contains.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use catalog_core::excerpt::Escaped;

use crate::policy_file::OtherJson;

/// The maximum number of files that a remark names.
const NAMED: usize = 10;

/// Returns the remark about files that contain no policy, if there are any.
pub(super) fn about_other(files: &[(String, OtherJson)]) -> Option<String> {
    let names = files.iter().map(|(name, other)| match other.described() {
        Some(described) => format!("{} ({described})", Escaped(name)),
        None => Escaped(name).to_string(),
    });
    let are = match files.len() {
        0 => return None,
        1 => "1 file is not a policy".to_string(),
        count => format!("{count} files are not policies"),
    };
    Some(format!("{are}: {}", list(names)))
}

/// Returns the remark about files with policies that were taken for resource policies, if there are any.
pub(super) fn about_kinds(files: &[String]) -> Option<String> {
    let names = list(files.iter().map(|name| Escaped(name).to_string()));
    let were = match files.len() {
        0 => return None,
        1 => "1 file was taken for a resource policy because it has a `Principal`".to_string(),
        count => format!("{count} files were taken for resource policies because they have a `Principal`"),
    };
    Some(format!("{were}: {names}. For another kind, use `--kind` or a `[[kind]]` entry in `catalog.toml`"))
}

/// Returns the first names, separated by commas, and the number of the others.
fn list(mut names: impl ExactSizeIterator<Item = String>) -> String {
    let first: Vec<String> = names.by_ref().take(NAMED).collect();
    let more = match names.len() {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    first.join(", ") + &more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_names_few_files_and_escapes_them() {
        let files: Vec<_> = (0..12).map(|number| (format!("{number}\n.json"), OtherJson::Unknown)).collect();
        let note = about_other(&files).unwrap();
        assert!(note.starts_with(r"12 files are not policies: 0\n.json, 1\n.json, "), "{note}");
        assert!(note.ends_with(r", 9\n.json and 2 more"), "{note}");
        assert_eq!((about_other(&[]), about_kinds(&[])), (None, None));
    }
}
