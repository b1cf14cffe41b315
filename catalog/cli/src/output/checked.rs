//! A file with the findings in it.

use catalog::policy::Findings;

/// A file that was checked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checked<'t> {
    /// The name of the file, as it is printed.
    pub(crate) name: &'t str,
    /// The content of the file.
    pub(crate) text: &'t [u8],
    /// The findings in it.
    pub(crate) findings: &'t Findings<'t>,
}
