//! Whether an element may be in a policy.

/// The presence of an element in a kind of policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// AWS refuses a policy without the element.
    Required,
    /// The element may be there.
    Optional,
    /// AWS refuses a policy with the element.
    Forbidden,
}
