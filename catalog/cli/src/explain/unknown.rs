//! Returns the errors about a name that does not exist.

use catalog::{AnyAction, AnyConditionKey, AnyResourceType, NameError, NameErrorKind, Service, policy::FindingId};

/// Returns one error, or several if the name is similar to names of several kinds, such as an action and a condition
/// key.
pub(super) fn errors(name: &str) -> Vec<String> {
    if !name.contains(':') {
        return vec![without_prefix(name)];
    }
    let errors: Vec<NameError> =
        [name.parse::<AnyAction>().err(), name.parse::<AnyResourceType>().err(), name.parse::<AnyConditionKey>().err()]
            .into_iter()
            .flatten()
            .collect();
    if let Some(error) = retired(&errors) {
        return vec![error.to_string()];
    }
    // An error that is not about the name itself, such as an unknown service, is the same for all kinds.
    if let Some(error) = errors.iter().find(|error| error.kind() != NameErrorKind::UnknownName) {
        return vec![error.to_string()];
    }
    let similar: Vec<_> = errors.iter().filter(|error| error.suggestion().is_some()).map(ToString::to_string).collect();
    if !similar.is_empty() {
        return similar;
    }
    let (prefix, _) = name.split_once(':').unwrap_or_default();
    let service = Service::find(prefix).map_or_else(|| prefix.to_owned(), |service| service.to_string());
    vec![format!(
        "unknown name `{name}`: {service} has no action, resource type, condition key or API operation with this name"
    )]
}

/// Returns the error about a retired name, or else about a retired service.
fn retired(errors: &[NameError]) -> Option<&NameError> {
    let mut retired = errors.iter().filter(|error| error.kind() == NameErrorKind::Retired);
    let first = retired.clone().next()?;
    retired.find(|error| error.retired_service().is_none()).or(Some(first))
}

fn without_prefix(name: &str) -> String {
    if let Some(id) = FindingId::nearest(name) {
        return format!("unknown finding `{name}`: did you mean `{id}`?");
    }
    if let Some(service) = Service::find(name) {
        let prefix = service.prefix();
        return format!("`{name}` is a service prefix: `catalog explain '{prefix}:*'` lists the actions of {service}");
    }
    let pattern = format!("{name}:*");
    if let Some(error) = catalog::expand(&pattern).err().filter(|error| error.kind() == NameErrorKind::Retired) {
        return error.to_string();
    }
    format!(
        "unknown finding `{name}`: run `catalog lint --list` for all findings, or add a service prefix, such as in \
         `ses:SendEmail`"
    )
}
