//! Reads AWS's managed policies and the policies of its documentation, if they are available.

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
};

use catalog::policy::PolicyKind;

/// Returns the directory that `CATALOG_POLICIES` names. Without the variable, prints that the test is skipped.
fn folder() -> Option<PathBuf> {
    let folder = env::var_os("CATALOG_POLICIES");
    if folder.is_none() {
        eprintln!("skipped: CATALOG_POLICIES is not set to a directory of policies");
    }
    folder.map(PathBuf::from)
}

/// Returns the managed policies by file name, from `managed` in the directory that `CATALOG_POLICIES` names. Without the
/// variable, prints that the test is skipped and returns `None`.
pub(crate) fn managed() -> Option<io::Result<BTreeMap<String, String>>> {
    folder().map(|folder| below(&folder.join("managed")))
}

/// Returns the policies in AWS's documentation by file name, each with its kind, like [`managed`].
#[allow(dead_code, reason = "not every test that includes this file reads these policies")]
pub(crate) fn documentation() -> Option<io::Result<BTreeMap<String, (String, PolicyKind)>>> {
    let folder = folder()?;
    let kinds = fs::read(folder.join("documentation-kinds.json"));
    let kinds: io::Result<BTreeMap<String, String>> = kinds.and_then(|text| Ok(serde_json::from_slice(&text)?));
    Some(kinds.and_then(|kinds| {
        let read = |(name, kind): (String, String)| {
            let kind: PolicyKind = kind.parse().map_err(io::Error::other)?;
            Ok((name.clone(), (fs::read_to_string(folder.join("documentation").join(&name))?, kind)))
        };
        kinds.into_iter().map(read).collect()
    }))
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
