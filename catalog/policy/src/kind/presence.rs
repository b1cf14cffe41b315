//! Whether an element is required, optional or forbidden in a kind of policy.

/// Whether an element is required, optional or forbidden in a kind of policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// AWS refuses a policy without the element.
    Required,
    /// AWS accepts policies with and without the element.
    Optional,
    /// AWS refuses a policy with the element.
    Forbidden,
}
