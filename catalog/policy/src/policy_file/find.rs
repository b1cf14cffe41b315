//! Finds the policies in a JSON tree, with their places and the kinds that the members around them state.

use alloc::{format, string::String, vec::Vec};

use catalog_core::excerpt::beginning;

use crate::{
    hole::Hole,
    json::{self, Data, Embedded, Syntax, Value, is_percent_encoded},
    kind::PolicyKind,
};

use super::{
    field::Surroundings,
    other::{self, OtherJson, members, named, resembles_policy, resembles_statement},
};

/// The maximum length of a name in a pointer. No member around a policy has a longer name.
const LONGEST_NAME: usize = 64;

/// A policy in a file.
pub(super) struct Found<'t, 'a> {
    /// The policy.
    pub(super) content: Content<'t, 'a>,
    /// The JSON pointer to the policy. It is empty if the whole file is the policy.
    pub(super) pointer: String,
    /// The kind that the members around the policy state.
    pub(super) kind: Option<PolicyKind>,
}

/// A policy as an object, or as a string that contains JSON.
pub(super) enum Content<'t, 'a> {
    /// A value of the file.
    Tree(&'t Value<'a>),
    /// The content of a string.
    Text(Embedded<'t>),
}

/// Finds all policies in a file. If the file contains none, returns its content.
///
/// JSON that seems to be meant as a policy counts as one, so that the check reports its mistakes.
pub(super) fn policies<'t, 'a>(source: &[u8], tree: &'t Value<'a>) -> Result<Vec<Found<'t, 'a>>, OtherJson> {
    let is_policy = members(tree).is_some_and(|root| named(root, "Statement").next().is_some());
    if !is_policy {
        if let Some(other) = other::recognized(tree) {
            return Err(other);
        }
        let mut search = Search { source, found: Vec::new(), pointer: String::new() };
        search.visit(tree, Surroundings::default());
        if !search.found.is_empty() {
            return Ok(search.found);
        }
        if is_other(tree) {
            return Err(OtherJson::Unknown);
        }
    }
    Ok([Found { content: Content::Tree(tree), pointer: String::new(), kind: None }].into())
}

/// Returns true if a value without policies is not meant as a policy. An empty object or list, or a value of another
/// type, counts as a policy: the usual cause is a program that wrote no statement.
fn is_other(tree: &Value<'_>) -> bool {
    match &tree.data {
        Data::Object(members) => !members.is_empty(),
        Data::Array(items) => !items.is_empty() && !items.iter().any(resembles_statement),
        _ => false,
    }
}

struct Search<'s, 't, 'a> {
    source: &'s [u8],
    found: Vec<Found<'t, 'a>>,
    /// The JSON pointer to the current value.
    pointer: String,
}

impl<'t, 'a> Search<'_, 't, 'a> {
    fn visit(&mut self, value: &'t Value<'a>, around: Surroundings<'t, 'a>) {
        match &value.data {
            Data::Object(_) if is_policy(value, around) => self.add(Content::Tree(value), around),
            Data::Object(members) => {
                for member in members {
                    let around = Surroundings { field: Some(&member.name), siblings: members };
                    self.below(&member.name, |search| search.visit(&member.value, around));
                }
            }
            Data::Array(items) if is_list_of_statements(items, around) => {}
            Data::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    self.below(&format!("{position}"), |search| search.visit(item, around));
                }
            }
            Data::String(_) | Data::Hole(_) => {
                if let Some(embedded) = self.embedded(value, around) {
                    self.add(Content::Text(embedded), around);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, content: Content<'t, 'a>, around: Surroundings<'_, '_>) {
        self.found.push(Found { content, pointer: self.pointer.clone(), kind: around.kind() });
    }

    /// Calls a function with one more name in the pointer.
    fn below(&mut self, name: &str, visit: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(&beginning(name, LONGEST_NAME).replace('~', "~0").replace('/', "~1"));
        visit(self);
        self.pointer.truncate(length);
    }

    /// Returns the policy in a string, if the string contains one.
    fn embedded(&self, value: &'t Value<'_>, around: Surroundings<'_, '_>) -> Option<Embedded<'t>> {
        let stand_in = || value.as_hole().map(Hole::stand_in);
        let text = value.as_str().or_else(stand_in)?.trim_start();
        if !(text.starts_with('{') || is_percent_encoded(text)) {
            return None;
        }
        let is_expected = around.is_for_policy();
        // Only strings that name the element are parsed, so that the work for other files is small.
        if !is_expected && !text.contains("Statement") {
            return None;
        }
        let embedded = Embedded::new(self.source, Syntax::Json, value)?;
        let is_policy = match json::parse(embedded.text().as_bytes()) {
            Ok(tree) if is_expected => resembles_policy(&tree),
            Ok(tree) => has_statements(&tree),
            Err(_) => is_expected,
        };
        is_policy.then_some(embedded)
    }
}

/// Returns true if an object is a policy. Mistakes in its names are tolerated where a policy is expected.
fn is_policy(value: &Value<'_>, around: Surroundings<'_, '_>) -> bool {
    has_statements(value) || (around.field.is_none() || around.is_for_policy()) && resembles_policy(value)
}

/// Returns true if an object has statements. Other objects of AWS also have a member `Statement`, such as the rules of
/// AWS WAF, but their values are not statements.
fn has_statements(value: &Value<'_>) -> bool {
    let statements = members(value).into_iter().flat_map(|members| named(members, "Statement"));
    statements.into_iter().any(|statement| match &statement.data {
        Data::Array(items) => items.is_empty() || items.iter().any(resembles_statement),
        _ => resembles_statement(statement),
    })
}

/// Returns true if a list at the root contains statements, without a policy around them.
fn is_list_of_statements(items: &[Value<'_>], around: Surroundings<'_, '_>) -> bool {
    let is_bare = |item: &Value<'_>| resembles_statement(item) && !has_statements(item);
    around.field.is_none() && !items.is_empty() && items.iter().all(is_bare)
}

#[cfg(test)]
mod tests;
