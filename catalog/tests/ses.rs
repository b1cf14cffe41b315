//! Compares Amazon SES with its pages, which this test reads in a simpler way than the generator.

use std::{collections::BTreeSet, fs, path::Path};

use catalog::{AccessLevel, AccessLevels, AnyAction, AnyConditionKey, ConditionKeyType, Edition, Service, ses};

/// Reads a page and removes the backslashes.
fn page(file_name: &str) -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src").join(file_name);
    fs::read_to_string(page).unwrap_or_default().replace('\\', "")
}

/// Returns the cells of the rows whose first cell begins with `first_cell`.
fn rows(page: &str, first_cell: &str) -> Vec<Vec<String>> {
    let rows = page.lines().filter(|line| line.starts_with(first_cell));
    rows.map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// Returns the text and the target of each `[text](target)` link in a line.
fn links(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split('[').skip(1).filter_map(|rest| {
        let (text, rest) = rest.split_once("](")?;
        Some((text, rest.split_once(')')?.0))
    })
}

/// Returns the value after a label in a list item.
fn field<'l>(line: &'l str, label: &str) -> Option<&'l str> {
    line.split_once(label).map(|(_, rest)| rest.split(" / **").next().unwrap_or_default().trim())
}

/// An action as today's page lists it, with its rows merged.
#[derive(Default)]
struct Listed {
    name: String,
    permission_only: bool,
    access_levels: AccessLevels,
    resource_types: BTreeSet<(String, bool)>,
    condition_keys: BTreeSet<String>,
    dependent_actions: Option<Vec<String>>,
}

fn listed(page: &str) -> Vec<Listed> {
    let mut actions: Vec<Listed> = Vec::new();
    let (mut in_actions, mut permission_only) = (false, false);
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            permission_only = heading.starts_with("Permission-only actions");
            in_actions = permission_only || heading.starts_with("Actions defined");
        } else if let Some(name) = line.strip_prefix("- **").filter(|_| in_actions) {
            // Today's page has the names without links.
            let name = name.trim_end_matches("**").trim().to_owned();
            actions.push(Listed { name, permission_only, ..Listed::default() });
        } else if let Some(action) = actions.last_mut().filter(|_| in_actions) {
            if let Some(types) = field(line, "**Resource types (*required):**") {
                let required = |name: &str| (name.trim_end_matches('*').to_owned(), name.ends_with('*'));
                action.resource_types.extend(links(types).map(|(name, _)| required(name)));
            }
            if let Some(keys) = field(line, "**Condition keys:**") {
                action.condition_keys.extend(links(keys).map(|(name, _)| name.to_owned()));
            }
            if let Some(names) = field(line, "**Dependent actions:**") {
                let all = action.dependent_actions.get_or_insert_default();
                all.extend(links(names).map(|(name, _)| name.to_owned()));
            }
            if let Some(levels) = field(line, "**Access level:**") {
                let level = |name: &str| AccessLevel::from_name(name.trim());
                action.access_levels = levels.split(',').filter_map(level).collect();
            }
        }
    }
    actions
}

fn in_three_cases(name: &str) -> [String; 3] {
    let mixed = |(position, c): (usize, char)| {
        if position % 2 == 0 { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
    };
    [name.to_ascii_uppercase(), name.to_ascii_lowercase(), name.chars().enumerate().map(mixed).collect()]
}

#[test]
fn every_action_that_today_s_page_lists_is_an_action_and_takes_what_it_says() {
    let page = page("list_ses.md");
    let listed = listed(&page);
    assert_eq!(listed.len(), ses::Action::ALL.len());
    for (listed, action) in listed.iter().zip(ses::Action::ALL) {
        let name = &listed.name;
        assert_eq!(action.name(), name);
        let dependent = action.dependent_actions().map(|names| names.iter().map(str::to_owned).collect());
        assert_eq!(dependent, listed.dependent_actions, "{name}");
        assert_eq!(action.access_levels(), listed.access_levels, "{name}");
        assert_eq!(action.is_permission_only(), listed.permission_only, "{name}");
        let types =
            action.resource_types().iter().map(|taken| (taken.resource_type.name().to_owned(), taken.is_required()));
        assert_eq!(types.collect::<BTreeSet<_>>(), listed.resource_types, "{name}");
        assert_eq!(action.supports_resources(), !listed.resource_types.is_empty(), "{name}");
        let keys = action.condition_keys().iter().map(|key| key.name().to_owned());
        assert_eq!(keys.collect::<BTreeSet<_>>(), listed.condition_keys, "{name}");
    }
}

#[test]
fn every_row_of_the_actions_table_of_2018_lends_its_action_aws_s_words() {
    let page = page("list_amazonses.md");
    let rows = rows(&page, "| [").into_iter().filter(|cells| cells.len() == 8).collect::<Vec<_>>();
    assert_eq!(rows.len(), 70);
    for cells in &rows {
        let (name, url) = links(&cells[1]).next().unwrap();
        let action: ses::Action = format!("ses:{name}").parse().unwrap();
        assert_eq!(action.description(), Some(&*cells[2]));
        let place = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_ses.html#list_ses-action-";
        // Today's page has no links, so the link comes from the page of 2018.
        assert_eq!((action.url(), action.reference_url().to_string()), (Some(url), format!("{place}{name}")));
    }
    assert_eq!(ses::Action::ALL.iter().filter(|action| action.description().is_some()).count(), 70);
}

#[test]
fn every_row_of_the_condition_keys_table_is_a_condition_key() {
    let (today, first) = (page("list_ses.md"), page("list_amazonses.md"));
    let keys = today.split_once("## Condition keys for").unwrap().1;
    let keys = rows(keys, "|   ");
    assert_eq!(keys.len(), ses::ConditionKey::ALL.len());
    for (cells, key) in keys.iter().zip(ses::ConditionKey::ALL) {
        assert_eq!(key.name(), cells[1]);
        assert_eq!(key.value_type(), ConditionKeyType::from_name(&cells[3]));
        assert!(key.value_type().is_some());
    }
    // The page of 2018 states `String`.
    assert_eq!(ses::ConditionKey::Recipients.value_type(), Some(ConditionKeyType::ArrayOfString));
    let described = rows(&first, "| [ses:");
    assert_eq!(described.len(), 4);
    for cells in &described {
        let (name, url) = links(&cells[1]).next().unwrap();
        let key: ses::ConditionKey = name.parse().unwrap();
        assert_eq!((key.url(), key.description()), (Some(url), Some(&*cells[2])));
    }
    assert_eq!(ses::ConditionKey::ALL.iter().filter(|key| key.description().is_some()).count(), 4);
}

#[test]
fn every_row_of_the_resource_types_table_is_a_resource_type() {
    let page = page("list_ses.md");
    let types = page.split_once("## Resource types defined by").unwrap().1.split_once("\n## ").unwrap().0;
    let types = rows(types, "|  ");
    assert_eq!(types.len(), ses::ResourceType::ALL.len());
    for (cells, kind) in types.iter().zip(ses::ResourceType::ALL) {
        assert_eq!(kind.name(), cells[1]);
        let keys: BTreeSet<_> = kind.condition_keys().iter().map(|key| key.name().to_owned()).collect();
        assert_eq!(keys, links(&cells[3]).map(|(name, _)| name.to_owned()).collect());
    }
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
            // Many services list `aws:` keys, so parsing such a name may return the key of another service. Parsing a
            // `ses:` name always returns the key of SES.
            let any: AnyConditionKey = text.parse().unwrap();
            assert_eq!(any.name(), key.name(), "{text}");
            assert!(any == key.any() || !key.name().starts_with("ses:"), "{text}");
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
    assert_eq!(ses::SERVICE.actions().len(), ses::Action::ALL.len());
}

#[test]
fn the_service_knows_itself() {
    assert_eq!((ses::SERVICE.prefix(), ses::SERVICE.name()), ("ses", "Amazon SES"));
    assert_eq!(Service::find("sEs"), Some(ses::SERVICE));
    assert!(!ses::SERVICE.actions_are_left_out());
    assert_eq!(catalog::services().filter(|service| service.prefix() == "ses").collect::<Vec<_>>(), [ses::SERVICE]);
    assert_eq!(ses::SERVICE.condition_keys().len(), ses::ConditionKey::ALL.len());
    assert_eq!(ses::SERVICE.resource_types().len(), ses::ResourceType::ALL.len());
}

#[test]
fn the_service_knows_its_pages_and_their_months() {
    let pages: Vec<_> = ses::SERVICE.pages().map(|page| (page.file_name, page.edition)).collect();
    let (first, today) = (Edition::new(2018, 4), catalog::edition());
    assert_eq!(pages, [("list_amazonses.md", first), ("list_ses.md", today)]);
    assert!(ses::SERVICE.edition() == today && today > first);
    assert!(catalog::services().all(|service| service.pages().len() > 0 && service.edition() == today));
}

#[test]
fn order_is_catalog_order() {
    assert!(ses::Action::ALL.is_sorted());
    let handles: Vec<AnyAction> = ses::SERVICE.actions().collect();
    assert!(handles.is_sorted());
}

#[test]
fn errors_say_what_is_wrong_and_what_was_meant() {
    let wrong = |text: &str| text.parse::<ses::Action>().unwrap_err().to_string();
    assert_eq!(wrong("ses:SendEmial"), "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?");
    assert_eq!(wrong("s3:GetObject"), "`s3:GetObject` belongs to another service, not Amazon SES");
    let any = |text: &str| text.parse::<AnyAction>().unwrap_err().to_string();
    assert_eq!(any("sse:SendEmail"), "unknown service prefix in `sse:SendEmail`: did you mean `ses:SendEmail`?");
    assert_eq!(any("ses:Send*"), "expected a single action, found the pattern `ses:Send*`");
    let key = |text: &str| text.parse::<ses::ConditionKey>().unwrap_err().to_string();
    assert_eq!(key("ses:FromAdress"), "unknown condition key `ses:FromAdress`: did you mean `ses:FromAddress`?");
}
