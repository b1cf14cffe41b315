//! Decides whether AWS would allow a request, and explains the decision.
//!
//! ```
//! use catalog::policy::evaluate::{EvaluationPolicy, Policies, Request};
//! use catalog::ses;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mailer = EvaluationPolicy::from_json(r#"{
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "arn:aws:ses:*:111122223333:identity/example.com",
//!         "Condition": {"StringEquals": {"ses:FromAddress": "news@example.com"}}
//!     }
//! }"#)?;
//! let policies = Policies::new().identity(mailer);
//! let request = |from: &str| {
//!     Request::new("arn:aws:iam::111122223333:role/mailer", ses::Action::SendEmail)
//!         .on("arn:aws:ses:eu-west-1:111122223333:identity/example.com")
//!         .with(ses::ConditionKey::FromAddress, from)
//!         .build()
//! };
//! let request_of_news = request("news@example.com")?;
//! let decision = policies.decide(&request_of_news);
//! assert!(decision.is_allowed(), "{decision}");
//!
//! let request_of_boss = request("boss@example.com")?;
//! assert_eq!(
//!     policies.decide(&request_of_boss).to_string(),
//!     "implicitly-denied: no identity-based policy allows it: statement 0 of identity[0] would allow it if \
//!      `ses:FromAddress` were `news@example.com`, not `boss@example.com`",
//! );
//! # Ok(())
//! # }
//! ```
//!
//! # Requests
//! [`Request::new`] accepts typed names. [`build`](RequestBuilder::build) reports all problems with a request at once, such
//! as a condition key that requests for the action never have. [`UntypedRequest`] accepts any names.
//!
//! Condition keys that follow from the principal have their value already, such as `aws:PrincipalArn`. Keys that AWS
//! always sends and that you do not state are open, such as `aws:CurrentTime`. All other keys are absent unless you state
//! them, or [leave them open](RequestBuilder::leave_open).
//!
//! # Decisions
//! A [`Decision`] is [allowed, denied](Outcome), or depends on open keys. It displays with its reason. For many decisions
//! about the same policies, [compile](Policies::compile) them: a decision then takes about a microsecond and does not
//! allocate.
//!
//! The decisions follow AWS's pages about [one account][] and [several accounts][]. They know identity-based policies,
//! permissions boundaries, session policies, resource-based policies, VPC endpoint policies, service control policies and
//! resource control policies. Grants of KMS, access control lists of S3 and block public access are not known.
//!
//! [one account]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
//! [several accounts]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
//!
//! # Tests
//! [`assert_allowed!`](crate::assert_allowed!) and [`assert_denied!`](crate::assert_denied!) fail with the reason of the
//! decision. Without Rust, write scenarios as JSON, which `catalog test` runs: see [`read_scenarios`].

mod build;
mod check;
mod convert;
mod problem;

pub use build::{IntoRequestPrincipal, Request, RequestBuilder};
#[doc(inline)]
pub use catalog_policy::evaluate::{
    CompiledPolicies, ContextValues, Decision, EvaluationPolicy, Expectation, Found, Lack, Missing, NearestStatement,
    Outcome, Policies, PolicyLabel, PolicyOrigin, PolicySlot, Reason, RequestPrincipal, RequestPrincipalError,
    RequestPrincipalKind, Scenario, ScenarioError, ScenarioPolicy, StatementReference, UntypedRequest, read_scenarios,
};
pub use check::check_request;
pub use problem::{RequestError, RequestPart, RequestProblem};
