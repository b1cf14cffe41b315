//! Reads the policies of a scenario.

use alloc::{borrow::ToOwned as _, format, string::String, vec::Vec};

use super::fields::{Source, entries};
use crate::{
    evaluate::{
        policies::Policies,
        policy::EvaluationPolicy,
        slot::{PolicyLabel, PolicySlot},
    },
    json::{Data, Value},
};

/// A policy of a scenario as it is written.
#[derive(Clone, Debug)]
pub struct ScenarioPolicy<'t> {
    /// The part that the policy plays.
    pub label: PolicyLabel,
    /// The source of the policy.
    pub origin: PolicyOrigin<'t>,
}

/// The source of a policy.
#[derive(Clone, Debug)]
pub enum PolicyOrigin<'t> {
    /// The policy is in the scenario.
    Scenario(&'t Value<'t>),
    /// The policy is in a file.
    File {
        /// The path, as the scenario writes it.
        path: String,
        /// The text of the file.
        text: String,
    },
}

/// The slots with one list of policies, and whether they are lists of levels.
const FIELDS: [&str; 7] =
    ["identity", "boundary", "session", "resource", "endpoint", "service_control", "resource_control"];

/// Reads the policies of a scenario.
pub(super) fn policies<'t>(
    source: &mut Source<'t>,
    value: Option<&'t Value<'t>>,
    read_file: &mut impl FnMut(&str) -> Result<String, String>,
) -> (Policies, Vec<ScenarioPolicy<'t>>) {
    let mut policies = Policies::new();
    let mut sources = Vec::new();
    let Some(value) = value else { return (policies, sources) };
    let [identity, boundary, session, resource, endpoint, service_control, resource_control] =
        source.fields(value, "the object of policies", FIELDS);
    let mut read = |value: &'t Value<'t>, slot: PolicySlot| {
        let entries = entries(value).iter().filter(|entry| !matches!(entry.data, Data::Null)).enumerate();
        let read = entries.filter_map(|(index, entry)| {
            let label = PolicyLabel { slot, index };
            let (policy, origin) = policy(source, entry, read_file)?;
            sources.push(ScenarioPolicy { label, origin });
            Some(policy)
        });
        read.collect::<Vec<_>>()
    };
    for (value, slot) in [
        (identity, PolicySlot::Identity),
        (boundary, PolicySlot::Boundary),
        (session, PolicySlot::Session),
        (resource, PolicySlot::Resource),
        (endpoint, PolicySlot::Endpoint),
    ] {
        let read = value.map_or_else(Vec::new, |value| read(value, slot));
        policies = read.into_iter().fold(policies, |policies, policy| policies.add(slot, policy));
    }
    for (level, value) in service_control.map_or(&[][..], levels).iter().enumerate() {
        policies = policies.service_control_level(read(value, PolicySlot::ServiceControl { level }));
    }
    for (level, value) in resource_control.map_or(&[][..], levels).iter().enumerate() {
        policies = policies.resource_control_level(read(value, PolicySlot::ResourceControl { level }));
    }
    (policies, sources)
}

/// Returns the levels of an organization.
fn levels<'t>(value: &'t Value<'t>) -> &'t [Value<'t>] {
    if matches!(value.data, Data::Null) { &[] } else { entries(value) }
}

/// Reads a policy, which is an object or the path of a file.
fn policy<'t>(
    source: &mut Source<'t>,
    value: &'t Value<'t>,
    read_file: &mut impl FnMut(&str) -> Result<String, String>,
) -> Option<(EvaluationPolicy, PolicyOrigin<'t>)> {
    match &value.data {
        Data::Object(_) => {
            let policy = EvaluationPolicy::from_tree(value, Some(source.text()));
            Some((policy, PolicyOrigin::Scenario(value)))
        }
        Data::String(path) => {
            let read = read_file(path).and_then(|text| {
                let policy = EvaluationPolicy::from_json(&text)
                    .map_err(|error| format!("{path}:{}: {error}", error.position(text.as_bytes())));
                policy.map(|policy| (policy, PolicyOrigin::File { path: (**path).to_owned(), text }))
            });
            read.map_err(|message| source.error(value.span, message)).ok()
        }
        _ => {
            let found = value.type_name();
            source.error(value.span, format!("expected a policy as an object, or the path of a file, found {found}"));
            None
        }
    }
}
