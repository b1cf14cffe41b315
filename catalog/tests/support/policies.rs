//! Reads AWS's managed policies, if they are available.

use std::{collections::BTreeMap, env, fs, io, path::Path};

/// Returns the policies by file name, from `managed` in the directory that `CATALOG_POLICIES` names. Without the
/// variable, prints that the test is skipped and returns `None`.
pub(crate) fn managed() -> Option<io::Result<BTreeMap<String, String>>> {
    let folder = env::var_os("CATALOG_POLICIES");
    if folder.is_none() {
        eprintln!("skipped: CATALOG_POLICIES is not set to a directory of policies");
    }
    folder.map(|folder| below(&Path::new(&folder).join("managed")))
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
