//! Checks public templates and counts the findings by id.
//!
//! `CATALOG_TEMPLATES` names the directory of the templates. Without it, the tests print a message and skip. The counts
//! are reviewed. Set `UPDATE_COUNTS=1` to write the counts, and `LIST_FINDINGS=1` to print every finding.

#![cfg(all(feature = "policy", feature = "std"))]

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use catalog::policy::{Config, FindingId, check_file, json::Lines};

/// Returns the templates by file name. Without the variable, prints that the test is skipped and returns `None`.
fn templates() -> Option<BTreeMap<String, Vec<u8>>> {
    let Some(directory) = env::var_os("CATALOG_TEMPLATES") else {
        eprintln!("skipped: CATALOG_TEMPLATES is not set to a directory of templates");
        return None;
    };
    let paths = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let is_template = |path: &PathBuf| {
        let extension = path.extension().unwrap_or_default();
        ["json", "yaml", "yml", "template"].iter().any(|known| extension == *known)
    };
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    Some(paths.filter(is_template).map(|path| (name(&path), fs::read(path).unwrap())).collect())
}

#[test]
fn what_is_found_in_public_templates_is_counted() {
    let Some(templates) = templates() else { return };
    let list = env::var_os("LIST_FINDINGS").is_some();
    let mut counts = BTreeMap::<FindingId, (usize, usize)>::new();
    let mut policies = 0;
    for (name, text) in &templates {
        let file = check_file(text, None, &Config::new());
        assert!(!file.policies.is_empty() || file.other.is_some() || !file.findings.is_empty(), "{name}");
        policies += file.policies.len();
        let lines = Lines::new(text);
        let mut here = BTreeMap::<FindingId, usize>::new();
        for finding in &file.findings {
            *here.entry(finding.id).or_default() += 1;
            if list {
                let position = lines.position(finding.span.start);
                println!("{}\t{}\t{name}:{position}\t{}", finding.id, finding.message, finding.pointer);
            }
        }
        for (id, count) in here {
            let counted = counts.entry(id).or_default();
            *counted = (counted.0 + count, counted.1 + 1);
        }
    }
    let mut table = format!("{} templates with {policies} policies\n\n", templates.len());
    for (id, (findings, files)) in &counts {
        writeln!(table, "{:7} {:28} {findings:5} in {files:3} templates", id.severity().name(), id.name()).unwrap();
    }
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/templates.txt");
    if env::var_os("UPDATE_COUNTS").is_some() {
        fs::write(committed, &table).unwrap();
    }
    assert_eq!(fs::read_to_string(committed).unwrap_or_default(), table);
}

/// An action in a template, with its line.
struct Action {
    file: String,
    line: usize,
    name: String,
}

/// Returns the actions that another reader finds in the templates.
fn actions() -> Vec<Action> {
    let directory = PathBuf::from(env::var_os("CATALOG_TEMPLATES").unwrap());
    let mut actions = Vec::new();
    for line in fs::read_to_string(directory.join("expected.jsonl")).unwrap().lines() {
        let policy: serde_json::Value = serde_json::from_str(line).unwrap();
        let list = |name: &str| policy[name].as_array().unwrap().clone();
        for (name, line) in list("actions").iter().zip(list("lines")) {
            let (Some(name), Some(line)) = (name.as_str(), line.as_u64()) else { continue };
            let file = policy["file"].as_str().unwrap().to_string();
            actions.push(Action { file, line: usize::try_from(line).unwrap(), name: name.into() });
        }
    }
    actions
}

#[test]
fn mistakes_that_people_make_are_found() {
    let template = |action: &str| {
        format!(
            "Resources:\n  Policy:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        \
             Version: 2012-10-17\n        Statement:\n        - Effect: Allow\n          Action:\n          - {action}\n          \
             Resource: '*'\n"
        )
    };
    for action in ["dynamodb:CreateItem", "firehose:PutRecords", "logs:DescriptLogStreams", "sqs:SendMessageBatch"] {
        let text = template(action);
        let file = check_file(&text, None, &Config::new());
        let place = |span: catalog::policy::json::Span| text.get(span.start as usize..span.end as usize);
        assert!(file.findings.iter().any(|finding| place(finding.span) == Some(action)), "{action}: {file:?}");
    }
}

#[test]
fn a_broken_action_is_reported_at_its_place() {
    let Some(templates) = templates() else { return };
    let mut wrong = Vec::new();
    // The number of letters that are replaced differs, so that some mistakes are similar to a name and some are not.
    for (nth, action) in actions().into_iter().enumerate() {
        let Action { file, line, name } = action;
        let text = String::from_utf8(templates[&file].clone()).unwrap();
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let Some(at) = text[start..].split('\n').next().unwrap().find(&name).map(|at| start + at) else { continue };
        let Some((service, verb)) = name.split_once(':').filter(|(_, verb)| !verb.contains('*')) else { continue };
        let kept = verb.len() / (2 + nth % 3);
        let broken = format!("{service}:{}Qx{}", &verb[..kept], &verb[kept..]);
        let changed = format!("{}{broken}{}", &text[..at], &text[at + name.len()..]);
        let outcome = check_file(&changed, None, &Config::new());
        let is_it = |span: catalog::policy::json::Span| {
            let (first, last) = (span.start as usize, span.end as usize);
            first <= at && at + broken.len() <= last && last - first <= broken.len() + 4
        };
        if !outcome
            .findings
            .iter()
            .any(|finding| is_it(finding.span) && finding.message.contains(&broken[..broken.len().min(30)]))
        {
            wrong.push(format!("{file}:{line} {broken}"));
        }
    }
    assert!(wrong.is_empty(), "{} broken actions are not reported:\n{}", wrong.len(), wrong.join("\n"));
}
