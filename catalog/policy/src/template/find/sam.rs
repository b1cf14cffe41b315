//! The property `Policies` of the resources of AWS SAM: policies, names of managed policies, and policy templates.

use super::Search;
use crate::{
    json::{Data, Value},
    kind::PolicyKind,
    part::Content,
    sam_policy_templates::parameters,
    shape::{function, resembles_policy},
};

impl<'t> Search<'t> {
    /// Visits the policies of a resource of AWS SAM: a list, or a single one.
    ///
    /// A string or a function is the name or the ARN of a managed policy.
    pub(super) fn sam_policies(&mut self, value: &'t Value<'t>) {
        if self.branches(value, Self::sam_policies) || function(value).is_some() {
            return;
        }
        match &value.data {
            Data::Array(items) => self.each(items, Self::sam_policies),
            Data::Object(_) if resembles_policy(value) => self.add(Content::Policy(value), Some(PolicyKind::Identity)),
            // People write the policies of a role in this form. AWS SAM expects only the document.
            Data::Object(members) if members.iter().any(|member| member.name == "PolicyDocument") => {
                for member in members.iter().filter(|member| member.name == "PolicyDocument") {
                    self.below(member, |search, value| search.add(Content::Policy(value), Some(PolicyKind::Identity)));
                }
            }
            Data::Object(members) => {
                let is_unknown = |name: &str| parameters(name).is_none();
                for member in members.iter().filter(|member| member.name_hole.is_none() && is_unknown(&member.name)) {
                    self.below(member, |search, _| search.add(Content::PolicyTemplate(member), None));
                }
            }
            _ => {}
        }
    }
}
