//! Finds the statements and the variables in a configuration of the Serverless Framework.

use alloc::{string::ToString as _, vec::Vec};

#[cfg(feature = "std")]
use super::statements::{with_some_variables, with_variables};
use crate::{
    json::{Data, Value},
    kind::PolicyKind,
    part::{Content, Part, Pointer},
    shape::{get, members, resembles_statement},
};

/// The places of statements in the member `provider`, each with the kind of its policy.
///
/// Source: [IAM](https://www.serverless.com/framework/docs/providers/aws/guide/iam), and the guide to API Gateway
/// next to it, 2026-11.
const PROVIDER: &[(&[&str], PolicyKind)] = &[
    (&["iam", "role", "statements"], PolicyKind::Identity),
    (&["iamRoleStatements"], PolicyKind::Identity),
    (&["apiGateway", "resourcePolicy"], PolicyKind::Resource),
    (&["resourcePolicy"], PolicyKind::Resource),
];

/// The beginnings of variables that the Serverless Framework replaces, also in the files that a configuration includes.
/// None of them is the beginning of a policy variable of IAM.
///
/// Source: [Variables](https://www.serverless.com/framework/docs/providers/aws/guide/variables), 2026-11.
#[cfg(feature = "std")]
const VARIABLES: &[&str] =
    &["${self:", "${opt:", "${file(", "${env:", "${param:", "${sls:", "${cf:", "${cf(", "${ssm:/", "${ssm("];

/// Returns a tree in which the variables of the Serverless Framework are holes. In a configuration, these are all
/// variables.
#[cfg(feature = "std")]
pub(super) fn with_holes<'t>(tree: Value<'t>, text: &str) -> Value<'t> {
    if is_configuration(&tree) {
        return with_variables(&tree);
    }
    if VARIABLES.iter().any(|variable| text.contains(variable)) {
        return with_some_variables(&tree, &|text| VARIABLES.iter().any(|variable| text.starts_with(variable)));
    }
    tree
}

fn is_configuration(tree: &Value<'_>) -> bool {
    get(tree, "provider").is_some() && get(tree, "service").is_some()
}

/// Adds the lists of statements in a configuration of the Serverless Framework to the parts.
pub(super) fn statements<'t>(tree: &'t Value<'t>, pointer: &str, found: &mut Vec<Part<'t>>) {
    let Some(provider) = get(tree, "provider").filter(|_| is_configuration(tree)) else { return };
    let mut add = |at: &[&str], list: Option<&'t Value<'t>>, kind| {
        let Some(list) = list.filter(|list| is_list_of_statements(list)) else { return };
        let mut pointer = Pointer::below(pointer);
        for name in at {
            pointer.enter(name);
        }
        found.push(Part {
            content: Content::Statements(list),
            pointer: pointer.as_str().to_string(),
            kind: Some(kind),
        });
    };
    for (path, kind) in PROVIDER {
        let list = path.iter().try_fold(provider, |value, name| get(value, name));
        let at: Vec<&str> = ["provider"].iter().chain(*path).copied().collect();
        add(&at, list, *kind);
    }
    // A plugin gives each function its own role.
    for function in get(tree, "functions").and_then(members).unwrap_or_default() {
        let name = "iamRoleStatements";
        add(&["functions", &function.name, name], get(&function.value, name), PolicyKind::Identity);
    }
}

fn is_list_of_statements(value: &Value<'_>) -> bool {
    matches!(&value.data, Data::Array(items) if items.iter().any(resembles_statement))
}
