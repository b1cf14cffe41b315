//! `cargo xtask template-properties`: its options and its output.

use crate::template_schemas;
use clap::Args;
use std::path::PathBuf;

/// The options of `template-properties`.
#[derive(Debug, Args)]
pub struct TemplatePropertiesArgs {
    /// The directory of an unpacked release of the package `cfn-lint`.
    #[arg(value_name = "DIR")]
    release: PathBuf,
}

impl TemplatePropertiesArgs {
    /// Prints the undecided properties. Returns true if there are none.
    #[must_use]
    pub fn run(&self) -> bool {
        match template_schemas::undecided(&self.release) {
            Ok(undecided) => {
                for (resource_type, path) in &undecided {
                    anstream::println!("{resource_type} {path}");
                }
                undecided.is_empty()
            }
            Err(error) => {
                anstream::eprintln!("error: {error}");
                false
            }
        }
    }
}
