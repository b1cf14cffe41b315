//! Compares the table of services on the front page of the documentation with the catalog.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use catalog::Service;

const TABLE: &str = include_str!("../src/services.md");

#[test]
fn the_table_of_services_is_the_catalog() {
    // Remove Markdown's backslash escapes, so that the cells can be compared with names.
    let rows = TABLE.lines().filter(|line| line.starts_with("| [")).map(|line| line.replace('\\', ""));
    let rows: Vec<String> = rows.collect();
    let services: Vec<String> = catalog::services().map(row).collect();
    assert_eq!(rows, services);
}

/// Returns the row of a service in the table.
fn row(service: Service) -> String {
    let (prefix, name) = (service.prefix(), service.name());
    let module = prefix.replace('-', "_");
    let [actions, types, keys] =
        [service.actions().len(), service.resource_types().len(), service.condition_keys().len()];
    let more = if service.actions_are_left_out() { " and more" } else { "" };
    let edition = service.edition().unwrap();
    let as_of = if Some(edition) == catalog::edition() { String::new() } else { format!(" (as of {edition})") };
    format!("| [`{prefix}`](mod@{module}) | {name}{as_of} | {actions}{more} | {types} | {keys} |")
}

#[test]
fn the_table_says_how_much_there_is() {
    let counts = [catalog::actions().count(), catalog::resource_types().count(), catalog::condition_keys().count()];
    let said: Vec<usize> = TABLE
        .lines()
        .find_map(|line| line.strip_prefix("In total: "))
        .unwrap()
        .split(' ')
        .filter_map(|word| word.trim_end_matches(',').replace(',', "").parse().ok())
        .collect();
    assert_eq!(said, counts);
    assert!(TABLE.contains(&format!(", as of {}.\n", catalog::edition().unwrap())));
}

#[test]
fn the_table_says_which_facts_are_of_another_month() {
    let kinds = [catalog::FactKind::PermissionOnlyMarks, catalog::FactKind::DependentActions];
    let others: Vec<_> = kinds.map(catalog::edition_of).into_iter().filter(|of| *of != catalog::edition()).collect();
    let sentence = TABLE.lines().skip_while(|line| !line.starts_with("In total: ")).nth(1).unwrap();
    assert_eq!(sentence.is_empty(), others.is_empty(), "{sentence}");
    for edition in others {
        assert!(sentence.contains(&format!("as of {}", edition.unwrap())), "{sentence}");
    }
}
