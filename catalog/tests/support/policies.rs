//! The managed policies of AWS, where they are at hand.

use std::{collections::BTreeMap, env, fs, io, path::Path};

/// Returns their texts by file name, from `managed` in the folder that `CATALOG_POLICIES` names. Without the variable it
/// returns `None` and prints that the test is skipped.
pub(crate) fn managed() -> Option<io::Result<BTreeMap<String, String>>> {
    let folder = env::var_os("CATALOG_POLICIES");
    if folder.is_none() {
        eprintln!("skipped: CATALOG_POLICIES names no folder of policies");
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
