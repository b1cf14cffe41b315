//! Finds and reads the files of policies, and the `catalog.toml` that configures their check.
//!
//! The command `catalog lint` and `check_dir` share this module, so they check the same files in the same way.

mod checker;
mod find;
mod input;
mod notes;
mod parallel;
mod project;
mod run;
mod shown;
mod unread;
mod unrelated;
mod walk;

pub use checker::{CheckedInput, Checker};
pub use find::find;
pub use input::{Input, read};
pub use parallel::CheckInput;
pub use project::Project;
pub use run::{CheckedFile, Run};
pub use shown::{plain, shown};
pub use unread::Unread;
