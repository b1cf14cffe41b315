//! The parts of a file that are checked as policies, each with its place and its kind.

use alloc::string::{String, ToString as _};

use catalog_core::excerpt::beginning;

use crate::{
    json::{Member, Value},
    kind::PolicyKind,
};

/// The maximum length of a name in a pointer. No member around a policy has a longer name.
const LONGEST_NAME: usize = 128;

/// A part of a file that is checked as a policy.
#[derive(Clone, Debug)]
pub(crate) struct Part<'t> {
    /// The part, and its relation to a policy.
    pub(crate) content: Content<'t>,
    /// The JSON pointer to the part. It is empty if the whole file is the policy.
    pub(crate) pointer: String,
    /// The kind that the members around the part state.
    pub(crate) kind: Option<PolicyKind>,
}

/// The relation of a part to a policy.
#[cfg_attr(not(feature = "std"), expect(dead_code, reason = "only templates have some of them"))]
#[derive(Clone, Copy, Debug)]
pub(crate) enum Content<'t> {
    /// A policy, as an object or as a string that contains JSON. In a template, also a function that gives one.
    Policy(&'t Value<'t>),
    /// Statements without a policy around them: a list, or a single one.
    Statements(&'t Value<'t>),
    /// The properties of a resource that adds a statement to a resource policy, such as `Action` and `Principal`.
    Permission(&'t Value<'t>),
    /// A template of AWS CloudFormation, as an object or as a string that contains JSON or YAML.
    Template(&'t Value<'t>),
    /// A member whose name is not a policy template of AWS SAM, although AWS SAM expects one.
    PolicyTemplate(&'t Member<'t>),
}

/// The JSON pointer to the current value of a search.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pointer(String);

impl Pointer {
    /// Returns the pointer that begins with another pointer.
    pub(crate) fn below(start: &str) -> Self {
        Self(start.to_string())
    }

    /// Adds the name of a member. Returns the length before, for [`leave`](Self::leave).
    pub(crate) fn enter(&mut self, name: &str) -> usize {
        let length = self.0.len();
        self.0.push('/');
        let name = beginning(name, LONGEST_NAME);
        if name.contains(['~', '/']) {
            self.0.push_str(&name.replace('~', "~0").replace('/', "~1"));
        } else {
            self.0.push_str(name);
        }
        length
    }

    /// Adds a position in a list. Returns the length before, for [`leave`](Self::leave).
    pub(crate) fn enter_item(&mut self, position: usize) -> usize {
        let length = self.0.len();
        self.0.push('/');
        self.0.push_str(&position.to_string());
        length
    }

    /// Removes what was added after a length.
    pub(crate) fn leave(&mut self, length: usize) {
        self.0.truncate(length);
    }

    /// Returns the pointer.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}
