//! The known findings of a run: those of the baseline that is read, and those of the baseline that is written.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    path::{Path, PathBuf},
};

use catalog::policy::{
    Finding,
    files::{Input, Unread, plain, shown},
};

use super::{
    entry::{Entry, Line, file_in},
    file, write,
};
use crate::lint::LintArguments;

/// The known findings of a run.
#[derive(Debug, Default)]
pub(crate) struct Known {
    here: PathBuf,
    /// The baseline that was read.
    read: Option<Baseline>,
    /// The baseline that will be written.
    written: Option<Baseline>,
    /// The files that were checked completely, as the baseline that was read names them.
    checked: BTreeSet<String>,
}

/// A baseline with its entries.
#[derive(Debug)]
struct Baseline {
    path: PathBuf,
    /// The directory to which the paths of files are relative.
    directory: PathBuf,
    /// The entries, with the number of findings for each.
    entries: BTreeMap<Entry, usize>,
}

impl Baseline {
    fn new(path: &Path, here: &Path, entries: Vec<Entry>) -> Self {
        let directory = plain(&here.join(path)).parent().map(Path::to_owned).unwrap_or_default();
        let mut counted = BTreeMap::new();
        for entry in entries {
            *counted.entry(entry).or_default() += 1;
        }
        Self { path: path.to_owned(), directory, entries: counted }
    }
}

impl Known {
    /// Reads the baseline that the arguments name.
    ///
    /// # Errors
    /// Returns an error if the baseline cannot be read, or if another file is where the baseline would be written.
    pub(crate) fn read(arguments: &LintArguments) -> Result<Self, Unread> {
        let here = env::current_dir().unwrap_or_default();
        let read = arguments.baseline.as_deref();
        let read = read.map(|path| Ok(Baseline::new(path, &here, file::read(path)?))).transpose()?;
        if let Some(path) = arguments.write_baseline.as_deref().filter(|path| file::is_other(path)) {
            let why = "the file is not a baseline: choose another name for `--write-baseline`, or remove the file";
            return Err(Unread::new(shown(path), why));
        }
        let written = arguments.write_baseline.as_deref().map(|path| Baseline::new(path, &here, Vec::new()));
        Ok(Self { here, read, written, checked: BTreeSet::new() })
    }

    /// Returns true if a file in a directory is one of the baselines, so that it is not checked.
    pub(crate) fn is_baseline(&self, input: &Input) -> bool {
        let Input::Found(path) = input else { return false };
        let absolute = |path: &Path| plain(&self.here.join(path));
        let baselines = self.read.iter().chain(&self.written);
        baselines.into_iter().any(|baseline| absolute(&baseline.path) == absolute(path))
    }

    /// Removes the known findings of a file, and returns their number.
    ///
    /// A finding that stops the check is never known, because the rest of the policy was not checked.
    pub(crate) fn remove(&mut self, name: &str, text: &[u8], findings: &mut Vec<Finding>) -> usize {
        let before = findings.len();
        if findings.iter().all(|finding| finding.id.can_be_allowed())
            && let Some(read) = &self.read
        {
            self.checked.insert(file_in(name, &self.here, &read.directory));
        }
        if self.read.is_none() && self.written.is_none() {
            return 0;
        }
        let mut line = Line::default();
        let mut content = line.text(text);
        findings.retain(|finding| {
            if !finding.id.can_be_allowed() {
                return true;
            }
            let next = line.at(text, finding.span.start);
            if next != line {
                (line, content) = (next, next.text(text));
            }
            let entry = |baseline: &Baseline| Entry {
                file: file_in(name, &self.here, &baseline.directory),
                id: finding.id.name().to_owned(),
                line: content.clone(),
            };
            if let Some(written) = &mut self.written {
                let entry = entry(written);
                *written.entries.entry(entry).or_default() += 1;
                return false;
            }
            let Some(read) = &mut self.read else { return true };
            let entry = entry(read);
            match read.entries.get_mut(&entry) {
                Some(left) if *left > 0 => *left -= 1,
                _ => return true,
            }
            false
        });
        before - findings.len()
    }

    /// Writes the baseline, if every file was read. Returns remarks for the summary.
    ///
    /// # Errors
    /// Returns an error if the baseline was not written.
    pub(crate) fn finish(&self, is_complete: bool) -> Result<Vec<String>, Unread> {
        let mut notes = Vec::new();
        if let Some(written) = &self.written {
            let unread = |why: String| Unread::new(shown(&written.path), why);
            if !is_complete {
                return Err(unread("not written, because not all files could be checked".to_owned()));
            }
            let repeat = |(entry, count): (&Entry, &usize)| std::iter::repeat_n(entry.clone(), *count);
            let entries: Vec<Entry> = written.entries.iter().flat_map(repeat).collect();
            write::replace(&written.path, &file::format(&entries)).map_err(|error| unread(error.to_string()))?;
            notes.push(format!("wrote {} to {}", counted(entries.len(), "finding"), shown(&written.path)));
        } else if let Some(read) = &self.read {
            let gone: usize = self.unneeded(read).sum();
            if gone > 0 {
                let entries = if gone == 1 { "1 entry".to_owned() } else { format!("{gone} entries") };
                let name = shown(&read.path);
                notes.push(format!(
                    "{name} has {entries} that nothing needs: write the file again with `--write-baseline`"
                ));
            }
        }
        Ok(notes)
    }

    /// Returns the numbers of findings that the baseline lists and that no longer exist. Entries for files that this run
    /// did not check may still be needed.
    fn unneeded<'k>(&'k self, read: &'k Baseline) -> impl Iterator<Item = usize> + 'k {
        let is_gone =
            move |file: &str| self.checked.contains(file) || file != "<stdin>" && !read.directory.join(file).exists();
        read.entries.iter().filter(move |(entry, _)| is_gone(&entry.file)).map(|(_, left)| *left)
    }
}

/// Returns a number with its noun.
fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
