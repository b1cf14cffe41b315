//! Decides whether AWS would allow a request, and explains the decision.
//!
//! * [`UntypedRequest`] is a request with its principal, its action, its resources and its context;
//! * [`Policies`] are the policies that decide, and [`CompiledPolicies`] the same ones with an index of their actions;
//! * [`Decision`] is the decision with its reason.
//!
//! The rules follow AWS's pages about [policy
//! evaluation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html), and each file
//! names the pages of its rules. A part of a policy that IAM would not accept has no effect on a decision.
//!
//! A condition key can be open: the request has it, but its value is not known. If a decision depends on open keys, its
//! outcome is [`Outcome::Depends`]. Each statement is judged by itself. So two statements that together cover all values
//! of an open key also make a decision depend on it.
//!
//! The following have no effect on a decision: grants of KMS, and access control lists and block public access of S3. AWS
//! exempts a few tasks from service control policies, and the decision does not know them.

mod actions;
mod case;
mod comparison;
mod compiled;
mod context;
mod decide;
mod decision;
mod derived_keys;
mod gather;
mod glob;
mod inputs;
mod key;
mod policies;
mod policy;
mod principal;
mod principals;
mod request;
mod resources;
mod scenario;
mod slot;
mod statement;
mod template;
#[cfg(test)]
mod tests;
mod truth;
mod view;

pub use compiled::CompiledPolicies;
pub use context::ContextValues;
pub use decision::{Decision, Found, Lack, Missing, NearestStatement, Outcome, Reason, StatementReference};
pub use policies::Policies;
pub use policy::EvaluationPolicy;
pub use principal::{RequestPrincipal, RequestPrincipalError, RequestPrincipalKind};
pub use request::UntypedRequest;
pub use scenario::{Expectation, PolicyOrigin, Scenario, ScenarioError, ScenarioPolicy, read_scenarios};
pub use slot::{PolicyLabel, PolicySlot};
