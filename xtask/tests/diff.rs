//! Tests `cargo xtask diff`: the changes that it finds, its formats, and its exit status.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic at the first error")]
#![allow(
    clippy::assigning_clones,
    clippy::unnecessary_wraps,
    reason = "the compared values are easier to read this way"
)]

#[path = "support/model.rs"]
mod model;
mod support;

use proptest::prelude::{Just, Strategy as _, prop_assert, prop_assert_eq, proptest};
use std::path::Path;
use std::process::Command;
use support::{Run, copy, fixtures, xtask};
use xtask::diff::bump::Bump;
use xtask::diff::{ChangeKind, Verb, compare};
use xtask::export::FORMAT;
use xtask::model::{
    AccessLevel, Action, ActionResource, AuthorizedAction, ConditionKey, ConditionKeyType, Edition, LeftOut, Operation,
    Page, Reference, Requirement, ResourceType, Scenario, Service,
};

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// Returns resource types by their names. A type whose name ends in `*` is required.
fn resources(names: &[&str]) -> Vec<ActionResource> {
    let resource = |name: &&str| ActionResource { name: name.replace('*', ""), required: Some(name.ends_with('*')) };
    names.iter().map(resource).collect()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn action(name: &str, rows: Vec<Requirement>) -> Action {
    Action {
        name: name.to_owned(),
        description: text("Does *it*."),
        url: text("https://example.com/a"),
        access_levels: vec![AccessLevel::Write],
        rows,
        ..Action::default()
    }
}

fn row(types: &[&str], keys: &[&str], dependents: Option<&[&str]>) -> Requirement {
    Requirement {
        resource_types: resources(types),
        condition_keys: texts(keys),
        dependent_actions: dependents.map(texts),
    }
}

fn key(name: &str, value_type: Option<ConditionKeyType>) -> ConditionKey {
    ConditionKey { name: name.to_owned(), value_type, ..ConditionKey::default() }
}

fn resource_type(name: &str, arns: &[&str], keys: &[&str]) -> ResourceType {
    ResourceType { name: name.to_owned(), arns: texts(arns), condition_keys: texts(keys), url: None }
}

fn operation(name: &str, client: Option<&str>, actions: &[&str]) -> Operation {
    let action = |name: &&str| AuthorizedAction {
        action: (*name).to_owned(),
        condition_key: (*name == "iam:PassRole").then(|| "iam:PassedToService".to_owned()),
        values: if *name == "iam:PassRole" { texts(&["mail.example.com"]) } else { Vec::new() },
        access_levels: vec![AccessLevel::Write],
    };
    Operation {
        name: name.to_owned(),
        sdk_client: client.map(str::to_owned),
        page: None,
        actions: actions.iter().map(action).collect(),
    }
}

fn mail() -> Service {
    Service {
        prefix: "exmail".to_owned(),
        name: "Example Mail".to_owned(),
        pages: vec![Page { file: "list_examplemail.md".to_owned(), edition: Edition::new(2026, 9) }],
        left_out: Vec::new(),
        actions: vec![
            action("SendLetter", vec![row(&["mailbox*"], &["exmail:Sender"], Some(&["iam:PassRole"]))]),
            action("SendParcel", vec![row(&["mailbox"], &[], Some(&[]))]),
            action("Burn", vec![row(&["mailbox", "stamp"], &["exmail:Sender", "exmail:Weight"], Some(&[]))]),
            action("getStamp", vec![row(&[], &[], Some(&[]))]),
            Action {
                permission_only: true,
                scenarios: vec![
                    Scenario { name: "By night".to_owned(), resource_types: resources(&["mailbox"]) },
                    Scenario { name: "By day".to_owned(), resource_types: resources(&["stamp"]) },
                ],
                ..action(
                    "Deliver",
                    vec![
                        row(&["mailbox*"], &["exmail:Sender"], Some(&[])),
                        row(&["stamp"], &["exmail:Weight"], Some(&[])),
                    ],
                )
            },
        ],
        operations: vec![
            operation("SendLetter", None, &["exmail:SendLetter"]),
            operation("Describe", Some("exmail-query"), &["exmail:Describe"]),
        ],
        resource_types: vec![
            resource_type("mailbox", &["arn:mailbox/a"], &["exmail:Sender"]),
            resource_type("stamp", &["arn:stamp"], &[]),
        ],
        condition_keys: vec![
            key("exmail:Sender", Some(ConditionKeyType::String)),
            key("exmail:Weight", None),
            key("exmail:Colour", Some(ConditionKeyType::Numeric)),
        ],
    }
}

/// Returns the service after an update in which every kind of fact has changed.
fn changed_mail() -> Service {
    let mut mail = mail();
    mail.name = "Example Mail (EM)".to_owned();
    mail.left_out = vec![LeftOut::Actions];
    mail.pages = vec![Page { file: "list_exmail.md".to_owned(), edition: Edition::new(2026, 10) }];
    let [letter, parcel, _, stamp, deliver] = mail.actions.as_mut_slice() else { unreachable!() };
    letter.access_levels = vec![AccessLevel::Tagging, AccessLevel::Write];
    letter.rows[0].dependent_actions = Some(texts(&["kms:Decrypt"]));
    letter.rows[0].condition_keys = texts(&["exmail:Weight"]);
    letter.description = text("Does it well.");
    parcel.access_levels = vec![AccessLevel::Tagging, AccessLevel::Write];
    parcel.rows = vec![row(&["mailbox*", "Stamp"], &["exmail:Sender"], None)];
    parcel.url = None;
    stamp.name = "GetStamp".to_owned();
    stamp.permission_only = true;
    deliver.permission_only = false;
    deliver.rows =
        vec![row(&["mailbox*"], &["exmail:Weight"], Some(&[])), row(&["Stamp"], &["exmail:Sender"], Some(&[]))];
    deliver.scenarios[0].resource_types = resources(&["mailbox*"]);
    deliver.scenarios[1].name = "At noon".to_owned();
    mail.actions.remove(2);
    mail.actions.push(action("Forward", vec![row(&[], &[], None)]));
    mail.actions.push(action("Reply`All`", vec![row(&[], &[], None)]));
    mail.operations[0] = operation("SendLetter", None, &["exmail:SendLetter", "iam:PassRole"]);
    mail.operations[1].sdk_client = text("exmail-write");
    mail.resource_types[0] = resource_type("mailbox", &["arn:mailbox/b"], &[]);
    mail.resource_types[1] = resource_type("Stamp", &["arn:stamp", "arn:stamp/*"], &["exmail:Sender"]);
    mail.resource_types.push(resource_type("parcel", &[], &[]));
    mail.condition_keys[0].value_type = Some(ConditionKeyType::Arn);
    mail.condition_keys[1].value_type = Some(ConditionKeyType::Numeric);
    mail.condition_keys[1].description = text("In grams.");
    mail.condition_keys.remove(2);
    mail.condition_keys.push(key("aws:TagKeys", Some(ConditionKeyType::ArrayOfString)));
    mail
}

fn post(prefix: &str) -> Service {
    Service {
        prefix: prefix.to_owned(),
        name: format!("Example *{prefix}*"),
        actions: vec![action("Send", vec![row(&[], &[], None)])],
        ..Service::default()
    }
}

/// Writes a file in the export format.
fn export(folder: &Path, name: &str, services: Vec<Service>) {
    let reference = Reference { format: FORMAT, services, ..Reference::default() };
    std::fs::write(folder.join(name), serde_json::to_string(&reference).unwrap()).unwrap();
}

fn snapshot(name: &str, value: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, value));
}

#[test]
fn each_format_tells_everything() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path(), "old.json", vec![mail(), post("expost")]);
    export(folder.path(), "new.json", vec![changed_mail(), post("exfax"), post("exwire")]);
    for format in ["text", "markdown", "json"] {
        let arguments = ["diff", "old.json", "new.json", "--format", format];
        let run = xtask(folder.path(), &arguments);
        assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""), "{format}");
        snapshot(&format!("diff-{format}"), &run.stdout);
        let run = xtask(folder.path(), &[&arguments[..], &["--prose"]].concat());
        assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""), "{format}");
        if format == "json" {
            let value: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
            assert_eq!(value["services"][1]["prose_changes"].as_array().unwrap().len(), 3);
            assert_eq!(value["services"][1]["prose"], serde_json::json!({ "descriptions": 2, "links": 1 }));
        } else {
            snapshot(&format!("diff-{format}-prose"), &run.stdout);
        }
    }
}

#[test]
fn the_same_is_the_same_in_each_format() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path(), "old.json", vec![mail()]);
    for (format, said) in [
        ("text", "nothing has changed\n"),
        ("markdown", "Nothing has changed.\n"),
        (
            "json",
            "{\n  \"format\": 1,\n  \"old\": \"old.json\",\n  \"new\": \"old.json\",\n  \"same\": true,\n  \"bump\": null,\n",
        ),
    ] {
        let run = xtask(folder.path(), &["diff", "old.json", "old.json", "--format", format]);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{format}");
        assert!(run.stdout.starts_with(said), "{}", run.stdout);
    }
}

/// Checks the version bump of each change against the rules of `bump`.
#[test]
fn each_change_needs_its_bump() {
    let diff = compare(&[mail()], &[changed_mail()]);
    let bump = |kind: ChangeKind, verb: Verb, about: &str| {
        let names = |change: &&xtask::diff::Change| change.subject == about || change.item.as_deref() == Some(about);
        let found = diff.all().filter(|change| change.kind == kind && change.verb == verb).find(names);
        found.unwrap_or_else(|| panic!("{kind:?} {verb:?} {about}")).bump
    };
    for (kind, verb, about, expected) in [
        (ChangeKind::Action, Verb::Removed, "Burn", Bump::Major),
        (ChangeKind::Action, Verb::Changed, "GetStamp", Bump::Major),
        (ChangeKind::Action, Verb::Added, "Forward", Bump::Minor),
        (ChangeKind::ResourceType, Verb::Changed, "Stamp", Bump::Major),
        (ChangeKind::ResourceType, Verb::Added, "parcel", Bump::Minor),
        (ChangeKind::ConditionKey, Verb::Removed, "exmail:Colour", Bump::Major),
        (ChangeKind::ConditionKey, Verb::Added, "aws:TagKeys", Bump::Minor),
        (ChangeKind::ValueType, Verb::Changed, "exmail:Sender", Bump::Major),
        (ChangeKind::ValueType, Verb::Added, "exmail:Weight", Bump::Patch),
        (ChangeKind::RequiredMark, Verb::Changed, "mailbox", Bump::Major),
        (ChangeKind::ActionResourceType, Verb::Added, "Stamp", Bump::Minor),
        (ChangeKind::ActionConditionKey, Verb::Removed, "exmail:Sender", Bump::Major),
        (ChangeKind::ActionConditionKey, Verb::Added, "exmail:Weight", Bump::Minor),
        (ChangeKind::ResourceConditionKey, Verb::Removed, "mailbox", Bump::Major),
        (ChangeKind::ResourceConditionKey, Verb::Added, "Stamp", Bump::Minor),
        (ChangeKind::Operation, Verb::Removed, "Describe (exmail-query)", Bump::Major),
        (ChangeKind::Operation, Verb::Added, "Describe (exmail-write)", Bump::Minor),
        (ChangeKind::AccessLevels, Verb::Changed, "SendLetter", Bump::Patch),
        (ChangeKind::PermissionOnly, Verb::Added, "GetStamp", Bump::Patch),
        (ChangeKind::PermissionOnly, Verb::Removed, "Deliver", Bump::Patch),
        (ChangeKind::DependentAction, Verb::Changed, "SendLetter", Bump::Patch),
        (ChangeKind::DependentActions, Verb::Changed, "SendParcel", Bump::Patch),
        (ChangeKind::Rows, Verb::Changed, "Deliver", Bump::Patch),
        (ChangeKind::Scenario, Verb::Changed, "Deliver", Bump::Patch),
        (ChangeKind::AuthorizedAction, Verb::Added, "SendLetter", Bump::Patch),
        (ChangeKind::ArnFormat, Verb::Changed, "mailbox", Bump::Major),
        (ChangeKind::Description, Verb::Changed, "SendLetter", Bump::Patch),
        (ChangeKind::Url, Verb::Removed, "SendParcel", Bump::Patch),
    ] {
        assert_eq!(bump(kind, verb, about), expected, "{kind:?} {verb:?} {about}");
    }
    // In the other direction, the type becomes optional, which breaks no policy.
    let back = compare(&[changed_mail()], &[mail()]);
    let mark = back.all().find(|change| change.kind == ChangeKind::RequiredMark).unwrap();
    assert_eq!((mark.bump, mark.new.as_deref()), (Bump::Patch, Some("optional")));
    // A new required resource type breaks existing policies.
    let mut stricter = mail();
    stricter.actions[3].rows[0].resource_types = resources(&["mailbox*"]);
    let needed = compare(&[mail()], &[stricter]).needed().unwrap();
    assert_eq!(needed.reasons, [(Bump::Major, "1 resource type of an action added".to_owned())]);
    assert_eq!([Bump::Major, Bump::Minor, Bump::Patch].map(Bump::before_1_0), [Bump::Minor, Bump::Patch, Bump::Patch]);
}

proptest! {
    #[test]
    fn nothing_differs_from_itself_in_any_order(
        (service, shuffled) in model::service().prop_flat_map(|service| (Just(service.clone()), model::shuffled(service)))
    ) {
        prop_assert!(compare(std::slice::from_ref(&service), std::slice::from_ref(&service)).is_empty());
        let diff = compare(&[service], &[shuffled]);
        prop_assert!(diff.is_empty(), "{diff:?}");
    }

    /// Checks that an addition in one direction is a removal in the other direction.
    #[test]
    fn both_directions_mirror_each_other(old in model::services(), new in model::services()) {
        let count = |verb, old: &[Service], new: &[Service]| {
            compare(old, new).all().filter(|change| change.verb == verb).count()
        };
        prop_assert_eq!(count(Verb::Added, &old, &new), count(Verb::Removed, &new, &old));
        prop_assert_eq!(count(Verb::Changed, &old, &new), count(Verb::Changed, &new, &old));
    }

    /// Checks that reading an exported file returns the model.
    #[test]
    fn exported_files_come_back(services in model::services()) {
        let text = serde_json::to_string(&Reference { format: FORMAT, services: services.clone(), ..Reference::default() }).unwrap();
        prop_assert_eq!(xtask::export::parse(&text, "x.json").unwrap(), services);
    }
}

#[test]
fn what_cannot_be_compared_ends_with_2_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path(), "good.json", vec![mail()]);
    export(folder.path(), "twice.json", vec![mail(), mail()]);
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("future.json", r#"{ "format": 4, "entries": [] }"#);
    write("no.json", "{}");
    write("unknown.json", r#"{ "format": 2, "services": [], "more": 1 }"#);
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    copy(&fixtures("wrong/unknown-column/docs-src"), &folder.path().join("wrong"));
    for (input, code, said) in [
        ("future.json", "bad-export", "unknown format 4: expected 2 to 3"),
        ("no.json", "bad-export", "missing field `format`"),
        ("unknown.json", "bad-export", "unknown field `more`"),
        ("twice.json", "bad-export", "the service `exmail` twice"),
        ("empty", "no-pages", "the directory contains no pages"),
        ("wrong", "unknown-column", "wrong/list_examplemail.md:7:27"),
        ("missing.json", "no-workspace", "the directory is not in a Cargo workspace"),
    ] {
        for arguments in [["diff", input, "good.json"], ["diff", "good.json", input]] {
            let run = xtask(folder.path(), &arguments);
            assert_eq!((run.status, run.stdout.as_str()), (Some(2), ""), "{input}");
            assert!(run.stderr.contains(&format!("error[{code}]")), "{input}: {}", run.stderr);
            assert!(run.stderr.contains(said), "{input}: {}", run.stderr);
            assert!(run.stderr.ends_with("nothing was compared\n"), "{input}: {}", run.stderr);
        }
    }
}

/// Runs git in a directory.
fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").args(who).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Creates a repository. Its first commit has no pages, and its second has those of a fixture.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    git(folder.path(), &["init", "--quiet"]);
    std::fs::write(folder.path().join("Cargo.toml"), "[workspace]\n").unwrap();
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message", "a workspace"]);
    git(folder.path(), &["tag", "empty"]);
    copy(&fixtures("golden/full/docs-src"), &folder.path().join("docs-src"));
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message", "pages"]);
    folder
}

fn diff(folder: &Path, arguments: &[&str]) -> Run {
    xtask(folder, &[&["diff"], arguments].concat())
}

#[test]
fn revisions_are_compared_with_the_working_tree() {
    let repository = repository();
    let root = repository.path();
    let run = diff(root, &[]);
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (Some(0), "nothing has changed\n", ""));

    let page = root.join("docs-src/list_examplemail.md");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, text.replace("SendLetter", "PostLetter")).unwrap();
    for arguments in [&[][..], &["HEAD"], &["HEAD", "docs-src"]] {
        let run = diff(root, arguments);
        assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""));
        assert!(run.stdout.contains("  + action: PostLetter\n  - action: SendLetter\n"), "{}", run.stdout);
        assert!(run.stdout.contains("version bump: major (before 1.0: minor)\n"), "{}", run.stdout);
    }
    // Revisions can be compared with each other, and are also found from a subdirectory of the repository.
    git(root, &["commit", "--quiet", "--all", "--message", "a name"]);
    assert_eq!(diff(root, &["HEAD~1", "HEAD"]).status, Some(1));
    assert_eq!(diff(&root.join("docs-src"), &["HEAD", "HEAD"]).status, Some(0));
    assert_eq!(diff(root, &["HEAD"]).status, Some(0));
}

#[test]
fn a_revision_that_does_not_help_is_told() {
    let repository = repository();
    let run = diff(repository.path(), &["no-such-branch"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(2), ""));
    snapshot("diff-no-revision", &run.stderr);
    let run = diff(repository.path(), &["empty"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("the revision `empty` does not have a directory `docs-src`"), "{}", run.stderr);
    // An error on a page of an old revision names that revision.
    std::fs::write(repository.path().join("docs-src/list_x.md"), "# Something else\n").unwrap();
    git(repository.path(), &["add", "."]);
    git(repository.path(), &["commit", "--quiet", "--message", "a bad page"]);
    std::fs::remove_file(repository.path().join("docs-src/list_x.md")).unwrap();
    let run = diff(repository.path(), &[]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("--> HEAD:docs-src/list_x.md:1:1"), "{}", run.stderr);
}

#[test]
fn without_git_there_are_no_revisions() {
    let repository = repository();
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["diff"])
        .current_dir(repository.path())
        .env_remove("CARGO_MANIFEST_DIR")
        .env("PATH", "")
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr.contains("error[no-revision]: the command `git` cannot be run"), "{stderr}");
}
