//! Extracts the pages of a git revision of this repository, using the `git` command.

use std::io::{self, BufRead, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

/// The directory of pages in the repository.
pub(super) const FOLDER: &str = "docs-src";

/// Writes the files that the directory of pages has at `revision` into the directory `into`.
///
/// The error is a message for the user.
pub(super) fn pages(workspace: &Path, revision: &str, into: &Path) -> Result<(), String> {
    let commit = format!("{revision}^{{commit}}");
    let commit = git(workspace, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    let commit = commit.as_deref().map(|id| String::from_utf8_lossy(id).trim().to_owned());
    let commit =
        commit.ok_or_else(|| format!("`{revision}` is not a directory, a file or a revision of this repository"))?;
    let list = git(workspace, &["ls-tree", "-r", "-z", &commit, &format!("{FOLDER}/")])?.unwrap_or_default();
    let blobs: Vec<Blob> = list.split(|&byte| byte == 0).filter_map(Blob::parse).collect();
    if blobs.is_empty() {
        return Err(format!("the revision `{revision}` does not have a directory `{FOLDER}`"));
    }
    copy(workspace, &blobs, into).map_err(|error| format!("cannot read the pages of `{revision}`: {error}"))
}

/// A file in a revision.
struct Blob {
    id: String,
    /// The path relative to the directory of pages.
    path: String,
}

impl Blob {
    /// Parses a line of the form `100644 blob <id>\tdocs-src/<path>`. Returns `None` for a symbolic link.
    fn parse(entry: &[u8]) -> Option<Self> {
        let (about, path) = std::str::from_utf8(entry).ok()?.split_once('\t')?;
        let mut about = about.split(' ');
        let (mode, kind, id) = (about.next()?, about.next()?, about.next()?);
        let path = path.strip_prefix(FOLDER)?.strip_prefix('/')?;
        (mode.starts_with("100") && kind == "blob").then(|| Self { id: id.to_owned(), path: path.to_owned() })
    }
}

/// Runs git and returns its output, or `None` if git fails.
fn git(workspace: &Path, arguments: &[&str]) -> Result<Option<Vec<u8>>, String> {
    let output = Command::new("git").arg("-C").arg(workspace).args(arguments).stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("the command `git` cannot be run: {error}"))?;
    Ok(output.status.success().then_some(output.stdout))
}

/// Copies all blobs with a single git process.
fn copy(workspace: &Path, blobs: &[Blob], into: &Path) -> io::Result<()> {
    let mut child = Command::new("git")
        .arg("-C")
        .arg(workspace)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::Error::other("git has no input or output"));
    };
    let result = std::thread::scope(|scope| {
        // Write and read at the same time. Otherwise both processes could block on a full pipe.
        scope.spawn(move || blobs.iter().try_for_each(|blob| writeln!(input, "{}", blob.id)));
        let mut output = BufReader::new(output);
        blobs.iter().try_for_each(|blob| {
            let mut header = String::new();
            output.read_line(&mut header)?;
            let size: Option<u64> = header.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok());
            let size = size.ok_or_else(|| io::Error::other(format!("git printed `{}`", header.trim_end())))?;
            let path = into.join(&blob.path);
            path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
            let mut file = std::fs::File::create(path)?;
            io::copy(&mut output.by_ref().take(size), &mut file)?;
            output.read_exact(&mut [0])
        })
    });
    child.wait()?;
    result
}
