//! The findings about one text: counted, gone through, and shown as the compiler shows its own.

use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};
use core::{fmt, slice};

use catalog_core::policy::{Finding, Severity, Usage, json::Position, rules::Outcome};

/// What has been found in the text of a policy, by place.
///
/// It displays as the compiler shows its errors, without colour:
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
    text: &'t [u8],
    name: String,
    all: Vec<Finding>,
    usage: Usage,
}

impl<'t> Findings<'t> {
    pub(super) fn new(text: &'t [u8], name: String, outcome: Outcome) -> Self {
        Self { text, name, all: outcome.findings, usage: outcome.usage }
    }

    pub(super) fn add(&mut self, findings: Vec<Finding>) {
        self.all.extend(findings);
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

    /// Where a finding begins, as an editor counts.
    #[must_use]
    pub fn position(&self, finding: &Finding) -> Position {
        Position::of(self.text, finding.span.start)
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

impl fmt::Display for Findings<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, finding) in self.iter().enumerate() {
            if number > 0 {
                f.write_str("\n\n")?;
            }
            write!(f, "{finding}")?;
            // What is wrong with the configuration stands nowhere in the policy.
            if finding.span.end > 0 || self.text.is_empty() {
                self.excerpt(f, finding)?;
            } else {
                write!(f, "\n --> configuration, {}", finding.pointer)?;
            }
        }
        Ok(())
    }
}

impl Findings<'_> {
    /// The line in which a finding begins, with marks below what it is about.
    fn excerpt(&self, f: &mut fmt::Formatter<'_>, finding: &Finding) -> fmt::Result {
        /// A longer line is cut around its marks.
        const WIDTH: usize = 120;
        let position = self.position(finding);
        let number = position.line.to_string();
        let margin = " ".repeat(number.len());
        write!(f, "\n{margin}--> {}:{position}", self.name)?;
        let start = usize::try_from(finding.span.start).unwrap_or(usize::MAX).min(self.text.len());
        let end = usize::try_from(finding.span.end).unwrap_or(usize::MAX).clamp(start, self.text.len());
        let (before, rest) = self.text.split_at_checked(start).unwrap_or_default();
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let before = before.rsplit(is_end).next().unwrap_or_default();
        let rest = rest.split(is_end).next().unwrap_or_default();
        let marked = rest.get(..end - start).unwrap_or(rest);
        let behind = rest.get(marked.len()..).unwrap_or_default();
        let before = cut(before, WIDTH / 2, true);
        let marked = cut(marked, WIDTH, false);
        let behind = cut(behind, WIDTH / 4, false);
        let marks = "^".repeat(marked.chars().count().max(1));
        let indent = " ".repeat(before.chars().count());
        write!(f, "\n{margin} |\n{number} | {before}{marked}{behind}\n{margin} | {indent}{marks}")
    }
}

/// So many characters of a line at most, from its beginning or its end, tabs as spaces and nothing that is not printed.
fn cut(line: &[u8], most: usize, end: bool) -> String {
    // Four bytes are the most that a character has.
    let near = if end { line.get(line.len().saturating_sub(4 * most)..) } else { line.get(..line.len().min(4 * most)) };
    let text = String::from_utf8_lossy(near.unwrap_or(line));
    let printed = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let count = text.chars().count();
    if count <= most && near.is_none_or(|near| near.len() == line.len()) {
        return printed.collect();
    }
    if end {
        core::iter::once('…').chain(printed.skip(count.saturating_sub(most))).collect()
    } else {
        printed.take(most).chain(core::iter::once('…')).collect()
    }
}
