//! Tests `condition!`: mismatches are compile errors, and values that are known only at run time are not checked.

use proc_macro2::TokenStream;
use quote::quote;

use super::{super::condition::condition_below, expansion::errors, index};

fn messages(tokens: &TokenStream) -> String {
    errors(&condition_below(None, index(), quote!(crate = ::catalog; #tokens))).join("; ")
}

#[test]
fn operator_key_and_literals_are_held_against_each_other() {
    for (tokens, expected) in [
        (quote!("StringLike", "ses:FromAddress", "*@example.com"), ""),
        (quote!("StringLikeIfExists", "ses:fromaddress", ["a", "b"],), ""),
        (quote!("ForAnyValue:StringEquals", "aws:TagKeys", tags), ""),
        (quote!("StringEquals", "aws:RequestTag/team", team()), ""),
        (quote!("NumericLessThan", "s3:max-keys", 10), ""),
        (quote!("Bool", "aws:SecureTransport", true), ""),
        (quote!("Null", "aws:RequestTag/team", false), ""),
        (
            quote!("StringEquals", "s3:max-keys", limit.to_string()),
            "`s3:max-keys` holds values of the type Numeric, which `StringEquals` does not compare [operator-type]",
        ),
        (
            quote!("StringEqual", "aws:username", "ann"),
            "unknown condition operator `StringEqual`: did you mean `StringEquals`? [unknown-operator]",
        ),
        (
            quote!("StringEquals", "aws:usrname", name),
            "unknown condition key `aws:usrname`: did you mean `aws:username`? [unknown-condition-key]",
        ),
    ] {
        assert_eq!(messages(&tokens), expected, "{tokens}");
    }
    for (tokens, id) in [
        (quote!("StringEquals", "aws:TagKeys", tags), "set-operator-missing"),
        (quote!("ForAllValues:StringEquals", "aws:username", name), "set-operator-needless"),
        (quote!("StringEquals", "aws:RequestTag/${TagKey}", "a"), "template-key"),
        (quote!("StringEquals", "s3:Frobnication", "a"), "uncataloged-condition-key"),
        (quote!("IpAddress", "aws:SourceIp", ["10.0.0.0/8", "10.0.0.0/33"]), "value-type"),
        (quote!("NumericEquals", "s3:max-keys", "ten"), "value-type"),
        (quote!("StringEquals", "aws:username", []), "empty-element"),
        (quote!("StringEquals", "aws:username", "${aws:usrname}"), "unknown-variable"),
    ] {
        let messages = messages(&tokens);
        // A message ends with the id of its finding in brackets. There must be exactly one finding.
        assert!(messages.ends_with(&format!("[{id}]")) && messages.matches(" [").count() == 1, "{tokens}: {messages}");
    }
}

#[test]
fn what_is_no_literal_is_left_to_the_program() {
    for value in [quote!(&limits[..]), quote!([1, limit]), quote!(1_000_u32), quote!(null), quote!(concat!("a", "b"))] {
        assert_eq!(messages(&quote!("NumericEquals", "s3:max-keys", #value)), "", "{value}");
    }
}

#[test]
fn what_is_no_argument_is_told() {
    let message = |tokens| condition_below(None, index(), quote!(crate = ::catalog; #tokens)).to_string();
    assert!(message(quote!()).contains("expected an operator as a string literal"));
    assert!(message(quote!(StringEquals, "aws:username", "a")).contains("macros cannot evaluate expressions"));
    assert!(message(quote!("StringEquals", KEY, "a")).contains("expected a condition key as a string literal"));
    assert!(
        message(quote!("StringEquals", "aws:username")).contains("expected a comma and a value to compare the key to")
    );
    assert!(
        message(quote!("StringEquals", "aws:username", "a", "b"))
            .contains("expected one value, found several: write a list")
    );
}

#[test]
fn it_becomes_a_comparison() {
    let expansion =
        condition_below(None, index(), quote!(crate = ::catalog; "ForAnyValue:StringLikeIfExists", "aws:TagKeys", x));
    let expected = quote!({
        ::catalog::__private::checked_comparison(
            ::catalog::policy::operator::Operator {
                set: ::core::option::Option::Some(::catalog::policy::operator::SetOperator::ForAnyValue),
                comparator: ::catalog::policy::operator::Comparator::StringLike,
                if_exists: true,
            },
            "aws:TagKeys",
            x,
        )
    });
    assert_eq!(expansion.to_string(), expected.to_string());
}
