//! The findings about one policy. The module `excerpt` displays them.

mod excerpt;

use alloc::{
    borrow::Cow,
    string::{String, ToString as _},
    vec::Vec,
};
use core::slice;

use catalog_policy::{
    Config, Finding, Outcome, Severity, Usage,
    json::{Position, Span},
};

/// The findings about the JSON of a policy, in order of position.
///
/// `Display` formats them like the errors of the Rust compiler. The format `{:#}` adds terminal colors:
///
/// ```text
/// error[unknown-action]: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?
///  --> policies/mailer.json:5:20
///   |
/// 5 |         "Action": ["ses:SendEmial", "ses:GetSendQuota"],
///   |                    ^^^^^^^^^^^^^^^
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings<'t> {
    text: Cow<'t, [u8]>,
    name: String,
    all: Vec<Finding>,
    usage: Usage,
}

impl<'t> Findings<'t> {
    pub(super) fn new(text: Cow<'t, [u8]>, name: String, outcome: Outcome) -> Self {
        Self { text, name, all: outcome.findings, usage: outcome.usage }
    }

    /// Creates findings whose spans refer to `text`. Use it for the findings that [`check_tree`](super::check_tree)
    /// returns for a tree parsed from this text, or for the [unneeded entries](crate::policy::Config::unneeded) of a
    /// configuration.
    ///
    /// ```
    /// use catalog::policy::{Config, Findings};
    ///
    /// let text = "allow = ['empty-sid']";
    /// let config = Config::from_toml(text)?;
    /// let unneeded = Findings::from_parts(text, config.unneeded(&config.usage()), config.usage()).named("catalog.toml");
    /// assert!(unneeded.to_string().contains(" --> catalog.toml:1:10\n"));
    /// # Ok::<_, catalog::policy::ConfigError>(())
    /// ```
    #[must_use]
    pub fn from_parts(text: &'t (impl AsRef<[u8]> + ?Sized), all: Vec<Finding>, usage: Usage) -> Self {
        Self { text: Cow::Borrowed(text.as_ref()), name: String::from("policy"), all, usage }
    }

    /// Adds the entries of the configuration that this policy does not need.
    pub(super) fn add_unneeded(&mut self, config: &Config) {
        let mut notes = config.unneeded(&self.usage);
        for note in &mut notes {
            // The spans of these notes refer to the configuration, so an excerpt of the policy would be wrong.
            note.span = Span::default();
        }
        self.all.extend(notes);
    }

    /// Sets the name of the file that `Display` prints.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.name = name.to_string();
        self
    }

    /// Returns true if there are no errors and no warnings.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.errors() == 0 && self.warnings() == 0
    }

    /// Returns the number of findings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Returns true if there are no findings, not even notes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns the number of errors.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// Returns the number of warnings.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Returns the findings, in order of position.
    #[must_use]
    pub fn iter(&self) -> FindingsIter<'_> {
        FindingsIter(self.all.iter())
    }

    /// Returns the line and column at which a finding begins, as an editor counts them. For many findings in a large
    /// file, use [`Lines`](crate::policy::json::Lines), which is faster.
    #[must_use]
    pub fn position(&self, finding: &Finding) -> Position {
        Position::new(&self.text, finding.span.start)
    }

    /// Returns the entries of the configuration that this policy needed.
    #[must_use]
    pub const fn usage(&self) -> &Usage {
        &self.usage
    }

    /// Returns the findings as a vector.
    #[must_use]
    pub fn into_vec(self) -> Vec<Finding> {
        self.all
    }
}

impl<'f> IntoIterator for &'f Findings<'_> {
    type Item = &'f Finding;
    type IntoIter = FindingsIter<'f>;

    fn into_iter(self) -> FindingsIter<'f> {
        self.iter()
    }
}

/// The findings, in order of position, returned by [`Findings::iter`].
#[derive(Clone, Debug)]
pub struct FindingsIter<'f>(slice::Iter<'f, Finding>);

impl<'f> Iterator for FindingsIter<'f> {
    type Item = &'f Finding;

    fn next(&mut self) -> Option<&'f Finding> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for FindingsIter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back()
    }
}

impl ExactSizeIterator for FindingsIter<'_> {}
impl core::iter::FusedIterator for FindingsIter<'_> {}
