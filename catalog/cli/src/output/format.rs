//! The names of the output formats.

use clap::ValueEnum;

/// An output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Human-readable, in the style of rustc, and in color on a terminal.
    Text,
    /// A JSON array with one object per line.
    Json,
    /// A SARIF 2.1.0 log, which code scanning reads.
    Sarif,
    /// Annotations for a GitHub workflow.
    Github,
    /// A Code Quality report, which GitLab shows in a merge request.
    Gitlab,
    /// A JUnit test report in XML, which GitLab, Jenkins and Azure Pipelines read.
    Junit,
    /// A table for the summary of a GitHub workflow, or for a comment.
    Markdown,
}
