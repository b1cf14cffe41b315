//! The findings about one text: counted and gone through. How they are shown is in `excerpt`.

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

/// What has been found in the text of a policy, by place.
///
/// It displays as the compiler shows its errors, with `{:#}` in the colours of a terminal:
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

    /// Findings whose places are in this text: those of [`check_tree`](super::check_tree) about a tree that was read from
    /// it, or the [unneeded entries](crate::policy::Config::unneeded) of a configuration.
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

    /// Adds what the configuration has and this text does not need.
    pub(super) fn add_unneeded(&mut self, config: &Config) {
        let mut notes = config.unneeded(&self.usage);
        for note in &mut notes {
            // Their places are in another text.
            note.span = Span::default();
        }
        self.all.extend(notes);
    }

    /// The same, of a file by this name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.name = name.to_string();
        self
    }

    /// Whether there is neither an error nor a warning.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.errors() == 0 && self.warnings() == 0
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none, not even a note.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many warnings there are.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The findings, by place.
    #[must_use]
    pub fn iter(&self) -> FindingsIter<'_> {
        FindingsIter(self.all.iter())
    }

    /// Where a finding begins, as an editor counts. For many findings in a large text there are
    /// [`Lines`](crate::policy::json::Lines).
    #[must_use]
    pub fn position(&self, finding: &Finding) -> Position {
        Position::new(&self.text, finding.span.start)
    }

    /// Which entries of the configuration this text has needed.
    #[must_use]
    pub const fn usage(&self) -> &Usage {
        &self.usage
    }

    /// The findings alone.
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

/// The findings, by place: what [`Findings::iter`] gives.
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
