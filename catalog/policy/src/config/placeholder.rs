//! Placeholders that a program or a template engine replaces before it uses a policy, and the places where they are.

mod find;
mod mask;
mod pattern;
mod tree;

use alloc::{borrow::ToOwned as _, vec::Vec};

use super::{
    configuration::{Config, Declared},
    usage::Usage,
};
use crate::json::{self, Gap, JsonError, Span, Value};
use find::Finder;
pub use mask::Masked;
#[cfg(feature = "config-file")]
pub(super) use pattern::{PATTERN_LIMIT, problem};

impl Config {
    /// Declares a placeholder that a program or a template engine replaces before it uses a policy. The rules then check
    /// only what does not depend on its value.
    ///
    /// One `*` in the pattern matches any name of letters, digits, `_`, `-`, `.` and spaces. A name has no colon, so
    /// `${*}` does not match policy variables such as `${aws:username}`. A pattern that is a word matches whole words.
    /// If several patterns match at one place, the longest match wins.
    ///
    /// A pattern without a letter or digit and without `*`, or with a letter or digit next to the `*`, matches nothing.
    ///
    /// ```
    /// use catalog::policy::{self, Config, PolicyKind};
    ///
    /// let text = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage",
    ///     "Resource": "arn:aws:sqs:<region>:{{account}}:${queue}"}}"#;
    /// let config = Config::new().placeholder("<region>").placeholder("{{*}}").placeholder("${*}");
    /// assert!(policy::check(text, PolicyKind::Identity, &config).is_clean());
    /// ```
    #[must_use]
    pub fn placeholder(mut self, pattern: &str) -> Self {
        self.placeholders.push(Declared { pattern: pattern.to_owned(), span: Span::default() });
        self
    }

    /// Returns the gaps of a source: its placeholders, each as an unknown piece. Marks the patterns that match as used.
    ///
    /// ```
    /// use catalog::policy::Config;
    ///
    /// let config = Config::new().placeholder("${*}");
    /// let gaps = config.gaps("${team}/${aws:username}/${ app }", &mut config.usage());
    /// assert_eq!(gaps.iter().map(|gap| gap.piece.written()).collect::<Vec<_>>(), ["${team}", "${ app }"]);
    /// ```
    pub fn gaps<'t>(&self, text: &'t str, usage: &mut Usage) -> Vec<Gap<'t>> {
        Finder::new(&self.placeholders).gaps(text, &mut usage.placeholders)
    }

    /// Parses JSON with placeholders, as [`json::parse_with_gaps`] does with [`gaps`](Self::gaps).
    ///
    /// # Errors
    /// Returns an error if the source is not valid JSON apart from the placeholders.
    pub fn parse_json<'t>(&self, text: &'t [u8], usage: &mut Usage) -> Result<Value<'t>, JsonError> {
        match core::str::from_utf8(text) {
            Ok(source) if !self.placeholders.is_empty() && text.len() <= json::SIZE_LIMIT => {
                json::parse_with_gaps(text, &self.gaps(source, usage))
            }
            _ => json::parse(text),
        }
    }

    /// Turns the placeholders in the strings and names of a tree into holes. Use it for a tree that was built without
    /// the JSON parser.
    pub fn fill_holes(&self, tree: &mut Value<'_>, usage: &mut Usage) {
        if !self.placeholders.is_empty() {
            let finder = Finder::new(&self.placeholders);
            tree::replace(tree, &mut |text| tree::pieces(text, &finder.gaps(text, &mut usage.placeholders)));
        }
    }

    /// Replaces the placeholders of a source that is not JSON with words of the same length. A parser then reads each
    /// word as a part of a string, and [`Masked::fill_holes`] turns the words into holes.
    ///
    /// ```
    /// use catalog::policy::Config;
    ///
    /// let source = "Resource: {{bucket}}";
    /// let config = Config::new().placeholder("{{*}}");
    /// let masked = config.mask(source, &mut config.usage());
    /// assert!(masked.text().starts_with("Resource: ") && !masked.text().contains('{'));
    /// assert_eq!(masked.text().len(), source.len());
    /// ```
    pub fn mask<'t>(&self, text: &'t str, usage: &mut Usage) -> Masked<'t> {
        Masked::new(text, if self.placeholders.is_empty() { Vec::new() } else { self.gaps(text, usage) })
    }
}

#[cfg(test)]
mod tests;
