//! Every fact of the crate is the page's, and every fact of the pages is in the crate: held against what a plain reader
//! finds on the pages that each service says it comes from.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing that is wrong"
)]

mod reader;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

use catalog::{AccessLevels, AnyAction, AnyConditionKey, AnyOperation, AnyResourceType, Service, services};
use reader::Page;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src")
}

/// Each service with the page of its edition. An older page lends words alone.
fn services_and_pages() -> impl Iterator<Item = (Service, Page)> {
    services().map(|service| {
        let mut newest = service.pages().filter(|page| page.edition == service.edition());
        let name = newest.next().unwrap().file_name;
        assert!(newest.next().is_none(), "{service}: this test does not unite pages");
        let page = reader::read(&std::fs::read_to_string(folder().join(name)).unwrap());
        assert_eq!(page.prefix, service.prefix(), "{name}");
        (service, page)
    })
}

/// The same entries in the same order. One after the other, so that what differs is not lost in a long list.
fn same<T: PartialEq + Debug>(service: Service, found: &[T], expected: &[T]) {
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found, expected, "{service}");
    }
    assert_eq!(found.len(), expected.len(), "{service}");
}

fn levels(levels: AccessLevels) -> Vec<String> {
    let mut levels: Vec<String> = levels.iter().map(|level| level.to_string()).collect();
    levels.sort_unstable();
    levels
}

fn action(action: AnyAction) -> reader::Action {
    let undefined =
        action.undefined_resource_types().map(|taken| (taken.resource_type.to_owned(), taken.is_required()));
    let keys = action.condition_keys().iter().map(AnyConditionKey::name).chain(action.undefined_condition_keys());
    let sorted = |names: &mut dyn Iterator<Item = &'static str>| {
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        names.sort_unstable();
        names
    };
    reader::Action {
        name: action.name().to_owned(),
        // A link to the action's own place on its page is not kept, because it follows from the names.
        url: action.url().map_or_else(|| action.reference_url().to_string(), str::to_owned),
        permission_only: action.is_permission_only(),
        access_levels: levels(action.access_levels()),
        resource_types: action
            .resource_types()
            .iter()
            .map(|taken| (taken.resource_type.name().to_owned(), taken.is_required()))
            .chain(undefined)
            .collect(),
        condition_keys: sorted(&mut { keys }),
        dependent_actions: action.dependent_actions().map(|names| sorted(&mut names.iter())),
    }
}

#[test]
fn every_action_is_as_its_page_has_it() {
    let mut count = 0;
    for (service, page) in services_and_pages() {
        let mut found: Vec<_> = service.actions().map(action).collect();
        for ((found, page), action) in found.iter_mut().zip(&page.actions).zip(service.actions()) {
            // Where the page has no link, the catalog has none.
            if page.url.is_empty() && action.url().is_none() {
                found.url.clear();
            }
        }
        same(service, &found, &page.actions);
        assert_eq!(service.actions_are_left_out(), page.actions.is_empty(), "{service}");
        count += page.actions.len();
    }
    assert_eq!(count, catalog::actions().len());
}

fn resource_type(of: AnyResourceType) -> reader::ResourceType {
    reader::ResourceType {
        name: of.name().to_owned(),
        #[cfg(feature = "arn")]
        arns: of.arn_formats().iter().map(|format| format.as_str().to_owned()).collect(),
        #[cfg(not(feature = "arn"))]
        arns: Vec::new(),
        condition_keys: of
            .condition_keys()
            .iter()
            .map(AnyConditionKey::name)
            .chain(of.undefined_condition_keys())
            .map(str::to_owned)
            .collect(),
    }
}

#[test]
fn every_resource_type_is_as_its_page_has_it() {
    let mut count = 0;
    for (service, mut page) in services_and_pages() {
        if cfg!(not(feature = "arn")) {
            page.resource_types.iter_mut().for_each(|of| of.arns.clear());
        }
        let found: Vec<_> = service.resource_types().map(resource_type).collect();
        same(service, &found, &page.resource_types);
        count += found.len();
    }
    assert_eq!(count, catalog::resource_types().count());
}

#[test]
fn every_condition_key_is_as_its_page_has_it() {
    let mut count = 0;
    for (service, page) in services_and_pages() {
        let found: Vec<_> = service
            .condition_keys()
            .map(|key| reader::ConditionKey {
                name: key.name().to_owned(),
                value_type: key.value_type().map(|of| of.name().to_owned()).unwrap_or_default(),
            })
            .collect();
        same(service, &found, &page.condition_keys);
        count += found.len();
    }
    assert_eq!(count, catalog::condition_keys().count());
}

fn operation(operation: AnyOperation) -> reader::Operation {
    reader::Operation {
        name: operation.name().to_owned(),
        authorized_by: operation
            .authorized_by()
            .iter()
            .map(|authorized| (authorized.action().to_owned(), levels(authorized.access_levels())))
            .collect(),
    }
}

#[test]
fn every_operation_is_as_its_page_has_it() {
    let mut count = 0;
    for (service, page) in services_and_pages() {
        let found: Vec<_> = service.operations().map(operation).collect();
        same(service, &found, &page.operations);
        count += found.len();
    }
    assert_eq!(count, catalog::operations().count());
}

#[test]
fn every_page_is_of_a_service() {
    let stated: BTreeSet<String> = services().flat_map(Service::pages).map(|page| page.file_name.to_owned()).collect();
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(stated, files.filter(|name| name.starts_with("list_")).collect());
}
