//! `Resource` and `NotResource` in their form for decisions.
//!
//! Source: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html), 2026-11.

use alloc::{borrow::Cow, boxed::Box, string::String};

use super::{
    key::Key,
    template::{Template, Wildcards},
    truth::{self, Truth},
    view::View,
};
use crate::document::{Node, StatementNode};

/// The resources of a statement.
#[derive(Clone, Debug, Default)]
pub(super) struct Resources {
    /// The patterns of `Resource`, if the statement has this element.
    listed: Option<Box<[ResourcePattern]>>,
    /// The patterns of `NotResource`, if the statement has this element.
    excluded: Option<Box<[ResourcePattern]>>,
}

/// A pattern of resources. Strings that are neither an ARN nor `*` are left out, because they match nothing.
#[derive(Clone, Debug)]
struct ResourcePattern {
    written: Template,
    /// The pattern with the fields that the ARN lacks, if it lacks some. It counts in the policies of identities.
    completed: Option<Template>,
}

impl Resources {
    pub(super) fn new(statement: StatementNode<'_>, has_variables: bool) -> Self {
        let patterns = |node: Node<'_>| -> Box<[ResourcePattern]> {
            node.each().filter_map(|resource| ResourcePattern::new(resource.value.as_str()?, has_variables)).collect()
        };
        Self { listed: statement.resources().map(patterns), excluded: statement.not_resources().map(patterns) }
    }

    /// Returns true if the statement has neither `Resource` nor `NotResource`.
    pub(super) fn is_absent(&self) -> bool {
        self.listed.is_none() && self.excluded.is_none()
    }

    /// Returns true if the statement applies to a resource. Set `completes_arns` to true for the policies of identities.
    pub(super) fn contain(&self, resource: &str, completes_arns: bool, view: &View<'_>) -> Truth {
        let matches = |patterns: &[ResourcePattern]| any_matches(patterns, resource, completes_arns, view);
        let listed = self.listed.as_deref().map_or(Truth::Yes, matches);
        if listed == Truth::No {
            return listed;
        }
        listed.and(!self.excluded.as_deref().map_or(Truth::No, matches))
    }

    /// Returns the keys of the variables.
    pub(super) fn variables(&self) -> impl Iterator<Item = &Key> {
        self.patterns().flat_map(|pattern| pattern.written.keys())
    }

    /// Returns the keys of the variables of the patterns that may match a resource, if no other pattern of the element
    /// matches it.
    pub(super) fn deciding_variables<'t>(
        &'t self,
        resource: &'t str,
        completes_arns: bool,
        view: &'t View<'t>,
    ) -> impl Iterator<Item = &'t Key> {
        let elements = [&self.listed, &self.excluded].into_iter().flatten();
        elements
            .filter(move |patterns| any_matches(patterns, resource, completes_arns, view) == Truth::Maybe)
            .flatten()
            .map(move |pattern| pattern.template(completes_arns))
            .filter(move |template| template.matches(resource, false, view) == Truth::Maybe)
            .flat_map(Template::keys)
    }

    fn patterns(&self) -> impl Iterator<Item = &ResourcePattern> {
        [&self.listed, &self.excluded].into_iter().flatten().flatten()
    }
}

/// Returns true if one of the patterns matches a resource.
fn any_matches(patterns: &[ResourcePattern], resource: &str, completes_arns: bool, view: &View<'_>) -> Truth {
    truth::any(patterns.iter().map(|pattern| {
        view.count(1);
        pattern.template(completes_arns).matches(resource, false, view)
    }))
}

impl ResourcePattern {
    fn new(text: &str, has_variables: bool) -> Option<Self> {
        let is_everything = !text.is_empty() && text.bytes().all(|byte| byte == b'*');
        if !is_everything && !text.starts_with("arn:") {
            return None;
        }
        let template = |text: &str| Template::new(text, Wildcards::Resource, has_variables);
        let completed = match completed(text) {
            Cow::Owned(completed) if !is_everything => template(&completed),
            _ => None,
        };
        Some(Self { written: template(text)?, completed })
    }

    fn template(&self, completes_arns: bool) -> &Template {
        self.completed.as_ref().filter(|_| completes_arns).unwrap_or(&self.written)
    }
}

/// Adds the missing fields of an ARN as `*`: `arn:aws:sqs` means `arn:aws:sqs:*:*:*`.
fn completed(text: &str) -> Cow<'_, str> {
    const COLONS: usize = 5;
    // A colon in a variable is not the end of a field.
    let plain = crate::variable::pieces(text).filter_map(|piece| match piece {
        crate::variable::Piece::Plain(plain) => Some(plain),
        _ => None,
    });
    let colons: usize = plain.map(|plain| plain.bytes().filter(|byte| *byte == b':').count()).sum();
    if colons >= COLONS {
        return Cow::Borrowed(text);
    }
    let mut arn = String::from(text);
    for _ in colons..COLONS {
        arn.push_str(":*");
    }
    Cow::Owned(arn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_fields_are_added() {
        for (text, expected) in [
            ("arn:aws:sqs", "arn:aws:sqs:*:*:*"),
            ("arn:aws:sqs:${aws:RequestedRegion}", "arn:aws:sqs:${aws:RequestedRegion}:*:*"),
            ("arn:aws:s3:::bucket", "arn:aws:s3:::bucket"),
        ] {
            assert_eq!(completed(text), expected);
        }
    }
}
