//! The builder that makes policies from checked names.

mod actions;
mod comparison;
mod key;
mod list;
mod principals;
mod problem;
mod resources;
mod statement;
mod values;
mod variable;

use alloc::{string::String, vec::Vec};

pub use comparison::{Comparison, checked_comparison};
pub use key::{IntoKey, Key, KeyError};
pub use list::IntoList;
pub use problem::{BuildError, Problem, ProblemKind};
pub use statement::{IntoPrincipal, StatementBuilder};
pub use variable::{Literal, Variable};

use catalog_policy::form::FormError;

use super::{Policy, Statement};

impl Policy {
    /// Creates a builder for a policy of the newest version.
    ///
    /// The builder checks its input unless the documentation of a method states otherwise. Actions are typed, or are
    /// patterns that the catalog knows. Resources are ARN patterns. An operator must fit its condition key, and a value
    /// must fit its operator.
    ///
    /// Methods that accept a checked name also accept the `Result` of the check, so you need no `?` in between.
    /// [`build`](PolicyBuilder::build) returns the errors of all checks together.
    ///
    /// ```
    /// use catalog::policy::{Comparator::*, Key, Policy, PolicyKind, ResourceText, Statement, Variable};
    /// use catalog::{ActionPattern, s3, ses};
    ///
    /// let [partition, region] = [("Partition", "aws"), ("Region", "eu-west-1")];
    /// let team = [partition, region, ("Account", "111122223333"), ("IdentityName", "example.com")];
    /// let user = Variable::new(Key::new("aws:username"))?;
    ///
    /// let policy = Policy::builder()
    ///     .statement(
    ///         Statement::allow([ses::Action::SendEmail, ses::Action::SendRawEmail])
    ///             .sid("SendAsTheTeam")
    ///             .resource(ResourceText::from_parts(ses::ResourceType::Identity, team))
    ///             .condition(StringLike, ses::ConditionKey::FromAddress, "*@example.com")
    ///             .condition(Bool, Key::new("aws:SecureTransport"), true),
    ///     )
    ///     .statement(
    ///         Statement::allow(ActionPattern::new("s3:GetObject*"))
    ///             .and(s3::Action::PutObject)
    ///             .resource(ResourceText::new(&format!("arn:aws:s3:::mail/{user}/*"))),
    ///     )
    ///     .build()?;
    ///
    /// assert_eq!(
    ///     format!("{policy:#}"),
    ///     r#"{
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "SendAsTheTeam",
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "ses:SendEmail",
    ///                 "ses:SendRawEmail"
    ///             ],
    ///             "Resource": "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
    ///             "Condition": {
    ///                 "StringLike": {
    ///                     "ses:FromAddress": "*@example.com"
    ///                 },
    ///                 "Bool": {
    ///                     "aws:SecureTransport": true
    ///                 }
    ///             }
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "s3:GetObject*",
    ///                 "s3:PutObject"
    ///             ],
    ///             "Resource": "arn:aws:s3:::mail/${aws:username}/*"
    ///         }
    ///     ]
    /// }"#
    /// );
    /// assert!(policy.check(PolicyKind::Identity).is_clean());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn builder() -> PolicyBuilder {
        PolicyBuilder { id: None, statements: Vec::new(), problems: Vec::new() }
    }
}

/// A builder of a policy, created by [`Policy::builder`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until you call `build`"]
pub struct PolicyBuilder {
    id: Option<String>,
    statements: Vec<Statement>,
    problems: Vec<Problem>,
}

impl PolicyBuilder {
    /// Sets `Id`, which resource policies use.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Adds a statement at the end, either a [`Statement`] or a [`StatementBuilder`].
    pub fn statement(mut self, statement: impl Into<StatementBuilder>) -> Self {
        let position = self.statements.len();
        let (statement, problems) = statement.into().into_parts();
        self.statements.push(statement);
        self.problems.extend(problems.into_iter().map(|problem| problem.in_statement(position)));
        self
    }

    /// Builds the policy.
    ///
    /// ```
    /// use catalog::policy::{Comparator::*, Key, Policy, ResourceText, Statement};
    /// use catalog::{ActionPattern, s3};
    ///
    /// let error = Policy::builder()
    ///     .statement(
    ///         Statement::allow(ActionPattern::new("s3:GetOject"))
    ///             .resource(ResourceText::new("mail/*"))
    ///             .condition(StringEquals, s3::ConditionKey::MaxKeys, 10),
    ///     )
    ///     .build()
    ///     .unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "3 problems in a policy:
    /// /Statement/0/Action: unknown action `s3:GetOject`: did you mean `s3:GetObject`?
    /// /Statement/0/Resource: `mail/*` is neither an ARN nor `*`: write `arn:partition:service:region:account:resource`
    /// /Statement/0/Condition/StringEquals/s3:max-keys: `s3:max-keys` holds values of the type Numeric, which \
    /// `StringEquals` does not compare: use `NumericEquals`, `NumericNotEquals`, `NumericLessThan`, \
    /// `NumericLessThanEquals`, `NumericGreaterThan` or `NumericGreaterThanEquals`"
    /// );
    /// ```
    ///
    /// # Errors
    /// Returns every problem with the input, each with its place in the policy.
    pub fn build(mut self) -> Result<Policy, BuildError> {
        if self.statements.is_empty() {
            self.problems.push(Problem::new("/Statement", FormError::NoStatement.into()));
        }
        let mut policy = Policy::new(self.statements);
        policy.id = self.id;
        BuildError::unless_none(self.problems, policy)
    }
}
