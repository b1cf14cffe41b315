//! Checks public templates, counts the findings by id, and breaks actions to see that each one is reported.
//!
//! `CATALOG_TEMPLATES` names the directory of the templates. Without it, the tests print a message and skip. The counts
//! are reviewed. Set `UPDATE_COUNTS=1` to write the counts, and `LIST_FINDINGS=1` to print every finding.

#![cfg(all(feature = "policy", feature = "std"))]

mod read;

use std::{collections::BTreeMap, env, fmt::Write as _, fs};

use catalog::policy::{Config, Finding, FindingId, check_file, json::Lines};

#[test]
fn what_is_found_in_public_templates_is_counted() {
    let Some(templates) = read::templates() else { return };
    let templates = templates.unwrap();
    let list = env::var_os("LIST_FINDINGS").is_some();
    let mut counts = BTreeMap::<FindingId, (usize, usize)>::new();
    let mut policies = 0;
    for (name, text) in &templates {
        let file = check_file(text, None, &Config::new());
        assert!(!file.policies.is_empty() || file.other.is_some() || !file.findings.is_empty(), "{name}");
        policies += file.policies.len();
        let lines = Lines::new(text.as_bytes());
        let mut here = BTreeMap::<FindingId, usize>::new();
        for finding in &file.findings {
            *here.entry(finding.id).or_default() += 1;
            if list {
                let position = lines.position(finding.span.start);
                println!("{}\t{}\t{name}:{position}\t{}", finding.id, finding.message, finding.pointer);
            }
        }
        for (id, count) in here {
            let (findings, files) = counts.entry(id).or_default();
            *findings += count;
            *files += 1;
        }
    }
    let mut table = format!("{} templates with {policies} policies\n\n", templates.len());
    for (id, (findings, files)) in &counts {
        writeln!(table, "{:7} {:28} {findings:5} in {files:3} templates", id.severity().name(), id.name()).unwrap();
    }
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/templates/counts.txt");
    if env::var_os("UPDATE_COUNTS").is_some() {
        fs::write(committed, &table).unwrap();
    }
    assert_eq!(fs::read_to_string(committed).unwrap_or_default(), table);
}

#[test]
fn mistakes_that_people_make_are_found() {
    for action in ["dynamodb:CreateItem", "firehose:PutRecords", "logs:DescriptLogStreams", "sqs:SendMessageBatch"] {
        let template = format!(
            "Resources:\n  Policy:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        \
             Version: 2012-10-17\n        Statement:\n        - Effect: Allow\n          Action:\n          - {action}\n          \
             Resource: '*'\n"
        );
        let file = check_file(&template, None, &Config::new());
        assert!(file.findings.iter().any(|finding| source(finding, &template) == action), "{action}: {file:?}");
    }
}

/// Returns the source of a finding.
fn source<'t>(finding: &Finding, text: &'t str) -> &'t str {
    text.get(finding.span.start as usize..finding.span.end as usize).unwrap_or_default()
}

#[test]
fn a_broken_action_is_reported_at_its_place() {
    let Some(templates) = read::templates() else { return };
    let templates = templates.unwrap();
    let (mut broken, mut missed) = (0, Vec::new());
    for (nth, action) in read::actions().unwrap().into_iter().enumerate() {
        let text = &templates[&action.file];
        let Some((service, verb)) = action.name.split_once(':').filter(|(_, verb)| !verb.contains('*')) else {
            continue;
        };
        // Only some of the broken names resemble a name, because the inserted letters are at different places.
        let (before, after) = verb.split_at(verb.len() / (2 + nth % 3));
        let wrong = format!("{service}:{before}Qx{after}");
        let line_start: usize = text.split_inclusive('\n').take(action.line - 1).map(str::len).sum();
        let (above, rest) = text.split_at(line_start);
        // The name may be on its line in another form, such as in a string with escapes.
        let Some(at) = rest.lines().next().unwrap_or_default().find(&action.name) else { continue };
        let (indent, named) = rest.split_at(at);
        let changed = format!("{above}{indent}{wrong}{}", named.strip_prefix(&*action.name).unwrap());
        broken += 1;
        let file = check_file(&changed, None, &Config::new());
        let is_reported = file.findings.iter().any(|finding| {
            // The source of a string may have quotes, with or without a backslash.
            let inside = source(finding, &changed).trim_matches(['"', '\'', '\\']);
            inside == wrong && finding.span.start as usize <= line_start + at && finding.message.contains(service)
        });
        if !is_reported {
            missed.push(format!("{}:{} {wrong}", action.file, action.line));
        }
    }
    assert!(missed.is_empty(), "{} of {broken} are not reported:\n{}", missed.len(), missed.join("\n"));
    assert!(broken > 1_000, "only {broken} actions were found on their lines");
}
