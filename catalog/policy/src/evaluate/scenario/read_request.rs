//! Reads the request of a scenario.

use alloc::{format, string::ToString as _, vec::Vec};

use super::fields::{Source, entries};
use crate::{
    evaluate::{
        context::ContextValues,
        principal::{RequestPrincipal, RequestPrincipalKind as Kind},
        request::UntypedRequest,
    },
    json::{Data, Value},
    shown::Shown,
    value::parts::is_account,
};

/// The fields of a request.
const FIELDS: [&str; 8] = ["principal", "action", "resource", "resource_account", "context", "open", "role", "user"];

pub(super) fn request<'t>(source: &mut Source<'t>, value: &'t Value<'t>) -> Option<UntypedRequest> {
    let [principal, action, resource, account, context, open, role, user] = source.fields(value, "a request", FIELDS);
    for (field, name) in [(principal, "principal"), (action, "action")] {
        if field.is_none() && matches!(value.data, Data::Object(_)) {
            source.error(value.span, format!("expected the field `{name}` in the request"));
        }
    }
    let principal = principal.and_then(|value| self::principal(source, value));
    let action = action.and_then(|value| source.string(value, "the action"));
    let origin = origin(source, principal.as_ref(), role, user);
    let resources = resource.map_or_else(Vec::new, |value| source.strings(value, "a resource"));
    let account = account.and_then(|value| self::account(source, value));
    let context = context.map_or_else(Vec::new, |value| self::context(source, value));
    let open = open.map_or_else(Vec::new, |value| source.strings(value, "a condition key"));
    let mut principal = principal?;
    if let Some(origin) = origin {
        principal = principal.with_origin(origin);
    }
    let mut request = UntypedRequest::new(principal, action?);
    for resource in resources {
        request = request.on(resource);
    }
    if let Some(account) = account {
        request = request.in_account(account);
    }
    for (key, values) in context {
        request = request.with(key, values);
    }
    Some(open.into_iter().fold(request, UntypedRequest::leave_open))
}

fn principal<'t>(source: &mut Source<'t>, value: &'t Value<'t>) -> Option<RequestPrincipal> {
    if matches!(value.data, Data::Object(_)) {
        let [provider] = source.fields(value, "a principal", ["federated"]);
        let provider = provider.and_then(|provider| source.string(provider, "the provider"));
        return provider.map(RequestPrincipal::federated);
    }
    let text = source.string(value, "the principal")?;
    match text.parse() {
        Ok(principal) => Some(principal),
        Err(error) => {
            source.error(value.span, error.to_string());
            None
        }
    }
}

/// Returns the ARN of the role of a session, or of the IAM user who started a federated session.
fn origin<'t>(
    source: &mut Source<'t>,
    principal: Option<&RequestPrincipal>,
    role: Option<&'t Value<'t>>,
    user: Option<&'t Value<'t>>,
) -> Option<&'t str> {
    let mut origin = None;
    for (value, name, kind, owner) in [
        (role, "role", Kind::RoleSession, "a session of a role"),
        (user, "user", Kind::FederatedUser, "a session of `sts:GetFederationToken`"),
    ] {
        let Some(value) = value else { continue };
        let Some(arn) = source.string(value, "an ARN") else { continue };
        if principal.is_some_and(|principal| principal.kind() != kind) {
            source.error(value.span, format!("`{name}` is only for {owner}: remove it"));
        } else if !arn.contains(&format!(":{name}/")) {
            source.error(value.span, format!("`{}` is not the ARN of a {name}", Shown(arn)));
        } else {
            origin = Some(arn);
        }
    }
    origin
}

fn account<'t>(source: &mut Source<'t>, value: &'t Value<'t>) -> Option<&'t str> {
    let account = source.string(value, "the account of the resource")?;
    if !is_account(account) {
        source.error(value.span, format!("`{}` is not a 12-digit account ID", Shown(account)));
        return None;
    }
    Some(account)
}

/// Returns the condition keys of the request context with their values.
fn context<'t>(source: &mut Source<'t>, value: &'t Value<'t>) -> Vec<(&'t str, ContextValues)> {
    let Data::Object(members) = &value.data else {
        source.error(value.span, format!("expected the context as an object, found {}", value.type_name()));
        return Vec::new();
    };
    let mut context = Vec::new();
    for member in members {
        let mut values = Vec::new();
        for entry in entries(&member.value) {
            match entry.as_scalar() {
                Some(value) => values.push(value),
                // `null` is a key without a value, which the request lacks.
                None if matches!(entry.data, Data::Null) => {}
                None => source.error(
                    entry.span,
                    format!("expected a string, a number or a boolean, found {}", entry.type_name()),
                ),
            }
        }
        context.push((&*member.name, ContextValues::from(values)));
    }
    context
}
