//! Tests that literals become variants or errors.

use proc_macro2::TokenStream;
use quote::quote;

use super::*;
use crate::index::{Index, services};

const INDEX: &str = "\
# A comment.
[app-mesh app_mesh] Example [Mesh]
GetMesh
search Search
Tag-It TagIt
# condition keys
aws:TagKeys AwsTagKeys:ArrayOfString
app-mesh:Tag/#[Number] TagNumber
app-mesh:Name Name
# condition keys not defined
app-mesh:Left Out
aws:Tag/${TagKey}
# operations
ListMeshes app-mesh:GetMesh
MoveMesh app-mesh:search iam:PassRole
[none none] Example
# condition keys not defined
none:Key
[s3 s3 actions-left-out] Example Storage
# condition keys
aws:TagKeys AwsTagKeys:ArrayOfString
aws:Only AwsOnly:String
";

fn index() -> Index {
    Index(services(INDEX).leak())
}

fn expanded(expand: fn(Index, TokenStream) -> TokenStream, tokens: TokenStream) -> String {
    expand(index(), tokens).to_string().replace(' ', "")
}

#[test]
fn a_name_becomes_its_variant() {
    assert_eq!(expanded(action, quote!("APP-MESH:getmesh")), "::catalog::app_mesh::Action::GetMesh");
    assert_eq!(expanded(action, quote!("app-mesh:search",)), "::catalog::app_mesh::Action::Search");
    assert_eq!(
        expanded(action, quote!(crate = ::other::name; "app-mesh:Tag-It")),
        "::other::name::app_mesh::Action::TagIt"
    );
}

#[test]
fn a_shared_key_wants_its_service() {
    let key = "::catalog::s3::ConditionKey::AwsTagKeys";
    assert_eq!(expanded(condition_key, quote!("aws:TagKeys", service = "S3")), key);
    assert_eq!(expanded(condition_key, quote!("aws:only")), "::catalog::s3::ConditionKey::AwsOnly");
    let error = condition_key(index(), quote!("aws:TagKeys")).to_string();
    assert!(error.contains("belongs to 2 services (`app-mesh`, `s3`): name one of them"), "{error}");
    let error = condition_key(index(), quote!("aws:TagKeys", service = "s4")).to_string();
    assert!(error.contains("unknown service prefix `s4`"), "{error}");
    let error = condition_key(index(), quote!("aws:TagKeys", servce = "s3")).to_string();
    assert!(error.contains("expected `service ="), "{error}");
}

#[test]
fn the_marks_of_the_index_may_be_in_a_name() {
    let key = |name: &str| expanded(condition_key, quote!(#name));
    assert_eq!(key("app-mesh:Tag/#[Number]"), "::catalog::app_mesh::ConditionKey::TagNumber");
    assert_eq!(key("app-mesh:Name"), "::catalog::app_mesh::ConditionKey::Name");
}

#[test]
fn a_key_that_is_not_defined_has_no_variant() {
    let message = "the condition key `APP-MESH:left out` has no variant: \
                   AWS's page of `app-mesh` uses it but does not define it";
    let error = condition_key(index(), quote!("APP-MESH:left out")).to_string();
    assert!(error.contains(message), "{error}");
    let error = condition_key(index(), quote!("none:Key", service = "none")).to_string();
    assert!(error.contains("AWS's page of `none` uses"), "{error}");
    let error = condition_key(index(), quote!("none:Key", service = "app-mesh")).to_string();
    assert!(!error.contains("uses"), "{error}");
    let names = |place: usize| index().0[place].undefined_keys().collect::<Vec<_>>();
    assert_eq!(
        [names(0), names(1), names(2)],
        [vec!["app-mesh:Left Out", "aws:Tag/${TagKey}"], vec!["none:Key"], vec![]]
    );
}

#[test]
fn a_list_is_in_catalog_order_without_repeats() {
    let list = matches(index(), "*").unwrap();
    assert_eq!(list, [(0, 0), (0, 1), (0, 2)]);
    assert!(["**", "*:*"].into_iter().all(|everything| matches(index(), everything).unwrap() == list));
    let text = expanded(action_list, quote!["app-mesh:s*", "app-mesh:GetMesh", "app-mesh:*e*"]);
    let first = "[::catalog::app_mesh::Action::GetMesh.any(),::catalog::app_mesh::Action::Search.any()]";
    assert!(text.contains(first), "{text}");
}

#[test]
fn an_operation_is_told_from_an_action() {
    let error = action(index(), quote!("app-mesh:MOVEmesh")).to_string();
    let text = "is an API operation, not an action: use `app-mesh:search` and `iam:PassRole`";
    assert!(error.contains(text), "{error}");
    // `action_list` reports the same error as `action`. A name with a second prefix is malformed, so it is not looked
    // up as an operation.
    assert!(action_list(index(), quote!["app-mesh:ListMeshes"]).to_string().contains("use `app-mesh:GetMesh`"));
    assert!(action(index(), quote!("app-mesh:iam:PassRole")).to_string().contains("does not allow"));
}

#[test]
fn every_wrong_entry_is_reported() {
    let text = action_list(index(), quote!["app-mesh:Nope*", 3, "app-mesh:GetMesh", "s3:Get*"]).to_string();
    assert_eq!(text.matches("compile_error").count(), 3, "{text}");
    assert!(text.contains("does not list its actions"), "{text}");
}

#[test]
fn a_suffix_of_a_literal_is_an_error() {
    let suffixed = |text: &str| format!("{text:?}u8").parse::<TokenStream>().unwrap();
    let message = "the string has the suffix `u8`: remove the suffix";
    let (name, key, prefix) = (suffixed("app-mesh:GetMesh"), suffixed("app-mesh:Name"), suffixed("s3"));
    for error in [
        action(index(), name.clone()),
        action_list(index(), quote!("app-mesh:search", #name)),
        condition_key(index(), key),
        condition_key(index(), quote!("aws:TagKeys", service = #prefix)),
    ] {
        assert!(error.to_string().contains(message), "{error}");
    }
}

#[test]
fn mistakes_are_errors_with_suggestions() {
    let error = |name: &str| action(index(), quote!(#name)).to_string();
    assert!(error("app-mesh:GetMeshes").contains("did you mean `app-mesh:GetMesh`?"));
    assert!(error("app-mesh:DescribeMesh").contains("did you mean `app-mesh:GetMesh`?"));
    assert!(error("app-mesh:GetMesh, app-mesh:search").contains("has several actions in one string"));
    assert!(action_list(index(), quote!["app-mesh:Gte*"]).to_string().contains("did you mean `app-mesh:Get*`?"));
}
