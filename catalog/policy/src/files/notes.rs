//! The remarks about files that the summary of a run contains.

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use catalog_core::excerpt::Escaped;

use crate::policy_file::OtherFile;

/// The maximum number of files that a remark names.
const NAMED: usize = 10;

/// The files of a run that contain no policy.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// The numbers of files that certainly contain no policy, by their content.
    searched: BTreeMap<OtherFile, usize>,
    /// The files that were not checked, because policies in them are not supported.
    unsupported: Vec<(String, OtherFile)>,
    /// The files that were not recognized.
    unknown: Vec<String>,
}

impl Others {
    /// Adds a file.
    pub(super) fn add(&mut self, name: String, other: OtherFile) {
        if other.is_searched() {
            *self.searched.entry(other).or_default() += 1;
        } else if other.described().is_some() {
            self.unsupported.push((name, other));
        } else {
            self.unknown.push(name);
        }
    }

    /// Returns the number of files that certainly contain no policy.
    pub(super) fn searched(&self) -> usize {
        self.searched.values().sum()
    }

    /// Returns the number of the other files.
    pub(super) const fn skipped(&self) -> usize {
        self.unsupported.len() + self.unknown.len()
    }

    /// Returns the remarks about the files.
    pub(super) fn notes(&self) -> impl Iterator<Item = String> {
        [self.about_searched(), self.about_unsupported(), self.about_unknown()].into_iter().flatten()
    }

    fn about_searched(&self) -> Option<String> {
        let contents = self.searched.iter().map(|(other, count)| {
            let described = other.described().unwrap_or_default();
            let noun = ["a ", "an ", "the "].iter().find_map(|article| described.strip_prefix(article));
            format!("{} ({count})", noun.unwrap_or(described))
        });
        let contain = match self.searched() {
            0 => return None,
            1 => "1 file contains".to_string(),
            count => format!("{count} files contain"),
        };
        Some(format!("{contain} no policy: {}", list(contents)))
    }

    fn about_unsupported(&self) -> Option<String> {
        let names = self.unsupported.iter();
        let names = names.map(|(name, other)| format!("{} ({})", Escaped(name), other.described().unwrap_or_default()));
        let were = files(names.len())?;
        Some(format!("{were} not checked: {}", list(names)))
    }

    fn about_unknown(&self) -> Option<String> {
        let were = files(self.unknown.len())?;
        let names = list(self.unknown.iter().map(|name| Escaped(name).to_string()));
        let expected = "Expected a policy, the output of an AWS CLI command, or a template";
        Some(format!("{were} not recognized: {names}. {expected}"))
    }
}

/// Returns the remark about files with policies that were taken for resource policies, if there are any.
pub(super) fn about_kinds(names: &[String]) -> Option<String> {
    let were = files(names.len())?;
    let kind =
        if names.len() == 1 { "a resource policy because it has" } else { "resource policies because they have" };
    let names = list(names.iter().map(|name| Escaped(name).to_string()));
    let fix = "For another kind, use `--kind` or a `[[kind]]` entry in `catalog.toml`";
    Some(format!("{were} taken for {kind} a `Principal`: {names}. {fix}"))
}

/// Returns the beginning of a remark about files, such as `2 files were`, if there are any.
fn files(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 file was".to_string()),
        _ => Some(format!("{count} files were")),
    }
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
        let mut others = Others::default();
        (0..12).for_each(|number| others.add(format!("{number}\n.json"), OtherFile::Unknown));
        let notes: Vec<_> = others.notes().collect();
        let [note] = &*notes else { panic!("{notes:?}") };
        assert!(note.starts_with(r"12 files were not recognized: 0\n.json, 1\n.json, "), "{note}");
        assert!(note.contains(r", 9\n.json and 2 more. Expected a policy, "), "{note}");
        assert_eq!((Others::default().notes().count(), about_kinds(&[])), (0, None));
    }

    #[test]
    fn recognized_files_are_counted_by_their_content() {
        let mut others = Others::default();
        for other in [OtherFile::Baseline, OtherFile::TerraformPlan, OtherFile::Baseline] {
            others.add("a.json".into(), other);
        }
        let expected = [
            "2 files contain no policy: baseline of findings (2)",
            "1 file was not checked: a.json (a Terraform plan)",
        ];
        assert!(others.notes().eq(expected));
        assert_eq!((others.searched(), others.skipped()), (2, 1));
    }
}
