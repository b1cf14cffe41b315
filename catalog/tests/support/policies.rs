//! The policies that AWS ships, where somebody has them.

use std::{collections::BTreeMap, env, fs, io, path::Path};

/// Their texts by file name, from the folder that `CATALOG_POLICIES` names. `None`, said to whoever runs the test, where it
/// names none.
pub(crate) fn managed() -> Option<io::Result<BTreeMap<String, String>>> {
    let folder = env::var_os("CATALOG_POLICIES");
    if folder.is_none() {
        eprintln!("skipped: CATALOG_POLICIES names no folder of policies");
    }
    folder.map(|folder| below(folder.as_ref()))
}

fn below(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut policies = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.path().is_dir() {
            policies.extend(below(&entry.path())?);
        } else if entry.path().extension().is_some_and(|extension| extension == "json") {
            policies.insert(entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path())?);
        }
    }
    Ok(policies)
}
