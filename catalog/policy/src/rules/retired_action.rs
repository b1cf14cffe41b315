//! Reports an action that AWS's reference no longer lists.
//!
//! ## What it checks
//! AWS's reference no longer lists the action or its service. The message states the last month that listed it.
//!
//! The rule also reports a pattern that matches only removed actions. The catalog knows the names that AWS has removed
//! since October 2024. The rule `uncataloged-action` reports an action that was removed earlier.
//!
//! ## Why it matters
//! The entry has no effect if AWS has removed the action. The policy may now need a different action.
//!
//! ## Example
//! An identity policy that still names an action of a retired service:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["evidently:EvaluateFeature", "xray:PutTraceSegments"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the action, or replace it with one that AWS lists today.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "xray:PutTraceSegments",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding in a copy of an AWS managed policy. If the action still exists, although AWS's reference does
//! not list it, declare the action instead. The rule then still reports other actions.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    RetiredAction { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for RetiredAction {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::Retired {
            cx.report::<Self>(wrong.text.place, wrong.error.to_string()).about(wrong.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, message_of_action};

    const REPORTED: &[&str] = &["retired-action /Statement/Action"];

    #[test]
    fn a_retired_action_is_reported() {
        finds_of_action(r#""account:GetChallengeQuestions""#, REPORTED);
        finds_of_action(r#""ACCOUNT:getchallengequestions""#, REPORTED);
    }

    #[test]
    fn everything_of_a_retired_service_is_reported() {
        for action in [r#""deeplens:CreateProject""#, r#""deeplens:*""#, r#""deeplens:Frobnicate""#] {
            finds_of_action(action, REPORTED);
        }
    }

    #[test]
    fn a_pattern_is_reported_if_it_matches_no_other_action() {
        finds_of_action(r#""account:*ChallengeQuestions""#, REPORTED);
        finds_of_action(r#"["account:*", "account:List*"]"#, &["shadowed-action /Statement/Action/1"]);
    }

    #[test]
    fn names_that_are_like_retired_ones_are_not_reported() {
        finds_of_action(r#""account:GetChallengeQuestion""#, &["uncataloged-action /Statement/Action"]);
        finds_of_action(r#""account:Frobnicate*""#, &["no-match /Statement/Action"]);
        finds_of_action(r#""deeplen:CreateProject""#, &["uncataloged-service /Statement/Action"]);
    }

    #[test]
    fn the_message_states_the_last_month() {
        for (action, message) in [
            (
                r#""account:getchallengequestions""#,
                "AWS's reference last listed `account:GetChallengeQuestions` in 2025-02",
            ),
            (r#""deeplens:Create*""#, "AWS's reference last listed the service `deeplens` in 2025-02"),
            (
                r#""account:Put*""#,
                "pattern `account:Put*` matches no action; AWS's reference last listed `account:PutChallengeQuestions` in \
                 2025-02",
            ),
        ] {
            assert_eq!(message_of_action(action), message);
        }
    }
}
