//! The checking macros. Each hands on its own `$crate`, so that they work under any name that a user gives this crate.

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
/// Gives an array of [`AnyAction`](crate::AnyAction), in catalogue order and without repeats, which can stand in a
/// `const`. Patterns hold `*` and `?` as in a policy. A pattern that matches nothing does not compile, and every wrong
/// entry is reported at once.
///
/// How many actions a pattern stands for changes with the catalogue: keep a slice where you keep one.
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
