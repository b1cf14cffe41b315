//! Finds the policies in a tree, with their places and the kinds that the members around them state.

use alloc::{string::ToString as _, vec::Vec};

use super::{
    field::Surroundings,
    other::OtherFile,
    root::{recognized, without_policy},
    serverless,
    source::Source,
};
use crate::{
    config::Config,
    json::{self, Data, Member, Value},
    part::{Content, Part, Pointer},
    shape::{
        has_statements, is_json, is_other_language, is_resource, is_stack_policy, is_template, members, named,
        partial_text, resembles_policy, resembles_statement,
    },
};

/// Finds all policies and templates in a tree. If it contains none, returns the content of the file. The pointers begin
/// with the pointer to the tree.
///
/// A tree that seems to be meant as a policy counts as one, so that the check reports its mistakes.
pub(super) fn parts<'t>(
    source: Source<'_>,
    config: &Config,
    tree: &'t Value<'t>,
    pointer: &str,
) -> Result<Vec<Part<'t>>, OtherFile> {
    let whole = |content| Ok([Part { content, pointer: pointer.to_string(), kind: None }].into());
    if members(tree).is_some_and(|root| named(root, "Statement").next().is_some()) {
        return match () {
            () if is_stack_policy(tree) => Err(OtherFile::StackPolicy),
            () if is_other_language(tree) => Err(OtherFile::Unknown),
            () => whole(Content::Policy(tree)),
        };
    }
    if let Some(other) = recognized(tree) {
        return Err(other);
    }
    if is_template(tree) {
        return whole(Content::Template(tree));
    }
    let mut search = Search { source, config, found: Vec::new(), pointer: Pointer::below(pointer) };
    serverless::statements(tree, pointer, &mut search.found);
    search.visit(tree, Surroundings::default());
    if !search.found.is_empty() {
        return Ok(search.found);
    }
    // In YAML, statements without a policy around them are for other tools, which put them into one.
    if let (json::Syntax::Yaml, Data::Array(items)) = (source.syntax, &tree.data)
        && is_list_of_statements(items, Surroundings::default())
    {
        return whole(Content::Statements(tree));
    }
    if is_other(tree, source.syntax) {
        return Err(without_policy(|name| members(tree).into_iter().flatten().any(|member| member.name == name)));
    }
    whole(Content::Policy(tree))
}

/// Returns true if a value without policies is not meant as a policy. In JSON, an empty object or list, or a value of
/// another type, counts as a policy. The usual cause is a program that wrote no statement.
fn is_other(tree: &Value<'_>, syntax: json::Syntax) -> bool {
    match &tree.data {
        Data::Object(members) if !members.is_empty() => true,
        Data::Array(items) if !items.is_empty() => !items.iter().any(resembles_statement),
        _ => syntax == json::Syntax::Yaml,
    }
}

struct Search<'s, 't> {
    source: Source<'s>,
    config: &'s Config,
    found: Vec<Part<'t>>,
    /// The JSON pointer to the current value.
    pointer: Pointer,
}

impl<'t> Search<'_, 't> {
    fn visit(&mut self, value: &'t Value<'t>, around: Surroundings<'t>) {
        match &value.data {
            Data::Object(_) if is_policy(value, around) => self.add(Content::Policy(value), around),
            Data::Object(_) if is_template(value) || is_resource(value) => self.add(Content::Template(value), around),
            Data::Object(members) => {
                for member in members {
                    let around = Surroundings { field: Some(&member.name), siblings: members };
                    self.below(member, |search| search.visit(&member.value, around));
                }
            }
            Data::Array(items) if is_list_of_statements(items, around) || self.has_statements(value) => {}
            Data::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    let length = self.pointer.enter_item(position);
                    self.visit(item, around);
                    self.pointer.leave(length);
                }
            }
            Data::String(_) if around.field == Some("TemplateBody") => self.add(Content::Template(value), around),
            Data::String(_) | Data::Hole(_) if self.contains_policy(value, around) => {
                self.add(Content::Policy(value), around);
            }
            _ => {}
        }
    }

    fn add(&mut self, content: Content<'t>, around: Surroundings<'_>) {
        self.found.push(Part { content, pointer: self.pointer.as_str().to_string(), kind: around.kind() });
    }

    /// Returns true if a list was found as one of statements.
    fn has_statements(&self, list: &Value<'_>) -> bool {
        self.found.iter().any(|part| matches!(part.content, Content::Statements(found) if core::ptr::eq(found, list)))
    }

    /// Calls a function with the name of a member in the pointer.
    fn below(&mut self, member: &'t Member<'t>, visit: impl FnOnce(&mut Self)) {
        let length = self.pointer.enter(&member.name);
        visit(self);
        self.pointer.leave(length);
    }

    /// Returns true if a string contains a policy.
    fn contains_policy(&self, value: &Value<'_>, around: Surroundings<'_>) -> bool {
        let text = partial_text(value).unwrap_or_default();
        if !is_json(text) {
            return false;
        }
        let is_expected = around.is_for_policy();
        // Only strings that name the element are parsed, so that the work for other files is small.
        if !is_expected && !text.contains("Statement") {
            return false;
        }
        let Some(embedded) = self.source.embedded(value) else { return false };
        match self.config.parse_json(embedded.text().as_bytes(), &mut self.config.usage()) {
            Ok(tree) if is_stack_policy(&tree) || is_other_language(&tree) => false,
            Ok(tree) if is_expected => resembles_policy(&tree),
            Ok(tree) => has_statements(&tree),
            Err(_) => is_expected,
        }
    }
}

/// Returns true if an object is a policy. Mistakes in its names are tolerated where a policy is expected.
fn is_policy(value: &Value<'_>, around: Surroundings<'_>) -> bool {
    if is_stack_policy(value) || is_other_language(value) {
        return false;
    }
    has_statements(value) || (around.field.is_none() || around.is_for_policy()) && resembles_policy(value)
}

/// Returns true if a list at the root contains statements, without a policy around them.
fn is_list_of_statements(items: &[Value<'_>], around: Surroundings<'_>) -> bool {
    let is_bare = |item: &Value<'_>| resembles_statement(item) && !has_statements(item);
    around.field.is_none() && !items.is_empty() && items.iter().all(is_bare)
}

#[cfg(test)]
mod tests;
