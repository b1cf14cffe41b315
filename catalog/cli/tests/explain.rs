//! Tests `catalog explain` with every kind of name, and with unknown names.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

mod support;

use support::{catalog, outcome};

/// Returns the explanation of a name that exists.
fn explain(name: &str) -> String {
    let (code, out, err) = outcome(&mut catalog(&["explain", name]), "");
    assert_eq!((code, &*err), (0, ""), "{name}");
    out
}

/// Returns an explanation without the month of the catalog and the number of services, which change with every refresh.
fn explain_in_any_month(name: &str) -> String {
    let edition = catalog::edition().unwrap().to_string();
    let without_count = |line: &str| match line.strip_suffix(" services").and_then(|line| line.rsplit_once(' ')) {
        Some((before, _)) => format!("{before} N services\n"),
        None => format!("{line}\n"),
    };
    explain(name).replace(&edition, "of the catalog").lines().map(without_count).collect()
}

/// Returns the errors about a name that does not exist.
fn refused(name: &str) -> String {
    let (code, out, err) = outcome(&mut catalog(&["explain", name]), "");
    assert_eq!((code, &*out), (1, ""), "{name}");
    err
}

/// Returns the titles of the explanations. All other lines are indented.
fn titles(out: &str) -> Vec<&str> {
    out.lines().filter(|line| !line.is_empty() && !line.starts_with(' ')).collect()
}

/// Returns the first value of a row.
fn value<'o>(out: &'o str, label: &str) -> &'o str {
    let row = out.lines().find_map(|line| line.strip_prefix("  ")?.strip_prefix(label));
    assert!(row.is_some(), "no {label} in {out}");
    row.unwrap().trim_start()
}

#[test]
fn a_finding_is_explained() {
    insta::assert_snapshot!("finding", explain("empty-sid"));
    assert!(refused("emptysid").contains("did you mean `empty-sid`?"));
    for id in catalog::policy::FindingId::ALL {
        let page = explain(id.name());
        assert!(page.starts_with(&format!("# {}[{id}]\n", id.severity())) && page.contains(id.page()), "{page}");
    }
    assert_eq!(explain("uncatalogued-action"), explain("Uncataloged-Action"));
    let style = explain("style");
    assert!(style.starts_with("group style\n") && style.contains("  warning  empty-sid\n"), "{style}");
    let restriction = explain("restriction");
    assert!(restriction.starts_with("group restriction (off by default)\n  warning  "), "{restriction}");
    assert_eq!(
        explain("Empty_Sid_Value"),
        "check EMPTY_SID_VALUE of IAM Access Analyzer (SUGGESTION)\n  \
         https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html\
         #access-analyzer-reference-policy-checks-suggestion-empty-sid-value\nreported by\n  warning  empty-sid\n"
    );
    assert!(explain("SCP_SYNTAX_ERROR_ACTION_WILDCARD").contains("\nnot reported: Since "));
    assert!(!refused("\u{1b}[31mred:x").contains('\u{1b}'));
}

#[test]
fn each_kind_of_name_is_explained_ignoring_case() {
    insta::assert_snapshot!("action", explain_in_any_month("SES:sendemail"));
    insta::assert_snapshot!("resource_type", explain_in_any_month("s3:Bucket"));
    insta::assert_snapshot!("condition_key", explain_in_any_month("ses:fromaddress"));
    insta::assert_snapshot!("global_condition_key", explain_in_any_month("aws:requesttag/team"));
    insta::assert_snapshot!("operation", explain_in_any_month("dsql:createcluster"));
    insta::assert_snapshot!("unlisted_operation", explain_in_any_month("s3:ListObjectsV2"));
}

#[test]
fn what_is_not_stated_differs_from_none() {
    assert_eq!(value(&explain("ses:SendEmail"), "operations"), "not stated");
    for action in catalog::actions().step_by(2_000) {
        let expected = match action.needs().map(|needed| needed.flatten().next()) {
            None => "not stated".to_owned(),
            Some(None) => "none".to_owned(),
            Some(Some(needed)) => needed.to_string(),
        };
        assert_eq!(value(&explain(&action.to_string()), "dependent actions"), expected, "{action}");
    }
    let passing = explain("iam:PassRole");
    assert!(value(&passing, "permission only").starts_with("yes"));
    let list = explain("s3:ListAllMyBuckets");
    assert_eq!(value(&list, "resource types"), "none: use `\"Resource\": \"*\"`");
    assert_eq!(value(&explain("aws:SourceIp"), "listed by"), "none");
}

#[test]
fn a_template_is_found_by_a_key_that_fills_it_in() {
    for (name, key) in [
        ("s3:ExistingObjectTag/team", "condition key s3:ExistingObjectTag/<key>"),
        ("aws:PrincipalTag/team", "global condition key aws:PrincipalTag/"),
        ("kms:EncryptionContext:team", "condition key kms:EncryptionContext:${EncryptionContextKey}"),
    ] {
        let out = explain(name);
        assert_eq!(titles(&out), [key]);
        assert!(value(&out, "template").starts_with("yes"), "{out}");
    }
}

#[test]
fn a_name_that_several_things_have_explains_them_all() {
    assert_eq!(titles(&explain("ecs:CLUSTER")), ["resource type ecs:cluster", "condition key ecs:cluster"]);
    assert_eq!(
        titles(&explain("dsql:createcluster")),
        ["action dsql:CreateCluster", "API operation dsql:CreateCluster"]
    );
}

#[test]
fn the_month_in_which_an_action_was_first_listed_is_explained() {
    assert_eq!(value(&explain("s3:PutObject"), "first listed"), "2024-10 or earlier");
    assert_eq!(value(&explain("access-analyzer:UpdateAnalyzer"), "first listed"), "2024-11");
}

#[test]
fn a_retired_name_has_its_last_month() {
    let listed = |what: &str, month: &str| format!("error: AWS's reference last listed {what} in {month}\n");
    for (name, what, month) in [
        ("evidently:createproject", "`evidently:CreateProject`", "2026-08"),
        ("evidently:project", "`evidently:Project`", "2026-08"),
        ("iotevents:KeyValue", "`iotevents:keyValue`", "2026-08"),
        ("evidently:Frobnicate", "the service `evidently`", "2026-08"),
        ("evidently:Create*", "the service `evidently`", "2026-08"),
        ("evidently", "the service `evidently`", "2026-08"),
        ("account:GetChallengeQuestions", "`account:GetChallengeQuestions`", "2025-02"),
    ] {
        assert_eq!(refused(name), listed(what, month), "{name}");
    }
}

#[test]
fn a_pattern_is_expanded() {
    for pattern in ["s3:*Acl", "s3:GetObjectAc?", "S3:frob*"] {
        let expanded = outcome(&mut catalog(&["expand", pattern]), "");
        assert_eq!(outcome(&mut catalog(&["explain", pattern]), ""), expanded);
    }
    assert!(explain("s3:Frob*").starts_with("0 actions."));
    assert!(refused("s4:*").contains("unknown service prefix"));
}

#[test]
fn every_name_of_the_catalog_has_an_explanation() {
    // Test only the last name of each kind in every ninth service, which takes a second instead of minutes.
    let names = catalog::services().step_by(9).flat_map(|service| {
        let action = service.actions().next_back().map(|action| action.to_string());
        let resource_type = service.resource_types().next_back().map(|resource_type| resource_type.to_string());
        let condition_key = service.condition_keys().next_back().map(|condition_key| condition_key.to_string());
        let operation = service.operations().next_back().map(|operation| format!("{}:{operation}", service.prefix()));
        [action, resource_type, condition_key, operation].into_iter().flatten()
    });
    for name in names {
        let out = explain(&name);
        assert!(titles(&out).iter().any(|title| title.ends_with(&format!(" {name}"))), "{name}: {out}");
    }
}

#[test]
fn an_unknown_name_is_an_error_with_a_suggestion() {
    let errors = [
        ("ses:SendEmial", "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?"),
        ("ses:identiti", "unknown resource type `ses:identiti`: did you mean `ses:identity`?"),
        ("ses:FromAdress", "unknown condition key `ses:FromAdress`: did you mean `ses:FromAddress`?"),
        ("s33:GetObject", "unknown service prefix in `s33:GetObject`"),
        (
            "s3:Frob",
            "unknown name `s3:Frob`: Amazon S3 has no action, resource type, condition key or API operation with this name",
        ),
        ("s3", "`s3` is a service prefix: `catalog explain 's3:*'` lists the actions of Amazon S3"),
        ("frobnicate", "unknown finding `frobnicate`: run `catalog lint --list` for all findings"),
        ("s3:Get Object", "has a space at byte 6"),
        ("s3:", "s3:"),
        ("", "unknown finding ``"),
    ];
    for (name, words) in errors {
        let err = refused(name);
        assert!(err.starts_with("error: ") && err.contains(words), "{name}: {err}");
    }
}

#[test]
fn exactly_one_name_is_expected() {
    for arguments in [&[][..], &["ses:SendEmail", "ses:SendRawEmail"], &["--frob"]] {
        let (code, out, err) = outcome(&mut catalog(&[&["explain"], arguments].concat()), "");
        assert!(
            code == 2 && out.is_empty() && err.contains("Usage: catalog explain") && err.contains("<NAME>"),
            "{err}"
        );
    }
}
