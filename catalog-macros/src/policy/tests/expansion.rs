//! Tests the expansions of `include_policy!` and `policy!`: values, dependencies on files, errors and warnings.

use std::{fs, path::Path};

use catalog_policy::json::SIZE_LIMIT;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use tempfile::TempDir;

use super::{
    super::{file::Root, include_policy_below, policy_below},
    index,
};

const CLEAN: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "ses:*", "Resource": "*"}}"#;
const WARNS: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["ses:*", "ses:*"], "Resource": "*"}}"#;

/// Creates the directory of a crate with these files.
fn krate<const N: usize>(files: [(&str, &[u8]); N]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = directory.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    directory
}

/// Expands `include_policy!` in a crate.
fn included(krate: &TempDir, tokens: TokenStream) -> TokenStream {
    include_policy_below(Some(&Root::new(krate.path())), index(), tokens)
}

/// Expands `policy!` in a crate without files.
fn written(tokens: TokenStream) -> TokenStream {
    policy_below(Some(&Root::new(Path::new("/nowhere"))), index(), tokens)
}

/// Returns the errors of an expansion in order, and checks that the expansion is an expression.
pub(super) fn errors(expansion: &TokenStream) -> Vec<String> {
    assert!(syn::parse2::<syn::ExprBlock>(expansion.clone()).is_ok(), "{expansion}");
    texts(expansion.clone(), "compile_error")
}

fn warnings(expansion: &TokenStream) -> Vec<String> {
    texts(expansion.clone(), "deprecated")
}

/// Returns the string at the end of each group that follows the identifier `word`.
fn texts(tokens: TokenStream, word: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut is_behind = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) if is_behind => {
                is_behind = false;
                let text = group.stream().into_iter().last().unwrap();
                texts.push(syn::parse2::<syn::LitStr>(text.into()).unwrap().value());
            }
            TokenTree::Group(group) => texts.extend(self::texts(group.stream(), word)),
            TokenTree::Ident(ident) => is_behind = ident == word,
            _ => {}
        }
    }
    texts
}

/// Returns the string that an expansion evaluates to.
fn value(expansion: TokenStream) -> String {
    let block = syn::parse2::<syn::ExprBlock>(expansion).unwrap().block;
    match block.stmts.last() {
        Some(syn::Stmt::Expr(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }), None)) => text.value(),
        Some(syn::Stmt::Expr(syn::Expr::Macro(_), None)) => "a file".to_owned(),
        _ => panic!("the expansion does not end with a string"),
    }
}

#[test]
fn placeholders_of_the_configuration_are_not_checked() {
    let text = CLEAN.replace("\"ses:*\"", "[{{actions}}, \"ses:${verb}Email\"]");
    let wrong = text.replace("Deny", "Allw");
    let configuration = b"[placeholders]\npatterns = [\"{{*}}\", \"${*}\"]";
    let with =
        krate([("catalog.toml", &configuration[..]), ("a.json", text.as_bytes()), ("wrong.json", wrong.as_bytes())]);
    let expansion = included(&with, quote!("a.json"));
    assert_eq!((errors(&expansion).len(), warnings(&expansion).len(), &*value(expansion)), (0, 0, "a file"));
    let found = errors(&included(&with, quote!("wrong.json")));
    assert!(matches!(&*found, [message] if message.contains("wrong.json:1:51: ")), "{found:?}");
    let without = krate([("a.json", text.as_bytes())]);
    let found = errors(&included(&without, quote!("a.json")));
    assert!(matches!(&*found, [message] if message.contains("declare the placeholder")), "{found:?}");
    let policy = quote!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Deny", "Action": "ses:${verb}Email", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalTag/{{tag}}": "a"}}
    } });
    let expansion = policy_below(Some(&Root::new(with.path())), index(), policy);
    assert_eq!((errors(&expansion).len(), warnings(&expansion).len()), (0, 0), "{expansion}");
    let text = value(expansion);
    assert!(text.contains("\"ses:${verb}Email\"") && text.contains("\"aws:PrincipalTag/{{tag}}\""), "{text}");
}

#[test]
fn a_file_is_its_text_and_the_crate_depends_on_it() {
    let krate = krate([("policies/clean.json", CLEAN.as_bytes())]);
    let expansion = included(&krate, quote!("policies/clean.json"));
    let expected = quote!({
        ::core::include_str!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", "policies/clean.json"))
    });
    assert_eq!(expansion.to_string(), expected.to_string());
}

#[test]
fn the_crate_depends_on_its_configuration() {
    let krate = krate([("clean.json", CLEAN.as_bytes()), ("catalog.toml", b"")]);
    let expected =
        r#"include_bytes ! (:: core :: concat ! (:: core :: env ! ("CARGO_MANIFEST_DIR") , "/" , "catalog.toml"))"#;
    assert!(included(&krate, quote!("clean.json")).to_string().contains(expected));
    let policy: TokenStream = CLEAN.parse().unwrap();
    let root = Root::new(krate.path());
    assert!(policy_below(Some(&root), index(), policy.clone()).to_string().contains(expected));
    assert!(!written(policy).to_string().contains("include"));
}

#[test]
fn every_error_of_a_file_has_its_place() {
    let text = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": {\"Effect\": \"allow\",\n    \"Action\": [\"ses:SendEmial\", \"ses:*\"], \"Resource\": \"b\"}\n}";
    let expansion = included(&krate([("a.json", text.as_bytes())]), quote!("a.json"));
    let expected = [
        "a.json:3:27: error[unknown-effect]: invalid effect `allow`: expected `Allow` or `Deny`",
        "a.json:4:16: error[unknown-action]: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?",
        "a.json:4:55: error[malformed-resource]: `b` is neither an ARN nor `*`",
    ];
    assert_eq!(errors(&expansion), expected);
    assert_eq!(value(expansion), "a file");
}

#[test]
fn warnings_are_deprecations_unless_they_are_denied() {
    let krate = krate([("a.json", WARNS.as_bytes())]);
    let message = "`ses:*` is already in the list: remove it";
    let expansion = included(&krate, quote!("a.json"));
    let warning = format!("a.json:1:80: warning[repeated-action]: {message}");
    assert_eq!((errors(&expansion), warnings(&expansion)), (vec![], vec![warning]));
    let error = format!("a.json:1:80: error[repeated-action]: {message}");
    let denied = |expansion| assert_eq!((errors(&expansion), warnings(&expansion)), (vec![error.clone()], vec![]));
    denied(included(&krate, quote!("a.json", deny_warnings)));
    fs::write(krate.path().join("catalog.toml"), "deny-warnings = true").unwrap();
    denied(included(&krate, quote!("a.json")));

    let policy: TokenStream = WARNS.parse().unwrap();
    let message = format!("{message} [repeated-action]");
    let expansion = written(policy.clone());
    assert_eq!((errors(&expansion), warnings(&expansion)), (vec![], vec![message.clone()]));
    let expansion = written(quote!(deny_warnings, #policy));
    assert_eq!((errors(&expansion), warnings(&expansion)), (vec![message], vec![]));
}

#[test]
fn the_configuration_of_the_crate_holds() {
    let text = CLEAN.replace("ses:*", "freetier:GetAll");
    let krate = krate([("a/b.json", text.as_bytes()), ("c.json", text.as_bytes())]);
    let count = |config: &str, path: &str| {
        fs::write(krate.path().join("catalog.toml"), config).unwrap();
        warnings(&included(&krate, quote!(#path))).len()
    };
    let [everywhere, nowhere] = [[0, 0], [1, 1]];
    for (config, expected) in [
        ("", nowhere),
        ("allow = ['uncataloged-action']", everywhere),
        ("actions.allow = ['freetier:*']", everywhere),
        ("actions.allow = ['freetire:*']", nowhere),
        ("[[allow-at]]\nid = 'uncataloged-action'\nfile = 'a/*.json'", [0, 1]),
        ("[[allow-at]]\nid = 'uncataloged-action'\npath = '/Statement'", everywhere),
    ] {
        assert_eq!([count(config, "a/b.json"), count(config, "c.json")], expected, "{config}");
        assert_eq!(count(config, "./a/b.json"), expected[0], "{config}");
    }

    for (config, expected) in [
        (
            &b"allow = ['empty-sit']\nactoins = 1"[..],
            &["catalog.toml:1:10: unknown finding `empty-sit`: did you mean", "catalog.toml:2:1: "][..],
        ),
        (b"allow = [\xff]", &["`catalog.toml` is not valid UTF-8"]),
    ] {
        fs::write(krate.path().join("catalog.toml"), config).unwrap();
        let messages = errors(&included(&krate, quote!("c.json")));
        assert_eq!(messages.len(), expected.len(), "{messages:?}");
        assert!(messages.iter().zip(expected).all(|(message, expected)| message.starts_with(expected)), "{messages:?}");
    }
}

#[test]
fn notes_are_not_told() {
    let noted = CLEAN.replace("2012", "2008");
    let expansion = included(&krate([("a.json", noted.as_bytes())]), quote!("a.json", deny_warnings));
    assert!(errors(&expansion).is_empty() && warnings(&expansion).is_empty());
}

#[test]
fn of_very_many_findings_the_first_are_told_and_the_rest_counted() {
    let entry = "\"b\",".repeat(49);
    let many = CLEAN.replace("\"Resource\": \"*\"", &format!("\"Resource\": [{entry} \"b\"], \"Sid\": \"\""));
    let expansion = included(&krate([("a.json", many.as_bytes())]), quote!("a.json"));
    let messages = errors(&expansion);
    assert_eq!((messages.len(), messages[20].as_str()), (21, "30 more errors are not shown: fix these first"));
    assert_eq!(warnings(&expansion).len(), 1);
}

#[test]
fn a_file_that_cannot_be_a_policy_is_told_as_what_it_is() {
    let large = vec![b' '; SIZE_LIMIT + 9];
    let krate = krate([
        ("policies/mailer.json", CLEAN.as_bytes()),
        ("bytes.json", b"{\"a\": \"\xff\"}"),
        ("large.json", &large),
        ("empty.json", b""),
    ]);
    let absolute = "absolute path: write it relative to the directory of `Cargo.toml`";
    for (path, expected) in [
        ("policies", "`policies` is a directory: write one `include_policy!` per file"),
        (
            "nothing.json",
            "no file `nothing.json` in the directory of `Cargo.toml`: write the path relative to this directory",
        ),
        (
            "policies/mailr.json",
            "no file `policies/mailr.json` in the directory of `Cargo.toml`: did you mean `policies/mailer.json`?",
        ),
        ("policies\\mailer.json", "`\\` is a path separator only on Windows: write `policies/mailer.json`"),
        ("/policies/mailer.json", absolute),
        ("C:/mailer.json", absolute),
        ("", "expected a path such as \"policies/mailer.json\", found an empty string"),
        ("bytes.json", "bytes.json:1:8: error[malformed-json]: the file is not valid UTF-8"),
        (
            "large.json",
            "large.json:1:33554433: error[malformed-json]: the file is too large for a policy: expected at most 32 MiB",
        ),
        ("empty.json", "empty.json:1:1: error[malformed-json]: expected a policy, found an empty file"),
    ] {
        let expansion = included(&krate, quote!(#path));
        assert_eq!(errors(&expansion), [expected], "{path}");
    }
    // If a file is too large, the expansion does not include it, so the compiler does not read it, either.
    assert_eq!(value(included(&krate, quote!("large.json"))), "");
    let expansion = include_policy_below(None, index(), quote!("a.json"));
    assert!(errors(&expansion)[0].contains("`CARGO_MANIFEST_DIR` is not set"));
}

#[test]
fn what_is_no_argument_is_told() {
    let krate = krate([("a.json", CLEAN.as_bytes())]);
    let include = |tokens| errors(&included(&krate, tokens)).join("; ");
    assert!(include(quote!()).contains("expected the path of a policy as a string literal"));
    assert!(include(quote!(PATH)).ends_with("macros cannot evaluate expressions"));
    assert!(include(quote!("a.json", knd = "trust")).starts_with("unknown option `knd`: did you mean `kind`?"));
    assert!(
        include(quote!("a.json", kind = "trsut")).starts_with("unknown policy kind `trsut`: did you mean `trust`?")
    );
    assert!(include(quote!("a.json", kind = trust)).starts_with("option `kind` takes a string: write `kind = \"…\"`"));
    assert!(
        include(quote!("a.json", deny_warnings = "yes"))
            .starts_with("option `deny_warnings` takes no value: write `deny_warnings`")
    );
    assert!(include(quote!("a.json" kind = "trust")).starts_with("expected `,`"));
    assert_eq!(include(quote!("a.json", kind = "service-control", deny_warnings,)), "");

    let write = |tokens| errors(&written(tokens)).join("; ");
    assert!(write(quote!()).starts_with("expected a policy in braces: write `policy!("));
    assert!(write(quote!("Version": "2012-10-17")).starts_with("missing braces around the policy"));
    assert!(write(quote!({}, kind = "trust")).starts_with("unexpected tokens after the policy"));
    assert!(write(quote!(kind = "trust")).starts_with("expected a policy in braces: write `policy!("));
    assert!(write(quote!(kind = "trust" {})).starts_with("expected `,`"));
    assert!(write(quote!([])).starts_with("expected a policy in braces: write `policy!("));
    assert!(write(quote!(deny_warnings, ())).starts_with("expected a policy in braces: write `policy!("));
    // A policy of an unknown kind is not checked as another kind.
    assert_eq!(errors(&written(quote!(kind = "trsut", {}))).len(), 1);
    assert!(write(quote!("a.json")).ends_with("to check a file, use `include_policy!`"));
}

#[test]
fn the_kind_decides() {
    let policy = quote!({
        "Version": "2012-10-17",
        "Statement": { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" },
    });
    let messages = errors(&written(policy.clone()));
    assert!(messages.iter().any(|error| error.contains("`kind = \"trust\"`")), "{messages:?}");
    assert_eq!(errors(&written(quote!(kind = "trust", #policy))), [""; 0]);
}

#[test]
fn the_configuration_states_the_kind_of_a_file() {
    let trust = r#"{"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}"#;
    let config = "[[kind]]\nfiles = 'roles/*.json'\nkind = 'trust'\n";
    let krate = krate([
        ("roles/mailer.json", trust.as_bytes()),
        ("mailer.json", trust.as_bytes()),
        ("catalog.toml", config.as_bytes()),
    ]);
    let messages = |tokens| errors(&included(&krate, tokens));
    assert_eq!(messages(quote!("./roles/mailer.json")), [""; 0]);
    let hint = "check the policy as a trust policy (with the option `kind = \"trust\"`)";
    for tokens in [quote!("mailer.json"), quote!("roles/mailer.json", kind = "identity")] {
        let [message] = &messages(tokens)[..] else { panic!("expected one error") };
        assert!(message.ends_with(hint), "{message}");
    }
}

#[test]
fn a_policy_of_the_source_becomes_compact_json() {
    let expansion = written(quote!({
        "Version": "2012-10-17",
        // Comments are Rust comments, so they are not part of the policy.
        "Statement": [{ "Effect": "Deny", "Action": r"ses:*", "Resource": "*", },],
    }));
    let expected = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"ses:*","Resource":"*"}]}"#;
    assert_eq!(value(expansion), expected);
    // The policy can also come from another macro.
    let handed = TokenTree::Group(Group::new(Delimiter::None, CLEAN.parse().unwrap()));
    assert_eq!(value(written(quote!(kind = "identity", #handed,))), CLEAN.replace(' ', ""));
    assert_eq!(value(written(quote!({ "Version": 'x' }))), "");
}
