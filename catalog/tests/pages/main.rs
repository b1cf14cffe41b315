//! Compares every fact of the crate with AWS's pages, and every fact of the pages with the crate. A simple reader,
//! which is independent of the generator, reads the pages that each service names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may panic")]

mod reader;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

use catalog::{AccessLevels, AnyAction, AnyOperation, AnyResourceType, Service, services};
use reader::Page;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src")
}

/// Returns each service with its newest page. Older pages contribute only descriptions and links.
fn services_and_pages() -> impl Iterator<Item = (Service, Page)> {
    services().map(|service| {
        let mut newest = service.pages().filter(|page| page.edition == service.edition());
        let name = newest.next().unwrap().file_name;
        assert!(newest.next().is_none(), "{service}: this test does not merge pages");
        let page = reader::read(&std::fs::read_to_string(folder().join(name)).unwrap());
        assert_eq!(page.prefix, service.prefix(), "{name}");
        (service, page)
    })
}

/// Checks that two lists have the same entries in the same order. It compares entry by entry, so that a failure shows
/// the different entry and not two long lists.
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
    let keys = action.condition_keys().iter().map(|key| key.name().to_owned());
    let mut condition_keys: Vec<String> = keys.chain(action.undefined_condition_keys().map(str::to_owned)).collect();
    condition_keys.sort_unstable();
    reader::Action {
        name: action.name().to_owned(),
        url: action.url().map(str::to_owned),
        permission_only: action.is_permission_only(),
        access_levels: levels(action.access_levels()),
        resource_types: action
            .resource_types()
            .iter()
            .map(|taken| (taken.resource_type.name().to_owned(), taken.is_required()))
            .collect(),
        condition_keys,
        dependent_actions: action.dependent_actions().map(|names| names.iter().map(str::to_owned).collect()),
    }
}

#[test]
fn every_action_is_as_its_page_has_it() {
    let mut count = 0;
    for (service, page) in services_and_pages() {
        let mut found: Vec<_> = service.actions().map(action).collect();
        if service.pages().len() > 1 {
            // The link may come from an older page, so ignore it if the newest page has no link.
            for (found, expected) in found.iter_mut().zip(&page.actions) {
                found.url = found.url.take().filter(|_| expected.url.is_some());
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
            .map(|key| key.name().to_owned())
            .chain(of.undefined_condition_keys().map(str::to_owned))
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
