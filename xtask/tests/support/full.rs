//! Builds a service with ten facts of every kind.

#![allow(unreachable_pub, reason = "each test crate includes this file")]

use xtask::model::{
    AccessLevel, Action, ActionResource, AuthorizedAction, ConditionKey, ConditionKeyType, Edition, Operation, Page,
    Requirement, ResourceType, Scenario, Service,
};

/// Returns a service with ten facts of every kind. For example, it has ten actions with everything that an action can
/// have.
pub fn full(prefix: &str) -> Service {
    let name = |what: &str, nth: usize| format!("{what}{nth}");
    let text = |text: &str| Some(text.to_owned());
    let resource = |nth| ActionResource { name: name("type", nth), required: Some(true) };
    let action = |nth| Action {
        name: name("Action", nth),
        permission_only: true,
        description: text("Acts."),
        url: text("https://example.com/"),
        page: None,
        access_levels: vec![AccessLevel::Write],
        rows: vec![Requirement {
            resource_types: vec![resource(nth)],
            condition_keys: vec![name("x:key", nth)],
            dependent_actions: Some(vec!["iam:PassRole".to_owned()]),
        }],
        scenarios: vec![Scenario { name: "One".to_owned(), resource_types: vec![resource(nth)] }],
    };
    let operation = |nth| Operation {
        name: name("Operation", nth),
        page: None,
        sdk_client: text("x"),
        actions: vec![AuthorizedAction {
            action: "iam:PassRole".to_owned(),
            condition_key: text("iam:PassedToService"),
            values: vec!["x.amazonaws.com".to_owned()],
            access_levels: vec![AccessLevel::Write],
        }],
    };
    let resource_type = |nth| ResourceType {
        name: name("type", nth),
        arns: vec!["arn:x".to_owned()],
        condition_keys: vec![name("x:key", nth)],
        url: text("https://example.com/"),
    };
    let key = |nth| ConditionKey {
        name: name("x:key", nth),
        value_type: Some(ConditionKeyType::String),
        description: text("A key."),
        url: text("https://example.com/"),
    };
    Service {
        prefix: prefix.to_owned(),
        name: "Example".to_owned(),
        pages: vec![Page { file: format!("list_{prefix}.md"), edition: Edition::new(2026, 9) }],
        left_out: Vec::new(),
        actions: (0..10).map(action).collect(),
        operations: (0..10).map(operation).collect(),
        resource_types: (0..10).map(resource_type).collect(),
        condition_keys: (0..10).map(key).collect(),
    }
}
