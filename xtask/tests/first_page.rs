//! Tests the project's first page by itself, against a second, simple reader.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::path::Path;
use support::{tree, xtask};
use xtask::diagnostic::Code;
use xtask::export;
use xtask::model::{ConditionKeyType, Requirement, Service};
use xtask::progress::Progress;

/// Creates a directory with only this page.
fn alone() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src/list_amazonses.md");
    std::fs::create_dir(folder.path().join("docs-src")).unwrap();
    std::fs::copy(page, folder.path().join("docs-src/list_amazonses.md")).unwrap();
    folder
}

/// Returns the service that the generator reads.
fn service(folder: &Path) -> Service {
    let (report, reference) = export::run(&folder.join("docs-src"), "docs-src", Progress::Hidden);
    let codes: Vec<_> = report.found.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::HeadingDiffers], "AWS called the service SES in one heading");
    let mut services = reference.unwrap().services;
    assert_eq!(services.len(), 1);
    services.remove(0)
}

/// Returns the cells of the rows that begin with `first_cell`, without backslashes.
fn rows(folder: &Path, first_cell: &str) -> Vec<Vec<String>> {
    let page = std::fs::read_to_string(folder.join("docs-src/list_amazonses.md")).unwrap();
    let rows = page.lines().filter(|line| line.starts_with(first_cell));
    rows.map(|row| row.split('|').map(|cell| cell.trim().replace('\\', "")).collect()).collect()
}

/// Splits `[text](target)` into its text and its target.
fn link(cell: &str) -> (&str, Option<&str>) {
    let inner = cell.strip_prefix('[').and_then(|cell| cell.strip_suffix(')'));
    let (text, target) = inner.and_then(|inner| inner.split_once("](")).unwrap();
    (text, Some(target))
}

#[test]
fn every_row_of_the_actions_table_is_an_action() {
    let folder = alone();
    let service = service(folder.path());
    let rows: Vec<_> = rows(folder.path(), "| [").into_iter().filter(|cells| cells.len() == 8).collect();
    assert_eq!((rows.len(), service.actions.len()), (70, 70));
    for (cells, action) in rows.iter().zip(&service.actions) {
        assert_eq!((action.name.as_str(), action.url.as_deref()), link(&cells[1]));
        assert_eq!(action.description.as_deref(), Some(&*cells[2]));
        // The columns from "Access level" to "Dependent actions" are empty. An empty access level is not stated. The
        // other empty cells state that there are none.
        assert!(cells[3..7].iter().all(String::is_empty));
        assert!(action.access_levels.is_empty() && action.scenarios.is_empty() && !action.permission_only);
        let nothing = Requirement { dependent_actions: Some(Vec::new()), ..Requirement::default() };
        assert_eq!(action.rows, [nothing]);
    }
}

#[test]
fn every_row_of_the_condition_keys_table_is_a_condition_key_and_nothing_else_is_there() {
    let folder = alone();
    let service = service(folder.path());
    let rows = rows(folder.path(), "| [ses:");
    assert_eq!((rows.len(), service.condition_keys.len()), (4, 4));
    for (cells, key) in rows.iter().zip(&service.condition_keys) {
        assert_eq!((key.name.as_str(), key.url.as_deref()), link(&cells[1]));
        assert_eq!(key.description.as_deref(), Some(&*cells[2]));
        assert_eq!(key.value_type, ConditionKeyType::from_name(&cells[3]));
        assert_eq!(key.value_type, Some(ConditionKeyType::String));
    }
    assert_eq!((service.prefix.as_str(), service.name.as_str()), ("ses", "Amazon SES"));
    assert!(service.resource_types.is_empty() && service.operations.is_empty() && service.left_out.is_empty());
}

#[test]
fn the_generated_file_says_the_same() {
    let folder = alone();
    let run = xtask(folder.path(), &["regen", "--docs-src", "docs-src", "--out", "out"]);
    let counts = "1 page, 1 service, 70 actions, 0 resource types, 4 condition keys; 144 of 144 rows read;";
    assert!(run.stdout.starts_with(counts), "{}{}", run.stdout, run.stderr);
    let files = tree(&folder.path().join("out"));
    let services: Vec<_> = files.keys().filter(|path| path.starts_with("catalog/src/services/")).collect();
    assert_eq!(services, ["catalog/src/services/ses.rs"]);
    let text = String::from_utf8(files["catalog/src/services/ses.rs"].clone()).unwrap();
    let variants = |name: &str| {
        let file = syn::parse_file(&text).unwrap();
        let mut enums = file.items.into_iter().filter_map(|item| match item {
            syn::Item::Enum(item) if item.ident == name => Some(item.variants.len()),
            _ => None,
        });
        enums.next()
    };
    assert_eq!(["Action", "ConditionKey", "ResourceType"].map(variants), [Some(70), Some(4), Some(0)]);
    // The page states no ARNs, so the generated file has none.
    assert!(!text.to_ascii_lowercase().contains("arn:"));
    assert!(text.contains("dependent_actions_stated"), "an empty list is stated as none");
}
