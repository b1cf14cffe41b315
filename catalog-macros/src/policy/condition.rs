//! Expands `condition!`, which checks that an operator, a condition key and literal values fit together.

use std::borrow::Cow;

use catalog_policy::{
    self, FindingId,
    json::{Data, Member, Span as Place, Value},
    operator::{Comparator, Operator},
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{
    LitStr, Token,
    parse::{Parse, ParseStream},
};

use super::{
    config,
    expansion::Expansion,
    file::Root,
    input::{self, PolicyOptions},
    tokens::SourceTree,
};
use crate::{crate_path::crate_path, index::Index};

/// The JSON pointer to the comparison in the policy that [`check`] builds.
const PLACE: &str = "/Statement/Condition/";

/// The arguments: `crate = $crate; "StringLike", "ses:FromAddress", values`.
struct ConditionInput {
    krate: TokenStream,
    operator: LitStr,
    key: LitStr,
    values: TokenStream,
}

impl Parse for ConditionInput {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate = crate_path(input)?;
        let operator = input::text(input, "an operator", "StringLike")?;
        input.parse::<Token![,]>()?;
        let key = input::text(input, "a condition key", "ses:FromAddress")?;
        if input.is_empty() {
            return Err(syn::Error::new(input.span(), "expected a comma and a value to compare the key to"));
        }
        input.parse::<Token![,]>()?;
        let values: syn::Expr = input.parse()?;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        if !input.is_empty() {
            return Err(input.error("expected one value, found several: write a list such as `[\"a\", \"b\"]`"));
        }
        Ok(Self { krate, operator, key, values: quote!(#values) })
    }
}

/// Expands `condition!`.
pub(crate) fn condition(index: Index, tokens: TokenStream) -> TokenStream {
    condition_below(Root::from_cargo().as_ref(), index, tokens)
}

pub(super) fn condition_below(root: Option<&Root>, index: Index, tokens: TokenStream) -> TokenStream {
    let ConditionInput { krate, operator, key, values } = match syn::parse2(tokens) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut output = Expansion::default();
    check(root, index, &operator, &key, &values, &mut output);
    let key = key.value();
    // An unknown operator has already been reported. Replace it by a valid one, so that the compiler reports no further
    // errors.
    let nothing_wrong = Operator { set: None, comparator: Comparator::StringEquals, if_exists: false };
    let operator = path(&krate, operator.value().parse().unwrap_or(nothing_wrong));
    output.into_tokens(&quote! {
        #krate::__private::checked_comparison(#operator, #key, #values,)
    })
}

/// Checks the comparison with the rules for policies, in a policy that has no other condition.
///
/// Warnings are errors here, because there is no reason to write a new condition that the rules warn about.
fn check(
    root: Option<&Root>,
    index: Index,
    operator: &LitStr,
    key: &LitStr,
    values: &TokenStream,
    output: &mut Expansion,
) {
    let options =
        PolicyOptions { kind: Some(catalog_policy::PolicyKind::Identity), states_kind: true, deny_warnings: true };
    let config = config::read(root, operator.span(), options, output);
    let literals = SourceTree::from_values(values);
    let is_known = literals.is_some();
    let mut tree = literals.unwrap_or_else(|| SourceTree::new(Value::new(Place::default(), Data::Array(Vec::new()))));
    let [operator_place, key_place] = [operator, key].map(|text| tree.add(text.span()));
    let nowhere = tree.add(Span::call_site());
    let object = |members| Value::new(nowhere, Data::Object(members));
    let member = |name: &str, name_span, value| Member::new(Cow::Owned(name.to_owned()), name_span, value);
    let text = |name, text| member(name, nowhere, Value::new(nowhere, Data::String(Cow::Borrowed(text))));
    let keys = object(vec![member(&key.value(), key_place, tree.value.clone())]);
    let condition = object(vec![member(&operator.value(), operator_place, keys)]);
    let policy = object(vec![
        text("Version", "2012-10-17"),
        member(
            "Statement",
            nowhere,
            object(vec![
                text("Effect", "Deny"),
                text("Action", "*"),
                text("Resource", "*"),
                member("Condition", nowhere, condition),
            ]),
        ),
    ]);
    let mut findings = catalog_policy::check(&policy, catalog_policy::PolicyKind::Identity, index, &config).findings;
    // Values that are known only at run time were replaced by an empty list, so ignore the finding about that list.
    findings
        .retain(|finding| finding.pointer.starts_with(PLACE) && (is_known || finding.id != FindingId::EmptyElement));
    output.findings(&findings, |finding| (tree.span(finding.span), format!("{} [{}]", finding.message, finding.id)));
}

/// Returns an expression for an operator.
fn path(krate: &TokenStream, Operator { set, comparator, if_exists }: Operator) -> TokenStream {
    let variant = |name: &str| Ident::new(name, Span::call_site());
    let comparator = variant(&format!("{comparator:?}"));
    let set = set.map_or_else(
        || quote!(::core::option::Option::None),
        |set| {
            let set = variant(&format!("{set:?}"));
            quote!(::core::option::Option::Some(#krate::policy::operator::SetOperator::#set))
        },
    );
    quote! {
        #krate::policy::operator::Operator {
            set: #set,
            comparator: #krate::policy::operator::Comparator::#comparator,
            if_exists: #if_exists,
        }
    }
}
