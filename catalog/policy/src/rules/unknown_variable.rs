//! Reports a policy variable that does not name a known condition key.
//!
//! ## What it checks
//! The policy variable does not name a known condition key, so it has no value and nothing matches.
//!
//! ## Why it matters
//! A policy variable is a condition key in `${…}`. Templates of other tools use the same syntax. A policy that
//! still has `${AccountId}`, for example, was not processed by its tool.
//!
//! ## Example
//! An identity policy that gives each user a directory in a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::home/${aws:user}"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the condition key that you intended.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::home/${aws:username}"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a template if another tool replaces its `${…}` first. If the key exists but is not
//! documented, declare it in `catalog.toml` instead.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    condition_key,
    context::{Context, EXPLANATION},
    rule::Check,
    shown::Shown,
    subject::{VariableFault, WrongVariable},
};

rule! {
    UnknownVariable { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for UnknownVariable {
    fn wrong_variable<'t, C: PolicyCatalog>(variable: &WrongVariable<'t>, cx: &mut Context<'_, 't, C>) {
        let message = match variable.fault {
            VariableFault::NoPrefix(key) => {
                let key = Shown(key);
                format!(
                    "`${{{key}}}` is not a valid policy variable: write a condition key such as `${{aws:username}}`"
                )
            }
            VariableFault::UnknownKey(key) => {
                let near = cx.report.spend(EXPLANATION).then(|| condition_key::nearest(cx.catalog, key)).flatten();
                match near {
                    Some((near, 1)) => {
                        format!("unknown condition key in `${{{}}}`: did you mean `${{{near}}}`?", Shown(key))
                    }
                    _ => format!(
                        "unknown condition key in `${{{}}}`; if it exists, declare it in `catalog.toml`",
                        Shown(key)
                    ),
                }
            }
            _ => return,
        };
        cx.report::<Self>(variable.text.place, message);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_resource, finds_of_value, message_of_condition};

    #[test]
    fn a_variable_that_names_no_known_key_is_reported() {
        let expected = &["unknown-variable @/0", "unknown-variable @/1"];
        finds_of_value("StringLike", "aws:username", r#"["${aws:user}", "${user}"]"#, expected);
        let expected = &["unknown-variable /Statement/Resource"];
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::b/${aws:user}""#, expected);
    }

    #[test]
    fn the_variables_of_devices_are_not_reported() {
        let devices = r#"["${iot:Connection.Thing.ThingName}", "${iot:Frobnication}"]"#;
        finds_of_value("StringLike", "aws:username", devices, &["unknown-variable @/1"]);
        finds_of_value("StringLike", "aws:username", r#""${aws:PrincipalTag/name}""#, &[]);
    }

    #[test]
    fn the_message_states_the_variable() {
        assert_eq!(
            message_of_condition(r#""StringLike": {"aws:username": "${user}"}"#),
            "`${user}` is not a valid policy variable: write a condition key such as `${aws:username}`"
        );
        assert_eq!(
            message_of_condition(r#""StringLike": {"aws:username": "${aws:user}"}"#),
            "unknown condition key in `${aws:user}`; if it exists, declare it in `catalog.toml`"
        );
        assert_eq!(
            message_of_condition(r#""StringLike": {"aws:username": "${aws:usernmae}"}"#),
            "unknown condition key in `${aws:usernmae}`: did you mean `${aws:username}`?"
        );
    }
}
