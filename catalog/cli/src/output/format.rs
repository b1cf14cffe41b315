//! The names of the formats.

use clap::ValueEnum;

/// A format of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: as the compiler prints its errors, in color on a terminal.
    Text,
    /// An array of objects, one per line.
    Json,
    /// The log that code scanning reads: SARIF 2.1.0.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
}
