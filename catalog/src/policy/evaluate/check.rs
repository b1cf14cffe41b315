//! Checks the names and values of a request.

use alloc::{
    borrow::ToOwned as _,
    boxed::Box,
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use catalog_policy::{Shown, may_carry_key, value};

use super::{
    UntypedRequest,
    problem::{RequestPart, RequestProblem},
};
use crate::{
    AnyAction, AnyResourceType,
    lookup::AllServices,
    policy::{Key, PolicyCatalog as _},
};

/// Checks a request against the reference, and returns all problems:
///
/// * an unknown action
/// * a resource that the action does not accept, or a resource that is missing
/// * a condition key that is unknown, or that requests for the action never have
/// * a value that is not valid for its key, or several values for a single-valued key
///
/// The problems do not change a [decision](super::Policies::decide).
///
/// ```
/// use catalog::policy::evaluate::{UntypedRequest, check_request};
///
/// let principal = "arn:aws:iam::111122223333:role/mailer".parse()?;
/// let request = UntypedRequest::new(principal, "ses:SendEmial").with("aws:SourceIp", "home");
/// let problems: Vec<String> = check_request(&request).iter().map(ToString::to_string).collect();
/// assert_eq!(problems[0], "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?");
/// assert!(problems[1].starts_with("`aws:SourceIp`: `home` is not a valid IP address or range"));
/// # Ok::<_, catalog::policy::evaluate::RequestPrincipalError>(())
/// ```
#[must_use]
pub fn check_request(request: &UntypedRequest) -> Vec<RequestProblem> {
    let mut problems = Vec::new();
    let action = match request.action().parse::<AnyAction>() {
        Ok(action) => Some(action),
        Err(error) => {
            problems.push(RequestProblem::new(RequestPart::Action, error.to_string()));
            None
        }
    };
    if let Some(action) = action {
        check_resources(request, action, &mut problems);
    }
    for (name, values) in request.known_keys() {
        let problem = check_key(name, values.as_slice(), action);
        problems.extend(problem.map(|message| RequestProblem::new(RequestPart::Key(name.to_owned()), message)));
    }
    problems
}

/// Checks whether an action accepts the resources of a request.
fn check_resources(request: &UntypedRequest, action: AnyAction, problems: &mut Vec<RequestProblem>) {
    let position = usize::from(action.position());
    let Some(types) = AllServices.resource_types(action.service(), position) else { return };
    let types: Vec<AnyResourceType> = types.collect();
    let is_required = action.resource_types().iter().any(|accepted| accepted.required == Some(true));
    if !request.has_resource() && is_required {
        let message = format!("`{action}` needs a resource{}", expected(&types));
        problems.push(RequestProblem::new(RequestPart::Resource(0), message));
    }
    for (number, resource) in request.resources().enumerate() {
        if resource == "*" || types.iter().any(|accepted| accepted.overlaps(resource)) {
            continue;
        }
        let message = if types.is_empty() {
            format!("`{action}` does not accept a resource: use `*`")
        } else {
            format!("`{action}` does not accept the resource `{}`{}", Shown(resource), expected(&types))
        };
        problems.push(RequestProblem::new(RequestPart::Resource(number), message));
    }
}

/// The maximum number of resource types in a message.
const SHOWN: usize = 3;

/// Returns the end of a message about the resource types that an action accepts.
fn expected(types: &[AnyResourceType]) -> String {
    let described = types.iter().filter_map(|accepted| AllServices.describe(*accepted)).take(SHOWN);
    let mut described: Vec<String> = described.map(|(name, arn)| format!("`{name}` (`{arn}`)")).collect();
    match types.len().saturating_sub(described.len()) {
        0 => {}
        1 => described.push("1 other type".to_owned()),
        more => described.push(format!("{more} other types")),
    }
    match described.split_last() {
        Some((last, [])) => format!(": expected {last}"),
        Some((last, first)) => format!(": expected {} or {last}", first.join(", ")),
        None => String::new(),
    }
}

/// Returns the problem with a condition key and its values.
fn check_key(name: &str, values: &[Box<str>], action: Option<AnyAction>) -> Option<String> {
    let key = match Key::new(name) {
        Ok(key) => key,
        Err(error) => return Some(error.to_string()),
    };
    if let Some(action) = action
        && !may_carry_key(key.as_str(), action.service(), usize::from(action.position()), AllServices)
    {
        return Some(format!("requests for `{action}` never have the condition key `{key}`: remove it"));
    }
    let value_type = key.value_type()?;
    if values.len() > 1 && !value_type.is_array() {
        return Some(format!("`{key}` is a single-valued key, found {} values: state one value", values.len()));
    }
    values.iter().find_map(|text| {
        let error = value::check(text, value_type, false).err()?;
        Some(format!("`{key}`: `{}` is {error}", Shown(text)))
    })
}
