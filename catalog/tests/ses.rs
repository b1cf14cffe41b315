//! Amazon SES, held against the page it comes from, which is read here in another and simpler way.

use std::{fs, path::Path};

use catalog::{AnyAction, AnyConditionKey, ConditionKeyType, Service, ses};

/// The cells of the rows whose first cell begins with this, as the page has them, without the backslashes.
fn rows(first_cell: &str) -> Vec<Vec<String>> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src/list_amazonses.md");
    let page = fs::read_to_string(page).unwrap_or_default();
    let rows = page.lines().filter(|line| line.starts_with(first_cell));
    rows.map(|row| row.split('|').map(|cell| cell.trim().replace('\\', "")).collect()).collect()
}

/// The text and the target of `[text](target)`.
fn link(cell: &str) -> (&str, &str) {
    let inner = cell.strip_prefix('[').and_then(|cell| cell.strip_suffix(')'));
    inner.and_then(|inner| inner.split_once("](")).unwrap_or_default()
}

fn in_three_cases(name: &str) -> [String; 3] {
    let mixed = |(position, c): (usize, char)| {
        if position % 2 == 0 { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
    };
    [name.to_ascii_uppercase(), name.to_ascii_lowercase(), name.chars().enumerate().map(mixed).collect()]
}

#[test]
fn every_row_of_the_actions_table_is_an_action() {
    let rows = rows("| [").into_iter().filter(|cells| cells.len() == 8).collect::<Vec<_>>();
    assert_eq!(rows.len(), 70);
    assert_eq!(ses::Action::ALL.len(), 70);
    for (cells, action) in rows.iter().zip(ses::Action::ALL) {
        let (name, url) = link(&cells[1]);
        assert_eq!(action.name(), name);
        assert_eq!(action.url(), Some(url));
        assert_eq!(action.description(), Some(&*cells[2]));
        // Columns "Access Level", "Resource Types", "Condition Keys" and "Dependent Actions" are empty: the first is not
        // stated, the others say that there is none.
        assert!(cells[3..7].iter().all(String::is_empty));
        assert!(!action.access_levels().is_stated());
        assert!(!action.supports_resources() && action.resource_types().is_empty());
        assert!(action.condition_keys().is_empty());
        assert!(action.dependent_actions().is_some_and(|names| names.is_empty()));
        assert!(!action.is_permission_only());
    }
}

#[test]
fn every_row_of_the_condition_keys_table_is_a_condition_key() {
    let rows = rows("| [ses:");
    assert_eq!(rows.len(), 4);
    assert_eq!(ses::ConditionKey::ALL.len(), 4);
    for (cells, key) in rows.iter().zip(ses::ConditionKey::ALL) {
        assert_eq!((key.name(), key.url().unwrap()), link(&cells[1]));
        assert_eq!(key.description(), Some(&*cells[2]));
        assert_eq!(key.value_type(), ConditionKeyType::from_name(&cells[3]));
        assert_eq!(key.value_type(), Some(ConditionKeyType::String));
    }
    assert!(ses::ResourceType::ALL.is_empty());
}

#[test]
fn every_action_reads_back_in_any_case() {
    for action in ses::Action::ALL {
        let full = action.to_string();
        assert_eq!(full, format!("ses:{}", action.name()));
        for text in in_three_cases(&full).iter().chain([&full]) {
            assert_eq!(text.parse(), Ok(*action), "{text}");
            assert_eq!(text.parse(), Ok(action.any()), "{text}");
        }
        for name in in_three_cases(action.name()) {
            assert_eq!(ses::SERVICE.action(&name), Some(action.any()));
        }
        assert_eq!(action.any().typed(), Some(*action));
    }
}

#[test]
fn every_condition_key_reads_back_in_any_case() {
    for key in ses::ConditionKey::ALL {
        for text in in_three_cases(key.name()) {
            assert_eq!(text.parse(), Ok(*key), "{text}");
            assert_eq!(text.parse(), Ok(key.any()), "{text}");
            assert_eq!(ses::SERVICE.condition_key(&text), Some(key.any()));
        }
        assert_eq!(AnyConditionKey::from(*key).to_string(), key.name());
    }
}

#[test]
fn a_handle_says_what_the_variant_says() {
    for (action, any) in ses::Action::ALL.iter().zip(ses::SERVICE.actions()) {
        assert_eq!(any.name(), action.name());
        assert_eq!(any.to_string(), action.to_string());
        assert_eq!(any.url(), action.url());
        assert_eq!(any.description(), action.description());
        assert_eq!(any.access_levels(), action.access_levels());
        assert_eq!(any.dependent_actions(), action.dependent_actions());
        assert_eq!(any.service(), ses::SERVICE);
    }
    assert_eq!(ses::SERVICE.actions().len(), 70);
}

#[test]
fn the_service_knows_itself() {
    assert_eq!((ses::SERVICE.prefix(), ses::SERVICE.name()), ("ses", "Amazon SES"));
    assert_eq!(Service::find("sEs"), Some(ses::SERVICE));
    assert!(!ses::SERVICE.actions_are_left_out());
    assert_eq!(catalog::services().collect::<Vec<_>>(), [ses::SERVICE]);
    assert_eq!(catalog::services().len(), 1);
    assert_eq!(ses::SERVICE.condition_keys().len(), 4);
    assert_eq!(ses::SERVICE.resource_types().len(), 0);
}

#[test]
fn order_is_catalogue_order() {
    assert!(ses::Action::ALL.is_sorted());
    let handles: Vec<AnyAction> = ses::SERVICE.actions().collect();
    assert!(handles.is_sorted());
}

#[test]
fn errors_say_what_is_wrong_and_what_was_meant() {
    let wrong = |text: &str| text.parse::<ses::Action>().unwrap_err().to_string();
    assert_eq!(wrong("ses:SendEmial"), "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?");
    assert_eq!(wrong("s3:GetObject"), "`s3:GetObject` is of another service than Amazon SES");
    let any = |text: &str| text.parse::<AnyAction>().unwrap_err().to_string();
    assert_eq!(any("sse:SendEmail"), "unknown service prefix in `sse:SendEmail`: did you mean `ses:SendEmail`?");
    assert_eq!(any("ses:Send*"), "`ses:Send*` is a pattern where one action is wanted");
    let key = |text: &str| text.parse::<ses::ConditionKey>().unwrap_err().to_string();
    assert_eq!(key("ses:FromAdress"), "unknown condition key `ses:FromAdress`: did you mean `ses:FromAddress`?");
}
