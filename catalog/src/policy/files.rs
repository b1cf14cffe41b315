//! Finds, reads and checks the files of policies, with the nearest `catalog.toml`.
//!
//! [`check_dir`](super::check_dir) checks a directory in a test. This module has the steps for other uses, such as a
//! command with its own arguments and output:
//!
//! ```
//! use catalog::policy::files::{self, Project, Run};
//!
//! # std::env::set_current_dir("tests/crate_with_policies")?;
//! let project = Project::find("policies".as_ref()).map_err(|problems| format!("{problems:?}"))?;
//! let mut run = Run::new(&project, None);
//! files::check_all(&mut run, files::find(&["policies".into()]), |_, file| {
//!     if let Some(file) = file {
//!         println!("{} has {} findings", file.name, file.findings.len());
//!     }
//!     Ok::<_, std::io::Error>(())
//! })?;
//! run.finish();
//! assert!(run.unread().is_empty());
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

pub use catalog_core::excerpt::Escaped;
pub use catalog_policy::files::{
    CheckInput, CheckedFile, CheckedInput, Checker, Input, Project, Run, Unread, find, plain, read, shown,
};

use alloc::vec::Vec;

use crate::lookup::AllServices;

/// Checks a file of a run with the names and facts of the catalog. Returns `None` if it could not be read, or if it
/// contains no policy: see [`Run::unread`] and [`Run::notes`].
pub fn check(run: &mut Run<'_>, input: Result<Input, Unread>) -> Option<CheckedFile> {
    run.check(input, AllServices)
}

/// Checks all files of a run on all processors, with the names and facts of the catalog. Calls a function for each of them,
/// in order: see [`Run::check_all`].
///
/// # Errors
/// Returns the first error of the function. Then the remaining files are not checked.
pub fn check_all<E>(
    run: &mut Run<'_>,
    inputs: Vec<Result<Input, Unread>>,
    each: impl FnMut(&Run<'_>, Option<CheckedFile>) -> Result<(), E>,
) -> Result<(), E> {
    run.check_all(inputs, with_all_services, each)
}

fn with_all_services(checker: &mut Checker<'_>, input: Result<Input, Unread>) -> CheckedInput {
    checker.check(input, AllServices)
}
