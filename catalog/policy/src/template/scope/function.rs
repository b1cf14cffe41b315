//! The form of a call of an intrinsic function.

use alloc::{borrow::Cow, format};

use super::section::{literal, members};
use crate::json::{Data, Value};

/// A call of a function: an object with one member, whose name is that of the function.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call<'t> {
    /// The name, such as `Ref` or `Fn::Sub`.
    pub(super) name: &'t str,
    /// The argument, which is a list if the function has several arguments.
    pub(super) argument: &'t Value<'t>,
}

impl<'t> Call<'t> {
    /// Returns the call, if the value is one.
    pub(super) fn from_value(value: &'t Value<'t>) -> Option<Self> {
        let [member] = members(value) else { return None };
        let is_call = is_function(&member.name) && !is_loop(&member.name) && member.name_hole.is_none();
        is_call.then(|| Self { name: &member.name, argument: &member.value })
    }

    /// Returns the arguments, if they are a list.
    pub(super) fn arguments(self) -> &'t [Value<'t>] {
        match &self.argument.data {
            Data::Array(arguments) => arguments,
            _ => &[],
        }
    }

    /// Returns a short form of the call for messages.
    pub(super) fn written(self) -> Cow<'t, str> {
        let target = matches!(self.name, "Ref" | "Fn::GetAtt").then(|| self.target()).flatten();
        format!("${{{}}}", target.as_deref().unwrap_or(self.name)).into()
    }

    /// Returns the target of `Ref` or `Fn::GetAtt`, such as `Topic` or `Role.Arn`.
    fn target(self) -> Option<Cow<'t, str>> {
        match self.arguments() {
            [] => literal(self.argument).map(Cow::Borrowed),
            [resource, attribute] => Some(format!("{}.{}", literal(resource)?, literal(attribute)?).into()),
            _ => None,
        }
    }

    /// Returns true if the call certainly gives a value that the template does not state.
    pub(super) fn is_opaque(self) -> bool {
        match self.name {
            "Ref" => literal(self.argument).is_some_and(|name| !name.starts_with("AWS::")),
            "Fn::GetAtt" | "Fn::ImportValue" => true,
            _ => false,
        }
    }
}

/// Returns true if a member with this name is a function.
pub(super) fn is_function(name: &str) -> bool {
    name == "Ref" || name.starts_with("Fn::")
}

/// Returns true if a member with this name is a loop.
pub(super) fn is_loop(name: &str) -> bool {
    name.starts_with("Fn::ForEach::")
}
