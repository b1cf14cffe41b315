//! The checking macros. Those that give something of this crate hand on their own `$crate`, so that they work under any
//! name that a user gives it.

/// An action, checked at compile time.
///
/// Gives the variant of the service's enum, and can stand in a `const`. Case does not matter, as it does not to IAM.
/// A name that no service has does not compile:
///
/// ```compile_fail
/// catalog::action!("ses:SendEmial");
/// ```
///
/// ```text
/// error: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?
/// ```
///
/// The argument must be a string literal: a macro sees the text of the program, never the values in it. At run time,
/// [parse](crate::AnyAction#impl-FromStr-for-AnyAction) it.
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

/// The actions that names and patterns stand for, checked and expanded at compile time.
///
/// Gives an array of [`AnyAction`](crate::AnyAction), in catalog order and without repeats, which can stand in a
/// `const`. Patterns hold `*` and `?` as in a policy. A pattern that matches nothing does not compile, and every wrong
/// entry is reported at once.
///
/// How many actions a pattern stands for changes with the catalog: keep a slice where you keep one.
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

/// A condition key, checked at compile time.
///
/// Gives the variant of the service's enum, and can stand in a `const`. The service is the one that the key's prefix
/// names. A key that services share, such as `aws:TagKeys`, belongs to each of them: say which with
/// `condition_key!("aws:TagKeys", service = "ses")`.
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

/// The text of a file that holds a policy, checked at compile time.
///
/// Gives a `&'static str`, and can stand in a `const`. The path begins at the crate's root, where `Cargo.toml` is, and
/// goes by `/`. When the file changes, the crate is compiled anew.
///
/// A policy with an error does not compile, and every error is told at once:
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
/// They stand behind the path.
/// * `kind = "trust"`: what the policy is: `identity`, which it is without this option, `resource`, `trust`,
///   `service-control`, `resource-control` or `permission-boundary`.
/// * `deny_warnings`: a warning is an error.
///
/// # Warnings
/// They do not stop a build. On a stable compiler a macro can warn of nothing but what is deprecated, so that a warning
/// reads ``use of deprecated constant `MAILER::_::POLICY`: policies/mailer.json:5:9: warning[allow-everything]: …``, and
/// `#[allow(deprecated)]` hides it. Notes are not told.
///
/// # Configuration
/// `catalog.toml` at the crate's root allows findings, declares names that the catalog lacks, and denies warnings, for all
/// policies of the crate:
///
/// ```toml
/// deny-warnings = true
///
/// [[allow-at]]
/// id = "allow-everything"
/// file = "policies/admin*.json"   # as the macro is given the path
///
/// [actions]
/// allow = ["freetier:List*"]
/// ```
///
/// When it changes, the crate is compiled anew. One that was not there before is read when the crate is compiled next: save
/// a source file, once.
///
/// # What it does not find
/// The rules are those of the feature `policy`, and a macro knows names and the types of condition keys. What takes more,
/// as which resources an action takes, is found at run time alone: `FindingId::needs_facts` says of each finding whether
/// it is. So keep a test with `policy::check`, too.
///
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

/// A policy in the source, checked at compile time.
///
/// Gives its JSON, without white space, as a `&'static str`, and can stand in a `const`. What is wrong stands on the very
/// string:
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
/// It is JSON as Rust writes its parts: strings may be raw, comments are Rust's, and a comma may stand behind the last entry.
/// There are no values of the program in it: a macro sees the text of a program. Names, lists and objects that a
/// `macro_rules!` hands on are text, and may be.
///
/// The options stand in front of the policy; they, warnings, `catalog.toml` and what is not found are those of
/// [`include_policy!`].
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
///         // Nobody sends as somebody else.
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

/// One comparison of a condition, checked at compile time: operator, condition key, values.
///
/// Gives a [`policy::Comparison`](crate::policy::Comparison). An operator that does not compare what the key holds does not
/// compile, and neither does a name that nobody knows, or a literal that cannot be such a value. `catalog.toml` declares keys
/// and allows findings here, too: see [`include_policy!`].
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
/// The values are an expression, as [`Comparison::new`](crate::policy::Comparison::new) takes it: what is known at run time
/// alone is checked when the statement is built.
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
/// assert_eq!(send.condition.unwrap().iter().count(), 3);
/// # Ok::<_, catalog::policy::BuildError>(())
/// ```
#[cfg(feature = "policy")]
#[macro_export]
macro_rules! condition {
    ($($tokens:tt)*) => {
        $crate::__private::condition!(crate = $crate; $($tokens)*)
    };
}
