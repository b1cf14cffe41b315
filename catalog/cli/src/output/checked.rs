//! A checked file and its findings.

use catalog::policy::Findings;

/// A file that was checked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checked<'t> {
    /// The name of the file, as it is printed.
    pub(crate) name: &'t str,
    /// The content of the file.
    pub(crate) text: &'t [u8],
    /// The findings in the file.
    pub(crate) findings: &'t Findings<'t>,
}
