//! Finds the policies in a template of AWS CloudFormation or AWS SAM, with their places and their kinds.

mod expected;
mod permission;
mod sam;
#[cfg(test)]
mod tests;

use alloc::{format, string::ToString as _, vec::Vec};
use core::slice;

use super::Scope;
use crate::{
    grammar::PolicyElement,
    json::{Data, Member, Value},
    kind::PolicyKind,
    part::{Content, Part, Pointer},
    shape::{
        each, function, get, has_statements, is_json, is_other_language, is_resource, is_stack_policy, is_template,
        members,
    },
    template_properties::Contents,
};
use expected::Expected;
pub(crate) use permission::statement_of;

/// The names of members that have no policy of their own in any type: code, workflows, and patterns for events.
const NEVER: &[&str] = &["DefinitionString", "EventPattern", "InlineCode", "StackPolicyBody", "UserData", "ZipFile"];

/// The types whose `Definition` is a workflow.
const WORKFLOWS: &[&str] = &["AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine"];

/// A policy in a template, with the values that its functions can have.
#[derive(Debug)]
pub(crate) struct Found<'t> {
    /// The policy.
    pub(crate) part: Part<'t>,
    /// The scope of the functions in the policy.
    pub(crate) scope: Scope<'t>,
}

/// Finds all policies in a template, in the order of the file. The pointers begin with the pointer to the template.
///
/// A policy is a property that CloudFormation documents as one, or any object or string in a property that has
/// statements. The time is linear in the size of the template.
pub(crate) fn policies<'t>(template: &'t Value<'t>, pointer: &str) -> Vec<Found<'t>> {
    let mut search = Search { found: Vec::new(), pointer: Pointer::below(pointer), scope: Scope::new(template) };
    for section in members(template).unwrap_or_default() {
        let length = search.pointer.enter(&section.name);
        match &*section.name {
            "Resources" => search.resources(&section.value),
            "Parameters" => search.parameters(&section.value),
            "Globals" => search.globals(&section.value),
            // Sections of other tools can have resources too, such as `Organization`.
            _ => search.other_resources(&section.value),
        }
        search.pointer.leave(length);
    }
    search.found
}

/// Finds all policies in a resource that is not in a template. The pointers begin with the pointer to the resource.
pub(crate) fn policies_of_resource<'t>(resource: &'t Value<'t>, pointer: &str) -> Vec<Found<'t>> {
    let mut search = Search { found: Vec::new(), pointer: Pointer::below(pointer), scope: Scope::new(resource) };
    search.resource(resource);
    search.found
}

struct Search<'t> {
    found: Vec<Found<'t>>,
    /// The JSON pointer to the current value.
    pointer: Pointer,
    /// The scope of the current value.
    scope: Scope<'t>,
}

impl<'t> Search<'t> {
    fn add(&mut self, content: Content<'t>, kind: Option<PolicyKind>) {
        let part = Part { content, pointer: self.pointer.as_str().to_string(), kind };
        self.found.push(Found { part, scope: self.scope.clone() });
    }

    /// Visits the value of a member.
    fn below(&mut self, member: &'t Member<'t>, visit: impl FnOnce(&mut Self, &'t Value<'t>)) {
        let length = self.pointer.enter(&member.name);
        visit(self, &member.value);
        self.pointer.leave(length);
    }

    /// Visits each item of a list.
    fn each(&mut self, items: &'t [Value<'t>], mut visit: impl FnMut(&mut Self, &'t Value<'t>)) {
        for (position, item) in items.iter().enumerate() {
            let length = self.pointer.enter_item(position);
            visit(self, item);
            self.pointer.leave(length);
        }
    }

    /// Visits the values among which a function chooses. Returns false if the value is not such a function.
    fn branches(&mut self, value: &'t Value<'t>, mut visit: impl FnMut(&mut Self, &'t Value<'t>)) -> bool {
        let (Some([member]), Some(("Fn::If", argument))) = (members(value), function(value)) else { return false };
        let Data::Array(values) = &argument.data else { return true };
        self.below(member, |search, _| {
            for (position, branch) in values.iter().enumerate().skip(1) {
                let inner = search.scope.inside_branch(argument, position);
                let outer = core::mem::replace(&mut search.scope, inner);
                let length = search.pointer.enter_item(position);
                visit(search, branch);
                search.pointer.leave(length);
                search.scope = outer;
            }
        });
        true
    }

    fn resources(&mut self, value: &'t Value<'t>) {
        for member in members(value).unwrap_or_default() {
            if member.name.starts_with("Fn::ForEach::") {
                self.below(member, Self::repeated);
            } else if !member.name.starts_with("Fn::") {
                self.below(member, Self::resource);
            }
        }
    }

    /// Visits the members that have the form of a resource.
    fn other_resources(&mut self, value: &'t Value<'t>) {
        for member in members(value).unwrap_or_default().iter().filter(|member| is_resource(&member.value)) {
            self.below(member, Self::resource);
        }
    }

    /// Visits the resources that a loop repeats.
    fn repeated(&mut self, value: &'t Value<'t>) {
        let Some((inner, body)) = self.scope.inside_loop(value) else { return };
        let outer = core::mem::replace(&mut self.scope, inner);
        // The object that is repeated is the third argument.
        let length = self.pointer.enter_item(2);
        self.resources(body);
        self.pointer.leave(length);
        self.scope = outer;
    }

    fn resource(&mut self, resource: &'t Value<'t>) {
        let Some(properties) = members(resource).and_then(|all| all.iter().find(|one| one.name == "Properties")) else {
            return;
        };
        let resource_type = get(resource, "Type").and_then(Value::as_str).unwrap_or_default();
        let outer = self.scope.clone();
        if let Some(condition) = get(resource, "Condition").and_then(Value::as_str) {
            self.scope = outer.assuming(condition);
        }
        self.below(properties, |search, properties| {
            let mut expected = Expected::of_resource(resource_type, properties);
            if WORKFLOWS.contains(&resource_type) {
                expected.leave_out("Definition");
            }
            search.visit(properties, &expected);
        });
        self.scope = outer;
    }

    /// Visits a value of a property. The content of some places in it is expected.
    fn visit(&mut self, value: &'t Value<'t>, expected: &Expected) {
        if self.branches(value, |search, branch| search.visit(branch, expected)) {
            return;
        }
        match expected.here() {
            Some(Contents::Policy(kind, _)) => return self.policy(value, kind),
            Some(Contents::Statement(kind, _) | Contents::Statements(kind)) => {
                return self.statements(value, Some(kind));
            }
            Some(Contents::PartialStatement(kind, _)) if members(value).is_some() => {
                return self.add(Content::Permission(value), Some(kind));
            }
            Some(Contents::SamPolicy(_)) => return self.sam_policies(value),
            Some(Contents::Template) => return self.template(value),
            // The object around the actions and the principal is a permission.
            Some(_) => return,
            None => {}
        }
        match &value.data {
            Data::Object(_) if is_stack_policy(value) || is_other_language(value) => {}
            Data::Object(_) if is_template(value) => self.add(Content::Template(value), None),
            Data::Object(_) | Data::String(_) if is_policy_text(value) => self.add(Content::Policy(value), None),
            Data::Object(all) if has_statements(value) && expected.is_empty() => self.shaped(value, all),
            Data::Object(all) => {
                if let Some(kind) = expected.actions(value) {
                    self.add(Content::Permission(value), Some(kind));
                }
                for member in all.iter().filter(|member| !NEVER.contains(&&*member.name)) {
                    let expected = expected.member(&member.name);
                    self.below(member, |search, value| match &*member.name {
                        "TemplateBody" if expected.is_empty() => search.template(value),
                        _ => search.visit(value, &expected),
                    });
                }
            }
            Data::Array(items) => {
                let expected = expected.item();
                self.each(items, |search, item| search.visit(item, &expected));
            }
            _ => {}
        }
    }

    /// Adds an object that has statements, in a place where no policy is expected. An object with other members than
    /// those of a policy is something else that contains statements.
    fn shaped(&mut self, value: &'t Value<'t>, all: &'t [Member<'t>]) {
        if all.iter().all(|member| PolicyElement::from_name(&member.name).is_some()) {
            return self.add(Content::Policy(value), None);
        }
        for member in all.iter().filter(|member| member.name == "Statement") {
            self.below(member, |search, value| search.statements(value, None));
        }
    }

    /// Visits a value that is expected to be a policy.
    fn policy(&mut self, value: &'t Value<'t>, kind: PolicyKind) {
        let kind = Some(kind);
        match &value.data {
            // This function gives a string with the JSON of a value.
            Data::Object(all) if matches!(function(value), Some(("Fn::ToJsonString", _))) => {
                for member in all {
                    self.below(member, |search, value| search.add(Content::Policy(value), kind));
                }
            }
            Data::Object(_) if function(value).is_some() && !text_of(value).is_some_and(is_json) => {}
            Data::Array(items) if items.iter().any(has_statements) => {
                self.each(items, |search, item| search.add(Content::Policy(item), kind));
            }
            Data::String(text) if !is_json(text) => {}
            Data::Object(_) | Data::Array(_) | Data::String(_) => self.add(Content::Policy(value), kind),
            _ => {}
        }
    }

    /// Visits statements without a policy around them: a list, or a single one.
    fn statements(&mut self, value: &'t Value<'t>, kind: Option<PolicyKind>) {
        if self.branches(value, |search, branch| search.statements(branch, kind)) {
            return;
        }
        if function(value).is_none() && matches!(value.data, Data::Object(_) | Data::Array(_)) {
            self.add(Content::Statements(value), kind);
        }
    }

    /// Visits a template in a property.
    fn template(&mut self, value: &'t Value<'t>) {
        if self.branches(value, Self::template) {
            return;
        }
        if is_template(value) || text_of(value).is_some_and(|text| text.contains("Resources")) {
            self.add(Content::Template(value), None);
        }
    }

    /// Visits the parameters, whose default values can be policies.
    fn parameters(&mut self, value: &'t Value<'t>) {
        for member in members(value).unwrap_or_default() {
            self.below(member, |search, parameter| {
                let default = members(parameter).into_iter().flatten().find(|member| member.name == "Default");
                if let Some(default) = default.filter(|default| is_policy_text(&default.value)) {
                    search.below(default, |search, value| search.add(Content::Policy(value), None));
                }
            });
        }
    }

    /// Visits the properties that AWS SAM copies to its resources, such as those of each `Function`.
    fn globals(&mut self, value: &'t Value<'t>) {
        for member in members(value).unwrap_or_default() {
            let resource_type = format!("AWS::Serverless::{}", member.name);
            self.below(member, |search, value| search.visit(value, &Expected::of_resource(&resource_type, value)));
        }
    }
}

/// Returns true if a value is a string that seems to contain the JSON of a policy, or a function that gives such a
/// string.
fn is_policy_text(value: &Value<'_>) -> bool {
    text_of(value).is_some_and(is_json)
        && strings(value).iter().filter_map(Value::as_str).any(|text| text.contains("Statement"))
}

/// Returns a string, or the first string that a function puts together.
fn text_of<'t>(value: &'t Value<'_>) -> Option<&'t str> {
    strings(value).iter().find_map(Value::as_str)
}

/// Returns a value that is not a function, or the values that `Fn::Sub` or `Fn::Join` puts together.
fn strings<'t, 'a>(value: &'t Value<'a>) -> &'t [Value<'a>] {
    match function(value) {
        Some(("Fn::Join", argument)) => each(argument).get(1).map(|items| each(items)).unwrap_or_default(),
        Some(("Fn::Sub", argument)) => each(argument).get(..1).unwrap_or_default(),
        Some(_) => &[],
        None => slice::from_ref(value),
    }
}
