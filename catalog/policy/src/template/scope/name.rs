//! The values of the names in `Ref` and `Fn::Sub`: pseudo-parameters and parameters.

use alloc::borrow::Cow;

use super::{Scope, section::literal};
use crate::{
    hole::Piece,
    json::{Data, Value},
    shape::get,
};

/// The pseudo-parameter that removes a member or an item.
pub(super) const NO_VALUE: &str = "AWS::NoValue";

/// Returns the piece of a pseudo-parameter that has the same form in every account.
///
/// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html>.
pub(super) fn pseudo_parameter<'t>(name: &str, written: Cow<'t, str>) -> Option<Piece<'t>> {
    let example = match name {
        "AWS::AccountId" => "123456789012",
        "AWS::Partition" => "aws",
        "AWS::Region" => "us-east-1",
        "AWS::URLSuffix" => "amazonaws.com",
        _ => return None,
    };
    Some(Piece::Formed { written, example })
}

impl<'t> Scope<'t> {
    /// Returns the value of a parameter that can have only this value.
    pub(super) fn fixed_parameter(&self, name: &str) -> Option<&'t Value<'t>> {
        let values = allowed_values(self.shared.parameters.get(name)?)?;
        match values {
            [value] if literal(value).is_some() => Some(value),
            _ => None,
        }
    }
}

/// Returns all values that a parameter can have, if its declaration states them.
///
/// A parameter of the type `AWS::SSM::Parameter` declares only the name under which Systems Manager stores its value. A list
/// of values is not stated, because each item is allowed by itself.
///
/// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>.
pub(super) fn allowed_values<'t>(parameter: &'t Value<'t>) -> Option<&'t [Value<'t>]> {
    let kind = get(parameter, "Type").and_then(Value::as_str)?;
    let is_plain = matches!(kind, "String" | "Number");
    match &get(parameter, "AllowedValues")?.data {
        Data::Array(values) if is_plain && get(parameter, "NoEcho").is_none() => Some(values),
        _ => None,
    }
}
