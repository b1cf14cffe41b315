//! Tests the merging of pages of one prefix: the united facts, the kept facts, and the warnings.

use xtask::diagnostic::{Code, Diagnostic};
use xtask::lower::{Lowered, Origins};
use xtask::merge;
use xtask::model::{
    AccessLevel, Action, ActionResource, AuthorizedAction, ConditionKey, ConditionKeyType, Edition, LeftOut, Operation,
    Page, Requirement, ResourceType, Scenario, Service,
};
use xtask::rows::Origin;
use xtask::source::{FileId, Source, Sources};

/// Merges pages of one prefix. The place of each name is its position in the list.
fn merge(services: Vec<Service>) -> (Service, Vec<Diagnostic>) {
    merge_editions(services.into_iter().map(|service| (None, service)).collect())
}

/// Merges pages of one prefix, each with an edition.
fn merge_editions(services: Vec<(Option<Edition>, Service)>) -> (Service, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let pages = services.into_iter().enumerate().map(|(nth, (edition, service))| {
        let name = format!("list_{nth}.md");
        let file = sources.add(Source { name: name.clone(), path: name.clone(), text: String::new() });
        let origins = |count: usize| (0..count).map(|at| Origin { file, span: at..at }).collect();
        let origins = Origins {
            actions: origins(service.actions.len()),
            operations: origins(service.operations.len()),
            resource_types: origins(service.resource_types.len()),
            condition_keys: origins(service.condition_keys.len()),
        };
        Lowered {
            service: Service { prefix: "ex".into(), pages: vec![Page { file: name, edition }], ..service },
            origins,
            row_totals: Vec::new(),
            known_errors: Vec::new(),
        }
    });
    let mut found = Vec::new();
    let mut merged = merge::merge(pages.collect(), &mut found);
    assert_eq!(merged.len(), 1);
    let Lowered { service, origins, .. } = merged.remove(0);
    assert_eq!(service.actions.len(), origins.actions.len());
    assert_eq!(service.operations.len(), origins.operations.len());
    assert_eq!(service.resource_types.len(), origins.resource_types.len());
    assert_eq!(service.condition_keys.len(), origins.condition_keys.len());
    assert!(found.iter().all(|found| !found.is_error()));
    (service, found)
}

/// Merges the statements of pages about one action.
fn action(pages: Vec<Action>) -> (Action, Vec<Diagnostic>) {
    let page = |action| Service { actions: vec![Action { name: "Send".into(), ..action }], ..Service::default() };
    let (mut service, found) = merge(pages.into_iter().map(page).collect());
    assert_eq!(service.actions.len(), 1);
    (service.actions.remove(0), found)
}

/// Returns a row: resource types (with `*` if required), condition keys, and dependent actions.
fn row(resource_types: &[&str], keys: &[&str], dependent_actions: Option<&[&str]>) -> Requirement {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Requirement {
        resource_types: resources(resource_types),
        condition_keys: names(keys),
        dependent_actions: dependent_actions.map(names),
    }
}

fn resources(names: &[&str]) -> Vec<ActionResource> {
    let resource =
        |name: &&str| ActionResource { name: name.trim_end_matches('*').into(), required: Some(name.ends_with('*')) };
    names.iter().map(resource).collect()
}

/// Returns the merged rows of an action whose pages have these rows.
fn rows(pages: Vec<Vec<Requirement>>) -> Vec<Requirement> {
    let (action, found) = action(pages.into_iter().map(|rows| Action { rows, ..Action::default() }).collect());
    assert_eq!(found, []);
    action.rows
}

/// Returns the file of the first page.
fn first_file() -> FileId {
    Sources::default().add(Source { name: String::new(), path: String::new(), text: String::new() })
}

fn levels(levels: &[AccessLevel]) -> Action {
    Action { access_levels: levels.to_vec(), ..Action::default() }
}

#[test]
fn an_empty_row_adds_nothing_to_the_rows_of_another_page() {
    let empty = || row(&[], &[], Some(&[]));
    let full = || row(&["box*"], &[], None);
    for pages in [[vec![empty()], vec![full()]], [vec![full()], vec![empty()]]] {
        assert_eq!(rows(pages.into()), [full()]);
    }
    assert_eq!(
        rows(vec![vec![empty(), full()], vec![full()]]),
        [empty(), full()],
        "an empty row among other rows counts"
    );
    assert_eq!(
        rows(vec![vec![row(&[], &[], None)], vec![empty()]]),
        [empty()],
        "the merged row states that there are none"
    );
    let with_key = row(&[], &["ex:Key"], None);
    assert_eq!(rows(vec![vec![with_key.clone()], vec![full()]]), [with_key, full()]);
}

#[test]
fn equal_rows_are_there_once_and_order_does_not_count() {
    let first = row(&["box*", "bag"], &["ex:A", "ex:B"], None);
    let second = row(&["bag", "box*"], &["ex:B", "ex:A"], Some(&["ex:Read"]));
    let united = row(&["box*", "bag"], &["ex:A", "ex:B"], Some(&["ex:Read"]));
    assert_eq!(rows(vec![vec![first.clone()], vec![second.clone()]]), [united], "the dependent actions are added");
    assert_eq!(rows(vec![vec![second.clone()], vec![first]]), [second]);
    let [one, other] = [row(&["box"], &[], Some(&["ex:Read"])), row(&["box"], &[], Some(&["ex:List"]))];
    assert_eq!(
        rows(vec![vec![one.clone()], vec![other.clone()]]),
        [one, other],
        "rows with different dependent actions differ"
    );
}

#[test]
fn levels_are_united_in_page_order_and_told_once() {
    let (read, write) = (AccessLevel::Read, AccessLevel::Write);
    // The third page states the same as the first, and the fourth states nothing.
    let (action, found) = action(vec![levels(&[write]), levels(&[read]), levels(&[write]), levels(&[])]);
    assert_eq!(action.access_levels, [write, read]);
    assert_eq!(
        found.iter().map(|found| (found.code, found.places.len())).collect::<Vec<_>>(),
        [(Code::Contradiction, 2)]
    );
    assert_ne!(found[0].file(), Some(first_file()), "the place is on the page that differs");
}

#[test]
fn the_same_levels_in_another_order_or_not_stated_are_no_contradiction() {
    let (read, write) = (AccessLevel::Read, AccessLevel::Write);
    let (action, found) = action(vec![levels(&[]), levels(&[write, read]), levels(&[read, write])]);
    assert_eq!((action.access_levels, found), (vec![write, read], vec![]));
}

#[test]
fn an_action_that_is_an_operation_on_one_page_is_one() {
    for marks in [[true, false], [false, true]] {
        let (action, found) =
            action(marks.map(|permission_only| Action { permission_only, ..Action::default() }).into());
        assert!(!action.permission_only && found.len() == 1);
    }
    let (action, found) = action(vec![Action { permission_only: true, ..Action::default() }; 2]);
    assert!(action.permission_only && found.is_empty());
}

#[test]
fn prose_comes_from_the_first_page_that_has_any() {
    let page = |description: Option<&str>, url: Option<&str>| Action {
        description: description.map(str::to_owned),
        url: url.map(str::to_owned),
        ..Action::default()
    };
    let (action, found) = action(vec![page(None, Some("a")), page(Some("b"), Some("b")), page(Some("c"), None)]);
    assert_eq!((action.description.as_deref(), action.url.as_deref(), found), (Some("b"), Some("a"), vec![]));
}

#[test]
fn scenarios_are_united_like_rows() {
    let page = |resource_types: &[&str]| Action {
        scenarios: vec![Scenario { name: "Big".into(), resource_types: resources(resource_types) }],
        ..Action::default()
    };
    let (action, _) = action(vec![page(&["box*", "bag"]), page(&["bag", "box*"]), page(&["box"])]);
    let united = action.scenarios.iter().map(|scenario| scenario.resource_types.clone()).collect::<Vec<_>>();
    assert_eq!(united, [resources(&["box*", "bag"]), resources(&["box"])]);
}

#[test]
fn types_and_arn_formats_that_differ_are_told() {
    let page = |value_type, arn: &str| Service {
        condition_keys: vec![ConditionKey { name: "ex:Key".into(), value_type, ..ConditionKey::default() }],
        resource_types: vec![ResourceType { name: "box".into(), arns: vec![arn.into()], ..ResourceType::default() }],
        ..Service::default()
    };
    let (service, found) = merge(vec![
        page(None, "arn:b"),
        page(Some(ConditionKeyType::Arn), "arn:a"),
        page(Some(ConditionKeyType::Bool), "arn:b"),
    ]);
    assert_eq!(service.condition_keys[0].value_type, Some(ConditionKeyType::Arn));
    assert_eq!(service.resource_types[0].arns, ["arn:b", "arn:a"]);
    assert_eq!(found.len(), 2);
}

#[test]
fn references_follow_the_spelling_that_is_kept() {
    let page = |name: &str| Service {
        actions: vec![Action {
            name: format!("{name}Send"),
            rows: vec![row(&[name], &[name], None)],
            scenarios: vec![Scenario { name: "Big".into(), resource_types: resources(&[name]) }],
            ..Action::default()
        }],
        resource_types: vec![ResourceType {
            name: name.into(),
            condition_keys: vec![name.into()],
            ..ResourceType::default()
        }],
        condition_keys: vec![ConditionKey { name: name.into(), ..ConditionKey::default() }],
        ..Service::default()
    };
    let (service, found) = merge(vec![page("box"), page("Box"), page("Box")]);
    assert_eq!(service.actions.len(), 1);
    let Service { pages, .. } = &service;
    let expected = Service { prefix: "ex".into(), pages: pages.clone(), ..page("box") };
    assert_eq!(service, expected);
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::SpellingDiffers; 6]);
}

#[test]
fn two_spellings_on_one_page_stay_two() {
    let page = |names: &[&str]| Service {
        condition_keys: names
            .iter()
            .map(|name| ConditionKey { name: (*name).into(), ..ConditionKey::default() })
            .collect(),
        ..Service::default()
    };
    let both = ["ex:Key", "ex:key"];
    for pages in [[&both[..], &both[..]], [&both[..1], &both[..]], [&both[..], &both[1..]]] {
        let (service, found) = merge(pages.map(page).into());
        assert_eq!(service.condition_keys.iter().map(|key| key.name.as_str()).collect::<Vec<_>>(), both);
        assert_eq!(found, []);
    }
}

#[test]
fn operations_are_told_apart_by_client_and_their_actions_united() {
    let needs = |action: &str, values: &[&str], access_levels: &[AccessLevel]| AuthorizedAction {
        action: action.into(),
        condition_key: None,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        access_levels: access_levels.to_vec(),
    };
    let page = |client: Option<&str>, name: &str, actions: Vec<AuthorizedAction>| Service {
        operations: vec![Operation { name: name.into(), sdk_client: client.map(str::to_owned), page: None, actions }],
        ..Service::default()
    };
    let (read, write) = (AccessLevel::Read, AccessLevel::Write);
    let (service, found) = merge(vec![
        page(Some("one"), "Send", vec![needs("ex:Send", &["a", "b"], &[])]),
        page(Some("two"), "Send", vec![needs("ex:Send", &[], &[write])]),
        page(Some("one"), "Send", vec![needs("ex:Send", &["b", "a"], &[write]), needs("iam:PassRole", &[], &[write])]),
        page(Some("one"), "send", vec![needs("ex:Send", &[], &[])]),
        page(Some("two"), "Send", vec![needs("ex:Send", &[], &[read])]),
    ]);
    let expected = [
        (Some("one"), "Send", vec![needs("ex:Send", &["a", "b"], &[write]), needs("iam:PassRole", &[], &[write])]),
        (Some("two"), "Send", vec![needs("ex:Send", &[], &[write, read])]),
        (Some("one"), "send", vec![needs("ex:Send", &[], &[])]),
    ];
    let expected = expected.map(|(client, name, actions)| page(client, name, actions).operations.remove(0));
    // Each operation has the page that lists it first. For the reference page, that is `None`.
    let pages = [None, Some("list_1.md"), Some("list_3.md")].map(|page| page.map(str::to_owned));
    let expected: Vec<_> =
        expected.into_iter().zip(pages).map(|(operation, page)| Operation { page, ..operation }).collect();
    assert_eq!(service.operations, expected);
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::Contradiction]);
}

/// Checks operations of the same name in two APIs of one service, such as those of `elb` and `elbv2`.
#[test]
fn without_a_client_the_page_tells_operations_apart() {
    let page = |action: &str| {
        let action = AuthorizedAction {
            action: action.into(),
            condition_key: None,
            values: Vec::new(),
            access_levels: Vec::new(),
        };
        let operation = Operation { name: "Send".into(), sdk_client: None, page: None, actions: vec![action] };
        Service { operations: vec![operation], ..Service::default() }
    };
    let (service, found) = merge(vec![page("ex:Send"), page("ex:SendAgain")]);
    let read: Vec<_> = service
        .operations
        .iter()
        .map(|operation| (operation.page.as_deref(), operation.actions[0].action.as_str()))
        .collect();
    assert_eq!(read, [(None, "ex:Send"), (Some("list_1.md"), "ex:SendAgain")]);
    assert_eq!(found, []);
}

#[test]
fn a_table_left_out_on_one_page_may_hide_actions_of_the_prefix() {
    let left_out = Service { left_out: vec![LeftOut::Actions], ..Service::default() };
    let stated = Service { actions: vec![Action { name: "Send".into(), ..Action::default() }], ..Service::default() };
    for pages in [vec![left_out.clone(), stated.clone()], vec![stated, left_out.clone(), left_out]] {
        let (service, found) = merge(pages);
        assert_eq!((service.left_out, service.actions.len(), found), (vec![LeftOut::Actions], 1, vec![]));
    }
}

/// Returns April 2018, September 2026, and an edition that is not stated, which is older than both.
fn editions() -> [Option<Edition>; 3] {
    [Edition::new(2018, 4), Edition::new(2026, 9), None]
}

/// Returns a page with facts of every kind about the given names. `words` determines the values of the facts.
fn page(words: &str, names: &[&str]) -> Service {
    let text = || Some(words.to_owned());
    let level = if words == "new" { AccessLevel::Write } else { AccessLevel::Read };
    let value_type = Some(if words == "new" { ConditionKeyType::ArrayOfString } else { ConditionKeyType::String });
    let required = if words == "new" { "*" } else { "" };
    let names = || names.iter().map(|&name| name.to_owned());
    let row = |name: &str| row(&[&format!("{name}{required}")], &[name], (words != "new").then_some(&[]));
    Service {
        name: words.into(),
        actions: names()
            .map(|name| Action {
                permission_only: words == "new",
                description: text(),
                url: text(),
                access_levels: vec![level],
                rows: vec![row(&name)],
                name,
                ..Action::default()
            })
            .collect(),
        operations: names().map(|name| Operation { name, sdk_client: None, page: None, actions: Vec::new() }).collect(),
        resource_types: names()
            .map(|name| ResourceType {
                arns: vec![words.into()],
                condition_keys: vec![name.clone()],
                url: text(),
                name,
            })
            .collect(),
        condition_keys: names()
            .map(|name| ConditionKey { value_type, description: text(), url: text(), name })
            .collect(),
        ..Service::default()
    }
}

/// Returns the page without its descriptions and links.
fn bare(mut page: Service) -> Service {
    page.actions.iter_mut().for_each(|action| (action.description, action.url) = (None, None));
    page.resource_types.iter_mut().for_each(|item| item.url = None);
    page.condition_keys.iter_mut().for_each(|key| (key.description, key.url) = (None, None));
    page
}

/// Returns the service that the page gives by itself, with the pages of `service`.
fn alone(service: &Service, page: Service) -> Service {
    Service { prefix: "ex".into(), pages: service.pages.clone(), ..page }
}

#[test]
fn an_older_page_lends_its_prose_and_nothing_else() {
    let [old, new, not_stated] = editions();
    for older in [old, not_stated] {
        for turned in [false, true] {
            // The newer page's spelling is also kept. Operations whose names differ in case are different, so the older
            // page has none here.
            let old_page = Service { operations: Vec::new(), ..page("old", &["B", "a"]) };
            let mut pages = vec![(older, old_page), (new, bare(page("new", &["A", "b"])))];
            if turned {
                pages.reverse();
            }
            let (service, found) = merge_editions(pages);
            assert_eq!(found, []);
            let lent = page("old", &["A", "b"]);
            let mut expected = alone(&service, bare(page("new", &["A", "b"])));
            for (into, from) in expected.actions.iter_mut().zip(lent.actions) {
                (into.description, into.url) = (from.description, from.url);
            }
            for (into, from) in expected.resource_types.iter_mut().zip(lent.resource_types) {
                into.url = from.url;
            }
            for (into, from) in expected.condition_keys.iter_mut().zip(lent.condition_keys) {
                (into.description, into.url) = (from.description, from.url);
            }
            assert_eq!(service, expected);
            assert!(service.pages.is_sorted() && service.pages.len() == 2);
        }
    }
    // The newer page's own prose takes precedence, and the newest of several older pages comes next.
    let (service, _) = merge_editions(vec![(old, page("old", &["A"])), (new, page("new", &["A"]))]);
    assert_eq!(service, alone(&service, page("new", &["A"])));
    let [first, second] = [page("first", &["A"]), page("second", &["A"])];
    let (service, _) = merge_editions(vec![(not_stated, first), (old, second), (new, bare(page("new", &["A"])))]);
    assert_eq!(service.actions[0].description.as_deref(), Some("second"));
}

#[test]
fn a_name_that_only_an_older_page_has_is_left_out_and_told() {
    let [old, new, _] = editions();
    let (service, found) = merge_editions(vec![(old, page("old", &["A", "B"])), (new, page("new", &["A"]))]);
    assert_eq!(service, alone(&service, page("new", &["A"])));
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::NotInNewest; 4]);
    assert!(
        found.iter().all(|found| found.file() == Some(first_file()) && found.start() == 1),
        "the warning has the place of the name"
    );
    // An older page may leave out its table if the newest page has it.
    let left_out = Service { left_out: vec![LeftOut::Actions], ..page("old", &[]) };
    let (service, found) = merge_editions(vec![(old, left_out), (new, page("new", &["A"]))]);
    assert_eq!((service.left_out.len(), found), (0, vec![]));
}

#[test]
fn pages_of_the_newest_edition_are_united_as_ever() {
    let [old, new, _] = editions();
    let (read, write) = (AccessLevel::Read, AccessLevel::Write);
    let page =
        |level| Service { actions: vec![Action { name: "Send".into(), ..levels(&[level]) }], ..Service::default() };
    let (service, found) =
        merge_editions(vec![(new, page(write)), (old, page(AccessLevel::Tagging)), (new, page(read))]);
    assert_eq!(service.actions[0].access_levels, [write, read]);
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::Contradiction]);
}

#[test]
fn where_the_newest_pages_leave_their_actions_out_those_of_the_next_edition_are_kept_with_what_they_take() {
    let [old, new, not_stated] = editions();
    let newest = || Service { left_out: vec![LeftOut::Actions], actions: Vec::new(), ..page("new", &["A"]) };
    let mut older = page("old", &["A", "B", "C"]);
    older.actions.pop();
    let (service, found) =
        merge_editions(vec![(not_stated, page("oldest", &["A", "D"])), (old, older), (new, newest())]);
    assert_eq!(service.left_out, [LeftOut::Actions]);
    let mut actions = page("old", &["A", "B"]).actions;
    for action in &mut actions {
        action.page = Some("list_1.md".to_owned());
    }
    assert_eq!(service.actions, actions);
    let [types, old_types] = [page("new", &["A"]), page("old", &["A", "B"])].map(|page| page.resource_types);
    assert_eq!(service.resource_types, [&types[..], &old_types[1..]].concat());
    let [keys, old_keys] = [page("new", &["A"]), page("old", &["A", "B"])].map(|page| page.condition_keys);
    assert_eq!(service.condition_keys, [&keys[..], &old_keys[1..]].concat());
    assert_eq!(service.operations, page("new", &["A"]).operations);
    let told: Vec<_> = found.iter().map(|found| (found.code, found.start())).collect();
    // Left out: C and D as keys and types, D as an action, and B, C and D as operations.
    assert_eq!(told.iter().filter(|(code, _)| *code == Code::NotInNewest).count(), told.len());
    assert_eq!(told.len(), 2 + 2 + 1 + 3);
}

/// Checks that a reference takes the spelling of the page that defines its name. A reference to a name that no page
/// defines is kept as written.
#[test]
fn names_are_spelled_as_the_page_that_defines_them_has_them() {
    let defines = Service {
        resource_types: vec![ResourceType { name: "mailbox".into(), ..ResourceType::default() }],
        condition_keys: vec![ConditionKey { name: "ex:Sender".into(), ..ConditionKey::default() }],
        ..Service::default()
    };
    let row = row(&["MailBox", "mailBOX*"], &["ex:sender", "ex:Sender", "ex:unknown"], None);
    let scenario = Scenario { name: "S".into(), resource_types: resources(&["MAILBOX"]) };
    let action = Action { name: "Send".into(), rows: vec![row], scenarios: vec![scenario], ..Action::default() };
    let uses = Service {
        actions: vec![action],
        resource_types: vec![ResourceType {
            name: "letter".into(),
            condition_keys: vec!["EX:SENDER".into()],
            ..ResourceType::default()
        }],
        ..Service::default()
    };
    for pages in [vec![defines.clone(), uses.clone()], vec![uses, defines]] {
        let (service, found) = merge(pages);
        let action = &service.actions[0];
        assert_eq!(action.rows[0].resource_types, resources(&["mailbox*"]));
        assert_eq!(action.rows[0].condition_keys, ["ex:Sender", "ex:unknown"]);
        assert_eq!(action.scenarios[0].resource_types, resources(&["mailbox"]));
        let letter = service.resource_types.iter().find(|item| item.name == "letter");
        assert_eq!(letter.map(|item| item.condition_keys.as_slice()), Some(&["ex:Sender".to_owned()][..]));
        assert_eq!(found, []);
    }
}
