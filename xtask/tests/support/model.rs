//! Generates arbitrary services: everything that the model can contain, with the oddest names that the reference could
//! use.

#![allow(dead_code, unreachable_pub, reason = "each test crate uses some of the items")]
#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

use prop::sample::{Index, select, subsequence};
use prop::{bool, collection::vec, option};
use proptest::prelude::{Just, Strategy, any, prop};
use std::collections::HashSet;
use xtask::emit::{self, File, NamedService};
use xtask::facts::identifiers::ChosenIdentifiers;
use xtask::lower::{Lowered, Origins};
use xtask::model::{
    AccessLevel, Action, ActionResource, AuthorizedAction, ConditionKey, ConditionKeyType, Edition, FactEditions,
    LeftOut, Operation, Page, Requirement, ResourceType, Scenario, Service,
};
use xtask::progress::Progress;
use xtask::{check, rust_names};

/// Returns the files of services. The services must be sorted by prefix, and their names must have identifiers.
pub fn files(services: &[Service]) -> Vec<File> {
    let lowered: Vec<_> = services.iter().cloned().map(without_places).collect();
    let mut errors = Vec::new();
    let identifiers = check::identifiers(&lowered, &ChosenIdentifiers::repository(), &mut errors);
    assert_eq!(errors, []);
    let named: Vec<_> = services
        .iter()
        .zip(&identifiers)
        .map(|(service, identifiers)| NamedService { service, identifiers, example: None })
        .collect();
    emit::files(&named, FactEditions::default(), Progress::Hidden)
}

/// Returns a service without the places of its names.
fn without_places(service: Service) -> Lowered {
    let origins =
        Origins { actions: Vec::new(), resource_types: Vec::new(), condition_keys: Vec::new(), operations: Vec::new() };
    Lowered { service, origins, row_totals: Vec::new(), known_errors: Vec::new() }
}

/// Generates a name with at least one letter or digit, so that it has an identifier.
fn name() -> impl Strategy<Value = String> {
    let odd = r#"([A-Za-z0-9 /.:_+@#*<>${}()\[\]"'\\|`&~\u{a0}é–“☃-]|<key>|\$\{TagKey\}|\\n){0,8}"#;
    (odd, "[A-Za-z0-9]", odd).prop_map(|(before, letter, after)| format!("{before}{letter}{after}"))
}

/// Generates an optional line of prose.
fn prose() -> impl Strategy<Value = Option<String>> {
    let words = r#"([A-Za-z0-9 .,;:!?/_*<>${}()\[\]"'\\|`&~#=+^%@\u{a0}é“”☃-]|http://|[^\p{C}]|\\n|- |1\. ){1,24}"#;
    option::of(words.prop_filter_map("nothing to read", |text| {
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }))
}

fn url() -> impl Strategy<Value = Option<String>> {
    option::of(select(vec!["https://example.com/a_b#c", "API_ x.html", "${UserGuideDocPage}", "a\"b\\c", "é"]))
        .prop_map(|url| url.map(str::to_owned))
}

fn levels() -> impl Strategy<Value = Vec<AccessLevel>> {
    subsequence(AccessLevel::ALL.to_vec(), 0..=5).prop_shuffle()
}

/// References to names by their positions, which are resolved when all names are known. Each has a required mark, which
/// only references to resource types use.
type References = Vec<(Index, Option<bool>)>;

fn references() -> impl Strategy<Value = References> {
    vec((any::<Index>(), option::weighted(0.9, bool::ANY)), 0..3)
}

/// A name that no service defines.
const NOT_DEFINED: &str = "odd:Not/\"defined\"";

fn names_of(references: &References, names: &[String]) -> Vec<(String, Option<bool>)> {
    let mut seen = HashSet::new();
    let names: Vec<_> = names.iter().cloned().chain([NOT_DEFINED.to_owned()]).collect();
    let picked = references.iter().map(|(at, mark)| (at.get(&names).clone(), *mark));
    picked.filter(|(name, _)| seen.insert(name.clone())).collect()
}

fn resources(references: &References, names: &[String]) -> Vec<ActionResource> {
    names_of(references, names).into_iter().map(|(name, required)| ActionResource { name, required }).collect()
}

fn keys(references: &References, names: &[String]) -> Vec<String> {
    names_of(references, names).into_iter().map(|(name, _)| name).collect()
}

fn dependents() -> impl Strategy<Value = Option<Vec<String>>> {
    option::of(vec("[a-z]{1,3}:[A-Za-z]{1,3}", 0..3))
}

type Row = (References, References, Option<Vec<String>>);

/// A placeholder for the link of an action to its place on AWS's page. It is replaced when that place is known.
const TO_PLACE: &str = "its own place";

fn action() -> impl Strategy<Value = (Action, Vec<Row>, Vec<(String, References)>)> {
    let url = prop::strategy::Union::new([url().boxed(), Just(Some(TO_PLACE.to_owned())).boxed()]);
    let page = option::weighted(0.2, r"list_[a-z]{1,3}\.md");
    let action = (name(), bool::ANY, prose(), url, page, levels()).prop_map(
        |(name, permission_only, description, url, page, access_levels)| Action {
            name,
            permission_only,
            description,
            url,
            page,
            access_levels,
            ..Action::default()
        },
    );
    (action, vec((references(), references(), dependents()), 1..4), vec((name(), references()), 0..3))
}

fn resource_type() -> impl Strategy<Value = (ResourceType, References)> {
    let arns = vec(r#"arn:[a-z${}:/*"\\ ]{0,9}"#, 0..3);
    let resource_type = (name(), arns, url()).prop_map(|(name, arns, url)| ResourceType {
        name,
        arns,
        condition_keys: Vec::new(),
        url,
    });
    (resource_type, references())
}

fn condition_key() -> impl Strategy<Value = ConditionKey> {
    (name(), option::of(select(ConditionKeyType::ALL.to_vec())), prose(), url())
        .prop_map(|(name, value_type, description, url)| ConditionKey { name, value_type, description, url })
}

fn operation() -> impl Strategy<Value = Operation> {
    let action = ("[a-z]{1,3}:[A-Za-z]{1,3}", option::of(name()), vec(name(), 0..3), levels()).prop_map(
        |(action, condition_key, values, access_levels)| AuthorizedAction {
            action,
            condition_key,
            values,
            access_levels,
        },
    );
    // Often choose one of three names, so that operations often differ only by their client.
    let name =
        prop::strategy::Union::new([name().boxed(), select(vec!["Get", "get", "Put"]).prop_map(str::to_owned).boxed()]);
    let page = option::weighted(0.2, r"list_[a-z]{1,3}\.md");
    (name, option::of("[a-z]{1,2}(-[a-z])?"), page, vec(action, 0..3))
        // An operation with a client has no page, because its client identifies it.
        .prop_map(|(name, sdk_client, page, actions)| {
            let page = page.filter(|_| sdk_client.is_none());
            Operation { name, sdk_client, page, actions }
        })
}

/// Generates a service whose names have different identifiers.
pub fn service() -> impl Strategy<Value = Service> {
    let lists = (vec(action(), 0..5), vec(resource_type(), 0..4), vec(condition_key(), 0..4), vec(operation(), 0..5));
    let prefix = "[a-z]([a-z0-9-]{0,4}[a-z0-9])?";
    let edition = option::of((0..=9999_u16, 1..=12_u8))
        .prop_map(|month| month.and_then(|(year, month)| Edition::new(year, month)));
    let page = (r"list_[a-z0-9.,_ -]{1,9}\.md", edition).prop_map(|(file, edition)| Page { file, edition });
    let pages = vec(page, 1..3);
    (prefix, name(), pages, bool::ANY, lists).prop_map(|(prefix, name, pages, left_out, lists)| {
        let (actions, types, condition_keys, all_operations) = lists;
        let (mut seen_actions, mut seen_types, mut seen_keys) = (HashSet::new(), HashSet::new(), HashSet::new());
        let condition_keys: Vec<_> = condition_keys
            .into_iter()
            .filter(|key| rust_names::condition_key(&key.name, &prefix).is_some_and(|name| seen_keys.insert(name)))
            .collect();
        let key_names: Vec<_> = condition_keys.iter().map(|key| key.name.clone()).collect();
        let resource_types: Vec<_> = types
            .into_iter()
            .filter(|(item, _)| seen_types.insert(rust_names::variant(&item.name)))
            .map(|(item, of)| ResourceType { condition_keys: keys(&of, &key_names), ..item })
            .collect();
        let type_names: Vec<_> = resource_types.iter().map(|item| item.name.clone()).collect();
        let row = |(types, of, dependent_actions): Row| Requirement {
            resource_types: resources(&types, &type_names),
            condition_keys: keys(&of, &key_names),
            dependent_actions,
        };
        let scenario = |(name, types)| Scenario { name, resource_types: resources(&types, &type_names) };
        let actions = actions
            .into_iter()
            .filter(|(action, ..)| seen_actions.insert(rust_names::variant(&action.name)))
            .map(|(action, rows, scenarios)| Action {
                rows: rows.into_iter().map(row).collect(),
                scenarios: scenarios.into_iter().map(scenario).collect(),
                ..action
            })
            .collect();
        let left_out = if left_out { vec![LeftOut::Actions] } else { Vec::new() };
        let mut service =
            Service { prefix, name, pages, left_out, actions, operations: Vec::new(), resource_types, condition_keys };
        let to_place: Vec<_> = service.actions.iter().map(|action| service.reference_url(action)).collect();
        for (action, to_place) in service.actions.iter_mut().zip(to_place) {
            if action.url.as_deref() == Some(TO_PLACE) {
                action.url = to_place;
            }
        }
        for operation in all_operations {
            service.operations.push(operation);
            let mut errors = Vec::new();
            let _ =
                check::identifiers(&[without_places(service.clone())], &ChosenIdentifiers::repository(), &mut errors);
            if !errors.is_empty() {
                service.operations.pop();
            }
        }
        service
    })
}

/// Generates services sorted by prefix.
pub fn services() -> impl Strategy<Value = Vec<Service>> {
    vec(service(), 0..4).prop_map(|mut services| {
        services.sort_by(|a, b| a.prefix.cmp(&b.prefix));
        services.dedup_by(|a, b| rust_names::module(&a.prefix) == rust_names::module(&b.prefix));
        services
    })
}

/// Generates the service with all its lists in another order. It states the same facts.
pub fn shuffled(service: Service) -> impl Strategy<Value = Service> {
    Just((service.actions, service.operations, service.resource_types, service.condition_keys)).prop_flat_map(
        move |(actions, operations, resource_types, condition_keys)| {
            let rest = Service { prefix: service.prefix.clone(), name: service.name.clone(), ..Service::default() };
            let rest = Service { left_out: service.left_out.clone(), pages: service.pages.clone(), ..rest };
            (
                Just(actions).prop_shuffle(),
                Just(operations).prop_shuffle(),
                Just(resource_types).prop_shuffle(),
                Just(condition_keys).prop_shuffle(),
            )
                .prop_map(move |(mut actions, mut operations, mut resource_types, condition_keys)| {
                    for action in &mut actions {
                        action.rows.reverse();
                        action.scenarios.reverse();
                        action.access_levels.reverse();
                        for row in &mut action.rows {
                            row.resource_types.reverse();
                            row.condition_keys.reverse();
                            if let Some(list) = &mut row.dependent_actions {
                                list.reverse();
                            }
                        }
                    }
                    for operation in &mut operations {
                        operation.actions.reverse();
                    }
                    for item in &mut resource_types {
                        item.arns.reverse();
                        item.condition_keys.reverse();
                    }
                    Service { actions, operations, resource_types, condition_keys, ..rest.clone() }
                })
        },
    )
}
