//! The arguments of `catalog test`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

const AFTER_HELP: &str = "\
Examples:
  catalog test
  catalog test --format junit policies > scenarios.xml

A scenario is a request with policies and the expected decision. `catalog help evaluate` describes its form.

Exit status:
  0  each expectation is met
  1  an expectation is not met
  2  an invalid argument, a file or a scenario that cannot be read, or no scenario";

/// The arguments of `catalog test`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct TestArguments {
    /// Files with scenarios, or directories whose `*.scenarios.json` files are run. By default, the current directory.
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
    /// The format of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = TestFormat::Text)]
    pub(crate) format: TestFormat,
}

/// The format of the output of `catalog test`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestFormat {
    /// The scenarios that fail, for people.
    Text,
    /// An array with an object for each scenario.
    Json,
    /// A JUnit test report in XML, with a suite for each file.
    Junit,
}
