//! The result of a scenario.

use catalog::policy::{
    evaluate::{Expectation, Outcome},
    json::Position,
};

/// The result of a scenario.
pub(super) struct Case {
    pub(super) file: String,
    pub(super) position: Position,
    pub(super) name: String,
    pub(super) expect: Expectation,
    pub(super) got: Outcome,
    /// The reason of the decision.
    pub(super) reason: String,
    /// The places of the statements that decided, or that come closest.
    pub(super) places: Vec<String>,
}

impl Case {
    /// Returns true if the decision is the expected one.
    pub(super) fn passes(&self) -> bool {
        self.expect.accepts(self.got)
    }
}
