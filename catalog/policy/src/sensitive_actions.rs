//! The content that sensitive actions return.

/// The content that an action returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sensitive {
    /// Passwords, keys or tokens.
    Credentials,
    /// The content of objects, parameters or secrets.
    Data,
}
