//! Expands the attribute `operations`, which turns an annotated enum into the API operations of a service.

use catalog_core::{
    AccessLevels, NameForm,
    packed::write::{self, TooLargeError},
};
use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};

use crate::{
    access_levels::access_levels,
    annotated_enum::{self, AnnotatedEnum},
    common::Common,
    documentation::Facts,
    errors::Errors,
    names, tables,
    text_literal::TextLiteral,
    variant::{OwnAttribute, Variant},
};

/// Expands the attribute.
pub(crate) fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    const KNOWN: &[&str] = &["service", "actions", "crate"];
    let mut errors = Errors::default();
    let mut input = match annotated_enum::read("operations", item, &["operation", "authorized_by"], &mut errors) {
        Ok(input) => input,
        Err(tokens) => return tokens,
    };
    let common = Common::read("operations", arguments, KNOWN, &mut errors);
    let operations: Vec<Operation> =
        input.variants.iter_mut().map(|variant| Operation::read(variant, &mut errors)).collect();
    input.expand(table(&input, &common, &operations), operations.iter().map(Operation::documentation), errors)
}

/// An API operation, as the attributes of its variant describe it.
///
/// Operations of different SDK clients or pages can share a name.
struct Operation {
    name: String,
    described: bool,
    sdk_client: Option<String>,
    /// The page that lists the operation, if it is not the first of the newest pages.
    page: Option<TextLiteral>,
    actions: Vec<AuthorizedAction>,
}

/// An action that authorizes an operation: the content of one `#[authorized_by(…)]`.
#[derive(Default)]
struct AuthorizedAction {
    action: String,
    condition_key: Option<String>,
    values: Vec<String>,
    access_levels: AccessLevels,
}

impl Operation {
    fn read(variant: &mut Variant, errors: &mut Errors) -> Self {
        let mut operation = Self {
            name: variant.default_name(),
            described: variant.description.is_some(),
            sdk_client: None,
            page: None,
            actions: Vec::new(),
        };
        let mut named_by = variant.ident.to_token_stream();
        let mut options_read = false;
        for attribute in &mut variant.attributes {
            if attribute.word == "authorized_by" {
                operation.actions.push(AuthorizedAction::read(attribute, errors));
            } else if options_read {
                errors.push(&attribute.name, "a variant can have only one `#[operation(…)]`: merge the options");
            } else {
                options_read = true;
                for item in attribute.items(&["name", "sdk_client", "page"], errors) {
                    let word = item.word().to_owned();
                    let Some(text) = item.text(errors) else { continue };
                    match word.as_str() {
                        "name" => {
                            operation.name = text.value();
                            named_by = text.into_token_stream();
                        }
                        "sdk_client" => {
                            names::check(NameForm::SdkClient, &text, errors);
                            operation.sdk_client = Some(text.value());
                        }
                        _ => operation.page = Some(text),
                    }
                }
            }
        }
        names::check_at(NameForm::Operation, &operation.name, named_by, errors);
        operation
    }

    /// Returns an item that fails to compile if the page is not a page of the service.
    ///
    /// The macro cannot check this itself, because only the attribute of the enum of actions names the pages.
    fn check(&self, krate: &TokenStream, actions: &TokenStream) -> Option<TokenStream> {
        let page = self.page.as_ref()?;
        let message = format!("unknown page `{}`: add it to the `pages` of the service", page.value());
        let check = quote_spanned!(page.span()=> ::core::panic!("{}", #message));
        Some(quote! {
            const _: () = if !#krate::__private::has_page(<#actions as #krate::Typed>::OWNED.service.pages(), #page) { #check };
        })
    }

    fn documentation(&self) -> String {
        let mut facts = Facts::new(&self.name, self.described);
        if let Some(client) = &self.sdk_client {
            facts.add("SDK client", &format!("`{client}`"));
        }
        let actions: Vec<String> = self.actions.iter().map(|action| format!("`{}`", action.action)).collect();
        if !actions.is_empty() {
            facts.add("Authorized by", &actions.join(", "));
        }
        facts.finish()
    }
}

impl AuthorizedAction {
    fn read(attribute: &mut OwnAttribute, errors: &mut Errors) -> Self {
        let mut authorized = Self::default();
        let mut named = false;
        for item in attribute.items(&["", "condition_key", "values", "access_levels"], errors) {
            match item.word() {
                "" => {
                    named = true;
                    let action = item.text(errors);
                    if let Some(action) = &action {
                        let missing = "expected an action with its service prefix, such as `iam:PassRole`";
                        names::check_full_action(action, missing, errors);
                    }
                    authorized.action = action.map(|action| action.value()).unwrap_or_default();
                }
                "condition_key" => {
                    let key = item.text(errors);
                    if let Some(key) = &key {
                        names::check(NameForm::ConditionKey, key, errors);
                    }
                    authorized.condition_key = key.map(|key| key.value());
                }
                "values" => authorized.values = item.texts(errors).iter().map(TextLiteral::value).collect(),
                _ => authorized.access_levels = access_levels(item, errors),
            }
        }
        if !named {
            errors.push(&attribute.name, "missing action: write `#[authorized_by(\"iam:PassRole\", …)]`");
        }
        authorized
    }
}

/// Returns the input of the macro in `catalog` that gives the enum its methods.
fn table(input: &AnnotatedEnum, common: &Common, operations: &[Operation]) -> Result<TokenStream, TooLargeError> {
    let mut authorized = Vec::new();
    let mut entries = Vec::with_capacity(operations.len());
    for operation in operations {
        let mut places = Vec::with_capacity(operation.actions.len());
        for action in &operation.actions {
            let limit = usize::from(u16::MAX);
            let too_large = TooLargeError { what: "authorized actions", limit };
            places.push(u16::try_from(authorized.len()).map_err(|_| too_large)?);
            authorized.push(action);
        }
        entries.push(vec![Some(places)]);
    }
    // Operations need no hash table: they are not looked up by name, because two can share a name.
    let names = tables::literals(write::strings(operations.iter().map(|operation| operation.name.as_str()))?);
    let values: Vec<String> = authorized.iter().map(|action| action.values.join("\n")).collect();
    let mut pages = write::SparseStringsWriter::default();
    for (position, operation) in operations.iter().enumerate() {
        if let Some(page) = &operation.page {
            pages.push(position, &page.value());
        }
    }
    let facts = write::PackedTablesWriter::default()
        .given(operations.iter().map(|operation| operation.sdk_client.as_deref()))?
        .lists(tables::lists(entries)?)
        .strings(authorized.iter().map(|action| action.action.as_str()))?
        .bytes(authorized.iter().map(|action| action.access_levels.to_bits()).collect())
        .given(authorized.iter().map(|action| action.condition_key.as_deref()))?
        .given(values.iter().map(|values| (!values.is_empty()).then_some(values.as_str())))?
        .sparse(pages)?;
    let facts = tables::literals(facts.finish()?);

    let Common { krate, actions: actions_enum, .. } = common;
    let (ident, all) = (input.ident(), input.all());
    let checks = operations.iter().filter_map(|operation| operation.check(krate, actions_enum));
    Ok(quote! {
        #(#checks)*
        #krate::__operations! {
            #ident #all #actions_enum,
            names #names b""
            facts #facts
        }
    })
}
