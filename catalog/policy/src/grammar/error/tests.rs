//! The message and the suggestion of each error.

use super::*;
use alloc::format;

#[test]
fn each_error_has_its_message() {
    let string = str::to_string;
    let (kind, element) = (PolicyKind::Trust, "Action");
    for (error, expected) in [
        (FormError::NotAPolicy, "this is not a policy: it has neither `Version` nor `Statement`"),
        (
            FormError::BareStatement,
            "this is a statement without its policy: write `{\"Version\": \"2012-10-17\", \"Statement\": [ … ]}` \
             around it",
        ),
        (FormError::WrongType { expected: "a string", found: "a list" }, "expected a string, found a list"),
        (
            FormError::KeyOutsideOperator { key: string("aws:a") },
            "`aws:a` belongs in an operator: `{\"StringEquals\": {\"aws:a\": … }}`",
        ),
        (FormError::unknown_policy_element("Frobnicate"), "unknown element `Frobnicate` in a policy"),
        (
            FormError::unknown_statement_element("Actions"),
            "unknown element `Actions` in a statement: did you mean `Action`?",
        ),
        (
            FormError::unknown_statement_element("action"),
            "unknown element `action`: did you mean `Action`? IAM reads elements case-sensitively",
        ),
        (FormError::repeated_member("Sid"), "`Sid` appears twice in one object: join the two, or remove one"),
        (FormError::MissingElement { of: "a policy", kind: None, element }, "a policy needs `Action`"),
        (
            FormError::MissingElement { of: "a statement", kind: Some(kind), element },
            "a statement of a trust policy needs `Action`",
        ),
        (FormError::EmptyList { element }, "`Action` is empty: expected at least one entry"),
        (
            FormError::ConflictingElements { element },
            "a statement has `Action` or `NotAction`, not both: write two statements",
        ),
        (FormError::ForbiddenElement { kind, element }, "a trust policy cannot have `Action`"),
        (FormError::NoStatement, "the policy has no statement: add one"),
        (FormError::EmptyCondition { name: string("Bool") }, "`Bool` is empty and requires nothing"),
        (FormError::EmptyValues { key: string("aws:a") }, "`aws:a` is compared to no value"),
        (FormError::NoPrincipal, "no principal is named"),
        (FormError::EmptyPrincipals { kind: PrincipalKind::AWS }, "`AWS` is empty and names no principal"),
        (FormError::unknown_version("2012"), "unknown version `2012`: expected `2012-10-17`"),
        (FormError::unknown_effect("allow"), "invalid effect `allow`: expected `Allow` or `Deny`"),
        (
            FormError::bare_principal("ann"),
            "`ann` is not a valid principal without its kind: write `{\"AWS\": …}`, or `*` for everybody",
        ),
        (
            FormError::unknown_principal_kind("Group"),
            "unknown kind of principal `Group`: expected `AWS`, `CanonicalUser`, `Federated` or `Service`",
        ),
        (
            FormError::unknown_principal_kind("Services"),
            "unknown kind of principal `Services`: did you mean `Service`?",
        ),
        (FormError::NumberOutOfRange, "the number is too large: the largest is about 1.8e308"),
    ] {
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn an_error_of_the_json_displays_as_that() {
    let error = crate::json::parse(b"{,}").unwrap_err();
    assert_eq!(FormError::Json(error).to_string(), error.to_string());
}

#[test]
fn a_name_that_is_nearly_known_has_a_suggestion() {
    for (error, expected) in [
        (FormError::unknown_policy_element("Statment"), Some("Statement")),
        (FormError::unknown_policy_element("id"), Some("Id")),
        (FormError::unknown_policy_element("Effect"), None),
        (FormError::unknown_statement_element("Conditions"), Some("Condition")),
        (FormError::unknown_effect("Alow"), Some("Allow")),
        (FormError::unknown_effect("Permit"), None),
        (FormError::unknown_version("2012"), Some("2012-10-17")),
        (FormError::unknown_principal_kind("aws"), Some("AWS")),
        (FormError::unknown_principal_kind("Group"), None),
        (FormError::bare_principal("111122223333"), None),
    ] {
        assert_eq!(error.suggestion(), expected, "{error}");
    }
}

#[test]
fn a_long_name_is_cut() {
    let name = "a".repeat(1_000);
    let shown = Shown(&name).to_string();
    for error in [
        FormError::unknown_policy_element(&name),
        FormError::repeated_member(&name),
        FormError::unknown_version(&name),
        FormError::unknown_effect(&name),
        FormError::bare_principal(&name),
        FormError::unknown_principal_kind(&name),
    ] {
        assert!(error.to_string().contains(&format!("`{shown}`")), "{error}");
    }
}
