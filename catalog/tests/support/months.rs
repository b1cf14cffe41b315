//! Reads the names that files in `docs-src` list under months, line by line and without a TOML parser.

use std::{fs, path::Path};

use catalog::Edition;

/// A name that a file lists under a month.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The name of its list, such as `actions`.
    pub(crate) list: String,
    /// The name.
    pub(crate) name: String,
    /// The month of the list.
    pub(crate) month: Edition,
}

/// Reads the lists of a file. Each entry begins with its month.
pub(crate) fn read(file: &str) -> Vec<Entry> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (mut list, mut month, mut entries) = (String::new(), None, Vec::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (key, values) = line.split_once(" = ").map_or((None, line), |(key, values)| (Some(key), values));
        if let Some(key) = key {
            key.clone_into(&mut list);
        }
        // The strings are every second part between quotation marks.
        let mut strings = values.split('"').skip(1).step_by(2);
        if list == "month" {
            month = strings.next().and_then(Edition::parse);
        } else if let Some(month) = month {
            entries.extend(strings.map(|name| Entry { list: list.clone(), name: name.to_owned(), month }));
        }
    }
    assert!(!entries.is_empty(), "{file} has no names");
    entries
}
