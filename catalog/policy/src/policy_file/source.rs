//! A source of policies: its text, its syntax, and the trees in it.

use alloc::{vec, vec::Vec};

use super::{
    other::OtherFile,
    plain_text::{by_root_names, is_large_without_policy, is_terraform, is_text_template},
};
#[cfg(feature = "std")]
use super::{serverless, text_template::with_placeholders};
#[cfg(feature = "std")]
use crate::shape::is_template;
#[cfg(feature = "std")]
use crate::yaml::{self, YamlError};
use crate::{
    config::{Config, Usage},
    json::{Embedded, Syntax, Value},
};

/// A source of policies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'t> {
    /// The text.
    pub(super) text: &'t [u8],
    /// The syntax of the text.
    pub(super) syntax: Syntax,
}

/// The result of reading a source.
pub(super) enum Read<'t> {
    /// The trees of the source: one for JSON, and one per document for YAML.
    Trees(Syntax, Vec<Value<'t>>),
    /// A source that contains no policy.
    Other(OtherFile),
    /// A source that is not valid JSON, although it seems to be meant as JSON.
    MalformedJson,
    /// An unrendered template, which can be one of YAML.
    #[cfg(feature = "std")]
    TextTemplate(&'t str),
    /// A source that is not valid YAML, although it seems to have a policy.
    #[cfg(feature = "std")]
    MalformedYaml(YamlError),
}

impl Source<'_> {
    /// Returns the content of a string in the source. Returns `None` if the value is not a string.
    pub(super) fn embedded<'v>(&self, value: &'v Value<'_>) -> Option<Embedded<'v>> {
        Embedded::new(self.text, self.syntax, value)
    }
}

impl<'t> Read<'t> {
    /// Reads a source. Its characters decide whether it is JSON or YAML.
    pub(super) fn new(text: &'t [u8], config: &Config, usage: &mut Usage) -> Self {
        // The JSON parser reports text that is not UTF-8.
        let Ok(plain) = core::str::from_utf8(text) else { return Self::json(text, config, usage) };
        let plain = plain.strip_prefix('\u{feff}').unwrap_or(plain);
        if is_large_without_policy(plain) {
            return Self::Other(by_root_names(plain));
        }
        let start = plain.trim_start();
        if start.starts_with("{{") || start.starts_with("{%") {
            return Self::yaml(text, plain).unwrap_or(Self::Other(OtherFile::TextTemplate));
        }
        if may_be_json(start) {
            return match Self::json(text, config, usage) {
                Self::MalformedJson if may_be_yaml(start) => Self::yaml(text, plain).unwrap_or(Self::MalformedJson),
                content => content,
            };
        }
        if is_terraform(plain) {
            return Self::Other(OtherFile::TerraformConfiguration);
        }
        Self::yaml(text, plain).unwrap_or_else(|| Self::json(text, config, usage))
    }

    fn json(text: &'t [u8], config: &Config, usage: &mut Usage) -> Self {
        match config.parse_json(text, usage) {
            Ok(tree) => Self::Trees(Syntax::Json, vec![rendered_later(tree, text)]),
            Err(_) => Self::MalformedJson,
        }
    }

    /// Reads YAML. Returns `None` if the crate is compiled without YAML.
    #[cfg(feature = "std")]
    #[expect(clippy::unnecessary_wraps, reason = "without the feature, the function returns `None`")]
    fn yaml(text: &'t [u8], plain: &'t str) -> Option<Self> {
        Some(match yaml::parse(text) {
            Ok(trees) => {
                let holes = |tree| serverless::with_holes(with_placeholders(tree, plain), plain);
                let trees = trees.into_iter().map(holes);
                Self::Trees(Syntax::Yaml, trees.collect())
            }
            // The places of a source without a byte order mark would differ.
            Err(_) if is_text_template(plain) && plain.len() == text.len() => Self::TextTemplate(plain),
            Err(_) if is_text_template(plain) => Self::Other(OtherFile::TextTemplate),
            Err(error) if is_meant_for_policies(plain) => Self::MalformedYaml(error),
            Err(_) => Self::Other(by_root_names(plain)),
        })
    }

    /// Reads YAML. Returns `None` if the crate is compiled without YAML.
    #[cfg(not(feature = "std"))]
    fn yaml(_: &'t [u8], plain: &str) -> Option<Self> {
        is_text_template(plain).then_some(Self::Other(OtherFile::TextTemplate))
    }
}

/// Returns a tree in which placeholders are holes, if it is a template of AWS CloudFormation. Project generators render
/// such templates.
#[cfg(feature = "std")]
fn rendered_later<'t>(tree: Value<'t>, text: &[u8]) -> Value<'t> {
    match core::str::from_utf8(text) {
        Ok(text) if is_template(&tree) => {
            let tree = if is_text_template(text) { with_placeholders(tree, text) } else { tree };
            serverless::with_holes(tree, text)
        }
        _ => tree,
    }
}

/// Returns the tree as it is, because templates need the feature `std`.
#[cfg(not(feature = "std"))]
fn rendered_later<'t>(tree: Value<'t>, _: &[u8]) -> Value<'t> {
    tree
}

/// Returns true if a source begins like JSON. JSON has no comments, but people write them, and the parser explains them.
pub(super) fn may_be_json(text: &str) -> bool {
    let start = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    start.is_empty() || start.starts_with(['{', '[', '"']) || start.starts_with("//") || start.starts_with("/*")
}

/// Returns true if a source that is not JSON can be YAML, although it begins like JSON. Its first name has no quotes, or
/// is not in an object.
fn may_be_yaml(start: &str) -> bool {
    match start.strip_prefix('{') {
        Some(rest) => rest.trim_start().starts_with(|first: char| first.is_ascii_alphabetic()),
        None => start.starts_with('"'),
    }
}

/// Returns true if a source seems to have policies, although it cannot be read.
#[cfg(feature = "std")]
fn is_meant_for_policies(text: &str) -> bool {
    let is_template =
        text.contains("AWSTemplateFormatVersion") || text.contains("Resources:") && text.contains("AWS::");
    is_template || text.contains("Statement:") && text.contains("Effect:")
}
