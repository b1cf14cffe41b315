//! Reads `oidc_providers.toml`: OIDC identity providers that many AWS customers share.

use super::fact::FactTable;
use super::name_form;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};

/// An OIDC identity provider that many AWS customers share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OidcProvider {
    /// The URL of the provider, without `https://`.
    pub name: String,
    /// The condition key that distinguishes the customers.
    pub key: String,
    /// Whether IAM refuses a trust policy without a condition on the key.
    pub is_required: bool,
    /// The form of the values, if the documentation of the provider states it.
    pub form: Option<SharedValueForm>,
}

/// The form of the values of the key that distinguishes the customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedValueForm {
    /// The number of colons and slashes before the name of the customer.
    pub customer_after: u32,
    /// Whether customers choose their own names.
    pub has_names: bool,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<OidcProvider> {
    let fields = &["name", "key", "required", "customer-after", "has-names"];
    let form = Form { list: "provider", fields, code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (name, key, is_required) = (fields.text("name"), fields.text("key"), fields.flag("required"));
        let key = key.and_then(|key| name_form::condition_key(fields, key));
        let has_form = fields.has("customer-after") || fields.has("has-names");
        let form = if has_form {
            let (customer_after, has_names) = (fields.number("customer-after"), fields.flag("has-names"));
            Some(SharedValueForm { customer_after: customer_after?, has_names: has_names? })
        } else {
            None
        };
        let name = name?;
        let is_url = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-./".contains(&byte);
        if !name.get_ref().contains('.') || !name.get_ref().bytes().all(is_url) {
            let message = format!("expected a provider such as `gitlab.com`, found `{}`", name.get_ref());
            fields.bad(message, name.span(), "write the URL of the provider without `https://`");
            return None;
        }
        if let Some(key) = &key
            && !is_key_of(key.get_ref(), name.get_ref())
        {
            let message = format!("expected a key of `{}` or AWS STS, found `{}`", name.get_ref(), key.get_ref());
            fields.bad(message, key.span(), "write the URL of the provider, a colon and the claim");
            return None;
        }
        let span = name.span();
        Some((OidcProvider { name: name.into_inner(), key: key?.into_inner(), is_required: is_required?, form }, span))
    });
    table.report_repeated(form.code, |provider| vec![provider.name.clone()], found);
    table
}

/// Returns true if `key` is a condition key of the provider `name` or of AWS STS.
fn is_key_of(key: &str, name: &str) -> bool {
    key.starts_with("sts:") || key.strip_prefix(name).is_some_and(|claim| claim.starts_with(':'))
}
