//! Formats the facts of a service as a page in AWS's layout.

use super::action_section::ActionWriter;
use super::data::Operation;
use super::links::Links;
use super::service::{ActionEntry, Service};
use catalog_core::reference_url::REFERENCE;

/// A section of a page.
struct Section {
    title: String,
    anchor: &'static str,
    lines: Vec<String>,
}

/// Returns the name of the page of a service without `.md`.
pub(super) fn stem(prefix: &str) -> String {
    format!("list_{prefix}")
}

/// Returns the line that marks an imported page, which AWS's own pages do not have.
pub(super) fn mark(stem: &str) -> String {
    format!("+ The full page, with descriptions, is [{stem}]({REFERENCE}/{stem}.html).")
}

/// Returns the content of the page of a service.
pub(super) fn text(service: &Service<'_, '_>) -> String {
    let Service { prefix, name, .. } = service;
    let page = stem(prefix);
    let page_links = Links { page: page.clone() };
    let sections = sections(service, &page_links);
    let mut lines = vec![
        format!("# Actions, resources, and condition keys for {name}"),
        format!("<a name=\"{page}\"></a>"),
        String::new(),
        format!(
            "{name} (service prefix: `{prefix}`) provides the following service-specific resources, actions, and \
             condition keys for use in IAM permission policies."
        ),
        String::new(),
        "References:".to_owned(),
        mark(&page),
        String::new(),
        "**Topics**".to_owned(),
    ];
    lines.extend(sections.iter().map(|Section { title, anchor, .. }| format!("+ [{title}](#{page}-{anchor})")));
    for Section { title, anchor, lines: section } in sections {
        lines.extend([
            String::new(),
            format!("## {title}"),
            format!("<a name=\"{page}-{anchor}\"></a>"),
            String::new(),
        ]);
        lines.extend(section);
    }
    at_most_two_blank_lines(&lines)
}

fn sections(service: &Service<'_, '_>, page_links: &Links) -> Vec<Section> {
    let name = service.name;
    let keys_of_types = service.keys_of_types();
    let writer = ActionWriter { links: page_links, keys_of_types: &keys_of_types };
    let mut sections = Vec::new();
    if !service.operations.is_empty() {
        let mut lines = vec!["The actions that each operation authorizes.".to_owned(), String::new(), String::new()];
        lines.extend(service.operations.iter().flat_map(|operation| operation_item(operation, page_links)));
        sections.push(Section { title: format!("API operations defined by {name}"), anchor: "operations", lines });
    }
    let lines = if service.actions.is_empty() {
        let none = "has no API operations that can be used in the `Actions` element of an IAM policy statement.";
        vec![format!("{name} {none}")]
    } else {
        actions("These actions can be used in the `Action` element of a policy statement.", &writer, &service.actions)
    };
    sections.push(Section { title: format!("Actions defined by {name}"), anchor: "actions-as-permissions", lines });
    if !service.permission_only.is_empty() {
        let lines = actions("These actions do not correspond to an API operation.", &writer, &service.permission_only);
        let title = format!("Permission-only actions for {name}");
        sections.push(Section { title, anchor: "permission-only-actions", lines });
    }
    let title = format!("Resource types defined by {name}");
    sections.push(Section { title, anchor: "resources-for-iam-policies", lines: resource_types(service, page_links) });
    let title = format!("Condition keys for {name}");
    sections.push(Section { title, anchor: "policy-keys", lines: condition_keys(service) });
    sections
}

fn actions<'a>(sentence: &str, writer: &ActionWriter<'a, '_>, actions: &[ActionEntry<'a>]) -> Vec<String> {
    let mut lines = vec![sentence.to_owned()];
    lines.extend(writer.section(actions));
    lines
}

fn resource_types(service: &Service<'_, '_>, page_links: &Links) -> Vec<String> {
    if service.resource_types.is_empty() {
        let none = "does not support specifying a resource ARN in the `Resource` element of an IAM policy statement.";
        return vec![format!("{} {none}", service.name)];
    }
    let mut lines = table(
        "These resource types can be used in the `Resource` element of a policy statement.",
        "| Resource types | ARN | Condition keys | ",
    );
    lines.extend(service.resource_types.iter().map(|resource_type| {
        let keys = page_links.keys(resource_type.condition_keys.iter().map(|key| key.text()));
        let keys = if keys.is_empty() { " " } else { &keys };
        format!("|  {}  | {} | {keys} | ", resource_type.key.text(), resource_type.arn.text())
    }));
    lines
}

fn condition_keys(service: &Service<'_, '_>) -> Vec<String> {
    if service.condition_keys.is_empty() {
        let none =
            "has no service-specific condition keys that can be used in the `Condition` element of policy statements.";
        return vec![format!("{} {none}", service.name)];
    }
    let mut lines = table(
        "These condition keys can be used in the `Condition` element of a policy statement.",
        "| Condition keys | Description | Type | ",
    );
    lines.extend(
        service.condition_keys.iter().map(|key| format!("|   {}  |   | {} | ", key.key.text(), key.value_type.text())),
    );
    lines
}

/// Returns the lines before the rows of a table with three columns.
fn table(sentence: &str, header: &str) -> Vec<String> {
    [sentence, "", "", header, "| --- | --- | --- | "].map(str::to_owned).into()
}

/// Returns the lines of an API operation. A single action has one line per field. Several actions have one line each.
fn operation_item(operation: &Operation<'_>, page_links: &Links) -> Vec<String> {
    let mut item = vec![format!("- **   {}  **", operation.name.text())];
    item.extend(operation.sdk_client.map(|client| format!("  - **SDK client:** {}", client.text())));
    for authorizing in &operation.actions {
        let list =
            |words: &[super::word::Word<'_>]| words.iter().map(|word| word.text()).collect::<Vec<_>>().join(", ");
        let fields = [
            format!("**IAM action:**  {}", page_links.action(authorizing.action.text())),
            format!("**Condition key:** {}", authorizing.condition_key.map_or("", |key| key.text())),
            format!("**Possible value(s):** {}", list(&authorizing.values)),
            format!("**Access level:** {}", list(&authorizing.access_levels)),
        ];
        if operation.actions.len() == 1 {
            item.extend(fields.map(|field| format!("  - {field}")));
        } else {
            item.push(format!("  - {}", fields.join(" / ")));
        }
    }
    item.push(String::new());
    item
}

/// Joins lines, limits runs of blank lines to two, and ends the result with exactly one newline.
fn at_most_two_blank_lines(lines: &[String]) -> String {
    let mut text = String::new();
    let mut blank = 0;
    for line in lines {
        blank = if line.is_empty() { blank + 1 } else { 0 };
        if blank <= 2 {
            text.push_str(line);
            text.push('\n');
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}
