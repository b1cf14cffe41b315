//! Principals that AWS documents by name, kinds of unique IDs, and condition keys that depend on the principal.

mod ids;
mod keys;
mod providers;
mod services;

pub(crate) use keys::{carries_endpoint_key, endpoint_key};

/// An OIDC identity provider that many AWS customers share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SharedProvider {
    /// The URL of the provider, without `https://`.
    pub(crate) name: &'static str,
    /// The condition key that distinguishes the customers.
    pub(crate) key: &'static str,
    /// Whether IAM refuses a trust policy without a condition on the key.
    pub(crate) is_required: bool,
    /// The form of the values, if it is known.
    pub(crate) form: Option<SharedValueForm>,
}

/// The form of the values of the key that distinguishes the customers of a provider.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SharedValueForm {
    /// The number of colons and slashes before the name of the customer.
    pub(crate) customer_after: u32,
    /// Whether customers choose their own names.
    pub(crate) has_names: bool,
}

/// The customers of a provider that a pattern matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Customers<'v> {
    /// All customers.
    All,
    /// All customers whose names have this beginning.
    Beginning(&'v str),
}

/// The beginning of the unique IDs of one kind in IAM.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UniqueId {
    /// The beginning, such as `AIDA`.
    pub(crate) prefix: &'static str,
    /// The kind of thing that the IDs identify, with its article, such as `a user`.
    pub(crate) of: &'static str,
    /// Whether a policy can name such an ID as a principal.
    pub(crate) is_principal: bool,
}

/// A string that may be the name of a service principal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ServiceName<'t>(pub(crate) &'t str);

/// The property of a request that a global condition key compares, if it depends on the kind of the principal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyProperty {
    /// A property of an IAM principal or its account. A service principal does not have it.
    Identity,
    /// The network of the request. It is not known for a service principal.
    Network,
    /// The resource, account or organization on whose behalf a service principal makes the request.
    Source,
}
