//! Tests the facts of the repository, facts next to the pages, and facts about undefined names.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::path::Path;
use support::{copy, fixtures, tree, xtask};
use xtask::facts::identifiers::ChosenIdentifiers;
use xtask::facts::known_errors::KnownErrors;
use xtask::facts::{Evidence, Fact, FactFile, FactSource, FactTable, Facts, retired};
use xtask::source::{Source, Sources};

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];
const CHECK: [&str; 6] = ["regen", "--docs-src", "docs-src", "--out", "out", "--check"];
const OTHER_NAMES: &str = "out/catalog/core/src/facts/other_names.rs";

/// Creates a directory with only the pages of a fixture.
fn pages(fixture: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("docs-src")).unwrap();
    for (name, text) in tree(&fixtures(fixture).join("docs-src")) {
        if name.starts_with("list_") {
            std::fs::write(folder.path().join("docs-src").join(name), text).unwrap();
        }
    }
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    std::fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
    std::fs::write(folder.join(path), text).unwrap();
}

fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap()
}

fn evidence<T>(table: &FactTable<T>) -> Vec<&Evidence> {
    assert!(!table.facts.is_empty());
    table.facts.iter().map(|Fact { evidence, .. }| evidence).collect()
}

#[test]
fn each_fact_of_the_repository_has_its_source_and_month() {
    let mut found = Vec::new();
    let facts = Facts::read(FactSource::repository, &mut found);
    assert_eq!(found, []);
    let (known_errors, identifiers) = (KnownErrors::repository(), ChosenIdentifiers::repository());
    let all = [
        evidence(&facts.aws_accounts),
        evidence(&facts.aws_owned_resources),
        evidence(&facts.endpoint_keys),
        evidence(&facts.escalation_methods),
        evidence(&facts.global_keys),
        evidence(&facts.iam_paths),
        evidence(&facts.key_properties),
        evidence(&facts.oidc_providers),
        evidence(&facts.operations),
        evidence(&facts.other_names),
        evidence(&facts.partitions),
        evidence(&facts.policy_variables),
        evidence(&facts.principal_keys),
        evidence(&facts.rcp_services),
        evidence(&facts.request_tags),
        evidence(&facts.access_analyzer_checks),
        evidence(&facts.sam_policy_templates),
        evidence(&facts.sensitive_actions),
        evidence(&facts.service_principals),
        evidence(&facts.session_actions),
        evidence(&facts.size_limits),
        evidence(&facts.template_properties),
        evidence(&facts.trust_actions),
        evidence(&facts.unique_ids),
        evidence(&facts.used_by_aws),
        evidence(&facts.value_shapes),
        evidence(&facts.verbs),
        evidence(&facts.well_known_actions),
        evidence(&facts.wrong_types),
        evidence(&known_errors),
        evidence(&identifiers),
    ];
    // All months of the file of first listings have one source, so the file has no entry here. The file of known errors
    // has two.
    assert_eq!(all.len(), FactFile::ALL.len());
    for Evidence { source, month } in all.into_iter().flatten() {
        assert!(source.starts_with("https://") && month.to_string().starts_with("20"), "{source}, {month}");
    }
}

/// Removes the source or the month of each file, which is an error for each entry.
#[test]
fn no_file_of_the_repository_is_accepted_without_source_or_month() {
    for file in FactFile::ALL {
        for field in ["source", "month"] {
            let lines = file.repository().lines().filter(|line| !line.starts_with(&format!("{field} = ")));
            let text = lines.collect::<Vec<_>>().join("\n");
            let folder = pages("golden/minimal");
            write(folder.path(), &format!("docs-src/facts/{}", file.name()), &text);
            // For people, only the first errors of a file are printed.
            let run = xtask(folder.path(), &[&CHECK[..], &["--message-format", "json"]].concat());
            let entries = text.lines().filter(|line| line.starts_with("[[")).count();
            let count = run.stderr.matches(&format!("]]` has no `{field}`\"")).count();
            assert_eq!((run.status, count), (Some(1), entries), "{}: {}", file.name(), run.stderr);
        }
    }
}

#[test]
fn a_folder_without_facts_and_editions_is_read_with_the_repositorys() {
    let folder = pages("golden/minimal");
    let run = xtask(folder.path(), &REGEN);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    // Facts that need no page are generated.
    assert!(read(folder.path(), "out/catalog/policy/src/facts/global_keys.rs").contains("\"aws:SourceArn\""));
    let mut editions = include_str!("../../docs-src/editions.toml").lines();
    let edition = editions.find_map(|line| line.strip_prefix("edition = ")).unwrap().trim_matches('"');
    let export = xtask(folder.path(), &["export", "--docs-src", "docs-src"]).stdout;
    assert!(export.contains(&format!("\"edition\": \"{edition}\"")), "{export}");
    // Facts about services that the directory does not have are left out.
    for (path, empty) in [
        (OTHER_NAMES, "OTHER_NAMES: &[(&str, &str)] = &[];"),
        ("out/catalog/core/src/facts/operations.rs", "OPERATIONS: &[(&str, &str)] = &[];"),
        ("out/catalog/policy/src/facts/trust_actions.rs", "TRUST_ACTIONS: &[&str] = &[];"),
    ] {
        let text = read(folder.path(), path);
        assert!(text.contains(empty), "{text}");
    }
    let shapes = read(folder.path(), "out/catalog/policy/src/facts/value_shapes.rs");
    assert!(shapes.contains("\"aws:SourceAccount\"") && !shapes.contains("\"kms:"), "{shapes}");
}

#[test]
fn a_file_beside_the_pages_takes_the_place_of_the_repositorys() {
    let folder = pages("golden/minimal");
    let text = "source = 'https://example.com'\nmonth = '2026-09'\n\
                [[other-name]]\nname = 'post'\nservice = 'ex-post'\n";
    write(folder.path(), "docs-src/facts/other_names.toml", text);
    let run = xtask(folder.path(), &REGEN);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    assert!(read(folder.path(), OTHER_NAMES).contains("&[(\"post\", \"ex-post\")];"));
    assert!(read(folder.path(), "out/catalog/core/src/facts/verbs.rs").contains("Describe"));

    write(folder.path(), "docs-src/facts/other_names.toml", &text.replace("'ex-post'", "'expost'"));
    let run = xtask(folder.path(), &CHECK);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("docs-src/facts/other_names.toml:5:11"), "{}", run.stderr);
    assert!(run.stderr.contains("did you mean `ex-post`?"), "{}", run.stderr);
}

#[test]
fn hidden_files_are_ignored() {
    let folder = pages("golden/minimal");
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    for path in [".list_x.md", "._list_ex-post.md", ".editions.toml", ".DS_Store", "facts/.verbs.toml", ".facts/x.toml"]
    {
        write(folder.path(), &format!("docs-src/{path}"), "not what it seems\n");
    }
    // The directory of facts has only a hidden file, so the repository's facts are used.
    let run = xtask(folder.path(), &CHECK);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn stale_missing_and_left_over_tables_are_found_and_replaced() {
    let folder = pages("golden/minimal");
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    let expected = tree(folder.path());
    let header = xtask::emit::HEADER;
    let left_over = "out/catalog/policy/src/facts/regions.rs";
    std::fs::remove_file(folder.path().join(OTHER_NAMES)).unwrap();
    write(folder.path(), "out/catalog/core/src/facts/verbs.rs", &format!("{header}\n"));
    write(folder.path(), left_over, &format!("{header}\n"));
    let run = xtask(folder.path(), &CHECK);
    let differences = format!(
        "missing: {OTHER_NAMES}\nstale: out/catalog/core/src/facts/verbs.rs\nleft over: {left_over}\n\
         error: 3 files do not match the pages"
    );
    assert!(run.stderr.starts_with(&differences), "{}", run.stderr);
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    assert_eq!(tree(folder.path()), expected);

    write(folder.path(), left_over, "//! By hand.\n");
    assert!(xtask(folder.path(), &CHECK).stderr.contains("error[not-generated]"));
}

/// Checks that a known error of a page is a warning with the reason why the rows are harmless.
#[test]
fn a_known_error_beside_the_pages_makes_a_warning_of_an_error() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("wrong/repeated-name-case"), folder.path());
    let run = xtask(folder.path(), &REGEN);
    assert!(run.stderr.contains("error[repeated-name]"), "{}", run.stderr);
    let names: Vec<_> = run.stderr.lines().next().unwrap().split('`').skip(1).step_by(2).collect();
    let [first, second] = names[..] else { panic!("{}", run.stderr) };
    let kind = if run.stderr.contains("the condition keys") { "condition-key" } else { "action" };
    let text = format!(
        "[[repeated-name]]\nservice = 'exmail'\nkind = '{kind}'\nnames = ['{second}', '{first}']\nsecond-row = 'kept'\n\
         reason = 'because'\nsource = 'https://example.com'\nmonth = '2026-09'\n"
    );
    write(folder.path(), "docs-src/facts/known_errors.toml", &text);
    let run = xtask(folder.path(), &REGEN);
    assert!(run.stderr.contains("warning[repeated-name]"), "{}", run.stderr);
    assert!(run.stderr.contains("help: because") && !run.stderr.contains("unused-fact"), "{}", run.stderr);
}

#[test]
fn a_wrong_type_that_no_page_states_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/facts/docs-src"), &folder.path().join("docs-src"));
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    let path = "docs-src/facts/known_errors.toml";
    let text = read(folder.path(), path);
    write(folder.path(), path, &text.replace("listed = \"String\"", "listed = \"Bool\""));
    let run = xtask(folder.path(), &CHECK);
    let expected = "error[unused-fact]: unneeded entry: no page states the type Bool for `exmail:Sender`";
    assert_eq!((run.status, run.stderr.matches(expected).count()), (Some(1), 1), "{}", run.stderr);
    write(folder.path(), path, &text.replace("key = \"exmail:Sender\"", "key = \"exmail:Other\""));
    let run = xtask(folder.path(), &CHECK);
    assert!(run.stderr.contains("error[undefined-in-fact]: unknown condition key `exmail:Other`"), "{}", run.stderr);
}

/// Checks that an error in a fact can quote its source, even if the source is not on disk.
#[test]
fn a_wrong_entry_of_another_repository_is_shown_by_its_path() {
    let mut sources = Sources::default();
    let file = sources.add(Source { name: String::new(), path: FactFile::Verbs.path(), text: "[[group]]".into() });
    let mut found = Vec::new();
    let source = |fact_file| {
        let text = if fact_file == FactFile::Verbs { "[[group]]" } else { "" };
        FactSource { file, text, is_own: true }
    };
    let facts = Facts::read(source, &mut found);
    assert!(facts.verbs.facts.is_empty());
    let messages: Vec<_> = found.iter().map(|error| error.message.as_str()).collect();
    let expected = ["`verbs`", "`source`", "`month`"].map(|field| format!("`[[group]]` has no {field}"));
    assert_eq!(messages, expected);
    let shown = xtask::diagnostic::render(&found[0], &sources, xtask::diagnostic::Color::Plain);
    assert!(shown.contains("docs-src/facts/verbs.toml:1:1"), "{shown}");
}

/// Checks that a method is an error if another method is a part of it, or if its first action has two resources.
#[test]
fn a_method_of_privilege_escalation_must_add_something() {
    let method = |name: &str, way: &str, resource: &str, actions: &str| {
        format!(
            "[[method]]\nname = '{name}'\nlist = 'list'\nway = '{way}'\nresource = '{resource}'\nactions = [{actions}]\n\
             source = 'https://example.com'\nmonth = '2026-11'\n"
        )
    };
    let messages = |methods: &[String]| {
        let text = methods.concat();
        let mut found = Vec::new();
        let source = |file: FactFile| {
            let text = if file == FactFile::EscalationMethods { &text } else { file.repository() };
            FactSource { text, ..FactSource::repository(file) }
        };
        Facts::read(source, &mut found);
        found.into_iter().map(|error| error.message).collect::<Vec<_>>()
    };
    let pass = method("pass", "passed-role", "iam:role/*", "'iam:PassRole', 'ec2:RunInstances'");
    let start = method("start", "existing-resource", "ec2:instance/*", "'ec2:RunInstances'");
    // A method that needs an existing resource is about another finding.
    assert_eq!(messages(&[pass.clone(), start]), <[String; 0]>::default());
    let more = method("more", "passed-role", "iam:role/*", "'iam:PassRole', 'ec2:StopInstances', 'ec2:RunInstances'");
    assert_eq!(messages(&[more, pass.clone()]), ["needless entry: `more` includes the actions of `pass`"]);
    let user = method("user", "passed-role", "iam:user/*", "'iam:PassRole', 'ec2:StopInstances'");
    let both = ["`pass` and `user` have different resources", "`user` and `pass` have different resources"];
    assert_eq!(messages(&[pass, user]), both);
    let expected = ["`role` is not a service and a resource"];
    assert_eq!(messages(&[method("a", "passed-role", "role", "'iam:PassRole'")]), expected);
}

/// Returns true if the index of the macros has an action.
fn is_action(name: &str) -> bool {
    let index = include_str!("../../catalog-macros/src/index.txt");
    let (prefix, action) = name.split_once(':').unwrap();
    let (_, service) = index.split_once(&format!("\n[{prefix} ")).unwrap_or_default();
    let actions = service.lines().skip(1).take_while(|line| !line.starts_with(['[', '#']));
    actions.map(|line| line.split(' ').next()).any(|known| known == Some(action))
}

/// Checks the well-known actions. AWS can retire one of them, and then its service uses another action as its example.
#[test]
fn every_well_known_action_is_or_was_an_action() {
    let mut found = Vec::new();
    let table = Facts::read(FactSource::repository, &mut found).well_known_actions;
    let source = FactSource { text: retired::REPOSITORY, ..FactSource::repository(FactFile::FirstListed) };
    let retired = retired::read(source, &mut found);
    assert_eq!(found, []);
    let names: Vec<&String> = table.values().flat_map(|actions| &actions.names).collect();
    assert!(names.len() > 300 && !is_action("s3:GetObjects") && !is_action("nowhere:GetObject"));
    for name in names {
        assert!(is_action(name) || retired.has_action(name), "`{name}` is not an action");
    }
    assert_eq!(table.of_service("lambda"), Some("InvokeFunction"));
    assert_eq!(table.of_service("lamb"), None);
}

#[test]
fn the_example_of_a_service_is_its_well_known_action() {
    let folder = pages("golden/facts");
    let example = |text: &str| {
        let text = format!("source = 'https://example.com'\nmonth = '2026-09'\n[[well-known]]\nactions = [{text}]\n");
        write(folder.path(), "docs-src/facts/well_known_actions.toml", &text);
        let run = xtask(folder.path(), &REGEN);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
        let service = read(folder.path(), "out/catalog/src/services/exmail.rs");
        let (_, example) = service.split_once("action!(\"").unwrap();
        example.split('"').next().unwrap().to_owned()
    };
    assert_eq!(example("'exmail:SendLetter', 'other:Action'"), "exmail:SendLetter");
    // Without an entry, or with an undefined action, the example is the first action.
    let first = example("'other:Action'");
    assert_ne!(first, "exmail:SendLetter");
    assert_eq!(example("'exmail:SendLetters'"), first);
    for (wrong, message) in [
        ("'exmail:SendLetter', 'exmail:ReadLetter'", "`exmail` is repeated"),
        ("'SendLetter'", "facts/well_known_actions.toml:4:12"),
        ("", "`actions` is empty"),
    ] {
        let text = format!("source = 'https://example.com'\nmonth = '2026-09'\n[[well-known]]\nactions = [{wrong}]\n");
        write(folder.path(), "docs-src/facts/well_known_actions.toml", &text);
        let run = xtask(folder.path(), &CHECK);
        assert_eq!(run.status, Some(1));
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}

#[test]
fn a_name_that_a_page_lists_is_not_needed_as_one_that_aws_uses() {
    let folder = pages("golden/minimal");
    let text = "source = 'https://example.com'\nmonth = '2026-09'\n\
                [[policy]]\nname = 'AmazonPost'\nactions = ['ex-post:Unlisted', 'other:Unlisted']\n\
                [[policy]]\ndefault-of = 'box'\nactions = ['ex-post:Receive']\n";
    write(folder.path(), "docs-src/facts/used_by_aws.toml", text);
    let run = xtask(folder.path(), &REGEN);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    let table = read(folder.path(), "out/catalog/policy/src/facts/used_by_aws.rs");
    for row in [
        "(\"ex-post:Receive\", PolicyOfAws::DefaultOf(\"box\"))",
        "(\"ex-post:Unlisted\", PolicyOfAws::Managed(\"AmazonPost\"))",
        "(\"other:Unlisted\", PolicyOfAws::Managed(\"AmazonPost\"))",
    ] {
        assert!(table.contains(row), "{table}");
    }

    let listed = read(folder.path(), "out/catalog-macros/src/index.txt");
    let action = listed.lines().skip_while(|line| !line.starts_with('[')).nth(1).unwrap().to_ascii_lowercase();
    write(
        folder.path(),
        "docs-src/facts/used_by_aws.toml",
        &text.replace("ex-post:Unlisted", &format!("ex-post:{action}")),
    );
    let run = xtask(folder.path(), &CHECK);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains(&format!("unneeded entry: a page lists `ex-post:{action}`")), "{}", run.stderr);

    write(folder.path(), "docs-src/facts/used_by_aws.toml", &text.replace("default-of", "name = 'Both'\ndefault-of"));
    let run = xtask(folder.path(), &CHECK);
    assert!(run.stderr.contains("a policy has either `name` or `default-of`"), "{}", run.stderr);
}
