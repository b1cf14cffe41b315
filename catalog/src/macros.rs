//! The macros that check names and policies at compile time. Macros whose output refers to this crate pass on their own
//! `$crate`, so they work under any name that a user gives the crate.

/// Checks an action at compile time.
///
/// The macro expands to the variant of the service's enum, and can be used in a `const`. It ignores case, as IAM does.
/// An unknown name does not compile:
///
/// ```compile_fail
/// catalog::action!("ses:SendEmial");
/// ```
///
/// ```text
/// error: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?
/// ```
///
/// The argument must be a string literal, because a macro sees the source code and not the values of variables. To
/// check a string at run time, [parse](crate::AnyAction#impl-FromStr-for-AnyAction) it.
///
/// # Examples
/// ```
/// use catalog::{action, ses};
///
/// const SEND: ses::Action = action!("ses:SendEmail");
/// assert_eq!(SEND, ses::Action::SendEmail);
/// assert_eq!(action!("SES:sendemail"), SEND);
/// ```
#[macro_export]
macro_rules! action {
    ($($name:tt)*) => {
        $crate::__private::action!(crate = $crate; $($name)*)
    };
}

/// Expands action names and patterns at compile time.
///
/// The macro expands to an array of [`AnyAction`](crate::AnyAction), in catalog order and without repeats, and can be
/// used in a `const`. Patterns contain `*` and `?` as in a policy. A pattern that matches nothing does not compile. The
/// compiler reports every invalid entry at once.
///
/// The number of actions that a pattern matches changes with the catalog, so declare a constant as a slice and not as
/// an array.
///
/// # Examples
/// ```
/// use catalog::{AnyAction, actions};
///
/// const SENDING: &[AnyAction] = &actions!["ses:Send*", "ses:GetSendQuota"];
/// assert_eq!(SENDING[0].to_string(), "ses:GetSendQuota");
/// assert!(SENDING.iter().any(|action| action.name() == "SendRawEmail"));
/// ```
#[macro_export]
macro_rules! actions {
    ($($names:tt)*) => {
        $crate::__private::action_list!(crate = $crate; $($names)*)
    };
}

/// Checks a condition key at compile time.
///
/// The macro expands to the variant of the service's enum, and can be used in a `const`. The prefix of the key
/// determines the service. A key that several services share, such as `aws:TagKeys`, belongs to each of them. Name the
/// service with `condition_key!("aws:TagKeys", service = "ses")`.
///
/// # Examples
/// ```
/// use catalog::{condition_key, ses};
///
/// const FROM: ses::ConditionKey = condition_key!("ses:FromAddress");
/// assert_eq!(FROM.name(), "ses:FromAddress");
/// assert_eq!(condition_key!("SES:fromaddress", service = "ses"), FROM);
/// ```
#[macro_export]
macro_rules! condition_key {
    ($($name:tt)*) => {
        $crate::__private::condition_key!(crate = $crate; $($name)*)
    };
}

/// Includes a policy file as a string and checks the policy at compile time.
///
/// The macro expands to a `&'static str`, and can be used in a `const`. The path is relative to the directory of the
/// crate's `Cargo.toml` and uses `/` as the separator. The compiler recompiles the crate when the file changes.
///
/// The path can leave this directory, as in `include_policy!("../policies/mailer.json")`. But `cargo package` packs only
/// files of the directory, so such a crate does not compile from its package. A crate that you publish must contain its
/// policies.
///
/// A policy with an error does not compile. The compiler reports every error at once:
///
/// ```text
/// error: policies/mailer.json:12:19: error[unknown-action]: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?
///  --> src/main.rs:3:38
///   |
/// 3 | const MAILER: &str = include_policy!("policies/mailer.json");
///   |                                      ^^^^^^^^^^^^^^^^^^^^^^
/// ```
///
/// # Options
/// Options follow the path.
/// * `kind = "trust"`: the kind of the policy: `identity` (the default), `resource`, `trust`, `service-control`,
///   `resource-control`, `permission-boundary`, `session` or `vpc-endpoint`. A policy of a resource can also have the kind
///   `bucket`, `queue`, `topic`, `key`, `repository`, `table`, `secret` or `function`.
/// * `deny_warnings`: reports warnings as errors.
///
/// # Warnings
/// Warnings do not stop a build. On a stable compiler, the only warning that a macro can cause is the use of a
/// deprecated item. So a warning reads ``use of deprecated constant `MAILER::_::POLICY`: policies/mailer.json:5:9:
/// warning[allow-everything]: …``, and `#[allow(deprecated)]` hides it. The macro does not report notes.
///
/// # Configuration
/// The file `catalog.toml` next to the crate's `Cargo.toml` applies to all policies of the crate. It allows findings,
/// declares names that the catalog lacks, states the kinds of policies, and denies warnings:
///
/// ```toml
/// deny-warnings = true
///
/// [[allow-at]]
/// id = "allow-everything"
/// file = "policies/admin*.json"   # the path as it is passed to the macro
///
/// [[kind]]
/// files = "roles/*.json"          # for macros without the option `kind`
/// kind = "trust"
///
/// [actions]
/// allow = ["freetier:List*"]
/// ```
///
/// The compiler recompiles the crate when the file changes. After you create the file, save a source file once: the
/// compiler does not notice a file that did not exist before.
///
/// # Findings that need a run-time check
/// The rules are those of the feature `policy`. The macro knows only names and the types of condition keys. Rules that
/// need other facts, such as the resource types that an action accepts, run only at run time. `FindingId::needs_facts`
/// reports which findings these are. So keep a test that calls `policy::check` as well.
/// # Examples
/// ```
/// use catalog::include_policy;
///
/// const MAILER: &str = include_policy!("tests/policies/mailer.json");
/// const ROLE: &str = include_policy!("tests/policies/role.json", kind = "trust", deny_warnings);
/// assert!(MAILER.contains("ses:SendEmail") && ROLE.contains("sts:AssumeRole"));
/// ```
#[cfg(feature = "policy-macros")]
#[macro_export]
macro_rules! include_policy {
    ($($tokens:tt)*) => {
        $crate::__private::include_policy!($($tokens)*)
    };
}

/// Checks a policy in the source code at compile time.
///
/// The macro expands to the policy's JSON without whitespace, as a `&'static str`, and can be used in a `const`. The
/// compiler reports an error at the string that is wrong:
///
/// ```compile_fail
/// catalog::policy!({
///     "Version": "2012-10-17",
///     "Statement": { "Effect": "Allow", "Action": "ses:SendEmial", "Resource": "*" }
/// });
/// ```
///
/// ```text
/// error: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`? [unknown-action]
///  --> src/main.rs:5:49
///   |
/// 5 |     "Statement": { "Effect": "Allow", "Action": "ses:SendEmial", "Resource": "*" }
///   |                                                 ^^^^^^^^^^^^^^^
/// ```
///
/// The policy is JSON with the syntax of Rust's literals: strings may be raw, comments are Rust comments, and a
/// trailing comma is allowed. It cannot contain the values of variables, because a macro sees only source code. It can
/// contain names, lists and objects that a `macro_rules!` macro passes on as tokens.
///
/// Options precede the policy. The options, warnings, `catalog.toml` and the findings that need a run-time check are
/// those of [`include_policy!`].
///
/// # Examples
/// ```
/// use catalog::policy;
///
/// const SEND: &str = policy!({
///     "Version": "2012-10-17",
///     "Statement": {
///         "Effect": "Allow",
///         "Action": ["ses:SendEmail", "ses:SendRawEmail"],
///         "Resource": "*",
///         // Every sender belongs to this domain.
///         "Condition": { "StringLike": { "ses:FromAddress": "*@example.com" } },
///     },
/// });
/// assert!(SEND.starts_with(r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["ses:SendEmail","#));
///
/// const ROLE: &str = policy!(kind = "trust", {
///     "Version": "2012-10-17",
///     "Statement": {
///         "Effect": "Allow",
///         "Principal": { "Service": "lambda.amazonaws.com" },
///         "Action": "sts:AssumeRole",
///     },
/// });
/// # assert!(ROLE.contains("lambda"));
/// ```
#[cfg(feature = "policy-macros")]
#[macro_export]
macro_rules! policy {
    ($($tokens:tt)*) => {
        $crate::__private::policy!($($tokens)*)
    };
}

/// Checks one comparison of a condition at compile time: an operator, a condition key and values.
///
/// The macro expands to a [`policy::Comparison`](crate::policy::Comparison). It does not compile if
/// * a name is unknown,
/// * the operator does not compare values of the key's type, or
/// * a literal is not a valid value of the key.
///
/// As with [`include_policy!`], `catalog.toml` can declare keys and allow findings.
///
/// ```compile_fail
/// catalog::condition!("StringEquals", "s3:max-keys", "10");
/// ```
///
/// ```text
/// error: `s3:max-keys` holds values of the type Numeric, which `StringEquals` does not compare [operator-type]
///  --> src/main.rs:2:37
///   |
/// 2 | catalog::condition!("StringEquals", "s3:max-keys", "10");
///   |                                     ^^^^^^^^^^^^^
/// ```
///
/// The values are an expression of any type that [`Comparison::new`](crate::policy::Comparison::new) accepts. Values
/// that are known only at run time are checked when the statement is built.
///
/// # Examples
/// ```
/// use catalog::{condition, policy::{ResourceText, Statement}, ses};
///
/// let domains = ["*@example.com".to_owned(), "*@example.org".to_owned()];
/// let send = Statement::allow(ses::Action::SendEmail)
///     .resource(ResourceText::EVERYTHING)
///     .when(condition!("StringLike", "ses:FromAddress", domains))
///     .when(condition!("Bool", "aws:SecureTransport", true))
///     .when(condition!("ForAllValues:StringEquals", "aws:TagKeys", ["team", "cost"]))
///     .build()?;
/// assert_eq!(send.condition.map(|condition| condition.iter().count()), Some(3));
/// # Ok::<_, catalog::policy::BuildError>(())
/// ```
#[cfg(feature = "policy")]
#[macro_export]
macro_rules! condition {
    ($($tokens:tt)*) => {
        $crate::__private::condition!(crate = $crate; $($tokens)*)
    };
}

/// Asserts that policies allow a request. Otherwise, the macro panics with the reason of the decision.
///
/// # Examples
/// ```
/// use catalog::policy::evaluate::{EvaluationPolicy, Policies, Request};
/// use catalog::{assert_allowed, ses};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = EvaluationPolicy::from_json(r#"{"Statement": {"Effect": "Allow", "Action": "ses:*", "Resource": "*"}}"#)?;
/// let policies = Policies::new().identity(policy);
/// let request = Request::new("arn:aws:iam::111122223333:role/mailer", ses::Action::GetSendQuota).build()?;
/// assert_allowed!(policies, request);
/// assert_allowed!(policies.compile(), request, "the mailer reads its quota");
/// # Ok(())
/// # }
/// ```
///
/// # Panics
/// Panics if the policies deny the request, or if the decision depends on open condition keys.
#[cfg(feature = "policy")]
#[macro_export]
macro_rules! assert_allowed {
    ($policies:expr, $request:expr $(,)?) => {
        $crate::assert_allowed!($policies, $request, "expected an allowed request")
    };
    ($policies:expr, $request:expr, $($message:tt)+) => {
        match (&$policies, &$request) {
            (policies, request) => {
                let decision = policies.decide(request);
                if !decision.is_allowed() {
                    ::core::panic!("{}: {}", ::core::format_args!($($message)+), decision);
                }
            }
        }
    };
}

/// Asserts that policies deny a request, explicitly or implicitly. Otherwise, the macro panics with the reason of the
/// decision.
///
/// # Examples
/// ```
/// use catalog::policy::evaluate::{Policies, Request};
/// use catalog::{assert_denied, s3};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let request = Request::new("arn:aws:iam::111122223333:role/mailer", s3::Action::GetObject)
///     .on("arn:aws:s3:::reports/november.csv")
///     .build()?;
/// assert_denied!(Policies::new(), request);
/// assert_denied!(Policies::new(), request, "the mailer reads no reports");
/// # Ok(())
/// # }
/// ```
///
/// # Panics
/// Panics if the policies allow the request, or if the decision depends on open condition keys.
#[cfg(feature = "policy")]
#[macro_export]
macro_rules! assert_denied {
    ($policies:expr, $request:expr $(,)?) => {
        $crate::assert_denied!($policies, $request, "expected a denied request")
    };
    ($policies:expr, $request:expr, $($message:tt)+) => {
        match (&$policies, &$request) {
            (policies, request) => {
                let decision = policies.decide(request);
                if !decision.is_denied() {
                    ::core::panic!("{}: {}", ::core::format_args!($($message)+), decision);
                }
            }
        }
    };
}
